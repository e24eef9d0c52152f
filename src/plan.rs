//! The plan: from the site to every file it has. What files there are is decided here and nowhere else.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::config::{self, Config, MenuItem};
use crate::diag::{Diagnostic, Lang, Msg, Span, Text};
use crate::job::{BodyJob, FeedFormat, FeedJob, Job, PageJob, PageSet, SitemapEntry, file_of};
use crate::moment::Moment;
use crate::parse::Doc;
use crate::parse::links;
use crate::parse::markdown::Heading;
use crate::site::{Fills, Layout, Page, RESERVED, Section, Site, Term};
use crate::source::Options;
use crate::taxonomy::{AUDIENCES, AUTHORS, TAGS, TASKS, TAXONOMIES, TOPICS, TaxonomyKind, UNITS};
use crate::theme::Theme;
use crate::vi;
use crate::views::{
    Card, FeedsView, Link, MenuView, MiniEntry, MiniView, PageView, Pager, Part, SiteView, SourceView, Teaser,
    TermLink, TocEntry, View, root_of,
};

/// Plans every file of the site.
pub fn plan(site: &Site, theme: &Theme, options: &Options, diagnostics: &mut Vec<Diagnostic>) -> PageSet {
    let view = View::new(site_view(&site.config, options));
    let planner = Planner { site, theme, view };
    let pages: Vec<(String, Job, Arc<str>)> = (0..site.pages.len())
        .into_par_iter()
        .map(|p| {
            let page = &site.pages[p];
            (file_of(&page.path), planner.page(p), page.doc.path.clone())
        })
        .collect();
    let mut set = Planned { site, files: PageSet::new(), owners: BTreeMap::new(), refused: BTreeSet::new(), diagnostics };
    // Pages of the program come first, so that it is the editor's page that is reported when both want one address.
    for (path, file) in &site.files {
        set.add(path.clone(), Job::Copy(file.clone()), &file.path);
    }
    for (path, bytes) in theme.assets() {
        set.add(path.to_owned(), Job::Asset(bytes), "");
    }
    for (path, job, file) in pages {
        if set.may_have(&path, &file) {
            set.add(path, job, &file);
        }
    }
    for s in 0..site.sections.len() {
        planner.section(s, &mut set);
    }
    for (taxonomy, terms) in TAXONOMIES.iter().zip(&site.taxonomies) {
        if !terms.is_empty() {
            planner.taxonomy(taxonomy, terms, &mut set);
        }
    }
    planner.program_pages(&mut set);
    planner.redirects(&mut set);
    planner.machine_files(&mut set);
    set.files
}

/// What every page may show of the site.
fn site_view(config: &Config, options: &Options) -> SiteView {
    fn menu(items: &[MenuItem]) -> Vec<MenuView> {
        items
            .iter()
            .map(|item| {
                let external = links::is_external(&item.url);
                let path = if external { item.url.clone() } else { item.url.trim_start_matches('/').to_owned() };
                MenuView { title: item.title.clone(), path, external, children: menu(&item.children) }
            })
            .collect()
    }
    let head_html = config.organization.text("head_html").filter(|_| options.production);
    SiteView {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.clone(),
        base_url: config.base_url.clone(),
        organization: config.organization.clone(),
        menu: menu(&config.menu),
        extra: config.extra.clone(),
        head_html: head_html.map(str::to_owned),
    }
}

