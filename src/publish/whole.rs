//! A target whose visitors see a site change in one step: the whole of it, old or new, at every moment.
//!
//! ```text
//! public_html ──► public_html.trangxa/000012    the folder's name is a symbolic link
//!                 public_html.trangxa/000013    what is being written, and is shown next
//! ```
//! A publish begins with a folder that has every file of the one that visitors see, by second names that cost no room. It
//! is written to like any other, resumed like any other when it was cut off, and shown by renaming a link over the old one.
//! The lock lies beside the folders, because they come and go. What others put among our files goes along.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use super::lock;
use super::manifest::{self, Hash, Pending};
use super::survey::PENDING;
use super::target::{Connection, Failure, Links, Naming, Placing, Stat, Target, Trouble};
use super::transfer::STAGING;
use crate::diag::{Diagnostic, Msg};

/// How many folders stay on the host: the one that is seen, and some before it.
const KEPT: usize = 3;

/// A target that shows a site as a whole.
pub struct Whole<'t> {
    /// Where the folders lie, and the link to one of them.
    base: Box<dyn Target + 't>,
    /// The name of the link.
    name: String,
    /// The folder that is written to; nothing as long as only what visitors see is looked at.
    place: Mutex<Option<String>>,
}

impl<'t> Whole<'t> {
    /// The site's folder `name` below `base`.
    #[must_use]
    pub fn new(base: Box<dyn Target + 't>, name: String) -> Self {
        Self {
            base,
            name,
            place: Mutex::new(None),
        }
    }

    /// The folder that holds the folders.
    fn holder(&self) -> String {
        format!("{}.trangxa", self.name)
    }

    fn held(&self, name: &str) -> String {
        format!("{}.trangxa/{name}", self.name)
    }

    fn place(&self) -> Option<String> {
        self.place.lock().expect(NO_PANIC).clone()
    }
}

const NO_PANIC: &str = "no thread panics while it holds the lock";

impl Target for Whole<'_> {
    fn connect(&self) -> Result<Box<dyn Connection + '_>, Failure> {
        Ok(Box::new(Line {
            whole: self,
            base: self.base.connect()?,
        }))
    }

    fn connections(&self) -> usize {
        self.base.connections()
    }

    fn files_at_once(&self) -> usize {
        self.base.files_at_once()
    }
}

struct Line<'a> {
    whole: &'a Whole<'a>,
    base: Box<dyn Connection + 'a>,
}

/// Everything below a folder, by its path in it.
#[derive(Default, PartialEq, Eq)]
struct Tree {
    /// Folders, level by level from the top.
    levels: Vec<Vec<String>>,
    files: BTreeMap<String, Stat>,
}

