//! From a picture's bytes to those of its renditions: decoded, upright, in the colours of the web, in any size.

use std::borrow::Cow;
use std::io::Cursor;
use std::panic::catch_unwind;

use fast_image_resize as resize;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
    RgbImage, RgbaImage,
};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use ravif::{Img, RGB8, RGBA8};

use super::rendition::{Encoding, SOCIAL, scaled};
use super::{Form, Format, MAX_PIXELS, Rendition, clean_drawing, scan, without_metadata};

/// The quality of JPEG for old browsers and social networks.
const JPEG_QUALITY: u8 = 80;
/// How hard AVIF is tried: 10 is the fastest.
const AVIF_SPEED: u8 = 9;

/// The bytes of a picture are broken behind their header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecodable;

/// Pixels of 8 bits in rows, three or four bytes each.
#[derive(Clone)]
struct Pixels {
    width: u32,
    height: u32,
    bytes: Vec<u8>,
    alpha: bool,
}

/// A decoded source, upright and in sRGB, no larger than its largest rendition. All renditions are made from it, so that
/// they come out the same whether one is wanted or all.
pub struct Base(Pixels);

impl Base {
    /// Decodes a source, bringing it to the width that its renditions name.
    ///
    /// # Errors
    /// When the bytes are broken.
    pub fn new(bytes: &[u8], rendition: &Rendition) -> Result<Self, Undecodable> {
        let decoded = match rendition.format {
            Format::Jpeg => decode(bytes, ImageFormat::Jpeg)?,
            Format::Png => decode(bytes, ImageFormat::Png)?,
            Format::WebP => decode(bytes, ImageFormat::WebP)?,
            Format::Gif => decode(bytes, ImageFormat::Gif)?,
            Format::Heic => decode_heic(bytes)?,
            Format::Svg => return Err(Undecodable),
        };
        let Decoded { pixels, profile } = decoded;
        let turn = Orientation::from_exif(rendition.turn).unwrap_or(Orientation::NoTransforms);
        let lies = matches!(
            turn,
            Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        );
        let (width, height) = if lies {
            (pixels.height, pixels.width)
        } else {
            (pixels.width, pixels.height)
        };
        let base_height = scaled(height, rendition.base, width);
        // First smaller, then upright and in other colours: that is a tenth of the work.
        let stored = if lies {
            (base_height, rendition.base)
        } else {
            (rendition.base, base_height)
        };
        let mut small = pixels.resized(stored.0, stored.1).into_owned();
        drop(pixels);
        if turn != Orientation::NoTransforms {
            small = small.turned(turn);
        }
        if let Some(profile) = profile {
            small.bring_to_srgb(&profile);
        }
        Ok(Self(small))
    }

    /// How many bytes it takes in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.0.bytes.len()
    }

    /// The bytes of a rendition that is made from decoded pixels; nothing for one that is not.
    #[must_use]
    pub fn print(&self, rendition: &Rendition) -> Vec<u8> {
        match rendition.form {
            Form::Sized(encoding, width, height) => self
                .0
                .resized(width, height)
                .encoded(encoding, rendition.quality),
            Form::Social => self.0.cut(SOCIAL).jpeg(),
            Form::Copy | Form::Drawing => Vec::new(),
        }
    }
}

/// The bytes of a rendition that is not made of pixels: the source without metadata, or the clean drawing.
///
/// # Errors
/// When the bytes are broken; pixels are decoded to find that out.
pub fn undecoded(bytes: &[u8], rendition: &Rendition) -> Result<Vec<u8>, Undecodable> {
    match (rendition.form, rendition.format) {
        (Form::Drawing, _) => {
            return clean_drawing(bytes)
                .map(String::into_bytes)
                .ok_or(Undecodable);
        }
        (_, Format::Jpeg) => decode(bytes, ImageFormat::Jpeg).map(drop)?,
        (_, Format::Png) => decode(bytes, ImageFormat::Png).map(drop)?,
        (_, Format::WebP) => decode(bytes, ImageFormat::WebP).map(drop)?,
        (_, Format::Gif | Format::Svg | Format::Heic) => {}
    }
    Ok(without_metadata(bytes, rendition.format, rendition.turn).into_owned())
}

