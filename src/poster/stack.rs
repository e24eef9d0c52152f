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
    let laid = whole(pieces, slot, smallest).or_else(|| part(pieces, slot, smallest, address));
    laid.map_or_else(String::new, |laid| laid.svg(slot.room))
}

/// All pieces in the largest letters with which they have room.
fn whole(pieces: &[Piece], slot: &Slot, smallest: f32) -> Option<Laid> {
    let larger = SCALES.iter().copied().filter(|scale| *scale > smallest);
    let mut tries = larger
        .chain([smallest])
        .flat_map(|scale| [(scale, 1), (scale, 2)]);
    tries.find_map(|(scale, columns)| Laid::whole(pieces, slot, scale, columns))
}

/// As many pieces as have room above the words that say what is missing.
fn part(pieces: &[Piece], slot: &Slot, smallest: f32, address: &str) -> Option<Laid> {
    let wide = look(slot, smallest, 1)?;
    let notice = |kept: &[bool]| row::notice(&missing(pieces, kept, address), wide);
    // The words are longest when nothing has room.
    let longest = notice(&vec![false; pieces.len()]);
    let mut above = slot.clone();
    above.room.height -= longest.height + longest.gap;
    let tries = [1, 2].into_iter().filter_map(|columns| {
        let look = look(&above, smallest, columns)?;
        let rows = row::rows(pieces, look);
        let places = place(&rows, above.room.height, columns, Order::Loose);
        let kept = kept(&rows, &places);
        let count = kept.iter().filter(|kept| **kept).count();
        Some((count, kept, Laid::new(rows, &places, look, columns)))
    });
    // Of equals the first, which has one column.
    let (_, kept, laid) = tries.reduce(|one, two| if two.0 > one.0 { two } else { one })?;
    let of_kept = pieces.iter().zip(&kept).filter(|(_, kept)| **kept);
    let of_kept: Vec<Piece> = of_kept.map(|(piece, _)| piece.clone()).collect();
    Some(Laid {
        notice: Some(notice(&kept)),
        ..whole(&of_kept, &above, smallest).unwrap_or(laid)
    })
}

/// Rows in columns.
struct Laid {
    columns: Vec<Vec<Row>>,
    /// The distance from one column to the next.
    step: f32,
    /// What is said of the others.
    notice: Option<Row>,
}

impl Laid {
    /// All pieces in so many columns, if they have room.
    fn whole(pieces: &[Piece], slot: &Slot, scale: f32, columns: usize) -> Option<Self> {
        let look = look(slot, scale, columns)?;
        let mut rows = row::rows(pieces, look);
        while rows.last().is_some_and(|row| row.is_heading) {
            rows.pop(); // with nothing below it
        }
        let placed = |height: f32| place(&rows, height, columns, Order::Strict);
        let fits = |height: f32| placed(height).iter().all(Option::is_some);
        if !fits(slot.room.height) {
            return None;
        }
        // The columns end as near to each other as they can.
        let halvings = if columns > 1 { 12 } else { 0 };
        let (mut low, mut high) = (0.0, slot.room.height);
        for _ in 0..halvings {
            let middle = (low + high) / 2.0;
            if fits(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        let places = placed(high);
        Some(Self::new(rows, &places, look, columns))
    }

    fn new(rows: Vec<Row>, places: &[Option<usize>], look: Look<'_>, columns: usize) -> Self {
        let mut laid = Self {
            columns: (0..columns).map(|_| Vec::new()).collect(),
            step: look.width + GUTTER * look.scale,
            notice: None,
        };
        for (row, column) in rows.into_iter().zip(places) {
            if let Some(column) = column {
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
    let role = if row.is_heading {
        " role=\"heading\" aria-level=\"2\""
    } else {
        ""
    };
    write!(
        out,
        "<g{role} transform=\"translate({x:.1} {y:.1})\">{}</g>",
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

/// Whether what comes later may stand in a column before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Strict,
    Loose,
}

/// The column of each row; none for what has no room. A heading stands with the row after it.
fn place(rows: &[Row], height: f32, columns: usize, order: Order) -> Vec<Option<usize>> {
    let mut places = vec![None; rows.len()];
    let mut filled = vec![0.0; columns];
    let mut first = 0; // the column that is being filled
    let mut waiting: Vec<usize> = Vec::new(); // headings without what they stand above
    for (n, row) in rows.iter().enumerate() {
        if row.is_heading {
            let is_below_heading = n > 0 && rows[n - 1].is_heading;
            if !is_below_heading {
                waiting.clear();
            }
            waiting.push(n);
            continue;
        }
        let above = waiting.iter().map(|n| rows[*n].height + rows[*n].gap);
        let needed = above.sum::<f32>() + row.height;
        let Some(column) = (first..columns).find(|column| filled[*column] + needed <= height)
        else {
            continue;
        };
        for n in waiting.drain(..).chain([n]) {
            places[n] = Some(column);
        }
        filled[column] += needed + row.gap;
        if order == Order::Strict {
            first = column;
        }
    }
    places
}

/// Which pieces are there when rows stand in these columns.
fn kept(rows: &[Row], places: &[Option<usize>]) -> Vec<bool> {
    let pieces = |(row, place): (&Row, &Option<usize>)| vec![place.is_some(); row.pieces];
    rows.iter().zip(places).flat_map(pieces).collect()
}

/// What is not there, in words: `Ở đây không đủ chỗ cho 2 hình, 1 bảng nữa. Xem đầy đủ tại …`.
fn missing(pieces: &[Piece], kept: &[bool], address: &str) -> String {
    let kinds = [
        Msg::PosterNumbers,
        Msg::PosterDrawings,
        Msg::PosterTables,
        Msg::PosterLists,
        Msg::PosterTexts,
    ];
    let mut counts = [0_usize; 5];
    for (piece, _) in pieces.iter().zip(kept).filter(|(_, kept)| !**kept) {
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
    let counted = kinds
        .into_iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0);
    let counted = counted.map(|(kind, count)| Text::new(kind, &[&count]).show(Lang::Vi));
    let counted = counted.collect::<Vec<_>>().join(", ");
    Text::new(Msg::PosterMissing, &[&counted, &address]).show(Lang::Vi)
}
