//! What the writer of a template meant: Tera's errors in the words of the catalogue, with near names.
//!
//! In goes a message of Tera, out come a text and helps. Rare messages stay as Tera says them, in parentheses.

use crate::diag::{Msg, Text};
use crate::vi::near::nearest;

/// Tera's messages; `{}` stands for a name. What comes first wins.
const MESSAGES: &[(&str, Msg)] = &[
    ("Variable `{}` is not defined", Msg::TeraVariable),
    (
        "Variable `{}` exists but its value is undefined",
        Msg::TeraVariable,
    ),
    ("Field `{}` is not defined", Msg::TeraField),
    ("Unknown filter `{}`", Msg::TeraFilter),
    ("Unknown function `{}`", Msg::TeraFunction),
    ("Unknown test `{}`", Msg::TeraTest),
    ("Unknown template `{}`", Msg::TeraTemplate),
    ("Template '{}' is inheriting from '{}'", Msg::TeraTemplate),
    ("Template '{}' not found", Msg::TeraTemplate),
    ("Unknown component `{}`", Msg::TeraComponent),
    ("Block `{}` is not defined", Msg::TeraBlock),
    (
        "Template already contains a block named `{}`",
        Msg::TeraTwoBlocks,
    ),
    ("This content would be ignored", Msg::TeraOutside),
    (
        "Circular extend detected for template '{}'",
        Msg::TeraCircle,
    ),
    (
        "Circular include detected for template '{}'",
        Msg::TeraCircle,
    ),
    ("Unexpected end of input", Msg::TeraEnd),
    ("Found end of input", Msg::TeraEnd),
    ("Found {} but expected one of", Msg::TeraFound),
    ("Found {} but was expecting", Msg::TeraFound),
    ("Found {} but expected", Msg::TeraFound),
    ("Unknown tag", Msg::TeraTag),
    ("String opened with `{}` is missing", Msg::TeraString),
    ("Unexpected character", Msg::TeraCharacter),
    ("Missing keyword argument `{}`", Msg::TeraArgument),
    ("Iteration not possible on type `{}`", Msg::TeraLoop),
    ("Cannot compare `{}` with", Msg::TeraOperands),
    (
        "`{}` requires both operands to be numbers",
        Msg::TeraOperands,
    ),
    ("Invalid type for the value", Msg::TeraType),
];

