//! A street banner of 6 × 0.8 m at a tenth: a slogan in letters as large as its room, beside the way to the page as a QR code.
//!
//! In go words, out comes SVG in millimetres of the print.

use std::fmt::Write as _;

use super::story::escaped;
use crate::draw::{Qr, Room, Weight, fit, shown};

/// Width and height.
pub const SIZE: (f32, f32) = (600.0, 80.0);

const SIDE: f32 = 18.0;
/// How wide the code is.
const CODE: f32 = 56.0;
const SIZES: &[f32] = &[
    44.0, 40.0, 36.0, 32.0, 29.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0,
];
/// From one line to the next in letters' sizes: marks above capitals (`Ấ`, `Ữ`) need the room.
const LEADING: f32 = 1.4;

/// The drawing. Letters that the fonts do not have are left out.
#[must_use]
pub fn banner(slogan: &str, owner: &str, code: Option<&Qr>) -> String {
    let (width, height) = SIZE;
    let code_room = if code.is_some() { CODE + SIDE } else { 0.0 };
    let (slogan, owner) = (shown(slogan).0, shown(owner).0);
    let room = Room {
        width: width - 2.0 * SIDE - code_room,
        height: height - 22.0,
        leading: LEADING,
        lines: 2,
    };
    let fitted = fit(&slogan, Weight::Bold, SIZES, room).expect("there are sizes");
    let middle = SIDE + room.width / 2.0;
    let below = if owner.is_empty() { 0.0 } else { 8.0 };
    let block = fitted.size * LEADING * fitted.lines.len() as f32;
    let top = (height - below - block) / 2.0;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"Be Vietnam Pro\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#a81219\"/>\n\
         <rect y=\"{}\" width=\"{width}\" height=\"2\" fill=\"#f0b400\"/>\n<g text-anchor=\"middle\">\n",
        height - 2.0
    );
    for (n, line) in fitted.lines.iter().enumerate() {
        let y = top + fitted.size * (1.05 + LEADING * n as f32);
        let _ = writeln!(
            out,
            "<text x=\"{middle}\" y=\"{y:.2}\" font-size=\"{}\" font-weight=\"700\" fill=\"#ffd84d\">{}</text>",
            fitted.size,
            escaped(line)
        );
    }
    if !owner.is_empty() {
        let _ = writeln!(
            out,
            "<text x=\"{middle}\" y=\"{}\" font-size=\"6\" font-weight=\"600\" fill=\"#fff\">{}</text>",
            height - 6.0,
            escaped(&owner)
        );
    }
    out.push_str("</g>\n");
    if let Some(Qr { side, path }) = code {
        let (x, y) = (width - SIDE - CODE, (height - CODE) / 2.0);
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{CODE}\" height=\"{CODE}\" fill=\"#fff\"/>\n\
             <path transform=\"translate({x} {y}) scale({})\" d=\"{path}\" fill=\"#1d1a18\" shape-rendering=\"crispEdges\"/>",
            CODE / *side as f32
        );
    }
    out.push_str("</svg>\n");
    out
}
