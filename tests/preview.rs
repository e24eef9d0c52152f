//! The preview's server over real connections, with a few pages in memory in the studio's place.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::{oneshot, watch};

use trangxa::diag::Lang;
use trangxa::moment::Moment;
use trangxa::preview::Showing;
use trangxa::preview::phone::World;
use trangxa::preview::running::{self, Left};
use trangxa::preview::server::{Server, Setup};
use trangxa::preview::studio::{Facts, News, Problem, Problems, Served, View};

/// What waits longer than this will never come.
const PATIENCE: Duration = Duration::from_secs(60);

/// Pages in memory. A page below `nhap/` is only the editor's.
struct Shelf {
    files: Mutex<BTreeMap<String, String>>,
    problems: Mutex<Vec<Problem>>,
    news: watch::Sender<Arc<News>>,
}

impl Showing for Shelf {
    fn serve(&self, view: View, path: &str) -> Served {
        let mut path = path.to_owned();
        if path.is_empty() || path.ends_with('/') {
            path += "index.html";
        }
        let files = self.files.lock().expect("nobody panicked");
        let is_hidden = view != View::Editor && path.starts_with("nhap/");
        match files.get(&path).filter(|_| !is_hidden) {
            Some(text) => Served {
                bytes: text.as_bytes().into(),
                path,
                found: true,
            },
            None => Served {
                bytes: (*b"<p>404</p></body>").into(),
                path: "404.html".to_owned(),
                found: false,
            },
        }
    }

    fn is_folder(&self, view: View, path: &str) -> bool {
        self.serve(view, &format!("{path}/")).found
    }

    fn facts(&self, view: View, path: &str) -> Facts {
        Facts {
            build: self.news.borrow().build,
            file: Some(format!("content/{path}")),
            mark: Some(format!("{view:?}")),
            hidden: {
                let files = self.files.lock().expect("nobody panicked");
                let drafts = files.keys().filter(|path| path.starts_with("nhap/"));
                drafts.map(|path| (path.clone(), String::new())).collect()
            },
            ..Facts::default()
        }
    }

    fn problems(&self) -> Problems {
        Problems {
            build: self.news.borrow().build,
            problems: self.problems.lock().expect("nobody panicked").clone(),
            due: None,
        }
    }

    fn news(&self) -> watch::Receiver<Arc<News>> {
        self.news.subscribe()
    }

    fn first_page(&self) -> String {
        "tin/".to_owned()
    }

    fn report(&self, _lang: Lang, _json: bool) -> Vec<String> {
        Vec::new()
    }

    fn source(&self, file: &str) -> Option<PathBuf> {
        (file == "content/tin.md").then(|| PathBuf::from("/xã/content/tin.md"))
    }
}

/// What was opened in the editor's program.
type Opened = Arc<Mutex<Vec<(PathBuf, usize, usize)>>>;

/// A running server; it stops when this value goes.
struct Preview {
    shelf: Arc<Shelf>,
    port: u16,
    token: String,
    clock: Arc<AtomicI64>,
    opened: Opened,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// An answer.
#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }
}

impl Preview {
    fn start() -> Self {
        Self::with("abc", Duration::from_mins(30))
    }

    /// A server for a site of that name.
    fn named(id: &str) -> Self {
        Self::with(id, Duration::from_mins(30))
    }

    /// A server whose sharing with phones lasts so long.
    fn lasting(lasts: Duration) -> Self {
        Self::with("abc", lasts)
    }

