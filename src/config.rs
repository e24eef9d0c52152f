//! `site.toml`: the settings of a site, checked.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::{Holiday, YearDay};
use crate::diag::{Diagnostic, Msg, Span};
use crate::image;
use crate::parse::fields::{self, Entry, Field, Fields, Item, Type, Value};
use crate::source::Options;
use crate::vi;
use crate::vi::spoken::{self, Style};

const MENU_CHILD: &[Field] = &[
    Field::new(
        "title",
        Type::Text,
        "title = \"Tin tức\"",
        ["tên mục", "the item's title"],
    )
    .required(),
    Field::new(
        "url",
        Type::Text,
        "url = \"/tin-tuc/\"",
        ["địa chỉ", "where it leads"],
    )
    .required(),
];

const MENU: &[Field] = &[
    MENU_CHILD[0],
    MENU_CHILD[1],
    Field::new(
        "children",
        Type::Tables(MENU_CHILD),
        "children = [{title = \"Thông báo\", url = \"/thong-bao/\"}]",
        ["các mục con", "the items below"],
    ),
];

const TRUST: &[Field] = &[
    Field::new(
        "image",
        Type::Text,
        "image = \"/img/tin-nhiem.png\"",
        ["ảnh nhãn", "the label's picture"],
    )
    .required(),
    Field::new(
        "url",
        Type::Text,
        "url = \"https://…\"",
        ["trang xác nhận", "the page that confirms it"],
    ),
    Field::new(
        "alt",
        Type::Text,
        "alt = \"Nhãn Tín nhiệm mạng\"",
        ["mô tả", "what it shows"],
    )
    .required(),
];

macro_rules! text {
    ($name:literal, $vi:literal, $en:literal) => {
        Field::new($name, Type::Text, concat!($name, " = \"…\""), [$vi, $en])
    };
}

const ORGANIZATION: &[Field] = &[
    text!("name", "tên cơ quan", "the organisation's name"),
    text!("short_name", "tên ngắn", "its short name"),
    text!("parent", "cơ quan chủ quản", "the body above it"),
    text!(
        "responsible",
        "người chịu trách nhiệm nội dung",
        "who answers for the content"
    ),
    text!("spokesperson", "người phát ngôn", "the spokesperson"),
    text!("address", "địa chỉ", "the address"),
    text!("phone", "điện thoại", "telephone"),
    text!("fax", "fax", "fax"),
    text!("hotline", "đường dây nóng", "the hotline"),
    text!("email", "thư điện tử", "e-mail"),
    text!("facebook", "trang Facebook", "the Facebook page"),
    text!("zalo", "trang Zalo", "the Zalo page"),
    text!("youtube", "kênh YouTube", "the YouTube channel"),
    text!("licence", "lời ghi bản quyền, nguồn", "the licence text"),
    text!(
        "notice",
        "thông báo trên đầu mọi trang",
        "a notice on top of every page"
    ),
    text!(
        "logo",
        "tệp biểu trưng trong static/",
        "the emblem's file in static/"
    ),
    text!(
        "head_html",
        "mã đo lường của Nhà nước, chỉ vào bản đăng",
        "the state's measuring snippet, only in production builds"
    ),
    Field::new(
        "trust_label",
        Type::Table(TRUST),
        "trust_label = {image = \"/img/tin-nhiem.png\", alt = \"…\"}",
        ["nhãn Tín nhiệm mạng", "the trust label"],
    ),
];

const MARKDOWN: &[Field] = &[
    Field::new(
        "hard_breaks",
        Type::Bool,
        "hard_breaks = true",
        [
            "xuống dòng trong bài là xuống dòng trên trang",
            "a line break in the text is one on the page",
        ],
    ),
    Field::new(
        "raw_html",
        Type::Texts,
        "raw_html = [\"content/ban-do.md\"]",
        [
            "tệp được dùng HTML tự do",
            "files whose raw HTML passes unchecked",
        ],
    ),
];

