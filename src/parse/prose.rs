//! What a text says, without how it looks: for those who count words and not pages.
//!
//! In goes a file as `page` gets it, out come its headings and its other paragraphs, list items, cells and block
//! arguments as plain text, in order. Addresses, tags and marks are not said. Mistakes are `page`'s business.

use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{block, markdown, split, text};

/// What says a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A heading.
    Heading,
    /// Anything else.
    Text,
}

/// Hands over every piece of the text of a Markdown file; nothing when there is none to be read.
pub fn prose(path: &Arc<str>, bytes: &[u8], mut each: impl FnMut(Voice, &str)) {
    let mut mistakes = Vec::new();
    let Some(text) = text(bytes, path, &mut mistakes) else {
        return;
    };
    let Some(front) = split(&text, path, &mut mistakes) else {
        return;
    };
    let fenced = block::fence(&text[front.body..], path, 0, &mut mistakes);
    let mut piece = String::new();
    let mut voice = Voice::Text;
    for event in Parser::new_ext(&fenced.text, markdown::extensions()) {
        match event {
            Event::Text(text) | Event::Code(text) => piece.push_str(&text),
            Event::SoftBreak | Event::HardBreak => piece.push(' '),
            Event::Html(html) => {
                untagged(&html, &mut piece);
            }
            Event::Start(tag) if !is_inline(&tag.to_end()) => {
                say(&mut piece, voice, &mut each);
                if matches!(tag, Tag::Heading { .. }) {
                    voice = Voice::Heading;
                }
            }
            Event::End(tag) if !is_inline(&tag) => {
                say(&mut piece, voice, &mut each);
                voice = Voice::Text;
            }
            _ => {}
        }
    }
    say(&mut piece, voice, &mut each);
    let args = fenced.blocks.iter().flat_map(|block| &block.args);
    for (_, value) in args.filter(|(_, value)| !value.is_empty()) {
        each(Voice::Text, value);
    }
}

fn say(piece: &mut String, voice: Voice, each: &mut impl FnMut(Voice, &str)) {
    if !piece.trim().is_empty() {
        each(voice, piece);
    }
    piece.clear();
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// The text of raw HTML, roughly: what stands outside its tags.
fn untagged(html: &str, out: &mut String) {
    for part in html.split_inclusive('>') {
        out.push_str(part.split('<').next().unwrap_or(""));
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(body: &str) -> Vec<(Voice, String)> {
        let mut all = Vec::new();
        let text = format!("+++\ntitle = \"Tin\"\n+++\n{body}");
        prose(&"content/a.md".into(), text.as_bytes(), |voice, text| {
            all.push((voice, text.trim().to_owned()))
        });
        all
    }

    #[test]
    fn headings_and_texts_are_told_apart_and_addresses_left_out() {
        use Voice::{Heading, Text};
        let body = "## Việc *của* xã\n\nXem [quy chế](/quy-che.txt \"x\"),\nmục `5`.\n\n- Một\n- Hai\n\n\
                    | A | B |\n|---|---|\n| c | d |\n\n::: con-so so=\"80%\" nhan=\"người dự\"\nTrong khối.\n:::\n\n<div>Rời</div>\n";
        let expected = [
            (Heading, "Việc của xã"),
            (Text, "Xem quy chế, mục 5."),
            (Text, "Một"),
            (Text, "Hai"),
            (Text, "A"),
            (Text, "B"),
            (Text, "c"),
            (Text, "d"),
            (Text, "Trong khối."),
            (Text, "Rời"),
            (Text, "80%"),
            (Text, "người dự"),
        ];
        assert_eq!(said(body), expected.map(|(v, text)| (v, text.to_owned())));
    }

    #[test]
    fn a_file_that_cannot_be_read_says_nothing() {
        prose(&"content/a.md".into(), b"no front matter", |_, text| {
            panic!("said {text}")
        });
    }
}
