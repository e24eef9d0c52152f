//! Publishing: from the files of a built site to the same files on a host, so that visitors see a whole site at every
//! moment.
//!
//! ```text
//! Files ─look─► Seen ─Changes─► pending note ─put, remove─► manifest
//!          (survey)   (pure)                  (transfer)
//! ```
//!
//! What is on the host is known from its manifest. Before anything changes there, a note says what will; after everything
//! is confirmed, a new manifest says what is. A publish that is cut off leaves the note, and the next one looks again at
//! what it names. Only files that an earlier publish put there are ever replaced or removed. `Target` is what a host must
//! offer; everything above it knows no protocol.

pub mod certificate;
pub mod changes;
pub mod credentials;
pub mod folder;
pub mod ftps;
pub mod gate;
pub mod keyring;
pub mod lock;
pub mod manifest;
pub mod probe;
pub mod releases;
pub mod s3;
pub mod sftp;
pub mod stop;
pub mod survey;
pub mod target;
pub mod tls;
pub mod transfer;
pub mod verify;
pub mod visit;
pub mod whole;
pub mod zip;

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use self::changes::{Changes, Known, folders_of, unknown_here};
use self::lock::{Owner, Taken};
use self::manifest::{Files, Manifest, Pending};
pub use self::stop::Stop;
use self::survey::{MANIFEST, PENDING, Remembered, Seen};
use self::target::{Connection, Failure};
use self::transfer::{Line, Means, STAGING, Transfer};

/// What is to be published, and what is allowed on the way.
pub struct Wish<'a> {
    /// The site's files.
    pub files: &'a Files,
    /// Files on the host that somebody has changed or removed.
    pub damaged: &'a BTreeSet<String>,
    /// What this machine remembers of the host.
    pub remembered: &'a Remembered,
    /// Who publishes.
    pub me: Owner,
    /// The name of this publish; no other has it.
    pub run: String,
    /// What is allowed.
    pub allowed: Allowed,
}

/// What a person has allowed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    /// Many files may be removed.
    pub removals: bool,
    /// Files of somebody else's may be replaced.
    pub foreign: bool,
    /// What another machine published may be lost.
    pub others: bool,
}

/// What a publish will do.
#[derive(Debug)]
pub struct Prospect {
    /// What was seen on the host.
    pub seen: Seen,
    /// What is to be done.
    pub changes: Changes,
    /// What another machine published and the wanted site does not know.
    pub unknown: Vec<String>,
}

/// What a publish will do, and whether the host has shown that it can.
#[derive(Debug)]
pub struct Forecast {
    /// What will be done.
    pub prospect: Prospect,
    /// Whether the host is known to be able to switch the site as a whole, where that is wished.
    pub is_proven: bool,
}

/// What a publish did.
#[derive(Debug)]
pub struct Done {
    /// What is on the host now.
    pub manifest: Manifest,
    /// What was done.
    pub changes: Changes,
    /// How many files were there already though no manifest told of them.
    pub adopted: usize,
}

/// How often a lock without an owner is looked at before its maker is given up, and the pause between.
const LOOKS: usize = 10;
const LOOK: Duration = Duration::from_secs(2);
/// How often the lock is renewed.
const RENEWAL: Duration = Duration::from_secs(5 * 60);

/// What a publish would do; nothing is written.
///
/// # Errors
/// When the host fails.
pub fn forecast(means: Means<'_>, wish: &Wish<'_>) -> Result<Forecast, Stop> {
    let mut line = Line::new(means);
    Ok(Forecast {
        is_proven: line.attempt(|line| line.is_proven())?,
        prospect: look(&mut line, means, wish)?,
    })
}

/// Publishes. When the host has everything already, nothing is written and nothing is done.
///
/// # Errors
/// Why it stopped; what was done by then is known to the next publish.
pub fn publish(means: Means<'_>, wish: &Wish<'_>) -> Result<Option<Done>, Stop> {
    let mut line = Line::new(means);
    let is_as_wished = line.attempt(|line| {
        let notes = survey::notes(line)?;
        Ok(is_finished(&notes.manifest, &notes.pending, wish)
            && !notes.is_untidy
            && !lock::is_left(line, &wish.me)?)
    })?;
    if is_as_wished {
        return Ok(None);
    }
    take_lock(&mut line, means, &wish.me)?;
    let result = locked(&mut line, means, wish);
    // A lock that cannot be given back becomes stale by itself.
    let _ = line.attempt(|line| lock::give_back(line, &wish.me));
    result
}

