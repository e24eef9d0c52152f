//! The live preview: the site on loopback, brought up to date at every save.
//!
//! `watch` wakes `studio`, which looks at the folder again, builds, and holds the newest `State`; `server` shows it.
//! What is served is what would be published: the server adds one `<script>` before `</body>` on the way out, and
//! nothing else. Everything of the preview's own lies below `/.trangxa/`:
//!
//! ```text
//! GET  /.trangxa/                   list of problems, as a page of its own
//! GET  /.trangxa/client.js, …       the script and style sheet that the server adds (embedded)
//! GET  /.trangxa/events?page=PATH   server-sent events, see below
//! GET  /.trangxa/facts?page=PATH    JSON: see `Facts`
//! GET  /.trangxa/problems           JSON: see `Problems`
//! GET  /.trangxa/words              JSON: the script's words in the language of the command, by name
//! GET  /.trangxa/site               JSON: {"site", "page"}: name of the folder, page to open; for a second start
//! POST /.trangxa/open               {"file", "line", "column"}: opens the editor's program
//! POST /.trangxa/phone              {"on": true|false}: starts or stops sharing; answers {"url", "qr", "until"} or null
//! POST /.trangxa/painted            {"build": 12, "painted": ms since 1970}: for `--measure`
//! ```
//!
//! `PATH` is a decoded path, with or without the slash in front. What cannot be done is told as `{"message": "…"}`.
//!
//! A `POST` needs the header `X-Trangxa-Token` with the token of this run, which stands in the added script's
//! `data-token`. The cookie `trangxa-view=public` or `public:2026-12-01` asks for the site as residents see it (on
//! that day); without it drafts, scheduled and expired pages are shown too, and marked.
//!
//! Events, each with JSON data:
//!
//! ```text
//! hello     {"build": 12}                              on connecting
//! update    {"build": 13}                              the page that the connection named has other bytes now
//! gone      {"build": 13}                              that page is no more
//! files     {"build": 13, "paths": ["anh/a.jpg"]}      files that pages use have other bytes now
//! problems  {"build": 13, "errors": 1, "warnings": 0}  the list of problems is another
//! facts     {"build": 13}                              the facts of that page are others
//! follow    {"build": 13, "path": "tin-tuc/b/"}        another page's file was saved
//! phone     {"until": "…"} or null                     sharing began or ended
//! ```

pub mod darkroom;
pub mod editor;
pub mod events;
pub mod follow;
pub mod front;
pub mod guard;
pub mod list;
pub mod page;
pub mod phone;
pub mod running;
pub mod server;
pub mod studio;
pub mod times;
pub mod words;

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::watch;

use crate::diag::{self, Lang};
use studio::{Facts, News, Problems, Served, Studio, View};

/// The site as the server asks for it: the studio, or in tests a few pages in memory. See `studio::Studio` for what
/// each function answers.
pub trait Showing: Send + Sync + 'static {
    /// The file at a path; the page for missing addresses when there is none.
    fn serve(&self, view: View, path: &str) -> Served;
    /// Whether a path without a slash at its end lacks just that.
    fn is_folder(&self, view: View, path: &str) -> bool;
    /// What the bar says about a page.
    fn facts(&self, view: View, path: &str) -> Facts;
    /// All problems.
    fn problems(&self) -> Problems;
    /// News as they come.
    fn news(&self) -> watch::Receiver<Arc<News>>;
    /// The page to open first.
    fn first_page(&self) -> String;
    /// Each problem as the terminal shows it: in words and colours, or as a line of JSON.
    fn report(&self, lang: Lang, json: bool) -> Vec<String>;
    /// Where a source file of the newest state lies on disk; nothing for any other name.
    fn source(&self, file: &str) -> Option<PathBuf>;
}

impl Showing for Studio {
    fn serve(&self, view: View, path: &str) -> Served {
        Studio::serve(self, view, path)
    }

    fn is_folder(&self, view: View, path: &str) -> bool {
        Studio::is_folder(self, view, path)
    }

    fn facts(&self, view: View, path: &str) -> Facts {
        Studio::facts(self, view, path)
    }

    fn problems(&self) -> Problems {
        Studio::problems(self)
    }

    fn news(&self) -> watch::Receiver<Arc<News>> {
        Studio::news(self)
    }

    fn first_page(&self) -> String {
        Studio::first_page(self)
    }

    fn report(&self, lang: Lang, json: bool) -> Vec<String> {
        let text_of = |path: &str| self.text_of(path).map(Cow::Owned);
        let shown = |diagnostic| {
            if json {
                diag::json(diagnostic, lang, &text_of).to_string()
            } else {
                diag::terminal(diagnostic, lang, true, &text_of)
            }
        };
        self.diagnostics().iter().map(shown).collect()
    }

    fn source(&self, file: &str) -> Option<PathBuf> {
        Studio::source(self, file)
    }
}