const DESTINATION: &[Field] = &[
    Field::new(
        "type",
        Type::Choice(&["folder", "sftp", "ftps", "s3", "zip"]),
        "type = \"sftp\"",
        ["cách gửi", "how it is sent"],
    )
    .required(),
    Field::new(
        "host",
        Type::Text,
        "host = \"may-chu.example.vn\"",
        ["tên máy chủ", "the host's name"],
    ),
    Field::new(
        "port",
        Type::Int(1, 65_535),
        "port = 22",
        ["cổng", "the port"],
    ),
    Field::new(
        "user",
        Type::Text,
        "user = \"xa-an-lac\"",
        ["tên đăng nhập", "the login name"],
    ),
    Field::new(
        "path",
        Type::Text,
        "path = \"public_html\"",
        ["thư mục trên máy chủ", "the folder on the host"],
    ),
    Field::new(
        "bucket",
        Type::Text,
        "bucket = \"cong-xa\"",
        ["kho chứa (bucket)", "the bucket"],
    ),
    Field::new(
        "region",
        Type::Text,
        "region = \"us-east-1\"",
        ["vùng của kho", "the storage's region"],
    ),
    Field::new(
        "url",
        Type::Text,
        "url = \"https://tenxa.tinh.gov.vn\"",
        [
            "địa chỉ web của nơi này, khi khác base_url",
            "its web address when it is not base_url",
        ],
    ),
    Field::new(
        "default",
        Type::Bool,
        "default = true",
        [
            "đăng lên đây khi không nói tên",
            "publish here when no name is given",
        ],
    ),
    Field::new(
        "connections",
        Type::Int(1, 8),
        "connections = 2",
        ["số kết nối cùng lúc", "connections at a time"],
    ),
    Field::new(
        "key",
        Type::Text,
        "key = \"C:/Users/toi/.ssh/id_ed25519\"",
        ["tệp khóa SSH", "the SSH key file"],
    ),
    Field::new(
        "implicit",
        Type::Bool,
        "implicit = true",
        [
            "FTPS mã hóa ngay từ đầu, thường ở cổng 990",
            "FTPS that is encrypted from the first byte, usually on port 990",
        ],
    ),
    Field::new(
        "switch",
        Type::Bool,
        "switch = true",
        [
            "đổi cả cổng trong một bước (SFTP, thư mục)",
            "switch the whole site at once (SFTP, folder)",
        ],
    ),
    Field::new(
        "insecure",
        Type::Bool,
        "insecure = true",
        [
            "chấp nhận máy chủ không an toàn: mật khẩu có thể bị lộ",
            "accept a host that is not safe: the password may be read",
        ],
    ),
    Field::new(
        "max_file_mb",
        Type::Int(1, 2_000),
        "max_file_mb = 20",
        [
            "tệp lớn nhất được gửi, tính bằng MB",
            "the largest file that is sent, in MB",
        ],
    ),
];

/// What each way of sending cannot do without.
const NEEDED: &[(&str, &[&str])] = &[
    ("folder", &["path"]),
    ("sftp", &["host", "user"]),
    ("ftps", &["host", "user"]),
    ("s3", &["host", "user", "bucket"]),
    ("zip", &["path"]),
];

const IMAGES: &[Field] = &[
    Field::new(
        "widths",
        Type::Ints(16, 4_000),
        "widths = [480, 960, 1600]",
        [
            "các chiều rộng ảnh trên trang",
            "the widths of pictures on the site",
        ],
    ),
    Field::new(
        "quality",
        Type::Int(1, 100),
        "quality = 75",
        ["chất lượng ảnh, từ 1 đến 100", "the quality, 1 to 100"],
    ),
    Field::new(
        "avif",
        Type::Bool,
        "avif = true",
        [
            "làm thêm ảnh AVIF (nhẹ hơn, dựng chậm hơn nhiều)",
            "AVIF too: smaller, and much slower to make",
        ],
    ),
    Field::new(
        "cards",
        Type::Bool,
        "cards = false",
        [
            "vẽ ảnh chia sẻ cho mỗi trang",
            "whether each page has a drawn social card",
        ],
    ),
    Field::new(
        "zalo",
        Type::Text,
        "zalo = \"1280x720\"",
        [
            "kích thước ảnh đồ họa cho Zalo",
            "the size of an infographic's picture for Zalo",
        ],
    ),
];

