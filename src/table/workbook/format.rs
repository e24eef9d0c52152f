//! Number formats of workbooks (ECMA-376, 18.8.30 and 18.8.31): what a stored number is, and how it is shown.
//!
//! A stored 0.125 in the format `0.0%` is 12,5%; 46112 in `dd/mm/yyyy` is 31/03/2026; 1250000000 in `0.00,,," tỷ đồng"`
//! is 1,25 tỷ đồng. The value is never rounded to what is shown.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::table::Value;
use crate::vi::date;
use crate::vi::decimal::Decimal;
use crate::vi::period::Period;
use crate::vi::quantity::{Quantity, Tail};

/// A format.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// As many decimals as the number has.
    #[default]
    General,
    /// A number with so many decimals.
    Number(Shown),
    /// A point in time, and which parts of it are shown.
    Time(Parts),
}

/// How a number is shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Shown {
    /// Decimals that are always shown.
    least: u8,
    /// Decimals that are shown when they are not zero.
    most: u8,
    /// Whether thousands are parted.
    is_grouped: bool,
    /// Whether it is a share of a hundred.
    is_percent: bool,
    /// How many times it is divided by a thousand.
    thousands: i8,
    /// The words behind it.
    suffix: String,
}

/// Parts of a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Parts {
    day: bool,
    month: bool,
    year: bool,
    time: bool,
}

/// The most decimals that are shown of a number without a format.
const GENERAL_PLACES: u8 = 6;

impl Format {
    /// The code of a built-in format. Those that differ from country to country are dates.
    pub fn built_in(id: u32) -> &'static str {
        match id {
            1 => "0",
            2 => "0.00",
            3 | 37 | 38 | 41 | 42 => "#,##0",
            4 | 39 | 40 | 43 | 44 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14..=16 | 27..=31 | 36 | 50..=58 => "dd/mm/yyyy",
            17 => "mm/yyyy",
            18..=21 | 32..=35 | 45..=47 => "hh:mm",
            22 => "dd/mm/yyyy hh:mm",
            _ => "General",
        }
    }

    /// Reads a format's code.
    pub fn read(code: &str) -> Self {
        let marks = marks(code);
        let sign = |mark: &Mark| match mark {
            Mark::Sign(sign) => Some(sign.to_ascii_lowercase()),
            Mark::Literal(_) => None,
        };
        let signs: String = marks.iter().filter_map(sign).collect();
        if signs.contains("general") || signs.is_empty() || signs == "@" {
            let suffix = literals(&marks);
            return if suffix.is_empty() {
                Self::General
            } else {
                Self::Number(Shown {
                    most: GENERAL_PLACES,
                    suffix,
                    ..Shown::default()
                })
            };
        }
        if signs.contains(['d', 'm', 'y', 'h', 's']) && !signs.contains(['0', '#', '?']) {
            return Self::Time(parts(&signs));
        }
        Self::Number(shown(&marks))
    }

    /// What a number in this format is, and how it is shown. `None` when the format cannot show it.
    pub fn apply(&self, number: Decimal, is_1904: bool) -> Option<(String, Value)> {
        match self {
            Self::General => {
                let places = number.places().min(GENERAL_PLACES);
                Some((
                    ungrouped(&number.write(places)),
                    Value::Number(Quantity::new(number, places)),
                ))
            }
            Self::Number(shown) => shown.apply(number),
            Self::Time(parts) => parts.apply(number, is_1904),
        }
    }
}

impl Shown {
    fn apply(&self, number: Decimal) -> Option<(String, Value)> {
        let power = if self.is_percent { 2 } else { 0 } - 3 * self.thousands;
        let amount = number.times_ten(power)?;
        let places = amount.places().clamp(self.least, self.most);
        let tail = Tail::read(&self.suffix);
        let mut quantity = Quantity::new(amount, places);
        if let Some(tail) = &tail {
            quantity.scale = tail.scale;
            quantity.unit = tail.unit.to_owned();
        }
        if self.is_percent {
            quantity = quantity.of("%");
        }
        let written = quantity.to_string();
        let text = if self.is_grouped {
            written
        } else {
            ungrouped(&written)
        };
        let text = match tail {
            Some(_) => text,
            None => format!("{text}{}", self.suffix),
        };
        Some((text, Value::Number(quantity)))
    }
}

