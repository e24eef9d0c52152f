//! What DESIGN.md promises to people outside the project: addresses, front matter, lists, terms, documents, themes,
//! Markdown. Whole small sites through `build`, in memory; what templates see is printed by small templates.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use html5gum::{Token, Tokenizer};
use trangxa::diag::{Diagnostic, Lang, place};
use trangxa::moment::Moment;
use trangxa::parse::links;
use trangxa::source::{self, File, Options, Snapshot};

use crate::site::Portal;

/// What a build gave.
struct Built {
    /// Every file; what is not text is shown as far as it is.
    files: BTreeMap<String, String>,
    /// Every diagnostic as `file:line:column code: message | help | …`.
    said: Vec<String>,
    /// File and reason of everything held back.
    held: Vec<String>,
}

fn options() -> Options {
    Options::at(Moment::midnight(jiff::civil::date(2026, 11, 21)))
}

fn snapshot(files: &[(&str, &str)], options: Options) -> Snapshot {
    Snapshot::of(
        files
            .iter()
            .map(|(path, text)| File::in_memory(path, text.as_bytes())),
        options,
    )
}

fn run(snapshot: &Snapshot) -> Built {
    let built = Portal::default().build(snapshot, false);
    let show = |diagnostic: &Diagnostic| {
        let text = snapshot
            .files
            .get(diagnostic.file.as_str())
            .and_then(|file| file.read().ok());
        let text = text
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default();
        let at = diagnostic
            .span
            .map(|span| place(&text, span.start as usize));
        let at = at.map_or(String::new(), |at| format!(":{}:{}", at.line, at.column));
        let head = format!(
            "{}{at} {}: {}",
            diagnostic.file,
            diagnostic.text.msg.code(),
            diagnostic.text.show(Lang::En)
        );
        diagnostic.helps.iter().fold(head, |line, help| {
            format!("{line} | {}", help.show(Lang::En))
        })
    };
    Built {
        files: built
            .files
            .iter()
            .map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned()))
            .collect(),
        said: built.diagnostics.iter().map(show).collect(),
        held: built
            .held_back
            .iter()
            .map(|held| format!("{} {}", held.file, held.reason.show(Lang::En)))
            .collect(),
    }
}

/// Builds a site as of 21/11/2026.
fn build(files: &[(&str, &str)]) -> Built {
    run(&snapshot(files, options()))
}

/// The same without a word about mistakes.
fn good(files: &[(&str, &str)]) -> Built {
    let built = build(files);
    assert_eq!(built.said, Vec::<String>::new());
    built
}

impl Built {
    fn page(&self, path: &str) -> &str {
        self.files
            .get(path)
            .unwrap_or_else(|| panic!("there is no {path}: {:?}", self.paths()))
    }

    fn paths(&self) -> Vec<&str> {
        self.files.keys().map(String::as_str).collect()
    }

    /// The addresses of the pages below a folder.
    fn addresses(&self, folder: &str) -> Vec<&str> {
        let pages = self
            .files
            .keys()
            .filter_map(|path| path.strip_suffix("index.html"));
        let mut found: Vec<&str> = pages.filter(|path| path.starts_with(folder)).collect();
        found.sort_unstable();
        found
    }
}

/// A theme that extends the default one and replaces templates, to print what they see.
macro_rules! theme {
    ($($template:literal = $text:expr),* $(,)?) => {
        [("themes/in/theme.toml", "extends = \"cong-xa\"\n"), $((concat!("themes/in/templates/", $template), $text)),*]
    };
}

fn with<'a>(files: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    files.iter().chain(more).copied().collect()
}

const SITE: (&str, &str) = (
    "site.toml",
    "title = \"Xã\"\nbase_url = \"https://xa.example.vn\"\n",
);
const PRINTED: (&str, &str) = (
    "site.toml",
    "title = \"Xã\"\nbase_url = \"https://xa.example.vn\"\ntheme = \"in\"\n",
);
const HOME: (&str, &str) = ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n");
const NEWS: (&str, &str) = (
    "content/tin-tuc/_index.md",
    "+++\ntitle = \"Tin tức\"\n+++\n",
);
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"></svg>";

// Addresses

#[test]
fn every_file_has_the_address_that_the_contract_gives_it() {
    let table = [
        ("content/_index.md", "title = \"Trang chủ\"", ""),
        (
            "content/gioi-thieu.md",
            "title = \"Giới thiệu\"",
            "gioi-thieu/",
        ),
        (
            "content/tin-tuc/_index.md",
            "title = \"Tin tức\"",
            "tin-tuc/",
        ),
        (
            "content/tin-tuc/bai-viet.md",
            "title = \"Bài\"",
            "tin-tuc/bai-viet/",
        ),
        (
            "content/tin-tuc/hoi-nghi/index.md",
            "title = \"Hội nghị\"",
            "tin-tuc/hoi-nghi/",
        ),
        (
            "content/tin-tuc/hoi-nghi/phu-luc.md",
            "title = \"Phụ lục\"",
            "tin-tuc/hoi-nghi/phu-luc/",
        ),
        // A date in the name is the date, and not in the address.
        (
            "content/tin-tuc/2026-11-21-hop.md",
            "title = \"Họp\"",
            "tin-tuc/hop/",
        ),
        (
            "content/tin-tuc/2026-11-20-dem-hoi/index.md",
            "title = \"Đêm hội\"",
            "tin-tuc/dem-hoi/",
        ),
        (
            "content/tin-tuc/2026-11-19.md",
            "title = \"Chỉ có ngày\"",
            "tin-tuc/2026-11-19/",
        ),
        // Lower case, no accents, in whatever form the file system keeps the name.
        (
            "content/tin-tuc/Đường làng Nghĩa Đô.md",
            "title = \"Đường\"",
            "tin-tuc/duong-lang-nghia-do/",
        ),
        (
            "content/tin-tuc/Chuye\u{302}\u{309}n đo\u{302}\u{309}i so\u{302}\u{301}.md",
            "title = \"NFD\"",
            "tin-tuc/chuyen-doi-so/",
        ),
        (
            "content/tin-tuc/CONG_VAN 12 (ban hanh).md",
            "title = \"Công văn\"",
            "tin-tuc/cong-van-12-ban-hanh/",
        ),
        (
            "content/tin-tuc/ten-tep.md",
            "title = \"Tên\"\nslug = \"ten-rieng\"",
            "tin-tuc/ten-rieng/",
        ),
        // Sections in sections.
        (
            "content/Đất đai/_index.md",
            "title = \"Đất đai\"",
            "dat-dai/",
        ),
        (
            "content/Đất đai/Quy hoạch/_index.md",
            "title = \"Quy hoạch\"",
            "dat-dai/quy-hoach/",
        ),
        (
            "content/Đất đai/Quy hoạch/2030.md",
            "title = \"2030\"",
            "dat-dai/quy-hoach/2030/",
        ),
        (
            "content/y-kien/_index.md",
            "title = \"Ý kiến\"\nslug = \"hoi-dap\"",
            "hoi-dap/",
        ),
        (
            "content/y-kien/cau-1.md",
            "title = \"Câu 1\"",
            "hoi-dap/cau-1/",
        ),
    ];
    let texts: Vec<String> = table
        .iter()
        .map(|(_, front, _)| format!("+++\n{front}\n+++\n"))
        .collect();
    let files: Vec<(&str, &str)> = table
        .iter()
        .zip(&texts)
        .map(|((path, ..), text)| (*path, text.as_str()))
        .collect();
    let built = good(&with(&[SITE], &files));
    let mut expected: Vec<&str> = table
        .iter()
        .map(|(.., address)| *address)
        .chain(["tim-kiem/", "so-do-trang/"])
        .collect();
    expected.sort_unstable();
    assert_eq!(built.addresses(""), expected);
    for ((_, front, address), _) in table.iter().zip(0..) {
        let title = front.split('"').nth(1).expect("a title");
        let html = built.page(&format!("{address}index.html"));
        assert!(
            html.contains(&format!("<h1>{title}</h1>")) || address.is_empty(),
            "{address}"
        );
        assert!(
            html.contains(&format!(
                "<link rel=\"canonical\" href=\"https://xa.example.vn/{address}\">"
            )),
            "{address}"
        );
    }
    assert!(
        built
            .page("tin-tuc/hop/index.html")
            .contains("<time datetime=\"2026-11-21T00:00:00+07:00\">Thứ Bảy, 21/11/2026</time>")
    );
    assert!(
        built
            .page("tin-tuc/dem-hoi/index.html")
            .contains("<time datetime=\"2026-11-20T00:00:00+07:00\">")
    );
    assert!(
        !built
            .page("tin-tuc/2026-11-19/index.html")
            .contains("<time datetime")
    );
}

#[test]
fn an_address_that_is_not_plain_is_an_error() {
    let built = build(&[
        SITE,
        HOME,
        (
            "content/muc/_index.md",
            "+++\ntitle = \"Mục\"\nslug = \"Mục Mới\"\n+++\n",
        ),
        (
            "content/a.md",
            "+++\ntitle = \"A\"\nslug = \"Tin Mới\"\n+++\n",
        ),
        (
            "content/b.md",
            "+++\ntitle = \"B\"\nslug = \"tin/cu\"\n+++\n",
        ),
        ("content/???.md", "+++\ntitle = \"C\"\n+++\n"),
    ]);
    assert_eq!(
        built.said,
        [
            "content/???.md:1:1 empty-slug: no address can be made from “???” | set slug = \"plain-address\" in the front matter",
            "content/a.md:3:8 slug-not-plain: the address “Tin Mới” has characters that cannot be used | write: slug = \"tin-moi\"",
            "content/b.md:3:8 slug-not-plain: the address “tin/cu” has characters that cannot be used | write: slug = \"tin-cu\"",
            "content/muc/_index.md:3:8 slug-not-plain: the address “Mục Mới” has characters that cannot be used | write: slug = \"muc-moi\"",
        ]
    );
}

#[test]
fn two_pages_with_one_address_or_one_of_the_programs_are_errors() {
    let built = build(&[
        SITE,
        HOME,
        NEWS,
        ("content/tin-tuc/hop.md", "+++\ntitle = \"A\"\n+++\n"),
        (
            "content/tin-tuc/2026-11-01-hop.md",
            "+++\ntitle = \"B\"\n+++\n",
        ),
        (
            "content/tin-tuc/cu.md",
            "+++\ntitle = \"C\"\naliases = [\"/tin-tuc/hop/\", \"/tin-tuc/\", \"khong-gach\"]\n+++\n",
        ),
        ("content/chu-de/_index.md", "+++\ntitle = \"D\"\n+++\n"),
        ("content/tim-kiem.md", "+++\ntitle = \"E\"\n+++\n"),
        ("static/rss.xml", "của tôi"),
    ]);
    assert_eq!(
        built.said,
        [
            "content/_index.md:1:1 duplicate-url: the address /rss.xml is used by another page or file | give one of them another slug, or rename a file",
            "content/chu-de/_index.md:1:1 reserved-url: the address /chu-de/ is taken by a page that the program makes | set another slug in the front matter, or rename the file or folder",
            "content/tim-kiem.md:1:1 reserved-url: the address /tim-kiem/ is taken by a page that the program makes | set another slug in the front matter, or rename the file or folder",
            "content/tin-tuc/cu.md:3:12 duplicate-url: the address /tin-tuc/hop/ is used by another page or file | remove this alias, or change the address of the other page",
            "content/tin-tuc/cu.md:3:29 duplicate-url: the address /tin-tuc/ is used by another page or file | remove this alias, or change the address of the other page",
            "content/tin-tuc/cu.md:3:42 bad-alias: the alias “khong-gach” is not valid | write: aliases = [\"/tin-tuc/old-name/\"]",
            "content/tin-tuc/hop.md:1:1 duplicate-url: the address /tin-tuc/hop/ is used by another page or file | give one of them another slug, or rename a file",
        ]
    );
}

