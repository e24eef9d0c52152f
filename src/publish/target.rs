//! The calls that a host must offer, and how they fail.
//!
//! A `Target` is a place that a site is published to; a `Connection` is one line to it, used by one thread. Paths are
//! relative to the folder of the site on the host, with `/`. A call either does what it says or fails; what the host
//! claims is checked by `transfer`, not here.

use super::manifest::Hash;
use crate::diag::Diagnostic;

/// A place that a site is published to.
pub trait Target: Sync {
    /// Opens a line to it.
    ///
    /// # Errors
    /// When the host cannot be reached or does not let us in.
    fn connect(&self) -> Result<Box<dyn Connection + '_>, Failure>;

    /// How many lines may be open at a time.
    fn connections(&self) -> usize {
        1
    }

    /// How many files may be under way at a time on one line.
    fn files_at_once(&self) -> usize {
        1
    }
}

impl<T: Target + ?Sized> Target for &T {
    fn connect(&self) -> Result<Box<dyn Connection + '_>, Failure> {
        (**self).connect()
    }

    fn connections(&self) -> usize {
        (**self).connections()
    }

    fn files_at_once(&self) -> usize {
        (**self).files_at_once()
    }
}

/// A file on its way to its place.
pub struct Placing<'a> {
    /// The name under which it waits until it is whole.
    pub waiting: String,
    /// Its place.
    pub path: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
    /// Set when a file of the same size may stand in its place already: it would hide that the new one never came.
    pub is_alike: bool,
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stat {
    /// A file with so many bytes.
    File(u64),
    /// A folder.
    Folder,
}

/// One line to a host.
pub trait Connection: Send {
    /// What is directly in a folder (`""` is the site's own), by name; nothing when there is no such folder.
    ///
    /// # Errors
    /// When the host fails.
    fn list(&mut self, folder: &str) -> Result<Vec<(String, Stat)>, Failure>;

    /// What stands at a path.
    ///
    /// # Errors
    /// When the host fails.
    fn stat(&mut self, path: &str) -> Result<Option<Stat>, Failure>;

    /// The content of a file; nothing when there is none.
    ///
    /// # Errors
    /// When the host fails.
    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Failure>;

    /// Writes a file, or over one.
    ///
    /// # Errors
    /// When the host fails; then a part of it may be there.
    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure>;

    /// Gives a file another name; a file of that name is replaced in one step where the host can.
    ///
    /// # Errors
    /// When the host fails.
    fn rename(&mut self, from: &str, to: &str) -> Result<(), Failure>;

    /// Writes a file, and tells what the host has at its path then. A host far away is asked for both at once, where its
    /// protocol can.
    ///
    /// # Errors
    /// When the host fails.
    fn write_seen(&mut self, path: &str, bytes: &[u8]) -> Result<Option<Stat>, Failure> {
        self.write(path, bytes)?;
        self.stat(path)
    }

    /// Gives a file another name, and tells what the host has there then; at once, where its protocol can.
    ///
    /// # Errors
    /// When the host fails.
    fn rename_seen(&mut self, from: &str, to: &str) -> Result<Option<Stat>, Failure> {
        self.rename(from, to)?;
        self.stat(to)
    }

    /// Writes a file under the name in which it waits, and renames it when all of it is there. Tells what is in its place then.
    ///
    /// # Errors
    /// When the host fails, or has not done what it said.
    fn place(&mut self, file: &Placing<'_>) -> Result<Option<Stat>, Failure> {
        let whole = Some(Stat::File(file.bytes.len() as u64));
        if self.write_seen(&file.waiting, file.bytes)? != whole {
            return Err(Failure::new(Trouble::Untrue, &file.waiting));
        }
        let seen = self.rename_seen(&file.waiting, file.path)?;
        if file.is_alike && self.stat(&file.waiting)?.is_some() {
            return Err(Failure::new(Trouble::Untrue, file.path));
        }
        Ok(seen)
    }

    /// Does so with several files, if its protocol can at the same time. What becomes of each is told in their order.
    fn place_each(&mut self, files: &[Placing<'_>]) -> Vec<Result<Option<Stat>, Failure>> {
        files.iter().map(|file| self.place(file)).collect()
    }

    /// Makes folders unless they are there; each comes after the one that it lies in.
    ///
    /// # Errors
    /// When the host fails.
    fn make_folders(&mut self, folders: &[String]) -> Result<(), Failure> {
        folders
            .iter()
            .try_for_each(|folder| self.make_folder(folder).map(|_| ()))
    }

    /// The contents of several files, if its protocol can at the same time; nothing in the place of one that is not there.
    ///
    /// # Errors
    /// When the host fails.
    fn read_each(&mut self, paths: &[&str]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
        paths.iter().map(|path| self.read(path)).collect()
    }

    /// Removes a file; it is no failure if there is none.
    ///
    /// # Errors
    /// When the host fails.
    fn remove(&mut self, path: &str) -> Result<(), Failure>;

    /// Makes a folder; false when something of that name was there. Of several who try at once, one gets true.
    ///
    /// # Errors
    /// When the host fails.
    fn make_folder(&mut self, path: &str) -> Result<bool, Failure>;

    /// Removes a folder if it is there and empty.
    ///
    /// # Errors
    /// When the host fails.
    fn remove_folder(&mut self, path: &str) -> Result<(), Failure>;

    /// The hash of a file, if the host can tell it for less than the file costs to read.
    ///
    /// # Errors
    /// When the host fails.
    fn hash(&mut self, path: &str) -> Result<Option<Hash>, Failure> {
        let _ = path;
        Ok(None)
    }

    /// Whether a file that is being written is seen only when it is whole, so that it needs no temporary name.
    fn writes_whole(&self) -> bool {
        false
    }

    /// Prepares the place that is written to. True when it is another than visitors see, so that it has to be looked at.
    ///
    /// # Errors
    /// When the host fails, or cannot have such a place.
    fn begin(&mut self) -> Result<bool, Failure> {
        Ok(false)
    }

    /// Lets visitors see what was written since `begin`.
    ///
    /// # Errors
    /// When the host fails; then visitors see what they saw before.
    fn show(&mut self) -> Result<(), Failure> {
        Ok(())
    }

    /// Whether `begin` and `show` have done their work here before; looks, and writes nothing.
    ///
    /// # Errors
    /// When the host fails, or is known not to be able to.
    fn is_proven(&mut self) -> Result<bool, Failure> {
        Ok(true)
    }

    /// Tries out whether `begin` and `show` can do their work, and makes the site's folder if there is none.
    ///
    /// # Errors
    /// When the host fails, or cannot have such a place.
    fn try_out(&mut self) -> Result<(), Failure> {
        Ok(())
    }

    /// What it takes to switch the whole site at once; nothing when the host cannot.
    fn links(&mut self) -> Option<&mut dyn Links> {
        None
    }
}

/// A change to the names on a host, one of many that may be made in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naming {
    /// Makes a folder; it is no failure if it is there.
    Folder(String),
    /// Gives a file a second name: what is written under one of them later does not change the other.
    Share(String, String),
    /// Removes a file or a link; it is no failure if there is none.
    Remove(String),
    /// Removes a folder that is empty; it is no failure if there is none, or it is not.
    RemoveFolder(String),
}

