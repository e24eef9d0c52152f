//! Tables of figures as people type them: the values, whatever file they were read from.
//!
//! A reader turns a text or a workbook into a `Table` whose cells keep what was typed, what it means and where it
//! stands. Nothing is guessed: a cell that can be read in two ways is a diagnostic that shows both. This module knows no
//! file system and draws nothing.

mod address;
pub mod delimited;
mod grid;
pub mod markdown;
mod meaning;
mod shape;
pub mod workbook;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use address::{Address, Area};
use grid::{Content, Grid, Raw};

use crate::diag::{Args, Diagnostic, Msg, Span};
use crate::vi::decimal::Notation;
use crate::vi::period::Period;
use crate::vi::quantity::Quantity;

/// What is asked of a file: which table, and what its editor said about it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ask<'a> {
    /// The file, by its path in the site's folder, for diagnostics.
    pub file: &'a str,
    /// The sheet of a workbook; the first that is not hidden when none is named.
    pub sheet: Option<&'a str>,
    /// The part of the sheet in which the table stands; the whole when none is named.
    pub area: Option<&'a Area>,
    /// The notation of figures that have two readings.
    pub notation: Option<Notation>,
    /// Whether every row may have a unit of its own, as in a table that is shown and not drawn.
    pub unit_by_row: bool,
}

impl Ask<'_> {
    /// A diagnostic about the file as a whole.
    fn about(&self, msg: Msg, args: Args<'_>) -> Diagnostic {
        Diagnostic::new(msg, self.file, None, args)
    }
}

/// A table of figures.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Table {
    /// What stands above it: a title, `Đơn vị tính: hồ sơ`.
    pub above: Vec<Line>,
    /// The unit that a line above it states for all columns which have none of their own.
    pub unit: Option<String>,
    /// The columns, at least one.
    pub columns: Vec<Column>,
    /// The rows, each with one cell per column.
    pub rows: Vec<Vec<Cell>>,
    /// What stands below it: notes, the source.
    pub notes: Vec<Line>,
}

/// A column's heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Column {
    /// The heading without the unit; headings in several rows are joined by ` – `.
    pub name: String,
    /// The unit in brackets behind it.
    pub unit: Option<String>,
    /// Where the heading stands.
    pub place: Place,
}

/// A line above or below the table.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// What was typed, or what a workbook shows, without white space around it and without the footnote's mark.
    pub text: String,
    /// What it means.
    pub value: Value,
    /// The footnote's mark behind it: `1` of `12,5% (1)`.
    pub mark: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// What a cell means.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Value {
    /// Nothing, or a sign that there is no figure: `–`, `…`.
    #[default]
    Empty,
    /// Words.
    Text,
    /// A figure.
    Number(Quantity),
    /// A day.
    Date(Date),
    /// A period.
    Period(Period),
}

/// Where something stands in its file. Two tables that read the same are the same, wherever they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// Bytes of the decoded text.
    Text(Span),
    /// A cell of a workbook.
    Cell(CellName),
}

/// The name of a workbook's cell; shown as it stands behind the file's name: `!B7`, `#Quý I!B7`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CellName {
    /// The sheet, when the workbook has several.
    pub sheet: Option<Arc<str>>,
    /// The column, from 0.
    pub column: u32,
    /// The row, from 0.
    pub row: u32,
}

/// What a file says in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// A text that somebody typed.
    Typed(String),
    /// A value, and how it is shown.
    Known(String, Value),
}

/// The table of cells in rows of equal length, headings first.
pub fn of_cells(
    rows: Vec<Vec<(Stated, Place)>>,
    ask: &Ask<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Table> {
    let raw = |(stated, place)| match stated {
        Stated::Typed(text) => Raw::typed(&text, place),
        Stated::Known(text, value) => Raw {
            content: Content::Known(text, value),
            place,
        },
    };
    let grid = Grid {
        rows: rows
            .into_iter()
            .map(|row| row.into_iter().map(raw).collect())
            .collect(),
        merges: Vec::new(),
    };
    shape::table(grid, ask, diagnostics)
}

impl Hash for Place {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Place {
    /// A diagnostic about this place of a file.
    #[must_use]
    pub fn diagnostic(&self, msg: Msg, file: &str, args: Args<'_>) -> Diagnostic {
        match self {
            Self::Text(span) => Diagnostic::new(msg, file, *span, args),
            Self::Cell(name) => Diagnostic::new(msg, file, None, args).at_cell(&name.to_string()),
        }
    }

    /// What comes first in a file is smaller.
    fn order(&self) -> (u32, u32) {
        match self {
            Self::Text(span) => (span.start, 0),
            Self::Cell(name) => (name.row, name.column),
        }
    }
}

impl fmt::Display for CellName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "#{sheet}")?;
        }
        write!(f, "!{}{}", letters(self.column), self.row + 1)
    }
}

/// A column's letters: `A` … `Z`, `AA` ….
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(b'A' + u8::try_from(left % 26).expect("below 26"));
        left /= 26;
    }
    letters.reverse();
    String::from_utf8(letters).expect("ASCII letters")
}

impl Cell {
    /// The figure, if it is one.
    #[must_use]
    pub fn number(&self) -> Option<&Quantity> {
        match &self.value {
            Value::Number(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// Whether it gives nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.value == Value::Empty
    }
}
