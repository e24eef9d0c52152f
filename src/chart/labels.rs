//! Texts in drawings: how wide they are, where they break, and how they keep out of each other's way.

use super::canvas::{Anchor, Canvas, Layout, Role};
use super::number::Numbers;
use super::{Chart, Kind};
use crate::diag::{Lang, Msg, Text};
use crate::draw::{self, Face, Weight};

/// The letters of a drawing. Browsers use their own fonts, which may be a little wider than ours.
pub(super) struct Letters {
    face: Face,
    pub size: f64,
}

const ROOM_FOR_OTHER_FONTS: f64 = 1.1;

impl Letters {
    pub fn new(layout: Layout) -> Self {
        Self {
            face: Face::new(Weight::SemiBold),
            size: layout.font,
        }
    }

    /// The distance of two lines.
    pub fn line(&self) -> f64 {
        self.size * 1.25
    }

    /// From the middle of a line to its baseline.
    pub fn middle(&self) -> f64 {
        self.size * 0.35
    }

    pub fn width(&self, text: &str) -> f64 {
        #[expect(clippy::cast_possible_truncation, reason = "a font size")]
        let width = self.face.width(text, self.size as f32);
        f64::from(width) * ROOM_FOR_OTHER_FONTS
    }

    pub fn widest<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> f64 {
        texts
            .into_iter()
            .map(|text| self.width(text))
            .fold(0.0, f64::max)
    }

    /// The lines of a text in a column, at most `max`, and whether it is whole.
    pub fn wrap(&self, text: &str, width: f64, max: usize) -> (Vec<String>, bool) {
        #[expect(clippy::cast_possible_truncation, reason = "lengths of a drawing")]
        let (size, width) = (self.size as f32, (width / ROOM_FOR_OTHER_FONTS) as f32);
        let lines = draw::wrap(text, Weight::SemiBold, size, width, max);
        (lines.lines, lines.whole)
    }
}

/// Lines of text, the first on baseline `y`.
pub(super) fn lines(
    canvas: &mut Canvas<'_>,
    letters: &Letters,
    (x, y): (f64, f64),
    anchor: Anchor,
    lines: &[String],
    role: Role,
) {
    let mut at = y;
    for line in lines {
        canvas.text(x, at, anchor, line, role);
        at += letters.line();
    }
}

/// The middle of a text that may not leave the drawing at the sides.
pub(super) fn within(x: f64, width: f64, layout: Layout) -> f64 {
    let half = (width / 2.0).min(layout.width / 2.0);
    x.clamp(half, layout.width - half)
}

/// Labels under columns or points that are `band` apart: their lines, none for those left out. None at all when they
/// have no room.
pub(super) fn under(
    labels: &[String],
    band: f64,
    in_time: bool,
    letters: &Letters,
) -> Option<Vec<Vec<String>>> {
    let wrapped: Vec<(Vec<String>, bool)> = labels
        .iter()
        .map(|label| letters.wrap(label, band - 6.0, 3))
        .collect();
    if wrapped.iter().all(|(_, whole)| *whole) {
        return Some(wrapped.into_iter().map(|(lines, _)| lines).collect());
    }
    if !in_time {
        return None;
    }
    // The last one may be moved to the left by half its width, to stay within.
    let widest = letters.widest(labels.iter().map(String::as_str)) * 1.5 + 8.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of labels"
    )]
    let every = (widest / band).ceil().max(1.0) as usize;
    let is_shown = |n: usize| (labels.len() - 1 - n).is_multiple_of(every);
    let label = |(n, label): (usize, &String)| {
        if is_shown(n) {
            vec![label.clone()]
        } else {
            Vec::new()
        }
    };
    Some(labels.iter().enumerate().map(label).collect())
}

