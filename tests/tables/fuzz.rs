//! Files mutilated at random: whatever stands in them, reading ends, and without a panic.

use trangxa::parse;
use trangxa::table::{self, Ask};

use super::workbook::{rewritten, workbook};

const TEXT: &str = "Bảng 1;;\nThôn;Số hồ sơ (hồ sơ);\"Tỷ \"\"lệ\"\"\"\nĐông;1.250,5;12,5%\n\nTây;85;31/03/2026\nNguồn: x;;\n";

const PAGE: &str = "Đơn vị: hồ sơ\n\n| Thôn | **Số** |\n|---|--:|\n| Đông \\| Tây | 1,2 tỷ |\n| *x* | quý I/2026 |\n\nNguồn\n";

const TOML: &str = "unit = \"hồ sơ\"\ncolumns = {a = \"Số (hồ sơ)\"}\n[[row]]\nten = \"Đông\"\na = 12.5\n[[row]]\nten = \"Tây\"\na = \"1.250,5\"\n";

const BOOK: &str = "sheet Một\nA1 Bảng\nmerge A1:C1\nA2 Thôn\nB2 Số\nC2 Ngày\nA3 Đông\nB3 n 0.125 as 0.0%\nC3 n 46112 as dd/mm/yyyy\n\
    A4 inline: Tây\nB4 n 1250000 as #,##0,\" nghìn\"\nC4 formula 12\nhide row 3\nhide column 2\nsheet Hai\nA1 x";

struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).expect("smaller than `most`")
    }

    /// Some bytes changed, cut out, doubled or put in.
    fn mutilate(&mut self, bytes: &mut Vec<u8>) {
        const SIGNS: &[u8] = b"\0\xFF\"';,.|<>&=/\\\n\r\t -+%()[]{}09AZeE:#!$*_\xE2\xC6";
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len());
            let end = (at + self.below(12)).min(bytes.len());
            match self.below(5) {
                0 if at < bytes.len() => bytes[at] = SIGNS[self.below(SIGNS.len())],
                1 => drop(bytes.drain(at..end)),
                2 => {
                    let copy = bytes[at..end].to_vec();
                    bytes.splice(at..at, copy);
                }
                3 => bytes.insert(at, SIGNS[self.below(SIGNS.len())]),
                _ => {
                    let digits = b"99999999999999999999"[..=self.below(19)].to_vec();
                    bytes.splice(at..end, digits);
                }
            }
        }
    }
}

fn read(file: &str, bytes: &[u8]) {
    let mut diagnostics = Vec::new();
    let ask = Ask {
        file,
        ..Ask::default()
    };
    let table = parse::table::file(bytes, &ask, &mut diagnostics);
    assert!(
        table.is_some() || !diagnostics.is_empty(),
        "nothing is said about {bytes:?}"
    );
}

#[test]
fn mutilated_texts_are_read_or_explained() {
    let mut dice = Dice(57);
    for round in 0..2_500 {
        for (file, text) in [("a.csv", TEXT), ("a.toml", TOML)] {
            let mut bytes = text.as_bytes().to_vec();
            dice.mutilate(&mut bytes);
            read(file, &bytes);
        }
        let mut bytes = PAGE.as_bytes().to_vec();
        dice.mutilate(&mut bytes);
        let text = String::from_utf8_lossy(&bytes);
        let mut diagnostics = Vec::new();
        let table = table::markdown::read(&text, round, &Ask::default(), &mut diagnostics);
        assert!(
            table.is_some() || !diagnostics.is_empty(),
            "nothing is said about {text}"
        );
    }
}

#[test]
fn mutilated_workbooks_are_read_or_explained() {
    let mut dice = Dice(2026);
    let book = workbook(BOOK);
    for _ in 0..1_250 {
        let chosen = dice.below(7);
        let mut n = 0;
        let broken = rewritten(&book, |_, text| {
            n += 1;
            if n - 1 != chosen {
                return text;
            }
            let mut bytes = text.into_bytes();
            dice.mutilate(&mut bytes);
            String::from_utf8_lossy(&bytes).into_owned()
        });
        read("a.xlsx", &broken);
        let mut bytes = book.clone();
        dice.mutilate(&mut bytes);
        read("a.xlsx", &bytes);
    }
}
