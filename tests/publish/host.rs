//! A host in memory that fails when it is told to, and is watched at every change.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, MutexGuard};

use trangxa::publish::lock;
use trangxa::publish::manifest::{self, Hash, Manifest, Pending};
use trangxa::publish::survey::{MANIFEST, PENDING};
use trangxa::publish::target::{Connection, Failure, Links, Naming, Stat, Target, Trouble};
use trangxa::publish::transfer::STAGING;

/// How a call goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The line is cut before the host does anything; a new one may be opened.
    Cut,
    /// The line is cut when all was done, before the answer.
    CutAfter,
    /// The line is cut in the middle of what is written.
    CutWithin,
    /// No answer comes, though it was done.
    Slow,
    /// The host refuses once.
    Refuse,
    /// The host refuses every change from now on.
    RefuseOn,
    /// There is no room from now on: half of a file is written.
    Full,
    /// The host says that it was done, and it was not.
    Lie,
    /// The host says that it wrote all, and it wrote half.
    LieHalf,
    /// Nothing can be reached any more.
    Dead,
}

pub const FAULTS: &[Fault] = &[
    Fault::Cut,
    Fault::CutAfter,
    Fault::CutWithin,
    Fault::Slow,
    Fault::Refuse,
    Fault::RefuseOn,
    Fault::Full,
    Fault::Lie,
    Fault::LieHalf,
    Fault::Dead,
];

/// What a host holds.
#[derive(Clone, Default)]
pub struct Disk {
    files: BTreeMap<Arc<str>, Stored>,
    pub folders: BTreeSet<Arc<str>>,
    /// Symbolic links with what they lead to.
    pub links: BTreeMap<Arc<str>, Arc<str>>,
    /// Tells apart what can be seen from outside.
    key: u64,
}

/// A file's content with what the crawler asks for again and again.
#[derive(Clone)]
struct Stored {
    bytes: Arc<[u8]>,
    hash: Hash,
}

impl Disk {
    pub fn put(&mut self, path: &str, bytes: &[u8]) {
        let stored = Stored {
            bytes: bytes.into(),
            hash: Hash::of(bytes),
        };
        self.store(path, stored);
    }

    fn store(&mut self, path: &str, stored: Stored) {
        self.take(path);
        let path = self.real(path).into_owned();
        self.key ^= key(&path, stored.hash);
        self.files.insert(path.into(), stored);
    }

    pub fn take(&mut self, path: &str) -> Option<Arc<[u8]>> {
        let path = self.real(path).into_owned();
        let stored = self.files.remove(&*path)?;
        self.key ^= key(&path, stored.hash);
        Some(stored.bytes)
    }

    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files
            .get(&*self.real(path))
            .map(|stored| &*stored.bytes)
    }

    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(&*self.real(path))
    }

    /// A path without links.
    pub fn real<'p>(&self, path: &'p str) -> Cow<'p, str> {
        let end = |at: &usize| self.links.contains_key(&path[..*at]);
        let ends = path.match_indices('/').map(|(at, _)| at);
        let Some(end) = ends.chain([path.len()]).find(end) else {
            return path.into();
        };
        let to = &self.links[&path[..end]];
        let above = path[..end].rfind('/').map_or("", |at| &path[..=at]);
        format!("{above}{to}{}", &path[end..]).into()
    }

    /// What visitors see when the web server shows this folder.
    pub fn seen_at(&self, folder: &str) -> Self {
        let root = format!("{}/", self.real(folder));
        let inner = |path: &Arc<str>| Some(path.strip_prefix(&*root)?.into());
        let mut seen = Self {
            folders: self.folders.iter().filter_map(inner).collect(),
            ..Self::default()
        };
        for (path, stored) in &self.files {
            if let Some(path) = path.strip_prefix(&*root) {
                seen.store(path, stored.clone());
            }
        }
        seen
    }

    /// Renames a file, a link or a folder with all that is in it.
    fn rename(&mut self, from: &str, to: &str) -> Result<(), Failure> {
        if let Some(leads) = self.links.remove(from) {
            if self.folders.contains(to) {
                return Err(refused("a folder is there"));
            }
            self.key ^= link_key(from, &leads) ^ link_key(to, &leads);
            if let Some(before) = self.links.insert(to.into(), Arc::clone(&leads)) {
                self.key ^= link_key(to, &before);
            }
            return Ok(());
        }
        if self.folders.remove(from) {
            let start = format!("{from}/");
            let moved = |path: &str| Some(format!("{to}/{}", path.strip_prefix(&start)?));
            let folders = std::mem::take(&mut self.folders);
            let folder = |path: Arc<str>| moved(&path).map_or(path, Into::into);
            self.folders = folders.into_iter().map(folder).chain([to.into()]).collect();
            let paths: Vec<String> = self.paths().map(str::to_owned).collect();
            for path in paths {
                if let Some(to) = moved(&path) {
                    let stored = self.files[&*path].clone();
                    self.take(&path);
                    self.store(&to, stored);
                }
            }
            return Ok(());
        }
        let bytes = self.take(from).ok_or_else(|| refused("no such file"))?;
        self.put(to, &bytes);
        Ok(())
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(|path| &**path)
    }
}

