//! Signs in words, and what cannot be said at all: addresses of the web and of mail, hashtags.

use unicode_normalization::UnicodeNormalization as _;

use super::letter::stands;
use super::number::run;
use super::{Reading, Spot, Style, Why, digits, figure, figures, is_over, is_space, unspaced};

/// What is said for a sign, with spaces where words need them.
const SIGNS: &[(char, &str)] = &[
    ('%', " phần trăm "),
    ('‰', " phần nghìn "),
    ('&', " và "),
    ('=', " bằng "),
    ('<', " nhỏ hơn "),
    ('>', " lớn hơn "),
    ('≤', " không quá "),
    ('≥', " từ "),
    ('±', " cộng trừ "),
    ('×', " nhân "),
    ('÷', " chia "),
    ('≈', " khoảng "),
    ('~', " khoảng "),
    ('№', " số "),
    ('$', " đô la "),
    ('€', " ơ-rô "),
    ('₫', " đồng "),
    ('°', " độ "),
    ('º', " độ "),
    ('→', " đến "),
    ('⇒', ", "),
    ('|', ", "),
    ('•', " "),
    ('*', " "),
    ('_', " "),
    ('^', " "),
    ('\\', " "),
    ('#', " "),
    ('@', " "),
    ('…', "."),
];

/// Words that something is given for, in small letters: `đồng/người/tháng` is said for one person and one month.
const EACH: &[&str] = &[
    "đồng", "người", "lượt", "hộ", "lần", "buổi", "suất", "tấn", "tạ", "triệu", "nghìn", "phút",
    "giờ", "ngày", "tuần", "tháng", "quý", "năm",
];

/// What is weighed and measured behind a slash: `tạ/ha`.
const MEASURES: &[(&str, &str)] = &[
    ("ha", "héc-ta"),
    ("kg", "ki-lô-gam"),
    ("km", "ki-lô-mét"),
    ("m²", "mét vuông"),
    ("m2", "mét vuông"),
    ("m³", "mét khối"),
    ("m3", "mét khối"),
    ("kWh", "ki-lô-oát giờ"),
];

/// The ends of names of hosts.
const HOSTS: [&str; 9] = [
    ".vn", ".com", ".net", ".org", ".gov", ".edu", ".info", ".io", ".me",
];

/// Reads a sign at this spot; nothing for marks that are not said.
pub(super) fn read(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let rest = spot.rest();
    let first = rest.chars().next()?;
    let behind = &rest[first.len_utf8()..];
    match first {
        '/' => Some(slash(spot, behind, style)),
        '(' => area(behind, style),
        '.' => {
            let is_joint = spot.before().ends_with(char::is_alphanumeric)
                && behind.starts_with(|c: char| c.is_ascii_digit());
            is_joint.then(|| Reading::sure(1, " chấm "))
        }
        '$' if behind.starts_with(|c: char| c.is_ascii_digit()) => {
            let at = spot.at + 1;
            let sum = figures(Spot { at, ..spot }, style)?;
            Some(Reading::sure(1 + sum.len, format!("{} đô la", sum.said)))
        }
        '+' => plus(spot, behind, style),
        '-' | '−' | '–' => minus(spot, first, behind, style),
        '#' if behind.starts_with(char::is_alphabetic) => {
            let end = behind.find(|c: char| !c.is_alphanumeric() && c != '_');
            Some(Reading::sure(1 + end.unwrap_or(behind.len()), ""))
        }
        _ => SIGNS
            .iter()
            .find(|(sign, _)| *sign == first)
            .map(|(sign, said)| Reading::sure(sign.len_utf8(), *said)),
    }
}

/// What parts two words: something for each of another, a year, or one or the other.
fn slash(spot: Spot<'_>, behind: &str, style: &Style) -> Reading {
    if let Some((year, rest)) = digits(behind, 4..=4)
        && (year.starts_with("19") || year.starts_with("20"))
        && is_over(rest)
    {
        return Reading::sure(5, format!(" năm {}", run(year, style)));
    }
    let before = spot.before();
    let word = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    let word = word.to_lowercase();
    if !behind.starts_with(char::is_alphabetic) {
        return Reading::sure(1, ", ");
    }
    let is_sum = matches!(&*word, "đ" | "vnđ" | "vnd") || before.ends_with('₫');
    if is_sum || EACH.contains(&&*word) {
        let measure = MEASURES.iter().find(|(short, _)| stands(behind, short));
        let (len, said) = measure.map_or((0, ""), |(short, long)| (short.len(), *long));
        return Reading::sure(1 + len, format!(" một {said}"));
    }
    Reading::sure(1, if word == "và" { " " } else { ", " })
}

