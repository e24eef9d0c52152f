//! Rows: a piece, or big numbers side by side, laid out in a width by the measured widths of its letters.
//!
//! In go a piece, a width and a scale, out comes a group of SVG whose top left is 0, 0, and its height.

use std::fmt::Write as _;

use pulldown_cmark_escape::escape_html;

use super::piece::{Content, Item, Marks, Piece};
use super::slot::Colours;
use crate::chart::{self, Layout, Palette, Sheet};
use crate::draw::{Face, Weight, wrap};
use crate::figure::{Figure, Grid};

// Sizes of letters at scale 1, in units of a drawing that is 1080 wide.
const TEXT: f32 = 30.0;
const TITLE: f32 = 34.0;
const HEADING: f32 = 40.0;
const NUMBER: f32 = 88.0;
const SMALL: f32 = 22.0;
const IN_CHART: f32 = 25.0;

/// From one line to the next, in font sizes.
const LEADING: f32 = 1.3;
/// Between two rows.
const GAP: f32 = 30.0;
/// Between what stands side by side.
pub(super) const GUTTER: f32 = 40.0;
/// How wide a number with its label, and a card, are at least.
const CELL: f32 = 330.0;
const CARD: f32 = 230.0;

/// A piece or numbers side by side, laid out.
pub(super) struct Row {
    /// Its height; infinite when it has no room even alone, because a word is too long.
    pub height: f32,
    /// The room below it.
    pub gap: f32,
    /// The drawing.
    pub svg: String,
    /// How many pieces are in it.
    pub pieces: usize,
    /// Whether it is a heading, which stands with what comes after it.
    pub is_heading: bool,
}

/// What rows are laid out with.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    /// How wide they are.
    pub width: f32,
    /// How large their letters are.
    pub scale: f32,
    /// Their colours.
    pub colours: &'a Colours,
}

/// All pieces in rows.
pub(super) fn rows(pieces: &[Piece], look: Look<'_>) -> Vec<Row> {
    let is_number = |piece: &Piece| matches!(piece.content, Content::Number { .. });
    let mut rows = Vec::new();
    for (n, run) in pieces
        .chunk_by(|a, b| is_number(a) && is_number(b))
        .enumerate()
    {
        if !is_number(&run[0]) {
            rows.push(Row::new(&run[0], n, look));
            continue;
        }
        let columns = columns(run.len(), CELL, look);
        rows.extend(
            run.chunks(columns)
                .map(|cells| numbers(cells, columns, look)),
        );
    }
    rows
}

/// The words that say what is missing. The address at their end may be broken, wherever that is.
pub(super) fn notice(text: &str, look: Look<'_>) -> Row {
    let mut pen = Pen::new(look);
    pen.text(
        text,
        Style::new(Weight::Regular, pen.units(TEXT), Ink::Text),
    );
    pen.is_torn = false;
    pen.finish(0, false)
}

/// How many things stand side by side in rows that are as even as they can be: four are two and two, not three and one.
fn columns(count: usize, least: f32, look: Look<'_>) -> usize {
    let most = (look.width / look.scale + GUTTER) / (least + GUTTER);
    let most = (most as usize).clamp(1, count.max(1));
    count.max(1).div_ceil(count.max(1).div_ceil(most))
}

/// Big numbers side by side.
fn numbers(cells: &[Piece], columns: usize, look: Look<'_>) -> Row {
    let mut pen = Pen::new(look);
    let gutter = pen.units(GUTTER);
    let width = (look.width - gutter * (columns - 1) as f32) / columns as f32;
    let mut height = 0.0_f32;
    for (n, piece) in cells.iter().enumerate() {
        let Content::Number { number, label } = &piece.content else {
            continue;
        };
        pen.set_column((width + gutter) * n as f32, width);
        let size = pen.units(NUMBER);
        let drawn = Face::new(Weight::Bold).width(number, size);
        pen.line(
            number,
            Style::new(Weight::Bold, size * (width / drawn).min(1.0), Ink::Accent),
            0.0,
            size,
        );
        pen.y = size * 1.06 + pen.units(8.0); // the foot of a `/` or `,`
        pen.text(
            label,
            Style::new(Weight::Regular, pen.units(TEXT), Ink::Text),
        );
        pen.text(
            &piece.below,
            Style::new(Weight::Regular, pen.units(SMALL), Ink::Mute),
        );
        height = height.max(pen.y);
        pen.y = 0.0;
    }
    pen.y = height;
    pen.finish(cells.len(), false)
}

