//! Checked TOML: tables of fields, and values with their places.
//!
//! Everything that is written in TOML (front matter, `site.toml`, registries) is described by a table of `Field`s.
//! The table checks keys and types, suggests near names, explains the keys in a new file, and is the reference in the
//! handbook. In goes a text and a table, out come `Fields` whose types hold, and diagnostics.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use jiff::civil::{DateTime, Time};
use serde::{Deserialize, Serialize};
use toml::de::{DeTable, DeValue};

use super::slips;
use crate::diag::{Diagnostic, Msg, Span, Text};
use crate::moment::Moment;
use crate::vi;

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// Text.
    Text,
    /// A whole address on the web.
    Web,
    /// `true` or `false`.
    Bool,
    /// A whole number within bounds (inclusive).
    Int(i64, i64),
    /// A date with or without a time; text such as `"21/11/2026"` is understood too.
    Date,
    /// A list of texts; a single text counts as a list of one.
    Texts,
    /// A list of whole numbers within bounds; a single number counts as a list of one.
    Ints(i64, i64),
    /// One of these texts, compared without accents and case (`"Còn hiệu lực"` is `con-hieu-luc`).
    Choice(&'static [&'static str]),
    /// A table with these fields.
    Table(&'static [Field]),
    /// A list of tables with these fields.
    Tables(&'static [Field]),
    /// A list of tables with these fields; a text stands for a table with only the first field.
    TextsOrTables(&'static [Field]),
    /// Named tables with these fields, such as `[publish.NAME]`.
    NamedTables(&'static [Field]),
    /// Anything.
    Any,
}

/// One key: its name, what it holds, and what to tell people about it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What it holds.
    pub ty: Type,
    /// Whether a file without it is wrong.
    pub required: bool,
    /// What it is for, in Vietnamese and English.
    pub about: [&'static str; 2],
    /// A line that may be copied.
    pub example: &'static str,
}

impl Field {
    /// An optional field.
    #[must_use]
    pub const fn new(
        name: &'static str,
        ty: Type,
        example: &'static str,
        about: [&'static str; 2],
    ) -> Self {
        Self {
            name,
            ty,
            required: false,
            about,
            example,
        }
    }

    /// The same field, required.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

/// A value as written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Text.
    Text(String),
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A decimal number.
    Float(f64),
    /// A date or a moment.
    Date(Moment),
    /// A list.
    List(Vec<Item>),
    /// A table.
    Table(Fields),
}

/// A value and its place in the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// A key, its place, and its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The key; that of a known field costs no memory.
    pub key: Cow<'static, str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub item: Item,
}

/// A table, in the order of the file.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Fields(pub Vec<Entry>);

// Two values are the same to a page when they read the same; where they stand does not matter.
impl Hash for Item {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(&self.value).hash(state);
        match &self.value {
            Value::Text(text) => text.hash(state),
            Value::Bool(yes) => yes.hash(state),
            Value::Int(n) => n.hash(state),
            Value::Float(x) => x.to_bits().hash(state),
            Value::Date(moment) => moment.hash(state),
            Value::List(items) => items.hash(state),
            Value::Table(fields) => fields.hash(state),
        }
    }
}

impl Hash for Fields {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Without the length, {a = {b = 1}, c = 2} would be {a = {b = 1, c = 2}}.
        self.0.len().hash(state);
        for entry in &self.0 {
            entry.key.hash(state);
            entry.item.hash(state);
        }
    }
}

// What templates see of `extra`: plain values.
impl Item {
    /// The value for a template.
    #[must_use]
    pub fn to_tera(&self) -> tera::Value {
        match &self.value {
            Value::Text(text) => text.as_str().into(),
            Value::Bool(yes) => (*yes).into(),
            Value::Int(n) => (*n).into(),
            Value::Float(x) => (*x).into(),
            Value::Date(moment) => moment.rfc3339().into(),
            Value::List(items) => items.iter().map(Item::to_tera).collect::<Vec<_>>().into(),
            Value::Table(fields) => fields.to_tera(),
        }
    }
}

impl Fields {
    /// The table for a template.
    #[must_use]
    pub fn to_tera(&self) -> tera::Value {
        let mut map = tera::Map::default();
        for entry in &self.0 {
            map.insert(entry.key.clone().into_owned().into(), entry.item.to_tera());
        }
        tera::Value::from(map)
    }

    /// The entry of a key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.0.iter().find(|entry| entry.key == key)
    }

    /// The value of a key with its place.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Item> {
        self.entry(key).map(|entry| &entry.item)
    }

    /// Where the value of a key stands.
    #[must_use]
    pub fn span(&self, key: &str) -> Option<Span> {
        self.get(key).map(|item| item.span)
    }

    /// A text.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Item::as_text)
    }

    /// `true` or `false`; false when it is not there.
    #[must_use]
    pub fn flag(&self, key: &str) -> bool {
        matches!(
            self.get(key),
            Some(Item {
                value: Value::Bool(true),
                ..
            })
        )
    }

    /// A whole number.
    #[must_use]
    pub fn int(&self, key: &str) -> Option<i64> {
        match self.get(key)?.value {
            Value::Int(n) => Some(n),
            _ => None,
        }
    }

    /// A date.
    #[must_use]
    pub fn date(&self, key: &str) -> Option<Moment> {
        match self.get(key)?.value {
            Value::Date(moment) => Some(moment),
            _ => None,
        }
    }

    /// The values of a list; empty when it is not there.
    #[must_use]
    pub fn list(&self, key: &str) -> &[Item] {
        match self.get(key) {
            Some(Item {
                value: Value::List(items),
                ..
            }) => items,
            _ => &[],
        }
    }

    /// A table.
    #[must_use]
    pub fn table(&self, key: &str) -> Option<&Fields> {
        self.get(key).and_then(Item::as_table)
    }

    /// The tables of a list of tables.
    pub fn tables(&self, key: &str) -> impl Iterator<Item = (&Fields, Span)> {
        self.list(key)
            .iter()
            .filter_map(|item| Some((item.as_table()?, item.span)))
    }
}

