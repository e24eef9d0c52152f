//! One zip file of a kit: same files, same bytes, on every machine.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::File;

/// Files that are packed already.
const PACKED: &[&str] = &[".png", ".jpg", ".pdf", ".webp"];

/// The zip of all files, which lie in a folder of its name.
#[must_use]
pub fn zip(folder: &str, files: &[File]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let is_packed = PACKED.iter().any(|end| file.name.ends_with(end));
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .compression_method(if is_packed {
                CompressionMethod::Stored
            } else {
                CompressionMethod::Deflated
            });
        zip.start_file(format!("{folder}/{}", file.name), options)
            .and_then(|()| Ok(zip.write_all(&file.bytes)?))
            .expect("memory takes everything, and names are short");
    }
    zip.finish().expect("memory takes everything").into_inner()
}
