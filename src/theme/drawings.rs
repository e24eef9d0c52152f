//! Templates of drawings: SVG with Tera in it, such as `card.svg`.
//!
//! They have an engine of their own, which reaches nothing of the pages' templates, and so a fingerprint of their own:
//! a new style sheet does not draw ten thousand cards anew. Beside the filters they have a function `fit`, which sets a
//! text into a room.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::{Asset, Templates, with_filters};
use crate::draw::{self, Fonts, Room, Weight};
use crate::emblem::Emblem;
use crate::fingerprint::Fingerprint;
use crate::poster::{self, Colours, Slot};
use crate::source::File;

/// The template of social cards.
pub const CARD: &str = "card.svg";
/// The template of posters.
pub const POSTER: &str = "poster.svg";

/// The drawings of a theme.
pub struct Drawings {
    tera: Tera,
    fingerprint: Fingerprint,
    /// The nearest file of each template, by its name without the theme.
    files: BTreeMap<String, String>,
    emblem: Option<Arc<Emblem>>,
    fonts: Fonts,
}

/// The file in `static/` that is the theme's own emblem.
const EMBLEM: &str = "emblem.svg";

/// Whether a template is that of a drawing.
pub(super) fn is_drawing(name: &str) -> bool {
    name.ends_with(".svg")
}

/// Whether a template, named with its theme, is of that theme.
fn is_of(name: &str, theme: &str) -> bool {
    name.strip_prefix(theme)
        .is_some_and(|rest| rest.starts_with('/'))
}

impl Drawings {
    pub(super) fn new(
        tera: Tera,
        chain: &[String],
        templates: &Templates,
        assets: &BTreeMap<String, Asset>,
    ) -> Self {
        let emblem = assets.get(EMBLEM).and_then(|asset| {
            let file = File::in_memory(EMBLEM, Arc::clone(&asset.bytes));
            Emblem::new(file).map(Arc::new)
        });
        let mut files = BTreeMap::new();
        // A theme without drawings does not change those that it extends.
        let draws = |theme: &&String| templates.keys().any(|name| is_of(name, theme));
        let order: Vec<&String> = chain.iter().filter(draws).collect();
        for theme in order.iter().rev() {
            let own = |(name, (file, _)): (&String, &(String, Arc<str>))| {
                is_of(name, theme).then(|| (name[theme.len() + 1..].to_owned(), file.clone()))
            };
            files.extend(templates.iter().filter_map(own));
        }
        Self {
            tera,
            fingerprint: Fingerprint::of(&(order, templates, &emblem)),
            files,
            emblem,
            fonts: Fonts::bundled(),
        }
    }

    /// `fingerprint`; `None` when the theme does not have this drawing.
    #[must_use]
    pub fn has(&self, template: &str) -> Option<Fingerprint> {
        self.files
            .contains_key(template)
            .then_some(self.fingerprint)
    }

    /// The file of a template.
    pub(super) fn file(&self, template: &str) -> Option<&str> {
        self.files.get(template).map(String::as_str)
    }

    /// The fingerprint of all that a drawing can show but its values.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The fonts for drawing.
    #[must_use]
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The theme's own emblem, for a site that has none.
    #[must_use]
    pub fn emblem(&self) -> Option<&Emblem> {
        self.emblem.as_deref()
    }

    pub(super) fn svg(&self, template: &str, context: &Context) -> TeraResult<String> {
        self.tera.render(template, context)
    }
}

/// Tera for drawings, before any template.
pub(super) fn engine() -> Tera {
    let mut tera = with_filters();
    tera.autoescape_on([".svg"]);
    tera.register_function("fit", |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        fit(&kwargs)
    });
    tera.register_function("stack", |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        stack(&kwargs)
    });
    tera
}

/// `fit(text=…, sizes=[…], width=…, height=…, lines=…)` with `weight=700` and `leading=1.25` if it says nothing else:
/// {`size`, `lines`}.
fn fit(kwargs: &Kwargs) -> TeraResult<Value> {
    let text = kwargs.must_get::<&str>("text")?;
    let sizes = kwargs.must_get::<Vec<f32>>("sizes")?;
    let number = kwargs.get::<u16>("weight")?.unwrap_or(700);
    let weight = Weight::of_number(number)
        .ok_or_else(|| tera::Error::message(format!("weight={number}: 400, 600, 700")))?;
    let room = Room {
        width: kwargs.must_get::<f32>("width")?,
        height: kwargs.get::<f32>("height")?.unwrap_or(f32::MAX),
        leading: kwargs.get::<f32>("leading")?.unwrap_or(1.25),
        lines: kwargs.get::<usize>("lines")?.unwrap_or(usize::MAX),
    };
    let fitted = draw::fit(text, weight, &sizes, room)
        .ok_or_else(|| tera::Error::message("sizes=[]".to_owned()))?;
    let mut map = tera::Map::default();
    map.insert("size".into(), Value::from(fitted.size));
    let lines = fitted.lines.into_iter().map(Value::from);
    map.insert("lines".into(), Value::from(lines.collect::<Vec<_>>()));
    Ok(Value::from(map))
}

/// `stack(x=…, y=…, width=…, height=…)` with `ink`, `mute`, `accent` and `surface` for the colours: the place where the
/// pieces of the page come to stand.
fn stack(kwargs: &Kwargs) -> TeraResult<Value> {
    let room = poster::Room {
        x: kwargs.must_get::<f32>("x")?,
        y: kwargs.must_get::<f32>("y")?,
        width: kwargs.must_get::<f32>("width")?,
        height: kwargs.must_get::<f32>("height")?,
    };
    let colour = |name: &str, otherwise: String| -> TeraResult<String> {
        let colour = kwargs.get::<String>(name)?.unwrap_or(otherwise);
        let is_plain = colour
            .bytes()
            .all(|b| b == b'#' || b.is_ascii_alphanumeric());
        let wrong = || tera::Error::message(format!("{name}=\"{colour}\": #a81219"));
        if is_plain { Ok(colour) } else { Err(wrong()) }
    };
    let light = Colours::light();
    let colours = Colours {
        ink: colour("ink", light.ink)?,
        mute: colour("mute", light.mute)?,
        accent: colour("accent", light.accent)?,
        surface: colour("surface", light.surface)?,
    };
    let slot = Slot { room, colours };
    Ok(Value::safe_string(&slot.to_string()))
}
