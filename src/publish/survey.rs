//! What is on the host: read from its manifest, and looked at where the manifest says nothing or is in doubt.
//!
//! Nothing is written here. Without a manifest, or with one that is older than what this machine knows, every path is in
//! doubt: a file that is as it should be is taken for ours, whatever else stands in a place of ours and was not put there
//! by us is somebody else's.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Known, folders};
use super::manifest::{self, Files, Hash, Manifest, Pending};
use super::target::{Connection, Failure, Stat};
use super::transfer::Step;

/// The manifest on the host.
pub const MANIFEST: &str = ".trangxa-manifest.json";
/// The note of a publish that is under way.
pub const PENDING: &str = ".trangxa-pending.json";

/// What this machine remembers of earlier publishes to a host.
#[derive(Clone, Debug, Default)]
pub struct Remembered {
    /// The manifest as it was when this machine last published.
    pub last: Option<Manifest>,
    /// The name of a publish of this machine that was cut off, and what it had confirmed.
    pub journal: Option<(String, BTreeMap<String, Hash>)>,
}

/// What was seen.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The manifest on the host.
    pub manifest: Option<Manifest>,
    /// The note of a publish that was cut off.
    pub pending: Option<Pending>,
    /// What an earlier publish of this machine had confirmed when it was cut off.
    pub confirmed: BTreeMap<String, Hash>,
    /// Our files.
    pub known: BTreeMap<String, Known>,
    /// Somebody else's files in wanted places.
    pub foreign: BTreeSet<String>,
    /// Folders of somebody else's in the place of a wanted file, or files in the place of a wanted folder.
    pub obstacles: BTreeSet<String>,
    /// How many files were found as they should be though no manifest told of them.
    pub adopted: usize,
    /// Set when the manifest is of a publish of this machine that was cut off before it heard of its end.
    pub is_unheard: bool,
    /// Set when the manifest was missing or older than what we know of it, though we have published before.
    pub lost: bool,
}

impl Seen {
    /// The generation of the next manifest.
    #[must_use]
    pub fn next_generation(&self, remembered: &Remembered) -> u64 {
        let here = remembered.last.as_ref().map_or(0, |last| last.generation);
        let there = self.generation();
        here.max(there) + 1
    }

    /// The generation of the manifest on the host; 0 without one.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.manifest
            .as_ref()
            .map_or(0, |manifest| manifest.generation)
    }
}

/// The notes on the host.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// What is on the host.
    pub manifest: Option<Manifest>,
    /// What a publish that was cut off was about to do.
    pub pending: Option<Pending>,
    /// Set when a publish was finished and could not clear away what it no longer needs.
    pub is_untidy: bool,
}

/// Reads the notes on the host.
///
/// # Errors
/// When the host fails.
pub fn notes(line: &mut dyn Connection) -> Result<Notes, Failure> {
    let mut notes = line.read_each(&[MANIFEST, PENDING])?.into_iter();
    let mut next = || notes.next().flatten();
    let (manifest, note) = (next(), next());
    let manifest: Option<Manifest> = manifest.as_deref().and_then(manifest::read);
    let generation = manifest.as_ref().map_or(0, |manifest| manifest.generation);
    let pending = note
        .as_deref()
        .and_then(manifest::read)
        .filter(|pending: &Pending| pending.base >= generation);
    Ok(Notes {
        manifest,
        is_untidy: note.is_some() && pending.is_none(),
        pending,
    })
}

