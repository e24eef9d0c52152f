//! Looking whether a host still has what was published: somebody else may have changed a page, or put one beside it.
//!
//! Every file that the manifest names is compared, its content too; folders that we made are searched for files that we
//! did not put there. Nothing is written. When this machine was the last to publish, its own copy of the manifest is
//! believed, for whoever can change pages can change the manifest on the host.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::Stop;
use super::changes::folders_of;
use super::manifest::{File, Hash, Manifest};
use super::survey::{self, Remembered};
use super::target::{Connection, Failure, Stat};
use super::transfer::{Line, Means, Step, share_out};

/// What was found on a host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// How many files were compared.
    pub compared: usize,
    /// Files whose content is another.
    pub changed: BTreeSet<String>,
    /// Files that are gone.
    pub missing: BTreeSet<String>,
    /// Files of somebody else's in folders that we made.
    pub strange: BTreeSet<String>,
}

impl Findings {
    /// The files that a publish has to put again.
    #[must_use]
    pub fn damaged(&self) -> BTreeSet<String> {
        self.changed.union(&self.missing).cloned().collect()
    }
}

/// Compares a host with what was published there; nothing when nothing was.
///
/// # Errors
/// When the host fails.
pub fn verify(means: Means<'_>, remembered: &Remembered) -> Result<Option<Findings>, Stop> {
    let mut lines = Line::all(means);
    let there = lines[0].attempt(|line| Ok(survey::notes(line)?.manifest))?;
    let Some(manifest) = newest(there, remembered.last.clone()) else {
        return Ok(None);
    };
    let files: Vec<(&String, &File)> = manifest.files.iter().collect();
    let found = Mutex::new(Findings {
        compared: files.len(),
        ..Findings::default()
    });
    let found_now = || {
        found
            .lock()
            .expect("no thread panics while it holds the lock")
    };
    let done = AtomicUsize::new(0);
    share_out(&mut lines, &files, &|line, (path, file)| {
        let failed = |failure| Stop::Failed(Some((*path).clone()), failure);
        match line
            .attempt(|line| state(line, path, file))
            .map_err(failed)?
        {
            State::AsPublished => {}
            State::Changed => {
                found_now().changed.insert((*path).clone());
            }
            State::Missing => {
                found_now().missing.insert((*path).clone());
            }
        }
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        (means.tell)(Step::Compared(done, files.len()));
        Ok::<(), Stop>(())
    })?;
    let folders: Vec<String> = folders_of(manifest.files.keys()).into_iter().collect();
    share_out(&mut lines, &folders, &|line, folder| {
        let listed = line.attempt(|line| line.list(folder))?;
        let paths = listed.into_iter().filter_map(|(name, stat)| {
            let path = format!("{folder}/{name}");
            matches!(stat, Stat::File(_)).then_some(path)
        });
        let strange = paths.filter(|path| !manifest.files.contains_key(path));
        found_now().strange.extend(strange);
        Ok::<(), Stop>(())
    })?;
    Ok(Some(found.into_inner().expect("all threads have ended")))
}

/// Of two manifests the newer one; of two alike, the one that nobody else can write.
fn newest(there: Option<Manifest>, here: Option<Manifest>) -> Option<Manifest> {
    let generation = |manifest: &Option<Manifest>| manifest.as_ref().map(|one| one.generation);
    if generation(&there) > generation(&here) {
        there
    } else {
        here
    }
}

/// What became of a published file.
enum State {
    AsPublished,
    Changed,
    Missing,
}

fn state(line: &mut dyn Connection, path: &str, file: &File) -> Result<State, Failure> {
    match line.stat(path)? {
        None => return Ok(State::Missing),
        Some(Stat::File(size)) if size == file.size => {}
        Some(_) => return Ok(State::Changed),
    }
    let hash = match line.hash(path)? {
        None => line.read(path)?.map(|bytes| Hash::of(&bytes)),
        hash => hash,
    };
    Ok(match hash {
        None => State::Missing,
        Some(hash) if hash == file.hash => State::AsPublished,
        Some(_) => State::Changed,
    })
}
