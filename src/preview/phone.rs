//! Sharing the preview with phones in the same network: for half an hour, for who has the code, and only to look.
//!
//! A second server on this machine's private address shows the site as residents see it. It has nothing of the
//! editor's: no problems, no facts, no way to do anything. Its threads and connections are its own, and when the
//! sharing ends they go with it.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, UdpSocket};
use std::sync::Arc;
use std::time::Duration;
use std::{fmt, io};

use axum::Router;
use axum::extract::{Query, Request, State};
use axum::http::header::{REFERRER_POLICY, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt as _;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{QRBuilder, QRCode};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;

use super::events::Ear;
use super::front::{Front, Page, is_own, plain, redirect, sealed};
use super::guard::{self, Asked, Door, Refusal, Token};
use super::studio::View;
use crate::messages::Msg;
use crate::moment::Moment;

/// How long a sharing lasts.
pub const LASTS: Duration = Duration::from_mins(30);
/// The key of the code in the address, and the cookie that holds it from then on.
const KEY: &str = "ma";
const COOKIE: &str = "trangxa-ma";

/// What a sharing needs to know of the world.
#[derive(Clone)]
pub struct World {
    /// The address of this machine in a private network.
    pub address: fn() -> io::Result<Option<Ipv4Addr>>,
    /// The clock.
    pub now: Arc<dyn Fn() -> Moment + Send + Sync>,
    /// How long a sharing lasts.
    pub lasts: Duration,
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World").finish_non_exhaustive()
    }
}

/// What a phone is shown to come here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The address, with the code.
    pub url: String,
    /// The address as a picture, SVG.
    pub qr: String,
    /// When the sharing ends, `HH:MM`.
    pub until: String,
}

