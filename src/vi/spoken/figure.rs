//! Figures in words: numbers with their units, ranges, shares and ratios, telephones.

use super::super::decimal::{self, Notation};
use super::super::quantity;
use super::number::{digits as one_by_one, fraction, run, whole};
use super::{Reading, Spot, Style, begins, digits, is_dash, is_space, unspaced};

/// What is written behind a number and how it is said. The longest of those that begin alike comes first.
const UNITS: &[(&str, &str)] = &[
    ("%", " phần trăm"),
    ("‰", " phần nghìn"),
    ("km/h", " ki-lô-mét trên giờ"),
    ("km²", " ki-lô-mét vuông"),
    ("km2", " ki-lô-mét vuông"),
    ("km", " ki-lô-mét"),
    ("kWh", " ki-lô-oát giờ"),
    ("kWp", " ki-lô-oát đỉnh"),
    ("kW", " ki-lô-oát"),
    ("kV", " ki-lô-vôn"),
    ("kg", " ki-lô-gam"),
    ("KB", " ki-lô-bai"),
    ("m³/s", " mét khối trên giây"),
    ("m3/s", " mét khối trên giây"),
    ("m/s", " mét trên giây"),
    ("m²", " mét vuông"),
    ("m2", " mét vuông"),
    ("m³", " mét khối"),
    ("m3", " mét khối"),
    ("mm", " mi-li-mét"),
    ("ml", " mi-li-lít"),
    ("mg", " mi-li-gam"),
    ("m", " mét"),
    ("cm²", " xen-ti-mét vuông"),
    ("cm2", " xen-ti-mét vuông"),
    ("cm", " xen-ti-mét"),
    ("dm", " đề-xi-mét"),
    ("ha", " héc-ta"),
    ("g", " gam"),
    ("lít", " lít"),
    ("l", " lít"),
    ("L", " lít"),
    ("°C", " độ xê"),
    ("ºC", " độ xê"),
    ("oC", " độ xê"),
    ("℃", " độ xê"),
    ("°", " độ"),
    ("Mbps", " mê-ga-bít trên giây"),
    ("Mb/s", " mê-ga-bít trên giây"),
    ("Gbps", " gi-ga-bít trên giây"),
    ("MWh", " mê-ga-oát giờ"),
    ("MW", " mê-ga-oát"),
    ("MB", " mê-ga-bai"),
    ("MHz", " mê-ga-héc"),
    ("GHz", " gi-ga-héc"),
    ("Hz", " héc"),
    ("GB", " gi-ga-bai"),
    ("TB", " te-ra-bai"),
    ("px", " pi-xen"),
    ("VNĐ", " đồng"),
    ("VND", " đồng"),
    ("đ", " đồng"),
    ("₫", " đồng"),
    ("USD", " đô la Mỹ"),
    ("$", " đô la"),
    ("EUR", " ơ-rô"),
    ("€", " ơ-rô"),
    ("tr", " triệu"),
    ("k", " nghìn"),
    ("h", " giờ"),
    ("p", " phút"),
    ("s", " giây"),
    ("V", " vôn"),
    ("W", " oát"),
    ("G", " gờ"),
];

/// Words of quantity that are no unit of the table of units.
const COUNTED: &[&str] = &[
    "so",
    "dien tich",
    "dan so",
    "tong",
    "quang",
    "nhu cau",
    "muc",
    "luong",
    "chi tieu",
    "cau",
    "mon",
    "cuoc",
    "ky",
    "dot",
    "phan",
    "toan",
    "tieu chi",
    "tieu chuan",
    "khu",
    "dia ban",
    "thoi",
    "chang",
    "ho",
    "truong",
    "co quan",
];

/// Whether what follows is counted: a unit, or a word such as `số`.
pub(super) fn counts(rest: &str) -> bool {
    let rest = unspaced(rest);
    let word = rest
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len());
    let is_time = ["ngày", "tháng", "năm", "giờ", "tin"].contains(&&rest[..word]);
    begins(rest, COUNTED) || !is_time && quantity::is_unit(&rest[..word])
}

/// Reads whatever begins with a digit and is no time.
pub(super) fn read(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let reading = telephone(spot, style).or_else(|| ordinal(spot, style));
    if reading.is_some() {
        return reading;
    }
    let (said, rest) = ratio(spot, style)
        .or_else(|| product(spot.rest(), style))
        .or_else(|| range(spot, style))
        .or_else(|| quantity(spot.rest(), style))?;
    Some(Reading::sure(spot.rest().len() - rest.len(), said))
}

/// A number as typed: digits with single marks between.
fn number(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let mut end = 0;
    while bytes.get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
        let behind = &text[end..];
        let mark = behind
            .chars()
            .next()
            .filter(|c| matches!(c, '.' | ',' | '\u{A0}' | '\u{202F}'));
        let Some(mark) = mark else { continue };
        let after = &behind[mark.len_utf8()..];
        let group = after.bytes().take_while(u8::is_ascii_digit).count();
        // A space parts thousands only.
        if group > 0 && (!is_space(mark) || group == 3 && end <= 3) {
            end += mark.len_utf8();
        }
    }
    (end > 0).then(|| text.split_at(end))
}

