//! Progress: how much of a target is reached.

use serde::{Deserialize, Serialize};

use super::canvas::{Anchor, Canvas, Role, Sheet};
use super::labels::{self, Letters};
use crate::diag::{Lang, Msg, Text};
use crate::vi::decimal::Decimal;

/// What is reached of a target.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Progress {
    /// What is reached; none when there is no figure yet.
    pub reached: Option<Decimal>,
    /// The target; above 0.
    pub target: Decimal,
    /// The unit of measure.
    pub unit: String,
}

impl Progress {
    /// A figure with its unit.
    #[must_use]
    pub fn figure(&self, value: Decimal) -> String {
        let space = if self.unit.is_empty() || self.unit == "%" {
            ""
        } else {
            "\u{a0}"
        };
        format!("{}{space}{}", super::written(value), self.unit)
    }

    /// The progress as SVG: a bar, the target as a line across it.
    #[must_use]
    pub fn draw(&self, sheet: &Sheet<'_>) -> String {
        let letters = Letters::new(sheet.layout);
        let width = sheet.layout.width;
        let thick = letters.size * 1.7;
        let target = self.target.to_f64();
        let reached = self.reached.map(|reached| reached.to_f64().max(0.0));
        // A share has its whole in sight.
        let whole = if self.unit == "%" { 100.0 } else { 0.0 };
        let end =
            reached.unwrap_or(0.0).max(target).max(whole) * if whole > 0.0 { 1.0 } else { 1.08 };
        let x = |value: f64| value / end * (width - 2.0) + 1.0;
        let mut canvas = Canvas::new(sheet);
        let label = |at: f64, text: &str| labels::within(at, letters.width(text), sheet.layout);
        let text = Text::new(Msg::ChartTarget, &[&self.figure(self.target)]).show(Lang::Vi);
        let top = letters.line() + 8.0;
        canvas.text(
            label(x(target), &text),
            letters.size,
            Anchor::Middle,
            &text,
            Role::Mute,
        );
        if let Some(reached) = reached {
            canvas.rect(1.0, top, x(reached) - 1.0, thick, Role::Series(0));
        }
        canvas.frame(1.0, top, width - 2.0, thick, Role::Mute);
        canvas.line(
            x(target),
            top - 5.0,
            x(target),
            top + thick + 5.0,
            Role::Ink,
            3.0,
        );
        let y = top + thick + letters.line() + 4.0;
        match (reached, self.reached) {
            (Some(at), Some(value)) => {
                let text = Text::new(Msg::ChartReached, &[&self.figure(value)]).show(Lang::Vi);
                canvas.strong(label(x(at), &text), y, Anchor::Middle, &text, Role::Ink);
            }
            _ => {
                let text = Msg::ChartNoFigure.text(Lang::Vi);
                canvas.strong(0.0, y, Anchor::Start, text, Role::Ink);
            }
        }
        canvas.finish(y + letters.size * 0.5)
    }
}