    fn with(id: &str, lasts: Duration) -> Self {
        let pages = [
            ("index.html", "<h1>Trang chủ</h1></body>"),
            ("tin/index.html", "<h1>Tin</h1></body></html>"),
            ("nhap/index.html", "<h1>Nháp</h1></body>"),
            ("tài-liệu/ảnh.jpg", "JPEG"),
            ("css/site.css", "a{}"),
        ];
        let files = pages.map(|(path, text)| (path.to_owned(), text.to_owned()));
        let shelf = Arc::new(Shelf {
            files: Mutex::new(BTreeMap::from(files)),
            problems: Mutex::default(),
            news: watch::Sender::new(Arc::new(News {
                build: 1,
                ..News::default()
            })),
        });
        let clock = Arc::new(AtomicI64::new(0));
        let opened = Opened::default();
        let now = Arc::clone(&clock);
        let opens = Arc::clone(&opened);
        let setup = Setup {
            lang: Lang::Vi,
            id: id.to_owned(),
            open: Box::new(move |file: &Path, line, column| {
                let mut opened = opens.lock().expect("nobody panicked");
                opened.push((file.to_owned(), line, column));
                Ok(())
            }),
            world: World {
                address: || Ok(Some(Ipv4Addr::LOCALHOST)),
                now: Arc::new(move || Moment::from_unix(now.load(Ordering::SeqCst))),
                lasts,
            },
        };
        let site: Arc<dyn Showing> = Arc::clone(&shelf) as Arc<dyn Showing>;
        let server = Server::new(site, setup).expect("random numbers");
        let token = server.token().text().to_owned();
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await;
                let listener = listener.expect("a port");
                let port = listener.local_addr().expect("bound").port();
                tell.send(port).expect("the test waits");
                let stop = async {
                    let _ = stopped.await;
                };
                server.run(listener, stop).await.expect("it serves");
            });
            runtime.shutdown_background();
        });
        Self {
            shelf,
            port: told.recv().expect("it started"),
            token,
            clock,
            opened,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// Puts a file in, or takes it out.
    fn put(&self, path: &str, text: Option<&str>) {
        let mut files = self.shelf.files.lock().expect("nobody panicked");
        match text {
            Some(text) => files.insert(path.to_owned(), text.to_owned()),
            None => files.remove(path),
        };
    }

    /// Tells of a new state, and gives its number.
    fn tell(&self, news: News) -> u64 {
        let build = self.shelf.news.borrow().build + 1;
        self.shelf
            .news
            .send_replace(Arc::new(News { build, ..news }));
        build
    }

    fn host(&self) -> String {
        format!("Host: 127.0.0.1:{}", self.port)
    }

    fn get(&self, path: &str) -> Answer {
        ask(self.port, &format!("GET {path}"), &[&self.host()], "")
    }

    fn get_with(&self, path: &str, header: &str) -> Answer {
        let host = self.host();
        ask(self.port, &format!("GET {path}"), &[&host, header], "")
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        let token = format!("X-Trangxa-Token: {}", self.token);
        let headers = [&self.host(), &token, "Content-Type: application/json"];
        let line = format!("POST {path}");
        ask(self.port, &line, &headers, &body.to_string())
    }

    fn listen(&self, page: &str, cookie: &str) -> Listening {
        let path = format!("/.trangxa/events?page={page}");
        Listening::to(self.port, &path, &[&self.host(), cookie])
    }

    /// Stops the server and waits until it has.
    fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            thread.join().expect("nobody panicked");
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.stop();
    }
}

