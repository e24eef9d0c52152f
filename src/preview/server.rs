//! The server of the preview on loopback: which address gives what. The protocol stands in the documentation of
//! `preview`.
//!
//! `guard` decides whether a request is answered at all, `front` has what phones may see as well; here is what is only
//! for the editor. No answer reads the disk: everything comes from the newest state.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use std::{fmt, io};

use axum::extract::{DefaultBodyLimit, Query, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::serve::ListenerExt as _;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::broadcast;

use super::Showing;
use super::events::{Ear, Said};
use super::front::{Front, Page, is_own, plain, sealed};
use super::guard::{self, Asked, Door, Token};
use super::phone::{Link, Sharing, Trouble, World};
use super::running::Site;
use super::studio::{Facts, Problems, View};
use crate::diag::{Args, Text};
use crate::messages::{Lang, Msg};

/// The cookie that asks for the site as residents see it.
const VIEW: &str = "trangxa-view";
/// The most that a request may bring.
const BODY: usize = 64 * 1024;
/// When the server stops, answers under way have so long to be done.
const GRACE: Duration = Duration::from_millis(500);

/// Opens a file in the editor's program, at a line and column.
pub type Open = Box<dyn Fn(&Path, usize, usize) -> io::Result<()> + Send + Sync>;

/// What a server needs besides the site.
pub struct Setup {
    /// The language of its words.
    pub lang: Lang,
    /// The name of the site's folder, see `running::id`.
    pub id: String,
    /// Opens a file.
    pub open: Open,
    /// What a sharing needs to know.
    pub world: World,
}

/// The server.
#[derive(Clone)]
pub struct Server {
    state: Arc<Inside>,
}

struct Inside {
    front: Arc<Front>,
    token: Token,
    setup: Setup,
    sharing: Mutex<Option<Sharing>>,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").finish_non_exhaustive()
    }
}

impl Server {
    /// A server that shows a site.
    ///
    /// # Errors
    /// When the system has no random numbers to give.
    pub fn new(site: Arc<dyn Showing>, setup: Setup) -> io::Result<Self> {
        let inside = Inside {
            front: Arc::new(Front::new(site, setup.lang)),
            token: Token::new()?,
            setup,
            sharing: Mutex::new(None),
        };
        Ok(Self {
            state: Arc::new(inside),
        })
    }

    /// What is said from now on.
    #[must_use]
    pub fn said(&self) -> broadcast::Receiver<Said> {
        self.state.front.said.subscribe()
    }

    /// The token of this run.
    #[must_use]
    pub fn token(&self) -> &Token {
        &self.state.token
    }

    /// Begins to share with phones; what is shared already goes on. To be called within a runtime.
    ///
    /// # Errors
    /// Why nothing is shared.
    pub fn share(&self) -> Result<Link, Trouble> {
        self.state.share()
    }

    /// Serves until `stop` is there. Open connections do not hold it up.
    ///
    /// # Errors
    /// When the listener is no more.
    pub async fn run(
        &self,
        listener: TcpListener,
        stop: impl Future<Output = ()>,
    ) -> io::Result<()> {
        let app = self.router(listener.local_addr()?.port());
        let listener = listener.tap_io(|stream| {
            let _ = stream.set_nodelay(true);
        });
        let front = &self.state.front;
        let mut over = front.over.subscribe();
        let serving = axum::serve(listener, app).with_graceful_shutdown(async move {
            let _ = over.wait_for(|over| *over).await;
        });
        let result = tokio::select! {
            result = serving => result,
            () = self.pass_on() => Ok(()),
            () = async {
                stop.await;
                front.over.send_replace(true);
                tokio::time::sleep(GRACE).await;
            } => Ok(()),
        };
        self.state.end_sharing(|_| true);
        result
    }

    /// Passes the studio's news on, each of them.
    async fn pass_on(&self) {
        let front = &self.state.front;
        let mut news = front.site.news();
        let mut over = front.over.subscribe();
        while news.changed().await.is_ok() {
            let newest = news.borrow_and_update().clone();
            let _ = front.said.send(Said::News(newest));
        }
        // The studio is gone: what it showed last stays.
        let _ = over.wait_for(|over| *over).await;
        tokio::time::sleep(GRACE).await;
    }

    fn router(&self, port: u16) -> Router {
        let entrance = Entrance {
            door: Door::loopback(port),
            inside: Arc::clone(&self.state),
        };
        Router::new()
            .route("/.trangxa/events", get(events))
            .route("/.trangxa/facts", get(facts))
            .route("/.trangxa/problems", get(problems))
            .route("/.trangxa/site", get(site))
            .route("/.trangxa/words", get(words))
            .route("/.trangxa/open", post(open))
            .route("/.trangxa/phone", post(phone))
            .route("/.trangxa/painted", post(painted))
            .route("/.trangxa/{file}", get(file))
            .fallback(page)
            .layer(DefaultBodyLimit::max(BODY))
            .layer(middleware::from_fn_with_state(Arc::new(entrance), let_in))
            .with_state(Arc::clone(&self.state))
    }
}

struct Entrance {
    door: Door,
    inside: Arc<Inside>,
}

#[derive(Clone)]
struct SitePath(String);

async fn let_in(State(at): State<Arc<Entrance>>, mut request: Request, next: Next) -> Response {
    let asked = Asked::of(request.method(), request.uri(), request.headers());
    let checked = at.door.check_with(&asked, &at.inside.token);
    match checked.and_then(|()| guard::path(request.uri().path())) {
        Ok(path) => {
            let own = is_own(&path);
            request.extensions_mut().insert(SitePath(path));
            sealed(next.run(request).await, own)
        }
        Err(refusal) => {
            let text = Msg::PreviewRefused.text(at.inside.front.lang);
            sealed(plain(refusal.status(), format!("{text}\n")), true)
        }
    }
}

