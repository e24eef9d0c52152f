//! Search: an index in pieces, from which the script of a theme finds pages in the visitor's browser.
//!
//! In goes the site, out comes a `Shelf`: what can be found, in order, cut into a few `Segment`s. `gather` brings what
//! some neighbours say into a `Tray`, which is kept from build to build; `index` makes the pieces of a segment from its
//! trays, `catalogue` the one file that the script begins with. Nothing here reads a file or knows a theme. A piece is a script that calls one function with a text, so that it loads from `file://` too; the
//! form of all of them is told in `docs/architecture.md`.

mod bits;
pub mod catalogue;
pub mod gather;
pub mod index;
mod parts;
pub mod tray;

use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::diag::{Lang, Msg};
use crate::fingerprint::Fingerprint;
use crate::kinds::Document;
use crate::moment::Moment;
use crate::parse::Doc;
use crate::parse::markdown::shorten;
use crate::site::{Page, Site};

/// Changes with the form of the pieces, so that none of another form is taken for one of this.
const FORM: u32 = 1;

/// The folder of all pieces.
pub const FOLDER: &str = "du-lieu/tim";

/// How many titles are in a piece.
const TITLES: usize = 8;

/// How much of a summary is shown with a title, in characters.
const SHOWN: usize = 140;

/// What the segments but the last hold a multiple of. The oldest segment has all that can be had in the first number,
/// the next what is left in the second, the last the rest: a new page changes the pieces of the last alone, and only
/// every 16th page those of the one before it.
const STEPS: [usize; SEGMENTS] = [1024, 16, 1];

/// How many segments there are at most.
pub const SEGMENTS: usize = 3;

/// How much it says about a page that a word stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Somewhere in the text.
    Text,
    /// In the summary, or often in the text.
    Summary,
    /// In a heading.
    Heading,
    /// In the title.
    Title,
    /// In what the page is called by: a document's symbol, the title of anything else.
    Name,
}

/// What can be found: the page of a section, or another page.
#[derive(Clone, Copy, Debug)]
enum Item {
    Section(usize),
    Page(usize),
}

/// The text of a listing, which is told by its content alone.
#[derive(Debug)]
pub struct Text {
    /// `Doc::text`.
    pub content: Fingerprint,
    /// `Doc::key` of the file, by which a reader sees that it is still the same.
    pub key: Fingerprint,
    /// The file.
    pub path: Arc<str>,
}

impl Text {
    fn of(doc: &Doc) -> Self {
        Self {
            content: doc.text,
            key: doc.key,
            path: Arc::clone(&doc.path),
        }
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.content.hash(state);
    }
}

/// One of the things that can be found, with all that the index says about it.
#[derive(Debug)]
pub struct Listing {
    /// Its text; a section may have none.
    pub text: Option<Text>,
    /// The title.
    pub title: Arc<str>,
    /// What else it is called: a document's symbol, and its type and number (`Nghị quyết 57`).
    pub names: Vec<Arc<str>>,
    /// The summary.
    pub description: Arc<str>,
    /// Its path from the site's root.
    pub path: Arc<str>,
    /// Its day.
    pub date: Option<Date>,
    /// The section of the first level that it is in.
    pub section: Arc<str>,
    /// What people call its kind.
    pub kind: &'static str,
    /// What else is said about it beside the text.
    pub said: Vec<(Weight, Arc<str>)>,
}

/// Neighbours on the shelf whose words have one index.
#[derive(Debug)]
pub struct Segment {
    /// Which of the segments it is.
    pub number: usize,
    /// The place of its first listing on the shelf.
    pub start: usize,
    /// What is in it, in the order of the shelf.
    pub listings: Vec<Listing>,
    /// The keys of its trays: the fingerprints of what is said in each.
    pub trays: Vec<Fingerprint>,
    /// The fingerprint of all this, and of the form of the pieces.
    pub key: Fingerprint,
}

/// A piece of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// What the script begins with.
    Catalogue,
    /// Titles and summaries of the n-th eight.
    Titles(usize),
    /// Words of a segment.
    Words(usize, usize),
    /// Pairs of neighbouring words of a segment.
    Pairs(usize, usize),
    /// All plain words of a segment, for finding what a mistyped one was meant to be.
    Spellings(usize),
}

/// Everything that can be found: sections and pages without a date, then dated ones from the oldest to the newest, so
/// that what is new comes last and moves nothing.
#[derive(Clone, Debug)]
pub struct Shelf {
    items: Arc<[Item]>,
    segments: Arc<OnceLock<Vec<Arc<Segment>>>>,
}

impl Hash for Segment {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl Shelf {
    /// Puts everything on the shelf.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        let sections = (1..site.sections.len()).map(Item::Section);
        let mut items: Vec<Item> = sections
            .chain((0..site.pages.len()).map(Item::Page))
            .collect();
        items.sort_by_cached_key(|item| (date(site, *item), path(site, *item).to_owned()));
        Self::of(items.into())
    }

