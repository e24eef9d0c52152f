//! What an editor meant by a line that is not TOML.
//!
//! In go a text and what the TOML reader says against it, out come diagnostics in an editor's words: at the slip, one
//! for each slip however much the reader says after it, and with the line as it should be when that can be known. A
//! line is shown as a help only after the reader has accepted it. The reader's own words remain for rare slips.

use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::diag::{Diagnostic, Msg, Span, Text};
use crate::vi;

/// What is wrong with a text, and which parts of it hold no values because of that.
pub(super) struct Slips {
    /// The diagnostics.
    pub diagnostics: Vec<Diagnostic>,
    /// Whole lines, as bytes of the text.
    pub broken: Vec<Range<usize>>,
}

/// Explains the errors of a TOML text that stands in `file` from byte `offset`.
pub(super) fn explain(text: &str, mut errors: Vec<Error>, file: &str, offset: usize) -> Slips {
    let start = |error: &Error| {
        error
            .span()
            .map_or(0, |span| text.floor_char_boundary(span.start))
    };
    errors.sort_by_key(start);
    let mut slips = Slips {
        diagnostics: Vec::new(),
        broken: Vec::new(),
    };
    let mut covered = 0;
    for (i, error) in errors.iter().enumerate() {
        let at = start(error);
        if error.message().contains("duplicate key") {
            slips.diagnostics.push(duplicate(error, text, file, offset));
            continue;
        }
        if at < covered {
            continue;
        }
        let open = open_bracket(text, at).filter(|open| {
            let line = line_at(text, at);
            let runs_on =
                !text[*open..line.start.max(*open)].is_empty() && entry_start(&text[line.clone()]);
            runs_on
                || error.message().starts_with("unclosed array,")
                || error.message().starts_with("unclosed inline")
        });
        let (slip, end) = match open {
            Some(open) => {
                let unclosed = |error: &&Error| error.message().starts_with("unclosed");
                let end = errors[i..].iter().find(unclosed).map_or(at, start);
                (unclosed_bracket(text, open), line_at(text, end).end)
            }
            None => {
                let line = line_at(text, at);
                let mut slip = slip_of_line(error, text, at, line.clone());
                let end = runs_on_to(text, line.clone(), error);
                if end > line.end && slip.said.msg == Msg::TomlUnclosedText {
                    slip.help = Text::new(Msg::HelpMultiline, &[]);
                }
                (slip, end)
            }
        };
        let first = line_at(text, slip.place.start).start;
        covered = end + 1;
        let is_header = text[first..].trim_start().starts_with('[');
        // What follows a broken header would be taken for the keys of the table before it.
        let table = text[end..].find("\n[").map_or(text.len(), |n| end + n);
        slips
            .broken
            .push(first..if is_header { table } else { end });
        let span = Span::new(slip.place).shifted(offset);
        let mut diagnostic = Diagnostic::new(slip.msg, file, span, &[&slip.said]);
        diagnostic.helps.push(slip.help);
        slips.diagnostics.push(diagnostic);
    }
    slips
}

/// What the help for a date is: the date as it should be written, or that there is no such day.
pub(super) fn date_help(written: &str, line: impl Fn(&str) -> String) -> Text {
    match read_date(written) {
        Read::Day(date) => Text::new(Msg::HelpWrite, &[&line(&date)]),
        Read::NoSuchDay => Text::new(Msg::HelpNoSuchDay, &[]),
        Read::Nothing => Text::new(Msg::HelpDate, &[&line("2026-11-21")]),
    }
}

struct Slip {
    msg: Msg,
    said: Text,
    place: Range<usize>,
    help: Text,
}

fn duplicate(error: &Error, text: &str, file: &str, offset: usize) -> Diagnostic {
    let range = error.span().unwrap_or(0..0);
    let range = text.floor_char_boundary(range.start)..text.floor_char_boundary(range.end);
    let key = text[range.clone()].trim_matches(['"', '\'']);
    let place = Span::new(range.clone()).shifted(offset);
    let mut diagnostic =
        Diagnostic::new(Msg::DuplicateKey, file, place, &[&key]).help(Msg::HelpDuplicateKey, &[]);
    let mut at = 0;
    for line in text[..line_at(text, range.start).start].split_inclusive('\n') {
        let name = line.trim_start_matches(['[', ' ', '\t']);
        if let Some(rest) = name.strip_prefix(key)
            && rest.trim_start().starts_with(['=', ']', '.'])
        {
            let start = at + line.len() - name.len();
            diagnostic = diagnostic.note(
                Msg::NoteFirst,
                file,
                Span::new(start..start + key.len()).shifted(offset),
                &[],
            );
            break;
        }
        at += line.len();
    }
    diagnostic
}

