//! Kinds of pages. A kind is one file here, one line in `KINDS`, and a template in the theme.

mod article;
mod campaign;
mod correction;
mod document;
mod event;
mod guide;
mod infographic;
mod model;
mod own;
mod page;
mod question;
mod reprint;
pub mod target;
mod video;
mod wording;

use crate::diag::{Diagnostic, Msg, Span};
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields, Type};

pub use campaign::{Activity, Campaign, PINNED};
pub use correction::Correction;
pub use document::{Document, FileView, Reference};
pub use event::Event;
pub use guide::Guide;
pub use infographic::Infographic;
pub use model::{Model, Outcome};
pub use own::Own;
pub use question::Question;
pub use reprint::Reprint;
pub use video::Video;

/// What makes a kind of page different from the others.
pub trait Kind: Sync {
    /// What stands in `kind = "…"`.
    fn name(&self) -> &'static str;

    /// What people call it.
    fn label(&self) -> &'static str;

    /// The theme's template.
    fn template(&self) -> String {
        format!("{}.html", self.name())
    }

    /// The keys that it has besides the common ones. They drive checks, suggestions, `new` and the handbook.
    fn fields(&self) -> &'static [Field] {
        &[]
    }

    /// Whether its pages are news: in feeds, on the home page, dated in lists.
    fn is_news(&self) -> bool {
        false
    }

    /// Whether posters are drawn from its pages.
    fn draws_posters(&self) -> bool {
        false
    }

    /// The type of its JSON-LD object (schema.org).
    fn schema_type(&self) -> &'static str {
        "WebPage"
    }

    /// What is wrong in a page of this kind beyond its fields' types.
    fn check(&self, _doc: &Doc, _own: &Fields, _diagnostics: &mut Vec<Diagnostic>) {}

    /// The official document that a page of this kind is about.
    fn document(&self, _doc: &Doc, _own: &Fields) -> Option<Document> {
        None
    }

    /// What a page of this kind says of itself in its own keys; none where what must be there is missing.
    fn own(&self, _doc: &Doc, _own: &Fields) -> Option<Own> {
        None
    }
}

/// A file that front matter names: its path as written, its title, its place.
pub type NamedFile = (String, Option<String>, Span);

const FILE: &[Field] = &[
    Field::new(
        "file",
        Type::Text,
        "file = \"ap-phich.pdf\"",
        ["tên tệp", "the file's name"],
    )
    .required(),
    Field::new(
        "title",
        Type::Text,
        "title = \"Áp phích A3\"",
        ["tên để người dân đọc", "what people read"],
    ),
];

/// Files to download, for kinds that have them.
const FILES: Field = Field::new(
    "files",
    Type::TextsOrTables(FILE),
    "files = [{file = \"ap-phich.pdf\", title = \"Áp phích A3\"}]",
    ["tệp tải về", "files to download"],
);

fn named_files(own: &Fields) -> Vec<NamedFile> {
    own.tables("files")
        .filter_map(|(file, span)| {
            let name = file.text("file")?.to_owned();
            let title = file.text("title").map(str::to_owned);
            Some((name, title, file.span("file").unwrap_or(span)))
        })
        .collect()
}

/// Says so when what must come later lies before what must come first.
fn check_order(
    doc: &Doc,
    own: &Fields,
    first: &str,
    later: &str,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if let (Some(a), Some(b)) = (own.date(first), own.date(later))
        && b < a
    {
        diagnostics.push(
            Diagnostic::new(
                Msg::DateOrder,
                &doc.path,
                own.span(later),
                &[&later, &first],
            )
            .help(Msg::HelpDayOrder, &[&later, &first]),
        );
    }
}

/// Every kind there is.
pub const KINDS: &[&dyn Kind] = &[
    &article::Article,
    &page::Page,
    &document::DocumentKind,
    &infographic::InfographicKind,
    &event::EventKind,
    &campaign::CampaignKind,
    &guide::GuideKind,
    &question::QuestionKind,
    &correction::CorrectionKind,
    &video::VideoKind,
    &model::ModelKind,
    &reprint::ReprintKind,
];

/// The kind of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static dyn Kind> {
    KINDS.iter().find(|kind| kind.name() == name).copied()
}

impl std::fmt::Debug for dyn Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn kinds_have_names_of_their_own_and_no_key_twice() {
        let names: BTreeSet<_> = KINDS.iter().map(|kind| kind.name()).collect();
        assert_eq!(names.len(), KINDS.len());
        for kind in KINDS {
            let mut keys = BTreeSet::new();
            for field in crate::parse::front::COMMON.iter().chain(kind.fields()) {
                assert!(
                    keys.insert(field.name),
                    "{} has {} twice",
                    kind.name(),
                    field.name
                );
            }
        }
    }
}
