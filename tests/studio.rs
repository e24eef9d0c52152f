//! The preview's states: a folder on disk, looks at it, and what is served then.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;
use trangxa::diag::Lang;
use trangxa::engine::Memo;
use trangxa::moment::Moment;
use trangxa::preview::studio::{Studio, View};
use trangxa::source::{self, Options, Snapshot, Stamps};
use trangxa::watch::Wake;

use crate::site::{Built, Portal, write};

const SITE: &[(&str, &str)] = &[
    ("site.toml", "title = \"Xã Mẫu\"\n"),
    ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
    (
        "content/tin-tuc/_index.md",
        "+++\ntitle = \"Tin tức\"\n+++\n",
    ),
    (
        "content/tin-tuc/hop.md",
        "+++\ntitle = \"Họp thôn\"\ndate = 2026-11-20\n+++\nHọp lúc 8 giờ. Xem [lễ hội](le-hoi.md).\n",
    ),
    (
        "content/tin-tuc/le-hoi.md",
        "+++\ntitle = \"Lễ hội\"\ndate = 2026-11-19\n+++\nLễ hội mùa xuân.\n",
    ),
    (
        "content/tin-tuc/hen-gio.md",
        "+++\ntitle = \"Hẹn giờ\"\ndate = 2026-12-24\n+++\nSắp tới.\n",
    ),
    (
        "content/tin-tuc/nhap.md",
        "+++\ntitle = \"Bản nháp\"\ndate = 2026-11-18\ndraft = true\n+++\nChưa xong.\n",
    ),
    ("static/a.txt", "một"),
];

struct Place {
    folder: TempDir,
    studio: Studio,
}

fn today() -> Moment {
    trangxa::vi::date::parse("2026-11-21")
        .map(Moment::midnight)
        .expect("a date")
}

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        // Ten seconds old: a younger file may be looked into again at every look.
        let earlier = SystemTime::now() - Duration::from_secs(10);
        for (path, text) in SITE {
            write(folder.path(), path, text);
            let file = fs::File::options()
                .write(true)
                .open(folder.path().join(path));
            file.and_then(|file| file.set_modified(earlier))
                .expect("a file");
        }
        let studio = Studio::open(folder.path(), Lang::Vi, Some(today()), Memo::default())
            .expect("a folder");
        Self { folder, studio }
    }

    /// Writes a file and tells the studio which.
    fn save(&self, path: &str, text: &str) {
        write(self.folder.path(), path, text);
        self.look(&[path]);
    }

    fn look(&self, paths: &[&str]) {
        let wake = Wake {
            paths: paths.iter().map(PathBuf::from).collect(),
            everything: false,
        };
        self.wake(&wake);
    }

    fn wake(&self, wake: &Wake) {
        let look = |previous: &Snapshot, options, stamps: &Stamps| {
            wake.look(self.folder.path(), previous, options, stamps)
        };
        self.studio.look(wake, look, None).expect("a folder");
    }

    fn page(&self, path: &str) -> String {
        String::from_utf8(self.studio.serve(View::Editor, path).bytes.to_vec()).expect("UTF-8")
    }

    fn codes(&self) -> Vec<String> {
        self.studio.check(|| true);
        let problems = self.studio.problems().problems;
        problems
            .into_iter()
            .map(|problem| format!("{} {}:{}", problem.code, problem.file, problem.line))
            .collect()
    }
}

/// What a clean build of the folder gives.
fn clean(root: &Path, drafts: bool) -> Built {
    let options = Options {
        drafts,
        ..Options::at(today())
    };
    let snapshot = source::scan(root, options, &BTreeMap::default()).expect("a folder");
    Portal::default().build(&snapshot, false)
}

/// Every file that a clean build makes is served with the same bytes. `clean` has social cards and posters as SVG, and to
/// draw all of them would take long: the first is looked at.
fn serves_what_is_published(studio: &Studio, root: &Path) {
    for (view, drafts) in [(View::Editor, true), (View::Public(None), false)] {
        let files = clean(root, drafts).files;
        assert!(files.len() > 20);
        let is_drawing = |bytes: &[u8]| bytes.trim_ascii_start().starts_with(b"<svg");
        let (drawings, others): (Vec<_>, Vec<_>) = files
            .iter()
            .partition(|(path, bytes)| !path.ends_with(".svg") && is_drawing(bytes));
        for (path, _) in drawings.into_iter().take(1) {
            assert!(path.ends_with(".png"), "{path}");
            assert!(studio.serve(view, path).bytes.starts_with(b"\x89PNG"));
        }
        for (path, bytes) in others {
            let url = path.strip_suffix("index.html").unwrap_or(path);
            let served = studio.serve(view, url);
            assert!(served.found, "{url}");
            assert_eq!(served.path, *path);
            assert!(*served.bytes == **bytes, "{url}");
        }
    }
}

