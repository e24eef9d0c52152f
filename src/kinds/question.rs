//! An opinion or question of a resident and the answer to it. The text of the page is the answer.

use jiff::civil::Date;

use super::{Kind, Own, check_order};
use crate::calendar::days_between;
use crate::diag::{Diagnostic, Msg, Span};
use crate::moment::Moment;
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields, Type};

pub(super) struct QuestionKind;

/// An opinion and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What was asked.
    pub question: String,
    /// Where that stands.
    pub question_span: Span,
    /// Who asked, as far as it may be shown: the whole name with consent, else its first letters.
    pub asker: Option<String>,
    /// When it was received.
    pub received: Moment,
    /// When it was answered.
    pub answered: Option<Moment>,
}

const FIELDS: &[Field] = &[
    Field::new(
        "question",
        Type::Text,
        "question = \"Làm thế nào để …?\"",
        [
            "câu hỏi hoặc ý kiến, không ghi số điện thoại, số căn cước",
            "the question or opinion, without telephone or identity numbers",
        ],
    )
    .required(),
    Field::new(
        "asker",
        Type::Text,
        "asker = \"Họ và tên\"",
        [
            "người hỏi; trang chỉ hiện chữ cái đầu nếu chưa có consent = true",
            "who asked; only first letters are shown without consent = true",
        ],
    ),
    Field::new(
        "consent",
        Type::Bool,
        "consent = true",
        ["người hỏi đồng ý nêu tên", "who asked agrees to be named"],
    ),
    Field::new(
        "received",
        Type::Date,
        "received = 2026-11-02",
        ["ngày nhận", "when it was received"],
    )
    .required(),
    Field::new(
        "answered",
        Type::Date,
        "answered = 2026-11-12",
        ["ngày trả lời", "when it was answered"],
    ),
];

impl Kind for QuestionKind {
    fn name(&self) -> &'static str {
        "question"
    }
    fn label(&self) -> &'static str {
        "Ý kiến – trả lời"
    }
    fn fields(&self) -> &'static [Field] {
        FIELDS
    }

    fn check(&self, doc: &Doc, own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        check_order(doc, own, "received", "answered", diagnostics);
        if doc.broken {
            return;
        }
        let mut say = |msg: Msg, help: Msg, key: &str| {
            let span = own.span(key).or_else(|| doc.fields.span("title"));
            diagnostics.push(Diagnostic::new(msg, &doc.path, span, &[]).help(help, &[]));
        };
        match own.date("answered") {
            None if doc.outline.words > 0 => {
                say(
                    Msg::AnswerWithoutDate,
                    Msg::HelpAnswerWithoutDate,
                    "received",
                );
            }
            Some(_) if doc.outline.words == 0 => {
                say(
                    Msg::AnswerWithoutText,
                    Msg::HelpAnswerWithoutText,
                    "answered",
                );
            }
            Some(_) if doc.fields.text("unit").is_none() => {
                say(
                    Msg::AnswerWithoutUnit,
                    Msg::HelpAnswerWithoutUnit,
                    "answered",
                );
            }
            _ => {}
        }
    }

    fn own(&self, _doc: &Doc, own: &Fields) -> Option<Own> {
        let asker = own.text("asker").filter(|name| !name.trim().is_empty());
        Some(Own::Question(Question {
            question: own.text("question")?.to_owned(),
            question_span: own.span("question")?,
            asker: asker.map(|name| match own.flag("consent") {
                true => name.trim().to_owned(),
                false => initials(name),
            }),
            received: own.date("received")?,
            answered: own.date("answered"),
        }))
    }
}

impl Question {
    /// For how many days it has waited on a day; none when it is answered or was not yet received.
    #[must_use]
    pub fn waiting(&self, today: Date) -> Option<i32> {
        let days = days_between(self.received.date(), today);
        (self.answered.is_none() && days >= 0).then_some(days)
    }
}

/// The first letters of a name: `Nguyễn Văn An` is `N.V.A.`.
fn initials(name: &str) -> String {
    let firsts = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    firsts.flat_map(|c| c.to_uppercase().chain(['.'])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn without_consent_a_name_is_its_first_letters() {
        assert_eq!(initials("Nguyễn  Văn An"), "N.V.A.");
        assert_eq!(initials("đỗ thị Ánh"), "Đ.T.Á.");
        assert_eq!(initials("N.V.A."), "N.");
    }

    #[test]
    fn a_question_waits_until_it_is_answered() {
        let mut question = Question {
            question: String::new(),
            question_span: Span::new(0..0),
            asker: None,
            received: Moment::midnight(date(2026, 11, 2)),
            answered: None,
        };
        assert_eq!(question.waiting(date(2026, 11, 22)), Some(20));
        assert_eq!(question.waiting(date(2026, 11, 2)), Some(0));
        question.answered = Some(Moment::midnight(date(2026, 11, 12)));
        assert_eq!(question.waiting(date(2026, 11, 22)), None);
    }
}
