//! Watching the site's folder: from the system's events to wakes.
//!
//! An event only wakes, and says where to look; what is true is what a look at the folder finds, and a sweep (a look
//! at everything) now and then finds what no event told of. `Gatherer` (events and the time in, wakes out) and `Doubts`
//! (whether a changed file is whole yet) have no clock and no thread; `Watcher` is the thin edge to the system. It is
//! started before the first scan, so that nothing falls between:
//!
//! ```text
//! let (_watcher, wakes) = Watcher::start(&root);
//! let mut believed = scan(&root, …)?;
//! let (mut pending, mut doubts) = (Wake::default(), Doubts::default());
//! loop {
//!     pending.join(wakes.recv()?);                                  // or recv_timeout, after `LookAgain`
//!     let next = wakes.look(&pending, &believed, …)?;
//!     let changed = pending.changed(&believed, &next);
//!     match doubts.judge(&believed, &next, &changed, |_| false, Instant::now()) {
//!         Verdict::LookAgain(after) => continue,                    // and keep what is shown
//!         Verdict::Believe => {}
//!     }
//!     …build, judge again with the files that have new errors, show it…
//!     (believed, pending, doubts) = (next, Wake::default(), Doubts::default());
//! }
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvError, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::source::{self, Options, Snapshot, Stamp, Stamps};

/// Why to look at the folder again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wake {
    /// Files and folders that had events, relative to the site's folder, spelled as the system spells them. They count
    /// as changed even when size and time are as before.
    pub paths: BTreeSet<PathBuf>,
    /// Whether to look at everything: at a sweep, or when events were lost.
    pub everything: bool,
}

impl Wake {
    /// A look at everything, with no event.
    #[must_use]
    pub fn sweep() -> Self {
        Self {
            paths: BTreeSet::new(),
            everything: true,
        }
    }

    /// Takes another wake in.
    pub fn join(&mut self, other: Self) {
        self.paths.extend(other.paths);
        self.everything |= other.everything;
    }

    /// The folder as it is now, given how it was before this wake. See `Wakes::look`.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn look(
        &self,
        root: &Path,
        previous: &Snapshot,
        options: Options,
        stamps: &Stamps,
    ) -> io::Result<Snapshot> {
        if self.everything {
            source::scan_anew(root, &self.paths, options, stamps)
        } else {
            source::rescan(previous, root, &self.paths, options, stamps)
        }
    }

    /// The paths of files that came, went, or may have another content between two looks.
    #[must_use]
    pub fn changed(&self, before: &Snapshot, after: &Snapshot) -> BTreeSet<Arc<str>> {
        let mut changed = BTreeSet::new();
        for (path, file) in &after.files {
            let old = before.files.get(path);
            if old.is_none_or(|old| old.stamp() != file.stamp()) {
                changed.insert(Arc::clone(path));
            }
        }
        let gone = before.files.keys();
        changed.extend(
            gone.filter(|path| !after.files.contains_key(*path))
                .cloned(),
        );
        for file in after.at(&self.paths) {
            changed.insert(Arc::clone(&file.path));
        }
        changed
    }
}

/// What one event says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Something is written, created, removed or renamed away here; there may be more to come.
    Touched(PathBuf),
    /// A file was closed after writing, or moved here.
    Whole(PathBuf),
    /// A folder came, or got this name: whatever is in it came with it.
    Folder(PathBuf),
    /// Events were lost.
    Lost,
}

/// What an event says about the sources below `root`. `is_folder` looks at the disk.
#[must_use]
pub fn sights(event: &Event, root: &Path, is_folder: impl Fn(&Path) -> bool) -> Vec<Sight> {
    if event.need_rescan() {
        return vec![Sight::Lost];
    }
    let came = |path: &Path, place: PathBuf, file: fn(PathBuf) -> Sight| {
        if is_folder(path) {
            Sight::Folder(place)
        } else {
            file(place)
        }
    };
    let mut sights = Vec::new();
    for (n, path) in event.paths.iter().enumerate() {
        let Some(place) = place_in(root, path) else {
            continue;
        };
        let renames_root = matches!(
            event.kind,
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
        );
        if place.as_os_str().is_empty() {
            sights.extend(renames_root.then_some(Sight::Lost));
            continue;
        }
        if !source::is_source(&place) {
            continue;
        }
        sights.push(match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => Sight::Whole(place),
            EventKind::Access(_) => continue,
            EventKind::Create(CreateKind::Folder) => Sight::Folder(place),
            EventKind::Create(CreateKind::File) | EventKind::Remove(_) => Sight::Touched(place),
            EventKind::Modify(ModifyKind::Name(RenameMode::From)) => Sight::Touched(place),
            EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if n == 0 => {
                Sight::Touched(place)
            }
            EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)) => {
                came(path, place, Sight::Whole)
            }
            EventKind::Modify(ModifyKind::Name(_))
            | EventKind::Create(_)
            | EventKind::Any
            | EventKind::Other => came(path, place, Sight::Touched),
            // Windows says so of a folder whenever something in it came or went, which has an event of its own.
            EventKind::Modify(_) if is_folder(path) => continue,
            EventKind::Modify(_) => Sight::Touched(place),
        });
    }
    sights
}

