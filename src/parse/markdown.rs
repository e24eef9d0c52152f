//! Markdown to HTML with holes.
//!
//! In goes the text of one file, out come its HTML, in which every place that needs the rest of the site is a hole
//! (link, picture, citation, block), and an outline: headings, links, pictures, citations, summary. Nothing here knows
//! another file, so a parsed text is good until its own bytes change. What pulldown-cmark makes of CommonMark stays as
//! it is, save for ids of headings, checked links and pictures, scrolling tables, footnotes at the end, task marks
//! that read aloud, alerts with a title, and the safe subset of raw HTML.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use pulldown_cmark::{
    Alignment, BlockQuoteKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
    TextMergeWithOffset,
};
use pulldown_cmark_escape::escape_html;
use serde::{Deserialize, Serialize};

use super::block::{self, Block, Fenced, Inside, Mark, Spec};
use super::html::Cleaner;
use super::links;
use super::picture::{self, Attributes};
use super::wording::{self, Signs};
use crate::diag::{Args, Diagnostic, Lang, Msg, Span};
use crate::moment::Moment;
use crate::vi;
use crate::vi::private::PrivateKind;

/// What can be switched in `[markdown]` of `site.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Switches {
    /// A line break in the text is a line break on the page.
    pub hard_breaks: bool,
    /// Raw HTML passes unchecked (only for files that the configuration names).
    pub raw_html: bool,
    /// The site's way of placing tone marks; without one, a text must only keep to one.
    pub tones: Option<vi::tone::Style>,
}

/// The HTML of a text. A hole is `NUL`, a letter, a number, `NUL`: `L` a link's URL, `I` all of a picture in front of
/// its description and `i` what comes behind its tag, `C` and `c` the tags around a citation, `B` a block.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Body {
    /// HTML with holes.
    pub html: String,
    /// What stands in the `B` holes.
    pub blocks: Vec<Block>,
}

/// A heading of level 2 to 6.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// The id in the page.
    pub id: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
}

/// The target of a link, a picture or a file, as written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// As written.
    pub target: Box<str>,
    /// Where.
    pub span: Span,
}

/// A document's symbol in the text with what is said about it there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// The symbol, such as `57-NQ/TW`.
    pub symbol: Box<str>,
    /// Where it stands.
    pub span: Span,
    /// The type in front of it (`Nghị quyết`).
    pub kind: Option<(Box<str>, Span)>,
    /// The date after it.
    pub date: Option<(Moment, Span)>,
    /// The issuer after it.
    pub issuer: Option<(Box<str>, Span)>,
}

/// What the text says about somebody that is not for everybody, unless the settings allow it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Private {
    /// As written.
    pub written: Box<str>,
    /// Where.
    pub span: Span,
    /// What it is.
    pub kind: PrivateKind,
}

/// A table that looks like a list of residents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeopleList {
    /// Its row of headings.
    pub span: Span,
    /// The heading of the column with names.
    pub names: Box<str>,
    /// The heading of the column with something private.
    pub private: Box<str>,
}

/// What the rest of the site may want to know about a text.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Outline {
    /// Headings in order.
    pub headings: Vec<Heading>,
    /// Further ids that a link may lead to.
    pub ids: Vec<String>,
    /// Targets of the `L` holes.
    pub links: Vec<Target>,
    /// Targets of the `I` holes.
    pub images: Vec<Target>,
    /// What the `C` holes are about.
    pub citations: Vec<Citation>,
    /// Links that leave the site.
    pub outside: Vec<Target>,
    /// Private data of persons.
    pub private: Vec<Private>,
    /// Tables that look like lists of residents.
    pub people: Vec<PeopleList>,
    /// Blocks that are drawn from figures.
    pub specs: Vec<Spec>,
    /// The start of the first paragraph, at most 200 characters.
    pub summary: String,
    /// Words, for the reading time.
    pub words: u32,
}

impl Outline {
    /// Whether links can lead to the same places in this text as in another.
    #[must_use]
    pub fn has_ids_of(&self, other: &Self) -> bool {
        let headings = |outline: &Self| outline.headings.iter().map(|h| h.id.clone()).collect();
        let (own, others): (Vec<_>, Vec<_>) = (headings(self), headings(other));
        own == others && self.ids == other.ids
    }
}

/// The CommonMark extensions that are on.
#[must_use]
pub fn extensions() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Reads a Markdown text that stands at byte `offset` of `file`.
pub fn parse(
    text: &str,
    file: &str,
    offset: usize,
    switches: Switches,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Body, Outline) {
    let fenced = block::fence(text, file, offset, diagnostics);
    let parser = Parser::new_ext(&fenced.text, extensions()).into_offset_iter();
    let mut writer = Writer {
        file,
        offset,
        fenced: &fenced,
        switches,
        diagnostics,
        frames: vec![Frame {
            purpose: Purpose::Root,
            events: Vec::with_capacity(256),
            depth: 0,
        }],
        finished: vec![None; fenced.blocks.len()],
        outline: Outline::default(),
        cleaner: Cleaner::default(),
        plain: String::new(),
        pieces: Vec::new(),
        depth: 0,
        heading: None,
        last_level: 1,
        links: Vec::new(),
        is_code: false,
        is_foreign: false,
        is_quote_open: false,
        tones: Tones::default(),
        image: None,
        hanging: None,
        captions: Vec::new(),
        paragraph: None,
        table: None,
        html_block: None,
        quotes: Vec::new(),
        paragraphs: 0,
        slugs: BTreeMap::new(),
        notes: BTreeMap::new(),
        has_marks: memchr::memmem::find(fenced.text.as_bytes(), MARK.as_bytes()).is_some(),
        stray_marks: Vec::new(),
        tables: 0,
    };
    for (event, range) in TextMergeWithOffset::new(parser) {
        writer.event(event, range);
    }
    let (html, finished, mut outline) = writer.finish();
    outline.specs = fenced.specs;
    let mut blocks = fenced.blocks;
    for (block, body) in blocks.iter_mut().zip(finished) {
        block.body = body.unwrap_or_default();
    }
    (Body { html, blocks }, outline)
}

/// What a list of events is being gathered for.
enum Purpose {
    Root,
    Block(usize),
    Footnote(String),
}

struct Frame<'a> {
    purpose: Purpose,
    events: Vec<Event<'a>>,
    /// How many elements were open when it began.
    depth: usize,
}

