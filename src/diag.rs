//! Diagnostics: what is wrong in the content, the data, the configuration or a template, as values.
//!
//! A stage pushes `Diagnostic`s and goes on; it never stops at the first. Texts come from the message catalogue and
//! take their language only when they are shown: in the terminal, as JSON, or in the preview's panel. This module
//! shows nothing by itself and reads no file; whoever shows a diagnostic brings the texts of the files.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Level as Mark, Origin, Renderer, Snippet};
use serde::{Deserialize, Serialize};

pub use crate::messages::{Lang, Level, Msg};

/// A message of the catalogue with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Text {
    /// The row of the catalogue.
    pub msg: Msg,
    /// What stands for `{0}`, `{1}`, …
    pub args: Vec<Arg>,
}

/// An argument of a message: a text, or another message that is shown in the same language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Arg {
    /// The text itself.
    Text(String),
    /// Another row.
    Msg(Msg),
    /// Another message with arguments of its own.
    Said(Box<Text>),
}

/// What can be an argument: whatever can be displayed, and messages.
pub trait ToArg {
    /// As an argument.
    fn to_arg(&self) -> Arg;
}

impl<T: std::fmt::Display + ?Sized> ToArg for T {
    fn to_arg(&self) -> Arg {
        Arg::Text(self.to_string())
    }
}

impl ToArg for Msg {
    fn to_arg(&self) -> Arg {
        Arg::Msg(*self)
    }
}

impl ToArg for Text {
    fn to_arg(&self) -> Arg {
        Arg::Said(Box::new(self.clone()))
    }
}

/// The arguments of a message.
pub type Args<'a> = &'a [&'a dyn ToArg];

impl Text {
    /// A message with its arguments.
    pub fn new(msg: Msg, args: Args<'_>) -> Self {
        Self {
            msg,
            args: args.iter().map(|arg| arg.to_arg()).collect(),
        }
    }

    /// The text in one language.
    #[must_use]
    pub fn show(&self, lang: Lang) -> String {
        let mut out = String::new();
        let mut rest = self.msg.text(lang);
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            let digit = rest.as_bytes().get(open + 1).filter(|b| b.is_ascii_digit());
            if let Some(digit) = digit
                && rest.as_bytes().get(open + 2) == Some(&b'}')
            {
                match self.args.get((digit - b'0') as usize) {
                    Some(Arg::Text(text)) => out.push_str(text),
                    Some(Arg::Msg(msg)) => out.push_str(msg.text(lang)),
                    Some(Arg::Said(text)) => out.push_str(&text.show(lang)),
                    None => {}
                }
                rest = &rest[open + 3..];
            } else {
                out.push('{');
                rest = &rest[open + 1..];
            }
        }
        out + rest
    }
}

/// A part of a file, as bytes of its decoded text.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a byte range. Files are at most 4 GiB.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            start: cut(range.start),
            end: cut(range.end),
        }
    }

    /// The span moved to the right, for text that was cut out of a file at `by`.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by..self.end as usize + by)
    }

    /// As a range of bytes.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A second place that explains a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Note {
    /// What is there.
    pub text: Text,
    /// The file, by its path in the site's folder.
    pub file: String,
    /// Where in the file, when known.
    pub span: Option<Span>,
}

/// One mistake (or warning): what, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The file, by its path in the site's folder; empty when it is about the whole site.
    pub file: String,
    /// Where in the file, when known.
    pub span: Option<Span>,
    /// The cell of a workbook, which has no lines, as it stands behind the file's name: `!B7`, `#Sheet1!B7`; else empty.
    pub cell: String,
    /// What is wrong; its `msg` also gives code and level.
    pub text: Text,
    /// What to do, in the order to try.
    pub helps: Vec<Text>,
    /// Other places that belong to it.
    pub notes: Vec<Note>,
}

