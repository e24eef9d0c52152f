//! The evidence report: what the portal and the commune did in a period, beside the period before.
//!
//! In go the site and a period, out comes `Report`, a value that counts what the site shows and says what is missing;
//! then its writers: `outline` puts it into words, `markdown` and `docx` write these, `csv` writes the figures. Nothing
//! here reads a file or the clock, and nothing is said that no source has: what has no figure says so.

mod campaigns;
pub mod csv;
pub mod deadline;
pub mod docx;
mod gaps;
pub mod markdown;
mod opinions;
pub mod outline;
pub mod period;
mod tally;

use jiff::civil::Date;
use serde::Serialize;

pub use campaigns::Campaign;
pub use deadline::Deadline;
pub use gaps::{Gaps, Planned};
pub use opinions::{Opinions, Waiting};
pub use period::Period;
pub use tally::{Contribution, Month, Row, Tally};

use crate::config::Reporting;
use crate::diag::Text;
use crate::kinds;
use crate::kinds::target::Reached;
use crate::outreach;
use crate::parse::fields::Fields;
use crate::site::{Page, Site};
use crate::taxonomy::{AUDIENCES, AUTHORS, TASKS, TOPICS, UNITS};
use crate::vi;

/// A report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The portal's title.
    pub portal: String,
    /// The day on which it was made.
    pub made: Date,
    /// What it is about.
    pub period: Period,
    /// What it is compared with.
    pub before: Period,
    /// Every item of the period, the oldest first.
    pub items: Vec<Item>,
    /// How many items the period before had.
    pub items_before: usize,
    /// The items counted by kind, section, topic and so on.
    pub tallies: Vec<Tally>,
    /// The items counted by month.
    pub months: Vec<Month>,
    /// What is wanted in a year, and what there is of it.
    pub pace: Option<Pace>,
    /// What every author contributed.
    pub contributions: Vec<Contribution>,
    /// The campaigns that ran in the period.
    pub campaigns: Vec<Campaign>,
    /// Opinions of residents, and which still wait for an answer.
    pub opinions: Opinions,
    /// Work off the page in the period, the oldest first.
    pub activities: Vec<Activity>,
    /// The same counted by form.
    pub forms: Vec<Form>,
    /// The targets with what is known of them.
    pub targets: Vec<Target>,
    /// What is missing.
    pub gaps: Gaps,
}

/// An item of the portal.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// When it appeared.
    pub date: Date,
    /// Its title.
    pub title: String,
    /// Its address; absolute if the site knows its own.
    pub url: String,
    /// What people call its kind.
    pub kind: &'static str,
    /// Its section.
    pub section: String,
    /// Its topics.
    pub topics: Vec<String>,
    /// Its task groups of Resolution 57.
    pub tasks: Vec<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// Its audiences.
    pub audiences: Vec<String>,
    /// Its author.
    pub author: Option<String>,
    /// Other channels that took it.
    pub channels: Vec<Posting>,
}

/// An item on another channel.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Posting {
    /// What people call the channel.
    pub channel: &'static str,
    /// Where it was posted.
    pub url: Option<String>,
    /// When it was posted or broadcast.
    pub date: Option<Date>,
}

/// Items of the year so far against what is wanted in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pace {
    /// The year.
    pub year: i16,
    /// What is wanted.
    pub wanted: usize,
    /// The last day counted.
    pub until: Date,
    /// What there is.
    pub there: usize,
}

/// Something done off the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Activity {
    /// When it was done.
    pub date: Date,
    /// What people call its form.
    pub form: &'static str,
    /// What it was about.
    pub title: String,
    /// How many.
    pub count: u64,
    /// Of what.
    pub counted: &'static str,
    /// Where.
    pub place: Option<String>,
    /// By which unit.
    pub unit: Option<String>,
    /// The campaign that it belongs to, as the log names it.
    pub campaign: Option<String>,
    /// The evidence.
    pub evidence: Option<String>,
}

/// What was done in one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Form {
    /// What people call it.
    pub title: &'static str,
    /// What is counted.
    pub counted: &'static str,
    /// How many in the period.
    pub now: u64,
    /// How many in the one before.
    pub before: u64,
}

