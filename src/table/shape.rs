//! From a grid of cells to a table: what stands above, the headings, the rows, the notes below.
//!
//! The rules are those that offices follow without saying so; where they leave two ways open, the editor is asked by an
//! error. Out comes a table without mistakes, or none and what is wrong.

use std::ops::Range;

use super::grid::{Content, Grid, Merge, Raw};
use super::meaning::{self, Meaning};
use super::{Ask, Cell, Column, Line, Table, Value};
use crate::diag::{Diagnostic, Msg};
use crate::vi::decimal::{Notation, Reading};
use crate::vi::fold;
use crate::vi::period::Period;
use crate::vi::quantity::{Quantity, Scale, Tail, is_unit};

/// The most cells of a table: ten times what anybody reads.
pub(super) const MAX_CELLS: usize = 20_000;
/// The most columns.
pub(super) const MAX_COLUMNS: usize = 200;
/// The most cells that were joined.
const MAX_MERGES: usize = 500;
/// The longest text of a cell, in characters.
const MAX_TEXT: usize = 2_000;

/// The table in a grid.
pub(super) fn table(grid: Grid, ask: &Ask<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Table> {
    let grid = grid.trimmed();
    if grid.rows.is_empty() {
        diagnostics.push(
            ask.about(Msg::EmptyTable, &[])
                .help(Msg::HelpEmptyTable, &[]),
        );
        return None;
    }
    if let Some(diagnostic) = too_large(&grid, ask) {
        diagnostics.push(diagnostic);
        return None;
    }
    let before = diagnostics.len();
    let (above, heading) = head(&grid);
    let last = foot(&grid, heading.end);
    let columns = columns(&grid, &heading, last, ask, diagnostics);
    let first = heading.end + usize::from(is_numbering(&grid, heading.end));
    let rows = body(&grid, first..last, ask, diagnostics);
    if rows.is_empty() && diagnostics.len() == before {
        let place = &grid.rows[heading.start][0].place;
        diagnostics.push(
            place
                .diagnostic(Msg::EmptyTable, ask.file, &[])
                .help(Msg::HelpEmptyTable, &[]),
        );
    }
    let rows = meanings(&grid, &columns, &rows, ask, diagnostics);
    let above = lines(&grid, &above);
    let notes = lines(&grid, &(last..grid.rows.len()).collect::<Vec<_>>());
    let is_fine = diagnostics[before..].iter().all(|found| !found.is_error());
    is_fine.then(|| Table {
        unit: unit_above(&above),
        above,
        columns,
        rows,
        notes,
    })
}

fn too_large(grid: &Grid, ask: &Ask<'_>) -> Option<Diagnostic> {
    let cells = || grid.rows.iter().flatten();
    let is_large = grid.rows.len() * grid.width() > MAX_CELLS
        || grid.width() > MAX_COLUMNS
        || grid.merges.len() > MAX_MERGES
        || cells()
            .any(|cell| cell.text().len() > MAX_TEXT && cell.text().chars().count() > MAX_TEXT);
    is_large.then(|| {
        ask.about(Msg::HugeTable, &[&grid.rows.len(), &grid.width()])
            .help(Msg::HelpHugeTable, &[&MAX_CELLS, &MAX_COLUMNS])
    })
}

/// The rows above the table, and those of its headings.
fn head(grid: &Grid) -> (Vec<usize>, Range<usize>) {
    let mut above = Vec::new();
    let mut start = 0;
    while start + 1 < grid.rows.len() && (is_title(grid, start) || grid.is_blank_row(start)) {
        above.push(start);
        start += 1;
    }
    (above, start..start + heading_height(grid, start))
}

/// Whether a row has one content only that cannot be the heading of its columns.
fn is_title(grid: &Grid, row: usize) -> bool {
    let width = grid.width();
    // In two columns, an only heading in the second stands over figures; the names of rows need none.
    grid.lone(row)
        .is_some_and(|column| width > 2 || (width == 2 && (column == 0 || is_joined(grid, row))))
        || (width > 1
            && grid
                .lone(row)
                .is_some_and(|column| said_unit(grid.rows[row][column].text()).is_some()))
}

/// Whether the content of a row's only cell spreads over several columns.
fn is_joined(grid: &Grid, row: usize) -> bool {
    let merge = grid.lone(row).and_then(|column| grid.merge_at(row, column));
    merge.is_some_and(|merge| merge.columns.len() > 1)
}

/// How many rows the headings take. Joined cells tell, or a second row that fills what the first leaves open.
fn heading_height(grid: &Grid, start: usize) -> usize {
    let mut height = 1;
    loop {
        let heading = start..start + height;
        let end = |merge: &Merge| merge.rows.end + usize::from(merge.columns.len() > 1);
        let reach = grid
            .merges
            .iter()
            .filter(|merge| heading.contains(&merge.rows.start))
            .map(end)
            .max()
            .unwrap_or(heading.end);
        let reach = reach.min(grid.rows.len());
        if reach <= heading.end {
            break;
        }
        height = reach - start;
    }
    if height == 1 && fills_gaps(grid, start) {
        return 2;
    }
    height
}

/// Whether the row after the headings completes them: nothing under the first heading, no figure, and something under
/// a heading that is missing.
fn fills_gaps(grid: &Grid, start: usize) -> bool {
    let Some(next) = grid.rows.get(start + 1) else {
        return false;
    };
    let first = &grid.rows[start];
    let fills = |(above, below): (&Raw, &Raw)| above.is_blank() && !below.is_blank();
    !first[0].is_blank()
        && next[0].is_blank()
        && first.iter().zip(next).any(fills)
        && next.iter().all(|cell| !is_figure(cell))
}

/// Whether a cell holds a figure that is not a year.
fn is_figure(cell: &Raw) -> bool {
    let value = match &cell.content {
        Content::Known(_, Value::Number(quantity)) => quantity.clone(),
        Content::Typed(text) => match meaning::read(text).0 {
            Meaning::Number(Reading::One(quantity, _)) => quantity,
            Meaning::Number(Reading::Two { .. }) => return true,
            _ => return false,
        },
        _ => return false,
    };
    year(&value).is_none()
}

/// The year that a bare whole number is.
fn year(quantity: &Quantity) -> Option<Period> {
    let is_bare = quantity.places == 0 && quantity.scale == Scale::One && quantity.unit.is_empty();
    let number: i16 = quantity.amount.plain().parse().ok()?;
    is_bare.then(|| Period::year(number))?
}

/// Where the rows end and the notes begin: at the end, rows with one content only, from the first that follows a blank
/// row, is joined over several columns or begins as notes do.
fn foot(grid: &Grid, start: usize) -> usize {
    let is_noteless = |row: &usize| grid.lone(*row).is_none() && !grid.is_blank_row(*row);
    let tail = (start..grid.rows.len())
        .rev()
        .find(is_noteless)
        .map_or(start, |row| row + 1);
    if grid.width() < 2 {
        return grid.rows.len();
    }
    let begins_notes = |row: &usize| {
        let Some(column) = grid.lone(*row) else {
            return true; // a blank row
        };
        is_joined(grid, *row) || (column == 0 && is_note(grid.rows[*row][0].text()))
    };
    (tail..grid.rows.len())
        .find(begins_notes)
        .unwrap_or(grid.rows.len())
}

/// Whether a text begins as notes under a table do.
pub(super) fn is_note(text: &str) -> bool {
    const WORDS: [&str; 6] = ["ghi chu", "nguon", "chu thich", "luu y", "so lieu", "note"];
    let words = fold::fold(text);
    WORDS
        .iter()
        .any(|word| words.starts_with(word) && words[word.len()..].trim_start().starts_with(':'))
        || text.starts_with(['*', '¹', '²', '³'])
        || ["(1)", "(2)", "(3)", "(a)", "(*)"]
            .iter()
            .any(|mark| text.starts_with(mark))
}

/// The unit that the lines above a table state.
pub(super) fn unit_above(lines: &[Line]) -> Option<String> {
    lines.iter().find_map(|line| said_unit(&line.text))
}

/// The unit that a line above a table states: `Đơn vị tính: triệu đồng`, `(ĐVT: %)`.
fn said_unit(text: &str) -> Option<String> {
    let text = text
        .trim()
        .trim_start_matches('(')
        .trim_end_matches([')', '.']);
    let (label, unit) = text.split_once(':')?;
    let label = fold::fold(label.trim());
    let is_label = ["don vi tinh", "don vi", "dvt", "dv tinh"].contains(&label.as_str());
    let unit = unit.trim();
    (is_label && !unit.is_empty()).then(|| unit.to_owned())
}

/// Whether a row only numbers the columns, as official tables do: `A B 1 2 3`, `(1) (2) (3)`.
fn is_numbering(grid: &Grid, row: usize) -> bool {
    let Some(cells) = grid.rows.get(row) else {
        return false;
    };
    let texts: Vec<&str> = cells.iter().map(Raw::text).collect();
    let bracketed = (1..).map(|n: usize| format!("({n})"));
    if texts.iter().copied().eq(bracketed.take(texts.len())) {
        return true;
    }
    let letters = texts
        .iter()
        .zip('A'..='Z')
        .take_while(|(text, letter)| **text == letter.to_string())
        .count();
    let numbers = (1..).map(|n: usize| n.to_string());
    letters > 0
        && letters < texts.len()
        && texts[letters..]
            .iter()
            .copied()
            .eq(numbers.take(texts.len() - letters))
}

/// The columns' headings. `last` is where the rows end.
fn columns(
    grid: &Grid,
    heading: &Range<usize>,
    last: usize,
    ask: &Ask<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for at in 0..grid.width() {
        let heading_text = heading_text(grid, heading, at);
        let place = &grid.rows[heading.end - 1][at].place;
        let (name, unit) = split_unit(&heading_text);
        if name.is_empty() && at > 0 {
            let filled = (heading.end..last).find(|row| !grid.rows[*row][at].is_blank());
            let place = filled.map_or(place, |row| &grid.rows[row][at].place);
            let missing = place.diagnostic(Msg::MissingHeading, ask.file, &[]);
            diagnostics.push(with_area_help(
                missing.help(Msg::HelpMissingHeading, &[]),
                ask,
            ));
        }
        if let Some(other) = columns
            .iter()
            .find(|other| other.name == name && !name.is_empty())
        {
            diagnostics.push(
                place
                    .diagnostic(Msg::DuplicateHeading, ask.file, &[&other.name])
                    .help(Msg::HelpDuplicateHeading, &[]),
            );
        }
        columns.push(Column {
            name,
            unit,
            place: place.clone(),
        });
    }
    columns
}

/// Tells how to name the table's area, which a workbook needs when there is more on the sheet.
fn with_area_help(diagnostic: Diagnostic, ask: &Ask<'_>) -> Diagnostic {
    if diagnostic.cell.is_empty() || ask.area.is_some() {
        return diagnostic;
    }
    let name = ask.file.rsplit('/').next().unwrap_or(ask.file);
    diagnostic.help(Msg::HelpArea, &[&format!("{name}#A3:D9")])
}

/// What the heading rows say about a column, from the top: `Năm 2025 – Quý I`.
fn heading_text(grid: &Grid, heading: &Range<usize>, column: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    for row in heading.clone() {
        let is_last = row + 1 == heading.end;
        let mut cell = grid.shown_at(row, column);
        // Without joined cells, a heading counts for the gaps to its right.
        if cell.is_blank() && !is_last && !grid.rows[row + 1][column].is_blank() {
            let left = (0..column).rev().map(|left| grid.shown_at(row, left));
            cell = left
                .into_iter()
                .find(|left| !left.is_blank())
                .unwrap_or(cell);
        }
        let text = cell.text().split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts.join(" – ")
}

/// A heading without the unit in brackets at its end. Brackets hold a unit when it is a known one, or when the heading
/// itself names it: `Số sáng kiến (sáng kiến)`.
fn split_unit(heading: &str) -> (String, Option<String>) {
    let inside = heading
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    if let Some((name, unit)) = inside {
        let (name, unit) = (name.trim_end(), unit.trim());
        let unit = unit.strip_prefix("ĐVT:").map_or(unit, str::trim);
        let is_named = || fold::fold(name).contains(&fold::fold(unit)) && !unit.is_empty();
        if !name.is_empty() && (is_unit(unit) || is_named()) {
            return (name.to_owned(), Some(unit.to_owned()));
        }
    }
    (heading.to_owned(), None)
}

/// The rows of figures. A blank row ends them, unless the editor named the area.
fn body(
    grid: &Grid,
    rows: Range<usize>,
    ask: &Ask<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<usize> {
    let mut body = Vec::new();
    let mut blank = false;
    for row in rows {
        if grid.is_blank_row(row) {
            blank = !body.is_empty();
            continue;
        }
        if blank && ask.area.is_none() {
            let filled = grid.rows[row].iter().find(|cell| !cell.is_blank());
            let place = &filled.unwrap_or(&grid.rows[row][0]).place;
            let second = place.diagnostic(Msg::SecondTable, ask.file, &[]);
            diagnostics.push(with_area_help(second.help(Msg::HelpSecondTable, &[]), ask));
            break;
        }
        body.push(row);
    }
    body
}

/// What the cells of the rows mean, column by column: the cells of a column tell each other's notation.
fn meanings(
    grid: &Grid,
    columns: &[Column],
    rows: &[usize],
    ask: &Ask<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Vec<Cell>> {
    let mut doubts: Vec<Doubt<'_>> = Vec::new();
    let mut by_column: Vec<Vec<Cell>> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let cells: Vec<&Raw> = rows.iter().map(|row| &grid.rows[*row][at]).collect();
        let notation = ask.notation.or_else(|| only_notation(&cells));
        let is_years = column.name.to_lowercase() == "năm";
        let mut done = Vec::with_capacity(rows.len());
        for row in rows {
            let shown = shown_cell(grid, *row, at, ask, diagnostics);
            let mut cell = cell(shown, notation, ask, &mut doubts, diagnostics);
            cell.place = grid.rows[*row][at].place.clone();
            if let Value::Number(quantity) = &mut cell.value {
                in_unit(quantity, column);
            }
            if let Value::Number(quantity) = &cell.value
                && is_years
                && let Some(year) = year(quantity)
            {
                cell.value = Value::Period(year);
            }
            done.push(cell);
        }
        let has_one_unit = column.unit.is_some() || !ask.unit_by_row;
        if has_one_unit && let Some((cell, one, other)) = two_units(column, &done) {
            diagnostics.push(
                cell.place
                    .diagnostic(Msg::MixedUnits, ask.file, &[&column.name, &one, &other])
                    .help(Msg::HelpMixedUnits, &[&column.name, &one]),
            );
        }
        by_column.push(done);
    }
    diagnostics.extend(doubted(&doubts, ask));
    let mut columns: Vec<_> = by_column.into_iter().map(Vec::into_iter).collect();
    let row = |_| columns.iter_mut().filter_map(Iterator::next).collect();
    rows.iter().map(row).collect()
}

/// A figure in its column's unit: in a column of `tỷ đồng`, `950 triệu` is 0,95.
fn in_unit(quantity: &mut Quantity, column: &Column) {
    let unit = column.unit.as_deref().and_then(Tail::read);
    let Some(unit) = unit.filter(|unit| unit.scale != Scale::One && quantity.scale != Scale::One)
    else {
        return;
    };
    if let Some(amount) = quantity
        .amount
        .times_ten(quantity.scale.power() - unit.scale.power())
    {
        *quantity = Quantity {
            amount,
            places: amount.places().max(quantity.places),
            scale: Scale::One,
            unit: String::new(),
        };
    }
}

/// The two units of a column that says two: `5 tấn` among figures in `kg`.
fn two_units<'t>(column: &'t Column, cells: &'t [Cell]) -> Option<(&'t Cell, String, String)> {
    let heading = column
        .unit
        .as_deref()
        .map(|unit| Tail::read(unit).map_or(unit, |tail| tail.unit));
    let mut first = heading.filter(|unit| !unit.is_empty());
    for cell in cells {
        let unit = cell.number().map_or("", |quantity| quantity.unit.as_str());
        match first {
            Some(first) if !unit.is_empty() && unit != first => {
                return Some((cell, first.to_owned(), unit.to_owned()));
            }
            None if !unit.is_empty() => first = Some(unit),
            _ => {}
        }
    }
    None
}

/// A cell of the rows, or the words of the joined cell that it belongs to. A joined figure would count several times.
fn shown_cell<'g>(
    grid: &'g Grid,
    row: usize,
    column: usize,
    ask: &Ask<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> &'g Raw {
    let cell = &grid.rows[row][column];
    let Some(merge) = grid.merge_at(row, column) else {
        return cell;
    };
    let corner = &grid.rows[merge.rows.start][merge.columns.start];
    let is_corner = merge.rows.start == row && merge.columns.start == column;
    if is_corner && is_figure(corner) {
        let text = corner.text();
        diagnostics.push(
            corner
                .place
                .diagnostic(Msg::MergedNumber, ask.file, &[&text])
                .help(Msg::HelpMergedNumber, &[]),
        );
    }
    if merge.columns.start == column {
        corner
    } else {
        cell
    }
}

/// The notation that the figures of a column are typed in, when all that tell it agree.
fn only_notation(cells: &[&Raw]) -> Option<Notation> {
    let mut notations = cells.iter().filter_map(|cell| match &cell.content {
        Content::Typed(text) => match meaning::read(text).0 {
            Meaning::Number(Reading::One(_, notation)) => notation,
            _ => None,
        },
        _ => None,
    });
    let first = notations.next()?;
    notations.all(|other| other == first).then_some(first)
}

/// A cell with two readings.
struct Doubt<'g> {
    cell: &'g Raw,
    vietnamese: Quantity,
    english: Quantity,
}

