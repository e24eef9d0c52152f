//! Slips of typing in running text: words and marks that stand twice, spaces before marks, quotation marks that do not
//! fit, characters that nobody sees, and letters of other alphabets that look like ours.
//!
//! Finds only what is a slip in any text; what may be style is left alone. Texts are expected in NFC.

use std::ops::Range;

/// A slip and where it stands, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Where.
    pub range: Range<usize>,
    /// What.
    pub kind: SlipKind,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// A word stands twice; the range is that of both.
    DoubledWord,
    /// A space stands before a mark; the range is that of both.
    SpaceBefore,
    /// A mark stands twice; the range is that of both.
    DoubledMark,
    /// A quotation opens with `“` and closes with `"`; the range is that of the closing mark.
    MixedQuotes,
    /// A `”` that closes nothing.
    StrayQuote,
    /// A character that nobody sees.
    Invisible(char),
    /// A word with a Greek or Cyrillic letter among Latin ones, with the first such letter.
    ForeignLetter(char),
}

/// Words that never stand twice in a row. Vietnamese doubles many others (`từ từ`, `luôn luôn`, `người người`).
const NEVER_TWICE: &[&str] = &[
    "bị", "bởi", "các", "có", "của", "cho", "do", "được", "đã", "để", "đến", "hoặc", "khi",
    "không", "là", "mà", "một", "nếu", "này", "nhưng", "những", "ở", "phải", "sẽ", "tại", "theo",
    "thì", "trên", "trong", "và", "vào", "về", "với", "việc",
];

/// Words that stand twice.
pub fn doubled_words(text: &str) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut before = "";
    let mut at = 0;
    for end in memchr::memchr_iter(b' ', text.as_bytes()).chain([text.len()]) {
        let word = &text[at..end];
        // Most neighbours differ in their length.
        if word.len() == before.len() && word == before && NEVER_TWICE.contains(&word) {
            found.push(Slip {
                range: at - 1 - word.len()..end,
                kind: SlipKind::DoubledWord,
            });
        }
        before = word;
        at = end + 1;
    }
    found
}

/// Spaces between a word and a mark that belongs to it.
pub fn spaces_before(text: &str) -> Vec<Slip> {
    let bytes = text.as_bytes();
    let is_mark = |b: &u8| matches!(b, b',' | b'.' | b';' | b':' | b'!' | b'?');
    memchr::memchr_iter(b' ', bytes)
        .filter(|at| bytes.get(at + 1).is_some_and(is_mark) && is_space_before(text, *at))
        .map(|at| Slip {
            range: at..at + 2,
            kind: SlipKind::SpaceBefore,
        })
        .collect()
}

/// Whether the space at `at` stands between a word and a mark that belongs to it. `…` typed as dots, a file's ending
/// (`tệp .pdf`) and emoticons are no slips.
fn is_space_before(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let is_word = before.is_some_and(|c| c.is_alphanumeric() || ")”\"%".contains(c));
    let after = text[at + 2..].chars().next();
    is_word && after.is_none_or(char::is_whitespace)
}

/// Marks that stand twice: `,,` `;;` and `..` that is no ellipsis.
pub fn doubled_marks(text: &str) -> Vec<Slip> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for mark in [b',', b';', b'.'] {
        let mut taken = 0;
        for at in memchr::memchr_iter(mark, bytes).filter(|at| bytes.get(at + 1) == Some(&mark)) {
            let run = bytes[at..].iter().take_while(|b| **b == mark).count();
            // Two dots between digits or letters are a range or a path; more than two an ellipsis or a line to fill.
            let is_other = mark == b'.'
                && (at == 0
                    || bytes.get(at + 2).is_some_and(|b| !b.is_ascii_whitespace())
                    || !text[..at].ends_with(char::is_alphanumeric));
            if at >= taken && run == 2 && !is_other {
                found.push(Slip {
                    range: at..at + 2,
                    kind: SlipKind::DoubledMark,
                });
            }
            taken = taken.max(at + run);
        }
    }
    found
}

