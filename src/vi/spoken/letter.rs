//! Letters in words: abbreviations, Roman numerals, and what is spelled because nobody knows what it stands for.

use super::super::abbreviation::ABBREVIATIONS;
use super::super::fold::fold_char;
use super::super::syllable::is_vietnamese;
use super::figure::nth;
use super::number::{roman, run};
use super::{Reading, Spot, Style, Why, is_space};

/// What is said for what is written, beside the abbreviations: names of letters and foreign words. `AI` and the like
/// stand in `vi::abbreviation`.
const SAID: &[(&str, &str)] = &[
    ("VNeID", "vi-en-i-đi"),
    ("COVID-19", "cô-vít mười chín"),
    ("Covid-19", "cô-vít mười chín"),
    ("QR", "quy-a"),
    ("OTP", "ô-tê-pê"),
    ("ATM", "a-tê-em"),
    ("USB", "u-ét-bê"),
    ("PDF", "pê-đê-ép"),
    ("SMS", "tin nhắn"),
    ("SIM", "xim"),
    ("sim", "xim"),
    ("PIN", "pin"),
    ("GPS", "gi-pi-ét"),
    ("OA", "ô-a"),
    ("OCOP", "ô-cốp"),
    ("ASEAN", "a-xê-an"),
    ("UNESCO", "u-nét-xcô"),
    ("VNPT", "vê-en-pê-tê"),
    ("FPT", "ép-pê-tê"),
    ("HIV", "hát-i-vê"),
    ("AIDS", "ết"),
    ("Wi-Fi", "oai-phai"),
    ("WiFi", "oai-phai"),
    ("Wifi", "oai-phai"),
    ("wifi", "oai-phai"),
    ("Internet", "in-tơ-nét"),
    ("internet", "in-tơ-nét"),
    ("e-mail", "thư điện tử"),
    ("E-mail", "thư điện tử"),
    ("email", "thư điện tử"),
    ("Email", "thư điện tử"),
    ("website", "trang web"),
    ("Website", "trang web"),
    ("eKYC", "định danh khách hàng điện tử"),
    ("v.v.", "vân vân"),
    ("v.v", "vân vân"),
    ("độ C", "độ xê"),
];

/// Names of the letters, as they are spelled.
const NAMES: &[(char, &str)] = &[
    ('A', "a"),
    ('Ă', "á"),
    ('Â', "ớ"),
    ('B', "bê"),
    ('C', "xê"),
    ('D', "dê"),
    ('Đ', "đê"),
    ('E', "e"),
    ('Ê', "ê"),
    ('F', "ép"),
    ('G', "giê"),
    ('H', "hát"),
    ('I', "i"),
    ('J', "gi"),
    ('K', "ca"),
    ('L', "lờ"),
    ('M', "mờ"),
    ('N', "nờ"),
    ('O', "o"),
    ('Ô', "ô"),
    ('Ơ', "ơ"),
    ('P', "pê"),
    ('Q', "quy"),
    ('R', "rờ"),
    ('S', "ét"),
    ('T', "tê"),
    ('U', "u"),
    ('Ư', "ư"),
    ('V', "vê"),
    ('W', "vê kép"),
    ('X', "ích"),
    ('Y', "y"),
    ('Z', "dét"),
];

/// Words behind which one letter is a Roman numeral.
const NUMBERED: &[&str] = &[
    "thu",
    "khoa",
    "ky",
    "ky hop",
    "quy",
    "chuong",
    "phan",
    "muc",
    "loai",
    "hang",
    "dot",
    "giai doan",
    "cap",
    "the ky",
    "bang",
    "nhom",
    "phu luc",
    "dai hoi",
    "vung",
    "khu vuc",
    "bac",
    "lan",
];

