//! Which renditions the site has of a picture, and what they are called. Everything follows from what `look` told and
//! from the settings; the name of a rendition says what it was made from, so what has the name need not be made again.

use serde::Serialize;

use super::{Format, Picture};
use crate::fingerprint::Fingerprint;
use crate::vi;

/// Raised whenever renditions come out with other bytes than before.
const RECIPE: u32 = 1;

/// Where renditions lie on the site.
const FOLDER: &str = "assets/anh";

/// The size of a social card, as Facebook and Zalo show it.
pub(super) const SOCIAL: (u32, u32) = (1200, 630);

/// The largest side that WebP can have.
const MAX_SIDE: u32 = 16_383;

/// A picture in one size is enough when its file has so few bytes.
const SMALL: u64 = 40_000;

/// How pictures are made.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Settings {
    /// The widths of renditions in pixels, ascending; there is at least one.
    pub widths: Vec<u32>,
    /// The quality of WebP and AVIF, 1 to 100.
    pub quality: u8,
    /// Whether there is AVIF besides WebP: smaller, and slow to make.
    pub avif: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            widths: vec![480, 960, 1600],
            quality: 75,
            avif: false,
        }
    }
}

impl Settings {
    fn largest(&self) -> u32 {
        let widths = self.widths.iter().copied();
        widths.max().expect("there is at least one width")
    }
}

/// What a rendition is made of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The same file without metadata.
    Copy,
    /// The drawing without anything that is none.
    Drawing,
    /// In this format (never GIF, SVG or HEIC), width and height.
    Sized(Encoding, u32, u32),
    /// Cut to the size of a social card.
    Social,
}

/// The formats that renditions in several sizes have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// Where the settings ask for it.
    Avif,
    /// For all browsers of today.
    WebP,
    /// For the others.
    Jpeg,
    /// For the others, when there are transparent parts.
    Png,
}

impl Encoding {
    const fn extension(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Avif => "image/avif",
            Self::WebP => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

/// One file that is made from a picture. All that its bytes depend on is in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rendition {
    /// The fingerprint of the source's bytes.
    pub source: Fingerprint,
    /// The source's format.
    pub format: Format,
    /// Which way is up in the source, for copies.
    pub turn: u8,
    /// What becomes of it.
    pub form: Form,
    /// The width that the source is brought to first; all sizes are made from that.
    pub base: u32,
    /// The quality, 1 to 100.
    pub quality: u8,
    recipe: u32,
}

impl Rendition {
    /// Whether the source must be decoded for it.
    #[must_use]
    pub fn is_decoded(&self) -> bool {
        !matches!(self.form, Form::Copy | Form::Drawing)
    }

    /// The fingerprint of all that the bytes depend on.
    #[must_use]
    pub fn key(&self) -> Fingerprint {
        Fingerprint::of(self)
    }

    /// Whether its name says what it was made from; a copy may have the name of its source.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.form != Form::Copy
    }

    /// Its path on the site. `stem` is the plain name of the source.
    fn path(&self, stem: &str) -> String {
        // All sizes of a picture share the middle of the name.
        let family = Fingerprint::of(&(self.source, self.base, self.quality, self.recipe));
        let hash = &format!("{family:?}")[..12];
        match self.form {
            Form::Copy | Form::Drawing => {
                format!("{FOLDER}/{stem}-{hash}.{}", self.format.extension())
            }
            Form::Sized(encoding, width, _) => {
                format!("{FOLDER}/{stem}-{hash}-{width}.{}", encoding.extension())
            }
            Form::Social => format!("{FOLDER}/{stem}-{hash}-{}x{}.jpg", SOCIAL.0, SOCIAL.1),
        }
    }
}

/// How a page shows a picture. Paths count from the site's root.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PictureView {
    /// What every browser can show.
    pub path: String,
    /// Width of the largest rendition in pixels; 0 when a drawing does not say.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Better formats in several widths, the best first.
    pub sources: Vec<Source>,
    /// A JPEG of 1200 × 630 pixels for social networks, when the picture is large enough.
    pub social: Option<String>,
}

/// One picture in one format and several widths.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Source {
    /// `image/webp`.
    pub r#type: &'static str,
    /// The widths, ascending.
    pub candidates: Vec<Candidate>,
}

/// One picture in one width.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Candidate {
    /// Path.
    pub path: String,
    /// Pixels.
    pub width: u32,
}

