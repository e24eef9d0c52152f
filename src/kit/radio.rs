//! The script of a broadcast over the commune's loudspeakers: greeting, text and closing, as the announcer reads them.
//!
//! In go the pieces of a page, out comes a text of short paragraphs without a digit, a `%`, an abbreviation, an address or
//! a table, and what the editor should look at. Sources are not read; sentences that speak of a picture are left out.

use crate::vi::fold::fold;
use crate::vi::spoken::{Announcer, Doubt};

use super::story::{Piece, Run, is_sources, plain};

/// A sentence with more words is hard to follow by ear.
pub const LONGEST: usize = 25;
/// Syllables that an announcer reads in a minute.
const PACE: usize = 160;

/// A script.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// The text to read.
    pub text: String,
    /// What was read and may be meant otherwise.
    pub doubts: Vec<Doubt>,
    /// Sentences with more than `LONGEST` words, and how many those have.
    pub long: Vec<(String, usize)>,
    /// Sentences that were left out because they speak of what nobody can hear.
    pub dropped: Vec<String>,
    /// How many tables were left out.
    pub tables: usize,
    /// How many syllables there are to read.
    pub syllables: usize,
}

impl Script {
    /// How long the reading takes, in minutes, rounded up.
    #[must_use]
    pub fn minutes(&self) -> usize {
        self.syllables.div_ceil(PACE)
    }
}

/// What stands around the text.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The first words.
    pub greeting: &'a str,
    /// The last words.
    pub closing: &'a str,
}

/// Words that point at what nobody can hear (folded).
const SEEN: &[&str] = &[
    "nhu hinh",
    "xem hinh",
    "hinh duoi",
    "hinh ben",
    "hinh tren",
    "nhu anh",
    "xem anh",
    "anh duoi",
    "anh ben",
    "bang duoi",
    "bang ben",
    "bang sau",
    "xem bang",
    "bieu do",
    "so do duoi",
    "infographic",
    "bam vao",
    "nhap vao",
    "xem tai day",
    "tai duong dan",
    "duong link",
    "quet ma o",
];

/// The script of a page.
#[must_use]
pub fn script(title: &str, pieces: &[Piece], frame: Frame<'_>, announcer: &Announcer) -> Script {
    let mut script = Script::default();
    let mut lines = vec![ended(frame.greeting), ended(title)];
    let mut is_silent = false;
    for piece in pieces {
        match piece {
            Piece::Heading(_, runs) => {
                is_silent = is_sources(runs);
                if !is_silent {
                    lines.push(ended(&plain(runs)));
                }
            }
            _ if is_silent => {}
            Piece::Table(_) => script.tables += 1,
            Piece::Picture(..) => {}
            Piece::Quote(runs) => {
                let quote = audible(runs, &mut script.dropped);
                lines.extend(quote.as_deref().map(without_initials));
            }
            Piece::Paragraph(runs) | Piece::Item(_, runs) => {
                lines.extend(audible(runs, &mut script.dropped));
            }
        }
    }
    lines.push(ended(frame.closing));
    // One text, so that what is explained once is known to the end.
    let said = announcer.read(&lines.join("\n"));
    script.doubts = said.doubts;
    let paragraphs: Vec<String> = said
        .text
        .lines()
        .map(without_brackets)
        .filter(|line| !line.is_empty())
        .collect();
    for sentence in paragraphs.iter().flat_map(|paragraph| sentences(paragraph)) {
        let words = sentence.split_whitespace().count();
        if words > LONGEST {
            script.long.push((sentence.to_owned(), words));
        }
    }
    script.text = paragraphs.join("\n\n");
    script.text.push('\n');
    script.syllables = script
        .text
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .count();
    script
}

