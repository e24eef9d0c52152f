//! The folder `public/`: brought to the new state by writing only what changed and removing only what we wrote.
//!
//! New files are written under temporary names and moved into place at the end, so that a build that is killed leaves
//! every file whole. The manifest says what we wrote; a file that it does not name belongs to somebody else and is
//! neither overwritten nor removed. What is about to be moved into place is noted first, so that after a kill the next
//! build knows those files for its own. Two builds of one folder take turns.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::engine::{Content, Doing, Memo, Sink, Storing};
use crate::fingerprint::{Fingerprint, FingerprintWriter};
use crate::moving;
use crate::source::Stamp;

/// Files that we keep in the folder about it.
const STATE: &str = ".trangxa-state";
const PENDING: &str = ".trangxa-pending";
const STAGING: &str = ".trangxa-new";

/// One file that we wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The fingerprint of its content.
    pub content: Fingerprint,
    /// Size and time after writing.
    pub stamp: Stamp,
}

/// Every file that we wrote, by path.
pub type Manifest = BTreeMap<String, Entry>;

/// What is kept in the folder between builds. Anything unreadable counts as nothing.
#[derive(Default)]
pub struct State {
    /// What we wrote.
    pub manifest: Manifest,
    /// What the engine found out.
    pub memo: Memo,
}

/// Reads the state of an output folder. `tool` names the program that may use it: another build of the program starts
/// afresh but still knows which files are its own.
#[must_use]
pub fn load(folder: &Path, tool: u64) -> State {
    let Ok(bytes) = fs::read(folder.join(STATE)) else {
        return State::default();
    };
    let Some((head, rest)) = bytes
        .split_at_checked(16)
        .filter(|it| it.0.starts_with(MAGIC))
    else {
        return State::default();
    };
    let Some((body, digest)) = rest.split_last_chunk::<16>() else {
        return State::default();
    };
    let Ok((manifest, memo)) = postcard::take_from_bytes::<Manifest>(body) else {
        return State::default();
    };
    let same_tool = head[8..] == tool.to_le_bytes();
    let (is_whole, memo) = rayon::join(
        || Fingerprint::of_bytes(body).0.to_le_bytes() == *digest,
        || {
            if same_tool {
                Memo::restore(memo)
            } else {
                Memo::default()
            }
        },
    );
    if is_whole {
        State { manifest, memo }
    } else {
        State::default()
    }
}

/// The turn of one build at an output folder (its whole path, without links): another waits until the result is dropped,
/// and `waits` is called before that. Nothing comes back where the system has no locks or no folder for temporary files,
/// and then builds should not overlap.
pub fn turn(folder: &Path, waits: impl FnOnce()) -> Option<fs::File> {
    let name = Fingerprint::of(folder.as_os_str()).short();
    let path = std::env::temp_dir().join(format!("trangxa-{name}.lock"));
    let mut options = fs::File::options();
    let file = options
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
        .ok()?;
    if let Err(fs::TryLockError::WouldBlock) = file.try_lock() {
        waits();
        file.lock().ok()?;
    }
    Some(file)
}

/// A number that is another for another build of this program, so that what one remembers never misleads another.
#[must_use]
pub fn tool() -> u64 {
    let metadata = std::env::current_exe().and_then(std::fs::metadata);
    let stamp = metadata
        .ok()
        .and_then(|m| Some((m.len(), m.modified().ok()?.duration_since(UNIX_EPOCH).ok()?)));
    stamp.map_or(0, |(len, time)| {
        len.rotate_left(32) ^ u64::try_from(time.as_nanos()).unwrap_or(0)
    })
}

/// The first bytes of the state's file; another number for another format.
const MAGIC: &[u8; 8] = b"trangxa2";

/// Writes the state as it is made: magic, tool, manifest, memo, and the fingerprint of the two last.
fn store(folder: &Path, tool: u64, manifest: &Manifest, memo: &Storing<'_>) -> io::Result<()> {
    let new = folder.join(format!("{STATE}.tmp"));
    let mut file = fs::File::create(&new)?;
    file.write_all(MAGIC)?;
    file.write_all(&tool.to_le_bytes())?;
    // Buffered before the fingerprint, which is quick with many bytes only.
    let writer = io::BufWriter::with_capacity(1 << 16, FingerprintWriter::new(file));
    let writer = postcard::to_io(manifest, writer).map_err(io::Error::other)?;
    let writer = postcard::to_io(memo, writer).map_err(io::Error::other)?;
    let (fingerprint, mut file) = writer.into_inner()?.finish();
    file.write_all(&fingerprint.0.to_le_bytes())?;
    drop(file);
    moving::rename(&new, &folder.join(STATE))
}

