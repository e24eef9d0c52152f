//! Periods that figures are given for: a year, a quarter, the first nine months.
//!
//! A period is written as reports write it (`quý I/2026`, `9 tháng đầu năm 2026`) and read in the forms that people type.
//! It orders by its first day, then by its last. Days are dates and live in `date`.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::fold::prefix_len;

/// A period of whole months, first and last month included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    first: Month,
    last: Month,
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
struct Month {
    year: i16,
    month: i8,
}

const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

impl Period {
    /// A year from 1900 to 2199.
    #[must_use]
    pub fn year(year: i16) -> Option<Self> {
        Self::of(year, 1, 12)
    }

    /// The years from one to another, both included.
    #[must_use]
    pub fn years(first: i16, last: i16) -> Option<Self> {
        let (first, last) = (Self::year(first)?, Self::year(last)?);
        (first < last).then_some(Self {
            first: first.first,
            last: last.last,
        })
    }

    /// A quarter, from 1 to 4.
    #[must_use]
    pub fn quarter(quarter: i8, year: i16) -> Option<Self> {
        (1..=4)
            .contains(&quarter)
            .then(|| Self::of(year, quarter * 3 - 2, quarter * 3))?
    }

    /// A month, from 1 to 12.
    #[must_use]
    pub fn month(month: i8, year: i16) -> Option<Self> {
        Self::of(year, month, month)
    }

    /// The first so many months of a year, or the last.
    #[must_use]
    pub fn months(count: i8, from_end: bool, year: i16) -> Option<Self> {
        if !(2..=11).contains(&count) {
            return None;
        }
        if from_end {
            Self::of(year, 13 - count, 12)
        } else {
            Self::of(year, 1, count)
        }
    }

    fn of(year: i16, first: i8, last: i8) -> Option<Self> {
        let is_possible = (1900..2200).contains(&year) && first >= 1 && first <= last && last <= 12;
        is_possible.then_some(Self {
            first: Month { year, month: first },
            last: Month { year, month: last },
        })
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::new(self.first.year, self.first.month, 1).expect("months are checked when made")
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        Date::new(self.last.year, self.last.month, 1)
            .expect("months are checked when made")
            .last_of_month()
    }

    /// Reads a period that makes up the whole text, white space around it aside, in any case and with or without
    /// accents: `quý I/2026`, `Q1/2026`, `quý 1 năm 2026`, `tháng 3/2026`, `03/2026`, `T3/2026`, `9 tháng đầu năm 2026`,
    /// `9T/2026`, `năm 2026`, `giai đoạn 2021-2025`, `2021–2025`.
    ///
    /// A year alone (`2026`) is a number and no period: only its column can tell.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        read_quarter(text)
            .or_else(|| read_month(text))
            .or_else(|| read_months(text))
            .or_else(|| read_years(text))
    }
}

/// As reports write it, with spaces that do not break: `quý I/2026`, `tháng 3/2026`, `9 tháng đầu năm 2026`, `năm 2026`,
/// `2021–2025`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last } = *self;
        let year = first.year;
        if year != last.year {
            return write!(f, "{year}–{}", last.year);
        }
        match (first.month, last.month) {
            (1, 12) => write!(f, "năm\u{a0}{year}"),
            (a, b) if a == b => write!(f, "tháng\u{a0}{a}/{year}"),
            (a, b) if b - a == 2 && b % 3 == 0 => {
                let quarter = QUARTERS[usize::from((b / 3 - 1).unsigned_abs())];
                write!(f, "quý\u{a0}{quarter}/{year}")
            }
            (1, b) => write!(f, "{b}\u{a0}tháng đầu năm\u{a0}{year}"),
            (a, _) => write!(f, "{}\u{a0}tháng cuối năm\u{a0}{year}", 13 - a),
        }
    }
}

fn read_quarter(text: &str) -> Option<Period> {
    let rest = after(text, &["quy"]).or_else(|| after_letter(text, "q"))?;
    let numeral = |count: usize| rest.get(..count).map(str::to_uppercase);
    let roman =
        |quarter: &usize| numeral(QUARTERS[*quarter].len()).as_deref() == Some(QUARTERS[*quarter]);
    // The longest first: `III` begins with `I`.
    let (quarter, rest) = match [3, 2, 1, 0].iter().find(|quarter| roman(quarter)) {
        Some(&quarter) => (quarter + 1, &rest[QUARTERS[quarter].len()..]),
        None => {
            let (quarter, rest) = digits(rest, 1)?;
            (usize::try_from(quarter).ok()?, rest)
        }
    };
    Period::quarter(i8::try_from(quarter).ok()?, of_year(rest)?)
}

fn read_month(text: &str) -> Option<Period> {
    let rest = after(text, &["thang"])
        .or_else(|| after_letter(text, "t"))
        .unwrap_or(text);
    let (month, rest) = digits(rest, 2)?;
    // `3 2026` without a word is two numbers.
    let is_said = rest.trim_start().starts_with('/')
        || rest.len() < text.len() && text.starts_with(|c: char| c.is_alphabetic());
    is_said.then(|| Period::month(i8::try_from(month).ok()?, of_year(rest)?))?
}

fn read_months(text: &str) -> Option<Period> {
    let (count, rest) = digits(text, 2)?;
    let rest = rest.trim_start();
    let rest = after(rest, &["thang"]).or_else(|| after_letter(rest, "t"))?;
    let from_end = after(rest, &["cuoi"]);
    let rest = from_end.or_else(|| after(rest, &["dau"])).unwrap_or(rest);
    Period::months(
        i8::try_from(count).ok()?,
        from_end.is_some(),
        of_year(rest)?,
    )
}

