//! The formats of posters: pictures for networks, prints for walls.

use crate::draw::Paper;
use crate::messages::Msg;

/// What a poster is made for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Format {
    /// What its file is called: `1080x1350`, `a4`.
    pub name: String,
    /// What people read.
    pub title: Msg,
    /// What becomes of it.
    pub output: Output,
}

/// What becomes of a poster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Output {
    /// A PNG of so many pixels.
    Png(u32, u32),
    /// A PDF to print.
    Pdf(Paper),
}

impl Output {
    /// Width and height of the drawing.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::Png(width, height) => (width as f32, height as f32),
            // As wide as the pictures, so that letters have their sizes.
            Self::Pdf(paper) => {
                let (width, height) = paper.size();
                (1080.0, (1080.0 * height / width).round())
            }
        }
    }

    /// The smallest letters that can be read, as a multiple of the usual: a picture is looked at on a telephone, a print
    /// in the hand.
    #[must_use]
    pub fn smallest(self) -> f32 {
        match self {
            Self::Png(width, height) => 0.8 * (width as f32 / 1080.0).min(height as f32 / 810.0),
            Self::Pdf(_) => 0.6,
        }
    }

    /// The end of the file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png(..) => "png",
            Self::Pdf(_) => "pdf",
        }
    }
}

/// Every format, with that for Zalo if the site says its size.
#[must_use]
pub fn formats(zalo: Option<(u32, u32)>) -> Vec<Format> {
    let png = |title, (width, height)| Format {
        name: format!("{width}x{height}"),
        title,
        output: Output::Png(width, height),
    };
    let pdf = |name: &str, title, paper| Format {
        name: name.to_owned(),
        title,
        output: Output::Pdf(paper),
    };
    let mut formats = vec![
        png(Msg::PosterWide, (1200, 630)),
        png(Msg::PosterSquare, (1080, 1080)),
        png(Msg::PosterTall, (1080, 1350)),
        png(Msg::PosterStory, (1080, 1920)),
    ];
    let is_new = |size: &(u32, u32)| {
        let output = Output::Png(size.0, size.1);
        formats.iter().all(|format| format.output != output)
    };
    let zalo = zalo.filter(is_new).map(|size| png(Msg::PosterZalo, size));
    formats.extend(zalo);
    formats.push(pdf("a4", Msg::PosterA4, Paper::A4));
    formats.push(pdf("a3", Msg::PosterA3, Paper::A3));
    formats
}
