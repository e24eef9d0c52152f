//! What an editor writes about a picture: its description, and `{…}` directly behind it.
//!
//! In go short texts, out come values and what is wrong with them. Nothing here looks at the picture itself.

use crate::diag::{Diagnostic, Msg, Span};
use crate::vi;

/// The names that may stand in `{…}` behind a picture.
const ATTRIBUTES: &[&str] = &["credit", "decorative"];

/// What stands in `{…}` behind a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attributes {
    /// Who took or drew it.
    pub credit: Option<String>,
    /// Whether it only decorates, so that nothing need be said about it.
    pub decorative: bool,
}

/// Reads the attributes with which a text begins: `{credit="Nguyễn Văn A" decorative}`. Gives them and how long they
/// are. `at` is where the text stands in the file.
pub fn attributes(
    text: &str,
    file: &str,
    at: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Attributes, usize) {
    let mut attributes = Attributes::default();
    let mut report = |msg: Msg, range: std::ops::Range<usize>, name: &str| {
        let span = Span::new(at + range.start..at + range.end);
        let diagnostic = Diagnostic::new(msg, file, span, &[&name]);
        let near = vi::near::nearest(name, ATTRIBUTES.iter().copied());
        diagnostics.push(match near.filter(|_| msg == Msg::UnknownImageAttribute) {
            Some(near) => diagnostic.near(Some(near)),
            None => diagnostic.help(Msg::HelpImageAttributes, &[]),
        });
    };
    let mut here = 1;
    loop {
        here += blanks(&text[here..]);
        let rest = &text[here..];
        if rest.starts_with('}') {
            return (attributes, here + 1);
        }
        let name_len = rest
            .find(|c: char| c.is_whitespace() || "=}{".contains(c))
            .unwrap_or(rest.len());
        let name = &rest[..name_len];
        if name.is_empty() || rest.len() == name_len {
            report(Msg::UnclosedImageAttributes, 0..1, "");
            return (attributes, 0);
        }
        let range = here..here + name_len;
        here += name_len;
        let value = match text[here..].strip_prefix('=').map(quoted) {
            None => None,
            Some(Some((value, len))) => {
                here += 1 + len;
                Some(value.trim())
            }
            Some(None) => {
                report(Msg::UnclosedImageAttributes, 0..1, "");
                return (attributes, 0);
            }
        };
        match name {
            "credit" => match value.filter(|value| !value.is_empty()) {
                Some(value) => attributes.credit = Some(value.to_owned()),
                None => report(Msg::EmptyImageAttribute, range, name),
            },
            "decorative" => attributes.decorative = true,
            _ => report(Msg::UnknownImageAttribute, range, name),
        }
    }
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// A value in quotes, which word processors curl, or one word; and how long it is as written.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let close: &[char] = match text.chars().next()? {
        '"' => &['"'],
        '\'' => &['\''],
        '“' | '”' => &['”', '“'],
        _ => {
            let len = text.find(|c: char| c.is_whitespace() || c == '}')?;
            return Some((&text[..len], len));
        }
    };
    let open = text.chars().next()?.len_utf8();
    let len = text[open..].find(close)?;
    let end = open + len;
    Some((
        &text[open..end],
        end + text[end..].chars().next()?.len_utf8(),
    ))
}

/// Words that say only that there is a picture.
const EMPTY_WORDS: &[&str] = &[
    "anh",
    "hinh",
    "hinh anh",
    "buc anh",
    "buc hinh",
    "tam anh",
    "tam hinh",
    "anh chup",
    "anh minh hoa",
    "hinh minh hoa",
    "hinh anh minh hoa",
    "anh dai dien",
    "image",
    "images",
    "img",
    "picture",
    "photo",
    "pic",
];

