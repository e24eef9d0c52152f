//! Queries: what a template may ask beyond what its job holds.
//!
//! `latest(…)` in a template becomes a `Query`; an `Index` made from the site answers it. Every query is recorded with
//! the fingerprint of its answer, so that the memo knows when a finished page would come out otherwise.
//!
//! `partial(…)` asks for a part of a page that is the same on many (see `partial`).

pub(crate) mod partial;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use serde::{Deserialize, Serialize};
use tera::Value;

use self::partial::{Made, Partials};
use crate::diag::Diagnostic;
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
    /// The path of a page that is not wanted, such as the one that asks.
    pub except: Option<String>,
    /// How many at most.
    pub limit: usize,
}

/// Answers queries about one site with one theme.
pub struct Index {
    site: Arc<Site>,
    /// Where the sections are, by path without slashes at its ends.
    sections: BTreeMap<String, usize>,
    /// Answers as template values, by their fingerprint: pages that are told the same share one.
    answers: RwLock<HashMap<Fingerprint, Value>>,
    /// Partials by their template and arguments.
    partials: RwLock<HashMap<Vec<u8>, Arc<Made>>>,
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
            answers: RwLock::default(),
            partials: RwLock::default(),
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
            .filter(|card| query.except.as_deref() != Some(&*card.path))
            .take(query.limit)
            .collect()
    }

    /// The template value of an answer.
    fn value(&self, cards: &[&Arc<View<Card>>], fingerprint: Fingerprint) -> Value {
        let known = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = known.get(&fingerprint) {
            return value.clone();
        }
        drop(known);
        let value = Value::from(cards.iter().map(|card| card.value()).collect::<Vec<_>>());
        let mut known = self.answers.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(fingerprint).or_insert(value).clone()
    }

    /// The fingerprint of the answer to a query.
    #[must_use]
    pub fn fingerprint(&self, query: &Query) -> Fingerprint {
        Fingerprint::of(&self.answer(query))
    }
}

/// A query and the fingerprint of its answer.
pub type Asked = (Query, Fingerprint);

/// What stands around a render.
pub(crate) struct Scope {
    /// What it may ask.
    pub index: Arc<Index>,
    /// Where its partials come from.
    pub templates: Arc<dyn Partials>,
    /// The site's template value.
    pub site: Value,
    /// The way from the page to the site's root.
    pub root: String,
    /// The file that an error is reported at.
    pub file: Arc<str>,
}

struct Running {
    scope: Arc<Scope>,
    asked: Vec<Asked>,
    /// The partials that are being made, each within the one before it.
    within: Vec<String>,
    /// What is wrong in a partial: Tera's errors carry nothing but text.
    failure: Option<Box<Diagnostic>>,
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
        let index = &running.scope.index;
        let cards = index.answer(&query);
        let fingerprint = Fingerprint::of(&cards);
        let value = index.value(&cards, fingerprint);
        running.asked.push((query, fingerprint));
        value
    })
}

/// Runs a render with something to ask, and gives what it asked.
///
/// # Errors
/// The render's own, or what is wrong in a partial that it asked for.
pub(crate) fn during<R>(
    scope: Scope,
    render: impl FnOnce() -> Result<R, Box<Diagnostic>>,
) -> Result<(R, Vec<Asked>), Box<Diagnostic>> {
    RUNNING.set(Some(Running {
        scope: Arc::new(scope),
        asked: Vec::new(),
        within: Vec::new(),
        failure: None,
    }));
    let result = render();
    let (asked, failure) = RUNNING.take().map_or((Vec::new(), None), |running| {
        (running.asked, running.failure)
    });
    match failure {
        Some(failure) if result.is_err() => Err(failure),
        _ => result.map(|made| (made, asked)),
    }
}
