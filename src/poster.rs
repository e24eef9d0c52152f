//! Posters: the pieces of a page, stacked into a room of a drawing.
//!
//! In go pieces and a room, out comes a group of SVG. Everything is laid out by measured widths: the largest letters are
//! taken with which all pieces have room. If there are none, what does not fit is left out from the end; the drawing
//! around the stack says where the whole page is. Pure: same pieces, same SVG.

use std::fmt::Write as _;

use html5gum::{DefaultEmitter, Token, Tokenizer};
use pulldown_cmark_escape::escape_html;
use serde::Serialize;

use crate::draw::{Face, Paper, Weight, shown, wrap};
use crate::messages::Msg;
use crate::parse::Body;

/// What a poster is made for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Format {
    /// What its file is called: `1080x1350`, `a4`.
    pub name: String,
    /// What people read.
    pub title: Msg,
    /// What becomes of it.
    pub output: Output,
}

/// What becomes of a poster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Output {
    /// A PNG of so many pixels.
    Png(u32, u32),
    /// A PDF to print.
    Pdf(Paper),
}

impl Output {
    /// Width and height of the drawing.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::Png(width, height) => (width as f32, height as f32),
            // As wide as the pictures, so that letters have their sizes.
            Self::Pdf(paper) => {
                let (width, height) = paper.size();
                (1080.0, (1080.0 * height / width).round())
            }
        }
    }

    /// The end of the file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png(..) => "png",
            Self::Pdf(_) => "pdf",
        }
    }
}

/// Every format, with that for Zalo if the site says its size.
#[must_use]
pub fn formats(zalo: Option<(u32, u32)>) -> Vec<Format> {
    let png = |title, (width, height)| Format {
        name: format!("{width}x{height}"),
        title,
        output: Output::Png(width, height),
    };
    let pdf = |name: &str, title, paper| Format {
        name: name.to_owned(),
        title,
        output: Output::Pdf(paper),
    };
    let mut formats = vec![
        png(Msg::PosterWide, (1200, 630)),
        png(Msg::PosterSquare, (1080, 1080)),
        png(Msg::PosterTall, (1080, 1350)),
        png(Msg::PosterStory, (1080, 1920)),
    ];
    let is_new = |size: &(u32, u32)| {
        let output = Output::Png(size.0, size.1);
        formats.iter().all(|format| format.output != output)
    };
    let zalo = zalo.filter(is_new).map(|size| png(Msg::PosterZalo, size));
    formats.extend(zalo);
    formats.push(pdf("a4", Msg::PosterA4, Paper::A4));
    formats.push(pdf("a3", Msg::PosterA3, Paper::A3));
    formats
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind", content = "text", rename_all = "lowercase")]
pub enum Piece {
    /// A heading.
    Heading(String),
    /// A paragraph, an item of a list or a row of a table.
    Text(String),
    /// A big number and what it says; neighbours stand side by side.
    Figure {
        /// `80%`.
        number: String,
        /// What it says.
        label: String,
    },
}

/// A rectangle of a drawing, in its units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// The left side.
    pub x: f32,
    /// The top.
    pub y: f32,
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
}

/// The colours of a stack, as SVG writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Text.
    pub ink: String,
    /// Numbers and headings.
    pub accent: String,
}

/// From the largest letters to the smallest, as multiples of those in the constants below. The smallest text of a
/// picture of 1080 pixels has 18.
const SCALES: &[f32] = &[1.8, 1.6, 1.4, 1.25, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6];

const TEXT: f32 = 30.0;
const HEADING: f32 = 40.0;
const NUMBER: f32 = 88.0;
/// From one line to the next, in font sizes.
const LEADING: f32 = 1.3;
/// Between two pieces.
const GAP: f32 = 22.0;
/// Between two figures of a row.
const GUTTER: f32 = 40.0;
/// How wide a figure is at least.
const CELL: f32 = 330.0;

