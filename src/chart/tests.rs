//! Charts of random figures keep to their sheet, and a few charts that were looked at stay as they are.

use super::*;

/// A die that throws the same for the same seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }
}

const NAMES: &[&str] = &[
    "Thôn Một",
    "Thôn Đại Trạch",
    "Tổ công nghệ số cộng đồng",
    "Đã nộp",
    "Trực tuyến",
    "Hồ sơ đất đai, môi trường và xây dựng",
    "Hộ tịch",
    "Quý I/2026",
    "2024",
    "Tháng 12/2025",
    "Người cao tuổi",
    "Nghiêng",
    "Cán bộ, công chức, viên chức cấp xã",
];

fn random(dice: &mut Dice) -> Chart {
    let kind = KINDS[dice.below(KINDS.len() as u64) as usize].1;
    let in_time = dice.below(2) == 0;
    let most = if dice.below(4) == 0 { 40 } else { 9 };
    let labels = 1 + dice.below(most) as usize;
    let least = if matches!(kind, Kind::Slope | Kind::Dots) {
        2
    } else {
        1
    };
    let series = least + dice.below(5) as usize;
    let labels = labels.min(MOST_FIGURES / series);
    let size = [10, 100, 5_000, 3_000_000, 40_000_000_000][dice.below(5) as usize];
    let may_be_negative =
        dice.below(3) == 0 && !matches!(kind, Kind::Pie | Kind::Stacked | Kind::Share | Kind::Area);
    let mut value = || -> Option<Decimal> {
        if dice.below(9) == 0 {
            return None;
        }
        let number = i128::from(dice.below(size * 100))
            - if may_be_negative {
                i128::from(size * 40)
            } else {
                0
            };
        Decimal::new(number, 2)
    };
    let rows: Vec<Vec<Option<Decimal>>> = (0..series)
        .map(|_| (0..labels).map(|_| value()).collect())
        .collect();
    Chart {
        kind,
        labels: (0..labels)
            .map(|n| {
                if in_time {
                    (2001 + n).to_string()
                } else {
                    NAMES[(n + series) % NAMES.len()].to_owned()
                }
            })
            .collect(),
        series: rows
            .into_iter()
            .enumerate()
            .map(|(n, values)| Series {
                name: NAMES[(n * 3 + labels) % NAMES.len()].to_owned(),
                values,
            })
            .collect(),
        unit: ["%", "hồ sơ", "đồng"][dice.below(3) as usize].to_owned(),
        from: None,
    }
}

fn sheet(layout: Layout) -> Sheet<'static> {
    Sheet {
        layout,
        palette: Palette::Css,
        id: "t",
        class: "",
        title: "Tên",
        description: "Lời",
    }
}

/// A text of a drawing: where it begins and ends, its baseline, its words.
struct Placed {
    start: f64,
    end: f64,
    y: f64,
    text: String,
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[at..].split('"').next()
}

/// Every text of a drawing, as wide as our own font makes it.
fn texts(svg: &str, layout: Layout) -> Vec<Placed> {
    let letters = labels::Letters::new(layout);
    svg.split("<text")
        .skip(1)
        .map(|rest| {
            let (tag, rest) = rest.split_once('>').expect("a tag ends");
            let text = rest.split("</text>").next().expect("a text ends");
            let text = text
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"");
            let number = |name| {
                attribute(tag, name)
                    .expect("a place")
                    .parse::<f64>()
                    .expect("a number")
            };
            let (x, width) = (number("x"), letters.width(&text) / 1.1);
            let start = match attribute(tag, "text-anchor") {
                Some("middle") => x - width / 2.0,
                Some("end") => x - width,
                _ => x,
            };
            Placed {
                start,
                end: start + width,
                y: number("y"),
                text,
            }
        })
        .collect()
}

