//! The containers of pictures: what their headers say without a pixel being decoded, whether the file is whole, and the
//! same file without what the camera has written into it.
//!
//! JPEG (ITU-T T.81), PNG (W3C PNG 3), WebP (RFC 9649), GIF89a, and HEIC (ISO/IEC 23008-12).

use std::borrow::Cow;
use std::panic::catch_unwind;

use heifer::heifer_isobmff::HeifFile;
use heifer::heifer_isobmff::boxes::Property;
use memchr::memmem;

use super::Format;

/// What a container says about its picture.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Header<'a> {
    /// Width of the stored picture.
    pub width: u32,
    /// Height of the stored picture.
    pub height: u32,
    /// Whether it may have transparent parts.
    pub alpha: bool,
    /// Whether it moves.
    pub animated: bool,
    /// Whether its colours are stored for print.
    pub print: bool,
    /// Whether it names a space of colours.
    pub profile: bool,
    /// What the camera wrote: a TIFF structure.
    pub exif: Option<Cow<'a, [u8]>>,
    /// What programs wrote: XML.
    pub xmp: Option<Cow<'a, [u8]>>,
    /// Whether the file ends where it should.
    pub whole: bool,
}

/// Reads the header of a picture; `None` when it makes no sense.
pub(super) fn read(bytes: &[u8], format: Format) -> Option<Header<'_>> {
    match format {
        Format::Jpeg => jpeg(bytes),
        Format::Png => png(bytes),
        Format::WebP => webp(bytes),
        Format::Gif => gif(bytes),
        Format::Heic => heic(bytes),
        Format::Svg => None,
    }
}

/// A picture's file without metadata, its pixels untouched; `turn` (1 to 8, as in EXIF) stays known. The file must be
/// whole. Formats that keep nothing of the kind, or that are not known so well, are left as they are.
#[must_use]
pub fn without_metadata(bytes: &[u8], format: Format, turn: u8) -> Cow<'_, [u8]> {
    let stripped = match format {
        Format::Jpeg => strip_jpeg(bytes, turn),
        Format::Png => strip_png(bytes),
        Format::WebP => strip_webp(bytes),
        Format::Gif | Format::Heic | Format::Svg => None,
    };
    stripped.map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// The number in two bytes, the higher one first.
pub(super) fn be16(bytes: &[u8], at: usize) -> Option<u32> {
    let pair = bytes.get(at..at + 2)?;
    Some(u32::from(pair[0]) << 8 | u32::from(pair[1]))
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(be16(bytes, at)? << 16 | be16(bytes, at + 2)?)
}

fn le(bytes: &[u8], at: usize, len: usize) -> Option<u32> {
    let number = bytes.get(at..at + len)?.iter().rev();
    Some(number.fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

// JPEG

/// What follows `Exif\0\0` in a JPEG is the TIFF structure.
const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const ICC: &[u8] = b"ICC_PROFILE\0";

/// A segment of a JPEG that stands before the picture's data.
struct Segment<'a> {
    marker: u8,
    whole: &'a [u8],
    payload: &'a [u8],
}

/// The segments before the data, and where the data begins; the latter is missing when the file ends before.
fn segments(bytes: &[u8]) -> (Vec<Segment<'_>>, Option<usize>) {
    const DATA: u8 = 0xDA;
    let (mut segments, mut at) = (Vec::new(), 2);
    while let Some([0xFF, marker]) = bytes.get(at..at + 2) {
        match marker {
            0xFF => at += 1,
            0x01 | 0xD0..=0xD8 => at += 2,
            &DATA => return (segments, Some(at)),
            marker => {
                let len = be16(bytes, at + 2).unwrap_or(0) as usize;
                let Some(payload) = bytes.get(at + 4..at + 2 + len) else {
                    break;
                };
                segments.push(Segment {
                    marker: *marker,
                    whole: &bytes[at..at + 2 + len],
                    payload,
                });
                at += 2 + len;
            }
        }
    }
    (segments, None)
}

/// Where the data of a JPEG ends. No other mark of two such bytes can stand in it.
fn end_of_data(bytes: &[u8], data: usize) -> Option<usize> {
    memmem::find(&bytes[data..], &[0xFF, 0xD9]).map(|at| data + at + 2)
}

fn jpeg(bytes: &[u8]) -> Option<Header<'_>> {
    let (segments, data) = segments(bytes);
    let is_frame =
        |marker: u8| matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
    let frame = segments.iter().find(|segment| is_frame(segment.marker));
    let app = |marker: u8, name: &[u8]| {
        let mut named = segments.iter().filter(|segment| segment.marker == marker);
        named.find_map(|segment| segment.payload.strip_prefix(name))
    };
    let Some(frame) = frame else {
        // A file that ends this early is cut off; one that goes on is no JPEG.
        let cut = data.is_none() && !segments.is_empty();
        return cut.then(Header::default);
    };
    Some(Header {
        height: be16(frame.payload, 1)?,
        width: be16(frame.payload, 3)?,
        print: frame.payload.get(5) == Some(&4),
        profile: app(0xE2, ICC).is_some(),
        exif: app(0xE1, EXIF).map(Cow::Borrowed),
        xmp: app(0xE1, XMP).map(Cow::Borrowed),
        whole: data.and_then(|data| end_of_data(bytes, data)).is_some(),
        ..Header::default()
    })
}

