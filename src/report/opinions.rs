//! Opinions of residents: how many came and were answered in a period, and which still wait.

use jiff::civil::Date;
use serde::Serialize;

use super::{Period, address};
use crate::kinds::{Own, Question};
use crate::site::{Page, Site};
use crate::taxonomy::UNITS;

/// Opinions of residents in a period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Opinions {
    /// Received in the period, and in the one before.
    pub received: [usize; 2],
    /// Answered in the period, and in the one before.
    pub answered: [usize; 2],
    /// Days in which an opinion must be answered.
    pub limit: i32,
    /// Those that still wait, the longest first.
    pub waiting: Vec<Waiting>,
}

/// An opinion that waits for its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// What it is about.
    pub title: String,
    /// Its address.
    pub url: String,
    /// When it was received.
    pub received: Date,
    /// The unit that is to answer it.
    pub unit: Option<String>,
    /// For how many days it has waited.
    pub days: i32,
    /// Whether that is longer than it may.
    pub is_late: bool,
}

pub(super) fn count(site: &Site, periods: [Period; 2]) -> Opinions {
    let all: Vec<(&Page, &Question)> = site
        .pages
        .iter()
        .filter(|page| page.hidden.is_none())
        .filter_map(|page| match page.own.as_deref()? {
            Own::Question(question) => Some((&**page, question)),
            _ => None,
        })
        .collect();
    let limit = site.config.check.answer_days;
    let mut waiting: Vec<Waiting> = all
        .iter()
        .filter_map(|(page, question)| {
            let days = question.waiting(site.now.date())?;
            let unit = page.terms[UNITS].first();
            Some(Waiting {
                title: page.title.to_string(),
                url: address(site, page),
                received: question.received.date(),
                unit: unit.map(|term| site.taxonomies[UNITS][*term].title.to_string()),
                days,
                is_late: days > limit,
            })
        })
        .collect();
    waiting.sort_by_key(|waiting| std::cmp::Reverse(waiting.days));
    let count = |day: &dyn Fn(&Question) -> Option<Date>| {
        periods.map(|period| {
            let days = all.iter().filter_map(|(_, question)| day(question));
            days.filter(|day| period.has(*day)).count()
        })
    };
    Opinions {
        received: count(&|question| Some(question.received.date())),
        answered: count(&|question| question.answered.map(|moment| moment.date())),
        limit,
        waiting,
    }
}
