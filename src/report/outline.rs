//! A report in words: headings, paragraphs and tables, in the plain Vietnamese of offices.
//!
//! In go a `Report` and its `Letterhead`, out comes an `Outline` that the writers only have to set. A report is a
//! Vietnamese document whatever language the program speaks, so that its words stand here and not in the catalogue.

use jiff::civil::Date;

use super::{
    Activity, Campaign, Contribution, Gaps, Item, Letterhead, Month, Opinions, Pace, Period,
    Report, Tally, Target, number,
};
use crate::vi;

/// A report as a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// What stands under the word `BÁO CÁO`.
    pub subject: String,
    /// The text.
    pub body: Vec<Block>,
    /// The heading of the annex.
    pub annex_title: &'static str,
    /// The annex: the list of items.
    pub annex: Vec<Block>,
}

/// A part of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading with its Roman number.
    Heading(String),
    /// A heading below it, with its number.
    Subheading(String),
    /// A paragraph.
    Text(String),
    /// Points of a list.
    Points(Vec<String>),
    /// A table.
    Table(Table),
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the last row holds sums.
    pub has_total: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub title: &'static str,
    /// Its share of the width, in hundredths.
    pub width: u32,
    /// Whether its cells are short and stand in the middle.
    pub centred: bool,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// An address that belongs to it.
    pub url: Option<String>,
}

/// What stands where there is no figure.
pub const NO_FIGURE: &str = "chưa có số liệu";

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            url: None,
        }
    }
}

const fn wide(title: &'static str, width: u32) -> Column {
    Column {
        title,
        width,
        centred: false,
    }
}

const fn short(title: &'static str, width: u32) -> Column {
    Column {
        title,
        width,
        centred: true,
    }
}

/// Puts a report into words.
#[must_use]
pub fn outline(report: &Report, letterhead: &Letterhead) -> Outline {
    let parts = [
        ("KẾT QUẢ CHUNG", summary(report)),
        ("SỐ LIỆU VỀ TIN, BÀI", figures(report)),
        ("CHIẾN DỊCH", campaigns(&report.campaigns)),
        ("HOẠT ĐỘNG NGOÀI CỔNG", activities(report)),
        ("Ý KIẾN CỦA NGƯỜI DÂN", opinions(&report.opinions)),
        ("CHỈ TIÊU", targets(&report.targets)),
        ("NHỮNG NỘI DUNG CÒN THIẾU", gaps(&report.gaps)),
        ("ĐÓNG GÓP CỦA TÁC GIẢ", contributions(&report.contributions)),
    ];
    let mut body = opening(report, letterhead);
    for (n, (title, mut blocks)) in parts.into_iter().enumerate() {
        body.push(Block::Heading(format!("{}. {title}", roman(n + 1))));
        body.append(&mut blocks);
    }
    body.push(Block::Text(
        "Danh sách tin, bài kèm đường dẫn có trong phụ lục của báo cáo này./.".to_owned(),
    ));
    Outline {
        subject: format!("Kết quả thông tin, tuyên truyền {}", days(report.period)),
        body,
        annex_title: "DANH SÁCH TIN, BÀI",
        annex: annex(report),
    }
}

/// `từ ngày 01/7/2026 đến ngày 31/12/2026`.
fn days(period: Period) -> String {
    let (from, to) = (day(period.from), day(period.to));
    format!("từ ngày {from} đến ngày {to}")
}

fn day(date: Date) -> String {
    vi::date::in_citation(date)
}

fn month(first: Date) -> String {
    let zero = if first.month() < 3 { "0" } else { "" };
    format!("Tháng {zero}{}/{}", first.month(), first.year())
}

fn roman(number: usize) -> &'static str {
    const NUMBERS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    NUMBERS[number - 1]
}

