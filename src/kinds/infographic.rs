//! Figures on a poster: drawn from the page's own text and blocks in several formats, or a picture made elsewhere.
//!
//! A picture that the page names as its `image`, or a print among its `files`, is the poster; then the text must say all
//! that it shows.

use super::{FILES, Kind, NamedFile, Own, named_files};
use crate::diag::{Diagnostic, Msg};
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields};

pub(super) struct InfographicKind;

/// What a poster that was made elsewhere says about itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Infographic {
    /// Its prints: PDF and the like.
    pub files: Vec<NamedFile>,
}

/// How many words the text has at least when the poster was made elsewhere: who does not see it reads these.
const WORDS: u32 = 40;

impl Kind for InfographicKind {
    fn name(&self) -> &'static str {
        "infographic"
    }
    fn label(&self) -> &'static str {
        "Đồ họa"
    }
    fn is_news(&self) -> bool {
        true
    }
    fn fields(&self) -> &'static [Field] {
        &[FILES]
    }
    fn draws_posters(&self) -> bool {
        true
    }
    fn schema_type(&self) -> &'static str {
        "CreativeWork"
    }

    fn check(&self, doc: &Doc, own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        let words = doc.outline.words;
        let made_elsewhere = doc.fields.span("image").or_else(|| own.span("files"));
        if let Some(span) = made_elsewhere.filter(|_| words < WORDS) {
            diagnostics.push(
                Diagnostic::new(Msg::PosterText, &doc.path, span, &[&words, &WORDS])
                    .help(Msg::HelpPosterText, &[]),
            );
        }
        if doc.fields.table("source").is_none() {
            diagnostics.push(
                Diagnostic::new(Msg::PosterSource, &doc.path, doc.front, &[]).help(
                    Msg::HelpAdd,
                    &[&"source = {name = \"Nghị quyết số 57-NQ/TW\"}"],
                ),
            );
        }
    }

    fn own(&self, _doc: &Doc, own: &Fields) -> Option<Own> {
        let files = named_files(own);
        (!files.is_empty()).then_some(Own::Infographic(Infographic { files }))
    }
}