/// What a build did to the folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were not there.
    pub new: usize,
    /// Files with another content than before.
    pub changed: usize,
    /// Files that are gone.
    pub removed: usize,
    /// Files left as they were.
    pub unchanged: usize,
}

/// An output folder while a build writes to it.
pub struct Folder<'p> {
    folder: PathBuf,
    /// Where new files wait: a folder that becomes the output folder, or one inside it.
    staging: PathBuf,
    /// Whether the output folder was there.
    exists: bool,
    /// Whether nothing was in it: then files wait under their own names.
    fresh: bool,
    old: Manifest,
    /// Paths that a killed build was about to put in place.
    pending: BTreeSet<String>,
    staged: Mutex<Staged>,
    counter: AtomicUsize,
    progress: &'p (dyn Fn(Doing, usize, usize) + Sync),
}

#[derive(Default)]
struct Staged {
    /// Path, where it waits (nowhere: the file in the folder has this content already), its entry; in no order.
    files: Vec<(String, Option<PathBuf>, Entry)>,
    /// Files that are somebody else's.
    foreign: Vec<String>,
}

impl<'p> Folder<'p> {
    /// Opens an output folder whose manifest is `old`.
    ///
    /// # Errors
    /// When the folder cannot be made or cleaned.
    pub fn open(
        folder: &Path,
        old: Manifest,
        progress: &'p (dyn Fn(Doing, usize, usize) + Sync),
    ) -> io::Result<Self> {
        let (exists, is_empty) = match fs::read_dir(folder) {
            Ok(mut entries) => (true, entries.next().is_none()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (false, true),
            Err(error) => return Err(error),
        };
        let sibling = folder.file_name().map(|name| {
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(name);
            hidden.push(".trangxa-new");
            folder.with_file_name(hidden)
        });
        // A folder that is there may have rights of its own, be a link or another disk: it stays the same folder.
        let staging = match sibling {
            Some(sibling) if !exists => sibling,
            sibling => {
                if let Some(left_over) = sibling.filter(|sibling| sibling.exists()) {
                    moving::remove_folder(&left_over)?;
                }
                folder.join(STAGING)
            }
        };
        if staging.exists() {
            moving::remove_folder(&staging)?;
        }
        fs::create_dir_all(&staging)?;
        let pending = fs::read_to_string(folder.join(PENDING))
            .unwrap_or_default()
            .lines()
            .map(str::to_owned)
            .collect();
        Ok(Self {
            folder: folder.to_owned(),
            staging,
            exists,
            fresh: is_empty,
            old,
            pending,
            staged: Mutex::default(),
            counter: AtomicUsize::new(0),
            progress,
        })
    }

    fn staged(&self) -> std::sync::MutexGuard<'_, Staged> {
        self.staged
            .lock()
            .expect("no thread panics while it holds the lock")
    }

    /// Files of somebody else that stand where ours should go.
    #[must_use]
    pub fn foreign(&self) -> Vec<String> {
        let mut foreign = self.staged().foreign.clone();
        foreign.sort();
        foreign
    }

    /// Throws away what was written and leaves the folder as it was.
    ///
    /// # Errors
    /// When the temporary files cannot be removed.
    pub fn abandon(self) -> io::Result<()> {
        moving::remove_folder(&self.staging)
    }

