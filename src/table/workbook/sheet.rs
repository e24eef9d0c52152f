//! The cells of one sheet, what each means, and which rows and columns are hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};

use super::package::{Bad, Shared, attribute, events, is_true, push_text, unescaped};
use crate::table::Value;
use crate::table::address::{Area, corner};
use crate::table::grid::Content;
use crate::vi::{date, decimal::Decimal};

/// The most cells with content.
const MAX_FILLED: usize = 200_000;
/// The most joined cells.
const MAX_MERGES: usize = 10_000;

/// A sheet.
#[derive(Default)]
pub struct Sheet {
    /// The cells that have content, by row and column from 0.
    pub cells: BTreeMap<(u32, u32), Content>,
    /// What is not shown.
    pub hidden: Hidden,
    /// Cells that were joined into one.
    pub merges: Vec<Area>,
}

/// Rows and columns that are not shown.
#[derive(Default)]
pub struct Hidden {
    rows: BTreeSet<u32>,
    columns: Vec<Range<u32>>,
}

impl Hidden {
    /// Whether a row is hidden.
    pub fn has_row(&self, row: u32) -> bool {
        self.rows.contains(&row)
    }

    /// Whether a column is hidden.
    pub fn has_column(&self, column: u32) -> bool {
        self.columns.iter().any(|columns| columns.contains(&column))
    }
}

/// A cell while it is being read.
#[derive(Default)]
struct Open {
    kind: String,
    style: usize,
    value: String,
    has_formula: bool,
}

/// Reads the XML of a sheet.
pub fn read(text: &str, shared: &Shared) -> Result<Sheet, Bad> {
    let mut sheet = Sheet::default();
    let mut at = (0, 0);
    let mut open = Open::default();
    let (mut is_value, mut is_reading) = (false, false);
    events(text, |event| {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    at = (row_number(element).unwrap_or(at.0), 0);
                    if hides(element) {
                        sheet.hidden.rows.insert(at.0);
                    }
                }
                "c" => {
                    at = attribute(element, "r")
                        .and_then(|name| corner(&name))
                        .unwrap_or(at);
                    open = Open {
                        kind: attribute(element, "t").unwrap_or_default(),
                        style: attribute(element, "s")
                            .and_then(|id| id.parse().ok())
                            .unwrap_or(0),
                        ..Open::default()
                    };
                }
                "f" => open.has_formula = true,
                "v" | "t" => is_value = true,
                "rPh" => is_reading = true,
                "col" if hides(element) => sheet.hidden.columns.extend(columns(element)),
                "mergeCell" => {
                    let area = attribute(element, "ref").and_then(|area| Area::read(&area));
                    sheet.merges.extend(area);
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "v" | "t" => is_value = false,
                "rPh" => is_reading = false,
                "c" => {
                    if let Some(content) = content(&open, shared)? {
                        sheet.cells.insert(at, content);
                    }
                    at.1 += 1;
                }
                "row" => at.0 += 1,
                _ => {}
            },
            event if is_value && !is_reading => push_text(&mut open.value, event),
            _ => {}
        }
        let is_large = sheet.cells.len() > MAX_FILLED
            || sheet.merges.len() > MAX_MERGES
            || sheet.hidden.columns.len() > MAX_MERGES;
        if is_large { Err(Bad::Large) } else { Ok(()) }
    })?;
    Ok(sheet)
}

fn row_number(element: &BytesStart<'_>) -> Option<u32> {
    let number: u32 = attribute(element, "r")?.parse().ok()?;
    number.checked_sub(1).filter(|row| *row < 1_048_576)
}

fn hides(element: &BytesStart<'_>) -> bool {
    attribute(element, "hidden").is_some_and(|value| is_true(&value))
}

/// The columns that a `col` element is about.
fn columns(element: &BytesStart<'_>) -> Option<Range<u32>> {
    let number = |key| attribute(element, key)?.parse::<u32>().ok();
    Some(number("min")?.checked_sub(1)?..number("max")?)
}

/// What a cell holds; `None` when it is empty.
fn content(cell: &Open, shared: &Shared) -> Result<Option<Content>, Bad> {
    let typed = |text: &str| Content::Typed(text.trim().to_owned());
    if cell.value.is_empty() {
        return Ok(cell.has_formula.then_some(Content::Uncomputed));
    }
    Ok(Some(match cell.kind.as_str() {
        "s" => {
            let number: usize = cell.value.trim().parse().map_err(|_| Bad::Broken)?;
            typed(shared.strings.get(number).ok_or(Bad::Broken)?)
        }
        "str" | "inlineStr" => typed(&unescaped(&cell.value)),
        "b" => {
            let word = if is_true(cell.value.trim()) {
                "TRUE"
            } else {
                "FALSE"
            };
            Content::Known(word.to_owned(), Value::Text)
        }
        "e" => Content::Failed(cell.value.clone()),
        "d" => iso_day(&cell.value),
        _ => number(cell, shared)?,
    }))
}

/// A day as the strict form of the format writes it: `2026-03-31T00:00:00`.
fn iso_day(text: &str) -> Content {
    let day = text.get(..10).and_then(date::parse);
    day.map_or_else(
        || Content::Typed(text.to_owned()),
        |day| Content::Known(date::short(day), Value::Date(day)),
    )
}

/// A number in its format. A workbook keeps 15 significant digits of it.
fn number(cell: &Open, shared: &Shared) -> Result<Content, Bad> {
    let number: f64 = cell.value.trim().parse().map_err(|_| Bad::Broken)?;
    let format = shared.formats.get(cell.style).cloned().unwrap_or_default();
    let Some(value) = Decimal::from_f64(number) else {
        return Ok(Content::Typed(cell.value.trim().to_owned()));
    };
    Ok(match format.apply(value, shared.is_1904) {
        Some((text, value)) => Content::Known(text, value),
        // What no format can show is a row of # in Excel.
        None => Content::Failed("#####".to_owned()),
    })
}
