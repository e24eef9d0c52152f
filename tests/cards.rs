//! Social cards: which pages have one, what it is named and what is on it.

use std::sync::Arc;

use image::ImageFormat;
use trangxa::engine::{self, Memo};
use trangxa::fingerprint::Fingerprint;

use crate::photos;
use crate::site::Site;

/// A theme that prints what it is given of pictures for social networks.
const COMMUNE: &str = r#"
-- site.toml --
title = "Xã Mẫu"
base_url = "https://xamau.example.vn/cong"
theme = "nho"
organization = {name = "UBND xã Mẫu", parent = "UBND thành phố"}
-- content/_index.md --
+++
title = "Trang chủ"
+++
-- content/gioi-thieu.md --
+++
title = "Giới thiệu"
kind = "page"
+++
-- content/tin-tuc/_index.md --
+++
title = "Tin tức"
+++
-- content/tin-tuc/2026-11-20-hop-dan.md --
+++
title = "Họp dân"
+++
-- themes/nho/templates/card.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="12" height="6"><text>
{{ card.kind }}: {{ card.title }} | {{ card.section }} | {{ card.date }} | {{ card.symbol }} | {{ card.site }} | {{ card.organization }} | {{ card.parent }}
</text></svg>
"#;

fn commune() -> Site {
    let mut site = Site::small(COMMUNE);
    let base = site.text("themes/nho/templates/base.html") + SHOWN;
    site.write("themes/nho/templates/base.html", base);
    site
}

const SHOWN: &str = "{% if page.social %}og: {{ page.social.url }} {{ page.social.width }} {{ page.social.height }} {{ page.social.alt }}{% endif %}";

/// What a page says to social networks.
fn og(site: &Site, page: &str) -> String {
    let built = site.clean();
    let html = String::from_utf8(built.files[page].to_vec()).expect("UTF-8");
    let line = html.lines().find(|line| line.starts_with("og: "));
    line.unwrap_or_default().to_owned()
}

/// The cards of a site and the text of each.
fn cards(site: &Site) -> Vec<(String, String)> {
    let built = site.clean();
    let cards = built
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("the-chia-se/"));
    let text = |svg: &Arc<[u8]>| {
        let svg = String::from_utf8(svg.to_vec()).expect("UTF-8");
        svg.lines().nth(1).unwrap_or_default().to_owned()
    };
    cards.map(|(path, svg)| (path.clone(), text(svg))).collect()
}

/// The name of a card without its hash.
fn plain(path: &str) -> &str {
    path.rsplit_once('-').map_or(path, |(name, _)| name)
}

/// A file of a site, made whole.
fn made(site: &Site, path: &str) -> Vec<u8> {
    let build = engine::build(&Arc::new(site.snapshot()), &mut Memo::default());
    build
        .file(path)
        .expect("it is planned")
        .expect("it can be made")
}

#[test]
fn every_page_section_and_the_home_page_have_a_card_and_nothing_else_has() {
    let found = cards(&commune());
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(path, text)| (plain(path), text.as_str()))
        .collect();
    let rest = "Xã Mẫu | UBND xã Mẫu | UBND thành phố";
    assert_eq!(
        found,
        [
            (
                "the-chia-se/gioi-thieu",
                &*format!("page: Giới thiệu |  |  |  | {rest}")
            ),
            (
                "the-chia-se/hop-dan",
                &format!("article: Họp dân | Tin tức | 2026-11-20T00:00:00+07:00 |  | {rest}")
            ),
            (
                "the-chia-se/tin-tuc",
                &format!("section: Tin tức |  |  |  | {rest}")
            ),
            (
                "the-chia-se/trang-chu",
                &format!("home: Xã Mẫu |  |  |  | {rest}")
            ),
        ]
    );
}

#[test]
fn a_page_says_where_its_card_is_and_what_it_shows() {
    let site = commune();
    let card = cards(&site)[1].0.clone();
    assert_eq!(
        og(&site, "tin-tuc/hop-dan/index.html"),
        format!("og: https://xamau.example.vn/cong/{card} 1200 630 Họp dân | Xã Mẫu")
    );
    let home = cards(&site)[3].0.clone();
    assert_eq!(
        og(&site, "index.html"),
        format!("og: https://xamau.example.vn/cong/{home} 1200 630 Xã Mẫu")
    );
    // A page that the program adds shows that of the whole site.
    assert_eq!(og(&site, "tim-kiem/index.html"), og(&site, "index.html"));
}

