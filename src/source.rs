//! The snapshot of a site's folder: which files there are, their content on demand, and the options of the build.
//!
//! `scan` is the only place that looks at the sources on disk and at the clock; `rescan` gives what it would give when
//! only a few paths are new. Paths are relative to the site's folder, with `/` and in Unicode NFC on every system; the
//! system's own name is kept only to open the file. A file whose size and time are those of the last scan keeps its
//! fingerprint without being read; the content of the others is read by whoever needs it first, and only once.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::io;
use std::ops::Bound;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use walkdir::{DirEntry, WalkDir};

use crate::diag::{Diagnostic, Msg};
use crate::fingerprint::Fingerprint;
use crate::moment::Moment;
use crate::vi::fold::nfc;

/// How many files are looked at in one go.
const TOGETHER: usize = 256;

/// What the site's folder holds for us. Everything else in it is none of our business.
pub const TOPS: &[&str] = &["site.toml", "content", "static", "themes"];

/// What is asked of a build besides the files.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    /// The moment that decides what is scheduled and what is expired.
    pub now: Moment,
    /// Shows drafts, pages that wait for approval, scheduled and expired pages too.
    pub drafts: bool,
    /// Replaces `base_url` of `site.toml`.
    pub base_url: Option<String>,
    /// Whether the result is to be published; only then the measuring snippet is put into the pages.
    pub production: bool,
}

impl Options {
    /// The options of a plain build at a moment.
    #[must_use]
    pub fn at(now: Moment) -> Self {
        Self {
            now,
            drafts: false,
            base_url: None,
            production: true,
        }
    }
}

/// The clock: this moment in Viet Nam.
#[must_use]
pub fn now() -> Moment {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |d| d.as_secs());
    Moment::from_unix(i64::try_from(seconds).unwrap_or(i64::MAX))
}

/// The clock in nanoseconds since 1970.
pub fn nanos() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |d| u64::try_from(d.as_nanos()).unwrap_or(0))
}

/// Size and time of a file when it was looked at, to notice that it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Bytes.
    pub len: u64,
    /// Nanoseconds since 1970 of the last modification.
    pub modified: u64,
}

impl Stamp {
    /// The stamp of a file's metadata.
    #[must_use]
    pub fn of(metadata: &Metadata) -> Self {
        let nanos = metadata
            .modified()
            .ok()
            .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Self {
            len: metadata.len(),
            modified: nanos.map_or(0, |d| u64::try_from(d.as_nanos()).unwrap_or(0)),
        }
    }

    /// Whether the file may be trusted to be unchanged when its stamp is the same later: not when it was modified
    /// within two seconds of the look, because two saves in one tick of a coarse clock (FAT, some network drives)
    /// have one stamp. Git has the same rule.
    #[must_use]
    pub fn is_settled(self, looked_at: u64) -> bool {
        looked_at.saturating_sub(self.modified) > 2_000_000_000
    }
}

/// Fingerprints that an earlier scan knew, by path.
pub type Stamps = BTreeMap<String, (Stamp, Fingerprint)>;

/// Where the bytes of a file are.
#[derive(Clone, Debug)]
enum Origin {
    Disk { path: Arc<Path>, stamp: Stamp },
    Memory(Arc<[u8]>),
}

impl Origin {
    fn path(&self) -> Option<&Path> {
        match self {
            Self::Disk { path, .. } => Some(path),
            Self::Memory(_) => None,
        }
    }
}

/// One source file.
#[derive(Clone, Debug)]
pub struct File {
    /// Path in the site's folder, NFC, with `/`.
    pub path: Arc<str>,
    /// Bytes.
    pub len: u64,
    /// The fingerprint of the content when it is known without reading.
    pub known: Option<Fingerprint>,
    /// A hash of the path in lower case: names that differ only in case have the same.
    folded: u64,
    origin: Origin,
}

impl File {
    /// A file that exists in memory only.
    #[must_use]
    pub fn in_memory(path: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        let path = nfc(path);
        Self {
            folded: folded(&path),
            path: path.as_ref().into(),
            len: bytes.len() as u64,
            known: Some(Fingerprint::of_bytes(&bytes)),
            origin: Origin::Memory(bytes),
        }
    }

