//! What every page of a section says of it: the way to it, its feeds, the mini-site that it is in. Made once for all of
//! them.

use std::sync::Arc;

use crate::diag::{Lang, Msg};
use crate::site::Site;
use crate::views::{FeedsView, Link, MiniEntry, MiniView, View};

/// What is around the pages of a section.
#[derive(Debug)]
pub struct Around {
    /// From the home page to the section.
    pub breadcrumbs: Arc<View<Vec<Link>>>,
    /// Its feeds.
    pub feeds: Arc<View<FeedsView>>,
    /// The mini-site that it is in.
    pub minisite: Option<Arc<View<MiniView>>>,
}

impl Around {
    /// What is around the pages of section `s`.
    #[must_use]
    pub fn new(site: &Site, s: usize) -> Self {
        let section = &site.sections[s];
        let line = site.ancestry(s);
        let path = |name: &str| format!("{}{name}", section.path);
        Self {
            breadcrumbs: View::new(breadcrumbs(site, &line)),
            feeds: View::new(FeedsView {
                rss: path("rss.xml"),
                atom: path("atom.xml"),
                json: path("feed.json"),
            }),
            minisite: section
                .minisite
                .map(|front| View::new(minisite(site, front, &line))),
        }
    }
}

fn breadcrumbs(site: &Site, line: &[usize]) -> Vec<Link> {
    let home = Link {
        title: Msg::PageHome.text(Lang::Vi).into(),
        path: "".into(),
    };
    let sections = line
        .iter()
        .skip(1)
        .map(|s| Link::clone(&site.sections[*s].link));
    std::iter::once(home).chain(sections).collect()
}

fn minisite(site: &Site, front: usize, line: &[usize]) -> MiniView {
    let section = &site.sections[front];
    MiniView {
        title: section.title.clone(),
        path: section.path.clone(),
        menu: menu(site, front, line),
    }
}

/// The menu of the mini-site with this front, seen from where `line` leads.
pub fn menu(site: &Site, front: usize, line: &[usize]) -> Vec<MiniEntry> {
    let entry = |s: &usize| {
        let section = &site.sections[*s];
        MiniEntry {
            title: section.title.clone(),
            path: section.path.clone(),
            active: line.contains(s),
        }
    };
    site.sections[front].children.iter().map(entry).collect()
}
