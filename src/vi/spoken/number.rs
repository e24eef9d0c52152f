//! Numbers in words: whole ones, those behind a comma, digits one by one, Roman numerals.
//!
//! In go digits as they are typed, out come words with single spaces. Which of these a number in a text needs is for
//! `figure` to tell.

use super::Style;

const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

/// What is said in groups of three digits, from a thousand up.
const BILLION: u64 = 1_000_000_000;

impl Style {
    fn digit(&self, digit: u64) -> &'static str {
        match digit {
            7 => self.seven,
            digit => DIGITS[usize::try_from(digit).expect("a digit")],
        }
    }
}

/// A whole number: 1.005 is `một nghìn không trăm linh năm`.
#[must_use]
pub fn whole(number: u64, style: &Style) -> String {
    let mut words = Vec::new();
    say(number, style, &mut words);
    words.join(" ")
}

fn say(number: u64, style: &Style, words: &mut Vec<&'static str>) {
    let (billions, rest) = (number / BILLION, number % BILLION);
    if billions > 0 {
        say(billions, style, words);
        words.push("tỷ");
    }
    let groups = [
        (rest / 1_000_000, "triệu"),
        (rest / 1_000 % 1_000, style.thousand),
        (rest % 1_000, ""),
    ];
    for (group, name) in groups.into_iter().filter(|(group, _)| *group > 0) {
        say_group(group, !words.is_empty(), style, words);
        words.extend(Some(name).filter(|name| !name.is_empty()));
    }
    if words.is_empty() {
        words.push(DIGITS[0]);
    }
}

/// A number below a thousand; all three of its digits if it stands behind others.
fn say_group(group: u64, behind: bool, style: &Style, words: &mut Vec<&'static str>) {
    let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
    if hundreds > 0 || behind {
        words.extend([style.digit(hundreds), "trăm"]);
    }
    let has_hundreds = hundreds > 0 || behind;
    match tens {
        0 if ones > 0 && has_hundreds => words.push(style.zero_ten),
        0 => {}
        1 => words.push("mười"),
        tens => words.extend([style.digit(tens), "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        (_, ones) => words.push(style.digit(ones)),
    }
}

/// Digits one by one; other characters between them are pauses: `0220 3712` is `không hai hai không, ba bảy một hai`.
#[must_use]
pub fn digits(written: &str, style: &Style) -> String {
    let mut said = String::new();
    let mut pause = false;
    for c in written.chars() {
        let Some(digit) = c.to_digit(10) else {
            pause = !said.is_empty();
            continue;
        };
        said.push_str(match (said.is_empty(), pause) {
            (true, _) => "",
            (_, true) => ", ",
            (_, false) => " ",
        });
        pause = false;
        said.push_str(style.digit(digit.into()));
    }
    said
}

/// Digits that stand together: a number, or a code that is said digit by digit (`0309`, more than 15 digits).
#[must_use]
pub fn run(written: &str, style: &Style) -> String {
    let is_code = written.len() > 15 || written.len() > 2 && written.starts_with('0');
    match written.parse() {
        Ok(number) if !is_code && written != "00" => whole(number, style),
        _ => digits(written, style),
    }
}

/// The digits behind a comma: `5` is `năm`, `89` is `tám mươi chín`, `05` is `không năm`.
#[must_use]
pub fn fraction(written: &str, style: &Style) -> String {
    if written.len() > 3 || written.starts_with('0') {
        return digits(written, style);
    }
    run(written, style)
}

/// The value of a Roman numeral up to 39, written as it should be.
#[must_use]
pub fn roman(written: &str) -> Option<u64> {
    (1..40).find(|value| in_roman(*value) == written)
}

fn in_roman(value: u64) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = usize::try_from(value / 10).expect("a small number");
    let ones = usize::try_from(value % 10).expect("a digit");
    format!("{}{}", "X".repeat(tens), ONES[ones])
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Reads number words back: the inverse of `whole`, written without a look at it.
    pub fn listen(said: &str) -> Option<u64> {
        let words: Vec<&str> = said.split(' ').collect();
        // The last `tỷ` parts what is counted in billions from the rest.
        if let Some(at) = words.iter().rposition(|word| *word == "tỷ") {
            let billions = listen(&words[..at].join(" "))?;
            let rest = &words[at + 1..];
            let rest = if rest.is_empty() {
                0
            } else {
                listen(&rest.join(" "))?
            };
            return Some(billions * 1_000_000_000 + rest);
        }
        let (mut total, mut group, mut digit) = (0, 0, None);
        for word in words {
            let value = match word {
                "không" => 0,
                "một" | "mốt" => 1,
                "hai" => 2,
                "ba" => 3,
                "bốn" | "tư" => 4,
                "năm" | "lăm" => 5,
                "sáu" => 6,
                "bảy" | "bẩy" => 7,
                "tám" => 8,
                "chín" => 9,
                "mười" => {
                    group += 10;
                    continue;
                }
                "mươi" => {
                    group += digit.take()? * 10;
                    continue;
                }
                "trăm" => {
                    group += digit.take()? * 100;
                    continue;
                }
                "linh" | "lẻ" => continue,
                "nghìn" | "ngàn" | "triệu" => {
                    let unit = if word == "triệu" { 1_000_000 } else { 1_000 };
                    total += (group + digit.take().unwrap_or(0)) * unit;
                    group = 0;
                    continue;
                }
                _ => return None,
            };
            if digit.replace(value).is_some() {
                return None;
            }
        }
        Some(total + group + digit.unwrap_or(0))
    }

    /// Numbers below 10¹⁵ of every length, the same on every run.
    fn numbers() -> impl Iterator<Item = u64> {
        let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
        std::iter::repeat_with(move || {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            let length = u32::try_from(seed >> 60).expect("four bits").min(15);
            (seed >> 8) % 10_u64.pow(length).max(2)
        })
    }

    #[test]
    fn every_whole_number_below_ten_to_the_fifteenth_reads_back_to_itself() {
        let styles = [
            Style::default(),
            Style {
                thousand: "ngàn",
                zero_ten: "lẻ",
                seven: "bẩy",
                ..Style::default()
            },
        ];
        let around = (0..15).flat_map(|power| {
            let power = 10_u64.pow(power);
            [power - 1, power, power + 1, power + 5, power * 4, power * 5]
        });
        let all = (0..20_000)
            .chain(around)
            .chain([999_999_999_999_999])
            .chain(numbers().take(100_000));
        for number in all {
            for style in &styles {
                let said = whole(number, style);
                assert_eq!(listen(&said), Some(number), "{number}: {said}");
            }
        }
    }

    #[test]
    fn words_follow_the_settings() {
        let south = Style {
            thousand: "ngàn",
            zero_ten: "lẻ",
            seven: "bẩy",
            ..Style::default()
        };
        assert_eq!(
            whole(7_105, &Style::default()),
            "bảy nghìn một trăm linh năm"
        );
        assert_eq!(whole(7_105, &south), "bẩy ngàn một trăm lẻ năm");
        assert_eq!(
            digits("0220 3712", &south),
            "không hai hai không, ba bẩy một hai"
        );
    }

    #[test]
    fn roman_numerals_are_read_as_they_should_be_written() {
        for value in 1..40 {
            assert_eq!(roman(&in_roman(value)), Some(value));
        }
        for word in ["", "IIII", "VX", "IC", "XL", "i", "A", "IIX"] {
            assert_eq!(roman(word), None, "{word}");
        }
    }
}
