//! Where the tone mark of an open `oa`, `oe`, `uy` stands: on the first vowel (`hòa`, `thủy`) or on the second (`hoà`,
//! `thuỷ`).
//!
//! Both are right; a text should keep to one. Names keep their owner's spelling, so that words with a capital are passed
//! over. `quý` has no choice: its `u` belongs to the consonant.

use std::ops::Range;

use multiversion::multiversion;
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

/// How many bytes a rime and what follows it may have.
const WIDTH: usize = 5;
/// How many places are looked at together.
const PLACES: usize = 32;
/// Their bytes.
const BLOCK: usize = PLACES + WIDTH - 1;

/// The words in small letters whose tone mark could stand elsewhere, each with its style. Expects NFC.
#[must_use]
pub fn find(text: &str) -> Vec<(Range<usize>, Style)> {
    let places = places_of_rimes(text.as_bytes()).into_iter();
    places
        .filter_map(|start| word_with_rime(text, start))
        .collect()
}

/// Where a rime begins after which nothing can go on.
#[multiversion(targets("x86_64+avx2"))]
fn places_of_rimes(bytes: &[u8]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(block) = bytes[start..].first_chunk::<BLOCK>() {
        add_places(&mut found, start, block);
        start += PLACES;
    }
    // The last places, with nothing after them.
    let mut end = [0; PLACES + BLOCK];
    end[..bytes.len() - start].copy_from_slice(&bytes[start..]);
    for at in (0..bytes.len() - start).step_by(PLACES) {
        let block = end[at..].first_chunk::<BLOCK>();
        add_places(&mut found, start + at, block.expect("two blocks fit"));
    }
    found
}

#[inline(always)]
fn add_places(found: &mut Vec<usize>, start: usize, block: &[u8; BLOCK]) {
    let mut is_place = [false; PLACES];
    let mut any = false;
    for (is_place, place) in is_place.iter_mut().zip(block.windows(WIDTH)) {
        let is = begins_rime(place.try_into().expect("a window is that wide"));
        *is_place = is;
        any |= is;
    }
    // Most blocks have none, and are done with that.
    if any {
        let places = (start..).zip(is_place).filter(|(_, is)| *is);
        found.extend(places.map(|(place, _)| place));
    }
}

#[inline(always)]
fn begins_rime(&[a, b, c, d, e]: &[u8; WIDTH]) -> bool {
    let is_end = |b: u8| ((b | 0x20).wrapping_sub(b'a') >= 26) & (b.wrapping_sub(b'0') >= 10);
    let is = |byte: u8, of: &[u8]| of.iter().fold(false, |any, b| any | (byte == *b));
    let (ab, abc) = (a == 0xC3, (a == 0xE1) & (b == 0xBB));
    let (bc, bcd) = (b == 0xC3, b == 0xE1);
    let of_three = (ab & is(b, &[0xB2, 0xB3, 0xB5]) & is(c, b"ae")) // ò ó õ
        | (((ab & is(b, &[0xB9, 0xBA])) | ((a == 0xC5) & (b == 0xA9))) & (c == b'y')) // ù ú ũ
        | ((a == b'o') & bc & is(c, &[0xA0, 0xA1, 0xA3, 0xA8, 0xA9])) // à á ã è é
        | ((a == b'u') & bc & (c == 0xBD)); // ý
    let of_four = (abc & is(c, &[0x8D, 0x8F]) & is(d, b"ae")) // ọ ỏ
        | (abc & is(c, &[0xA5, 0xA7]) & (d == b'y')) // ụ ủ
        | ((a == b'o') & bcd & (c == 0xBA) & is(d, &[0xA1, 0xA3, 0xB9, 0xBB, 0xBD])) // ạ ả ẹ ẻ ẽ
        | ((a == b'u') & bcd & (c == 0xBB) & is(d, &[0xB3, 0xB5, 0xB7, 0xB9])); // ỳ ỵ ỷ ỹ
    (of_three & is_end(d)) | (of_four & is_end(e))
}

/// The word whose rime begins at a byte, if it can be written in two ways, ends its word and is no name.
fn word_with_rime(text: &str, start: usize) -> Option<(Range<usize>, Style)> {
    let bytes = &text.as_bytes()[start..];
    let style = match bytes {
        [0xC3 | 0xC5, _, b'a' | b'e' | b'y', ..] | [0xE1, _, _, b'a' | b'e' | b'y', ..] => {
            Style::First
        }
        [b'o' | b'u', 0xC3 | 0xE1, ..] => Style::Second,
        _ => return None,
    };
    let mut rimes = RIMES.iter().map(|pair| style.of(*pair));
    let rime = rimes.find(|rime| bytes.starts_with(rime.as_bytes()))?;
    let rest = &text[start + rime.len()..];
    // No Vietnamese syllable goes on with a letter of more than one byte here.
    if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let before = text[..start].trim_end_matches(char::is_alphabetic);
    let word = before.len()..start + rime.len();
    let is_name = text[word.clone()].starts_with(char::is_uppercase);
    let is_consonant = text[..start].ends_with('q') && rime.starts_with(is_u);
    (!is_name && !is_consonant).then_some((word, style))
}

fn is_u(c: char) -> bool {
    matches!(c, 'u' | 'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ')
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
            // Wherever a rime stands in the bytes that are looked at together.
            for at in 0..=2 * BLOCK {
                let text = format!("{}{a} đã {b} xong", " ".repeat(at));
                assert_eq!(styles(&text), [(&*a, Style::First), (&*b, Style::Second)]);
            }
        }
    }
}
