//! Carrying changes out: every file under a temporary name, looked at, renamed, looked at again.
//!
//! A call that fails is tried again after growing pauses, over a new line if the old one is gone; then the publish stops.
//! What others lean on is there and confirmed before they are sent (`Put::turn`); within a turn the lines work at the
//! same time. Nothing here decides what to do, nor believes what a host says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::changes::{Put, folders};
use super::manifest::{File, Hash, Manifest, Stage};
use super::target::{Connection, Failure, Placing, Stat, Target, Trouble};

/// The folder on the host in which files wait for their names.
pub const STAGING: &str = ".trangxa-new";

/// Pauses before a further try.
const PAUSES: [Duration; 5] = [
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
];
/// How often a host that refuses is asked again.
const REFUSED: usize = 1;
/// How often a host is tried again that was never reached.
const UNREACHED: usize = 2;

/// Where contents come from.
pub trait Contents: Sync {
    /// The content with this hash.
    ///
    /// # Errors
    /// When this machine cannot read it.
    fn content(&self, hash: Hash) -> std::io::Result<Vec<u8>>;
}

/// Remembers what was confirmed, for the next publish in case this one is cut off.
pub trait Journal: Sync {
    /// Begins anew for a publish of this name, with what an earlier one had confirmed.
    fn begin(&self, run: &str, carried: &BTreeMap<String, Hash>);

    /// Notes that the host has this manifest: an earlier publish of this machine finished, and was cut off before it
    /// heard so.
    fn learn(&self, manifest: &Manifest);

    /// Notes that a file with this content is in its place.
    fn note(&self, path: &str, hash: Hash);
}

/// How far a publish is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many files, and bytes, are confirmed of so many.
    Sent {
        /// Files that are done.
        done: usize,
        /// All files.
        total: usize,
        /// Bytes that are done.
        bytes: u64,
        /// All bytes.
        all: u64,
    },
    /// Files of the host were compared: so many of so many.
    Compared(usize, usize),
    /// A call failed and is tried again after a pause.
    Again(Duration),
}

/// What a publish works with.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// Where it goes.
    pub target: &'a dyn Target,
    /// Where the contents come from.
    pub contents: &'a dyn Contents,
    /// Waits.
    pub pause: &'a (dyn Fn(Duration) + Sync),
    /// Hears how far it is.
    pub tell: &'a (dyn Fn(Step) + Sync),
    /// Remembers what was confirmed.
    pub journal: &'a dyn Journal,
}

/// A line that is opened when it is needed, and again when it was lost.
pub struct Line<'a> {
    means: Means<'a>,
    open: Option<Box<dyn Connection + 'a>>,
    was_open: bool,
}

impl<'a> Line<'a> {
    /// As many lines as the host allows, none of them open yet.
    #[must_use]
    pub fn all(means: Means<'a>) -> Vec<Self> {
        let many = means.target.connections().max(1);
        (0..many).map(|_| Self::new(means)).collect()
    }

    /// A line that is not yet open.
    #[must_use]
    pub fn new(means: Means<'a>) -> Self {
        Self {
            means,
            open: None,
            was_open: false,
        }
    }

    /// Opens the line unless it is open.
    ///
    /// # Errors
    /// When the host does not let us in.
    pub fn open(&mut self) -> Result<&mut (dyn Connection + 'a), Failure> {
        if self.open.is_none() {
            self.open = Some(self.means.target.connect()?);
            self.was_open = true;
        }
        Ok(&mut **self.open.as_mut().expect("was just opened"))
    }

    /// Does something on the line, once.
    fn try_once<T>(
        &mut self,
        what: impl FnOnce(&mut dyn Connection) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let result = match self.open() {
            Ok(line) => what(line),
            Err(failure) => Err(failure),
        };
        if result.as_ref().is_err_and(Failure::ends_line) {
            self.open = None;
        }
        result
    }

