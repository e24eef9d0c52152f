//! The site: every visible page with its URL, its section and terms, and its links resolved.
//!
//! In go all parsed docs, the configuration and the registries; out comes `Site`, made from nothing but these, and
//! diagnostics for everything that only the whole site can know: addresses, links, pictures, terms, citations. No HTML
//! is made here and no file is read. `revise` gives the site after an edit that only one
//! page's own text and title tell of.

mod activities;
mod allowed;
mod attachment;
mod figures;
mod own;
mod pictures;
mod resolve;
mod revise;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::{Diagnostic, Lang, Msg, Span, Text};
use crate::figure::Figure;
use crate::image::{PictureView, Rendition};
use crate::kinds::{self, Document, FileView, Kind, Own};
use crate::moment::Moment;
use crate::offline;
use crate::parse::data::Registry;
use crate::parse::fields::{self, Fields, Item, Value};
use crate::parse::{self, Doc};
use crate::source::{File, Snapshot};
use crate::taxonomy::{AUTHORS, TAGS, TAXONOMIES, TOPICS};
use crate::vi;
use crate::views::own::OwnView;
use crate::views::{Card, DocumentView, Link, TermLink, View};
pub use allowed::third_party;
pub use own::{AnnualDay, CALENDAR};
pub use pictures::{Image, Looks, pictures};
pub use revise::revise;

/// Folders whose pages the program makes; no section or page of the site may have such an address.
pub const RESERVED: &[&str] = &[
    "chu-de",
    "the",
    "doi-tuong",
    "don-vi",
    "tac-gia",
    "nhiem-vu",
    "tim-kiem",
    "so-do-trang",
    "the-chia-se",
    "assets",
    "du-lieu",
];

/// Whether a path is that of a file or page that every site has.
#[must_use]
pub fn is_program_page(path: &str) -> bool {
    matches!(
        path.trim_end_matches('/'),
        "tim-kiem"
            | "so-do-trang"
            | "sitemap.xml"
            | "robots.txt"
            | "404.html"
            | "du-lieu/tin-bai.json"
            | CALENDAR
            | offline::PATH
    ) || ["rss.xml", "atom.xml", "feed.json"].contains(&path.rsplit('/').next().unwrap_or(""))
}

/// How a section is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// A list of items, newest first.
    List,
    /// A site within the site, with a front page and a menu of its own.
    Minisite,
    /// Cards.
    Cards,
    /// A table of documents.
    Table,
    /// Events and annual days.
    Calendar,
    /// Campaigns by what they are today.
    Campaigns,
    /// Good examples by their field of work.
    Models,
}

impl Layout {
    /// The name, which is also the template's.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Minisite => "minisite",
            Self::Cards => "cards",
            Self::Table => "table",
            Self::Calendar => "calendar",
            Self::Campaigns => "campaigns",
            Self::Models => "models",
        }
    }
}

/// What fills the holes of one body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Fills {
    /// URLs of links.
    pub links: Vec<String>,
    /// Pictures.
    pub images: Vec<Image>,
    /// URLs of cited documents; empty where the site has none.
    pub citations: Vec<String>,
    /// What the blocks draw; none where something is wrong.
    pub figures: Vec<Option<Arc<Figure>>>,
}

/// A section: a folder of `content/`.
#[derive(Clone, Debug)]
pub struct Section {
    /// The folder below `content/`, without a slash at the end; empty for the home page.
    pub folder: String,
    /// URL path, such as `tin-tuc/`; empty for the home page.
    pub path: Arc<str>,
    /// The title.
    pub title: Arc<str>,
    /// Title and path, for all that say where they are.
    pub link: Arc<View<Link>>,
    /// The description.
    pub description: Arc<str>,
    /// Its `_index.md`.
    pub doc: Option<Arc<Doc>>,
    /// What fills its body.
    pub fills: Fills,
    /// Its picture.
    pub picture: Option<Arc<PictureView>>,
    /// The section above; none for the home page.
    pub parent: Option<usize>,
    /// The sections below, in order.
    pub children: Vec<usize>,
    /// Its own pages, in its order.
    pub pages: Vec<usize>,
    /// Its own pages and those of the sections below, newest first.
    pub deep: Vec<usize>,
    /// The layout.
    pub layout: Layout,
    /// Items on a page of its list.
    pub paginate: usize,
    /// The nearest mini-site, itself included.
    pub minisite: Option<usize>,
}

/// A visible page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The parsed file.
    pub doc: Arc<Doc>,
    /// Its kind.
    pub kind: &'static dyn Kind,
    /// The official document it is about.
    pub document: Option<Box<Document>>,
    /// What it says of itself in the keys of its kind.
    pub own: Option<Arc<Own>>,
    /// The campaign that it belongs to.
    pub campaign: Option<usize>,
    /// The pages that `own` names, in its order.
    pub named: Vec<usize>,
    /// Its section.
    pub section: usize,
    /// URL path, such as `tin-tuc/bai-viet/`.
    pub path: Arc<str>,
    /// The title.
    pub title: Arc<str>,
    /// The description, or the start of the text.
    pub description: Arc<str>,
    /// The date.
    pub date: Option<Moment>,
    /// Its terms, by taxonomy.
    pub terms: Vec<Vec<usize>>,
    /// What fills its body.
    pub fills: Fills,
    /// Its picture.
    pub picture: Option<Arc<PictureView>>,
    /// A recording of it.
    pub audio: Option<FileView>,
    /// Files to download.
    pub files: Vec<FileView>,
    /// How lists show it.
    pub card: Arc<View<Card>>,
    /// Why residents do not see it, when the build shows it all the same.
    pub hidden: Option<Hidden>,
}

