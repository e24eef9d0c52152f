//! The plan: from the site to every file it has. What files there are is decided here and nowhere else.

mod addresses;
mod agenda;
mod around;
mod models;
mod posters;
pub mod social;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use self::addresses::Addresses;
use self::around::Around;
use self::posters::Posters;
use self::social::{Cards, Owner};
use crate::config::{self, Config, MenuItem};
use crate::diag::{Diagnostic, Lang, Msg, Text};
use crate::emblem::Emblem;
use crate::figure::table_name;
use crate::fingerprint::Fingerprint;
use crate::image::{PictureView, Rendition};
use crate::job::{BodyJob, FeedFormat, FeedJob, Job, PageJob, PosterJob, SitemapEntry, file_of};
use crate::kinds::target::Target;
use crate::kinds::{self, Own};
use crate::moment::Moment;
use crate::offline;
use crate::parse::Doc;
use crate::parse::fields::Fields;
use crate::parse::links;
use crate::parse::markdown::Heading;
use crate::poster::Output;
use crate::search::{self, Piece, Segment, Shelf};
use crate::site::{CALENDAR, Fills, Layout, Page, Section, Site, Term};
use crate::source::{File, Options};
use crate::taxonomy::{AUDIENCES, AUTHORS, TAGS, TASKS, TAXONOMIES, TOPICS, TaxonomyKind, UNITS};
use crate::theme::Theme;
use crate::vi;
use crate::views::own::TargetView;
use crate::views::{
    Card, Link, MenuView, MiniEntry, PageView, Pager, Part, SiteView, Social, SocialCard,
    SourceView, Teaser, TermLink, TocEntry, View, root_of,
};

/// One file of the plan: what it will be, in few bytes, for there are many. `Plan::job` says what it is made from.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A page of the content.
    Item(usize),
    /// The home page.
    Home,
    /// The front page of a mini-site.
    Minisite(usize),
    /// A page (from 0) of a section's list.
    Section(usize, usize),
    /// A section's feed.
    Feed(usize, FeedFormat),
    /// The terms of a taxonomy.
    Terms(usize),
    /// A page (from 0) of the list of a term of a taxonomy.
    Term(usize, usize, usize),
    /// The site map for people.
    SiteMap,
    /// The search page.
    Search,
    /// The page for addresses that do not exist.
    NotFound,
    /// An old address.
    Redirect(Box<Redirect>),
    /// A social card.
    Card(Owner),
    /// A poster of a page in one of the formats.
    Poster(usize, usize),
    /// The table of a page's figure.
    Table(usize, usize),
    /// The table of a figure in a section's own text.
    SectionTable(usize, usize),
    /// The calendar beside a page; without a page, that of the whole site.
    Calendar(Option<usize>),
    /// A source file as it is.
    Copy(Box<File>),
    /// Something made from a picture.
    Picture(Box<(File, Rendition)>),
    /// A file of the theme as it is.
    Asset(Arc<[u8]>),
    /// The sitemap for machines.
    Sitemap,
    /// The list of all items.
    Items,
    /// A piece of the search's index.
    Piece(Piece),
    /// The script for reading without a network.
    Offline,
    /// A short text.
    Text(String),
}

/// An old address and where it leads.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// The old address.
    from: String,
    /// The page that it leads to.
    to: Link,
    /// The file that gives it.
    file: Arc<str>,
}

/// Every file of the site by its path, such as `tin-tuc/bai-viet/index.html`.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What each file will be.
    pub files: Arc<BTreeMap<String, Entry>>,
    view: Arc<View<SiteView>>,
    theme: Fingerprint,
    /// What the search finds, if the theme has a script that reads it.
    shelf: Option<Shelf>,
    /// The fingerprint of the theme's drawings.
    drawings: Option<Fingerprint>,
    cards: Option<Arc<Cards>>,
    posters: Option<Arc<Posters>>,
    /// By section.
    around: Arc<[Around]>,
    /// Where the main menu leads, the deepest first.
    menu: Arc<[Arc<str>]>,
}

impl Plan {
    /// Plans every file of the site. Without a theme there is none, and what is wrong is said all the same.
    pub fn new(
        site: &Site,
        theme: Option<&Theme>,
        options: &Options,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let view = View::new(site_view(&site.config, options));
        let mut addresses = Addresses::new(site, diagnostics);
        for (path, file) in &site.files {
            addresses.add(
                path.clone(),
                Entry::Copy(file.clone().into()),
                file.path.clone(),
            );
        }
        for (path, picture) in &site.renditions {
            let entry = Entry::Picture(picture.clone().into());
            addresses.add(path.clone(), entry, picture.0.path.clone());
        }
        for (path, bytes) in theme.into_iter().flat_map(Theme::assets) {
            addresses.add(path.to_owned(), Entry::Asset(bytes), "");
        }
        let paths = site.pages.par_iter().map(|page| file_of(&page.path));
        let paths: Vec<String> = paths.collect();
        for (p, (page, path)) in site.pages.iter().zip(paths).enumerate() {
            if addresses.may_have(&path, &page.doc.path) {
                addresses.add(path, Entry::Item(p), page.doc.path.clone());
                for n in tables(&page.fills) {
                    addresses.add(
                        format!("{}{}", page.path, table_name(n)),
                        Entry::Table(p, n),
                        page.doc.path.clone(),
                    );
                }
                if agenda::has_calendar(page) {
                    let path = format!("{}{}", page.path, CALENDAR);
                    addresses.add(path, Entry::Calendar(Some(p)), page.doc.path.clone());
                }
            }
        }
        if site.has_calendar() {
            let path = CALENDAR.to_owned();
            addresses.add(path, Entry::Calendar(None), config::FILE);
        }
        for s in 0..site.sections.len() {
            plan_section(site, s, &mut addresses);
        }
        for (t, terms) in site.taxonomies.iter().enumerate() {
            plan_taxonomy(site, t, terms, &mut addresses);
        }
        addresses.add(
            "so-do-trang/index.html".to_owned(),
            Entry::SiteMap,
            config::FILE,
        );
        addresses.add(
            "tim-kiem/index.html".to_owned(),
            Entry::Search,
            config::FILE,
        );
        addresses.add("404.html".to_owned(), Entry::NotFound, config::FILE);
        plan_redirects(site, &mut addresses);
        let logo = site.config.organization.text("logo");
        let emblem = logo.and_then(|logo| Emblem::new(site.files.get(logo)?.clone()));
        let emblem = emblem.map(Arc::new);
        let cards = Cards::new(site, theme, emblem.clone());
        if let Some(cards) = &cards {
            plan_cards(site, cards, &mut addresses);
        }
        let posters = Posters::new(site, theme, emblem);
        if let Some(posters) = &posters {
            posters.plan(site, &mut addresses);
        }
        addresses.add("sitemap.xml".to_owned(), Entry::Sitemap, "");
        let robots = format!(
            "User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n",
            site.config.base_url
        );
        addresses.add("robots.txt".to_owned(), Entry::Text(robots), "");
        addresses.add("du-lieu/tin-bai.json".to_owned(), Entry::Items, "");
        let shelf = theme
            .filter(|theme| theme.has_search())
            .map(|_| Shelf::new(site));
        for (path, piece) in shelf.iter().flat_map(Shelf::pieces) {
            addresses.add(path, Entry::Piece(piece), "");
        }
        addresses.add(offline::PATH.to_owned(), Entry::Offline, "");
        let files = addresses.into_files();
        Self {
            files: Arc::new(theme.map(|_| files).unwrap_or_default()),
            menu: MenuView::paths(&view.menu).into(),
            view,
            theme: theme.map(Theme::fingerprint).unwrap_or_default(),
            shelf,
            drawings: theme.map(|theme| theme.drawings().fingerprint()),
            cards: cards.map(Arc::new),
            posters: posters.map(Arc::new),
            around: (0..site.sections.len())
                .map(|s| Around::new(site, s))
                .collect(),
        }
    }