impl Row {
    /// A piece that is no number.
    fn new(piece: &Piece, n: usize, look: Look<'_>) -> Self {
        let mut pen = Pen::new(look);
        let (text, small) = (pen.units(TEXT), pen.units(SMALL));
        pen.text(
            &piece.title,
            Style::new(Weight::SemiBold, pen.units(TITLE), Ink::Text),
        );
        pen.text(
            &piece.about,
            Style::new(Weight::Regular, pen.units(26.0), Ink::Mute),
        );
        let has_title = pen.y > 0.0;
        pen.skip(if has_title { 10.0 } else { 0.0 });
        match &piece.content {
            Content::Heading(heading) => {
                pen.text(
                    heading,
                    Style::new(Weight::Bold, pen.units(HEADING), Ink::Accent),
                );
            }
            Content::Lines(lines) => {
                for line in lines {
                    pen.text(line, Style::new(Weight::Regular, text, Ink::Text));
                }
            }
            Content::Items(marks, items) => pen.items(*marks, items),
            Content::Grid(grid) => pen.grid(grid),
            Content::Sides(grid) => pen.sides(grid),
            Content::Drawn(figure) => pen.figure(figure, n),
            Content::Quote(lines) => pen.quote(lines),
            Content::Number { .. } => {}
        }
        pen.skip(if piece.below.is_empty() { 0.0 } else { 6.0 });
        pen.text(&piece.below, Style::new(Weight::Regular, small, Ink::Mute));
        pen.finish(1, matches!(piece.content, Content::Heading(_)))
    }
}

/// The colours by what they are for.
#[derive(Clone, Copy)]
enum Ink {
    Text,
    Mute,
    Accent,
}

/// How letters look.
#[derive(Clone, Copy)]
struct Style {
    weight: Weight,
    size: f32,
    ink: Ink,
}

impl Style {
    fn new(weight: Weight, size: f32, ink: Ink) -> Self {
        Self { weight, size, ink }
    }
}

/// Draws a row from top to bottom.
struct Pen<'a> {
    look: Look<'a>,
    out: String,
    /// The column that is being filled: its left side and its width.
    x: f32,
    width: f32,
    /// How far it is filled.
    y: f32,
    /// Whether a word was too long for its column.
    is_torn: bool,
}

impl<'a> Pen<'a> {
    fn new(look: Look<'a>) -> Self {
        Self {
            look,
            out: String::new(),
            x: 0.0,
            width: look.width,
            y: 0.0,
            is_torn: false,
        }
    }

    /// A length at scale 1 in units of the drawing.
    fn units(&self, length: f32) -> f32 {
        length * self.look.scale
    }

    fn skip(&mut self, length: f32) {
        self.y += self.units(length);
    }

    fn set_column(&mut self, x: f32, width: f32) {
        (self.x, self.width) = (x, width);
    }