impl Line<'_> {
    fn at(&self, path: &str) -> String {
        let whole = self.whole;
        if path.starts_with(lock::FOLDER) {
            return whole.held(path);
        }
        let root = match whole.place() {
            Some(place) => whole.held(&place),
            None => whole.name.clone(),
        };
        below(&root, path)
    }

    /// A file on its way, by the paths of the base.
    fn placed<'b>(&self, file: &Placing<'b>, path: &'b str) -> Placing<'b> {
        Placing {
            waiting: self.at(&file.waiting),
            path,
            ..*file
        }
    }

    fn links(&mut self) -> Result<&mut dyn Links, Failure> {
        self.base
            .links()
            .ok_or_else(|| Failure::new(Trouble::Refused, "symlink"))
            .map_err(|failure| cannot(&failure))
    }

    /// The folder that visitors see; nothing before the first publish.
    fn shown(&mut self) -> Result<Option<String>, Failure> {
        let name = &self.whole.name;
        let Some(to) = self.links()?.link(name)? else {
            return match self.base.stat(name)? {
                None => Ok(None),
                Some(Stat::Folder) if self.base.list(name)?.is_empty() => Ok(None),
                Some(_) => Err(taken(name)),
            };
        };
        let folder = to.strip_prefix(&format!("{}/", self.whole.holder()));
        match folder.filter(|folder| number(folder).is_some()) {
            Some(folder) => Ok(Some(folder.to_owned())),
            None => Err(taken(name)),
        }
    }

    fn walk(&mut self, root: &str) -> Result<Tree, Failure> {
        let mut tree = Tree::default();
        let mut level = vec![String::new()];
        while !level.is_empty() {
            let paths: Vec<String> = level.iter().map(|path| below(root, path)).collect();
            let listed = self.links()?.list_each(&paths)?;
            let mut next = Vec::new();
            for (folder, names) in level.iter().zip(listed) {
                for (name, stat) in names {
                    let path = below(folder, &name);
                    if [STAGING, lock::FOLDER].contains(&&*path) {
                        continue;
                    }
                    if stat == Stat::Folder {
                        next.push(path);
                    } else {
                        tree.files.insert(path, stat);
                    }
                }
            }
            next.sort();
            tree.levels
                .extend(Some(next.clone()).filter(|level| !level.is_empty()));
            level = next;
        }
        Ok(tree)
    }

    /// Removes a folder with all that is in it, and makes sure that it is gone.
    fn clear(&mut self, root: &str) -> Result<(), Failure> {
        if self.base.stat(root)?.is_none() {
            return Ok(());
        }
        let tree = self.walk(root)?;
        let staging = below(root, STAGING);
        let waiting = self.base.list(&staging)?;
        let waiting = waiting.iter().map(|(name, _)| below(&staging, name));
        let files = tree.files.keys().map(|path| below(root, path));
        let files: Vec<Naming> = files.chain(waiting).map(Naming::Remove).collect();
        self.links()?.name_each(&files)?;
        let levels = tree.levels.iter().rev();
        let folders = levels.map(|level| level.iter().map(|path| below(root, path)).collect());
        for level in folders.chain([vec![staging], vec![root.to_owned()]]) {
            let level: Vec<String> = level;
            let level: Vec<Naming> = level.into_iter().map(Naming::RemoveFolder).collect();
            self.links()?.name_each(&level)?;
        }
        match self.base.stat(root)? {
            None => Ok(()),
            Some(_) => Err(Failure::new(Trouble::Untrue, root)),
        }
    }

    /// Makes the folder `next` with every file of the one that is shown. What a publish that was cut off has put into a
    /// folder of that name is taken from there.
    fn fill(&mut self, shown: Option<&str>, next: &str) -> Result<(), Failure> {
        let whole = self.whole;
        let (part, next) = (whole.held(PART), whole.held(next));
        self.clear(&part)?;
        let tree = match shown {
            Some(shown) => self.walk(&whole.held(shown))?,
            None => Tree::default(),
        };
        let left = self.left(&next)?;
        let seen = shown.map_or_else(String::new, |shown| whole.held(shown));
        let from = |path: &String| {
            if left.files.contains_key(path) {
                &next
            } else {
                &seen
            }
        };
        let paths: BTreeSet<&String> = tree.files.keys().chain(left.files.keys()).collect();
        let namings: Vec<Naming> = paths
            .into_iter()
            .map(|path| Naming::Share(below(from(path), path), below(&part, path)))
            .collect();
        let mut wanted = tree;
        wanted.files.extend(left.files);
        wanted.levels = merged(wanted.levels, left.levels);
        let top = vec![vec![part.clone()]];
        let levels = wanted.levels.iter();
        let levels = levels.map(|level| level.iter().map(|path| below(&part, path)).collect());
        for level in top.into_iter().chain(levels) {
            let level: Vec<Naming> = level.into_iter().map(Naming::Folder).collect();
            self.links()?.name_each(&level)?;
        }
        self.links()?.name_each(&namings)?;
        if self.walk(&part)? != wanted {
            return Err(Failure::new(Trouble::Untrue, &part));
        }
        self.clear(&next)?;
        self.base.rename(&part, &next)?;
        match self.base.stat(&next)? {
            Some(Stat::Folder) => Ok(()),
            _ => Err(Failure::new(Trouble::Untrue, &next)),
        }
    }

    /// What a publish that was cut off has put into its folder, with its note.
    fn left(&mut self, folder: &str) -> Result<Tree, Failure> {
        let note = self.base.read(&below(folder, PENDING))?;
        let Some(note) = note.as_deref().and_then(manifest::read::<Pending>) else {
            return Ok(Tree::default());
        };
        let mut tree = self.walk(folder)?;
        tree.files
            .retain(|path, _| path == PENDING || note.put.contains_key(path));
        let needed = super::changes::folders_of(tree.files.keys());
        for level in &mut tree.levels {
            level.retain(|folder| needed.contains(folder));
        }
        Ok(tree)
    }

    /// Removes the folders that nobody needs any more.
    fn prune(&mut self, shown: &str) -> Result<(), Failure> {
        let holder = self.whole.holder();
        let names = self.base.list(&holder)?;
        let names = names.into_iter().map(|(name, _)| name);
        let mut old: Vec<String> = names
            .filter(|name| number(name).is_some() && name.as_str() < shown)
            .collect();
        old.sort();
        old.truncate((old.len() + 1).saturating_sub(KEPT));
        old.push(PART.to_owned());
        old.iter()
            .try_for_each(|name| self.clear(&self.whole.held(name)))
    }

    /// Makes the folder that holds the folders. Some accounts may write in the site's folder and not beside it.
    fn make_holder(&mut self) -> Result<(), Failure> {
        match self.base.make_folder(&self.whole.holder()) {
            Err(failure) if failure.trouble == Trouble::Refused => Err(cannot(&failure)),
            made => made.map(|_| ()),
        }
    }

    /// Whether the host can do all that it takes: second names, links, and putting one in the place of another.
    fn trial(&mut self) -> Result<(), Failure> {
        let folder = self.whole.held(TRIAL);
        self.make_holder()?;
        self.clear(&folder)?;
        let tried = self.tried(&folder);
        let cleared = self.clear(&folder);
        tried?;
        cleared
    }

    fn tried(&mut self, folder: &str) -> Result<(), Failure> {
        let [file, second, link, other] = ["a", "b", "c", "d"].map(|name| below(folder, name));
        self.base.make_folder(folder)?;
        self.base.write(&file, TRIAL.as_bytes())?;
        let works = self
            .links()?
            .name_each(&[Naming::Share(file, second)])
            .and_then(|()| self.links()?.make_link(&link, "a"))
            .and_then(|()| self.links()?.make_link(&other, "b"))
            .and_then(|()| self.base.rename(&other, &link))
            .and_then(|()| {
                let leads = self.links()?.link(&link)?;
                let bytes = self.base.read(&link)?;
                if leads.as_deref() == Some("b") && bytes.as_deref() == Some(TRIAL.as_bytes()) {
                    Ok(())
                } else {
                    Err(Failure::new(Trouble::Untrue, "symlink"))
                }
            });
        works.map_err(|failure| match failure.trouble {
            Trouble::Refused | Trouble::Untrue => cannot(&failure),
            _ => failure,
        })
    }
}