const CHECK: &[Field] = &[
    Field::new(
        "contacts",
        Type::Texts,
        "contacts = [\"0912 345 678\"]",
        [
            "số điện thoại, hộp thư chính thức được phép đăng",
            "official telephones and mail addresses",
        ],
    ),
    Field::new(
        "people_lists",
        Type::Texts,
        "people_lists = [\"content/van-ban/danh-sach.md\"]",
        [
            "tệp được đăng danh sách người dân theo quy định",
            "files with lists of residents that the law wants public",
        ],
    ),
    Field::new(
        "hosts",
        Type::Texts,
        "hosts = [\"emc.example.vn\"]",
        [
            "máy chủ ngoài mà trang được gọi tới",
            "hosts that pages may call",
        ],
    ),
    Field::new(
        "tones",
        Type::Choice(&["kieu-cu", "kieu-moi"]),
        "tones = \"kieu-cu\"",
        [
            "cách đặt dấu thanh: kieu-cu (hòa, thủy) hoặc kieu-moi (hoà, thuỷ)",
            "where tone marks stand: kieu-cu (hòa, thủy) or kieu-moi (hoà, thuỷ)",
        ],
    ),
    Field::new(
        "answer_days",
        Type::Int(1, 365),
        "answer_days = 15",
        [
            "số ngày phải trả lời ý kiến người dân",
            "days in which an opinion must be answered",
        ],
    ),
    Field::new(
        "attachment_mb",
        Type::Int(1, 1_000),
        "attachment_mb = 20",
        [
            "tệp đính kèm lớn nhất, tính bằng MB",
            "the largest attachment in MB",
        ],
    ),
];

macro_rules! variant {
    ($name:literal, $n:literal, $example:literal, $vi:literal, $en:literal) => {
        Field::new(
            $name,
            Type::Choice(&spoken::VARIANTS[$n]),
            $example,
            [$vi, $en],
        )
    };
}

const RADIO: &[Field] = &[
    text!(
        "greeting",
        "lời chào đầu bản tin",
        "the first words of a broadcast"
    ),
    text!(
        "closing",
        "lời kết bản tin",
        "the last words of a broadcast"
    ),
    variant!(
        "thousand",
        0,
        "thousand = \"nghìn\"",
        "đọc 1.000 là nghìn hay ngàn",
        "how 1,000 is said"
    ),
    variant!(
        "zero",
        1,
        "zero = \"linh\"",
        "đọc số 0 trong 105 là linh hay lẻ",
        "how the 0 of 105 is said"
    ),
    variant!(
        "first_days",
        2,
        "first_days = \"mồng\"",
        "mười ngày đầu tháng là mồng hay mùng",
        "how the first ten days are said"
    ),
    variant!(
        "seven",
        3,
        "seven = \"bảy\"",
        "đọc 7 là bảy hay bẩy",
        "how 7 is said"
    ),
    Field::new(
        "words",
        Type::Any,
        "words = {VNeID = \"vi-en-i-đi\"}",
        [
            "cách đọc tên riêng, chữ viết tắt của xã",
            "how names and abbreviations are said",
        ],
    ),
];

const REPORT: &[Field] = &[
    Field::new(
        "deadlines",
        Type::Texts,
        "deadlines = [\"15/6\", \"15/12\"]",
        [
            "báo cáo gửi trước các ngày này hằng năm",
            "reports are due before these days of every year",
        ],
    ),
    Field::new(
        "holidays",
        Type::Texts,
        "holidays = [\"2/9\", \"17/02/2026\"]",
        [
            "ngày nghỉ lễ: hằng năm, hoặc của một năm",
            "public holidays: of every year, or of one",
        ],
    ),
    Field::new(
        "remind_days",
        Type::Int(0, 365),
        "remind_days = 30",
        [
            "nhắc trước hạn mấy ngày",
            "days before the deadline on which reminders begin",
        ],
    ),
    Field::new(
        "yearly_items",
        Type::Int(1, 100_000),
        "yearly_items = 100",
        ["số tin, bài cần đạt mỗi năm", "items wanted in a year"],
    ),
    text!("parent", "cơ quan chủ quản (góc trên)", "the body above"),
    text!("issuer", "cơ quan làm báo cáo", "the body that reports"),
    Field::new(
        "symbol",
        Type::Text,
        "symbol = \"BC-UBND\"",
        ["ký hiệu, sau số và dấu /", "the symbol behind the number"],
    ),
    text!(
        "place",
        "địa danh trước ngày tháng",
        "the place before the date"
    ),
    text!(
        "addressee",
        "nơi ghi sau chữ “Kính gửi”",
        "to whom it is addressed"
    ),
    Field::new(
        "recipients",
        Type::Texts,
        "recipients = [\"Sở Khoa học và Công nghệ\", \"Lưu: VT\"]",
        ["nơi nhận", "the recipients"],
    ),
    text!("signer_title", "chức vụ người ký", "the signer's office"),
    text!("signer", "họ tên người ký", "the signer's name"),
];

