//! What a publish has to do: pure, from what is wanted and what is known of the host.
//!
//! The order makes every moment of a publish a whole site. First come the new files, stage by stage: nothing leads to
//! them yet. Then the changed ones: whatever they lead to is there by now, and so is whatever the old pages lead to that
//! still stand. Removals come last. A file in the place of which a folder must be made (or the other way round) is the
//! one exception: it makes way first.

use std::collections::{BTreeMap, BTreeSet};

use super::manifest::{File, Files, Hash, Stage};

/// What is known of a file of ours on the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The hash of its content; nothing when it is in doubt.
    pub hash: Option<Hash>,
    /// Its size; nothing when it is in doubt.
    pub size: Option<u64>,
}

impl Known {
    /// A file of which nothing is known.
    pub const DOUBT: Self = Self {
        hash: None,
        size: None,
    };

    /// A file whose content is known.
    #[must_use]
    pub fn of(file: &File) -> Self {
        Self {
            hash: Some(file.hash),
            size: Some(file.size),
        }
    }
}

/// A file to put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// Its path.
    pub path: String,
    /// What it shall be.
    pub file: File,
    /// What it replaces; nothing when it is new.
    pub replaces: Option<Known>,
}

impl Put {
    /// What must be done before what. A home page that is new comes after all else: with it, the site is there.
    #[must_use]
    pub fn turn(&self) -> (bool, bool, Stage) {
        let is_new = self.replaces.is_none();
        let stage = self.file.stage;
        (!is_new, is_new && stage == Stage::Home, stage)
    }
}

/// What a publish has to do, in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that stand where a folder must be, or below the place of a file.
    pub make_way: Vec<String>,
    /// What is put, in the order of `Put::turn`.
    pub put: Vec<Put>,
    /// What is removed.
    pub remove: Vec<String>,
    /// How many files stay as they are.
    pub unchanged: usize,
}

/// What a publish does, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New articles and other pages of the content.
    pub new_pages: usize,
    /// Changed pages of every sort.
    pub changed_pages: usize,
    /// New lists, home page.
    pub new_lists: usize,
    /// Pages that go.
    pub removed_pages: usize,
    /// Other files that are new or changed.
    pub other_files: usize,
    /// Other files that go.
    pub other_removed: usize,
    /// Bytes that are sent.
    pub bytes: u64,
}

impl Changes {
    /// What leads from what is on the host to what is wanted.
    #[must_use]
    pub fn new(wanted: &Files, there: &BTreeMap<String, Known>) -> Self {
        let mut put: Vec<Put> = wanted
            .iter()
            .filter(|(path, file)| there.get(*path).and_then(|known| known.hash) != Some(file.hash))
            .map(|(path, file)| Put {
                path: path.clone(),
                file: *file,
                replaces: there.get(path).copied(),
            })
            .collect();
        let unchanged = wanted.len() - put.len();
        put.sort_by(|a, b| (a.turn(), &a.path).cmp(&(b.turn(), &b.path)));
        let gone = there.keys().filter(|path| !wanted.contains_key(*path));
        let (make_way, remove) = gone.cloned().partition(|path| is_in_the_way(path, wanted));
        Self {
            make_way,
            put,
            remove,
            unchanged,
        }
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.make_way.is_empty() && self.put.is_empty() && self.remove.is_empty()
    }

    /// Everything that is removed.
    pub fn removed(&self) -> impl Iterator<Item = &String> {
        self.make_way.iter().chain(&self.remove)
    }