fn connect(port: u16) -> std::io::Result<TcpStream> {
    let stream = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// One request on a connection of its own: `GET /tin/`, headers, body.
fn ask(port: u16, line: &str, headers: &[&str], body: &str) -> Answer {
    let headers: String = headers
        .iter()
        .filter(|header| !header.is_empty())
        .map(|header| format!("{header}\r\n"))
        .collect();
    let length = body.len();
    raw(
        port,
        &format!(
            "{line} HTTP/1.1\r\n{headers}Connection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        ),
    )
}

fn raw(port: u16, request: &str) -> Answer {
    let mut stream = connect(port).expect("it listens");
    // Who refuses a request may close before it has read all of it.
    let _ = stream.write_all(request.as_bytes());
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("an answer");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let (head, body) = text.split_once("\r\n\r\n").expect("head and body");
    let status = head.split(' ').nth(1).expect("a status");
    Answer {
        status: status.parse().expect("a number"),
        head: head.to_owned(),
        body: body.to_owned(),
    }
}

/// An open connection for events.
struct Listening {
    lines: std::io::Lines<BufReader<TcpStream>>,
}

impl Listening {
    fn to(port: u16, path: &str, headers: &[&str]) -> Self {
        let mut stream = connect(port).expect("it listens");
        write!(stream, "GET {path} HTTP/1.1\r\n").expect("it reads");
        for header in headers.iter().filter(|header| !header.is_empty()) {
            write!(stream, "{header}\r\n").expect("it reads");
        }
        write!(stream, "\r\n").expect("it reads");
        Self {
            lines: BufReader::new(stream).lines(),
        }
    }

    /// The next event; nothing when the connection was closed.
    ///
    /// # Panics
    /// When there is none for long, though the connection is kept alive.
    fn next(&mut self) -> Option<(String, Value)> {
        let begun = Instant::now();
        let mut name = None;
        loop {
            assert!(begun.elapsed() < PATIENCE, "nothing is said");
            let line = self.lines.next()?.ok()?;
            if let Some(event) = line.strip_prefix("event: ") {
                name = Some(event.to_owned());
            } else if let Some(data) = line.strip_prefix("data: ") {
                let data = serde_json::from_str(data).expect("JSON");
                return Some((name.expect("events have names"), data));
            }
        }
    }

    /// The next event must be this one. The number of its state may be lower: a connection that is still busy with the
    /// state before finds the page already as it is now.
    fn expect(&mut self, name: &str, data: &Value) {
        let (given, mut value) = self.next().expect("an event");
        if value["build"].as_u64() < data["build"].as_u64() {
            value["build"] = data["build"].clone();
        }
        assert_eq!((given.as_str(), &value), (name, data));
    }
}

#[test]
fn pages_are_served_as_published_with_the_script_and_the_right_headers() {
    let preview = Preview::start();
    let token = &preview.token;
    let script = format!(
        "<script type=\"module\" src=\"/.trangxa/client.js\" data-token=\"{token}\" data-build=\"1\"></script>"
    );
    let home = preview.get("/");
    assert_eq!(home.status, 200);
    assert_eq!(home.body, format!("<h1>Trang chủ</h1>{script}</body>"));
    let headers = [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
    ];
    for (name, value) in headers {
        assert_eq!(home.header(name), Some(value));
    }
    assert_eq!(home.header("content-security-policy"), None);
    assert_eq!(home.header("access-control-allow-origin"), None);

    let head = ask(preview.port, "HEAD /", &[&preview.host()], "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(
        head.header("content-length"),
        Some(home.body.len().to_string().as_str())
    );

    let missing = preview.get("/khong-co/");
    assert_eq!(missing.status, 404);
    assert_eq!(missing.body, format!("<p>404</p>{script}</body>"));

    let picture = preview.get("/t%C3%A0i-li%E1%BB%87u/%E1%BA%A3nh.jpg");
    assert_eq!((picture.status, picture.body.as_str()), (200, "JPEG"));
    assert_eq!(picture.header("content-type"), Some("image/jpeg"));
    assert_eq!(preview.get("/css/site.css").body, "a{}");

    let folder = preview.get("/tin");
    assert_eq!(folder.status, 308);
    assert_eq!(folder.header("location"), Some("/tin/"));
}

#[test]
fn the_view_is_that_of_the_cookie() {
    let preview = Preview::start();
    let cases = [
        ("", 200, "Editor"),
        ("Cookie: trangxa-view=public", 404, "Public(None)"),
        (
            "Cookie: a=b; trangxa-view=public:2026-12-01",
            404,
            "Public(Some(2026-12-01))",
        ),
        ("Cookie: trangxa-view=public:hôm nay", 200, "Editor"),
        ("Cookie: trangxa-view=", 200, "Editor"),
    ];
    for (cookie, status, view) in cases {
        assert_eq!(
            preview.get_with("/nhap/", cookie).status,
            status,
            "{cookie}"
        );
        let facts = preview
            .get_with("/.trangxa/facts?page=/nhap/", cookie)
            .json();
        assert_eq!(facts["mark"], view);
        assert_eq!(facts["file"], "content/nhap/");
    }
}

#[test]
fn what_is_the_previews_own_is_sealed() {
    let preview = Preview::start();
    let own = [
        "/.trangxa/",
        "/.trangxa/client.js",
        "/.trangxa/client.css",
        "/.trangxa/words",
        "/.trangxa/problems",
        "/.trangxa/site",
        "/.trangxa/khong-co",
    ];
    for path in own {
        let answer = preview.get(path);
        let policy = answer.header("content-security-policy").expect("a policy");
        assert!(policy.starts_with("default-src 'none';"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        let expected = if path.ends_with("khong-co") { 404 } else { 200 };
        assert_eq!(answer.status, expected, "{path}");
    }
    let script = preview.get("/.trangxa/client.js");
    let script_type = script.header("content-type");
    assert_eq!(script_type, Some("text/javascript; charset=utf-8"));
    assert!(preview.get("/.trangxa/words").json().is_object());
    let site = preview.get("/.trangxa/site").json();
    assert_eq!(site, json!({"site": "abc", "page": "tin/"}));
    for path in ["/.trangxa/words.txt", "/.trangxa/x/y", "/%2etrangxa/site"] {
        assert_ne!(preview.get(path).status, 200, "{path}");
    }
}

#[test]
fn strangers_are_refused() {
    let preview = Preview::start();
    let port = preview.port;
    let host = preview.host();
    let other_host = format!("Host: evil.example:{port}");
    let get = |headers: &[&str]| ask(port, "GET /", headers, "").status;
    assert_eq!(get(&[&host]), 200);
    assert_eq!(get(&[&format!("Host: localhost:{port}")]), 200);
    assert_eq!(get(&[&format!("Host: [::1]:{port}")]), 200);
    assert_eq!(get(&[&other_host]), 421);
    assert_eq!(get(&["Host: 127.0.0.1"]), 421);
    assert_eq!(get(&[&host, &other_host]), 421);
    assert_eq!(raw(port, "GET / HTTP/1.0\r\n\r\n").status, 421);
    let proxied =
        format!("GET http://evil.example/ HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n");
    assert_eq!(raw(port, &proxied).status, 421);

    assert_eq!(get(&[&host, "Origin: http://evil.example"]), 403);
    assert_eq!(get(&[&host, "Origin: null"]), 403);
    assert_eq!(
        get(&[&host, &format!("Origin: http://localhost:{port}")]),
        200
    );
    assert_eq!(get(&[&host, "Sec-Fetch-Site: cross-site"]), 403);
    let visit = ["Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"];
    let site = "Sec-Fetch-Site: cross-site";
    assert_eq!(get(&[&host, site, visit[0], visit[1]]), 200);

    for path in [
        "/..", "/a/../b", "/%2e%2e/", "/a%2fb", "/a%5cb", "/C:/", "//a", "/%00",
    ] {
        let answer = ask(port, &format!("GET {path}"), &[&host], "");
        assert_eq!(answer.status, 400, "{path}");
        assert!(answer.header("content-security-policy").is_some());
    }
}

#[test]
fn who_does_something_needs_the_token_and_json() {
    let preview = Preview::start();
    let (port, host) = (preview.port, preview.host());
    let body = json!({"file": "content/tin.md", "line": 3, "column": 5});
    let token = format!("X-Trangxa-Token: {}", preview.token);
    let wrong = format!("X-Trangxa-Token: {}0", &preview.token[1..]);
    let kind = "Content-Type: application/json";
    let post = |headers: &[&str]| {
        let line = "POST /.trangxa/open";
        ask(port, line, headers, &body.to_string()).status
    };
    assert_eq!(post(&[&host, kind]), 403);
    assert_eq!(post(&[&host, kind, &wrong]), 403);
    assert_eq!(post(&[&host, kind, &token, &token]), 403);
    assert_eq!(
        post(&[&host, kind, &token, "Origin: http://evil.example"]),
        403
    );
    assert_eq!(
        post(&[&host, kind, &token, "Sec-Fetch-Site: cross-site"]),
        403
    );
    assert_eq!(post(&[&host, &token]), 415);
    assert_eq!(post(&[&host, &token, "Content-Type: text/plain"]), 415);
    assert_eq!(*preview.opened.lock().expect("nobody panicked"), []);
    assert_eq!(post(&[&host, kind, &token]), 204);
    let expected = (PathBuf::from("/xã/content/tin.md"), 3, 5);
    assert_eq!(*preview.opened.lock().expect("nobody panicked"), [expected]);

    for file in ["content/khac.md", "../x", "/etc/passwd", ""] {
        let answer = preview.post("/.trangxa/open", &json!({"file": file}));
        assert_eq!(answer.status, 404, "{file}");
        assert_eq!(
            answer.json()["message"],
            format!("Trang không có tệp {file}.")
        );
    }
    let painted = json!({"build": 1, "painted": 1_795_324_800_000.25});
    assert_eq!(preview.post("/.trangxa/painted", &painted).status, 204);
    let long = json!({"file": "a".repeat(70_000)});
    assert_eq!(preview.post("/.trangxa/open", &long).status, 413);
    assert_eq!(preview.post("/tin/", &json!({})).status, 405);
    assert_eq!(preview.post("/.trangxa/site", &json!({})).status, 405);
    assert_eq!(preview.get("/.trangxa/open").status, 405);
    assert_eq!(preview.opened.lock().expect("nobody panicked").len(), 1);
}

#[test]
fn a_page_hears_what_concerns_it() {
    let preview = Preview::start();
    let mut tin = preview.listen("tin/", "");
    tin.expect("hello", &json!({"build": 1}));
    let mut home = preview.listen("/", "");
    home.expect("hello", &json!({"build": 1}));

    preview.put("tin/index.html", Some("<h1>Tin mới</h1>"));
    let saved = News {
        saved: vec!["tin/".to_owned()],
        ..News::default()
    };
    let build = preview.tell(saved);
    tin.expect("update", &json!({"build": build}));
    home.expect("follow", &json!({"build": build, "path": "tin/"}));

    // Nothing of this page changed: only the files are told.
    let build = preview.tell(News {
        files: vec!["anh/a.jpg".to_owned()],
        ..News::default()
    });
    let files = json!({"build": build, "paths": ["anh/a.jpg"]});
    tin.expect("files", &files);
    home.expect("files", &files);

    let broken = News {
        problems: 7,
        errors: 1,
        ..News::default()
    };
    let build = preview.tell(broken.clone());
    let problems = json!({"build": build, "errors": 1, "warnings": 0});
    tin.expect("problems", &problems);
    home.expect("problems", &problems);

    preview.put("tin/index.html", None);
    let build = preview.tell(broken.clone());
    tin.expect("gone", &json!({"build": build}));
    preview.put("tin/index.html", Some("<h1>Tin</h1>"));
    preview.put("index.html", Some("<h1>Nhà</h1>"));
    let build = preview.tell(broken);
    tin.expect("update", &json!({"build": build}));
    home.expect("update", &json!({"build": build}));
}

#[test]
fn a_page_hears_when_only_its_facts_are_others() {
    let preview = Preview::start();
    let mut tin = preview.listen("tin/", "");
    tin.expect("hello", &json!({"build": 1}));
    preview.put("tin/index.html", Some("<h1>Tin mới</h1>"));
    let build = preview.tell(News::default());
    tin.expect("update", &json!({"build": build}));
    preview.put("nhap/b/index.html", Some("<h1>Nháp B</h1>"));
    let build = preview.tell(News::default());
    tin.expect("facts", &json!({"build": build}));
}

#[test]
fn the_list_of_problems_is_a_page_that_is_brought_up_to_date_too() {
    let preview = Preview::start();
    let mut list = preview.listen(".trangxa/", "");
    list.expect("hello", &json!({"build": 1}));
    let empty = preview.get("/.trangxa/").body;
    assert!(empty.contains("Không có lỗi nào."), "{empty}");
    assert_eq!(empty.matches("/.trangxa/client.js").count(), 1);
    let problem = Problem {
        severity: "error",
        code: "broken-link".to_owned(),
        message: "không có trang này".to_owned(),
        help: Vec::new(),
        file: "content/tin.md".to_owned(),
        cell: String::new(),
        line: 3,
        column: 1,
        excerpt: Vec::new(),
        marked: None,
        notes: Vec::new(),
        page: None,
    };
    preview
        .shelf
        .problems
        .lock()
        .expect("nobody panicked")
        .push(problem);
    let news = News {
        problems: 1,
        errors: 1,
        ..News::default()
    };
    let build = preview.tell(news);
    list.expect("update", &json!({"build": build}));
    list.expect(
        "problems",
        &json!({"build": build, "errors": 1, "warnings": 0}),
    );
    let full = preview.get("/.trangxa/").body;
    assert!(full.contains("không có trang này"), "{full}");
    let problems = preview.get("/.trangxa/problems").json();
    assert_eq!(problems["problems"][0]["line"], 3);
}

#[test]
fn a_page_is_watched_as_its_viewer_sees_it() {
    let preview = Preview::start();
    let mut resident = preview.listen("nhap/", "Cookie: trangxa-view=public");
    resident.expect("hello", &json!({"build": 1}));
    let mut editor = preview.listen("nhap/", "");
    editor.expect("hello", &json!({"build": 1}));
    preview.put("nhap/index.html", Some("<h1>Nháp 2</h1>"));
    let news = News {
        files: vec!["x".to_owned()],
        ..News::default()
    };
    let build = preview.tell(news);
    editor.expect("update", &json!({"build": build}));
    resident.expect("files", &json!({"build": build, "paths": ["x"]}));
}

#[test]
fn a_slow_reader_comes_to_the_newest_state() {
    let preview = Preview::start();
    let mut tin = preview.listen("tin/", "");
    tin.expect("hello", &json!({"build": 1}));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for n in 0..1_000 {
                preview.put("tin/index.html", Some(&format!("<h1>{n}</h1>")));
                preview.tell(News::default());
            }
        });
        // As a browser does: what is told is fetched. Told of one state, it may be given the next one already, of which
        // nothing more is said then.
        loop {
            let (name, _) = tin.next().expect("the newest state");
            assert_eq!(name, "update");
            if preview.get("/tin/").body.contains("<h1>999</h1>") {
                break;
            }
        }
    });
}

