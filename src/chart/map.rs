//! Maps: the commune's own drawing of its villages coloured by figures, or a tile for each village.
//!
//! Of an editor's drawing only shapes and texts are taken over: no scripts, styles, links or pictures.

use std::collections::BTreeSet;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde::{Deserialize, Serialize};

use super::Chart;
use super::canvas::{Anchor, Canvas, Colours, Layout, Num, Palette, Role, Sheet, escape};
use super::heat::Steps;
use super::labels::{self, Letters};
use super::number::Numbers;
use crate::vi::slug::slug;

/// A map with the figures of its places.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Map {
    /// What is coloured.
    pub ground: Ground,
    /// The figures: one series, a label for each place.
    pub figures: Chart,
}

/// What a map colours.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Ground {
    /// A tile for each place, at a row and a column from 0.
    Tiles(Vec<(u16, u16)>),
    /// A drawing.
    Drawing(Drawing),
}

/// An editor's drawing, without all that a map does not need.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Drawing {
    /// Its `viewBox`.
    view: String,
    /// Height by width in thousandths.
    proportion: u32,
    /// SVG, and what is to be coloured behind it.
    pieces: Vec<(String, Spot)>,
}

/// An element of a drawing that takes its colour when it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
enum Spot {
    /// The shape of a place, by the slug of its name.
    Place(String),
    /// A text.
    Text,
    /// None: the drawing ends.
    End,
}

/// Elements that a map may have.
const ELEMENTS: &[&str] = &[
    "g", "path", "polygon", "polyline", "rect", "circle", "ellipse", "line", "text", "tspan",
    "title",
];

/// Attributes that they may have.
const ATTRIBUTES: &[&str] = &[
    "d",
    "points",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "width",
    "height",
    "transform",
    "fill",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-linejoin",
    "stroke-linecap",
    "stroke-dasharray",
    "text-anchor",
    "font-size",
    "font-weight",
    "opacity",
];

