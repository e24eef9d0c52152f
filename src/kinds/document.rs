//! An official document with its symbol, dates, issuer and files.
//!
//! The fields are those by which state portals list documents: symbol, dates of issue and effect, type, issuer, field,
//! abstract, signer, files.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::diag::{Diagnostic, Msg, Span};
use crate::moment::Moment;
use crate::parse::Doc;
use crate::parse::fields::{Field, Fields, Type};

pub(super) struct DocumentKind;

/// What a document says about itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// `57-NQ/TW`; empty for a draft without one.
    pub symbol: String,
    /// Where the symbol stands.
    pub symbol_span: Span,
    /// `Nghị quyết`.
    pub kind: Option<String>,
    /// `Bộ Chính trị`.
    pub issuer: Option<String>,
    /// Who signed.
    pub signer: Option<String>,
    /// What it is about, for filters.
    pub field: Option<String>,
    /// Its abstract; else the page's description.
    pub summary: Option<String>,
    /// Day of issue.
    pub issued: Option<Moment>,
    /// First day of effect.
    pub effective: Option<Moment>,
    /// First day without effect.
    pub expired: Option<Moment>,
    /// The status that the editor gave.
    pub status: Option<String>,
    /// Symbol of the document that replaces it, and where it stands.
    pub replaced_by: Option<(String, Span)>,
    /// Files: path as written, title, place.
    pub files: Vec<super::NamedFile>,
}

/// Another document, as templates see it.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Reference {
    /// Its symbol.
    pub symbol: String,
    /// Its title, when the site has it.
    pub title: Option<String>,
    /// Its path, when the site has it.
    pub path: Option<String>,
}

/// A file to download, as templates see it.
#[derive(Clone, Debug, Hash, Serialize, Deserialize)]
pub struct FileView {
    /// Path from the site's root.
    pub path: String,
    /// What people read.
    pub title: String,
    /// `PDF`.
    pub r#type: String,
    /// `1,2 MB`.
    pub size: String,
}

/// The statuses, with what people read.
pub const STATUSES: &[(&str, &str)] = &[
    ("con-hieu-luc", "Còn hiệu lực"),
    ("het-hieu-luc-mot-phan", "Hết hiệu lực một phần"),
    ("het-hieu-luc", "Hết hiệu lực"),
    ("chua-co-hieu-luc", "Chưa có hiệu lực"),
    ("du-thao", "Dự thảo"),
];

const STATUS_IDS: &[&str] = &[
    "con-hieu-luc",
    "het-hieu-luc-mot-phan",
    "het-hieu-luc",
    "chua-co-hieu-luc",
    "du-thao",
];

const FILE: &[Field] = &[
    Field::new(
        "file",
        Type::Text,
        "file = \"nghi-quyet-57.pdf\"",
        ["tên tệp", "the file's name"],
    )
    .required(),
    Field::new(
        "title",
        Type::Text,
        "title = \"Toàn văn\"",
        ["tên để người dân đọc", "what people read"],
    ),
];

const FIELDS: &[Field] = &[
    Field::new(
        "symbol",
        Type::Text,
        "symbol = \"57-NQ/TW\"",
        ["số, ký hiệu", "the symbol"],
    ),
    Field::new(
        "type",
        Type::Text,
        "type = \"Nghị quyết\"",
        ["loại văn bản", "the type"],
    ),
    Field::new(
        "issuer",
        Type::Text,
        "issuer = \"Bộ Chính trị\"",
        ["cơ quan ban hành", "the issuer"],
    ),
    Field::new(
        "signer",
        Type::Text,
        "signer = \"Họ và tên\"",
        ["người ký", "who signed it"],
    ),
    Field::new(
        "field",
        Type::Text,
        "field = \"Chuyển đổi số\"",
        ["lĩnh vực", "the field"],
    ),
    Field::new(
        "abstract",
        Type::Text,
        "abstract = \"về việc …\"",
        ["trích yếu", "the abstract"],
    ),
    Field::new(
        "issued",
        Type::Date,
        "issued = 2024-12-22",
        ["ngày ban hành", "the day of issue"],
    ),
    Field::new(
        "effective",
        Type::Date,
        "effective = 2024-12-22",
        ["ngày có hiệu lực", "the first day of effect"],
    ),
    Field::new(
        "expired",
        Type::Date,
        "expired = 2026-07-01",
        ["ngày hết hiệu lực", "the first day without effect"],
    ),
    Field::new(
        "status",
        Type::Choice(STATUS_IDS),
        "status = \"còn hiệu lực\"",
        [
            "tình trạng: còn hiệu lực, hết hiệu lực một phần, hết hiệu lực, chưa có hiệu lực, dự thảo",
            "the status: con-hieu-luc, het-hieu-luc-mot-phan, het-hieu-luc, chua-co-hieu-luc, du-thao",
        ],
    ),
    Field::new(
        "replaced_by",
        Type::Text,
        "replaced_by = \"71/NQ-CP\"",
        ["văn bản thay thế", "the document that replaces it"],
    ),
    Field::new(
        "files",
        Type::TextsOrTables(FILE),
        "files = [{file = \"nghi-quyet-57.pdf\", title = \"Toàn văn\"}]",
        ["tệp tải về", "files to download"],
    ),
];

impl Kind for DocumentKind {
    fn name(&self) -> &'static str {
        "document"
    }
    fn label(&self) -> &'static str {
        "Văn bản"
    }
    fn fields(&self) -> &'static [Field] {
        FIELDS
    }
    fn schema_type(&self) -> &'static str {
        "Legislation"
    }

    fn check(&self, doc: &Doc, own: &Fields, diagnostics: &mut Vec<Diagnostic>) {
        for (early, late) in [
            ("issued", "effective"),
            ("effective", "expired"),
            ("issued", "expired"),
        ] {
            if let (Some(a), Some(b), Some(span)) =
                (own.date(early), own.date(late), own.span(late))
                && b < a
            {
                diagnostics.push(
                    Diagnostic::new(Msg::DateOrder, &doc.path, span, &[&late, &early])
                        .help(Msg::HelpDateOrder, &[]),
                );
            }
        }
    }

    fn document(&self, doc: &Doc, own: &Fields) -> Option<Document> {
        let text = |key: &str| own.text(key).map(str::to_owned);
        Some(Document {
            symbol: own
                .text("symbol")
                .map(crate::vi::cite::normalize)
                .unwrap_or_default(),
            symbol_span: own.span("symbol").unwrap_or(doc.front),
            kind: text("type"),
            issuer: text("issuer"),
            signer: text("signer"),
            field: text("field"),
            summary: text("abstract").or_else(|| doc.fields.text("description").map(str::to_owned)),
            issued: own.date("issued"),
            effective: own.date("effective"),
            expired: own.date("expired"),
            status: text("status"),
            replaced_by: own.text("replaced_by").map(|symbol| {
                (
                    crate::vi::cite::normalize(symbol),
                    own.span("replaced_by").unwrap_or(doc.front),
                )
            }),
            files: super::named_files(own),
        })
    }
}

impl Document {
    /// The status: the editor's word, else what the dates say at a moment, else nothing.
    #[must_use]
    pub fn status_at(&self, now: Moment) -> Option<(&'static str, &'static str)> {
        let id = match &self.status {
            Some(id) => id.as_str(),
            None if self.expired.is_some_and(|day| day <= now) => "het-hieu-luc",
            None if self.effective.is_some_and(|day| day > now) => "chua-co-hieu-luc",
            None if self.effective.is_some() => "con-hieu-luc",
            None => return None,
        };
        STATUSES.iter().find(|(known, _)| *known == id).copied()
    }
}
