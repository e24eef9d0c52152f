//! The figures of a page: its blocks with the files of figures and the maps that they name.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::resolve::{Map, near_or};
use crate::diag::{Diagnostic, Msg};
use crate::figure::{self, Data, Figure};
use crate::parse::block::{Argument, Inside, Spec, kinds};
use crate::parse::{self, Doc, links};
use crate::source::File;
use crate::table::{self, Address, Ask, Table};
use crate::vi;
use crate::vi::decimal::Notation;

/// Files of figures begin with one of these folders or lie beside the page.
const DATA: &str = "content/_data/";

/// A table as asked for, and what is wrong with it.
type Read = (Option<Arc<Table>>, Vec<Diagnostic>);

/// What a block asks of a file.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Question {
    file: Arc<str>,
    address: String,
    notation: Option<Notation>,
    unit_by_row: bool,
}

/// The tables that have been read. Whoever resolves many pages keeps one for them all.
#[derive(Default)]
pub(super) struct Tables(BTreeMap<Question, Read>);

/// The figures of a page's blocks, in order; none where something is wrong.
pub(super) fn of_doc(
    doc: &Doc,
    map: &Map<'_>,
    tables: &mut Tables,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Option<Arc<Figure>>> {
    let figure = |spec: &Spec| {
        let kind = kinds::find(&spec.name)?;
        let data = match kind.inside {
            Inside::Figures => Some(data(spec, doc, map, tables, diagnostics)?),
            Inside::Markdown | Inside::Items => None,
        };
        let drawing = spec.arg("hinh").filter(|_| spec.name == "ban-do");
        let drawing = drawing.and_then(|arg| drawing_of(arg, doc, map, diagnostics));
        let source = figure::Source {
            spec,
            file: &doc.path,
            data,
            drawing: drawing.as_deref(),
        };
        figure::make(&source, diagnostics).map(Arc::new)
    };
    doc.outline.specs.iter().map(figure).collect()
}

/// The table of a block: the one inside, or that of the file which it names.
fn data(
    spec: &Spec,
    doc: &Doc,
    map: &Map<'_>,
    tables: &mut Tables,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Data> {
    let has_table = spec.body.contains('|');
    let at_block = |msg: Msg| Diagnostic::new(msg, &doc.path, spec.span, &[&spec.name]);
    match spec.arg("du-lieu") {
        Some(_) if has_table => {
            diagnostics.push(at_block(Msg::FiguresTwice).help(Msg::HelpFiguresTwice, &[]));
            None
        }
        Some(arg) => of_file(arg, spec, doc, map, tables, diagnostics),
        None if has_table => {
            let ask = figure::ask(spec, &doc.path);
            let table =
                table::markdown::read(&spec.body, spec.body_at as usize, &ask, diagnostics)?;
            Some(Data {
                table: Arc::new(table),
                file: doc.path.clone(),
            })
        }
        None => {
            diagnostics.push(at_block(Msg::MissingFigures).help(Msg::HelpMissingFigures, &[]));
            None
        }
    }
}

/// A table of a file. What is wrong in the file is said there, with a note at the block.
fn of_file(
    arg: &Argument,
    spec: &Spec,
    doc: &Doc,
    map: &Map<'_>,
    tables: &mut Tables,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Data> {
    let address = match Address::read(&arg.value) {
        Ok(address) => address,
        Err(area) => {
            diagnostics.push(
                Diagnostic::new(Msg::BadArea, &doc.path, arg.span, &[&area])
                    .help(Msg::HelpExample, &[&"so-lieu.xlsx#Sheet1!A1:C9"]),
            );
            return None;
        }
    };
    let Some(file) = find(&address.file, doc, map) else {
        diagnostics.push(missing(&address.file, arg, doc, map));
        return None;
    };
    let ask = Ask {
        sheet: address.sheet.as_deref(),
        area: address.area.as_ref(),
        ..figure::ask(spec, &file.path)
    };
    let key = Question {
        file: file.path.clone(),
        address: arg.value.clone(),
        notation: ask.notation,
        unit_by_row: ask.unit_by_row,
    };
    let (table, found) = tables.0.entry(key).or_insert_with(|| read(file, &ask));
    let with_note = |diagnostic: &Diagnostic| {
        diagnostic
            .clone()
            .note(Msg::NoteBlock, &doc.path, spec.span, &[])
    };
    diagnostics.extend(found.iter().map(with_note));
    Some(Data {
        table: table.clone()?,
        file: file.path.clone(),
    })
}

/// Reads a table.
fn read(file: &File, ask: &Ask<'_>) -> Read {
    let mut diagnostics = Vec::new();
    let table = match file.read() {
        Ok(bytes) => parse::table::file(&bytes, ask, &mut diagnostics),
        Err(error) => {
            diagnostics.push(
                Diagnostic::new(Msg::UnreadableFile, &file.path, None, &[&error])
                    .help(Msg::HelpUnreadable, &[]),
            );
            None
        }
    };
    (table.map(Arc::new), diagnostics)
}

/// A file beside the page, below `content/` (with `/` in front), or among the site's data.
fn find<'s>(name: &str, doc: &Doc, map: &Map<'s>) -> Option<&'s File> {
    let name = vi::fold::nfc(name);
    let paths = match name.strip_prefix('/') {
        Some(name) => vec![links::join("content", name)?],
        None => [folder(doc), DATA]
            .into_iter()
            .filter_map(|folder| links::join(folder.trim_end_matches('/'), &name))
            .collect(),
    };
    let mut files = paths
        .iter()
        .filter(|path| path.starts_with("content/"))
        .filter_map(|path| map.snapshot.files.get(path.as_str()));
    files.next()
}

fn folder(doc: &Doc) -> &str {
    doc.path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The diagnostic of a file that is not there.
fn missing(name: &str, arg: &Argument, doc: &Doc, map: &Map<'_>) -> Diagnostic {
    let beside = format!("{}/", folder(doc));
    let names = [beside.as_str(), DATA].into_iter().flat_map(|folder| {
        let files = map.snapshot.below(folder);
        files
            .filter(|file| !file.path.ends_with(".md"))
            .map(|file| file.path[folder.len()..].to_owned())
            .collect::<Vec<_>>()
    });
    let names: Vec<String> = names.collect();
    let near = vi::near::nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
    let diagnostic = Diagnostic::new(Msg::MissingFile, &doc.path, arg.span, &[&name]);
    near_or(diagnostic, near, Msg::HelpDataPlace)
}

/// The text of a map's drawing.
fn drawing_of(
    arg: &Argument,
    doc: &Doc,
    map: &Map<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<String> {
    let Some(file) = find(&arg.value, doc, map) else {
        diagnostics.push(missing(&arg.value, arg, doc, map));
        return None;
    };
    let bytes = file.read().ok();
    let text = bytes.and_then(|bytes| Some(parse::decode(&bytes)?.text.into_owned()));
    if text.is_none() {
        diagnostics.push(
            Diagnostic::new(Msg::BadImage, &doc.path, arg.span, &[&arg.value])
                .help(Msg::HelpBadImage, &[]),
        );
    }
    text
}
