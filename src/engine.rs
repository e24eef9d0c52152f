//! The engine: `build` from a snapshot to a plan of files, and `Build::make` from the plan to bytes.
//!
//! There is one path. Every command and the preview run all of it every time; a `Memo` only makes it faster. Four
//! functions are memoized, each by the fingerprint of the one value that it gets: parsing a file, looking at a picture,
//! gathering the words of some pages for the search, and making a finished file.
//! For every snapshot `s` and every memo `m`, `build(s, m)` and `build(s, Memo::default())` give the same output and the
//! same diagnostics; `tests/` holds the engine to that under random edits.

mod indexing;
pub mod pictures;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;
use serde::ser::{SerializeSeq, Serializer};
use serde::{Deserialize, Serialize};
use serde_bytes::{ByteBuf, Bytes};

use crate::config::{self, Config};
use crate::diag::{self, Diagnostic, Msg};
use crate::draw;
use crate::fingerprint::Fingerprint;
use crate::image::Looked;
use crate::job::{BodyJob, CardJob, Job, PageJob, PosterJob, file_of};
use crate::parse::data::{REGISTRIES, Registry};
use crate::parse::{self, Body, Doc, Switches};
use crate::plan::{Entry, Plan};
use crate::poster::Output;
use crate::query::{Asked, Index};
use crate::search::{self, Piece, Segment};
use crate::site::{self, Site};
use crate::source::{File, Snapshot, Stamp, Stamps};
use crate::theme::{Sources, Theme};
use crate::{feed, render};
use indexing::{Indexing, Known, Trays};

/// What earlier builds found out. Only a build changes it.
#[derive(Default)]
pub struct Memo {
    /// Fingerprints of files by path, for the next scan.
    pub stamps: Stamps,
    /// Whether the last build put something in or took something out.
    pub learned: bool,
    docs: BTreeMap<Fingerprint, Remembered>,
    /// What looks at pictures have told, by the fingerprint of their bytes.
    pictures: BTreeMap<Fingerprint, Looked>,
    /// What pages say, for the search.
    trays: Arc<Known>,
    pages: BTreeMap<String, Record>,
    theme: Option<Arc<Theme>>,
    last: Option<Last>,
}

/// The last build, for the next one.
struct Last {
    snapshot: Arc<Snapshot>,
    site: Arc<Site>,
    plan: Arc<Plan>,
    /// What was wrong with the folder, the settings and the data.
    of_settings: Vec<Diagnostic>,
    /// What was wrong with the theme.
    of_theme: Vec<Diagnostic>,
    /// What was wrong with the site as a whole.
    of_site: Vec<Diagnostic>,
}

/// A parsed file. The body may have been left behind when the memo was stored.
#[derive(Clone)]
struct Remembered {
    doc: Arc<Doc>,
    diagnostics: Vec<Diagnostic>,
    body: Option<Arc<Body>>,
}

/// A finished file: what it was made from, what its template asked, and the fingerprint of its bytes.
#[derive(Clone, Serialize, Deserialize)]
struct Record {
    key: Fingerprint,
    asked: Vec<Asked>,
    content: Fingerprint,
}

/// The part of a memo that is kept between processes.
#[derive(Deserialize)]
struct Stored<'b> {
    stamps: Stamps,
    /// Docs with their diagnostics, in pieces that are read and written on all cores.
    #[serde(borrow)]
    docs: Vec<&'b Bytes>,
    pictures: BTreeMap<Fingerprint, Looked>,
    trays: Trays,
    /// The records of pages, read beside the docs.
    pages: &'b Bytes,
}

/// How many docs are in a piece.
const PIECE: usize = 128;

/// How many bytes a doc of some paragraphs takes in it.
const DOC: usize = 2_048;

/// How many pieces each core makes while others are written.
const PIECES: usize = 4;

/// How many files a core takes at most at once: few enough that none waits long for another at the end.
const AT_ONCE: usize = 32;

/// The same, for writing.
#[derive(Serialize)]
pub struct Storing<'m> {
    stamps: &'m Stamps,
    docs: Pieces<'m>,
    pictures: &'m BTreeMap<Fingerprint, Looked>,
    trays: Trays,
    pages: ByteBuf,
}

/// Docs in pieces, a few at a time: they are made on all cores while those before them are written.
struct Pieces<'m> {
    shown: Vec<Fingerprint>,
    known: &'m BTreeMap<Fingerprint, Remembered>,
}

