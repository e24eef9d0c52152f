//! The log of work off the page: whether the units that it names are there.

use super::{Site, unknown_unit};
use crate::diag::Diagnostic;

/// Says which entries of the log name a unit that the site does not have.
pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let Some(log) = site.registries.get("activities") else {
        return;
    };
    diagnostics.extend(log.entries.iter().filter_map(|(_, activity, _)| {
        unknown_unit(
            activity.text("unit")?,
            &log.file,
            activity.span("unit"),
            site,
        )
    }));
}
