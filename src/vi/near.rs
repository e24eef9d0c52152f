//! The nearest known word to a mistyped one, for "did you mean" help in messages.

use super::fold::fold;

/// The candidate closest to `word`, or `None` when none is close enough to be what was meant.
///
/// Words are compared folded (case, tone and vowel marks do not count), by the number of letters to insert, remove,
/// replace or swap with their neighbour (Damerau–Levenshtein, each place edited once). At most a third of the word's
/// letters may differ, but one always may. Of equally near candidates the first wins; an equal one wins outright.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = fold(word.trim()).chars().collect();
    if word.is_empty() {
        return None;
    }
    let mut limit = (word.len() / 3).max(1);
    let mut best = None;
    for candidate in candidates {
        let other: Vec<char> = fold(candidate).chars().collect();
        if let Some(distance) = distance(&word, &other, limit) {
            if distance == 0 {
                return Some(candidate);
            }
            best = Some(candidate);
            limit = distance - 1; // from now on only a strictly nearer one; 0 still lets an equal one through
        }
    }
    best
}

/// The edit distance between `a` and `b` if it is at most `limit`.
fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for j in 0..b.len() {
            let replaced = above[j] + usize::from(a[i] != b[j]);
            let mut cost = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                cost = cost.min(before[j - 1] + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut above, row);
    }
    Some(above[b.len()]).filter(|&cost| cost <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOPICS: [&str; 4] = ["chuyen-doi-so", "mo-hinh-hay", "Dịch vụ công", "tin-tuc"];

    fn near(word: &str) -> Option<&'static str> {
        nearest(word, TOPICS.into_iter())
    }

    #[test]
    fn marks_and_case_do_not_count() {
        assert_eq!(near("DICH VU CÔNG"), Some("Dịch vụ công"));
        assert_eq!(near("chuyển-đổi-số"), Some("chuyen-doi-so"));
    }

    #[test]
    fn typing_slips_are_found() {
        assert_eq!(near("tin-tcu"), Some("tin-tuc"));
        assert_eq!(near("mo-hin-hay"), Some("mo-hinh-hay"));
        assert_eq!(near("chuyen-dôi-soo"), Some("chuyen-doi-so"));
    }

    #[test]
    fn strangers_and_nothing_are_not() {
        assert_eq!(near("thể thao"), None);
        assert_eq!(near(""), None);
        assert_eq!(nearest("tin", std::iter::empty()), None);
    }

    #[test]
    fn a_third_of_the_word_may_differ_and_one_letter_always() {
        assert_eq!(nearest("ab", ["ac"].into_iter()), Some("ac"));
        assert_eq!(nearest("ab", ["cd"].into_iter()), None);
        assert_eq!(nearest("abcdef", ["abcdxy"].into_iter()), Some("abcdxy"));
        assert_eq!(nearest("abcde", ["abcxy"].into_iter()), None);
    }

    #[test]
    fn the_first_of_equals_wins_and_an_exact_one_always() {
        assert_eq!(nearest("bat", ["cat", "hat"].into_iter()), Some("cat"));
        assert_eq!(nearest("bat", ["cat", "bát"].into_iter()), Some("bát"));
    }

    #[test]
    fn distance_is_symmetric_and_zero_only_for_equals() {
        let mut seed = 3_u32;
        let mut word = || -> Vec<char> {
            (0..5)
                .filter_map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    ['a', 'b', 'c'].get((seed >> 20) as usize % 4).copied()
                })
                .collect()
        };
        for _ in 0..2_000 {
            let (a, b) = (word(), word());
            assert_eq!(distance(&a, &b, 9), distance(&b, &a, 9));
            assert_eq!(distance(&a, &b, 9) == Some(0), a == b);
        }
    }
}
