//! A tray: what some neighbours on the shelf say, so short that all trays of a site can be kept from build to build.
//!
//! In go the words and pairs of words of up to `PAGES` pages, sorted; out come the entries of a part, a few bytes of
//! each, without anything being unpacked. A tray knows its pages by their places in it and its words by their places
//! in its own order, so it stays good wherever on the shelf its pages stand.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Weight;
use super::parts::{PAIR_PARTS, Place, WORD_PARTS, part_of_word};
use crate::fingerprint::Fingerprint;
use crate::vi::word;

/// How many pages are in a tray. An edit gathers so many anew; of more trays there is more to be merged.
pub(super) const PAGES: usize = 128;
const PAGE_BITS: u32 = 7;
const WEIGHT_BITS: u32 = 3;
const WEIGHTS: u64 = Weight::Name as u64 + 1;

/// A word that stands in a text so often is what the text is about.
const OFTEN: usize = 3;

/// The number of the weight of what stands on a page so many times, when that is the greatest one.
pub(super) fn weight_of(times: usize, greatest: u64) -> u64 {
    match times >= OFTEN {
        true => greatest.max(Weight::Summary as u64),
        false => greatest,
    }
}

/// What the pages of a tray say.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tray {
    /// The keys of its words in the order of plain form and key, a space behind each. The first word has the number 1.
    keys: String,
    words: Terms,
    pairs: Terms,
}

/// Words, or pairs of words, with the pages that say them.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Terms {
    /// An entry is how far the first number is from that of the entry before it in the part, the second number, a list.
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    /// Its `Part`s, as bytes: so they are written and read in one go.
    #[serde(with = "serde_bytes")]
    parts: Vec<u8>,
}

#[derive(Clone, Copy)]
struct Part {
    /// Where its bytes end.
    end: u32,
    /// The hash of all that is said in it, whatever the numbers of its words are; 0 when that is nothing.
    mark: u64,
}

/// How many bytes a part takes.
const PART: usize = 12;

impl Part {
    fn of([a, b, c, d, mark @ ..]: [u8; PART]) -> Self {
        Self {
            end: u32::from_le_bytes([a, b, c, d]),
            mark: u64::from_le_bytes(mark),
        }
    }
}

/// A word (then `second` is 0) or a pair of words with the pages that say it.
#[derive(Clone, Copy)]
pub(super) struct Entry<'t> {
    pub first: u32,
    pub second: u32,
    list: &'t [u8],
}

impl Entry<'_> {
    /// How many pages say it.
    pub fn count(&self) -> usize {
        self.list.iter().filter(|byte| **byte < MORE).count()
    }

    /// Adds the pages, rising, each with its weight, to others before it; `first` is the page with which the tray begins.
    pub fn read(&self, first: u32, pages: &mut Vec<(u32, u32)>) {
        let (mut at, mut next) = (0, u64::from(first));
        while at < self.list.len() {
            let value = number(self.list, &mut at) >> 1;
            let page = next + value / WEIGHTS;
            next = page + 1;
            pages.push((small(page), small(value % WEIGHTS)));
        }
    }
}

impl Tray {
    /// The keys of its words, from that of number 1 on.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.split_terminator(' ')
    }

    /// The words in some parts, by number within each.
    pub(super) fn words(&self, parts: Range<usize>) -> impl Iterator<Item = Entry<'_>> {
        self.words.entries(parts)
    }

    /// The pairs in some parts.
    pub(super) fn pairs(&self, parts: Range<usize>) -> impl Iterator<Item = Entry<'_>> {
        self.pairs.entries(parts)
    }

    /// What tells whether something else is said in these parts.
    pub(super) fn marks_of_words(&self, parts: Range<usize>) -> impl Iterator<Item = u64> {
        self.words.marks(parts)
    }

    /// The same of pairs.
    pub(super) fn marks_of_pairs(&self, parts: Range<usize>) -> impl Iterator<Item = u64> {
        self.pairs.marks(parts)
    }
}

impl Terms {
    fn part(&self, n: usize) -> Part {
        let (parts, _) = self.parts.as_chunks();
        Part::of(parts[n])
    }

    fn marks(&self, parts: Range<usize>) -> impl Iterator<Item = u64> {
        parts.map(|part| self.part(part).mark)
    }

    fn entries(&self, parts: Range<usize>) -> impl Iterator<Item = Entry<'_>> {
        parts.flat_map(|part| {
            let end_of = |part: usize| self.part(part).end as usize;
            let bytes = &self.bytes[part.checked_sub(1).map_or(0, end_of)..end_of(part)];
            let (mut at, mut first) = (0, 0);
            std::iter::from_fn(move || {
                (at < bytes.len()).then(|| {
                    let step = number(bytes, &mut at);
                    first = match step & 1 {
                        0 => first + (step >> 1),
                        _ => first - (step >> 1),
                    };
                    let second = number(bytes, &mut at);
                    let start = at;
                    while number(bytes, &mut at) & 1 == 0 {}
                    Entry {
                        first: small(first),
                        second: small(second),
                        list: &bytes[start..at],
                    }
                })
            })
        })
    }
}

