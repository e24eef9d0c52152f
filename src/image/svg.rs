//! Drawings (SVG): written anew from what a drawing needs, so that nothing in them runs, and nothing is fetched from
//! elsewhere. In goes the text, out come the clean drawing, its size, and what was dangerous in it, with places.

use quick_xml::escape::{escape, resolve_predefined_entity};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde::{Deserialize, Serialize};

use crate::diag::Span;

/// A drawing.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Drawing {
    /// Width in pixels; 0 when it does not say.
    pub width: u32,
    /// Height in pixels; 0 when it does not say.
    pub height: u32,
    /// The drawing without anything that is none.
    pub clean: String,
    /// What a drawing must not have.
    pub dangers: Vec<Danger>,
}

/// Something in a drawing that could do harm.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Danger {
    /// What sort of thing.
    pub kind: DangerKind,
    /// The element or attribute, or the address that it leads to.
    pub name: String,
    /// Where it stands in the text.
    pub span: Span,
}

/// What could do harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DangerKind {
    /// A script, or an element that may hold one.
    Script,
    /// An attribute that runs a script: `onload`.
    Handler,
    /// Something that is fetched from elsewhere.
    Outside,
}

/// Elements that run something or hold another kind of document.
const DANGEROUS: &[&str] = &[
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "canvas",
    "link",
    "handler",
    "listener",
];

const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Reads a drawing. `None` when it is none, or not well written.
pub(super) fn read(text: &str) -> Option<Drawing> {
    let mut reader = Reader::from_str(text);
    let mut writer = Writer {
        text,
        drawing: Drawing::default(),
        left_out: 0,
        depth: 0,
        in_style: false,
        is_svg: false,
    };
    loop {
        let start = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let end = usize::try_from(reader.buffer_position()).ok()?;
        if matches!(event, Event::Eof) {
            break;
        }
        writer.event(&event, start..end)?;
    }
    (writer.is_svg && writer.depth == 0).then_some(writer.drawing)
}

struct Writer<'t> {
    text: &'t str,
    drawing: Drawing,
    /// How many open elements are left out, from the outermost on.
    left_out: usize,
    depth: usize,
    in_style: bool,
    is_svg: bool,
}

type Range = std::ops::Range<usize>;

