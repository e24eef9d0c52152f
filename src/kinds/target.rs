//! Targets: what shall be reached by when, and how far it is. Those of `kpi.toml` and those of a campaign are the same.
//!
//! Nothing is made up: without a value a target is `Reached::Unknown`, and words that are no number are never compared.

use serde::Serialize;

use crate::moment::Moment;
use crate::parse::fields::Fields;
use crate::vi::decimal::{self, Decimal, Notation};
use crate::vi::quantity::Tail;

/// A target and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// What is to be reached.
    pub text: String,
    /// What is counted, such as `%`.
    pub unit: Option<String>,
    /// Where it began, as written.
    pub baseline: Option<String>,
    /// How much is to be reached, as written: `≥ 80%`.
    pub target: String,
    /// How much has been reached, as written.
    pub value: Option<String>,
    /// The year by whose end it is to be reached.
    pub year: Option<i64>,
    /// The day of the value.
    pub date: Option<Moment>,
    /// Where the target stands.
    pub source: Option<String>,
    /// The address of the source.
    pub source_url: Option<String>,
    /// What shows the value to be true.
    pub evidence: Option<String>,
}

/// Whether a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reached {
    /// There is no value.
    Unknown,
    /// Not yet, and there is time; or the target is no number.
    Underway,
    /// It is.
    Met,
    /// Its year is over and the value lies below it.
    Missed,
}

