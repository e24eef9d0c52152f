//! Trying a host out with a small file: everything that a publish does there, and a look at the file from outside.
//!
//! A test that only logs in says nothing about whether files can be replaced, nor whether the folder is the one that
//! visitors see. What was made is removed again, also when something fails.

use super::Stop;
use super::manifest::Hash;
use super::target::{Connection, Failure, Stat, Trouble};
use super::transfer::{Line, Means, remove_empty};
use super::visit::{self, Answer};
use crate::diag::{Diagnostic, Msg};

/// What is tried, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// Getting in, and making a folder.
    Folder,
    /// Writing a file and finding it whole.
    Write,
    /// Putting another in its place by renaming.
    Rename,
    /// Seeing it at the public address.
    Web,
    /// Removing all of it.
    Remove,
}

/// Tries a host out. `tell` hears of every trial that went well. `base` is the public address, if it is known; `run` is a
/// name that nothing on the host has.
///
/// # Errors
/// What went wrong first.
pub fn probe(
    means: Means<'_>,
    base: Option<&str>,
    run: &str,
    ask: &dyn Fn(&str) -> Answer,
    tell: &dyn Fn(Trial),
) -> Result<(), Stop> {
    let mut line = Line::new(means);
    line.attempt(|line| line.try_out())?;
    let folder = format!("trangxa-thu-{run}");
    let result = tried(&mut line, &folder, base, ask, tell);
    let removed = line.attempt(|line| clear(line, &folder));
    result?;
    removed?;
    tell(Trial::Remove);
    Ok(())
}

fn tried(
    line: &mut Line<'_>,
    folder: &str,
    base: Option<&str>,
    ask: &dyn Fn(&str) -> Answer,
    tell: &dyn Fn(Trial),
) -> Result<(), Stop> {
    let path = format!("{folder}/thu.txt");
    let waiting = format!("{folder}/moi.txt");
    let (first, second) = (b"trangxa 1\n".as_slice(), b"trangxa 22\n".as_slice());
    line.attempt(|line| line.make_folder(folder))?;
    tell(Trial::Folder);
    line.attempt(|line| write(line, &path, first))?;
    tell(Trial::Write);
    line.attempt(|line| {
        write(line, &waiting, second)?;
        line.rename(&waiting, &path)?;
        expect(line, &path, second)
    })?;
    tell(Trial::Rename);
    let Some(base) = base else {
        return Ok(());
    };
    let address = visit::address(base, &path);
    match ask(&address) {
        Answer::Page(200, hash) if hash == Hash::of(second) => {
            tell(Trial::Web);
            Ok(())
        }
        Answer::Page(status, _) => Err(not_seen(&address, &status)),
        Answer::Silence(why) => Err(not_seen(&address, &why)),
    }
}

fn not_seen(address: &str, answer: &dyn std::fmt::Display) -> Stop {
    let answer = answer.to_string();
    let diagnostic = Diagnostic::new(Msg::WrongFolder, "", None, &[&address, &answer]);
    Failure::told(diagnostic.help(Msg::HelpWrongFolder, &[])).into()
}

fn write(line: &mut dyn Connection, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    line.write(path, bytes)?;
    expect(line, path, bytes)
}

fn expect(line: &mut dyn Connection, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    let is_whole = line.stat(path)? == Some(Stat::File(bytes.len() as u64))
        && line.read(path)?.is_some_and(|there| there == bytes);
    if is_whole {
        Ok(())
    } else {
        Err(Failure::new(Trouble::Untrue, path))
    }
}

fn clear(line: &mut dyn Connection, folder: &str) -> Result<(), Failure> {
    for (name, _) in line.list(folder)? {
        line.remove(&format!("{folder}/{name}"))?;
    }
    remove_empty(line, folder)
}
