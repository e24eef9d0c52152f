//! What is said about every mistake: exact texts in Vietnamese and English, at the right place, once.
//!
//! `cases` holds the mistakes that a site can have, `program` those that only a disk and a command line can. The rest is
//! here: the forms in which they are shown, all of them at once, what is forgiven, and files mutilated at random.

mod cases;
mod figures;
mod fuzz;
mod kinds;
mod pictures;
pub mod program;
mod small_site;
mod stops;

use std::collections::BTreeSet;
use std::sync::Arc;

use trangxa::diag::{Diagnostic, Lang, Level, Msg};
use trangxa::engine::{self, Memo, Nowhere};
use trangxa::source::{File, Snapshot};

use small_site::{diagnose, shown, snapshot};

/// Codes whose tests are in this file.
const HERE: &[&str] = &[
    "unreadable-file",
    "file-changed",
    "port-taken",
    "heavy-page",
    "heavy-map",
    "dead-link",
    "silent-link",
    "no-network",
    "radio-too-long",
    "kit-heavy-picture",
    "kit-file-kept",
    "long-guide",
    "long-description",
];

#[test]
fn every_code_has_a_test() {
    let tested: BTreeSet<&str> = cases::CASES
        .iter()
        .chain(figures::CASES)
        .chain(kinds::CASES)
        .map(|case| case.code)
        .chain(program::RUNS.iter().map(|run| run.code))
        .chain(HERE.iter().copied())
        .chain(stops::CODES.iter().copied())
        .chain(pictures::CODES.iter().copied())
        .chain(crate::tables::codes())
        .collect();
    let all: BTreeSet<&str> = Msg::ALL
        .iter()
        .filter(|msg| matches!(msg.level(), Level::Error | Level::Warning))
        .map(|msg| msg.code())
        .collect();
    let missing: Vec<&&str> = all.difference(&tested).collect();
    assert!(missing.is_empty(), "no test for {missing:?}");
    let unknown: Vec<&&str> = tested.difference(&all).collect();
    assert!(unknown.is_empty(), "no such code: {unknown:?}");
}

