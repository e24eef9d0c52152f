//! What is wrong with the words of one paragraph, whatever the rest of the site says.
//!
//! In goes a paragraph's plain text, out come findings with their places in it; nothing here knows Markdown or a file.
//! Ten thousand articles go through this at every full build: one pass over the bytes says which rules are worth a
//! careful look, and most paragraphs are done with that.

use std::ops::Range;

use multiversion::multiversion;

use crate::diag::{Msg, Text};
use crate::vi;
use crate::vi::typing::{Slip, SlipKind};

/// Something wrong, where it stands in the paragraph, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Bytes of the paragraph.
    pub range: Range<usize>,
    /// What is wrong.
    pub text: Text,
    /// What to do.
    pub help: Text,
}

/// Which rules a text may break, from one look at its bytes. Says yes too often, and never no where there is something
/// to find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    of_typing: u8,
    of_matter: u8,
}

impl Signs {
    const TWIN_WORDS: u8 = 1;
    const SPACE_BEFORE: u8 = 1 << 1;
    const TWIN_MARKS: u8 = 1 << 2;
    const POINT: u8 = 1 << 3;
    const LONG_NUMBER: u8 = 1 << 4;
    const AT: u8 = 1 << 5;
    const FOREIGN: u8 = 1 << 6;
    /// A character of the blocks in which dashes, quotation marks and what nobody sees are.
    const ODD: u8 = 1 << 7;

    const YEAR: u8 = 1;
    const SLASH: u8 = 1 << 1;
    const STARS: u8 = 1 << 2;
    const TELLING: u8 = 1 << 3;

    /// Looks at every place of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        signs_of(text.as_bytes())
    }

    /// Whether there may be a full date: `/`, `-` or a blank before `19` or `20`.
    #[must_use]
    pub fn has_year(self) -> bool {
        self.of_matter & Self::YEAR != 0
    }

    /// Whether there may be the symbol of a document.
    #[must_use]
    pub fn has_slash(self) -> bool {
        self.of_matter & Self::SLASH != 0
    }

    /// Whether there is `**`.
    #[must_use]
    pub fn has_stars(self) -> bool {
        self.of_matter & Self::STARS != 0
    }

    /// Whether the text may be of an old encoding.
    #[must_use]
    pub fn has_telling(self) -> bool {
        self.of_matter & Self::TELLING != 0
    }

    #[inline(always)]
    fn of_matter_at(&[a, b, c, ..]: &[u8; WIDTH]) -> u8 {
        let sign = |is: bool, sign: u8| if is { sign } else { 0 };
        let is_century = ((b == b'2') & (c == b'0')) | ((b == b'1') & (c == b'9'));
        let is_year = ((a == b'/') | (a == b' ') | (a == b'-')) & is_century;
        sign(is_year, Self::YEAR)
            | sign(a == b'/', Self::SLASH)
            | sign((a == b'*') & (b == b'*'), Self::STARS)
            | sign(vi::legacy::is_telling([a, b]), Self::TELLING)
    }

    #[inline(always)]
    fn of_typing_at(place: &[u8; WIDTH]) -> u8 {
        let digit = |at: usize| place[at].wrapping_sub(b'0') < 10;
        // A space between the same bytes.
        let twins = |len: usize| {
            let pairs = (0..len).map(|at| place[at] == place[len + 1 + at]);
            pairs.fold(place[len] == b' ', |same, pair| same & pair)
        };
        let (a, b) = (place[0], place[1]);
        // `,` and `.`, `:` and `;` differ in one bit.
        let is_mark = ((b | 0x02) == b'.') | ((b & 0xFE) == b':') | (b == b'!') | (b == b'?');
        let is_twin = (a == b) & (((a | 0x02) == b'.') | (a == b';'));
        let sign = |is: bool, sign: u8| if is { sign } else { 0 };
        sign(twins(3) | twins(4) | twins(5) | twins(6), Self::TWIN_WORDS)
            | sign((a == b' ') & is_mark, Self::SPACE_BEFORE)
            | sign(is_twin, Self::TWIN_MARKS)
            | sign(digit(0) & ((b | 0x02) == b'.') & digit(2), Self::POINT)
            // Eight digits and more, together or in groups of three and four.
            | sign(digit(0) & digit(1) & digit(2) & digit(6), Self::LONG_NUMBER)
            | sign(a == b'@', Self::AT)
            // U+0380–U+04FF begin with the bytes CE to D3.
            | sign(a.wrapping_sub(0xCE) < 6, Self::FOREIGN)
            // U+2000–U+2FFF, U+F000–U+FFFF and U+00AD.
            | sign((a == 0xE2) | (a == 0xEF) | ((a == 0xC2) & (b == 0xAD)), Self::ODD)
    }

    fn has(self, any: u8) -> bool {
        self.of_typing & any != 0
    }
}

