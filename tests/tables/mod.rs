//! Files of figures as people make them: no wrong number, no guessed number.
//!
//! `corpus.txt` holds small files, each with the table that a careful reader would make of it or with what is said about
//! it; `dialects` writes the same table in every way that a spreadsheet can save it; `workbook` makes `.xlsx` files.

mod corpus;
mod dialects;
mod fuzz;
mod workbook;

pub use corpus::codes;

use trangxa::diag::{Diagnostic, Lang};
use trangxa::table::{Cell, Table, Value};

/// A table in one text: a line for each heading, then one for each row, its cells as typed and as understood.
fn shown(table: &Table) -> String {
    let mut out = String::new();
    for line in &table.above {
        out += &format!("^ {}\n", line.text);
    }
    if let Some(unit) = &table.unit {
        out += &format!("unit {unit}\n");
    }
    let heading = |column: &trangxa::table::Column| match &column.unit {
        Some(unit) => format!("{} [{unit}]", column.name),
        None => column.name.clone(),
    };
    out += &format!(
        "# {}\n",
        table
            .columns
            .iter()
            .map(heading)
            .collect::<Vec<_>>()
            .join(" | ")
    );
    for row in &table.rows {
        out += &format!(
            "- {}\n",
            row.iter().map(cell).collect::<Vec<_>>().join(" | ")
        );
    }
    for line in &table.notes {
        out += &format!("_ {}\n", line.text);
    }
    out
}

/// A cell: words as they are, anything else with what it means.
fn cell(cell: &Cell) -> String {
    let mark = cell
        .mark
        .as_ref()
        .map_or(String::new(), |mark| format!(" note {mark}"));
    let meaning = match &cell.value {
        Value::Text => return cell.text.clone(),
        Value::Empty => "nothing".to_owned(),
        Value::Number(quantity) => {
            let scale = quantity.scale.power();
            let scale = if scale == 0 {
                String::new()
            } else {
                format!("e{scale}")
            };
            let unit = &quantity.unit;
            let space = if unit.is_empty() { "" } else { " " };
            format!("{}{scale}{space}{unit}", quantity.amount.plain())
        }
        Value::Date(day) => format!("day {day}"),
        Value::Period(period) => period.to_string().replace('\u{a0}', " "),
    };
    if cell.text == meaning && mark.is_empty() {
        return format!("={meaning}");
    }
    format!("{} = {meaning}{mark}", cell.text)
}

/// What is said about a file, as in the terminal.
fn said(diagnostics: &[Diagnostic], text: Option<&str>, lang: Lang) -> String {
    let text_of = |_: &str| text.map(std::borrow::Cow::Borrowed);
    let shown = |diagnostic| trangxa::diag::terminal(diagnostic, lang, false, &text_of);
    let lines: Vec<String> = diagnostics.iter().map(shown).collect();
    let trimmed = lines.iter().flat_map(|said| said.lines()).map(str::trim);
    trimmed
        .filter(|line| !line.is_empty() && *line != "|")
        .collect::<Vec<_>>()
        .join("\n")
}
