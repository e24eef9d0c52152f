//! Good examples as an index by their field of work: what `models.html` shows.
//!
//! A page with `layout = "models"` gathers from the section above it, as calendars do. What else lies in its own folder,
//! such as how to report an example, is listed below.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Planner;
use crate::kinds::Own;
use crate::vi;
use crate::views::Part;

/// A field of work; its models are the cards below it.
#[derive(Hash, Serialize)]
struct Area {
    /// None for models that name no field.
    title: Option<String>,
}

impl Planner<'_> {
    /// What `models.html` shows: fields of work in Vietnamese order, each with its models, newest first.
    pub(super) fn models_parts(&self, s: usize) -> Vec<(&'static str, Part)> {
        let site = self.site;
        let model = |p: &usize| match site.pages[*p].own.as_deref() {
            Some(Own::Model(model)) => Some(model),
            _ => None,
        };
        let mut by_area: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut without = Vec::new();
        for p in self.scope(s) {
            let Some(model) = model(p) else { continue };
            match &model.area {
                Some(area) => by_area.entry(capitalized(area)).or_default().push(*p),
                None => without.push(*p),
            }
        }
        let mut areas: Vec<(String, Vec<usize>)> = by_area.into_iter().collect();
        areas.sort_by_cached_key(|(area, _)| vi::sort::key(area));
        let named = areas.into_iter().map(|(area, pages)| (Some(area), pages));
        let rest = (!without.is_empty()).then_some((None, without));
        let (areas, cards) = named
            .chain(rest)
            .map(|(title, pages)| (Area { title }, self.cards(pages)))
            .unzip::<_, _, Vec<Area>, Vec<_>>();
        let own = site.sections[s].pages.iter().copied();
        let others = own.filter(|p| model(p).is_none());
        vec![
            ("areas", Part::with_cards(areas, vec![("items", cards)])),
            ("others", Part::Cards(self.cards(others))),
        ]
    }
}

/// Fields that differ in their first capital only are one.
fn capitalized(area: &str) -> String {
    let mut letters = area.trim().chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