/// A term of a taxonomy.
#[derive(Clone, Debug)]
pub struct Term {
    /// The id in front matter.
    pub id: Arc<str>,
    /// What people read.
    pub title: Arc<str>,
    /// What the registry says about it.
    pub description: Arc<str>,
    /// URL path.
    pub path: Arc<str>,
    /// The three, for templates.
    pub link: Arc<View<TermLink>>,
    /// Its pages, newest first.
    pub pages: Vec<usize>,
}

/// A page that is not shown, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeldBack {
    /// Its file.
    pub file: String,
    /// Its title.
    pub title: String,
    /// Why.
    pub reason: Hidden,
}

/// Why a page is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// A draft.
    Draft,
    /// Waits for approval, or was withdrawn.
    NotApproved,
    /// Appears at this moment.
    Future(Moment),
    /// Was taken out at this moment.
    Expired(Moment),
}

/// The whole site.
#[derive(Clone, Debug)]
pub struct Site {
    /// The settings.
    pub config: Config,
    /// The moment of the build.
    pub now: Moment,
    /// Sections; the first is the home page, parents stand before children.
    pub sections: Vec<Section>,
    /// Visible pages, by path of their file.
    pub pages: Vec<Arc<Page>>,
    /// All pages, newest first.
    pub newest: Vec<usize>,
    /// The place of each page among all, newest first.
    pub ranks: Arc<[usize]>,
    /// Terms, by taxonomy.
    pub taxonomies: Vec<Vec<Term>>,
    /// Registries, by name.
    pub registries: BTreeMap<&'static str, Registry>,
    /// Pages of official documents, by `vi::cite::key` of the symbol.
    pub documents: BTreeMap<String, usize>,
    /// Pages of documents that say they are replaced, by `vi::cite::key` of what replaces them.
    pub replaced: BTreeMap<String, Vec<usize>>,
    /// What gathers at each campaign, newest first, by the campaign's page.
    pub campaigns: BTreeMap<usize, Vec<usize>>,
    /// Pages that correct another, newest first, by the page that was wrong.
    pub corrections: BTreeMap<usize, Vec<usize>>,
    /// Days of every year.
    pub days: Vec<AnnualDay>,
    /// Files that are copied as they are, by output path.
    pub files: BTreeMap<String, File>,
    /// What is made from pictures, by output path, with the file that it is made from.
    pub renditions: BTreeMap<String, (File, Rendition)>,
    /// What looks at pictures have told.
    pub looks: Arc<Looks>,
    /// Paths of what is kept for when there is no network.
    pub offline: Vec<String>,
    /// Pages that are not shown.
    pub held_back: Vec<HeldBack>,
    /// The next moment after `now` at which the site looks otherwise though nobody changes it: a page appears or goes,
    /// a document takes effect or expires.
    pub next_change: Option<Moment>,
    /// What is at each URL path that has no file of its own in `static/`.
    addresses: Arc<BTreeMap<Arc<str>, Address>>,
    hiding: Arc<Hiding>,
}

/// What is at a URL path.
#[derive(Clone, Copy, Debug)]
enum Address {
    Section(usize),
    Page(usize),
    /// A term of a taxonomy, or the list of its terms.
    Term,
}

/// Pages that are not shown: by their file, their URL path if they were, and why they are not.
type Hiding = BTreeMap<Arc<str>, (String, Hidden)>;

/// Puts the site together. `looks` are those at all files that `pictures` names.
pub fn assemble(
    snapshot: &Snapshot,
    config: Config,
    registries: BTreeMap<&'static str, Registry>,
    docs: &[Arc<Doc>],
    looks: Looks,
    diagnostics: &mut Vec<Diagnostic>,
) -> Site {
    let now = snapshot.options.now;
    let mut site = Site {
        now,
        sections: Vec::new(),
        pages: Vec::new(),
        newest: Vec::new(),
        ranks: Arc::default(),
        taxonomies: Vec::new(),
        documents: BTreeMap::new(),
        replaced: BTreeMap::new(),
        campaigns: BTreeMap::new(),
        corrections: BTreeMap::new(),
        days: Vec::new(),
        files: snapshot
            .below("static/")
            .map(|file| (file.path["static/".len()..].to_owned(), file.clone()))
            .collect(),
        renditions: BTreeMap::new(),
        looks: Arc::new(looks),
        offline: Vec::new(),
        held_back: Vec::new(),
        next_change: None,
        addresses: Arc::default(),
        hiding: Arc::default(),
        registries,
        config,
    };
    let bundles: BTreeSet<&str> = docs
        .iter()
        .filter(|doc| doc.path.ends_with("/index.md"))
        .map(|doc| folder_of(&doc.path))
        .collect();
    make_sections(&mut site, docs, &bundles, diagnostics);
    make_pages(&mut site, snapshot, docs, &bundles, diagnostics);
    make_terms(&mut site, diagnostics);
    order(&mut site);
    find_documents(&mut site, diagnostics);
    own::find_campaigns(&mut site, diagnostics);
    own::find_twins(&site, diagnostics);
    own::find_empty_sections(&site, diagnostics);
    site.days = own::annual_days(&site, diagnostics);
    find_addresses(&mut site);
    activities::check(&site, diagnostics);
    resolve::all(&mut site, snapshot, diagnostics);
    own::find_corrections(&mut site);
    make_cards(&mut site);
    site.next_change = next_change(&site);
    site
}

// Sections

/// The last part of an address: `hop-dan` of `tin-tuc/hop-dan/`; empty for the home page.
#[must_use]
pub fn last_part(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path)
}

/// What is made of a page is named by the last part of its address; `trang-chu` for the home page.
#[must_use]
pub fn name_of(path: &str) -> &str {
    match last_part(path) {
        "" => "trang-chu",
        name => name,
    }
}