#[test]
fn a_file_with_the_name_of_a_folder_is_an_error() {
    let built = build(&[
        SITE,
        HOME,
        ("content/lich.md", "+++\ntitle = \"Lịch\"\n+++\n"),
        ("static/lich", "tệp"),
    ]);
    assert_eq!(
        built.said,
        [
            "static/lich duplicate-url: the address /lich/ is used by another page or file | give one of them another slug, or rename a file"
        ]
    );
}

#[test]
fn a_folder_without_an_index_is_a_section_with_a_warning() {
    let built = build(&[
        SITE,
        HOME,
        ("content/tin-tuc/thon/a.md", "+++\ntitle = \"A\"\n+++\n"),
    ]);
    assert_eq!(
        built.said,
        [
            "content/tin-tuc/_index.md missing-index: the section “tin-tuc” has no _index.md; the folder's name is used as its title | make the file content/tin-tuc/_index.md with three lines: +++ then title = \"Section title\" then +++",
            "content/tin-tuc/thon/_index.md missing-index: the section “tin-tuc/thon” has no _index.md; the folder's name is used as its title | make the file content/tin-tuc/thon/_index.md with three lines: +++ then title = \"Section title\" then +++",
        ]
    );
    assert_eq!(
        built.addresses("tin-tuc"),
        ["tin-tuc/", "tin-tuc/thon/", "tin-tuc/thon/a/"]
    );
    assert!(
        built
            .page("tin-tuc/index.html")
            .contains("<h1>Tin tuc</h1>")
    );
}

#[test]
fn some_files_are_always_there() {
    let built = good(&[
        SITE,
        HOME,
        NEWS,
        (
            "content/tin-tuc/thon/_index.md",
            "+++\ntitle = \"Thôn\"\n+++\n",
        ),
    ]);
    let paths: Vec<&str> = built
        .paths()
        .into_iter()
        .filter(|path| !path.starts_with("assets/") && !path.starts_with("the-chia-se/"))
        .collect();
    assert_eq!(
        paths,
        [
            "404.html",
            "atom.xml",
            "du-lieu/tim/2-cap-0.js",
            "du-lieu/tim/2-tu-0.js",
            "du-lieu/tim/2-van.js",
            "du-lieu/tim/bai-0.js",
            "du-lieu/tim/muc-luc.js",
            "du-lieu/tin-bai.json",
            "feed.json",
            "index.html",
            "ngoai-tuyen.js",
            "robots.txt",
            "rss.xml",
            "sitemap.xml",
            "so-do-trang/index.html",
            "tim-kiem/index.html",
            "tin-tuc/atom.xml",
            "tin-tuc/feed.json",
            "tin-tuc/index.html",
            "tin-tuc/rss.xml",
            "tin-tuc/thon/atom.xml",
            "tin-tuc/thon/feed.json",
            "tin-tuc/thon/index.html",
            "tin-tuc/thon/rss.xml",
        ]
    );
    assert_eq!(
        built.page("robots.txt"),
        "User-agent: *\nAllow: /\n\nSitemap: https://xa.example.vn/sitemap.xml\n"
    );
}

