//! The sentence that says what a chart shows, from its figures alone: where it is highest and lowest, how it has changed.

use super::number::written;
use super::{Chart, Kind, Series};
use crate::diag::{Lang, Msg, Text};
use crate::vi::decimal::Decimal;
use crate::vi::number;

/// How many things one description names.
const MOST: usize = 6;

/// What a chart shows, in words for people who do not see it.
#[must_use]
pub fn sentence(chart: &Chart) -> String {
    if chart.kind == Kind::Share {
        return sentence(&in_shares(chart));
    }
    let figure = |value: Decimal| figure(value, &chart.unit);
    let say = |msg: Msg, args: &[&dyn crate::diag::ToArg]| Text::new(msg, args).show(Lang::Vi);
    let mut sentences: Vec<String> = Vec::new();
    match chart.kind {
        Kind::Slope | Kind::Dots => {
            let last = chart.series.len().saturating_sub(1);
            let names = |n: usize| {
                chart
                    .series
                    .get(n)
                    .map_or("", |series| series.name.as_str())
            };
            if last > 0 && chart.kind == Kind::Slope {
                sentences.push(say(Msg::SaysBetween, &[&names(0), &names(last)]));
            }
            for (n, label) in chart.labels.iter().enumerate().take(MOST) {
                let of = |s: usize| chart.series.get(s)?.values.get(n).copied().flatten();
                if let (Some(from), Some(to)) = (of(0), of(last)) {
                    sentences.push(if chart.kind == Kind::Slope {
                        change(label, from, to, chart)
                    } else {
                        say(
                            Msg::SaysPair,
                            &[label, &names(0), &figure(from), &names(last), &figure(to)],
                        )
                    });
                }
            }
        }
        Kind::Heat => sentences.extend(heights_of_grid(chart)),
        Kind::Pie => {
            if let Some(series) = chart.series.first() {
                sentences.extend(shares(chart, series));
            }
        }
        _ => {
            for series in chart.series.iter().take(MOST) {
                sentences.extend(row(chart, series));
            }
        }
    }
    sentences.join(" ")
}

/// A chart of shares as it is drawn: every figure in hundredths of what its label adds up to.
fn in_shares(chart: &Chart) -> Chart {
    let share = |(label, value): (usize, &Option<Decimal>)| {
        let (value, total) = ((*value)?.to_f64(), chart.total(label));
        let share = if total > 0.0 { value / total } else { 0.0 };
        Some(
            Decimal::from_f64(share * 100.0)
                .unwrap_or_default()
                .round(1),
        )
    };
    let series = chart.series.iter().map(|series| Series {
        name: series.name.clone(),
        values: series.values.iter().enumerate().map(share).collect(),
    });
    Chart {
        kind: Kind::Stacked,
        labels: chart.labels.clone(),
        series: series.collect(),
        unit: "%".to_owned(),
        from: None,
    }
}

/// A figure with its unit.
fn figure(value: Decimal, unit: &str) -> String {
    match unit {
        "" => written(value),
        "%" => format!("{}%", written(value)),
        unit => format!("{} {unit}", written(value)),
    }
}

/// The labels that have figures, with these.
fn known<'c>(chart: &'c Chart, series: &'c Series) -> Vec<(&'c str, Decimal)> {
    let pairs = chart.labels.iter().zip(&series.values);
    pairs
        .filter_map(|(label, value)| Some((label.as_str(), (*value)?)))
        .collect()
}