/// How many bytes are looked at from a place: two words of six and the space between.
const WIDTH: usize = 13;
/// How many places are looked at together.
const PLACES: usize = 32;
/// Their bytes.
const BLOCK: usize = PLACES + WIDTH - 1;

/// The signs of all places together, without an early end and without a branch, so that the compiler makes vectors of it.
/// In blocks of a known size, because it makes none of places as wide as these by `vi::places`.
#[multiversion(targets("x86_64+avx2"))]
fn signs_of(bytes: &[u8]) -> Signs {
    let mut signs = Signs {
        of_typing: 0,
        of_matter: 0,
    };
    let mut rest = bytes;
    while let Some(block) = rest.first_chunk::<BLOCK>() {
        add_signs(&mut signs, block);
        rest = &rest[PLACES..];
    }
    // The last places, with nothing after them.
    let mut end = [0; PLACES + BLOCK];
    end[..rest.len()].copy_from_slice(rest);
    for start in (0..rest.len()).step_by(PLACES) {
        let block = end[start..].first_chunk::<BLOCK>();
        add_signs(&mut signs, block.expect("two blocks fit"));
    }
    signs
}

#[inline(always)]
fn add_signs(signs: &mut Signs, block: &[u8; BLOCK]) {
    let (mut of_typing, mut of_matter) = (0, 0);
    for place in block.windows(WIDTH) {
        let place = place.try_into().expect("a window is that wide");
        of_typing |= Signs::of_typing_at(place);
        of_matter |= Signs::of_matter_at(place);
    }
    signs.of_typing |= of_typing;
    signs.of_matter |= of_matter;
}

/// Everything that is wrong with a paragraph's words. `is_quote_open` goes from paragraph to paragraph of one text.
pub fn look(text: &str, signs: Signs, is_quote_open: &mut bool) -> Vec<Finding> {
    let mut slips = Vec::new();
    if signs.has(Signs::ODD) {
        slips.append(&mut vi::typing::invisible(text));
        slips.append(&mut vi::typing::quotes(text, is_quote_open));
    }
    if signs.has(Signs::TWIN_WORDS) {
        slips.append(&mut vi::typing::doubled_words(text));
    }
    if signs.has(Signs::SPACE_BEFORE) {
        slips.append(&mut vi::typing::spaces_before(text));
    }
    if signs.has(Signs::TWIN_MARKS) {
        slips.append(&mut vi::typing::doubled_marks(text));
    }
    if signs.has(Signs::FOREIGN) {
        slips.append(&mut vi::typing::foreign_letters(text));
    }
    let mut findings: Vec<Finding> = slips.into_iter().map(|slip| finding(text, slip)).collect();
    if signs.has(Signs::POINT) {
        let numbers = vi::number::find_foreign(text).into_iter();
        findings.extend(numbers.map(|(range, meant)| Finding {
            text: Text::new(Msg::NumberStyle, &[&&text[range.clone()]]),
            help: Text::new(Msg::HelpWrite, &[&meant]),
            range,
        }));
    }
    findings
}

/// The private data of persons in a paragraph.
#[must_use]
pub fn private(text: &str, signs: Signs) -> Vec<vi::private::Private> {
    if signs.has(Signs::LONG_NUMBER | Signs::AT) {
        vi::private::find(text)
    } else {
        Vec::new()
    }
}