impl Serialize for Pieces<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let piece = |keys: &[Fingerprint]| {
            let remembered = keys.iter().filter_map(|key| self.known.get(key));
            let docs: Vec<(&Arc<Doc>, &Vec<Diagnostic>)> = remembered
                .map(|known| (&known.doc, &known.diagnostics))
                .collect();
            let piece = Vec::with_capacity(docs.len() * DOC);
            ByteBuf::from(postcard::to_io(&docs, piece).unwrap_or_default())
        };
        let make =
            |keys: &[Fingerprint]| -> Vec<ByteBuf> { keys.par_chunks(PIECE).map(piece).collect() };
        let mut pieces = serializer.serialize_seq(Some(self.shown.len().div_ceil(PIECE)))?;
        let mut waiting: Vec<ByteBuf> = Vec::new();
        for keys in self
            .shown
            .chunks(PIECE * PIECES * rayon::current_num_threads())
        {
            let mut made = Vec::new();
            rayon::in_place_scope(|others| {
                others.spawn(|_| made = make(keys));
                let mut waiting = waiting.iter();
                waiting.try_for_each(|piece| pieces.serialize_element(piece))
            })?;
            waiting = made;
        }
        for piece in &waiting {
            pieces.serialize_element(piece)?;
        }
        pieces.end()
    }
}

impl Memo {
    /// A memo for builds of the same texts with other options: it knows what was parsed.
    #[must_use]
    pub fn fork(&self) -> Self {
        Self {
            stamps: self.stamps.clone(),
            docs: self.docs.clone(),
            pictures: self.pictures.clone(),
            trays: Arc::clone(&self.trays),
            theme: self.theme.clone(),
            ..Self::default()
        }
    }

    /// A memo from the bytes of what was kept (`store`). What cannot be read is as good as never kept.
    #[must_use]
    pub fn restore(bytes: &[u8]) -> Self {
        let Ok(stored) = postcard::from_bytes::<Stored<'_>>(bytes) else {
            return Self::default();
        };
        let read = |piece: &&Bytes| postcard::from_bytes(piece).unwrap_or_default();
        let (pages, pieces) = rayon::join(
            || postcard::from_bytes(stored.pages).unwrap_or_default(),
            || -> Vec<Vec<(Arc<Doc>, Vec<Diagnostic>)>> {
                stored.docs.par_iter().map(read).collect()
            },
        );
        let docs = pieces.into_iter().flatten().map(|(doc, diagnostics)| {
            let key = doc.key;
            let remembered = Remembered {
                doc,
                diagnostics,
                body: None,
            };
            (key, remembered)
        });
        Self {
            docs: docs.collect(),
            stamps: stored.stamps,
            pictures: stored.pictures,
            trays: Arc::new(Known::new(stored.trays)),
            pages,
            ..Self::default()
        }
    }

    /// What to keep: everything about files that the build shows. Drafts stay at home.
    #[must_use]
    pub fn store(&self, build: &Build) -> Storing<'_> {
        let pages = build.site.pages.iter().map(|page| page.doc.key);
        let shown = build
            .site
            .sections
            .iter()
            .filter_map(|section| Some(section.doc.as_ref()?.key))
            .chain(pages);
        Storing {
            stamps: &self.stamps,
            docs: Pieces {
                shown: shown.collect(),
                known: &self.docs,
            },
            pictures: &self.pictures,
            trays: self.trays.of(build.plan.segments(&build.site)),
            pages: ByteBuf::from(postcard::to_stdvec(&self.pages).unwrap_or_default()),
        }
    }
}

/// A planned site: every file it has, not yet made.
pub struct Build {
    /// What it was built from.
    pub snapshot: Arc<Snapshot>,
    /// The site.
    pub site: Arc<Site>,
    /// Every file that it has.
    pub plan: Arc<Plan>,
    /// What is wrong so far; making the files may add template errors.
    pub diagnostics: Vec<Diagnostic>,
    /// The theme; without one no page can be made.
    pub theme: Option<Arc<Theme>>,
    /// How many files were parsed anew.
    pub parsed: usize,
    index: Arc<Index>,
    /// Parsed texts. A page takes its own when it is rendered, so that a large build lets go of them one by one.
    bodies: BTreeMap<Fingerprint, Mutex<Option<Arc<Body>>>>,
    /// What pages say, as far as it is known.
    trays: Arc<Known>,
    /// The search's indexes by the number of their segment.
    indexes: [Indexing; search::SEGMENTS],
}

/// Plans the whole site.
pub fn build(snapshot: &Arc<Snapshot>, memo: &mut Memo) -> Build {
    revise(snapshot, memo).unwrap_or_else(|| build_anew(snapshot, memo))
}

