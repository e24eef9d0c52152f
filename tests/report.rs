//! The evidence report: a whole small site and all that is said of it, the sample portal counted by other code, and the
//! Word document taken apart by a reader that is not ours.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use trangxa::engine::{self, Memo};
use trangxa::report::outline::outline;
use trangxa::report::{Letterhead, Period, Report, csv, docx, markdown};

use crate::site::Site;

const SMALL: &str = r#"
-- site.toml --
title = "Cổng xã An Lạc"
base_url = "https://anlac.example.vn"
[organization]
name = "Ủy ban nhân dân xã An Lạc"
parent = "Ủy ban nhân dân tỉnh"
[report]
deadlines = ["15/6", "15/12"]
yearly_items = 100
symbol = "BC-UBND"
place = "An Lạc"
addressee = "Sở Khoa học và Công nghệ"
recipients = ["Như trên", "Lưu: VT"]
signer_title = "Chủ tịch"
-- content/_index.md --
+++
title = "Trang chủ"
+++
-- content/_data/topics.toml --
[[topic]]
id = "ky-nang-so"
name = "Kỹ năng số"
[[topic]]
id = "mo-hinh-hay"
name = "Mô hình hay"
-- content/_data/units.toml --
[[unit]]
id = "van-phong"
name = "Văn phòng"
-- content/_data/kpi.toml --
[[kpi]]
id = "nguoi-dan"
text = "Người dân được thông tin"
target = "≥ 80%"
year = 2030
source = "Kế hoạch của xã"
-- content/_data/activities.toml --
[[activity]]
date = 2026-10-10
form = "phát thanh"
count = 1200
title = "Ngày Chuyển đổi số"
unit = "van-phong"
campaign = "chien-dich"
evidence = "Sổ trực"
[[activity]]
date = 2026-03-01
form = "tờ rơi"
title = "Kỳ trước"
[[activity]]
date = 2027-01-01
form = "khác"
title = "Kỳ sau"
-- content/tin-tuc/_index.md --
+++
title = "Tin tức"
+++
-- content/tin-tuc/2026-07-01-dau-ky.md --
+++
title = "Đầu kỳ | một"
topics = ["ky-nang-so"]
nq57_tasks = [1]
unit = "van-phong"
author = "Nguyễn An"
channels = [{name = "Facebook", url = "https://facebook.com/1"}, "zalo"]
+++
-- content/tin-tuc/cuoi-ky.md --
+++
title = "Cuối kỳ"
date = 2026-12-31
topics = ["ky-nang-so"]
campaign = "chien-dich"
channels = [{name = "truyền thanh", date = 2026-12-31}]
+++
-- content/tin-tuc/ky-truoc.md --
+++
title = "Kỳ trước"
date = 2026-06-30
author = "Nguyễn An"
+++
-- content/tin-tuc/nhap.md --
+++
title = "Nháp"
date = 2026-08-01
draft = true
+++
-- content/tin-tuc/het-han.md --
+++
title = "Hết hạn"
date = 2026-08-01
expires = 2026-09-01
+++
-- content/tin-tuc/ky-sau.md --
+++
title = "Kỳ sau"
date = 2027-01-01
+++
-- content/y-kien/_index.md --
+++
title = "Ý kiến"
child_kind = "question"
+++
-- content/y-kien/den-duong.md --
+++
title = "Đèn đường"
question = "Bao giờ có đèn đường?"
received = 2026-07-10
answered = 2026-07-20
unit = "van-phong"
+++
Tháng sau.
-- content/y-kien/nuoc-sach.md --
+++
title = "Nước sạch"
question = "Bao giờ có nước sạch?"
received = 2026-12-16
unit = "van-phong"
+++
-- content/chien-dich.md --
+++
title = "Ngày Chuyển đổi số"
kind = "campaign"
start = 2026-10-01
end = 2026-10-10
kpi = [{text = "Người dự", target = "≥ 200", value = "150", year = 2026}]
result = "Đã mở 5 lớp."
+++
-- content/gioi-thieu.md --
+++
title = "Giới thiệu"
kind = "page"
+++
-- content/van-ban.md --
+++
title = "Kế hoạch"
kind = "document"
symbol = "01/KH-UBND"
issued = 2026-08-01
+++
"#;

/// The whole second half of a year, seen from after its end.
fn half_year() -> Period {
    let day = |text: &str| -> Date { text.parse().expect("a date") };
    Period::new(day("2026-07-01"), day("2026-12-31")).expect("in order")
}

fn report_of(site: &Site) -> (Report, Letterhead) {
    let mut memo = Memo::default();
    let build = engine::build(&Arc::new(site.snapshot()), &mut memo);
    assert!(!build.has_errors(), "{:?}", build.diagnostics);
    let config = &build.site.config;
    (
        Report::new(&build.site, half_year()),
        Letterhead::new(&config.report, &config.organization),
    )
}

