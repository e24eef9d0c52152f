//! Figures on a poster: drawn from the page's own text and blocks in several formats, or a picture made elsewhere.
//!
//! A picture that the page names as its `image` is the poster; then the text must say all that the picture shows.

use super::Kind;
use crate::diag::{Diagnostic, Msg};
use crate::parse::Doc;
use crate::parse::fields::Fields;

pub(super) struct Infographic;

/// How many words the text has at least when the poster is a picture, which nobody can read who does not see it.
const WORDS: u32 = 40;

impl Kind for Infographic {
    fn name(&self) -> &'static str {
        "infographic"
    }
    fn label(&self) -> &'static str {
        "Đồ họa"
    }
    fn is_news(&self) -> bool {
        true
    }
    fn draws_posters(&self) -> bool {
        true
    }
    fn schema_type(&self) -> &'static str {
        "CreativeWork"
    }

    fn check(&self, doc: &Doc, _own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        let words = doc.outline.words;
        if let Some(span) = doc.fields.span("image").filter(|_| words < WORDS) {
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
}