    fn colour(&self, ink: Ink) -> &'a str {
        let colours = self.look.colours;
        match ink {
            Ink::Text => &colours.ink,
            Ink::Mute => &colours.mute,
            Ink::Accent => &colours.accent,
        }
    }

    /// A line of text on a baseline.
    fn line(&mut self, text: &str, style: Style, x: f32, baseline: f32) {
        self.anchored(text, style, x, baseline, "");
    }

    fn anchored(&mut self, text: &str, style: Style, x: f32, baseline: f32, anchor: &str) {
        let (x, y) = (self.x + x, baseline);
        let (size, weight) = (style.size, style.weight.number());
        let colour = self.colour(style.ink);
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" font-weight=\"{weight}\" fill=\"{colour}\"{anchor}>"
        ));
        escape_html(&mut self.out, text).expect("a string takes everything");
        self.out.push_str("</text>");
    }

    fn put(&mut self, svg: std::fmt::Arguments<'_>) {
        self.out.write_fmt(svg).expect("a string takes everything");
    }

    /// A paragraph below what is there; nothing for an empty text.
    fn text(&mut self, text: &str, style: Style) {
        let lines = wrap(text, style.weight, style.size, self.width, usize::MAX);
        self.is_torn |= !lines.whole;
        for line in lines.lines {
            self.line(&line, style, 0.0, self.y + style.size);
            self.y += style.size * LEADING;
        }
    }

    fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, colour: &str) {
        let x = self.x + x;
        self.put(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{colour}\"/>"
        ));
    }

    fn circle(&mut self, x: f32, y: f32, r: f32) {
        let (x, colour) = (self.x + x, self.colour(Ink::Accent));
        self.put(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\" fill=\"{colour}\"/>"
        ));
    }

    fn items(&mut self, marks: Marks, items: &[Item]) {
        let size = self.units(TEXT);
        let indent = size * if marks == Marks::Numbers { 1.9 } else { 1.1 };
        let (left, width, top) = (self.x, self.width, self.y);
        let beside = if marks == Marks::Line {
            self.beside(items, width - indent)
        } else {
            None
        };
        let mut middle = top;
        for (n, item) in items.iter().enumerate() {
            middle = self.y + size * 0.66;
            self.set_column(left, width);
            self.mark(marks, n, middle);
            self.set_column(left + indent, width - indent);
            let label = Style::new(Weight::SemiBold, size, Ink::Accent);
            if let Some(column) = beside {
                self.line(&item.label, label, 0.0, self.y + size);
                self.set_column(left + indent + column, width - indent - column);
            } else {
                self.text(&item.label, label);
            }
            self.text(&item.text, Style::new(Weight::Regular, size, Ink::Text));
            self.skip(10.0);
        }
        self.set_column(left, width);
        if marks == Marks::Line {
            let (from, colour) = (top + size * 0.66, self.colour(Ink::Accent));
            self.rect(size * 0.25, from, size * 0.1, middle - from, colour);
        }
    }

    /// How wide the column of labels is when they stand beside their texts; none when they are too long for that.
    fn beside(&self, items: &[Item], width: f32) -> Option<f32> {
        let (size, face) = (self.units(TEXT), Face::new(Weight::SemiBold));
        let labels = items.iter().map(|item| face.width(&item.label, size));
        let column = labels.fold(0.0, f32::max) + size;
        (column <= width * 0.34).then_some(column)
    }

    /// What stands in front of item `n`.
    fn mark(&mut self, marks: Marks, n: usize, middle: f32) {
        let size = self.units(TEXT);
        match marks {
            Marks::Dots => self.circle(size * 0.3, middle, size * 0.17),
            Marks::Line => self.circle(size * 0.3, middle, size * 0.26),
            Marks::Numbers => {
                self.circle(size * 0.7, middle, size * 0.7);
                let (number, colour) = (n + 1, &self.look.colours.surface);
                let (x, y, size) = (self.x + size * 0.7, middle + size * 0.27, size * 0.76);
                self.put(format_args!(
                    "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" font-weight=\"700\" fill=\"{colour}\" text-anchor=\"middle\">{number}</text>"
                ));
            }
        }
    }

    fn quote(&mut self, lines: &[String]) {
        let (left, width, top) = (self.x, self.width, self.y);
        let indent = self.units(30.0);
        self.set_column(left + indent, width - indent);
        for line in lines {
            self.text(
                line,
                Style::new(Weight::SemiBold, self.units(TITLE), Ink::Text),
            );
        }
        self.set_column(left, width);
        let colour = self.colour(Ink::Accent);
        self.rect(0.0, top, self.units(8.0), self.y - top, colour);
    }

    /// A drawing of figures. Its letters are about as large as the text, as far as it has room.
    fn figure(&mut self, figure: &Figure, n: usize) {
        let wanted = f64::from(self.units(IN_CHART)) / Layout::WIDE.font;
        let width = f64::from(self.width);
        let scale = wanted.clamp(width / Layout::WIDE.width, width / Layout::NARROW.width);
        let layout = Layout {
            width: width / scale,
            font: Layout::WIDE.font,
        };
        let svg = figure.draw(&Sheet {
            layout,
            palette: Palette::Fixed(&chart::Colours::LIGHT),
            id: &format!("p{n}"),
            class: "",
            title: &figure.title,
            description: &figure.summary,
        });
        let Some(svg) = svg else { return };
        let (x, y) = (self.x, self.y);
        self.put(format_args!(
            "<g transform=\"translate({x:.1} {y:.1}) scale({scale:.4})\">{svg}</g>"
        ));
        self.y += (height_of(&svg) * scale) as f32;
    }

    /// A table: as wide as its words need, the first column with what is left.
    fn grid(&mut self, grid: &Grid) {
        let size = self.units(26.0);
        let gap = size * 0.8;
        let Some(widths) = widths(grid, size, gap, self.width) else {
            self.is_torn = true;
            return;
        };
        let (left, width) = (self.x, self.width);
        let head = std::iter::once((&grid.head, Weight::SemiBold));
        let rows = grid.rows.iter().map(|row| (row, Weight::Regular));
        for (cells, weight) in head.chain(rows) {
            let top = self.y + size * 0.2;
            let mut bottom = top;
            let mut x = left;
            for (n, (cell, cell_width)) in cells.iter().zip(&widths).enumerate() {
                self.set_column(x, *cell_width);
                self.y = top;
                let weight = if n == 0 { Weight::SemiBold } else { weight };
                let style = Style::new(weight, size, Ink::Text);
                if grid.numeric.get(n) == Some(&true) {
                    self.right(cell, style);
                } else {
                    self.text(cell, style);
                }
                bottom = bottom.max(self.y);
                x += cell_width + gap;
            }
            self.set_column(left, width);
            self.y = bottom + size * 0.2;
            let (y, colour) = (self.y, chart::Colours::LIGHT.grid);
            self.rect(0.0, y, width, self.units(2.0), colour);
            self.skip(2.0);
        }
    }

    /// A paragraph whose lines end at the right side.
    fn right(&mut self, text: &str, style: Style) {
        for line in wrap(text, style.weight, style.size, self.width, usize::MAX).lines {
            let baseline = self.y + style.size;
            self.anchored(&line, style, self.width, baseline, " text-anchor=\"end\"");
            self.y += style.size * LEADING;
        }
    }

    /// A card for each column but the first.
    fn sides(&mut self, grid: &Grid) {
        let sides = grid.head.len().saturating_sub(1);
        let columns = columns(
            sides,
            CARD,
            Look {
                width: self.width,
                ..self.look
            },
        );
        let gutter = self.units(GUTTER);
        let width = (self.width - gutter * (columns - 1) as f32) / columns as f32;
        let all: Vec<usize> = (1..=sides).collect();
        let (left, whole) = (self.x, self.width);
        for row in all.chunks(columns) {
            let top = self.y;
            let mut bottom = top;
            for (n, side) in row.iter().enumerate() {
                self.set_column(left + (width + gutter) * n as f32, width);
                self.y = top;
                self.card(grid, *side);
                bottom = bottom.max(self.y);
            }
            self.y = bottom;
        }
        self.set_column(left, whole);
    }

    fn card(&mut self, grid: &Grid, side: usize) {
        let (y, width, colour) = (self.y, self.width, self.colour(Ink::Accent));
        self.rect(0.0, y, width, self.units(5.0), colour);
        self.skip(10.0);
        self.text(
            &grid.head[side],
            Style::new(Weight::Bold, self.units(TITLE), Ink::Accent),
        );
        for row in &grid.rows {
            let cell = |n: usize| row.get(n).map_or("", String::as_str);
            self.skip(6.0);
            self.text(
                cell(0),
                Style::new(Weight::Regular, self.units(SMALL), Ink::Mute),
            );
            self.text(
                cell(side),
                Style::new(Weight::SemiBold, self.units(TEXT), Ink::Text),
            );
        }
        self.skip(12.0);
    }

    fn finish(self, pieces: usize, is_heading: bool) -> Row {
        Row {
            height: if self.is_torn { f32::INFINITY } else { self.y },
            gap: GAP * self.look.scale * if is_heading { 0.4 } else { 1.0 },
            svg: self.out,
            pieces,
            is_heading,
        }
    }
}