/// Looks at the host as far as `wanted` needs it.
///
/// # Errors
/// When the host fails.
pub fn look(
    line: &mut dyn Connection,
    wanted: &Files,
    remembered: &Remembered,
    tell: &dyn Fn(Step),
) -> Result<Seen, Failure> {
    let Notes {
        manifest, pending, ..
    } = notes(line)?;
    let is_unheard = manifest
        .as_ref()
        .zip(remembered.journal.as_ref())
        .is_some_and(|(manifest, (run, _))| manifest.run == *run);
    let last = if is_unheard {
        &manifest
    } else {
        &remembered.last
    };
    let lost = last.as_ref().is_some_and(|last| {
        manifest.as_ref().is_none_or(|manifest| {
            manifest.generation < last.generation
                || (manifest.generation == last.generation && manifest.files != last.files)
        })
    });
    let mut doubted: BTreeSet<&String> = BTreeSet::new();
    let mut known = BTreeMap::new();
    if let Some(pending) = &pending {
        doubted.extend(pending.put.keys().chain(&pending.remove));
    }
    match &manifest {
        Some(manifest) if !lost => {
            doubted.extend(
                wanted
                    .keys()
                    .filter(|path| !manifest.files.contains_key(*path)),
            );
            let sure = manifest
                .files
                .iter()
                .filter(|(path, _)| !doubted.contains(path));
            known.extend(sure.map(|(path, file)| (path.clone(), Known::of(file))));
        }
        _ => {
            let told = [&manifest, last].into_iter().flatten();
            doubted.extend(told.flat_map(|manifest| manifest.files.keys()));
            doubted.extend(wanted.keys());
        }
    }
    let mut seen = Seen {
        known,
        is_unheard,
        lost,
        ..Seen::default()
    };
    let journal = pending.as_ref().and_then(|pending| {
        let (run, confirmed) = remembered.journal.as_ref()?;
        (*run == pending.run).then_some(confirmed)
    });
    let is_ours = |path: &str| {
        let told = [&manifest, last].into_iter().flatten();
        pending
            .as_ref()
            .is_some_and(|pending| pending.put.contains_key(path) || pending.remove.contains(path))
            || told
                .into_iter()
                .any(|manifest| manifest.files.contains_key(path))
    };
    // What we put there and somebody has changed since is not ours to remove.
    let is_as_told = |path: &str, size: u64| {
        let mut told = [&manifest, last].into_iter().flatten();
        pending
            .as_ref()
            .is_some_and(|pending| pending.put.contains_key(path))
            || told.any(|manifest| {
                manifest
                    .files
                    .get(path)
                    .is_some_and(|file| file.size == size)
            })
    };
    let mut finder = Finder::default();
    let total = doubted.len();
    for (done, path) in doubted.into_iter().enumerate() {
        tell(Step::Compared(done, total));
        let place = finder.find(line, path)?;
        let wish = wanted.get(path);
        let as_wished = match (&place, wish) {
            (Place::File(size), Some(wish)) if *size == wish.size => {
                journal.is_some_and(|journal| journal.get(path) == Some(&wish.hash))
                    || line
                        .read(path)?
                        .is_some_and(|bytes| Hash::of(&bytes) == wish.hash)
            }
            _ => false,
        };
        match place {
            Place::Free => {}
            Place::Taken(by) => {
                if wish.is_some() && !is_ours(&by) {
                    seen.obstacles.insert(by);
                }
            }
            Place::File(size) => match wish {
                Some(wish) if as_wished => {
                    seen.adopted += usize::from(!is_ours(path));
                    seen.known.insert(path.clone(), Known::of(wish));
                }
                Some(_) if !is_ours(path) => {
                    seen.foreign.insert(path.clone());
                }
                None if !is_as_told(path, size) => {}
                _ => {
                    let doubt = Known {
                        hash: None,
                        size: Some(size),
                    };
                    seen.known.insert(path.clone(), doubt);
                }
            },
        }
    }
    seen.confirmed = journal.cloned().unwrap_or_default();
    seen.manifest = manifest;
    seen.pending = pending;
    Ok(seen)
}

/// What is at a place where a file may be.
enum Place {
    Free,
    File(u64),
    /// A folder stands there, or a file in the place of a folder above it.
    Taken(String),
}

/// Looks for files without asking twice for a folder that is not there.
#[derive(Default)]
struct Finder {
    absent: BTreeSet<String>,
    present: BTreeSet<String>,
}

impl Finder {
    fn find(&mut self, line: &mut dyn Connection, path: &str) -> Result<Place, Failure> {
        for folder in folders(path) {
            if self.present.contains(folder) {
                continue;
            }
            if self.absent.contains(folder) {
                return Ok(Place::Free);
            }
            match line.stat(folder)? {
                None => {
                    self.absent.insert(folder.to_owned());
                    return Ok(Place::Free);
                }
                Some(Stat::File(_)) => return Ok(Place::Taken(folder.to_owned())),
                Some(Stat::Folder) => {
                    self.present.insert(folder.to_owned());
                }
            }
        }
        Ok(match line.stat(path)? {
            None => Place::Free,
            Some(Stat::File(size)) => Place::File(size),
            Some(Stat::Folder) => Place::Taken(path.to_owned()),
        })
    }
}
