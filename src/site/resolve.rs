//! Links, pictures, files and citations: what a page names, found on the site or reported.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use pulldown_cmark_escape::escape_href;
use rayon::prelude::*;

use super::attachment::{self, FirstUse};
use super::figures::{self, Tables};
use super::{
    Address, Fills, Hidden, Page, Site, allowed, is_program_page, known_names, own, pictures,
};
use crate::config;
use crate::diag::{Diagnostic, Msg, Span};
use crate::image::{PictureView, Rendition};
use crate::kinds::{Document, FileView, Own};
use crate::moment::Moment;
use crate::parse::{self, Doc, links};
use crate::source::{File, Snapshot};
use crate::vi;
use crate::views::root_of;

/// What a path in the sources or on the site leads to.
pub(super) struct Map<'s> {
    pub snapshot: &'s Snapshot,
    pub site: &'s Site,
}

impl<'s> Map<'s> {
    /// The paths of all source files that are pages or sections, in order.
    fn doc_paths(&self) -> Vec<&'s str> {
        let sections = self.site.sections.iter();
        let sections = sections.filter_map(|section| Some(&*section.doc.as_ref()?.path));
        let pages = self.site.pages.iter().map(|page| &*page.doc.path);
        let mut paths: Vec<&str> = sections.chain(pages).collect();
        paths.sort_unstable();
        paths
    }

    /// What is at a URL path: a page or section with its doc, or something else without one.
    fn address(&self, path: &str) -> Option<Option<&'s Doc>> {
        Some(match self.site.addresses.get(path)? {
            Address::Section(s) => self.site.sections[*s].doc.as_deref(),
            Address::Page(p) => Some(&self.site.pages[*p].doc),
            Address::Term => None,
        })
    }
}

