//! How a commune speaks besides its portal: the channels to which an item is taken, and the forms of work off the page.
//!
//! Two tables, read by the checks of front matter and data and by the report. Nothing here knows a site.

/// The channels by which an item is taken further: the name in front matter, and what people read.
const CHANNELS: [(&str, &str); 8] = [
    ("facebook", "Facebook"),
    ("zalo", "Zalo"),
    ("youtube", "YouTube"),
    ("tiktok", "TikTok"),
    ("truyen-thanh", "Đài truyền thanh"),
    ("thu-dien-tu", "Thư điện tử"),
    ("ban-tin", "Bản tin in"),
    ("bang-tin", "Bảng tin công cộng"),
];

/// The forms of work off the page: the name in the log, what people read, and what is counted of it.
const FORMS: [(&str, (&str, &str)); 11] = [
    ("phat-thanh", ("Phát thanh", "buổi phát")),
    ("luu-dong", ("Tuyên truyền lưu động", "buổi")),
    ("hoi-nghi", ("Hội nghị, sinh hoạt chuyên đề", "cuộc")),
    ("tap-huan", ("Tập huấn", "lớp")),
    ("bang-ron", ("Băng rôn, biểu ngữ", "chiếc")),
    ("pano", ("Pano", "tấm")),
    ("ap-phich", ("Áp phích", "tờ")),
    ("to-roi", ("Tờ rơi, tờ gấp", "tờ")),
    ("ban-tin", ("Bản tin in", "số")),
    ("tin-nhan", ("Tin nhắn", "đợt")),
    ("khac", ("Hình thức khác", "lượt")),
];

/// The names of the channels, in the order of reports.
pub const CHANNEL_NAMES: &[&str] = &names(&CHANNELS);
/// The names of the forms, in the order of reports.
pub const FORM_NAMES: &[&str] = &names(&FORMS);

const fn names<T: Copy, const N: usize>(rows: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut i = 0;
    while i < N {
        names[i] = rows[i].0;
        i += 1;
    }
    names
}

/// What people call a channel.
#[must_use]
pub fn channel(name: &str) -> Option<&'static str> {
    let found = CHANNELS.iter().find(|(known, _)| *known == name);
    found.map(|(_, label)| *label)
}

/// What people call a form, and what is counted of it: `Phát thanh`, `buổi phát`.
#[must_use]
pub fn form(name: &str) -> Option<(&'static str, &'static str)> {
    let found = FORMS.iter().find(|(known, _)| *known == name);
    found.map(|(_, labels)| *labels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vi;

    #[test]
    fn every_name_is_one_that_people_may_also_type_with_accents() {
        for name in CHANNEL_NAMES.iter().chain(FORM_NAMES) {
            assert_eq!(vi::slug::slug(name), *name);
        }
        assert_eq!(channel("zalo"), Some("Zalo"));
        assert_eq!(form("phat-thanh"), Some(("Phát thanh", "buổi phát")));
        assert_eq!(form("zalo"), None);
    }
}
