//! Whether the data of a JPEG holds all the blocks of its picture and nothing else.
//!
//! Decoders show as much of a damaged photo as they can, the rest grey or in other colours, and few say so. So the codes
//! are walked through here (ITU-T T.81, annexes F and G) without a pixel being made: damage nearly always leaves codes
//! that do not exist, too few of them, or some over.

use super::MAX_PIXELS;
use super::header::be16;

/// Bytes that some cameras leave between the last block and the next mark.
const SPARE: usize = 16;

/// The data is damaged.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Damaged;

/// Walks through the data of a JPEG. What is not coded in Huffman's way with 8 bits, or leaves its tables to the reader,
/// is not judged.
///
/// # Errors
/// When codes do not exist, end too early, or are left over.
pub(super) fn walk(bytes: &[u8]) -> Result<(), Damaged> {
    let mut walk = Walk::default();
    let mut at = 2;
    while let Some((marker, payload)) = segment(bytes, &mut at) {
        match marker {
            0xC0..=0xC2 => {
                let Some(()) = walk.frame(payload, marker == 0xC2) else {
                    return Ok(());
                };
            }
            0xC4 => walk.tables(payload).ok_or(Damaged)?,
            0xDD => walk.restarts = be16(payload, 0).ok_or(Damaged)? as usize,
            0xDA => {
                let Some(scan) = walk.scan(payload) else {
                    return Ok(());
                };
                at += walk.data(&scan, &bytes[at..])?;
            }
            0xC3 | 0xC5..=0xCF => return Ok(()),
            0xD9 => break,
            _ => {}
        }
    }
    Ok(())
}

/// The next mark and what stands in its segment; none when the file ends or has no mark here.
fn segment<'a>(bytes: &'a [u8], at: &mut usize) -> Option<(u8, &'a [u8])> {
    while bytes.get(*at)? != &0xFF {
        *at += 1; // spare bytes
    }
    while bytes.get(*at)? == &0xFF {
        *at += 1;
    }
    let marker = bytes[*at];
    *at += 1;
    if matches!(marker, 0x00 | 0x01 | 0xD0..=0xD9) {
        return Some((marker, &[]));
    }
    let len = be16(bytes, *at)? as usize;
    let payload = bytes.get(*at + 2..*at + len)?;
    *at += len;
    Some((marker, payload))
}

/// What the segments before a scan have told.
#[derive(Default)]
struct Walk {
    components: Vec<Component>,
    is_progressive: bool,
    /// Those of the first coefficients of blocks, then those of the others.
    tables: [[Option<Table>; 4]; 2],
    /// After how many units the codes start anew; 0 for never.
    restarts: usize,
    /// How many units a row and a column have when a scan has several components.
    units: (usize, usize),
}

#[derive(Default)]
struct Component {
    id: u8,
    /// Blocks across and down in a unit of several components.
    sampling: (usize, usize),
    /// Blocks across and down in a scan of this component alone.
    blocks: (usize, usize),
    /// For each block a bit for each coefficient that earlier scans of a progressive picture have set.
    known: Vec<u64>,
    /// How many blocks of `known` a row has.
    stride: usize,
}

/// One pass over the picture.
struct Scan {
    /// A component's place, and the places of its two tables.
    components: Vec<(usize, usize, usize)>,
    /// The first and the last coefficient.
    from: u32,
    to: u32,
    /// Whether it adds a bit to what an earlier scan has told.
    refines: bool,
    /// Whether one code may end several blocks.
    has_runs: bool,
}

impl Walk {
    fn frame(&mut self, payload: &[u8], is_progressive: bool) -> Option<()> {
        let (height, width) = (be16(payload, 1)? as usize, be16(payload, 3)? as usize);
        let parts = payload.get(6..)?.chunks_exact(3);
        let is_drawable = (1..=MAX_PIXELS).contains(&(width as u64 * height as u64));
        if payload[0] != 8 || !is_drawable || parts.len() > 4 || !self.components.is_empty() {
            return None;
        }
        let sampling = |part: &[u8]| (usize::from(part[1] >> 4), usize::from(part[1] & 15));
        let widest = parts.clone().map(|part| sampling(part).0).max()?.max(1);
        let highest = parts.clone().map(|part| sampling(part).1).max()?.max(1);
        self.is_progressive = is_progressive;
        self.units = (width.div_ceil(8 * widest), height.div_ceil(8 * highest));
        for part in parts {
            let (across, down) = sampling(part);
            if !(1..=4).contains(&across) || !(1..=4).contains(&down) {
                return None;
            }
            let stride = self.units.0 * across;
            let blocks = stride * self.units.1 * down;
            self.components.push(Component {
                id: part[0],
                sampling: (across, down),
                blocks: (
                    (width * across).div_ceil(8 * widest),
                    (height * down).div_ceil(8 * highest),
                ),
                known: vec![0; if is_progressive { blocks } else { 0 }],
                stride,
            });
        }
        Some(())
    }