    /// The segments of what the search finds; none when the theme has no script for it.
    #[must_use]
    pub fn segments(&self, site: &Site) -> &[Arc<Segment>] {
        self.shelf
            .as_ref()
            .map_or(&[], |shelf| shelf.segments(site))
    }

    /// What a poster of a page is made from, also of one that shows none on the site; `None` when the theme draws none.
    #[must_use]
    pub fn poster(&self, site: &Site, page: usize, output: Output) -> Option<PosterJob> {
        Some(self.posters.as_ref()?.of(page, output, site))
    }

    /// The plan with another theme that has the same files beside its templates; `None` when it has others.
    #[must_use]
    pub fn with_theme(&self, theme: &Theme) -> Option<Self> {
        let planned = |(path, bytes): (&str, Arc<[u8]>)| matches!(self.files.get(path), Some(Entry::Asset(own)) if *own == bytes);
        let count = |entry: &&Entry| matches!(entry, Entry::Asset(_));
        let is_same = self.files.values().filter(count).count() == theme.assets().count();
        let is_same = is_same
            && theme.has_search() == self.shelf.is_some()
            && Some(theme.drawings().fingerprint()) == self.drawings;
        (is_same && theme.assets().all(planned)).then(|| Self {
            theme: theme.fingerprint(),
            ..self.clone()
        })
    }

    /// The plan after an edit of some pages that changed no address but those of their social cards (see
    /// `site::revise`). `None` when there is something to say about the cards.
    #[must_use]
    pub fn with_pages(&self, old: &Site, new: &Site, pages: &[usize]) -> Option<Self> {
        let has_posters = |site: &Site, p: usize| posters::has_posters(&site.pages[p]);
        if pages
            .iter()
            .any(|p| has_posters(old, *p) != has_posters(new, *p))
        {
            return None;
        }
        let mut plan = self.clone();
        plan.shelf = self.shelf.as_ref().map(Shelf::revised);
        let Some(cards) = &self.cards else {
            return Some(plan);
        };
        let path = |owner, site| cards.planned(owner, site).map(|(path, _)| path);
        let paths = |owner| (path(owner, old), path(owner, new));
        let owners = pages.iter().map(|p| Owner::Item(*p));
        let moved: Vec<_> = owners
            .map(|owner| (owner, paths(owner)))
            .filter(|(_, (before, now))| before != now)
            .collect();
        if moved.is_empty() {
            return Some(plan);
        }
        let mut files = BTreeMap::clone(&self.files);
        for (owner, (before, now)) in moved {
            if let Some(before) = before {
                files.remove(&before);
            }
            if let Some(now) = now
                && (social::check(owner, new).is_some()
                    || files.insert(now, Entry::Card(owner)).is_some())
            {
                return None;
            }
        }
        plan.files = Arc::new(files);
        Some(plan)
    }

    /// What a file is made from.
    #[must_use]
    pub fn job(&self, site: &Site, path: &str, entry: &Entry) -> Job {
        let planner = Planner { site, plan: self };
        match entry {
            Entry::Item(p) => planner.page(*p),
            Entry::Home => planner.home(),
            Entry::Minisite(s) => planner.minisite_front(*s),
            Entry::Section(s, i) => planner.section_list(*s, *i),
            Entry::Feed(s, format) => planner.feed(*s, *format, path),
            Entry::Terms(t) => planner.terms_page(*t),
            Entry::Term(t, term, i) => planner.term_page(*t, *term, *i),
            Entry::SiteMap => planner.site_map(),
            Entry::Search => planner.search(),
            Entry::NotFound => planner.not_found(),
            Entry::Redirect(redirect) => planner.redirect(redirect),
            Entry::Card(owner) => planner.card(*owner),
            Entry::Poster(p, format) => planner.poster(*p, *format),
            Entry::Table(p, n) => table(&site.pages[*p].fills, *n),
            Entry::SectionTable(s, n) => table(&site.sections[*s].fills, *n),
            Entry::Calendar(page) => Job::Text(planner.calendar(*page)),
            Entry::Copy(file) => Job::Copy(File::clone(file)),
            Entry::Picture(picture) => Job::Picture(picture.0.clone(), picture.1.clone()),
            Entry::Asset(bytes) => Job::Asset(Arc::clone(bytes)),
            Entry::Sitemap => planner.sitemap(),
            Entry::Items => Job::Items(
                Arc::clone(&self.view),
                planner.cards(site.newest.iter().copied()),
            ),
            Entry::Piece(piece) => self.piece(*piece, site),
            Entry::Offline => Job::Text(planner.offline()),
            Entry::Text(text) => Job::Text(text.clone()),
        }
    }
}

impl Plan {
    fn piece(&self, piece: Piece, site: &Site) -> Job {
        let shelf = self
            .shelf
            .as_ref()
            .expect("without a shelf no piece is planned");
        match (shelf.segment_of(piece, site), piece) {
            (None, _) => Job::Catalogue(shelf.segments(site).to_vec()),
            (Some(segment), Piece::Titles(n)) => Job::Titles(Arc::clone(segment), n),
            (Some(segment), _) => Job::Search(Arc::clone(segment), piece),
        }
    }
}

