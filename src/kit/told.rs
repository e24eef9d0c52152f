//! What a page says in the keys of its kind, in words: when and where an event is, what was asked, what a campaign wants.
//!
//! In go the keys and the pieces of the text, out come the pieces of the whole page and the lines that no share text may
//! go without. Nothing here decides how a channel shows them.

use jiff::civil::Date;

use super::story::{Piece, Run, is_sources};
use crate::calendar::ics::Status;
use crate::kinds::{Campaign, Correction, Event, Guide, Model, Own, Question};
use crate::messages::{Lang, Msg};
use crate::moment::Moment;
use crate::vi::date;

/// What is told of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What stands before the title: that an event does not take place.
    pub status: Option<&'static str>,
    /// What a share text says first, each a sentence.
    pub lines: Vec<String>,
    /// The whole text.
    pub pieces: Vec<Piece>,
}

/// What a page tells: `own` are the keys of its kind, `text` the pieces of its text, `source` where it is from: a name and
/// an address.
#[must_use]
pub fn told(own: Option<&Own>, text: Vec<Piece>, source: Option<(&str, Option<&str>)>) -> Told {
    let mut told = of_kind(own, text);
    told.pieces.extend(source.map(|(name, url)| {
        let label = run(Msg::TellSource.text(Lang::Vi), None);
        Piece::Paragraph(vec![label, run(name, url)])
    }));
    told
}

fn of_kind(own: Option<&Own>, text: Vec<Piece>) -> Told {
    match own {
        Some(Own::Event(event)) => of_event(event, text),
        Some(Own::Campaign(campaign)) => of_campaign(campaign, text),
        Some(Own::Guide(guide)) => of_guide(guide, text),
        Some(Own::Question(question)) => of_question(question, text),
        Some(Own::Correction(correction)) => of_correction(correction, text),
        Some(Own::Model(model)) => of_model(model, text),
        Some(Own::Infographic(_) | Own::Reprint(_) | Own::Video(_)) | None => Told {
            pieces: text,
            ..Told::default()
        },
    }
}

fn of_event(event: &Event, text: Vec<Piece>) -> Told {
    let (first, last) = (event.start, event.end);
    let mut lines = vec![say(Msg::TellTime, &[&period(first, last)])];
    lines.extend(labelled(Msg::TellPlace, event.place.as_deref()));
    let status = match event.status {
        Status::Confirmed => None,
        Status::Tentative => Some(Msg::TellPostponed.text(Lang::Vi)),
        Status::Cancelled => Some(Msg::TellCancelled.text(Lang::Vi)),
    };
    let programme = event.programme.iter().map(|(time, what)| match time {
        Some(time) => format!("{time}: {what}"),
        None => what.clone(),
    });
    let programme = listed(Msg::TellProgramme, programme);
    Told {
        status,
        pieces: joined(paragraphs(&lines), text, programme),
        lines,
    }
}

fn of_campaign(campaign: &Campaign, text: Vec<Piece>) -> Told {
    let mut when = period(campaign.start, campaign.end);
    if campaign.end.is_none() {
        when = say(Msg::TellSince, &[&when]);
    }
    let time = say(Msg::TellTime, &[&when]);
    let slogans = campaign.slogans.iter().map(|slogan| format!("“{slogan}”"));
    let lines: Vec<String> = slogans.clone().take(1).chain([time.clone()]).collect();
    let before = paragraphs(&[time])
        .into_iter()
        .chain(listed(Msg::TellSlogans, slogans));
    let activities = campaign.programme.iter().map(|activity| {
        let when = period(activity.date, activity.end);
        // The year of the campaign was said.
        let when = match activity.days().last.map(Date::year) == Some(campaign.start.date().year())
        {
            true => without_year(&when),
            false => &when,
        };
        let place = activity.place.as_deref();
        let place = place.map_or_else(String::new, |place| format!(", {place}"));
        sentence(&format!("{when}: {}{place}", activity.text))
    });
    let mut after = listed(Msg::TellGoals, campaign.goals.iter().cloned());
    after.extend(listed(Msg::TellProgramme, activities));
    if let Some(result) = &campaign.result {
        after.extend([heading(Msg::TellResult), paragraph(result)]);
    }
    Told {
        pieces: joined(before.collect(), text, after),
        lines,
        ..Told::default()
    }
}

