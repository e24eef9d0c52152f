//! The fonts in the program: Be Vietnam Pro in three weights (SIL Open Font License 1.1, `fonts/OFL.txt`).
//!
//! Fonts of the system are never looked at: what is drawn here is drawn everywhere.

use std::collections::BTreeSet;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{ImageHrefResolver, Options};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::FontRef;

/// The name of the fonts, for `font-family`.
pub const FAMILY: &str = "Be Vietnam Pro";

static REGULAR: &[u8] = include_bytes!("fonts/BeVietnamPro_400Regular.ttf");
static SEMI_BOLD: &[u8] = include_bytes!("fonts/BeVietnamPro_600SemiBold.ttf");
static BOLD: &[u8] = include_bytes!("fonts/BeVietnamPro_700Bold.ttf");

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
    /// 700.
    Bold,
}

impl Weight {
    /// All there are, from light to heavy.
    pub const ALL: [Self; 3] = [Self::Regular, Self::SemiBold, Self::Bold];

    /// The number in CSS: 400, 600 or 700.
    #[must_use]
    pub fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::SemiBold => 600,
            Self::Bold => 700,
        }
    }

    /// The weight with a number in CSS.
    #[must_use]
    pub fn of_number(number: u16) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|weight| weight.number() == number)
    }

    fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::SemiBold => SEMI_BOLD,
            Self::Bold => BOLD,
        }
    }
}

/// The letters of one weight with their widths.
pub struct Face {
    letters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
}

impl Face {
    /// The face of a weight; costs next to nothing.
    #[must_use]
    pub fn new(weight: Weight) -> Self {
        let font = FontRef::new(weight.file()).expect("the fonts in the program are whole");
        Self {
            letters: font.charmap(),
            widths: font.glyph_metrics(Size::new(1.0), LocationRef::default()),
        }
    }

    /// Whether the face has a picture for a character.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        self.letters.map(c).is_some()
    }

    /// How wide a text is in a line at a font size; in the unit of the size. Pairs are not kerned, which makes most
    /// texts a little narrower and hardly any wider. A character that the face lacks has no width.
    #[must_use]
    pub fn width(&self, text: &str, size: f32) -> f32 {
        let width = |c| self.widths.advance_width(self.letters.map(c)?);
        text.chars().filter_map(width).sum::<f32>() * size
    }
}

/// Whether the fonts have a picture for a character. All weights have the same characters.
#[must_use]
pub fn can_show(c: char) -> bool {
    Face::new(Weight::Regular).has(c)
}

/// A text as the fonts can show it, and the characters that had to be left out. Spaces that are left over go with
/// them; what nobody sees, such as the joiners within an emoji, is not counted.
#[must_use]
pub fn shown(text: &str) -> (String, BTreeSet<char>) {
    let face = Face::new(Weight::Regular);
    let is_kept = |c: char| c.is_whitespace() || face.has(c);
    let missing: BTreeSet<char> = text.chars().filter(|c| !is_kept(*c)).collect();
    if missing.is_empty() {
        return (text.to_owned(), missing);
    }
    let left: String = text.chars().filter(|c| is_kept(*c)).collect();
    let words: Vec<&str> = left.split_whitespace().collect();
    let is_seen = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}');
    (
        words.join(" "),
        missing.into_iter().filter(is_seen).collect(),
    )
}

/// The fonts for drawing; made once and shared.
#[derive(Clone)]
pub struct Fonts(Arc<Options<'static>>);

impl Fonts {
    /// Those in the program.
    #[must_use]
    pub fn bundled() -> Self {
        let mut faces = Database::new();
        for weight in Weight::ALL {
            faces.load_font_source(Source::Binary(Arc::new(weight.file())));
        }
        // Whatever an SVG asks for, it gets these.
        faces.set_serif_family(FAMILY);
        faces.set_sans_serif_family(FAMILY);
        faces.set_monospace_family(FAMILY);
        faces.set_cursive_family(FAMILY);
        faces.set_fantasy_family(FAMILY);
        Self(Arc::new(Options {
            font_family: FAMILY.to_owned(),
            languages: vec!["vi".to_owned()],
            image_href_resolver: ImageHrefResolver {
                resolve_data: ImageHrefResolver::default_data_resolver(),
                resolve_string: Box::new(|_, _| None), // no door to the disk
            },
            fontdb: Arc::new(faces),
            ..Options::default()
        }))
    }

    pub(super) fn options(&self) -> &Options<'static> {
        &self.0
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(FAMILY)
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    #[test]
    fn every_weight_has_the_same_characters() {
        let faces = Weight::ALL.map(Face::new);
        for c in (0..0x1_0000).filter_map(char::from_u32) {
            let has = faces.each_ref().map(|face| face.has(c));
            assert!(has == [true; 3] || has == [false; 3], "{c:?} {has:?}");
        }
    }

    #[test]
    fn all_letters_of_vietnamese_can_be_shown() {
        let vowels = "aăâeêioôơuưy";
        for letter in "bcdđghklmnpqrstvxfjwz".chars().chain(vowels.chars()) {
            for c in letter.to_uppercase().chain([letter]) {
                assert!(can_show(c), "{c}");
            }
        }
        for vowel in vowels.chars() {
            for tone in ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'] {
                let letter: String = [vowel, tone].into_iter().nfc().collect();
                for c in letter.to_uppercase().chars().chain(letter.chars()) {
                    assert!(can_show(c), "{c}");
                }
            }
        }
    }

    #[test]
    fn an_emoji_cannot_be_shown() {
        assert!(!can_show('🎉'));
        assert!(!can_show('✓'));
    }

    #[test]
    fn what_cannot_be_shown_is_left_out_and_named() {
        let shown = |text| {
            let (text, missing) = shown(text);
            (text, missing.into_iter().collect::<String>())
        };
        assert_eq!(shown("Ngày  hội"), ("Ngày  hội".to_owned(), String::new()));
        assert_eq!(
            shown("🎉 Ngày hội ✈\u{fe0f} lớn 🎉"),
            ("Ngày hội lớn".to_owned(), "✈🎉".to_owned())
        );
    }

    #[test]
    fn a_text_is_as_wide_as_its_letters_and_grows_with_the_size() {
        let face = Face::new(Weight::Regular);
        let (d, s) = (face.width("Đ", 100.0), face.width("ố", 100.0));
        assert_eq!(face.width("Đố", 100.0), d + s);
        assert_eq!(face.width("Đố", 50.0), (d + s) / 2.0);
        assert_eq!(face.width("", 50.0), 0.0);
        assert_eq!(face.width("🎉", 50.0), 0.0);
        assert!(Face::new(Weight::Bold).width("xã", 100.0) > face.width("xã", 100.0));
    }
}
