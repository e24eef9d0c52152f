//! Days in words: `ngày mồng năm tháng tư`, also months, spans of days, and what may be a day or a share.

use jiff::civil::Date;

use super::number::whole;
use super::{Reading, Spot, Style, Why, begins, digits, figure, is_dash, is_over, unspaced};

/// A day as written, with or without its year.
#[derive(Clone, Copy)]
struct Day {
    day: u8,
    month: u8,
    year: Option<u16>,
}

impl Day {
    /// Reads `d/m` or `d/m/yyyy` at the start of a text; dashes and full stops only part the three parts of a whole date.
    fn take(text: &str) -> Option<(Self, &str)> {
        let (day, rest) = digits(text, 1..=2)?;
        let mark = rest
            .chars()
            .next()
            .filter(|c| matches!(c, '/' | '-' | '.'))?;
        let (month, rest) = digits(&rest[1..], 1..=2)?;
        let year = rest
            .strip_prefix(mark)
            .and_then(|rest| digits(rest, 4..=4))
            .filter(|(_, rest)| is_over(rest));
        let (year, rest) = match year {
            Some((year, rest)) => (year.parse().ok(), rest),
            None => (None, rest),
        };
        let day = Self::new(day.parse().ok()?, month.parse().ok()?, year)?;
        ((mark == '/' || year.is_some()) && is_over(rest)).then_some((day, rest))
    }

