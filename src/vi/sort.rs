//! Vietnamese alphabetical order, as keys of bytes that compare with `<`.
//!
//! Letters decide first (a ă â b c d đ e ê …, with f j w z at their Latin places), then tones in the order of the
//! Unicode CLDR `vi` collation (ngang, huyền, hỏi, ngã, sắc, nặng), then small before capital letters.

use std::cmp::Ordering;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::fold::{Letter, Shape, Tone, letter, nfc};

/// Ends a level. Less than any weight, so that a shorter text comes first.
const END: u8 = 0x00;
/// Primary weight of the gap between words: "an bình" before "anh".
const GAP: u8 = 0x01;
/// Primary weights of numbers, letters, and the letters of other scripts, which follow in code point order.
const NUMBER: u8 = 0x10;
const LETTERS: u8 = 0x20;
const FOREIGN: u8 = 0xF0;
/// Secondary weight of the end of a word, and of marks that are not Vietnamese tones.
const WORD_END: u8 = 0x01;
const FOREIGN_MARK: u8 = 0x10;

/// The comparison key of a text: for keys, byte order is Vietnamese alphabetical order.
///
/// Spaces and punctuation only part words. Digits come before letters and count as whole numbers (`2` before `10`).
/// The two tone styles (`hòa`, `hoà`) sort together. Two keys are equal only for texts that have the same NFC form.
pub fn key(text: &str) -> Vec<u8> {
    let text = nfc(text);
    let levels = Levels::of(&text);
    let mut key = Vec::with_capacity(2 * levels.letters.len() + 2 * text.len() + 3);
    levels.put_letters_and_tones(&mut key);
    levels.put_rest(&text, &mut key);
    key
}

/// Compares two texts in Vietnamese alphabetical order. To sort many, compute each `key` once.
pub fn compare(a: &str, b: &str) -> Ordering {
    key(a).cmp(&key(b))
}

/// The comparison key of a person's name: by the given name, which is the last word, then by the name from its start.
///
/// All who are called Hà come before all who are called Hạ, whatever their family names.
pub fn name_key(name: &str) -> Vec<u8> {
    let name = nfc(name.trim());
    let (others, given) = name
        .rsplit_once(char::is_whitespace)
        .unwrap_or(("", &*name));
    let given_levels = Levels::of(given);
    let mut key_bytes = Vec::new();
    given_levels.put_letters_and_tones(&mut key_bytes);
    let other_levels = Levels::of(others);
    other_levels.put_letters_and_tones(&mut key_bytes);
    given_levels.put_rest(given, &mut key_bytes);
    other_levels.put_rest(others, &mut key_bytes);
    key_bytes
}

/// The three levels of weights of one text.
struct Levels {
    letters: Vec<u8>,
    tones: Vec<u8>,
    cases: Vec<u8>,
}

