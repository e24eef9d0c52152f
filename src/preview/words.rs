//! The words of the preview's script: which rows of the catalogue it knows, and by what names.

use serde_json::{Map, Value};

use crate::messages::{Lang, Msg};

/// The words: the script's name for each, and its row.
const WORDS: &[(&str, Msg)] = &[
    ("lang", Msg::WordLang),
    ("bar", Msg::WordBar),
    ("open-bar", Msg::WordOpenBar),
    ("open-bar-errors", Msg::WordOpenBarErrors),
    ("fold-bar", Msg::WordFoldBar),
    ("open-file", Msg::WordOpenFile),
    ("open-file-name", Msg::WordOpenFileName),
    ("open-failed", Msg::WordOpenFailed),
    ("no-file", Msg::WordNoFile),
    ("errors", Msg::WordErrors),
    ("warnings", Msg::WordWarnings),
    ("no-errors", Msg::WordNoErrors),
    ("views", Msg::WordViews),
    ("phone", Msg::WordPhone),
    ("phone-on", Msg::WordPhoneOn),
    ("more", Msg::WordMore),
    ("close", Msg::WordClose),
    ("size", Msg::WordSize),
    ("size-0", Msg::WordSize0),
    ("size-360", Msg::WordSize360),
    ("size-768", Msg::WordSize768),
    ("size-1280", Msg::WordSize1280),
    ("size-print", Msg::WordSizePrint),
    ("looks", Msg::WordLooks),
    ("dark", Msg::WordDark),
    ("contrast", Msg::WordContrast),
    ("grey", Msg::WordGrey),
    ("frame", Msg::WordFrame),
    ("public", Msg::WordPublic),
    ("public-day", Msg::WordPublicDay),
    ("public-today", Msg::WordPublicToday),
    ("public-now", Msg::WordPublicNow),
    ("public-on", Msg::WordPublicOn),
    ("public-end", Msg::WordPublicEnd),
    ("public-gone", Msg::WordPublicGone),
    ("follow-edit", Msg::WordFollowEdit),
    ("follow-edit-why", Msg::WordFollowEditWhy),
    ("pin", Msg::WordPin),
    ("pin-why", Msg::WordPinWhy),
    ("top", Msg::WordTop),
    ("bottom", Msg::WordBottom),
    ("print", Msg::WordPrint),
    ("next", Msg::WordNext),
    ("other-saved", Msg::WordOtherSaved),
    ("go-there", Msg::WordGoThere),
    ("gone", Msg::WordGone),
    ("go-up", Msg::WordGoUp),
    ("lost", Msg::WordLost),
    ("back", Msg::WordBack),
    ("problems", Msg::WordProblems),
    ("problems-errors", Msg::WordProblemsErrors),
    ("problems-warnings", Msg::WordProblemsWarnings),
    ("last-good", Msg::WordLastGood),
    ("fold-problems", Msg::WordFoldProblems),
    ("error", Msg::WordError),
    ("warning", Msg::WordWarning),
    ("whole-site", Msg::WordWholeSite),
    ("help", Msg::WordHelp),
    ("note", Msg::WordNote),
    ("copy", Msg::WordCopy),
    ("copied", Msg::WordCopied),
    ("copy-failed", Msg::WordCopyFailed),
    ("here", Msg::WordHere),
    ("phone-title", Msg::WordPhoneTitle),
    ("phone-what", Msg::WordPhoneWhat),
    ("phone-firewall", Msg::WordPhoneFirewall),
    ("phone-start", Msg::WordPhoneStart),
    ("phone-stop", Msg::WordPhoneStop),
    ("phone-scan", Msg::WordPhoneScan),
    ("phone-qr", Msg::WordPhoneQr),
    ("phone-until", Msg::WordPhoneUntil),
    ("phone-show", Msg::WordPhoneShow),
    ("phone-failed", Msg::WordPhoneFailed),
];

/// All words in one language, by name.
#[must_use]
pub fn all(lang: Lang) -> Map<String, Value> {
    let word = |(name, msg): &(&str, Msg)| ((*name).to_owned(), Value::from(msg.text(lang)));
    WORDS.iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_name_of_its_own_and_is_used() {
        let script = [
            include_str!("client/client.js"),
            include_str!("client/bar.js"),
            include_str!("client/page.js"),
        ]
        .concat();
        assert_eq!(all(Lang::Vi).len(), WORDS.len());
        for (name, _) in WORDS {
            // A name is written in quotes, or put together from its first part: `size-${size}`.
            let first = name.rsplit_once('-').map_or(*name, |(first, _)| first);
            let is_used = [
                format!("'{name}'"),
                format!("words.{name}"),
                format!("`{first}-$"),
            ];
            assert!(is_used.iter().any(|text| script.contains(text)), "{name}");
        }
    }
}
