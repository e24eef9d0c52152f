//! Exact decimal numbers, and reading and writing them with Vietnamese or English marks.
//!
//! `1.234` is one thousand two hundred and thirty-four to a Vietnamese reader and a little more than one to an English
//! one. `read` tells when a text has one meaning and when it has two; it never chooses. No binary fraction stands
//! between a digit that was typed and one that is shown.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How many digits there may be before the comma: enough for every `i64`.
const WHOLE: usize = 19;
/// How many digits are kept behind it.
const PLACES: usize = 18;
/// One, in the unit of `Decimal`.
const ONE: i128 = 10_i128.pow(18);
/// The first whole number that is too large.
const LIMIT: i128 = 10_i128.pow(37);

/// An exact decimal number with up to 19 digits before the comma and 18 behind it.
///
/// Kept as a whole number of 10⁻¹⁸, so that equal numbers are equal values however they were typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Decimal(i128);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// `mantissa` × 10^-`places`: `new(12345, 1)` is 1.234,5. `None` when it has too many digits.
    #[must_use]
    pub fn new(mantissa: i128, places: u8) -> Option<Self> {
        let left = PLACES.checked_sub(usize::from(places))?;
        let factor = 10_i128.pow(u32::try_from(left).ok()?);
        Self::within(mantissa.checked_mul(factor)?)
    }

    /// The number that a binary fraction stands for in a spreadsheet, which keeps 15 significant digits:
    /// `0.1 + 0.2` is 0,3. `None` when it is not finite, too large, or so small that digits would be lost.
    #[must_use]
    pub fn from_f64(number: f64) -> Option<Self> {
        const SIGNIFICANT: usize = 15;
        if !number.is_finite() {
            return None;
        }
        let written = format!("{number:.*e}", SIGNIFICANT - 1);
        let (digits, exponent) = written.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let mantissa: i128 = digits.replace('.', "").parse().ok()?;
        let mut places = i32::try_from(SIGNIFICANT).ok()? - 1 - exponent;
        let mut mantissa = mantissa;
        while mantissa % 10 == 0 && mantissa != 0 && places > 0 {
            mantissa /= 10;
            places -= 1;
        }
        if places < 0 {
            let factor = 10_i128.checked_pow(places.unsigned_abs())?;
            return Self::new(mantissa.checked_mul(factor)?, 0);
        }
        Self::new(mantissa, u8::try_from(places).ok()?)
    }

    /// The nearest binary fraction, for drawing. Nothing that is shown as a number comes from it.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        // Rust reads decimal text to the nearest f64, which a division would not give.
        self.plain().parse().expect("digits and one point")
    }

    /// How many digits behind the comma it needs.
    #[must_use]
    pub fn places(self) -> u8 {
        let mut rest = self.0 % ONE;
        let mut places = 18;
        while places > 0 && rest % 10 == 0 {
            rest /= 10;
            places -= 1;
        }
        places
    }

    /// Rounded to so many digits behind the comma, a half away from zero, as schools teach it.
    #[must_use]
    pub fn round(self, places: u8) -> Self {
        let Some(dropped) = PLACES.checked_sub(usize::from(places)) else {
            return self;
        };
        let step = 10_i128.pow(u32::try_from(dropped).expect("at most 18"));
        let half = step / 2 * self.0.signum();
        Self((self.0 + half) / step * step)
    }

    /// Without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Whether it is less than zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The sum; `None` when it has too many digits.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Self::within(self.0 + other.0)
    }

    /// The difference; `None` when it has too many digits.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        Self::within(self.0 - other.0)
    }

    /// The number times 10^`power`; `None` when digits would be lost.
    #[must_use]
    pub fn times_ten(self, power: i8) -> Option<Self> {
        let factor = 10_i128.checked_pow(power.unsigned_abs().into())?;
        if power >= 0 {
            return Self::within(self.0.checked_mul(factor)?);
        }
        (self.0 % factor == 0).then_some(Self(self.0 / factor))
    }

    /// The Vietnamese way with exactly so many digits behind the comma, rounded if need be: `1.234,50`.
    #[must_use]
    pub fn write(self, places: u8) -> String {
        let rounded = self.round(places).0;
        let mut digits = (rounded.abs() / ONE).to_string();
        super::number::part_thousands(&mut digits);
        if rounded < 0 {
            digits.insert(0, '-');
        }
        let places = usize::from(places).min(PLACES);
        if places > 0 {
            let fraction = format!("{:018}", (rounded % ONE).abs());
            digits.push(',');
            digits.push_str(&fraction[..places]);
        }
        digits
    }

    /// The English way without thousands marks and no more digits than needed: `1234.5`. For programs.
    #[must_use]
    pub fn plain(self) -> String {
        let mut text = (self.0.abs() / ONE).to_string();
        if self.0 < 0 {
            text.insert(0, '-');
        }
        let places = usize::from(self.places());
        if places > 0 {
            let fraction = format!("{:018}", (self.0 % ONE).abs());
            text.push('.');
            text.push_str(&fraction[..places]);
        }
        text
    }

    fn within(units: i128) -> Option<Self> {
        (units.abs() < LIMIT).then_some(Self(units))
    }
}

