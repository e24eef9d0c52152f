//! `kit`: the kit of a page, as a folder and as one zip.

mod folder;
mod gather;
mod page;

use std::path::PathBuf;
use std::sync::Arc;

use clap::ArgMatches;

use super::build::{cannot_read, cannot_write, check_out};
use super::{MISTAKES, Place, Voice};
use crate::diag::{Diagnostic, Msg};
use crate::engine::{self, Build, Memo};
use crate::kit::{Kit, pack};
use crate::source;
use crate::vi::number::file_size;

/// Where a kit was written.
struct Made {
    folder: PathBuf,
    archive: PathBuf,
    /// Bytes of the zip.
    size: usize,
}

pub(super) fn run(matches: &ArgMatches, place: &Place) -> u8 {
    let wanted = matches.get_one::<String>("page").map_or("", String::as_str);
    let out = matches.get_one::<PathBuf>("out").cloned();
    let out = out.unwrap_or_else(|| place.root.join("bo-tai-lieu"));
    if let Err(diagnostic) = check_out(&place.root, &out) {
        place.voice.report(&[*diagnostic], &|_| None);
        return MISTAKES;
    }
    let mut memo = Memo::default();
    let snapshot = match source::scan(&place.root, place.options.clone(), &memo.stamps) {
        Ok(snapshot) => Arc::new(snapshot),
        Err(error) => return cannot_read(place, &error),
    };
    let build = engine::build(&snapshot, &mut memo);
    let report = |diagnostics: &[Diagnostic]| {
        let text_of = |path: &str| build.text_of(path);
        place.voice.report(diagnostics, &text_of);
    };
    let (name, kit, mut todo) = match made(&build, wanted, place) {
        Ok(made) => made,
        Err(mistakes) => {
            report(&mistakes);
            return MISTAKES;
        }
    };
    let sent = kit.files.iter();
    let sent = sent.filter(|file| !kit.left_out.contains(&file.name));
    let zip = pack::zip(&name, sent);
    let archive = format!("{name}.zip");
    let files = kit.files.iter();
    let files = files.map(|file| (format!("{name}/{}", file.name), file.bytes.as_slice()));
    let files: Vec<(String, &[u8])> = files.chain([(archive.clone(), zip.as_slice())]).collect();
    let kept = match folder::replace(&out, &name, &files) {
        Ok(kept) => kept,
        Err(error) => return cannot_write(place, &out, &error),
    };
    todo.extend(kept.iter().map(|path| {
        Diagnostic::new(Msg::KitFileKept, "", None, &[path]).help(Msg::HelpKitFileKept, &[])
    }));
    report(&todo);
    let made = Made {
        folder: out.join(&name),
        archive: out.join(archive),
        size: zip.len(),
    };
    tell(place.voice, &kit, &todo, &made);
    0
}

/// The name of the kit that is wanted, the kit, and what is left to do.
fn made(
    build: &Build,
    wanted: &str,
    place: &Place,
) -> Result<(String, Kit, Vec<Diagnostic>), Vec<Diagnostic>> {
    let one = |diagnostic: Box<Diagnostic>| vec![*diagnostic];
    let page = page::find(build, &place.root, wanted).map_err(one)?;
    let own = |diagnostic: &&Diagnostic| {
        diagnostic.is_error() && diagnostic.file == *build.site.pages[page].doc.path
    };
    let mistakes: Vec<Diagnostic> = build.diagnostics.iter().filter(own).cloned().collect();
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let (kit, todo) = gather::kit_of(build, page, place.voice.lang).map_err(one)?;
    Ok((gather::name_of_kit(&build.site, page), kit, todo))
}

/// Says what was made.
fn tell(voice: Voice, kit: &Kit, todo: &[Diagnostic], made: &Made) {
    let Made {
        folder,
        archive,
        size,
    } = made;
    for file in &kit.files {
        let size = file_size(file.bytes.len() as u64);
        if !voice.json {
            out!("  {} – {} ({size})", file.name, file.about.text(voice.lang));
        }
    }
    voice.say(
        Msg::UiKitMade,
        &[
            &folder.display(),
            &kit.files.len(),
            &archive.display(),
            &file_size(*size as u64),
        ],
    );
    if !kit.left_out.is_empty() {
        voice.say(Msg::KitLeftOut, &[&kit.left_out.join(", ")]);
    }
    if !todo.is_empty() {
        voice.say(Msg::UiKitTodo, &[&todo.len()]);
    }
    let files = kit.files.iter().map(|file| {
        serde_json::json!({"name": file.name, "about": file.about.text(voice.lang), "bytes": file.bytes.len()})
    });
    let lengths = kit.counted.iter().map(|(what, counted)| {
        serde_json::json!({"text": what.text(voice.lang), "length": counted.length, "most": counted.most})
    });
    voice.result(&serde_json::json!({
        "type": "result", "ok": true, "folder": folder.to_string_lossy(), "zip": archive.to_string_lossy(),
        "bytes": size, "files": files.collect::<Vec<_>>(), "lengths": lengths.collect::<Vec<_>>(),
        "left_out": kit.left_out, "minutes": kit.script.minutes(), "warnings": todo.len(),
    }));
}
