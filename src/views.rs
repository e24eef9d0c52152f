//! What templates may see: small values made from the site, each hashed once a build and turned into a template value
//! at most once. `docs/templates.md` is their reference for people who write themes.

pub mod own;

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};
use tera::Value;

use crate::fingerprint::Fingerprint;
use crate::image::PictureView;
use crate::kinds::{FileView, Reference};
use crate::parse::fields::Fields;
use own::OwnView;

/// A value with its fingerprint and, once a template has asked for it, its template value.
#[derive(Debug)]
pub struct View<T> {
    data: T,
    fingerprint: Fingerprint,
    value: OnceLock<Value>,
}

impl<T: Hash> View<T> {
    /// Hashes a value once and for all.
    pub fn new(data: T) -> Arc<Self> {
        Arc::new(Self::from(data))
    }
}

impl<T> View<T> {
    /// The fingerprint of the value.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

impl<T: Hash> From<T> for View<T> {
    fn from(data: T) -> Self {
        Self {
            fingerprint: Fingerprint::of(&data),
            data,
            value: OnceLock::new(),
        }
    }
}

impl<T: Hash + Default> Default for View<T> {
    fn default() -> Self {
        Self::from(T::default())
    }
}

impl<T> std::ops::Deref for View<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.data
    }
}

impl<T> Hash for View<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.fingerprint.hash(state);
    }
}

/// What a block draws, as its template sees it.
#[derive(Debug, Serialize)]
pub struct FigureView {
    /// The drawing for wide columns, as SVG; none when there is only a table.
    pub wide: Option<String>,
    /// The drawing for telephones.
    pub narrow: Option<String>,
    /// What it shows, in words.
    pub summary: String,
    /// The unit of measure; may be empty.
    pub unit: String,
    /// The table; none when the figures are in the arguments.
    pub table: Option<TableView>,
}

/// A table of figures.
#[derive(Debug, Serialize)]
pub struct TableView {
    /// The headings.
    pub head: Vec<String>,
    /// Which columns hold figures.
    pub numeric: Vec<bool>,
    /// The cells.
    pub rows: Vec<Vec<String>>,
    /// What stands below it.
    pub notes: Vec<String>,
    /// Its file, beside the page.
    pub file: String,
    /// The file's size.
    pub size: String,
}

/// The shared template value, put as it is into that of what holds the view.
impl<T: Show> Serialize for View<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

/// What can be shown to a template.
pub trait Show {
    /// The template value; made anew at every call.
    fn show(&self) -> Value;
}

macro_rules! show_all_fields {
    ($($type:ty),*) => {$(
        impl Show for $type {
            fn show(&self) -> Value {
                Value::from_serializable(self)
            }
        }
    )*};
}
show_all_fields!(Link, Vec<Link>, TermLink, FeedsView, MiniView);

impl<T: Show> View<T> {
    /// The template value, shared.
    pub fn value(&self) -> Value {
        self.value.get_or_init(|| self.data.show()).clone()
    }
}

/// The template values of a list of views.
pub fn list<T: Show>(views: &[Arc<View<T>>]) -> Value {
    Value::from(views.iter().map(|view| view.value()).collect::<Vec<_>>())
}

/// A link: what people read and where it leads (a path from the site's root).
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Link {
    /// What people read.
    pub title: Arc<str>,
    /// Where it leads.
    pub path: Arc<str>,
}

/// A term of a taxonomy on a page.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct TermLink {
    /// The id.
    pub id: Arc<str>,
    /// What people read.
    pub title: Arc<str>,
    /// Its page.
    pub path: Arc<str>,
}

/// A link with a description.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Teaser {
    /// What people read.
    pub title: Arc<str>,
    /// Where it leads.
    pub path: Arc<str>,
    /// A sentence about it.
    pub description: Arc<str>,
}

/// An official document.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct DocumentView {
    /// `57-NQ/TW`.
    pub symbol: String,
    /// `Nghị quyết`.
    pub r#type: Option<String>,
    /// `Bộ Chính trị`.
    pub issuer: Option<String>,
    /// Who signed.
    pub signer: Option<String>,
    /// What it is about.
    pub field: Option<String>,
    /// ISO date of issue.
    pub issued: Option<String>,
    /// ISO date of effect.
    pub effective: Option<String>,
    /// ISO date of expiry.
    pub expired: Option<String>,
    /// The abstract.
    pub r#abstract: Option<String>,
    /// The status for people.
    pub status: Option<&'static str>,
    /// The status for style sheets.
    pub status_id: Option<&'static str>,
    /// What replaces it.
    pub replaced_by: Option<Reference>,
    /// What it replaces.
    pub replaces: Vec<Reference>,
    /// Files to download; empty in a card.
    pub files: Vec<FileView>,
}