/// What is said about a slip.
fn finding(text: &str, slip: Slip) -> Finding {
    let written = &text[slip.range.clone()];
    let (text, help) = match slip.kind {
        SlipKind::DoubledWord => {
            let word = written.split(' ').next().unwrap_or(written);
            (
                Text::new(Msg::DoubledWord, &[&word]),
                Text::new(Msg::HelpDoubledWord, &[&word]),
            )
        }
        SlipKind::SpaceBefore => {
            let mark = written.trim_start();
            (
                Text::new(Msg::SpaceBeforeMark, &[&mark]),
                Text::new(Msg::HelpSpaceBeforeMark, &[&mark]),
            )
        }
        SlipKind::DoubledMark => (
            Text::new(Msg::DoubledMark, &[&written]),
            Text::new(Msg::HelpDoubledMark, &[]),
        ),
        SlipKind::MixedQuotes => (
            Text::new(Msg::MixedQuotes, &[]),
            Text::new(Msg::HelpMixedQuotes, &[]),
        ),
        SlipKind::StrayQuote => (
            Text::new(Msg::StrayQuote, &[]),
            Text::new(Msg::HelpStrayQuote, &[]),
        ),
        SlipKind::Invisible(c) => (
            Text::new(
                Msg::InvisibleCharacter,
                &[&format!("U+{:04X}", u32::from(c))],
            ),
            Text::new(Msg::HelpRetype, &[]),
        ),
        SlipKind::ForeignLetter(c) => (
            Text::new(Msg::ForeignLetter, &[&written, &c]),
            Text::new(Msg::HelpRetype, &[]),
        ),
    };
    Finding {
        range: slip.range,
        text,
        help,
    }
}

/// The table of what links say when they do not say where they lead, folded.
const VAGUE: &[&str] = &[
    "bam day",
    "bam vao day",
    "chi tiet",
    "click",
    "click here",
    "click vao day",
    "day",
    "doc them",
    "doc tiep",
    "download",
    "here",
    "link",
    "more",
    "nhan vao day",
    "o day",
    "read more",
    "tai day",
    "tai ve",
    "tai xuong",
    "xem",
    "xem chi tiet",
    "xem day",
    "xem o day",
    "xem tai day",
    "xem them",
    "xem tiep",
];

/// What is wrong with the text of a link that leads to `target`: none, one that does not say where it leads, or a bare
/// address.
#[must_use]
pub fn link_text(text: &str, target: &str) -> Option<(Text, Text)> {
    let text = text.trim();
    if text.is_empty() {
        return Some((
            Text::new(Msg::EmptyLink, &[]),
            Text::new(Msg::HelpLinkText, &[&target]),
        ));
    }
    if is_bare_address(text) {
        return Some((
            Text::new(Msg::BareUrl, &[&text]),
            Text::new(Msg::HelpLinkText, &[&target]),
        ));
    }
    if let Some(host) = super::calls::host(target)
        && vi::gambling::is_link(text, &host)
    {
        return Some((
            Text::new(Msg::GamblingLink, &[&text, &host]),
            Text::new(Msg::HelpGamblingLink, &[]),
        ));
    }
    const LONGEST: usize = 40;
    if text.len() > LONGEST {
        return None;
    }
    let folded = vi::fold::fold(text);
    let words = folded.trim_matches(|c: char| !c.is_alphanumeric());
    VAGUE.contains(&words).then(|| {
        (
            Text::new(Msg::VagueLink, &[&text]),
            Text::new(Msg::HelpLinkText, &[&target]),
        )
    })
}

/// Whether a text is a web address with more than a host, which nobody wants to have read out.
fn is_bare_address(text: &str) -> bool {
    let rest = ["http://", "https://"]
        .iter()
        .find_map(|start| text.strip_prefix(start));
    let rest = rest.or_else(|| text.starts_with("www.").then_some(text));
    rest.is_some_and(|rest| rest.trim_end_matches('/').contains(['/', '?', '#']))
}

