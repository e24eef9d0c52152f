//! What only the settings allow: private data, lists of residents, and calls to other hosts.
//!
//! Parsing has found what texts say; here it is held against `[check]` and the official contacts of `site.toml` and of
//! the registry of units. Makes diagnostics and changes nothing.

use std::ops::Range;

use super::Site;
use crate::config::{self, Checks};
use crate::diag::{Diagnostic, Msg, Span};
use crate::parse::Doc;
use crate::parse::calls;
use crate::parse::fields::Fields;
use crate::parse::markdown::{PeopleList, Private};
use crate::vi::private::{self, PrivateKind};

/// What of one text is not allowed.
pub(super) fn check(doc: &Doc, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let outline = &doc.outline;
    for private in &outline.private {
        if !is_official(&private.written, site) {
            diagnostics.push(private_data(private, &doc.path));
        }
    }
    let may_list = site
        .config
        .check
        .people_lists
        .iter()
        .any(|file| *file == *doc.path);
    for list in outline.people.iter().filter(|_| !may_list) {
        diagnostics.push(people_list(list, &doc.path));
    }
}

/// The private data in a text of the front matter that stands at `span`.
pub(super) fn private_in(text: &str, span: Span, doc: &Doc, site: &Site) -> Vec<Diagnostic> {
    let found = private::find(text).into_iter();
    let found = found.map(|one| Private {
        written: text[one.range.clone()].into(),
        span,
        kind: one.kind,
    });
    found
        .filter(|one| !is_official(&one.written, site))
        .map(|one| private_data(&one, &doc.path))
        .collect()
}

/// Whether a number or address is one of the official contacts.
fn is_official(written: &str, site: &Site) -> bool {
    fn contacts(fields: &Fields) -> impl Iterator<Item = &str> {
        ["phone", "hotline", "fax", "email"]
            .into_iter()
            .filter_map(|key| fields.text(key))
    }
    let wanted = private::key(written);
    let units = site
        .registries
        .get("units")
        .into_iter()
        .flat_map(|units| &units.entries);
    let of_units = units.flat_map(|(_, unit, _)| contacts(unit));
    let of_settings = site.config.check.contacts.iter().map(String::as_str);
    // A line of contacts may hold several: `0220 3712 345 – 0912 345 678`.
    let is_named = |line: &str| {
        private::key(line) == wanted
            || private::find(line)
                .iter()
                .any(|other| private::key(&line[other.range.clone()]) == wanted)
    };
    contacts(&site.config.organization)
        .chain(of_units)
        .chain(of_settings)
        .any(is_named)
}

fn private_data(private: &Private, file: &str) -> Diagnostic {
    match private.kind {
        PrivateKind::Identity => {
            Diagnostic::new(Msg::PersonalId, file, private.span, &[]).help(Msg::HelpPersonalId, &[])
        }
        PrivateKind::Contact => Diagnostic::new(
            Msg::PersonalContact,
            file,
            private.span,
            &[&private.written],
        )
        .help(Msg::HelpPersonalContact, &[&private.written]),
    }
}

fn people_list(list: &PeopleList, file: &str) -> Diagnostic {
    Diagnostic::new(
        Msg::PeopleList,
        file,
        list.span,
        &[&list.names, &list.private],
    )
    .help(Msg::HelpPeopleList, &[&file])
}

/// What is not allowed in the site's own style sheets and in the measuring snippet.
pub(super) fn check_site(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let checks = &site.config.check;
    let sheets = site
        .files
        .values()
        .filter(|file| file.path.ends_with(".css"));
    for file in sheets {
        let Ok(bytes) = file.read() else { continue };
        let Ok(text) = std::str::from_utf8(&bytes) else {
            continue;
        };
        diagnostics.extend(third_party(&file.path, &calls::in_css(text), checks));
    }
    let organization = &site.config.organization;
    if let Some(snippet) = organization.text("head_html") {
        let span = organization.span("head_html");
        let hosts = calls::in_html(snippet)
            .into_iter()
            .filter_map(|(_, address)| calls::host(address));
        diagnostics.extend(hosts.filter(|host| !checks.allows(host)).map(|host| {
            Diagnostic::new(Msg::MeasuringHost, config::FILE, span, &[&host])
                .help(Msg::HelpAllowHost, &[&host])
        }));
    }
}

/// The diagnostics of a file that fetches something from hosts that the settings do not allow.
#[must_use]
pub fn third_party(file: &str, calls: &[(Range<usize>, &str)], checks: &Checks) -> Vec<Diagnostic> {
    let of = |(range, address): &(Range<usize>, &str)| {
        let host = calls::host(address).filter(|host| !checks.hosts.contains(host))?;
        let span = Span::new(range.clone());
        Some(
            Diagnostic::new(Msg::ThirdParty, file, span, &[address])
                .help(Msg::HelpThirdParty, &[])
                .help(Msg::HelpAllowHost, &[&host]),
        )
    };
    calls.iter().filter_map(of).collect()
}
