//! Texts as an announcer reads them: `pairs.tsv` holds what is written and, word for word, what is said.
//!
//! The pairs were read aloud by the one who wrote them; whoever adds one does the same.

use std::fs;
use std::path::Path;

use trangxa::vi::spoken::{Announcer, Style, Why, unreadable};

const PAIRS: &str = include_str!("pairs.tsv");

fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parted = |line: &'static str| line.split_once('\t').expect("two columns");
    PAIRS.lines().map(parted)
}

fn read(text: &str) -> String {
    Announcer::default().read(text).text
}

#[test]
fn every_pair_is_said_word_for_word() {
    let wrong: Vec<String> = pairs()
        .filter(|(written, said)| read(written) != *said)
        .map(|(written, said)| format!("{written}: {}, not {said}", read(written)))
        .collect();
    assert_eq!(wrong, [""; 0]);
    assert!(pairs().count() >= 500);
}

#[test]
fn what_is_said_is_said_the_same_when_it_is_read_again() {
    for (_, said) in pairs() {
        assert_eq!(read(said), said);
    }
}

#[test]
fn regions_say_it_their_own_way() {
    let south = Announcer {
        style: Style {
            thousand: "ngàn",
            zero_ten: "lẻ",
            first_days: "mùng",
            seven: "bẩy",
        },
        ..Announcer::default()
    };
    for (written, said) in [
        ("1.007", "Một ngàn không trăm lẻ bẩy"),
        (
            "ngày 07/7/2026",
            "ngày mùng bẩy tháng bẩy năm hai ngàn không trăm hai mươi sáu",
        ),
        ("50k", "Năm mươi ngàn"),
        ("7h07", "Bẩy giờ bẩy phút"),
        ("gọi 0707", "gọi không bẩy không bẩy"),
    ] {
        assert_eq!(south.read(written).text, said, "{written}");
    }
}

#[test]
fn a_site_says_its_own_words_and_knows_who_issued_its_documents() {
    let announcer = Announcer {
        words: [("VNeID", "vê nờ i đi"), ("NVH", "nhà văn hóa")]
            .map(|(short, long)| (short.to_owned(), long.to_owned()))
            .into(),
        issuers: [("57-nq/tw".to_owned(), "Bộ Chính trị".to_owned())].into(),
        ..Announcer::default()
    };
    for (written, said) in [
        (
            "Mở VNeID tại NVH thôn.",
            "Mở vê nờ i đi tại nhà văn hóa thôn.",
        ),
        (
            "Nghị quyết số 57-NQ/TW đã rõ.",
            "Nghị quyết số năm mươi bảy của Bộ Chính trị đã rõ.",
        ),
    ] {
        let read = announcer.read(written);
        assert_eq!((read.text.as_str(), read.doubts.len()), (said, 0));
    }
}

#[test]
fn what_may_be_meant_otherwise_is_told_with_its_place() {
    let text = "Họp lúc 5/4. Hỏi TTPV hoặc xem xa.gov.vn/a.";
    let said = Announcer::default().read(text);
    assert_eq!(
        said.text,
        "Họp lúc ngày mồng năm tháng tư. Hỏi tê tê pê vê hoặc xem địa chỉ đăng trên trang thông tin."
    );
    let doubts: Vec<_> = said
        .doubts
        .iter()
        .map(|doubt| {
            (
                doubt.why,
                doubt.written.as_str(),
                &text[doubt.range.clone()],
            )
        })
        .collect();
    assert_eq!(
        doubts,
        [
            (Why::Abbreviation, "TTPV", "TTPV"),
            (Why::Address, "xa.gov.vn/a", "xa.gov.vn/a"),
        ]
    );
    let said = Announcer::default().read("Chia 1/2 cho thôn.");
    assert_eq!(said.text, "Chia ngày mồng một tháng hai cho thôn.");
    assert_eq!(said.doubts[0].why, Why::DayOrShare);
    assert_eq!(said.doubts[0].said, "ngày mồng một tháng hai");
}

#[test]
fn what_cannot_be_read_aloud_is_found() {
    assert_eq!(
        unreadable("Có 3 hộ, 5% và mười hộ, theo UBND; HỘI NGHỊ ở khu A, m², TU."),
        ["3", "5%", "UBND", "m²", "TU"]
    );
    assert_eq!(unreadable("Ba hộ, năm phần trăm."), [""; 0]);
}

/// Every text of the sample portal, tables and all, as one file.
fn portal(folder: &Path, texts: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            portal(&path, texts);
        } else if path.extension().is_some_and(|end| end == "md") {
            texts.push(fs::read_to_string(path).expect("a text"));
        }
    }
}

#[test]
fn nothing_in_the_sample_portal_is_left_unread() {
    let mut texts = Vec::new();
    portal(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("content"),
        &mut texts,
    );
    assert!(texts.len() > 20);
    for text in texts {
        let said = read(&text);
        assert_eq!(unreadable(&said), [""; 0], "{said}");
    }
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).expect("smaller than `most`")
    }

    fn of<'t, T: ?Sized>(&mut self, all: &[&'t T]) -> &'t T {
        all[self.below(all.len())]
    }
}

#[test]
fn nothing_is_left_unread_in_whatever_is_put_together_at_random() {
    const PARTS: &[&str] = &[
        "5",
        "0",
        "12",
        "007",
        "2026",
        "1.234",
        "1,5",
        "99999999999999999999",
        "/",
        "-",
        "–",
        ".",
        ",",
        ":",
        "%",
        "‰",
        " ",
        " ",
        "\n",
        "(",
        ")",
        "h",
        "h30",
        "m²",
        "²",
        "½",
        "٣",
        "①",
        "Ⅳ",
        "km",
        "đ",
        "đồng",
        "ngày ",
        "tháng ",
        "thứ ",
        "quý ",
        "UBND",
        "TW",
        "NQ",
        "57-NQ/TW",
        "VNeID",
        "XIV",
        "I",
        "V",
        "HỘI",
        "NGHỊ",
        "tư",
        "A",
        "Đ",
        "&",
        "+84",
        "0912 345 678",
        "1900",
        "#",
        "@",
        "x.vn",
        "https://",
        "$",
        "€",
        "°C",
        "…",
        "“",
        "”",
        "\u{301}",
        "ß",
        "Ω",
        "日本",
        "🎉",
        "giờ ",
        "từ ",
        "số ",
        "lần ",
        "\u{a0}",
        "ﬁ",
        "Ǆ",
    ];
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let announcer = Announcer::default();
    for _ in 0..20_000 {
        let text: String = (0..=dice.below(9)).map(|_| dice.of(PARTS)).collect();
        let said = announcer.read(&text);
        assert_eq!(
            unreadable(&said.text),
            [""; 0],
            "{text:?} is {:?}",
            said.text
        );
        for doubt in &said.doubts {
            assert_eq!(text[doubt.range.clone()], doubt.written, "{text:?}");
        }
    }
}
