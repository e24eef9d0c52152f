//! A standing page: introduction, contact, privacy. Needs no date.

use super::Kind;

pub(super) struct Page;

impl Kind for Page {
    fn name(&self) -> &'static str {
        "page"
    }
    fn label(&self) -> &'static str {
        "Trang"
    }
}
