//! What a published site consists of: every file with the SHA-256 of its content, its size and its stage.
//!
//! The same value is a release at home, the manifest on the host, and this machine's copy of it. A manifest is only
//! written for files that were confirmed; while a publish is under way, the pending note on the host says which of its
//! lines are in doubt.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::Digest as _;

use crate::moment::Moment;

/// The SHA-256 of a content, as the name that nobody can forge.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Hash(pub(super) [u8; 32]);

impl Hash {
    /// The hash of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Manifests hold thousands of them.
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
        let text: Vec<u8> = self.0.iter().flat_map(digits).collect();
        f.pad(std::str::from_utf8(&text).expect("digits are ASCII"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> Self {
        hash.to_string()
    }
}

impl std::str::FromStr for Hash {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else {
            return Err("a hash has 64 digits");
        };
        let digit = |digit: u8| char::from(digit).to_digit(16);
        let byte = |&[high, low]: &[u8; 2]| u8::try_from(digit(high)? << 4 | digit(low)?).ok();
        let bytes: Option<Vec<u8>> = pairs.iter().map(byte).collect();
        let bytes = bytes.ok_or("a hash has hexadecimal digits")?;
        let bytes = bytes.try_into().map_err(|_| "a hash has 64 digits")?;
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for Hash {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// When a file goes out: what others lean on goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Styles and scripts of the theme, whose names change with their content.
    Asset,
    /// Pictures and attached files.
    File,
    /// An article or another page that others link to.
    Page,
    /// A page that gathers others.
    List,
    /// The home page.
    Home,
    /// Feeds, sitemaps, the search index.
    Feed,
}

/// One file of a published site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(Hash, u64, Stage)", into = "(Hash, u64, Stage)")]
pub struct File {
    /// The hash of its content.
    pub hash: Hash,
    /// Bytes.
    pub size: u64,
    /// When it goes out.
    pub stage: Stage,
}

impl From<(Hash, u64, Stage)> for File {
    fn from((hash, size, stage): (Hash, u64, Stage)) -> Self {
        Self { hash, size, stage }
    }
}

impl From<File> for (Hash, u64, Stage) {
    fn from(file: File) -> Self {
        (file.hash, file.size, file.stage)
    }
}

/// Every file by its path.
pub type Files = BTreeMap<String, File>;

/// What is on a host since a publish was finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Counts the publishes to this place.
    pub generation: u64,
    /// When it was published.
    pub at: Moment,
    /// The name of the publish that left it.
    #[serde(default)]
    pub run: String,
    /// What was published.
    pub files: Files,
}

/// What a publish is about to do, on the host before it does anything: until the manifest is written, what it says of
/// these paths is in doubt, and new files at these paths are ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The generation of the manifest before. Once there is a newer one, the note is obsolete.
    pub base: u64,
    /// A name of this publish, for its journal.
    pub run: String,
    /// What is put.
    pub put: BTreeMap<String, Hash>,
    /// What is removed.
    pub remove: BTreeSet<String>,
}

/// Reads a manifest or a note; nothing when it is not whole.
#[must_use]
pub fn read<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}

/// The bytes of a manifest or a note.
#[must_use]
pub fn write(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("maps with text keys and plain values can always be written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_as_it_was_written() {
        let file = File {
            hash: Hash::of(b"abc"),
            size: 3,
            stage: Stage::Page,
        };
        let manifest = Manifest {
            generation: 7,
            at: Moment::from_unix(0),
            run: "a1".to_owned(),
            files: [("tin-tuc/index.html".to_owned(), file)].into(),
        };
        let bytes = write(&manifest);
        assert_eq!(
            String::from_utf8_lossy(&bytes),
            "{\"generation\":7,\"at\":25200,\"run\":\"a1\",\"files\":{\"tin-tuc/index.html\":\
             [\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\",3,\"page\"]}}"
        );
        assert_eq!(read::<Manifest>(&bytes), Some(manifest));
        assert_eq!(read::<Manifest>(&bytes[..bytes.len() - 1]), None);
    }
}
