//! The parts of a drawing that mean something: headings, pictures, paragraphs, ornaments. A print says of each what it is,
//! so that a screen reader can read it.
//!
//! In goes an SVG, out come its parts in their order, each as an SVG of the same size that shows that part alone; all of
//! them on top of each other are the drawing. What a part is follows from the attributes that SVG on a page has too:
//! `role="heading"` with `aria-level`, `role="img"` with a `title` and a `desc`. Every other group is a paragraph, or an
//! ornament if it has no text.

use resvg::usvg::roxmltree::{Document, Node};

/// What a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A heading: its level, from 1, and its words.
    Heading(u16, String),
    /// A picture, and what it shows in words.
    Picture(String),
    /// A paragraph, its lines joined.
    Text(String),
    /// Nothing that is read.
    Ornament,
}

/// A part of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub meaning: Meaning,
    pub svg: String,
}

/// Elements that are not shown where they stand; other elements refer to them.
const DEFINITIONS: &[&str] = &[
    "defs",
    "style",
    "clipPath",
    "mask",
    "pattern",
    "linearGradient",
    "radialGradient",
    "filter",
    "symbol",
    "marker",
];

/// The parts of a well-formed SVG. One that shows an element at a second place (`use`) is a single part.
pub(super) fn parts(svg: &str) -> Vec<Part> {
    let document = Document::parse(svg).expect("it is well-formed");
    let root = document.root_element();
    if root.descendants().any(|node| node.has_tag_name("use")) {
        return vec![Part {
            meaning: Meaning::Text(words(&[root])),
            svg: svg.to_owned(),
        }];
    }
    let mut cutter = Cutter {
        svg,
        definitions: String::new(),
        around: Vec::new(),
        parts: Vec::new(),
    };
    cutter.define(root);
    cutter.open(root);
    cutter.parts
}

struct Cutter<'s> {
    svg: &'s str,
    /// What every part may refer to.
    definitions: String,
    /// The groups around what is being cut: how each begins, and its name.
    around: Vec<(&'s str, &'s str)>,
    parts: Vec<Part>,
}

impl<'s> Cutter<'s> {
    /// Keeps what stands outside of pictures to be referred to.
    fn define(&mut self, node: Node<'_, '_>) {
        for child in node.children().filter(Node::is_element) {
            if DEFINITIONS.contains(&child.tag_name().name()) {
                self.definitions.push_str(&self.svg[child.range()]);
            } else if child.attribute("role") != Some("img") {
                self.define(child);
            }
        }
    }

    /// Goes through what stands in a group.
    fn open(&mut self, group: Node<'_, '_>) {
        let first = group.first_child().map_or(0, |child| child.range().start);
        let name = &self.svg[group.range().start + 1..];
        let name = &name[..name
            .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
            .unwrap_or(name.len())];
        self.around
            .push((&self.svg[group.range().start..first], name));
        let mut run: Vec<Node<'_, '_>> = Vec::new();
        for child in group.children().filter(Node::is_element) {
            if DEFINITIONS.contains(&child.tag_name().name()) {
                continue;
            }
            match meaning(child) {
                Some(meaning) => {
                    self.cut(&std::mem::take(&mut run), None);
                    self.cut(&[child], Some(meaning));
                }
                None if has_roles(child) => {
                    self.cut(&std::mem::take(&mut run), None);
                    self.open(child);
                }
                None if child.has_tag_name("g") => {
                    self.cut(&std::mem::take(&mut run), None);
                    self.cut(&[child], None);
                }
                None => run.push(child),
            }
        }
        self.cut(&run, None);
        self.around.pop();
    }

    /// Cuts out neighbours; without a meaning they are text if there is any.
    fn cut(&mut self, nodes: &[Node<'_, '_>], meaning: Option<Meaning>) {
        if nodes.is_empty() {
            return;
        }
        let meaning = meaning.unwrap_or_else(|| match words(nodes) {
            words if words.is_empty() => Meaning::Ornament,
            words => Meaning::Text(words),
        });
        let mut svg = String::new();
        for (n, (start, _)) in self.around.iter().enumerate() {
            svg.push_str(start);
            if n == 0 {
                svg.push_str(&self.definitions);
            }
        }
        for node in nodes {
            svg.push_str(&self.svg[node.range()]);
        }
        for (_, name) in self.around.iter().rev() {
            svg.push_str(&format!("</{name}>"));
        }
        self.parts.push(Part { meaning, svg });
    }
}

