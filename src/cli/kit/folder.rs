//! The folder of kits: writes what was made, and takes away what an earlier kit of the same page left.
//!
//! People go on writing in a kit's texts and put files of their own beside them. A file is written over or removed only
//! if it is just what this command wrote there, which a small list beside the kit tells.

use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::fingerprint::Fingerprint;

/// Files that were written: each path, with `/`, and the fingerprint of its bytes.
type Written = BTreeSet<(String, String)>;

/// Writes files, by their paths below `out`, in place of those that were written for `name` before. Gives the paths that
/// were left alone, because what is there is somebody else's.
///
/// # Errors
/// When the disk refuses.
pub(super) fn replace(
    out: &Path,
    name: &str,
    files: &[(String, &[u8])],
) -> io::Result<Vec<String>> {
    std::fs::create_dir_all(out)?;
    let list = out.join(format!(".trangxa-{name}"));
    let before = read(&list)?;
    let now: Written = files
        .iter()
        .map(|(path, bytes)| (path.clone(), mark(bytes)))
        .collect();
    // Whatever is ours in the middle of the work is known for it after a power cut.
    save(&list, &before.union(&now).cloned().collect())?;
    let mut ours = Written::new();
    let mut kept = Vec::new();
    for ((path, bytes), written) in files.iter().zip(files.iter().map(|(_, bytes)| mark(bytes))) {
        let target = out.join(path);
        match there(&target)? {
            Some(mark) if mark == written => {}
            Some(mark) if !before.contains(&(path.clone(), mark.clone())) => {
                kept.push(path.clone());
                continue;
            }
            _ => {
                if let Some(folder) = target.parent() {
                    std::fs::create_dir_all(folder)?;
                }
                std::fs::write(&target, bytes)?;
            }
        }
        ours.insert((path.clone(), written));
    }
    for (path, written) in &before {
        let is_gone = !files.iter().any(|(new, _)| new == path);
        if is_gone && there(&out.join(path))?.as_ref() == Some(written) {
            remove(out, path)?;
        }
    }
    save(&list, &ours)?;
    Ok(kept)
}

fn mark(bytes: &[u8]) -> String {
    format!("{:?}", Fingerprint::of_bytes(bytes))
}

/// The mark of the file at a path, if there is one.
fn there(path: &Path) -> io::Result<Option<String>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(mark(&bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Takes a file away, and the folders that it leaves empty.
fn remove(out: &Path, path: &str) -> io::Result<()> {
    std::fs::remove_file(out.join(path))?;
    for folder in Path::new(path).ancestors().skip(1) {
        // A folder with something in it stays.
        if folder == Path::new("") || std::fs::remove_dir(out.join(folder)).is_err() {
            break;
        }
    }
    Ok(())
}

/// The list. Lines that name nothing below the folder of kits are passed over: anybody can write in a file.
fn read(list: &Path) -> io::Result<Written> {
    let text = match std::fs::read_to_string(list) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let entry = |line: &str| {
        let (mark, path) = line.split_once(' ')?;
        let is_below = |part| matches!(part, Component::Normal(_));
        PathBuf::from(path)
            .components()
            .all(is_below)
            .then(|| (path.to_owned(), mark.to_owned()))
    };
    Ok(text.lines().filter_map(entry).collect())
}

fn save(list: &Path, written: &Written) -> io::Result<()> {
    let lines = written
        .iter()
        .map(|(path, mark)| format!("{mark} {path}\n"));
    std::fs::write(list, lines.collect::<String>())
}
