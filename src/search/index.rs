//! The index of a segment: from its trays to the texts of its pieces.
//!
//! In go the trays of a segment, out comes one piece at a time, put together from what the trays say in it and from
//! nothing else: a piece has a key of its own, by which most of them are known to be as they were.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use foldhash::fast::FixedState;

use super::parts::{PAIR_PARTS, Place, WORD_PARTS, parts_of_pairs, parts_of_words};
use super::tray::{self, Entry, Tray};
use super::{Counts, FORM, Piece, Segment, bits};
use crate::fingerprint::Fingerprint;
use crate::vi::word;

/// The index of a segment.
#[derive(Debug)]
pub struct Index {
    /// How many pages it has.
    pages: u32,
    counts: Counts,
    trays: Vec<Arc<Tray>>,
    order: OnceLock<Order>,
}

/// The words of all trays in one order.
#[derive(Debug)]
struct Order {
    /// Plain form and key, in this order.
    words: Vec<(String, String)>,
    /// For each tray the places of its words in this order, by the numbers that they have in the tray; that of 0,
    /// which is no word, is 0.
    places: Vec<Vec<u32>>,
}

/// What a tray says of a word or a pair.
struct Saying<'t> {
    /// The places of its words; that of the second is 0 for a word alone.
    term: (u32, u32),
    /// The first page of the tray.
    start: u32,
    entry: Entry<'t>,
}

impl Index {
    /// The index of a segment that has these trays.
    #[must_use]
    pub fn new(segment: &Segment, trays: Vec<Arc<Tray>>) -> Self {
        let pages = segment.listings.len();
        Self {
            pages: u32::try_from(pages).unwrap_or(u32::MAX),
            counts: Counts::of(pages),
            trays,
            order: OnceLock::new(),
        }
    }

    /// The fingerprint of all that a piece is made from.
    #[must_use]
    pub fn key(&self, piece: Piece) -> Fingerprint {
        let mut marks: Vec<u64> = Vec::new();
        for tray in &self.trays {
            match piece {
                Piece::Words(_, n) => {
                    marks.extend(tray.marks_of_words(parts_of_words(n, self.counts.words)));
                }
                Piece::Pairs(_, n) => {
                    marks.extend(tray.marks_of_pairs(parts_of_pairs(n, self.counts.pairs)));
                }
                _ => marks.extend(tray.marks_of_words(0..WORD_PARTS)),
            }
        }
        Fingerprint::of(&(FORM, piece, self.pages, self.counts, marks))
    }

    /// The text of a piece; empty for one that is not of an index.
    #[must_use]
    pub fn piece(&self, piece: Piece) -> String {
        match piece {
            Piece::Words(_, n) => {
                let parts = parts_of_words(n, self.counts.words);
                self.write(self.sayings(|tray| tray.words(parts.clone())))
            }
            Piece::Pairs(_, n) => {
                let parts = parts_of_pairs(n, self.counts.pairs);
                let mut sayings = self.sayings(|tray| tray.pairs(parts.clone()));
                if self.counts.pairs > PAIR_PARTS {
                    sayings.retain(|saying| self.place(saying).piece(self.counts.pairs) == n);
                }
                self.write(sayings)
            }
            Piece::Spellings(_) => self.spellings(),
            Piece::Catalogue | Piece::Titles(_) => String::new(),
        }
    }

    fn order(&self) -> &Order {
        self.order.get_or_init(|| Order::new(&self.trays))
    }

    /// What the trays say, by words.
    fn sayings<'t, I: Iterator<Item = Entry<'t>>>(
        &'t self,
        of: impl Fn(&'t Tray) -> I,
    ) -> Vec<Saying<'t>> {
        let starts = (0..).step_by(tray::PAGES);
        let trays = self.trays.iter().zip(&self.order().places).zip(starts);
        let sayings = trays.flat_map(|((tray, places), start)| {
            of(tray).map(move |entry| Saying {
                term: (places[entry.first as usize], places[entry.second as usize]),
                start,
                entry,
            })
        });
        let mut sayings: Vec<Saying<'_>> = sayings.collect();
        sayings.sort_by_key(|saying| saying.term);
        sayings
    }

    fn place(&self, saying: &Saying<'_>) -> Place {
        let [first, second] = [saying.term.0, saying.term.1].map(|n| &self.order().of(n).0);
        Place::of(first, second)
    }

