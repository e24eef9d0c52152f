//! Whether the colours of a theme can be told apart: a pure look at custom properties of its style sheets.
//!
//! A theme's `theme.toml` names pairs of custom properties, text and what it stands on. Every set of values that the
//! style sheet gives them (light, dark, high contrast) is looked at. Colours that are computed are nobody's business here.

use std::collections::BTreeMap;
use std::ops::Range;

/// The least contrast of text (WCAG 2.2, success criterion 1.4.3).
pub const LEAST: f64 = 4.5;

/// A pair of custom properties by their names without `--`: text, and what it stands on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    /// The text's colour.
    pub text: String,
    /// The colour behind it.
    pub on: String,
}

/// A pair that cannot be told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Weak<'p> {
    /// Which.
    pub pair: &'p Pair,
    /// Its contrast, from 1 to 21.
    pub contrast: f64,
    /// The declaration that makes it so, in bytes of the style sheet.
    pub range: Range<usize>,
}

/// A colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
#[must_use]
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// WCAG 2.2, "relative luminance".
fn luminance(Rgb(r, g, b): Rgb) -> f64 {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// A colour as CSS writes it: `#a12`, `#a81219`, `rgb(168 18 25)`, `white`. `None` for one that is see-through, computed
/// or otherwise not plain.
fn colour(value: &str) -> Option<Rgb> {
    let value = value.trim().to_ascii_lowercase();
    if let Some(hex) = value.strip_prefix('#') {
        let digits: Vec<u8> = hex
            .chars()
            .map(|c| u8::try_from(c.to_digit(16)?).ok())
            .collect::<Option<_>>()?;
        return match digits[..] {
            [r, g, b] => Some(Rgb(r * 17, g * 17, b * 17)),
            [r, r2, g, g2, b, b2] => Some(Rgb(r * 16 + r2, g * 16 + g2, b * 16 + b2)),
            _ => None,
        };
    }
    if let Some(channels) = value
        .strip_prefix("rgb(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let channels = channels.split([' ', ',']).filter(|part| !part.is_empty());
        let channels: Vec<u8> = channels
            .map(|part| part.parse::<u8>().ok())
            .collect::<Option<_>>()?;
        return match channels[..] {
            [r, g, b] => Some(Rgb(r, g, b)),
            _ => None,
        };
    }
    match &*value {
        "black" => Some(Rgb(0, 0, 0)),
        "white" => Some(Rgb(255, 255, 255)),
        "red" => Some(Rgb(255, 0, 0)),
        "yellow" => Some(Rgb(255, 255, 0)),
        "gold" => Some(Rgb(255, 215, 0)),
        _ => None,
    }
}

/// Values of custom properties, and the declarations that give them.
type Values<'c> = BTreeMap<&'c str, (&'c str, Range<usize>)>;

/// The custom properties that one rule gives to the whole page.
struct Rule<'c> {
    /// `(prefers-color-scheme: dark)` and the like; all must hold.
    conditions: Vec<&'c str>,
    selector: &'c str,
    values: Values<'c>,
}

/// The pairs that a style sheet makes too weak.
#[must_use]
pub fn weak_pairs<'p>(css: &str, pairs: &'p [Pair]) -> Vec<Weak<'p>> {
    let bare = without_comments(css);
    let rules = rules(&bare);
    let mut found = Vec::new();
    for (i, rule) in rules.iter().enumerate() {
        let mut values = Values::new();
        let is_below = |other: &&Rule<'_>| {
            let is_same =
                other.selector == rule.selector || matches!(other.selector, ":root" | "html");
            is_same
                && other
                    .conditions
                    .iter()
                    .all(|wanted| rule.conditions.contains(wanted))
        };
        for other in rules[..=i].iter().filter(is_below) {
            values.extend(other.values.clone());
        }
        for pair in pairs {
            let declared = [&pair.text, &pair.on]
                .into_iter()
                .find_map(|name| rule.values.get(name.as_str()));
            let (Some((_, range)), Some(text), Some(on)) = (
                declared,
                resolve(&pair.text, &values),
                resolve(&pair.on, &values),
            ) else {
                continue;
            };
            let contrast = contrast(text, on);
            if contrast < LEAST {
                let range = range.clone();
                found.push(Weak {
                    pair,
                    contrast,
                    range,
                });
            }
        }
    }
    found
}

