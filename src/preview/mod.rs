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
//! GET  /.trangxa/site               JSON: {"site": ID of the folder}, for a second start to know a running preview
//! POST /.trangxa/open               {"file", "line", "column"}: opens the editor's program
//! POST /.trangxa/phone              {"on": true|false}: starts or stops sharing; answers {"url", "qr", "until"} or null
//! POST /.trangxa/painted            {"build": 12, "painted": ms since 1970}: for `--measure`
//! ```
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
//! follow    {"build": 13, "path": "tin-tuc/b/"}        another page's file was saved
//! phone     {"until": "…"} or null                     sharing began or ended
//! ```

pub mod studio;