/// The keys of `site.toml`.
pub const FIELDS: &[Field] = &[
    Field::new(
        "title",
        Type::Text,
        "title = \"Cổng thông tin điện tử xã …\"",
        ["tên cổng", "the site's title"],
    )
    .required(),
    text!("description", "giới thiệu ngắn", "a short description"),
    Field::new(
        "base_url",
        Type::Text,
        "base_url = \"https://tenxa.tinh.gov.vn\"",
        ["địa chỉ web của cổng", "the site's web address"],
    ),
    Field::new(
        "language",
        Type::Text,
        "language = \"vi\"",
        ["ngôn ngữ", "the language"],
    ),
    Field::new(
        "theme",
        Type::Text,
        "theme = \"cong-xa\"",
        ["giao diện", "the theme"],
    ),
    Field::new(
        "paginate",
        Type::Int(1, 1_000),
        "paginate = 20",
        ["số bài mỗi trang danh sách", "items on a page of a list"],
    ),
    Field::new(
        "feed_limit",
        Type::Int(1, 1_000),
        "feed_limit = 20",
        ["số bài trong nguồn tin", "items in a feed"],
    ),
    Field::new(
        "redirects",
        Type::Choice(&["htaccess", "nginx"]),
        "redirects = \"htaccess\"",
        [
            "ghi thêm tệp chuyển hướng cho máy chủ",
            "also write the host's redirect file",
        ],
    ),
    Field::new(
        "offline",
        Type::Texts,
        "offline = [\"/lien-he/\"]",
        [
            "trang luôn đọc được khi mất mạng, bật chế độ đọc khi mất mạng",
            "pages kept for when there is no network; switches offline reading on",
        ],
    ),
    Field::new(
        "menu",
        Type::Tables(MENU),
        "[[menu]]",
        ["thực đơn chính", "the main menu"],
    ),
    Field::new(
        "organization",
        Type::Table(ORGANIZATION),
        "[organization]",
        ["cơ quan chủ quản cổng", "the body that owns the site"],
    ),
    Field::new(
        "publish",
        Type::NamedTables(DESTINATION),
        "[publish.chinh-thuc]",
        ["nơi đăng", "where it is published"],
    ),
    Field::new(
        "markdown",
        Type::Table(MARKDOWN),
        "[markdown]",
        ["cách đọc bài viết", "how texts are read"],
    ),
    Field::new(
        "images",
        Type::Table(IMAGES),
        "[images]",
        ["ảnh", "pictures"],
    ),
    Field::new(
        "radio",
        Type::Table(RADIO),
        "[radio]",
        [
            "cách đọc trên loa",
            "how texts are read on the loudspeakers",
        ],
    ),
    Field::new(
        "check",
        Type::Table(CHECK),
        "[check]",
        ["kiểm tra", "checks"],
    ),
    Field::new(
        "report",
        Type::Table(REPORT),
        "[report]",
        ["báo cáo định kỳ", "the periodical report"],
    ),
    Field::new(
        "extra",
        Type::Any,
        "[extra]",
        ["mục riêng của giao diện", "keys of the theme's own"],
    ),
];

/// A menu entry as written.
#[derive(Clone, Debug, PartialEq)]
pub struct MenuItem {
    /// What people read.
    pub title: String,
    /// Where it leads, as written.
    pub url: String,
    /// Where the URL stands in `site.toml`.
    pub span: Span,
    /// The items below.
    pub children: Vec<MenuItem>,
}

/// A place that the site is published to.
#[derive(Clone, Debug, PartialEq)]
pub struct Destination {
    /// Its name.
    pub name: String,
    /// Its settings, checked: what its `type` needs is there.
    pub fields: Fields,
}