    /// Writes what is said by the words that say it.
    fn write(&self, sayings: Vec<Saying<'_>>) -> String {
        let order = self.order();
        let mut piece = Dictionary::default();
        let mut key = String::new();
        let mut list = Vec::new();
        for same in sayings.chunk_by(|a, b| a.term == b.term) {
            let (first, second) = same[0].term;
            key.clear();
            key.push_str(&order.of(first).1);
            if second != 0 {
                key.push(' ');
                key.push_str(&order.of(second).1);
            }
            list.clear();
            for Saying { start, entry, .. } in same {
                entry.read(*start, &mut list);
            }
            bits::write(&list, self.pages, piece.key(&key));
        }
        piece.end()
    }

    /// Writes the plain words that a slip could have been meant to be.
    fn spellings(&self) -> String {
        let order = self.order();
        let mut counts = vec![0; order.words.len() + 1];
        for (tray, places) in self.trays.iter().zip(&order.places) {
            for entry in tray.words(0..WORD_PARTS) {
                counts[places[entry.first as usize] as usize] += entry.count();
            }
        }
        let words: Vec<(&str, usize)> = order
            .words
            .iter()
            .zip(&counts[1..])
            .map(|((plain, _), count)| (&**plain, *count))
            .collect();
        let mut spelled = Dictionary::default();
        for same in words.chunk_by(|a, b| a.0 == b.0) {
            let plain = same[0].0;
            let count: usize = same.iter().map(|(_, count)| count).sum();
            if let Some(class) = count.checked_ilog2()
                && plain.len() > 1
                && !plain.starts_with(char::is_numeric)
            {
                let class = class.min(9).to_string();
                spelled.key(plain).extend_from_slice(class.as_bytes());
            }
        }
        spelled.end()
    }
}

impl Order {
    fn new(trays: &[Arc<Tray>]) -> Self {
        let mut numbers: HashMap<&str, u32, FixedState> = HashMap::default();
        let mut keys: Vec<&str> = vec![""];
        let number = |key| {
            *numbers.entry(key).or_insert_with(|| {
                keys.push(key);
                u32::try_from(keys.len() - 1).expect("fewer words than bytes")
            })
        };
        let mut number = number;
        let mut places: Vec<Vec<u32>> = trays
            .iter()
            .map(|tray| {
                [0].into_iter()
                    .chain(tray.keys().map(&mut number))
                    .collect()
            })
            .collect();
        let mut words: Vec<(String, usize)> = (1..keys.len())
            .map(|number| (word::plain(keys[number]), number))
            .collect();
        words.sort_unstable_by(|a, b| (&a.0, keys[a.1]).cmp(&(&b.0, keys[b.1])));
        let mut sorted = vec![0; keys.len()];
        for (place, (_, number)) in (1..).zip(&words) {
            sorted[*number] = place;
        }
        for place in places.iter_mut().flatten() {
            *place = sorted[*place as usize];
        }
        let words = words
            .into_iter()
            .map(|(plain, number)| (plain, keys[number].to_owned()));
        Self {
            words: words.collect(),
            places,
        }
    }

    /// Plain form and key of the word at a place.
    fn of(&self, place: u32) -> &(String, String) {
        &self.words[place as usize - 1]
    }
}

/// A piece on its way: entries in order, each with what it has in common with the one before it.
#[derive(Default)]
struct Dictionary {
    text: Vec<u8>,
    last: String,
}

impl Dictionary {
    /// Adds a key; its value is written behind it.
    fn key(&mut self, key: &str) -> &mut Vec<u8> {
        let bytes = self.last.bytes().zip(key.bytes());
        let shared = bytes
            .take_while(|(a, b)| a == b && a.is_ascii())
            .count()
            .min(DIGITS.len() - 1);
        if !self.text.is_empty() {
            self.text.push(b',');
        }
        self.text.push(DIGITS[shared]);
        self.text.extend_from_slice(&key.as_bytes()[shared..]);
        self.text.push(b'.');
        self.last.clear();
        self.last.push_str(key);
        &mut self.text
    }

