//! The site after an edit of texts: what `assemble` would make of the new docs, at the cost of the edited pages.
//!
//! Most saves change a text, a title or a description. Such an edit leaves every address, order, term and document as
//! it is, and all that is made from a page elsewhere, its card, is made anew. Any other edit is left to `assemble`. The
//! law of the engine (incremental equals clean) covers this path like every other.

use std::sync::Arc;

use super::figures::Tables;
use super::resolve::{self, Map};
use super::{Fills, Page, Site, card, description_of_page, own_fields, pictures, title_of_page};
use crate::diag::Diagnostic;
use crate::figure::Figure;
use crate::fingerprint::Fingerprint;
use crate::kinds::Kind;
use crate::parse::Doc;
use crate::source::Snapshot;
use crate::views::View;

/// Front matter that shows only on the page itself and on its card.
const SHOWN: &[&str] = &[
    "title",
    "description",
    "updated",
    "featured",
    "image",
    "image_alt",
    "audio",
    "source",
    "extra",
];

/// The site in which docs stand in the place of others with the same path. `diagnostics` are those of `site` and
/// become those of the result. `None`, with the diagnostics as they were, when more than the pages themselves changes.
#[must_use]
pub fn revise(
    site: &Site,
    snapshot: &Snapshot,
    docs: &[Arc<Doc>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Site> {
    let mut new = site.clone();
    for doc in docs {
        let p = site.page_of(&doc.path)?;
        if named_pictures(snapshot, &site.pages[p].doc) != named_pictures(snapshot, doc) {
            return None;
        }
        new.pages[p] = Arc::new(revised(site, &site.pages[p], doc)?);
    }
    let mut left = diagnostics.clone();
    let mut read = Tables::default();
    for doc in docs {
        let p = site.page_of(&doc.path)?;
        let mut look = |site: &Site| {
            let page = &site.pages[p];
            let map = Map { snapshot, site };
            resolve::doc_of(&page.doc, &page.path, Some(page), &map, &mut read)
        };
        let (old, now) = (look(site), look(&new));
        if old.renditions != now.renditions {
            return None;
        }
        let files = |used: &[(Arc<str>, String, _)]| -> Vec<(Arc<str>, String)> {
            let paths = used.iter();
            paths
                .map(|(from, to, _)| (from.clone(), to.clone()))
                .collect()
        };
        if files(&old.used) != files(&now.used) || tables(&old.fills) != tables(&now.fills) {
            return None;
        }
        for diagnostic in &old.diagnostics {
            let at = left.iter().position(|other| other == diagnostic)?;
            left.remove(at);
        }
        if left
            .iter()
            .any(|diagnostic| is_about(diagnostic, &doc.path))
        {
            return None;
        }
        left.extend(now.diagnostics);
        let page = Arc::make_mut(&mut new.pages[p]);
        (page.fills, page.picture) = (now.fills, now.picture);
        (page.audio, page.files) = (now.audio, now.downloads);
        let card = View::new(card(&new, &new.pages[p]));
        Arc::make_mut(&mut new.pages[p]).card = card;
    }
    *diagnostics = left;
    Some(new)
}

/// The files of the pictures that a doc names.
fn named_pictures(snapshot: &Snapshot, doc: &Arc<Doc>) -> Vec<Arc<str>> {
    let files = pictures(snapshot, std::slice::from_ref(doc));
    files
        .into_iter()
        .map(|file| Arc::clone(&file.path))
        .collect()
}

/// Which figures have a table of their own to download.
fn tables(fills: &Fills) -> Vec<bool> {
    let has_table =
        |figure: &Option<Arc<Figure>>| figure.as_ref().is_some_and(|figure| figure.table.is_some());
    fills.figures.iter().map(has_table).collect()
}

/// A page with another text, when nothing but the page shows it.
fn revised(site: &Site, page: &Page, doc: &Arc<Doc>) -> Option<Page> {
    let old = &page.doc;
    if shape(old) != shape(doc) || !doc.outline.has_ids_of(&old.outline) {
        return None;
    }
    let front = |doc: &Doc| (doc.front, doc.fields.clone(), doc.rest.clone());
    if !page.kind.fields().is_empty() && front(old) != front(doc) {
        return None; // other pages show what it says, and diagnostics point into its front matter
    }
    if said(page.kind, old) != said(page.kind, doc) {
        return None;
    }
    let title = title_of_page(doc);
    let is_sorted = |s: usize| {
        let section = site.sections[s].doc.as_ref();
        section.is_some_and(|doc| doc.fields.text("sort").is_some())
    };
    if title != page.title && (is_sorted(page.section) || doc.fields.get("aliases").is_some()) {
        return None;
    }
    Some(Page {
        description: description_of_page(doc, page.document.as_deref()),
        title,
        doc: Arc::clone(doc),
        ..page.clone()
    })
}

/// What a kind says of a file.
fn said(kind: &dyn Kind, doc: &Doc) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let own = own_fields(doc, kind, true, &mut said);
    kind.check(doc, &own, &mut said);
    said
}

/// The fingerprint of everything in a file's front matter that more than its own page and card are made from.
fn shape(doc: &Doc) -> Fingerprint {
    let entries = doc.fields.0.iter();
    let fields: Vec<_> = entries
        .filter(|entry| !SHOWN.contains(&&*entry.key))
        .map(|entry| (&entry.key, &entry.item))
        .collect();
    let rest: Vec<_> = doc
        .rest
        .iter()
        .map(|entry| (&entry.key, &entry.item))
        .collect();
    Fingerprint::of(&(fields, rest, doc.name_date, doc.broken))
}

fn is_about(diagnostic: &Diagnostic, file: &str) -> bool {
    *diagnostic.file == *file || diagnostic.notes.iter().any(|note| *note.file == *file)
}
