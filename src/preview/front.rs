//! What both servers show, that for the editor and that for phones: pages of the site, the files of the script that is
//! added to them, its words, and events. The rest of the answers, and who gets them, is theirs.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::sse::KeepAlive;
use axum::response::{IntoResponse, Response, Sse};
use rust_embed::Embed;
use serde::Deserialize;
use tokio::sync::{broadcast, watch};

use super::events::{self, Ear, Said};
use super::page::{self, Client};
use super::phone::Link;
use super::studio::{Served, View};
use super::{Showing, list, words};
use crate::messages::Lang;

/// The script that is added to pages, and its styles.
#[derive(Embed)]
#[folder = "src/preview/client"]
struct ClientFiles;

/// Everything of the preview's own lies here.
pub const OWN: &str = ".trangxa/";
/// A connection on which nothing happens is kept open by a comment now and then.
const KEEP_ALIVE: Duration = Duration::from_secs(20);
/// What a listener may miss before it must take it that its page is another.
const REMEMBERED: usize = 64;

const SEALED: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; base-uri 'none'; frame-ancestors 'self'";

/// `?page=PATH`
#[derive(Deserialize)]
pub struct Page {
    /// The path of a page as in its address, with or without the slash in front.
    #[serde(default)]
    pub page: String,
}

impl Page {
    /// The path as the studio knows it.
    #[must_use]
    pub fn path(self) -> String {
        match self.page.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => self.page,
        }
    }
}

/// What is shown, and what is said about it.
pub struct Front {
    /// The site.
    pub site: Arc<dyn Showing>,
    /// The language of the preview's own words.
    pub lang: Lang,
    /// What the parts of the preview say.
    pub said: broadcast::Sender<Said>,
    /// Whether the preview stops.
    pub over: watch::Sender<bool>,
}

impl Front {
    /// A site, with words in a language.
    #[must_use]
    pub fn new(site: Arc<dyn Showing>, lang: Lang) -> Self {
        Self {
            site,
            lang,
            said: broadcast::Sender::new(REMEMBERED),
            over: watch::Sender::new(false),
        }
    }

    /// Asks something that may take a page's rendering, without keeping other connections waiting.
    ///
    /// # Errors
    /// When there was no answer.
    pub async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&Self) -> T + Send + 'static,
    ) -> Result<T, StatusCode> {
        let front = Arc::clone(self);
        let asked = tokio::task::spawn_blocking(move || question(&front)).await;
        asked.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// A file of the site, or the list of problems.
    #[must_use]
    pub fn serve(&self, view: View, path: &str) -> Served {
        if path == OWN {
            let bytes = list::page(&self.site.problems(), self.lang)
                .into_bytes()
                .into();
            let path = format!("{OWN}index.html");
            let found = true;
            return Served { bytes, path, found };
        }
        self.site.serve(view, path)
    }

    /// The answer to a request for a page or another file. `raw` is the path as it was asked for.
    pub async fn page(
        self: &Arc<Self>,
        view: View,
        path: String,
        raw: &str,
        token: &str,
    ) -> Response {
        let build = self.site.news().borrow().build;
        let asked = self.ask(move |front| {
            let lacks_slash =
                !path.is_empty() && !path.ends_with('/') && front.site.is_folder(view, &path);
            (!lacks_slash).then(|| front.serve(view, &path))
        });
        match asked.await {
            Ok(Some(served)) => page::answer(served, Client { token, build }),
            Ok(None) => redirect(StatusCode::PERMANENT_REDIRECT, &format!("{raw}/")),
            Err(status) => status.into_response(),
        }
    }

    /// A file of the script.
    #[must_use]
    pub fn client_file(name: &str) -> Response {
        let is_shown = [".js", ".css"].iter().any(|end| name.ends_with(end));
        let Some(file) = ClientFiles::get(name).filter(|_| is_shown) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let content_type = HeaderValue::from_static(page::content_type(name));
        ([(CONTENT_TYPE, content_type)], Body::from(file.data)).into_response()
    }

    /// The words of the script.
    #[must_use]
    pub fn words(&self) -> Response {
        Json(words::all(self.lang)).into_response()
    }

    /// The events of one connection.
    pub async fn events(self: &Arc<Self>, ear: Ear, sharing: Option<Link>) -> Response {
        let events = events::stream(Arc::clone(self), ear, sharing).await;
        Sse::new(events)
            .keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
            .into_response()
    }
}

/// An answer that leads to another path of this server.
#[must_use]
pub fn redirect(status: StatusCode, path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(path) => (status, [(LOCATION, path)]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Words for somebody who asked for what is not to be had.
#[must_use]
pub fn plain(status: StatusCode, text: impl Into<String>) -> Response {
    let content_type = HeaderValue::from_static(page::content_type("x.txt"));
    (status, [(CONTENT_TYPE, content_type)], text.into()).into_response()
}

/// Whether a path is the preview's own.
#[must_use]
pub fn is_own(path: &str) -> bool {
    path.starts_with(OWN)
}

/// The headers of every answer: not to be kept, not to be used by other sites. Pages of the site behave as published;
/// the preview's own answers may use nothing but what comes from here.
#[must_use]
pub fn sealed(mut response: Response, own: bool) -> Response {
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(CACHE_CONTROL, "no-store");
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    if own {
        set(CONTENT_SECURITY_POLICY, SEALED);
    }
    response
}