impl Levels {
    fn of(text: &str) -> Self {
        let mut levels = Levels {
            letters: Vec::with_capacity(text.len()),
            tones: Vec::with_capacity(text.len()),
            cases: Vec::with_capacity(text.len()),
        };
        let mut gap = false;
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let mut len = c.len_utf8();
            if !c.is_alphanumeric() && !is_combining_mark(c) {
                gap = true;
            } else {
                if gap && !levels.letters.is_empty() {
                    levels.letters.push(GAP);
                    levels.tones.push(WORD_END);
                }
                gap = false;
                if c.is_ascii_digit() {
                    len = rest.bytes().take_while(u8::is_ascii_digit).count();
                    levels.number(&rest[..len]);
                } else if let Some(letter) = letter(c) {
                    levels.letter(letter);
                } else {
                    decompose_canonical(c, |part| levels.part(part));
                }
            }
            rest = &rest[len..];
        }
        levels
    }

    /// Length first, then digits, so that byte order is the order of values and no number's weight begins another's.
    fn number(&mut self, digits: &str) {
        let digits = digits.trim_start_matches('0');
        self.letters.push(NUMBER);
        let mut len = digits.len();
        while len >= 0xFF {
            self.letters.push(0xFF);
            len -= 0xFF;
        }
        self.letters
            .push(u8::try_from(len).expect("less than 0xFF"));
        self.letters.extend_from_slice(digits.as_bytes());
    }

    fn letter(&mut self, letter: Letter) {
        let shape = match letter.shape {
            Shape::Plain => 0,
            Shape::Breve | Shape::Stroke => 1,
            Shape::Circumflex if letter.base == b'a' => 2,
            Shape::Circumflex => 1,
            Shape::Horn if letter.base == b'o' => 2,
            Shape::Horn => 1,
        };
        // four places for each Latin letter leave room for its shapes
        self.letters
            .push(LETTERS + (letter.base - b'a') * 4 + shape);
        if letter.tone != Tone::Ngang {
            self.tones.push(WORD_END + letter.tone as u8);
        }
        self.cases.push(1 + u8::from(letter.upper));
    }

    /// A piece of a decomposed character that is not in the Vietnamese alphabet.
    fn part(&mut self, part: char) {
        if let Some(letter) = letter(part) {
            self.letter(letter);
        } else if is_combining_mark(part) {
            self.tones.push(FOREIGN_MARK);
        } else {
            self.letters.push(FOREIGN);
            for small in part.to_lowercase() {
                let mut utf8 = [0; 4];
                self.letters
                    .extend_from_slice(small.encode_utf8(&mut utf8).as_bytes());
            }
            self.cases.push(1 + u8::from(part.is_uppercase()));
        }
    }

    fn put_letters_and_tones(&self, key: &mut Vec<u8>) {
        key.extend_from_slice(&self.letters);
        key.push(END);
        key.extend_from_slice(&self.tones);
        key.push(END);
    }

    /// Case, and to part what is still equal (punctuation, tone styles, leading zeros) the text itself.
    fn put_rest(&self, text: &str, key: &mut Vec<u8>) {
        key.extend_from_slice(&self.cases);
        key.push(END);
        key.extend_from_slice(text.as_bytes());
        key.push(END);
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[track_caller]
    fn in_order(words: &[&str]) {
        for pair in words.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
    }

    #[test]
    fn the_alphabet_is_in_order() {
        let alphabet: Vec<String> = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
            .chars()
            .map(String::from)
            .collect();
        in_order(&alphabet.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn tones_matter_after_letters_and_case_after_tones() {
        in_order(&["ba", "bà", "bả", "bã", "bá", "bạ", "bă"]);
        in_order(&["bà", "Bà", "bá", "Bá", "bà con"]);
        in_order(&["An", "Ánh", "Ăn", "Ân", "Bình", "Dũng", "Đông", "Em", "Êm"]);
    }

    #[test]
    fn words_are_compared_one_by_one() {
        in_order(&["", "an", "an bình", "an, cư", "anh", "ánh"]);
        in_order(&["thôn 2", "Thôn 2", "thôn 02a", "thôn 10", "thôn A"]);
        in_order(&["0", "1", "9", "10", "99", "100", "a1"]);
    }

    #[test]
    fn foreign_letters_follow_their_base_or_the_alphabet() {
        in_order(&["fur", "für", "fus", "zz", "ß", "Ω", "中"]);
    }

    #[test]
    fn tone_styles_sort_together() {
        let mut words = ["hòa tan", "hoà bình", "hòa âm", "hoa"];
        words.sort_by_key(|word| key(word));
        assert_eq!(words, ["hoa", "hòa âm", "hoà bình", "hòa tan"]);
    }

    #[test]
    fn huge_numbers_compare_by_value() {
        let numbers = [1, 254, 255, 256, 509, 510, 511, 800].map(|len| "9".repeat(len));
        in_order(&numbers.each_ref().map(String::as_str));
        in_order(&[&"1".repeat(600), &"2".repeat(600)]);
        assert_eq!(key("007 x").cmp(&key("7 y")), Ordering::Less);
    }

    #[test]
    fn people_sort_by_given_name() {
        let mut people = [
            "Trần Thị Hạ",
            "Vũ Thu Hà",
            "Lê Văn Đông",
            "Lê Thị Ánh",
            "Nguyễn Văn An",
            "Bùi Văn An",
            "Dũng",
            "Đỗ Thị Hà",
        ];
        people.sort_by_key(|name| name_key(name));
        assert_eq!(
            people,
            [
                "Bùi Văn An",
                "Nguyễn Văn An",
                "Lê Thị Ánh",
                "Dũng",
                "Lê Văn Đông",
                "Đỗ Thị Hà",
                "Vũ Thu Hà",
                "Trần Thị Hạ"
            ]
        );
    }

    #[test]
    fn the_order_is_total_and_blind_to_normalisation() {
        let letters: Vec<char> = "aăâÁạđDeêo0129 ,-hòHÒzü中\u{301}\u{323}".chars().collect();
        let mut seed = 11_u32;
        let mut next = |limit: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as usize % limit
        };
        let words: Vec<String> = (0..160)
            .map(|_| (0..next(6)).map(|_| letters[next(letters.len())]).collect())
            .collect();
        for a in &words {
            assert_eq!(key(a), key(&a.nfd().collect::<String>()));
            for b in &words {
                assert_eq!(compare(a, b), compare(b, a).reverse());
                assert_eq!(compare(a, b).is_eq(), nfc(a) == nfc(b), "{a:?} {b:?}");
            }
        }
    }
}
