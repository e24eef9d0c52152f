//! What bars and columns are made of: pieces from one figure to another.

use super::number::Numbers;
use super::{Chart, Kind};

/// A piece of a bar.
pub(super) struct Segment {
    /// The series.
    pub series: usize,
    /// Which of the bars of a label it belongs to.
    pub slot: usize,
    /// Where it begins and ends, in figures.
    pub from: f64,
    /// See `from`.
    pub to: f64,
    /// Its figure.
    pub text: String,
}

/// The bars of a chart.
pub(super) struct Bars {
    /// The pieces of each label.
    pub labels: Vec<Vec<Segment>>,
    /// How many bars stand at a label.
    pub slots: usize,
    /// What stands at the end of a bar of parts.
    pub totals: Vec<String>,
    /// The least and the greatest figure.
    pub low: f64,
    /// See `low`.
    pub high: f64,
    /// Where bars begin.
    pub base: f64,
}

impl Bars {
    pub fn new(chart: &Chart, numbers: &Numbers) -> Self {
        let base = chart.from.map_or(0.0, |from| numbers.scaled(from.to_f64()));
        let is_share = chart.kind == Kind::Share;
        let is_stacked = is_share || chart.kind == Kind::Stacked;
        let mut bars = Self {
            labels: Vec::new(),
            slots: if is_stacked { 1 } else { chart.series.len() },
            totals: Vec::new(),
            low: base,
            high: base,
            base,
        };
        for label in 0..chart.labels.len() {
            let total = chart.total(label);
            let mut end = 0.0;
            let mut pieces = Vec::new();
            for (n, series) in chart.series.iter().enumerate() {
                let Some(value) = series.values.get(label).copied().flatten() else {
                    continue;
                };
                let figure = value.to_f64();
                let (from, to, text) = if is_share {
                    let part = if total > 0.0 {
                        figure / total * 100.0
                    } else {
                        0.0
                    };
                    (end, end + part, Numbers::share(part))
                } else if is_stacked {
                    (end, end + numbers.scaled(figure), numbers.figure(value))
                } else {
                    (base, numbers.scaled(figure), numbers.figure(value))
                };
                end = to;
                bars.low = bars.low.min(to);
                bars.high = bars.high.max(to);
                pieces.push(Segment {
                    series: n,
                    slot: if is_stacked { 0 } else { n },
                    from,
                    to,
                    text,
                });
            }
            if chart.kind == Kind::Stacked && chart.series.len() > 1 {
                let parts = chart
                    .series
                    .iter()
                    .filter_map(|series| series.values.get(label).copied().flatten());
                let sum = parts.fold(crate::vi::decimal::Decimal::ZERO, |sum, part| {
                    sum.plus(part).unwrap_or(sum)
                });
                bars.totals.push(numbers.figure(sum));
            }
            bars.labels.push(pieces);
        }
        if is_share {
            bars.high = 100.0;
        }
        if bars.high <= bars.low {
            bars.high = bars.low + 1.0;
        }
        bars
    }

    /// Every piece.
    pub fn pieces(&self) -> impl Iterator<Item = &Segment> {
        self.labels.iter().flatten()
    }
}