struct Decoded {
    pixels: Pixels,
    /// The space of its colours, when it is another than that of the web.
    profile: Option<ColorProfile>,
}

fn decode(bytes: &[u8], format: ImageFormat) -> Result<Decoded, Undecodable> {
    if format == ImageFormat::Jpeg {
        scan::walk(bytes).map_err(|_| Undecodable)?; // the decoder would show a part of it
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(8 * MAX_PIXELS); // 16 bits in four channels
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Undecodable)?;
    let profile = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| Undecodable)?;
    let (width, height, alpha) = (
        picture.width(),
        picture.height(),
        picture.color().has_alpha(),
    );
    let is_grey = matches!(picture.color().channel_count(), 1 | 2);
    let bytes = if alpha {
        picture.into_rgba8().into_raw()
    } else {
        picture.into_rgb8().into_raw()
    };
    let profile = profile.filter(|_| !is_grey);
    let profile = profile.and_then(|profile| ColorProfile::new_from_slice(&profile).ok());
    Ok(Decoded {
        pixels: Pixels {
            width,
            height,
            bytes,
            alpha,
        },
        // The decoder has made RGB of what is stored for print, whose profile does not tell of that.
        profile: profile.filter(|profile| profile.color_space == DataColorSpace::Rgb),
    })
}

fn decode_heic(bytes: &[u8]) -> Result<Decoded, Undecodable> {
    let options = heifer::Options {
        max_threads: 1, // photos are made side by side
        max_pixels: MAX_PIXELS,
    };
    let read = || {
        heifer::decode_srgb_rgba8(bytes, &options)
            .or_else(|_| heifer::decode_rgba8(bytes, &options))
    };
    // The decoder is young: that it panics at a file must not end the program.
    let picture = catch_unwind(read)
        .map_err(|_| Undecodable)?
        .map_err(|_| Undecodable)?;
    Ok(Decoded {
        pixels: Pixels {
            width: picture.width,
            height: picture.height,
            alpha: picture.has_alpha,
            bytes: if picture.has_alpha {
                picture.data
            } else {
                picture.into_rgb8()
            },
        },
        profile: None,
    })
}

impl Pixels {
    fn pixel_type(&self) -> resize::PixelType {
        if self.alpha {
            resize::PixelType::U8x4
        } else {
            resize::PixelType::U8x3
        }
    }

