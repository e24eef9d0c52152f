//! Files of figures: their bytes to a `Table`, by the end of their name.
//!
//! Texts are decoded like every other text; TOML is checked like every other TOML. What the cells mean is for
//! `table` to say. Knows no other file.

use super::fields::{self, Field, Fields, Item, Type, Value as Written};
use crate::diag::{Diagnostic, Msg};
use crate::table::{self, Ask, Line, Place, Stated, Table, Value};
use crate::vi::decimal::{self, Decimal, Notation};
use crate::vi::quantity::Quantity;

/// The ends of names of files that can be read.
pub const KINDS: [&str; 4] = ["xlsx", "csv", "tsv", "toml"];

/// The keys of a TOML file of figures.
const FIELDS: &[Field] = &[
    Field::new(
        "title",
        Type::Text,
        "title = \"Hồ sơ trực tuyến\"",
        ["tên bảng", "the table's title"],
    ),
    Field::new(
        "unit",
        Type::Text,
        "unit = \"hồ sơ\"",
        ["đơn vị tính", "the unit of measure"],
    ),
    Field::new(
        "notes",
        Type::Texts,
        "notes = [\"Nguồn: …\"]",
        ["ghi chú dưới bảng", "notes under the table"],
    ),
    Field::new(
        "columns",
        Type::Any,
        "columns = {ho_so = \"Số hồ sơ (hồ sơ)\"}",
        ["tên cột", "headings by key"],
    ),
    Field::new(
        "row",
        Type::Any,
        "[[row]]",
        ["mỗi hàng một bảng [[row]]", "a table for each row"],
    )
    .required(),
];

/// Reads a file of figures; `ask.file` is its path.
pub fn file(bytes: &[u8], ask: &Ask<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Table> {
    let end = ask
        .file
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    match end.as_str() {
        "xlsx" | "xlsm" | "xls" => table::workbook::read(bytes, ask, diagnostics),
        "csv" | "tsv" => {
            let text = super::text(bytes, ask.file, diagnostics)?;
            table::delimited::read(&text, ask, diagnostics)
        }
        "toml" => {
            let text = super::text(bytes, ask.file, diagnostics)?;
            toml(&text, ask, diagnostics)
        }
        _ => {
            diagnostics.push(
                Diagnostic::new(Msg::UnknownTableKind, ask.file, None, &[])
                    .help(Msg::HelpTableKind, &[]),
            );
            None
        }
    }
}

/// Reads a TOML text: `[[row]]` tables whose keys are the columns.
fn toml(text: &str, ask: &Ask<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Table> {
    let before = diagnostics.len();
    let written = fields::read(text, ask.file, 0, diagnostics);
    let whole = crate::diag::Span::default();
    let fields = fields::check_closed(written, &[FIELDS], ask.file, whole, diagnostics);
    if diagnostics[before..].iter().any(Diagnostic::is_error) {
        return None;
    }
    let rows: Vec<&Fields> = fields
        .list("row")
        .iter()
        .filter_map(Item::as_table)
        .collect();
    let mut keys: Vec<(&str, Place)> = Vec::new();
    for entry in rows.iter().flat_map(|row| &row.0) {
        if !keys.iter().any(|(key, _)| *key == entry.key) {
            keys.push((&entry.key, Place::Text(entry.key_span)));
        }
    }
    let names = fields.table("columns");
    let heading = |(key, place): &(&str, Place)| {
        let name = names.and_then(|names| names.text(key)).unwrap_or(key);
        (Stated::Typed(name.to_owned()), place.clone())
    };
    let mut cells = vec![keys.iter().map(heading).collect::<Vec<_>>()];
    for row in rows {
        let end = row
            .0
            .last()
            .map_or_else(Default::default, |entry| entry.key_span);
        let cell = |(key, _): &(&str, Place)| match row.get(key) {
            Some(item) => (stated(item, text), Place::Text(item.span)),
            None => (Stated::Typed(String::new()), Place::Text(end)),
        };
        cells.push(keys.iter().map(cell).collect());
    }
    let mut table = table::of_cells(cells, ask, diagnostics)?;
    let line = |item: &Item| {
        Some(Line {
            text: item.as_text()?.to_owned(),
            place: Place::Text(item.span),
        })
    };
    table.above.extend(fields.get("title").and_then(line));
    table
        .notes
        .extend(fields.list("notes").iter().filter_map(line));
    table.unit = fields.text("unit").map(str::to_owned).or(table.unit);
    Some(table)
}

/// What a TOML value says. Its decimals are taken from the text, which a binary fraction would change.
fn stated(item: &Item, text: &str) -> Stated {
    let written = text.get(item.span.range()).unwrap_or_default();
    match &item.value {
        Written::Text(text) => Stated::Typed(text.clone()),
        Written::Int(number) => {
            let quantity = Quantity::new(Decimal::from(*number), 0);
            Stated::Known(written.to_owned(), Value::Number(quantity))
        }
        Written::Float(number) => {
            let plain = written.replace('_', "");
            let typed = decimal::read_as(&plain, Notation::English);
            let exact = typed.map(|typed| Quantity::new(typed.value, typed.places));
            let rounded =
                || Decimal::from_f64(*number).map(|value| Quantity::new(value, value.places()));
            match exact.or_else(rounded) {
                Some(quantity) => Stated::Known(plain.replace('.', ","), Value::Number(quantity)),
                None => Stated::Typed(written.to_owned()),
            }
        }
        Written::Date(moment) => {
            let day = moment.date();
            Stated::Known(crate::vi::date::short(day), Value::Date(day))
        }
        _ => Stated::Typed(written.to_owned()),
    }
}