    /// Does something on the line, if need be again after a pause. It must be such that it may be done twice.
    ///
    /// # Errors
    /// The last failure, when no further try can help.
    pub fn attempt<T>(
        &mut self,
        mut what: impl FnMut(&mut dyn Connection) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut tries = 0;
        loop {
            let failure = match self.try_once(&mut what) {
                Ok(value) => return Ok(value),
                Err(failure) => failure,
            };
            let most = match failure.trouble {
                Trouble::Refused => REFUSED,
                // A host that was never reached is rather named wrongly than tired.
                _ if !self.was_open => UNREACHED,
                _ => PAUSES.len(),
            };
            if !failure.may_pass() || tries >= most {
                return Err(failure);
            }
            (self.means.tell)(Step::Again(PAUSES[tries]));
            (self.means.pause)(PAUSES[tries]);
            tries += 1;
        }
    }
}

/// A publish that is being carried out.
pub struct Transfer<'a> {
    means: Means<'a>,
    /// The name of this publish, so that two that meet by mischance do not write to one file.
    run: String,
    /// Folders that are there.
    folders: Mutex<BTreeSet<String>>,
    total: usize,
    all: u64,
    done: Mutex<(usize, u64)>,
}

impl<'a> Transfer<'a> {
    /// A transfer of `puts` to a host that has `folders`.
    #[must_use]
    pub fn new(means: Means<'a>, run: String, folders: BTreeSet<String>, puts: &[Put]) -> Self {
        Self {
            means,
            run,
            folders: Mutex::new(folders),
            total: puts.len(),
            all: puts.iter().map(|put| put.file.size).sum(),
            done: Mutex::default(),
        }
    }

