//! The handbook quotes the program; what it quotes must be what the program says.

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