    /// The content.
    ///
    /// # Errors
    /// What the system says when the file cannot be read.
    pub fn read(&self) -> io::Result<Cow<'_, [u8]>> {
        match &self.origin {
            Origin::Memory(bytes) => Ok(Cow::Borrowed(bytes)),
            Origin::Disk { path, .. } => {
                use std::io::Read as _;
                // The size is known: `fs::read` would ask the system for it once more, for every file.
                let mut bytes = Vec::with_capacity(usize::try_from(self.len).unwrap_or(0) + 1);
                let file = std::fs::File::open(path)?;
                file.take(u64::MAX).read_to_end(&mut bytes)?;
                Ok(Cow::Owned(bytes))
            }
        }
    }

    /// The first `len` bytes, for a look at a picture's header.
    ///
    /// # Errors
    /// What the system says when the file cannot be read.
    pub fn read_start(&self, len: u64) -> io::Result<Vec<u8>> {
        use std::io::Read as _;
        match &self.origin {
            Origin::Memory(bytes) => {
                Ok(bytes[..bytes.len().min(usize::try_from(len).unwrap_or(usize::MAX))].to_vec())
            }
            Origin::Disk { path, .. } => {
                let mut start = Vec::new();
                std::fs::File::open(&**path)?
                    .take(len)
                    .read_to_end(&mut start)?;
                Ok(start)
            }
        }
    }

    /// The fingerprint of the content; reads the file when it is not known.
    ///
    /// # Errors
    /// What the system says when the file cannot be read.
    pub fn fingerprint(&self) -> io::Result<Fingerprint> {
        match self.known {
            Some(known) => Ok(known),
            None => Ok(Fingerprint::of_bytes(&self.read()?)),
        }
    }

    /// Where the file lies on disk.
    #[must_use]
    pub fn disk(&self) -> Option<&Path> {
        match &self.origin {
            Origin::Disk { path, .. } => Some(path),
            Origin::Memory(_) => None,
        }
    }

    /// The stamp of a file on disk.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        match &self.origin {
            Origin::Disk { stamp, .. } => Some(*stamp),
            Origin::Memory(_) => None,
        }
    }

    /// Whether a later look at the same path surely found the same content; this look was at `taken`.
    fn is_same(&self, later: &Self, taken: u64) -> bool {
        if Arc::ptr_eq(&self.path, &later.path) {
            return true; // not looked at again
        }
        match (&self.origin, &later.origin) {
            (Origin::Disk { stamp: a, .. }, Origin::Disk { stamp: b, .. }) => {
                a == b && a.is_settled(taken)
            }
            _ => self.known.is_some() && self.known == later.known,
        }
    }

    /// The last part of the path.
    #[must_use]
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// Everything that a build reads, as of one moment.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Every source file by path: `site.toml`, `content/…`, `static/…`, `themes/…`.
    pub files: BTreeMap<Arc<str>, File>,
    /// What is asked of the build.
    pub options: Options,
    /// What was wrong with the folder itself.
    pub diagnostics: Vec<Diagnostic>,
    /// Nanoseconds since 1970 when the scan began; 0 for a snapshot that was never on disk.
    pub taken: u64,
    /// Whether some files were reached by links: such a file changes when another place changes.
    links: bool,
}

impl Snapshot {
    /// A snapshot of files in memory.
    #[must_use]
    pub fn of(files: impl IntoIterator<Item = File>, options: Options) -> Self {
        let mut snapshot = Self::empty(options, 0);
        snapshot.add(files.into_iter().collect());
        snapshot.find_case_clashes();
        snapshot
    }

    fn empty(options: Options, taken: u64) -> Self {
        Self {
            files: BTreeMap::new(),
            options,
            diagnostics: Vec::new(),
            taken,
            links: false,
        }
    }

