//! Figures as charts write them: at most two decimals, millions and thousands of millions in words, `%` at the figure.

use super::{Chart, Kind};
use crate::vi::decimal::Decimal;
use crate::vi::number;

/// A figure with at most two decimals.
#[must_use]
pub fn written(value: Decimal) -> String {
    value.write(value.round(2).places())
}

/// How the figures of one chart are written.
pub(super) struct Numbers {
    /// Figures are divided by ten to this.
    power: i8,
    word: &'static str,
    percent: bool,
}

impl Numbers {
    /// For a chart: shares of 100 % if it shows those, else in words from one million on.
    pub fn of(chart: &Chart) -> Self {
        if chart.kind == Kind::Share {
            return Self {
                power: 0,
                word: "",
                percent: true,
            };
        }
        let greatest = chart
            .values()
            .map(|value| value.abs())
            .max()
            .unwrap_or_default();
        let (power, word) = if greatest >= Decimal::from(1_000_000_000) {
            (9, "tỷ")
        } else if greatest >= Decimal::from(1_000_000) {
            (6, "triệu")
        } else {
            (0, "")
        };
        Self {
            power,
            word,
            percent: chart.unit == "%",
        }
    }

    /// A figure.
    pub fn figure(&self, value: Decimal) -> String {
        let scaled = value
            .round(9)
            .times_ten(-self.power)
            .expect("nine decimals of eighteen are left");
        let mut text = written(scaled);
        if self.percent {
            text.push('%');
        }
        text
    }

    /// A share of 100, with a decimal where there is one.
    pub fn share(part: f64) -> String {
        let text = number::decimal(part, 1);
        format!("{}%", text.strip_suffix(",0").unwrap_or(&text))
    }

    /// A figure as the axis has it.
    pub fn scaled(&self, value: f64) -> f64 {
        value / 10f64.powi(self.power.into())
    }

    /// The number at a step of the axis.
    pub fn tick(&self, text: &str) -> String {
        if self.percent {
            format!("{text}%")
        } else {
            text.to_owned()
        }
    }

    /// What the figures are counted in when that is not the unit itself.
    pub fn counted_in(&self, unit: &str) -> Option<String> {
        (self.power > 0).then(|| format!("{} {unit}", self.word).trim_end().to_owned())
    }
}