/// Whether a description says nothing about what the picture shows: "hình ảnh", the name of the file, `IMG_1234`.
#[must_use]
pub fn says_nothing(alt: &str, target: &str) -> bool {
    let plain = |text: &str| {
        let folded = vi::fold::fold(text);
        let mut plain = String::with_capacity(folded.len());
        for word in folded.split(|c: char| !c.is_alphanumeric()) {
            if !word.is_empty() && !plain.is_empty() {
                plain.push(' ');
            }
            plain.push_str(word);
        }
        plain
    };
    let name = target.rsplit(['/', '\\']).next().unwrap_or(target);
    // Most descriptions are longer than all that they must not be: ASCII letters are never folded away.
    let longest = EMPTY_WORDS.iter().map(|words| words.len()).max();
    let letters = alt.bytes().filter(u8::is_ascii_alphabetic).count();
    if letters > longest.unwrap_or(0).max(name.len()) {
        return false;
    }
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let said = plain(alt);
    let without_number = said
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end();
    let is_of_camera = ["img", "dsc", "dscn", "dcim", "pxl", "screenshot"]
        .contains(&without_number)
        && without_number.len() < said.len();
    let is_file_name = || said == plain(name) || is_same_name(alt.trim(), stem);
    EMPTY_WORDS.contains(&said.as_str())
        || EMPTY_WORDS.contains(&without_number)
        || is_of_camera
        || said.is_empty() && !alt.trim().is_empty()
        || is_file_name()
}

fn is_same_name(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|text| text.chars().flat_map(char::to_lowercase));
    a.eq(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Attributes, usize, Vec<String>) {
        let mut diagnostics = Vec::new();
        let (attributes, len) = attributes(text, "content/a.md", 0, &mut diagnostics);
        let said = diagnostics.iter().map(|diagnostic| {
            let range = diagnostic.span.expect("has a place").range();
            format!("{} {}", diagnostic.text.msg.code(), &text[range])
        });
        (attributes, len, said.collect())
    }

    #[test]
    fn attributes_are_read_in_straight_and_in_curled_quotes() {
        for text in [
            "{credit=\"Lê Thị B\"}",
            "{ credit=“Lê Thị B” }",
            "{credit='Lê Thị B'}",
        ] {
            let (attributes, len, said) = read(&format!("{text} và"));
            assert_eq!(attributes.credit.as_deref(), Some("Lê Thị B"), "{text}");
            assert_eq!((len, said), (text.len(), vec![]), "{text}");
        }
        let (attributes, len, _) = read("{decorative credit=Xã}");
        assert!(attributes.decorative && attributes.credit.as_deref() == Some("Xã"));
        assert_eq!(len, 23);
        assert_eq!(read("{}"), (Attributes::default(), 2, vec![]));
    }

    #[test]
    fn what_is_wrong_with_attributes_is_told_where_it_stands() {
        for (text, len, said) in [
            ("{credti=\"A\"}", 12, "unknown-image-attribute credti"),
            ("{credit}", 8, "empty-image-attribute credit"),
            ("{credit=\" \"}", 12, "empty-image-attribute credit"),
            ("{decorative", 0, "unclosed-image-attributes {"),
            ("{credit=\"A}", 0, "unclosed-image-attributes {"),
            ("{=\"A\"}", 0, "unclosed-image-attributes {"),
            ("{", 0, "unclosed-image-attributes {"),
        ] {
            let (_, found, found_said) = read(text);
            assert_eq!((found, found_said), (len, vec![said.to_owned()]), "{text}");
        }
    }

    #[test]
    fn a_description_says_more_than_that_there_is_a_picture() {
        for (alt, target) in [
            ("Hình ảnh", "a.jpg"),
            ("ảnh 3", "a.jpg"),
            ("Image", "a.jpg"),
            ("hop-dan.jpg", "anh/hop-dan.jpg"),
            ("IMG_2041", "b.jpg"),
            ("hop-dan", "hop-dan.jpg"),
            ("…", "a.jpg"),
        ] {
            assert!(says_nothing(alt, target), "{alt}");
        }
        for (alt, target) in [
            ("", "a.jpg"),
            ("Họp dân", "hop-dan.jpg"),
            ("Lớp", "lop.svg"),
            ("Hình ảnh lễ ra quân", "a.jpg"),
            ("Ảnh chụp cầu Thê Húc năm 1950", "a.jpg"),
        ] {
            assert!(!says_nothing(alt, target), "{alt}");
        }
    }
}
