//! What in a running text is somebody's private business: numbers of identity papers, mobile telephones, private mail
//! addresses, bank accounts.
//!
//! Finds what looks like it by its form: the 12 digits of a citizen's card (province, century and sex, year, six more),
//! mobile numbers of ten digits. Whether it may be public is for the caller to judge.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::fold::fold;

/// Something private and where it stands, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Private {
    /// Where.
    pub range: Range<usize>,
    /// What.
    pub kind: PrivateKind,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PrivateKind {
    /// The number of a citizen's card or identity card.
    Identity,
    /// A mobile telephone, a private mail address or a bank account.
    Contact,
}

/// Hosts of mail that people have for themselves.
const MAIL: &[&str] = &[
    "gmail.com",
    "yahoo.com",
    "yahoo.com.vn",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "live.com",
];

/// How far before a number the word may stand that says what it is, in bytes.
const CONTEXT: usize = 48;

/// Finds numbers and addresses of persons.
pub fn find(text: &str) -> Vec<Private> {
    let mut found = addresses(text);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(offset) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + offset;
        let end = number_end(bytes, start);
        at = end;
        if let Some(kind) = kind_of(text, start..end) {
            let plus = usize::from(text[..start].ends_with('+'));
            found.push(Private {
                range: start - plus..end,
                kind,
            });
        }
    }
    found.sort_by_key(|private| private.range.start);
    found
}

/// The digits of a number or the letters of an address, without what parts them: what two ways to write it share.
pub fn key(written: &str) -> String {
    let is_address = written.contains('@');
    let key: String = written
        .to_lowercase()
        .chars()
        .filter(|c| is_address || c.is_ascii_digit())
        .collect();
    match key.strip_prefix("84") {
        Some(rest) if !is_address && rest.len() == 9 => format!("0{rest}"),
        _ => key,
    }
}

/// The end of a number: digits, with single spaces, dots or hyphens between.
fn number_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    loop {
        end += bytes[end..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        let goes_on = matches!(bytes.get(end), Some(b' ' | b'.' | b'-'))
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !goes_on {
            return end;
        }
        end += 1;
    }
}

fn kind_of(text: &str, range: Range<usize>) -> Option<PrivateKind> {
    let written = &text[range.clone()];
    if written.len() < 8 {
        return None;
    }
    let before = &text[..range.start];
    // The tail of an address, a symbol or a decimal is not a number of its own.
    let is_tail = before.ends_with(|c: char| c.is_alphanumeric() || "/_=%#&,.-".contains(c));
    let goes_on = text[range.end..].starts_with(|c: char| c.is_alphanumeric() || "/_=".contains(c));
    if is_tail || goes_on {
        return None;
    }
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    if is_citizen(&digits) && written.len() == digits.len() {
        return Some(PrivateKind::Identity);
    }
    if digits.len() == 9 && says(before, &["cmnd", "cmt", "chung minh"]) {
        return Some(PrivateKind::Identity);
    }
    if (8..=16).contains(&digits.len()) && says(before, &["stk", "tai khoan", "tk so"]) {
        return Some(PrivateKind::Contact);
    }
    let is_firm = || {
        says(
            before,
            &["thue", "mst", "dang ky kinh doanh", "doanh nghiep so"],
        )
    };
    (is_mobile(&digits) && !is_firm()).then_some(PrivateKind::Contact)
}

/// The number of a citizen's card: province 001–096, 0–3 for the two sexes of two centuries, and eight digits more.
fn is_citizen(digits: &str) -> bool {
    let province: Option<u32> = digits.get(..3).and_then(|code| code.parse().ok());
    digits.len() == 12
        && province.is_some_and(|code| (1..=96).contains(&code))
        && matches!(digits.as_bytes()[3], b'0'..=b'3')
}

fn is_mobile(digits: &str) -> bool {
    let rest = match digits.strip_prefix("84") {
        Some(rest) if rest.len() == 9 => Some(rest),
        _ => digits.strip_prefix('0'),
    };
    rest.is_some_and(|rest| rest.len() == 9 && rest.starts_with(['3', '5', '7', '8', '9']))
}

/// Whether one of the words (folded) stands shortly before.
fn says(before: &str, words: &[&str]) -> bool {
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(CONTEXT))..];
    let folded = fold(near);
    words.iter().any(|word| folded.contains(word))
}

/// Mail addresses at hosts where people have their own.
fn addresses(text: &str) -> Vec<Private> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "._-+".contains(c);
    memchr::memchr_iter(b'@', text.as_bytes())
        .filter_map(|at| {
            let start = text[..at].trim_end_matches(is_part).len();
            let rest = &text[at + 1..];
            let host = rest
                .find(|c: char| !is_part(c))
                .map_or(rest, |end| &rest[..end])
                .trim_end_matches('.');
            let is_private = MAIL.contains(&host.to_ascii_lowercase().as_str());
            (start < at && is_private).then(|| Private {
                range: start..at + 1 + host.len(),
                kind: PrivateKind::Contact,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, PrivateKind)> {
        find(text)
            .into_iter()
            .map(|private| (&text[private.range.clone()], private.kind))
            .collect()
    }

    #[test]
    fn numbers_of_identity_papers_are_found() {
        use PrivateKind::Identity;
        for (text, expected) in [
            ("CCCD số 030094001234, trú tại", vec!["030094001234"]),
            ("(001300012345)", vec!["001300012345"]),
            ("CMND: 142123456", vec!["142123456"]),
            ("Mã hồ sơ 142123456", vec![]),
            ("Số tiền 123456789012 đồng", vec![]),
            ("tổng 100.000.000.000 đồng", vec![]),
            ("https://x.vn/a/030094001234", vec![]),
            ("030994001234", vec![]),
            ("097094001234", vec![]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|part| (part, Identity)).collect();
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn private_telephones_mail_and_accounts_are_found() {
        use PrivateKind::Contact;
        for (text, expected) in [
            (
                "gọi 0912 345 678 hoặc 0387.654.321",
                vec!["0912 345 678", "0387.654.321"],
            ),
            ("Zalo +84912345678.", vec!["+84912345678"]),
            ("điện thoại 0220 3712 345", vec![]),
            ("tổng đài 1022, 1900 1234", vec![]),
            ("mã số thuế 0800123456", vec![]),
            ("STK 19031234567012 tại", vec!["19031234567012"]),
            ("gửi về van.a@gmail.com.", vec!["van.a@gmail.com"]),
            ("vanthu@laikhe.haiphong.gov.vn, @gmail.com", vec![]),
            ("từ 01/7/2026 đến 31/12/2026, 20-25/30-35 mm", vec![]),
            ("1.234.567.890 đồng", vec![]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|part| (part, Contact)).collect();
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn two_ways_to_write_a_number_have_one_key() {
        assert_eq!(key("+84 912-345-678"), "0912345678");
        assert_eq!(key("0912.345.678"), "0912345678");
        assert_eq!(key("Van.A@Gmail.com"), "van.a@gmail.com");
    }
}
