//! A news item or other dated text.

use super::Kind;

pub(super) struct Article;

impl Kind for Article {
    fn name(&self) -> &'static str {
        "article"
    }
    fn label(&self) -> &'static str {
        "Bài viết"
    }
    fn is_news(&self) -> bool {
        true
    }
    fn schema_type(&self) -> &'static str {
        "NewsArticle"
    }
}
