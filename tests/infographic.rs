//! Infographics: the posters that are drawn from a page, and pictures made elsewhere.

use std::sync::Arc;

use trangxa::engine::{self, Build, Memo};
use trangxa::fingerprint::Fingerprint;

use crate::site::Site;

const COMMUNE: &str = r#"
-- site.toml --
title = "Cổng thông tin xã Mẫu"
base_url = "https://xamau.example.vn"
images = {cards = false}
organization = {name = "UBND xã Mẫu"}
-- content/_index.md --
+++
title = "Trang chủ"
+++
-- content/do-hoa/_index.md --
+++
title = "Đồ họa"
+++
-- content/do-hoa/2026-11-20-so-lieu.md --
+++
title = "Ba con số của xã"
kind = "infographic"
source = {name = "Báo cáo mẫu"}
+++
Đoạn mở đầu.

::: con-so so="3" nhan="thôn"
:::

::: con-so so="12" nhan="việc"
:::

## Làm gì tiếp

Xem [trang chủ](/).
"#;

fn build(site: &Site) -> Build {
    engine::build(&Arc::new(site.snapshot()), &mut Memo::default())
}

/// The posters of a site.
fn posters(site: &Site) -> Vec<String> {
    let paths = build(site).plan.files.keys().cloned().collect::<Vec<_>>();
    let is_poster = |path: &String| path.ends_with(".png") || path.ends_with(".pdf");
    paths.into_iter().filter(is_poster).collect()
}

fn made(site: &Site, path: &str) -> Vec<u8> {
    let file = build(site).file(path).expect("it is planned");
    file.expect("it can be made")
}

#[test]
fn an_infographic_has_a_poster_in_every_format() {
    let mut site = Site::new(COMMUNE);
    let all = [
        "do-hoa/so-lieu/so-lieu-1080x1080.png",
        "do-hoa/so-lieu/so-lieu-1080x1350.png",
        "do-hoa/so-lieu/so-lieu-1080x1920.png",
        "do-hoa/so-lieu/so-lieu-1200x630.png",
        "do-hoa/so-lieu/so-lieu-a3.pdf",
        "do-hoa/so-lieu/so-lieu-a4.pdf",
    ];
    assert_eq!(posters(&site), all);
    for path in all.iter().filter(|path| path.ends_with(".png")) {
        let size = imagesize::blob_size(&made(&site, path)).expect("a picture");
        assert!(path.ends_with(&format!("-{}x{}.png", size.width, size.height)));
    }
    site.replace(
        "site.toml",
        "cards = false",
        "cards = false, zalo = \"1280x720\"",
    );
    assert!(posters(&site).contains(&"do-hoa/so-lieu/so-lieu-1280x720.png".to_owned()));
}

#[test]
fn the_page_leads_to_its_posters_with_their_sizes() {
    let built = Site::new(COMMUNE).clean();
    let page = String::from_utf8(built.files["do-hoa/so-lieu/index.html"].to_vec()).expect("UTF-8");
    for link in [
        "so-lieu-1080x1350.png\" download>Ảnh đứng</a> <small>PNG, 1080 × 1350</small>",
        "so-lieu-a4.pdf\" download>Tờ rơi</a> <small>PDF, A4</small>",
    ] {
        assert!(page.contains(link), "{link}");
    }
}

#[test]
fn a_poster_shows_the_title_the_text_the_figures_the_source_and_the_way_to_the_page() {
    let built = Site::new(COMMUNE).clean();
    let svg = String::from_utf8(built.files["do-hoa/so-lieu/so-lieu-a4.pdf"].to_vec());
    let svg = svg.expect("a sink that wants no pictures gets the SVG");
    for text in [
        "UBND xã Mẫu",
        "Ba con số của xã",
        "Đoạn mở đầu.",
        "3",
        "thôn",
        "12",
        "việc",
        "Làm gì tiếp",
        "Xem trang chủ.",
        "Nguồn: Báo cáo mẫu",
        "Thứ Sáu, 20/11/2026",
        "xamau.example.vn/do-hoa/so-lieu/",
    ] {
        assert!(svg.contains(&format!(">{text}</text>")), "{text}\n{svg}");
    }
    assert!(svg.contains("scale("), "the QR code");
}

#[test]
fn only_what_is_on_a_poster_makes_it_another() {
    let svg = |site: &Site| {
        let built = site.clean();
        built.files["do-hoa/so-lieu/so-lieu-a4.pdf"].clone()
    };
    let mut site = Site::new(COMMUNE);
    let before = svg(&site);
    site.write("content/do-hoa/khac.md", "+++\ntitle = \"Khác\"\n+++\n");
    assert_eq!(svg(&site), before);
    site.replace(
        "content/do-hoa/2026-11-20-so-lieu.md",
        "so=\"12\"",
        "so=\"13\"",
    );
    assert_ne!(svg(&site), before);
}