/// The port and the code of a sharing.
fn shared(preview: &Preview) -> (u16, String) {
    let link = preview.post("/.trangxa/phone", &json!({"on": true}));
    assert_eq!(link.status, 200);
    let link = link.json();
    assert_eq!(link["until"], "07:30");
    assert!(link["qr"].as_str().expect("a text").starts_with("<svg"));
    let url = link["url"].as_str().expect("a text");
    let rest = url.strip_prefix("http://127.0.0.1:").expect("our address");
    let (port, code) = rest.split_once("/?ma=").expect("a code");
    (port.parse().expect("a port"), code.to_owned())
}

/// Waits until nobody listens at a port.
fn closed(port: u16) {
    let begun = Instant::now();
    while connect(port).is_ok() {
        assert!(begun.elapsed() < PATIENCE, "somebody listens");
        std::thread::yield_now();
    }
}

#[test]
fn a_phone_with_the_code_sees_what_residents_see_and_nothing_else() {
    let preview = Preview::start();
    let (port, code) = shared(&preview);
    let host = format!("Host: 127.0.0.1:{port}");
    let cookie = format!("Cookie: trangxa-ma={code}");
    let get = |path: &str, headers: &[&str]| ask(port, &format!("GET {path}"), headers, "");

    assert_eq!(get("/", &[&host]).status, 403);
    assert_eq!(get("/?ma=0123", &[&host]).status, 403);
    assert_eq!(get("/", &[&host, "Cookie: trangxa-ma=0123"]).status, 403);
    assert_eq!(get("/?ma=0123", &[&preview.host()]).status, 421);
    assert_eq!(
        get("/", &[&format!("Host: localhost:{port}"), &cookie]).status,
        421
    );
    assert_eq!(
        get("/", &[&host, &cookie, "Origin: http://evil.example"]).status,
        403
    );

    let greeted = get(&format!("/tin/?ma={code}"), &[&host]);
    assert_eq!(greeted.status, 303);
    assert_eq!(greeted.header("location"), Some("/tin/"));
    let kept = format!("trangxa-ma={code}; Path=/; Max-Age=1800; HttpOnly; SameSite=Strict");
    assert_eq!(greeted.header("set-cookie"), Some(kept.as_str()));

    let page = get("/tin/", &[&host, &cookie]);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("data-token=\"\""), "{}", page.body);
    assert!(!page.body.contains(&preview.token));
    // A draft is no resident's business, whatever the cookie of the editor's browser says.
    assert_eq!(get("/nhap/", &[&host, &cookie]).status, 404);
    for path in ["/.trangxa/client.js", "/.trangxa/words"] {
        assert_eq!(get(path, &[&host, &cookie]).status, 200, "{path}");
    }
    for path in [
        "",
        "facts",
        "problems",
        "site",
        "open",
        "phone",
        "events?page=.trangxa/",
    ] {
        let answer = get(&format!("/.trangxa/{path}"), &[&host, &cookie]);
        assert_eq!(answer.status, 404, "{path}");
    }
    let token = format!("X-Trangxa-Token: {}", preview.token);
    let kind = "Content-Type: application/json";
    let off = ask(
        port,
        "POST /.trangxa/phone",
        &[&host, &cookie, &token, kind],
        "{\"on\":false}",
    );
    assert_eq!(off.status, 405);
    assert_eq!(get("/a/../b", &[&host, &cookie]).status, 400);

    let mut listening = Listening::to(port, "/.trangxa/events?page=tin/", &[&host, &cookie]);
    listening.expect("hello", &json!({"build": 1}));
    preview.put("tin/index.html", Some("<h1>Tin mới</h1>"));
    let build = preview.tell(News {
        problems: 1,
        errors: 1,
        saved: vec!["nhap/".to_owned()],
        ..News::default()
    });
    listening.expect("update", &json!({"build": build}));

    // A second wish gives the same; the end of it closes everything.
    assert_eq!(shared(&preview), (port, code));
    let off = preview.post("/.trangxa/phone", &json!({"on": false}));
    assert_eq!((off.status, off.body.as_str()), (200, "null"));
    assert_eq!(listening.next(), None);
    closed(port);
}