/// Quotation marks that do not fit each other. `is_open` says whether a quotation of an earlier paragraph is still
/// open, and is brought up to date.
pub fn quotes(text: &str, is_open: &mut bool) -> Vec<Slip> {
    let mut found = Vec::new();
    let (mut open, mut straight) = (0_usize, 0_usize);
    // `“` and `”` begin with the byte E2.
    for at in memchr::memchr2_iter(b'"', 0xE2, text.as_bytes()) {
        match text[at..].chars().next() {
            Some('“') => open += 1,
            Some('”') if open > 0 => open -= 1,
            Some('”') if *is_open => *is_open = false,
            // `"a”`: the straight mark was meant to open.
            Some('”') if straight % 2 == 1 => straight -= 1,
            Some('”') => found.push(Slip {
                range: at..at + '”'.len_utf8(),
                kind: SlipKind::StrayQuote,
            }),
            Some('"') if open > 0 && straight % 2 == 0 && closes(text, at) => {
                open -= 1;
                found.push(Slip {
                    range: at..at + 1,
                    kind: SlipKind::MixedQuotes,
                });
            }
            Some('"') => straight += 1,
            _ => {}
        }
    }
    *is_open |= open > 0;
    found
}

/// Whether a straight mark stands where a quotation ends.
fn closes(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
}

/// Characters that nobody sees: soft hyphens, spaces without width, marks of direction.
pub fn invisible(text: &str) -> Vec<Slip> {
    // U+00AD, U+2000–U+2FFF and U+F000–U+FFFF begin with these bytes.
    let candidates = memchr::memchr3_iter(0xC2, 0xE2, 0xEF, text.as_bytes());
    let is_hidden = |at: usize, c: char| match c {
        '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{2060}' | '\u{FEFF}' => true,
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        // Between other characters than letters it joins the parts of an emoji.
        '\u{200D}' => text[..at].ends_with(char::is_alphabetic),
        _ => false,
    };
    candidates
        .filter_map(|at| Some((at, text[at..].chars().next()?)))
        .filter(|(at, c)| is_hidden(*at, *c))
        .map(|(at, c)| Slip {
            range: at..at + c.len_utf8(),
            kind: SlipKind::Invisible(c),
        })
        .collect()
}

/// Words that mix Latin letters with Greek or Cyrillic ones. A Greek or Russian word is nobody's slip, nor is a Greek
/// letter that stands for itself (`µ`, `α-`).
pub fn foreign_letters(text: &str) -> Vec<Slip> {
    let is_foreign = |c: char| matches!(c, '\u{391}'..='\u{3FF}' | '\u{400}'..='\u{52F}');
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let start = at;
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        let Some(letter) = word.chars().find(|c| is_foreign(*c)) else {
            continue;
        };
        if word.chars().any(|c| super::fold::letter(c).is_some()) {
            found.push(Slip {
                range: start..start + word.len(),
                kind: SlipKind::ForeignLetter(letter),
            });
        }
    }
    found
}