/// A page in a list.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Card {
    /// The title.
    pub title: Arc<str>,
    /// The path.
    pub path: Arc<str>,
    /// The description.
    pub description: Arc<str>,
    /// RFC 3339, or nothing.
    pub date: Option<String>,
    /// The year of the date.
    pub year: Option<i16>,
    /// `article`.
    pub kind: &'static str,
    /// `Bài viết`.
    pub kind_label: &'static str,
    /// The section it is in.
    pub section: Option<Arc<View<Link>>>,
    /// Whether the home page shows it first.
    pub featured: bool,
    /// Path of its picture, for every browser.
    pub image: Option<String>,
    /// Its picture in all sizes.
    pub picture: Option<Arc<PictureView>>,
    /// What the picture shows.
    pub image_alt: Option<String>,
    /// What it says about an official document.
    pub document: Option<Box<DocumentView>>,
    /// What it says of itself by its kind.
    pub own: Option<Arc<OwnView>>,
}

impl Show for Card {
    fn show(&self) -> Value {
        Value::from_serializable(self)
    }
}

/// What a social card shows of a page: all text is such that the fonts of drawings can show it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct SocialCard {
    /// `article`, `section`, `home`, …
    pub kind: &'static str,
    /// The title.
    pub title: String,
    /// The title of the section it is in.
    pub section: Option<String>,
    /// RFC 3339, or nothing.
    pub date: Option<String>,
    /// The symbol of an official document.
    pub symbol: Option<String>,
    /// The site's title.
    pub site: String,
    /// The body that owns the site.
    pub organization: Option<String>,
    /// The body above it.
    pub parent: Option<String>,
}

impl SocialCard {
    /// The width of a card in pixels.
    pub const WIDTH: u32 = 1200;
    /// The height of a card in pixels.
    pub const HEIGHT: u32 = 630;
}

/// What the frame of a poster shows: all text is such that the fonts of drawings can show it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PosterView {
    /// The title.
    pub title: String,
    /// The site's title.
    pub site: String,
    /// The body that owns the site.
    pub organization: Option<String>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// RFC 3339, or nothing.
    pub date: Option<String>,
    /// The address of the page without `https://`, if the site has one.
    pub address: Option<String>,
    /// The address as a QR code.
    pub qr: Option<QrView>,
}

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct QrView {
    /// How many units a side has.
    pub side: usize,
    /// The dark squares as the data of an SVG path.
    pub path: String,
}

/// The picture that social networks show of a page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Social {
    /// Its whole URL.
    pub url: String,
    /// Its width in pixels, if known.
    pub width: Option<u32>,
    /// Its height in pixels, if known.
    pub height: Option<u32>,
    /// What it shows.
    pub alt: Option<String>,
}

/// A menu entry.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct MenuView {
    /// What people read.
    pub title: String,
    /// A path from the site's root, or a whole URL.
    pub path: String,
    /// Whether `path` is a whole URL.
    pub external: bool,
    /// The entries below.
    pub children: Vec<MenuView>,
}

impl MenuView {
    /// The paths of entries and those below them, the deepest first.
    pub fn paths(menu: &[Self]) -> Vec<Arc<str>> {
        let mut paths = Vec::new();
        for entry in menu {
            if !entry.external {
                paths.push(entry.path.as_str().into());
            }
            paths.extend(Self::paths(&entry.children));
        }
        paths.sort_by_key(|path: &Arc<str>| std::cmp::Reverse(path.len()));
        paths
    }
}

/// The site as a whole: what every page may show.
#[derive(Clone, Debug, Hash)]
pub struct SiteView {
    /// The title.
    pub title: String,
    /// The description.
    pub description: String,
    /// BCP 47.
    pub language: String,
    /// The base URL without a slash at the end.
    pub base_url: String,
    /// The body that owns the site.
    pub organization: Fields,
    /// The main menu.
    pub menu: Vec<MenuView>,
    /// Path of the script for reading without a network, if that is wanted.
    pub offline: Option<&'static str>,
    /// Keys for the theme.
    pub extra: Fields,
    /// HTML for the end of the head.
    pub head_html: Option<String>,
}

/// The keys of `organization` that are always there for templates.
const ORGANIZATION: &[&str] = &[
    "name",
    "short_name",
    "parent",
    "responsible",
    "spokesperson",
    "address",
    "phone",
    "fax",
    "hotline",
    "email",
    "facebook",
    "zalo",
    "youtube",
    "licence",
    "notice",
    "logo",
    "trust_label",
];

/// The keys of `organization.trust_label`.
const TRUST_LABEL: &[&str] = &["image", "url", "alt"];