/// How the editor wants to see the site.
fn view(headers: &HeaderMap) -> View {
    match guard::cookie(headers, VIEW) {
        Some("public") => View::Public(None),
        Some(value) => {
            let day = value.strip_prefix("public:");
            day.and_then(|day| day.parse().ok())
                .map_or(View::Editor, |day| View::Public(Some(day)))
        }
        None => View::Editor,
    }
}

async fn page(State(inside): State<Arc<Inside>>, request: Request) -> Response {
    let Some(SitePath(path)) = request.extensions().get().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if !request.method().is_safe() {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let (view, raw) = (view(request.headers()), request.uri().path());
    let token = inside.token.text();
    inside.front.page(view, path, raw, token).await
}

async fn file(axum::extract::Path(name): axum::extract::Path<String>) -> Response {
    Front::client_file(&name)
}

async fn words(State(inside): State<Arc<Inside>>) -> Response {
    inside.front.words()
}

async fn site(State(inside): State<Arc<Inside>>) -> Result<Json<Site>, StatusCode> {
    let site = inside.setup.id.clone();
    let page = inside.front.ask(|front| front.site.first_page()).await?;
    Ok(Json(Site { site, page }))
}

async fn problems(State(inside): State<Arc<Inside>>) -> Result<Json<Problems>, StatusCode> {
    let problems = inside.front.ask(|front| front.site.problems()).await?;
    Ok(Json(problems))
}

async fn facts(
    State(inside): State<Arc<Inside>>,
    Query(page): Query<Page>,
    headers: HeaderMap,
) -> Result<Json<Facts>, StatusCode> {
    let (path, view) = (page.path(), view(&headers));
    let facts = inside.front.ask(move |front| front.site.facts(view, &path));
    Ok(Json(facts.await?))
}

async fn events(
    State(inside): State<Arc<Inside>>,
    Query(page): Query<Page>,
    headers: HeaderMap,
) -> Response {
    let ear = Ear {
        page: page.path(),
        view: view(&headers),
        hears_all: true,
    };
    let sharing = inside.link();
    inside.front.events(ear, sharing).await
}

/// What is to be opened.
#[derive(Deserialize)]
struct Place {
    file: String,
    #[serde(default)]
    line: usize,
    #[serde(default)]
    column: usize,
}

async fn open(State(inside): State<Arc<Inside>>, Json(place): Json<Place>) -> Response {
    let Place { file, line, column } = place;
    let Some(path) = inside.front.site.source(&file) else {
        return inside.says(StatusCode::NOT_FOUND, Msg::OpenUnknown, &[&file]);
    };
    match (inside.setup.open)(&path, line, column) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => inside.says(StatusCode::CONFLICT, Msg::OpenFailed, &[&file, &error]),
    }
}

/// Whether to share.
#[derive(Deserialize)]
struct Switch {
    on: bool,
}

async fn phone(State(inside): State<Arc<Inside>>, Json(Switch { on }): Json<Switch>) -> Response {
    if !on {
        inside.end_sharing(|_| true);
        return Json(None::<Link>).into_response();
    }
    match inside.share() {
        Ok(link) => Json(link).into_response(),
        Err(Trouble::NoNetwork) => inside.says(StatusCode::CONFLICT, Msg::PhoneNoNetwork, &[]),
        Err(Trouble::System(error)) => {
            inside.says(StatusCode::CONFLICT, Msg::PhoneFailed, &[&error])
        }
    }
}

/// A state that was painted, and when, in milliseconds and parts of them.
#[derive(Deserialize)]
struct Painted {
    build: u64,
    painted: f64,
}

async fn painted(State(inside): State<Arc<Inside>>, Json(painted): Json<Painted>) -> StatusCode {
    let Painted { build, painted } = painted;
    let at = painted as u64;
    let _ = inside.front.said.send(Said::Painted { build, at });
    StatusCode::NO_CONTENT
}

impl Inside {
    /// An answer in words: `{"message": "…"}`.
    fn says(&self, status: StatusCode, msg: Msg, args: Args<'_>) -> Response {
        let message = Text::new(msg, args).show(self.front.lang);
        (status, Json(json!({"message": message}))).into_response()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Sharing>> {
        // Whoever panicked has left a whole value or none.
        self.sharing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is shared just now.
    fn link(&self) -> Option<Link> {
        self.lock().as_ref().map(|sharing| sharing.link.clone())
    }

    fn share(self: &Arc<Self>) -> Result<Link, Trouble> {
        let mut sharing = self.lock();
        if let Some(sharing) = &*sharing {
            return Ok(sharing.link.clone());
        }
        let begun = Sharing::begin(Arc::clone(&self.front), self.setup.world.clone())?;
        let (link, late) = (begun.link.clone(), Arc::clone(&begun.late));
        *sharing = Some(begun);
        let _ = self.front.said.send(Said::Phone(Some(link.clone())));
        drop(sharing);
        let (inside, url) = (Arc::downgrade(self), link.url.clone());
        let lasts = self.setup.world.lasts;
        tokio::spawn(async move {
            // A machine that slept notices by its clock when somebody comes.
            tokio::select! {
                () = tokio::time::sleep(lasts) => {}
                () = late.notified() => {}
            }
            if let Some(inside) = inside.upgrade() {
                inside.end_sharing(|link| link.url == url);
            }
        });
        Ok(link)
    }

    /// Ends the sharing that is meant.
    fn end_sharing(&self, is_meant: impl Fn(&Link) -> bool) {
        let ended = self.lock().take_if(|sharing| is_meant(&sharing.link));
        if ended.is_some() {
            let _ = self.front.said.send(Said::Phone(None));
        }
    }
}