/// What one page needs of the rest of the site.
#[derive(Default)]
pub(super) struct Resolved {
    pub fills: Fills,
    pub picture: Option<Arc<PictureView>>,
    pub audio: Option<FileView>,
    pub downloads: Vec<FileView>,
    /// The pages that the keys of the page's kind name.
    pub named: Vec<usize>,
    /// Source path → output path of files that the page uses, and where it names them.
    pub used: Vec<(Arc<str>, String, Span)>,
    /// Output path, source path and rendition of pictures that the page shows.
    pub renditions: Vec<(String, Arc<str>, Rendition)>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Resolves everything that one page or section leads to, for the whole site.
pub(super) fn all(site: &mut Site, snapshot: &Snapshot, diagnostics: &mut Vec<Diagnostic>) {
    let (offline, sections, pages) = {
        let map = Map { snapshot, site };
        diagnostics.extend(check_menu(&map));
        diagnostics.extend(check_emblems(&map));
        allowed::check_site(site, diagnostics);
        let offline: Vec<String> = (map.site.config.offline.iter())
            .filter_map(|(url, span)| own_address(url, *span, &map, diagnostics))
            .collect();
        let sections: Vec<Resolved> = site
            .sections
            .par_iter()
            .map_init(Tables::default, |tables, section| {
                section.doc.as_ref().map_or_else(Resolved::default, |doc| {
                    let mut resolved = doc_of(doc, &section.path, None, &map, tables);
                    check_listed_documents(doc, site, &mut resolved.diagnostics);
                    resolved
                })
            })
            .collect();
        let pages: Vec<Resolved> = site
            .pages
            .par_iter()
            .map_init(Tables::default, |tables, page| {
                doc_of(&page.doc, &page.path, Some(page), &map, tables)
            })
            .collect();
        (offline, sections, pages)
    };
    site.offline = offline;
    let mut taken: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut first_use = FirstUse::new();
    let mut keep = |site: &mut Site, resolved: &mut Resolved, file: &str| {
        diagnostics.append(&mut resolved.diagnostics);
        for (source, out, span) in resolved.used.drain(..) {
            let place = || (file.to_owned(), span);
            first_use.entry(source.clone()).or_insert_with(place);
            if let Some(other) = taken.insert(out.clone(), source.clone())
                && other != source
            {
                diagnostics.push(
                    Diagnostic::new(Msg::DuplicateUrl, file, span, &[&out])
                        .help(Msg::HelpDuplicateFile, &[])
                        .note(Msg::NoteOtherFile, &other, None, &[]),
                );
            }
            let Some(file) = snapshot.files.get(&source).cloned() else {
                continue;
            };
            match site.stripped(&source) {
                Some(rendition) => {
                    site.renditions.insert(out, (file, rendition));
                }
                None => {
                    site.files.insert(out, file);
                }
            }
        }
        for (path, source, rendition) in resolved.renditions.drain(..) {
            if let Some(file) = snapshot.files.get(&source) {
                let place = site.renditions.entry(path);
                place.or_insert_with(|| (file.clone(), rendition));
            }
        }
    };
    for (i, mut resolved) in sections.into_iter().enumerate() {
        let doc = site.sections[i].doc.clone();
        keep(
            site,
            &mut resolved,
            doc.as_ref().map_or("", |doc| &doc.path),
        );
        let section = &mut site.sections[i];
        (section.fills, section.picture) = (resolved.fills, resolved.picture);
    }
    for (i, mut resolved) in pages.into_iter().enumerate() {
        let doc = Arc::clone(&site.pages[i].doc);
        keep(site, &mut resolved, &doc.path);
        let page = Arc::make_mut(&mut site.pages[i]);
        (page.fills, page.picture) = (resolved.fills, resolved.picture);
        (page.audio, page.files) = (resolved.audio, resolved.downloads);
        page.named = resolved.named;
    }
    pictures::check_sources(site, diagnostics);
    diagnostics.extend(attachment::check(site, &first_use));
}

fn check_listed_documents(doc: &Doc, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for item in doc.fields.list("documents") {
        let Some(symbol) = item.as_text() else {
            continue;
        };
        if !site.documents.contains_key(&vi::cite::key(symbol)) {
            diagnostics.extend(unknown_document(symbol, &doc.path, item.span, site));
        }
    }
}

/// The diagnostic of a document that the site has not; none when a file that cannot be read may be its page.
fn unknown_document(symbol: &str, file: &str, span: Span, site: &Site) -> Option<Diagnostic> {
    let document = |page: &Page| {
        page.document
            .as_ref()
            .map_or("", |document| &document.symbol)
            .to_owned()
    };
    if site
        .pages
        .iter()
        .any(|page| page.doc.broken && document(page).is_empty())
    {
        return None;
    }
    let symbols = site
        .documents
        .values()
        .filter_map(|p| Some(site.pages[*p].document.as_ref()?.symbol.as_str()));
    let near = vi::near::nearest(symbol, symbols).map(str::to_owned);
    let diagnostic = Diagnostic::new(Msg::UnknownDocument, file, span, &[&symbol]);
    Some(near_or(diagnostic, near, Msg::HelpUnknownDocument))
}

/// Adds "did you mean …?", or what to do when no near name is known.
pub(super) fn near_or(diagnostic: Diagnostic, near: Option<String>, otherwise: Msg) -> Diagnostic {
    match near {
        Some(near) => diagnostic.near(Some(&near)),
        None => diagnostic.help(otherwise, &[]),
    }
}

fn check_menu(map: &Map<'_>) -> Vec<Diagnostic> {
    fn walk(items: &[config::MenuItem], map: &Map<'_>, out: &mut Vec<Diagnostic>) {
        for item in items {
            if !links::is_external(&item.url) {
                own_address(&item.url, item.span, map, out);
            }
            walk(&item.children, map, out);
        }
    }
    let mut out = Vec::new();
    walk(&map.site.config.menu, map, &mut out);
    out
}

/// The path of an address of this site that `site.toml` names; it counts from the root with and without a slash.
fn own_address(
    url: &str,
    span: Span,
    map: &Map<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<String> {
    let target = parse::markdown::Target {
        target: url.into(),
        span,
    };
    let mut resolved = Resolved::default();
    let from_root = format!("/{}", url.trim_start_matches('/'));
    let path = link_path(&from_root, &target, config::FILE, "", map, &mut resolved);
    diagnostics.append(&mut resolved.diagnostics);
    path
}

/// The pictures that `site.toml` names must be in `static/`.
fn check_emblems(map: &Map<'_>) -> Vec<Diagnostic> {
    let files = &map.site.files;
    let missing = config::emblems(&map.site.config.organization)
        .filter(|(image, _)| !files.contains_key(*image));
    missing
        .map(|(image, span)| {
            let near = vi::near::nearest(image, files.keys().map(String::as_str))
                .map(|near| format!("/{near}"));
            Diagnostic::new(Msg::BrokenImage, config::FILE, span, &[&image])
                .near(near.as_deref())
                .help(Msg::HelpImagePlace, &[])
        })
        .collect()
}

/// Resolves what one doc leads to; `page` is the page that it is, if it is no section.
pub(super) fn doc_of(
    doc: &Doc,
    path: &str,
    page: Option<&Page>,
    map: &Map<'_>,
    tables: &mut Tables,
) -> Resolved {
    let mut resolved = Resolved::default();
    let document = page.and_then(|page| page.document.as_deref());
    allowed::check(doc, map.site, &mut resolved.diagnostics);
    let root = root_of(path);
    resolved.fills.figures = figures::of_doc(doc, map, tables, &mut resolved.diagnostics);
    for link in &doc.outline.links {
        let fill = resolve_link(link, doc, path, &root, map, &mut resolved);
        resolved.fills.links.push(fill);
    }
    resolved.picture = pictures::lead(doc, path, map, &mut resolved);
    resolved.fills.images = pictures::in_text(doc, path, &root, map, &mut resolved);
    for citation in &doc.outline.citations {
        let fill = resolve_citation(
            citation,
            doc,
            document,
            &root,
            map,
            &mut resolved.diagnostics,
        );
        resolved.fills.citations.push(fill);
    }
    if let (Some(audio), Some(span)) = (doc.fields.text("audio"), doc.fields.span("audio")) {
        resolved.audio = resolve_audio(audio, span, doc, path, map, &mut resolved);
    }
    for (name, title, span) in document.iter().flat_map(|document| &document.files) {
        let found = resolve_file(name, title.as_deref(), *span, doc, path, map, &mut resolved);
        resolved.downloads.extend(found.map(|(view, _)| view));
    }
    if let Some(own) = page.and_then(|page| page.own.as_deref()) {
        resolve_own(own, doc, path, map, &mut resolved);
    }
    if let Some(document) = document
        && let Some((symbol, span)) = &document.replaced_by
        && !map.site.documents.contains_key(&vi::cite::key(symbol))
    {
        resolved
            .diagnostics
            .extend(unknown_document(symbol, &doc.path, *span, map.site));
    }
    resolved
}

/// Files and pages that the keys of a kind name.
fn resolve_own(own: &Own, doc: &Doc, path: &str, map: &Map<'_>, resolved: &mut Resolved) {
    own::check(own, doc, map.site, &mut resolved.diagnostics);
    for (name, title, span) in own.files() {
        let found = resolve_file(&name, title.as_deref(), span, doc, path, map, resolved);
        resolved.downloads.extend(found.map(|(view, _)| view));
    }
    for (written, span) in own.pages() {
        let target = parse::markdown::Target {
            target: written.as_str().into(),
            span: *span,
        };
        let found = match links::decode(written) {
            rooted if rooted.starts_with('/') => {
                link_path(&rooted, &target, &doc.path, "", map, resolved)
            }
            relative => relative_link(&relative, &target, None, doc, path, map, resolved),
        };
        let page = found.map(|found| own::page_at(&found, written, doc, *span, map.site));
        match page {
            Some(Ok(page)) if !resolved.named.contains(&page) => resolved.named.push(page),
            Some(Err(diagnostic)) => resolved.diagnostics.push(*diagnostic),
            _ => {}
        }
    }
}

/// An output path as a URL path for an attribute.
pub(super) fn href(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    escape_href(&mut out, path).expect("writing to a string cannot fail");
    out
}

/// A file that the front matter offers, and where it lies.
fn resolve_file<'s>(
    name: &str,
    title: Option<&str>,
    span: Span,
    doc: &Doc,
    path: &str,
    map: &Map<'s>,
    resolved: &mut Resolved,
) -> Option<(FileView, Option<&'s File>)> {
    let Some((source, out)) = find_file(name, doc, path, map) else {
        let diagnostic = Diagnostic::new(Msg::MissingFile, &doc.path, span, &[&name]);
        let near = near_file(name, doc, map);
        let diagnostic = near_or(diagnostic, near, Msg::HelpFilePlace);
        resolved.diagnostics.push(diagnostic);
        return None;
    };
    let file = named_file(source.as_deref(), &out, map);
    let last = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let view = FileView {
        path: href(&out),
        title: title.map_or_else(|| last(name), str::to_owned),
        r#type: last(&out)
            .rsplit_once('.')
            .map_or_else(String::new, |(_, ext)| ext.to_uppercase()),
        size: vi::number::file_size(file.map_or(0, |file| file.len)),
    };
    let used = source.map(|source| (source, out, span));
    resolved.used.extend(used);
    Some((view, file))
}

/// The recording of a page.
fn resolve_audio(
    name: &str,
    span: Span,
    doc: &Doc,
    path: &str,
    map: &Map<'_>,
    resolved: &mut Resolved,
) -> Option<FileView> {
    if links::is_external(name) {
        resolved.diagnostics.push(
            Diagnostic::new(Msg::RemoteAudio, &doc.path, span, &[&name])
                .help(Msg::HelpRemoteAudio, &[]),
        );
        return None;
    }
    let (view, file) = resolve_file(name, None, span, doc, path, map, resolved)?;
    if !file.is_some_and(is_audio) {
        resolved.diagnostics.push(
            Diagnostic::new(Msg::BadAudio, &doc.path, span, &[&name]).help(Msg::HelpBadAudio, &[]),
        );
    }
    Some(view)
}

/// Whether a file has a name and a start by which every browser plays it: MP3 (an ID3 tag or a frame of MPEG audio,
/// layer III) or M4A (the `ftyp` box of ISO 14496-12).
fn is_audio(file: &File) -> bool {
    let start = file.read_start(8).unwrap_or_default();
    match file.name().rsplit_once('.') {
        Some((_, ext)) if ext.eq_ignore_ascii_case("mp3") => {
            start.starts_with(b"ID3")
                || matches!(start[..], [0xff, second, ..] if second & 0xe6 == 0xe2)
        }
        Some((_, ext)) if ext.eq_ignore_ascii_case("m4a") => start.ends_with(b"ftyp"),
        _ => false,
    }
}

fn resolve_link(
    link: &parse::markdown::Target,
    doc: &Doc,
    path: &str,
    root: &str,
    map: &Map<'_>,
    resolved: &mut Resolved,
) -> String {
    let (target, anchor) = links::split(&link.target);
    if target.is_empty() {
        check_anchor(anchor, Some(doc), link, &doc.path, resolved);
        return href(&link.target);
    }
    let decoded = links::decode(target);
    let found = if decoded.starts_with('/') {
        link_path(
            &decoded,
            link,
            &doc.path,
            anchor.unwrap_or(""),
            map,
            resolved,
        )
    } else {
        relative_link(&decoded, link, anchor, doc, path, map, resolved)
    };
    match found {
        Some(found) => {
            let mut out = format!("{root}{}", href(&found));
            if let Some(anchor) = anchor {
                let _ = write!(out, "#{}", href(anchor));
            }
            out
        }
        None => href(&link.target),
    }
}

fn link_to_hidden(
    link: &parse::markdown::Target,
    file: &str,
    hidden: &str,
    reason: Hidden,
) -> Diagnostic {
    Diagnostic::new(Msg::LinkToHidden, file, link.span, &[&link.target])
        .help(Msg::HelpLinkToHidden, &[])
        .note(Msg::NoteHidden, hidden, None, &[&reason.text()])
}

/// The output path of a link that counts from the site's root.
fn link_path(
    target: &str,
    link: &parse::markdown::Target,
    file: &str,
    anchor: &str,
    map: &Map<'_>,
    resolved: &mut Resolved,
) -> Option<String> {
    let wanted = target.trim_start_matches('/');
    let as_folder = if wanted.is_empty() || wanted.ends_with('/') {
        wanted.to_owned()
    } else {
        format!("{wanted}/")
    };
    if let Some(doc) = map.address(&as_folder) {
        if !anchor.is_empty() {
            check_anchor(Some(anchor), doc, link, file, resolved);
        }
        return Some(as_folder);
    }
    if map.site.files.contains_key(wanted) || is_program_page(wanted) {
        return Some(wanted.to_owned());
    }
    // A path from the root of the sources is understood too: /content/tin-tuc/a.md.
    let in_content = || map.site.doc_of(&format!("content/{wanted}"));
    if let Some((url, _)) = map.site.doc_of(wanted).or_else(in_content) {
        return Some(url.to_string());
    }
    let mut hiding = map.site.hiding.iter();
    if let Some((hidden, (_, reason))) = hiding.find(|(_, (url, _))| *url == as_folder) {
        resolved
            .diagnostics
            .push(link_to_hidden(link, file, hidden, *reason));
        return None;
    }
    let (wanted, candidates) = (wanted.trim_end_matches('/'), || {
        let all = map
            .site
            .addresses
            .keys()
            .map(|path| &**path)
            .chain(map.site.files.keys().map(String::as_str));
        all.map(|path| path.trim_end_matches('/'))
    });
    let last = |path: &str| path.rsplit('/').next().map(str::to_owned);
    // The right name in another folder is the most common mistake; else the nearest name.
    let near = candidates().find(|path| !wanted.is_empty() && last(path) == last(wanted));
    let near = near.or_else(|| vi::near::nearest(wanted, candidates()));
    let near = near.map(|near| {
        if map.site.files.contains_key(near) {
            format!("/{near}")
        } else {
            format!("/{near}/")
        }
    });
    let diagnostic = Diagnostic::new(Msg::BrokenLink, file, link.span, &[&link.target]);
    resolved
        .diagnostics
        .push(near_or(diagnostic, near, Msg::HelpLink));
    None
}

fn relative_link(
    target: &str,
    link: &parse::markdown::Target,
    anchor: Option<&str>,
    doc: &Doc,
    path: &str,
    map: &Map<'_>,
    resolved: &mut Resolved,
) -> Option<String> {
    let folder = folder_of(doc);
    let broken = |near: Option<String>| {
        let diagnostic = Diagnostic::new(Msg::BrokenLink, &doc.path, link.span, &[&link.target]);
        near_or(diagnostic, near, Msg::HelpLink)
    };
    let Some(joined) = links::join(folder, target) else {
        resolved.diagnostics.push(broken(None));
        return None;
    };
    let candidates = [
        joined.clone(),
        format!("{joined}/_index.md"),
        format!("{joined}/index.md"),
        format!("{joined}.md"),
    ];
    for candidate in &candidates {
        if let Some((url, found)) = map.site.doc_of(candidate) {
            check_anchor(anchor, Some(found), link, &doc.path, resolved);
            return Some(url.to_string());
        }
        if let Some((_, reason)) = map.site.hiding.get(candidate.as_str()) {
            resolved
                .diagnostics
                .push(link_to_hidden(link, &doc.path, candidate, *reason));
            return None;
        }
    }
    if let Some((source, out)) = find_file(target, doc, path, map) {
        resolved
            .used
            .extend(source.map(|source| (source, out.clone(), link.span)));
        return Some(out);
    }
    let near = if joined.ends_with(".md") {
        let wanted = parse::stem(&joined);
        // The right name in another folder is the most common mistake; else the nearest name. Only names are compared:
        // the folders that two paths share would make any two of them near.
        let docs = map.doc_paths();
        let named = |name: &str| docs.iter().find(|path| parse::stem(path) == name);
        let near = || vi::near::nearest(wanted, docs.iter().map(|path| parse::stem(path)));
        named(wanted)
            .or_else(|| named(near()?))
            .map(|found| relative_to(folder, found))
    } else {
        near_file(target, doc, map)
    };
    resolved.diagnostics.push(broken(near));
    None
}

/// How a file in folder `from` writes the path of `to`.
fn relative_to(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = to.split('/').collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut parts = vec![".."; from.len() - common];
    parts.extend(&to[common..]);
    parts.join("/")
}

fn check_anchor(
    anchor: Option<&str>,
    doc: Option<&Doc>,
    link: &parse::markdown::Target,
    file: &str,
    resolved: &mut Resolved,
) {
    let (Some(anchor), Some(doc)) = (
        anchor.filter(|anchor| !anchor.is_empty()),
        doc.filter(|doc| !doc.broken),
    ) else {
        return;
    };
    let anchor = links::decode(anchor);
    let ids = || {
        let outline = &doc.outline;
        outline
            .headings
            .iter()
            .map(|heading| &*heading.id)
            .chain(outline.ids.iter().map(String::as_str))
    };
    if ids().any(|id| id == anchor) {
        return;
    }
    let near = vi::near::nearest(&anchor, ids());
    let diagnostic = Diagnostic::new(Msg::BrokenAnchor, file, link.span, &[&doc.path, &anchor]);
    resolved.diagnostics.push(match near {
        Some(near) => diagnostic.near(Some(&format!("#{near}"))),
        None => {
            let names: Vec<String> = doc
                .outline
                .headings
                .iter()
                .map(|heading| format!("#{}", heading.id))
                .collect();
            let diagnostic = known_names(
                diagnostic,
                &names.iter().map(String::as_str).collect::<Vec<_>>(),
            );
            diagnostic.help(Msg::HelpAnchor, &[&anchor])
        }
    });
}

/// Finds a file that a page names: its source (`None` when it is in `static/`, which is copied anyway) and its output
/// path. Files beside a page go beside its HTML, under a plain name.
pub(super) fn find_file(
    target: &str,
    doc: &Doc,
    path: &str,
    map: &Map<'_>,
) -> Option<(Option<Arc<str>>, String)> {
    let file = source_of(target, doc, map.snapshot)?;
    if let Some(wanted) = file.path.strip_prefix("static/") {
        return Some((None, wanted.to_owned()));
    }
    let (joined, folder) = (&*file.path, folder_of(doc));
    let name = plain_name(file.name());
    let is_bundle = doc.path.ends_with("/index.md") || doc.path.ends_with("/_index.md");
    let out = if joined.rsplit_once('/').map(|(folder, _)| folder) == Some(folder) && is_bundle {
        format!("{path}{name}")
    } else {
        // Beside a page that is one file, or in another folder: under the folder's own address.
        let below = joined["content/".len()..]
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let folders: Vec<String> = below
            .split('/')
            .filter(|f| !f.is_empty())
            .map(vi::slug::slug)
            .collect();
        let mut out = folders.join("/");
        if !out.is_empty() {
            out.push('/');
        }
        out + &name
    };
    Some((Some(file.path.clone()), out))
}

/// The folder of the sources in which a doc lies.
fn folder_of(doc: &Doc) -> &str {
    doc.path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The source file that a page names, which may be published: below `static/`, or beside pages and none itself.
pub(super) fn source_of<'s>(target: &str, doc: &Doc, snapshot: &'s Snapshot) -> Option<&'s File> {
    let (target, _) = links::split(target);
    let target = links::decode(target);
    let target = vi::fold::nfc(&target);
    let path = match target.strip_prefix('/') {
        Some(wanted) => format!("static/{wanted}"),
        None => links::join(folder_of(doc), &target)?,
    };
    let file = snapshot.files.get(path.as_str())?;
    let in_content = path.starts_with("content/")
        && !path.ends_with(".md")
        && !path.starts_with("content/_data/");
    (in_content || path.starts_with("static/")).then_some(file)
}