/// What a host must offer beside a `Connection`, so that a site can be switched as a whole.
pub trait Links {
    /// Where a symbolic link leads, as it was made; nothing when there is no link.
    ///
    /// # Errors
    /// When the host fails.
    fn link(&mut self, path: &str) -> Result<Option<String>, Failure>;

    /// Makes a symbolic link.
    ///
    /// # Errors
    /// When the host fails.
    fn make_link(&mut self, path: &str, to: &str) -> Result<(), Failure>;

    /// What is directly in each of these folders, as `Connection::list` tells it.
    ///
    /// # Errors
    /// When the host fails.
    fn list_each(&mut self, folders: &[String]) -> Result<Vec<Vec<(String, Stat)>>, Failure>;

    /// Makes many changes, as many at a time as the host takes.
    ///
    /// # Errors
    /// When the host fails; then some of them may be made.
    fn name_each(&mut self, namings: &[Naming]) -> Result<(), Failure>;
}

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What sort of failure.
    pub trouble: Trouble,
    /// Why, as far as the answer tells.
    pub reason: Option<Reason>,
    /// The host's or the system's own words. They hold no secret.
    pub said: String,
}

/// Why a host refuses, as far as its answer tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The account has no right to.
    Denied,
    /// Nothing is there.
    Missing,
    /// One of these two: some protocols have one answer for both.
    DeniedOrMissing,
    /// The name is not one that the host takes, or the account has no right to write there.
    Name,
    /// The host only says that it failed; without room it says no more.
    Unsaid,
    /// Another program holds the file.
    Held,
}

/// The sorts of failures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The line was cut, or there never was one.
    Lost,
    /// No answer in the time allowed.
    Slow,
    /// Too many lines or too much to do: later, it may go.
    Busy,
    /// The host does not want to.
    Refused,
    /// No room is left.
    Full,
    /// The host said that it was done, and it is not.
    Untrue,
    /// Name or password are not accepted.
    Login,
    /// This machine cannot read what it should send.
    Here,
    /// What to say is known already: a changed key, a certificate that nobody vouches for.
    Told(Box<Diagnostic>),
}

impl Failure {
    /// A failure with the host's words.
    pub fn new(trouble: Trouble, said: impl std::fmt::Display) -> Self {
        Self {
            trouble,
            reason: None,
            said: said.to_string().trim().to_owned(),
        }
    }

    /// The same with its reason.
    #[must_use]
    pub fn because(self, reason: Option<Reason>) -> Self {
        Self { reason, ..self }
    }

    /// A failure for which all has been said.
    #[must_use]
    pub fn told(diagnostic: Diagnostic) -> Self {
        Self {
            trouble: Trouble::Told(Box::new(diagnostic)),
            reason: None,
            said: String::new(),
        }
    }

    /// Whether a second try may help.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(
            self.trouble,
            Trouble::Lost | Trouble::Slow | Trouble::Busy | Trouble::Refused | Trouble::Untrue
        )
    }

    /// Whether the line is of no use any more.
    #[must_use]
    pub fn ends_line(&self) -> bool {
        matches!(
            self.trouble,
            Trouble::Lost | Trouble::Slow | Trouble::Busy | Trouble::Login | Trouble::Told(_)
        )
    }
}

impl Trouble {
    /// The sort of a failure of the system.
    #[must_use]
    pub fn of(error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::PermissionDenied
            | ErrorKind::ResourceBusy
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::NotFound
            | ErrorKind::NotADirectory
            | ErrorKind::IsADirectory => Self::Refused,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::Full
            }
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Self::Slow,
            _ => Self::Lost,
        }
    }
}

impl Reason {
    /// The reason of a failure of the system.
    fn of(error: &std::io::Error) -> Option<Self> {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Some(Self::Denied),
            ErrorKind::NotFound => Some(Self::Missing),
            ErrorKind::ResourceBusy => Some(Self::Held),
            _ => None,
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        let reason = Reason::of(&error);
        Self::new(Trouble::of(&error), error).because(reason)
    }
}
