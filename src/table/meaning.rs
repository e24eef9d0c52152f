//! What the text of one cell means: nothing, a figure, a day, a period, or words.

use jiff::civil::Date;

use super::Value;
use crate::vi::decimal::Reading;
use crate::vi::period::Period;
use crate::vi::quantity::{self, Quantity};
use crate::vi::{date, fold};

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// This, without doubt.
    Sure(Value),
    /// A figure, which may have two readings.
    Number(Reading<Quantity>),
    /// A day that the calendar does not have.
    NoSuchDay,
}

/// Reads a cell's text, which has no white space around it. The second part is the footnote's mark, cut off from what
/// is not words.
pub(super) fn read(text: &str) -> (Meaning, &str, Option<&str>) {
    let words = Meaning::Sure(Value::Text);
    let meaning = of(text);
    // The 2 of `5,4 m²` is no footnote.
    if meaning != words {
        return (meaning, text, None);
    }
    let (whole, mark) = split_mark(text);
    match of(whole) {
        meaning if meaning != words => (meaning, whole, mark),
        _ => (words, text, None),
    }
}

fn of(text: &str) -> Meaning {
    if says_nothing(text) {
        return Meaning::Sure(Value::Empty);
    }
    if let Some(day) = day(text) {
        return day.map_or(Meaning::NoSuchDay, |day| Meaning::Sure(Value::Date(day)));
    }
    if let Some(period) = Period::read(text) {
        return Meaning::Sure(Value::Period(period));
    }
    quantity::read(text).map_or(Meaning::Sure(Value::Text), Meaning::Number)
}

/// Whether a text is empty or a sign that there is no figure.
pub(super) fn says_nothing(text: &str) -> bool {
    const WORDS: [&str; 4] = ["n/a", "chua co so lieu", "khong co so lieu", "khong co"];
    let is_all = |signs: &[char]| text.chars().all(|c| signs.contains(&c));
    is_all(&['-', '–', '—', '−'])
        || (is_all(&['.', '…']) && text != ".")
        || WORDS.contains(&fold::fold(text).as_str())
}

/// A day that makes up the whole text; `Some(None)` when it is written like one and does not exist.
///
/// Days are also written `31.03.2026` and `31-03-2026`.
fn day(text: &str) -> Option<Option<Date>> {
    if let Some(day) = date::parse(text) {
        return Some(Some(day));
    }
    let mark = text.chars().find(|c| "/.-".contains(*c))?;
    let parts: Vec<&str> = text.split(mark).collect();
    let is_number = |part: &&str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let [day, month, year] = parts[..] else {
        return None;
    };
    let is_day =
        is_number(&day, 2) && is_number(&month, 2) && is_number(&year, 4) && year.len() == 4;
    is_day.then(|| date::parse(&parts.join("/")))
}

/// Cuts a footnote's mark off the end of a text: `(1)`, `*`, `²`.
fn split_mark(text: &str) -> (&str, Option<&str>) {
    let is_superscript = |c: char| "¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c);
    let stars = text.trim_end_matches('*');
    let raised = text.trim_end_matches(is_superscript);
    let (whole, mark) = if stars.len() < text.len() {
        text.split_at(stars.len())
    } else if raised.len() < text.len() {
        text.split_at(raised.len())
    } else {
        let inside = text
            .strip_suffix(')')
            .and_then(|text| text.rsplit_once('('));
        match inside {
            Some((whole, number)) if is_note_number(number) => (whole, number),
            _ => return (text, None),
        }
    };
    match whole.trim_end() {
        "" => (text, None),
        whole => (whole, Some(mark)),
    }
}

/// `1` … `99`, `a` … `z`, `*`.
fn is_note_number(text: &str) -> bool {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let letter = text.len() == 1 && text.bytes().all(|b| b.is_ascii_lowercase());
    digits || letter || (!text.is_empty() && text.bytes().all(|b| b == b'*'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let (meaning, whole, mark) = read(text);
        let meaning = match meaning {
            Meaning::Sure(Value::Empty) => "nothing".to_owned(),
            Meaning::Sure(Value::Text) => "words".to_owned(),
            Meaning::Sure(Value::Date(day)) => format!("day {day}"),
            Meaning::Sure(Value::Period(period)) => period.to_string(),
            Meaning::Sure(Value::Number(quantity)) => quantity.to_string(),
            Meaning::Number(Reading::One(quantity, _)) => quantity.to_string(),
            Meaning::Number(Reading::Two {
                vietnamese,
                english,
            }) => format!("{vietnamese} or {english}"),
            Meaning::NoSuchDay => "no such day".to_owned(),
        };
        let mark = mark.map_or(String::new(), |mark| format!(" [{mark}] of {whole}"));
        format!("{meaning}{mark}").replace('\u{a0}', " ")
    }

    #[test]
    fn cells_mean_what_their_readers_take_them_for() {
        for (text, meaning) in [
            ("", "nothing"),
            ("–", "nothing"),
            ("-", "nothing"),
            ("…", "nothing"),
            ("...", "nothing"),
            ("N/A", "nothing"),
            ("Chưa có số liệu", "nothing"),
            (".", "words"),
            ("Thôn Đông", "words"),
            ("Thôn Đông (1)", "words"),
            ("57-NQ/TW", "words"),
            ("10-15", "words"),
            ("trên 80%", "words"),
            ("0912345678", "words"),
            ("1 tỷ 200 triệu", "words"),
            ("(5)", "words"),
            ("(1.234)", "words"),
            ("12", "12"),
            ("1.234,5", "1.234,5"),
            ("1.234", "1.234 or 1,234"),
            ("12,5%", "12,5%"),
            ("1,2 tỷ", "1,2 tỷ"),
            ("12,5% (1)", "12,5% [1] of 12,5%"),
            ("12,5(a)", "12,5 [a] of 12,5"),
            ("340*", "340 [*] of 340"),
            ("340 **", "340 [**] of 340"),
            ("340 ¹", "340 [¹] of 340"),
            ("5,4 m²", "5,4 m²"),
            ("– (2)", "nothing [2] of –"),
            ("31/03/2026", "day 2026-03-31"),
            ("31/3/2026", "day 2026-03-31"),
            ("31.03.2026", "day 2026-03-31"),
            ("31-3-2026", "day 2026-03-31"),
            ("2026-03-31", "day 2026-03-31"),
            ("ngày 31 tháng 3 năm 2026", "day 2026-03-31"),
            ("31/02/2026", "no such day"),
            ("03/31/2026", "no such day"),
            ("31/03/26", "words"),
            ("quý I/2026", "quý I/2026"),
            ("03/2026", "tháng 3/2026"),
            ("2021-2025", "2021–2025"),
            ("2026", "2.026"),
        ] {
            assert_eq!(shown(text), meaning, "{text}");
        }
    }
}