/// The filters of Tera and those of `engine`.
pub(super) const FILTERS: &[&str] = &[
    "abs",
    "capitalize",
    "date_long",
    "date_short",
    "default",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "group_number",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "slug",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

/// The functions of Tera and those of `engine`.
pub(super) const FUNCTIONS: &[&str] = &["asset", "json_ld", "latest", "partial", "range", "throw"];

/// The tests of Tera.
pub(super) const TESTS: &[&str] = &[
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// The words that begin a tag.
const TAGS: &[&str] = &[
    "block",
    "break",
    "component",
    "continue",
    "elif",
    "else",
    "endblock",
    "endcomponent",
    "endfilter",
    "endfor",
    "endif",
    "endset",
    "extends",
    "filter",
    "for",
    "if",
    "include",
    "raw",
    "endraw",
    "set",
    "set_global",
];

/// An error in the catalogue's words.
pub(super) struct Slip {
    /// Which message it is.
    pub msg: Msg,
    /// The name that it is about; what is to be marked in the template.
    pub name: String,
    /// What is wrong.
    pub text: Text,
    /// What to do, when that is known.
    pub helps: Vec<Text>,
}

/// Explains a message of Tera. `written` is what stands at its place, `templates` are the names that a template may
/// include or extend.
pub(super) fn explain(message: &str, written: &str, templates: &[&str]) -> Slip {
    let found = MESSAGES
        .iter()
        .find_map(|(pattern, msg)| Some((*msg, names(pattern, message)?)));
    let Some((msg, mut names)) = found else {
        let text = Text::new(Msg::TeraOther, &[&message]);
        return Slip {
            msg: Msg::TeraOther,
            name: String::new(),
            text,
            helps: Vec::new(),
        };
    };
    if matches!(msg, Msg::TeraTag | Msg::TeraFound) && !written.is_empty() {
        names = vec![crate::parse::markdown::shorten(
            written.lines().next().unwrap_or(""),
            40,
        )];
    }
    // "Template 'child' is inheriting from 'parent'": it is the last that is not there.
    let name = names.pop().unwrap_or_default();
    let name = name.trim_matches('`').to_owned();
    let available: Vec<&str> = message
        .split_once(" Available variables: ")
        .or_else(|| message.split_once(" Available fields: "))
        .map_or_else(Vec::new, |(_, list)| list.split(", ").collect());
    let candidates: &[&str] = match msg {
        Msg::TeraVariable | Msg::TeraField => &available,
        Msg::TeraFilter => FILTERS,
        Msg::TeraFunction => FUNCTIONS,
        Msg::TeraTest => TESTS,
        Msg::TeraTemplate => templates,
        Msg::TeraTag => TAGS,
        _ => &[],
    };
    let near = nearest(&name, candidates.iter().copied()).filter(|near| *near != name);
    let helps = match near {
        Some(near) => vec![Text::new(Msg::DidYouMean, &[&near])],
        None if !available.is_empty() => vec![Text::new(Msg::KnownNames, &[&available.join(", ")])],
        None => Vec::new(),
    };
    Slip {
        msg,
        text: Text::new(msg, &[&name]),
        name,
        helps,
    }
}

/// What stands for the `{}` of a pattern at the start of a message.
fn names(pattern: &str, message: &str) -> Option<Vec<String>> {
    let mut parts = pattern.split("{}");
    let mut rest = message.strip_prefix(parts.next()?)?;
    let mut names = Vec::new();
    for part in parts {
        let end = if part.is_empty() {
            rest.len()
        } else {
            rest.find(part)?
        };
        names.push(rest[..end].to_owned());
        rest = &rest[end + part.len()..];
    }
    Some(names)
}

/// The tag of a template that is opened and not closed: its place and its word.
pub(super) fn unclosed(text: &str) -> Option<(std::ops::Range<usize>, &str)> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find("{%") {
        let start = at + found;
        let inside = text[start + 2..].trim_start_matches(['-', ' ', '\n', '\t']);
        let len = inside
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(inside.len());
        let word = &inside[..len];
        let end = text[start..]
            .find("%}")
            .map_or(text.len(), |end| start + end + 2);
        let is_set = matches!(word, "set" | "set_global") && !text[start..end].contains('=');
        if matches!(
            word,
            "if" | "for" | "block" | "filter" | "component" | "raw"
        ) || is_set
        {
            open.push((start, word));
        } else if let Some(ended) = word.strip_prefix("end")
            && open
                .last()
                .is_some_and(|(_, word)| *word == ended || ended == "set")
        {
            open.pop();
        }
        at = end;
    }
    let (start, word) = open.pop()?;
    let end = text[start..]
        .find("%}")
        .map_or(text.len(), |end| start + end + 2);
    Some((start..end, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_filters_functions_and_tests_are_those_that_tera_knows() {
        let tera = || super::super::engine(&std::collections::BTreeMap::new());
        let refused = |text: String| {
            tera()
                .add_raw_template("a", &text)
                .err()
                .map(|error| error.to_string())
        };
        for filter in FILTERS {
            assert_eq!(refused(format!("{{{{ x | {filter} }}}}")), None);
        }
        for function in FUNCTIONS {
            assert_eq!(refused(format!("{{{{ {function}() }}}}")), None);
        }
        for test in TESTS {
            assert_eq!(refused(format!("{{{{ x is {test} }}}}")), None);
        }
    }

    #[test]
    fn the_innermost_open_tag_is_found() {
        let open = |text: &'static str| unclosed(text).map(|(range, word)| (&text[range], word));
        assert_eq!(
            open("{% if a %}{% for b in c %}{% endfor %}"),
            Some(("{% if a %}", "if"))
        );
        assert_eq!(
            open("{% block x %}{%- if a -%}{% set d = 1 %}{% endblock %}"),
            Some(("{%- if a -%}", "if"))
        );
        assert_eq!(open("{% if a %}{% endif %}{% include 'b' %}"), None);
    }
}