#[test]
fn the_editor_hears_of_the_sharing() {
    let preview = Preview::start();
    let mut tin = preview.listen("tin/", "");
    tin.expect("hello", &json!({"build": 1}));
    let (port, _) = shared(&preview);
    tin.expect("phone", &json!({"until": "07:30"}));
    let mut later = preview.listen("tin/", "");
    later.expect("hello", &json!({"build": 1}));
    later.expect("phone", &json!({"until": "07:30"}));
    preview.post("/.trangxa/phone", &json!({"on": false}));
    tin.expect("phone", &Value::Null);
    closed(port);
}

#[test]
fn a_sharing_ends_by_the_clock() {
    let preview = Preview::start();
    let mut tin = preview.listen("tin/", "");
    tin.expect("hello", &json!({"build": 1}));
    let (port, code) = shared(&preview);
    tin.expect("phone", &json!({"until": "07:30"}));
    let host = format!("Host: 127.0.0.1:{port}");
    let cookie = format!("Cookie: trangxa-ma={code}");
    preview.clock.store(30 * 60 - 1, Ordering::SeqCst);
    assert_eq!(ask(port, "GET /", &[&host, &cookie], "").status, 200);
    // The machine slept meanwhile: who comes late finds the time over, and with that the sharing ends.
    preview.clock.store(30 * 60, Ordering::SeqCst);
    let mut stream = connect(port).expect("it still listens");
    write!(stream, "GET / HTTP/1.1\r\n{host}\r\n{cookie}\r\n\r\n").expect("it reads");
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    // The end may cut the answer off; it is never the page.
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 410 "),
        "{answer}"
    );
    tin.expect("phone", &Value::Null);
    closed(port);
}

