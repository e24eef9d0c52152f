//! Small sites for tests: all sources as one text that the test shows, verbs of an editor at work, and what comes out.
//!
//! `Site` is the folder, `Portal` is a running program that builds it again and again, `Built` is what one build gave.
//! `Place` is a folder on disk, for tests of the program itself.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use trangxa::diag::{self, Diagnostic};
use trangxa::engine::{self, Content, Memo, Sink};
use trangxa::fingerprint::Fingerprint;
use trangxa::moment::Moment;
use trangxa::site::HeldBack;
use trangxa::source::{File, Options, Snapshot};
use trangxa::vi;

/// A theme of one screen, with every template that a site needs: what it prints can be compared whole.
pub const THEME: &str = r#"
-- themes/nho/theme.toml --
name = "nho"
-- themes/nho/static/nho.css --
p { margin: 0 }
-- themes/nho/templates/base.html --
<link href="{{ root }}{{ asset(file="nho.css") }}">
<h1>{{ page.title }} | {{ site.title }}</h1>
{% block main %}{% endblock %}
-- themes/nho/templates/card.html --
<li><a href="{{ root }}{{ item.path }}">{{ item.title }}</a>{% if item.date %} {{ item.date | date_short }}{% endif %}
-- themes/nho/templates/article.html --
{% extends "base.html" %}
{% block main %}
{{ body }}
{% for term in page.topics %}<a href="{{ root }}{{ term.path }}">{{ term.title }}</a>{% endfor %}
{% for term in page.tags %}<a href="{{ root }}{{ term.path }}">{{ term.title }}</a>{% endfor %}
{% if page.unit %}<a href="{{ root }}{{ page.unit.path }}">{{ page.unit.title }}</a>{% endif %}
{% if page.previous %}<a href="{{ root }}{{ page.previous.path }}">{{ page.previous.title }}</a>{% endif %}
{% if page.next %}<a href="{{ root }}{{ page.next.path }}">{{ page.next.title }}</a>{% endif %}
{% endblock %}
-- themes/nho/templates/page.html --
{% extends "base.html" %}
{% block main %}
{{ body }}
{% for item in latest(section="thong-bao", limit=1) %}{% include "card.html" %}{% endfor %}
{% endblock %}
-- themes/nho/templates/document.html --
{% extends "base.html" %}
{% block main %}
{{ page.document.symbol }} {{ page.document.status }}
{{ body }}
{% for file in page.document.files %}<a href="{{ root }}{{ file.path }}">{{ file.title }} ({{ file.size }})</a>{% endfor %}
{% endblock %}
-- themes/nho/templates/event.html --
{% extends "article.html" %}
-- themes/nho/templates/campaign.html --
{% extends "article.html" %}
-- themes/nho/templates/question.html --
{% extends "article.html" %}
-- themes/nho/templates/correction.html --
{% extends "article.html" %}
-- themes/nho/templates/guide.html --
{% extends "article.html" %}
-- themes/nho/templates/calendar.html --
{% extends "list.html" %}
-- themes/nho/templates/campaigns.html --
{% extends "list.html" %}
-- themes/nho/templates/list.html --
{% extends "base.html" %}
{% block main %}
{{ body }}
{% for item in items %}{% include "card.html" %}{% endfor %}
{% if pager %}{{ pager.number }}/{{ pager.total }}{% endif %}
{% endblock %}
-- themes/nho/templates/cards.html --
{% extends "list.html" %}
-- themes/nho/templates/table.html --
{% extends "list.html" %}
-- themes/nho/templates/term.html --
{% extends "list.html" %}
-- themes/nho/templates/minisite.html --
{% extends "base.html" %}
{% block main %}
{{ body }}
{% for item in latest %}{% include "card.html" %}{% endfor %}
{% endblock %}
-- themes/nho/templates/home.html --
{% extends "base.html" %}
{% block main %}
{{ body }}
{% for item in featured %}{% include "card.html" %}{% endfor %}
{% endblock %}
-- themes/nho/templates/terms.html --
{% extends "base.html" %}
{% block main %}{% for term in terms %}<li>{{ term.title }} {{ term.count }}{% endfor %}{% endblock %}
-- themes/nho/templates/search.html --
{% extends "base.html" %}
{% block main %}{% for year in years %}{% for item in year.items %}{% include "card.html" %}{% endfor %}{% endfor %}{% endblock %}
-- themes/nho/templates/sitemap.html --
{% extends "base.html" %}
{% block main %}{% for item in tree[0].children %}<li>{{ item.title }}{% endfor %}{% endblock %}
-- themes/nho/templates/404.html --
{% extends "base.html" %}
-- themes/nho/templates/redirect.html --
<a href="{{ root }}{{ target.path }}">{{ target.title }}</a>
-- themes/nho/templates/blocks/con-so.html --
<figure><b>{{ args.so }}</b> {{ args.nhan }}</figure>
"#;

