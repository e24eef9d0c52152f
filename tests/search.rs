//! The search's index: which pieces a site has, what stands in them, and which of them an edit changes.
//!
//! What visitors find in it is tried with the theme's own script in `tests/web/search`.

use crate::site::{Built, Portal, Site};

const SMALL: &str = r#"
-- site.toml --
title = "Xã Mẫu"
theme = "nho"
-- content/tin-tuc/_index.md --
+++
title = "Tin tức"
+++
-- content/tin-tuc/hop.md --
+++
title = "Đường mới"
date = 2026-11-20
+++
Hòa giải.

## CĐS
"#;

/// A theme that has a script for the search.
fn with_search(mut site: Site) -> Site {
    site.write("themes/nho/theme.toml", "name = \"nho\"\nsearch = true\n");
    site
}

/// 40 articles, one a day, each with a text of its own.
fn forty() -> Site {
    let mut site = Site::small("-- site.toml --\ntitle = \"Xã Mẫu\"\ntheme = \"nho\"\n");
    for i in 1..=40 {
        article(&mut site, i, "Nội dung như mọi ngày.");
    }
    with_search(site)
}

fn article(site: &mut Site, i: u32, text: &str) {
    let (month, day) = (i / 28 + 1, i % 28 + 1);
    site.write(
        &format!("content/bai-{i}.md"),
        format!(
            "+++\ntitle = \"Bài {i}\"\ndate = 2026-{month:02}-{day:02}\n+++\nMở đầu.\n\n{text}\n"
        ),
    );
}

fn pieces(built: &Built) -> Vec<&str> {
    let paths = built.files.keys();
    paths
        .filter_map(|path| path.strip_prefix("du-lieu/tim/"))
        .collect()
}

fn changed(built: &Built) -> Vec<&str> {
    let changes = built.changes.iter();
    changes
        .filter_map(|change| {
            let (sign, path) = change.split_once(' ')?;
            assert_eq!(sign, "~", "{path}");
            path.strip_prefix("du-lieu/tim/")
        })
        .collect()
}

fn text<'b>(built: &'b Built, piece: &str) -> &'b str {
    let bytes = &built.files[&format!("du-lieu/tim/{piece}")];
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_theme_without_a_script_for_it_has_no_index() {
    assert_eq!(pieces(&Site::small(SMALL).clean()), [""; 0]);
}

#[test]
fn a_small_site_has_one_piece_of_each_sort() {
    let built = with_search(Site::small(SMALL)).clean();
    assert_eq!(
        pieces(&built),
        [
            "2-cap-0.js",
            "2-tu-0.js",
            "2-van.js",
            "bai-0.js",
            "muc-luc.js"
        ]
    );
    assert_eq!(
        text(&built, "bai-0.js"),
        "trangxaTim(\"bai-0\",[[\"Tin tức\",\"tin-tuc/\",null,\"\"],\
         [\"Đường mới\",\"tin-tuc/hop/\",\"2026-11-20\",\"Hòa giải.\"]]);\n"
    );
    // Words by their keys, each with what it has in common with the one before it, and the pages that have it. The short
    // form is found by the long one too; the summary weighs more than the text, the title most.
    assert_eq!(
        text(&built, "2-tu-0.js"),
        "trangxaTim(\"2-tu-0\",\"0cDs.2,1huyEn2.2,0DOi2.2,1UPng1.3g,0giai2.0,0hoa1.0,0mPi4.3g,0sO4.2,0tin.v,1Uc4.v\");\n"
    );
    assert_eq!(
        text(&built, "2-cap-0.js"),
        "trangxaTim(\"2-cap-0\",\"0chuyEn2 DOi2.2,0DOi2 sO4.2,1UPng1 mPi4.3g,0hoa1 giai2.0,0tin tUc4.v\");\n"
    );
    assert_eq!(
        text(&built, "2-van.js"),
        "trangxaTim(\"2-van\",\"0cds.0,1huyen.0,0doi.0,1uong.0,0giai.0,0hoa.0,0moi.0,0so.0,0tin.0,1uc.0\");\n"
    );
}

#[test]
fn a_new_article_changes_the_newest_segment_alone() {
    let (mut site, mut portal) = (forty(), Portal::default());
    let built = site.build(&mut portal);
    assert!(pieces(&built).contains(&"1-tu-1.js"), "32 of the oldest");
    article(&mut site, 41, "Thêm một bài.");
    let built = site.build(&mut portal);
    assert!(
        built
            .changes
            .contains(&"~ du-lieu/tim/2-tu-0.js".to_owned())
    );
    let others = built.changes.iter().filter(|change| {
        change.contains("du-lieu/tim/1-")
            || change.contains("tim/bai-0")
            || change.contains("tim/bai-1")
    });
    assert_eq!(others.collect::<Vec<_>>(), [""; 0]);
    assert!(built.difference(&site.clean()).is_none());
}

#[test]
fn a_new_word_in_an_old_text_changes_the_pieces_that_have_it() {
    let (mut site, mut portal) = (forty(), Portal::default());
    site.build(&mut portal);
    article(&mut site, 3, "Nội dung như mọi xuân.");
    let built = site.build(&mut portal);
    assert_eq!(
        changed(&built),
        [
            "1-cap-4.js",
            "1-cap-6.js",
            "1-tu-2.js",
            "1-tu-3.js",
            "1-van.js",
            "muc-luc.js"
        ]
    );
    assert_eq!(built.parsed, 1);
    assert!(built.difference(&site.clean()).is_none());
}

#[test]
fn of_some_hundred_articles_the_trays_are_kept_from_process_to_process() {
    let mut site = Site::small("-- site.toml --\ntitle = \"Xã Mẫu\"\ntheme = \"nho\"\n");
    for i in 1..=299 {
        article(&mut site, i, &format!("Nội dung của bài số {i}."));
    }
    let (mut site, mut portal) = (with_search(site), Portal::default());
    site.build_and_restart(&mut portal);
    article(&mut site, 7, "Nội dung của bài số 7, đã sửa.");
    let built = site.build_and_restart(&mut portal);
    assert!(built.difference(&site.clean()).is_none());
    article(&mut site, 300, "Một bài mới.");
    site.delete("content/bai-200.md");
    let built = site.build_and_restart(&mut portal);
    assert!(built.difference(&site.clean()).is_none());
}

#[test]
fn nothing_changed_and_nothing_is_indexed() {
    let (site, mut portal) = (forty(), Portal::default());
    site.build_and_restart(&mut portal);
    let built = site.build(&mut portal);
    assert_eq!((built.parsed, built.changes), (0, Vec::new()));
}
