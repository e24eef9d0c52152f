//! Calendars as files: iCalendar (RFC 5545), which telephones, Outlook and Google read.
//!
//! In go occasions, out comes the text of an `.ics` file; the same occasions give the same bytes. What names an occasion
//! (`uid`) stays for ever, so that a calendar that has it already replaces it instead of adding another.

use jiff::ToSpan;
use jiff::civil::Date;

use super::YearDay;
use crate::moment::Moment;

/// When an occasion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// From a moment to another, or at a moment alone.
    Times(Moment, Option<Moment>),
    /// All of these days, both included.
    Dates(Date, Date),
    /// A day of every year, from this year on.
    Yearly(YearDay, i16),
}

/// Whether an occasion takes place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// It does.
    #[default]
    Confirmed,
    /// It was put off and has no new day yet.
    Tentative,
    /// It does not.
    Cancelled,
}

/// One entry of a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Occasion {
    /// Its name for machines, the same for ever: `tin-tuc-hop@xa.example`.
    pub uid: String,
    /// When it is.
    pub when: When,
    /// Its name for people.
    pub summary: String,
    /// Where it is; may be empty.
    pub place: String,
    /// A sentence about it; may be empty.
    pub about: String,
    /// The whole address of its page; may be empty.
    pub url: String,
    /// Whether it takes place.
    pub status: Status,
    /// When it was last changed.
    pub changed: Moment,
    /// How many changes came before; grows with every change.
    pub sequence: u32,
}

/// The number of a change at a moment, for `Occasion::sequence`: the minutes since the beginning of 2020, so that a later
/// change has a greater number without anybody counting.
#[must_use]
pub fn sequence_of(changed: Moment) -> u32 {
    const SINCE: Date = Date::constant(2020, 1, 1);
    let minutes = changed.since(Moment::midnight(SINCE)).as_secs() / 60;
    u32::try_from(minutes).unwrap_or(u32::MAX)
}