/// What a file adds to the key of its disk. No visitor sees what waits for its name, nor the lock.
fn key(path: &str, hash: Hash) -> u64 {
    if path.contains(STAGING) || path.contains(lock::FOLDER) {
        return 0;
    }
    let mut hasher = DefaultHasher::new();
    (path, hash).hash(&mut hasher);
    hasher.finish()
}

/// What a link adds to it.
fn link_key(path: &str, to: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (path, to).hash(&mut hasher);
    hasher.finish()
}

/// What is wrong with a disk, if anything.
type Look = dyn Fn(&Disk) -> Option<String> + Send + Sync;

/// Looks at a disk after every change, and remembers what it said of one that it has seen before.
pub struct Watch {
    look: Box<Look>,
    said: Mutex<HashMap<u64, Option<String>>>,
}

impl Watch {
    pub fn new(look: impl Fn(&Disk) -> Option<String> + Send + Sync + 'static) -> Arc<Self> {
        Arc::new(Self {
            look: Box::new(look),
            said: Mutex::default(),
        })
    }

    /// Nobody looks.
    pub fn nothing() -> Arc<Self> {
        Self::new(|_| None)
    }

    fn look(&self, disk: &Disk) -> Option<String> {
        let said = |key| {
            let said = self.said.lock().expect("no thread panicked");
            said.get(&key).cloned()
        };
        said(disk.key).unwrap_or_else(|| {
            let says = (self.look)(disk);
            let mut said = self.said.lock().expect("no thread panicked");
            said.insert(disk.key, says.clone());
            says
        })
    }
}

#[derive(Default)]
struct State {
    disk: Disk,
    calls: usize,
    writes: usize,
    fault: Option<(usize, Fault)>,
    dead: bool,
    /// What a visitor saw that should never be.
    seen: Vec<String>,
}

/// The host.
pub struct Host {
    state: Mutex<State>,
    connections: usize,
    watch: Arc<Watch>,
}

impl Host {
    /// A host that holds `disk`; `watch` looks at it after every change and says what is wrong.
    pub fn new(disk: Disk, connections: usize, watch: &Arc<Watch>) -> Self {
        let state = State {
            disk,
            ..State::default()
        };
        Self {
            state: Mutex::new(state),
            connections,
            watch: Arc::clone(watch),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no thread panicked")
    }

    /// Lets the `n`th call from now on (from 0) go wrong.
    pub fn fail(&self, n: usize, fault: Fault) {
        let mut state = self.state();
        let at = state.calls + n;
        state.fault = Some((at, fault));
    }

    /// Mends everything.
    pub fn mend(&self) {
        let mut state = self.state();
        state.fault = None;
        state.dead = false;
    }

    pub fn calls(&self) -> usize {
        self.state().calls
    }

    pub fn writes(&self) -> usize {
        self.state().writes
    }

    pub fn disk(&self) -> Disk {
        self.state().disk.clone()
    }

    pub fn seen(&self) -> Vec<String> {
        self.state().seen.clone()
    }

    /// Changes what it holds behind everybody's back.
    pub fn change(&self, change: impl FnOnce(&mut Disk)) {
        change(&mut self.state().disk);
    }

    /// One call: it changes the disk, if it does, by `act`, or by `half` when it is cut within.
    fn call<T: Default>(
        &self,
        line: &mut bool,
        is_change: bool,
        act: impl FnOnce(&mut Disk) -> Result<T, Failure>,
        half: impl FnOnce(&mut Disk),
    ) -> Result<T, Failure> {
        let mut state = self.state();
        if state.dead || !*line {
            return Err(Failure::new(Trouble::Lost, "no line"));
        }
        let n = state.calls;
        state.calls += 1;
        state.writes += usize::from(is_change);
        let fault = state.fault.filter(|(at, fault)| match fault {
            Fault::RefuseOn | Fault::Full => n >= *at && is_change,
            Fault::Dead => n >= *at,
            _ => n == *at,
        });
        let cut = |line: &mut bool| {
            *line = false;
            Err(Failure::new(Trouble::Lost, "cut"))
        };
        let result = match fault.map(|(_, fault)| fault) {
            None => act(&mut state.disk),
            Some(Fault::Dead) => {
                state.dead = true;
                cut(line)
            }
            Some(Fault::Cut) => cut(line),
            Some(Fault::CutAfter) => {
                let _ = act(&mut state.disk);
                cut(line)
            }
            Some(Fault::CutWithin) => {
                half(&mut state.disk);
                cut(line)
            }
            Some(Fault::Slow) => {
                let _ = act(&mut state.disk);
                Err(Failure::new(Trouble::Slow, "slow"))
            }
            Some(Fault::Refuse | Fault::RefuseOn) => Err(Failure::new(Trouble::Refused, "no")),
            Some(Fault::Full) => {
                half(&mut state.disk);
                Err(Failure::new(Trouble::Full, "full"))
            }
            // Who asks is told the truth: a host that invents what it holds cannot be published to.
            Some(Fault::Lie | Fault::LieHalf) if !is_change => act(&mut state.disk),
            Some(Fault::Lie) => Ok(T::default()),
            Some(Fault::LieHalf) => {
                half(&mut state.disk);
                Ok(T::default())
            }
        };
        if is_change && let Some(wrong) = self.watch.look(&state.disk) {
            let wrong = format!("call {n}: {wrong}");
            state.seen.push(wrong);
        }
        result
    }
}

impl Target for Host {
    fn connect(&self) -> Result<Box<dyn Connection + '_>, Failure> {
        if self.state().dead {
            return Err(Failure::new(Trouble::Lost, "dead"));
        }
        Ok(Box::new(Line {
            host: self,
            open: true,
            has_links: true,
        }))
    }