/// A target, as the site's data tell of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Target {
    /// What it says.
    pub text: String,
    /// What is wanted.
    pub target: String,
    /// The year of the target.
    pub year: Option<i64>,
    /// What is reached.
    pub value: Option<String>,
    /// The day of that figure.
    pub date: Option<Date>,
    /// Whether that is enough, in words; nothing where there is no figure.
    pub standing: Option<&'static str>,
    /// The evidence.
    pub evidence: Option<String>,
    /// Where the target comes from.
    pub source: Option<String>,
}

impl Report {
    /// Reports on a period, seen from the moment of the build: what is dated after it does not count.
    #[must_use]
    pub fn new(site: &Site, period: Period) -> Self {
        let before = period.before();
        let pages = pages_in(site, period);
        let pages_before = pages_in(site, before);
        let activities = activities(site, period);
        let tallies = tally::all(site, [&pages, &pages_before]);
        let months = tally::by_month([period, before], [&pages, &pages_before]);
        let gaps = gaps::find(site, period, &pages, &tallies, &months);
        Self {
            portal: site.config.title.clone(),
            made: site.now.date(),
            period,
            before,
            items: pages
                .iter()
                .map(|(day, page)| item(site, *day, page))
                .collect(),
            items_before: pages_before.len(),
            contributions: tally::contributions(site, &pages),
            campaigns: campaigns::in_period(site, period, &pages, &activities),
            opinions: opinions::count(site, [period, before]),
            tallies,
            months,
            pace: pace(site, period),
            forms: forms(&activities, &self::activities(site, before)),
            activities,
            targets: targets(site),
            gaps,
        }
    }
}

/// A page that counts, with the day on which it appeared.
type Counted<'s> = (Date, &'s Page);

/// The pages that appeared in a period, the oldest first. A page that gives no day on which it appeared is not counted:
/// the day on which a document was issued is another one.
fn pages_in(site: &Site, period: Period) -> Vec<Counted<'_>> {
    let pages = site.newest.iter().rev().map(|p| &*site.pages[*p]);
    let dated = pages.filter_map(|page| Some((page.doc.posted()?, page)));
    let there = dated.filter(|(moment, page)| *moment <= site.now && page.hidden.is_none());
    let days = there.map(|(moment, page)| (moment.date(), page));
    days.filter(|(day, _)| period.has(*day)).collect()
}

/// The address of a page; absolute if the site knows its own.
fn address(site: &Site, page: &Page) -> String {
    format!("{}/{}", site.config.base_url, page.path)
}

fn item(site: &Site, date: Date, page: &Page) -> Item {
    let terms = |taxonomy: usize| -> Vec<String> {
        let terms = &site.taxonomies[taxonomy];
        let named = page.terms[taxonomy].iter();
        named.map(|term| terms[*term].title.to_string()).collect()
    };
    Item {
        date,
        title: page.title.to_string(),
        url: address(site, page),
        kind: page.kind.label(),
        section: site.sections[page.section].title.to_string(),
        topics: terms(TOPICS),
        tasks: terms(TASKS),
        unit: terms(UNITS).pop(),
        audiences: terms(AUDIENCES),
        author: terms(AUTHORS).pop(),
        channels: postings(page).filter(Posting::is_done).collect(),
    }
}

/// What a page says of other channels.
fn postings(page: &Page) -> impl Iterator<Item = Posting> {
    page.doc
        .fields
        .tables("channels")
        .filter_map(|(fields, _)| {
            Some(Posting {
                channel: outreach::channel(fields.text("name")?)?,
                url: fields.text("url").map(str::to_owned),
                date: day(fields),
            })
        })
}

impl Posting {
    /// Whether it was posted; else it is planned.
    fn is_done(&self) -> bool {
        self.url.is_some() || self.date.is_some()
    }
}

fn day(fields: &Fields) -> Option<Date> {
    fields.date("date").map(|moment| moment.date())
}

fn pace(site: &Site, period: Period) -> Option<Pace> {
    let wanted = site.config.report.yearly_items?;
    let until = period.to.min(site.now.date());
    let year = Period::new(until.first_of_year(), until)?;
    Some(Pace {
        year: until.year(),
        wanted,
        until,
        there: pages_in(site, year).len(),
    })
}

