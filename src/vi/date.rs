//! Dates as Vietnamese offices write them, and the dates and weekdays that running text claims.
//!
//! Written forms follow Nghị định 30/2020/NĐ-CP: day before month before year, `thứ Hai` with one capital. The finders
//! only report what they read; whether it is an error or a quotation is for the caller to judge.

use std::ops::Range;

use jiff::civil::{Date, DateTime, Weekday};

use super::fold::prefix_len;

const WEEKDAYS: [&str; 7] = [
    "Thứ Hai",
    "Thứ Ba",
    "Thứ Tư",
    "Thứ Năm",
    "Thứ Sáu",
    "Thứ Bảy",
    "Chủ Nhật",
];

/// The name of the date's weekday as it begins a line: `Thứ Hai` … `Thứ Bảy`, `Chủ Nhật`.
pub fn weekday_name(date: Date) -> &'static str {
    WEEKDAYS[match date.weekday() {
        Weekday::Monday => 0,
        Weekday::Tuesday => 1,
        Weekday::Wednesday => 2,
        Weekday::Thursday => 3,
        Weekday::Friday => 4,
        Weekday::Saturday => 5,
        Weekday::Sunday => 6,
    }]
}

/// The name of the date's weekday within a sentence: `thứ Hai` … `thứ Bảy`, `Chủ Nhật`.
pub fn weekday_in_text(date: Date) -> String {
    weekday_name(date).replacen("Thứ", "thứ", 1)
}

/// The date with its weekday, for display: `Thứ Bảy, 21/11/2026`.
pub fn long(date: Date) -> String {
    format!("{}, {}", weekday_name(date), short(date))
}

/// A time of day as it is said: `8 giờ`, `7 giờ 30`, `14 giờ 05`.
pub fn clock(time: jiff::civil::Time) -> String {
    match time.minute() {
        0 => format!("{} giờ", time.hour()),
        minute => format!("{} giờ {minute:02}", time.hour()),
    }
}

/// The date for display, day and month in two digits: `05/04/2026`.
pub fn short(date: Date) -> String {
    let digit = |number: u16, place| b"0123456789"[usize::from(number / place % 10)];
    let [day, month] = [date.day(), date.month()].map(|number| {
        let number = number.unsigned_abs().into();
        [digit(number, 10), digit(number, 1)]
    });
    let year = date.year().unsigned_abs();
    let year = [1000, 100, 10, 1].map(|place| digit(year, place));
    let bytes = [&day[..], &month, &year].join(&b'/');
    String::from_utf8(bytes).expect("digits and slashes")
}

/// A moment of the clock, for short messages: `09:12, 21/11/2026`.
#[must_use]
pub fn to_the_minute(moment: DateTime) -> String {
    moment.strftime("%H:%M, %d/%m/%Y").to_string()
}

/// The date in words for running text: `ngày 21 tháng 11 năm 2026`.
///
/// As Nghị định 30/2020/NĐ-CP asks, days below 10 and the months 1 and 2 take a leading zero, other months do not:
/// `ngày 05 tháng 02 năm 2026`, `ngày 05 tháng 4 năm 2026`.
pub fn in_text(date: Date) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    let zero = if month < 3 { "0" } else { "" };
    format!("ngày {day:02} tháng {zero}{month} năm {year}")
}

/// The date in figures as documents are cited: `08/8/2025`, `25/7/2025`, `01/02/2026`; the zeros as in `in_text`.
pub fn in_citation(date: Date) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    let zero = if month < 3 { "0" } else { "" };
    format!("{day:02}/{zero}{month}/{year}")
}

/// Reads a date that makes up the whole text, white space around it aside.
///
/// Understands `22/12/2024`, `5/4/2026`, `22 tháng 12 năm 2024`, each also after `ngày`, and `2024-12-22`. `None` for
/// anything else and for dates that do not exist.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(date) = iso(text) {
        return Some(date);
    }
    let (len, date) = at_start(text)?;
    date.filter(|_| len == text.len())
}

fn iso(text: &str) -> Option<Date> {
    let (year, rest) = digits(text, 4..=4)?;
    let (month, rest) = digits(rest.strip_prefix('-')?, 2..=2)?;
    let (day, rest) = digits(rest.strip_prefix('-')?, 2..=2)?;
    rest.is_empty().then(|| civil(day, month, year)).flatten()
}