/// One series: its way in time, or its highest and lowest.
fn row(chart: &Chart, series: &Series) -> Option<String> {
    let known = known(chart, series);
    let (first, last) = (known.first()?, known.last()?);
    let say = |msg: Msg, args: &[&dyn crate::diag::ToArg]| Text::new(msg, args).show(Lang::Vi);
    let figure = |value: Decimal| figure(value, &chart.unit);
    let highest = known.iter().rev().max_by_key(|(_, value)| *value)?;
    let lowest = known.iter().min_by_key(|(_, value)| *value)?;
    let name = if series.name.is_empty() || chart.series.len() == 1 {
        String::new()
    } else {
        format!("{}: ", series.name)
    };
    if known.len() == 1 {
        return Some(name + &say(Msg::SaysOne, &[&first.0, &figure(first.1)]));
    }
    if highest.1 == lowest.1 {
        return Some(name + &say(Msg::SaysAllAlike, &[&figure(first.1)]));
    }
    let ends = say(
        Msg::SaysEnds,
        &[&highest.0, &figure(highest.1), &lowest.0, &figure(lowest.1)],
    );
    if !chart.is_in_time() {
        return Some(name + &ends);
    }
    let way = say(
        Msg::SaysWay,
        &[
            &first.0,
            &figure(first.1),
            &last.0,
            &figure(last.1),
            &difference(first.1, last.1, chart),
        ],
    );
    let is_plain = [highest.0, lowest.0]
        .iter()
        .all(|label| *label == first.0 || *label == last.0);
    Some(if is_plain {
        name + &way
    } else {
        format!("{name}{way} {ends}")
    })
}

/// How one label has changed.
fn change(label: &str, from: Decimal, to: Decimal, chart: &Chart) -> String {
    let (from_text, to_text) = (figure(from, &chart.unit), figure(to, &chart.unit));
    let difference = difference(from, to, chart);
    Text::new(
        Msg::SaysChange,
        &[&label, &from_text, &to_text, &difference],
    )
    .show(Lang::Vi)
}

/// `tăng 12 hồ sơ (10%)`, `giảm 3 điểm phần trăm`, `không đổi`.
fn difference(from: Decimal, to: Decimal, chart: &Chart) -> String {
    let Some(by) = to.minus(from).filter(|by| *by != Decimal::ZERO) else {
        return Msg::SaysUnchanged.text(Lang::Vi).to_owned();
    };
    let msg = if by.is_negative() {
        Msg::SaysLess
    } else {
        Msg::SaysMore
    };
    let amount = match chart.unit.as_str() {
        "%" => Text::new(Msg::SaysPoints, &[&written(by.abs())]).show(Lang::Vi),
        unit => {
            let amount = figure(by.abs(), unit);
            let part = by.abs().to_f64() / from.abs().to_f64() * 100.0;
            if from == Decimal::ZERO || from.is_negative() || part > 1_000.0 {
                amount
            } else {
                let part = number::decimal(part, 1);
                format!("{amount} ({}%)", part.strip_suffix(",0").unwrap_or(&part))
            }
        }
    };
    Text::new(msg, &[&amount]).show(Lang::Vi)
}

/// The greatest and the least share of a pie.
fn shares(chart: &Chart, series: &Series) -> Option<String> {
    let known = known(chart, series);
    let total: f64 = known.iter().map(|(_, value)| value.to_f64()).sum();
    let share = |value: Decimal| super::number::Numbers::share(value.to_f64() / total * 100.0);
    let greatest = known.iter().rev().max_by_key(|(_, value)| *value)?;
    let least = known.iter().min_by_key(|(_, value)| *value)?;
    if total <= 0.0 {
        return None;
    }
    let args: [&dyn crate::diag::ToArg; 4] =
        [&greatest.0, &share(greatest.1), &least.0, &share(least.1)];
    Some(Text::new(Msg::SaysShares, &args).show(Lang::Vi))
}

/// The highest and the lowest cell of a grid.
fn heights_of_grid(chart: &Chart) -> Option<String> {
    let cells = chart.series.iter().flat_map(|series| {
        known(chart, series)
            .into_iter()
            .map(|(label, value)| (format!("{label} – {}", series.name), value))
    });
    let cells: Vec<(String, Decimal)> = cells.collect();
    let highest = cells.iter().rev().max_by_key(|(_, value)| *value)?;
    let lowest = cells.iter().min_by_key(|(_, value)| *value)?;
    let (high, low) = (
        figure(highest.1, &chart.unit),
        figure(lowest.1, &chart.unit),
    );
    Some(Text::new(Msg::SaysEnds, &[&highest.0, &high, &lowest.0, &low]).show(Lang::Vi))
}