/// A page that says a word or a pair of words.
#[derive(Clone, Copy)]
pub(super) struct Posting(u64);

/// The bits of a word's number while a tray is gathered.
pub(super) const WORD_BITS: u32 = 20;
const WORD_MASK: u64 = (1 << WORD_BITS) - 1;

impl Posting {
    /// Of words by number (a word alone has 0 for the second), of a page of the tray, and of a weight's number.
    pub fn new(first: u64, second: u64, page: u64, weight: u64) -> Self {
        let term = first << WORD_BITS | second;
        Self((term << PAGE_BITS | page) << WEIGHT_BITS | weight)
    }

    fn term(self) -> u64 {
        self.0 >> (PAGE_BITS + WEIGHT_BITS)
    }

    pub fn first(self) -> usize {
        (self.term() >> WORD_BITS) as usize
    }

    pub fn second(self) -> usize {
        (self.term() & WORD_MASK) as usize
    }

    fn page(self) -> u64 {
        self.0 >> WEIGHT_BITS & ((1 << PAGE_BITS) - 1)
    }

    fn weight(self) -> u64 {
        self.0 & ((1 << WEIGHT_BITS) - 1)
    }

    /// With other numbers of its words.
    fn renumbered(self, numbers: &[u64]) -> Self {
        let term = numbers[self.first()] << WORD_BITS | numbers[self.second()];
        let rest = PAGE_BITS + WEIGHT_BITS;
        Self(term << rest | self.0 & ((1 << rest) - 1))
    }
}

/// A word of the tray that is being written.
struct Word<'k> {
    key: &'k str,
    plain: String,
    mark: u64,
}

impl Tray {
    /// A tray from what its pages say: words and pairs in the order of the pages, in any order within one, with the
    /// keys of the words by number. A page that says something more than once has a posting for each time.
    pub(super) fn new(keys: &[String], mut words: Vec<Posting>, mut pairs: Vec<Posting>) -> Self {
        let mut is_said = vec![false; keys.len()];
        for posting in words.iter().chain(&pairs) {
            is_said[posting.first()] = true;
            is_said[posting.second()] = true;
        }
        let numbers = (1..keys.len()).filter(|number| is_said[*number]);
        let mut order: Vec<(String, usize)> = numbers
            .map(|number| (word::plain(&keys[number]), number))
            .collect();
        order.sort_unstable_by(|a, b| (&a.0, &keys[a.1]).cmp(&(&b.0, &keys[b.1])));
        let mut numbers = vec![0; keys.len()];
        for (new, (_, old)) in (1..).zip(&order) {
            numbers[*old] = new;
        }
        for list in [&mut words, &mut pairs] {
            for posting in &mut *list {
                *posting = posting.renumbered(&numbers);
            }
            sort(list, order.len());
        }
        let said = order.into_iter().map(|(plain, number)| Word {
            key: &keys[number],
            plain,
            mark: mark(keys[number].as_bytes()),
        });
        let said: Vec<Word<'_>> = said.collect();
        Self {
            keys: said.iter().flat_map(|word| [word.key, " "]).collect(),
            words: write_words(&words, &said),
            pairs: write_pairs(&pairs, &said),
        }
    }
}

/// Sorts postings by their words; those of one word or pair stay as they are. `words` is the greatest number.
fn sort(list: &mut Vec<Posting>, words: usize) {
    let bits = usize::BITS - words.leading_zeros();
    let passes = bits.div_ceil(12).max(1);
    let digit = bits.div_ceil(passes);
    let mut other = list.clone();
    for low in [0, WORD_BITS] {
        for pass in 0..passes {
            let digit_of = |posting: &Posting| {
                (posting.term() >> (low + pass * digit)) as usize & ((1 << digit) - 1)
            };
            let mut places = vec![0_u32; 1 << digit];
            for posting in &*list {
                places[digit_of(posting)] += 1;
            }
            let mut next = 0;
            for place in &mut places {
                next += std::mem::replace(place, next);
            }
            for posting in &*list {
                let place = &mut places[digit_of(posting)];
                other[*place as usize] = *posting;
                *place += 1;
            }
            std::mem::swap(list, &mut other);
        }
    }
}

fn by_term(sorted: &[Posting]) -> impl Iterator<Item = &[Posting]> {
    sorted.chunk_by(|a, b| a.term() == b.term())
}

