//! The keys of front matter that every page may have, and those of a section's `_index.md`.

use super::fields::{Field, Type};
use crate::outreach;

/// `source = {…}`.
const SOURCE: &[Field] = &[
    Field::new(
        "name",
        Type::Text,
        "name = \"Cổng TTĐT thành phố\"",
        ["tên nguồn", "name of the source"],
    )
    .required(),
    Field::new(
        "url",
        Type::Web,
        "url = \"https://…\"",
        ["địa chỉ bài gốc", "address of the original"],
    ),
    Field::new(
        "date",
        Type::Date,
        "date = 2026-11-21",
        ["ngày đăng bài gốc", "date of the original"],
    ),
];

/// `channels = [{…}]`.
const CHANNEL: &[Field] = &[
    Field::new(
        "name",
        Type::Choice(outreach::CHANNEL_NAMES),
        "name = \"facebook\"",
        ["tên kênh", "the channel"],
    )
    .required(),
    Field::new(
        "url",
        Type::Web,
        "url = \"https://…\"",
        ["đường dẫn bài đã đăng", "where it was posted"],
    ),
    Field::new(
        "date",
        Type::Date,
        "date = 2026-11-21",
        ["ngày đăng, ngày phát", "when it was posted or broadcast"],
    ),
];

/// `review = {…}`.
const REVIEW: &[Field] = &[
    Field::new(
        "status",
        Type::Choice(&["nhap", "cho-duyet", "da-duyet", "go"]),
        "status = \"đã duyệt\"",
        [
            "nháp, chờ duyệt, đã duyệt hoặc gỡ",
            "nhap, cho-duyet, da-duyet or go (draft, waiting, approved, withdrawn)",
        ],
    )
    .required(),
    Field::new(
        "by",
        Type::Text,
        "by = \"Họ và tên\"",
        ["người duyệt", "who approved it"],
    ),
    Field::new(
        "on",
        Type::Date,
        "on = 2026-11-21",
        ["ngày duyệt", "when it was approved"],
    ),
];

