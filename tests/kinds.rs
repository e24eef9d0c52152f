//! The kinds of pages that have a time or a form of their own: campaigns, events and their calendars, annual days, guides,
//! opinions, corrections, videos, good examples, news taken over, targets. Whole small sites, as of a given day.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use trangxa::draw;
use trangxa::moment::Moment;
use trangxa::source::{File, Options, Snapshot};

use crate::site::Portal;

/// A site with a campaign, its events and news.
const COMMUNE: &[(&str, &str)] = &[
    (
        "site.toml",
        "title = \"Xã\"\nbase_url = \"https://xa.example\"\n",
    ),
    ("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n"),
    (
        "content/_data/units.toml",
        "[[unit]]\nid = \"ubnd\"\nname = \"UBND xã\"\n[[unit]]\nid = \"thon-1\"\nname = \"Thôn 1\"\n",
    ),
    (
        "content/_data/days.toml",
        "[[day]]\nid = \"cds\"\nname = \"Ngày Chuyển đổi số\"\ndate = \"10/10\"\nbasis = \"505/QĐ-TTg\"\n\
         lead_days = 7\nbanner = \"Hưởng ứng ngày 10/10\"\nurl = \"/chien-dich/cds/\"\n",
    ),
    (
        "content/chien-dich/_index.md",
        "+++\ntitle = \"Chiến dịch\"\nlayout = \"campaigns\"\nchild_kind = \"campaign\"\n+++\n",
    ),
    (
        "content/chien-dich/cds.md",
        "+++\ntitle = \"Tháng số\"\nstart = 2026-10-01\nend = 2026-10-10\nlead = \"ubnd\"\nsupporting = [\"thon-1\"]\n\
         slogans = [\"Mỗi nhà một công dân số\"]\nhashtags = [\"#ChuyenDoiSo\"]\npinned = [\"/tin-tuc/cu/\"]\nresult = \"Đã mở 5 lớp.\"\n\
         kpi = [{text = \"Người dự\", target = \"≥ 200\", value = \"150\", year = 2025}]\n\
         programme = [{date = 2026-10-01T07:30:00, text = \"Phát động\", place = \"Nhà văn hóa\"}]\n+++\nLời.\n",
    ),
    (
        "content/lich/_index.md",
        "+++\ntitle = \"Lịch\"\nlayout = \"calendar\"\nchild_kind = \"event\"\n+++\n",
    ),
    (
        "content/lich/hop.md",
        "+++\ntitle = \"Họp thôn\"\nstart = 2026-10-05T19:30:00\nend = 2026-10-05T21:00:00\nplace = \"Thôn 1\"\n\
         campaign = \"cds\"\nupdated = 2026-09-20\n+++\n",
    ),
    (
        "content/lich/hoan.md",
        "+++\ntitle = \"Ngày hội\"\nstart = 2026-10-08\nend = 2026-10-09\nstatus = \"Hủy\"\n+++\n",
    ),
    ("content/tin-tuc/_index.md", "+++\ntitle = \"Tin\"\n+++\n"),
    (
        "content/tin-tuc/moi.md",
        "+++\ntitle = \"Tin mới\"\ndate = 2026-09-02\ncampaign = \"cds\"\n+++\n",
    ),
    (
        "content/tin-tuc/cu.md",
        "+++\ntitle = \"Tin cũ\"\ndate = 2026-09-01\ncampaign = \"cds\"\n+++\n",
    ),
];

struct Built {
    files: BTreeMap<String, String>,
    said: Vec<String>,
}

impl Built {
    fn file(&self, path: &str) -> &str {
        self.files
            .get(path)
            .unwrap_or_else(|| panic!("there is no {path}"))
    }

    fn has(&self, path: &str, text: &str) -> bool {
        self.file(path).contains(text)
    }
}

fn build(files: &[(&str, &str)], more: &[(&str, &str)], today: Date) -> Built {
    let files = files.iter().chain(more);
    let files = files.map(|(path, text)| File::in_memory(path, text.as_bytes()));
    let snapshot = Snapshot::of(files, Options::at(Moment::midnight(today)));
    let built = Portal::default().build(&snapshot, false);
    Built {
        files: built
            .files
            .iter()
            .map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned()))
            .collect(),
        said: built
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.text.msg.code().to_owned())
            .collect(),
    }
}