    fn of(items: Arc<[Item]>) -> Self {
        Self {
            items,
            segments: Arc::default(),
        }
    }

    /// The shelf of a site whose pages have other texts and titles, but the same dates and addresses.
    #[must_use]
    pub fn revised(&self) -> Self {
        Self::of(Arc::clone(&self.items))
    }

    /// What stands on it, in segments; those without anything in them are left out. They are made when the first is
    /// asked for: most saves in the preview ask for none. `site` is the site that the shelf is of.
    #[must_use]
    pub fn segments(&self, site: &Site) -> &[Arc<Segment>] {
        self.segments.get_or_init(|| {
            // On this thread alone: one of the pool that waits for others may come back here meanwhile.
            let segment = |(number, places): (usize, Range<usize>)| {
                let own = self.items[places.clone()].iter();
                Arc::new(Segment::new(
                    number,
                    places.start,
                    own.map(|item| listing(site, *item)).collect(),
                ))
            };
            places(self.items.len()).map(segment).collect()
        })
    }

    /// Every piece that the shelf has, with its path.
    pub fn pieces(&self) -> impl Iterator<Item = (String, Piece)> {
        let titles = (0..self.items.len().div_ceil(TITLES)).map(Piece::Titles);
        let indexes = places(self.items.len()).flat_map(|(s, places)| {
            let counts = Counts::of(places.len());
            let words = (0..counts.words).map(move |i| Piece::Words(s, i));
            let pairs = (0..counts.pairs).map(move |i| Piece::Pairs(s, i));
            words.chain(pairs).chain([Piece::Spellings(s)])
        });
        [Piece::Catalogue]
            .into_iter()
            .chain(titles)
            .chain(indexes)
            .map(|piece| (format!("{FOLDER}/{}.js", piece.name()), piece))
    }

    /// The segment that a piece belongs to; none for the catalogue, which belongs to all.
    #[must_use]
    pub fn segment_of(&self, piece: Piece, site: &Site) -> Option<&Arc<Segment>> {
        let mut segments = self.segments(site).iter();
        match piece {
            Piece::Catalogue => None,
            Piece::Titles(n) => segments.rfind(|segment| segment.start <= n * TITLES),
            Piece::Words(s, _) | Piece::Pairs(s, _) | Piece::Spellings(s) => {
                segments.find(|segment| segment.number == s)
            }
        }
    }
}

impl Segment {
    fn new(number: usize, start: usize, listings: Vec<Listing>) -> Self {
        let trays = listings.chunks(tray::PAGES);
        let trays: Vec<Fingerprint> = trays
            .map(|own| {
                let said: Vec<_> = own.iter().map(Listing::says).collect();
                Fingerprint::of(&(FORM, said))
            })
            .collect();
        let shown: Vec<_> = listings
            .iter()
            .map(|listing| (listing.shows(), &listing.section, listing.kind))
            .collect();
        Self {
            number,
            start,
            key: Fingerprint::of(&(FORM, number, start, &trays, shown)),
            trays,
            listings,
        }
    }

    /// The places of its trays on the shelf, and their keys.
    pub fn places(&self) -> impl Iterator<Item = (usize, Fingerprint)> {
        let starts = (self.start..).step_by(tray::PAGES);
        starts.zip(self.trays.iter().copied())
    }

    /// What is said in one of its trays.
    #[must_use]
    pub fn tray(&self, n: usize) -> &[Listing] {
        let first = n * tray::PAGES;
        &self.listings[first..self.listings.len().min(first + tray::PAGES)]
    }

    /// What stands in a piece of titles.
    fn titles(&self, n: usize) -> impl Iterator<Item = &Listing> {
        let first = (n * TITLES).saturating_sub(self.start);
        self.listings.iter().skip(first).take(TITLES)
    }

    /// The fingerprint of all that a piece of titles is made from.
    #[must_use]
    pub fn titles_key(&self, n: usize) -> Fingerprint {
        Fingerprint::of(&(
            FORM,
            n,
            self.titles(n).map(Listing::shows).collect::<Vec<_>>(),
        ))
    }

    /// The text of a piece of titles: for everything in it title, path, day and summary.
    #[must_use]
    pub fn titles_text(&self, n: usize) -> String {
        let rows = self.titles(n).map(|listing| {
            let (title, path, date, description) = listing.shows();
            json!([
                title,
                path,
                date.map(|date| date.to_string()),
                shorten(description, SHOWN)
            ])
        });
        Value::Array(rows.collect()).to_string()
    }
}

impl Listing {
    /// All that its words are taken from.
    fn says(&self) -> impl Hash {
        let Self {
            text,
            title,
            names,
            description,
            said,
            ..
        } = self;
        (text, title, names, description, said)
    }

