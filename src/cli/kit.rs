//! `kit`: the kit of a page, as a folder and as one zip.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;

use super::build::{cannot_read, cannot_write};
use super::{MISTAKES, Place};
use crate::diag::{Diagnostic, Msg};
use crate::draw::Paper;
use crate::engine::{self, Build, Memo};
use crate::kit::share::{Words, hashtag};
use crate::kit::story::{Piece, pieces};
use crate::kit::{self, File, Kit, Sheet, pack, photo};
use crate::poster::{Output, formats};
use crate::site::{Page, name_of};
use crate::source;
use crate::taxonomy::{AUTHORS, TAGS};
use crate::vi::number::file_size;
use crate::vi::spoken::Announcer;
use crate::vi::{self, date, near};

/// How many bytes of pictures a kit takes: with the posters it stays below the 15 MB that mail and Zalo take.
const PICTURES: usize = 9 * 1024 * 1024;

pub(super) fn run(matches: &ArgMatches, place: &Place) -> u8 {
    let wanted = matches.get_one::<String>("page").map_or("", String::as_str);
    let out = matches.get_one::<PathBuf>("out").cloned();
    let out = out.unwrap_or_else(|| place.root.join("bo-tai-lieu"));
    let mut memo = Memo::default();
    let snapshot = match source::scan(&place.root, place.options.clone(), &memo.stamps) {
        Ok(snapshot) => Arc::new(snapshot),
        Err(error) => return cannot_read(place, &error),
    };
    let build = engine::build(&snapshot, &mut memo);
    let text_of = |path: &str| build.text_of(path);
    let report = |diagnostics: &[Diagnostic]| place.voice.report(diagnostics, &text_of);
    let page = match find(&build, wanted) {
        Ok(page) => page,
        Err(diagnostic) => {
            report(&[*diagnostic]);
            return MISTAKES;
        }
    };
    let own = |diagnostic: &&Diagnostic| {
        diagnostic.is_error() && diagnostic.file == *build.site.pages[page].doc.path
    };
    let mistakes: Vec<Diagnostic> = build.diagnostics.iter().filter(own).cloned().collect();
    let made = if mistakes.is_empty() {
        made(&build, page, place)
    } else {
        Err(mistakes)
    };
    let (kit, todo) = match made {
        Ok(made) => made,
        Err(mistakes) => {
            report(&mistakes);
            return MISTAKES;
        }
    };
    let name = name_of(&build.site.pages[page].path);
    let zip = pack::zip(name, &kit.files);
    let folder = out.join(name);
    let archive = out.join(format!("{name}.zip"));
    if let Err(error) = write(&folder, &kit.files).and_then(|()| std::fs::write(&archive, &zip)) {
        return cannot_write(place, &out, &error);
    }
    report(&todo);
    tell(place, &kit, &todo, &folder, &archive, zip.len());
    0
}

/// The page that is meant by the path of its file or by its address.
fn find(build: &Build, wanted: &str) -> Result<usize, Box<Diagnostic>> {
    let wanted = vi::fold::nfc(wanted).replace('\\', "/");
    let wanted = wanted.trim_start_matches("./").trim_start_matches('/');
    let site = &build.site;
    let base = site.config.base_url.trim_end_matches('/');
    let address = wanted
        .strip_prefix(base)
        .filter(|_| !base.is_empty())
        .unwrap_or(wanted);
    let address = address
        .trim_start_matches('/')
        .trim_end_matches("index.html")
        .trim_end_matches('/');
    let is_meant = |page: &Arc<Page>| {
        let file = page.doc.path.as_ref();
        file == wanted
            || file.strip_prefix("content/") == Some(wanted)
            || page.path.trim_end_matches('/') == address
    };
    if let Some(page) = site.pages.iter().position(is_meant) {
        return Ok(page);
    }
    let hidden = site
        .held_back
        .iter()
        .find(|held| held.file == wanted || held.file.strip_prefix("content/") == Some(wanted));
    if let Some(held) = hidden {
        let reason = held.reason.text();
        let diagnostic = Diagnostic::new(
            Msg::KitHiddenPage,
            &held.file,
            None,
            &[&held.title, &reason],
        );
        return Err(Box::new(diagnostic.help(Msg::HelpKitHiddenPage, &[])));
    }
    let files = site.pages.iter().map(|page| page.doc.path.as_ref());
    let near = near::nearest(wanted, files);
    let diagnostic = Diagnostic::new(Msg::KitUnknownPage, "", None, &[&wanted]);
    Err(Box::new(match near {
        Some(_) => diagnostic.near(near),
        None => diagnostic.help(Msg::HelpKitUnknownPage, &[]),
    }))
}