/// A TIFF structure that says which way is up and nothing else (TIFF 6.0, tag 274).
fn turned(turn: u8) -> [u8; 26] {
    let mut tiff = *b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0";
    tiff[18] = turn;
    tiff
}

fn strip_jpeg(bytes: &[u8], turn: u8) -> Option<Vec<u8>> {
    const COMMENT: u8 = 0xFE;
    let (segments, data) = segments(bytes);
    let data = data?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(&[0xFF, 0xD8]);
    let is_first = |segment: &&Segment<'_>| segment.marker == 0xE0;
    let keep = |segment: &&Segment<'_>| match segment.marker {
        0xE0 => segment.payload.starts_with(b"JFIF\0"),
        0xE2 => segment.payload.starts_with(ICC),
        0xEE => segment.payload.starts_with(b"Adobe"),
        0xE1..=0xEF | COMMENT => false,
        _ => true,
    };
    let (first, others): (Vec<_>, Vec<_>) = segments.iter().filter(keep).partition(is_first);
    for segment in first {
        out.extend_from_slice(segment.whole);
    }
    if turn > 1 {
        let tiff = turned(turn);
        out.extend_from_slice(&[0xFF, 0xE1, 0, 2 + 6 + 26]);
        out.extend_from_slice(EXIF);
        out.extend_from_slice(&tiff);
    }
    for segment in others {
        out.extend_from_slice(segment.whole);
    }
    // What comes after the end may be a film of the same moment, with its place.
    out.extend_from_slice(&bytes[data..end_of_data(bytes, data)?]);
    Some(out)
}

// PNG

/// The chunks of a PNG: name, payload, and the whole chunk.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8], &[u8])> {
    let mut at = 8;
    std::iter::from_fn(move || {
        let len = be32(bytes, at)? as usize;
        let whole = bytes.get(at..at.checked_add(len)?.checked_add(12)?)?;
        at += whole.len();
        Some((&whole[4..8], &whole[8..8 + len], whole))
    })
}

fn png(bytes: &[u8]) -> Option<Header<'_>> {
    let mut header = Header::default();
    for (name, payload, _) in chunks(bytes) {
        match name {
            b"IHDR" => {
                header.width = be32(payload, 0)?;
                header.height = be32(payload, 4)?;
                header.alpha = matches!(payload.get(9), Some(4 | 6));
            }
            b"tRNS" => header.alpha = true,
            b"acTL" => header.animated = true,
            b"iCCP" => header.profile = true,
            b"eXIf" => header.exif = Some(Cow::Borrowed(payload)),
            b"iTXt" if payload.starts_with(b"XML:com.adobe.xmp\0") => {
                header.xmp = Some(Cow::Borrowed(payload));
            }
            b"IEND" => {
                header.whole = true;
                break;
            }
            _ => {}
        }
    }
    Some(header)
}

fn strip_png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(bytes.get(..8)?);
    for (name, _, whole) in chunks(bytes) {
        if !matches!(name, b"eXIf" | b"tEXt" | b"zTXt" | b"iTXt" | b"tIME") {
            out.extend_from_slice(whole);
        }
        if name == b"IEND" {
            break;
        }
    }
    Some(out)
}

// WebP

/// The chunks of a WebP: name, payload, and the whole chunk.
fn riff(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8], &[u8])> {
    let mut at = 12;
    std::iter::from_fn(move || {
        let len = le(bytes, at + 4, 4)? as usize;
        let payload = bytes.get(at + 8..(at + 8).checked_add(len)?)?;
        // Chunks begin at even places; the last may lack what fills it up.
        let end = (at + 8 + len + len % 2).min(bytes.len());
        let whole = &bytes[at..end];
        at = end;
        Some((&whole[..4], payload, whole))
    })
}

const HAS_PROFILE: u8 = 0x20;
const HAS_ALPHA: u8 = 0x10;
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;
const MOVES: u8 = 0x02;

