//! A writer of small workbooks, with only what the cases need.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Makes a workbook from a description, one thing a line:
///
/// ```text
/// sheet NAME             begins a sheet; `hidden sheet NAME` one that is not shown
/// 1904                   days count from 1904
/// A1 text                a text (shared)
/// A1 inline: text        a text within the cell
/// A1 n 12.5              a number; `A1 n 0.125 as 0.0%` in a format
/// A1 formula 12.5        a formula's result; `A1 formula` one without a result
/// A1 error #DIV/0!       an error
/// A1 bool 1              true or false
/// merge A1:B1            joined cells
/// hide row 3             a row that is not shown
/// hide column 2          a column that is not shown
/// ```
pub fn workbook(description: &str) -> Vec<u8> {
    let mut book = Book::default();
    for line in description
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        book.line(line);
    }
    book.bytes()
}

/// A workbook whose parts are changed one by one.
pub fn rewritten(workbook: &[u8], mut change: impl FnMut(&str, String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..archive.len() {
        let part = archive.by_index(n).expect("a part");
        let path = part.name().expect("a name").into_owned();
        let text = std::io::read_to_string(part).expect("UTF-8");
        zip.start_file(&path, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(change(&path, text).as_bytes())
            .expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}

#[derive(Default)]
struct Book {
    sheets: Vec<Sheet>,
    strings: Vec<String>,
    formats: Vec<String>,
    is_1904: bool,
}

#[derive(Default)]
struct Sheet {
    name: String,
    is_hidden: bool,
    /// By row, then column.
    cells: std::collections::BTreeMap<(u32, u32), String>,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u32>,
    merges: Vec<String>,
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

fn position(name: &str) -> (u32, u32) {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let column = letters
        .bytes()
        .fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    (name[letters.len()..].parse().expect("a row"), column)
}

impl Book {
    fn line(&mut self, line: &str) {
        let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
        if first == "sheet" || line.starts_with("hidden sheet ") {
            self.sheets.push(Sheet {
                name: line.split_once("sheet ").expect("a name").1.to_owned(),
                is_hidden: first == "hidden",
                ..Sheet::default()
            });
            return;
        }
        if first == "1904" {
            self.is_1904 = true;
            return;
        }
        if self.sheets.is_empty() {
            self.line("sheet Sheet1");
        }
        if first == "merge" {
            self.sheet().merges.push(rest.to_owned());
        } else if let Some(row) = line.strip_prefix("hide row ") {
            self.sheet().hidden_rows.push(row.parse().expect("a row"));
        } else if let Some(column) = line.strip_prefix("hide column ") {
            self.sheet()
                .hidden_columns
                .push(column.parse().expect("a column"));
        } else {
            let cell = self.cell(first, rest);
            self.sheet().cells.insert(position(first), cell);
        }
    }

    fn sheet(&mut self) -> &mut Sheet {
        self.sheets.last_mut().expect("a sheet")
    }

    fn cell(&mut self, name: &str, said: &str) -> String {
        let (kind, rest) = said.split_once(' ').unwrap_or((said, ""));
        let (value, style) = match rest.split_once(" as ") {
            Some((value, format)) => (value, self.style(format)),
            None => (rest, 0),
        };
        match kind {
            "n" => format!("<c r=\"{name}\" s=\"{style}\"><v>{value}</v></c>"),
            "formula" if value.is_empty() => format!("<c r=\"{name}\"><f>SUM(A1:A2)</f></c>"),
            "formula" => {
                format!("<c r=\"{name}\" s=\"{style}\"><f>SUM(A1:A2)</f><v>{value}</v></c>")
            }
            "error" => format!("<c r=\"{name}\" t=\"e\"><v>{value}</v></c>"),
            "bool" => format!("<c r=\"{name}\" t=\"b\"><v>{value}</v></c>"),
            "inline:" => format!(
                "<c r=\"{name}\" t=\"inlineStr\"><is><t>{}</t></is></c>",
                escaped(rest)
            ),
            _ => {
                self.strings.push(said.to_owned());
                format!(
                    "<c r=\"{name}\" t=\"s\"><v>{}</v></c>",
                    self.strings.len() - 1
                )
            }
        }
    }

    /// The number of a style with a format.
    fn style(&mut self, format: &str) -> usize {
        if let Some(known) = self.formats.iter().position(|known| known == format) {
            return known + 1;
        }
        self.formats.push(format.to_owned());
        self.formats.len()
    }

    fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut part = |path: &str, text: &str| {
            zip.start_file(path, SimpleFileOptions::default())
                .expect("a part");
            zip.write_all(format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}").as_bytes())
                .expect("in memory");
        };
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        part(
            "_rels/.rels",
            &format!(
                "<Relationships><Relationship Id=\"r\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        );
        let (mut sheets, mut relations) = (String::new(), String::new());
        for (n, sheet) in self.sheets.iter().enumerate() {
            let state = if sheet.is_hidden {
                " state=\"hidden\""
            } else {
                ""
            };
            let name = escaped(&sheet.name);
            let _ = write!(
                sheets,
                "<sheet name=\"{name}\" sheetId=\"{}\"{state} r:id=\"r{n}\"/>",
                n + 1
            );
            let _ = write!(
                relations,
                "<Relationship Id=\"r{n}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
            );
            part(&format!("xl/worksheets/sheet{n}.xml"), &sheet.xml());
        }
        part(
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns:r=\"{office}\"><workbookPr date1904=\"{}\"/><sheets>{sheets}</sheets></workbook>",
                u8::from(self.is_1904)
            ),
        );
        part(
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships>{relations}<Relationship Id=\"s\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"{office}/styles\" Target=\"/xl/styles.xml\"/></Relationships>"
            ),
        );
        let strings: String = self
            .strings
            .iter()
            .map(|text| format!("<si><t>{}</t></si>", escaped(text)))
            .collect();
        part("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>"));
        let formats = self.formats.iter().enumerate();
        let codes: String = formats
            .clone()
            .map(|(n, code)| {
                format!(
                    "<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>",
                    164 + n,
                    escaped(code)
                )
            })
            .collect();
        let styles: String = formats
            .map(|(n, _)| format!("<xf numFmtId=\"{}\"/>", 164 + n))
            .collect();
        part(
            "xl/styles.xml",
            &format!(
                "<styleSheet><numFmts>{codes}</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs></styleSheet>"
            ),
        );
        zip.finish().expect("in memory").into_inner()
    }
}

impl Sheet {
    fn xml(&self) -> String {
        let mut rows = String::new();
        let last = self.cells.keys().map(|(row, _)| *row).max().unwrap_or(0);
        for row in 1..=last {
            let hidden = if self.hidden_rows.contains(&row) {
                " hidden=\"1\""
            } else {
                ""
            };
            let cells: String = self
                .cells
                .range((row, 0)..(row + 1, 0))
                .map(|(_, cell)| cell.as_str())
                .collect();
            if !cells.is_empty() {
                let _ = write!(rows, "<row r=\"{row}\"{hidden}>{cells}</row>");
            }
        }
        let column = |n: &u32| format!("<col min=\"{n}\" max=\"{n}\" hidden=\"1\"/>");
        let columns: String = self.hidden_columns.iter().map(column).collect();
        let merge = |area: &String| format!("<mergeCell ref=\"{area}\"/>");
        let merges: String = self.merges.iter().map(merge).collect();
        format!(
            "<worksheet><cols>{columns}</cols><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"
        )
    }
}