/// The settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Set when the file could not be understood whole; what it seems to lack may well be there.
    pub broken: bool,
    /// The site's title.
    pub title: String,
    /// A sentence or two about it.
    pub description: String,
    /// Scheme, host and path without a slash at the end; empty when none is set.
    pub base_url: String,
    /// BCP 47.
    pub language: String,
    /// The theme's name.
    pub theme: String,
    /// Where the theme's name stands.
    pub theme_span: Option<Span>,
    /// Items on a page of a list.
    pub paginate: usize,
    /// Items in a feed.
    pub feed_limit: usize,
    /// The host's redirect file to write besides the redirect pages.
    pub redirects: Option<String>,
    /// Pages that are kept for when there is no network, as written; offline reading is off when there are none.
    pub offline: Vec<(String, Span)>,
    /// The main menu.
    pub menu: Vec<MenuItem>,
    /// The body that owns the site.
    pub organization: Fields,
    /// Whether a line break in a text is one on the page.
    pub hard_breaks: bool,
    /// Files whose raw HTML passes unchecked.
    pub raw_html: Vec<String>,
    /// The places that the site is published to.
    pub destinations: Vec<Destination>,
    /// Whether each page without a large picture of its own has a drawn social card.
    pub cards: bool,
    /// How pictures are made.
    pub images: image::Settings,
    /// How texts are read aloud.
    pub radio: Radio,
    /// What the checks let pass.
    pub check: Checks,
    /// Width and height of an infographic's picture for Zalo, in pixels.
    pub zalo: Option<(u32, u32)>,
    /// The periodical report.
    pub report: Reporting,
    /// Keys for the theme.
    pub extra: Fields,
}

/// `[radio]`: how texts are read on the loudspeakers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Radio {
    /// Words that differ by region.
    pub style: Style,
    /// What is said for names and abbreviations.
    pub words: BTreeMap<String, String>,
    /// The first words of a broadcast, if the site has its own.
    pub greeting: Option<String>,
    /// The last words.
    pub closing: Option<String>,
}

impl Radio {
    fn read(fields: &Fields) -> Self {
        let variant = |key: &str, n: usize| {
            let said = fields.text(key);
            let known = spoken::VARIANTS[n].into_iter();
            known
                .into_iter()
                .find(|word| Some(*word) == said)
                .unwrap_or(spoken::VARIANTS[n][0])
        };
        let words = fields.table("words").map_or(&[][..], |words| &words.0[..]);
        let word =
            |entry: &fields::Entry| Some((entry.key.to_string(), entry.item.as_text()?.to_owned()));
        Self {
            style: Style {
                thousand: variant("thousand", 0),
                zero_ten: variant("zero", 1),
                first_days: variant("first_days", 2),
                seven: variant("seven", 3),
            },
            words: words.iter().filter_map(word).collect(),
            greeting: fields.text("greeting").map(str::to_owned),
            closing: fields.text("closing").map(str::to_owned),
        }
    }
}

/// `[report]`: when the commune reports, and what stands around the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reporting {
    /// The days of every year before which reports are due.
    pub deadlines: Vec<YearDay>,
    /// Days from Monday to Friday on which nobody works.
    pub holidays: Vec<Holiday>,
    /// How many days before a deadline reminders begin.
    pub remind_days: i32,
    /// How many items are wanted in a year.
    pub yearly_items: Option<usize>,
    /// The other keys.
    pub words: Fields,
}

impl Reporting {
    fn read(fields: Fields, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let deadlines = days(&fields, &REPORT[0], YearDay::read, diagnostics);
        let holidays = days(&fields, &REPORT[1], Holiday::read, diagnostics);
        let remind = fields
            .int("remind_days")
            .and_then(|n| i32::try_from(n).ok());
        let items = fields.int("yearly_items");
        Self {
            deadlines,
            holidays,
            remind_days: remind.unwrap_or(30),
            yearly_items: items.and_then(|n| usize::try_from(n).ok()),
            words: fields,
        }
    }
}

/// The days that a key of `[report]` names.
fn days<T>(
    fields: &Fields,
    field: &Field,
    read: impl Fn(&str) -> Option<T>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<T> {
    let mut days = Vec::new();
    for item in fields.list(field.name) {
        let text = item.as_text().unwrap_or_default();
        match read(text) {
            Some(day) => days.push(day),
            None => diagnostics.push(
                Diagnostic::new(Msg::BadYearDay, FILE, item.span, &[&text])
                    .help(Msg::HelpExample, &[&field.example]),
            ),
        }
    }
    days
}

/// `[check]`: what the checks let pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Checks {
    /// Official telephones and mail addresses, as written.
    pub contacts: Vec<String>,
    /// Files that may have lists of residents.
    pub people_lists: Vec<String>,
    /// How tone marks are placed; without it, a text must only keep to one way.
    pub tones: Option<vi::tone::Style>,
    /// Hosts that pages may call.
    pub hosts: Vec<String>,
    /// Days in which an opinion must be answered.
    pub answer_days: i32,
    /// The largest attachment in bytes.
    pub attachment_limit: u64,
}

