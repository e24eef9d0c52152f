//! The cases of `corpus.txt`: a file, and the table in it or what is said about it.

use std::collections::BTreeSet;

use trangxa::diag::{Diagnostic, Lang, Level};
use trangxa::parse;
use trangxa::table::{self, Address, Ask, Table};
use trangxa::vi::decimal::{self, Notation, Reading};

use super::workbook::workbook;
use super::{said, shown};

/// A case: a line `=== NAME: ADDRESS` (after ` | so=…` the notation), the file, a line `---`, the answer. Where something
/// is said, the answer in English follows after a second `---`.
struct Case<'t> {
    head: &'t str,
    address: &'t str,
    notation: Option<Notation>,
    file: &'t str,
    vi: &'t str,
    en: Option<&'t str>,
}

fn cases(corpus: &str) -> Vec<Case<'_>> {
    let whole = corpus.trim_end().split("\n=== ").skip(1);
    whole
        .map(|text| {
            let (head, body) = text.split_once('\n').expect("a case has lines");
            let (_, address) = head.split_once(": ").expect("a name and an address");
            let (address, notation) = address.split_once(" | so=").unwrap_or((address, ""));
            let mut parts = body.split("\n---\n");
            Case {
                head,
                address,
                notation: said_notation(notation),
                file: parts.next().expect("a file"),
                vi: parts.next().unwrap_or_default().trim_end(),
                en: parts.next().map(str::trim_end),
            }
        })
        .collect()
}

fn said_notation(example: &str) -> Option<Notation> {
    match decimal::read(example)? {
        Reading::One(_, notation) => notation,
        Reading::Two { .. } => None,
    }
}

/// Reads a case's file as the program does.
fn read(case: &Case<'_>) -> (Option<Table>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let address = Address::read(case.address).expect("an address");
    let ask = Ask {
        file: &address.file,
        sheet: address.sheet.as_deref(),
        area: address.area.as_ref(),
        notation: case.notation,
        unit_by_row: false,
    };
    let table = if address.file.ends_with(".md") {
        table::markdown::read(case.file, 0, &ask, &mut diagnostics)
    } else {
        let bytes = match case.file.strip_prefix("raw ") {
            Some(kind) => raw(kind),
            None if address.file.ends_with(".xlsx") => workbook(case.file),
            None => case.file.as_bytes().to_vec(),
        };
        parse::table::file(&bytes, &ask, &mut diagnostics)
    };
    (table, diagnostics)
}

/// Workbooks that the cases do not describe, and files that are called workbooks.
fn raw(kind: &str) -> Vec<u8> {
    const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    match kind {
        "text" => b"Th\xC3\xB4n;S\xE1\xBB\x91".to_vec(),
        "old" => OLE.to_vec(),
        "locked" => {
            let name = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
            OLE.iter().copied().chain(name).collect()
        }
        "large" => vec![0; table::workbook::MAX_BYTES + 1],
        "bomb" => bomb(),
        // Written by two libraries that are not ours.
        "one" => include_bytes!("one.xlsx").to_vec(),
        "other" => include_bytes!("other.xlsx").to_vec(),
        other => panic!("nobody knows a workbook “{other}”"),
    }
}

/// A small file that holds forty megabytes.
fn bomb() -> Vec<u8> {
    let strings = format!("<sst>{}</sst>", " ".repeat(40_000_000));
    super::workbook::rewritten(&workbook("A1 x"), |path, text| match path {
        "xl/sharedStrings.xml" => strings.clone(),
        _ => text,
    })
}

/// What is found in a case's file, in one language.
fn answer(case: &Case<'_>, table: Option<&Table>, found: &[Diagnostic], lang: Lang) -> String {
    let text = (!case.address.contains(".xlsx")).then_some(case.file);
    let answer = table.map_or(String::new(), shown) + &said(found, text, lang);
    answer.trim_end().to_owned()
}

const CORPUS: &str = include_str!("corpus.txt");

#[test]
fn every_file_gives_the_table_that_its_reader_sees() {
    let mut wrong = String::new();
    for case in cases(CORPUS) {
        let (table, found) = read(&case);
        let answer = |lang| answer(&case, table.as_ref(), &found, lang);
        let vi = answer(Lang::Vi);
        let en = (!found.is_empty()).then(|| answer(Lang::En));
        if vi != case.vi || en.as_deref() != case.en {
            let en = en.map_or(String::new(), |en| format!("\n---\n{en}"));
            wrong += &format!("\n=== {}\n{}\n---\n{vi}{en}\n", case.head, case.file);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_corpus_is_large_and_its_names_differ() {
    let cases = cases(CORPUS);
    let names: BTreeSet<&str> = cases.iter().map(|case| case.head).collect();
    assert_eq!(names.len(), cases.len());
    assert!(cases.len() >= 100, "{}", cases.len());
}

/// The codes of what only files of figures can have wrong; the corpus says each word for word.
pub fn codes() -> BTreeSet<&'static str> {
    let all: Vec<Diagnostic> = cases(CORPUS).iter().flat_map(|case| read(case).1).collect();
    let coded = all
        .iter()
        .filter(|found| matches!(found.text.msg.level(), Level::Error | Level::Warning));
    coded.map(|found| found.text.msg.code()).collect()
}
