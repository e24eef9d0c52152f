//! The place that a template leaves for a stack: a comment in the SVG, which is filled when the pieces are known.

use std::fmt;

/// A rectangle of a drawing, in its units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// The left side.
    pub x: f32,
    /// The top.
    pub y: f32,
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
}

/// The colours of a stack, as SVG writes them (`#a81219`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Text.
    pub ink: String,
    /// Lesser text.
    pub mute: String,
    /// Numbers, headings and marks.
    pub accent: String,
    /// What it lies on.
    pub surface: String,
}

impl Colours {
    /// Those of the default theme.
    #[must_use]
    pub fn light() -> Self {
        Self {
            ink: "#1d1a18".to_owned(),
            mute: "#5a524b".to_owned(),
            accent: "#a81219".to_owned(),
            surface: "#ffffff".to_owned(),
        }
    }
}

/// A place for a stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Where it is.
    pub room: Room,
    /// What the stack looks like.
    pub colours: Colours,
}

const START: &str = "<!--stack ";
const END: &str = "-->";

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Room {
            x,
            y,
            width,
            height,
        } = self.room;
        let Colours {
            ink,
            mute,
            accent,
            surface,
        } = &self.colours;
        write!(
            f,
            "{START}{x} {y} {width} {height} {ink} {mute} {accent} {surface}{END}"
        )
    }
}

impl Slot {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let mut number = || parts.next()?.parse().ok();
        let room = Room {
            x: number()?,
            y: number()?,
            width: number()?,
            height: number()?,
        };
        let mut colour = || parts.next().map(str::to_owned);
        let colours = Colours {
            ink: colour()?,
            mute: colour()?,
            accent: colour()?,
            surface: colour()?,
        };
        Some(Self { room, colours })
    }
}

/// An SVG with its places filled.
#[must_use]
pub fn fill(svg: &str, stack: impl Fn(&Slot) -> String) -> String {
    let mut parts = svg.split(START);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (slot, rest) = part.split_once(END).unwrap_or((part, ""));
        if let Some(slot) = Slot::read(slot) {
            out.push_str(&stack(&slot));
        }
        out.push_str(rest);
    }
    out
}
