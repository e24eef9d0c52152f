//! Links, pictures, files and citations: what a page names, found on the site or reported.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use pulldown_cmark_escape::escape_href;
use rayon::prelude::*;

use super::figures::{self, Tables};
use super::{Address, Fills, Hidden, Page, Site, is_program_page, known_names};
use crate::config;
use crate::diag::{Diagnostic, Msg, Span};
use crate::kinds::{Document, FileView};
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
    pub image: Option<String>,
    pub downloads: Vec<FileView>,
    /// Source path → output path of files that the page uses, and where it names them.
    pub used: Vec<(Arc<str>, String, Span)>,
    pub diagnostics: Vec<Diagnostic>,
}

/// What has been read of the files that pages name. Whoever resolves many pages keeps one for them all.
#[derive(Default)]
pub(super) struct Looked {
    pub pictures: Pictures,
    pub tables: Tables,
}

/// The sizes of pictures whose files have been looked into. Whoever resolves many pages keeps one for them all: they
/// show the same pictures again and again.
#[derive(Default)]
pub(super) struct Pictures(BTreeMap<Arc<str>, Option<(usize, usize)>>);

impl Pictures {
    /// Width and height of a picture, see `picture_size`.
    fn size(&mut self, file: &File) -> Option<(usize, usize)> {
        if let Some(known) = self.0.get(&file.path) {
            return *known;
        }
        let size = picture_size(file);
        self.0.insert(file.path.clone(), size);
        size
    }
}

/// Resolves everything that one page or section leads to, for the whole site.
pub(super) fn all(site: &mut Site, snapshot: &Snapshot, diagnostics: &mut Vec<Diagnostic>) {
    let (sections, pages) = {
        let map = Map { snapshot, site };
        diagnostics.extend(check_menu(&map));
        diagnostics.extend(check_emblems(&map));
        let sections: Vec<Resolved> = site
            .sections
            .par_iter()
            .map_init(Looked::default, |looked, section| {
                section.doc.as_ref().map_or_else(Resolved::default, |doc| {
                    let mut resolved = doc_of(doc, &section.path, None, &map, looked);
                    check_listed_documents(doc, site, &mut resolved.diagnostics);
                    resolved
                })
            })
            .collect();
        let pages: Vec<Resolved> = site
            .pages
            .par_iter()
            .map_init(Looked::default, |looked, page| {
                let document = page.document.as_deref();
                doc_of(&page.doc, &page.path, document, &map, looked)
            })
            .collect();
        (sections, pages)
    };
    let mut taken: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut keep = |site: &mut Site, resolved: &mut Resolved, file: &str| {
        diagnostics.append(&mut resolved.diagnostics);
        for (source, out, span) in resolved.used.drain(..) {
            if let Some(other) = taken.insert(out.clone(), source.clone())
                && other != source
            {
                diagnostics.push(
                    Diagnostic::new(Msg::DuplicateUrl, file, span, &[&out])
                        .help(Msg::HelpDuplicateFile, &[])
                        .note(Msg::NoteOtherFile, &other, None, &[]),
                );
            }
            if let Some(file) = snapshot.files.get(&source) {
                site.files.insert(out, file.clone());
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
        site.sections[i].fills = resolved.fills;
    }
    for (i, mut resolved) in pages.into_iter().enumerate() {
        let doc = Arc::clone(&site.pages[i].doc);
        keep(site, &mut resolved, &doc.path);
        let page = Arc::make_mut(&mut site.pages[i]);
        (page.fills, page.image, page.files) = (resolved.fills, resolved.image, resolved.downloads);
    }
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
                let target = parse::markdown::Target {
                    target: item.url.as_str().into(),
                    span: item.span,
                };
                let mut resolved = Resolved::default();
                let root = if item.url.starts_with('/') {
                    item.url.clone()
                } else {
                    format!("/{}", item.url)
                };
                link_path(&root, &target, config::FILE, "", map, &mut resolved);
                out.append(&mut resolved.diagnostics);
            }
            walk(&item.children, map, out);
        }
    }
    let mut out = Vec::new();
    walk(&map.site.config.menu, map, &mut out);
    out
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

