//! Mistakes that only bytes can have: what is said about pictures that are cut off, broken, too large, or know too much.

use std::sync::Arc;

use trangxa::diag::Lang;
use trangxa::engine::Memo;
use trangxa::source::{File, Snapshot};

use super::small_site::{diagnose, shown, snapshot};
use crate::photos::{self, Notes};

/// The codes that are tried here.
pub const CODES: &[&str] = &[
    "truncated-image",
    "huge-image",
    "broken-pixels",
    "image-place",
    "image-serial",
    "image-place-kept",
    "heavy-image",
];

/// What is said about a page that shows a picture.
fn said(target: &str, path: &str, bytes: Vec<u8>) -> String {
    let site = format!("-- content/a.md --\n+++\ntitle = \"Bài\"\n+++\n![Họp thôn]({target})\n");
    let plain = snapshot(&site);
    let files = plain.files.into_values();
    let bytes: Arc<[u8]> = bytes.into();
    let snapshot = Snapshot::of(files.chain([File::in_memory(path, bytes)]), plain.options);
    let (build, diagnostics) = diagnose(&snapshot, &mut Memo::default());
    format!(
        "{}\n\n{}",
        shown(&build, &diagnostics, Lang::Vi),
        shown(&build, &diagnostics, Lang::En)
    )
}

fn photo(place: bool, serial: bool) -> Vec<u8> {
    photos::with_notes(
        &photos::jpeg(40, 30),
        Notes {
            turn: 1,
            place,
            serial,
        },
    )
}

#[test]
fn a_picture_that_is_cut_off_is_named() {
    let whole = photos::jpeg(40, 30);
    assert_eq!(
        said(
            "hop.jpg",
            "content/hop.jpg",
            whole[..whole.len() - 20].to_vec()
        ),
        r#"lỗi[truncated-image]: ảnh “hop.jpg” bị thiếu phần cuối
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.jpg)
  |             ^^^^^^^
  |
  = cách sửa: chép lại ảnh từ máy ảnh hoặc điện thoại; có lẽ lần trước chép hay tải chưa xong

error[truncated-image]: the end of the picture “hop.jpg” is missing
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.jpg)
  |             ^^^^^^^
  |
  = help: copy the picture again from the camera or phone; the last copy or download was probably cut short"#
    );
}

#[test]
fn a_picture_that_is_too_large_is_named_before_anything_is_decoded() {
    let large = photos::promising(&photos::jpeg(40, 30), 20_000, 10_000);
    assert_eq!(
        said("hop.jpg", "content/hop.jpg", large),
        r#"lỗi[huge-image]: ảnh “hop.jpg” quá lớn: 20000 × 10000 điểm ảnh (tối đa 120 triệu điểm ảnh)
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.jpg)
  |             ^^^^^^^
  |
  = cách sửa: thu nhỏ ảnh rồi lưu lại thành JPEG; cạnh dài 4000 điểm ảnh là đủ cho mọi chỗ trên trang

error[huge-image]: the picture “hop.jpg” is too large: 20000 × 10000 pixels (at most 120 million pixels)
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.jpg)
  |             ^^^^^^^
  |
  = help: make it smaller and save it as JPEG; a long side of 4000 pixels is enough for any place on the site"#
    );
}

#[test]
fn a_file_that_is_too_large_is_named_before_it_is_read() {
    let mut heavy = photos::jpeg(40, 30);
    heavy.resize(90 << 20, 0);
    assert_eq!(
        said("hop.jpg", "content/hop.jpg", heavy),
        r#"lỗi[huge-image]: ảnh “hop.jpg” quá lớn: 90 MB (tối đa 80 MB)
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.jpg)
  |             ^^^^^^^
  |
  = cách sửa: thu nhỏ ảnh rồi lưu lại thành JPEG; cạnh dài 4000 điểm ảnh là đủ cho mọi chỗ trên trang

error[huge-image]: the picture “hop.jpg” is too large: 90 MB (at most 80 MB)
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.jpg)
  |             ^^^^^^^
  |
  = help: make it smaller and save it as JPEG; a long side of 4000 pixels is enough for any place on the site"#
    );
}

