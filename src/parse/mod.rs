//! From the bytes of one file to a `Doc`: checked front matter with places, an outline, and a body with holes.
//!
//! Everything here is a function of one file's path and bytes and of the Markdown switches; it knows no other file, no
//! configuration and no clock. Front matter keys that belong to a kind are left in `rest`, because the kind may come
//! from the section.

pub mod block;
pub mod calls;
pub mod data;
pub mod fields;
pub mod front;
pub mod html;
pub mod links;
pub mod markdown;
pub mod picture;
pub mod prose;
mod slips;
pub mod table;
mod wording;

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Msg, Span};
use crate::fingerprint::Fingerprint;
use crate::moment::Moment;
use crate::vi;
use fields::{Entry, Fields};
pub use markdown::{Body, Outline, Switches};

/// The largest text that is read, in bytes: ten times the longest law.
pub const MAX_TEXT: u64 = 4 * 1024 * 1024;

/// The HTML of a text, in bytes, above which old telephones open the page slowly: the whole page is to stay below
/// 100 KB, of which the theme takes a part.
const HEAVY: usize = 80 * 1024;

/// One Markdown file, parsed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doc {
    /// Its path in the site's folder.
    pub path: Arc<str>,
    /// What it was parsed from; see `key`.
    pub key: Fingerprint,
    /// The fingerprint of its decoded text, which is the same in every encoding and normal form.
    pub text: Fingerprint,
    /// The common keys (and, in an `_index.md`, a section's), checked.
    pub fields: Fields,
    /// Keys that a kind may know.
    pub rest: Vec<Entry>,
    /// Where the front matter stands.
    pub front: Span,
    /// The date in the file's name.
    pub name_date: Option<Moment>,
    /// What the site may want to know about the text.
    pub outline: Outline,
    /// Set when the file could not be understood whole: what it seems to lack may well be there, and whoever misses it
    /// had better be silent.
    pub broken: bool,
}

impl Doc {
    /// When it appears: the date that it gives, else the one in the file's name.
    #[must_use]
    pub fn posted(&self) -> Option<Moment> {
        self.fields.date("date").or(self.name_date)
    }

    /// The doc of a file that cannot be understood at all. It stands in its place, so that what leads there is not
    /// taken for a mistake of its own.
    #[must_use]
    pub fn broken(path: &Arc<str>, key: Fingerprint) -> Self {
        Self {
            path: path.clone(),
            key,
            text: Fingerprint::default(),
            fields: Fields::default(),
            rest: Vec::new(),
            front: Span::default(),
            name_date: name_date(path),
            outline: Outline::default(),
            broken: true,
        }
    }
}

/// What parsing a file gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// The doc.
    pub doc: Arc<Doc>,
    /// The body, for whoever renders the page.
    pub body: Arc<Body>,
    /// What is wrong in the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file's text as everything else sees it: UTF-8, NFC, no BOM, `\n` ends lines, no control characters.
pub struct Decoded<'b> {
    /// The text; that of most files is their bytes.
    pub text: Cow<'b, str>,
    /// The encoding it was in when that was not UTF-8.
    pub encoding: Option<&'static str>,
    /// Set when the bytes were those of an old Vietnamese encoding; the text is then already converted.
    pub legacy: Option<&'static str>,
}

/// Decodes the bytes of a text file. `None` when they are no text.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let (text, encoding, legacy) = match simdutf8::basic::from_utf8(bytes) {
        Ok(text) if !looks_like_utf16(bytes) => (Cow::Borrowed(text), None, None),
        _ => {
            if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
                let (text, _, broken) = encoding.decode(bytes);
                if broken {
                    return None;
                }
                (text, Some("UTF-16"), None)
            } else if looks_like_utf16(bytes) {
                let (text, broken) = encoding_rs::UTF_16LE.decode_without_bom_handling(bytes);
                if broken {
                    return None;
                }
                (text, Some("UTF-16"), None)
            } else if bytes.contains(&0) {
                return None;
            } else {
                let latin1: String = bytes.iter().map(|b| char::from(*b)).collect();
                match vi::legacy::detect(&latin1) {
                    Some(legacy) => {
                        let name = match legacy {
                            vi::legacy::Legacy::Tcvn3 => "TCVN3 (ABC)",
                            vi::legacy::Legacy::Vni => "VNI",
                        };
                        (vi::legacy::decode(&latin1, legacy).into(), None, Some(name))
                    }
                    None => {
                        let (text, broken) =
                            encoding_rs::WINDOWS_1258.decode_without_bom_handling(bytes);
                        if broken || text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
                            return None;
                        }
                        (text, Some("Windows-1258"), None)
                    }
                }
            }
        }
    };
    let mut text = match text {
        Cow::Borrowed(text) => vi::fold::nfc(text),
        Cow::Owned(text) => vi::fold::nfc(&text).into_owned().into(),
    };
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        text = text.replace("\r\n", "\n").replace('\r', "\n").into();
    }
    if memchr::memchr2(0, 1, text.as_bytes()).is_some() {
        text = text.replace(['\0', '\u{1}'], "\u{FFFD}").into();
    }
    Some(Decoded {
        text,
        encoding,
        legacy,
    })
}

