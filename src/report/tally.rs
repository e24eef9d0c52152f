//! Counting pages: by kind, section, topic, task group, unit, audience, channel, author and month.
//!
//! A page may have several topics, task groups, audiences and channels: it counts once for each. Of kinds, sections,
//! units and authors it has one, or the row for those without, so that the rows of these add up to all pages.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{Counted, Period, postings};
use crate::kinds::KINDS;
use crate::outreach;
use crate::site::{Page, Site};
use crate::taxonomy::{AUDIENCES, AUTHORS, TASKS, TOPICS, UNITS};

/// Items counted in one way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tally {
    /// Its name for programs.
    pub name: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Whether an item may count in several rows.
    pub overlaps: bool,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One row: what is counted, in the period and in the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What is counted.
    pub label: String,
    /// Whether this is the row of items that say nothing.
    pub unnamed: bool,
    /// How many in the period.
    pub now: usize,
    /// How many in the one before.
    pub before: usize,
}

/// A month of the period beside the one in its place in the period before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Month {
    /// Its first day.
    pub month: Date,
    /// How many items.
    pub now: usize,
    /// The other month, and how many items it had.
    pub before: Option<(Date, usize)>,
}

/// What an author contributed, by kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contribution {
    /// The author; none for items that name nobody.
    pub author: Option<String>,
    /// How many items of each kind, in the order of the kinds.
    pub kinds: Vec<(&'static str, usize)>,
    /// How many in all.
    pub total: usize,
}

/// The places of a page among the labels of a way of counting.
type Places<'s> = Box<dyn Fn(&Page) -> Vec<usize> + 's>;

/// A way of counting: what there is to count, and what a page is of that.
struct Way<'s> {
    name: &'static str,
    title: &'static str,
    labels: Vec<String>,
    /// The places in `labels` of a page.
    of: Places<'s>,
    /// What the row of pages without any is called.
    unnamed: Option<&'static str>,
    /// Whether rows with nothing in them are kept, because they tell what is missing.
    keeps_empty: bool,
    overlaps: bool,
}

impl Way<'_> {
    fn count(&self, [now, before]: [&[Counted<'_>]; 2]) -> Tally {
        let mut counts = vec![[0, 0]; self.labels.len() + 1];
        for (side, pages) in [now, before].into_iter().enumerate() {
            for (_, page) in pages {
                let places = (self.of)(page);
                if places.is_empty() {
                    counts[self.labels.len()][side] += 1;
                }
                for place in places {
                    counts[place][side] += 1;
                }
            }
        }
        let unnamed = self.unnamed.map(|label| (label.to_owned(), true));
        let labels = self.labels.iter().map(|label| (label.clone(), false));
        let rows = labels.chain(unnamed).zip(counts);
        let rows = rows.map(|((label, unnamed), [now, before])| Row {
            label,
            unnamed,
            now,
            before,
        });
        let is_shown = |row: &Row| row.now + row.before > 0 || (self.keeps_empty && !row.unnamed);
        Tally {
            name: self.name,
            title: self.title,
            overlaps: self.overlaps,
            rows: rows.filter(is_shown).collect(),
        }
    }
}

/// All tallies, in the order of the report.
pub(super) fn all(site: &Site, pages: [&[Counted<'_>]; 2]) -> Vec<Tally> {
    let ways = [
        by_kind(),
        by_section(site),
        by_term(site, "topic", "Theo chủ đề", TOPICS, "Chưa ghi chủ đề"),
        by_term(
            site,
            "task",
            "Theo nhóm nhiệm vụ của Nghị quyết số 57-NQ/TW",
            TASKS,
            "Chưa ghi nhóm nhiệm vụ",
        ),
        by_term(site, "unit", "Theo đơn vị", UNITS, "Chưa ghi đơn vị"),
        by_term(
            site,
            "audience",
            "Theo đối tượng",
            AUDIENCES,
            "Chưa ghi đối tượng",
        ),
        by_channel(),
    ];
    ways.iter().map(|way| way.count(pages)).collect()
}

fn by_kind<'s>() -> Way<'s> {
    Way {
        name: "kind",
        title: "Theo kiểu bài",
        labels: KINDS.iter().map(|kind| kind.label().to_owned()).collect(),
        of: Box::new(|page| {
            let place = KINDS
                .iter()
                .position(|kind| kind.name() == page.kind.name());
            place.into_iter().collect()
        }),
        unnamed: None,
        keeps_empty: false,
        overlaps: false,
    }
}

/// Sections that ever had a dated page, and those that still wait for their first page; with the section above where
/// two have one title.
fn by_section(site: &Site) -> Way<'_> {
    let is_column = |s: &usize| {
        let section = &site.sections[*s];
        let mut pages = section.pages.iter();
        section.deep.is_empty() || pages.any(|p| site.pages[*p].doc.posted().is_some())
    };
    let sections: Vec<usize> = (0..site.sections.len()).filter(is_column).collect();
    let title = |s: &usize| &site.sections[*s].title;
    let label = |s: &usize| {
        let is_alone = sections
            .iter()
            .filter(|other| title(other) == title(s))
            .count()
            == 1;
        match site.sections[*s].parent.filter(|_| !is_alone) {
            Some(parent) => format!("{} ({})", title(s), title(&parent)),
            None => title(s).to_string(),
        }
    };
    Way {
        name: "section",
        title: "Theo chuyên mục",
        labels: sections.iter().map(label).collect(),
        of: Box::new(move |page| {
            let place = sections.iter().position(|s| *s == page.section);
            place.into_iter().collect()
        }),
        unnamed: None,
        keeps_empty: true,
        overlaps: false,
    }
}

fn by_term<'s>(
    site: &'s Site,
    name: &'static str,
    title: &'static str,
    taxonomy: usize,
    unnamed: &'static str,
) -> Way<'s> {
    let terms = &site.taxonomies[taxonomy];
    Way {
        name,
        title,
        labels: terms.iter().map(|term| term.title.to_string()).collect(),
        of: Box::new(move |page| page.terms[taxonomy].clone()),
        unnamed: Some(unnamed),
        keeps_empty: true,
        overlaps: taxonomy != UNITS,
    }
}