    fn tables(&mut self, mut payload: &[u8]) -> Option<()> {
        while let Some((&place, rest)) = payload.split_first() {
            let (lengths, rest) = rest.split_first_chunk::<16>()?;
            let count = lengths.iter().map(|count| usize::from(*count)).sum();
            let (symbols, rest) = rest.split_at_checked(count)?;
            let class = self.tables.get_mut(usize::from(place >> 4))?;
            *class.get_mut(usize::from(place & 15))? = Some(Table::new(lengths, symbols)?);
            payload = rest;
        }
        Some(())
    }

    /// What a scan's header asks for; none when it cannot be judged.
    fn scan(&self, payload: &[u8]) -> Option<Scan> {
        let (&count, rest) = payload.split_first()?;
        let (parts, rest) = rest.split_at_checked(2 * usize::from(count))?;
        let &[from, to, bits] = rest else { return None };
        let components = parts.chunks_exact(2).map(|part| {
            let mut all = self.components.iter();
            let component = all.position(|component| component.id == part[0])?;
            Some((
                component,
                usize::from(part[1] >> 4),
                usize::from(part[1] & 15),
            ))
        });
        let (from, to) = if self.is_progressive {
            (u32::from(from), u32::from(to))
        } else {
            (0, 63)
        };
        let scan = Scan {
            components: components.collect::<Option<_>>()?,
            from,
            to,
            refines: self.is_progressive && bits >> 4 != 0,
            has_runs: self.is_progressive,
        };
        let has =
            |class: usize, place: usize| self.tables[class].get(place).is_some_and(Option::is_some);
        let has_tables = scan.components.iter().all(|(_, first, others)| {
            (from > 0 || scan.refines || has(0, *first)) && (to == 0 || has(1, *others))
        });
        (has_tables && from <= to && to < 64 && !scan.components.is_empty()).then_some(scan)
    }

    /// Walks through the data of a scan and says how many bytes it has.
    fn data(&mut self, scan: &Scan, bytes: &[u8]) -> Result<usize, Damaged> {
        let mut codes = Codes::new(bytes);
        let (across, down) = match scan.components[..] {
            [(component, ..)] => self.components[component].blocks,
            _ => self.units,
        };
        let mut ended = 0;
        for unit in 0..across * down {
            if self.restarts > 0 && unit > 0 && unit % self.restarts == 0 {
                codes.restart()?;
                ended = 0;
            }
            let (row, column) = (unit / across, unit % across);
            for &(component, first, others) in &scan.components {
                let component = &mut self.components[component];
                let tables = [
                    self.tables[0].get(first).and_then(Option::as_ref),
                    self.tables[1].get(others).and_then(Option::as_ref),
                ];
                let (wide, high) = if scan.components.len() == 1 {
                    (1, 1)
                } else {
                    component.sampling
                };
                for block in 0..wide * high {
                    let place = (row * high + block / wide) * component.stride
                        + column * wide
                        + block % wide;
                    let known = component.known.get_mut(place);
                    codes.block(scan, tables, known, &mut ended)?;
                }
            }
        }
        codes.end()
    }
}

/// A table of Huffman codes.
struct Table {
    /// For the first bits of a code its length and symbol; length 0 when it is longer.
    short: Vec<(u8, u8)>,
    /// For each length beyond, the first number of 16 bits that no code of this length or a shorter one begins.
    ends: [u32; 17],
    /// What to add to a code of each length for the place of its symbol.
    places: [i32; 17],
    symbols: Vec<u8>,
}

impl Table {
    const SHORT: u32 = 9;

