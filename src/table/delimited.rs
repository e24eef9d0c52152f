//! Tables in text files whose cells are parted by `;`, a tab, `,` or `|`: CSV and TSV as spreadsheets save them.
//!
//! Cells are split here because each needs its place in the file and a quote that is never closed must be noticed; a
//! general reader gives neither. The separator is the one that explains the most lines, or the one that a first line
//! `sep=;` names.

use std::borrow::Cow;
use std::ops::Range;

use super::grid::{Grid, Raw};
use super::{Ask, Place, Table, shape};
use crate::diag::{Diagnostic, Msg, Span};

const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];

/// A cell of a line.
struct Field<'t> {
    text: Cow<'t, str>,
    span: Range<usize>,
}

type Record<'t> = Vec<Field<'t>>;

/// Reads the decoded text of a file.
pub fn read(text: &str, ask: &Ask<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Table> {
    let separator = match separator(text) {
        Ok(separator) => separator,
        Err([one, other]) => {
            diagnostics.push(
                Diagnostic::new(
                    Msg::UnclearSeparator,
                    ask.file,
                    first_line(text),
                    &[&shown(one), &shown(other)],
                )
                .help(Msg::HelpSeparator, &[]),
            );
            return None;
        }
    };
    let start = said_separator(text).map_or(0, |(_, len)| len);
    let records = match split(text, start, separator) {
        Ok(records) => records,
        Err(quote) => {
            diagnostics.push(
                Diagnostic::new(
                    Msg::UnclosedQuote,
                    ask.file,
                    Span::new(quote..quote + 1),
                    &[],
                )
                .help(Msg::HelpUnclosedQuote, &[]),
            );
            return None;
        }
    };
    let grid = grid(text, records, separator, ask, diagnostics)?;
    let grid = match ask.area {
        Some(area) => grid.cut(area),
        None => grid,
    };
    shape::table(grid, ask, diagnostics)
}

fn first_line(text: &str) -> Span {
    Span::new(0..text.find('\n').unwrap_or(text.len()))
}

fn shown(separator: char) -> Cow<'static, str> {
    match separator {
        '\t' => "Tab".into(),
        other => other.to_string().into(),
    }
}

/// The separator that the first line names, as spreadsheets understand it (`sep=;`), and the line's length.
fn said_separator(text: &str) -> Option<(char, usize)> {
    let rest = text
        .get(..4)
        .filter(|head| head.eq_ignore_ascii_case("sep="))
        .map(|_| &text[4..])?;
    let separator = rest.chars().next().filter(|c| *c != '\n')?;
    let behind = &rest[separator.len_utf8()..];
    let end = behind.find('\n').unwrap_or(behind.len());
    behind[..end].trim().is_empty().then(|| {
        let len = text.len() - behind.len() + end;
        (separator, (len + 1).min(text.len()))
    })
}

/// The separator of a text, or the two that explain it equally well.
fn separator(text: &str) -> Result<char, [char; 2]> {
    if let Some((separator, _)) = said_separator(text) {
        return Ok(separator);
    }
    let mut best: Vec<char> = Vec::new();
    let mut most = 0;
    for separator in SEPARATORS {
        let lines = explained(text, separator);
        if lines > most {
            best.clear();
            most = lines;
        }
        if lines == most && lines > 0 {
            best.push(separator);
        }
    }
    match best[..] {
        [one, other, ..] => Err([one, other]),
        [one] => Ok(one),
        [] => Ok(SEPARATORS[0]), // a single column
    }
}

/// How many lines have the number of cells, at least two, that most have.
fn explained(text: &str, separator: char) -> usize {
    let Ok(records) = split(text, 0, separator) else {
        return 0;
    };
    let mut widths: Vec<usize> = records
        .iter()
        .map(Vec::len)
        .filter(|width| *width > 1)
        .collect();
    widths.sort_unstable();
    widths
        .chunk_by(|a, b| a == b)
        .map(<[usize]>::len)
        .max()
        .unwrap_or(0)
}

/// The cells of every line from `start` on (RFC 4180 with any separator). `Err` is the quote that is never closed.
fn split(text: &str, start: usize, separator: char) -> Result<Vec<Record<'_>>, usize> {
    let mut records = Vec::new();
    let mut record: Record<'_> = Vec::new();
    let mut at = start;
    while at < text.len() || !record.is_empty() {
        let (field, end) = field(text, at, separator)?;
        record.push(field);
        let mark = text[end..].chars().next();
        at = end + mark.map_or(0, char::len_utf8);
        if mark != Some(separator) {
            records.push(std::mem::take(&mut record));
        }
    }
    Ok(records)
}

/// The cell that begins at a byte, and where it ends.
fn field(text: &str, start: usize, separator: char) -> Result<(Field<'_>, usize), usize> {
    let is_end = |c: char| c == separator || c == '\n';
    let plain_end = |from: usize| {
        text[from..]
            .find(is_end)
            .map_or(text.len(), |len| from + len)
    };
    if !text[start..].starts_with('"') {
        let end = plain_end(start);
        let text = Cow::Borrowed(&text[start..end]);
        return Ok((
            Field {
                text,
                span: start..end,
            },
            end,
        ));
    }
    let mut inside = String::new();
    let mut from = start + 1;
    loop {
        let quote = text[from..].find('"').map(|len| from + len).ok_or(start)?;
        inside.push_str(&text[from..quote]);
        from = quote + 1;
        if !text[from..].starts_with('"') {
            break;
        }
        inside.push('"');
        from += 1;
    }
    let end = plain_end(from);
    inside.push_str(&text[from..end]);
    let field = Field {
        text: inside.into(),
        span: start..end,
    };
    Ok((field, end))
}

/// The lines as rows of equal length: as long as the first line of several cells.
fn grid(
    text: &str,
    records: Vec<Record<'_>>,
    separator: char,
    ask: &Ask<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Grid> {
    let width = records
        .iter()
        .map(Vec::len)
        .find(|width| *width > 1)
        .unwrap_or(1);
    let mut rows = Vec::with_capacity(records.len());
    for record in records {
        let used = record
            .iter()
            .rposition(|field| !field.text.trim().is_empty());
        let used = used.map_or(0, |last| last + 1);
        let place = |span: &Range<usize>| Place::Text(Span::new(span.clone()));
        let line = record[0].span.start..record[record.len() - 1].span.end;
        let mut row: Vec<Raw> = if used > width && shape::is_note(&record[0].text) {
            // A sentence with commas is no row of cells.
            vec![Raw::typed(&text[line.clone()], place(&line))]
        } else if let Some(extra) = record.get(width).filter(|_| used > width) {
            let end = record[used - 1].span.end;
            let mut ragged = Diagnostic::new(
                Msg::RaggedRow,
                ask.file,
                Span::new(extra.span.start..end),
                &[&used, &width],
            );
            if separator == ',' {
                ragged = ragged.help(Msg::HelpCommaCells, &[]);
            }
            diagnostics.push(ragged.help(Msg::HelpRaggedRow, &[]));
            return None;
        } else {
            let cells = record.iter().take(width);
            cells
                .map(|field| Raw::typed(&field.text, place(&field.span)))
                .collect()
        };
        row.resize_with(width, || Raw::typed("", place(&(line.end..line.end))));
        rows.push(row);
    }
    Some(Grid {
        rows,
        merges: Vec::new(),
    })
}
