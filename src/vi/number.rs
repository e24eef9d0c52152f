//! Numbers as Vietnamese readers expect them: a full stop between thousands, a comma before decimals.

/// A whole number with its thousands parted: `1234567` → `1.234.567`.
pub fn group(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    grouped(number < 0, &digits)
}

/// A number with `places` decimals: `decimal(1234.5, 1)` → `1.234,5`.
///
/// Rounds to the nearest value, a tie of the stored binary value to even. A result of zero has no sign. Values that
/// are not finite come out as Rust writes them (`NaN`, `inf`).
pub fn decimal(number: f64, places: usize) -> String {
    let plain = format!("{:.places$}", number.abs());
    if !number.is_finite() {
        return number.to_string();
    }
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let negative = number < 0.0 && plain.bytes().any(|b| matches!(b, b'1'..=b'9'));
    let mut out = grouped(negative, whole);
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
    }
    out
}

/// A file size for people: `340 KB`, `1,2 MB`. 1 KB is 1024 bytes, 1 MB 1024 KB, 1 GB 1024 MB.
///
/// Below 1 KB in bytes, below 1 MB in whole KB, above with one decimal that is left out when it is zero (`2 MB`).
pub fn file_size(bytes: u64) -> String {
    const UNIT: u64 = 1024;
    if bytes < UNIT {
        return format!("{} B", grouped(false, &bytes.to_string()));
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
    let mut out = grouped(false, &(tenths / 10).to_string());
    if !tenths.is_multiple_of(10) {
        out.push(',');
        out.push_str(&(tenths % 10).to_string());
    }
    out
}

fn grouped(negative: bool, digits: &str) -> String {
    let mut out = digits.to_owned();
    part_thousands(&mut out);
    if negative {
        out.insert(0, '-');
    }
    out
}

/// Puts a full stop between the thousands of a text of digits: `1234567` becomes `1.234.567`.
pub(super) fn part_thousands(digits: &mut String) {
    for at in (1..digits.len()).rev().skip(2).step_by(3) {
        digits.insert(at, '.');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_full_stops() {
        assert_eq!(group(0), "0");
        assert_eq!(group(999), "999");
        assert_eq!(group(1_000), "1.000");
        assert_eq!(group(1_234_567), "1.234.567");
        assert_eq!(group(-12_345), "-12.345");
        assert_eq!(group(i64::MIN), "-9.223.372.036.854.775.808");
    }

    #[test]
    fn grouping_loses_no_digit() {
        let mut seed = 1_i64;
        for _ in 0..1_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let number = seed >> (seed & 63);
            assert_eq!(group(number).replace('.', ""), number.to_string());
        }
    }

    #[test]
    fn decimals_follow_a_comma() {
        assert_eq!(decimal(1_234.5, 1), "1.234,5");
        assert_eq!(decimal(1_234_567.891, 2), "1.234.567,89");
        assert_eq!(decimal(80.0, 0), "80");
        assert_eq!(decimal(999.95, 0), "1.000");
        assert_eq!(decimal(-0.04, 1), "0,0");
        assert_eq!(decimal(-2.5, 1), "-2,5");
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