impl Writer<'_> {
    fn event(&mut self, event: &Event<'_>, range: Range) -> Option<()> {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.left_out > 0 {
                    self.left_out += 1;
                } else if self.open(tag, range, ">")? {
                    self.in_style = local(tag.name().0) == "style";
                } else {
                    self.left_out = 1;
                }
            }
            Event::Empty(tag) if self.left_out == 0 => {
                self.open(tag, range, "/>")?;
            }
            Event::End(tag) => {
                self.depth = self.depth.checked_sub(1)?;
                self.in_style = false;
                if self.left_out > 0 {
                    self.left_out -= 1;
                } else {
                    let name = local(tag.name().0).to_owned();
                    self.write(&["</", &name, ">"]);
                }
            }
            Event::Text(text) => {
                let written = text.borrow().into_inner().into_owned();
                self.characters(&written, &written, range);
            }
            Event::CData(text) => {
                let written = text.borrow().into_inner().into_owned();
                self.characters(&escape(written.as_str()), &written, range);
            }
            Event::GeneralRef(entity) => {
                let name = entity.borrow().into_inner().into_owned();
                let is_plain = resolve_predefined_entity(&name).is_some() || entity.is_char_ref();
                if is_plain && self.left_out == 0 && self.depth > 0 {
                    self.write(&["&", &name, ";"]);
                }
            }
            Event::PI(instruction) if instruction.target() == "xml-stylesheet" => {
                self.report(DangerKind::Outside, "xml-stylesheet", range);
            }
            _ => {}
        }
        Some(())
    }

    fn write(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.drawing.clean.push_str(piece);
        }
    }

    fn report(&mut self, kind: DangerKind, name: &str, range: Range) {
        self.drawing.dangers.push(Danger {
            kind,
            name: name.to_owned(),
            span: Span::new(range),
        });
    }

    fn characters(&mut self, written: &str, meant: &str, range: Range) {
        if self.left_out > 0 || self.depth == 0 {
            return;
        }
        if self.in_style
            && let Some(outside) = outside_of_css(meant)
        {
            let at = self.text[range.clone()].find(&outside);
            let range = at.map_or(range.clone(), |at| {
                range.start + at..range.start + at + outside.len()
            });
            self.report(DangerKind::Outside, &outside, range);
            return;
        }
        self.write(&[written]);
    }

    /// Writes an opening tag. Whether it was written; `None` when the text is no drawing.
    fn open(&mut self, tag: &BytesStart<'_>, range: Range, end: &str) -> Option<bool> {
        let qualified = tag.name().0.to_owned();
        let name = local(&qualified);
        let is_root = !self.is_svg;
        if is_root && name != "svg" {
            return None;
        }
        self.is_svg = true;
        if DANGEROUS.contains(&name.to_lowercase().as_str()) {
            let name_range = range.start + 1..range.start + 1 + qualified.len();
            self.report(DangerKind::Script, name, name_range);
            return Some(false);
        }
        // Notes of the program that it was drawn with.
        let is_note = qualified.contains(':') && !is_drawn(&qualified, self.text);
        if name == "metadata" || is_note {
            return Some(false);
        }
        if is_animation(name) && self.animates_link(tag, &range) {
            return Some(false);
        }
        self.write(&["<", name]);
        if is_root {
            self.write(&[" xmlns=\"", NAMESPACE, "\""]);
        }
        let mut size = Size::default();
        for attribute in tag.attributes() {
            let attribute = attribute.ok()?;
            let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
                continue; // an entity of its own
            };
            let key = attribute.key.0.to_owned();
            if is_root {
                size.take(&key, &value);
            }
            if let Some(key) = self.keep(name, &key, &value, &range) {
                self.write(&[" ", key, "=\"", &escape(value.as_ref()), "\""]);
            }
        }
        if is_root {
            (self.drawing.width, self.drawing.height) = size.pixels();
        }
        self.write(&[end]);
        Some(true)
    }

    /// The name under which an attribute is kept; what is dangerous is reported.
    fn keep<'k>(
        &mut self,
        element: &str,
        key: &'k str,
        value: &str,
        tag: &Range,
    ) -> Option<&'k str> {
        let place = |writer: &Self| {
            let at = writer.text[tag.clone()].find(key).unwrap_or(0);
            tag.start + at..tag.start + at + key.len()
        };
        let name = local(key);
        if name
            .get(..2)
            .is_some_and(|start| start.eq_ignore_ascii_case("on"))
        {
            let place = place(self);
            self.report(DangerKind::Handler, name, place);
            return None;
        }
        if name == "href" || name == "src" {
            let (is_own, runs) = (is_own(value), runs_script(value));
            if runs || !is_own && element != "a" {
                let place = place(self);
                let kind = if runs {
                    DangerKind::Script
                } else {
                    DangerKind::Outside
                };
                self.report(kind, &shorten(value), place);
            }
            return is_own.then_some(name);
        }
        if let Some(outside) = outside_of_css(value) {
            let place = place(self);
            self.report(DangerKind::Outside, &outside, place);
            return None;
        }
        let is_kept = match key.split_once(':') {
            Some((prefix, _)) => prefix == "xml",
            None => key != "xmlns",
        };
        is_kept.then_some(key)
    }

    /// Whether an animation sets where a link leads.
    fn animates_link(&mut self, tag: &BytesStart<'_>, range: &Range) -> bool {
        let target = |attribute: &quick_xml::events::attributes::Attribute<'_>| {
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .unwrap_or_default();
            let name = local(value.trim()).to_lowercase();
            local(attribute.key.0) == "attributeName" && (name == "href" || name.starts_with("on"))
        };
        let is_dangerous = tag
            .attributes()
            .flatten()
            .any(|attribute| target(&attribute));
        if is_dangerous {
            self.report(DangerKind::Script, tag.name().0, range.clone());
        }
        is_dangerous
    }
}

fn is_animation(name: &str) -> bool {
    name.starts_with("animate") || name == "set"
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Whether a prefix is that of the drawing's own elements: some programs write `<svg:path>` or `<ns0:path>`.
fn is_drawn(qualified: &str, text: &str) -> bool {
    let prefix = qualified.split(':').next().unwrap_or("");
    let quotes = ['"', '\''];
    let bound = |quote: &char| text.contains(&format!("xmlns:{prefix}={quote}{NAMESPACE}{quote}"));
    quotes.iter().any(bound)
}

/// A value as browsers read an address: without blanks and in lower case.
fn plain(value: &str) -> String {
    let letters = value
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control());
    letters.flat_map(char::to_lowercase).collect()
}

