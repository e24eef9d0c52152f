//! Pies: the shares of the first series, with names and figures in a list beside or below.

use std::f64::consts::TAU;

use super::Chart;
use super::canvas::{Anchor, Canvas, Num, Role, Sheet, circle};
use super::columns::inside;
use super::labels::{self, Letters};
use super::number::Numbers;
use crate::vi::decimal::Decimal;

/// A slice: its label, its figure and its part of the whole.
struct Slice<'c> {
    label: &'c str,
    value: Decimal,
    part: f64,
}

pub(super) fn draw(chart: &Chart, sheet: &Sheet<'_>) -> String {
    let letters = Letters::new(sheet.layout);
    let numbers = Numbers::of(chart);
    let slices = slices(chart);
    let mut canvas = Canvas::new(sheet);
    let top = labels::head(&mut canvas, chart, &numbers, &letters, false) + 2.0;
    let is_wide = sheet.layout.is_wide();
    let r = if is_wide { 105.0 } else { 95.0 };
    let (cx, cy) = (
        if is_wide {
            r + 2.0
        } else {
            sheet.layout.width / 2.0
        },
        top + r,
    );

    let at = |part: f64, r: f64| {
        let angle = part * TAU;
        (cx + r * angle.sin(), cy - r * angle.cos())
    };
    let mut begin = 0.0;
    let mut edges = String::new();
    for (n, slice) in slices.iter().enumerate() {
        let end = begin + slice.part;
        if slice.part > 0.999 {
            canvas.shape(&circle(cx, cy, r), Role::Series(n));
        } else {
            let ((x1, y1), (x2, y2)) = (at(begin, r), at(end, r));
            let large = u8::from(slice.part > 0.5);
            let d = format!(
                "M{} {}L{} {}A{r} {r} 0 {large} 1 {} {}z",
                Num(cx),
                Num(cy),
                Num(x1),
                Num(y1),
                Num(x2),
                Num(y2),
                r = Num(r)
            );
            canvas.shape(&d, Role::Series(n));
            edges.push_str(&format!("M{} {}L{} {}", Num(cx), Num(cy), Num(x1), Num(y1)));
        }
        begin = end;
    }
    if !edges.is_empty() {
        canvas.trace(&edges, Role::Surface, 2.0, "");
    }
    begin = 0.0;
    for (n, slice) in slices
        .iter()
        .enumerate()
        .filter(|(_, slice)| slice.part > 0.0)
    {
        let text = Numbers::share(slice.part * 100.0);
        // As wide as the slice is at two thirds of the way out.
        let chord = 2.0 * (r * 0.66) * (slice.part.min(0.5) * TAU / 2.0).sin();
        if chord > letters.width(&text) + 6.0 {
            let middle = if slice.part > 0.999 {
                (cx, cy)
            } else {
                at(begin + slice.part / 2.0, r * 0.66)
            };
            inside(&mut canvas, &letters, middle, n, &text);
        }
        begin += slice.part;
    }

    let (left, room) = if is_wide {
        (r * 2.0 + 36.0, sheet.layout.width - r * 2.0 - 36.0)
    } else {
        (0.0, sheet.layout.width)
    };
    let mark = letters.size;
    let entries: Vec<(Vec<String>, String)> = slices
        .iter()
        .map(|slice| {
            let (lines, _) = letters.wrap(slice.label, room - mark - 8.0, 3);
            let share = Numbers::share(slice.part * 100.0);
            let figure = numbers.figure(slice.value);
            let unit = chart.unit.as_str();
            let figure = if chart.unit == "%" {
                share
            } else {
                format!("{figure} {unit} ({share})")
            };
            (lines, figure)
        })
        .collect();
    let height_of =
        |lines: &Vec<String>| letters.line() * (lines.len() + 1) as f64 + letters.size * 0.5;
    let list: f64 = entries.iter().map(|(lines, _)| height_of(lines)).sum();
    let mut y = if is_wide {
        (cy - list / 2.0).max(top)
    } else {
        cy + r + letters.size
    };
    for (n, (lines, figure)) in entries.iter().enumerate() {
        canvas.rect(left, y, mark, mark, Role::Series(n));
        let x = left + mark + 8.0;
        labels::lines(
            &mut canvas,
            &letters,
            (x, y + letters.size * 0.88),
            Anchor::Start,
            lines,
            Role::Ink,
        );
        let at = y + letters.size * 0.88 + letters.line() * lines.len() as f64;
        let (figure, _) = letters.wrap(figure, room - mark - 8.0, 1);
        canvas.strong(
            x,
            at,
            Anchor::Start,
            figure.first().map_or("", String::as_str),
            Role::Ink,
        );
        y += height_of(lines);
    }
    canvas.finish(y.max(cy + r) + 2.0)
}

fn slices(chart: &Chart) -> Vec<Slice<'_>> {
    let values = chart
        .series
        .first()
        .map(|series| series.values.as_slice())
        .unwrap_or_default();
    let known = || {
        chart
            .labels
            .iter()
            .zip(values)
            .filter_map(|(label, value)| Some((label.as_str(), (*value)?)))
    };
    let total: f64 = known().map(|(_, value)| value.to_f64().max(0.0)).sum();
    let part = |value: Decimal| {
        if total > 0.0 {
            value.to_f64().max(0.0) / total
        } else {
            0.0
        }
    };
    known()
        .map(|(label, value)| Slice {
            label,
            value,
            part: part(value),
        })
        .collect()
}