/// Whether an earlier publish has brought the host to what is wished.
fn is_finished(manifest: &Option<Manifest>, pending: &Option<Pending>, wish: &Wish<'_>) -> bool {
    let is_as_wished = |manifest: &Manifest| manifest.files == *wish.files;
    pending.is_none() && wish.damaged.is_empty() && manifest.as_ref().is_some_and(is_as_wished)
}

fn look(line: &mut Line<'_>, means: Means<'_>, wish: &Wish<'_>) -> Result<Prospect, Stop> {
    let seen = line.attempt(|line| survey::look(line, wish.files, wish.remembered, means.tell))?;
    let mut there = seen.known.clone();
    if wish.allowed.foreign {
        there.extend(seen.foreign.iter().map(|path| (path.clone(), Known::DOUBT)));
    }
    for path in wish.damaged {
        if let Some(known) = there.get_mut(path) {
            *known = Known::DOUBT;
        }
    }
    let changes = Changes::new(wish.files, &there);
    let last = if seen.is_unheard {
        &seen.manifest
    } else {
        &wish.remembered.last
    };
    let is_news = |manifest: &&Manifest| {
        let known = last.as_ref().map(|last| &last.run);
        known != Some(&manifest.run)
    };
    let base = last.as_ref().map(|last| &last.files);
    let unknown = seen
        .manifest
        .as_ref()
        .filter(is_news)
        .map_or_else(Vec::new, |manifest| {
            unknown_here(&manifest.files, base, wish.files)
        });
    let unknown = unknown.into_iter().cloned().collect();
    Ok(Prospect {
        seen,
        changes,
        unknown,
    })
}

impl Prospect {
    /// Why a publish with these permissions will not be done.
    #[must_use]
    pub fn stop(&self, allowed: Allowed) -> Option<Stop> {
        let list = |paths: &BTreeSet<String>| paths.iter().cloned().collect();
        if !self.seen.obstacles.is_empty() {
            return Some(Stop::Obstacles(list(&self.seen.obstacles)));
        }
        if !allowed.foreign && !self.seen.foreign.is_empty() {
            return Some(Stop::Foreign(list(&self.seen.foreign)));
        }
        if !allowed.others && !self.unknown.is_empty() {
            return Some(Stop::Unknown(self.unknown.clone()));
        }
        if !allowed.removals && self.changes.removes_much() {
            let removed = self.changes.removed().count();
            return Some(Stop::RemovesMuch(removed, self.seen.known.len()));
        }
        None
    }
}

fn take_lock(line: &mut Line<'_>, means: Means<'_>, me: &Owner) -> Result<(), Stop> {
    for looks in 0.. {
        let later = looks >= LOOKS;
        match line.attempt(|line| lock::take(line, me, later))? {
            Taken::Ours => return Ok(()),
            Taken::Theirs(None) if !later => (means.pause)(LOOK),
            Taken::Theirs(owner) => return Err(Stop::Locked(owner)),
        }
    }
    unreachable!("the loop ends after some looks")
}