fn small() -> (Report, Letterhead) {
    report_of(Site::small(SMALL).today("2027-01-05"))
}

#[test]
fn a_report_in_words_says_all_that_the_site_shows_and_nothing_else() {
    let (report, letterhead) = small();
    let text = markdown::write(&report, &letterhead, &outline(&report, &letterhead));
    let expected = include_str!("golden/report.md");
    assert!(text == expected, "it says:\n{text}");
}

#[test]
fn the_tables_for_calculation_programs_hold_every_item_and_every_count() {
    let (report, _) = small();
    assert_eq!(
        csv::items(&report),
        "\u{FEFF}TT;Ngày đăng;Tên tin, bài;Đường dẫn;Kiểu bài;Chuyên mục;Chủ đề;Nhóm nhiệm vụ;Đơn vị;Đối tượng;Tác giả;Kênh khác\r\n\
         1;2026-07-01;Đầu kỳ | một;https://anlac.example.vn/tin-tuc/dau-ky/;Bài viết;Tin tức;Kỹ năng số;1;Văn phòng;;Nguyễn An;Facebook: https://facebook.com/1\r\n\
         2;2026-12-31;Cuối kỳ;https://anlac.example.vn/tin-tuc/cuoi-ky/;Bài viết;Tin tức;Kỹ năng số;;;;;Đài truyền thanh\r\n"
    );
    assert_eq!(
        csv::counts(&report),
        "\u{FEFF}Cách đếm;Nội dung;Kỳ này;Kỳ trước\r\n\
         Tổng số;Tin, bài;2;1\r\n\
         Theo kiểu bài;Bài viết;2;1\r\n\
         Theo chuyên mục;Tin tức;2;1\r\n\
         Theo chủ đề;Kỹ năng số;2;0\r\n\
         Theo chủ đề;Mô hình hay;0;0\r\n\
         Theo chủ đề;Chưa ghi chủ đề;0;1\r\n\
         Theo nhóm nhiệm vụ của Nghị quyết số 57-NQ/TW;1;1;0\r\n\
         Theo nhóm nhiệm vụ của Nghị quyết số 57-NQ/TW;Chưa ghi nhóm nhiệm vụ;1;1\r\n\
         Theo đơn vị;Văn phòng;1;0\r\n\
         Theo đơn vị;Chưa ghi đơn vị;1;1\r\n\
         Theo đối tượng;Chưa ghi đối tượng;2;1\r\n\
         Theo kênh;Cổng thông tin điện tử;2;1\r\n\
         Theo kênh;Facebook;1;0\r\n\
         Theo kênh;Đài truyền thanh;1;0\r\n\
         Theo tháng;2026-07;1;0\r\n\
         Theo tháng;2026-08;0;0\r\n\
         Theo tháng;2026-09;0;0\r\n\
         Theo tháng;2026-10;0;0\r\n\
         Theo tháng;2026-11;0;0\r\n\
         Theo tháng;2026-12;1;1\r\n\
         Hoạt động ngoài cổng;Phát thanh (buổi phát);1200;0\r\n\
         Hoạt động ngoài cổng;Tờ rơi, tờ gấp (tờ);0;1\r\n"
    );
}

#[test]
fn what_is_missing_is_named() {
    let (report, _) = small();
    let gaps = &report.gaps;
    let months: Vec<String> = gaps.months.iter().map(|month| month.to_string()).collect();
    assert_eq!(
        months,
        ["2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01"]
    );
    let silences: Vec<String> = gaps
        .silences
        .iter()
        .map(|silence| format!("{} {}", silence.from, silence.to))
        .collect();
    assert_eq!(silences, ["2026-07-02 2026-12-30"]);
    assert_eq!(
        gaps.uncovered,
        [("Theo chủ đề", vec!["Mô hình hay".to_owned()])]
    );
    assert_eq!(gaps.planned.len(), 1);
    assert_eq!(gaps.undated, ["content/van-ban.md"]);
}

#[test]
fn opinions_wait_until_they_are_answered_and_campaigns_gather_what_names_them() {
    let (report, _) = small();
    let opinions = &report.opinions;
    assert_eq!((opinions.received, opinions.answered), ([2, 0], [1, 0]));
    let waiting: Vec<_> = opinions
        .waiting
        .iter()
        .map(|waiting| (&*waiting.title, waiting.days, waiting.is_late))
        .collect();
    assert_eq!(waiting, [("Nước sạch", 20, true)]);
    let [campaign] = &report.campaigns[..] else {
        panic!("{:?}", report.campaigns);
    };
    assert_eq!((campaign.items, campaign.activities), (1, 1));
    assert!(campaign.is_over);
    assert_eq!(campaign.targets[0].standing, Some("quá hạn, chưa đạt"));
}

