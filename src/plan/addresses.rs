//! Who has which address: every file of the site under construction with the source that it comes from. The first comer
//! keeps a path; whoever wants it after that, or an address that the program needs for itself, is told so.

use std::collections::{BTreeMap, BTreeSet, HashMap, hash_map};
use std::sync::Arc;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::Entry;
use crate::diag::{Args, Diagnostic, Msg, Span};
use crate::site::{RESERVED, Section, Site};
use crate::source;

/// A file with its path and the source that gives it.
type Planned = (String, (Entry, Arc<str>));

/// The files so far, and what is wrong.
pub(super) struct Addresses<'d> {
    site: &'d Site,
    /// What each path will be, and the source that gives it; none for what the program or the theme gives.
    files: HashMap<String, (Entry, Arc<str>), FixedState>,
    /// First parts of addresses that have been reported as those of the program.
    refused: BTreeSet<String>,
    pub diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'d> Addresses<'d> {
    pub fn new(site: &'d Site, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        Self {
            site,
            files: HashMap::with_capacity_and_hasher(2 * site.pages.len(), FixedState::default()),
            refused: BTreeSet::new(),
            diagnostics,
        }
    }

    /// Gives a path to an entry of the source `owner`, unless another has it.
    pub fn add(&mut self, path: String, entry: Entry, owner: impl Into<Arc<str>>) {
        let owner = owner.into();
        match self.files.entry(path) {
            hash_map::Entry::Vacant(place) => {
                place.insert((entry, owner));
            }
            hash_map::Entry::Occupied(place) => {
                let (path, first) = (place.key().clone(), Arc::clone(&place.get().1));
                self.report(&path, &owner, &first);
            }
        }
    }

    /// All files by path. Reports those whose names a disk or a host cannot have.
    pub fn into_files(mut self) -> BTreeMap<String, Entry> {
        let mut files: Vec<Planned> = std::mem::take(&mut self.files).into_iter().collect();
        files.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        self.check_folders(&files);
        self.check_names(&files);
        let entries = files.into_iter().map(|(path, (entry, _))| (path, entry));
        entries.collect()
    }

    /// Reports that a second source wants a path, unless more need not be said about the two.
    fn report(&mut self, path: &str, second: &str, first: &str) {
        if !differ_in_case_only(first, second) && !self.is_reported(first, second) {
            let diagnostic = self.clash(shown(path), second, first);
            self.diagnostics.push(diagnostic);
        }
    }

    /// Two sections at one address have more than one file in common.
    fn is_reported(&self, first: &str, second: &str) -> bool {
        self.diagnostics.iter().any(|diagnostic| {
            let mut notes = diagnostic.notes.iter();
            diagnostic.text.msg == Msg::DuplicateUrl
                && diagnostic.file == second
                && notes.any(|note| *note.file == *first)
        })
    }

    fn clash(&self, address: &str, file: &str, other: &str) -> Diagnostic {
        let diagnostic = Diagnostic::new(Msg::DuplicateUrl, file, self.place_in(file), &[&address])
            .help(Msg::HelpDuplicateUrl, &[]);
        if other.is_empty() {
            return diagnostic;
        }
        diagnostic.note(Msg::NotePageHere, other, self.place_in(other), &[])
    }

    /// Where a file says what its address is: its `slug`, else the line that opens its front matter.
    fn place_in(&self, file: &str) -> Option<Span> {
        let pages = self.site.pages.iter().map(|page| &page.doc);
        let sections = self.site.sections.iter();
        let mut docs = sections
            .filter_map(|section| section.doc.as_ref())
            .chain(pages);
        let doc = docs.find(|doc| &*doc.path == file && !doc.broken)?;
        Some(doc.fields.span("slug").unwrap_or(doc.front))
    }

    /// A file whose name is also that of a folder, such as `static/lich` beside `content/lich.md`.
    fn check_folders(&mut self, files: &[Planned]) {
        let mut found = Vec::new();
        for (path, (_, owner)) in files {
            let name = path.rsplit('/').next().unwrap_or(path);
            if name.contains('.') {
                continue; // no folder of a page has a dot in its name
            }
            let below = format!("{path}/");
            let next = files.get(files.partition_point(|(path, _)| *path < below));
            if let Some((_, (_, other))) = next.filter(|(next, _)| next.starts_with(&below)) {
                found.push(self.clash(&below, owner, other));
            }
        }
        self.diagnostics.append(&mut found);
    }

    /// A part of an address that Windows cannot have as a name; told once for each, at the first file that has it.
    fn check_names(&mut self, files: &[Planned]) {
        let is_bad = |(path, _): &&Planned| path.split('/').any(source::is_device);
        let bad: Vec<&Planned> = files.par_iter().filter(is_bad).collect();
        let mut found: BTreeMap<String, Diagnostic> = BTreeMap::new();
        for (path, (_, owner)) in bad {
            let mut parts = path.split_inclusive('/');
            let Some(name) = parts.find(|part| source::is_device(part)) else {
                continue;
            };
            let end = path.len() - parts.map(str::len).sum::<usize>();
            let (address, name) = (&path[..end], name.trim_end_matches('/'));
            found.entry(address.to_owned()).or_insert_with(|| {
                let place = self.place_in(owner);
                let args: Args<'_> = &[&address, &name];
                Diagnostic::new(Msg::WindowsName, owner, place, args)
                    .help(Msg::HelpWindowsName, &[&name])
            });
        }
        self.diagnostics.extend(found.into_values());
    }

    /// Whether an address may be an editor's. Of a section whose address may not, nothing more is said about its pages.
    pub fn may_have(&mut self, path: &str, file: &str) -> bool {
        let first = path.split('/').next().unwrap_or("");
        if !path.contains('/') || !RESERVED.contains(&first) {
            return true;
        }
        let is_section = |section: &Section| {
            section
                .path
                .strip_suffix('/')
                .is_some_and(|path| path == first)
        };
        let in_section = self.site.sections.iter().any(is_section);
        if !in_section || file.ends_with("/_index.md") && self.refused.insert(first.to_owned()) {
            let place = self.place_in(file);
            self.diagnostics.push(
                Diagnostic::new(Msg::ReservedUrl, file, place, &[&shown(path)])
                    .help(Msg::HelpReservedUrl, &[]),
            );
        }
        false
    }
}

/// A path as people know it: that of a page is the folder's.
fn shown(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

/// Whether two files differ only in upper and lower case, which has been reported when they were found.
fn differ_in_case_only(a: &str, b: &str) -> bool {
    a != b && a.to_lowercase() == b.to_lowercase()
}
