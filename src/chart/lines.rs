//! Lines, and areas one upon the other. Names stand at the ends of the lines where there is room, else above.

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, Num, Role, Sheet};
use super::labels::{self, Letters};
use super::number::Numbers;
use super::scale::Scale;
use super::{Chart, Kind};

/// How the lines of the series are broken, besides their colours and marks.
const DASHES: [&str; 6] = ["", "", "7 3", "2 3", "9 3 2 3", "4 4"];

pub(super) fn draw(chart: &Chart, sheet: &Sheet<'_>) -> String {
    let letters = Letters::new(sheet.layout);
    let numbers = Numbers::of(chart);
    let is_area = chart.kind == Kind::Area;
    let count = chart.labels.len();
    let tops = tops(chart, &numbers);
    let figures = || tops.iter().flatten().flatten().copied();
    let (mut low, mut high) = (
        figures().fold(f64::INFINITY, f64::min),
        figures().fold(f64::NEG_INFINITY, f64::max),
    );
    if !low.is_finite() {
        (low, high) = (0.0, 1.0);
    }
    // Lines that lie close together far from 0 show more without it; areas say how much, and begin at 0.
    if is_area || (low > 0.0 && low < high * 0.6) {
        low = low.min(0.0);
    }
    let scale = Scale::new(low, high, 4);
    let axis = Axis::new(&scale, &numbers);
    let left = axis.room(&letters);

    let width = sheet.layout.width;
    let has_names = chart.series.len() > 1;
    let names_beside = has_names && sheet.layout.is_wide();
    let name_room = if names_beside {
        letters
            .widest(chart.series.iter().map(|series| series.name.as_str()))
            .min(width * 0.26)
    } else {
        0.0
    };
    let right = if names_beside { name_room + 14.0 } else { 8.0 };
    let mut canvas = Canvas::new(sheet);
    let head = labels::head(&mut canvas, chart, &numbers, &letters, !names_beside);
    let top = head + letters.line() + 4.0;
    let names_of = |room: f64| {
        chart
            .series
            .iter()
            .map(|series| letters.wrap(&series.name, room, 3).0)
            .collect::<Vec<_>>()
    };
    let names_lines = if names_beside {
        names_of(name_room)
    } else {
        Vec::new()
    };
    let needed: f64 = names_lines
        .iter()
        .map(|lines| letters.line() * lines.len() as f64 + 3.0)
        .sum();
    let height = needed.max(if sheet.layout.is_wide() { 230.0 } else { 190.0 });
    // The first and the last label have room on both sides.
    let room = width - left - right;
    let widest = letters.widest(chart.labels.iter().map(String::as_str));
    let pad = if count == 1 {
        room / 2.0
    } else {
        (widest / 2.0).min(room / (2 * count) as f64)
    };
    let step = (room - pad * 2.0) / (count.max(2) - 1) as f64;
    let x = |n: usize| left + pad + step * n as f64;
    let y = |value: f64| top + (1.0 - scale.part(value)) * height;
    axis.draw(&mut canvas, &letters, (left, width - right), y);
    for n in (0..chart.series.len()).rev().filter(|_| is_area) {
        // From the top: each area is drawn down to the one below it.
        for run in runs(&tops[n]) {
            let mut d = path(run.iter().map(|(i, value)| (x(*i), y(*value))));
            let floor = |i: usize| {
                if n == 0 {
                    scale.low.max(0.0)
                } else {
                    tops[n - 1][i].unwrap_or(0.0)
                }
            };
            for (i, _) in run.iter().rev() {
                d.push_str(&format!("L{} {}", Num(x(*i)), Num(y(floor(*i)))));
            }
            d.push('z');
            canvas.shape(&d, Role::Series(n));
        }
    }
    for (n, line) in tops.iter().enumerate() {
        for run in runs(line) {
            let d = path(run.iter().map(|(i, value)| (x(*i), y(*value))));
            let (role, thick) = if is_area {
                (Role::Surface, 1.5)
            } else {
                (Role::Series(n), 2.4)
            };
            canvas.trace(
                &d,
                role,
                thick,
                if is_area {
                    ""
                } else {
                    DASHES[n % DASHES.len()]
                },
            );
        }
        if !is_area && count <= 24 {
            let points = line.iter().enumerate();
            canvas.markers(
                points.filter_map(|(i, value)| Some((x(i), y((*value)?)))),
                8.0,
                n,
            );
        }
    }
    if chart.series.len() == 1 {
        figures_of_one(chart, &numbers, &letters, &mut canvas, left, |i| {
            (x(i), tops[0][i].map_or(top, y))
        });
    }
    if names_beside {
        let place = Names {
            lines: &names_lines,
            x: width - right + 10.0,
            top,
            bottom: top + height,
            is_area,
        };
        names(&place, &tops, &letters, &mut canvas, y);
    }
    let under = labels::under(&chart.labels, room / count.max(1) as f64, true, &letters)
        .unwrap_or_default();
    let bottom = top + height + letters.size + 6.0;
    for (n, lines) in under.iter().enumerate() {
        let middle = labels::within(
            x(n),
            letters.widest(lines.iter().map(String::as_str)),
            sheet.layout,
        );
        labels::lines(
            &mut canvas,
            &letters,
            (middle, bottom),
            Anchor::Middle,
            lines,
            Role::Ink,
        );
    }
    let lines = under.iter().map(Vec::len).max().unwrap_or(0);
    canvas.finish(bottom + letters.line() * lines as f64 - letters.size * 0.7)
}