impl Checks {
    /// Whether the measuring snippet may call a host: one of the State, or one that is named.
    #[must_use]
    pub fn allows(&self, host: &str) -> bool {
        host.ends_with(".gov.vn") || self.hosts.iter().any(|allowed| allowed == host)
    }

    fn read(fields: &Fields) -> Self {
        let texts = |key: &str| {
            let texts = fields.list(key).iter().filter_map(|item| item.as_text());
            texts.map(str::to_owned).collect()
        };
        let megabytes = fields
            .int("attachment_mb")
            .and_then(|n| u64::try_from(n).ok());
        let answer_days = fields.int("answer_days");
        Self {
            answer_days: answer_days
                .and_then(|n| i32::try_from(n).ok())
                .unwrap_or(15),
            contacts: texts("contacts"),
            people_lists: texts("people_lists"),
            tones: match fields.text("tones") {
                Some("kieu-cu") => Some(vi::tone::Style::First),
                Some(_) => Some(vi::tone::Style::Second),
                None => None,
            },
            hosts: texts("hosts"),
            attachment_limit: megabytes.unwrap_or(20) * 1024 * 1024,
        }
    }
}

impl Config {
    /// The path of the base URL, with a slash at both ends: `/` or `/portal/`.
    #[must_use]
    pub fn base_path(&self) -> String {
        let after_scheme = self.base_url.split_once("://").map_or("", |(_, rest)| rest);
        match after_scheme.split_once('/') {
            Some((_, path)) if !path.is_empty() => format!("/{path}/"),
            _ => "/".to_owned(),
        }
    }
}

/// The path of the settings in the site's folder.
pub const FILE: &str = "site.toml";

/// Reads the settings.
pub fn parse(text: &str, options: &Options, diagnostics: &mut Vec<Diagnostic>) -> Config {
    let mut written = fields::read(text, FILE, 0, diagnostics);
    take_out_nameless(&mut written, diagnostics);
    take_out_secrets(&mut written, diagnostics);
    let broken = diagnostics
        .iter()
        .any(|diagnostic| diagnostic.is_error() && diagnostic.file == FILE);
    let start = Span::new(0..text.lines().next().map_or(0, str::len));
    let mut found = Vec::new();
    let (known, unknown) = fields::check(written, &[FIELDS], FILE, start, &mut found);
    fields::report(found, broken, diagnostics);
    diagnostics.extend(
        unknown
            .iter()
            .map(|entry| fields::unknown_key(entry, &[FIELDS], FILE)),
    );
    let text = |key: &str| known.text(key).map(str::to_owned);
    let count = |key: &str| known.int(key).and_then(|n| usize::try_from(n).ok());
    let markdown = known.table("markdown").cloned().unwrap_or_default();
    let base_url = options
        .base_url
        .clone()
        .or_else(|| text("base_url"))
        .unwrap_or_default();
    let base_url = base_url.trim_end_matches('/').to_owned();
    if !base_url.is_empty() && !is_web_address(&base_url) {
        let (file, span) = if options.base_url.is_none() {
            (FILE, known.span("base_url"))
        } else {
            ("", None)
        };
        let diagnostic = Diagnostic::new(Msg::BadBaseUrl, file, span, &[&base_url]);
        let with_scheme = format!("https://{base_url}");
        diagnostics.push(if is_web_address(&with_scheme) {
            let line = if span.is_some() {
                format!("base_url = \"{with_scheme}\"")
            } else {
                with_scheme
            };
            diagnostic.help(Msg::HelpWrite, &[&line])
        } else {
            diagnostic.help(Msg::HelpBaseUrl, &[])
        });
    }
    let pictures = known.table("images").cloned().unwrap_or_default();
    let zalo = pictures.text("zalo").and_then(size);
    if let (Some(written), None) = (pictures.text("zalo"), zalo) {
        diagnostics.push(
            Diagnostic::new(Msg::BadSize, FILE, pictures.span("zalo"), &[&written])
                .help(Msg::HelpBadSize, &[]),
        );
    }
    Config {
        broken,
        title: text("title").unwrap_or_default(),
        description: text("description").unwrap_or_default(),
        base_url,
        language: text("language").unwrap_or_else(|| "vi".to_owned()),
        theme: text("theme").unwrap_or_else(|| "cong-xa".to_owned()),
        theme_span: known.span("theme"),
        paginate: count("paginate").unwrap_or(20),
        feed_limit: count("feed_limit").unwrap_or(20),
        redirects: text("redirects"),
        offline: known
            .list("offline")
            .iter()
            .filter_map(|item| Some((item.as_text()?.to_owned(), item.span)))
            .collect(),
        menu: menu(&known, "menu"),
        organization: known
            .table("organization")
            .cloned()
            .map(from_root)
            .unwrap_or_default(),
        hard_breaks: markdown.flag("hard_breaks"),
        raw_html: markdown
            .list("raw_html")
            .iter()
            .filter_map(|item| item.as_text())
            .map(str::to_owned)
            .collect(),
        destinations: destinations(&known, diagnostics),
        cards: pictures.get("cards").is_none() || pictures.flag("cards"),
        zalo,
        images: images(&pictures),
        radio: Radio::read(&known.table("radio").cloned().unwrap_or_default()),
        check: Checks::read(&known.table("check").cloned().unwrap_or_default()),
        report: Reporting::read(
            known.table("report").cloned().unwrap_or_default(),
            diagnostics,
        ),
        extra: known.table("extra").cloned().unwrap_or_default(),
    }
}