/// The kit of a page with all its files, and what is left to do.
fn made(
    build: &Build,
    page: usize,
    place: &Place,
) -> Result<(Kit, Vec<Diagnostic>), Vec<Diagnostic>> {
    let html = build
        .text_of_page(page)
        .map_err(|diagnostic| vec![*diagnostic])?;
    let sheet = sheet(build, page, pieces(&html));
    let mut kit = kit::kit(&sheet);
    let (within, left_out) = within(pictures(build, page, &sheet));
    kit.files.extend(within);
    kit.left_out = left_out;
    kit.files
        .extend(drawn(build, page).map_err(|diagnostic| vec![*diagnostic])?);
    kit.files.extend(beside(build, page));
    let file = &build.site.pages[page].doc.path;
    let source = build.text_of(file).unwrap_or_default();
    let todo = kit::todo(&sheet, &kit.script, file, &source);
    kit.files.sort_by(|a, b| a.name.cmp(&b.name));
    let note = kit::note(&sheet.words.title, &kit, &todo, place.voice.lang);
    kit.files.insert(0, note);
    Ok((kit, todo))
}

fn sheet(build: &Build, page: usize, pieces: Vec<Piece>) -> Sheet<'_> {
    let site = &build.site;
    let config = &site.config;
    let found = &site.pages[page];
    let term = |taxonomy: usize| {
        found.terms[taxonomy]
            .iter()
            .map(move |term| &*site.taxonomies[taxonomy][*term].title)
    };
    let owner = config
        .organization
        .text("short_name")
        .or(config.organization.text("name"));
    let owner = owner.unwrap_or(&config.title).to_owned();
    let address =
        (!config.base_url.is_empty()).then(|| format!("{}/{}", config.base_url, found.path));
    let issuer = |(key, page): (&String, &usize)| {
        let document = site.pages[*page].document.as_ref()?;
        Some((key.clone(), document.issuer.clone()?))
    };
    Sheet {
        words: Words {
            title: found.title.to_string(),
            summary: found.description.to_string(),
            address,
            author: term(AUTHORS)
                .next()
                .map_or_else(|| owner.clone(), str::to_owned),
            owner,
            hashtags: term(TAGS)
                .map(hashtag)
                .filter(|tag| !tag.is_empty())
                .collect(),
        },
        date: found.date.map(|moment| date::long(moment.date())),
        pieces,
        base: &config.base_url,
        path: &found.path,
        place: config
            .organization
            .text("name")
            .and_then(place_in)
            .unwrap_or_default(),
        slogan: found.title.to_string(),
        radio: &config.radio,
        announcer: Announcer {
            style: config.radio.style.clone(),
            words: config.radio.words.clone(),
            issuers: site.documents.iter().filter_map(issuer).collect(),
        },
    }
}

/// The commune in the name of its office: `UBND xã Lai Khê` is that of `xã Lai Khê`.
fn place_in(office: &str) -> Option<String> {
    let small = office.to_lowercase();
    ["xã ", "phường ", "thị trấn ", "đặc khu "]
        .iter()
        .filter_map(|level| small.find(level).filter(|_| small.len() == office.len()))
        .min()
        .map(|at| {
            let mut letters = office[at..].chars();
            let first = letters.next().into_iter().flat_map(char::to_lowercase);
            first.chain(letters).collect()
        })
}

/// The pictures of a page and its text, each once, in the sizes that networks take.
fn pictures(build: &Build, page: usize, sheet: &Sheet<'_>) -> Vec<File> {
    let site = &build.site;
    let own = site.pages[page]
        .picture
        .as_ref()
        .map(|picture| picture.path.clone());
    let in_text = sheet.pieces.iter().filter_map(|piece| match piece {
        Piece::Picture(source, _) => Some(kit::on_site(sheet.path, source)),
        _ => None,
    });
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    for path in own.into_iter().chain(in_text) {
        let Some((file, rendition)) = site.renditions.get(&path) else {
            continue;
        };
        if !seen.insert(Arc::clone(&file.path)) {
            continue;
        }
        let name = format!("anh/{:02}-{}", seen.len(), stem(&file.path));
        let Some(Ok(look)) = site.looks.get(&file.path) else {
            continue;
        };
        if rendition.is_decoded() {
            let Ok(bytes) = file.read() else { continue };
            let photos = photo::photos(&bytes, rendition, (look.width, look.height));
            let photo =
                |(width, bytes)| File::new(format!("{name}-{width}.jpg"), Msg::KitPicture, bytes);
            files.extend(photos.into_iter().map(photo));
        } else if let Some(Ok(bytes)) = build.file(&path) {
            files.push(File::new(
                format!("{name}.{}", look.format.extension()),
                Msg::KitPicture,
                bytes,
            ));
        }
    }
    files
}

