//! Reading without a network: the script that a visitor's browser keeps (a service worker).
//!
//! In go the pages that shall always be at hand, out comes the script. Every site has it: with no such pages offline
//! reading is off, and the script is one that removes itself and all that an earlier one kept. It must therefore never
//! be left out, nor change its address.

use crate::fingerprint::Fingerprint;
use crate::messages::{Lang, Msg};

/// The script's path. Its folder is where it has effect: the whole site.
pub const PATH: &str = "ngoai-tuyen.js";

const WORKER: &str = include_str!("offline/worker.js");
const FAREWELL: &str = include_str!("offline/farewell.js");

/// The script that keeps `pages` (paths from the site's root) and what was read last; the one that takes all of it
/// back when there are no pages. Browsers fetch the pages anew when the script has changed, so `version` must be another
/// whenever what the pages show may be another.
#[must_use]
pub fn script(pages: &[String], version: Fingerprint) -> String {
    if pages.is_empty() {
        return bare(FAREWELL);
    }
    let pages = serde_json::to_string(pages).expect("texts can always be written as JSON");
    let title = Msg::OfflineTitle.text(Lang::Vi);
    let text = Msg::OfflineText.text(Lang::Vi);
    let head = format!(
        "<!doctype html><html lang=vi><meta name=viewport content=width=device-width>\
         <title>{title}</title><h1>{title}</h1><p>{text}<ul>"
    );
    let script = bare(WORKER);
    let script = script.replace("@pages@", &pages).replace("@head@", &head);
    format!("{script}//{}", version.short())
}

/// A script in one line, without what only its readers need. Every line of it ends a statement or begins a block.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines.filter(|line| !line.starts_with("//")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a phone on a slow line pays for it.
    const MOST: usize = 2 * 1024;

    fn version(content: &str) -> Fingerprint {
        Fingerprint::of(content)
    }

    #[test]
    fn the_script_is_small() {
        let pages = ["lien-he/".to_owned(), "thu-tuc/khan-cap/".to_owned()];
        let sizes = [&pages[..], &[]].map(|pages| script(pages, version("")).len());
        assert!(sizes.iter().all(|size| *size <= MOST), "{sizes:?}");
    }

    #[test]
    fn it_names_the_pages_to_keep_and_is_another_when_they_are() {
        let pages = ["lien-he/".to_owned()];
        let [one, other] = ["sáng", "chiều"].map(|text| script(&pages, version(text)));
        assert!(one.starts_with("const KEEP = [\"lien-he/\"].map("), "{one}");
        assert!(!one.contains('@'), "{one}");
        assert_ne!(one, other);
    }

    #[test]
    fn without_pages_it_gives_nothing_and_removes_itself() {
        let script = script(&[], version(""));
        assert!(script.contains("registration.unregister()") && script.contains("caches.delete"));
        assert!(!script.contains("onfetch"), "{script}");
    }

    #[test]
    fn lines_can_be_joined() {
        for line in [WORKER, FAREWELL].into_iter().flat_map(str::lines) {
            let line = line.trim();
            let ends = line.is_empty() || line.starts_with("//") || line.ends_with(['{', '}', ';']);
            assert!(ends, "{line}");
        }
    }
}
