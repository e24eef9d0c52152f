//! Figures with what they count: `12,5%`, `1,25 tỷ đồng`, `340 hồ sơ`.
//!
//! In goes the text of a cell, out comes a `Quantity` (or two, when the number has two meanings), or nothing when the
//! text is not wholly a figure. Only words of the table `UNITS` count as units: `12 Trần Phú` is an address.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::decimal::{self, Decimal, Notation, Reading, Typed};
use super::fold::prefix_len;

/// A word that multiplies the number before it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Scale {
    /// No such word.
    #[default]
    One,
    /// `nghìn`, `ngàn`.
    Thousand,
    /// `triệu`.
    Million,
    /// `tỷ`, `tỉ`.
    Billion,
    /// `nghìn tỷ`, `ngàn tỷ`.
    ThousandBillion,
}

/// The words of the scales, folded, the longest first; and the form in which each is written.
const SCALES: [(Scale, &[&str], &str, i8); 4] = [
    (
        Scale::ThousandBillion,
        &["nghin ty", "ngan ty", "nghin ti", "ngan ti"],
        "nghìn\u{a0}tỷ",
        12,
    ),
    (Scale::Billion, &["ty", "ti"], "tỷ", 9),
    (Scale::Million, &["trieu", "tr"], "triệu", 6),
    (Scale::Thousand, &["nghin", "ngan"], "nghìn", 3),
];

impl Scale {
    /// The power of ten.
    #[must_use]
    pub fn power(self) -> i8 {
        self.row().map_or(0, |(.., power)| *power)
    }

    /// The word as it is written; empty for `One`.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.row().map_or("", |(_, _, word, _)| word)
    }

    fn row(self) -> Option<&'static (Scale, &'static [&'static str], &'static str, i8)> {
        SCALES.iter().find(|(scale, ..)| *scale == self)
    }

    /// The scale that a text begins with, and what follows it.
    fn take(text: &str) -> (Self, &str) {
        let found = SCALES.iter().find_map(|(scale, words, ..)| {
            let len = words.iter().find_map(|word| prefix_len(text, word))?;
            Some((*scale, text[len..].trim_start()))
        });
        found.unwrap_or((Self::One, text))
    }
}

/// The units that may stand behind a number, as they are written.
const UNITS: &[&str] = &[
    "%",
    "‰",
    "đồng",
    "USD",
    "điểm %",
    "điểm",
    "người",
    "nhân khẩu",
    "hộ",
    "hộ gia đình",
    "hồ sơ",
    "văn bản",
    "thủ tục",
    "lượt",
    "lượt người",
    "lượt xem",
    "lần",
    "tin",
    "bài",
    "tin, bài",
    "ảnh",
    "video",
    "buổi",
    "lớp",
    "học viên",
    "học sinh",
    "giáo viên",
    "cán bộ",
    "công chức",
    "đại biểu",
    "đảng viên",
    "hội viên",
    "đoàn viên",
    "thành viên",
    "tổ",
    "đội",
    "nhóm",
    "thôn",
    "xã",
    "phường",
    "tỉnh",
    "trường",
    "trạm",
    "doanh nghiệp",
    "hợp tác xã",
    "cơ sở",
    "đơn vị",
    "mô hình",
    "dự án",
    "công trình",
    "sản phẩm",
    "tài khoản",
    "ý kiến",
    "phản ánh",
    "kiến nghị",
    "vụ",
    "việc",
    "ca",
    "giường",
    "xe",
    "máy",
    "thiết bị",
    "cái",
    "chiếc",
    "bộ",
    "tờ",
    "cuốn",
    "trang",
    "suất",
    "căn",
    "con",
    "cây",
    "kg",
    "g",
    "tạ",
    "tấn",
    "tạ/ha",
    "tấn/ha",
    "kg/người",
    "đồng/người",
    "đồng/kg",
    "đồng/tháng",
    "đồng/năm",
    "mm",
    "cm",
    "m",
    "km",
    "m²",
    "km²",
    "ha",
    "m³",
    "lít",
    "kWh",
    "MW",
    "°C",
    "GB",
    "MB",
    "Mbps",
    "giờ",
    "phút",
    "giây",
    "ngày",
    "tuần",
    "tháng",
    "năm",
    "tuổi",
];

