//! Columns: upright, side by side or of parts. Where their labels have no room the same figures lie down as bars.

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, Role, Sheet};
use super::labels::{self, Letters};
use super::number::Numbers;
use super::scale::Scale;
use super::segments::Bars;
use super::{Chart, rows};

pub(super) fn draw(chart: &Chart, sheet: &Sheet<'_>) -> String {
    upright(chart, sheet).unwrap_or_else(|| rows::draw(chart, sheet))
}

/// The columns, if everything has room.
fn upright(chart: &Chart, sheet: &Sheet<'_>) -> Option<String> {
    let letters = Letters::new(sheet.layout);
    let numbers = Numbers::of(chart);
    let bars = Bars::new(chart, &numbers);
    let is_stacked = bars.slots == 1 && chart.series.len() > 1;
    let height = if sheet.layout.is_wide() { 230.0 } else { 190.0 };
    let count = chart.labels.len().max(1) as f64;
    let width_of = |band: f64| (band * 0.74 / bars.slots as f64).min(72.0);

    // With all figures at their columns no axis is needed.
    let band = sheet.layout.width / count;
    let says_all = if is_stacked {
        let is_high = |size: f64| size / (bars.high - bars.low) * height >= letters.line();
        bars.pieces().all(|piece| {
            let size = (piece.to - piece.from).abs();
            size == 0.0 || (is_high(size) && letters.width(&piece.text) <= width_of(band) - 4.0)
        }) && bars
            .totals
            .iter()
            .all(|text| letters.width(text) <= band - 2.0)
    } else {
        let room = if bars.slots == 1 {
            band - 4.0
        } else {
            width_of(band)
        };
        bars.pieces()
            .all(|piece| letters.width(&piece.text) <= room)
    };
    let scale = Scale::new(bars.low, bars.high, 4);
    let axis = (!says_all).then(|| Axis::new(&scale, &numbers));
    let left = axis.as_ref().map_or(0.0, |axis| axis.room(&letters));
    let band = (sheet.layout.width - left) / count;
    let bar = width_of(band);
    if bar < 5.0 {
        return None;
    }
    let under = labels::under(&chart.labels, band, chart.is_in_time(), &letters)?;

    let mut canvas = Canvas::new(sheet);
    let head = labels::head(&mut canvas, chart, &numbers, &letters, true);
    let top = head
        + if says_all || is_stacked {
            letters.line() + 2.0
        } else {
            letters.size * 0.7
        };
    let below = if says_all && bars.low < bars.base {
        letters.line()
    } else {
        0.0
    };
    let (low, high) = if says_all {
        (bars.low, bars.high)
    } else {
        (scale.low, scale.high)
    };
    let y = |value: f64| top + (high - value) / (high - low) * height;
    if let Some(axis) = &axis {
        axis.draw(&mut canvas, &letters, (left, sheet.layout.width), y);
    }
    for (n, pieces) in bars.labels.iter().enumerate() {
        let middle = left + band * (n as f64 + 0.5);
        let start = middle - bar * bars.slots as f64 / 2.0;
        let mut top_of_all = y(bars.base);
        for piece in pieces {
            let x = start + bar * piece.slot as f64;
            let (upper, lower) = (y(piece.from.max(piece.to)), y(piece.from.min(piece.to)));
            // A hair of ground between neighbours.
            let gap = if is_stacked && lower - upper > 4.0 {
                2.0
            } else {
                0.0
            };
            let inset = if bars.slots > 1 { 1.0 } else { 0.0 };
            canvas.rect(
                x + inset,
                upper + gap / 2.0,
                bar - inset * 2.0,
                lower - upper - gap,
                Role::Series(piece.series),
            );
            top_of_all = top_of_all.min(upper);
            if is_stacked {
                let fits =
                    lower - upper >= letters.line() && letters.width(&piece.text) <= bar - 4.0;
                if fits {
                    inside(
                        &mut canvas,
                        &letters,
                        (middle, (upper + lower) / 2.0),
                        piece.series,
                        &piece.text,
                    );
                }
            } else if says_all {
                let at = if piece.to < bars.base {
                    lower + letters.size
                } else {
                    upper - 5.0
                };
                let middle =
                    labels::within(x + bar / 2.0, letters.width(&piece.text), sheet.layout);
                canvas.strong(middle, at, Anchor::Middle, &piece.text, Role::Ink);
            }
        }
        if let Some(total) = bars
            .totals
            .get(n)
            .filter(|text| letters.width(text) <= band - 2.0)
        {
            let middle = labels::within(middle, letters.width(total), sheet.layout);
            canvas.strong(middle, top_of_all - 5.0, Anchor::Middle, total, Role::Ink);
        }
        let lines = &under[n];
        let widest = letters.widest(lines.iter().map(String::as_str));
        let x = labels::within(middle, widest, sheet.layout);
        let at = top + height + below + letters.size + 5.0;
        labels::lines(
            &mut canvas,
            &letters,
            (x, at),
            Anchor::Middle,
            lines,
            Role::Ink,
        );
    }
    canvas.level(left, sheet.layout.width, [y(bars.base)], Role::Mute);
    let lines = under.iter().map(Vec::len).max().unwrap_or(0);
    Some(canvas.finish(top + height + below + 8.0 + letters.line() * lines as f64))
}

/// A figure inside its piece.
pub(super) fn inside(
    canvas: &mut Canvas<'_>,
    letters: &Letters,
    (x, y): (f64, f64),
    series: usize,
    text: &str,
) {
    let role = if Canvas::is_patterned(series) {
        let width = letters.width(text) + 6.0;
        canvas.rect(
            x - width / 2.0,
            y - letters.size * 0.6,
            width,
            letters.size * 1.2,
            Role::Surface,
        );
        Role::Ink
    } else {
        Role::OnSeries(series)
    };
    canvas.strong(x, y + letters.middle(), Anchor::Middle, text, role);
}
