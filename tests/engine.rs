//! How little a build does: what is parsed, what is rendered, and which files change; and that nothing but the sources
//! decides what comes out.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;
use trangxa::source;

use crate::site::{Built, Portal, Site, files_below, nfd};

/// Two sections with articles and notices, one page outside of them; lists of two items.
const COMMUNE: &str = r#"
-- site.toml --
title = "Xã Mẫu"
base_url = "https://xamau.example.vn"
theme = "nho"
paginate = 2
-- content/_index.md --
+++
title = "Trang chủ"
+++
-- content/lien-he.md --
+++
title = "Liên hệ"
kind = "page"
+++
-- content/tin-tuc/_index.md --
+++
title = "Tin tức"
+++
-- content/tin-tuc/mot.md --
+++
title = "Bài một"
date = 2026-11-01
+++
Câu đầu. [Lịch tiếp dân](../thong-bao/lich.md).
-- content/tin-tuc/hai.md --
+++
title = "Bài hai"
date = 2026-11-02
description = "Tóm tắt bài hai."
topics = ["ky-nang"]
+++
Câu đầu của bài hai.
-- content/tin-tuc/ba.md --
+++
title = "Bài ba"
date = 2026-11-03
tags = ["dịch vụ công"]
+++
Câu đầu của bài ba.
-- content/tin-tuc/bon.md --
+++
title = "Bài bốn"
date = 2026-11-04
+++
Câu đầu của bài bốn.
-- content/tin-tuc/nam.md --
+++
title = "Bài năm"
date = 2026-11-05
+++
Câu đầu của bài năm.
-- content/thong-bao/_index.md --
+++
title = "Thông báo"
+++
-- content/thong-bao/lich.md --
+++
title = "Lịch tiếp dân"
date = 2026-11-06
+++
-- content/_data/topics.toml --
[[topic]]
id = "ky-nang"
name = "Kỹ năng số"
"#;

/// The site, built once without a mistake.
fn commune() -> (Site, Portal) {
    let (site, mut portal) = (Site::small(COMMUNE), Portal::default());
    let built = site.build(&mut portal);
    assert_eq!(built.codes(), Vec::<String>::new());
    (site, portal)
}

/// Builds, and sees to it that a program that has never seen the site makes the same.
fn build(site: &Site, portal: &mut Portal) -> Built {
    let built = site.build(portal);
    assert_eq!(site.clean().difference(&built), None);
    built
}

#[test]
fn nothing_changed_nothing_done() {
    let (site, mut portal) = commune();
    let built = build(&site, &mut portal);
    assert_eq!(
        (built.parsed, built.rendered, built.changes),
        (0, 0, Vec::new())
    );
}

#[test]
fn nothing_is_done_again_by_a_program_that_was_started_anew() {
    let (site, mut portal) = commune();
    site.build_and_restart(&mut portal);
    let built = build(&site, &mut portal);
    assert_eq!(
        (built.parsed, built.rendered, built.changes),
        (0, 0, Vec::new())
    );
}

#[test]
fn a_change_within_a_body_parses_one_file_and_renders_its_page() {
    let (mut site, mut portal) = commune();
    site.replace("content/tin-tuc/hai.md", "Câu đầu", "Câu đã sửa");
    let built = build(&site, &mut portal);
    assert_eq!((built.parsed, built.rendered), (1, 1));
    assert_eq!(built.changes, ["~ tin-tuc/hai/index.html"]);
}

#[test]
fn a_change_of_a_first_sentence_reaches_the_lists_that_quote_it() {
    let (mut site, mut portal) = commune();
    site.replace("content/tin-tuc/mot.md", "Câu đầu", "Câu đã sửa");
    let built = build(&site, &mut portal);
    // This theme quotes no first sentences, but feeds and the list for machines do. The pages that hold the card are
    // rendered and come out the same: the page itself, page 3 of its section, home page, search page.
    assert_eq!(built.parsed, 1);
    assert_eq!(
        built.changes,
        [
            "~ atom.xml",
            "~ du-lieu/tin-bai.json",
            "~ feed.json",
            "~ rss.xml",
            "~ tin-tuc/atom.xml",
            "~ tin-tuc/feed.json",
            "~ tin-tuc/mot/index.html",
            "~ tin-tuc/rss.xml",
        ]
    );
    assert_eq!(built.rendered, 4);
}

