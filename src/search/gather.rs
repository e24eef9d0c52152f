//! From pages to a tray: which words and pairs of words each says, and with what weight.
//!
//! In go listings and a way to read their files. A word is told by its key (`vi::word`), so `đường` and `dương` are two
//! words and the script finds both by `duong`. Pairs stand for phrases, because most Vietnamese words are two or three
//! syllables. What is written short is found by what it stands for, and the other way round.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::tray::{Posting, Tray, WORD_BITS, weight_of};
use super::{Listing, Text, Weight};
use crate::fingerprint::Fingerprint;
use crate::parse::prose::{Voice, prose};
use crate::vi::abbreviation::ABBREVIATIONS;
use crate::vi::{cite, word};

/// Words that are on nearly every page and say nothing there. They are found in titles and headings only.
pub(super) const QUIET: &[&str] = &[
    "và", "của", "các", "là", "có", "cho", "được", "trong", "với", "để", "những", "khi", "ở", "từ",
    "theo", "về", "tại", "do", "vào", "như", "thì", "mà", "bị", "bởi", "cũng", "đã", "đang", "sẽ",
    "rất", "này", "đó", "nên", "nếu", "hoặc",
];

/// The longest key that is indexed; what is longer is no word.
const LONGEST: usize = 24;
/// The key of `số`, which may stand or not between the type and the number of a document.
const NUMBER: &str = "sO4";

/// Gathers the words of some neighbours, as many as a tray has room for. `read` gives the bytes of a file that still
/// has the `Doc::key`.
///
/// # Errors
/// Those of `read`.
pub fn gather<'b, E>(
    listings: &[Listing],
    read: impl Fn(&Arc<str>, Fingerprint) -> Result<Cow<'b, [u8]>, E>,
) -> Result<Tray, E> {
    let mut gatherer = Gatherer::new();
    for listing in listings {
        gatherer.title(listing);
        gatherer.text(&listing.description, Weight::Summary);
        for (weight, text) in &listing.said {
            gatherer.text(text, *weight);
        }
        if let Some(Text { path, key, .. }) = &listing.text {
            let bytes = read(path, *key)?;
            prose(path, &bytes, |voice, text| {
                let weight = match voice {
                    Voice::Heading => Weight::Heading,
                    Voice::Text => Weight::Text,
                };
                gatherer.text(text, weight);
            });
        }
        gatherer.end_page();
    }
    Ok(gatherer.tray())
}

/// A word by its number; 0 is no word.
type Number = u64;

#[derive(Clone, Copy)]
struct Known {
    number: Number,
    quiet: bool,
}

/// The words of a piece of text: where they stand, and what they are.
type Row = Vec<(Range<usize>, Known)>;

/// How a page says a word.
#[derive(Clone, Copy, Default)]
struct Said {
    times: usize,
    /// The greatest weight of a place where it stands.
    greatest: u64,
}

/// A row of words that is found by another.
struct Twin {
    /// What it looks like.
    from: Vec<Number>,
    /// How the short form is written: capitals count.
    written: Option<&'static str>,
    to: Vec<Number>,
}

/// Gathers the words of pages, one after the other.
struct Gatherer {
    /// Words as written: short ones as numbers, which are compared at once.
    known: HashMap<u128, Known, FixedState>,
    known_long: HashMap<Box<str>, Known, FixedState>,
    /// Keys by number; that of 0 is empty.
    keys: Vec<String>,
    numbers: HashMap<String, Number, FixedState>,
    /// The keys of the words that are quiet.
    quiet: Vec<String>,
    /// By the number of their first word, up to the greatest.
    twins: Vec<Vec<Twin>>,
    so: Number,
    /// Room for the next piece of text.
    row: Row,
    /// How the page says each word, by number.
    words: Vec<Said>,
    /// The words of the page.
    said: Vec<Number>,
    /// Which page it is.
    page: u64,
    /// The words of all pages before it.
    postings: Vec<Posting>,
    /// The pairs of all pages, once for each time that they stand there.
    pairs: Vec<Posting>,
}

impl Gatherer {
    fn new() -> Self {
        let mut gatherer = Self {
            known: HashMap::default(),
            known_long: HashMap::default(),
            keys: vec![String::new()],
            numbers: HashMap::default(),
            quiet: QUIET.iter().map(|quiet| word::key(quiet)).collect(),
            twins: Vec::new(),
            so: 0,
            row: Vec::new(),
            words: vec![Said::default()],
            said: Vec::new(),
            page: 0,
            postings: Vec::new(),
            pairs: Vec::new(),
        };
        gatherer.so = gatherer.number(NUMBER.to_owned());
        for (short, long) in ABBREVIATIONS {
            let [short_row, long_row] = [short, long].map(|text| {
                let keys = word::words(text).map(word::key);
                keys.map(|key| gatherer.number(key)).collect::<Vec<_>>()
            });
            gatherer.twin(short_row.clone(), Some(short), long_row.clone());
            gatherer.twin(long_row, None, short_row);
        }
        gatherer
    }

    fn twin(&mut self, from: Vec<Number>, written: Option<&'static str>, to: Vec<Number>) {
        let twin = Twin { from, written, to };
        let first = index_of(twin.from[0]);
        if self.twins.len() <= first {
            self.twins.resize_with(first + 1, Vec::new);
        }
        self.twins[first].push(twin);
    }