/// The folder below `content/` in which a file lies.
fn folder_of(path: &str) -> &str {
    let below = path.strip_prefix("content/").unwrap_or(path);
    below.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folder of the section that a file belongs to: the nearest folder that is not a page bundle.
fn section_folder<'a>(path: &'a str, bundles: &BTreeSet<&str>) -> &'a str {
    let mut folder = folder_of(path);
    while bundles.contains(folder) && !folder.is_empty() {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
    folder
}

fn make_sections(
    site: &mut Site,
    docs: &[Arc<Doc>],
    bundles: &BTreeSet<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let indexes: BTreeMap<&str, &Arc<Doc>> = docs
        .iter()
        .filter(|doc| doc.path.ends_with("/_index.md"))
        .map(|doc| (folder_of(&doc.path), doc))
        .collect();
    let mut folders: BTreeSet<&str> = BTreeSet::from([""]);
    for doc in docs {
        let mut folder = section_folder(&doc.path, bundles);
        while folders.insert(folder) {
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
    }
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for folder in folders {
        let doc = indexes.get(folder).map(|doc| Arc::clone(doc));
        let name = folder.rsplit('/').next().unwrap_or("");
        let parent = (!folder.is_empty())
            .then(|| places[folder.rsplit_once('/').map_or("", |(above, _)| above)]);
        let file = if folder.is_empty() {
            "content/_index.md".to_owned()
        } else {
            format!("content/{folder}/_index.md")
        };
        if doc.is_none() {
            diagnostics.push(if folder.is_empty() {
                Diagnostic::new(Msg::HomeIsMissing, &file, None, &[]).help(Msg::HelpHome, &[])
            } else {
                Diagnostic::new(Msg::MissingIndex, &file, None, &[&folder])
                    .help(Msg::HelpMissingIndex, &[&file])
            });
        }
        let fields = doc.as_ref().map(|doc| &doc.fields);
        let path: Arc<str> = match parent {
            None => "".into(),
            Some(parent) => {
                let slug = own_slug(doc.as_deref(), name, &file, diagnostics);
                format!("{}{slug}/", site.sections[parent].path).into()
            }
        };
        let title = fields.and_then(|f| f.text("title")).map_or_else(
            || {
                if folder.is_empty() {
                    site.config.title.clone()
                } else {
                    title_of(name)
                }
            },
            str::to_owned,
        );
        let layout = match fields.and_then(|f| f.text("layout")) {
            Some("minisite") => Layout::Minisite,
            Some("cards") => Layout::Cards,
            Some("table") => Layout::Table,
            Some("calendar") => Layout::Calendar,
            Some("campaigns") => Layout::Campaigns,
            Some("models") => Layout::Models,
            _ => Layout::List,
        };
        let here = site.sections.len();
        let paginate = fields
            .and_then(|f| f.int("paginate"))
            .and_then(|n| usize::try_from(n).ok());
        let minisite = if layout == Layout::Minisite {
            Some(here)
        } else {
            parent.and_then(|p| site.sections[p].minisite)
        };
        let description = fields
            .and_then(|f| f.text("description"))
            .map(str::to_owned);
        let summary = || {
            doc.as_ref()
                .map(|doc| doc.outline.summary.clone())
                .unwrap_or_default()
        };
        let link = Link {
            title: title.into(),
            path,
        };
        site.sections.push(Section {
            folder: folder.to_owned(),
            path: Arc::clone(&link.path),
            title: Arc::clone(&link.title),
            link: View::new(link),
            description: description.unwrap_or_else(summary).into(),
            doc: doc.clone(),
            fills: Fills::default(),
            picture: None,
            parent,
            children: Vec::new(),
            pages: Vec::new(),
            deep: Vec::new(),
            layout,
            paginate: paginate.unwrap_or(site.config.paginate),
            minisite,
        });
        places.insert(folder, here);
        if let Some(parent) = parent {
            site.sections[parent].children.push(here);
        }
        for entry in doc.iter().flat_map(|doc| &doc.rest) {
            diagnostics.push(unknown_key(
                entry,
                &[parse::front::COMMON, parse::front::SECTION],
                Msg::HelpPageKey,
                &file,
            ));
        }
        if let Some(kind) = fields.and_then(|f| f.text("child_kind"))
            && kinds::find(kind).is_none()
        {
            let span = fields.and_then(|f| f.span("child_kind"));
            diagnostics.push(unknown_kind(kind, &file, span));
        }
    }
    for i in 0..site.sections.len() {
        let mut children = std::mem::take(&mut site.sections[i].children);
        children.sort_by_cached_key(|child| {
            let section = &site.sections[*child];
            let weight = section
                .doc
                .as_ref()
                .and_then(|doc| doc.fields.int("weight"))
                .unwrap_or(i64::MAX);
            (
                weight,
                vi::sort::key(&section.title),
                section.folder.clone(),
            )
        });
        site.sections[i].children = children;
    }
}

/// A title from a folder's name: `tin-tuc` becomes `Tin tuc`.
fn title_of(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + chars.as_str()
    })
}

/// The diagnostic of a key that is not one of these; `elsewhere` is the help when it belongs to another kind of file.
fn unknown_key(
    entry: &fields::Entry,
    tables: &[&[fields::Field]],
    elsewhere: Msg,
    file: &str,
) -> Diagnostic {
    let has = |fields: &[fields::Field]| fields.iter().any(|field| field.name == entry.key);
    let diagnostic = || Diagnostic::new(Msg::UnknownKey, file, entry.key_span, &[&entry.key]);
    if has(parse::front::SECTION) {
        return diagnostic().help(Msg::HelpSectionKey, &[&entry.key]);
    }
    match kinds::KINDS.iter().find(|kind| has(kind.fields())) {
        Some(kind) => diagnostic().help(elsewhere, &[&entry.key, &kind.name()]),
        None => fields::unknown_key(entry, tables, file),
    }
}

