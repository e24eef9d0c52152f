//! Upright axes: the lines of the grid and their numbers.

use super::canvas::{Anchor, Canvas, Role};
use super::labels::Letters;
use super::number::Numbers;
use super::scale::Scale;

/// The steps of an upright axis: where they lie, and what they say.
pub(super) struct Axis(Vec<(f64, String)>);

impl Axis {
    pub fn new(scale: &Scale, numbers: &Numbers) -> Self {
        let ticks = scale.ticks();
        Self(ticks.map(|(at, text)| (at, numbers.tick(&text))).collect())
    }

    /// How much room its numbers take to the left of the grid.
    pub fn room(&self, letters: &Letters) -> f64 {
        letters.widest(self.0.iter().map(|(_, text)| text.as_str())) + 8.0
    }

    /// Draws it from `left` to `right`; `y` says how high a figure lies.
    pub fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        letters: &Letters,
        (left, right): (f64, f64),
        y: impl Fn(f64) -> f64,
    ) {
        canvas.level(left, right, self.0.iter().map(|(at, _)| y(*at)), Role::Grid);
        for (at, text) in &self.0 {
            let baseline = y(*at) + letters.middle();
            canvas.text(left - 6.0, baseline, Anchor::End, text, Role::Mute);
        }
    }
}