/// A piece of plain text: where it is in `plain`, which event holds it, where it stands in the text.
struct Piece {
    start: usize,
    event: Option<usize>,
    source: Range<usize>,
    part: Part,
}

/// What a piece of plain text is.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Text,
    Code,
    LineBreak,
}

/// A link whose text is being read.
struct OpenLink {
    /// Whether its end tag is ours to write.
    is_own: bool,
    target: String,
    range: Range<usize>,
    /// Where its text begins in `plain`.
    start: usize,
    /// Whether a picture stands in it, which has a text of its own.
    has_image: bool,
}

#[derive(Default)]
struct Footnote {
    /// Its name as the definition has it.
    name: String,
    /// 1 for the first that is referred to; 0 while nothing refers to it.
    number: usize,
    references: usize,
    html: Option<String>,
    span: Span,
}

/// What a footnote's mark begins with.
const MARK: &str = "[^";

struct OpenHeading {
    event: usize,
    id: Option<String>,
    text: String,
}

struct OpenImage {
    target: String,
    title: String,
    alt: String,
    depth: usize,
    range: Range<usize>,
}

/// What stands below a picture.
struct Caption {
    /// The number of the picture's hole.
    image: usize,
    /// Its tag without a title.
    tag: String,
    title: String,
    credit: Option<String>,
    span: Span,
}

struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
    /// The texts of its headings.
    heads: Vec<String>,
    range: Range<usize>,
}

/// The words whose tone mark could stand elsewhere, by where it stands.
#[derive(Default)]
struct Tones {
    first: Toned,
    second: Toned,
}

/// Words of one style: how many, and the earliest.
#[derive(Default)]
struct Toned {
    count: usize,
    earliest: Option<(Span, String)>,
}

impl Tones {
    fn of(&mut self, style: vi::tone::Style) -> &mut Toned {
        match style {
            vi::tone::Style::First => &mut self.first,
            vi::tone::Style::Second => &mut self.second,
        }
    }
}

struct Writer<'a, 'd> {
    file: &'d str,
    offset: usize,
    fenced: &'a Fenced<'a>,
    switches: Switches,
    diagnostics: &'d mut Vec<Diagnostic>,
    frames: Vec<Frame<'a>>,
    finished: Vec<Option<String>>,
    outline: Outline,
    cleaner: Cleaner,
    plain: String,
    pieces: Vec<Piece>,
    depth: usize,
    heading: Option<OpenHeading>,
    last_level: u8,
    links: Vec<OpenLink>,
    /// Whether a code block is open.
    is_code: bool,
    /// Whether a part of the paragraph is marked as being in another language.
    is_foreign: bool,
    /// Whether a quotation goes on in the next paragraph.
    is_quote_open: bool,
    tones: Tones,
    image: Option<OpenImage>,
    /// A picture that has just ended; its attributes may follow.
    hanging: Option<OpenImage>,
    /// The pictures of the open paragraph that have a caption.
    captions: Vec<Caption>,
    /// How many frames there were when the open paragraph began, and which event it begins with.
    paragraph: Option<(usize, usize)>,
    table: Option<Table>,
    html_block: Option<(String, usize)>,
    /// For every open quotation, whether it is an alert.
    quotes: Vec<bool>,
    paragraphs: usize,
    slugs: BTreeMap<String, usize>,
    notes: BTreeMap<String, Footnote>,
    /// Whether the text has what may be a footnote's mark; most have none.
    has_marks: bool,
    /// Names of footnotes that Markdown did not know, and where their marks stand.
    stray_marks: Vec<(&'a str, Span)>,
    tables: usize,
}

impl<'a> Writer<'a, '_> {
    fn span(&self, range: Range<usize>) -> Span {
        let (start, end) = (
            self.fenced.original(range.start),
            self.fenced.original(range.end),
        );
        Span::new(self.offset + start..self.offset + end.max(start))
    }

    /// Where the target of a link or picture stands in its Markdown.
    fn target_span(&self, range: Range<usize>, target: &str) -> Span {
        let source = &self.fenced.text[range.clone()];
        // Nearly always `…](target)`.
        let last = source
            .strip_suffix(')')
            .and_then(|source| source.strip_suffix(target));
        let found = last
            .map(str::len)
            .or_else(|| source.rfind(target))
            .filter(|_| !target.is_empty());
        self.span(found.map_or(range.clone(), |at| {
            range.start + at..range.start + at + target.len()
        }))
    }

    fn push(&mut self, event: Event<'a>) {
        self.frames
            .last_mut()
            .expect("the root frame stays")
            .events
            .push(event);
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.push(Event::Html(html.into()));
    }

