//! A report as Markdown, to be read, kept with the texts and pasted elsewhere.

use std::fmt::Write as _;

use super::outline::{Block, Cell, Outline, Table};
use super::{Letterhead, Report};
use crate::vi;

/// The report as Markdown.
#[must_use]
pub fn write(report: &Report, letterhead: &Letterhead, outline: &Outline) -> String {
    let mut out = String::new();
    for (text, mark) in [(&letterhead.parent, ""), (&letterhead.issuer, "**")] {
        if let Some(text) = text {
            line(&mut out, format_args!("{mark}{}{mark}", plain(text)));
        }
    }
    let made = vi::date::in_text(report.made);
    match &letterhead.place {
        Some(place) => line(&mut out, format_args!("*{}, {made}*", plain(place))),
        None => line(&mut out, format_args!("*{made}*")),
    }
    line(&mut out, format_args!("# Báo cáo"));
    line(&mut out, format_args!("**{}**", plain(&outline.subject)));
    if let Some(addressee) = &letterhead.addressee {
        line(&mut out, format_args!("Kính gửi: {}", plain(addressee)));
    }
    blocks(&mut out, &outline.body);
    line(
        &mut out,
        format_args!("## Phụ lục. {}", outline.annex_title),
    );
    blocks(&mut out, &outline.annex);
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A paragraph.
fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    write!(out, "{text}\n\n").expect("a text takes all that is written");
}

fn blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Heading(text) => line(out, format_args!("## {}", plain(text))),
            Block::Subheading(text) => line(out, format_args!("### {}", plain(text))),
            Block::Text(text) => line(out, format_args!("{}", plain(text))),
            Block::Points(points) => {
                for point in points {
                    out.push_str("- ");
                    out.push_str(&plain(point));
                    out.push('\n');
                }
                out.push('\n');
            }
            Block::Table(table) => {
                self::table(out, table);
                out.push('\n');
            }
        }
    }
}

fn table(out: &mut String, table: &Table) {
    let heads = table.columns.iter().map(|column| column.title.to_owned());
    row(out, heads);
    let rules = table.columns.iter().map(|column| match column.centred {
        true => ":-:".to_owned(),
        false => "---".to_owned(),
    });
    row(out, rules);
    for cells in &table.rows {
        row(out, cells.iter().map(cell));
    }
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    for cell in cells {
        out.push_str("| ");
        out.push_str(&cell);
        out.push(' ');
    }
    out.push_str("|\n");
}

fn cell(cell: &Cell) -> String {
    let text = plain(&cell.text);
    match &cell.url {
        Some(url) => format!("[{text}](<{url}>)"),
        None => text,
    }
}

/// A text whose characters mean nothing to Markdown.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' => out.extend(['\\', c]),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_stays_a_text() {
        assert_eq!(plain("a | b *c* <d>\ne"), "a \\| b \\*c\\* \\<d\\> e");
    }
}
