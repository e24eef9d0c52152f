//! Citations of official documents in running text: `Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị`.
//!
//! Knows the two grammars of symbols, `số[/năm]/loại-cơ quan` of the State (Nghị định 30/2020/NĐ-CP; `193/2025/QH15`
//! for the National Assembly) and `số-loại/cơ quan` of the Party (Hướng dẫn 36-HD/VPTW). Reports what is written; it
//! knows no document and judges nothing.

use std::ops::Range;

use jiff::civil::Date;

use super::date;
use super::fold::{fold, fold_char, nfc, prefix_len, suffix_start};

/// A document symbol in a text, with what the text says about the document next to it. Ranges are bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The symbol itself, with the spaces written into it.
    pub range: Range<usize>,
    /// The symbol as it should be written, see `normalize`.
    pub symbol: String,
    /// The kind of document named right before, in its usual spelling: `Nghị quyết`.
    pub kind: Option<(Range<usize>, String)>,
    /// The date given after the symbol or the issuer; the range includes `ngày`. `None` also for impossible dates.
    pub date: Option<(Range<usize>, Date)>,
    /// The issuing body given after `của`, as written.
    pub issuer: Option<(Range<usize>, String)>,
}

/// Finds the citations in a text, in order. Expects NFC.
///
/// A symbol is found with stray spaces or an en dash in it (`06 - KH/ĐU`, `57– NQ/TW`) when it names a usual kind of
/// document. Plain dates, fractions, telephone numbers, paths and addresses are not symbols.
pub fn find(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    // nothing before `floor` may become part of a citation: it is taken
    let (mut floor, mut at) = (0, 0);
    while let Some(offset) = text[at..].find('/') {
        let slash = at + offset;
        at = slash + 1;
        if let Some(range) = symbol_around(text, floor, slash) {
            let citation = describe(text, floor, range);
            floor = citation.end();
            at = floor;
            found.push(citation);
        }
    }
    found
}

impl Citation {
    /// Where the last part of the citation ends.
    fn end(&self) -> usize {
        let date = self.date.as_ref().map_or(0, |(range, _)| range.end);
        let issuer = self.issuer.as_ref().map_or(0, |(range, _)| range.end);
        self.range.end.max(date).max(issuer)
    }
}

/// A symbol as it should be written: in NFC, without spaces, with hyphens for dashes: `57 – NQ/TW` → `57-NQ/TW`.
pub fn normalize(symbol: &str) -> String {
    nfc(symbol)
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if is_dash(c) { '-' } else { c })
        .collect()
}

/// The key under which to look a symbol up, blind to spaces, dashes, case and marks: `57- nq/TW` → `57-nq/tw`.
pub fn key(symbol: &str) -> String {
    fold(&normalize(symbol))
}

/// The symbol in the order that its issuer uses, when it is written in the other: the Government's `03-NQ/CP` is
/// `03/NQ-CP`, the Politburo's `57/NQ-TW` is `57-NQ/TW`. Only for issuers that leave no doubt.
pub fn reordered(symbol: &str) -> Option<String> {
    const STATE: [&str; 4] = ["CP", "TTg", "UBND", "HĐND"];
    const PARTY: [&str; 5] = ["TW", "BCĐTW", "TU", "ĐU", "HU"];
    let (left, issuer) = symbol.rsplit_once(['/', '-'])?;
    let (number, kind) = left.rsplit_once(['/', '-'])?;
    let marks: Vec<char> = symbol.chars().filter(|c| matches!(c, '/' | '-')).collect();
    match marks[..] {
        ['-', '/'] if STATE.contains(&issuer) => Some(format!("{number}/{kind}-{issuer}")),
        ['/', '-'] if PARTY.contains(&issuer) => Some(format!("{number}-{kind}/{issuer}")),
        _ => None,
    }
}

/// Kinds of document as abbreviated in symbols, State and Party.
const TYPES: [&str; 48] = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "QyC", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC",
    "BB", "TTr", "HĐ", "CV", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "NĐ",
    "TT", "TTLT", "NQLT", "KHLT", "CTLT", "HDLT", "KHPH", "CTPH", "CTrPH", "QCPH", "KL", "L", "PL",
    "LKG", "GCN", "TTri", "BCTĐ", "ĐĐ",
];

