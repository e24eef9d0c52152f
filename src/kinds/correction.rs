//! Right information against a wrong claim, or the correction of a page of this site.

use super::{Kind, Own};
use crate::diag::{Diagnostic, Msg, Span};
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields, Type};

pub(super) struct CorrectionKind;

/// What a correction says.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// The wrong claim, in words of one's own.
    pub claim: String,
    /// What is true.
    pub fact: String,
    /// The page of this site that was wrong: a link as written.
    pub corrects: Option<(String, Span)>,
}

const FIELDS: &[Field] = &[
    Field::new(
        "claim",
        Type::Text,
        "claim = \"Có tin nói rằng …\"",
        [
            "thông tin sai, kể lại ngắn gọn, không dẫn đường liên kết",
            "the wrong claim, retold in short and without a link",
        ],
    )
    .required(),
    Field::new(
        "fact",
        Type::Text,
        "fact = \"Sự thật là …\"",
        ["thông tin đúng", "what is true"],
    )
    .required(),
    Field::new(
        "corrects",
        Type::Text,
        "corrects = \"/tin-tuc/bai-viet/\"",
        [
            "bài trên cổng được đính chính; bài đó sẽ hiện ghi chú",
            "the page of this site that is corrected; it will show a note",
        ],
    ),
];

impl Kind for CorrectionKind {
    fn name(&self) -> &'static str {
        "correction"
    }
    fn label(&self) -> &'static str {
        "Thông tin đúng"
    }
    fn fields(&self) -> &'static [Field] {
        FIELDS
    }

    fn check(&self, doc: &Doc, _own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        if !doc.broken && doc.fields.get("source").is_none() {
            let span = doc.fields.span("title");
            diagnostics.push(
                Diagnostic::new(Msg::CorrectionWithoutSource, &doc.path, span, &[])
                    .help(Msg::HelpCorrectionWithoutSource, &[]),
            );
        }
    }

    fn own(&self, _doc: &Doc, own: &Fields) -> Option<Own> {
        let corrects = own.text("corrects").map(str::to_owned);
        Some(Own::Correction(Correction {
            claim: own.text("claim")?.to_owned(),
            fact: own.text("fact")?.to_owned(),
            corrects: corrects.zip(own.span("corrects")),
        }))
    }
}
