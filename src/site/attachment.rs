//! Files that people download: whether they are what their names say, and nothing that harms.
//!
//! In go the files of the site with the place that names each first, out come diagnostics. Of most files only the first
//! bytes are read; PDF files are looked through for text, those of Word, Excel and PowerPoint for macros.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Site;
use crate::diag::{Diagnostic, Msg, Span};
use crate::source::File;
use crate::vi;

/// Where a file of the sources is named first: file and place.
pub(super) type FirstUse = BTreeMap<Arc<str>, (String, Span)>;

/// Endings of files that run, or that may hold macros by their kind.
const HARMFUL: &[&str] = &[
    "apk", "asp", "aspx", "bat", "cmd", "com", "docm", "dotm", "exe", "hta", "jar", "jsp", "lnk",
    "msi", "php", "pptm", "ps1", "scr", "vbs", "xlsm", "xltm",
];

/// What files of a kind begin with, and the endings that they may have.
struct Form {
    start: &'static [u8],
    endings: &'static [&'static str],
    /// What the file holds somewhere if it has macros.
    macros: Option<&'static [u8]>,
}

/// Every form that is told from others. What begins otherwise may be anything.
const FORMS: &[Form] = &[
    Form {
        start: b"%PDF-",
        endings: &["ai", "pdf"],
        macros: None,
    },
    Form {
        start: b"PK\x03\x04",
        endings: &[
            "docx", "dotx", "epub", "kmz", "odg", "odp", "ods", "odt", "ppsx", "pptx", "xlsx",
            "xltx", "zip",
        ],
        macros: Some(b"vbaProject.bin"),
    },
    Form {
        // Compound File Binary Format, in which Word and Excel saved until 2003.
        start: b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        endings: &["doc", "dot", "mpp", "pps", "ppt", "vsd", "xls", "xlt"],
        macros: Some(b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"),
    },
    Form {
        start: b"{\\rtf",
        endings: &["doc", "rtf"],
        macros: None,
    },
    Form {
        start: b"\xFF\xD8\xFF",
        endings: &["jpeg", "jpg"],
        macros: None,
    },
    Form {
        start: b"\x89PNG",
        endings: &["png"],
        macros: None,
    },
    Form {
        start: b"Rar!",
        endings: &["rar"],
        macros: None,
    },
    Form {
        start: b"<!DOCTYPE html",
        endings: &["htm", "html", "xhtml"],
        macros: None,
    },
    Form {
        start: b"<html",
        endings: &["htm", "html", "xhtml"],
        macros: None,
    },
    Form {
        start: b"<?php",
        endings: &[],
        macros: None,
    },
    Form {
        // Programs of Windows and Linux.
        start: b"MZ\x90\0",
        endings: &[],
        macros: None,
    },
    Form {
        start: b"\x7FELF",
        endings: &[],
        macros: None,
    },
];

/// More bytes than any form begins with.
const HEAD: u64 = 16;

/// What is wrong with the files of the site.
pub(super) fn check(site: &Site, first_use: &FirstUse) -> Vec<Diagnostic> {
    let limit = site.config.check.attachment_limit;
    let files: Vec<&File> = site.files.values().collect();
    files
        .par_iter()
        .filter_map(|file| {
            let (msg, help) = trouble(file, limit)?;
            let (place, span) = match first_use.get(&file.path) {
                Some((place, span)) => (&**place, Some(*span)),
                None => (&*file.path, None),
            };
            let name = file.name();
            let diagnostic = match msg {
                Msg::LargeFile => {
                    let size = vi::number::file_size;
                    Diagnostic::new(msg, place, span, &[&name, &size(file.len), &size(limit)])
                }
                _ => Diagnostic::new(msg, place, span, &[&name]),
            };
            Some(diagnostic.help(help, &[&ending(name).to_uppercase()]))
        })
        .collect()
}

/// The worst that is wrong with a file, and what to do. Pictures and texts are other modules' business.
fn trouble(file: &File, limit: u64) -> Option<(Msg, Msg)> {
    let ending = ending(file.name()).to_ascii_lowercase();
    let ending = ending.as_str();
    if HARMFUL.contains(&ending) {
        return Some((Msg::HarmfulFile, Msg::HelpHarmfulFile));
    }
    if is_picture(ending) {
        return None;
    }
    let head = file.read_start(HEAD).ok()?;
    let is_of = |form: &&Form| {
        head.get(..form.start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(form.start))
    };
    if let Some(form) = FORMS.iter().find(is_of) {
        if !form.endings.contains(&ending) {
            return Some((Msg::DisguisedFile, Msg::HelpDisguisedFile));
        }
        if let Some(mark) = form.macros
            && memchr::memmem::find(&file.read().ok()?, mark).is_some()
        {
            return Some((Msg::FileWithMacros, Msg::HelpHarmfulFile));
        }
    }
    if ending == "pdf" && is_scanned(&file.read().ok()?) {
        return Some((Msg::ScannedPdf, Msg::HelpScannedPdf));
    }
    (file.len > limit).then_some((Msg::LargeFile, Msg::HelpLargeFile))
}

/// Whether a PDF holds pictures and no fonts. What its object streams hold (PDF 1.5) is not looked into: those are made by
/// programs that have text.
fn is_scanned(pdf: &[u8]) -> bool {
    let has = |word: &[u8]| memchr::memmem::find(pdf, word).is_some();
    !has(b"/Font") && !has(b"/ObjStm") && has(b"/Image")
}

/// Pictures are made smaller for the web; their size is no visitor's trouble.
fn is_picture(ending: &str) -> bool {
    matches!(
        ending,
        "avif"
            | "bmp"
            | "gif"
            | "heic"
            | "heif"
            | "jpeg"
            | "jpg"
            | "png"
            | "svg"
            | "tif"
            | "tiff"
            | "webp"
    )
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_what_their_names_say() {
        let code = |name: &str, bytes: &[u8]| {
            let file = File::in_memory(&format!("static/{name}"), bytes.to_vec());
            trouble(&file, 64).map(|(msg, _)| msg.code())
        };
        let compound = |rest: &[u8]| [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", rest].concat();
        for (name, bytes, expected) in [
            ("a.pdf", b"%PDF-1.7".to_vec(), None),
            ("a.pdf", b"PK\x03\x04".to_vec(), Some("disguised-file")),
            (
                "a.pdf",
                b"<!doctype HTML><p>".to_vec(),
                Some("disguised-file"),
            ),
            ("a.pdf", b"MZ\x90\0".to_vec(), Some("disguised-file")),
            ("a.PDF", b"anything".to_vec(), None),
            ("a.pdf", Vec::new(), None),
            (
                "a.pdf",
                b"%PDF-1.4 /Subtype /Image".to_vec(),
                Some("scanned-pdf"),
            ),
            ("a.pdf", b"%PDF-1.4 /Image /Font".to_vec(), None),
            ("a.pdf", b"%PDF-1.5 /Image /ObjStm".to_vec(), None),
            ("a.docx", b"PK\x03\x04word/document.xml".to_vec(), None),
            (
                "a.docx",
                b"PK\x03\x04word/vbaProject.bin".to_vec(),
                Some("file-with-macros"),
            ),
            ("a.docm", b"PK\x03\x04".to_vec(), Some("harmful-file")),
            ("a.php", b"<?php".to_vec(), Some("harmful-file")),
            ("a.xls", compound(b"Workbook"), None),
            (
                "a.xls",
                compound(b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"),
                Some("file-with-macros"),
            ),
            ("a.xls", b"<html><table>".to_vec(), Some("disguised-file")),
            ("a.html", b"<!doctype html>".to_vec(), None),
            ("a.csv", vec![b'a'; 65], Some("large-file")),
            ("a.jpg", vec![b'a'; 65], None),
            ("a", b"a".to_vec(), None),
        ] {
            assert_eq!(code(name, &bytes), expected, "{name}");
        }
    }
}