fn build_anew(snapshot: &Arc<Snapshot>, memo: &mut Memo) -> Build {
    let mut of_settings = snapshot.diagnostics.clone();
    let config = read_config(snapshot, &mut of_settings);
    let mut of_theme = Vec::new();
    let theme = load_theme(snapshot, &config, memo, &mut of_theme);
    let mut diagnostics = Vec::new();
    let (docs, parsed) = parse_docs(snapshot, &config, memo, &mut diagnostics);
    let looks = pictures::look(snapshot, &docs, memo);
    let registries = read_registries(snapshot, &mut of_settings);
    let mut of_site = Vec::new();
    let site = site::assemble(snapshot, config, registries, &docs, looks, &mut of_site);
    let plan = Plan::new(&site, theme.as_deref(), &snapshot.options, &mut of_site);
    let bodies = memo
        .docs
        .iter_mut()
        .filter_map(|(key, doc)| Some((*key, Mutex::new(Some(doc.body.take()?)))))
        .collect();
    let last = Last {
        snapshot: Arc::clone(snapshot),
        site: Arc::new(site),
        plan: Arc::new(plan),
        of_settings,
        of_theme,
        of_site,
    };
    let build = finish(last, theme, diagnostics, parsed, bodies, memo);
    if memo.docs.len() != docs.len() {
        memo.last = None; // a file that cannot be read is looked at again every time
    }
    build
}

/// The build after an edit that changes texts and templates only (see `site::revise`), at the cost of what changed.
/// What it gives is what `build_anew` would give; `None` when that takes more.
fn revise(snapshot: &Arc<Snapshot>, memo: &mut Memo) -> Option<Build> {
    let last = memo.last.take()?;
    if snapshot.options != last.snapshot.options
        || snapshot.diagnostics != last.snapshot.diagnostics
    {
        return None;
    }
    let changed = last.snapshot.changed_to(snapshot)?;
    let is_template = |file: &&File| file.path.starts_with("themes/");
    let (templates, texts): (Vec<&File>, Vec<&File>) = changed.into_iter().partition(is_template);
    if !texts.iter().all(|file| is_text(&file.path)) {
        return None;
    }
    let config = &last.site.config;
    let (mut theme, mut plan, mut of_theme) = (memo.theme.clone(), last.plan, last.of_theme);
    if !templates.is_empty() {
        of_theme = Vec::new();
        let before = theme.take()?.fingerprint();
        theme = load_theme(snapshot, config, memo, &mut of_theme);
        let now = theme.as_deref()?;
        if now.fingerprint() != before {
            plan = Arc::new(plan.with_theme(now)?);
        }
    }
    let parsed: Vec<(Found, Remembered)> = texts
        .par_iter()
        .map(|file| match parse_doc(file, config, &memo.docs) {
            (Some(found), remembered) => Some((found, remembered)),
            (None, _) => None,
        })
        .collect::<Option<_>>()?;
    let docs: Vec<Arc<Doc>> = parsed
        .iter()
        .filter(|(found, _)| !memo.docs.contains_key(&found.key))
        .map(|(_, remembered)| Arc::clone(&remembered.doc))
        .collect();
    let mut of_site = last.of_site;
    let mut site = last.site;
    if !docs.is_empty() {
        let before = Arc::clone(&site);
        site = Arc::new(site::revise(&before, snapshot, &docs, &mut of_site)?);
        let edited = docs.iter().map(|doc| before.page_of(&doc.path));
        let edited: Vec<usize> = edited.collect::<Option<_>>()?;
        plan = Arc::new(plan.with_pages(&before, &site, &edited)?);
        for page in edited {
            memo.docs.remove(&before.pages[page].doc.key);
        }
    }
    memo.learned = !docs.is_empty();
    let mut bodies = BTreeMap::new();
    for (file, (found, mut remembered)) in texts.iter().zip(parsed) {
        if let Some(body) = remembered.body.take() {
            bodies.insert(found.key, Mutex::new(Some(body)));
        }
        memo.docs.insert(found.key, remembered);
        memo.stamps.remove(&*file.path);
        remember_stamp(&mut memo.stamps, file, found.content, snapshot.taken);
    }
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for remembered in memo.docs.values() {
        diagnostics.extend(remembered.diagnostics.iter().cloned());
    }
    let last = Last {
        snapshot: Arc::clone(snapshot),
        site,
        plan,
        of_settings: last.of_settings,
        of_theme,
        of_site,
    };
    Some(finish(last, theme, diagnostics, docs.len(), bodies, memo))
}

/// Puts a build together. `diagnostics` are those of the texts.
fn finish(
    last: Last,
    theme: Option<Arc<Theme>>,
    mut diagnostics: Vec<Diagnostic>,
    parsed: usize,
    bodies: BTreeMap<Fingerprint, Mutex<Option<Arc<Body>>>>,
    memo: &mut Memo,
) -> Build {
    for others in [&last.of_settings, &last.of_theme, &last.of_site] {
        diagnostics.extend(others.iter().cloned());
    }
    diag::sort(&mut diagnostics);
    let build = Build {
        snapshot: Arc::clone(&last.snapshot),
        site: Arc::clone(&last.site),
        plan: Arc::clone(&last.plan),
        diagnostics,
        theme,
        parsed,
        index: Arc::new(Index::new(Arc::clone(&last.site))),
        bodies,
        trays: Arc::clone(&memo.trays),
        indexes: Default::default(),
    };
    memo.last = Some(last);
    build
}

