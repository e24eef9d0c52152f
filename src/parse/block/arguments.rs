//! The arguments of a block: read as they are typed, checked by the table of keys.

use std::borrow::Cow;

use super::Argument;
use super::kinds::{BlockKind, Key, Value};
use super::quotes::{self, Quoted};
use crate::diag::{Diagnostic, Msg, Span};
use crate::vi;
use crate::vi::decimal::Reading;

/// The most words of a title.
const TITLE_WORDS: usize = 15;

/// An argument as typed, with its places in the file.
pub(super) struct Given<'t> {
    key: &'t str,
    key_at: usize,
    value: Cow<'t, str>,
    value_at: usize,
}

impl Given<'_> {
    fn key_span(&self) -> Span {
        Span::new(self.key_at..self.key_at + self.key.len())
    }

    fn value_span(&self) -> Span {
        Span::new(self.value_at..self.value_at + self.value.len())
    }
}

/// How a block is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// `::: name key="value"`.
    Container,
    /// A fence with a line `key: value` for each.
    Fence,
}

/// How a block is written in one line, with all that it must have.
fn example(kind: &BlockKind) -> String {
    let required = kind.keys.iter().filter(|key| key.required);
    required.fold(format!("::: {}", kind.name), |line, key| {
        line + &format!(" {}=\"…\"", key.name)
    })
}

/// Reads `key="value" key="value"`, which stands at byte `at` of the file. None when it cannot be read to the end, which
/// is then said.
pub(super) fn of_container<'t>(
    kind: &BlockKind,
    args: &'t str,
    at: usize,
    file: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<Given<'t>>> {
    let offset = |part: &str| at + (part.as_ptr() as usize - args.as_ptr() as usize);
    let bad = |part: &str, help: &str| {
        let start = offset(part);
        let span = Span::new(start..start + part.len());
        Diagnostic::new(Msg::BadBlockArgument, file, span, &[&part]).help(Msg::HelpWrite, &[&help])
    };
    let mut given = Vec::new();
    let mut left = args.trim();
    while !left.is_empty() {
        let Some((key, after)) = left.split_once('=') else {
            diagnostics.push(bad(left, &example(kind)));
            return None; // what else is missing may be in there
        };
        let (key, after) = (key.trim(), after.trim_start());
        let value = match quotes::read(after) {
            Quoted::Value(value, behind) => {
                left = behind.trim_start();
                value
            }
            Quoted::Mixed(value, behind, [first, last]) => {
                let written = &after[..after.len() - behind.len()];
                let span = Span::new(offset(written)..offset(behind));
                diagnostics.push(
                    Diagnostic::new(Msg::ArgumentQuotes, file, span, &[&key, &first, &last])
                        .help(Msg::HelpWrite, &[&format!("{key}=\"{value}\"")]),
                );
                left = behind.trim_start();
                value
            }
            Quoted::Open(inside) => {
                diagnostics.push(bad(left, &format!("{key}=\"{inside}\"")));
                return None;
            }
            Quoted::Bare => {
                let value = bare(after);
                let written = &left[..left.len() - after.len() + value.len()];
                diagnostics.push(bad(written, &format!("{key}=\"{value}\"")));
                left = after[value.len()..].trim_start();
                value
            }
        };
        given.push(Given {
            key,
            key_at: offset(key),
            value: value.into(),
            value_at: offset(value),
        });
    }
    Some(given)
}

/// A value without quotes: all that stands before the next key.
fn bare(text: &str) -> &str {
    let blanks = text.match_indices(char::is_whitespace);
    let mut ends = blanks.map(|(at, _)| at);
    let end = ends.find(|at| key_of_argument(&text[*at..]).is_some());
    text[..end.unwrap_or(text.len())].trim_end()
}

/// The key of a line `key: value` in a block of this kind, if that is known; none when the line is not of this form.
pub(super) fn key_of<'t>(line: &'t str, kind: Option<&BlockKind>) -> Option<&'t str> {
    let (key, _) = line.split_once(':')?;
    let key = key.trim_end();
    let is_known = || kind.is_some_and(|kind| kind.key(key).is_some());
    (is_key(key) || is_known()).then_some(key)
}

/// The key that a text begins with, and what stands behind its `=`; none when it does not begin so.
pub(super) fn key_of_argument(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once('=')?;
    is_key(key.trim()).then(|| (key.trim(), value.trim_start()))
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 40
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// Reads lines `key: value`, each with its place in the file. A line that begins with a space goes on with the value
/// above it.
pub(super) fn of_fence<'t>(kind: Option<&BlockKind>, lines: &[(&'t str, usize)]) -> Vec<Given<'t>> {
    let mut given: Vec<Given<'t>> = Vec::new();
    for (line, at) in lines {
        match (key_of(line, kind), given.last_mut()) {
            (Some(key), _) => {
                let (_, value) = line.split_once(':').expect("a key has a colon behind it");
                let value = unquoted(value.trim());
                given.push(Given {
                    key,
                    key_at: *at,
                    value: value.into(),
                    value_at: at + (value.as_ptr() as usize - line.as_ptr() as usize),
                });
            }
            (None, Some(last)) => last.value = format!("{} {}", last.value, line.trim()).into(),
            (None, None) => {}
        }
    }
    given
}

