//! What the preview shows: the newest state of the site, and how it came about.
//!
//! In go looks at the folder, out come states; a state never changes once it is there. A state whose theme or settings
//! cannot be read keeps the pages of the last one that could, with the new problems beside them; a page that cannot be
//! made is served as it was when it last could.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, RwLock};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use serde::Serialize;
use tokio::sync::watch;

use super::darkroom::Darkroom;
use crate::diag::{self, Diagnostic, Lang, Msg, Text};
use crate::engine::{self, Build, Content, Effort, Memo, Sink};
use crate::fingerprint::Fingerprint;
use crate::job::file_of;
use crate::moment::Moment;
use crate::plan::Entry;
use crate::report;
use crate::site::Hidden;
use crate::source::{self, File, Options, Snapshot, Stamps};
use crate::vi;
use crate::watch::{Doubts, Verdict, Wake};

/// Who looks at the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// The editor: drafts, scheduled and expired pages are shown.
    #[default]
    Editor,
    /// A resident, today or on a given day.
    Public(Option<Date>),
}

/// One answer: the bytes that would be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// The bytes.
    pub bytes: Arc<[u8]>,
    /// The path of the file in the output, such as `tin-tuc/a/index.html`.
    pub path: String,
    /// Whether this is the answer to the question, and not the page for addresses that do not exist.
    pub found: bool,
}

/// What the bar says about one page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// The number of the state.
    pub build: u64,
    /// The file that the page comes from, such as `content/tin-tuc/a.md`.
    pub file: Option<String>,
    /// Why residents do not see it (now), in words.
    pub mark: Option<String>,
    /// Paths of pages that residents do not see, with the reason in words: for marks on links and cards.
    pub hidden: Vec<(String, String)>,
    /// The next page that appears or goes: its title, and when, in words.
    pub next: Option<(String, String)>,
    /// That a report is due soon, in words.
    pub due: Option<String>,
}

/// One problem, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// `E0301`.
    pub code: String,
    /// The message.
    pub message: String,
    /// What to do.
    pub help: Vec<String>,
    /// Where: `content/tin-tuc/a.md`; empty for the site as a whole.
    pub file: String,
    /// The cell of a workbook, as it stands behind the file's name (`!B7`); else empty.
    pub cell: String,
    /// From 1; 0 when it has no place.
    pub line: usize,
    /// From 1, in characters; 0 when it has no place.
    pub column: usize,
    /// The lines around it, with their numbers.
    pub excerpt: Vec<(usize, String)>,
    /// Where in its line the marked part begins and ends, in characters from 0.
    pub marked: Option<(usize, usize)>,
    /// Notes: message, file, line (0 when it has none).
    pub notes: Vec<(String, String, usize)>,
    /// The path of the page, when the file is one.
    pub page: Option<String>,
}

/// All problems of a state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Problems {
    /// The number of the state.
    pub build: u64,
    /// The problems: errors first, each by file and line.
    pub problems: Vec<Problem>,
    /// When the next report is due, if that is near.
    pub due: Option<String>,
}

/// What happened when a state replaced another; listeners hear of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// The number of the new state, counted from 1.
    pub build: u64,
    /// Output paths of files other than pages whose bytes may be others now.
    pub files: Vec<String>,
    /// Paths of pages whose files were saved.
    pub saved: Vec<String>,
    /// A number that is another when the list of problems is another.
    pub problems: u64,
    /// Errors among them.
    pub errors: usize,
    /// Warnings among them.
    pub warnings: usize,
    /// Milliseconds since 1970 at which the newest of the saved files was written; 0 when none was.
    pub written: u64,
    /// Milliseconds since 1970 at which the state was there.
    pub shown: u64,
    /// How long the look and the build took.
    pub took: Duration,
}

/// One state of the site.
struct State {
    number: u64,
    /// The newest build: what is wrong now.
    newest: Arc<Build>,
    /// The newest build that has pages: what is shown.
    shown: Arc<Build>,
    /// Template errors met while pages were made.
    of_pages: Vec<Diagnostic>,
}

/// Pages that have been served, as they were when they could last be made.
type Good = BTreeMap<(View, String), Arc<[u8]>>;

