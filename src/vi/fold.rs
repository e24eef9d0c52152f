//! The Vietnamese letters, and text with its marks taken away.
//!
//! Holds the one table of the 134 accented letters (Unicode, TCVN 6909:2001) from which the sibling modules take
//! base letter, shape and tone. `fold` makes the form used to compare, search and address; `nfc` the form we store.

use std::borrow::Cow;

use multiversion::multiversion;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::places;

/// The six tones in dictionary order, which is also the order in which they sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tone {
    Ngang,
    Huyen,
    Hoi,
    Nga,
    Sac,
    Nang,
}

/// What a letter carries besides its tone: ă is `Breve`, â ê ô `Circumflex`, ơ ư `Horn`, đ `Stroke`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Plain,
    Breve,
    Circumflex,
    Horn,
    Stroke,
}

/// A letter taken apart. `base` is always one of `a`–`z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub base: u8,
    pub shape: Shape,
    pub tone: Tone,
    pub upper: bool,
}

impl Letter {
    /// The letter without its tone as one byte: itself, or for ă â ê ô ơ ư đ one of `A B E O P U D`.
    pub(crate) fn code(self) -> u8 {
        match (self.base, self.shape) {
            (_, Shape::Plain) => self.base,
            (b'a', Shape::Breve) => b'A',
            (b'a', _) => b'B',
            (b'o', Shape::Horn) => b'P',
            _ => self.base.to_ascii_uppercase(),
        }
    }
}

/// The small accented letters in rows: `Letter::code` of a row, its base, and its letters in the order of the tones.
/// The vowels' rows have six, that of đ one; ð, often mistaken for đ, is a d.
///
/// This is the same table for those who fold in another language than this one.
pub fn rows() -> impl Iterator<Item = (char, char, String)> {
    let row = |letters: String, first: char| {
        let l = letter(first).expect("a letter of the table");
        (char::from(l.code()), char::from(l.base), letters)
    };
    VOWELS
        .iter()
        .map(move |(_, _, lower, _)| row(lower.iter().collect(), lower[0]))
        .chain([row("đ".to_owned(), 'đ'), ('d', 'd', "ð".to_owned())])
}

const TONES: [Tone; 6] = [
    Tone::Ngang,
    Tone::Huyen,
    Tone::Hoi,
    Tone::Nga,
    Tone::Sac,
    Tone::Nang,
];

/// A vowel: its base, its shape, and its small and capital letters in the order of `TONES`.
type Vowel = (u8, Shape, [char; 6], [char; 6]);