/// A folder that is not yet complete.
const PART: &str = "part";
/// A folder in which it is tried out what the host can.
const TRIAL: &str = "thu";

/// A path in a folder.
fn below(folder: &str, path: &str) -> String {
    match (folder, path) {
        (folder, "") => folder.to_owned(),
        ("", path) => path.to_owned(),
        (folder, path) => format!("{folder}/{path}"),
    }
}

/// The number that a folder is named by.
fn number(name: &str) -> Option<u32> {
    let is_number = name.len() == 6 && name.bytes().all(|byte| byte.is_ascii_digit());
    name.parse().ok().filter(|_| is_number)
}

/// Two lists of folders by their levels as one.
fn merged(mut one: Vec<Vec<String>>, other: Vec<Vec<String>>) -> Vec<Vec<String>> {
    one.resize(one.len().max(other.len()), Vec::new());
    for (level, more) in one.iter_mut().zip(other) {
        let all: BTreeSet<String> = level.drain(..).chain(more).collect();
        level.extend(all);
    }
    one.retain(|level| !level.is_empty());
    one
}

/// The host cannot show a site as a whole.
fn cannot(failure: &Failure) -> Failure {
    let diagnostic = Diagnostic::new(Msg::NoSwitch, "", None, &[&failure.said]);
    Failure::told(diagnostic.help(Msg::HelpNoSwitch, &[]))
}