impl From<i64> for Decimal {
    /// The whole number.
    fn from(number: i64) -> Self {
        Self(i128::from(number) * ONE)
    }
}

/// The Vietnamese way, with as many digits behind the comma as needed: `1.234,5`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.write(self.places()))
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

/// What the marks in a number mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Notation {
    /// `1.234,5`.
    Vietnamese,
    /// `1,234.5`.
    English,
}

impl Notation {
    /// The mark between thousands and the one before decimals.
    const fn marks(self) -> (char, char) {
        match self {
            Self::Vietnamese => ('.', ','),
            Self::English => (',', '.'),
        }
    }
}

/// A number as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Typed {
    /// The number.
    pub value: Decimal,
    /// How many digits stand behind its decimal mark.
    pub places: u8,
}

/// What a text means that looks like a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reading<T> {
    /// One thing, and the notation if only one notation gives it.
    One(T, Option<Notation>),
    /// Two things: who reads it must be told the notation.
    Two {
        /// `1.234` as more than a thousand.
        vietnamese: T,
        /// `1.234` as little more than one.
        english: T,
    },
}

impl<T> Reading<T> {
    /// The same reading of something made from the number.
    pub fn map<U>(self, mut make: impl FnMut(T) -> U) -> Reading<U> {
        match self {
            Self::One(one, notation) => Reading::One(make(one), notation),
            Self::Two {
                vietnamese,
                english,
            } => Reading::Two {
                vietnamese: make(vietnamese),
                english: make(english),
            },
        }
    }

    /// What it means in a notation; `None` when it cannot be read in that one.
    pub fn by(self, notation: Notation) -> Option<T> {
        match (self, notation) {
            (Self::One(one, only), _) => only.is_none_or(|only| only == notation).then_some(one),
            (Self::Two { vietnamese, .. }, Notation::Vietnamese) => Some(vietnamese),
            (Self::Two { english, .. }, Notation::English) => Some(english),
        }
    }
}

/// Reads a number that makes up the whole text. `None` when it is none in either notation.
///
/// Thousands may be parted by the notation's mark or by spaces of any width, all groups alike and of three digits. A
/// zero in front of other digits makes a code (`0912345678`) and no number.
#[must_use]
pub fn read(text: &str) -> Option<Reading<Typed>> {
    let vietnamese = read_as(text, Notation::Vietnamese);
    let english = read_as(text, Notation::English);
    Some(match (vietnamese, english) {
        (Some(vietnamese), Some(english)) if vietnamese != english => Reading::Two {
            vietnamese,
            english,
        },
        (Some(one), Some(_)) => Reading::One(one, None),
        (Some(one), None) => Reading::One(one, Some(Notation::Vietnamese)),
        (None, Some(one)) => Reading::One(one, Some(Notation::English)),
        (None, None) => return None,
    })
}