#[test]
fn a_picture_made_elsewhere_is_the_poster() {
    let mut site = Site::new(COMMUNE);
    let text = "Trong ảnh có ba con số. ".repeat(8);
    site.write(
        "content/do-hoa/2026-11-20-so-lieu.md",
        format!(
            "+++\ntitle = \"Ba con số\"\nkind = \"infographic\"\nimage = \"/do-hoa.svg\"\nimage_alt = \"Ba con số\"\n\
             source = {{name = \"Báo cáo mẫu\"}}\n+++\n{text}\n"
        ),
    );
    site.write("static/do-hoa.svg", "<svg width=\"9\" height=\"9\"></svg>");
    assert_eq!(posters(&site), Vec::<String>::new());
    let built = site.clean();
    assert_eq!(built.codes(), Vec::<String>::new());
    let page = String::from_utf8(built.files["do-hoa/so-lieu/index.html"].to_vec()).expect("UTF-8");
    assert!(page.contains("<a href=\"../../do-hoa.svg\" download>"));
}

#[test]
fn a_print_made_elsewhere_is_offered_and_nothing_is_drawn() {
    let mut site = Site::new(COMMUNE);
    let text = "Trên tờ có ba con số. ".repeat(8);
    site.write(
        "content/do-hoa/2026-11-20-so-lieu.md",
        format!(
            "+++\ntitle = \"Ba con số\"\nkind = \"infographic\"\nfiles = [{{file = \"/to.pdf\", title = \"Bản in A3\"}}]\n\
             source = {{name = \"Báo cáo mẫu\"}}\n+++\n{text}\n"
        ),
    );
    site.write("static/to.pdf", "%PDF-1.4\nBT (chữ) Tj ET\n%%EOF\n");
    assert_eq!(posters(&site), ["to.pdf"]);
    let built = site.clean();
    assert_eq!(built.codes(), Vec::<String>::new());
    let page = String::from_utf8(built.files["do-hoa/so-lieu/index.html"].to_vec()).expect("UTF-8");
    let link = "<a href=\"../../to.pdf\" download>Bản in A3</a> <small>PDF, 32 B</small>";
    assert!(page.contains(link), "{page}");
    let too_short = site
        .text("content/do-hoa/2026-11-20-so-lieu.md")
        .replace(&text, "Ba số.");
    site.write("content/do-hoa/2026-11-20-so-lieu.md", too_short);
    assert_eq!(
        site.clean().codes(),
        ["poster-text content/do-hoa/2026-11-20-so-lieu.md"]
    );
}

#[test]
fn a_print_has_the_same_bytes_every_time_and_its_text_can_be_selected() {
    let pdf = || made(&Site::new(COMMUNE), "do-hoa/so-lieu/so-lieu-a4.pdf");
    let first = pdf();
    assert!(first.starts_with(b"%PDF-"));
    assert_eq!(Fingerprint::of_bytes(&first), Fingerprint::of_bytes(&pdf()));
    let has = |what: &str| {
        first
            .windows(what.len())
            .any(|part| part == what.as_bytes())
    };
    assert!(has("BeVietnamPro-Bold") && has("/ToUnicode"));
    assert!(!has("/CreationDate"));
}

#[test]
fn a_print_says_what_its_parts_are_and_its_pictures_what_they_show() {
    let count = |print: &[u8], what: &str| {
        let windows = print.windows(what.len());
        windows.filter(|part| *part == what.as_bytes()).count()
    };
    let print = made(&Site::new(COMMUNE), "do-hoa/so-lieu/so-lieu-a4.pdf");
    let tags = ["/Title<", "/Lang(vi)", "/S/H1", "/S/H2", "/S/Figure"];
    assert_eq!(tags.map(|tag| count(&print, tag)), [1, 2, 1, 1, 1]);
    let words = "Mã QR dẫn tới xamau.example.vn/do-hoa/so-lieu/".encode_utf16();
    let words: String = words.map(|unit| format!("{unit:04X}")).collect();
    assert_eq!(count(&print, &format!("/Alt<FEFF{words}>")), 1);
    // Four drawings and the code.
    let print = made(&of_all_blocks(), "do-hoa/so-lieu/so-lieu-a4.pdf");
    assert_eq!(count(&print, "/S/Figure"), 5);
    assert_eq!(count(&print, "/Alt<"), 5);
}

