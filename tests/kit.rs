//! `kit` as people use it: the built program in the folder of a small site.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::diagnostics::program::{on_disk, run, words};

/// A campaign with three slogans, and an event that belongs to it.
const SITE: &str = r##"
-- site.toml --
title = "Cổng xã"
base_url = "https://x.vn"
[organization]
name = "UBND xã Lai Khê"
-- content/chien-dich/thang-so.md --
+++
title = "Tháng chuyển đổi số"
kind = "campaign"
date = 2026-09-20
start = 2026-10-01
end = 2026-10-10
slogans = ["Mỗi nhà một công dân số", "Cùng học, cùng làm, cùng hưởng", "Nhanh, an toàn, không ai bị bỏ lại phía sau"]
goals = ["Mọi thôn có lớp kỹ năng số"]
hashtags = ["#ThangSo", "Lai Khê", "chuyển đổi số", "Thừa"]
programme = [{date = 2026-10-01T07:30:00, text = "Lễ phát động", place = "Nhà văn hóa xã"}]
author = "Trung tâm Văn hóa, Thể thao và Truyền thông xã Lai Khê"
description = "Xã mở lớp kỹ năng số ở mọi thôn."
+++
Mời bà con tham gia.
-- content/chien-dich/hoi-thi.md --
+++
title = "Hội thi tin học"
kind = "event"
date = 2026-11-20
start = 2026-12-01T08:00:00
end = 2026-12-01T11:00:00
place = "Nhà văn hóa xã"
campaign = "thang-so"
tags = ["kỹ năng số"]
status = "hủy"
+++
Mời bà con đến dự.
"##;

/// Every file below a folder, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("it is below");
            let name = name.to_str().expect("plain names").replace('\\', "/");
            found.insert(name, fs::read(path).expect("a file"));
        }
    }
    found
}

fn text(root: &Path, path: &str) -> String {
    let text = fs::read_to_string(root.join("bo-tai-lieu").join(path)).expect("it was made");
    text.replace("\r\n", "\n")
}

#[test]
fn a_campaign_brings_its_slogans_hashtags_and_days_to_every_channel() {
    let site = on_disk(SITE);
    let said = run(
        site.path(),
        &["kit", "content/chien-dich/thang-so.md"],
        "vi",
    );
    assert_eq!(
        said.status.code(),
        Some(0),
        "{}",
        words(&said.stderr, site.path())
    );
    let of = |name: &str| text(site.path(), &format!("thang-so/{name}"));
    assert_eq!(
        of("facebook.txt"),
        "Tháng chuyển đổi số\n\n“Mỗi nhà một công dân số”\nThời gian: từ ngày 01/10 đến ngày 10/10/2026.\n\n\
         Xã mở lớp kỹ năng số ở mọi thôn.\n\nhttps://x.vn/chien-dich/thang-so/\n#ThangSo #LaiKhe #ChuyenDoiSo\n"
    );
    assert_eq!(
        of("zalo-oa.txt"),
        "Tháng chuyển đổi số\n\nUBND xã Lai Khê\n\n“Mỗi nhà một công dân số” Thời gian: từ ngày 01/10 đến ngày \
         10/10/2026. Xã mở lớp kỹ năng số ở mọi thôn.\n"
    );
    assert_eq!(
        of("sms.txt"),
        "UBND xa Lai Khe: Thang chuyen doi so. \"Moi nha mot cong dan so\". Thoi gian: tu ngay 01/10 den ngay \
         10/10/2026 https://x.vn/chien-dich/thang-so/\n"
    );
    assert_eq!(
        of("khau-hieu.txt"),
        "Mỗi nhà một công dân số\nCùng học, cùng làm, cùng hưởng\nNhanh, an toàn, không ai bị bỏ lại phía sau\n"
    );
    assert_eq!(
        of("phat-thanh.txt"),
        "Xin kính chào bà con nhân dân xã Lai Khê! Hệ thống truyền thanh cơ sở xin thông báo:\n\n\
         Tháng chuyển đổi số.\n\n\
         Thời gian: từ ngày mồng một tháng mười đến ngày mồng mười tháng mười năm hai nghìn không trăm hai mươi sáu.\n\n\
         Khẩu hiệu.\n\n“Mỗi nhà một công dân số”.\n\n“Cùng học, cùng làm, cùng hưởng”.\n\n\
         “Nhanh, an toàn, không ai bị bỏ lại phía sau”.\n\nMời bà con tham gia.\n\n\
         Mục tiêu.\n\nMọi thôn có lớp kỹ năng số.\n\nChương trình.\n\n\
         Bảy giờ ba mươi phút, thứ Năm, ngày mồng một tháng mười: Lễ phát động, Nhà văn hóa xã.\n\n\
         Xin trân trọng cảm ơn bà con đã chú ý lắng nghe.\n"
    );
    let said = words(&said.stderr, site.path());
    assert_eq!(said, "", "what the program says itself needs no mending");
}