/// The files so far, who owns each, and what is wrong.
struct Planned<'d> {
    site: &'d Site,
    files: PageSet,
    owners: BTreeMap<String, String>,
    /// First parts of addresses that have been reported as those of the program.
    refused: BTreeSet<String>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl Planned<'_> {
    fn add(&mut self, path: String, job: Job, owner: &str) {
        if let Some(other) = self.owners.get(&path) {
            let shown = path.strip_suffix("index.html").unwrap_or(&path);
            let mut diagnostic = Diagnostic::new(Msg::DuplicateUrl, owner, self.address(owner), &[&shown])
                .help(Msg::HelpDuplicateUrl, &[]);
            if !other.is_empty() {
                diagnostic = diagnostic.note(Msg::NotePageHere, other, self.address(other), &[]);
            }
            // Two sections at one address have more than one file in common, and two files whose names differ only in
            // case have been reported.
            let is_known = |d: &Diagnostic| {
                d.text.msg == Msg::DuplicateUrl && d.file == owner && d.notes.iter().any(|note| note.file == *other)
            };
            let is_same = other.to_lowercase() == owner.to_lowercase() && other != owner;
            if !is_same && !self.diagnostics.iter().any(is_known) {
                self.diagnostics.push(diagnostic);
            }
            return;
        }
        self.owners.insert(path.clone(), owner.to_owned());
        self.files.insert(path, job);
    }

    /// Where a file says what its address is: its `slug`, else the line that opens its front matter.
    fn address(&self, file: &str) -> Option<Span> {
        let pages = self.site.pages.iter().map(|page| &page.doc);
        let mut docs = self.site.sections.iter().filter_map(|section| section.doc.as_ref()).chain(pages);
        let doc = docs.find(|doc| &*doc.path == file && !doc.broken)?;
        Some(doc.fields.span("slug").unwrap_or(doc.front))
    }

    /// Whether an address may be an editor's. Of a section whose address may not, nothing more is said about its pages.
    fn may_have(&mut self, path: &str, file: &str) -> bool {
        let first = path.split('/').next().unwrap_or("");
        if !path.contains('/') || !RESERVED.contains(&first) {
            return true;
        }
        let section = self.site.sections.iter().any(|section| *section.path == format!("{first}/"));
        if !section || file.ends_with("/_index.md") && self.refused.insert(first.to_owned()) {
            let shown = path.strip_suffix("index.html").unwrap_or(path);
            self.diagnostics.push(
                Diagnostic::new(Msg::ReservedUrl, file, self.address(file), &[&shown]).help(Msg::HelpReservedUrl, &[]),
            );
        }
        false
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
    items: Vec<Figure>,
}

#[derive(Hash, Serialize)]
struct Figure {
    text: String,
    target: String,
    value: Option<String>,
    unit: Option<String>,
    year: Option<i64>,
    source: String,
    source_url: Option<String>,
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
}

/// How many items of a section the site map names; the section itself has the rest.
const SITE_MAP_ITEMS: usize = 50;
/// How many items the search page lists for people without JavaScript.
const SEARCH_ITEMS: usize = 200;

struct Planner<'s> {
    site: &'s Site,
    theme: &'s Theme,
    view: Arc<View<SiteView>>,
}