    /// The same in numbers.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for put in &self.put {
            let number = match (is_page(&put.path), put.replaces, put.file.stage) {
                (false, ..) => &mut counts.other_files,
                (true, Some(_), _) => &mut counts.changed_pages,
                (true, None, Stage::Page) => &mut counts.new_pages,
                (true, None, _) => &mut counts.new_lists,
            };
            *number += 1;
            counts.bytes += put.file.size;
        }
        for path in self.removed() {
            *(if is_page(path) {
                &mut counts.removed_pages
            } else {
                &mut counts.other_removed
            }) += 1;
        }
        counts
    }

    /// Whether so much goes that somebody should look first: more than 20 files, or more than a tenth of the site when
    /// that is more than five.
    #[must_use]
    pub fn removes_much(&self) -> bool {
        let removed = self.removed().count();
        let before =
            self.unchanged + removed + self.put.iter().filter(|put| put.replaces.is_some()).count();
        removed > 20 || (removed > 5 && removed * 10 > before)
    }
}

/// Whether people read it in a browser.
#[must_use]
pub fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// The folders above a path, from the top: `a` and `a/b` of `a/b/c`.
pub fn folders(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Whether a file of ours keeps a wanted one from its place.
fn is_in_the_way(path: &str, wanted: &Files) -> bool {
    let below = format!("{path}/");
    let next = wanted.range(below.clone()..).next();
    next.is_some_and(|(next, _)| next.starts_with(&below))
        || folders(path).any(|folder| wanted.contains_key(folder))
}

/// What somebody else published that the wanted site does not know: pages that it lacks, and pages that it still has as
/// they were before the other's edit. `base` is what this machine knew of the host.
#[must_use]
pub fn unknown_here<'a>(host: &'a Files, base: Option<&Files>, wanted: &Files) -> Vec<&'a String> {
    let unknown = |(path, file): &(&String, &File)| {
        let before = base.and_then(|base| base.get(*path)).map(|file| file.hash);
        let here = wanted.get(*path).map(|file| file.hash);
        file.stage == Stage::Page
            && before != Some(file.hash)
            && (here.is_none() || (before.is_some() && here == before))
    };
    host.iter().filter(unknown).map(|(path, _)| path).collect()
}

