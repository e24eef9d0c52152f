//! What this machine keeps about publishing, in `.trangxa/` of the site's folder: the contents of the last releases by
//! their hash, and for each destination the manifest it last left there, older ones, and the journal of a publish.
//!
//! ```text
//! .trangxa/contents/ab/cdef…                 a content
//! .trangxa/contents/index                    the hashes of contents by their fingerprints
//! .trangxa/publish/NAME/last.json            the manifest
//! .trangxa/publish/NAME/releases/000012.json one of the last ten
//! .trangxa/publish/NAME/journal              what an unfinished publish has confirmed
//! ```
//! Everything can be deleted: then contents are read anew, hosts are looked at, and there is nothing to go back to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::manifest::{self, File, Files, Hash, Manifest, Stage};
use super::survey::Remembered;
use super::transfer::{Contents, Journal};
use crate::fingerprint::Fingerprint;
use crate::moving;

/// The folder in the site's folder.
pub const FOLDER: &str = ".trangxa";
/// How many releases can be gone back to.
const KEPT: usize = 10;

/// The store of a site.
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The store of the site in a folder. Nothing is made before it is needed.
    #[must_use]
    pub fn new(site: &Path) -> Self {
        Self {
            folder: site.join(FOLDER),
        }
    }

    fn contents(&self) -> PathBuf {
        self.folder.join("contents")
    }

    fn content_path(&self, hash: Hash) -> PathBuf {
        let name = hash.to_string();
        self.contents().join(&name[..2]).join(&name[2..])
    }

    fn of(&self, destination: &str) -> PathBuf {
        self.folder.join("publish").join(destination)
    }

    /// Takes in the built files that lie in `folder`. A file whose fingerprint is known is not read.
    ///
    /// # Errors
    /// When a file cannot be read or kept.
    pub fn take_in(
        &self,
        folder: &Path,
        built: &BTreeMap<String, Fingerprint>,
        stage_of: &dyn Fn(&str) -> Stage,
    ) -> io::Result<Files> {
        let place = self.contents().join("index");
        let mut index: BTreeMap<Fingerprint, (Hash, u64)> = fs::read(&place)
            .ok()
            .and_then(|bytes| postcard::from_bytes(&bytes).ok())
            .unwrap_or_default();
        let known = index.len();
        let mut files = Files::new();
        for (path, fingerprint) in built {
            let kept = index
                .get(fingerprint)
                .filter(|(hash, _)| self.content_path(*hash).is_file());
            let (hash, size) = match kept {
                Some(kept) => *kept,
                None => {
                    let bytes = fs::read(folder.join(path))?;
                    if Fingerprint::of_bytes(&bytes) != *fingerprint {
                        return Err(io::Error::other(format!("{path} changed meanwhile")));
                    }
                    let kept = (Hash::of(&bytes), bytes.len() as u64);
                    write_whole(&self.content_path(kept.0), &bytes)?;
                    index.insert(*fingerprint, kept);
                    kept
                }
            };
            let stage = stage_of(path);
            files.insert(path.clone(), File { hash, size, stage });
        }
        if index.len() != known {
            let bytes = postcard::to_stdvec(&index).map_err(io::Error::other)?;
            write_whole(&place, &bytes)?;
        }
        Ok(files)
    }

    /// What is remembered of a destination.
    #[must_use]
    pub fn remembered(&self, destination: &str) -> Remembered {
        let folder = self.of(destination);
        let journal = fs::read_to_string(folder.join("journal"))
            .ok()
            .and_then(|text| {
                let (run, lines) = text.split_once('\n')?;
                let confirmed = lines.lines().filter_map(|line| {
                    let (hash, path) = line.split_once(' ')?;
                    Some((path.to_owned(), hash.parse().ok()?))
                });
                Some((run.to_owned(), confirmed.collect()))
            });
        Remembered {
            last: read(&folder.join("last.json")),
            journal,
        }
    }

    /// This machine's name for itself at a destination, `new` the first time; nothing when it cannot be kept.
    #[must_use]
    pub fn machine(&self, destination: &str, new: &dyn Fn() -> String) -> Option<String> {
        let path = self.of(destination).join("machine");
        if let Ok(name) = fs::read_to_string(&path) {
            return Some(name);
        }
        let name = new();
        write_whole(&path, name.as_bytes()).ok()?;
        Some(name)
    }

    /// Makes sure that this machine publishes there once at a time: as long as the file is open. Nothing when another
    /// publish of this machine is under way.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn alone(&self, destination: &str) -> io::Result<Option<fs::File>> {
        fs::create_dir_all(self.of(destination))?;
        let file = fs::File::create(self.of(destination).join("busy"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }

    /// The journal of publishes to a destination.
    #[must_use]
    pub fn journal(&self, destination: &str) -> JournalFile {
        JournalFile {
            folder: self.of(destination),
            open: Mutex::new(None),
        }
    }

    /// Where the site is built for a destination that has an address of its own.
    #[must_use]
    pub fn out(&self, destination: &str) -> PathBuf {
        self.folder.join("built").join(destination)
    }

    /// Keeps what a publish left on the host, and lets go of the oldest release.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep(&self, destination: &str, manifest: &Manifest) -> io::Result<()> {
        let folder = self.of(destination);
        note_release(&folder, manifest)?;
        let _ = fs::remove_file(folder.join("journal"));
        let releases = self.release_paths(destination);
        for old in releases.iter().rev().skip(KEPT + 1) {
            fs::remove_file(old)?;
        }
        self.let_go()
    }

    /// The releases of a destination that can be gone back to, newest first. A publish that only put the host right again
    /// is no release of its own: to go back to what it found would change nothing.
    #[must_use]
    pub fn releases(&self, destination: &str) -> Vec<Manifest> {
        let paths = self.release_paths(destination);
        let mut releases: Vec<_> = paths.iter().rev().filter_map(|path| read(path)).collect();
        releases.dedup_by(|older, newer| older.files == newer.files);
        releases
    }

    fn release_paths(&self, destination: &str) -> Vec<PathBuf> {
        let mut paths = entries(&self.of(destination).join("releases"));
        paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
        paths.sort();
        paths
    }

    /// Removes contents that no release has.
    fn let_go(&self) -> io::Result<()> {
        let mut needed = BTreeSet::new();
        for destination in entries(&self.folder.join("publish")) {
            let name = destination.file_name().unwrap_or_default();
            for release in self.releases(&name.to_string_lossy()) {
                needed.extend(release.files.values().map(|file| file.hash.to_string()));
            }
        }
        for folder in entries(&self.contents())
            .iter()
            .filter(|path| path.is_dir())
        {
            let start = folder.file_name().unwrap_or_default().to_string_lossy();
            for path in entries(folder) {
                let rest = path.file_name().unwrap_or_default().to_string_lossy();
                if !needed.contains(&format!("{start}{rest}")) {
                    fs::remove_file(&path)?;
                }
            }
        }
        Ok(())
    }
}