/// The line around a byte, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    start..end
}

/// Where the innermost `[` or `{` of a value opens that is still open at a byte.
fn open_bracket(text: &str, at: usize) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut chars = text[..at].char_indices().peekable();
    let mut in_value = false;
    while let Some((i, c)) = chars.next() {
        match c {
            '"' | '\'' => {
                // Text in quotes ends with the quote or, left open, with the line.
                while let Some((_, inner)) = chars.peek().copied() {
                    if inner == '\n' {
                        break;
                    }
                    chars.next();
                    if inner == '\\' && c == '"' {
                        chars.next_if(|(_, escaped)| *escaped != '\n');
                    } else if inner == c {
                        break;
                    }
                }
            }
            '#' => while chars.next_if(|(_, inner)| *inner != '\n').is_some() {},
            '=' => in_value = true,
            '\n' if open.is_empty() => in_value = false,
            '[' | '{' if in_value => open.push(i),
            ']' | '}' => {
                open.pop();
            }
            _ => {}
        }
    }
    open.first().copied()
}

/// Whether a line begins an entry, a table, a comment, or nothing.
fn entry_start(line: &str) -> bool {
    let line = line.trim();
    line.is_empty()
        || line.starts_with(['[', '#'])
        || line
            .split_once(['=', ':'])
            .is_some_and(|(key, _)| is_key(key.trim()))
}

fn is_key(key: &str) -> bool {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    !key.is_empty()
        && (key.chars().all(is_bare)
            || (key.len() > 1 && key.starts_with(['"', '\'']) && key.ends_with(['"', '\''])))
}

/// Where the consequences of a slip in a line end: text that was left open may run over the next lines.
fn runs_on_to(text: &str, line: Range<usize>, error: &Error) -> usize {
    let mut end = line.end;
    if !error.message().contains("string") || !text[line].contains(['"', '“', '\'']) {
        return end;
    }
    while end < text.len() {
        let next = line_at(text, end + 1);
        if entry_start(&text[next.clone()]) || next.start >= text.len() {
            break;
        }
        end = next.end;
    }
    end
}

fn unclosed_bracket(text: &str, open: usize) -> Slip {
    let line = line_at(text, open);
    let (msg, close) = if text[open..].starts_with('[') {
        (Msg::TomlUnclosedList, ']')
    } else {
        (Msg::TomlUnclosedTable, '}')
    };
    let end = line.start + text[line.clone()].trim_end().len();
    let written = text[line].trim_end().trim_end_matches(',');
    let help = right(format!("{written}{close}")).unwrap_or_else(|| Text::new(Msg::HelpToml, &[]));
    Slip {
        msg: Msg::BadToml,
        said: Text::new(msg, &[]),
        place: open..end,
        help,
    }
}

/// A help that shows the line as it should be, if the reader takes it.
fn right(line: String) -> Option<Text> {
    let (_, errors) = DeTable::parse_recoverable(&line);
    (errors.is_empty() && !line.trim().is_empty())
        .then(|| Text::new(Msg::HelpWrite, &[&line.trim()]))
}

fn quoted(value: &str) -> String {
    let value = value.trim();
    if value.contains('"') {
        format!("'{value}'")
    } else {
        format!("\"{value}\"")
    }
}

