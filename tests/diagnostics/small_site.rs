//! Small sites in a text, for the tests of diagnostics.
//!
//! A line `-- PATH --` begins a file. What it holds is UTF-8, unless the line says otherwise: `-- PATH as utf-16 --`,
//! `as latin-1` (every character is one byte), `as many` (the text three hundred thousand times). A site that gives no
//! `site.toml` or no home page gets plain ones, so that a case shows only what it is about.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use trangxa::diag::{self, Diagnostic, Lang};
use trangxa::engine::{self, Build, Memo, Nowhere};
use trangxa::parse;
use trangxa::source::{File, Options, Snapshot};

const SITE_TOML: &str = "title = \"Cổng thông tin xã\"\n";
const HOME: &str = "+++\ntitle = \"Trang chủ\"\n+++\n";

/// The files of a site by path.
pub fn files(site: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut open: Option<(String, &str, String)> = None;
    let mut close = |open: Option<(String, &str, String)>| {
        let Some((path, how, text)) = open else {
            return;
        };
        let bytes = match how {
            "" => text.into_bytes(),
            "utf-16" => [0xFF, 0xFE]
                .into_iter()
                .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
                .collect(),
            "latin-1" => text
                .chars()
                .map(|c| u8::try_from(u32::from(c)).expect("a Latin-1 character"))
                .collect(),
            "many" => text.repeat(300_000).into_bytes(),
            other => panic!("nobody knows how to write a file as {other}"),
        };
        files.push((path, bytes));
    };
    for line in site.trim_start_matches('\n').split_inclusive('\n') {
        match line
            .trim_end()
            .strip_prefix("-- ")
            .and_then(|rest| rest.strip_suffix(" --"))
        {
            Some(head) => {
                close(open.take());
                let (path, how) = head.split_once(" as ").unwrap_or((head, ""));
                open = Some((path.to_owned(), how, String::new()));
            }
            None => open
                .as_mut()
                .expect("a site begins with the name of a file")
                .2
                .push_str(line),
        }
    }
    close(open);
    for (path, text) in [("site.toml", SITE_TOML), ("content/_index.md", HOME)] {
        let is_told = files.iter().any(|(known, _)| known == path)
            || site.contains(&format!("-- no {path} --"));
        if !is_told {
            files.push((path.to_owned(), text.as_bytes().to_vec()));
        }
    }
    files.retain(|(path, _)| !path.starts_with("no "));
    files
}

/// The site as a snapshot, on Saturday, 21 November 2026.
pub fn snapshot(site: &str) -> Snapshot {
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options::at(trangxa::moment::Moment::midnight(today));
    Snapshot::of(
        files(site)
            .into_iter()
            .map(|(path, bytes)| File::in_memory(&path, bytes)),
        options,
    )
}

/// The site on disk.
pub fn write(site: &str, root: &Path) {
    for (path, bytes) in files(site) {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("a new folder");
        std::fs::write(path, bytes).expect("a new file");
    }
}

/// Builds the site, makes all its files, and gives everything that is wrong, in the order in which it is shown.
pub fn diagnose(snapshot: &Snapshot, memo: &mut Memo) -> (Build, Vec<Diagnostic>) {
    let build = engine::build(&Arc::new(snapshot.clone()), memo);
    let made = build
        .make(memo, &Nowhere)
        .expect("files in memory can be read");
    let mut diagnostics = build.diagnostics.clone();
    diagnostics.extend(made.diagnostics);
    diag::sort(&mut diagnostics);
    (build, diagnostics)
}

/// The decoded text of a file of the site or of its theme.
pub fn text_of<'b>(build: &'b Build, path: &str) -> Option<Cow<'b, str>> {
    match build.snapshot.files.get(path) {
        Some(file) => {
            let bytes = file.read().ok()?;
            parse::decode(&bytes).map(|decoded| Cow::Owned(decoded.text.into_owned()))
        }
        None => build.theme.as_ref()?.text(path).map(Cow::Borrowed),
    }
}

/// Everything that is wrong as a person without a colour terminal sees it.
pub fn shown(build: &Build, diagnostics: &[Diagnostic], lang: Lang) -> String {
    let text_of = |path: &str| text_of(build, path);
    let texts: Vec<String> = diagnostics
        .iter()
        .map(|d| diag::terminal(d, lang, false, &text_of))
        .collect();
    texts.join("\n\n")
}