/// The columns that make a table a list of residents: the one with names and the one with what is private about them.
/// A list of officials, which has a column for the office, is public.
#[must_use]
pub fn people_columns(heads: &[String]) -> Option<(&str, &str)> {
    const NAMES: &[&str] = &["ho va ten", "ho ten", "ten chu ho", "chu ho", "ho, ten"];
    const OFFICES: &[&str] = &["chuc vu", "chuc danh", "don vi cong tac", "nhiem vu"];
    const PRIVATE: &[&str] = &[
        "can cuoc",
        "cccd",
        "cmnd",
        "dia chi",
        "dinh danh",
        "hoan canh",
        "nam sinh",
        "ngay sinh",
        "ngay, thang, nam sinh",
        "noi o",
        "so nha",
        "thuong tru",
        "tam tru",
        "tuoi",
    ];
    let says = |head: &str, words: &[&str]| {
        let folded = vi::fold::fold(head);
        words.iter().any(|word| folded.contains(word))
    };
    let find = |words: &[&str]| heads.iter().find(|head| says(head, words));
    let names = find(NAMES)?;
    let private = find(PRIVATE)?;
    find(OFFICES).is_none().then_some((names, private))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        look(text, Signs::of(text), &mut false)
            .iter()
            .map(|finding| finding.text.msg.code())
            .collect()
    }

    #[test]
    fn every_rule_is_reached_through_its_sign() {
        for (text, expected) in [
            ("chuyên đề về về khoa học", vec!["doubled-word"]),
            ("Xã Lai Khê , hôm nay", vec!["space-before-mark"]),
            ("xã,, phường", vec!["doubled-mark"]),
            ("hết..", vec!["doubled-mark"]),
            ("“học vụ số\"", vec!["mixed-quotes"]),
            ("học vụ số”", vec!["stray-quote"]),
            ("khoa\u{AD}học", vec!["invisible-character"]),
            ("xã\u{200B}", vec!["invisible-character"]),
            ("xã\u{2060}", vec!["invisible-character"]),
            ("\u{FEFF}xã", vec!["invisible-character"]),
            ("Ch\u{443}", vec!["foreign-letter"]),
            ("đạt 2.5%", vec!["number-style"]),
            ("Nghị quyết số 57-NQ/TW – “đột phá” 2,5%; v.v…", vec![]),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }

    #[test]
    fn what_a_careful_look_finds_is_never_passed_over() {
        let numbers = [
            "0912345678",
            "0912 345 678",
            "09.1234.5678",
            "091 234 5678",
            "030094001234",
            "+84912345678",
        ];
        let slips = [
            "về về",
            "trong trong",
            "hoặc hoặc",
            "có có",
            "xã ,",
            "xã..",
            "1.5 tỷ",
        ];
        for before in 0..=2 * BLOCK {
            let padding = "a".repeat(before) + " ";
            for number in numbers {
                for text in [
                    format!("{padding}{number}"),
                    format!("{padding}{number} gặp"),
                ] {
                    let found = private(&text, Signs::of(&text));
                    assert_eq!(found, vi::private::find(&text), "{text}");
                    assert_eq!(found.len(), 1, "{text}");
                }
            }
            for slip in slips {
                let text = format!("{padding}{slip}");
                assert_eq!(codes(&text).len(), 1, "{text}");
            }
        }
    }

    #[test]
    fn links_say_where_they_lead() {
        let code = |text: &str| link_text(text, "a.md").map(|(text, _)| text.msg.code());
        for (text, expected) in [
            ("tại đây", Some("vague-link")),
            ("Xem thêm…", Some("vague-link")),
            ("Click here »", Some("vague-link")),
            ("https://binhdanhocvuso.gov.vn/khoa-hoc", Some("bare-url")),
            (" ", Some("empty-link")),
            ("https://binhdanhocvuso.gov.vn/", None),
            ("binhdanhocvuso.gov.vn", None),
            ("Xem thêm về phong trào", None),
            ("Mẫu đơn đăng ký", None),
        ] {
            assert_eq!(code(text), expected, "{text}");
        }
    }

    #[test]
    fn a_list_of_residents_is_told_from_a_list_of_officials() {
        let columns = |heads: &str| {
            let heads: Vec<String> = heads.split('|').map(str::to_owned).collect();
            people_columns(&heads).map(|(a, b)| format!("{a}+{b}"))
        };
        assert_eq!(
            columns("STT|Họ và tên|Năm sinh|Thôn").as_deref(),
            Some("Họ và tên+Năm sinh")
        );
        assert_eq!(
            columns("TT|Chủ hộ|Địa chỉ").as_deref(),
            Some("Chủ hộ+Địa chỉ")
        );
        assert_eq!(columns("Họ và tên|Chức vụ|Địa chỉ phòng làm việc"), None);
        assert_eq!(columns("Tên cơ quan|Địa chỉ|Điện thoại"), None);
    }
}
