//! Lists of numbers as short texts.
//!
//! Which pages have a word is a rising list of page numbers, each with a weight. Gaps between them are Rice-coded with
//! a parameter that follows from the length of the list, six bits to a character of the alphabet of base64url: about
//! as short as such a list can be, in a text that compression makes no longer.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The greatest weight of a number in a list.
pub(super) const HEAVIEST: u32 = super::Weight::Name as u32;

/// Bits on their way into a text.
struct Bits<'t> {
    text: &'t mut Vec<u8>,
    /// The last `len` bits fill no character yet.
    waiting: u64,
    len: u32,
}

impl Bits<'_> {
    /// The lowest `n` bits of a number that has no others, the highest first; no more than 58.
    #[inline]
    fn number(&mut self, value: u64, n: u32) {
        self.waiting = self.waiting << n | value;
        self.len += n;
        while self.len >= 6 {
            self.len -= 6;
            let six = self.waiting >> self.len & 63;
            self.text.push(ALPHABET[six as usize]);
        }
    }

    /// A gap in the Rice code with a parameter, then as many ones as the weight says and a zero, which the heaviest
    /// does not need.
    #[inline]
    fn entry(&mut self, gap: u32, k: u32, weight: u32) {
        let mut ones = gap >> k;
        while ones > 15 {
            self.number(0xFFFF, 16);
            ones -= 16;
        }
        let rest = gap & ((1 << k) - 1);
        let gap = ((2 << ones) - 2) << k | u64::from(rest);
        let zero = u32::from(weight < HEAVIEST);
        let code = ((1 << weight) - 1) << zero;
        let len = weight + zero;
        self.number(gap << len | code, ones + 1 + k + len);
    }

    /// A number from 1 on in Elias' gamma code.
    fn gamma(&mut self, value: u32) {
        let len = value.ilog2();
        self.number(0, len);
        self.number(value.into(), len + 1);
    }

    fn end(mut self) {
        if self.len > 0 {
            self.number(0, 6 - self.len);
        }
    }
}

/// The Rice parameter of a list with `count` of `total` numbers.
fn parameter(count: u32, total: u32) -> u32 {
    // 0.7 is about ln 2: half of the gaps are then coded in the least number of bits.
    let gap = u64::from(total) * 7 / (u64::from(count) * 10);
    gap.checked_ilog2().unwrap_or(0)
}

/// Writes a rising list of numbers below `total`, each with a weight up to `HEAVIEST`.
pub(super) fn write(list: &[(u32, u32)], total: u32, text: &mut Vec<u8>) {
    let count = u32::try_from(list.len()).expect("fewer than all pages");
    let k = parameter(count, total);
    let mut bits = Bits {
        text,
        waiting: 0,
        len: 0,
    };
    bits.gamma(count);
    let mut next = 0;
    for (number, weight) in list {
        let gap = number - next;
        next = number + 1;
        bits.entry(gap, k, *weight);
    }
    bits.end();
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Reads a list as the script does.
    pub fn read(text: &[u8], total: u32) -> Vec<(u32, u32)> {
        let mut bits = text.iter().flat_map(|c| {
            let value = ALPHABET
                .iter()
                .position(|a| a == c)
                .expect("of the alphabet");
            (0..6).rev().map(move |i| (value >> i & 1) as u32)
        });
        let mut bit = || bits.next().expect("the list is whole");
        let mut len = 0;
        while bit() == 0 {
            len += 1;
        }
        let count = (0..len).fold(1, |value, _| value << 1 | bit());
        let k = parameter(count, total);
        let mut next = 0;
        let mut list = Vec::new();
        for _ in 0..count {
            let mut gap = 0;
            while bit() == 1 {
                gap += 1;
            }
            gap = (0..k).fold(gap, |value, _| value << 1 | bit());
            let mut weight = 0;
            while weight < HEAVIEST && bit() == 1 {
                weight += 1;
            }
            list.push((next + gap, weight));
            next += gap + 1;
        }
        list
    }

    #[test]
    fn lists_come_back_as_they_were() {
        let mut seed = 5_u32;
        let mut die = |n: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % n
        };
        for total in [1, 2, 15, 1024, 9_728] {
            for rarity in [1, 2, 7, 300] {
                let mut list: Vec<(u32, u32)> = Vec::new();
                for number in 0..total {
                    if die(rarity) == 0 || number == total - 1 {
                        list.push((number, die(HEAVIEST + 1)));
                    }
                }
                let mut text = Vec::new();
                write(&list, total, &mut text);
                assert_eq!(read(&text, total), list);
            }
        }
    }

    #[test]
    fn a_gap_far_beyond_the_others_takes_a_long_row_of_ones() {
        let mut list: Vec<(u32, u32)> = (0..200).map(|page| (page, HEAVIEST)).collect();
        list.push((90_000, 1));
        let mut text = Vec::new();
        write(&list, 90_001, &mut text);
        assert_eq!(read(&text, 90_001), list);
    }

    #[test]
    fn one_page_of_a_thousand_takes_three_characters() {
        let mut text = Vec::new();
        write(&[(700, 0)], 1024, &mut text);
        assert_eq!(text, b"y8A");
    }
}