fn commune(today: Date) -> Built {
    let built = build(COMMUNE, &[], today);
    assert_eq!(built.said, Vec::<String>::new());
    built
}

/// A good site with one more file, as of 21/11/2026.
fn with(files: &[(&str, &str)]) -> Built {
    build(COMMUNE, files, date(2026, 11, 21))
}

#[test]
fn a_campaign_says_what_it_is_on_the_day_of_the_build() {
    // The theme's script is held to the same table.
    let rows = include_str!("web/days.tsv").lines();
    for row in rows.filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [today, days, words] = cells[..] else {
            panic!("{row}");
        };
        let (first, last) = days.split_once('/').expect("two days");
        let end = match last {
            "" => String::new(),
            last => format!("end = {last}\nresult = \"Xong.\"\n"),
        };
        let page = format!("+++\ntitle = \"Khác\"\nstart = {first}\n{end}+++\n");
        let today = today.parse().expect("a day");
        let built = build(
            COMMUNE,
            &[("content/chien-dich/khac.md", page.as_str())],
            today,
        );
        assert_eq!(built.said, Vec::<String>::new());
        let badge = format!("data-when=\"{days}\">{words}</span>");
        assert!(built.has("chien-dich/khac/index.html", &badge), "{row}");
    }
}

#[test]
fn running_campaigns_are_on_the_home_page_and_ended_ones_in_the_archive_at_the_same_address() {
    let (running, ended) = (commune(date(2026, 10, 2)), commune(date(2026, 10, 11)));
    assert!(running.has("index.html", "chien-dich/cds/\">Tháng số</a>"));
    assert!(running.has("chien-dich/index.html", "Đang diễn ra</h2>"));
    assert!(!ended.has("index.html", "Tháng số"));
    assert!(ended.has("chien-dich/index.html", "Đã kết thúc</h2>"));
    assert!(ended.has("chien-dich/cds/index.html", "Đã mở 5 lớp."));
}