    fn connections(&self) -> usize {
        self.connections
    }

    /// A host that takes several lines takes several files on each.
    fn files_at_once(&self) -> usize {
        if self.connections > 1 { 4 } else { 1 }
    }
}

impl Host {
    /// A line that cannot make links.
    pub fn connect_without_links(&self) -> Result<Box<dyn Connection + '_>, Failure> {
        Ok(Box::new(Line {
            host: self,
            open: true,
            has_links: false,
        }))
    }
}

struct Line<'a> {
    host: &'a Host,
    open: bool,
    has_links: bool,
}

fn refused(why: &str) -> Failure {
    Failure::new(Trouble::Refused, why)
}

impl Disk {
    fn has_folder(&self, path: &str) -> bool {
        path.is_empty() || self.folders.contains(&*self.real(path))
    }

    fn has_parent(&self, path: &str) -> bool {
        self.has_folder(path.rsplit_once('/').map_or("", |(folder, _)| folder))
    }
}

impl Line<'_> {
    fn look<T: Default>(&mut self, act: impl FnOnce(&Disk) -> T) -> Result<T, Failure> {
        self.host
            .call(&mut self.open, false, |disk| Ok(act(disk)), |_| ())
    }

    fn change<T: Default>(
        &mut self,
        act: impl FnOnce(&mut Disk) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.host.call(&mut self.open, true, act, |_| ())
    }
}

impl Connection for Line<'_> {
    fn list(&mut self, folder: &str) -> Result<Vec<(String, Stat)>, Failure> {
        self.look(|disk| {
            let folder = disk.real(folder);
            let name = |path: &str| {
                let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
                (above == folder).then(|| name.to_owned())
            };
            let stat = |stored: &Stored| Stat::File(stored.bytes.len() as u64);
            let files = disk
                .files
                .iter()
                .filter_map(|(path, stored)| Some((name(path)?, stat(stored))));
            let folders = disk
                .folders
                .iter()
                .filter_map(|path| Some((name(path)?, Stat::Folder)));
            let links = disk
                .links
                .keys()
                .filter_map(|path| Some((name(path)?, Stat::File(1))));
            files.chain(folders).chain(links).collect()
        })
    }

    fn stat(&mut self, path: &str) -> Result<Option<Stat>, Failure> {
        self.look(|disk| match disk.get(path) {
            Some(bytes) => Some(Stat::File(bytes.len() as u64)),
            None => disk.has_folder(path).then_some(Stat::Folder),
        })
    }

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.look(|disk| disk.get(path).map(<[u8]>::to_vec))
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let put = |disk: &mut Disk, bytes: &[u8]| {
            if disk.has_parent(path) && !disk.has_folder(path) {
                disk.put(path, bytes);
                Ok(())
            } else {
                Err(refused("no such folder"))
            }
        };
        self.host.call(
            &mut self.open,
            true,
            |disk| put(disk, bytes),
            |disk| {
                let _ = put(disk, &bytes[..bytes.len() / 2]);
            },
        )
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), Failure> {
        self.change(|disk| {
            if !disk.has_parent(to) || disk.folders.contains(to) {
                return Err(refused("no such folder"));
            }
            disk.rename(from, to)
        })
    }

    fn remove(&mut self, path: &str) -> Result<(), Failure> {
        self.change(|disk| {
            if let Some(to) = disk.links.remove(path) {
                disk.key ^= link_key(path, &to);
            } else {
                disk.take(path);
            }
            Ok(())
        })
    }

    fn make_folder(&mut self, path: &str) -> Result<bool, Failure> {
        self.change(|disk| {
            if disk.has(path) || disk.has_folder(path) {
                return Ok(false);
            }
            if !disk.has_parent(path) {
                return Err(refused("no such folder"));
            }
            let path = disk.real(path).into_owned();
            Ok(disk.folders.insert(path.into()))
        })
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), Failure> {
        self.change(|disk| {
            let path = disk.real(path).into_owned();
            let below = format!("{path}/");
            let is_empty = !disk
                .paths()
                .chain(disk.folders.iter().map(|path| &**path))
                .chain(disk.links.keys().map(|path| &**path))
                .any(|at| at.starts_with(&below));
            if is_empty {
                disk.folders.remove(&*path);
            }
            Ok(())
        })
    }

    fn links(&mut self) -> Option<&mut dyn Links> {
        self.has_links.then_some(self)
    }
}

