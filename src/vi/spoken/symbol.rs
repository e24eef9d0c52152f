//! Symbols of documents in words: `57-NQ/TW` is `Nghị quyết số năm mươi bảy của Bộ Chính trị`.
//!
//! What the text says itself, the kind in front and the issuer behind, is not said twice. The issuer is what the site's
//! own page of the document says, else what the symbol tells.

use super::super::cite::{self, Citation};
use super::number::{run, whole};
use super::{Announcer, Reading, Spot, begins, calendar};

/// What the abbreviated kinds of documents stand for.
const KINDS: &[(&str, &str)] = &[
    ("NQ", "Nghị quyết"),
    ("QĐ", "Quyết định"),
    ("CT", "Chỉ thị"),
    ("KL", "Kết luận"),
    ("QC", "Quy chế"),
    ("QyĐ", "Quy định"),
    ("TC", "Thông cáo"),
    ("TB", "Thông báo"),
    ("HD", "Hướng dẫn"),
    ("CTr", "Chương trình"),
    ("KH", "Kế hoạch"),
    ("PA", "Phương án"),
    ("ĐA", "Đề án"),
    ("DA", "Dự án"),
    ("BC", "Báo cáo"),
    ("BB", "Biên bản"),
    ("TTr", "Tờ trình"),
    ("CV", "Công văn"),
    ("CĐ", "Công điện"),
    ("GM", "Giấy mời"),
    ("NĐ", "Nghị định"),
    ("TT", "Thông tư"),
    ("TTLT", "Thông tư liên tịch"),
    ("L", "Luật"),
    ("PL", "Pháp lệnh"),
];

/// Who the abbreviated issuers are. Those that mean several bodies (`TU`, `BCĐ`) are left out.
const ISSUERS: &[(&str, &str)] = &[
    ("TW", "Trung ương"),
    ("BCĐTW", "Ban Chỉ đạo Trung ương"),
    ("CP", "Chính phủ"),
    ("TTg", "Thủ tướng Chính phủ"),
    ("UBTVQH", "Ủy ban Thường vụ Quốc hội"),
    ("QH", "Quốc hội"),
    ("CTN", "Chủ tịch nước"),
    ("HĐND", "Hội đồng nhân dân"),
    ("UBND", "Ủy ban nhân dân"),
    ("ĐU", "Đảng ủy"),
    ("HU", "Huyện ủy"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("BKHCN", "Bộ Khoa học và Công nghệ"),
    ("BTTTT", "Bộ Thông tin và Truyền thông"),
    ("BNV", "Bộ Nội vụ"),
    ("BTC", "Bộ Tài chính"),
    ("BCA", "Bộ Công an"),
    ("BYT", "Bộ Y tế"),
    ("BTP", "Bộ Tư pháp"),
    ("BGDĐT", "Bộ Giáo dục và Đào tạo"),
    ("BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"),
];

/// Reads the symbol of a citation, and the date behind it when the issuer must come after that.
pub(super) fn read(spot: Spot<'_>, citation: &Citation, announcer: &Announcer) -> Reading {
    let style = &announcer.style;
    let parts: Vec<&str> = citation.symbol.split(['/', '-']).collect();
    let year = parts
        .get(1)
        .filter(|part| part.len() == 4)
        .and_then(|part| part.parse().ok());
    let kind = parts.iter().find_map(|part| named(KINDS, part));
    let mut said = match (&citation.kind, spot.follows(&["so"])) {
        (_, true) => String::new(),
        (Some(_), false) => "số ".to_owned(),
        (None, false) => format!("{} số ", kind.unwrap_or("văn bản")),
    };
    said.push_str(&run(parts.first().unwrap_or(&""), style));
    if let Some(year) = year {
        said.push_str(" năm ");
        said.push_str(&whole(year, style));
    }
    let mut end = citation.range.end;
    // `Kế hoạch tuyên truyền Nghị quyết số 57-NQ/TW của xã`: what follows is about something else.
    let goes_on = begins(&spot.text[end..], &["cua"]);
    if citation.issuer.is_none()
        && !goes_on
        && let Some(issuer) = issuer(citation, &parts, announcer)
    {
        if let Some((range, date)) = &citation.date {
            said.push_str(" ngày ");
            said.push_str(&calendar::date(*date, style));
            end = range.end;
        }
        said.push_str(" của ");
        said.push_str(&issuer);
    }
    Reading::sure(end - spot.at, said)
}

/// Who issued it: what the site knows, else what the symbol says.
fn issuer(citation: &Citation, parts: &[&str], announcer: &Announcer) -> Option<String> {
    let known = announcer.issuers.get(&cite::key(&citation.symbol));
    known.cloned().or_else(|| {
        let body =
            |part: &&str| named(ISSUERS, part.trim_end_matches(|c: char| c.is_ascii_digit()));
        parts.iter().rev().find_map(body).map(str::to_owned)
    })
}

fn named(table: &[(&'static str, &'static str)], short: &str) -> Option<&'static str> {
    table
        .iter()
        .find(|(name, _)| *name == short)
        .map(|(_, long)| *long)
}
