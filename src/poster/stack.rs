//! The stack: all pieces in a room, in letters as large as the room allows.
//!
//! What has no room even in the smallest letters is left out whole, and the stack says so in words, with the address
//! where all of it stands.

use std::fmt::Write as _;

use super::piece::{Content, Piece};
use super::row::{self, GUTTER, Look, Row};
use super::slot::{Room, Slot};
use crate::diag::{Lang, Text};
use crate::messages::Msg;

/// From the largest letters to the smallest, as multiples of the usual.
const SCALES: &[f32] = &[2.0, 1.8, 1.6, 1.4, 1.25, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6];
/// How wide one of two columns is at least, at scale 1.
const COLUMN: f32 = 400.0;

/// The pieces as SVG. `smallest` are the smallest letters (see `Output::smallest`); `address` is where the whole page
/// stands.
#[must_use]
pub fn stack(pieces: &[Piece], slot: &Slot, smallest: f32, address: &str) -> String {
    let larger = SCALES.iter().copied().filter(|scale| *scale > smallest);
    for scale in larger.chain([smallest]) {
        for columns in [1, 2] {
            if let Some(whole) = Laid::whole(pieces, slot, scale, columns) {
                return whole.svg(slot.room);
            }
        }
    }
    let parts = [1, 2].map(|columns| Laid::part(pieces, slot, smallest, columns, address));
    let [Some(one), two] = parts else {
        return String::new();
    };
    let best = match two {
        Some(two) if two.kept > one.kept => two,
        _ => one,
    };
    best.svg(slot.room)
}

/// Rows in columns.
struct Laid {
    columns: Vec<Vec<Row>>,
    /// The distance from one column to the next.
    step: f32,
    /// How many pieces there are in them.
    kept: usize,
    /// What is said of the others.
    notice: Option<Row>,
}

