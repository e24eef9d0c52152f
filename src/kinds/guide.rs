//! A guide: how something is done, one step after the other. Each `##` heading of the text is a step.

use super::wording::{check_all_alone, check_place};
use super::{FILES, Kind, NamedFile, Own, named_files};
use crate::diag::{Diagnostic, Msg};
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields, Type};
use crate::parse::markdown::Outline;

pub(super) struct GuideKind;

/// What a guide says about itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// What to have at hand.
    pub needs: Vec<String>,
    /// How long it takes, in words.
    pub time: Option<String>,
    /// What it costs, in words.
    pub fee: Option<String>,
    /// Where it is done, in words.
    pub place: Option<String>,
    /// The address of the service.
    pub url: Option<String>,
    /// Files to download.
    pub files: Vec<NamedFile>,
}

const FIELDS: &[Field] = &[
    Field::new(
        "needs",
        Type::Texts,
        "needs = [\"Căn cước\", \"Điện thoại có mạng\"]",
        ["cần chuẩn bị", "what to have at hand"],
    ),
    Field::new(
        "time",
        Type::Text,
        "time = \"Khoảng 10 phút\"",
        ["thời gian", "how long it takes"],
    ),
    Field::new(
        "fee",
        Type::Text,
        "fee = \"Không mất phí\"",
        ["lệ phí", "what it costs"],
    ),
    Field::new(
        "place",
        Type::Text,
        "place = \"Trên điện thoại\"",
        ["nơi làm", "where it is done"],
    ),
    Field::new(
        "url",
        Type::Web,
        "url = \"https://…\"",
        ["địa chỉ của dịch vụ", "the address of the service"],
    ),
    FILES,
];

/// Lines of both columns that the first sheet has room for, below the title and what to know before, and each other one.
const FIRST_SHEET: usize = 54;
const NEXT_SHEET: usize = 100;
/// Words on a line of a column.
const WORDS: usize = 10;
/// Lines that a heading and a picture take.
const HEADING: usize = 2;
const PICTURE: usize = 10;

/// About how many sheets of A4 the text takes as the theme `cong-xa` prints it, in two columns.
fn sheets(outline: &Outline) -> usize {
    let words = usize::try_from(outline.words).unwrap_or(usize::MAX);
    let lines =
        words.div_ceil(WORDS) + outline.headings.len() * HEADING + outline.images.len() * PICTURE;
    1 + lines.saturating_sub(FIRST_SHEET).div_ceil(NEXT_SHEET)
}

impl Kind for GuideKind {
    fn name(&self) -> &'static str {
        "guide"
    }
    fn label(&self) -> &'static str {
        "Hướng dẫn"
    }
    fn fields(&self) -> &'static [Field] {
        FIELDS
    }
    fn schema_type(&self) -> &'static str {
        "HowTo"
    }

    fn check(&self, doc: &Doc, own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        check_all_alone(doc, own, &["needs"], diagnostics);
        check_place(doc, own, diagnostics);
        let steps = doc
            .outline
            .headings
            .iter()
            .filter(|heading| heading.level == 2);
        if !doc.broken && steps.count() < 2 {
            let span = doc.fields.span("title");
            diagnostics.push(
                Diagnostic::new(Msg::GuideWithoutSteps, &doc.path, span, &[])
                    .help(Msg::HelpGuideWithoutSteps, &[]),
            );
        }
        let sheets = sheets(&doc.outline);
        if sheets > 1 {
            let span = doc.fields.span("title");
            diagnostics.push(
                Diagnostic::new(Msg::LongGuide, &doc.path, span, &[&sheets])
                    .help(Msg::HelpLongGuide, &[]),
            );
        }
    }

    fn own(&self, _doc: &Doc, own: &Fields) -> Option<Own> {
        let text = |key: &str| own.text(key).map(str::to_owned);
        let needs = own.list("needs").iter();
        Some(Own::Guide(Guide {
            needs: needs
                .filter_map(|item| item.as_text().map(str::to_owned))
                .collect(),
            time: text("time"),
            fee: text("fee"),
            place: text("place"),
            url: text("url"),
            files: named_files(own),
        }))
    }
}