fn section_file(section: &Section) -> Arc<str> {
    match &section.doc {
        Some(doc) => doc.path.clone(),
        None if section.folder.is_empty() => config::FILE.into(),
        None => format!("content/{}/_index.md", section.folder).into(),
    }
}

fn plan_section(site: &Site, s: usize, addresses: &mut Addresses<'_>) {
    let section = &site.sections[s];
    let file = section_file(section);
    if s == 0 {
        // Pages that lie directly in content/ are found through menus and the site map.
        addresses.add(file_of(""), Entry::Home, file.clone());
    } else {
        if !addresses.may_have(&file_of(&section.path), &file) {
            return;
        }
        if section.layout == Layout::Minisite {
            addresses.add(file_of(&section.path), Entry::Minisite(s), file.clone());
        } else {
            for i in 0..slices(section).len() {
                addresses.add(
                    file_of(&list_path(&section.path, i)),
                    Entry::Section(s, i),
                    file.clone(),
                );
            }
        }
    }
    for n in tables(&section.fills) {
        addresses.add(
            format!("{}{}", section.path, table_name(n)),
            Entry::SectionTable(s, n),
            file.clone(),
        );
    }
    for (format, name) in FEEDS {
        addresses.add(
            format!("{}{name}", section.path),
            Entry::Feed(s, *format),
            file.clone(),
        );
    }
}

fn plan_cards(site: &Site, cards: &Cards, addresses: &mut Addresses<'_>) {
    let sections = (0..site.sections.len()).map(Owner::Section);
    let owners: Vec<Owner> = sections
        .chain((0..site.pages.len()).map(Owner::Item))
        .collect();
    let found: Vec<_> = owners
        .par_iter()
        .filter_map(|owner| {
            let (path, job) = cards.planned(*owner, site)?;
            Some((*owner, path, job.file, social::check(*owner, site)))
        })
        .collect();
    for (owner, path, file, diagnostic) in found {
        addresses.add(path, Entry::Card(owner), file);
        addresses.diagnostics.extend(diagnostic);
    }
}

/// The figures of a body that have a table to download.
fn tables(fills: &Fills) -> impl Iterator<Item = usize> + '_ {
    let figures = fills.figures.iter().enumerate();
    figures
        .filter(|(_, figure)| figure.as_ref().is_some_and(|figure| figure.table.is_some()))
        .map(|(n, _)| n)
}

/// The file of a figure's table, beside the page.
fn table(fills: &Fills, n: usize) -> Job {
    let figure = fills.figures.get(n).and_then(Option::as_ref);
    Job::Text(figure.and_then(|figure| figure.csv()).unwrap_or_default())
}

fn plan_taxonomy(site: &Site, t: usize, terms: &[Term], addresses: &mut Addresses<'_>) {
    if terms.is_empty() {
        return;
    }
    addresses.add(
        format!("{}/index.html", TAXONOMIES[t].path),
        Entry::Terms(t),
        config::FILE,
    );
    for (i, term) in terms.iter().enumerate() {
        for page in 0..paginate(&term.pages, site.config.paginate, true).len() {
            addresses.add(
                file_of(&list_path(&term.path, page)),
                Entry::Term(t, i, page),
                config::FILE,
            );
        }
    }
}

/// What every page may show of the site.
fn site_view(config: &Config, options: &Options) -> SiteView {
    fn menu(items: &[MenuItem]) -> Vec<MenuView> {
        items
            .iter()
            .map(|item| {
                let external = links::is_external(&item.url);
                let path = if external {
                    item.url.clone()
                } else {
                    item.url.trim_start_matches('/').to_owned()
                };
                MenuView {
                    title: item.title.clone(),
                    path,
                    external,
                    children: menu(&item.children),
                }
            })
            .collect()
    }
    let head_html = config
        .organization
        .text("head_html")
        .filter(|_| options.production);
    SiteView {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.clone(),
        base_url: config.base_url.clone(),
        organization: config.organization.clone(),
        menu: menu(&config.menu),
        offline: (!config.offline.is_empty()).then_some(offline::PATH),
        extra: config.extra.clone(),
        head_html: head_html.map(str::to_owned),
    }
}

#[derive(Hash, Serialize)]
struct TaxonomyView {
    name: &'static str,
    title: &'static str,
    path: String,
}

#[derive(Hash, Serialize)]
struct TermView {
    id: Arc<str>,
    title: Arc<str>,
    path: Arc<str>,
    description: Arc<str>,
}

#[derive(Hash, Serialize)]
struct TermCount {
    title: Arc<str>,
    path: Arc<str>,
    description: Arc<str>,
    count: usize,
}

#[derive(Hash, Serialize)]
struct HomeSection {
    title: Arc<str>,
    path: Arc<str>,
    description: Arc<str>,
    layout: &'static str,
}

#[derive(Hash, Serialize)]
struct HomeMinisite {
    title: Arc<str>,
    path: Arc<str>,
    description: Arc<str>,
    menu: Vec<MiniEntry>,
}

#[derive(Hash, Serialize)]
struct FigureGroup {
    title: String,
    items: Vec<TargetView>,
}

#[derive(Hash, Serialize)]
struct Tree {
    title: Arc<str>,
    path: Arc<str>,
    items: Vec<Link>,
    children: Vec<Tree>,
}

#[derive(Hash, Serialize)]
struct Year {
    year: i16,
    /// How many items it has; not all of them may be listed.
    count: usize,
}

#[derive(Hash, Serialize)]
struct SearchView {
    path: &'static str,
    key: String,
}

/// How many items of a section the site map names; the section itself has the rest.
const SITE_MAP_ITEMS: usize = 50;
/// How many items the search page lists of a year for people without JavaScript.
const YEAR_ITEMS: usize = 30;
/// How many it lists of all years together.
const SEARCH_ITEMS: usize = 200;

/// How many events the home page shows.
const HOME_EVENTS: usize = 4;

/// The feeds of a section.
const FEEDS: &[(FeedFormat, &str)] = &[
    (FeedFormat::Rss, "rss.xml"),
    (FeedFormat::Atom, "atom.xml"),
    (FeedFormat::Json, "feed.json"),
];

/// Makes jobs.
struct Planner<'s> {
    site: &'s Site,
    plan: &'s Plan,
}