    /// Moves everything into place: `contents` are all files of the site, `memo` is what to keep for the next build,
    /// which is written when the build `learned` something or a file changed.
    ///
    /// # Errors
    /// When a file cannot be moved or removed; the folder then holds whole files, old and new, and the next build mends
    /// the rest.
    pub fn commit<'m>(
        self,
        contents: &BTreeMap<String, Fingerprint>,
        tool: u64,
        learned: bool,
        memo: impl FnOnce() -> Storing<'m> + Send,
    ) -> io::Result<Changes> {
        let mut changes = Changes::default();
        let mut staged = std::mem::take(&mut *self.staged()).files;
        if self.fresh {
            let manifest = || -> Manifest {
                let entries = staged.into_iter().map(|(path, _, entry)| (path, entry));
                entries.collect()
            };
            let (manifest, memo) = rayon::join(manifest, memo);
            changes.new = manifest.len();
            if self.exists {
                self.move_all(&manifest)?;
                store(&self.folder, tool, &manifest, &memo)?;
                remove_if_there(&self.folder.join(PENDING))?;
                fs::remove_dir(&self.staging)?;
            } else {
                store(&self.staging, tool, &manifest, &memo)?;
                moving::rename(&self.staging, &self.folder)?;
            }
            return Ok(changes);
        }
        staged.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let entry_of = |path: &String| {
            let new = staged
                .binary_search_by(|(staged, ..)| staged.cmp(path))
                .ok()
                .map(|at| staged[at].2);
            Some((path.clone(), new.or_else(|| self.old.get(path).copied())?))
        };
        let paths: Vec<&String> = contents.keys().collect();
        let entries: Vec<_> = paths.into_par_iter().filter_map(entry_of).collect();
        let manifest: Manifest = entries.into_iter().collect();
        let moves: Vec<_> = staged
            .iter()
            .filter_map(|(path, at, _)| Some((path, at.as_ref()?)))
            .collect();
        let gone = self.old.keys().filter(|path| !contents.contains_key(*path));
        // Also what was put in place by a build that was killed before it could write it down.
        let unknown =
            |path: &&String| !contents.contains_key(*path) && !self.old.contains_key(*path);
        let gone = gone.chain(self.pending.iter().filter(unknown));
        // A file that becomes a folder, or a folder that becomes a file, must make way first.
        let (in_the_way, gone): (Vec<&String>, Vec<&String>) = gone.partition(|path| {
            let below = format!("{path}/");
            let next = staged.partition_point(|(staged, ..)| *staged < below);
            staged
                .get(next)
                .is_some_and(|(next, ..)| next.starts_with(&below))
                || folders(path).any(|folder| {
                    staged
                        .binary_search_by(|(path, ..)| path.as_str().cmp(folder))
                        .is_ok()
                })
        });
        if !moves.is_empty() {
            let mut list: Vec<&str> = moves.iter().map(|(path, _)| path.as_str()).collect();
            list.extend(self.pending.iter().map(String::as_str));
            let new = self.staging.join("pending");
            fs::write(&new, list.join("\n"))?;
            moving::rename(&new, &self.folder.join(PENDING))?;
        }
        for path in in_the_way {
            changes.removed += usize::from(self.remove(path).map_err(|error| about(path, error))?);
        }
        for (path, at) in moves {
            let target = self.folder.join(path);
            let before = self.old.contains_key(path);
            move_file(at, &target).map_err(|error| about(path, error))?;
            if before {
                changes.changed += 1;
            } else {
                changes.new += 1;
            }
        }
        for path in gone {
            changes.removed += usize::from(self.remove(path).map_err(|error| about(path, error))?);
        }
        changes.unchanged = manifest.len() - changes.new - changes.changed;
        if learned || manifest != self.old {
            store(&self.folder, tool, &manifest, &memo())?;
        }
        remove_if_there(&self.folder.join(PENDING))?;
        moving::remove_folder(&self.staging)?;
        Ok(changes)
    }

    /// Moves everything that waits under its own name into the empty folder.
    fn move_all(&self, manifest: &Manifest) -> io::Result<()> {
        let list: Vec<&str> = manifest.keys().map(String::as_str).collect();
        fs::write(self.folder.join(PENDING), list.join("\n"))?;
        for entry in fs::read_dir(&self.staging)? {
            let entry = entry?;
            moving::rename(&entry.path(), &self.folder.join(entry.file_name()))?;
        }
        Ok(())
    }

    /// Removes a file that an earlier build of ours wrote, unless somebody has changed it since.
    fn remove(&self, path: &str) -> io::Result<bool> {
        let target = self.folder.join(path);
        let is_ours = match (target.symlink_metadata(), self.old.get(path)) {
            (Ok(metadata), _) if !metadata.is_file() => false,
            (Ok(metadata), Some(entry)) => {
                Stamp::of(&metadata) == entry.stamp
                    || Fingerprint::of_bytes(&fs::read(&target)?) == entry.content
            }
            // A killed build put it there, or was killed between the file and its folders.
            _ => true,
        };
        if is_ours {
            remove_file(&self.folder, path)
        } else {
            Ok(false)
        }
    }

    fn is_ours(&self, path: &str) -> bool {
        self.old.contains_key(path) || self.pending.contains(path)
    }

    /// A foreign file where a folder of ours should be.
    fn file_in_the_way(&self, path: &str) -> Option<String> {
        let is_file = |folder: &&str| {
            self.folder
                .join(folder)
                .symlink_metadata()
                .is_ok_and(|m| m.is_file())
        };
        folders(path)
            .find(is_file)
            .filter(|file| !self.is_ours(file))
            .map(str::to_owned)
    }

    /// Whether a folder that stands where a file of ours should be is not only what an earlier build of ours left.
    fn is_foreign_folder(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let is_below =
            |known: Option<&String>| known.is_some_and(|known| known.starts_with(&below));
        let known = is_below(self.old.range(below.clone()..).next().map(|(path, _)| path))
            || is_below(self.pending.range(below.clone()..).next());
        let mut entries = walkdir::WalkDir::new(self.folder.join(path))
            .into_iter()
            .filter_map(Result::ok);
        !known
            || entries.any(|entry| {
                let inside = entry
                    .path()
                    .strip_prefix(&self.folder)
                    .unwrap_or(entry.path());
                !entry.file_type().is_dir()
                    && !self.is_ours(&inside.to_string_lossy().replace('\\', "/"))
            })
    }

    fn write(&self, target: &Path, bytes: &Content<'_>) -> io::Result<Stamp> {
        match bytes {
            Content::Bytes(bytes) => {
                if self.fresh && target.ends_with("index.html") {
                    // A page has a folder of its own: to make it first spares asking for it in vain.
                    if let Some(folder) = target.parent() {
                        let _ = fs::create_dir(folder);
                    }
                }
                let mut file = match fs::File::create(target) {
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {
                        fs::create_dir_all(target.parent().expect("a file lies in a folder"))?;
                        fs::File::create(target)?
                    }
                    result => result?,
                };
                file.write_all(bytes)?;
                Ok(Stamp::of(&file.metadata()?))
            }
            Content::File(source) => {
                let bytes = source.read()?;
                self.write(target, &Content::Bytes(&bytes))
            }
        }
    }
}