    /// Puts everything, turn after turn, over all lines. `between` is called after each file.
    ///
    /// # Errors
    /// The first failure that no further try could help, with the file's path.
    pub fn put_all(
        &self,
        lines: &mut [Line<'a>],
        puts: &[Put],
        between: Between<'_, 'a>,
    ) -> Result<(), (String, Failure)> {
        puts.chunk_by(|a, b| a.turn() == b.turn())
            .try_for_each(|turn| self.put_turn(lines, turn, between))
    }

    /// Puts files that do not lean on each other.
    fn put_turn(
        &self,
        lines: &mut [Line<'a>],
        turn: &[Put],
        between: Between<'_, 'a>,
    ) -> Result<(), (String, Failure)> {
        let armfuls = armfuls(turn, self.means.target.files_at_once());
        share_out(lines, &armfuls, &|line, puts: &&[Put]| {
            let arrived = self.put_at_once(line, puts)?;
            for (put, arrived) in puts.iter().zip(arrived) {
                let result = if arrived {
                    self.note(put);
                    Ok(())
                } else {
                    self.put(line, put)
                };
                let result = result.and_then(|()| between(line));
                result.map_err(|failure| (put.path.clone(), failure))?;
            }
            Ok(())
        })
    }

    /// Puts several files in one go, and tells which of them are there. What goes wrong here is tried again for each by
    /// itself.
    fn put_at_once(
        &self,
        line: &mut Line<'a>,
        puts: &[Put],
    ) -> Result<Vec<bool>, (String, Failure)> {
        if puts.len() < 2 {
            return Ok(vec![false; puts.len()]);
        }
        let content = |put: &Put| {
            let content = self.content(put);
            content.map_err(|failure| (put.path.clone(), failure))
        };
        let contents: Vec<Vec<u8>> = puts.iter().map(content).collect::<Result<_, _>>()?;
        let placings: Vec<Placing<'_>> = puts
            .iter()
            .zip(&contents)
            .map(|(put, bytes)| self.placing(&put.path, bytes, is_alike(put)))
            .collect();
        let placed = line.try_once(|line| {
            self.make_folders(line, puts.iter().map(|put| &*put.path))?;
            Ok(line.place_each(&placings))
        });
        let mut placed = placed.unwrap_or_default().into_iter();
        let arrived = puts.iter().map(|put| {
            let seen = placed.next().and_then(Result::ok);
            let file = &put.file;
            let arrived = seen.is_some_and(|seen| {
                line.try_once(|line| expect_file(line, &put.path, file, seen))
                    .is_ok()
            });
            if !arrived {
                self.forget_folders(&put.path);
            }
            arrived
        });
        Ok(arrived.collect())
    }

    fn content(&self, put: &Put) -> Result<Vec<u8>, Failure> {
        let content = self.means.contents.content(put.file.hash);
        content.map_err(|error| Failure::new(Trouble::Here, error))
    }

    /// Puts one file and makes sure that it is there.
    fn put(&self, line: &mut Line<'a>, put: &Put) -> Result<(), Failure> {
        let bytes = self.content(put)?;
        line.attempt(|line| {
            let result = self
                .make_folders(line, [&*put.path])
                .and_then(|()| self.place(line, &put.path, &put.file, &bytes, is_alike(put)));
            if result.is_err() {
                self.forget_folders(&put.path);
            }
            result
        })?;
        self.note(put);
        Ok(())
    }

    /// Notes that a file is there.
    fn note(&self, put: &Put) {
        self.means.journal.note(&put.path, put.file.hash);
        let (done, sent) = {
            let mut done = self.done.lock().expect(NO_PANIC);
            *done = (done.0 + 1, done.1 + put.file.size);
            *done
        };
        (self.means.tell)(Step::Sent {
            done,
            total: self.total,
            bytes: sent,
            all: self.all,
        });
    }

    /// Puts a note of ours, such as the manifest, whole.
    ///
    /// # Errors
    /// When no further try could help.
    pub fn put_note(&self, line: &mut Line<'a>, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let file = File {
            hash: Hash::of(bytes),
            size: bytes.len() as u64,
            stage: Stage::Feed,
        };
        line.attempt(|line| {
            self.make_folders(line, [path])?;
            let result = self.place(line, path, &file, bytes, true);
            if result.is_err() {
                self.forget_folders(path);
            }
            result
        })
    }

    fn place(
        &self,
        line: &mut dyn Connection,
        path: &str,
        file: &File,
        bytes: &[u8],
        is_alike: bool,
    ) -> Result<(), Failure> {
        if line.writes_whole() {
            let seen = line.write_seen(path, bytes)?;
            return expect_file(line, path, file, seen);
        }
        let seen = line.place(&self.placing(path, bytes, is_alike))?;
        expect_file(line, path, file, seen)
    }

    fn placing<'b>(&self, path: &'b str, bytes: &'b [u8], is_alike: bool) -> Placing<'b> {
        let name = Hash::of(path.as_bytes()).to_string();
        Placing {
            waiting: format!("{STAGING}/{}-{name:.16}", self.run),
            path,
            bytes,
            is_alike,
        }
    }

    /// Makes the folders that files lie in, and the one in which they wait.
    fn make_folders<'p>(
        &self,
        line: &mut dyn Connection,
        paths: impl IntoIterator<Item = &'p str>,
    ) -> Result<(), Failure> {
        let wanted: BTreeSet<&str> = paths.into_iter().flat_map(folders).collect();
        let missing: Vec<String> = {
            let known = self.folders.lock().expect(NO_PANIC);
            let wanted = [STAGING].into_iter().chain(wanted);
            let missing = wanted.filter(|folder| !known.contains(*folder));
            missing.map(str::to_owned).collect()
        };
        if missing.is_empty() {
            return Ok(());
        }
        line.make_folders(&missing)?;
        self.folders.lock().expect(NO_PANIC).extend(missing);
        Ok(())
    }

    fn forget_folders(&self, path: &str) {
        let mut known = self.folders.lock().expect(NO_PANIC);
        for folder in [STAGING].into_iter().chain(folders(path)) {
            known.remove(folder);
        }
    }
}

/// Bytes that may be under way at a time on one line, with several files.
const ARMFUL: u64 = 512 * 1024;