/// The portal itself, and the other channels that took an item.
fn by_channel<'s>() -> Way<'s> {
    let names = outreach::CHANNEL_NAMES.iter();
    let labels: Vec<&str> = std::iter::once("Cổng thông tin điện tử")
        .chain(names.filter_map(|name| outreach::channel(name)))
        .collect();
    let known = labels.clone();
    Way {
        name: "channel",
        title: "Theo kênh",
        labels: labels.into_iter().map(str::to_owned).collect(),
        of: Box::new(move |page| {
            let done = postings(page).filter(super::Posting::is_done);
            let place =
                |posting: super::Posting| known.iter().position(|label| *label == posting.channel);
            let mut places: Vec<usize> = done.filter_map(place).chain([0]).collect();
            places.sort_unstable();
            places.dedup();
            places
        }),
        unnamed: None,
        keeps_empty: false,
        overlaps: true,
    }
}

/// The items of every month of a period, beside those of the month in its place in the period before.
pub(super) fn by_month(
    [period, before]: [Period; 2],
    [pages, pages_before]: [&[Counted<'_>]; 2],
) -> Vec<Month> {
    let count = |pages: &[Counted<'_>], month: Date| {
        let in_month = pages
            .iter()
            .filter(|(day, _)| day.first_of_month() == month);
        in_month.count()
    };
    let mut others = before.months().into_iter();
    let months = period.months().into_iter().map(|month| Month {
        month,
        now: count(pages, month),
        before: others
            .next()
            .map(|other| (other, count(pages_before, other))),
    });
    months.collect()
}

/// What every author contributed: those with most items first, items that name nobody last.
pub(super) fn contributions(site: &Site, pages: &[Counted<'_>]) -> Vec<Contribution> {
    let mut by_author: BTreeMap<Option<usize>, Vec<&Page>> = BTreeMap::new();
    for (_, page) in pages {
        let author = page.terms[AUTHORS].first().copied();
        by_author.entry(author).or_default().push(page);
    }
    let mut found: Vec<(Option<usize>, Contribution)> = by_author
        .into_iter()
        .map(|(author, pages)| {
            let of_kind = |name: &str| {
                let same = pages.iter().filter(|page| page.kind.name() == name);
                same.count()
            };
            let kinds = KINDS
                .iter()
                .map(|kind| (kind.label(), of_kind(kind.name())));
            let contribution = Contribution {
                author: author.map(|term| site.taxonomies[AUTHORS][term].title.to_string()),
                kinds: kinds.filter(|(_, count)| *count > 0).collect(),
                total: pages.len(),
            };
            (author, contribution)
        })
        .collect();
    // Authors of as many items stand in the order of the taxonomy, which is that of names.
    found.sort_by_key(|(author, contribution)| {
        (
            author.is_none(),
            std::cmp::Reverse(contribution.total),
            *author,
        )
    });
    found
        .into_iter()
        .map(|(_, contribution)| contribution)
        .collect()
}
