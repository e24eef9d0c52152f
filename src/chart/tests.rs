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
            let (x, width) = (number("x"), letters.width(&text) / 1.06);
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
    let height: f64 = attribute(&svg, "height")
        .expect("a height")
        .parse()
        .expect("a number");
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
