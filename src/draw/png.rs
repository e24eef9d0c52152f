//! PNG files (RFC 2083) of finished pictures: indexed when there are few colours, as in drawings, else true colour.

use png::{BitDepth, ColorType, Compression, DeflateCompression, Encoder, Filter};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

/// The most colours of an indexed PNG.
const COLOURS: usize = 256;

/// How indexed pictures are packed: a social card takes 2.1 ms and 47 kB so, 6.2 ms and 38 kB at level 6.
const INDEXED: DeflateCompression = DeflateCompression::Level(2);

/// The picture as a PNG; same pixels, same bytes.
pub fn encode(pixels: Pixmap) -> Vec<u8> {
    let (width, height) = (pixels.width(), pixels.height());
    let mut out = Vec::with_capacity(64 * 1024);
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_depth(BitDepth::Eight);
    let data = if let Some(indexed) = Indexed::new(pixels.pixels()) {
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(indexed.palette);
        encoder.set_deflate_compression(INDEXED);
        encoder.set_filter(Filter::NoFilter);
        indexed.data
    } else if pixels.pixels().iter().all(|pixel| pixel.is_opaque()) {
        encoder.set_color(ColorType::Rgb);
        encoder.set_compression(Compression::Fast);
        let rgb = |pixel: &PremultipliedColorU8| [pixel.red(), pixel.green(), pixel.blue()];
        pixels.pixels().iter().flat_map(rgb).collect()
    } else {
        encoder.set_color(ColorType::Rgba);
        encoder.set_compression(Compression::Fast);
        pixels.take_demultiplied()
    };
    let mut writer = encoder.write_header().expect("a vector takes everything");
    writer
        .write_image_data(&data)
        .expect("there are as many bytes as pixels and a vector takes everything");
    writer.finish().expect("a vector takes everything");
    out
}

/// A number for every pixel, and the colours that the numbers mean, three bytes each.
struct Indexed {
    data: Vec<u8>,
    palette: Vec<u8>,
}

impl Indexed {
    /// `None` when there are too many colours, or one that lets something shine through. Colours get their numbers as
    /// they come.
    fn new(pixels: &[PremultipliedColorU8]) -> Option<Self> {
        let mut numbers = Numbers::default();
        let mut data = Vec::with_capacity(pixels.len());
        for run in pixels.chunk_by(|a, b| a == b) {
            let number = numbers.of(run[0])?;
            data.resize(data.len() + run.len(), number);
        }
        Some(Self {
            data,
            palette: numbers.palette,
        })
    }
}

/// The numbers of colours: a hash table with open addressing that is never more than a quarter full.
struct Numbers {
    palette: Vec<u8>,
    slots: [u16; Self::SLOTS],
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            palette: Vec::new(),
            slots: [Self::FREE; Self::SLOTS],
        }
    }
}

impl Numbers {
    const SLOTS: usize = 4 * COLOURS;
    const FREE: u16 = u16::MAX;

    fn of(&mut self, pixel: PremultipliedColorU8) -> Option<u8> {
        if !pixel.is_opaque() {
            return None;
        }
        let colour = [pixel.red(), pixel.green(), pixel.blue()];
        let [r, g, b] = colour.map(usize::from);
        let mut slot = (r * 31 + g * 17 + b * 7) % Self::SLOTS;
        loop {
            let number = self.slots[slot];
            if number == Self::FREE {
                let number = u8::try_from(self.palette.len() / 3).ok()?;
                self.palette.extend(colour);
                self.slots[slot] = u16::from(number);
                return Some(number);
            }
            let at = usize::from(number) * 3;
            if self.palette[at..at + 3] == colour {
                return u8::try_from(number).ok();
            }
            slot = (slot + 1) % Self::SLOTS;
        }
    }
}
