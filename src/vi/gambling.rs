//! Links to gambling, which who breaks into portals of communes puts there: what their texts and hosts say.
//!
//! Spam is garbled to pass filters (“nhà cấi ũy tín”), so texts are compared without marks. A warning against it uses
//! the same words; it does not link there, and says that it warns.

use super::fold::fold;

/// What only texts of such links say, folded.
const WORDS: &[&str] = &[
    "baccarat",
    "ca cuoc",
    "casino",
    "da ga truc tiep",
    "danh bai doi thuong",
    "danh bai online",
    "game bai",
    "keo nha cai",
    "lo de online",
    "nha cai uy tin",
    "no hu doi thuong",
    "soi keo",
    "tai xiu",
    "top nha cai",
    "xoc dia",
];

/// What only their hosts have in their names.
const HOSTS: &[&str] = &[
    "188bet",
    "789club",
    "8xbet",
    "bet88",
    "cacuoc",
    "casino",
    "danhbai",
    "fb88",
    "gamebai",
    "keonhacai",
    "kubet",
    "new88",
    "nhacai",
    "nohu",
    "okvip",
    "shbet",
    "soikeo",
    "sunwin",
    "taixiu",
    "xocdia",
];

/// What a warning says, folded.
const WARNINGS: &[&str] = &[
    "bat giu",
    "canh bao",
    "lua dao",
    "phong chong",
    "triet pha",
    "xu ly",
    "xu phat",
];

/// Whether a link with this text to this host leads to gambling. A host of the state does not.
#[must_use]
pub fn is_link(text: &str, host: &str) -> bool {
    let bare: String = host.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    if HOSTS.iter().any(|name| bare.contains(name)) {
        return true;
    }
    let folded = fold(text);
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    !host.ends_with(".gov.vn") && says(WORDS) && !says(WARNINGS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_gambling_are_told_from_warnings_against_it() {
        for (text, host, expected) in [
            ("nhà cấi ũy tín số 1", "abc.example", true),
            ("Tài xỉu online", "abc.example", true),
            ("đọc tiếp", "tai-xiu.example", true),
            ("đọc tiếp", "vip.kubet77.example", true),
            ("Cảnh báo tài xỉu qua mạng", "baochi.example", false),
            ("Luật về cá cược thể thao", "chinhphu.gov.vn", false),
            ("Nhà cải tạo xong", "abc.example", false),
            ("Cổng Dịch vụ công quốc gia", "dichvucong.gov.vn", false),
        ] {
            assert_eq!(is_link(text, host), expected, "{text} {host}");
        }
    }
}