    fn inline(&mut self, html: impl Into<CowStr<'a>>) {
        self.push(Event::InlineHtml(html.into()));
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        if self.image.is_some() {
            self.inside_image(event);
            return;
        }
        let (event, range) = match self.hanging.take() {
            None => (event, range),
            Some(image) => match self.end_image(image, event, range) {
                Some(next) => next,
                None => return,
            },
        };
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.html_block {
                // What is left of a tab that indents the block.
                Some((gathered, _)) => gathered.push_str(&text),
                None => {
                    if self.has_marks {
                        self.find_stray_marks(range.clone());
                    }
                    self.plain_piece(&text, range, Part::Text);
                    self.push(Event::Text(text));
                }
            },
            Event::Code(code) => {
                self.plain_piece(&code, range, Part::Code);
                self.push(Event::Code(code));
            }
            Event::Html(html) => match &mut self.html_block {
                Some((gathered, _)) => gathered.push_str(&html),
                None => self.raw_html(&html, range.start, false),
            },
            Event::InlineHtml(html) => self.raw_html(&html, range.start, true),
            Event::SoftBreak | Event::HardBreak => {
                self.plain_piece(" ", range, Part::LineBreak);
                self.push(if self.switches.hard_breaks {
                    Event::HardBreak
                } else {
                    event
                });
            }
            Event::FootnoteReference(name) => self.footnote_reference(&name),
            Event::TaskListMarker(done) => {
                let (mark, label) = if done {
                    ("☑", Msg::PageTaskDone)
                } else {
                    ("☐", Msg::PageTaskOpen)
                };
                let label = label.text(Lang::Vi);
                self.inline(format!(
                    "<span class=\"task\" role=\"img\" aria-label=\"{label}\">{mark}</span> "
                ));
            }
            Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.flush();
                self.push(event);
            }
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        let is_inline = matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. }
        );
        if !is_inline {
            self.flush();
        }
        match tag {
            Tag::FootnoteDefinition(name) => {
                let span = self.span(range);
                let note = self.note(&name);
                (note.name, note.span) = (name.to_string(), span);
                self.frames.push(Frame {
                    purpose: Purpose::Footnote(name.to_string()),
                    events: Vec::new(),
                    depth: self.depth,
                });
            }
            Tag::HtmlBlock => self.html_block = Some((String::new(), range.start)),
            Tag::Heading {
                level, id, classes, ..
            } => {
                let level = self.check_level(level, &range);
                let event = self
                    .frames
                    .last()
                    .expect("the root frame stays")
                    .events
                    .len();
                self.heading = Some(OpenHeading {
                    event,
                    id: id.map(|id| id.to_string()),
                    text: String::new(),
                });
                self.push(Event::Start(Tag::Heading {
                    level,
                    id: None,
                    classes,
                    attrs: Vec::new(),
                }));
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => {
                let own = !links::is_external(&dest_url) && link_type != LinkType::Email;
                self.links.push(OpenLink {
                    is_own: own,
                    target: dest_url.to_string(),
                    range: range.clone(),
                    start: self.plain.len(),
                    has_image: false,
                });
                if own {
                    let n = self.outline.links.len();
                    let span = self.target_span(range, &dest_url);
                    self.outline.links.push(Target {
                        target: (&*dest_url).into(),
                        span,
                    });
                    let mut tag = ["<a href=\"\0L", &n.to_string(), "\0\""].concat();
                    push_title(&mut tag, &title);
                    tag.push('>');
                    self.inline(tag);
                } else {
                    self.outside_link(&dest_url, range);
                    self.push(Event::Start(Tag::Link {
                        link_type,
                        dest_url,
                        title,
                        id,
                    }));
                }
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                self.image = Some(OpenImage {
                    target: dest_url.to_string(),
                    title: title.to_string(),
                    alt: String::new(),
                    depth: 0,
                    range,
                });
            }
            Tag::BlockQuote(kind) => {
                self.quotes.push(kind.is_some());
                match kind {
                    None => self.push(Event::Start(Tag::BlockQuote(None))),
                    Some(kind) => {
                        let (class, title) = match kind {
                            BlockQuoteKind::Note => ("note", Msg::PageAlertNote),
                            BlockQuoteKind::Tip => ("tip", Msg::PageAlertTip),
                            BlockQuoteKind::Important => ("important", Msg::PageAlertImportant),
                            BlockQuoteKind::Warning => ("warning", Msg::PageAlertWarning),
                            BlockQuoteKind::Caution => ("caution", Msg::PageAlertCaution),
                        };
                        let title = title.text(Lang::Vi);
                        self.html(format!(
                            "<div class=\"alert alert-{class}\" role=\"note\">\n<p class=\"alert-title\">{title}</p>\n"
                        ));
                    }
                }
                self.depth += 1;
            }
            Tag::Table(alignments) => {
                self.tables += 1;
                let label = Msg::PageTable.text(Lang::Vi);
                self.html(format!(
                    "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label} {}\">\n<table>",
                    self.tables
                ));
                self.table = Some(Table {
                    alignments,
                    column: 0,
                    head: false,
                    heads: Vec::new(),
                    range,
                });
            }
            Tag::TableHead => {
                self.begin_row(true);
                self.html("<thead><tr>");
            }
            Tag::TableRow => {
                self.begin_row(false);
                self.html("<tr>");
            }
            Tag::TableCell => {
                let Some(table) = &mut self.table else { return };
                let class = match table.alignments.get(table.column) {
                    Some(Alignment::Right) => " class=\"right\"",
                    Some(Alignment::Center) => " class=\"center\"",
                    Some(Alignment::Left) => " class=\"left\"",
                    _ => "",
                };
                table.column += 1;
                let open = if table.head {
                    table.heads.push(String::new());
                    "<th scope=\"col\""
                } else {
                    "<td"
                };
                self.html([open, class, ">"].concat());
            }
            tag => {
                if !is_inline {
                    self.depth += 1;
                }
                if matches!(tag, Tag::Paragraph) {
                    self.paragraphs += 1;
                    let frame = self.frames.last().expect("the root frame stays");
                    self.paragraph = Some((self.frames.len(), frame.events.len()));
                }
                self.is_code |= matches!(tag, Tag::CodeBlock(_));
                self.push(Event::Start(tag));
            }
        }
    }

    /// Checks a link that leaves the site.
    fn outside_link(&mut self, target: &str, range: Range<usize>) {
        let span = self.target_span(range, target);
        if links::unsafe_scheme(target) {
            self.diagnostics.push(
                Diagnostic::new(Msg::UnsafeLink, self.file, span, &[&target])
                    .help(Msg::HelpUnsafeLink, &[]),
            );
        } else if links::is_web(target) {
            if let Some(rest) = target.strip_prefix("http:") {
                self.diagnostics.push(
                    Diagnostic::new(Msg::InsecureLink, self.file, span, &[&target])
                        .help(Msg::HelpInsecureLink, &[&format!("https:{rest}")]),
                );
            }
            self.outline.outside.push(Target {
                target: target.into(),
                span,
            });
        }
    }

    /// Checks what a link that ends here says.
    fn check_link_text(&mut self, link: &OpenLink) {
        let text = self.plain.get(link.start..).unwrap_or_default();
        let is_other = link.has_image || links::unsafe_scheme(&link.target);
        let problem = wording::link_text(text, &link.target).filter(|_| !is_other);
        if let Some((text, help)) = problem {
            let mut diagnostic =
                Diagnostic::new(text.msg, self.file, self.span(link.range.clone()), &[]);
            diagnostic.text = text;
            diagnostic.helps.push(help);
            self.diagnostics.push(diagnostic);
        }
    }

    /// Checks the headings of a table, whose row of headings ends here.
    fn check_table_heads(&mut self) {
        let Some(table) = &mut self.table else { return };
        let heads = std::mem::take(&mut table.heads);
        let range = table.range.clone();
        let first_line = self.fenced.text[range.clone()].find('\n');
        let span = self.span(range.start..first_line.map_or(range.end, |end| range.start + end));
        if heads.iter().all(|head| head.trim().is_empty()) {
            self.diagnostics.push(
                Diagnostic::new(Msg::TableWithoutHeader, self.file, span, &[])
                    .help(Msg::HelpTableHeader, &[]),
            );
        }
        if let Some((names, private)) = wording::people_columns(&heads) {
            self.outline.people.push(PeopleList {
                span,
                names: names.trim().into(),
                private: private.trim().into(),
            });
        }
    }

    fn begin_row(&mut self, head: bool) {
        if let Some(table) = &mut self.table {
            (table.column, table.head) = (0, head);
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let is_inline = matches!(
            tag,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Superscript
                | TagEnd::Subscript
                | TagEnd::Link
        );
        if !is_inline {
            self.flush();
        }
        match tag {
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::HtmlBlock => {
                if let Some((html, start)) = self.html_block.take() {
                    self.raw_html(&html, start, false);
                }
            }
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Link => {
                let Some(link) = self.links.pop() else { return };
                self.check_link_text(&link);
                if link.is_own {
                    self.inline("</a>");
                } else {
                    self.push(Event::End(TagEnd::Link));
                }
            }
            TagEnd::BlockQuote(_) => {
                self.depth = self.depth.saturating_sub(1);
                if self.quotes.pop() == Some(true) {
                    self.html("</div>\n");
                } else {
                    self.push(Event::End(TagEnd::BlockQuote(None)));
                }
            }
            TagEnd::Table => {
                self.html("</tbody></table>\n</div>\n");
                self.table = None;
            }
            TagEnd::TableHead => {
                self.check_table_heads();
                self.html("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => {
                let close = if self.table.as_ref().is_some_and(|table| table.head) {
                    "</th>"
                } else {
                    "</td>"
                };
                self.html(close);
            }
            tag => {
                if !is_inline {
                    self.depth = self.depth.saturating_sub(1);
                }
                self.is_code &= tag != TagEnd::CodeBlock;
                let is_paragraph = tag == TagEnd::Paragraph;
                if !(is_paragraph && self.end_with_figures()) {
                    self.push(Event::End(tag));
                }
            }
        }
    }

    // Headings

    fn check_level(&mut self, level: HeadingLevel, range: &Range<usize>) -> HeadingLevel {
        let mut n = level as u8;
        let span = self.span(range.start..range.start + usize::from(n));
        if n == 1 {
            let is_underlined = !self.fenced.text[range.clone()].starts_with('#');
            let (help, end) = match self.fenced.text[range.clone()].find('\n') {
                Some(end) if is_underlined => (Msg::HelpHeadingUnderlined, end),
                _ => (Msg::HelpHeadingOne, 1),
            };
            let span = self.span(range.start..range.start + end);
            self.diagnostics
                .push(Diagnostic::new(Msg::HeadingOne, self.file, span, &[]).help(help, &[]));
            n = 2;
        } else if n > self.last_level + 1 {
            let marks = |n: u8| "#".repeat(usize::from(n));
            self.diagnostics.push(
                Diagnostic::new(Msg::HeadingSkip, self.file, span, &[&self.last_level, &n]).help(
                    Msg::HelpHeadingSkip,
                    &[&marks(self.last_level + 1), &marks(n)],
                ),
            );
        }
        self.last_level = n;
        HeadingLevel::try_from(usize::from(n)).unwrap_or(level)
    }

    fn end_heading(&mut self) {
        let Some(open) = self.heading.take() else {
            return;
        };
        let wanted = open.id.unwrap_or_else(|| match vi::slug::slug(&open.text) {
            empty if empty.is_empty() => Msg::PageHeadingId.text(Lang::Vi).to_owned(),
            slug => slug,
        });
        let count = self.slugs.entry(wanted.clone()).or_insert(0);
        *count += 1;
        let mut id = if *count == 1 {
            wanted
        } else {
            format!("{wanted}-{count}")
        };
        while self
            .outline
            .headings
            .iter()
            .any(|heading| *heading.id == *id)
        {
            id.push_str("-2");
        }
        let level =
            match &mut self.frames.last_mut().expect("the root frame stays").events[open.event] {
                Event::Start(Tag::Heading {
                    level, id: place, ..
                }) => {
                    *place = Some(id.clone().into());
                    *level
                }
                _ => return, // a block line inside the heading moved the frame; the line has been reported
            };
        self.outline.headings.push(Heading {
            level: level as u8,
            id: id.into(),
            text: open.text.into(),
        });
        self.push(Event::End(TagEnd::Heading(level)));
    }

    // Pictures

    fn inside_image(&mut self, event: Event<'a>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Start(_) => image.depth += 1,
            Event::End(TagEnd::Image) if image.depth == 0 => self.hanging = self.image.take(),
            Event::End(_) => image.depth -= 1,
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                image.alt.push_str(&text)
            }
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
    }

    /// Ends a picture when the event after it is known, which may begin with its attributes. Gives what is left of that.
    fn end_image(
        &mut self,
        image: OpenImage,
        next: Event<'a>,
        range: Range<usize>,
    ) -> Option<(Event<'a>, Range<usize>)> {
        let text = match &next {
            Event::Text(text) if text.starts_with('{') => &**text,
            _ => {
                self.write_image(image, Attributes::default());
                return Some((next, range));
            }
        };
        let at = self.offset + self.fenced.original(range.start);
        let (attributes, len) = picture::attributes(text, self.file, at, self.diagnostics);
        self.write_image(image, attributes);
        let rest = text[len..].to_owned();
        let start = (range.start + len).min(range.end);
        (!rest.is_empty()).then(|| (Event::Text(rest.into()), start..range.end))
    }

    fn write_image(&mut self, image: OpenImage, attributes: Attributes) {
        if let Some(link) = self.links.last_mut() {
            link.has_image = true;
        }
        let whole = self.span(image.range.clone());
        let span = self.target_span(image.range, &image.target);
        if links::is_external(&image.target) {
            self.diagnostics.push(
                Diagnostic::new(Msg::RemoteImage, self.file, span, &[&image.target])
                    .help(Msg::HelpRemoteImage, &[]),
            );
        }
        self.check_alt(&image.alt, &image.target, attributes.decorative, whole);
        let n = self.outline.images.len();
        let alt = if attributes.decorative {
            ""
        } else {
            &image.alt
        };
        let mut tag = format!("\0I{n}\0 alt=\"");
        escape_html(&mut tag, alt).expect("writing to a string cannot fail");
        tag.push('"');
        let end = format!(" />\0i{n}\0");
        if attributes.credit.is_some() || !image.title.is_empty() {
            self.captions.push(Caption {
                image: n,
                tag: format!("{tag}{end}"),
                title: image.title.clone(),
                credit: attributes.credit,
                span: whole,
            });
        }
        push_title(&mut tag, &image.title);
        self.outline.images.push(Target {
            target: image.target.into(),
            span,
        });
        self.inline(tag + &end);
    }

    fn check_alt(&mut self, alt: &str, target: &str, decorative: bool, span: Span) {
        let says_something = !alt.trim().is_empty();
        let diagnostic = if decorative && says_something {
            Diagnostic::new(Msg::DecorativeAlt, self.file, span, &[])
                .help(Msg::HelpDecorativeAlt, &[])
        } else if !decorative && !says_something {
            Diagnostic::new(Msg::MissingAlt, self.file, span, &[]).help(Msg::HelpAlt, &[&target])
        } else if picture::says_nothing(alt, target) {
            Diagnostic::new(Msg::WeakAlt, self.file, span, &[&alt]).help(Msg::HelpAlt, &[&target])
        } else {
            return;
        };
        self.diagnostics.push(diagnostic);
    }

    /// Makes figures of a paragraph that has captions and nothing but pictures. Whether it was one.
    fn end_with_figures(&mut self) -> bool {
        let captions = std::mem::take(&mut self.captions);
        let Some((frames, start)) = self.paragraph.take().filter(|_| !captions.is_empty()) else {
            return false;
        };
        let is_picture =
            |event: &Event<'_>| matches!(event, Event::InlineHtml(html) if html.starts_with("\0I"));
        let is_blank = |event: &Event<'_>| match event {
            Event::SoftBreak | Event::HardBreak => true,
            Event::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        let is_open = self.frames.len() == frames;
        let events = &mut self.frames.last_mut().expect("the root frame stays").events;
        let inside = events.get(start + 1..).unwrap_or_default();
        if !is_open
            || !inside
                .iter()
                .all(|event| is_picture(event) || is_blank(event))
        {
            for caption in captions {
                self.report_inline(&caption);
            }
            return false;
        }
        let pictures: Vec<Event<'a>> = events.drain(start..).filter(is_picture).collect();
        for picture in pictures {
            let Event::InlineHtml(tag) = picture else {
                continue;
            };
            let hole = |caption: &&Caption| tag.starts_with(&format!("\0I{}\0", caption.image));
            let figure = match captions.iter().find(hole) {
                Some(caption) => caption.figure(),
                None => format!("<figure>\n{tag}\n</figure>\n"),
            };
            self.html(figure);
        }
        true
    }

    fn report_inline(&mut self, caption: &Caption) {
        self.diagnostics.push(
            Diagnostic::new(Msg::InlineCaption, self.file, caption.span, &[])
                .help(Msg::HelpInlineCaption, &[]),
        );
    }

    // Raw HTML and blocks

    fn raw_html(&mut self, html: &str, start: usize, inline: bool) {
        if !inline {
            match block::mark(html) {
                Some(Mark::Open(n)) => {
                    self.frames.push(Frame {
                        purpose: Purpose::Block(n),
                        events: Vec::new(),
                        depth: self.depth,
                    });
                    return;
                }
                Some(Mark::Close) => {
                    self.end_block();
                    return;
                }
                None => {}
            }
        }
        let mut clean = String::with_capacity(html.len());
        if self.switches.raw_html {
            let at = self.offset + self.fenced.original(start);
            self.cleaner.look(html, self.file, at, self.diagnostics);
            clean.push_str(html);
        } else {
            let at = self.offset + self.fenced.original(start);
            self.cleaner
                .clean(html, self.file, at, &mut clean, self.diagnostics);
        }
        if inline {
            self.inline(clean);
        } else {
            self.html(clean);
        }
    }

    fn end_block(&mut self) {
        let frame = self.frames.last().expect("the root frame stays");
        let Purpose::Block(n) = frame.purpose else {
            return;
        };
        if frame.depth != self.depth {
            // The block opened inside a list item or quotation and closes outside: HTML would be torn.
            let block = &self.fenced.blocks[n];
            self.diagnostics.push(
                Diagnostic::new(Msg::UnclosedBlock, self.file, block.span, &[&block.name])
                    .help(Msg::HelpCloseBlock, &[]),
            );
            return;
        }
        let mut frame = self.frames.pop().expect("just looked at");
        let kind = block::kinds::find(&self.fenced.blocks[n].name);
        if kind.is_some_and(|kind| kind.inside == Inside::Items) {
            frame.events = with_labels(frame.events);
        }
        self.finished[n] = Some(to_html(frame.events, 256));
        self.html(format!("\0B{n}\0\n"));
    }

    // Footnotes

    /// The footnote of a name; as in Markdown, upper and lower case do not count.
    fn note(&mut self, name: &str) -> &mut Footnote {
        self.notes.entry(name.to_lowercase()).or_default()
    }

    fn footnote_reference(&mut self, name: &str) {
        let next = self.notes.values().filter(|note| note.number > 0).count() + 1;
        let note = self.note(name);
        if note.number == 0 {
            note.number = next;
        }
        note.references += 1;
        let (n, id) = (note.number, reference_id(note.number, note.references));
        let label = Msg::PageFootnote.text(Lang::Vi);
        self.inline(format!(
            "<sup class=\"footnote-ref\"><a href=\"#fn-{n}\" id=\"{id}\" aria-label=\"{label} {n}\">{n}</a></sup>"
        ));
    }

    /// Marks that are still there in what Markdown takes for plain text: no footnote has their names.
    fn find_stray_marks(&mut self, range: Range<usize>) {
        let events = &self.frames.last().expect("the root frame stays").events;
        if matches!(events.last(), Some(Event::Start(Tag::CodeBlock(_)))) {
            return;
        }
        let whole: &'a str = &self.fenced.text;
        for (at, _) in whole[range.clone()].match_indices(MARK) {
            let start = range.start + at;
            let inside = &whole[start + MARK.len()..range.end];
            let Some(end) = inside.find(['[', ']']) else {
                break;
            };
            let (name, is_closed) = (&inside[..end], inside[end..].starts_with(']'));
            let backslashes = whole[..start].bytes().rev().take_while(|b| *b == b'\\');
            let is_escaped = backslashes.count() % 2 == 1;
            if is_closed && !is_escaped && !name.trim().is_empty() {
                let span = self.span(start..start + MARK.len() + name.len() + 1);
                self.stray_marks.push((name, span));
            }
        }
    }

    /// Reports footnotes that are named and not there, and such as are there and not named: a name that is near is one
    /// mistake, not two.
    fn check_footnotes(&mut self) {
        let mut meant: BTreeSet<&str> = BTreeSet::new();
        for (name, span) in &self.stray_marks {
            let known = self.notes.values().map(|note| &*note.name);
            let near = near_footnote(name, known);
            meant.extend(near);
            let diagnostic = Diagnostic::new(Msg::MissingFootnote, self.file, *span, &[name]);
            self.diagnostics.push(match near {
                Some(near) => diagnostic.near(Some(&format!("{MARK}{near}]"))),
                None => diagnostic.help(Msg::HelpMissingFootnote, &[name]),
            });
        }
        for note in self.notes.values() {
            let name = &*note.name;
            if note.number == 0 && !meant.contains(name) {
                let end = note.span.start as usize + MARK.len() + name.len() + 2;
                let mark = Span::new(note.span.start as usize..end);
                self.diagnostics.push(
                    Diagnostic::new(Msg::UnusedFootnote, self.file, mark, &[&name])
                        .help(Msg::HelpFootnote, &[&name]),
                );
            }
        }
    }

    fn end_footnote(&mut self) {
        let is_ours = matches!(
            self.frames.last().map(|frame| &frame.purpose),
            Some(Purpose::Footnote(_))
        );
        if !is_ours {
            return; // a block was left open inside; it has been reported
        }
        let frame = self.frames.pop().expect("just looked at");
        if let Purpose::Footnote(name) = frame.purpose {
            self.note(&name).html = Some(to_html(frame.events, 256));
        }
    }

    // Plain text: summary, words, citations, dates, old encodings

    fn plain_piece(&mut self, text: &str, range: Range<usize>, part: Part) {
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        }
        if let Some(head) = self.table.as_mut().and_then(|table| table.heads.last_mut()) {
            head.push_str(text);
        }
        self.is_foreign |= self.cleaner.is_foreign();
        let events = &self.frames.last().expect("the root frame stays").events;
        let event = (part == Part::Text && self.links.is_empty()).then_some(events.len());
        self.pieces.push(Piece {
            start: self.plain.len(),
            event,
            source: range,
            part,
        });
        self.plain.push_str(text);
    }

    /// Where a part of `plain` stands in the file.
    fn plain_span(&self, range: Range<usize>) -> Span {
        let source = |at: usize| {
            let i = self
                .pieces
                .partition_point(|piece| piece.start <= at)
                .max(1)
                - 1;
            let piece = &self.pieces[i];
            (piece.source.start + (at - piece.start)).min(piece.source.end)
        };
        let start = source(range.start);
        self.span(start..source(range.end.max(1) - 1).max(start) + 1)
    }

    fn flush(&mut self) {
        if self.plain.is_empty() {
            return;
        }
        let plain = std::mem::take(&mut self.plain);
        let signs = Signs::of(&plain);
        let spaces = memchr::memchr_iter(b' ', plain.as_bytes()).count();
        self.outline.words += u32::try_from(spaces + 1).unwrap_or(0);
        if self.outline.summary.is_empty()
            && self.paragraphs > 0
            && self.heading.is_none()
            && self.frames.len() == 1
        {
            self.outline.summary = shorten(plain.trim(), 200);
        }
        // Once a file: the whole text was typed so, and is to be converted at one go.
        let is_news =
            |diagnostics: &[Diagnostic]| diagnostics.iter().all(|d| d.text.msg != Msg::LegacyText);
        if signs.has_telling()
            && let Some(legacy) = vi::legacy::detect(&plain)
            && is_news(self.diagnostics)
        {
            let name = match legacy {
                vi::legacy::Legacy::Tcvn3 => "TCVN3 (ABC)",
                vi::legacy::Legacy::Vni => "VNI",
            };
            let span = self.plain_span(0..plain.len());
            self.diagnostics.push(
                Diagnostic::new(Msg::LegacyText, self.file, span, &[&name]).help(
                    Msg::HelpLegacy,
                    &[&shorten(&vi::legacy::decode(&plain, legacy), 80)],
                ),
            );
        }
        if signs.has_stars()
            && let Some(at) = plain.find("**")
        {
            let in_text = self
                .pieces
                .iter()
                .rfind(|piece| piece.start <= at)
                .is_some_and(|piece| piece.event.is_some());
            if in_text {
                let span = self.plain_span(at..at + 2);
                self.diagnostics.push(
                    Diagnostic::new(Msg::LiteralStars, self.file, span, &[])
                        .help(Msg::HelpStars, &[]),
                );
            }
        }
        if signs.has_year() {
            self.check_dates(&plain);
        }
        if signs.has_slash() {
            self.cite(&plain);
        }
        if !self.is_code {
            self.proofread(&plain, signs);
        }
        self.is_foreign = false;
        self.pieces.clear();
        self.plain = plain;
        self.plain.clear();
    }

    /// Reports what is wrong with the words of a paragraph, and notes what is private.
    fn proofread(&mut self, plain: &str, signs: Signs) {
        for finding in wording::look(plain, signs, &mut self.is_quote_open) {
            if self.part_at(finding.range.start) == Part::Code {
                continue;
            }
            let len = finding.range.len();
            let span = self.plain_span(finding.range);
            // A picture or an empty link stands between the space and the mark.
            if finding.text.msg == Msg::SpaceBeforeMark && span.range().len() != len {
                continue;
            }
            let mut diagnostic = Diagnostic::new(finding.text.msg, self.file, span, &[]);
            diagnostic.text = finding.text;
            diagnostic.helps.push(finding.help);
            self.diagnostics.push(diagnostic);
        }
        for (range, style) in vi::tone::find(plain) {
            if self.part_at(range.start) != Part::Code {
                if self.tones.of(style).earliest.is_none() {
                    let word = plain[range.clone()].to_owned();
                    let earliest = (self.plain_span(range), word);
                    self.tones.of(style).earliest = Some(earliest);
                }
                self.tones.of(style).count += 1;
            }
        }
        for private in wording::private(plain, signs) {
            let written = plain[private.range.clone()].into();
            let span = self.plain_span(private.range);
            self.outline.private.push(Private {
                written,
                span,
                kind: private.kind,
            });
        }
        if !self.is_foreign && vi::language::is_english(plain) {
            let span = self.plain_span(0..plain.len());
            self.diagnostics.push(
                Diagnostic::new(Msg::EnglishText, self.file, span, &[])
                    .help(Msg::HelpEnglishText, &[]),
            );
        }
    }

    /// Reports the first word whose tone mark does not stand as the site wants it, else as in most words of the text.
    fn check_tones(&mut self) {
        use vi::tone::Style;
        let usual = match self.tones.first.count >= self.tones.second.count {
            true => Style::First,
            false => Style::Second,
        };
        let wanted = self.switches.tones.unwrap_or(usual);
        let odd = match wanted {
            Style::First => &self.tones.second,
            Style::Second => &self.tones.first,
        };
        let Some((span, word)) = &odd.earliest else {
            return;
        };
        let others = odd.count - 1;
        let msg = match self.switches.tones {
            Some(_) => Msg::ToneStyle,
            None => Msg::MixedTones,
        };
        self.diagnostics.push(
            Diagnostic::new(msg, self.file, *span, &[word, &others])
                .help(Msg::HelpToneStyle, &[&wanted.write(word)]),
        );
    }

    /// What stands at a byte of `plain`.
    fn part_at(&self, at: usize) -> Part {
        let next = self.pieces.partition_point(|piece| piece.start <= at);
        self.pieces[next.max(1) - 1].part
    }

    /// Reports a symbol or a date that is not written as documents are cited.
    fn check_style(&mut self, plain: &str, citation: &vi::cite::Citation) {
        let written = &plain[citation.range.clone()];
        let symbol = &citation.symbol;
        let mut say = |msg: Msg, range: &Range<usize>, args: Args<'_>, help: Msg, meant: &str| {
            let span = self.plain_span(range.clone());
            let diagnostic = Diagnostic::new(msg, self.file, span, args).help(help, &[&meant]);
            self.diagnostics.push(diagnostic);
        };
        if let Some(meant) = vi::cite::reordered(symbol) {
            say(
                Msg::SymbolOrder,
                &citation.range,
                &[&written],
                Msg::HelpWrite,
                &meant,
            );
        } else if written != symbol {
            say(
                Msg::SymbolStyle,
                &citation.range,
                &[&written],
                Msg::HelpWrite,
                symbol,
            );
        }
        if let Some((range, date)) = &citation.date {
            let figures = plain[range.clone()].trim_start_matches(|c: char| !c.is_ascii_digit());
            let meant = vi::date::in_citation(*date);
            if figures.contains('/') && figures != meant {
                let msg = Msg::DateStyle;
                say(msg, range, &[symbol, &figures], Msg::HelpDateStyle, &meant);
            }
        }
    }

    /// Reports weekdays that do not match their dates, and dates that do not exist.
    fn check_dates(&mut self, plain: &str) {
        for said in vi::date::find_weekdays(plain) {
            let span = self.plain_span(said.range.clone());
            match said.date {
                None => self.diagnostics.push(
                    Diagnostic::new(
                        Msg::ImpossibleDate,
                        self.file,
                        span,
                        &[&&plain[said.range.clone()]],
                    )
                    .help(Msg::HelpImpossibleDate, &[]),
                ),
                Some(date) if !said.is_right() => {
                    let (short, right) = (vi::date::short(date), vi::date::weekday_name(date));
                    self.diagnostics.push(
                        Diagnostic::new(Msg::WrongWeekday, self.file, span, &[&said.said, &short])
                            .help(Msg::HelpWeekday, &[&short, &right]),
                    );
                }
                Some(_) => {}
            }
        }
        for range in vi::date::find_impossible(plain) {
            let span = self.plain_span(range.clone());
            let already = self.diagnostics.iter().any(|d| {
                d.text.msg == Msg::ImpossibleDate
                    && d.span
                        .is_some_and(|s| s.start <= span.start && span.end <= s.end)
            });
            if !already {
                self.diagnostics.push(
                    Diagnostic::new(Msg::ImpossibleDate, self.file, span, &[&&plain[range]])
                        .help(Msg::HelpImpossibleDate, &[]),
                );
            }
        }
    }

    fn cite(&mut self, plain: &str) {
        let found = vi::cite::find(plain);
        let first = self.outline.citations.len();
        for citation in &found {
            self.check_style(plain, citation);
            let moment = |date: Date| Moment::midnight(date);
            let span = self.plain_span(citation.range.clone());
            let of = |range: &Range<usize>| self.plain_span(range.clone());
            let entry = Citation {
                symbol: citation.symbol.as_str().into(),
                span,
                kind: citation
                    .kind
                    .as_ref()
                    .map(|(range, kind)| (kind.as_str().into(), of(range))),
                date: citation
                    .date
                    .as_ref()
                    .map(|(range, date)| (moment(*date), of(range))),
                issuer: issuer_of(plain, citation)
                    .map(|(range, issuer)| (issuer.as_str().into(), of(range))),
            };
            self.outline.citations.push(entry);
        }
        // From the last to the first, so that the places of the earlier ones stay.
        for (n, citation) in found.iter().enumerate().rev() {
            let number = &*(first + n).to_string();
            let i = self
                .pieces
                .partition_point(|piece| piece.start <= citation.range.start)
                - 1;
            let next = self
                .pieces
                .get(i + 1)
                .map_or(plain.len(), |piece| piece.start);
            let Some(event) = self.pieces[i].event.filter(|_| citation.range.end <= next) else {
                continue;
            };
            let start = citation.range.start - self.pieces[i].start;
            let end = citation.range.end - self.pieces[i].start;
            let events = &mut self.frames.last_mut().expect("the root frame stays").events;
            let Some(Event::Text(text)) = events.get(event) else {
                continue;
            };
            let (before, symbol, after) = (
                text[..start].to_owned(),
                text[start..end].to_owned(),
                text[end..].to_owned(),
            );
            events.splice(
                event..=event,
                [
                    Event::Text(before.into()),
                    Event::InlineHtml(["\0C", number, "\0"].concat().into()),
                    Event::Text(symbol.into()),
                    Event::InlineHtml(["\0c", number, "\0"].concat().into()),
                    Event::Text(after.into()),
                ],
            );
            if let Some(heading) = &mut self.heading
                && heading.event > event
            {
                heading.event += 4;
            }
        }
    }

    fn finish(mut self) -> (String, Vec<Option<String>>, Outline) {
        self.flush();
        // Pictures in lists and tables, where there are no paragraphs.
        for caption in std::mem::take(&mut self.captions) {
            self.report_inline(&caption);
        }
        while self.frames.len() > 1 {
            // A block that was left open: it has been reported; its text is kept.
            let frame = self.frames.pop().expect("longer than one");
            let parent = self.frames.last_mut().expect("the root frame stays");
            parent.events.extend(frame.events);
        }
        self.check_footnotes();
        self.check_tones();
        let mut ids = self.cleaner.finish(self.file, self.diagnostics);
        let capacity = self.fenced.text.len() * 9 / 8 + 64;
        let mut html = to_html(
            self.frames.pop().expect("the root frame stays").events,
            capacity,
        );
        let notes = self.notes.values();
        let mut used: Vec<&Footnote> = notes.filter(|note| note.number > 0).collect();
        used.sort_by_key(|note| note.number);
        if !used.is_empty() {
            let title = Msg::PageFootnotes.text(Lang::Vi);
            html.push_str(&format!(
                "<div class=\"footnotes\">\n<p class=\"footnotes-title\">{title}</p>\n<ol>\n"
            ));
            for note in used {
                let n = note.number;
                self.outline.ids.push(format!("fn-{n}"));
                let text = note.html.as_deref().unwrap_or("").trim_end();
                let (text, end) = text
                    .strip_suffix("</p>")
                    .map_or((text, ""), |text| (text, "</p>"));
                html.push_str(&format!("<li id=\"fn-{n}\">{text}"));
                for reference in 1..=note.references {
                    let id = reference_id(n, reference);
                    let label = Msg::PageFootnoteBack.text(Lang::Vi);
                    html.push_str(&format!(
                        " <a class=\"footnote-back\" href=\"#{id}\" aria-label=\"{label} {n}\">↩</a>"
                    ));
                    self.outline.ids.push(id);
                }
                html.push_str(end);
                html.push_str("</li>\n");
            }
            html.push_str("</ol>\n</div>\n");
        }
        self.outline.ids.append(&mut ids);
        self.outline.headings.shrink_to_fit();
        self.outline.links.shrink_to_fit();
        self.outline.citations.shrink_to_fit();
        self.outline.outside.shrink_to_fit();
        // A copy of the exact size: allocators keep the room of a shrunk string.
        (html.as_str().to_owned(), self.finished, self.outline)
    }
}