/// The pieces as SVG, and how many of them found room.
#[must_use]
pub fn stack(pieces: &[Piece], room: Room, colours: &Colours) -> (String, usize) {
    let mut rows = Vec::new();
    for scale in SCALES {
        rows = lay(pieces, room.width, *scale, colours);
        if height(&rows) <= room.height {
            break;
        }
    }
    while height(&rows) > room.height {
        rows.pop();
    }
    // What room is left goes between the rows, within measure.
    let free = (room.height - height(&rows)) / rows.len().max(1) as f32;
    let mut out = String::from("<g>");
    let mut y = room.y;
    for row in &rows {
        for line in &row.lines {
            line.write(room.x, y, &mut out);
        }
        y += row.height + row.gap + free.min(row.gap);
    }
    out.push_str("</g>");
    let count = rows.iter().map(|row| row.pieces).sum();
    (out, count)
}

/// What stands side by side.
struct Row {
    height: f32,
    /// The room below it.
    gap: f32,
    lines: Vec<Line>,
    /// How many pieces are in it.
    pieces: usize,
}

/// A line of text; its place counts from the top left of the row.
struct Line {
    x: f32,
    baseline: f32,
    size: f32,
    weight: Weight,
    colour: String,
    text: String,
}

impl Line {
    fn write(&self, x: f32, y: f32, out: &mut String) {
        let (x, y) = (x + self.x, y + self.baseline);
        let (size, weight, colour) = (self.size, self.weight.number(), &self.colour);
        write!(
            out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" font-weight=\"{weight}\" fill=\"{colour}\">"
        )
        .and_then(|()| escape_html(&mut *out, &self.text).map_err(|_| std::fmt::Error))
        .expect("a string takes everything");
        out.push_str("</text>");
    }
}

fn height(rows: &[Row]) -> f32 {
    let below = rows.last().map_or(0.0, |last| last.gap);
    rows.iter().map(|row| row.height + row.gap).sum::<f32>() - below
}

/// All pieces in rows of a width.
fn lay(pieces: &[Piece], width: f32, scale: f32, colours: &Colours) -> Vec<Row> {
    let is_figure = |piece: &Piece| matches!(piece, Piece::Figure { .. });
    let mut rows = Vec::new();
    for run in pieces.chunk_by(|a, b| is_figure(a) && is_figure(b)) {
        match &run[0] {
            Piece::Heading(text) => {
                let style = (Weight::SemiBold, HEADING * scale, &*colours.accent);
                rows.push(Row::of_text(text, style, width, scale));
            }
            Piece::Text(text) => {
                let style = (Weight::Regular, TEXT * scale, &*colours.ink);
                rows.push(Row::of_text(text, style, width, scale));
            }
            Piece::Figure { .. } => {
                let most = ((width + GUTTER * scale) / ((CELL + GUTTER) * scale)) as usize;
                let columns = most.clamp(1, run.len());
                // Rows that are as even as they can be: four figures are two and two, not three and one.
                let columns = run.len().div_ceil(run.len().div_ceil(columns));
                rows.extend(
                    run.chunks(columns)
                        .map(|cells| Row::of_figures(cells, columns, width, scale, colours)),
                );
            }
        }
    }
    rows
}

impl Row {
    fn of_text(text: &str, style: (Weight, f32, &str), width: f32, scale: f32) -> Self {
        let mut row = Self {
            height: 0.0,
            gap: GAP * scale,
            lines: Vec::new(),
            pieces: 1,
        };
        row.height = row.set(text, style, (0.0, 0.0), width);
        row
    }

    fn of_figures(
        cells: &[Piece],
        columns: usize,
        width: f32,
        scale: f32,
        colours: &Colours,
    ) -> Self {
        let mut row = Self {
            height: 0.0,
            gap: GAP * scale,
            lines: Vec::new(),
            pieces: cells.len(),
        };
        let gutter = GUTTER * scale;
        let cell = (width - gutter * (columns - 1) as f32) / columns as f32;
        for (i, piece) in cells.iter().enumerate() {
            let Piece::Figure { number, label } = piece else {
                continue;
            };
            let x = (cell + gutter) * i as f32;
            let wanted = NUMBER * scale;
            let drawn = Face::new(Weight::Bold).width(number, wanted);
            let size = wanted * (cell / drawn).min(1.0);
            row.lines.push(Line {
                x,
                baseline: wanted,
                size,
                weight: Weight::Bold,
                colour: colours.accent.clone(),
                text: number.clone(),
            });
            let top = wanted + 8.0 * scale;
            let style = (Weight::Regular, TEXT * scale, &*colours.ink);
            let below = row.set(label, style, (x, top), cell);
            row.height = row.height.max(top + below);
        }
        row
    }