/// A publish by the one who has the lock.
fn locked<'a>(
    line: &mut Line<'a>,
    means: Means<'a>,
    wish: &Wish<'_>,
) -> Result<Option<Done>, Stop> {
    let mut prospect = look(line, means, wish)?;
    if let (Some(manifest), true) = (&prospect.seen.manifest, prospect.seen.is_unheard) {
        means.journal.learn(manifest);
    }
    if let Some(stop) = prospect.stop(wish.allowed) {
        return Err(stop);
    }
    let seen = &prospect.seen;
    if !seen.lost && is_finished(&seen.manifest, &seen.pending, wish) {
        tidy(line);
        return Ok(None);
    }
    if line.attempt(|line| line.begin())? {
        prospect = look(line, means, wish)?;
        if let Some(stop) = prospect.stop(wish.allowed) {
            return Err(stop);
        }
    }
    let Prospect { seen, changes, .. } = prospect;
    let run = &wish.run;
    let there = folders_of(seen.known.keys());
    let transfer = Transfer::new(means, run.clone(), there, &changes.put);
    line.attempt(|line| clear_staging(line))?;
    let pending = pending(&seen, &changes, run);
    let touched: BTreeSet<&String> = changes
        .put
        .iter()
        .map(|put| &put.path)
        .chain(changes.removed())
        .collect();
    let mut carried = seen.confirmed.clone();
    carried.retain(|path, _| !touched.contains(path));
    means.journal.begin(run, &carried);
    transfer.put_note(line, PENDING, &manifest::write(&pending))?;

    let needed = folders_of(wish.files.keys());
    let failed = |path: &String, failure| Stop::Failed(Some(path.clone()), failure);
    for path in &changes.make_way {
        transfer::remove(line, path, &needed).map_err(|failure| failed(path, failure))?;
    }
    put_all(line, means, &transfer, &changes, &wish.me)?;
    for path in &changes.remove {
        transfer::remove(line, path, &needed).map_err(|failure| failed(path, failure))?;
    }

    let unwanted = |path: &&String| !wish.files.contains_key(*path);
    let before = seen.pending.iter();
    let in_doubt = before.flat_map(|note| note.put.keys().chain(&note.remove));
    for path in in_doubt.filter(unwanted) {
        // A publish that was cut off may have made its folder and no more, or removed all but its folder.
        line.attempt(|line| transfer::remove_folders(line, path, &needed))
            .map_err(|failure| failed(path, failure))?;
    }

    let generation = seen.generation();
    let ours = line.attempt(|line| {
        Ok(lock::holds(line, &wish.me)?
            && survey::notes(line)?
                .manifest
                .map_or(0, |manifest| manifest.generation)
                == generation)
    })?;
    if !ours {
        return Err(Stop::TakenOver);
    }
    let manifest = Manifest {
        generation: seen.next_generation(wish.remembered),
        at: wish.me.since,
        run: run.clone(),
        files: wish.files.clone(),
    };
    transfer.put_note(line, MANIFEST, &manifest::write(&manifest))?;
    line.attempt(|line| line.show())?;
    tidy(line);
    Ok(Some(Done {
        manifest,
        changes,
        adopted: seen.adopted,
    }))
}

/// Clears away what a finished publish no longer needs. As long as its note is there, the next one tries again.
fn tidy(line: &mut Line<'_>) {
    let _ = line.attempt(|line| {
        clear_staging(line)?;
        transfer::remove_empty(line, STAGING)?;
        line.remove(PENDING)
    });
}

/// What will be in doubt from now on, with what still is.
fn pending(seen: &Seen, changes: &Changes, run: &str) -> Pending {
    let before = seen.pending.iter();
    let put = before
        .clone()
        .flat_map(|before| before.put.iter().map(|(path, hash)| (path.clone(), *hash)))
        .chain(
            changes
                .put
                .iter()
                .map(|put| (put.path.clone(), put.file.hash)),
        );
    let remove = before
        .flat_map(|before| before.remove.iter().cloned())
        .chain(changes.removed().cloned());
    Pending {
        base: seen.generation(),
        run: run.to_owned(),
        put: put.collect(),
        remove: remove.collect(),
    }
}

/// Puts everything over all lines, and renews the lock from time to time.
fn put_all<'a>(
    line: &mut Line<'a>,
    means: Means<'a>,
    transfer: &Transfer<'a>,
    changes: &Changes,
    me: &Owner,
) -> Result<(), Stop> {
    let started = Instant::now();
    let renewed = Mutex::new(started);
    let lost = Mutex::new(false);
    let between = |line: &mut Line<'a>| {
        let Ok(mut renewed) = renewed.try_lock() else {
            return Ok(());
        };
        if renewed.elapsed() < RENEWAL {
            return Ok(());
        }
        *renewed = Instant::now();
        let now = me.renewed_after(started.elapsed());
        if line.attempt(|line| lock::renew(line, &now))? {
            return Ok(());
        }
        *lost
            .lock()
            .expect("no thread panics while it holds the lock") = true;
        Err(Failure::new(target::Trouble::Refused, ""))
    };
    let mut lines = Line::all(means);
    std::mem::swap(line, &mut lines[0]);
    let result = transfer.put_all(&mut lines, &changes.put, &between);
    *line = lines.swap_remove(0);
    match result {
        Ok(()) => Ok(()),
        Err(_) if lost.into_inner().unwrap_or(false) => Err(Stop::TakenOver),
        Err((path, failure)) => Err(Stop::Failed(Some(path), failure)),
    }
}

/// Removes what an earlier publish left waiting.
fn clear_staging(line: &mut dyn Connection) -> Result<(), Failure> {
    for (name, _) in line.list(STAGING)? {
        line.remove(&format!("{STAGING}/{name}"))?;
    }
    Ok(())
}