/// A telephone whose area stands in brackets: `(0220) 3712 345`.
fn area(behind: &str, style: &Style) -> Option<Reading> {
    let (area, rest) = digits(behind, 3..=4)?;
    let number = unspaced(rest.strip_prefix(')')?);
    if !area.starts_with('0') || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let text = format!("{area} {number}");
    let said = figures(Spot { text: &text, at: 0 }, style)?;
    let left = text.len() - said.len;
    Some(Reading::sure(1 + behind.len() - left, said.said))
}

fn plus(spot: Spot<'_>, behind: &str, style: &Style) -> Option<Reading> {
    let is_apart =
        spot.before().is_empty() || spot.before().ends_with(|c: char| !c.is_alphanumeric());
    if is_apart && behind.starts_with("84") {
        // The country's number takes the place of the zero.
        let text = format!("0{}", unspaced(&behind[2..]));
        let said = figures(Spot { text: &text, at: 0 }, style)?;
        let left = text.len() - said.len;
        return Some(Reading::sure(1 + behind.len() - left, said.said));
    }
    let said = if unspaced(behind).starts_with(|c: char| c.is_ascii_digit())
        && !spot.before().trim().is_empty()
    {
        " cộng "
    } else {
        " "
    };
    Some(Reading::sure(1, said))
}

/// A number below zero; a dash elsewhere is no sign.
fn minus(spot: Spot<'_>, sign: char, behind: &str, style: &Style) -> Option<Reading> {
    let before = spot.before();
    let is_first =
        before.is_empty() || before.ends_with(|c: char| is_space(c) || matches!(c, '(' | '\n'));
    let line = before.rsplit('\n').next().unwrap_or("");
    let is_number = behind.starts_with(|c: char| c.is_ascii_digit());
    let joins_numbers = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
    if !is_first || !is_number || joins_numbers || line.trim().is_empty() && sign != '−' {
        return None;
    }
    let text = spot.text;
    let number = figures(
        Spot {
            text,
            at: spot.at + sign.len_utf8(),
        },
        style,
    )?;
    Some(Reading::sure(
        sign.len_utf8() + number.len,
        format!("âm {}", number.said),
    ))
}

/// A digit that is none of ours: `½`, `²`, `①`.
pub(super) fn other_digit(c: char, style: &Style) -> Option<Reading> {
    if !c.is_numeric() {
        return None;
    }
    let plain: String = c.nfkc().map(|c| if c == '⁄' { '/' } else { c }).collect();
    let said = match plain.chars().next() {
        Some(first) if first.is_ascii_digit() => {
            figure::read(
                Spot {
                    text: &plain,
                    at: 0,
                },
                style,
            )?
            .said
        }
        _ => String::new(),
    };
    Some(Reading::sure(c.len_utf8(), format!(" {said} ")))
}

/// Reads an address of the web or of mail.
pub(super) fn address(spot: Spot<'_>) -> Option<Reading> {
    let rest = spot.rest();
    let is_end = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '”' | '<' | '>' | ')' | '(' | ',' | ';' | '|')
    };
    let token = &rest[..rest.find(is_end).unwrap_or(rest.len())];
    let token = token.trim_end_matches(['.', '!', '?', ':', '\'', '’']);
    let host = token.split(['/', '?', '#', ':']).next().unwrap_or("");
    let is_ascii = host
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'@' | b'+'));
    let small = host.to_ascii_lowercase();
    let is_host =
        is_ascii && HOSTS.iter().any(|end| small.ends_with(end)) && !small.starts_with('.');
    let is_web =
        token.starts_with("http://") || token.starts_with("https://") || token.starts_with("www.");
    if !is_web && !is_host {
        return None;
    }
    let said = if host.contains('@') && is_host {
        "địa chỉ thư điện tử đăng trên trang thông tin"
    } else {
        "địa chỉ đăng trên trang thông tin"
    };
    Some(Reading::doubtful(token.len(), said, Why::Address))
}
