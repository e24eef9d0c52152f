//! The law of the engine: whatever an editor does, a program that remembers gives what one gives that starts afresh.
//!
//! A seed makes a script: a row of steps over a small site, each an edit as editors and their programs make them. After
//! every step the site is built twice, with the memo of all builds before it and with an empty one; files and
//! diagnostics must be the same. A script that fails is cut down to the steps that it takes, and printed.
//!
//! `LAW_SEED=7 cargo test law` runs the script of seed 7 alone, `LAW_SCRIPTS=100000 cargo test law` runs more of them.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, SystemTime};

use trangxa::diag::{self, Diagnostic};
use trangxa::engine::{self, Nowhere};
use trangxa::moment::Moment;
use trangxa::parse::block::BLOCKS;
use trangxa::source::{self, Options};
use trangxa::sync::{self, Folder};

use crate::photos::{self, Notes};
use crate::site::{Built, Portal, Site, files_below, write};

/// Seeds whose scripts have failed once. They run first. When the generator changes, they make other scripts: what a
/// failure was about is therefore also a test of its own in `engine`.
const REGRESSIONS: &[u64] = &[81, 202, 381];

/// How many scripts run.
const SCRIPTS: u64 = 1_000;
/// How many scripts run on a real folder; slower, and seldom anything new.
const SCRIPTS_ON_DISK: u64 = 40;

/// The site that every script begins with.
const COMMUNE: &str = r#"
-- site.toml --
title = "Xã Mẫu"
base_url = "https://xamau.example.vn"
theme = "nho"
paginate = 2
feed_limit = 3
redirects = "htaccess"
menu = [{title = "Tin tức", url = "/tin-tuc/"}, {title = "Liên hệ", url = "/lien-he/"}]
organization = {name = "Ủy ban nhân dân xã Mẫu", phone = "0220 000 000"}
-- content/_index.md --
+++
title = "Trang chủ"
+++
Chào mừng. [Liên hệ](lien-he.md).
-- content/lien-he.md --
+++
title = "Liên hệ"
kind = "page"
+++
Trụ sở ở thôn Một,
cạnh <b>nhà văn hóa</b>.
-- content/tin-tuc/_index.md --
+++
title = "Tin tức"
weight = 1
+++
-- content/tin-tuc/2026-11-20-hop-dan.md --
+++
title = "Họp dân bàn về chuyển đổi số"
topics = ["chuyen-doi-so"]
tags = ["dịch vụ công", "thôn Một"]
unit = "ubnd-xa"
featured = true
+++
Xã đã họp dân[^1] theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.

## Kết quả

Xem [bài về tập huấn](tap-huan/index.md#noi-dung) và [quy chế](/quy-che.txt).

[^1]: Ngày 20 tháng 11.
-- content/tin-tuc/tap-huan/index.md --
+++
title = "Tập huấn kỹ năng số"
date = 2026-11-18
topics = ["chuyen-doi-so", "ky-nang"]
tags = ["dịch vụ công"]
author = "Nguyễn Văn A"
image = "lop.svg"
image_alt = "Lớp học"
aliases = ["/tin-tuc/tap-huan-cu/"]
+++
## Nội dung

![Lớp học](lop.svg)

![Buổi tập huấn](anh.jpg "Ở thôn Một"){credit="Lê Văn B"}

::: con-so so="80%" nhan="người dự biết dùng VNeID"
Số liệu của [thôn](../../thong-bao/lich-tiep-dan.md).
:::

```bieu-do
loai: cot
tieu-de: Người dự tăng
du-lieu: so-lieu.csv
don-vi: người
nguon: Ban tổ chức
ky: 2026
```
-- content/tin-tuc/tap-huan/lop.mp3 --
ID3 tập huấn
-- content/tin-tuc/tap-huan/so-lieu.csv --
Buổi;Người dự
Một;20
Hai;35
-- content/tin-tuc/tap-huan/lop.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>
-- content/tin-tuc/ky-nang.md --
+++
title = "Ba kỹ năng số cần có"
date = 2026-11-01
updated = 2026-11-10
topics = ["ky-nang"]
tags = ["dịch vụ công", "an toàn"]
nq57_tasks = [1, 5]
+++
- [x] Đặt mật khẩu
- [ ] Cập nhật phần mềm

| Việc | Ai làm |
|---|---|
| Hướng dẫn | Đoàn xã |
-- content/thong-bao/_index.md --
+++
title = "Thông báo"
layout = "cards"
+++
-- content/thong-bao/lich-tiep-dan.md --
+++
title = "Lịch tiếp dân tháng 12"
date = 2026-11-22
expires = 2026-12-31
topics = ["chuyen-doi-so"]
+++
Thứ Ba hằng tuần.
-- content/thong-bao/thon/lich-cat-dien.md --
+++
title = "Lịch cắt điện"
date = 2026-11-19
extra = {gio = {tu = 7, den = 9}}
+++
Thôn Hai.
-- content/van-ban/_index.md --
+++
title = "Văn bản"
layout = "table"
child_kind = "document"
+++
-- content/van-ban/57-nq-tw.md --
+++
title = "Nghị quyết số 57-NQ/TW"
symbol = "57-NQ/TW"
type = "Nghị quyết"
issuer = "Bộ Chính trị"
issued = 2024-12-22
effective = 2024-12-22
files = ["57.txt"]
+++
Về đột phá phát triển khoa học, công nghệ.
-- content/van-ban/57.txt --
Toàn văn.
-- content/lich/_index.md --
+++
title = "Lịch"
layout = "calendar"
child_kind = "event"
+++
-- content/lich/hop-xa.md --
+++
title = "Họp xã"
start = 2026-11-23T08:00:00
campaign = "thang-so"
+++
-- content/lich/thang-so.md --
+++
title = "Tháng số"
kind = "campaign"
start = 2026-11-01
end = 2026-11-22
result = "Đã xong."
+++
-- content/_data/topics.toml --
[[topic]]
id = "chuyen-doi-so"
name = "Chuyển đổi số"
[[topic]]
id = "ky-nang"
name = "Kỹ năng số"
-- content/_data/units.toml --
[[unit]]
id = "ubnd-xa"
name = "Ủy ban nhân dân xã"
-- static/quy-che.txt --
Quy chế.
"#;

/// What templates are given besides `root`, `site` and `page`.
const PARTS: &[&str] = &[
    "items",
    "pager",
    "children",
    "latest",
    "figures",
    "tasks",
    "documents",
    "campaigns",
    "featured",
    "sections",
    "minisites",
    "taxonomy",
    "term",
    "terms",
    "tree",
    "taxonomies",
    "years",
    "index",
    "search",
    "banners",
    "events",
    "pinned",
    "news",
    "running",
    "upcoming",
    "ended",
    "past",
    "months",
    "days",
    "calendar",
    "areas",
    "others",
];

/// The site of every script. Its theme shows all that a template is given, so that nothing may go stale unseen.
fn commune() -> Site {
    static SITE: LazyLock<Site> = LazyLock::new(make_commune);
    SITE.clone()
}

fn make_commune() -> Site {
    let mut site = Site::small(COMMUNE);
    let mut base = site.text("themes/nho/templates/base.html") + "{{ root }}\n{{ page | safe }}\n";
    for part in PARTS {
        base.push_str(&format!(
            "{{% if {part} is defined %}}{part}: {{{{ {part} | safe }}}}\n{{% endif %}}"
        ));
    }
    base.push_str("{{ partial(template=\"chung.html\", here=page.here, items=latest(limit=2, except=page.path)) }}\n");
    site.write("themes/nho/templates/base.html", base);
    site.write(
        "themes/nho/templates/chung.html",
        "{{ root }} {{ site | safe }} {{ here }} {{ items | safe }} {{ latest(kind=\"document\", limit=1) | safe }}\n",
    );
    site.write("themes/nho/theme.toml", "name = \"nho\"\nsearch = true\n");
    site.write(
        "themes/nho/templates/card.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"12\" height=\"6\"><text>{{ card }} {{ emblem }}</text></svg>\n",
    );
    site.write(
        "themes/nho/templates/poster.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"12\" height=\"6\"><text>{{ poster }}</text>{{ stack(x=0, y=0, width=900, height=900) }}</svg>\n",
    );
    site.write(
        "themes/nho/templates/infographic.html",
        "{% extends \"article.html\" %}\n",
    );
    site.write("static/lon.jpg", photos::jpeg(1200, 630));
    for kind in BLOCKS {
        let template =
            "{{ args | safe }}{% if figure is defined %}{{ figure | safe }}{% endif %}{{ body }}\n";
        site.write(
            &format!("themes/nho/templates/blocks/{}.html", kind.name),
            template,
        );
    }
    site.write(
        "themes/nho/templates/404.html",
        "{% extends \"base.html\" %}\n{% block main %}{{ site | safe }}{% endblock %}\n",
    );
    site.write(PHOTO, &pictures()[0]);
    site
}

/// The photo of the article about training.
const PHOTO: &str = "content/tin-tuc/tap-huan/anh.jpg";

/// What may be in the file of a picture: photos, other formats under the same name, broken ones.
fn pictures() -> &'static [Vec<u8>] {
    static PICTURES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
        let photo = photos::jpeg(40, 30);
        let with = |turn, place| {
            photos::with_notes(
                &photo,
                Notes {
                    turn,
                    place,
                    serial: false,
                },
            )
        };
        vec![
            photos::jpeg(300, 200),
            with(1, true),
            with(6, false),
            photos::transparent(24, 16),
            photos::moving(6, 4),
            photo[..photo.len() / 2].to_vec(),
            Vec::new(),
            b"<svg width=\"3\" height=\"2\" onload=\"x()\"></svg>".to_vec(),
        ]
    });
    &PICTURES
}

