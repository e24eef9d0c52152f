//! What social networks show of a page: its own picture if that is large enough, else a card drawn for it.
//!
//! A card's file is named by all that it is made from, so that an address, once shared, always shows the same picture.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::config;
use crate::diag::{Diagnostic, Msg};
use crate::draw::shown;
use crate::emblem::Emblem;
use crate::fingerprint::Fingerprint;
use crate::image::PictureView;
use crate::job::CardJob;
use crate::moment::Moment;
use crate::parse::Doc;
use crate::site::{Site, name_of};
use crate::theme::Theme;
use crate::theme::drawings::CARD;
use crate::views::{Social, SocialCard};

/// The folder of the cards.
const FOLDER: &str = "the-chia-se";

/// Whose card it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A page of the content.
    Item(usize),
    /// A section; the first is the home page.
    Section(usize),
}

/// What all cards of a site share.
#[derive(Clone, Debug)]
pub(super) struct Cards {
    drawings: Fingerprint,
    emblem: Option<Arc<Emblem>>,
    /// What a card shows of the site.
    common: SocialCard,
}

impl Cards {
    /// `None` when there are none: the site does not want them, its theme does not draw any, or there is no address
    /// that networks could fetch them from.
    pub fn new(site: &Site, theme: Option<&Theme>, emblem: Option<Arc<Emblem>>) -> Option<Self> {
        let drawings = theme?.drawings().has(CARD)?;
        let config = &site.config;
        if !config.cards || config.base_url.is_empty() {
            return None;
        }
        let organization = |key: &str| config.organization.text(key).map(clean);
        Some(Self {
            drawings,
            emblem,
            common: SocialCard {
                site: clean(&config.title),
                organization: organization("name"),
                parent: organization("parent"),
                ..SocialCard::default()
            },
        })
    }

    /// The card of a page or section; `None` when its own picture is as large.
    pub fn of(&self, owner: Owner, site: &Site) -> Option<CardJob> {
        if picture_of(owner, site).is_some_and(|picture| picture.social.is_some()) {
            return None;
        }
        let (card, file) = match owner {
            Owner::Item(p) => {
                let page = &site.pages[p];
                let section = &site.sections[page.section];
                let document = page.document.as_ref();
                let card = SocialCard {
                    kind: page.kind.name(),
                    title: clean(&page.title),
                    section: section.parent.map(|_| clean(&section.title)),
                    date: page.date.map(Moment::rfc3339),
                    symbol: document.map(|document| clean(&document.symbol)),
                    ..self.common.clone()
                };
                (card, Arc::clone(&page.doc.path))
            }
            Owner::Section(0) => {
                let card = SocialCard {
                    kind: "home",
                    title: self.common.site.clone(),
                    ..self.common.clone()
                };
                (card, super::section_file(&site.sections[0]))
            }
            Owner::Section(s) => {
                let section = &site.sections[s];
                let parent = section.parent.filter(|parent| *parent != 0);
                let card = SocialCard {
                    kind: "section",
                    title: clean(&section.title),
                    section: parent.map(|parent| clean(&site.sections[parent].title)),
                    ..self.common.clone()
                };
                (card, super::section_file(section))
            }
        };
        Some(CardJob {
            drawings: self.drawings,
            card,
            emblem: self.emblem.clone(),
            file,
        })
    }

    /// A card and its path, such as `the-chia-se/hop-dan-1a2b3c4d.png`.
    pub fn planned(&self, owner: Owner, site: &Site) -> Option<(String, CardJob)> {
        let job = self.of(owner, site)?;
        let path = match owner {
            Owner::Item(p) => &site.pages[p].path,
            Owner::Section(s) => &site.sections[s].path,
        };
        let name = name_of(path);
        let hash = Fingerprint::of(&(&job, path)).short();
        Some((format!("{FOLDER}/{name}-{hash}.png"), job))
    }

    /// What networks show of a page with a card; `None` when it has none.
    pub fn social(&self, owner: Owner, site: &Site) -> Option<Social> {
        let (path, job) = self.planned(owner, site)?;
        let SocialCard {
            title, site: name, ..
        } = &job.card;
        let alt = if title == name {
            title.clone()
        } else {
            format!("{title} | {name}")
        };
        Some(Social {
            url: format!("{}/{path}", site.config.base_url),
            width: Some(SocialCard::WIDTH),
            height: Some(SocialCard::HEIGHT),
            alt: Some(alt),
        })
    }
}

/// The picture that a page or section has of its own.
pub(super) fn picture_of(owner: Owner, site: &Site) -> Option<&PictureView> {
    match owner {
        Owner::Item(p) => site.pages[p].picture.as_deref(),
        Owner::Section(s) => site.sections[s].picture.as_deref(),
    }
}

/// A text without what drawings cannot show.
pub(super) fn clean(text: &str) -> String {
    shown(text).0
}

/// What the titles of cards leave out.
pub(super) fn check(owner: Owner, site: &Site) -> Option<Diagnostic> {
    let of_doc = |doc: &Doc| (doc.path.to_string(), doc.fields.span("title"));
    let in_settings = || (config::FILE.to_owned(), None);
    let (missing, (file, span)) = match owner {
        Owner::Item(p) => (missing(&site.pages[p].title), of_doc(&site.pages[p].doc)),
        Owner::Section(0) => {
            let organization = &site.config.organization;
            let shown = ["name", "parent"].map(|key| organization.text(key).unwrap_or_default());
            let texts = shown.into_iter().chain([&*site.config.title]);
            (texts.flat_map(missing).collect(), in_settings())
        }
        Owner::Section(s) => {
            let section = &site.sections[s];
            let place = section.doc.as_deref().map_or_else(in_settings, of_doc);
            (missing(&section.title), place)
        }
    };
    if missing.is_empty() {
        return None;
    }
    let list: Vec<String> = missing.iter().map(|c| format!("“{c}”")).collect();
    let diagnostic = Diagnostic::new(Msg::CardGlyph, &file, span, &[&list.join(", ")]);
    Some(diagnostic.help(Msg::HelpCardGlyph, &[]))
}

fn missing(text: &str) -> BTreeSet<char> {
    shown(text).1
}
