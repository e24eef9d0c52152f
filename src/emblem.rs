//! The emblem of the body that owns the site, small enough to stand in every drawing.
//!
//! In go the file that `organization.logo` names (else the theme's own emblem) and the fonts, out comes a `data:` URL of a small PNG, made once a
//! build when the first drawing asks for it. An emblem that cannot be read is left to the checks of `site`.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::draw::{Drawing, Fonts};
use crate::fingerprint::Fingerprint;
use crate::source::File;

/// The longer side of the small picture, in pixels: twice as much as a card shows.
const SIDE: f32 = 208.0;

/// An emblem.
#[derive(Debug)]
pub struct Emblem {
    file: File,
    fingerprint: Fingerprint,
    small: OnceLock<Option<String>>,
}

impl Hash for Emblem {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.fingerprint.hash(state);
    }
}

impl Emblem {
    /// The emblem in a file; `None` when the file cannot be read.
    #[must_use]
    pub fn new(file: File) -> Option<Self> {
        Some(Self {
            fingerprint: file.fingerprint().ok()?,
            file,
            small: OnceLock::new(),
        })
    }

    /// The URL of the small picture; `None` when the file is no picture.
    #[must_use]
    pub fn url(&self, fonts: &Fonts) -> Option<&str> {
        let draw = || {
            let bytes = self.file.read().ok()?;
            small(&bytes, fonts).map(|png| data_url("image/png", &png))
        };
        self.small.get_or_init(draw).as_deref()
    }
}

/// A file as a URL that holds all of it, with its media type.
#[must_use]
pub fn data_url(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", BASE64_STANDARD.encode(bytes))
}

/// A picture of any kind as a small PNG.
fn small(bytes: &[u8], fonts: &Fonts) -> Option<Vec<u8>> {
    let drawing = match std::str::from_utf8(bytes) {
        Ok(svg) => Drawing::new(svg, fonts).ok()?,
        Err(_) => {
            let size = imagesize::blob_size(bytes).ok()?;
            let url = data_url(image::guess_format(bytes).ok()?.to_mime_type(), bytes);
            let (width, height) = (size.width, size.height);
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
                 <image href=\"{url}\" width=\"{width}\" height=\"{height}\"/></svg>"
            );
            Drawing::new(&svg, fonts).ok()?
        }
    };
    let (width, height) = drawing.size();
    let scale = SIDE / width.max(height);
    let pixels = |length: f32| (length * scale).round().max(1.0) as u32;
    Some(drawing.png(pixels(width), pixels(height)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(bytes: Vec<u8>) -> Option<image::DynamicImage> {
        let emblem = Emblem::new(File::in_memory("static/huy-hieu", bytes)).expect("in memory");
        let url = emblem.url(&Fonts::bundled())?.to_owned();
        let png = url.strip_prefix("data:image/png;base64,").expect("a PNG");
        let png = BASE64_STANDARD.decode(png).expect("base64");
        Some(image::load_from_memory(&png).expect("a PNG"))
    }

    #[test]
    fn any_picture_becomes_a_small_png_of_its_proportions() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><circle r=\"9\"/></svg>";
        let picture = shown(svg.into()).expect("a picture");
        assert_eq!((picture.width(), picture.height()), (208, 104));
        for format in [image::ImageFormat::Png, image::ImageFormat::Jpeg] {
            let mut bytes = std::io::Cursor::new(Vec::new());
            let red = image::RgbImage::from_pixel(300, 600, image::Rgb([200, 0, 0]));
            red.write_to(&mut bytes, format).expect("in memory");
            let picture = shown(bytes.into_inner()).expect("a picture").into_rgb8();
            assert_eq!((picture.width(), picture.height()), (104, 208));
            assert!(picture.get_pixel(50, 100).0[0] > 190);
        }
    }

    #[test]
    fn what_is_no_picture_is_no_emblem() {
        assert!(shown(b"\xff\xfe nothing".to_vec()).is_none());
        assert!(shown(b"<p>".to_vec()).is_none());
    }
}