/// A die that throws the same for the same seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).expect("below a usize")
    }

    /// True once in `n` throws.
    fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }

    fn pick_from<T: Clone>(&mut self, items: &[T]) -> Option<T> {
        if items.is_empty() {
            None
        } else {
            Some(items[self.below(items.len())].clone())
        }
    }
}

/// One thing that happens to a site. What is not there any more is left alone, so that any part of a script is a script.
#[derive(Clone)]
enum Change {
    Write(String, Arc<[u8]>),
    /// As editors save: a new file under another name takes the place of the old one.
    Save(String, Arc<[u8]>),
    Delete(String),
    Rename(String, String),
    RenameFolder(String, String),
    Swap(String, String),
    /// Back to how everything was.
    Restore(BTreeMap<String, Arc<[u8]>>),
    Today(i64),
    Drafts,
    Production,
    BaseUrl(Option<String>),
}

impl Change {
    fn apply(&self, site: &mut Site) {
        match self {
            Self::Write(path, bytes) | Self::Save(path, bytes) => {
                site.write(path, bytes);
            }
            Self::Delete(path) if site.files.contains_key(path) => {
                site.delete(path);
            }
            Self::Rename(from, to) if site.files.contains_key(from) => {
                site.rename(from, to);
            }
            Self::RenameFolder(from, to) if site.has_folder(from) => {
                site.rename_folder(from, to);
            }
            Self::Delete(_) | Self::Rename(..) | Self::RenameFolder(..) => {}
            Self::Swap(a, b) => {
                let both = site.files.get(a).cloned().zip(site.files.get(b).cloned());
                if let Some((first, second)) = both {
                    site.write(a, second).write(b, first);
                }
            }
            Self::Restore(files) => site.files.clone_from(files),
            Self::Today(days) => {
                let (mut day, back) = (site.options.now.date(), *days < 0);
                for _ in 0..days.unsigned_abs() {
                    day = if back {
                        day.yesterday()
                    } else {
                        day.tomorrow()
                    }
                    .expect("far from the last day");
                }
                site.options.now = Moment::midnight(day);
            }
            Self::Drafts => site.options.drafts = !site.options.drafts,
            Self::Production => site.options.production = !site.options.production,
            Self::BaseUrl(url) => site.options.base_url.clone_from(url),
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |bytes: &[u8]| {
            String::from_utf8_lossy(bytes)
                .trim_end()
                .replace('\n', "\n      | ")
        };
        match self {
            Self::Write(path, bytes) => write!(f, "write {path}\n      | {}", text(bytes)),
            Self::Save(path, bytes) => {
                write!(f, "save {path} by renaming\n      | {}", text(bytes))
            }
            Self::Delete(path) => write!(f, "delete {path}"),
            Self::Rename(from, to) => write!(f, "rename {from} to {to}"),
            Self::RenameFolder(from, to) => write!(f, "rename the folder {from} to {to}"),
            Self::Swap(a, b) => write!(f, "swap {a} and {b}"),
            Self::Restore(files) => write!(f, "restore {} files", files.len()),
            Self::Today(days) => write!(f, "move the date by {days} days"),
            Self::Drafts => write!(f, "toggle drafts"),
            Self::Production => write!(f, "toggle production"),
            Self::BaseUrl(url) => write!(f, "set the base URL to {url:?}"),
        }
    }
}

/// What happens between two builds.
#[derive(Clone)]
struct Step {
    changes: Vec<Change>,
    /// The program ends after the build and is started anew.
    restart: bool,
    /// Somebody empties the output folder before the build.
    emptied: bool,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            writeln!(f, "    {change}")?;
        }
        if self.emptied {
            writeln!(f, "    empty the output")?;
        }
        writeln!(
            f,
            "    build{}",
            if self.restart {
                " and start the program anew"
            } else {
                ""
            }
        )
    }
}

/// An editor who makes up a script.
struct Editor {
    dice: Dice,
    site: Site,
    /// Files that were broken, as they were before.
    whole: BTreeMap<String, Arc<[u8]>>,
    /// Everything as it was at earlier steps.
    past: Vec<BTreeMap<String, Arc<[u8]>>>,
    count: usize,
    /// The page, and the file and key, that were worked on last: editors come back to what they have just done.
    last_page: Option<String>,
    last_key: Option<(String, Key)>,
}