/// What can be heard of a paragraph; nothing when that is nothing.
fn audible(runs: &[Run], dropped: &mut Vec<String>) -> Option<String> {
    let text = labelled(runs);
    if fold(&text).contains("nguon:") && !text.contains(". ") {
        return None; // the source below a figure
    }
    let mut kept = Vec::new();
    for sentence in sentences(&text) {
        if points(sentence) {
            let short = without_pointing(sentence);
            if points(&short) {
                dropped.push(sentence.to_owned());
                continue;
            }
            kept.push(short);
        } else {
            kept.push(sentence.to_owned());
        }
    }
    let text = kept.join(" ");
    (!text.is_empty()).then(|| ended(&text))
}

/// The text of runs, with a colon behind a label that only its weight sets apart: `**Nhận thức** Nâng cao…`.
fn labelled(runs: &[Run]) -> String {
    match runs {
        [label, rest @ ..]
            if label.strong
                && label.text.trim_end().ends_with(char::is_alphanumeric)
                && plain(rest).starts_with(char::is_uppercase) =>
        {
            format!("{}: {}", label.text.trim(), plain(rest))
        }
        _ => plain(runs),
    }
}

fn points(text: &str) -> bool {
    let folded = fold(text);
    SEEN.iter().any(|words| folded.contains(words))
}

/// The text without brackets that point at something: `(xem hình 1)`.
fn without_pointing(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let Some(len) = rest[open..].find(')') else {
            break;
        };
        let inside = &rest[open..=open + len];
        if points(inside) {
            out.push_str(rest[..open].trim_end());
        } else {
            out.push_str(&rest[..=open + len]);
        }
        rest = &rest[open + len + 1..];
    }
    out + rest
}

/// A text with a mark at its end, so that the voice falls.
fn ended(text: &str) -> String {
    let text = text.trim();
    let bare = text.trim_end_matches([';', ',', ' ']);
    if bare.is_empty() || bare.ends_with(['.', '!', '?', ':', '…']) {
        bare.to_owned()
    } else {
        format!("{bare}.")
    }
}

/// Somebody's words without the letters that stand for the name behind them, which say nothing to a listener:
/// `Bao giờ có mạng? (N.V.A.)`.
fn without_initials(quote: &str) -> String {
    let is_letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_uppercase);
    let words = quote.rsplit_once(" (").filter(|(_, name)| {
        let name = name.trim_end_matches(['.', ')']);
        !name.is_empty() && name.split('.').all(is_letter)
    });
    words.map_or_else(|| quote.to_owned(), |(words, _)| ended(words))
}

/// A line in which brackets are pauses: `hai xã (A và B)` is read as `hai xã, A và B`.
fn without_brackets(line: &str) -> String {
    let mut out = String::new();
    for c in line.chars() {
        match c {
            '(' | '[' => {
                let end = out.trim_end().len();
                out.truncate(end);
                if !(out.is_empty() || out.ends_with([',', '.', ':', ';', '!', '?'])) {
                    out.push(',');
                }
                out.push(' ');
            }
            ')' | ']' => out.push_str(", "),
            c if matches!(c, ',' | '.' | ';' | ':' | '!' | '?') => {
                let end = out.trim_end_matches([' ', ',']).len();
                out.truncate(end);
                out.push(c);
            }
            ' ' if out.ends_with(' ') => {}
            c => out.push(c),
        }
    }
    let out = out.trim_start_matches([' ', ',', '-', '–']);
    out.trim_end_matches([' ', ',']).to_owned()
}

