//! Where a table is, as an editor writes it: `so-lieu.xlsx`, `so-lieu.xlsx#Sheet1`, `so-lieu.xlsx#Sheet1!A3:D9`,
//! `bang.csv#A1:C9`.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{CellName, letters};

/// A file, a sheet of it, and a part of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address {
    /// The file as written.
    pub file: String,
    /// The sheet's name.
    pub sheet: Option<String>,
    /// The part.
    pub area: Option<Area>,
}

/// A rectangle of cells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Area {
    /// Rows, from 0.
    pub rows: Range<u32>,
    /// Columns, from 0.
    pub columns: Range<u32>,
}

/// The last row and column that a workbook can have, from 0.
const LAST: (u32, u32) = (1_048_575, 16_383);

impl Address {
    /// Reads an address. `Err` is the part behind `!` that is no area.
    pub fn read(text: &str) -> Result<Self, &str> {
        let (file, part) = text.split_once('#').unwrap_or((text, ""));
        let address = |sheet: &str, area| Self {
            file: file.trim().to_owned(),
            sheet: Some(unquoted(sheet)).filter(|sheet| !sheet.is_empty()),
            area,
        };
        match part.rsplit_once('!') {
            Some((sheet, area)) => match Area::read(area) {
                Some(area) => Ok(address(sheet, Some(area))),
                None => Err(area),
            },
            // A sheet may have the name of a cell, so only a whole area is taken for one.
            None if part.contains(':') && Area::read(part).is_some() => {
                Ok(address("", Area::read(part)))
            }
            None => Ok(address(part, None)),
        }
    }
}

fn unquoted(sheet: &str) -> String {
    let sheet = sheet.trim();
    let inside = sheet
        .strip_prefix('\'')
        .and_then(|inside| inside.strip_suffix('\''));
    inside.map_or_else(|| sheet.to_owned(), |inside| inside.replace("''", "'"))
}

impl Area {
    /// Reads `A3:D9`, also `$A$3:$D$9`, in either case; the corners in any order.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (from, to) = text.trim().split_once(':')?;
        let ((row, column), (other_row, other_column)) = (corner(from)?, corner(to)?);
        Some(Self {
            rows: row.min(other_row)..row.max(other_row) + 1,
            columns: column.min(other_column)..column.max(other_column) + 1,
        })
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (letters(self.columns.start), letters(self.columns.end - 1));
        write!(f, "{first}{}:{last}{}", self.rows.start + 1, self.rows.end)
    }
}

/// The row and the column of `D9`.
pub(super) fn corner(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().replace('$', "").to_ascii_uppercase();
    let end = text.find(|c: char| !c.is_ascii_uppercase())?;
    let (letters, digits) = text.split_at(end);
    if !(1..=3).contains(&letters.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = |sum: u32, letter: u8| sum * 26 + u32::from(letter - b'A') + 1;
    let column = letters.bytes().fold(0, number).checked_sub(1)?;
    let row = digits.parse::<u32>().ok()?.checked_sub(1)?;
    (row <= LAST.0 && column <= LAST.1).then_some((row, column))
}

impl CellName {
    /// The cell's name alone: `B7`.
    #[must_use]
    pub fn short(&self) -> String {
        format!("{}{}", letters(self.column), self.row + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match Address::read(text) {
            Ok(Address { file, sheet, area }) => {
                let area = area.map_or("–".to_owned(), |area| area.to_string());
                format!("{file} {} {area}", sheet.as_deref().unwrap_or("–"))
            }
            Err(area) => format!("no area: {area}"),
        }
    }

    #[test]
    fn addresses_name_file_sheet_and_area() {
        for (text, address) in [
            ("so-lieu.csv", "so-lieu.csv – –"),
            (
                "du-lieu/so-lieu.xlsx#Sheet1",
                "du-lieu/so-lieu.xlsx Sheet1 –",
            ),
            ("so-lieu.xlsx#Quý I", "so-lieu.xlsx Quý I –"),
            ("so-lieu.xlsx#Sheet1!A3:D9", "so-lieu.xlsx Sheet1 A3:D9"),
            ("so-lieu.xlsx#'Quý I'!$a$3:$d$9", "so-lieu.xlsx Quý I A3:D9"),
            ("so-lieu.xlsx#D9:A3", "so-lieu.xlsx – A3:D9"),
            ("so-lieu.xlsx#!B2:B2", "so-lieu.xlsx – B2:B2"),
            ("so-lieu.xlsx#Q1", "so-lieu.xlsx Q1 –"),
            ("so-lieu.xlsx#XFD1048576:A1", "so-lieu.xlsx – A1:XFD1048576"),
            ("so-lieu.xlsx#Sheet1!A3", "no area: A3"),
            ("so-lieu.xlsx#Sheet1!A0:B2", "no area: A0:B2"),
            ("so-lieu.xlsx#Sheet1!XFE1:A2", "no area: XFE1:A2"),
            ("so-lieu.xlsx#Sheet1!A3-D9", "no area: A3-D9"),
        ] {
            assert_eq!(read(text), address, "{text}");
        }
    }
}