/// The script of a seed.
fn script(seed: u64) -> Vec<Step> {
    let mut editor = Editor {
        dice: Dice(seed),
        site: commune(),
        whole: BTreeMap::new(),
        past: Vec::new(),
        count: 0,
        last_page: None,
        last_key: None,
    };
    let steps = 5 + editor.dice.below(7);
    (0..steps).map(|_| editor.step()).collect()
}

const TITLES: &[&str] = &[
    "\"Họp dân\"",
    "\"Ra quân\"",
    "\"Đường mới\"",
    "\"57-NQ/TW <b>&</b>\"",
    "\"Ngày hội 🎉\"",
    "\"\"",
    "12",
    "\"Họp dân bàn về chuyển đổi số\"",
];
const DAYS: &[&str] = &[
    "2026-11-17",
    "2026-11-20",
    "2026-11-21",
    "2026-11-22",
    "2026-11-25T08:30:00+07:00",
    "2027-01-01",
    "\"21/11/2026\"",
    "\"hôm qua\"",
];
const TAGS: &[&str] = &[
    "[]",
    "[\"dịch vụ công\"]",
    "[\"Dịch Vụ Công\"]",
    "[\"dich vụ côg\", \"an toàn\"]",
    "[\"an toàn\", \"thôn Một\", \"thôn Hai\"]",
    "\"an toàn\"",
];
const TOPICS: &[&str] = &[
    "[]",
    "[\"ky-nang\"]",
    "[\"chuyen-doi-so\", \"ky-nang\"]",
    "[\"ky-nag\"]",
    "[\"Kỹ năng số\"]",
    "[\"moi\"]",
];

