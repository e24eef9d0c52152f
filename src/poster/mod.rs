//! Posters: the pieces of a page, stacked into a room of a drawing.
//!
//! In go a body with its figures and a room, out comes a group of SVG. Everything is laid out by measured widths, and
//! the largest letters are taken with which all pieces have room. A piece is shown whole or not at all. Pure: same
//! pieces, same SVG.

mod format;
mod piece;
mod row;
mod slot;
mod stack;
#[cfg(test)]
mod tests;

pub use format::{Format, Output, formats};
pub use piece::{Content, Item, Marks, Piece, pieces};
pub use slot::{Colours, Room, Slot, fill};
pub use stack::stack;
