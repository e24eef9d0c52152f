//! What has a time: campaigns, events and annual days, as lists, months, banners and calendars.
//!
//! The lists of a page with `layout = "calendar"` or `"campaigns"` gather from the section above it: at the top of the
//! site from all of it, in a mini-site from that mini-site. Only such pages, the home page and fronts of sections have
//! them, so that a new event changes no other page.

use jiff::civil::Date;
use serde::Serialize;

use super::Planner;
use crate::calendar::ics::{self, Occasion, When, sequence_of};
use crate::calendar::{self, Days, Stage, month_after};
use crate::kinds::{Activity, Campaign, Event, Own};
use crate::moment::Moment;
use crate::parse::links;
use crate::site::{AnnualDay, CALENDAR, Page, Site};
use crate::vi;
use crate::views::own::DaysView;
use crate::views::{Link, Part};

/// A banner of an annual day.
#[derive(Hash, Serialize)]
pub(super) struct Banner {
    text: String,
    days: DaysView,
    date: String,
    path: Option<String>,
    external: bool,
}

/// An annual day in a list.
#[derive(Hash, Serialize)]
struct DayView {
    name: String,
    date: String,
    basis: Option<String>,
    path: Option<String>,
    external: bool,
}

/// A month of the calendar.
#[derive(Hash, Serialize)]
struct MonthView {
    year: i16,
    month: i8,
    weeks: Vec<Vec<Option<MonthDay>>>,
    entries: Vec<EntryView>,
}

/// A day of a month.
#[derive(Hash, Serialize)]
struct MonthDay {
    day: i8,
    date: String,
    /// Whether the month has an entry for it.
    marked: bool,
}

/// What a month has on one day.
#[derive(Hash, Serialize)]
struct EntryView {
    date: String,
    /// Whether it is the first of its day.
    first: bool,
    title: String,
    path: Option<String>,
    external: bool,
}

/// How many months the calendar shows.
const MONTHS: usize = 6;
/// How many past events it lists.
const PAST: usize = 50;
/// How many days before it begins something is announced: a campaign is on the home page, and a banner is in the page, so
/// that a visitor's browser can open it in time.
const AHEAD: i64 = 31;
/// How many news of a campaign its page lists.
const NEWS: usize = 60;

impl Site {
    fn event(&self, p: usize) -> Option<&Event> {
        match self.pages[p].own.as_deref() {
            Some(Own::Event(event)) => Some(event),
            _ => None,
        }
    }

    fn campaign(&self, p: usize) -> Option<&Campaign> {
        match self.pages[p].own.as_deref() {
            Some(Own::Campaign(campaign)) => Some(campaign),
            _ => None,
        }
    }

    /// Whether the site has a calendar of its own.
    pub(super) fn has_calendar(&self) -> bool {
        !self.days.is_empty() || self.pages.iter().any(|page| has_calendar(page))
    }
}

/// Whether a page has a calendar beside it.
pub(super) fn has_calendar(page: &Page) -> bool {
    page.own.as_deref().is_some_and(Own::has_calendar)
}

/// The path of an address that a registry names, and whether it is one outside the site.
fn path_of(url: Option<&String>) -> (Option<String>, bool) {
    let external = url.is_some_and(|url| links::is_external(url));
    let path = url.map(|url| match external {
        true => url.clone(),
        false => url.trim_start_matches('/').to_owned(),
    });
    (path, external)
}

