//! Text as a Vietnamese announcer reads it: every number, date, time, telephone, unit, symbol and abbreviation in words.
//!
//! In goes a text in NFC and what the site wants to be said how; out comes the text to read aloud, which has no digit,
//! no `%` and no unread abbreviation left (`unreadable` finds any), and what an editor had better look at. Tables,
//! pictures and how a broadcast is built are none of its business: see `kit`.

mod calendar;
mod clock;
mod figure;
mod letter;
mod number;
mod sign;
mod symbol;

use std::collections::BTreeMap;
use std::ops::Range;

use super::cite::{self, Citation};
use super::fold::{fold, prefix_len, suffix_start};
pub use letter::unreadable;

/// What is said one way in the North and another in the South.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// 1.000: `nghìn` or `ngàn`.
    pub thousand: &'static str,
    /// The empty ten of 105: `linh` or `lẻ`.
    pub zero_ten: &'static str,
    /// The first ten days of a month: `mồng` or `mùng`.
    pub first_days: &'static str,
    /// 7: `bảy` or `bẩy`.
    pub seven: &'static str,
}

/// The two ways to say each word of a `Style`, the first the usual one: thousand, empty ten, first days, seven.
pub const VARIANTS: [[&str; 2]; 4] = [
    ["nghìn", "ngàn"],
    ["linh", "lẻ"],
    ["mồng", "mùng"],
    ["bảy", "bẩy"],
];

impl Default for Style {
    fn default() -> Self {
        let [thousand, zero_ten, first_days, seven] = VARIANTS.map(|[usual, _]| usual);
        Self {
            thousand,
            zero_ten,
            first_days,
            seven,
        }
    }
}

/// Who reads: the ways of speaking of one site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announcer {
    /// Words that differ by region.
    pub style: Style,
    /// What the site wants to be said for what is written: names, abbreviations of its own.
    pub words: BTreeMap<String, String>,
    /// Who issued a document, by `cite::key` of its symbol.
    pub issuers: BTreeMap<String, String>,
}

/// A text to read aloud.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The text.
    pub text: String,
    /// What an editor should look at, in order.
    pub doubts: Vec<Doubt>,
}

/// Something that was read and may be meant otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Where it stands in the text that was read.
    pub range: Range<usize>,
    /// What stands there.
    pub written: String,
    /// What is said for it.
    pub said: String,
    /// Why it is in doubt.
    pub why: Why,
}

/// Why a reading is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// An abbreviation that nobody has explained; its letters are said.
    Abbreviation,
    /// A day and month, or a share: `1/2`.
    DayOrShare,
    /// An address of the web or of mail, which nobody can note down while listening.
    Address,
}

/// What is said for a part of the text.
struct Reading {
    /// How many bytes it takes.
    len: usize,
    said: String,
    why: Option<Why>,
}

impl Reading {
    fn sure(len: usize, said: impl Into<String>) -> Self {
        Self {
            len,
            said: said.into(),
            why: None,
        }
    }

    fn doubtful(len: usize, said: impl Into<String>, why: Why) -> Self {
        Self {
            why: Some(why),
            ..Self::sure(len, said)
        }
    }
}

