//! The canvas that charts are drawn on: SVG elements coloured by the theme or by fixed colours.
//!
//! Areas, texts and lines of the grid lie on whole units, so that they are sharp and take few bytes; what follows
//! figures has one decimal.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use pulldown_cmark_escape::escape_html;

use super::COLOURS;

/// The room that a drawing is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// Its width in units of the drawing.
    pub width: f64,
    /// The size of its text in the same units.
    pub font: f64,
}

impl Layout {
    /// For columns of text and for paper.
    pub const WIDE: Self = Self {
        width: 640.0,
        font: 14.0,
    };
    /// For telephones: as wide as a text on a screen of 320 px, so that its units are pixels there.
    pub const NARROW: Self = Self {
        width: 288.0,
        font: 13.0,
    };

    /// Whether there is room beside a drawing's middle.
    pub(super) fn is_wide(self) -> bool {
        self.width >= self.font * 36.0
    }
}

/// Where a drawing takes its colours from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Palette<'a> {
    /// Classes for the theme's style sheet: `s1`…`s6`, `h1`…`h5`, `ink` and so on.
    Css,
    /// Fixed colours, for a drawing that stands alone.
    Fixed(&'a Colours),
}

/// Fixed colours, each as SVG writes it (`#a81219`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Text.
    pub ink: &'static str,
    /// Lesser text.
    pub mute: &'static str,
    /// Lines of the grid.
    pub grid: &'static str,
    /// What the drawing lies on.
    pub surface: &'static str,
    /// The series. Neighbours are told apart without colour too: one is dark, the next is not.
    pub series: [&'static str; COLOURS],
    /// Text on the odd series (the first, third, fifth) and on the even ones.
    pub on_series: [&'static str; 2],
    /// From little to much.
    pub heat: [&'static str; 5],
    /// Text on each of these.
    pub on_heat: [&'static str; 5],
}

impl Colours {
    /// The colours of the default theme on white.
    pub const LIGHT: Self = Self {
        ink: "#1d1a18",
        mute: "#5a524b",
        grid: "#e2d9ca",
        surface: "#ffffff",
        series: [
            "#7d0c12", "#c28506", "#0b3d74", "#4c98c3", "#0d4a2c", "#a184cb",
        ],
        on_series: ["#ffffff", "#1d1a18"],
        heat: ["#fff4d6", "#f6cf7a", "#e08a3c", "#b83a20", "#6b0a10"],
        on_heat: ["#1d1a18", "#1d1a18", "#1d1a18", "#ffffff", "#ffffff"],
    };
}

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Ink,
    Mute,
    Grid,
    Surface,
    /// A series, from 0.
    Series(usize),
    /// Text on a series.
    OnSeries(usize),
    /// A step of heat, from 0 to 4.
    Heat(usize),
    /// Text on a step of heat.
    OnHeat(usize),
}

/// Where a text stands to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// What a drawing is drawn for.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The room.
    pub layout: Layout,
    /// The colours.
    pub palette: Palette<'a>,
    /// What the ids in the drawing begin with; no other drawing of the page may have the same.
    pub id: &'a str,
    /// The classes of the drawing; may be empty.
    pub class: &'a str,
    /// The title, for those who do not see the drawing.
    pub title: &'a str,
    /// The description, for those who do not see the drawing.
    pub description: &'a str,
}

/// A drawing in the making.
pub(super) struct Canvas<'a> {
    sheet: &'a Sheet<'a>,
    out: String,
    /// The series that are drawn with a pattern.
    patterns: BTreeSet<usize>,
}

/// A number with at most one decimal.
pub(super) struct Num(pub f64);

impl std::fmt::Display for Num {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tenths = (self.0 * 10.0).round();
        debug_assert!(tenths.is_finite(), "a drawing has only real places");
        #[expect(
            clippy::cast_possible_truncation,
            reason = "`as` keeps within i64, and drawings are small"
        )]
        let tenths = tenths as i64;
        let sign = if tenths < 0 { "-" } else { "" };
        let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
        match rest {
            0 => write!(f, "{sign}{whole}"),
            _ => write!(f, "{sign}{whole}.{rest}"),
        }
    }
}

