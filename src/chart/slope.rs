//! Slopes: from the first series to the last, one line for each label.

use super::Chart;
use super::canvas::{Anchor, Canvas, Role, Sheet};
use super::labels::{self, Letters};
use super::number::Numbers;
use super::scale::Scale;

pub(super) fn draw(chart: &Chart, sheet: &Sheet<'_>) -> String {
    let letters = Letters::new(sheet.layout);
    let numbers = Numbers::of(chart);
    let width = sheet.layout.width;
    let last = chart.series.len().saturating_sub(1);
    let ends: Vec<(usize, f64, f64)> = (0..chart.labels.len())
        .filter_map(|n| {
            Some((
                n,
                numbers.scaled(chart.at(0, n)?),
                numbers.scaled(chart.at(last, n)?),
            ))
        })
        .collect();
    let figures = || ends.iter().flat_map(|(_, from, to)| [*from, *to]);
    let (low, high) = (
        figures().fold(f64::INFINITY, f64::min),
        figures().fold(f64::NEG_INFINITY, f64::max),
    );
    let scale = if low.is_finite() {
        Scale::new(low, high, 4)
    } else {
        Scale::new(0.0, 1.0, 4)
    };

    let figure = |series: usize, n: usize| {
        chart.series[series].values[n]
            .map(|value| numbers.figure(value))
            .unwrap_or_default()
    };
    let left_texts: Vec<String> = ends.iter().map(|(n, ..)| figure(0, *n)).collect();
    let right_texts: Vec<String> = ends.iter().map(|(n, ..)| figure(last, *n)).collect();
    let left_room = letters.widest(left_texts.iter().map(String::as_str)) + 12.0;
    let figure_room = letters.widest(right_texts.iter().map(String::as_str)) + 8.0;
    let widest = letters.widest(chart.labels.iter().map(String::as_str));
    let name_room = widest.min(width * if sheet.layout.is_wide() { 0.4 } else { 0.34 });
    let names: Vec<Vec<String>> = ends
        .iter()
        .map(|(n, ..)| letters.wrap(&chart.labels[*n], name_room, 3).0)
        .collect();
    let (x1, x2) = (left_room, width - figure_room - name_room - 12.0);

    let left_blocks = |y: &dyn Fn(f64) -> f64| {
        ends.iter()
            .map(|(_, from, _)| (y(*from), letters.line()))
            .collect::<Vec<_>>()
    };
    let right_blocks = |y: &dyn Fn(f64) -> f64| {
        let blocks = ends.iter().zip(&names);
        blocks
            .map(|((_, _, to), lines)| (y(*to), letters.line() * lines.len().max(1) as f64 + 3.0))
            .collect::<Vec<_>>()
    };
    let needed: f64 = right_blocks(&|_| 0.0)
        .iter()
        .map(|(_, height)| height)
        .sum();
    let height = needed.max(if sheet.layout.is_wide() { 240.0 } else { 200.0 });

    let mut canvas = Canvas::new(sheet);
    let head = labels::head(&mut canvas, chart, &numbers, &letters, false);
    let title = |n: usize| {
        chart
            .series
            .get(n)
            .map_or("", |series| series.name.as_str())
    };
    let titles = [
        letters
            .wrap(title(0), (x2 - x1) / 2.0 + left_room - 8.0, 3)
            .0,
        letters.wrap(title(last), width - x2 - 2.0, 3).0,
    ];
    let title_lines = titles.iter().map(Vec::len).max().unwrap_or(0) as f64;
    labels::lines(
        &mut canvas,
        &letters,
        (0.0, head + letters.size),
        Anchor::Start,
        &titles[0],
        Role::Mute,
    );
    labels::lines(
        &mut canvas,
        &letters,
        (x2, head + letters.size),
        Anchor::Start,
        &titles[1],
        Role::Mute,
    );
    let top = head + letters.line() * title_lines + letters.size;
    let y = |value: f64| top + (1.0 - scale.part(value)) * height;
    canvas.line(x1, top, x1, top + height, Role::Grid, 1.0);
    canvas.line(x2, top, x2, top + height, Role::Grid, 1.0);
    let edge = letters.size * 0.7;
    let left = labels::spread(&left_blocks(&y), top - edge, top + height + edge);
    let right = labels::spread(&right_blocks(&y), top - edge, top + height + edge);
    for (i, (n, from, to)) in ends.iter().enumerate() {
        canvas.line(x1, y(*from), x2, y(*to), Role::Series(*n), 2.4);
        canvas.markers([(x1, y(*from)), (x2, y(*to))], 8.0, *n);
        canvas.text(
            x1 - 8.0,
            left[i] + letters.middle(),
            Anchor::End,
            &left_texts[i],
            Role::Ink,
        );
        let first =
            right[i] - letters.line() * (names[i].len().max(1) - 1) as f64 / 2.0 + letters.middle();
        canvas.strong(x2 + 8.0, first, Anchor::Start, &right_texts[i], Role::Ink);
        labels::lines(
            &mut canvas,
            &letters,
            (x2 + 8.0 + figure_room, first),
            Anchor::Start,
            &names[i],
            Role::Ink,
        );
    }
    canvas.finish(top + height + letters.size)
}