/// A path relative to the site's folder, which begins as `source::TOPS` spells it.
fn place_in(root: &Path, path: &Path) -> Option<PathBuf> {
    let place = path.strip_prefix(root).ok()?;
    let mut parts = place.components();
    let Some(Component::Normal(first)) = parts.next() else {
        return Some(place.to_owned());
    };
    // Where the system does not tell upper from lower case, the folder may be called `Content`.
    let top = source::TOPS
        .iter()
        .find(|top| !cfg!(target_os = "linux") && first.eq_ignore_ascii_case(top));
    Some(match top {
        Some(top) => Path::new(top).join(parts.as_path()),
        None => place.to_owned(),
    })
}

/// How long an event waits for those that belong to it: a save is several events.
const GAP: Duration = Duration::from_micros(2_500);
/// How long an event waits at most while others keep coming.
const LONGEST: Duration = Duration::from_millis(15);
/// When everything is looked at again after a folder came or very much happened at once: the system may not have
/// watched a new folder from its first moment on, and Windows forgets events silently when there are too many.
const AFTER: Duration = Duration::from_millis(50);
/// The same, at most, while folders keep coming.
const AFTER_LONGEST: Duration = Duration::from_millis(200);
/// So many paths in a wake are very much at once.
const BURST: usize = 64;
/// With more paths in a wake, looking at everything is cheaper than at each.
const MANY: usize = 2_000;

/// Gathers sights into wakes. It knows no clock: the time is told.
#[derive(Clone, Debug, Default)]
pub struct Gatherer {
    /// Places, and whether what is there is whole.
    places: BTreeMap<PathBuf, bool>,
    /// How many of them are not.
    open: usize,
    lost: bool,
    folder: bool,
    /// When the first and the last sight since the last wake came.
    span: Option<(Instant, Instant)>,
    /// When to look at everything again, and when that was first wanted.
    after: Option<(Instant, Instant)>,
}

impl Gatherer {
    /// Takes a sight in.
    pub fn see(&mut self, sight: Sight, now: Instant) {
        let first = self.span.map_or(now, |(first, _)| first);
        self.span = Some((first, now));
        let (place, whole) = match sight {
            Sight::Touched(place) => (place, false),
            Sight::Whole(place) => (place, true),
            Sight::Folder(place) => {
                self.folder = true;
                (place, false)
            }
            Sight::Lost => {
                self.lost = true;
                return;
            }
        };
        let was_open = self.places.insert(place, whole) == Some(false);
        self.open = self.open + usize::from(!whole) - usize::from(was_open);
    }

    /// When the next wake is due.
    #[must_use]
    pub fn due(&self) -> Option<Instant> {
        let gathered = self.span.map(|(first, last)| {
            if self.open == 0 && !self.lost {
                first // all files are whole: nothing to wait for
            } else {
                (last + GAP).min(first + LONGEST)
            }
        });
        let after = self.after.map(|(due, _)| due);
        [gathered, after].into_iter().flatten().min()
    }

    /// The wake that is due.
    pub fn take(&mut self, now: Instant) -> Option<Wake> {
        if self.due().is_none_or(|due| due > now) {
            return None;
        }
        let after = self.after.take_if(|(due, _)| *due <= now).is_some();
        if self.folder || self.places.len() > BURST {
            let wanted = self.after.map_or(now, |(_, wanted)| wanted);
            self.after = Some(((now + AFTER).min(wanted + AFTER_LONGEST), wanted));
        }
        let gathered = std::mem::take(self);
        self.after = gathered.after;
        Some(Wake {
            everything: after || gathered.lost || gathered.places.len() > MANY,
            paths: gathered.places.into_keys().collect(),
        })
    }
}