impl Planner<'_> {
    fn job(
        &self,
        template: String,
        mut page: PageView,
        body: Option<BodyJob>,
        parts: Vec<(&'static str, Part)>,
        file: &Arc<str>,
    ) -> Job {
        let root = if page.kind == "404" {
            self.site.config.base_path()
        } else {
            root_of(&page.path)
        };
        // What has no picture of its own shows that of the whole site.
        page.social = page.social.or_else(|| self.social(Owner::Section(0), None));
        let here = self
            .plan
            .menu
            .iter()
            .find(|path| page.path.starts_with(&***path));
        page.here = here.map(Arc::clone).unwrap_or_default();
        Job::Page(Box::new(PageJob {
            template,
            theme: self.plan.theme,
            root,
            site: Arc::clone(&self.plan.view),
            page,
            body,
            parts,
            file: file.clone(),
        }))
    }

    fn card(&self, owner: Owner) -> Job {
        let cards = self.plan.cards.as_ref();
        let job = cards.and_then(|cards| cards.of(owner, self.site));
        Job::Card(Box::new(
            job.expect("a card is planned for an owner that has one"),
        ))
    }

    fn poster(&self, p: usize, format: usize) -> Job {
        let posters = self.plan.posters.as_ref().expect("a poster is planned");
        Job::Poster(Box::new(posters.job(p, format, self.site)))
    }

    /// What social networks show of a page: its own picture if that is large, else its card, else what picture it has.
    fn social(&self, owner: Owner, fields: Option<&Fields>) -> Option<Social> {
        let cards = self.plan.cards.as_ref();
        cards
            .and_then(|cards| cards.social(owner, self.site))
            .or_else(|| {
                let picture = social::picture_of(owner, self.site)?;
                if picture.path.ends_with(".svg") {
                    return None; // networks show no drawings
                }
                let (width, height) = match &picture.social {
                    Some(cut) if *cut != picture.path => (SocialCard::WIDTH, SocialCard::HEIGHT),
                    _ => (picture.width, picture.height),
                };
                Some(Social {
                    url: self.social_url(picture),
                    width: Some(width).filter(|width| *width > 0),
                    height: Some(height).filter(|height| *height > 0),
                    alt: fields?.text("image_alt").map(str::to_owned),
                })
            })
    }

    fn url(&self, path: &str) -> String {
        [&self.site.config.base_url, "/", path].concat()
    }

    /// The URL of a picture for who shows it elsewhere: social networks, search engines.
    fn social_url(&self, picture: &PictureView) -> String {
        self.url(picture.social.as_ref().unwrap_or(&picture.path))
    }

    fn cards(&self, pages: impl IntoIterator<Item = usize>) -> Vec<Arc<View<Card>>> {
        pages
            .into_iter()
            .map(|p| Arc::clone(&self.site.pages[p].card))
            .collect()
    }

    /// What is around the pages of a section.
    fn around(&self, s: usize) -> &Around {
        &self.plan.around[s]
    }

    // Items

    fn page(&self, p: usize) -> Job {
        let site = self.site;
        let page = &site.pages[p];
        let fields = &page.doc.fields;
        let section = &site.sections[page.section];
        let around = self.around(page.section);
        let (previous, next) = self.neighbours(page, p, section);
        let iso = |key: &str| fields.date(key).map(Moment::rfc3339);
        let view = PageView {
            kind: page.kind.name(),
            schema_type: page.kind.schema_type(),
            title: page.title.clone(),
            description: page.description.clone(),
            lead: lead(fields),
            path: page.path.clone(),
            url: self.url(&page.path),
            date: page.date.map(Moment::rfc3339),
            updated: iso("updated"),
            expires: iso("expires"),
            draft: fields.flag("draft"),
            featured: fields.flag("featured"),
            toc: toc(&page.doc.outline.headings),
            minutes: (page.doc.outline.words / 200).max(1),
            breadcrumbs: Arc::clone(&around.breadcrumbs),
            section: section.parent.map(|_| Arc::clone(&section.link)),
            topics: self.terms(page, TOPICS),
            tags: self.terms(page, TAGS),
            audiences: self.terms(page, AUDIENCES),
            tasks: self.terms(page, TASKS),
            unit: self.terms(page, UNITS).pop(),
            author: self.terms(page, AUTHORS).pop(),
            source: fields.table("source").map(|source| SourceView {
                name: source.text("name").unwrap_or_default().to_owned(),
                url: source.text("url").map(str::to_owned),
                date: source.date("date").map(Moment::rfc3339),
            }),
            image: page.picture.as_ref().map(|picture| picture.path.clone()),
            image_alt: fields.text("image_alt").map(str::to_owned),
            social: self.social(Owner::Item(p), Some(fields)),
            image_url: page
                .picture
                .as_deref()
                .map(|picture| self.social_url(picture)),
            picture: page.picture.clone(),
            audio: page.audio.clone(),
            posters: self
                .plan
                .posters
                .as_ref()
                .map_or_else(Vec::new, |posters| posters.links(page)),
            previous,
            next,
            minisite: around.minisite.clone(),
            feeds: Some(Arc::clone(&around.feeds)),
            document: page
                .document
                .as_ref()
                .map(|document| site.document_view(document, &page.files)),
            own: site.own_view(page),
            campaign: agenda::campaign_of(site, page),
            corrections: site.corrections_of(p),
            canonical: original(page),
            related: self.cards(site.related(p)),
            extra: fields.table("extra").cloned().unwrap_or_default(),
            ..PageView::default()
        };
        let body = body(&page.doc, &page.fills);
        let parts = match page.own.as_deref() {
            Some(Own::Campaign(_)) => self.campaign_parts(p),
            _ => Vec::new(),
        };
        self.job(template(page), view, Some(body), parts, &page.doc.path)
    }

    /// The newer and the older neighbour among the dated pages of the section.
    fn neighbours(&self, page: &Page, p: usize, section: &Section) -> (Option<Link>, Option<Link>) {
        if page.date.is_none() {
            return (None, None);
        }
        let pages = &section.pages;
        // Sections sorted by date hold their pages by rank; others are short.
        let here = match pages.binary_search_by_key(&self.site.ranks[p], |q| self.site.ranks[*q]) {
            Ok(here) if pages[here] == p => Some(here),
            _ => pages.iter().position(|q| *q == p),
        };
        let link = |i: usize| {
            pages
                .get(i)
                .map(|q| &self.site.pages[*q])
                .filter(|q| q.date.is_some())
                .map(|page| page.link())
        };
        here.map_or((None, None), |here| {
            (here.checked_sub(1).and_then(link), link(here + 1))
        })
    }

    fn terms(&self, page: &Page, taxonomy: usize) -> Vec<Arc<View<TermLink>>> {
        let terms = &self.site.taxonomies[taxonomy];
        let link = |t: &usize| Arc::clone(&terms[*t].link);
        page.terms[taxonomy].iter().map(link).collect()
    }

    // Sections

    fn feed(&self, s: usize, format: FeedFormat, path: &str) -> Job {
        let section = &self.site.sections[s];
        let title = if s == 0 {
            self.site.config.title.clone()
        } else {
            format!("{} – {}", section.title, self.site.config.title)
        };
        let dated = section.deep.iter().copied().filter(|p| {
            let page = &self.site.pages[*p];
            page.date.is_some() && (page.kind.is_news() || page.document.is_some())
        });
        Job::Feed(FeedJob {
            format,
            path: path.to_owned(),
            title,
            home: section.path.clone(),
            site: Arc::clone(&self.plan.view),
            items: self.cards(dated.take(self.site.config.feed_limit)),
        })
    }

    fn section_view(&self, s: usize) -> PageView {
        let section = &self.site.sections[s];
        let fields = section.doc.as_ref().map(|doc| &doc.fields);
        let picture = section.picture.as_ref();
        PageView {
            kind: "section",
            schema_type: "CollectionPage",
            layout: Some(section.layout.name()),
            title: section.title.clone(),
            description: section.description.clone(),
            lead: fields.and_then(lead),
            path: section.path.clone(),
            url: self.url(&section.path),
            toc: section
                .doc
                .as_ref()
                .map(|doc| toc(&doc.outline.headings))
                .unwrap_or_default(),
            minutes: 1,
            breadcrumbs: section
                .parent
                .map(|parent| Arc::clone(&self.around(parent).breadcrumbs))
                .unwrap_or_default(),
            section: section
                .parent
                .filter(|parent| *parent != 0)
                .map(|parent| Arc::clone(&self.site.sections[parent].link)),
            image: picture.map(|picture| picture.path.clone()),
            image_alt: fields
                .and_then(|fields| fields.text("image_alt"))
                .map(str::to_owned),
            image_url: picture.map(|picture| self.social_url(picture)),
            picture: picture.cloned(),
            minisite: self.around(s).minisite.clone(),
            feeds: Some(Arc::clone(&self.around(s).feeds)),
            social: self.social(Owner::Section(s), fields),
            extra: fields
                .and_then(|fields| fields.table("extra").cloned())
                .unwrap_or_default(),
            ..PageView::default()
        }
    }

    fn last_change(&self, pages: &[usize]) -> Option<String> {
        let changed = |p: &usize| {
            let page = &self.site.pages[*p];
            page.doc.fields.date("updated").or(page.date)
        };
        pages.iter().filter_map(changed).max().map(Moment::rfc3339)
    }

    fn section_body(section: &Section) -> Option<BodyJob> {
        section.doc.as_ref().map(|doc| body(doc, &section.fills))
    }

    fn children(&self, section: &Section) -> Vec<Teaser> {
        let teaser = |s: &usize| {
            let section = &self.site.sections[*s];
            Teaser {
                title: section.title.clone(),
                path: section.path.clone(),
                description: section.description.clone(),
            }
        };
        section.children.iter().map(teaser).collect()
    }

    fn section_list(&self, s: usize, i: usize) -> Job {
        let section = &self.site.sections[s];
        let slices = slices(section);
        let slice = slices[i];
        let mut view = self.section_view(s);
        let mut body = Self::section_body(section);
        let path = list_path(&section.path, i);
        view.updated = self.last_change(slice);
        if i > 0 {
            body = None;
            view.toc = Vec::new();
            view.url = self.url(&path);
            view.path = path.into();
        }
        let mut parts = vec![
            ("items", Part::Cards(self.cards(slice.iter().copied()))),
            ("pager", Part::new(pager(&section.path, i, slices.len()))),
            ("children", Part::new(self.children(section))),
        ];
        match section.layout {
            Layout::Calendar => parts.extend(self.calendar_parts(s)),
            Layout::Campaigns => parts.extend(self.campaigns_parts(s)),
            Layout::Models => parts.extend(self.models_parts(s)),
            _ if i == 0 => parts.push(("campaigns", self.open_campaigns(&section.deep))),
            _ => {}
        }
        let template = format!("{}.html", section.layout.name());
        self.job(template, view, body, parts, &section_file(section))
    }

    fn documents(&self, doc: Option<&Arc<Doc>>, section: &Section) -> Vec<usize> {
        let listed: Vec<usize> = doc
            .iter()
            .flat_map(|doc| doc.fields.list("documents"))
            .filter_map(|item| {
                self.site
                    .documents
                    .get(&vi::cite::key(item.as_text()?))
                    .copied()
            })
            .collect();
        if !listed.is_empty() {
            return listed;
        }
        section
            .deep
            .iter()
            .copied()
            .filter(|p| self.site.pages[*p].document.is_some())
            .take(8)
            .collect()
    }

    fn minisite_front(&self, s: usize) -> Job {
        let site = self.site;
        let section = &site.sections[s];
        let mut view = self.section_view(s);
        view.updated = self.last_change(&section.deep);
        let newest_of = |s: &usize| self.cards(site.sections[*s].deep.iter().copied().take(3));
        let columns = section.children.iter().map(newest_of).collect();
        let tasks: Vec<TermView> = site.taxonomies[TASKS].iter().map(term_view).collect();
        let news = section
            .deep
            .iter()
            .copied()
            .filter(|p| site.pages[*p].date.is_some());
        let parts = vec![
            (
                "children",
                Part::with_cards(self.children(section), vec![("latest", columns)]),
            ),
            ("latest", Part::Cards(self.cards(news.take(6)))),
            ("figures", Part::new(self.figures(&section.folder))),
            ("tasks", Part::new(tasks)),
            (
                "documents",
                Part::Cards(self.cards(self.documents(section.doc.as_ref(), section))),
            ),
            ("campaigns", self.open_campaigns(&section.deep)),
        ];
        self.job(
            "minisite.html".to_owned(),
            view,
            Self::section_body(section),
            parts,
            &section_file(section),
        )
    }

    fn figures(&self, folder: &str) -> Vec<FigureGroup> {
        let mut groups: Vec<FigureGroup> = Vec::new();
        let entries = self
            .site
            .registries
            .get("kpi")
            .into_iter()
            .flat_map(|registry| &registry.entries);
        for (_, kpi, _) in entries.filter(|(_, kpi, _)| kpi.text("section") == Some(folder)) {
            let figure = TargetView::new(&Target::of(kpi), self.site.now.date().year());
            let title = kpi.text("group").unwrap_or_default().to_owned();
            match groups.iter_mut().find(|group| group.title == title) {
                Some(group) => group.items.push(figure),
                None => groups.push(FigureGroup {
                    title,
                    items: vec![figure],
                }),
            }
        }
        groups
    }

    fn home(&self) -> Job {
        let site = self.site;
        let section = &site.sections[0];
        let mut view = self.section_view(0);
        view.updated = self.last_change(&section.deep);
        view.kind = "home";
        view.schema_type = "WebSite";
        view.layout = None;
        view.section = None;
        let description = &site.config.description;
        if !description.is_empty()
            && section
                .doc
                .as_ref()
                .is_none_or(|doc| doc.fields.text("description").is_none())
        {
            view.description = description.as_str().into();
        }
        let is_news = |p: &usize| site.pages[*p].kind.is_news();
        let mut featured: Vec<usize> = site
            .newest
            .iter()
            .copied()
            .filter(|p| is_news(p) && site.pages[*p].doc.fields.flag("featured"))
            .take(3)
            .collect();
        for p in site.newest.iter().copied().filter(is_news) {
            if featured.len() >= 3 {
                break;
            }
            if !featured.contains(&p) {
                featured.push(p);
            }
        }
        let top = |minisite: bool| {
            section.children.iter().copied().filter(move |s| {
                let section = &site.sections[*s];
                // A table of documents has its own place on the home page.
                match section.layout {
                    Layout::Minisite => minisite,
                    Layout::Table | Layout::Calendar | Layout::Campaigns => false,
                    Layout::List | Layout::Cards | Layout::Models => {
                        !minisite && !section.deep.is_empty()
                    }
                }
            })
        };
        let sections: Vec<HomeSection> = top(false)
            .map(|s| {
                let section = &site.sections[s];
                HomeSection {
                    title: section.title.clone(),
                    path: section.path.clone(),
                    description: section.description.clone(),
                    layout: section.layout.name(),
                }
            })
            .collect();
        let latest = top(false)
            .map(|s| self.cards(site.sections[s].deep.iter().copied().take(5)))
            .collect();
        let minisites: Vec<HomeMinisite> = top(true)
            .map(|s| {
                let section = &site.sections[s];
                HomeMinisite {
                    title: section.title.clone(),
                    path: section.path.clone(),
                    description: section.description.clone(),
                    menu: around::menu(self.site, s, &[]),
                }
            })
            .collect();
        let documents = site
            .newest
            .iter()
            .copied()
            .filter(|p| site.pages[*p].document.is_some())
            .take(5);
        let parts = vec![
            ("featured", Part::Cards(self.cards(featured))),
            (
                "sections",
                Part::with_cards(sections, vec![("latest", latest)]),
            ),
            ("minisites", Part::new(minisites)),
            ("banners", Part::new(self.banners())),
            ("campaigns", self.open_campaigns(&section.deep)),
            ("events", self.next_events(&section.deep, HOME_EVENTS)),
            ("documents", Part::Cards(self.cards(documents))),
        ];
        self.job(
            "home.html".to_owned(),
            view,
            Self::section_body(section),
            parts,
            &section_file(section),
        )
    }

    // Taxonomies

    fn taxonomy_part(taxonomy: &TaxonomyKind) -> Part {
        let path = format!("{}/", taxonomy.path);
        Part::new(TaxonomyView {
            name: taxonomy.name,
            title: taxonomy.title,
            path,
        })
    }

    fn terms_page(&self, t: usize) -> Job {
        let taxonomy = &TAXONOMIES[t];
        let path = format!("{}/", taxonomy.path);
        let view = PageView {
            kind: "terms",
            schema_type: "CollectionPage",
            title: taxonomy.title.into(),
            url: self.url(&path),
            path: path.into(),
            minutes: 1,
            breadcrumbs: Arc::clone(&self.around(0).breadcrumbs),
            feeds: Some(Arc::clone(&self.around(0).feeds)),
            ..PageView::default()
        };
        let count = |term: &Term| TermCount {
            title: term.title.clone(),
            path: term.path.clone(),
            description: term.description.clone(),
            count: term.pages.len(),
        };
        let counts: Vec<TermCount> = self.site.taxonomies[t].iter().map(count).collect();
        let parts = vec![
            ("taxonomy", Self::taxonomy_part(taxonomy)),
            ("terms", Part::new(counts)),
        ];
        self.job(
            "terms.html".to_owned(),
            view,
            None,
            parts,
            &config::FILE.into(),
        )
    }

    fn term_page(&self, t: usize, term: usize, i: usize) -> Job {
        let taxonomy = &TAXONOMIES[t];
        let term = &self.site.taxonomies[t][term];
        let slices = paginate(&term.pages, self.site.config.paginate, true);
        let here = list_path(&term.path, i);
        let mut breadcrumbs = self.around(0).breadcrumbs.to_vec();
        breadcrumbs.push(Link {
            title: taxonomy.title.into(),
            path: format!("{}/", taxonomy.path).into(),
        });
        let view = PageView {
            kind: "term",
            schema_type: "CollectionPage",
            title: term.title.clone(),
            description: term.description.clone(),
            url: self.url(&here),
            path: here.into(),
            minutes: 1,
            breadcrumbs: View::new(breadcrumbs),
            feeds: Some(Arc::clone(&self.around(0).feeds)),
            ..PageView::default()
        };
        let parts = vec![
            ("taxonomy", Self::taxonomy_part(taxonomy)),
            ("term", Part::new(term_view(term))),
            ("items", Part::Cards(self.cards(slices[i].iter().copied()))),
            ("pager", Part::new(pager(&term.path, i, slices.len()))),
        ];
        self.job(
            "term.html".to_owned(),
            view,
            None,
            parts,
            &config::FILE.into(),
        )
    }

    // Pages that every site has

    fn program_view(&self, kind: &'static str, title: Msg, path: &str) -> PageView {
        PageView {
            kind,
            schema_type: "WebPage",
            title: title.text(Lang::Vi).into(),
            path: path.into(),
            url: self.url(path),
            minutes: 1,
            breadcrumbs: Arc::clone(&self.around(0).breadcrumbs),
            feeds: Some(Arc::clone(&self.around(0).feeds)),
            ..PageView::default()
        }
    }

    fn taxonomy_links(&self) -> Part {
        let filled = TAXONOMIES
            .iter()
            .zip(&self.site.taxonomies)
            .filter(|(_, terms)| !terms.is_empty());
        let link = |taxonomy: &TaxonomyKind| Link {
            title: taxonomy.title.into(),
            path: format!("{}/", taxonomy.path).into(),
        };
        Part::new(
            filled
                .map(|(taxonomy, _)| link(taxonomy))
                .collect::<Vec<_>>(),
        )
    }

    fn tree(&self, s: usize) -> Tree {
        let section = &self.site.sections[s];
        Tree {
            title: section.title.clone(),
            path: section.path.clone(),
            items: section
                .pages
                .iter()
                .take(SITE_MAP_ITEMS)
                .map(|p| self.site.pages[*p].link())
                .collect(),
            children: section.children.iter().map(|s| self.tree(*s)).collect(),
        }
    }

    fn site_map(&self) -> Job {
        let view = self.program_view("sitemap", Msg::PageSiteMap, "so-do-trang/");
        let parts = vec![
            ("tree", Part::new(vec![self.tree(0)])),
            ("taxonomies", self.taxonomy_links()),
        ];
        self.job(
            "sitemap.html".to_owned(),
            view,
            None,
            parts,
            &config::FILE.into(),
        )
    }

    fn search(&self) -> Job {
        let year_of = |p: &usize| self.site.pages[*p].date.map(|date| date.date().year());
        let all = self.site.newest.chunk_by(|a, b| year_of(a) == year_of(b));
        let mut left = SEARCH_ITEMS;
        let (mut years, mut lists) = (Vec::new(), Vec::new());
        for pages in all {
            let (Some(year), count) = (year_of(&pages[0]), pages.len()) else {
                continue;
            };
            let shown = count.min(left).min(YEAR_ITEMS);
            if shown == 0 {
                break;
            }
            left -= shown;
            years.push(Year { year, count });
            lists.push(self.cards(pages[..shown].iter().copied()));
        }
        let search = self.plan.shelf.as_ref().map(|shelf| SearchView {
            path: search::FOLDER,
            key: Fingerprint::of(shelf.segments(self.site)).short(),
        });
        let parts = vec![
            ("sections", Part::new(self.section_tree(0))),
            ("taxonomies", self.taxonomy_links()),
            ("years", Part::with_cards(years, vec![("items", lists)])),
            ("index", Part::new("du-lieu/tin-bai.json")),
            ("search", Part::new(search)),
        ];
        let view = self.program_view("search", Msg::PageSearch, "tim-kiem/");
        self.job(
            "search.html".to_owned(),
            view,
            None,
            parts,
            &config::FILE.into(),
        )
    }

    fn not_found(&self) -> Job {
        let mut view = self.program_view("404", Msg::PageNotFound, "404.html");
        view.robots = Some("noindex");
        self.job(
            "404.html".to_owned(),
            view,
            None,
            Vec::new(),
            &config::FILE.into(),
        )
    }

    /// The script that keeps pages. Its version is what those pages are made from.
    fn offline(&self) -> String {
        let key = |path: &String| {
            let file = file_of(path);
            let entry = self.plan.files.get(&file)?;
            self.plan.job(self.site, &file, entry).key().ok()
        };
        let keys: Vec<_> = self.site.offline.iter().map(key).collect();
        offline::script(&self.site.offline, Fingerprint::of(&keys))
    }

    fn redirect(&self, redirect: &Redirect) -> Job {
        let Redirect { from, to, file } = redirect;
        let view = PageView {
            kind: "redirect",
            schema_type: "WebPage",
            title: to.title.clone(),
            path: from.as_str().into(),
            url: self.url(&to.path),
            minutes: 1,
            robots: Some("noindex"),
            ..PageView::default()
        };
        let parts = vec![("target", Part::new(to.clone()))];
        self.job("redirect.html".to_owned(), view, None, parts, file)
    }

    fn section_tree(&self, s: usize) -> Vec<Tree> {
        let tree = |s: &usize| {
            let section = &self.site.sections[*s];
            Tree {
                title: section.title.clone(),
                path: section.path.clone(),
                items: Vec::new(),
                children: self.section_tree(*s),
            }
        };
        self.site.sections[s].children.iter().map(tree).collect()
    }

    fn sitemap(&self) -> Job {
        let changed = |p: &usize| {
            let page = &self.site.pages[*p];
            page.doc
                .fields
                .date("updated")
                .or(page.date)
                .map(|moment| moment.date().to_string())
        };
        let entry = |(path, entry): (&String, &Entry)| {
            let modified = match entry {
                Entry::Item(p) => changed(p),
                Entry::Home
                | Entry::Minisite(_)
                | Entry::Section(..)
                | Entry::Terms(_)
                | Entry::Term(..)
                | Entry::SiteMap
                | Entry::Search => None,
                _ => return None,
            };
            let path = path.strip_suffix("index.html").unwrap_or(path);
            Some(SitemapEntry {
                path: path.into(),
                modified,
            })
        };
        Job::Sitemap(
            self.site.config.base_url.clone(),
            self.plan.files.iter().filter_map(entry).collect(),
        )
    }
}

