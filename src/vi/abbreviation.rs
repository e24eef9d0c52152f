//! Abbreviations of public life and what they stand for, one table for whoever needs them: search finds a page by
//! either form, a reader for the loudspeakers says the long one.
//!
//! Only those that mean one thing in the papers of a commune are here: `TT` (thông tư, trung tâm, thị trấn) is not.

use std::ops::Range;

/// An abbreviation as it is written, and what it stands for as it stands within a sentence.
pub type Abbreviation = (&'static str, &'static str);

/// Every abbreviation there is. Capitals count: `AI` is one, `ai` a pronoun.
pub const ABBREVIATIONS: &[Abbreviation] = &[
    ("AI", "trí tuệ nhân tạo"),
    ("ANTT", "an ninh trật tự"),
    ("ATGT", "an toàn giao thông"),
    ("ATTP", "an toàn thực phẩm"),
    ("ATTT", "an toàn thông tin"),
    ("BCĐ", "ban chỉ đạo"),
    ("BCH", "ban chấp hành"),
    ("BHXH", "bảo hiểm xã hội"),
    ("BHYT", "bảo hiểm y tế"),
    ("BQL", "ban quản lý"),
    ("CBCCVC", "cán bộ, công chức, viên chức"),
    ("CCCD", "căn cước công dân"),
    ("CCHC", "cải cách hành chính"),
    ("CĐS", "chuyển đổi số"),
    ("CLB", "câu lạc bộ"),
    ("CNSCĐ", "công nghệ số cộng đồng"),
    ("CNTT", "công nghệ thông tin"),
    ("CSDL", "cơ sở dữ liệu"),
    ("CSGT", "cảnh sát giao thông"),
    ("DQTV", "dân quân tự vệ"),
    ("DVC", "dịch vụ công"),
    ("DVCTT", "dịch vụ công trực tuyến"),
    ("ĐMST", "đổi mới sáng tạo"),
    ("ĐVTN", "đoàn viên thanh niên"),
    ("GD&ĐT", "giáo dục và đào tạo"),
    ("GDP", "tổng sản phẩm trong nước"),
    ("GRDP", "tổng sản phẩm trên địa bàn"),
    ("HĐND", "Hội đồng nhân dân"),
    ("HTX", "hợp tác xã"),
    ("KH&CN", "khoa học và công nghệ"),
    ("KHCN", "khoa học công nghệ"),
    ("KHKT", "khoa học kỹ thuật"),
    ("KT-XH", "kinh tế xã hội"),
    ("KTXH", "kinh tế xã hội"),
    ("LHPN", "liên hiệp phụ nữ"),
    ("LLVT", "lực lượng vũ trang"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("NĐ", "nghị định"),
    ("NQ", "nghị quyết"),
    ("NTM", "nông thôn mới"),
    ("PCCC", "phòng cháy, chữa cháy"),
    ("PCTT", "phòng, chống thiên tai"),
    ("QĐ", "quyết định"),
    ("QP-AN", "quốc phòng, an ninh"),
    ("QPPL", "quy phạm pháp luật"),
    ("R&D", "nghiên cứu và phát triển"),
    ("SĐT", "số điện thoại"),
    ("SHTT", "sở hữu trí tuệ"),
    ("SXKD", "sản xuất, kinh doanh"),
    ("TW", "Trung ương"),
    ("TDP", "tổ dân phố"),
    ("THCS", "trung học cơ sở"),
    ("THPT", "trung học phổ thông"),
    ("TMĐT", "thương mại điện tử"),
    ("TNCS", "thanh niên cộng sản"),
    ("TTĐT", "thông tin điện tử"),
    ("TTHC", "thủ tục hành chính"),
    ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
    ("UBND", "Ủy ban nhân dân"),
    ("VH-XH", "văn hóa xã hội"),
    ("VHXH", "văn hóa xã hội"),
    ("VNeID", "định danh điện tử"),
    ("VSMT", "vệ sinh môi trường"),
    ("XHCN", "xã hội chủ nghĩa"),
];

/// Those that everybody reads: on every signboard, card and school gate.
const EVERYDAY: &[&str] = &[
    "AI", "BHXH", "BHYT", "CCCD", "CLB", "GDP", "HĐND", "HTX", "KH&CN", "LHPN", "MTTQ", "NĐ", "NQ",
    "QĐ", "THCS", "THPT", "TNCS", "TW", "UBMTTQ", "UBND", "VNeID",
];

/// The first abbreviation in a text that stands alone, such as a slogan, and does not say what it stands for.
#[must_use]
pub fn unexplained(text: &str) -> Option<(Range<usize>, &'static Abbreviation)> {
    let known = |word: &str| ABBREVIATIONS.iter().find(|(short, _)| *short == word);
    let small = text.to_lowercase();
    // Symbols of documents (`57-NQ/TW`) have digits or marks between their letters.
    let is_end = |c: char| c.is_whitespace() || ",.;:!?()“”\"–".contains(c);
    let mut start = 0;
    for word in text.split_inclusive(is_end) {
        let bare = word.trim_end_matches(is_end);
        let found = known(bare).filter(|(short, _)| !EVERYDAY.contains(short));
        if let Some(found) = found.filter(|(_, long)| !small.contains(&long.to_lowercase())) {
            return Some((start..start + bare.len(), found));
        }
        start += word.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn what_a_slogan_leaves_unexplained_is_found() {
        for (text, expected) in [
            ("Toàn dân tham gia CĐS!", Some("CĐS")),
            ("Đẩy mạnh (ĐMST)", Some("ĐMST")),
            ("Chuyển đổi số (CĐS) vì người dân; CĐS mỗi ngày", None),
            ("UBND xã, VNeID và CCCD", None),
            ("Nghị quyết số 57-NQ/TW, Kế hoạch 01-KH/BCĐTW", None),
            ("cđs", None),
        ] {
            let found = unexplained(text).map(|(range, _)| &text[range]);
            assert_eq!(found, expected, "{text}");
        }
        assert!(
            EVERYDAY
                .iter()
                .all(|short| ABBREVIATIONS.iter().any(|(known, _)| known == short))
        );
    }

    #[test]
    fn each_stands_once_and_says_more_than_itself() {
        let mut seen = BTreeSet::new();
        for (short, long) in ABBREVIATIONS {
            assert!(seen.insert(short), "{short} stands twice");
            assert!(long.split(' ').count() > 1, "{short}");
            assert!(long.len() > short.len(), "{short}");
        }
    }
}