    /// Sets a text at a place and gives its height.
    fn set(
        &mut self,
        text: &str,
        style: (Weight, f32, &str),
        place: (f32, f32),
        width: f32,
    ) -> f32 {
        let (weight, size, colour) = style;
        let lines = wrap(text, weight, size, width, usize::MAX).lines;
        let height = size * LEADING * lines.len() as f32;
        for (i, text) in lines.into_iter().enumerate() {
            self.lines.push(Line {
                x: place.0,
                baseline: place.1 + size * (1.0 + LEADING * i as f32),
                size,
                weight,
                colour: colour.to_owned(),
                text,
            });
        }
        height
    }
}

/// The pieces of a text: its headings, paragraphs, items, rows of tables and figures, in order. Pictures and links are
/// not among them; links leave their words.
#[must_use]
pub fn pieces(body: &Body) -> Vec<Piece> {
    let mut pieces = Vec::new();
    gather(&body.html, body, &mut pieces);
    pieces
}

/// Gathers the pieces of a part of a body; see `parse` for the holes.
fn gather(html: &str, body: &Body, pieces: &mut Vec<Piece>) {
    let mut reader = Reader::default();
    for (i, part) in html.split('\0').enumerate() {
        if i % 2 == 0 {
            reader.read(part, pieces);
        } else if let Some(n) = part.strip_prefix('B')
            && let Some(block) = n.parse::<usize>().ok().and_then(|n| body.blocks.get(n))
        {
            reader.end(pieces);
            let arg = |name: &str| {
                let found = block.args.iter().find(|(key, _)| key == name);
                found
                    .map(|(_, value)| value.clone())
                    .filter(|value| !value.is_empty())
            };
            if let (Some(number), Some(label)) = (arg("so"), arg("nhan")) {
                pieces.push(Piece::Figure { number, label });
            }
            gather(&block.body, body, pieces);
        }
    }
    reader.end(pieces);
}

/// Reads pieces from HTML that comes in parts.
#[derive(Default)]
struct Reader {
    text: String,
    is_heading: bool,
}

impl Reader {
    fn read(&mut self, html: &str, pieces: &mut Vec<Piece>) {
        let tokens = Tokenizer::new_with_emitter(html, DefaultEmitter::<()>::default());
        for Ok(token) in tokens {
            match token {
                Token::String(text) => self.text.push_str(&String::from_utf8_lossy(&text)),
                Token::StartTag(tag) => self.pass(&tag.name, true, pieces),
                Token::EndTag(tag) => self.pass(&tag.name, false, pieces),
                _ => {}
            }
        }
    }

    /// Passes the beginning or the end of an element.
    fn pass(&mut self, name: &[u8], begins: bool, pieces: &mut Vec<Piece>) {
        match name {
            b"td" | b"th" if begins && !self.text.trim().is_empty() => self.text.push_str(" – "),
            b"br" => self.text.push(' '),
            b"h2" | b"h3" | b"h4" => {
                self.end(pieces);
                self.is_heading = begins;
            }
            b"p" | b"li" | b"tr" | b"dt" | b"dd" | b"blockquote" | b"figcaption" | b"pre" => {
                self.end(pieces);
            }
            _ => {}
        }
    }

