//! The pieces of a text: its headings, paragraphs, lists, tables and blocks, in order.
//!
//! In go a body (HTML with holes) and the figures of its blocks. Pictures are not among the pieces; links leave their
//! words. What the fonts cannot show is left out.

use std::sync::Arc;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::diag::{Lang, Text, ToArg};
use crate::draw::shown;
use crate::figure::{Figure, Grid};
use crate::messages::Msg;
use crate::parse::Body;
use crate::parse::block::Block;

/// A piece of a page, all of which is shown or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// What stands above it in heavy letters; may be empty, like the next two.
    pub title: String,
    /// What stands below the title: the unit, the period.
    pub about: String,
    /// What it shows.
    pub content: Content,
    /// What stands below it: the source.
    pub below: String,
}

/// What a piece shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A heading.
    Heading(String),
    /// Paragraphs.
    Lines(Vec<String>),
    /// A list.
    Items(Marks, Vec<Item>),
    /// A table.
    Grid(Grid),
    /// The columns of a table, each as a card.
    Sides(Grid),
    /// A big number and what it says; neighbours stand side by side.
    Number {
        /// `80%`.
        number: String,
        /// What it says.
        label: String,
    },
    /// A chart, map, pictogram or progress.
    Drawn(Arc<Figure>),
    /// Somebody's words.
    Quote(Vec<String>),
}

impl Default for Content {
    fn default() -> Self {
        Self::Lines(Vec::new())
    }
}

/// What stands in front of the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Dots.
    Dots,
    /// Numbers from 1.
    Numbers,
    /// Dots on a line from the first to the last.
    Line,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it begins with, such as a day; may be empty.
    pub label: String,
    /// What it says.
    pub text: String,
}

impl From<Content> for Piece {
    fn from(content: Content) -> Self {
        Self {
            content,
            ..Self::default()
        }
    }
}

/// The pieces of a body. `figures` are those of its blocks, as in `Fills`; `title` is what the frame says already.
#[must_use]
pub fn pieces(body: &Body, figures: &[Option<Arc<Figure>>], title: &str) -> Vec<Piece> {
    let mut pieces = Gatherer { body, figures }.gather(&body.html);
    for piece in pieces.iter_mut().filter(|piece| piece.title == title) {
        piece.title.clear();
    }
    pieces
}

struct Gatherer<'b> {
    body: &'b Body,
    figures: &'b [Option<Arc<Figure>>],
}

impl Gatherer<'_> {
    /// The pieces of a part of the body; see `parse` for the holes. Only those of blocks are not passed over: the others
    /// stand in tags.
    fn gather(&self, html: &str) -> Vec<Piece> {
        let mut reader = Reader::default();
        let mut waiting = String::new();
        for (i, part) in html.split('\0').enumerate() {
            if i % 2 == 0 {
                waiting.push_str(part);
            } else if let Some(n) = part.strip_prefix('B')
                && let Some(block) = n
                    .parse::<usize>()
                    .ok()
                    .and_then(|n| self.body.blocks.get(n))
            {
                reader.read(&std::mem::take(&mut waiting));
                reader.end();
                reader.pieces.extend(self.block(block));
            }
        }
        reader.read(&waiting);
        reader.end();
        reader.pieces
    }

    /// The pieces of a block, one in most cases.
    fn block(&self, block: &Block) -> Vec<Piece> {
        let arg = |name: &str| argument(block, name);
        let inner = self.gather(&block.body);
        let figure = block.drawn.and_then(|n| self.figures.get(n)?.as_ref());
        let piece = |title: &str, content: Content| Piece {
            title: arg(title),
            about: about(block, figure),
            content,
            below: source(block),
        };
        let before = |piece: Piece| [vec![piece], inner.clone()].concat();
        let grid = || figure.and_then(|figure| figure.grid());
        match (block.name.as_str(), figure) {
            ("con-so", _) => before(Piece {
                about: String::new(),
                below: joined(&[arg("ky"), source(block)]),
                ..piece(
                    "",
                    Content::Number {
                        number: arg("so"),
                        label: arg("nhan"),
                    },
                )
            }),
            ("bieu-do" | "ban-do", Some(figure)) => {
                before(piece("tieu-de", Content::Drawn(Arc::clone(figure))))
            }
            ("bieu-tuong" | "tien-do", Some(figure)) => {
                before(piece("nhan", Content::Drawn(Arc::clone(figure))))
            }
            ("bang", _) => before(piece("tieu-de", Content::Grid(grid().unwrap_or_default()))),
            ("so-sanh", _) => before(piece("tieu-de", Content::Sides(grid().unwrap_or_default()))),
            ("dong-thoi-gian", _) => {
                listed(inner, Marks::Line, &piece("tieu-de", Content::default()))
            }
            ("cac-buoc", _) => listed(inner, Marks::Numbers, &piece("tieu-de", Content::default())),
            ("trich-dan", _) => {
                let by = [arg("tac-gia"), arg("chuc-vu"), arg("ngay")];
                let by = format!("— {}", filled(&by).join(", "));
                vec![Piece {
                    below: joined(&[by, source(block)]),
                    ..Content::Quote(lines(&inner)).into()
                }]
            }
            ("hoi-dap", _) => vec![Piece {
                title: says(Msg::PosterAsked, &arg("hoi")),
                below: filled(&[answered(&arg("tra-loi")), arg("ngay")]).join(", "),
                ..Content::Lines(lines(&inner)).into()
            }],
            _ => inner,
        }
    }
}