#[test]
fn a_sharing_ends_by_itself() {
    let preview = Preview::lasting(Duration::ZERO);
    let mut tin = preview.listen("tin/", "");
    tin.expect("hello", &json!({"build": 1}));
    let link = preview.post("/.trangxa/phone", &json!({"on": true}));
    assert_eq!(link.json()["until"], "07:00");
    tin.expect("phone", &json!({"until": "07:00"}));
    tin.expect("phone", &Value::Null);
}

#[test]
fn open_connections_do_not_hold_up_the_end() {
    let mut preview = Preview::start();
    let mut tin = preview.listen("tin/", "");
    tin.expect("hello", &json!({"build": 1}));
    let (phone, code) = shared(&preview);
    tin.expect("phone", &json!({"until": "07:30"}));
    let headers = [
        format!("Host: 127.0.0.1:{phone}"),
        format!("Cookie: trangxa-ma={code}"),
    ];
    let headers = [headers[0].as_str(), headers[1].as_str()];
    let mut on_phone = Listening::to(phone, "/.trangxa/events?page=tin/", &headers);
    on_phone.expect("hello", &json!({"build": 1}));
    let mut half = connect(preview.port).expect("it listens");
    half.write_all(b"GET / HT").expect("it reads");
    let port = preview.port;
    preview.stop();
    assert_eq!(tin.next(), None);
    assert_eq!(on_phone.next(), None);
    closed(port);
    closed(phone);
}