impl Planner<'_> {
    fn today(&self) -> Date {
        self.site.now.date()
    }

    /// Campaigns among pages: those at a stage, in the order of their first days.
    fn campaigns_at(&self, pages: &[usize], stage: Stage) -> Vec<usize> {
        let first = |p: &usize| self.site.campaign(*p).map(|campaign| campaign.start);
        let is_at = |p: &usize| {
            let campaign = self.site.campaign(*p);
            campaign.is_some_and(|campaign| campaign.days().on(self.today()).stage == stage)
        };
        let mut found: Vec<usize> = pages.iter().copied().filter(is_at).collect();
        found.sort_by_key(|p| (first(p), *p));
        found
    }

    /// Cards of the campaigns that are running, then of those that begin within a month.
    pub(super) fn open_campaigns(&self, pages: &[usize]) -> Part {
        let is_near = |p: &usize| {
            let first = self.site.campaign(*p).map(|campaign| campaign.days().first);
            first.is_some_and(|first| calendar::days_before(first, AHEAD) <= self.today())
        };
        let mut found = self.campaigns_at(pages, Stage::Running);
        let upcoming = self.campaigns_at(pages, Stage::Upcoming);
        found.extend(upcoming.into_iter().filter(is_near));
        Part::Cards(self.cards(found))
    }

    /// Events among pages, by their beginning.
    fn events(&self, pages: &[usize], is_wanted: impl Fn(&Event) -> bool) -> Vec<usize> {
        let wanted = |p: &usize| self.site.event(*p).is_some_and(&is_wanted);
        let mut found: Vec<usize> = pages.iter().copied().filter(wanted).collect();
        found.sort_by_key(|p| (self.site.event(*p).map(|event| event.start), *p));
        found
    }

    /// Cards of the next events among pages.
    pub(super) fn next_events(&self, pages: &[usize], limit: usize) -> Part {
        let is_ahead = |event: &Event| event.days().on(self.today()).stage != Stage::Over;
        Part::Cards(self.cards(self.events(pages, is_ahead).into_iter().take(limit)))
    }

    /// The banners that are open or will be within a month.
    pub(super) fn banners(&self) -> Vec<Banner> {
        let today = self.today();
        let banner = |day: &AnnualDay| {
            let date = day.day.from(today)?;
            let window = day.window(date);
            let is_near = calendar::days_before(window.first, AHEAD) <= today;
            let (path, external) = path_of(day.url.as_ref());
            is_near.then_some(Banner {
                text: day.banner.clone()?,
                days: DaysView::new(window, today),
                date: date.to_string(),
                path,
                external,
            })
        };
        self.site.days.iter().filter_map(banner).collect()
    }

    /// The pages from which a page that gathers gathers: those of the section above.
    pub(super) fn scope(&self, s: usize) -> &[usize] {
        let above = self.site.sections[s].parent.unwrap_or(0);
        &self.site.sections[above].deep
    }

    /// What `campaigns.html` shows.
    pub(super) fn campaigns_parts(&self, s: usize) -> Vec<(&'static str, Part)> {
        let at = |stage| self.campaigns_at(self.scope(s), stage);
        let mut ended = at(Stage::Over);
        ended.reverse();
        vec![
            ("running", Part::Cards(self.cards(at(Stage::Running)))),
            ("upcoming", Part::Cards(self.cards(at(Stage::Upcoming)))),
            ("ended", Part::Cards(self.cards(ended))),
        ]
    }

    /// What `calendar.html` shows.
    pub(super) fn calendar_parts(&self, s: usize) -> Vec<(&'static str, Part)> {
        let is_over = |event: &Event| event.days().on(self.today()).stage == Stage::Over;
        let scope = self.scope(s);
        let mut past = self.events(scope, is_over);
        past.reverse();
        past.truncate(PAST);
        vec![
            ("upcoming", self.next_events(scope, usize::MAX)),
            ("past", Part::Cards(self.cards(past))),
            ("months", Part::new(self.months(scope))),
            ("days", Part::new(self.annual_days())),
            ("calendar", Part::new(CALENDAR)),
        ]
    }

    fn annual_days(&self) -> Vec<DayView> {
        let mut days: Vec<(Date, &AnnualDay)> = (self.site.days.iter())
            .filter_map(|day| Some((day.day.from(self.today())?, day)))
            .collect();
        days.sort_by_key(|(date, _)| *date);
        let view = |(date, day): (Date, &AnnualDay)| {
            let (path, external) = path_of(day.url.as_ref());
            DayView {
                name: day.name.clone(),
                date: date.to_string(),
                basis: day.basis.clone(),
                path,
                external,
            }
        };
        days.into_iter().map(view).collect()
    }

    /// This month, and those of the next ones that have something.
    fn months(&self, scope: &[usize]) -> Vec<MonthView> {
        let today = self.today();
        let (mut year, mut month) = (today.year(), today.month());
        let mut months = Vec::new();
        for n in 0..MONTHS {
            let view = self.month(year, month, scope);
            if n == 0 || !view.entries.is_empty() {
                months.push(view);
            }
            (year, month) = month_after(year, month);
        }
        months
    }

    fn month(&self, year: i16, month: i8, scope: &[usize]) -> MonthView {
        let weeks = calendar::weeks(year, month);
        let events = self.events(scope, |_| true);
        let mut entries: Vec<EntryView> = Vec::new();
        for date in weeks.iter().flatten().flatten() {
            let first_of_day = entries.len();
            for p in &events {
                let event = self.site.event(*p).expect("only events were gathered");
                if event.days().contains(*date) {
                    let page = &self.site.pages[*p];
                    entries.push(EntryView {
                        date: date.to_string(),
                        first: entries.len() == first_of_day,
                        title: page.title.to_string(),
                        path: Some(page.path.to_string()),
                        external: false,
                    });
                }
            }
            for day in self
                .site
                .days
                .iter()
                .filter(|day| day.day.of(year) == Some(*date))
            {
                let (path, external) = path_of(day.url.as_ref());
                entries.push(EntryView {
                    date: date.to_string(),
                    first: entries.len() == first_of_day,
                    title: day.name.clone(),
                    path,
                    external,
                });
            }
        }
        let day = |date: Date| {
            let iso = date.to_string();
            MonthDay {
                day: date.day(),
                marked: entries.iter().any(|entry| entry.date == iso),
                date: iso,
            }
        };
        let week = |week: &[Option<Date>; 7]| week.iter().map(|date| date.map(day)).collect();
        MonthView {
            year,
            month,
            weeks: weeks.iter().map(week).collect(),
            entries,
        }
    }

    /// What the page of a campaign shows besides itself: pinned pages, its news, its events.
    pub(super) fn campaign_parts(&self, p: usize) -> Vec<(&'static str, Part)> {
        let site = self.site;
        let none = Vec::new();
        let gathered = site.campaigns.get(&p).unwrap_or(&none);
        let pinned = &site.pages[p].named;
        let is_news = |q: &usize| !pinned.contains(q) && site.event(*q).is_none();
        let news = gathered.iter().copied().filter(is_news).take(NEWS);
        vec![
            ("pinned", Part::Cards(self.cards(pinned.iter().copied()))),
            ("news", Part::Cards(self.cards(news))),
            (
                "events",
                Part::Cards(self.cards(self.events(gathered, |_| true))),
            ),
        ]
    }

    /// The calendar beside a page, or that of the whole site.
    pub(super) fn calendar(&self, page: Option<usize>) -> String {
        let site = self.site;
        let mut occasions = Vec::new();
        match page {
            Some(p) => {
                self.occasions_of(p, &mut occasions);
                for q in site.campaigns.get(&p).into_iter().flatten() {
                    self.occasions_of(*q, &mut occasions);
                }
            }
            None => {
                for p in 0..site.pages.len() {
                    self.occasions_of(p, &mut occasions);
                }
                occasions.extend(site.days.iter().map(|day| self.annual(day)));
            }
        }
        let title = page.map_or(&*site.config.title, |p| &*site.pages[p].title);
        ics::calendar(title, &occasions)
    }

    fn occasions_of(&self, p: usize, occasions: &mut Vec<Occasion>) {
        let page = &self.site.pages[p];
        match page.own.as_deref() {
            Some(Own::Event(event)) => {
                let when = match event.is_all_day() {
                    true => dates(event.days()),
                    false => When::Times(event.start, event.end),
                };
                let told = self.occasion(page, event.start);
                // Calling it off is a change, also when nobody wrote `updated`: telephones pass over what is not newer.
                let changes = match event.status {
                    ics::Status::Confirmed => 0,
                    ics::Status::Tentative => 1,
                    ics::Status::Cancelled => 2,
                };
                occasions.push(Occasion {
                    when,
                    place: event.place.clone().unwrap_or_default(),
                    status: event.status,
                    sequence: told.sequence.saturating_add(changes),
                    ..told
                });
            }
            Some(Own::Campaign(campaign)) => {
                if campaign.end.is_some() {
                    occasions.push(Occasion {
                        when: dates(campaign.days()),
                        ..self.occasion(page, campaign.start)
                    });
                }
                let activities = campaign.programme.iter();
                occasions.extend(activities.map(|activity| self.activity(page, activity)));
            }
            _ => {}
        }
    }

    /// An occasion that is about a page, as far as the page itself tells.
    fn occasion(&self, page: &Page, start: Moment) -> Occasion {
        let updated = page.doc.fields.date("updated");
        Occasion {
            uid: self.uid(&page.path),
            when: When::Times(start, None),
            summary: page.title.to_string(),
            place: String::new(),
            about: page.description.to_string(),
            url: self.url(&page.path),
            status: ics::Status::Confirmed,
            changed: updated.or(page.date).unwrap_or(start),
            sequence: updated.map_or(0, sequence_of),
        }
    }

    fn activity(&self, page: &Page, activity: &Activity) -> Occasion {
        let is_all_day = activity.date == Moment::midnight(activity.date.date());
        Occasion {
            // Its words name it: when it is moved to another day, it is still the same.
            uid: self.uid(&format!("{}{}", page.path, vi::slug::slug(&activity.text))),
            when: match is_all_day {
                true => dates(activity.days()),
                false => When::Times(activity.date, activity.end),
            },
            summary: activity.text.clone(),
            place: activity.place.clone().unwrap_or_default(),
            about: page.title.to_string(),
            ..self.occasion(page, activity.date)
        }
    }

    fn annual(&self, day: &AnnualDay) -> Occasion {
        let year = self.today().year();
        let first = Date::new(year, 1, 1).map_or(self.site.now, Moment::midnight);
        let (path, external) = path_of(day.url.as_ref());
        Occasion {
            uid: self.uid(&format!("ngay/{}", day.id)),
            when: When::Yearly(day.day, year),
            summary: day.name.clone(),
            place: String::new(),
            about: day.basis.clone().unwrap_or_default(),
            url: match path {
                Some(path) if external => path,
                Some(path) => self.url(&path),
                None => String::new(),
            },
            status: ics::Status::Confirmed,
            changed: first,
            sequence: 0,
        }
    }

    /// A name for machines, from a path of the site.
    fn uid(&self, path: &str) -> String {
        let base = &self.site.config.base_url;
        let host = base.split_once("://").map_or("", |(_, rest)| rest);
        let host = host.split('/').next().filter(|host| !host.is_empty());
        let name = path.trim_matches('/').replace('/', "-");
        format!("{name}@{}", host.unwrap_or("localhost"))
    }
}

fn dates(days: Days) -> When {
    When::Dates(days.first, days.last.unwrap_or(days.first))
}

/// The campaign that a page belongs to.
pub(super) fn campaign_of(site: &Site, page: &Page) -> Option<Link> {
    page.campaign.map(|campaign| site.pages[campaign].link())
}