/// How a picture called `name` is shown, and every rendition that this takes, by path. With `social`, there is one for
/// social networks too if the picture is large enough.
#[must_use]
pub fn show(
    picture: &Picture,
    name: &str,
    settings: &Settings,
    social: bool,
) -> (PictureView, Vec<(String, Rendition)>) {
    let stem = stem(name);
    let base = base_width(picture, settings);
    let rendition = |form| Rendition {
        base,
        quality: settings.quality,
        form,
        ..copy(picture)
    };
    let height = |width: u32| scaled(picture.height, width, picture.width);
    let mut renditions = Vec::new();
    let mut add = |form| {
        let rendition = rendition(form);
        let path = rendition.path(&stem);
        renditions.push((path.clone(), rendition));
        path
    };
    let mut view = PictureView::default();
    if is_shown_as_it_is(picture, settings) {
        view.path = add(if picture.format == Format::Svg {
            Form::Drawing
        } else {
            Form::Copy
        });
        (view.width, view.height) = (picture.width, picture.height);
    } else {
        let widths = widths(picture, settings);
        let best = if settings.avif {
            &[Encoding::Avif, Encoding::WebP][..]
        } else {
            &[Encoding::WebP]
        };
        for encoding in best {
            let candidates = widths.iter().map(|width| Candidate {
                path: add(Form::Sized(*encoding, *width, height(*width))),
                width: *width,
            });
            view.sources.push(Source {
                r#type: encoding.media_type(),
                candidates: candidates.collect(),
            });
        }
        let last = *widths.last().expect("there is at least one width");
        (view.width, view.height) = (last, height(last));
        // Old browsers get the middle one: their screens are old too.
        let middle = widths[widths.len() / 2];
        let encoding = if picture.alpha {
            Encoding::Png
        } else {
            Encoding::Jpeg
        };
        view.path = add(Form::Sized(encoding, middle, height(middle)));
    }
    if social && fills_social_card(picture) {
        view.social = Some(add(Form::Social));
    }
    (view, renditions)
}

/// Whether social networks can show a picture as large as a social card.
#[must_use]
pub fn fills_social_card(picture: &Picture) -> bool {
    let is_large = picture.width >= SOCIAL.0 && picture.height >= SOCIAL.1;
    is_large && picture.format != Format::Svg && !picture.animated
}

/// The rendition that is the picture's own file without metadata.
#[must_use]
pub fn copy(picture: &Picture) -> Rendition {
    Rendition {
        source: picture.content,
        format: picture.format,
        turn: picture.turn,
        form: Form::Copy,
        base: 0,
        quality: 0,
        recipe: RECIPE,
    }
}

/// Whether nothing is gained by other sizes.
fn is_shown_as_it_is(picture: &Picture, settings: &Settings) -> bool {
    match picture.format {
        Format::Svg | Format::Gif => true,
        Format::Heic => false,
        Format::Jpeg | Format::Png | Format::WebP => {
            let is_small = picture.len <= SMALL && picture.width <= settings.largest();
            picture.animated || is_small && picture.turn == 1 && !picture.foreign_colours
        }
    }
}

/// The width that a source is brought to before anything is made from it: the largest that is asked for.
fn base_width(picture: &Picture, settings: &Settings) -> u32 {
    // Enough to fill a social card, and never more than WebP can hold.
    let for_social = scaled(picture.width, SOCIAL.1, picture.height).max(SOCIAL.0);
    let highest = scaled(picture.width, MAX_SIDE, picture.height).min(MAX_SIDE);
    settings
        .largest()
        .max(for_social)
        .min(highest)
        .min(picture.width)
}

/// The widths of a picture's renditions: never more than its own, and none that is nearly the next one.
fn widths(picture: &Picture, settings: &Settings) -> Vec<u32> {
    let base = base_width(picture, settings);
    let last = settings.largest().min(base);
    let is_smaller = |width: &u32| u64::from(*width) * 100 < u64::from(last) * 85;
    let smaller = settings.widths.iter().copied().filter(is_smaller);
    smaller.chain([last]).collect()
}

/// `length` × `to` / `from`, rounded, at least 1.
pub(super) fn scaled(length: u32, to: u32, from: u32) -> u32 {
    let (length, to, from) = (u64::from(length), u64::from(to), u64::from(from.max(1)));
    u32::try_from((length * to + from / 2) / from)
        .unwrap_or(u32::MAX)
        .max(1)
}

