//! Campaigns that ran in a period, with what gathered at them and what came of them.

use jiff::civil::Date;
use serde::Serialize;

use super::{Activity, Counted, Period, Target, address};
use crate::calendar::Stage;
use crate::kinds::Own;
use crate::site::{Site, last_part};

/// A campaign.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Campaign {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Its first day.
    pub first: Date,
    /// Its last day, if it has one.
    pub last: Option<Date>,
    /// Whether it is over.
    pub is_over: bool,
    /// How many items of the period belong to it.
    pub items: usize,
    /// How many entries of the log of the period belong to it.
    pub activities: usize,
    /// Its targets.
    pub targets: Vec<Target>,
    /// What came of it.
    pub result: Option<String>,
}

/// The campaigns that ran on a day of the period, the earliest first.
pub(super) fn in_period(
    site: &Site,
    period: Period,
    pages: &[Counted<'_>],
    activities: &[Activity],
) -> Vec<Campaign> {
    let today = site.now.date();
    let mut found: Vec<Campaign> = site
        .pages
        .iter()
        .enumerate()
        .filter(|(_, page)| page.hidden.is_none())
        .filter_map(|(p, page)| {
            let Own::Campaign(campaign) = page.own.as_deref()? else {
                return None;
            };
            let days = campaign.days();
            let has_run =
                days.first <= period.to && days.last.is_none_or(|last| last >= period.from);
            let items = pages.iter().filter(|(_, item)| item.campaign == Some(p));
            let name = Some(last_part(&page.path));
            let of_campaign = activities
                .iter()
                .filter(|activity| activity.campaign.as_deref() == name);
            has_run.then(|| Campaign {
                title: page.title.to_string(),
                url: address(site, page),
                first: days.first,
                last: days.last,
                is_over: days.on(today).stage == Stage::Over,
                items: items.count(),
                activities: of_campaign.count(),
                targets: campaign
                    .targets
                    .iter()
                    .map(|target| Target::of(target, today))
                    .collect(),
                result: campaign.result.clone(),
            })
        })
        .collect();
    found.sort_by_key(|campaign| campaign.first);
    found
}