/// Whether a text begins with this word and nothing of it goes on.
pub(super) fn stands(rest: &str, short: &str) -> bool {
    rest.strip_prefix(short)
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

/// The abbreviation of `sau đây gọi tắt là TCN`.
pub(super) fn named(inside: &str) -> &str {
    let leads = [
        "sau đây gọi tắt là ",
        "gọi tắt là ",
        "sau đây gọi là ",
        "viết tắt là ",
        "viết tắt: ",
    ];
    leads
        .iter()
        .find_map(|lead| inside.strip_prefix(lead))
        .unwrap_or(inside)
}

/// The long form of an abbreviation, the longest that stands here.
fn known(rest: &str) -> Option<(&'static str, &'static str)> {
    SAID.iter()
        .chain(ABBREVIATIONS)
        .filter(|(short, _)| stands(rest, short))
        .max_by_key(|(short, _)| short.len())
        .map(|&(short, long)| {
            // A row of SAID wins over the same word among the abbreviations.
            let own = SAID.iter().find(|(own, _)| *own == short);
            (short, own.map_or(long, |(_, said)| *said))
        })
}

/// Reads what begins with a letter, or with digits that letters follow; nothing when it is said as it is written.
pub(super) fn read(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    let rest = spot.rest();
    if let Some((short, long)) = known(rest) {
        return Some(Reading::sure(short.len(), long));
    }
    if let Some(reading) = place(rest) {
        return Some(reading);
    }
    let len = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    let token = &rest[..len];
    if let Some(value) = roman(token) {
        let is_said = token.len() > 1 || spot.follows(NUMBERED) || heads(spot, &rest[len..]);
        if is_said && !is_followed_by_capitals(&rest[len..]) {
            let said = if spot.follows(&["thu"]) {
                nth(value, style)
            } else {
                run(&value.to_string(), style)
            };
            return Some(Reading::sure(len, said));
        }
    }
    if token.contains(|c: char| c.is_numeric()) {
        let letters = token.chars().filter(|c| c.is_alphabetic()).count();
        let said = mixed(token, style);
        return Some(if letters < 2 {
            Reading::sure(len, said)
        } else {
            Reading::doubtful(len, said, Why::Abbreviation)
        });
    }
    let whole = &rest[..len + joined(&rest[len..])];
    (is_abbreviation(token) && !is_shouted(spot, token))
        .then(|| Reading::doubtful(whole.len(), mixed(whole, style), Why::Abbreviation))
}

/// `TP.`, `TX.` and the like in front of a name.
fn place(rest: &str) -> Option<Reading> {
    const PLACES: [(&str, &str); 5] = [
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("TP. HCM", "Thành phố Hồ Chí Minh"),
        ("TPHCM", "Thành phố Hồ Chí Minh"),
        ("TP", "thành phố"),
        ("TX", "thị xã"),
    ];
    let (short, long) = PLACES.iter().find(|(short, _)| stands(rest, short))?;
    let behind = &rest[short.len()..];
    let dot = usize::from(behind.starts_with('.') && short.len() == 2);
    let said = if behind[dot..].starts_with(char::is_uppercase) {
        format!("{long} ")
    } else {
        (*long).to_owned()
    };
    Some(Reading::sure(short.len() + dot, said))
}

/// Whether a Roman numeral here numbers a heading: `I. Mục đích`.
fn heads(spot: Spot<'_>, behind: &str) -> bool {
    let before = spot.before().trim_end_matches(is_space);
    (before.is_empty() || before.ends_with('\n')) && behind.starts_with(['.', ')', '-'])
}

/// `&` and the letters behind it, which belong to the abbreviation: `XD&TM`.
fn joined(rest: &str) -> usize {
    let Some(behind) = rest.strip_prefix('&') else {
        return 0;
    };
    let len = behind
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(behind.len());
    if len == 0 { 0 } else { 1 + len }
}

fn is_followed_by_capitals(rest: &str) -> bool {
    let next = rest.trim_start_matches(is_space);
    let word = next
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(next.len());
    next.len() < rest.len()
        && word > 1
        && next[..word].chars().all(char::is_uppercase)
        && roman(&next[..word]).is_none()
}

/// Whether a word has the look of an abbreviation: two capitals or more side by side.
pub(super) fn is_abbreviation(token: &str) -> bool {
    let mut before = false;
    token.chars().any(|c| {
        let both = before && c.is_uppercase();
        before = c.is_uppercase();
        both
    })
}

/// Whether a word in capitals is a word and no abbreviation: a syllable with marks, a long one, or one among others
/// (`HỘI NGHỊ`).
fn is_shouted(spot: Spot<'_>, token: &str) -> bool {
    if !is_vietnamese(token) || token.chars().any(char::is_lowercase) {
        return false;
    }
    let has_marks = token.chars().any(|c| !c.is_ascii() && c != 'Đ');
    let before = spot.before().trim_end_matches(is_space);
    let word = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| {
        at + before[at..].chars().next().map_or(0, char::len_utf8)
    });
    let is_capital = |word: &str| {
        word.chars().count() > 1 && word.chars().all(char::is_uppercase) && is_vietnamese(word)
    };
    let after = spot.rest()[token.len()..].trim_start_matches(is_space);
    let end = after
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(after.len());
    has_marks
        && token
            .chars()
            .any(|c| fold_char(c).is_some_and(|c| "aeiouy".contains(c)))
        || is_capital(&before[word..])
        || is_capital(&after[..end])
}

