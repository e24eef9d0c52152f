//! The kit of a page: what an editor needs to bring it to every channel beside the portal.
//!
//! In go the page's words, its text as pieces and its settings, out come files: share texts, the script for the
//! loudspeakers, HTML for other systems, an e-mail bulletin, a banner, and a note that explains them all. Pictures and
//! posters come from who can make them (`cli::kit`); nothing here knows the site or writes a file.

pub mod banner;
pub mod mail;
pub mod pack;
pub mod photo;
pub mod radio;
pub mod share;
pub mod story;
pub mod told;

use crate::config::Radio;
use crate::diag::{Diagnostic, Msg, Span};
use crate::draw::{About, Drawing, Fonts, Page, Paper, Qr, pdf, qr};
use crate::messages::Lang;
use crate::vi::number::file_size;
use crate::vi::spoken::{Announcer, Doubt, Why};
use radio::{Frame, LONGEST, Script};
use share::{Counted, Words};
use story::{Look, Piece};

/// The longest broadcast that people listen to, in minutes (Hà Nội's rule for its wards).
const BROADCAST: usize = 15;

/// A file of the kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path in the kit, in ASCII, which Zalo and old Windows keep as it is.
    pub name: String,
    /// What it is for.
    pub about: Msg,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file of a kit.
    #[must_use]
    pub fn new(name: impl Into<String>, about: Msg, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            about,
            bytes: bytes.into(),
        }
    }

    /// A text for Windows' own editor.
    fn text(name: &str, about: Msg, text: &str) -> Self {
        Self::new(name, about, text.replace('\n', "\r\n"))
    }
}

/// A page as its kit needs it.
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    /// What there is to say about it.
    pub words: Words,
    /// Its date as readers see it.
    pub date: Option<String>,
    /// Its text.
    pub pieces: Vec<Piece>,
    /// The site's address without a slash at the end; empty when it has none.
    pub base: &'a str,
    /// The page's path on the site.
    pub path: &'a str,
    /// The commune, as people are greeted: `xã Lai Khê`; may be empty.
    pub place: String,
    /// The slogans of a campaign, the main one first.
    pub slogans: Vec<String>,
    /// How the site speaks.
    pub radio: &'a Radio,
    /// Who issued documents, by the key of their symbols.
    pub announcer: Announcer,
}

/// What was made from a page's words.
#[derive(Clone, Debug)]
pub struct Kit {
    /// The files.
    pub files: Vec<File>,
    /// The script of the broadcast.
    pub script: Script,
    /// The share texts, each with what it is.
    pub counted: Vec<(Msg, Counted)>,
    /// Files that have no room in what is sent.
    pub left_out: Vec<String>,
}

/// Makes all that is made from words.
#[must_use]
pub fn kit(sheet: &Sheet<'_>) -> Kit {
    let words = &sheet.words;
    let at = |link: &str| whole(sheet.base, sheet.path, link);
    let place = if sheet.place.is_empty() {
        ""
    } else {
        &sheet.place
    };
    let greeting = sheet.radio.greeting.clone();
    let greeting =
        greeting.unwrap_or_else(|| Msg::RadioGreeting.text(Lang::Vi).replace("{0}", place));
    let closing = sheet.radio.closing.as_deref();
    let frame = Frame {
        greeting: &greeting.replace(" !", "!"),
        closing: closing.unwrap_or(Msg::RadioClosing.text(Lang::Vi)),
    };
    let script = radio::script(&words.title, &sheet.pieces, frame, &sheet.announcer);
    let (facebook, group, sms) = (
        share::facebook(words),
        share::zalo_group(words),
        share::sms(words),
    );
    let [title, author, summary] = share::zalo_article(words);
    let article = format!("{}\n\n{}\n\n{}\n", title.text, author.text, summary.text);
    let paste = story::html(&sheet.pieces, &at, &Look::default());
    let mail = mail::bulletin(words, sheet.date.as_deref(), &sheet.pieces, &at);
    let line = |counted: &Counted| format!("{}\n", counted.text);
    let mut files = vec![
        File::text("facebook.txt", Msg::KitFacebook, &line(&facebook)),
        File::text("zalo-nhom.txt", Msg::KitZaloGroup, &line(&group)),
        File::text("zalo-oa.txt", Msg::KitZaloArticle, &article),
        File::text("sms.txt", Msg::KitSms, &line(&sms)),
        File::text("phat-thanh.txt", Msg::KitRadio, &script.text),
        File::new("dan-vao-trang-khac.html", Msg::KitPaste, paste),
        File::new("ban-tin-email.html", Msg::KitMail, mail),
    ];
    if !sheet.slogans.is_empty() {
        let slogans = format!("{}\n", sheet.slogans.join("\n"));
        files.push(File::text("khau-hieu.txt", Msg::KitSlogans, &slogans));
    }
    files.extend(banners(sheet));
    Kit {
        files,
        script,
        counted: vec![
            (Msg::KitFacebook, facebook),
            (Msg::KitZaloGroup, group),
            (Msg::KitZaloTitle, title),
            (Msg::KitZaloAuthor, author),
            (Msg::KitZaloSummary, summary),
            (Msg::KitSms, sms),
        ],
        left_out: Vec::new(),
    }
}