/// Redirect pages for old addresses, and the host's own file for them if the configuration asks for it.
fn plan_redirects(site: &Site, addresses: &mut Addresses<'_>) {
    let mut lines: Vec<(String, String)> = Vec::new();
    let sections = site
        .sections
        .iter()
        .filter_map(|s| Some((s.doc.as_ref()?, Link::clone(&s.link))));
    let has_aliases = |page: &&Arc<Page>| page.doc.fields.get("aliases").is_some();
    let pages = site.pages.iter().filter(has_aliases);
    let pages = pages.map(|page| (&page.doc, page.link()));
    for (doc, to) in sections.chain(pages) {
        for item in doc.fields.list("aliases") {
            let Some(alias) = item.as_text() else {
                continue;
            };
            let Some(from) = alias_path(alias) else {
                addresses.diagnostics.push(
                    Diagnostic::new(Msg::BadAlias, &doc.path, item.span, &[&alias])
                        .help(Msg::HelpAlias, &[]),
                );
                continue;
            };
            let before = addresses.diagnostics.len();
            let redirect = Redirect {
                from: from.clone(),
                to: to.clone(),
                file: doc.path.clone(),
            };
            let entry = Entry::Redirect(redirect.into());
            addresses.add(file_of(&from), entry, doc.path.clone());
            for diagnostic in &mut addresses.diagnostics[before..] {
                diagnostic.span = Some(item.span);
                diagnostic.helps = vec![Text::new(Msg::HelpAliasTaken, &[])];
            }
            lines.push((from, to.path.to_string()));
        }
    }
    let base = site.config.base_path();
    match site.config.redirects.as_deref() {
        Some("htaccess") => {
            let mut text = format!("ErrorDocument 404 {base}404.html\n");
            for (from, to) in &lines {
                let slash = if from.ends_with('/') { "/?" } else { "" };
                let pattern = regex_escape(from.trim_end_matches('/'));
                text.push_str(&format!(
                    "RedirectMatch 301 ^{base}{pattern}{slash}$ {base}{to}\n"
                ));
            }
            addresses.add(".htaccess".to_owned(), Entry::Text(text), config::FILE);
        }
        Some("nginx") => {
            let mut text = format!("error_page 404 {base}404.html;\n");
            for (from, to) in &lines {
                text.push_str(&format!(
                    "location = {base}{from} {{ return 301 {base}{to}; }}\n"
                ));
            }
            addresses.add(
                "nginx-redirects.conf".to_owned(),
                Entry::Text(text),
                config::FILE,
            );
        }
        _ => {}
    }
}

