//! An event: when and where something takes place, and what happens there.

use super::wording::{check_all_alone, check_place};
use super::{FILES, Kind, NamedFile, Own, check_order, named_files};
use crate::calendar::Days;
use crate::calendar::ics::Status;
use crate::diag::Diagnostic;
use crate::moment::Moment;
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields, Type};

pub(super) struct EventKind;

/// What an event says about itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When it begins.
    pub start: Moment,
    /// When it ends.
    pub end: Option<Moment>,
    /// Where it is.
    pub place: Option<String>,
    /// What happens, in order: the time as written, and what.
    pub programme: Vec<(Option<String>, String)>,
    /// Whether it takes place.
    pub status: Status,
    /// Files to download.
    pub files: Vec<NamedFile>,
}

const PROGRAMME: &[Field] = &[
    Field::new(
        "text",
        Type::Text,
        "text = \"Đón tiếp đại biểu\"",
        ["nội dung", "what happens"],
    )
    .required(),
    Field::new(
        "time",
        Type::Text,
        "time = \"7 giờ 30\"",
        ["giờ", "the time"],
    ),
];

const FIELDS: &[Field] = &[
    Field::new(
        "start",
        Type::Date,
        "start = 2026-12-01T08:00:00",
        [
            "ngày, giờ bắt đầu; chỉ ghi ngày nếu cả ngày",
            "when it begins; a day alone if it takes the whole day",
        ],
    )
    .required(),
    Field::new(
        "end",
        Type::Date,
        "end = 2026-12-01T11:00:00",
        ["ngày, giờ kết thúc", "when it ends"],
    ),
    Field::new(
        "place",
        Type::Text,
        "place = \"Nhà văn hóa xã\"",
        ["địa điểm", "where it is"],
    ),
    Field::new(
        "programme",
        Type::TextsOrTables(PROGRAMME),
        "programme = [{time = \"7 giờ 30\", text = \"Đón tiếp đại biểu\"}]",
        ["chương trình", "the programme"],
    ),
    Field::new(
        "status",
        Type::Choice(&["dien-ra", "hoan", "huy"]),
        "status = \"diễn ra\"",
        [
            "diễn ra, hoãn hoặc hủy",
            "dien-ra, hoan or huy (takes place, put off, cancelled)",
        ],
    ),
    FILES,
];

impl Kind for EventKind {
    fn name(&self) -> &'static str {
        "event"
    }
    fn label(&self) -> &'static str {
        "Sự kiện"
    }
    fn fields(&self) -> &'static [Field] {
        FIELDS
    }
    fn schema_type(&self) -> &'static str {
        "Event"
    }

    fn check(&self, doc: &Doc, own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        check_order(doc, own, "start", "end", diagnostics);
        check_all_alone(doc, own, &[], diagnostics);
        check_place(doc, own, diagnostics);
    }

    fn own(&self, _doc: &Doc, own: &Fields) -> Option<Own> {
        Some(Own::Event(Event {
            start: own.date("start")?,
            end: own.date("end"),
            place: own.text("place").map(str::to_owned),
            programme: own
                .tables("programme")
                .filter_map(|(step, _)| {
                    let text = step.text("text")?.to_owned();
                    Some((step.text("time").map(str::to_owned), text))
                })
                .collect(),
            status: match own.text("status") {
                Some("huy") => Status::Cancelled,
                Some("hoan") => Status::Tentative,
                _ => Status::Confirmed,
            },
            files: named_files(own),
        }))
    }
}

impl Event {
    /// The days that it takes.
    #[must_use]
    pub fn days(&self) -> Days {
        Days::between(self.start, self.end)
    }

    /// Whether it takes whole days: no time of day is given.
    #[must_use]
    pub fn is_all_day(&self) -> bool {
        let is_midnight = |moment: Moment| Moment::midnight(moment.date()) == moment;
        is_midnight(self.start) && self.end.is_none_or(is_midnight)
    }
}
