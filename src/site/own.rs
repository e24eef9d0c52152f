//! What pages say in the keys of their kind, held against the rest of the site: pages and units that they name,
//! campaigns that news name, and annual days. Makes views of it for templates.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::resolve::near_or;
use super::{Address, Layout, Page, Site, allowed, last_part, unknown_unit};
use crate::calendar::ics::Status;
use crate::calendar::{Days, YearDay, days_before};
use crate::diag::{Diagnostic, Msg, Span};
use crate::draw;
use crate::kinds::{FileView, Own};
use crate::moment::Moment;
use crate::parse::Doc;
use crate::taxonomy::UNITS;
use crate::vi;
use crate::views::own::{
    ActivityView, CampaignView, CodeView, CorrectionView, DaysView, EventView, GuideView,
    InfographicView, ModelView, OutcomeView, OwnView, PartnerView, QuestionView, StepView,
    TargetView, VideoView,
};
use crate::views::{Link, TermLink, View};

/// The name of a page's calendar, beside the page.
pub const CALENDAR: &str = "lich.ics";

/// A day of every year, from `days.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AnnualDay {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When it is.
    pub day: YearDay,
    /// By what law or decision.
    pub basis: Option<String>,
    /// For how many days its banner is shown before it.
    pub lead_days: i64,
    /// What the banner says; without it there is none.
    pub banner: Option<String>,
    /// Where the banner leads: a path of this site or a whole address.
    pub url: Option<String>,
}

/// For how many days a banner is shown before its day when the registry does not say.
const LEAD_DAYS: i64 = 7;

impl AnnualDay {
    /// The days on which the banner of one of its days is shown: that day and those before it.
    #[must_use]
    pub fn window(&self, day: jiff::civil::Date) -> Days {
        Days {
            first: days_before(day, self.lead_days),
            last: Some(day),
        }
    }
}