fn write_words(sorted: &[Posting], said: &[Word<'_>]) -> Terms {
    let mut writer = Writer::new(WORD_PARTS);
    for postings in by_term(sorted) {
        let plain = &said[postings[0].first() - 1].plain;
        writer.write(part_of_word(plain), postings, said);
    }
    writer.end()
}

fn write_pairs(sorted: &[Posting], said: &[Word<'_>]) -> Terms {
    let place = |posting: &Posting| {
        let [first, second] = [posting.first(), posting.second()].map(|n| &said[n - 1].plain);
        Place::of(first, second)
    };
    let initial = |postings: &[Posting]| said[postings[0].second() - 1].plain.chars().next();
    let terms: Vec<&[Posting]> = by_term(sorted).collect();
    // Those whose place is the same: one first word, seconds that begin with one letter.
    let runs = terms.chunk_by(|a, b| a[0].first() == b[0].first() && initial(a) == initial(b));
    let mut runs: Vec<(Place, &[&[Posting]])> = runs.map(|run| (place(&run[0][0]), run)).collect();
    runs.sort_by_key(|(place, _)| *place);
    let mut writer = Writer::new(PAIR_PARTS);
    for (place, run) in runs {
        for postings in run {
            writer.write(place.part(), postings, said);
        }
    }
    writer.end()
}

/// Terms on their way.
struct Writer {
    terms: Terms,
    count: usize,
    /// The first number of the last entry of the part.
    first: u64,
    /// What the part says, whatever the numbers.
    said: Vec<u8>,
}

impl Writer {
    fn new(count: usize) -> Self {
        Self {
            terms: Terms::default(),
            count,
            first: 0,
            said: Vec::new(),
        }
    }

    /// Adds a word or a pair to a part that is not before that of the last.
    fn write(&mut self, part: usize, postings: &[Posting], said: &[Word<'_>]) {
        self.end_before(part);
        let numbers = [postings[0].first(), postings[0].second()];
        for n in numbers {
            let mark = n.checked_sub(1).map_or(0, |i| said[i].mark);
            self.said.extend_from_slice(&mark.to_le_bytes());
        }
        let [first, second] = numbers.map(|n| n as u64);
        let bytes = &mut self.terms.bytes;
        put_number(
            first.abs_diff(self.first) << 1 | u64::from(first < self.first),
            bytes,
        );
        put_number(second, bytes);
        self.first = first;
        let start = bytes.len();
        let (mut next, mut rest) = (0, postings);
        while let Some(one) = rest.first() {
            let (page, mut greatest, mut times) = (one.page(), one.weight(), 1);
            while let Some(other) = rest.get(times).filter(|other| other.page() == page) {
                greatest = greatest.max(other.weight());
                times += 1;
            }
            rest = &rest[times..];
            let value = (page - next) * WEIGHTS + weight_of(times, greatest);
            put_number(value << 1 | u64::from(rest.is_empty()), bytes);
            next = page + 1;
        }
        self.said.extend_from_slice(&bytes[start..]);
    }

    /// Ends all parts before one.
    fn end_before(&mut self, part: usize) {
        let Terms { bytes, parts } = &mut self.terms;
        while parts.len() < part * PART {
            let end = u32::try_from(bytes.len()).expect("texts are shorter than that");
            let mark = match &*self.said {
                [] => 0,
                said => mark(said),
            };
            parts.extend_from_slice(&end.to_le_bytes());
            parts.extend_from_slice(&mark.to_le_bytes());
            self.said.clear();
            self.first = 0;
        }
    }

    fn end(mut self) -> Terms {
        self.end_before(self.count);
        self.terms
    }
}

/// What tells bytes from others.
fn mark(bytes: &[u8]) -> u64 {
    (Fingerprint::of_bytes(bytes).0 & u128::from(u64::MAX)) as u64
}

fn small(n: u64) -> u32 {
    u32::try_from(n).expect("of few bits")
}

/// The bit of a byte that says that more of the number follow.
const MORE: u8 = 0x80;

/// Puts a number behind others: seven bits to a byte, the lowest first.
fn put_number(mut n: u64, bytes: &mut Vec<u8>) {
    while n >= MORE.into() {
        bytes.push(n as u8 | MORE);
        n >>= 7;
    }
    bytes.push(n as u8);
}

/// Reads the number at a place and goes behind it.
fn number(bytes: &[u8], at: &mut usize) -> u64 {
    let mut n = 0;
    for shift in (0..).step_by(7) {
        let byte = bytes[*at];
        *at += 1;
        n |= u64::from(byte & !MORE) << shift;
        if byte < MORE {
            break;
        }
    }
    n
}