/// A number in words. `measured` says that a unit follows, which no version has.
fn in_words(written: &str, measured: bool, style: &Style) -> String {
    let is_run = written.bytes().all(|b| b.is_ascii_digit());
    if is_run {
        return run(written, style);
    }
    let read_as = |notation| decimal::read_as(written, notation).is_some();
    let (mark, comma) = if read_as(Notation::Vietnamese) {
        ('.', ',')
    } else if measured && read_as(Notation::English) {
        (',', '.')
    } else {
        return parts(written, style);
    };
    let (before, behind) = written.split_once(comma).unwrap_or((written, ""));
    let digits: String = before
        .chars()
        .filter(|c| *c != mark && !is_space(*c))
        .collect();
    let mut said = run(&digits, style);
    if !behind.is_empty() {
        said.push_str(" phẩy ");
        said.push_str(&fraction(behind, style));
    }
    said
}

/// A number of a version or a section: `4.0` is `bốn chấm không`.
fn parts(written: &str, style: &Style) -> String {
    let mut said = String::new();
    for part in written.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits = part.trim_end_matches(|c: char| !c.is_ascii_digit());
        said.push_str(&run(digits, style));
        said.push_str(match &part[digits.len()..] {
            "" => "",
            "." => " chấm ",
            "," => " phẩy ",
            _ => " ",
        });
    }
    said
}

/// The unit at the start of a text, in words with a space in front, and what follows it.
fn unit(text: &str) -> Option<(&'static str, &str)> {
    let spaced = unspaced(text);
    UNITS.iter().find_map(|(short, long)| {
        let rest = spaced.strip_prefix(short)?;
        let is_word = short.ends_with(char::is_alphanumeric);
        // `5 h` is no time, `5 s` no second: one letter stands at its number.
        let is_apart = spaced.len() < text.len()
            && matches!(*short, "h" | "p" | "s" | "G" | "V" | "W" | "k" | "L");
        let goes_on = is_word && rest.starts_with(|c: char| c.is_alphanumeric());
        (!goes_on && !is_apart).then_some((*long, rest))
    })
}

/// A number with its unit.
fn quantity<'t>(text: &'t str, style: &Style) -> Option<(String, &'t str)> {
    let (written, rest) = number(text)?;
    let found = unit(rest);
    if found.is_none() && rest.starts_with(char::is_alphabetic) {
        return None; // `5A`: letters tell
    }
    let measured = found.is_some() || begins(rest, &["ty", "ti", "trieu", "nghin", "ngan", "tan"]);
    let mut said = in_words(written, measured, style);
    let Some((long, mut rest)) = found else {
        return Some(match rest.strip_prefix('+') {
            Some(rest) if !rest.starts_with(char::is_alphanumeric) => {
                (format!("{said} trở lên"), rest)
            }
            _ => (said, rest),
        });
    };
    said.push_str(&long.replace("nghìn", style.thousand));
    // `300.000đ/tháng`: for one month; `60 km/giờ`.
    if let Some(behind) = rest.strip_prefix('/')
        && behind.starts_with(char::is_alphabetic)
        && long != " đồng"
    {
        said.push_str(" trên ");
        rest = behind;
    }
    Some((said, rest))
}

/// `3-5 ngày`, `80%–90%`, `2021-2025`, and more than two parts one after the other: `1-2-3`.
fn range<'t>(spot: Spot<'t>, style: &Style) -> Option<(String, &'t str)> {
    let (first, rest) = quantity(spot.rest(), style)?;
    let (_, behind) = number(spot.rest())?;
    let mut said = first;
    let mut rest = rest;
    let mut count = 1;
    while let Some((next, behind)) = next_part(rest, style) {
        said.push('\0');
        said.push_str(&next);
        rest = behind;
        count += 1;
    }
    let is_score =
        spot.follows(&["ty so", "ti so", "so tran", "thang"]) && behind.starts_with(is_dash);
    match count {
        1 => None,
        2 if is_score => Some((said.replace('\0', " "), rest)),
        2 => Some((said.replace('\0', " đến "), rest)),
        _ => Some((said.replace('\0', ", "), rest)),
    }
}

/// A dash and the next number; spaces stand on both sides of the dash or on none.
fn next_part<'t>(text: &'t str, style: &Style) -> Option<(String, &'t str)> {
    let dash = unspaced(text);
    let behind = dash.strip_prefix(is_dash)?;
    let next = unspaced(behind);
    let is_even = (dash.len() < text.len()) == (next.len() < behind.len());
    is_even.then(|| quantity(next, style))?
}