/// A key of front matter and values for it.
type Key = (&'static str, &'static [&'static str]);

const FRONT: &[Key] = &[
    ("title", TITLES),
    ("date", DAYS),
    ("updated", DAYS),
    ("expires", DAYS),
    ("tags", TAGS),
    ("topics", TOPICS),
    ("draft", &["true", "false", "\"có\""]),
    ("featured", &["true", "false"]),
    ("description", &["\"Tóm tắt.\"", "\"Tóm tắt khác.\""]),
    (
        "kind",
        &[
            "\"article\"",
            "\"page\"",
            "\"document\"",
            "\"infographic\"",
            "\"articel\"",
            "\"event\"",
            "\"campaign\"",
            "\"correction\"",
            "\"question\"",
            "\"guide\"",
            "\"model\"",
        ],
    ),
    ("who", &["\"Tổ công nghệ số\""]),
    ("area", &["\"Giáo dục\"", "\"y tế\""]),
    ("place", &["\"Thôn Một\"", "\"huyện Một\""]),
    ("results", &["[{value = \"5 hộ\", text = \"làm theo\"}]"]),
    ("start", DAYS),
    ("end", DAYS),
    ("campaign", &["\"thang-so\"", "\"hop-dan\"", "\"mat\""]),
    (
        "pinned",
        &["[\"/tin-tuc/hop-dan/\"]", "[\"/mat/\", \"/\"]", "[]"],
    ),
    ("corrects", &["\"/tin-tuc/hop-dan/\"", "\"/mat/\""]),
    ("claim", &["\"Sai\""]),
    ("fact", &["\"Đúng\"", "\"Đúng hơn\""]),
    ("question", &["\"Khi nào?\"", "\"Gọi 0987.654.321\""]),
    ("received", DAYS),
    ("answered", DAYS),
    (
        "slug",
        &["\"moi\"", "\"hop-dan\"", "\"Có Dấu\"", "\"ky-nang\""],
    ),
    (
        "aliases",
        &[
            "[\"/cu/\"]",
            "[\"/cu/\", \"/cu.html\"]",
            "[\"/tin-tuc/\"]",
            "[\"cu\"]",
            "[]",
        ],
    ),
    ("unit", &["\"ubnd-xa\"", "\"doan-xa\""]),
    ("author", &["\"Nguyễn Văn A\"", "\"Trần Thị B\""]),
    ("audiences", &["[\"nguoi-dan\"]", "[]"]),
    ("nq57_tasks", &["[1]", "[2, 7]", "[9]"]),
    (
        "image",
        &[
            "\"lop.svg\"",
            "\"/hinh.svg\"",
            "\"tap-huan/lop.svg\"",
            "\"/lon.jpg\"",
            "\"anh.jpg\"",
            "\"tap-huan/anh.jpg\"",
        ],
    ),
    ("image_alt", &["\"Lớp học\"", "\"Hội trường\""]),
    ("audio", &["\"lop.mp3\"", "\"/loa.mp3\"", "\"57.txt\""]),
    (
        "source",
        &[
            "{name = \"Báo\"}",
            "{name = \"Báo\", url = \"https://bao.example.vn/\"}",
        ],
    ),
    (
        "review",
        &["{status = \"da-duyet\"}", "{status = \"cho-duyet\"}"],
    ),
    ("weight", &["1", "2", "-3"]),
    (
        "extra",
        &[
            "{gio = {tu = 7, den = 9}}",
            "{gio = {tu = 7}, den = 9}",
            "{gio = [{tu = 7}, {den = 9}]}",
            "{}",
            "{gio = 7.5}",
        ],
    ),
    ("titel", &["\"Sai\""]),
    (
        "symbol",
        &["\"57-NQ/TW\"", "\"71/NQ-CP\"", "\"12/KH-UBND\""],
    ),
    ("issued", &["2024-12-22", "2025-04-01"]),
    ("effective", &["2024-12-22", "2026-11-22"]),
    ("expired", &["2026-11-22", "2027-01-01"]),
    ("issuer", &["\"Bộ Chính trị\"", "\"Chính phủ\""]),
    ("replaced_by", &["\"71/NQ-CP\"", "\"57-NQ/TW\""]),
    (
        "files",
        &[
            "[\"57.txt\"]",
            "[{file = \"57.txt\", title = \"Toàn văn\"}]",
            "[\"/quy-che.txt\"]",
            "[\"mat.txt\"]",
        ],
    ),
];

const SECTION: &[Key] = &[
    ("title", TITLES),
    ("description", &["\"Về chuyên mục.\""]),
    (
        "layout",
        &[
            "\"list\"",
            "\"cards\"",
            "\"table\"",
            "\"minisite\"",
            "\"calendar\"",
            "\"campaigns\"",
            "\"models\"",
        ],
    ),
    ("sort", &["\"date\"", "\"title\"", "\"weight\""]),
    ("paginate", &["1", "2", "3"]),
    (
        "child_kind",
        &["\"article\"", "\"page\"", "\"document\"", "\"sai\""],
    ),
    ("slug", &["\"tin\"", "\"muc-khac\"", "\"the\""]),
    ("weight", &["1", "2", "3"]),
    ("documents", &["[\"57-NQ/TW\"]", "[\"71/NQ-CP\"]"]),
    ("aliases", &["[\"/muc-cu/\"]"]),
    (
        "extra",
        &["{mau = {nen = 1, chu = 2}}", "{mau = {nen = 1}, chu = 2}"],
    ),
];

const CONFIG: &[Key] = &[
    ("title", TITLES),
    ("description", &["\"Cổng thông tin.\""]),
    (
        "base_url",
        &[
            "\"https://xamau.example.vn/cong/\"",
            "\"https://khac.example.vn\"",
            "\"xamau\"",
        ],
    ),
    ("language", &["\"vi\"", "\"en\""]),
    ("paginate", &["1", "2", "5", "0"]),
    ("feed_limit", &["1", "2", "20"]),
    (
        "offline",
        &[
            "[]",
            "[\"/thong-bao/lich-tiep-dan/\"]",
            "[\"/tin-tuc/\", \"/quy-che.txt\"]",
        ],
    ),
    ("redirects", &["\"htaccess\"", "\"nginx\"", "\"iis\""]),
    (
        "menu",
        &[
            "[]",
            "[{title = \"Thẻ\", url = \"/the/\"}]",
            "[{title = \"Mất\", url = \"/mat/\", children = [{title = \"Tin\", url = \"/tin-tuc/\"}]}]",
        ],
    ),
    (
        "organization",
        &[
            "{}",
            "{name = \"Xã Mẫu\", head_html = \"<script src=x></script>\"}",
            "{name = \"Xã Mẫu\", logo = \"/hinh.svg\"}",
        ],
    ),
    (
        "markdown",
        &[
            "{}",
            "{hard_breaks = true}",
            "{raw_html = [\"content/lien-he.md\"]}",
        ],
    ),
    (
        "check",
        &[
            "{contacts = [\"0912 345 678\"], hosts = [\"khac.example.vn\"]}",
            "{people_lists = [\"content/lien-he.md\", \"content/tin-tuc/ky-nang.md\"], attachment_mb = 1}",
        ],
    ),
    (
        "extra",
        &[
            "{a = {b = 1, c = 2}}",
            "{a = {b = 1}, c = 2}",
            "{a = {}, b = 1, c = 2}",
            "{a = [{b = 1}, {c = 2}]}",
        ],
    ),
    (
        "images",
        &[
            "{cards = false}",
            "{cads = false}",
            "{widths = [16, 64]}",
            "{widths = 32, quality = 40}",
        ],
    ),
    ("theme", &["\"nho\"", "\"nhỏ\""]),
];

const TEXTS: &[&str] = &[
    "Đoạn văn một.\nDòng hai.",
    "Đoạn văn hai với <b>chữ đậm</b>.",
    "<script>alert(1)</script>",
    "## Nội dung",
    "## Kết quả",
    "### Kết quả",
    "[Mục](/tin-tuc/) và [thẻ](/the/an-toan/)",
    "[Chủ đề](/chu-de/ky-nang/)",
    "[Mất](/mat/)",
    "[Trong trang](#noi-dung)",
    "[Tệp](/quy-che.txt)",
    "![Hình](/hinh.svg)",
    "![Lớp](lop.svg)",
    "![Buổi tập huấn](tap-huan/anh.jpg)",
    "![Buổi tập huấn](anh.jpg \"Chú thích\")",
    "[Ảnh gốc](tap-huan/anh.jpg)",
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
    "Nghị quyết 57-NQ/TW ngày 23/12/2024",
    "Nghị quyết 71/NQ-CP ngày 01/4/2025 của Chính phủ",
    "Kế hoạch 12/KH-UBND",
    "Câu có chú thích[^a].\n\n[^a]: Chú thích.",
    "::: con-so so=\"7\" nhan=\"thôn\"\n:::",
    "::: con-so so=\"8\"\nTrong khối, [liên hệ](/lien-he/).\n:::",
    "::: la\n:::",
    "::: con-so so=\"9\" nhan=\"chưa đóng\"",
    "```bieu-do\nloai: banh\ntieu-de: Ý kiến\nnguon: Phiếu hỏi\nky: 2026\ndon-vi: phiếu\n\n| Ý kiến | Số |\n|---|---|\n| Đồng ý | 8 |\n| Khác | 2 |\n```",
    "```bang\ntieu-de: Người dự\ndu-lieu: tap-huan/so-lieu.csv\nnguon: Ban tổ chức\n```",
    "```bang\ntieu-de: Người dự\ndu-lieu: so-lieu.csv\nnguon: Ban tổ chức\n```",
    "::: dong-thoi-gian\n- 22/12/2024: Nghị quyết số 57-NQ/TW\n:::",
    "```ban-do\ntieu-de: Thôn\ndu-lieu: so-lieu.csv\ndon-vi: người\nnguon: Xã\nky: 2026",
    "> [!NOTE]\n> Ghi nhớ.",
    "Gọi 0912 345 678 hoặc 0987 654 321 về về việc này , nhé.",
    "| Họ và tên | Năm sinh |\n|---|---|\n| A | 1990 |",
    "“Mở ở đây",
    "đóng ở đây” và [tại đây](https://khac.example.vn/a)",
    "```\nmã\n```",
    ":::",
];

const TEMPLATE_LINES: &[&str] = &[
    "<!-- một -->",
    "<!-- hai -->",
    "{% for c in latest(section=\"thong-bao\", limit=2) %}{{ c.title }} {{ c.path }}{% endfor %}",
    "{% for c in latest(topic=\"ky-nang\") %}{{ c.title }} {{ c.description }}{% endfor %}",
    "{% for c in latest(kind=\"document\", limit=1) %}{{ c.document.symbol }}{% endfor %}",
    "{{ latest(limit=1) }}",
    "{{ latest(section=\"tin-tuc/tap-huan\") }}",
    "{{ partial(template=\"chung.html\", here=page.title, items=latest(topic=\"ky-nang\")) }}",
    "{{ partial(template=\"chung.html\") }}",
    "{{ partial(template=\"khong-co.html\") }}",
    "{{ asset(file=\"nho.css\") }}",
    "{{ asset(file=\"mat.css\") }}",
    "{{ page.section.title }}",
    "{% if page.title %}",
    "{{ page.title | khong_co }}",
    "{% include \"khong-co.html\" %}",
];

const DATA_FILES: &[(&str, &[&str])] = &[
    (
        "content/_data/topics.toml",
        &[
            "[[topic]]\nid = \"ky-nang\"\nname = \"Kỹ năng số\"\n[[topic]]\nid = \"chuyen-doi-so\"\nname = \"Chuyển đổi số\"\n",
            "[[topic]]\nid = \"ky-nang\"\nname = \"Kỹ năng\"\ndescription = \"Các kỹ năng.\"\n",
            "[[topic]]\nid = \"moi\"\nname = \"Mới\"\n[[topic]]\nid = \"chuyen-doi-so\"\nname = \"Chuyển đổi số\"\n",
            "[[topic]]\nid = \"ky-nang\"\n",
            "[[topic]\n",
            "",
        ],
    ),
    (
        "content/_data/units.toml",
        &[
            "[[unit]]\nid = \"ubnd-xa\"\nname = \"UBND xã\"\n",
            "[[unit]]\nid = \"ubnd-xa\"\nname = \"UBND xã\"\nphone = \"0987.654.321\"\n",
            "[[unit]]\nid = \"doan-xa\"\nname = \"Đoàn xã\"\n[[unit]]\nid = \"ubnd-xa\"\nname = \"UBND xã\"\n",
        ],
    ),
    (
        "content/_data/audiences.toml",
        &["[[audience]]\nid = \"nguoi-dan\"\nname = \"Người dân\"\n"],
    ),
    (
        "content/_data/nq57_tasks.toml",
        &["[[task]]\nid = 1\nname = \"Nhận thức\"\n[[task]]\nid = 2\nname = \"Thể chế\"\n"],
    ),
    (
        "content/_data/activities.toml",
        &[
            "[[activity]]\ndate = 2026-11-20\nform = \"pano\"\ntitle = \"Họp\"\nunit = \"ubnd-xa\"\n",
            "[[activity]]\ndate = 2026-11-20\nform = \"pano\"\ntitle = \"Họp\"\nunit = \"doan-xa\"\n",
            "[[activity]]\nform = \"pa no\"\n",
        ],
    ),
    (
        "content/_data/days.toml",
        &[
            "[[day]]\nid = \"so\"\nname = \"Ngày số\"\ndate = \"22/11\"\nbanner = \"Hưởng ứng\"\n",
            "[[day]]\nid = \"so\"\nname = \"Ngày số\"\ndate = \"25/11\"\nlead_days = 1\nurl = \"/tin-tuc/\"\n",
            "[[day]]\nid = \"so\"\nname = \"Ngày số\"\ndate = \"31/2\"\n",
        ],
    ),
    (
        "content/_data/kpi.toml",
        &[
            "[[kpi]]\nid = \"a\"\nsection = \"tin-tuc\"\ntext = \"Dịch vụ công trực tuyến\"\ntarget = \"> 80%\"\nsource = \"Nghị quyết\"\n",
            "[[kpi]]\nid = \"a\"\nsection = \"tin-tuc\"\ntext = \"Dịch vụ công trực tuyến\"\ntarget = \"> 90%\"\nvalue = \"75%\"\nsource = \"Nghị quyết\"\n",
        ],
    ),
];

const PLAIN_FILES: &[(&str, &[&str])] = &[
    (
        "static/quy-che.txt",
        &["Quy chế.\n", "Quy chế mới.\n", "", "%PDF-1.4 /Image\n"],
    ),
    (
        "static/hinh.svg",
        &[
            "<svg width=\"10\" height=\"20\"></svg>",
            "<svg viewBox=\"0 0 30 40\"></svg>",
            "hỏng",
        ],
    ),
    (
        "static/tin-tuc/lich-cu/index.html",
        &["<p>Trang tự làm.</p>\n"],
    ),
    (
        "static/lien-he/index.html",
        &["<p>Trang tự làm trùng địa chỉ.</p>\n"],
    ),
    (
        "content/tin-tuc/tap-huan/lop.svg",
        &[
            "<svg width=\"44\" height=\"33\"></svg>",
            "<svg width=\"45\" height=\"33\"><!-- hai --></svg>",
            "hỏng",
        ],
    ),
    (
        "content/tin-tuc/tap-huan/so-lieu.csv",
        &[
            "Buổi;Người dự\nMột;21\nHai;35\n",
            "Buổi;Người dự\nMột;21\nHai;35\nBa;40\n",
            "Buổi;Người dự\nMột;1.234\n",
            "Buổi;Người dự\nMột;nhiều\n",
            "",
        ],
    ),
    (
        "content/_data/so-lieu.csv",
        &["Thôn;Người\nMột;3\nHai;4\n", "Thôn;Người\nMột;3\n"],
    ),
    (
        "content/van-ban/57.txt",
        &["Toàn văn đầy đủ hơn.\n", "Ngắn.\n"],
    ),
    (
        "content/tin-tuc/lop.svg",
        &["<svg width=\"1\" height=\"1\"></svg>"],
    ),
    (
        "themes/nho/static/nho.css",
        &["p { margin: 1px }\n", "p { margin: 2px }\n"],
    ),
    (
        "static/them.css",
        &[
            "@import \"https://khac.example.vn/a.css\";\n",
            "p { margin: 0 }\n",
        ],
    ),
    (
        "themes/nho/static/mau.css",
        &[
            ":root { --chu: #777; --nen: #888 }\n",
            ":root { --chu: #000; --nen: #fff }\n",
        ],
    ),
    ("themes/nho/static/nho.js", &["1\n"]),
    (
        "themes/nho/theme.toml",
        &[
            "name = \"nho\"\ntitle = \"Nhỏ\"\n",
            "nam = \"nho\"\n",
            "name = \"nho\"\nsearch = true\n",
            "contrast = [{text = \"chu\", on = \"nen\"}]\n",
        ],
    ),
];

impl Editor {
    fn step(&mut self) -> Step {
        self.past.push(self.site.files.clone());
        let mut changes = Vec::new();
        let edits = if self.dice.once_in(4) {
            2 + self.dice.below(3)
        } else {
            1
        };
        while changes.len() < edits {
            let Some(change) = self.change() else {
                continue;
            };
            change.apply(&mut self.site);
            changes.push(change);
        }
        Step {
            changes,
            restart: self.dice.once_in(4),
            emptied: self.dice.once_in(16),
        }
    }

    /// One change; `None` when the site has nothing to do that to.
    fn change(&mut self) -> Option<Change> {
        self.count += 1;
        if let Some((path, key)) = self.last_key.clone().filter(|_| self.dice.once_in(5)) {
            return self.set_key(&path, &[key]);
        }
        match self.dice.below(42) {
            0..=5 => self.edit_body(),
            6..=13 => self.edit_keys(),
            14..=15 => self.save_again(),
            16..=17 => self.add(),
            18 => self.file().map(Change::Delete),
            19..=20 => self.rename(),
            21..=22 => self.rename_folder(),
            23..=25 => self.edit_template(),
            26..=27 => self.write_one_of(DATA_FILES),
            28..=29 => self.set_key("site.toml", CONFIG),
            30..=31 => self.break_file(),
            32..=33 => self.mend(),
            34..=35 => Some(Change::Today(
                [-365, -1, 1, 1, 2, 4, 40, 365][self.dice.below(8)],
            )),
            36 => self.write_one_of(PLAIN_FILES),
            37 => Some(match self.dice.below(4) {
                0 => Change::Production,
                1 => Change::BaseUrl(
                    [None, Some("https://thu.example.vn/x".to_owned())][self.dice.below(2)].clone(),
                ),
                _ => Change::Drafts,
            }),
            38 => Some(Change::Swap(self.page()?, self.page()?)).filter(|change| match change {
                Change::Swap(a, b) => a != b,
                _ => false,
            }),
            39..=40 => self.write_picture(),
            _ => self.dice.pick_from(&self.past).map(Change::Restore),
        }
    }

    fn paths(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        self.site
            .files
            .keys()
            .filter(|path| wanted(path))
            .cloned()
            .collect()
    }

    fn page(&mut self) -> Option<String> {
        if self.dice.once_in(3)
            && let Some(page) = self
                .last_page
                .clone()
                .filter(|page| self.site.files.contains_key(page))
        {
            return Some(page);
        }
        let pages = self.paths(|path| path.starts_with("content/") && path.ends_with(".md"));
        self.last_page = self.dice.pick_from(&pages);
        self.last_page.clone()
    }

    fn file(&mut self) -> Option<String> {
        let files = self.paths(|path| {
            path != "site.toml" && (!path.starts_with("themes/") || path.contains("/static/"))
        });
        self.dice.pick_from(&files)
    }

    fn text(&self, path: &str) -> Option<String> {
        String::from_utf8(self.site.files.get(path)?.to_vec()).ok()
    }

    /// Writes a file, in place or by renaming.
    fn put(&mut self, path: String, bytes: impl AsRef<[u8]>) -> Option<Change> {
        let bytes = bytes.as_ref().into();
        Some(if self.dice.once_in(3) {
            Change::Save(path, bytes)
        } else {
            Change::Write(path, bytes)
        })
    }

    fn edit_body(&mut self) -> Option<Change> {
        let path = self.page()?;
        let mut text = self.text(&path)?;
        if self.dice.once_in(4) {
            let body = text.rfind("+++\n")? + 4;
            let cut = text[body..].rfind("\n\n").map_or(body, |at| body + at + 1);
            text.truncate(cut);
        } else {
            let more = if self.dice.once_in(5) {
                self.link_from(&path)?
            } else {
                self.dice.pick(TEXTS).to_owned()
            };
            text.push('\n');
            text.push_str(&more);
            text.push('\n');
        }
        self.put(path, text)
    }

    /// A link to another file of `content/`, right at this moment.
    fn link_from(&mut self, path: &str) -> Option<String> {
        let all =
            self.paths(|path| path.starts_with("content/") && !path.starts_with("content/_data/"));
        let to = self.dice.pick_from(&all)?;
        let up = "../".repeat(path.matches('/').count() - 1);
        let mark = if to.ends_with(".svg") { "!" } else { "" };
        Some(format!("{mark}[Xem thêm]({up}{})", &to["content/".len()..]))
    }

    fn edit_keys(&mut self) -> Option<Change> {
        let path = self.page()?;
        self.set_key(
            &path,
            if path.ends_with("_index.md") {
                SECTION
            } else {
                FRONT
            },
        )
    }

    /// Sets or takes out one key of a front matter or of `site.toml`.
    fn set_key(&mut self, path: &str, keys: &[Key]) -> Option<Change> {
        let text = self.text(path)?;
        let (key, values) = keys[self.dice.below(keys.len())];
        self.last_key = Some((path.to_owned(), (key, values)));
        let start = if text.starts_with("+++\n") { 4 } else { 0 };
        let end = if start == 0 {
            text.len()
        } else {
            start + text[start..].find("+++\n")?
        };
        let others = text[start..end]
            .split_inclusive('\n')
            .filter(|line| line.split(" = ").next() != Some(key));
        let mut new = text[..start].to_owned();
        new.extend(others);
        if !self.dice.once_in(5) {
            new.insert_str(start, &format!("{key} = {}\n", self.dice.pick(values)));
        }
        new.push_str(&text[end..]);
        self.put(path.to_owned(), new)
    }

    /// Saves a file that has not changed.
    fn save_again(&mut self) -> Option<Change> {
        let path = self.dice.pick_from(&self.paths(|_| true))?;
        let bytes = Arc::clone(&self.site.files[&path]);
        self.put(path, bytes)
    }

    fn folder(&mut self) -> Option<String> {
        let mut folders: Vec<String> = self
            .paths(|path| path.starts_with("content/") && path.ends_with(".md"))
            .iter()
            .filter_map(|path| Some(path.rsplit_once('/')?.0.to_owned()))
            .collect();
        folders.dedup();
        self.dice.pick_from(&folders)
    }

    fn new_path(&mut self) -> Option<String> {
        let (n, folder) = (self.count, self.folder()?);
        let name = match self.dice.below(7) {
            0 => format!("bai-{n}/index.md"),
            1 => format!("2026-11-{:02}-bai-{n}.md", 15 + n % 10),
            2 => format!("Bài viết {n}.md"),
            3 => format!("muc-{n}/bai.md"),
            4 => "_index.md".to_owned(),
            5 => "Ky-Nang.md".to_owned(),
            _ => format!("bai-{n}.md"),
        };
        Some(format!("{folder}/{name}"))
    }

    fn add(&mut self) -> Option<Change> {
        let path = self.new_path()?;
        if self.dice.once_in(4) {
            let other = self.page()?;
            let bytes = Arc::clone(&self.site.files[&other]);
            return self.put(path, bytes); // a copy of another page
        }
        let mut text = format!("+++\ntitle = \"Bài {}\"\n", self.count);
        for _ in 0..self.dice.below(4) {
            let (key, values) = FRONT[1 + self.dice.below(FRONT.len() - 1)];
            if !text.contains(&format!("\n{key} = ")) {
                text.push_str(&format!("{key} = {}\n", self.dice.pick(values)));
            }
        }
        text.push_str("+++\n");
        for _ in 0..self.dice.below(4) {
            text.push_str(self.dice.pick(TEXTS));
            text.push_str("\n\n");
        }
        self.put(path, text)
    }

    fn rename(&mut self) -> Option<Change> {
        let from = self.file()?;
        let to = if from.ends_with(".md") {
            self.new_path()?
        } else {
            let (folder, name) = from.rsplit_once('/')?;
            format!("{folder}/{}{name}", self.dice.pick(&["moi-", "Mới ", "_"]))
        };
        (from != to).then_some(Change::Rename(from, to))
    }

    fn rename_folder(&mut self) -> Option<Change> {
        let from = if self.dice.once_in(12) {
            self.dice
                .pick(&[
                    "content/_data",
                    "themes/nho",
                    "static",
                    "themes/nho/templates/blocks",
                ])
                .to_owned()
        } else {
            self.folder()?
        };
        let (above, _) = from.rsplit_once('/').unwrap_or(("", &from));
        let name = self.dice.pick(&[
            "thong-bao",
            "muc-moi",
            "Mục Mới",
            "tap-huan",
            "2026-11-22-thon",
        ]);
        let to = if above.is_empty() {
            format!("{from}-cu")
        } else {
            format!("{above}/{name}")
        };
        let busy = self.site.has_folder(&to);
        (from != "content" && !busy && !to.starts_with(&format!("{from}/")))
            .then_some(Change::RenameFolder(from, to))
    }

    fn edit_template(&mut self) -> Option<Change> {
        let templates = self.paths(|path| path.contains("/templates/"));
        let path = self.dice.pick_from(&templates)?;
        if self.dice.once_in(12) {
            return Some(Change::Delete(path));
        }
        let text = self.text(&path)?;
        self.whole
            .entry(path.clone())
            .or_insert_with(|| Arc::clone(&self.site.files[&path]));
        let line = self.dice.pick(TEMPLATE_LINES);
        // Inside the main block where there is one: outside of it an extending template prints nothing.
        let at = text
            .rfind("{% endblock %}\n")
            .filter(|_| !path.ends_with("base.html"))
            .unwrap_or(text.len());
        self.put(path, format!("{}{line}\n{}", &text[..at], &text[at..]))
    }

    /// A picture takes the place of another, beside the article or above it.
    fn write_picture(&mut self) -> Option<Change> {
        let path = self.dice.pick(&[PHOTO, PHOTO, "content/tin-tuc/anh.jpg"]);
        let bytes = self.dice.pick_from(pictures())?;
        Some(Change::Write(path.to_owned(), bytes.into()))
    }

    fn write_one_of(&mut self, files: &[(&str, &[&str])]) -> Option<Change> {
        let (path, texts) = files[self.dice.below(files.len())];
        if self.dice.once_in(8) {
            return self
                .site
                .files
                .contains_key(path)
                .then(|| Change::Delete(path.to_owned()));
        }
        let text = self.dice.pick(texts);
        self.put(path.to_owned(), text)
    }

    fn break_file(&mut self) -> Option<Change> {
        let paths = self.paths(|path| {
            path.ends_with(".md") || path.ends_with(".toml") || path.ends_with(".html")
        });
        let path = self.dice.pick_from(&paths)?;
        let before = Arc::clone(&self.site.files[&path]);
        let text = String::from_utf8_lossy(&before).into_owned();
        let broken: Vec<u8> = match self.dice.below(10) {
            0 => text.replacen("title = ", "title = “", 1).into_bytes(),
            1 => text.replacen("\n+++\n", "\n", 1).into_bytes(),
            2 => text.replacen("+++\n", "", 1).into_bytes(),
            3 => text.replacen("+++\n", "---\n", 2).into_bytes(),
            4 => [&before[..], b"\xFF\xFE\x00"].concat(),
            5 => [
                &b"\xFF\xFE"[..],
                &text
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect::<Vec<_>>(),
            ]
            .concat(),
            6 => Vec::new(),
            7 => format!("\u{FEFF}{}", text.replace('\n', "\r\n")).into_bytes(),
            8 => text.chars().flat_map(nfd).collect::<String>().into_bytes(),
            _ => text
                .chars()
                .take(text.chars().count() / 2)
                .collect::<String>()
                .into_bytes(),
        };
        self.whole.entry(path.clone()).or_insert(before);
        self.put(path, broken)
    }

    fn mend(&mut self) -> Option<Change> {
        let broken: Vec<String> = self.whole.keys().cloned().collect();
        let path = self.dice.pick_from(&broken)?;
        let whole = self.whole.remove(&path)?;
        self.put(path, whole)
    }
}

/// A character in Unicode NFD.
fn nfd(c: char) -> impl Iterator<Item = char> {
    unicode_normalization::UnicodeNormalization::nfd(std::iter::once(c))
}

/// Runs a script. Gives the first step (from 1; 0 is the build before all) after which memory made a difference.
fn first_failure(steps: &[Step]) -> Option<(usize, String)> {
    let mut site = commune();
    let mut portal = Portal::default();
    let check = |n: usize, running: &Built, site: &Site| {
        site.clean().difference(running).map(|what| (n, what))
    };
    if let Some(failure) = check(0, &site.build(&mut portal), &site) {
        return Some(failure);
    }
    for (n, step) in steps.iter().enumerate() {
        for change in &step.changes {
            change.apply(&mut site);
        }
        if step.emptied {
            portal.files.clear();
        }
        let built = if step.restart {
            site.build_and_restart(&mut portal)
        } else {
            site.build(&mut portal)
        };
        if let Some(failure) = check(n + 1, &built, &site) {
            return Some(failure);
        }
    }
    None
}

/// The part of a failing script that it takes.
fn cut_down(mut steps: Vec<Step>, fails: impl Fn(&[Step]) -> Option<(usize, String)>) -> Vec<Step> {
    if let Some((n, _)) = fails(&steps) {
        steps.truncate(n);
    }
    let mut at = steps.len();
    while at > 0 {
        at -= 1;
        let mut fewer = steps.clone();
        fewer.remove(at);
        if fails(&fewer).is_some() {
            steps = fewer;
            continue;
        }
        for change in (0..steps[at].changes.len()).rev() {
            let mut less = steps.clone();
            less[at].changes.remove(change);
            if fails(&less).is_some() {
                steps = less;
            }
        }
        for plain in [
            |step: &mut Step| step.restart = false,
            |step: &mut Step| step.emptied = false,
        ] {
            let mut less = steps.clone();
            plain(&mut less[at]);
            if fails(&less).is_some() {
                steps = less;
            }
        }
    }
    steps
}

/// What to print of a script that fails: enough to run it again and to understand it.
fn report(seed: u64, fails: impl Fn(&[Step]) -> Option<(usize, String)>) -> String {
    let steps = cut_down(script(seed), &fails);
    let mut out = format!(
        "seed {seed} (LAW_SEED={seed} cargo test law), cut down to {} steps:\n",
        steps.len()
    );
    for (n, step) in steps.iter().enumerate() {
        out.push_str(&format!("  step {}\n{step}", n + 1));
    }
    match fails(&steps) {
        Some((n, what)) => out + &format!("  after step {n}: {what}\n"),
        None => out + "  fails only now and then: something depends on chance\n",
    }
}

/// Runs the scripts of many seeds on all cores, each script on one thread so that it always runs the same.
fn run(seeds: &[u64], fails: impl Fn(&[Step]) -> Option<(usize, String)> + Sync) {
    let next = AtomicU64::new(0);
    let failed = std::sync::Mutex::new(Vec::new());
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                let pool = rayon::ThreadPoolBuilder::new()
                    .num_threads(1)
                    .build()
                    .expect("a thread");
                while let Some(seed) =
                    seeds.get(usize::try_from(next.fetch_add(1, Ordering::Relaxed)).expect("few"))
                {
                    if pool.install(|| fails(&script(*seed))).is_some() {
                        failed.lock().expect("no thread panics here").push(*seed);
                    }
                }
            });
        }
    });
    let mut failed = failed.into_inner().expect("no thread panicked");
    failed.sort_unstable();
    let reports: Vec<String> = failed
        .iter()
        .take(3)
        .map(|seed| report(*seed, &fails))
        .collect();
    assert!(
        failed.is_empty(),
        "{} of {} scripts fail: {failed:?}\n{}",
        failed.len(),
        seeds.len(),
        reports.join("\n")
    );
}

