//! Words as search compares them.
//!
//! A text in NFC is cut into words, and a word has a *key*, which tells everything but what people write in two ways:
//! case, the place of the tone mark (`hòa`, `hoà`), marks that are not Vietnamese. A key without its marks is its
//! *plain* form, which is `fold::fold` of the word. The script in the visitor's browser does the same with the rows of
//! `fold::rows`; `tests/web/search/words.tsv` holds both to one result.

use std::ops::Range;

use super::fold::{Tone, fold_char, letter};

/// The words of a text: runs of letters and runs of digits. `57-NQ/TW` is three, `5G` two.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    ranges(text).map(|word| &text[word])
}

/// Where the words of a text stand.
pub fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = end_of(None, text, at);
        let (kind, _) = Part::at(text, start)?;
        at = end_of(kind, text, start);
        Some(start..at)
    })
}

/// Where the characters of one sort end that begin at a place.
#[inline]
fn end_of(kind: Option<Part>, text: &str, mut at: usize) -> usize {
    while let Some((_, len)) = Part::at(text, at).filter(|(next, _)| *next == kind) {
        at += len;
    }
    at
}

/// What words are made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Letter,
    Digit,
}

/// What the first byte of a character tells of it.
#[derive(Clone, Copy)]
enum Start {
    /// What it is in a word, and its length.
    Known(Option<Part>, u8),
    Unknown,
}

const STARTS: [Start; 256] = {
    let mut starts = [Start::Unknown; 256];
    let mut byte = 0_u8;
    while byte < 0xC9 {
        starts[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Start::Known(Some(Part::Letter), 1),
            b'0'..=b'9' => Start::Known(Some(Part::Digit), 1),
            0..=0x7F => Start::Known(None, 1),
            // U+0100 to U+023F.
            0xC4..=0xC8 => Start::Known(Some(Part::Letter), 2),
            _ => Start::Unknown,
        };
        byte += 1;
    }
    starts
};

impl Part {
    /// What the character at a place is in a word, and its length; nothing at the end of the text.
    #[inline(always)]
    fn at(text: &str, at: usize) -> Option<(Option<Self>, usize)> {
        let first = *text.as_bytes().get(at)?;
        Some(match STARTS[usize::from(first)] {
            Start::Known(part, len) => (part, len.into()),
            Start::Unknown => Self::look(text, at),
        })
    }

    /// The same of a character that its first byte does not tell; the letters of Vietnamese are told by two.
    fn look(text: &str, at: usize) -> (Option<Self>, usize) {
        match text.as_bytes()[at..] {
            // U+1E00 to U+1EFF, and U+00C0 to U+00FF without the signs × and ÷.
            [0xE1, 0xB8..=0xBB, ..] => (Some(Self::Letter), 3),
            [0xC3, second, ..] if !matches!(second, 0x97 | 0xB7) => (Some(Self::Letter), 2),
            _ => match text[at..].chars().next() {
                Some(c) => (Self::of(c), c.len_utf8()),
                None => (None, 0),
            },
        }
    }

    /// What a character is in a word; `None` for one that parts words.
    #[inline]
    fn of(c: char) -> Option<Self> {
        match c {
            'a'..='z' | 'A'..='Z' => Some(Self::Letter),
            '0'..='9' => Some(Self::Digit),
            _ if c.is_ascii() => None,
            // Latin letters with marks, among them all of Vietnamese: a look into no table.
            '\u{C0}'..='\u{D6}'
            | '\u{D8}'..='\u{F6}'
            | '\u{F8}'..='\u{24F}'
            | '\u{1E00}'..='\u{1EFF}' => Some(Self::Letter),
            _ if c.is_numeric() => Some(Self::Digit),
            _ => (c.is_alphabetic() || fold_char(c).is_none()).then_some(Self::Letter),
        }
    }
}

/// The key of a word: its letters as `fold::rows` codes them, then the number of its tone (1 to 5) if it has one:
/// `Đường` is `DUPng1`, `hòa` and `hoà` are `hoa1`, `57` is `57`.
#[must_use]
pub fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len() + 1);
    let mut tone = Tone::Ngang;
    for c in word.chars() {
        match letter(c) {
            Some(letter) => {
                key.push(char::from(letter.code()));
                if letter.tone != Tone::Ngang {
                    tone = letter.tone;
                }
            }
            None => key.extend(fold_char(c)),
        }
    }
    if tone != Tone::Ngang {
        key.push(char::from(b'0' + tone as u8));
    }
    key
}

/// The plain form of a key: `DUPng1` is `duong`.
#[must_use]
pub fn plain(key: &str) -> String {
    let letters = key
        .strip_suffix(|c: char| c.is_ascii_digit())
        .filter(|letters| letters.ends_with(|c: char| !c.is_numeric()));
    letters
        .unwrap_or(key)
        .chars()
        .map(|c| match c {
            'A' | 'B' => 'a',
            'P' => 'o',
            c => c.to_ascii_lowercase(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vi::fold::{ALL_ACCENTED, fold, nfc};

    #[test]
    fn letters_and_digits_part() {
        let all = |text| words(text).collect::<Vec<_>>();
        assert_eq!(all("Số 57-NQ/TW, 5G."), ["Số", "57", "NQ", "TW", "5", "G"]);
        assert_eq!(all(" – … "), [""; 0]);
        assert_eq!(all("193/2025/QH15"), ["193", "2025", "QH", "15"]);
    }

    #[test]
    fn the_quick_look_at_a_letter_sees_what_the_tables_say() {
        for c in '\0'..='\u{3000}' {
            let expected = if c.is_numeric() {
                Some(Part::Digit)
            } else {
                (c.is_alphanumeric() || fold_char(c).is_none()).then_some(Part::Letter)
            };
            assert!(Part::of(c) == expected, "{c:?}");
            let text = format!("a{c}");
            assert!(
                Part::at(&text, 1) == Some((expected, c.len_utf8())),
                "{c:?}"
            );
        }
    }

    #[test]
    fn a_key_is_blind_to_case_and_to_the_place_of_the_tone() {
        assert_eq!(key("Đường"), "DUPng1");
        assert_eq!(key("dương"), "dUPng");
        assert_eq!(key("HÒA"), key("hoà"));
        assert_eq!(key("Thuỷ"), key("thủy"));
        assert_eq!(key("ñandú"), "nandu4");
        assert_eq!(key("57"), "57");
    }

    #[test]
    fn the_plain_form_is_the_folded_word() {
        for word in ALL_ACCENTED.chars().map(String::from) {
            assert_eq!(plain(&key(&word)), fold(&word), "{word}");
        }
        for word in ["Nghiêng", "57", "2025", "qh", "ủy", "AI"] {
            assert_eq!(plain(&key(word)), fold(word), "{word}");
        }
    }

    /// The other reader of this file is `tests/web/search/words.mjs`, which asks the script of the theme.
    #[test]
    fn the_table_for_the_browser_holds() {
        let table = include_str!("../../tests/web/search/words.tsv");
        for line in table.lines().filter(|line| !line.is_empty()) {
            let (text, keys) = line.split_once('\t').expect("two columns");
            let found: Vec<String> = words(&nfc(text)).map(key).collect();
            assert_eq!(found.join(" "), keys, "{text}");
        }
        for c in ALL_ACCENTED.chars() {
            assert!(table.contains(c), "{c} is in the table");
        }
    }
}