    /// The number of a key.
    fn number(&mut self, key: String) -> Number {
        if key.len() > LONGEST || self.keys.len() >= 1 << WORD_BITS {
            return 0;
        }
        let next = self.keys.len() as Number;
        let number = *self.numbers.entry(key.clone()).or_insert(next);
        if number == next {
            self.keys.push(key);
            self.words.push(Said::default());
        }
        number
    }

    /// What the word at a place of a text is.
    fn known(&mut self, text: &str, place: Range<usize>) -> Known {
        let short = short(text, &place);
        let written = &text[place];
        let known = match short {
            Some(short) => self.known.get(&short),
            None => self.known_long.get(written),
        };
        if let Some(known) = known {
            return *known;
        }
        let key = word::key(written);
        let known = Known {
            quiet: self.quiet.contains(&key),
            number: self.number(key),
        };
        match short {
            Some(short) => self.known.insert(short, known),
            None => self.known_long.insert(written.into(), known),
        };
        known
    }

    fn put_word(&mut self, number: Number, weight: Weight) {
        let said = &mut self.words[index_of(number)];
        if said.times == 0 {
            self.said.push(number);
        }
        said.times += 1;
        said.greatest = said.greatest.max(weight as u64);
    }

    fn put_pair(&mut self, first: Number, second: Number, weight: Weight) {
        if first != 0 && second != 0 {
            self.pairs
                .push(Posting::new(first, second, self.page, weight as u64));
        }
    }

    /// Takes in what a page is called. The symbol of another document in a title says less than words of its own.
    fn title(&mut self, listing: &Listing) {
        for name in &listing.names {
            self.text(name, Weight::Name);
        }
        let own = if listing.names.is_empty() {
            Weight::Name
        } else {
            Weight::Title
        };
        let mut at = 0;
        for citation in cite::find(&listing.title) {
            let key = cite::key(&citation.symbol);
            if !listing.names.iter().any(|name| cite::key(name) == key) {
                self.text(&listing.title[at..citation.range.start], own);
                self.text(&listing.title[citation.range.clone()], Weight::Heading);
                at = citation.range.end;
            }
        }
        self.text(&listing.title[at..], own);
    }

    /// Takes in a piece of text; words in two pieces are no neighbours.
    fn text(&mut self, text: &str, weight: Weight) {
        let mut row = std::mem::take(&mut self.row);
        row.clear();
        for place in word::ranges(text) {
            let known = self.known(text, place.clone());
            row.push((place, known));
        }
        let mut before = 0;
        for (i, (_, word)) in row.iter().enumerate() {
            let is_said = weight >= Weight::Heading || !word.quiet;
            let number = if is_said { word.number } else { 0 };
            if number != 0 {
                self.put_word(number, weight);
                self.put_pair(before, number, weight);
            }
            before = number;
            let around = |i: usize| row.get(i.checked_sub(1)?..i + 2);
            if word.number == self.so
                && let Some([(_, first), _, (place, second)]) = around(i)
                && text[place.clone()].starts_with(char::is_numeric)
            {
                self.put_pair(first.number, second.number, weight);
            }
            let twins = self.twins.get(index_of(word.number));
            if twins.is_some_and(|twins| !twins.is_empty()) {
                self.put_twins(text, &row[i..], weight);
            }
        }
        self.row = row;
    }

    /// Puts in what the words at the start of a row stand for.
    fn put_twins(&mut self, text: &str, row: &[(Range<usize>, Known)], weight: Weight) {
        let twins = &self.twins[index_of(row[0].1.number)];
        let fits = |twin: &&Twin| {
            let numbers = row.iter().map(|(_, word)| word.number);
            let is_same = row.len() >= twin.from.len()
                && numbers.zip(&twin.from).all(|(word, from)| word == *from);
            is_same
                && twin.written.is_none_or(|short| {
                    word::words(short)
                        .zip(row)
                        .all(|(part, (place, _))| part == &text[place.clone()])
                })
        };
        let found: Vec<Vec<Number>> = twins
            .iter()
            .filter(fits)
            .map(|twin| twin.to.clone())
            .collect();
        for to in found {
            for (i, number) in to.iter().enumerate() {
                if *number != 0 {
                    self.put_word(*number, weight);
                }
                if let Some(next) = to.get(i + 1) {
                    self.put_pair(*number, *next, weight);
                }
            }
        }
    }

    /// Ends a page: each of its words becomes one posting with the greatest of its weights.
    fn end_page(&mut self) {
        for number in self.said.drain(..) {
            let said = std::mem::take(&mut self.words[index_of(number)]);
            let weight = weight_of(said.times, said.greatest);
            self.postings
                .push(Posting::new(number, 0, self.page, weight));
        }
        self.page += 1;
    }

    fn tray(self) -> Tray {
        Tray::new(&self.keys, self.postings, self.pairs)
    }
}

/// The bytes of a word as a number, if there are no more than sixteen. No word has a byte of 0.
fn short(text: &str, place: &Range<usize>) -> Option<u128> {
    let bytes = &text.as_bytes()[place.start..];
    let len = place.len();
    if let (Some(sixteen), 1..=16) = (bytes.first_chunk(), len) {
        // What stands behind the word is cut off.
        return Some(u128::from_le_bytes(*sixteen) << (8 * (16 - len)));
    }
    let mut sixteen = [0; 16];
    let start = 16_usize.checked_sub(len)?;
    sixteen[start..].copy_from_slice(&bytes[..len]);
    Some(u128::from_le_bytes(sixteen))
}

fn index_of(number: Number) -> usize {
    usize::try_from(number).expect("of few bits")
}