    /// `None` when the calendar has no such day.
    fn new(day: u8, month: u8, year: Option<u16>) -> Option<Self> {
        let in_year = i16::try_from(year.unwrap_or(2000)).ok()?; // a leap year
        Date::new(in_year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
        Some(Self { day, month, year })
    }

    fn say(self, style: &Style) -> String {
        let mut said = format!("{} {}", day(self.day, style), in_month(self.month, style));
        if let Some(year) = self.year {
            said.push_str(" năm ");
            said.push_str(&whole(year.into(), style));
        }
        said
    }

    /// Whether it is one that everybody knows by these two numbers.
    fn is_known(self) -> bool {
        const KNOWN: [(u8, u8); 18] = [
            (3, 2),
            (27, 2),
            (8, 3),
            (26, 3),
            (30, 4),
            (1, 5),
            (7, 5),
            (15, 5),
            (18, 5),
            (19, 5),
            (27, 7),
            (19, 8),
            (2, 9),
            (1, 10),
            (10, 10),
            (20, 10),
            (20, 11),
            (22, 12),
        ];
        self.year.is_some() || KNOWN.contains(&(self.day, self.month))
    }
}

/// A whole date behind `ngày`: `mồng một tháng mười năm hai nghìn không trăm hai mươi sáu`.
pub(super) fn date(date: Date, style: &Style) -> String {
    let small = |number: i8| u8::try_from(number).expect("days and months are from 1");
    let day = Day {
        day: small(date.day()),
        month: small(date.month()),
        year: u16::try_from(date.year()).ok(),
    };
    day.say(style)
}

/// The number of a day: `mồng năm`, `hai mươi mốt`.
fn day(day: u8, style: &Style) -> String {
    let said = whole(day.into(), style);
    if day <= 10 {
        return format!("{} {said}", style.first_days);
    }
    said
}

fn in_month(month: u8, style: &Style) -> String {
    match month {
        4 => "tháng tư".to_owned(),
        month => format!("tháng {}", whole(month.into(), style)),
    }
}

/// Words behind which two numbers are a day.
const DAY_BEFORE: &[&str] = &[
    "tu", "den", "truoc", "sau", "dip", "le", "sang", "chieu", "toi", "trua", "dem", "hom", "han",
    "qua", "mung", "vao", "luc", "ke tu", "tinh den", "hai", "ba", "sau", "bay", "nhat",
    "hang nam",
];

/// Words behind which two numbers are a share.
const SHARE_BEFORE: &[&str] = &[
    "hon",
    "gan",
    "khoang",
    "chiem",
    "bang",
    "giam",
    "tang",
    "dat",
    "it nhat",
    "toi thieu",
];

/// Reads a day, a span of days or a month at this spot.
pub(super) fn read(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    from_iso(spot, style)
        .or_else(|| days_of_a_month(spot, style))
        .or_else(|| span(spot, style))
        .or_else(|| one_day(spot, style))
        .or_else(|| month_of_year(spot, style))
        .or_else(|| bare(spot, style))
}

/// `ngày ` where the text does not have it.
fn lead(spot: Spot<'_>) -> &'static str {
    if spot.follows(&["ngay", "mong", "mung"]) {
        ""
    } else {
        "ngày "
    }
}

fn from_iso(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let (year, rest) = digits(spot.rest(), 4..=4)?;
    let (month, rest) = digits(rest.strip_prefix('-')?, 2..=2)?;
    let (number, rest) = digits(rest.strip_prefix('-')?, 2..=2)?;
    let day = Day::new(number.parse().ok()?, month.parse().ok()?, year.parse().ok())?;
    is_over(rest).then(|| spoken(spot, rest, format!("{}{}", lead(spot), day.say(style))))
}

/// `01-05/10/2026`.
fn days_of_a_month(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let (first, rest) = digits(spot.rest(), 1..=2)?;
    let rest = unspaced(unspaced(rest).strip_prefix(is_dash)?);
    let (last, rest) = Day::take(rest)?;
    let first: u8 = first
        .parse()
        .ok()
        .filter(|first| (1..last.day).contains(first))?;
    let said = format!(
        "{}{} đến ngày {}",
        lead(spot),
        day(first, style),
        last.say(style)
    );
    Some(spoken(spot, rest, said))
}

/// `01/7 – 31/12/2026`.
fn span(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let (first, rest) = Day::take(spot.rest())?;
    let (last, rest) = Day::take(unspaced(unspaced(rest).strip_prefix(is_dash)?))?;
    let said = format!(
        "{}{} đến ngày {}",
        lead(spot),
        first.say(style),
        last.say(style)
    );
    Some(spoken(spot, rest, said))
}

fn one_day(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let (day, rest) = Day::take(spot.rest())?;
    if spot.follows(&["ngay", "mong", "mung"]) || day.year.is_some() {
        return Some(spoken(
            spot,
            rest,
            format!("{}{}", lead(spot), day.say(style)),
        ));
    }
    if (day.day, day.month) == (24, 7) && !spot.follows(DAY_BEFORE) {
        let said = format!(
            "{} giờ mỗi ngày, {} ngày mỗi tuần",
            whole(24, style),
            whole(7, style)
        );
        return Some(spoken(spot, rest, said));
    }
    let is_share = spot.follows(SHARE_BEFORE) || figure::counts(rest) && !day.is_known();
    if is_share {
        return None;
    }
    let said = format!("ngày {}", day.say(style));
    let is_sure = day.is_known() || spot.follows(DAY_BEFORE);
    let reading = spoken(spot, rest, said);
    Some(if is_sure {
        reading
    } else {
        Reading {
            why: Some(Why::DayOrShare),
            ..reading
        }
    })
}

/// `4/2026`, behind `tháng` or not.
fn month_of_year(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let (month, rest) = digits(spot.rest(), 1..=2)?;
    let (year, rest) = digits(rest.strip_prefix('/')?, 4..=4)?;
    let month: u8 = month
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let year: u16 = year
        .parse()
        .ok()
        .filter(|year| (1900..2200).contains(year))?;
    if !is_over(rest) || spot.follows(&["so"]) {
        return None;
    }
    if spot.follows(&["quy"]) {
        let said = format!(
            "{} năm {}",
            whole(month.into(), style),
            whole(year.into(), style)
        );
        return Some(spoken(spot, rest, said));
    }
    let said = in_month(month, style);
    let said = if spot.follows(&["thang"]) {
        &said["tháng ".len()..]
    } else {
        &said
    };
    Some(spoken(
        spot,
        rest,
        format!("{said} năm {}", whole(year.into(), style)),
    ))
}

/// `ngày 05 tháng 4 năm 2026`, whose numbers stand apart.
fn bare(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let (number, rest) = digits(spot.rest(), 1..=2)?;
    if !is_over(rest) {
        return None;
    }
    let value: u8 = number.parse().ok()?;
    if spot.follows(&["thang"]) && value == 4 {
        return Some(spoken(spot, rest, "tư".to_owned()));
    }
    let is_counted = ["moi ngay", "hang ngay", "trong ngay", "mot ngay"];
    let ends = unspaced(rest).is_empty() || unspaced(rest).starts_with([',', '.', ';', ')', '\n']);
    let is_day = spot.follows(&["ngay"])
        && !spot.follows(&is_counted)
        && (1..=31).contains(&value)
        && (ends || begins(rest, &["thang", "va", "den"]));
    is_day.then(|| spoken(spot, rest, day(value, style)))
}

fn spoken(spot: Spot<'_>, rest: &str, said: String) -> Reading {
    Reading::sure(spot.rest().len() - rest.len(), said)
}