/// A text as SVG has it.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_html(&mut out, text).expect("writing to a string cannot fail");
    out
}

impl<'a> Canvas<'a> {
    pub fn new(sheet: &'a Sheet<'a>) -> Self {
        Self {
            sheet,
            out: String::with_capacity(4096),
            patterns: BTreeSet::new(),
        }
    }

    pub fn layout(&self) -> Layout {
        self.sheet.layout
    }

    fn colour(colours: &Colours, role: Role) -> &'static str {
        match role {
            Role::Ink => colours.ink,
            Role::Mute => colours.mute,
            Role::Grid => colours.grid,
            Role::Surface => colours.surface,
            Role::Series(n) => colours.series[n % COLOURS],
            Role::OnSeries(n) => colours.on_series[n % 2],
            Role::Heat(n) => colours.heat[n.min(4)],
            Role::OnHeat(n) => colours.on_heat[n.min(4)],
        }
    }

    fn class(role: Role) -> String {
        match role {
            Role::Ink => "ink".to_owned(),
            Role::Mute => "mute".to_owned(),
            Role::Grid => "grid".to_owned(),
            Role::Surface => "bg".to_owned(),
            Role::Series(n) => format!("s{}", n % COLOURS + 1),
            Role::OnSeries(n) => format!("o{}", n % 2 + 1),
            Role::Heat(n) => format!("h{}", n.min(4) + 1),
            Role::OnHeat(n) => format!("k{}", n.min(4) + 1),
        }
    }

    /// The attribute that fills with a colour.
    fn fill(&self, role: Role) -> String {
        match &self.sheet.palette {
            Palette::Css => format!("class=\"{}\"", Self::class(role)),
            Palette::Fixed(colours) => format!("fill=\"{}\"", Self::colour(colours, role)),
        }
    }

    /// The attributes that draw a line in a colour.
    fn stroke(&self, role: Role) -> String {
        match &self.sheet.palette {
            Palette::Css => format!("class=\"l-{}\"", Self::class(role)),
            Palette::Fixed(colours) => {
                format!("fill=\"none\" stroke=\"{}\"", Self::colour(colours, role))
            }
        }
    }

    /// The attribute that fills with the colour of a series, from the third on with a pattern too: then no colour is
    /// needed to tell it from the others.
    fn fill_series(&mut self, series: usize) -> String {
        let n = series % COLOURS;
        if n < 2 {
            return self.fill(Role::Series(n));
        }
        self.patterns.insert(n);
        format!("fill=\"url(#{}-p{})\"", self.sheet.id, n + 1)
    }

    /// Whether text on a series is hard to read because of its pattern.
    pub fn is_patterned(series: usize) -> bool {
        series % COLOURS >= 2
    }

    pub fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, role: Role) {
        if width <= 0.0 || height <= 0.0 {
            return;
        }
        let fill = match role {
            Role::Series(n) => self.fill_series(n),
            role => self.fill(role),
        };
        self.rectangle(x, y, width, height, &fill);
    }

    /// A rectangle that is only an outline.
    pub fn frame(&mut self, x: f64, y: f64, width: f64, height: f64, role: Role) {
        let stroke = self.stroke(role);
        self.rectangle(x, y, width, height, &stroke);
    }

    fn rectangle(&mut self, x: f64, y: f64, width: f64, height: f64, look: &str) {
        let ((x, width), (y, height)) = (snapped(x, width), snapped(y, height));
        let _ = write!(
            self.out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {look}/>",
            Num(x),
            Num(y),
            Num(width),
            Num(height)
        );
    }

    pub fn line(&mut self, x1: f64, y1: f64, x2: f64, y2: f64, role: Role, width: f64) {
        let d = format!("M{} {}L{} {}", Num(x1), Num(y1), Num(x2), Num(y2));
        self.trace(&d, role, width, "");
    }

    /// Thin level lines from `left` to `right`.
    pub fn level(
        &mut self,
        left: f64,
        right: f64,
        heights: impl IntoIterator<Item = f64>,
        role: Role,
    ) {
        let (left, right) = (Num(left.round()), Num(right.round()));
        let mut d = String::new();
        for y in heights {
            let _ = write!(d, "M{left} {}H{right}", Num(y.round()));
        }
        self.trace(&d, role, 1.0, "");
    }

    /// A line along a path; `dash` as in SVG, or empty.
    pub fn trace(&mut self, d: &str, role: Role, width: f64, dash: &str) {
        let stroke = self.stroke(role);
        let dash = if dash.is_empty() {
            String::new()
        } else {
            format!(" stroke-dasharray=\"{dash}\"")
        };
        let width = if width == 1.0 {
            String::new()
        } else {
            format!(" stroke-width=\"{}\"", Num(width))
        };
        let _ = write!(self.out, "<path d=\"{d}\" {stroke}{width}{dash}/>");
    }

    /// A filled path.
    pub fn shape(&mut self, d: &str, role: Role) {
        let fill = match role {
            Role::Series(n) => self.fill_series(n),
            role => self.fill(role),
        };
        let _ = write!(self.out, "<path d=\"{d}\" {fill}/>");
    }

    /// The mark of a series at a point: another form for each.
    pub fn marker(&mut self, x: f64, y: f64, size: f64, series: usize) {
        self.markers([(x, y)], size, series);
    }

    /// The mark of a series at some points.
    pub fn markers(
        &mut self,
        points: impl IntoIterator<Item = (f64, f64)>,
        size: f64,
        series: usize,
    ) {
        let d: String = points
            .into_iter()
            .map(|(x, y)| mark(x, y, size, series))
            .collect();
        let fill = self.fill(Role::Series(series));
        let _ = write!(self.out, "<path d=\"{d}\" {fill}/>");
    }

    /// A line of text on a baseline.
    pub fn text(&mut self, x: f64, y: f64, anchor: Anchor, text: &str, role: Role) {
        self.write(x, y, anchor, text, role, "");
    }

    /// The same in heavier letters.
    pub fn strong(&mut self, x: f64, y: f64, anchor: Anchor, text: &str, role: Role) {
        self.write(x, y, anchor, text, role, " font-weight=\"600\"");
    }

    fn write(&mut self, x: f64, y: f64, anchor: Anchor, text: &str, role: Role, weight: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        // The sheet itself says that text is ink.
        let colour = match role {
            Role::Ink => String::new(),
            role => format!(" {}", self.fill(role)),
        };
        let _ = write!(
            self.out,
            "<text x=\"{}\" y=\"{}\"{anchor}{weight}{colour}>{}</text>",
            Num(x.round()),
            Num(y.round()),
            escape(text)
        );
    }

    /// Begins a group with a transformation.
    pub fn open(&mut self, transform: &str) {
        let _ = write!(self.out, "<g transform=\"{transform}\">");
    }

    /// Ends a group.
    pub fn close(&mut self) {
        self.out.push_str("</g>");
    }

    /// A filled path of which only the left is seen, as far as `width`.
    pub fn clipped(&mut self, d: &str, width: f64, role: Role) {
        let (id, fill) = (self.sheet.id, self.fill(role));
        let _ = write!(
            self.out,
            "<clipPath id=\"{id}-c\"><path d=\"M0 0H{}V10H0z\"/></clipPath><path d=\"{d}\" clip-path=\"url(#{id}-c)\" {fill}/>",
            Num(width)
        );
    }

    /// SVG that was made elsewhere.
    pub fn raw(&mut self, svg: &str) {
        self.out.push_str(svg);
    }

    /// The attribute of a colour, within an element that was opened as `raw`.
    pub fn raw_fill(&mut self, role: Role) {
        let fill = self.fill(role);
        self.out.push_str(&fill);
    }

    /// The whole drawing.
    pub fn finish(self, height: f64) -> String {
        let Sheet {
            layout,
            id,
            class,
            title,
            description,
            ..
        } = *self.sheet;
        let (width, height) = (Num(layout.width), Num(height.ceil()));
        let mut out = String::with_capacity(self.out.len() + 1024);
        let class = if class.is_empty() {
            String::new()
        } else {
            format!(" class=\"{class}\"")
        };
        // A page knows what SVG is, and how large; what stands alone says so, and has its own letters.
        let alone = match &self.sheet.palette {
            Palette::Css => String::new(),
            Palette::Fixed(colours) => format!(
                " xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
                 font-family=\"Be Vietnam Pro\" fill=\"{}\"",
                colours.ink
            ),
        };
        let _ = write!(
            out,
            "<svg{alone}{class} viewBox=\"0 0 {width} {height}\" font-size=\"{}\" role=\"img\" \
             aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
            Num(layout.font),
            escape(title),
            escape(description)
        );
        if !self.patterns.is_empty() {
            out.push_str("<defs>");
            for n in &self.patterns {
                let ground = self.fill(Role::Series(*n));
                let (over, ink) = match n {
                    2 => ("M0 0V7", 2.2),
                    3 => ("M0 0V7M0 0H7", 1.4),
                    4 => ("M0 0V7M3.5 0V7", 1.2),
                    _ => ("M0 3.5H3.5", 3.5),
                };
                let turned = match n {
                    2 | 5 => " patternTransform=\"rotate(45)\"",
                    4 => " patternTransform=\"rotate(-45)\"",
                    _ => "",
                };
                let stroke = self.stroke(Role::Surface);
                let _ = write!(
                    out,
                    "<pattern id=\"{id}-p{}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"{turned}>\
                     <rect width=\"7\" height=\"7\" {ground}/>\
                     <path d=\"{over}\" {stroke} stroke-width=\"{ink}\"/></pattern>",
                    n + 1
                );
            }
            out.push_str("</defs>");
        }
        out.push_str(&self.out);
        out.push_str("</svg>");
        out
    }
}

