//! What a page would fetch from other hosts when somebody opens it: scripts, styles, fonts, pictures, frames.
//!
//! Looks at HTML (also a template's) and CSS as text and gives addresses with their places. A link to another site is
//! no call: nothing happens before somebody clicks.

use std::ops::Range;

use super::links;

/// Elements that fetch by themselves, and the attributes that say what.
const FETCHING: &[(&str, &[&str])] = &[
    ("audio", &["src"]),
    ("embed", &["src"]),
    ("iframe", &["src"]),
    ("img", &["src", "srcset"]),
    ("link", &["href"]),
    ("object", &["data"]),
    ("script", &["src"]),
    ("source", &["src", "srcset"]),
    ("track", &["src"]),
    ("video", &["src", "poster"]),
];

/// What a `<link>` must be for the browser to fetch its target or to speak to its host.
const FETCHED_LINKS: &[&str] = &[
    "dns-prefetch",
    "icon",
    "manifest",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "stylesheet",
];

/// The addresses on other hosts that an HTML text fetches, with their places.
#[must_use]
pub fn in_html(html: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    for at in memchr::memchr_iter(b'<', html.as_bytes()) {
        let tag = &html[at + 1..];
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        let is_named = |name: &str| {
            tag.get(..name.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(name))
                && !tag[name.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
        };
        let Some((name, attributes)) = FETCHING.iter().find(|(name, _)| is_named(name)) else {
            continue;
        };
        if *name == "link" && !is_fetched(tag) {
            continue;
        }
        for attribute in *attributes {
            if let Some((range, value)) = value_of(tag, attribute)
                && is_elsewhere(value)
            {
                found.push((at + 1 + range.start..at + 1 + range.end, value));
            }
        }
    }
    found
}

/// The addresses on other hosts that a style sheet fetches, with their places.
#[must_use]
pub fn in_css(css: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    for (start, word) in ["url(", "@import"]
        .iter()
        .flat_map(|word| css.match_indices(*word))
    {
        let after = start + word.len();
        let value =
            css[after..].trim_start_matches(|c: char| c.is_whitespace() || "\"'".contains(c));
        let at = css.len() - value.len();
        let value = &value[..value
            .find(['"', '\'', ')', ';', ' ', '\n'])
            .unwrap_or(value.len())];
        if is_elsewhere(value) {
            found.push((at..at + value.len(), value));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The host of an address on the web, in lower case, without a port.
#[must_use]
pub fn host(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("//")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

fn is_elsewhere(address: &str) -> bool {
    links::is_web(address)
}

/// Whether a `<link …>` makes the browser ask its host.
fn is_fetched(tag: &str) -> bool {
    let rel = value_of(tag, "rel").map_or("", |(_, rel)| rel);
    rel.split_whitespace()
        .any(|rel| FETCHED_LINKS.contains(&rel.to_ascii_lowercase().as_str()))
}

/// The value of an attribute in a tag, with its place.
fn value_of<'t>(tag: &'t str, attribute: &str) -> Option<(Range<usize>, &'t str)> {
    let mut from = 0;
    loop {
        let at = from + tag[from..].to_ascii_lowercase().find(attribute)?;
        let after = at + attribute.len();
        from = after;
        let is_whole = tag[..at].ends_with(|c: char| c.is_whitespace() || "\"'".contains(c));
        let Some(value) = tag[after..]
            .trim_start()
            .strip_prefix('=')
            .filter(|_| is_whole)
        else {
            continue;
        };
        let value = value.trim_start();
        let (value, end) = match value.chars().next()? {
            quote @ ('"' | '\'') => (&value[1..], value[1..].find(quote)),
            _ => (value, value.find(char::is_whitespace)),
        };
        let start = tag.len() - value.len();
        let value = &value[..end.unwrap_or(value.len())];
        return Some((start..start + value.len(), value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_fetches_from_elsewhere_is_found_and_links_are_not() {
        let html = r#"<script src="https://a.example/x.js"></script>
            <link rel="stylesheet" href='//b.example/x.css'><link rel="canonical" href="https://c.example/">
            <IMG alt="x" SRC=https://d.example/x.png> <a href="https://e.example/">e</a>
            <img src="{{ page.root }}x.png"><iframe title="f" src="https://f.example/"></iframe>
            <img data-src="https://g.example/">"#;
        let found: Vec<&str> = in_html(html)
            .into_iter()
            .map(|(_, address)| address)
            .collect();
        assert_eq!(
            found,
            [
                "https://a.example/x.js",
                "//b.example/x.css",
                "https://d.example/x.png",
                "https://f.example/"
            ]
        );
        assert!(
            in_html(html)
                .iter()
                .all(|(range, address)| html[range.clone()] == **address)
        );
    }

    #[test]
    fn what_a_style_sheet_fetches_from_elsewhere_is_found() {
        let css = "@import 'https://a.example/x.css';\n@import url(//b.example/y.css);\n\
                   p { background: url( \"x.png\" ); src: url(\"https://c.example/f.woff2\") }\n\
                   /* https://d.example */ i { background: url(data:image/png;base64,AA) }";
        let found: Vec<&str> = in_css(css)
            .into_iter()
            .map(|(_, address)| address)
            .collect();
        assert_eq!(
            found,
            [
                "https://a.example/x.css",
                "//b.example/y.css",
                "https://c.example/f.woff2"
            ]
        );
    }

    #[test]
    fn the_host_of_an_address() {
        assert_eq!(
            host("https://A.example:8443/x").as_deref(),
            Some("a.example")
        );
        assert_eq!(host("//b.example?x").as_deref(), Some("b.example"));
        assert_eq!(host("x.css"), None);
    }
}
