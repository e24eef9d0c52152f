//! Every example of the CommonMark specification comes out as pulldown-cmark alone gives it, save for what DESIGN.md
//! adds. The examples that differ are listed here by reason, and each reason is a rule that gives our bytes exactly
//! from those of pulldown-cmark: a difference without a reason fails, and so does a reason without a difference.

use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd};
use pulldown_cmark_escape::escape_href;
use trangxa::diag::Diagnostic;
use trangxa::parse::html::Cleaner;
use trangxa::parse::markdown::{self, Body, Outline, Switches, extensions, parse};

const SPEC: &str = include_str!("commonmark/spec.txt");

/// Examples in which a heading of level 1 stands a level lower, because the page's title is the heading of level 1,
/// and every heading has an id.
const HEADINGS: &[usize] = &[
    10, 59, 62, 66, 67, 68, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 86, 89, 90, 91,
    95, 96, 102, 103, 115, 141, 214, 215, 227, 228, 229, 230, 232, 300, 646, 647,
];

/// Examples whose raw HTML is written anew from its tokens: tags and attributes in lower case, values in quotes, text
/// escaped, comments gone.
const REWRITTEN: &[usize] = &[
    152, 153, 154, 156, 157, 158, 177, 179, 180, 181, 182, 183, 308, 309, 625, 626, 627, 628, 629,
];

/// Examples whose raw HTML holds what a text may not hold; it is left out and reported.
const REFUSED: &[usize] = &[
    31, 150, 151, 163, 165, 169, 170, 171, 172, 173, 176, 178, 201, 475, 491, 524, 536, 613, 614,
    615, 616, 617, 623, 630,
];

/// Examples in which a picture stands alone in its paragraph and has a title: a figure with a caption.
const CAPTIONS: &[usize] = &[572, 573, 576, 577, 584, 585, 586, 588, 589, 591];

struct Example {
    number: usize,
    markdown: String,
}

fn examples() -> Vec<Example> {
    let fence = "`".repeat(32);
    let (open, mut examples) = (format!("{fence} example"), Vec::new());
    let mut lines = SPEC.lines();
    while let Some(line) = lines.next() {
        if line != open {
            continue;
        }
        let markdown = lines
            .by_ref()
            .take_while(|line| *line != ".")
            .fold(String::new(), |text, line| text + line + "\n");
        lines.by_ref().take_while(|line| *line != fence).count();
        examples.push(Example {
            number: examples.len() + 1,
            markdown: markdown.replace('→', "\t"),
        });
    }
    examples
}

fn ours(markdown: &str, raw_html: bool) -> (String, Outline, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let switches = Switches {
        raw_html,
        ..Switches::default()
    };
    let (body, outline) = parse(markdown, "content/a.md", 0, switches, &mut diagnostics);
    (fill(&body, &outline), outline, diagnostics)
}

/// The HTML whose links and pictures lead where they say, as if nothing had to be found.
fn fill(body: &Body, outline: &Outline) -> String {
    let href = |target: &markdown::Target| {
        let mut out = String::new();
        escape_href(&mut out, &target.target).expect("writing to a string cannot fail");
        out
    };
    let mut html = String::new();
    for (i, piece) in body.html.split('\0').enumerate() {
        if i % 2 == 0 {
            html += piece;
            continue;
        }
        let (kind, n) = piece.split_at(1);
        let n: usize = n.parse().expect("a hole has a number");
        match kind {
            "L" => html += &href(&outline.links[n]),
            "I" => html += &format!("<img src=\"{}\"", href(&outline.images[n])),
            "i" => {}
            other => panic!("no hole of the kind {other} in an example"),
        }
    }
    html
}

fn alone<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    html
}