fn slip_of_line(error: &Error, text: &str, at: usize, range: Range<usize>) -> Slip {
    let line = &text[range.clone()];
    let message = error.message();
    // Part of the line as a place in the text.
    let place = |part: &str| {
        let start = range.start + (part.as_ptr() as usize - line.as_ptr() as usize);
        start..start + part.len()
    };
    let slip = |msg: Msg, part: &str, help: Option<Text>, otherwise: Msg| Slip {
        msg: Msg::BadToml,
        said: Text::new(msg, &[&part]),
        place: place(part),
        help: help.unwrap_or_else(|| Text::new(otherwise, &[])),
    };
    let whole = line.trim();
    if whole.starts_with('[') {
        let name = whole.trim_matches(|c| "[] \t".contains(c));
        let fixed = if whole.starts_with("[[") {
            format!("[[{name}]]")
        } else {
            format!("[{name}]")
        };
        return slip(Msg::TomlHeader, whole, right(fixed), Msg::HelpToml);
    }
    let colon = whole.split_once(':').filter(|(key, _)| is_key(key.trim()));
    let Some((key, value)) = whole
        .split_once('=')
        .filter(|(key, _)| colon.is_none_or(|(name, _)| key.len() < name.len()))
    else {
        if let Some((key, value)) = colon {
            let at = key.len();
            let fixed = |value: &str| right(format!("{} = {value}", key.trim()));
            let help = fixed(value.trim()).or_else(|| fixed(&quoted(value)));
            return slip(Msg::TomlColon, &whole[at..=at], help, Msg::HelpToml);
        }
        let (key, value) = whole.split_once(char::is_whitespace).unwrap_or((whole, ""));
        let help = right(format!("{key} = {}", value.trim()));
        return match help {
            Some(help) => slip(Msg::TomlNoEquals, key, Some(help), Msg::HelpToml),
            None => slip(Msg::TomlNotALine, whole, None, Msg::HelpToml),
        };
    };
    let (key, value) = (key.trim(), value.trim());
    let fixed = |value: &str| right(format!("{key} = {value}"));
    if !is_key(key) {
        return slip(
            Msg::TomlKey,
            if key.is_empty() { whole } else { key },
            None,
            Msg::HelpToml,
        );
    }
    if value.is_empty() || value.starts_with('#') {
        return slip(Msg::TomlNoValue, whole, None, Msg::HelpNoValue);
    }
    if let Some(rest) = value.strip_prefix('=') {
        return slip(Msg::TomlTwoEquals, value, fixed(rest.trim()), Msg::HelpToml);
    }
    if looks_dated(value) {
        let help = date_help(value, |date| format!("{key} = {date}"));
        return Slip {
            msg: Msg::BadDate,
            said: Text::new(Msg::Verbatim, &[&value]),
            place: place(value),
            help,
        };
    }
    let outside = outside_quotes(value);
    if outside.contains(['“', '”', '„', '‘', '’']) {
        let straight = value
            .replace(['“', '”', '„'], "\"")
            .replace(['‘', '’'], "'");
        return slip(Msg::TomlCurly, value, fixed(&straight), Msg::HelpQuotes);
    }
    if message.contains("escape") || message.contains("unicode value") {
        let back = text[..at]
            .rfind('\\')
            .filter(|back| *back >= range.start)
            .unwrap_or(at);
        let end = back + text[back..].chars().next().map_or(0, char::len_utf8);
        let literal = value
            .strip_prefix('"')
            .and_then(|value| value.strip_suffix('"'))
            .map(|value| format!("'{value}'"));
        return Slip {
            msg: Msg::BadToml,
            said: Text::new(Msg::TomlBackslash, &[]),
            place: back..end,
            help: literal
                .and_then(|value| fixed(&value))
                .unwrap_or_else(|| Text::new(Msg::HelpToml, &[])),
        };
    }
    if value.starts_with(['"', '\'']) {
        let quote = &value[..1];
        let quotes = value.matches(quote).count();
        if quotes == 1 && value.ends_with(['“', '”', '’']) {
            return slip(
                Msg::TomlCurly,
                value,
                fixed(&value.replace(['“', '”', '’'], quote)),
                Msg::HelpQuotes,
            );
        }
        if quotes == 1 {
            return slip(
                Msg::TomlUnclosedText,
                value,
                fixed(&format!("{value}{quote}")),
                Msg::HelpMultiline,
            );
        }
        let after = value[1..]
            .find(quote)
            .map_or("", |end| value[end + 2..].trim());
        if quotes > 2 && value.ends_with(quote) {
            let inner = &value[1..value.len() - 1];
            let other = if quote == "\"" { "'" } else { "\"" };
            return slip(
                Msg::TomlInnerQuotes,
                value,
                fixed(&format!("{other}{inner}{other}")),
                Msg::HelpToml,
            );
        }
        if !after.is_empty() {
            let kept = &value[..value.len() - after.len()];
            let comment = after
                .strip_prefix("//")
                .map(|note| format!("{kept}#{note}"));
            let help = fixed(comment.as_deref().unwrap_or(kept.trim_end()));
            return slip(Msg::TomlExtra, after, help, Msg::HelpToml);
        }
    }
    if value.starts_with('[') {
        if message.contains("comma between") {
            let commas = value.replace("\" \"", "\", \"").replace("\"\"", "\", \"");
            return slip(Msg::TomlNoComma, value, fixed(&commas), Msg::HelpToml);
        }
        if message.contains("extra comma") {
            return slip(
                Msg::TomlTwoCommas,
                value,
                fixed(&value.replace(",,", ",")),
                Msg::HelpToml,
            );
        }
        let items = value
            .trim_start_matches('[')
            .trim_end_matches(']')
            .split(',')
            .map(|item| {
                let item = item.trim();
                if item.starts_with(['"', '\'']) || item.parse::<f64>().is_ok() {
                    item.to_owned()
                } else {
                    quoted(item)
                }
            });
        let listed = format!("[{}]", items.collect::<Vec<_>>().join(", "));
        if message.contains("must be quoted") || message.contains("boolean") {
            return slip(Msg::TomlUnquoted, value, fixed(&listed), Msg::HelpToml);
        }
    } else if value.starts_with('{') {
        let wrong = error
            .span()
            .and_then(|span| text.get(span))
            .map_or("", str::trim);
        if message.contains("missing assignment") || wrong == ":" {
            let help = fixed(&value.replace(": ", " = "))
                .or_else(|| fixed(&value.replace(":\"", " = \"")));
            return slip(Msg::TomlColon, value, help, Msg::HelpToml);
        }
        if message.contains("missing comma") {
            return slip(
                Msg::TomlNoComma,
                value,
                fixed(&value.replace("\" ", "\", ")),
                Msg::HelpToml,
            );
        }
        if message.contains("must be quoted") && !wrong.is_empty() && value.contains(wrong) {
            return slip(
                Msg::TomlUnquoted,
                value,
                fixed(&value.replace(wrong, &quoted(wrong))),
                Msg::HelpToml,
            );
        }
    } else if !value.starts_with(['{', '"', '\'']) {
        let yes = ["true", "yes", "co", "dung"].contains(&&*vi::fold::fold(value));
        if yes || ["false", "no", "khong", "sai"].contains(&&*vi::fold::fold(value)) {
            return slip(
                Msg::TomlBool,
                value,
                fixed(if yes { "true" } else { "false" }),
                Msg::HelpToml,
            );
        }
        if value.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
            && value.contains(|c: char| c.is_ascii_digit())
        {
            let number = value.trim_start_matches('0').replace(',', ".");
            let help = fixed(&number).or_else(|| fixed(&quoted(value)));
            return slip(Msg::TomlNumber, value, help, Msg::HelpToml);
        }
        if message.contains("must be quoted") || message.contains("boolean") {
            return slip(
                Msg::TomlUnquoted,
                value,
                fixed(&quoted(value)),
                Msg::HelpToml,
            );
        }
    }
    let end = error
        .span()
        .map_or(at, |span| text.floor_char_boundary(span.end))
        .clamp(at, range.end.max(at));
    Slip {
        msg: Msg::BadToml,
        said: Text::new(Msg::TomlOther, &[&message.replace('\n', ", ")]),
        place: at..end,
        help: Text::new(Msg::HelpToml, &[]),
    }
}

