//! Bars: lying, one row for each label. They have room for long labels and for every figure.

use super::Chart;
use super::canvas::{Anchor, Canvas, Role, Sheet};
use super::columns::inside;
use super::labels::{self, Letters};
use super::number::Numbers;
use super::segments::Bars;

pub(super) fn draw(chart: &Chart, sheet: &Sheet<'_>) -> String {
    let letters = Letters::new(sheet.layout);
    let numbers = Numbers::of(chart);
    let bars = Bars::new(chart, &numbers);
    let is_stacked = bars.slots == 1 && chart.series.len() > 1;
    let width = sheet.layout.width;

    // Labels stand beside the bars where there is room, else above them.
    let widest = letters.widest(chart.labels.iter().map(String::as_str));
    let beside = sheet.layout.is_wide().then(|| widest.min(width * 0.36));
    let label_lines: Vec<Vec<String>> = chart
        .labels
        .iter()
        .map(|label| letters.wrap(label, beside.unwrap_or(width), 4).0)
        .collect();
    let ends: Vec<&str> = if is_stacked {
        bars.totals.iter().map(String::as_str).collect()
    } else {
        bars.pieces().map(|piece| piece.text.as_str()).collect()
    };
    let end_room = letters.widest(ends) + 8.0;
    let left = beside.map_or(0.0, |beside| beside + 10.0);
    let minus_room = if bars.low < bars.base { end_room } else { 0.0 };
    let (start, end) = (left + minus_room, width - end_room);
    let x =
        |value: f64| start + (value - bars.low) / (bars.high - bars.low) * (end - start).max(10.0);

    let mut canvas = Canvas::new(sheet);
    let mut top = labels::head(&mut canvas, chart, &numbers, &letters, true) + 2.0;
    let thick = if bars.slots == 1 {
        letters.size * 1.6
    } else {
        letters.size * 1.25
    };
    let first = top;
    for (n, pieces) in bars.labels.iter().enumerate() {
        let lines = &label_lines[n];
        let text_height = letters.line() * lines.len() as f64;
        let bars_height = thick * bars.slots as f64;
        let (text_top, bars_top, height) = if beside.is_some() {
            let height = text_height.max(bars_height);
            (
                top + (height - text_height) / 2.0,
                top + (height - bars_height) / 2.0,
                height,
            )
        } else {
            (
                top,
                top + text_height + 1.0,
                text_height + 1.0 + bars_height,
            )
        };
        let anchor = if beside.is_some() {
            Anchor::End
        } else {
            Anchor::Start
        };
        let at = (beside.unwrap_or(0.0), text_top + letters.size);
        labels::lines(&mut canvas, &letters, at, anchor, lines, Role::Ink);
        let mut end_of_all = x(bars.base);
        for piece in pieces {
            let (from, to) = (x(piece.from.min(piece.to)), x(piece.from.max(piece.to)));
            let y = bars_top + thick * piece.slot as f64;
            let gap = if is_stacked && to - from > 4.0 {
                2.0
            } else {
                0.0
            };
            let inset = if bars.slots > 1 { 1.0 } else { 0.0 };
            canvas.rect(
                from + gap / 2.0,
                y + inset,
                to - from - gap,
                thick - inset * 2.0,
                Role::Series(piece.series),
            );
            end_of_all = end_of_all.max(to);
            let middle = y + thick / 2.0;
            if is_stacked {
                if letters.width(&piece.text) <= to - from - 6.0 {
                    inside(
                        &mut canvas,
                        &letters,
                        ((from + to) / 2.0, middle),
                        piece.series,
                        &piece.text,
                    );
                }
            } else if piece.to < bars.base {
                canvas.strong(
                    from - 5.0,
                    middle + letters.middle(),
                    Anchor::End,
                    &piece.text,
                    Role::Ink,
                );
            } else {
                canvas.strong(
                    to + 5.0,
                    middle + letters.middle(),
                    Anchor::Start,
                    &piece.text,
                    Role::Ink,
                );
            }
        }
        if let Some(total) = bars.totals.get(n) {
            let at = bars_top + thick / 2.0 + letters.middle();
            canvas.strong(end_of_all + 5.0, at, Anchor::Start, total, Role::Ink);
        }
        top += height + letters.size * if beside.is_some() { 0.6 } else { 0.8 };
    }
    if beside.is_some() || bars.low < bars.base {
        canvas.line(
            x(bars.base),
            first - 2.0,
            x(bars.base),
            top - letters.size * 0.4,
            Role::Mute,
            1.0,
        );
    }
    canvas.finish(top)
}