    /// The files below a folder, such as `content/`.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a File> {
        self.files
            .range::<str, _>((Bound::Included(folder), Bound::Unbounded))
            .map(|(_, file)| file)
            .take_while(move |file| file.path.starts_with(folder))
    }

    /// The files of a later snapshot that may have another content than here; `None` when a file came or went.
    #[must_use]
    pub fn changed_to<'a>(&self, later: &'a Self) -> Option<Vec<&'a File>> {
        if self.files.len() != later.files.len() {
            return None;
        }
        let mut changed = Vec::new();
        for (old, new) in self.files.values().zip(later.files.values()) {
            if old.path != new.path {
                return None;
            }
            if !old.is_same(new, self.taken) {
                changed.push(new);
            }
        }
        Some(changed)
    }

    /// The files of a later snapshot that are not in this one or may have another content there.
    #[must_use]
    pub fn edited<'a>(&self, later: &'a Self) -> Vec<&'a File> {
        let is_edited = |file: &&File| match self.files.get(&file.path) {
            Some(old) => !old.is_same(file, self.taken),
            None => true,
        };
        later.files.values().filter(is_edited).collect()
    }

    /// Adds files in any order. Of two with one path one stays, whatever the order in which the system lists them: the
    /// same name in NFC and in NFD, two files to the disk, one to everybody else.
    fn add(&mut self, mut files: Vec<File>) {
        files.par_sort_by(|a, b| {
            let by_path = a.path.cmp(&b.path);
            by_path.then_with(|| a.origin.path().cmp(&b.origin.path()))
        });
        let mut clashes = Vec::new();
        files.dedup_by(|later, first| {
            let is_twin = later.path == first.path;
            if is_twin {
                clashes.push(Arc::clone(&later.path));
            }
            is_twin
        });
        for file in &mut files {
            if let Some(other) = self.files.remove(&file.path) {
                clashes.push(Arc::clone(&file.path));
                if other.origin.path() <= file.origin.path() {
                    *file = other;
                }
            }
        }
        self.diagnostics.extend(clashes.iter().map(|path| {
            Diagnostic::new(Msg::CaseClash, path, None, &[path]).help(Msg::HelpCaseClash, &[])
        }));
        let is_large = files.len() > self.files.len();
        let files = files.into_iter().map(|file| (Arc::clone(&file.path), file));
        if is_large {
            // A map of what is sorted is made at once, and two are put together in one go.
            self.files.append(&mut files.collect());
        } else {
            self.files.extend(files);
        }
    }

    fn find_case_clashes(&mut self) {
        let mut hashes: Vec<u64> = self.files.values().map(|file| file.folded).collect();
        hashes.sort_unstable();
        let twice: BTreeSet<u64> = hashes
            .windows(2)
            .filter(|pair| pair[0] == pair[1])
            .map(|pair| pair[0])
            .collect();
        if twice.is_empty() {
            return;
        }
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut clashes = Vec::new();
        for (path, file) in &self.files {
            if !twice.contains(&file.folded) {
                continue;
            }
            let lower = path.to_lowercase();
            match seen.get(&lower) {
                Some(other) => clashes.push(
                    Diagnostic::new(Msg::CaseClash, path, None, &[other])
                        .help(Msg::HelpCaseClash, &[])
                        .note(Msg::NoteOtherFile, other, None, &[]),
                ),
                None => {
                    seen.insert(lower, path);
                }
            }
        }
        self.diagnostics.extend(clashes);
    }

    /// Adds what is at a place in the site's folder, and below it.
    fn walk(&mut self, folder: &Folder<'_>, start: &Path, stamps: &Stamps) {
        let mut walk = WalkDir::new(start)
            .follow_links(true)
            .into_iter()
            .filter_entry(|entry| !is_ignored(entry));
        let (mut found, looked) = (Vec::new(), Mutex::new(Vec::new()));
        let look = |found: Vec<DirEntry>| {
            let results = found
                .iter()
                .map(|entry| look_at(folder.root, entry, stamps));
            let mut results: Vec<Result<File, walkdir::Error>> = results.collect();
            let mut looked = looked
                .lock()
                .expect("no thread panics while it holds the lock");
            looked.append(&mut results);
        };
        // The files of some folders are looked at while the next are listed.
        rayon::in_place_scope(|others| {
            while let Some(entry) = walk.next() {
                match entry {
                    Ok(entry) if entry.path_is_symlink() && !folder.has_target(&entry) => {
                        self.diagnostics.push(link_outside(folder.root, &entry));
                        if entry.file_type().is_dir() {
                            walk.skip_current_dir();
                        }
                    }
                    Ok(entry) => {
                        self.links |= entry.path_is_symlink();
                        if entry.file_type().is_file() {
                            found.push(entry);
                        }
                        if found.len() == TOGETHER {
                            let found = std::mem::take(&mut found);
                            others.spawn(|_| look(found));
                        }
                    }
                    // A link that leads nowhere is no entry, and Emacs leaves such behind while a file is edited.
                    Err(error) if folder.is_junk(&error) => {}
                    Err(error) => self.diagnostics.push(walk_problem(folder.root, &error)),
                }
            }
            look(found);
        });
        let mut files = Vec::new();
        for result in looked
            .into_inner()
            .expect("no thread panics while it holds the lock")
        {
            match result {
                Ok(file) => files.push(file),
                Err(error) => self.diagnostics.push(walk_problem(folder.root, &error)),
            }
        }
        self.add(files);
    }

    /// This snapshot with another look at some places; nothing when only a look at the whole folder can tell.
    fn looked_again(
        &self,
        folder: &Folder<'_>,
        changed: &BTreeSet<PathBuf>,
        options: Options,
        stamps: &Stamps,
    ) -> Option<Self> {
        // Whatever is unusual about the folder may have its cause at a place that nobody named.
        if self.taken == 0 || self.links || !self.diagnostics.is_empty() {
            return None;
        }
        let mut next = Self::empty(options, nanos());
        next.files = self.files.clone();
        for file in next.files.values_mut() {
            if let (None, Some(stamp)) = (file.known, file.stamp()) {
                file.known = known(stamps, &file.path, stamp);
            }
        }
        let mut gone = Vec::new();
        for (path, mut places) in places(folder.root, changed)? {
            let parts = path.split('/').count();
            let below = format!("{path}/");
            let old = next.files.remove(path.as_str()).into_iter();
            let under: Vec<Arc<str>> = next
                .below(&below)
                .map(|file| Arc::clone(&file.path))
                .collect();
            let old: Vec<File> = old
                .chain(under.iter().filter_map(|path| next.files.remove(path)))
                .collect();
            for file in old {
                let own = file.origin.path()?.strip_prefix(folder.root).ok()?;
                places.insert(
                    folder
                        .root
                        .join(own.iter().take(parts).collect::<PathBuf>()),
                );
                gone.push(file.path);
            }
            let mut there = Vec::new();
            for place in places {
                match place.symlink_metadata() {
                    Ok(_) => there.push(place),
                    Err(error) if is_missing(&error) => {}
                    Err(_) => return None,
                }
            }
            match there.as_slice() {
                [] => {}
                [place] => next.walk(folder, place, stamps),
                // One name in two spellings: two files, or one that the system finds under both.
                _ => return None,
            }
        }
        let same_paths = next.files.len() == self.files.len()
            && gone.iter().all(|path| next.files.contains_key(path));
        if !same_paths {
            next.find_case_clashes();
        }
        (!next.links && next.diagnostics.is_empty()).then_some(next)
    }

    /// The files at these places (relative to the site's folder, as the system spells them) and below them.
    pub fn at<'a>(&'a self, places: &'a BTreeSet<PathBuf>) -> impl Iterator<Item = &'a File> {
        places.iter().flat_map(|place| {
            let path = site_path(Path::new(""), place);
            let below = format!("{path}/");
            let own = self.files.get(path.as_str()).into_iter();
            let range = (Bound::Included(below.as_str()), Bound::Unbounded);
            let files = self.files.range::<str, _>(range).map(|(_, file)| file);
            own.chain(files.take_while(move |file| file.path.starts_with(&below)))
        })
    }

    /// Believes no fingerprint of what is at these places and below them.
    fn forget(&mut self, places: &BTreeSet<PathBuf>) {
        let paths: Vec<Arc<str>> = self.at(places).map(|file| Arc::clone(&file.path)).collect();
        for path in paths {
            if let Some(file) = self.files.get_mut(&path) {
                file.known = None;
            }
        }
    }
}