/// The folders that hold something of `files`.
#[must_use]
pub fn folders_of<'a>(files: impl Iterator<Item = &'a String>) -> BTreeSet<String> {
    files
        .flat_map(|path| folders(path).map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(content: &str, stage: Stage) -> File {
        File {
            hash: Hash::of(content.as_bytes()),
            size: content.len() as u64,
            stage,
        }
    }

    fn files(list: &[(&str, &str, Stage)]) -> Files {
        list.iter()
            .map(|(path, content, stage)| ((*path).to_owned(), file(content, *stage)))
            .collect()
    }

    fn there(files: &Files) -> BTreeMap<String, Known> {
        let known = |(path, file): (&String, &File)| (path.clone(), Known::of(file));
        files.iter().map(known).collect()
    }

    /// What is done, one word a step.
    fn steps(wanted: &Files, old: &Files) -> Vec<String> {
        let changes = Changes::new(wanted, &there(old));
        let way = changes.make_way.iter().map(|path| format!("way {path}"));
        let put = changes.put.iter().map(|put| match put.replaces {
            None => format!("new {}", put.path),
            Some(_) => format!("changed {}", put.path),
        });
        let gone = changes.remove.iter().map(|path| format!("remove {path}"));
        way.chain(put).chain(gone).collect()
    }

    #[test]
    fn what_others_lean_on_goes_first_and_removals_come_last() {
        let old = files(&[
            ("index.html", "1", Stage::Home),
            ("rss.xml", "1", Stage::Feed),
            ("tin/index.html", "1", Stage::List),
            ("tin/cu/index.html", "1", Stage::Page),
            ("tin/bo/index.html", "1", Stage::Page),
            ("site.aaaa.css", "1", Stage::Asset),
            ("giu.txt", "1", Stage::File),
        ]);
        let new = files(&[
            ("index.html", "2", Stage::Home),
            ("rss.xml", "2", Stage::Feed),
            ("tin/index.html", "2", Stage::List),
            ("tin/cu/index.html", "2", Stage::Page),
            ("tin/moi/index.html", "2", Stage::Page),
            ("tin/moi/anh.jpg", "2", Stage::File),
            ("tin/trang/2/index.html", "2", Stage::List),
            ("site.bbbb.css", "2", Stage::Asset),
            ("giu.txt", "1", Stage::File),
        ]);
        assert_eq!(
            steps(&new, &old),
            [
                "new site.bbbb.css",
                "new tin/moi/anh.jpg",
                "new tin/moi/index.html",
                "new tin/trang/2/index.html",
                "changed tin/cu/index.html",
                "changed tin/index.html",
                "changed index.html",
                "changed rss.xml",
                "remove site.aaaa.css",
                "remove tin/bo/index.html",
            ]
        );
    }

    #[test]
    fn a_file_that_becomes_a_folder_makes_way_first() {
        let file = files(&[("a", "1", Stage::File)]);
        let folder = files(&[("a/b", "1", Stage::File)]);
        assert_eq!(steps(&folder, &file), ["way a", "new a/b"]);
        assert_eq!(steps(&file, &folder), ["way a/b", "new a"]);
    }

    #[test]
    fn a_file_in_doubt_is_put_again() {
        let wanted = files(&[("a", "1", Stage::File)]);
        let changes = Changes::new(&wanted, &[("a".to_owned(), Known::DOUBT)].into());
        assert_eq!(changes.put.len(), 1);
        assert_eq!(changes.put[0].turn(), (true, false, Stage::File));
    }

    #[test]
    fn many_removals_are_noticed_and_a_few_are_not() {
        let site = |n: usize| -> Files {
            (0..n)
                .map(|i| (format!("{i:03}.html"), file("x", Stage::Page)))
                .collect()
        };
        let much = |before: usize, after: usize| {
            Changes::new(&site(after), &there(&site(before))).removes_much()
        };
        assert!(!much(1_000, 980));
        assert!(much(1_000, 979));
        assert!(!much(60, 54));
        assert!(much(59, 53));
        assert!(!much(10, 5));
    }

    #[test]
    fn pages_of_another_machine_are_found_and_our_own_edits_are_not() {
        let base = files(&[
            ("a/index.html", "1", Stage::Page),
            ("b/index.html", "1", Stage::Page),
            ("c/index.html", "1", Stage::Page),
            ("d/index.html", "1", Stage::Page),
            ("index.html", "1", Stage::Home),
        ]);
        // The other machine edited a and b and wrote e.
        let host = files(&[
            ("a/index.html", "2", Stage::Page),
            ("b/index.html", "2", Stage::Page),
            ("c/index.html", "1", Stage::Page),
            ("d/index.html", "1", Stage::Page),
            ("e/index.html", "1", Stage::Page),
            ("index.html", "2", Stage::Home),
        ]);
        // We still have the old a, have the edit of b, edited c and removed d.
        let wanted = files(&[
            ("a/index.html", "1", Stage::Page),
            ("b/index.html", "2", Stage::Page),
            ("c/index.html", "3", Stage::Page),
            ("index.html", "3", Stage::Home),
        ]);
        assert_eq!(
            unknown_here(&host, Some(&base), &wanted),
            ["a/index.html", "e/index.html"]
        );
        assert_eq!(
            unknown_here(&host, None, &wanted),
            ["d/index.html", "e/index.html"]
        );
    }

    #[test]
    fn the_counts_speak_of_articles_pages_and_files() {
        let old = files(&[
            ("index.html", "1", Stage::Home),
            ("bo/index.html", "1", Stage::Page),
            ("bo/anh.jpg", "1", Stage::File),
        ]);
        let new = files(&[
            ("index.html", "22", Stage::Home),
            ("moi/index.html", "333", Stage::Page),
            ("tin/index.html", "4", Stage::List),
            ("rss.xml", "5", Stage::Feed),
        ]);
        let counts = Changes::new(&new, &there(&old)).counts();
        assert_eq!(
            counts,
            Counts {
                new_pages: 1,
                changed_pages: 1,
                new_lists: 1,
                removed_pages: 1,
                other_files: 1,
                other_removed: 1,
                bytes: 7,
            }
        );
    }
}
