//! A report as a Word document (OOXML, ECMA-376) in the layout of Nghị định 30/2020/NĐ-CP, annex I.
//!
//! A4 portrait with margins of 20, 20, 30 and 20 mm, Times New Roman, the national title and motto, the body that
//! reports, symbol, place and date, recipients and the place of the signature; what only the office knows (the number,
//! the name of who signs) is left to be filled in. The same report gives the same bytes.

mod page;
mod styles;
mod xml;

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::outline::Outline;
use super::{Letterhead, Report};
use xml::Xml;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The namespace of the parts of a text.
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The report as the bytes of a `.docx` file.
#[must_use]
pub fn write(report: &Report, letterhead: &Letterhead, outline: &Outline) -> Vec<u8> {
    let (document, links) = page::document(report, letterhead, outline);
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", properties(report, letterhead, outline)),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", document_relations(&links)),
        ("word/styles.xml", styles::styles()),
        ("word/settings.xml", styles::settings()),
        ("word/header1.xml", page::header()),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, part) in parts {
        zip.start_file(name, options)
            .expect("short names, and no two alike");
        zip.write_all(&part)
            .expect("memory takes all that is written");
    }
    let bytes = zip.finish().expect("memory takes all that is written");
    bytes.into_inner()
}

fn content_types() -> Vec<u8> {
    let namespace = format!("{PACKAGE}/content-types");
    Xml::part("Types", &[("xmlns", &namespace)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        for (ending, kind) in [("rels", relations), ("xml", "application/xml")] {
            xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
        for (part, kind) in [
            ("/docProps/core.xml", core),
            ("/word/document.xml", format!("{TYPE}.document.main+xml")),
            ("/word/styles.xml", format!("{TYPE}.styles+xml")),
            ("/word/settings.xml", format!("{TYPE}.settings+xml")),
            ("/word/header1.xml", format!("{TYPE}.header+xml")),
        ] {
            xml.empty("Override", &[("PartName", part), ("ContentType", &kind)]);
        }
    })
}

fn package_relations() -> Vec<u8> {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    let document = format!("{OFFICE}/officeDocument");
    relations(&[
        ("rId1", &document, "word/document.xml", false),
        ("rId2", &core, "docProps/core.xml", false),
    ])
}

fn document_relations(links: &[String]) -> Vec<u8> {
    let kinds =
        ["styles", "settings", "header", "hyperlink"].map(|kind| format!("{OFFICE}/{kind}"));
    let [styles, settings, header, hyperlink] = &kinds;
    let ids: Vec<String> = (0..links.len()).map(page::link_id).collect();
    let mut all = vec![
        ("rId1", &**styles, "styles.xml", false),
        ("rId2", &**settings, "settings.xml", false),
        (page::HEADER_ID, &**header, "header1.xml", false),
    ];
    let links = ids.iter().zip(links);
    all.extend(links.map(|(id, url)| (id.as_str(), &**hyperlink, url.as_str(), true)));
    relations(&all)
}

/// Relations: id, type, target, and whether the target lies outside the file.
fn relations(all: &[(&str, &str, &str, bool)]) -> Vec<u8> {
    let namespace = format!("{PACKAGE}/relationships");
    Xml::part("Relationships", &[("xmlns", &namespace)], |xml| {
        for (id, kind, target, is_outside) in all {
            let mut attributes = vec![("Id", *id), ("Type", *kind), ("Target", *target)];
            if *is_outside {
                attributes.push(("TargetMode", "External"));
            }
            xml.empty("Relationship", &attributes);
        }
    })
}

fn properties(report: &Report, letterhead: &Letterhead, outline: &Outline) -> Vec<u8> {
    let core = format!("{PACKAGE}/metadata/core-properties");
    let made = format!("{}T00:00:00Z", report.made);
    let namespaces = [
        ("xmlns:cp", core.as_str()),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    Xml::part("cp:coreProperties", &namespaces, |xml| {
        let title = format!("Báo cáo {}", outline.subject);
        xml.within("dc:title", &[], |xml| xml.text(&title));
        if let Some(issuer) = &letterhead.issuer {
            xml.within("dc:creator", &[], |xml| xml.text(issuer));
        }
        xml.within("dc:language", &[], |xml| xml.text("vi-VN"));
        let kind = [("xsi:type", "dcterms:W3CDTF")];
        xml.within("dcterms:created", &kind, |xml| xml.text(&made));
    })
}
