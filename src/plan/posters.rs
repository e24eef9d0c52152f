//! The posters of infographics: which pages have them, in which formats, and what each is made from.

use std::sync::Arc;

use super::addresses::Addresses;
use super::social::clean;
use super::{Entry, body};
use crate::diag::Lang;
use crate::draw;
use crate::emblem::Emblem;
use crate::fingerprint::Fingerprint;
use crate::job::PosterJob;
use crate::kinds::FileView;
use crate::moment::Moment;
use crate::poster::{Format, Output, formats};
use crate::site::{Fills, Page, Site, last_part};
use crate::theme::Theme;
use crate::theme::drawings::POSTER;
use crate::views::{PosterView, QrView};

/// Whether posters are drawn from a page: not when it has a picture or prints made elsewhere.
pub(super) fn has_posters(page: &Page) -> bool {
    page.kind.draws_posters() && page.picture.is_none() && page.own.is_none()
}

/// What all posters of a site share.
#[derive(Debug)]
pub(super) struct Posters {
    drawings: Fingerprint,
    emblem: Option<Arc<Emblem>>,
    formats: Vec<Format>,
}

impl Posters {
    /// `None` when the theme does not draw any.
    pub fn new(site: &Site, theme: Option<&Theme>, emblem: Option<Arc<Emblem>>) -> Option<Self> {
        Some(Self {
            drawings: theme?.drawings().has(POSTER)?,
            emblem,
            formats: formats(site.config.zalo),
        })
    }

    /// Gives every poster its address.
    pub fn plan(&self, site: &Site, addresses: &mut Addresses<'_>) {
        for (p, page) in site.pages.iter().enumerate() {
            if !has_posters(page) {
                continue;
            }
            for (f, format) in self.formats.iter().enumerate() {
                addresses.add(
                    path(page, format),
                    Entry::Poster(p, f),
                    page.doc.path.clone(),
                );
            }
        }
    }

    /// The links to a page's posters.
    pub fn links(&self, page: &Page) -> Vec<FileView> {
        if !has_posters(page) {
            return Vec::new();
        }
        let link = |format: &Format| FileView {
            path: path(page, format),
            title: format.title.text(Lang::Vi).to_owned(),
            r#type: format.output.ending().to_uppercase(),
            size: match format.output {
                Output::Png(width, height) => format!("{width} × {height}"),
                Output::Pdf(paper) => format!("{paper:?}"),
            },
        };
        self.formats.iter().map(link).collect()
    }

    /// What a poster of a format is made from.
    pub fn job(&self, p: usize, format: usize, site: &Site) -> PosterJob {
        self.of(p, self.formats[format].output, site)
    }

    /// What a poster of any page is made from.
    pub fn of(&self, p: usize, output: Output, site: &Site) -> PosterJob {
        let page = &site.pages[p];
        let config = &site.config;
        let source = page.doc.fields.table("source");
        let address = config.base_url.split_once("://");
        let qr = |address| {
            let draw::Qr { side, path } = draw::qr(&format!("{address}/{}", page.path))?;
            Some(QrView { side, path })
        };
        PosterJob {
            drawings: self.drawings,
            output,
            poster: PosterView {
                title: clean(&page.title),
                site: clean(&config.title),
                organization: config.organization.text("name").map(clean),
                source: source.and_then(|source| source.text("name")).map(clean),
                date: page.date.map(Moment::rfc3339),
                address: address.map(|(_, host)| format!("{host}/{}", page.path)),
                qr: address.and_then(|_| qr(&config.base_url)),
            },
            language: config.language.clone(),
            emblem: self.emblem.clone(),
            opening: Vec::new(),
            // Where links lead is not on a poster.
            body: body(
                &page.doc,
                &Fills {
                    figures: page.fills.figures.clone(),
                    ..Fills::default()
                },
            ),
            file: Arc::clone(&page.doc.path),
        }
    }
}

fn path(page: &Page, format: &Format) -> String {
    let name = last_part(&page.path);
    let ending = format.output.ending();
    format!("{}{name}-{}.{ending}", page.path, format.name)
}