/// What a section or page is called in its address: its `slug`, else what its folder or file is called.
fn own_slug(
    doc: Option<&Doc>,
    name: &str,
    file: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    if let Some(doc) = doc
        && let Some(slug) = doc.fields.text("slug")
    {
        let plain = slug
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if plain && !slug.is_empty() {
            return slug.to_owned();
        }
        let wanted = vi::slug::slug(slug);
        let diagnostic =
            Diagnostic::new(Msg::SlugNotPlain, file, doc.fields.span("slug"), &[&slug]);
        diagnostics.push(if wanted.is_empty() {
            diagnostic.help(Msg::HelpSlug, &[])
        } else {
            diagnostic.help(Msg::HelpWrite, &[&format!("slug = \"{wanted}\"")])
        });
        return wanted;
    }
    let slug = vi::slug::slug(name);
    if slug.is_empty() {
        let front = doc.filter(|doc| !doc.broken).map(|doc| doc.front);
        diagnostics
            .push(Diagnostic::new(Msg::EmptySlug, file, front, &[&name]).help(Msg::HelpSlug, &[]));
    }
    slug
}

fn unknown_kind(kind: &str, file: &str, span: Option<Span>) -> Diagnostic {
    let names = || kinds::KINDS.iter().map(|kind| kind.name());
    let diagnostic = Diagnostic::new(Msg::UnknownKind, file, span, &[&kind]);
    match vi::near::nearest(kind, names()) {
        Some(near) => diagnostic.near(Some(near)),
        None => diagnostic.help(Msg::KnownNames, &[&names().collect::<Vec<_>>().join(", ")]),
    }
}

// Pages

fn make_pages(
    site: &mut Site,
    snapshot: &Snapshot,
    docs: &[Arc<Doc>],
    bundles: &BTreeSet<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let places: BTreeMap<&str, usize> = site
        .sections
        .iter()
        .enumerate()
        .map(|(i, section)| (section.folder.as_str(), i))
        .collect();
    let no_card = View::new(Card::default());
    let made: Vec<(Arc<Page>, Vec<Diagnostic>)> = docs
        .par_iter()
        .filter(|doc| !doc.path.ends_with("/_index.md"))
        .map(|doc| {
            let folder = section_folder(&doc.path, bundles);
            let mut found = Vec::new();
            let page = make_page(doc, folder, places[folder], site, &no_card, &mut found);
            (Arc::new(page), found)
        })
        .collect();
    let mut pages = Vec::with_capacity(docs.len());
    let mut hiding = Hiding::new();
    for (page, found) in made {
        diagnostics.extend(found);
        let Some(reason) = page.hidden.filter(|_| !snapshot.options.drafts) else {
            pages.push(page);
            continue;
        };
        site.held_back.push(HeldBack {
            file: page.doc.path.to_string(),
            title: page.title.to_string(),
            reason,
        });
        hiding.insert(page.doc.path.clone(), (page.path.to_string(), reason));
    }
    site.pages = pages;
    site.hiding = Arc::new(hiding);
    site.held_back.sort();
}