/// The sources of a site, and what is asked of the build.
#[derive(Clone)]
pub struct Site {
    /// Every file by its path.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// What is asked of the build; the day is 2026-11-21 unless the test says another.
    pub options: Options,
}

impl Site {
    /// The files of a text: each stands below a line `-- path --`.
    pub fn new(text: &str) -> Self {
        let now = Moment::midnight("2026-11-21".parse().expect("a date"));
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut here = None;
        for line in text.split_inclusive('\n') {
            let path = line
                .trim_end()
                .strip_prefix("-- ")
                .and_then(|line| line.strip_suffix(" --"));
            match (path, &here) {
                (Some(path), _) => {
                    assert!(
                        files.insert(path.to_owned(), Vec::new()).is_none(),
                        "{path} stands twice"
                    );
                    here = Some(path.to_owned());
                }
                (None, Some(path)) => files
                    .get_mut(path)
                    .expect("was put in")
                    .extend_from_slice(line.as_bytes()),
                (None, None) => assert_eq!(line.trim(), "", "text before the first file"),
            }
        }
        Self {
            files: files
                .into_iter()
                .map(|(path, bytes)| (path, bytes.into()))
                .collect(),
            options: Options::at(now),
        }
    }

    /// The files of a text and the theme `nho`.
    pub fn small(text: &str) -> Self {
        Self::new(&format!("{THEME}{}", text.trim_start()))
    }

    /// Writes a file.
    pub fn write(&mut self, path: &str, bytes: impl AsRef<[u8]>) -> &mut Self {
        self.files.insert(path.to_owned(), bytes.as_ref().into());
        self
    }

    /// Replaces a part of a file, which must be there once.
    pub fn replace(&mut self, path: &str, from: &str, to: &str) -> &mut Self {
        let text = self.text(path);
        assert_eq!(text.matches(from).count(), 1, "“{from}” in {path}");
        self.write(path, text.replace(from, to))
    }

    /// Renames a file.
    pub fn rename(&mut self, from: &str, to: &str) -> &mut Self {
        let bytes = self
            .files
            .remove(from)
            .unwrap_or_else(|| panic!("no file {from}"));
        self.files.insert(to.to_owned(), bytes);
        self
    }

    /// Renames a folder.
    pub fn rename_folder(&mut self, from: &str, to: &str) -> &mut Self {
        assert!(self.has_folder(from), "no folder {from}");
        let inside = format!("{from}/");
        let moved: Vec<String> = self
            .files
            .keys()
            .filter(|path| path.starts_with(&inside))
            .cloned()
            .collect();
        for path in moved {
            self.rename(&path, &format!("{to}/{}", &path[inside.len()..]));
        }
        self
    }

    /// Whether a folder holds anything.
    pub fn has_folder(&self, path: &str) -> bool {
        self.files
            .keys()
            .any(|file| file.starts_with(&format!("{path}/")))
    }

    /// Deletes a file.
    pub fn delete(&mut self, path: &str) -> &mut Self {
        assert!(self.files.remove(path).is_some(), "no file {path}");
        self
    }