/// The argument of a block as the fonts can show it; empty if it was not given.
fn argument(block: &Block, name: &str) -> String {
    let found = block.args.iter().find(|(key, _)| key == name);
    found.map_or_else(String::new, |(_, value)| shown(value.trim()).0)
}

fn says(msg: Msg, arg: &dyn ToArg) -> String {
    Text::new(msg, &[arg]).show(Lang::Vi)
}

fn source(block: &Block) -> String {
    let source = argument(block, "nguon");
    if source.is_empty() {
        return source;
    }
    says(Msg::PosterSourceLine, &source)
}

fn answered(by: &String) -> String {
    if by.is_empty() {
        return String::new();
    }
    says(Msg::PosterAnswered, by)
}

/// What a figure is about, its unit and its period.
fn about(block: &Block, figure: Option<&Arc<Figure>>) -> String {
    let has_own_unit = matches!(block.name.as_str(), "tien-do");
    let unit = figure.map_or("", |figure| figure.unit.as_str());
    let unit = if unit.is_empty() || has_own_unit {
        String::new()
    } else {
        says(Msg::PosterUnit, &unit)
    };
    joined(&[argument(block, "phu-de"), unit, argument(block, "ky")])
}

fn filled(texts: &[String]) -> Vec<&str> {
    let texts = texts.iter().map(String::as_str);
    texts.filter(|text| !text.is_empty()).collect()
}

fn joined(texts: &[String]) -> String {
    filled(texts).join(" · ")
}

/// The pieces of a block with a list: the list gets the block's title and marks.
fn listed(inner: Vec<Piece>, marks: Marks, of: &Piece) -> Vec<Piece> {
    let list = |piece: Piece| match piece.content {
        Content::Items(_, items) => Piece {
            content: Content::Items(marks, items),
            ..of.clone()
        },
        _ => piece,
    };
    inner.into_iter().map(list).collect()
}

/// All that pieces say, as paragraphs.
fn lines(pieces: &[Piece]) -> Vec<String> {
    let of = |piece: &Piece| match &piece.content {
        Content::Heading(text) => vec![text.clone()],
        Content::Lines(lines) | Content::Quote(lines) => lines.clone(),
        Content::Items(_, items) => items.iter().map(Item::line).collect(),
        Content::Grid(grid) | Content::Sides(grid) => {
            grid.rows.iter().map(|row| row.join(" – ")).collect()
        }
        Content::Number { number, label } => vec![format!("{number} {label}")],
        Content::Drawn(figure) => vec![figure.summary.clone()],
    };
    pieces.iter().flat_map(of).collect()
}

impl Item {
    fn line(&self) -> String {
        if self.label.is_empty() {
            return format!("– {}", self.text);
        }
        format!("– {}: {}", self.label, self.text)
    }
}

/// Reads pieces from HTML that comes in parts.
#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    text: String,
    is_heading: bool,
    /// The label of the item that is being read, and whether its end has not come.
    label: String,
    is_label: bool,
    /// The lists that are open, the outermost first.
    lists: Vec<Marks>,
    items: Vec<Item>,
    /// Whether the next text begins an item.
    begins_item: bool,
    quote: Option<Vec<String>>,
    table: Option<Grid>,
    row: Vec<String>,
    /// How many elements are open in one that is left out, such as a footnote's mark.
    skipped: usize,
}

