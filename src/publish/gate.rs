//! What never leaves: keys, other programs' files, pictures that tell where they were taken, files that are too large.
//!
//! Errors of the content are found by the build, and what is held back is not in it. The gate looks at the finished
//! files alone.

use std::io;

use super::manifest::{Files, Hash};
use crate::config::Destination;
use crate::diag::{Diagnostic, Msg};
use crate::source::is_junk;
use crate::vi;

/// The largest file in MB when nothing is set. 1 MB is 1024 KB.
const LARGEST: i64 = 20;

/// What keeps these files from being published. `content` is asked for pictures only.
///
/// # Errors
/// When a content cannot be read.
pub fn judge(
    files: &Files,
    destination: &Destination,
    content: &dyn Fn(Hash) -> io::Result<Vec<u8>>,
) -> io::Result<Vec<Diagnostic>> {
    let most = destination.fields.int("max_file_mb").unwrap_or(LARGEST);
    let most = u64::try_from(most).unwrap_or(0) << 20;
    let mut found = Vec::new();
    for (path, file) in files {
        if let Some(why) = private_name(path) {
            let diagnostic = Diagnostic::new(Msg::PrivateFile, "", None, &[path, &why]);
            found.push(diagnostic.help(Msg::HelpPrivate, &[]));
        } else if file.size > most {
            let sizes = [file.size, most].map(vi::number::file_size);
            let diagnostic =
                Diagnostic::new(Msg::TooLarge, "", None, &[path, &sizes[0], &sizes[1]]);
            found.push(diagnostic.help(Msg::HelpTooLarge, &[&destination.name]));
        } else if is_photo(path) && tells_place(&content(file.hash)?) {
            let why = Msg::PrivatePlace;
            let diagnostic = Diagnostic::new(Msg::PrivateFile, "", None, &[path, &why]);
            found.push(diagnostic.help(Msg::HelpPrivatePlace, &[]));
        }
    }
    Ok(found)
}

/// Why a file of this name is nobody's business.
fn private_name(path: &str) -> Option<Msg> {
    let lower = path.to_ascii_lowercase();
    let mut names = lower.split('/');
    let is_key = |name: &str| {
        name == ".env"
            || name.starts_with(".env.")
            || [
                "id_rsa",
                "id_ed25519",
                "id_ecdsa",
                "id_dsa",
                ".htpasswd",
                ".netrc",
            ]
            .contains(&name)
            || [".pem", ".key", ".ppk", ".pfx", ".p12", ".kdbx", ".jks"]
                .iter()
                .any(|end| name.ends_with(end))
    };
    if names.clone().any(is_key) {
        Some(Msg::PrivateKey)
    } else if names.any(is_junk) {
        Some(Msg::PrivateDraft)
    } else {
        None
    }
}

fn is_photo(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    [
        ".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".tif", ".tiff",
    ]
    .iter()
    .any(|end| lower.ends_with(end))
}

/// Whether a picture's Exif data hold a place.
fn tells_place(bytes: &[u8]) -> bool {
    let exif = exif::Reader::new().read_from_container(&mut io::Cursor::new(bytes));
    exif.is_ok_and(|exif| {
        [exif::Tag::GPSLatitude, exif::Tag::GPSLongitude]
            .iter()
            .any(|tag| exif.fields().any(|field| field.tag == *tag))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;
    use crate::parse::fields::Fields;
    use crate::publish::manifest::{File, Stage};

    /// A JPEG with nothing but Exif data.
    fn photo(tag: exif::Tag) -> Vec<u8> {
        let field = exif::Field {
            tag,
            ifd_num: exif::In::PRIMARY,
            value: exif::Value::Rational(vec![exif::Rational { num: 20, denom: 1 }; 3]),
        };
        let mut writer = exif::experimental::Writer::new();
        writer.push_field(&field);
        let mut tiff = io::Cursor::new(Vec::new());
        writer
            .write(&mut tiff, false)
            .expect("memory can be written");
        let data = [b"Exif\0\0".as_slice(), &tiff.into_inner()].concat();
        let length = u16::try_from(data.len() + 2)
            .expect("it is small")
            .to_be_bytes();
        [&[0xff, 0xd8, 0xff, 0xe1], &length[..], &data, &[0xff, 0xd9]].concat()
    }

    fn said(path: &str, bytes: &[u8]) -> Vec<String> {
        let file = File {
            hash: Hash::of(bytes),
            size: bytes.len() as u64,
            stage: Stage::File,
        };
        let destination = Destination {
            name: "thu".to_owned(),
            fields: Fields::default(),
        };
        let files = [(path.to_owned(), file)].into();
        judge(&files, &destination, &|_| Ok(bytes.to_vec()))
            .expect("the content is at hand")
            .iter()
            .map(|diagnostic| diagnostic.text.show(Lang::En))
            .collect()
    }

    #[test]
    fn keys_and_private_files_stay_at_home() {
        for path in [
            ".env",
            "a/.env.local",
            "khoa/id_rsa",
            "a/may-chu.pem",
            "x.PPK",
        ] {
            let why =
                format!("the file {path} must not be published: it is a key or a password file");
            assert_eq!(said(path, b"x"), [why]);
        }
        for path in ["a/~$Bao-cao.docx", ".git/config", "a/Thumbs.db"] {
            let why = format!(
                "the file {path} must not be published: it is a temporary or private file of another program"
            );
            assert_eq!(said(path, b"x"), [why]);
        }
        for path in [
            ".htaccess",
            ".well-known/security.txt",
            "a/keyword.html",
            "b.docx",
        ] {
            assert_eq!(said(path, b"x"), Vec::<String>::new(), "{path}");
        }
    }

    #[test]
    fn a_photo_that_tells_its_place_stays_at_home() {
        assert_eq!(
            said("a.jpg", &photo(exif::Tag::GPSLatitude)),
            ["the file a.jpg must not be published: the picture tells where it was taken (GPS)"]
        );
        assert_eq!(
            said("a.jpg", &photo(exif::Tag::XResolution)),
            Vec::<String>::new()
        );
        assert_eq!(said("a.jpg", b"no picture"), Vec::<String>::new());
    }

    #[test]
    fn a_large_file_stays_at_home() {
        assert_eq!(said("a.mp4", &vec![0; 20 << 20]), Vec::<String>::new());
        assert_eq!(
            said("a.mp4", &vec![0; (21 << 20) + 1]),
            ["the file a.mp4 is too large to publish: 21 MB (at most 20 MB)"]
        );
    }
}
