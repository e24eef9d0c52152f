//! Short texts to share a page: within what each network takes, and cut between words only.
//!
//! In go the page's words, out come texts and how long each is and may be. A length is in characters as people count them,
//! in NFC.

use crate::vi::fold::{fold_char, nfc};

/// What there is to say about a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The title.
    pub title: String,
    /// What comes before the summary, each a sentence: when and where an event is.
    pub lines: Vec<String>,
    /// A sentence or two.
    pub summary: String,
    /// The whole address; none when the site has none.
    pub address: Option<String>,
    /// Who wrote it.
    pub author: String,
    /// Who publishes it, in short.
    pub owner: String,
    /// Words to be found by, without `#`.
    pub hashtags: Vec<String>,
}

/// A text with its length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The text.
    pub text: String,
    /// How many characters it has.
    pub length: usize,
    /// How many it may have.
    pub most: usize,
}

impl Counted {
    fn new(text: String, most: usize) -> Self {
        let length = text.chars().count();
        Self { text, length, most }
    }
}

/// What Facebook shows before “see more” is far less; a post of this length is still read.
const FACEBOOK: usize = 500;
const ZALO_GROUP: usize = 300;
const ZALO_TITLE: usize = 150;
const ZALO_AUTHOR: usize = 50;
const ZALO_SUMMARY: usize = 300;
/// One message of letters without marks.
const SMS: usize = 160;
/// More look like advertising.
const HASHTAGS: usize = 3;
/// A summary of fewer characters says nothing.
const LEAST: usize = 30;

/// A text of at most so many characters, cut behind a word, with `…` where something is missing.
#[must_use]
pub fn cut(text: &str, most: usize) -> String {
    let text = nfc(text.trim());
    if text.chars().count() <= most {
        return text.into_owned();
    }
    let room = most.saturating_sub(1);
    let end = text
        .char_indices()
        .nth(room)
        .map_or(text.len(), |(at, _)| at);
    // A word that ends just here is whole.
    let end = if text[end..].starts_with(char::is_whitespace) {
        end
    } else {
        text[..end].rfind(char::is_whitespace).unwrap_or(0)
    };
    let kept = text[..end].trim_end_matches(|c: char| c.is_whitespace() || ",;:–-(“".contains(c));
    if kept.is_empty() {
        String::new()
    } else {
        format!("{kept}…")
    }
}

/// A post for Facebook: title, summary, address, hashtags.
#[must_use]
pub fn facebook(words: &Words) -> Counted {
    let tags: Vec<String> = words
        .hashtags
        .iter()
        .take(HASHTAGS)
        .map(|tag| format!("#{tag}"))
        .collect();
    let end = [words.address.clone().unwrap_or_default(), tags.join(" ")];
    post(words, &end, "\n\n", FACEBOOK)
}

/// A message for a group on Zalo: short, without hashtags.
#[must_use]
pub fn zalo_group(words: &Words) -> Counted {
    post(
        words,
        &[words.address.clone().unwrap_or_default()],
        "\n",
        ZALO_GROUP,
    )
}

/// Title and summary with what must stand at the end; what has no room is cut from the summary, then from the title.
fn post(words: &Words, end: &[String], gap: &str, most: usize) -> Counted {
    let end: Vec<&str> = end
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let end = end.join("\n");
    let count = |text: &str| text.chars().count();
    let taken = if end.is_empty() {
        0
    } else {
        count(gap) + count(&end)
    };
    let title = cut(&words.title, most.saturating_sub(taken));
    let left = most.saturating_sub(taken + count(&title) + count(gap));
    let lines = cut(&words.lines.join("\n"), left);
    let left = match count(&lines) {
        0 => left,
        taken => left.saturating_sub(taken + count(gap)),
    };
    let has_room = left >= LEAST || count(&words.summary) <= left;
    let summary = if has_room {
        cut(&words.summary, left)
    } else {
        String::new()
    };
    let parts = [title.as_str(), &lines, &summary, &end];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Counted::new(parts.join(gap), most)
}