fn webp(bytes: &[u8]) -> Option<Header<'_>> {
    let said = le(bytes, 4, 4)? as usize + 8;
    let mut header = Header {
        whole: bytes.len() + 1 >= said,
        ..Header::default()
    };
    for (name, payload, _) in riff(bytes) {
        match name {
            b"VP8X" => {
                let flags = *payload.first()?;
                header.alpha = flags & HAS_ALPHA != 0;
                header.animated = flags & MOVES != 0;
                header.profile = flags & HAS_PROFILE != 0;
                header.width = le(payload, 4, 3)? + 1;
                header.height = le(payload, 7, 3)? + 1;
            }
            b"VP8 " if header.width == 0 => {
                header.width = le(payload, 6, 2)? & 0x3FFF;
                header.height = le(payload, 8, 2)? & 0x3FFF;
            }
            b"VP8L" if header.width == 0 => {
                let bits = le(payload, 1, 4)?;
                header.width = (bits & 0x3FFF) + 1;
                header.height = (bits >> 14 & 0x3FFF) + 1;
                header.alpha = bits >> 28 & 1 == 1;
            }
            b"EXIF" => {
                let tiff = payload.strip_prefix(EXIF).unwrap_or(payload);
                header.exif = Some(Cow::Borrowed(tiff));
            }
            b"XMP " => header.xmp = Some(Cow::Borrowed(payload)),
            _ => {}
        }
    }
    Some(header)
}

fn strip_webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(bytes.get(..12)?);
    for (name, _, whole) in riff(bytes) {
        match name {
            b"EXIF" | b"XMP " => {}
            b"VP8X" => {
                let flags = out.len() + 8;
                out.extend_from_slice(whole);
                out[flags] &= !(HAS_EXIF | HAS_XMP);
            }
            _ => out.extend_from_slice(whole),
        }
    }
    let len = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&len.to_le_bytes());
    Some(out)
}

// GIF

fn gif(bytes: &[u8]) -> Option<Header<'_>> {
    let table = |flags: u8| {
        if flags & 0x80 == 0 {
            0
        } else {
            3usize << ((flags & 7) + 1)
        }
    };
    let mut header = Header {
        width: le(bytes, 6, 2)?,
        height: le(bytes, 8, 2)?,
        ..Header::default()
    };
    let (mut at, mut frames) = (13 + table(*bytes.get(10)?), 0);
    // Data stands in pieces of at most 255 bytes, the last of which is empty.
    let after_data = |mut at: usize| {
        while let Some(len) = bytes.get(at) {
            at += 1 + usize::from(*len);
            if *len == 0 {
                return at;
            }
        }
        bytes.len() + 1
    };
    loop {
        match bytes.get(at) {
            Some(0x21) => at = after_data(at + 2),
            Some(0x2C) => {
                let Some(flags) = bytes.get(at + 9) else {
                    break;
                };
                at = after_data(at + 11 + table(*flags));
                frames += 1;
            }
            // Browsers do not ask for the mark at the end, and some programs do not write it.
            _ => {
                header.whole = at <= bytes.len() && frames > 0;
                break;
            }
        }
    }
    header.animated = frames > 1;
    Some(header)
}

// HEIC

fn heic(bytes: &[u8]) -> Option<Header<'_>> {
    let whole = boxes_are_whole(bytes);
    // The reader is young: that it panics at a file must not end the program.
    let read = catch_unwind(|| heic_inner(bytes)).ok().flatten();
    let header = read.unwrap_or_default();
    (header.width > 0 || !whole).then_some(Header { whole, ..header })
}

fn heic_inner(bytes: &[u8]) -> Option<Header<'_>> {
    let file = HeifFile::parse(bytes).ok()?;
    let (mut width, mut height) = file.image_size(file.primary_id).ok()??;
    for property in file.item_properties(file.primary_id).ok()? {
        if matches!(property, Property::Rotation(n) if n % 2 == 1) {
            (width, height) = (height, width);
        }
    }
    Some(Header {
        width,
        height,
        exif: file.exif(file.primary_id).ok().flatten().map(Cow::Owned),
        xmp: file.xmp(file.primary_id).ok().flatten().map(Cow::Owned),
        ..Header::default()
    })
}

/// Whether the outermost boxes end where the file does.
fn boxes_are_whole(bytes: &[u8]) -> bool {
    let mut at = 0;
    while at < bytes.len() {
        let len = match be32(bytes, at) {
            Some(0) => return true,
            Some(1) => be32(bytes, at + 12).map(|len| len as usize),
            len => len.map(|len| len as usize),
        };
        match len {
            Some(len) if len >= 8 => at += len,
            _ => return false,
        }
    }
    at == bytes.len()
}
