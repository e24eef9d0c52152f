//! `init`: a small new site that builds at once.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use rust_embed::Embed;

use super::{MISTAKES, Voice};
use crate::diag::{Diagnostic, Msg};

/// The files of a new site, in the binary.
#[derive(Embed)]
#[folder = "src/cli/starter"]
struct Starter;

pub(super) fn run(matches: &ArgMatches, voice: Voice) -> u8 {
    let Some(dir) = matches.get_one::<PathBuf>("dir") else {
        return MISTAKES;
    };
    if std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        let diagnostic = Diagnostic::new(Msg::FolderNotEmpty, "", None, &[&dir.display()])
            .help(Msg::HelpFolderNotEmpty, &[]);
        voice.report(&[diagnostic], &|_| None);
        return MISTAKES;
    }
    if let Err(error) = write(dir) {
        let diagnostic = Diagnostic::new(Msg::CannotWrite, "", None, &[&dir.display(), &error])
            .help(Msg::HelpCannotWrite, &[]);
        voice.report(&[diagnostic], &|_| None);
        return MISTAKES;
    }
    voice.say(Msg::UiCreated, &[&dir.display()]);
    let shown = dir.display().to_string();
    let typed = if shown.contains(' ') {
        format!("\"{shown}\"")
    } else {
        shown
    };
    voice.say(Msg::UiInitNext, &[&typed]);
    voice.result(
        &serde_json::json!({"type": "result", "ok": true, "created": dir.to_string_lossy()}),
    );
    0
}

fn write(dir: &Path) -> std::io::Result<()> {
    for path in Starter::iter() {
        let file = Starter::get(&path).expect("the list and the files are made together");
        let target = dir.join(&*path);
        std::fs::create_dir_all(target.parent().expect("a file lies in a folder"))?;
        std::fs::write(target, file.data)?;
    }
    Ok(())
}
