//! Charts: from figures to drawings.
//!
//! In goes a `Chart` (what it shows) and a `Sheet` (how wide, in which colours, with which names), out comes one SVG.
//! Everything is a pure function with fixed decimals, so that the same figures give the same bytes. Titles, sources and
//! tables belong to the page; nothing here reads a file, a theme or the clock.

mod axis;
mod canvas;
mod columns;
mod dots;
mod heat;
mod labels;
mod lines;
mod map;
mod number;
mod pictogram;
mod pie;
mod progress;
mod rows;
mod scale;
mod segments;
mod sentence;
mod slope;

use serde::{Deserialize, Serialize};

use crate::vi::decimal::Decimal;
pub use canvas::{Colours, Layout, Palette, Sheet};
pub use map::{Drawing, Ground, Map};
pub use number::written;
pub use pictogram::{Icon, Pictogram};
pub use progress::Progress;
pub use sentence::sentence;

/// The kind of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Upright columns, side by side when there are several series.
    Columns,
    /// Lying bars.
    Bars,
    /// Lines.
    Lines,
    /// Lines with the area below filled, one upon the other.
    Area,
    /// Columns of parts upon each other.
    Stacked,
    /// The same, as shares of 100 %.
    Share,
    /// A pie: the first series.
    Pie,
    /// From the first series to the last, a line for each label.
    Slope,
    /// Two dots for each label.
    Dots,
    /// A grid of cells, the darker the more.
    Heat,
}

impl Kind {
    /// Whether the axis of the figures may begin elsewhere than at 0 when the editor says so.
    #[must_use]
    pub fn may_begin_elsewhere(self) -> bool {
        matches!(self, Self::Columns | Self::Bars)
    }
}

/// Every kind with the word that editors type.
pub const KINDS: &[(&str, Kind)] = &[
    ("cot", Kind::Columns),
    ("thanh", Kind::Bars),
    ("duong", Kind::Lines),
    ("vung", Kind::Area),
    ("chong", Kind::Stacked),
    ("chong-100", Kind::Share),
    ("banh", Kind::Pie),
    ("doc", Kind::Slope),
    ("cham-doi", Kind::Dots),
    ("o-mau", Kind::Heat),
];

/// How many colours tell series apart.
pub const COLOURS: usize = 6;

/// The most figures of a chart that marks each of them; with more the drawing is too heavy for a page.
pub const MOST_FIGURES: usize = 120;
/// The most points of lines.
pub const MOST_POINTS: usize = 1_500;

/// A row of figures.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Series {
    /// What they are; may be empty when there is one series.
    pub name: String,
    /// One for each label; none where there is no figure.
    pub values: Vec<Option<Decimal>>,
}

/// What a chart shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Chart {
    /// Its kind.
    pub kind: Kind,
    /// What the figures are about, such as years or villages.
    pub labels: Vec<String>,
    /// The figures.
    pub series: Vec<Series>,
    /// The unit of measure, such as `hồ sơ` or `%`.
    pub unit: String,
    /// Where the axis of bars and columns begins when that is not 0.
    pub from: Option<Decimal>,
}

impl Chart {
    /// Every figure there is.
    pub fn values(&self) -> impl Iterator<Item = &Decimal> + Clone {
        self.series
            .iter()
            .flat_map(|series| series.values.iter().flatten())
    }

    /// The figure of a series at a label, for drawing.
    fn at(&self, series: usize, label: usize) -> Option<f64> {
        let value = self.series.get(series)?.values.get(label)?.as_ref()?;
        Some(value.to_f64())
    }

    /// What the figures at a label add up to.
    fn total(&self, label: usize) -> f64 {
        (0..self.series.len())
            .filter_map(|s| self.at(s, label))
            .sum()
    }

    /// Whether all labels are of a row in time: each has a digit, as years, months and quarters have.
    fn is_in_time(&self) -> bool {
        self.labels
            .iter()
            .all(|label| label.bytes().any(|b| b.is_ascii_digit()))
    }

    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, sheet: &Sheet<'_>) -> String {
        match self.kind {
            Kind::Columns | Kind::Stacked | Kind::Share => columns::draw(self, sheet),
            Kind::Bars => rows::draw(self, sheet),
            Kind::Lines | Kind::Area => lines::draw(self, sheet),
            Kind::Pie => pie::draw(self, sheet),
            Kind::Slope => slope::draw(self, sheet),
            Kind::Dots => dots::draw(self, sheet),
            Kind::Heat => heat::draw(self, sheet),
        }
    }
}

#[cfg(test)]
mod tests;
