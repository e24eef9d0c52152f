//! A campaign: a period in which units of the commune work for some goals, with slogans, targets, a programme and, when
//! it is over, its result. News name it (`campaign = "…"`) and gather on its page.

use super::target::Target;
use super::wording::{check_all_alone, check_place};
use super::{FILES, Kind, NamedFile, Own, check_order, named_files};
use crate::calendar::Days;
use crate::diag::{Diagnostic, Msg, Span};
use crate::moment::Moment;
use crate::parse::Doc;
use crate::parse::data::TARGET;
use crate::parse::fields::{Field, Fields, Type};

pub(super) struct CampaignKind;

/// What a campaign says about itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Campaign {
    /// Its first day.
    pub start: Moment,
    /// Its last day; without one it does not end.
    pub end: Option<Moment>,
    /// Its slogans, the main one first.
    pub slogans: Vec<String>,
    /// What it is for.
    pub goals: Vec<String>,
    /// The unit that leads it: an id of `units.toml`, and its place.
    pub lead: Option<(String, Span)>,
    /// The units that support it.
    pub supporting: Vec<(String, Span)>,
    /// Words for social networks, without `#`.
    pub hashtags: Vec<String>,
    /// Its targets.
    pub targets: Vec<Target>,
    /// What is done and when, in the editor's order.
    pub programme: Vec<Activity>,
    /// Pages that stand first among its news: links as written.
    pub pinned: Vec<(String, Span)>,
    /// Posters and other files.
    pub files: Vec<NamedFile>,
    /// Who takes part beside the units: name and address.
    pub partners: Vec<(String, Option<String>)>,
    /// What came of it.
    pub result: Option<String>,
}

/// One thing of a campaign's programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// When it begins.
    pub date: Moment,
    /// Its last day.
    pub end: Option<Moment>,
    /// What is done.
    pub text: String,
    /// Where.
    pub place: Option<String>,
}

const ACTIVITY: &[Field] = &[
    Field::new(
        "date",
        Type::Date,
        "date = 2026-10-10T08:00:00",
        ["ngày, giờ", "when"],
    )
    .required(),
    Field::new(
        "end",
        Type::Date,
        "end = 2026-10-12",
        ["ngày cuối", "the last day"],
    ),
    Field::new(
        "text",
        Type::Text,
        "text = \"Lễ phát động\"",
        ["nội dung", "what is done"],
    )
    .required(),
    Field::new(
        "place",
        Type::Text,
        "place = \"Nhà văn hóa xã\"",
        ["địa điểm", "where"],
    ),
];

const PARTNER: &[Field] = &[
    Field::new(
        "name",
        Type::Text,
        "name = \"Đoàn Thanh niên xã\"",
        ["tên", "the name"],
    )
    .required(),
    Field::new(
        "url",
        Type::Web,
        "url = \"https://…\"",
        ["trang web", "the website"],
    ),
];

/// The most pages that stand first among a campaign's news.
pub const PINNED: usize = 6;

const FIELDS: &[Field] = &[
    Field::new(
        "start",
        Type::Date,
        "start = 2026-10-01",
        ["ngày đầu", "the first day"],
    )
    .required(),
    Field::new(
        "end",
        Type::Date,
        "end = 2026-10-10",
        ["ngày cuối", "the last day"],
    ),
    Field::new(
        "slogans",
        Type::Texts,
        "slogans = [\"Mỗi nhà một công dân số\"]",
        ["khẩu hiệu", "slogans"],
    ),
    Field::new(
        "goals",
        Type::Texts,
        "goals = [\"Mọi thôn có lớp kỹ năng số\"]",
        ["mục tiêu", "goals"],
    ),
    Field::new(
        "lead",
        Type::Text,
        "lead = \"phong-van-hoa-xa-hoi\"",
        [
            "đơn vị chủ trì (mã trong units.toml)",
            "the unit that leads (an id of units.toml)",
        ],
    ),
    Field::new(
        "supporting",
        Type::Texts,
        "supporting = [\"to-cong-nghe-so\"]",
        [
            "đơn vị phối hợp (mã trong units.toml)",
            "the units that support it (ids of units.toml)",
        ],
    ),
    Field::new(
        "hashtags",
        Type::Texts,
        "hashtags = [\"ChuyenDoiSo\"]",
        ["thẻ trên mạng xã hội", "hashtags"],
    ),
    Field::new(
        "kpi",
        Type::Tables(TARGET),
        "kpi = [{text = \"Số người dự lớp\", target = \"≥ 200\", year = 2026}]",
        [
            "chỉ tiêu và kết quả; chưa có số liệu thì không ghi value",
            "targets and results; no value where there is none",
        ],
    ),
    Field::new(
        "programme",
        Type::Tables(ACTIVITY),
        "programme = [{date = 2026-10-10T08:00:00, text = \"Lễ phát động\"}]",
        ["các hoạt động", "the programme"],
    ),
    Field::new(
        "pinned",
        Type::Texts,
        "pinned = [\"/tin-tuc/bai-viet/\"]",
        [
            "bài ghim lên đầu, nhiều nhất 6",
            "pages that stand first, 6 at most",
        ],
    ),
    FILES,
    Field::new(
        "partners",
        Type::TextsOrTables(PARTNER),
        "partners = [\"Đoàn Thanh niên xã\"]",
        ["đơn vị đồng hành", "partners"],
    ),
    Field::new(
        "result",
        Type::Text,
        "result = \"Đã mở 5 lớp, 210 người dự.\"",
        [
            "kết quả, ghi sau khi kết thúc",
            "the result, once it is over",
        ],
    ),
];