#[test]
fn a_change_of_a_title_reaches_its_page_lists_neighbours_and_feeds() {
    let (mut site, mut portal) = commune();
    site.replace("content/tin-tuc/ba.md", "Bài ba", "Bài số ba");
    let built = build(&site, &mut portal);
    assert_eq!(built.parsed, 1);
    assert_eq!(
        built.changes,
        [
            "~ atom.xml",
            "~ du-lieu/tin-bai.json",
            "~ feed.json",
            "~ rss.xml",
            "~ the/dich-vu-cong/index.html",
            "~ tim-kiem/index.html",
            "~ tin-tuc/atom.xml",
            "~ tin-tuc/ba/index.html",
            "~ tin-tuc/bon/index.html",
            "~ tin-tuc/feed.json",
            "~ tin-tuc/hai/index.html",
            "~ tin-tuc/rss.xml",
            "~ tin-tuc/trang/2/index.html",
        ]
    );
}

#[test]
fn a_new_article_reaches_what_shows_the_newest() {
    let (mut site, mut portal) = commune();
    site.write(
        "content/tin-tuc/sau.md",
        "+++\ntitle = \"Bài sáu\"\ndate = 2026-11-07\n+++\nCâu đầu của bài sáu.\n",
    );
    let built = build(&site, &mut portal);
    assert_eq!(built.parsed, 1);
    assert_eq!(
        built.changes,
        [
            "~ atom.xml",
            "~ du-lieu/tin-bai.json",
            "~ feed.json",
            "~ index.html",
            "~ rss.xml",
            "~ sitemap.xml",
            "~ tim-kiem/index.html",
            "~ tin-tuc/atom.xml",
            "~ tin-tuc/feed.json",
            "~ tin-tuc/index.html",
            "~ tin-tuc/nam/index.html",
            "~ tin-tuc/rss.xml",
            "+ tin-tuc/sau/index.html",
            "~ tin-tuc/trang/2/index.html",
        ]
    );
}

#[test]
fn what_a_template_asks_for_reaches_its_pages_when_the_answer_changes() {
    let (mut site, mut portal) = commune();
    // `page.html` shows the newest notice; nothing else ties the page to the notices.
    site.write(
        "content/thong-bao/nghi-le.md",
        "+++\ntitle = \"Nghỉ lễ\"\ndate = 2026-11-07\n+++\n",
    );
    let built = build(&site, &mut portal);
    assert!(
        built.changes.contains(&"~ lien-he/index.html".to_owned()),
        "{:?}",
        built.changes
    );
    site.write(
        "content/thong-bao/cu.md",
        "+++\ntitle = \"Việc cũ\"\ndate = 2026-10-01\n+++\n",
    );
    let built = build(&site, &mut portal);
    assert!(
        !built.changes.contains(&"~ lien-he/index.html".to_owned()),
        "{:?}",
        built.changes
    );
}

#[test]
fn a_new_article_changes_at_most_two_pages_of_a_list() {
    let (mut site, mut portal) = commune();
    for n in 6..20 {
        let text = format!("+++\ntitle = \"Bài {n}\"\ndate = 2026-11-{n:02}\n+++\n");
        site.write(&format!("content/tin-tuc/bai-{n}.md"), text);
        let built = build(&site, &mut portal);
        let list = |change: &&String| {
            change.starts_with("~ tin-tuc/trang/") || *change == "~ tin-tuc/index.html"
        };
        let changed: Vec<&String> = built.changes.iter().filter(list).collect();
        // With a page more the pager of every page says so; otherwise only the two that hold the newest change.
        let more = built
            .changes
            .iter()
            .any(|change| change.starts_with("+ tin-tuc/trang/"));
        if !more {
            assert_eq!(
                changed,
                ["~ tin-tuc/index.html", "~ tin-tuc/trang/2/index.html"],
                "article {n}"
            );
        }
    }
}

#[test]
fn a_change_of_a_template_parses_nothing_and_one_of_the_date_neither() {
    let (mut site, mut portal) = commune();
    site.replace(
        "themes/nho/templates/page.html",
        "{{ body }}",
        "{{ body }}<hr>",
    );
    let built = build(&site, &mut portal);
    assert_eq!(
        (built.parsed, built.changes),
        (0, vec!["~ lien-he/index.html".to_owned()])
    );
    site.today("2026-11-22");
    let built = build(&site, &mut portal);
    assert_eq!(
        (built.parsed, built.rendered, built.changes),
        (0, 0, Vec::new())
    );
}