#[test]
fn every_file_is_served_as_it_would_be_published() {
    let place = Place::new();
    serves_what_is_published(&place.studio, place.folder.path());
}

#[test]
fn every_file_of_the_sample_portal_is_served_as_it_would_be_published() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let studio = Studio::open(root, Lang::Vi, Some(today()), Memo::default()).expect("a folder");
    serves_what_is_published(&studio, root);
}

#[test]
fn a_saved_text_is_served_and_told() {
    let place = Place::new();
    let news = place.studio.news();
    place.save(
        "content/tin-tuc/hop.md",
        "+++\ntitle = \"Họp xóm\"\ndate = 2026-11-20\n+++\nHọp lúc 9 giờ.\n",
    );
    assert!(place.page("tin-tuc/hop/").contains("Họp lúc 9 giờ."));
    assert!(place.page("tin-tuc/").contains("Họp xóm"));
    let news = news.borrow();
    assert_eq!(
        (news.build, &*news.saved),
        (2, &["tin-tuc/hop/".to_owned()][..])
    );
    assert!(news.written > 0);
}

#[test]
fn nothing_is_told_when_nothing_changed() {
    let place = Place::new();
    place.look(&["content/tin-tuc/nowhere.md", "content/tin-tuc/hop.md"]);
    place.wake(&Wake::sweep());
    place.studio.check(|| true);
    assert_eq!(place.studio.news().borrow().build, 1);
    // A file that was saved a moment ago may have been saved again within one tick of the clock: it was not.
    place.save(
        "content/tin-tuc/hop.md",
        "+++\ntitle = \"Họp xóm\"\ndate = 2026-11-20\n+++\nHọp.\n",
    );
    place.look(&["content/tin-tuc/hop.md"]);
    place.wake(&Wake::sweep());
    assert_eq!(place.studio.news().borrow().build, 2);
}

#[test]
fn a_broken_page_stays_as_it_was_until_it_is_mended() {
    let place = Place::new();
    let before = place.page("tin-tuc/hop/");
    place.save("content/tin-tuc/hop.md", "+++\ntitle = \"Họp\n+++\nHỏng.\n");
    assert_eq!(place.page("tin-tuc/hop/"), before);
    assert_eq!(place.codes().len(), 1);
    assert!(place.page("tin-tuc/le-hoi/").contains("Lễ hội mùa xuân."));
    place.save(
        "content/tin-tuc/hop.md",
        "+++\ntitle = \"Họp\"\n+++\nĐã sửa.\n",
    );
    assert!(place.page("tin-tuc/hop/").contains("Đã sửa."));
    assert_eq!(place.codes(), Vec::<String>::new());
}

#[test]
fn broken_settings_and_a_missing_theme_leave_the_pages_standing() {
    let place = Place::new();
    let before = place.page("");
    for text in ["title = \"Xã", "title = \"Xã Mẫu\"\ntheme = \"khong-co\"\n"] {
        place.save("site.toml", text);
        assert_eq!(place.page(""), before);
        assert_eq!(place.codes().len(), 1, "{text}");
    }
}

#[test]
fn a_template_that_fails_is_a_problem_and_the_page_stays() {
    let place = Place::new();
    let good = "{{ page.title }} {{ body }}";
    write(
        place.folder.path(),
        "themes/mau/theme.toml",
        "extends = \"cong-xa\"\n",
    );
    write(
        place.folder.path(),
        "themes/mau/templates/article.html",
        good,
    );
    place.save("site.toml", "title = \"Xã Mẫu\"\ntheme = \"mau\"\n");
    place.wake(&Wake::sweep());
    let before = place.page("tin-tuc/hop/");
    assert!(before.starts_with("Họp thôn"));
    place.save("themes/mau/templates/article.html", "{{ page.title.a.b }}");
    assert_eq!(place.page("tin-tuc/hop/"), before);
    let codes = place.codes();
    assert_eq!(codes.len(), 1, "{codes:?}");
    place.save("themes/mau/templates/article.html", good);
    assert_eq!(place.codes(), Vec::<String>::new());
}

#[test]
fn a_site_that_is_broken_from_the_start_opens_on_its_problems() {
    let folder = TempDir::new().expect("a temporary folder");
    write(folder.path(), "site.toml", "title = \n");
    let studio =
        Studio::open(folder.path(), Lang::Vi, Some(today()), Memo::default()).expect("a folder");
    assert_eq!(studio.first_page(), ".trangxa/");
    assert!(!studio.problems().problems.is_empty());
    assert!(!studio.serve(View::Editor, "").bytes.is_empty());
}

