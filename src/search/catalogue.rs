//! The catalogue: the one file that the script begins with. It says which pieces there are and how words are read.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;

use super::gather::QUIET;
use super::parts::cuts;
use super::{Counts, Listing, Segment, TITLES};
use crate::vi::abbreviation::ABBREVIATIONS;
use crate::vi::{fold, word};

/// What stands in the catalogue. Its form is told in `docs/architecture.md`.
#[must_use]
pub fn catalogue(all: &[Arc<Segment>]) -> String {
    let listings = || all.iter().flat_map(|segment| &segment.listings);
    let mut shelves: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for listing in listings() {
        let next = shelves.len();
        shelves
            .entry((&listing.section, listing.kind))
            .or_insert(next);
    }
    let mut years: Vec<(i16, usize)> = Vec::new();
    for listing in listings() {
        let year = listing.date.map_or(0, |date| date.year());
        match years.last_mut() {
            Some((last, count)) if *last == year => *count += 1,
            _ => years.push((year, 1)),
        }
    }
    let places = listings().map(|listing| letter(shelves[&(&*listing.section, listing.kind)]));
    let lengths = listings().map(|listing| letter(length(listing)));
    let mut names: Vec<_> = shelves.iter().collect();
    names.sort_unstable_by_key(|(_, n)| **n);
    let names: Vec<_> = names.into_iter().map(|(name, _)| name).collect();
    let segments = all.iter().map(|segment| {
        let counts = Counts::of(segment.listings.len());
        json!({
            "s": segment.number,
            "n": segment.listings.len(),
            "words": counts.words,
            "pairs": counts.pairs,
            "key": segment.key.short(),
        })
    });
    let parts = all
        .iter()
        .map(|segment| Counts::of(segment.listings.len()).words);
    let parts = parts.max().unwrap_or(1);
    json!({
        "letters": fold::rows().collect::<Vec<_>>(),
        "short": ABBREVIATIONS,
        "quiet": QUIET.join(" "),
        "cuts": cuts(parts).collect::<Vec<_>>().join(" "),
        "titles": TITLES,
        "segments": segments.collect::<Vec<_>>(),
        "shelves": names,
        "places": places.collect::<String>(),
        "lengths": lengths.collect::<String>(),
        "years": years,
    })
    .to_string()
}

/// How many words the shortest of a page's names has.
fn length(listing: &Listing) -> usize {
    let words = |name: &Arc<str>| word::words(name).count();
    let names = listing.names.iter().map(words);
    names.min().unwrap_or_else(|| words(&listing.title))
}

/// A number as one character that needs no escape in a text: 0 is `a`.
fn letter(n: usize) -> char {
    let code = u32::try_from(n)
        .ok()
        .and_then(|n| n.checked_add('a'.into()));
    code.and_then(char::from_u32).unwrap_or('a')
}
