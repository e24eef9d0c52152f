//! Taxonomies: the ways of gathering pages across sections, as one table.

/// A way of gathering pages.
#[derive(Debug)]
pub struct TaxonomyKind {
    /// What templates call it.
    pub name: &'static str,
    /// The front matter key that names its terms.
    pub key: &'static str,
    /// The registry of its terms; without one, terms are whatever pages name.
    pub registry: Option<&'static str>,
    /// The folder of its pages.
    pub path: &'static str,
    /// What people call it.
    pub title: &'static str,
}

/// Every taxonomy there is.
pub const TAXONOMIES: &[TaxonomyKind] = &[
    TaxonomyKind {
        name: "topics",
        key: "topics",
        registry: Some("topics"),
        path: "chu-de",
        title: "Chủ đề",
    },
    TaxonomyKind {
        name: "tags",
        key: "tags",
        registry: None,
        path: "the",
        title: "Thẻ",
    },
    TaxonomyKind {
        name: "audiences",
        key: "audiences",
        registry: Some("audiences"),
        path: "doi-tuong",
        title: "Đối tượng",
    },
    TaxonomyKind {
        name: "units",
        key: "unit",
        registry: Some("units"),
        path: "don-vi",
        title: "Đơn vị",
    },
    TaxonomyKind {
        name: "authors",
        key: "author",
        registry: None,
        path: "tac-gia",
        title: "Tác giả",
    },
    TaxonomyKind {
        name: "tasks",
        key: "nq57_tasks",
        registry: Some("nq57_tasks"),
        path: "nhiem-vu",
        title: "Nhóm nhiệm vụ",
    },
];

/// Places in `TAXONOMIES`.
pub const TOPICS: usize = 0;
/// Tags.
pub const TAGS: usize = 1;
/// Audiences.
pub const AUDIENCES: usize = 2;
/// Units.
pub const UNITS: usize = 3;
/// Authors.
pub const AUTHORS: usize = 4;
/// Task groups of Resolution 57.
pub const TASKS: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_are_those_of_the_table() {
        let names: Vec<_> = [TOPICS, TAGS, AUDIENCES, UNITS, AUTHORS, TASKS]
            .iter()
            .map(|i| TAXONOMIES[*i].name)
            .collect();
        assert_eq!(
            names,
            ["topics", "tags", "audiences", "units", "authors", "tasks"]
        );
    }
}