/// Reads a number that makes up the whole text, in one notation.
#[must_use]
pub fn read_as(text: &str, notation: Notation) -> Option<Typed> {
    let (group, point) = notation.marks();
    let unsigned = text.strip_prefix(['-', '−', '–', '+']).unwrap_or(text);
    let is_negative = unsigned.len() < text.len() && !text.starts_with('+');
    let (whole, fraction) = match unsigned.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let mut digits = joined(whole, group)?;
    if digits.len() > WHOLE || (digits.len() > 1 && digits.starts_with('0')) {
        return None;
    }
    let fraction = fraction.unwrap_or_default();
    let has_fraction = whole.len() < unsigned.len();
    if (has_fraction && !are_digits(fraction)) || fraction.len() > PLACES {
        return None;
    }
    digits.push_str(fraction);
    let mantissa: i128 = digits.parse().ok()?;
    let places = u8::try_from(fraction.len()).ok()?;
    let value = Decimal::new(if is_negative { -mantissa } else { mantissa }, places)?;
    Some(Typed { value, places })
}

/// The digits of a whole number without what parts its thousands.
fn joined(whole: &str, group: char) -> Option<String> {
    let is_mark = |c: &char| *c == group || c.is_whitespace();
    let Some(mark) = whole.chars().find(is_mark) else {
        return are_digits(whole).then(|| whole.to_owned());
    };
    let mut groups = whole.split(mark);
    let first = groups.next().filter(|first| first.len() <= 3)?;
    let has_thousands = groups.all(|group| group.len() == 3 && are_digits(group));
    // `0.123` is no thousands.
    (are_digits(first) && !first.starts_with('0') && has_thousands).then(|| whole.replace(mark, ""))
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(plain: &str) -> Decimal {
        read_as(plain, Notation::English).expect("a number").value
    }

    /// A pseudo-random sequence, the same on every run.
    fn numbers() -> impl Iterator<Item = i128> {
        let mut seed = 0x2545_F491_4F6C_DD1D_u128;
        std::iter::repeat_with(move || {
            seed = seed
                .wrapping_mul(0xDA94_2042_E4DD_58B5_u128)
                .wrapping_add(0x1234_5678_9ABC_DEF1);
            let number = (seed >> 17).cast_signed();
            number >> (seed % 120)
        })
    }

    #[test]
    fn what_has_one_meaning_is_read() {
        for (text, plain) in [
            ("0", "0"),
            ("7", "7"),
            ("1234", "1234"),
            ("12,5", "12.5"),
            ("12.5", "12.5"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("1234,567", "1234.567"),
            ("1234.567", "1234.567"),
            ("0,123", "0.123"),
            ("0.123", "0.123"),
            ("12,50", "12.5"),
            ("1 234 567,5", "1234567.5"),
            ("1\u{a0}234", "1234"),
            ("1\u{202f}234,567", "1234.567"),
            ("-12,5", "-12.5"),
            ("−12,5", "-12.5"),
            ("–3", "-3"),
            ("+3", "3"),
            (
                "9999999999999999999,000000000000000001",
                "9999999999999999999.000000000000000001",
            ),
        ] {
            let Some(Reading::One(typed, _)) = read(text) else {
                panic!("{text} is not sure: {:?}", read(text));
            };
            assert_eq!(typed.value.plain(), plain, "{text}");
        }
    }

    #[test]
    fn what_has_two_meanings_is_told_with_both() {
        for (text, vietnamese, english) in [
            ("1.234", "1234", "1.234"),
            ("1,234", "1.234", "1234"),
            ("-12.000", "-12000", "-12"),
            ("100.500", "100500", "100.5"),
        ] {
            let Some(Reading::Two {
                vietnamese: left,
                english: right,
            }) = read(text)
            else {
                panic!("{text} is not ambiguous: {:?}", read(text));
            };
            assert_eq!(
                (left.value.plain(), right.value.plain()),
                (vietnamese.to_owned(), english.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in [
            "",
            "-",
            "abc",
            "12a",
            "1.23.4",
            "1.2345,6",
            "1,234.567,8",
            "1234.567.890",
            "012",
            "0912345678",
            "01.234",
            "12.",
            ",5",
            "1 23",
            "1 234.567 890",
            "1.234 567",
            "2024 2025",
            "--5",
            "1e5",
            "١٢",
            "10000000000000000000",
            "0,0000000000000000001",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn everything_written_is_read_back() {
        for (n, mantissa) in numbers().take(20_000).enumerate() {
            let places = u8::try_from(n % 19).expect("below 19");
            let Some(number) = Decimal::new(mantissa, places) else {
                continue;
            };
            let written = read_as(&number.to_string(), Notation::Vietnamese).expect("a number");
            assert_eq!(written.value, number);
            assert_eq!(written.places, number.places());
            assert_eq!(decimal(&number.plain()), number);
        }
    }

    #[test]
    fn rounding_takes_a_half_away_from_zero() {
        assert_eq!(decimal("2.5").write(0), "3");
        assert_eq!(decimal("-2.5").write(0), "-3");
        assert_eq!(decimal("0.125").write(2), "0,13");
        assert_eq!(decimal("999.95").write(1), "1.000,0");
        assert_eq!(decimal("-0.04").write(1), "0,0");
        assert_eq!(decimal("-0.04").write(2), "-0,04");
        assert_eq!(decimal("1234.5").write(3), "1.234,500");
        assert_eq!(decimal("1234.5").write(30), "1.234,500000000000000000");
    }

    #[test]
    fn order_and_sums_are_exact() {
        assert!(decimal("0.3") > decimal("0.29999999999"));
        assert!(decimal("-1") < Decimal::ZERO);
        assert_eq!(decimal("0.1").plus(decimal("0.2")), Some(decimal("0.3")));
        assert_eq!(decimal("1").minus(decimal("0.9")), Some(decimal("0.1")));
        assert_eq!(decimal("1.25").times_ten(9), Some(decimal("1250000000")));
        assert_eq!(decimal("1250").times_ten(-3), Some(decimal("1.25")));
        let large = decimal("9999999999999999999");
        assert_eq!(large.plus(decimal("1")), None);
        assert_eq!(large.times_ten(1), None);
        assert_eq!(decimal("0.000000000000000001").times_ten(-1), None);
    }

    #[test]
    fn a_spreadsheet_s_fractions_are_what_it_shows() {
        let written = |number: f64| Decimal::from_f64(number).map(|number| number.plain());
        assert_eq!(written(0.1 + 0.2).as_deref(), Some("0.3"));
        assert_eq!(written(1234.5).as_deref(), Some("1234.5"));
        assert_eq!(written(-0.07).as_deref(), Some("-0.07"));
        assert_eq!(written(0.0).as_deref(), Some("0"));
        assert_eq!(written(-0.0).as_deref(), Some("0"));
        assert_eq!(written(1e17).as_deref(), Some("100000000000000000"));
        assert_eq!(written(1e19), None);
        assert_eq!(written(1e-3).as_deref(), Some("0.001"));
        assert_eq!(written(1e-30), None);
        assert_eq!(written(f64::NAN), None);
        assert_eq!(written(f64::INFINITY), None);
    }

    #[test]
    fn drawing_gets_the_nearest_fraction() {
        for mantissa in numbers().take(2_000) {
            let Some(number) = Decimal::new(mantissa % 1_000_000_000_000_000, 4) else {
                continue;
            };
            assert_eq!(Decimal::from_f64(number.to_f64()), Some(number));
        }
    }
}