/// Whether to build on a look at changed files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// What was found is what the editor means.
    Believe,
    /// A file may be half-written: keep what is shown and look again after this time.
    LookAgain(Duration),
}

/// One changed file, as its look is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Bytes when it was last believed; nothing for a file that was not there.
    pub was: Option<u64>,
    /// Bytes now; nothing when it is not there.
    pub is: Option<u64>,
    /// Whether it has errors now that it did not have.
    pub brings_error: bool,
    /// Since when it was seen as it is now. Times that the disk tells are no help: they are coarse, or another
    /// machine's.
    pub unchanged: Duration,
    /// Since when it is not believed.
    pub doubted: Duration,
}

/// How often a file is looked at that is empty or not there.
const AGAIN: Duration = Duration::from_millis(10);
/// How long a file must be empty to be meant so: Notepad and others empty it before they write.
const EMPTY: Duration = Duration::from_millis(150);
/// How long a file must be gone, or have new errors, without a change.
const QUIET: Duration = Duration::from_millis(40);
/// How long a file is doubted that is another at every look.
const PATIENCE: Duration = Duration::from_secs(1);

impl Look {
    /// Whether the file may be half-written. An emptied file is believed when it has been so for 150 ms, a file that is
    /// gone or that has new errors when that has lasted for 40 ms.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let long_enough = match self.is {
            None => QUIET,
            Some(0) if self.was.is_some_and(|was| was > 0) => EMPTY,
            Some(_) if self.brings_error => QUIET,
            Some(_) => return Verdict::Believe,
        };
        if self.unchanged >= long_enough || self.doubted >= PATIENCE {
            return Verdict::Believe;
        }
        let left = long_enough - self.unchanged;
        Verdict::LookAgain(match self.is {
            None | Some(0) => left.min(AGAIN),
            Some(_) => left,
        })
    }
}

/// What was seen of changed files since all was last believed; begun anew then.
#[derive(Clone, Debug, Default)]
pub struct Doubts {
    seen: BTreeMap<Arc<str>, Seen>,
}

/// How a file looked, and since when.
#[derive(Clone, Copy, Debug)]
struct Seen {
    first: Instant,
    /// Bytes and stamp; nothing when it was not there.
    looks: Option<(u64, Option<Stamp>)>,
    since: Instant,
}

impl Doubts {
    /// Judges a look at changed files. `has_new_error` tells of a path whether it has errors now that it did not have
    /// (before there was a build, no path has).
    pub fn judge(
        &mut self,
        believed: &Snapshot,
        next: &Snapshot,
        changed: &BTreeSet<Arc<str>>,
        has_new_error: impl Fn(&str) -> bool,
        now: Instant,
    ) -> Verdict {
        let mut soonest = None;
        for path in changed {
            let (was, is) = (believed.files.get(path), next.files.get(path));
            let looks = is.map(|file| (file.len, file.stamp()));
            let seen = self.seen.entry(Arc::clone(path)).or_insert(Seen {
                first: now,
                looks,
                since: now,
            });
            if seen.looks != looks {
                (seen.looks, seen.since) = (looks, now);
            }
            let look = Look {
                was: was.map(|file| file.len),
                is: is.map(|file| file.len),
                brings_error: has_new_error(path),
                unchanged: now.saturating_duration_since(seen.since),
                doubted: now.saturating_duration_since(seen.first),
            };
            if let Verdict::LookAgain(after) = look.verdict() {
                soonest = Some(soonest.map_or(after, |other: Duration| other.min(after)));
            }
        }
        soonest.map_or(Verdict::Believe, Verdict::LookAgain)
    }
}

/// Sweeps of a folder whose events come: after something happened, and when nothing did.
const SWEEP_STIRRED: Duration = Duration::from_secs(10);
const SWEEP_IDLE: Duration = Duration::from_secs(120);
/// Sweeps of a folder whose events may not come, and how rare they may get when they are slow.
const SWEEP_UNSURE: Duration = Duration::from_secs(2);
const SWEEP_SLOWEST: Duration = Duration::from_secs(30);

/// How long to wait for the next sweep: at least a hundred times as long as one takes.
fn pause(sure: bool, stirred: bool, cost: Duration) -> Duration {
    let least = match (sure, stirred) {
        (true, true) => SWEEP_STIRRED,
        (true, false) => SWEEP_IDLE,
        (false, _) => SWEEP_UNSURE,
    };
    least.max((cost * 100).min(SWEEP_SLOWEST))
}

