//! A target that is one zip file, for hosts that take a site through a form, and for carrying it by hand.
//!
//! In go the site's files, out comes the archive under its name, whole: it is written aside and renamed. The same files
//! give the same bytes: sorted, without times or owners. It holds the whole site each time, so nobody needs a lock, a
//! manifest or an order. Names that are not ASCII are marked as UTF-8, which is what unpackers go by.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::manifest::Files;
use super::transfer::Contents;
use crate::moving;

/// Writes the archive.
///
/// # Errors
/// When a content cannot be read or the archive not written; an archive that was there stays as it was.
pub fn pack(path: &Path, files: &Files, contents: &dyn Contents) -> io::Result<()> {
    let aside = path.with_extension("zip.part");
    let written = write(&aside, files, contents).and_then(|()| moving::rename(&aside, path));
    if written.is_err() {
        // What was written aside is of no use; that it failed is what matters.
        let _ = fs::remove_file(&aside);
    }
    written
}

fn write(path: &Path, files: &Files, contents: &dyn Contents) -> io::Result<()> {
    let mut archive = ZipWriter::new(BufWriter::new(File::create(path)?));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, file) in files {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(&contents.content(file.hash)?)?;
    }
    archive.finish()?.into_inner()?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::Read as _;

    use super::super::manifest::{File as Entry, Hash, Stage};
    use super::*;

    struct Kept(BTreeMap<Hash, Vec<u8>>);

    impl Contents for Kept {
        fn content(&self, hash: Hash) -> io::Result<Vec<u8>> {
            self.0
                .get(&hash)
                .cloned()
                .ok_or_else(|| io::ErrorKind::NotFound.into())
        }
    }

    fn site(texts: &[(&str, &str)]) -> (Files, Kept) {
        let entry = |text: &str| Entry {
            hash: Hash::of(text.as_bytes()),
            size: text.len() as u64,
            stage: Stage::Page,
        };
        let files = texts
            .iter()
            .map(|(path, text)| ((*path).to_owned(), entry(text)));
        let kept = texts
            .iter()
            .map(|(_, text)| (Hash::of(text.as_bytes()), text.as_bytes().to_vec()));
        (files.collect(), Kept(kept.collect()))
    }

    #[test]
    fn the_same_site_gives_the_same_archive() {
        let folder = tempfile::tempdir().expect("there is room");
        let texts = [
            ("index.html", "Trang chủ"),
            ("tep/Thông báo.txt", "Họp dân"),
        ];
        let (files, kept) = site(&texts);
        let paths = ["a.zip", "b.zip"].map(|name| folder.path().join(name));
        for path in &paths {
            pack(path, &files, &kept).expect("there is room");
        }
        let [first, second] = paths
            .each_ref()
            .map(|path| fs::read(path).expect("it was written"));
        assert_eq!(first, second);
        let mut archive = zip::ZipArchive::new(io::Cursor::new(first)).expect("it is an archive");
        let mut seen = Vec::new();
        for i in 0..archive.len() {
            let mut entry = archive.by_index(i).expect("it is there");
            let mut text = String::new();
            entry.read_to_string(&mut text).expect("it is whole");
            seen.push((entry.name().expect("it is UTF-8").into_owned(), text));
        }
        assert_eq!(
            seen,
            texts.map(|(path, text)| (path.to_owned(), text.to_owned()))
        );
    }

    #[test]
    fn an_archive_that_cannot_be_made_leaves_the_old_one() {
        let folder = tempfile::tempdir().expect("there is room");
        let path = folder.path().join("cong.zip");
        fs::write(&path, "old").expect("there is room");
        let (files, _) = site(&[("index.html", "Trang chủ")]);
        pack(&path, &files, &Kept(BTreeMap::new())).expect_err("the content is gone");
        let names: Vec<_> = fs::read_dir(folder.path())
            .expect("it is there")
            .map(|entry| entry.expect("it can be read").file_name())
            .collect();
        assert_eq!(names, ["cong.zip"]);
        assert_eq!(fs::read(&path).expect("it is there"), b"old");
    }
}
