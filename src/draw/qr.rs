//! QR codes (ISO/IEC 18004) as an SVG path.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// How many modules (the small squares) a side has, with the quiet zone of four around them.
    pub side: usize,
    /// The dark modules as the data of a path; a module is one unit wide.
    pub path: String,
}

/// The width of the quiet zone in modules, as the standard wants it.
const QUIET: usize = 4;

/// The code of a text, such as an address; it can be read with 15 % of it covered. `None` when the text is longer than
/// what a code holds (some 2,300 bytes).
#[must_use]
pub fn qr(text: &str) -> Option<Qr> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for (y, row) in code.data[..code.size * code.size]
        .chunks(code.size)
        .enumerate()
    {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a.value() == b.value()) {
            let width = run.len();
            if run[0].value() {
                let (left, top) = (x + QUIET, y + QUIET);
                write!(path, "M{left} {top}h{width}v1h-{width}z")
                    .expect("a string takes everything");
            }
            x += width;
        }
    }
    Some(Qr { side, path })
}