fn read_years(text: &str) -> Option<Period> {
    if let Some(rest) = after(text, &["nam"])
        && let Some(year) = whole_year(rest)
    {
        return Period::year(year);
    }
    let rest = after(text, &["giai doan"]).unwrap_or(text);
    let rest = after(rest, &["nam"]).unwrap_or(rest);
    let (first, rest) = digits(rest, 4)?;
    let rest = rest.trim_start().strip_prefix(['-', '–', '—'])?;
    Period::years(first, whole_year(rest)?)
}

/// What follows one of these words and the white space after it.
fn after<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let len = words.iter().find_map(|word| prefix_len(text, word))?;
    Some(text[len..].trim_start())
}

/// What follows a single letter, in either case: the `Q` of `Q1/2026` and `Q.I/2026`.
fn after_letter<'t>(text: &'t str, letter: &str) -> Option<&'t str> {
    let head = text.get(..1)?;
    let rest = head.eq_ignore_ascii_case(letter).then(|| &text[1..])?;
    Some(rest.strip_prefix('.').unwrap_or(rest))
}

/// The year at the end of a period: `/2026`, `năm 2026`, ` 2026`.
fn of_year(rest: &str) -> Option<i16> {
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(['/', '-', ',']).unwrap_or(rest);
    let rest = rest.trim_start();
    whole_year(after(rest, &["nam"]).unwrap_or(rest))
}

fn whole_year(text: &str) -> Option<i16> {
    let (year, rest) = digits(text.trim_start(), 4)?;
    (rest.is_empty() && year >= 1000).then_some(year)
}

/// A number of at most `most` digits at the start of the text, and what follows it.
fn digits(text: &str, most: usize) -> Option<(i16, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=most)
        .contains(&len)
        .then(|| Some((text[..len].parse().ok()?, &text[len..])))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        Period::read(text).map_or("–".to_owned(), |period| period.to_string())
    }

    #[test]
    fn periods_are_read_as_people_type_them() {
        for (written, forms) in [
            (
                "quý\u{a0}I/2026",
                &[
                    "quý I/2026",
                    "Quý 1/2026",
                    "QUÝ I NĂM 2026",
                    "Q1/2026",
                    "q.I/2026",
                    "Quý I-2026",
                    "quy 1 nam 2026",
                    "Q1 2026",
                ][..],
            ),
            ("quý\u{a0}III/2025", &["quý III/2025", "Q3/2025"]),
            ("quý\u{a0}IV/2025", &["quý IV/2025", "Quý iv, năm 2025"]),
            (
                "tháng\u{a0}3/2026",
                &[
                    "tháng 3/2026",
                    "03/2026",
                    "3/2026",
                    "T3/2026",
                    "Tháng 03 năm 2026",
                    " thang 3 / 2026 ",
                ],
            ),
            ("tháng\u{a0}12/2025", &["12/2025"]),
            (
                "6\u{a0}tháng đầu năm\u{a0}2026",
                &[
                    "6 tháng đầu năm 2026",
                    "6 tháng năm 2026",
                    "6 tháng/2026",
                    "6T/2026",
                ],
            ),
            (
                "6\u{a0}tháng cuối năm\u{a0}2026",
                &["6 tháng cuối năm 2026"],
            ),
            (
                "9\u{a0}tháng đầu năm\u{a0}2026",
                &["9 tháng đầu năm 2026", "9 tháng 2026"],
            ),
            ("năm\u{a0}2026", &["năm 2026", "NĂM 2026"]),
            (
                "2021–2025",
                &[
                    "2021-2025",
                    "2021 – 2025",
                    "giai đoạn 2021-2025",
                    "Giai đoạn năm 2021-2025",
                ],
            ),
        ] {
            for form in forms {
                assert_eq!(read(form), written, "{form}");
            }
        }
    }

    #[test]
    fn what_is_no_period_is_not_read() {
        for text in [
            "",
            "2026",
            "quý",
            "quý V/2026",
            "quý 5/2026",
            "quý I",
            "13/2026",
            "0/2026",
            "tháng 13/2026",
            "12 tháng 2026x",
            "31/03/2026",
            "3 2026",
            "57/63",
            "2025-2021",
            "2025-2025",
            "năm nay",
            "12 tháng đầu năm 2026",
            "1/1",
            "q",
            "t",
            "5/12026",
            "03/1800",
        ] {
            assert_eq!(Period::read(text), None, "{text}");
        }
    }

    #[test]
    fn everything_written_is_read_back() {
        for year in 1900..2200 {
            let quarters = (1..=4).map(|quarter| Period::quarter(quarter, year));
            let months = (1..=12).map(|month| Period::month(month, year));
            let firsts = (2..=11).map(|count| Period::months(count, false, year));
            let lasts = (2..=11).map(|count| Period::months(count, true, year));
            let years = [Period::year(year), Period::years(1850 + year / 4, year + 1)];
            for period in quarters
                .chain(months)
                .chain(firsts)
                .chain(lasts)
                .chain(years)
                .flatten()
            {
                assert_eq!(Period::read(&period.to_string()), Some(period), "{period}");
            }
        }
    }

    #[test]
    fn periods_stand_in_the_order_of_time() {
        let read = |text| Period::read(text).expect("a period");
        assert!(read("quý I/2026") < read("quý II/2026"));
        assert!(read("quý IV/2025") < read("tháng 1/2026"));
        assert!(read("tháng 1/2026") < read("quý I/2026"));
        assert_eq!(read("quý I/2024").last_day().to_string(), "2024-03-31");
        assert_eq!(read("tháng 2/2024").last_day().to_string(), "2024-02-29");
        assert_eq!(read("2021–2025").first_day().to_string(), "2021-01-01");
    }
}