/// Reads a date at the start of the text, with or without `ngày`: how many bytes it takes, and the date if it exists.
pub(crate) fn at_start(text: &str) -> Option<(usize, Option<Date>)> {
    let mut rest = text;
    if let Some(len) = prefix_len(text, "ngay") {
        rest = text[len..].trim_start();
    }
    let ((day, month, year), rest) = with_slashes(rest).or_else(|| in_words(rest))?;
    Some((text.len() - rest.len(), civil(day, month, year)))
}

type DayMonthYear = (i16, i16, i16);

fn with_slashes(text: &str) -> Option<(DayMonthYear, &str)> {
    let (day, rest) = digits(text, 1..=2)?;
    let (month, rest) = digits(rest.strip_prefix('/')?, 1..=2)?;
    let (year, rest) = digits(rest.strip_prefix('/')?, 4..=4)?;
    Some(((day, month, year), rest))
}

fn in_words(text: &str) -> Option<(DayMonthYear, &str)> {
    let (day, rest) = digits(text, 1..=2)?;
    let rest = rest.trim_start();
    let rest = rest[prefix_len(rest, "thang")?..].trim_start();
    let (month, rest) = digits(rest, 1..=2)?;
    let rest = rest.trim_start();
    let rest = rest[prefix_len(rest, "nam")?..].trim_start();
    let (year, rest) = digits(rest, 4..=4)?;
    Some(((day, month, year), rest))
}

/// A number of as many digits as `count` allows at the start of the text, and what follows it.
fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<(i16, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    if !count.contains(&len) {
        return None;
    }
    Some((text[..len].parse().ok()?, &text[len..]))
}

fn civil(day: i16, month: i16, year: i16) -> Option<Date> {
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// A weekday that a text gives together with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekdayDate {
    /// Bytes from the weekday's first letter to the year's last digit.
    pub range: Range<usize>,
    /// The weekday that the text names, as `weekday_name` writes it.
    pub said: &'static str,
    /// The date that the text gives, `None` when there is no such day.
    pub date: Option<Date>,
}

impl WeekdayDate {
    /// Whether the date exists and falls on the weekday said.
    pub fn is_right(&self) -> bool {
        self.date
            .is_some_and(|date| weekday_name(date) == self.said)
    }
}

/// Finds each weekday that is followed by a full date: `Thứ Sáu, 21/11/2026`, `thứ 6 ngày 21 tháng 11 năm 2026`,
/// `Chủ nhật (22/11/2026)`, in any case.
///
/// Ordinals are not weekdays: `kỳ họp thứ hai, ngày 1/7/2026` and `lần thứ 6` are passed over. A date that is the
/// start of a document symbol is too. Expects NFC.
pub fn find_weekdays(text: &str) -> Vec<WeekdayDate> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    // ủ Ủ ứ Ứ, the vowels of `Chủ` and `Thứ`, are the characters E1 BB A6..A9
    while let Some(offset) = bytes[at..].windows(3).position(is_vowel) {
        let vowel = at + offset;
        at = vowel + 3;
        if let Some(weekday) = weekday_around(text, vowel) {
            at = weekday.range.end;
            found.push(weekday);
        }
    }
    found
}

fn is_vowel(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE1, 0xBB, 0xA6..=0xA9])
}

fn weekday_around(text: &str, vowel: usize) -> Option<WeekdayDate> {
    let start = vowel.checked_sub(2)?;
    if !matches!(
        text.as_bytes()[start..],
        [b't' | b'T' | b'c' | b'C', b'h' | b'H', ..]
    ) {
        return None; // most words with such a vowel
    }
    let before = &text[..start];
    if before.ends_with(char::is_alphanumeric) || counts(before) {
        return None;
    }
    let (first, rest) = first_word(&text[start..]);
    let (second, rest) = first_word(rest.trim_start());
    let said = if is_word(first, "thứ") {
        WEEKDAYS[named_day(second)?]
    } else if is_word(first, "chủ") && is_word(second, "nhật") {
        WEEKDAYS[6]
    } else {
        return None;
    };
    let date_text = after_gap(rest)?;
    let (len, date) = at_start(date_text)?;
    let rest = &date_text[len..];
    if !ends_date(rest) {
        return None;
    }
    Some(WeekdayDate {
        range: start..text.len() - rest.len(),
        said,
        date,
    })
}

/// Whether a `thứ` behind this text counts sessions, congresses or people and is no weekday.
fn counts(before: &str) -> bool {
    const COUNTED: [&str; 13] = [
        "lần", "kỳ", "kì", "họp", "phiên", "khóa", "khoá", "nghị", "hội", "hạng", "đợt", "số",
        "người",
    ];
    let word = before
        .trim_end()
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    COUNTED.iter().any(|counted| is_word(word, counted))
}

