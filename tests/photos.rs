//! Pictures for tests, made here: no photo of anybody.

use std::io::Cursor;

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{
    Delay, DynamicImage, ExtendedColorType, Frame, ImageBuffer, ImageEncoder, ImageFormat, Rgb,
    RgbImage, Rgba, RgbaImage,
};

/// A picture whose left upper quarter is red, right upper green, left lower blue, right lower white, with a slope of
/// light over it.
pub fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let colour = match (x < width / 2, y < height / 2) {
            (true, true) => [200, 0, 0],
            (false, true) => [0, 200, 0],
            (true, false) => [0, 0, 200],
            (false, false) => [200, 200, 200],
        };
        let light = u8::try_from(x * 50 / width).expect("below 50");
        Rgb(colour.map(|part| part + light))
    })
}

/// The quarters as a JPEG, as a camera writes it but for its notes.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 90)
        .encode_image(&quarters(width, height))
        .expect("memory takes all");
    out
}

/// The picture in another format.
pub fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture
        .into()
        .write_to(&mut out, format)
        .expect("memory takes all");
    out.into_inner()
}

/// A PNG whose left half can be seen through.
pub fn transparent(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbaImage::from_fn(width, height, |x, y| {
        let alpha = if x < width / 2 { 0 } else { 255 };
        Rgba([u8::try_from(y % 256).expect("below 256"), 90, 90, alpha])
    });
    encoded(picture, ImageFormat::Png)
}

/// A PNG of 16 bits.
pub fn deep(width: u32, height: u32) -> Vec<u8> {
    let picture: ImageBuffer<Rgb<u16>, Vec<u16>> =
        ImageBuffer::from_pixel(width, height, Rgb([65_535, 32_768, 0]));
    encoded(picture, ImageFormat::Png)
}

/// A GIF of two frames.
pub fn moving(width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = GifEncoder::new(&mut out);
    for colour in [[200, 0, 0, 255], [0, 200, 0, 255]] {
        let frame = RgbaImage::from_pixel(width, height, Rgba(colour));
        let frame = Frame::from_parts(frame, 0, 0, Delay::from_numer_denom_ms(100, 1));
        encoder.encode_frame(frame).expect("memory takes all");
    }
    drop(encoder);
    out
}

/// A photo of an iPhone: HEIC.
pub fn heic(width: u32, height: u32) -> Vec<u8> {
    let picture = quarters(width, height);
    heifer::encode::encode_rgb8(width, height, picture.as_raw(), &Default::default())
        .expect("an even size")
}

/// A PNG of one colour in the colours of an iPhone's screen.
pub fn display_p3(colour: [u8; 3], width: u32, height: u32) -> Vec<u8> {
    let profile = moxcms::ColorProfile::new_display_p3()
        .encode()
        .expect("a profile that is known");
    let mut out = Vec::new();
    let mut encoder = PngEncoder::new(&mut out);
    encoder
        .set_icc_profile(profile)
        .expect("PNG has a place for it");
    let pixels: Vec<u8> = colour.repeat((width * height) as usize);
    encoder
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .expect("memory takes all");
    out
}

/// What a camera's notes say.
#[derive(Clone, Copy, Default)]
pub struct Notes {
    /// Which way is up, 1 to 8.
    pub turn: u8,
    /// With the place.
    pub place: bool,
    /// With the number of the camera.
    pub serial: bool,
}