/// Other forms of units.
const ALIASES: [(&str, &str); 8] = [
    ("đ", "đồng"),
    ("₫", "đồng"),
    ("VND", "đồng"),
    ("VNĐ", "đồng"),
    ("điểm phần trăm", "điểm %"),
    ("m2", "m²"),
    ("km2", "km²"),
    ("m3", "m³"),
];

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// The number as said: 1,25 in `1,25 tỷ đồng`.
    pub amount: Decimal,
    /// How many digits are shown behind its comma.
    pub places: u8,
    /// The word that multiplies it.
    pub scale: Scale,
    /// The unit, such as `%` or `đồng`; empty when the text gives none.
    pub unit: String,
}

impl Quantity {
    /// A bare number.
    #[must_use]
    pub fn new(amount: Decimal, places: u8) -> Self {
        Self {
            amount,
            places,
            scale: Scale::One,
            unit: String::new(),
        }
    }

    /// The same number with a unit.
    #[must_use]
    pub fn of(mut self, unit: &str) -> Self {
        unit.clone_into(&mut self.unit);
        self
    }

    /// The whole value, the scale counted in: 1.250.000.000 for `1,25 tỷ đồng`. A percentage stays one: 12,5 for
    /// `12,5%`. `None` when it has too many digits.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        self.amount.times_ten(self.scale.power())
    }

    /// Whether it is a share of a hundred.
    #[must_use]
    pub fn is_percent(&self) -> bool {
        self.unit == "%"
    }
}

/// As people read it, with spaces that do not break: `1.234,5`, `12,5%`, `1,25 tỷ đồng`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.amount.write(self.places))?;
        if self.scale != Scale::One {
            write!(f, "\u{a0}{}", self.scale.word())?;
        }
        match self.unit.as_str() {
            "" => Ok(()),
            unit @ ("%" | "‰") if self.scale == Scale::One => f.write_str(unit),
            unit => write!(f, "\u{a0}{}", unit.replace(' ', "\u{a0}")),
        }
    }
}

/// Reads a figure that makes up the whole text, white space around it aside. `None` when it is none.
#[must_use]
pub fn read(text: &str) -> Option<Reading<Quantity>> {
    let (number, tail) = split(text);
    let reading = decimal::read(number)?;
    let tail = Tail::read(tail)?;
    let quantity = |typed: Typed| tail.behind(typed);
    Some(reading.map(quantity))
}

/// Whether a text is a unit, with or without a scale: `tỷ đồng`.
#[must_use]
pub fn is_unit(text: &str) -> bool {
    !text.trim().is_empty() && Tail::read(text).is_some()
}

/// Reads a figure in one notation.
#[must_use]
pub fn read_as(text: &str, notation: Notation) -> Option<Quantity> {
    let (number, tail) = split(text);
    let typed = decimal::read_as(number, notation)?;
    Some(Tail::read(tail)?.behind(typed))
}

/// What stands behind a number: `tỷ đồng`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tail {
    /// The word that multiplies it.
    pub scale: Scale,
    /// The unit, in the form in which it is written; empty when there is none.
    pub unit: &'static str,
}

impl Tail {
    /// Reads a scale, a unit, both or nothing; `None` when the text is something else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (scale, rest) = Scale::take(text.trim());
        if rest.is_empty() {
            return Some(Self { scale, unit: "" });
        }
        let alias = ALIASES.iter().find(|(alias, _)| is_same_unit(rest, alias));
        let unit = match alias {
            Some((_, unit)) => unit,
            None => UNITS.iter().find(|unit| is_same_unit(rest, unit))?,
        };
        Some(Self { scale, unit })
    }

    fn behind(&self, typed: Typed) -> Quantity {
        Quantity {
            amount: typed.value,
            places: typed.places,
            scale: self.scale,
            unit: self.unit.to_owned(),
        }
    }
}

/// Whether a text is the unit, in any case; a single letter is as it is (`m` is a metre, `M` is not).
fn is_same_unit(text: &str, unit: &str) -> bool {
    let small = |text: &str| {
        text.split_whitespace()
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    };
    text == unit || (unit.chars().count() > 1 && small(text) == small(unit))
}