/// The fields of an article of a Zalo official account: title, author, summary.
#[must_use]
pub fn zalo_article(words: &Words) -> [Counted; 3] {
    let field = |text: &str, most| Counted::new(cut(text, most), most);
    let fits = |name: &&String| name.chars().count() <= ZALO_AUTHOR;
    // A name is better whole: where the author's is too long, the owner's stands.
    let names = [&words.author, &words.owner];
    let author = names.into_iter().find(fits).unwrap_or(&words.author);
    let lines = words.lines.iter().map(String::as_str);
    let about: Vec<&str> = lines.chain([words.summary.as_str()]).collect();
    [
        field(&words.title, ZALO_TITLE),
        field(author, ZALO_AUTHOR),
        field(&about.join(" "), ZALO_SUMMARY),
    ]
}

/// One SMS: letters without marks, so that it is one message and not three.
#[must_use]
pub fn sms(words: &Words) -> Counted {
    let address = words.address.as_deref().map(plain).unwrap_or_default();
    let owner = plain(&words.owner);
    let lead = if owner.is_empty() {
        String::new()
    } else {
        format!("{owner}: ")
    };
    let tail = if address.is_empty() {
        String::new()
    } else {
        format!(" {address}")
    };
    let left = SMS.saturating_sub(lead.chars().count() + tail.chars().count());
    // The mark of what is left out is three full stops there.
    let mut title = plain(&words.title);
    if title.len() > left {
        title = cut(&title, left.saturating_sub(2)).replace('…', "...");
    }
    for line in words.lines.iter().map(|line| plain(line)) {
        let line = line.trim_end_matches('.');
        if title.len() + ". ".len() + line.len() <= left {
            title = format!("{title}. {line}");
        }
    }
    Counted::new(format!("{lead}{title}{tail}"), SMS)
}

/// A text in the letters that one SMS holds 160 of: no marks, and nothing that takes the room of two.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in nfc(text).chars() {
        match c {
            '–' | '—' | '‑' => out.push('-'),
            '“' | '”' | '«' | '»' => out.push('"'),
            '‘' | '’' => out.push('\''),
            '[' | '{' => out.push('('),
            ']' | '}' => out.push(')'),
            '…' => out.push_str("..."),
            '^' | '|' | '~' | '\\' | '€' | '`' => out.push(' '),
            c if c.is_ascii() => out.push(c),
            c if c.is_whitespace() => out.push(' '),
            c => {
                let base = fold_char(c).filter(char::is_ascii_alphanumeric);
                let base = base.map(|base| {
                    if c.is_uppercase() {
                        base.to_ascii_uppercase()
                    } else {
                        base
                    }
                });
                out.extend(base);
            }
        }
    }
    out.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A hashtag of some words: `chuyển đổi số` is `ChuyenDoiSo`. What is one word already stays as it was written.