#[test]
fn sitemap_and_feeds_hold_exactly_what_is_public() {
    let built = good(&[
        (
            "site.toml",
            "title = \"Xã\"\nbase_url = \"https://xa.example.vn/cong\"\nfeed_limit = 2\n",
        ),
        HOME,
        NEWS,
        (
            "content/tin-tuc/a.md",
            "+++\ntitle = \"A & B\"\ndate = 2026-11-01\naliases = [\"/a/\"]\n+++\nMột.\n",
        ),
        (
            "content/tin-tuc/b.md",
            "+++\ntitle = \"B\"\ndate = 2026-11-02\nupdated = 2026-11-05\n+++\nHai.\n",
        ),
        (
            "content/tin-tuc/c.md",
            "+++\ntitle = \"C\"\ndate = 2026-11-03T08:30:00\n+++\nBa.\n",
        ),
        (
            "content/tin-tuc/d.md",
            "+++\ntitle = \"D\"\ndate = 2026-11-04\ndraft = true\n+++\nBốn.\n",
        ),
        (
            "content/lien-he.md",
            "+++\ntitle = \"Liên hệ\"\nkind = \"page\"\ndate = 2026-11-04\n+++\nNăm.\n",
        ),
    ]);
    assert_eq!(
        built.page("sitemap.xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
         <url><loc>https://xa.example.vn/cong/</loc></url>\n\
         <url><loc>https://xa.example.vn/cong/lien-he/</loc><lastmod>2026-11-04</lastmod></url>\n\
         <url><loc>https://xa.example.vn/cong/so-do-trang/</loc></url>\n\
         <url><loc>https://xa.example.vn/cong/tim-kiem/</loc></url>\n\
         <url><loc>https://xa.example.vn/cong/tin-tuc/a/</loc><lastmod>2026-11-01</lastmod></url>\n\
         <url><loc>https://xa.example.vn/cong/tin-tuc/b/</loc><lastmod>2026-11-05</lastmod></url>\n\
         <url><loc>https://xa.example.vn/cong/tin-tuc/c/</loc><lastmod>2026-11-03</lastmod></url>\n\
         <url><loc>https://xa.example.vn/cong/tin-tuc/</loc></url>\n</urlset>\n"
    );
    assert_eq!(
        built.page("tin-tuc/rss.xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n\
         <title>Tin tức – Xã</title>\n<link>https://xa.example.vn/cong/tin-tuc/</link>\n<description>Tin tức – Xã</description>\n\
         <language>vi</language>\n\
         <atom:link href=\"https://xa.example.vn/cong/tin-tuc/rss.xml\" rel=\"self\" type=\"application/rss+xml\"/>\n\
         <item>\n<title>C</title>\n<link>https://xa.example.vn/cong/tin-tuc/c/</link>\n\
         <guid>https://xa.example.vn/cong/tin-tuc/c/</guid>\n<pubDate>Tue, 03 Nov 2026 08:30:00 +0700</pubDate>\n\
         <category>Tin tức</category>\n<description>Ba.</description>\n</item>\n\
         <item>\n<title>B</title>\n<link>https://xa.example.vn/cong/tin-tuc/b/</link>\n\
         <guid>https://xa.example.vn/cong/tin-tuc/b/</guid>\n<pubDate>Mon, 02 Nov 2026 00:00:00 +0700</pubDate>\n\
         <category>Tin tức</category>\n<description>Hai.</description>\n</item>\n</channel>\n</rss>\n"
    );
    let links = |path: &str, mark: &str| -> Vec<String> {
        built
            .page(path)
            .split(mark)
            .skip(1)
            .filter_map(|rest| Some(rest.split(['"', '<']).next()?.to_owned()))
            .collect()
    };
    // A standing page is no news, dated or not.
    assert_eq!(
        links("rss.xml", "<guid>https://xa.example.vn/cong/"),
        ["tin-tuc/c/", "tin-tuc/b/"]
    );
    assert_eq!(
        links("atom.xml", "<id>https://xa.example.vn/cong/"),
        ["atom.xml", "tin-tuc/c/", "tin-tuc/b/"]
    );
    assert_eq!(
        links("feed.json", "\"id\":\"https://xa.example.vn/cong/"),
        ["tin-tuc/c/", "tin-tuc/b/"]
    );
    assert_eq!(
        built.page("du-lieu/tin-bai.json"),
        "{\"title\":\"Xã\",\"base_url\":\"https://xa.example.vn/cong\",\"items\":[\n\
         {\"title\":\"Liên hệ\",\"path\":\"lien-he/\",\"kind\":\"page\",\"date\":\"2026-11-04T00:00:00+07:00\",\"section\":null,\"description\":\"Năm.\"},\n\
         {\"title\":\"C\",\"path\":\"tin-tuc/c/\",\"kind\":\"article\",\"date\":\"2026-11-03T08:30:00+07:00\",\"section\":\"Tin tức\",\"description\":\"Ba.\"},\n\
         {\"title\":\"B\",\"path\":\"tin-tuc/b/\",\"kind\":\"article\",\"date\":\"2026-11-02T00:00:00+07:00\",\"section\":\"Tin tức\",\"description\":\"Hai.\"},\n\
         {\"title\":\"A & B\",\"path\":\"tin-tuc/a/\",\"kind\":\"article\",\"date\":\"2026-11-01T00:00:00+07:00\",\"section\":\"Tin tức\",\"description\":\"Một.\"}\n]}\n"
    );
}

// Lists

#[test]
fn lists_are_paged_newest_first_and_never_move_their_older_pages() {
    let list = "{{ page.path }} [{% for i in items %}{{ i.title }}{% endfor %}]{% if pager %} {{ pager.number }}/{{ pager.total }} \
                newer={{ pager.newer }} older={{ pager.older }} first={{ pager.first }} last={{ pager.last }}{% endif %}\n";
    let theme = theme!("list.html" = list, "term.html" = list);
    let article = |title: &str, day: u8| {
        format!(
            "+++\ntitle = \"{title}\"\ndate = 2026-11-{day:02}\ntopics = [\"dat-dai\"]\ntags = [\"Thẻ Đỏ\"]\naudiences = \
             [\"nong-dan\"]\nunit = \"ubnd\"\nauthor = \"Trần Đức\"\nnq57_tasks = [3]\n+++\n"
        )
    };
    let texts: Vec<(String, String)> = ["A", "B", "C", "D", "E"]
        .iter()
        .zip(1..)
        .map(|(title, day)| {
            (
                format!("content/tin-tuc/{title}.md").to_lowercase(),
                article(title, day),
            )
        })
        .collect();
    let mut files = vec![
        (
            "site.toml",
            "title = \"Xã\"\ntheme = \"in\"\npaginate = 2\n",
        ),
        HOME,
        NEWS,
        (
            "content/_data/topics.toml",
            "[[topic]]\nid = \"dat-dai\"\nname = \"Đất đai\"\n",
        ),
        (
            "content/_data/audiences.toml",
            "[[audience]]\nid = \"nong-dan\"\nname = \"Nông dân\"\n",
        ),
        (
            "content/_data/units.toml",
            "[[unit]]\nid = \"ubnd\"\nname = \"Ủy ban\"\n",
        ),
        (
            "content/_data/nq57_tasks.toml",
            "[[task]]\nid = 3\nname = \"Hạ tầng\"\n",
        ),
    ];
    files.extend(theme);
    files.extend(
        texts
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    );
    let built = good(&files);
    for list in [
        "tin-tuc/",
        "chu-de/dat-dai/",
        "the/the-do/",
        "doi-tuong/nong-dan/",
        "don-vi/ubnd/",
        "tac-gia/tran-duc/",
        "nhiem-vu/3/",
    ] {
        // The first page has the newest; the pages after it are counted from the oldest item.
        let expected = [
            (
                String::new(),
                format!("[ED] 1/3 newer= older={list}trang/2/"),
            ),
            (
                "trang/2/".to_owned(),
                format!("[C] 2/3 newer={list} older={list}trang/3/"),
            ),
            (
                "trang/3/".to_owned(),
                format!("[BA] 3/3 newer={list}trang/2/ older="),
            ),
        ];
        let pages: Vec<&str> = built
            .addresses(list)
            .into_iter()
            .filter(|path| *path == list || path.contains("/trang/"))
            .collect();
        assert_eq!(
            pages,
            expected.each_ref().map(|(page, _)| format!("{list}{page}")),
            "{list}"
        );
        for (page, line) in expected {
            let html = built.page(&format!("{list}{page}index.html"));
            assert_eq!(
                html,
                format!("{list}{page} {line} first={list} last={list}trang/3/\n")
            );
        }
    }
    // One more article changes the first two pages only.
    let more = article("F", 6);
    files.push(("content/tin-tuc/f.md", &more));
    let after = good(&files);
    assert_eq!(
        after.page("tin-tuc/trang/3/index.html"),
        built.page("tin-tuc/trang/3/index.html")
    );
    assert!(
        after
            .page("tin-tuc/index.html")
            .starts_with("tin-tuc/ [FE] 1/3")
    );
    assert!(
        after
            .page("tin-tuc/trang/2/index.html")
            .starts_with("tin-tuc/trang/2/ [DC] 2/3")
    );
}

#[test]
fn a_section_has_its_own_order_length_kind_and_layout() {
    let list = "{{ page.layout }} {{ page.title }}: [{% for i in items %}{{ i.title }}/{{ i.kind }} {% endfor %}]{% if pager %} \
                of {{ pager.total }}{% endif %}{% for c in children %} {{ c.path }}={{ c.description }}{% endfor %}";
    let theme = theme!("list.html" = list, "cards.html" = list, "table.html" = list);
    let page = |title: &str, weight: u8| {
        format!("+++\ntitle = \"{title}\"\ndate = 2026-01-0{weight}\nweight = {weight}\n+++\n")
    };
    let (dau, an, den) = (page("Đậu", 1), page("An", 2), page("Dền", 3));
    let section = |path: &'static str, front: &'static str| (path, front);
    let mut files = vec![
        PRINTED,
        HOME,
        section("content/a/_index.md", "+++\ntitle = \"Theo ngày\"\n+++\n"),
        section(
            "content/b/_index.md",
            "+++\ntitle = \"Theo số\"\nsort = \"weight\"\nlayout = \"cards\"\n+++\n",
        ),
        section(
            "content/c/_index.md",
            "+++\ntitle = \"Theo tên\"\nsort = \"title\"\nlayout = \"table\"\npaginate = 1\nchild_kind = \"document\"\n+++\n",
        ),
        section(
            "content/d/_index.md",
            "+++\ntitle = \"Từng bài\"\npaginate = 1\nchild_kind = \"page\"\n+++\n",
        ),
        section(
            "content/d/z/_index.md",
            "+++\ntitle = \"Sau\"\nweight = 2\ndescription = \"Hai\"\n+++\n",
        ),
        section(
            "content/d/y/_index.md",
            "+++\ntitle = \"Trước\"\nweight = 1\n+++\nMột đoạn.\n",
        ),
        section("content/d/x/_index.md", "+++\ntitle = \"Ấm\"\n+++\n"),
        section("content/d/w/_index.md", "+++\ntitle = \"Âm\"\n+++\n"),
        ("content/d/x/ke-thua.md", "+++\ntitle = \"Kế thừa\"\n+++\n"),
        (
            "content/d/x/rieng.md",
            "+++\ntitle = \"Riêng\"\nkind = \"article\"\n+++\n",
        ),
    ];
    files.extend(theme);
    let paths: Vec<String> = ["a", "b", "c", "d"]
        .iter()
        .flat_map(|s| ["dau", "an", "den"].map(|n| format!("content/{s}/{n}.md")))
        .collect();
    files.extend(
        paths
            .iter()
            .zip([&dau, &an, &den].iter().cycle())
            .map(|(path, text)| (path.as_str(), text.as_str())),
    );
    let built = good(&files);
    assert_eq!(
        built.page("a/index.html"),
        "list Theo ngày: [Dền/article An/article Đậu/article ]"
    );
    assert_eq!(
        built.page("b/index.html"),
        "cards Theo số: [Đậu/article An/article Dền/article ]"
    );
    // A table sorts and filters itself and so holds all its rows; d stands before đ.
    assert_eq!(
        built.page("c/index.html"),
        "table Theo tên: [An/document Dền/document Đậu/document ]"
    );
    assert_eq!(
        built.page("d/index.html"),
        "list Từng bài: [Dền/page ] of 3 d/y/=Một đoạn. d/z/=Hai d/w/= d/x/="
    );
    assert_eq!(
        built.page("d/x/index.html"),
        "list Ấm: [Kế thừa/page Riêng/article ]"
    );
}

#[test]
fn an_item_in_several_topics_stands_once_in_each() {
    let theme = theme!(
        "term.html" = "{{ taxonomy.name }}/{{ taxonomy.title }} {{ term.id }}={{ term.title }} ({{ term.description }}): {% for i in items %}{{ i.title }} {% endfor %}",
        "terms.html" = "{{ taxonomy.path }}:{% for t in terms %} {{ t.title }}={{ t.path }} {{ t.count }}{% endfor %}",
        "article.html" = "{% for t in page.topics %}{{ t.id }}={{ t.path }} {% endfor %}",
    );
    let built = good(&with(
        &[
            PRINTED,
            HOME,
            NEWS,
            (
                "content/_data/topics.toml",
                "[[topic]]\nid = \"so\"\nname = \"Chuyển đổi số\"\ndescription = \"Về số\"\n\n[[topic]]\nid = \"dat\"\nname = \"Đất đai\"\n\n[[topic]]\nid = \"trong\"\nname = \"Chưa có bài\"\n",
            ),
            (
                "content/tin-tuc/a.md",
                "+++\ntitle = \"A\"\ndate = 2026-11-01\ntopics = [\"so\", \"dat\", \"so\"]\ntags = [\"Dịch vụ công\", \"dịch vụ công\", \"Dich vu cong\"]\n+++\n",
            ),
            (
                "content/b.md",
                "+++\ntitle = \"B\"\ndate = 2026-11-02\ntopics = \"dat\"\n+++\n",
            ),
        ],
        &theme,
    ));
    assert_eq!(
        built.page("chu-de/index.html"),
        "chu-de/: Chuyển đổi số=chu-de/so/ 1 Đất đai=chu-de/dat/ 2 Chưa có bài=chu-de/trong/ 0"
    );
    assert_eq!(
        built.page("chu-de/so/index.html"),
        "topics/Chủ đề so=Chuyển đổi số (Về số): A "
    );
    assert_eq!(
        built.page("chu-de/dat/index.html"),
        "topics/Chủ đề dat=Đất đai (): B A "
    );
    assert_eq!(
        built.page("chu-de/trong/index.html"),
        "topics/Chủ đề trong=Chưa có bài (): "
    );
    assert_eq!(
        built.page("the/index.html"),
        "the/: Dịch vụ công=the/dich-vu-cong/ 1"
    );
    assert_eq!(
        built.page("the/dich-vu-cong/index.html"),
        "tags/Thẻ dich-vu-cong=Dịch vụ công (): A "
    );
    assert_eq!(
        built.page("tin-tuc/a/index.html"),
        "so=chu-de/so/ dat=chu-de/dat/ "
    );
    // A taxonomy that nobody uses has no page.
    assert!(built.addresses("doi-tuong").is_empty() && built.addresses("tac-gia").is_empty());
}

#[test]
fn a_term_that_is_not_in_its_registry_is_an_error_with_a_near_name() {
    let built = build(&[
        SITE,
        HOME,
        (
            "content/_data/topics.toml",
            "[[topic]]\nid = \"chuyen-doi-so\"\nname = \"Chuyển đổi số\"\n",
        ),
        (
            "content/_data/units.toml",
            "[[unit]]\nid = \"ubnd\"\nname = \"Ủy ban nhân dân xã\"\n",
        ),
        (
            "content/a.md",
            "+++\ntitle = \"A\"\ntopics = [\"chuyen-doi-s\"]\nunit = \"Ủy ban nhân dân xã\"\nkind = \"artcle\"\naudience = \"x\"\n+++\n",
        ),
    ]);
    assert_eq!(
        built.said,
        [
            "content/a.md:3:11 unknown-term: there is no id “chuyen-doi-s” in content/_data/topics.toml | did you mean “chuyen-doi-so”?",
            "content/a.md:4:8 unknown-term: there is no id “Ủy ban nhân dân xã” in content/_data/units.toml | did you mean “ubnd”?",
            "content/a.md:5:8 unknown-kind: there is no kind “artcle” | did you mean “article”?",
            "content/a.md:6:1 unknown-key: there is no key “audience” | did you mean “audiences”?",
        ]
    );
}

// What is held back

#[test]
fn drafts_scheduled_expired_and_unapproved_pages_are_held_back_with_the_reason() {
    let files = [
        SITE,
        HOME,
        NEWS,
        (
            "content/tin-tuc/nhap.md",
            "+++\ntitle = \"A\"\ndraft = true\n+++\n",
        ),
        (
            "content/tin-tuc/hen.md",
            "+++\ntitle = \"B\"\ndate = 2026-11-22\n+++\n",
        ),
        (
            "content/tin-tuc/2026-12-01-ten.md",
            "+++\ntitle = \"C\"\n+++\n",
        ),
        (
            "content/tin-tuc/gio.md",
            "+++\ntitle = \"D\"\ndate = 2026-11-21T00:00:01\n+++\n",
        ),
        (
            "content/tin-tuc/utc.md",
            "+++\ntitle = \"E\"\ndate = 2026-11-20T17:00:00Z\n+++\n",
        ),
        (
            "content/tin-tuc/het.md",
            "+++\ntitle = \"F\"\nexpires = 2026-11-21\n+++\n",
        ),
        (
            "content/tin-tuc/con-han.md",
            "+++\ntitle = \"G\"\nexpires = 2026-11-22\n+++\n",
        ),
        (
            "content/tin-tuc/cho.md",
            "+++\ntitle = \"H\"\nreview = {status = \"cho-duyet\"}\n+++\n",
        ),
        (
            "content/tin-tuc/go.md",
            "+++\ntitle = \"I\"\nreview = {status = \"gỡ\"}\n+++\n",
        ),
        (
            "content/tin-tuc/duyet.md",
            "+++\ntitle = \"K\"\nreview = {status = \"Đã duyệt\", by = \"Ban biên tập\", on = 2026-11-20}\n+++\n",
        ),
        // What a document says of its own dates does not hold back its page.
        (
            "content/tin-tuc/van-ban.md",
            "+++\ntitle = \"L\"\nkind = \"document\"\nissued = 2026-12-30\n+++\n",
        ),
    ];
    let built = good(&files);
    assert_eq!(
        built.held,
        [
            "content/tin-tuc/2026-12-01-ten.md to appear on 01/12/2026",
            "content/tin-tuc/cho.md waiting for approval",
            "content/tin-tuc/gio.md to appear on 21/11/2026",
            "content/tin-tuc/go.md waiting for approval",
            "content/tin-tuc/hen.md to appear on 22/11/2026",
            "content/tin-tuc/het.md expired on 21/11/2026",
            "content/tin-tuc/nhap.md draft",
        ]
    );
    assert_eq!(
        built.addresses("tin-tuc/"),
        [
            "tin-tuc/",
            "tin-tuc/con-han/",
            "tin-tuc/duyet/",
            "tin-tuc/utc/",
            "tin-tuc/van-ban/"
        ]
    );
    let all = run(&snapshot(
        &files,
        Options {
            drafts: true,
            ..options()
        },
    ));
    assert_eq!(
        (
            all.held.len(),
            all.said.len(),
            all.addresses("tin-tuc/").len()
        ),
        (0, 0, 12)
    );
    // Nothing of what is held back is anywhere in the site.
    for (path, text) in &built.files {
        assert!(
            !text.contains("tin-tuc/nhap") && !text.contains("tin-tuc/cho/"),
            "{path}"
        );
    }
}

#[test]
fn a_link_to_a_page_that_is_held_back_is_an_error() {
    let built = build(&[
        SITE,
        HOME,
        ("content/a.md", "+++\ntitle = \"A\"\n+++\nXem [B](b.md).\n"),
        ("content/b.md", "+++\ntitle = \"B\"\ndraft = true\n+++\n"),
    ]);
    assert_eq!(
        built.said,
        [
            "content/a.md:4:9 link-to-hidden: the page “b.md” is not published, so this link would be broken | remove the link, or publish the other page"
        ]
    );
}

// Old addresses

#[test]
fn aliases_become_redirect_pages() {
    let built = good(&[
        SITE,
        HOME,
        (
            "content/tin-tuc/_index.md",
            "+++\ntitle = \"Tin tức\"\naliases = [\"/tin/\"]\n+++\n",
        ),
        (
            "content/tin-tuc/moi.md",
            "+++\ntitle = \"Mới & đẹp\"\naliases = [\"/tin-tuc/cu/\", \"/cu.html\", \"/2020/01/Bai-Viet\"]\n+++\n",
        ),
        (
            "content/nhap.md",
            "+++\ntitle = \"Nháp\"\ndraft = true\naliases = \"/nhap-cu/\"\n+++\n",
        ),
    ]);
    let redirect = |root: &str, target: &str, title: &str| {
        format!(
            "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
             content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<meta http-equiv=\"refresh\" content=\"0; \
             url={root}{target}\">\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" \
             href=\"https://xa.example.vn/{target}\">\n</head>\n<body>\n<main>\n<h1>Trang đã chuyển</h1>\n<p>Địa chỉ mới: <a \
             href=\"{root}{target}\">{title}</a></p>\n</main>\n</body>\n</html>\n"
        )
    };
    assert_eq!(
        built.page("tin/index.html"),
        redirect("../", "tin-tuc/", "Tin tức")
    );
    assert_eq!(
        built.page("tin-tuc/cu/index.html"),
        redirect("../../", "tin-tuc/moi/", "Mới &amp; đẹp")
    );
    assert_eq!(
        built.page("cu.html"),
        redirect("./", "tin-tuc/moi/", "Mới &amp; đẹp")
    );
    assert_eq!(
        built.page("2020/01/Bai-Viet/index.html"),
        redirect("../../../", "tin-tuc/moi/", "Mới &amp; đẹp")
    );
    assert!(!built.files.contains_key("nhap-cu/index.html"));
    assert!(
        !built.files.contains_key(".htaccess") && !built.files.contains_key("nginx-redirects.conf")
    );
    assert!(!built.page("sitemap.xml").contains("cu"));
}

#[test]
fn the_hosts_redirect_file_is_written_when_the_site_asks_for_it() {
    let content = [
        HOME,
        (
            "content/moi.md",
            "+++\ntitle = \"Mới\"\naliases = [\"/tin-tuc/cu/\", \"/cu.html\"]\n+++\n",
        ),
    ];
    for (base, path) in [
        ("https://xa.example.vn", "/"),
        ("https://example.vn/xa/cong/", "/xa/cong/"),
    ] {
        let config =
            |kind: &str| format!("title = \"Xã\"\nbase_url = \"{base}\"\nredirects = \"{kind}\"\n");
        let apache = config("htaccess");
        let escaped = path;
        assert_eq!(
            good(&with(&[("site.toml", &apache)], &content)).page(".htaccess"),
            format!(
                "ErrorDocument 404 {path}404.html\nRedirectMatch 301 ^{escaped}tin-tuc/cu/?$ {path}moi/\nRedirectMatch 301 \
                 ^{escaped}cu\\.html$ {path}moi/\n"
            )
        );
        let nginx = config("nginx");
        assert_eq!(
            good(&with(&[("site.toml", &nginx)], &content)).page("nginx-redirects.conf"),
            format!(
                "error_page 404 {path}404.html;\nlocation = {path}tin-tuc/cu/ {{ return 301 {path}moi/; }}\nlocation = \
                 {path}cu.html {{ return 301 {path}moi/; }}\n"
            )
        );
    }
}

// Links

/// Every attribute of every tag: (tag, attribute, value).
fn attributes(html: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let text = |string: &html5gum::HtmlString| String::from_utf8_lossy(string).into_owned();
    let tokens = Tokenizer::new(html).map(|Ok(token)| token);
    tokens
        .filter_map(|token| match token {
            Token::StartTag(tag) => {
                let values = tag
                    .attributes
                    .iter()
                    .map(|(key, value)| (text(key), text(value)))
                    .collect();
                Some((text(&tag.name), values))
            }
            _ => None,
        })
        .collect()
}

/// What is wrong with the links of a built site whose root is `base` (`https://xa.example.vn/cong`).
fn wrong_links(built: &Built, base: &str) -> Vec<String> {
    let (host_end, base_path) = match base
        .find("://")
        .and_then(|at| base[at + 3..].find('/').map(|n| at + 3 + n))
    {
        Some(at) => (at, format!("{}/", &base[at..])),
        None => (base.len(), "/".to_owned()),
    };
    let host = &base[..host_end];
    let ids: BTreeMap<&str, BTreeSet<String>> = built
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, html)| {
            (
                path.as_str(),
                attributes(html)
                    .into_iter()
                    .filter_map(|(_, a)| a.get("id").cloned())
                    .collect(),
            )
        })
        .collect();
    let mut wrong = Vec::new();
    for (path, html) in built
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        let mut rest = html.clone();
        for (tag, attributes) in attributes(html) {
            let is =
                |key: &str, value: &str| attributes.get(key).map(String::as_str) == Some(value);
            for (key, value) in &attributes {
                let refresh = tag == "meta" && is("http-equiv", "refresh") && key == "content";
                let link = match key.as_str() {
                    "href" | "src" | "action" | "data-index" | "data-root" => value.as_str(),
                    _ if refresh => value.split_once("url=").expect("a refresh has a target").1,
                    _ => continue,
                };
                if (tag == "link" && is("rel", "canonical")) || link.contains("facebook.com/sharer")
                {
                    rest = rest.replacen(value.as_str(), "", 1);
                    continue;
                }
                if link.starts_with("mailto:")
                    || link.starts_with("tel:")
                    || (link.contains("://") && !link.starts_with(host))
                {
                    continue;
                }
                let absolute = link.starts_with('/') || link.contains("://");
                if absolute != (path == "404.html" && !link.starts_with('#')) {
                    wrong.push(format!(
                        "{path}: {link} is {}",
                        if absolute { "absolute" } else { "not absolute" }
                    ));
                    continue;
                }
                let (target, anchor) = link
                    .split_once('#')
                    .map_or((link, None), |(target, anchor)| (target, Some(anchor)));
                let target = links::decode(target.split('?').next().unwrap_or(""));
                let anchor = anchor.map(links::decode);
                let mut parts: Vec<&str> = if absolute {
                    Vec::new()
                } else {
                    path.split('/').collect()
                };
                let below = if absolute {
                    target
                        .strip_prefix(base_path.as_str())
                        .unwrap_or("outside the site")
                } else {
                    &target
                };
                if !target.is_empty() {
                    parts.pop();
                    for part in below.split('/') {
                        match part {
                            "." => {}
                            ".." => {
                                if parts.pop().is_none() {
                                    parts.push("outside the site");
                                }
                            }
                            part => parts.push(part),
                        }
                    }
                }
                let mut found = parts.join("/");
                if found.is_empty() || found.ends_with('/') {
                    found += "index.html";
                }
                if key == "data-root" {
                    continue;
                }
                if !built.files.contains_key(&found) {
                    wrong.push(format!(
                        "{path}: {link} leads to {found}, which is not there"
                    ));
                } else if let Some(anchor) = anchor
                    && !ids[found.as_str()].contains(anchor.as_ref())
                {
                    wrong.push(format!(
                        "{path}: {link} leads to an anchor that is not there"
                    ));
                }
            }
        }
        // The base URL stands in canonical links, social tags and structured data, on the line that is printed with the
        // page, and nowhere else.
        for line in rest.lines() {
            let allowed = [
                "<meta property=\"og:",
                "<script type=\"application/ld+json\">",
                "<p class=\"print-only\">",
            ];
            if line.contains(host) && !allowed.iter().any(|start| line.starts_with(start)) {
                wrong.push(format!("{path} has the base URL in: {line}"));
            }
        }
    }
    wrong
}

