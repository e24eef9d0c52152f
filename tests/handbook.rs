//! The handbook quotes the program; what it quotes must be what the program says.

use trangxa::diag::{Lang, Msg};

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
