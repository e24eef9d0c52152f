//! Fingerprints: the 128-bit names of values that the memo and the manifest compare.
//!
//! A fingerprint goes over the bytes that `Hash` feeds it, so any `#[derive(Hash)]` value has one. It is stable
//! between processes and machines of one byte order; it is not meant to withstand somebody who forges collisions.

use std::hash::{Hash, Hasher};
use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

/// The 128-bit XXH3 fingerprint of a value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
pub struct Fingerprint(pub u128);

impl Fingerprint {
    /// The fingerprint of raw bytes, such as a file's content.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(xxhash_rust::xxh3::xxh3_128(bytes))
    }

    /// The fingerprint of any hashable value.
    #[must_use]
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut gathered = Gathered {
            waiting: Vec::with_capacity(1024),
            state: None,
        };
        value.hash(&mut gathered);
        gathered.fingerprint()
    }

    /// The first 8 hexadecimal digits, for file names that change with their content.
    #[must_use]
    pub fn short(self) -> String {
        format!("{:032x}", self.0)[..8].to_owned()
    }
}

impl std::fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// A writer that passes everything on and knows the fingerprint of what went through.
pub struct FingerprintWriter<W> {
    inner: W,
    state: Xxh3,
}

impl<W: Write> FingerprintWriter<W> {
    /// A writer in front of another.
    pub fn new(inner: W) -> Self {
        Self {
            inner,
            state: Xxh3::new(),
        }
    }

    /// The fingerprint of what went through (that of `Fingerprint::of_bytes`), and the other writer.
    pub fn finish(self) -> (Fingerprint, W) {
        (Fingerprint(self.state.digest128()), self.inner)
    }
}

impl<W: Write> Write for FingerprintWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.inner.write(bytes)?;
        self.state.update(&bytes[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// The bytes that a value feeds its hasher: most come a few at a time, and XXH3 is at its best with many together.
struct Gathered {
    waiting: Vec<u8>,
    /// What went before, of a value with many bytes.
    state: Option<Box<Xxh3>>,
}

/// How many bytes are gathered at most.
const GATHERED: usize = 1 << 14;

impl Gathered {
    fn fingerprint(self) -> Fingerprint {
        match self.state {
            None => Fingerprint::of_bytes(&self.waiting),
            Some(mut state) => {
                state.update(&self.waiting);
                Fingerprint(state.digest128())
            }
        }
    }
}

impl Hasher for Gathered {
    fn write(&mut self, bytes: &[u8]) {
        if self.waiting.len() + bytes.len() > GATHERED {
            let state = self.state.get_or_insert_with(Box::default);
            state.update(&self.waiting);
            state.update(bytes);
            self.waiting.clear();
        } else {
            self.waiting.extend_from_slice(bytes);
        }
    }

    /// Lengths have 64 bits, so that 32-bit machines agree.
    fn write_usize(&mut self, n: usize) {
        self.write_u64((n as u64).to_le());
    }

    fn finish(&self) -> u64 {
        unreachable!("nobody asks a fingerprint for 64 bits")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_different_split_of_the_same_text_has_another_fingerprint() {
        assert_ne!(Fingerprint::of(&("ab", "c")), Fingerprint::of(&("a", "bc")));
    }

    #[test]
    fn many_bytes_have_the_same_fingerprint_however_they_come() {
        struct Pieces(usize);
        impl Hash for Pieces {
            fn hash<H: Hasher>(&self, state: &mut H) {
                let bytes: Vec<u8> = (0..50_000_u32).map(|n| (n % 251) as u8).collect();
                bytes.chunks(self.0).for_each(|piece| state.write(piece));
            }
        }
        let whole = Fingerprint::of(&Pieces(50_000));
        for len in [1, 7, 240, 1_000, GATHERED - 1, GATHERED, GATHERED + 1] {
            assert_eq!(Fingerprint::of(&Pieces(len)), whole, "{len}");
        }
    }

    #[test]
    fn the_fingerprint_of_a_value_never_changes_between_runs() {
        assert_eq!(
            format!("{:?}", Fingerprint::of_bytes(b"")),
            "99aa06d3014798d86001c324468d497f"
        );
    }
}
