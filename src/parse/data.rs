//! Registries: `content/_data/units.toml` and its like, whose ids front matter names.

use crate::diag::{Diagnostic, Msg, Span};

use super::fields::{self, Field, Fields, Type};
use crate::outreach;
use crate::vi;

/// A kind of registry.
pub struct RegistryKind {
    /// The file's name without `.toml`.
    pub name: &'static str,
    /// The name of each table in it, such as `unit` for `[[unit]]`.
    pub entry: &'static str,
    /// The keys of an entry. Entries without a key `id` are named by their number.
    pub fields: &'static [Field],
}

const ID: Field = Field::new(
    "id",
    Type::Any,
    "id = \"ubnd-xa\"",
    ["mã, không dấu, không đổi", "the id: plain, never changed"],
)
.required();
const NAME: Field = Field::new(
    "name",
    Type::Text,
    "name = \"Ủy ban nhân dân xã\"",
    ["tên", "the name"],
)
.required();
const ABOUT: Field = Field::new(
    "description",
    Type::Text,
    "description = \"…\"",
    ["giới thiệu ngắn", "a short description"],
);

/// The keys of a target, each by its name.
mod target {
    use super::{Field, Type};

    pub const TEXT: Field = Field::new(
        "text",
        Type::Text,
        "text = \"…\"",
        ["nội dung chỉ tiêu", "what the target says"],
    )
    .required();
    pub const UNIT: Field = Field::new(
        "unit",
        Type::Text,
        "unit = \"%\"",
        ["đơn vị tính", "the unit of measure"],
    );
    pub const BASELINE: Field = Field::new(
        "baseline",
        Type::Text,
        "baseline = \"40%\"",
        ["mức ban đầu", "where it began"],
    );
    pub const TARGET: Field = Field::new(
        "target",
        Type::Text,
        "target = \"> 80%\"",
        ["mức cần đạt", "the target"],
    )
    .required();
    pub const VALUE: Field = Field::new(
        "value",
        Type::Text,
        "value = \"75%\"",
        ["mức đã đạt", "the value reached"],
    );
    pub const YEAR: Field = Field::new(
        "year",
        Type::Int(1900, 2200),
        "year = 2030",
        ["năm đích", "the year of the target"],
    );
    pub const DATE: Field = Field::new(
        "date",
        Type::Date,
        "date = 2026-06-30",
        ["ngày của số liệu", "the date of the value"],
    );
    pub const SOURCE: Field = Field::new(
        "source",
        Type::Text,
        "source = \"…\"",
        ["nguồn", "the source"],
    );
    pub const SOURCE_URL: Field = Field::new(
        "source_url",
        Type::Web,
        "source_url = \"https://…\"",
        ["địa chỉ nguồn", "the source's address"],
    );
    pub const EVIDENCE: Field = Field::new(
        "evidence",
        Type::Text,
        "evidence = \"…\"",
        ["minh chứng", "the evidence"],
    );
}

/// The keys of a target; see `kinds::target`.
pub const TARGET: &[Field] = &[
    target::TEXT,
    target::UNIT,
    target::BASELINE,
    target::TARGET,
    target::VALUE,
    target::YEAR,
    target::DATE,
    target::SOURCE,
    target::SOURCE_URL,
    target::EVIDENCE,
];

