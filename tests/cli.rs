//! The commands as people type them: the real binary, in folders of its own.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Output, Stdio};

use crate::site::Place;

/// What a command answered.
#[derive(Debug, PartialEq)]
struct Said {
    status: i32,
    out: String,
    err: String,
}

impl Place {
    fn run(&self, args: &[&str]) -> Said {
        self.run_in("", args, &[])
    }

    fn run_in(&self, folder: &str, args: &[&str], env: &[(&str, &str)]) -> Said {
        let mut command = self.command(folder, args);
        let Output {
            status,
            stdout,
            stderr,
        } = command
            .envs(env.iter().copied())
            .output()
            .expect("the program runs");
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("UTF-8");
            let real = self.dir.path().canonicalize().expect("the folder is there");
            timeless(
                &text
                    .replace(&real.display().to_string(), "DIR")
                    .replace(&self.dir.path().display().to_string(), "DIR"),
            )
        };
        Said {
            status: status.code().expect("nobody killed it"),
            out: text(stdout),
            err: text(stderr),
        }
    }
}

/// The same text with `T` for every time that something took: `0,05 s`, `"seconds":0.05`.
fn timeless(text: &str) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let number = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        let cut = line
            .find(" s.")
            .or_else(|| line.find(" s:"))
            .map(|end| (line[..end].trim_end_matches(number).len(), end));
        let json = line.find("\"seconds\":").map(|at| at + 10);
        let json = json.map(|at| {
            (
                at,
                at + line[at..]
                    .find([',', '}'])
                    .expect("an object goes on or ends"),
            )
        });
        match cut.or(json) {
            Some((from, to)) if from < to => out += &format!("{}T{}", &line[..from], &line[to..]),
            _ => out += line,
        }
    }
    out
}

fn said(status: i32, out: &str, err: &str) -> Said {
    Said {
        status,
        out: out.to_owned(),
        err: err.to_owned(),
    }
}

const SITE: &str = "title = \"Xã An Lạc\"\nbase_url = \"https://anlac.example.vn\"\n";

/// A site with something held back for every reason.
fn small() -> Place {
    Place::with(&[
        ("site.toml", SITE),
        ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
        (
            "content/tin-tuc/_index.md",
            "+++\ntitle = \"Tin tức\"\n+++\n",
        ),
        (
            "content/tin-tuc/hop.md",
            "+++\ntitle = \"Họp dân\"\ndate = 2026-11-20\n+++\nNội dung.\n",
        ),
        (
            "content/tin-tuc/nhap.md",
            "+++\ntitle = \"Nháp\"\ndate = 2026-11-20\ndraft = true\n+++\n",
        ),
        (
            "content/tin-tuc/hen.md",
            "+++\ntitle = \"Hẹn\"\ndate = 2026-12-01\n+++\n",
        ),
        (
            "content/tin-tuc/het.md",
            "+++\ntitle = \"Hết\"\ndate = 2026-01-01\nexpires = 2026-06-01\n+++\n",
        ),
        (
            "content/tin-tuc/cho.md",
            "+++\ntitle = \"Chờ\"\ndate = 2026-11-20\nreview = {status = \"chờ duyệt\"}\n+++\n",
        ),
    ])
}

/// A site with one mistake, on line 5, and one warning.
fn broken() -> Place {
    Place::with(&[
        ("site.toml", SITE),
        ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
        (
            "content/bai.md",
            "+++\ntitle = \"Bài\"\ndate = 2026-01-01\ntopcs = [\"a\"]\n+++\n# Một\n",
        ),
    ])
}

const BUILT_VI: &str = "\
Chưa đăng:
  content/tin-tuc/cho.md – Chờ (chờ duyệt)
  content/tin-tuc/hen.md – Hẹn (hẹn đăng 01/12/2026)
  content/tin-tuc/het.md – Hết (hết hạn từ 01/06/2026)
  content/tin-tuc/nhap.md – Nháp (bản nháp)
";

const BUILT_EN: &str = "\
Held back:
  content/tin-tuc/cho.md – Chờ (waiting for approval)
  content/tin-tuc/hen.md – Hẹn (to appear on 01/12/2026)
  content/tin-tuc/het.md – Hết (expired on 01/06/2026)
  content/tin-tuc/nhap.md – Nháp (draft)
";

#[test]
fn a_folder_with_a_space_in_its_name_is_told_as_it_is_typed() {
    let made = Place::new().run(&["tao", "Cổng xã"]);
    assert_eq!(made.status, 0);
    let next = "\n  cd \"Cổng xã\"\n";
    assert!(made.out.contains(next), "{}", made.out);
}

#[test]
fn a_new_site_builds_and_checks_without_a_word_of_warning() {
    for (make, build, check) in [("init", "build", "check"), ("tao", "dung", "kiem-tra")] {
        let place = Place::new();
        assert_eq!(
            place.run(&[make, "xa"]),
            said(
                0,
                "Đã tạo xa\nTiếp theo:\n  cd xa\n  \
                 trangxa xem         mở trình duyệt, xem trang trong khi viết\n  \
                 trangxa moi article \"Tên bài\" --in tin-tuc\n  \
                 trangxa dung        dựng trang vào public/\n",
                ""
            )
        );
        assert_eq!(
            place.run_in("xa", &[check, "--strict"], &[]),
            said(
                0,
                "Đã kiểm tra 9 trang (2 bài) trong T s: 0 lỗi, 0 cảnh báo.\n",
                ""
            )
        );
        assert_eq!(
            place.run_in("xa", &[build], &[]),
            said(
                0,
                "Đã dựng 9 trang (2 bài) trong T s.\n34 tệp mới, 0 tệp đổi, 0 tệp xóa, 0 tệp giữ nguyên → DIR/xa/public\n",
                ""
            )
        );
        assert!(
            place
                .read("xa/public/tin-tuc/bai-dau-tien/index.html")
                .contains("<h1>Bài đầu tiên</h1>")
        );
    }
}