    fn resized(&self, width: u32, height: u32) -> Cow<'_, Self> {
        if (width, height) == (self.width, self.height) {
            return Cow::Borrowed(self);
        }
        Cow::Owned(self.resampled(width, height, &resize::ResizeOptions::new()))
    }

    /// The largest part of the given shape, brought to the given size; a little above the middle, where faces are.
    fn cut(&self, (width, height): (u32, u32)) -> Self {
        self.resampled(
            width,
            height,
            &resize::ResizeOptions::new().fit_into_destination(Some((0.5, 0.4))),
        )
    }

    fn resampled(&self, width: u32, height: u32, options: &resize::ResizeOptions) -> Self {
        let source =
            resize::images::ImageRef::new(self.width, self.height, &self.bytes, self.pixel_type())
                .expect("there are as many bytes as pixels ask for");
        let mut target = resize::images::Image::new(width, height, self.pixel_type());
        resize::Resizer::new()
            .resize(&source, &mut target, options)
            .expect("both have pixels of one type");
        Self {
            width,
            height,
            bytes: target.into_vec(),
            alpha: self.alpha,
        }
    }

    fn turned(self, turn: Orientation) -> Self {
        let alpha = self.alpha;
        let full = "there are as many bytes as pixels ask for";
        let mut picture = if alpha {
            DynamicImage::from(
                RgbaImage::from_raw(self.width, self.height, self.bytes).expect(full),
            )
        } else {
            DynamicImage::from(RgbImage::from_raw(self.width, self.height, self.bytes).expect(full))
        };
        picture.apply_orientation(turn);
        Self {
            width: picture.width(),
            height: picture.height(),
            bytes: picture.into_bytes(),
            alpha,
        }
    }

    /// Brings the colours into the space of the web. Left as they are when the profile cannot be used.
    fn bring_to_srgb(&mut self, profile: &ColorProfile) {
        let layout = if self.alpha {
            Layout::Rgba
        } else {
            Layout::Rgb
        };
        let web = ColorProfile::new_srgb();
        let transform =
            profile.create_transform_8bit(layout, &web, layout, TransformOptions::default());
        let mut converted = vec![0; self.bytes.len()];
        if let Ok(transform) = transform
            && transform.transform(&self.bytes, &mut converted).is_ok()
        {
            self.bytes = converted;
        }
    }

    /// The colours alone; what shines through is white.
    fn opaque(&self) -> Cow<'_, [u8]> {
        if !self.alpha {
            return Cow::Borrowed(&self.bytes);
        }
        let over_white = |pixel: &[u8]| {
            let alpha = u32::from(pixel[3]);
            let mix =
                |colour: u8| ((u32::from(colour) * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
            [mix(pixel[0]), mix(pixel[1]), mix(pixel[2])]
        };
        Cow::Owned(self.bytes.chunks_exact(4).flat_map(over_white).collect())
    }

    fn encoded(&self, encoding: Encoding, quality: u8) -> Vec<u8> {
        match encoding {
            Encoding::WebP => self.webp(quality),
            Encoding::Avif => self.avif(quality),
            Encoding::Jpeg => self.jpeg(),
            Encoding::Png => self.png(),
        }
    }

    fn webp(&self, quality: u8) -> Vec<u8> {
        let encoder = if self.alpha {
            webp::Encoder::from_rgba(&self.bytes, self.width, self.height)
        } else {
            webp::Encoder::from_rgb(&self.bytes, self.width, self.height)
        };
        encoder.encode(f32::from(quality)).to_vec()
    }

    fn avif(&self, quality: u8) -> Vec<u8> {
        let encoder = ravif::Encoder::new()
            .with_quality(f32::from(quality))
            .with_alpha_quality(f32::from(quality))
            .with_speed(AVIF_SPEED)
            .with_num_threads(Some(1)); // photos are made side by side
        let (width, height) = (self.width as usize, self.height as usize);
        let encoded = if self.alpha {
            let pixels = self
                .bytes
                .chunks_exact(4)
                .map(|p| RGBA8::new(p[0], p[1], p[2], p[3]));
            encoder.encode_rgba(Img::new(&pixels.collect::<Vec<_>>(), width, height))
        } else {
            let pixels = self
                .bytes
                .chunks_exact(3)
                .map(|p| RGB8::new(p[0], p[1], p[2]));
            encoder.encode_rgb(Img::new(&pixels.collect::<Vec<_>>(), width, height))
        };
        encoded
            .expect("the picture has a size that AV1 can hold")
            .avif_file
    }

    fn jpeg(&self) -> Vec<u8> {
        let mut out = Vec::new();
        JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY)
            .write_image(
                &self.opaque(),
                self.width,
                self.height,
                ExtendedColorType::Rgb8,
            )
            .expect("no side is longer than JPEG can hold, and memory takes all");
        out
    }

    fn png(&self) -> Vec<u8> {
        let colours = if self.alpha {
            ExtendedColorType::Rgba8
        } else {
            ExtendedColorType::Rgb8
        };
        let mut out = Vec::new();
        PngEncoder::new_with_quality(&mut out, CompressionType::Default, FilterType::Adaptive)
            .write_image(&self.bytes, self.width, self.height, colours)
            .expect("memory takes all");
        out
    }
}