/// How many served pages are remembered; an editor has a handful open.
const REMEMBERED: usize = 64;

/// How many lines an excerpt shows above and below the marked one.
const AROUND: usize = 2;

/// What residents see, built when somebody asks for it.
struct Public {
    date: Option<Date>,
    memo: Memo,
    number: u64,
    build: Arc<Build>,
}

/// Holds the newest state. Shared by the server's threads.
pub struct Studio {
    root: PathBuf,
    lang: Lang,
    /// Fixed by `--today`.
    today: Option<Moment>,
    state: RwLock<Arc<State>>,
    memo: Mutex<Memo>,
    public: Mutex<Option<Public>>,
    good: Mutex<Good>,
    darkroom: Darkroom,
    news: watch::Sender<Arc<News>>,
}

impl std::fmt::Debug for Studio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Studio")
            .field("root", &self.root)
            .finish_non_exhaustive()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex
        .lock()
        .expect("no thread panics while it holds a lock")
}

impl Studio {
    /// Looks at the folder for the first time. `today` stands in for the clock, `memo` is what an earlier program found
    /// out.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn open(
        root: &Path,
        lang: Lang,
        today: Option<Moment>,
        mut memo: Memo,
    ) -> io::Result<Self> {
        let started = Instant::now();
        let options = options_of(View::Editor, today.unwrap_or_else(source::now));
        let snapshot = Arc::new(source::scan(root, options, &memo.stamps)?);
        let mut build = engine::build(&snapshot, &mut memo);
        build.forget_texts();
        let build = Arc::new(build);
        let state = State {
            number: 1,
            newest: Arc::clone(&build),
            shown: build,
            of_pages: Vec::new(),
        };
        let news = News {
            took: started.elapsed(),
            ..state.news()
        };
        Ok(Self {
            root: root.to_owned(),
            lang,
            today,
            state: RwLock::new(Arc::new(state)),
            memo: Mutex::new(memo),
            public: Mutex::new(None),
            good: Mutex::default(),
            darkroom: Darkroom::default(),
            news: watch::Sender::new(Arc::new(news)),
        })
    }

    fn state(&self) -> Arc<State> {
        Arc::clone(
            &self
                .state
                .read()
                .expect("no thread panics while it holds the lock"),
        )
    }

    fn replace(&self, state: Arc<State>) {
        let newest = self.state.write();
        *newest.expect("no thread panics while it holds the lock") = state;
    }

    /// The number of the newest state.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.state().number
    }

    /// Looks at the folder again, with `look`, as `wake` asks. Tells the listeners when something changed; with
    /// `doubts`, not before a file that may be half-written is whole.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn look(
        &self,
        wake: &Wake,
        look: impl FnOnce(&Snapshot, Options, &Stamps) -> io::Result<Snapshot>,
        mut doubts: Option<&mut Doubts>,
    ) -> io::Result<Verdict> {
        let started = Instant::now();
        let before = self.state();
        let old = &before.newest.snapshot;
        let mut options = old.options.clone();
        let now = self.today.unwrap_or_else(source::now);
        if before.newest.site.next_change.is_some_and(|at| at <= now) {
            options.now = now;
        }
        let mut memo = lock(&self.memo);
        let snapshot = Arc::new(look(old, options, &memo.stamps)?);
        let in_place = old.changed_to(&snapshot);
        let edited = in_place.clone().unwrap_or_else(|| old.edited(&snapshot));
        let is_untouched = edited.is_empty()
            && old.files.len() == snapshot.files.len()
            && old.options == snapshot.options
            && old.diagnostics == snapshot.diagnostics;
        if is_untouched {
            return Ok(Verdict::Believe);
        }
        let changed = match &in_place {
            Some(files) => files.iter().map(|file| Arc::clone(&file.path)).collect(),
            None => wake.changed(old, &snapshot),
        };
        let mut judge = |has_new_error: &dyn Fn(&str) -> bool| match &mut doubts {
            Some(doubts) => doubts.judge(old, &snapshot, &changed, has_new_error, Instant::now()),
            None => Verdict::Believe,
        };
        if let doubt @ Verdict::LookAgain(_) = judge(&|_| false) {
            return Ok(doubt);
        }
        let mut build = engine::build(&snapshot, &mut memo);
        drop(memo);
        build.forget_texts();
        let newest = Arc::new(build);
        // A mistake that was there before may have moved to another line.
        let errors = |build: &Build, path: &str| -> BTreeSet<Text> {
            let all = build.diagnostics.iter();
            let here = all.filter(|diagnostic| diagnostic.is_error() && diagnostic.file == path);
            here.map(|diagnostic| diagnostic.text.clone()).collect()
        };
        let has_new_error =
            |path: &str| !errors(&newest, path).is_subset(&errors(&before.newest, path));
        if let doubt @ Verdict::LookAgain(_) = judge(&has_new_error) {
            return Ok(doubt);
        }
        // A look that cannot tell whether a file is another, for it is too young, may find that it is not.
        let is_same = Arc::ptr_eq(&newest.site, &before.newest.site)
            && Arc::ptr_eq(&newest.plan, &before.newest.plan)
            && newest.diagnostics == before.newest.diagnostics;
        let shown = if newest.is_whole() {
            &newest
        } else {
            &before.shown
        };
        let state = State {
            number: before.number + u64::from(!is_same),
            shown: Arc::clone(shown),
            newest: Arc::clone(&newest),
            // Looked for anew by the next `check`; what is left of the old ones goes then.
            of_pages: before.of_pages.clone(),
        };
        let is_saved = |file: &&&File| match key_of(&newest, &file.path) {
            Some(key) => key_of(&before.newest, &file.path) != Some(key),
            None => old.files.get(&file.path).map(File::stamp) != Some(file.stamp()),
        };
        let saved: Vec<&&File> = edited.iter().filter(is_saved).collect();
        let written = saved
            .iter()
            .filter_map(|file| file.stamp())
            .map(|stamp| stamp.modified);
        let news = News {
            files: other_files(&before.shown, shown),
            saved: saved
                .iter()
                .filter_map(|file| page_of(shown, &file.path))
                .collect(),
            written: written.max().unwrap_or(0) / 1_000_000,
            shown: source::nanos() / 1_000_000,
            took: started.elapsed(),
            ..state.news()
        };
        let state = Arc::new(state);
        self.replace(state);
        if !is_same {
            self.news.send_replace(Arc::new(news));
        }
        Ok(Verdict::Believe)
    }

    /// Makes every page that may be another, to find the mistakes that only show then. Ends early when `goes_on` says
    /// no; then it has found nothing out, and gives false.
    pub fn check(&self, goes_on: impl Fn() -> bool + Sync) -> bool {
        struct Looker<F>(F);
        impl<F: Fn() -> bool + Sync> Sink for Looker<F> {
            fn has(&self, _: &str, _: Fingerprint) -> bool {
                true
            }
            fn put(&self, _: &str, _: Fingerprint, _: &Content<'_>) -> io::Result<()> {
                Ok(())
            }
            fn wants_drawings(&self) -> bool {
                false
            }
            fn goes_on(&self) -> bool {
                (self.0)()
            }
            fn effort(&self) -> Effort {
                Effort::Leave
            }
        }
        let before = self.state();
        let made = before.newest.make(&mut lock(&self.memo), &Looker(goes_on));
        let Ok(made) = made else { return false };
        if made.diagnostics == before.of_pages {
            return true;
        }
        let state = Arc::new(State {
            number: before.number + 1,
            newest: Arc::clone(&before.newest),
            shown: Arc::clone(&before.shown),
            of_pages: made.diagnostics,
        });
        let news = state.news();
        self.replace(state);
        self.news.send_replace(Arc::new(news));
        true
    }

    /// The next moment at which the site changes by itself.
    #[must_use]
    pub fn next_change(&self) -> Option<Moment> {
        self.state()
            .newest
            .site
            .next_change
            .filter(|_| self.today.is_none())
    }

    /// What a viewer sees of a state.
    fn build_for(&self, view: View, state: &State) -> Arc<Build> {
        let View::Public(date) = view else {
            return Arc::clone(&state.shown);
        };
        let nothing_hidden = state
            .shown
            .site
            .pages
            .iter()
            .all(|page| page.hidden.is_none());
        if nothing_hidden && date.is_none() {
            return Arc::clone(&state.shown);
        }
        let mut public = lock(&self.public);
        let is_fresh = |public: &Public| public.number == state.number && public.date == date;
        if let Some(public) = public.as_ref().filter(|public| is_fresh(public)) {
            return Arc::clone(&public.build);
        }
        let mut memo = match public.take() {
            Some(public) if public.date == date => public.memo,
            _ => lock(&self.memo).fork(),
        };
        // What is due on a day is there at the end of it.
        let end = |date: Date| Moment::new(date.at(23, 59, 59, 0));
        let now = date.map_or(state.shown.snapshot.options.now, end);
        let mut snapshot = Snapshot::clone(&state.shown.snapshot);
        snapshot.options = options_of(view, now);
        let mut build = engine::build(&Arc::new(snapshot), &mut memo);
        build.forget_texts();
        let build = Arc::new(build);
        *public = Some(Public {
            date,
            memo,
            number: state.number,
            build: Arc::clone(&build),
        });
        build
    }

    /// The file at a URL path (without a slash in front, decoded), as the viewer sees the site; the page for missing
    /// addresses when there is none. A path without a slash at its end that names a folder is not found here: see
    /// `is_folder`.
    #[must_use]
    pub fn serve(&self, view: View, path: &str) -> Served {
        let state = self.state();
        let build = self.build_for(view, &state);
        let file = file_of(path);
        if build.plan.files.contains_key(&file) {
            return Served {
                bytes: self.bytes_of(view, &file, &build),
                path: file,
                found: true,
            };
        }
        let path = "404.html".to_owned();
        Served {
            bytes: self.bytes_of(view, &path, &build),
            path,
            found: false,
        }
    }

    /// The bytes of a planned file: as they are now, else as they were when they could last be made.
    fn bytes_of(&self, view: View, file: &str, build: &Build) -> Arc<[u8]> {
        let key = (view, file.to_owned());
        let is_broken = match build.plan.files.get(file) {
            Some(Entry::Item(p)) => build.site.pages[*p].doc.broken,
            _ => false,
        };
        if is_broken && let Some(good) = lock(&self.good).get(&key) {
            return Arc::clone(good);
        }
        let made = match build.plan.files.get(file) {
            Some(Entry::Picture(picture)) => {
                let (source, rendition) = &**picture;
                let made = self.darkroom.make(source, rendition);
                return made.unwrap_or_else(|why| self.stand_in(&why.text.show(self.lang)));
            }
            _ => build.file(file),
        };
        match made {
            Some(Ok(bytes)) => {
                let bytes: Arc<[u8]> = bytes.into();
                if file.ends_with(".html") && !is_broken {
                    let mut good = lock(&self.good);
                    if good.len() >= REMEMBERED && !good.contains_key(&key) {
                        good.pop_first();
                    }
                    good.insert(key, Arc::clone(&bytes));
                }
                bytes
            }
            Some(Err(diagnostic)) => {
                let good = lock(&self.good).get(&key).cloned();
                good.unwrap_or_else(|| self.stand_in(&diagnostic.text.show(self.lang)))
            }
            None => self.stand_in(Msg::UiNoPage.text(self.lang)),
        }
    }

    /// A page for when there is none to show; the panel tells what is wrong.
    fn stand_in(&self, message: &str) -> Arc<[u8]> {
        let mut text = String::new();
        pulldown_cmark_escape::escape_html(&mut text, message).expect("a string takes any text");
        let lang = self.lang.code();
        format!(
            "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>{text}</title></head>\
             <body><main><h1>{text}</h1></main></body></html>\n"
        )
        .into_bytes()
        .into()
    }

    /// Whether a path without a slash at its end lacks just that.
    #[must_use]
    pub fn is_folder(&self, view: View, path: &str) -> bool {
        let build = self.build_for(view, &self.state());
        !path.is_empty()
            && !path.ends_with('/')
            && build.plan.files.contains_key(&format!("{path}/index.html"))
    }

    /// What the bar says about a page.
    #[must_use]
    pub fn facts(&self, view: View, path: &str) -> Facts {
        let state = self.state();
        let build = self.build_for(view, &state);
        let reason = |hidden: Hidden| hidden.show(self.lang);
        let pages = build.site.pages.iter();
        let hidden = pages.filter_map(|page| Some((page.path.to_string(), reason(page.hidden?))));
        let (file, mark) = match build.plan.files.get(&file_of(path)) {
            Some(Entry::Item(p)) => {
                let page = &build.site.pages[*p];
                (Some(page.doc.path.to_string()), page.hidden.map(reason))
            }
            Some(Entry::Home) => (section_file(&build, 0), None),
            Some(Entry::Minisite(s) | Entry::Section(s, _)) => (section_file(&build, *s), None),
            _ => (None, None),
        };
        Facts {
            build: state.number,
            file,
            mark,
            hidden: hidden.collect(),
            next: self.next_page(&state.newest),
            due: self.due(&state),
        }
    }

    /// When the next report is due, if that is near.
    fn due(&self, state: &State) -> Option<String> {
        report::reminder(&state.newest.site).map(|(_, text)| text.show(self.lang))
    }

    /// The next page that appears or goes, and when.
    fn next_page(&self, build: &Build) -> Option<(String, String)> {
        let now = build.site.now;
        let pages = build.site.pages.iter().flat_map(|page| {
            let appears = match page.hidden {
                Some(Hidden::Future(at)) => Some((at, &page.title, Msg::UiAppears)),
                _ => None,
            };
            let expires = page.doc.fields.date("expires").filter(|at| *at > now);
            let goes = expires.filter(|_| page.hidden.is_none());
            appears
                .into_iter()
                .chain(goes.map(|at| (at, &page.title, Msg::UiGoes)))
        });
        let (at, title, msg) = pages.min_by_key(|(at, ..)| *at)?;
        let day = vi::date::short(at.date());
        Some((title.to_string(), Text::new(msg, &[&day]).show(self.lang)))
    }

    /// Everything that is wrong with the newest state, in the order in which it is shown: errors first.
    #[must_use]
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.state().diagnostics()
    }

    /// The decoded text of a source file or template.
    #[must_use]
    pub fn text_of(&self, path: &str) -> Option<String> {
        Some(self.state().newest.text_of(path)?.into_owned())
    }

    /// Where a source file of the newest state lies on disk; nothing for any other name.
    #[must_use]
    pub fn source(&self, path: &str) -> Option<PathBuf> {
        let state = self.state();
        let file = state.newest.snapshot.files.get(path)?;
        file.disk().map(Path::to_owned)
    }

    /// All problems.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let state = self.state();
        let mut texts: BTreeMap<String, Option<String>> = BTreeMap::new();
        let problems = state.diagnostics();
        let problems = problems.iter().map(|diagnostic| {
            let mut text_of = |file: &str| {
                let text = || Some(state.newest.text_of(file)?.into_owned());
                texts.entry(file.to_owned()).or_insert_with(text).clone()
            };
            self.problem(diagnostic, &state, &mut text_of)
        });
        Problems {
            build: state.number,
            problems: problems.collect(),
            due: self.due(&state),
        }
    }

    fn problem(
        &self,
        diagnostic: &Diagnostic,
        state: &State,
        text_of: &mut dyn FnMut(&str) -> Option<String>,
    ) -> Problem {
        let text = text_of(&diagnostic.file);
        let marked = text.as_deref().zip(diagnostic.span).map(|(text, span)| {
            let range = span.range();
            (diag::place(text, range.start), diag::place(text, range.end))
        });
        let excerpt = text.iter().zip(marked).flat_map(|(text, (start, _))| {
            let lines = text
                .lines()
                .enumerate()
                .map(|(i, line)| (i + 1, line.to_owned()));
            let first = start.line.saturating_sub(AROUND);
            lines
                .skip_while(move |(n, _)| *n < first)
                .take_while(move |(n, _)| *n <= start.line + AROUND)
        });
        let notes = diagnostic.notes.iter().map(|note| {
            let line = text_of(&note.file)
                .zip(note.span)
                .map_or(0, |(text, span)| {
                    diag::place(&text, span.range().start).line
                });
            (note.text.show(self.lang), note.file.clone(), line)
        });
        let notes = notes.collect();
        Problem {
            severity: if diagnostic.is_error() {
                "error"
            } else {
                "warning"
            },
            code: diagnostic.text.msg.code().to_owned(),
            message: diagnostic.text.show(self.lang),
            help: diagnostic
                .helps
                .iter()
                .map(|help| help.show(self.lang))
                .collect(),
            file: diagnostic.file.clone(),
            cell: diagnostic.cell.clone(),
            line: marked.map_or(0, |(start, _)| start.line),
            column: marked.map_or(0, |(start, _)| start.column),
            excerpt: excerpt.collect(),
            marked: marked.map(|(start, end)| {
                // What is marked over several lines is marked to the end of the first.
                let line = text
                    .as_deref()
                    .and_then(|text| text.lines().nth(start.line - 1));
                let width = line.map_or(0, |line| line.chars().count());
                let end = if end.line == start.line {
                    end.column - 1
                } else {
                    width
                };
                (start.column - 1, end.max(start.column - 1))
            }),
            notes,
            page: page_of(&state.shown, &diagnostic.file),
        }
    }

    /// The page to open first: that of the file edited last; the list of problems (`.trangxa/`) when there are errors.
    #[must_use]
    pub fn first_page(&self) -> String {
        let state = self.state();
        if state.diagnostics().iter().any(Diagnostic::is_error) {
            return ".trangxa/".to_owned();
        }
        let pages = state.shown.snapshot.below("content/");
        let edited = pages
            .filter_map(|file| Some((file.stamp()?.modified, page_of(&state.shown, &file.path)?)));
        edited.max().map(|(_, path)| path).unwrap_or_default()
    }

    /// News as they come; the newest is always at hand.
    #[must_use]
    pub fn news(&self) -> watch::Receiver<Arc<News>> {
        self.news.subscribe()
    }
}