#[test]
fn an_event_that_does_not_take_place_says_so_first_and_has_the_hashtags_of_its_campaign() {
    let site = on_disk(SITE);
    run(site.path(), &["kit", "/chien-dich/hoi-thi/"], "vi");
    assert_eq!(
        text(site.path(), "hoi-thi/zalo-nhom.txt"),
        "Đã hủy: Hội thi tin học\nThời gian: từ 8 giờ đến 11 giờ, thứ Ba, ngày 01/12/2026.\nĐịa điểm: Nhà văn hóa xã.\n\
         Mời bà con đến dự.\nhttps://x.vn/chien-dich/hoi-thi/\n"
    );
    let facebook = text(site.path(), "hoi-thi/facebook.txt");
    assert!(
        facebook.ends_with("/hoi-thi/\n#ThangSo #LaiKhe #ChuyenDoiSo\n"),
        "{facebook}"
    );
}

#[test]
fn what_is_printed_of_an_event_says_when_and_where_it_is() {
    let leaflet = |site: &str| {
        let site = on_disk(site);
        run(site.path(), &["kit", "/chien-dich/hoi-thi/"], "vi");
        fs::read(site.path().join("bo-tai-lieu/hoi-thi/in/to-roi-a5.pdf")).expect("it was made")
    };
    let here = leaflet(SITE);
    assert_ne!(
        here,
        leaflet(&SITE.replace("Nhà văn hóa xã\"\ncampaign", "Sân đình\"\ncampaign")),
        "the place"
    );
    assert_ne!(
        here,
        leaflet(&SITE.replace("2026-12-01T08", "2026-12-01T09")),
        "the time"
    );
    assert_ne!(
        here,
        leaflet(&SITE.replace("status = \"hủy\"\n", "")),
        "that it is called off"
    );
    assert_eq!(
        here,
        leaflet(&SITE.replace("\"kỹ năng số\"", "\"tin học\"")),
        "no tags"
    );
}

