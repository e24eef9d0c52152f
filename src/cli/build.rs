//! `build` and `check`.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::ArgMatches;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{MISTAKES, Place, Voice, is_watched};
use crate::diag::{self, Diagnostic, Lang, Msg};
use crate::elsewhere;
use crate::engine::{self, Build, Doing, Made, Memo, Nowhere};
use crate::source;
use crate::sync::{self, Changes, Folder};
use crate::vi;

/// How many held-back pages are named before the rest are counted.
const NAMED: usize = 10;

/// A site that was built into its folder without an error.
pub(super) struct Built {
    /// The build.
    pub build: Build,
    /// What was made.
    pub made: Made,
    /// How many warnings there were.
    pub warnings: usize,
    changes: Changes,
}

pub(super) fn run(matches: &ArgMatches, place: &Place) -> u8 {
    let started = Instant::now();
    let out = matches
        .get_one::<PathBuf>("out")
        .cloned()
        .unwrap_or_else(|| place.root.join("public"));
    if let Err(diagnostic) = check_out(&place.root, &out) {
        place.voice.report(&[*diagnostic], &|_| None);
        return MISTAKES;
    }
    let built = match build_into(place, &out) {
        Ok(built) => built,
        Err(status) => return status,
    };
    summary(place, &built, &out, started.elapsed());
    std::mem::forget(built);
    0
}

/// Builds the site into a folder. What is wrong is reported; with an error nothing is written and the exit status comes
/// back.
pub(super) fn build_into(place: &Place, out: &Path) -> Result<Built, u8> {
    let tool = sync::tool();
    let waits = || place.voice.say(Msg::UiWaiting, &[&out.display()]);
    let _turn = sync::turn(&resolve(out), waits);
    let sync::State { manifest, mut memo } = sync::load(out, tool);
    let snapshot = match source::scan(&place.root, place.options.clone(), &memo.stamps) {
        Ok(snapshot) => Arc::new(snapshot),
        Err(error) => return Err(cannot_read(place, &error)),
    };
    let build = engine::build(&snapshot, &mut memo);
    let bar = progress_bar(place.voice);
    let tick =
        |doing: Doing, done: usize, total: usize| tick(&bar, doing, done, total, place.voice.lang);
    let folder = match Folder::open(out, manifest, &tick) {
        Ok(folder) => folder,
        Err(error) => return Err(cannot_write(place, out, &error)),
    };
    let result = if build.has_errors() {
        build.make(&mut memo, &Nowhere)
    } else {
        build.make(&mut memo, &folder)
    };
    bar.finish_and_clear();
    let made = match result {
        Ok(made) => made,
        Err(error) => {
            let _ = folder.abandon();
            return Err(cannot_write(place, out, &error));
        }
    };
    let mut diagnostics = build.diagnostics.clone();
    diagnostics.extend(made.diagnostics.iter().cloned());
    for path in folder.foreign() {
        let shown = out.join(path);
        diagnostics.push(
            Diagnostic::new(Msg::ForeignFile, "", None, &[&shown.display()])
                .help(Msg::HelpForeignFile, &[]),
        );
    }
    diag::sort(&mut diagnostics);
    report(place, &build, &diagnostics);
    let (errors, warnings) = count(&diagnostics);
    if errors > 0 {
        let _ = folder.abandon();
        if !place.voice.json {
            err!("{}", place.voice.text(Msg::UiFailed, &[&errors, &warnings]));
        }
        place.voice.result(&serde_json::json!({
            "type": "result", "ok": false, "errors": errors, "warnings": warnings, "base_url": base_url(&build),
        }));
        return Err(MISTAKES);
    }
    let changes = match folder.commit(&made.contents, tool, memo.learned, || memo.store(&build)) {
        Ok(changes) => changes,
        Err(error) => return Err(cannot_write(place, out, &error)),
    };
    // The process ends soon: giving the memory back piece by piece would take a tenth of a large build.
    std::mem::forget(memo);
    Ok(Built {
        build,
        made,
        warnings,
        changes,
    })
}

pub(super) fn check(matches: &ArgMatches, place: &Place) -> u8 {
    let started = Instant::now();
    let mut memo = Memo::default();
    let snapshot = match source::scan(&place.root, place.options.clone(), &memo.stamps) {
        Ok(snapshot) => Arc::new(snapshot),
        Err(error) => return cannot_read(place, &error),
    };
    let build = engine::build(&snapshot, &mut memo);
    let made = match build.make(&mut memo, &Nowhere) {
        Ok(made) => made,
        Err(error) => return cannot_read(place, &error),
    };
    let mut diagnostics = build.diagnostics.clone();
    diagnostics.extend(made.diagnostics);
    if matches.get_flag("external") {
        let links = elsewhere::links(&build.site);
        place.voice.say(Msg::UiAsking, &[&links.len()]);
        diagnostics.extend(elsewhere::check(&links, &elsewhere::ask()));
    }
    diag::sort(&mut diagnostics);
    report(place, &build, &diagnostics);
    let (errors, warnings) = count(&diagnostics);
    held_back(place, &build);
    let voice = place.voice;
    let items = build.site.pages.len();
    voice.say(
        Msg::UiChecked,
        &[
            &pages(&build),
            &items,
            &seconds(started.elapsed(), voice.lang),
            &errors,
            &warnings,
        ],
    );
    if errors == 0 {
        hint_at_base_url(voice, &build);
    }
    super::report::remind(voice, &build.site);
    let fine = errors == 0 && (warnings == 0 || !matches.get_flag("strict"));
    voice.result(&serde_json::json!({
        "type": "result", "ok": fine, "errors": errors, "warnings": warnings, "base_url": base_url(&build),
    }));
    if fine { 0 } else { MISTAKES }
}

