//! A moment of local time in Viet Nam (Asia/Ho_Chi_Minh, UTC+7, no summer time since 1975).
//!
//! Content is dated in this zone whatever the zone of the editor's PC; a date alone means 00:00. The clock itself is
//! read in one place only, `source`.

use std::time::Duration;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::DateTimePrinter;
use serde::{Deserialize, Serialize};

/// Seconds from 1970-01-01 00:00 local time (not UTC).
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Debug, Default,
)]
pub struct Moment(i64);

/// Viet Nam's offset from UTC in seconds.
const OFFSET: i64 = 7 * 3_600;
const EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

const PRINTER: DateTimePrinter = DateTimePrinter::new();

impl Moment {
    /// 00:00 of a day.
    #[must_use]
    pub fn midnight(date: Date) -> Self {
        Self::new(date.to_datetime(Time::midnight()))
    }

    /// The moment of a local date and time.
    #[must_use]
    pub fn new(local: DateTime) -> Self {
        Self(local.duration_since(EPOCH).as_secs())
    }

    /// The moment `seconds` after 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn from_unix(seconds: i64) -> Self {
        Self(seconds + OFFSET)
    }

    /// Moves a local time written with another offset (seconds east of UTC) to Viet Nam's.
    #[must_use]
    pub fn from_offset(local: DateTime, offset: i64) -> Self {
        Self(Self::new(local).0 - offset + OFFSET)
    }

    /// The civil date of this moment.
    #[must_use]
    pub fn date(self) -> Date {
        self.local().date()
    }

    /// The civil date and time of this moment.
    #[must_use]
    pub fn local(self) -> DateTime {
        EPOCH.saturating_add(SignedDuration::from_secs(self.0))
    }

    /// How long this moment is after another; nothing when it is not.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_secs(u64::try_from(self.0 - earlier.0).unwrap_or(0))
    }

    /// The moment some time after this one, in whole seconds.
    #[must_use]
    pub fn after(self, time: Duration) -> Self {
        Self(self.0.saturating_add_unsigned(time.as_secs()))
    }

    /// RFC 3339 with Viet Nam's offset: `2026-11-21T07:30:00+07:00`.
    #[must_use]
    pub fn rfc3339(self) -> String {
        let mut text = String::with_capacity("2026-11-21T07:30:00+07:00".len());
        PRINTER
            .print_datetime(&self.local(), &mut text)
            .expect("writing to a string cannot fail");
        text.push_str("+07:00");
        text
    }

    /// RFC 822 as RSS 2.0 wants it: `Sat, 21 Nov 2026 07:30:00 +0700`.
    #[must_use]
    pub fn rfc822(self) -> String {
        self.local()
            .strftime("%a, %d %b %Y %H:%M:%S +0700")
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    #[test]
    fn a_date_alone_is_midnight_in_viet_nam() {
        assert_eq!(
            Moment::midnight(date(2026, 11, 21)).rfc3339(),
            "2026-11-21T00:00:00+07:00"
        );
        assert_eq!(Moment::from_unix(0).rfc3339(), "1970-01-01T07:00:00+07:00");
    }

    #[test]
    fn another_offset_is_moved_to_viet_nam() {
        let moment = Moment::from_offset(datetime(2026, 11, 21, 20, 0, 0, 0), 0);
        assert_eq!(moment.rfc3339(), "2026-11-22T03:00:00+07:00");
    }

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        let mut day = date(1800, 1, 1);
        while day < date(2200, 1, 1) {
            assert_eq!(Moment::midnight(day).date(), day);
            day = day.tomorrow().expect("far from the last representable day");
        }
    }

    #[test]
    fn rss_dates_have_the_english_weekday() {
        assert_eq!(
            Moment::new(datetime(2026, 11, 21, 7, 30, 5, 0)).rfc822(),
            "Sat, 21 Nov 2026 07:30:05 +0700"
        );
    }
}