/// Finds the symbol that has this slash. `None` for a slash of anything else.
fn symbol_around(text: &str, floor: usize, slash: usize) -> Option<Range<usize>> {
    let left = text[floor..slash].trim_end_matches(is_space);
    let spaced = floor + left.len() < slash;
    if left.ends_with(|c: char| c.is_ascii_digit()) {
        state_symbol(text, left, slash, spaced)
    } else {
        party_symbol(text, left, slash, spaced)
    }
    .map(|range| floor + range.start..range.end)
}

/// `192/KH-UBND`, `356/2025/NĐ-CP`, `193/2025/QH15`. The range starts within `left` and ends within `text`.
fn state_symbol(text: &str, left: &str, slash: usize, spaced: bool) -> Option<Range<usize>> {
    let start = number_start(left)?;
    let mut symbol = Reader {
        text,
        at: slash + 1,
        spaced,
    };
    symbol.spaces();
    let year = symbol.year();
    let first = symbol.part()?;
    let mut joints = 0;
    while symbol.joint(joints == 0 && is_type(first)) {
        joints += 1;
    }
    let right = if joints == 0 {
        year && is_assembly(first)
    } else {
        (year || first.chars().nth(1).is_some()) && (!symbol.spaced || is_type(first))
    };
    (right && symbol.is_over()).then_some(start..symbol.at)
}

/// `57-NQ/TW`, `01-KH/BCĐTW`. The range starts within `left` and ends within `text`.
fn party_symbol(text: &str, left: &str, slash: usize, spaced: bool) -> Option<Range<usize>> {
    let before = left.trim_end_matches(char::is_alphabetic);
    if !is_type(&left[before.len()..]) {
        return None;
    }
    let number = before.trim_end_matches(is_space).strip_suffix(is_dash)?;
    let start = number_start(number.trim_end_matches(is_space))?;
    let mut symbol = Reader {
        text,
        at: slash + 1,
        spaced,
    };
    symbol.spaces();
    let issuer = symbol.part()?;
    issuer.chars().nth(1)?;
    while symbol.joint(false) {}
    symbol.is_over().then_some(start..symbol.at)
}

/// Where the number of one to five digits that ends the text begins, unless it is the tail of something longer.
fn number_start(text: &str) -> Option<usize> {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let alone = !before
        .ends_with(|c: char| c.is_alphanumeric() || is_dash(c) || "/._=%#&@?+~\\".contains(c));
    (alone && (1..=5).contains(&(text.len() - before.len()))).then_some(before.len())
}

fn is_type(part: &str) -> bool {
    TYPES.contains(&part)
}

/// Whether this is a National Assembly and its term, as in `193/2025/QH15` and `01/2022/UBTVQH15`.
fn is_assembly(part: &str) -> bool {
    part.strip_prefix("UBTV")
        .unwrap_or(part)
        .strip_prefix("QH")
        .is_some_and(|term| !term.is_empty() && term.bytes().all(|b| b.is_ascii_digit()))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

/// Reads the part of a symbol behind its first slash.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Whether spaces have been met, which are not allowed in symbols but met in practice.
    spaced: bool,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        let len = rest.len() - rest.trim_start_matches(is_space).len();
        self.at += len;
        self.spaced |= len > 0;
    }

    /// Passes `2025/`.
    fn year(&mut self) -> bool {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let is_year = matches!(bytes, [b'1', b'9', _, _, ..] | [b'2', b'0', _, _, ..])
            && bytes[2..4].iter().all(u8::is_ascii_digit);
        let behind = is_year.then(|| rest[4..].trim_start_matches(is_space));
        let Some(behind) = behind.and_then(|behind| behind.strip_prefix('/')) else {
            return false;
        };
        let len = rest.len() - behind.len();
        self.spaced |= len > "2025/".len();
        self.at += len;
        self.spaces();
        true
    }

    /// Reads an abbreviation: capitals with few small letters (`TTg`, `CTr`), digits (`QH15`) and `&` among them.
    fn part(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        if !rest.starts_with(char::is_uppercase) {
            return None;
        }
        let len = rest
            .find(|c: char| !c.is_alphanumeric() && c != '&')
            .unwrap_or(rest.len());
        let part = rest[..len].trim_end_matches('&');
        let small = part.chars().filter(|c| c.is_lowercase()).count();
        let capitals = part.chars().filter(|c| c.is_uppercase()).count();
        if small > 0 && small >= capitals {
            return None;
        }
        self.at += part.len();
        Some(part)
    }

    /// Reads a hyphen and another abbreviation; with spaces around the hyphen only if `spaces_allowed`.
    fn joint(&mut self, spaces_allowed: bool) -> bool {
        let rest = self.rest();
        let dash = rest.trim_start_matches(is_space);
        let Some(behind) = dash.strip_prefix(is_dash) else {
            return false;
        };
        let next = behind.trim_start_matches(is_space);
        let spaced = dash.len() != rest.len() || next.len() != behind.len();
        if spaced && !spaces_allowed {
            return false;
        }
        let mut joined = Reader {
            text: self.text,
            at: self.text.len() - next.len(),
            spaced: self.spaced || spaced,
        };
        let is_part = joined.part().is_some();
        if is_part {
            *self = joined;
        }
        is_part
    }

    /// Whether the symbol ends here, and is not the beginning of a path, file name or address.
    fn is_over(&self) -> bool {
        let mut rest = self.rest().chars();
        match rest.next() {
            Some('/' | '-') => !rest.next().is_some_and(char::is_alphanumeric),
            Some('.') => !rest.next().is_some_and(|c| c.is_ascii_lowercase()),
            Some('_' | '@' | '=' | '%' | '&' | '#') => false,
            _ => true,
        }
    }
}