fn read_text(file: &File, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    match file.read() {
        Ok(bytes) => parse::text(&bytes, &file.path, diagnostics).map(Cow::into_owned),
        Err(error) => {
            diagnostics.push(unreadable(file, &error));
            None
        }
    }
}

fn unreadable(file: &File, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Msg::UnreadableFile, &file.path, None, &[error]).help(Msg::HelpUnreadable, &[])
}

fn read_config(snapshot: &Snapshot, diagnostics: &mut Vec<Diagnostic>) -> Config {
    let text = snapshot
        .files
        .get(config::FILE)
        .and_then(|file| read_text(file, diagnostics))
        .unwrap_or_default();
    config::parse(&text, &snapshot.options, diagnostics)
}

fn load_theme(
    snapshot: &Snapshot,
    config: &Config,
    memo: &mut Memo,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Arc<Theme>> {
    let sources = Sources::find(snapshot, config, diagnostics);
    if sources.is_broken() {
        return None; // templates are missing, and every page would say so
    }
    sources.check(config, diagnostics);
    let fingerprint = sources.fingerprint();
    if let Some(theme) = memo
        .theme
        .as_ref()
        .filter(|theme| theme.fingerprint() == fingerprint)
    {
        return Some(Arc::clone(theme));
    }
    memo.theme = sources.compile(diagnostics).map(Arc::new);
    memo.theme.clone()
}

/// How a file came by its parsed form.
struct Found {
    key: Fingerprint,
    content: Fingerprint,
    /// Whether it had to be parsed.
    anew: bool,
}

/// Whether a file is a text of the site.
fn is_text(path: &str) -> bool {
    path.starts_with("content/") && path.ends_with(".md") && !path.starts_with("content/_data/")
}

/// Parses a Markdown file, unless the memo knows it. No key is found for a file that cannot be read.
fn parse_doc(
    file: &File,
    config: &Config,
    known: &BTreeMap<Fingerprint, Remembered>,
) -> (Option<Found>, Remembered) {
    let switches = switches_of(config, &file.path);
    let remembered = |content: Fingerprint| {
        let key = parse::key(&file.path, content, switches);
        let found = Found {
            key,
            content,
            anew: false,
        };
        known.get(&key).map(|doc| (Some(found), doc.clone()))
    };
    if let Some(remembered) = file.known.and_then(remembered) {
        return remembered;
    }
    let bytes = match file.read() {
        Ok(bytes) => bytes,
        Err(error) => {
            let remembered = Remembered {
                doc: Arc::new(Doc::broken(&file.path, Fingerprint::default())),
                diagnostics: vec![unreadable(file, &error)],
                body: None,
            };
            return (None, remembered);
        }
    };
    let content = Fingerprint::of_bytes(&bytes);
    if let Some(remembered) = remembered(content) {
        return remembered;
    }
    let parsed = parse::page(&file.path, &bytes, switches, content);
    let found = Found {
        key: parsed.doc.key,
        content,
        anew: true,
    };
    let remembered = Remembered {
        doc: parsed.doc,
        diagnostics: parsed.diagnostics,
        body: Some(parsed.body),
    };
    (Some(found), remembered)
}

/// Parses every Markdown file below `content/`, on all cores, as far as the memo does not know them.
fn parse_docs(
    snapshot: &Snapshot,
    config: &Config,
    memo: &mut Memo,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Arc<Doc>>, usize) {
    let files: Vec<&File> = snapshot
        .below("content/")
        .filter(|file| is_text(&file.path))
        .collect();
    let known = &memo.docs;
    let (mut found, mut remembered): (Vec<Option<Found>>, Vec<Remembered>) = Default::default();
    files
        .par_iter()
        .with_max_len(AT_ONCE)
        .map(|file| parse_doc(file, config, known))
        .unzip_into_vecs(&mut found, &mut remembered);
    let stamps = || -> Stamps {
        let found = files.iter().zip(&found);
        found
            .filter_map(|(file, found)| stamp_of(file, found.as_ref()?.content, snapshot.taken))
            .collect()
    };
    let docs = || {
        let docs: Vec<Arc<Doc>> = remembered.iter().map(|it| Arc::clone(&it.doc)).collect();
        let wrong: Vec<Diagnostic> = remembered
            .iter()
            .flat_map(|it| it.diagnostics.iter().cloned())
            .collect();
        let kept = found.iter().zip(remembered);
        let kept = kept.filter_map(|(found, remembered)| Some((found.as_ref()?.key, remembered)));
        (docs, wrong, kept.collect::<BTreeMap<_, _>>())
    };
    let (mut stamps, (docs, wrong, kept)) = rayon::join(stamps, docs);
    diagnostics.extend(wrong);
    let parsed = found.iter().flatten().filter(|found| found.anew).count();
    // Stamps of copied files are added when those are made.
    let mut before = memo.stamps.iter();
    let same_stamps = stamps.iter().all(|stamp| {
        let old = before.by_ref().find(|(path, _)| *path >= stamp.0);
        old == Some(stamp)
    });
    memo.learned = parsed > 0 || kept.len() != memo.docs.len() || !same_stamps;
    let others = std::mem::take(&mut memo.stamps).into_iter();
    let is_other = |path: &str| !is_text(path) && snapshot.files.contains_key(path);
    stamps.append(&mut others.filter(|(path, _)| is_other(path)).collect());
    memo.docs = kept;
    memo.stamps = stamps;
    (docs, parsed)
}

/// What the next scan may believe of a file that was read at `taken`.
fn stamp_of(
    file: &File,
    content: Fingerprint,
    taken: u64,
) -> Option<(String, (Stamp, Fingerprint))> {
    let stamp = file.stamp().filter(|stamp| stamp.is_settled(taken))?;
    Some((file.path.to_string(), (stamp, content)))
}

fn remember_stamp(stamps: &mut Stamps, file: &File, content: Fingerprint, taken: u64) {
    stamps.extend(stamp_of(file, content, taken));
}

fn switches_of(config: &Config, path: &str) -> Switches {
    Switches {
        hard_breaks: config.hard_breaks,
        raw_html: config.raw_html.iter().any(|file| file == path),
        tones: config.check.tones,
    }
}

fn read_registries(
    snapshot: &Snapshot,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<&'static str, Registry> {
    let mut registries = BTreeMap::new();
    for kind in REGISTRIES {
        let path = format!("content/_data/{}.toml", kind.name);
        if let Some(text) = snapshot
            .files
            .get(path.as_str())
            .and_then(|file| read_text(file, diagnostics))
        {
            registries.insert(
                kind.name,
                parse::data::parse(kind, &text, &path, diagnostics),
            );
        }
    }
    registries
}

/// The bytes of a finished file.
pub enum Content<'a> {
    /// At hand.
    Bytes(&'a [u8]),
    /// Those of a source file.
    File(&'a File),
}

/// What is being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// All files but pictures.
    Files,
    /// Pictures.
    Pictures,
}

/// What is to be done about pictures and the search's index, which take long to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// They are made.
    Make,
    /// Pictures are decoded, to find what is broken; in an index there is nothing to find.
    Try,
    /// Nothing.
    Leave,
}