/// Watches the site's folder until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    heard: Sender<Heard>,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

/// The wakes of a watcher. There is at most one waiting: what happens meanwhile is joined to it.
#[derive(Debug)]
pub struct Wakes {
    root: PathBuf,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    slot: Mutex<Slot>,
    filled: Condvar,
    /// What the last look at everything took, in microseconds.
    cost: AtomicU64,
    /// Whether changes come without a sweep.
    sure: AtomicBool,
}

#[derive(Debug, Default)]
struct Slot {
    wake: Option<Wake>,
    ended: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Slot> {
        self.slot
            .lock()
            .expect("no thread panics while it holds the lock")
    }

    fn put(&self, wake: Wake) {
        self.lock()
            .wake
            .get_or_insert_with(Wake::default)
            .join(wake);
        self.filled.notify_one();
    }

    fn end(&self) {
        self.lock().ended = true;
        self.filled.notify_all();
    }
}

impl Wakes {
    /// Waits for the next wake.
    ///
    /// # Errors
    /// When the watcher is gone.
    pub fn recv(&self) -> Result<Wake, RecvError> {
        let slot = self.shared.lock();
        let mut slot = self
            .shared
            .filled
            .wait_while(slot, |slot| slot.wake.is_none() && !slot.ended)
            .expect("no thread panics while it holds the lock");
        slot.wake.take().ok_or(RecvError)
    }

    /// Waits for the next wake, but not longer than so.
    ///
    /// # Errors
    /// When the time is over, or the watcher is gone.
    pub fn recv_timeout(&self, longest: Duration) -> Result<Wake, RecvTimeoutError> {
        let slot = self.shared.lock();
        let (mut slot, _) = self
            .shared
            .filled
            .wait_timeout_while(slot, longest, |slot| slot.wake.is_none() && !slot.ended)
            .expect("no thread panics while it holds the lock");
        match slot.wake.take() {
            Some(wake) => Ok(wake),
            None if slot.ended => Err(RecvTimeoutError::Disconnected),
            None => Err(RecvTimeoutError::Timeout),
        }
    }

    /// Whether there is a wake to receive.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.shared.lock().wake.is_some()
    }

    /// The folder as it is now, given how it was before this wake. What a look at everything takes decides how often
    /// there is one.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn look(
        &self,
        wake: &Wake,
        previous: &Snapshot,
        options: Options,
        stamps: &Stamps,
    ) -> io::Result<Snapshot> {
        let begun = Instant::now();
        let next = wake.look(&self.root, previous, options, stamps);
        if wake.everything {
            let cost = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
            self.shared.cost.store(cost, Ordering::Relaxed);
        }
        next
    }
}

impl Watcher {
    /// Watches a site's folder. When the system cannot tell of changes, or may not (limits reached, drives of other
    /// machines), there are sweeps.
    #[must_use]
    pub fn start(root: &Path) -> (Self, Wakes) {
        Self::begin(root, true)
    }

    /// Watches by sweeps alone.
    #[must_use]
    pub fn sweeping(root: &Path) -> (Self, Wakes) {
        Self::begin(root, false)
    }

    fn begin(root: &Path, by_events: bool) -> (Self, Wakes) {
        let (heard, hears) = mpsc::channel();
        let shared = Arc::new(Shared::default());
        // Events name the real place on some systems; asking for it is right on all.
        let real = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let mut edge = Edge {
            native: None,
            watched: BTreeSet::new(),
            limited: !by_events || !tells_of_changes(&real),
            root: real,
            hears,
            shared: Arc::clone(&shared),
        };
        if by_events {
            let events = heard.clone();
            let on_event = move |event: notify::Result<Event>| {
                if event.as_ref().is_ok_and(is_noise) {
                    return;
                }
                // Nobody listens any more when the watcher is being dropped.
                let _ = events.send(Heard::Event(event));
            };
            let config = notify::Config::default().with_follow_symlinks(false);
            edge.native = RecommendedWatcher::new(on_event, config).ok();
            edge.limited |= edge.native.is_none();
        }
        edge.watch_tops();
        let thread = thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || edge.run());
        let watcher = Self {
            heard,
            shared: Arc::clone(&shared),
            thread: thread.ok(),
        };
        let root = root.to_owned();
        (watcher, Wakes { root, shared })
    }

    /// Whether changes are noticed at once; else within some seconds.
    #[must_use]
    pub fn is_immediate(&self) -> bool {
        self.shared.sure.load(Ordering::Relaxed)
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.heard.send(Heard::End); // a thread that has ended needs no word
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Reading a file is an event on Linux, and every build reads.
fn is_noise(event: &Event) -> bool {
    matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write))
}

