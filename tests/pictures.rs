//! Pictures from the file beside a text to the page: what is said about them in HTML, which files come of them, what
//! those hold, and how little is done when they are there.

use std::collections::BTreeMap;
use std::sync::Arc;

use image::{DynamicImage, GenericImageView, ImageFormat};
use trangxa::diag::Lang;
use trangxa::engine::{self, Memo, Nowhere};
use trangxa::image as pictures;

use crate::photos::{self, Notes};
use crate::site::{Built, Portal, Site, files_below};

/// A site with one page and small pictures, so that nothing takes long.
fn commune(text: &str, files: &[(&str, Vec<u8>)]) -> Site {
    let mut site = Site::small(&format!(
        "-- site.toml --\ntitle = \"Xã\"\nbase_url = \"https://xa.example.vn\"\ntheme = \"nho\"\nimages = {{widths = [16, 32, 64]}}\n\
         -- content/_index.md --\n+++\ntitle = \"Trang chủ\"\n+++\n\
         -- content/hop/index.md --\n+++\ntitle = \"Họp dân\"\n{text}\n"
    ));
    site.write(
        "themes/nho/theme.toml",
        "name = \"nho\"\npicture_sizes = \"(min-width: 9rem) 8rem, 100vw\"\n",
    );
    site.write("themes/nho/templates/article.html", "{{ body }}");
    for (path, bytes) in files {
        site.write(path, bytes);
    }
    site
}

/// The names of what came of pictures, the hash in them shown as `#`.
fn names(built: &Built) -> Vec<String> {
    built.files.keys().filter_map(|path| plain(path)).collect()
}

fn plain(path: &str) -> Option<String> {
    let name = path.strip_prefix("assets/anh/")?;
    let is_hash = |part: &&str| part.len() == 12 && part.bytes().all(|b| b.is_ascii_hexdigit());
    let hash = name
        .split(['-', '.'])
        .find(is_hash)
        .unwrap_or_else(|| panic!("no hash in {name}"));
    Some(name.replace(hash, "#"))
}

/// A page with the hashes of its pictures shown as `#`.
fn page(built: &Built, path: &str) -> String {
    let mut html = built.page(path);
    for path in built.files.keys() {
        if let Some(plain) = plain(path) {
            html = html.replace(path.as_str(), &format!("assets/anh/{plain}"));
        }
    }
    html
}

/// The one file that came of a picture with this name.
fn file(built: &Built, name: &str) -> Arc<[u8]> {
    let mut found = built
        .files
        .iter()
        .filter(|(path, _)| plain(path).as_deref() == Some(name));
    let (_, bytes) = found
        .next()
        .unwrap_or_else(|| panic!("no {name}: {:?}", names(built)));
    Arc::clone(bytes)
}

fn picture(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).expect("a picture")
}

/// The colours in the middle of the four quarters, as letters.
fn corners(picture: &DynamicImage) -> String {
    let (width, height) = picture.dimensions();
    let at = |x, y| match picture.get_pixel(x, y).0 {
        [r, g, b, _] if r > 150 && g < 120 && b < 120 => 'R',
        [r, g, b, _] if g > 150 && r < 120 && b < 120 => 'G',
        [r, g, b, _] if b > 150 && r < 120 && g < 120 => 'B',
        [r, g, b, _] if r > 150 && g > 150 && b > 150 => 'W',
        other => panic!("{other:?} at {x}, {y}"),
    };
    let (left, right, top, bottom) = (width / 4, width * 3 / 4, height / 4, height * 3 / 4);
    [
        at(left, top),
        at(right, top),
        at(left, bottom),
        at(right, bottom),
    ]
    .iter()
    .collect()
}

/// Whether a colour is another that was pressed together.
#[track_caller]
fn close(found: [u8; 3], expected: [u8; 3]) {
    let far = found.iter().zip(expected).map(|(a, b)| a.abs_diff(b)).max();
    assert!(far <= Some(4), "{found:?} should be {expected:?}");
}

fn good(site: &Site) -> Built {
    let built = site.clean();
    assert_eq!(built.said(), "");
    built
}

