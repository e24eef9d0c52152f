//! The list of problems as a page of its own: for the time when no page of the site can be shown, and for whoever wants
//! to see them all. It can be read without a script; the script keeps it up to date.

use std::fmt::Write as _;

use pulldown_cmark_escape::escape_html;

use super::studio::{Problem, Problems};
use crate::diag::{Args, Text};
use crate::messages::{Lang, Msg};

/// The page.
#[must_use]
pub fn page(problems: &Problems, lang: Lang) -> String {
    let say = |msg: Msg, args: Args<'_>| escaped(&Text::new(msg, args).show(lang));
    let code = Msg::WordLang.text(lang);
    let title = say(Msg::PreviewList, &[]);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/.trangxa/list.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    let errors = problems.problems.iter().filter(|p| p.severity == "error");
    let errors = errors.count();
    let warnings = problems.problems.len() - errors;
    let summary = if problems.problems.is_empty() {
        say(Msg::PreviewNoProblems, &[])
    } else {
        say(Msg::PreviewCount, &[&errors, &warnings])
    };
    let home = say(Msg::PreviewHome, &[]);
    write(&mut out, format_args!("<p>{summary}</p>\n"));
    if let Some(due) = &problems.due {
        write(&mut out, format_args!("<p>{}</p>\n", escaped(due)));
    }
    out.push_str("<ol>\n");
    for problem in &problems.problems {
        item(&mut out, problem, &say);
    }
    out + &format!("</ol>\n<p><a href=\"/\">{home}</a></p>\n</main>\n</body>\n</html>\n")
}

fn item(out: &mut String, problem: &Problem, say: &dyn Fn(Msg, Args<'_>) -> String) {
    let Problem {
        severity,
        file,
        cell,
        line,
        column,
        ..
    } = problem;
    let label = match *severity {
        "error" => Msg::LabelError,
        _ => Msg::LabelWarning,
    };
    let (label, message) = (say(label, &[]), escaped(&problem.message));
    write(
        out,
        format_args!("<li class=\"{severity}\">\n<h2><span>{label}</span> {message}</h2>\n"),
    );
    if !file.is_empty() {
        let file = escaped(file);
        let place = place(&format!("{file}{}", escaped(cell)), *line, *column);
        write(
            out,
            format_args!(
                "<p class=\"place\" data-file=\"{file}\" data-line=\"{line}\" data-column=\"{column}\">{place}</p>\n"
            ),
        );
    }
    if !problem.excerpt.is_empty() {
        out.push_str("<pre>");
        for (number, text) in &problem.excerpt {
            let text = match problem.marked {
                Some(marked) if number == line => with_mark(text, marked),
                _ => escaped(text),
            };
            write(out, format_args!("<span>{number:>4}</span> {text}\n"));
        }
        out.push_str("</pre>\n");
    }
    if !problem.help.is_empty() {
        out.push_str("<ul>\n");
        for help in &problem.help {
            write(out, format_args!("<li>{}</li>\n", escaped(help)));
        }
        out.push_str("</ul>\n");
    }
    for (text, file, line) in &problem.notes {
        let place = place(&escaped(file), *line, 0);
        let text = escaped(text);
        write(
            out,
            format_args!("<p class=\"note\">{text} <span>{place}</span></p>\n"),
        );
    }
    if let Some(page) = &problem.page {
        let (page, text) = (escaped(page), say(Msg::PreviewSeePage, &[]));
        write(out, format_args!("<p><a href=\"/{page}\">{text}</a></p>\n"));
    }
    write(
        out,
        format_args!("<p class=\"code\">{}</p>\n</li>\n", escaped(&problem.code)),
    );
}

/// `content/a.md:3:5`, as far as it is known.
fn place(file: &str, line: usize, column: usize) -> String {
    match (line, column) {
        (0, _) => file.to_owned(),
        (line, 0) => format!("{file}:{line}"),
        (line, column) => format!("{file}:{line}:{column}"),
    }
}

/// A line with the part between two characters marked.
fn with_mark(text: &str, (from, to): (usize, usize)) -> String {
    let part = |skip: usize, take: usize| {
        let part: String = text.chars().skip(skip).take(take).collect();
        escaped(&part)
    };
    let marked = part(from, to.saturating_sub(from));
    format!(
        "{}<mark>{marked}</mark>{}",
        part(0, from),
        part(to.max(from), usize::MAX)
    )
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_html(&mut out, text).expect("writing to a string cannot fail");
    out
}

fn write(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text)
        .expect("writing to a string cannot fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_shown_with_place_text_and_what_to_do() {
        let problem = Problem {
            severity: "error",
            code: "broken-link".to_owned(),
            message: "không có trang <a.md>".to_owned(),
            help: vec!["sửa đường dẫn".to_owned()],
            file: "content/tin.md".to_owned(),
            cell: String::new(),
            line: 3,
            column: 6,
            excerpt: vec![(2, String::new()), (3, "Xem [ấy](a.md) & đi".to_owned())],
            marked: Some((4, 14)),
            notes: vec![("lần đầu ở đây".to_owned(), "content/b.md".to_owned(), 7)],
            page: Some("tin/".to_owned()),
        };
        let problems = Problems {
            build: 4,
            problems: vec![problem],
            due: None,
        };
        let expected = "<p>1 lỗi, 0 cảnh báo</p>\n<ol>\n\
             <li class=\"error\">\n<h2><span>lỗi</span> không có trang &lt;a.md&gt;</h2>\n\
             <p class=\"place\" data-file=\"content/tin.md\" data-line=\"3\" data-column=\"6\">content/tin.md:3:6</p>\n\
             <pre><span>   2</span> \n<span>   3</span> Xem <mark>[ấy](a.md)</mark> &amp; đi\n</pre>\n\
             <ul>\n<li>sửa đường dẫn</li>\n</ul>\n\
             <p class=\"note\">lần đầu ở đây <span>content/b.md:7</span></p>\n\
             <p><a href=\"/tin/\">xem trang này</a></p>\n<p class=\"code\">broken-link</p>\n</li>\n</ol>\n";
        let html = page(&problems, Lang::Vi);
        assert!(html.contains(expected), "{html}");
        assert!(page(&problems, Lang::En).contains("<p>1 errors, 0 warnings</p>"));
    }

    #[test]
    fn the_list_says_when_the_next_report_is_due() {
        let problems = Problems {
            due: Some("Báo cáo phải gửi trước ngày 15/12/2026".to_owned()),
            ..Problems::default()
        };
        let html = page(&problems, Lang::Vi);
        assert!(
            html.contains("</p>\n<p>Báo cáo phải gửi trước ngày 15/12/2026</p>\n<ol>\n"),
            "{html}"
        );
    }

    #[test]
    fn a_mark_beyond_the_line_does_no_harm() {
        assert_eq!(with_mark("ab", (1, 9)), "a<mark>b</mark>");
        assert_eq!(with_mark("ab", (5, 3)), "ab<mark></mark>");
    }
}
