//! Blocks: what an editor types as
//!
//! ```text
//! ::: con-so so="80%" nhan="dịch vụ công trực tuyến"
//! :::
//! ```
//!
//! or, with one key on a line, as a fence of three backticks with the block's name behind them. `fence` finds the lines
//! that open and close blocks before Markdown is read and puts comments in their place, so that Markdown passes them
//! through; `BLOCKS` is the table of what there is. A block is shown by the theme's template `blocks/NAME.html`.

mod arguments;
pub mod kinds;
mod quotes;

use std::iter::Peekable;

use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Msg, Span};
use crate::vi;
use arguments::{Given, Writing};
pub use kinds::{BLOCKS, BlockKind, Inside};

/// A block in a text, its inner Markdown already HTML (with holes).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// The kind's name.
    pub name: String,
    /// The arguments, in the order of the table; those not given are empty.
    pub args: Vec<(String, String)>,
    /// The HTML between the lines.
    pub body: String,
    /// The line that opens it.
    pub span: Span,
    /// Its place among the blocks that are drawn from figures.
    pub drawn: Option<usize>,
}

/// What a block that is drawn from figures says in its page; the figures may be in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spec {
    /// The kind's name.
    pub name: String,
    /// The arguments that were given.
    pub args: Vec<Argument>,
    /// The text between its lines.
    pub body: String,
    /// Where that text stands in the file.
    pub body_at: u32,
    /// The line that opens the block.
    pub span: Span,
}

/// An argument of a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Argument {
    /// Its key.
    pub key: String,
    /// Its value as typed.
    pub value: String,
    /// Where the value stands.
    pub span: Span,
}

impl Spec {
    /// An argument that was given and is not empty.
    #[must_use]
    pub fn arg(&self, key: &str) -> Option<&Argument> {
        self.args
            .iter()
            .find(|arg| arg.key == key && !arg.value.is_empty())
    }

    /// Its value.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.arg(key).map(|arg| arg.value.as_str())
    }
}

/// A Markdown text whose block lines have been replaced.
pub struct Fenced<'a> {
    /// The text for the Markdown reader.
    pub text: std::borrow::Cow<'a, str>,
    /// The blocks, in the order in which they open.
    pub blocks: Vec<Block>,
    /// Those of them that are drawn from figures.
    pub specs: Vec<Spec>,
    /// Where pieces of `text` stand in the original: (start in `text`, start in the original), ascending.
    shifts: Vec<(usize, usize)>,
}

/// The comment that stands for the line that opens block `n`.
const OPEN: &str = "<!--\u{1}block ";
/// The comment that stands for a line that closes a block.
const CLOSE: &str = "<!--\u{1}end-->";

/// What a piece of raw HTML says about blocks.
pub enum Mark {
    /// Block `n` opens.
    Open(usize),
    /// The innermost block closes.
    Close,
}

/// Reads a mark back.
#[must_use]
pub fn mark(html: &str) -> Option<Mark> {
    let html = html.trim();
    if html == CLOSE {
        return Some(Mark::Close);
    }
    html.strip_prefix(OPEN)?
        .strip_suffix("-->")?
        .parse()
        .ok()
        .map(Mark::Open)
}

impl Fenced<'_> {
    /// Where a byte of `text` stands in the original.
    #[must_use]
    pub fn original(&self, at: usize) -> usize {
        let i = self.shifts.partition_point(|(start, _)| *start <= at);
        let (start, original) = self.shifts[i - 1];
        original + (at - start)
    }
}

/// Finds the block lines of a Markdown text that stands at byte `offset` of `file`.
pub fn fence<'a>(
    text: &'a str,
    file: &str,
    offset: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Fenced<'a> {
    // A line has such a mark at its start, behind what quotes and lists put before it.
    let has = |mark: u8| {
        let mut places = memchr::memchr_iter(mark, text.as_bytes());
        places.any(|at| text.as_bytes()[at..].starts_with(&[mark; 3]))
    };
    let fenced = Fenced {
        text: "".into(),
        blocks: Vec::new(),
        specs: Vec::new(),
        shifts: vec![(0, 0)],
    };
    if !has(b':') && !has(b'`') && !has(b'~') {
        return Fenced {
            text: text.into(),
            ..fenced
        };
    }
    let mut fencer = Fencer {
        file,
        offset,
        diagnostics,
        fenced,
        out: String::with_capacity(text.len()),
        open: Vec::new(),
        code: None,
    };
    let mut at = 0;
    let mut lines = text
        .split_inclusive('\n')
        .map(|line| {
            at += line.len();
            Line {
                text: line,
                at: at - line.len(),
            }
        })
        .peekable();
    while let Some(line) = lines.next() {
        fencer.line(line, &mut lines);
    }
    fencer.finish()
}

