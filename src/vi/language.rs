//! Whether a text is evidently English, so that a screen reader had better be told.

/// Words that English cannot do without and Vietnamese, even without its marks, does not have.
const ENGLISH: &[&str] = &[
    "and", "are", "by", "for", "from", "has", "is", "of", "that", "the", "their", "this", "was",
    "which", "will", "with",
];

/// A shorter text may be a name.
const LEAST_WORDS: usize = 8;

/// Whether a paragraph is evidently English: at least eight words, no letter with a Vietnamese mark, and at least three
/// different words that only English has.
pub fn is_english(text: &str) -> bool {
    // Vietnamese letters, and then the tables, which take long.
    let is_vietnamese = |c| matches!(c, '\u{C0}'..='\u{D6}' | '\u{1EA0}'..='\u{1EF9}');
    let is_foreign = |c: char| !c.is_ascii() && (is_vietnamese(c) || c.is_alphabetic());
    if text.chars().any(is_foreign) {
        return false;
    }
    let words = || {
        text.split(|c: char| !c.is_ascii_alphabetic())
            .filter(|word| !word.is_empty())
    };
    let has = |word: &&&str| words().any(|other| other.eq_ignore_ascii_case(word));
    words().count() >= LEAST_WORDS && ENGLISH.iter().filter(has).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_sentences_without_vietnamese_are_english() {
        for (text, expected) in [
            (
                "This portal is a service of the People's Committee and its partners.",
                true,
            ),
            (
                "The Resolution was issued by the Politburo for science and technology.",
                true,
            ),
            ("Web Content Accessibility Guidelines (WCAG) 2.2", false),
            ("of the and", false),
            (
                "Nghị quyết 57 of the Politburo is for science and technology of the nation",
                false,
            ),
            (
                "chuyen doi so la cuoc cach mang sau sac, toan dien tren tat ca cac linh vuc",
                false,
            ),
            (
                "https://example.vn/this/is/the/path/of/an/address/for/you",
                true,
            ),
        ] {
            assert_eq!(is_english(text), expected, "{text}");
        }
    }
}