/// A turn in parts that are sent in one go: so many files, unless they are large.
fn armfuls(turn: &[Put], most: usize) -> Vec<&[Put]> {
    let mut rest = turn;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let mut bytes = 0;
        let fits = rest.iter().take(most).take_while(|put| {
            bytes += put.file.size;
            bytes <= ARMFUL
        });
        let (armful, others) = rest.split_at(fits.count().max(1));
        found.push(armful);
        rest = others;
    }
    found
}

/// Whether a file of the same size may stand in a file's place.
fn is_alike(put: &Put) -> bool {
    put.replaces
        .is_some_and(|known| known.size.is_none_or(|size| size == put.file.size))
}

/// Works through a list over all lines at the same time.
///
/// # Errors
/// The first failure; then nothing more is begun.
pub fn share_out<'a, T: Sync, E: Send>(
    lines: &mut [Line<'a>],
    list: &[T],
    work: &(dyn Fn(&mut Line<'a>, &T) -> Result<(), E> + Sync),
) -> Result<(), E> {
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(None);
    let work = |line: &mut Line<'a>| {
        while failed.lock().expect(NO_PANIC).is_none() {
            let Some(one) = list.get(next.fetch_add(1, Ordering::Relaxed)) else {
                return;
            };
            if let Err(failure) = work(line, one) {
                failed.lock().expect(NO_PANIC).get_or_insert(failure);
            }
        }
    };
    let (first, others) = lines
        .split_first_mut()
        .expect("a publish has at least one line");
    std::thread::scope(|scope| {
        for line in others.iter_mut().take(list.len().saturating_sub(1)) {
            // A host that allows fewer lines than were asked for is served by those it allows.
            scope.spawn(|| line.open().is_ok().then(|| work(line)));
        }
        work(first);
    });
    failed.into_inner().expect(NO_PANIC).map_or(Ok(()), Err)
}

/// What is done between two files.
pub type Between<'b, 'a> = &'b (dyn Fn(&mut Line<'a>) -> Result<(), Failure> + Sync);

const NO_PANIC: &str = "no thread panics while it holds the lock";

/// Believes in a file when the size that was seen is right, and its hash if the host can tell it.
fn expect_file(
    line: &mut dyn Connection,
    path: &str,
    file: &File,
    seen: Option<Stat>,
) -> Result<(), Failure> {
    let is_there = seen == Some(Stat::File(file.size))
        && line.hash(path)?.is_none_or(|hash| hash == file.hash);
    if is_there {
        Ok(())
    } else {
        Err(Failure::new(Trouble::Untrue, path))
    }
}

/// Removes a file, and the folders above it that nobody needs and that hold nothing else.
///
/// # Errors
/// When no further try could help.
pub fn remove(line: &mut Line<'_>, path: &str, needed: &BTreeSet<String>) -> Result<(), Failure> {
    line.attempt(|line| {
        line.remove(path)?;
        if matches!(line.stat(path)?, Some(Stat::File(_))) {
            return Err(Failure::new(Trouble::Untrue, path));
        }
        remove_folders(line, path, needed)
    })
}

/// Removes the folders above a path that nobody needs and that hold nothing.
///
/// # Errors
/// When the host fails.
pub fn remove_folders(
    line: &mut dyn Connection,
    path: &str,
    needed: &BTreeSet<String>,
) -> Result<(), Failure> {
    folders(path)
        .rev()
        .take_while(|folder| !needed.contains(*folder))
        .try_for_each(|folder| remove_empty(line, folder))
}

/// Removes a folder unless it holds something, and makes sure that it is gone.
///
/// # Errors
/// When the host fails.
pub fn remove_empty(line: &mut dyn Connection, folder: &str) -> Result<(), Failure> {
    line.remove_folder(folder)?;
    if line.stat(folder)? == Some(Stat::Folder) && line.list(folder)?.is_empty() {
        return Err(Failure::new(Trouble::Untrue, folder));
    }
    Ok(())
}