#[test]
fn the_page_edited_last_is_opened_first() {
    let place = Place::new();
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(5);
    let file = fs::File::options()
        .write(true)
        .open(place.folder.path().join("content/tin-tuc/le-hoi.md"));
    file.and_then(|file| file.set_modified(later))
        .expect("a file");
    place.look(&["content/tin-tuc/le-hoi.md"]);
    assert_eq!(place.studio.first_page(), "tin-tuc/le-hoi/");
}

#[test]
fn a_resident_sees_no_draft_and_what_is_due_on_the_day() {
    let place = Place::new();
    let seen = |view: View, path: &str| place.studio.serve(view, path).found;
    let day = |text: &str| View::Public(trangxa::vi::date::parse(text));
    assert!(seen(View::Editor, "tin-tuc/nhap/") && seen(View::Editor, "tin-tuc/hen-gio/"));
    assert!(
        !seen(View::Public(None), "tin-tuc/nhap/") && !seen(View::Public(None), "tin-tuc/hen-gio/")
    );
    assert!(
        !seen(day("2026-12-25"), "tin-tuc/nhap/") && seen(day("2026-12-25"), "tin-tuc/hen-gio/")
    );
    place.save(
        "content/tin-tuc/nhap.md",
        "+++\ntitle = \"Bản nháp\"\ndate = 2026-11-18\n+++\nXong.\n",
    );
    assert!(seen(View::Public(None), "tin-tuc/nhap/"));
}

#[test]
fn the_bar_knows_what_residents_do_not_see() {
    let place = Place::new();
    let facts = place.studio.facts(View::Editor, "tin-tuc/nhap/");
    assert_eq!(facts.file.as_deref(), Some("content/tin-tuc/nhap.md"));
    assert_eq!(facts.mark.as_deref(), Some("bản nháp"));
    assert_eq!(
        facts.hidden,
        [
            (
                "tin-tuc/hen-gio/".to_owned(),
                "hẹn đăng 24/12/2026".to_owned()
            ),
            ("tin-tuc/nhap/".to_owned(), "bản nháp".to_owned()),
        ]
    );
    assert_eq!(
        facts.next,
        Some(("Hẹn giờ".to_owned(), "sẽ đăng 24/12/2026".to_owned()))
    );
    assert_eq!(facts.due, None);
    let section = place.studio.facts(View::Editor, "tin-tuc/");
    assert_eq!(section.file.as_deref(), Some("content/tin-tuc/_index.md"));
}

#[test]
fn a_problem_has_its_place_its_excerpt_and_its_page() {
    let place = Place::new();
    place.save(
        "content/tin-tuc/hop.md",
        "+++\ntitle = \"Họp\"\n+++\nĐường [đi](khong-co.md).\nHết.\n",
    );
    let problems = place.studio.problems().problems;
    let [problem] = &problems[..] else {
        panic!("{problems:?}")
    };
    assert_eq!(
        (problem.severity, &*problem.file),
        ("error", "content/tin-tuc/hop.md")
    );
    assert_eq!((problem.line, problem.column), (4, 12));
    assert_eq!(problem.page.as_deref(), Some("tin-tuc/hop/"));
    let lines: Vec<usize> = problem.excerpt.iter().map(|(n, _)| *n).collect();
    assert_eq!(lines, [2, 3, 4, 5]);
    let (start, end) = problem.marked.expect("it has a place");
    let line = &problem.excerpt[2].1;
    let marked: String = line.chars().skip(start).take(end - start).collect();
    assert_eq!(marked, "khong-co.md");
}

#[test]
fn what_the_checks_find_stands_beside_the_element_that_is_at_fault() {
    let place = Place::new();
    place.save("static/mau-don.pdf", "<html><p>Mẫu đơn</p></html>");
    place.save(
        "content/tin-tuc/hop.md",
        "+++\ntitle = \"Họp\"\n+++\nTải [mẫu đơn](tam-tru.pdf) [tại đây](/lien-he/).\n\nGọi *anh Ba* 0912 345 678.\n",
    );
    place.save("content/tin-tuc/tam-tru.pdf", "<html><p>Mẫu đơn</p></html>");
    place.save("content/lien-he.md", "+++\ntitle = \"Liên hệ\"\n+++\n");
    let problems = place.studio.problems().problems;
    let found: Vec<(&str, Option<&str>, String)> = problems
        .iter()
        .map(|problem| {
            let line = problem.excerpt.iter().find(|(n, _)| *n == problem.line);
            let marked = line
                .zip(problem.marked)
                .map(|((_, line), (from, to))| line.chars().skip(from).take(to - from).collect());
            (
                &*problem.code,
                problem.page.as_deref(),
                marked.unwrap_or_default(),
            )
        })
        .collect();
    let page = Some("tin-tuc/hop/");
    let expected = [
        ("disguised-file", page, "tam-tru.pdf".to_owned()),
        ("vague-link", page, "[tại đây](/lien-he/)".to_owned()),
        ("personal-contact", page, "0912 345 678".to_owned()),
        ("disguised-file", None, String::new()),
    ];
    for one in &expected {
        assert!(found.contains(one), "{one:?} is not in {found:?}");
    }
    assert_eq!(found.len(), expected.len(), "{found:?}");
}