/// Gathers what stands around the symbol.
fn describe(text: &str, floor: usize, range: Range<usize>) -> Citation {
    let kind = kind_before(&text[floor..range.start])
        .map(|(kind, name)| (floor + kind.start..floor + kind.end, name.to_owned()));
    let mut end = range.end;
    let mut date = None;
    let mut issuer = None;
    // a date and an issuer, in either order
    for _ in 0..2 {
        if date.is_none()
            && let Some((found, day)) = date_after(text, end)
        {
            end = found.end;
            date = Some((found, day));
        }
        if issuer.is_none()
            && let Some(found) = issuer_after(text, end)
        {
            end = found.end;
            issuer = Some((found.clone(), text[found].to_owned()));
        }
    }
    Citation {
        symbol: normalize(&text[range.clone()]),
        range,
        kind,
        date,
        issuer,
    }
}

/// Kinds of document, folded and in their usual spelling: those of Nghị định 30/2020/NĐ-CP Art. 7, of the law on legal
/// documents, and of the Party.
const KINDS: [(&str, &str); 39] = [
    ("nghi quyet", "Nghị quyết"),
    ("nghi quyet lien tich", "Nghị quyết liên tịch"),
    ("quyet dinh", "Quyết định"),
    ("chi thi", "Chỉ thị"),
    ("ket luan", "Kết luận"),
    ("quy che", "Quy chế"),
    ("quy dinh", "Quy định"),
    ("thong cao", "Thông cáo"),
    ("thong bao", "Thông báo"),
    ("thong tri", "Thông tri"),
    ("huong dan", "Hướng dẫn"),
    ("chuong trinh", "Chương trình"),
    ("chuong trinh hanh dong", "Chương trình hành động"),
    ("ke hoach", "Kế hoạch"),
    ("ke hoach hanh dong", "Kế hoạch hành động"),
    ("phuong an", "Phương án"),
    ("de an", "Đề án"),
    ("du an", "Dự án"),
    ("bao cao", "Báo cáo"),
    ("bien ban", "Biên bản"),
    ("to trinh", "Tờ trình"),
    ("hop dong", "Hợp đồng"),
    ("cong van", "Công văn"),
    ("cong dien", "Công điện"),
    ("ban ghi nho", "Bản ghi nhớ"),
    ("ban thoa thuan", "Bản thỏa thuận"),
    ("giay uy quyen", "Giấy ủy quyền"),
    ("giay moi", "Giấy mời"),
    ("giay gioi thieu", "Giấy giới thiệu"),
    ("hien phap", "Hiến pháp"),
    ("bo luat", "Bộ luật"),
    ("luat", "Luật"),
    ("phap lenh", "Pháp lệnh"),
    ("sac lenh", "Sắc lệnh"),
    ("lenh", "Lệnh"),
    ("nghi dinh", "Nghị định"),
    ("thong tu", "Thông tư"),
    ("thong tu lien tich", "Thông tư liên tịch"),
    ("van ban", "Văn bản"),
];