#[test]
fn a_changed_cell_changes_what_shows_it_and_nothing_else() {
    let chart = "```bieu-do\nloai: cot\ntieu-de: Hồ sơ tăng\nnguon: Một cửa\nky: 2026\ndu-lieu: ho-so.csv\n```\n";
    let mut site = Site::new(COMMUNE);
    site.write("content/_data/ho-so.csv", "Quý;Hồ sơ (bộ)\nI;120\nII;235\n");
    site.write(
        "content/do-hoa/ho-so.md",
        format!("+++\ntitle = \"Hồ sơ\"\nkind = \"infographic\"\nsource = {{name = \"Một cửa\"}}\n+++\n{chart}"),
    );
    site.write(
        "content/do-hoa/bai.md",
        format!("+++\ntitle = \"Bài\"\n+++\n{chart}"),
    );
    let before = site.clean();
    assert_eq!(before.codes(), Vec::<String>::new());
    site.replace("content/_data/ho-so.csv", "235", "240");
    let after = site.clean();
    assert!(before.files.keys().eq(after.files.keys()));
    let changed: Vec<&str> = before
        .files
        .iter()
        .filter(|(path, bytes)| after.files[*path] != **bytes)
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(
        changed,
        [
            "do-hoa/bai/index.html",
            "do-hoa/bai/so-lieu-1.csv",
            "do-hoa/ho-so/ho-so-1080x1080.png",
            "do-hoa/ho-so/ho-so-1080x1350.png",
            "do-hoa/ho-so/ho-so-1080x1920.png",
            "do-hoa/ho-so/ho-so-1200x630.png",
            "do-hoa/ho-so/ho-so-a3.pdf",
            "do-hoa/ho-so/ho-so-a4.pdf",
            "do-hoa/ho-so/index.html",
            "do-hoa/ho-so/so-lieu-1.csv",
        ]
    );
    let page = after.page("do-hoa/bai/");
    assert!(!page.contains("235"), "{page}");
    // Twice in each drawing, in the sentence of each and in the table.
    assert_eq!(page.matches("240").count(), 6, "{page}");
}

/// The tags `<svg …>…</svg>` of the charts of a page.
fn charts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<figure class=\"chart\">")
        .skip(1)
        .flat_map(|figure| {
            let (figure, _) = figure.split_once("</figure>").expect("a figure ends");
            figure.split("<svg class").skip(1)
        })
}

#[test]
fn every_drawing_of_the_sample_portal_is_light_and_said_in_words() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let options = Site::new(COMMUNE).options;
    let snapshot = trangxa::source::scan(root, options, &Default::default()).expect("the portal");
    let build = engine::build(&Arc::new(snapshot), &mut Memo::default());
    let mut count = 0;
    for path in build
        .plan
        .files
        .keys()
        .filter(|path| path.ends_with("index.html"))
    {
        let page = build
            .file(path)
            .expect("it is planned")
            .expect("it can be made");
        let page = String::from_utf8(page).expect("UTF-8");
        for svg in charts(&page) {
            assert!(svg.len() <= 30_000, "{path}: {} bytes", svg.len());
            for name in ["title", "desc"] {
                let (_, said) = svg.split_once(&format!("<{name} ")).expect("it is there");
                let (_, said) = said.split_once('>').expect("a tag ends");
                assert!(!said.starts_with('<'), "{path}: no {name}");
            }
            count += 1;
        }
    }
    assert!(count >= 30, "{count} drawings, wide and narrow");
}

/// A page with every block there is.
fn of_all_blocks() -> Site {
    let mut site = Site::new(COMMUNE);
    site.write(
        "content/do-hoa/2026-11-20-so-lieu.md",
        r#"+++
title = "Mọi khối"
kind = "infographic"
source = {name = "Báo cáo mẫu"}
+++
::: con-so so="12" nhan="việc"
:::

```bieu-do
loai: cot
tieu-de: Hồ sơ tăng
don-vi: hồ sơ
nguon: Một cửa
ky: năm 2026

| Quý | Hồ sơ |
| --- | --- |
| I | 1200 |
| II | 1500 |
```

::: dong-thoi-gian tieu-de="Chặng đường"
- 01/4/2026: Bắt đầu
- 01/7/2026: Kết thúc
:::

::: cac-buoc tieu-de="Cách làm"
1. Mở: trang
2. Nộp: hồ sơ
:::

```so-sanh
tieu-de: Trước và nay
nguon: Một cửa

| Nội dung | Trước | Nay |
| --- | --- | --- |
| Thời gian | ba ngày | một giờ |
```

```bieu-tuong
so: 8
tren: 10
nhan: hộ có mạng
nguon: Thôn
ky: năm 2026
```

```tien-do
nhan: Nộp trực tuyến
dat: 65
muc-tieu: 80
don-vi: "%"
nguon: Một cửa
ky: năm 2026
```

```ban-do
tieu-de: Hộ theo thôn
don-vi: hộ
nguon: Thôn
ky: năm 2026

| Thôn | Hộ |
| --- | --- |
| Đông | 120 |
| Đoài | 90 |
```

```bang
tieu-de: Chỉ tiêu
nguon: Kế hoạch

| Việc | Mức (%) |
| --- | --- |
| Trực tuyến | 80 |
```

::: trich-dan tac-gia="Bà Mẫu"
Dễ hơn trước.
:::

::: hoi-dap hoi="Nộp ở đâu?"
Tại nhà.
:::
"#,
    );
    site
}