#[test]
fn files_that_pages_use_are_told_when_they_change() {
    let place = Place::new();
    place.save("static/a.txt", "hai");
    assert_eq!(place.studio.news().borrow().files, ["a.txt"]);
    assert_eq!(
        &*place.studio.serve(View::Editor, "a.txt").bytes,
        "hai".as_bytes()
    );
}

/// A small generator of numbers; the same seed gives the same run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).expect("it is below n")
    }
}

/// Does something to one file, as editors, programs and accidents do, and names the paths that it touched.
fn disturb(root: &Path, random: &mut Random) -> Vec<String> {
    let texts: Vec<&str> = SITE.iter().map(|(path, _)| *path).collect();
    let path = texts[random.below(texts.len())];
    let text = SITE
        .iter()
        .find(|(other, _)| *other == path)
        .map_or("", |(_, text)| text);
    let extra = format!("content/tin-tuc/them-{}.md", random.below(4));
    match random.below(12) {
        0..=3 => write(
            root,
            path,
            format!("{text}\nThêm {}.\n", random.below(1000)),
        ),
        4 => write(
            root,
            path,
            text.replace("title = \"", &format!("title = \"{} ", random.below(1000))),
        ),
        5 => write(root, path, &text.as_bytes()[..random.below(text.len() + 1)]),
        6 => write(root, path, ""),
        7 => write(root, path, [0xC3, 0x28, 0x00, 0xFF, b'a']),
        8 => {
            let _ = fs::remove_file(root.join(path));
        }
        9 => {
            let new = format!("{path}.moi.md");
            let _ = fs::rename(root.join(path), root.join(&new));
            let _ = fs::rename(root.join(&new), root.join(&extra));
            return vec![path.to_owned(), extra];
        }
        10 => {
            write(
                root,
                &extra,
                format!("+++\ntitle = \"Thêm {}\"\n+++\nChữ.\n", random.below(9)),
            );
            return vec![extra];
        }
        _ => {
            let _ = fs::remove_file(root.join(&extra));
            return vec![extra];
        }
    }
    vec![path.to_owned()]
}

#[test]
fn after_ten_thousand_fuzzed_saves_the_state_is_that_of_a_clean_build() {
    let place = Place::new();
    let root = place.folder.path();
    let mut random = Random(57);
    for step in 1..=10_000 {
        let mut touched = disturb(root, &mut random);
        while random.below(4) == 0 {
            touched.extend(disturb(root, &mut random));
        }
        let touched: Vec<&str> = touched.iter().map(String::as_str).collect();
        place.look(&touched);
        if random.below(8) == 0 {
            let view = [View::Editor, View::Public(None)][random.below(2)];
            let _ = place
                .studio
                .serve(view, ["", "tin-tuc/", "tin-tuc/hop/"][random.below(3)]);
            let _ = place.studio.problems();
        }
        if step % 200 != 0 {
            continue;
        }
        place.studio.check(|| true);
        let Built {
            files,
            mut diagnostics,
            ..
        } = clean(root, true);
        diagnostics.sort_by_key(|diagnostic| !diagnostic.is_error());
        assert_eq!(place.studio.diagnostics(), diagnostics, "step {step}");
        // Settings that cannot be read leave the last pages standing; there is nothing to compare then.
        let is_whole = !diagnostics
            .iter()
            .any(|diagnostic| diagnostic.file == "site.toml");
        for (path, bytes) in files.iter().filter(|_| is_whole) {
            let source = place
                .studio
                .facts(
                    View::Editor,
                    path.strip_suffix("index.html").unwrap_or(path),
                )
                .file;
            if diagnostics
                .iter()
                .any(|diagnostic| Some(&diagnostic.file) == source.as_ref())
            {
                continue; // a broken page stands as it last was
            }
            let served = place.studio.serve(
                View::Editor,
                path.strip_suffix("index.html").unwrap_or(path),
            );
            assert_eq!(
                String::from_utf8_lossy(&served.bytes),
                String::from_utf8_lossy(bytes),
                "step {step}, {path}"
            );
        }
    }
}
