//! The log of work off the page: whether the units that it names are there.

use super::{Site, unknown_term};
use crate::diag::Diagnostic;

/// Says which entries of the log name a unit that the site does not have.
pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let (Some(log), Some(units)) = (
        site.registries.get("activities"),
        site.registries.get("units"),
    ) else {
        return;
    };
    if units.broken {
        return;
    }
    for (_, activity, _) in &log.entries {
        if let Some(unit) = activity.text("unit")
            && units.get(unit).is_none()
        {
            diagnostics.push(unknown_term(unit, &log.file, activity.span("unit"), units));
        }
    }
}