/// The file that `find_file` has found.
fn named_file<'s>(source: Option<&str>, out: &str, map: &Map<'s>) -> Option<&'s File> {
    source
        .and_then(|source| map.snapshot.files.get(source))
        .or_else(|| map.site.files.get(out))
}

/// A file's name for the web: `Ảnh tập huấn.JPG` becomes `anh-tap-huan.jpg`.
fn plain_name(name: &str) -> String {
    let (stem, ext) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = match vi::slug::slug(stem) {
        empty if empty.is_empty() => "tep".to_owned(),
        slug => slug,
    };
    if ext.is_empty() {
        stem
    } else {
        format!("{stem}.{}", vi::slug::slug(ext))
    }
}

pub(super) fn near_file(target: &str, doc: &Doc, map: &Map<'_>) -> Option<String> {
    if let Some(wanted) = target.strip_prefix('/') {
        return vi::near::nearest(wanted, map.site.files.keys().map(String::as_str))
            .map(|near| format!("/{near}"));
    }
    let folder = folder_of(doc);
    let folder_slash = format!("{folder}/");
    let beside = map
        .snapshot
        .below(&folder_slash)
        .filter(|file| !file.path.ends_with(".md"));
    let names: Vec<&str> = beside
        .map(|file| &file.path[folder_slash.len()..])
        .collect();
    vi::near::nearest(target, names.into_iter()).map(str::to_owned)
}