/// What is wrong with a drawing.
fn slips(chart: &Chart, layout: Layout) -> Vec<String> {
    let svg = chart.draw(&sheet(layout));
    let mut slips = Vec::new();
    let mut must = |is_right: bool, slip: &dyn Fn() -> String| {
        if !is_right {
            slips.push(slip());
        }
    };
    must(!svg.contains("NaN") && !svg.contains("inf"), &|| {
        "a place is no number".to_owned()
    });
    must(svg.len() <= 30_000, &|| format!("{} bytes", svg.len()));
    let view = attribute(&svg, "viewBox").expect("a room");
    let height = view.rsplit(' ').next().expect("four numbers");
    let height: f64 = height.parse().expect("a number");
    let texts = texts(&svg, layout);
    for text in &texts {
        let is_inside = text.start >= -1.0 && text.end <= layout.width + 1.0;
        must(is_inside, &|| {
            format!("“{}” from {} to {}", text.text, text.start, text.end)
        });
        must(text.y >= layout.font * 0.7 && text.y <= height, &|| {
            format!("“{}” at {} of {height}", text.text, text.y)
        });
    }
    for (n, a) in texts.iter().enumerate() {
        for b in &texts[..n] {
            let wide = a.end.min(b.end) - a.start.max(b.start);
            let high = layout.font * 0.9 - (a.y - b.y).abs();
            must(wide <= 2.0 || high <= 2.0, &|| {
                format!("“{}” over “{}”", a.text, b.text)
            });
        }
    }
    slips
}

#[test]
fn random_charts_keep_to_their_sheet() {
    let mut failed = Vec::new();
    for seed in 0..3_000 {
        let chart = random(&mut Dice(seed));
        for layout in [Layout::WIDE, Layout::NARROW] {
            if let [first, ..] = &slips(&chart, layout)[..] {
                failed.push(format!(
                    "seed {seed}, {:?}, {} wide: {first}",
                    chart.kind, layout.width
                ));
            }
        }
    }
    assert!(
        failed.is_empty(),
        "{} of 6,000:\n{}",
        failed.len(),
        failed[..failed.len().min(40)].join("\n")
    );
}

#[test]
fn the_same_figures_give_the_same_drawing() {
    let chart = random(&mut Dice(7));
    assert_eq!(
        chart.draw(&sheet(Layout::WIDE)),
        chart.draw(&sheet(Layout::WIDE))
    );
}

fn decimal(text: &str) -> Option<Decimal> {
    let typed = crate::vi::decimal::read_as(text, crate::vi::decimal::Notation::Vietnamese);
    (text != "–").then(|| typed.expect("a number").value)
}

/// A chart of a table: the first line has the names of the series, each further line a label and its figures.
fn chart(kind: Kind, unit: &str, table: &str) -> Chart {
    let mut lines = table
        .trim()
        .lines()
        .map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let names = lines.next().expect("a line of names");
    let rows: Vec<Vec<&str>> = lines.collect();
    Chart {
        kind,
        labels: rows.iter().map(|row| row[0].to_owned()).collect(),
        series: (1..names.len())
            .map(|n| Series {
                name: names[n].to_owned(),
                values: rows.iter().map(|row| decimal(row[n])).collect(),
            })
            .collect(),
        unit: unit.to_owned(),
        from: None,
    }
}

const VILLAGES: &str = "|Trực tuyến|Trực tiếp|Qua bưu điện
Thôn Đại Trạch|120|45|12
Thôn Một|85|60|8
Tổ dân phố số 3 (khu tái định cư)|240,5|30|–
Thôn Nghiêng|64|90|3";

const YEARS: &str = "|Xã A|Xã B|Trung bình của tỉnh
2021|12,5|8|10
2022|18|9,5|13
2023|25|–|17,5
2024|41|22|26
2025|63|48|51";

