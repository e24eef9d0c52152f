//! A good example to follow: who did what, where, and what came of it in numbers.

use super::wording::{check_all_alone, check_place};
use super::{Kind, Own};
use crate::diag::Diagnostic;
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields, Type};

pub(super) struct ModelKind;

/// What is told of a good example.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Who did it.
    pub who: String,
    /// Where.
    pub place: String,
    /// The field of work.
    pub area: Option<String>,
    /// What came of it.
    pub results: Vec<Outcome>,
    /// Whom to ask.
    pub contact: Option<String>,
}

/// One result in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The number as written.
    pub value: String,
    /// What it counts.
    pub text: String,
    /// Where it is from.
    pub source: Option<String>,
}

const OUTCOME: &[Field] = &[
    Field::new(
        "value",
        Type::Text,
        "value = \"210 người\"",
        ["con số", "the number"],
    )
    .required(),
    Field::new(
        "text",
        Type::Text,
        "text = \"dự lớp kỹ năng số\"",
        ["nói về điều gì", "what it counts"],
    )
    .required(),
    Field::new(
        "source",
        Type::Text,
        "source = \"Báo cáo số 12/BC-UBND\"",
        ["nguồn", "the source"],
    ),
];

const FIELDS: &[Field] = &[
    Field::new(
        "who",
        Type::Text,
        "who = \"Tổ công nghệ số cộng đồng thôn 1\"",
        ["ai làm", "who did it"],
    )
    .required(),
    Field::new(
        "place",
        Type::Text,
        "place = \"Thôn 1\"",
        ["ở đâu", "where"],
    )
    .required(),
    Field::new(
        "area",
        Type::Text,
        "area = \"Kỹ năng số\"",
        ["lĩnh vực", "the field of work"],
    ),
    Field::new(
        "results",
        Type::Tables(OUTCOME),
        "results = [{value = \"210 người\", text = \"dự lớp kỹ năng số\"}]",
        ["kết quả bằng con số", "results in numbers"],
    )
    .required(),
    Field::new(
        "contact",
        Type::Text,
        "contact = \"Trung tâm Văn hóa, Thể thao và Truyền thông xã\"",
        ["nơi hỏi thêm", "whom to ask"],
    ),
];

impl Kind for ModelKind {
    fn name(&self) -> &'static str {
        "model"
    }
    fn label(&self) -> &'static str {
        "Mô hình hay"
    }
    fn fields(&self) -> &'static [Field] {
        FIELDS
    }
    fn is_news(&self) -> bool {
        true
    }
    fn schema_type(&self) -> &'static str {
        "NewsArticle"
    }

    fn check(&self, doc: &Doc, own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        check_all_alone(doc, own, &[], diagnostics);
        check_place(doc, own, diagnostics);
    }

    fn own(&self, _doc: &Doc, own: &Fields) -> Option<Own> {
        let text = |key: &str| own.text(key).map(str::to_owned);
        let outcome = |fields: &Fields| {
            Some(Outcome {
                value: fields.text("value")?.to_owned(),
                text: fields.text("text")?.to_owned(),
                source: fields.text("source").map(str::to_owned),
            })
        };
        Some(Own::Model(Model {
            who: text("who")?,
            place: text("place")?,
            area: text("area"),
            results: own
                .tables("results")
                .filter_map(|(row, _)| outcome(row))
                .collect(),
            contact: text("contact"),
        }))
    }
}