/// A banner for each slogan; one with the title where there is none.
fn banners(sheet: &Sheet<'_>) -> Vec<File> {
    let name = |number: usize| match number {
        1 => "in/bang-ron.pdf".to_owned(),
        number => format!("in/bang-ron-{number}.pdf"),
    };
    let title = std::slice::from_ref(&sheet.words.title);
    let slogans = match sheet.slogans.is_empty() {
        true => title,
        false => &sheet.slogans,
    };
    let code = sheet.words.address.as_deref().and_then(qr);
    let files = (1..).zip(slogans).filter_map(|(number, slogan)| {
        let bytes = banner_of(slogan, &sheet.words.owner, code.as_ref())?;
        Some(File::new(name(number), Msg::KitBanner, bytes))
    });
    files.collect()
}

fn banner_of(slogan: &str, owner: &str, code: Option<&Qr>) -> Option<Vec<u8>> {
    let svg = banner::banner(slogan, owner, code);
    let drawing = Drawing::new(&svg, &Fonts::bundled()).expect("the banner is an SVG");
    let about = About {
        title: slogan.to_owned(),
        author: owner.to_owned(),
        language: "vi".to_owned(),
    };
    let page = Page {
        drawing: &drawing,
        paper: Paper::Banner,
    };
    pdf(&[page], &about).ok()
}

/// The note that explains the kit: each file with what it is for, the texts with their lengths, and what is left to do.
#[must_use]
pub fn note(title: &str, kit: &Kit, todo: &[Diagnostic], lang: Lang) -> File {
    let mut text = format!("{}\n\n", Msg::KitNote.text(lang).replace("{0}", title));
    for file in &kit.files {
        let (about, size) = (file.about.text(lang), file_size(file.bytes.len() as u64));
        text.push_str(&format!("- {}: {about} ({size})\n", file.name));
    }
    text.push_str(&format!("\n{}\n\n", Msg::KitLengths.text(lang)));
    for (what, counted) in &kit.counted {
        let Counted { length, most, .. } = counted;
        text.push_str(&format!("- {}: {length}/{most}\n", what.text(lang)));
    }
    let minutes = kit.script.minutes().to_string();
    text.push_str(&format!(
        "- {}\n",
        Msg::KitMinutes.text(lang).replace("{0}", &minutes)
    ));
    if !kit.left_out.is_empty() {
        let names = kit.left_out.join(", ");
        text.push_str(&format!(
            "\n{}\n",
            Msg::KitLeftOut.text(lang).replace("{0}", &names)
        ));
    }
    if !todo.is_empty() {
        text.push_str(&format!("\n{}\n\n", Msg::KitTodo.text(lang)));
    }
    for diagnostic in todo {
        text.push_str(&format!("- {}\n", diagnostic.text.show(lang)));
        for help in &diagnostic.helps {
            text.push_str(&format!("  → {}\n", help.show(lang)));
        }
    }
    File::text("doc-truoc.txt", Msg::KitReadFirst, &text)
}