/// The site's folder while it is looked at.
struct Folder<'a> {
    root: &'a Path,
    real: PathBuf,
}

impl<'a> Folder<'a> {
    fn open(root: &'a Path) -> io::Result<Self> {
        let real = root.canonicalize()?;
        Ok(Self { root, real })
    }

    /// Whether a walk failed at what editors leave behind.
    fn is_junk(&self, error: &walkdir::Error) -> bool {
        let place = error
            .path()
            .and_then(|path| path.strip_prefix(self.root).ok());
        place.is_some_and(|place| !is_source(place))
    }

    /// Whether a link leads to something in the folder.
    fn has_target(&self, link: &DirEntry) -> bool {
        link.path()
            .canonicalize()
            .is_ok_and(|target| target.starts_with(&self.real))
    }
}

/// Looks at the site's folder. `stamps` are the fingerprints that an earlier scan knew.
///
/// Problems with single files become diagnostics of the snapshot.
///
/// # Errors
/// When the folder itself cannot be listed.
pub fn scan(root: &Path, options: Options, stamps: &Stamps) -> io::Result<Snapshot> {
    let mut snapshot = Snapshot::empty(options, nanos());
    let folder = Folder::open(root)?;
    for top in TOPS {
        let start = root.join(top);
        if start.symlink_metadata().is_ok() {
            snapshot.walk(&folder, &start, stamps);
        }
    }
    snapshot.find_case_clashes();
    Ok(snapshot)
}

