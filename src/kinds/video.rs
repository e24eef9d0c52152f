//! A video: a file of one's own, or an address elsewhere. Nothing is fetched before the visitor wants to see it.

use super::{Kind, NamedFile, Own};
use crate::diag::{Diagnostic, Msg};
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields, Type};

pub(super) struct VideoKind;

/// What a video says about itself. Its picture is the page's `image`, its summary the page's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Video {
    /// The file, if it is one of the site's own.
    pub file: Option<NamedFile>,
    /// What is said in it, as WebVTT.
    pub captions: Option<NamedFile>,
    /// Where it can be seen elsewhere.
    pub url: Option<String>,
    /// How long it is, in words.
    pub length: Option<String>,
}

/// The fewest words of a text that stands for a video without captions.
const SUMMARY: u32 = 20;

/// The ends of the names of files that every browser plays.
const PLAYED: &[&str] = &["mp4", "m4v", "webm"];

/// The ends of the names of captions that browsers read.
const CAPTIONS: &[&str] = &["vtt"];

const FIELDS: &[Field] = &[
    Field::new(
        "file",
        Type::Text,
        "file = \"phat-dong.mp4\"",
        ["tệp video, đặt cạnh bài", "the file, beside the page"],
    ),
    Field::new(
        "captions",
        Type::Text,
        "captions = \"phat-dong.vtt\"",
        ["tệp phụ đề (.vtt)", "the captions (.vtt)"],
    ),
    Field::new(
        "url",
        Type::Web,
        "url = \"https://www.youtube.com/watch?v=…\"",
        [
            "nơi xem khác, chỉ mở khi người xem bấm",
            "where else to see it; opened only by a click",
        ],
    ),
    Field::new(
        "length",
        Type::Text,
        "length = \"3 phút 20 giây\"",
        ["thời lượng", "how long it is"],
    ),
];

impl Kind for VideoKind {
    fn name(&self) -> &'static str {
        "video"
    }
    fn label(&self) -> &'static str {
        "Video"
    }
    fn fields(&self) -> &'static [Field] {
        FIELDS
    }
    fn is_news(&self) -> bool {
        true
    }
    fn schema_type(&self) -> &'static str {
        "VideoObject"
    }

    fn check(&self, doc: &Doc, own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        if doc.broken {
            return;
        }
        let mut say = |msg: Msg, help: Msg, key: &str| {
            let span = own.span(key).or_else(|| doc.fields.span("title"));
            diagnostics.push(Diagnostic::new(msg, &doc.path, span, &[]).help(help, &[]));
        };
        if own.text("file").is_none() && own.text("url").is_none() {
            say(Msg::VideoWithoutFile, Msg::HelpVideoWithoutFile, "title");
        }
        if doc.fields.text("image").is_none() {
            say(
                Msg::VideoWithoutPicture,
                Msg::HelpVideoWithoutPicture,
                "file",
            );
        }
        if own.text("captions").is_none() && doc.outline.words < SUMMARY {
            say(Msg::VideoWithoutWords, Msg::HelpVideoWithoutWords, "file");
        }
        check_forms(doc, own, diagnostics);
    }

    fn own(&self, _doc: &Doc, own: &Fields) -> Option<Own> {
        let file = |key: &str| {
            let (name, span) = own.text(key).zip(own.span(key))?;
            Some((name.to_owned(), None, span))
        };
        Some(Own::Video(Video {
            file: file("file"),
            captions: file("captions"),
            url: own.text("url").map(str::to_owned),
            length: own.text("length").map(str::to_owned),
        }))
    }
}

/// Says so when browsers cannot show the file or read its captions.
fn check_forms(doc: &Doc, own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
    let ends_in = |name: &str, ends: &[&str]| {
        let (_, end) = name.rsplit_once('.').unwrap_or_default();
        ends.iter().any(|known| known.eq_ignore_ascii_case(end))
    };
    for (key, ends, msg, help) in [
        (
            "captions",
            CAPTIONS,
            Msg::VideoCaptionsForm,
            Msg::HelpVideoCaptionsForm,
        ),
        ("file", PLAYED, Msg::VideoForm, Msg::HelpVideoForm),
    ] {
        if let Some(name) = own.text(key).filter(|name| !ends_in(name, ends)) {
            let place = own.span(key);
            diagnostics.push(Diagnostic::new(msg, &doc.path, place, &[&name]).help(help, &[]));
        }
    }
}

impl Video {
    /// The files that it names.
    #[must_use]
    pub fn files(&self) -> Vec<NamedFile> {
        self.file.iter().chain(&self.captions).cloned().collect()
    }
}