#[test]
fn two_builds_of_one_folder_take_turns() {
    let place = small();
    let root = place
        .dir
        .path()
        .canonicalize()
        .expect("the folder is there");
    let never = || panic!("nobody else builds here");
    let turn = trangxa::sync::turn(&root.join("public"), never).expect("the system has locks");
    let mut build = place.command("", &["dung"]);
    let mut build = build
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut said = BufReader::new(build.stdout.take().expect("it is piped"));
    let mut first = String::new();
    said.read_line(&mut first).expect("it says something");
    assert!(
        first.starts_with("Một lần dựng khác đang ghi vào"),
        "{first}"
    );
    assert!(!root.join("public").exists());
    drop(turn);
    let mut rest = String::new();
    said.read_to_string(&mut rest).expect("UTF-8");
    assert!(rest.contains("Đã dựng"), "{rest}");
    assert!(build.wait().expect("it ends").success());
    let all: Vec<_> = (0..4)
        .map(|_| place.command("", &["dung"]).spawn())
        .collect();
    for build in all {
        let status = build.expect("the program runs").wait();
        assert!(status.expect("it ends").success());
    }
}

#[test]
fn a_new_site_is_made_only_in_an_empty_folder() {
    let place = Place::with(&[("xa/ghi-chu.txt", "của tôi")]);
    assert_eq!(
        place.run(&["init", "xa"]),
        said(
            1,
            "",
            "lỗi[folder-not-empty]: thư mục xa đã có tệp\n |\n = cách sửa: chọn một thư mục mới\n\n"
        )
    );
    assert_eq!(
        fs::read_dir(place.path("xa")).expect("it is there").count(),
        1
    );
    fs::create_dir(place.path("trong")).expect("a folder");
    assert_eq!(place.run(&["init", "trong"]).status, 0);
    assert_eq!(
        place
            .run(&["init", "a/b", "--lang", "en"])
            .out
            .lines()
            .next(),
        Some("Created a/b")
    );
}

#[test]
fn new_makes_a_page_of_every_kind_in_every_section_that_builds_at_once() {
    let place = Place::with(&[
        ("site.toml", SITE),
        ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
        (
            "content/tin-tuc/_index.md",
            "+++\ntitle = \"Tin tức\"\n+++\n",
        ),
        (
            "content/nghi-quyet-57/_index.md",
            "+++\ntitle = \"Nghị quyết 57\"\nlayout = \"minisite\"\n+++\n",
        ),
        (
            "content/nghi-quyet-57/van-ban/_index.md",
            "+++\ntitle = \"Văn bản\"\nlayout = \"table\"\n+++\n",
        ),
    ]);
    let mut made = Vec::new();
    for (command, kind) in [("new", "article"), ("moi", "page"), ("new", "document")] {
        for (section, folder) in [
            (None, ""),
            (Some("tin-tuc"), "tin-tuc/"),
            (Some("content/nghi-quyet-57/"), "nghi-quyet-57/"),
            (Some("/nghi-quyet-57/van-ban"), "nghi-quyet-57/van-ban/"),
        ] {
            let title = format!("Đường  mới \"{kind}\"");
            let args: Vec<&str> = [command, kind, &title, "--today", "2026-11-21"]
                .into_iter()
                .chain(section.into_iter().flat_map(|section| ["--in", section]))
                .collect();
            let path = format!("content/{folder}duong-moi-{kind}.md");
            assert_eq!(
                place.run(&args),
                said(
                    0,
                    &format!(
                        "Đã tạo {path}\nMở tệp này, viết bài, bỏ dòng draft = true khi muốn đăng.\n"
                    ),
                    ""
                )
            );
            assert_eq!(
                place.read(&path).lines().take(5).collect::<Vec<_>>(),
                [
                    "+++",
                    &format!("title = \"Đường  mới \\\"{kind}\\\"\""),
                    "date = 2026-11-21",
                    "draft = true   # bản nháp: bỏ dòng này khi muốn đăng",
                    &format!("kind = \"{kind}\""),
                ]
            );
            made.push(path);
        }
    }
    // Drafts are held back; shown, each is a page of its kind.
    let strict = place.run(&["check", "--strict", "--today", "2026-11-21"]);
    assert_eq!((strict.status, strict.err.as_str()), (0, ""));
    assert_eq!(
        place
            .run(&["build", "--drafts", "--today", "2026-11-21"])
            .status,
        0
    );
    for path in made {
        let path = path
            .replace("content/", "public/")
            .replace(".md", "/index.html");
        assert!(
            place.read(&path).contains("<h1>Đường  mới &quot;"),
            "{path}"
        );
    }
}

#[test]
fn new_says_what_each_key_is_for_in_the_language_asked_for() {
    let place = small();
    assert_eq!(
        place
            .run(&[
                "new",
                "page",
                "Liên hệ",
                "--lang",
                "en",
                "--today",
                "2026-11-21"
            ])
            .status,
        0
    );
    assert_eq!(
        place.read("content/lien-he.md"),
        r#"+++
title = "Liên hệ"
date = 2026-11-21
draft = true   # a draft: remove this line to publish
kind = "page"

# What follows is optional: remove the # at the start of a line to use it.
# updated = 2026-11-22   # the day of the last change
# expires = 2027-01-31   # the day it is taken out
# description = "Một, hai câu nói bài viết về việc gì."   # a summary of 50 to 300 characters
# slug = "dia-chi-ngan"   # the last part of the address
# aliases = ["/tin-tuc/ten-cu/"]   # old addresses that lead here
# topics = ["chuyen-doi-so"]   # topics (ids of topics.toml)
# tags = ["dịch vụ công"]   # tags
# audiences = ["nguoi-dan"]   # audiences (ids of audiences.toml)
# unit = "ubnd-xa"   # the unit (an id of units.toml)
# author = "Họ và tên"   # the author
# source = {name = "Tên nguồn", url = "https://…", date = 2026-11-20}   # where a reprinted page comes from
# image = "anh-dai-dien.jpg"   # the page's picture
# image_alt = "Người dân làm thủ tục"   # what the picture shows
# audio = "bai-doc.mp3"   # a recording of somebody reading the page (MP3 or M4A)
# featured = true   # shown first on the home page
# campaign = "binh-dan-hoc-vu-so"   # the campaign it belongs to
# channels = [{name = "facebook", url = "https://…", date = 2026-11-21}]   # other channels that took it (a name alone: planned)
# nq57_tasks = [1, 5]   # task groups of Resolution 57 (1 to 7)
# review = {status = "đã duyệt", by = "Họ và tên", on = 2026-11-21}   # approval
+++

Write here.
"#
    );
}