/// The number at the start of a text, and what follows it.
fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    let is_number = |c: char| c.is_ascii_digit() || ".,+-−–".contains(c) || c.is_whitespace();
    let end = text.find(|c| !is_number(c)).unwrap_or(text.len());
    let number = text[..end].trim_end();
    (number, &text[number.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(text: &str) -> Quantity {
        match read(text) {
            Some(Reading::One(quantity, _)) => quantity,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn figures_are_read_with_scale_and_unit() {
        for (text, amount, scale, unit) in [
            ("12,5%", "12.5", Scale::One, "%"),
            ("12,5 %", "12.5", Scale::One, "%"),
            ("1,2 tỷ", "1.2", Scale::Billion, ""),
            ("1,2 tỉ đồng", "1.2", Scale::Billion, "đồng"),
            ("1,25\u{a0}tỷ\u{a0}đồng", "1.25", Scale::Billion, "đồng"),
            ("3 nghìn tỷ đồng", "3", Scale::ThousandBillion, "đồng"),
            ("950 triệu", "950", Scale::Million, ""),
            ("1.250.000đ", "1250000", Scale::One, "đồng"),
            ("340 hồ sơ", "340", Scale::One, "hồ sơ"),
            ("340 HỒ SƠ", "340", Scale::One, "hồ sơ"),
            ("12 hộ gia đình", "12", Scale::One, "hộ gia đình"),
            ("5,4 m²", "5.4", Scale::One, "m²"),
            ("-3,2 điểm %", "-3.2", Scale::One, "điểm %"),
            ("7", "7", Scale::One, ""),
        ] {
            let quantity = sure(text);
            let found = (
                quantity.amount.plain(),
                quantity.scale,
                quantity.unit.as_str(),
            );
            assert_eq!(found, (amount.to_owned(), scale, unit), "{text}");
        }
    }

    #[test]
    fn text_that_begins_with_a_number_is_no_figure() {
        for text in [
            "12 Trần Phú",
            "57-NQ/TW",
            "10-15",
            "5 M",
            "5 D",
            "trên 80%",
            "> 80%",
            "12%%",
            "1 tỷ tỷ",
            "%",
            "tỷ",
            "",
            "1 đồng chí",
            "3 thôn Đông",
            "5 ho so",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn two_meanings_keep_scale_and_unit() {
        let Some(Reading::Two {
            vietnamese,
            english,
        }) = read("1.234 tỷ đồng")
        else {
            panic!("not ambiguous");
        };
        assert_eq!(vietnamese.to_string(), "1.234\u{a0}tỷ\u{a0}đồng");
        assert_eq!(english.to_string(), "1,234\u{a0}tỷ\u{a0}đồng");
    }

    #[test]
    fn figures_are_written_with_spaces_that_do_not_break() {
        for (text, written) in [
            ("12,50 %", "12,50%"),
            ("1,25 tỷ đồng", "1,25\u{a0}tỷ\u{a0}đồng"),
            ("1.250.000 đ", "1.250.000\u{a0}đồng"),
            ("12 hộ gia đình", "12\u{a0}hộ\u{a0}gia\u{a0}đình"),
            ("3 ngàn tỷ", "3\u{a0}nghìn\u{a0}tỷ"),
            ("12.5", "12,5"),
        ] {
            assert_eq!(sure(text).to_string(), written, "{text}");
        }
    }

    #[test]
    fn every_unit_and_scale_is_read_back() {
        let amount = Decimal::from(12_345);
        for unit in UNITS.iter().chain(&[""]) {
            for scale in [
                Scale::One,
                Scale::Thousand,
                Scale::Million,
                Scale::Billion,
                Scale::ThousandBillion,
            ] {
                let quantity = Quantity {
                    amount: amount.times_ten(-2).expect("few digits"),
                    places: 2,
                    scale,
                    unit: (*unit).to_owned(),
                };
                let written = quantity.to_string();
                assert_eq!(sure(&written), quantity, "{written}");
            }
        }
    }

    #[test]
    fn the_value_counts_the_scale_in() {
        assert_eq!(
            sure("1,25 tỷ đồng").value(),
            Some(Decimal::from(1_250_000_000))
        );
        assert_eq!(
            sure("12,5%").value().map(Decimal::plain).as_deref(),
            Some("12.5")
        );
        assert_eq!(sure("99999999999999 nghìn tỷ").value(), None);
    }
}