fn activities(site: &Site, period: Period) -> Vec<Activity> {
    let units = site.registries.get("units");
    let log = site.registries.get("activities");
    let entries = log.iter().flat_map(|log| &log.entries);
    let text = |fields: &Fields, key: &str| fields.text(key).map(str::to_owned);
    let mut found: Vec<Activity> = entries
        .filter_map(|(_, fields, _)| {
            let (form, counted) = outreach::form(fields.text("form")?)?;
            let unit = fields.text("unit").map(|id| {
                let known = units.and_then(|units| units.get(id)?.text("name"));
                known.unwrap_or(id).to_owned()
            });
            let date = day(fields).filter(|day| period.has(*day) && *day <= site.now.date())?;
            let count = fields.int("count").and_then(|n| u64::try_from(n).ok());
            Some(Activity {
                date,
                form,
                title: text(fields, "title")?,
                count: count.unwrap_or(1),
                counted,
                place: text(fields, "place"),
                unit,
                campaign: text(fields, "campaign"),
                evidence: text(fields, "evidence"),
            })
        })
        .collect();
    found.sort_by_key(|activity| activity.date);
    found
}

/// The forms that were used in either period, in the order of the table.
fn forms(now: &[Activity], before: &[Activity]) -> Vec<Form> {
    let labels = outreach::FORM_NAMES
        .iter()
        .filter_map(|name| outreach::form(name));
    let forms = labels.map(|(title, counted)| {
        let sum = |all: &[Activity]| {
            let of_form = all.iter().filter(|activity| activity.form == title);
            of_form.map(|activity| activity.count).sum()
        };
        Form {
            title,
            counted,
            now: sum(now),
            before: sum(before),
        }
    });
    forms.filter(|form| form.now + form.before > 0).collect()
}

fn targets(site: &Site) -> Vec<Target> {
    let kpi = site.registries.get("kpi");
    let entries = kpi.iter().flat_map(|kpi| &kpi.entries);
    let targets = entries.map(|(_, fields, _)| kinds::target::Target::of(fields));
    targets
        .map(|target| Target::of(&target, site.now.date()))
        .collect()
}

impl Target {
    /// A target seen from a day.
    fn of(target: &kinds::target::Target, today: Date) -> Self {
        Self {
            text: target.text.clone(),
            target: target.target.clone(),
            year: target.year,
            value: target.value.clone(),
            date: target.date.map(|moment| moment.date()),
            standing: match target.reached(today.year()) {
                Reached::Unknown => None,
                Reached::Underway => Some("đang thực hiện"),
                Reached::Met => Some("đạt"),
                Reached::Missed => Some("quá hạn, chưa đạt"),
            },
            evidence: target.evidence.clone(),
            source: target.source.clone(),
        }
    }
}

/// The next deadline, and what to say about it; nothing while it is far.
#[must_use]
pub fn reminder(site: &Site) -> Option<(Deadline, Text)> {
    let (reporting, today) = (&site.config.report, site.now.date());
    let deadline = Deadline::next(reporting, today)?;
    let text = deadline.reminder(reporting, today)?;
    Some((deadline, text))
}

/// The name of a report's files, without an ending.
#[must_use]
pub fn file_stem(period: Period) -> String {
    format!("bao-cao-{}-den-{}", period.from, period.to)
}

/// A number of items as people read it.
fn number(count: usize) -> String {
    vi::number::grouped(count as u64)
}

/// What stands around the text of a report: who reports to whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Letterhead {
    /// The body above.
    pub parent: Option<String>,
    /// The body that reports.
    pub issuer: Option<String>,
    /// The symbol behind the number.
    pub symbol: Option<String>,
    /// The place before the date.
    pub place: Option<String>,
    /// To whom it is addressed.
    pub addressee: Option<String>,
    /// The recipients.
    pub recipients: Vec<String>,
    /// The signer's office.
    pub signer_title: Option<String>,
    /// The signer's name.
    pub signer: Option<String>,
}

impl Letterhead {
    /// What `[report]` says, and for the bodies else `[organization]`.
    #[must_use]
    pub fn new(reporting: &Reporting, organization: &Fields) -> Self {
        let text = |key: &str| reporting.words.text(key).map(str::to_owned);
        let of_organization = |key: &str| organization.text(key).map(str::to_owned);
        let recipients = reporting.words.list("recipients").iter();
        Self {
            parent: text("parent").or_else(|| of_organization("parent")),
            issuer: text("issuer").or_else(|| of_organization("name")),
            symbol: text("symbol"),
            place: text("place"),
            addressee: text("addressee"),
            recipients: recipients
                .filter_map(|item| item.as_text().map(str::to_owned))
                .collect(),
            signer_title: text("signer_title"),
            signer: text("signer"),
        }
    }
}