/// What the thread waits for.
enum Heard {
    Event(notify::Result<Event>),
    End,
}

/// The thread between the system's events and the wakes.
struct Edge {
    root: PathBuf,
    native: Option<RecommendedWatcher>,
    /// Which of the folders to watch are watched, as paths in the site's folder.
    watched: BTreeSet<&'static str>,
    /// Whether some changes may come without an event.
    limited: bool,
    hears: Receiver<Heard>,
    shared: Arc<Shared>,
}

impl Drop for Edge {
    fn drop(&mut self) {
        self.shared.end();
    }
}

impl Edge {
    /// Whether all changes come as events.
    fn is_sure(&self) -> bool {
        !self.limited && self.watched.contains("")
    }

    fn run(mut self) {
        let mut gatherer = Gatherer::default();
        let mut stirred = false;
        let mut swept = Instant::now();
        loop {
            let cost = Duration::from_micros(self.shared.cost.load(Ordering::Relaxed));
            let sweep = swept + pause(self.is_sure(), stirred, cost);
            let next = gatherer.due().map_or(sweep, |due| due.min(sweep));
            let wait = next.saturating_duration_since(Instant::now());
            match self.hears.recv_timeout(wait) {
                Ok(Heard::Event(event)) => {
                    stirred = true;
                    self.hear(event, &mut gatherer);
                }
                Ok(Heard::End) | Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {}
            }
            let now = Instant::now();
            let mut wake = gatherer.take(now);
            if now >= sweep {
                (stirred, swept) = (false, now);
                wake.get_or_insert_with(Wake::default).everything = true;
            }
            if let Some(wake) = wake {
                self.watch_tops();
                if wake.everything {
                    self.wait_for_watches();
                }
                self.shared.put(wake);
            }
        }
    }

    fn hear(&mut self, event: notify::Result<Event>, gatherer: &mut Gatherer) {
        let now = Instant::now();
        match event {
            Ok(event) => {
                self.lose_tops(&event);
                for sight in sights(&event, &self.root, Path::is_dir) {
                    gatherer.see(sight, now);
                }
            }
            Err(error) => {
                self.limited |= matches!(error.kind, notify::ErrorKind::MaxFilesWatch);
                gatherer.see(Sight::Lost, now);
            }
        }
    }

    /// Which folders are watched, and how. Where a watch covers all below by itself, one on the site's folder does;
    /// on Linux each folder costs one, and `public/` or what else lies there is none of our business.
    fn tops() -> Vec<(&'static str, RecursiveMode)> {
        if cfg!(target_os = "linux") {
            let tops = source::TOPS.iter().filter(|top| !top.contains('.'));
            let tops = tops.map(|top| (*top, RecursiveMode::Recursive));
            [("", RecursiveMode::NonRecursive)]
                .into_iter()
                .chain(tops)
                .collect()
        } else {
            vec![("", RecursiveMode::Recursive)]
        }
    }

    /// Watches the folders that are there and not watched yet.
    fn watch_tops(&mut self) {
        if let Some(native) = &mut self.native {
            for (top, mode) in Self::tops() {
                let folder = match top {
                    "" => self.root.clone(),
                    top => self.root.join(top),
                };
                if self.watched.contains(top) || !folder.is_dir() {
                    continue;
                }
                match native.watch(&folder, mode) {
                    Ok(()) => {
                        self.watched.insert(top);
                    }
                    Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => {}
                    Err(_) => {
                        // What is watched of it stays so; asking again would cost as much as a sweep.
                        self.watched.insert(top);
                        self.limited = true;
                    }
                }
            }
        }
        self.shared.sure.store(self.is_sure(), Ordering::Relaxed);
    }

    /// A folder that went takes its watch along.
    fn lose_tops(&mut self, event: &Event) {
        if matches!(
            event.kind,
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
        ) {
            for path in &event.paths {
                let place = place_in(&self.root, path).unwrap_or_default();
                if place.as_os_str().is_empty() {
                    self.watched.clear();
                } else {
                    self.watched.retain(|top| place != Path::new(top));
                }
            }
        }
    }