/// What `scan` would find if nothing else than `changed` is other than in `previous`: files or whole folders, relative
/// to the site's folder, spelled as the system spells them. The cost is a copy of the snapshot's map and a look at each
/// of them; where that cannot tell (links, names in two spellings, an unreadable folder), it is a scan.
///
/// Files at and below `changed` have no known fingerprint, even when they look as before.
///
/// # Errors
/// When the folder itself cannot be listed.
pub fn rescan(
    previous: &Snapshot,
    root: &Path,
    changed: &BTreeSet<PathBuf>,
    options: Options,
    stamps: &Stamps,
) -> io::Result<Snapshot> {
    let folder = Folder::open(root)?;
    match previous.looked_again(&folder, changed, options.clone(), stamps) {
        Some(mut snapshot) => {
            snapshot.forget(changed);
            Ok(snapshot)
        }
        None => scan_anew(root, changed, options, stamps),
    }
}

/// `scan`, but with no known fingerprint at and below `changed`.
///
/// # Errors
/// When the folder itself cannot be listed.
pub fn scan_anew(
    root: &Path,
    changed: &BTreeSet<PathBuf>,
    options: Options,
    stamps: &Stamps,
) -> io::Result<Snapshot> {
    let mut snapshot = scan(root, options, stamps)?;
    snapshot.forget(changed);
    Ok(snapshot)
}

/// Whether a path relative to the site's folder is at a place of sources, and not one that editors leave behind.
#[must_use]
pub fn is_source(path: &Path) -> bool {
    let mut parts = path.components();
    let top = parts.next().map(Component::as_os_str);
    TOPS.iter().any(|known| top == Some(known.as_ref()))
        && parts.all(|part| match part {
            Component::Normal(name) => !is_junk(&name.to_string_lossy()),
            _ => false,
        })
}

/// Where to look, by path in the site; a place below another is left to that. Nothing when it is the whole folder.
fn places(root: &Path, changed: &BTreeSet<PathBuf>) -> Option<BTreeMap<String, BTreeSet<PathBuf>>> {
    let named: BTreeMap<String, Vec<&PathBuf>> = changed
        .iter()
        .filter(|path| is_source(path) || path.as_os_str().is_empty())
        .fold(BTreeMap::new(), |mut named, path| {
            let of_path: &mut Vec<_> = named.entry(site_path(Path::new(""), path)).or_default();
            of_path.push(path);
            named
        });
    let mut places: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    for (path, spellings) in &named {
        if path.is_empty() {
            return None;
        }
        let ends = path.match_indices('/').map(|(end, _)| end);
        let top = ends
            .chain([path.len()])
            .map(|end| &path[..end])
            .find(|above| named.contains_key(*above))?;
        let parts = top.split('/').count();
        let of_top = places.entry(top.to_owned()).or_default();
        for spelling in spellings {
            of_top.insert(root.join(spelling.iter().take(parts).collect::<PathBuf>()));
        }
    }
    Some(places)
}

fn is_missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn known(stamps: &Stamps, path: &str, stamp: Stamp) -> Option<Fingerprint> {
    let (old, fingerprint) = stamps.get(path)?;
    (*old == stamp).then_some(*fingerprint)
}

fn folded(path: &str) -> u64 {
    let Fingerprint(hash) = Fingerprint::of_bytes(path.to_lowercase().as_bytes());
    hash as u64 // the lower half is as good
}

/// The file of an entry.
fn look_at(root: &Path, entry: &DirEntry, stamps: &Stamps) -> Result<File, walkdir::Error> {
    let metadata = entry.metadata()?;
    let stamp = Stamp::of(&metadata);
    let path = site_path(root, entry.path());
    Ok(File {
        len: stamp.len,
        known: known(stamps, &path, stamp),
        folded: folded(&path),
        path: path.into(),
        origin: Origin::Disk {
            path: entry.path().into(),
            stamp,
        },
    })
}

fn link_outside(root: &Path, link: &DirEntry) -> Diagnostic {
    let path = site_path(root, link.path());
    let target = std::fs::read_link(link.path()).unwrap_or_default();
    Diagnostic::new(Msg::LinkOutside, &path, None, &[&target.display()])
        .help(Msg::HelpLinkOutside, &[])
}