#[test]
fn every_mistake_is_said_once_and_in_full_in_both_languages() {
    let mut memo = Memo::default();
    let mut wrong = String::new();
    for case in cases::CASES
        .iter()
        .chain(figures::CASES)
        .chain(kinds::CASES)
    {
        let snapshot = snapshot(case.site);
        let (build, diagnostics) = diagnose(&snapshot, &mut memo);
        assert!(
            diagnostics.iter().any(|d| d.text.msg.code() == case.code),
            "{} is not said:{}",
            case.code,
            case.site
        );
        for (lang, text) in [(Lang::Vi, case.vi), (Lang::En, case.en)] {
            let said = shown(&build, &diagnostics, lang);
            if said.trim() != text.trim() {
                wrong += &format!(
                    "{}{}\n--- wanted{text}\n+++ said\n{said}\n\n",
                    case.code, case.site
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_program_says_what_is_wrong_with_the_disk_and_the_arguments() {
    let mut wrong = String::new();
    for run in program::RUNS {
        for (lang, text) in [("vi", run.vi), ("en", run.en)] {
            let folder = program::on_disk(run.site);
            (run.prepare)(folder.path());
            let output = program::run(folder.path(), run.args, lang);
            let status = i32::from(run.en.contains("error["));
            assert_eq!(output.status.code(), Some(status), "{:?}", run.args);
            let said = program::words(&output.stderr, folder.path());
            if said.trim() != text.trim() {
                wrong += &format!("{:?}\n--- wanted{text}\n+++ said\n{said}\n\n", run.args);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_looks_like_a_footnote_in_code_or_is_meant_as_it_is_stays_unsaid() {
    let site = r#"
-- content/a.md --
+++
title = "Bài"
+++
Gõ `[^1]` hoặc \[^1], [^] và [^ ], [liên kết][^x] và [^dang-do.

    [^trong-ma]

- ```
  [^1]: chú thích
  > [^2]
  ```

> ~~~
> a
> [^1]
> ~~~

<p title="[^1]">Chữ [^1]</p>

Có thật[^Nguồn].

[^nguồn]: Chú thích.

[^x]: b.md
-- content/b.md --
+++
title = "Bài khác"
+++
"#;
    let (build, diagnostics) = diagnose(&snapshot(site), &mut Memo::default());
    assert_eq!(shown(&build, &diagnostics, Lang::Vi), "");
}

/// Both languages, one below the other.
fn both(build: &engine::Build, diagnostics: &[Diagnostic]) -> String {
    shown(build, diagnostics, Lang::Vi) + "\n" + &shown(build, diagnostics, Lang::En)
}

#[test]
fn a_file_that_goes_away_while_the_site_is_built_is_named() {
    let folder = program::on_disk(
        "
-- content/hop.md --
+++
title = \"Họp thôn\"
+++
-- content/a.md --
+++
title = \"Bài\"
+++
Xem [tin họp](hop.md).
-- static/mau-don.txt --
Mẫu đơn
",
    );
    let options = snapshot("").options;
    let snapshot = trangxa::source::scan(folder.path(), options, &Default::default())
        .expect("a folder that is there");
    for file in ["content/hop.md", "static/mau-don.txt"] {
        std::fs::remove_file(folder.path().join(file)).expect("a file that is there");
    }
    let (build, diagnostics) = diagnose(&snapshot, &mut Memo::default());
    assert_eq!(
        both(&build, &diagnostics),
        "\
lỗi[unreadable-file]: không đọc được tệp (No such file or directory (os error 2))
--> content/hop.md
 = cách sửa: đóng chương trình đang giữ tệp, kiểm tra quyền truy cập rồi làm lại

lỗi[unreadable-file]: không đọc được tệp (No such file or directory (os error 2))
--> static/mau-don.txt
 = cách sửa: đóng chương trình đang giữ tệp, kiểm tra quyền truy cập rồi làm lại
error[unreadable-file]: the file cannot be read (No such file or directory (os error 2))
--> content/hop.md
 = help: close the program that holds the file, check its permissions and try again

error[unreadable-file]: the file cannot be read (No such file or directory (os error 2))
--> static/mau-don.txt
 = help: close the program that holds the file, check its permissions and try again"
    );
}

#[test]
fn a_file_that_changes_while_the_site_is_built_is_named() {
    let site = "
-- content/hop.md --
+++
title = \"Họp thôn\"
+++
Họp lúc 8 giờ.
";
    let before = snapshot(site);
    let mut memo = Memo::default();
    let build = engine::build(&Arc::new(before.clone()), &mut memo);
    build
        .make(&mut memo, &Nowhere)
        .expect("files in memory can be read");
    // A later build remembers the file by its stamp, but what it then reads is another text.
    let stored = postcard::to_stdvec(&memo.store(&build)).expect("a memo can be stored");
    let mut memo = Memo::restore(&stored);
    let known = before.files["content/hop.md"].known;
    let mut changed = File::in_memory("content/hop.md", *b"+++\ntitle = \"H\"\n+++\n");
    changed.known = known;
    let files = before
        .files
        .values()
        .filter(|file| &*file.path != "content/hop.md")
        .cloned()
        .chain([changed]);
    let mut options = before.options.clone();
    options.base_url = Some("https://example.vn".to_owned()); // every page is made anew
    let after = Snapshot::of(files, options);
    let (build, diagnostics) = diagnose(&after, &mut memo);
    assert_eq!(
        both(&build, &diagnostics),
        "\
lỗi[file-changed]: tệp thay đổi trong lúc dựng trang
--> content/hop.md
 = cách sửa: chạy lại lệnh
error[file-changed]: the file changed while the site was being built
--> content/hop.md
 = help: run the command again"
    );
}

#[test]
fn a_text_that_makes_a_heavy_page_is_named() {
    let line = "Thôn Một họp bàn việc làm đường, mỗi hộ góp một ngày công.\n\n";
    let site = format!(
        "-- content/a.md --\n+++\ntitle = \"Bài\"\n+++\n{}",
        line.repeat(1_200)
    );
    let (build, diagnostics) = diagnose(&snapshot(&site), &mut Memo::default());
    assert_eq!(both(&build, &diagnostics), "\
cảnh báo[heavy-page]: bài quá dài, trang nặng 103 KB (nên dưới 80 KB); điện thoại cũ mở chậm
 --> content/a.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: chia thành nhiều bài, hoặc để phụ lục trong tệp đính kèm
warning[heavy-page]: the text is too long, the page has 103 KB (keep it below 80 KB); old telephones open it slowly
 --> content/a.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: split it, or put its annexes into an attached file");
}

#[test]
fn a_guide_that_needs_more_than_a_sheet_is_named() {
    let site = |words: usize| {
        let text = "Mở kho ứng dụng rồi gõ tên cần tìm. ".repeat(words / 9);
        format!(
            "-- content/a.md --\n+++\ntitle = \"Nộp\"\nkind = \"guide\"\n+++\n## Mở\n\n{text}\n\n## Gửi\n\n{text}\n"
        )
    };
    let (_, diagnostics) = diagnose(&snapshot(&site(220)), &mut Memo::default());
    assert_eq!(diagnostics, []);
    let (build, diagnostics) = diagnose(&snapshot(&site(300)), &mut Memo::default());
    assert_eq!(
        both(&build, &diagnostics),
        "\
cảnh báo[long-guide]: bài hướng dẫn dài, in ra chừng 2 tờ A4
 --> content/a.md:2:9
  |
2 | title = \"Nộp\"
  |         ^^^^^
  |
  = cách sửa: rút gọn để vừa một tờ phát cho bà con, hoặc chia thành hai bài
warning[long-guide]: the guide is long and takes about 2 sheets of A4
 --> content/a.md:2:9
  |
2 | title = \"Nộp\"
  |         ^^^^^
  |
  = help: shorten it to the one sheet that residents are given, or part it into two"
    );
}

#[test]
fn a_description_that_zalo_cuts_is_named() {
    let site = |letters: usize| {
        let text = "a".repeat(letters);
        format!("-- content/a.md --\n+++\ntitle = \"Tin\"\ndescription = \"{text}\"\n+++\nBài.\n")
    };
    let (_, diagnostics) = diagnose(&snapshot(&site(300)), &mut Memo::default());
    assert_eq!(diagnostics, []);
    let (build, diagnostics) = diagnose(&snapshot(&site(301)), &mut Memo::default());
    let said: Vec<String> = both(&build, &diagnostics)
        .lines()
        .filter(|line| line.contains("long-description") || line.starts_with("  = "))
        .map(str::to_owned)
        .collect();
    assert_eq!(
        said,
        [
            "cảnh báo[long-description]: phần mô tả dài 301 ký tự, quá 300 thì Zalo và trang tìm kiếm cắt bớt",
            "  = cách sửa: viết gọn trong một, hai câu: việc gì, cho ai, khi nào",
            "warning[long-description]: the description has 301 characters; beyond 300 Zalo and search engines cut it",
            "  = help: say it in a sentence or two: what, for whom, when",
        ]
    );
}

#[test]
fn links_that_leave_the_site_are_asked_for_and_what_is_gone_is_named() {
    use trangxa::elsewhere::{self, Answer};
    let site = r#"
-- content/a.md --
+++
title = "Bài"
source = {name = "Báo", url = "https://bao.example.vn/bai#dau"}
+++
Xem [trang của tỉnh](https://tinh.example.vn/het), [trang của huyện](https://im.example.vn/) và
[trang chủ của tỉnh](https://tinh.example.vn/).
"#;
    let (build, _) = diagnose(&snapshot(site), &mut Memo::default());
    let links = elsewhere::links(&build.site);
    let ask = |address: &str| match address {
        "https://tinh.example.vn/het" => Answer::Gone(404),
        "https://im.example.vn/" => Answer::Silence,
        "https://tinh.example.vn/" | "https://bao.example.vn/bai" => Answer::Fine,
        other => panic!("nobody links to {other}"),
    };
    let found = elsewhere::check(&links, &ask);
    assert_eq!(both(&build, &found), "\
cảnh báo[silent-link]: trang ngoài không trả lời: https://im.example.vn/
 --> content/a.md:5:70
  |
5 | Xem [trang của tỉnh](https://tinh.example.vn/het), [trang của huyện](https://im.example.vn/) và
  |                                                                      ^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: mở thử trong trình duyệt; nếu mấy ngày vẫn không mở được, tìm địa chỉ khác hoặc bỏ liên kết

cảnh báo[dead-link]: trang ngoài không còn: https://tinh.example.vn/het (máy chủ trả lời 404)
 --> content/a.md:5:22
  |
5 | Xem [trang của tỉnh](https://tinh.example.vn/het), [trang của huyện](https://im.example.vn/) và
  |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: tìm địa chỉ mới của trang ấy, hoặc bỏ liên kết
warning[silent-link]: the page outside does not answer: https://im.example.vn/
 --> content/a.md:5:70
  |
5 | Xem [trang của tỉnh](https://tinh.example.vn/het), [trang của huyện](https://im.example.vn/) và
  |                                                                      ^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: try it in a browser; if it does not open for days, find another address or remove the link

warning[dead-link]: the page outside is gone: https://tinh.example.vn/het (its host answers 404)
 --> content/a.md:5:22
  |
5 | Xem [trang của tỉnh](https://tinh.example.vn/het), [trang của huyện](https://im.example.vn/) và
  |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: find the page's new address, or remove the link");
    let offline = elsewhere::check(&links, &|_| Answer::Silence);
    assert_eq!(
        both(&build, &offline),
        "\
cảnh báo[no-network]: chưa kiểm tra được 4 liên kết ra ngoài: không trang nào trả lời
 |
 = cách sửa: nối máy vào mạng rồi chạy lại
warning[no-network]: the 4 links that leave the site could not be checked: no page answers
 |
 = help: connect this machine to the network and run again"
    );
}

/// A dozen mistakes in six files.
const DOZEN: &str = "
-- site.toml --
title = \"Cổng thông tin xã\"
paginat = 20

[[menu]]
title = \"Tin tức\"
url = \"/tin-tuk/\"
-- content/_data/topics.toml --
[[topic]]
id = \"dat-dai\"
-- content/tin-tuc/_index.md --
+++
title = \"Tin tức\"
layout = \"tabel\"
+++
-- content/tin-tuc/hop.md --
+++
title = Họp thôn
topics = [\"dat-daj\"]
date = 31/11/2026
+++
Xem [thông báo](thong-boa.md).

# Nội dung

![](hop.svg)
-- content/tin-tuc/hop.svg --
<svg width=\"4\" height=\"3\"></svg>
-- content/tin-tuc/thong-bao.md --
+++
title = \"Thông báo\"
draft = \"true\"
+++
<script>alert(1)</script>
";

#[test]
fn all_mistakes_are_said_at_once_in_the_order_of_files_and_places() {
    let snapshot = snapshot(DOZEN);
    let (build, diagnostics) = diagnose(&snapshot, &mut Memo::default());
    let places: Vec<String> = diagnostics
        .iter()
        .map(|d| {
            let text =
                small_site::text_of(&build, &d.file).expect("every mistake here is in a file");
            let place = trangxa::diag::place(
                &text,
                d.span.expect("every mistake here has a place").start as usize,
            );
            format!(
                "{}:{}:{} {}",
                d.file,
                place.line,
                place.column,
                d.text.msg.code()
            )
        })
        .collect();
    assert_eq!(
        places,
        [
            "content/_data/topics.toml:1:1 missing-key",
            "content/tin-tuc/_index.md:3:10 bad-choice",
            "content/tin-tuc/hop.md:2:9 bad-toml",
            "content/tin-tuc/hop.md:3:11 unknown-term",
            "content/tin-tuc/hop.md:4:8 bad-date",
            "content/tin-tuc/hop.md:6:17 broken-link",
            "content/tin-tuc/hop.md:8:1 heading-one",
            "content/tin-tuc/hop.md:10:1 missing-alt",
            "content/tin-tuc/thong-bao.md:3:9 wrong-type",
            "content/tin-tuc/thong-bao.md:5:1 unsafe-html",
            "site.toml:2:1 unknown-key",
            "site.toml:6:7 broken-link",
        ]
    );
}

#[test]
fn a_site_with_mistakes_is_not_written_and_the_status_is_1() {
    let folder = program::on_disk(DOZEN);
    let output = program::run(folder.path(), &["build"], "vi");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let said = program::words(&output.stderr, folder.path());
    assert_eq!(said.matches("lỗi[").count(), 11, "{said}");
    assert_eq!(said.matches("cảnh báo[").count(), 1, "{said}");
    assert!(
        said.ends_with("\nCó 11 lỗi và 1 cảnh báo; chưa ghi gì. Sửa các lỗi trên rồi chạy lại.\n"),
        "{said}"
    );
    assert!(!folder.path().join("public").exists());
}

#[test]
fn json_has_one_object_a_line() {
    let folder = program::on_disk(
        "
-- content/a.md --
+++
title = \"Bài\"
auther = \"Lan\"
+++
Theo Nghị quyết số 57-NQ/TW ngày 20/12/2024.
-- content/nq.md --
+++
title = \"Nghị quyết 57\"
kind = \"document\"
symbol = \"57-NQ/TW\"
issued = 2024-12-22
+++
-- content/tin-tuc/b.md --
+++
title = \"Tin\"
+++
",
    );
    let said = |lang: &str| {
        let output = program::run(folder.path(), &["check", "--json"], lang);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        String::from_utf8(output.stdout).expect("JSON is UTF-8")
    };
    assert_eq!(
        said("vi"),
        r#"{"type":"diagnostic","code":"unknown-key","severity":"error","file":"content/a.md","line":3,"column":1,"end_line":3,"end_column":7,"message":"không có mục nào tên “auther”","help":["có phải bạn muốn viết “author”?"],"notes":[]}
{"type":"diagnostic","code":"citation-date","severity":"error","file":"content/a.md","line":5,"column":29,"end_line":5,"end_column":44,"message":"ngày của văn bản 57-NQ/TW ghi sai: 20/12/2024","help":["57-NQ/TW ban hành ngày 22/12/2024"],"notes":[{"message":"văn bản ghi ở đây","file":"content/nq.md","line":4,"column":10}]}
{"type":"diagnostic","code":"missing-index","severity":"warning","file":"content/tin-tuc/_index.md","line":null,"column":null,"end_line":null,"end_column":null,"message":"chuyên mục “tin-tuc” chưa có tệp _index.md; tên thư mục được dùng làm tên chuyên mục","help":["tạo tệp content/tin-tuc/_index.md có ba dòng: +++ rồi title = \"Tên chuyên mục\" rồi +++"],"notes":[]}
{"type":"result","ok":false,"errors":2,"warnings":1,"base_url":null}
"#
    );
    assert_eq!(
        said("en"),
        r#"{"type":"diagnostic","code":"unknown-key","severity":"error","file":"content/a.md","line":3,"column":1,"end_line":3,"end_column":7,"message":"there is no key “auther”","help":["did you mean “author”?"],"notes":[]}
{"type":"diagnostic","code":"citation-date","severity":"error","file":"content/a.md","line":5,"column":29,"end_line":5,"end_column":44,"message":"the date given for 57-NQ/TW is wrong: 20/12/2024","help":["57-NQ/TW was issued on 22/12/2024"],"notes":[{"message":"the document is recorded here","file":"content/nq.md","line":4,"column":10}]}
{"type":"diagnostic","code":"missing-index","severity":"warning","file":"content/tin-tuc/_index.md","line":null,"column":null,"end_line":null,"end_column":null,"message":"the section “tin-tuc” has no _index.md; the folder's name is used as its title","help":["make the file content/tin-tuc/_index.md with three lines: +++ then title = \"Section title\" then +++"],"notes":[]}
{"type":"result","ok":false,"errors":2,"warnings":1,"base_url":null}
"#
    );
}

#[test]
fn wrong_usage_is_said_in_the_language_of_the_person_and_the_status_is_2() {
    let folder = program::on_disk("");
    for (args, vi, en) in [
        (
            &["dungg"][..],
            "lỗi: không có lệnh “dungg”\n  có phải bạn muốn viết “dung”?\n  xem hướng dẫn: trangxa --help\n",
            "error: there is no command “dungg”\n  did you mean “dung”?\n  see: trangxa --help\n",
        ),
        (
            &["build", "--outt", "x"],
            "lỗi: không có tùy chọn “--outt”\n  có phải bạn muốn viết “--out”?\n  xem hướng dẫn: trangxa --help\n",
            "error: there is no option “--outt”\n  did you mean “--out”?\n  see: trangxa --help\n",
        ),
        (
            &["build", "x"],
            "lỗi: lệnh này không nhận “x”\n  xem hướng dẫn: trangxa --help\n",
            "error: this command does not take “x”\n  see: trangxa --help\n",
        ),
        (
            &["build", "--out"],
            "lỗi: --out <THU-MUC> cần một giá trị\n  xem hướng dẫn: trangxa --help\n",
            "error: --out <FOLDER> needs a value\n  see: trangxa --help\n",
        ),
        (
            &["new", "article"],
            "lỗi: còn thiếu: <TEN-BAI>\n  xem hướng dẫn: trangxa --help\n",
            "error: missing: <TITLE>\n  see: trangxa --help\n",
        ),
        (
            &["completions", "cmd"],
            "lỗi: “cmd” không dùng được cho <SHELL>\n  dùng được: bash, elvish, fish, powershell, zsh\n  xem hướng dẫn: trangxa --help\n",
            "error: “cmd” cannot be used for <SHELL>\n  known: bash, elvish, fish, powershell, zsh\n  see: trangxa --help\n",
        ),
        (
            &["build", "--today", "mai"],
            "lỗi: ngày không hợp lệ: “mai”\n  viết năm-tháng-ngày, ví dụ: --today 2026-11-21\n",
            "error: not a valid date: “mai”\n  write year-month-day, for example: --today 2026-11-21\n",
        ),
    ] {
        for (lang, text) in [("vi", vi), ("en", en)] {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_trangxa"));
            let output = command
                .args(args)
                .current_dir(folder.path())
                .env("TRANGXA_LANG", lang)
                .output()
                .expect("run");
            assert_eq!(String::from_utf8_lossy(&output.stderr), text, "{args:?}");
            assert_eq!(output.status.code(), Some(2), "{args:?}");
        }
    }
}

#[test]
fn what_word_processors_and_other_systems_do_to_a_text_is_forgiven() {
    let plain = "+++\ntitle = \"Tiếng Việt\"\ntags = [\"đất đai\"]\n+++\n## Đầu\n\nXem [phần đầu](#dau).\n\n::: con-so so=\"80%\" nhan=\"hồ sơ\"\n:::\n";
    let same = |how: &str, text: &[u8]| {
        let build_of = |text: &[u8]| {
            let mut files: Vec<File> = snapshot("").files.into_values().collect();
            files.push(File::in_memory("content/bai.md", text.to_vec()));
            let snapshot = Snapshot::of(files, snapshot("").options);
            let mut memo = Memo::default();
            let (build, diagnostics) = diagnose(&snapshot, &mut memo);
            assert_eq!(shown(&build, &diagnostics, Lang::Vi), "", "{how}");
            build
                .make(&mut memo, &Nowhere)
                .expect("files in memory can be read")
                .contents["bai/index.html"]
        };
        assert_eq!(build_of(text), build_of(plain.as_bytes()), "{how}");
    };
    use unicode_normalization::UnicodeNormalization as _;
    same("a byte order mark", format!("\u{FEFF}{plain}").as_bytes());
    same("CRLF", plain.replace('\n', "\r\n").as_bytes());
    same("CR", plain.replace('\n', "\r").as_bytes());
    same("NFD", plain.nfd().collect::<String>().as_bytes());
    same(
        "blanks after +++",
        plain.replace("+++", "+++ \t").as_bytes(),
    );
    same("blank lines before +++", format!("\n \n{plain}").as_bytes());
    same("no line end at the end", plain.trim_end().as_bytes());
    let curly = plain.replace("so=\"80%\" nhan=\"hồ sơ\"", "so=“80%” nhan=”hồ sơ”");
    same("curly quotes in a block", curly.as_bytes());
    same(
        "one tag as text",
        plain.replace("[\"đất đai\"]", "\"đất đai\"").as_bytes(),
    );
}

#[test]
fn a_port_that_another_program_uses_is_named() {
    let folder = program::on_disk(DOZEN);
    let other = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = other.local_addr().expect("bound").port();
    let next = port.wrapping_add(1).max(1_024);
    let said = |lang: &str| {
        let output = program::run(
            folder.path(),
            &["preview", "--port", &port.to_string()],
            lang,
        );
        assert_eq!(output.status.code(), Some(1));
        program::words(&output.stderr, folder.path())
    };
    assert_eq!(
        said("vi").trim(),
        format!(
            "lỗi[port-taken]: cổng {port} đang có chương trình khác dùng\n |\n \
             = cách sửa: bỏ --port để trangxa tự tìm cổng, hoặc chọn số khác, ví dụ: --port {next}"
        )
    );
    assert_eq!(
        said("en").trim(),
        format!(
            "error[port-taken]: the port {port} is in use by another program\n |\n \
             = help: leave out --port and a free one is taken, or give another number, such as --port {next}"
        )
    );
}

#[test]
fn a_broadcast_that_nobody_hears_to_the_end_is_told() {
    let site = format!(
        "-- content/tin.md --\n+++\ntitle = \"Tin\"\n+++\n{}\n",
        "Bà con nhớ nhé. ".repeat(700)
    );
    let said = |lang| {
        let folder = program::on_disk(&site);
        let args = ["kit", "tin.md", "--base-url", "https://x.vn"];
        let output = program::run(folder.path(), &args, lang);
        program::words(&output.stderr, folder.path())
    };
    assert_eq!(
        said("vi").trim(),
        "cảnh báo[radio-too-long]: bản phát thanh dài khoảng 18 phút, nên dưới 15 phút\n--> content/tin.md\n \
         = cách sửa: rút bớt trong phat-thanh.txt, hoặc chia thành nhiều buổi phát"
    );
    assert_eq!(
        said("en").trim(),
        "warning[radio-too-long]: the broadcast takes about 18 minutes; keep it below 15\n--> content/tin.md\n \
         = help: shorten phat-thanh.txt, or part it into several broadcasts"
    );
}

#[test]
fn a_map_that_makes_the_page_heavy_is_named() {
    let path = "H10V10H0V0".repeat(2_600);
    let site = format!(
        "
-- content/a.md --
+++
title = \"Bài\"
+++
```ban-do
tieu-de: Hồ sơ theo thôn
hinh: thon.svg
don-vi: hồ sơ
nguon: Một cửa
ky: 2026

| Thôn | Số |
| --- | --- |
| Thôn Một | 12 |
```
-- content/thon.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><path id=\"thon-mot\" d=\"M0 0{path}z\"/></svg>
"
    );
    let (build, diagnostics) = diagnose(&snapshot(&site), &mut Memo::default());
    let wanted = "
cảnh báo[heavy-map]: bản đồ nặng 25 KB (nên dưới 24 KB), trang sẽ mở chậm
 --> content/a.md:6:7
  |
6 | hinh: thon.svg
  |       ^^^^^^^^
  |
  = cách sửa: giản lược đường nét (Inkscape: Đường nét → Giản lược, Ctrl+L) rồi lưu lại
warning[heavy-map]: the map has 25 KB (better below 24 KB), the page will be slow
 --> content/a.md:6:7
  |
6 | hinh: thon.svg
  |       ^^^^^^^^
  |
  = help: simplify its paths (Inkscape: Path → Simplify, Ctrl+L) and save it
";
    assert_eq!(both(&build, &diagnostics).trim(), wanted.trim());
}