fn opening(report: &Report, letterhead: &Letterhead) -> Vec<Block> {
    let who = match &letterhead.issuer {
        Some(issuer) => format!("{issuer} báo cáo kết quả"),
        None => "Kết quả".to_owned(),
    };
    let mut text = format!(
        "{who} thông tin, tuyên truyền trên {} và ngoài cổng {} như sau:",
        report.portal,
        days(report.period)
    );
    if report.made < report.period.to {
        text.push_str(&format!(
            " (kỳ báo cáo chưa kết thúc, số liệu tính đến ngày {})",
            day(report.made)
        ));
    }
    vec![Block::Text(text)]
}

// The whole

fn summary(report: &Report) -> Vec<Block> {
    let (now, before) = (report.items.len(), report.items_before);
    let change = match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("tăng {}", number(now - before)),
        std::cmp::Ordering::Less => format!("giảm {}", number(before - now)),
        std::cmp::Ordering::Equal => "không tăng, không giảm".to_owned(),
    };
    let mut points = vec![format!(
        "Cổng đăng {} tin, bài; kỳ trước ({}) đăng {} tin, bài; {change}.",
        number(now),
        days(report.before),
        number(before)
    )];
    points.extend(report.pace.map(pace));
    points.push(format!("Hoạt động ngoài cổng: {}.", off_the_page(report)));
    vec![Block::Points(points)]
}

/// What was done off the page in the period: `phát thanh 12 buổi phát; pano 2 tấm`.
fn off_the_page(report: &Report) -> String {
    let done = report.forms.iter().filter(|form| form.now > 0);
    let done: Vec<String> = done
        .map(|form| {
            let count = vi::number::grouped(form.now);
            format!("{} {count} {}", lower(form.title), form.counted)
        })
        .collect();
    match done.is_empty() {
        true => NO_FIGURE.to_owned(),
        false => done.join("; "),
    }
}

fn pace(pace: Pace) -> String {
    let tenths = (pace.there * 1_000 + pace.wanted / 2) / pace.wanted;
    let percent = vi::number::decimal(
        tenths as f64 / 10.0,
        usize::from(!tenths.is_multiple_of(10)),
    );
    format!(
        "Từ đầu năm {} đến ngày {}, cổng đăng {} tin, bài, bằng {percent}% mức cần đạt trong năm ({} tin, bài).",
        pace.year,
        day(pace.until),
        number(pace.there),
        number(pace.wanted)
    )
}

/// A label within a sentence.
fn lower(label: &str) -> String {
    let mut chars = label.chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    first.chain(chars).collect()
}

// Figures

fn figures(report: &Report) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (n, tally) in report.tallies.iter().enumerate() {
        blocks.push(Block::Subheading(format!("{}. {}", n + 1, tally.title)));
        blocks.append(&mut tally_table(
            tally,
            [report.items.len(), report.items_before],
        ));
    }
    let n = report.tallies.len() + 1;
    blocks.push(Block::Subheading(format!("{n}. Theo tháng")));
    blocks.push(month_table(&report.months));
    blocks
}

fn tally_table(tally: &Tally, sums: [usize; 2]) -> Vec<Block> {
    if tally.rows.is_empty() {
        return vec![Block::Text(format!("Tin, bài: {NO_FIGURE}."))];
    }
    let row = |label: &str, [now, before]: [usize; 2]| {
        vec![
            label.into(),
            number(now).into(),
            number(before).into(),
            change(now, before).into(),
        ]
    };
    let rows = tally.rows.iter();
    let mut rows: Vec<Vec<Cell>> = rows
        .map(|counted| row(&counted.label, [counted.now, counted.before]))
        .collect();
    if !tally.overlaps {
        rows.push(row("Tổng cộng", sums));
    }
    let table = Block::Table(Table {
        columns: vec![
            wide("Nội dung", 55),
            short("Kỳ này", 15),
            short("Kỳ trước", 15),
            short("Tăng, giảm", 15),
        ],
        rows,
        has_total: !tally.overlaps,
    });
    if !tally.overlaps {
        return vec![table];
    }
    let note = "Một tin, bài có thể được đếm ở nhiều dòng.";
    vec![table, Block::Text(note.to_owned())]
}