#[test]
fn a_title_that_windows_keeps_for_a_device_gets_a_longer_file_name() {
    let place = Place::new();
    place.write("site.toml", "title = \"Xã\"\n");
    for (kind, title, path) in [
        ("article", "Con", "content/con-bai-viet.md"),
        ("page", "AUX", "content/aux-trang.md"),
        ("article", "Con người", "content/con-nguoi.md"),
    ] {
        let said = place.run(&["new", kind, title, "--today", "2026-11-21"]);
        assert_eq!(said.out.lines().next(), Some(&*format!("Đã tạo {path}")));
        assert!(place.has(path));
    }
}

#[test]
fn new_never_overwrites_and_knows_kinds_and_sections() {
    let place = small();
    let before = place.read("content/tin-tuc/hop.md");
    for (args, err) in [
        (
            &["new", "article", "Họp", "--in", "tin-tuc"][..],
            "lỗi[file-exists]: đã có tệp content/tin-tuc/hop.md\n |\n = cách sửa: đặt tên bài khác, hoặc sửa tệp đã có\n\n",
        ),
        (
            &["new", "artcle", "Họp", "--in", "tin-tuc"],
            "lỗi[unknown-kind]: không có kiểu bài “artcle”\n |\n = cách sửa: có phải bạn muốn viết “article”?\n\n",
        ),
        (
            &["new", "article", "Mới", "--in", "tin-tc"],
            "lỗi[unknown-section]: không có chuyên mục “tin-tc”\n |\n = cách sửa: có phải bạn muốn viết “tin-tuc”?\n\n",
        ),
        (
            &["new", "article", "Mới", "--in", "../ngoai"],
            "lỗi[unknown-section]: không có chuyên mục “../ngoai”\n |\n = cách sửa: dùng được: tin-tuc\n\n",
        ),
        (
            &["new", "article", "Mới", "--in", "_data"],
            "lỗi[unknown-section]: không có chuyên mục “_data”\n |\n = cách sửa: dùng được: tin-tuc\n\n",
        ),
        (
            &["new", "article", "???"],
            "lỗi[empty-slug]: không tạo được địa chỉ trang từ “???”\n |\n = cách sửa: đặt tên có ít nhất một chữ cái hoặc \
             chữ số\n\n",
        ),
    ] {
        fs::create_dir_all(place.path("content/_data")).expect("a folder");
        assert_eq!(place.run(args), said(1, "", err), "{args:?}");
    }
    assert_eq!(place.read("content/tin-tuc/hop.md"), before);
}

#[test]
fn build_tells_pages_changes_and_what_is_held_back_until_when_in_both_languages() {
    let place = small();
    for (args, env, words) in [
        (
            &["build", "--today", "2026-11-21"][..],
            &[][..],
            format!(
                "{BUILT_VI}Đã dựng 6 trang (1 bài) trong T s.\n30 tệp mới, 0 tệp đổi, 0 tệp xóa, 0 tệp giữ nguyên → \
                 DIR/public\n"
            ),
        ),
        (
            &["dung", "--today", "2026-11-21", "--lang", "en"],
            &[],
            format!(
                "{BUILT_EN}Built 6 pages (1 items) in T s.\n0 new, 0 changed, 0 removed, 30 unchanged → DIR/public\n"
            ),
        ),
        (
            &["--lang=en", "--today=2026-11-21", "build"],
            &[("TRANGXA_LANG", "vi")],
            format!(
                "{BUILT_EN}Built 6 pages (1 items) in T s.\n0 new, 0 changed, 0 removed, 30 unchanged → DIR/public\n"
            ),
        ),
        (
            &["build", "--today", "2026-11-21"],
            &[("TRANGXA_LANG", "en")],
            format!(
                "{BUILT_EN}Built 6 pages (1 items) in T s.\n0 new, 0 changed, 0 removed, 30 unchanged → DIR/public\n"
            ),
        ),
        (
            &["check", "--today", "2026-11-21"],
            &[],
            format!("{BUILT_VI}Đã kiểm tra 6 trang (1 bài) trong T s: 0 lỗi, 0 cảnh báo.\n"),
        ),
        (
            &["kiem-tra", "--today", "2026-11-21", "--lang", "en"],
            &[],
            format!("{BUILT_EN}Checked 6 pages (1 items) in T s: 0 errors, 0 warnings.\n"),
        ),
    ] {
        assert_eq!(place.run_in("", args, env), said(0, &words, ""), "{args:?}");
    }
}

#[test]
fn many_pages_held_back_are_counted() {
    let place = Place::with(&[
        ("site.toml", SITE),
        ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
    ]);
    for n in 10..22 {
        place.write(
            &format!("content/b{n}.md"),
            &format!("+++\ntitle = \"Bài {n}\"\ndraft = true\n+++\n"),
        );
    }
    let out = place.run(&["check"]).out;
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 13, "{out}");
    assert_eq!(lines[0], "Chưa đăng:");
    assert_eq!(lines[10], "  content/b19.md – Bài 19 (bản nháp)");
    assert_eq!(lines[11], "… và 2 mục nữa (xem tất cả: --json)");
    assert_eq!(
        place
            .run(&["check", "--json"])
            .out
            .matches("\"type\":\"held_back\"")
            .count(),
        12
    );
}