/// The widths of a table's columns; none when its longest words have no room beside each other.
fn widths(grid: &Grid, size: f32, gap: f32, width: f32) -> Option<Vec<f32>> {
    let faces = (Face::new(Weight::SemiBold), Face::new(Weight::Regular));
    let measure = |text: &str, is_strong: bool| {
        let face = if is_strong { &faces.0 } else { &faces.1 };
        face.width(text, size) + 1.0
    };
    let column = |n: usize| {
        let head = grid.head.get(n).map(|text| (text, true));
        let cells = grid.rows.iter().filter_map(move |row| row.get(n));
        head.into_iter()
            .chain(cells.map(move |text| (text, n == 0)))
    };
    let count = grid.head.len();
    let widest = |n: usize, of: &dyn Fn(&str, bool) -> f32| {
        column(n)
            .map(|(text, strong)| of(text, strong))
            .fold(0.0, f32::max)
    };
    let word = |text: &str, strong: bool| {
        text.split_whitespace()
            .map(|word| measure(word, strong))
            .fold(0.0, f32::max)
    };
    let least: Vec<f32> = (0..count).map(|n| widest(n, &word)).collect();
    let wanted: Vec<f32> = (0..count).map(|n| widest(n, &measure)).collect();
    let room = width - gap * count.saturating_sub(1) as f32;
    let (least_sum, wanted_sum) = (least.iter().sum::<f32>(), wanted.iter().sum::<f32>());
    if least_sum > room {
        return None;
    }
    // Beyond its longest word each column gets its part of the room that all would like to have.
    let part = ((room - least_sum) / (wanted_sum - least_sum).max(1.0)).min(1.0);
    let mut widths: Vec<f32> = least
        .iter()
        .zip(&wanted)
        .map(|(least, wanted)| least + (wanted - least) * part)
        .collect();
    let free = room - widths.iter().sum::<f32>();
    if let Some(first) = widths.first_mut() {
        *first += free;
    }
    Some(widths)
}

/// The height that a drawing of `chart` says.
fn height_of(svg: &str) -> f64 {
    let start = svg.find(" height=\"").map_or(svg.len(), |at| at + 9);
    let number = svg[start..].split('"').next();
    number.and_then(|number| number.parse().ok()).unwrap_or(0.0)
}