/// The name of a file as a part of an address: `Ảnh tập huấn (1).JPG` becomes `anh-tap-huan-1`.
fn stem(name: &str) -> String {
    const LONGEST: usize = 48;
    let slug = vi::slug::slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let cut = &slug[..slug.len().min(LONGEST)];
    match cut.trim_end_matches('-') {
        "" => "anh".to_owned(),
        stem => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(width: u32, height: u32) -> Picture {
        Picture {
            content: Fingerprint(0),
            len: 4_000_000,
            format: Format::Jpeg,
            width,
            height,
            turn: 1,
            alpha: false,
            animated: false,
            foreign_colours: false,
            place: false,
            serial: false,
            dangers: Vec::new(),
        }
    }

    fn paths(picture: &Picture, settings: &Settings, social: bool) -> Vec<String> {
        let (_, renditions) = show(picture, "Họp dân.JPG", settings, social);
        let family = |path: &str| {
            path.strip_prefix("assets/anh/hop-dan-")
                .expect("a name of its own")
                .to_owned()
        };
        renditions
            .iter()
            .map(|(path, _)| family(path)[12..].to_owned())
            .collect()
    }

    #[test]
    fn a_photo_has_three_widths_and_one_for_old_browsers() {
        let (view, renditions) = show(
            &photo(4000, 3000),
            "Họp dân.JPG",
            &Settings::default(),
            false,
        );
        let hash = &renditions[0].0[19..31];
        let path = |end: &str| format!("assets/anh/hop-dan-{hash}-{end}");
        assert_eq!(
            (view.path, view.width, view.height),
            (path("960.jpg"), 1600, 1200)
        );
        let candidates = view.sources[0]
            .candidates
            .iter()
            .map(|candidate| (candidate.path.clone(), candidate.width));
        let expected = [480, 960, 1600].map(|width| (path(&format!("{width}.webp")), width));
        assert_eq!(candidates.collect::<Vec<_>>(), expected);
        assert_eq!(view.social, None);
    }

    #[test]
    fn nothing_is_scaled_up_and_no_two_widths_are_nearly_the_same() {
        let plain = Settings::default();
        for (width, expected) in [
            (300, &["-300.webp", "-300.jpg"][..]),
            (500, &["-500.webp", "-500.jpg"]),
            (700, &["-480.webp", "-700.webp", "-700.jpg"]),
            (1000, &["-480.webp", "-1000.webp", "-1000.jpg"]),
            (1300, &["-480.webp", "-960.webp", "-1300.webp", "-960.jpg"]),
        ] {
            assert_eq!(
                paths(&photo(width, width / 2), &plain, false),
                expected,
                "{width}"
            );
        }
    }

    #[test]
    fn avif_and_a_social_card_come_when_they_are_asked_for() {
        let settings = Settings {
            widths: vec![800],
            avif: true,
            ..Settings::default()
        };
        assert_eq!(
            paths(&photo(1200, 630), &settings, true),
            ["-800.avif", "-800.webp", "-800.jpg", "-1200x630.jpg"]
        );
        assert_eq!(paths(&photo(1200, 629), &settings, true).len(), 3);
    }

    #[test]
    fn what_is_transparent_stays_so_and_what_is_small_or_moves_is_copied() {
        let settings = Settings::default();
        let transparent = Picture {
            alpha: true,
            format: Format::Png,
            ..photo(600, 600)
        };
        assert_eq!(
            paths(&transparent, &settings, false),
            ["-480.webp", "-600.webp", "-600.png"]
        );
        let small = Picture {
            len: 900,
            format: Format::Png,
            ..photo(600, 600)
        };
        assert_eq!(paths(&small, &settings, true), [".png"]);
        let lying = Picture { turn: 6, ..small };
        assert_eq!(paths(&lying, &settings, true).len(), 3);
        let moving = Picture {
            animated: true,
            format: Format::Gif,
            ..photo(2000, 2000)
        };
        assert_eq!(paths(&moving, &settings, true), [".gif"]);
        assert_eq!(
            paths(
                &Picture {
                    format: Format::Svg,
                    ..photo(0, 0)
                },
                &settings,
                true
            ),
            [".svg"]
        );
    }

    #[test]
    fn a_very_high_picture_fits_into_what_a_format_can_hold() {
        let (_, renditions) = show(&photo(2_000, 50_000), "a.jpg", &Settings::default(), true);
        let sides = renditions
            .iter()
            .filter_map(|(_, rendition)| match rendition.form {
                Form::Sized(_, width, height) => Some((width, height)),
                _ => None,
            });
        assert_eq!(
            sides.collect::<Vec<_>>(),
            [(480, 12_000), (655, 16_375), (655, 16_375)]
        );
    }

    #[test]
    fn names_are_the_same_for_the_same_and_others_for_others() {
        let name = |picture: &Picture, settings: &Settings| {
            show(picture, "a.jpg", settings, false).1[0].0.clone()
        };
        let plain = Settings::default();
        let first = name(&photo(4000, 3000), &plain);
        assert_eq!(
            first,
            name(
                &photo(4000, 3000),
                &Settings {
                    avif: false,
                    ..plain.clone()
                }
            )
        );
        let other = Picture {
            content: Fingerprint(1),
            ..photo(4000, 3000)
        };
        assert_ne!(first, name(&other, &plain));
        assert_ne!(
            first,
            name(
                &photo(4000, 3000),
                &Settings {
                    quality: 60,
                    ..plain
                }
            )
        );
        assert_eq!(stem("....JPG"), "anh");
        assert_eq!(stem(&format!("{}.jpg", "a-".repeat(40))).len(), 47);
    }
}