/// The notes as a TIFF structure (little-endian): one directory, one below it for each of EXIF and GPS.
pub fn tiff(notes: Notes) -> Vec<u8> {
    fn directory(entries: &[(u16, u16, u32, u32)], out: &mut Vec<u8>) {
        out.extend_from_slice(&u16::try_from(entries.len()).expect("few").to_le_bytes());
        for (tag, kind, count, value) in entries {
            out.extend_from_slice(&tag.to_le_bytes());
            out.extend_from_slice(&kind.to_le_bytes());
            out.extend_from_slice(&count.to_le_bytes());
            out.extend_from_slice(&value.to_le_bytes());
        }
        out.extend_from_slice(&[0; 4]);
    }
    // The directories stand at fixed places: 8, then 100 (EXIF), 150 (GPS), and three fractions at 200.
    let mut first = vec![(0x0112, 3, 1, u32::from(notes.turn.max(1)))];
    if notes.serial {
        first.push((0x8769, 4, 1, 100));
    }
    if notes.place {
        first.push((0x8825, 4, 1, 150));
    }
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    directory(&first, &mut out);
    out.resize(100, 0);
    // The serial number "A17": four bytes with the zero at the end, which fit into the entry.
    directory(&[(0xA431, 2, 4, u32::from_le_bytes(*b"A17\0"))], &mut out);
    out.resize(150, 0);
    directory(
        &[(1, 2, 2, u32::from_le_bytes(*b"N\0\0\0")), (2, 5, 3, 200)],
        &mut out,
    );
    out.resize(200, 0);
    for (above, below) in [(21_u32, 1_u32), (30, 1), (0, 1)] {
        out.extend_from_slice(&above.to_le_bytes());
        out.extend_from_slice(&below.to_le_bytes());
    }
    out
}

/// A JPEG with notes, and with a film behind its end as some phones put it there.
pub fn with_notes(jpeg: &[u8], notes: Notes) -> Vec<u8> {
    let tiff = tiff(notes);
    let mut out = jpeg[..2].to_vec();
    out.extend_from_slice(&[0xFF, 0xE1]);
    out.extend_from_slice(&u16::try_from(tiff.len() + 8).expect("short").to_be_bytes());
    out.extend_from_slice(b"Exif\0\0");
    out.extend_from_slice(&tiff);
    out.extend_from_slice(&jpeg[2..]);
    out.extend_from_slice(b"film, taken at 21.5 N");
    out
}

/// A JPEG for print (ITU-T T.81, baseline, one block a colour): `ink` is cyan, magenta, yellow and black, 0 to 255, in
/// the way of Adobe, where 255 is no ink.
pub fn print_jpeg(ink: [u8; 4]) -> Vec<u8> {
    let mut out = vec![0xFF, 0xD8];
    out.extend_from_slice(b"\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0\0");
    out.extend_from_slice(b"\xFF\xDB\0\x43\0");
    out.extend_from_slice(&[1; 64]);
    out.extend_from_slice(
        b"\xFF\xC0\0\x14\x08\0\x08\0\x08\x04\x01\x11\0\x02\x11\0\x03\x11\0\x04\x11\0",
    );
    // Differences of the means: twelve classes with codes of four bits. The rest: one code, "nothing more".
    out.extend_from_slice(b"\xFF\xC4\0\x1F\0\0\0\0\x0C\0\0\0\0\0\0\0\0\0\0\0\0");
    out.extend(0..12);
    out.extend_from_slice(b"\xFF\xC4\0\x14\x10\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    out.extend_from_slice(b"\xFF\xDA\0\x0E\x04\x01\0\x02\0\x03\0\x04\0\0\x3F\0");
    let mut bits = String::new();
    for part in ink {
        let mean = (i32::from(part) - 128) * 8;
        let class = 32 - mean.unsigned_abs().leading_zeros();
        let coded = if mean < 0 {
            mean + (1 << class) - 1
        } else {
            mean
        };
        bits += &format!("{class:04b}");
        if class > 0 {
            bits += &format!("{coded:0width$b}", width = class as usize);
        }
        bits += "0";
    }
    while !bits.len().is_multiple_of(8) {
        bits.push('1');
    }
    for byte in bits.as_bytes().chunks(8) {
        let byte = byte.iter().fold(0, |sum, bit| sum << 1 | (bit - b'0'));
        out.push(byte);
        if byte == 0xFF {
            out.push(0);
        }
    }
    out.extend_from_slice(&[0xFF, 0xD9]);
    out
}

/// The same bytes with a header that promises more pixels than there are (JPEG).
pub fn promising(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let mut out = jpeg.to_vec();
    let frame = out
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC0])
        .expect("a baseline JPEG");
    out[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    out[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    out
}

/// A PNG whose pixels cannot be read.
pub fn broken(width: u32, height: u32) -> Vec<u8> {
    let mut out = encoded(quarters(width, height), ImageFormat::Png);
    let data = out
        .windows(4)
        .position(|name| name == b"IDAT")
        .expect("a PNG")
        + 4;
    out[data..data + 40].fill(0);
    out
}
