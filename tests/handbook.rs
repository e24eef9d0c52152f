//! The handbook quotes the program; what it quotes must be what the program says.

use crate::site::Site;
use trangxa::diag::{Lang, Msg};
use trangxa::parse::block::kinds::{BLOCKS, Value};

/// Whether `said` can come from the text of a catalogue row, whose `{0}` stand for anything.
fn comes_from(said: &str, row: &str) -> bool {
    let mut pieces = row.split(['{', '}']).step_by(2);
    let first = pieces.next().unwrap_or("");
    let Some(mut rest) = said.strip_prefix(first) else {
        return false;
    };
    for piece in pieces {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    rest.is_empty() || row.ends_with('}')
}

#[test]
fn every_mistake_that_the_handbook_explains_is_one_that_the_program_reports() {
    let text = include_str!("../docs/vi/loi-thuong-gap.md");
    let mut wrong = Vec::new();
    let mut explained = 0;
    for section in text.split("\n### ").skip(1) {
        let code = section.lines().next().unwrap_or("").trim();
        let Some(msg) = Msg::ALL.iter().find(|msg| msg.code() == code) else {
            wrong.push(format!("there is no code {code}"));
            continue;
        };
        explained += 1;
        let quotes = section.lines().filter_map(|line| line.strip_prefix("> "));
        for quote in quotes {
            // Markdown's own marks are escaped in the handbook.
            let quote = quote
                .trim()
                .replace('\\', "")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
            if !comes_from(&quote, msg.text(Lang::Vi)) {
                wrong.push(format!("{code}: “{quote}” is “{}”", msg.text(Lang::Vi)));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(explained >= 20, "{explained} are explained");
}

#[test]
fn the_handbook_tells_every_block_with_every_key() {
    let text = include_str!("../docs/vi/khoi.md");
    for kind in BLOCKS {
        let (_, entry) = text
            .split_once(&format!("\n## {} – ", kind.name))
            .unwrap_or_else(|| panic!("no entry for {}", kind.name));
        let entry = entry.split("\n## ").next().expect("an entry ends");
        let rows: Vec<String> = kind
            .keys
            .iter()
            .map(|key| {
                let required = if key.required { "có" } else { "" };
                format!(
                    "| `{}` | {required} | {} | {} |",
                    key.name, key.about, key.example
                )
            })
            .collect();
        let told: Vec<&str> = entry
            .lines()
            .filter(|line| line.starts_with("| `"))
            .collect();
        assert_eq!(told, rows, "{}", kind.name);
    }
    let charts = BLOCKS
        .iter()
        .flat_map(|kind| kind.keys)
        .find(|key| key.name == "loai")
        .expect("charts have kinds");
    let Value::Choice(words) = charts.value else {
        panic!("kinds are a choice");
    };
    for word in words {
        assert!(text.contains(&format!("\n| `{word}` | ")), "{word}");
    }
}

/// What the pictures of the handbook show: the examples of blocks, and the kinds of charts of the sample portal; each
/// with its name.
fn examples() -> Vec<(&'static str, &'static str)> {
    let entries = include_str!("../docs/vi/khoi.md").split("\n## ").skip(1);
    let blocks = entries.filter_map(|entry| {
        let (name, rest) = entry.split_once(" – ")?;
        let (_, rest) = rest.split_once("\n````text\n")?;
        Some((name, rest.split_once("````")?.0))
    });
    let page =
        include_str!("../content/nghi-quyet-57/muc-tieu-y-nghia/nghi-quyet-57-qua-hinh/index.md");
    let charts = page.match_indices("```bieu-do\nloai: ").map(|(at, mark)| {
        let text = &page[at..];
        let end = text[3..].find("\n```\n").expect("a block ends") + 8;
        let name = text[mark.len()..].lines().next().expect("a kind");
        (name, &text[..end])
    });
    blocks.chain(charts).collect()
}

#[test]
fn the_pictures_of_the_handbook_show_what_the_program_makes() {
    const FIGURES: [&str; 2] = ["muc-tieu-2030.csv", "van-ban-theo-thang.csv"];
    let project = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let sample = project.join("content/nghi-quyet-57/muc-tieu-y-nghia/nghi-quyet-57-qua-hinh");
    let mut site = Site::new(
        "-- site.toml --\ntitle = \"Xã\"\n-- content/_index.md --\n+++\ntitle = \"Xã\"\n+++\n",
    );
    for file in FIGURES {
        let figures = std::fs::read(sample.join(file)).expect("the sample portal has figures");
        site.write(&format!("content/_data/{file}"), figures);
    }
    for (name, text) in examples() {
        let page = format!("+++\ntitle = \"{name}\"\n+++\nMở đầu.\n\n{text}\nKết thúc.\n");
        site.write(&format!("content/{name}.md"), page);
    }
    let built = site.clean();
    assert_eq!(built.said(), "");
    let mut now = String::new();
    for (name, _) in examples() {
        let page = built.page(&format!("{name}/"));
        let (_, rest) = page.split_once("<p>Mở đầu.</p>").expect("the beginning");
        let (block, _) = rest.split_once("<p>Kết thúc.</p>").expect("the end");
        now.push_str(&format!("<!-- {name} -->{block}"));
        let picture = project.join(format!("docs/vi/hinh/{name}.png"));
        assert!(picture.is_file(), "{} is missing", picture.display());
    }
    let taken = std::fs::read_to_string(project.join("tests/golden/blocks.html"));
    assert!(
        taken.is_ok_and(|taken| taken == now),
        "blocks look otherwise than on the pictures of docs/vi/khoi.md: node tests/web/handbook.mjs takes them anew"
    );
}