/// A page as far as its own file and its section tell.
fn make_page(
    doc: &Arc<Doc>,
    folder: &str,
    section: usize,
    site: &Site,
    no_card: &Arc<View<Card>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Page {
    let (kind, is_sure) = kind_of(doc, &site.sections, section, diagnostics);
    let own = own_fields(doc, kind, is_sure, diagnostics);
    kind.check(doc, &own, diagnostics);
    let document = kind.document(doc, &own).map(Box::new);
    let own = kind.own(doc, &own).map(Arc::new);
    let of_document = || {
        let document = document.as_deref()?;
        document.issued.or(document.effective)
    };
    let date = doc.posted().or_else(of_document);
    let inner = doc.path["content/".len()..]
        .strip_prefix(folder)
        .unwrap_or("")
        .trim_start_matches('/');
    let above = &site.sections[section].path;
    Page {
        doc: Arc::clone(doc),
        kind,
        section,
        path: format!("{above}{}/", slug_of(doc, inner, diagnostics)).into(),
        title: title_of_page(doc),
        description: description_of_page(doc, document.as_deref()),
        date,
        terms: Vec::new(),
        fills: Fills::default(),
        picture: None,
        audio: None,
        files: Vec::new(),
        card: Arc::clone(no_card),
        hidden: visibility(doc, date, site.now),
        document,
        own,
        campaign: None,
        named: Vec::new(),
    }
}

fn title_of_page(doc: &Doc) -> Arc<str> {
    doc.fields.text("title").unwrap_or_default().into()
}

/// The description that the file gives, else the document's abstract, else the start of the text.
fn description_of_page(doc: &Doc, document: Option<&Document>) -> Arc<str> {
    let given = doc.fields.text("description");
    given
        .or_else(|| document?.summary.as_deref())
        .unwrap_or(&doc.outline.summary)
        .into()
}

/// The kind of a page, and whether that is sure: not when the name of the kind is wrong or may have been lost.
fn kind_of(
    doc: &Doc,
    sections: &[Section],
    section: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> (&'static dyn Kind, bool) {
    let article = kinds::KINDS[0];
    let guess = |name: &str| {
        let near = vi::near::nearest(name, kinds::KINDS.iter().map(|kind| kind.name()));
        near.and_then(kinds::find).unwrap_or(article)
    };
    if let Some(name) = doc.fields.text("kind") {
        return match kinds::find(name) {
            Some(kind) => (kind, true),
            None => {
                diagnostics.push(unknown_kind(name, &doc.path, doc.fields.span("kind")));
                (guess(name), false)
            }
        };
    }
    let mut is_sure = !doc.broken;
    for s in std::iter::successors(Some(section), |s| sections[*s].parent) {
        let Some(doc) = &sections[s].doc else {
            continue;
        };
        if let Some(name) = doc.fields.text("child_kind") {
            let kind = kinds::find(name);
            return (
                kind.unwrap_or_else(|| guess(name)),
                is_sure && kind.is_some(),
            );
        }
        is_sure &= !doc.broken;
    }
    (article, is_sure)
}

fn own_fields(
    doc: &Doc,
    kind: &dyn Kind,
    is_sure: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Fields {
    if doc.rest.is_empty() && !kind.fields().iter().any(|field| field.required) {
        return Fields::default();
    }
    let mut found = Vec::new();
    let (own, unknown) = fields::check(
        Fields(doc.rest.clone()),
        &[kind.fields()],
        &doc.path,
        doc.front,
        &mut found,
    );
    fields::report(found, !is_sure, diagnostics);
    for entry in &unknown {
        let is_other = kinds::KINDS
            .iter()
            .any(|kind| kind.fields().iter().any(|field| field.name == entry.key));
        if is_sure || !is_other {
            let tables: &[&[fields::Field]] = &[parse::front::COMMON, kind.fields()];
            diagnostics.push(unknown_key(entry, tables, Msg::HelpOtherKind, &doc.path));
        }
    }
    own
}

fn visibility(doc: &Doc, date: Option<Moment>, now: Moment) -> Option<Hidden> {
    if doc.fields.flag("draft") {
        return Some(Hidden::Draft);
    }
    if let Some(status) = doc
        .fields
        .table("review")
        .and_then(|review| review.text("status"))
        && status != "da-duyet"
    {
        return Some(Hidden::NotApproved);
    }
    if let Some(expires) = doc.fields.date("expires")
        && expires <= now
    {
        return Some(Hidden::Expired(expires));
    }
    // A document's own date of issue may lie in the future of its page; only a given date holds a page back.
    date.filter(|date| *date > now && doc.posted().is_some())
        .map(Hidden::Future)
}

/// The last parts of a page's path: its slug, below the folders of the bundle it lies in.
fn slug_of(doc: &Doc, inner: &str, diagnostics: &mut Vec<Diagnostic>) -> String {
    let stem = parse::stem(&doc.path);
    let inner = inner.strip_suffix("/index.md").unwrap_or(inner);
    let folders = inner.rsplit_once('/').map_or("", |(folders, _)| folders);
    let folders = folders.split('/').filter(|part| !part.is_empty());
    let mut parts: Vec<String> = folders
        .map(|part| vi::slug::slug(parse::split_date(part).1))
        .collect();
    parts.push(own_slug(
        Some(doc),
        parse::split_date(stem).1,
        &doc.path,
        diagnostics,
    ));
    parts.join("/")
}

// Terms

/// The terms of one taxonomy, and which of them each page has.
struct Terms {
    terms: Vec<Term>,
    of_pages: Vec<Vec<usize>>,
    diagnostics: Vec<Diagnostic>,
}

fn make_terms(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let this = &*site;
    let mut found: Vec<Terms> = (0..TAXONOMIES.len())
        .into_par_iter()
        .map(|t| Terms::find(this, t))
        .collect();
    for (p, page) in site.pages.iter_mut().enumerate() {
        let of_page = found.iter_mut().map(|f| std::mem::take(&mut f.of_pages[p]));
        Arc::make_mut(page).terms = of_page.collect();
    }
    for Terms {
        terms,
        diagnostics: mut wrong,
        ..
    } in found
    {
        site.taxonomies.push(terms);
        diagnostics.append(&mut wrong);
    }
}

impl Terms {
    /// Gathers the terms of a taxonomy from its registry, if it has one, and from all pages.
    fn find(site: &Site, t: usize) -> Self {
        let taxonomy = &TAXONOMIES[t];
        let registry = taxonomy.registry.and_then(|name| site.registries.get(name));
        let mut this = Self {
            terms: Vec::new(),
            of_pages: Vec::with_capacity(site.pages.len()),
            diagnostics: Vec::new(),
        };
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let term = |id: &str, title: &str, description: &str| {
            let link = TermLink {
                id: id.into(),
                title: title.into(),
                path: format!("{}/{}/", taxonomy.path, vi::slug::slug(id)).into(),
            };
            Term {
                id: link.id.clone(),
                title: link.title.clone(),
                description: description.into(),
                path: link.path.clone(),
                link: View::new(link),
                pages: Vec::new(),
            }
        };
        for (id, fields, _) in registry.iter().flat_map(|registry| &registry.entries) {
            places.insert(id.clone(), this.terms.len());
            this.terms.push(term(
                id,
                fields.text("name").unwrap_or(id),
                fields.text("description").unwrap_or(""),
            ));
        }
        // Thousands of pages write the same few names: each spelling is looked into once.
        let mut spellings: HashMap<Cow<'_, str>, usize> = HashMap::new();
        for (p, page) in site.pages.iter().enumerate() {
            let mut found = Vec::new();
            for (name, span) in named_terms(&page.doc.fields, taxonomy.key) {
                let place = match spellings.get(&name) {
                    Some(place) => *place,
                    None => {
                        let key = match registry {
                            Some(_) => name.to_string(),
                            None => vi::slug::slug(&name),
                        };
                        let place = match (places.get(&key), registry) {
                            (Some(place), _) => *place,
                            (None, Some(registry)) => {
                                if !registry.broken {
                                    let file = &page.doc.path;
                                    let unknown = unknown_term(&name, file, span, registry);
                                    this.diagnostics.push(unknown);
                                }
                                continue;
                            }
                            (None, None) if key.is_empty() => {
                                this.diagnostics.push(
                                    Diagnostic::new(Msg::EmptySlug, &page.doc.path, span, &[&name])
                                        .help(Msg::HelpNewTitle, &[]),
                                );
                                continue;
                            }
                            (None, None) => {
                                this.terms.push(term(&key, &name, ""));
                                places.insert(key, this.terms.len() - 1);
                                this.terms.len() - 1
                            }
                        };
                        spellings.insert(name, place);
                        place
                    }
                };
                if !found.contains(&place) {
                    found.push(place);
                    this.terms[place].pages.push(p);
                }
            }
            this.of_pages.push(found);
        }
        if registry.is_none() {
            this.sort(match t {
                AUTHORS => vi::sort::name_key,
                _ => vi::sort::key,
            });
        }
        if t == TAGS {
            near_tags(&this.terms, &site.pages, &mut this.diagnostics);
        }
        this
    }

    /// Which of two spellings a term gets must not depend on the order of files alone: terms are sorted, and the
    /// spelling is that of the first page by path.
    fn sort<K: Ord>(&mut self, key: fn(&str) -> K) {
        let mut by_title: Vec<usize> = (0..self.terms.len()).collect();
        by_title.sort_by_cached_key(|i| {
            let term = &self.terms[*i];
            (key(&term.title), Arc::clone(&term.id))
        });
        let mut new_place = vec![0; self.terms.len()];
        for (new, old) in by_title.iter().enumerate() {
            new_place[*old] = new;
        }
        for place in self.of_pages.iter_mut().flatten() {
            *place = new_place[*place];
        }
        let mut slots: Vec<Option<Term>> = self.terms.drain(..).map(Some).collect();
        let sorted = by_title.iter().filter_map(|old| slots[*old].take());
        self.terms.extend(sorted);
    }
}

/// The terms that front matter names, as texts with their places.
fn named_terms<'f>(fields: &'f Fields, key: &str) -> Vec<(Cow<'f, str>, Option<Span>)> {
    let text = |item: &'f Item| match &item.value {
        Value::Text(text) => Some((text.trim().into(), Some(item.span))),
        Value::Int(n) => Some((n.to_string().into(), Some(item.span))),
        _ => None,
    };
    match fields.get(key) {
        None => Vec::new(),
        Some(item) => match &item.value {
            Value::List(items) => items.iter().filter_map(text).collect(),
            _ => text(item).into_iter().collect(),
        },
    }
}

/// What is wrong with a unit that a file names: nothing, when there is no list of units or none that can be read.
fn unknown_unit(unit: &str, file: &str, span: Option<Span>, site: &Site) -> Option<Diagnostic> {
    let units = site.registries.get("units")?;
    let is_known = units.broken || units.get(unit).is_some();
    (!is_known).then(|| unknown_term(unit, file, span, units))
}

fn unknown_term(name: &str, file: &str, span: Option<Span>, registry: &Registry) -> Diagnostic {
    let diagnostic = Diagnostic::new(Msg::UnknownTerm, file, span, &[&name, &registry.file]);
    // People often write the name in place of the id.
    let by_name = registry.entries.iter().find(|(_, fields, _)| {
        fields
            .text("name")
            .is_some_and(|known| vi::fold::fold(known) == vi::fold::fold(name))
    });
    let near = by_name
        .map(|(id, ..)| id.as_str())
        .or_else(|| vi::near::nearest(name, registry.entries.iter().map(|(id, ..)| id.as_str())));
    match near {
        Some(near) => diagnostic.near(Some(near)),
        None => {
            let names: Vec<&str> = registry
                .entries
                .iter()
                .map(|(id, ..)| id.as_str())
                .collect();
            known_names(diagnostic, &names).help(Msg::HelpAddTerm, &[&registry.file])
        }
    }
}

/// Adds the list of the names that would do, when it is short enough to be read.
fn known_names(diagnostic: Diagnostic, names: &[&str]) -> Diagnostic {
    match names.len() {
        1..=12 => diagnostic.help(Msg::KnownNames, &[&names.join(", ")]),
        _ => diagnostic,
    }
}

/// A tag used by one page whose spelling is one letter from a tag that several pages use.
fn near_tags(terms: &[Term], pages: &[Arc<Page>], diagnostics: &mut Vec<Diagnostic>) {
    let frequent: Vec<&Term> = terms.iter().filter(|term| term.pages.len() >= 3).collect();
    for term in terms
        .iter()
        .filter(|term| term.pages.len() == 1 && term.id.len() >= 5)
    {
        let near = frequent.iter().find(|other| {
            other.id.len().abs_diff(term.id.len()) <= 1
                && vi::near::nearest(&term.id, std::iter::once(&*other.id)).is_some()
                && differ_by_one(&term.id, &other.id)
        });
        let Some(near) = near else { continue };
        let doc = &pages[term.pages[0]].doc;
        let span = named_terms(&doc.fields, "tags")
            .into_iter()
            .find(|(name, _)| vi::slug::slug(name) == *term.id);
        diagnostics.push(
            Diagnostic::new(
                Msg::NearTag,
                &doc.path,
                span.and_then(|(_, span)| span),
                &[&term.title, &near.title, &near.pages.len()],
            )
            .help(Msg::HelpNearTag, &[]),
        );
    }
}

/// Whether two slugs differ by one letter more, less or other; digits never count as a slip.
fn differ_by_one(a: &str, b: &str) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let prefix = long
        .bytes()
        .zip(short.bytes())
        .take_while(|(x, y)| x == y)
        .count();
    let suffix = long[prefix..]
        .bytes()
        .rev()
        .zip(short[prefix..].bytes().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (odd_long, odd_short) = (
        &long[prefix..long.len() - suffix],
        &short[prefix..short.len() - suffix],
    );
    odd_long.len() <= 1
        && odd_short.len() <= 1
        && !(odd_long.to_owned() + odd_short).contains(|c: char| c.is_ascii_digit())
}

// Order

fn order(site: &mut Site) {
    // Pages are in the order of their files' paths, which settles equal dates.
    let dated = site.pages.iter().map(|page| Reverse(page.date));
    let mut dated: Vec<(Reverse<Option<Moment>>, usize)> = dated.zip(0..).collect();
    dated.sort_unstable();
    let newest: Vec<usize> = dated.into_iter().map(|(_, p)| p).collect();
    let mut ranks = vec![0; newest.len()];
    for (rank, p) in newest.iter().enumerate() {
        ranks[*p] = rank;
    }
    for p in &newest {
        let mut section = Some(site.pages[*p].section);
        site.sections[site.pages[*p].section].pages.push(*p);
        while let Some(s) = section {
            site.sections[s].deep.push(*p);
            section = site.sections[s].parent;
        }
    }
    for i in 0..site.sections.len() {
        let sort = site.sections[i]
            .doc
            .as_ref()
            .and_then(|doc| doc.fields.text("sort").map(str::to_owned));
        let mut pages = std::mem::take(&mut site.sections[i].pages);
        let weight = |p: &usize| site.pages[*p].doc.fields.int("weight").unwrap_or(i64::MAX);
        match sort.as_deref() {
            Some("weight") => {
                pages.sort_by_cached_key(|p| (weight(p), vi::sort::key(&site.pages[*p].title)))
            }
            Some("title") => pages.sort_by_cached_key(|p| vi::sort::key(&site.pages[*p].title)),
            _ => {}
        }
        site.sections[i].pages = pages;
    }
    let terms = site.taxonomies.par_iter_mut().flatten();
    terms.for_each(|term| term.pages.sort_unstable_by_key(|p| ranks[*p]));
    site.newest = newest;
    site.ranks = ranks.into();
}

fn find_documents(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    for (p, page) in site.pages.iter().enumerate() {
        if let Some((symbol, _)) = page
            .document
            .as_ref()
            .and_then(|document| document.replaced_by.as_ref())
        {
            site.replaced
                .entry(vi::cite::key(symbol))
                .or_default()
                .push(p);
        }
        let Some(document) = page
            .document
            .as_ref()
            .filter(|document| !document.symbol.is_empty())
        else {
            continue;
        };
        match site.documents.entry(vi::cite::key(&document.symbol)) {
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(p);
            }
            std::collections::btree_map::Entry::Occupied(other) => {
                let other = &site.pages[*other.get()];
                let issued = |page: &Page| {
                    page.document
                        .as_ref()
                        .and_then(|d| d.issued.map(Moment::date))
                };
                let issuer = |page: &Page| page.document.as_ref().and_then(|d| d.issuer.clone());
                // Numbers begin anew every year and in every office: only what cannot be told apart is a mistake.
                if issued(page) == issued(other)
                    || (issuer(page) == issuer(other) && issued(page).is_none())
                {
                    diagnostics.push(
                        Diagnostic::new(
                            Msg::DuplicateSymbol,
                            &page.doc.path,
                            document.symbol_span,
                            &[&document.symbol],
                        )
                        .help(Msg::HelpDuplicateSymbol, &[])
                        .note(
                            Msg::NoteDocument,
                            &other.doc.path,
                            other.document.as_ref().map(|d| d.symbol_span),
                            &[],
                        ),
                    );
                }
            }
        }
    }
}

