//! What templates see of what a page says in the keys of its kind: `page.own`, and `own` of a card.

use std::sync::Arc;

use serde::Serialize;

use super::{TermLink, View};
use crate::calendar::{Days, Stage};
use crate::kinds::FileView;
use crate::kinds::target::{Reached, Target};
use crate::moment::Moment;
use jiff::civil::Date;

/// What a page says of itself by its kind; `page.kind` says which of these it is.
#[derive(Clone, Debug, Hash, Serialize)]
#[serde(untagged)]
pub enum OwnView {
    /// Of a campaign.
    Campaign(Box<CampaignView>),
    /// Of an event.
    Event(EventView),
    /// Of a guide.
    Guide(GuideView),
    /// Of a poster made elsewhere.
    Infographic(InfographicView),
    /// Of an opinion.
    Question(QuestionView),
    /// Of a correction.
    Correction(CorrectionView),
    /// Of a video.
    Video(VideoView),
    /// Of a good example.
    Model(ModelView),
}

/// A span of days, and what it is on the day of the build.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct DaysView {
    /// ISO date of the first day.
    pub from: String,
    /// ISO date of the last day.
    pub to: Option<String>,
    /// `upcoming`, `running` or `over`.
    pub stage: Stage,
    /// Days until it begins or until its last day.
    pub days_left: Option<i32>,
}

impl DaysView {
    /// A span of days as it is on a day.
    #[must_use]
    pub fn new(days: Days, today: Date) -> Self {
        let standing = days.on(today);
        Self {
            from: days.first.to_string(),
            to: days.last.map(|last| last.to_string()),
            stage: standing.stage,
            days_left: standing.days_left,
        }
    }
}

/// A campaign.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CampaignView {
    /// Its period.
    pub days: DaysView,
    /// Its slogans.
    pub slogans: Vec<String>,
    /// What it is for.
    pub goals: Vec<String>,
    /// The unit that leads it.
    pub lead: Option<Arc<View<TermLink>>>,
    /// The units that support it.
    pub supporting: Vec<Arc<View<TermLink>>>,
    /// Words for social networks, without `#`.
    pub hashtags: Vec<String>,
    /// Its targets.
    pub targets: Vec<TargetView>,
    /// What is done and when.
    pub programme: Vec<ActivityView>,
    /// Files to download; empty in a card.
    pub files: Vec<FileView>,
    /// Who takes part.
    pub partners: Vec<PartnerView>,
    /// What came of it.
    pub result: Option<String>,
    /// Path of its calendar, if it has one.
    pub calendar: Option<String>,
}

/// Who takes part in a campaign.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct PartnerView {
    /// The name.
    pub name: String,
    /// The address.
    pub url: Option<String>,
}

/// One thing of a campaign's programme.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ActivityView {
    /// Its days.
    pub days: DaysView,
    /// RFC 3339.
    pub date: String,
    /// Whether a time of day is given.
    pub timed: bool,
    /// What is done.
    pub text: String,
    /// Where.
    pub place: Option<String>,
}

/// An event.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct EventView {
    /// Its days.
    pub days: DaysView,
    /// RFC 3339.
    pub start: String,
    /// RFC 3339.
    pub end: Option<String>,
    /// Whether no time of day is given.
    pub all_day: bool,
    /// Where it is.
    pub place: Option<String>,
    /// What happens.
    pub programme: Vec<StepView>,
    /// `confirmed`, `tentative` (put off) or `cancelled`.
    pub status: &'static str,
    /// Files to download; empty in a card.
    pub files: Vec<FileView>,
    /// Path of its calendar.
    pub calendar: String,
}

/// One thing of an event's programme.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct StepView {
    /// The time, as written.
    pub time: Option<String>,
    /// What happens.
    pub text: String,
}

/// A guide.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct GuideView {
    /// What to have at hand.
    pub needs: Vec<String>,
    /// How long it takes.
    pub time: Option<String>,
    /// What it costs.
    pub fee: Option<String>,
    /// Where it is done.
    pub place: Option<String>,
    /// The address of the service.
    pub url: Option<String>,
    /// Files to download; empty in a card.
    pub files: Vec<FileView>,
    /// The way from a printed sheet to the page; none in a card, and for a site without an address.
    pub code: Option<CodeView>,
}

/// A QR code.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CodeView {
    /// How many modules a side has.
    pub side: usize,
    /// The dark modules as the data of an SVG path; a module is one unit wide.
    pub path: String,
}

/// A poster made elsewhere.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct InfographicView {
    /// Its prints; empty in a card.
    pub files: Vec<FileView>,
}

/// An opinion and its answer.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct QuestionView {
    /// What was asked.
    pub question: String,
    /// Who asked, as far as it may be shown.
    pub asker: Option<String>,
    /// ISO date.
    pub received: String,
    /// ISO date.
    pub answered: Option<String>,
}

/// A correction.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CorrectionView {
    /// The wrong claim.
    pub claim: String,
    /// What is true.
    pub fact: String,
    /// The page that was wrong.
    pub corrects: Option<super::Link>,
}

/// A video.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct VideoView {
    /// The file; none in a card.
    pub file: Option<FileView>,
    /// The captions; none in a card.
    pub captions: Option<FileView>,
    /// Where else it can be seen.
    pub url: Option<String>,
    /// The name of that place.
    pub host: Option<String>,
    /// How long it is.
    pub length: Option<String>,
}

/// A good example.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ModelView {
    /// Who did it.
    pub who: String,
    /// Where.
    pub place: String,
    /// The field of work.
    pub area: Option<String>,
    /// What came of it.
    pub results: Vec<OutcomeView>,
    /// Whom to ask.
    pub contact: Option<String>,
}

/// One result in numbers.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct OutcomeView {
    /// The number.
    pub value: String,
    /// What it counts.
    pub text: String,
    /// Where it is from.
    pub source: Option<String>,
}

/// A target and how far it is.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct TargetView {
    /// What is to be reached.
    pub text: String,
    /// How much, as written.
    pub target: String,
    /// What is counted; none when the target itself says so.
    pub unit: Option<String>,
    /// Where it began.
    pub baseline: Option<String>,
    /// How much has been reached.
    pub value: Option<String>,
    /// The year of the target.
    pub year: Option<i64>,
    /// ISO date of the value.
    pub date: Option<String>,
    /// Where the target stands.
    pub source: Option<String>,
    /// The address of the source.
    pub source_url: Option<String>,
    /// What shows the value to be true.
    pub evidence: Option<String>,
    /// `unknown`, `underway`, `met` or `missed`.
    pub reached: Reached,
    /// How much of the way has been gone, in hundredths.
    pub share: Option<u8>,
}

impl TargetView {
    /// A target as it is in a year.
    #[must_use]
    pub fn new(target: &Target, this_year: i16) -> Self {
        let says_unit = |unit: &String| target.target.contains(unit.as_str());
        Self {
            text: target.text.clone(),
            target: target.target.clone(),
            unit: target.unit.clone().filter(|unit| !says_unit(unit)),
            baseline: target.baseline.clone(),
            value: target.value.clone(),
            year: target.year,
            date: target.date.map(Moment::rfc3339),
            source: target.source.clone(),
            source_url: target.source_url.clone(),
            evidence: target.evidence.clone(),
            reached: target.reached(this_year),
            share: target.share(),
        }
    }
}