    fn new(lengths: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        let mut table = Self {
            short: vec![(0, 0); 1 << Self::SHORT],
            ends: [0; 17],
            places: [0; 17],
            symbols: symbols.to_vec(),
        };
        let (mut code, mut place) = (0_u32, 0_usize);
        for (len, count) in (1..=16).zip(lengths) {
            table.places[len as usize] = place as i32 - code as i32;
            for _ in 0..*count {
                if len <= Self::SHORT {
                    let from = (code as usize) << (Self::SHORT - len);
                    let to = from + (1 << (Self::SHORT - len));
                    table
                        .short
                        .get_mut(from..to)?
                        .fill((len as u8, symbols[place]));
                }
                code += 1;
                place += 1;
            }
            if code > 1 << len {
                return None;
            }
            table.ends[len as usize] = code << (16 - len);
            code <<= 1;
        }
        Some(table)
    }

    /// The length and the symbol of the code that 16 bits begin with.
    fn read(&self, bits: u32) -> Option<(u32, u8)> {
        let (len, symbol) = self.short[(bits >> (16 - Self::SHORT)) as usize];
        if len > 0 {
            return Some((u32::from(len), symbol));
        }
        let len = (Self::SHORT + 1..=16).find(|len| bits < self.ends[*len as usize])?;
        let place = (bits >> (16 - len)) as i32 + self.places[len as usize];
        let symbol = self.symbols.get(usize::try_from(place).ok()?)?;
        Some((len, *symbol))
    }
}

/// The codes of a scan, bit by bit.
struct Codes<'a> {
    bytes: &'a [u8],
    /// Where the next byte stands.
    at: usize,
    /// The next bits, from the highest on.
    bits: u64,
    /// How many of them there are.
    left: u32,
}