/// Reads the annual days of the registry.
pub(super) fn annual_days(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Vec<AnnualDay> {
    let Some(registry) = site.registries.get("days") else {
        return Vec::new();
    };
    let mut days = Vec::new();
    for (id, fields, _) in &registry.entries {
        let Some(written) = fields.text("date") else {
            continue; // reported as missing
        };
        let Some(day) = YearDay::read(written) else {
            diagnostics.push(
                Diagnostic::new(
                    Msg::BadYearDay,
                    &registry.file,
                    fields.span("date"),
                    &[&written],
                )
                .help(Msg::HelpYearDay, &[]),
            );
            continue;
        };
        let text = |key: &str| fields.text(key).map(str::to_owned);
        days.push(AnnualDay {
            id: id.clone(),
            name: text("name").unwrap_or_default(),
            day,
            basis: text("basis"),
            lead_days: fields.int("lead_days").unwrap_or(LEAD_DAYS),
            banner: text("banner"),
            url: text("url"),
        });
    }
    days
}

/// Finds the campaign that each page names, and what gathers at each campaign, newest first.
pub(super) fn find_campaigns(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let is_campaign = |page: &Page| page.kind.name() == "campaign";
    let all = site
        .pages
        .iter()
        .enumerate()
        .filter(|(_, page)| is_campaign(page));
    let by_name: BTreeMap<String, usize> = all
        .map(|(p, page)| (last_part(&page.path).to_owned(), p))
        .collect();
    let hidden = |name: &str| {
        let mut paths = site.hiding.values();
        paths.any(|(path, _)| last_part(path) == name)
    };
    let mut named: Vec<(usize, usize)> = Vec::new();
    for (p, page) in site.pages.iter().enumerate() {
        let fields = &page.doc.fields;
        let Some(name) = fields.text("campaign") else {
            continue;
        };
        match by_name.get(name) {
            Some(campaign) if *campaign != p => named.push((p, *campaign)),
            Some(_) => {}
            // A campaign that residents do not see yet is no mistake of those who write for it.
            None if hidden(name) => {}
            None => {
                let span = fields.span("campaign");
                let known = by_name.keys().map(String::as_str);
                let near = vi::near::nearest(name, known).map(str::to_owned);
                let diagnostic =
                    Diagnostic::new(Msg::UnknownCampaign, &page.doc.path, span, &[&name]);
                diagnostics.push(near_or(diagnostic, near, Msg::HelpUnknownCampaign));
            }
        }
    }
    named.sort_by_key(|(p, _)| site.ranks[*p]);
    let mut campaigns: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (p, campaign) in named {
        Arc::make_mut(&mut site.pages[p]).campaign = Some(campaign);
        campaigns.entry(campaign).or_default().push(p);
    }
    site.campaigns = campaigns;
}

/// Says so when two pages of one kind of its own have one title and one day: most often a file that was saved twice.
pub(super) fn find_twins(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<(&str, String, Option<Date>), &Arc<Doc>> = BTreeMap::new();
    for page in site.pages.iter().filter(|page| page.own.is_some()) {
        let day = match page.own.as_deref() {
            Some(Own::Question(question)) => Some(question.received.date()),
            Some(own) => own.days().map(|days| days.first),
            None => None,
        };
        let day = day.or(page.date.map(Moment::date));
        let key = (page.kind.name(), vi::fold::fold(&page.title), day);
        let (doc, title) = (&page.doc, &page.title);
        let Some(first) = seen.get(&key) else {
            seen.insert(key, doc);
            continue;
        };
        let span = |doc: &Doc| doc.fields.span("title");
        diagnostics.push(
            Diagnostic::new(Msg::SameTitle, &doc.path, span(doc), &[title])
                .help(Msg::HelpSameTitle, &[])
                .note(Msg::NoteSameTitle, &first.path, span(first), &[]),
        );
    }
}

/// Says so when the menu leads to a section in which residents find nothing. One whose pages wait for their day is no
/// mistake.
pub(super) fn find_empty_sections(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let items = site.config.menu.iter();
    let urls: BTreeSet<&str> = items
        .flat_map(|item| std::iter::once(item).chain(&item.children))
        .map(|item| item.url.trim_matches('/'))
        .collect();
    let is_in_menu = |path: &str| !path.is_empty() && urls.contains(path.trim_end_matches('/'));
    let sections = site.sections.iter();
    for section in sections.filter(|section| is_in_menu(&section.path)) {
        let Some(doc) = &section.doc else { continue };
        let gathers = matches!(
            section.layout,
            Layout::Calendar | Layout::Campaigns | Layout::Minisite | Layout::Models
        );
        let says = doc.outline.words > 0 || doc.fields.text("description").is_some();
        let folder = format!("content/{}/", section.folder);
        let waits = site
            .held_back
            .iter()
            .any(|held| held.file.starts_with(&folder));
        let has_pages = !section.deep.is_empty() || !section.children.is_empty();
        if !(gathers || says || waits || has_pages) {
            diagnostics.push(
                Diagnostic::new(Msg::EmptySection, &doc.path, doc.fields.span("title"), &[])
                    .help(Msg::HelpEmptySection, &[]),
            );
        }
    }
}

/// Notes which pages correct which, newest first; `resolve` has found what they name.
pub(super) fn find_corrections(site: &mut Site) {
    let mut corrections: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for p in &site.newest {
        let page = &site.pages[*p];
        if matches!(page.own.as_deref(), Some(Own::Correction(_))) {
            for corrected in &page.named {
                corrections.entry(*corrected).or_default().push(*p);
            }
        }
    }
    site.corrections = corrections;
}

/// The page of this site at an output path that a link led to; what else is there is reported.
pub(super) fn page_at(
    path: &str,
    written: &str,
    doc: &Doc,
    span: Span,
    site: &Site,
) -> Result<usize, Box<Diagnostic>> {
    match site.addresses.get(path) {
        Some(Address::Page(p)) => Ok(*p),
        _ => Err(Box::new(
            Diagnostic::new(Msg::PageNeeded, &doc.path, span, &[&written])
                .help(Msg::HelpPageNeeded, &[]),
        )),
    }
}

/// What is wrong with what a page says, as the rest of the site and the day of the build tell.
pub(super) fn check(own: &Own, doc: &Doc, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let today = site.now.date();
    match own {
        Own::Campaign(campaign) => {
            let units = campaign.units();
            diagnostics.extend(
                units.filter_map(|(id, span)| unknown_unit(id, &doc.path, Some(*span), site)),
            );
            let is_over = campaign.days().last.is_some_and(|last| last < today);
            if is_over && campaign.result.is_none() {
                let span = doc.fields.span("title");
                diagnostics.push(
                    Diagnostic::new(Msg::CampaignWithoutResult, &doc.path, span, &[])
                        .help(Msg::HelpCampaignWithoutResult, &[]),
                );
            }
        }
        Own::Question(question) => {
            let span = question.question_span;
            diagnostics.extend(allowed::private_in(&question.question, span, doc, site));
            let limit = site.config.check.answer_days;
            if let Some(days) = question.waiting(today).filter(|days| *days > limit) {
                diagnostics.push(
                    Diagnostic::new(Msg::UnansweredQuestion, &doc.path, span, &[&days, &limit])
                        .help(Msg::HelpUnansweredQuestion, &[]),
                );
            }
        }
        _ => {}
    }
}

/// What the template of the page itself sees of what it says.
pub(super) fn whole_view(site: &Site, page: &Page) -> Option<OwnView> {
    let mut own = view(site, page, &page.files)?;
    let base = &site.config.base_url;
    if let OwnView::Guide(guide) = &mut own
        && !base.is_empty()
    {
        let code = draw::qr(&format!("{base}/{}", page.path));
        guide.code = code.map(|draw::Qr { side, path }| CodeView { side, path });
    }
    Some(own)
}

/// What cards see of what a page says. `files` are those that the page offers, none for a card.
pub(super) fn view(site: &Site, page: &Page, files: &[FileView]) -> Option<OwnView> {
    let today = site.now.date();
    let own = page.own.as_deref()?;
    let calendar = format!("{}{CALENDAR}", page.path);
    let day = |moment: Moment| moment.rfc3339();
    Some(match own {
        Own::Campaign(campaign) => OwnView::Campaign(Box::new(CampaignView {
            days: DaysView::new(campaign.days(), today),
            slogans: campaign.slogans.clone(),
            goals: campaign.goals.clone(),
            lead: campaign.lead.as_ref().and_then(|(id, _)| unit(site, id)),
            supporting: campaign
                .supporting
                .iter()
                .filter_map(|(id, _)| unit(site, id))
                .collect(),
            hashtags: campaign.hashtags.clone(),
            targets: campaign
                .targets
                .iter()
                .map(|target| TargetView::new(target, today.year()))
                .collect(),
            programme: campaign
                .programme
                .iter()
                .map(|activity| ActivityView {
                    days: DaysView::new(activity.days(), today),
                    date: day(activity.date),
                    timed: activity.date != Moment::midnight(activity.date.date()),
                    text: activity.text.clone(),
                    place: activity.place.clone(),
                })
                .collect(),
            files: files.to_vec(),
            partners: campaign
                .partners
                .iter()
                .map(|(name, url)| PartnerView {
                    name: name.clone(),
                    url: url.clone(),
                })
                .collect(),
            result: campaign.result.clone(),
            calendar: own.has_calendar().then_some(calendar),
        })),
        Own::Event(event) => OwnView::Event(EventView {
            days: DaysView::new(event.days(), today),
            start: day(event.start),
            end: event.end.map(day),
            all_day: event.is_all_day(),
            place: event.place.clone(),
            programme: event
                .programme
                .iter()
                .map(|(time, text)| StepView {
                    time: time.clone(),
                    text: text.clone(),
                })
                .collect(),
            status: match event.status {
                Status::Confirmed => "confirmed",
                Status::Tentative => "tentative",
                Status::Cancelled => "cancelled",
            },
            files: files.to_vec(),
            calendar,
        }),
        Own::Guide(guide) => OwnView::Guide(GuideView {
            needs: guide.needs.clone(),
            time: guide.time.clone(),
            fee: guide.fee.clone(),
            place: guide.place.clone(),
            url: guide.url.clone(),
            files: files.to_vec(),
            code: None,
        }),
        Own::Infographic(_) => OwnView::Infographic(InfographicView {
            files: files.to_vec(),
        }),
        Own::Question(question) => OwnView::Question(QuestionView {
            question: question.question.clone(),
            asker: question.asker.clone(),
            received: day(question.received),
            answered: question.answered.map(day),
        }),
        Own::Correction(correction) => OwnView::Correction(CorrectionView {
            claim: correction.claim.clone(),
            fact: correction.fact.clone(),
            corrects: page.named.first().map(|p| site.pages[*p].link()),
        }),
        Own::Video(video) => {
            let (captions, file) = files
                .iter()
                .partition::<Vec<_>, _>(|file| file.r#type == "VTT");
            let host = video.url.as_deref().and_then(crate::parse::calls::host);
            OwnView::Video(VideoView {
                file: file.first().map(|file| (*file).clone()),
                captions: captions.first().map(|file| (*file).clone()),
                host: host.map(|host| host.trim_start_matches("www.").to_owned()),
                url: video.url.clone(),
                length: video.length.clone(),
            })
        }
        Own::Reprint(_) => return None,
        Own::Model(model) => OwnView::Model(ModelView {
            who: model.who.clone(),
            place: model.place.clone(),
            area: model.area.clone(),
            results: model
                .results
                .iter()
                .map(|outcome| OutcomeView {
                    value: outcome.value.clone(),
                    text: outcome.text.clone(),
                    source: outcome.source.clone(),
                })
                .collect(),
            contact: model.contact.clone(),
        }),
    })
}

fn unit(site: &Site, id: &str) -> Option<Arc<View<TermLink>>> {
    let term = site.taxonomies[UNITS].iter().find(|term| *term.id == *id)?;
    Some(Arc::clone(&term.link))
}

/// Title and path of the pages that correct one.
pub(super) fn corrections(site: &Site, p: usize) -> Vec<Link> {
    let pages = site.corrections.get(&p).into_iter().flatten();
    pages.map(|p| site.pages[*p].link()).collect()
}

/// The next midnight, if something that is counted in days may look otherwise then.
pub(super) fn next_day(site: &Site) -> Option<Moment> {
    let today = site.now.date();
    let is_open = |page: &Arc<Page>| {
        let days = page.own.as_deref().and_then(Own::days);
        days.is_some_and(|days| days.last.is_none_or(|last| last >= today))
    };
    let is_waiting = |page: &Arc<Page>| match page.own.as_deref() {
        Some(Own::Question(question)) => question.answered.is_none(),
        _ => false,
    };
    let changes = !site.days.is_empty()
        || site
            .pages
            .iter()
            .any(|page| is_open(page) || is_waiting(page));
    let tomorrow = today.tomorrow().ok()?;
    changes.then(|| Moment::midnight(tomorrow))
}