/// The pictures that have room in a kit, and the names of the others.
fn within(pictures: Vec<File>) -> (Vec<File>, Vec<String>) {
    let mut room = PICTURES;
    let (within, others): (Vec<File>, Vec<File>) = pictures.into_iter().partition(|file| {
        let left = room.checked_sub(file.bytes.len());
        room = left.unwrap_or(room);
        left.is_some()
    });
    (within, others.into_iter().map(|file| file.name).collect())
}

/// The plain name of a file without its ending.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let slug = vi::slug::slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    if slug.is_empty() {
        "anh".to_owned()
    } else {
        slug
    }
}

/// What is drawn from a page: pictures in every size and prints.
fn drawn(build: &Build, page: usize) -> Result<Vec<File>, Box<Diagnostic>> {
    let leaflet = (
        "in/to-roi-a5.pdf".to_owned(),
        Msg::KitLeaflet,
        Output::Pdf(Paper::A5),
    );
    let all = formats(build.site.config.zalo).into_iter().map(|format| {
        let name = match format.output {
            Output::Png(..) => format!("anh/chia-se-{}.png", format.name),
            Output::Pdf(_) => format!("in/ap-phich-{}.pdf", format.name),
        };
        (name, format.title, format.output)
    });
    let mut files = Vec::new();
    for (name, about, output) in all.chain([leaflet]) {
        let bytes = build.poster_of(page, output)?;
        files.extend((!bytes.is_empty()).then(|| File::new(name, about, bytes)));
    }
    Ok(files)
}

/// What the site itself has beside the page and every telephone can open: its calendar.
fn beside(build: &Build, page: usize) -> Vec<File> {
    let folder = &build.site.pages[page].path;
    let is_calendar = |path: &&String| path.starts_with(&**folder) && path.ends_with(".ics");
    let calendars = build.plan.files.keys().filter(is_calendar);
    calendars
        .filter_map(|path| Some((path, build.file(path)?.ok()?)))
        .map(|(path, bytes)| {
            let name = path.rsplit('/').next().unwrap_or(path);
            File::new(name, Msg::KitCalendar, bytes)
        })
        .collect()
}

fn write(folder: &Path, files: &[File]) -> std::io::Result<()> {
    for file in files {
        let path = folder.join(&file.name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, &file.bytes)?;
    }
    Ok(())
}

/// Says what was made.
fn tell(place: &Place, kit: &Kit, todo: &[Diagnostic], folder: &Path, archive: &Path, size: usize) {
    let voice = place.voice;
    for file in &kit.files {
        let size = file_size(file.bytes.len() as u64);
        if !voice.json {
            out!("  {} – {} ({size})", file.name, file.about.text(voice.lang));
        }
    }
    voice.say(
        Msg::UiKitMade,
        &[
            &folder.display(),
            &kit.files.len(),
            &archive.display(),
            &file_size(size as u64),
        ],
    );
    if !kit.left_out.is_empty() {
        voice.say(Msg::KitLeftOut, &[&kit.left_out.join(", ")]);
    }
    if !todo.is_empty() {
        voice.say(Msg::UiKitTodo, &[&todo.len()]);
    }
    let files = kit.files.iter().map(|file| {
        serde_json::json!({"name": file.name, "about": file.about.text(voice.lang), "bytes": file.bytes.len()})
    });
    let lengths = kit.counted.iter().map(|(what, counted)| {
        serde_json::json!({"text": what.text(voice.lang), "length": counted.length, "most": counted.most})
    });
    voice.result(&serde_json::json!({
        "type": "result", "ok": true, "folder": folder.to_string_lossy(), "zip": archive.to_string_lossy(),
        "bytes": size, "files": files.collect::<Vec<_>>(), "lengths": lengths.collect::<Vec<_>>(),
        "left_out": kit.left_out, "minutes": kit.script.minutes(), "warnings": todo.len(),
    }));
}