    /// Ends the piece that is being read.
    fn end(&mut self, pieces: &mut Vec<Piece>) {
        let words: Vec<&str> = self.text.split_whitespace().collect();
        let (text, _) = shown(&words.join(" "));
        self.text.clear();
        if !text.is_empty() {
            pieces.push(if self.is_heading {
                Piece::Heading(text)
            } else {
                Piece::Text(text)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::{self, Switches};

    fn of(text: &str) -> Vec<Piece> {
        let file = format!("+++\ntitle = \"A\"\n+++\n{text}");
        let parsed = parse::page(&"content/a.md".into(), file.as_bytes(), Switches::default());
        pieces(&parsed.body)
    }

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn figure(number: &str, label: &str) -> Piece {
        Piece::Figure {
            number: number.to_owned(),
            label: label.to_owned(),
        }
    }

    #[test]
    fn a_text_gives_its_headings_paragraphs_items_rows_and_figures_in_order() {
        let found = of(r#"
Đến năm 2030, theo [Nghị quyết](https://vanban.example.vn/) số 57-NQ/TW:

::: con-so so="80%" nhan="giao dịch không dùng tiền mặt"
Nguồn: *Nghị quyết*.
:::

## Hai việc

- Học
- Làm & dùng

| Năm | Mục tiêu |
|---|---|
| 2030 | 80% |
"#);
        assert_eq!(
            found,
            [
                text("Đến năm 2030, theo Nghị quyết số 57-NQ/TW:"),
                figure("80%", "giao dịch không dùng tiền mặt"),
                text("Nguồn: Nghị quyết."),
                Piece::Heading("Hai việc".to_owned()),
                text("Học"),
                text("Làm & dùng"),
                text("Năm – Mục tiêu"),
                text("2030 – 80%"),
            ]
        );
    }

    fn colours() -> Colours {
        Colours {
            ink: "#000".to_owned(),
            accent: "#a00".to_owned(),
        }
    }

    const ROOM: Room = Room {
        x: 10.0,
        y: 20.0,
        width: 1000.0,
        height: 600.0,
    };

    /// The numbers that an attribute has in an SVG.
    fn numbers(svg: &str, attribute: &str) -> Vec<f32> {
        let start = format!(" {attribute}=\"");
        let values = svg.split(&start).skip(1);
        let values = values.map(|rest| rest.split('"').next().unwrap_or_default());
        values
            .map(|value| value.parse().expect("a number"))
            .collect()
    }

    #[test]
    fn letters_are_as_large_as_the_room_allows() {
        let one = [figure("80%", "dịch vụ công")];
        let (svg, count) = stack(&one, ROOM, &colours());
        assert_eq!((numbers(&svg, "font-size")[0], count), (158.4, 1));
        let many: Vec<Piece> = (0..9).map(|_| one[0].clone()).collect();
        let (svg, count) = stack(&many, ROOM, &colours());
        assert_eq!(count, 9);
        assert!(numbers(&svg, "font-size")[0] < 158.4);
        assert!(numbers(&svg, "y").iter().all(|y| (20.0..620.0).contains(y)));
    }

    #[test]
    fn four_figures_stand_two_by_two() {
        let four: Vec<Piece> = (0..4).map(|n| figure(&n.to_string(), "thôn")).collect();
        let room = Room {
            width: 1200.0,
            ..ROOM
        };
        let (svg, _) = stack(&four, room, &colours());
        let big: Vec<f32> = numbers(&svg, "x").into_iter().step_by(2).collect();
        assert_eq!(big[0], big[2]);
        assert_eq!(big[1], big[3]);
        assert_ne!(big[0], big[1]);
    }

    #[test]
    fn what_has_no_room_is_left_out_from_the_end() {
        let long = text(&"Chuyển đổi số là việc của mọi nhà. ".repeat(20));
        let many: Vec<Piece> = (0..20).map(|_| long.clone()).collect();
        let (svg, count) = stack(&many, ROOM, &colours());
        assert!((1..20).contains(&count), "{count}");
        assert!(numbers(&svg, "y").iter().all(|y| (20.0..620.0).contains(y)));
        let low = Room {
            height: 5.0,
            ..ROOM
        };
        assert_eq!(stack(&many, low, &colours()), ("<g></g>".to_owned(), 0));
        assert_eq!(stack(&[], ROOM, &colours()), ("<g></g>".to_owned(), 0));
    }

    #[test]
    fn text_is_escaped() {
        let (svg, _) = stack(&[text("A < B & C")], ROOM, &colours());
        assert!(svg.contains(">A &lt; B &amp; C</text>"));
    }
}
