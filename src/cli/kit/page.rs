//! Which page is meant: by the path of its file, from wherever one stands, or by its address.

use std::path::Path;
use std::sync::Arc;

use crate::diag::{Diagnostic, Msg};
use crate::engine::Build;
use crate::site::{HeldBack, Page};
use crate::vi::{fold, near};

/// The page that is meant, by its place among all.
///
/// # Errors
/// What to say when there is none.
pub(super) fn find(build: &Build, root: &Path, wanted: &str) -> Result<usize, Box<Diagnostic>> {
    let site = &build.site;
    let file = file_below(root, wanted).unwrap_or_else(|| plain(wanted));
    let address = address(&plain(wanted), &site.config.base_url);
    let is_meant = |page: &Arc<Page>| {
        is_file(&page.doc.path, &file) || page.path.trim_end_matches('/') == address
    };
    let found = site.pages.iter().position(is_meant);
    if let Some(page) = found.or_else(|| only_named(&site.pages, &file)) {
        return Ok(page);
    }
    let hidden = site
        .held_back
        .iter()
        .find(|held| is_file(&held.file, &file));
    Err(Box::new(match hidden {
        Some(held) => is_hidden(held),
        None => is_unknown(build, wanted, &file, &address),
    }))
}

fn plain(wanted: &str) -> String {
    let wanted = fold::nfc(wanted.trim()).replace('\\', "/");
    let wanted = wanted.trim_start_matches("./").trim_start_matches('/');
    wanted.to_owned()
}

/// The path below the site's folder of a file that is on the disk.
fn file_below(root: &Path, wanted: &str) -> Option<String> {
    let file = std::fs::canonicalize(wanted).ok()?;
    let below = file.strip_prefix(std::fs::canonicalize(root).ok()?).ok()?;
    Some(plain(&below.to_string_lossy())).filter(|below| !below.is_empty())
}

fn address(wanted: &str, base: &str) -> String {
    let base = base.trim_end_matches('/');
    let path = match base.is_empty() {
        true => wanted,
        false => wanted.strip_prefix(base).unwrap_or(wanted),
    };
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let path = path.trim_end_matches("index.html");
    path.trim_matches('/').to_owned()
}

/// Whether a file is meant by a path: whole, from `content/` on, or by the folder of an `index.md`.
fn is_file(file: &str, wanted: &str) -> bool {
    let below = file.strip_prefix("content/").unwrap_or(file);
    let wanted = wanted.trim_end_matches('/');
    [file, below].iter().any(|file| {
        *file == wanted || file.strip_suffix("/index.md") == Some(wanted) && !wanted.is_empty()
    })
}

/// The one page whose file has a name, where nothing but that is written.
fn only_named(pages: &[Arc<Page>], name: &str) -> Option<usize> {
    let end = format!("/{name}");
    let mut named = (0..pages.len()).filter(|p| pages[*p].doc.path.ends_with(&end));
    let first = named.next().filter(|_| !name.contains('/'))?;
    named.next().is_none().then_some(first)
}

fn is_hidden(held: &HeldBack) -> Diagnostic {
    let reason = held.reason.text();
    Diagnostic::new(
        Msg::KitHiddenPage,
        &held.file,
        None,
        &[&held.title, &reason],
    )
    .help(Msg::HelpKitHiddenPage, &[])
}

fn is_unknown(build: &Build, wanted: &str, file: &str, address: &str) -> Diagnostic {
    let pages = &build.site.pages;
    let diagnostic = Diagnostic::new(Msg::KitUnknownPage, "", None, &[&wanted]);
    let is_address = wanted.starts_with('/') || wanted.contains("://");
    let near = if is_address {
        let addresses = pages.iter().map(|page| page.path.trim_end_matches('/'));
        near::nearest(address, addresses).map(|found| format!("/{found}/"))
    } else {
        nearest_file(pages, file)
    };
    match near {
        Some(near) => diagnostic.near(Some(&near)),
        None => diagnostic.help(Msg::HelpKitUnknownPage, &[]),
    }
}

/// The file whose path is nearest to what was written, or whose name is, where only a name was.
fn nearest_file(pages: &[Arc<Page>], wanted: &str) -> Option<String> {
    let wanted = wanted.strip_prefix("content/").unwrap_or(wanted);
    let is_name = !wanted.contains('/');
    let comparable = |page: &Arc<Page>| {
        let file = page.doc.path.as_ref();
        let below = file.strip_prefix("content/").unwrap_or(file);
        let name = below.rsplit('/').next().unwrap_or(below);
        let compared = if is_name { name } else { below };
        (compared.to_owned(), file.to_owned())
    };
    let files: Vec<(String, String)> = pages.iter().map(comparable).collect();
    let found = near::nearest(wanted, files.iter().map(|(compared, _)| compared.as_str()))?;
    let (_, file) = files.iter().find(|(compared, _)| compared == found)?;
    Some(file.clone())
}