/// Notes what is at each URL path.
fn find_addresses(site: &mut Site) {
    let section = |(s, section): (usize, &Section)| (section.path.clone(), Address::Section(s));
    let page = |(p, page): (usize, &Arc<Page>)| (page.path.clone(), Address::Page(p));
    let sections = site.sections.iter().enumerate().map(section);
    let pages = site.pages.iter().enumerate().map(page);
    let taxonomies = TAXONOMIES.iter().zip(&site.taxonomies);
    let terms = taxonomies.filter(|(_, terms)| !terms.is_empty());
    let terms = terms.flat_map(|(taxonomy, terms)| {
        let paths = terms.iter().map(|term| term.path.clone());
        std::iter::once(taxonomy.path.into()).chain(paths)
    });
    let terms = terms.map(|path| (path, Address::Term));
    site.addresses = Arc::new(sections.chain(pages).chain(terms).collect());
}

fn next_change(site: &Site) -> Option<Moment> {
    let held = site.held_back.iter().filter_map(|page| match page.reason {
        Hidden::Future(at) => Some(at),
        _ => None,
    });
    let pages = site.pages.iter().flat_map(|page| {
        let document = page.document.as_deref();
        let dates = document.map(|document| [document.effective, document.expired]);
        let own = [page.date, page.doc.fields.date("expires")];
        own.into_iter().chain(dates.into_iter().flatten()).flatten()
    });
    let dates = held.chain(pages).filter(|at| *at > site.now);
    dates.chain(own::next_day(site)).min()
}