#[must_use]
pub fn hashtag(words: &str) -> String {
    if words.chars().all(char::is_alphanumeric) && words.chars().any(char::is_uppercase) {
        return words.to_owned();
    }
    let mut out = String::new();
    for word in plain(words).split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut letters = word.chars();
        out.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words {
            title: "Ngày Chuyển đổi số quốc gia 10/10".to_owned(),
            lines: Vec::new(),
            summary: "Xã tổ chức ngày hội tại nhà văn hóa, bà con đến để được hướng dẫn nộp hồ sơ trực tuyến. ".repeat(8),
            address: Some("https://laikhe.example.vn/tin-tuc/ngay-hoi/".to_owned()),
            author: "Trung tâm Văn hóa, Thể thao và Truyền thông xã Lai Khê".to_owned(),
            owner: "UBND xã Lai Khê".to_owned(),
            hashtags: ["chuyển đổi số", "10/10", "xã Lai Khê", "thừa"].map(hashtag).to_vec(),
        }
    }

    #[test]
    fn a_text_is_cut_behind_a_word() {
        assert_eq!(cut("Một hai ba", 10), "Một hai ba");
        assert_eq!(cut("Một hai ba", 9), "Một hai…");
        assert_eq!(cut("Một hai, ba bốn", 10), "Một hai…");
        assert_eq!(cut("Nghiêng", 4), "");
        assert_eq!(cut("a\u{302}\u{301}m thanh lớn", 4), "ấm…");
    }

    /// Whether a cut text ends with a whole word of the text that it was cut from.
    fn is_whole(cut: &str, text: &str) -> bool {
        let text = nfc(text);
        match cut.strip_suffix('…') {
            Some(kept) => text.strip_prefix(kept).is_some_and(|rest| {
                rest.starts_with(|c: char| {
                    c.is_whitespace() || c.is_ascii_punctuation() || c == '–' || c == '“'
                })
            }),
            None => cut == text.trim(),
        }
    }

    #[test]
    fn a_cut_never_falls_into_a_word_or_behind_a_letter_without_its_mark() {
        let text = "Đẩy mạnh chuyển đổi số: “Bình dân học vụ số” – hướng dẫn người cao tuổi (từ 60 tuổi) dùng điện thoại, nộp hồ sơ.";
        use unicode_normalization::UnicodeNormalization as _;
        for text in [text.to_owned(), text.nfd().collect()] {
            for most in 0..140 {
                let cut = cut(&text, most);
                assert!(cut.chars().count() <= most, "{most}: {cut}");
                assert!(cut.is_empty() || is_whole(&cut, &text), "{most}: {cut}");
            }
        }
    }

    #[test]
    fn each_text_stays_within_what_its_network_takes_and_keeps_the_address() {
        let words = words();
        let facebook = facebook(&words);
        assert!(
            facebook.length <= 500 && facebook.length > 450,
            "{facebook:?}"
        );
        assert!(
            facebook
                .text
                .ends_with("/ngay-hoi/\n#ChuyenDoiSo #1010 #XaLaiKhe")
        );
        let group = zalo_group(&words);
        assert!(
            group.length <= 300 && group.text.ends_with("/ngay-hoi/"),
            "{group:?}"
        );
        let [title, author, summary] = zalo_article(&words);
        assert_eq!(title.text, "Ngày Chuyển đổi số quốc gia 10/10");
        assert_eq!(author.text, "UBND xã Lai Khê");
        assert!(summary.length <= 300);
        let sms = sms(&words);
        assert_eq!(
            sms.text,
            "UBND xa Lai Khe: Ngay Chuyen doi so quoc gia 10/10 https://laikhe.example.vn/tin-tuc/ngay-hoi/"
        );
        assert_eq!((sms.length, sms.most), (94, 160));
    }

    #[test]
    fn when_and_where_come_before_the_summary_and_into_the_message_if_there_is_room() {
        let mut words = words();
        words.lines = [
            "Thời gian: 8 giờ, thứ Ba, ngày 01/12/2026.",
            "Địa điểm: Nhà văn hóa xã.",
        ]
        .map(str::to_owned)
        .to_vec();
        let group = zalo_group(&words);
        assert!(
            group.text.starts_with(
                "Ngày Chuyển đổi số quốc gia 10/10\nThời gian: 8 giờ, thứ Ba, ngày 01/12/2026.\n\
                 Địa điểm: Nhà văn hóa xã.\nXã tổ chức ngày hội"
            ),
            "{}",
            group.text
        );
        assert!(
            zalo_article(&words)[2]
                .text
                .starts_with("Thời gian: 8 giờ, thứ Ba, ngày 01/12/2026. Địa điểm: ")
        );
        assert_eq!(
            sms(&words).text,
            "UBND xa Lai Khe: Ngay Chuyen doi so quoc gia 10/10. Thoi gian: 8 gio, thu Ba, ngay 01/12/2026 \
             https://laikhe.example.vn/tin-tuc/ngay-hoi/"
        );
        words.lines.push("Khẩu hiệu rất dài ".repeat(10));
        for text in [facebook(&words), zalo_group(&words), sms(&words)] {
            assert!(
                text.length <= text.most && text.text.contains("/ngay-hoi/"),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_long_title_is_cut_and_never_the_address() {
        let mut words = words();
        words.title = "Thông báo về việc hướng dẫn người dân nộp hồ sơ trực tuyến ".repeat(10);
        for text in [facebook(&words), zalo_group(&words), sms(&words)] {
            assert!(text.length <= text.most, "{text:?}");
            assert!(
                text.text
                    .contains("https://laikhe.example.vn/tin-tuc/ngay-hoi/"),
                "{text:?}"
            );
        }
        assert!(sms(&words).text.is_ascii());
        words.address = None;
        assert!(!facebook(&words).text.contains("http"));
    }
}
