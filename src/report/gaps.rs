//! What is missing in a period: months, sections, topics, task groups, units and audiences without an item, long
//! silences, channels that were planned and not used, items that say too little to be counted.

use jiff::civil::Date;
use serde::Serialize;

use super::{Counted, Month, Period, Tally, postings};
use crate::site::Site;

/// Days without an item that count as a silence.
const SILENCE: i32 = 30;

/// What is missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Gaps {
    /// Months that are over or running and have no item.
    pub months: Vec<Date>,
    /// Stretches of more than 30 days without an item.
    pub silences: Vec<Period>,
    /// What no item was about, by the heading of its tally.
    pub uncovered: Vec<(&'static str, Vec<String>)>,
    /// Items that were to go to a channel and say neither where nor when they did.
    pub planned: Vec<Planned>,
    /// Files of documents that do not say when they appeared, so that they could not be counted.
    pub undated: Vec<String>,
}

/// An item that was to go to a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Planned {
    /// Its title.
    pub title: String,
    /// The channel.
    pub channel: &'static str,
}

pub(super) fn find(
    site: &Site,
    period: Period,
    pages: &[Counted<'_>],
    tallies: &[Tally],
    months: &[Month],
) -> Gaps {
    let today = site.now.date();
    let empty = months
        .iter()
        .filter(|month| month.now == 0 && month.month <= today);
    let planned = pages.iter().flat_map(|(_, page)| {
        let waiting = postings(page).filter(|posting| !posting.is_done());
        waiting.map(|posting| Planned {
            title: page.title.to_string(),
            channel: posting.channel,
        })
    });
    let undated = site.pages.iter().filter(|page| {
        page.document.is_some() && page.doc.posted().is_none() && page.hidden.is_none()
    });
    Gaps {
        months: empty.map(|month| month.month).collect(),
        silences: silences(period, today, pages),
        uncovered: tallies.iter().filter_map(uncovered).collect(),
        planned: planned.collect(),
        undated: undated.map(|page| page.doc.path.to_string()).collect(),
    }
}

/// What a tally has no item of.
fn uncovered(tally: &Tally) -> Option<(&'static str, Vec<String>)> {
    // That a channel was not used, or a kind of page not written, is no gap.
    let is_wanted = ["section", "topic", "task", "audience"].contains(&tally.name);
    let empty = tally.rows.iter().filter(|row| row.now == 0 && !row.unnamed);
    let labels: Vec<String> = empty.map(|row| row.label.clone()).collect();
    (is_wanted && !labels.is_empty()).then_some((tally.title, labels))
}

/// Stretches within a period without an item, as far as it is over.
fn silences(period: Period, today: Date, pages: &[Counted<'_>]) -> Vec<Period> {
    let mut found = Vec::new();
    let mut from = period.from;
    let end = period.to.min(today).tomorrow().unwrap_or(period.to);
    for day in pages.iter().map(|(day, _)| *day).chain([end]) {
        let is_long = from.until(day).is_ok_and(|gap| gap.get_days() > SILENCE);
        if let Ok(to) = day.yesterday()
            && is_long
        {
            found.extend(Period::new(from, to));
        }
        from = day.tomorrow().unwrap_or(day);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_period_without_pages_is_one_silence_as_far_as_it_is_over() {
        let period = Period::new(date(2026, 7, 1), date(2026, 12, 31)).expect("in order");
        let silent = |today: Date| silences(period, today, &[]);
        assert_eq!(silent(date(2026, 7, 30)), []);
        assert_eq!(
            silent(date(2026, 7, 31)),
            [Period::new(date(2026, 7, 1), date(2026, 7, 31)).expect("in order")]
        );
        assert_eq!(silent(date(2027, 3, 1)), [period]);
        assert_eq!(silent(date(2026, 1, 1)), []);
    }
}