impl Planner<'_> {
    fn job(
        &self,
        template: String,
        page: PageView,
        body: Option<BodyJob>,
        parts: Vec<(&'static str, Part)>,
        file: &Arc<str>,
    ) -> Job {
        let root = if page.kind == "404" { self.site.config.base_path() } else { root_of(&page.path) };
        Job::Page(Box::new(PageJob {
            template,
            theme: self.theme.fingerprint(),
            root,
            site: Arc::clone(&self.view),
            page,
            body,
            parts,
            file: file.clone(),
        }))
    }

    fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.site.config.base_url)
    }

    fn cards(&self, pages: impl IntoIterator<Item = usize>) -> Vec<Arc<View<Card>>> {
        pages.into_iter().map(|p| Arc::clone(&self.site.pages[p].card)).collect()
    }

    fn feeds(section: &Section) -> FeedsView {
        let path = |name: &str| format!("{}{name}", section.path);
        FeedsView { rss: path("rss.xml"), atom: path("atom.xml"), json: path("feed.json") }
    }

    fn minisite(&self, section: usize) -> Option<MiniView> {
        let front = self.site.sections[section].minisite?;
        let line = self.site.ancestry(section);
        let front_section = &self.site.sections[front];
        Some(MiniView {
            title: front_section.title.clone(),
            path: front_section.path.clone(),
            menu: self.mini_menu(front, &line),
        })
    }

    fn mini_menu(&self, front: usize, line: &[usize]) -> Vec<MiniEntry> {
        let entry = |s: &usize| {
            let section = &self.site.sections[*s];
            MiniEntry { title: section.title.clone(), path: section.path.clone(), active: line.contains(s) }
        };
        self.site.sections[front].children.iter().map(entry).collect()
    }

    fn breadcrumbs(&self, section: usize) -> Vec<Link> {
        let home = || Link { title: Msg::PageHome.text(Lang::Vi).into(), path: "".into() };
        let line = self.site.ancestry(section);
        std::iter::once(home()).chain(line.iter().skip(1).map(|s| self.site.sections[*s].link())).collect()
    }

    // Items

    fn page(&self, p: usize) -> Job {
        let site = self.site;
        let page = &site.pages[p];
        let fields = &page.doc.fields;
        let section = &site.sections[page.section];
        let (previous, next) = self.neighbours(page, p, section);
        let iso = |key: &str| fields.date(key).map(Moment::rfc3339);
        let view = PageView {
            kind: page.kind.name(),
            schema_type: page.kind.schema_type(),
            title: page.title.clone(),
            description: page.description.clone(),
            path: page.path.clone(),
            url: self.url(&page.path),
            date: page.date.map(Moment::rfc3339),
            updated: iso("updated"),
            expires: iso("expires"),
            draft: fields.flag("draft"),
            featured: fields.flag("featured"),
            toc: toc(&page.doc.outline.headings),
            minutes: (page.doc.outline.words / 200).max(1),
            breadcrumbs: self.breadcrumbs(page.section),
            section: section.parent.map(|_| section.link()),
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
            image: page.image.clone(),
            image_alt: fields.text("image_alt").map(str::to_owned),
            image_url: page.image.as_deref().map(|image| self.url(image)),
            previous,
            next,
            minisite: self.minisite(page.section),
            feeds: Some(Self::feeds(section)),
            document: page.document.as_ref().map(|document| site.document_view(document, &page.files)),
            related: self.cards(site.related(p)),
            extra: fields.table("extra").cloned().unwrap_or_default(),
            ..PageView::default()
        };
        let body = body(&page.doc, &page.fills);
        self.job(page.kind.template(), view, Some(body), Vec::new(), &page.doc.path)
    }

    /// The newer and the older neighbour among the dated pages of the section.
    fn neighbours(&self, page: &Page, p: usize, section: &Section) -> (Option<Link>, Option<Link>) {
        if page.date.is_none() {
            return (None, None);
        }
        let pages = &section.pages;
        // Sections sorted by date hold their pages by rank; others are short.
        let here = match pages.binary_search_by_key(&page.rank, |q| self.site.pages[*q].rank) {
            Ok(here) if pages[here] == p => Some(here),
            _ => pages.iter().position(|q| *q == p),
        };
        let link = |i: usize| pages.get(i).map(|q| &self.site.pages[*q]).filter(|q| q.date.is_some()).map(Page::link);
        here.map_or((None, None), |here| (here.checked_sub(1).and_then(link), link(here + 1)))
    }

    fn terms(&self, page: &Page, taxonomy: usize) -> Vec<TermLink> {
        let term = |t: &usize| {
            let term = &self.site.taxonomies[taxonomy][*t];
            TermLink { id: term.id.clone(), title: term.title.clone(), path: term.path.clone() }
        };
        page.terms[taxonomy].iter().map(term).collect()
    }

    // Sections

    fn section(&self, s: usize, set: &mut Planned<'_>) {
        let section = &self.site.sections[s];
        let file: Arc<str> = section.doc.as_ref().map_or_else(
            || if s == 0 { config::FILE.into() } else { format!("content/{}/_index.md", section.folder).into() },
            |doc| doc.path.clone(),
        );
        if s == 0 {
            let job = self.home(section, &file);
            set.add(file_of(""), job, &file);
            // Pages that lie directly in content/ are found through menus and the site map.
        } else {
            if !set.may_have(&file_of(&section.path), &file) {
                return;
            }
            match section.layout {
                Layout::Minisite => set.add(file_of(&section.path), self.minisite_front(s, &file), &file),
                Layout::List | Layout::Cards | Layout::Table => self.section_list(s, &file, set),
            }
        }
        for format in [FeedFormat::Rss, FeedFormat::Atom, FeedFormat::Json] {
            let feeds = Self::feeds(section);
            let path = match format {
                FeedFormat::Rss => feeds.rss,
                FeedFormat::Atom => feeds.atom,
                FeedFormat::Json => feeds.json,
            };
            let title = if s == 0 {
                self.site.config.title.clone()
            } else {
                format!("{} – {}", section.title, self.site.config.title)
            };
            let dated = section.deep.iter().copied().filter(|p| {
                let page = &self.site.pages[*p];
                page.date.is_some() && (page.kind.is_news() || page.document.is_some())
            });
            let job = Job::Feed(FeedJob {
                format,
                path: path.clone(),
                title,
                home: section.path.clone(),
                site: Arc::clone(&self.view),
                items: self.cards(dated.take(self.site.config.feed_limit)),
            });
            set.add(path, job, &file);
        }
    }

    fn section_view(&self, s: usize) -> PageView {
        let section = &self.site.sections[s];
        let fields = section.doc.as_ref().map(|doc| &doc.fields);
        PageView {
            kind: "section",
            schema_type: "CollectionPage",
            layout: Some(section.layout.name()),
            title: section.title.clone(),
            description: section.description.clone(),
            path: section.path.clone(),
            url: self.url(&section.path),
            updated: self.last_change(&section.deep),
            toc: section.doc.as_ref().map(|doc| toc(&doc.outline.headings)).unwrap_or_default(),
            minutes: 1,
            breadcrumbs: section.parent.map(|parent| self.breadcrumbs(parent)).unwrap_or_default(),
            section: section.parent.filter(|parent| *parent != 0).map(|parent| self.site.sections[parent].link()),
            minisite: self.minisite(s),
            feeds: Some(Self::feeds(section)),
            extra: fields.and_then(|fields| fields.table("extra").cloned()).unwrap_or_default(),
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
            Teaser { title: section.title.clone(), path: section.path.clone(), description: section.description.clone() }
        };
        section.children.iter().map(teaser).collect()
    }

    fn section_list(&self, s: usize, file: &Arc<str>, set: &mut Planned<'_>) {
        let section = &self.site.sections[s];
        // A table sorts and filters itself and must hold all its rows.
        let per_page = if section.layout == Layout::Table { usize::MAX } else { section.paginate };
        let by_date = section.doc.as_ref().and_then(|doc| doc.fields.text("sort")).is_none_or(|sort| sort == "date");
        let slices = paginate(&section.pages, per_page, by_date);
        for (i, slice) in slices.iter().enumerate() {
            let mut view = self.section_view(s);
            let mut body = Self::section_body(section);
            let path = list_path(&section.path, i);
            if i > 0 {
                body = None;
                view.toc = Vec::new();
                view.updated = self.last_change(slice);
                view.url = self.url(&path);
                view.path = path.clone().into();
            }
            let parts = vec![
                ("items", Part::Cards(self.cards(slice.iter().copied()))),
                ("pager", Part::new(pager(&section.path, i, slices.len()))),
                ("children", Part::new(self.children(section))),
            ];
            let template = format!("{}.html", section.layout.name());
            set.add(file_of(&path), self.job(template, view, body, parts, file), file);
        }
    }

    fn documents(&self, doc: Option<&Arc<Doc>>, section: &Section) -> Vec<usize> {
        let listed: Vec<usize> = doc
            .iter()
            .flat_map(|doc| doc.fields.list("documents"))
            .filter_map(|item| self.site.documents.get(&vi::cite::key(item.as_text()?)).copied())
            .collect();
        if !listed.is_empty() {
            return listed;
        }
        section.deep.iter().copied().filter(|p| self.site.pages[*p].document.is_some()).take(8).collect()
    }

    fn minisite_front(&self, s: usize, file: &Arc<str>) -> Job {
        let site = self.site;
        let section = &site.sections[s];
        let newest_of = |s: &usize| self.cards(site.sections[*s].deep.iter().copied().take(3));
        let columns = section.children.iter().map(newest_of).collect();
        let tasks: Vec<TermView> = site.taxonomies[TASKS].iter().map(term_view).collect();
        let news = section.deep.iter().copied().filter(|p| site.pages[*p].date.is_some());
        let parts = vec![
            ("children", Part::with_cards(self.children(section), vec![("latest", columns)])),
            ("latest", Part::Cards(self.cards(news.take(6)))),
            ("figures", Part::new(self.figures(&section.folder))),
            ("tasks", Part::new(tasks)),
            ("documents", Part::Cards(self.cards(self.documents(section.doc.as_ref(), section)))),
            ("campaigns", Part::Cards(Vec::new())),
        ];
        self.job("minisite.html".to_owned(), self.section_view(s), Self::section_body(section), parts, file)
    }

    fn figures(&self, folder: &str) -> Vec<FigureGroup> {
        let mut groups: Vec<FigureGroup> = Vec::new();
        let entries = self.site.registries.get("kpi").into_iter().flat_map(|registry| &registry.entries);
        for (_, kpi, _) in entries.filter(|(_, kpi, _)| kpi.text("section") == Some(folder)) {
            let text = |key: &str| kpi.text(key).map(str::to_owned);
            let figure = Figure {
                text: text("text").unwrap_or_default(),
                target: text("target").unwrap_or_default(),
                value: text("value"),
                unit: text("unit"),
                year: kpi.int("year"),
                source: text("source").unwrap_or_default(),
                source_url: text("source_url"),
            };
            let title = text("group").unwrap_or_default();
            match groups.iter_mut().find(|group| group.title == title) {
                Some(group) => group.items.push(figure),
                None => groups.push(FigureGroup { title, items: vec![figure] }),
            }
        }
        groups
    }

    fn home(&self, section: &Section, file: &Arc<str>) -> Job {
        let site = self.site;
        let mut view = self.section_view(0);
        view.kind = "home";
        view.schema_type = "WebSite";
        view.layout = None;
        view.section = None;
        let description = &site.config.description;
        if !description.is_empty() && section.doc.as_ref().is_none_or(|doc| doc.fields.text("description").is_none()) {
            view.description = description.as_str().into();
        }
        let is_news = |p: &usize| site.pages[*p].kind.is_news();
        let mut featured: Vec<usize> =
            site.newest.iter().copied().filter(|p| is_news(p) && site.pages[*p].doc.fields.flag("featured")).take(3).collect();
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
                (section.layout == Layout::Minisite) == minisite && (minisite || !section.deep.is_empty())
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
        let latest = top(false).map(|s| self.cards(site.sections[s].deep.iter().copied().take(5))).collect();
        let minisites: Vec<HomeMinisite> = top(true)
            .map(|s| {
                let section = &site.sections[s];
                HomeMinisite {
                    title: section.title.clone(),
                    path: section.path.clone(),
                    description: section.description.clone(),
                    menu: self.mini_menu(s, &[]),
                }
            })
            .collect();
        let documents = site.newest.iter().copied().filter(|p| site.pages[*p].document.is_some()).take(5);
        let parts = vec![
            ("featured", Part::Cards(self.cards(featured))),
            ("sections", Part::with_cards(sections, vec![("latest", latest)])),
            ("minisites", Part::new(minisites)),
            ("documents", Part::Cards(self.cards(documents))),
        ];
        self.job("home.html".to_owned(), view, Self::section_body(section), parts, file)
    }

    // Taxonomies

    fn taxonomy(&self, taxonomy: &TaxonomyKind, terms: &[Term], set: &mut Planned<'_>) {
        let file: Arc<str> = config::FILE.into();
        let path = format!("{}/", taxonomy.path);
        let about = || Part::new(TaxonomyView { name: taxonomy.name, title: taxonomy.title, path: path.clone() });
        let home = self.breadcrumbs(0);
        let view = PageView {
            kind: "terms",
            schema_type: "CollectionPage",
            title: taxonomy.title.into(),
            path: path.as_str().into(),
            url: self.url(&path),
            minutes: 1,
            breadcrumbs: home.clone(),
            feeds: Some(Self::feeds(&self.site.sections[0])),
            ..PageView::default()
        };
        let counts: Vec<TermCount> = terms
            .iter()
            .map(|term| TermCount {
                title: term.title.clone(),
                path: term.path.clone(),
                description: term.description.clone(),
                count: term.pages.len(),
            })
            .collect();
        let parts = vec![("taxonomy", about()), ("terms", Part::new(counts))];
        set.add(file_of(&path), self.job("terms.html".to_owned(), view, None, parts, &file), &file);
        let crumbs: Vec<Link> =
            home.into_iter().chain([Link { title: taxonomy.title.into(), path: path.as_str().into() }]).collect();
        for term in terms {
            let slices = paginate(&term.pages, self.site.config.paginate, true);
            for (i, slice) in slices.iter().enumerate() {
                let here = list_path(&term.path, i);
                let view = PageView {
                    kind: "term",
                    schema_type: "CollectionPage",
                    title: term.title.clone(),
                    description: term.description.clone(),
                    path: here.as_str().into(),
                    url: self.url(&here),
                    minutes: 1,
                    breadcrumbs: crumbs.clone(),
                    feeds: Some(Self::feeds(&self.site.sections[0])),
                    ..PageView::default()
                };
                let parts = vec![
                    ("taxonomy", about()),
                    ("term", Part::new(term_view(term))),
                    ("items", Part::Cards(self.cards(slice.iter().copied()))),
                    ("pager", Part::new(pager(&term.path, i, slices.len()))),
                ];
                set.add(file_of(&here), self.job("term.html".to_owned(), view, None, parts, &file), &file);
            }
        }
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
            breadcrumbs: self.breadcrumbs(0),
            feeds: Some(Self::feeds(&self.site.sections[0])),
            ..PageView::default()
        }
    }

    fn taxonomy_links(&self) -> Part {
        let filled = TAXONOMIES.iter().zip(&self.site.taxonomies).filter(|(_, terms)| !terms.is_empty());
        let link = |taxonomy: &TaxonomyKind| Link { title: taxonomy.title.into(), path: format!("{}/", taxonomy.path).into() };
        Part::new(filled.map(|(taxonomy, _)| link(taxonomy)).collect::<Vec<_>>())
    }

    fn tree(&self, s: usize) -> Tree {
        let section = &self.site.sections[s];
        Tree {
            title: section.title.clone(),
            path: section.path.clone(),
            items: section.pages.iter().take(SITE_MAP_ITEMS).map(|p| self.site.pages[*p].link()).collect(),
            children: section.children.iter().map(|s| self.tree(*s)).collect(),
        }
    }

    fn program_pages(&self, set: &mut Planned<'_>) {
        let file: Arc<str> = config::FILE.into();
        let tree = self.tree(0);
        let view = self.program_view("sitemap", Msg::PageSiteMap, "so-do-trang/");
        let parts = vec![("tree", Part::new(vec![tree])), ("taxonomies", self.taxonomy_links())];
        set.add("so-do-trang/index.html".to_owned(), self.job("sitemap.html".to_owned(), view, None, parts, &file), &file);

        let mut years: Vec<(i16, Vec<usize>)> = Vec::new();
        for p in self.site.newest.iter().copied().take(SEARCH_ITEMS) {
            let Some(date) = self.site.pages[p].date else { continue };
            let year = date.date().year();
            match years.last_mut() {
                Some((last, pages)) if *last == year => pages.push(p),
                _ => years.push((year, vec![p])),
            }
        }
        let lists = years.iter().map(|(_, pages)| self.cards(pages.iter().copied())).collect();
        let years: Vec<Year> = years.into_iter().map(|(year, _)| Year { year }).collect();
        let parts = vec![
            ("sections", Part::new(self.section_tree(0))),
            ("taxonomies", self.taxonomy_links()),
            ("years", Part::with_cards(years, vec![("items", lists)])),
            ("index", Part::new("du-lieu/tin-bai.json")),
        ];
        let view = self.program_view("search", Msg::PageSearch, "tim-kiem/");
        set.add("tim-kiem/index.html".to_owned(), self.job("search.html".to_owned(), view, None, parts, &file), &file);

        let mut view = self.program_view("404", Msg::PageNotFound, "404.html");
        view.robots = Some("noindex");
        set.add("404.html".to_owned(), self.job("404.html".to_owned(), view, None, Vec::new(), &file), &file);
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

    fn redirects(&self, set: &mut Planned<'_>) {
        let mut lines: Vec<(String, String)> = Vec::new();
        let sections = self.site.sections.iter().filter_map(|s| Some((s.doc.as_ref()?, s.link())));
        let pages = self.site.pages.iter().map(|page| (&page.doc, page.link()));
        for (doc, target) in sections.chain(pages) {
            for item in doc.fields.list("aliases") {
                let Some(alias) = item.as_text() else { continue };
                let Some(path) = alias_path(alias) else {
                    set.diagnostics.push(
                        Diagnostic::new(Msg::BadAlias, &doc.path, item.span, &[&alias]).help(Msg::HelpAlias, &[]),
                    );
                    continue;
                };
                let view = PageView {
                    kind: "redirect",
                    schema_type: "WebPage",
                    title: target.title.clone(),
                    path: path.as_str().into(),
                    url: self.url(&target.path),
                    minutes: 1,
                    robots: Some("noindex"),
                    ..PageView::default()
                };
                let parts = vec![("target", Part::new(target.clone()))];
                let job = self.job("redirect.html".to_owned(), view, None, parts, &doc.path);
                let before = set.diagnostics.len();
                set.add(file_of(&path), job, &doc.path);
                for diagnostic in &mut set.diagnostics[before..] {
                    diagnostic.span = Some(item.span);
                    diagnostic.helps = vec![Text::new(Msg::HelpAliasTaken, &[])];
                }
                lines.push((path, target.path.to_string()));
            }
        }
        let base = self.site.config.base_path();
        match self.site.config.redirects.as_deref() {
            Some("htaccess") => {
                let mut text = format!("ErrorDocument 404 {base}404.html\n");
                for (from, to) in &lines {
                    text.push_str(&format!("RedirectMatch 301 ^{base}{}$ {base}{to}\n", regex_escape(from.trim_end_matches('/')) + if from.ends_with('/') { "/?" } else { "" }));
                }
                set.add(".htaccess".to_owned(), Job::Text(text), config::FILE);
            }
            Some("nginx") => {
                let mut text = format!("error_page 404 {base}404.html;\n");
                for (from, to) in &lines {
                    text.push_str(&format!("location = {base}{from} {{ return 301 {base}{to}; }}\n"));
                }
                set.add("nginx-redirects.conf".to_owned(), Job::Text(text), config::FILE);
            }
            _ => {}
        }
    }

    // Files for machines

    fn machine_files(&self, set: &mut Planned<'_>) {
        let mut entries: Vec<SitemapEntry> = Vec::new();
        let modified: BTreeMap<&str, Option<Moment>> = self
            .site
            .pages
            .iter()
            .map(|page| (&*page.path, page.doc.fields.date("updated").or(page.date)))
            .collect();
        for job in set.files.values() {
            if let Job::Page(job) = job
                && job.page.robots.is_none()
            {
                let date = modified.get(&*job.page.path).copied().flatten().map(|m| m.date().to_string());
                entries.push(SitemapEntry { path: job.page.path.clone(), modified: date });
            }
        }
        let base = &self.site.config.base_url;
        set.add("sitemap.xml".to_owned(), Job::Sitemap(base.clone(), entries), "");
        let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n");
        set.add("robots.txt".to_owned(), Job::Text(robots), "");
        let items = self.cards(self.site.newest.iter().copied());
        set.add("du-lieu/tin-bai.json".to_owned(), Job::Items(Arc::clone(&self.view), items), "");
    }
}

fn body(doc: &Arc<Doc>, fills: &Fills) -> BodyJob {
    BodyJob { doc: doc.key, file: doc.path.clone(), fills: fills.clone() }
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

/// The path of page `i` (from 0) of a list.
fn list_path(path: &str, i: usize) -> String {
    if i == 0 { path.to_owned() } else { format!("{path}trang/{}/", i + 1) }
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
        && path.chars().all(|c| c.is_alphanumeric() || "-_./~".contains(c));
    let is_file = path.rsplit('/').next().is_some_and(|name| name.ends_with(".html") || name.ends_with(".htm"));
    plain.then(|| if is_file || path.ends_with('/') { path.to_owned() } else { format!("{path}/") })
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
        assert_eq!(paginate(&[0; 45], 20, true).iter().map(|p| p.len()).collect::<Vec<_>>(), [20, 5, 20]);
        assert_eq!(paginate(&[0; 45], 20, false).iter().map(|p| p.len()).collect::<Vec<_>>(), [20, 20, 5]);
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
