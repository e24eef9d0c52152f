//! Mistakes that only bytes can have: what is said about pictures that are cut off, broken, too large, or know too much.

use std::sync::Arc;

use trangxa::diag::Lang;
use trangxa::engine::Memo;
use trangxa::source::{File, Snapshot};

use super::small_site::{diagnose, shown, snapshot};
use crate::photos::{self, Notes};

/// The codes that are tried here.
pub const CODES: &[&str] = &[
    "truncated-image",
    "huge-image",
    "broken-pixels",
    "image-place",
    "image-serial",
    "image-place-kept",
    "heavy-image",
];

/// What is said about a page that shows a picture.
fn said(target: &str, path: &str, bytes: Vec<u8>) -> String {
    let site = format!("-- content/a.md --\n+++\ntitle = \"Bài\"\n+++\n![Họp thôn]({target})\n");
    let plain = snapshot(&site);
    let files = plain.files.into_values();
    let bytes: Arc<[u8]> = bytes.into();
    let snapshot = Snapshot::of(files.chain([File::in_memory(path, bytes)]), plain.options);
    let (build, diagnostics) = diagnose(&snapshot, &mut Memo::default());
    format!(
        "{}\n\n{}",
        shown(&build, &diagnostics, Lang::Vi),
        shown(&build, &diagnostics, Lang::En)
    )
}

fn photo(place: bool, serial: bool) -> Vec<u8> {
    photos::with_notes(
        &photos::jpeg(40, 30),
        Notes {
            turn: 1,
            place,
            serial,
        },
    )
}

#[test]
fn a_picture_that_is_cut_off_is_named() {
    let whole = photos::jpeg(40, 30);
    assert_eq!(
        said(
            "hop.jpg",
            "content/hop.jpg",
            whole[..whole.len() - 20].to_vec()
        ),
        ""
    );
}

#[test]
fn a_picture_that_is_too_large_is_named_before_anything_is_decoded() {
    let large = photos::promising(&photos::jpeg(40, 30), 20_000, 10_000);
    assert_eq!(said("hop.jpg", "content/hop.jpg", large), "");
}

#[test]
fn a_file_that_is_too_large_is_named_before_it_is_read() {
    let mut heavy = photos::jpeg(40, 30);
    heavy.resize(80_000_001, 0);
    assert_eq!(said("hop.jpg", "content/hop.jpg", heavy), "");
}

#[test]
fn a_picture_whose_pixels_are_broken_is_named_when_it_is_decoded() {
    assert_eq!(
        said("hop.png", "content/hop.png", photos::broken(400, 300)),
        ""
    );
    let mut heic = photos::heic(128, 96);
    let data = heic
        .windows(4)
        .position(|name| name == b"mdat")
        .expect("a HEIC")
        + 4;
    heic[data..].fill(0);
    assert_eq!(said("hop.heic", "content/hop.heic", heic), "");
}

#[test]
fn a_picture_that_knows_where_it_was_taken_is_named() {
    assert_eq!(said("hop.jpg", "content/hop.jpg", photo(true, true)), "");
    assert_eq!(said("hop.jpg", "content/hop.jpg", photo(false, true)), "");
    assert_eq!(said("/hop.jpg", "static/hop.jpg", photo(true, true)), "");
}

#[test]
fn a_picture_that_is_heavy_and_cannot_be_made_smaller_is_named() {
    let drawing = format!(
        "<svg width=\"4\" height=\"3\"><path d=\"{}\"/></svg>",
        "M0 0".repeat(150_000)
    );
    assert_eq!(said("hop.svg", "content/hop.svg", drawing.into()), "");
}