/// The height of each line at each label; areas stand upon each other.
fn tops(chart: &Chart, numbers: &Numbers) -> Vec<Vec<Option<f64>>> {
    let mut floor = vec![0.0; chart.labels.len()];
    let series = 0..chart.series.len();
    let mut line = |s: usize| -> Vec<Option<f64>> {
        let points = floor.iter_mut().enumerate();
        points
            .map(|(i, floor)| {
                let value = numbers.scaled(chart.at(s, i)?);
                if chart.kind == Kind::Area {
                    *floor += value;
                    return Some(*floor);
                }
                Some(value)
            })
            .collect()
    };
    series.map(&mut line).collect()
}

/// The stretches of a line without gaps.
fn runs(line: &[Option<f64>]) -> Vec<Vec<(usize, f64)>> {
    let mut runs: Vec<Vec<(usize, f64)>> = Vec::new();
    let mut is_open = false;
    for (i, value) in line.iter().enumerate() {
        match (value, is_open) {
            (Some(value), true) => runs.last_mut().expect("a run is open").push((i, *value)),
            (Some(value), false) => runs.push(vec![(i, *value)]),
            (None, _) => {}
        }
        is_open = value.is_some();
    }
    runs
}

fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut d = String::new();
    for (x, y) in points {
        d.push(if d.is_empty() { 'M' } else { 'L' });
        d.push_str(&format!("{} {}", Num(x), Num(y)));
    }
    d
}

/// The first and the last figure of a single line, with the greatest and the least between them where they have room.
fn figures_of_one(
    chart: &Chart,
    numbers: &Numbers,
    letters: &Letters,
    canvas: &mut Canvas<'_>,
    left: f64,
    place: impl Fn(usize) -> (f64, f64),
) {
    let values = &chart.series[0].values;
    let known: Vec<usize> = (0..values.len()).filter(|i| values[*i].is_some()).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        return;
    };
    let greatest = known
        .iter()
        .max_by_key(|i| (values[**i], std::cmp::Reverse(**i)));
    let least = known.iter().min_by_key(|i| (values[**i], **i));
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for i in [Some(last), Some(first), greatest, least]
        .into_iter()
        .flatten()
    {
        let text = values[*i]
            .map(|value| numbers.figure(value))
            .unwrap_or_default();
        let width = letters.width(&text) + 6.0;
        let (x, y) = place(*i);
        let x = labels::within(x, width, canvas.layout()).max(left + width / 2.0 - 4.0);
        let (from, to) = (x - width / 2.0, x + width / 2.0);
        if taken
            .iter()
            .all(|(start, end)| to <= *start || from >= *end)
        {
            taken.push((from, to));
            canvas.strong(x, y - 9.0, Anchor::Middle, &text, Role::Ink);
        }
    }
}

/// The names at the ends of the lines, and where they may stand.
struct Names<'n> {
    lines: &'n [Vec<String>],
    x: f64,
    top: f64,
    bottom: f64,
    is_area: bool,
}

fn names(
    names: &Names<'_>,
    tops: &[Vec<Option<f64>>],
    letters: &Letters,
    canvas: &mut Canvas<'_>,
    y: impl Fn(f64) -> f64,
) {
    let end = |n: usize| {
        tops[n]
            .iter()
            .rev()
            .flatten()
            .next()
            .copied()
            .unwrap_or(0.0)
    };
    let block = |(n, lines): (usize, &Vec<String>)| {
        let floor = if n == 0 { 0.0 } else { end(n - 1) };
        let at = if names.is_area {
            (end(n) + floor) / 2.0
        } else {
            end(n)
        };
        (y(at), letters.line() * lines.len() as f64 + 3.0)
    };
    let blocks: Vec<(f64, f64)> = names.lines.iter().enumerate().map(block).collect();
    let middles = labels::spread(
        &blocks,
        names.top - letters.size * 0.6,
        names.bottom + letters.size * 0.6,
    );
    for (n, lines) in names.lines.iter().enumerate() {
        let first = middles[n] - letters.line() * (lines.len().max(1) - 1) as f64 / 2.0;
        canvas.marker(names.x, first, 7.0, n);
        labels::lines(
            canvas,
            letters,
            (names.x + 8.0, first + letters.middle()),
            Anchor::Start,
            lines,
            Role::Ink,
        );
    }
}