/// The keys that every page may have.
pub const COMMON: &[Field] = &[
    Field::new(
        "title",
        Type::Text,
        "title = \"Tên bài\"",
        ["tên bài (bắt buộc)", "the title (required)"],
    )
    .required(),
    Field::new(
        "date",
        Type::Date,
        "date = 2026-11-21",
        [
            "ngày đăng; ngày sau hôm nay thì bài chờ đến ngày đó",
            "the date; a later one holds the page back until then",
        ],
    ),
    Field::new(
        "updated",
        Type::Date,
        "updated = 2026-11-22",
        ["ngày sửa bài gần nhất", "the day of the last change"],
    ),
    Field::new(
        "expires",
        Type::Date,
        "expires = 2027-01-31",
        ["ngày gỡ bài", "the day it is taken out"],
    ),
    Field::new(
        "description",
        Type::Text,
        "description = \"Một, hai câu nói bài viết về việc gì.\"",
        [
            "tóm tắt 50–300 chữ cái",
            "a summary of 50 to 300 characters",
        ],
    ),
    Field::new(
        "draft",
        Type::Bool,
        "draft = true",
        ["bản nháp: không đăng", "a draft is not published"],
    ),
    Field::new(
        "kind",
        Type::Text,
        "kind = \"article\"",
        ["kiểu bài", "the kind of page"],
    ),
    Field::new(
        "slug",
        Type::Text,
        "slug = \"dia-chi-ngan\"",
        ["phần cuối của địa chỉ", "the last part of the address"],
    ),
    Field::new(
        "aliases",
        Type::Texts,
        "aliases = [\"/tin-tuc/ten-cu/\"]",
        [
            "các địa chỉ cũ, chuyển về trang này",
            "old addresses that lead here",
        ],
    ),
    Field::new(
        "topics",
        Type::Texts,
        "topics = [\"chuyen-doi-so\"]",
        [
            "chủ đề (mã trong topics.toml)",
            "topics (ids of topics.toml)",
        ],
    ),
    Field::new(
        "tags",
        Type::Texts,
        "tags = [\"dịch vụ công\"]",
        ["thẻ", "tags"],
    ),
    Field::new(
        "audiences",
        Type::Texts,
        "audiences = [\"nguoi-dan\"]",
        [
            "đối tượng (mã trong audiences.toml)",
            "audiences (ids of audiences.toml)",
        ],
    ),
    Field::new(
        "unit",
        Type::Text,
        "unit = \"ubnd-xa\"",
        [
            "đơn vị (mã trong units.toml)",
            "the unit (an id of units.toml)",
        ],
    ),
    Field::new(
        "author",
        Type::Text,
        "author = \"Họ và tên\"",
        ["tác giả", "the author"],
    ),
    Field::new(
        "source",
        Type::Table(SOURCE),
        "source = {name = \"Tên nguồn\", url = \"https://…\", date = 2026-11-20}",
        [
            "nguồn của bài đăng lại",
            "where a reprinted page comes from",
        ],
    ),
    Field::new(
        "image",
        Type::Text,
        "image = \"anh-dai-dien.jpg\"",
        ["ảnh đại diện", "the page's picture"],
    ),
    Field::new(
        "image_alt",
        Type::Text,
        "image_alt = \"Người dân làm thủ tục\"",
        ["mô tả ảnh đại diện", "what the picture shows"],
    ),
    Field::new(
        "audio",
        Type::Text,
        "audio = \"bai-doc.mp3\"",
        [
            "bản thu người đọc bài này (MP3 hoặc M4A)",
            "a recording of somebody reading the page (MP3 or M4A)",
        ],
    ),
    Field::new(
        "featured",
        Type::Bool,
        "featured = true",
        ["bài nổi bật ở trang chủ", "shown first on the home page"],
    ),
    Field::new(
        "campaign",
        Type::Text,
        "campaign = \"binh-dan-hoc-vu-so\"",
        ["chiến dịch", "the campaign it belongs to"],
    ),
    Field::new(
        "channels",
        Type::TextsOrTables(CHANNEL),
        "channels = [{name = \"facebook\", url = \"https://…\", date = 2026-11-21}]",
        [
            "kênh khác đã đăng bài này (chỉ có tên kênh: dự kiến)",
            "other channels that took it (a name alone: planned)",
        ],
    ),
    Field::new(
        "nq57_tasks",
        Type::Ints(1, 7),
        "nq57_tasks = [1, 5]",
        [
            "nhóm nhiệm vụ của Nghị quyết 57 (1–7)",
            "task groups of Resolution 57 (1 to 7)",
        ],
    ),
    Field::new(
        "review",
        Type::Table(REVIEW),
        "review = {status = \"đã duyệt\", by = \"Họ và tên\", on = 2026-11-21}",
        ["tình trạng duyệt", "approval"],
    ),
    Field::new(
        "weight",
        Type::Int(-100_000, 100_000),
        "weight = 10",
        [
            "thứ tự, số nhỏ đứng trước",
            "the order, small numbers first",
        ],
    ),
    Field::new(
        "extra",
        Type::Any,
        "[extra]",
        ["mục riêng của giao diện", "keys of the theme's own"],
    ),
];

/// The further keys of a section's `_index.md`.
pub const SECTION: &[Field] = &[
    Field::new(
        "layout",
        Type::Choice(&[
            "list",
            "minisite",
            "cards",
            "table",
            "calendar",
            "campaigns",
            "models",
        ]),
        "layout = \"list\"",
        [
            "cách bày: list, minisite, cards, table, calendar, campaigns, models",
            "the layout: list, minisite, cards, table, calendar, campaigns, models",
        ],
    ),
    Field::new(
        "child_kind",
        Type::Text,
        "child_kind = \"article\"",
        ["kiểu của các bài bên trong", "the kind of the pages in it"],
    ),
    Field::new(
        "paginate",
        Type::Int(1, 1_000),
        "paginate = 20",
        ["số bài mỗi trang", "items on a page"],
    ),
    Field::new(
        "sort",
        Type::Choice(&["date", "weight", "title"]),
        "sort = \"date\"",
        [
            "xếp theo: date, weight, title",
            "the order: date, weight, title",
        ],
    ),
    Field::new(
        "documents",
        Type::Texts,
        "documents = [\"57-NQ/TW\"]",
        [
            "văn bản nêu trên trang đầu của chuyên trang",
            "documents that a mini-site's front page shows",
        ],
    ),
];