/// The colour of a custom property, through `var(…)`.
fn resolve(name: &str, values: &Values<'_>) -> Option<Rgb> {
    let mut name = name;
    // A name that leads back to itself has no colour.
    for _ in 0..=values.len() {
        let (value, _) = values.get(name)?;
        match value
            .strip_prefix("var(--")
            .and_then(|rest| rest.strip_suffix(')'))
        {
            Some(other) => name = other.trim(),
            None => return colour(value),
        }
    }
    None
}

/// The style sheet with blanks in place of comments, so that every byte stays where it is.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        let end = rest[start + 2..]
            .find("*/")
            .map_or(rest.len(), |end| start + end + 4);
        out.push_str(&rest[..start]);
        out.extend(std::iter::repeat_n(' ', end - start));
        rest = &rest[end..];
    }
    out + rest
}

/// The rules of a style sheet that give custom properties to the whole page (`:root…`, `html…`), in order.
fn rules(css: &str) -> Vec<Rule<'_>> {
    let mut found: Vec<Rule<'_>> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut values = Values::new();
    let mut start = 0;
    for (at, c) in css
        .char_indices()
        .filter(|(_, c)| matches!(c, '{' | '}' | ';'))
    {
        let piece = &css[start..at];
        if c == '{' {
            open.push(piece.trim());
        } else if let Some((name, value)) = piece
            .trim()
            .strip_prefix("--")
            .and_then(|rest| rest.split_once(':'))
        {
            let lead = piece.len() - piece.trim_start().len();
            let range = start + lead..start + piece.trim_end().len();
            values.insert(name.trim(), (value.trim(), range));
        }
        if c == '}' {
            let selector = open.pop().unwrap_or_default();
            let values = std::mem::take(&mut values);
            if !values.is_empty() && (selector.starts_with(":root") || selector.starts_with("html"))
            {
                let media = open
                    .iter()
                    .filter_map(|prelude| prelude.strip_prefix("@media"));
                let conditions = media
                    .flat_map(|media| media.split(" and "))
                    .map(str::trim)
                    .collect();
                found.push(Rule {
                    conditions,
                    selector,
                    values,
                });
            }
        }
        start = at + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(text: &str, on: &str) -> Pair {
        Pair {
            text: text.to_owned(),
            on: on.to_owned(),
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        let hundredths = |a: &str, b: &str| {
            let (a, b) = (colour(a).expect("a colour"), colour(b).expect("a colour"));
            (contrast(a, b) * 100.0).round()
        };
        for (a, b, expected) in [
            ("black", "white", 2_100.0),
            ("#da251d", "#fff", 493.0),
            ("#ffcd00", "#da251d", 328.0),
            ("#ffff00", "rgb(218 37 29)", 459.0),
            ("#777", "#777777", 100.0),
        ] {
            assert_eq!(hundredths(a, b), expected, "{a} on {b}");
        }
        assert_eq!(colour("rgb(0 0 0 / .5)"), None);
        assert_eq!(colour("#12345678"), None);
    }

    #[test]
    fn every_set_of_colours_is_looked_at() {
        let css = "/* } */ @layer a { :root { --ink: #333; --bg: #fff; --soft: var(--bg) }\n\
                   @media (prefers-color-scheme: dark) { :root:not([x]) { --bg: #222; } }\n\
                   :root[data-theme=dark] { --bg: #000; --ink: #eee }\n\
                   .nav { --ink: #fff } }";
        let (bg, soft) = (pair("ink", "bg"), pair("ink", "soft"));
        let pairs = [bg, soft];
        let weak = weak_pairs(css, &pairs);
        let said: Vec<(&str, &str)> = weak
            .iter()
            .map(|weak| (&*weak.pair.on, &css[weak.range.clone()]))
            .collect();
        assert_eq!(said, [("bg", "--bg: #222")]);
        assert_eq!(weak_pairs(css, &[pair("ink", "nothing")]), []);
    }

    #[test]
    fn conditions_that_hold_together_are_joined() {
        let css = ":root { --a: #000; --b: #fff }\n\
                   @media (x) { :root:not(y) { --a: #777; --b: #fff } }\n\
                   @media (x) and (z) { :root:not(y) { --b: #888 } }";
        let pairs = [pair("a", "b")];
        let ranges: Vec<&str> = weak_pairs(css, &pairs)
            .into_iter()
            .map(|weak| &css[weak.range])
            .collect();
        assert_eq!(ranges, ["--a: #777", "--b: #888"]);
    }
}
