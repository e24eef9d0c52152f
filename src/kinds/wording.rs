//! What is wrong with the words of keys: abbreviations in texts that stand alone, on a banner or in a list, and names of
//! places that are no more where something is today.

use crate::diag::{Diagnostic, Msg, Span};
use crate::parse::Doc;
use crate::parse::fields::Fields;
use crate::vi;

/// Says so when a text that stands alone has an abbreviation that it does not explain.
pub(super) fn check_alone(
    doc: &Doc,
    text: Option<&str>,
    span: Option<Span>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some((_, (short, long))) = text.and_then(vi::abbreviation::unexplained) else {
        return;
    };
    diagnostics.push(
        Diagnostic::new(Msg::UnexplainedAbbreviation, &doc.path, span, &[short])
            .help(Msg::HelpWrite, &[long]),
    );
}

/// The same for the title and for every text of some lists.
pub(super) fn check_all_alone(
    doc: &Doc,
    own: &Fields,
    lists: &[&str],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (title, span) = (doc.fields.text("title"), doc.fields.span("title"));
    check_alone(doc, title, span, diagnostics);
    for item in lists.iter().flat_map(|key| own.list(key)) {
        check_alone(doc, item.as_text(), Some(item.span), diagnostics);
    }
}

/// Says so when the place of something is called as it was once called.
pub(super) fn check_place(doc: &Doc, fields: &Fields, diagnostics: &mut Vec<Diagnostic>) {
    let Some(text) = fields.text("place") else {
        return;
    };
    let Some(former) = vi::former::find(text) else {
        return;
    };
    let written = &text[former.range];
    let said = Diagnostic::new(
        Msg::FormerName,
        &doc.path,
        fields.span("place"),
        &[&written],
    );
    diagnostics.push(match former.today {
        Some(today) => said.help(Msg::HelpWrite, &[&today]),
        None => said.help(Msg::HelpFormerLevel, &[]),
    });
}