/// A line of the text and where it begins.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    at: usize,
}

impl Line<'_> {
    fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// A row of three or more backticks or tildes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Ticks {
    char: u8,
    len: usize,
}

impl Ticks {
    /// The row that a line begins with.
    fn of(line: &str) -> Option<Self> {
        let trimmed = line.trim();
        let char = trimmed
            .bytes()
            .next()
            .filter(|b| matches!(b, b'`' | b'~'))?;
        let len = trimmed.bytes().take_while(|b| *b == char).count();
        (len >= 3).then_some(Self { char, len })
    }

    /// Whether a line closes what this row has opened.
    fn is_closed_by(self, line: &str) -> bool {
        Self::of(line).is_some_and(|other| {
            other.char == self.char && other.len >= self.len && line.trim().len() == other.len
        })
    }
}

/// A block that has not been closed yet.
struct Open {
    /// Its place among the blocks.
    block: usize,
    /// The row that opened it; none for `:::`.
    ticks: Option<Ticks>,
    /// Set when what stands inside is not Markdown: its place among the specs.
    spec: Option<usize>,
}

/// Goes through the lines.
struct Fencer<'a, 'd> {
    file: &'d str,
    offset: usize,
    diagnostics: &'d mut Vec<Diagnostic>,
    fenced: Fenced<'a>,
    out: String,
    open: Vec<Open>,
    /// The row that opened a block of code.
    code: Option<Ticks>,
}

