//! `new`: a new content file with every field explained.

use std::fmt::Write as _;
use std::io::Write as _;

use clap::ArgMatches;

use super::{MISTAKES, Place};
use crate::diag::{Diagnostic, Lang, Msg};
use crate::kinds::{self, Kind};
use crate::parse::fields::Field;
use crate::parse::front;
use crate::{source, vi};

pub(super) fn run(matches: &ArgMatches, place: &Place) -> u8 {
    match create(matches, place) {
        Ok(path) => {
            place.voice.say(Msg::UiCreated, &[&path]);
            place.voice.say(Msg::UiNewNext, &[]);
            place
                .voice
                .result(&serde_json::json!({"type": "result", "ok": true, "created": path}));
            0
        }
        Err(diagnostic) => {
            place.voice.report(&[*diagnostic], &|_| None);
            MISTAKES
        }
    }
}

fn create(matches: &ArgMatches, place: &Place) -> Result<String, Box<Diagnostic>> {
    let text = |name: &str| {
        matches
            .get_one::<String>(name)
            .map(|text| vi::fold::nfc(text.trim()).into_owned())
    };
    let (name, title) = (
        text("kind").unwrap_or_default(),
        text("title").unwrap_or_default(),
    );
    let Some(kind) = kinds::find(&name) else {
        let near = vi::near::nearest(&name, kinds::KINDS.iter().map(|kind| kind.name()));
        let names = kinds::KINDS
            .iter()
            .map(|kind| kind.name())
            .collect::<Vec<_>>()
            .join(", ");
        return Err(Box::new(near_or_known(
            Diagnostic::new(Msg::UnknownKind, "", None, &[&name]),
            near,
            &names,
        )));
    };
    let mut slug = vi::slug::slug(&title);
    if source::is_device(&slug) {
        // Windows has no file `con.md`: `con-bai-viet.md`.
        slug = vi::slug::slug(&format!("{title} {}", kind.label()));
    }
    if slug.is_empty() {
        return Err(Box::new(
            Diagnostic::new(Msg::EmptySlug, "", None, &[&title]).help(Msg::HelpNewTitle, &[]),
        ));
    }
    let section = text("in").unwrap_or_default();
    let section = section
        .trim_matches('/')
        .trim_start_matches("content/")
        .to_owned();
    let content = place.root.join("content");
    let folder = if section.is_empty() {
        content.clone()
    } else {
        content.join(&section)
    };
    // Neither above `content/` nor where pages are not looked for.
    let is_apart =
        section.split('/').any(source::is_junk) || section.split('/').next() == Some("_data");
    if !section.is_empty() && (!folder.is_dir() || is_apart) {
        let known = sections(&content);
        let near = vi::near::nearest(&section, known.iter().map(String::as_str));
        let diagnostic = Diagnostic::new(Msg::UnknownSection, "", None, &[&section]);
        return Err(Box::new(near_or_known(diagnostic, near, &known.join(", "))));
    }
    let shown = if section.is_empty() {
        format!("content/{slug}.md")
    } else {
        format!("content/{section}/{slug}.md")
    };
    let failed = |error: std::io::Error| {
        Box::new(
            Diagnostic::new(Msg::CannotWrite, "", None, &[&shown, &error])
                .help(Msg::HelpCannotWrite, &[]),
        )
    };
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let target = folder.join(format!("{slug}.md"));
    let date = place.options.now.date().to_string();
    let file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(target);
    let mut file = file.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Box::new(
            Diagnostic::new(Msg::FileExists, "", None, &[&shown]).help(Msg::HelpFileExists, &[]),
        ),
        _ => failed(error),
    })?;
    file.write_all(scaffold(kind, &title, &date, place.voice.lang).as_bytes())
        .map_err(failed)?;
    Ok(shown)
}

fn near_or_known(diagnostic: Diagnostic, near: Option<&str>, known: &str) -> Diagnostic {
    match near {
        Some(_) => diagnostic.near(near),
        None => diagnostic.help(Msg::KnownNames, &[&known]),
    }
}

/// The folders of `content/` that can take a page.
fn sections(content: &std::path::Path) -> Vec<String> {
    let walk = walkdir::WalkDir::new(content)
        .min_depth(1)
        .sort_by_file_name();
    walk.into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().join("_index.md").is_file())
        .filter_map(|entry| {
            let relative = entry.path().strip_prefix(content).ok()?;
            Some(relative.to_string_lossy().replace('\\', "/"))
        })
        .collect()
}

/// The text of a new file: what is needed stands, the rest is explained in comments.
#[must_use]
pub(super) fn scaffold(kind: &dyn Kind, title: &str, date: &str, lang: Lang) -> String {
    let about = |field: &Field| field.about[usize::from(lang == Lang::En)];
    let mut out = String::from("+++\n");
    let quoted = title.replace('\\', "\\\\").replace('"', "\\\"");
    let _ = writeln!(out, "title = \"{quoted}\"");
    let _ = writeln!(out, "date = {date}");
    let _ = writeln!(out, "draft = true   # {}", Msg::NewDraft.text(lang));
    let _ = writeln!(out, "kind = \"{}\"", kind.name());
    let _ = writeln!(out, "\n# {}", Msg::NewOptional.text(lang));
    let written = ["title", "date", "draft", "kind", "extra", "weight"];
    for field in kind
        .fields()
        .iter()
        .chain(front::COMMON)
        .filter(|field| !written.contains(&field.name))
    {
        let mark = if field.required { "" } else { "# " };
        let _ = writeln!(out, "{mark}{}   # {}", field.example, about(field));
    }
    let _ = write!(out, "+++\n\n{}\n", Msg::NewBody.text(lang));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fingerprint::Fingerprint;
    use crate::parse::{Switches, page};

    fn diagnostics(text: &str) -> Vec<Diagnostic> {
        let (path, key) = ("content/a.md".into(), Fingerprint::default());
        page(&path, text.as_bytes(), Switches::default(), key).diagnostics
    }

    #[test]
    fn the_scaffold_of_every_kind_parses_without_a_word() {
        for kind in kinds::KINDS {
            for lang in [Lang::Vi, Lang::En] {
                let text = scaffold(*kind, "Tin \"nóng\"", "2026-11-21", lang);
                assert_eq!(diagnostics(&text), [], "{}", kind.name());
                // The same with every explained line switched on.
                let all = text.lines().map(|line| match line.strip_prefix("# ") {
                    Some(rest) if rest.contains(" = ") => rest,
                    _ => line,
                });
                let all = all.collect::<Vec<_>>().join("\n");
                assert_eq!(diagnostics(&all), [], "{}\n{all}", kind.name());
            }
        }
    }
}
