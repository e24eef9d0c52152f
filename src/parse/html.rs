//! The safe subset of raw HTML in a Markdown text.
//!
//! In goes what CommonMark took for HTML, out comes the same HTML written anew from its tokens (so that what was
//! checked is what stands in the page), and diagnostics for everything that a text may not hold: scripts, frames,
//! forms, event handlers, styles, hidden text, and tags that are left open. Tokens are those of the WHATWG standard.

use html5gum::{DefaultEmitter, Token, Tokenizer};
use pulldown_cmark_escape::{escape_html, escape_html_body_text};

use crate::diag::{Diagnostic, Msg, Span};

/// Elements that a text may use.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Attributes that every element may have.
const ATTRIBUTES: &[&str] = &[
    "id", "class", "title", "lang", "dir", "href", "hreflang", "datetime", "cite", "colspan",
    "rowspan", "scope", "headers", "start", "reversed", "value", "type", "span", "open", "role",
    "abbr",
];

/// Elements that have no end tag.
const VOID: &[&str] = &["br", "col", "hr", "wbr"];

/// Elements whose end tag may be left out.
const OPTIONAL_END: &[&str] = &[
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption",
];

/// Elements that move by themselves.
const MOVING: &[&str] = &["blink", "marquee"];

/// Remembers which elements are open while the pieces of one text pass through.
#[derive(Default)]
pub struct Cleaner {
    open: Vec<Open>,
    ids: Vec<String>,
    media: Option<Media>,
}

/// A film or sound that is open.
struct Media {
    name: String,
    place: Span,
    /// Whether there is something to read for who cannot hear it.
    has_words: bool,
}

/// An element that is open.
struct Open {
    name: String,
    place: Span,
    /// Whether it is marked as being in another language than Vietnamese.
    is_foreign: bool,
    /// Whether a cell with a heading has been seen in it.
    has_heading: bool,
}