#[test]
fn a_card_is_named_by_what_is_on_it() {
    let mut site = commune();
    let names =
        |site: &Site| -> Vec<String> { cards(site).into_iter().map(|(path, _)| path).collect() };
    let before = names(&site);
    let page = "content/tin-tuc/2026-11-20-hop-dan.md";
    let text = site.text(page);
    site.write(page, text + "Bài dài hơn.\n");
    site.replace("themes/nho/static/nho.css", "0", "1px");
    site.write(
        "content/tin-tuc/bai-moi.md",
        "+++\ntitle = \"Bài mới\"\n+++\n",
    );
    let after = names(&site);
    assert_eq!(
        before.iter().filter(|name| !after.contains(name)).count(),
        0
    );
    site.replace("content/tin-tuc/_index.md", "Tin tức", "Tin mới");
    let renamed: Vec<&str> = {
        let now = names(&site);
        let gone = after.iter().filter(|name| !now.contains(name));
        gone.map(|name| plain(name)).collect()
    };
    assert_eq!(
        renamed,
        [
            "the-chia-se/bai-moi",
            "the-chia-se/hop-dan",
            "the-chia-se/tin-tuc"
        ]
    );
}

#[test]
fn a_new_page_changes_no_other_page() {
    let mut site = commune();
    let mut portal = crate::site::Portal::default();
    site.build(&mut portal);
    site.write(
        "content/tin-tuc/bai-moi.md",
        "+++\ntitle = \"Bài mới\"\n+++\n",
    );
    let changes = site.build(&mut portal).changes;
    let cards: Vec<&String> = changes
        .iter()
        .filter(|change| change.contains("the-chia-se/"))
        .collect();
    assert_eq!(cards.len(), 1);
    assert!(cards[0].starts_with("+ the-chia-se/bai-moi-"));
    assert!(!changes.contains(&"~ gioi-thieu/index.html".to_owned()));
}

fn png_of(width: u32, height: u32) -> Vec<u8> {
    photos::encoded(photos::quarters(width, height), ImageFormat::Png)
}

#[test]
fn a_picture_of_the_page_wins_when_it_is_as_large_as_a_card() {
    let page = "content/tin-tuc/2026-11-20-hop-dan.md";
    let mut site = commune();
    site.write(
        page,
        "+++\ntitle = \"Họp dân\"\nimage = \"/anh.png\"\nimage_alt = \"Cuộc họp\"\n+++\n",
    );
    site.write("static/anh.png", png_of(1200, 630));
    assert_eq!(
        og(&site, "tin-tuc/hop-dan/index.html"),
        "og: https://xamau.example.vn/cong/anh.png 1200 630 Cuộc họp"
    );
    assert_eq!(cards(&site).len(), 3);
    site.write("static/anh.png", png_of(1199, 900));
    assert!(og(&site, "tin-tuc/hop-dan/index.html").ends_with(" 1200 630 Họp dân | Xã Mẫu"));
    assert_eq!(cards(&site).len(), 4);
}

#[test]
fn a_drawing_is_no_picture_for_social_networks() {
    let mut site = commune();
    site.write(
        "content/gioi-thieu.md",
        "+++\ntitle = \"Giới thiệu\"\nimage = \"/so-do.svg\"\nimage_alt = \"Sơ đồ\"\n+++\n",
    );
    site.write(
        "static/so-do.svg",
        "<svg width=\"2000\" height=\"2000\"></svg>",
    );
    assert!(og(&site, "gioi-thieu/index.html").contains("/the-chia-se/gioi-thieu-"));
}

#[test]
fn without_cards_a_page_shows_the_picture_that_it_has() {
    let mut site = commune();
    let settings = site.text("site.toml");
    site.write("site.toml", settings + "[images]\ncards = false\n");
    assert_eq!(cards(&site), []);
    assert_eq!(og(&site, "gioi-thieu/index.html"), "");
    site.write(
        "content/gioi-thieu.md",
        "+++\ntitle = \"Giới thiệu\"\nimage = \"/anh.png\"\nimage_alt = \"Trụ sở\"\n+++\n",
    );
    site.write("static/anh.png", png_of(400, 300));
    assert_eq!(
        og(&site, "gioi-thieu/index.html"),
        "og: https://xamau.example.vn/cong/anh.png 400 300 Trụ sở"
    );
}

#[test]
fn a_theme_without_a_drawing_and_a_site_without_an_address_have_no_cards() {
    let mut site = commune();
    site.delete("themes/nho/templates/card.svg");
    assert_eq!(cards(&site), []);
    let mut site = commune();
    site.replace(
        "site.toml",
        "base_url = \"https://xamau.example.vn/cong\"\n",
        "",
    );
    assert_eq!(cards(&site), []);
}

#[test]
fn a_theme_that_extends_the_default_one_draws_its_cards_or_its_own() {
    let mut site = commune();
    site.replace("site.toml", "theme = \"nho\"", "theme = \"cua-xa\"");
    site.write("themes/cua-xa/theme.toml", "extends = \"cong-xa\"\n");
    let drawn = |site: &Site| String::from_utf8(site.clean().files[&cards(site)[0].0].to_vec());
    assert!(drawn(&site).expect("UTF-8").contains(">Giới thiệu</text>"));
    site.write(
        "themes/cua-xa/templates/card.svg",
        "<svg>{{ card.title }}</svg>",
    );
    assert_eq!(drawn(&site).as_deref(), Ok("<svg>Giới thiệu</svg>"));
}