fn seeds(many: u64) -> Vec<u64> {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    match number("LAW_SEED") {
        Some(seed) => vec![seed],
        None => REGRESSIONS
            .iter()
            .copied()
            .chain(0..number("LAW_SCRIPTS").unwrap_or(many))
            .collect(),
    }
}

#[test]
fn memory_never_makes_a_difference() {
    run(&seeds(SCRIPTS), first_failure);
}

// The same on a real folder

/// What stands for the program's build in the notes that it keeps in the output folder.
const TOOL: u64 = 57;

/// A site on disk, with a clock of its own: one change a second, some time ago. Every fifth file is new as of now, so
/// that its time cannot be trusted.
struct Disk {
    root: tempfile::TempDir,
    ticks: u64,
}

impl Disk {
    fn new(site: &Site) -> Self {
        let mut disk = Self {
            root: tempfile::tempdir().expect("a folder"),
            ticks: 0,
        };
        for (path, bytes) in &site.files {
            disk.write(path, bytes);
        }
        disk
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn write(&mut self, path: &str, bytes: &[u8]) {
        write(self.root.path(), path, bytes);
        self.ticks += 1;
        if !self.ticks.is_multiple_of(5) {
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000 + self.ticks);
            fs::File::options()
                .write(true)
                .open(self.at(path))
                .and_then(|file| file.set_modified(time))
                .expect("a time");
        }
    }

