//! The parts of a workbook: a zip archive of XML files that name each other.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::format::Format;
use super::sheet::{self, Sheet};
use crate::vi;

/// How much all parts that are read may hold when unpacked, in bytes.
const MAX_UNPACKED: u64 = 32 * 1024 * 1024;
/// The most strings and formats.
const MAX_ENTRIES: usize = 200_000;

/// Why a workbook cannot be read.
pub enum Bad {
    /// It is none, or is damaged.
    Broken,
    /// It is larger than a table for readers can be.
    Large,
}

/// An open workbook.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// What a workbook says about its sheets.
pub struct Book {
    /// The sheets in their order.
    pub sheets: Vec<SheetName>,
    /// Whether days count from 1904, as on old Macintoshes.
    pub is_1904: bool,
    /// The folder that targets are relative to.
    folder: String,
    /// The parts that the workbook names: id, kind, path.
    parts: Vec<Part>,
}

/// A sheet's name.
pub struct SheetName {
    /// As on its tab.
    pub name: String,
    /// Whether Excel shows it.
    pub is_hidden: bool,
    part: String,
}

struct Part {
    id: String,
    kind: String,
    target: String,
}

/// What cells refer to by number.
pub struct Shared {
    /// The texts.
    pub strings: Vec<String>,
    /// The formats.
    pub formats: Vec<Format>,
    /// Whether days count from 1904.
    pub is_1904: bool,
}

impl<'b> Package<'b> {
    /// Opens the bytes of a file.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Bad> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Bad::Broken)?;
        Ok(Self {
            archive,
            left: MAX_UNPACKED,
        })
    }

    /// The text of a part; `None` when there is no such part.
    fn text(&mut self, path: &str) -> Result<Option<String>, Bad> {
        let Ok(part) = self.archive.by_name(path) else {
            return Ok(None);
        };
        // The sizes that an archive states need not be true.
        let mut bytes = Vec::new();
        part.take(self.left + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| Bad::Broken)?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or(Bad::Large)?;
        let text = String::from_utf8(bytes).map_err(|_| Bad::Broken)?;
        Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
    }

    /// Reads what the workbook says about itself.
    pub fn book(&mut self) -> Result<Book, Bad> {
        let main = self
            .parts("_rels/.rels")?
            .into_iter()
            .find(|part| part.kind == "officeDocument");
        let path = main.map_or_else(
            || "xl/workbook.xml".to_owned(),
            |part| resolved("", &part.target),
        );
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let parts = self.parts(&format!("{folder}/_rels/{file}.rels"))?;
        let mut book = Book {
            sheets: Vec::new(),
            is_1904: false,
            folder: folder.to_owned(),
            parts,
        };
        let text = self.text(&path)?.ok_or(Bad::Broken)?;
        elements(&text, |element| {
            match element.local_name().as_ref() {
                "sheet" => book.sheets.push(SheetName {
                    name: attribute(element, "name").ok_or(Bad::Broken)?,
                    is_hidden: attribute(element, "state").is_some_and(|state| state != "visible"),
                    part: attribute(element, "id").ok_or(Bad::Broken)?,
                }),
                "workbookPr" => {
                    book.is_1904 =
                        attribute(element, "date1904").is_some_and(|value| is_true(&value));
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(book)
    }

    /// Reads a sheet.
    pub fn sheet(&mut self, book: &Book, name: &SheetName) -> Result<Sheet, Bad> {
        let path = |part: &Part| resolved(&book.folder, &part.target);
        let of_kind = |kind: &str| book.parts.iter().find(|part| part.kind == kind).map(path);
        let strings = match of_kind("sharedStrings") {
            Some(path) => strings(&self.text(&path)?.unwrap_or_default())?,
            None => Vec::new(),
        };
        let formats = match of_kind("styles") {
            Some(path) => formats(&self.text(&path)?.unwrap_or_default())?,
            None => Vec::new(),
        };
        let part = book.parts.iter().find(|part| part.id == name.part);
        // A sheet that is a chart has no cells.
        let Some(part) = part.filter(|part| part.kind == "worksheet") else {
            return Ok(Sheet::default());
        };
        let shared = Shared {
            strings,
            formats,
            is_1904: book.is_1904,
        };
        let text = self.text(&path(part))?.ok_or(Bad::Broken)?;
        sheet::read(&text, &shared)
    }

    /// The parts that a part names.
    fn parts(&mut self, path: &str) -> Result<Vec<Part>, Bad> {
        let text = self.text(path)?.unwrap_or_default();
        let mut parts = Vec::new();
        elements(&text, |element| {
            if element.local_name().as_ref() == "Relationship" {
                let value = |key| attribute(element, key).unwrap_or_default();
                parts.push(Part {
                    id: value("Id"),
                    kind: value("Type")
                        .rsplit('/')
                        .next()
                        .unwrap_or_default()
                        .to_owned(),
                    target: value("Target"),
                });
            }
            Ok(())
        })?;
        Ok(parts)
    }
}

/// A part's path in the archive: `worksheets/sheet1.xml` in `xl` is `xl/worksheets/sheet1.xml`.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                path.pop();
            }
            "." => {}
            part => path.push(part),
        }
    }
    path.join("/")
}

