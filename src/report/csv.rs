//! The figures of a report as two files for calculation programs; how they are written, `crate::csv` knows.

use super::Report;

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

/// The file of a table.
fn file(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let head = head.iter().map(|name| (*name).to_owned()).collect();
    crate::csv::file(std::iter::once(head).chain(rows))
}