#[test]
fn what_is_still_to_come_does_not_count() {
    let (report, _) = report_of(Site::small(SMALL).today("2026-08-20"));
    let titles: Vec<&str> = report.items.iter().map(|item| &*item.title).collect();
    // The second expires on 1 September and can still be read.
    assert_eq!(titles, ["Đầu kỳ | một", "Hết hạn"]);
    assert_eq!(report.activities, []);
    // The months to come are not missing.
    assert!(report.gaps.months.is_empty());
}

// The Word document

/// The parts of a package, each read to its end by an XML reader.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = BTreeMap::new();
    for n in 0..zip.len() {
        let mut file = zip.by_index(n).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        let name = file.name().expect("a name").into_owned();
        let mut reader = quick_xml::Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        let mut open = 0_i32;
        loop {
            match reader
                .read_event()
                .unwrap_or_else(|error| panic!("{name}: {error}"))
            {
                quick_xml::events::Event::Start(_) => open += 1,
                quick_xml::events::Event::End(_) => open -= 1,
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open, 0, "{name}");
        parts.insert(name, text);
    }
    parts
}

#[test]
fn the_word_document_is_laid_out_as_the_decree_says() {
    let (report, letterhead) = small();
    let bytes = docx::write(&report, &letterhead, &outline(&report, &letterhead));
    let parts = parts(&bytes);
    let names: Vec<&str> = parts.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/header1.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]
    );
    let document = &parts["word/document.xml"];
    for said in [
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
        "ỦY BAN NHÂN DÂN TỈNH",
        "ỦY BAN NHÂN DÂN XÃ AN LẠC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "/BC-UBND",
        "An Lạc, ngày 05 tháng 01 năm 2027",
        "BÁO CÁO",
        "Kính gửi: Sở Khoa học và Công nghệ",
        "- Như trên;",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "https://anlac.example.vn/tin-tuc/cuoi-ky/",
    ] {
        assert!(document.contains(said), "{said}");
    }
    let (_, margins) = document.split_once("<w:pgMar").expect("margins");
    let margin = |side: &str| -> f64 {
        let (_, rest) = margins
            .split_once(&format!("w:{side}=\""))
            .expect("a margin");
        let twentieths = rest.split('"').next().expect("a number");
        twentieths.parse::<f64>().expect("a number") / 1440.0 * 25.4
    };
    for (side, low, high) in [
        ("top", 20.0, 25.0),
        ("bottom", 20.0, 25.0),
        ("left", 30.0, 35.0),
        ("right", 15.0, 20.01),
    ] {
        let margin = margin(side);
        assert!((low - 0.01..=high).contains(&margin), "{side}: {margin} mm");
    }
    assert!(parts["word/styles.xml"].contains("w:ascii=\"Times New Roman\""));
    let again = docx::write(&report, &letterhead, &outline(&report, &letterhead));
    assert_eq!(bytes, again);
}

#[test]
fn what_the_office_has_not_said_is_left_to_be_filled_in() {
    let mut site = Site::small(SMALL);
    let (top, _) = SMALL
        .split_once("-- content/_index.md --")
        .expect("the settings come first");
    let text = top.replace("-- site.toml --\n", "");
    let (kept, _) = text.split_once("[organization]").expect("it is there");
    site.write("site.toml", kept).today("2027-01-05");
    let (report, letterhead) = report_of(&site);
    let parts = parts(&docx::write(
        &report,
        &letterhead,
        &outline(&report, &letterhead),
    ));
    for said in [
        "TÊN CƠ QUAN BÁO CÁO",
        "/BC-…",
        "…, ngày 05 tháng 01 năm 2027",
        "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ",
        "Họ và tên",
        "- Lưu: VT.",
    ] {
        assert!(parts["word/document.xml"].contains(said), "{said}");
    }
}

// The sample portal

/// What a plain look at a file's front matter says of it: day, and the texts of some keys.
struct Counted {
    date: String,
    texts: BTreeMap<&'static str, Vec<String>>,
}