    /// Renames a file; its time stays the same, as it does on disk.
    fn rename(&self, from: &str, to: &str) {
        fs::create_dir_all(self.at(to).parent().expect("a file lies in a folder"))
            .expect("a folder");
        fs::rename(self.at(from), self.at(to)).expect("the file is there");
    }

    /// Brings the folder to what `site` is after a change.
    fn apply(&mut self, change: &Change, before: &Site) {
        let has = |path: &String| before.files.contains_key(path);
        match change {
            Change::Write(path, bytes) => self.write(path, bytes),
            Change::Save(path, bytes) => {
                let new = format!("{path}.tmp");
                self.write(&new, bytes);
                self.rename(&new, path);
            }
            Change::Delete(path) if has(path) => {
                fs::remove_file(self.at(path)).expect("the file is there")
            }
            Change::Rename(from, to) if has(from) => self.rename(from, to),
            Change::RenameFolder(from, to) => {
                let inside = format!("{from}/");
                for path in before.files.keys().filter(|path| path.starts_with(&inside)) {
                    self.rename(path, &format!("{to}/{}", &path[inside.len()..]));
                }
            }
            Change::Swap(a, b) if has(a) && has(b) => {
                self.rename(a, "content/tam.tmp");
                self.rename(b, a);
                self.rename("content/tam.tmp", b);
            }
            Change::Restore(files) => {
                for path in before
                    .files
                    .keys()
                    .filter(|path| !files.contains_key(*path))
                {
                    fs::remove_file(self.at(path)).expect("the file is there");
                }
                for (path, bytes) in files
                    .iter()
                    .filter(|(path, bytes)| before.files.get(*path) != Some(bytes))
                {
                    self.write(path, bytes);
                }
            }
            _ => {}
        }
    }

