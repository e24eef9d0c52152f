//! After a publish: the site as a visitor gets it. Pages are asked for at the public address and compared with what was sent.
//!
//! What differs is told as warnings: the files are on the host, and what stands between it and visitors (another folder, a
//! cache, a certificate) is not ours to mend. How to ask is an argument; `ask` is the way over the network.

use std::time::Duration;

use super::changes::{Changes, is_page};
use super::manifest::{Files, Hash, Stage};
use crate::diag::{Diagnostic, Msg};
use crate::elsewhere;

/// What came of asking for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The host answered with this status and content.
    Page(u16, Hash),
    /// Nobody answered, or the certificate is not to be trusted: why.
    Silence(String),
}

/// How many changed pages are looked at.
const LOOKED_AT: usize = 10;
/// How long one question may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// The largest answer that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// What is worth a look: the home page, a feed, and some of the pages that changed.
#[must_use]
pub fn worth_a_look(files: &Files, changes: &Changes) -> Vec<String> {
    let changed = changes.put.iter().map(|put| &put.path);
    let pages = changed.filter(|path| is_page(path) && files[*path].stage == Stage::Page);
    let home = files.get_key_value("index.html").map(|(path, _)| path);
    let feeds = files.iter().filter(|(path, file)| {
        file.stage == Stage::Feed && path.ends_with(".xml") && *path != "sitemap.xml"
    });
    let feed = feeds.map(|(path, _)| path).next();
    let mut chosen: Vec<String> = home.into_iter().chain(feed).cloned().collect();
    chosen.extend(pages.take(LOOKED_AT).cloned());
    chosen
}

/// The address of a file of the site at `base`.
#[must_use]
pub fn address(base: &str, path: &str) -> String {
    let path = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    format!("{}/{path}", base.trim_end_matches('/'))
}

/// Looks at `paths` of the site at `base` and says what a visitor gets that is not as it was sent. `run` is a name that
/// nothing on the site has.
#[must_use]
pub fn visit(
    base: &str,
    paths: &[String],
    files: &Files,
    run: &str,
    ask: &dyn Fn(&str) -> Answer,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for path in paths {
        let address = address(base, path);
        let wanted = files.get(path).map(|file| file.hash);
        match ask(&address) {
            Answer::Page(200, hash) if Some(hash) == wanted => {}
            Answer::Silence(why) => {
                // Where nobody answers once, nobody will.
                found.push(
                    Diagnostic::new(Msg::VisitSilent, "", None, &[&address, &why])
                        .help(Msg::HelpVisitSilent, &[]),
                );
                return found;
            }
            Answer::Page(status, _) => {
                let fresh = ask(&format!("{address}?v={run}"));
                let is_kept = wanted.is_some_and(|wanted| fresh == Answer::Page(200, wanted));
                let (msg, help) = if is_kept {
                    (Msg::VisitStale, Msg::HelpVisitStale)
                } else {
                    (Msg::VisitDiffers, Msg::HelpVisitDiffers)
                };
                found.push(Diagnostic::new(msg, "", None, &[&address, &status]).help(help, &[]));
            }
        }
    }
    let nowhere = address(base, &format!("khong-co-trang-{run}/"));
    if let Answer::Page(status @ 200..400, _) = ask(&nowhere) {
        found.push(
            Diagnostic::new(Msg::VisitNoNotFound, "", None, &[&status])
                .help(Msg::HelpVisitNoNotFound, &[]),
        );
    }
    found
}

/// A way to ask over the network.
pub fn ask() -> impl Fn(&str) -> Answer {
    let agent = elsewhere::agent(PATIENCE);
    move |address| {
        let read = |address: &str| -> Result<Answer, ureq::Error> {
            let mut response = agent.get(address).call()?;
            let status = response.status().as_u16();
            let body = response.body_mut().with_config().limit(LARGEST);
            Ok(Answer::Page(status, Hash::of(&body.read_to_vec()?)))
        };
        read(address).unwrap_or_else(|error| Answer::Silence(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::changes::Put;
    use crate::publish::manifest::File;

    fn file(content: &str, stage: Stage) -> File {
        File {
            hash: Hash::of(content.as_bytes()),
            size: content.len() as u64,
            stage,
        }
    }

    fn files() -> Files {
        [
            ("index.html", file("nhà", Stage::Home)),
            ("rss.xml", file("tin", Stage::Feed)),
            ("sitemap.xml", file("sơ đồ", Stage::Feed)),
            ("tin/hop/index.html", file("họp", Stage::Page)),
            ("tin/hop/anh.jpg", file("ảnh", Stage::File)),
            ("tin/index.html", file("danh sách", Stage::List)),
        ]
        .map(|(path, file)| (path.to_owned(), file))
        .into()
    }

    #[test]
    fn the_home_page_a_feed_and_changed_pages_are_worth_a_look() {
        let files = files();
        let put = files.iter().map(|(path, file)| Put {
            path: path.clone(),
            file: *file,
            replaces: None,
        });
        let changes = Changes {
            put: put.collect(),
            ..Changes::default()
        };
        assert_eq!(
            worth_a_look(&files, &changes),
            ["index.html", "rss.xml", "tin/hop/index.html"]
        );
        assert_eq!(
            worth_a_look(&files, &Changes::default()),
            ["index.html", "rss.xml"]
        );
    }

    #[test]
    fn the_address_of_a_page_is_that_of_its_folder() {
        let of = |path| address("https://a.example/", path);
        assert_eq!(of("index.html"), "https://a.example/");
        assert_eq!(of("tin/hop/index.html"), "https://a.example/tin/hop/");
        assert_eq!(of("rss.xml"), "https://a.example/rss.xml");
        assert_eq!(of("tin/xindex.html"), "https://a.example/tin/xindex.html");
    }

    /// The codes that are said when the home page is asked for and this is answered, with and without the cache.
    fn codes(plain: Answer, fresh: Answer, nowhere: u16) -> Vec<&'static str> {
        let ask = |address: &str| match address {
            "https://a.example/" => plain.clone(),
            "https://a.example/?v=1" => fresh.clone(),
            "https://a.example/khong-co-trang-1/" => Answer::Page(nowhere, Hash::of(b"?")),
            _ => unreachable!("nobody asked for {address}"),
        };
        let paths = ["index.html".to_owned()];
        let found = visit("https://a.example", &paths, &files(), "1", &ask);
        found.iter().map(|one| one.text.msg.code()).collect()
    }

    #[test]
    fn what_a_visitor_gets_is_compared_with_what_was_sent() {
        let right = Answer::Page(200, Hash::of("nhà".as_bytes()));
        let old = Answer::Page(200, Hash::of(b"cu"));
        let gone = Answer::Page(404, Hash::of(b"?"));
        let silent = || Answer::Silence("no route".to_owned());
        assert!(codes(right.clone(), silent(), 404).is_empty());
        assert_eq!(codes(old.clone(), right.clone(), 404), ["visit-stale"]);
        assert_eq!(codes(old.clone(), old.clone(), 404), ["visit-differs"]);
        assert_eq!(codes(gone.clone(), gone, 404), ["visit-differs"]);
        assert_eq!(codes(right.clone(), silent(), 200), ["visit-no-404"]);
        assert_eq!(codes(silent(), right, 404), ["visit-silent"]);
    }
}