impl Item {
    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The table, if it is one.
    #[must_use]
    pub fn as_table(&self) -> Option<&Fields> {
        match &self.value {
            Value::Table(fields) => Some(fields),
            _ => None,
        }
    }
}

/// Reads a TOML text that stands in `file` from byte `offset`. What stands on a line that is not TOML is left out.
pub fn read(text: &str, file: &str, offset: usize, diagnostics: &mut Vec<Diagnostic>) -> Fields {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut slips = slips::explain(text, errors, file, offset);
    diagnostics.append(&mut slips.diagnostics);
    for range in &mut slips.broken {
        *range = range.start + offset..range.end + offset;
    }
    convert_table(table.get_ref(), file, offset, &slips.broken, diagnostics)
}

fn convert_table(
    table: &DeTable<'_>,
    file: &str,
    offset: usize,
    broken: &[Range<usize>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Fields {
    let mut fields = Fields(Vec::with_capacity(table.len()));
    for (key, value) in table {
        let span = Span::new(value.span()).shifted(offset);
        let key_span = Span::new(key.span()).shifted(offset);
        if broken.iter().any(|lines| {
            lines.start <= key_span.range().start && key_span.range().start < lines.end
        }) {
            continue;
        }
        if let Some(value) = convert(value.get_ref(), span, file, offset, broken, diagnostics) {
            fields.0.push(Entry {
                key: vi::fold::nfc(key.get_ref()).into_owned().into(),
                key_span,
                item: Item { value, span },
            });
        }
    }
    fields
}

fn convert(
    value: &DeValue<'_>,
    span: Span,
    file: &str,
    offset: usize,
    broken: &[Range<usize>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Value> {
    Some(match value {
        DeValue::String(text) => Value::Text(text.clone().into_owned()),
        DeValue::Boolean(yes) => Value::Bool(*yes),
        DeValue::Integer(n) => {
            Value::Int(i64::from_str_radix(n.as_str(), n.radix()).unwrap_or(i64::MAX))
        }
        DeValue::Float(x) => Value::Float(x.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Datetime(written) => match moment(written) {
            Some(moment) => Value::Date(moment),
            None => {
                diagnostics.push(
                    Diagnostic::new(Msg::BadDate, file, span, &[written])
                        .help(Msg::HelpDate, &[&"2026-11-21"]),
                );
                return None;
            }
        },
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .filter_map(|item| {
                    let span = Span::new(item.span()).shifted(offset);
                    convert(item.get_ref(), span, file, offset, broken, diagnostics)
                        .map(|value| Item { value, span })
                })
                .collect(),
        ),
        DeValue::Table(table) => {
            Value::Table(convert_table(table, file, offset, broken, diagnostics))
        }
    })
}

fn moment(written: &toml::value::Datetime) -> Option<Moment> {
    let date = written.date?;
    let date = jiff::civil::Date::new(
        i16::try_from(date.year).ok()?,
        date.month.cast_signed(),
        date.day.cast_signed(),
    )
    .ok()?;
    let Some(time) = written.time else {
        return Some(Moment::midnight(date));
    };
    let second = time.second.unwrap_or(0).min(59);
    let time = Time::new(
        time.hour.cast_signed(),
        time.minute.cast_signed(),
        second.cast_signed(),
        0,
    )
    .ok()?;
    let local = DateTime::from_parts(date, time);
    Some(match written.offset {
        None => Moment::new(local),
        Some(toml::value::Offset::Z) => Moment::from_offset(local, 0),
        Some(toml::value::Offset::Custom { minutes }) => {
            Moment::from_offset(local, i64::from(minutes) * 60)
        }
    })
}

/// Checks a table against its fields: known keys with the right types stay (as their type wants them), wrong types and
/// missing keys become diagnostics, unknown keys come back for somebody else to judge.
pub fn check(
    fields: Fields,
    tables: &[&[Field]],
    file: &str,
    whole: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Fields, Vec<Entry>) {
    let (mut known, mut unknown) = (Fields(Vec::with_capacity(fields.0.len())), Vec::new());
    let all = || tables.iter().flat_map(|table| table.iter());
    let mut wrong = Vec::new();
    for entry in fields.0 {
        match all().find(|field| field.name == entry.key) {
            None => unknown.push(entry),
            Some(field) => match fit(entry.item, field, file, diagnostics) {
                Some(item) => known.0.push(Entry {
                    key: field.name.into(),
                    item,
                    ..entry
                }),
                None => wrong.push(field.name),
            },
        }
    }
    for field in all().filter(|field| field.required) {
        if known.entry(field.name).is_none() && !wrong.contains(&field.name) {
            diagnostics.push(
                Diagnostic::new(Msg::MissingKey, file, whole, &[&field.name])
                    .help(Msg::HelpAdd, &[&field.example]),
            );
        }
    }
    (known, unknown)
}

/// As `check`, where every unknown key is a mistake.
pub fn check_closed(
    fields: Fields,
    tables: &[&[Field]],
    file: &str,
    whole: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Fields {
    let (known, unknown) = check(fields, tables, file, whole, diagnostics);
    for entry in unknown {
        diagnostics.push(unknown_key(&entry, tables, file));
    }
    known
}

/// Reports what a check found. A table that could not be read whole lacks keys for that reason alone: of them, nothing
/// is said.
pub fn report(found: Vec<Diagnostic>, broken: bool, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.extend(
        found
            .into_iter()
            .filter(|d| !broken || d.text.msg != Msg::MissingKey),
    );
}

/// The diagnostic of a key that no table knows.
#[must_use]
pub fn unknown_key(entry: &Entry, tables: &[&[Field]], file: &str) -> Diagnostic {
    let names = || {
        tables
            .iter()
            .flat_map(|table| table.iter())
            .map(|field| field.name)
    };
    let near = vi::near::nearest(&entry.key, names());
    let diagnostic =
        Diagnostic::new(Msg::UnknownKey, file, entry.key_span, &[&entry.key]).near(near);
    if near.is_none() && names().any(|name| name == "extra") {
        diagnostic.help(Msg::HelpExtraKey, &[])
    } else if near.is_none() {
        diagnostic.help(Msg::KnownNames, &[&names().collect::<Vec<_>>().join(", ")])
    } else {
        diagnostic
    }
}

fn fit(item: Item, field: &Field, file: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Item> {
    let span = item.span;
    let wrong = |wanted: Msg, found: &Value, span: Span| {
        let mut diagnostic = Diagnostic::new(
            Msg::WrongType,
            file,
            span,
            &[&field.name, &wanted, &type_of(found)],
        );
        diagnostic.helps.push(as_wanted(field, found));
        diagnostic
    };
    let value = match (field.ty, item.value) {
        (Type::Any, value) => value,
        (Type::Text, value @ Value::Text(_)) | (Type::Bool, value @ Value::Bool(_)) => value,
        (Type::Date, value @ Value::Date(_)) => value,
        (Type::Date, Value::Text(text)) => match vi::date::parse(text.trim()) {
            Some(date) => Value::Date(Moment::midnight(date)),
            None => {
                let mut diagnostic = Diagnostic::new(Msg::BadDate, file, span, &[&text]);
                diagnostic.helps.push(slips::date_help(&text, |date| {
                    format!("{} = {date}", field.name)
                }));
                diagnostics.push(diagnostic);
                return None;
            }
        },
        (Type::Int(low, high), Value::Int(n)) => {
            if !within(n, low, high, field, span, file, diagnostics) {
                return None;
            }
            Value::Int(n)
        }
        (Type::Texts, text @ Value::Text(_)) => Value::List(vec![Item { value: text, span }]),
        (Type::Texts, Value::List(items)) => {
            if let Some(odd) = items.iter().find(|item| item.as_text().is_none()) {
                diagnostics.push(wrong(Msg::TypeText, &odd.value, odd.span));
                return None;
            }
            Value::List(items)
        }
        (Type::Ints(low, high), Value::Int(n)) => {
            if !within(n, low, high, field, span, file, diagnostics) {
                return None;
            }
            Value::List(vec![Item {
                value: Value::Int(n),
                span,
            }])
        }
        (Type::Ints(low, high), Value::List(items)) => {
            for item in &items {
                match item.value {
                    Value::Int(n) => {
                        if !within(n, low, high, field, item.span, file, diagnostics) {
                            return None;
                        }
                    }
                    ref odd => {
                        diagnostics.push(wrong(Msg::TypeInt, odd, item.span));
                        return None;
                    }
                }
            }
            Value::List(items)
        }
        (Type::Web, Value::Text(text)) => {
            if !super::links::is_web(&text) {
                diagnostics.push(
                    Diagnostic::new(Msg::NoWebAddress, file, span, &[&text])
                        .help(Msg::HelpNoWebAddress, &[]),
                );
            }
            Value::Text(text)
        }
        (Type::Choice(names), Value::Text(text)) => {
            let wanted = vi::slug::slug(&text);
            match names.iter().find(|name| **name == wanted) {
                Some(name) => Value::Text((*name).to_owned()),
                None => {
                    let near = vi::near::nearest(&wanted, names.iter().copied());
                    let diagnostic =
                        Diagnostic::new(Msg::BadChoice, file, span, &[&text, &field.name]);
                    diagnostics.push(match near {
                        Some(_) => diagnostic.near(near),
                        None => diagnostic.help(Msg::KnownNames, &[&names.join(", ")]),
                    });
                    return None;
                }
            }
        }
        (Type::Table(inner), Value::Table(fields)) => {
            Value::Table(check_closed(fields, &[inner], file, span, diagnostics))
        }
        (Type::NamedTables(inner), Value::Table(fields)) => {
            let mut named = Fields::default();
            for entry in fields.0 {
                let Value::Table(table) = entry.item.value else {
                    diagnostics.push(unknown_key(&entry, &[inner], file));
                    continue;
                };
                let table = check_closed(table, &[inner], file, entry.item.span, diagnostics);
                named.0.push(Entry {
                    item: Item {
                        value: Value::Table(table),
                        span: entry.item.span,
                    },
                    ..entry
                });
            }
            Value::Table(named)
        }
        (Type::TextsOrTables(_), text @ Value::Text(_)) => {
            return fit(
                Item {
                    value: Value::List(vec![Item { value: text, span }]),
                    span,
                },
                field,
                file,
                diagnostics,
            );
        }
        (Type::Tables(inner) | Type::TextsOrTables(inner), Value::List(items)) => {
            let texts = matches!(field.ty, Type::TextsOrTables(_));
            let mut tables = Vec::with_capacity(items.len());
            for item in items {
                let span = item.span;
                let fields = match item.value {
                    Value::Table(fields) => fields,
                    Value::Text(_) if texts => Fields(vec![Entry {
                        key: inner[0].name.into(),
                        key_span: span,
                        item,
                    }]),
                    odd => {
                        diagnostics.push(wrong(
                            if texts { Msg::TypeText } else { Msg::TypeTable },
                            &odd,
                            span,
                        ));
                        return None;
                    }
                };
                tables.push(Item {
                    value: Value::Table(check_closed(fields, &[inner], file, span, diagnostics)),
                    span,
                });
            }
            Value::List(tables)
        }
        (ty, found) => {
            let wanted = match ty {
                Type::Text | Type::Web | Type::Choice(_) => Msg::TypeText,
                Type::Bool => Msg::TypeBool,
                Type::Int(..) => Msg::TypeInt,
                Type::Date => Msg::TypeDate,
                Type::Texts | Type::Ints(..) | Type::TextsOrTables(_) => Msg::TypeList,
                Type::Tables(_) => Msg::TypeTables,
                Type::Table(_) | Type::NamedTables(_) | Type::Any => Msg::TypeTable,
            };
            diagnostics.push(wrong(wanted, &found, span));
            return None;
        }
    };
    Some(Item { value, span })
}

/// The value as the field wants it, when that is plain from what was written; else the field's example.
fn as_wanted(field: &Field, found: &Value) -> Text {
    let value = match (field.ty, found) {
        (Type::Text, Value::Int(n)) => Some(format!("\"{n}\"")),
        (Type::Text, Value::Bool(yes)) => Some(format!("\"{yes}\"")),
        (Type::Text, Value::Date(moment)) => Some(format!("\"{}\"", moment.date())),
        (Type::Bool, Value::Text(text)) => text.parse::<bool>().ok().map(|yes| yes.to_string()),
        (Type::Int(..), Value::Text(text)) => {
            text.trim().parse::<i64>().ok().map(|n| n.to_string())
        }
        _ => None,
    };
    match value {
        Some(value) => Text::new(Msg::HelpWrite, &[&format!("{} = {value}", field.name)]),
        None => Text::new(Msg::HelpExample, &[&field.example]),
    }
}

fn within(
    n: i64,
    low: i64,
    high: i64,
    field: &Field,
    span: Span,
    file: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let fits = (low..=high).contains(&n);
    if !fits {
        diagnostics.push(
            Diagnostic::new(Msg::OutOfRange, file, span, &[&field.name, &low, &high])
                .help(Msg::HelpExample, &[&field.example]),
        );
    }
    fits
}

/// What people call the type of a value.
pub(super) fn type_of(value: &Value) -> Msg {
    match value {
        Value::Text(_) => Msg::TypeText,
        Value::Bool(_) => Msg::TypeBool,
        Value::Int(_) => Msg::TypeInt,
        Value::Float(_) => Msg::TypeFloat,
        Value::Date(_) => Msg::TypeDate,
        Value::List(_) => Msg::TypeList,
        Value::Table(_) => Msg::TypeTable,
    }
}