fn resolve_citation(
    citation: &parse::markdown::Citation,
    doc: &Doc,
    own: Option<&Document>,
    root: &str,
    map: &Map<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let key = vi::cite::key(&citation.symbol);
    if own.is_some_and(|own| vi::cite::key(&own.symbol) == key) {
        return String::new(); // the document's own page
    }
    let Some(page) = map.site.documents.get(&key).map(|p| &map.site.pages[*p]) else {
        return String::new();
    };
    let Some(document) = &page.document else {
        return String::new();
    };
    let short = |moment: Moment| vi::date::short(moment.date());
    let wrong_date = citation.date.as_ref().filter(|(date, _)| {
        document
            .issued
            .is_some_and(|issued| issued.date() != date.date())
    });
    let wrong_issuer = citation.issuer.as_ref().filter(|(issuer, _)| {
        document
            .issuer
            .as_ref()
            .is_some_and(|known| !same_body(issuer, known))
    });
    if wrong_date.is_some() && wrong_issuer.is_some() {
        return String::new(); // the same number from another office or year: another document
    }
    let mut wrong = |msg: Msg, span: Span, said: &str, help: Msg, known: &str| {
        diagnostics.push(
            Diagnostic::new(msg, &doc.path, span, &[&citation.symbol, &said])
                .help(help, &[&citation.symbol, &known])
                .note(Msg::NoteDocument, &page.doc.path, document.symbol_span, &[]),
        );
    };
    if let (Some((date, span)), Some(issued)) = (wrong_date, document.issued) {
        let (said, known) = (short(*date), short(issued));
        wrong(
            Msg::CitationDate,
            *span,
            &said,
            Msg::HelpCitationDate,
            &known,
        );
    }
    if let (Some((issuer, span)), Some(known)) = (wrong_issuer, &document.issuer) {
        let help = Msg::HelpCitationIssuer;
        wrong(Msg::CitationIssuer, *span, issuer, help, known);
    }
    if let (Some((kind, span)), Some(known)) = (&citation.kind, &document.kind) {
        let (a, b) = (vi::fold::fold(kind), vi::fold::fold(known));
        if !a.starts_with(&b) && !b.starts_with(&a) {
            let help = Msg::HelpCitationType;
            wrong(Msg::CitationType, *span, kind, help, known);
        }
    }
    if own.is_none() {
        diagnostics.extend(replaced(citation, doc, page, document));
    }
    format!("{root}{}", page.path)
}

