use super::*;
use crate::figure::Grid;
use crate::fingerprint::Fingerprint;
use crate::parse::{self, Switches};

fn of(text: &str) -> Vec<Piece> {
    let file = format!("+++\ntitle = \"A\"\n+++\n{text}");
    let parsed = parse::page(
        &"content/a.md".into(),
        file.as_bytes(),
        Switches::default(),
        Fingerprint::default(),
    );
    pieces(&parsed.body, &[], "A")
}

fn line(text: &str) -> Piece {
    Content::Lines(vec![text.to_owned()]).into()
}

fn heading(text: &str) -> Piece {
    Content::Heading(text.to_owned()).into()
}

fn item(label: &str, text: &str) -> Item {
    Item {
        label: label.to_owned(),
        text: text.to_owned(),
    }
}

fn number(number: &str, label: &str) -> Piece {
    Content::Number {
        number: number.to_owned(),
        label: label.to_owned(),
    }
    .into()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().copied().map(str::to_owned).collect()
}

#[test]
fn a_text_gives_its_headings_paragraphs_lists_and_tables_in_order() {
    let found = of("Theo [Nghị quyết](/van-ban/) số 57-NQ/TW:[^1]\n\n\
                    ## Hai việc\n\n- Học\n  - từng ngày\n- Làm & dùng\n\n1. Một\n2. Hai\n\n\
                    | Năm | Mục tiêu |\n|---|---|\n| 2030 | 80% |\n\n> Lời hay\n\n[^1]: Chú thích.\n");
    let grid = Grid {
        head: texts(&["Năm", "Mục tiêu"]),
        numeric: vec![false, true],
        rows: vec![texts(&["2030", "80%"])],
    };
    let expected: [Piece; 6] = [
        line("Theo Nghị quyết số 57-NQ/TW:"),
        heading("Hai việc"),
        Content::Items(
            Marks::Dots,
            vec![
                item("", "Học"),
                item("", "từng ngày"),
                item("", "Làm & dùng"),
            ],
        )
        .into(),
        Content::Items(Marks::Numbers, vec![item("", "Một"), item("", "Hai")]).into(),
        Content::Grid(grid).into(),
        Content::Quote(texts(&["Lời hay"])).into(),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_number_has_its_period_and_its_source() {
    let found = of(
        "::: con-so so=\"80%\" nhan=\"giao dịch\" nguon=\"Nghị quyết 57\" ky=\"năm 2030\"\n:::\n",
    );
    let below = "năm 2030 · Nguồn: Nghị quyết 57".to_owned();
    assert_eq!(
        found,
        [Piece {
            below,
            ..number("80%", "giao dịch")
        }]
    );
}

#[test]
fn a_timeline_and_steps_are_lists_with_labels_under_their_titles() {
    let found = of(
        "::: dong-thoi-gian tieu-de=\"Chặng đường\" nguon=\"Danh mục\"\n- 22/12/2024: Nghị quyết\n- Về sau\n:::\n\n\
                    ::: cac-buoc\n1. Đọc: từ đầu\n\n   đến cuối\n2. Hỏi\n:::\n",
    );
    let line = Content::Items(
        Marks::Line,
        vec![item("22/12/2024", "Nghị quyết"), item("", "Về sau")],
    );
    let steps = Content::Items(
        Marks::Numbers,
        vec![item("Đọc", "từ đầu đến cuối"), item("", "Hỏi")],
    );
    assert_eq!(
        found,
        [
            Piece {
                title: "Chặng đường".to_owned(),
                below: "Nguồn: Danh mục".to_owned(),
                ..line.into()
            },
            steps.into()
        ]
    );
}

#[test]
fn the_title_of_the_page_is_said_once() {
    let found = of("::: cac-buoc tieu-de=\"A\"\n1. Đọc\n:::\n");
    let steps = Content::Items(Marks::Numbers, vec![item("", "Đọc")]);
    assert_eq!(found, [steps.into()]);
}

#[test]
fn a_quotation_names_its_author_and_a_question_who_answers() {
    let found = of(
        "::: trich-dan tac-gia=\"Bà Mẫu\" chuc-vu=\"Trưởng thôn\"\nLời *hay*.\n:::\n\n\
                    ::: hoi-dap hoi=\"Ở đâu?\" tra-loi=\"Công an xã\" ngay=\"20/11/2026\"\nTại xã.\n\n- Sáng\n:::\n",
    );
    assert_eq!(
        found,
        [
            Piece {
                below: "— Bà Mẫu, Trưởng thôn".to_owned(),
                ..Content::Quote(texts(&["Lời hay."])).into()
            },
            Piece {
                title: "Hỏi: Ở đâu?".to_owned(),
                below: "Trả lời: Công an xã, 20/11/2026".to_owned(),
                ..Content::Lines(texts(&["Tại xã.", "– Sáng"])).into()
            }
        ]
    );
}

const ROOM: Room = Room {
    x: 10.0,
    y: 20.0,
    width: 1000.0,
    height: 600.0,
};
const ADDRESS: &str = "xamau.example.vn/do-hoa/";

/// The stack in a room whose smallest letters are 0.8 of the usual.
fn stacked(pieces: &[Piece], room: Room) -> String {
    let slot = Slot {
        room,
        colours: Colours::light(),
    };
    stack(pieces, &slot, 0.8, ADDRESS)
}

/// The numbers that an attribute has in an SVG.
fn numbers(svg: &str, attribute: &str) -> Vec<f32> {
    let start = format!(" {attribute}=\"");
    let values = svg.split(&start).skip(1);
    let values = values.map(|rest| rest.split('"').next().unwrap_or_default());
    values
        .map(|value| value.parse().expect("a number"))
        .collect()
}

/// Where the rows of a stack begin: left and top.
fn places(svg: &str) -> Vec<(f32, f32)> {
    let groups = svg.split("translate(").skip(1);
    let place = |group: &str| {
        let (x, y) = group.split(')').next()?.split_once(' ')?;
        Some((x.parse().ok()?, y.parse().ok()?))
    };
    groups.filter_map(place).collect()
}

#[test]
fn letters_are_as_large_as_the_room_allows() {
    let one = number("80%", "dịch vụ công");
    let svg = stacked(std::slice::from_ref(&one), ROOM);
    assert_eq!(numbers(&svg, "font-size")[0], 176.0);
    let many = vec![one; 9];
    let svg = stacked(&many, ROOM);
    assert!(numbers(&svg, "font-size")[0] < 176.0);
    assert_eq!(svg.matches(">80%<").count(), 9);
}

#[test]
fn four_numbers_stand_two_by_two() {
    let four: Vec<Piece> = (0..4).map(|n| number(&n.to_string(), "thôn")).collect();
    let room = Room {
        width: 1600.0,
        height: 900.0,
        ..ROOM
    };
    let svg = stacked(&four, room);
    let big: Vec<f32> = numbers(&svg, "x").into_iter().step_by(2).collect();
    assert_eq!((big[0], big[1]), (big[2], big[3]));
    assert_ne!(big[0], big[1]);
}

#[test]
fn what_has_no_room_is_left_out_whole_and_told() {
    let long = "Chuyển đổi số là việc của mọi nhà. ".repeat(20);
    let many: Vec<Piece> = (1..=20)
        .map(|n| line(&format!("Đoạn {n}: {long} Hết.")))
        .collect();
    let svg = stacked(&many, ROOM);
    let shown = svg.matches("Đoạn ").count();
    assert!((1..20).contains(&shown), "{shown}");
    let told = format!("Ở đây không đủ chỗ cho {} đoạn chữ nữa.", 20 - shown);
    assert!(svg.contains(&told), "{svg}");
    assert!(svg.contains(ADDRESS));
    for (_, y) in places(&svg) {
        assert!((20.0..620.0).contains(&y), "{y}");
    }
    // Each paragraph is there to its end or not at all.
    assert_eq!(
        svg.matches("Đoạn ").count(),
        svg.matches("Hết.</text>").count()
    );
}

#[test]
fn smaller_pieces_behind_one_that_has_no_room_are_shown() {
    let long = line(&"Chuyển đổi số là việc của mọi nhà. ".repeat(60));
    let svg = stacked(
        &[heading("Đầu"), long, heading("Cuối"), line("Ngắn.")],
        ROOM,
    );
    assert!(svg.contains(">Cuối<") && svg.contains(">Ngắn.<"));
    assert!(!svg.contains(">Đầu<"), "a heading with nothing below it");
}

#[test]
fn two_columns_are_taken_when_all_has_room_only_so() {
    let list = |name: &str| -> Piece {
        let items = (1..=9).map(|n| item("", &format!("{name} {n}"))).collect();
        Content::Items(Marks::Dots, items).into()
    };
    let svg = stacked(&[list("a"), list("b")], ROOM);
    let [(left, top), (right, other)] = places(&svg)[..] else {
        panic!("two rows: {svg}");
    };
    assert_eq!((left, top, other), (10.0, 20.0, 20.0));
    assert!(right > 500.0, "{right}");
}

#[test]
fn a_table_whose_words_have_no_room_beside_each_other_is_left_out() {
    let cells = vec!["Nghiêng-nghiêng-nghiêng".to_owned(); 8];
    let grid = Grid {
        head: cells.clone(),
        numeric: vec![false; 8],
        rows: vec![cells],
    };
    let svg = stacked(&[Content::Grid(grid).into()], ROOM);
    assert!(!svg.contains("nghiêng"));
    assert!(svg.contains("1 bảng"), "{svg}");
}

#[test]
fn text_is_escaped() {
    let svg = stacked(&[line("A < B & C")], ROOM);
    assert!(svg.contains(">A &lt; B &amp; C</text>"));
}

#[test]
fn a_place_in_a_drawing_is_filled() {
    let slot = Slot {
        room: ROOM,
        colours: Colours::light(),
    };
    let svg = format!("<svg>{slot}<g/></svg>");
    let filled = fill(&svg, |found| {
        assert_eq!(*found, slot);
        "<b/>".to_owned()
    });
    assert_eq!(filled, "<svg><b/><g/></svg>");
    assert_eq!(fill("<svg/>", |_| unreachable!()), "<svg/>");
}

#[test]
fn words_that_say_what_is_missing_stand_in_the_room_though_the_address_is_longer_than_a_line() {
    let room = Room {
        x: 100.0,
        y: 50.0,
        width: 300.0,
        height: 420.0,
    };
    let slot = Slot {
        room,
        colours: Colours::light(),
    };
    let items = (0..30).map(|n| item("Một", &format!("việc {n}"))).collect();
    let pieces = [
        line("Một đoạn."),
        Content::Items(Marks::Numbers, items).into(),
    ];
    let address = "laikhe.example.vn/nghi-quyet-57/do-hoa/bay-nhom-nhiem-vu/";
    let drawn = stack(&pieces, &slot, 1.0, address);
    assert!(drawn.contains(">Một đoạn.</text>"), "{drawn}");
    assert!(drawn.contains(">nữa. Xem đầy đủ tại</text>"), "{drawn}");
    let places = drawn.split("translate(").skip(1).map(|rest| {
        let (place, _) = rest.split_once(')').expect("an end");
        let (x, y) = place.split_once(' ').expect("two numbers");
        (x.parse::<f32>(), y.parse::<f32>())
    });
    for (x, y) in places {
        assert_eq!(x, Ok(100.0));
        assert!(y.is_ok_and(|y| (50.0..470.0).contains(&y)), "{drawn}");
    }
}
