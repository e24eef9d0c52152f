//! The pages of the document: what stands above the text, the text, recipients and signature, the annex.

use super::xml::Xml;
use super::{OFFICE, WORD};
use crate::report::outline::{Block, Cell, Column, Outline, Table};
use crate::report::{Letterhead, Report};
use crate::vi;

/// The relation of the header.
pub(super) const HEADER_ID: &str = "rId3";

/// The width of A4 within the margins, in twentieths of a point.
const WIDTH: u32 = 11_906 - 1_701 - 1_134;

/// The relation of the n-th link.
pub(super) fn link_id(n: usize) -> String {
    format!("rLink{}", n + 1)
}

/// `word/document.xml`, and the addresses that its links lead to.
pub(super) fn document(
    report: &Report,
    letterhead: &Letterhead,
    outline: &Outline,
) -> (Vec<u8>, Vec<String>) {
    let mut links = Vec::new();
    let namespaces = [("xmlns:w", WORD), ("xmlns:r", OFFICE)];
    let part = Xml::part("w:document", &namespaces, |xml| {
        xml.within("w:body", &[], |xml| {
            head(xml, report, letterhead);
            title(xml, letterhead, outline);
            blocks(xml, &outline.body, &mut links);
            foot(xml, letterhead);
            annex(xml, outline, &mut links);
            section(xml);
        });
    });
    (part, links)
}

/// `word/header1.xml`: the number of the page.
pub(super) fn header() -> Vec<u8> {
    Xml::part("w:hdr", &[("xmlns:w", WORD)], |xml| {
        paragraph(xml, "Header", |xml| {
            xml.within("w:fldSimple", &[("w:instr", "PAGE")], |xml| run(xml, "2"));
        });
    })
}

/// Size, margins, and no number on the first page.
fn section(xml: &mut Xml) {
    xml.within("w:sectPr", &[], |xml| {
        xml.empty(
            "w:headerReference",
            &[("w:type", "default"), ("r:id", HEADER_ID)],
        );
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margins = [
            ("w:top", "1134"),
            ("w:right", "1134"),
            ("w:bottom", "1134"),
            ("w:left", "1701"),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        xml.empty("w:titlePg", &[]);
    });
}

// Paragraphs

fn paragraph(xml: &mut Xml, style: &str, fill: impl FnOnce(&mut Xml)) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
        });
        fill(xml);
    });
}

fn run(xml: &mut Xml, text: &str) {
    xml.within("w:r", &[], |xml| {
        xml.within("w:t", &[("xml:space", "preserve")], |xml| xml.text(text));
    });
}

fn line(xml: &mut Xml, style: &str, text: &str) {
    paragraph(xml, style, |xml| run(xml, text));
}

/// A rule in the middle of its column, `indent` from either side.
fn rule(xml: &mut Xml, indent: u32) {
    let indent = indent.to_string();
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", "Normal")]);
            xml.within("w:pBdr", &[], |xml| xml.empty("w:top", &border()));
            let exact = [
                ("w:before", "40"),
                ("w:line", "120"),
                ("w:lineRule", "exact"),
            ];
            xml.empty("w:spacing", &exact);
            xml.empty("w:ind", &[("w:left", &indent), ("w:right", &indent)]);
        });
    });
}

fn border() -> [(&'static str, &'static str); 4] {
    [
        ("w:val", "single"),
        ("w:sz", "4"),
        ("w:space", "0"),
        ("w:color", "000000"),
    ]
}

// Above the text

/// The body and the national title side by side, then the symbol, and place and date.
fn head(xml: &mut Xml, report: &Report, letterhead: &Letterhead) {
    // The national title must stand on one line.
    let left = WIDTH * 38 / 100;
    let right = WIDTH - left;
    let made = vi::date::in_text(report.made);
    pair(xml, [left, right], |xml, side| match side {
        0 => {
            if let Some(parent) = &letterhead.parent {
                line(xml, "Body", &parent.to_uppercase());
            }
            let issuer = letterhead
                .issuer
                .as_deref()
                .unwrap_or("TÊN CƠ QUAN BÁO CÁO");
            line(xml, "BodyBold", &issuer.to_uppercase());
            rule(xml, left / 3);
            let symbol = letterhead.symbol.as_deref().unwrap_or("BC-…");
            line(xml, "Symbol", &format!("Số:        /{symbol}"));
        }
        _ => {
            line(xml, "BodyBold", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            line(xml, "Motto", "Độc lập - Tự do - Hạnh phúc");
            rule(xml, right * 22 / 100);
            let place = letterhead.place.as_deref().unwrap_or("…");
            line(xml, "PlaceAndDate", &format!("{place}, {made}"));
        }
    });
}

fn title(xml: &mut Xml, letterhead: &Letterhead, outline: &Outline) {
    line(xml, "Title", "");
    line(xml, "Title", "BÁO CÁO");
    line(xml, "Title", &outline.subject);
    rule(xml, WIDTH * 2 / 5);
    if let Some(addressee) = &letterhead.addressee {
        line(xml, "Centred", &format!("Kính gửi: {addressee}"));
    }
}

/// Two columns without lines.
fn pair(xml: &mut Xml, widths: [u32; 2], fill: impl Fn(&mut Xml, usize)) {
    xml.within("w:tbl", &[], |xml| {
        table_properties(xml, &widths, false);
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            for (side, width) in widths.into_iter().enumerate() {
                cell(xml, width, |xml| fill(xml, side));
            }
        });
    });
}

