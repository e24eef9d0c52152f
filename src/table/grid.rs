//! The cells of a file in rows and columns, before it is known which are headings and which are figures.

use std::ops::Range;

use super::address::Area;
use super::{Place, Value};

/// Cells in rows; every row is as long as the others.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub rows: Vec<Vec<Raw>>,
    /// Cells that were joined into one.
    pub merges: Vec<Merge>,
}

/// A cell as the file has it.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    pub content: Content,
    pub place: Place,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// What somebody typed, white space around it taken off; often nothing.
    Typed(String),
    /// A value that the file states, and how it is shown.
    Known(String, Value),
    /// The name of an error in place of a value, such as `#DIV/0!`.
    Failed(String),
    /// A formula whose result the file does not have.
    Uncomputed,
}

/// A rectangle of cells that were joined into one; its content stands in the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Merge {
    pub rows: Range<usize>,
    pub columns: Range<usize>,
}

impl Raw {
    pub fn typed(text: &str, place: Place) -> Self {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        Self {
            content: Content::Typed(text.to_owned()),
            place,
        }
    }

    /// What is shown.
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Typed(text) | Content::Known(text, _) | Content::Failed(text) => text,
            Content::Uncomputed => "=",
        }
    }

    pub fn is_blank(&self) -> bool {
        self.text().is_empty()
    }
}

impl Merge {
    fn covers(&self, row: usize, column: usize) -> bool {
        self.rows.contains(&row) && self.columns.contains(&column)
    }
}

impl Grid {
    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// The joined cell that a cell belongs to.
    pub fn merge_at(&self, row: usize, column: usize) -> Option<&Merge> {
        self.merges.iter().find(|merge| merge.covers(row, column))
    }

    /// The cell that a place shows: that in the corner of a joined cell.
    pub fn shown_at(&self, row: usize, column: usize) -> &Raw {
        match self.merge_at(row, column) {
            Some(merge) => &self.rows[merge.rows.start][merge.columns.start],
            None => &self.rows[row][column],
        }
    }

    /// Whether nothing stands in a row.
    pub fn is_blank_row(&self, row: usize) -> bool {
        self.rows[row].iter().all(Raw::is_blank)
    }

    /// The column of a row's only content.
    pub fn lone(&self, row: usize) -> Option<usize> {
        let mut filled = (0..self.width()).filter(|column| !self.rows[row][*column].is_blank());
        let first = filled.next()?;
        filled.next().is_none().then_some(first)
    }

    /// The part of the grid in an area. A merge that the area cuts keeps what is inside, but its content only when that
    /// is inside too.
    pub fn cut(self, area: &Area) -> Self {
        let inside = |range: &Range<u32>, len: usize| {
            let end = usize::try_from(range.end).unwrap_or(usize::MAX).min(len);
            usize::try_from(range.start).unwrap_or(usize::MAX).min(end)..end
        };
        let rows = inside(&area.rows, self.rows.len());
        let columns = inside(&area.columns, self.width());
        self.part(rows, columns)
    }

    /// Without the blank rows and columns around.
    pub fn trimmed(self) -> Self {
        let is_filled_row = |row: &usize| !self.is_blank_row(*row);
        let is_filled_column =
            |column: &usize| self.rows.iter().any(|row| !row[*column].is_blank());
        let range = |mut filled: Vec<usize>| match (filled.first().copied(), filled.pop()) {
            (Some(first), Some(last)) => first..last + 1,
            _ => 0..0,
        };
        let rows = range((0..self.rows.len()).filter(is_filled_row).collect());
        let columns = range((0..self.width()).filter(is_filled_column).collect());
        self.part(rows, columns)
    }

    fn part(self, rows: Range<usize>, columns: Range<usize>) -> Self {
        let moved = |range: &Range<usize>, window: &Range<usize>| {
            let start = range.start.max(window.start);
            let end = range.end.min(window.end);
            (start < end).then(|| start - window.start..end - window.start)
        };
        let merges = self.merges.iter().filter_map(|merge| {
            Some(Merge {
                rows: moved(&merge.rows, &rows)?,
                columns: moved(&merge.columns, &columns)?,
            })
        });
        Self {
            merges: merges.collect(),
            rows: self
                .rows
                .into_iter()
                .skip(rows.start)
                .take(rows.len())
                .map(|row| {
                    row.into_iter()
                        .skip(columns.start)
                        .take(columns.len())
                        .collect()
                })
                .collect(),
        }
    }
}
