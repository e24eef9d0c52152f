//! The next day before which a report is due, and the last day of work on which it can still be sent.
//!
//! “Trước ngày 15/6” does not include the 15th. Saturdays and Sundays are passed over, and the public holidays that
//! `[report]` names: they are announced year by year.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use serde::Serialize;

use crate::calendar::Holiday;
use crate::config::Reporting;
use crate::diag::{Msg, Text};
use crate::vi;

/// No holidays with the weekends around them last longer, in days.
const LONGEST_REST: usize = 31;

/// A deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The day before which the report must be there.
    pub before: Date,
    /// The last day of work before it.
    pub last: Date,
}

impl Deadline {
    /// The deadline “before” a day.
    #[must_use]
    pub fn before(day: Date, holidays: &[Holiday]) -> Self {
        let earlier = std::iter::successors(day.yesterday().ok(), |day| day.yesterday().ok());
        let is_work = |day: &Date| {
            let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            !is_weekend && !holidays.iter().any(|holiday| holiday.is_on(*day))
        };
        let last = earlier.take(LONGEST_REST).find(is_work);
        Self {
            before: day,
            last: last.unwrap_or(day),
        }
    }

    /// The next deadline of `[report]`, seen from a day.
    #[must_use]
    pub fn next(reporting: &Reporting, today: Date) -> Option<Self> {
        let years = [today.year(), today.year().saturating_add(1)];
        let days = reporting.deadlines.iter();
        let days = days.flat_map(|day| years.into_iter().filter_map(|year| day.of(year)));
        let next = days.filter(|day| *day > today).min()?;
        Some(Self::before(next, &reporting.holidays))
    }

    /// Days from today to the last day of work; negative when that is over and the deadline is not.
    #[must_use]
    pub fn days_left(self, today: Date) -> i32 {
        today
            .until(self.last)
            .map_or(0, |distance| distance.get_days())
    }

    /// What to say about it on a day; nothing while it is far.
    #[must_use]
    pub fn reminder(self, reporting: &Reporting, today: Date) -> Option<Text> {
        let left = self.days_left(today);
        let (before, last) = (vi::date::short(self.before), vi::date::short(self.last));
        let weekday = vi::date::weekday_in_text(self.last);
        match left {
            _ if left > reporting.remind_days => None,
            0 => Some(Text::new(Msg::UiDeadlineToday, &[&before])),
            1.. => Some(Text::new(
                Msg::UiDeadline,
                &[&before, &left, &weekday, &last],
            )),
            _ => Some(Text::new(Msg::UiDeadlineLate, &[&before, &weekday, &last])),
        }
    }
}

/// The first day of the period that the next report is about: the one on which the deadline before it passed.
#[must_use]
pub fn period_start(deadline: Deadline, reporting: &Reporting) -> Option<Date> {
    let year_before = deadline.before.checked_sub(1.year()).ok()?;
    let mut passed = year_before;
    while let Some(next) = Deadline::next(reporting, passed)
        && next.before < deadline.before
    {
        passed = next.before;
    }
    Some(passed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::YearDay;
    use crate::diag::Lang;
    use crate::parse::fields::Fields;
    use jiff::civil::date;

    fn reporting(deadlines: &[&str]) -> Reporting {
        let days = deadlines.iter().map(|day| YearDay::read(day));
        Reporting {
            deadlines: days.map(|day| day.expect("a day")).collect(),
            holidays: Vec::new(),
            remind_days: 30,
            yearly_items: None,
            words: Fields::default(),
        }
    }

    #[test]
    fn before_a_day_does_not_include_it_and_weekends_are_passed_over() {
        for (day, last) in [
            (date(2027, 6, 15), date(2027, 6, 14)),   // Tuesday, Monday
            (date(2026, 12, 15), date(2026, 12, 14)), // Tuesday, Monday
            (date(2026, 6, 15), date(2026, 6, 12)),   // Monday, the Friday before
            (date(2026, 12, 20), date(2026, 12, 18)), // Sunday, the Friday before
            (date(2027, 6, 20), date(2027, 6, 18)),   // Sunday, the Friday before
            (date(2027, 1, 1), date(2026, 12, 31)),   // the year before
        ] {
            assert_eq!(Deadline::before(day, &[]).last, last, "before {day}");
        }
    }

    #[test]
    fn holidays_are_passed_over_with_the_weekends_beside_them() {
        let holidays = ["1/1", "14/6", "17/12/2026", "16/12/2026"]
            .map(|day| Holiday::read(day).expect("a day"));
        for (day, last) in [
            (date(2027, 6, 15), date(2027, 6, 11)), // Monday 14/6 is one, the Friday before
            (date(2026, 12, 18), date(2026, 12, 15)), // two days of one year
            (date(2027, 12, 18), date(2027, 12, 17)), // and not of the next
            (date(2027, 1, 2), date(2026, 12, 31)), // the year before
        ] {
            assert_eq!(Deadline::before(day, &holidays).last, last, "before {day}");
        }
        assert_eq!(Holiday::read("31/6"), None);
        assert_eq!(Holiday::read("2/9/26"), None);
    }

    #[test]
    fn the_clock_goes_past_a_deadline_to_the_next() {
        let reporting = reporting(&["15/6", "15/12"]);
        let said = |today: Date| {
            let deadline = Deadline::next(&reporting, today).expect("there are deadlines");
            let reminder = deadline.reminder(&reporting, today);
            reminder.map(|text| text.show(Lang::Vi))
        };
        let texts = [
            (date(2027, 5, 14), None),
            (
                date(2027, 5, 15),
                Some(
                    "Báo cáo phải gửi trước ngày 15/06/2027: còn 30 ngày (ngày làm việc cuối cùng là thứ Hai, 14/06/2027).",
                ),
            ),
            (
                date(2027, 6, 13),
                Some(
                    "Báo cáo phải gửi trước ngày 15/06/2027: còn 1 ngày (ngày làm việc cuối cùng là thứ Hai, 14/06/2027).",
                ),
            ),
            (
                date(2027, 6, 14),
                Some("Báo cáo phải gửi trước ngày 15/06/2027: hôm nay là ngày cuối cùng."),
            ),
            (date(2027, 6, 15), None),
            (
                date(2026, 6, 13),
                Some(
                    "Báo cáo phải gửi trước ngày 15/06/2026: ngày làm việc cuối cùng, thứ Sáu, 12/06/2026, đã qua; hãy gửi ngay.",
                ),
            ),
        ];
        for (today, expected) in texts {
            assert_eq!(said(today).as_deref(), expected, "{today}");
        }
        let next = Deadline::next(&reporting, date(2026, 12, 15));
        assert_eq!(next.map(|next| next.before), Some(date(2027, 6, 15)));
        assert_eq!(
            Deadline::next(&self::reporting(&[]), date(2026, 12, 15)),
            None
        );
    }

    #[test]
    fn a_period_begins_on_the_deadline_before() {
        for (deadlines, before, start) in [
            (
                &["15/6", "15/12"][..],
                date(2026, 12, 15),
                date(2026, 6, 15),
            ),
            (
                &["20/12", "20/6"][..],
                date(2027, 6, 20),
                date(2026, 12, 20),
            ),
            (&["15/12"][..], date(2026, 12, 15), date(2025, 12, 15)),
        ] {
            let reporting = reporting(deadlines);
            let deadline = Deadline::before(before, &[]);
            assert_eq!(period_start(deadline, &reporting), Some(start));
        }
    }
}