/// `+3`, `-2`, `0`.
fn change(now: usize, before: usize) -> String {
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("+{}", number(now - before)),
        std::cmp::Ordering::Less => format!("-{}", number(before - now)),
        std::cmp::Ordering::Equal => "0".to_owned(),
    }
}

fn month_table(months: &[Month]) -> Block {
    let row = |counted: &Month| {
        let [other, before] = match counted.before {
            Some((other, count)) => [month(other), number(count)],
            None => [String::new(), String::new()],
        };
        vec![
            month(counted.month).into(),
            number(counted.now).into(),
            other.into(),
            before.into(),
        ]
    };
    Block::Table(Table {
        columns: vec![
            wide("Kỳ này", 30),
            short("Số tin, bài", 20),
            wide("Kỳ trước", 30),
            short("Số tin, bài", 20),
        ],
        rows: months.iter().map(row).collect(),
        has_total: false,
    })
}

// Campaigns

fn campaigns(campaigns: &[Campaign]) -> Vec<Block> {
    if campaigns.is_empty() {
        let none = "Trong kỳ không có chiến dịch nào được ghi trên cổng.";
        return vec![Block::Text(none.to_owned())];
    }
    let rows = campaigns.iter().enumerate().map(|(n, campaign)| {
        let days = match campaign.last {
            Some(last) => format!("{} đến {}", day(campaign.first), day(last)),
            None => format!("từ {}", day(campaign.first)),
        };
        let done = format!(
            "{} tin, bài; {} hoạt động ngoài cổng",
            number(campaign.items),
            number(campaign.activities)
        );
        vec![
            (n + 1).to_string().into(),
            Cell {
                text: campaign.title.clone(),
                url: Some(campaign.url.clone()),
            },
            days.into(),
            done.into(),
            result(campaign).into(),
        ]
    });
    vec![Block::Table(Table {
        columns: vec![
            short("TT", 7),
            wide("Chiến dịch và đường dẫn", 33),
            wide("Thời gian", 15),
            wide("Trong kỳ", 18),
            wide("Kết quả", 27),
        ],
        rows: rows.collect(),
        has_total: false,
    })]
}

/// What came of a campaign, and of its targets.
fn result(campaign: &Campaign) -> String {
    let result = match (&campaign.result, campaign.is_over) {
        (Some(result), _) => result.trim_end_matches('.').to_owned(),
        (None, true) => "Đã kết thúc, chưa ghi kết quả".to_owned(),
        (None, false) => "Đang thực hiện".to_owned(),
    };
    let targets = campaign.targets.iter().map(|target| {
        let value = reached(target);
        format!("{}: {value}, cần đạt {}", target.text, target.target)
    });
    let parts: Vec<String> = std::iter::once(result).chain(targets).collect();
    format!("{}.", parts.join(". "))
}

// Opinions

fn opinions(opinions: &Opinions) -> Vec<Block> {
    let [received, received_before] = opinions.received;
    let [answered, answered_before] = opinions.answered;
    if received + received_before + answered + answered_before == 0 && opinions.waiting.is_empty() {
        return vec![Block::Text(format!("Ý kiến của người dân: {NO_FIGURE}."))];
    }
    let mut points = vec![
        format!(
            "Tiếp nhận {} ý kiến; kỳ trước {}.",
            number(received),
            number(received_before)
        ),
        format!(
            "Trả lời {} ý kiến; kỳ trước {}.",
            number(answered),
            number(answered_before)
        ),
    ];
    if opinions.waiting.is_empty() {
        points.push("Không còn ý kiến nào chờ trả lời.".to_owned());
        return vec![Block::Points(points)];
    }
    let late = opinions.waiting.iter().filter(|waiting| waiting.is_late);
    points.push(format!(
        "Còn {} ý kiến chờ trả lời, trong đó {} ý kiến quá {} ngày:",
        number(opinions.waiting.len()),
        number(late.count()),
        opinions.limit
    ));
    let rows = opinions.waiting.iter().enumerate().map(|(n, waiting)| {
        vec![
            (n + 1).to_string().into(),
            Cell {
                text: waiting.title.clone(),
                url: Some(waiting.url.clone()),
            },
            day(waiting.received).into(),
            waiting.unit.as_deref().unwrap_or("chưa ghi").into(),
            format!("{} ngày", waiting.days).into(),
        ]
    });
    let table = Block::Table(Table {
        columns: vec![
            short("TT", 7),
            wide("Ý kiến", 40),
            short("Ngày nhận", 15),
            wide("Đơn vị trả lời", 25),
            short("Đã chờ", 13),
        ],
        rows: rows.collect(),
        has_total: false,
    });
    vec![Block::Points(points), table]
}