/// What the editor should still do about a kit. `source` is the decoded file of the page, in which the places are.
#[must_use]
pub fn todo(sheet: &Sheet<'_>, kit: &Kit, file: &str, source: &str) -> Vec<Diagnostic> {
    let script = &kit.script;
    let mut found = Vec::new();
    if sheet.base.is_empty() {
        found.push(
            Diagnostic::new(Msg::KitNoAddress, file, None, &[]).help(Msg::HelpKitNoAddress, &[]),
        );
    }
    let pictures = kit
        .files
        .iter()
        .filter(|file| file.about == Msg::KitPicture);
    for picture in pictures.filter(|picture| picture.bytes.len() > photo::MOST) {
        let size = file_size(picture.bytes.len() as u64);
        found.push(
            Diagnostic::new(Msg::KitHeavyPicture, file, None, &[&picture.name, &size])
                .help(Msg::HelpKitHeavyPicture, &[]),
        );
    }
    let mut from = 0;
    for doubt in &script.doubts {
        found.push(of_doubt(doubt, file, source, &mut from));
    }
    for (sentence, words) in &script.long {
        found.push(
            Diagnostic::new(Msg::RadioLongSentence, file, None, &[words, sentence])
                .help(Msg::HelpRadioLongSentence, &[&LONGEST]),
        );
    }
    for sentence in &script.dropped {
        let span = place(source, sentence, 0).map(Span::new);
        found.push(
            Diagnostic::new(Msg::RadioUnheard, file, span, &[sentence])
                .help(Msg::HelpRadioUnheard, &[]),
        );
    }
    if script.tables > 0 {
        found.push(
            Diagnostic::new(Msg::RadioTable, file, None, &[&script.tables])
                .help(Msg::HelpRadioTable, &[]),
        );
    }
    if script.minutes() > BROADCAST {
        found.push(
            Diagnostic::new(
                Msg::RadioTooLong,
                file,
                None,
                &[&script.minutes(), &BROADCAST],
            )
            .help(Msg::HelpRadioTooLong, &[]),
        );
    }
    found
}

fn of_doubt(doubt: &Doubt, file: &str, source: &str, from: &mut usize) -> Diagnostic {
    let range = place(source, &doubt.written, *from).or_else(|| place(source, &doubt.written, 0));
    if let Some(range) = &range {
        *from = range.end;
    }
    let (msg, help) = match doubt.why {
        Why::Abbreviation => (Msg::RadioAbbreviation, Msg::HelpRadioAbbreviation),
        Why::DayOrShare => (Msg::RadioDayOrShare, Msg::HelpRadioDayOrShare),
        Why::Address => (Msg::RadioAddress, Msg::HelpRadioAddress),
    };
    Diagnostic::new(
        msg,
        file,
        range.map(Span::new),
        &[&doubt.written, &doubt.said],
    )
    .help(help, &[&doubt.written])
}

/// Where a text stands in another, from a place on.
fn place(source: &str, text: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let start = from + source.get(from..)?.find(text)?;
    Some(start..start + text.len())
}

/// The whole address of a link of a page; none for places on the page itself, and for pages of a site without an address.
#[must_use]
pub fn whole(base: &str, page: &str, link: &str) -> Option<String> {
    let is_whole = ["http://", "https://", "mailto:", "tel:"]
        .iter()
        .any(|start| link.starts_with(start));
    if is_whole {
        return Some(link.to_owned());
    }
    if base.is_empty() || link.starts_with('#') || link.is_empty() {
        return None;
    }
    Some(format!("{base}/{}", on_site(page, link)))
}

/// The path on the site of a link that counts from a page.
#[must_use]
pub fn on_site(page: &str, link: &str) -> String {
    if let Some(path) = link.strip_prefix('/') {
        return path.to_owned();
    }
    let folder = page.rfind('/').map_or("", |slash| &page[..slash]);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let mut steps = link.split('/').peekable();
    while let Some(step) = steps.next() {
        match step {
            ".." => drop(parts.pop()),
            "." => {}
            // The slash at the end of a folder stays.
            "" if steps.peek().is_none() => parts.push(""),
            step => parts.push(step),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_a_page_become_whole_addresses() {
        let at = |link| whole("https://x.vn", "tin-tuc/hop/", link);
        for (link, address) in [
            ("../../van-ban/a/", Some("https://x.vn/van-ban/a/")),
            ("anh.jpg", Some("https://x.vn/tin-tuc/hop/anh.jpg")),
            ("../", Some("https://x.vn/tin-tuc/")),
            ("/tep.pdf", Some("https://x.vn/tep.pdf")),
            ("https://y.vn/", Some("https://y.vn/")),
            ("tel:1022", Some("tel:1022")),
            ("#muc", None),
            ("", None),
        ] {
            assert_eq!(at(link).as_deref(), address, "{link}");
        }
        assert_eq!(whole("", "a/", "b/"), None);
    }
}
