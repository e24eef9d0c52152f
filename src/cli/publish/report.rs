//! What a publish says when it is done, or would do: in words, as a list, as JSON, and as a text to paste elsewhere.

use std::time::Duration;

use serde_json::json;

use super::{Desk, Edition};
use crate::cli::{MISTAKES, Voice, build};
use crate::config::Destination;
use crate::diag::{Diagnostic, Lang, Msg, Text};
use crate::publish::changes::{Changes, Counts};
use crate::publish::{Allowed, Done, Forecast};
use crate::publish::{manifest::Stage, visit};
use crate::vi;

/// How many articles a card names.
const ON_CARD: usize = 10;

impl Desk<'_> {
    /// Says what a publish would do; gives the exit status.
    pub(super) fn foretell(&self, forecast: &Forecast, allowed: Allowed, list: bool) -> u8 {
        let (voice, prospect) = (self.place.voice, &forecast.prospect);
        if prospect.seen.lost {
            let lost = Diagnostic::new(Msg::ManifestLost, "", None, &[]);
            voice.report(&[lost], &|_| None);
        }
        let stop = prospect.stop(allowed);
        if let Some(stop) = &stop {
            voice.report(&[stop.diagnostic(self.name())], &|_| None);
        }
        self.foretell_changes(&prospect.changes, stop.is_none(), list);
        if !forecast.is_proven {
            voice.say(Msg::UiSwitchUnproven, &[&self.name()]);
        }
        if stop.is_some() { MISTAKES } else { 0 }
    }

    /// Says what would be sent; `is_allowed` unless something stops it.
    pub(super) fn foretell_changes(&self, changes: &Changes, is_allowed: bool, list: bool) {
        let (voice, name) = (self.place.voice, self.name());
        if changes.is_empty() {
            voice.say(Msg::UiNothingToPublish, &[&name]);
        } else {
            let words = words(changes, voice.lang);
            voice.say(Msg::UiPublishPlan, &[&name, &words]);
        }
        if list {
            list_changes(voice, changes);
        }
        let mut result = result(self.destination, changes);
        result["dry_run"] = true.into();
        result["ok"] = is_allowed.into();
        voice.result(&result);
    }

    /// Says that there was nothing to do.
    pub(super) fn report_nothing(&self) {
        let voice = self.place.voice;
        voice.say(Msg::UiNothingToPublish, &[&self.name()]);
        voice.result(
            &json!({"type": "result", "ok": true, "target": self.name(), "put": 0, "removed": 0}),
        );
    }

    /// Says what a publish did.
    pub(super) fn report(&self, done: &Done, time: Duration, list: bool) {
        let voice = self.place.voice;
        if done.adopted > 0 {
            voice.say(Msg::UiAdopted, &[&done.adopted]);
        }
        let name = &self.name();
        let mut result = self.report_changes(&done.changes, (Msg::UiPublished, name), time, list);
        result["generation"] = done.manifest.generation.into();
        result["adopted"] = done.adopted.into();
        voice.result(&result);
    }

    /// Says what was sent and where, and gives what programs are told about it.
    pub(super) fn report_changes(
        &self,
        changes: &Changes,
        (done, place): (Msg, &dyn std::fmt::Display),
        time: Duration,
        list: bool,
    ) -> serde_json::Value {
        let voice = self.place.voice;
        if list {
            list_changes(voice, changes);
        }
        let words = words(changes, voice.lang);
        let time_words = build::seconds(time, voice.lang);
        voice.say(done, &[&place.to_string(), &words, &time_words]);
        let mut result = result(self.destination, changes);
        result["seconds"] = time.as_secs_f64().into();
        result
    }

    /// A text about the new articles, to paste into Zalo.
    pub(super) fn card(&self, edition: &Edition, done: &Done) {
        let Some(base) = self.address() else {
            return;
        };
        let is_new = |put: &&crate::publish::changes::Put| {
            put.replaces.is_none() && put.file.stage == Stage::Page
        };
        let new = done.changes.put.iter().filter(is_new);
        let articles: Vec<String> = new
            .filter_map(|put| {
                let title = edition.titles.get(&put.path)?;
                Some(format!("• {title}\n  {}", visit::address(base, &put.path)))
            })
            .collect();
        // The first publish brings everything, and that is no news.
        if articles.is_empty() || articles.len() > ON_CARD {
            return;
        }
        let voice = self.place.voice;
        let when = vi::date::to_the_minute(done.manifest.at.local());
        let title = &self.config.title;
        let head = voice.text(Msg::UiCardHead, &[title, &articles.len(), &when]);
        let card = format!("{head}\n{}", articles.join("\n"));
        voice.result(&json!({"type": "card", "text": card}));
        voice.say(Msg::UiCard, &[]);
        voice.say(Msg::Verbatim, &[&card]);
    }
}

fn result(destination: &Destination, changes: &Changes) -> serde_json::Value {
    let counts = changes.counts();
    json!({
        "type": "result", "ok": true, "target": destination.name,
        "new_articles": counts.new_pages, "changed_pages": counts.changed_pages, "removed_pages": counts.removed_pages,
        "put": changes.put.len(), "removed": changes.removed().count(), "unchanged": changes.unchanged,
        "bytes": counts.bytes,
    })
}

fn list_changes(voice: Voice, changes: &Changes) {
    let puts = changes.put.iter().map(|put| {
        let (sign, action) = if put.replaces.is_some() {
            ('~', "replace")
        } else {
            ('+', "put")
        };
        (sign, action, &put.path)
    });
    let removed = changes.removed().map(|path| ('-', "remove", path));
    for (sign, action, path) in puts.chain(removed) {
        voice.result(&json!({"type": "change", "action": action, "path": path}));
        if !voice.json {
            out!("  {sign} {path}");
        }
    }
}

/// `1 bài mới, 3 trang đổi, 0 xóa, 420 KB`.
fn words(changes: &Changes, lang: Lang) -> String {
    let Counts {
        new_pages,
        changed_pages,
        new_lists,
        removed_pages,
        other_files,
        other_removed,
        bytes,
    } = changes.counts();
    let size = vi::number::file_size(bytes);
    let words = Text::new(
        Msg::UiCounts,
        &[&new_pages, &changed_pages, &removed_pages, &size],
    );
    let others = new_lists + other_files;
    if others + other_removed == 0 {
        return words.show(lang);
    }
    Text::new(Msg::UiCountsOther, &[&words, &others, &other_removed]).show(lang)
}