#[test]
fn a_picture_whose_pixels_are_broken_is_named_when_it_is_decoded() {
    assert_eq!(
        said("hop.png", "content/hop.png", photos::broken(400, 300)),
        r#"lỗi[broken-pixels]: dữ liệu bên trong ảnh này bị hỏng, hình sẽ thiếu hoặc sai màu
--> content/hop.png
 = cách sửa: chép lại ảnh từ máy ảnh hoặc điện thoại; có lẽ lần trước chép hay tải chưa xong

error[broken-pixels]: the data inside this picture is broken: parts would be missing or have wrong colours
--> content/hop.png
 = help: copy the picture again from the camera or phone; the last copy or download was probably cut short"#
    );
    // Whole at both ends, as after a card or a line has lost a piece; decoders would show the rest grey.
    let mut holed = include_bytes!("../pictures/in-rows.jpg").to_vec();
    let middle = holed.len() / 2;
    holed[middle..middle + 512].fill(0);
    assert_eq!(
        said("hop.jpg", "content/hop.jpg", holed),
        r#"lỗi[broken-pixels]: dữ liệu bên trong ảnh này bị hỏng, hình sẽ thiếu hoặc sai màu
--> content/hop.jpg
 = cách sửa: chép lại ảnh từ máy ảnh hoặc điện thoại; có lẽ lần trước chép hay tải chưa xong

error[broken-pixels]: the data inside this picture is broken: parts would be missing or have wrong colours
--> content/hop.jpg
 = help: copy the picture again from the camera or phone; the last copy or download was probably cut short"#
    );
    let mut heic = photos::heic(128, 96);
    let data = heic
        .windows(4)
        .position(|name| name == b"mdat")
        .expect("a HEIC")
        + 4;
    heic[data..].fill(0);
    assert_eq!(
        said("hop.heic", "content/hop.heic", heic),
        r#"lỗi[broken-pixels]: dữ liệu bên trong ảnh này bị hỏng, hình sẽ thiếu hoặc sai màu
--> content/hop.heic
 = cách sửa: mở ảnh trên điện thoại hoặc máy tính rồi lưu lại thành JPEG; trên iPhone, để sau này máy tự chụp JPEG: Cài đặt, Camera, Định dạng, Tương thích nhất

error[broken-pixels]: the data inside this picture is broken: parts would be missing or have wrong colours
--> content/hop.heic
 = help: open it on the phone or computer and save it as JPEG; to take JPEGs from now on, on an iPhone: Settings, Camera, Formats, Most Compatible"#
    );
}

#[test]
fn a_picture_that_knows_where_it_was_taken_is_named() {
    assert_eq!(
        said("hop.jpg", "content/hop.jpg", photo(true, true)),
        r#"cảnh báo[image-place]: ảnh này ghi nơi chụp (tọa độ GPS); trên trang đã bỏ, tệp gốc vẫn còn
--> content/hop.jpg
 = cách sửa: đừng gửi tệp gốc cho người khác; muốn xóa hẳn, trên Windows: bấm phải vào tệp, Thuộc tính, Chi tiết, Xóa thuộc tính và thông tin cá nhân

warning[image-place]: this picture says where it was taken (GPS); that is removed on the site, and still in the file
--> content/hop.jpg
 = help: do not pass the file on; to remove it for good, on Windows: right click, Properties, Details, Remove Properties and Personal Information"#
    );
    assert_eq!(
        said("hop.jpg", "content/hop.jpg", photo(false, true)),
        r#"cảnh báo[image-serial]: ảnh này ghi số máy ảnh; trên trang đã bỏ, tệp gốc vẫn còn
--> content/hop.jpg
 = cách sửa: đừng gửi tệp gốc cho người khác; muốn xóa hẳn, trên Windows: bấm phải vào tệp, Thuộc tính, Chi tiết, Xóa thuộc tính và thông tin cá nhân

warning[image-serial]: this picture has the camera's serial number; that is removed on the site, and still in the file
--> content/hop.jpg
 = help: do not pass the file on; to remove it for good, on Windows: right click, Properties, Details, Remove Properties and Personal Information"#
    );
    assert_eq!(
        said("/hop.jpg", "static/hop.jpg", photo(true, true)),
        r#"cảnh báo[image-place-kept]: ảnh này ghi nơi chụp (tọa độ GPS) và được đăng nguyên như vậy
--> static/hop.jpg
 = cách sửa: chuyển ảnh ra cạnh bài viết và chèn vào bài (trang sẽ tự bỏ tọa độ), hoặc xóa tọa độ khỏi tệp

warning[image-place-kept]: this picture says where it was taken (GPS), and is published as it is
--> static/hop.jpg
 = help: move it beside the article and show it there (the site then removes the place), or remove the place from the file"#
    );
}

#[test]
fn a_picture_that_is_heavy_and_cannot_be_made_smaller_is_named() {
    let drawing = format!(
        "<svg width=\"4\" height=\"3\"><path d=\"{}\"/></svg>",
        "M0 0".repeat(150_000)
    );
    assert_eq!(
        said("hop.svg", "content/hop.svg", drawing.into()),
        r#"cảnh báo[heavy-image]: ảnh này nặng 586 KB và không thu nhỏ được; người xem bằng điện thoại phải tải hết
--> content/hop.svg
 = cách sửa: dùng ảnh tĩnh thay cho ảnh động; bản vẽ SVG thì xuất thành PNG

warning[heavy-image]: this picture weighs 586 KB and cannot be made smaller; a phone must load all of it
--> content/hop.svg
 = help: use a still picture; export an SVG drawing as PNG"#
    );
}