impl Reader {
    fn read(&mut self, html: &str) {
        let tokens = Tokenizer::new_with_emitter(html, DefaultEmitter::<()>::default());
        for Ok(token) in tokens {
            match token {
                Token::String(text) if self.skipped == 0 => {
                    self.text.push_str(&String::from_utf8_lossy(&text));
                }
                Token::StartTag(tag) if self.skipped > 0 || is_left_out(&tag) => {
                    self.skipped += usize::from(!is_void(&tag.name));
                }
                Token::StartTag(tag) => self.open(&tag),
                Token::EndTag(_) if self.skipped > 0 => self.skipped -= 1,
                Token::EndTag(tag) => self.close(&tag.name),
                _ => {}
            }
        }
    }

    fn open(&mut self, tag: &StartTag<()>) {
        match &**tag.name {
            b"br" => self.text.push(' '),
            b"b" => self.is_label = class(tag) == Some(b"label"),
            b"h2" | b"h3" | b"h4" => {
                self.end();
                self.is_heading = true;
            }
            b"ul" | b"ol" => {
                self.end();
                let is_counted = &**tag.name == b"ol";
                self.lists.push(if is_counted {
                    Marks::Numbers
                } else {
                    Marks::Dots
                });
            }
            b"li" => {
                self.end();
                self.begins_item = true;
            }
            b"blockquote" => {
                self.end();
                self.quote = Some(Vec::new());
            }
            b"table" => {
                self.end();
                self.table = Some(Grid::default());
            }
            b"p" | b"dt" | b"dd" | b"tr" | b"pre" | b"td" | b"th" => self.end(),
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"b" if std::mem::take(&mut self.is_label) => self.label = self.take(),
            b"td" | b"th" => {
                let cell = self.take();
                self.row.push(cell);
            }
            b"tr" => {
                let row = std::mem::take(&mut self.row);
                match &mut self.table {
                    Some(table) if table.head.is_empty() => table.head = row,
                    Some(table) => table.rows.push(row),
                    None => {}
                }
            }
            b"table" => {
                let table = self.table.take().map(with_figures);
                self.push(table.map(Content::Grid));
            }
            b"ul" | b"ol" => {
                self.end();
                let marks = self.lists.pop();
                if self.lists.is_empty() {
                    let items = std::mem::take(&mut self.items);
                    self.push(marks.map(|marks| Content::Items(marks, items)));
                }
            }
            b"blockquote" => {
                self.end();
                let quote = self.quote.take();
                self.push(quote.map(Content::Quote));
            }
            b"h2" | b"h3" | b"h4" | b"p" | b"li" | b"dt" | b"dd" | b"pre" => {
                self.end();
            }
            _ => {}
        }
    }

    fn push(&mut self, content: Option<Content>) {
        self.pieces.extend(content.map(Piece::from));
    }

    /// The text that has been read.
    fn take(&mut self) -> String {
        let text = std::mem::take(&mut self.text);
        let words: Vec<&str> = text.split_whitespace().collect();
        shown(&words.join(" ")).0
    }

    /// Ends the paragraph that is being read.
    fn end(&mut self) {
        let text = self.take();
        let is_heading = std::mem::take(&mut self.is_heading);
        if text.is_empty() && self.label.is_empty() {
            return;
        }
        if !self.lists.is_empty() {
            let label = std::mem::take(&mut self.label);
            match self.items.last_mut() {
                Some(item) if !self.begins_item => {
                    item.text = format!("{} {text}", item.text);
                }
                _ => self.items.push(Item { label, text }),
            }
            self.begins_item = false;
        } else if let Some(quote) = &mut self.quote {
            quote.push(text);
        } else if is_heading {
            self.push(Some(Content::Heading(text)));
        } else {
            self.push(Some(Content::Lines(vec![text])));
        }
    }
}

/// A table that knows which of its columns hold figures.
fn with_figures(grid: Grid) -> Grid {
    let is_figure = |row: &Vec<String>, n: usize| {
        let cell = row.get(n).map_or("", String::as_str);
        cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '+'))
    };
    let is_numeric = |n: usize| n > 0 && grid.rows.iter().all(|row| is_figure(row, n));
    Grid {
        numeric: (0..grid.head.len()).map(is_numeric).collect(),
        ..grid
    }
}

/// Whether an element is none of the text: the mark of a footnote, the footnotes, what a picture says.
fn is_left_out(tag: &StartTag<()>) -> bool {
    matches!(class(tag), Some(b"footnote-ref" | b"footnotes" | b"task"))
        || &**tag.name == b"figcaption"
}

fn class(tag: &StartTag<()>) -> Option<&[u8]> {
    let class = tag.attributes.get(&b"class"[..])?;
    Some(&class.value)
}

fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"br" | b"hr" | b"img" | b"input" | b"source" | b"wbr" | b"col"
    )
}
