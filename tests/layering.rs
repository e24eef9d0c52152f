//! A module uses only modules that stand above it in `src/lib.rs`.

use std::fs;
use std::path::{Path, PathBuf};

/// Rust source files below a folder, sorted.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found
}

/// The text with comments and the insides of literals blanked, every character in its place.
fn code_of(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut blank = |from: usize, to: usize| {
        for byte in &mut code[from..to] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    };
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let end = if rest.starts_with(b"//") {
            rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len())
        } else if rest.starts_with(b"/*") {
            text[at..].find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest[0] == b'r'
            && rest.get(1).is_some_and(|b| matches!(b, b'"' | b'#'))
            && !is_word(bytes, at)
        {
            let hashes = rest[1..].iter().take_while(|b| **b == b'#').count();
            let close = format!("\"{}", "#".repeat(hashes));
            let open = 2 + hashes;
            if rest.get(open - 1) == Some(&b'"') {
                text[at + open..]
                    .find(&close)
                    .map_or(rest.len(), |end| open + end + close.len())
            } else {
                1 // a raw identifier
            }
        } else if rest[0] == b'"' {
            let mut end = 1;
            while end < rest.len() && rest[end] != b'"' {
                end += if rest[end] == b'\\' { 2 } else { 1 };
            }
            (end + 1).min(rest.len())
        } else if rest.starts_with(b"'\"'") || rest.starts_with(b"'\\") {
            2 + rest[2..]
                .iter()
                .position(|b| *b == b'\'')
                .map_or(0, |end| end + 1)
        } else {
            at += 1;
            continue;
        };
        if end > 1 {
            blank(at, at + end);
        }
        at += end;
    }
    String::from_utf8_lossy(&code).into_owned()
}

/// Whether the byte before `at` belongs to a word.
fn is_word(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_')
}

/// The names right below a path's `::`, with their places: one, or those between braces.
fn names_after(code: &str, at: usize) -> Vec<(usize, &str)> {
    let word = |from: usize| {
        let end = code[from..]
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(code.len() - from);
        &code[from..from + end]
    };
    if !code[at..].starts_with('{') {
        return vec![(at, word(at))];
    }
    let (mut names, mut depth, mut wanted) = (Vec::new(), 0, false);
    for (i, c) in code[at..].char_indices() {
        match c {
            '{' => {
                depth += 1;
                wanted = depth == 1;
            }
            '}' => depth -= 1,
            ',' => wanted = depth == 1,
            c if wanted && !c.is_whitespace() => {
                names.push((at + i, word(at + i)));
                wanted = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

/// The names of the crate's modules that a source uses, with their places.
fn used(code: &str) -> Vec<(usize, &str)> {
    let starts = |pattern: &'static str| {
        code.match_indices(pattern)
            .map(move |(at, _)| at + pattern.len())
    };
    starts("crate::")
        .flat_map(|at| names_after(code, at))
        .collect()
}

/// The lines of `sources` (path below `src/`, text) that use a module at or below their own in `order`.
fn violations(order: &[&str], sources: &[(String, String)]) -> Vec<String> {
    let place = |module: &str| order.iter().position(|known| *known == module);
    let mut found = Vec::new();
    for (path, text) in sources {
        let own = path
            .split('/')
            .next()
            .unwrap_or(path)
            .trim_end_matches(".rs");
        let Some(here) = place(own) else {
            found.push(format!("src/{path} belongs to no module of src/lib.rs"));
            continue;
        };
        let code = code_of(text);
        for (at, module) in used(&code) {
            if module == own || place(module).is_some_and(|there| there < here) {
                continue;
            }
            let number = text[..at].matches('\n').count();
            let line = text.lines().nth(number).unwrap_or("").trim();
            found.push(format!(
                "src/{path}:{}: `{own}` must not use `{module}`: {line}",
                number + 1
            ));
        }
        // A way around `crate::`: from `src/a.rs`, `super` is the crate, and from `src/a/b.rs`, `super::super` is.
        let depth = path.matches('/').count() + usize::from(!path.ends_with("mod.rs"));
        let out = "super::".repeat(depth.max(1));
        let outside_tests = code.split("mod tests").next().unwrap_or(&code);
        for (at, _) in outside_tests.match_indices(&out) {
            found.push(format!(
                "src/{path}:{}: `{out}` leaves the module",
                text[..at].matches('\n').count() + 1
            ));
        }
    }
    found
}

#[test]
fn modules_use_only_modules_above_them() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lib = fs::read_to_string(src.join("lib.rs")).expect("src/lib.rs");
    let order: Vec<&str> = lib
        .lines()
        .filter_map(|line| {
            line.strip_prefix("pub mod ")
                .or_else(|| line.strip_prefix("mod "))?
                .strip_suffix(';')
        })
        .collect();
    assert!(order.len() > 10, "{order:?}");
    let texts: Vec<(String, String)> = sources(&src)
        .iter()
        .filter_map(|path| {
            let name = path
                .strip_prefix(&src)
                .expect("below src")
                .to_str()
                .expect("UTF-8")
                .replace('\\', "/");
            let text = fs::read_to_string(path).expect("a source file");
            (name != "lib.rs" && name != "main.rs").then_some((name, text))
        })
        .collect();
    assert_eq!(violations(&order, &texts).join("\n"), "");
}

#[test]
fn a_use_of_a_module_below_is_found_in_every_form() {
    let found = |text: &str| {
        violations(
            &["vi", "diag", "parse"],
            &[("diag.rs".to_owned(), text.to_owned())],
        )
    };
    assert_eq!(
        found("use crate::vi;\nuse crate::vi::{fold, slug};\nfn f() { crate::diag::g() }"),
        Vec::<String>::new()
    );
    assert_eq!(
        found("// crate::parse\nconst A: &str = \"crate::parse\";"),
        Vec::<String>::new()
    );
    assert_eq!(
        found("use crate::vi;\nuse crate::parse::Doc;"),
        ["src/diag.rs:2: `diag` must not use `parse`: use crate::parse::Doc;"]
    );
    assert_eq!(
        found("use crate::{\n    vi::{fold, parse},\n    parse,\n};"),
        ["src/diag.rs:3: `diag` must not use `parse`: parse,"]
    );
    assert_eq!(
        found("fn f() -> char {\n    crate::parse::g('\"')\n}"),
        ["src/diag.rs:2: `diag` must not use `parse`: crate::parse::g('\"')"]
    );
    assert_eq!(
        found("use super::parse;"),
        ["src/diag.rs:1: `super::` leaves the module"]
    );
    assert_eq!(
        violations(&["vi"], &[("new.rs".to_owned(), String::new())]),
        ["src/new.rs belongs to no module of src/lib.rs"]
    );
}