// Cards

fn make_cards(site: &mut Site) {
    let cards: Vec<Arc<View<Card>>> = {
        let site: &Site = site;
        site.pages
            .par_iter()
            .map(|page| View::new(card(site, page)))
            .collect()
    };
    let pages = site.pages.par_iter_mut().zip(cards);
    pages.for_each(|(page, card)| Arc::make_mut(page).card = card);
}

fn card(site: &Site, page: &Page) -> Card {
    let section = &site.sections[page.section];
    Card {
        title: page.title.clone(),
        path: page.path.clone(),
        description: page.description.clone(),
        date: page.date.map(Moment::rfc3339),
        year: page.date.map(|date| date.date().year()),
        kind: page.kind.name(),
        kind_label: page.kind.label(),
        section: section.parent.map(|_| Arc::clone(&section.link)),
        featured: page.doc.fields.flag("featured"),
        image: page.picture.as_ref().map(|picture| picture.path.clone()),
        picture: page.picture.clone(),
        image_alt: page.doc.fields.text("image_alt").map(str::to_owned),
        document: page
            .document
            .as_ref()
            .map(|document| Box::new(site.document_view(document, &[]))),
        own: own::view(site, page, &[]).map(Arc::new),
    }
}

impl Page {
    /// Title and path.
    #[must_use]
    pub fn link(&self) -> Link {
        Link {
            title: self.title.clone(),
            path: self.path.clone(),
        }
    }
}