impl Diagnostic {
    /// A diagnostic about a place in a file.
    pub fn new(msg: Msg, file: &str, span: impl Into<Option<Span>>, args: Args<'_>) -> Self {
        Self {
            file: file.to_owned(),
            span: span.into(),
            cell: String::new(),
            text: Text::new(msg, args),
            helps: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Puts it at a cell of a workbook.
    #[must_use]
    pub fn at_cell(mut self, cell: &str) -> Self {
        cell.clone_into(&mut self.cell);
        self
    }

    /// The file's name, with the cell of a workbook behind it.
    #[must_use]
    pub fn file_and_cell(&self) -> String {
        format!("{}{}", self.file, self.cell)
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, msg: Msg, args: Args<'_>) -> Self {
        self.helps.push(Text::new(msg, args));
        self
    }

    /// Adds "did you mean …?" when a near name is known.
    #[must_use]
    pub fn near(self, name: Option<&str>) -> Self {
        match name {
            Some(name) => self.help(Msg::DidYouMean, &[&name]),
            None => self,
        }
    }

    /// Adds a second place.
    #[must_use]
    pub fn note(
        mut self,
        msg: Msg,
        file: &str,
        span: impl Into<Option<Span>>,
        args: Args<'_>,
    ) -> Self {
        self.notes.push(Note {
            text: Text::new(msg, args),
            file: file.to_owned(),
            span: span.into(),
        });
        self
    }

    /// Error or warning.
    #[must_use]
    pub fn level(&self) -> Level {
        self.text.msg.level()
    }

    /// Whether it keeps the site from being written.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.level() == Level::Error
    }
}

/// Line and column, both from 1; the column counts characters, as editors do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// Where a byte offset is in a text.
#[must_use]
pub fn place(text: &str, offset: usize) -> Place {
    let before = &text[..text.floor_char_boundary(offset)];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    Place {
        line: before.matches('\n').count() + 1,
        column: before[start..].chars().count() + 1,
    }
}

/// Sorts by file and place and drops repetitions, so that two builds say the same in the same order.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort();
    diagnostics.dedup();
}

/// Keeps the first of the diagnostics about pages that stop at one place of a template: it is one mistake, however many
/// pages use the template. The note of the one kept says how many pages there are besides.
pub fn merge_pages(diagnostics: &mut Vec<Diagnostic>) {
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    for diagnostic in std::mem::take(diagnostics) {
        let same = |other: &Diagnostic| {
            let (a, b) = (&diagnostic, other);
            let is_alike = if a.notes.is_empty() {
                a.text == b.text
            } else {
                a.text.msg == b.text.msg
            };
            matches!(
                a.text.msg,
                Msg::TemplateFailed | Msg::UnknownAsset | Msg::BrokenDrawing
            ) && a.notes == b.notes
                && is_alike
        };
        match kept.iter_mut().find(|(other, _)| same(other)) {
            Some((_, pages)) => *pages += 1,
            None => kept.push((diagnostic, 0)),
        }
    }
    for (mut diagnostic, pages) in kept {
        if let Some(note) = diagnostic.notes.first_mut().filter(|_| pages > 0) {
            note.text = Text::new(Msg::NoteTemplatePages, &[&pages]);
        }
        diagnostics.push(diagnostic);
    }
}