/// Where finished files go. Called from all cores at once.
pub trait Sink: Sync {
    /// Whether it has this file with this content already.
    fn has(&self, path: &str, content: Fingerprint) -> bool;

    /// Takes a file.
    ///
    /// # Errors
    /// When it cannot.
    fn put(&self, path: &str, content: Fingerprint, bytes: &Content<'_>) -> io::Result<()>;

    /// The content of a file that it has under a name which says what it was made from.
    fn named(&self, _path: &str) -> Option<Fingerprint> {
        None
    }

    /// What it wants of pictures.
    fn effort(&self) -> Effort {
        Effort::Make
    }

    /// Whether it wants drawings as pictures. One that only looks for mistakes gets the SVG that a picture would be
    /// made from.
    fn wants_drawings(&self) -> bool {
        true
    }

    /// Hears that so many files of so many are done.
    fn progress(&self, _doing: Doing, _done: usize, _total: usize) {}

    /// Whether to go on; when not, `make` ends with an error of the kind `Interrupted`.
    fn goes_on(&self) -> bool {
        true
    }
}

/// A sink that wants to see every file and keeps none: for checks.
pub struct Nowhere;

impl Sink for Nowhere {
    fn has(&self, _: &str, _: Fingerprint) -> bool {
        true
    }
    fn put(&self, _: &str, _: Fingerprint, _: &Content<'_>) -> io::Result<()> {
        Ok(())
    }
    fn effort(&self) -> Effort {
        Effort::Try
    }
    fn wants_drawings(&self) -> bool {
        false
    }
}

/// A file that was made, and whether it may be taken for granted next time; or why it could not be made.
type Outcome = Result<(Record, bool), Failure>;

/// What making all files gave.
#[derive(Debug, Default)]
pub struct Made {
    /// The fingerprint of every file's bytes.
    pub contents: BTreeMap<String, Fingerprint>,
    /// Template errors, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// How many pages were rendered.
    pub rendered: usize,
    /// How many renditions of pictures were made.
    pub pictures: usize,
}

impl Build {
    /// Whether settings and theme could be read, so that there is something to show.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.theme.is_some() && !self.site.config.broken
    }

    /// Lets go of the texts that are at hand; a page that is made after this parses its own again.
    pub fn forget_texts(&mut self) {
        self.bodies.clear();
        self.indexes = Default::default();
    }