#[test]
fn the_date_brings_what_is_scheduled_and_takes_what_has_expired() {
    let mut site = Site::small(
        r#"
-- site.toml --
title = "Xã Mẫu"
theme = "nho"
-- content/_index.md --
+++
title = "Trang chủ"
+++
-- content/hop.md --
+++
title = "Mời họp"
date = 2026-11-20
expires = 2026-11-23
+++
-- content/ket-qua.md --
+++
title = "Kết quả"
date = 2026-11-23
+++
"#,
    );
    let mut portal = Portal::default();
    let pages = |built: &Built| {
        let shown = |path: &&str| built.files.contains_key(&format!("{path}/index.html"));
        ["hop", "ket-qua"]
            .into_iter()
            .filter(shown)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut shown = |day: &str| pages(&build(site.today(day), &mut portal));
    assert_eq!(shown("2026-11-19"), "");
    assert_eq!(shown("2026-11-20"), "hop");
    assert_eq!(shown("2026-11-22"), "hop");
    assert_eq!(shown("2026-11-23"), "ket-qua");
    assert_eq!(shown("2026-11-22"), "hop");
}

#[test]
fn a_mistake_is_said_again_by_every_build_until_it_is_mended() {
    let (mut site, mut portal) = commune();
    site.replace(
        "content/tin-tuc/ba.md",
        "Câu đầu",
        "[Câu](mat.md) đầu <script>x</script>",
    );
    for _ in 0..3 {
        let built = build(&site, &mut portal);
        assert_eq!(
            built.codes(),
            [
                "broken-link content/tin-tuc/ba.md",
                "unsafe-html content/tin-tuc/ba.md"
            ]
        );
    }
    site.build_and_restart(&mut portal);
    assert_eq!(build(&site, &mut portal).codes().len(), 2);
    site.replace(
        "content/tin-tuc/ba.md",
        "[Câu](mat.md) đầu <script>x</script>",
        "Câu đầu",
    );
    assert_eq!(build(&site, &mut portal).codes(), Vec::<String>::new());
}

#[test]
fn a_broken_template_is_said_at_the_page_and_does_not_stick() {
    let (mut site, mut portal) = commune();
    site.replace(
        "themes/nho/templates/page.html",
        "{{ body }}",
        "{{ page.khong.co }}",
    );
    for _ in 0..2 {
        assert_eq!(
            build(&site, &mut portal).codes(),
            ["template-failed content/lien-he.md"]
        );
    }
    site.replace(
        "themes/nho/templates/page.html",
        "{{ page.khong.co }}",
        "{{ body }}",
    );
    assert_eq!(build(&site, &mut portal).codes(), Vec::<String>::new());
}

#[test]
fn a_key_that_moves_into_the_table_before_it_changes_the_pages() {
    let mut site = Site::small(
        r#"
-- site.toml --
title = "Xã Mẫu"
theme = "nho"
extra = {sang = {tu = 7}, den = 11}
-- content/_index.md --
+++
title = "Trang chủ"
+++
"#,
    );
    site.write(
        "themes/nho/templates/home.html",
        "{{ site.extra | safe }}\n",
    );
    let mut portal = Portal::default();
    assert_eq!(
        build(&site, &mut portal).page(""),
        "{\"sang\": {\"tu\": 7}, \"den\": 11}\n"
    );
    site.replace(
        "site.toml",
        "{sang = {tu = 7}, den = 11}",
        "{sang = {tu = 7, den = 11}}",
    );
    assert_eq!(
        build(&site, &mut portal).page(""),
        "{\"sang\": {\"tu\": 7, \"den\": 11}}\n"
    );
}

#[test]
fn a_mistake_elsewhere_hides_none_in_the_settings() {
    let site = Site::small(
        r#"
-- site.toml --
theme = "nho"
-- content/_index.md --
+++
title = "Trang chủ"
+++
-- content/Bai.md --
+++
title = "Bài"
slug = "mot"
+++
-- content/bai.md --
+++
title = "Bài"
slug = "hai"
+++
"#,
    );
    assert_eq!(
        site.clean().codes(),
        ["case-clash content/bai.md", "missing-key site.toml"]
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let site = Site::small(COMMUNE);
    assert_eq!(site.clean().digest(), site.clean().digest());
}

#[test]
fn names_and_texts_in_nfd_give_the_bytes_of_nfc() {
    let nfc = Site::new(
        r#"
-- site.toml --
title = "Cổng thông tin xã Mẫu"
-- content/_index.md --
+++
title = "Trang chủ"
+++
Xem [tập huấn](<Tin tức/Tập huấn.md>).
-- content/Tin tức/_index.md --
+++
title = "Tin tức"
+++
-- content/Tin tức/Tập huấn.md --
+++
title = "Tập huấn kỹ năng số"
date = 2026-11-20
topics = ["ky-nang"]
tags = ["Đường làng"]
+++
## Nội dung buổi học

![Lớp học](<Ảnh lớp.svg>)

Văn bản ở [tài liệu](<Tài liệu.txt>).
-- content/Tin tức/Ảnh lớp.svg --
<svg width="4" height="3"></svg>
-- content/Tin tức/Tài liệu.txt --
-- content/_data/topics.toml --
[[topic]]
id = "ky-nang"
name = "Kỹ năng số"
-- themes/cong-xa/templates/term.html --
Chủ đề: {{ term.title }}
"#,
    );
    let mut decomposed = nfc.clone();
    decomposed.files = nfc
        .files
        .iter()
        .map(|(path, bytes)| {
            (
                nfd(path),
                nfd(std::str::from_utf8(bytes).expect("UTF-8"))
                    .into_bytes()
                    .into(),
            )
        })
        .collect();
    let built = nfc.clean();
    assert_eq!(built.codes(), Vec::<String>::new());
    assert!(built.files.contains_key("tin-tuc/tap-huan/index.html"));
    assert_eq!(built.difference(&decomposed.clean()), None);

    let (a, b) = (folder("mot", &nfc), folder("hai", &decomposed));
    assert_eq!(public(&a.path().join("mot")), public(&b.path().join("hai")));
}

#[test]
fn a_site_is_one_settings_file_and_one_text() {
    let site = Site::new(
        r#"
-- site.toml --
title = "Xã Mẫu"
-- content/chao.md --
+++
title = "Xin chào"
+++
Chào bà con.
"#,
    );
    let built = site.clean();
    assert_eq!(built.codes(), ["missing-home content/_index.md"]);
    assert!(
        built
            .diagnostics
            .iter()
            .all(|diagnostic| !diagnostic.is_error())
    );
    assert!(built.page("chao/").contains("<p>Chào bà con.</p>"));
    assert!(built.page("").contains("Xã Mẫu"));
}

#[test]
fn one_new_article_among_two_thousand_changes_at_most_thirty_files() {
    let mut text = String::from(
        "-- site.toml --\ntitle = \"Xã Mẫu\"\nbase_url = \"https://xamau.example.vn\"\n",
    );
    text.push_str("-- content/_index.md --\n+++\ntitle = \"Trang chủ\"\n+++\n");
    for (id, title) in [
        ("tin-tuc", "Tin tức"),
        ("thong-bao", "Thông báo"),
        ("van-hoa", "Văn hóa"),
        ("kinh-te", "Kinh tế"),
    ] {
        text.push_str(&format!(
            "-- content/{id}/_index.md --\n+++\ntitle = \"{title}\"\n+++\n"
        ));
    }
    text.push_str("-- content/_data/topics.toml --\n");
    for n in 0..5 {
        text.push_str(&format!(
            "[[topic]]\nid = \"chu-de-{n}\"\nname = \"Chủ đề {n}\"\n"
        ));
    }
    let article = |n: usize, date: &str| {
        let section = ["tin-tuc", "thong-bao", "van-hoa", "kinh-te"][n % 4];
        let (topic, tag, other) = (n % 5, n % 7, 7 + n % 11);
        let text = format!(
            "+++\ntitle = \"Bài số {n}\"\ndate = {date}\ntopics = [\"chu-de-{topic}\"]\n\
             tags = [\"thẻ {tag}\", \"thẻ {other}\"]\n+++\nĐoạn đầu của bài {n}.\n\n## Mục\n\nĐoạn sau.\n"
        );
        (format!("content/{section}/bai-{n}.md"), text)
    };
    let mut site = Site::new(&text);
    for n in 0..2_010 {
        let (path, text) = article(
            n,
            &format!(
                "{}-{:02}-{:02}",
                2020 + n / 336,
                1 + n / 28 % 12,
                1 + n % 28
            ),
        );
        site.write(&path, text);
    }
    let mut portal = Portal::default();
    assert_eq!(site.build(&mut portal).codes(), Vec::<String>::new());
    let (path, text) = article(2_010, "2026-11-21");
    site.write(&path, text);
    let built = site.build(&mut portal);
    assert_eq!(built.parsed, 1);
    // When a list grows by a page, all its pages change, because their addresses and their number do; here none does.
    let (cards, others): (Vec<String>, Vec<String>) = built
        .changes
        .iter()
        .cloned()
        .partition(|change| change.contains(" the-chia-se/"));
    assert!(cards.len() == 1 && cards[0].starts_with("+ the-chia-se/bai-2010-"));
    assert_eq!(
        others,
        [
            "~ atom.xml",
            "~ chu-de/chu-de-0/index.html",
            "~ chu-de/chu-de-0/trang/2/index.html",
            "~ chu-de/index.html",
            "~ du-lieu/tim/2-cap-1.js",
            "~ du-lieu/tim/2-cap-2.js",
            "~ du-lieu/tim/2-cap-3.js",
            "~ du-lieu/tim/2-tu-0.js",
            "~ du-lieu/tim/bai-251.js",
            "~ du-lieu/tim/muc-luc.js",
            "~ du-lieu/tin-bai.json",
            "~ feed.json",
            "~ index.html",
            "~ rss.xml",
            "~ sitemap.xml",
            "~ so-do-trang/index.html",
            "~ the/index.html",
            "~ the/the-1/index.html",
            "~ the/the-1/trang/2/index.html",
            "~ the/the-15/index.html",
            "~ the/the-15/trang/2/index.html",
            "~ tim-kiem/index.html",
            "~ van-hoa/atom.xml",
            "~ van-hoa/bai-2006/index.html",
            "+ van-hoa/bai-2010/index.html",
            "~ van-hoa/feed.json",
            "~ van-hoa/index.html",
            "~ van-hoa/rss.xml",
            "~ van-hoa/trang/2/index.html",
        ]
    );
    assert!(built.changes.len() <= 30);
}

// On disk, with the program itself

/// A folder that holds the site under a name.
fn folder(name: &str, site: &Site) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    site.write_to(&folder.path().join(name));
    folder
}

/// Runs the program in a folder and gives every byte below `public/`, save the program's own notes.
fn public(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let output = Command::new(env!("CARGO_BIN_EXE_trangxa"))
        .args(["build", "--today", "2026-11-21"])
        .current_dir(root)
        .output()
        .expect("the program runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    files_below(&root.join("public"))
}

#[test]
fn two_processes_in_two_folders_give_the_same_bytes() {
    let site = Site::small(COMMUNE);
    let (a, b) = (folder("Cổng xã (bản 1)", &site), folder("x", &site));
    let first = public(&a.path().join("Cổng xã (bản 1)"));
    assert_eq!(first, public(&b.path().join("x")));
    let in_memory: BTreeMap<String, Vec<u8>> = site
        .clean()
        .files
        .into_iter()
        .map(|(path, bytes)| (path, bytes.to_vec()))
        .collect();
    assert_eq!(first, in_memory);
}

#[test]
fn a_file_that_was_only_touched_renders_nothing() {
    let site = Site::small(COMMUNE);
    let folder = folder("xa", &site);
    let root = folder.path().join("xa");
    let mut portal = Portal::default();
    let mut scan = || {
        let snapshot = source::scan(&root, site.options.clone(), &portal.memo.stamps)
            .expect("the folder is there");
        portal.build(&snapshot, true)
    };
    scan();
    let touched = root.join("content/tin-tuc/hai.md");
    let file = fs::File::options()
        .write(true)
        .open(&touched)
        .expect("the file is there");
    file.set_modified(SystemTime::now() - Duration::from_secs(3_600))
        .expect("a time");
    let built = scan();
    assert_eq!(
        (built.parsed, built.rendered, built.changes),
        (0, 0, Vec::new())
    );
    // As long as before: only the time tells.
    let other = site
        .text("content/tin-tuc/hai.md")
        .replace("Câu đầu", "Câu đuầ");
    fs::write(touched, other).expect("a file");
    let built = scan();
    assert_eq!(
        (built.parsed, built.changes),
        (1, vec!["~ tin-tuc/hai/index.html".to_owned()])
    );
}