/// Shows a diagnostic as rustc does, with the line and a caret under the mistake. `text_of` gives a file's decoded text.
#[must_use]
pub fn terminal<'t>(
    diagnostic: &Diagnostic,
    lang: Lang,
    colour: bool,
    text_of: &dyn Fn(&str) -> Option<Cow<'t, str>>,
) -> String {
    let level = match diagnostic.level() {
        Level::Error => Mark::ERROR.with_name(Msg::LabelError.text(lang)),
        _ => Mark::WARNING.with_name(Msg::LabelWarning.text(lang)),
    };
    let message = diagnostic.text.show(lang);
    let source = text_of(&diagnostic.file);
    let file = diagnostic.file_and_cell();
    let mut group = level
        .primary_title(message)
        .id(diagnostic.text.msg.code())
        .elements(
            (!diagnostic.file.is_empty())
                .then(|| snippet(source.as_deref(), diagnostic.span, &file)),
        );
    for help in &diagnostic.helps {
        group = group.element(
            Mark::HELP
                .with_name(Msg::LabelHelp.text(lang))
                .message(help.show(lang)),
        );
    }
    let mut groups = vec![group];
    let sources: Vec<_> = diagnostic
        .notes
        .iter()
        .map(|note| text_of(&note.file))
        .collect();
    for (note, source) in diagnostic.notes.iter().zip(&sources) {
        groups.push(
            Mark::NOTE
                .with_name(Msg::LabelNote.text(lang))
                .secondary_title(note.text.show(lang))
                .element(snippet(source.as_deref(), note.span, &note.file)),
        );
    }
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&groups)
}

/// The file's name, and the marked line when the place in the file is known.
fn snippet<'a>(source: Option<&'a str>, span: Option<Span>, file: &'a str) -> Element<'a> {
    let (Some(text), Some(span)) = (source, span) else {
        return Origin::path(file).into();
    };
    let range = span.range();
    let start = text.floor_char_boundary(range.start);
    let end = text
        .ceil_char_boundary(range.end.min(text.len()))
        .max(start);
    // A long span is marked on its first line only: the reader needs the place, not the whole paragraph.
    let end = text[start..end].find('\n').map_or(end, |at| start + at);
    Snippet::source(text)
        .path(file)
        .annotation(AnnotationKind::Primary.span(start..end))
        .into()
}

/// A diagnostic as one JSON object: `code`, `severity`, `file`, `line`, `column`, `end_line`, `end_column`, `message`,
/// `help` (list), `notes`, and `cell` when it is about a cell of a workbook.
#[must_use]
pub fn json<'t>(
    diagnostic: &Diagnostic,
    lang: Lang,
    text_of: &dyn Fn(&str) -> Option<Cow<'t, str>>,
) -> serde_json::Value {
    let place_of =
        |file: &str, offset: u32| text_of(file).map(|text| place(&text, offset as usize));
    let start = diagnostic
        .span
        .and_then(|span| place_of(&diagnostic.file, span.start));
    let end = diagnostic
        .span
        .and_then(|span| place_of(&diagnostic.file, span.end));
    let file = (!diagnostic.file.is_empty()).then_some(&diagnostic.file);
    let mut object = serde_json::json!({
        "type": "diagnostic",
        "code": diagnostic.text.msg.code(),
        "severity": if diagnostic.is_error() { "error" } else { "warning" },
        "file": file,
        "line": start.map(|p| p.line),
        "column": start.map(|p| p.column),
        "end_line": end.map(|p| p.line),
        "end_column": end.map(|p| p.column),
        "message": diagnostic.text.show(lang),
        "help": diagnostic.helps.iter().map(|help| help.show(lang)).collect::<Vec<_>>(),
        "notes": diagnostic.notes.iter().map(|note| {
            let at = note.span.and_then(|span| place_of(&note.file, span.start));
            serde_json::json!({
                "message": note.text.show(lang),
                "file": note.file,
                "line": at.map(|p| p.line),
                "column": at.map(|p| p.column),
            })
        }).collect::<Vec<_>>(),
    });
    if !diagnostic.cell.is_empty() {
        object["cell"] = diagnostic.cell.as_str().into();
    }
    object
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        assert_eq!(
            place("một\nđường đi", "một\nđường ".len()),
            Place { line: 2, column: 7 }
        );
    }

    #[test]
    fn arguments_stand_where_the_language_wants_them() {
        let text = Text::new(Msg::DidYouMean, &[&"tin-tuc"]);
        assert_eq!(text.show(Lang::Vi), "có phải bạn muốn viết “tin-tuc”?");
        assert_eq!(text.show(Lang::En), "did you mean “tin-tuc”?");
    }
}