/// A value without the quotes that people put around it out of habit.
fn unquoted(value: &str) -> &str {
    match quotes::read(value) {
        Quoted::Value(inside, "") | Quoted::Mixed(inside, "", _) => inside,
        _ => value,
    }
}

/// The known arguments among those given; what is wrong with them is said.
pub(super) fn check(
    kind: &BlockKind,
    given: Vec<Given<'_>>,
    writing: Writing,
    file: &str,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Argument> {
    let mut known: Vec<Argument> = Vec::new();
    for given in given {
        let names = || kind.keys.iter().map(|key| key.name);
        let near = match kind.key(given.key) {
            Some(key) => Some(key.name),
            None => {
                let near = vi::near::nearest(given.key, names());
                let args: [&dyn crate::diag::ToArg; 2] = [&kind.name, &given.key];
                let diagnostic =
                    Diagnostic::new(Msg::UnknownBlockArgument, file, given.key_span(), &args);
                diagnostics.push(match near {
                    Some(_) => diagnostic.near(near),
                    None => {
                        diagnostic.help(Msg::KnownNames, &[&names().collect::<Vec<_>>().join(", ")])
                    }
                });
                near
            }
        };
        let Some(key) = near.and_then(|near| kind.key(near)) else {
            continue;
        };
        if let Some(first) = known.iter().find(|arg| arg.key == key.name) {
            diagnostics.push(
                Diagnostic::new(Msg::DuplicateKey, file, given.key_span(), &[&key.name])
                    .help(Msg::HelpDuplicateKey, &[])
                    .note(Msg::NoteFirst, file, first.span, &[]),
            );
            continue;
        }
        check_value(key, &given, file, diagnostics);
        known.push(Argument {
            key: key.name.to_owned(),
            span: given.value_span(),
            value: given.value.into_owned(),
        });
    }
    for key in kind.keys.iter().filter(|key| key.required) {
        if known.iter().any(|arg| {
            arg.key == key.name && (writing == Writing::Container || !arg.value.is_empty())
        }) {
            continue;
        }
        let diagnostic = Diagnostic::new(
            Msg::MissingBlockArgument,
            file,
            span,
            &[&kind.name, &key.name],
        );
        diagnostics.push(match writing {
            Writing::Container => diagnostic.help(Msg::HelpWrite, &[&example(kind)]),
            Writing::Fence => {
                diagnostic.help(Msg::HelpAdd, &[&format!("{}: {}", key.name, key.example)])
            }
        });
    }
    known
}

/// Says what is wrong with a value.
fn check_value(key: &Key, given: &Given<'_>, file: &str, diagnostics: &mut Vec<Diagnostic>) {
    let value = given.value.trim();
    let span = given.value_span();
    match key.value {
        _ if value.is_empty() => {}
        Value::Text => {}
        Value::Title => {
            let words = value.split_whitespace().count();
            if words > TITLE_WORDS {
                diagnostics.push(
                    Diagnostic::new(Msg::LongBlockTitle, file, span, &[&words, &TITLE_WORDS])
                        .help(Msg::HelpLongBlockTitle, &[]),
                );
            }
        }
        Value::Number => match vi::quantity::read(value) {
            Some(Reading::One(..)) => {}
            Some(Reading::Two {
                vietnamese,
                english,
            }) => diagnostics.push(
                Diagnostic::new(Msg::AmbiguousArgument, file, span, &[&value]).help(
                    Msg::HelpAmbiguousArgument,
                    &[&vietnamese.amount.plain(), &english.amount],
                ),
            ),
            None => diagnostics.push(
                Diagnostic::new(Msg::BadBlockNumber, file, span, &[&key.name, &value])
                    .help(Msg::HelpExample, &[&key.example]),
            ),
        },
        Value::Choice(words) if !words.contains(&value) => {
            let near = vi::near::nearest(value, words.iter().copied());
            let diagnostic = Diagnostic::new(Msg::BadChoice, file, span, &[&value, &key.name]);
            diagnostics.push(match near {
                Some(_) => diagnostic.near(near),
                None => diagnostic.help(Msg::KnownNames, &[&words.join(", ")]),
            });
        }
        Value::Choice(_) => {}
    }
}