fn runs_script(value: &str) -> bool {
    let plain = plain(value);
    let is_scheme = |scheme: &str| plain.starts_with(scheme);
    is_scheme("javascript:") || is_scheme("vbscript:") || is_scheme("data:text/")
}

/// Whether an address leads into the drawing itself, or is a picture that lies in it.
fn is_own(value: &str) -> bool {
    let plain = plain(value);
    let embedded = |kind: &str| plain.starts_with(&format!("data:image/{kind}"));
    plain.starts_with('#')
        || ["png;", "jpeg;", "jpg;", "gif;", "webp;"]
            .iter()
            .any(|kind| embedded(kind))
}

/// The first thing that a style fetches from elsewhere.
fn outside_of_css(css: &str) -> Option<String> {
    if !css.contains(['(', '@', '\\']) {
        return None;
    }
    let css = unescape_css(css);
    let lower = css.to_lowercase();
    if let Some(at) = lower.find("@import") {
        return Some(css.get(at..at + 7)?.to_owned());
    }
    for (at, _) in lower.match_indices("url(") {
        let Some(target) = css.get(at + 4..) else {
            continue;
        };
        let target = target.split(')').next().unwrap_or("");
        let target = target.trim().trim_matches(['"', '\'']);
        if !is_own(target) {
            return Some(shorten(target));
        }
    }
    None
}

/// A style without comments, its escapes (`\75 rl`) resolved as browsers do (CSS Syntax 3, §4.3.7).
fn unescape_css(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['\\', '/']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let Some(escaped) = rest.strip_prefix('\\') else {
            out.push('/');
            rest = &rest[1..];
            continue;
        };
        let digits = escaped
            .bytes()
            .take(6)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        if digits == 0 {
            rest = escaped;
            continue;
        }
        let code = u32::from_str_radix(&escaped[..digits], 16).ok();
        out.extend(code.and_then(char::from_u32));
        rest = &escaped[digits..];
        rest = rest.strip_prefix([' ', '\n', '\t']).unwrap_or(rest);
    }
    out.push_str(rest);
    out
}

/// An address as it is told to people.
fn shorten(address: &str) -> String {
    crate::parse::markdown::shorten(address.trim(), 80)
}

/// What the root says about the size.
#[derive(Default)]
struct Size {
    width: Option<f64>,
    height: Option<f64>,
    view: Vec<f64>,
}

impl Size {
    fn take(&mut self, key: &str, value: &str) {
        let number = |text: &str| {
            text.trim()
                .trim_end_matches("px")
                .trim()
                .parse::<f64>()
                .ok()
        };
        match key {
            "width" => self.width = number(value),
            "height" => self.height = number(value),
            "viewBox" => {
                self.view = value
                    .split([' ', ',', '\n', '\t'])
                    .filter_map(number)
                    .collect()
            }
            _ => {}
        }
    }

