//! The index of a segment: which pages have a word, which have two words side by side, and with what weight.
//!
//! In goes a segment and a way to read its files, out come the texts of its pieces. A word is told by its key
//! (`vi::word`), so `đường` and `dương` are two words and the script finds both by `duong`. Pairs stand for phrases,
//! because most Vietnamese words are two or three syllables. What is written short is found by what it stands for, and
//! the other way round.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use foldhash::fast::FixedState;

use super::{Counts, Listing, Piece, Segment, Text, Weight, bits};
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

/// The cuts into `count` parts, a power of two up to 256.
pub(super) fn cuts(count: usize) -> impl Iterator<Item = &'static str> {
    let step = (CUTS.len() + 1) / count;
    (1..count).map(move |n| CUTS[n * step - 1])
}

/// The longest key that is indexed; what is longer is no word.
const LONGEST: usize = 24;
/// A word that stands in a text so often is what the text is about.
const OFTEN: usize = 3;
/// The key of `số`, which may stand or not between the type and the number of a document.
const NUMBER: &str = "sO4";

/// The bits of a posting: two word numbers, a page, a weight. Of more words or pages than fit, the last are left out.
const WORD_BITS: u32 = 20;
const PAGE_BITS: u32 = 20;
const WEIGHT_BITS: u32 = 3;

/// The texts of a segment's pieces.
#[derive(Debug, PartialEq, Eq)]
pub struct Index {
    words: Vec<String>,
    pairs: Vec<String>,
    spellings: String,
}

impl Index {
    /// The text of a piece; empty for one that is not of an index.
    #[must_use]
    pub fn piece(&self, piece: Piece) -> &str {
        match piece {
            Piece::Words(_, n) => self.words.get(n).map_or("", String::as_str),
            Piece::Pairs(_, n) => self.pairs.get(n).map_or("", String::as_str),
            Piece::Spellings(_) => &self.spellings,
            Piece::Catalogue | Piece::Titles(_) => "",
        }
    }
}

/// Makes the index of a segment, on all cores. `read` gives the bytes of a file that still has the `Doc::key`.
///
/// # Errors
/// Those of `read`.
pub fn index<'b, E: Send>(
    segment: &Segment,
    read: impl Fn(&Arc<str>, Fingerprint) -> Result<Cow<'b, [u8]>, E> + Sync,
) -> Result<Index, E> {
    let count = segment.listings.len().min(1 << PAGE_BITS);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = count.div_ceil(cores).max(1);
    // Threads of its own: whoever waits for the index holds one of the pool.
    let read = &read;
    let parts: Vec<Result<Gatherer, E>> = thread::scope(|scope| {
        let shares = segment.listings[..count].chunks(share).enumerate();
        let threads: Vec<_> = shares
            .map(|(i, listings)| scope.spawn(move || gather(listings, i * share, read)))
            .collect();
        let join = |thread: thread::ScopedJoinHandle<'_, _>| {
            thread.join().expect("gathering words does not panic")
        };
        threads.into_iter().map(join).collect()
    });
    let parts: Vec<Gatherer> = parts.into_iter().collect::<Result<_, E>>()?;
    Ok(write(parts, segment.listings.len()))
}

fn gather<'b, E>(
    listings: &[Listing],
    first: usize,
    read: &impl Fn(&Arc<str>, Fingerprint) -> Result<Cow<'b, [u8]>, E>,
) -> Result<Gatherer, E> {
    let mut gatherer = Gatherer::new();
    for (i, listing) in listings.iter().enumerate() {
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
        gatherer.end_page(first + i);
    }
    Ok(gatherer)
}

/// A word by its number; 0 is no word.
type Number = u64;

#[derive(Clone, Copy)]
struct Known {
    number: Number,
    quiet: bool,
}

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
    /// Words as written.
    known: HashMap<Box<str>, Known, FixedState>,
    /// Keys by number; that of 0 is empty.
    keys: Vec<String>,
    numbers: HashMap<String, Number, FixedState>,
    /// By the number of their first word.
    twins: BTreeMap<Number, Vec<Twin>>,
    /// Twins begin with words below this number.
    twins_end: Number,
    so: Number,
    /// How the page says each word, by number.
    words: Vec<Said>,
    /// The words of the page.
    said: Vec<Number>,
    /// The pairs of the page, each with its weight in the lowest bits.
    pairs: Vec<u64>,
    /// The words and pairs of all pages.
    postings: Vec<u64>,
}

