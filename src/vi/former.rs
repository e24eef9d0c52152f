//! Offices and levels of government that are no more: since 01/7/2025 there are provinces and communes only, and the
//! ministry of information has become a part of that of science and technology.
//!
//! A text may tell of the past; this is for what says where something is today.

use std::ops::Range;

/// What somebody may still write for what is called otherwise today.
const RENAMED: &[(&str, &str)] = &[
    ("Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ"),
    ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
];

/// Levels between province and commune, and the town, which is a commune today. Names follow them.
const LEVELS: &[&str] = &["huyện", "quận", "thị trấn", "thị xã"];

/// Words that say that something is meant as it was.
const PAST: &[&str] = &["cũ", "trước đây", "nguyên"];

/// A name of what is no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it is called today; none for a level that has gone.
    pub today: Option<&'static str>,
}

/// The first name of what is no more, in a text about today.
#[must_use]
pub fn find(text: &str) -> Option<Former> {
    if PAST.iter().any(|word| has_word(text, word)) {
        return None;
    }
    let renamed = RENAMED.iter().filter_map(|(name, today)| {
        let start = text.find(name)?;
        let range = start..start + name.len();
        let today = Some(*today);
        Some(Former { range, today })
    });
    let levels = LEVELS.iter().filter_map(|level| of_level(text, level));
    renamed
        .chain(levels)
        .min_by_key(|former| former.range.start)
}

/// A level with the name of a place behind it: `huyện Kim Thành`, and not `đường huyện`.
fn of_level(text: &str, level: &str) -> Option<Former> {
    let lower = text.to_lowercase();
    // Letters of which the small one has another length are not Vietnamese.
    if lower.len() != text.len() {
        return None;
    }
    let found = lower.match_indices(level).find_map(|(start, _)| {
        let is_start = !lower[..start].ends_with(char::is_alphanumeric);
        let name = text[start + level.len()..].strip_prefix(' ')?;
        let words = name
            .split(' ')
            .take_while(|word| word.starts_with(char::is_uppercase));
        let len = words.map(|word| word.len() + 1).sum::<usize>();
        (is_start && len > 0).then_some(start..start + level.len() + len)
    })?;
    let written = text[found.clone()].trim_end_matches([',', '.', ';', ' ', ')']);
    Some(Former {
        range: found.start..found.start + written.len(),
        today: None,
    })
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + word.len()..].chars().next();
        ![before, after]
            .iter()
            .flatten()
            .any(|c| c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_more_is_found_where_it_is_meant_as_of_today() {
        for (text, expected) in [
            (
                "Nhà văn hóa huyện Kim Thành",
                Some(("huyện Kim Thành", None)),
            ),
            (
                "Hội trường UBND Quận Hồng Bàng, tầng 2",
                Some(("Quận Hồng Bàng", None)),
            ),
            (
                "Sở Thông tin và Truyền thông",
                Some((
                    "Sở Thông tin và Truyền thông",
                    Some("Sở Khoa học và Công nghệ"),
                )),
            ),
            ("Thị trấn Phú Thái.", Some(("Thị trấn Phú Thái", None))),
            ("Nhà văn hóa huyện Kim Thành cũ", None),
            ("Trụ sở trước đây của huyện Kim Thành", None),
            ("Đường huyện 5, thôn An Bình", None),
            ("Hiệu trưởng quận trưởng", None),
            ("Câu chuyện Tấm Cám", None),
            ("Nhà văn hóa xã Lai Khê", None),
        ] {
            let found = find(text);
            let found = found.map(|former| (&text[former.range], former.today));
            assert_eq!(found, expected, "{text}");
        }
    }
}