/// The output folder must not lie where the next scan would read it.
pub(super) fn check_out(root: &Path, out: &Path) -> Result<(), Box<Diagnostic>> {
    let (root, folder) = (resolve(root), resolve(out));
    let inside = ["content", "static", "themes"]
        .iter()
        .any(|source| folder.starts_with(root.join(source)));
    if inside || root.starts_with(&folder) {
        let diagnostic =
            Diagnostic::new(Msg::OutInSources, "", None, &[&out.display()]).help(Msg::HelpOut, &[]);
        return Err(Box::new(diagnostic));
    }
    Ok(())
}

/// The whole path of a folder that need not be there yet, without links and `..`.
fn resolve(path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in std::path::absolute(path)
        .unwrap_or_else(|_| path.to_owned())
        .components()
    {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            part => whole.push(part),
        }
        whole = whole.canonicalize().unwrap_or(whole);
    }
    whole
}

fn progress_bar(voice: Voice) -> ProgressBar {
    if voice.json || !is_watched() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{msg} {pos}/{len} {wide_bar}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

/// Moves the bar on; for all but pictures, seldom enough to cost nothing.
fn tick(bar: &ProgressBar, doing: Doing, done: usize, total: usize, lang: Lang) {
    let is_told = match doing {
        Doing::Pictures => true,
        Doing::Files => done.is_multiple_of(64) || done == total,
    };
    if is_told {
        bar.set_message(match doing {
            Doing::Files => Msg::UiWriting.text(lang),
            Doing::Pictures => Msg::UiPictures.text(lang),
        });
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    }
}

pub(super) fn report(place: &Place, build: &Build, diagnostics: &[Diagnostic]) {
    place.voice.report(diagnostics, &|path| build.text_of(path));
}

fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics.iter().filter(|d| d.is_error()).count();
    (errors, diagnostics.len() - errors)
}

fn pages(build: &Build) -> usize {
    build
        .plan
        .files
        .keys()
        .filter(|path| path.ends_with(".html"))
        .count()
}

/// The site's address, when it is known.
fn base_url(build: &Build) -> Option<&str> {
    Some(&*build.site.config.base_url).filter(|url| !url.is_empty())
}

/// No page shows that the address is missing; feeds, sitemap and canonical URLs are useless without it.
pub(super) fn hint_at_base_url(voice: Voice, build: &Build) {
    if base_url(build).is_none() {
        voice.say(Msg::UiNoBaseUrl, &[]);
    }
}

/// Seconds with the decimal sign of the language.
pub(super) fn seconds(time: Duration, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{} s", vi::number::decimal(time.as_secs_f64(), 2)),
        Lang::En => format!("{:.2} s", time.as_secs_f64()),
    }
}

fn held_back(place: &Place, build: &Build) {
    let voice = place.voice;
    let held = &build.site.held_back;
    if !held.is_empty() {
        voice.say(Msg::UiHeldBack, &[]);
    }
    for (i, page) in held.iter().enumerate() {
        let reason = page.reason.show(voice.lang);
        voice.result(&serde_json::json!({
            "type": "held_back", "file": page.file, "title": page.title, "reason": reason,
        }));
        if !voice.json && i < NAMED {
            out!("  {} – {} ({reason})", page.file, page.title);
        }
    }
    if held.len() > NAMED {
        voice.say(Msg::UiMore, &[&(held.len() - NAMED)]);
    }
}

fn summary(place: &Place, built: &Built, out: &Path, time: Duration) {
    let Built {
        build,
        made,
        warnings,
        changes,
        ..
    } = built;
    let voice = place.voice;
    held_back(place, build);
    let (pages, items) = (pages(build), build.site.pages.len());
    voice.say(Msg::UiBuilt, &[&pages, &items, &seconds(time, voice.lang)]);
    let Changes {
        new,
        changed,
        removed,
        unchanged,
    } = *changes;
    voice.say(
        Msg::UiChanges,
        &[&new, &changed, &removed, &unchanged, &out.display()],
    );
    let places = build.site.places_removed();
    if places > 0 {
        voice.say(Msg::UiPlaces, &[&places]);
    }
    if *warnings > 0 {
        voice.say(Msg::UiWarnings, &[warnings]);
    }
    hint_at_base_url(voice, build);
    voice.result(&serde_json::json!({
        "type": "result", "ok": true, "errors": 0, "warnings": warnings, "pages": pages, "items": items,
        "new": new, "changed": changed, "removed": removed, "unchanged": unchanged,
        "parsed": build.parsed, "rendered": made.rendered, "pictures": made.pictures, "seconds": time.as_secs_f64(), "out": out.to_string_lossy(),
        "base_url": base_url(build), "places_removed": places,
    }));
}

pub(super) fn cannot_read(place: &Place, error: &std::io::Error) -> u8 {
    let diagnostic =
        Diagnostic::new(Msg::UnreadableFile, "", None, &[error]).help(Msg::HelpUnreadable, &[]);
    place.voice.report(&[diagnostic], &|_| None);
    MISTAKES
}

pub(super) fn cannot_write(place: &Place, out: &Path, error: &std::io::Error) -> u8 {
    let help = if error.kind() == std::io::ErrorKind::ResourceBusy {
        Msg::HelpHeld
    } else {
        Msg::HelpCannotWrite
    };
    let diagnostic =
        Diagnostic::new(Msg::CannotWrite, "", None, &[&out.display(), error]).help(help, &[]);
    place.voice.report(&[diagnostic], &|_| None);
    MISTAKES
}