/// UTF-16 (little-endian, as Windows writes) without its mark: every other byte of the first Latin letters is 0.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    bytes.len() >= 8 && bytes[..8].iter().skip(1).step_by(2).all(|b| *b == 0) && bytes[0] != 0
}

/// Decodes a text file and reports what is wrong with its bytes.
pub fn text<'b>(
    bytes: &'b [u8],
    file: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Cow<'b, str>> {
    if bytes.len() as u64 > MAX_TEXT {
        let size = |n: u64| vi::number::file_size(n);
        diagnostics.push(
            Diagnostic::new(
                Msg::HugeFile,
                file,
                None,
                &[&size(bytes.len() as u64), &size(MAX_TEXT)],
            )
            .help(Msg::HelpHugeFile, &[]),
        );
        return None;
    }
    let Some(decoded) = decode(bytes) else {
        diagnostics
            .push(Diagnostic::new(Msg::NotUtf8, file, None, &[]).help(Msg::HelpSaveUtf8, &[]));
        return None;
    };
    if let Some(encoding) = decoded.encoding {
        diagnostics.push(
            Diagnostic::new(Msg::OtherEncoding, file, None, &[&encoding])
                .help(Msg::HelpSaveUtf8, &[]),
        );
    }
    if let Some(legacy) = decoded.legacy {
        let is_prose = |line: &&str| line.split_whitespace().count() > 2 && !line.contains(" = ");
        let sample = decoded.text.lines().find(is_prose).unwrap_or("");
        diagnostics.push(
            Diagnostic::new(Msg::LegacyText, file, None, &[&legacy])
                .help(Msg::HelpLegacy, &[&markdown::shorten(sample.trim(), 80)]),
        );
    }
    Some(decoded.text)
}

/// The fingerprint of everything that `page` reads: path, content and switches.
#[must_use]
pub fn key(path: &str, content: Fingerprint, switches: Switches) -> Fingerprint {
    Fingerprint::of(&(path, content, switches))
}

/// Parses a Markdown file; `content` is the fingerprint of the bytes, which whoever reads a file has at hand.
#[must_use]
pub fn page(path: &Arc<str>, bytes: &[u8], switches: Switches, content: Fingerprint) -> Parsed {
    let key = key(path, content, switches);
    let mut diagnostics = Vec::new();
    let nothing = |diagnostics| Parsed {
        doc: Arc::new(Doc::broken(path, key)),
        body: Arc::default(),
        diagnostics,
    };
    let Some(text) = text(bytes, path, &mut diagnostics) else {
        return nothing(diagnostics);
    };
    if text.trim().is_empty() {
        diagnostics
            .push(Diagnostic::new(Msg::EmptyFile, path, None, &[]).help(Msg::HelpEmptyFile, &[]));
        return nothing(diagnostics);
    }
    let Some(front) = split(&text, path, &mut diagnostics) else {
        return nothing(diagnostics);
    };
    let written = fields::read(
        &text[front.toml.clone()],
        path,
        front.toml.start,
        &mut diagnostics,
    );
    let broken = diagnostics
        .iter()
        .any(|d| d.is_error() && d.text.msg != Msg::LegacyText);
    let is_section = path.ends_with("/_index.md");
    let tables: &[&[fields::Field]] = if is_section {
        &[front::COMMON, front::SECTION]
    } else {
        &[front::COMMON]
    };
    let fence = Span::new(front.fence.clone());
    let mut found = Vec::new();
    let (known, rest) = fields::check(written, tables, path, fence, &mut found);
    fields::report(found, broken, &mut diagnostics);
    let (body, mut outline) = markdown::parse(
        &text[front.body..],
        path,
        front.body,
        switches,
        &mut diagnostics,
    );
    if known.text("description").is_some() {
        outline.summary = String::new();
    }
    for key in ["title", "description"] {
        check_line(&known, key, path, &mut diagnostics);
    }
    if body.html.len() > HEAVY {
        let size = vi::number::file_size;
        diagnostics.push(
            Diagnostic::new(
                Msg::HeavyPage,
                path,
                fence,
                &[&size(body.html.len() as u64), &size(HEAVY as u64)],
            )
            .help(Msg::HelpHeavyPage, &[]),
        );
    }
    let name_date = name_date(path);
    let doc = Doc {
        path: path.clone(),
        key,
        text: match &text {
            Cow::Borrowed(text) if text.len() == bytes.len() => content,
            decoded => Fingerprint::of_bytes(decoded.as_bytes()),
        },
        name_date,
        fields: known,
        rest,
        front: fence,
        outline,
        broken,
    };
    check_dates(&doc, &mut diagnostics);
    Parsed {
        doc: Arc::new(doc),
        body: Arc::new(body),
        diagnostics,
    }
}