fn cell<'g>(
    raw: &'g Raw,
    notation: Option<Notation>,
    ask: &Ask<'_>,
    doubts: &mut Vec<Doubt<'g>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Cell {
    let made = |text: &str, value, mark: Option<&str>| Cell {
        text: text.to_owned(),
        value,
        mark: mark.map(str::to_owned),
        place: raw.place.clone(),
    };
    let typed = match &raw.content {
        Content::Typed(typed) => typed,
        Content::Known(text, value) => return made(text, value.clone(), None),
        Content::Failed(name) => {
            diagnostics.push(
                raw.place
                    .diagnostic(Msg::FailedCell, ask.file, &[name])
                    .help(Msg::HelpFailedCell, &[]),
            );
            return made(name, Value::Empty, None);
        }
        Content::Uncomputed => {
            diagnostics.push(
                raw.place
                    .diagnostic(Msg::UncomputedCell, ask.file, &[])
                    .help(Msg::HelpUncomputedCell, &[]),
            );
            return made("", Value::Empty, None);
        }
    };
    let (meaning, text, mark) = meaning::read(typed);
    let value = match meaning {
        Meaning::Sure(value) => value,
        Meaning::Number(Reading::One(quantity, _)) => Value::Number(quantity),
        Meaning::Number(Reading::Two {
            vietnamese,
            english,
        }) => match notation {
            Some(Notation::Vietnamese) => Value::Number(vietnamese),
            Some(Notation::English) => Value::Number(english),
            None => {
                doubts.push(Doubt {
                    cell: raw,
                    vietnamese,
                    english,
                });
                Value::Text
            }
        },
        Meaning::NoSuchDay => {
            diagnostics.push(
                raw.place
                    .diagnostic(Msg::NoSuchDay, ask.file, &[&text])
                    .help(Msg::HelpNoSuchDayCell, &[]),
            );
            Value::Text
        }
    };
    made(text, value, mark)
}