impl Caption {
    fn figure(&self) -> String {
        let mut html = format!("<figure>\n{}\n<figcaption>", self.tag);
        escape_html(&mut html, &self.title).expect("writing to a string cannot fail");
        if let Some(credit) = &self.credit {
            if !self.title.is_empty() {
                html.push(' ');
            }
            html.push_str("<span class=\"credit\">");
            let label = Msg::PageCredit.text(Lang::Vi);
            if !vi::fold::fold(credit).starts_with(&format!("{}:", vi::fold::fold(label))) {
                html.push_str(label);
                html.push_str(": ");
            }
            escape_html(&mut html, credit).expect("writing to a string cannot fail");
            html.push_str("</span>");
        }
        html.push_str("</figcaption>\n</figure>\n");
        html
    }
}

/// The events of a list in which what stands before the first colon of an item is its label: `22/12/2024: Nghị quyết …`.
fn with_labels(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    const LONGEST: usize = 60;
    let mut out = Vec::with_capacity(events.len() + 8);
    let mut is_start = false;
    for event in events {
        let label = match &event {
            Event::Text(text) if is_start => text.split_once(':').filter(|(label, rest)| {
                label.len() <= LONGEST && (rest.is_empty() || rest.starts_with(' '))
            }),
            _ => None,
        };
        if let Some((label, rest)) = label {
            let mut tag = "<b class=\"label\">".to_owned();
            escape_html(&mut tag, label).expect("writing to a string cannot fail");
            tag.push_str("</b> ");
            let rest = rest.trim_start().to_owned();
            out.push(Event::InlineHtml(tag.into()));
            out.push(Event::Text(rest.into()));
            is_start = false;
            continue;
        }
        is_start = match &event {
            Event::Start(Tag::Item) => true,
            Event::Start(Tag::Paragraph) => is_start,
            _ => false,
        };
        out.push(event);
    }
    out
}