/// The shared strings, without the readings that East Asian text has beside it.
fn strings(text: &str) -> Result<Vec<String>, Bad> {
    let mut strings: Vec<String> = Vec::new();
    let mut is_text = false;
    let mut is_reading = false;
    events(text, |event| {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => strings.push(String::new()),
                "t" => is_text = true,
                "rPh" => is_reading = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => is_text = false,
                "rPh" => is_reading = false,
                _ => {}
            },
            event => {
                if let (true, false, Some(last)) = (is_text, is_reading, strings.last_mut()) {
                    push_text(last, event);
                }
            }
        }
        within(strings.len())
    })?;
    Ok(strings.iter().map(|string| unescaped(string)).collect())
}

/// The formats of cells by number.
fn formats(text: &str) -> Result<Vec<Format>, Bad> {
    let mut codes: BTreeMap<u32, String> = BTreeMap::new();
    let mut formats = Vec::new();
    let mut is_cells = false;
    events(text, |event| {
        match event {
            Event::Start(element) => {
                let number = |key| attribute(element, key).and_then(|value| value.parse().ok());
                match element.local_name().as_ref() {
                    "numFmt" => {
                        if let (Some(id), Some(code)) =
                            (number("numFmtId"), attribute(element, "formatCode"))
                        {
                            codes.insert(id, code);
                        }
                    }
                    "cellXfs" => is_cells = true,
                    "xf" if is_cells => {
                        let id = number("numFmtId").unwrap_or(0);
                        let code = codes.get(&id).map(String::as_str);
                        formats.push(Format::read(code.unwrap_or_else(|| Format::built_in(id))));
                    }
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => is_cells = false,
            _ => {}
        }
        within(formats.len())
    })?;
    Ok(formats)
}

fn within(entries: usize) -> Result<(), Bad> {
    if entries > MAX_ENTRIES {
        Err(Bad::Large)
    } else {
        Ok(())
    }
}

/// Goes through all that stands in an XML text; an empty element is a start and an end.
pub fn events(text: &str, mut each: impl FnMut(&Event<'_>) -> Result<(), Bad>) -> Result<(), Bad> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event().map_err(|_| Bad::Broken)? {
            Event::Eof => return Ok(()),
            event => each(&event)?,
        }
    }
}

/// Goes through the elements of an XML text.
fn elements(
    text: &str,
    mut each: impl FnMut(&BytesStart<'_>) -> Result<(), Bad>,
) -> Result<(), Bad> {
    events(text, |event| match event {
        Event::Start(element) => each(element),
        _ => Ok(()),
    })
}

/// The value of an attribute, whatever its prefix.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = found
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()?;
    Some(value.into_owned())
}

/// Whether an attribute says yes.
pub fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// Adds what an event has of text.
pub fn push_text(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(name) => match name.as_ref() {
            "amp" => text.push('&'),
            "lt" => text.push('<'),
            "gt" => text.push('>'),
            "quot" => text.push('"'),
            "apos" => text.push('\''),
            _ => text.extend(name.resolve_char_ref().ok().flatten()),
        },
        _ => {}
    }
}

/// A text without the `_x000D_` that Excel writes for the end of a line on Windows.
pub fn unescaped(text: &str) -> String {
    vi::fold::nfc(&text.replace("_x000D_", "").replace('\r', "")).into_owned()
}