impl Links for Line<'_> {
    fn link(&mut self, path: &str) -> Result<Option<String>, Failure> {
        self.look(|disk| disk.links.get(path).map(ToString::to_string))
    }

    fn make_link(&mut self, path: &str, to: &str) -> Result<(), Failure> {
        self.change(|disk| {
            if disk.links.contains_key(path) || !disk.has_parent(path) {
                return Err(refused("it is there"));
            }
            disk.key ^= link_key(path, to);
            disk.links.insert(path.into(), to.into());
            Ok(())
        })
    }

    fn list_each(&mut self, folders: &[String]) -> Result<Vec<Vec<(String, Stat)>>, Failure> {
        folders.iter().map(|folder| self.list(folder)).collect()
    }

    fn name_each(&mut self, namings: &[Naming]) -> Result<(), Failure> {
        namings.iter().try_for_each(|naming| match naming {
            Naming::Folder(path) => self.make_folder(path).map(|_| ()),
            Naming::Remove(path) => self.remove(path),
            Naming::RemoveFolder(path) => self.remove_folder(path),
            Naming::Share(from, to) => self.change(|disk| {
                if disk.has(to) || !disk.has_parent(to) {
                    return Err(refused("it is there"));
                }
                let bytes = disk
                    .get(from)
                    .ok_or_else(|| refused("no such file"))?
                    .to_vec();
                disk.put(to, &bytes);
                Ok(())
            }),
        })
    }
}

/// A page of the test: the paths of its parts and of the pages that it leads to, each after `→`.
fn leads_to(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    text.lines()
        .filter_map(|line| Some(line.strip_prefix("→ ")?.to_owned()))
        .collect()
}

/// What a visitor who begins at the home page finds missing or broken off; nothing while there is no home page.
pub fn crawl(disk: &Disk) -> Option<String> {
    let home = "index.html".to_owned();
    let mut waiting = Vec::from_iter(disk.has(&home).then_some(home));
    let mut found: BTreeSet<String> = waiting.iter().cloned().collect();
    while let Some(path) = waiting.pop() {
        let Some(bytes) = disk.get(&path) else {
            return Some(format!("{path} is missing"));
        };
        if !bytes.ends_with(b"end\n") {
            return Some(format!("{path} is broken off"));
        }
        for next in leads_to(bytes) {
            if found.insert(next.clone()) {
                waiting.push(next);
            }
        }
    }
    None
}

/// What the manifest claims without the pending note's doubt, and is not there.
pub fn claims(disk: &Disk) -> Option<String> {
    let manifest: Manifest = manifest::read(disk.get(MANIFEST)?)?;
    let pending: Option<Pending> = disk
        .get(PENDING)
        .and_then(manifest::read)
        .filter(|pending: &Pending| pending.base >= manifest.generation);
    let doubted = |path: &str| {
        pending
            .as_ref()
            .is_some_and(|pending| pending.put.contains_key(path) || pending.remove.contains(path))
    };
    manifest
        .files
        .iter()
        .filter(|(path, _)| !doubted(path))
        .find(|(path, file)| disk.files.get(&***path).map(|stored| stored.hash) != Some(file.hash))
        .map(|(path, _)| format!("the manifest claims {path}, which is not there"))
}

/// Both.
pub fn watch(disk: &Disk) -> Option<String> {
    crawl(disk).or_else(|| claims(disk))
}