#[test]
fn a_second_start_finds_the_running_preview_of_its_site_and_no_other() {
    let preview = Preview::start();
    let temp = tempfile::tempdir().expect("a temporary folder");
    let left = Left::new(temp.path(), "abc", preview.port).expect("written");
    let found = running::find(temp.path(), "abc");
    assert_eq!(found, Some((preview.port, "tin/".to_owned())));
    let other = Left::new(temp.path(), "xyz", preview.port).expect("written");
    assert_eq!(running::find(temp.path(), "xyz"), None);
    drop((left, other));
    assert_eq!(running::find(temp.path(), "abc"), None);
}

/// A small site on disk.
fn small_site() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write(
        "site.toml",
        "title = \"Xã An Lạc\"\nbase_url = \"https://anlac.example.vn/cong/\"\n",
    );
    write(
        "content/tin.md",
        "+++\ntitle = \"Tin mới\"\n+++\nChào bà con.\n",
    );
    write(
        "content/nhap.md",
        "+++\ntitle = \"Nháp\"\ndraft = true\n+++\nChưa đăng.\n",
    );
    dir
}

/// The command, with a folder of its own for what one start leaves for the next.
fn command(root: &Path, temp: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trangxa"));
    command
        .current_dir(root)
        .args(["preview", "--no-open"])
        .args(args)
        .env_remove("TRANGXA_LANG")
        .envs(["TMPDIR", "TMP", "TEMP"].map(|name| (name, temp)));
    command
}