/// Resolves what one doc leads to.
pub(super) fn doc_of(
    doc: &Doc,
    path: &str,
    document: Option<&Document>,
    map: &Map<'_>,
    looked: &mut Looked,
) -> Resolved {
    let mut resolved = Resolved::default();
    let root = root_of(path);
    let Looked { pictures, tables } = looked;
    resolved.fills.figures = figures::of_doc(doc, map, tables, &mut resolved.diagnostics);
    for link in &doc.outline.links {
        let fill = resolve_link(link, doc, path, &root, map, &mut resolved);
        resolved.fills.links.push(fill);
    }
    for image in &doc.outline.images {
        let fill = resolve_image(image, doc, path, &root, map, pictures, &mut resolved);
        resolved.fills.images.push(fill);
    }
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
    if let (Some(image), Some(span)) = (doc.fields.text("image"), doc.fields.span("image")) {
        if links::is_external(image) {
            resolved.diagnostics.push(
                Diagnostic::new(Msg::RemoteImage, &doc.path, span, &[&image])
                    .help(Msg::HelpRemoteImage, &[]),
            );
        } else {
            match find_file(image, doc, path, map) {
                Some((source, out)) => {
                    let file = named_file(source.as_deref(), &out, map);
                    if file.and_then(|file| pictures.size(file)).is_none() {
                        resolved.diagnostics.push(bad_image(image, doc, span));
                    }
                    resolved.image = Some(href(&out));
                    resolved
                        .used
                        .extend(source.map(|source| (source, out, span)));
                }
                None => resolved
                    .diagnostics
                    .push(broken_image(image, doc, span, map)),
            }
        }
        if doc
            .fields
            .text("image_alt")
            .is_none_or(|alt| alt.trim().is_empty())
        {
            resolved.diagnostics.push(
                Diagnostic::new(Msg::MissingAlt, &doc.path, span, &[])
                    .help(Msg::HelpAdd, &[&"image_alt = \"Người dân làm thủ tục\""]),
            );
        }
    }
    for (name, title, span) in document.iter().flat_map(|document| &document.files) {
        match find_file(name, doc, path, map) {
            Some((source, out)) => {
                let file = named_file(source.as_deref(), &out, map);
                let base = out.rsplit('/').next().unwrap_or(&out);
                resolved.downloads.push(FileView {
                    path: href(&out),
                    title: title
                        .clone()
                        .unwrap_or_else(|| name.rsplit('/').next().unwrap_or(name).to_owned()),
                    r#type: base
                        .rsplit_once('.')
                        .map_or_else(String::new, |(_, ext)| ext.to_uppercase()),
                    size: vi::number::file_size(file.map_or(0, |file| file.len)),
                });
                resolved
                    .used
                    .extend(source.map(|source| (source, out, *span)));
            }
            None => {
                let diagnostic = Diagnostic::new(Msg::MissingFile, &doc.path, *span, &[name]);
                resolved.diagnostics.push(near_or(
                    diagnostic,
                    near_file(name, doc, map),
                    Msg::HelpFilePlace,
                ));
            }
        }
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

/// An output path as a URL path for an attribute.
fn href(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    escape_href(&mut out, path).expect("writing to a string cannot fail");
    out
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
    let folder = doc.path.rsplit_once('/').map_or("", |(folder, _)| folder);
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
fn find_file(
    target: &str,
    doc: &Doc,
    path: &str,
    map: &Map<'_>,
) -> Option<(Option<Arc<str>>, String)> {
    let (target, _) = links::split(target);
    let target = links::decode(target);
    let target = vi::fold::nfc(&target);
    if let Some(wanted) = target.strip_prefix('/') {
        return map
            .site
            .files
            .contains_key(wanted)
            .then(|| (None, wanted.to_owned()));
    }
    let folder = doc.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let joined = links::join(folder, &target)?;
    if let Some(wanted) = joined.strip_prefix("static/") {
        return map
            .site
            .files
            .contains_key(wanted)
            .then(|| (None, wanted.to_owned()));
    }
    let file = map.snapshot.files.get(joined.as_str())?;
    if joined.ends_with(".md")
        || !joined.starts_with("content/")
        || joined.starts_with("content/_data/")
    {
        return None;
    }
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

fn near_file(target: &str, doc: &Doc, map: &Map<'_>) -> Option<String> {
    if let Some(wanted) = target.strip_prefix('/') {
        return vi::near::nearest(wanted, map.site.files.keys().map(String::as_str))
            .map(|near| format!("/{near}"));
    }
    let folder = doc.path.rsplit_once('/').map_or("", |(folder, _)| folder);
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

fn broken_image(target: &str, doc: &Doc, span: Span, map: &Map<'_>) -> Diagnostic {
    let diagnostic = Diagnostic::new(Msg::BrokenImage, &doc.path, span, &[&target]);
    near_or(
        diagnostic,
        near_file(&links::decode(target), doc, map),
        Msg::HelpImagePlace,
    )
}

fn bad_image(target: &str, doc: &Doc, span: Span) -> Diagnostic {
    Diagnostic::new(Msg::BadImage, &doc.path, span, &[&target]).help(Msg::HelpBadImage, &[])
}

fn resolve_image(
    image: &parse::markdown::Target,
    doc: &Doc,
    path: &str,
    root: &str,
    map: &Map<'_>,
    pictures: &mut Pictures,
    resolved: &mut Resolved,
) -> String {
    let unresolved = format!("src=\"{}\"", href(&image.target));
    if links::is_external(&image.target) {
        return unresolved;
    }
    let Some((source, out)) = find_file(&image.target, doc, path, map) else {
        resolved
            .diagnostics
            .push(broken_image(&image.target, doc, image.span, map));
        return unresolved;
    };
    let file = named_file(source.as_deref(), &out, map);
    let size = file.and_then(|file| pictures.size(file));
    if size.is_none() {
        let diagnostic = bad_image(&image.target, doc, image.span);
        resolved.diagnostics.push(diagnostic);
    }
    let mut fill = format!("src=\"{root}{}\"", href(&out));
    if let Some((width, height)) = size.filter(|size| *size != (0, 0)) {
        let _ = write!(fill, " width=\"{width}\" height=\"{height}\"");
    }
    fill.push_str(" loading=\"lazy\"");
    resolved
        .used
        .extend(source.map(|source| (source, out, image.span)));
    fill
}

/// Width and height of a picture in pixels from its header; (0, 0) for an SVG that does not say; `None` when it is no
/// picture. Most say it at once; photographs may have long notes of the camera before it.
fn picture_size(file: &File) -> Option<(usize, usize)> {
    const FIRST_LOOK: u64 = 4 * 1024;
    const SECOND_LOOK: u64 = 256 * 1024;
    let look = |len: u64| size_in(&file.read_start(len).ok()?);
    let size = look(FIRST_LOOK);
    if size.is_none() && file.len > FIRST_LOOK {
        return look(SECOND_LOOK);
    }
    size
}

/// The size that the start of a picture's file gives.
fn size_in(start: &[u8]) -> Option<(usize, usize)> {
    if let Ok(size) = imagesize::blob_size(start) {
        return Some((size.width, size.height));
    }
    // The start may end within a letter.
    let text = std::str::from_utf8(start)
        .or_else(|error| std::str::from_utf8(&start[..error.valid_up_to()]))
        .ok()?;
    svg_size(&text[text.find("<svg")?..])
}

/// The size that an `<svg …>` tag gives: `width` and `height`, else those of the `viewBox`.
fn svg_size(text: &str) -> Option<(usize, usize)> {
    let tag = &text[..text.find('>')?];
    let attribute = |name: &str| {
        let at = tag.find(&format!(" {name}="))? + name.len() + 2;
        let quote = tag[at..].chars().next()?;
        tag[at + 1..].split(quote).next()
    };
    let number = |text: &str| {
        text.trim_end_matches("px")
            .trim()
            .parse::<f64>()
            .ok()
            .map(|n| n.round() as usize)
    };
    if let (Some(width), Some(height)) = (
        attribute("width").and_then(number),
        attribute("height").and_then(number),
    ) {
        return Some((width, height));
    }
    let numbers: Vec<usize> = attribute("viewBox")
        .map(|b| b.split([' ', ',']).filter_map(number).collect())
        .unwrap_or_default();
    Some(if let [_, _, width, height] = numbers[..] {
        (width, height)
    } else {
        (0, 0)
    })
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
    format!("{root}{}", page.path)
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

    #[test]
    fn a_picture_says_its_size_even_when_much_stands_before_it() {
        let svg = format!(
            "<!--{}-->\n<svg width=\"3\" height=\"2\">",
            "ữ".repeat(4_000)
        );
        let file = |bytes: &[u8]| File::in_memory("content/so-do.svg", bytes.to_vec());
        assert_eq!(picture_size(&file(svg.as_bytes())), Some((3, 2)));
        assert_eq!(picture_size(&file(&svg.as_bytes()[..svg.len() - 1])), None);
        let long = format!("<svg width=\"3\" height=\"2\">{}", "ữ".repeat(4_000));
        assert_eq!(size_in(&long.as_bytes()[..4_096]), Some((3, 2)));
        assert_eq!(size_in(&[0xFF, 0xD8]), None);
    }

    #[test]
    fn an_svg_gives_its_size_or_its_view_box() {
        assert_eq!(
            svg_size("<svg width=\"760\" height=\"240px\">"),
            Some((760, 240))
        );
        assert_eq!(svg_size("<svg viewBox='0 0 32 16'>"), Some((32, 16)));
        assert_eq!(svg_size("<svg>"), Some((0, 0)));
    }
}
