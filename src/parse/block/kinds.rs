//! The table of blocks: what editors may type, what each key means, and what must be there.
//!
//! Names, checks, suggestions and the reference of the handbook all follow from it.

use crate::vi;

/// A kind of block.
pub struct BlockKind {
    /// What stands after `:::` or after three backticks.
    pub name: &'static str,
    /// Its keys, in the order in which people write them.
    pub keys: &'static [Key],
    /// What stands inside.
    pub inside: Inside,
    /// Whether the program draws it from figures; the others are all the theme's.
    pub drawn: bool,
}

/// A key of a block.
#[derive(Clone, Copy)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What its value is.
    pub value: Value,
    /// Whether it must be there.
    pub required: bool,
    /// A value as people write it.
    pub example: &'static str,
    /// What it means, for the handbook.
    pub about: &'static str,
}

/// What the value of a key is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text,
    /// A title of at most fifteen words.
    Title,
    /// A number.
    Number,
    /// One of these.
    Choice(&'static [&'static str]),
}

/// What stands between the lines of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// Markdown.
    Markdown,
    /// Markdown with a list, whose items may begin with a label and a colon.
    Items,
    /// A table of figures, unless a file has them.
    Figures,
}

const fn key(name: &'static str, example: &'static str, about: &'static str) -> Key {
    Key {
        name,
        value: Value::Text,
        required: false,
        example,
        about,
    }
}

impl Key {
    const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    const fn of(self, value: Value) -> Self {
        Self { value, ..self }
    }
}

const HEADING: Key = key(
    "tieu-de",
    "Hồ sơ nộp trực tuyến tăng gấp đôi",
    "Tiêu đề: nói điều người đọc cần nhớ, tối đa 15 chữ",
)
.of(Value::Title);
const TITLE: Key = HEADING.required();
const SUBTITLE: Key = key(
    "phu-de",
    "Hồ sơ nộp qua Cổng dịch vụ công của xã",
    "Dòng dưới tiêu đề: số liệu về cái gì, ở đâu",
);
const SOURCE: Key = key(
    "nguon",
    "Bộ phận Một cửa xã",
    "Nguồn của số liệu hoặc nội dung",
);
const PERIOD: Key = key(
    "ky",
    "quý I/2026",
    "Số liệu của kỳ nào, hoặc tính đến ngày nào",
);
const UNIT: Key = key(
    "don-vi",
    "hồ sơ",
    "Đơn vị tính; không cần nếu tên cột đã có trong ngoặc: Hồ sơ (bộ)",
);
const DATA: Key = key(
    "du-lieu",
    "so-lieu.xlsx#Sheet1",
    "Tệp số liệu, thay cho bảng viết trong khối",
);
const NOTATION: Key = key(
    "so",
    "1.234,5",
    "Cách viết số trong bảng khi máy không chắc: 1.234,5 hoặc 1,234.5",
)
.of(Value::Choice(&["1.234,5", "1,234.5"]));
const WORDS: Key = key(
    "mo-ta",
    "Số hồ sơ tăng đều qua bốn quý.",
    "Lời mô tả cho người không nhìn thấy hình; không ghi thì máy tự viết từ số liệu",
);

/// The words for kinds of charts, as `chart::KINDS` has them.
const CHARTS: &[&str] = &[
    "cot",
    "thanh",
    "duong",
    "vung",
    "chong",
    "chong-100",
    "banh",
    "doc",
    "cham-doi",
    "o-mau",
];
/// The words for signs, as `chart::Icon::ALL` has them.
const ICONS: &[&str] = &["nguoi", "nha", "dien-thoai", "giay", "o"];