/// What is never a setting of a place that the site is published to.
const SECRETS: &[&str] = &["password", "secret", "secret_key", "mat_khau", "pass"];

/// The tables of `[publish]`.
fn publish_tables(written: &mut Fields) -> impl Iterator<Item = &mut Fields> {
    let tables = written.0.iter_mut().filter(|entry| entry.key == "publish");
    tables.filter_map(|entry| match &mut entry.item.value {
        Value::Table(named) => Some(named),
        _ => None,
    })
}

/// The settings of a place that has no name, perhaps with a password among them.
fn take_out_nameless(written: &mut Fields, diagnostics: &mut Vec<Diagnostic>) {
    let is_place = |entry: &Entry| matches!(entry.item.value, Value::Table(_));
    for named in publish_tables(written) {
        let (places, nameless) = std::mem::take(&mut named.0)
            .into_iter()
            .partition::<Vec<_>, _>(is_place);
        named.0 = places;
        if !nameless.is_empty() {
            let shown = nameless
                .iter()
                .find(|entry| !SECRETS.contains(&&*entry.key));
            let span = shown.map(|entry| entry.key_span);
            diagnostics.push(
                Diagnostic::new(Msg::PublishWithoutName, FILE, span, &[])
                    .help(Msg::HelpPublishWithoutName, &[]),
            );
        }
    }
}

/// Secrets are no settings: `site.toml` is copied, sent and shown.
fn take_out_secrets(written: &mut Fields, diagnostics: &mut Vec<Diagnostic>) {
    for named in publish_tables(written) {
        for entry in &mut named.0 {
            if let Value::Table(fields) = &mut entry.item.value {
                fields.0.retain(|field| {
                    let is_secret = SECRETS.contains(&&*field.key);
                    if is_secret {
                        diagnostics.push(
                            Diagnostic::new(
                                Msg::SecretInSettings,
                                FILE,
                                // A place would have the line shown, with the secret in it.
                                None,
                                &[&entry.key, &field.key],
                            )
                            .help(Msg::HelpSecret, &[&password_variable(&entry.key)]),
                        );
                    }
                    !is_secret
                });
            }
        }
    }
}

/// The environment variable that may hold the password of a destination: `TRANGXA_PASSWORD_CHINH_THUC`.
#[must_use]
pub fn password_variable(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_uppercase()
            } else {
                '_'
            }
        })
        .collect();
    format!("TRANGXA_PASSWORD_{name}")
}