/// Counts the files on disk with a TOML reader and nothing of ours.
fn count_on_disk(folder: &Path, from: &str, to: &str, found: &mut Vec<Counted>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            count_on_disk(&path, from, to, found);
            continue;
        }
        if !name.ends_with(".md")
            || name == "_index.md"
            || path.to_string_lossy().contains("_data/")
        {
            continue;
        }
        let text = fs::read_to_string(&path).expect("UTF-8");
        let front = text.split("+++").nth(1).expect("front matter");
        let front: toml::Table = toml::from_str(front).expect("TOML");
        let is_dated = |text: &&str| text.len() > 11 && text[..10].parse::<Date>().is_ok();
        let folder = path
            .parent()
            .and_then(Path::file_name)
            .map(|name| name.to_string_lossy());
        let in_name = match name.as_str() {
            "index.md" => folder.as_deref(),
            name => Some(name),
        };
        let in_name = in_name.filter(is_dated).map(|name| name[..10].to_owned());
        let Some(date) = front
            .get("date")
            .map(|date| date.to_string()[..10].to_owned())
            .or(in_name)
        else {
            continue;
        };
        let is_held = front.get("draft") == Some(&toml::Value::Boolean(true))
            || front.contains_key("expires")
            || front
                .get("review")
                .is_some_and(|review| review["status"].as_str() != Some("đã duyệt"));
        if is_held || *date < *from || *date > *to {
            continue;
        }
        let texts = ["topics", "audiences", "unit", "author"].map(|key| {
            let texts = match front.get(key) {
                Some(toml::Value::String(text)) => vec![text.clone()],
                Some(toml::Value::Array(items)) => {
                    let texts = items.iter().filter_map(|item| item.as_str());
                    texts.map(str::to_owned).collect()
                }
                _ => Vec::new(),
            };
            (key, texts)
        });
        found.push(Counted {
            date,
            texts: texts.into(),
        });
    }
}

#[test]
fn the_totals_of_the_sample_portal_are_those_of_an_independent_count() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let place = crate::site::Place::new();
    let out = place.path("bao-cao");
    let mut command = place.command("", &["bao-cao", "--json"]);
    let output = command
        .args([
            "--from",
            "2025-07-01",
            "--to",
            "2026-11-21",
            "--today",
            "2026-11-21",
        ])
        .args(["--root", &root.display().to_string()])
        .args(["--out", &out.display().to_string()])
        .output()
        .expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lines = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    let lines: Vec<serde_json::Value> = lines.collect();
    let report = lines.iter().find(|line| line["type"] == "report");
    let report = &report.unwrap_or_else(|| panic!("{text}"))["report"];

    let mut found = Vec::new();
    count_on_disk(
        &root.join("content"),
        "2025-07-01",
        "2026-11-21",
        &mut found,
    );
    assert!(!found.is_empty());
    assert_eq!(report["items"].as_array().map(Vec::len), Some(found.len()));

    // By month.
    let months = report["months"].as_array().expect("months");
    for month in months {
        let name = month["month"].as_str().expect("a day");
        let there = found
            .iter()
            .filter(|counted| counted.date[..7] == name[..7])
            .count();
        assert_eq!(month["now"], there, "{name}");
    }
    // By what the registries name.
    for (tally, file, entry, key) in [
        ("topic", "topics", "topic", "topics"),
        ("audience", "audiences", "audience", "audiences"),
        ("unit", "units", "unit", "unit"),
    ] {
        let text = fs::read_to_string(root.join(format!("content/_data/{file}.toml")))
            .expect("a registry");
        let registry: toml::Table = toml::from_str(&text).expect("TOML");
        let rows = report["tallies"].as_array().expect("tallies");
        let rows = rows
            .iter()
            .find(|row| row["name"] == tally)
            .expect("a tally");
        let rows = rows["rows"].as_array().expect("rows");
        for item in registry[entry].as_array().expect("entries") {
            let (id, name) = (item["id"].as_str(), item["name"].as_str());
            let id = id.expect("an id").to_owned();
            let there = found
                .iter()
                .filter(|counted| counted.texts[key].contains(&id))
                .count();
            let row = rows.iter().find(|row| row["label"].as_str() == name);
            let row = row.unwrap_or_else(|| panic!("no row {name:?}"));
            assert_eq!(row["now"], there, "{id}");
        }
    }
    // By author: the rows add up to all.
    let authors = report["contributions"].as_array().expect("authors");
    let sum: u64 = authors
        .iter()
        .filter_map(|author| author["total"].as_u64())
        .sum();
    assert_eq!(sum, found.len() as u64);
    for author in authors {
        let name: Vec<String> = author["author"]
            .as_str()
            .map(str::to_owned)
            .into_iter()
            .collect();
        let there = found
            .iter()
            .filter(|counted| counted.texts["author"] == name)
            .count();
        assert_eq!(author["total"], there, "{name:?}");
    }
    // Every counted item has a page.
    let build = place
        .command("", &["build", "--today", "2026-11-21"])
        .args(["--root", &root.display().to_string()])
        .args(["--out", &place.path("public").display().to_string()])
        .output()
        .expect("the program runs");
    assert!(build.status.success());
    for item in report["items"].as_array().expect("items") {
        let url = item["url"].as_str().expect("a link");
        let path = url
            .strip_prefix("https://laikhe.example.vn/")
            .expect("absolute");
        assert!(place.has(&format!("public/{path}index.html")), "{url}");
    }
}
