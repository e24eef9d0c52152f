//! Why a publish stopped, and what to tell about it.

use super::lock::Owner;
use super::target::{Failure, Reason, Trouble};
use crate::diag::{Args, Diagnostic, Msg, Text};
use crate::vi;

/// How many names a message holds before the rest are counted.
const NAMED: usize = 5;

/// Why nothing, or not everything, was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The host, or the way to it, failed; at this path, if it was about one.
    Failed(Option<String>, Failure),
    /// Somebody else is publishing.
    Locked(Option<Owner>),
    /// Somebody else took over while this publish went on.
    TakenOver,
    /// Files of somebody else's stand where ours should.
    Foreign(Vec<String>),
    /// Something of somebody else's is in the way, and no permission helps.
    Obstacles(Vec<String>),
    /// So many files of so many would go.
    RemovesMuch(usize, usize),
    /// Another machine has published these pages, which are not here.
    Unknown(Vec<String>),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(None, failure)
    }
}

impl Stop {
    /// Whether the host did not let us in.
    #[must_use]
    pub fn is_login(&self) -> bool {
        matches!(self, Self::Failed(_, failure) if failure.trouble == Trouble::Login)
    }

    /// What to tell about it.
    #[must_use]
    pub fn diagnostic(&self, destination: &str) -> Diagnostic {
        let about = |msg: Msg, args: Args<'_>| Diagnostic::new(msg, "", None, args);
        match self {
            Stop::Failed(path, failure) => failed(path.as_deref(), failure, destination),
            Stop::Locked(Some(owner)) => {
                let since = vi::date::to_the_minute(owner.since.local());
                about(Msg::Locked, &[&owner.who, &since]).help(Msg::HelpLocked, &[])
            }
            Stop::Locked(None) => about(Msg::LockedNobody, &[]).help(Msg::HelpLocked, &[]),
            Stop::TakenOver => about(Msg::TakenOver, &[]).help(Msg::HelpTakenOver, &[]),
            Stop::Foreign(paths) => about(Msg::ForeignOnHost, &[&paths.len(), &some(paths)])
                .help(Msg::HelpForeignOnHost, &[]),
            Stop::Obstacles(paths) => {
                about(Msg::Obstacle, &[&some(paths)]).help(Msg::HelpObstacle, &[])
            }
            Stop::RemovesMuch(removed, all) => {
                about(Msg::RemovesMuch, &[removed, all]).help(Msg::HelpRemovesMuch, &[])
            }
            Stop::Unknown(paths) => about(Msg::OthersPublished, &[&paths.len(), &some(paths)])
                .help(Msg::HelpOthersPublished, &[]),
        }
    }
}

/// Some names, and how many more.
fn some(names: &[String]) -> Text {
    let shown = names
        .iter()
        .take(NAMED)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => Text::new(Msg::Verbatim, &[&shown]),
        more => Text::new(Msg::UiAndMore, &[&shown, &more]),
    }
}

/// A reason in plain words: what hosts say is English, and short.
fn in_words(reason: Reason) -> Msg {
    match reason {
        Reason::Denied => Msg::HostDenied,
        Reason::Missing => Msg::HostMissing,
        Reason::DeniedOrMissing => Msg::HostDeniedOrMissing,
        Reason::Name => Msg::HostName,
        Reason::Unsaid => Msg::HostUnsaid,
        Reason::Held => Msg::HostHeld,
    }
}

fn failed(path: Option<&str>, failure: &Failure, destination: &str) -> Diagnostic {
    let said = Text::new(Msg::Verbatim, &[&failure.said]);
    let said = match failure.reason.map(in_words) {
        Some(reason) => Text::new(Msg::HostSaid, &[&Text::new(reason, &[]), &said]),
        None => said,
    };
    let said = match path {
        Some(path) => Text::new(Msg::AtFile, &[&said, &path]),
        None => said,
    };
    let about = |msg: Msg, help: Msg| {
        Diagnostic::new(msg, "", None, &[&destination, &said]).help(help, &[])
    };
    match &failure.trouble {
        Trouble::Lost => about(Msg::HostLost, Msg::HelpHostLost),
        Trouble::Slow => about(Msg::HostSlow, Msg::HelpHostLost),
        Trouble::Busy => about(Msg::HostBusy, Msg::HelpHostBusy),
        Trouble::Refused => about(Msg::HostRefused, Msg::HelpHostRefused),
        Trouble::Full => about(Msg::HostFull, Msg::HelpHostFull),
        Trouble::Untrue => about(Msg::HostUntrue, Msg::HelpHostUntrue),
        Trouble::Login => about(Msg::HostLogin, Msg::HelpHostLogin),
        Trouble::Here => {
            Diagnostic::new(Msg::NotPublished, "", None, &[&said]).help(Msg::HelpUnreadable, &[])
        }
        Trouble::Told(diagnostic) => (**diagnostic).clone(),
    }
}