/// Every registry there is.
pub const REGISTRIES: &[RegistryKind] = &[
    RegistryKind {
        name: "units",
        entry: "unit",
        fields: &[
            ID,
            NAME,
            ABOUT,
            Field::new(
                "short",
                Type::Text,
                "short = \"UBND xã\"",
                ["tên ngắn", "the short name"],
            ),
            Field::new(
                "parent",
                Type::Text,
                "parent = \"ubnd-xa\"",
                ["đơn vị cấp trên", "the unit above"],
            ),
            Field::new(
                "head",
                Type::Text,
                "head = \"…\"",
                ["người đứng đầu", "its head"],
            ),
            Field::new(
                "phone",
                Type::Text,
                "phone = \"…\"",
                ["điện thoại", "telephone"],
            ),
            Field::new(
                "email",
                Type::Text,
                "email = \"…\"",
                ["thư điện tử", "e-mail"],
            ),
            Field::new(
                "url",
                Type::Web,
                "url = \"https://…\"",
                ["trang web", "website"],
            ),
        ],
    },
    RegistryKind {
        name: "topics",
        entry: "topic",
        fields: &[ID, NAME, ABOUT],
    },
    RegistryKind {
        name: "audiences",
        entry: "audience",
        fields: &[ID, NAME, ABOUT],
    },
    RegistryKind {
        name: "nq57_tasks",
        entry: "task",
        fields: &[ID, NAME, ABOUT],
    },
    RegistryKind {
        name: "days",
        entry: "day",
        fields: &[
            ID,
            NAME,
            ABOUT,
            Field::new(
                "date",
                Type::Text,
                "date = \"10/10\"",
                ["ngày/tháng hằng năm", "day/month of every year"],
            )
            .required(),
            Field::new(
                "basis",
                Type::Text,
                "basis = \"505/QĐ-TTg\"",
                ["căn cứ pháp lý", "the legal basis"],
            ),
            Field::new(
                "source",
                Type::Text,
                "source = \"…\"",
                ["nguồn", "the source"],
            ),
            Field::new(
                "lead_days",
                Type::Int(0, 365),
                "lead_days = 7",
                ["hiện trước mấy ngày", "days shown in advance"],
            ),
            Field::new(
                "banner",
                Type::Text,
                "banner = \"…\"",
                ["lời trên băng", "the banner's text"],
            ),
            Field::new(
                "url",
                Type::Text,
                "url = \"/chien-dich/ngay-chuyen-doi-so/\"",
                ["trang mà băng dẫn tới", "the page that the banner leads to"],
            ),
        ],
    },
    RegistryKind {
        name: "kpi",
        entry: "kpi",
        fields: &[
            ID,
            Field::new(
                "section",
                Type::Text,
                "section = \"nghi-quyet-57\"",
                ["chuyên trang nêu chỉ tiêu", "the mini-site that shows it"],
            ),
            Field::new(
                "group",
                Type::Text,
                "group = \"Đến năm 2030\"",
                ["nhóm", "the group"],
            ),
            target::TEXT,
            target::UNIT,
            target::BASELINE,
            target::TARGET,
            target::VALUE,
            target::YEAR,
            target::DATE,
            target::SOURCE.required(),
            target::SOURCE_URL,
            target::EVIDENCE,
        ],
    },
    RegistryKind {
        name: "activities",
        entry: "activity",
        fields: &[
            Field::new(
                "date",
                Type::Date,
                "date = 2026-11-21",
                ["ngày thực hiện", "when it was done"],
            )
            .required(),
            Field::new(
                "form",
                Type::Choice(outreach::FORM_NAMES),
                "form = \"phat-thanh\"",
                ["hình thức", "the form"],
            )
            .required(),
            Field::new(
                "title",
                Type::Text,
                "title = \"…\"",
                ["nội dung", "what it was about"],
            )
            .required(),
            Field::new(
                "count",
                Type::Int(1, 1_000_000),
                "count = 20",
                ["số lượng (mặc định: 1)", "how many (1 if nothing is said)"],
            ),
            Field::new(
                "place",
                Type::Text,
                "place = \"…\"",
                ["nơi thực hiện", "where"],
            ),
            Field::new(
                "unit",
                Type::Text,
                "unit = \"ubnd-xa\"",
                [
                    "đơn vị thực hiện (mã trong units.toml)",
                    "the unit that did it (an id of units.toml)",
                ],
            ),
            Field::new(
                "campaign",
                Type::Text,
                "campaign = \"binh-dan-hoc-vu-so\"",
                ["chiến dịch", "the campaign it belongs to"],
            ),
            Field::new(
                "evidence",
                Type::Text,
                "evidence = \"…\"",
                ["minh chứng", "the evidence"],
            ),
        ],
    },
];

