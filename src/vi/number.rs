//! Numbers as Vietnamese readers expect them: a full stop between thousands, a comma before decimals. `find_foreign`
//! finds those that a text writes the English way.

use std::ops::Range;

use super::decimal::Decimal;

/// A number with `places` decimals: `decimal(1234.5, 1)` → `1.234,5`.
///
/// Takes the first 15 digits of the binary value, as `Decimal` does, and rounds a half away from zero. Values that
/// `Decimal` cannot hold come out as Rust writes them (`NaN`, `inf`).
pub fn decimal(number: f64, places: usize) -> String {
    let places = u8::try_from(places).unwrap_or(u8::MAX);
    Decimal::from_f64(number).map_or_else(|| number.to_string(), |number| number.write(places))
}

/// A number with as many decimals as it has: `1234.5` → `1.234,5`, `80.0` → `80`.
pub fn shortest(number: f64) -> String {
    Decimal::from_f64(number).map_or_else(|| number.to_string(), |number| number.to_string())
}

/// A file size for people: `340 KB`, `1,2 MB`. 1 KB is 1024 bytes, 1 MB 1024 KB, 1 GB 1024 MB.
///
/// Below 1 KB in bytes, below 1 MB in whole KB, above with one decimal that is left out when it is zero (`2 MB`).
pub fn file_size(bytes: u64) -> String {
    const UNIT: u64 = 1024;
    if bytes < UNIT {
        return format!("{} B", grouped(bytes));
    }
    let kilobytes = bytes / UNIT + u64::from(bytes % UNIT >= UNIT / 2);
    if kilobytes < UNIT {
        return format!("{kilobytes} KB");
    }
    let megabytes = tenths(bytes, UNIT.pow(2));
    if megabytes < UNIT * 10 {
        return format!("{} MB", from_tenths(megabytes));
    }
    format!("{} GB", from_tenths(tenths(bytes, UNIT.pow(3))))
}

/// How many tenths of `unit` there are in `bytes`, rounded half up.
fn tenths(bytes: u64, unit: u64) -> u64 {
    let rest = bytes % unit;
    bytes / unit * 10 + (rest * 10 + unit / 2) / unit
}

fn from_tenths(tenths: u64) -> String {
    let mut out = grouped(tenths / 10);
    if !tenths.is_multiple_of(10) {
        out.push(',');
        out.push_str(&(tenths % 10).to_string());
    }
    out
}

/// A whole number as people read it: `1.234.567`.
pub fn grouped(number: u64) -> String {
    let mut digits = number.to_string();
    part_thousands(&mut digits);
    digits
}

/// Puts a full stop between the thousands of a text of digits: `1234567` becomes `1.234.567`.
pub(super) fn part_thousands(digits: &mut String) {
    for at in (1..digits.len()).rev().skip(2).step_by(3) {
        digits.insert(at, '.');
    }
}

/// What follows a decimal in running text when it is a quantity, and not a version or a number of a section.
const UNITS: &[&str] = &["%", "tỷ", "tỉ", "triệu", "nghìn", "ngàn", "tấn", "ha", "km"];

/// Finds numbers that are written the English way, each with what it should be: `1.5 triệu` (`1,5`), `2.5%` (`2,5`),
/// `1,234,567` (`1.234.567`). What can be read either way (`1,234`, `2.000 tỷ`) is left alone.
pub fn find_foreign(text: &str) -> Vec<(Range<usize>, String)> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_of_number = |b: &&u8| b.is_ascii_digit() || matches!(b, b'.' | b',');
    let mut found = Vec::new();
    let mut taken = 0;
    // Marks are rarer than digits.
    for mark in memchr::memchr2_iter(b'.', b',', bytes) {
        if mark < taken || !is_digit(mark + 1) || mark.checked_sub(1).is_none_or(|at| !is_digit(at))
        {
            continue;
        }
        let before = bytes[taken..mark].iter().rev().take_while(is_of_number);
        let run = mark - before.count();
        let start = run
            + bytes[run..]
                .iter()
                .take_while(|b| !b.is_ascii_digit())
                .count();
        taken = mark + bytes[mark..].iter().take_while(is_of_number).count();
        let number = text[start..taken].trim_end_matches([',', '.']);
        let end = start + number.len();
        let is_tail = text[..start].ends_with(|c: char| c.is_alphanumeric() || "/-_=".contains(c));
        let meant = (!is_tail).then(|| as_meant(number, &text[end..])).flatten();
        found.extend(meant.map(|meant| (start..end, meant)));
    }
    found
}