    /// Sets the day.
    pub fn today(&mut self, day: &str) -> &mut Self {
        self.options.now = Moment::midnight(day.parse().expect("a date"));
        self
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> String {
        let bytes = self
            .files
            .get(path)
            .unwrap_or_else(|| panic!("no file {path}"));
        String::from_utf8(bytes.to_vec()).expect("UTF-8")
    }

    /// Writes all of it below a folder.
    pub fn write_to(&self, root: &Path) {
        for (path, bytes) in &self.files {
            write(root, path, bytes);
        }
    }

    /// Builds it as a program does that has never seen it.
    pub fn clean(&self) -> Built {
        self.build(&mut Portal::default())
    }

    /// Builds it as a running program does.
    pub fn build(&self, portal: &mut Portal) -> Built {
        portal.build(&self.snapshot(), false)
    }

    /// Builds it, keeps what the program keeps on disk, and starts the program anew.
    pub fn build_and_restart(&self, portal: &mut Portal) -> Built {
        portal.build(&self.snapshot(), true)
    }

    /// What the program reads.
    pub fn snapshot(&self) -> Snapshot {
        let files = self
            .files
            .iter()
            .map(|(path, bytes)| File::in_memory(path, Arc::clone(bytes)));
        Snapshot::of(files, self.options.clone())
    }
}

/// A program that has built a site before: what it remembers, and the files that it made.
pub struct Portal {
    /// What it remembers.
    pub memo: Memo,
    /// The files, each with its fingerprint.
    pub files: BTreeMap<String, (Fingerprint, Arc<[u8]>)>,
}

impl Default for Portal {
    /// A program that goes on running, as the preview does. Started anew, it runs as a build that begins and ends.
    fn default() -> Self {
        Self {
            memo: Memo::default(),
            files: BTreeMap::new(),
        }
    }
}

impl Portal {
    /// Builds a snapshot. With `restart`, all memory but what is kept on disk is lost afterwards.
    pub fn build(&mut self, snapshot: &Snapshot, restart: bool) -> Built {
        let build = engine::build(&Arc::new(snapshot.clone()), &mut self.memo);
        let shelf = Shelf {
            old: &self.files,
            new: Mutex::default(),
        };
        let made = build
            .make(&mut self.memo, &shelf)
            .expect("the machine does not fail");
        if restart {
            let kept =
                postcard::to_stdvec(&self.memo.store(&build)).expect("what is kept can be written");
            self.memo = Memo::restore(&kept);
        }
        let mut new = shelf.new.into_inner().expect("no thread panicked");
        let files: BTreeMap<String, (Fingerprint, Arc<[u8]>)> = made
            .contents
            .iter()
            .map(|(path, content)| {
                let bytes = new
                    .remove(path)
                    .or_else(|| Some(self.files.get(path)?.1.clone()));
                let bytes = bytes.unwrap_or_else(|| panic!("{path} was neither made nor there"));
                assert_eq!(
                    Fingerprint::of_bytes(&bytes),
                    *content,
                    "the fingerprint of {path}"
                );
                (path.clone(), (*content, bytes))
            })
            .collect();
        let mut diagnostics = build.diagnostics.clone();
        diagnostics.extend(made.diagnostics);
        diag::sort(&mut diagnostics);
        let changes = changes(&self.files, &files);
        self.files = files;
        Built {
            files: self
                .files
                .iter()
                .map(|(path, (_, bytes))| (path.clone(), Arc::clone(bytes)))
                .collect(),
            diagnostics,
            held_back: build.site.held_back.clone(),
            parsed: build.parsed,
            rendered: made.rendered,
            pictures: made.pictures,
            changes,
        }
    }
}

/// `+ path` for a new file, `~ path` for a changed one, `- path` for one that is gone; in the order of the paths.
fn changes<T: PartialEq>(before: &BTreeMap<String, T>, after: &BTreeMap<String, T>) -> Vec<String> {
    let mut changes: BTreeMap<&String, char> = before.keys().map(|path| (path, '-')).collect();
    for (path, file) in after {
        match before.get(path) {
            None => changes.insert(path, '+'),
            Some(old) if old != file => changes.insert(path, '~'),
            Some(_) => changes.remove(path),
        };
    }
    changes
        .into_iter()
        .map(|(path, sign)| format!("{sign} {path}"))
        .collect()
}

/// Takes the files that are not there yet with the same content.
struct Shelf<'a> {
    old: &'a BTreeMap<String, (Fingerprint, Arc<[u8]>)>,
    new: Mutex<BTreeMap<String, Arc<[u8]>>>,
}

impl Sink for Shelf<'_> {
    fn has(&self, path: &str, content: Fingerprint) -> bool {
        self.old.get(path).is_some_and(|(old, _)| *old == content)
    }

    fn put(&self, path: &str, _: Fingerprint, bytes: &Content<'_>) -> io::Result<()> {
        let bytes = match bytes {
            Content::Bytes(bytes) => (*bytes).into(),
            Content::File(file) => file.read()?.as_ref().into(),
        };
        self.new
            .lock()
            .expect("no thread panicked")
            .insert(path.to_owned(), bytes);
        Ok(())
    }

    /// Drawings are compared as the SVG that they are made from: two pictures of one SVG are the same, and slow.
    fn wants_drawings(&self) -> bool {
        false
    }
}