#[test]
fn an_editor_types_a_name_and_a_page_has_everything_that_a_picture_needs() {
    let site = commune(
        "+++\n![Người dân họp](<Ảnh họp.JPG> \"Họp ở thôn Một\"){credit=\"Lê Văn B\"}\n\n\
         ![](vien.png){decorative}\n\nMột ![biểu tượng](vien.png) nhỏ.",
        &[
            ("content/hop/Ảnh họp.JPG", photos::jpeg(400, 300)),
            (
                "content/hop/vien.png",
                photos::encoded(photos::quarters(8, 4), ImageFormat::Png),
            ),
        ],
    );
    let built = good(&site);
    assert_eq!(
        page(&built, "hop/")
            .split("<p>Một")
            .next()
            .map(str::trim_end),
        Some(
            "<figure>\n\
         <picture><source type=\"image/webp\" srcset=\"../assets/anh/anh-hop-#-16.webp 16w, \
         ../assets/anh/anh-hop-#-32.webp 32w, ../assets/anh/anh-hop-#-64.webp 64w\" \
         sizes=\"(min-width: 9rem) 8rem, 100vw\" /><img src=\"../assets/anh/anh-hop-#-32.jpg\" width=\"64\" height=\"48\" \
         decoding=\"async\" alt=\"Người dân họp\" /></picture>\n\
         <figcaption>Họp ở thôn Một <span class=\"credit\">Ảnh: Lê Văn B</span></figcaption>\n\
         </figure>\n\
         <p><img src=\"../assets/anh/vien-#.png\" width=\"8\" height=\"4\" loading=\"lazy\" decoding=\"async\" alt=\"\" /></p>"
        )
    );
    assert_eq!(
        names(&built),
        [
            "anh-hop-#-16.webp",
            "anh-hop-#-32.jpg",
            "anh-hop-#-32.webp",
            "anh-hop-#-64.webp",
            "vien-#.png"
        ]
    );
    for (name, width, height) in [
        ("anh-hop-#-16.webp", 16, 12),
        ("anh-hop-#-32.webp", 32, 24),
        ("anh-hop-#-64.webp", 64, 48),
        ("anh-hop-#-32.jpg", 32, 24),
    ] {
        let made = picture(&file(&built, name));
        assert_eq!(
            (made.dimensions(), corners(&made)),
            ((width, height), "RGBW".to_owned()),
            "{name}"
        );
    }
}

#[test]
fn captions_show_where_pictures_stand_alone() {
    let png = || photos::encoded(photos::quarters(2, 2), ImageFormat::Png);
    let body = |text: &str| {
        let site = commune(&format!("+++\n{text}"), &[("content/hop/a.png", png())]);
        let built = site.clean();
        let body = page(&built, "hop/");
        let body = body.trim().replace("../assets/anh/a-#.png", "a.png");
        (
            body.replace(" width=\"2\" height=\"2\" decoding=\"async\"", "")
                .replace(
                    " width=\"2\" height=\"2\" loading=\"lazy\" decoding=\"async\"",
                    "",
                ),
            built.codes(),
        )
    };
    let two = body("![Một](a.png \"Hai <b>\")\n![Ba](a.png)");
    assert_eq!(
        two,
        (
            "<figure>\n<img src=\"a.png\" alt=\"Một\" />\n<figcaption>Hai &lt;b&gt;</figcaption>\n</figure>\n\
             <figure>\n<img src=\"a.png\" alt=\"Ba\" />\n</figure>"
                .to_owned(),
            vec![]
        )
    );
    let credit = body("![Một](a.png){credit=\"Ảnh: Đoàn xã\"}");
    assert_eq!(
        credit.0,
        "<figure>\n<img src=\"a.png\" alt=\"Một\" />\n<figcaption><span class=\"credit\">Ảnh: Đoàn xã</span></figcaption>\n</figure>"
    );
    let said = vec!["inline-caption content/hop/index.md".to_owned()];
    assert_eq!(
        body("Xem ![Một](a.png \"Hai\"){credit=A} đây."),
        (
            "<p>Xem <img src=\"a.png\" alt=\"Một\" title=\"Hai\" /> đây.</p>".to_owned(),
            said.clone()
        )
    );
    assert_eq!(
        body("- ![Một](a.png \"Hai\")"),
        (
            "<ul>\n<li><img src=\"a.png\" alt=\"Một\" title=\"Hai\" /></li>\n</ul>".to_owned(),
            said
        )
    );
}