#[test]
fn a_second_start_of_the_same_site_names_the_running_preview() {
    let (site, temp) = (small_site(), small_site());
    let id = running::id(site.path()).expect("it is there");
    let preview = Preview::named(&id);
    let _left = Left::new(temp.path(), &id, preview.port).expect("written");
    let output = command(site.path(), temp.path(), &[]).output();
    let output = output.expect("the program runs");
    assert_eq!(output.status.code(), Some(0));
    let expected = format!(
        "Trang này đang được xem thử tại http://127.0.0.1:{}/\n",
        preview.port
    );
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

#[cfg(unix)]
#[test]
fn the_command_shows_the_site_until_it_is_told_to_stop() {
    let (site, temp) = (small_site(), small_site());
    for signal in ["-INT", "-TERM"] {
        let mut child = command(site.path(), temp.path(), &["--port", "0", "--json"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let first: Value = serde_json::from_str(&lines.next().expect("a line").expect("UTF-8"))
            .expect("a line of JSON");
        let address = first["address"].as_str().expect("an address");
        let port = address
            .strip_prefix("http://127.0.0.1:")
            .and_then(|rest| rest.strip_suffix('/'))
            .expect("an address on loopback");
        let port: u16 = port.parse().expect("a port");

        let host = format!("Host: 127.0.0.1:{port}");
        let get =
            |path: &str, cookie: &str| ask(port, &format!("GET {path}"), &[&host, cookie], "");
        let page = get("/tin/", "");
        assert!(page.body.contains("Chào bà con."), "{}", page.body);
        assert_eq!(get("/nhap/", "").status, 200);
        assert_eq!(get("/nhap/", "Cookie: trangxa-view=public").status, 404);
        assert_eq!(get("/tin", "").header("location"), Some("/tin/"));
        let facts = get("/.trangxa/facts?page=tin/", "").json();
        assert_eq!(facts["file"], "content/tin.md");
        let mut listening = Listening::to(port, "/.trangxa/events?page=tin/", &[&host]);
        assert_eq!(listening.next().expect("an event").0, "hello");
        let found = running::find(temp.path(), &running::id(site.path()).expect("it is there"));
        assert_eq!(found.expect("its note").0, port);

        let killed = Command::new("kill")
            .args([signal, &child.id().to_string()])
            .status();
        assert!(killed.expect("kill runs").success());
        assert_eq!(child.wait().expect("it ends").code(), Some(0), "{signal}");
        assert_eq!(listening.next(), None);
        let notes = std::fs::read_dir(temp.path()).expect("a folder");
        let notes = notes.filter(|entry| {
            let name = entry.as_ref().expect("an entry").file_name();
            name.to_string_lossy().starts_with("trangxa-")
        });
        assert_eq!(notes.count(), 0);
        assert!(!site.path().join("public").exists());
    }
}
