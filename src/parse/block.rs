//! Blocks: what an editor types as
//!
//! ```text
//! ::: con-so so="80%" nhan="dịch vụ công trực tuyến"
//! :::
//! ```
//!
//! `fence` finds the lines that open and close blocks before Markdown is read and puts comments in their place, so
//! that Markdown passes them through; `BLOCKS` is the table of what there is. A block is drawn by the theme's template
//! `blocks/NAME.html`.

use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Msg, Span};
use crate::vi;

/// A kind of block: its name and its arguments.
pub struct BlockKind {
    /// What stands after `:::`.
    pub name: &'static str,
    /// The arguments, and whether each must be there.
    pub args: &'static [(&'static str, bool)],
}

/// Every block there is.
pub const BLOCKS: &[BlockKind] = &[BlockKind {
    name: "con-so",
    args: &[("so", true), ("nhan", true), ("nguon", false)],
}];

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
}

/// A Markdown text whose block lines have been replaced.
pub struct Fenced<'a> {
    /// The text for the Markdown reader.
    pub text: std::borrow::Cow<'a, str>,
    /// The blocks, in the order in which they open.
    pub blocks: Vec<Block>,
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
    if memchr::memmem::find(text.as_bytes(), b":::").is_none() {
        return Fenced {
            text: text.into(),
            blocks: Vec::new(),
            shifts: vec![(0, 0)],
        };
    }
    let mut fenced = Fenced {
        text: "".into(),
        blocks: Vec::new(),
        shifts: vec![(0, 0)],
    };
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<usize> = Vec::new();
    let mut code: Option<(u8, usize)> = None; // the fence character and length of an open code block
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        let fence_char = trimmed.bytes().next().filter(|b| matches!(b, b'`' | b'~'));
        let fence_len = fence_char.map_or(0, |c| trimmed.bytes().take_while(|b| *b == c).count());
        if let Some((c, len)) = code {
            if fence_char == Some(c) && fence_len >= len && trimmed.len() == fence_len {
                code = None;
            }
            out.push_str(line);
        } else if let (Some(c), 3..) = (fence_char, fence_len) {
            code = Some((c, fence_len));
            out.push_str(line);
        } else if let Some(rest) = trimmed
            .strip_prefix(":::")
            .filter(|_| !line.starts_with([' ', '\t']))
        {
            let span = Span::new(offset + at..offset + at + line.trim_end().len());
            let rest = rest.trim_matches(|c| c == ':' || char::is_whitespace(c));
            if rest.is_empty() {
                if open.pop().is_none() {
                    diagnostics.push(
                        Diagnostic::new(Msg::StrayBlockEnd, file, span, &[])
                            .help(Msg::HelpStrayBlock, &[]),
                    );
                } else {
                    out.push('\n');
                    out.push_str(CLOSE);
                    out.push_str("\n\n");
                }
            } else {
                open.push(fenced.blocks.len());
                out.push_str(&format!("\n{OPEN}{}-->\n\n", fenced.blocks.len()));
                let start = offset + at + (rest.as_ptr() as usize - line.as_ptr() as usize);
                fenced
                    .blocks
                    .push(read_block(rest, start, file, span, diagnostics));
            }
            fenced.shifts.push((out.len(), at + line.len()));
        } else {
            out.push_str(line);
        }
        at += line.len();
    }
    while let Some(n) = open.pop() {
        let block = &fenced.blocks[n];
        diagnostics.push(
            Diagnostic::new(Msg::UnclosedBlock, file, block.span, &[&block.name])
                .help(Msg::HelpCloseBlock, &[]),
        );
        out.push_str(&format!("\n\n{CLOSE}\n"));
    }
    fenced.text = out.into();
    fenced
}

/// Whether there is such a block; only these have a template.
#[must_use]
pub fn is_known(name: &str) -> bool {
    BLOCKS.iter().any(|kind| kind.name == name)
}