/// The most characters of a description that Zalo takes.
const DESCRIPTION: usize = 300;

/// Checks the words of a line of the front matter.
fn check_line(fields: &Fields, key: &str, path: &str, diagnostics: &mut Vec<Diagnostic>) {
    let (Some(text), Some(span)) = (fields.text(key), fields.span(key)) else {
        return;
    };
    for finding in wording::look(text, wording::Signs::of(text), &mut false) {
        let mut diagnostic = Diagnostic::new(finding.text.msg, path, span, &[]);
        diagnostic.text = finding.text;
        diagnostic.helps.push(finding.help);
        diagnostics.push(diagnostic);
    }
    let length = text.chars().count();
    if key == "description" && length > DESCRIPTION {
        diagnostics.push(
            Diagnostic::new(Msg::LongDescription, path, span, &[&length, &DESCRIPTION])
                .help(Msg::HelpLongDescription, &[]),
        );
    }
    if key == "title" && vi::typing::is_in_capitals(text) {
        diagnostics.push(
            Diagnostic::new(Msg::CapitalTitle, path, span, &[]).help(Msg::HelpCapitalTitle, &[]),
        );
    }
}

fn check_dates(doc: &Doc, diagnostics: &mut Vec<Diagnostic>) {
    let Some(date) = doc.posted() else {
        return;
    };
    if let (Some(updated), Some(span)) = (doc.fields.date("updated"), doc.fields.span("updated"))
        && updated < date
    {
        diagnostics.push(
            Diagnostic::new(Msg::UpdatedBeforeDate, &doc.path, span, &[])
                .help(Msg::HelpUpdated, &[]),
        );
    }
    if let (Some(expires), Some(span)) = (doc.fields.date("expires"), doc.fields.span("expires"))
        && expires <= date
    {
        diagnostics.push(
            Diagnostic::new(Msg::ExpiresBeforeDate, &doc.path, span, &[])
                .help(Msg::HelpExpires, &[]),
        );
    }
}

struct Front {
    /// The opening line.
    fence: std::ops::Range<usize>,
    /// The TOML between the lines.
    toml: std::ops::Range<usize>,
    /// Where the body begins.
    body: usize,
}

/// Finds the front matter: TOML between two lines `+++`.
fn split(text: &str, path: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Front> {
    // Blank lines in front are forgiven.
    let start = text.len() - text.trim_start().len();
    let first = text[start..].lines().next().unwrap_or("");
    let fence = start..start + first.len();
    if first.trim_end() == "---" {
        diagnostics.push(
            Diagnostic::new(Msg::YamlFrontMatter, path, Span::new(fence), &[])
                .help(Msg::HelpYaml, &[]),
        );
        return None;
    }
    if first.trim_end() != "+++" {
        diagnostics.push(
            Diagnostic::new(Msg::MissingFrontMatter, path, Span::new(fence), &[])
                .help(Msg::HelpFrontMatter, &[]),
        );
        return None;
    }
    let toml_start = (fence.end + 1).min(text.len());
    let mut at = toml_start;
    for line in text[toml_start..].split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some(Front {
                fence,
                toml: toml_start..at,
                body: at + line.len(),
            });
        }
        at += line.len();
    }
    diagnostics.push(unclosed(text, path, fence));
    None
}