/// Letters by their names and digits as numbers: `A4` is `a bốn`. Small letters stay a word.
fn mixed(token: &str, style: &Style) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut rest = token;
    while let Some(first) = rest.chars().next() {
        let (part, after) = if first.is_ascii_digit() {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            let (digits, after) = rest.split_at(end);
            (run(digits, style), after)
        } else if let Some((_, name)) = NAMES.iter().find(|(letter, _)| *letter == first) {
            ((*name).to_owned(), &rest[first.len_utf8()..])
        } else if first.is_lowercase() {
            let end = rest.find(|c: char| !c.is_lowercase()).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            (word.to_owned(), after)
        } else {
            // A letter with a tone, `&`, a digit of another script: its base, or nothing.
            let base = fold_char(first).filter(|c| c.is_alphabetic() && !first.is_numeric());
            (
                base.map(String::from).unwrap_or_default(),
                &rest[first.len_utf8()..],
            )
        };
        said.extend(Some(part).filter(|part| !part.is_empty()));
        rest = after;
    }
    said.join(" ")
}

/// The last words of a text whose first letters are those of an abbreviation: `Tổ công nghệ số` for `TCNS`.
pub(super) fn initials<'t>(before: &'t str, short: &str) -> Option<&'t str> {
    let mut start = before.len();
    for wanted in short.chars().rev() {
        let head = before[..start].trim_end_matches([' ', ',', '-']);
        if head.ends_with(['.', ';', ':', '\n', ')']) {
            return None;
        }
        let word = head.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| {
            at + head[at..].chars().next().map_or(0, char::len_utf8)
        });
        let first = head[word..].chars().next()?;
        if first.to_uppercase().next() != Some(wanted) {
            return None;
        }
        start = word;
    }
    let long = &before[start..];
    (long.split(' ').count() > 1).then_some(long)
}

/// What is left in a text that cannot be read aloud: words with a digit, `%`, abbreviations. Empty for what
/// `Announcer::read` gives.
#[must_use]
pub fn unreadable(text: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '%' | '‰');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_part).map(|start| at + start) {
        let end = text[start..]
            .find(|c| !is_part(c))
            .map_or(text.len(), |end| start + end);
        let word = &text[start..end];
        let is_foreign = word.contains(|c: char| c.is_numeric() || matches!(c, '%' | '‰'));
        if is_foreign || is_abbreviation(word) && !is_shouted(Spot { text, at: start }, word) {
            found.push(word);
        }
        at = end;
    }
    found
}