#[test]
fn news_that_name_a_campaign_gather_on_its_page_with_the_pinned_first() {
    let built = commune(date(2026, 10, 2));
    let page = built.file("chien-dich/cds/index.html");
    let pinned = page
        .find("tin-tuc/cu/\">Tin cũ</a>")
        .expect("the pinned page");
    let news = page.find("tin-tuc/moi/\">Tin mới</a>").expect("the news");
    assert!(pinned < news);
    assert_eq!(
        page.matches("Tin cũ</a>").count(),
        1,
        "not among the news again"
    );
    assert!(built.has(
        "tin-tuc/moi/index.html",
        "Thuộc chiến dịch: <a href=\"../../chien-dich/cds/\">Tháng số</a>"
    ));
    for text in [
        "UBND xã",
        "Thôn 1",
        "#ChuyenDoiSo",
        "Mỗi nhà một công dân số",
        "Quá hạn, chưa đạt",
        "7 giờ 30, Thứ Năm, 01/10/2026",
    ] {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn a_past_event_leaves_the_list_of_what_is_to_come() {
    let lists = |today| {
        let built = commune(today);
        let page = built.file("lich/index.html").to_owned();
        let (upcoming, rest) = page.split_once("id=\"_months\"").expect("months");
        let past = rest.split_once("id=\"_past\"").map_or("", |(_, past)| past);
        (upcoming.contains("Họp thôn"), past.contains("Họp thôn"))
    };
    assert_eq!(lists(date(2026, 10, 5)), (true, false));
    assert_eq!(lists(date(2026, 10, 6)), (false, true));
}

#[test]
fn the_months_mark_days_with_events_and_annual_days() {
    let built = commune(date(2026, 10, 2));
    let page = built.file("lich/index.html");
    for text in [
        "<caption>Tháng 10/2026</caption>",
        "<a href=\"#_d2026-10-05\" aria-label=\"5/10: có hoạt động\">5</a>",
        "<li id=\"_d2026-10-10\"><b><time datetime=\"2026-10-10\">Thứ Bảy, 10/10/2026</time></b> <a href=\"../chien-dich/cds/\">Ngày Chuyển đổi số</a></li>",
    ] {
        assert!(page.contains(text), "{text}");
    }
    assert!(!page.contains("Tháng 11/2026"), "nothing is in November");
}

#[test]
fn a_banner_is_open_from_its_lead_days_until_its_day() {
    for (today, is_open) in [
        (date(2026, 10, 2), false),
        (date(2026, 10, 3), true),
        (date(2026, 10, 8), true),
        (date(2026, 10, 10), true),
        (date(2026, 10, 12), false),
    ] {
        let built = commune(today);
        let banner = "data-only=\"2026-10-03/2026-10-10\">";
        assert_eq!(built.has("index.html", banner), is_open, "{today}");
    }
}

#[test]
fn calendars_name_an_event_for_ever_and_say_that_one_is_cancelled() {
    let built = commune(date(2026, 9, 25));
    let event = built.file("lich/hop/lich.ics").replace("\r\n ", "");
    for line in [
        "UID:lich-hop@xa.example",
        "DTSTAMP:20260919T170000Z",
        "SEQUENCE:3533760",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20261005T193000",
        "DTEND;TZID=Asia/Ho_Chi_Minh:20261005T210000",
        "SUMMARY:Họp thôn",
        "LOCATION:Thôn 1",
        "URL:https://xa.example/lich/hop/",
    ] {
        assert!(
            event.contains(&format!("\r\n{line}\r\n")),
            "{line} in {event}"
        );
    }
    let cancelled = built.file("lich/hoan/lich.ics");
    assert!(cancelled.contains("\r\nDTEND;VALUE=DATE:20261010\r\n"));
    assert!(cancelled.contains("\r\nSTATUS:CANCELLED\r\n"));
    assert!(
        cancelled.contains("\r\nSEQUENCE:2\r\n"),
        "newer than what is in the telephones"
    );
    let count = |path: &str| built.file(path).matches("BEGIN:VEVENT").count();
    assert_eq!(count("lich/hop/lich.ics"), 1);
    assert_eq!(
        count("chien-dich/cds/lich.ics"),
        3,
        "the period, the programme, the event"
    );
    assert_eq!(
        count("lich.ics"),
        5,
        "two events, the campaign's two, the annual day"
    );
    assert!(built.file("lich.ics").contains("\r\nRRULE:FREQ=YEARLY\r\n"));
}

#[test]
fn a_guide_shows_what_to_have_and_its_steps() {
    let built = with(&[(
        "content/tin-tuc/nop.md",
        "+++\ntitle = \"Nộp hồ sơ\"\nkind = \"guide\"\nneeds = [\"Căn cước\"]\ntime = \"10 phút\"\n+++\n## Mở\n\nGõ.\n\n## Nộp\n\nBấm.\n",
    )]);
    assert_eq!(built.said, Vec::<String>::new());
    let page = built.file("tin-tuc/nop/index.html");
    assert!(page.contains("<dd>Căn cước</dd>") && page.contains("10 phút"));
    assert!(page.contains("steps-of-page"));
    assert!(page.contains("\"@type\":\"HowTo\""));
    let code = draw::qr("https://xa.example/tin-tuc/nop/").expect("short enough");
    assert!(
        page.contains(&format!("<path d=\"{}\"/>", code.path)),
        "the way from paper to the page"
    );
    let list = built.file("tin-tuc/index.html");
    assert!(!list.contains(&code.path), "and not in every card");
}

#[test]
fn good_examples_stand_in_an_index_by_their_field_of_work() {
    let model = |title: &str, day: u8, area: &str| {
        format!(
            "+++\ntitle = \"{title}\"\nkind = \"model\"\ndate = 2026-09-{day:02}\nwho = \"Tổ số\"\nplace = \"Thôn 1\"\n{area}\
             results = [{{value = \"{day} hộ\", text = \"đã làm theo\"}}]\n+++\nLời.\n"
        )
    };
    let (one, two, three, four) = (
        model("Vườn mẫu", 1, "area = \"nông nghiệp\"\n"),
        model("Lớp đêm", 2, "area = \"Giáo dục\"\n"),
        model("Ao mẫu", 3, "area = \"Nông nghiệp\"\n"),
        model("Loa xóm", 4, ""),
    );
    let built = with(&[
        (
            "content/mo-hinh/_index.md",
            "+++\ntitle = \"Mô hình\"\nlayout = \"models\"\n+++\n",
        ),
        (
            "content/mo-hinh/cach-bao.md",
            "+++\ntitle = \"Cách báo\"\n+++\nLời.\n",
        ),
        ("content/mo-hinh/vuon.md", &one),
        ("content/tin-tuc/lop.md", &two),
        ("content/mo-hinh/ao.md", &three),
        ("content/mo-hinh/loa.md", &four),
    ]);
    assert_eq!(built.said, Vec::<String>::new());
    let page = built.file("mo-hinh/index.html");
    let titles = [
        "Giáo dục</h2>",
        "Lớp đêm",
        "Nông nghiệp</h2>",
        "Ao mẫu",
        "Vườn mẫu",
        "Mô hình khác</h2>",
        "Loa xóm",
        "Bài về mô hình</h2>",
        "Cách báo",
    ];
    let (_, main) = page.split_once("<main").expect("a main part");
    let places: Vec<Option<usize>> = titles.iter().map(|title| main.find(title)).collect();
    assert!(
        places.is_sorted() && places.iter().all(Option::is_some),
        "{places:?}\n{main}"
    );
    assert!(main.contains("<p><b>3 hộ</b> đã làm theo</p>"));
    let none = with(&[(
        "content/mo-hinh/_index.md",
        "+++\ntitle = \"Mô hình\"\nlayout = \"models\"\n+++\n",
    )]);
    assert!(
        none.file("mo-hinh/index.html")
            .contains("Chưa có mô hình nào được xác nhận đủ thông tin.")
    );
}

#[test]
fn an_opinion_shows_first_letters_unless_the_asker_agreed() {
    let question = |front: &str| {
        let text = format!(
            "+++\ntitle = \"Hỏi\"\nkind = \"question\"\nunit = \"ubnd\"\nquestion = \"Khi nào có mạng?\"\n\
             received = 2026-11-02\nanswered = 2026-11-10\nasker = \"Nguyễn Văn An\"\n{front}+++\nTháng sau.\n"
        );
        let built = with(&[("content/tin-tuc/hoi.md", text.as_str())]);
        assert_eq!(built.said, Vec::<String>::new());
        built.file("tin-tuc/hoi/index.html").to_owned()
    };
    let (without, agreed) = (question(""), question("consent = true\n"));
    assert!(without.contains("N.V.A.") && !without.contains("Nguyễn Văn An"));
    assert!(agreed.contains("Nguyễn Văn An"));
    for text in [
        "Nhận <time datetime=\"2026-11-02T00:00:00+07:00\">02/11/2026</time>",
        "UBND xã",
        "Tháng sau.",
    ] {
        assert!(without.contains(text), "{text}");
    }
}

#[test]
fn a_corrected_page_says_so() {
    let built = with(&[(
        "content/tin-tuc/dung.md",
        "+++\ntitle = \"Đính chính ngày họp\"\nkind = \"correction\"\nclaim = \"Họp ngày 4\"\nfact = \"Họp ngày 5\"\n\
         corrects = \"cu.md\"\nsource = {name = \"UBND xã\"}\n+++\n",
    )]);
    assert_eq!(built.said, Vec::<String>::new());
    assert!(built.has("tin-tuc/dung/index.html", "Họp ngày 5"));
    assert!(built.has(
        "tin-tuc/dung/index.html",
        "<a href=\"../../tin-tuc/cu/\">Tin cũ</a>"
    ));
    let note = "Bài này đã được đính chính</p>\n<p><a href=\"../../tin-tuc/dung/\">Đính chính ngày họp</a>";
    assert!(built.has("tin-tuc/cu/index.html", note));
    assert!(!built.has("tin-tuc/moi/index.html", "đính chính"));
}

#[test]
fn a_video_is_not_loaded_before_a_click() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"32\" height=\"18\"></svg>";
    let built = with(&[
        (
            "content/tin-tuc/phim.md",
            "+++\ntitle = \"Phim\"\nkind = \"video\"\ndate = 2026-11-01\nfile = \"phim.mp4\"\ncaptions = \"phim.vtt\"\n\
             url = \"https://www.youtube.com/watch?v=a\"\nimage = \"phim.svg\"\nimage_alt = \"Sân đình\"\n+++\n",
        ),
        ("content/tin-tuc/phim.mp4", "ftyp"),
        ("content/tin-tuc/phim.vtt", "WEBVTT\n"),
        ("content/tin-tuc/phim.svg", svg),
    ]);
    assert_eq!(built.said, Vec::<String>::new());
    let page = built.file("tin-tuc/phim/index.html");
    assert!(page.contains("<video controls preload=\"none\" aria-label=\"Phim\" poster=\""));
    assert!(page.contains("<track kind=\"captions\" srclang=\"vi\" label=\"Tiếng Việt\" src=\"../../tin-tuc/phim.vtt\" default>"));
    assert!(page.contains("<small>MP4, "));
    assert!(page.contains("▶ Xem trên youtube.com</a>"));
    assert!(!page.contains("<iframe"));
}

#[test]
fn a_good_example_and_news_taken_over_show_where_they_are_from() {
    let built = with(&[
        (
            "content/tin-tuc/mo-hinh.md",
            "+++\ntitle = \"Thôn số\"\nkind = \"model\"\ndate = 2026-11-01\nwho = \"Tổ số\"\nplace = \"Thôn 1\"\n\
             results = [{value = \"210 người\", text = \"dự lớp\", source = \"Báo cáo\"}]\n+++\n",
        ),
        (
            "content/tin-tuc/lai.md",
            "+++\ntitle = \"Tin tỉnh\"\nkind = \"reprint\"\ndate = 2026-11-02\ncanonical = true\n\
             source = {name = \"Cổng tỉnh\", url = \"https://tinh.gov.vn/tin\"}\n+++\n",
        ),
    ]);
    assert_eq!(built.said, Vec::<String>::new());
    assert!(built.has(
        "tin-tuc/mo-hinh/index.html",
        "<p class=\"number\">210 người</p>\n<p>dự lớp</p>"
    ));
    assert!(built.has(
        "tin-tuc/lai/index.html",
        "<link rel=\"canonical\" href=\"https://tinh.gov.vn/tin\">"
    ));
    assert!(built.has(
        "tin-tuc/lai/index.html",
        "Nguồn: <a href=\"https://tinh.gov.vn/tin\">Cổng tỉnh</a>"
    ));
}

#[test]
fn targets_on_a_mini_site_say_how_far_they_are_and_when_nothing_is_known() {
    let built = with(&[
        (
            "content/nq/_index.md",
            "+++\ntitle = \"NQ\"\nlayout = \"minisite\"\n+++\n",
        ),
        (
            "content/_data/kpi.toml",
            "[[kpi]]\nid = \"a\"\nsection = \"nq\"\ntext = \"Một\"\ntarget = \"80%\"\nvalue = \"40%\"\nyear = 2025\nsource = \"KH\"\n\
             [[kpi]]\nid = \"b\"\nsection = \"nq\"\ntext = \"Hai\"\ntarget = \"80%\"\nyear = 2025\nsource = \"KH\"\n\
             [[kpi]]\nid = \"c\"\nsection = \"nq\"\ntext = \"Ba\"\ntarget = \"80%\"\nvalue = \"81%\"\nevidence = \"BC 12\"\nsource = \"KH\"\n",
        ),
    ]);
    assert_eq!(built.said, Vec::<String>::new());
    let page = built.file("nq/index.html");
    let items: Vec<&str> = page.split("<p class=\"number").skip(1).collect();
    assert!(items[0].contains("value=\"50\"") && items[0].contains("Quá hạn, chưa đạt"));
    assert!(items[1].contains("Chưa có số liệu") && !items[1].contains("<progress"));
    assert!(items[2].contains(">Đạt</span>") && items[2].contains("Minh chứng: BC 12"));
}

#[test]
fn targets_without_a_group_stand_below_a_heading_and_different_things_are_not_compared() {
    let built = with(&[
        (
            "content/nq/_index.md",
            "+++\ntitle = \"NQ\"\nlayout = \"minisite\"\n+++\n",
        ),
        (
            "content/_data/kpi.toml",
            "[[kpi]]\nid = \"a\"\nsection = \"nq\"\ntext = \"A\"\ntarget = \"trên 80%\"\nvalue = \"20%\"\nyear = 2025\nsource = \"KH\"\n\
             evidence = \"https://xa.example/bc\"\n\
             [[kpi]]\nid = \"b\"\nsection = \"nq\"\ntext = \"B\"\ntarget = \"80%\"\nvalue = \"1.234 người\"\nyear = 2025\nsource = \"KH\"\n",
        ),
    ]);
    assert_eq!(built.said, Vec::<String>::new());
    let page = built.file("nq/index.html");
    assert!(page.contains("<h2 class=\"bar\" id=\"_figures-1\">Chỉ tiêu</h2>"));
    let items: Vec<&str> = page.split("<p class=\"number").skip(1).collect();
    assert!(items[0].contains("value=\"25\"") && items[0].contains("Quá hạn, chưa đạt"));
    assert!(items[0].contains("<a href=\"https://xa.example/bc\">"));
    assert!(
        items[1].contains("1.234 người")
            && !items[1].contains("<progress")
            && !items[1].contains("badge")
    );
}

#[test]
fn a_page_without_a_description_does_not_say_its_beginning_twice() {
    let built = with(&[
        (
            "content/tin-tuc/co.md",
            "+++\ntitle = \"Có\"\ndescription = \"Tóm tắt.\"\n+++\nCâu đầu.\n",
        ),
        (
            "content/tin-tuc/khong.md",
            "+++\ntitle = \"Không\"\n+++\nCâu đầu.\n",
        ),
        (
            "content/muc/_index.md",
            "+++\ntitle = \"Mục\"\n+++\nLời của mục.\n",
        ),
    ]);
    assert_eq!(built.said, Vec::<String>::new());
    let page = built.file("tin-tuc/khong/index.html");
    assert_eq!(page.matches("<p>Câu đầu.</p>").count(), 1);
    assert!(
        page.contains("<meta name=\"description\" content=\"Câu đầu.\">")
            && !page.contains("class=\"lead\"")
    );
    assert!(built.has("tin-tuc/co/index.html", "<p class=\"lead\">Tóm tắt.</p>"));
    assert!(!built.has("muc/index.html", "class=\"lead\""));
}

#[test]
fn a_page_that_lacks_what_its_kind_must_say_is_shown_with_its_text_alone() {
    for kind in ["campaign", "event", "question", "correction", "model"] {
        let file = format!("+++\ntitle = \"Dở dang\"\nkind = \"{kind}\"\n+++\nLời đã viết.\n");
        let built = with(&[("content/tin-tuc/do.md", &file)]);
        assert!(built.said.contains(&"missing-key".to_owned()), "{kind}");
        assert!(
            !built.said.contains(&"template-failed".to_owned()),
            "{kind}"
        );
        assert!(
            built.has("tin-tuc/do/index.html", "<p>Lời đã viết.</p>"),
            "{kind}"
        );
        assert!(built.has("tin-tuc/index.html", "Dở dang</a>"), "{kind}");
    }
}

#[test]
fn a_new_event_changes_no_article() {
    let before = commune(date(2026, 10, 2));
    let event = (
        "content/lich/them.md",
        "+++\ntitle = \"Thêm\"\nstart = 2026-10-07\n+++\n",
    );
    let after = build(COMMUNE, &[event], date(2026, 10, 2));
    let is_article = |path: &&String| path.starts_with("tin-tuc/") && path.ends_with("index.html");
    for path in before.files.keys().filter(is_article) {
        assert_eq!(before.files[path], after.files[path], "{path}");
    }
    assert_ne!(before.files["lich.ics"], after.files["lich.ics"]);
}
