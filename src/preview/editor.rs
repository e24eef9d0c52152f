//! Opening a file in the program that the editor writes with, at the line of a mistake.
//!
//! `TRANGXA_EDITOR` says which, such as `code --goto {file}:{line}:{column}` (`code.cmd` on Windows); else it is the one
//! that the system opens such files with. It belongs to the person and not to the site, because a site's folder may come
//! from somebody else. No shell reads the command.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The variable that names the program.
pub const VARIABLE: &str = "TRANGXA_EDITOR";

/// What the system may open by itself: to open other files can mean to run them.
const TEXTS: &[&str] = &["md", "toml", "csv", "txt"];

/// Opens a file. `command` is what the variable holds.
///
/// # Errors
/// When there is no program for the file, or it cannot be started.
pub fn open(command: Option<&str>, file: &Path, line: usize, column: usize) -> io::Result<()> {
    // Windows wants one sort of slash.
    let file: PathBuf = file.components().collect();
    let given = command.map(words).filter(|words| !words.is_empty());
    let argv = match given {
        Some(words) => arguments(words, &file.to_string_lossy(), line, column),
        None => system(&file)?,
    };
    let (program, rest) = argv.split_first().expect("no command is without a word");
    let mut child = Command::new(program)
        .args(rest)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Somebody must take note of its end.
    std::thread::spawn(move || child.wait());
    Ok(())
}

fn system(file: &Path) -> io::Result<Vec<String>> {
    let end = file.extension().unwrap_or_default().to_string_lossy();
    if !TEXTS.contains(&end.to_ascii_lowercase().as_str()) {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let program = if cfg!(windows) {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    Ok(vec![
        program.to_owned(),
        file.to_string_lossy().into_owned(),
    ])
}

/// The words of a command; quotes hold a word with spaces together.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut is_quoted = false;
    for c in command.chars() {
        if c == '"' {
            is_quoted = !is_quoted;
            word.get_or_insert_default();
        } else if c.is_whitespace() && !is_quoted {
            words.extend(word.take());
        } else {
            word.get_or_insert_default().push(c);
        }
    }
    words.extend(word);
    words
}

/// The words with the place put in; the file comes last when no word asks for it.
fn arguments(words: Vec<String>, file: &str, line: usize, column: usize) -> Vec<String> {
    let asks = words.iter().any(|word| word.contains("{file}"));
    let (line, column) = (line.max(1).to_string(), column.max(1).to_string());
    let put = |word: String| {
        // The file last: its name may hold what looks like a placeholder.
        word.replace("{line}", &line)
            .replace("{column}", &column)
            .replace("{file}", file)
    };
    let mut argv: Vec<String> = words.into_iter().map(put).collect();
    if !asks {
        argv.push(file.to_owned());
    }
    argv
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_becomes_words_without_a_shell() {
        let cases: [(&str, &[&str]); 5] = [
            (
                "code -g {file}:{line}:{column}",
                &["code", "-g", "/a b/{line}.md:3:7"],
            ),
            (
                "\"C:\\Program Files\\Notepad++\\notepad++.exe\" -n{line} {file}",
                &[
                    "C:\\Program Files\\Notepad++\\notepad++.exe",
                    "-n3",
                    "/a b/{line}.md",
                ],
            ),
            ("  gedit  ", &["gedit", "/a b/{line}.md"]),
            (
                "x $(rm) ; `y` \"\" {file}",
                &["x", "$(rm)", ";", "`y`", "", "/a b/{line}.md"],
            ),
            ("a\"b c\"d {file}", &["ab cd", "/a b/{line}.md"]),
        ];
        for (command, expected) in cases {
            let argv = arguments(words(command), "/a b/{line}.md", 3, 7);
            assert_eq!(argv, expected, "{command}");
        }
        let unknown = arguments(words("e {file}:{line}:{column}"), "a.md", 0, 0);
        assert_eq!(unknown, ["e", "a.md:1:1"]);
    }

    #[test]
    fn the_system_opens_only_texts_by_itself() {
        for name in ["bai.md", "site.toml", "so-lieu.CSV"] {
            assert!(system(Path::new(name)).is_ok(), "{name}");
        }
        for name in ["a.exe", "a.bat", "a.js", "a.html", "a.lnk", "a"] {
            assert!(system(Path::new(name)).is_err(), "{name}");
        }
    }
}