#[test]
fn the_kit_is_the_same_bytes_twice_with_plain_names_and_small_enough_to_send() {
    let (one, two) = (on_disk(SITE), on_disk(SITE));
    for site in [&one, &two] {
        run(
            site.path(),
            &[
                "bo-tai-lieu",
                "content/chien-dich/thang-so.md",
                "--out",
                "SITE/bo",
            ],
            "vi",
        );
    }
    let made = files(&one.path().join("bo"));
    assert_eq!(made, files(&two.path().join("bo")));
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            ".trangxa-thang-so",
            "thang-so.zip",
            "thang-so/anh/chia-se-1080x1080.png",
            "thang-so/anh/chia-se-1080x1350.png",
            "thang-so/anh/chia-se-1080x1920.png",
            "thang-so/anh/chia-se-1200x630.png",
            "thang-so/ban-tin-email.html",
            "thang-so/dan-vao-trang-khac.html",
            "thang-so/doc-truoc.txt",
            "thang-so/facebook.txt",
            "thang-so/in/ap-phich-a3.pdf",
            "thang-so/in/ap-phich-a4.pdf",
            "thang-so/in/bang-ron-2.pdf",
            "thang-so/in/bang-ron-3.pdf",
            "thang-so/in/bang-ron.pdf",
            "thang-so/in/to-roi-a5.pdf",
            "thang-so/khau-hieu.txt",
            "thang-so/lich.ics",
            "thang-so/phat-thanh.txt",
            "thang-so/sms.txt",
            "thang-so/zalo-nhom.txt",
            "thang-so/zalo-oa.txt",
        ]
    );
    let packed = std::io::Cursor::new(&made["thang-so.zip"]);
    let mut zip = zip::ZipArchive::new(packed).expect("a zip");
    let mut unpacked = BTreeMap::new();
    for n in 0..zip.len() {
        let mut file = zip.by_index(n).expect("an entry");
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).expect("it unpacks");
        let name = file.name().expect("a plain name").into_owned();
        assert!(name.is_ascii(), "{name}");
        unpacked.insert(name, bytes);
    }
    let mut folder = made.clone();
    folder.retain(|name, _| name.starts_with("thang-so/"));
    assert_eq!(unpacked, folder);
    assert!(made["thang-so.zip"].len() < 15_000_000);
}

#[test]
fn a_new_kit_takes_away_what_the_old_one_left_and_nothing_else() {
    let site = on_disk(SITE);
    let root = site.path();
    let page = root.join("content/chien-dich/thang-so.md");
    run(root, &["kit", "thang-so.md"], "vi");
    run(root, &["kit", "hoi-thi.md"], "vi");
    let kits = root.join("bo-tai-lieu");
    fs::write(kits.join("thang-so/cua-toi.txt"), "Của tôi").expect("room");
    fs::write(kits.join("thang-so/sms.txt"), "Đã sửa").expect("room");
    fs::write(kits.join("thang-so/in/bang-ron-3.pdf"), "Đã sửa").expect("room");
    let source = fs::read_to_string(&page).expect("it is there");
    let line = source
        .lines()
        .find(|line| line.starts_with("slogans"))
        .expect("slogans");
    fs::write(&page, source.replace(line, "slogans = [\"Một\"]")).expect("room");
    let before = files(&kits.join("hoi-thi"));
    let said = run(root, &["kit", "thang-so.md"], "vi");
    assert_eq!(
        words(&said.stderr, root).trim(),
        "cảnh báo[kit-file-kept]: giữ nguyên tệp “thang-so/sms.txt”: bạn đã sửa, hoặc tệp không do lệnh này làm ra\n |\n \
         = cách sửa: muốn có bản mới thì đổi tên hoặc xóa tệp ấy rồi chạy lại"
    );
    let said = run(root, &["kit", "thang-so.md"], "en");
    assert!(
        words(&said.stderr, root).contains(
            "warning[kit-file-kept]: “thang-so/sms.txt” stays as it is: somebody changed it, or this command did not \
             make it\n |\n = help: to have the new one, rename or remove the file and run again"
        ),
        "{}",
        words(&said.stderr, root)
    );
    let made = files(&kits.join("thang-so"));
    let banners: Vec<&String> = made
        .keys()
        .filter(|name| name.starts_with("in/bang-ron"))
        .collect();
    assert_eq!(
        banners,
        ["in/bang-ron-3.pdf", "in/bang-ron.pdf"],
        "2 was ours, 3 was changed"
    );
    assert_eq!(made["cua-toi.txt"], "Của tôi".as_bytes());
    assert_eq!(made["sms.txt"], "Đã sửa".as_bytes());
    assert_eq!(files(&kits.join("hoi-thi")), before);
}