    /// What is shown of it when it is found.
    fn shows(&self) -> (&str, &str, Option<Date>, &str) {
        (&self.title, &self.path, self.date, &self.description)
    }
}

impl Piece {
    /// Its name, by which the script asks for it.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Catalogue => "muc-luc".to_owned(),
            Self::Titles(n) => format!("bai-{n}"),
            Self::Words(s, n) => format!("{s}-tu-{n}"),
            Self::Pairs(s, n) => format!("{s}-cap-{n}"),
            Self::Spellings(s) => format!("{s}-van"),
        }
    }

    /// The file: a script that hands its data over.
    #[must_use]
    pub fn file(self, data: &str) -> String {
        format!("trangxaTim(\"{}\",{data});\n", self.name())
    }
}

/// How many pieces the index of a segment has.
///
/// They depend on the number of pages alone, because what files there are must not change with a text. A visitor loads
/// a few of them, so they are small; those of a large segment are larger, but by far not in proportion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Counts {
    /// Pieces of words; a power of two up to 256.
    pub words: usize,
    /// Pieces of pairs.
    pub pairs: usize,
}

impl Counts {
    /// Those of a segment with so many pages.
    #[must_use]
    pub fn of(pages: usize) -> Self {
        // A new page changes the pieces of the last segment: it has few of them.
        let (of_words, of_pairs) = if pages < 64 { (8, 4) } else { (4, 2) };
        let pairs = (pages / of_pairs).min(512).max(pages / 10);
        Self {
            words: (pages / of_words).next_power_of_two().min(256),
            pairs: pairs.next_power_of_two(),
        }
    }
}

/// The segments of a shelf with so many items: their numbers, and which items are in each.
fn places(items: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut start = 0;
    let segments = STEPS.into_iter().enumerate().map(move |(number, step)| {
        let end = start + (items - start) / step * step;
        (number, std::mem::replace(&mut start, end)..end)
    });
    segments.filter(|(_, places)| !places.is_empty())
}

fn listing(site: &Site, item: Item) -> Listing {
    let top = |s: usize| match site.ancestry(s).get(1) {
        Some(first) => Arc::clone(&site.sections[*first].title),
        None => "".into(),
    };
    match item {
        Item::Section(s) => {
            let section = &site.sections[s];
            Listing {
                text: section.doc.as_deref().map(Text::of),
                title: Arc::clone(&section.title),
                description: Arc::clone(&section.description),
                names: Vec::new(),
                path: Arc::clone(&section.path),
                date: None,
                section: top(s),
                kind: Msg::PageSection.text(Lang::Vi),
                said: Vec::new(),
            }
        }
        Item::Page(p) => {
            let page = &site.pages[p];
            Listing {
                text: Some(Text::of(&page.doc)),
                title: Arc::clone(&page.title),
                description: Arc::clone(&page.description),
                names: page.document.as_deref().map(names).unwrap_or_default(),
                path: Arc::clone(&page.path),
                date: date(site, item).map(Moment::date),
                section: top(page.section),
                kind: page.kind.label(),
                said: said(page),
            }
        }
    }
}

/// What a document is called besides its title.
fn names(document: &Document) -> Vec<Arc<str>> {
    let symbol = &document.symbol;
    let number: String = symbol.chars().take_while(char::is_ascii_digit).collect();
    let kind = document.kind.as_ref().filter(|_| !number.is_empty());
    let called = kind.map(|kind| format!("{kind} {}", number.trim_start_matches('0')));
    let names = [Some(symbol.clone()), called].into_iter().flatten();
    names
        .filter(|name| !name.is_empty())
        .map(Into::into)
        .collect()
}

/// What else is said about a page.
fn said(page: &Page) -> Vec<(Weight, Arc<str>)> {
    let mut said = Vec::new();
    for key in ["tags", "author"] {
        for item in page.doc.fields.list(key) {
            said.extend(item.as_text().map(|text| (Weight::Summary, text.into())));
        }
        let text = page.doc.fields.text(key);
        said.extend(text.map(|text| (Weight::Summary, text.into())));
    }
    if let Some(document) = &page.document {
        for text in [&document.issuer, &document.signer, &document.field] {
            said.extend(
                text.iter()
                    .map(|text| (Weight::Summary, text.as_str().into())),
            );
        }
        let summary = document.summary.iter();
        said.extend(summary.map(|text| (Weight::Heading, text.as_str().into())));
    }
    said
}

/// The day by which a thing stands on the shelf.
fn date(site: &Site, item: Item) -> Option<Moment> {
    match item {
        Item::Section(_) => None,
        Item::Page(p) => {
            let page = &site.pages[p];
            let issued = page.document.as_ref().and_then(|document| document.issued);
            page.date.or(issued)
        }
    }
}

fn path(site: &Site, item: Item) -> &Arc<str> {
    match item {
        Item::Section(s) => &site.sections[s].path,
        Item::Page(p) => &site.pages[p].path,
    }
}