// Off the page

fn activities(report: &Report) -> Vec<Block> {
    if report.forms.is_empty() {
        return vec![Block::Text(format!("Hoạt động ngoài cổng: {NO_FIGURE}."))];
    }
    let forms = report.forms.iter().map(|form| {
        vec![
            form.title.into(),
            form.counted.into(),
            vi::number::grouped(form.now).into(),
            vi::number::grouped(form.before).into(),
        ]
    });
    let mut blocks = vec![Block::Table(Table {
        columns: vec![
            wide("Hình thức", 46),
            wide("Đơn vị tính", 22),
            short("Kỳ này", 16),
            short("Kỳ trước", 16),
        ],
        rows: forms.collect(),
        has_total: false,
    })];
    if !report.activities.is_empty() {
        let rows = report.activities.iter().enumerate();
        blocks.push(Block::Text("Chi tiết trong kỳ:".to_owned()));
        blocks.push(Block::Table(Table {
            columns: vec![
                short("TT", 7),
                short("Ngày", 15),
                wide("Nội dung", 36),
                wide("Số lượng", 14),
                wide("Nơi, đơn vị thực hiện", 28),
            ],
            rows: rows
                .map(|(n, activity)| activity_row(n + 1, activity))
                .collect(),
            has_total: false,
        }));
    }
    blocks
}

fn activity_row(n: usize, activity: &Activity) -> Vec<Cell> {
    let places = [&activity.place, &activity.unit].into_iter().flatten();
    let places: Vec<&str> = places.map(String::as_str).collect();
    let evidence = match &activity.evidence {
        Some(evidence) => format!(" (minh chứng: {evidence})"),
        None => String::new(),
    };
    vec![
        n.to_string().into(),
        day(activity.date).into(),
        format!("{}: {}{evidence}", activity.form, activity.title).into(),
        format!(
            "{} {}",
            vi::number::grouped(activity.count),
            activity.counted
        )
        .into(),
        places.join("; ").into(),
    ]
}

// Targets

fn targets(targets: &[Target]) -> Vec<Block> {
    if targets.is_empty() {
        return vec![Block::Text(format!("Chỉ tiêu: {NO_FIGURE}."))];
    }
    let rows = targets.iter().enumerate().map(|(n, target)| {
        let wanted = match target.year {
            Some(year) => format!("{} (năm {year})", target.target),
            None => target.target.clone(),
        };
        let value = reached(target);
        let evidence = target.evidence.as_deref().unwrap_or("chưa có minh chứng");
        vec![
            (n + 1).to_string().into(),
            target.text.as_str().into(),
            wanted.into(),
            value.into(),
            evidence.into(),
        ]
    });
    vec![Block::Table(Table {
        columns: vec![
            short("TT", 7),
            wide("Chỉ tiêu", 37),
            wide("Mức cần đạt", 18),
            wide("Đã đạt", 18),
            wide("Minh chứng", 20),
        ],
        rows: rows.collect(),
        has_total: false,
    })]
}

/// What is reached of a target, of which day, and whether it is enough.
fn reached(target: &Target) -> String {
    let Some(value) = &target.value else {
        return NO_FIGURE.to_owned();
    };
    let date = target.date.map(|date| format!("ngày {}", day(date)));
    let standing = target.standing.map(str::to_owned);
    let notes: Vec<String> = date.into_iter().chain(standing).collect();
    match notes.is_empty() {
        true => value.clone(),
        false => format!("{value} ({})", notes.join(", ")),
    }
}