#[test]
fn a_list_that_names_places_outside_removes_nothing_there() {
    let site = on_disk(SITE);
    let root = site.path();
    run(root, &["kit", "thang-so.md"], "vi");
    let list = root.join("bo-tai-lieu/.trangxa-thang-so");
    let text = fs::read_to_string(&list).expect("the list");
    let line = text
        .lines()
        .find(|line| line.ends_with("khau-hieu.txt"))
        .expect("a line");
    let mark = line.split(' ').next().expect("a mark");
    let slogans = fs::read(root.join("bo-tai-lieu/thang-so/khau-hieu.txt")).expect("made");
    fs::write(root.join("quan-trong.txt"), slogans).expect("room");
    fs::write(&list, format!("{text}{mark} ../quan-trong.txt\n")).expect("room");
    run(root, &["kit", "thang-so.md"], "vi");
    assert!(root.join("quan-trong.txt").exists());
}

#[test]
fn pages_whose_addresses_end_alike_have_kits_of_their_own() {
    let site = on_disk(
        r#"
-- content/a/hop.md --
+++
title = "Họp"
+++
Một.
-- content/b/hop.md --
+++
title = "Họp"
+++
Hai.
"#,
    );
    for page in ["a/hop.md", "/b/hop/"] {
        run(
            site.path(),
            &["kit", page, "--base-url", "https://x.vn"],
            "vi",
        );
    }
    assert!(text(site.path(), "a-hop/phat-thanh.txt").contains("Một."));
    assert!(text(site.path(), "b-hop/phat-thanh.txt").contains("Hai."));
}

#[test]
fn results_in_json_name_every_file_and_length() {
    let site = on_disk(SITE);
    let said = run(site.path(), &["kit", "thang-so.md", "--json"], "vi");
    let lines = String::from_utf8(said.stdout).expect("UTF-8");
    let last = lines.lines().last().expect("a result");
    let result: serde_json::Value = serde_json::from_str(last).expect("JSON");
    assert_eq!(result["type"], "result");
    assert_eq!(result["ok"], true);
    assert_eq!(
        (&result["minutes"], &result["warnings"]),
        (&1.into(), &0.into())
    );
    assert_eq!(result["left_out"], serde_json::json!([]));
    let folder = Path::new(result["folder"].as_str().expect("a path"));
    for file in result["files"].as_array().expect("a list") {
        let name = file["name"].as_str().expect("a name");
        let bytes = fs::read(folder.join(name)).expect("it was made");
        assert_eq!(file["bytes"], bytes.len(), "{name}");
        assert!(!file["about"].as_str().expect("words").is_empty(), "{name}");
    }
    let zip = fs::read(result["zip"].as_str().expect("a path")).expect("it was made");
    assert_eq!(result["bytes"], zip.len());
    let lengths = result["lengths"].as_array().expect("a list");
    assert_eq!(lengths.len(), 6);
    for length in lengths {
        assert!(
            length["length"].as_u64() <= length["most"].as_u64(),
            "{length}"
        );
    }
}

#[test]
fn a_picture_above_a_megabyte_that_cannot_be_made_smaller_is_told() {
    let site = on_disk(
        r#"
-- content/tin.md --
+++
title = "Tin"
+++
![Bản đồ thôn](ban-do.svg)
"#,
    );
    let path = "L1 1L2 3".repeat(200_000);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><path d=\"M0 0{path}\"/></svg>"
    );
    fs::write(site.path().join("content/ban-do.svg"), svg).expect("room");
    for (lang, words_of) in [
        (
            "vi",
            "cảnh báo[kit-heavy-picture]: ảnh anh/01-ban-do.svg nặng 1,5 MB, Zalo chỉ nhận ảnh dưới 1 MB\n\
             --> content/tin.md\n = cách sửa: ảnh động, ảnh vẽ được giữ nguyên; lưu lại nhỏ hơn, hoặc thay bằng ảnh JPEG, PNG",
        ),
        (
            "en",
            "warning[kit-heavy-picture]: the picture anh/01-ban-do.svg has 1,5 MB; Zalo takes pictures below 1 MB only\n\
             --> content/tin.md\n = help: moving and drawn pictures are kept as they are; save it smaller, or use a JPEG or PNG",
        ),
    ] {
        let said = run(
            site.path(),
            &["kit", "tin.md", "--base-url", "https://x.vn"],
            lang,
        );
        assert_eq!(words(&said.stderr, site.path()).trim(), words_of);
    }
}
