//! Days and times of what the commune announces: spans of days with what they are on a given day, days that come back
//! every year, months as calendars show them, and the `.ics` files (`ics`) that telephones and mail programs read.
//!
//! Pure: dates come in, values and texts go out. Nothing here knows a page or reads the clock.

pub mod ics;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use crate::moment::Moment;
use crate::vi;

/// Days from a first to a last one, both included. Without a last day it does not end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Option<Date>,
}

/// What a span of days is on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// It has not begun.
    Upcoming,
    /// It is one of its days.
    Running,
    /// It is over.
    Over,
}

/// A stage and how long it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// The stage.
    pub stage: Stage,
    /// Days until it begins or until its last day; none when it is over or does not end.
    pub days_left: Option<i32>,
}

impl Days {
    /// The days that moments from `start` to `end` fall on; without an end, the day of `start` alone.
    #[must_use]
    pub fn between(start: Moment, end: Option<Moment>) -> Self {
        let first = start.date();
        Self {
            first,
            last: Some(end.map_or(first, |end| end.date().max(first))),
        }
    }

    /// What it is on a day.
    #[must_use]
    pub fn on(self, today: Date) -> Standing {
        let left = |day: Date| Some(days_between(today, day));
        match self.last {
            _ if today < self.first => Standing {
                stage: Stage::Upcoming,
                days_left: left(self.first),
            },
            Some(last) if today > last => Standing {
                stage: Stage::Over,
                days_left: None,
            },
            last => Standing {
                stage: Stage::Running,
                days_left: last.and_then(left),
            },
        }
    }

    /// Whether a day is one of them.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.on(day).stage == Stage::Running
    }
}

/// How many days lie between two dates; negative when the second is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// A day of every year, such as 10/10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearDay {
    month: i8,
    day: i8,
}

impl YearDay {
    /// Reads `10/10` or `1/10`: the day, then the month. `None` when no year has it.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (day, month) = text.trim().split_once('/')?;
        let number = |text: &str| {
            let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| text.parse::<i8>().ok()).flatten()
        };
        let (day, month) = (number(day)?, number(month)?);
        Date::new(LEAP, month, day).ok()?;
        Some(Self { month, day })
    }

    /// This day of a year; none for 29/2 in most years.
    #[must_use]
    pub fn of(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }

    /// The first time that it comes on a day or after it.
    #[must_use]
    pub fn from(self, day: Date) -> Option<Date> {
        (day.year()..=day.year().saturating_add(8))
            .filter_map(|year| self.of(year))
            .find(|date| *date >= day)
    }
}

/// A day on which nobody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// That of every year.
    Yearly(YearDay),
    /// One day, as the days of Tết, which are announced year by year.
    Once(Date),
}

impl Holiday {
    /// Reads `2/9`, or `17/02/2026` with its year. `None` when there is no such day.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let yearly = YearDay::read(text).map(Self::Yearly);
        yearly.or_else(|| vi::date::parse(text).map(Self::Once))
    }

    /// Whether a day is it.
    #[must_use]
    pub fn is_on(self, day: Date) -> bool {
        match self {
            Self::Yearly(every) => every.of(day.year()) == Some(day),
            Self::Once(once) => once == day,
        }
    }
}

/// Any leap year: a year that has every day.
const LEAP: i16 = 2024;

/// A month as calendars show it: weeks from Monday to Sunday, with nothing where other months have their days.
#[must_use]
pub fn weeks(year: i16, month: i8) -> Vec<[Option<Date>; 7]> {
    let Ok(first) = Date::new(year, month, 1) else {
        return Vec::new();
    };
    let mut weeks = Vec::new();
    for day in 1..=first.days_in_month() {
        let date = Date::new(year, month, day).expect("no month has fewer days than it has");
        let column = date.weekday().to_monday_zero_offset();
        if day == 1 || column == 0 {
            weeks.push([None; 7]);
        }
        let week: &mut [Option<Date>; 7] = weeks.last_mut().expect("day 1 begins a week");
        week[usize::from(column.unsigned_abs())] = Some(date);
    }
    weeks
}

/// The month after another, as its year and number.
#[must_use]
pub fn month_after(year: i16, month: i8) -> (i16, i8) {
    if month >= 12 {
        (year.saturating_add(1), 1)
    } else {
        (year, month + 1)
    }
}

/// The day before a date by a number of days.
#[must_use]
pub fn days_before(date: Date, days: i64) -> Date {
    date.saturating_sub(days.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_span_of_days_is_upcoming_then_running_then_over() {
        let days = Days {
            first: date(2026, 10, 1),
            last: Some(date(2026, 10, 10)),
        };
        let standing = |day| {
            let standing = days.on(day);
            (standing.stage, standing.days_left)
        };
        assert_eq!(standing(date(2026, 9, 19)), (Stage::Upcoming, Some(12)));
        assert_eq!(standing(date(2026, 9, 30)), (Stage::Upcoming, Some(1)));
        assert_eq!(standing(date(2026, 10, 1)), (Stage::Running, Some(9)));
        assert_eq!(standing(date(2026, 10, 10)), (Stage::Running, Some(0)));
        assert_eq!(standing(date(2026, 10, 11)), (Stage::Over, None));
        let endless = Days { last: None, ..days };
        assert_eq!(endless.on(date(2040, 1, 1)).stage, Stage::Running);
        assert_eq!(endless.on(date(2040, 1, 1)).days_left, None);
    }

    #[test]
    fn a_day_of_every_year_is_read_with_the_day_first() {
        let next = |text: &str, day| YearDay::read(text).and_then(|year_day| year_day.from(day));
        assert_eq!(next("10/10", date(2026, 10, 10)), Some(date(2026, 10, 10)));
        assert_eq!(next("1/10", date(2026, 10, 2)), Some(date(2027, 10, 1)));
        assert_eq!(next(" 18/5 ", date(2026, 11, 22)), Some(date(2027, 5, 18)));
        assert_eq!(next("29/2", date(2026, 1, 1)), Some(date(2028, 2, 29)));
        for bad in ["31/4", "10-10", "10/13", "0/1", "+1/1", "1/1/2026", "", "/"] {
            assert_eq!(YearDay::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_month_begins_with_the_week_of_its_first_day() {
        let october = weeks(2026, 10);
        assert_eq!(october.len(), 5);
        assert_eq!(october[0][3], Some(date(2026, 10, 1)), "a Thursday");
        assert_eq!(october[0][2], None);
        assert_eq!(october[1][5], Some(date(2026, 10, 10)), "a Saturday");
        assert_eq!(weeks(2027, 2).len(), 4, "28 days from a Monday");
        let days = |month| weeks(2026, month).concat().into_iter().flatten().count();
        assert_eq!((1..=12).map(days).sum::<usize>(), 365);
        assert_eq!(month_after(2026, 12), (2027, 1));
    }
}
