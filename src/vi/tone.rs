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
    for at in 0..bytes.len().saturating_sub(2) {
        let Some((style, len)) = rime_at(bytes, at) else {
            continue;
        };
        let end = at + len;
        if text[end..].starts_with(char::is_alphanumeric) {
            continue;
        }
        let before = text[..at].trim_end_matches(char::is_alphabetic);
        let word = &text[before.len()..end];
        let is_name = word.starts_with(char::is_uppercase);
        let is_consonant = text[..at].ends_with('q') && word[word.len() - len..].starts_with(is_u);
        if !is_name && !is_consonant {
            found.push((before.len()..end, style));
        }
    }
    found
}

fn is_u(c: char) -> bool {
    matches!(c, 'u' | 'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ')
}

/// The style and the length in bytes of a rime that begins at a byte.
fn rime_at(bytes: &[u8], at: usize) -> Option<(Style, usize)> {
    // Every byte of a site passes here: most are told by a look at two of them.
    let is_vowel = |at: usize| matches!(bytes.get(at), Some(b'a' | b'e' | b'y'));
    let style = match (bytes[at], bytes[at + 1]) {
        (b'o' | b'u', 0xC3 | 0xE1) => Style::Second,
        // ò ó õ ù ú and ũ have two bytes, those with other marks three.
        (0xC3 | 0xC5, _) if is_vowel(at + 2) => Style::First,
        (0xE1, _) if is_vowel(at + 3) => Style::First,
        _ => return None,
    };
    let mut rimes = RIMES.iter().map(|pair| style.of(*pair));
    let rime = rimes.find(|rime| bytes[at..].starts_with(rime.as_bytes()))?;
    Some((style, rime.len()))
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