    /// Waits until new folders are watched, so that a look from now on misses nothing. On Linux `notify` watches a
    /// folder after it has told of it, on the thread that answers here; elsewhere a watch covers what comes.
    fn wait_for_watches(&mut self) {
        if let Some(native) = self.native.as_mut().filter(|_| cfg!(target_os = "linux")) {
            // Whatever it answers, it has done what it was about to do.
            let _ = native.configure(notify::Config::default());
        }
    }
}

/// Whether the system tells of all changes in a folder. It does not where another machine may make them.
fn tells_of_changes(folder: &Path) -> bool {
    use std::path::Prefix;
    if let Some(Component::Prefix(prefix)) = folder.components().next() {
        return !matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..));
    }
    // Elsewhere there is no such list, and sweeps are as for a local disk.
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    !is_remote(&mounts, folder)
}

/// Whether a folder lies on a file system that other machines write to, by the system's list of mounts.
fn is_remote(mounts: &str, folder: &Path) -> bool {
    const REMOTE: &[&str] = &[
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "drvfs", "vboxsf", "ceph", "afs", "ncpfs",
        "prl_fs",
    ];
    let kinds = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ').skip(1);
        let place = fields.next()?.replace("\\040", " ");
        let kind = fields.next()?;
        folder.starts_with(&place).then_some((place.len(), kind))
    });
    // The last of the deepest is the one that is seen.
    let kind = kinds.max_by_key(|(depth, _)| *depth);
    kind.is_some_and(|(_, kind)| REMOTE.contains(&kind) || kind.starts_with("fuse."))
}

#[cfg(test)]
mod tests {
    use notify::event::{DataChange, MetadataKind, RemoveKind};

    use super::*;
    use crate::moment::Moment;
    use crate::source::File;

    fn ms(n: u64) -> Duration {
        Duration::from_millis(n)
    }

    fn wake(paths: &[&str]) -> Wake {
        Wake {
            paths: paths.iter().map(PathBuf::from).collect(),
            everything: false,
        }
    }

    fn touched(path: &str) -> Sight {
        Sight::Touched(path.into())
    }

    fn whole(path: &str) -> Sight {
        Sight::Whole(path.into())
    }

    #[test]
    fn a_file_that_is_closed_after_writing_wakes_at_once() {
        let (mut gatherer, start) = (Gatherer::default(), Instant::now());
        gatherer.see(touched("content/a.md"), start);
        assert_eq!(gatherer.due(), Some(start + GAP));
        assert_eq!(gatherer.take(start), None);
        gatherer.see(whole("content/a.md"), start + ms(1));
        assert_eq!(gatherer.take(start + ms(1)), Some(wake(&["content/a.md"])));
        assert_eq!(
            (gatherer.due(), gatherer.take(start + ms(99))),
            (None, None)
        );
    }

    #[test]
    fn a_file_that_was_renamed_away_waits_for_the_one_that_takes_its_place() {
        let (mut gatherer, start) = (Gatherer::default(), Instant::now());
        gatherer.see(touched("content/a.md"), start);
        gatherer.see(touched("content/b.md"), start + ms(2));
        assert_eq!(gatherer.due(), Some(start + ms(2) + GAP));
        gatherer.see(whole("content/a.md"), start + ms(3));
        assert_eq!(gatherer.due(), Some(start + ms(3) + GAP));
        gatherer.see(whole("content/b.md"), start + ms(4));
        assert_eq!(
            gatherer.take(start + ms(4)),
            Some(wake(&["content/a.md", "content/b.md"]))
        );
    }

    #[test]
    fn a_folder_that_came_is_followed_by_a_look_at_everything() {
        let (mut gatherer, start) = (Gatherer::default(), Instant::now());
        gatherer.see(Sight::Folder("content/x".into()), start);
        let now = start + GAP;
        assert_eq!(gatherer.take(now), Some(wake(&["content/x"])));
        assert_eq!(gatherer.due(), Some(now + AFTER));
        // A file that is saved meanwhile does not wait for it, nor put it off.
        gatherer.see(whole("content/x/a.md"), now + ms(10));
        assert_eq!(gatherer.take(now + ms(10)), Some(wake(&["content/x/a.md"])));
        assert_eq!(gatherer.take(now + AFTER), Some(Wake::sweep()));
        assert_eq!(gatherer.due(), None);
    }

    #[test]
    fn folders_that_keep_coming_put_the_look_at_everything_off_only_so_long() {
        let (mut gatherer, start) = (Gatherer::default(), Instant::now());
        let mut looks = Vec::new();
        for n in 0..400 {
            let now = start + ms(n);
            gatherer.see(Sight::Folder(format!("content/{n}").into()), now);
            if gatherer.take(now).is_some_and(|wake| wake.everything) {
                looks.push(n);
            }
        }
        assert!(looks.first().is_some_and(|n| *n <= 220), "{looks:?}");
    }

