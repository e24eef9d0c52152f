//! Grids of cells, the darker the more, with the figure in every cell. Columns that have no room go below the others.

use super::Chart;
use super::canvas::{Anchor, Canvas, Role, Sheet};
use super::labels::{self, Letters};
use super::number::Numbers;
use super::scale::Scale;

/// Five steps between the least and the greatest of some figures.
pub(super) struct Steps(Scale);

impl Steps {
    pub fn new(figures: impl Iterator<Item = f64> + Clone) -> Self {
        let low = figures.clone().fold(f64::INFINITY, f64::min);
        let high = figures.fold(f64::NEG_INFINITY, f64::max);
        Self(if low.is_finite() {
            Scale::new(low, high, 5)
        } else {
            Scale::new(0.0, 1.0, 5)
        })
    }

    /// The step of a figure, from 0 to 4.
    pub fn of(&self, figure: f64) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 5"
        )]
        let step = (self.0.part(figure) * 5.0) as usize;
        step.min(4)
    }

    /// The ends of the axis, as written.
    pub fn ends(&self) -> (String, String) {
        let written = |text: String| match text.split_once(',') {
            Some((whole, zeros)) if zeros.bytes().all(|b| b == b'0') => whole.to_owned(),
            _ => text,
        };
        let mut ticks = self.0.ticks().map(|(_, text)| written(text));
        let first = ticks.next().unwrap_or_default();
        let last = ticks.last().unwrap_or_else(|| first.clone());
        (first, last)
    }

    /// Draws what the colours mean; gives the height.
    pub fn legend(
        &self,
        canvas: &mut Canvas<'_>,
        letters: &Letters,
        numbers: &Numbers,
        top: f64,
    ) -> f64 {
        let (low, high) = self.ends();
        let (low, high) = (numbers.tick(&low), numbers.tick(&high));
        let size = letters.size;
        let y = top + size * 0.9;
        canvas.text(0.0, y, Anchor::Start, &low, Role::Mute);
        let start = letters.width(&low) + 8.0;
        let room = canvas.layout().width - start - letters.width(&high) - 10.0;
        let width = (room / 5.0).clamp(4.0, size * 1.8);
        for step in 0..5 {
            canvas.rect(
                start + width * step as f64,
                top,
                width,
                size,
                Role::Heat(step),
            );
        }
        let x = start + width * 5.0;
        canvas.frame(start, top, width * 5.0, size, Role::Mute);
        canvas.text(x + 8.0, y, Anchor::Start, &high, Role::Mute);
        letters.line() + size * 0.6
    }
}

pub(super) fn draw(chart: &Chart, sheet: &Sheet<'_>) -> String {
    let letters = Letters::new(sheet.layout);
    let numbers = Numbers::of(chart);
    let width = sheet.layout.width;
    let steps = Steps::new(chart.values().map(|value| numbers.scaled(value.to_f64())));
    let widest = letters.widest(chart.labels.iter().map(String::as_str));
    let label_room = widest.min(width * 0.36);
    let texts: Vec<Vec<String>> = chart
        .series
        .iter()
        .map(|series| {
            series
                .values
                .iter()
                .map(|value| value.map_or("–".to_owned(), |value| numbers.figure(value)))
                .collect()
        })
        .collect();
    let words = chart
        .series
        .iter()
        .flat_map(|series| series.name.split_whitespace());
    let least = letters.widest(texts.iter().flatten().map(String::as_str).chain(words)) + 8.0;
    let room = width - label_room - 8.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of columns"
    )]
    let columns = ((room / least) as usize).clamp(1, chart.series.len().max(1));
    let cell = (room / columns as f64).min(letters.size * 7.0);

    let mut canvas = Canvas::new(sheet);
    let mut top = labels::head(&mut canvas, chart, &numbers, &letters, false) + 2.0;
    let start = label_room + 8.0;
    for group in (0..chart.series.len()).collect::<Vec<_>>().chunks(columns) {
        let titles: Vec<Vec<String>> = group
            .iter()
            .map(|n| letters.wrap(&chart.series[*n].name, cell - 6.0, 3).0)
            .collect();
        let lines = titles.iter().map(Vec::len).max().unwrap_or(0);
        for (i, title) in titles.iter().enumerate() {
            let x = start + cell * (i as f64 + 0.5);
            let y = top + letters.size + letters.line() * (lines - title.len()) as f64;
            labels::lines(
                &mut canvas,
                &letters,
                (x, y),
                Anchor::Middle,
                title,
                Role::Mute,
            );
        }
        top += letters.line() * lines as f64 + letters.size * 0.4;
        for (n, label) in chart.labels.iter().enumerate() {
            let (lines, _) = letters.wrap(label, label_room, 3);
            let height = (letters.line() * lines.len() as f64 + 8.0).max(letters.size * 2.2);
            let first = top + height / 2.0 - letters.line() * (lines.len().max(1) - 1) as f64 / 2.0
                + letters.middle();
            labels::lines(
                &mut canvas,
                &letters,
                (label_room, first),
                Anchor::End,
                &lines,
                Role::Ink,
            );
            for (i, series) in group.iter().enumerate() {
                let x = start + cell * i as f64;
                let (ground, ink) = match chart.at(*series, n) {
                    Some(value) => {
                        let step = steps.of(numbers.scaled(value));
                        (Role::Heat(step), Role::OnHeat(step))
                    }
                    None => (Role::Surface, Role::Mute),
                };
                canvas.rect(x + 1.0, top + 1.0, cell - 2.0, height - 2.0, ground);
                let text = texts[*series].get(n).map_or("–", String::as_str);
                canvas.strong(
                    x + cell / 2.0,
                    top + height / 2.0 + letters.middle(),
                    Anchor::Middle,
                    text,
                    ink,
                );
            }
            top += height;
        }
        top += letters.size * 0.8;
    }
    top += steps.legend(&mut canvas, &letters, &numbers, top);
    canvas.finish(top)
}
