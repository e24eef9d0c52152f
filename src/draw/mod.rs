//! Drawings: from SVG text to pictures (PNG) and prints (PDF), with the fonts that are in the program and no others.
//!
//! In go an SVG as text and the bundled fonts, out come bytes: the same bytes on every system. Nothing here knows the
//! site, reads a file or asks the network; a picture in an SVG is there as a `data:` URL or not at all. SVG does not
//! break lines: `wrap` does that by the widths of the letters. What the fonts cannot show is told, never left out
//! silently.

mod fonts;
mod part;
mod pdf;
mod png;
mod qr;
mod wrap;

use std::collections::BTreeSet;
use std::fmt;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, ImageKind, Node, Tree, roxmltree};

pub use fonts::{FAMILY, Face, Fonts, Weight, can_show, shown};
pub use pdf::{About, Page, Paper, pdf};
pub use qr::{Qr, qr};
pub use wrap::{Fitted, Lines, Room, balance, fit, wrap};

/// An SVG that was understood, its text set in the bundled fonts.
pub struct Drawing {
    tree: Tree,
    svg: String,
    fonts: Fonts,
}

/// Why an SVG cannot be drawn, in the words of the XML or SVG parser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgError(pub String);

impl fmt::Display for SvgError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SvgError {}

impl Drawing {
    /// Understands an SVG.
    ///
    /// # Errors
    /// When it is no SVG, or one without a size.
    pub fn new(svg: &str, fonts: &Fonts) -> Result<Self, SvgError> {
        let tree = Tree::from_str(svg, fonts.options());
        let tree = tree.map_err(|error| SvgError(error.to_string()))?;
        Ok(Self {
            tree,
            svg: svg.to_owned(),
            fonts: fonts.clone(),
        })
    }

    /// Width and height as the SVG says them, in CSS pixels.
    #[must_use]
    pub fn size(&self) -> (f32, f32) {
        (self.tree.size().width(), self.tree.size().height())
    }

    /// The characters of its text for which the fonts have no picture; they would be blank.
    #[must_use]
    pub fn missing(&self) -> BTreeSet<char> {
        let mut missing = BTreeSet::new();
        look_for_missing(self.tree.root(), &mut missing);
        missing
    }

    /// A PNG of so many pixels, stretched if the SVG has other proportions; neither may be 0. Few colours make a small
    /// file: with at most 256 the PNG is indexed.
    #[must_use]
    pub fn png(&self, width: u32, height: u32) -> Vec<u8> {
        let mut pixels = Pixmap::new(width, height).expect("a picture has a width and a height");
        let (own_width, own_height) = self.size();
        let scale = Transform::from_scale(width as f32 / own_width, height as f32 / own_height);
        resvg::render(&self.tree, scale, &mut pixels.as_mut());
        png::encode(pixels)
    }
}

/// Whether an SVG is well-formed XML: all that can be said about it without setting its text.
///
/// # Errors
/// Says what is wrong and where.
pub fn check(svg: &str) -> Result<(), SvgError> {
    let document = roxmltree::Document::parse(svg);
    document.map_or_else(|error| Err(SvgError(error.to_string())), |_| Ok(()))
}