/// One registry as read.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// The file, such as `content/_data/units.toml`.
    pub file: String,
    /// The entries in order: id, fields, place of the entry.
    pub entries: Vec<(String, Fields, Span)>,
    /// Set when entries may be missing because the file is not well written.
    pub broken: bool,
}

impl Registry {
    /// The entry of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Fields> {
        self.entries
            .iter()
            .find(|(known, ..)| known == id)
            .map(|(_, fields, _)| fields)
    }
}

/// Reads a registry's text.
pub fn parse(
    kind: &RegistryKind,
    text: &str,
    file: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Registry {
    let mut found = Vec::new();
    let written = fields::read(text, file, 0, &mut found);
    let mut registry = Registry {
        file: file.to_owned(),
        entries: Vec::new(),
        broken: !found.is_empty(),
    };
    diagnostics.append(&mut found);
    for entry in written.0 {
        if entry.key != kind.entry {
            registry.broken = true;
            let near = vi::near::nearest(&entry.key, [kind.entry].into_iter());
            let help = if near.is_some() {
                Msg::DidYouMean
            } else {
                Msg::KnownNames
            };
            diagnostics.push(
                Diagnostic::new(Msg::UnknownKey, file, entry.key_span, &[&entry.key])
                    .help(help, &[&format!("[[{}]]", kind.entry)]),
            );
            continue;
        }
        let fields::Value::List(items) = entry.item.value else {
            registry.broken = true;
            let found = fields::type_of(&entry.item.value);
            diagnostics.push(
                Diagnostic::new(
                    Msg::WrongType,
                    file,
                    entry.key_span,
                    &[&kind.entry, &Msg::TypeTables, &found],
                )
                .help(Msg::HelpWrite, &[&format!("[[{}]]", kind.entry)]),
            );
            continue;
        };
        for item in items {
            let fields::Value::Table(table) = item.value else {
                continue;
            };
            let mut found = Vec::new();
            let table = fields::check_closed(table, &[kind.fields], file, item.span, &mut found);
            fields::report(found, registry.broken, diagnostics);
            let span = table.span("id").unwrap_or(item.span);
            if kind.fields.iter().all(|field| field.name != ID.name) {
                let number = registry.entries.len() + 1;
                registry
                    .entries
                    .push((number.to_string(), table, item.span));
                continue;
            }
            let id = match table.get("id").map(|id| &id.value) {
                Some(fields::Value::Text(id)) => id.clone(),
                Some(fields::Value::Int(id)) => id.to_string(),
                Some(other) => {
                    let found = fields::type_of(other);
                    diagnostics.push(
                        Diagnostic::new(
                            Msg::WrongType,
                            file,
                            span,
                            &[&"id", &Msg::TypeText, &found],
                        )
                        .help(Msg::HelpExample, &[&ID.example]),
                    );
                    registry.broken = true;
                    continue;
                }
                None => {
                    registry.broken = true;
                    continue;
                }
            };
            // An id is also an address.
            let slug = vi::slug::slug(&id);
            if slug.is_empty() {
                diagnostics.push(
                    Diagnostic::new(Msg::EmptySlug, file, span, &[&id])
                        .help(Msg::HelpNewTitle, &[]),
                );
                registry.broken = true;
                continue;
            }
            if let Some((other, fields, place)) = registry
                .entries
                .iter()
                .find(|(other, ..)| vi::slug::slug(other) == slug)
            {
                let first = fields.span("id").unwrap_or(*place);
                diagnostics.push(
                    Diagnostic::new(Msg::DuplicateId, file, span, &[&id, other])
                        .help(Msg::HelpDuplicateId, &[])
                        .note(Msg::NoteFirst, file, first, &[]),
                );
                registry.broken = true;
                continue;
            }
            registry.entries.push((id, table, item.span));
        }
    }
    registry
}
