//! Tables that an editor types into a page, with `|` between the cells.
//!
//! Lines without `|` above the table are its title or unit, those below it its notes. The line `|---|---|` may be left
//! out. In goes a part of a page, out comes the table; marks such as `**` around a cell's text are taken off.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::grid::{Grid, Raw};
use super::{Ask, Line, Place, Table, shape};
use crate::diag::{Diagnostic, Msg, Span};

/// Reads a part of a page that stands at byte `offset` of its file.
pub fn read(
    text: &str,
    offset: usize,
    ask: &Ask<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Table> {
    let place = |range: Range<usize>| Place::Text(Span::new(range).shifted(offset));
    let (mut above, mut notes, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines(text) {
        let content = &text[line.clone()];
        if content.contains('|') {
            if !notes.is_empty() {
                diagnostics.push(
                    place(line)
                        .diagnostic(Msg::SecondTable, ask.file, &[])
                        .help(Msg::HelpSecondTable, &[]),
                );
                return None;
            }
            rows.push(line);
        } else if !content.is_empty() {
            let line = Line {
                text: plain(content),
                place: place(line),
            };
            let side = if rows.is_empty() {
                &mut above
            } else {
                &mut notes
            };
            side.push(line);
        }
    }
    if rows.get(1).is_some_and(|line| is_rule(&text[line.clone()])) {
        rows.remove(1);
    }
    let Some(heading) = rows.first() else {
        diagnostics.push(
            place(0..text.trim_end().len())
                .diagnostic(Msg::NoTable, ask.file, &[])
                .help(Msg::HelpNoTable, &[]),
        );
        return None;
    };
    let width = cells(text, heading).len();
    let mut grid = Grid::default();
    for line in rows {
        let cells = cells(text, &line);
        if let Some(extra) = cells.get(width) {
            diagnostics.push(
                place(extra.start..line.end)
                    .diagnostic(Msg::RaggedRow, ask.file, &[&cells.len(), &width])
                    .help(Msg::HelpRaggedRow, &[]),
            );
            return None;
        }
        let typed = |cell: Range<usize>| Raw::typed(&plain(&text[cell.clone()]), place(cell));
        let mut row: Vec<Raw> = cells.into_iter().map(typed).collect();
        row.resize_with(width, || Raw::typed("", place(line.end..line.end)));
        grid.rows.push(row);
    }
    let mut table = shape::table(grid, ask, diagnostics)?;
    table.unit = table.unit.or_else(|| shape::unit_above(&above));
    table.above.splice(0..0, above);
    table.notes.append(&mut notes);
    Some(table)
}

/// The lines without the white space around them.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at + (line.len() - line.trim_start().len());
        *at += line.len();
        let content = line.trim();
        Some(start.min(*at)..start.min(*at) + content.len())
    })
}

/// Whether a line is the `|---|:---:|` under the headings.
fn is_rule(line: &str) -> bool {
    line.contains('-')
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// The cells of a line, without the white space around them. `\|` does not part cells.
fn cells(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let content = &text[line.clone()];
    let is_escaped = |at: usize| {
        content[..at]
            .bytes()
            .rev()
            .take_while(|b| *b == b'\\')
            .count()
            % 2
            == 1
    };
    let bars = content
        .match_indices('|')
        .map(|(at, _)| at)
        .filter(|at| !is_escaped(*at));
    let mut edges: Vec<usize> = bars.collect();
    if edges.first() != Some(&0) {
        edges.insert(0, 0);
    }
    let is_closed = edges.last().is_some_and(|at| at + 1 == content.len()) && edges.len() > 1;
    if !is_closed {
        edges.push(content.len());
    }
    let cell = |pair: &[usize]| {
        let from = pair[0] + usize::from(content.as_bytes().get(pair[0]) == Some(&b'|'));
        let cell = &content[from..pair[1]];
        let start = line.start + from + (cell.len() - cell.trim_start().len());
        start..start + cell.trim().len()
    };
    edges.windows(2).map(cell).collect()
}

/// The words of a cell without Markdown's marks.
fn plain(text: &str) -> String {
    if !text.contains(['*', '_', '`', '[', '<', '&', '\\']) {
        return text.to_owned();
    }
    // Behind a bracket, nothing is taken for a list or a heading.
    let guarded = format!("( {text}");
    let mut plain = String::new();
    for event in Parser::new(&guarded) {
        match event {
            Event::Text(part) | Event::Code(part) => plain.push_str(&part),
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            _ => {}
        }
    }
    plain.strip_prefix("( ").unwrap_or(&plain).trim().to_owned()
}
