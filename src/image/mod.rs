//! Pictures: what a file's bytes say about it, which renditions the site shows of it, and the bytes of each.
//!
//! In go bytes, out come values; nothing here knows a file, a page or the site. `look` is cheap and tells all that pages
//! say about a picture; `show` decides from it which renditions there are and what they are called; `Base` decodes,
//! which is dear, and gives the bytes of every rendition that is to be had from one source.

mod header;
mod pixels;
mod rendition;
mod scan;
mod svg;

use std::panic::catch_unwind;

use memchr::memmem;
use serde::{Deserialize, Serialize};

pub use header::without_metadata;
pub use pixels::{Base, Undecodable, undecoded};
pub use rendition::{
    Candidate, Encoding, Form, PictureView, Rendition, Settings, Source, copy, fills_social_card,
    show,
};
pub use svg::{Danger, DangerKind};

use crate::fingerprint::Fingerprint;
use crate::parse;

/// The largest file that is looked at, in bytes. A photo of 100 megapixels has some 40 MB.
pub const MAX_BYTES: u64 = 80 << 20;

/// The largest picture that is decoded, in pixels: the largest that phones take has 200 million, and one of 120 needs
/// 360 MB while it is made smaller.
pub const MAX_PIXELS: u64 = 120_000_000;

/// The formats that pictures may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// Photos.
    Jpeg,
    /// Screenshots and drawings of pixels.
    Png,
    /// Both, from the web.
    WebP,
    /// Few colours; may move.
    Gif,
    /// Drawings.
    Svg,
    /// Photos of iPhones, which browsers cannot show.
    Heic,
}

impl Format {
    /// The format that the first bytes tell; the name of a file may say another.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let heif = |brand: &[u8]| match brand {
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" => Some(Self::Heic),
            // The major brand may be a general one.
            b"mif1" | b"mif2" | b"msf1" | b"miaf" => {
                let others = &bytes[..bytes.len().min(64)];
                memmem::find(others, b"heic").map(|_| Self::Heic)
            }
            _ => None,
        };
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::WebP),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if brand.len() >= 4 => {
                heif(&brand[..4])
            }
            _ => memmem::find(bytes, b"<svg").map(|_| Self::Svg).or_else(|| {
                // In UTF-16, as Notepad may save it.
                let wide = memmem::find(bytes, b"<\0s\0v\0g\0")
                    .or_else(|| memmem::find(bytes, b"\0<\0s\0v\0g"));
                wide.map(|_| Self::Svg)
            }),
        }
    }

    /// What the name of a file of this format ends in.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::Svg => "svg",
            Self::Heic => "heic",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Svg => "SVG",
            Self::Heic => "HEIC",
        }
    }

    /// The format that the name of a file promises.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        Some(match extension.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" | "jpe" | "jfif" => Self::Jpeg,
            "png" => Self::Png,
            "webp" => Self::WebP,
            "gif" => Self::Gif,
            "svg" => Self::Svg,
            "heic" | "heif" => Self::Heic,
            _ => return None,
        })
    }
}

/// What a look at a picture's bytes tells. Everything that pages say about it is made from this.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Picture {
    /// The fingerprint of the bytes.
    pub content: Fingerprint,
    /// Bytes.
    pub len: u64,
    /// The format, by the first bytes.
    pub format: Format,
    /// Width in pixels as it is seen, 0 when a drawing does not say.
    pub width: u32,
    /// Height in pixels as it is seen.
    pub height: u32,
    /// Which way is up in the stored picture: 1 to 8, as in EXIF.
    pub turn: u8,
    /// Whether it may have transparent parts.
    pub alpha: bool,
    /// Whether it moves.
    pub animated: bool,
    /// Whether its colours must be converted before browsers show them right.
    pub foreign_colours: bool,
    /// Whether it says where it was taken.
    pub place: bool,
    /// Whether it says with which camera, by number.
    pub serial: bool,
    /// What a drawing must not have.
    pub dangers: Vec<Danger>,
}

/// Why a file cannot be shown as a picture.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Flaw {
    /// Nothing is in it.
    Empty,
    /// It is no picture, or its header makes no sense.
    NoPicture,
    /// A picture in a format that browsers do not show, or that keeps its metadata: its name.
    Format(String),
    /// The end is missing.
    Truncated,
    /// More than `MAX_BYTES`: how many.
    Heavy(u64),
    /// More than `MAX_PIXELS`: width and height.
    Large(u32, u32),
}

/// What a look at a file tells.
pub type Looked = Result<Picture, Flaw>;

