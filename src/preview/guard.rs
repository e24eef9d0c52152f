//! Which requests are answered: by their host, where they come from, their token and their path.
//!
//! Pure: in goes what of a request decides, out comes the decoded path or a `Refusal`. A page of another site that is
//! open in the same browser must neither read the preview nor make it do anything, even when its name is made to lead
//! to this machine (DNS rebinding).

use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, Method, StatusCode, Uri};

/// The header of a request that does something, with the token of this run.
pub const TOKEN: &str = "x-trangxa-token";

/// A secret of 128 bits, another one in every run.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new secret.
    ///
    /// # Errors
    /// When the system has no random numbers to give.
    pub fn new() -> std::io::Result<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
        Ok(Self(format!("{:032x}", u128::from_be_bytes(bytes))))
    }

    /// 32 hexadecimal digits.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether a text is this secret. Takes the same time wherever they differ.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        let differing = |sum: u8, (a, b): (u8, u8)| sum | (a ^ b);
        text.len() == self.0.len() && self.0.bytes().zip(text.bytes()).fold(0, differing) == 0
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is meant for another host.
    OtherHost,
    /// It comes from a page of another site.
    OtherSite,
    /// It wants to do something and does not know the token.
    NoToken,
    /// Its path is none that a site can have.
    BadPath,
}

impl Refusal {
    /// The status of the answer.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::OtherHost => StatusCode::MISDIRECTED_REQUEST,
            Self::OtherSite | Self::NoToken => StatusCode::FORBIDDEN,
            Self::BadPath => StatusCode::BAD_REQUEST,
        }
    }
}

/// What of a request decides. A header that stands twice or is not text counts as a wrong one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// Whether it is a `GET` or `HEAD`.
    pub reads: bool,
    /// `Host`.
    pub host: Option<&'a str>,
    /// The host in the request line, which proxies are sent.
    pub line_host: Option<&'a str>,
    /// `Origin`.
    pub origin: Option<&'a str>,
    /// `Sec-Fetch-Site`.
    pub site: Option<&'a str>,
    /// `Sec-Fetch-Mode`.
    pub mode: Option<&'a str>,
    /// `Sec-Fetch-Dest`.
    pub dest: Option<&'a str>,
    /// `X-Trangxa-Token`.
    pub token: Option<&'a str>,
}

impl<'a> Asked<'a> {
    /// What decides of a request.
    #[must_use]
    pub fn of(method: &Method, uri: &'a Uri, headers: &'a HeaderMap) -> Self {
        let header = |name: &str| {
            let mut values = headers.get_all(name).iter();
            let first = values.next()?;
            let only = values.next().is_none();
            Some(first.to_str().ok().filter(|_| only).unwrap_or("?"))
        };
        Self {
            reads: matches!(*method, Method::GET | Method::HEAD),
            host: header(HOST.as_str()),
            line_host: uri.authority().map(axum::http::uri::Authority::as_str),
            origin: header(ORIGIN.as_str()),
            site: header("sec-fetch-site"),
            mode: header("sec-fetch-mode"),
            dest: header("sec-fetch-dest"),
            token: header(TOKEN),
        }
    }
}

/// Who is let in: the names that the server goes by, each with its port.
#[derive(Clone, Debug)]
pub struct Door(Vec<String>);

impl Door {
    /// The names of this machine for itself.
    #[must_use]
    pub fn loopback(port: u16) -> Self {
        Self::of(&["127.0.0.1", "localhost", "[::1]"], port)
    }

    /// The given hosts.
    #[must_use]
    pub fn of(hosts: &[&str], port: u16) -> Self {
        let mut names: Vec<String> = hosts.iter().map(|host| format!("{host}:{port}")).collect();
        if port == 80 {
            names.extend(hosts.iter().map(|host| (*host).to_owned()));
        }
        Self(names)
    }

    fn is_ours(&self, host: &str) -> bool {
        self.0.iter().any(|name| name.eq_ignore_ascii_case(host))
    }