/// A site that has something of everything, for the default theme.
const RICH: &[(&str, &str)] = &[
    HOME,
    NEWS,
    (
        "content/_data/topics.toml",
        "[[topic]]\nid = \"so\"\nname = \"Số\"\n\n[[topic]]\nid = \"dat\"\nname = \"Đất\"\n",
    ),
    (
        "content/_data/units.toml",
        "[[unit]]\nid = \"ubnd\"\nname = \"Ủy ban\"\n",
    ),
    (
        "content/_data/nq57_tasks.toml",
        "[[task]]\nid = 1\nname = \"Nhận thức\"\n",
    ),
    (
        "content/_data/kpi.toml",
        "[[kpi]]\nid = \"a\"\ntext = \"Hồ sơ trực tuyến\"\nsection = \"nq57\"\ntarget = \"80%\"\nsource = \"Nghị quyết\"\n",
    ),
    (
        "content/tin-tuc/mot.md",
        "+++\ntitle = \"Một\"\ndate = 2026-11-01\ntopics = [\"so\"]\ntags = [\"x\"]\nunit = \"ubnd\"\nauthor = \"An\"\nnq57_tasks = \
         [1]\naliases = [\"/cu/mot/\", \"/mot.html\"]\n+++\n## Mục lớn\n\nXem [hai](hai/index.md#phần-sau), [mục](#muc-lon), [văn \
         bản](/nq57/van-ban/), [tệp](hai/tep.pdf), [trang chủ](/), [tìm](/tim-kiem/), [RSS](/tin-tuc/rss.xml), [mẫu](/tep/mẫu.txt), \
         [ngoài](https://example.com/), Nghị quyết số 57-NQ/TW.[^1]\n\n### Mục nhỏ\n\n![Biểu tượng](/anh/anh.svg)\n\n[^1]: Chú thích.\n",
    ),
    (
        "content/tin-tuc/hai/index.md",
        "+++\ntitle = \"Hai\"\ndate = 2026-11-02\ntopics = [\"so\", \"dat\"]\nimage = \"anh lớn.svg\"\nimage_alt = \"Trụ sở\"\nfeatured = \
         true\n+++\n## Phần sau {#phần-sau}\n\n![Trụ sở](anh%20lớn.svg) [một](../mot.md)\n",
    ),
    ("content/tin-tuc/hai/anh lớn.svg", SVG),
    ("content/tin-tuc/hai/tep.pdf", "%PDF-1.7"),
    (
        "content/tin-tuc/ba.md",
        "+++\ntitle = \"Ba\"\ndate = 2026-11-03\ntopics = [\"dat\"]\n+++\nBa.\n",
    ),
    (
        "content/nq57/_index.md",
        "+++\ntitle = \"Nghị quyết 57\"\nlayout = \"minisite\"\n+++\nVề nghị quyết.\n",
    ),
    (
        "content/nq57/van-ban/_index.md",
        "+++\ntitle = \"Văn bản\"\nlayout = \"table\"\nchild_kind = \"document\"\n+++\n",
    ),
    (
        "content/nq57/van-ban/nq57.md",
        "+++\ntitle = \"Nghị quyết 57\"\nsymbol = \"57-NQ/TW\"\nissued = 2024-12-22\nfiles = [\"nq57.pdf\"]\nreplaced_by = \
         \"99-NQ/TW\"\n+++\n",
    ),
    (
        "content/nq57/van-ban/nq99.md",
        "+++\ntitle = \"Nghị quyết 99\"\nsymbol = \"99-NQ/TW\"\nissued = 2026-01-01\n+++\n",
    ),
    ("content/nq57/van-ban/nq57.pdf", "%PDF-1.7"),
    (
        "content/nq57/cau-chuyen/_index.md",
        "+++\ntitle = \"Câu chuyện\"\nlayout = \"cards\"\n+++\n",
    ),
    (
        "content/nq57/cau-chuyen/a.md",
        "+++\ntitle = \"Chuyện\"\ndate = 2026-10-01\n+++\nA.\n",
    ),
    (
        "content/gioi-thieu.md",
        "+++\ntitle = \"Giới thiệu\"\nkind = \"page\"\n+++\n",
    ),
    ("static/anh/anh.svg", SVG),
    ("static/anh/nhan.svg", SVG),
    ("static/tep/mẫu.txt", "mẫu"),
];

