//! Moving files to their places and clearing folders away, while other programs look at them.
//!
//! On Windows a program that has a file open keeps it, and every folder above it, from being renamed or removed. Virus
//! scanners, the search index and programs that bring folders into a cloud do so for a moment with every new file: such a
//! call is tried again for some two seconds. On other systems nobody can hold a file so, and the first answer stands.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;

/// Pauses before a further try, in milliseconds.
const PAUSES: [u64; 8] = [10, 20, 50, 100, 200, 400, 600, 800];

/// Gives a file or folder another name; a file of that name is replaced.
///
/// # Errors
/// When the system refuses; `ResourceBusy` when another program seems to hold it.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to))
}

/// Removes a folder with all that is in it.
///
/// # Errors
/// When the system refuses; `ResourceBusy` when another program seems to hold something in it.
pub fn remove_folder(path: &Path) -> io::Result<()> {
    patiently(|| fs::remove_dir_all(path))
}

fn patiently(call: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    if cfg!(windows) {
        persist(call, std::thread::sleep)
    } else {
        let mut call = call;
        call()
    }
}

/// Whether the error is one that Windows gives while another program holds a file: access denied, a sharing or locking
/// violation, a folder that is not empty because a file in it is still being removed.
fn is_held(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::DirectoryNotEmpty
    ) || matches!(error.raw_os_error(), Some(32 | 33))
}

fn persist(mut call: impl FnMut() -> io::Result<()>, pause: impl Fn(Duration)) -> io::Result<()> {
    for millis in PAUSES {
        match call() {
            Err(error) if is_held(&error) => pause(Duration::from_millis(millis)),
            result => return result,
        }
    }
    call().map_err(|error| {
        if is_held(&error) {
            io::Error::new(ErrorKind::ResourceBusy, error)
        } else {
            error
        }
    })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// What comes of a call that fails so often, how often it was made, and for how long there were pauses.
    fn failing(times: usize, error: fn() -> io::Error) -> (Result<(), ErrorKind>, usize, Duration) {
        let (calls, paused) = (Cell::new(0), Cell::new(Duration::ZERO));
        let call = || {
            calls.set(calls.get() + 1);
            if calls.get() <= times {
                Err(error())
            } else {
                Ok(())
            }
        };
        let result = persist(call, |pause| paused.set(paused.get() + pause));
        (
            result.map_err(|error| error.kind()),
            calls.get(),
            paused.get(),
        )
    }

    #[test]
    fn a_file_that_is_held_for_a_moment_is_waited_for() {
        let held = || io::Error::from(ErrorKind::PermissionDenied);
        assert_eq!(failing(0, held), (Ok(()), 1, Duration::ZERO));
        assert_eq!(failing(3, held), (Ok(()), 4, Duration::from_millis(80)));
        let sharing = || io::Error::from_raw_os_error(32);
        assert_eq!(failing(8, sharing).0, Ok(()));
    }

    #[test]
    fn a_file_that_stays_held_is_said_to_be_busy_after_two_seconds() {
        let held = || io::Error::from(ErrorKind::PermissionDenied);
        let busy = (
            Err(ErrorKind::ResourceBusy),
            9,
            Duration::from_millis(2_180),
        );
        assert_eq!(failing(99, held), busy);
    }

    #[test]
    fn other_mistakes_are_told_at_once() {
        let missing = || io::Error::from(ErrorKind::NotFound);
        assert_eq!(
            failing(1, missing),
            (Err(ErrorKind::NotFound), 1, Duration::ZERO)
        );
    }
}