impl State {
    fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut all = self.newest.diagnostics.clone();
        all.extend(self.of_pages.iter().cloned());
        diag::sort(&mut all);
        all.sort_by_key(|diagnostic| !diagnostic.is_error());
        all
    }

    /// News of this state, without how it came about.
    fn news(&self) -> News {
        let all = self.diagnostics();
        let errors = all
            .iter()
            .filter(|diagnostic| diagnostic.is_error())
            .count();
        let shown: Vec<String> = all
            .iter()
            .map(|diagnostic| format!("{diagnostic:?}"))
            .collect();
        News {
            build: self.number,
            problems: Fingerprint::of(&shown).0 as u64,
            errors,
            warnings: all.len() - errors,
            ..News::default()
        }
    }
}

/// What is asked of a build for a viewer. The preview is never counted as a visit.
fn options_of(view: View, now: Moment) -> Options {
    Options {
        drafts: view == View::Editor,
        production: false,
        ..Options::at(now)
    }
}

fn section_file(build: &Build, section: usize) -> Option<String> {
    Some(build.site.sections[section].doc.as_ref()?.path.to_string())
}

/// The URL path of the page or section that a source file is.
fn page_of(build: &Build, file: &str) -> Option<String> {
    Some(build.site.doc_of(file)?.0.to_string())
}

/// What the text of a source file was parsed from; nothing for a file that is no page or section.
fn key_of(build: &Build, file: &str) -> Option<Fingerprint> {
    Some(build.site.doc_of(file)?.1.key)
}

/// Copied files that may have other bytes than before.
fn other_files(before: &Build, now: &Build) -> Vec<String> {
    if Arc::ptr_eq(&before.plan.files, &now.plan.files) {
        return Vec::new();
    }
    let is_other = |(path, entry): &(&String, &Entry)| match (entry, before.plan.files.get(*path)) {
        (Entry::Copy(new), Some(Entry::Copy(old))) => {
            !Arc::ptr_eq(&new.path, &old.path) && new.stamp() != old.stamp()
        }
        (Entry::Copy(_), _) => true,
        (Entry::Picture(new), Some(Entry::Picture(old))) => new.1 != old.1,
        _ => false,
    };
    let files = now.plan.files.iter().filter(is_other);
    files.map(|(path, _)| path.clone()).collect()
}