/// Says where the missing `+++` belongs: in place of a line that was meant to be one, else after the last line that
/// looks like front matter.
fn unclosed(text: &str, path: &str, fence: std::ops::Range<usize>) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Msg::UnclosedFrontMatter,
        path,
        Span::new(fence.clone()),
        &[],
    );
    let opening = text[..fence.start].matches('\n').count() + 1;
    let lines = || text[fence.end..].lines().enumerate().skip(1);
    let is_meant = |line: &str| line.len() > 1 && line.chars().all(|c| "+-".contains(c));
    if let Some((n, line)) = lines().find(|(_, line)| is_meant(line.trim())) {
        return diagnostic.help(Msg::HelpMeantFence, &[&(opening + n), &line.trim()]);
    }
    let is_front = |line: &str| line.contains('=') || line.starts_with(['[', '#']);
    let last = lines()
        .take_while(|(_, line)| is_front(line))
        .last()
        .map_or(opening, |(n, _)| opening + n);
    diagnostic.help(Msg::HelpUnclosed, &[&last])
}

/// The last part of a page's path that names it: the file's stem, or the folder's name of an `index.md`.
#[must_use]
pub fn stem(path: &str) -> &str {
    let path = path
        .strip_suffix("/index.md")
        .or_else(|| path.strip_suffix(".md"))
        .unwrap_or(path);
    path.rsplit('/').next().unwrap_or(path)
}

/// Splits `2026-11-21-hop` into its date and `hop`.
#[must_use]
pub fn split_date(stem: &str) -> (Option<Date>, &str) {
    let date = stem
        .get(..10)
        .filter(|head| head.is_ascii() && head.bytes().filter(|b| *b == b'-').count() == 2);
    match date.and_then(|head| head.parse::<Date>().ok()) {
        Some(date) => match stem[10..].trim_start_matches(['-', '_', ' ']) {
            "" => (None, stem),
            rest => (Some(date), rest),
        },
        None => (None, stem),
    }
}

fn name_date(path: &str) -> Option<Moment> {
    split_date(stem(path)).0.map(Moment::midnight)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(bytes: &[u8]) -> Parsed {
        let path = "content/a.md".into();
        page(&path, bytes, Switches::default(), Fingerprint::default())
    }

    fn codes(bytes: &[u8]) -> Vec<&'static str> {
        parsed(bytes)
            .diagnostics
            .iter()
            .map(|d| d.text.msg.code())
            .collect()
    }

    #[test]
    fn a_date_in_the_name_is_taken_off() {
        assert_eq!(
            split_date("2026-11-21-hop"),
            (Some(jiff::civil::date(2026, 11, 21)), "hop")
        );
        assert_eq!(split_date("2026-13-21-hop"), (None, "2026-13-21-hop"));
        assert_eq!(split_date("hop-2026-11-21"), (None, "hop-2026-11-21"));
        assert_eq!(stem("content/tin-tuc/hoi-nghi/index.md"), "hoi-nghi");
    }

    #[test]
    fn bom_crlf_and_nfd_are_accepted_silently() {
        let text = "\u{FEFF}+++\r\ntitle = \"Tin tu\u{301}c\"\r\n+++\r\nXin cha\u{300}o.\r\n";
        let parsed = parsed(text.as_bytes());
        assert_eq!(parsed.diagnostics, []);
        assert_eq!(parsed.doc.fields.text("title"), Some("Tin túc"));
        assert_eq!(parsed.body.html, "<p>Xin chào.</p>\n");
    }

    #[test]
    fn utf16_is_read_and_reported() {
        let text = "+++\ntitle = \"Đường\"\n+++\nXin chào.\n";
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(codes(&bytes), ["other-encoding"]);
        assert_eq!(codes(&bytes[2..]), ["other-encoding"]);
    }

    #[test]
    fn windows_1258_is_read_and_reported() {
        // "Xin chào đồng bào." with combining tone marks, as that code page has it.
        let bytes = b"+++\ntitle = \"Th\xF4ng b\xE1o\"\n+++\nXin ch\xE0o \xF0\xF4\xCCng b\xE0o.\n";
        let parsed = parsed(bytes);
        assert_eq!(
            parsed
                .diagnostics
                .iter()
                .map(|d| d.text.msg.code())
                .collect::<Vec<_>>(),
            ["other-encoding"]
        );
        assert_eq!(parsed.body.html, "<p>Xin chào đồng bào.</p>\n");
    }

    #[test]
    fn bytes_that_are_no_text_are_an_error() {
        assert_eq!(
            codes(&[0x89, b'P', b'N', b'G', 0, 0, 0, 1, 0xFF]),
            ["not-utf8"]
        );
        assert_eq!(codes(b""), ["empty-file"]);
        assert_eq!(codes(b"+++\ntitle = \"a\"\n"), ["unclosed-front-matter"]);
        assert_eq!(codes(b"Xin\n"), ["missing-front-matter"]);
        assert_eq!(codes(b"---\ntitle: a\n---\n"), ["yaml-front-matter"]);
    }
}