/// Something that is not ours stands where the link must be.
fn taken(name: &str) -> Failure {
    let diagnostic = Diagnostic::new(Msg::SwitchTaken, "", None, &[&name]);
    Failure::told(diagnostic.help(Msg::HelpSwitchTaken, &[&name]))
}

impl Connection for Line<'_> {
    fn begin(&mut self) -> Result<bool, Failure> {
        let shown = self.shown()?;
        if shown.is_none() {
            self.trial()?;
        }
        let last = shown.as_deref().and_then(number).unwrap_or(0);
        let next = format!("{:06}", last + 1);
        self.fill(shown.as_deref(), &next)?;
        *self.whole.place.lock().expect(NO_PANIC) = Some(next);
        Ok(true)
    }

    fn show(&mut self) -> Result<(), Failure> {
        let (name, place) = (&self.whole.name, self.whole.place());
        let place = place.expect("a publish begins before it shows what it wrote");
        let (link, to) = (self.whole.held(LINK), self.whole.held(&place));
        self.base.remove(&link)?;
        self.links()?.make_link(&link, &to)?;
        if self.links()?.link(name)?.is_none() {
            // An empty folder that stands there makes way.
            self.base.remove_folder(name)?;
        }
        self.base.rename(&link, name)?;
        if self.links()?.link(name)?.as_deref() != Some(&*to) {
            return Err(Failure::new(Trouble::Untrue, name));
        }
        // What cannot be removed now is removed after the next publish.
        let _ = self.prune(&place);
        Ok(())
    }

    fn is_proven(&mut self) -> Result<bool, Failure> {
        Ok(self.shown()?.is_some())
    }

    fn try_out(&mut self) -> Result<(), Failure> {
        let shown = self.shown()?;
        self.trial()?;
        if shown.is_none() {
            self.begin()?;
            self.show()?;
        }
        Ok(())
    }

    fn list(&mut self, folder: &str) -> Result<Vec<(String, Stat)>, Failure> {
        self.base.list(&self.at(folder))
    }

    fn stat(&mut self, path: &str) -> Result<Option<Stat>, Failure> {
        self.base.stat(&self.at(path))
    }

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.base.read(&self.at(path))
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.base.write(&self.at(path), bytes)
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), Failure> {
        self.base.rename(&self.at(from), &self.at(to))
    }

    fn place(&mut self, file: &Placing<'_>) -> Result<Option<Stat>, Failure> {
        let path = self.at(file.path);
        self.base.place(&self.placed(file, &path))
    }

    fn place_each(&mut self, files: &[Placing<'_>]) -> Vec<Result<Option<Stat>, Failure>> {
        let paths: Vec<String> = files.iter().map(|file| self.at(file.path)).collect();
        let files = files.iter().zip(&paths);
        let files: Vec<Placing<'_>> = files.map(|(file, path)| self.placed(file, path)).collect();
        self.base.place_each(&files)
    }

    fn make_folders(&mut self, folders: &[String]) -> Result<(), Failure> {
        let folders: Vec<String> = folders.iter().map(|folder| self.at(folder)).collect();
        self.base.make_folders(&folders)
    }

    fn read_each(&mut self, paths: &[&str]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
        let paths: Vec<String> = paths.iter().map(|path| self.at(path)).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        self.base.read_each(&paths)
    }

    fn remove(&mut self, path: &str) -> Result<(), Failure> {
        self.base.remove(&self.at(path))
    }

    fn make_folder(&mut self, path: &str) -> Result<bool, Failure> {
        if path == lock::FOLDER {
            self.make_holder()?;
        }
        self.base.make_folder(&self.at(path))
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), Failure> {
        self.base.remove_folder(&self.at(path))?;
        if path == lock::FOLDER {
            // As long as nothing is in it.
            self.base.remove_folder(&self.whole.holder())?;
        }
        Ok(())
    }

    fn hash(&mut self, path: &str) -> Result<Option<Hash>, Failure> {
        self.base.hash(&self.at(path))
    }
}

/// The link before it has the site's name.
const LINK: &str = "moi";