impl Parts {
    fn apply(self, number: Decimal, is_1904: bool) -> Option<(String, Value)> {
        let (day, minutes) = moment(number, is_1904)?;
        let clock = format!("{:02}:{:02}", minutes / 60, minutes % 60);
        let (month, year) = (day.month(), day.year());
        Some(match self {
            Self {
                day: false,
                month: false,
                year: false,
                ..
            } => (clock, Value::Text),
            Self {
                day: false,
                month: true,
                year: true,
                ..
            } => (
                format!("{month:02}/{year}"),
                Value::Period(Period::month(month, year)?),
            ),
            Self {
                day: false,
                month: false,
                ..
            } => (year.to_string(), Value::Period(Period::year(year)?)),
            Self { time: true, .. } => (format!("{} {clock}", date::short(day)), Value::Date(day)),
            _ => (date::short(day), Value::Date(day)),
        })
    }
}

/// The day and the minute that a serial number stands for. `None` before the first and after the last that there is.
fn moment(number: Decimal, is_1904: bool) -> Option<(Date, i64)> {
    const MINUTES: f64 = 24.0 * 60.0;
    let minutes = (number.to_f64() * MINUTES).round();
    if !(0.0..2_958_466.0 * MINUTES).contains(&minutes) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "checked to be within some thousand million"
    )]
    let minutes = minutes as i64;
    let serial = minutes.div_euclid(1440);
    let epoch = if is_1904 {
        Date::constant(1904, 1, 1)
    } else if serial < 60 {
        // The calendar of 1900 has a 29 February that never was.
        Date::constant(1899, 12, 31)
    } else {
        Date::constant(1899, 12, 30)
    };
    let day = epoch.checked_add(serial.days()).ok()?;
    Some((day, minutes.rem_euclid(1440)))
}

/// A number as a format without thousands marks shows it.
fn ungrouped(text: &str) -> String {
    let end = text.find(',').unwrap_or(text.len());
    let (whole, rest) = text.split_at(end);
    whole.replace('.', "") + rest
}

/// A part of a format's code.
enum Mark {
    /// A sign that has a meaning.
    Sign(char),
    /// Text that is shown as it is.
    Literal(char),
}

/// The marks of the format for positive numbers, which is the first of up to four.
fn marks(code: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '\\' => marks.extend(chars.next().map(Mark::Literal)),
            '"' => marks.extend(chars.by_ref().take_while(|c| *c != '"').map(Mark::Literal)),
            // The width of a character, and a character that fills the cell: neither is text.
            '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let currency = inside
                    .strip_prefix('$')
                    .map(|rest| rest.split('-').next().unwrap_or(rest));
                marks.extend(currency.into_iter().flat_map(str::chars).map(Mark::Literal));
                // `[h]` counts hours on beyond a day.
                if ["h", "hh", "m", "mm", "s", "ss"].contains(&inside.to_ascii_lowercase().as_str())
                {
                    marks.push(Mark::Sign('h'));
                }
            }
            ' ' | '(' | ')' | '-' | '+' | '/' | ':' | '$' | '₫' | 'đ' => {
                marks.push(Mark::Literal(c))
            }
            c => marks.push(Mark::Sign(c)),
        }
    }
    marks
}

/// The text that a format shows, without brackets and white space around it.
fn literals(marks: &[Mark]) -> String {
    let literal = |mark: &Mark| match mark {
        Mark::Literal(c) => Some(*c),
        Mark::Sign(_) => None,
    };
    let text: String = marks.iter().filter_map(literal).collect();
    text.trim_matches(|c: char| c.is_whitespace() || "()-+/:".contains(c))
        .to_owned()
}

fn parts(signs: &str) -> Parts {
    let time = signs.contains(['h', 's']);
    let day = signs.contains('d');
    let year = signs.contains('y');
    // `m` is a minute beside hours and seconds, unless there is a day or a year.
    let month = signs.contains('m') && (!time || day || year);
    Parts {
        day,
        month,
        year,
        time,
    }
}

fn shown(marks: &[Mark]) -> Shown {
    let mut shown = Shown::default();
    let mut is_fraction = false;
    let mut commas: i8 = 0;
    for mark in marks {
        let Mark::Sign(sign) = mark else {
            continue;
        };
        match sign {
            '0' | '#' | '?' => {
                shown.is_grouped |= commas > 0;
                commas = 0;
                if is_fraction {
                    shown.most = shown.most.saturating_add(1).min(18);
                    shown.least = if *sign == '0' {
                        shown.most
                    } else {
                        shown.least
                    };
                }
            }
            ',' => commas = commas.saturating_add(1).min(6),
            '.' => {
                is_fraction = true;
                shown.thousands = std::mem::take(&mut commas);
            }
            '%' => shown.is_percent = true,
            _ => {}
        }
    }
    shown.thousands = shown.thousands.max(commas);
    shown.suffix = literals(marks);
    shown
}
