//! Abbreviations of public life and what they stand for, one table for whoever needs them: search finds a page by
//! either form, a reader for the loudspeakers says the long one.
//!
//! Only those that mean one thing in the papers of a commune are here: `TT` (thông tư, trung tâm, thị trấn) is not.

/// An abbreviation as it is written, and what it stands for as it stands within a sentence.
pub type Abbreviation = (&'static str, &'static str);

/// Every abbreviation there is. Capitals count: `AI` is one, `ai` a pronoun.
pub const ABBREVIATIONS: &[Abbreviation] = &[
    ("AI", "trí tuệ nhân tạo"),
    ("ANTT", "an ninh trật tự"),
    ("ATTP", "an toàn thực phẩm"),
    ("ATTT", "an toàn thông tin"),
    ("BCĐ", "ban chỉ đạo"),
    ("BHXH", "bảo hiểm xã hội"),
    ("BHYT", "bảo hiểm y tế"),
    ("CBCCVC", "cán bộ, công chức, viên chức"),
    ("CCCD", "căn cước công dân"),
    ("CĐS", "chuyển đổi số"),
    ("CNSCĐ", "công nghệ số cộng đồng"),
    ("CNTT", "công nghệ thông tin"),
    ("CSDL", "cơ sở dữ liệu"),
    ("DVC", "dịch vụ công"),
    ("DVCTT", "dịch vụ công trực tuyến"),
    ("ĐMST", "đổi mới sáng tạo"),
    ("ĐVTN", "đoàn viên thanh niên"),
    ("HĐND", "Hội đồng nhân dân"),
    ("HTX", "hợp tác xã"),
    ("KHCN", "khoa học công nghệ"),
    ("KH&CN", "khoa học và công nghệ"),
    ("KTXH", "kinh tế xã hội"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("NĐ", "nghị định"),
    ("NQ", "nghị quyết"),
    ("NTM", "nông thôn mới"),
    ("PCCC", "phòng cháy, chữa cháy"),
    ("QĐ", "quyết định"),
    ("QPPL", "quy phạm pháp luật"),
    ("SHTT", "sở hữu trí tuệ"),
    ("THCS", "trung học cơ sở"),
    ("THPT", "trung học phổ thông"),
    ("TTHC", "thủ tục hành chính"),
    ("TW", "Trung ương"),
    ("UBND", "Ủy ban nhân dân"),
    ("VNeID", "định danh điện tử"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

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
