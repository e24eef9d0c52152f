//! What pages say of themselves in the keys of their kind.

use super::{
    Campaign, Correction, Event, Guide, Infographic, Model, NamedFile, Question, Reprint, Video,
};
use crate::calendar::Days;
use crate::diag::Span;

/// What a page says of itself beyond what every page says.
#[derive(Clone, Debug, PartialEq)]
pub enum Own {
    /// Of a campaign.
    Campaign(Campaign),
    /// Of an event.
    Event(Event),
    /// Of a guide.
    Guide(Guide),
    /// Of a poster made elsewhere.
    Infographic(Infographic),
    /// Of an opinion and its answer.
    Question(Question),
    /// Of a correction.
    Correction(Correction),
    /// Of a video.
    Video(Video),
    /// Of a good example.
    Model(Model),
    /// Of news taken over.
    Reprint(Reprint),
}

impl Own {
    /// The files that it names.
    #[must_use]
    pub fn files(&self) -> Vec<NamedFile> {
        match self {
            Self::Campaign(campaign) => campaign.files.clone(),
            Self::Event(event) => event.files.clone(),
            Self::Guide(guide) => guide.files.clone(),
            Self::Infographic(poster) => poster.files.clone(),
            Self::Video(video) => video.files(),
            Self::Question(_) | Self::Correction(_) | Self::Model(_) | Self::Reprint(_) => {
                Vec::new()
            }
        }
    }

    /// The pages of this site that it names: links as written, and their places.
    #[must_use]
    pub fn pages(&self) -> &[(String, Span)] {
        match self {
            Self::Campaign(campaign) => &campaign.pinned,
            Self::Correction(correction) => correction.corrects.as_slice(),
            _ => &[],
        }
    }

    /// Whether there is something for a calendar: an event, or a campaign that ends or does something on a day.
    #[must_use]
    pub fn has_calendar(&self) -> bool {
        match self {
            Self::Campaign(campaign) => campaign.end.is_some() || !campaign.programme.is_empty(),
            Self::Event(_) => true,
            _ => false,
        }
    }

    /// The days that it takes, if it has a time.
    #[must_use]
    pub fn days(&self) -> Option<Days> {
        match self {
            Self::Campaign(campaign) => Some(campaign.days()),
            Self::Event(event) => Some(event.days()),
            _ => None,
        }
    }
}