#[rustfmt::skip]
const VOWELS: [Vowel; 12] = [
    (b'a', Shape::Plain, ['a', 'à', 'ả', 'ã', 'á', 'ạ'], ['A', 'À', 'Ả', 'Ã', 'Á', 'Ạ']),
    (b'a', Shape::Breve, ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'], ['Ă', 'Ằ', 'Ẳ', 'Ẵ', 'Ắ', 'Ặ']),
    (b'a', Shape::Circumflex, ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'], ['Â', 'Ầ', 'Ẩ', 'Ẫ', 'Ấ', 'Ậ']),
    (b'e', Shape::Plain, ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'], ['E', 'È', 'Ẻ', 'Ẽ', 'É', 'Ẹ']),
    (b'e', Shape::Circumflex, ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'], ['Ê', 'Ề', 'Ể', 'Ễ', 'Ế', 'Ệ']),
    (b'i', Shape::Plain, ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'], ['I', 'Ì', 'Ỉ', 'Ĩ', 'Í', 'Ị']),
    (b'o', Shape::Plain, ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'], ['O', 'Ò', 'Ỏ', 'Õ', 'Ó', 'Ọ']),
    (b'o', Shape::Circumflex, ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'], ['Ô', 'Ồ', 'Ổ', 'Ỗ', 'Ố', 'Ộ']),
    (b'o', Shape::Horn, ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'], ['Ơ', 'Ờ', 'Ở', 'Ỡ', 'Ớ', 'Ợ']),
    (b'u', Shape::Plain, ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'], ['U', 'Ù', 'Ủ', 'Ũ', 'Ú', 'Ụ']),
    (b'u', Shape::Horn, ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'], ['Ư', 'Ừ', 'Ử', 'Ữ', 'Ứ', 'Ự']),
    (b'y', Shape::Plain, ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'], ['Y', 'Ỳ', 'Ỷ', 'Ỹ', 'Ý', 'Ỵ']),
];

const LATIN_FIRST: u32 = 0xC0;
const VIETNAMESE_FIRST: u32 = 0x1EA0;

static LATIN: [Option<Letter>; 0x1B1 - 0xC0] = accented(LATIN_FIRST);
static VIETNAMESE: [Option<Letter>; 0x1EFA - 0x1EA0] = accented(VIETNAMESE_FIRST);

/// The accented letters among the `N` code points from `first` on.
const fn accented<const N: usize>(first: u32) -> [Option<Letter>; N] {
    let mut table = [None; N];
    let mut row = 0;
    while row < VOWELS.len() {
        let (base, shape, lower, upper) = VOWELS[row];
        let mut tone = 0;
        while tone < TONES.len() {
            put(&mut table, first, lower[tone], (base, shape, tone), false);
            put(&mut table, first, upper[tone], (base, shape, tone), true);
            tone += 1;
        }
        row += 1;
    }
    put(&mut table, first, 'đ', (b'd', Shape::Stroke, 0), false);
    put(&mut table, first, 'Đ', (b'd', Shape::Stroke, 0), true);
    table
}

const fn put(
    table: &mut [Option<Letter>],
    first: u32,
    c: char,
    (base, shape, tone): (u8, Shape, usize),
    upper: bool,
) {
    let code = c as u32;
    if code >= first && ((code - first) as usize) < table.len() {
        table[(code - first) as usize] = Some(Letter {
            base,
            shape,
            tone: TONES[tone],
            upper,
        });
    }
}

/// Takes apart an ASCII letter or one of the 134 accented Vietnamese letters; `None` for anything else.
#[inline]
pub(crate) fn letter(c: char) -> Option<Letter> {
    let code = c as u32;
    if c.is_ascii() {
        return c.is_ascii_alphabetic().then(|| Letter {
            base: c.to_ascii_lowercase() as u8,
            shape: Shape::Plain,
            tone: Tone::Ngang,
            upper: c.is_ascii_uppercase(),
        });
    }
    let (table, first): (&[Option<Letter>], u32) = if code < VIETNAMESE_FIRST {
        (&LATIN, LATIN_FIRST)
    } else {
        (&VIETNAMESE, VIETNAMESE_FIRST)
    };
    *table.get(code.checked_sub(first)? as usize)?
}

/// Puts a vowel together, the inverse of `letter`; `None` when no such vowel exists (`ĕ`, `ŵ`).
pub(crate) fn vowel(base: u8, shape: Shape, tone: Tone, upper: bool) -> Option<char> {
    let row = VOWELS.iter().find(|row| row.0 == base && row.1 == shape)?;
    let letters = if upper { &row.3 } else { &row.2 };
    Some(letters[tone as usize])
}

/// The text in Unicode normalisation form C, where each Vietnamese letter is one code point ("dựng sẵn").
///
/// Borrows when the text is already in that form, which for Vietnamese text is found out without looking at characters.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_composed(text) || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Whether a text has only characters that stand in NFC wherever they occur: Latin up to U+02FF, Latin Extended
/// Additional (with all Vietnamese letters), the usual punctuation, currency signs. Looks at bytes, several at a time.
#[multiversion(targets("x86_64+avx2"))]
fn is_composed(text: &str) -> bool {
    let bytes = text.as_bytes();
    // What begins in the last two bytes is no character of three.
    let end = &bytes[bytes.len().saturating_sub(2)..];
    !places::any(bytes, begins_odd) && end.iter().all(|lead| *lead < 0xCC)
}

#[inline(always)]
fn begins_odd([a, b, c]: [u8; 3]) -> bool {
    let odd_lead = (a >= 0xCC) & (a != 0xE1) & (a != 0xE2);
    let odd_letter = (a == 0xE1) & !(0xB8..=0xBB).contains(&b);
    let usual_mark = ((b == 0x80) & (c >= 0x82))
        | ((b == 0x81) & (c <= 0xA4))
        | ((b == 0x83) & (c <= 0x8F))
        | ((b == 0x82) & (c >= 0xA0));
    odd_lead | odd_letter | ((a == 0xE2) & !usual_mark)
}

/// The text in small letters without tone, vowel and foreign accent marks, and with đ as d: `Đổi mới` → `doi moi`.
///
/// Precomposed and decomposed spellings give the same result, both tone styles too (`hòa`, `hoà`), and folding twice
/// changes nothing. Digits, spaces and punctuation stay; `Ð` and `ð`, often mistaken for Đ and đ, become d.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if let Some(plain) = quick(c) {
            out.push(plain);
        } else {
            decompose_canonical(c, |part| {
                if !is_combining_mark(part) {
                    out.push(quick(part).unwrap_or_else(|| small(part)));
                }
            });
        }
    }
    out
}

/// Folds one character as `fold` does; `None` for a combining mark, which folding drops.
///
/// A character that decomposes into several base characters (a Hangul syllable) is returned as it is.
pub fn fold_char(c: char) -> Option<char> {
    if let Some(plain) = quick(c) {
        return Some(plain);
    }
    let (mut plain, mut bases) = (None, 0);
    decompose_canonical(c, |part| {
        if !is_combining_mark(part) {
            plain = Some(quick(part).unwrap_or_else(|| small(part)));
            bases += 1;
        }
    });
    if bases > 1 { Some(c) } else { plain }
}

/// The folded form of the characters that make up nearly all text, without Unicode tables.
#[inline]
fn quick(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    match c {
        'ð' | 'Ð' => Some('d'),
        _ => letter(c).map(|letter| letter.base as char),
    }
}

/// One-to-one lower case; the only longer mapping, of `İ`, never gets here because `İ` decomposes.
fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// How many bytes at the start of `text` fold to `pattern`, provided that a word ends there.
///
/// `pattern` is folded text; each space in it stands for any run of white space.
pub(crate) fn prefix_len(text: &str, pattern: &str) -> Option<usize> {
    let mut rest = text;
    for want in pattern.chars() {
        if want == ' ' {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        } else {
            let c = rest.chars().next()?;
            if fold_char(c) != Some(want) {
                return None;
            }
            rest = skip_marks(&rest[c.len_utf8()..]);
        }
    }
    let ends = !rest.starts_with(char::is_alphanumeric);
    ends.then(|| text.len() - rest.len())
}

/// Where the end of `text` that folds to `pattern` begins, provided that a word begins there.
pub(crate) fn suffix_start(text: &str, pattern: &str) -> Option<usize> {
    let mut rest = text;
    for want in pattern.chars().rev() {
        if want == ' ' {
            let trimmed = rest.trim_end();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        } else {
            rest = rest.trim_end_matches(|c| fold_char(c).is_none());
            let c = rest.chars().next_back()?;
            if fold_char(c) != Some(want) {
                return None;
            }
            rest = &rest[..rest.len() - c.len_utf8()];
        }
    }
    let starts = !rest.ends_with(char::is_alphanumeric);
    starts.then_some(rest.len())
}

fn skip_marks(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_ascii() && fold_char(c).is_none())
}

/// Every accented letter, for tests that want them all.
#[cfg(test)]
pub(crate) const ALL_ACCENTED: &str = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ\
     ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ";

#[cfg(test)]
mod tests {
    use super::*;

    const FOLDED: &str = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd";

    #[test]
    fn every_accented_letter_folds_to_its_base() {
        assert_eq!(ALL_ACCENTED.chars().count(), 134);
        assert_eq!(fold(ALL_ACCENTED), FOLDED.repeat(2));
        for (c, plain) in ALL_ACCENTED.chars().zip(FOLDED.repeat(2).chars()) {
            assert_eq!(fold_char(c), Some(plain), "{c}");
        }
    }

    #[test]
    fn taking_apart_and_putting_together_are_inverse() {
        for c in ALL_ACCENTED.chars() {
            let l = letter(c).expect("an accented letter");
            if l.shape != Shape::Stroke {
                assert_eq!(vowel(l.base, l.shape, l.tone, l.upper), Some(c));
            }
            assert_eq!(l.upper, c.is_uppercase());
        }
        assert_eq!(vowel(b'e', Shape::Breve, Tone::Ngang, false), None);
        assert_eq!(letter('×'), None);
        assert_eq!(letter('ñ'), None);
        assert_eq!(letter('5'), None);
    }

    #[test]
    fn composed_text_is_borrowed_and_decomposed_text_composed() {
        assert!(matches!(nfc("Nghị quyết – “57” ½ €"), Cow::Borrowed(_)));
        assert!(matches!(nfc(""), Cow::Borrowed(_)));
        let decomposed: String = ALL_ACCENTED.nfd().collect();
        assert_ne!(decomposed, ALL_ACCENTED);
        assert_eq!(nfc(&decomposed), ALL_ACCENTED);
        assert_eq!(nfc("Thu\u{309}y"), "Thủy");
    }

    #[test]
    fn the_quick_nfc_test_never_accepts_a_changeable_character() {
        for c in ('\0'..=char::MAX).filter(|&c| is_composed(c.encode_utf8(&mut [0; 4]))) {
            let alone = c.to_string();
            assert_eq!(alone.nfc().collect::<String>(), alone, "{:x}", c as u32);
            assert!(!is_combining_mark(c));
        }
    }

    #[test]
    fn folding_keeps_digits_and_punctuation() {
        assert_eq!(fold("Đổi mới – 1/10"), "doi moi – 1/10");
        assert_eq!(fold("hòa HOÀ"), "hoa hoa");
        assert_eq!(fold("Ðắk ð Çà É ü"), "dak d ca e u");
        assert_eq!(fold(""), "");
        assert_eq!(fold_char('\u{309}'), None);
        assert_eq!(fold_char('–'), Some('–'));
    }

    #[test]
    fn folding_is_idempotent_and_blind_to_normalisation_for_every_character() {
        // U+2FA1D is the last character that decomposes
        for c in '\0'..='\u{2FFFF}' {
            let text = c.to_string();
            let once = fold(&text);
            assert_eq!(fold(&once), once, "{:x}", c as u32);
            assert_eq!(fold(&text.nfd().collect::<String>()), once);
            assert_eq!(fold(&text.nfc().collect::<String>()), once);
        }
    }

    #[test]
    fn prefix_and_suffix_match_whole_words_only() {
        assert_eq!(
            prefix_len("Bộ  Chính trị ra", "bo chinh tri"),
            Some("Bộ  Chính trị".len())
        );
        assert_eq!(prefix_len("Bộ Chính trịnh", "bo chinh tri"), None);
        assert_eq!(prefix_len("Bộ", "bo chinh tri"), None);
        assert_eq!(suffix_start("theo Nghị  quyết", "nghi quyet"), Some(5));
        assert_eq!(suffix_start("ngữnghị quyết", "nghi quyet"), None);
        let nfd: String = "Bộ Chính trị".nfd().collect();
        assert_eq!(prefix_len(&nfd, "bo chinh tri"), Some(nfd.len()));
        assert_eq!(suffix_start(&nfd, "bo chinh tri"), Some(0));
    }
}
