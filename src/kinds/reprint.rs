//! News taken over from another portal: an article that must say where it is from.

use super::{Kind, Own};
use crate::diag::{Diagnostic, Msg};
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields, Type};

pub(super) struct ReprintKind;

/// What news taken over say about themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Reprint {
    /// Whether search engines shall be told that the original is elsewhere.
    pub is_copy: bool,
}

const FIELDS: &[Field] = &[Field::new(
    "canonical",
    Type::Bool,
    "canonical = true",
    [
        "báo máy tìm kiếm rằng bài gốc ở địa chỉ của nguồn",
        "tells search engines that the original is at the source's address",
    ],
)];

impl Kind for ReprintKind {
    fn name(&self) -> &'static str {
        "reprint"
    }
    fn label(&self) -> &'static str {
        "Tin dẫn lại"
    }
    fn template(&self) -> String {
        "article.html".to_owned()
    }
    fn fields(&self) -> &'static [Field] {
        FIELDS
    }
    fn is_news(&self) -> bool {
        true
    }
    fn schema_type(&self) -> &'static str {
        "NewsArticle"
    }

    fn check(&self, doc: &Doc, _own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        let source = doc.fields.table("source");
        if !doc.broken && source.is_none_or(|source| source.text("url").is_none()) {
            let span = doc
                .fields
                .span("source")
                .or_else(|| doc.fields.span("title"));
            diagnostics.push(
                Diagnostic::new(Msg::ReprintWithoutSource, &doc.path, span, &[])
                    .help(Msg::HelpReprintWithoutSource, &[]),
            );
        }
    }

    fn own(&self, _doc: &Doc, own: &Fields) -> Option<Own> {
        let is_copy = own.flag("canonical");
        Some(Own::Reprint(Reprint { is_copy }))
    }
}
