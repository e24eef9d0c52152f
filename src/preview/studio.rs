//! What the preview shows: the newest state of the site, and how it came about.
//!
//! In go wakes of the watcher, out come states; a state never changes once it is there. A state whose theme or settings
//! cannot be read keeps the pages of the last one that could, with the new problems beside them.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;
use tokio::sync::watch;

/// Who looks at the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The editor: drafts, scheduled and expired pages are shown.
    #[default]
    Editor,
    /// A resident, today or on a given day.
    Public(Option<Date>),
}

/// One answer: the bytes that would be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The path of the file in the output, such as `tin-tuc/a/index.html`.
    pub path: String,
    /// Whether this is the answer to the question, and not the page for addresses that do not exist.
    pub found: bool,
}

/// What the bar says about one page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// The number of the state.
    pub build: u64,
    /// The file that the page comes from, such as `content/tin-tuc/a.md`.
    pub file: Option<String>,
    /// Why residents do not see it (now), in words.
    pub mark: Option<String>,
    /// Paths of pages that residents do not see, with the reason in words: for marks on links and cards.
    pub hidden: Vec<(String, String)>,
    /// The next page that appears or goes: its title, and when, in words.
    pub next: Option<(String, String)>,
}

/// One problem, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// `E0301`.
    pub code: String,
    /// The message.
    pub message: String,
    /// What to do.
    pub help: Vec<String>,
    /// Where: `content/tin-tuc/a.md`; empty for the site as a whole.
    pub file: String,
    /// From 1; 0 when it has no place.
    pub line: usize,
    /// From 1, in characters; 0 when it has no place.
    pub column: usize,
    /// The lines around it, with their numbers.
    pub excerpt: Vec<(usize, String)>,
    /// Where in its line the marked part begins and ends, in characters from 0.
    pub marked: Option<(usize, usize)>,
    /// Notes: message, file, line (0 when it has none).
    pub notes: Vec<(String, String, usize)>,
    /// The path of the page, when the file is one.
    pub page: Option<String>,
}

/// All problems of a state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Problems {
    /// The number of the state.
    pub build: u64,
    /// The problems: errors first, each by file and line.
    pub problems: Vec<Problem>,
}

/// What happened when a state replaced another; listeners hear of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// The number of the new state, counted from 1.
    pub build: u64,
    /// Output paths of files other than pages whose bytes may be others now.
    pub files: Vec<String>,
    /// Paths of pages whose files were saved.
    pub saved: Vec<String>,
    /// A number that is another when the list of problems is another.
    pub problems: u64,
    /// Errors among them.
    pub errors: usize,
    /// Warnings among them.
    pub warnings: usize,
    /// Milliseconds since 1970 at which the newest of the saved files was written; 0 when none was.
    pub written: u64,
}

/// Holds the newest state. Shared by the server's threads.
#[derive(Debug)]
pub struct Studio {
    news: watch::Sender<Arc<News>>,
}

impl Studio {
    /// The file at a URL path (without a slash in front, decoded), as the viewer sees the site; the page for missing
    /// addresses when there is none. A path without a slash at its end that names a folder is not found here: see
    /// `folder`.
    #[must_use]
    pub fn serve(&self, _view: View, _path: &str) -> Served {
        todo!("land with the engine's part")
    }

    /// Whether a path without a slash at its end lacks just that.
    #[must_use]
    pub fn is_folder(&self, _view: View, _path: &str) -> bool {
        todo!("land with the engine's part")
    }

    /// What the bar says about a page.
    #[must_use]
    pub fn facts(&self, _view: View, _path: &str) -> Facts {
        todo!("land with the engine's part")
    }

    /// All problems.
    #[must_use]
    pub fn problems(&self) -> Problems {
        todo!("land with the engine's part")
    }

    /// The page to open first: that of the file edited last; the list of problems (`.trangxa/`) when there are errors.
    #[must_use]
    pub fn first_page(&self) -> String {
        todo!("land with the engine's part")
    }

    /// News as they come; the newest is always at hand.
    #[must_use]
    pub fn news(&self) -> watch::Receiver<Arc<News>> {
        self.news.subscribe()
    }
}
