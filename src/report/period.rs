//! The stretch of days that a report is about, and the one before it.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;

/// A stretch of days, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// From one day to another; none if the other is earlier.
    #[must_use]
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// Whether a day lies within.
    #[must_use]
    pub fn has(self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The stretch of the same length just before: as many months if it is made of whole months (1 January to 30 June,
    /// 15 June to 14 December), else as many days.
    #[must_use]
    pub fn before(self) -> Self {
        let to = self.from.saturating_sub(1.day());
        let end = self.to.saturating_add(1.day());
        let months = month_number(end) - month_number(self.from);
        let from = if end.day() == self.from.day() && months > 0 {
            self.from.saturating_sub(months.months())
        } else {
            let days = self.from.duration_until(end);
            self.from.saturating_sub(days)
        };
        Self { from, to }
    }

    /// The first days of the calendar months that it touches, in order.
    #[must_use]
    pub fn months(self) -> Vec<Date> {
        let first = self.from.first_of_month();
        let months = std::iter::successors(Some(first), |month| month.checked_add(1.month()).ok());
        months.take_while(|month| *month <= self.to).collect()
    }
}

fn month_number(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn period(from: Date, to: Date) -> Period {
        Period::new(from, to).expect("in order")
    }

    #[test]
    fn the_period_before_has_as_many_months_or_else_as_many_days() {
        for (now, before) in [
            // Half-years of the calendar, though they differ in days.
            (
                (date(2026, 7, 1), date(2026, 12, 31)),
                (date(2026, 1, 1), date(2026, 6, 30)),
            ),
            (
                (date(2026, 1, 1), date(2026, 6, 30)),
                (date(2025, 7, 1), date(2025, 12, 31)),
            ),
            // From one deadline to the next.
            (
                (date(2026, 6, 15), date(2026, 12, 14)),
                (date(2025, 12, 15), date(2026, 6, 14)),
            ),
            // A month, a year.
            (
                (date(2026, 3, 1), date(2026, 3, 31)),
                (date(2026, 2, 1), date(2026, 2, 28)),
            ),
            (
                (date(2024, 1, 1), date(2024, 12, 31)),
                (date(2023, 1, 1), date(2023, 12, 31)),
            ),
            // Ten days, one day.
            (
                (date(2026, 3, 5), date(2026, 3, 14)),
                (date(2026, 2, 23), date(2026, 3, 4)),
            ),
            (
                (date(2026, 3, 1), date(2026, 3, 1)),
                (date(2026, 2, 28), date(2026, 2, 28)),
            ),
        ] {
            assert_eq!(period(now.0, now.1).before(), period(before.0, before.1));
        }
    }

    #[test]
    fn months_are_those_that_are_touched() {
        assert_eq!(
            period(date(2025, 12, 15), date(2026, 2, 1)).months(),
            [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
        );
    }

    #[test]
    fn a_period_does_not_end_before_it_begins() {
        assert_eq!(Period::new(date(2026, 1, 2), date(2026, 1, 1)), None);
    }
}