    /// Every file of the output folder but the program's own notes.
    fn public(&self) -> BTreeMap<String, Arc<[u8]>> {
        let files = files_below(&self.at("public")).into_iter();
        without_pictures(files.map(|(path, bytes)| (path, bytes.into())))
    }

    /// Builds as the command does: with what is kept in the output folder, and writing nothing when there are errors.
    fn build(&self, options: &Options) -> Vec<Diagnostic> {
        let out = self.at("public");
        let state = sync::load(&out, TOOL);
        let mut memo = state.memo;
        let snapshot = source::scan(self.root.path(), options.clone(), &memo.stamps)
            .expect("the folder is there");
        let build = engine::build(&Arc::new(snapshot), &mut memo);
        let folder = Folder::open(&out, state.manifest, &|_, _, _| ()).expect("a folder");
        let made = if build.has_errors() {
            build.make(&mut memo, &Nowhere)
        } else {
            build.make(&mut memo, &folder)
        };
        let made = made.expect("the machine does not fail");
        let mut diagnostics = build.diagnostics.clone();
        diagnostics.extend(made.diagnostics);
        diag::sort(&mut diagnostics);
        if diagnostics.iter().any(Diagnostic::is_error) {
            folder.abandon().expect("a folder");
        } else {
            assert_eq!(folder.foreign(), Vec::<String>::new());
            folder
                .commit(&made.contents, TOOL, memo.learned, || memo.store(&build))
                .expect("a folder");
        }
        diagnostics
    }
}