    fn end(self) -> String {
        let text = String::from_utf8(self.text).expect("keys and ASCII");
        format!("\"{text}\"")
    }
}

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::convert::Infallible;

    use super::*;
    use crate::search::gather::gather;
    use crate::search::{Listing, Weight};

    const WORDS: [&str; 16] = [
        "đường",
        "Đường",
        "dương",
        "chuyển",
        "đổi",
        "năm",
        "57",
        "xuân",
        "xã",
        "mùa",
        "hè",
        "ấp",
        "Zalo",
        "wifi",
        "sông",
        "song",
    ];

    /// Pages with words drawn at random; the last page of every forty has one that no other has.
    fn pages(count: usize) -> Vec<Listing> {
        let mut seed = 7_u32;
        let mut text = |n: usize| {
            let words = (0..n).map(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                WORDS[(seed >> 16) as usize % WORDS.len()]
            });
            words.collect::<Vec<_>>().join(" ")
        };
        let page = |n: usize| Listing {
            text: None,
            title: match n % 40 {
                39 => format!("{} lạ{}", text(3), "a".repeat(n / 80)).into(),
                _ => text(3).into(),
            },
            names: Vec::new(),
            description: text(8).into(),
            path: format!("{n}/").into(),
            date: None,
            section: "".into(),
            kind: "",
            said: Vec::new(),
        };
        (0..count).map(page).collect()
    }

    /// What pages say, one after the other: for every word and pair the pages with their weights.
    fn said(pages: &[Listing]) -> BTreeMap<String, Vec<(u32, u32)>> {
        let mut all: BTreeMap<String, BTreeMap<u32, u32>> = BTreeMap::new();
        for (page, listing) in (0..).zip(pages) {
            for (weight, text) in [
                (Weight::Name, &listing.title),
                (Weight::Summary, &listing.description),
            ] {
                let keys: Vec<String> = word::words(text).map(word::key).collect();
                let pairs = keys.windows(2).map(|pair| pair.join(" "));
                for term in pairs.chain(keys.iter().cloned()) {
                    let known = all.entry(term).or_default().entry(page).or_default();
                    *known = (*known).max(weight as u32);
                }
            }
        }
        let lists = all.into_iter();
        lists
            .map(|(term, pages)| (term, pages.into_iter().collect()))
            .collect()
    }

    fn index_of(pages: Vec<Listing>) -> Index {
        let segment = Segment::new(0, 0, pages);
        let trays = (0..segment.trays.len()).map(|n| {
            let Ok(tray) = gather::<Infallible>(segment.tray(n), |_, _| unreachable!("no texts"));
            Arc::new(tray)
        });
        Index::new(&segment, trays.collect())
    }

    fn pieces(index: &Index) -> Vec<Piece> {
        let words = (0..index.counts.words).map(|n| Piece::Words(0, n));
        words
            .chain((0..index.counts.pairs).map(|n| Piece::Pairs(0, n)))
            .collect()
    }

    /// What stands in the pieces, as the script reads it.
    fn read(index: &Index) -> BTreeMap<String, Vec<(u32, u32)>> {
        let mut all = BTreeMap::new();
        for piece in pieces(index) {
            let text = index.piece(piece);
            let mut last = String::new();
            for entry in text
                .trim_matches('"')
                .split(',')
                .filter(|entry| !entry.is_empty())
            {
                let (key, list) = entry.split_once('.').expect("a key and a list");
                let shared = key[..1].chars().next().and_then(|c| c.to_digit(36));
                last.truncate(shared.expect("a digit") as usize);
                last.push_str(&key[1..]);
                let list = bits::tests::read(list.as_bytes(), index.pages);
                assert_eq!(
                    all.insert(last.clone(), list),
                    None,
                    "{last} stands in one place"
                );
            }
        }
        all
    }

    #[test]
    fn pieces_say_of_many_trays_what_the_pages_say_one_after_the_other() {
        for count in [1, 128, 129, 1_000] {
            assert!(
                read(&index_of(pages(count))) == said(&pages(count)),
                "{count} pages"
            );
        }
    }

    #[test]
    fn more_pieces_than_parts_share_them() {
        let mut index = index_of(pages(300));
        index.counts.pairs = 4 * PAIR_PARTS;
        assert!(read(&index) == said(&pages(300)));
    }

    #[test]
    fn a_piece_has_another_key_when_it_has_another_text_and_only_then() {
        let (old, mut edited) = (pages(300), pages(300));
        edited[140].description = "một câu mới".into();
        let (old, new) = (index_of(old), index_of(edited));
        let differ = |same: bool, piece: &Piece| {
            assert_eq!(old.key(*piece) == new.key(*piece), same, "{piece:?}");
            !same
        };
        let all = pieces(&old);
        let changed = all
            .iter()
            .filter(|piece| differ(old.piece(**piece) == new.piece(**piece), piece));
        let changed = changed.count();
        assert!(
            changed > 5 && changed < all.len() / 2,
            "{changed} of {}",
            all.len()
        );
    }
}