/// What one build gave.
#[derive(Default)]
pub struct Built {
    /// Every file by its path.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// Everything that is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Pages that are not shown.
    pub held_back: Vec<HeldBack>,
    /// How many files were parsed.
    pub parsed: usize,
    /// How many pages were rendered.
    pub rendered: usize,
    /// How many renditions of pictures were made.
    pub pictures: usize,
    /// How the files differ from those of the build before: `+ path`, `~ path`, `- path`.
    pub changes: Vec<String>,
}

impl Built {
    /// The HTML of the page at a path such as `tin-tuc/x/`.
    pub fn page(&self, path: &str) -> String {
        let file = format!("{path}index.html");
        let bytes = self
            .files
            .get(&file)
            .unwrap_or_else(|| panic!("no page {file}"));
        String::from_utf8(bytes.to_vec()).expect("UTF-8")
    }

    /// The fingerprint of every path and every byte.
    pub fn digest(&self) -> Fingerprint {
        Fingerprint::of(&self.files)
    }

    /// The codes of what is wrong, with the files.
    pub fn codes(&self) -> Vec<String> {
        self.diagnostics
            .iter()
            .map(|d| format!("{} {}", d.text.msg.code(), d.file))
            .collect()
    }

    /// How another build of the same sources differs from this one; nothing when it does not.
    pub fn difference(&self, other: &Self) -> Option<String> {
        if let Some(change) = changes(&self.files, &other.files).into_iter().next() {
            let (sign, path) = (&change[..1], &change[2..]);
            return Some(match sign {
                "+" => format!("{path} should not be there"),
                "-" => format!("{path} is missing"),
                _ => format!(
                    "{path} is other: {}",
                    place_of_difference(&self.files[path], &other.files[path])
                ),
            });
        }
        if self.diagnostics != other.diagnostics {
            return Some(format!(
                "diagnostics are\n  {}\nand should be\n  {}",
                other.said(),
                self.said()
            ));
        }
        if self.held_back != other.held_back {
            return Some(format!(
                "held back are {:?} and should be {:?}",
                other.held_back, self.held_back
            ));
        }
        None
    }

    /// Everything that is wrong, as values.
    pub fn said(&self) -> String {
        self.diagnostics
            .iter()
            .map(|d| format!("{d:?}"))
            .collect::<Vec<_>>()
            .join("\n  ")
    }
}

/// Where two files begin to differ.
fn place_of_difference(right: &[u8], wrong: &[u8]) -> String {
    let (right, wrong) = (
        String::from_utf8_lossy(right),
        String::from_utf8_lossy(wrong),
    );
    let same = right
        .chars()
        .zip(wrong.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let around = |text: &str| {
        text.chars()
            .skip(same.saturating_sub(40))
            .take(120)
            .collect::<String>()
    };
    format!(
        "\n  is        {:?}\n  should be {:?}",
        around(&wrong),
        around(&right)
    )
}

/// Writes a file below a folder.
pub fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let at = root.join(path);
    fs::create_dir_all(at.parent().expect("a file lies in a folder")).expect("a folder");
    fs::write(at, bytes).expect("a file");
}

/// Path → bytes of every file below a folder, save what the program keeps there about it.
pub fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let path_of = |at: &Path| {
        at.strip_prefix(folder)
            .expect("below it")
            .display()
            .to_string()
    };
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (path_of(entry.path()), entry.into_path()))
        .filter(|(path, _)| !path.starts_with(".trangxa"))
        .map(|(path, at)| (path, fs::read(at).expect("a file")))
        .collect()
}

/// A folder of its own for one test of the program.
pub struct Place {
    /// The folder.
    pub dir: tempfile::TempDir,
}

impl Place {
    /// An empty one.
    pub fn new() -> Self {
        Self {
            dir: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// One with files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let place = Self::new();
        for (path, text) in files {
            place.write(path, text);
        }
        place
    }

    /// Where a file or folder is.
    pub fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: &str) {
        write(self.dir.path(), path, text);
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Whether there is something, be it a link that leads nowhere.
    pub fn has(&self, path: &str) -> bool {
        self.path(path).symlink_metadata().is_ok()
    }

    /// The program, about to run in a folder of it.
    pub fn command(&self, folder: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trangxa"));
        command
            .current_dir(self.path(folder))
            .env_remove("TRANGXA_LANG")
            .args(args);
        command
    }
}

/// A text in Unicode NFD, as macOS names files.
pub fn nfd(text: &str) -> String {
    let nfd: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    assert_eq!(vi::fold::nfc(&nfd), text);
    nfd
}