/// The one question that all cells with two readings raise.
fn doubted(doubts: &[Doubt<'_>], ask: &Ask<'_>) -> Option<Diagnostic> {
    // They were found column by column; the first in the file is the first to be seen.
    let first = doubts.iter().min_by_key(|doubt| doubt.cell.place.order())?;
    let text = first.cell.text();
    let (mark, thousands, decimals) = if first.vietnamese.places == 0 {
        (".", &first.vietnamese, &first.english)
    } else {
        (",", &first.english, &first.vietnamese)
    };
    // `1234` and `1,234`: neither can be misread.
    let (high, low) = (
        thousands.amount.plain(),
        decimals.amount.write(decimals.places),
    );
    let (as_thousands, as_decimals) = if mark == "." {
        ("1.234,5", "1,234.5")
    } else {
        ("1,234.5", "1.234,5")
    };
    let diagnostic = first
        .cell
        .place
        .diagnostic(Msg::AmbiguousNumber, ask.file, &[&text, &high, &low, &mark])
        .help(
            Msg::HelpNotation,
            &[&as_thousands, &high, &as_decimals, &low],
        );
    Some(match doubts.len() - 1 {
        0 => diagnostic,
        others => diagnostic.help(Msg::HelpMoreAmbiguous, &[&others]),
    })
}

fn lines(grid: &Grid, rows: &[usize]) -> Vec<Line> {
    let cells = rows
        .iter()
        .filter_map(|row| Some(&grid.rows[*row][grid.lone(*row)?]));
    cells
        .map(|cell| Line {
            text: cell.text().to_owned(),
            place: cell.place.clone(),
        })
        .collect()
}