/// A place in a text.
#[derive(Clone, Copy)]
struct Spot<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Spot<'t> {
    fn before(self) -> &'t str {
        &self.text[..self.at]
    }

    fn rest(self) -> &'t str {
        &self.text[self.at..]
    }

    /// Whether one of these words (folded) stands right in front.
    fn follows(self, words: &[&str]) -> bool {
        let before = self.before().trim_end_matches(is_space);
        words
            .iter()
            .any(|word| suffix_start(before, word).is_some())
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

/// What follows after spaces.
fn unspaced(text: &str) -> &str {
    text.trim_start_matches(is_space)
}

/// Whether a text begins with one of these words (folded), spaces aside.
fn begins(text: &str, words: &[&str]) -> bool {
    let text = unspaced(text);
    words.iter().any(|word| prefix_len(text, word).is_some())
}

/// Digits at the start of a text, as many as `count` allows, and what follows them.
fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<(&str, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    count.contains(&len).then(|| text.split_at(len))
}

/// Whether nothing that belongs to a number goes on here.
fn is_over(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('/') => !chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

impl Announcer {
    /// The text to read aloud.
    #[must_use]
    pub fn read(&self, text: &str) -> Said {
        let mut walk = Walk {
            announcer: self,
            citations: cite::find(text),
            explained: Vec::new(),
            said: Said::default(),
        };
        let mut at = 0;
        while at < text.len() {
            at += walk.step(Spot { text, at });
        }
        let mut said = walk.said;
        said.text = tidy(&said.text);
        said
    }
}

/// A text on its way from the first letter to the last.
struct Walk<'a> {
    announcer: &'a Announcer,
    citations: Vec<Citation>,
    /// Abbreviations that the text itself has explained so far.
    explained: Vec<(String, String)>,
    said: Said,
}

impl Walk<'_> {
    /// Says what stands here, and how many bytes that are.
    fn step(&mut self, spot: Spot<'_>) -> usize {
        if let Some(len) = self.repetition(spot) {
            return len;
        }
        let Some(reading) = self.reading(spot) else {
            let rest = spot.rest();
            let word = rest
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(rest.len());
            let len = word.max(rest.chars().next().map_or(0, char::len_utf8));
            self.push(&rest[..len]);
            return len;
        };
        let Reading { len, said, why } = reading;
        let is_name = spot.rest().starts_with(char::is_alphabetic) && said.contains(' ');
        if is_name && suffix_start(self.said.text.trim_end(), &fold(&said)).is_some() {
            return len; // `tin nhắn SMS`: just said
        }
        if let Some(why) = why {
            self.said.doubts.push(Doubt {
                range: spot.at..spot.at + len,
                written: spot.rest()[..len].to_owned(),
                said: said.clone(),
                why,
            });
        }
        let before = self.said.text.trim_end_matches([' ', '“', '"', '(']);
        let is_apart = before.len() < self.said.text.len() || before.ends_with('\n');
        if before.is_empty() || is_apart && before.ends_with(['.', '!', '?', '\n']) {
            let mut chars = said.chars();
            let small = chars.next().unwrap_or(' ');
            // A ligature has two capitals.
            let mut capital = small.to_uppercase();
            let first = capital.next().filter(|_| capital.next().is_none());
            self.push(&format!("{}{}", first.unwrap_or(small), chars.as_str()));
        } else {
            self.push(&said);
        }
        len
    }

    /// Puts words behind others.
    fn push(&mut self, said: &str) {
        if self.said.text.ends_with(char::is_alphanumeric)
            && said.starts_with(char::is_alphanumeric)
        {
            self.said.text.push(' ');
        }
        self.said.text.push_str(said);
    }

    fn reading(&self, spot: Spot<'_>) -> Option<Reading> {
        let Announcer { style, words, .. } = self.announcer;
        let cited = self
            .citations
            .iter()
            .find(|cited| cited.range.start == spot.at);
        if let Some(citation) = cited {
            return Some(symbol::read(spot, citation, self.announcer));
        }
        let first = spot.rest().chars().next()?;
        if !first.is_alphanumeric() {
            return sign::read(spot, style);
        }
        if first.is_numeric() && !first.is_ascii() {
            return sign::other_digit(first, style);
        }
        let explained = |rest: &str| {
            let mut own = words
                .iter()
                .map(|(short, long)| (short.as_str(), long.as_str()));
            let mut told = self
                .explained
                .iter()
                .map(|(short, long)| (short.as_str(), long.as_str()));
            own.find(|(short, _)| letter::stands(rest, short))
                .or_else(|| told.find(|(short, _)| letter::stands(rest, short)))
                .map(|(short, long)| Reading::sure(short.len(), long))
        };
        explained(spot.rest())
            .or_else(|| sign::address(spot))
            .or_else(|| first.is_ascii_digit().then(|| figures(spot, style))?)
            .or_else(|| letter::read(spot, style))
    }

    /// Passes what stands in brackets and says again what was just said: `khoa học công nghệ (KHCN)`, `năm (05)`, and
    /// keeps in mind what an abbreviation that nobody else knows stands for.
    fn repetition(&mut self, spot: Spot<'_>) -> Option<usize> {
        let rest = spot.rest().strip_prefix('(')?;
        let (inside, _) = rest.split_once(')')?;
        let len = inside.len() + 2;
        let inside = letter::named(inside.trim());
        if inside.is_empty() || inside.contains(['(', '\n']) {
            return None;
        }
        let before = self.said.text.trim_end();
        if letter::is_abbreviation(inside)
            && let Some(long) = letter::initials(before, inside)
        {
            self.explained.push((inside.to_owned(), long.to_owned()));
            return Some(len);
        }
        let again = self.announcer.read(inside).text;
        let is_said = suffix_start(before, &fold(&again)).is_some();
        is_said.then_some(len)
    }
}

/// Whatever begins with a digit.
fn figures(spot: Spot<'_>, style: &Style) -> Option<Reading> {
    calendar::read(spot, style)
        .or_else(|| clock::read(spot, style))
        .or_else(|| figure::read(spot, style))
}

/// Single spaces, and none in front of a mark.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let is_mark = matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | '\n');
        if is_space(c) && out.ends_with([' ', '\n', '(']) || is_space(c) && out.is_empty() {
            continue;
        }
        if is_mark && out.ends_with(' ') {
            out.truncate(out.len() - 1);
        }
        // What was left out may leave a comma without words.
        if c == ',' && out.ends_with([',', '.']) {
            continue;
        }
        out.push(if is_space(c) { ' ' } else { c });
    }
    out.truncate(out.trim_end().len());
    out
}