/// `12/15 thôn`, `2/3 số hộ`, `tỷ lệ 1:10`.
fn ratio<'t>(spot: Spot<'t>, style: &Style) -> Option<(String, &'t str)> {
    let (above, rest) = digits(spot.rest(), 1..=6)?;
    let mark = rest.chars().next().filter(|c| matches!(c, '/' | ':'))?;
    let (below, rest) = digits(&rest[1..], 1..=6)?;
    if rest.starts_with(|c: char| c.is_alphanumeric() && c != 'h') || rest.starts_with('/') {
        return None;
    }
    let (top, bottom): (u64, u64) = (above.parse().ok()?, below.parse().ok()?);
    let is_share = mark == '/' && top < bottom && bottom <= 10 && top > 0;
    let things = begins(rest, COUNTED) || !counts(rest);
    let joint = if is_share && things {
        "phần"
    } else {
        "trên"
    };
    if (top, bottom) == (24, 24) {
        let rest = unspaced(rest)
            .strip_prefix("giờ")
            .or(rest.strip_prefix('h'))
            .unwrap_or(rest);
        return Some((format!("suốt {} giờ", whole(24, style)), rest));
    }
    let mut said = format!("{} {joint} {}", run(above, style), run(below, style));
    let mut rest = rest;
    if let Some((long, behind)) = unit(rest) {
        said.push_str(long);
        rest = behind;
    }
    Some((said, rest))
}

/// `6×0,8 m`, `6 x 0,8 m`.
fn product<'t>(text: &'t str, style: &Style) -> Option<(String, &'t str)> {
    let (first, rest) = number(text)?;
    let (said, rest) = match unit(rest) {
        Some((long, behind)) => (format!("{}{long}", in_words(first, true, style)), behind),
        None => (in_words(first, true, style), rest),
    };
    let rest = unspaced(rest).strip_prefix(['x', 'X', '×', '*'])?;
    let rest = unspaced(rest);
    let (second, rest) = product(rest, style).or_else(|| quantity(rest, style))?;
    Some((format!("{said} nhân {second}"), rest))
}

/// `thứ 2`, `lần thứ 4`: what follows `thứ` is said as an ordinal.
fn ordinal(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let (written, rest) = digits(spot.rest(), 1..=2)?;
    let is_counted = spot
        .before()
        .trim_end_matches(is_space)
        .to_lowercase()
        .ends_with("thứ");
    let value: u64 = written.parse().ok()?;
    let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() || c == '/' || c == ',');
    (is_counted && !goes_on).then(|| Reading::sure(written.len(), nth(value, style)))
}

/// What is said behind `thứ`.
pub(super) fn nth(value: u64, style: &Style) -> String {
    match value {
        1 => "nhất".to_owned(),
        4 => "tư".to_owned(),
        value => whole(value, style),
    }
}

/// Words in front of a number that is called and not counted.
const CALLED: &[&str] = &[
    "tong dai",
    "duong day nong",
    "hotline",
    "dien thoai",
    "goi",
    "so may",
    "lien he",
    "dau so",
    "zalo",
    "nhan tin",
    "nhan tin den",
    "sdt",
    "dt",
];

/// A telephone is said digit by digit.
fn telephone(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let text = spot.rest();
    let end = telephone_end(text);
    let written = &text[..end];
    let count = written.bytes().filter(u8::is_ascii_digit).count();
    if text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '%') {
        return None;
    }
    let is_whole = written.starts_with('0') && (9..=11).contains(&count);
    let is_service = ["1800", "1900"]
        .iter()
        .any(|start| written.starts_with(start))
        && (8..=10).contains(&count);
    if is_whole || is_service {
        let said = one_by_one(&parted(written), style);
        return Some(Reading::sure(end, said));
    }
    let (short, rest) = digits(text, 3..=8)?;
    let mut before = spot.before().trim_end_matches([' ', '\u{A0}', ':']);
    for word in ["số", "máy", "theo", "đến", "tới", "qua", "theo số"] {
        before = before
            .strip_suffix(word)
            .unwrap_or(before)
            .trim_end_matches([' ', '\u{A0}', ':']);
    }
    let is_called = Spot {
        text: before,
        at: before.len(),
    }
    .follows(CALLED);
    let goes_on = rest.starts_with(['/', ',', '.', '-'])
        && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    (is_called && !goes_on && !counts(rest))
        .then(|| Reading::sure(short.len(), one_by_one(short, style)))
}

/// A number that is written in one piece, in pieces that can be noted down.
fn parted(written: &str) -> String {
    match (written.bytes().all(|b| b.is_ascii_digit()), written.len()) {
        (true, 10) => [&written[..4], &written[4..7], &written[7..]].join(" "),
        (true, 8 | 11) => [&written[..4], &written[4..8], &written[8..]].join(" "),
        _ => written.to_owned(),
    }
}

/// Digits with single spaces, full stops or hyphens between.
fn telephone_end(text: &str) -> usize {
    let mut end = 0;
    let mut rest = text;
    loop {
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        if len == 0 {
            return end;
        }
        end = text.len() - rest.len() + len;
        rest = &text[end..];
        let Some(mark) = rest
            .chars()
            .next()
            .filter(|c| is_space(*c) || matches!(c, '.' | '-'))
        else {
            return end;
        };
        rest = &rest[mark.len_utf8()..];
    }
}
