//! Queries: the one thing that a template may ask beyond what its job holds.
//!
//! `latest(…)` in a template becomes a `Query`; an `Index` made from the site answers it. Every query is recorded with
//! the fingerprint of its answer, so that the memo knows when a finished page would come out otherwise.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tera::Value;

use crate::fingerprint::Fingerprint;
use crate::site::Site;
use crate::taxonomy::TOPICS;
use crate::views::{Card, View};

/// What a template may ask: the newest cards of a section (with those below it), of a kind, on a topic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Query {
    /// Path of a section, with or without slashes at its ends.
    pub section: Option<String>,
    /// A kind.
    pub kind: Option<String>,
    /// A topic's id.
    pub topic: Option<String>,
    /// How many at most.
    pub limit: usize,
}

/// Answers queries about one site.
#[derive(Debug)]
pub struct Index {
    site: Arc<Site>,
    /// Where the sections are, by path without slashes at its ends.
    sections: BTreeMap<String, usize>,
}

impl Index {
    /// The index of a site.
    #[must_use]
    pub fn new(site: Arc<Site>) -> Self {
        let sections = site.sections.iter().enumerate();
        let sections = sections.map(|(s, section)| (section.path.trim_matches('/').to_owned(), s));
        Self {
            sections: sections.collect(),
            site,
        }
    }

    fn answer(&self, query: &Query) -> Vec<&Arc<View<Card>>> {
        let site = &*self.site;
        let in_section: &[usize] = match query.section.as_deref().map(|s| s.trim_matches('/')) {
            None => &site.newest,
            Some(section) => match self.sections.get(section) {
                Some(s) => &site.sections[*s].deep,
                None => &[],
            },
        };
        let on_topic: Option<&[usize]> = query.topic.as_deref().map(|id| {
            let topic = site.taxonomies[TOPICS]
                .iter()
                .find(|topic| *topic.id == *id);
            topic.map_or(&[][..], |topic| &topic.pages)
        });
        in_section
            .iter()
            .filter(|p| on_topic.is_none_or(|pages| pages.contains(p)))
            .map(|p| &site.pages[*p].card)
            .filter(|card| query.kind.as_ref().is_none_or(|kind| card.kind == kind))
            .take(query.limit)
            .collect()
    }

    /// The fingerprint of the answer to a query.
    #[must_use]
    pub fn fingerprint(&self, query: &Query) -> Fingerprint {
        Fingerprint::of(&self.answer(query))
    }
}

/// A query and the fingerprint of its answer.
pub type Asked = (Query, Fingerprint);

struct Running {
    index: Arc<Index>,
    asked: Vec<Asked>,
}

thread_local! {
    // Tera's functions are registered once and see only their arguments, while each render has its own index and its
    // own list of queries. A render runs on one thread from start to end, so this is its private place.
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

/// Answers a query of the template that is being rendered on this thread, and records it.
pub(crate) fn ask(query: Query) -> Value {
    RUNNING.with_borrow_mut(|running| {
        let Some(running) = running else {
            return Value::from(Vec::<Value>::new());
        };
        let cards = running.index.answer(&query);
        let value = Value::from(cards.iter().map(|card| card.value()).collect::<Vec<_>>());
        let fingerprint = Fingerprint::of(&cards);
        running.asked.push((query, fingerprint));
        value
    })
}

/// Runs a render with an index to ask, and gives what it asked.
pub(crate) fn during<R>(index: &Arc<Index>, render: impl FnOnce() -> R) -> (R, Vec<Asked>) {
    RUNNING.set(Some(Running {
        index: Arc::clone(index),
        asked: Vec::new(),
    }));
    let result = render();
    let asked = RUNNING
        .take()
        .map(|running| running.asked)
        .unwrap_or_default();
    (result, asked)
}
