//! A page's pictures as networks take them: JPEG files of at most 1 MB.
//!
//! In go a picture's bytes and one of its renditions, out come the bytes of others. Nothing here reads a file.

use crate::image::{Base, Encoding, Form, Rendition};

/// The most that Zalo takes of one picture: 1 MB, as the smaller of what people mean by it.
pub const MOST: usize = 1_000_000;

/// The widths, the largest first.
const WIDTHS: [u32; 4] = [1600, 1280, 960, 640];

/// A picture as a JPEG, in the largest width of at most 1 MB, and a smaller one beside it; each with its width.
/// Empty when the bytes are broken.
#[must_use]
pub fn photos(bytes: &[u8], rendition: &Rendition, size: (u32, u32)) -> Vec<(u32, Vec<u8>)> {
    let Ok(base) = Base::new(bytes, rendition) else {
        return Vec::new();
    };
    let widths = [rendition.base].into_iter().chain(WIDTHS);
    let mut made = Vec::new();
    for width in widths.filter(|width| *width <= rendition.base.min(WIDTHS[0])) {
        let height = (u64::from(size.1) * u64::from(width)).div_ceil(u64::from(size.0).max(1));
        let mut wanted = rendition.clone();
        wanted.form = Form::Sized(
            Encoding::Jpeg,
            width,
            u32::try_from(height).unwrap_or(1).max(1),
        );
        let jpeg = base.print(&wanted);
        if jpeg.len() <= MOST {
            made.push((width, jpeg));
        }
        if made.len() == 2 {
            break;
        }
    }
    made.dedup_by_key(|(width, _)| *width);
    made
}
