//! Everything that a kit is made of: the page's words from the site, pictures and posters from who makes them.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::{Diagnostic, Msg};
use crate::draw::Paper;
use crate::engine::Build;
use crate::kinds::{Campaign, Own};
use crate::kit::share::{Words, hashtag};
use crate::kit::story::{Piece, pieces};
use crate::kit::told::told;
use crate::kit::{self, File, Kit, Sheet, pack, photo};
use crate::messages::Lang;
use crate::poster::{Output, formats};
use crate::site::{CALENDAR, Page, Site, name_of};
use crate::taxonomy::{AUTHORS, TAGS};
use crate::vi::spoken::Announcer;
use crate::vi::{self, date};

/// The kit of a page with all its files, and what is left to do.
///
/// # Errors
/// What is wrong with the page or a drawing.
pub(super) fn kit_of(
    build: &Build,
    page: usize,
    lang: Lang,
) -> Result<(Kit, Vec<Diagnostic>), Box<Diagnostic>> {
    let html = build.text_of_page(page)?;
    let sheet = sheet(build, page, pieces(&html));
    let mut kit = kit::kit(&sheet);
    kit.files.extend(pictures(build, page, &sheet));
    kit.files.extend(drawn(build, page, &sheet.words)?);
    kit.files.extend(calendar(build, page));
    kit.left_out = pack::without_room(&kit.files, pack::MOST);
    let file = &build.site.pages[page].doc.path;
    let source = build.text_of(file).unwrap_or_default();
    let todo = kit::todo(&sheet, &kit, file, &source);
    kit.files.sort_by(|a, b| a.name.cmp(&b.name));
    let note = kit::note(&sheet.words.title, &kit, &todo, lang);
    kit.files.insert(0, note);
    Ok((kit, todo))
}

/// The name of a page's kit: the last part of its address, or all of it where another page ends alike.
pub(super) fn name_of_kit(site: &Site, page: usize) -> String {
    let path = &site.pages[page].path;
    let name = name_of(path);
    let alike = site.pages.iter().filter(|page| name_of(&page.path) == name);
    match alike.count() {
        1 => name.to_owned(),
        _ => path.trim_end_matches('/').replace('/', "-"),
    }
}

fn sheet(build: &Build, page: usize, text: Vec<Piece>) -> Sheet<'_> {
    let site = &build.site;
    let config = &site.config;
    let found = &site.pages[page];
    let source = found.doc.fields.table("source");
    let source = source.and_then(|source| Some((source.text("name")?, source.text("url"))));
    let told = told(found.own.as_deref(), text, source);
    let campaign = campaign_of(site, found);
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
            title: match told.status {
                Some(status) => format!("{status}: {}", found.title),
                None => found.title.to_string(),
            },
            lines: told.lines,
            summary: found.description.to_string(),
            address,
            author: term(AUTHORS)
                .next()
                .map_or_else(|| owner.clone(), str::to_owned),
            owner,
            hashtags: hashtags(campaign, term(TAGS)),
        },
        date: found.date.map(|moment| date::long(moment.date())),
        pieces: told.pieces,
        base: &config.base_url,
        path: &found.path,
        place: config
            .organization
            .text("name")
            .and_then(place_in)
            .unwrap_or_default(),
        slogans: match found.own.as_deref() {
            Some(Own::Campaign(campaign)) => campaign.slogans.clone(),
            _ => Vec::new(),
        },
        radio: &config.radio,
        announcer: Announcer {
            style: config.radio.style.clone(),
            words: config.radio.words.clone(),
            issuers: site.documents.iter().filter_map(issuer).collect(),
        },
    }
}

/// The campaign that a page is, or belongs to.
fn campaign_of<'a>(site: &'a Site, page: &'a Page) -> Option<&'a Campaign> {
    let named = page.campaign.map(|campaign| &*site.pages[campaign]);
    let mut owns = [Some(page), named].into_iter().flatten();
    owns.find_map(|page| match page.own.as_deref() {
        Some(Own::Campaign(campaign)) => Some(campaign),
        _ => None,
    })
}

/// The hashtags of the campaign, then the page's own words, each once.
fn hashtags<'a>(
    campaign: Option<&'a Campaign>,
    tags: impl Iterator<Item = &'a str>,
) -> Vec<String> {
    let of_campaign = campaign.into_iter().flat_map(|campaign| &campaign.hashtags);
    let mut hashtags: Vec<String> = Vec::new();
    for tag in of_campaign.map(String::as_str).chain(tags).map(hashtag) {
        if !tag.is_empty() && !hashtags.contains(&tag) {
            hashtags.push(tag);
        }
    }
    hashtags
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
fn drawn(build: &Build, page: usize, words: &Words) -> Result<Vec<File>, Box<Diagnostic>> {
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
        let bytes = build.poster_of(page, output, &words.title, &words.lines)?;
        files.extend((!bytes.is_empty()).then(|| File::new(name, about, bytes)));
    }
    Ok(files)
}

/// What the site itself has beside the page and every telephone can open: its calendar.
fn calendar(build: &Build, page: usize) -> Option<File> {
    let path = format!("{}{CALENDAR}", build.site.pages[page].path);
    build.plan.files.contains_key(&path).then_some(())?;
    let bytes = build.file(&path)?.ok()?;
    Some(File::new(CALENDAR, Msg::KitCalendar, bytes))
}