/// The names of the series with their colours; gives the height.
pub(super) fn legend(canvas: &mut Canvas<'_>, chart: &Chart, letters: &Letters, top: f64) -> f64 {
    let names: Vec<&str> = chart
        .series
        .iter()
        .map(|series| series.name.as_str())
        .collect();
    let is_line = matches!(chart.kind, Kind::Lines | Kind::Dots);
    let (mark, gap) = (letters.size, letters.size * 1.3);
    let room = canvas.layout().width - mark - 6.0;
    let (mut x, mut y) = (0.0, top);
    for (n, name) in names.iter().enumerate() {
        let (text, _) = letters.wrap(name, room, 2);
        let width = mark + 6.0 + letters.widest(text.iter().map(String::as_str));
        if x > 0.0 && x + width > canvas.layout().width {
            (x, y) = (0.0, y + letters.line() + 2.0);
        }
        if is_line {
            canvas.marker(x + mark / 2.0, y + letters.size * 0.55, mark * 0.8, n);
        } else {
            canvas.rect(x, y, mark, mark, Role::Series(n));
        }
        let role = Role::Ink;
        lines(
            canvas,
            letters,
            (x + mark + 6.0, y + letters.size * 0.9),
            Anchor::Start,
            &text,
            role,
        );
        y += letters.line() * (text.len().max(1) - 1) as f64;
        x += width + gap;
    }
    y + letters.line() - top + letters.size * 0.6
}

/// What stands above every chart: what is counted when figures are in millions, and the names of several series; gives
/// the height.
pub(super) fn head(
    canvas: &mut Canvas<'_>,
    chart: &Chart,
    numbers: &Numbers,
    letters: &Letters,
    with_names: bool,
) -> f64 {
    let mut top = 0.0;
    if let Some(counted_in) = numbers.counted_in(&chart.unit) {
        let text = Text::new(Msg::ChartUnit, &[&counted_in]).show(Lang::Vi);
        let (text, _) = letters.wrap(&text, canvas.layout().width, 2);
        lines(
            canvas,
            letters,
            (0.0, letters.size),
            Anchor::Start,
            &text,
            Role::Mute,
        );
        top += letters.line() * text.len() as f64 + letters.size * 0.4;
    }
    if with_names && chart.series.len() > 1 {
        top += legend(canvas, chart, letters, top);
    }
    top
}

/// Moves blocks of text (middle, height) so that they do not overlap and stay between two ends, each as near to its
/// place as the others let it. Gives the new middles in the order of the blocks.
pub(super) fn spread(blocks: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by(|a, b| blocks[*a].0.total_cmp(&blocks[*b].0));
    let mut places = vec![0.0; blocks.len()];
    let mut end = top;
    for n in &order {
        let (middle, height) = blocks[*n];
        places[*n] = (middle - height / 2.0).max(end);
        end = places[*n] + height;
    }
    let mut limit = bottom;
    for n in order.iter().rev() {
        let height = blocks[*n].1;
        places[*n] = places[*n].min(limit - height);
        limit = places[*n];
    }
    places
        .iter()
        .zip(blocks)
        .map(|(place, (_, height))| place + height / 2.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_would_overlap_move_apart_and_stay_within() {
        assert_eq!(
            spread(&[(50.0, 10.0), (20.0, 10.0)], 0.0, 100.0),
            [50.0, 20.0]
        );
        assert_eq!(
            spread(&[(50.0, 10.0), (52.0, 10.0)], 0.0, 100.0),
            [50.0, 60.0]
        );
        assert_eq!(
            spread(&[(97.0, 10.0), (99.0, 10.0)], 0.0, 100.0),
            [85.0, 95.0]
        );
    }

    #[test]
    fn labels_of_years_are_thinned_and_names_are_not() {
        let letters = Letters::new(Layout::NARROW);
        let years: Vec<String> = (2001..=2024).map(|year| year.to_string()).collect();
        let shown = under(&years, 12.0, true, &letters).expect("years may be left out");
        let shown: Vec<&str> = shown.iter().flatten().map(String::as_str).collect();
        assert_eq!(shown.last(), Some(&"2024"));
        assert!(shown.len() < 8, "{shown:?}");
        assert_eq!(
            under(
                &["Thôn Đại Trạch".into(), "Thôn Hai".into()],
                12.0,
                false,
                &letters
            ),
            None
        );
    }
}