/// The address of the original of a page that says it is none.
/// The template of a page: that of an article while the page lacks what its kind must say, so that its text can be seen
/// beside the mistake.
fn template(page: &Page) -> String {
    let must_say = page.kind.fields().iter().any(|field| field.required);
    let is_told = page.own.is_some() || page.document.is_some();
    match must_say && !is_told {
        true => kinds::KINDS[0].template(),
        false => page.kind.template(),
    }
}

/// What stands above the text: only what the file gives, for the start of the text follows below.
fn lead(fields: &Fields) -> Option<String> {
    fields.text("description").map(str::to_owned)
}

fn original(page: &Page) -> Option<String> {
    let is_copy = matches!(page.own.as_deref(), Some(Own::Reprint(reprint)) if reprint.is_copy);
    let source = page.doc.fields.table("source").filter(|_| is_copy)?;
    source.text("url").map(str::to_owned)
}

fn body(doc: &Arc<Doc>, fills: &Fills) -> BodyJob {
    BodyJob {
        doc: doc.key,
        file: doc.path.clone(),
        fills: fills.clone(),
    }
}

fn term_view(term: &Term) -> TermView {
    TermView {
        id: term.id.clone(),
        title: term.title.clone(),
        path: term.path.clone(),
        description: term.description.clone(),
    }
}