/// The sentences of a text.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let is_end =
            matches!(c, '.' | '!' | '?' | ';') && text[end..].starts_with(char::is_whitespace);
        // `TP. Hải Phòng`, `1. Hỏi lại`: a short word in front is no sentence.
        let is_short = text[start..at].split_whitespace().count() < 2 && c == '.';
        let is_name = text[..at].ends_with("TP") || text[..at].ends_with("TX");
        if is_end && !is_short && !is_name {
            found.push(text[start..end].trim());
            start = end;
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::super::story::pieces;
    use super::*;
    use crate::vi::spoken::{Why, unreadable};

    const FRAME: Frame<'_> = Frame {
        greeting: "Xin kính chào bà con nhân dân xã Lai Khê! Hệ thống truyền thanh cơ sở xin thông báo:",
        closing: "Xin trân trọng cảm ơn bà con đã lắng nghe",
    };

    fn of(html: &str) -> Script {
        script(
            "Ngày hội 10/10",
            &pieces(html),
            FRAME,
            &Announcer::default(),
        )
    }

    #[test]
    fn an_opinion_is_read_without_the_letters_that_stand_for_a_name() {
        let said = |quote: &str| {
            let html = format!("<blockquote><p>{quote}</p></blockquote>");
            of(&html).text.lines().nth(4).map(str::to_owned)
        };
        let asked = Some("Bao giờ thôn có mạng?".to_owned());
        assert_eq!(said("Bao giờ thôn có mạng? (N.V.A.)"), asked);
        assert_eq!(said("Bao giờ thôn có mạng? (B.)"), asked);
        assert_eq!(
            said("Bao giờ thôn có mạng? (Trần Thị Bình)").as_deref(),
            Some("Bao giờ thôn có mạng? Trần Thị Bình.")
        );
    }

    #[test]
    fn a_page_becomes_a_broadcast() {
        let script = of(
            "<p>Từ 7h30 ngày 10/10/2026, UBND xã tổ chức ngày hội (xem hình 1). Xem biểu đồ bên cạnh.</p>\
            <h2>Nội dung</h2><ul><li>Cài VNeID;</li><li>Nộp hồ sơ (giảm 50% phí)</li></ul>\
            <table><tr><th>A</th></tr><tr><td>1</td></tr></table><p><img src=\"a.jpg\" alt=\"Ảnh\"></p>\
            <figure><p class=\"number\">80%</p><figcaption>người dân <small>Nguồn: Kế hoạch</small></figcaption></figure>\
            <ol><li><b>Một</b> Mang căn cước.</li></ol>\
            <h2>Nguồn</h2><ul><li>https://x.vn</li></ul>",
        );
        assert_eq!(
            script.text,
            "Xin kính chào bà con nhân dân xã Lai Khê! Hệ thống truyền thanh cơ sở xin thông báo:\n\n\
             Ngày hội ngày mồng mười tháng mười.\n\n\
             Từ bảy giờ ba mươi phút ngày mồng mười tháng mười năm hai nghìn không trăm hai mươi sáu, \
             Ủy ban nhân dân xã tổ chức ngày hội.\n\n\
             Nội dung.\n\nCài vi-en-i-đi.\n\nNộp hồ sơ, giảm năm mươi phần trăm phí.\n\n\
             Tám mươi phần trăm người dân.\n\nMột: Mang căn cước.\n\n\
             Xin trân trọng cảm ơn bà con đã lắng nghe.\n"
        );
        assert_eq!(script.dropped, ["Xem biểu đồ bên cạnh."]);
        assert_eq!((script.tables, script.minutes()), (1, 1));
        let [(sentence, words)] = &script.long[..] else {
            panic!("{:?}", script.long)
        };
        assert!(sentence.starts_with("Từ bảy giờ"));
        assert_eq!(*words, 28);
        assert_eq!(unreadable(&script.text), [""; 0]);
    }

    #[test]
    fn what_is_doubtful_is_told() {
        let script = of("<p>Hỏi TTPV, gọi 1022 hoặc xem xa.gov.vn.</p>");
        let doubts: Vec<_> = script
            .doubts
            .iter()
            .map(|doubt| (doubt.why, &*doubt.written))
            .collect();
        assert_eq!(
            doubts,
            [(Why::Abbreviation, "TTPV"), (Why::Address, "xa.gov.vn")]
        );
        assert!(script.text.contains("gọi một không hai hai"));
    }

    #[test]
    fn minutes_are_those_of_an_announcer() {
        let script = of(&format!("<p>{}</p>", "Bà con nhớ nhé. ".repeat(200)));
        assert_eq!(script.syllables, 36 + 800);
        assert_eq!(script.minutes(), 6);
    }
}