/// A table as templates want it: what is missing is null.
fn known(fields: &Fields, keys: &[&'static str]) -> Value {
    let mut map = tera::Map::default();
    for key in keys {
        map.insert(
            (*key).into(),
            fields.get(key).map_or(Value::none(), |item| item.to_tera()),
        );
    }
    Value::from(map)
}

impl Show for SiteView {
    fn show(&self) -> Value {
        let mut organization = tera::Map::default();
        for key in ORGANIZATION {
            let value = match self.organization.table(key) {
                Some(label) => known(label, TRUST_LABEL),
                None => self
                    .organization
                    .get(key)
                    .map_or(Value::none(), |item| item.to_tera()),
            };
            organization.insert((*key).into(), value);
        }
        let mut map = tera::Map::default();
        map.insert("title".into(), self.title.as_str().into());
        map.insert("description".into(), self.description.as_str().into());
        map.insert("language".into(), self.language.as_str().into());
        map.insert("base_url".into(), self.base_url.as_str().into());
        map.insert("organization".into(), Value::from(organization));
        map.insert("menu".into(), Value::from_serializable(&self.menu));
        map.insert(
            "offline".into(),
            self.offline.map_or(Value::none(), Value::from),
        );
        map.insert("extra".into(), self.extra.to_tera());
        map.insert(
            "head_html".into(),
            self.head_html
                .as_deref()
                .map_or(Value::none(), Value::safe_string),
        );
        Value::from(map)
    }
}

/// An entry of a mini-site's menu.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct MiniEntry {
    /// What people read.
    pub title: Arc<str>,
    /// Where it leads.
    pub path: Arc<str>,
    /// Whether the page is in it.
    pub active: bool,
}

/// The mini-site that a page is in.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct MiniView {
    /// Its title.
    pub title: Arc<str>,
    /// Its front page.
    pub path: Arc<str>,
    /// Its menu.
    pub menu: Vec<MiniEntry>,
}

/// A heading in the table of contents.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct TocEntry {
    /// The id in the page.
    pub id: Arc<str>,
    /// Its text.
    pub title: Arc<str>,
    /// 2 or 3.
    pub level: u8,
    /// The headings below.
    pub children: Vec<TocEntry>,
}

/// Where a reprinted page comes from.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct SourceView {
    /// The name.
    pub name: String,
    /// The address.
    pub url: Option<String>,
    /// ISO date.
    pub date: Option<String>,
}

/// Paths of feeds.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct FeedsView {
    /// RSS 2.0.
    pub rss: String,
    /// Atom.
    pub atom: String,
    /// JSON Feed.
    pub json: String,
}

/// One page.
#[derive(Clone, Debug, Hash, Serialize, Default)]
pub struct PageView {
    /// `article`, `section`, `home`, …
    pub kind: &'static str,
    /// Of a section.
    pub layout: Option<&'static str>,
    /// The type of its JSON-LD object.
    pub schema_type: &'static str,
    /// The title.
    pub title: Arc<str>,
    /// The description, or the start of the text.
    pub description: Arc<str>,
    /// The description if the file gives one: what stands above the text, and does not say its start twice.
    pub lead: Option<String>,
    /// Path from the site's root.
    pub path: Arc<str>,
    /// The path of the deepest entry of the main menu that the page is in; empty when it is in none.
    pub here: Arc<str>,
    /// Canonical URL.
    pub url: String,
    /// RFC 3339.
    pub date: Option<String>,
    /// RFC 3339.
    pub updated: Option<String>,
    /// RFC 3339.
    pub expires: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether the home page shows it first.
    pub featured: bool,
    /// Table of contents.
    pub toc: Vec<TocEntry>,
    /// Reading time.
    pub minutes: u32,
    /// From the home page down to the parent.
    pub breadcrumbs: Arc<View<Vec<Link>>>,
    /// The section it is in.
    pub section: Option<Arc<View<Link>>>,
    /// Topics.
    pub topics: Vec<Arc<View<TermLink>>>,
    /// Tags.
    pub tags: Vec<Arc<View<TermLink>>>,
    /// Audiences.
    pub audiences: Vec<Arc<View<TermLink>>>,
    /// Task groups.
    pub tasks: Vec<Arc<View<TermLink>>>,
    /// The unit.
    pub unit: Option<Arc<View<TermLink>>>,
    /// The author.
    pub author: Option<Arc<View<TermLink>>>,
    /// Where it is reprinted from.
    pub source: Option<SourceView>,
    /// Path of its picture, for every browser.
    pub image: Option<String>,
    /// Its picture in all sizes.
    pub picture: Option<Arc<PictureView>>,
    /// What the picture shows.
    pub image_alt: Option<String>,
    /// URL of its picture for social networks and search engines.
    pub image_url: Option<String>,
    /// The picture for social networks: its own if that is large enough, else its social card.
    pub social: Option<Social>,
    /// A recording of it.
    pub audio: Option<FileView>,
    /// The newer neighbour.
    pub previous: Option<Link>,
    /// The older neighbour.
    pub next: Option<Link>,
    /// The mini-site it is in.
    pub minisite: Option<Arc<View<MiniView>>>,
    /// Feeds of the nearest section.
    pub feeds: Option<Arc<View<FeedsView>>>,
    /// What it says about an official document.
    pub document: Option<DocumentView>,
    /// What it says of itself by its kind.
    pub own: Option<OwnView>,
    /// The campaign that it belongs to.
    pub campaign: Option<Link>,
    /// Pages that correct it.
    pub corrections: Vec<Link>,
    /// The whole address of the original when this page is no original.
    pub canonical: Option<String>,
    /// For search engines.
    pub robots: Option<&'static str>,
    /// Pictures and prints of an infographic.
    pub posters: Vec<FileView>,
    /// Cards of related pages.
    #[serde(serialize_with = "related")]
    pub related: Vec<Arc<View<Card>>>,
    /// Keys for the theme.
    #[serde(serialize_with = "extra")]
    pub extra: Fields,
}