impl Gatherer {
    fn new() -> Self {
        let mut gatherer = Self {
            known: HashMap::default(),
            keys: vec![String::new()],
            numbers: HashMap::default(),
            twins: BTreeMap::new(),
            twins_end: 0,
            so: 0,
            words: vec![Said::default()],
            said: Vec::new(),
            pairs: Vec::new(),
            postings: Vec::new(),
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
        gatherer.twins_end = gatherer.keys.len() as Number;
        gatherer
    }

    fn twin(&mut self, from: Vec<Number>, written: Option<&'static str>, to: Vec<Number>) {
        let twin = Twin { from, written, to };
        self.twins.entry(twin.from[0]).or_default().push(twin);
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

    fn known(&mut self, written: &str) -> Known {
        if let Some(known) = self.known.get(written) {
            return *known;
        }
        let key = word::key(written);
        let known = Known {
            quiet: QUIET.iter().any(|quiet| word::key(quiet) == key),
            number: self.number(key),
        };
        self.known.insert(written.into(), known);
        known
    }

    fn put_word(&mut self, number: Number, weight: Weight) {
        if number == 0 {
            return;
        }
        let said = &mut self.words[index_of(number)];
        if said.times == 0 {
            self.said.push(number);
        }
        said.times += 1;
        said.greatest = said.greatest.max(weight as u64);
    }

    fn put_pair(&mut self, first: Number, second: Number, weight: Weight) {
        if first != 0 && second != 0 {
            let pair = first << WORD_BITS | second;
            self.pairs.push(pair << WEIGHT_BITS | weight as u64);
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
        let row: Vec<(&str, Known)> = word::words(text)
            .map(|written| (written, self.known(written)))
            .collect();
        let is_said = |known: Known| weight >= Weight::Heading || !known.quiet;
        for (i, (_, word)) in row.iter().enumerate() {
            if is_said(*word) {
                self.put_word(word.number, weight);
            }
            let Some((_, next)) = row.get(i + 1) else {
                continue;
            };
            if is_said(*word) && is_said(*next) {
                self.put_pair(word.number, next.number, weight);
            }
            if let Some((written, number)) = row.get(i + 2)
                && next.number == self.so
                && written.starts_with(char::is_numeric)
            {
                self.put_pair(word.number, number.number, weight);
            }
        }
        for (i, (_, word)) in row.iter().enumerate() {
            if word.number < self.twins_end {
                self.put_twins(&row[i..], weight);
            }
        }
    }

    /// Puts in what the words at the start of a row stand for.
    fn put_twins(&mut self, row: &[(&str, Known)], weight: Weight) {
        let Some(twins) = self.twins.get(&row[0].1.number) else {
            return;
        };
        let fits = |twin: &&Twin| {
            let numbers = row.iter().map(|(_, word)| word.number);
            let is_same = row.len() >= twin.from.len()
                && numbers.zip(&twin.from).all(|(word, from)| word == *from);
            is_same
                && twin.written.is_none_or(|short| {
                    word::words(short)
                        .zip(row)
                        .all(|(part, (written, _))| part == *written)
                })
        };
        let found: Vec<Vec<Number>> = twins
            .iter()
            .filter(fits)
            .map(|twin| twin.to.clone())
            .collect();
        for to in found {
            for (i, number) in to.iter().enumerate() {
                self.put_word(*number, weight);
                if let Some(next) = to.get(i + 1) {
                    self.put_pair(*number, *next, weight);
                }
            }
        }
    }

    /// Ends a page: each of its words and pairs becomes one posting with the greatest of its weights.
    fn end_page(&mut self, page: usize) {
        let mut post = |term: u64, times: usize, greatest: u64| {
            let weight = match times >= OFTEN {
                true => greatest.max(Weight::Summary as u64),
                false => greatest,
            };
            let posting = (term << PAGE_BITS | page as u64) << WEIGHT_BITS | weight;
            self.postings.push(posting);
        };
        for number in self.said.drain(..) {
            let said = std::mem::take(&mut self.words[index_of(number)]);
            post(number << WORD_BITS, said.times, said.greatest);
        }
        self.pairs.sort_unstable();
        let pairs = self
            .pairs
            .chunk_by(|a, b| a >> WEIGHT_BITS == b >> WEIGHT_BITS);
        for pair in pairs {
            let greatest = pair[pair.len() - 1];
            let weight = greatest & ((1 << WEIGHT_BITS) - 1);
            post(greatest >> WEIGHT_BITS, pair.len(), weight);
        }
        self.pairs.clear();
    }
}

/// A piece on its way: entries in order, each with what it has in common with the one before it.
#[derive(Default)]
struct Dictionary {
    text: String,
    last: String,
}

impl Dictionary {
    /// Adds a key; its value is written behind it.
    fn key(&mut self, key: &str) -> &mut String {
        let bytes = self.last.bytes().zip(key.bytes());
        let shared = bytes
            .take_while(|(a, b)| a == b && a.is_ascii())
            .count()
            .min(35);
        if !self.text.is_empty() {
            self.text.push(',');
        }
        let digit = u32::try_from(shared)
            .ok()
            .and_then(|n| char::from_digit(n, 36));
        self.text.push(digit.expect("below 36"));
        self.text.push_str(&key[shared..]);
        self.text.push('.');
        self.last.clear();
        self.last.push_str(key);
        &mut self.text
    }

    fn end(self) -> String {
        format!("\"{}\"", self.text)
    }
}

/// Writes the pieces from what was gathered in parts.
fn write(mut parts: Vec<Gatherer>, pages: usize) -> Index {
    let counts = Counts::of(pages);
    let mut dictionary: Vec<(String, String)> = parts
        .iter()
        .flat_map(|part| &part.keys[1..])
        .map(|key| (word::plain(key), key.clone()))
        .collect();
    dictionary.sort_unstable();
    dictionary.dedup();
    renumber(&mut parts, &dictionary);
    let mut rests: Vec<&[u64]> = parts.iter().map(|part| &*part.postings).collect();
    let mut list = Vec::new();
    let mut words: Vec<Dictionary> = Vec::new();
    words.resize_with(counts.words, Dictionary::default);
    let mut pairs: Vec<Dictionary> = Vec::new();
    pairs.resize_with(counts.pairs, Dictionary::default);
    let mut spellings: BTreeMap<&str, usize> = BTreeMap::new();
    let total = u32::try_from(pages).unwrap_or(u32::MAX);
    while let Some(term) = take_term(&mut rests, &mut list) {
        let (plain, key) = &dictionary[at(term >> WORD_BITS)];
        let text = if term & WORD_MASK == 0 {
            *spellings.entry(plain).or_default() += list.len();
            words[part_of(plain, counts.words)].key(key)
        } else {
            let (second_plain, second) = &dictionary[at(term & WORD_MASK)];
            pairs[pair_of(plain, second_plain, counts.pairs)].key(&format!("{key} {second}"))
        };
        let page = |posting: &u64| posting >> WEIGHT_BITS & ((1 << PAGE_BITS) - 1);
        let weight = |posting: &u64| posting & ((1 << WEIGHT_BITS) - 1);
        let small = |n: u64| u32::try_from(n).expect("of few bits");
        bits::write(
            list.iter()
                .map(|posting| (small(page(posting)), small(weight(posting)))),
            total,
            text,
        );
    }
    let mut spelled = Dictionary::default();
    for (plain, count) in spellings {
        if plain.len() > 1 && !plain.starts_with(char::is_numeric) {
            let class = count.ilog2().min(9).to_string();
            spelled.key(plain).push_str(&class);
        }
    }
    Index {
        words: words.into_iter().map(Dictionary::end).collect(),
        pairs: pairs.into_iter().map(Dictionary::end).collect(),
        spellings: spelled.end(),
    }
}

const WORD_MASK: u64 = (1 << WORD_BITS) - 1;

fn term_of(posting: u64) -> u64 {
    posting >> (PAGE_BITS + WEIGHT_BITS)
}

fn index_of(number: Number) -> usize {
    usize::try_from(number).expect("of few bits")
}

/// The place of a word in the dictionary, which has none with the number 0.
fn at(number: Number) -> usize {
    index_of(number) - 1
}

/// Gives the words the numbers that they have in the dictionary, and sorts the postings by them.
fn renumber(parts: &mut [Gatherer], dictionary: &[(String, String)]) {
    let numbers: HashMap<&str, u64> = (1..)
        .zip(dictionary)
        .map(|(number, (_, key))| (key.as_str(), number))
        .collect();
    let numbers = &numbers;
    thread::scope(|scope| {
        for part in parts {
            scope.spawn(move || {
                let keys = part.keys.iter();
                let new: Vec<u64> = keys
                    .map(|key| numbers.get(key.as_str()).copied().unwrap_or(0))
                    .collect();
                let number = |old: u64| new[index_of(old)];
                let rest = PAGE_BITS + WEIGHT_BITS;
                for posting in &mut part.postings {
                    let term = term_of(*posting);
                    let (first, second) = (term >> WORD_BITS, term & WORD_MASK);
                    let term = number(first) << WORD_BITS | number(second);
                    *posting = term << rest | *posting & ((1 << rest) - 1);
                }
                part.postings.sort_unstable();
            });
        }
    });
}

/// Takes the postings of the first term that is left: those of the parts one after the other, which are in the order
/// of their pages.
fn take_term(rests: &mut [&[u64]], list: &mut Vec<u64>) -> Option<u64> {
    let firsts = rests.iter().filter_map(|rest| rest.first());
    let term = firsts.map(|first| term_of(*first)).min()?;
    list.clear();
    for rest in rests {
        let own = rest.iter().take_while(|posting| term_of(**posting) == term);
        let (own, after) = rest.split_at(own.count());
        list.extend_from_slice(own);
        *rest = after;
    }
    Some(term)
}

/// The piece of words in which a plain word stands.
fn part_of(plain: &str, count: usize) -> usize {
    CUTS.partition_point(|cut| *cut <= plain) * count / (CUTS.len() + 1)
}

/// The piece of pairs in which two plain words stand: pairs that differ only behind the first letter of the second
/// word are in one, so that a word that is still being typed takes one piece.
fn pair_of(first: &str, second: &str, count: usize) -> usize {
    let mut hash: u32 = 0x811C_9DC5; // FNV-1a over UTF-16, as a script sees text
    let start: String = second.chars().take(1).collect();
    for unit in format!("{first} {start}").encode_utf16() {
        hash = (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193);
    }
    hash as usize % count
}