/// The diagnostic of a citation of a document that was replaced before the page's date. A page that names the new one too
/// knows.
fn replaced(
    citation: &parse::markdown::Citation,
    doc: &Doc,
    page: &Page,
    document: &Document,
) -> Option<Diagnostic> {
    let (new, _) = document.replaced_by.as_ref()?;
    let expired = document.expired?;
    let date = doc.posted()?;
    let is_new =
        |other: &parse::markdown::Citation| vi::cite::key(&other.symbol) == vi::cite::key(new);
    let knows = doc.outline.citations.iter().any(is_new);
    let expired_on = vi::date::short(expired.date());
    (expired <= date && !knows).then(|| {
        Diagnostic::new(
            Msg::ReplacedDocument,
            &doc.path,
            citation.span,
            &[&citation.symbol, new, &expired_on],
        )
        .help(Msg::HelpReplacedDocument, &[new])
        .note(Msg::NoteDocument, &page.doc.path, document.symbol_span, &[])
    })
}

/// Whether two names can mean one body: equal, or one leaves out the place at the end (`UBND thành phố` and `Ủy ban nhân
/// dân thành phố Hải Phòng`), the standing committee (`Ban Thường vụ Tỉnh ủy` and `Tỉnh ủy Quảng Ngãi`) set aside.
fn same_body(a: &str, b: &str) -> bool {
    let words = |name: &str| {
        let folded = vi::fold::fold(name)
            .replace("ubnd", "uy ban nhan dan")
            .replace("hdnd", "hoi dong nhan dan");
        let folded = folded
            .strip_prefix("ban thuong vu ")
            .unwrap_or(&folded)
            .to_owned();
        folded
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (a, b) = (words(a), words(b));
    a.starts_with(&b) || b.starts_with(&a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_may_be_named_without_its_place_but_not_without_its_head() {
        assert!(same_body(
            "UBND thành phố",
            "Ủy ban nhân dân thành phố Hải Phòng"
        ));
        assert!(same_body("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy Quảng Ngãi"));
        assert!(!same_body("Chính phủ", "Thủ tướng Chính phủ"));
        assert!(!same_body("Bộ Chính trị", "Ban Bí thư"));
    }

    #[test]
    fn file_names_become_plain() {
        assert_eq!(plain_name("Ảnh tập huấn (1).JPG"), "anh-tap-huan-1.jpg");
    }
}