impl Contents for Store {
    fn content(&self, hash: Hash) -> io::Result<Vec<u8>> {
        let bytes = fs::read(self.content_path(hash))?;
        if Hash::of(&bytes) == hash {
            Ok(bytes)
        } else {
            Err(io::ErrorKind::InvalidData.into())
        }
    }
}

/// The journal of publishes to a destination. What cannot be noted is only looked at again.
pub struct JournalFile {
    folder: PathBuf,
    open: Mutex<Option<fs::File>>,
}

impl Journal for JournalFile {
    fn begin(&self, run: &str, carried: &BTreeMap<String, Hash>) {
        let mut text = format!("{run}\n");
        for (path, hash) in carried {
            text += &format!("{hash} {path}\n");
        }
        let path = self.folder.join("journal");
        let file = write_whole(&path, text.as_bytes())
            .and_then(|()| fs::OpenOptions::new().append(true).open(&path));
        *self.open.lock().expect(NO_PANIC) = file.ok();
    }

    fn learn(&self, manifest: &Manifest) {
        let _ = note_release(&self.folder, manifest);
    }

    fn note(&self, path: &str, hash: Hash) {
        if let Some(file) = &mut *self.open.lock().expect(NO_PANIC) {
            let _ = writeln!(file, "{hash} {path}");
        }
    }
}

const NO_PANIC: &str = "no thread panics while it holds the lock";

/// Notes in the folder of a destination what is on the host now.
fn note_release(folder: &Path, manifest: &Manifest) -> io::Result<()> {
    let bytes = manifest::write(manifest);
    let release = format!("releases/{:06}.json", manifest.generation);
    write_whole(&folder.join(release), &bytes)?;
    write_whole(&folder.join("last.json"), &bytes)
}

fn read(path: &Path) -> Option<Manifest> {
    manifest::read(&fs::read(path).ok()?)
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect()
}

/// Writes a file under another name first, so that it is whole or not there.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    let written = fs::write(&new, bytes).or_else(|_| {
        fs::create_dir_all(path.parent().expect("a file lies in a folder"))?;
        fs::write(&new, bytes)
    });
    written.and_then(|()| moving::rename(&new, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::Moment;

    #[test]
    fn ten_releases_can_be_gone_back_to_and_older_contents_are_let_go() {
        let site = tempfile::tempdir().expect("a temporary folder");
        let store = Store::new(site.path());
        let out = site.path().join("public");
        fs::create_dir(&out).expect("a new folder");
        let mut hashes = Vec::new();
        for generation in 1..=13 {
            let text = format!("bản {generation}");
            fs::write(out.join("index.html"), &text).expect("a new file");
            let built = [(
                "index.html".to_owned(),
                Fingerprint::of_bytes(text.as_bytes()),
            )];
            let files = store
                .take_in(&out, &built.into(), &|_| Stage::Home)
                .expect("a folder that can be written");
            hashes.push(files["index.html"].hash);
            let manifest = Manifest {
                generation,
                at: Moment::from_unix(0),
                run: String::new(),
                files,
            };
            store
                .keep("thu", &manifest)
                .expect("a folder that can be written");
        }
        let generations = |manifest: &Manifest| manifest.generation;
        let kept: Vec<u64> = store.releases("thu").iter().map(generations).collect();
        assert_eq!(kept, (3..=13).rev().collect::<Vec<_>>());
        assert!(store.content(hashes[1]).is_err());
        let oldest = store.content(hashes[2]).expect("is kept");
        assert_eq!(oldest, "bản 3".as_bytes());
    }

    #[test]
    fn a_publish_that_only_puts_the_host_right_is_no_release_to_go_back_to() {
        let site = tempfile::tempdir().expect("a temporary folder");
        let store = Store::new(site.path());
        for (generation, pages) in [(1, 1), (2, 2), (3, 2), (4, 1)] {
            let files = (0..pages).map(|n| {
                let file = manifest::File {
                    hash: Hash::of(b"trang"),
                    size: 5,
                    stage: Stage::Page,
                };
                (format!("{n}/index.html"), file)
            });
            let manifest = Manifest {
                generation,
                at: Moment::from_unix(0),
                run: String::new(),
                files: files.collect(),
            };
            store
                .keep("thu", &manifest)
                .expect("a folder that can be written");
        }
        let releases = store.releases("thu");
        let kept: Vec<u64> = releases.iter().map(|release| release.generation).collect();
        assert_eq!(kept, [4, 3, 1]);
    }
}
