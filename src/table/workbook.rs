//! Tables in Excel workbooks (`.xlsx`, ECMA-376): the bytes of a file and what is asked of it in, a table out.
//!
//! Read here and not by a library, because nothing may be lost or guessed on the way: hidden rows and columns stay
//! hidden, a formula without a result is noticed, formats say what a number is, and a broken or hostile file ends in a
//! diagnostic, within bounds of memory and without a panic.

mod format;
mod package;
mod sheet;

use std::ops::Range;
use std::sync::Arc;

use super::grid::{Content, Grid, Merge, Raw};
use super::{Ask, CellName, Place, Table, shape};
use crate::diag::{Diagnostic, Msg};
use crate::vi;
use package::{Bad, Package};
use sheet::Sheet;

/// The largest workbook that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// How many cells, empty ones included, are laid out to look for a table.
const MAX_LAID_OUT: usize = 10 * shape::MAX_CELLS;

/// Reads the bytes of a workbook.
pub fn read(bytes: &[u8], ask: &Ask<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Table> {
    match grid(bytes, ask) {
        Ok(grid) => shape::table(grid, ask, diagnostics),
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            None
        }
    }
}

fn grid(bytes: &[u8], ask: &Ask<'_>) -> Result<Grid, Box<Diagnostic>> {
    let bad = |bad: Bad| Box::new(explain(bad, bytes, ask));
    if bytes.len() > MAX_BYTES {
        return Err(bad(Bad::Large));
    }
    let mut package = Package::open(bytes).map_err(bad)?;
    let book = package.book().map_err(bad)?;
    let visible = || book.sheets.iter().filter(|sheet| !sheet.is_hidden);
    let chosen = match ask.sheet {
        Some(name) => book
            .sheets
            .iter()
            .find(|sheet| sheet.name.to_lowercase() == name.to_lowercase()),
        None => visible().next(),
    };
    let Some(chosen) = chosen else {
        let names: Vec<&str> = visible().map(|sheet| sheet.name.as_str()).collect();
        let name = ask.sheet.unwrap_or_default();
        let unknown = ask.about(Msg::UnknownSheet, &[&name]);
        let near = vi::near::nearest(name, names.iter().copied());
        return Err(Box::new(match near {
            Some(_) => unknown.near(near),
            None => unknown.help(Msg::KnownNames, &[&names.join(", ")]),
        }));
    };
    let sheet = package.sheet(&book, chosen).map_err(bad)?;
    let name = (visible().count() > 1).then(|| Arc::from(chosen.name.as_str()));
    lay_out(sheet, name, ask).ok_or_else(|| bad(Bad::Large))
}

fn explain(bad: Bad, bytes: &[u8], ask: &Ask<'_>) -> Diagnostic {
    // Word and Excel before 2007, and any workbook with a password, are OLE files.
    let is_old = bytes.starts_with(b"\xD0\xCF\x11\xE0");
    let password: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    match bad {
        Bad::Large => ask
            .about(
                Msg::HugeWorkbook,
                &[&vi::number::file_size(MAX_BYTES as u64)],
            )
            .help(Msg::HelpHugeWorkbook, &[]),
        Bad::Broken if is_old && memchr::memmem::find(bytes, &password).is_some() => ask
            .about(Msg::LockedWorkbook, &[])
            .help(Msg::HelpLockedWorkbook, &[]),
        Bad::Broken if is_old => ask
            .about(Msg::OldWorkbook, &[])
            .help(Msg::HelpOldWorkbook, &[]),
        Bad::Broken => ask
            .about(Msg::BadWorkbook, &[])
            .help(Msg::HelpBadWorkbook, &[]),
    }
}

/// The cells that are seen, in rows and columns. `None` when there are too many.
fn lay_out(sheet: Sheet, name: Option<Arc<str>>, ask: &Ask<'_>) -> Option<Grid> {
    let is_asked = |(row, column): &(u32, u32)| {
        ask.area
            .is_none_or(|area| area.rows.contains(row) && area.columns.contains(column))
    };
    let Sheet {
        mut cells,
        hidden,
        merges,
    } = sheet;
    cells.retain(|at, _| is_asked(at) && !hidden.has_row(at.0) && !hidden.has_column(at.1));
    let span = |numbers: &mut dyn Iterator<Item = u32>| {
        let (mut first, mut last) = (u32::MAX, 0);
        for number in numbers {
            (first, last) = (first.min(number), last.max(number));
        }
        first..last.saturating_add(1).max(first)
    };
    let rows = span(&mut cells.keys().map(|(row, _)| *row));
    let columns = span(&mut cells.keys().map(|(_, column)| *column));
    if rows.len().checked_mul(columns.len())? > MAX_LAID_OUT {
        return None;
    }
    let rows: Vec<u32> = rows.filter(|row| !hidden.has_row(*row)).collect();
    let columns: Vec<u32> = columns
        .filter(|column| !hidden.has_column(*column))
        .collect();
    let raw = |row: u32, column: u32| Raw {
        content: cells
            .get(&(row, column))
            .cloned()
            .unwrap_or(Content::Typed(String::new())),
        place: Place::Cell(CellName {
            sheet: name.clone(),
            column,
            row,
        }),
    };
    let seen = |range: &Range<u32>, all: &[u32]| {
        let before = |end: u32| all.partition_point(|number| *number < end);
        let range = before(range.start)..before(range.end);
        (!range.is_empty()).then_some(range)
    };
    let merges = merges.iter().filter_map(|area| {
        Some(Merge {
            rows: seen(&area.rows, &rows)?,
            columns: seen(&area.columns, &columns)?,
        })
    });
    Some(Grid {
        merges: merges.collect(),
        rows: rows
            .iter()
            .map(|row| columns.iter().map(|column| raw(*row, *column)).collect())
            .collect(),
    })
}
