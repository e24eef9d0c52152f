//! Where the tone mark of an open `oa`, `oe`, `uy` stands: on the first vowel (`hòa`, `thủy`) or on the second (`hoà`,
//! `thuỷ`).
//!
//! Both are right; a text should keep to one. Names keep their owner's spelling, so that words with a capital are passed
//! over. `quý` has no choice: its `u` belongs to the consonant.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A way of placing tone marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Style {
    /// On the first vowel: `hòa`, `khỏe`, `thủy`.
    First,
    /// On the second: `hoà`, `khoẻ`, `thuỷ`.
    Second,
}

/// The rimes that can be written in two ways, first and second style.
const RIMES: [(&str, &str); 15] = [
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ủy", "uỷ"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
];

impl Style {
    fn of(self, (first, second): (&'static str, &'static str)) -> &'static str {
        match self {
            Self::First => first,
            Self::Second => second,
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }

    /// A word in this style.
    #[must_use]
    pub fn write(self, word: &str) -> String {
        let pairs = RIMES.iter();
        pairs.fold(word.to_owned(), |word, pair| {
            word.replace(self.other().of(*pair), self.of(*pair))
        })
    }
}

/// The words in small letters whose tone mark could stand elsewhere, each with its style. Expects NFC.
#[must_use]
pub fn find(text: &str) -> Vec<(Range<usize>, Style)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    // The first bytes of all letters that are looked for: ò ó õ ù ú à á ã è é ý, ũ, and those with other marks.
    let letters = (0..bytes.len()).filter(|at| matches!(bytes[*at], 0xC3 | 0xC5 | 0xE1));
    for letter in letters {
        let Some((rime, style)) = rime_around(bytes, letter) else {
            continue;
        };
        let before = text[..rime.start].trim_end_matches(char::is_alphabetic);
        let word = before.len()..rime.end;
        let is_name = text[word.clone()].starts_with(char::is_uppercase);
        let is_consonant = text[..rime.start].ends_with('q') && text[rime].starts_with(is_u);
        if !is_name && !is_consonant {
            found.push((word, style));
        }
    }
    found
}

fn is_u(c: char) -> bool {
    matches!(c, 'u' | 'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ')
}

/// The rime around a letter with a mark, if it can be written in two ways and ends its word.
#[inline]
fn rime_around(bytes: &[u8], letter: usize) -> Option<(Range<usize>, Style)> {
    let len = if bytes[letter] == 0xE1 { 3 } else { 2 };
    let (rime, style) = if matches!(bytes.get(letter + len), Some(b'a' | b'e' | b'y')) {
        (letter..letter + len + 1, Style::First)
    } else if letter > 0 && matches!(bytes[letter - 1], b'o' | b'u') {
        (letter - 1..letter + len, Style::Second)
    } else {
        return None;
    };
    // No Vietnamese syllable goes on with a letter of more than one byte here.
    let follows = bytes.get(rime.end);
    if follows.is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let written = bytes.get(rime.clone())?;
    let mut rimes = RIMES.iter().map(|pair| style.of(*pair).as_bytes());
    rimes.any(|known| known == written).then_some((rime, style))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(text: &str) -> Vec<(&str, Style)> {
        let found = find(text).into_iter();
        found.map(|(range, style)| (&text[range], style)).collect()
    }

    #[test]
    fn words_are_found_with_their_style() {
        assert_eq!(
            styles("văn hóa, khoẻ mạnh; thủy lợi và uỷ quyền, toả. họa"),
            [
                ("hóa", Style::First),
                ("khoẻ", Style::Second),
                ("thủy", Style::First),
                ("uỷ", Style::Second),
                ("toả", Style::Second),
                ("họa", Style::First),
            ]
        );
    }

    #[test]
    fn words_without_a_choice_and_names_are_passed_over() {
        for text in [
            "hoàn thành, loại, khoảng, thuyền, toán, quyết",
            "quý, quỳ, quỷ, quả, quà, quá",
            "Hoà Bình, Thuý, Ủy ban, HÓA",
            "của, múa, lúa, mùa, thưở, mía",
            "o à u ý",
            "",
            "ò",
        ] {
            assert_eq!(styles(text), [], "{text}");
        }
    }

    #[test]
    fn every_rime_is_found_and_written_both_ways() {
        for (first, second) in RIMES {
            let (a, b) = (format!("kh{first}"), format!("kh{second}"));
            assert_eq!(styles(&a), [(a.as_str(), Style::First)]);
            assert_eq!(styles(&b), [(b.as_str(), Style::Second)]);
            assert_eq!(Style::Second.write(&a), b);
            assert_eq!(Style::First.write(&b), a);
        }
    }
}