fn of_guide(guide: &Guide, text: Vec<Piece>) -> Told {
    let mut before = listed(Msg::TellNeeds, guide.needs.iter().cloned());
    let about = [
        labelled(Msg::TellTime, guide.time.as_deref()),
        labelled(Msg::TellFee, guide.fee.as_deref()),
        labelled(Msg::TellWhere, guide.place.as_deref()),
    ];
    before.extend(about.iter().flatten().map(|line| paragraph(line)));
    if let Some(url) = &guide.url {
        let link = run(Msg::TellService.text(Lang::Vi), Some(url));
        before.push(Piece::Paragraph(vec![link]));
    }
    // On the page the style sheet numbers the steps.
    let mut step = 0;
    let numbered = text.into_iter().map(|piece| match piece {
        Piece::Heading(2, mut runs) if !is_sources(&runs) => {
            step += 1;
            runs.insert(0, run(&say(Msg::TellStep, &[&step.to_string()]), None));
            Piece::Heading(2, runs)
        }
        piece => piece,
    });
    Told {
        pieces: before.into_iter().chain(numbered).collect(),
        ..Told::default()
    }
}

fn of_question(question: &Question, text: Vec<Piece>) -> Told {
    let asked = match &question.asker {
        Some(asker) => format!("{} ({asker})", question.question),
        None => question.question.clone(),
    };
    let mut before = vec![
        heading(Msg::TellQuestion),
        Piece::Quote(vec![run(&asked, None)]),
    ];
    before.extend((!text.is_empty()).then(|| heading(Msg::TellAnswer)));
    Told {
        pieces: joined(before, text, Vec::new()),
        lines: vec![say(Msg::TellAsked, &[&question.question])],
        ..Told::default()
    }
}

fn of_correction(correction: &Correction, text: Vec<Piece>) -> Told {
    let before = vec![
        heading(Msg::TellClaim),
        Piece::Quote(vec![run(&correction.claim, None)]),
        heading(Msg::TellFact),
        paragraph(&correction.fact),
    ];
    Told {
        pieces: joined(before, text, Vec::new()),
        lines: vec![say(Msg::TellRight, &[&correction.fact])],
        ..Told::default()
    }
}

fn of_model(model: &Model, text: Vec<Piece>) -> Told {
    let who = say(Msg::TellWho, &[&model.who]);
    let place = say(Msg::TellWhere, &[&model.place]);
    let results = model.results.iter();
    let results = results.map(|result| format!("{} {}", result.value, result.text));
    let mut after = listed(Msg::TellResult, results);
    let contact = labelled(Msg::TellContact, model.contact.as_deref());
    after.extend(contact.map(|contact| paragraph(&contact)));
    Told {
        pieces: joined(paragraphs(&[who, place]), text, after),
        ..Told::default()
    }
}

/// A row of the catalogue in Vietnamese, whatever language the program speaks.
fn say(msg: Msg, arguments: &[&str]) -> String {
    let mut text = msg.text(Lang::Vi).to_owned();
    for (n, argument) in arguments.iter().enumerate() {
        text = text.replace(&format!("{{{n}}}"), argument.trim_end_matches('.'));
    }
    text
}

fn labelled(label: Msg, text: Option<&str>) -> Option<String> {
    text.map(|text| say(label, &[text]))
}

/// A period as it is said: with times if it has them, one day once, one year once. Listeners keep no long sentence.
fn period(first: Moment, last: Option<Moment>) -> String {
    let Some(last) = last.filter(|last| *last > first) else {
        return moment(first);
    };
    if first.date() == last.date() {
        let time = |at: Moment| date::clock(at.local().time());
        let weekday = date::weekday_in_text(first.date());
        let day = date::short(first.date());
        return format!(
            "từ {} đến {}, {weekday}, ngày {day}",
            time(first),
            time(last)
        );
    }
    let from = match first.date().year() == last.date().year() {
        true => without_year(&moment(first)).to_owned(),
        false => moment(first),
    };
    format!("từ {from} đến {}", moment(last))
}

/// A moment: the weekday where there is a time, too.
fn moment(at: Moment) -> String {
    let day = format!("ngày {}", date::short(at.date()));
    match is_timed(at) {
        true => {
            let weekday = date::weekday_in_text(at.date());
            format!("{}, {weekday}, {day}", date::clock(at.local().time()))
        }
        false => day,
    }
}