fn related<S: Serializer>(cards: &[Arc<View<Card>>], serializer: S) -> Result<S::Ok, S::Error> {
    list(cards).serialize(serializer)
}

fn extra<S: Serializer>(fields: &Fields, serializer: S) -> Result<S::Ok, S::Error> {
    fields.to_tera().serialize(serializer)
}

/// The way from a page back to the site's root: `../` for every folder it lies in.
#[must_use]
pub fn root_of(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// Under each key, a list of cards for every element of a list of values.
pub type CardLists = Vec<(&'static str, Vec<Vec<Arc<View<Card>>>>)>;

/// What stands in a page beside `site` and `page`.
#[derive(Clone, Debug)]
pub enum Part {
    /// Cards.
    Cards(Vec<Arc<View<Card>>>),
    /// Any other value, made with the site.
    Value(Arc<View<Shown>>),
}

impl Hash for Part {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Cards(cards) => cards.hash(state),
            Self::Value(value) => value.hash(state),
        }
    }
}

impl Part {
    /// A part made from any value.
    pub fn new<T: Hash + Serialize + Send + Sync + 'static>(value: T) -> Self {
        Self::with_cards(value, Vec::new())
    }

    /// A part made from a value and from cards that stand in it: `("latest", [[cards of its first element], …])` puts
    /// a list of cards under that key into each element of the value.
    pub fn with_cards<T: Hash + Serialize + Send + Sync + 'static>(
        value: T,
        cards: CardLists,
    ) -> Self {
        let fingerprint = Fingerprint::of(&(&value, &cards));
        Self::Value(View::new(Shown {
            fingerprint,
            value: Box::new(Both { value, cards }),
        }))
    }

    /// The template value.
    #[must_use]
    pub fn value(&self) -> Value {
        match self {
            Self::Cards(cards) => list(cards),
            Self::Value(view) => view.value(),
        }
    }
}

/// A value of any type, for `Part`.
pub struct Shown {
    fingerprint: Fingerprint,
    value: Box<dyn ShowAny>,
}

trait ShowAny: Show + Send + Sync {}
impl<T: Show + Send + Sync> ShowAny for T {}

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.fingerprint.fmt(f)
    }
}

impl Hash for Shown {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.fingerprint.hash(state);
    }
}

impl Show for Shown {
    fn show(&self) -> Value {
        self.value.show()
    }
}

struct Both<T> {
    value: T,
    cards: CardLists,
}

impl<T: Serialize> Show for Both<T> {
    fn show(&self) -> Value {
        let value = Value::from_serializable(&self.value);
        if self.cards.is_empty() {
            return value;
        }
        let elements = value.as_array().map(<[Value]>::to_vec).unwrap_or_default();
        let elements = elements.into_iter().enumerate().map(|(i, element)| {
            let mut map = element.into_map().unwrap_or_default();
            for (key, lists) in &self.cards {
                map.insert(
                    (*key).into(),
                    lists
                        .get(i)
                        .map_or_else(|| Value::from(Vec::<Value>::new()), |cards| list(cards)),
                );
            }
            Value::from(map)
        });
        Value::from(elements.collect::<Vec<_>>())
    }
}

/// The pages of a list around one of them.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Pager {
    /// This page, from 1.
    pub number: usize,
    /// How many there are.
    pub total: usize,
    /// Path of the page with newer items.
    pub newer: Option<String>,
    /// Path of the page with older items.
    pub older: Option<String>,
    /// Path of the first page.
    pub first: String,
    /// Path of the last page.
    pub last: String,
}
