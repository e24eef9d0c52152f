//! How long it takes from a save until the site has it (served) and until the browser shows it (painted).

use std::collections::BTreeMap;

use super::studio::News;

/// The times from saves, in milliseconds.
#[derive(Debug, Default)]
pub struct Times {
    /// When the files of a state were saved.
    saved: BTreeMap<u64, u64>,
    /// From the save to the state that has it.
    pub served: Histogram,
    /// From the save to the first painting of that state.
    pub painted: Histogram,
}

impl Times {
    /// States that no browser paints are forgotten after so many others.
    const KEPT: usize = 64;

    /// A state is there.
    pub fn served(&mut self, news: &News) {
        if news.written == 0 {
            return;
        }
        self.served.add(news.shown.saturating_sub(news.written));
        self.saved.insert(news.build, news.written);
        while self.saved.len() > Self::KEPT {
            self.saved.pop_first();
        }
    }

    /// What the first painting of a state, at this moment (milliseconds since 1970), took.
    pub fn painted(&mut self, build: u64, at: u64) -> Option<u64> {
        let took = at.saturating_sub(self.saved.remove(&build)?);
        self.painted.add(took);
        Some(took)
    }
}

/// Many times, in milliseconds.
#[derive(Debug, Default)]
pub struct Histogram(Vec<u64>);

/// The upper ends of a histogram's bars, in milliseconds; one more bar has the rest.
const ENDS: [u64; 8] = [10, 20, 40, 60, 100, 150, 300, 1_000];

impl Histogram {
    fn add(&mut self, took: u64) {
        let at = self.0.partition_point(|other| *other <= took);
        self.0.insert(at, took);
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// What so many in a hundred took at most; `None` when there are none.
    #[must_use]
    pub fn within(&self, percent: usize) -> Option<u64> {
        let last = (self.0.len() * percent).div_ceil(100).checked_sub(1)?;
        self.0.get(last).copied()
    }

    /// Lines such as `  20–40 ms  ████  12`, from the first bar that is not empty to the last.
    #[must_use]
    pub fn bars(&self) -> Vec<String> {
        let mut counts = [0; ENDS.len() + 1];
        for took in &self.0 {
            counts[ENDS.partition_point(|end| end < took)] += 1;
        }
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let line = |(i, count): (usize, &usize)| {
            let from = i.checked_sub(1).map_or(0, |before| ENDS[before]);
            let range = match ENDS.get(i) {
                Some(end) => format!("{from}–{end}"),
                None => format!("> {from}"),
            };
            let bar = "█".repeat((count * 40).div_ceil(most));
            format!("{range:>9} ms  {bar:<40}  {count}")
        };
        let first = counts.iter().position(|count| *count > 0);
        let last = counts.iter().rposition(|count| *count > 0);
        let (Some(first), Some(last)) = (first, last) else {
            return Vec::new();
        };
        let bars = counts.iter().enumerate();
        bars.take(last + 1).skip(first).map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_measured_at_its_first_painting() {
        let mut times = Times::default();
        assert_eq!(times.painted.within(50), None);
        for build in 1..=20 {
            let written = 1_000 * build;
            times.served(&News {
                build,
                written,
                shown: written + 5,
                ..News::default()
            });
            assert_eq!(times.painted(build, written + build), Some(build));
            assert_eq!(times.painted(build, written + 99), None);
        }
        let within = |percent| times.painted.within(percent);
        assert_eq!(
            [within(50), within(95), within(100)],
            [Some(10), Some(19), Some(20)]
        );
        assert_eq!(
            (times.served.count(), times.served.within(100)),
            (20, Some(5))
        );
    }

    #[test]
    fn bars_run_from_the_first_to_the_last_that_has_something() {
        let mut histogram = Histogram::default();
        assert_eq!(histogram.bars(), Vec::<String>::new());
        for took in [12, 20, 20, 61] {
            histogram.add(took);
        }
        let bars = histogram.bars();
        assert_eq!(bars.len(), 4);
        assert_eq!(
            bars[0].trim_end(),
            format!("    10–20 ms  {}  3", "█".repeat(40))
        );
        assert!(bars[1].ends_with("  0") && bars[3].starts_with("   60–100 ms  █"));
    }
}