    /// Whether something keeps the site from being written.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// Makes one file. `None` when the site has none of this path, such as `tin-tuc/index.html`.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Result<Vec<u8>, Box<Diagnostic>>> {
        let job = self.plan.job(&self.site, path, self.plan.files.get(path)?);
        let mut bytes = Vec::new();
        let made = self.bytes_of(&job, true, &mut bytes, &AtomicUsize::new(0));
        let source = match &job {
            Job::Copy(file) => &file.path,
            _ => path,
        };
        Some(
            made.map(|_| bytes)
                .map_err(|failure| self.told(failure, source)),
        )
    }

    /// The HTML of a page's text with its links and blocks, as its template gets it; empty when it has none.
    ///
    /// # Errors
    /// The diagnostic of a block's template that failed, or of a file that cannot be read any more.
    pub fn text_of_page(&self, page: usize) -> Result<String, Box<Diagnostic>> {
        let path = file_of(&self.site.pages[page].path);
        let entry = self.plan.files.get(&path);
        let job = entry.map(|entry| self.plan.job(&self.site, &path, entry));
        let (Some(Job::Page(job)), Some(theme)) = (job, &self.theme) else {
            return Ok(String::new());
        };
        let Some(text) = &job.body else {
            return Ok(String::new());
        };
        let body = self
            .body(text)
            .map_err(|failure| self.told(failure, &text.file))?;
        render::text(theme, &job, &body, &self.index)
    }

    /// A poster of any page, also of one that shows none on the site, under a title and with lines above its text; nothing
    /// when the theme draws none.
    ///
    /// # Errors
    /// The diagnostic of a drawing that failed, or of a file that cannot be read any more.
    pub fn poster_of(
        &self,
        page: usize,
        output: Output,
        title: &str,
        opening: &[String],
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut bytes = Vec::new();
        if let Some(mut job) = self.plan.poster(&self.site, page, output) {
            job.poster.title = draw::shown(title).0;
            job.opening = opening.iter().map(|line| draw::shown(line).0).collect();
            self.poster(&job, true, &mut bytes)
                .map_err(|failure| self.told(failure, &job.file))?;
        }
        Ok(bytes)
    }

    /// A failure as the diagnostic of a source file, or of a finished file that has none of its own.
    fn told(&self, failure: Failure, path: &str) -> Box<Diagnostic> {
        match (failure, self.snapshot.files.get(path)) {
            (Failure::Content(diagnostic), _) => diagnostic,
            (Failure::Machine(error), Some(file)) => Box::new(unreadable(file, &error)),
            (Failure::Machine(error), None) => Box::new(
                Diagnostic::new(Msg::UnreadableFile, path, None, &[&error])
                    .help(Msg::HelpUnreadable, &[]),
            ),
        }
    }

    /// The decoded text of a source file or of a template, for showing where a mistake is.
    #[must_use]
    pub fn text_of(&self, path: &str) -> Option<Cow<'_, str>> {
        if let Some(file) = self.snapshot.files.get(path) {
            let bytes = file.read().ok()?;
            return parse::decode(&bytes).map(|decoded| Cow::Owned(decoded.text.into_owned()));
        }
        self.theme.as_deref()?.text(path).map(Cow::Borrowed)
    }

    /// Makes every file that the sink does not have, on all cores, and hands it over.
    ///
    /// # Errors
    /// The first error of the sink, or of reading a source file.
    pub fn make(&self, memo: &mut Memo, sink: &impl Sink) -> io::Result<Made> {
        let is_made_here = |entry: &Entry| match entry {
            Entry::Picture(_) => false,
            Entry::Piece(_) => sink.effort() == Effort::Make,
            _ => true,
        };
        let files = self.plan.files.iter();
        let mut files: Vec<(&String, &Entry)> =
            files.filter(|(_, entry)| is_made_here(entry)).collect();
        // Pages of the content first: their texts are gone before the lists make the values of all cards.
        files.sort_by_key(|(_, entry)| !matches!(entry, Entry::Item(_)));
        let (done, rendered) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let known = &memo.pages;
        let make = |part: &[(&String, &Entry)]| -> Vec<Outcome> {
            part.par_iter()
                .with_max_len(AT_ONCE)
                .map_init(
                    || Vec::with_capacity(64 * 1024),
                    |buffer, (path, entry)| {
                        if !sink.goes_on() {
                            return Err(Failure::Machine(io::ErrorKind::Interrupted.into()));
                        }
                        let job = self.plan.job(&self.site, path, entry);
                        let result =
                            self.make_one(path, &job, known.get(*path), sink, buffer, &rendered);
                        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                        sink.progress(Doing::Files, done, files.len());
                        result
                    },
                )
                .collect()
        };
        let (items, others) =
            files.split_at(files.partition_point(|(_, entry)| matches!(entry, Entry::Item(_))));
        let mut results = make(items);
        results.extend(make(others));
        let pictures = pictures::make(self, known, sink);
        let mut made = Made {
            rendered: rendered.into_inner(),
            ..Made::default()
        };
        let mut finished = Vec::with_capacity(files.len() + pictures.len());
        for ((path, entry), result) in files.into_iter().zip(results) {
            match result {
                Ok((record, settled)) => {
                    if let Entry::Copy(file) = entry {
                        let before = memo.stamps.get(&*file.path).copied();
                        remember_stamp(&mut memo.stamps, file, record.content, self.snapshot.taken);
                        memo.learned |= memo.stamps.get(&*file.path).copied() != before;
                    }
                    finished.push((path, record, settled));
                }
                Err(Failure::Content(diagnostic)) => made.diagnostics.push(*diagnostic),
                Err(Failure::Machine(error)) => return Err(error),
            }
        }
        for (path, outcome) in pictures {
            match outcome {
                Ok((record, was_there)) => {
                    made.pictures += usize::from(!was_there);
                    finished.push((path, record, true));
                }
                Err(Failure::Content(diagnostic)) => made.diagnostics.push(*diagnostic),
                Err(Failure::Machine(error)) => return Err(error),
            }
        }
        let contents: Vec<(&String, Fingerprint)> = finished
            .iter()
            .map(|(path, record, _)| (*path, record.content))
            .collect();
        let (contents, records): (BTreeMap<_, _>, BTreeMap<_, _>) = rayon::join(
            || {
                contents
                    .into_iter()
                    .map(|(path, content)| (path.clone(), content))
                    .collect()
            },
            || {
                let settled = finished.into_iter().filter(|(.., settled)| *settled);
                settled
                    .map(|(path, record, _)| (path.clone(), record))
                    .collect()
            },
        );
        made.contents = contents;
        memo.learned |= !keys(&memo.pages).eq(keys(&records));
        memo.pages = records;
        made.diagnostics.sort();
        diag::merge_pages(&mut made.diagnostics);
        Ok(made)
    }

    fn make_one(
        &self,
        path: &str,
        job: &Job,
        known: Option<&Record>,
        sink: &impl Sink,
        buffer: &mut Vec<u8>,
        rendered: &AtomicUsize,
    ) -> Result<(Record, bool), Failure> {
        let key = match job {
            Job::Copy(file) => file
                .fingerprint()
                .map_err(|error| Failure::Content(Box::new(unreadable(file, &error))))?,
            Job::Search(segment, piece) => self.search_index(segment)?.key(*piece),
            job => job.key()?,
        };
        if let Job::Copy(file) = job {
            if !sink.has(path, key) {
                sink.put(path, key, &Content::File(file))?;
            }
            return Ok((
                Record {
                    key,
                    asked: Vec::new(),
                    content: key,
                },
                false,
            ));
        }
        if let Some(record) =
            known.filter(|record| record.key == key && self.same_answers(&record.asked))
            && sink.has(path, record.content)
        {
            return Ok((record.clone(), true));
        }
        buffer.clear();
        let asked = self.bytes_of(job, sink.wants_drawings(), buffer, rendered)?;
        let content = Fingerprint::of_bytes(buffer);
        if !sink.has(path, content) {
            sink.put(path, content, &Content::Bytes(buffer))?;
        }
        Ok((
            Record {
                key,
                asked,
                content,
            },
            true,
        ))
    }

    fn same_answers(&self, asked: &[Asked]) -> bool {
        asked
            .iter()
            .all(|(query, answer)| self.index.fingerprint(query) == *answer)
    }

    /// Makes the bytes of one job; of a drawing only the SVG unless drawings are wanted.
    fn bytes_of(
        &self,
        job: &Job,
        drawings: bool,
        out: &mut Vec<u8>,
        rendered: &AtomicUsize,
    ) -> Result<Vec<Asked>, Failure> {
        match job {
            Job::Page(job) => {
                rendered.fetch_add(1, Ordering::Relaxed);
                return self.render(job, out);
            }
            Job::Card(job) => self.card(job, drawings, out)?,
            Job::Poster(job) => self.poster(job, drawings, out)?,
            Job::Copy(file) => out.extend_from_slice(&file.read()?),
            Job::Picture(file, rendition) => {
                let bytes = pictures::source_bytes(file, rendition)?;
                let is_decoded = rendition.is_decoded();
                let base = is_decoded.then(|| pictures::base(file, &bytes, rendition));
                let base = base.transpose()?;
                *out = pictures::print(file, &bytes, base.as_ref(), rendition)?;
            }
            Job::Asset(bytes) => out.extend_from_slice(bytes),
            Job::Feed(job) => out.extend_from_slice(feed::feed(job).as_bytes()),
            Job::Sitemap(base, entries) => {
                out.extend_from_slice(feed::sitemap(base, entries).as_bytes())
            }
            Job::Items(site, cards) => {
                out.extend_from_slice(
                    feed::items(site, cards.iter().map(|card| &***card)).as_bytes(),
                );
            }
            Job::Catalogue(segments) => {
                let text = search::catalogue::catalogue(segments);
                out.extend_from_slice(Piece::Catalogue.file(&text).as_bytes());
            }
            Job::Titles(segment, n) => {
                let text = segment.titles_text(*n);
                out.extend_from_slice(Piece::Titles(*n).file(&text).as_bytes());
            }
            Job::Search(segment, piece) => {
                let text = self.search_index(segment)?.piece(*piece);
                out.extend_from_slice(piece.file(&text).as_bytes());
            }
            Job::Text(text) => out.extend_from_slice(text.as_bytes()),
        }
        Ok(Vec::new())
    }

    /// The index of a segment of the search, made when its first piece is asked for.
    fn search_index(&self, segment: &Segment) -> Result<&search::index::Index, Box<Diagnostic>> {
        self.indexes[segment.number].index(segment, &self.trays, |n| {
            search::gather::gather(segment.tray(n), |path, key| {
                self.bytes_of_doc(path, key).map(|(bytes, _)| bytes)
            })
        })
    }

    fn render(&self, job: &PageJob, out: &mut Vec<u8>) -> Result<Vec<Asked>, Failure> {
        let Some(theme) = &self.theme else {
            return Ok(Vec::new());
        };
        let body = job.body.as_ref().map(|body| self.body(body)).transpose()?;
        render::page(theme, job, body.as_deref(), &self.index, out).map_err(Failure::Content)
    }

    fn card(&self, job: &CardJob, drawings: bool, out: &mut Vec<u8>) -> Result<(), Failure> {
        let Some(theme) = &self.theme else {
            return Ok(());
        };
        let svg = render::card(theme, job).map_err(Failure::Content)?;
        if drawings {
            let png = render::card_png(theme, job, &svg).map_err(Failure::Content)?;
            out.extend_from_slice(&png);
        } else {
            out.extend_from_slice(svg.as_bytes());
        }
        Ok(())
    }

    fn poster(&self, job: &PosterJob, pictures: bool, out: &mut Vec<u8>) -> Result<(), Failure> {
        let Some(theme) = &self.theme else {
            return Ok(());
        };
        let body = self.body(&job.body)?;
        let svg = render::poster(theme, job, &body).map_err(Failure::Content)?;
        if pictures {
            let file = render::poster_file(theme, job, &svg).map_err(Failure::Content)?;
            out.extend_from_slice(&file);
        } else {
            out.extend_from_slice(svg.as_bytes());
        }
        Ok(())
    }

    /// The body of a file: from the memo, else parsed again.
    fn body(&self, job: &BodyJob) -> Result<Arc<Body>, Failure> {
        let waiting = self.bodies.get(&job.doc).map(|body| {
            body.lock()
                .expect("no thread panics while it holds the lock")
                .take()
        });
        if let Some(body) = waiting.flatten() {
            return Ok(body);
        }
        let (bytes, content) = self.bytes_of_doc(&job.file, job.doc)?;
        let switches = switches_of(&self.site.config, &job.file);
        Ok(parse::page(&job.file, &bytes, switches, content).body)
    }

    /// The bytes of a text that was parsed, if they are still those, and their fingerprint.
    fn bytes_of_doc(
        &self,
        path: &Arc<str>,
        key: Fingerprint,
    ) -> Result<(Cow<'_, [u8]>, Fingerprint), Box<Diagnostic>> {
        let changed =
            || Diagnostic::new(Msg::FileChanged, path, None, &[]).help(Msg::HelpFileChanged, &[]);
        let file = self.snapshot.files.get(path).ok_or_else(changed)?;
        let bytes = file
            .read()
            .map_err(|error| Box::new(unreadable(file, &error)))?;
        let content = Fingerprint::of_bytes(&bytes);
        if parse::key(path, content, switches_of(&self.site.config, path)) != key {
            return Err(Box::new(changed()));
        }
        Ok((bytes, content))
    }
}

/// What finished files were made from, by path.
fn keys(records: &BTreeMap<String, Record>) -> impl Iterator<Item = (&String, Fingerprint)> {
    records.iter().map(|(path, record)| (path, record.key))
}

/// Why a file could not be made.
enum Failure {
    /// A template failed, a picture is broken, or a source file cannot be read: the editor's business.
    Content(Box<Diagnostic>),
    /// The machine failed.
    Machine(io::Error),
}

impl From<Box<Diagnostic>> for Failure {
    fn from(diagnostic: Box<Diagnostic>) -> Self {
        Self::Content(diagnostic)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Machine(error)
    }
}
