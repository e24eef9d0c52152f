//! Axes: from the smallest and the greatest figure to round steps of 1, 2 or 5.

/// An axis in round steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// Where it begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    step: f64,
    /// Decimals of a step.
    places: usize,
}

impl Scale {
    /// An axis from at most `low` to at least `high` with about `count` steps.
    pub fn new(low: f64, high: f64, count: usize) -> Self {
        let (low, high) = if high > low {
            (low, high)
        } else {
            (low - 0.5, low + 0.5)
        };
        let rough = (high - low) / count.max(1) as f64;
        let magnitude = rough.log10().floor();
        let power = 10f64.powf(magnitude);
        let times = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .find(|times| times * power >= rough * 0.999);
        let step = times.unwrap_or(10.0) * power;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a handful of decimals"
        )]
        let places = (-step.log10().floor()).clamp(0.0, 9.0) as usize;
        Self {
            low: (low / step + 1e-9).floor() * step,
            high: (high / step - 1e-9).ceil() * step,
            step,
            places,
        }
    }

    /// The places of the steps with their numbers.
    pub fn ticks(&self) -> impl Iterator<Item = (f64, String)> + '_ {
        let count = ((self.high - self.low) / self.step).round().min(40.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most forty"
        )]
        (0..=count as u32).map(|n| {
            let value = self.low + f64::from(n) * self.step;
            (value, crate::vi::number::decimal(value, self.places))
        })
    }

    /// Where a figure lies between the ends: 0 to 1.
    pub fn part(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(low: f64, high: f64, count: usize) -> Vec<String> {
        Scale::new(low, high, count)
            .ticks()
            .map(|(_, text)| text)
            .collect()
    }

    #[test]
    fn steps_are_one_two_or_five_and_written_the_vietnamese_way() {
        assert_eq!(ticks(0.0, 100.0, 5), ["0", "20", "40", "60", "80", "100"]);
        assert_eq!(ticks(0.0, 4_300.0, 4), ["0", "2.000", "4.000", "6.000"]);
        assert_eq!(ticks(0.0, 0.7, 4), ["0,0", "0,2", "0,4", "0,6", "0,8"]);
        assert_eq!(ticks(-12.0, 31.0, 4), ["-20", "0", "20", "40"]);
    }

    #[test]
    fn equal_figures_have_an_axis_too() {
        let scale = Scale::new(5.0, 5.0, 4);
        assert!(scale.low < 5.0 && scale.high > 5.0);
        assert!(Scale::new(0.0, 0.0, 4).part(0.0).is_finite());
    }
}
