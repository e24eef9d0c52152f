//! A target that is a folder: a mounted share, a USB stick, the folder of a web server on this machine.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::manifest::Hash;
use super::target::{Connection, Failure, Links, Naming, Stat, Target};
use crate::moving;

/// A folder that can be reached by its path.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The target of a folder.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }
}

impl Target for Folder {
    fn connect(&self) -> Result<Box<dyn Connection + '_>, Failure> {
        // The folder above must be there: else a share that is not mounted would be published to its empty place.
        if let Err(error) = fs::create_dir(&self.path)
            && error.kind() != io::ErrorKind::AlreadyExists
        {
            return Err(error.into());
        }
        Ok(Box::new(Line { folder: &self.path }))
    }
}

struct Line<'a> {
    folder: &'a Path,
}

impl Line<'_> {
    fn at(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }
}

/// Nothing when nothing is there.
fn if_there<T>(result: io::Result<T>) -> Result<Option<T>, Failure> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

fn stat_of(metadata: &fs::Metadata) -> Stat {
    if metadata.is_dir() {
        Stat::Folder
    } else {
        Stat::File(metadata.len())
    }
}

impl Connection for Line<'_> {
    fn list(&mut self, folder: &str) -> Result<Vec<(String, Stat)>, Failure> {
        let Some(entries) = if_there(fs::read_dir(self.at(folder)))? else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry?;
            if let Ok(name) = entry.file_name().into_string() {
                found.push((name, stat_of(&entry.metadata()?)));
            }
        }
        Ok(found)
    }

    fn stat(&mut self, path: &str) -> Result<Option<Stat>, Failure> {
        Ok(if_there(self.at(path).metadata())?.map(|metadata| stat_of(&metadata)))
    }

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        if_there(fs::read(self.at(path)))
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let mut file = fs::File::create(self.at(path))?;
        file.write_all(bytes)?;
        Ok(())
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), Failure> {
        Ok(moving::rename(&self.at(from), &self.at(to))?)
    }

    fn remove(&mut self, path: &str) -> Result<(), Failure> {
        if_there(fs::remove_file(self.at(path)))?;
        Ok(())
    }

    fn make_folder(&mut self, path: &str) -> Result<bool, Failure> {
        match fs::create_dir(self.at(path)) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), Failure> {
        match if_there(fs::remove_dir(self.at(path))) {
            Err(_) if self.at(path).is_dir() => Ok(()), // not empty
            result => result.map(|_| ()),
        }
    }

    fn hash(&mut self, path: &str) -> Result<Option<Hash>, Failure> {
        Ok(self.read(path)?.map(|bytes| Hash::of(&bytes)))
    }

    /// Windows lets only administrators make links.
    fn links(&mut self) -> Option<&mut dyn Links> {
        cfg!(unix).then_some(self)
    }
}

impl Links for Line<'_> {
    fn link(&mut self, path: &str) -> Result<Option<String>, Failure> {
        match fs::read_link(self.at(path)) {
            Ok(to) => Ok(Some(to.to_string_lossy().into_owned())),
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(None), // no link
            Err(error) => if_there(Err(error)),
        }
    }

    fn make_link(&mut self, path: &str, to: &str) -> Result<(), Failure> {
        Ok(link_to(&self.at(path), to)?)
    }

    fn list_each(&mut self, folders: &[String]) -> Result<Vec<Vec<(String, Stat)>>, Failure> {
        folders.iter().map(|folder| self.list(folder)).collect()
    }

    fn name_each(&mut self, namings: &[Naming]) -> Result<(), Failure> {
        namings.iter().try_for_each(|naming| match naming {
            Naming::Folder(path) => self.make_folder(path).map(|_| ()),
            Naming::Share(from, to) => share(&self.at(from), &self.at(to)),
            Naming::Remove(path) => self.remove(path),
            Naming::RemoveFolder(path) => self.remove_folder(path),
        })
    }
}

#[cfg(unix)]
fn link_to(path: &Path, to: &str) -> io::Result<()> {
    std::os::unix::fs::symlink(to, path)
}

#[cfg(not(unix))]
fn link_to(_: &Path, _: &str) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Gives a file a second name; where the file system has no such names, the file is copied.
fn share(from: &Path, to: &Path) -> Result<(), Failure> {
    if fs::hard_link(from, to).is_err() {
        fs::copy(from, to)?;
    }
    Ok(())
}