#[test]
fn today_decides_what_is_held_back() {
    let place = small();
    let held = |today: &str| -> Vec<String> {
        let out = place.run(&["check", "--today", today]).out;
        out.lines()
            .filter_map(|line| {
                Some(
                    line.strip_prefix("  content/tin-tuc/")?
                        .split(".md")
                        .next()?
                        .to_owned(),
                )
            })
            .collect()
    };
    assert_eq!(held("2026-05-31"), ["cho", "hen", "hop", "nhap"]);
    assert_eq!(held("2026-06-01"), ["cho", "hen", "het", "hop", "nhap"]);
    assert_eq!(held("2026-11-20"), ["cho", "hen", "het", "nhap"]);
    assert_eq!(held("2026-12-01"), ["cho", "het", "nhap"]);
    // A day may be written as people write it.
    assert_eq!(held("01/12/2026"), ["cho", "het", "nhap"]);
}

#[test]
fn drafts_shows_everything_that_is_held_back() {
    let place = small();
    assert_eq!(
        place.run(&["build", "--drafts", "--today", "2026-11-21"]),
        said(
            0,
            "Đã dựng 10 trang (5 bài) trong T s.\n38 tệp mới, 0 tệp đổi, 0 tệp xóa, 0 tệp giữ nguyên → DIR/public\n",
            ""
        )
    );
    for name in ["hop", "nhap", "hen", "het", "cho"] {
        assert!(
            place.has(&format!("public/tin-tuc/{name}/index.html")),
            "{name}"
        );
    }
    // The next plain build takes them out again.
    let out = place.run(&["build", "--today", "2026-11-21"]).out;
    assert!(out.contains(", 8 tệp xóa, "), "{out}");
    assert!(!place.has("public/tin-tuc/nhap"));
}