/// Headings of level 2 with those of level 3 below them.
fn toc(headings: &[Heading]) -> Vec<TocEntry> {
    let mut entries: Vec<TocEntry> = Vec::new();
    for heading in headings {
        let entry = || TocEntry {
            id: heading.id.clone(),
            title: heading.text.clone(),
            level: heading.level,
            children: Vec::new(),
        };
        match (heading.level, entries.last_mut()) {
            (3, Some(above)) => above.children.push(entry()),
            (2 | 3, _) => entries.push(entry()),
            _ => {}
        }
    }
    entries
}

/// The pages of a section's list. A table sorts and filters itself and must hold all its rows; what has a
/// time and what is an index have lists of their own.
fn slices(section: &Section) -> Vec<&[usize]> {
    let per_page = match section.layout {
        Layout::Table | Layout::Calendar | Layout::Campaigns | Layout::Models => usize::MAX,
        _ => section.paginate,
    };
    let by_date = section
        .doc
        .as_ref()
        .and_then(|doc| doc.fields.text("sort"))
        .is_none_or(|sort| sort == "date");
    paginate(&section.pages, per_page, by_date)
}

/// The path of page `i` (from 0) of a list.
fn list_path(path: &str, i: usize) -> String {
    if i == 0 {
        path.to_owned()
    } else {
        format!("{path}trang/{}/", i + 1)
    }
}