impl<'a> Codes<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            bits: 0,
            left: 0,
        }
    }

    /// The next byte of data; none before a mark.
    fn next_byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        if byte == 0xFF {
            if self.bytes.get(self.at + 1) != Some(&0) {
                return None;
            }
            self.at += 1;
        }
        self.at += 1;
        Some(byte)
    }

    #[inline]
    fn fill(&mut self) {
        while self.left <= 56
            && let Some(byte) = self.next_byte()
        {
            self.bits |= u64::from(byte) << (56 - self.left);
            self.left += 8;
        }
    }

    fn skip(&mut self, count: u32) -> Result<(), Damaged> {
        if self.left < count {
            return Err(Damaged);
        }
        self.bits <<= count;
        self.left -= count;
        Ok(())
    }

    fn take(&mut self, count: u32) -> Result<u32, Damaged> {
        if self.left < 32 {
            self.fill();
        }
        let bits = (self.bits >> 32) as u32;
        self.skip(count)?;
        Ok(bits.checked_shr(32 - count).unwrap_or(0))
    }

    fn symbol(&mut self, table: &Table) -> Result<u8, Damaged> {
        if self.left < 32 {
            self.fill();
        }
        let (len, symbol) = table.read((self.bits >> 48) as u32).ok_or(Damaged)?;
        self.skip(len)?;
        Ok(symbol)
    }

    /// Walks through one block. `ended` blocks from here on have no more coefficients in this scan.
    fn block(
        &mut self,
        scan: &Scan,
        [first, others]: [Option<&Table>; 2],
        known: Option<&mut u64>,
        ended: &mut u32,
    ) -> Result<(), Damaged> {
        let mut at = scan.from;
        if at == 0 {
            match first {
                _ if scan.refines => self.take(1).map(drop)?,
                Some(table) => {
                    let size = self.symbol(table)?;
                    self.take(u32::from(size).min(16))?;
                }
                None => return Err(Damaged),
            }
            at = 1;
        }
        let Some(table) = others.filter(|_| at <= scan.to) else {
            return Ok(());
        };
        let mut none = 0;
        let known = known.unwrap_or(&mut none);
        while at <= scan.to && *ended == 0 {
            let symbol = self.symbol(table)?;
            let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
            if size == 0 && run < 15 {
                if run > 0 && !scan.has_runs {
                    return Err(Damaged);
                }
                *ended = (1 << run) + self.take(run)?;
                break;
            }
            self.take(size)?;
            let before = *known;
            at = self.pass(at, scan, run, before)?;
            if size > 0 {
                if at > scan.to {
                    return Err(Damaged);
                }
                *known |= 1 << at;
            }
            at += 1;
        }
        if *ended > 0 {
            *ended -= 1;
            if scan.refines && at <= scan.to {
                self.pass(at, scan, 64, *known)?;
            }
        }
        Ok(())
    }

    /// Goes from a coefficient over as many unknown ones as `run` says; known ones on the way each have a bit here.
    fn pass(&mut self, at: u32, scan: &Scan, run: u32, known: u64) -> Result<u32, Damaged> {
        if !scan.refines {
            return Ok(at + run);
        }
        let (mut at, mut run) = (at, run);
        while at <= scan.to {
            if known >> at & 1 == 1 {
                self.take(1)?;
            } else if run == 0 {
                break;
            } else {
                run -= 1;
            }
            at += 1;
        }
        Ok(at)
    }

    /// Goes over the mark at which codes start anew.
    fn restart(&mut self) -> Result<(), Damaged> {
        self.at += self.spare()?;
        let fill = self.bytes[self.at..]
            .iter()
            .take_while(|byte| **byte == 0xFF);
        self.at += fill.count();
        match self.bytes.get(self.at) {
            Some(0xD0..=0xD7) => {
                self.at += 1;
                (self.bits, self.left) = (0, 0);
                Ok(())
            }
            _ => Err(Damaged),
        }
    }

    /// How many bytes there are before the next mark.
    ///
    /// # Errors
    /// When there are too many.
    fn spare(&self) -> Result<usize, Damaged> {
        let rest = &self.bytes[self.at..];
        let is_mark = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xFF);
        let spare = rest.windows(2).position(is_mark).ok_or(Damaged)?;
        let is_padding = rest[..spare].iter().all(|byte| *byte == 0);
        if spare + self.left as usize / 8 > SPARE && !is_padding {
            return Err(Damaged);
        }
        Ok(spare)
    }

    /// Where the data ends: at a mark that is none of a restart.
    fn end(mut self) -> Result<usize, Damaged> {
        loop {
            self.at += self.spare()?;
            match self.bytes.get(self.at + 1) {
                Some(0xD0..=0xD7) => self.at += 2,
                _ => return Ok(self.at),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each way in which photos reach an editor: in passes, with marks to start anew, for print.
    const WHOLE: [&[u8]; 3] = [
        include_bytes!("../../tests/pictures/in-scans.jpg"),
        include_bytes!("../../tests/pictures/in-rows.jpg"),
        include_bytes!("../../tests/pictures/for-print.jpg"),
    ];

    fn numbers(mut seed: u64) -> impl FnMut() -> u64 {
        move || {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            seed
        }
    }

    #[test]
    fn a_whole_picture_is_found_whole() {
        for bytes in WHOLE {
            assert_eq!(walk(bytes), Ok(()));
            // What phones append: a video, a second picture.
            assert_eq!(walk(&[bytes, b"ftypmp42", bytes].concat()), Ok(()));
        }
    }

    #[test]
    fn a_picture_with_bytes_overwritten_in_the_middle_is_found_damaged() {
        let mut number = numbers(57);
        for bytes in WHOLE {
            for filling in [Some(0), Some(0xFF), None] {
                let mut found = 0;
                for _ in 0..100 {
                    let from = bytes.len() / 4 + number() as usize % (bytes.len() / 2);
                    let mut damaged = bytes.to_vec();
                    damaged[from..from + 256].fill_with(|| filling.unwrap_or(number() as u8));
                    found += usize::from(walk(&damaged) == Err(Damaged));
                }
                assert!(found >= 95, "{found} of 100 with {filling:?}");
            }
        }
    }

    #[test]
    fn any_bytes_are_judged_without_a_panic() {
        let mut number = numbers(22);
        for bytes in WHOLE {
            for _ in 0..2_000 {
                let mut other = bytes.to_vec();
                for _ in 0..=number() % 4 {
                    // Headers and tables above all.
                    let among = if number().is_multiple_of(2) {
                        700
                    } else {
                        other.len()
                    };
                    let at = number() as usize % among;
                    other[at] = number() as u8;
                }
                other.truncate(number() as usize % (2 * bytes.len()));
                let _ = walk(&other);
            }
        }
    }
}