#[test]
fn what_a_camera_wrote_does_not_reach_the_site_and_the_picture_stands_upright() {
    let photo = |turn, place, serial| {
        let notes = Notes {
            turn,
            place,
            serial,
        };
        photos::with_notes(&photos::jpeg(300, 200), notes)
    };
    let site = commune(
        "+++\n![Họp ở thôn](a.jpg)\n\n![Họp ở xã](b.jpg)\n\n[tải ảnh](a.jpg)",
        &[
            ("content/hop/a.jpg", photo(6, true, true)),
            ("content/hop/b.jpg", photo(3, false, true)),
        ],
    );
    let built = site.clean();
    assert_eq!(
        built.codes(),
        [
            "image-place content/hop/a.jpg",
            "image-serial content/hop/b.jpg"
        ]
    );
    // Turned by a quarter to the right, the left lower corner comes to the left upper.
    for (name, size, seen) in [
        ("a-#-64.webp", (64, 96), "BRWG"),
        ("b-#-64.webp", (64, 43), "WBGR"),
    ] {
        let made = picture(&file(&built, name));
        assert_eq!(
            (made.dimensions(), corners(&made)),
            (size, seen.to_owned()),
            "{name}"
        );
    }
    // The photo that is linked keeps its pixels and which way is up, and nothing else.
    let linked = &built.files["hop/a.jpg"];
    assert_eq!(picture(linked).dimensions(), (300, 200));
    let look = pictures::look(linked).expect("a picture");
    assert_eq!(
        (
            look.turn,
            look.place,
            look.serial,
            (look.width, look.height)
        ),
        (6, false, false, (200, 300))
    );
    for (path, bytes) in &built.files {
        for secret in [&b"A17"[..], b"film"] {
            let found = bytes.windows(secret.len()).any(|part| part == secret);
            assert!(!found, "{path}");
        }
    }
    let build = engine::build(&Arc::new(site.snapshot()), &mut Memo::default());
    assert_eq!(build.site.places_removed(), 1);
}

#[test]
fn every_format_that_people_have_comes_out_right() {
    let wide = |bytes: Vec<u8>| {
        let site = commune("+++\n![Họp ở thôn](a)", &[("content/hop/a", bytes)]);
        good(&site)
    };
    let transparent = wide(photos::transparent(600, 400));
    assert_eq!(
        names(&transparent),
        ["a-#-16.webp", "a-#-32.png", "a-#-32.webp", "a-#-64.webp"]
    );
    for name in ["a-#-32.png", "a-#-32.webp"] {
        let made = picture(&file(&transparent, name));
        assert_eq!(
            (made.get_pixel(4, 9).0[3], made.get_pixel(28, 9).0[3]),
            (0, 255),
            "{name}"
        );
    }

    let moving = photos::moving(70, 50);
    assert_eq!(&*file(&wide(moving.clone()), "a-#.gif"), moving);

    let heic = wide(photos::heic(128, 96));
    let made = picture(&file(&heic, "a-#-64.webp"));
    assert_eq!(
        (made.dimensions(), corners(&made)),
        ((64, 48), "RGBW".to_owned())
    );

    let webp = wide(photos::encoded(
        photos::quarters(640, 480),
        ImageFormat::WebP,
    ));
    assert_eq!(corners(&picture(&file(&webp, "a-#-32.webp"))), "RGBW");

    let deep = picture(&file(&wide(photos::deep(90, 90)), "a-#-32.jpg")).to_rgb8();
    close(deep.get_pixel(9, 9).0, [255, 128, 0]);
}