/// Every block there is.
pub const BLOCKS: &[BlockKind] = &[
    BlockKind {
        name: "con-so",
        keys: &[
            key("so", "80%", "Con số, viết như muốn hiện trên trang").required(),
            key("nhan", "dịch vụ công trực tuyến", "Con số nói về điều gì").required(),
            SOURCE,
            PERIOD,
        ],
        inside: Inside::Markdown,
        drawn: false,
    },
    BlockKind {
        name: "bieu-do",
        keys: &[
            key("loai", "cot", "Loại biểu đồ")
                .of(Value::Choice(CHARTS))
                .required(),
            TITLE,
            SUBTITLE,
            SOURCE.required(),
            PERIOD.required(),
            UNIT,
            DATA,
            NOTATION,
            key(
                "truc-tu",
                "50",
                "Trục của cột, thanh bắt đầu từ số này thay cho 0",
            )
            .of(Value::Number),
            WORDS,
        ],
        inside: Inside::Figures,
        drawn: true,
    },
    BlockKind {
        name: "dong-thoi-gian",
        keys: &[HEADING, SOURCE],
        inside: Inside::Items,
        drawn: false,
    },
    BlockKind {
        name: "cac-buoc",
        keys: &[HEADING, SOURCE],
        inside: Inside::Items,
        drawn: false,
    },
    BlockKind {
        name: "so-sanh",
        keys: &[TITLE, SOURCE.required(), PERIOD, DATA, NOTATION],
        inside: Inside::Figures,
        drawn: true,
    },
    BlockKind {
        name: "bieu-tuong",
        keys: &[
            key("so", "8", "Bao nhiêu phần")
                .of(Value::Number)
                .required(),
            key("tren", "10", "Trên tổng số 10 hay 100")
                .of(Value::Choice(&["10", "100"]))
                .required(),
            key(
                "nhan",
                "hộ có điện thoại thông minh",
                "Con số nói về điều gì",
            )
            .required(),
            key("hinh", "nguoi", "Hình vẽ; không ghi thì là hình người").of(Value::Choice(ICONS)),
            SOURCE.required(),
            PERIOD.required(),
        ],
        inside: Inside::Markdown,
        drawn: true,
    },
    BlockKind {
        name: "tien-do",
        keys: &[
            key("nhan", "Dịch vụ công trực tuyến", "Chỉ tiêu gì").required(),
            key("dat", "65", "Đã đạt bao nhiêu; chưa có thì không ghi").of(Value::Number),
            key("muc-tieu", "80", "Cần đạt bao nhiêu")
                .of(Value::Number)
                .required(),
            key(
                "don-vi",
                "%",
                "Đơn vị tính; không cần nếu đã ghi sau số: 80%",
            ),
            SOURCE.required(),
            PERIOD.required(),
        ],
        inside: Inside::Markdown,
        drawn: true,
    },
    BlockKind {
        name: "ban-do",
        keys: &[
            TITLE,
            SUBTITLE,
            SOURCE.required(),
            PERIOD.required(),
            UNIT,
            key(
                "hinh",
                "ban-do-thon.svg",
                "Bản đồ SVG của xã, mỗi thôn một id; không ghi thì mỗi thôn là một ô vuông",
            ),
            DATA,
            NOTATION,
            WORDS,
        ],
        inside: Inside::Figures,
        drawn: true,
    },
    BlockKind {
        name: "bang",
        keys: &[
            TITLE,
            SUBTITLE,
            SOURCE.required(),
            PERIOD,
            UNIT,
            DATA,
            NOTATION,
        ],
        inside: Inside::Figures,
        drawn: true,
    },
    BlockKind {
        name: "trich-dan",
        keys: &[
            key("tac-gia", "Chủ tịch Hồ Chí Minh", "Lời của ai").required(),
            key("chuc-vu", "Trưởng thôn", "Chức vụ hoặc nơi công tác"),
            SOURCE,
            key("ngay", "18/5/1963", "Nói hoặc viết ngày nào"),
        ],
        inside: Inside::Markdown,
        drawn: false,
    },
    BlockKind {
        name: "hoi-dap",
        keys: &[
            key("hoi", "Quên mật khẩu VNeID thì làm thế nào?", "Câu hỏi").required(),
            key("tra-loi", "Công an xã", "Cơ quan, người trả lời"),
            key("ngay", "20/11/2026", "Trả lời ngày nào"),
        ],
        inside: Inside::Markdown,
        drawn: false,
    },
];

/// The kind of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static BlockKind> {
    BLOCKS.iter().find(|kind| kind.name == name)
}

impl BlockKind {
    /// The key of a name, which may be written as people write it: `Tiêu đề` is `tieu-de`.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        let of = |name: &str| self.keys.iter().find(|key| key.name == name);
        of(name).or_else(|| of(&vi::slug::slug(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_charts_and_signs_are_those_that_can_be_drawn() {
        assert_eq!(
            CHARTS,
            crate::chart::KINDS
                .iter()
                .map(|(word, _)| *word)
                .collect::<Vec<_>>()
        );
        assert_eq!(
            ICONS,
            crate::chart::Icon::ALL
                .iter()
                .map(|(word, _)| *word)
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn names_are_plain_and_keys_stand_once() {
        for kind in BLOCKS {
            assert_eq!(crate::vi::slug::slug(kind.name), kind.name);
            for (n, key) in kind.keys.iter().enumerate() {
                assert!(
                    kind.keys[..n].iter().all(|other| other.name != key.name),
                    "{}",
                    key.name
                );
            }
        }
    }
}
