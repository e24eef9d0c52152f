//! A page's text as a row of pieces: headings, paragraphs, items, tables, pictures.
//!
//! In goes the HTML of a text as the theme's templates have shown it, out come pieces that every channel can be made from.
//! Drawings, scripts, buttons and whatever is hidden from screen readers are left out; what says the same in words, the
//! table and the sentence of a chart, stays.

use std::fmt::Write as _;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use pulldown_cmark_escape::escape_html;

use crate::vi::fold::fold;

/// A part of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Its text, in which white space is single spaces.
    pub text: String,
    /// Where it leads, as the page has it.
    pub link: Option<String>,
    /// Whether it is said with weight.
    pub strong: bool,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A heading of level 2 to 6.
    Heading(u8, Vec<Run>),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A paragraph that is quoted or set apart.
    Quote(Vec<Run>),
    /// An item of a list, with its number if the list has numbers.
    Item(Option<u32>, Vec<Run>),
    /// A table: its rows, of which the first is its heading.
    Table(Vec<Vec<String>>),
    /// A picture: its source as the page has it, and its description.
    Picture(String, String),
}

/// The text of runs without links and weight.
#[must_use]
pub fn plain(runs: &[Run]) -> String {
    let mut text = String::new();
    for run in runs {
        text.push_str(&run.text);
    }
    text.trim().to_owned()
}

/// Headings of where a text is from (folded).
const SOURCES: &[&str] = &[
    "nguon",
    "tai lieu tham khao",
    "nguon tham khao",
    "nguon tin",
    "can cu",
];

/// Whether a heading stands above the sources, which are for readers and not for listeners.
#[must_use]
pub fn is_sources(heading: &[Run]) -> bool {
    SOURCES.contains(&&*fold(plain(heading).trim_end_matches(':')))
}

/// Elements of which nothing is taken.
const SILENT: &[&str] = &[
    "svg", "style", "script", "button", "nav", "template", "audio", "video", "iframe", "form",
    "select", "noscript",
];

/// Elements that have no end.
const VOID: &[&str] = &[
    "area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
];

/// The pieces of a text.
#[must_use]
pub fn pieces(html: &str) -> Vec<Piece> {
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new_with_emitter(html, DefaultEmitter::<()>::default()) {
        match token {
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::StartTag(tag) => reader.open(&tag),
            Token::EndTag(tag) => reader.close(&String::from_utf8_lossy(&tag.name)),
            _ => {}
        }
    }
    reader.end();
    reader.pieces
}

/// Reads pieces from HTML.
#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    runs: Vec<Run>,
    link: Option<String>,
    strong: usize,
    /// The element that is passed over, and how many of its name are open.
    passing: Option<(String, usize)>,
    heading: Option<u8>,
    quotes: usize,
    /// Open lists: the number of the last item, none for lists without numbers.
    lists: Vec<Option<u32>>,
    is_item: bool,
    table: Option<Vec<Vec<String>>>,
    is_term: bool,
    /// Whether a big number is read, which makes one piece with its label.
    is_number: bool,
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

impl Reader {
    fn text(&mut self, text: &str) {
        if self.passing.is_some() {
            return;
        }
        let mut words = String::new();
        for c in text.chars() {
            let ends = |runs: &[Run]| {
                runs.last()
                    .is_none_or(|run| run.text.is_empty() || run.text.ends_with(' '))
            };
            if c == '\u{AD}' {
                continue;
            }
            if !c.is_whitespace() || c == '\u{A0}' {
                words.push(c);
            } else if !(words.ends_with(' ') || words.is_empty() && ends(&self.runs)) {
                words.push(' ');
            }
        }
        if words.is_empty() {
            return;
        }
        let (link, strong) = (self.link.clone(), self.strong > 0);
        match self.runs.last_mut() {
            Some(last) if last.link == link && last.strong == strong => last.text.push_str(&words),
            _ => self.runs.push(Run {
                text: words,
                link,
                strong,
            }),
        }
    }