fn pager(path: &str, i: usize, total: usize) -> Option<Pager> {
    (total > 1).then(|| Pager {
        number: i + 1,
        total,
        newer: i.checked_sub(1).map(|i| list_path(path, i)),
        older: (i + 1 < total).then(|| list_path(path, i + 1)),
        first: path.to_owned(),
        last: list_path(path, total - 1),
    })
}

/// Cuts a list into pages. There is always one page. When the list is by date, the first page has the newest items and
/// the pages after it are counted from the oldest item: a new item changes the first two pages and not all of them.
fn paginate(items: &[usize], per_page: usize, by_date: bool) -> Vec<&[usize]> {
    if items.len() <= per_page {
        return vec![items];
    }
    let (first, rest) = items.split_at(per_page);
    let mut pages = vec![first];
    let odd = rest.len() % per_page;
    if by_date && odd > 0 {
        let (second, rest) = rest.split_at(odd);
        pages.push(second);
        pages.extend(rest.chunks(per_page));
    } else {
        pages.extend(rest.chunks(per_page));
    }
    pages
}

/// An old address as an output path: `/tin-tuc/cu/` or `/cu.html`. `None` for what is no plain path of the site.
fn alias_path(alias: &str) -> Option<String> {
    let path = alias.strip_prefix('/')?;
    let plain = !path.is_empty()
        && path.split('/').all(|part| part != "." && part != "..")
        && !path.contains("//")
        && path
            .chars()
            .all(|c| c.is_alphanumeric() || "-_./~".contains(c));
    let is_file = path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.ends_with(".html") || name.ends_with(".htm"));
    plain.then(|| {
        if is_file || path.ends_with('/') {
            path.to_owned()
        } else {
            format!("{path}/")
        }
    })
}

fn regex_escape(text: &str) -> String {
    text.replace('.', "\\.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_item_changes_the_first_two_pages_of_a_list_by_date() {
        let newest_first = |n: usize| (0..n).rev().collect::<Vec<_>>();
        let lists: Vec<Vec<usize>> = (1..100).map(newest_first).collect();
        for pair in lists.windows(2) {
            let (before, after) = (paginate(&pair[0], 10, true), paginate(&pair[1], 10, true));
            assert_eq!(after.concat(), pair[1], "every item once, in order");
            if before.len() == after.len() {
                assert_eq!(before.get(2..), after.get(2..));
            }
        }
    }

    #[test]
    fn lists_have_as_many_pages_as_they_need() {
        assert_eq!(paginate(&[], 20, true).len(), 1);
        assert_eq!(paginate(&[0; 20], 20, true).len(), 1);
        assert_eq!(paginate(&[0; 21], 20, true).len(), 2);
        assert_eq!(
            paginate(&[0; 45], 20, true)
                .iter()
                .map(|p| p.len())
                .collect::<Vec<_>>(),
            [20, 5, 20]
        );
        assert_eq!(
            paginate(&[0; 45], 20, false)
                .iter()
                .map(|p| p.len())
                .collect::<Vec<_>>(),
            [20, 20, 5]
        );
    }

    #[test]
    fn old_addresses_stay_within_the_site() {
        assert_eq!(alias_path("/tin-tuc/cu/").as_deref(), Some("tin-tuc/cu/"));
        assert_eq!(alias_path("/cu.html").as_deref(), Some("cu.html"));
        for bad in ["tin-tuc/cu/", "/", "/../x/", "/a b/", "https://x.vn/"] {
            assert_eq!(alias_path(bad), None, "{bad}");
        }
    }
}