impl Laid {
    /// All pieces in so many columns, if they have room.
    fn whole(pieces: &[Piece], slot: &Slot, scale: f32, columns: usize) -> Option<Self> {
        let look = look(slot, scale, columns)?;
        let rows = row::rows(pieces, look);
        let fits = |height: f32| place(&rows, height, columns).iter().all(Option::is_some);
        if !fits(slot.room.height) {
            return None;
        }
        // The columns end as near to each other as they can.
        let (mut low, mut high) = (0.0, slot.room.height);
        for _ in 0..if columns > 1 { 12 } else { 0 } {
            let middle = (low + high) / 2.0;
            if fits(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        let places = place(&rows, high, columns);
        Some(Self::new(rows, &places, look, columns, None))
    }

    /// As many pieces as have room above the words that say what is missing; none when two columns would be too narrow.
    fn part(
        pieces: &[Piece],
        slot: &Slot,
        scale: f32,
        columns: usize,
        address: &str,
    ) -> Option<Self> {
        let look = look(slot, scale, columns)?;
        let rows = row::rows(pieces, look);
        let whole = Look {
            width: slot.room.width,
            ..look
        };
        let notice = |places: &[Option<usize>]| {
            let text = missing(pieces, &rows, places, address);
            row::rows(&[Content::Lines(vec![text]).into()], whole).pop()
        };
        // The words are longest when nothing has room.
        let longest = notice(&vec![None; rows.len()])?;
        let places = place(
            &rows,
            slot.room.height - longest.height - longest.gap,
            columns,
        );
        let notice = notice(&places);
        Some(Self::new(rows, &places, look, columns, notice))
    }

    fn new(
        rows: Vec<Row>,
        places: &[Option<usize>],
        look: Look<'_>,
        columns: usize,
        notice: Option<Row>,
    ) -> Self {
        let mut laid = Self {
            columns: (0..columns).map(|_| Vec::new()).collect(),
            step: look.width + GUTTER * look.scale,
            kept: 0,
            notice,
        };
        for (row, column) in rows.into_iter().zip(places) {
            if let Some(column) = column {
                laid.kept += row.pieces;
                laid.columns[*column].push(row);
            }
        }
        laid
    }

    fn svg(&self, room: Room) -> String {
        let mut out = String::from("<g>");
        let below = self.notice.as_ref().map_or(0.0, |row| row.height + row.gap);
        for (n, rows) in self.columns.iter().enumerate() {
            let x = room.x + self.step * n as f32;
            // What room is left goes between the rows, within measure.
            let free = room.height - below - height(rows);
            let free = free / rows.len().saturating_sub(1).max(1) as f32;
            let mut y = room.y;
            for row in rows {
                put(row, x, y, &mut out);
                let more = if row.is_heading {
                    0.0
                } else {
                    free.min(row.gap)
                };
                y += row.height + row.gap + more;
            }
        }
        if let Some(notice) = &self.notice {
            put(
                notice,
                room.x,
                room.y + room.height - notice.height,
                &mut out,
            );
        }
        out.push_str("</g>");
        out
    }
}

fn put(row: &Row, x: f32, y: f32, out: &mut String) {
    write!(
        out,
        "<g transform=\"translate({x:.1} {y:.1})\">{}</g>",
        row.svg
    )
    .expect("a string takes everything");
}

/// How rows look in one of so many columns; none when that would be too narrow.
fn look(slot: &Slot, scale: f32, columns: usize) -> Option<Look<'_>> {
    let gutters = GUTTER * scale * (columns - 1) as f32;
    let width = (slot.room.width - gutters) / columns as f32;
    (columns == 1 || width >= COLUMN * scale).then_some(Look {
        width,
        scale,
        colours: &slot.colours,
    })
}

fn height(rows: &[Row]) -> f32 {
    let below = rows.last().map_or(0.0, |last| last.gap);
    rows.iter().map(|row| row.height + row.gap).sum::<f32>() - below
}

/// The column of each row, in order; none for what has no room. A heading stands with the row after it.
fn place(rows: &[Row], height: f32, columns: usize) -> Vec<Option<usize>> {
    let mut places = vec![None; rows.len()];
    let (mut column, mut filled) = (0, 0.0);
    let mut headings = 0; // how many wait for what they stand above
    for (n, row) in rows.iter().enumerate() {
        if row.is_heading {
            let is_after_heading = n > 0 && rows[n - 1].is_heading;
            headings = if is_after_heading { headings + 1 } else { 1 };
            continue;
        }
        let waiting = (0..n)
            .rev()
            .filter(|above| rows[*above].is_heading)
            .take(headings);
        let waiting: Vec<usize> = waiting.collect();
        let above: f32 = waiting.iter().map(|n| rows[*n].height + rows[*n].gap).sum();
        let needed = above + row.height;
        if filled + needed > height && column + 1 < columns && needed <= height {
            (column, filled) = (column + 1, 0.0);
        }
        if filled + needed <= height {
            for n in waiting.into_iter().chain([n]) {
                places[n] = Some(column);
            }
            filled += needed + row.gap;
            headings = 0;
        }
    }
    places
}

/// What is not there, in words: `Còn 2 hình và 1 bảng nữa. Xem đầy đủ tại …`.
fn missing(pieces: &[Piece], rows: &[Row], places: &[Option<usize>], address: &str) -> String {
    let kinds = [
        Msg::PosterNumbers,
        Msg::PosterDrawings,
        Msg::PosterTables,
        Msg::PosterLists,
        Msg::PosterTexts,
    ];
    let mut counts = [0_usize; 5];
    let mut first = 0;
    for (row, place) in rows.iter().zip(places) {
        let own = &pieces[first..first + row.pieces];
        first += row.pieces;
        if place.is_some() {
            continue;
        }
        for piece in own {
            let kind = match piece.content {
                Content::Heading(_) => continue,
                Content::Number { .. } => 0,
                Content::Drawn(_) => 1,
                Content::Grid(_) | Content::Sides(_) => 2,
                Content::Items(..) => 3,
                Content::Lines(_) | Content::Quote(_) => 4,
            };
            counts[kind] += 1;
        }
    }
    let counted = kinds
        .into_iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0);
    let counted = counted.map(|(kind, count)| Text::new(kind, &[&count]).show(Lang::Vi));
    let counted = counted.collect::<Vec<_>>().join(", ");
    Text::new(Msg::PosterMissing, &[&counted, &address]).show(Lang::Vi)
}
