//! Vietnamese text and the paperwork written in it: letters, slugs, sorting, dates, numbers, spelling, slips of typing,
//! private data, old encodings and the symbols of official documents.
//!
//! Everything here is a pure function from text to values. Nothing reads files, knows the site, or reports to the
//! editor. The finders (`date`, `cite`) return byte ranges into the text they were given and expect it in NFC.

pub mod abbreviation;
pub mod cite;
pub mod date;
pub mod decimal;
pub mod fold;
pub mod language;
pub mod legacy;
pub mod near;
pub mod number;
pub mod period;
pub mod places;
pub mod private;
pub mod quantity;
pub mod slug;
pub mod sort;
pub mod spoken;
pub mod syllable;
pub mod tone;
pub mod typing;
pub mod word;