#[test]
fn colours_are_brought_into_those_of_the_web() {
    let middle = |bytes: Vec<u8>, name: &str| {
        let site = commune("+++\n![Họp ở thôn](a)", &[("content/hop/a", bytes)]);
        let made = picture(&file(&good(&site), name)).to_rgb8();
        made.get_pixel(made.width() / 2, made.height() / 2).0
    };
    // The green of an iPhone's screen is greener than any of the web; grey is the same in both.
    close(
        middle(photos::display_p3([0, 200, 0], 40, 40), "a-#-32.jpg"),
        [0, 204, 0],
    );
    close(
        middle(photos::display_p3([120, 120, 120], 40, 40), "a-#-32.jpg"),
        [120, 120, 120],
    );
    for (ink, seen) in [
        ([255, 255, 255, 255], [255, 255, 255]),
        ([0, 255, 255, 255], [0, 255, 255]),
        ([255, 0, 0, 255], [255, 0, 0]),
        ([255, 255, 255, 0], [0, 0, 0]),
        ([255, 255, 0, 128], [128, 128, 0]),
    ] {
        close(middle(photos::print_jpeg(ink), "a-#-8.jpg"), seen);
    }
}

#[test]
fn the_picture_of_a_page_is_there_for_lists_and_for_social_networks() {
    let site = commune(
        "image = \"to.jpg\"\nimage_alt = \"Họp ở thôn\"\n+++\n![Họp ở thôn](to.jpg)",
        &[("content/hop/to.jpg", photos::jpeg(1_300, 1_000))],
    );
    let mut site = site;
    site.write(
        "themes/nho/templates/article.html",
        "{{ page.image }} {{ page.image_url }} {% for source in page.picture.sources %}{{ source.type }}{% for one in source.candidates %} \
         {{ one.width }}{% endfor %}{% endfor %} {{ page.picture.width }}×{{ page.picture.height }}\n{{ body | safe }}",
    );
    let built = good(&site);
    let html = page(&built, "hop/");
    let (head, body) = html.split_once('\n').expect("two lines");
    assert_eq!(
        head,
        "assets/anh/to-#-32.jpg https://xa.example.vn/assets/anh/to-#-1200x630.jpg image/webp 16 32 64 64×49"
    );
    assert!(
        body.contains("loading=\"lazy\""),
        "the page begins with another picture"
    );
    let social = picture(&file(&built, "to-#-1200x630.jpg"));
    assert_eq!(
        (social.dimensions(), corners(&social)),
        ((1_200, 630), "RGBW".to_owned())
    );
}

#[test]
fn a_drawing_is_cleaned_and_one_in_the_static_folder_stays_as_it_is() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\" inkscape:version=\"1\"><!-- A --><path d=\"M0 0\"/></svg>";
    let site = commune(
        "+++\n![Sơ đồ](so-do.svg) ![Bản đồ](/ban-do.svg)",
        &[
            ("content/hop/so-do.svg", drawing.into()),
            ("static/ban-do.svg", drawing.into()),
        ],
    );
    let built = good(&site);
    assert_eq!(
        String::from_utf8_lossy(&file(&built, "so-do-#.svg")),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><path d=\"M0 0\"/></svg>"
    );
    assert_eq!(&*built.files["ban-do.svg"], drawing.as_bytes());
    assert!(built.page("hop/").contains(
        "<img src=\"../ban-do.svg\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\" alt=\"Bản đồ\" />"
    ));
}

#[test]
fn what_is_there_is_not_made_again() {
    let mut site = commune(
        "+++\n![Họp ở thôn](a.jpg)",
        &[("content/hop/a.jpg", photos::jpeg(400, 300))],
    );
    let mut portal = Portal::default();
    let first = site.build_and_restart(&mut portal);
    assert_eq!(first.pictures, 4);
    let again = site.build_and_restart(&mut portal);
    assert_eq!((again.pictures, again.changes.clone()), (0, vec![]));
    // Another place, the same picture.
    site.replace("content/hop/index.md", "(a.jpg)", "(anh/a.jpg)");
    site.rename("content/hop/a.jpg", "content/hop/anh/a.jpg");
    let moved = site.build(&mut portal);
    assert_eq!((moved.pictures, moved.changes), (0, vec![]));
    // Another width makes that one, another picture all of it.
    site.replace("site.toml", "[16, 32, 64]", "[16, 48, 64]");
    let wider = site.build(&mut portal);
    assert_eq!(wider.pictures, 2, "{:?}", wider.changes);
    site.write("content/hop/anh/a.jpg", photos::jpeg(404, 300));
    assert_eq!(site.build(&mut portal).pictures, 4);
}