/// Why nothing is shared.
#[derive(Debug)]
pub enum Trouble {
    /// This machine is in no private network.
    NoNetwork,
    /// What the system says.
    System(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// A sharing that goes on; it ends when this value goes.
#[derive(Debug)]
pub struct Sharing {
    /// What phones are shown.
    pub link: Link,
    /// Somebody came too late: the time is over.
    pub late: Arc<Notify>,
    server: Option<Runtime>,
}

/// What the phones' server knows.
struct Shared {
    front: Arc<Front>,
    door: Door,
    token: Token,
    until: Moment,
    world: World,
    late: Arc<Notify>,
}

impl Sharing {
    /// Begins to share.
    ///
    /// # Errors
    /// When there is no network to share in, or the system does not let us.
    pub fn begin(front: Arc<Front>, world: World) -> Result<Self, Trouble> {
        let address = (world.address)()?.ok_or(Trouble::NoNetwork)?;
        let listener = TcpListener::bind((address, 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let token = Token::new()?;
        let url = format!("http://{address}:{port}/?{KEY}={}", token.text());
        let lasts = SignedDuration::try_from(world.lasts).unwrap_or(SignedDuration::MAX);
        let until = Moment::new((world.now)().local().saturating_add(lasts));
        let link = Link {
            qr: SvgBuilder::default().to_str(&qr(&url)),
            until: until.local().strftime("%H:%M").to_string(),
            url,
        };
        let late = Arc::new(Notify::new());
        let shared = Shared {
            front,
            door: Door::of(&[&address.to_string()], port),
            token,
            until,
            world,
            late: Arc::clone(&late),
        };
        let server = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let app = router(Arc::new(shared));
        server.spawn(async move {
            let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
                return;
            };
            let listener = listener.tap_io(|stream| {
                let _ = stream.set_nodelay(true);
            });
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self {
            link,
            late,
            server: Some(server),
        })
    }
}

impl Drop for Sharing {
    fn drop(&mut self) {
        if let Some(server) = self.server.take() {
            server.shutdown_background();
        }
    }
}

fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/.trangxa/events", get(events))
        .route("/.trangxa/words", get(words))
        .route("/.trangxa/{file}", get(file))
        .fallback(page)
        .layer(middleware::from_fn_with_state(Arc::clone(&shared), let_in))
        .with_state(shared)
}

/// `?ma=CODE`
#[derive(Deserialize)]
struct Code {
    ma: Option<String>,
}

async fn let_in(State(shared): State<Arc<Shared>>, mut request: Request, next: Next) -> Response {
    match shared.check(&request) {
        Ok(Entry::Open(path)) => {
            let own = is_own(&path);
            request.extensions_mut().insert(SitePath(path));
            sealed(next.run(request).await, own)
        }
        Ok(Entry::Greet) => sealed(shared.greet(request.uri().path()), true),
        Err(response) => sealed(*response, true),
    }
}

#[derive(Clone)]
struct SitePath(String);

/// How somebody comes in.
enum Entry {
    /// With the cookie, to a path.
    Open(String),
    /// With the code in the address.
    Greet,
}

impl Shared {
    fn check(&self, request: &Request) -> Result<Entry, Box<Response>> {
        let refused = |status: StatusCode, msg: Msg| {
            Box::new(plain(status, format!("{}\n", msg.text(self.front.lang))))
        };
        let wrong = |refusal: Refusal| refused(refusal.status(), Msg::PreviewRefused);
        let asked = Asked::of(request.method(), request.uri(), request.headers());
        self.door.check(&asked).map_err(wrong)?;
        if !asked.reads {
            return Err(refused(StatusCode::METHOD_NOT_ALLOWED, Msg::PreviewRefused));
        }
        if (self.world.now)() >= self.until {
            self.late.notify_one();
            return Err(refused(StatusCode::GONE, Msg::PhoneCode));
        }
        let path = guard::path(request.uri().path()).map_err(wrong)?;
        let code = Query::<Code>::try_from_uri(request.uri());
        let code = code.ok().and_then(|Query(code)| code.ma);
        if code.is_some_and(|code| self.token.is(&code)) {
            return Ok(Entry::Greet);
        }
        let cookie = guard::cookie(request.headers(), COOKIE);
        if !cookie.is_some_and(|code| self.token.is(code)) {
            return Err(refused(StatusCode::FORBIDDEN, Msg::PhoneCode));
        }
        Ok(Entry::Open(path))
    }

    /// Keeps the code in a cookie and takes it out of the address.
    fn greet(&self, path: &str) -> Response {
        let mut response = redirect(StatusCode::SEE_OTHER, path);
        let (code, seconds) = (self.token.text(), self.world.lasts.as_secs());
        let cookie =
            format!("{COOKIE}={code}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict");
        let cookie = HeaderValue::from_str(&cookie).expect("digits and ASCII words");
        let headers = response.headers_mut();
        headers.insert(SET_COOKIE, cookie);
        headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        response
    }
}

async fn page(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let Some(SitePath(path)) = request.extensions().get().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if is_own(&path) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let raw = request.uri().path();
    shared.front.page(View::Public(None), path, raw, "").await
}

async fn file(axum::extract::Path(name): axum::extract::Path<String>) -> Response {
    Front::client_file(&name)
}

async fn words(State(shared): State<Arc<Shared>>) -> Response {
    shared.front.words()
}

async fn events(State(shared): State<Arc<Shared>>, Query(page): Query<Page>) -> Response {
    let page = page.path();
    if is_own(&page) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let ear = Ear {
        page,
        view: View::Public(None),
        hears_all: false,
    };
    shared.front.events(ear, None).await
}

fn qr(url: &str) -> QRCode {
    let code = QRBuilder::new(url).build();
    code.expect("an address and a code of 32 digits are short")
}

/// An address as a picture of half blocks, for a terminal.
#[must_use]
pub fn qr_blocks(url: &str) -> String {
    qr(url).to_str()
}

/// The address of this machine in a private network. Nothing is sent: the system only says by which of its addresses
/// it would go there.
///
/// # Errors
/// When the system has no sockets to give.
pub fn private_address() -> io::Result<Option<Ipv4Addr>> {
    // Out into the world, and into each of the private ranges.
    const AWAY: [Ipv4Addr; 4] = [
        Ipv4Addr::new(192, 0, 2, 1),
        Ipv4Addr::new(192, 168, 0, 1),
        Ipv4Addr::new(10, 0, 0, 1),
        Ipv4Addr::new(172, 16, 0, 1),
    ];
    // A socket of its own for each: one that has been connected keeps its own address.
    for away in AWAY {
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
        if socket.connect((away, 9)).is_err() {
            continue;
        }
        if let SocketAddr::V4(own) = socket.local_addr()?
            && own.ip().is_private()
        {
            return Ok(Some(*own.ip()));
        }
    }
    Ok(None)
}