#[test]
fn the_emblem_of_the_commune_is_drawn_small_and_names_the_card() {
    let mut site = commune();
    site.write("themes/nho/templates/card.svg", "<svg>{{ emblem }}</svg>");
    let settings = site.text("site.toml");
    site.write(
        "site.toml",
        settings.replace("{name", "{logo = \"/huy-hieu.svg\", name"),
    );
    let emblem = |fill: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><circle r=\"9\" fill=\"{fill}\"/></svg>"
        )
    };
    site.write("static/huy-hieu.svg", emblem("red"));
    let (red, svg) = {
        let built = site.clean();
        let card = built
            .files
            .iter()
            .find(|(path, _)| path.starts_with("the-chia-se/"));
        card.map(|(path, svg)| (path.clone(), svg.clone()))
            .expect("a card")
    };
    assert!(svg.starts_with(b"<svg>data:image/png;base64,iVBOR"));
    site.write("static/huy-hieu.svg", emblem("blue"));
    assert_eq!(plain(&cards(&site)[0].0), plain(&red));
    assert_ne!(cards(&site)[0].0, red);
}

// What the default theme draws

/// A card of the default theme for a page with a title, and the site that it is of.
fn default_card(title: &str) -> Vec<u8> {
    let mut site = Site::new(COMMUNE);
    site.replace("site.toml", "theme = \"nho\"\n", "");
    site.replace("content/tin-tuc/2026-11-20-hop-dan.md", "Họp dân", title);
    let build = engine::build(&Arc::new(site.snapshot()), &mut Memo::default());
    let path = build
        .plan
        .files
        .keys()
        .find(|path| path.starts_with("the-chia-se/hop-dan-"));
    made(&site, path.expect("a card is planned"))
}

/// Titles with as many lines as they have on a card.
const TITLES: [&str; 4] = [
    "Thông báo",
    "Hội nghị triển khai Nghị quyết số 57-NQ/TW",
    "Hướng dẫn người dân nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia",
    "Kế hoạch tuyên truyền, phổ biến Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ năm 2026",
];

#[test]
fn a_card_has_the_same_bytes_in_every_process_and_on_every_system() {
    let found = TITLES.map(|title| {
        let png = default_card(title);
        assert!(png.len() <= 300_000, "{title}: {} bytes", png.len());
        format!("{:?}", Fingerprint::of_bytes(&png))
    });
    assert_eq!(found, GOLDEN);
}

/// The fingerprints of the cards of `TITLES`. Whoever changes the drawing looks at the cards and puts in the new ones.
const GOLDEN: [&str; 4] = [
    "86801c96b6207519572f2e4d461b57aa",
    "a9586a34c00645e844bbe23eaa7c3711",
    "21d1937318165f960ed2b6e049be7202",
    "60792e7ca7036be8e29588b252168a71",
];

#[test]
fn stacked_accents_keep_clear_of_the_line_above() {
    let png = default_card("ỆỬẪ ỆỬẪ");
    let card = image::load_from_memory(&png).expect("a PNG").into_rgb8();
    assert_eq!(card.dimensions(), (1200, 630));
    let is_blank = |y: u32| (72..1128).all(|x| card.get_pixel(x, y).0 == [0xff, 0xfd, 0xf9]);
    // The section's name, a gap, then the title down to its last dot below.
    let label = (160..240).rfind(|y| !is_blank(*y) && is_blank(*y + 1));
    let label = label.expect("the section's name stands there");
    let top = (label + 1..400).find(|y| !is_blank(*y)).expect("the title");
    assert!((190..232).contains(&label), "{label}");
    assert!(top - label > 8, "{label} {top}");
}

#[test]
fn a_title_of_one_very_long_word_stays_on_the_card() {
    let word = "a".repeat(90);
    let card = image::load_from_memory(&default_card(&word))
        .expect("a PNG")
        .into_rgb8();
    for y in 160..630 {
        for x in (0..70).chain(1140..1200) {
            assert_eq!(card.get_pixel(x, y).0, [0xff, 0xfd, 0xf9], "{x} {y}");
        }
    }
}

#[test]
fn what_the_fonts_cannot_show_is_left_out() {
    assert_eq!(
        default_card("🎉 Thông báo 🎉").len(),
        default_card("Thông báo").len()
    );
}

#[test]
fn every_card_of_the_sample_portal_is_small_and_of_the_right_size() {
    let now = trangxa::moment::Moment::midnight("2026-11-21".parse().expect("a date"));
    let options = trangxa::source::Options::at(now);
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let snapshot = trangxa::source::scan(root, options, &Default::default()).expect("the portal");
    let build = engine::build(&Arc::new(snapshot), &mut Memo::default());
    let cards: Vec<&String> = build
        .plan
        .files
        .keys()
        .filter(|path| path.starts_with("the-chia-se/"))
        .collect();
    assert!(cards.len() > build.site.pages.len());
    for path in cards {
        let png = build.file(path).expect("planned").expect("made");
        assert!(png.len() <= 300_000, "{path}: {} bytes", png.len());
        let size = imagesize::blob_size(&png).expect("a picture");
        assert_eq!((size.width, size.height), (1200, 630), "{path}");
    }
}