/// The index in `WEEKDAYS` of the day that follows `thứ`: `hai` or `2` is 0.
fn named_day(word: &str) -> Option<usize> {
    const SPOKEN: [(&str, &str, usize); 7] = [
        ("hai", "2", 0),
        ("ba", "3", 1),
        ("tư", "4", 2),
        ("năm", "5", 3),
        ("sáu", "6", 4),
        ("bảy", "7", 5),
        ("bẩy", "7", 5),
    ];
    SPOKEN
        .iter()
        .find(|(spoken, digit, _)| word == *digit || is_word(word, spoken))
        .map(|&(_, _, day)| day)
}

/// Passes what may stand between weekday and date: white space within a paragraph and one comma, bracket or dash.
fn after_gap(text: &str) -> Option<&str> {
    let rest = text.trim_start();
    let rest = rest.strip_prefix([',', '(', '-', '–']).unwrap_or(rest);
    let rest = rest.trim_start();
    let gap = &text[..text.len() - rest.len()];
    let in_paragraph = gap.bytes().filter(|&b| b == b'\n').count() < 2;
    (!gap.is_empty() && in_paragraph).then_some(rest)
}

fn first_word(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    text.split_at(end)
}

fn is_word(word: &str, small: &str) -> bool {
    word.chars().flat_map(char::to_lowercase).eq(small.chars())
}

/// Finds dates written `dd/mm/yyyy` that do not exist, such as `31/2/2026`.
///
/// Only with a year from 1900 to 2100, and not inside a longer number, path or document symbol. Those that
/// `find_weekdays` reports without a date are found here too.
pub fn find_impossible(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find('/') {
        let slash = at + offset;
        at = slash + 1;
        let before = text[..slash].trim_end_matches(|c: char| c.is_ascii_digit());
        if before.len() == slash || !begins_date(before) {
            continue;
        }
        let Some(((day, month, year), rest)) = with_slashes(&text[before.len()..]) else {
            continue;
        };
        if (1900..=2100).contains(&year) && civil(day, month, year).is_none() && ends_date(rest) {
            at = text.len() - rest.len();
            found.push(before.len()..at);
        }
    }
    found
}