// The text

fn blocks(xml: &mut Xml, blocks: &[Block], links: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(text) => line(xml, "Heading1", text),
            Block::Subheading(text) => line(xml, "Heading2", text),
            Block::Text(text) => line(xml, "BodyText", text),
            Block::Points(points) => {
                for point in points {
                    line(xml, "BodyText", &format!("- {point}"));
                }
            }
            Block::Table(table) => self::table(xml, table, links),
        }
    }
}

fn table(xml: &mut Xml, table: &Table, links: &mut Vec<String>) {
    let widths: Vec<u32> = table
        .columns
        .iter()
        .map(|column| WIDTH * column.width / 100)
        .collect();
    xml.within("w:tbl", &[], |xml| {
        table_properties(xml, &widths, true);
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:tblHeader", &[]);
            });
            for (column, width) in table.columns.iter().zip(&widths) {
                cell(xml, *width, |xml| line(xml, "CellHead", column.title));
            }
        });
        for (n, row) in table.rows.iter().enumerate() {
            let is_total = table.has_total && n + 1 == table.rows.len();
            xml.within("w:tr", &[], |xml| {
                xml.within("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
                for ((column, width), content) in table.columns.iter().zip(&widths).zip(row) {
                    let style = style_of(column, is_total);
                    cell(xml, *width, |xml| cell_text(xml, style, content, links));
                }
            });
        }
    });
    // Two tables without a paragraph between them would be one.
    line(xml, "Cell", "");
}

fn style_of(column: &Column, is_total: bool) -> &'static str {
    match (is_total, column.centred) {
        (true, _) => "CellHead",
        (false, true) => "CellCentred",
        (false, false) => "Cell",
    }
}

/// What a cell says, and below it the address that belongs to it: a report is also read on paper.
fn cell_text(xml: &mut Xml, style: &str, content: &Cell, links: &mut Vec<String>) {
    line(xml, style, &content.text);
    if let Some(url) = &content.url {
        let id = link_id(links.len());
        links.push(url.clone());
        paragraph(xml, "Recipients", |xml| {
            xml.within("w:hyperlink", &[("r:id", &id)], |xml| run(xml, url));
        });
    }
}

fn table_properties(xml: &mut Xml, widths: &[u32], has_lines: bool) {
    xml.within("w:tblPr", &[], |xml| {
        let sum = widths.iter().sum::<u32>().to_string();
        xml.empty("w:tblW", &[("w:w", &sum), ("w:type", "dxa")]);
        if has_lines {
            xml.within("w:tblBorders", &[], |xml| {
                for side in [
                    "w:top",
                    "w:left",
                    "w:bottom",
                    "w:right",
                    "w:insideH",
                    "w:insideV",
                ] {
                    xml.empty(side, &border());
                }
            });
        }
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        if !has_lines {
            xml.within("w:tblCellMar", &[], |xml| {
                for side in ["w:left", "w:right"] {
                    xml.empty(side, &[("w:w", "0"), ("w:type", "dxa")]);
                }
            });
        }
    });
    xml.within("w:tblGrid", &[], |xml| {
        for width in widths {
            xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
    });
}

fn cell(xml: &mut Xml, width: u32, fill: impl FnOnce(&mut Xml)) {
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        });
        fill(xml);
    });
}

// Below the text

/// Recipients and the place of the signature side by side.
fn foot(xml: &mut Xml, letterhead: &Letterhead) {
    line(xml, "Normal", "");
    pair(
        xml,
        [WIDTH / 2, WIDTH - WIDTH / 2],
        |xml, side| match side {
            0 => {
                line(xml, "RecipientsHead", "Nơi nhận:");
                let (last, others) = match letterhead.recipients.split_last() {
                    Some((last, others)) => (last.as_str(), others),
                    None => ("Lưu: VT", &[][..]),
                };
                for recipient in others {
                    line(xml, "Recipients", &format!("- {recipient};"));
                }
                line(xml, "Recipients", &format!("- {last}."));
            }
            _ => {
                let title = letterhead.signer_title.as_deref();
                let title = title.unwrap_or("Quyền hạn, chức vụ của người ký");
                line(xml, "Title", &title.to_uppercase());
                for _ in 0..4 {
                    line(xml, "Title", "");
                }
                let signer = letterhead.signer.as_deref().unwrap_or("Họ và tên");
                line(xml, "Title", signer);
            }
        },
    );
}

/// The annex, on a page of its own.
fn annex(xml: &mut Xml, outline: &Outline, links: &mut Vec<String>) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", "Title")]);
            xml.empty("w:pageBreakBefore", &[]);
        });
        run(xml, "Phụ lục");
    });
    line(xml, "Title", outline.annex_title);
    line(xml, "Centred", "(Kèm theo báo cáo này)");
    blocks(xml, &outline.annex, links);
}