/// Whether a text names a kind of document anywhere: `Kế hoạch tuyên truyền`.
pub fn names_a_kind(text: &str) -> bool {
    let folded = fold(text);
    let bytes = folded.as_bytes();
    let is_letter = |c: char| c.is_alphanumeric();
    let begins = |at: usize, kind: &str| {
        bytes[at..].starts_with(kind.as_bytes())
            && !folded[at + kind.len()..].starts_with(is_letter)
            && !folded[..at].ends_with(is_letter)
    };
    let mut words =
        (0..bytes.len()).filter(|at| *at == 0 || !bytes[at - 1].is_ascii_alphanumeric());
    words.any(|at| {
        let first = usize::from(bytes[at].wrapping_sub(b'a'));
        let mut kinds = KINDS_BY_LETTER.get(first).copied().unwrap_or(0);
        while kinds != 0 {
            let kind = kinds.trailing_zeros() as usize;
            if begins(at, KINDS[kind].0) {
                return true;
            }
            kinds &= kinds - 1;
        }
        false
    })
}

/// By its first letter: which of `KINDS` a word may begin, one bit for each.
const KINDS_BY_LETTER: [u64; 26] = {
    let mut kinds = [0; 26];
    let mut kind = 0;
    while kind < KINDS.len() {
        kinds[(KINDS[kind].0.as_bytes()[0] - b'a') as usize] |= 1 << kind;
        kind += 1;
    }
    kinds
};

/// The kind of document that ends the text, `số` and a colon after it aside.
fn kind_before(text: &str) -> Option<(Range<usize>, &'static str)> {
    let text = text.trim_end();
    let text = text.strip_suffix(':').unwrap_or(text).trim_end();
    let text = suffix_start(text, "so").map_or(text, |start| text[..start].trim_end());
    let last = text.chars().rev().find_map(fold_char)?;
    KINDS
        .iter()
        .filter(|(folded, _)| folded.ends_with(last)) // a quick look
        .filter_map(|&(folded, name)| Some((suffix_start(text, folded)?, name)))
        .min_by_key(|&(start, _)| start)
        .map(|(start, name)| (start..text.len(), name))
}

/// The date that follows at `at`: `ngày …`, also after a comma and after `ban hành` or `ký`.
fn date_after(text: &str, at: usize) -> Option<(Range<usize>, Date)> {
    let mut rest = after_gap(&text[at..])?;
    for verb in ["duoc ban hanh", "ban hanh", "ky"] {
        if let Some(len) = prefix_len(rest, verb) {
            rest = after_gap(&rest[len..])?;
        }
    }
    prefix_len(rest, "ngay")?;
    let start = text.len() - rest.len();
    let (len, date) = date::at_start(rest)?;
    Some((start..start + len, date?))
}

/// Passes white space within a paragraph and one comma; at least one of them must be there.
fn after_gap(text: &str) -> Option<&str> {
    let rest = text.trim_start();
    let rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    let gap = &text[..text.len() - rest.len()];
    let in_paragraph = gap.bytes().filter(|&b| b == b'\n').count() < 2;
    (!gap.is_empty() && in_paragraph).then_some(rest)
}

/// What may follow the fixed part of an issuer's name.
#[derive(Clone, Copy)]
enum Tail {
    /// Nothing: the name is complete.
    None,
    /// A field of government; if none of `FIELDS`, capitalised words.
    Field,
    /// A field as above, then a place.
    FieldAndPlace,
    /// Levels of administration and capitalised words: `xã Lai Khê`, `tỉnh`.
    Place,
}