/// Charts of every kind, each in both layouts, one below the other.
fn gallery() -> String {
    let one = "|Hồ sơ\nQuý I/2025|1.204\nQuý II/2025|980\nQuý III/2025|1.530\nQuý IV/2025|1.875";
    let money = "|Thu ngân sách\n2023|1.250.000.000\n2024|1.480.500.000\n2025|2.105.000.000";
    let change = "|So với năm trước\nLúa|3,2\nCam|-12,5\nVải thiều|28";
    let shares = "|Phiếu\nRất hài lòng|412\nHài lòng|280\nBình thường|96\nKhông hài lòng|21";
    let charts = [
        chart(Kind::Columns, "hồ sơ", one),
        chart(Kind::Columns, "hồ sơ", VILLAGES),
        chart(Kind::Columns, "đồng", money),
        chart(Kind::Columns, "%", change),
        chart(Kind::Bars, "hồ sơ", VILLAGES),
        chart(Kind::Bars, "%", change),
        chart(Kind::Lines, "hồ sơ", one),
        chart(Kind::Lines, "%", YEARS),
        chart(
            Kind::Area,
            "hồ sơ",
            "|Trực tuyến|Trực tiếp\n2022|120|300\n2023|260|240\n2024|410|150\n2025|520|90",
        ),
        chart(Kind::Stacked, "hồ sơ", VILLAGES),
        chart(Kind::Share, "hồ sơ", VILLAGES),
        chart(Kind::Pie, "phiếu", shares),
        chart(
            Kind::Slope,
            "%",
            "|2020|2025\nThôn Một|12|64\nThôn Hai|20|58\nThôn Ba|35|31",
        ),
        chart(
            Kind::Dots,
            "%",
            "|2020|2025\nThôn Một|12|64\nThôn Hai|20|58\nThôn Ba|35|31",
        ),
        chart(Kind::Heat, "hồ sơ", VILLAGES),
    ];
    let mut out = "<!doctype html><meta charset=\"utf-8\"><title>Biểu đồ</title>\n<body style=\"font-family:sans-serif\">\n".to_owned();
    let mut draw = |n: usize, draw: &dyn Fn(&Sheet<'_>) -> String| {
        for (layout, name) in [(Layout::WIDE, "w"), (Layout::NARROW, "n")] {
            let id = format!("g{n}{name}");
            let palette = Palette::Fixed(&Colours::LIGHT);
            let sheet = Sheet {
                layout,
                palette,
                id: &id,
                class: "",
                title: "Tên",
                description: "Lời",
            };
            out.push_str(&draw(&sheet));
            out.push('\n');
        }
    };
    for (n, chart) in charts.iter().enumerate() {
        draw(n, &|sheet| chart.draw(sheet));
    }
    let count = |text: &str| decimal(text).expect("a number");
    let pictogram = |text: &str, of, icon| Pictogram {
        count: count(text),
        of,
        icon,
    };
    draw(20, &|sheet| pictogram("7,5", 10, Icon::Person).draw(sheet));
    draw(21, &|sheet| pictogram("63", 100, Icon::House).draw(sheet));
    let progress = |reached: Option<&str>| Progress {
        reached: reached.map(count),
        target: count("80"),
        unit: "%".into(),
    };
    draw(22, &|sheet| progress(Some("64,5")).draw(sheet));
    draw(23, &|sheet| progress(None).draw(sheet));
    let figures = chart(
        Kind::Bars,
        "hồ sơ",
        "|Hồ sơ\nThôn Một|12\nThôn Hai|40\nThôn Đại Trạch|25\nThôn Tư|–",
    );
    let tiles = Map {
        ground: Ground::Tiles(vec![(0, 0), (0, 1), (1, 0), (1, 2)]),
        figures: figures.clone(),
    };
    draw(24, &|sheet| tiles.draw(sheet));
    let (ground, _) = Drawing::read(COMMUNE, &figures.labels).expect("a drawing");
    let map = Map {
        ground: Ground::Drawing(ground),
        figures,
    };
    draw(25, &|sheet| map.draw(sheet));
    out
}

const COMMUNE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" onload="x()"><style>path{fill:red}</style>
<script>alert(1)</script><g stroke-width=".4"><path id="thon-mot" fill="red" onclick="x()" d="M2 2H30V20H2z"/>
<path id="Thôn Hai" d="M30 2H58V20H30z"/><polygon id="thon-dai-trach" points="2,20 30,20 30,38 2,38"/><path id="thon-tu" d="M30 20H58V38H30z"/></g>
<a href="https://x.vn"><text x="5" y="12" font-size="4">Một</text></a><text x="34" y="12" font-size="4">Hai &amp; ba</text><image href="x.png"/></svg>"#;