const RICH_SETTINGS: &str = r#"
title = "Xã An Lạc"
description = "Thông tin của xã."
paginate = 2
[organization]
name = "Ủy ban nhân dân xã"
phone = "0220 1234567"
email = "xa@example.vn"
logo = "/anh/anh.svg"
trust_label = {image = "/anh/nhan.svg", url = "https://tinnhiemmang.vn/", alt = "Nhãn"}
[[menu]]
title = "Tin tức"
url = "/tin-tuc/"
children = [{title = "Một", url = "/tin-tuc/mot/"}, {title = "Ngoài", url = "https://example.com/"}]
[[menu]]
title = "Trang chủ"
url = "/"
[extra]
footer = [{title = "Giới thiệu", path = "gioi-thieu/"}]
quick_links = [{title = "Tìm", path = "tim-kiem/"}]
"#;

#[test]
fn every_link_of_every_page_is_relative_and_leads_to_a_file() {
    for base in ["https://xa.example.vn", "https://example.vn/xa/cong"] {
        let settings = format!("base_url = \"{base}\"{RICH_SETTINGS}");
        let built = good(&with(RICH, &[("site.toml", &settings)]));
        assert_eq!(wrong_links(&built, base), Vec::<String>::new());
        // The pages are the same but for the base URL itself.
        let pages = built
            .files
            .keys()
            .filter(|path| path.ends_with(".html"))
            .count();
        assert_eq!(pages, 29);
    }
}

#[test]
fn a_picture_of_the_organization_that_is_not_there_is_an_error() {
    let settings = "title = \"Xã\"\n[organization]\nlogo = \"/anh/logo.svg\"\ntrust_label = {image = \"nhan.png\", alt = \"Nhãn\"}\n";
    let built = build(&[
        ("site.toml", settings),
        HOME,
        ("static/anh/logo-xa.svg", SVG),
    ]);
    let help = "put the picture beside the article or in static/, and spell its name exactly";
    assert_eq!(
        built.said,
        [
            format!(
                "site.toml:3:8 broken-image: there is no picture “anh/logo.svg” | did you mean “/anh/logo-xa.svg”? | {help}"
            ),
            format!("site.toml:4:24 broken-image: there is no picture “nhan.png” | {help}"),
        ]
    );
}

#[test]
fn a_site_that_does_not_know_its_address_says_nothing_of_it() {
    let mut built = good(&with(RICH, &[("site.toml", RICH_SETTINGS)]));
    built.files.remove("404.html").expect("it is always there");
    assert_eq!(
        wrong_links(&built, "https://khong-co.example.vn"),
        Vec::<String>::new()
    );
    for (path, html) in built
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        for mark in [
            "rel=\"canonical\"",
            "og:url",
            "og:image",
            "print-only",
            "facebook.com",
        ] {
            assert!(!html.contains(mark), "{path} has {mark}");
        }
    }
}

#[test]
fn what_hosts_read_in_static_is_copied_and_what_editors_leave_behind_is_not() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in [
        ("site.toml", "title = \"Xã\"\n"),
        ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
        ("static/.well-known/security.txt", "Contact: mailto:a@b.vn"),
        ("static/.htaccess", "Options -Indexes"),
        ("static/Thumbs.db", "x"),
        ("static/.DS_Store", "x"),
        ("static/~$mau.docx", "x"),
        ("static/Mẫu đơn.docx", "x"),
    ] {
        let target = dir.path().join(path);
        std::fs::create_dir_all(target.parent().expect("a folder")).expect("made");
        std::fs::write(target, text).expect("written");
    }
    let snapshot =
        source::scan(dir.path(), options(), &source::Stamps::new()).expect("it is there");
    let built = run(&snapshot);
    assert_eq!(built.said, Vec::<String>::new());
    let ours = ["assets/", "tim-kiem/", "so-do-trang/", "du-lieu/"];
    let other: Vec<&str> = built
        .paths()
        .into_iter()
        .filter(|path| !ours.iter().any(|folder| path.starts_with(folder)))
        .collect();
    assert_eq!(
        other,
        [
            ".htaccess",
            ".well-known/security.txt",
            "404.html",
            "Mẫu đơn.docx",
            "atom.xml",
            "feed.json",
            "index.html",
            "ngoai-tuyen.js",
            "robots.txt",
            "rss.xml",
            "sitemap.xml",
        ]
    );
}

#[test]
fn every_page_carries_the_structured_data_of_its_kind() {
    let settings = format!("base_url = \"https://xa.example.vn\"{RICH_SETTINGS}");
    let built = good(&with(RICH, &[("site.toml", &settings)]));
    let graph = |path: &str| {
        let html = built.page(path);
        let json = html
            .split("<script type=\"application/ld+json\">")
            .nth(1)
            .and_then(|rest| rest.split("</script>").next());
        let json: serde_json::Value =
            serde_json::from_str(json.expect("it is there")).expect("JSON");
        assert_eq!(json["@context"], "https://schema.org");
        json["@graph"].as_array().expect("a list").clone()
    };
    for (path, kind) in [
        ("index.html", "WebSite"),
        ("tin-tuc/index.html", "CollectionPage"),
        ("tin-tuc/mot/index.html", "NewsArticle"),
        ("gioi-thieu/index.html", "WebPage"),
        ("nq57/van-ban/nq57/index.html", "Legislation"),
    ] {
        let graph = graph(path);
        assert_eq!(graph[0]["@type"], kind, "{path}");
        assert_eq!(
            graph[0]["url"],
            format!(
                "https://xa.example.vn/{}",
                path.trim_end_matches("index.html")
            )
        );
        assert_eq!(graph[1]["@type"], "GovernmentOrganization");
        assert_eq!(graph[1]["name"], "Ủy ban nhân dân xã");
        assert_eq!(
            graph
                .get(2)
                .is_some_and(|crumbs| crumbs["@type"] == "BreadcrumbList"),
            path != "index.html"
        );
    }
    let article = &graph("tin-tuc/mot/index.html")[0];
    assert_eq!(
        (&article["headline"], &article["datePublished"]),
        (&"Một".into(), &"2026-11-01T00:00:00+07:00".into())
    );
    let document = &graph("nq57/van-ban/nq57/index.html")[0];
    assert_eq!(
        (
            &document["legislationIdentifier"],
            &document["legislationDate"]
        ),
        (&"57-NQ/TW".into(), &"2024-12-22".into())
    );
}

#[test]
fn a_sub_path_changes_nothing_but_the_base_url_itself() {
    let build_at = |base: &str| {
        let settings = format!("base_url = \"{base}\"{RICH_SETTINGS}");
        let mut built = good(&with(RICH, &[("site.toml", &settings)]));
        built.files.remove("404.html").expect("it is always there");
        built
            .files
            .into_iter()
            .map(|(path, text)| (path, text.replace(base, "BASE")))
            .collect::<Vec<_>>()
    };
    assert!(build_at("https://xa.example.vn") == build_at("https://example.vn/xa/cong"));
}

#[test]
fn every_link_of_the_sample_portal_is_relative_and_leads_to_a_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let snapshot =
        source::scan(root, options(), &source::Stamps::new()).expect("the portal is there");
    let built = run(&snapshot);
    assert_eq!(built.said, Vec::<String>::new());
    let settings =
        String::from_utf8_lossy(&snapshot.files["site.toml"].read().expect("read")).into_owned();
    let base = settings
        .lines()
        .find_map(|line| line.strip_prefix("base_url = \"")?.strip_suffix('"'))
        .expect("a base URL");
    assert_eq!(wrong_links(&built, base), Vec::<String>::new());
}

#[test]
fn links_in_a_text_are_checked_and_become_addresses() {
    let theme = theme!("article.html" = "{{ body | safe }}");
    let built = good(&with(
        &[
            PRINTED,
            HOME,
            NEWS,
            (
                "content/tin-tuc/a.md",
                "+++\ntitle = \"A\"\n+++\n[1](b.md) [2](../tin-tuc/b.md#muc-một) [3](/tin-tuc/b/) [4](/tin-tuc/b) [5](_index.md) [6](/) [7](thu-muc/) [8](thu-muc/tep.pdf) [9](/tep/t.txt) [10](../../static/tep/t.txt) [11](#here) [12](mailto:a@b.vn) [13](https://example.com/a?b=1&c=2)\n\n## Here\n",
            ),
            (
                "content/tin-tuc/b.md",
                "+++\ntitle = \"B\"\n+++\n## Mục Một {#muc-một}\n",
            ),
            (
                "content/tin-tuc/thu-muc/index.md",
                "+++\ntitle = \"C\"\n+++\n",
            ),
            ("content/tin-tuc/thu-muc/tep.pdf", "%PDF"),
            ("static/tep/t.txt", "t"),
        ],
        &theme,
    ));
    assert_eq!(
        built.page("tin-tuc/a/index.html"),
        "<p><a href=\"../../tin-tuc/b/\">1</a> <a href=\"../../tin-tuc/b/#muc-m%E1%BB%99t\">2</a> <a href=\"../../tin-tuc/b/\">3</a> <a \
         href=\"../../tin-tuc/b/\">4</a> <a href=\"../../tin-tuc/\">5</a> <a href=\"../../\">6</a> <a \
         href=\"../../tin-tuc/thu-muc/\">7</a> <a href=\"../../tin-tuc/thu-muc/tep.pdf\">8</a> <a href=\"../../tep/t.txt\">9</a> <a \
         href=\"../../tep/t.txt\">10</a> <a href=\"#here\">11</a> <a href=\"mailto:a@b.vn\">12</a> <a \
         href=\"https://example.com/a?b=1&amp;c=2\">13</a></p>\n<h2 id=\"here\">Here</h2>\n"
    );
    assert!(built.files.contains_key("tin-tuc/thu-muc/tep.pdf"));
}

#[test]
fn pictures_are_found_sized_and_given_plain_names() {
    let theme = theme!(
        "article.html" =
            "{{ body | safe }}|{{ page.image }}|{{ page.image_alt }}|{{ page.image_url }}"
    );
    let built = good(&with(
        &[
            PRINTED,
            HOME,
            (
                "content/a/index.md",
                "+++\ntitle = \"A\"\nimage = \"Ảnh Đẹp.SVG\"\nimage_alt = \"Đẹp\"\n+++\n![Một](Ảnh%20Đẹp.SVG) ![Hai](/chung.svg)\n",
            ),
            ("content/a/Ảnh Đẹp.SVG", SVG),
            (
                "content/b.md",
                "+++\ntitle = \"B\"\n+++\n![Ba](bên cạnh.svg) ![Bốn](<bên cạnh.svg>)\n",
            ),
            ("content/bên cạnh.svg", SVG),
            ("static/chung.svg", SVG),
        ],
        &theme,
    ));
    let picture = |name: &str| {
        let start = format!("assets/anh/{name}-");
        let mut paths = built.paths().into_iter();
        paths
            .find(|path| path.starts_with(&start))
            .expect("a picture")
    };
    let (beautiful, beside) = (picture("anh-dep"), picture("ben-canh"));
    assert_eq!(
        built.page("a/index.html"),
        format!(
            "<p><img src=\"../{beautiful}\" width=\"40\" height=\"20\" loading=\"lazy\" decoding=\"async\" alt=\"Một\" \
             /> <img src=\"../chung.svg\" width=\"40\" height=\"20\" loading=\"lazy\" decoding=\"async\" alt=\"Hai\" \
             /></p>\n|{beautiful}|Đẹp|https://xa.example.vn/{beautiful}"
        )
    );
    assert_eq!(
        built.page("b/index.html"),
        format!(
            "<p>![Ba](bên cạnh.svg) <img src=\"../{beside}\" width=\"40\" height=\"20\" decoding=\"async\" alt=\"Bốn\" \
             /></p>\n|||"
        )
    );
    assert_eq!(built.page(beautiful), SVG);
    assert_eq!(built.page(beside), SVG);
}