// What is missing

fn gaps(gaps: &Gaps) -> Vec<Block> {
    let mut points = Vec::new();
    if !gaps.months.is_empty() {
        let months: Vec<String> = gaps
            .months
            .iter()
            .map(|first| lower(&month(*first)))
            .collect();
        points.push(format!("Tháng không có tin, bài: {}.", months.join("; ")));
    }
    let silences = gaps.silences.iter();
    points.extend(
        silences.map(|silence| format!("Quá 30 ngày không có tin, bài: {}.", days(*silence))),
    );
    for (title, labels) in &gaps.uncovered {
        let labels = labels.join("; ");
        points.push(format!("{title}, chưa có tin, bài: {labels}."));
    }
    for planned in &gaps.planned {
        points.push(format!(
            "Dự kiến đăng trên kênh {}, chưa có đường dẫn hoặc ngày đăng: {}.",
            planned.channel, planned.title
        ));
    }
    if !gaps.undated.is_empty() {
        points.push(format!(
            "Có {} văn bản trên cổng không ghi ngày đăng nên không được đếm.",
            number(gaps.undated.len())
        ));
    }
    if points.is_empty() {
        return vec![Block::Text("Không có.".to_owned())];
    }
    vec![Block::Points(points)]
}

// Authors

fn contributions(contributions: &[Contribution]) -> Vec<Block> {
    if contributions.is_empty() {
        return vec![Block::Text(format!("Tác giả: {NO_FIGURE}."))];
    }
    let total: usize = contributions
        .iter()
        .map(|contribution| contribution.total)
        .sum();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for contribution in contributions {
        let kinds = contribution.kinds.iter();
        let kinds: Vec<String> = kinds
            .map(|(kind, count)| format!("{} {}", lower(kind), number(*count)))
            .collect();
        rows.push(vec![
            contribution
                .author
                .as_deref()
                .unwrap_or("Chưa ghi tác giả")
                .into(),
            number(contribution.total).into(),
            kinds.join("; ").into(),
        ]);
    }
    rows.push(vec![
        "Tổng cộng".into(),
        number(total).into(),
        Cell::default(),
    ]);
    vec![Block::Table(Table {
        columns: vec![
            wide("Tác giả", 40),
            short("Số tin, bài", 20),
            wide("Trong đó", 40),
        ],
        rows,
        has_total: true,
    })]
}

// The annex

fn annex(report: &Report) -> Vec<Block> {
    let how = "Cách tính: mỗi trang có ngày đăng trong kỳ và đang đọc được trên cổng được đếm một lần; bản nháp, bài chờ \
               duyệt, bài hẹn ngày và bài đã gỡ không được đếm.";
    if report.items.is_empty() {
        let none = "Trong kỳ không có tin, bài nào.";
        return vec![Block::Text(none.to_owned()), Block::Text(how.to_owned())];
    }
    let rows = report.items.iter().enumerate();
    let table = Block::Table(Table {
        columns: vec![
            short("TT", 7),
            short("Ngày đăng", 15),
            wide("Tên tin, bài và đường dẫn", 46),
            wide("Chuyên mục", 17),
            wide("Kênh khác", 15),
        ],
        rows: rows.map(|(n, item)| item_row(n + 1, item)).collect(),
        has_total: false,
    });
    vec![table, Block::Text(how.to_owned())]
}

fn item_row(n: usize, item: &Item) -> Vec<Cell> {
    let channels = item
        .channels
        .iter()
        .map(|posting| match (&posting.url, posting.date) {
            (Some(url), _) => format!("{}: {url}", posting.channel),
            (None, Some(date)) => format!("{}: {}", posting.channel, day(date)),
            (None, None) => posting.channel.to_owned(),
        });
    let channels: Vec<String> = channels.collect();
    vec![
        n.to_string().into(),
        day(item.date).into(),
        Cell {
            text: item.title.clone(),
            url: Some(item.url.clone()),
        },
        item.section.as_str().into(),
        channels.join("; ").into(),
    ]
}