fn look_for_missing(group: &Group, missing: &mut BTreeSet<char>) {
    for node in group.children() {
        match node {
            Node::Group(group) => look_for_missing(group, missing),
            Node::Text(text) => {
                let chars = text.chunks().iter().flat_map(|chunk| chunk.text().chars());
                missing.extend(chars.filter(|c| !can_show(*c)));
            }
            Node::Image(image) => {
                if let ImageKind::SVG(tree) = image.kind() {
                    look_for_missing(tree.root(), missing);
                }
            }
            Node::Path(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(inner: &str) -> Drawing {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"120\" font-size=\"40\">\
             <rect width=\"400\" height=\"120\" fill=\"#fff\"/>{inner}</svg>"
        );
        Drawing::new(&svg, &Fonts::bundled()).expect("the SVG is well formed")
    }

    fn pixels(png: &[u8]) -> image::RgbaImage {
        image::load_from_memory(png)
            .expect("it is a PNG")
            .into_rgba8()
    }

    /// The box of what is not white: left, top, right, bottom.
    fn ink(picture: &image::RgbaImage) -> (u32, u32, u32, u32) {
        let dark = picture
            .enumerate_pixels()
            .filter(|(_, _, pixel)| pixel.0[0] < 128);
        dark.fold((u32::MAX, u32::MAX, 0, 0), |(l, t, r, b), (x, y, _)| {
            (l.min(x), t.min(y), r.max(x), b.max(y))
        })
    }

    #[test]
    fn letters_with_two_accents_are_drawn_whole() {
        for letter in ["Ệ", "Ử", "Ẫ", "Ặ", "ỵ"] {
            let plain = drawing("<text x=\"20\" y=\"80\">E</text>").png(400, 120);
            let (_, top, _, bottom) = ink(&pixels(&plain));
            let text = format!("<text x=\"20\" y=\"80\">{letter}</text>");
            let (_, accent, _, below) = ink(&pixels(&drawing(&text).png(400, 120)));
            assert!(accent < top || below > bottom, "{letter}");
        }
    }

    #[test]
    fn a_text_is_drawn_as_wide_as_it_was_measured() {
        let text = "Chuyển đổi số xã Lai Khê";
        for weight in Weight::ALL {
            let width = Face::new(weight).width(text, 30.0);
            let svg = format!(
                "<text x=\"10\" y=\"80\" font-size=\"30\" font-weight=\"{}\">{text}</text>",
                weight.number()
            );
            let (left, _, right, _) = ink(&pixels(&drawing(&svg).png(400, 120)));
            let drawn = (right - left) as f32;
            assert!(drawn <= width && drawn > width * 0.95, "{drawn} {width}");
        }
    }

    #[test]
    fn whatever_font_is_asked_for_it_is_drawn_in_ours() {
        let png = |family: &str| {
            let text = format!("<text x=\"20\" y=\"80\" font-family=\"{family}\">Xã</text>");
            drawing(&text).png(400, 120)
        };
        assert_eq!(png(FAMILY), png("Arial, sans-serif"));
        assert_eq!(png(FAMILY), png("monospace"));
    }

    #[test]
    fn what_cannot_be_shown_is_told() {
        let missing = |text: &str| drawing(text).missing().into_iter().collect::<String>();
        assert_eq!(missing("<text y=\"80\">Nghị quyết 57</text>"), "");
        assert_eq!(
            missing("<text y=\"80\">Xong ✓ <tspan>🎉🎉</tspan></text>"),
            "✓🎉"
        );
    }

    #[test]
    fn few_colours_are_indexed_and_more_are_kept() {
        let colour_type = |png: &[u8]| png[25]; // IHDR: 3 is indexed, 2 is RGB
        let few = drawing("<rect width=\"50\" height=\"50\" fill=\"#a81219\"/>").png(400, 120);
        assert_eq!(colour_type(&few), 3);
        assert_eq!(pixels(&few).get_pixel(10, 10).0, [0xa8, 0x12, 0x19, 255]);
        assert_eq!(pixels(&few).get_pixel(60, 10).0, [255; 4]);
        let rows: String = (0..120)
            .flat_map(|y| (0..4).map(move |x| (x, y)))
            .map(|(x, y)| {
                format!(
                    "<rect x=\"{x}\" y=\"{y}\" width=\"1\" height=\"1\" fill=\"rgb({y},{x},9)\"/>"
                )
            })
            .collect();
        let many = drawing(&rows).png(400, 120);
        assert_eq!(colour_type(&many), 2);
        for (x, y) in [(0, 0), (3, 77), (2, 119)] {
            assert_eq!(pixels(&many).get_pixel(x, y).0, [y as u8, x as u8, 9, 255]);
        }
    }

    #[test]
    fn a_picture_of_the_disk_is_not_drawn() {
        let blank = drawing("").png(400, 120);
        assert_eq!(
            drawing("<image href=\"Cargo.toml\" width=\"9\" height=\"9\"/>").png(400, 120),
            blank
        );
        assert_eq!(
            drawing("<image href=\"tests/web/fixtures/anh.png\" width=\"9\" height=\"9\"/>")
                .png(400, 120),
            blank
        );
    }

    #[test]
    fn a_broken_svg_says_where() {
        let error = |svg| {
            Drawing::new(svg, &Fonts::bundled())
                .err()
                .expect("it is broken")
                .0
        };
        assert_eq!(
            error("<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>"),
            "SVG data parsing failed cause expected 'g' tag, not 'svg' at 1:44"
        );
    }

    #[test]
    fn a_code_has_its_quiet_zone_and_its_three_corners() {
        let code = qr("https://laikhe.example.vn/nq57/").expect("it is short");
        assert_eq!(code.side, 29 + 8);
        assert!(code.path.starts_with("M4 4h7v1h-7z"));
        assert!(code.path.contains("M26 4h7v1h-7z"));
        assert!(code.path.contains("M4 26h7v1h-7z"));
        assert_eq!(qr(&"x".repeat(3000)), None);
    }
}