/// The number in the Vietnamese way, when it is plainly written the English way.
fn as_meant(number: &str, after: &str) -> Option<String> {
    let groups: Vec<&str> = number.split(',').collect();
    if let [first, rest @ ..] = &groups[..]
        && rest.len() > 1
        && (1..=3).contains(&first.len())
        && rest
            .iter()
            .all(|group| group.len() == 3 && !group.contains('.'))
    {
        return Some(groups.join("."));
    }
    let (whole, decimals) = number.split_once('.')?;
    let is_decimal =
        !whole.contains(',') && (1..=2).contains(&decimals.len()) && !decimals.contains([',', '.']);
    let after = after.strip_prefix([' ', '\u{A0}']).unwrap_or(after);
    let is_unit = |unit: &str| {
        after
            .strip_prefix(unit)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    (is_decimal && UNITS.iter().any(|unit| is_unit(unit))).then(|| format!("{whole},{decimals}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_written_the_english_way_are_found_and_others_are_not() {
        for (text, expected) in [
            ("đạt 2.5% và 1.5 triệu đồng", vec!["2.5 → 2,5", "1.5 → 1,5"]),
            ("hơn 1,234,567 người", vec!["1,234,567 → 1.234.567"]),
            ("2.000 tỷ, 1,5 triệu, 12.345.678,9 đồng", vec![]),
            ("WCAG 2.0, mục 3.2 hạng", vec![]),
            ("1,234 lượt; 10.10 hằng năm", vec![]),
            ("v2.5% – 192/2.5 ha", vec![]),
            ("rộng 3.75 ha.", vec!["3.75 → 3,75"]),
        ] {
            let found: Vec<String> = find_foreign(text)
                .into_iter()
                .map(|(range, meant)| format!("{} → {meant}", &text[range]))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn thousands_are_parted_by_full_stops() {
        assert_eq!(shortest(0.0), "0");
        assert_eq!(shortest(999.0), "999");
        assert_eq!(shortest(1_000.0), "1.000");
        assert_eq!(shortest(1_234_567.0), "1.234.567");
        assert_eq!(shortest(-12_345.0), "-12.345");
    }

    #[test]
    fn decimals_follow_a_comma() {
        assert_eq!(decimal(1_234.5, 1), "1.234,5");
        assert_eq!(decimal(1_234_567.891, 2), "1.234.567,89");
        assert_eq!(decimal(80.0, 0), "80");
        assert_eq!(decimal(999.95, 0), "1.000");
        assert_eq!(decimal(-0.04, 1), "0,0");
        assert_eq!(decimal(-2.5, 1), "-2,5");
        assert_eq!(shortest(1_234.5), "1.234,5");
        assert_eq!(shortest(0.1 + 0.2), "0,3");
        assert_eq!(shortest(80.0), "80");
        assert_eq!(shortest(f64::NAN), "NaN");
        assert_eq!(decimal(f64::NAN, 1), "NaN");
        assert_eq!(decimal(f64::NEG_INFINITY, 1), "-inf");
    }

    #[test]
    fn sizes_take_the_unit_that_reads_best() {
        assert_eq!(file_size(0), "0 B");
        assert_eq!(file_size(1_023), "1.023 B");
        assert_eq!(file_size(1_024), "1 KB");
        assert_eq!(file_size(340 * 1_024 + 100), "340 KB");
        assert_eq!(file_size(1_024 * 1_024 - 1), "1 MB");
        assert_eq!(file_size(1_258_291), "1,2 MB");
        assert_eq!(file_size(2 * 1_024 * 1_024), "2 MB");
        assert_eq!(file_size(1_024_u64.pow(3) - 1), "1 GB");
        assert_eq!(file_size(u64::MAX), "17.179.869.184 GB");
    }
}