#[test]
fn a_recording_beside_the_page_is_offered_with_its_size() {
    let theme = theme!(
        "article.html" =
            "{% set a = page.audio %}{% if a %}{{ a.path }}|{{ a.type }}|{{ a.size }}{% endif %}"
    );
    let recording = format!("ID3{}", "x".repeat(1_258_288));
    let built = good(&with(
        &[
            PRINTED,
            HOME,
            (
                "content/a/index.md",
                "+++\ntitle = \"A\"\naudio = \"Bài đọc.MP3\"\n+++\n",
            ),
            ("content/a/Bài đọc.MP3", &recording),
            (
                "content/b.md",
                "+++\ntitle = \"B\"\naudio = \"/loa.m4a\"\n+++\n",
            ),
            ("static/loa.m4a", "\0\0\0 ftypM4A "),
            ("content/c.md", "+++\ntitle = \"C\"\n+++\n"),
        ],
        &theme,
    ));
    assert_eq!(built.page("a/index.html"), "a/bai-doc.mp3|MP3|1,2 MB");
    assert_eq!(built.page("a/bai-doc.mp3"), recording);
    assert_eq!(built.page("b/index.html"), "loa.m4a|M4A|12 B");
    assert_eq!(built.page("c/index.html"), "");
}

// Without a network

#[test]
fn chosen_pages_are_kept_for_when_there_is_no_network() {
    let theme = theme!(
        "article.html" = "{{ site.offline }}",
        "page.html" = "{{ body | safe }}"
    );
    let contact = |text: &str| format!("+++\ntitle = \"Liên hệ\"\nkind = \"page\"\n+++\n{text}\n");
    let script = |text: &str, news: &str, settings: &str| {
        let (contact, settings) = (contact(text), format!("{}{settings}", PRINTED.1));
        let built = good(&with(
            &[
                ("site.toml", &settings),
                HOME,
                ("content/lien-he.md", &contact),
                ("content/tin.md", news),
                ("static/ban-do.pdf", "%PDF-1.7"),
            ],
            &theme,
        ));
        let path = built.page("tin/index.html").to_owned();
        (built.page("ngoai-tuyen.js").to_owned(), path)
    };
    let news = "+++\ntitle = \"Tin\"\n+++\n";
    let on = "offline = [\"/lien-he/\", \"ban-do.pdf\"]\n";
    let (kept, path) = script("Gọi 113", news, on);
    assert!(
        kept.starts_with("const KEEP = [\"lien-he/\",\"ban-do.pdf\"].map("),
        "{kept}"
    );
    assert_eq!(path, "ngoai-tuyen.js");
    // Browsers take the pages anew when the script has changed.
    assert_ne!(script("Gọi 114", news, on).0, kept);
    assert_eq!(
        script("Gọi 113", "+++\ntitle = \"Tin\"\n+++\nThêm.\n", on).0,
        kept
    );

    // Switched off, the script stays and takes back what an earlier one did.
    for off in ["", "offline = []\n"] {
        let (script, path) = script("Gọi 113", news, off);
        assert!(script.contains("registration.unregister()"), "{script}");
        assert_eq!(path, "");
    }
}

// Documents

#[test]
fn a_document_tells_everything_about_itself() {
    let theme = theme!(
        "document.html" = "{% set d = page.document %}{{ d.symbol }}|{{ d.type }}|{{ d.issuer }}|{{ d.signer }}|{{ d.field }}|{{ d.issued }}|{{ d.effective }}|{{ d.expired }}|{{ d.abstract }}|{{ d.status }}|{{ d.status_id }}|{% for f in d.files %}{{ f.path }},{{ f.title }},{{ f.type }},{{ f.size }};{% endfor %}|{{ page.date }}|{{ page.description }}",
    );
    let pdf = "x".repeat(1_258_291);
    let built = good(&with(
        &[
            PRINTED,
            HOME,
            (
                "content/vb/_index.md",
                "+++\ntitle = \"Văn bản\"\nchild_kind = \"document\"\nlayout = \"table\"\n+++\n",
            ),
            (
                "content/vb/nq57/index.md",
                "+++\ntitle = \"Nghị quyết 57\"\nsymbol = \"57-NQ/TW\"\ntype = \"Nghị quyết\"\nissuer = \"Bộ Chính trị\"\nsigner = \"Tô Lâm\"\nfield = \
                 \"Khoa học\"\nabstract = \"về đột phá\"\nissued = 2024-12-22\neffective = \"22/12/2024\"\nexpired = 2030-12-31\nfiles = [{file = \
                 \"Toàn văn.PDF\", title = \"Toàn văn\"}, \"/mau/bieu.docx\"]\n+++\n",
            ),
            ("content/vb/nq57/Toàn văn.PDF", &pdf),
            ("static/mau/bieu.docx", "12345"),
        ],
        &theme,
    ));
    assert_eq!(
        built.page("vb/nq57/index.html"),
        "57-NQ/TW|Nghị quyết|Bộ Chính trị|Tô Lâm|Khoa học|2024-12-22T00:00:00+07:00|2024-12-22T00:00:00+07:00|2030-12-31T00:00:00+07:00|về \
         đột phá|Còn hiệu lực|con-hieu-luc|vb/nq57/toan-van.pdf,Toàn văn,PDF,1,2 MB;mau/bieu.docx,bieu.docx,DOCX,5 \
         B;|2024-12-22T00:00:00+07:00|về đột phá"
    );
    assert_eq!(built.page("vb/nq57/toan-van.pdf").len(), 1_258_291);
}