/// A value without what stands in straight quotes.
fn outside_quotes(value: &str) -> String {
    value.split('"').step_by(2).collect()
}

fn looks_dated(value: &str) -> bool {
    let folded = vi::fold::fold(value);
    let marks = value.bytes().filter(|b| b"-/.".contains(b)).count();
    let in_words =
        folded.starts_with("ngay ") || (folded.contains(" thang ") && folded.contains(" nam "));
    let in_digits = value.len() >= 6
        && marks >= 2
        && value
            .bytes()
            .all(|b| b.is_ascii_digit() || b"-/:T.+Zh ".contains(&b))
        && value.bytes().filter(u8::is_ascii_digit).count() >= 4;
    value.starts_with(|c: char| c.is_alphanumeric()) && (in_words || in_digits)
}

enum Read {
    /// A day (and a time) as TOML writes it.
    Day(String),
    /// Well written, but not in any calendar.
    NoSuchDay,
    /// Something else.
    Nothing,
}

/// Reads a date more kindly than the contract does, to show how it should be written.
fn read_date(written: &str) -> Read {
    let written = written.trim_matches(|c| "\"'“” ".contains(c));
    if let Some(date) = vi::date::parse(written) {
        return Read::Day(date.to_string());
    }
    let numbers: Vec<i16> = written
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    let (year, month, day) = match numbers[..] {
        [year, month, day, ..] if year > 1000 => (year, month, day),
        [day, month, year, ..] if year > 1000 => (year, month, day),
        _ => return Read::Nothing,
    };
    let date = i8::try_from(month).ok().zip(i8::try_from(day).ok());
    let Some(date) = date.and_then(|(month, day)| jiff::civil::Date::new(year, month, day).ok())
    else {
        return Read::NoSuchDay;
    };
    match numbers[3..] {
        [hour @ 0..24, minute @ 0..60, ..] => Read::Day(format!("{date}T{hour:02}:{minute:02}:00")),
        [hour @ 0..24] => Read::Day(format!("{date}T{hour:02}:00:00")),
        _ => Read::Day(date.to_string()),
    }
}