/// Files, of which cards and posters are there by their names only: `Site::clean` does not draw them.
fn without_pictures(
    files: impl Iterator<Item = (String, Arc<[u8]>)>,
) -> BTreeMap<String, Arc<[u8]>> {
    let named = |(path, bytes): (String, Arc<[u8]>)| {
        if path.starts_with("the-chia-se/") || is_poster(&path) {
            (path, Arc::default())
        } else {
            (path, bytes)
        }
    };
    files.map(named).collect()
}

fn is_poster(path: &str) -> bool {
    path.ends_with(".pdf") || path.ends_with(".png") && path != "lon.png"
}

/// Runs a script on a real folder, every build in a program of its own. After each, the output folder holds what a
/// clean build makes, or what it held before when there are errors.
fn first_failure_on_disk(steps: &[Step]) -> Option<(usize, String)> {
    let mut site = commune();
    let mut disk = Disk::new(&site);
    let start = Step {
        changes: Vec::new(),
        restart: false,
        emptied: false,
    };
    for (n, step) in std::iter::once(&start).chain(steps).enumerate() {
        let before = site.clone();
        for change in &step.changes {
            disk.apply(change, &site);
            change.apply(&mut site);
        }
        if step.emptied {
            // The pages are gone, the program's notes are still there.
            for path in disk.public().keys() {
                fs::remove_file(disk.at("public").join(path)).expect("the file is there");
            }
        }
        let mut right = site.clean();
        right.files = without_pictures(right.files.into_iter());
        if right.diagnostics.iter().any(Diagnostic::is_error) {
            right.files = disk.public();
        }
        let diagnostics = disk.build(&site.options);
        let built = Built {
            files: disk.public(),
            diagnostics,
            held_back: right.held_back.clone(),
            ..Built::default()
        };
        if let Some(what) = right.difference(&built) {
            return Some((n, what));
        }
        if right.diagnostics.iter().any(Diagnostic::is_error) {
            // Nothing is written until it is mended: undo, or most scripts would end here.
            let undo = Change::Restore(before.files);
            disk.apply(&undo, &site);
            undo.apply(&mut site);
        }
    }
    None
}

#[test]
fn memory_kept_on_disk_never_makes_a_difference() {
    run(&seeds(SCRIPTS_ON_DISK), first_failure_on_disk);
}