/// What an element says that it is.
fn meaning(node: Node<'_, '_>) -> Option<Meaning> {
    let says = |name: &str| {
        let child = node.children().find(|child| child.has_tag_name(name))?;
        child.text().filter(|text| !text.is_empty())
    };
    match node.attribute("role")? {
        "heading" => {
            let level = node.attribute("aria-level").and_then(|n| n.parse().ok());
            Some(Meaning::Heading(level.unwrap_or(1), words(&[node])))
        }
        "img" => {
            let said = says("desc").or_else(|| says("title"));
            Some(said.map_or(Meaning::Ornament, |words| {
                Meaning::Picture(words.to_owned())
            }))
        }
        _ => None,
    }
}

fn has_roles(node: Node<'_, '_>) -> bool {
    node.descendants().any(|node| meaning(node).is_some())
}

/// The lines of text in some elements, joined.
fn words(nodes: &[Node<'_, '_>]) -> String {
    let texts = nodes
        .iter()
        .flat_map(Node::descendants)
        .filter(|node| node.has_tag_name("text"));
    let line = |text: Node<'_, '_>| {
        let pieces = text.descendants().filter(Node::is_text);
        pieces.filter_map(|piece| piece.text()).collect::<String>()
    };
    let lines: Vec<String> = texts.map(line).collect();
    let words = lines.iter().flat_map(|line| line.split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><defs><path id=\"a\"/></defs>\
        <rect width=\"9\"/>\n<g role=\"heading\" aria-level=\"1\" fill=\"red\"><text>Tên</text><text>dài</text></g>\
        <g><g transform=\"scale(2)\"><text>Hình một</text><g x=\"1\"><svg role=\"img\"><title>Hình</title><desc>Tăng</desc>\
        <defs><pattern/></defs><text>5</text></svg></g><text>Nguồn</text></g><g><text>Đoạn</text></g></g><path d=\"M0 0\"/></svg>";

    #[test]
    fn a_drawing_is_cut_into_headings_pictures_paragraphs_and_ornaments() {
        let open = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><defs><path id=\"a\"/></defs>";
        let scaled = format!("{open}<g><g transform=\"scale(2)\">");
        let part = |meaning, start: &str, inside: &str, end: &str| Part {
            meaning,
            svg: format!("{start}{inside}{end}</svg>"),
        };
        assert_eq!(
            parts(SVG),
            [
                part(Meaning::Ornament, open, "<rect width=\"9\"/>", ""),
                part(
                    Meaning::Heading(1, "Tên dài".to_owned()),
                    open,
                    "<g role=\"heading\" aria-level=\"1\" fill=\"red\"><text>Tên</text><text>dài</text></g>",
                    ""
                ),
                part(
                    Meaning::Text("Hình một".to_owned()),
                    &scaled,
                    "<text>Hình một</text>",
                    "</g></g>"
                ),
                part(
                    Meaning::Picture("Tăng".to_owned()),
                    &format!("{scaled}<g x=\"1\">"),
                    "<svg role=\"img\"><title>Hình</title><desc>Tăng</desc><defs><pattern/></defs><text>5</text></svg>",
                    "</g></g></g>"
                ),
                part(
                    Meaning::Text("Nguồn".to_owned()),
                    &scaled,
                    "<text>Nguồn</text>",
                    "</g></g>"
                ),
                part(
                    Meaning::Text("Đoạn".to_owned()),
                    &format!("{open}<g>"),
                    "<g><text>Đoạn</text></g>",
                    "</g>"
                ),
                part(Meaning::Ornament, open, "<path d=\"M0 0\"/>", ""),
            ]
        );
    }

    #[test]
    fn a_drawing_that_shows_an_element_twice_stays_whole() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><g role=\"heading\" id=\"a\"/><use href=\"#a\"/></svg>";
        let whole = Part {
            meaning: Meaning::Text(String::new()),
            svg: svg.to_owned(),
        };
        assert_eq!(parts(svg), [whole]);
    }
}