/// A text as a sentence begins: with a capital letter.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The text of a day without `/2026` at its end.
fn without_year(day: &str) -> &str {
    day.rsplit_once('/').map_or(day, |(day, _)| day)
}

/// A day alone is midnight.
fn is_timed(at: Moment) -> bool {
    at != Moment::midnight(at.date())
}

fn run(text: &str, link: Option<&str>) -> Run {
    Run {
        text: text.to_owned(),
        link: link.map(str::to_owned),
        strong: false,
    }
}

fn heading(msg: Msg) -> Piece {
    Piece::Heading(2, vec![run(msg.text(Lang::Vi), None)])
}

fn paragraph(text: &str) -> Piece {
    Piece::Paragraph(vec![run(text, None)])
}

fn paragraphs(lines: &[String]) -> Vec<Piece> {
    lines.iter().map(|line| paragraph(line)).collect()
}

/// A list below a heading; nothing when it is empty.
fn listed(title: Msg, items: impl Iterator<Item = String>) -> Vec<Piece> {
    let items: Vec<Piece> = items
        .map(|item| Piece::Item(None, vec![run(&item, None)]))
        .collect();
    match items.is_empty() {
        true => items,
        false => [heading(title)].into_iter().chain(items).collect(),
    }
}

/// The text between what comes before and after it; its sources stay last.
fn joined(before: Vec<Piece>, mut text: Vec<Piece>, after: Vec<Piece>) -> Vec<Piece> {
    let is_end = |piece: &Piece| matches!(piece, Piece::Heading(_, runs) if is_sources(runs));
    let end = text.iter().position(is_end).unwrap_or(text.len());
    let sources = text.split_off(end);
    [before, text, after, sources].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::Activity;
    use jiff::civil::{date as day, datetime};

    fn text() -> Vec<Piece> {
        super::super::story::pieces("<p>Mời bà con.</p><h2>Nguồn</h2><p>Kế hoạch</p>")
    }

    /// Pieces as lines: `#` a heading, `-` an item, `>` a quote.
    fn shown(pieces: &[Piece]) -> String {
        let line = |piece: &Piece| match piece {
            Piece::Heading(_, runs) => format!("# {}", super::super::story::plain(runs)),
            Piece::Item(_, runs) => format!("- {}", super::super::story::plain(runs)),
            Piece::Quote(runs) => format!("> {}", super::super::story::plain(runs)),
            Piece::Paragraph(runs) => super::super::story::plain(runs),
            other => format!("{other:?}"),
        };
        pieces.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn an_event_says_when_and_where_before_all_and_its_sources_stay_last() {
        let mut event = Event {
            start: Moment::new(datetime(2026, 12, 1, 8, 0, 0, 0)),
            end: Some(Moment::new(datetime(2026, 12, 1, 11, 30, 0, 0))),
            place: Some("Nhà văn hóa xã".to_owned()),
            programme: vec![(Some("7 giờ 30".to_owned()), "Đón tiếp".to_owned())],
            status: Status::Confirmed,
            files: Vec::new(),
        };
        let told = super::told(Some(&Own::Event(event.clone())), text(), None);
        assert_eq!(
            told.lines,
            [
                "Thời gian: từ 8 giờ đến 11 giờ 30, thứ Ba, ngày 01/12/2026.",
                "Địa điểm: Nhà văn hóa xã."
            ]
        );
        assert_eq!(
            shown(&told.pieces),
            "Thời gian: từ 8 giờ đến 11 giờ 30, thứ Ba, ngày 01/12/2026.\nĐịa điểm: Nhà văn hóa xã.\n\
             Mời bà con.\n# Chương trình\n- 7 giờ 30: Đón tiếp\n# Nguồn\nKế hoạch"
        );
        assert_eq!(told.status, None);
        event.status = Status::Cancelled;
        let told = super::told(Some(&Own::Event(event)), text(), None);
        assert_eq!(told.status, Some("Đã hủy"));
    }

    #[test]
    fn a_campaign_says_its_first_slogan_and_its_days() {
        let campaign = Campaign {
            start: Moment::midnight(day(2026, 10, 1)),
            end: Some(Moment::midnight(day(2026, 10, 10))),
            slogans: ["Mỗi nhà một việc số", "Cùng học"]
                .map(str::to_owned)
                .to_vec(),
            goals: vec!["Mọi thôn có lớp".to_owned()],
            lead: None,
            supporting: Vec::new(),
            hashtags: Vec::new(),
            targets: Vec::new(),
            programme: vec![Activity {
                date: Moment::new(datetime(2026, 10, 1, 7, 30, 0, 0)),
                end: None,
                text: "Lễ phát động".to_owned(),
                place: Some("Nhà văn hóa".to_owned()),
            }],
            pinned: Vec::new(),
            files: Vec::new(),
            partners: Vec::new(),
            result: Some("Đã mở 5 lớp.".to_owned()),
        };
        let endless = Campaign {
            end: None,
            ..campaign.clone()
        };
        let told = super::told(Some(&Own::Campaign(endless)), text(), None);
        assert_eq!(told.lines[1], "Thời gian: từ ngày 01/10/2026.");
        let told = super::told(Some(&Own::Campaign(campaign)), text(), None);
        let time = "Thời gian: từ ngày 01/10 đến ngày 10/10/2026.";
        assert_eq!(told.lines, ["“Mỗi nhà một việc số”", time]);
        assert_eq!(
            shown(&told.pieces),
            format!(
                "{time}\n# Khẩu hiệu\n- “Mỗi nhà một việc số”\n- “Cùng học”\nMời bà con.\n# Mục tiêu\n- Mọi thôn có lớp\n\
                 # Chương trình\n- 7 giờ 30, thứ Năm, ngày 01/10: Lễ phát động, Nhà văn hóa\n# Kết quả\nĐã mở 5 lớp.\n\
                 # Nguồn\nKế hoạch"
            )
        );
    }

    #[test]
    fn an_opinion_stands_before_its_answer_and_a_claim_before_the_fact() {
        let question = Question {
            question: "Khi nào thôn có mạng?".to_owned(),
            question_span: crate::diag::Span::new(0..0),
            asker: Some("N.V.A.".to_owned()),
            received: Moment::midnight(day(2026, 11, 2)),
            answered: None,
        };
        let told = super::told(Some(&Own::Question(question)), text(), None);
        assert_eq!(
            shown(&told.pieces),
            "# Ý kiến\n> Khi nào thôn có mạng? (N.V.A.)\n# Trả lời\nMời bà con.\n# Nguồn\nKế hoạch"
        );
        assert_eq!(told.lines, ["Ý kiến: Khi nào thôn có mạng?"]);
        let correction = Correction {
            claim: "Phải nộp tiền.".to_owned(),
            fact: "Không thu tiền.".to_owned(),
            corrects: None,
        };
        let told = super::told(Some(&Own::Correction(correction)), text(), None);
        assert_eq!(
            shown(&told.pieces),
            "# Thông tin chưa đúng\n> Phải nộp tiền.\n# Thông tin đúng\nKhông thu tiền.\nMời bà con.\n# Nguồn\nKế hoạch"
        );
        assert_eq!(told.lines, ["Thông tin đúng: Không thu tiền."]);
    }

    #[test]
    fn the_steps_of_a_guide_have_numbers_and_its_sources_none() {
        let guide = Guide {
            needs: vec!["Điện thoại".to_owned()],
            time: None,
            fee: Some("không".to_owned()),
            place: None,
            url: Some("https://dichvucong.gov.vn".to_owned()),
            files: Vec::new(),
        };
        let text =
            super::super::story::pieces("<h2>Mở máy</h2><p>Bấm nút.</p><h2>Gọi</h2><h2>Nguồn</h2>");
        let told = super::told(Some(&Own::Guide(guide)), text, None);
        assert_eq!(
            shown(&told.pieces),
            "# Cần chuẩn bị\n- Điện thoại\nLệ phí: không.\nMở dịch vụ trên mạng\n# Bước 1: Mở máy\nBấm nút.\n\
             # Bước 2: Gọi\n# Nguồn"
        );
    }

    #[test]
    fn what_is_taken_over_says_where_it_is_from() {
        let source = Some(("Cổng tỉnh", Some("https://tinh.gov.vn/tin")));
        let told = super::told(None, text(), source);
        assert!(shown(&told.pieces).ends_with("# Nguồn\nKế hoạch\nNguồn: Cổng tỉnh"));
        let Some(Piece::Paragraph(runs)) = told.pieces.last() else {
            panic!("{:?}", told.pieces)
        };
        assert_eq!(runs[1].link.as_deref(), Some("https://tinh.gov.vn/tin"));
    }
}
