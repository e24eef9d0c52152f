//! Where words and pairs of words stand in the index: in which part of a tray, and so in which piece of a segment.
//!
//! Pieces come in powers of two and each is a row of parts, so that trays need not know how many there will be. The
//! script of the theme finds pieces by the same rules.

use std::ops::Range;

/// Plain words that cut the dictionary into 256 parts that hold about as much, as counted on the sample portal.
#[rustfmt::skip]
const CUTS: [&str; 255] = [
    "02", "07", "09", "10", "100", "134", "193", "20", "2026", "2027", "229", "30", "40", "50", "6", "60", "80", "ab",
    "anh", "au", "b", "bam", "bang", "bao", "bay", "bet", "bi", "bien", "biet", "binh", "boi", "bop", "buc", "c",
    "cach", "cai", "cang", "cap", "cau", "chan", "che", "chi", "chia", "chim", "chiu", "choi", "chua", "chuan",
    "chung", "chup", "chut", "cl", "coc", "coi", "com", "cua", "cuc", "cung", "cuoi", "d", "dai", "dan", "dang",
    "danh", "dat", "dau", "day", "de", "dem", "dep", "dia", "dich", "diem", "dieu", "dinh", "dip", "dit", "doa",
    "doc", "doi", "don", "dong", "dot", "dua", "duoc", "duoi", "duy", "e", "g", "ga", "gay", "gi", "giac", "gian",
    "giay", "giu", "go", "gop", "han", "hanh", "hdnd", "hen", "hiep", "hinh", "hoa", "hoac", "hoan", "hoc", "hoi",
    "hom", "hua", "huy", "ik", "it", "kem", "kenh", "khac", "kham", "khen", "khich", "khoan", "khoe", "khop", "kien",
    "kinh", "ky", "la", "lac", "lam", "lan", "lau", "lech", "liet", "linh", "lon", "luc", "luot", "mac", "manh",
    "mau", "may", "mo", "mon", "mu", "muoi", "nang", "nao", "nay", "ne", "neu", "ngai", "nghe", "nghi", "nghia",
    "nghiep", "ngoi", "nguon", "nguong", "nguyen", "nhan", "nhanh", "nhau", "nhien", "nhom", "niem", "non", "nua",
    "nut", "oa", "pham", "phang", "phat", "phien", "phong", "phuc", "pi", "quan", "quang", "quy", "quyen", "ra",
    "rac", "roi", "rut", "sam", "sanh", "se", "sinh", "soan", "soat", "sua", "t", "tach", "tam", "tan", "tap",
    "tas", "tat", "te", "thac", "thanh", "thap", "the", "them", "thi", "thien", "thoi", "thong", "thu", "thua",
    "thue", "tich", "tieng", "tieu", "tinh", "to", "toa", "toc", "tot", "tra", "trai", "trang", "treo", "trich",
    "triet", "trong", "tru", "truc", "truong", "truy", "tt", "tuan", "tuong", "tw", "ty", "un", "uy", "v", "vach",
    "van", "vao", "ve", "vet", "vi", "viec", "vien", "vneid", "von", "vua", "w", "xac", "xau", "xep", "xuc",
    "yeu",
];

/// Into how many parts words are cut: the most pieces that a segment has of them.
pub(super) const WORD_PARTS: usize = CUTS.len() + 1;
/// Into how many parts pairs are cut. A segment may have more pieces: then some share a part.
pub(super) const PAIR_PARTS: usize = 1 << PAIR_BITS;
const PAIR_BITS: u32 = 10;

/// The cuts into `count` pieces, a power of two up to 256.
pub(super) fn cuts(count: usize) -> impl Iterator<Item = &'static str> {
    let step = WORD_PARTS / count;
    (1..count).map(move |n| CUTS[n * step - 1])
}

/// The part in which a plain word stands.
pub(super) fn part_of_word(plain: &str) -> usize {
    CUTS.partition_point(|cut| *cut <= plain)
}

/// The parts of one of `count` pieces of words.
pub(super) fn parts_of_words(piece: usize, count: usize) -> Range<usize> {
    let parts = WORD_PARTS / count;
    piece * parts..(piece + 1) * parts
}

/// The place of a pair of plain words among all pairs. Those that differ only behind the first letter of the second
/// word have one place, so that a word that is still being typed takes one piece.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(u32);

impl Place {
    pub fn of(first: &str, second: &str) -> Self {
        let mut hash: u32 = 0x811C_9DC5; // FNV-1a over UTF-16, as a script sees text
        let start = second.chars().take(1);
        for c in first.chars().chain([' ']).chain(start) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                hash = (hash ^ u32::from(*unit)).wrapping_mul(0x0100_0193);
            }
        }
        // Pieces are told by the lowest bits: so those of a piece are neighbours, however many pieces there are.
        Self(hash.reverse_bits())
    }

    /// The part that it is in.
    pub fn part(self) -> usize {
        (self.0 >> (u32::BITS - PAIR_BITS)) as usize
    }

    /// Which of `count` pieces, a power of two, it is in.
    pub fn piece(self, count: usize) -> usize {
        self.0.reverse_bits() as usize % count
    }
}

/// The parts of one of `count` pieces of pairs. More pieces than there are parts share them.
pub(super) fn parts_of_pairs(piece: usize, count: usize) -> Range<usize> {
    let parts = (PAIR_PARTS / count).max(1);
    let hash = u32::try_from(piece).expect("fewer pieces than hashes");
    let first = Place(hash.reverse_bits()).part();
    first..first + parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_piece_hold_what_the_script_looks_for_in_it() {
        let words = ["a", "dat", "duong", "so", "xa", "57", "đ😀"];
        for count in (0..13).map(|n| 1 << n) {
            for (first, second) in words.iter().flat_map(|a| words.map(|b| (*a, b))) {
                let place = Place::of(first, second);
                let parts = parts_of_pairs(place.piece(count), count);
                assert!(parts.contains(&place.part()), "{first} {second} of {count}");
                assert!(parts.end <= PAIR_PARTS);
            }
        }
        for count in (0..9).map(|n| 1 << n) {
            let cuts: Vec<_> = cuts(count).collect();
            for plain in words {
                let piece = cuts.partition_point(|cut| *cut <= plain);
                assert!(
                    parts_of_words(piece, count).contains(&part_of_word(plain)),
                    "{plain} of {count}"
                );
            }
        }
    }

    #[test]
    fn pairs_are_told_by_the_start_of_the_second_word() {
        assert!(Place::of("chuyen", "doi") == Place::of("chuyen", "d"));
        assert!(Place::of("chuyen", "doi") != Place::of("chuyen", "a"));
        assert_eq!(Place::of("chuyen", "doi").piece(256), 127);
    }
}