impl Cleaner {
    /// Writes one piece of raw HTML, which stands at byte `offset` of `file`, to `out`.
    pub fn clean(
        &mut self,
        raw: &str,
        file: &str,
        offset: usize,
        out: &mut String,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let tokens = Tokenizer::new_with_emitter(raw, DefaultEmitter::<usize>::new_with_span());
        for token in tokens {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    let span = Span::new(tag.span.start..tag.span.end).shifted(offset);
                    if !ELEMENTS.contains(&name.as_str()) {
                        diagnostics.push(
                            Diagnostic::new(Msg::UnsafeHtml, file, span, &[&name])
                                .help(Msg::HelpUnsafeHtml, &[]),
                        );
                        continue;
                    }
                    out.push('<');
                    out.push_str(&name);
                    for (key, value) in &tag.attributes {
                        let (key, value) = (text(key), text(&value.value));
                        if let Some(problem) = attribute_problem(&key, &value, file, span) {
                            diagnostics.push(problem);
                            continue;
                        }
                        if key == "id" {
                            self.ids.push(value.clone());
                        }
                        out.push(' ');
                        out.push_str(&key);
                        if !value.is_empty() {
                            out.push_str("=\"");
                            escape_html(&mut *out, &value)
                                .expect("writing to a string cannot fail");
                            out.push('"');
                        }
                    }
                    out.push('>');
                    if name == "th"
                        && let Some(table) = self.open.iter_mut().rfind(|open| open.name == "table")
                    {
                        table.has_heading = true;
                    }
                    if !VOID.contains(&name.as_str()) {
                        let mut attributes = tag.attributes.iter();
                        let lang = attributes.find(|(key, _)| text(key) == "lang");
                        self.open.push(Open {
                            name,
                            place: span,
                            is_foreign: lang
                                .is_some_and(|(_, lang)| !text(&lang.value).starts_with("vi")),
                            has_heading: false,
                        });
                    }
                }
                Token::EndTag(tag) => {
                    let name = text(&tag.name);
                    let span = Span::new(tag.span.start..tag.span.end).shifted(offset);
                    if !ELEMENTS.contains(&name.as_str()) {
                        continue; // its start tag has been reported
                    }
                    match self.open.iter().rposition(|open| open.name == name) {
                        Some(at) => {
                            let element = &self.open[at];
                            if name == "table" && !element.has_heading {
                                diagnostics.push(
                                    Diagnostic::new(
                                        Msg::TableWithoutHeader,
                                        file,
                                        element.place,
                                        &[],
                                    )
                                    .help(Msg::HelpHtmlTableHeader, &[]),
                                );
                            }
                            for left in self.open.drain(at..).skip(1) {
                                if !OPTIONAL_END.contains(&left.name.as_str()) {
                                    diagnostics.push(unclosed(&left.name, left.place, file));
                                }
                            }
                            out.push_str("</");
                            out.push_str(&name);
                            out.push('>');
                        }
                        None => diagnostics.push(
                            Diagnostic::new(Msg::StrayHtml, file, span, &[&name])
                                .help(Msg::HelpStrayHtml, &[&name]),
                        ),
                    }
                }
                Token::String(string) => {
                    let string = text(&string.value);
                    escape_html_body_text(&mut *out, &string)
                        .expect("writing to a string cannot fail");
                }
                // Comments are the editor's notes to himself, and a doctype has no business in a text.
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    /// Looks at one piece of raw HTML that passes unchecked, in a file that the configuration names, and reports what shuts
    /// people out: films and sounds without words to read, and what moves or sounds by itself.
    pub fn look(
        &mut self,
        raw: &str,
        file: &str,
        offset: usize,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let tokens = Tokenizer::new_with_emitter(raw, DefaultEmitter::<usize>::new_with_span());
        for token in tokens {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    let place = Span::new(tag.span.start..tag.span.end).shifted(offset);
                    let has = |wanted: &str| tag.attributes.keys().any(|key| text(key) == wanted);
                    if MOVING.contains(&name.as_str()) || has("autoplay") {
                        diagnostics.push(
                            Diagnostic::new(Msg::MovingContent, file, place, &[&name])
                                .help(Msg::HelpMovingContent, &[]),
                        );
                    }
                    if matches!(&*name, "video" | "audio") {
                        let has_words = has("aria-describedby");
                        self.media = Some(Media {
                            name,
                            place,
                            has_words,
                        });
                    } else if name == "track"
                        && let Some(media) = &mut self.media
                    {
                        media.has_words = true;
                    }
                }
                Token::EndTag(tag) => {
                    let name = text(&tag.name);
                    if let Some(media) = self.media.take_if(|media| media.name == name)
                        && !media.has_words
                    {
                        diagnostics.push(
                            Diagnostic::new(Msg::MediaWithoutWords, file, media.place, &[&name])
                                .help(Msg::HelpMediaWithoutWords, &[]),
                        );
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether what stands here is marked as being in another language than Vietnamese.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.open.iter().any(|open| open.is_foreign)
    }

    /// Reports what is still open at the end of the text, and gives the ids that were seen.
    pub fn finish(self, file: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<String> {
        for left in self.open {
            if !OPTIONAL_END.contains(&left.name.as_str()) {
                diagnostics.push(unclosed(&left.name, left.place, file));
            }
        }
        self.ids
    }
}

fn unclosed(name: &str, place: Span, file: &str) -> Diagnostic {
    Diagnostic::new(Msg::UnclosedHtml, file, place, &[&name]).help(Msg::HelpCloseHtml, &[&name])
}

fn attribute_problem(key: &str, value: &str, file: &str, span: Span) -> Option<Diagnostic> {
    if key == "hidden"
        || (key == "style" && hides(value))
        || (key == "class"
            && value
                .split_whitespace()
                .any(|class| HIDING.contains(&class)))
        || (key == "aria-hidden" && value == "true")
    {
        return Some(
            Diagnostic::new(
                Msg::HiddenText,
                file,
                span,
                &[&format!("{key}=\"{value}\"")],
            )
            .help(Msg::HelpUnsafeHtml, &[]),
        );
    }
    let allowed = ATTRIBUTES.contains(&key) || key.starts_with("aria-");
    if !allowed {
        return Some(
            Diagnostic::new(Msg::UnsafeAttribute, file, span, &[&key])
                .help(Msg::HelpUnsafeHtml, &[]),
        );
    }
    if matches!(key, "href" | "cite") && super::links::unsafe_scheme(value) {
        return Some(
            Diagnostic::new(Msg::UnsafeLink, file, span, &[&value]).help(Msg::HelpUnsafeLink, &[]),
        );
    }
    None
}

/// Classes under which themes hide text.
const HIDING: &[&str] = &[
    "d-none",
    "hidden",
    "invisible",
    "print-only",
    "sr-only",
    "vh",
    "visually-hidden",
];

/// Whether a style hides its text, as injected spam does.
fn hides(style: &str) -> bool {
    let style: String = style
        .to_ascii_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let is_white = |value: &str| {
        matches!(
            value,
            "white" | "#fff" | "#ffffff" | "rgb(255,255,255)" | "transparent"
        )
    };
    let mut declarations = style.split(';').filter_map(|line| line.split_once(':'));
    if declarations
        .any(|(name, value)| name == "color" && is_white(value.trim_end_matches("!important")))
    {
        return true;
    }
    [
        "clip-path:",
        "clip:rect(",
        "display:none",
        "visibility:hidden",
        "font-size:0",
        "height:0",
        "opacity:0",
        "width:0",
        "text-indent:-",
        "left:-",
        "top:-",
    ]
    .iter()
    .any(|way| style.contains(way))
}

fn text(string: &html5gum::HtmlString) -> String {
    String::from_utf8_lossy(string).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(raw: &str) -> (String, Vec<&'static str>) {
        let (mut out, mut diagnostics, mut cleaner) =
            (String::new(), Vec::new(), Cleaner::default());
        cleaner.clean(raw, "a.md", 0, &mut out, &mut diagnostics);
        cleaner.finish("a.md", &mut diagnostics);
        (out, diagnostics.iter().map(|d| d.text.msg.code()).collect())
    }

    #[test]
    fn harmless_html_stays() {
        let (out, codes) = clean("<p class=\"x\">m<sup>2</sup> <br> a &amp; b</p>");
        assert_eq!(out, "<p class=\"x\">m<sup>2</sup> <br> a &amp; b</p>");
        assert_eq!(codes, Vec::<&str>::new());
    }

    #[test]
    fn scripts_frames_handlers_and_hidden_text_are_reported_and_gone() {
        for (raw, code) in [
            ("<script>alert(1)</script>", "unsafe-html"),
            (
                "<iframe src=\"https://example.com\"></iframe>",
                "unsafe-html",
            ),
            ("<b onclick=\"x()\">a</b>", "unsafe-attribute"),
            ("<ScRiPt>x", "unsafe-html"),
            ("<div style=\"display: none\">spam</div>", "hidden-text"),
            ("<span hidden>spam</span>", "hidden-text"),
            ("<span style=\"COLOR: #FFF\">spam</span>", "hidden-text"),
            (
                "<p style=\"height:0;overflow:hidden\">spam</p>",
                "hidden-text",
            ),
            ("<p class=\"lead vh\">spam</p>", "hidden-text"),
            ("<p style=\"color:red\">a</p>", "unsafe-attribute"),
            ("<a href=\"java\nscript:alert(1)\">a</a>", "unsafe-link"),
            ("<a href=\" JAVASCRIPT:alert(1)\">a</a>", "unsafe-link"),
        ] {
            let (out, codes) = clean(raw);
            assert_eq!(codes, [code], "{raw}");
            assert!(
                !out.contains("script:") && !out.contains("onclick") && !out.contains("style"),
                "{out}"
            );
            assert!(
                !out.to_lowercase().contains("<script") && !out.contains("<iframe"),
                "{out}"
            );
        }
    }

    #[test]
    fn open_tags_are_reported_where_they_open() {
        assert_eq!(clean("<div><b>a</div>").1, ["unclosed-html"]);
        assert_eq!(clean("<details>a").1, ["unclosed-html"]);
        assert_eq!(clean("a</div>").1, ["stray-html"]);
        assert_eq!(clean("<ul><li>a<li>b</ul>").1, Vec::<&str>::new());
    }
}