fn walk_problem(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error
        .path()
        .map_or_else(String::new, |path| site_path(root, path));
    if error.loop_ancestor().is_some() {
        return Diagnostic::new(Msg::LinkLoop, &path, None, &[]).help(Msg::HelpLinkLoop, &[]);
    }
    // A link that points at itself or at nothing is reported by the system, not by the walk.
    let target = error.path().and_then(|path| std::fs::read_link(path).ok());
    if let Some(target) = target {
        let is_missing = error
            .io_error()
            .is_some_and(|error| error.kind() == io::ErrorKind::NotFound);
        return if is_missing {
            Diagnostic::new(Msg::DanglingLink, &path, None, &[&target.display()])
                .help(Msg::HelpDanglingLink, &[])
        } else {
            Diagnostic::new(Msg::LinkLoop, &path, None, &[]).help(Msg::HelpLinkLoop, &[])
        };
    }
    let reason = error
        .io_error()
        .map_or_else(|| error.to_string(), ToString::to_string);
    Diagnostic::new(Msg::UnreadableFile, &path, None, &[&reason]).help(Msg::HelpUnreadable, &[])
}

fn site_path(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let joined = relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/");
    nfc(&joined).into_owned()
}

/// Names that editors and systems leave behind and that are never content.
fn is_ignored(entry: &DirEntry) -> bool {
    is_junk(&entry.file_name().to_string_lossy())
}

/// Hidden names that hosts read and that may stand in `static/`.
const FOR_HOSTS: &[&str] = &[".well-known", ".htaccess", ".nojekyll"];

/// Whether Windows keeps a name for a device: nothing there can be called so, with an extension or without.
#[must_use]
pub fn is_device(part: &str) -> bool {
    let stem = part.split(['.', '/']).next().unwrap_or(part);
    if !matches!(stem.len(), 3 | 4) {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().find_map(|it| stem.strip_prefix(it));
    ["con", "prn", "aux", "nul"].contains(&&*stem)
        || numbered.is_some_and(|it| matches!(it.as_bytes(), [b'1'..=b'9']))
}

/// Whether a file or folder name is one that editors and systems leave behind: Word's locks (`~$…`), temporary and
/// backup files, `Thumbs.db`, `desktop.ini`, and hidden names such as `.git` and `.DS_Store`.
#[must_use]
pub fn is_junk(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    (name.starts_with('.') && !FOR_HOSTS.contains(&name))
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "4913")
        || [
            ".tmp",
            ".swp",
            ".swo",
            ".swx",
            ".bak",
            ".part",
            ".crdownload",
        ]
        .iter()
        .any(|end| lower.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_are_told_from_words_that_begin_like_them() {
        let devices = ["con", "con/", "Aux.html", "nul.tar.gz", "com1/", "LPT9.txt"];
        let others = [
            "con-nguoi/",
            "xa-con",
            "com/",
            "com0",
            "com10",
            "lpt",
            "auxiliary.html",
            "",
        ];
        assert_eq!(devices.map(is_device), [true; 6]);
        assert_eq!(others.map(is_device), [false; 8]);
    }

    #[test]
    fn what_editors_leave_behind_is_not_content() {
        for junk in [
            "~$bai.docx",
            "bai.md.tmp",
            "Thumbs.db",
            "desktop.ini",
            ".DS_Store",
            ".git",
            "bai.md~",
            ".bai.md.swp",
        ] {
            assert!(is_junk(junk), "{junk}");
        }
        for content in ["bai.md", "_index.md", "Ảnh tập huấn.JPG", "57-nq-tw.md"] {
            assert!(!is_junk(content), "{content}");
        }
    }

    #[test]
    fn a_name_in_nfd_is_the_same_path_as_in_nfc() {
        let options = Options::at(Moment::default());
        let snapshot = Snapshot::of(
            [File::in_memory("content/tin-tu\u{301}c.md", *b"x")],
            options,
        );
        assert!(snapshot.files.contains_key("content/tin-túc.md"));
    }

    #[test]
    fn names_that_differ_only_in_case_are_reported() {
        let files = [
            File::in_memory("content/Bai.md", *b"x"),
            File::in_memory("content/bai.md", *b"x"),
        ];
        let snapshot = Snapshot::of(files, Options::at(Moment::default()));
        assert_eq!(snapshot.diagnostics.len(), 1);
        assert_eq!(snapshot.diagnostics[0].text.msg, Msg::CaseClash);
    }

    #[test]
    fn a_stamp_within_two_seconds_of_the_look_is_not_trusted() {
        let stamp = Stamp {
            len: 1,
            modified: 10_000_000_000,
        };
        assert!(!stamp.is_settled(11_000_000_000));
        assert!(stamp.is_settled(12_000_000_001));
    }
}