/// Whether a date may begin behind this text. A dash parts the two dates of a period, but also the parts of a symbol.
fn begins_date(before: &str) -> bool {
    let mut chars = before.chars().rev();
    match chars.next() {
        Some('/' | '_' | '=' | '%' | '#' | '&') => false,
        Some('-') => chars.next().is_none_or(|c| !c.is_alphabetic()),
        Some('.' | ',') => chars.next().is_none_or(|c| !c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

/// Whether a date may end before this text.
fn ends_date(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('/' | '_' | '%') => false,
        Some('-') => chars.next().is_none_or(|c| !c.is_alphabetic()),
        Some('.' | ',') => chars.next().is_none_or(|c| !c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_are_written_as_offices_do() {
        let day = date(2026, 11, 21);
        assert_eq!(weekday_name(day), "Thứ Bảy");
        assert_eq!(long(day), "Thứ Bảy, 21/11/2026");
        assert_eq!(in_text(day), "ngày 21 tháng 11 năm 2026");
        assert_eq!(long(date(2026, 4, 5)), "Chủ Nhật, 05/04/2026");
        assert_eq!(in_text(date(2026, 4, 5)), "ngày 05 tháng 4 năm 2026");
        assert_eq!(in_text(date(2026, 2, 5)), "ngày 05 tháng 02 năm 2026");
        assert_eq!(weekday_name(date(2026, 11, 23)), "Thứ Hai");
        assert_eq!(weekday_in_text(date(2026, 11, 23)), "thứ Hai");
        assert_eq!(weekday_in_text(date(2026, 11, 22)), "Chủ Nhật");
        assert_eq!(weekday_name(date(2027, 5, 18)), "Thứ Ba");
    }

    #[test]
    fn every_written_form_reads_back() {
        let mut day = date(2023, 12, 25);
        while day < date(2025, 1, 5) {
            assert_eq!(parse(&short(day)), Some(day));
            assert_eq!(parse(&in_text(day)), Some(day));
            assert_eq!(parse(&day.to_string()), Some(day));
            day = day.tomorrow().expect("far from the last day");
        }
    }

    #[test]
    fn reading_tolerates_spaces_zeros_and_case() {
        let day = Some(date(2024, 2, 9));
        assert_eq!(parse(" 9/2/2024 "), day);
        assert_eq!(parse("09/02/2024"), day);
        assert_eq!(parse("9 tháng 02  năm 2024"), day);
        assert_eq!(parse("NGÀY 9 THÁNG 2 NĂM 2024"), day);
        assert_eq!(parse("ngày 9/2/2024"), day);
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for text in [
            "",
            "ngày",
            "31/2/2026",
            "2026-02-31",
            "9/2/24",
            "9/2/20244",
            "9/2",
            "1/2/2024a",
            "2024/2/9",
            "ngày 9 tháng 2",
            "99999/1/2024",
            "9-2-2024",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    /// What is found, as the text of its range, the weekday said, and whether it is right.
    fn weekdays(text: &str) -> Vec<(&str, &'static str, bool)> {
        find_weekdays(text)
            .into_iter()
            .map(|found| (&text[found.range.clone()], found.said, found.is_right()))
            .collect()
    }

    #[test]
    fn weekdays_are_found_in_every_form() {
        assert_eq!(
            weekdays(
                "Thứ Sáu, 21/11/2026; thứ Bảy, ngày 21/11/2026; thứ bảy ngày 21 tháng 11 năm 2026. Chủ nhật \
                 (22/11/2026) và CHỦ NHẬT - 22/11/2026, sáng thứ 7 (ngày 21/11/2026)"
            ),
            [
                ("Thứ Sáu, 21/11/2026", "Thứ Sáu", false),
                ("thứ Bảy, ngày 21/11/2026", "Thứ Bảy", true),
                ("thứ bảy ngày 21 tháng 11 năm 2026", "Thứ Bảy", true),
                ("Chủ nhật (22/11/2026", "Chủ Nhật", true),
                ("CHỦ NHẬT - 22/11/2026", "Chủ Nhật", true),
                ("thứ 7 (ngày 21/11/2026", "Thứ Bảy", true),
            ]
        );
    }

    #[test]
    fn an_impossible_date_has_no_right_weekday() {
        let found = find_weekdays("thứ Hai, 31/2/2026");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].date, None);
        assert!(!found[0].is_right());
    }

    #[test]
    fn ordinals_and_lone_weekdays_are_passed_over() {
        for text in [
            "Kỳ họp thứ hai, ngày 1/7/2026",
            "đại hội lần thứ 6, ngày 1/7/2026",
            "thứ Sáu tuần này",
            "thứ Sáu, 21/11",
            "thứ Sáu\n\n21/11/2026",
            "thứ 26/11/2026",
            "thứ8 21/11/2026",
            "thứ Hai, 12/12/2025/QH15",
            "Chủ tịch 21/11/2026",
            "ứ ủ",
            "cthứ Hai, 21/11/2026",
        ] {
            assert_eq!(find_weekdays(text), [], "{text}");
        }
    }

    fn impossible(text: &str) -> Vec<&str> {
        find_impossible(text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn impossible_dates_are_found() {
        assert_eq!(
            impossible("Từ 30/02/2026-31/4/2026, ngày 29/2/2025. (32/1/2026) 1/13/2026; 0/5/2026"),
            [
                "30/02/2026",
                "31/4/2026",
                "29/2/2025",
                "32/1/2026",
                "1/13/2026",
                "0/5/2026"
            ]
        );
    }

    #[test]
    fn other_numbers_with_slashes_are_not_dates() {
        for text in [
            "29/2/2024",
            "31/2/1899",
            "31/2/2101",
            "31/2",
            "31/2/26",
            "131/2/2026",
            "31/2/20261",
            "1/31/2/2026",
            "31/2/2026/NĐ-CP",
            "31/2/2026-QH",
            "a31/2/2026",
            "KH-31/2/2026",
            "1.31/2/2026",
            "31/2/2026,5",
            "//",
            "/31/2/2026",
            "https://a.vn/31/2/2026",
        ] {
            assert_eq!(impossible(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn finders_accept_any_text() {
        let pieces = [
            "thứ ",
            "Thứ",
            "ủ",
            "ứ",
            "/",
            "31/2/2026",
            " ngày ",
            ",",
            "6",
            "nhật",
            "Chủ ",
            "é",
            "\n",
        ];
        let mut seed = 5_u32;
        for _ in 0..5_000 {
            let mut text = String::new();
            for _ in 0..8 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
            }
            let mut end = 0;
            for found in find_weekdays(&text) {
                assert!(found.range.start >= end && text.get(found.range.clone()).is_some());
                end = found.range.end;
            }
            assert!(impossible(&text).iter().all(|date| *date == "31/2/2026"));
        }
    }
}