/// A calendar with a title.
#[must_use]
pub fn calendar(title: &str, occasions: &[Occasion]) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//trangxa//trangxa//VI");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    line(&mut out, &format!("X-WR-CALNAME:{}", text(title)));
    line(&mut out, &format!("X-WR-TIMEZONE:{ZONE}"));
    for zone in [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Ho_Chi_Minh",
        "BEGIN:STANDARD",
        "DTSTART:19750613T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0700",
        "TZNAME:+07",
        "END:STANDARD",
        "END:VTIMEZONE",
    ] {
        line(&mut out, zone);
    }
    for occasion in occasions {
        event(&mut out, occasion);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

const ZONE: &str = "Asia/Ho_Chi_Minh";

fn event(out: &mut String, occasion: &Occasion) {
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", text(&occasion.uid)));
    let stamp = utc(occasion.changed);
    line(out, &format!("DTSTAMP:{stamp}"));
    line(out, &format!("LAST-MODIFIED:{stamp}"));
    line(out, &format!("SEQUENCE:{}", occasion.sequence));
    match occasion.when {
        When::Times(start, end) => {
            line(out, &format!("DTSTART;TZID={ZONE}:{}", local(start)));
            if let Some(end) = end.filter(|end| *end > start) {
                line(out, &format!("DTEND;TZID={ZONE}:{}", local(end)));
            }
        }
        When::Dates(first, last) => dates(out, first, last),
        When::Yearly(day, year) => {
            // 29/2 is not in every year; whoever repeats it finds the years that have it.
            if let Some(date) = Date::new(year, 1, 1).ok().and_then(|first| day.from(first)) {
                dates(out, date, date);
                line(out, "RRULE:FREQ=YEARLY");
            }
        }
    }
    line(out, &format!("SUMMARY:{}", text(&occasion.summary)));
    for (name, value) in [
        ("LOCATION", &occasion.place),
        ("DESCRIPTION", &occasion.about),
    ] {
        if !value.is_empty() {
            line(out, &format!("{name}:{}", text(value)));
        }
    }
    if !occasion.url.is_empty() {
        line(out, &format!("URL:{}", occasion.url));
    }
    let status = match occasion.status {
        Status::Confirmed => "CONFIRMED",
        Status::Tentative => "TENTATIVE",
        Status::Cancelled => "CANCELLED",
    };
    line(out, &format!("STATUS:{status}"));
    if !matches!(occasion.when, When::Times(..)) {
        line(out, "TRANSP:TRANSPARENT"); // a day that is marked keeps nobody busy
    }
    line(out, "END:VEVENT");
}

/// Whole days. The end is the first day after them (RFC 5545, 3.6.1).
fn dates(out: &mut String, first: Date, last: Date) {
    let day = |date: Date| date.strftime("%Y%m%d").to_string();
    let after = last.max(first).saturating_add(1.day());
    line(out, &format!("DTSTART;VALUE=DATE:{}", day(first)));
    line(out, &format!("DTEND;VALUE=DATE:{}", day(after)));
}

fn local(moment: Moment) -> String {
    moment.local().strftime("%Y%m%dT%H%M%S").to_string()
}

fn utc(moment: Moment) -> String {
    let utc = moment.local().saturating_sub(7.hours());
    utc.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as a value (RFC 5545, 3.3.11): `\`, `;`, `,` and line breaks escaped, other control characters left out.
fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// The most octets of a line, its end not counted (RFC 5545, 3.1).
const OCTETS: usize = 75;

/// Writes a line, folded so that no part has more than 75 octets and none ends within a character or between a letter
/// and its marks.
fn line(out: &mut String, content: &str) {
    let mut room = OCTETS;
    let mut chars = content.chars().peekable();
    let mut cluster = String::new();
    while let Some(c) = chars.next() {
        cluster.push(c);
        if chars.peek().is_some_and(|next| is_mark(*next)) && cluster.len() < OCTETS / 2 {
            continue;
        }
        if cluster.len() > room {
            out.push_str("\r\n ");
            room = OCTETS - 1;
        }
        room -= cluster.len();
        out.push_str(&cluster);
        cluster.clear();
    }
    out.push_str("\r\n");
}

/// Whether a character stands on the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    fn meeting() -> Occasion {
        Occasion {
            uid: "tin-tuc-hop@xa.example".to_owned(),
            when: When::Times(
                Moment::new(datetime(2026, 12, 1, 8, 0, 0, 0)),
                Some(Moment::new(datetime(2026, 12, 1, 11, 30, 0, 0))),
            ),
            summary: "Họp thôn; bàn việc số hóa, ký tên".to_owned(),
            place: "Nhà văn hóa thôn 1".to_owned(),
            about: "Dòng một\nDòng hai \\ hết".to_owned(),
            url: "https://xa.example/tin-tuc/hop/".to_owned(),
            status: Status::Confirmed,
            changed: Moment::new(datetime(2026, 11, 22, 6, 30, 0, 0)),
            sequence: 3,
        }
    }

    fn lines(calendar: &str) -> Vec<String> {
        let unfolded = calendar.replace("\r\n ", "");
        unfolded.split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn an_event_has_times_in_viet_nam_and_escaped_texts() {
        let text = calendar("Lịch xã", &[meeting()]);
        let lines = lines(&text);
        let from = lines.iter().position(|line| line == "BEGIN:VEVENT");
        assert_eq!(
            &lines[from.expect("there is an event")..],
            [
                "BEGIN:VEVENT",
                "UID:tin-tuc-hop@xa.example",
                "DTSTAMP:20261121T233000Z",
                "LAST-MODIFIED:20261121T233000Z",
                "SEQUENCE:3",
                "DTSTART;TZID=Asia/Ho_Chi_Minh:20261201T080000",
                "DTEND;TZID=Asia/Ho_Chi_Minh:20261201T113000",
                "SUMMARY:Họp thôn\\; bàn việc số hóa\\, ký tên",
                "LOCATION:Nhà văn hóa thôn 1",
                "DESCRIPTION:Dòng một\\nDòng hai \\\\ hết",
                "URL:https://xa.example/tin-tuc/hop/",
                "STATUS:CONFIRMED",
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            ]
        );
    }

    #[test]
    fn whole_days_end_on_the_day_after_and_annual_days_come_back() {
        let of = |when| {
            let text = calendar("", &[Occasion { when, ..meeting() }]);
            let keys = ["DTSTART", "DTEND", "RRULE", "TRANSP"];
            let mut lines = lines(&text);
            lines.retain(|line| {
                keys.iter().any(|key| line.starts_with(key)) && !line.contains("1975")
            });
            lines
        };
        assert_eq!(
            of(When::Dates(date(2026, 10, 1), date(2026, 10, 10))),
            [
                "DTSTART;VALUE=DATE:20261001",
                "DTEND;VALUE=DATE:20261011",
                "TRANSP:TRANSPARENT"
            ]
        );
        let day = YearDay::read("10/10").expect("a day");
        assert_eq!(
            of(When::Yearly(day, 2026)),
            [
                "DTSTART;VALUE=DATE:20261010",
                "DTEND;VALUE=DATE:20261011",
                "RRULE:FREQ=YEARLY",
                "TRANSP:TRANSPARENT"
            ]
        );
        let moment = Moment::new(datetime(2026, 12, 1, 8, 0, 0, 0));
        assert_eq!(
            of(When::Times(moment, None)),
            ["DTSTART;TZID=Asia/Ho_Chi_Minh:20261201T080000"]
        );
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_never_within_a_letter() {
        for length in 1..200 {
            for letters in ["ễ", "a", "e\u{302}\u{303}", "😀"] {
                let summary = letters.repeat(length);
                let text = calendar(
                    &summary,
                    &[Occasion {
                        summary: summary.clone(),
                        ..meeting()
                    }],
                );
                for line in text.split_terminator("\r\n") {
                    assert!(line.len() <= 75, "{} octets: {line}", line.len());
                    assert!(
                        !line.starts_with([' ']) || !line[1..].starts_with(is_mark),
                        "{line}"
                    );
                }
                assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
                assert!(lines(&text).contains(&format!("SUMMARY:{summary}")));
            }
        }
    }

    #[test]
    fn a_later_change_has_a_greater_number() {
        let at = |day| sequence_of(Moment::midnight(date(2026, 11, day)));
        assert!(at(22) < at(23));
        assert_eq!(sequence_of(Moment::midnight(date(1999, 1, 1))), 0);
    }
}