    fn open(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some((passing, depth)) = &mut self.passing {
            *depth += usize::from(*passing == name && !tag.self_closing);
            return;
        }
        let is_hidden = attribute(tag, "aria-hidden").is_some_and(|value| value == "true")
            || tag.attributes.contains_key(&b"hidden"[..])
            || attribute(tag, "class").is_some_and(|class| class.contains("footnote-reference"));
        if SILENT.contains(&&*name) || is_hidden {
            if !VOID.contains(&&*name) && !tag.self_closing {
                self.passing = Some((name, 1));
            }
            return;
        }
        match &*name {
            "a" => self.link = attribute(tag, "href"),
            "strong" | "b" => self.strong += 1,
            "br" => self.text(" "),
            "img" => {
                let picture = attribute(tag, "src").map(|source| {
                    Piece::Picture(source, attribute(tag, "alt").unwrap_or_default())
                });
                self.pieces.extend(picture.filter(|_| self.table.is_none()));
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end();
                self.heading = Some((name.as_bytes()[1] - b'0').max(2));
            }
            "blockquote" => {
                self.end();
                self.quotes += 1;
            }
            "ul" | "ol" => {
                self.end();
                let start = attribute(tag, "start").and_then(|start| start.parse::<u32>().ok());
                self.lists
                    .push((name == "ol").then(|| start.unwrap_or(1).saturating_sub(1)));
            }
            "li" => {
                self.end();
                if let Some(Some(number)) = self.lists.last_mut() {
                    *number += 1;
                }
                self.is_item = true;
            }
            "table" => {
                self.end();
                self.table = Some(Vec::new());
            }
            "tr" => {
                if let Some(rows) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            "td" | "th" if self.table.is_some() => self.runs.clear(),
            "dt" => {
                self.end();
                self.is_term = true;
            }
            "p" if attribute(tag, "class").is_some_and(|class| class == "number") => {
                self.end();
                self.is_number = true;
            }
            "figcaption" if std::mem::take(&mut self.is_number) => self.text(" "),
            name if is_block(name) => self.end(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((passing, depth)) = &mut self.passing {
            if passing == name {
                *depth -= 1;
                if *depth == 0 {
                    self.passing = None;
                }
            }
            return;
        }
        match name {
            "a" => self.link = None,
            "strong" | "b" => self.strong = self.strong.saturating_sub(1),
            "td" | "th" => {
                let text = plain(&self.runs);
                self.runs.clear();
                if let Some(row) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(text);
                }
            }
            "table" => {
                if let Some(mut rows) = self.table.take() {
                    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
                    self.pieces
                        .extend((!rows.is_empty()).then_some(Piece::Table(rows)));
                }
            }
            "blockquote" => {
                self.end();
                self.quotes = self.quotes.saturating_sub(1);
            }
            "ul" | "ol" => {
                self.end();
                self.lists.pop();
                self.is_item = false;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end();
                self.heading = None;
            }
            "li" => {
                self.end();
                self.is_item = false;
            }
            "p" if self.is_number => {}
            name if is_block(name) || name == "dt" => self.end(),
            _ => {}
        }
    }

    /// Ends the piece that is being read.
    fn end(&mut self) {
        if self.table.is_some() {
            self.text(" "); // paragraphs of a cell
            return;
        }
        let mut runs = std::mem::take(&mut self.runs);
        if let Some(last) = runs.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        runs.retain(|run| !run.text.is_empty());
        let is_term = std::mem::take(&mut self.is_term);
        if plain(&runs).is_empty() {
            self.is_term = is_term;
            return;
        }
        if is_term {
            runs.iter_mut().for_each(|run| run.strong = true);
        }
        let piece = if let Some(level) = self.heading {
            Piece::Heading(level, runs)
        } else if self.is_item {
            // Further paragraphs of an item have no number of their own.
            self.is_item = false;
            Piece::Item(self.lists.last().copied().flatten(), runs)
        } else if self.quotes > 0 {
            Piece::Quote(runs)
        } else {
            Piece::Paragraph(runs)
        };
        self.pieces.push(piece);
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "aside"
            | "figure"
            | "figcaption"
            | "small"
            | "caption"
            | "dd"
            | "dl"
            | "pre"
            | "details"
            | "summary"
            | "hr"
            | "header"
            | "footer"
            | "address"
    )
}

/// HTML that every content system takes: no class, no style, no picture of its own. `at` makes a whole address from a link
/// of the page; links that it does not know leave their words.
#[must_use]
pub fn html(pieces: &[Piece], at: &dyn Fn(&str) -> Option<String>, look: &Look) -> String {
    let mut out = String::new();
    let mut open: Option<&str> = None;
    for piece in pieces {
        let list = match piece {
            Piece::Item(Some(_), _) => Some("ol"),
            Piece::Item(None, _) => Some("ul"),
            _ => None,
        };
        if open != list || matches!(piece, Piece::Item(Some(1), _)) {
            if let Some(list) = open {
                let _ = writeln!(out, "</{list}>");
            }
            if let Some(list) = list {
                let start = match piece {
                    Piece::Item(Some(number), _) if *number > 1 => format!(" start=\"{number}\""),
                    _ => String::new(),
                };
                let _ = writeln!(out, "<{list}{start}{}>", look.of("list"));
            }
            open = list;
        }
        match piece {
            Piece::Heading(level, runs) => {
                line(&format!("h{level}"), "heading", runs, at, look, &mut out)
            }
            Piece::Paragraph(runs) => line("p", "paragraph", runs, at, look, &mut out),
            Piece::Quote(runs) => {
                let _ = write!(out, "<blockquote{}>", look.of("quote"));
                line("p", "paragraph", runs, at, look, &mut out);
                out.truncate(out.trim_end().len());
                out.push_str("</blockquote>\n");
            }
            Piece::Item(_, runs) => line("li", "item", runs, at, look, &mut out),
            Piece::Table(rows) => table(rows, look, &mut out),
            Piece::Picture(source, alt) => {
                if let Some(source) = at(source) {
                    let _ = writeln!(
                        out,
                        "<p><img src=\"{}\" alt=\"{}\"{}></p>",
                        escaped(&source),
                        escaped(alt),
                        look.of("picture")
                    );
                }
            }
        }
    }
    if let Some(list) = open {
        let _ = writeln!(out, "</{list}>");
    }
    out
}

/// How elements look, where styles must stand in them: the styles by a name for each.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look(pub &'static [(&'static str, &'static str)]);

impl Look {
    fn of(self, name: &str) -> String {
        let found = self.0.iter().find(|(known, _)| *known == name);
        found.map_or_else(String::new, |(_, style)| format!(" style=\"{style}\""))
    }
}

fn line(
    element: &str,
    name: &str,
    runs: &[Run],
    at: &dyn Fn(&str) -> Option<String>,
    look: &Look,
    out: &mut String,
) {
    let _ = write!(out, "<{element}{}>", look.of(name));
    for run in runs {
        let mut text = escaped(&run.text);
        if run.strong {
            text = format!("<strong>{text}</strong>");
        }
        if let Some(address) = run.link.as_deref().and_then(at) {
            text = format!(
                "<a href=\"{}\"{}>{text}</a>",
                escaped(&address),
                look.of("link")
            );
        }
        out.push_str(&text);
    }
    let _ = writeln!(out, "</{element}>");
}

fn table(rows: &[Vec<String>], look: &Look, out: &mut String) {
    let _ = writeln!(out, "<table{}>", look.of("table"));
    for (n, row) in rows.iter().enumerate() {
        out.push_str("<tr>");
        for cell in row {
            let (element, scope) = if n == 0 {
                ("th", " scope=\"col\"")
            } else {
                ("td", "")
            };
            let _ = write!(
                out,
                "<{element}{scope}{}>{}</{element}>",
                look.of("cell"),
                escaped(cell)
            );
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

/// A text as HTML.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_html(&mut out, text).expect("a string takes everything");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> Run {
        Run {
            text: text.to_owned(),
            ..Run::default()
        }
    }

    #[test]
    fn a_text_comes_apart_and_leaves_drawings_and_hidden_things_out() {
        let found = pieces(
            "<p>Xem <a href=\"../a/\">bài <strong>kia</strong></a>\n nhé.<sup class=\"footnote-reference\"><a href=\"#1\">1</a></sup></p>\
             <h2 id=\"x\">Hai <em>việc</em> <a aria-hidden=\"true\" href=\"#x\">#</a></h2>\
             <ol start=\"3\"><li><p>Một</p><p>thêm</p></li><li>Hai</li></ol><ul><li>Ba</li></ul>\
             <figure><svg><title>Hình</title><svg></svg></svg><figcaption>Chú thích</figcaption></figure>\
             <figure><p class=\"number\">80%</p>\n<figcaption>dân số <small>2030 · Nguồn: A</small></figcaption></figure>\
             <table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2 &amp; 3</td></tr></tbody></table>\
             <blockquote><p>Lời</p></blockquote><p><img src=\"a.jpg\" alt=\"Ảnh họp\"></p><p hidden>không</p>",
        );
        let link = Some("../a/".to_owned());
        let paragraph = vec![
            run("Xem "),
            Run {
                text: "bài ".to_owned(),
                link: link.clone(),
                strong: false,
            },
            Run {
                text: "kia".to_owned(),
                link,
                strong: true,
            },
            run(" nhé."),
        ];
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert_eq!(
            found,
            [
                Piece::Paragraph(paragraph),
                Piece::Heading(2, vec![run("Hai việc")]),
                Piece::Item(Some(3), vec![run("Một")]),
                Piece::Paragraph(vec![run("thêm")]),
                Piece::Item(Some(4), vec![run("Hai")]),
                Piece::Item(None, vec![run("Ba")]),
                Piece::Paragraph(vec![run("Chú thích")]),
                Piece::Paragraph(vec![run("80% dân số")]),
                Piece::Paragraph(vec![run("2030 · Nguồn: A")]),
                Piece::Table(vec![row(["A", "B"]), row(["1", "2 & 3"])]),
                Piece::Quote(vec![run("Lời")]),
                Piece::Picture("a.jpg".to_owned(), "Ảnh họp".to_owned()),
            ]
        );
    }

    #[test]
    fn html_for_other_systems_has_whole_addresses_and_no_class() {
        let source = "<p class=\"x\">Xem <a href=\"../a/\">bài</a> <a href=\"#b\">mục</a>.</p><ul class=\"y\"><li>Một</li></ul>\
                      <table><tr><th>A</th></tr><tr><td>&lt;b&gt;</td></tr></table><p><img src=\"a.jpg\" alt=\"Ảnh\"></p>";
        let at = |link: &str| {
            link.strip_prefix("../")
                .map(|path| format!("https://x.vn/{path}"))
        };
        assert_eq!(
            html(&pieces(source), &at, &Look::default()),
            "<p>Xem <a href=\"https://x.vn/a/\">bài</a> mục.</p>\n<ul>\n<li>Một</li>\n</ul>\n<table>\n\
             <tr><th scope=\"col\">A</th></tr>\n<tr><td>&lt;b&gt;</td></tr>\n</table>\n"
        );
    }
}