/// The mark of a series as a path.
fn mark(x: f64, y: f64, size: f64, series: usize) -> String {
    let r = size / 2.0;
    let n = |v: f64| Num(v);
    match series % COLOURS {
        0 => circle(x, y, r),
        1 => format!("M{} {}h{s}v{s}h-{s}z", n(x - r), n(y - r), s = n(size)),
        2 => format!(
            "M{} {}L{} {}H{}z",
            n(x),
            n(y - r * 1.2),
            n(x + r * 1.2),
            n(y + r),
            n(x - r * 1.2)
        ),
        3 => format!(
            "M{} {}L{} {}L{} {}L{} {}z",
            n(x),
            n(y - r * 1.3),
            n(x + r * 1.3),
            n(y),
            n(x),
            n(y + r * 1.3),
            n(x - r * 1.3),
            n(y)
        ),
        4 => format!(
            "M{} {}L{} {}H{}z",
            n(x),
            n(y + r * 1.2),
            n(x + r * 1.2),
            n(y - r),
            n(x - r * 1.2)
        ),
        _ => format!("{}{}", circle(x, y, r * 1.1), circle_back(x, y, r * 0.5)),
    }
}

/// Where a stretch begins and how long it is, in whole units. Neighbours that share an edge do so afterwards too, and
/// what is there is seen.
fn snapped(start: f64, length: f64) -> (f64, f64) {
    let (from, to) = (start.round(), (start + length.max(0.0)).round());
    (from, (to - from).max(1.0))
}

/// A circle as a path.
pub(super) fn circle(x: f64, y: f64, r: f64) -> String {
    format!("M{} {}a{r} {r} 0 1 1 0 .1z", Num(x - r), Num(y), r = Num(r))
}

/// The same the other way round, for holes.
fn circle_back(x: f64, y: f64, r: f64) -> String {
    format!("M{} {}a{r} {r} 0 1 0 0 .1z", Num(x - r), Num(y), r = Num(r))
}