fn destinations(known: &Fields, diagnostics: &mut Vec<Diagnostic>) -> Vec<Destination> {
    let named = known.table("publish").map(|named| named.0.iter());
    let mut found = Vec::new();
    for entry in named.into_iter().flatten() {
        let (Some(fields), Some(way)) = (
            entry.item.as_table(),
            entry.item.as_table().and_then(|fields| fields.text("type")),
        ) else {
            continue;
        };
        let needed = NEEDED.iter().find(|(name, _)| *name == way);
        for key in needed.iter().flat_map(|(_, keys)| keys.iter()) {
            if fields.text(key).is_none_or(str::is_empty) {
                let example = DESTINATION.iter().find(|field| field.name == *key);
                diagnostics.push(
                    Diagnostic::new(Msg::MissingKey, FILE, entry.key_span, &[key])
                        .help(Msg::HelpAdd, &[&example.map_or("", |field| field.example)]),
                );
            }
        }
        let switches = fields.flag("switch");
        let named = fields.text("path").and_then(folder_name).is_some();
        if switches && !(named && ["sftp", "folder"].contains(&way)) {
            let span = fields.span("switch");
            let diagnostic = Diagnostic::new(Msg::SwitchOnlyHere, FILE, span, &[]);
            diagnostics.push(diagnostic.help(Msg::HelpSwitchOnlyHere, &[]));
        }
        found.push(Destination {
            name: entry.key.to_string(),
            fields: fields.clone(),
        });
    }
    found
}

/// A folder on a host as the one above it and its name: `/var/www/cong/` is `/var/www/` and `cong`. Nothing when it has no
/// name of its own.
#[must_use]
pub fn folder_name(path: &str) -> Option<(&str, &str)> {
    let path = path.trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or(path);
    let above = &path[..path.len() - name.len()];
    (!["", ".", ".."].contains(&name)).then_some((above, name))
}

fn images(fields: &Fields) -> image::Settings {
    let usual = image::Settings::default();
    let width = |item: &Item| match item.value {
        Value::Int(width) => u32::try_from(width).ok(),
        _ => None,
    };
    let widths: BTreeSet<u32> = fields.list("widths").iter().filter_map(width).collect();
    let quality = fields.int("quality").and_then(|n| u8::try_from(n).ok());
    image::Settings {
        widths: if widths.is_empty() {
            usual.widths
        } else {
            widths.into_iter().collect()
        },
        quality: quality.unwrap_or(usual.quality),
        avif: fields.flag("avif"),
    }
}

/// The pictures of the organization with their places: paths from the site's root, without a slash in front.
pub fn emblems(organization: &Fields) -> impl Iterator<Item = (&str, Option<Span>)> {
    let label = organization.table("trust_label");
    [(Some(organization), "logo"), (label, "image")]
        .into_iter()
        .filter_map(|(fields, key)| Some((fields?.text(key)?, fields?.span(key))))
}

/// The organization with the paths of its pictures as templates want them: `/img/logo.svg` is `img/logo.svg`.
fn from_root(mut organization: Fields) -> Fields {
    fn cut(fields: &mut Fields, key: &str) {
        for entry in fields.0.iter_mut().filter(|entry| entry.key == key) {
            if let Value::Text(path) = &mut entry.item.value {
                *path = path.trim_start_matches('/').to_owned();
            }
        }
    }
    cut(&mut organization, "logo");
    for entry in organization
        .0
        .iter_mut()
        .filter(|entry| entry.key == "trust_label")
    {
        if let Value::Table(label) = &mut entry.item.value {
            cut(label, "image");
        }
    }
    organization
}

fn menu(fields: &Fields, key: &str) -> Vec<MenuItem> {
    fields
        .tables(key)
        .map(|(item, span)| MenuItem {
            title: item.text("title").unwrap_or_default().to_owned(),
            url: item.text("url").unwrap_or_default().to_owned(),
            span: item.span("url").unwrap_or(span),
            children: menu(item, "children"),
        })
        .collect()
}

/// Width and height of `1280x720`.
fn size(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once(['x', '×'])?;
    let pixels = |text: &str| {
        text.trim()
            .parse()
            .ok()
            .filter(|n| (200..=4000).contains(n))
    };
    Some((pixels(width)?, pixels(height)?))
}

fn is_web_address(url: &str) -> bool {
    let Some(rest) = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
    else {
        return false;
    };
    let host = rest.split('/').next().unwrap_or("");
    !host.is_empty()
        && !rest.contains(['?', '#', ' ', '"', '<', '>', '\\'])
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || "-.:[]".contains(c))
}