impl Kind for CampaignKind {
    fn name(&self) -> &'static str {
        "campaign"
    }
    fn label(&self) -> &'static str {
        "Chiến dịch"
    }
    fn fields(&self) -> &'static [Field] {
        FIELDS
    }

    fn check(&self, doc: &Doc, own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        check_order(doc, own, "start", "end", diagnostics);
        check_all_alone(doc, own, &["slogans", "goals"], diagnostics);
        for (activity, _) in own.tables("programme") {
            check_place(doc, activity, diagnostics);
        }
        if own.list("pinned").len() > PINNED {
            diagnostics.push(
                Diagnostic::new(Msg::ManyPinned, &doc.path, own.span("pinned"), &[&PINNED])
                    .help(Msg::HelpManyPinned, &[&PINNED]),
            );
        }
    }

    fn own(&self, _doc: &Doc, own: &Fields) -> Option<Own> {
        let texts = |key: &str| -> Vec<String> {
            let items = own.list(key).iter();
            items
                .filter_map(|item| item.as_text().map(str::to_owned))
                .collect()
        };
        let places = |key: &str| -> Vec<(String, Span)> {
            let items = own.list(key).iter();
            items
                .filter_map(|item| Some((item.as_text()?.to_owned(), item.span)))
                .collect()
        };
        Some(Own::Campaign(Campaign {
            start: own.date("start")?,
            end: own.date("end"),
            slogans: texts("slogans"),
            goals: texts("goals"),
            lead: own.text("lead").map(str::to_owned).zip(own.span("lead")),
            supporting: places("supporting"),
            hashtags: texts("hashtags")
                .into_iter()
                .map(|tag| tag.trim_start_matches('#').to_owned())
                .collect(),
            targets: own.tables("kpi").map(|(kpi, _)| Target::of(kpi)).collect(),
            programme: own
                .tables("programme")
                .filter_map(|(row, _)| activity(row))
                .collect(),
            pinned: places("pinned"),
            files: named_files(own),
            partners: own
                .tables("partners")
                .filter_map(|(partner, _)| {
                    let name = partner.text("name")?.to_owned();
                    Some((name, partner.text("url").map(str::to_owned)))
                })
                .collect(),
            result: own.text("result").map(str::to_owned),
        }))
    }
}

fn activity(row: &Fields) -> Option<Activity> {
    Some(Activity {
        date: row.date("date")?,
        end: row.date("end"),
        text: row.text("text")?.to_owned(),
        place: row.text("place").map(str::to_owned),
    })
}

impl Campaign {
    /// The days of its period.
    #[must_use]
    pub fn days(&self) -> Days {
        Days {
            first: self.start.date(),
            last: self.end.map(Moment::date),
        }
    }

    /// Every unit that it names.
    pub fn units(&self) -> impl Iterator<Item = &(String, Span)> {
        self.lead.iter().chain(&self.supporting)
    }
}

impl Activity {
    /// The days that it takes.
    #[must_use]
    pub fn days(&self) -> Days {
        Days::between(self.date, self.end)
    }
}
