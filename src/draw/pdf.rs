//! PDF files with vector drawings: the fonts are embedded, text can be selected, searched and read aloud: headings,
//! paragraphs and pictures with their descriptions are tagged. There is no date and no random number in them: same
//! drawings, same bytes.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Tag, TagGroup, TagKind, TagTree};
use krilla_svg::{SurfaceExt, SvgSettings};

use resvg::usvg::Tree;

use super::Drawing;
use super::part::{Meaning, Part, parts};

/// Points (1/72 inch) in a millimetre.
const POINTS: f32 = 72.0 / 25.4;

/// A size of what is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 148 × 210 mm.
    A5,
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm.
    A3,
    /// 600 × 80 mm: a street banner at a tenth.
    Banner,
}

impl Paper {
    /// Width and height in millimetres.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A5 => (148.0, 210.0),
            Self::A4 => (210.0, 297.0),
            Self::A3 => (297.0, 420.0),
            Self::Banner => (600.0, 80.0),
        }
    }
}

/// A page: a drawing over the whole of a paper.
pub struct Page<'d> {
    /// What is on it. It should have the proportions of the paper, else it is stretched.
    pub drawing: &'d Drawing,
    /// What it is printed on.
    pub paper: Paper,
}

/// What a PDF says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct About {
    /// The title, which readers show in place of the file's name.
    pub title: String,
    /// Who made it.
    pub author: String,
    /// BCP 47.
    pub language: String,
}

/// A PDF of pages.
///
/// # Errors
/// When the writer refuses, in its words; drawings with the bundled fonts give it no cause.
pub fn pdf(pages: &[Page<'_>], about: &About) -> Result<Vec<u8>, String> {
    let mut document = Document::new();
    document.set_metadata(
        Metadata::new()
            .title(about.title.clone())
            .authors(vec![about.author.clone()])
            .language(about.language.clone()),
    );
    let mut tags = TagTree::new().with_lang(Some(about.language.clone()));
    for page in pages {
        let (width, height) = page.paper.size();
        let size = Size::from_wh(width * POINTS, height * POINTS).expect("a paper has a size");
        let mut sheet = document.start_page_with(PageSettings::new(size));
        let mut surface = sheet.surface();
        for part in parts(&page.drawing.svg) {
            let tree = Tree::from_str(&part.svg, page.drawing.fonts.options());
            let tree = tree.map_err(|error| error.to_string())?;
            tags.children
                .extend(put(&part, &tree, size, &mut surface).map(Into::into));
        }
        surface.finish();
        sheet.finish();
    }
    document.set_tag_tree(tags);
    document.finish().map_err(|error| format!("{error:?}"))
}

/// Draws a part and gives its tag; an ornament has none.
fn put(part: &Part, tree: &Tree, size: Size, surface: &mut Surface<'_>) -> Option<TagGroup> {
    let tag: Option<TagKind> = match &part.meaning {
        Meaning::Heading(level, words) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            let tag = Tag::Hn(level, Some(words.clone()));
            Some(tag.with_actual_text(Some(words.clone())).into())
        }
        Meaning::Picture(words) => Some(Tag::Figure(Some(words.clone())).into()),
        // Between the lines of a drawing there are no blanks; here there are.
        Meaning::Text(words) => Some(Tag::P.with_actual_text(Some(words.clone())).into()),
        Meaning::Ornament => None,
    };
    let content = match tag {
        Some(_) => ContentTag::Other,
        None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
    };
    let content = surface.start_tagged(content);
    surface.draw_svg(tree, size, SvgSettings::default());
    surface.end_tagged();
    tag.map(|tag| TagGroup::with_children(tag, vec![content.into()]))
}
