//! Jobs: every file of the finished site as a value that says what it is made from.
//!
//! A job holds all that its file depends on, and nothing else is at hand when the file is made; its fingerprint is
//! therefore the name of the result.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::emblem::Emblem;
use crate::fingerprint::Fingerprint;
use crate::image::Rendition;
use crate::poster::Output;
use crate::search::{Piece, Segment};
use crate::site::Fills;
use crate::source::File;
use crate::views::{Card, PageView, Part, PosterView, SiteView, SocialCard, View};

/// A page to render with a template.
#[derive(Debug, Hash)]
pub struct PageJob {
    /// The template, such as `article.html`.
    pub template: String,
    /// The fingerprint of all templates and of the theme's files.
    pub theme: Fingerprint,
    /// The way from the page to the site's root.
    pub root: String,
    /// The site.
    pub site: Arc<View<SiteView>>,
    /// The page.
    pub page: PageView,
    /// The text.
    pub body: Option<BodyJob>,
    /// Further names for the template.
    pub parts: Vec<(&'static str, Part)>,
    /// The file that an error is reported at.
    pub file: Arc<str>,
}

/// The text of a page: a parsed file and what fills its holes.
#[derive(Clone, Debug, Hash)]
pub struct BodyJob {
    /// `Doc::key` of the file.
    pub doc: Fingerprint,
    /// The file's path.
    pub file: Arc<str>,
    /// What fills the holes.
    pub fills: Fills,
}

/// The social card of a page, to draw with the theme's `card.svg`.
#[derive(Clone, Debug, Hash)]
pub struct CardJob {
    /// The fingerprint of the theme's drawings.
    pub drawings: Fingerprint,
    /// What it shows.
    pub card: SocialCard,
    /// The emblem of the body that owns the site, if it has one of its own.
    pub emblem: Option<Arc<Emblem>>,
    /// The file that an error is reported at.
    pub file: Arc<str>,
}

/// A poster of an infographic, to draw with the theme's `poster.svg`.
#[derive(Clone, Debug, Hash)]
pub struct PosterJob {
    /// The fingerprint of the theme's drawings.
    pub drawings: Fingerprint,
    /// What becomes of it.
    pub output: Output,
    /// What its frame shows.
    pub poster: PosterView,
    /// BCP 47.
    pub language: String,
    /// The emblem of the body that owns the site, if it has one of its own.
    pub emblem: Option<Arc<Emblem>>,
    /// What stands above the text, such as when and where an event is.
    pub opening: Vec<String>,
    /// The text.
    pub body: BodyJob,
    /// The file that an error is reported at.
    pub file: Arc<str>,
}

/// The format of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeedFormat {
    /// RSS 2.0.
    Rss,
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    Json,
}

/// A feed.
#[derive(Debug, Hash)]
pub struct FeedJob {
    /// Its format.
    pub format: FeedFormat,
    /// Its own path.
    pub path: String,
    /// Its title.
    pub title: String,
    /// The path of the page it belongs to.
    pub home: Arc<str>,
    /// The site.
    pub site: Arc<View<SiteView>>,
    /// Its items, newest first.
    pub items: Vec<Arc<View<Card>>>,
}

/// One URL of the sitemap.
#[derive(Debug, Hash)]
pub struct SitemapEntry {
    /// The path.
    pub path: Arc<str>,
    /// ISO date of the last change.
    pub modified: Option<String>,
}

/// What a file is made from.
#[derive(Debug)]
pub enum Job {
    /// A page.
    Page(Box<PageJob>),
    /// A social card.
    Card(Box<CardJob>),
    /// A poster.
    Poster(Box<PosterJob>),
    /// A source file as it is.
    Copy(File),
    /// Something made from a picture.
    Picture(File, Rendition),
    /// A file of the theme as it is.
    Asset(Arc<[u8]>),
    /// A feed.
    Feed(FeedJob),
    /// The sitemap: the base URL and the entries.
    Sitemap(String, Vec<SitemapEntry>),
    /// The list of all public items as JSON.
    Items(Arc<View<SiteView>>, Vec<Arc<View<Card>>>),
    /// What the script of the search begins with.
    Catalogue(Vec<Arc<Segment>>),
    /// Titles of what the search finds: the n-th piece of them.
    Titles(Arc<Segment>, usize),
    /// A piece of the search's index. What it is made from, only the index says.
    Search(Arc<Segment>, Piece),
    /// A short text that is at hand.
    Text(String),
}

impl Job {
    /// The fingerprint of everything that the file is made from. For a copied file it is that of its content.
    ///
    /// # Errors
    /// When a file that must be read for it cannot be read.
    pub fn key(&self) -> std::io::Result<Fingerprint> {
        Ok(match self {
            Self::Copy(file) => file.fingerprint()?,
            other => Fingerprint::of(other),
        })
    }
}

impl Hash for Job {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Self::Page(job) => job.hash(state),
            Self::Card(job) => job.hash(state),
            Self::Poster(job) => job.hash(state),
            Self::Copy(file) => file.path.hash(state),
            Self::Picture(_, rendition) => rendition.hash(state),
            Self::Asset(bytes) => Fingerprint::of_bytes(bytes).hash(state),
            Self::Feed(job) => job.hash(state),
            Self::Sitemap(base, entries) => (base, entries).hash(state),
            Self::Items(site, items) => (site, items).hash(state),
            Self::Catalogue(segments) => segments.hash(state),
            Self::Titles(segment, n) => segment.titles_key(*n).hash(state),
            Self::Search(segment, piece) => (segment, piece).hash(state),
            Self::Text(text) => text.hash(state),
        }
    }
}

/// The file of a page: `tin-tuc/` is `tin-tuc/index.html`.
#[must_use]
pub fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') {
        [path, "index.html"].concat()
    } else {
        path.to_owned()
    }
}
