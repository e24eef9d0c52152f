//! Pairs of dots: for each label where the series stand, and a line for the way between them.

use super::Chart;
use super::canvas::{Anchor, Canvas, Role, Sheet};
use super::labels::{self, Letters};
use super::number::Numbers;
use super::scale::Scale;

/// From a dot's middle to its figure.
const BESIDE: f64 = 9.0;
/// What is free around a figure.
const AROUND: f64 = 4.0;

pub(super) fn draw(chart: &Chart, sheet: &Sheet<'_>) -> String {
    let letters = Letters::new(sheet.layout);
    let numbers = Numbers::of(chart);
    let width = sheet.layout.width;
    let rows: Vec<Vec<(usize, f64, String)>> = (0..chart.labels.len())
        .map(|n| dots(chart, &numbers, n))
        .collect();
    let figures = || rows.iter().flatten().map(|(_, at, _)| *at);
    let (low, high) = (
        figures().fold(f64::INFINITY, f64::min),
        figures().fold(f64::NEG_INFINITY, f64::max),
    );
    let scale = if low.is_finite() {
        Scale::new(low.min(0.0), high.max(0.0), 4)
    } else {
        Scale::new(0.0, 1.0, 4)
    };

    let widest = letters.widest(chart.labels.iter().map(String::as_str));
    let beside = sheet.layout.is_wide().then(|| widest.min(width * 0.34));
    let text_room = letters.widest(rows.iter().flatten().map(|(_, _, text)| text.as_str())) + 12.0;
    let (start, end) = (
        beside.map_or(0.0, |beside| beside + 10.0) + text_room,
        width - text_room,
    );
    let x = |value: f64| start + scale.part(value) * (end - start).max(10.0);

    let mut canvas = Canvas::new(sheet);
    let mut top = labels::head(&mut canvas, chart, &numbers, &letters, true) + 2.0;
    let row = letters.size * 1.8;
    for (n, dots) in rows.iter().enumerate() {
        let (lines, _) = letters.wrap(&chart.labels[n], beside.unwrap_or(width), 4);
        let text_height = letters.line() * lines.len() as f64;
        let (anchor, text_x) = beside.map_or((Anchor::Start, 0.0), |beside| (Anchor::End, beside));
        let (text_top, middle, height) = if beside.is_some() {
            let height = text_height.max(row);
            (
                top + (height - text_height) / 2.0,
                top + height / 2.0,
                height,
            )
        } else {
            (top, top + text_height + row / 2.0, text_height + row)
        };
        labels::lines(
            &mut canvas,
            &letters,
            (text_x, text_top + letters.size),
            anchor,
            &lines,
            Role::Ink,
        );
        let ends = (
            dots.iter().min_by(|a, b| a.1.total_cmp(&b.1)),
            dots.iter().max_by(|a, b| a.1.total_cmp(&b.1)),
        );
        // The row's line makes way for the figures at its sides, whatever colour it has.
        let (mut left, mut right) = (end, end);
        if let (Some(least), Some(most)) = ends {
            canvas.line(x(least.1), middle, x(most.1), middle, Role::Mute, 3.0);
            let base = middle + letters.middle();
            left = x(least.1);
            if dots.len() > 1 {
                left -= BESIDE;
                canvas.text(left, base, Anchor::End, &least.2, Role::Ink);
                left -= letters.width(&least.2) + AROUND;
            }
            right = x(most.1) + BESIDE;
            canvas.text(right, base, Anchor::Start, &most.2, Role::Ink);
            right += letters.width(&most.2) + AROUND;
        }
        for (from, to) in [(start, left), (right, end)] {
            if from + letters.size < to {
                canvas.level(from, to, [middle], Role::Grid);
            }
        }
        for (series, at, _) in dots {
            canvas.marker(x(*at), middle, letters.size * 0.85, *series);
        }
        top += height + letters.size * 0.4;
    }
    canvas.finish(top)
}

/// The dots of a label: series, place, figure.
fn dots(chart: &Chart, numbers: &Numbers, label: usize) -> Vec<(usize, f64, String)> {
    let dot = |(n, series): (usize, &super::Series)| {
        let value = series.values.get(label).copied().flatten()?;
        Some((n, numbers.scaled(value.to_f64()), numbers.figure(value)))
    };
    chart.series.iter().enumerate().filter_map(dot).collect()
}