/// Whether a title is written in capitals throughout. Titles of few letters may be names (`VNeID`, `UBND`).
pub fn is_in_capitals(title: &str) -> bool {
    let upper = title.chars().filter(|c| c.is_uppercase()).count();
    let lower = title.chars().filter(|c| c.is_lowercase()).count();
    upper >= 12 && lower * 10 < upper && title.split_whitespace().count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts<'t>(text: &'t str, slips: &[Slip]) -> Vec<&'t str> {
        slips.iter().map(|slip| &text[slip.range.clone()]).collect()
    }

    #[test]
    fn words_that_stand_twice_are_found_and_reduplications_are_not() {
        for (text, expected) in [
            ("chuyên đề về về khoa học", vec!["về về"]),
            ("về về", vec!["về về"]),
            ("Về về khoa học", vec![]),
            ("từ từ rồi luôn luôn, người người nhà nhà", vec![]),
            ("của, của và của", vec![]),
            ("việc của của  các", vec!["của của"]),
            ("kinh tế - xã hội", vec![]),
            ("a  b", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(parts(text, &doubled_words(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_space_before_a_mark_is_found_unless_the_mark_begins_something() {
        for (text, expected) in [
            ("Xã Lai Khê , ngày", vec![" ,"]),
            ("hết hạn .", vec![" ."]),
            ("(xem thêm) ; tiếp", vec![" ;"]),
            ("gồm : a", vec![" :"]),
            ("tệp .pdf và :) và ...", vec![]),
            ("– , –", vec![]),
            (" , a", vec![]),
        ] {
            assert_eq!(parts(text, &spaces_before(text)), expected, "{text}");
        }
    }

    #[test]
    fn marks_that_stand_twice_are_found_and_ellipses_are_not() {
        for (text, expected) in [
            ("xã,, phường", vec![",,"]),
            ("hết.. Sau đó", vec![".."]),
            ("hết..", vec![".."]),
            ("v.v... và ......", vec![]),
            ("../van-ban/ và 1..5", vec![]),
            ("a;; b", vec![";;"]),
        ] {
            assert_eq!(parts(text, &doubled_marks(text)), expected, "{text}");
        }
    }

    #[test]
    fn quotation_marks_must_fit() {
        let look = |text: &str, open: bool| {
            let mut is_open = open;
            let slips = quotes(text, &mut is_open);
            (
                slips.iter().map(|slip| slip.kind).collect::<Vec<_>>(),
                is_open,
            )
        };
        use SlipKind::{MixedQuotes, StrayQuote};
        for (text, open, expected) in [
            (
                "Phong trào “Bình dân học vụ số\", “Ngày hội”",
                false,
                (vec![MixedQuotes], false),
            ),
            ("“a” và \"b\"", false, (vec![], false)),
            ("“a \"b\" c”", false, (vec![], false)),
            ("học vụ số” là", false, (vec![StrayQuote], false)),
            ("hết lời.”", true, (vec![], false)),
            ("“Đoạn một", false, (vec![], true)),
            ("\"học vụ số”", false, (vec![], false)),
        ] {
            assert_eq!(look(text, open), expected, "{text}");
        }
    }

    #[test]
    fn what_nobody_sees_is_found() {
        let kinds = |text: &str| -> Vec<SlipKind> {
            invisible(text).iter().map(|slip| slip.kind).collect()
        };
        assert_eq!(kinds("khoa\u{AD}học"), [SlipKind::Invisible('\u{AD}')]);
        assert_eq!(kinds("xã\u{200B} Mẫu"), [SlipKind::Invisible('\u{200B}')]);
        assert_eq!(kinds("👩\u{200D}🌾 một\u{A0}hai – “ba”"), []);
    }

    #[test]
    fn letters_of_other_alphabets_among_ours_are_found() {
        for (text, expected) in [
            ("xã Bình Ch\u{443}", vec!["Ch\u{443}"]),
            ("h\u{43E}à", vec!["h\u{43E}à"]),
            ("Москва, góc α, µm", vec![]),
            ("(\u{410}B)", vec!["\u{410}B"]),
        ] {
            assert_eq!(parts(text, &foreign_letters(text)), expected, "{text}");
        }
    }

    #[test]
    fn capitals_throughout_are_not_a_name() {
        assert!(is_in_capitals("THÔNG BÁO LỊCH TIẾP CÔNG DÂN"));
        assert!(is_in_capitals("KẾ HOẠCH TUYÊN TRUYỀN SỐ 2"));
        assert!(!is_in_capitals("UBND XÃ"));
        assert!(!is_in_capitals("UBND xã Lai Khê họp về VNeID"));
    }
}