    /// Width and height, else those of the view box, else nothing.
    fn pixels(&self) -> (u32, u32) {
        let of_view = match self.view[..] {
            [_, _, width, height] => (width, height),
            _ => (0.0, 0.0),
        };
        let (width, height) = self.width.zip(self.height).unwrap_or(of_view);
        // A number that is negative or too large is as good as none: `as` keeps it within its bounds.
        (width.round() as u32, height.round() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> String {
        read(text).expect("a drawing").clean
    }

    fn dangers(text: &str) -> Vec<String> {
        let drawing = read(text).expect("a drawing");
        let shown = |danger: &Danger| {
            format!(
                "{:?} {} at “{}”",
                danger.kind,
                danger.name,
                &text[danger.span.range()]
            )
        };
        drawing.dangers.iter().map(shown).collect()
    }

    #[test]
    fn a_plain_drawing_stays_as_it_is() {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><style>.a{fill:url(#b)}</style>\
             <text x=\"1\" class=\"a\">Xã &amp; thôn &#7853;</text><use href=\"#b\"/></svg>";
        assert_eq!(clean(text), text);
        assert_eq!(dangers(text), Vec::<String>::new());
    }

    #[test]
    fn notes_of_drawing_programs_are_left_out_and_names_are_made_plain() {
        let text = "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY ns \"http://www.w3.org/2000/svg\">]>\n<!-- Inkscape -->\
             <svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\" xmlns:inkscape=\"i\" inkscape:version=\"1\" width=\"3\" height=\"2\">\
             <svg:metadata><rdf:RDF>A</rdf:RDF></svg:metadata><inkscape:grid/><svg:use xlink:href=\"#a\"/>\
             <svg:a href=\"https://example.vn/\"><svg:path d=\"M0 0\"/></svg:a></svg:svg>";
        assert_eq!(
            clean(text),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"2\"><use href=\"#a\"/>\
             <a><path d=\"M0 0\"/></a></svg>"
        );
        assert_eq!(dangers(text), Vec::<String>::new());
    }

    #[test]
    fn scripts_handlers_and_what_is_fetched_are_left_out_and_told_with_their_places() {
        for (inside, left, said) in [
            ("<script>alert(1)</script>", "", "Script script at “script”"),
            ("<SCRIPT/>", "", "Script SCRIPT at “SCRIPT”"),
            ("<g onload=\"x()\"/>", "<g/>", "Handler onload at “onload”"),
            (
                "<foreignObject><p>A</p></foreignObject>",
                "",
                "Script foreignObject at “foreignObject”",
            ),
            (
                "<a href=\"java&#115;cript:x()\"/>",
                "<a/>",
                "Script javascript:x() at “href”",
            ),
            (
                "<image href=\"https://a.vn/b.png\"/>",
                "<image/>",
                "Outside https://a.vn/b.png at “href”",
            ),
            (
                "<image xlink:href=\"b.png\"/>",
                "<image/>",
                "Outside b.png at “xlink:href”",
            ),
            (
                "<use href=\"data:image/svg+xml;base64,AA\"/>",
                "<use/>",
                "Outside data:image/svg+xml;base64,AA at “href”",
            ),
            (
                "<g style=\"fill:u\\72l(//a.vn/x)\"/>",
                "<g/>",
                "Outside //a.vn/x at “style”",
            ),
            (
                "<g fill=\"url('http://a.vn/#x')\"/>",
                "<g/>",
                "Outside http://a.vn/#x at “fill”",
            ),
            (
                "<style>@im/**/port 'a.css';</style>",
                "<style></style>",
                "Outside @import at “@im/**/port 'a.css';”",
            ),
            (
                "<style><![CDATA[a{b:url(c.png)}]]></style>",
                "<style></style>",
                "Outside c.png at “c.png”",
            ),
            (
                "<set attributeName=\"href\" to=\"javascript:x\"/>",
                "",
                "Script set at “<set attributeName=\"href\" to=\"javascript:x\"/>”",
            ),
        ] {
            let text = format!("<svg xmlns=\"{NAMESPACE}\">{inside}</svg>");
            let expected = format!("<svg xmlns=\"{NAMESPACE}\">{left}</svg>");
            assert_eq!(clean(&text), expected);
            assert_eq!(dangers(&text), [said], "{inside}");
        }
    }

    #[test]
    fn elements_of_another_kind_of_document_lose_their_meaning() {
        assert_eq!(
            clean(
                "<svg><g xmlns=\"http://www.w3.org/1999/xhtml\"><h:p xmlns:h=\"x\">A</h:p></g></svg>"
            ),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></g></svg>"
        );
    }

    #[test]
    fn a_drawing_gives_its_size_or_that_of_its_view() {
        let size = |tag: &str| read(tag).map(|drawing| (drawing.width, drawing.height));
        assert_eq!(
            size("<svg width=\"760\" height=\"240px\"/>"),
            Some((760, 240))
        );
        assert_eq!(
            size("<svg width='100%' height='9mm' viewBox='0 0 32 16'/>"),
            Some((32, 16))
        );
        assert_eq!(size("<svg viewBox='0,0,1e99,-3'/>"), Some((u32::MAX, 0)));
        assert_eq!(size("<svg/>"), Some((0, 0)));
        for bad in ["", "<p/>", "<svg>", "<svg></g></svg>", "<svg a=1/>"] {
            assert_eq!(size(bad), None, "{bad}");
        }
    }
}