impl<'a> Fencer<'a, '_> {
    fn line(&mut self, line: Line<'a>, rest: &mut Peekable<impl Iterator<Item = Line<'a>>>) {
        if let Some(ticks) = self.code {
            if ticks.is_closed_by(line.text) {
                self.code = None;
            }
            self.out.push_str(line.text);
            return;
        }
        if let Some(open) = self.open.last() {
            let closes = match open.ticks {
                Some(ticks) => ticks.is_closed_by(line.text),
                None => is_colons(line.text),
            };
            if closes {
                self.close();
                self.shift(line.end());
                return;
            }
            if let Some(spec) = open.spec {
                let spec = &mut self.fenced.specs[spec];
                if spec.body.is_empty() {
                    spec.body_at = Span::new(self.offset + line.at..self.offset + line.at).start;
                }
                spec.body.push_str(line.text);
                self.shift(line.end());
                return;
            }
        }
        if let Some(ticks) = Ticks::of(line.text) {
            let name = line.text.trim()[ticks.len..].trim();
            if line.text.starts_with(['`', '~']) && self.is_block(name, line, rest.peek()) {
                self.open_fence(name, ticks, line, rest);
            } else {
                self.code = Some(ticks);
                self.out.push_str(line.text);
            }
        } else if line.text.starts_with(":::") {
            let inside = line
                .text
                .trim()
                .trim_matches(|c| c == ':' || char::is_whitespace(c));
            if inside.is_empty() {
                let span = self.span_of(line);
                self.diagnostics.push(
                    Diagnostic::new(Msg::StrayBlockEnd, self.file, span, &[])
                        .help(Msg::HelpStrayBlock, &[]),
                );
            } else {
                self.open_container(inside, line);
            }
            self.shift(line.end());
        } else {
            self.out.push_str(line.text);
        }
    }

    /// The text goes on at a byte of the original.
    fn shift(&mut self, original: usize) {
        self.fenced.shifts.push((self.out.len(), original));
    }

    fn span_of(&self, line: Line<'_>) -> Span {
        let start = self.offset + line.at;
        Span::new(start..start + line.text.trim_end().len())
    }

    /// Whether a fence is a block and no piece of code: its name is a block's, or nearly one and the first line below
    /// has a key that a block knows.
    fn is_block(&self, name: &str, line: Line<'_>, next: Option<&Line<'_>>) -> bool {
        if kinds::find(name).is_some() {
            return true;
        }
        let Some(near) =
            vi::near::nearest(name, BLOCKS.iter().map(|kind| kind.name)).and_then(kinds::find)
        else {
            return false;
        };
        line.text.is_ascii()
            && next
                .and_then(|next| arguments::key_of(next.text, Some(near)))
                .is_some_and(|key| near.key(key).is_some())
    }

    fn open_container(&mut self, inside: &'a str, line: Line<'a>) {
        let (name, args) = inside
            .split_once(char::is_whitespace)
            .unwrap_or((inside, ""));
        let at = |part: &str| {
            self.offset + line.at + (part.as_ptr() as usize - line.text.as_ptr() as usize)
        };
        let name_at = at(name);
        let args_at = if args.is_empty() { name_at } else { at(args) };
        let span = self.span_of(line);
        let given = kinds::find(name).and_then(|kind| {
            arguments::of_container(kind, args, args_at, self.file, self.diagnostics)
        });
        self.open(name, name_at, given, Writing::Container, None, span);
    }

    fn open_fence(
        &mut self,
        name: &'a str,
        ticks: Ticks,
        line: Line<'a>,
        rest: &mut Peekable<impl Iterator<Item = Line<'a>>>,
    ) {
        let kind = kinds::find(name);
        let mut lines = Vec::new();
        let mut end = line.end();
        while let Some(next) = rest.next_if(|next| {
            let goes_on = !lines.is_empty()
                && next.text.starts_with([' ', '\t'])
                && !next.text.trim().is_empty();
            arguments::key_of(next.text, kind).is_some() || goes_on
        }) {
            lines.push((next.text, self.offset + next.at));
            end = next.end();
        }
        let span = self.span_of(line);
        let name_at = self.offset + line.at + ticks.len;
        let given = arguments::of_fence(kind, &lines);
        self.open(
            name,
            name_at,
            Some(given),
            Writing::Fence,
            Some(ticks),
            span,
        );
        self.shift(end);
    }

    /// Opens a block. Without `given` its arguments could not be read, which has been said.
    fn open(
        &mut self,
        name: &str,
        name_at: usize,
        given: Option<Vec<Given<'_>>>,
        writing: Writing,
        ticks: Option<Ticks>,
        span: Span,
    ) {
        let kind = kinds::find(name);
        if kind.is_none() {
            let place = Span::new(name_at..name_at + name.len());
            self.diagnostics.push(unknown(name, self.file, place));
        }
        let known = kind.zip(given).map(|(kind, given)| {
            arguments::check(kind, given, writing, self.file, span, self.diagnostics)
        });
        let drawn = kind.filter(|kind| kind.drawn).map(|kind| {
            let spec = Spec {
                name: kind.name.to_owned(),
                args: known.clone().unwrap_or_default(),
                body: String::new(),
                body_at: span.end,
                span,
            };
            self.fenced.specs.push(spec);
            self.fenced.specs.len() - 1
        });
        let args = kind.zip(known).map_or_else(Vec::new, |(kind, known)| {
            let value = |key: &kinds::Key| {
                let given = known.iter().find(|arg| arg.key == key.name);
                (
                    key.name.to_owned(),
                    given.map(|arg| arg.value.clone()).unwrap_or_default(),
                )
            };
            kind.keys.iter().map(value).collect()
        });
        let n = self.fenced.blocks.len();
        self.out.push_str(&format!("\n{OPEN}{n}-->\n\n"));
        self.open.push(Open {
            block: n,
            ticks,
            spec: drawn.filter(|_| kind.is_some_and(|kind| kind.inside == Inside::Figures)),
        });
        self.fenced.blocks.push(Block {
            name: name.to_owned(),
            args,
            body: String::new(),
            span,
            drawn,
        });
    }

    fn close(&mut self) {
        if self.open.pop().is_some() {
            self.out.push('\n');
            self.out.push_str(CLOSE);
            self.out.push_str("\n\n");
        }
    }

    fn finish(mut self) -> Fenced<'a> {
        while let Some(open) = self.open.pop() {
            let block = &self.fenced.blocks[open.block];
            let (msg, help) = match open.ticks {
                None => (Msg::UnclosedBlock, Msg::HelpCloseBlock),
                Some(_) => (Msg::UnclosedFence, Msg::HelpCloseFence),
            };
            self.diagnostics
                .push(Diagnostic::new(msg, self.file, block.span, &[&block.name]).help(help, &[]));
            self.out.push_str(&format!("\n\n{CLOSE}\n"));
        }
        self.fenced.text = self.out.into();
        self.fenced
    }
}

/// Whether a line is nothing but colons, three at least.
fn is_colons(line: &str) -> bool {
    line.starts_with(":::") && line.trim().bytes().all(|b| b == b':' || b == b' ')
}

/// The diagnostic of a block that there is not.
fn unknown(name: &str, file: &str, place: Span) -> Diagnostic {
    let names = || BLOCKS.iter().map(|kind| kind.name);
    let diagnostic = Diagnostic::new(Msg::UnknownBlock, file, place, &[&name]);
    match vi::near::nearest(name, names()) {
        near @ Some(_) => diagnostic.near(near),
        None => diagnostic.help(Msg::KnownNames, &[&names().collect::<Vec<_>>().join(", ")]),
    }
}

/// Whether there is such a block; only these have a template.
#[must_use]
pub fn is_known(name: &str) -> bool {
    kinds::find(name).is_some()
}