/// Bodies that issue documents, folded. Of two that begin alike the longer comes first.
const ISSUERS: [(&str, Tail); 57] = [
    ("bo chinh tri", Tail::None),
    ("ban bi thu trung uong dang", Tail::None),
    ("ban bi thu trung uong", Tail::None),
    ("ban bi thu", Tail::None),
    ("ban chap hanh trung uong dang", Tail::None),
    ("ban chap hanh trung uong", Tail::None),
    ("trung uong dang", Tail::None),
    ("trung uong", Tail::None),
    ("van phong trung uong dang", Tail::None),
    ("van phong trung uong", Tail::None),
    ("ban to chuc trung uong", Tail::None),
    ("ban tuyen giao va dan van trung uong", Tail::None),
    ("ban tuyen giao trung uong", Tail::None),
    ("uy ban kiem tra trung uong", Tail::None),
    ("ban chi dao trung uong", Tail::None),
    ("uy ban thuong vu quoc hoi", Tail::None),
    ("quoc hoi", Tail::None),
    ("chu tich nuoc", Tail::None),
    ("thu tuong chinh phu", Tail::None),
    ("thu tuong", Tail::None),
    ("van phong chinh phu", Tail::None),
    ("thanh tra chinh phu", Tail::None),
    ("chinh phu", Tail::None),
    ("ngan hang nha nuoc viet nam", Tail::None),
    ("ngan hang nha nuoc", Tail::None),
    ("toa an nhan dan toi cao", Tail::None),
    ("vien kiem sat nhan dan toi cao", Tail::None),
    ("kiem toan nha nuoc", Tail::None),
    ("bo chi huy quan su", Tail::Place),
    ("bo truong bo", Tail::Field),
    ("bo", Tail::Field),
    ("giam doc so", Tail::FieldAndPlace),
    ("so", Tail::FieldAndPlace),
    ("chu tich uy ban nhan dan", Tail::Place),
    ("chu tich ubnd", Tail::Place),
    ("uy ban nhan dan", Tail::Place),
    ("ubnd", Tail::Place),
    ("thuong truc hoi dong nhan dan", Tail::Place),
    ("thuong truc hdnd", Tail::Place),
    ("hoi dong nhan dan", Tail::Place),
    ("hdnd", Tail::Place),
    ("ban thuong vu dang uy", Tail::Place),
    ("ban thuong vu tinh uy", Tail::Place),
    ("ban thuong vu thanh uy", Tail::Place),
    ("ban thuong vu huyen uy", Tail::Place),
    ("ban thuong vu", Tail::Place),
    ("ban chap hanh dang bo", Tail::Place),
    ("ban chap hanh", Tail::Place),
    ("dang uy", Tail::Place),
    ("tinh uy", Tail::Place),
    ("thanh uy", Tail::Place),
    ("huyen uy", Tail::Place),
    ("dang bo", Tail::Place),
    ("ban chi dao", Tail::Place),
    ("uy ban mat tran to quoc viet nam", Tail::Place),
    ("uy ban mttq viet nam", Tail::Place),
    ("mat tran to quoc viet nam", Tail::Place),
];

/// Fields of ministries and provincial departments, present and former, folded. Their names mix capitals and small
/// letters, so that they cannot be told from the words behind them.
const FIELDS: [&str; 22] = [
    "quoc phong",
    "cong an",
    "ngoai giao",
    "noi vu",
    "tu phap",
    "tai chinh",
    "cong thuong",
    "nong nghiep va moi truong",
    "nong nghiep va phat trien nong thon",
    "tai nguyen va moi truong",
    "xay dung",
    "giao thong van tai",
    "van hoa, the thao va du lich",
    "van hoa va the thao",
    "khoa hoc va cong nghe",
    "thong tin va truyen thong",
    "giao duc va dao tao",
    "ke hoach va dau tu",
    "lao dong - thuong binh va xa hoi",
    "y te",
    "dan toc va ton giao",
    "du lich",
];

/// The levels of administration as written before a place's name.
const LEVELS: [&str; 14] = [
    "thành phố",
    "Thành phố",
    "tỉnh",
    "xã",
    "phường",
    "đặc khu",
    "thị trấn",
    "thị xã",
    "huyện",
    "quận",
    "thôn",
    "TP.",
    "TP",
    "các cấp",
];

/// The issuer that follows at `at` after `của`.
fn issuer_after(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = after_gap(&text[at..])?;
    let rest = rest[prefix_len(rest, "cua")?..].trim_start();
    let (name_len, tail) = ISSUERS
        .iter()
        .find_map(|&(name, tail)| Some((prefix_len(rest, name)?, tail)))?;
    let behind = &rest[name_len..];
    let len = match tail {
        Tail::None => 0,
        Tail::Field => field_len(behind)?,
        Tail::FieldAndPlace => {
            let field = field_len(behind)?;
            field + place_len(&behind[field..])
        }
        Tail::Place => place_len(behind),
    };
    let start = text.len() - rest.len();
    Some(start..start + name_len + len)
}