/// Looks at the bytes of a picture. No pixel is decoded.
///
/// # Errors
/// Why it cannot be shown.
pub fn look(bytes: &[u8]) -> Looked {
    if bytes.is_empty() {
        return Err(Flaw::Empty);
    }
    let format = Format::of(bytes).ok_or_else(|| other_format(bytes))?;
    if format == Format::Svg {
        return look_at_drawing(bytes);
    }
    let header = header::read(bytes, format).ok_or(Flaw::NoPicture)?;
    if !header.whole {
        return Err(Flaw::Truncated);
    }
    let (mut width, mut height) = (header.width, header.height);
    if width == 0 || height == 0 {
        return Err(Flaw::NoPicture);
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(Flaw::Large(width, height));
    }
    let notes = header.exif.as_deref().map(notes).unwrap_or_default();
    let in_xmp = |name: &[u8]| {
        header
            .xmp
            .as_deref()
            .is_some_and(|xmp| memmem::find(xmp, name).is_some())
    };
    // The turn of a HEIC is part of the picture, and what EXIF says about it is old.
    let turn = if format == Format::Heic {
        1
    } else {
        notes.turn
    };
    if turn >= 5 {
        (width, height) = (height, width);
    }
    Ok(Picture {
        content: Fingerprint::of_bytes(bytes),
        len: bytes.len() as u64,
        format,
        width,
        height,
        turn,
        alpha: header.alpha,
        animated: header.animated,
        foreign_colours: header.print || header.profile,
        place: notes.place || in_xmp(b"GPSLatitude"),
        serial: notes.serial || in_xmp(b"SerialNumber"),
        dangers: Vec::new(),
    })
}

/// The drawing in these bytes, clean; `None` when there is none.
#[must_use]
pub fn clean_drawing(bytes: &[u8]) -> Option<String> {
    let text = parse::decode(bytes)?.text;
    svg::read(&text).map(|drawing| drawing.clean)
}

fn look_at_drawing(bytes: &[u8]) -> Looked {
    let text = parse::decode(bytes).ok_or(Flaw::NoPicture)?.text;
    let drawing = svg::read(&text).ok_or(Flaw::NoPicture)?;
    Ok(Picture {
        content: Fingerprint::of_bytes(bytes),
        len: bytes.len() as u64,
        format: Format::Svg,
        width: drawing.width,
        height: drawing.height,
        turn: 1,
        alpha: true,
        animated: false,
        foreign_colours: false,
        place: false,
        serial: false,
        dangers: drawing.dangers,
    })
}

fn other_format(bytes: &[u8]) -> Flaw {
    use imagesize::ImageType;
    let name = match imagesize::image_type(bytes) {
        Ok(ImageType::Bmp) => "BMP",
        Ok(ImageType::Tiff) => "TIFF",
        Ok(ImageType::Ico) => "ICO",
        Ok(ImageType::Psd) => "PSD",
        Ok(ImageType::Jxl) => "JPEG XL",
        Ok(ImageType::Heif(_)) => "AVIF",
        _ => return Flaw::NoPicture,
    };
    Flaw::Format(name.to_owned())
}

/// What is of interest in what the camera wrote.
struct Notes {
    turn: u8,
    place: bool,
    serial: bool,
}

impl Default for Notes {
    fn default() -> Self {
        Self {
            turn: 1,
            place: false,
            serial: false,
        }
    }
}

fn notes(tiff: &[u8]) -> Notes {
    use exif::{In, Reader, Tag};
    let read = || {
        let mut reader = Reader::new();
        reader.continue_on_error(true);
        let read = reader.read_raw(tiff.to_vec());
        read.or_else(|error| error.distill_partial_result(|_| {}))
            .ok()
    };
    // Cameras and programs write much that they should not; a panic of the reader must not end the program.
    let Some(exif) = catch_unwind(read).ok().flatten() else {
        return Notes::default();
    };
    let turn = exif.get_field(Tag::Orientation, In::PRIMARY);
    let turn = turn.and_then(|field| field.value.get_uint(0));
    let has = |tags: &[Tag]| exif.fields().any(|field| tags.contains(&field.tag));
    Notes {
        turn: turn
            .and_then(|turn| u8::try_from(turn).ok())
            .filter(|turn| (1..=8).contains(turn))
            .unwrap_or(1),
        place: has(&[Tag::GPSLatitude, Tag::GPSLongitude]),
        serial: has(&[Tag::BodySerialNumber, Tag::LensSerialNumber]),
    }
}