#[test]
fn every_block_is_on_the_prints() {
    let built = of_all_blocks().clean();
    assert_eq!(built.codes(), Vec::<String>::new());
    let svg = String::from_utf8(built.files["do-hoa/so-lieu/so-lieu-a4.pdf"].to_vec());
    let svg = svg.expect("a sink that wants no pictures gets the SVG");
    for text in [
        "12",
        "việc",
        "Hồ sơ tăng",
        "Đơn vị: hồ sơ · năm 2026",
        "Nguồn: Một cửa",
        "1.200",
        "Chặng đường",
        "01/4/2026",
        "Bắt đầu",
        "Cách làm",
        "Nộp",
        "Trước và nay",
        "ba ngày",
        "một giờ",
        "hộ có mạng",
        "8 / 10",
        "Nộp trực tuyến",
        "Hộ theo thôn",
        "Đoài",
        "90",
        "Chỉ tiêu",
        "Mức (%)",
        "80",
        "Dễ hơn trước.",
        "— Bà Mẫu",
        "Hỏi: Nộp ở đâu?",
        "Tại nhà.",
    ] {
        assert!(svg.contains(&format!(">{text}</text>")), "{text}\n{svg}");
    }
    assert!(svg.contains("65%</text>"));
    assert!(!svg.contains("Ở đây không đủ chỗ"));
}

#[test]
fn a_small_picture_says_what_it_has_no_room_for() {
    let built = of_all_blocks().clean();
    let svg = String::from_utf8(built.files["do-hoa/so-lieu/so-lieu-1200x630.png"].to_vec());
    let svg = svg.expect("a sink that wants no pictures gets the SVG");
    assert!(svg.contains("Ở đây không đủ chỗ cho "), "{svg}");
    assert!(svg.contains("xamau.example.vn/do-hoa/so-lieu/"));
}

#[test]
fn in_a_table_to_read_every_row_may_have_a_unit_of_its_own() {
    let mut site = Site::new(COMMUNE);
    let rows =
        "| Việc | Mức |\n| --- | --- |\n| Hồ sơ trực tuyến | 80% |\n| Phát thanh | 12 buổi |\n";
    let page = |head: &str| format!("+++\ntitle = \"Mức\"\n+++\n```{head}\n\n{rows}```\n");
    for block in ["bang", "so-sanh"] {
        let head = format!("{block}\ntieu-de: Mức\nnguon: Xã");
        site.write("content/do-hoa/muc.md", page(&head));
        let built = site.clean();
        assert_eq!(built.codes(), Vec::<String>::new());
        let html = built.page("do-hoa/muc/");
        assert!(
            html.contains("80%") && html.contains("12\u{a0}buổi"),
            "{html}"
        );
    }
    site.write(
        "content/do-hoa/muc.md",
        page("bieu-do\nloai: cot\ntieu-de: Mức\nnguon: Xã\nky: 2026"),
    );
    assert_eq!(site.clean().codes()[0], "mixed-units content/do-hoa/muc.md");
}

/// Fingerprints of posters that were looked at. Where they differ, look at the files again.
const GOLDEN: &[(&str, &str)] = &[
    ("1080x1080.png", "f0dc7020a8d01062b822a48802c875f7"),
    ("1080x1920.png", "e873d39a2fd339ae8aac50dabc4bdef4"),
    ("1200x630.png", "40f5906a2c9539e14e28b2eb8229dfc2"),
    ("a4.pdf", "3a31b283b62db87bb607b866c1c1f08d"),
];

#[test]
fn posters_have_the_bytes_that_were_looked_at() {
    let site = of_all_blocks();
    let build = build(&site);
    let fingerprint = |name: &str| {
        let file = build.file(&format!("do-hoa/so-lieu/so-lieu-{name}"));
        let bytes = file.expect("it is planned").expect("it can be made");
        format!("{:?}", Fingerprint::of_bytes(&bytes))
    };
    let made: Vec<(&str, String)> = GOLDEN
        .iter()
        .map(|(name, _)| (*name, fingerprint(name)))
        .collect();
    let golden: Vec<(&str, String)> = GOLDEN
        .iter()
        .map(|(name, of)| (*name, (*of).to_owned()))
        .collect();
    assert_eq!(made, golden);
}
