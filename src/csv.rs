//! Tables as files of separated values (RFC 4180) for calculation programs as they are set up in Viet Nam: UTF-8 with a
//! byte order mark, without which they take it for something else, and `;` between cells, because the comma stands
//! before decimals.
//!
//! In go rows of cells, out comes the file. What begins like a formula is kept from being run as one.

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The file of such rows, headings first.
#[must_use]
pub fn file(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&guarded(cell))).collect();
        out.push_str(&cells.join(";"));
        out.push_str("\r\n");
    }
    out
}

/// The cell with `'` before it if a calculation program would run it. A negative figure is no formula.
fn guarded(cell: &str) -> String {
    let is_formula = match cell.chars().next() {
        Some('=' | '+' | '@' | '\t' | '\r') => true,
        Some('-') => !is_figure(&cell[1..]),
        _ => false,
    };
    let guard = if is_formula { "'" } else { "" };
    format!("{guard}{cell}")
}

/// Whether these are digits with their signs. A lone `-` has none and is harmless.
fn is_figure(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%'))
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> String {
        let file = file([vec![text.to_owned()]]);
        let line = file.strip_prefix(BYTE_ORDER_MARK);
        line.and_then(|line| line.strip_suffix("\r\n"))
            .expect("every file has a mark, every row an end")
            .to_owned()
    }

    #[test]
    fn rows_are_lines_and_cells_are_parted_as_a_vietnamese_excel_wants_it() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert_eq!(
            file([row(["Thôn", "Tỷ lệ"]), row(["Đông", "12,5%"])]),
            "\u{FEFF}Thôn;Tỷ lệ\r\nĐông;12,5%\r\n"
        );
    }

    #[test]
    fn cells_with_marks_are_quoted() {
        for (text, expected) in [
            ("Tin tức", "Tin tức"),
            ("Đọc; hiểu", "\"Đọc; hiểu\""),
            ("nói “được” \"rồi\"", "\"nói “được” \"\"rồi\"\"\""),
            ("hai\ndòng", "\"hai\ndòng\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }

    #[test]
    fn what_begins_like_a_formula_is_not_run() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+84 912 345 678", "'+84 912 345 678"),
            ("-1+cmd|calc", "'-1+cmd|calc"),
            ("- việc thứ nhất", "'- việc thứ nhất"),
            ("-5", "-5"),
            ("-1.234%", "-1.234%"),
            ("-", "-"),
            ("–", "–"),
            ("Năm = 2026", "Năm = 2026"),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
