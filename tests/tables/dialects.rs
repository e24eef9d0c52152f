//! One table in every way that a spreadsheet can save it as text.

use trangxa::parse;
use trangxa::table::Ask;
use trangxa::vi::legacy::{self, Legacy};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use super::shown;

/// Every sort of value; small letters, because the fonts of old had no other in one encoding.
const TABLE: [[&str; 5]; 4] = [
    ["thôn", "số hồ sơ (hồ sơ)", "tỷ lệ", "kinh phí", "ngày họp"],
    ["thôn đông", "1.250,5", "12,5%", "1,2 tỷ đồng", "31/03/2026"],
    [
        "đường tre; ngõ \"ba\"",
        "85",
        "–",
        "950 triệu đồng",
        "1/4/2026",
    ],
    ["xóm, ấp | tổ", "0", "7%", "0,5 tỷ đồng", "…"],
];

const SEEN: &str = "\
# thôn | số hồ sơ [hồ sơ] | tỷ lệ | kinh phí | ngày họp
- thôn đông | 1.250,5 = 1250.5 | 12,5% = 12.5 % | 1,2 tỷ đồng = 1.2e9 đồng | 31/03/2026 = day 2026-03-31
- đường tre; ngõ \"ba\" | =85 | – = nothing | 950 triệu đồng = 950e6 đồng | 1/4/2026 = day 2026-04-01
- xóm, ấp | tổ | =0 | 7% = 7 % | 0,5 tỷ đồng = 0.5e9 đồng | … = nothing
";

/// The rows as text; a cell is quoted where it must be.
fn written<T: AsRef<str>>(rows: &[impl AsRef<[T]>], separator: char, line_end: &str) -> String {
    let cell = |text: &T| {
        let text = text.as_ref();
        if text.contains([separator, '"', '\n']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.to_owned()
        }
    };
    let line = |row: &[T]| {
        row.iter()
            .map(cell)
            .collect::<Vec<_>>()
            .join(&separator.to_string())
    };
    rows.iter()
        .map(|row| line(row.as_ref()) + line_end)
        .collect()
}

/// The bytes of a text in an encoding, and what is said about it.
fn encodings(text: &str) -> Vec<(&'static str, Vec<u8>, &'static [&'static str])> {
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| {
        text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    let marked = format!("\u{feff}{text}");
    vec![
        ("UTF-8", text.as_bytes().to_vec(), &[]),
        ("UTF-8 with a mark", marked.as_bytes().to_vec(), &[]),
        (
            "UTF-8 in parts",
            text.nfd().collect::<String>().into_bytes(),
            &[],
        ),
        (
            "UTF-16LE",
            utf16(&marked, u16::to_le_bytes),
            &["other-encoding"],
        ),
        (
            "UTF-16BE",
            utf16(&marked, u16::to_be_bytes),
            &["other-encoding"],
        ),
        ("Windows-1258", windows_1258(text), &["other-encoding"]),
        ("TCVN3", tcvn3(text), &["legacy-text"]),
    ]
}

/// Vowels whole, tones apart, as that code page has them.
fn windows_1258(text: &str) -> Vec<u8> {
    let is_tone = |c: char| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(c);
    let mut parted = String::new();
    for c in text.chars() {
        let marks: Vec<char> = std::iter::once(c).nfd().collect();
        let shapes = marks[1..].iter().filter(|mark| !is_tone(**mark));
        let shape = |base, mark: &char| compose(base, *mark).expect("a Vietnamese vowel");
        parted.push(shapes.fold(marks[0], shape));
        parted.extend(marks[1..].iter().filter(|mark| is_tone(**mark)));
    }
    let (bytes, _, lost) = encoding_rs::WINDOWS_1258.encode(&parted);
    assert!(!lost, "{parted}");
    bytes.into_owned()
}

/// Each letter is the byte that the decoder takes for it.
fn tcvn3(text: &str) -> Vec<u8> {
    let byte = |c: char| {
        let found = (0xA1..=0xFF_u8).find(|byte| {
            let latin = char::from(*byte).to_string();
            legacy::decode(&latin, Legacy::Tcvn3) == c.to_string()
        });
        u8::try_from(c)
            .ok()
            .filter(u8::is_ascii)
            .or(found)
            .unwrap_or(b'-')
    };
    text.chars().map(byte).collect()
}

#[test]
fn a_table_reads_the_same_in_every_separator_encoding_and_line_end() {
    let mut files = 0;
    for separator in [';', '\t', ',', '|'] {
        for line_end in ["\n", "\r\n", "\r"] {
            let text = written(&TABLE, separator, line_end);
            for (encoding, bytes, codes) in encodings(&text) {
                let mut diagnostics = Vec::new();
                let ask = Ask {
                    file: "content/bang.csv",
                    ..Ask::default()
                };
                let table = parse::table::file(&bytes, &ask, &mut diagnostics);
                let seen = table.as_ref().map_or(String::new(), shown);
                // The old encoding has neither dash nor dots.
                let wanted = if encoding == "TCVN3" {
                    SEEN.replace("… =", "- =").replace("– =", "- =")
                } else {
                    SEEN.to_owned()
                };
                assert_eq!(
                    seen, wanted,
                    "{separator:?} {line_end:?} {encoding}: {diagnostics:?}"
                );
                let said: Vec<_> = diagnostics
                    .iter()
                    .map(|found| found.text.msg.code())
                    .collect();
                assert_eq!(said, codes, "{separator:?} {line_end:?} {encoding}");
                files += 1;
            }
        }
    }
    assert_eq!(files, 84);
}

/// A number below `most`, from a sequence that is the same on every run.
fn below(seed: &mut u64, most: usize) -> usize {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 33).expect("31 bits") % most
}

#[test]
fn random_tables_read_back_from_every_separator() {
    const WORDS: [&str; 9] = [
        "Đông",
        "a;b",
        "c,d",
        "nói \"thế\"",
        "x|y",
        "hai\ndòng",
        "tab\tở đây",
        "12 Trần Phú",
        "57-NQ/TW",
    ];
    let mut seed = 57;
    for _ in 0..500 {
        let (columns, rows) = (2 + below(&mut seed, 4), 1 + below(&mut seed, 6));
        let mut table = vec![(0..columns).map(|n| format!("Cột {n}")).collect::<Vec<_>>()];
        for _ in 0..rows {
            let mut row = vec![WORDS[below(&mut seed, WORDS.len())].to_owned()];
            row.resize_with(columns, || {
                let number = i64::try_from(below(&mut seed, 100_000_000)).expect("small");
                let number = trangxa::vi::decimal::Decimal::new(number.into(), 2).expect("small");
                number.write(2)
            });
            table.push(row);
        }
        for separator in [';', '\t', ',', '|'] {
            let text = written(&table, separator, "\n");
            let mut diagnostics = Vec::new();
            let read = trangxa::table::delimited::read(&text, &Ask::default(), &mut diagnostics);
            let read = read.unwrap_or_else(|| panic!("{text}\n{diagnostics:?}"));
            for (cells, row) in read.rows.iter().zip(&table[1..]) {
                let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
                assert_eq!(texts, *row, "{text}");
                for cell in &cells[1..] {
                    let number = cell.number().expect("a number").to_string();
                    assert_eq!(number, cell.text);
                }
            }
            assert_eq!(read.rows.len(), rows);
        }
    }
}