#[test]
fn the_status_of_a_document_is_the_editors_word_or_what_its_dates_say() {
    let theme = theme!(
        "document.html" = "{{ page.document.status_id }}",
        "article.html" = "không"
    );
    let table = [
        ("a", "", ""),
        ("b", "issued = 2026-01-01", ""),
        ("c", "effective = 2026-11-21", "con-hieu-luc"),
        ("d", "effective = 2026-11-22", "chua-co-hieu-luc"),
        (
            "e",
            "effective = 2025-01-01\nexpired = 2026-11-22",
            "con-hieu-luc",
        ),
        (
            "f",
            "effective = 2025-01-01\nexpired = 2026-11-21",
            "het-hieu-luc",
        ),
        (
            "g",
            "effective = 2025-01-01\nstatus = \"hết hiệu lực một phần\"",
            "het-hieu-luc-mot-phan",
        ),
        ("h", "status = \"du-thao\"", "du-thao"),
    ];
    let texts: Vec<(String, String)> = table
        .iter()
        .map(|(name, front, _)| {
            (
                format!("content/{name}.md"),
                format!("+++\ntitle = \"T\"\nkind = \"document\"\n{front}\n+++\n"),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let built = good(&with(&with(&[PRINTED, HOME], &theme), &files));
    for (name, front, status) in table {
        assert_eq!(built.page(&format!("{name}/index.html")), status, "{front}");
    }
}

#[test]
fn a_document_and_the_one_that_replaces_it_lead_to_each_other() {
    let theme = theme!(
        "document.html" = "{% set d = page.document %}{% if d.replaced_by %}bởi {{ d.replaced_by.symbol }} {{ d.replaced_by.title }} {{ d.replaced_by.path }}{% endif %}{% for r in d.replaces %}thay {{ r.symbol }} {{ r.title }} {{ r.path }};{% endfor %}",
    );
    let built = good(&with(
        &[
            PRINTED,
            HOME,
            (
                "content/cu.md",
                "+++\ntitle = \"Cũ\"\nkind = \"document\"\nsymbol = \"1/NQ-HĐND\"\nreplaced_by = \"03/NQ-HĐND\"\n+++\n",
            ),
            (
                "content/cung-cu.md",
                "+++\ntitle = \"Cũng cũ\"\nkind = \"document\"\nsymbol = \"2/NQ-HĐND\"\nreplaced_by = \"03/NQ-HĐND\"\n+++\n",
            ),
            (
                "content/moi.md",
                "+++\ntitle = \"Mới\"\nkind = \"document\"\nsymbol = \"03/NQ-HĐND\"\n+++\n",
            ),
        ],
        &theme,
    ));
    assert_eq!(built.page("cu/index.html"), "bởi 03/NQ-HĐND Mới moi/");
    assert_eq!(built.page("cung-cu/index.html"), "bởi 03/NQ-HĐND Mới moi/");
    assert_eq!(
        built.page("moi/index.html"),
        "thay 1/NQ-HĐND Cũ cu/;thay 2/NQ-HĐND Cũng cũ cung-cu/;"
    );
}

#[test]
fn the_symbol_of_a_document_in_a_text_becomes_a_link_to_it() {
    let theme = theme!(
        "article.html" = "{{ body | safe }}",
        "document.html" = "{{ body | safe }}"
    );
    let built = good(&with(
        &[
            PRINTED,
            HOME,
            (
                "content/nq57.md",
                "+++\ntitle = \"Nghị quyết 57\"\nkind = \"document\"\nsymbol = \"57-NQ/TW\"\ntype = \"Nghị quyết\"\nissuer = \"Bộ Chính \
                 trị\"\nissued = 2024-12-22\n+++\nNghị quyết số 57-NQ/TW này.\n",
            ),
            (
                "content/tin-tuc/_index.md",
                "+++\ntitle = \"Tin tức\"\n+++\n",
            ),
            (
                "content/tin-tuc/a.md",
                "+++\ntitle = \"A\"\n+++\n## Theo 57-NQ/TW\n\nNghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, **57-NQ/TW**, \
                 [57-NQ/TW](https://example.com/), `57-NQ/TW`, 58-NQ/TW.\n",
            ),
        ],
        &theme,
    ));
    let link = "<a href=\"../../nq57/\">57-NQ/TW</a>";
    assert_eq!(
        built.page("tin-tuc/a/index.html"),
        format!(
            "<h2 id=\"theo-57-nq-tw\">Theo {link}</h2>\n<p>Nghị quyết số {link} ngày 22/12/2024 của Bộ Chính trị, \
             <strong>{link}</strong>, <a href=\"https://example.com/\">57-NQ/TW</a>, <code>57-NQ/TW</code>, 58-NQ/TW.</p>\n"
        )
    );
    assert_eq!(
        built.page("nq57/index.html"),
        "<p>Nghị quyết số 57-NQ/TW này.</p>\n"
    );
}

#[test]
fn a_wrong_date_issuer_or_type_beside_a_symbol_is_an_error_with_the_right_one() {
    let document = (
        "content/nq57.md",
        "+++\ntitle = \"Nghị quyết 57\"\nkind = \"document\"\nsymbol = \"57-NQ/TW\"\ntype = \"Nghị quyết\"\nissuer = \"Bộ Chính \
         trị\"\nissued = 2024-12-22\n+++\n",
    );
    let text = "+++\ntitle = \"A\"\n+++\nNghị quyết số 57-NQ/TW ngày 22/11/2024.\n\nNghị quyết số 57-NQ/TW của Chính phủ.\n\nKết luận \
                số 57-NQ/TW.\n\nNghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị.\n";
    let built = build(&[SITE, HOME, document, ("content/a.md", text)]);
    assert_eq!(
        built.said,
        [
            "content/a.md:4:24 citation-date: the date given for 57-NQ/TW is wrong: 22/11/2024 | 57-NQ/TW was issued on 22/12/2024",
            "content/a.md:6:28 citation-issuer: the issuer given for 57-NQ/TW is wrong: Chính phủ | 57-NQ/TW was issued by Bộ Chính trị",
            "content/a.md:8:1 citation-type: the type given for 57-NQ/TW is wrong: Kết luận | 57-NQ/TW is a “Nghị quyết”",
        ]
    );
}

#[test]
fn a_symbol_may_stand_in_curly_quotes() {
    let document = (
        "content/nq57.md",
        "+++\ntitle = \"Nghị quyết 57\"\nkind = \"document\"\nsymbol = \"57-NQ/TW\"\nissuer = \"Bộ Chính trị\"\n+++\n",
    );
    let text = "+++\ntitle = \"A\"\n+++\nChương trình “Đẩy mạnh thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị”.\n";
    let built = good(&[SITE, HOME, document, ("content/a.md", text)]);
    let link =
        "“Đẩy mạnh thực hiện Nghị quyết số <a href=\"../nq57/\">57-NQ/TW</a> của Bộ Chính trị”.";
    assert!(built.page("a/index.html").contains(link));
}

#[test]
fn what_cannot_be_in_a_document_is_an_error() {
    let built = build(&[
        SITE,
        HOME,
        (
            "content/a.md",
            "+++\ntitle = \"A\"\nkind = \"document\"\nsymbol = \"1/QĐ-UBND\"\nissued = 2026-02-01\neffective = 2026-01-01\nstatus = \
             \"còn hiệu\"\nreplaced_by = \"9/QĐ-UBND\"\nfiles = [\"khong-co.pdf\"]\nsymbl = \"1\"\n+++\n",
        ),
        (
            "content/b.md",
            "+++\ntitle = \"B\"\nkind = \"document\"\nsymbol = \"1/qđ-ubnd\"\nissued = 2026-02-01\n+++\n",
        ),
    ]);
    assert_eq!(
        built.said,
        [
            "content/a.md:6:13 date-order: “effective” is earlier than “issued” | check both dates in the document",
            "content/a.md:7:10 bad-choice: “còn hiệu” cannot be used for “status” | known: con-hieu-luc, het-hieu-luc-mot-phan, het-hieu-luc, chua-co-hieu-luc, du-thao",
            "content/a.md:8:15 unknown-document: the site has no document “9/QĐ-UBND” | did you mean “1/QĐ-UBND”?",
            "content/a.md:9:10 missing-file: there is no file “khong-co.pdf” | put the file beside the page or in static/",
            "content/a.md:10:1 unknown-key: there is no key “symbl” | did you mean “symbol”?",
            "content/b.md:4:10 duplicate-symbol: two documents have the symbol “1/qđ-ubnd” | keep one page per document, or give the year: 12/2026/QĐ-UBND",
        ]
    );
}

// Mini-sites

#[test]
fn a_mini_site_has_a_front_page_and_its_menu_on_every_page_below() {
    let menu = "{% if page.minisite %}{{ page.minisite.title }} {{ page.minisite.path }}:{% for m in page.minisite.menu %} {{ m.path }}{% if m.active %}*{% endif %}{% endfor %}{% endif %}";
    let theme = theme!(
        "minisite.html" = "{% for c in children %}{{ c.title }}[{% for i in c.latest %}{{ i.title }}{% endfor %}] {% endfor %}| {% for i in latest %}{{ i.title }}{% endfor %} | {% for g in figures %}{{ g.title }}({% for f in g.items %}{{ f.text }}={{ f.target }} {{ f.value }}{{ f.unit }} {{ f.year }} {{ f.source }};{% endfor %}){% endfor %} | {% for t in tasks %}{{ t.id }}{{ t.title }} {{ t.path }} {% endfor %}| {% for d in documents %}{{ d.document.symbol }} {% endfor %}| {{ page.layout }}",
        "list.html" = menu,
        "article.html" = menu,
        "document.html" = menu,
    );
    let built = good(&with(
        &[
            PRINTED,
            HOME,
            NEWS,
            (
                "content/tin-tuc/ngoai.md",
                "+++\ntitle = \"Ngoài\"\ndate = 2026-11-20\nnq57_tasks = [2]\n+++\n",
            ),
            (
                "content/nq57/_index.md",
                "+++\ntitle = \"NQ 57\"\nlayout = \"minisite\"\ndocuments = [\"2-CT/TW\", \"57-NQ/TW\"]\n+++\n",
            ),
            (
                "content/nq57/hoi/_index.md",
                "+++\ntitle = \"Hỏi\"\nweight = 1\n+++\n",
            ),
            (
                "content/nq57/hoi/a.md",
                "+++\ntitle = \"A\"\ndate = 2026-11-01\n+++\n",
            ),
            (
                "content/nq57/hoi/sau/_index.md",
                "+++\ntitle = \"Sâu\"\n+++\n",
            ),
            (
                "content/nq57/hoi/sau/b.md",
                "+++\ntitle = \"B\"\ndate = 2026-11-02\n+++\n",
            ),
            (
                "content/nq57/vb/_index.md",
                "+++\ntitle = \"VB\"\nchild_kind = \"document\"\n+++\n",
            ),
            (
                "content/nq57/vb/x.md",
                "+++\ntitle = \"X\"\nsymbol = \"57-NQ/TW\"\n+++\n",
            ),
            (
                "content/nq57/vb/y.md",
                "+++\ntitle = \"Y\"\nsymbol = \"2-CT/TW\"\n+++\n",
            ),
            (
                "content/_data/nq57_tasks.toml",
                "[[task]]\nid = 1\nname = \"Một\"\n[[task]]\nid = 2\nname = \"Hai\"\n",
            ),
            (
                "content/_data/kpi.toml",
                "[[kpi]]\nid = 1\ntext = \"Hồ sơ\"\nsection = \"nq57\"\ngroup = \"2030\"\ntarget = \"> 80%\"\nyear = 2030\nsource = \"NQ\"\n[[kpi]]\nid = \
                 2\ntext = \"Khác\"\nsection = \"khac\"\ntarget = \"1\"\nsource = \"NQ\"\n[[kpi]]\nid = 3\ntext = \"Số\"\nsection = \"nq57\"\ngroup = \
                 \"2030\"\ntarget = \"5\"\nvalue = \"4\"\nunit = \"mục\"\nsource = \"NQ\"\n",
            ),
        ],
        &theme,
    ));
    assert_eq!(
        built.page("nq57/index.html"),
        "Hỏi[BA] VB[XY] | BA | 2030(Hồ sơ=&gt; 80%  2030 NQ;Số=5 4mục  NQ;) | 1Một nhiem-vu/1/ 2Hai nhiem-vu/2/ | 2-CT/TW 57-NQ/TW | minisite"
    );
    assert_eq!(
        built.page("nq57/hoi/index.html"),
        "NQ 57 nq57/: nq57/hoi/* nq57/vb/"
    );
    assert_eq!(
        built.page("nq57/hoi/sau/b/index.html"),
        "NQ 57 nq57/: nq57/hoi/* nq57/vb/"
    );
    assert_eq!(
        built.page("nq57/vb/x/index.html"),
        "NQ 57 nq57/: nq57/hoi/ nq57/vb/*"
    );
    assert_eq!(built.page("tin-tuc/index.html"), "");
}

// Themes

#[test]
fn a_theme_may_replace_one_template_and_extend_the_original() {
    let settings = (
        "site.toml",
        "title = \"Xã\"\nbase_url = \"https://xa.example.vn\"\ntheme = \"rieng\"\n",
    );
    let content = [
        HOME,
        NEWS,
        (
            "content/tin-tuc/a.md",
            "+++\ntitle = \"A\"\ndate = 2026-01-01\n+++\nBài.\n",
        ),
    ];
    let built = good(&with(
        &content,
        &[
            settings,
            (
                "themes/rieng/theme.toml",
                "name = \"Riêng\"\nextends = \"cong-xa\"\n",
            ),
            (
                "themes/rieng/templates/article.html",
                "{% extends \"cong-xa/base.html\" %}{% block main %}RIÊNG {{ page.title }} {{ asset(file=\"them.css\") }}{% endblock %}",
            ),
            ("themes/rieng/static/them.css", "b{}"),
        ],
    ));
    let plain = good(&with(&content, &[SITE]));
    let article = built.page("tin-tuc/a/index.html");
    let frame = |html: &str| {
        let (before, rest) = html
            .split_once("<main id=\"_main\" tabindex=\"-1\">")
            .expect("a main");
        (
            before.to_owned(),
            rest.split_once("</main>").expect("it ends").1.to_owned(),
        )
    };
    assert_eq!(frame(article), frame(plain.page("tin-tuc/a/index.html")));
    let asset = built
        .files
        .keys()
        .find(|path| path.starts_with("assets/them."))
        .expect("the theme's own file");
    assert!(
        article.contains(&format!(
            "<main id=\"_main\" tabindex=\"-1\">RIÊNG A {asset}\n</main>"
        )),
        "{article}"
    );
    assert_eq!(built.files[asset], "b{}");
    // All else is that of the original.
    for (path, text) in plain
        .files
        .iter()
        .filter(|(path, _)| *path != "tin-tuc/a/index.html")
    {
        assert!(built.files.get(path) == Some(text), "{path}");
    }
    // The theme of the site may also replace a template of the theme in the program by its own name.
    let built = good(&with(
        &content,
        &[
            SITE,
            ("themes/cong-xa/templates/article.html", "{{ page.title }}!"),
        ],
    ));
    assert_eq!(built.page("tin-tuc/a/index.html"), "A!");
}

#[test]
fn a_theme_that_is_not_there_or_turns_in_a_circle_is_an_error() {
    let site = |theme: &str| format!("title = \"Xã\"\ntheme = \"{theme}\"\n");
    let (near, circle) = (site("cong-x"), site("mot"));
    assert_eq!(
        build(&[
            HOME,
            ("site.toml", &near),
            (
                "content/a.md",
                "+++\ntitle = \"A\"\naliases = [\"a\"]\n+++\n"
            )
        ])
        .said,
        [
            "content/a.md:3:12 bad-alias: the alias “a” is not valid | write: aliases = [\"/tin-tuc/old-name/\"]",
            "site.toml:2:9 unknown-theme: there is no theme “cong-x” | did you mean “cong-xa”?"
        ]
    );
    let built = build(&[
        HOME,
        ("site.toml", &circle),
        ("themes/mot/theme.toml", "extends = \"hai\"\n"),
        ("themes/hai/theme.toml", "extends = \"mot\"\n"),
    ]);
    assert_eq!(
        built.said[0],
        "themes/hai/theme.toml:1:11 theme-loop: the themes extend each other in a loop: mot → hai → mot | change or delete this line so that no theme extends itself"
    );
}

#[test]
fn templates_see_the_site_the_page_and_its_extra_keys() {
    let theme = theme!(
        "article.html" = "{% if page.path == \"tin-tuc/a/\" %}{{ root }}|{{ site.title }}|{{ site.description }}|{{ site.language }}|{{ site.base_url }}|{{ site.organization.name }}|{{ site.organization.fax }}|{{ site.extra.mau }}|{% for m in site.menu %}{{ m.title }}={{ m.path }}{% if m.external %} ngoài{% endif %}{% for c in m.children %}({{ c.title }}={{ c.path }}){% endfor %};{% endfor %}|{{ page.kind }}|{{ page.path }}|{{ page.url }}|{{ page.extra.sao }}{{ page.extra.ds[1] }}{{ page.extra.con.la }}{{ page.extra.ngay }}|{{ page.minutes }}|{% for b in page.breadcrumbs %}{{ b.title }}={{ b.path }};{% endfor %}|{{ page.section.title }}|{{ page.source.name }} {{ page.source.url }} {{ page.source.date }}|{{ page.updated }}|{{ page.featured }}|{% for t in page.toc %}{{ t.id }}/{{ t.title }}[{% for c in t.children %}{{ c.id }}{% endfor %}]{% endfor %}|{{ page.previous.title }}|{{ page.next.title }}|{{ page.feeds.rss }}|{% for i in latest(section=\"tin-tuc\", limit=1) %}{{ i.title }}{% endfor %}|{{ page.date | date_long }}|{{ page.date | date_short }}|{{ 1234567 | group_number }}|{{ \"Đường Làng\" | slug }}|{{ page.robots }}{% endif %}",
    );
    let built = good(&with(
        &[
            (
                "site.toml",
                "title = \"Xã\"\ndescription = \"Cổng\"\nbase_url = \"https://xa.example.vn/\"\ntheme = \"in\"\n[[menu]]\ntitle = \"Tin\"\nurl = \
                 \"/tin-tuc/\"\nchildren = [{title = \"A\", url = \"tin-tuc/a/\"}]\n[[menu]]\ntitle = \"Ngoài\"\nurl = \
                 \"https://example.com/\"\n[organization]\nname = \"UBND\"\n[extra]\nmau = \"đỏ\"\n",
            ),
            HOME,
            NEWS,
            (
                "content/tin-tuc/a.md",
                "+++\ntitle = \"A\"\ndate = 2026-11-20\nupdated = 2026-11-21\nfeatured = true\nsource = {name = \"Báo\", url = \
                 \"https://bao.example.vn/1\", date = 2026-11-19}\n[extra]\nsao = 5\nds = [\"x\", \"y\"]\nngay = 2026-01-02\ncon = {la = \
                 true}\n+++\n## Một\n\n### Con\n\n## Hai\n",
            ),
            (
                "content/tin-tuc/b.md",
                "+++\ntitle = \"B\"\ndate = 2026-11-21\n+++\n",
            ),
            (
                "content/tin-tuc/c.md",
                "+++\ntitle = \"C\"\ndate = 2026-11-19\n+++\n",
            ),
        ],
        &theme,
    ));
    assert_eq!(
        built.page("tin-tuc/a/index.html"),
        "../../|Xã|Cổng|vi|https://xa.example.vn|UBND||đỏ|Tin=tin-tuc/(A=tin-tuc/a/);Ngoài=https://example.com/ \
         ngoài;|article|tin-tuc/a/|https://xa.example.vn/tin-tuc/a/|5ytrue2026-01-02T00:00:00+07:00|1|Trang chủ=;Tin \
         tức=tin-tuc/;|Tin tức|Báo https://bao.example.vn/1 \
         2026-11-19T00:00:00+07:00|2026-11-21T00:00:00+07:00|true|mot/Một[con]hai/Hai[]|B|C|tin-tuc/rss.xml|B|Thứ Sáu, \
         20/11/2026|20/11/2026|1.234.567|duong-lang|"
    );
}

#[test]
fn a_partial_shows_the_site_and_its_arguments_on_every_page_that_gives_them() {
    let theme = theme!(
        "article.html" = "{{ partial(template=\"partials/chung.html\", here=page.here, exact=page.path == page.here, items=latest(limit=2, except=page.path), n=2) }}",
        "partials/chung.html" = "{{ root }} {{ site.title }} {{ here }} {{ exact }} {{ n + 1 }}{% for i in items %} {{ i.title }}{% endfor %} {{ partial(template=\"partials/trong.html\", html=site.title) }}{{ partial(template=\"partials/trong.html\", html=\"<i>\" | safe) }}",
        "partials/trong.html" =
            "[{{ html }}{% for i in latest(limit=1) %} {{ i.title }}{% endfor %}]",
    );
    let article =
        |title: &str, day: u8| format!("+++\ntitle = \"{title}\"\ndate = 2026-11-{day}\n+++\n");
    let (a, b, c, d) = (
        article("A", 11),
        article("B", 12),
        article("C", 13),
        article("D", 14),
    );
    let built = good(&with(
        &[
            (
                "site.toml",
                "title = \"Xã & phố\"\nbase_url = \"https://xa.example.vn\"\ntheme = \"in\"\n[[menu]]\ntitle = \"Tin\"\nurl = \
                 \"/tin-tuc/\"\nchildren = [{title = \"A\", url = \"tin-tuc/a/\"}]\n[[menu]]\ntitle = \"Ngoài\"\nurl = \
                 \"https://example.com/\"\n",
            ),
            HOME,
            NEWS,
            ("content/tin-tuc/a.md", &a),
            ("content/tin-tuc/b.md", &b),
            ("content/c.md", &c),
            ("content/tin-tuc/d.md", &d),
        ],
        &theme,
    ));
    let page = |path: &str| built.page(&format!("{path}/index.html"));
    let end = "[Xã &amp; phố D][<i> D]";
    assert_eq!(
        page("tin-tuc/a"),
        format!("../../ Xã &amp; phố tin-tuc/a/ true 3 D C {end}")
    );
    assert_eq!(
        page("tin-tuc/b"),
        format!("../../ Xã &amp; phố tin-tuc/ false 3 D C {end}")
    );
    assert_eq!(page("c"), format!("../ Xã &amp; phố  false 3 D B {end}"));
    assert_eq!(
        page("tin-tuc/d"),
        format!("../../ Xã &amp; phố tin-tuc/ false 3 C B {end}")
    );
}

#[test]
fn the_measuring_snippet_stands_in_every_page_of_a_production_build_and_in_no_other() {
    let files = [
        (
            "site.toml",
            "title = \"Xã\"\n[organization]\nhead_html = '<script src=\"https://do-luong.example.vn/t.js\" async></script>'\n[check]\nhosts = [\"do-luong.example.vn\"]\n",
        ),
        HOME,
        ("content/a.md", "+++\ntitle = \"A\"\n+++\n"),
    ];
    let snippet = "<script src=\"https://do-luong.example.vn/t.js\" async></script>\n</head>";
    let count = |built: &Built| {
        built
            .files
            .iter()
            .filter(|(path, text)| path.ends_with(".html") && text.contains(snippet))
            .count()
    };
    assert_eq!(count(&good(&files)), 5);
    let shown = run(&snapshot(
        &files,
        Options {
            production: false,
            ..options()
        },
    ));
    assert_eq!((count(&shown), shown.said), (0, Vec::new()));
}

// Markdown

#[test]
fn hard_breaks_make_line_breaks_of_the_text_line_breaks_of_the_page() {
    let theme = theme!("article.html" = "{{ body | safe }}");
    let content = with(
        &[
            HOME,
            ("content/a.md", "+++\ntitle = \"A\"\n+++\nMột\nHai\n"),
        ],
        &theme,
    );
    let plain = good(&with(&content, &[PRINTED]));
    assert_eq!(plain.page("a/index.html"), "<p>Một\nHai</p>\n");
    let settings = (
        "site.toml",
        "title = \"Xã\"\ntheme = \"in\"\n[markdown]\nhard_breaks = true\n",
    );
    assert_eq!(
        good(&with(&content, &[settings])).page("a/index.html"),
        "<p>Một<br />\nHai</p>\n"
    );
}

#[test]
fn raw_html_passes_unchecked_only_in_the_files_that_the_site_names() {
    let theme = theme!("article.html" = "{{ body | safe }}");
    let html = "<iframe src=\"https://ban-do.example.vn/\" onload=\"x()\"></iframe>\n";
    let text = format!("+++\ntitle = \"A\"\n+++\n{html}");
    let settings = (
        "site.toml",
        "title = \"Xã\"\ntheme = \"in\"\n[markdown]\nraw_html = [\"content/ban-do.md\"]\n",
    );
    let built = build(&with(
        &[
            settings,
            HOME,
            ("content/ban-do.md", &text),
            ("content/khac.md", &text),
        ],
        &theme,
    ));
    assert_eq!(built.page("ban-do/index.html"), html);
    assert_eq!(
        built.said,
        [
            "content/khac.md:4:1 unsafe-html: the HTML <iframe> cannot be used in a text | delete it; if it is really needed, the administrator lists the file under markdown.raw_html in site.toml"
        ]
    );
}

#[test]
fn extensions_of_markdown_come_out_as_promised() {
    let theme = theme!(
        "article.html" = "{{ body | safe }}",
        "blocks/con-so.html" =
            "[{{ args.so }}|{{ args.nhan }}|{{ args.nguon }}|{{ body | safe }}|{{ root }}]"
    );
    let text = "+++\ntitle = \"A\"\n+++\n\
## Đường Làng\n\n## Đường Làng\n\n## ???\n\n## Riêng {#rieng .do}\n\n\
| Tên | Số |\n|:--|--:|\n| a | 1 |\n\n\
- [x] xong\n- [ ] chưa\n\n\
~~bỏ~~\n\n\
Thuật ngữ\n: nghĩa\n\n\
> [!WARNING]\n> Coi chừng.\n\n\
Chú.[^a] Lại.[^A]\n\n[^a]: Nguồn.\n\n\
::: con-so so=\"80%\" nhan=“dịch vụ”\nCó **chữ** và [liên kết](b.md).\n:::\n";
    let built = good(&with(
        &[
            PRINTED,
            HOME,
            ("content/a.md", text),
            ("content/b.md", "+++\ntitle = \"B\"\n+++\n"),
        ],
        &theme,
    ));
    assert_eq!(
        built.page("a/index.html"),
        r##"<h2 id="duong-lang">Đường Làng</h2>
<h2 id="duong-lang-2">Đường Làng</h2>
<h2 id="muc">???</h2>
<h2 id="rieng" class="do">Riêng</h2>
<div class="table-scroll" role="region" tabindex="0" aria-label="Bảng 1">
<table><thead><tr><th scope="col" class="left">Tên</th><th scope="col" class="right">Số</th></tr></thead><tbody>
<tr><td class="left">a</td><td class="right">1</td></tr>
</tbody></table>
</div>
<ul>
<li><span class="task" role="img" aria-label="Đã xong">☑</span> xong</li>
<li><span class="task" role="img" aria-label="Chưa xong">☐</span> chưa</li>
</ul>
<p><del>bỏ</del></p>
<dl>
<dt>Thuật ngữ</dt>
<dd>nghĩa</dd>
</dl>
<div class="alert alert-warning" role="note">
<p class="alert-title">Cảnh báo</p>
<p>Coi chừng.</p>
</div>
<p>Chú.<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" aria-label="Chú thích 1">1</a></sup> Lại.<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" aria-label="Chú thích 1">1</a></sup></p>
[80%|dịch vụ||<p>Có <strong>chữ</strong> và <a href="../b/">liên kết</a>.</p>
|../]
<div class="footnotes">
<p class="footnotes-title">Chú thích</p>
<ol>
<li id="fn-1"><p>Nguồn. <a class="footnote-back" href="#fnref-1" aria-label="Về chỗ chú thích 1">↩</a> <a class="footnote-back" href="#fnref-1-2" aria-label="Về chỗ chú thích 1">↩</a></p></li>
</ol>
</div>
"##
    );
}