    #[test]
    fn lost_events_wake_for_everything() {
        let (mut gatherer, start) = (Gatherer::default(), Instant::now());
        gatherer.see(whole("content/a.md"), start);
        gatherer.see(Sight::Lost, start);
        let mut everything = wake(&["content/a.md"]);
        everything.everything = true;
        assert_eq!(gatherer.take(start), None);
        assert_eq!(gatherer.take(start + GAP), Some(everything));
    }

    #[test]
    fn a_storm_loses_no_path_and_delays_none() {
        let mut seed = 57_u64;
        let mut random = move |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        let start = Instant::now();
        for _ in 0..200 {
            let (mut gatherer, mut now) = (Gatherer::default(), start);
            let mut waiting: BTreeMap<PathBuf, Instant> = BTreeMap::new();
            let check = |gatherer: &mut Gatherer,
                         waiting: &mut BTreeMap<PathBuf, Instant>,
                         until: Option<Instant>| {
                while let Some(due) = gatherer.due().filter(|due| until.is_none_or(|t| *due <= t)) {
                    let wake = gatherer.take(due).expect("it is due");
                    for path in &wake.paths {
                        let since = waiting.remove(path).expect("it had an event");
                        assert!(due <= since + LONGEST, "{path:?} waited too long");
                    }
                    assert_eq!(waiting.len(), 0, "a wake brings all that came before");
                }
            };
            for _ in 0..random(300) {
                now += Duration::from_micros(random(3_000));
                check(&mut gatherer, &mut waiting, Some(now));
                let path = PathBuf::from(format!("content/{}", random(40)));
                let sight = match random(20) {
                    0 => Sight::Folder(path.clone()),
                    1 => Sight::Lost,
                    2..9 => Sight::Touched(path.clone()),
                    _ => Sight::Whole(path.clone()),
                };
                if sight != Sight::Lost {
                    waiting.entry(path).or_insert(now);
                }
                gatherer.see(sight, now);
            }
            check(&mut gatherer, &mut waiting, None);
            assert_eq!(waiting.len(), 0, "no path is lost");
        }
    }

    /// What an event of a kind says about paths below a site's folder; names that end in `/` are folders.
    fn seen(kind: EventKind, paths: &[&str]) -> Vec<Sight> {
        let root = Path::new("/xa");
        let event = paths.iter().fold(Event::new(kind), |event, path| {
            event.add_path(root.join(path.trim_end_matches('/')))
        });
        sights(&event, root, |asked| {
            paths
                .iter()
                .any(|path| path.ends_with('/') && root.join(path) == asked)
        })
    }

    #[test]
    fn reading_wakes_nobody() {
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert_eq!(seen(read, &["content/a.md"]), []);
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(seen(closed, &["content/a.md"]), [whole("content/a.md")]);
    }

    #[test]
    fn what_is_not_a_source_wakes_nobody() {
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        for path in [
            "public/index.html",
            ".trangxa-new/1",
            "content/~$bai.docx",
            "content/~WRD0001.tmp",
            "content/.git/index",
            "static/Thumbs.db",
            "static/desktop.ini",
            "themes/.DS_Store",
            "README.md",
            "../ngoai/content/a.md",
        ] {
            assert_eq!(seen(written, &[path]), [], "{path}");
        }
        for path in [
            "site.toml",
            "content/a.md",
            "static/.well-known/x",
            "themes/n/theme.toml",
        ] {
            assert_eq!(seen(written, &[path]), [touched(path)]);
        }
    }