impl Site {
    /// What templates see of a document.
    #[must_use]
    pub fn document_view(&self, document: &Document, files: &[FileView]) -> DocumentView {
        let iso = |moment: Option<Moment>| moment.map(Moment::rfc3339);
        let reference = |symbol: &str, page: Option<&Page>| kinds::Reference {
            symbol: symbol.to_owned(),
            title: page.map(|page| page.title.to_string()),
            path: page.map(|page| page.path.to_string()),
        };
        let status = document.status_at(self.now);
        let page_of = |symbol: &str| {
            self.documents
                .get(&vi::cite::key(symbol))
                .map(|p| &*self.pages[*p])
        };
        let key = vi::cite::key(&document.symbol);
        let replaces = self
            .replaced
            .get(&key)
            .filter(|_| !key.is_empty())
            .into_iter()
            .flatten();
        let replaces = replaces
            .map(|p| &self.pages[*p])
            .filter_map(|page| Some(reference(&page.document.as_ref()?.symbol, Some(page))))
            .collect();
        DocumentView {
            symbol: document.symbol.clone(),
            r#type: document.kind.clone(),
            issuer: document.issuer.clone(),
            signer: document.signer.clone(),
            field: document.field.clone(),
            issued: iso(document.issued),
            effective: iso(document.effective),
            expired: iso(document.expired),
            r#abstract: document.summary.clone(),
            status: status.map(|(_, label)| label),
            status_id: status.map(|(id, _)| id),
            replaced_by: document
                .replaced_by
                .as_ref()
                .map(|(symbol, _)| reference(symbol, page_of(symbol))),
            replaces,
            files: files.to_vec(),
        }
    }

    /// What templates see of what a page says of itself by its kind.
    #[must_use]
    pub fn own_view(&self, page: &Page) -> Option<OwnView> {
        own::whole_view(self, page)
    }

    /// Title and path of the pages that correct one, newest first.
    #[must_use]
    pub fn corrections_of(&self, page: usize) -> Vec<Link> {
        own::corrections(self, page)
    }

    /// The page that a source file is.
    #[must_use]
    pub fn page_of(&self, file: &str) -> Option<usize> {
        let pages = &self.pages;
        pages
            .binary_search_by(|page| (*page.doc.path).cmp(file))
            .ok()
    }

    /// The URL path and the doc of a source file that is a page or a section.
    #[must_use]
    pub fn doc_of(&self, file: &str) -> Option<(&Arc<str>, &Arc<Doc>)> {
        if let Some(p) = self.page_of(file) {
            return Some((&self.pages[p].path, &self.pages[p].doc));
        }
        let sections = self.sections.iter();
        let mut docs = sections.filter_map(|section| Some((&section.path, section.doc.as_ref()?)));
        docs.find(|(_, doc)| *doc.path == *file)
    }

    /// The sections from the home page down to one, itself included.
    #[must_use]
    pub fn ancestry(&self, section: usize) -> Vec<usize> {
        let mut line: Vec<usize> =
            std::iter::successors(Some(section), |s| self.sections[*s].parent).collect();
        line.reverse();
        line
    }

    /// Up to four pages that share topics with one: those that share most, and of these the next older ones, so that a
    /// new page does not change the old ones.
    #[must_use]
    pub fn related(&self, page: usize) -> Vec<usize> {
        const WANTED: usize = 4;
        let this = &self.pages[page];
        let rank = self.ranks[page];
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for term in &this.terms[TOPICS] {
            let list = &self.taxonomies[TOPICS][*term].pages;
            let here = list.partition_point(|p| self.ranks[*p] < rank);
            let older = list[here..].iter().filter(|p| **p != page).take(WANTED);
            let newer = list[..here].iter().rev();
            for p in older.chain(newer).take(WANTED) {
                *shared.entry(*p).or_default() += 1;
            }
        }
        let mut found: Vec<(usize, usize)> = shared.into_iter().collect();
        found.sort_by_key(|(p, count)| {
            let other = self.ranks[*p];
            (Reverse(*count), other < rank, other.abs_diff(rank))
        });
        found.into_iter().take(WANTED).map(|(p, _)| p).collect()
    }
}

impl Hidden {
    /// The reason for people.
    #[must_use]
    pub fn text(self) -> Text {
        let day = |moment: Moment| vi::date::short(moment.date());
        match self {
            Self::Draft => Text::new(Msg::UiDraft, &[]),
            Self::NotApproved => Text::new(Msg::UiNotApproved, &[]),
            Self::Future(at) => Text::new(Msg::UiFuture, &[&day(at)]),
            Self::Expired(at) => Text::new(Msg::UiExpired, &[&day(at)]),
        }
    }

    /// The reason for people, in one language.
    #[must_use]
    pub fn show(self, lang: Lang) -> String {
        self.text().show(lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_apart_is_a_slip_and_another_number_is_not() {
        assert!(differ_by_one("chuyen-doi-so", "chuyn-doi-so"));
        assert!(!differ_by_one("quy-1", "quy-2"));
        assert!(!differ_by_one("dat-dai", "dan-so"));
    }
}