    /// Whether a request comes from us: from our own pages, from the address bar, or by a link that somebody followed.
    ///
    /// # Errors
    /// Why it is not answered.
    pub fn check(&self, asked: &Asked<'_>) -> Result<(), Refusal> {
        let named = asked.host.is_some_and(|host| self.is_ours(host));
        if !named || asked.line_host.is_some_and(|host| !self.is_ours(host)) {
            return Err(Refusal::OtherHost);
        }
        let is_own_origin = |origin: &str| {
            let host = origin.strip_prefix("http://");
            host.is_some_and(|host| self.is_ours(host))
        };
        // A frame, a picture or a script of another site's page is not a visit.
        let visits =
            asked.reads && asked.mode == Some("navigate") && asked.dest == Some("document");
        let is_own_fetch = matches!(asked.site, None | Some("same-origin" | "none"));
        if !asked.origin.is_none_or(is_own_origin) || !(is_own_fetch || visits) {
            return Err(Refusal::OtherSite);
        }
        Ok(())
    }

    /// The same for a server whose pages can do something: that takes the token.
    ///
    /// # Errors
    /// Why it is not answered.
    pub fn check_with(&self, asked: &Asked<'_>, token: &Token) -> Result<(), Refusal> {
        self.check(asked)?;
        if asked.reads || asked.token.is_some_and(|given| token.is(given)) {
            Ok(())
        } else {
            Err(Refusal::NoToken)
        }
    }
}

/// The decoded path of a request, without the slash in front. Each part is the name of a file or folder, so the path
/// cannot lead out of anything that it is put below.
///
/// # Errors
/// When it is none that a site can have.
pub fn path(raw: &str) -> Result<String, Refusal> {
    let decoded = decode(raw.strip_prefix('/').ok_or(Refusal::BadPath)?)?;
    let mut parts = decoded.split('/').peekable();
    let has_drive = decoded.as_bytes().get(1) == Some(&b':');
    let is_bad = |part: &str| matches!(part, "." | "..") || part.contains(is_never_in_a_name);
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        if is_bad(part) || has_drive || (part.is_empty() && !is_last) {
            return Err(Refusal::BadPath);
        }
    }
    Ok(decoded)
}

fn is_never_in_a_name(c: char) -> bool {
    c == '\\' || c.is_control()
}

/// Undoes the percent-encoding. An encoded slash would be a slash in a name, which no file has.
fn decode(raw: &str) -> Result<String, Refusal> {
    let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else {
            return Err(Refusal::BadPath);
        };
        let byte = u8::try_from(high * 16 + low).expect("two hexadecimal digits are a byte");
        if byte == b'/' {
            return Err(Refusal::BadPath);
        }
        bytes.push(byte);
    }
    String::from_utf8(bytes).map_err(|_| Refusal::BadPath)
}