/// The length of the field of government at the start of the text, the space before it included.
fn field_len(text: &str) -> Option<usize> {
    let name = text.trim_start_matches(is_space);
    let space = text.len() - name.len();
    let known = FIELDS.iter().find_map(|field| prefix_len(name, field));
    match known {
        Some(len) => Some(space + len),
        None => Some(capitalised_len(text)).filter(|&len| len > 0),
    }
}

/// The length of the place at the start of the text, spaces before its words included; 0 if there is none. Behind a
/// level and at the start a number will do for a name (`quận 1`).
fn place_len(text: &str) -> usize {
    let mut len = 0;
    let mut number_fits = true;
    loop {
        let rest = &text[len..];
        let level = level_len(rest);
        let step = level.unwrap_or_else(|| {
            let number = if number_fits { number_len(rest) } else { 0 };
            number.max(capitalised_len(rest))
        });
        if step == 0 {
            return len;
        }
        number_fits = level.is_some();
        len += step;
    }
}

/// The length of the level of administration at the start of the text, the space before it included.
fn level_len(text: &str) -> Option<usize> {
    let word = text.trim_start_matches(is_space);
    let level = LEVELS.iter().find(|level| {
        word.strip_prefix(**level).is_some_and(|behind| {
            level.ends_with('.') || !behind.starts_with(char::is_alphanumeric)
        })
    })?;
    let space = text.len() - word.len();
    (space > 0).then_some(space + level.len())
}

/// The length of the number at the start of the text, the space before it included; 0 if there is none.
fn number_len(text: &str) -> usize {
    let number = text.trim_start_matches(is_space);
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
    if behind.len() == number.len() || behind.starts_with(char::is_alphanumeric) {
        return 0;
    }
    text.len() - behind.len()
}