    #[test]
    fn a_folder_counts_when_it_comes_and_not_when_something_in_it_did() {
        let folder = Sight::Folder("content/x".into());
        let renamed = |mode| EventKind::Modify(ModifyKind::Name(mode));
        for kind in [
            EventKind::Create(CreateKind::Any),
            EventKind::Create(CreateKind::Folder),
            renamed(RenameMode::To),
            renamed(RenameMode::Any),
        ] {
            let sights = seen(kind, &["content/x/"]);
            assert_eq!(sights.as_slice(), std::slice::from_ref(&folder), "{kind:?}");
        }
        for kind in [
            EventKind::Modify(ModifyKind::Any),
            EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)),
        ] {
            assert_eq!(seen(kind, &["content/x/"]), [], "{kind:?}");
        }
        assert_eq!(
            seen(renamed(RenameMode::Both), &["content/cu", "content/x/"]),
            [touched("content/cu"), folder]
        );
        assert_eq!(
            seen(EventKind::Remove(RemoveKind::Any), &["content/x"]),
            [touched("content/x")]
        );
    }

    #[test]
    fn a_site_whose_own_folder_went_is_looked_at_again() {
        assert_eq!(
            seen(EventKind::Remove(RemoveKind::Folder), &[""]),
            [Sight::Lost]
        );
        let metadata = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));
        assert_eq!(seen(metadata, &["/"]), []);
    }

    fn look(was: Option<u64>, is: Option<u64>, brings_error: bool, unchanged: u64) -> Verdict {
        let unchanged = ms(unchanged);
        Look {
            was,
            is,
            brings_error,
            unchanged,
            doubted: unchanged,
        }
        .verdict()
    }

    #[test]
    fn a_file_is_believed_when_it_is_whole_or_stays_as_it_is() {
        let again = |n| Verdict::LookAgain(ms(n));
        for (was, is, brings_error, unchanged, verdict) in [
            (Some(9), Some(12), false, 0, Verdict::Believe),
            (None, Some(12), false, 0, Verdict::Believe),
            // Emptied: every 10 ms, until it has been so for 150 ms.
            (Some(9), Some(0), false, 0, again(10)),
            (Some(9), Some(0), true, 145, again(5)),
            (Some(9), Some(0), true, 150, Verdict::Believe),
            (Some(0), Some(0), false, 0, Verdict::Believe),
            (None, Some(0), false, 0, Verdict::Believe),
            // A new error: once, when it is 40 ms old.
            (Some(9), Some(5), true, 0, again(40)),
            (None, Some(0), true, 0, again(10)),
            (Some(9), Some(5), true, 39, again(1)),
            (Some(9), Some(5), true, 40, Verdict::Believe),
            // Gone: perhaps another takes its place.
            (Some(9), None, false, 0, again(10)),
            (Some(9), None, false, 40, Verdict::Believe),
        ] {
            assert_eq!(
                look(was, is, brings_error, unchanged),
                verdict,
                "{was:?} {is:?} {brings_error} {unchanged}"
            );
        }
    }

    #[test]
    fn a_file_that_is_another_at_every_look_is_believed_in_the_end() {
        let snapshot = |text: &str| {
            let file = File::in_memory("content/a.md", text.as_bytes());
            Snapshot::of([file], Options::at(Moment::default()))
        };
        let believed = snapshot("bài");
        let changed = BTreeSet::from([Arc::from("content/a.md")]);
        let (mut doubts, start) = (Doubts::default(), Instant::now());
        let mut doubted = 0;
        for n in 0..200 {
            let next = snapshot(&"x".repeat(n));
            let now = start + ms(10) * u32::try_from(n).expect("small");
            match doubts.judge(&believed, &next, &changed, |_| true, now) {
                Verdict::LookAgain(_) => doubted += 1,
                Verdict::Believe => break,
            }
        }
        assert_eq!(doubted, 100);
    }

    #[test]
    fn a_slow_look_at_everything_is_taken_rarely() {
        let seconds = Duration::from_secs;
        assert_eq!(pause(true, true, ms(30)), seconds(10));
        assert_eq!(pause(true, false, ms(30)), seconds(120));
        assert_eq!(pause(true, true, ms(200)), seconds(20));
        assert_eq!(pause(false, false, ms(1)), seconds(2));
        assert_eq!(pause(false, true, ms(100)), seconds(10));
        assert_eq!(pause(false, true, seconds(9)), seconds(30));
    }

    #[test]
    fn drives_of_other_machines_are_known_by_their_mounts() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\n\
            may-chu:/xa /mnt/xa nfs4 rw 0 0\n\
            C:\\134 /mnt/c 9p rw 0 0\n\
            //may-chu/chung /media/o\\040chung cifs rw 0 0\n\
            /dev/sdb1 /media/usb vfat rw 0 0\n\
            /dev/sdc1 /mnt/xa/anh ext4 rw 0 0\n";
        let remote = |folder: &str| is_remote(mounts, Path::new(folder));
        assert!(remote("/mnt/xa/cong") && remote("/mnt/c/xa") && remote("/media/o chung/xa"));
        assert!(!remote("/home/xa") && !remote("/media/usb/xa") && !remote("/mnt/xa/anh/x"));
    }
}
