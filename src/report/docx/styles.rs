//! The styles of the document: what Nghị định 30/2020/NĐ-CP, annex I, says of sizes, weights and places.
//!
//! Sizes are in half points, lengths in twentieths of a point (567 to the centimetre).

use super::WORD;
use super::xml::Xml;

/// A paragraph style.
struct Style {
    id: &'static str,
    name: &'static str,
    /// `left`, `center`, `both`.
    place: &'static str,
    size: &'static str,
    is_bold: bool,
    is_italic: bool,
    /// Before, after.
    spacing: [&'static str; 2],
    first_line: &'static str,
    /// The level of a heading.
    level: Option<&'static str>,
}

const PLAIN: Style = Style {
    id: "Normal",
    name: "Normal",
    place: "left",
    size: "28",
    is_bold: false,
    is_italic: false,
    spacing: ["0", "0"],
    first_line: "0",
    level: None,
};

const STYLES: &[Style] = &[
    PLAIN,
    Style {
        id: "BodyText",
        name: "Body Text",
        place: "both",
        spacing: ["60", "60"],
        first_line: "567",
        ..PLAIN
    },
    Style {
        id: "Heading1",
        name: "heading 1",
        place: "both",
        is_bold: true,
        spacing: ["120", "60"],
        first_line: "567",
        level: Some("0"),
        ..PLAIN
    },
    Style {
        id: "Heading2",
        name: "heading 2",
        place: "both",
        is_bold: true,
        spacing: ["120", "60"],
        first_line: "567",
        level: Some("1"),
        ..PLAIN
    },
    // Above the text: bodies and national title, motto, symbol, place and date, type and subject.
    Style {
        id: "Body",
        name: "Body Above",
        place: "center",
        size: "24",
        ..PLAIN
    },
    Style {
        id: "BodyBold",
        name: "Body and National Title",
        place: "center",
        size: "24",
        is_bold: true,
        ..PLAIN
    },
    Style {
        id: "Motto",
        name: "National Motto",
        place: "center",
        size: "26",
        is_bold: true,
        ..PLAIN
    },
    Style {
        id: "Symbol",
        name: "Number and Symbol",
        place: "center",
        size: "26",
        ..PLAIN
    },
    Style {
        id: "PlaceAndDate",
        name: "Place and Date",
        place: "center",
        size: "26",
        is_italic: true,
        ..PLAIN
    },
    Style {
        id: "Title",
        name: "Title",
        place: "center",
        is_bold: true,
        ..PLAIN
    },
    Style {
        id: "Centred",
        name: "Centred",
        place: "center",
        spacing: ["120", "120"],
        ..PLAIN
    },
    // Below it.
    Style {
        id: "RecipientsHead",
        name: "Recipients Head",
        size: "24",
        is_bold: true,
        is_italic: true,
        ..PLAIN
    },
    Style {
        id: "Recipients",
        name: "Recipients",
        size: "22",
        ..PLAIN
    },
    // Tables.
    Style {
        id: "Cell",
        name: "Cell",
        size: "24",
        spacing: ["20", "20"],
        ..PLAIN
    },
    Style {
        id: "CellCentred",
        name: "Cell Centred",
        place: "center",
        size: "24",
        spacing: ["20", "20"],
        ..PLAIN
    },
    Style {
        id: "CellHead",
        name: "Cell Head",
        place: "center",
        size: "24",
        is_bold: true,
        spacing: ["20", "20"],
        ..PLAIN
    },
    // The number on top of the second page and the following.
    Style {
        id: "Header",
        name: "header",
        place: "center",
        size: "26",
        ..PLAIN
    },
];

/// `word/styles.xml`.
pub(super) fn styles() -> Vec<u8> {
    Xml::part("w:styles", &[("xmlns:w", WORD)], |xml| {
        xml.within("w:docDefaults", &[], |xml| {
            xml.within("w:rPrDefault", &[], |xml| xml.within("w:rPr", &[], font));
        });
        for style in STYLES {
            write(xml, style);
        }
    })
}

fn font(xml: &mut Xml) {
    let name = "Times New Roman";
    let fonts = [
        ("w:ascii", name),
        ("w:hAnsi", name),
        ("w:eastAsia", name),
        ("w:cs", name),
    ];
    xml.empty("w:rFonts", &fonts);
    xml.empty("w:lang", &[("w:val", "vi-VN"), ("w:eastAsia", "vi-VN")]);
}

fn write(xml: &mut Xml, style: &Style) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    if style.id == PLAIN.id {
        attributes.push(("w:default", "1"));
    }
    xml.within("w:style", &attributes, |xml| {
        xml.empty("w:name", &[("w:val", style.name)]);
        if style.id != PLAIN.id {
            xml.empty("w:basedOn", &[("w:val", PLAIN.id)]);
        }
        xml.empty("w:qFormat", &[]);
        xml.within("w:pPr", &[], |xml| {
            if style.level.is_some() {
                xml.empty("w:keepNext", &[]);
            }
            let [before, after] = style.spacing;
            xml.empty("w:spacing", &[("w:before", before), ("w:after", after)]);
            xml.empty("w:ind", &[("w:firstLine", style.first_line)]);
            xml.empty("w:jc", &[("w:val", style.place)]);
            if let Some(level) = style.level {
                xml.empty("w:outlineLvl", &[("w:val", level)]);
            }
        });
        xml.within("w:rPr", &[], |xml| {
            if style.is_bold {
                xml.empty("w:b", &[]);
            }
            if style.is_italic {
                xml.empty("w:i", &[]);
            }
            xml.empty("w:sz", &[("w:val", style.size)]);
            xml.empty("w:szCs", &[("w:val", style.size)]);
        });
    });
}

/// `word/settings.xml`: as Word of 2013 and later lays out.
pub(super) fn settings() -> Vec<u8> {
    Xml::part("w:settings", &[("xmlns:w", WORD)], |xml| {
        xml.within("w:compat", &[], |xml| {
            let mode = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &mode);
        });
    })
}