impl Drawing {
    /// Reads a drawing. `places` are the names to colour: an element is that of a place when its id gives the same
    /// slug. All ids are given too. None when it is no SVG with a size.
    #[must_use]
    pub fn read(svg: &str, places: &[String]) -> Option<(Self, Vec<String>)> {
        let places: BTreeSet<String> = places.iter().map(|place| slug(place)).collect();
        let mut reader = Reader::from_str(svg);
        let mut drawing = Self {
            view: String::new(),
            proportion: 0,
            pieces: Vec::new(),
        };
        let mut out = String::new();
        let mut ids = Vec::new();
        let mut dropped = 0_usize;
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) if dropped > 0 || !drawing.takes(&tag) => dropped += 1,
                Event::Start(tag) => {
                    ids.extend(attribute(&tag, "id"));
                    drawing.open(&tag, &places, &mut out, ">");
                }
                Event::Empty(tag) if dropped == 0 && ELEMENTS.contains(&name_of(&tag).as_str()) => {
                    ids.extend(attribute(&tag, "id"));
                    drawing.open(&tag, &places, &mut out, "/>");
                }
                Event::End(_) if dropped > 0 => dropped -= 1,
                Event::End(tag) => {
                    let name = tag.name().as_ref().to_owned();
                    if name != "svg" {
                        out.push_str(&format!("</{name}>"));
                    }
                }
                Event::Text(text) if dropped == 0 => {
                    out.push_str(&escape(&text.replace(['\n', '\t'], " ")));
                }
                Event::GeneralRef(name) if dropped == 0 => out.push_str(&reference(&name)),
                Event::Eof => break,
                _ => {}
            }
        }
        drawing.pieces.push((out, Spot::End));
        (!drawing.view.is_empty()).then_some((drawing, ids))
    }

    fn takes(&self, tag: &BytesStart<'_>) -> bool {
        let name = name_of(tag);
        ELEMENTS.contains(&name.as_str()) || (name == "svg" && self.view.is_empty())
    }

    fn open(
        &mut self,
        tag: &BytesStart<'_>,
        places: &BTreeSet<String>,
        out: &mut String,
        end: &str,
    ) {
        let name = name_of(tag);
        if name == "svg" {
            self.set_view(tag);
            return;
        }
        let place = attribute(tag, "id")
            .map(|id| slug(&id))
            .filter(|id| places.contains(id));
        out.push_str(&format!("<{name}"));
        let known = tag.attributes().flatten().filter_map(|attribute| {
            let key = attribute.key.as_ref().to_owned();
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .ok()?
                .into_owned();
            Some((key, value))
        });
        for (key, value) in known {
            let is_coloured = (place.is_some() && key == "fill")
                || (name == "text" && (key == "fill" || key.starts_with("stroke")));
            if ATTRIBUTES.contains(&key.as_str()) && !is_coloured && !value.contains("url(") {
                out.push_str(&format!(" {key}=\"{}\"", escape(&value)));
            }
        }
        let spot = match place {
            Some(place) => Some(Spot::Place(place)),
            None => (name == "text").then_some(Spot::Text),
        };
        if let Some(spot) = spot {
            out.push(' ');
            self.pieces.push((std::mem::take(out), spot));
        }
        out.push_str(end);
    }

    fn set_view(&mut self, tag: &BytesStart<'_>) {
        let number = |text: &str| {
            text.trim()
                .trim_end_matches("px")
                .parse::<f64>()
                .ok()
                .filter(|n| n.is_finite())
        };
        let from_box = attribute(tag, "viewBox").and_then(|view| {
            let numbers: Vec<f64> = view
                .split([' ', ','])
                .filter(|part| !part.is_empty())
                .filter_map(number)
                .collect();
            <[f64; 4]>::try_from(numbers).ok()
        });
        let size = |name| attribute(tag, name).as_deref().and_then(number);
        let view = from_box.or_else(|| Some([0.0, 0.0, size("width")?, size("height")?]));
        if let Some([x, y, width, height]) =
            view.filter(|[_, _, width, height]| *width > 0.0 && *height > 0.0)
        {
            self.view = format!("{} {} {} {}", Num(x), Num(y), Num(width), Num(height));
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "within 100 and 4,000"
            )]
            let proportion = (height / width * 1000.0).clamp(100.0, 4_000.0) as u32;
            self.proportion = proportion;
        }
    }

    /// The places that the drawing has, as slugs.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|(_, spot)| match spot {
            Spot::Place(place) => Some(place.as_str()),
            Spot::Text | Spot::End => None,
        })
    }

    /// How many bytes it adds to a page.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pieces.iter().map(|(svg, _)| svg.len()).sum()
    }

    /// Whether nothing is drawn.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn name_of(tag: &BytesStart<'_>) -> String {
    tag.name().as_ref().to_owned()
}