/// What pulldown-cmark gives when headings and raw HTML are changed by the rules, and nothing else is.
fn by_rules(text: &str, ids: &[String], clean: bool) -> String {
    let (mut cleaner, mut ids) = (Cleaner::default(), ids.iter());
    let mut cleaned = |raw: &str| {
        let mut out = String::new();
        cleaner.clean(raw, "content/a.md", 0, &mut out, &mut Vec::new());
        CowStr::from(out)
    };
    let level = |level: HeadingLevel| {
        if level == HeadingLevel::H1 {
            HeadingLevel::H2
        } else {
            level
        }
    };
    let (mut events, mut block, mut in_image) = (Vec::new(), None::<String>, false);
    for event in Parser::new_ext(text, extensions()) {
        match event {
            Event::Start(Tag::Heading { level: n, .. }) => {
                events.push(Event::Start(Tag::Heading {
                    level: level(n),
                    id: Some(ids.next().expect("every heading has an id").clone().into()),
                    classes: Vec::new(),
                    attrs: Vec::new(),
                }))
            }
            Event::End(TagEnd::Heading(n)) => events.push(Event::End(TagEnd::Heading(level(n)))),
            Event::Start(Tag::HtmlBlock) if clean => block = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) if clean => {
                events.push(Event::Html(cleaned(
                    &block.take().expect("a block that ends has begun"),
                )));
            }
            Event::Html(html) if clean => block
                .as_mut()
                .expect("HTML stands in a block")
                .push_str(&html),
            // What is left of a tab that indents the block.
            Event::Text(blank) if block.is_some() => {
                block.as_mut().expect("just seen").push_str(&blank)
            }
            Event::InlineHtml(html) if clean && !in_image => {
                events.push(Event::InlineHtml(cleaned(&html)))
            }
            event => {
                match event {
                    Event::Start(Tag::Image { .. }) => in_image = true,
                    Event::End(TagEnd::Image) => in_image = false,
                    _ => {}
                }
                events.push(event);
            }
        }
    }
    assert_eq!(ids.next(), None, "an id without a heading");
    captioned(&alone(events.into_iter()))
}

/// The title of a picture that is a paragraph becomes its caption.
fn captioned(html: &str) -> String {
    let line = |line: &str| {
        let tag = line.strip_prefix("<p><img ")?.strip_suffix("\" /></p>\n")?;
        let (tag, title) = tag.split_once(" title=\"").filter(|_| !tag.contains("<"))?;
        Some(format!(
            "<figure>\n<img {tag} />\n<figcaption>{title}</figcaption>\n</figure>\n"
        ))
    };
    let lines = html.split_inclusive('\n');
    lines
        .map(|text| line(text).unwrap_or_else(|| text.to_owned()))
        .collect()
}

#[test]
fn every_example_of_commonmark_comes_out_as_pulldown_cmark_gives_it_save_for_listed_reasons() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for Example { number, markdown } in &examples {
        let plain = alone(Parser::new_ext(markdown, extensions()));
        let (html, outline, diagnostics) = ours(markdown, false);
        if html == plain {
            continue;
        }
        let ids: Vec<String> = outline
            .headings
            .iter()
            .map(|heading| heading.id.to_string())
            .collect();
        assert_eq!(
            html,
            by_rules(markdown, &ids, true),
            "example {number}: {markdown}"
        );
        let is_refused = diagnostics.iter().any(|d| {
            d.text.msg.code().starts_with("unsafe-") || d.text.msg.code().ends_with("-html")
        });
        let reason = match (ids.is_empty(), ours(markdown, true).0 == html) {
            (true, true) if html.contains("<figcaption>") => "captions",
            (false, true) => "headings",
            (true, false) if is_refused => "refused",
            (true, false) => "rewritten",
            _ => "without a reason",
        };
        found.entry(reason).or_default().push(*number);
    }
    let listed = [
        ("captions", CAPTIONS),
        ("headings", HEADINGS),
        ("refused", REFUSED),
        ("rewritten", REWRITTEN),
    ];
    assert_eq!(
        found,
        BTreeMap::from(listed.map(|(reason, numbers)| (reason, numbers.to_vec())))
    );
}

#[test]
fn a_file_that_may_hold_raw_html_differs_in_headings_only() {
    for Example { number, markdown } in &examples() {
        let (html, outline, _) = ours(markdown, true);
        let ids: Vec<String> = outline
            .headings
            .iter()
            .map(|heading| heading.id.to_string())
            .collect();
        assert_eq!(
            html,
            by_rules(markdown, &ids, false),
            "example {number}: {markdown}"
        );
    }
}

#[test]
fn a_tab_in_a_block_of_html_stays_where_it_stands() {
    let markdown = ">\t<div>\n>\ta\n>\t</div>\n";
    assert_eq!(
        alone(Parser::new_ext(markdown, extensions())),
        "<blockquote>\n  <div>\n  a\n  </div>\n</blockquote>\n"
    );
    for raw_html in [false, true] {
        assert_eq!(
            ours(markdown, raw_html).0,
            "<blockquote>\n  <div>\n  a\n  </div>\n</blockquote>\n"
        );
    }
}
