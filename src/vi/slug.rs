//! Titles as addresses: `Đổi mới sáng tạo – 1/10` → `doi-moi-sang-tao-1-10`.
//!
//! Only the text decides; making slugs unique within a site is the caller's business.

use super::fold::fold_char;

/// The longest slug, in bytes (which are also characters, a slug being ASCII).
pub const MAX_LEN: usize = 80;

/// The address form of a title: ASCII small letters and digits, words joined by single `-`, at most `MAX_LEN` bytes.
///
/// A long title is cut between words; a single word longer than the limit is cut inside. Characters that have no
/// ASCII base (`中`, `–`) part words; invisible ones (soft hyphen, zero-width space) vanish. The result is empty when
/// nothing usable is left. `slug(slug(t)) == slug(t)`, and NFC and NFD spellings agree.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(MAX_LEN));
    let mut word_start = 0;
    let mut parted = false;
    for c in text.chars() {
        let Some(plain) = fold_char(c) else { continue };
        if !plain.is_ascii_alphanumeric() {
            parted |= !is_invisible(c);
            continue;
        }
        if parted && !out.is_empty() {
            out.push('-');
            word_start = out.len();
        }
        parted = false;
        if out.len() >= MAX_LEN {
            out.truncate(if word_start == 0 { MAX_LEN } else { word_start });
            break;
        }
        out.push(plain);
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn titles_become_ascii_words() {
        assert_eq!(slug("Đổi mới sáng tạo – 1/10"), "doi-moi-sang-tao-1-10");
        assert_eq!(
            slug("  Nghị quyết số 57-NQ/TW!  "),
            "nghi-quyet-so-57-nq-tw"
        );
        assert_eq!(slug("ĐẮK LẮK (Ðắk)"), "dak-lak-dak");
        assert_eq!(slug("mềm\u{AD}mại \u{200B}a"), "memmai-a");
        assert_eq!(slug("Thu\u{309}y lo\u{323}\u{302}i"), "thuy-loi");
    }

    #[test]
    fn nothing_usable_gives_an_empty_slug() {
        assert_eq!(slug(""), "");
        assert_eq!(slug(" – … 中文 \u{301}"), "");
    }

    #[test]
    fn a_long_title_is_cut_between_words() {
        let title = "xây dựng ".repeat(20);
        let cut = slug(&title);
        assert_eq!(cut, "xay-dung-".repeat(9)[..80].trim_end_matches('-'));
        assert_eq!(slug(&"a".repeat(100)), "a".repeat(80));
        assert_eq!(slug(&format!("{} b", "a".repeat(80))), "a".repeat(80));
        assert_eq!(
            slug(&format!("{} b", "a".repeat(78))),
            format!("{}-b", "a".repeat(78))
        );
        assert_eq!(slug(&format!("ab {}", "a".repeat(80))), "ab");
    }

    #[test]
    fn slugs_are_stable_and_well_formed() {
        let letters: Vec<char> = "aĂđ ệ-1/ưỚ\u{301}中–Z\u{200B}".chars().collect();
        let mut seed = 7_u32;
        for _ in 0..5_000 {
            let title: String = (0..seed % 140)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    letters[(seed >> 16) as usize % letters.len()]
                })
                .collect();
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let once = slug(&title);
            assert_eq!(slug(&once), once);
            assert_eq!(slug(&title.nfd().collect::<String>()), once);
            assert!(once.len() <= MAX_LEN && !once.starts_with('-') && !once.ends_with('-'));
            assert!(!once.contains("--"));
            assert!(
                once.bytes()
                    .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
            );
        }
    }
}
