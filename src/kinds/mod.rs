//! Kinds of pages. A kind is one file here, one line in `KINDS`, and a template in the theme.

mod article;
mod document;
mod infographic;
mod page;

use crate::diag::Diagnostic;
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields};

pub use document::{Document, FileView, Reference};

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
}

/// Every kind there is.
pub const KINDS: &[&dyn Kind] = &[
    &article::Article,
    &page::Page,
    &document::DocumentKind,
    &infographic::Infographic,
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