#[test]
fn mistakes_give_status_1_and_nothing_is_written() {
    let place = broken();
    let err = "\
lỗi[unknown-key]: không có mục nào tên “topcs”
 --> content/bai.md:4:1
  |
4 | topcs = [\"a\"]
  | ^^^^^
  |
  = cách sửa: có phải bạn muốn viết “topics”?

cảnh báo[heading-one]: trong bài không dùng tiêu đề cấp 1 (#): tên bài đã là tiêu đề cấp 1
 --> content/bai.md:6:1
  |
6 | # Một
  | ^
  |
  = cách sửa: đổi # thành ##

";
    let failed = "Có 1 lỗi và 1 cảnh báo; chưa ghi gì. Sửa các lỗi trên rồi chạy lại.\n";
    assert_eq!(
        place.run(&["build"]),
        said(1, "", &format!("{err}{failed}"))
    );
    assert!(!place.has("public") && !place.has(".public.trangxa-new"));
    assert_eq!(
        place.run(&["check"]),
        said(
            1,
            "Đã kiểm tra 5 trang (1 bài) trong T s: 1 lỗi, 1 cảnh báo.\n",
            err
        )
    );
    assert_eq!(
        place.run(&["build", "--lang", "en"]).err.lines().last(),
        Some("1 errors and 1 warnings; nothing was written. Mend the errors above and run again.")
    );
    // The last good pages stay.
    place.write(
        "content/bai.md",
        "+++\ntitle = \"Bài\"\ndate = 2026-01-01\n+++\n",
    );
    assert_eq!(place.run(&["build"]).status, 0);
    let good = place.read("public/bai/index.html");
    place.write(
        "content/bai.md",
        "+++\ntitle = \"Bài đổi\"\ntopcs = [\"a\"]\n+++\n",
    );
    assert_eq!(place.run(&["build"]).status, 1);
    assert_eq!(place.read("public/bai/index.html"), good);
}

#[test]
fn strict_takes_warnings_for_errors() {
    let place = Place::with(&[
        ("site.toml", SITE),
        ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
        ("content/bai.md", "+++\ntitle = \"Bài\"\n+++\n# Một\n"),
    ]);
    let warning = "\
cảnh báo[heading-one]: trong bài không dùng tiêu đề cấp 1 (#): tên bài đã là tiêu đề cấp 1
 --> content/bai.md:4:1
  |
4 | # Một
  | ^
  |
  = cách sửa: đổi # thành ##

";
    let words = "Đã kiểm tra 5 trang (1 bài) trong T s: 0 lỗi, 1 cảnh báo.\n";
    assert_eq!(place.run(&["check"]), said(0, words, warning));
    assert_eq!(place.run(&["check", "--strict"]), said(1, words, warning));
    // A build says how many there are, and is fine.
    let built = "Đã dựng 5 trang (1 bài) trong T s.\n25 tệp mới, 0 tệp đổi, 0 tệp xóa, 0 tệp giữ nguyên → DIR/public\nCó 1 \
                 cảnh báo.\n";
    assert_eq!(place.run(&["build"]), said(0, built, warning));
}

#[test]
fn external_asks_the_pages_outside_and_names_those_that_are_gone() {
    use std::io::{Read as _, Write as _};
    let host = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = host.local_addr().expect("it is bound").port();
    std::thread::spawn(move || {
        for mut visitor in host.incoming().flatten() {
            let mut request = [0; 1_024];
            let read = visitor.read(&mut request).unwrap_or(0);
            let request = String::from_utf8_lossy(&request[..read]).into_owned();
            let status = if request.contains(" /het ") {
                "404 Not Found"
            } else {
                "200 OK"
            };
            let answer =
                format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            let _ = visitor.write_all(answer.as_bytes());
        }
    });
    let text = format!(
        "+++\ntitle = \"Bài\"\n+++\n[Trang này](http://127.0.0.1:{port}/con) và [trang kia](http://127.0.0.1:{port}/het).\n"
    );
    let place = Place::with(&[
        ("site.toml", SITE),
        ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
        ("content/bai.md", &text),
    ]);
    let codes = |said: &Said| -> Vec<String> {
        let lines = said
            .err
            .lines()
            .filter_map(|line| line.strip_prefix("cảnh báo["));
        lines
            .filter_map(|line| Some(line.split(']').next()?.to_owned()))
            .collect()
    };
    let plain = place.run(&["check"]);
    assert_eq!(codes(&plain), ["insecure-link", "insecure-link"]);
    let asked = place.run(&["check", "--external"]);
    assert_eq!(asked.status, 0);
    assert_eq!(
        codes(&asked),
        ["insecure-link", "insecure-link", "dead-link"]
    );
    assert!(
        asked.out.starts_with("Đang hỏi 2 trang ngoài…\n"),
        "{}",
        asked.out
    );
    assert!(
        asked.err.contains(&format!(
            "trang ngoài không còn: http://127.0.0.1:{port}/het (máy chủ trả lời 404)"
        )),
        "{}",
        asked.err
    );
    let strict = place.run(&["check", "--external", "--strict"]);
    assert_eq!(strict.status, 1);
}

#[test]
fn a_site_without_an_address_is_told_what_lacks_and_what_to_write() {
    let place = Place::with(&[
        ("site.toml", "title = \"Xã An Lạc\"\n"),
        ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
    ]);
    let vi = "Chưa có địa chỉ của cổng: nguồn tin (RSS), sơ đồ trang và địa chỉ gốc của từng trang thiếu tên miền.\n\
              Viết vào đầu site.toml, ví dụ: base_url = \"https://tenxa.tinh.gov.vn\"\n";
    let en = "The site's address is not known: feeds, the sitemap and canonical URLs have no host.\n\
              Write at the top of site.toml, for example: base_url = \"https://commune.province.gov.vn\"\n";
    let built = "18 tệp mới, 0 tệp đổi, 0 tệp xóa, 0 tệp giữ nguyên → DIR/public\n";
    assert_eq!(
        place.run(&["build"]),
        said(
            0,
            &format!("Đã dựng 4 trang (0 bài) trong T s.\n{built}{vi}"),
            ""
        )
    );
    assert_eq!(
        place.run(&["check", "--lang", "en"]),
        said(
            0,
            &format!("Checked 4 pages (0 items) in T s: 0 errors, 0 warnings.\n{en}"),
            ""
        )
    );
    assert_eq!(
        place.run(&["check", "--json"]),
        said(
            0,
            "{\"type\":\"result\",\"ok\":true,\"errors\":0,\"warnings\":0,\"base_url\":null}\n",
            ""
        )
    );
    let json = place.run(&["build", "--json"]).out;
    assert!(json.contains("\"base_url\":null"), "{json}");
    // Known from elsewhere, or first there are mistakes to mend: nothing is said.
    let told = place.run(&["check", "--base-url", "https://anlac.example.vn"]);
    assert_eq!(told.out.lines().count(), 1, "{}", told.out);
    place.write("content/bai.md", "Chưa có phần đầu.\n");
    assert_eq!(place.run(&["build"]).out, "");
    assert_eq!(place.run(&["check"]).out.lines().count(), 1);
}

#[test]
fn json_prints_diagnostics_and_results_as_lines() {
    let place = broken();
    let diagnostics = concat!(
        r#"{"type":"diagnostic","code":"unknown-key","severity":"error","file":"content/bai.md","line":4,"column":1,"end_line":4,"end_column":6,"message":"there is no key “topcs”","help":["did you mean “topics”?"],"notes":[]}"#,
        "\n",
        r###"{"type":"diagnostic","code":"heading-one","severity":"warning","file":"content/bai.md","line":6,"column":1,"end_line":6,"end_column":2,"message":"no level-1 heading (#) in a text: the page's title is one","help":["change # to ##"],"notes":[]}"###,
        "\n",
        r#"{"type":"result","ok":false,"errors":1,"warnings":1,"base_url":"https://anlac.example.vn"}"#,
        "\n",
    );
    assert_eq!(
        place.run(&["build", "--json", "--lang", "en"]),
        said(1, diagnostics, "")
    );
    assert_eq!(
        place.run(&["--json", "--lang", "en", "check"]),
        said(1, diagnostics, "")
    );

    let place = small();
    let held = concat!(
        r#"{"type":"held_back","file":"content/tin-tuc/cho.md","title":"Chờ","reason":"chờ duyệt"}"#,
        "\n",
        r#"{"type":"held_back","file":"content/tin-tuc/hen.md","title":"Hẹn","reason":"hẹn đăng 01/12/2026"}"#,
        "\n",
        r#"{"type":"held_back","file":"content/tin-tuc/het.md","title":"Hết","reason":"hết hạn từ 01/06/2026"}"#,
        "\n",
        r#"{"type":"held_back","file":"content/tin-tuc/nhap.md","title":"Nháp","reason":"bản nháp"}"#,
        "\n",
    );
    let built = r#"{"type":"result","ok":true,"errors":0,"warnings":0,"pages":6,"items":1,"new":30,"changed":0,"removed":0,"unchanged":0,"parsed":3,"rendered":6,"pictures":0,"seconds":T,"out":"DIR/public","base_url":"https://anlac.example.vn","places_removed":0}"#;
    assert_eq!(
        place.run(&["build", "--json", "--today", "2026-11-21"]),
        said(
            0,
            &format!("{held}{}\n", built.replace("\"parsed\":3", "\"parsed\":7")),
            ""
        )
    );
    assert_eq!(
        place.run(&["check", "--json", "--today", "2026-11-21"]),
        said(
            0,
            &format!(
                "{held}{}\n",
                r#"{"type":"result","ok":true,"errors":0,"warnings":0,"base_url":"https://anlac.example.vn"}"#
            ),
            ""
        )
    );
    assert_eq!(
        place.run(&["new", "page", "Liên hệ", "--json"]),
        said(
            0,
            "{\"type\":\"result\",\"ok\":true,\"created\":\"content/lien-he.md\"}\n",
            ""
        )
    );
    assert_eq!(
        place.run(&["init", "moi", "--json"]),
        said(
            0,
            "{\"type\":\"result\",\"ok\":true,\"created\":\"moi\"}\n",
            ""
        )
    );
}

#[test]
fn report_writes_four_files_and_never_over_one_that_somebody_edited() {
    let place = small();
    let period = [
        "--from",
        "2026-07-01",
        "--to",
        "31/12/2026",
        "--today",
        "2027-01-05",
    ];
    let run = |command: &str| place.run(&[&[command], &period[..]].concat());
    let first = said(
        0,
        "Báo cáo từ 01/07/2026 đến 31/12/2026: 2 tin, bài (kỳ trước 0), 0 hoạt động ngoài cổng.\n  \
         DIR/bao-cao/bao-cao-2026-07-01-den-2026-12-31.docx\n  \
         DIR/bao-cao/bao-cao-2026-07-01-den-2026-12-31.md\n  \
         DIR/bao-cao/bao-cao-2026-07-01-den-2026-12-31-tin-bai.csv\n  \
         DIR/bao-cao/bao-cao-2026-07-01-den-2026-12-31-so-lieu.csv\n",
        "",
    );
    assert_eq!(run("report"), first);
    assert_eq!(run("bao-cao"), first, "the same again");
    let text = "bao-cao/bao-cao-2026-07-01-den-2026-12-31.md";
    place.write(text, "Đã sửa.\n");
    let second = run("report").out;
    assert!(second.contains("2026-12-31-2.docx\n"), "{second}");
    assert_eq!(place.read(text), "Đã sửa.\n");
    // What people edit is no source: a build and a check do not see it.
    assert_eq!(place.run(&["check"]).status, 0);
}

#[test]
fn report_knows_the_period_since_the_last_deadline_and_refuses_what_is_none() {
    let place = small();
    place.write(
        "site.toml",
        &format!("{SITE}[report]\ndeadlines = [\"15/6\", \"15/12\"]\n"),
    );
    let said_of = |args: &[&str]| place.run(&[&["report", "--today", "2026-12-01"], args].concat());
    let out = said_of(&[]).out;
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(
        (lines[0], lines[5]),
        (
            "Báo cáo từ 15/06/2026 đến 01/12/2026: 2 tin, bài (kỳ trước 0), 0 hoạt động ngoài cổng.",
            "Báo cáo phải gửi trước ngày 15/12/2026: còn 13 ngày (ngày làm việc cuối cùng là thứ Hai, 14/12/2026)."
        )
    );
    let help = "  ví dụ: trangxa bao-cao --from 2026-07-01 --to 2026-12-31\n";
    assert_eq!(
        said_of(&["--from", "2026-12-02"]),
        said(
            2,
            "",
            &format!("lỗi: ngày cuối kỳ 2026-12-01 sớm hơn ngày đầu kỳ 2026-12-02\n{help}")
        )
    );
    assert_eq!(
        said_of(&["--from", "31/6/2026"]),
        said(
            2,
            "",
            &format!("lỗi: ngày không hợp lệ: “31/6/2026”\n{help}")
        )
    );
    place.write("site.toml", SITE);
    assert_eq!(
        said_of(&["--to", "2026-12-01"]),
        said(2, "", &format!("lỗi: còn thiếu: --from\n{help}"))
    );
    assert_eq!(
        place
            .run(&["report", "--from", "2026-07-01", "--out", "content/bao-cao"])
            .status,
        1
    );
}

#[test]
fn a_site_with_mistakes_has_no_report() {
    let place = broken();
    let said = place.run(&["report", "--from", "2026-01-01"]);
    assert_eq!((said.status, said.out.as_str()), (1, ""));
    assert!(said.err.contains("unknown-key"), "{}", said.err);
    assert!(!place.has("bao-cao"));
}

#[test]
fn check_counts_the_days_to_the_next_report() {
    let place = small();
    place.write(
        "site.toml",
        &format!("{SITE}[report]\ndeadlines = [\"20/12\"]\nremind_days = 10\n"),
    );
    let reminder = |today: &str| {
        let out = place.run(&["check", "--today", today]).out;
        out.lines()
            .find(|line| line.starts_with("Báo cáo phải gửi"))
            .map(str::to_owned)
    };
    assert_eq!(reminder("2026-12-07"), None);
    assert_eq!(
        reminder("2026-12-08").as_deref(),
        Some(
            "Báo cáo phải gửi trước ngày 20/12/2026: còn 10 ngày (ngày làm việc cuối cùng là thứ Sáu, 18/12/2026)."
        )
    );
    let json = place.run(&["check", "--today", "2026-12-18", "--json"]).out;
    assert!(
        json.contains(
            "{\"type\":\"deadline\",\"before\":\"2026-12-20\",\"last\":\"2026-12-18\",\"days\":0}"
        ),
        "{json}"
    );
}

#[test]
fn the_site_is_the_nearest_folder_upward_with_a_site_toml_or_the_one_named() {
    let place = Place::with(&[
        ("site.toml", "title = \"Ngoài\"\n"),
        ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
        ("trong/site.toml", "title = \"Trong\"\n"),
        (
            "trong/content/_index.md",
            "+++\ntitle = \"Trang chủ\"\n+++\n",
        ),
        (
            "trong/content/tin-tuc/_index.md",
            "+++\ntitle = \"Tin tức\"\n+++\n",
        ),
        ("khac/tep.txt", ""),
    ]);
    let title = |path: &str| {
        let html = place.read(path);
        html.split("<meta property=\"og:site_name\" content=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .map(str::to_owned)
    };
    assert_eq!(
        place
            .run_in("trong/content/tin-tuc", &["build"], &[])
            .status,
        0
    );
    assert_eq!(title("trong/public/index.html").as_deref(), Some("Trong"));
    assert!(!place.has("public"));
    assert_eq!(
        place
            .run_in("trong", &["build", "--root", ".."], &[])
            .status,
        0
    );
    assert_eq!(title("public/index.html").as_deref(), Some("Ngoài"));
    // A folder that is named is taken as it is.
    assert_eq!(
        place.run(&["build", "--root", "khac"]),
        said(
            1,
            "",
            "lỗi[missing-site]: không tìm thấy site.toml ở khac hay các thư mục bên trên\n |\n = cách sửa: tạo trang \
             mới: trangxa tao TEN-THU-MUC, hoặc chỉ thư mục: --root THU-MUC\n\n"
        )
    );
    let nowhere = Place::new();
    for command in [&["build"][..], &["check"], &["new", "page", "A"]] {
        let said = nowhere.run(command);
        assert_eq!(
            (said.status, said.err.contains("[missing-site]")),
            (1, true),
            "{command:?}"
        );
    }
}

#[test]
fn out_names_the_result_and_may_not_lie_in_the_sources() {
    let place = small();
    assert_eq!(
        place
            .run(&["build", "--out", "noi/khac", "--today", "2026-11-21"])
            .out
            .lines()
            .last(),
        Some("30 tệp mới, 0 tệp đổi, 0 tệp xóa, 0 tệp giữ nguyên → noi/khac")
    );
    assert!(place.has("noi/khac/index.html") && !place.has("public"));
    // It counts from where one stands, not from the site.
    assert_eq!(
        place
            .run_in("content", &["build", "--out", "../ngoai"], &[])
            .status,
        0
    );
    assert!(place.has("ngoai/index.html"));
    for out in [
        "content",
        "content/public",
        "static/x",
        "themes",
        ".",
        "..",
        "content/../content/x",
        "noi/../content/x",
    ] {
        let said = place.run(&["build", "--out", out]);
        assert_eq!(said.status, 1, "{out}");
        assert!(
            said.err.starts_with(&format!(
                "lỗi[out-in-sources]: thư mục kết quả {out} nằm trong thư mục nguồn\n"
            )),
            "{out}: {}",
            said.err
        );
    }
    assert!(!place.has("content/public") && !place.has("static") && !place.has("content/x"));
}

#[test]
fn base_url_on_the_command_line_replaces_that_of_the_site() {
    let place = small();
    assert_eq!(
        place
            .run(&["build", "--base-url", "https://thu.example.vn/xa/"])
            .status,
        0
    );
    assert!(
        place
            .read("public/tin-tuc/hop/index.html")
            .contains("<link rel=\"canonical\" href=\"https://thu.example.vn/xa/tin-tuc/hop/\">")
    );
    assert!(
        place
            .read("public/sitemap.xml")
            .contains("<loc>https://thu.example.vn/xa/tin-tuc/hop/</loc>")
    );
    assert!(!place.read("public/rss.xml").contains("anlac.example.vn"));
    assert_eq!(
        place.run(&[
            "check",
            "--base-url",
            "thu.example.vn",
            "--today",
            "2026-11-21"
        ]),
        said(
            1,
            &format!("{BUILT_VI}Đã kiểm tra 6 trang (1 bài) trong T s: 1 lỗi, 0 cảnh báo.\n"),
            "lỗi[bad-base-url]: base_url “thu.example.vn” không phải là địa chỉ web\n |\n = cách sửa: \
             viết: https://thu.example.vn\n\n"
        )
    );
}

#[test]
fn wrong_usage_gives_status_2_and_says_what_is_wrong() {
    let place = small();
    for (args, vi, en) in [
        (
            &["dugn"][..],
            "không có lệnh “dugn”",
            "there is no command “dugn”",
        ),
        (
            &["build", "--draft"],
            "không có tùy chọn “--draft”",
            "there is no option “--draft”",
        ),
        (
            &["new", "article"],
            "còn thiếu: <TEN-BAI>",
            "missing: <TITLE>",
        ),
        (&["init"], "còn thiếu: <THU-MUC>", "missing: <FOLDER>"),
        (
            &["completions", "cmd"],
            "“cmd” không dùng được cho <SHELL>",
            "“cmd” cannot be used for <SHELL>",
        ),
    ] {
        let said = place.run(args);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{args:?}");
        assert_eq!(said.err.lines().next(), Some(format!("lỗi: {vi}").as_str()));
        assert_eq!(
            said.err.lines().last(),
            Some("  xem hướng dẫn: trangxa --help")
        );
        let said = place.run_in("", args, &[("TRANGXA_LANG", "en")]);
        assert_eq!(said.status, 2, "{args:?}");
        assert_eq!(
            said.err.lines().next(),
            Some(format!("error: {en}").as_str())
        );
        assert_eq!(said.err.lines().last(), Some("  see: trangxa --help"));
    }
    assert!(
        place
            .run(&["biuld"])
            .err
            .contains("có phải bạn muốn viết “build”?")
    );
    assert!(
        place
            .run(&["build", "--draft"])
            .err
            .contains("có phải bạn muốn viết “--drafts”?")
    );
    assert_eq!(place.run(&["build", "--lang", "fr"]).status, 2);
    assert_eq!(
        place.run(&["build", "--today", "31/11/2026"]),
        said(
            2,
            "",
            "lỗi: ngày không hợp lệ: “31/11/2026”\n  viết năm-tháng-ngày, ví dụ: --today 2026-11-21\n"
        )
    );
    // Nothing at all shows the help, and is wrong all the same.
    let said = place.run(&[]);
    assert_eq!(said.status, 2);
    assert!(
        said.err
            .starts_with("Dựng cổng thông tin điện tử của xã từ các bài viết Markdown.\n"),
        "{said:?}"
    );
    assert!(!place.has("public"));
}

#[test]
fn help_and_version_speak_both_languages() {
    let place = Place::new();
    let version = format!("trangxa {}\n", env!("CARGO_PKG_VERSION"));
    for flag in ["--version", "-V"] {
        assert_eq!(place.run(&[flag]), said(0, &version, ""));
    }
    for flag in ["--help", "-h"] {
        let help = "\
Dựng cổng thông tin điện tử của xã từ các bài viết Markdown.

Cách dùng: trangxa [TUY-CHON] <LENH>

Lệnh:
  init         tạo một trang mới [hoặc: tao]
  new          tạo một bài mới [hoặc: moi]
  build        dựng trang vào public/ [hoặc: dung]
  preview      xem thử trong trình duyệt, lưu bài là trang đổi theo [hoặc: xem]
  check        kiểm tra tất cả mà không ghi gì [hoặc: kiem-tra]
  kit          làm bộ tài liệu của một bài cho mạng xã hội, loa, giấy in, thư điện tử [hoặc: bo-tai-lieu]
  publish      đăng lên máy chủ, chỉ gửi những gì thay đổi [hoặc: dang]
  report       làm báo cáo định kỳ: số liệu, đường dẫn từng bài, bản Word để ký [hoặc: bao-cao]
  completions  in mã hoàn thành lệnh cho shell [hoặc: hoan-thanh]

Tùy chọn:
  -h, --help                xem hướng dẫn
  -V, --version             xem phiên bản
      --root <THU-MUC>      thư mục của trang (mặc định: thư mục gần nhất có site.toml)
      --lang <vi|en>        ngôn ngữ của thông báo: vi hoặc en
      --json                in kết quả thành các dòng JSON
      --today <YYYY-MM-DD>  coi ngày này là hôm nay
";
        assert_eq!(place.run(&[flag]), said(0, help, ""));
    }
    let help = "\
Makes a commune's portal from Markdown.

Usage: trangxa [OPTIONS] <COMMAND>

Commands:
  init         make a new site [alias: tao]
  new          make a new page [alias: moi]
  build        build the site into public/ [alias: dung]
  preview      preview in the browser; the page follows every save [alias: xem]
  check        check everything without writing [alias: kiem-tra]
  kit          make the kit of a page for social networks, loudspeakers, print and mail [alias: bo-tai-lieu]
  publish      publish to a host; only what changed is sent [alias: dang]
  report       make the periodical report: figures, the address of every item, a Word document to sign [alias: bao-cao]
  completions  print shell completions [alias: hoan-thanh]

Options:
  -h, --help                show this help
  -V, --version             show the version
      --root <FOLDER>       the site's folder (default: the nearest with a site.toml)
      --lang <vi|en>        the language of messages: vi or en
      --json                print results as JSON lines
      --today <YYYY-MM-DD>  take this day for today
";
    assert_eq!(place.run(&["--help", "--lang", "en"]), said(0, help, ""));
    let help = "\
dựng trang vào public/

Cách dùng: trangxa build [TUY-CHON]

Tùy chọn:
  -h, --help                xem hướng dẫn
      --out <THU-MUC>       thư mục kết quả (mặc định: public)
      --base-url <URL>      dùng địa chỉ này thay cho base_url
      --drafts              dựng cả bản nháp, bài hẹn ngày và bài hết hạn
      --root <THU-MUC>      thư mục của trang (mặc định: thư mục gần nhất có site.toml)
      --lang <vi|en>        ngôn ngữ của thông báo: vi hoặc en
      --json                in kết quả thành các dòng JSON
      --today <YYYY-MM-DD>  coi ngày này là hôm nay
";
    assert_eq!(place.run(&["build", "--help"]), said(0, help, ""));
    assert_eq!(place.run(&["dung", "-h"]), said(0, help, ""));
    let english = place
        .run_in("", &["dung", "-h"], &[("TRANGXA_LANG", "en")])
        .out;
    assert_eq!(
        english.lines().nth(2),
        Some("Usage: trangxa build [OPTIONS]")
    );
}

#[test]
fn completions_are_there_for_every_shell_and_know_the_aliases() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        for command in ["completions", "hoan-thanh"] {
            let said = place.run(&[command, shell]);
            assert_eq!((said.status, said.err.as_str()), (0, ""), "{shell}");
            for word in ["build", "dung", "kiem-tra", "--drafts", "base-url"] {
                let word = if shell == "fish" {
                    word.trim_start_matches('-')
                } else {
                    word
                };
                assert!(said.out.contains(word), "{shell} does not know {word}");
            }
        }
    }
}

#[test]
fn a_site_of_one_file_builds() {
    let place = Place::with(&[
        ("site.toml", "title = \"Xã\"\n"),
        ("content/bai.md", "+++\ntitle = \"Bài\"\n+++\n"),
    ]);
    assert_eq!(place.run(&["build"]).status, 0);
    let mut files = Vec::new();
    walk(&place.path("public"), &place.path("public"), &mut files);
    files.retain(|path| !path.starts_with("assets/"));
    assert_eq!(
        files,
        [
            ".trangxa-state",
            "404.html",
            "atom.xml",
            "bai/index.html",
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
        ]
    );
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(root, &path, files);
        } else {
            files.push(
                path.strip_prefix(root)
                    .expect("it lies below")
                    .display()
                    .to_string(),
            );
        }
    }
    files.sort();
}