/// The issuer that a text gives for a document. In "Kế hoạch tuyên truyền Nghị quyết số 57-NQ/TW của UBND xã" the body
/// at the end has issued the plan, not the resolution: nothing is concluded then, save when a date stands between.
fn issuer_of<'c>(
    plain: &str,
    citation: &'c vi::cite::Citation,
) -> Option<&'c (Range<usize>, String)> {
    citation.issuer.as_ref().filter(|_| {
        let start = citation
            .kind
            .as_ref()
            .map_or(citation.range.start, |(range, _)| range.start);
        let sentence = plain[..start].rfind(['.', ';', ':', '(', '\u{201c}', '|']);
        let sentence = sentence.map_or(0, |at| plain.ceil_char_boundary(at + 1));
        citation.date.is_some() || !vi::cite::names_a_kind(&plain[sentence..start])
    })
}

/// The footnote that a mark means, when it is nearly one's name. Names that differ in their numbers alone, and names of
/// one or two letters, are near to nothing: beside `[^1]`, a `[^2]` is another footnote.
fn near_footnote<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let without_digits = |name: &str| name.replace(|c: char| c.is_ascii_digit(), "");
    let letters = without_digits(name);
    let others = known.filter(|other| without_digits(other) != letters);
    vi::near::nearest(name, others).filter(|_| letters.chars().count() > 2)
}

fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 {
        format!("fnref-{number}")
    } else {
        format!("fnref-{number}-{reference}")
    }
}

fn push_title(tag: &mut String, title: &str) {
    if !title.is_empty() {
        tag.push_str(" title=\"");
        escape_html(&mut *tag, title).expect("writing to a string cannot fail");
        tag.push('"');
    }
}

fn to_html(events: Vec<Event<'_>>, capacity: usize) -> String {
    let mut html = String::with_capacity(capacity);
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    html
}

/// The start of a text, cut at a word, with `…` when something is left out.
#[must_use]
pub fn shorten(text: &str, limit: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(limit) else {
        return text.to_owned();
    };
    let end = text[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!(
        "{}…",
        text[..end].trim_end_matches([',', ';', ':', ' ', '–', '-'])
    )
}