/// How a value is compared with a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// The signs and words in front of a target, those that begin with another one first.
const BEFORE: &[(&str, Bound)] = &[
    (">=", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("<=", Bound::AtMost),
    ("≤", Bound::AtMost),
    (">", Bound::MoreThan),
    ("<", Bound::LessThan),
    ("không dưới ", Bound::AtLeast),
    ("ít nhất ", Bound::AtLeast),
    ("tối thiểu ", Bound::AtLeast),
    ("từ ", Bound::AtLeast),
    ("trên ", Bound::MoreThan),
    ("hơn ", Bound::MoreThan),
    ("không quá ", Bound::AtMost),
    ("nhiều nhất ", Bound::AtMost),
    ("tối đa ", Bound::AtMost),
    ("dưới ", Bound::LessThan),
];

/// The words behind a target.
const BEHIND: &[(&str, Bound)] = &[(" trở lên", Bound::AtLeast), (" trở xuống", Bound::AtMost)];

impl Target {
    /// The target that a table of `kpi.toml` or of a campaign describes.
    #[must_use]
    pub fn of(fields: &Fields) -> Self {
        let text = |key: &str| fields.text(key).map(str::to_owned);
        Self {
            text: text("text").unwrap_or_default(),
            unit: text("unit"),
            baseline: text("baseline"),
            target: text("target").unwrap_or_default(),
            value: text("value"),
            year: fields.int("year"),
            date: fields.date("date"),
            source: text("source"),
            source_url: text("source_url"),
            evidence: text("evidence"),
        }
    }

    /// Whether it is reached, in a given year.
    #[must_use]
    pub fn reached(&self, this_year: i16) -> Reached {
        let Some(value) = &self.value else {
            return Reached::Unknown;
        };
        let (bound, target) = self.wanted();
        let (Some(value), Some(target)) = (self.amount(value), target) else {
            return Reached::Underway;
        };
        if !value.counts_what(&target) {
            return Reached::Underway;
        }
        let (value, target) = (value.number, target.number);
        let is_met = match bound {
            Bound::AtLeast => value >= target,
            Bound::MoreThan => value > target,
            Bound::AtMost => value <= target,
            Bound::LessThan => value < target,
        };
        match is_met {
            true => Reached::Met,
            false if self.year.is_some_and(|year| year < this_year.into()) => Reached::Missed,
            false => Reached::Underway,
        }
    }

    /// How much of the way from the baseline (else from nothing) has been gone, in whole hundredths from 0 to 100. None
    /// when there is no way to go: no numbers, or a target that wants something to become less.
    #[must_use]
    pub fn share(&self) -> Option<u8> {
        let (bound, target) = self.wanted();
        if matches!(bound, Bound::AtMost | Bound::LessThan) {
            return None;
        }
        let target = target?;
        let of_target = |text: &str| {
            let amount = self.amount(text)?;
            amount.counts_what(&target).then_some(amount.number)
        };
        let value = of_target(self.value.as_deref()?)?;
        let start = match &self.baseline {
            Some(baseline) => of_target(baseline)?,
            None => Decimal::default(),
        };
        let target = target.number;
        let (gone, way) = (value.minus(start)?.to_f64(), target.minus(start)?.to_f64());
        let hundredths = (way > 0.0).then(|| (gone / way * 100.0).floor().clamp(0.0, 100.0))?;
        (0..=100).find(|n| f64::from(*n) >= hundredths)
    }

    /// How the value is compared, and with what; none when the target is no number.
    fn wanted(&self) -> (Bound, Option<Amount>) {
        let words: Vec<_> = self.target.split_whitespace().collect();
        let text = words.join(" ").to_lowercase();
        let text = text.strip_prefix("đạt ").unwrap_or(&text);
        let behind = BEHIND
            .iter()
            .find_map(|(words, bound)| Some((Some(*bound), text.strip_suffix(words)?)));
        let (behind, text) = behind.unwrap_or((None, text));
        let before = BEFORE
            .iter()
            .find_map(|(words, bound)| Some((Some(*bound), text.strip_prefix(words)?)));
        let (before, text) = before.unwrap_or((None, text));
        let bound = before.or(behind).unwrap_or(Bound::AtLeast);
        if behind.is_some_and(|behind| behind != bound) {
            return (bound, None);
        }
        (bound, self.amount(text))
    }

    /// The number that a text begins with, and what it counts; none when the text begins otherwise or holds another
    /// number: `40 – 50` is not 40.
    fn amount(&self, text: &str) -> Option<Amount> {
        let text = text.trim();
        let end = text
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
            .unwrap_or(text.len());
        let (number, rest) = text.split_at(end);
        if rest.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let number = decimal::read_as(number, Notation::Vietnamese)?.value;
        let rest = rest.to_lowercase();
        let mut words: Vec<_> = rest.split_whitespace().map(str::to_owned).collect();
        let scale = [2, 1].into_iter().find_map(|n| {
            let tail = Tail::read(&words.get(..n)?.join(" "))?;
            tail.unit.is_empty().then_some((n, tail.scale.power()))
        });
        let (scaled, power) = scale.unwrap_or((0, 0));
        words.drain(..scaled);
        if words.is_empty()
            && let Some(unit) = &self.unit
        {
            words = unit
                .to_lowercase()
                .split_whitespace()
                .map(str::to_owned)
                .collect();
        }
        Some(Amount {
            number: number.times_ten(power)?,
            counted: words,
        })
    }
}

/// A number and the words for what it counts; none when the text does not say.
struct Amount {
    number: Decimal,
    counted: Vec<String>,
}

impl Amount {
    /// Whether both count the same, as far as they say it: `215` and `200 người`, `31%` and `30% GDP`. A share is only
    /// compared with a share: 1.234 people are not 80%.
    fn counts_what(&self, other: &Self) -> bool {
        let is_share = |amount: &Self| amount.counted.first().is_some_and(|word| word == "%");
        let mut both = self.counted.iter().zip(&other.counted);
        is_share(self) == is_share(other) && both.all(|(one, other)| one == other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(target: &str, value: Option<&str>, baseline: Option<&str>) -> Target {
        Target {
            text: String::new(),
            unit: None,
            baseline: baseline.map(str::to_owned),
            target: target.to_owned(),
            value: value.map(str::to_owned),
            year: Some(2025),
            date: None,
            source: None,
            source_url: None,
            evidence: None,
        }
    }

    #[test]
    fn a_target_is_reached_when_its_number_is() {
        use Reached::{Met, Missed, Underway, Unknown};
        for (wanted, value, in_time, too_late) in [
            ("100%", None, Unknown, Unknown),
            ("≥ 80%", Some("80%"), Met, Met),
            ("> 80%", Some("80%"), Underway, Missed),
            ("> 80%", Some("80,1%"), Met, Met),
            ("≤ 5", Some("6 vụ"), Underway, Missed),
            ("< 5", Some("4,9"), Met, Met),
            ("1.000 người", Some("999"), Underway, Missed),
            ("≥ 30% GDP", Some("31% GDP"), Met, Met),
            ("40 – 50", Some("45"), Underway, Underway),
            ("Nhóm 3 nước dẫn đầu", Some("Nhóm 5"), Underway, Underway),
            ("Xây dựng và duy trì", Some("Đã có"), Underway, Underway),
            ("trên 80%", Some("65%"), Underway, Missed),
            ("Trên 80%", Some("80,5%"), Met, Met),
            ("đạt ít nhất 80%", Some("80%"), Met, Met),
            ("từ 10 lớp trở lên", Some("10 lớp"), Met, Met),
            ("10 lớp trở lên", Some("9 lớp"), Underway, Missed),
            ("dưới 10%", Some("25%"), Underway, Missed),
            ("không quá 5 ngày", Some("5 ngày"), Met, Met),
            ("từ 40 đến 50 lớp", Some("45 lớp"), Underway, Underway),
            ("trên 5 trở xuống", Some("4"), Underway, Underway),
            ("80%", Some("1.234 người"), Underway, Underway),
            ("80%", Some("81"), Underway, Underway),
            ("200 người", Some("215"), Met, Met),
            ("200 người", Some("215 lượt"), Underway, Underway),
            ("1,5 tỷ đồng", Some("950 triệu đồng"), Underway, Missed),
            ("950 triệu đồng", Some("1,2 tỷ đồng"), Met, Met),
        ] {
            let target = target(wanted, value, None);
            assert_eq!(target.reached(2025), in_time, "{wanted} {value:?} in 2025");
            assert_eq!(target.reached(2026), too_late, "{wanted} {value:?} in 2026");
        }
    }

    #[test]
    fn the_way_gone_counts_from_the_baseline() {
        let share = |wanted, value, baseline| target(wanted, Some(value), baseline).share();
        assert_eq!(share("80%", "40%", None), Some(50));
        assert_eq!(share("80%", "60%", Some("40%")), Some(50));
        assert_eq!(share("80%", "79,9%", None), Some(99), "not all of it");
        assert_eq!(share("80%", "100%", None), Some(100));
        assert_eq!(share("80%", "30%", Some("40%")), Some(0));
        assert_eq!(share("≤ 5", "6", None), None);
        assert_eq!(share("80%", "nhiều", None), None);
        assert_eq!(share("trên 80%", "20%", None), Some(25));
        assert_eq!(
            share("80%", "1.234 người", None),
            None,
            "not the same thing"
        );
        assert_eq!(share("2 tỷ đồng", "500 triệu đồng", None), Some(25));
        assert_eq!(target("80%", None, None).share(), None);
        let of_percent = Target {
            unit: Some("%".to_owned()),
            ..target("80", Some("40%"), None)
        };
        assert_eq!(of_percent.share(), Some(50));
    }
}
