//! The preview that runs already: what one start leaves for the next one of the same site.
//!
//! A small file in the system's folder for temporary files, named after the site's folder, holds the port. It is only
//! believed when who listens there says that it shows that very folder.

use std::fs::{self, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::fingerprint::Fingerprint;
use crate::moving;

/// A program on this machine that does not answer by then is not ours.
const PATIENCE: Duration = Duration::from_millis(700);

/// What `GET /.trangxa/site` answers.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The name of the site's folder, see `id`.
    pub site: String,
    /// The page to open first.
    pub page: String,
}

#[derive(Serialize, Deserialize)]
struct Note {
    port: u16,
}

/// The name of a site's folder: the same for every way to write its path, and telling nobody the path.
///
/// # Errors
/// When the folder is not there.
pub fn id(root: &Path) -> io::Result<String> {
    let root = root.canonicalize()?;
    Ok(format!("{:?}", Fingerprint::of(&root)))
}

/// The file that one start leaves in `folder`, the system's folder for temporary files.
fn file(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("trangxa-{id}.json"))
}

/// The preview of a site that runs already: its port, and the page to open.
#[must_use]
pub fn find(folder: &Path, id: &str) -> Option<(u16, String)> {
    let text = fs::read_to_string(file(folder, id)).ok()?;
    let Note { port } = serde_json::from_str(&text).ok()?;
    let answer = ask(port).ok()?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let Site { site, page } = serde_json::from_str(body.trim()).ok()?;
    (head.starts_with("HTTP/1.1 200 ") && site == id).then_some((port, page))
}

/// Asks who listens at a port what it shows.
fn ask(port: u16) -> io::Result<Vec<u8>> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "GET /.trangxa/site HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.take(4_096).read_to_end(&mut answer)?;
    Ok(answer)
}

/// The note of this run; it goes when the run ends.
#[derive(Debug)]
pub struct Left {
    path: PathBuf,
    text: String,
}

impl Left {
    /// Leaves a note with the port.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(folder: &Path, id: &str, port: u16) -> io::Result<Self> {
        let path = file(folder, id);
        let text = serde_json::to_string(&Note { port })?;
        // Made anew and moved into place: in a folder that others may write to, nothing of theirs is written through.
        let aside = path.with_extension(format!("{}.tmp", std::process::id()));
        let _ = fs::remove_file(&aside);
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create_new(true).open(&aside)?;
        file.write_all(text.as_bytes())?;
        drop(file);
        moving::rename(&aside, &path)?;
        Ok(Self { path, text })
    }
}

impl Drop for Left {
    fn drop(&mut self) {
        // Another start may have left its own by now.
        if fs::read_to_string(&self.path).is_ok_and(|text| text == self.text) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_name_however_it_is_written() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(dir.path().join("xã")).expect("a folder");
        let one = id(&dir.path().join("xã")).expect("it is there");
        assert_eq!(one, id(&dir.path().join("xã/../xã/")).expect("it is there"));
        assert_ne!(one, id(dir.path()).expect("it is there"));
        assert_eq!(one.len(), 32);
    }

    #[test]
    fn a_note_that_nobody_answers_for_is_not_believed() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let port = {
            let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
            listener.local_addr().expect("bound").port()
        };
        let left = Left::new(dir.path(), "abc", port).expect("written");
        assert_eq!(find(dir.path(), "abc"), None);
        fs::write(dir.path().join("trangxa-abc.json"), "?").expect("written");
        assert_eq!(find(dir.path(), "abc"), None);
        drop(left);
        assert!(dir.path().join("trangxa-abc.json").exists());
    }

    #[test]
    fn the_note_goes_with_the_run() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let left = Left::new(dir.path(), "abc", 1).expect("written");
        assert!(dir.path().join("trangxa-abc.json").exists());
        drop(left);
        assert_eq!(fs::read_dir(dir.path()).expect("a folder").count(), 0);
    }
}