impl Sink for Folder<'_> {
    fn has(&self, path: &str, content: Fingerprint) -> bool {
        !self.fresh
            && self.old.get(path).is_some_and(|entry| {
                entry.content == content
                    && self
                        .folder
                        .join(path)
                        .symlink_metadata()
                        .is_ok_and(|m| Stamp::of(&m) == entry.stamp)
            })
    }

    fn put(&self, path: &str, content: Fingerprint, bytes: &Content<'_>) -> io::Result<()> {
        if self.fresh {
            let stamp = self.write(&self.staging.join(path), bytes)?;
            self.staged()
                .files
                .push((path.to_owned(), None, Entry { content, stamp }));
            return Ok(());
        }
        let target = self.folder.join(path);
        let foreign = match target.symlink_metadata() {
            Ok(metadata) if metadata.is_dir() => {
                self.is_foreign_folder(path).then(|| path.to_owned())
            }
            Ok(metadata) => {
                let there = if metadata.is_file() {
                    fs::read(&target).ok()
                } else {
                    None
                };
                if there.is_some_and(|there| Fingerprint::of_bytes(&there) == content) {
                    let entry = Entry {
                        content,
                        stamp: Stamp::of(&metadata),
                    };
                    self.staged().files.push((path.to_owned(), None, entry));
                    return Ok(());
                }
                (!self.is_ours(path)).then(|| path.to_owned())
            }
            // Windows does not tell a file in the way from a folder that is missing.
            Err(error) if error.kind() == io::ErrorKind::NotADirectory || cfg!(windows) => {
                self.file_in_the_way(path)
            }
            Err(_) => None,
        };
        if let Some(foreign) = foreign {
            self.staged().foreign.push(foreign);
            return Ok(());
        }
        let place = self
            .staging
            .join(self.counter.fetch_add(1, Ordering::Relaxed).to_string());
        let stamp = self.write(&place, bytes)?;
        self.staged()
            .files
            .push((path.to_owned(), Some(place), Entry { content, stamp }));
        Ok(())
    }

    fn named(&self, path: &str) -> Option<Fingerprint> {
        let content = self.old.get(path)?.content;
        self.has(path, content).then_some(content)
    }

    fn progress(&self, doing: Doing, done: usize, total: usize) {
        (self.progress)(doing, done, total);
    }
}

/// The folders above a path: `a` and `a/b` of `a/b/c`.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    match moving::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(to.parent().expect("a file lies in a folder"))?;
            moving::rename(from, to)
        }
        result => result,
    }
}

/// The error with the file that it is about: the person must know which one to close.
fn about(path: &str, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{path}: {error}"))
}

/// Removes a file and the folders that it leaves empty.
fn remove_file(folder: &Path, path: &str) -> io::Result<bool> {
    let target = folder.join(path);
    let removed = remove_if_there(&target)?;
    let mut parent = target.parent();
    while let Some(above) = parent.filter(|above| *above != folder) {
        if fs::remove_dir(above).is_err() {
            break; // not empty
        }
        parent = above.parent();
    }
    Ok(removed)
}

fn remove_if_there(path: &Path) -> io::Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}
