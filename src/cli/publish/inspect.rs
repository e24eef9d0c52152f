//! Looking at a host without publishing: whether it still has what was published, and whether publishing there works.

use std::collections::BTreeSet;

use serde_json::json;

use super::{Desk, Mistakes, chance};
use crate::cli::MISTAKES;
use crate::diag::{Diagnostic, Msg};
use crate::publish::probe::{self, Trial};
use crate::publish::verify::{self, Findings};
use crate::publish::visit;

impl Desk<'_> {
    /// Compares the host with what was published and says what differs; gives the exit status.
    pub(super) fn verify(&self) -> Result<u8, Mistakes> {
        let findings = self.findings()?;
        let is_whole = findings.damaged().is_empty();
        self.place.voice.result(&json!({
            "type": "result", "ok": is_whole, "target": self.name(), "compared": findings.compared,
            "changed": findings.changed, "missing": findings.missing, "strange": findings.strange,
        }));
        Ok(if is_whole { 0 } else { MISTAKES })
    }

    /// The files on the host that somebody has changed or removed.
    pub(super) fn damaged(&self) -> Result<BTreeSet<String>, Mistakes> {
        Ok(self.findings()?.damaged())
    }

    /// What differs on the host, once it was said.
    fn findings(&self) -> Result<Findings, Mistakes> {
        let found = self.with(|means| verify::verify(means, &self.remembered))?;
        let Some(found) = found else {
            let name = self.name();
            let diagnostic = Diagnostic::new(Msg::NeverPublished, "", None, &[&name]);
            return Err(vec![diagnostic.help(Msg::HelpNeverPublished, &[])]);
        };
        let about = |paths: &BTreeSet<String>, msg: Msg, help: Msg| {
            let one = |path: &String| Diagnostic::new(msg, "", None, &[path]).help(help, &[]);
            paths.iter().map(one).collect::<Vec<Diagnostic>>()
        };
        let voice = self.place.voice;
        for differing in [
            about(&found.changed, Msg::ChangedOnHost, Msg::HelpChangedOnHost),
            about(&found.missing, Msg::MissingOnHost, Msg::HelpMissingOnHost),
            about(&found.strange, Msg::StrangeOnHost, Msg::HelpStrangeOnHost),
        ] {
            voice.report(&differing, &|_| None);
        }
        let [changed, missing, strange] =
            [&found.changed, &found.missing, &found.strange].map(BTreeSet::len);
        voice.say(
            Msg::UiVerified,
            &[&found.compared, &self.name(), &changed, &missing, &strange],
        );
        Ok(found)
    }

    /// Tries the host out with a small file; gives the exit status.
    pub(super) fn test(&self) -> Result<u8, Mistakes> {
        let voice = self.place.voice;
        let tell = |trial: Trial| {
            let msg = match trial {
                Trial::Folder => Msg::UiTrialFolder,
                Trial::Write => Msg::UiTrialWrite,
                Trial::Rename => Msg::UiTrialRename,
                Trial::Web => Msg::UiTrialWeb,
                Trial::Remove => Msg::UiTrialRemove,
            };
            voice.say(msg, &[]);
        };
        let base = self.address();
        self.with(|means| probe::probe(means, base, &chance(), &visit::ask(), &tell))?;
        voice.say(Msg::UiTested, &[&self.name()]);
        voice.result(&json!({"type": "result", "ok": true, "target": self.name()}));
        Ok(0)
    }
}
