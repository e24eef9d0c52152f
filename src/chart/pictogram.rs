//! Pictograms: so many of 10 or of 100, as filled and hollow signs.

use serde::{Deserialize, Serialize};

use super::canvas::{Anchor, Canvas, Num, Role, Sheet};
use super::labels::Letters;
use crate::vi::decimal::Decimal;

/// What a sign shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Icon {
    /// A person.
    Person,
    /// A house.
    House,
    /// A telephone.
    Phone,
    /// A sheet of paper.
    Paper,
    /// A square.
    Square,
}

impl Icon {
    /// Every sign with the word that editors type.
    pub const ALL: &[(&str, Self)] = &[
        ("nguoi", Self::Person),
        ("nha", Self::House),
        ("dien-thoai", Self::Phone),
        ("giay", Self::Paper),
        ("o", Self::Square),
    ];

    /// Its outline in a square of 10.
    fn outline(self) -> &'static str {
        match self {
            Self::Person => {
                "M5 .5a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM5 5.2c2.1 0 3 1.3 3 3v1.3H2V8.2c0-1.7.9-3 3-3z"
            }
            Self::House => "M5 .7L9.5 4.6H8.3V9.4H1.7V4.6H.5z",
            Self::Phone => {
                "M3 .5h4a.8.8 0 0 1 .8.8v7.4a.8.8 0 0 1-.8.8H3a.8.8 0 0 1-.8-.8V1.3A.8.8 0 0 1 3 .5z"
            }
            Self::Paper => "M2 .5h4L8.2 2.7V9.5H2z",
            Self::Square => "M1 1h8v8H1z",
        }
    }
}

/// So many of 10 or of 100.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pictogram {
    /// How many.
    pub count: Decimal,
    /// Of how many: 10 or 100.
    pub of: u8,
    /// The sign.
    pub icon: Icon,
}

impl Pictogram {
    /// The pictogram as SVG.
    #[must_use]
    pub fn draw(&self, sheet: &Sheet<'_>) -> String {
        let letters = Letters::new(sheet.layout);
        let columns: u8 = match (self.of, sheet.layout.is_wide()) {
            (100, true) => 20,
            (10, false) => 5,
            _ => 10,
        };
        let size =
            (sheet.layout.width / f64::from(columns)).min(if self.of > 10 { 32.0 } else { 56.0 });
        let count = self.count.to_f64().clamp(0.0, self.of.into());
        let mut canvas = Canvas::new(sheet);
        for n in 0..self.of {
            let (x, y) = (size * f64::from(n % columns), size * f64::from(n / columns));
            let part = (count - f64::from(n)).clamp(0.0, 1.0);
            canvas.sign(self.icon.outline(), (x, y), size, part);
        }
        let rows = f64::from(self.of.div_ceil(columns));
        let text = format!("{} / {}", super::written(self.count), self.of);
        let y = size * rows + letters.line();
        canvas.strong(0.0, y, Anchor::Start, &text, Role::Ink);
        canvas.finish(y + letters.size * 0.5)
    }
}

impl Canvas<'_> {
    /// A sign in a square of `size`, filled from the left as far as `part` says.
    fn sign(&mut self, outline: &str, (x, y): (f64, f64), size: f64, part: f64) {
        let scale = size / 11.0;
        let place = format!(
            "translate({} {}) scale({:.2})",
            Num(x + scale * 0.5),
            Num(y + scale * 0.5),
            scale
        );
        self.open(&place);
        if part >= 1.0 {
            self.shape(outline, Role::Series(0));
        } else {
            if part > 0.0 {
                self.clipped(outline, part * 10.0, Role::Series(0));
            }
            self.trace(outline, Role::Mute, 0.6, "");
        }
        self.close();
    }
}
