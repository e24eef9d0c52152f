//! Answers with files of the site: the bytes as they would be published, their type, and the one script that is added.
//!
//! Nothing else is changed on the way out, so what is seen here is what is published.

use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::studio::Served;

/// What the added script is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client<'a> {
    /// The token of this run; empty for who may only look.
    pub token: &'a str,
    /// The number of the state that the page was made from.
    pub build: u64,
}

impl Client<'_> {
    fn script(self) -> String {
        let Self { token, build } = self;
        format!(
            "<script type=\"module\" src=\"/.trangxa/client.js\" data-token=\"{token}\" data-build=\"{build}\"></script>"
        )
    }
}

/// A page with our script before the last `</body>`; at its end when it has none.
#[must_use]
pub fn with_client(html: &[u8], client: Client<'_>) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let at = html
        .windows(END.len())
        .rposition(|part| part.eq_ignore_ascii_case(END))
        .unwrap_or(html.len());
    let script = client.script();
    let mut out = Vec::with_capacity(html.len() + script.len());
    out.extend_from_slice(&html[..at]);
    out.extend_from_slice(script.as_bytes());
    out.extend_from_slice(&html[at..]);
    out
}

/// The answer with a file; a page for people gets the script.
#[must_use]
pub fn answer(served: Served, client: Client<'_>) -> Response {
    let status = if served.found {
        StatusCode::OK
    } else {
        StatusCode::NOT_FOUND
    };
    let content_type = content_type(&served.path);
    let body = if content_type.starts_with("text/html") {
        Body::from(with_client(&served.bytes, client))
    } else {
        Body::from(Bytes::from_owner(served.bytes))
    };
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// The media type of a file by its name, as hosts give it. Texts are UTF-8.
#[must_use]
pub fn content_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    match end.to_ascii_lowercase().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "pdf" => "application/pdf",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ppt" => "application/vnd.ms-powerpoint",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "zip" => "application/zip",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: Client<'_> = Client {
        token: "abc",
        build: 12,
    };
    const SCRIPT: &str = "<script type=\"module\" src=\"/.trangxa/client.js\" data-token=\"abc\" data-build=\"12\"></script>";

    fn with(html: &str) -> String {
        String::from_utf8(with_client(html.as_bytes(), CLIENT)).expect("UTF-8")
    }

    #[test]
    fn the_script_stands_before_the_last_end_of_the_body() {
        let cases = [
            (
                "<p>a</p></body></html>",
                format!("<p>a</p>{SCRIPT}</body></html>"),
            ),
            ("<p>a</BODY>\n", format!("<p>a{SCRIPT}</BODY>\n")),
            (
                "<code></body></code>ệ</body>",
                format!("<code></body></code>ệ{SCRIPT}</body>"),
            ),
            ("<p>a", format!("<p>a{SCRIPT}")),
            ("", SCRIPT.to_owned()),
        ];
        for (html, expected) in cases {
            assert_eq!(with(html), expected);
        }
    }

    #[test]
    fn without_the_script_every_byte_is_that_of_the_page() {
        const PIECES: &[&str] = &[
            "<body>", "</body>", "</BODY", "</bo", "dy>", "ệ", "<p>", "\n", "\0", "<script",
        ];
        for n in 0..20_000_usize {
            let digits = [n % 10, n / 10 % 10, n / 100 % 10, n / 1_000 % 10];
            let html: String = digits.iter().map(|at| PIECES[*at]).collect();
            let shown = with(&html);
            assert_eq!(shown.matches(SCRIPT).count(), 1, "{html:?}");
            assert_eq!(shown.replacen(SCRIPT, "", 1), html);
        }
    }

    #[test]
    fn texts_say_that_they_are_utf_8() {
        let types = [
            ("index.html", "text/html; charset=utf-8"),
            ("css/site.CSS", "text/css; charset=utf-8"),
            ("rss.xml", "application/xml; charset=utf-8"),
            ("tài-liệu/ảnh.JPG", "image/jpeg"),
            ("html", "application/octet-stream"),
            ("a.b/tệp", "application/octet-stream"),
        ];
        for (path, expected) in types {
            assert_eq!(content_type(path), expected, "{path}");
        }
    }
}