#[test]
fn the_gallery_is_as_it_was_looked_at() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/charts.html");
    let looked_at = std::fs::read_to_string(path).unwrap_or_default();
    let now = gallery();
    if now != looked_at {
        let other = std::env::temp_dir().join("charts.html");
        std::fs::write(&other, now).expect("the temporary folder takes a file");
        panic!(
            "charts look otherwise: open {} beside {path}; if it is better, put it there",
            other.display()
        );
    }
}

#[test]
fn of_a_map_only_shapes_and_texts_are_taken() {
    let places = ["Thôn Một".to_owned(), "Thôn Năm".to_owned()];
    let (drawing, ids) = Drawing::read(COMMUNE, &places).expect("a drawing");
    assert_eq!(drawing.places().collect::<Vec<_>>(), ["thon-mot"]);
    assert_eq!(ids, ["thon-mot", "Thôn Hai", "thon-dai-trach", "thon-tu"]);
    let figures = chart(Kind::Bars, "hồ sơ", "|Hồ sơ\nThôn Một|12\nThôn Năm|40");
    let svg = Map {
        ground: Ground::Drawing(drawing),
        figures,
    }
    .draw(&sheet(Layout::WIDE));
    for bad in [
        "script", "alert", "onload", "onclick", "style", "href", "image", "red",
    ] {
        assert!(!svg.contains(bad), "{bad}");
    }
    assert!(svg.contains("Hai &amp; ba"));
    assert!(Drawing::read("<svg></svg>", &places).is_none());
    assert!(Drawing::read("chữ", &places).is_none());
}

#[test]
fn the_sentence_says_what_the_figures_say() {
    let says = |kind, unit, table, sentence: &str| {
        assert_eq!(super::sentence(&chart(kind, unit, table)), sentence)
    };
    says(
        Kind::Bars,
        "hồ sơ",
        "|Hồ sơ\nThôn Một|45\nThôn Hai|1.204\nThôn Ba|60",
        "Cao nhất là Thôn Hai (1.204 hồ sơ), thấp nhất là Thôn Một (45 hồ sơ).",
    );
    says(
        Kind::Bars,
        "hồ sơ",
        "|Hồ sơ\nThôn Một|45\nThôn Hai|45",
        "Tất cả đều là 45 hồ sơ.",
    );
    says(
        Kind::Bars,
        "hồ sơ",
        "|Hồ sơ\nThôn Một|45\nThôn Hai|–",
        "Thôn Một: 45 hồ sơ.",
    );
    says(
        Kind::Columns,
        "hồ sơ",
        "|Hồ sơ\n2024|120\n2025|235",
        "Từ 2024 (120 hồ sơ) đến 2025 (235 hồ sơ): tăng 115 hồ sơ (95,8%).",
    );
    says(
        Kind::Lines,
        "%",
        "|Tỷ lệ\n2023|40\n2024|52,5\n2025|35,5",
        "Từ 2023 (40%) đến 2025 (35,5%): giảm 4,5 điểm phần trăm. Cao nhất là 2024 (52,5%), thấp nhất là 2025 (35,5%).",
    );
    says(
        Kind::Lines,
        "người",
        "|Nam|Nữ\n2024|10|12\n2025|10|9",
        "Nam: Tất cả đều là 10 người. Nữ: Từ 2024 (12 người) đến 2025 (9 người): giảm 3 người (25%).",
    );
    says(
        Kind::Pie,
        "phiếu",
        "|Phiếu\nĐồng ý|75\nKhông|20\nKhác|5",
        "Lớn nhất là Đồng ý (75%), nhỏ nhất là Khác (5%).",
    );
    says(
        Kind::Share,
        "văn bản",
        "|Đảng|Nhà nước\nQuý I/2025|3|2\nQuý II/2025|1|2",
        "Đảng: Từ Quý I/2025 (60%) đến Quý II/2025 (33,3%): giảm 26,7 điểm phần trăm. Nhà nước: Từ Quý I/2025 (40%) đến Quý II/2025 (66,7%): tăng 26,7 điểm phần trăm.",
    );
    says(
        Kind::Slope,
        "%",
        "|2020|2025\nThôn Một|12|64\nThôn Hai|20|20",
        "So sánh 2020 và 2025. Thôn Một: từ 12% đến 64%, tăng 52 điểm phần trăm. Thôn Hai: từ 20% đến 20%, không đổi.",
    );
    says(
        Kind::Heat,
        "hồ sơ",
        "|Quý I|Quý II\nThôn Một|3|8\nThôn Hai|5|1",
        "Cao nhất là Thôn Một – Quý II (8 hồ sơ), thấp nhất là Thôn Hai – Quý II (1 hồ sơ).",
    );
}

/// Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let full: String = if digits.len() == 3 {
        digits.chars().flat_map(|c| [c, c]).collect()
    } else {
        digits.to_owned()
    };
    let part = |n: usize| {
        let value = f64::from(u8::from_str_radix(&full[n..n + 2], 16).expect("two digits")) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn the_colours_of_the_theme_can_be_told_apart_and_read() {
    let css = include_str!("../../themes/cong-xa/static/site.css");
    let mut sets = 0;
    for block in css
        .split(":root")
        .skip(1)
        .filter(|block| block.contains("--c1: #"))
    {
        let of = |name: &str| {
            let found = block
                .split_once(&format!("--{name}: "))
                .unwrap_or_else(|| panic!("no --{name}"));
            found.1.split(';').next().expect("a value ends").to_owned()
        };
        let ground = of("bg");
        let series: Vec<String> = (1..=COLOURS).map(|n| of(&format!("c{n}"))).collect();
        for (n, colour) in series.iter().enumerate() {
            assert!(contrast(colour, &ground) >= 3.0, "{colour} on {ground}");
            let text = of(&format!("on-{}", n % 2 + 1));
            assert!(contrast(colour, &text) >= 4.5, "{text} on {colour}");
            if let Some(next) = series.get(n + 1) {
                assert!(contrast(colour, next) >= 3.0, "{colour} beside {next}");
            }
        }
        for n in 1..=5 {
            let (heat, text) = (
                of(&format!("h{n}")),
                of(if n <= 3 { "on-low" } else { "on-high" }),
            );
            assert!(contrast(&heat, &text) >= 4.5, "{text} on {heat}");
        }
        sets += 1;
    }
    assert_eq!(sets, 6, "light, dark twice, high contrast twice, paper");
}

/// The colours that a system forces on pages: text and ground of the contrast themes of Windows 11, and of black on white.
const FORCED: [(&str, &str); 5] = [
    ("#ffffff", "#202020"),
    ("#3d3d3d", "#fffaef"),
    ("#ffffff", "#2d3236"),
    ("#ffffff", "#000000"),
    ("#000000", "#ffffff"),
];

/// `color-mix(in srgb, TEXT percent%, GROUND)`.
fn mixed(text: &str, percent: u32, ground: &str) -> String {
    let part = |colour: &str, n: usize| {
        u32::from_str_radix(&colour[n..n + 2], 16).expect("two digits of a colour")
    };
    [1, 3, 5].iter().fold("#".to_owned(), |mixed, n| {
        let sum = part(text, *n) * percent + part(ground, *n) * (100 - percent);
        mixed + &format!("{:02x}", (sum + 50) / 100)
    })
}

#[test]
fn steps_can_be_told_apart_and_read_in_the_colours_of_the_system_too() {
    let css = include_str!("../../themes/cong-xa/static/site.css");
    let forced = css
        .split("@supports (fill: color-mix")
        .nth(1)
        .expect("steps are mixed where that is known");
    let percent = |step: &str| -> u32 {
        let (_, behind) = forced
            .split_once(&format!("--{step}: color-mix(in srgb, CanvasText "))
            .unwrap_or_else(|| panic!("no --{step}"));
        let (percent, _) = behind
            .split_once("%, Canvas)")
            .expect("a share of the ground");
        percent.parse().expect("a number")
    };
    let steps = [0, percent("h2"), percent("h3"), percent("h4"), 100];
    for (text, ground) in FORCED {
        for (n, step) in steps.iter().enumerate() {
            let colour = mixed(text, *step, ground);
            let letters = if n < 3 { text } else { ground };
            assert!(contrast(&colour, letters) >= 4.5, "{letters} on {colour}");
            if let Some(next) = steps.get(n + 1) {
                let next = mixed(text, *next, ground);
                assert!(contrast(&colour, &next) >= 1.2, "{colour} beside {next}");
            }
        }
    }
}
