//! The figures of a report as two files of comma-separated values (RFC 4180), for calculation programs.
//!
//! Each begins with a byte order mark: without it those programs take UTF-8 for something else.

use super::Report;

const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Every item with all that is known of it.
#[must_use]
pub fn items(report: &Report) -> String {
    let head = [
        "TT",
        "Ngày đăng",
        "Tên tin, bài",
        "Đường dẫn",
        "Kiểu bài",
        "Chuyên mục",
        "Chủ đề",
        "Nhóm nhiệm vụ",
        "Đơn vị",
        "Đối tượng",
        "Tác giả",
        "Kênh khác",
    ];
    let rows = report.items.iter().enumerate().map(|(n, item)| {
        let channels = item.channels.iter().map(|posting| match &posting.url {
            Some(url) => format!("{}: {url}", posting.channel),
            None => posting.channel.to_owned(),
        });
        vec![
            (n + 1).to_string(),
            item.date.to_string(),
            item.title.clone(),
            item.url.clone(),
            item.kind.to_owned(),
            item.section.clone(),
            item.topics.join("; "),
            item.tasks.join("; "),
            item.unit.clone().unwrap_or_default(),
            item.audiences.join("; "),
            item.author.clone().unwrap_or_default(),
            channels.collect::<Vec<_>>().join("; "),
        ]
    });
    file(&head, rows)
}

/// Every count, with that of the period before.
#[must_use]
pub fn counts(report: &Report) -> String {
    let head = ["Cách đếm", "Nội dung", "Kỳ này", "Kỳ trước"];
    let row = |way: &str, label: &str, now: &dyn ToString, before: &dyn ToString| {
        let (now, before) = (now.to_string(), before.to_string());
        vec![way.to_owned(), label.to_owned(), now, before]
    };
    let mut rows = vec![row(
        "Tổng số",
        "Tin, bài",
        &report.items.len(),
        &report.items_before,
    )];
    for tally in &report.tallies {
        let counted = tally.rows.iter();
        rows.extend(
            counted.map(|counted| row(tally.title, &counted.label, &counted.now, &counted.before)),
        );
    }
    for month in &report.months {
        let label = month.month.strftime("%Y-%m").to_string();
        let before = month
            .before
            .map_or(String::new(), |(_, count)| count.to_string());
        rows.push(row("Theo tháng", &label, &month.now, &before));
    }
    for form in &report.forms {
        let label = format!("{} ({})", form.title, form.counted);
        rows.push(row("Hoạt động ngoài cổng", &label, &form.now, &form.before));
    }
    file(&head, rows.into_iter())
}

fn file(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = BYTE_ORDER_MARK.to_owned();
    let head = head.iter().map(|name| (*name).to_owned()).collect();
    for row in std::iter::once(head).chain(rows) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', ';', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_marks_are_quoted() {
        for (cell, expected) in [
            ("Tin, bài", "\"Tin, bài\""),
            ("nói “được” \"rồi\"", "\"nói “được” \"\"rồi\"\"\""),
            ("Tin tức", "Tin tức"),
        ] {
            assert_eq!(quoted(cell), expected);
        }
    }
}
