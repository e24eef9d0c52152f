//! What occurs anywhere in a text, told by one look at all its bytes.
//!
//! Ten thousand articles go through several such looks at every full build, and most paragraphs have nothing that a
//! careful look would find. A look has no branch and no early end, so that the compiler makes vectors of it: those that
//! use it are compiled twice, and the processor chooses.

/// What a look at `W` bytes says, at every place of a text that has as many, together.
#[inline(always)]
pub fn signs<const W: usize>(bytes: &[u8], look: impl Fn([u8; W]) -> u8) -> u8 {
    let Some(places) = (bytes.len() + 1).checked_sub(W) else {
        return 0;
    };
    let after: [&[u8]; W] = std::array::from_fn(|at| &bytes[at..at + places]);
    let mut signs = 0;
    #[expect(clippy::needless_range_loop, reason = "an index for several slices")]
    for place in 0..places {
        signs |= look(std::array::from_fn(|at| after[at][place]));
    }
    signs
}

/// Whether a look at `W` bytes is right at any place.
#[inline(always)]
pub fn any<const W: usize>(bytes: &[u8], look: impl Fn([u8; W]) -> bool) -> bool {
    signs(bytes, |place| u8::from(look(place))) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_looked_at_and_none_beyond_the_end() {
        let ab = |bytes: &[u8]| any(bytes, |place: [u8; 2]| place == *b"ab");
        for before in 0..70 {
            for after in 0..3 {
                let text = format!("{}ab{}", "-".repeat(before), "-".repeat(after));
                assert!(ab(text.as_bytes()), "{text}");
            }
            assert!(!ab(&b"a".repeat(before)));
        }
        assert_eq!(signs(b"abc", |[a]: [u8; 1]| 1 << (a - b'a')), 0b111);
    }
}