#[test]
fn a_picture_that_the_folder_has_is_not_made_by_a_program_that_remembers_nothing() {
    let site = commune(
        "+++\n![Họp ở thôn](a.jpg)",
        &[("content/hop/a.jpg", photos::jpeg(400, 300))],
    );
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("public");
    let make = |tool: u64| {
        let state = trangxa::sync::load(&out, tool);
        let mut memo = state.memo;
        let build = engine::build(&Arc::new(site.snapshot()), &mut memo);
        let sink = trangxa::sync::Folder::open(&out, state.manifest, &|_, _, _| {})
            .expect("a folder that is ours");
        let made = build
            .make(&mut memo, &sink)
            .expect("the machine does not fail");
        let counted = (made.rendered > 0, made.pictures);
        sink.commit(&made.contents, tool, memo.learned, || memo.store(&build))
            .expect("the folder is ours");
        counted
    };
    assert_eq!(make(1), (true, 4));
    assert_eq!(
        make(2),
        (true, 0),
        "another program renders its pages, and finds its pictures by their names"
    );
    let there = files_below(&out);
    std::fs::remove_dir_all(&out).expect("is there");
    make(2);
    assert_eq!(
        there.keys().collect::<Vec<_>>(),
        files_below(&out).keys().collect::<Vec<_>>()
    );
}

#[test]
fn a_check_decodes_pictures_and_makes_none() {
    let site = commune(
        "+++\n![Họp ở thôn](a.jpg) ![Họp ở xã](b.png)",
        &[
            ("content/hop/a.jpg", photos::jpeg(400, 300)),
            ("content/hop/b.png", photos::broken(400, 300)),
        ],
    );
    let mut memo = Memo::default();
    let build = engine::build(&Arc::new(site.snapshot()), &mut memo);
    assert!(!build.has_errors());
    let made = build
        .make(&mut memo, &Nowhere)
        .expect("the machine does not fail");
    assert_eq!(made.pictures, 0);
    let said: Vec<String> = made
        .diagnostics
        .iter()
        .map(|d| format!("{} {}", d.text.msg.code(), d.file))
        .collect();
    assert_eq!(said, ["broken-pixels content/hop/b.png"]);
    assert_eq!(site.clean().codes(), said, "to make it tells the same");
}

#[test]
fn the_preview_makes_the_very_bytes_that_are_published() {
    let site = commune(
        "image = \"a.jpg\"\nimage_alt = \"Họp ở thôn\"\n+++\n![Họp ở thôn](a.jpg) ![Sơ đồ](b.svg)",
        &[
            ("content/hop/a.jpg", photos::jpeg(1_300, 800)),
            ("content/hop/b.svg", b"<svg><!-- A --></svg>".to_vec()),
        ],
    );
    let published: BTreeMap<String, Arc<[u8]>> = good(&site).files;
    let folder = tempfile::tempdir().expect("a folder");
    site.write_to(folder.path());
    let studio = trangxa::preview::studio::Studio::open(
        folder.path(),
        Lang::Vi,
        Some(site.options.now),
        Memo::default(),
    )
    .expect("a site");
    let mut pictures = 0;
    for (path, bytes) in published
        .iter()
        .filter(|(path, _)| path.starts_with("assets/anh/"))
    {
        for _ in 0..2 {
            let served = studio.serve(Default::default(), path);
            assert!(served.found && served.bytes == *bytes, "{path}");
        }
        pictures += 1;
    }
    assert_eq!(pictures, 6);
}