/// The length of the capitalised words at the start of the text, the spaces before them included.
fn capitalised_len(text: &str) -> usize {
    let mut len = 0;
    loop {
        let rest = &text[len..];
        let word = rest.trim_start_matches(is_space);
        if !word.starts_with(char::is_uppercase) {
            return len;
        }
        let end = word
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(word.len());
        len += rest.len() - word.len() + end;
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn symbols(text: &str) -> Vec<String> {
        find(text).into_iter().map(|found| found.symbol).collect()
    }

    /// The only citation in the text, its parts as written.
    #[track_caller]
    fn parts(text: &str) -> (&str, Option<&str>, Option<&str>, Option<&str>) {
        let found = find(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let Citation {
            range,
            kind,
            date,
            issuer,
            ..
        } = found[0].clone();
        (
            &text[range],
            kind.map(|(range, _)| &text[range]),
            date.map(|(range, _)| &text[range]),
            issuer.map(|(range, _)| &text[range]),
        )
    }

    #[test]
    fn the_order_of_a_symbol_is_that_of_its_issuer() {
        for (symbol, expected) in [
            ("03-NQ/CP", Some("03/NQ-CP")),
            ("57/NQ-TW", Some("57-NQ/TW")),
            ("192-KH/UBND", Some("192/KH-UBND")),
            ("01/KH-BCĐTW", Some("01-KH/BCĐTW")),
            ("57-NQ/TW", None),
            ("03/NQ-CP", None),
            ("193/2025/QH15", None),
            ("01/2026/QĐ-UBND", None),
            ("36-HD/VPTW", None),
        ] {
            assert_eq!(reordered(symbol).as_deref(), expected, "{symbol}");
        }
    }

    #[test]
    fn symbols_of_party_and_state_are_found() {
        let text = "57-NQ/TW, 01-KH/BCĐTW; (06-KH/ĐU) 192/KH-UBND và 71/NQ-CP, 1169/QĐ-TTg. 193/2025/QH15, \
                    356/2025/NĐ-CP “22/2023/TT-BTTTT” 02-CTr/TU 01/2022/UBTVQH15 12/2025/TTLT-BCA-BQP \
                    15/SGD&ĐT-VP 50/2019/L-CTN.";
        assert_eq!(
            symbols(text),
            [
                "57-NQ/TW",
                "01-KH/BCĐTW",
                "06-KH/ĐU",
                "192/KH-UBND",
                "71/NQ-CP",
                "1169/QĐ-TTg",
                "193/2025/QH15",
                "356/2025/NĐ-CP",
                "22/2023/TT-BTTTT",
                "02-CTr/TU",
                "01/2022/UBTVQH15",
                "12/2025/TTLT-BCA-BQP",
                "15/SGD&ĐT-VP",
                "50/2019/L-CTN"
            ]
        );
    }

    #[test]
    fn stray_spaces_and_dashes_belong_to_the_symbol() {
        for (written, symbol) in [
            ("57- NQ/TW", "57-NQ/TW"),
            ("06 - KH/ĐU", "06-KH/ĐU"),
            ("57–NQ/TW", "57-NQ/TW"),
            ("57 - NQ / TW", "57-NQ/TW"),
            ("192/ KH-UBND", "192/KH-UBND"),
            ("192 /KH - UBND", "192/KH-UBND"),
            ("193/2025/ QH15", "193/2025/QH15"),
            ("356/ 2025 / NĐ-CP", "356/2025/NĐ-CP"),
        ] {
            let text = format!("theo số {written}, xã");
            let found = find(&text);
            assert_eq!(found.len(), 1, "{written}");
            assert_eq!(&text[found[0].range.clone()], written);
            assert_eq!(found[0].symbol, symbol);
        }
    }

    #[test]
    fn other_slashes_are_not_symbols() {
        for text in [
            "22/12/2024",
            "ngày 22/12/2024 - UBND xã",
            "1/2 và 24/7, 15/6 - KH",
            "0912/345/678",
            "km/h, TCP/IP, AC/DC, và/hoặc, 120/80 mmHg, 5/Km-h",
            "NQ57-NQ/TW",
            "2025/QH15 10/2025/NĐ 5/NQ 12/3456/QH15",
            "lớp 5 - THCS/THPT",
            "10-A/B, 5/A-B, 57-NQ/T",
            "https://a.vn/57-NQ/TW https://a.vn/?so=57-NQ/TW a.vn/192/KH-UBND.pdf",
            "192/KH-UBND.pdf 192/KH-UBND/x 57-NQ/TW-2024 57-NQ/TW_1",
            "123456/KH-UBND",
            "57-nq/tw 192/kh-ubnd",
            "/KH-UBND -NQ/TW /",
            "",
        ] {
            assert_eq!(symbols(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn kind_date_and_issuer_are_read() {
        let text = "theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá";
        let found = &find(text)[0];
        assert_eq!(found.symbol, "57-NQ/TW");
        assert_eq!(
            found.kind.as_ref().map(|(_, kind)| kind.as_str()),
            Some("Nghị quyết")
        );
        assert_eq!(
            found.date.as_ref().map(|&(_, day)| day),
            Some(date(2024, 12, 22))
        );
        assert_eq!(
            found.issuer.as_ref().map(|(_, name)| name.as_str()),
            Some("Bộ Chính trị")
        );
        assert_eq!(
            parts(text),
            (
                "57-NQ/TW",
                Some("Nghị quyết"),
                Some("ngày 22/12/2024"),
                Some("Bộ Chính trị")
            )
        );
        assert_eq!(
            parts("KẾ HOẠCH SỐ: 192/KH-UBND, ngày 05 tháng 9 năm 2025, của UBND xã Bình Chương."),
            (
                "192/KH-UBND",
                Some("KẾ HOẠCH"),
                Some("ngày 05 tháng 9 năm 2025"),
                Some("UBND xã Bình Chương")
            )
        );
        assert_eq!(
            parts("Nghị quyết 71/NQ-CP của Chính phủ ngày 01/4/2025 sửa đổi"),
            (
                "71/NQ-CP",
                Some("Nghị quyết"),
                Some("ngày 01/4/2025"),
                Some("Chính phủ")
            )
        );
        assert_eq!(
            parts("Thông tư liên tịch 01/2025/TTLT-BCA ban hành ngày 1/2/2025"),
            (
                "01/2025/TTLT-BCA",
                Some("Thông tư liên tịch"),
                Some("ngày 1/2/2025"),
                None
            )
        );
    }

    #[test]
    fn kinds_come_in_their_usual_spelling() {
        let kind = |text| find(text)[0].kind.clone().map(|(_, kind)| kind);
        assert_eq!(
            kind("QUYẾT ĐỊNH số 1169/QĐ-TTg").as_deref(),
            Some("Quyết định")
        );
        assert_eq!(
            kind("Kế \n\nhoạch hành động số 06 - KH/ĐU").as_deref(),
            Some("Kế hoạch hành động")
        );
        assert_eq!(kind("bộ luật số 91/2015/QH13").as_deref(), Some("Bộ luật"));
        assert_eq!(kind("Luật Chuyển đổi số số 148/2025/QH15"), None);
        assert_eq!(kind("Siêuluật 148/2025/QH15"), None);
    }

    #[test]
    fn issuers_end_where_their_names_end() {
        for (issuer, behind) in [
            ("Bộ Chính trị", " về"),
            ("Ủy ban Thường vụ Quốc hội", "."),
            ("Thủ tướng Chính phủ", " ban hành"),
            ("Bộ Khoa học và Công nghệ", " và các bộ"),
            ("Bộ Văn hóa, Thể thao và Du lịch", ", Bộ Y tế"),
            ("Bộ trưởng Bộ Y tế", ""),
            ("Bộ Hàng Hải", " quy định"),
            ("Sở Khoa học và Công nghệ Hải Phòng", " hướng dẫn"),
            ("Sở Nội vụ tỉnh Quảng Ngãi", ","),
            ("Uỷ ban nhân dân thành phố Hải Phòng", " về việc"),
            ("UBND TP. Hải Phòng", " về"),
            ("UBND phường 1", " quán triệt"),
            ("UBND tỉnh", " về"),
            ("HĐND xã Lai Khê", " 15 đại biểu"),
            ("Ban Thường vụ Đảng ủy xã Lai Khê", " (khóa I)"),
            ("Ban Thường vụ Tỉnh ủy", " về"),
            ("Ban Chỉ đạo Trung ương", " về phát triển"),
            ("Ban Chấp hành Trung ương Đảng", " khóa XIII"),
            ("Đảng ủy xã", " xây dựng"),
        ] {
            let text = format!("số 57-NQ/TW ngày 22/12/2024 của {issuer}{behind}");
            assert_eq!(parts(&text).3, Some(issuer), "{text}");
        }
        assert_eq!(parts("57-NQ/TW của bộ máy").3, None);
        assert_eq!(parts("57-NQ/TW của Chính phủan").3, None);
        assert_eq!(parts("57-NQ/TW\n\ncủa Chính phủ").3, None);
    }

    #[test]
    fn a_date_must_exist_and_be_near() {
        assert_eq!(parts("57-NQ/TW ngày 31/2/2024").2, None);
        assert_eq!(parts("57-NQ/TW. Ngày 1/2/2024").2, None);
        assert_eq!(parts("57-NQ/TW đến ngày 1/2/2024").2, None);
        assert_eq!(parts("57-NQ/TW 22/12/2024").2, None);
    }

    #[test]
    fn each_citation_has_its_own_parts() {
        let text = "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; Nghị quyết số 71/NQ-CP, ngày 01/4/2025 \
                    của Chính phủ";
        let found = find(text);
        let dates: Vec<_> = found
            .iter()
            .filter_map(|one| one.date.as_ref())
            .map(|one| one.1)
            .collect();
        assert_eq!(dates, [date(2024, 12, 22), date(2025, 4, 1)]);
        assert!(
            found
                .iter()
                .all(|one| one.kind.is_some() && one.issuer.is_some())
        );
    }

    #[test]
    fn keys_are_blind_to_spaces_case_and_marks() {
        assert_eq!(normalize("06 –\u{A0}KH/ĐU"), "06-KH/ĐU");
        assert_eq!(key("06 - KH/ĐU"), "06-kh/du");
        assert_eq!(key("1169/qđ-ttg"), key("1169/QĐ-TTg"));
        assert_ne!(key("57-NQ/TW"), key("57/NQ-TW"));
    }

    #[test]
    fn find_accepts_any_text() {
        let pieces = [
            "57",
            "-",
            "/",
            "NQ",
            "TW",
            " ",
            "2025",
            "QH15",
            "ngày 1/2/2025",
            "của ",
            "UBND xã",
            "Bộ",
            "–",
            "ố",
            "\n",
            ",",
            "Nghị quyết số ",
        ];
        let mut seed = 9_u32;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..10 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
            }
            let mut end = 0;
            for found in find(&text) {
                let start = found
                    .kind
                    .as_ref()
                    .map_or(found.range.start, |kind| kind.0.start);
                assert!(start >= end, "{text}");
                assert_eq!(normalize(&text[found.range.clone()]), found.symbol);
                end = found.end();
                assert!(text.is_char_boundary(end));
                assert_eq!(symbols(&found.symbol), [found.symbol], "{text}");
            }
        }
    }
}
