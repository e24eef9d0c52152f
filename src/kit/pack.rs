//! One zip file of a kit: same files, same bytes, on every machine.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::File;
use crate::messages::Msg;

/// Files that are packed already.
const PACKED: &[&str] = &[".png", ".jpg", ".pdf", ".webp"];

/// What mail and Zalo take of one file, 15 MB, less what the note about the kit may need.
pub const MOST: usize = 14_900_000;

/// What a file costs in a zip beside its bytes: its name twice and what is said about it.
const ENTRY: usize = 300;

/// The names of the files for which a zip has no room: the largest pictures first, then whatever is large. Counted as if
/// nothing could be packed.
#[must_use]
pub fn without_room(files: &[File], most: usize) -> Vec<String> {
    let cost = |file: &File| file.bytes.len() + ENTRY;
    let mut order: Vec<&File> = files.iter().collect();
    order.sort_by_key(|file| {
        (
            file.about != Msg::KitPicture,
            std::cmp::Reverse(cost(file)),
            &file.name,
        )
    });
    let mut over = files.iter().map(cost).sum::<usize>().saturating_sub(most);
    let mut names = Vec::new();
    for file in order {
        if over == 0 {
            break;
        }
        over = over.saturating_sub(cost(file));
        names.push(file.name.clone());
    }
    names.sort();
    names
}

/// The zip of all files, which lie in a folder of its name.
#[must_use]
pub fn zip<'f>(folder: &str, files: impl Iterator<Item = &'f File>) -> Vec<u8> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_pictures_stay_out_of_a_zip_that_would_be_too_large() {
        let file = |name: &str, about, size| File::new(name, about, vec![7_u8; size]);
        let files = [
            file("anh/01.jpg", Msg::KitPicture, 4_000),
            file("anh/02.jpg", Msg::KitPicture, 6_000),
            file("anh/03.jpg", Msg::KitPicture, 1_000),
            file("in/ap-phich-a3.pdf", Msg::KitLeaflet, 9_000),
            file("sms.txt", Msg::KitSms, 100),
        ];
        for (most, names) in [
            (30_000, &[][..]),
            (21_599, &["anh/02.jpg"][..]),
            (15_599, &["anh/02.jpg"][..]),
            (15_200, &["anh/01.jpg", "anh/02.jpg"][..]),
            (10_500, &["anh/01.jpg", "anh/02.jpg", "anh/03.jpg"][..]),
            (
                9_000,
                &[
                    "anh/01.jpg",
                    "anh/02.jpg",
                    "anh/03.jpg",
                    "in/ap-phich-a3.pdf",
                ][..],
            ),
        ] {
            let left = without_room(&files, most);
            assert_eq!(left, names, "{most}");
            let kept = files.iter().filter(|file| !left.contains(&file.name));
            assert!(zip("bo", kept).len() <= most, "{most}");
        }
    }
}
