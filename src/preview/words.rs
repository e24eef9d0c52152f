//! The words of the preview's script: which rows of the catalogue it knows, and by what names.

use serde_json::{Map, Value};

use crate::messages::{Lang, Msg};

/// The words: the script's name for each, and its row.
const WORDS: &[(&str, Msg)] = &[];

/// All words in one language, by name.
#[must_use]
pub fn all(lang: Lang) -> Map<String, Value> {
    let word = |(name, msg): &(&str, Msg)| ((*name).to_owned(), Value::from(msg.text(lang)));
    WORDS.iter().map(word).collect()
}