/// Reads a block's name and arguments, which stand somewhere in the line at `span`, `rest` at byte `at` of the file.
fn read_block(
    rest: &str,
    at: usize,
    file: &str,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Block {
    let (name, args) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let mut block = Block {
        name: name.to_owned(),
        args: Vec::new(),
        body: String::new(),
        span,
    };
    let place = |part: &str| {
        let start = at + (part.as_ptr() as usize - rest.as_ptr() as usize);
        Span::new(start..start + part.len())
    };
    let Some(kind) = BLOCKS.iter().find(|kind| kind.name == name) else {
        let near = vi::near::nearest(name, BLOCKS.iter().map(|kind| kind.name));
        let diagnostic = Diagnostic::new(Msg::UnknownBlock, file, place(name), &[&name]);
        let names = || {
            BLOCKS
                .iter()
                .map(|kind| kind.name)
                .collect::<Vec<_>>()
                .join(", ")
        };
        diagnostics.push(match near {
            Some(_) => diagnostic.near(near),
            None => diagnostic.help(Msg::KnownNames, &[&names()]),
        });
        return block;
    };
    // How the block is written, with all that it must have.
    let example = || {
        let required = kind.args.iter().filter(|(_, required)| *required);
        required.fold(format!("::: {name}"), |line, (arg, _)| {
            line + &format!(" {arg}=\"…\"")
        })
    };
    let mut given: Vec<(&str, &str)> = Vec::new();
    let mut left = args.trim();
    while !left.is_empty() {
        let Some((key, after)) = left.split_once('=') else {
            diagnostics.push(
                Diagnostic::new(Msg::BadBlockArgument, file, place(left), &[&left])
                    .help(Msg::HelpWrite, &[&example()]),
            );
            return block; // what else is missing may be in there
        };
        let (key, after) = (key.trim(), after.trim_start());
        // Word and phones turn straight quotes into curly ones; both are understood here.
        let inside = after.strip_prefix(['"', '“', '”', '„']);
        let end = inside.and_then(|inside| inside.find(['"', '”', '“']));
        let value = match (inside, end) {
            (Some(inside), Some(end)) => {
                let quote = inside[end..].chars().next().map_or(1, char::len_utf8);
                left = inside[end + quote..].trim_start();
                &inside[..end]
            }
            (Some(inside), None) => {
                diagnostics.push(
                    Diagnostic::new(Msg::BadBlockArgument, file, place(left), &[&left])
                        .help(Msg::HelpWrite, &[&format!("{key}=\"{inside}\"")]),
                );
                return block;
            }
            (None, _) => {
                let value = after.split_whitespace().next().unwrap_or("");
                let written = &left[..left.len() - after.len() + value.len()];
                diagnostics.push(
                    Diagnostic::new(Msg::BadBlockArgument, file, place(written), &[&written])
                        .help(Msg::HelpWrite, &[&format!("{key}=\"{value}\"")]),
                );
                left = after[value.len()..].trim_start();
                value
            }
        };
        let names = || kind.args.iter().map(|(arg, _)| *arg);
        if names().any(|arg| arg == key) {
            given.push((key, value));
            continue;
        }
        let near = vi::near::nearest(key, names());
        let diagnostic =
            Diagnostic::new(Msg::UnknownBlockArgument, file, place(key), &[&name, &key]);
        diagnostics.push(match near {
            Some(_) => diagnostic.near(near),
            None => diagnostic.help(Msg::KnownNames, &[&names().collect::<Vec<_>>().join(", ")]),
        });
        given.extend(near.map(|near| (near, value)));
    }
    for (arg, required) in kind.args {
        let value = given
            .iter()
            .find(|(key, _)| key == arg)
            .map(|(_, value)| *value);
        if *required && value.is_none() {
            diagnostics.push(
                Diagnostic::new(Msg::MissingBlockArgument, file, span, &[&name, arg])
                    .help(Msg::HelpWrite, &[&example()]),
            );
        }
        block
            .args
            .push(((*arg).to_owned(), value.unwrap_or_default().to_owned()));
    }
    block
}
