//! Writing XML: elements that are closed by construction, texts and attributes that are escaped.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes: names and values.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A part of a document while it is written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A whole part with its root element.
    pub(super) fn part(
        root: &str,
        attributes: Attributes<'_>,
        fill: impl FnOnce(&mut Self),
    ) -> Vec<u8> {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new(
            "1.0",
            Some("UTF-8"),
            Some("yes"),
        )));
        xml.within(root, attributes, fill);
        xml.0.into_inner()
    }

    /// An element with what is in it.
    pub(super) fn within(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        fill: impl FnOnce(&mut Self),
    ) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Start(start));
        fill(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Empty(start));
    }

    /// A text, without the control characters that XML 1.0 has no way to write.
    pub(super) fn text(&mut self, text: &str) {
        let text: String = text.chars().filter(|c| !c.is_control()).collect();
        self.event(Event::Text(BytesText::new(&text)));
    }

    fn event(&mut self, event: Event<'_>) {
        let written = self.0.write_event(event);
        written.expect("memory takes all that is written");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_attributes_are_escaped() {
        let part = Xml::part("w:t", &[("w:a", "\"&\"")], |xml| {
            xml.text("a < b & c\u{1}");
            xml.empty("w:br", &[]);
        });
        assert_eq!(
            String::from_utf8(part).expect("UTF-8"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:t w:a=\"&quot;&amp;&quot;\">a &lt; b &amp; c<w:br/></w:t>"
        );
    }
}