/// What `&name;` stands for; names that XML does not know are left out.
fn reference(name: &BytesRef<'_>) -> String {
    let known = ["amp", "lt", "gt", "quot", "apos"].contains(&&**name);
    match name.resolve_char_ref() {
        Ok(Some(c)) => escape(&c.to_string()),
        _ if known => format!("&{};", &**name),
        _ => String::new(),
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(
        attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()?
            .into_owned(),
    )
}

impl Map {
    /// The map as SVG.
    #[must_use]
    pub fn draw(&self, sheet: &Sheet<'_>) -> String {
        let letters = Letters::new(sheet.layout);
        let numbers = Numbers::of(&self.figures);
        let places = 0..self.figures.labels.len();
        let figures: Vec<Option<f64>> = places
            .map(|n| self.figures.at(0, n).map(|value| numbers.scaled(value)))
            .collect();
        let steps = Steps::new(figures.iter().flatten().copied());
        let mut canvas = Canvas::new(sheet);
        let mut top = labels::head(&mut canvas, &self.figures, &numbers, &letters, false) + 2.0;
        top += match &self.ground {
            Ground::Tiles(tiles) => self.tiles(
                tiles,
                &figures,
                &steps,
                &numbers,
                &letters,
                &mut canvas,
                top,
            ),
            Ground::Drawing(drawing) => {
                self.drawing(drawing, &figures, &steps, &mut canvas, sheet, top)
            }
        };
        top += letters.size * 0.8;
        top += steps.legend(&mut canvas, &letters, &numbers, top);
        canvas.finish(top)
    }

    #[expect(clippy::too_many_arguments, reason = "what one drawing is made from")]
    fn tiles(
        &self,
        tiles: &[(u16, u16)],
        figures: &[Option<f64>],
        steps: &Steps,
        numbers: &Numbers,
        letters: &Letters,
        canvas: &mut Canvas<'_>,
        top: f64,
    ) -> f64 {
        let columns = tiles
            .iter()
            .map(|(_, column)| column + 1)
            .max()
            .unwrap_or(1);
        let rows = tiles.iter().map(|(row, _)| row + 1).max().unwrap_or(0);
        let width = (canvas.layout().width / f64::from(columns)).min(letters.size * 12.0);
        let names: Vec<Vec<String>> = self
            .figures
            .labels
            .iter()
            .map(|name| letters.wrap(name, width - 8.0, 3).0)
            .collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or(1) as f64 + 1.0;
        let height = letters.line() * lines + letters.size;
        for (n, (row, column)) in tiles.iter().enumerate() {
            let (x, y) = (width * f64::from(*column), top + height * f64::from(*row));
            let step = figures[n].map(|figure| steps.of(figure));
            let (ground, ink) = step.map_or((Role::Surface, Role::Ink), |step| {
                (Role::Heat(step), Role::OnHeat(step))
            });
            canvas.rect(x + 1.5, y + 1.5, width - 3.0, height - 3.0, ground);
            canvas.frame(x + 1.5, y + 1.5, width - 3.0, height - 3.0, Role::Mute);
            let first = (x + width / 2.0, y + letters.size * 1.4);
            labels::lines(canvas, letters, first, Anchor::Middle, &names[n], ink);
            let value = self
                .figures
                .series
                .first()
                .and_then(|series| series.values.get(n).copied().flatten());
            let text = value.map_or("–".to_owned(), |value| numbers.figure(value));
            let at = first.1 + letters.line() * names[n].len() as f64;
            canvas.strong(first.0, at, Anchor::Middle, &text, ink);
        }
        height * f64::from(rows)
    }

    fn drawing(
        &self,
        drawing: &Drawing,
        figures: &[Option<f64>],
        steps: &Steps,
        canvas: &mut Canvas<'_>,
        sheet: &Sheet<'_>,
        top: f64,
    ) -> f64 {
        let Layout { width, font } = sheet.layout;
        let height = (width * f64::from(drawing.proportion) / 1000.0).min(font * 46.0);
        let rim = "stroke-width=\".25em\" paint-order=\"stroke\" stroke-linejoin=\"round\"";
        let (land, text) = match &sheet.palette {
            Palette::Css => ("class=\"land\"".to_owned(), rim.to_owned()),
            Palette::Fixed(Colours {
                ink, mute, surface, ..
            }) => (
                format!("fill=\"{surface}\" stroke=\"{mute}\""),
                format!("fill=\"{ink}\" stroke=\"{surface}\" {rim}"),
            ),
        };
        let (y, width, height_text) = (Num(top), Num(width), Num(height));
        canvas.raw(&format!(
            "<svg y=\"{y}\" width=\"{width}\" height=\"{height_text}\" viewBox=\"{}\"><g {land}>",
            drawing.view
        ));
        for (svg, spot) in &drawing.pieces {
            canvas.raw(svg);
            match spot {
                Spot::Place(place) => {
                    let labels = &self.figures.labels;
                    let n = labels.iter().position(|label| slug(label) == *place);
                    let step = n.and_then(|n| figures[n]).map(|figure| steps.of(figure));
                    canvas.raw_fill(step.map_or(Role::Surface, Role::Heat));
                }
                // Readable on every colour: a rim of the ground around the letters.
                Spot::Text => canvas.raw(&text),
                Spot::End => {}
            }
        }
        canvas.raw("</g></svg>");
        height
    }
}