/// The value of a cookie.
#[must_use]
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let values = headers.get_all(COOKIE).iter();
    values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::{Component, Path};

    const OURS: Asked<'_> = Asked {
        reads: true,
        host: Some("127.0.0.1:5757"),
        line_host: None,
        origin: None,
        site: None,
        mode: None,
        dest: None,
        token: None,
    };

    fn door() -> Door {
        Door::loopback(5757)
    }

    #[test]
    fn only_the_names_of_this_machine_with_the_right_port_are_hosts() {
        let hosts = [
            (Some("127.0.0.1:5757"), true),
            (Some("localhost:5757"), true),
            (Some("LOCALHOST:5757"), true),
            (Some("[::1]:5757"), true),
            (None, false),
            (Some(""), false),
            (Some("127.0.0.1"), false),
            (Some("127.0.0.1:5758"), false),
            (Some("127.0.0.1:5757 "), false),
            (Some("127.0.0.2:5757"), false),
            (Some("127.0.0.1.evil.example:5757"), false),
            (Some("evil.example:5757"), false),
            (Some("localhost.:5757"), false),
            (Some("localhost.evil.example:5757"), false),
            (Some("x@127.0.0.1:5757"), false),
            (Some("0.0.0.0:5757"), false),
            (Some("[::]:5757"), false),
            (Some("2130706433:5757"), false),
            (Some("192.168.1.5:5757"), false),
        ];
        for (host, expected) in hosts {
            let asked = Asked { host, ..OURS };
            let given = door().check(&asked);
            assert_eq!(given == Ok(()), expected, "{host:?}");
            assert!(expected || given == Err(Refusal::OtherHost), "{host:?}");
        }
        let asked = Asked {
            line_host: Some("evil.example"),
            ..OURS
        };
        assert_eq!(door().check(&asked), Err(Refusal::OtherHost));
        assert!(Door::loopback(80).is_ours("localhost"));
    }

    #[test]
    fn pages_of_other_sites_are_told_by_their_origin() {
        let origins = [
            ("http://127.0.0.1:5757", true),
            ("http://localhost:5757", true),
            ("https://127.0.0.1:5757", false),
            ("http://127.0.0.1:3000", false),
            ("http://127.0.0.1:5757.evil.example", false),
            ("http://evil.example", false),
            ("http://evil.example:5757", false),
            ("null", false),
            ("file://", false),
            ("", false),
        ];
        for (origin, expected) in origins {
            for reads in [true, false] {
                let origin = Some(origin);
                let asked = Asked {
                    reads,
                    origin,
                    ..OURS
                };
                assert_eq!(door().check(&asked) == Ok(()), expected, "{origin:?}");
            }
        }
    }

    #[test]
    fn another_site_may_lead_here_but_not_look_inside() {
        // Sec-Fetch-Site, -Mode, -Dest, reads
        let fetches = [
            (Some("same-origin"), Some("cors"), Some("empty"), true, true),
            (
                Some("same-origin"),
                Some("cors"),
                Some("empty"),
                false,
                true,
            ),
            (Some("none"), Some("navigate"), Some("document"), true, true),
            (
                Some("cross-site"),
                Some("navigate"),
                Some("document"),
                true,
                true,
            ),
            (
                Some("same-site"),
                Some("navigate"),
                Some("document"),
                true,
                true,
            ),
            (
                Some("cross-site"),
                Some("navigate"),
                Some("iframe"),
                true,
                false,
            ),
            (
                Some("cross-site"),
                Some("navigate"),
                Some("document"),
                false,
                false,
            ),
            (
                Some("cross-site"),
                Some("no-cors"),
                Some("image"),
                true,
                false,
            ),
            (
                Some("cross-site"),
                Some("no-cors"),
                Some("script"),
                true,
                false,
            ),
            (Some("cross-site"), Some("cors"), Some("empty"), true, false),
            (Some("same-site"), Some("cors"), Some("empty"), true, false),
            (Some("cross-site"), None, None, true, false),
            (Some("?"), Some("navigate"), None, true, false),
            (None, None, None, true, true),
        ];
        for (site, mode, dest, reads, expected) in fetches {
            let asked = Asked {
                reads,
                site,
                mode,
                dest,
                ..OURS
            };
            assert_eq!(door().check(&asked) == Ok(()), expected, "{asked:?}");
        }
    }

    #[test]
    fn who_wants_to_do_something_must_know_the_token() {
        let token = Token("0123456789abcdef0123456789abcdef".to_owned());
        let tokens = [
            (None, false),
            (Some(""), false),
            (Some("0123456789abcdef0123456789abcdee"), false),
            (Some("0123456789abcdef0123456789abcde"), false),
            (Some("0123456789abcdef0123456789abcdef0"), false),
            (Some("0123456789ABCDEF0123456789ABCDEF"), false),
            (Some("0123456789abcdef0123456789abcdef"), true),
        ];
        for (given, expected) in tokens {
            let asked = Asked {
                reads: false,
                token: given,
                ..OURS
            };
            let answer = door().check_with(&asked, &token);
            assert_eq!(answer == Ok(()), expected, "{given:?}");
            assert!(expected || answer == Err(Refusal::NoToken), "{given:?}");
        }
        assert_eq!(door().check_with(&OURS, &token), Ok(()));
    }

    #[test]
    fn two_runs_have_two_tokens_and_neither_is_printed() {
        let [one, other] = [Token::new(), Token::new()].map(|token| token.expect("random"));
        assert_eq!(one.text().len(), 32);
        assert!(!one.is(other.text()));
        assert_eq!(format!("{one:?}"), "Token(…)");
    }

    #[test]
    fn a_header_that_stands_twice_counts_as_a_wrong_one() {
        let mut headers = HeaderMap::new();
        for _ in 0..2 {
            headers.append(HOST, "127.0.0.1:5757".parse().expect("a value"));
        }
        let uri = Uri::from_static("/");
        let asked = Asked::of(&Method::GET, &uri, &headers);
        assert_eq!(door().check(&asked), Err(Refusal::OtherHost));
    }

    #[test]
    fn paths_are_decoded_once_and_never_lead_out() {
        let good = [
            ("/", ""),
            ("/tin-tuc/", "tin-tuc/"),
            ("/tin-tuc/a.html", "tin-tuc/a.html"),
            ("/t%C3%A0i-li%E1%BB%87u/%E1%BA%A3nh.jpg", "tài-liệu/ảnh.jpg"),
            ("/tài-liệu", "tài-liệu"),
            ("/100%25", "100%"),
            ("/%252e%252e/", "%2e%2e/"),
            ("/...", "..."),
            ("/a%20b+c", "a b+c"),
            ("/.trangxa/", ".trangxa/"),
        ];
        for (raw, decoded) in good {
            assert_eq!(path(raw).as_deref(), Ok(decoded), "{raw}");
        }
        for raw in [
            "",
            "*",
            "a",
            "//",
            "//evil.example/",
            "/a//b",
            "/..",
            "/../a",
            "/a/../b",
            "/./a",
            "/a/.",
            "/%2e%2e/a",
            "/.%2E/a",
            "/a%2fb",
            "/%2Fetc/passwd",
            "/a%5cb",
            "/a\\b",
            "/..%5c..%5ca",
            "/a%00b",
            "/a%0d%0ab",
            "/C:/Windows",
            "/c%3A/Windows",
            "/C:",
            "/%",
            "/%4",
            "/%zz",
            "/%+1",
            "/%ff",
            "/%c0%ae%c0%ae/",
        ] {
            assert_eq!(path(raw), Err(Refusal::BadPath), "{raw}");
        }
    }

    #[test]
    fn no_random_path_leads_out() {
        const PIECES: &[&str] = &[
            "/",
            "//",
            "..",
            ".",
            "%2e",
            "%2E",
            "%2f",
            "%5c",
            "\\",
            "%00",
            "%",
            "%25",
            "2e",
            "a",
            "ệ",
            "%e1%bb%87",
            "%c0%ae",
            ":",
            "C:",
            " ",
            "\u{7f}",
            "?",
            "#",
            "~",
            "%u002e",
            "+",
        ];
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut random = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % below as u64).expect("below a usize")
        };
        let mut answered = 0;
        for _ in 0..50_000 {
            let raw: String = (0..random(8))
                .map(|_| PIECES[random(PIECES.len())])
                .collect();
            let raw = format!("/{raw}");
            let Ok(decoded) = path(&raw) else { continue };
            answered += 1;
            let stays = Path::new(&decoded)
                .components()
                .all(|part| matches!(part, Component::Normal(_)));
            assert!(stays, "{raw:?} is {decoded:?}");
            let clean = !decoded.contains("//") && !decoded.contains(is_never_in_a_name);
            assert!(clean && !decoded.starts_with('/'), "{raw:?} is {decoded:?}");
        }
        assert!(answered > 5_000, "{answered}");
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, "a=1; trangxa-view=public".parse().expect("a value"));
        headers.append(COOKIE, "trangxa-ma=xyz".parse().expect("a value"));
        assert_eq!(cookie(&headers, "trangxa-view"), Some("public"));
        assert_eq!(cookie(&headers, "trangxa-ma"), Some("xyz"));
        assert_eq!(cookie(&headers, "trangxa"), None);
    }
}
