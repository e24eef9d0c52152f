//! Every mistake that a site can hold, with all that is said about it.
//!
//! A site in a case has the mistake (or a few of its forms) and no other; the texts are the whole answer, so that a
//! case also shows that nothing else is said. A new text is written here by hand or, when the test has printed it, read
//! with the eyes of an editor in a commune's office before it is pasted.

/// A small site and everything that is said about it, in Vietnamese and in English.
pub struct Case {
    /// The code that the case is about; one of those in the texts.
    pub code: &'static str,
    /// The site; see `small_site`.
    pub site: &'static str,
    /// The answer in Vietnamese.
    pub vi: &'static str,
    /// The answer in English.
    pub en: &'static str,
}

pub const CASES: &[Case] = &[
    Case {
        code: "not-utf8",
        site: "
-- content/anh.md as latin-1 --
\u{89}PNG\u{d}
\u{1a}\u{0}\u{0}\u{0}\u{0}\u{d}IHDR
",
        vi: r#"
lỗi[not-utf8]: không đọc được chữ trong tệp: tệp không phải là văn bản, hoặc được lưu theo bảng mã lạ
--> content/anh.md
 = cách sửa: mở tệp, chọn “Lưu thành…” (Save As) và chọn bảng mã UTF-8
"#,
        en: r#"
error[not-utf8]: the file is not text, or is saved in an unknown encoding
--> content/anh.md
 = help: open the file and save it with the encoding UTF-8
"#,
    },
    Case {
        code: "other-encoding",
        site: r#"
-- content/thong-bao.md as utf-16 --
+++
title = "Thông báo"
+++
Lịch tiếp công dân.
"#,
        vi: r#"
cảnh báo[other-encoding]: tệp được lưu theo bảng mã UTF-16, không phải UTF-8; đã tự chuyển khi đọc
--> content/thong-bao.md
 = cách sửa: mở tệp, chọn “Lưu thành…” (Save As) và chọn bảng mã UTF-8
"#,
        en: r#"
warning[other-encoding]: the file is saved as UTF-16, not UTF-8; it was converted while reading
--> content/thong-bao.md
 = help: open the file and save it with the encoding UTF-8
"#,
    },
    Case {
        code: "other-encoding",
        site: r#"
-- content/thong-bao.md as latin-1 --
+++
title = "Thông báo"
+++
Xin chào ðôÌng bào.
"#,
        vi: r#"
cảnh báo[other-encoding]: tệp được lưu theo bảng mã Windows-1258, không phải UTF-8; đã tự chuyển khi đọc
--> content/thong-bao.md
 = cách sửa: mở tệp, chọn “Lưu thành…” (Save As) và chọn bảng mã UTF-8
"#,
        en: r#"
warning[other-encoding]: the file is saved as Windows-1258, not UTF-8; it was converted while reading
--> content/thong-bao.md
 = help: open the file and save it with the encoding UTF-8
"#,
    },
    Case {
        code: "legacy-text",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
+++
Lịch tiếp công dân:

Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc.

ñy ban nh©n d©n x· th«ng b¸o lÞch tiÕp c«ng d©n.
"#,
        vi: r#"
lỗi[legacy-text]: bài có chữ gõ theo bảng mã cũ TCVN3 (ABC), người đọc sẽ thấy chữ lạ
 --> content/thong-bao.md:6:1
  |
6 | Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: chuyển cả bài sang Unicode bằng công cụ của UniKey (Ctrl+Shift+F6); đoạn này có lẽ là: “Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc.”
"#,
        en: r#"
error[legacy-text]: the page has text in the old encoding TCVN3 (ABC), which readers see garbled
 --> content/thong-bao.md:6:1
  |
6 | Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: convert the whole page to Unicode with UniKey (Ctrl+Shift+F6); this probably reads: “Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc.”
"#,
    },
    Case {
        code: "legacy-text",
        site: r#"
-- content/thong-bao.md as latin-1 --
+++
title = "Th«ng b¸o"
+++
ñy ban nh©n d©n x· th«ng b¸o lÞch tiÕp c«ng d©n ®Þnh kú.
"#,
        vi: r#"
lỗi[legacy-text]: bài có chữ gõ theo bảng mã cũ TCVN3 (ABC), người đọc sẽ thấy chữ lạ
--> content/thong-bao.md
 = cách sửa: chuyển cả bài sang Unicode bằng công cụ của UniKey (Ctrl+Shift+F6); đoạn này có lẽ là: “ủy ban nhân dân xã thông báo lịch tiếp công dân định kỳ.”
"#,
        en: r#"
error[legacy-text]: the page has text in the old encoding TCVN3 (ABC), which readers see garbled
--> content/thong-bao.md
 = help: convert the whole page to Unicode with UniKey (Ctrl+Shift+F6); this probably reads: “ủy ban nhân dân xã thông báo lịch tiếp công dân định kỳ.”
"#,
    },
    Case {
        code: "legacy-text",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc.
"#,
        vi: r#"
lỗi[legacy-text]: bài có chữ gõ theo bảng mã cũ VNI, người đọc sẽ thấy chữ lạ
 --> content/a.md:4:1
  |
4 | Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: chuyển cả bài sang Unicode bằng công cụ của UniKey (Ctrl+Shift+F6); đoạn này có lẽ là: “Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc.”
"#,
        en: r#"
error[legacy-text]: the page has text in the old encoding VNI, which readers see garbled
 --> content/a.md:4:1
  |
4 | Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: convert the whole page to Unicode with UniKey (Ctrl+Shift+F6); this probably reads: “Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc.”
"#,
    },
    Case {
        code: "empty-file",
        site: r#"
-- content/thong-bao.md --
"#,
        vi: r#"
lỗi[empty-file]: tệp trống
--> content/thong-bao.md
 = cách sửa: viết vào tệp ba dòng: +++ rồi title = "Tên bài" rồi +++; hoặc xóa tệp
"#,
        en: r#"
error[empty-file]: the file is empty
--> content/thong-bao.md
 = help: write three lines: +++ then title = "Title" then +++; or delete the file
"#,
    },
    Case {
        code: "huge-file",
        site: r#"
-- content/anh.md as many --
data:image/png;base64,
"#,
        vi: r#"
lỗi[huge-file]: tệp văn bản quá lớn: 6,6 MB (tối đa 4 MB)
--> content/anh.md
 = cách sửa: có lẽ ảnh đã bị dán thẳng vào văn bản; hãy lưu ảnh thành tệp riêng, hoặc chia bài thành nhiều bài
"#,
        en: r#"
error[huge-file]: the text file is too large: 6,6 MB (at most 4 MB)
--> content/anh.md
 = help: a picture was probably pasted into the text; save it as a file of its own, or split the article
"#,
    },
    Case {
        code: "case-clash",
        site: r#"
-- content/Thong-bao.md --
+++
title = "Thông báo"
+++
-- content/thong-bao.md --
+++
title = "Thông báo"
+++
"#,
        vi: r#"
lỗi[case-clash]: tên tệp này chỉ khác “content/Thong-bao.md” ở chữ hoa, chữ thường
--> content/thong-bao.md
 = cách sửa: đổi tên một tệp: Windows coi hai tên này là một, máy chủ thì không
xem thêm: tệp kia ở đây
--> content/Thong-bao.md
"#,
        en: r#"
error[case-clash]: the name of this file differs from “content/Thong-bao.md” only in upper and lower case
--> content/thong-bao.md
 = help: rename one: Windows sees one name where the host sees two
note: the other file is here
--> content/Thong-bao.md
"#,
    },
    Case {
        code: "missing-index",
        site: r#"
-- content/tin-tuc/hop.md --
+++
title = "Họp thôn"
+++
"#,
        vi: r#"
cảnh báo[missing-index]: chuyên mục “tin-tuc” chưa có tệp _index.md; tên thư mục được dùng làm tên chuyên mục
--> content/tin-tuc/_index.md
 = cách sửa: tạo tệp content/tin-tuc/_index.md có ba dòng: +++ rồi title = "Tên chuyên mục" rồi +++
"#,
        en: r#"
warning[missing-index]: the section “tin-tuc” has no _index.md; the folder's name is used as its title
--> content/tin-tuc/_index.md
 = help: make the file content/tin-tuc/_index.md with three lines: +++ then title = "Section title" then +++
"#,
    },
    Case {
        code: "missing-front-matter",
        site: r#"
-- content/thong-bao.md --
Thông báo lịch tiếp công dân

Kính gửi bà con.
"#,
        vi: r#"
lỗi[missing-front-matter]: bài chưa có phần đầu bài
 --> content/thong-bao.md:1:1
  |
1 | Thông báo lịch tiếp công dân
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: thêm vào đầu tệp ba dòng: +++ rồi title = "Tên bài" rồi +++
"#,
        en: r#"
error[missing-front-matter]: the file has no front matter
 --> content/thong-bao.md:1:1
  |
1 | Thông báo lịch tiếp công dân
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: put three lines at the top: +++ then title = "Title" then +++
"#,
    },
    Case {
        code: "unclosed-front-matter",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"

Kính gửi bà con.
"#,
        vi: r#"
lỗi[unclosed-front-matter]: phần đầu bài mở bằng +++ nhưng không có dòng +++ kết thúc
 --> content/thong-bao.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: thêm một dòng chỉ có +++ sau dòng 2
"#,
        en: r#"
error[unclosed-front-matter]: the front matter opens with +++ and has no closing +++
 --> content/thong-bao.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: add a line with only +++ after line 2
"#,
    },
    Case {
        code: "unclosed-front-matter",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
tags = ["đất đai"]
++
Kính gửi bà con.
-- content/a.md --
+++
title = "Bài"
+++
Xem [thông báo](thong-bao.md#muc).
"#,
        vi: r#"
lỗi[unclosed-front-matter]: phần đầu bài mở bằng +++ nhưng không có dòng +++ kết thúc
 --> content/thong-bao.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: đổi dòng 4 (“++”) thành +++
"#,
        en: r#"
error[unclosed-front-matter]: the front matter opens with +++ and has no closing +++
 --> content/thong-bao.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: change line 4 (“++”) to +++
"#,
    },
    Case {
        code: "yaml-front-matter",
        site: r#"
-- content/thong-bao.md --
---
title: Thông báo
---
Kính gửi bà con.
"#,
        vi: r#"
lỗi[yaml-front-matter]: phần đầu bài dùng --- (YAML); trangxa dùng +++ (TOML)
 --> content/thong-bao.md:1:1
  |
1 | ---
  | ^^^
  |
  = cách sửa: đổi hai dòng --- thành +++ và viết title = "…" thay cho title: …
"#,
        en: r#"
error[yaml-front-matter]: the front matter uses --- (YAML); trangxa uses +++ (TOML)
 --> content/thong-bao.md:1:1
  |
1 | ---
  | ^^^
  |
  = help: change both --- to +++ and write title = "…" in place of title: …
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = Thông báo
+++
"#,
        vi: r#"
lỗi[bad-toml]: chữ phải đặt trong dấu ngoặc kép
 --> content/thong-bao.md:2:9
  |
2 | title = Thông báo
  |         ^^^^^^^^^
  |
  = cách sửa: viết: title = "Thông báo"
"#,
        en: r#"
error[bad-toml]: text must stand in quotes
 --> content/thong-bao.md:2:9
  |
2 | title = Thông báo
  |         ^^^^^^^^^
  |
  = help: write: title = "Thông báo"
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = “Thông báo”
+++
"#,
        vi: r#"
lỗi[bad-toml]: ở đây phải dùng dấu ngoặc kép thẳng " ", không dùng “ ”
 --> content/thong-bao.md:2:9
  |
2 | title = “Thông báo”
  |         ^^^^^^^^^^^
  |
  = cách sửa: viết: title = "Thông báo"
"#,
        en: r#"
error[bad-toml]: straight quotes " " are needed here, not “ ”
 --> content/thong-bao.md:2:9
  |
2 | title = “Thông báo”
  |         ^^^^^^^^^^^
  |
  = help: write: title = "Thông báo"
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo
+++
"#,
        vi: r#"
lỗi[bad-toml]: chữ mở ngoặc kép mà không đóng
 --> content/thong-bao.md:2:9
  |
2 | title = "Thông báo
  |         ^^^^^^^^^^
  |
  = cách sửa: viết: title = "Thông báo"
"#,
        en: r#"
error[bad-toml]: the text opens with a quote and does not close
 --> content/thong-bao.md:2:9
  |
2 | title = "Thông báo
  |         ^^^^^^^^^^
  |
  = help: write: title = "Thông báo"
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo "khẩn" hôm nay"
+++
"#,
        vi: r#"
lỗi[bad-toml]: trong chữ lại có dấu ngoặc kép giống dấu bao ngoài
 --> content/thong-bao.md:2:9
  |
2 | title = "Thông báo "khẩn" hôm nay"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: title = 'Thông báo "khẩn" hôm nay'
"#,
        en: r#"
error[bad-toml]: the text has the same quotes inside as around it
 --> content/thong-bao.md:2:9
  |
2 | title = "Thông báo "khẩn" hôm nay"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: title = 'Thông báo "khẩn" hôm nay'
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title "Thông báo"
+++
"#,
        vi: r#"
lỗi[bad-toml]: thiếu dấu = sau “title”
 --> content/thong-bao.md:2:1
  |
2 | title "Thông báo"
  | ^^^^^
  |
  = cách sửa: viết: title = "Thông báo"
"#,
        en: r#"
error[bad-toml]: there is no = after “title”
 --> content/thong-bao.md:2:1
  |
2 | title "Thông báo"
  | ^^^^^
  |
  = help: write: title = "Thông báo"
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title: "Thông báo"
+++
"#,
        vi: r#"
lỗi[bad-toml]: sau tên mục phải là dấu =, không phải dấu :
 --> content/thong-bao.md:2:6
  |
2 | title: "Thông báo"
  |      ^
  |
  = cách sửa: viết: title = "Thông báo"
"#,
        en: r#"
error[bad-toml]: a key is followed by =, not by :
 --> content/thong-bao.md:2:6
  |
2 | title: "Thông báo"
  |      ^
  |
  = help: write: title = "Thông báo"
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
description =
+++
"#,
        vi: r#"
lỗi[bad-toml]: chưa có giá trị sau dấu =
 --> content/thong-bao.md:3:1
  |
3 | description =
  | ^^^^^^^^^^^^^
  |
  = cách sửa: viết giá trị sau dấu =, hoặc xóa dòng này
"#,
        en: r#"
error[bad-toml]: there is no value after the =
 --> content/thong-bao.md:3:1
  |
3 | description =
  | ^^^^^^^^^^^^^
  |
  = help: write the value after the =, or delete the line
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
tiêu đề = "Thông báo"
+++
"#,
        vi: r#"
lỗi[bad-toml]: tên mục “tiêu đề” viết sai: chỉ dùng chữ cái không dấu, chữ số, dấu - và dấu _
 --> content/thong-bao.md:3:1
  |
3 | tiêu đề = "Thông báo"
  | ^^^^^^^
  |
  = cách sửa: mỗi dòng có dạng: tên = "chữ", tên = true, tên = 12, tên = 2026-11-21 hoặc tên = ["a", "b"]
"#,
        en: r#"
error[bad-toml]: the key “tiêu đề” is not well written: it has only letters a–z, digits, - and _
 --> content/thong-bao.md:3:1
  |
3 | tiêu đề = "Thông báo"
  | ^^^^^^^
  |
  = help: each line is: name = "text", name = true, name = 12, name = 2026-11-21 or name = ["a", "b"]
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
tags = ["đất đai", "hộ tịch"
author = "Lan"
+++
"#,
        vi: r#"
lỗi[bad-toml]: danh sách mở bằng [ mà không có ] đóng
 --> content/thong-bao.md:3:8
  |
3 | tags = ["đất đai", "hộ tịch"
  |        ^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: tags = ["đất đai", "hộ tịch"]
"#,
        en: r#"
error[bad-toml]: the list opens with [ and has no closing ]
 --> content/thong-bao.md:3:8
  |
3 | tags = ["đất đai", "hộ tịch"
  |        ^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: tags = ["đất đai", "hộ tịch"]
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
tags = ["đất đai" "hộ tịch"]
+++
"#,
        vi: r#"
lỗi[bad-toml]: thiếu dấu phẩy giữa hai giá trị
 --> content/thong-bao.md:3:8
  |
3 | tags = ["đất đai" "hộ tịch"]
  |        ^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: tags = ["đất đai", "hộ tịch"]
"#,
        en: r#"
error[bad-toml]: a comma is missing between two values
 --> content/thong-bao.md:3:8
  |
3 | tags = ["đất đai" "hộ tịch"]
  |        ^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: tags = ["đất đai", "hộ tịch"]
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
source = {name = "Báo Hải Dương", url = "https://example.vn"
+++
"#,
        vi: r#"
lỗi[bad-toml]: bảng mở bằng { mà không có } đóng
 --> content/thong-bao.md:3:10
  |
3 | source = {name = "Báo Hải Dương", url = "https://example.vn"
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: source = {name = "Báo Hải Dương", url = "https://example.vn"}
"#,
        en: r#"
error[bad-toml]: the table opens with { and has no closing }
 --> content/thong-bao.md:3:10
  |
3 | source = {name = "Báo Hải Dương", url = "https://example.vn"
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: source = {name = "Báo Hải Dương", url = "https://example.vn"}
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
[extra
a = 1
+++
"#,
        vi: r#"
lỗi[bad-toml]: tên bảng phải nằm trọn trong [ ], một mình một dòng
 --> content/thong-bao.md:3:1
  |
3 | [extra
  | ^^^^^^
  |
  = cách sửa: viết: [extra]
"#,
        en: r#"
error[bad-toml]: the name of a table stands in [ ] on a line of its own
 --> content/thong-bao.md:3:1
  |
3 | [extra
  | ^^^^^^
  |
  = help: write: [extra]
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
image = "C:\Users\Lan\anh.jpg"
+++
"#,
        vi: r#"
lỗi[bad-toml]: dấu \ không đứng một mình được trong ngoặc kép
 --> content/thong-bao.md:3:12
  |
3 | image = "C:\Users\Lan\anh.jpg"
  |            ^
  |
  = cách sửa: viết: image = 'C:\Users\Lan\anh.jpg'
"#,
        en: r#"
error[bad-toml]: a \ cannot stand alone within quotes
 --> content/thong-bao.md:3:12
  |
3 | image = "C:\Users\Lan\anh.jpg"
  |            ^
  |
  = help: write: image = 'C:\Users\Lan\anh.jpg'
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
draft = True
+++
"#,
        vi: r#"
lỗi[bad-toml]: ở đây phải viết true (có) hoặc false (không)
 --> content/thong-bao.md:3:9
  |
3 | draft = True
  |         ^^^^
  |
  = cách sửa: viết: draft = true
"#,
        en: r#"
error[bad-toml]: true or false must stand here
 --> content/thong-bao.md:3:9
  |
3 | draft = True
  |         ^^^^
  |
  = help: write: draft = true
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
draft = có
+++
"#,
        vi: r#"
lỗi[bad-toml]: ở đây phải viết true (có) hoặc false (không)
 --> content/thong-bao.md:3:9
  |
3 | draft = có
  |         ^^
  |
  = cách sửa: viết: draft = true
"#,
        en: r#"
error[bad-toml]: true or false must stand here
 --> content/thong-bao.md:3:9
  |
3 | draft = có
  |         ^^
  |
  = help: write: draft = true
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo";
+++
"#,
        vi: r#"
lỗi[bad-toml]: thừa “;” sau giá trị
 --> content/thong-bao.md:2:20
  |
2 | title = "Thông báo";
  |                    ^
  |
  = cách sửa: viết: title = "Thông báo"
"#,
        en: r#"
error[bad-toml]: there is “;” after the value
 --> content/thong-bao.md:2:20
  |
2 | title = "Thông báo";
  |                    ^
  |
  = help: write: title = "Thông báo"
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo" // bản nháp
+++
"#,
        vi: r#"
lỗi[bad-toml]: thừa “// bản nháp” sau giá trị
 --> content/thong-bao.md:2:21
  |
2 | title = "Thông báo" // bản nháp
  |                     ^^^^^^^^^^^
  |
  = cách sửa: viết: title = "Thông báo" # bản nháp
"#,
        en: r#"
error[bad-toml]: there is “// bản nháp” after the value
 --> content/thong-bao.md:2:21
  |
2 | title = "Thông báo" // bản nháp
  |                     ^^^^^^^^^^^
  |
  = help: write: title = "Thông báo" # bản nháp
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
weight = 01
+++
"#,
        vi: r#"
lỗi[bad-toml]: số “01” viết sai
 --> content/thong-bao.md:3:10
  |
3 | weight = 01
  |          ^^
  |
  = cách sửa: viết: weight = 1
"#,
        en: r#"
error[bad-toml]: the number “01” is not well written
 --> content/thong-bao.md:3:10
  |
3 | weight = 01
  |          ^^
  |
  = help: write: weight = 1
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
- tin nóng
+++
"#,
        vi: r#"
lỗi[bad-toml]: dòng này không có dạng: tên = giá trị
 --> content/thong-bao.md:3:1
  |
3 | - tin nóng
  | ^^^^^^^^^^
  |
  = cách sửa: mỗi dòng có dạng: tên = "chữ", tên = true, tên = 12, tên = 2026-11-21 hoặc tên = ["a", "b"]
"#,
        en: r#"
error[bad-toml]: this line is not of the form: name = value
 --> content/thong-bao.md:3:1
  |
3 | - tin nóng
  | ^^^^^^^^^^
  |
  = help: each line is: name = "text", name = true, name = 12, name = 2026-11-21 or name = ["a", "b"]
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
weight = 0xZZ
+++
"#,
        vi: r#"
lỗi[bad-toml]: số “0xZZ” viết sai
 --> content/thong-bao.md:3:10
  |
3 | weight = 0xZZ
  |          ^^^^
  |
  = cách sửa: viết: weight = "0xZZ"
"#,
        en: r#"
error[bad-toml]: the number “0xZZ” is not well written
 --> content/thong-bao.md:3:10
  |
3 | weight = 0xZZ
  |          ^^^^
  |
  = help: write: weight = "0xZZ"
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
theme = cong-xa
"#,
        vi: r#"
lỗi[bad-toml]: chữ phải đặt trong dấu ngoặc kép
 --> site.toml:2:9
  |
2 | theme = cong-xa
  |         ^^^^^^^
  |
  = cách sửa: viết: theme = "cong-xa"
"#,
        en: r#"
error[bad-toml]: text must stand in quotes
 --> site.toml:2:9
  |
2 | theme = cong-xa
  |         ^^^^^^^
  |
  = help: write: theme = "cong-xa"
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/_data/topics.toml --
[[topic]]
id = "dat-dai"
name = Đất đai
[[topic
id = "y-te"
name = "Y tế"
-- content/a.md --
+++
title = "Bài"
topics = ["y-te"]
+++
"#,
        vi: r#"
lỗi[bad-toml]: chữ phải đặt trong dấu ngoặc kép
 --> content/_data/topics.toml:3:8
  |
3 | name = Đất đai
  |        ^^^^^^^
  |
  = cách sửa: viết: name = "Đất đai"

lỗi[bad-toml]: tên bảng phải nằm trọn trong [ ], một mình một dòng
 --> content/_data/topics.toml:4:1
  |
4 | [[topic
  | ^^^^^^^
  |
  = cách sửa: viết: [[topic]]
"#,
        en: r#"
error[bad-toml]: text must stand in quotes
 --> content/_data/topics.toml:3:8
  |
3 | name = Đất đai
  |        ^^^^^^^
  |
  = help: write: name = "Đất đai"

error[bad-toml]: the name of a table stands in [ ] on a line of its own
 --> content/_data/topics.toml:4:1
  |
4 | [[topic
  | ^^^^^^^
  |
  = help: write: [[topic]]
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/a.md --
+++
title = "Bài"
kind = document
symbol = "57-NQ/TW"
description = "Dòng một
dòng hai"
url: "https://example.vn?a=b"
+++
"#,
        vi: r#"
lỗi[bad-toml]: chữ phải đặt trong dấu ngoặc kép
 --> content/a.md:3:8
  |
3 | kind = document
  |        ^^^^^^^^
  |
  = cách sửa: viết: kind = "document"

lỗi[bad-toml]: chữ mở ngoặc kép mà không đóng
 --> content/a.md:5:15
  |
5 | description = "Dòng một
  |               ^^^^^^^^^
  |
  = cách sửa: đóng ngoặc kép ở cuối dòng; chữ dài nhiều dòng thì đặt giữa """ và """

lỗi[bad-toml]: sau tên mục phải là dấu =, không phải dấu :
 --> content/a.md:7:4
  |
7 | url: "https://example.vn?a=b"
  |    ^
  |
  = cách sửa: viết: url = "https://example.vn?a=b"
"#,
        en: r#"
error[bad-toml]: text must stand in quotes
 --> content/a.md:3:8
  |
3 | kind = document
  |        ^^^^^^^^
  |
  = help: write: kind = "document"

error[bad-toml]: the text opens with a quote and does not close
 --> content/a.md:5:15
  |
5 | description = "Dòng một
  |               ^^^^^^^^^
  |
  = help: close the quotes at the end of the line; text of several lines stands between """ and """

error[bad-toml]: a key is followed by =, not by :
 --> content/a.md:7:4
  |
7 | url: "https://example.vn?a=b"
  |    ^
  |
  = help: write: url = "https://example.vn?a=b"
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
source = {name: "Báo Hải Phòng", url: "https://example.vn"}
+++
"#,
        vi: r#"
lỗi[bad-toml]: sau tên mục phải là dấu =, không phải dấu :
 --> content/thong-bao.md:3:10
  |
3 | source = {name: "Báo Hải Phòng", url: "https://example.vn"}
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: source = {name = "Báo Hải Phòng", url = "https://example.vn"}
"#,
        en: r#"
error[bad-toml]: a key is followed by =, not by :
 --> content/thong-bao.md:3:10
  |
3 | source = {name: "Báo Hải Phòng", url: "https://example.vn"}
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: source = {name = "Báo Hải Phòng", url = "https://example.vn"}
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
source = {name = Báo Hải Phòng}
+++
"#,
        vi: r#"
lỗi[bad-toml]: chữ phải đặt trong dấu ngoặc kép
 --> content/thong-bao.md:3:10
  |
3 | source = {name = Báo Hải Phòng}
  |          ^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: source = {name = "Báo Hải Phòng"}
"#,
        en: r#"
error[bad-toml]: text must stand in quotes
 --> content/thong-bao.md:3:10
  |
3 | source = {name = Báo Hải Phòng}
  |          ^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: source = {name = "Báo Hải Phòng"}
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
source = {name = "Báo Hải Phòng" url = "https://example.vn"}
+++
"#,
        vi: r#"
lỗi[bad-toml]: thiếu dấu phẩy giữa hai giá trị
 --> content/thong-bao.md:3:10
  |
3 | source = {name = "Báo Hải Phòng" url = "https://example.vn"}
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: source = {name = "Báo Hải Phòng", url = "https://example.vn"}
"#,
        en: r#"
error[bad-toml]: a comma is missing between two values
 --> content/thong-bao.md:3:10
  |
3 | source = {name = "Báo Hải Phòng" url = "https://example.vn"}
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: source = {name = "Báo Hải Phòng", url = "https://example.vn"}
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
draft == true
+++
"#,
        vi: r#"
lỗi[bad-toml]: chỉ viết một dấu =
 --> content/thong-bao.md:3:8
  |
3 | draft == true
  |        ^^^^^^
  |
  = cách sửa: viết: draft = true
"#,
        en: r#"
error[bad-toml]: one = is enough
 --> content/thong-bao.md:3:8
  |
3 | draft == true
  |        ^^^^^^
  |
  = help: write: draft = true
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
tags = [đất đai, hộ tịch]
+++
"#,
        vi: r#"
lỗi[bad-toml]: chữ phải đặt trong dấu ngoặc kép
 --> content/thong-bao.md:3:8
  |
3 | tags = [đất đai, hộ tịch]
  |        ^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: tags = ["đất đai", "hộ tịch"]
"#,
        en: r#"
error[bad-toml]: text must stand in quotes
 --> content/thong-bao.md:3:8
  |
3 | tags = [đất đai, hộ tịch]
  |        ^^^^^^^^^^^^^^^^^^
  |
  = help: write: tags = ["đất đai", "hộ tịch"]
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
tags = ["đất đai",, "hộ tịch"]
+++
"#,
        vi: r#"
lỗi[bad-toml]: thừa dấu phẩy trong [ ]
 --> content/thong-bao.md:3:8
  |
3 | tags = ["đất đai",, "hộ tịch"]
  |        ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: tags = ["đất đai", "hộ tịch"]
"#,
        en: r#"
error[bad-toml]: there is a comma too many in [ ]
 --> content/thong-bao.md:3:8
  |
3 | tags = ["đất đai",, "hộ tịch"]
  |        ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: tags = ["đất đai", "hộ tịch"]
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
weight = 1,5
+++
"#,
        vi: r#"
lỗi[bad-toml]: số “1,5” viết sai
 --> content/thong-bao.md:3:10
  |
3 | weight = 1,5
  |          ^^^
  |
  = cách sửa: viết: weight = 1.5
"#,
        en: r#"
error[bad-toml]: the number “1,5” is not well written
 --> content/thong-bao.md:3:10
  |
3 | weight = 1,5
  |          ^^^
  |
  = help: write: weight = 1.5
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
weight = 1__0
+++
"#,
        vi: r#"
lỗi[bad-toml]: số “1__0” viết sai
 --> content/thong-bao.md:3:10
  |
3 | weight = 1__0
  |          ^^^^
  |
  = cách sửa: viết: weight = "1__0"
"#,
        en: r#"
error[bad-toml]: the number “1__0” is not well written
 --> content/thong-bao.md:3:10
  |
3 | weight = 1__0
  |          ^^^^
  |
  = help: write: weight = "1__0"
"#,
    },
    Case {
        code: "bad-toml",
        site: "
-- content/thong-bao.md --
+++
title = \"Thông báo\u{7f}\"
+++
",
        vi: r#"
lỗi[bad-toml]: không hiểu chỗ này (invalid basic string, expected non-double-quote visible characters, `\`)
 --> content/thong-bao.md:2:19
  |
2 | title = "Thông báo␡"
  |                   ^
  |
  = cách sửa: mỗi dòng có dạng: tên = "chữ", tên = true, tên = 12, tên = 2026-11-21 hoặc tên = ["a", "b"]
"#,
        en: r#"
error[bad-toml]: this cannot be understood (invalid basic string, expected non-double-quote visible characters, `\`)
 --> content/thong-bao.md:2:19
  |
2 | title = "Thông báo␡"
  |                   ^
  |
  = help: each line is: name = "text", name = true, name = 12, name = 2026-11-21 or name = ["a", "b"]
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = "Tin tức”
+++
"#,
        vi: r#"
lỗi[bad-toml]: ở đây phải dùng dấu ngoặc kép thẳng " ", không dùng “ ”
 --> content/thong-bao.md:2:9
  |
2 | title = "Tin tức”
  |         ^^^^^^^^^
  |
  = cách sửa: viết: title = "Tin tức"
"#,
        en: r#"
error[bad-toml]: straight quotes " " are needed here, not “ ”
 --> content/thong-bao.md:2:9
  |
2 | title = "Tin tức”
  |         ^^^^^^^^^
  |
  = help: write: title = "Tin tức"
"#,
    },
    Case {
        code: "bad-toml",
        site: r#"
-- content/thong-bao.md --
+++
title = ‘Tin tức’
+++
"#,
        vi: r#"
lỗi[bad-toml]: ở đây phải dùng dấu ngoặc kép thẳng " ", không dùng “ ”
 --> content/thong-bao.md:2:9
  |
2 | title = ‘Tin tức’
  |         ^^^^^^^^^
  |
  = cách sửa: viết: title = 'Tin tức'
"#,
        en: r#"
error[bad-toml]: straight quotes " " are needed here, not “ ”
 --> content/thong-bao.md:2:9
  |
2 | title = ‘Tin tức’
  |         ^^^^^^^^^
  |
  = help: write: title = 'Tin tức'
"#,
    },
    Case {
        code: "duplicate-key",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
author = "Lan"
title = "Thông báo khẩn"
+++
"#,
        vi: r#"
lỗi[duplicate-key]: mục “title” viết hai lần
 --> content/thong-bao.md:4:1
  |
4 | title = "Thông báo khẩn"
  | ^^^^^
  |
  = cách sửa: giữ một dòng, xóa dòng kia
xem thêm: lần đầu ở đây
 --> content/thong-bao.md:2:1
  |
2 | title = "Thông báo"
  | ^^^^^
"#,
        en: r#"
error[duplicate-key]: the key “title” stands twice
 --> content/thong-bao.md:4:1
  |
4 | title = "Thông báo khẩn"
  | ^^^^^
  |
  = help: keep one line, delete the other
note: the first is here
 --> content/thong-bao.md:2:1
  |
2 | title = "Thông báo"
  | ^^^^^
"#,
    },
    Case {
        code: "unknown-key",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
auther = "Lan"
+++
"#,
        vi: r#"
lỗi[unknown-key]: không có mục nào tên “auther”
 --> content/thong-bao.md:3:1
  |
3 | auther = "Lan"
  | ^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “author”?
"#,
        en: r#"
error[unknown-key]: there is no key “auther”
 --> content/thong-bao.md:3:1
  |
3 | auther = "Lan"
  | ^^^^^^
  |
  = help: did you mean “author”?
"#,
    },
    Case {
        code: "unknown-key",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
so_trang = 3
+++
"#,
        vi: r#"
lỗi[unknown-key]: không có mục nào tên “so_trang”
 --> content/thong-bao.md:3:1
  |
3 | so_trang = 3
  | ^^^^^^^^
  |
  = cách sửa: sửa hoặc xóa dòng này; mục riêng của giao diện thì đặt trong bảng [extra]
"#,
        en: r#"
error[unknown-key]: there is no key “so_trang”
 --> content/thong-bao.md:3:1
  |
3 | so_trang = 3
  | ^^^^^^^^
  |
  = help: mend or delete the line; keys of the theme's own belong in the table [extra]
"#,
    },
    Case {
        code: "unknown-key",
        site: r#"
-- content/_index.md --
+++
title = "Trang chủ"
symbol = "57-NQ/TW"
+++
"#,
        vi: r#"
lỗi[unknown-key]: không có mục nào tên “symbol”
 --> content/_index.md:3:1
  |
3 | symbol = "57-NQ/TW"
  | ^^^^^^
  |
  = cách sửa: “symbol” chỉ dùng trong bài (kiểu document), không dùng trong _index.md
"#,
        en: r#"
error[unknown-key]: there is no key “symbol”
 --> content/_index.md:3:1
  |
3 | symbol = "57-NQ/TW"
  | ^^^^^^
  |
  = help: “symbol” is for pages (of the kind document), not for an _index.md
"#,
    },
    Case {
        code: "unknown-key",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
base-url = "https://laikhe.haiphong.gov.vn"
"#,
        vi: r#"
lỗi[unknown-key]: không có mục nào tên “base-url”
 --> site.toml:2:1
  |
2 | base-url = "https://laikhe.haiphong.gov.vn"
  | ^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “base_url”?
"#,
        en: r#"
error[unknown-key]: there is no key “base-url”
 --> site.toml:2:1
  |
2 | base-url = "https://laikhe.haiphong.gov.vn"
  | ^^^^^^^^
  |
  = help: did you mean “base_url”?
"#,
    },
    Case {
        code: "unknown-key",
        site: r#"
-- content/_data/topics.toml --
[[topics]]
id = "dat-dai"
name = "Đất đai"
"#,
        vi: r#"
lỗi[unknown-key]: không có mục nào tên “topics”
 --> content/_data/topics.toml:1:3
  |
1 | [[topics]]
  |   ^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “[[topic]]”?
"#,
        en: r#"
error[unknown-key]: there is no key “topics”
 --> content/_data/topics.toml:1:3
  |
1 | [[topics]]
  |   ^^^^^^
  |
  = help: did you mean “[[topic]]”?
"#,
    },
    Case {
        code: "unknown-key",
        site: r#"
-- content/a.md --
+++
title = "Bài"
symbol = "57-NQ/TW"
layout = "table"
+++
"#,
        vi: r#"
lỗi[unknown-key]: không có mục nào tên “symbol”
 --> content/a.md:3:1
  |
3 | symbol = "57-NQ/TW"
  | ^^^^^^
  |
  = cách sửa: “symbol” là mục của kiểu bài document: thêm dòng kind = "document", hoặc xóa dòng này

lỗi[unknown-key]: không có mục nào tên “layout”
 --> content/a.md:4:1
  |
4 | layout = "table"
  | ^^^^^^
  |
  = cách sửa: “layout” chỉ dùng trong tệp _index.md của chuyên mục
"#,
        en: r#"
error[unknown-key]: there is no key “symbol”
 --> content/a.md:3:1
  |
3 | symbol = "57-NQ/TW"
  | ^^^^^^
  |
  = help: “symbol” is a key of the kind document: add kind = "document", or delete the line

error[unknown-key]: there is no key “layout”
 --> content/a.md:4:1
  |
4 | layout = "table"
  | ^^^^^^
  |
  = help: “layout” is only for the _index.md of a section
"#,
    },
    Case {
        code: "duplicate-id",
        site: r#"
-- content/bai.md --
+++
title = "Bài"
topics = ["đất đai"]
+++
-- content/_data/topics.toml --
[[topic]]
id = "dat-dai"
name = "Đất đai"

[[topic]]
id = "đất đai"
name = "Ruộng đất"
"#,
        vi: r#"
lỗi[duplicate-id]: mã “đất đai” trùng với mã “dat-dai” đã có
 --> content/_data/topics.toml:6:6
  |
6 | id = "đất đai"
  |      ^^^^^^^^^
  |
  = cách sửa: đặt mã khác cho một trong hai, rồi sửa các bài dùng mã đó
xem thêm: lần đầu ở đây
 --> content/_data/topics.toml:2:6
  |
2 | id = "dat-dai"
  |      ^^^^^^^^^
"#,
        en: r#"
error[duplicate-id]: the id “đất đai” is the same as “dat-dai”
 --> content/_data/topics.toml:6:6
  |
6 | id = "đất đai"
  |      ^^^^^^^^^
  |
  = help: give one of them another id, and mend the pages that use it
note: the first is here
 --> content/_data/topics.toml:2:6
  |
2 | id = "dat-dai"
  |      ^^^^^^^^^
"#,
    },
    Case {
        code: "wrong-type",
        site: r#"
-- content/thong-bao.md --
+++
title = 57
draft = "true"
tags = true
weight = "10"
date = 5
source = "Báo Hải Phòng"
+++
"#,
        vi: r#"
lỗi[wrong-type]: “title” phải là chữ trong dấu ngoặc kép, không phải số nguyên
 --> content/thong-bao.md:2:9
  |
2 | title = 57
  |         ^^
  |
  = cách sửa: viết: title = "57"

lỗi[wrong-type]: “draft” phải là true hoặc false, không phải chữ trong dấu ngoặc kép
 --> content/thong-bao.md:3:9
  |
3 | draft = "true"
  |         ^^^^^^
  |
  = cách sửa: viết: draft = true

lỗi[wrong-type]: “tags” phải là danh sách trong [ ], không phải true hoặc false
 --> content/thong-bao.md:4:8
  |
4 | tags = true
  |        ^^^^
  |
  = cách sửa: ví dụ: tags = ["dịch vụ công"]

lỗi[wrong-type]: “weight” phải là số nguyên, không phải chữ trong dấu ngoặc kép
 --> content/thong-bao.md:5:10
  |
5 | weight = "10"
  |          ^^^^
  |
  = cách sửa: viết: weight = 10

lỗi[wrong-type]: “date” phải là ngày, không phải số nguyên
 --> content/thong-bao.md:6:8
  |
6 | date = 5
  |        ^
  |
  = cách sửa: ví dụ: date = 2026-11-21

lỗi[wrong-type]: “source” phải là một bảng, không phải chữ trong dấu ngoặc kép
 --> content/thong-bao.md:7:10
  |
7 | source = "Báo Hải Phòng"
  |          ^^^^^^^^^^^^^^^
  |
  = cách sửa: ví dụ: source = {name = "Tên nguồn", url = "https://…", date = 2026-11-20}
"#,
        en: r#"
error[wrong-type]: “title” must be text in quotes, not a whole number
 --> content/thong-bao.md:2:9
  |
2 | title = 57
  |         ^^
  |
  = help: write: title = "57"

error[wrong-type]: “draft” must be true or false, not text in quotes
 --> content/thong-bao.md:3:9
  |
3 | draft = "true"
  |         ^^^^^^
  |
  = help: write: draft = true

error[wrong-type]: “tags” must be a list in [ ], not true or false
 --> content/thong-bao.md:4:8
  |
4 | tags = true
  |        ^^^^
  |
  = help: for example: tags = ["dịch vụ công"]

error[wrong-type]: “weight” must be a whole number, not text in quotes
 --> content/thong-bao.md:5:10
  |
5 | weight = "10"
  |          ^^^^
  |
  = help: write: weight = 10

error[wrong-type]: “date” must be a date, not a whole number
 --> content/thong-bao.md:6:8
  |
6 | date = 5
  |        ^
  |
  = help: for example: date = 2026-11-21

error[wrong-type]: “source” must be a table, not text in quotes
 --> content/thong-bao.md:7:10
  |
7 | source = "Báo Hải Phòng"
  |          ^^^^^^^^^^^^^^^
  |
  = help: for example: source = {name = "Tên nguồn", url = "https://…", date = 2026-11-20}
"#,
    },
    Case {
        code: "wrong-type",
        site: r#"
-- content/_data/topics.toml --
[topic]
id = "dat-dai"
name = "Đất đai"
"#,
        vi: r#"
lỗi[wrong-type]: “topic” phải là nhiều bảng, mỗi bảng mở bằng [[ ]], không phải một bảng
 --> content/_data/topics.toml:1:2
  |
1 | [topic]
  |  ^^^^^
  |
  = cách sửa: viết: [[topic]]
"#,
        en: r#"
error[wrong-type]: “topic” must be tables, each opened with [[ ]], not a table
 --> content/_data/topics.toml:1:2
  |
1 | [topic]
  |  ^^^^^
  |
  = help: write: [[topic]]
"#,
    },
    Case {
        code: "wrong-type",
        site: r#"
-- content/_data/topics.toml --
[[topic]]
id = true
name = "Đất đai"
"#,
        vi: r#"
lỗi[wrong-type]: “id” phải là chữ trong dấu ngoặc kép, không phải true hoặc false
 --> content/_data/topics.toml:2:6
  |
2 | id = true
  |      ^^^^
  |
  = cách sửa: ví dụ: id = "ubnd-xa"
"#,
        en: r#"
error[wrong-type]: “id” must be text in quotes, not true or false
 --> content/_data/topics.toml:2:6
  |
2 | id = true
  |      ^^^^
  |
  = help: for example: id = "ubnd-xa"
"#,
    },
    Case {
        code: "wrong-type",
        site: r#"
-- content/nq.md --
+++
title = "Nghị quyết 57"
kind = "document"
files = [5]
topics = ["dat-dai", 7]
+++
-- site.toml --
title = "Cổng thông tin xã"
menu = "Trang chủ"
paginate = true
"#,
        vi: r#"
lỗi[wrong-type]: “files” phải là chữ trong dấu ngoặc kép, không phải số nguyên
 --> content/nq.md:4:10
  |
4 | files = [5]
  |          ^
  |
  = cách sửa: ví dụ: files = [{file = "nghi-quyet-57.pdf", title = "Toàn văn"}]

lỗi[wrong-type]: “topics” phải là chữ trong dấu ngoặc kép, không phải số nguyên
 --> content/nq.md:5:22
  |
5 | topics = ["dat-dai", 7]
  |                      ^
  |
  = cách sửa: ví dụ: topics = ["chuyen-doi-so"]

lỗi[wrong-type]: “menu” phải là nhiều bảng, mỗi bảng mở bằng [[ ]], không phải chữ trong dấu ngoặc kép
 --> site.toml:2:8
  |
2 | menu = "Trang chủ"
  |        ^^^^^^^^^^^
  |
  = cách sửa: ví dụ: [[menu]]

lỗi[wrong-type]: “paginate” phải là số nguyên, không phải true hoặc false
 --> site.toml:3:12
  |
3 | paginate = true
  |            ^^^^
  |
  = cách sửa: ví dụ: paginate = 20
"#,
        en: r#"
error[wrong-type]: “files” must be text in quotes, not a whole number
 --> content/nq.md:4:10
  |
4 | files = [5]
  |          ^
  |
  = help: for example: files = [{file = "nghi-quyet-57.pdf", title = "Toàn văn"}]

error[wrong-type]: “topics” must be text in quotes, not a whole number
 --> content/nq.md:5:22
  |
5 | topics = ["dat-dai", 7]
  |                      ^
  |
  = help: for example: topics = ["chuyen-doi-so"]

error[wrong-type]: “menu” must be tables, each opened with [[ ]], not text in quotes
 --> site.toml:2:8
  |
2 | menu = "Trang chủ"
  |        ^^^^^^^^^^^
  |
  = help: for example: [[menu]]

error[wrong-type]: “paginate” must be a whole number, not true or false
 --> site.toml:3:12
  |
3 | paginate = true
  |            ^^^^
  |
  = help: for example: paginate = 20
"#,
    },
    Case {
        code: "missing-key",
        site: r#"
-- content/thong-bao.md --
+++
date = 2026-11-20
+++
"#,
        vi: r#"
lỗi[missing-key]: thiếu mục bắt buộc “title”
 --> content/thong-bao.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: thêm: title = "Tên bài"
"#,
        en: r#"
error[missing-key]: the required key “title” is missing
 --> content/thong-bao.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: add: title = "Tên bài"
"#,
    },
    Case {
        code: "missing-key",
        site: r#"
-- content/_data/units.toml --
[[unit]]
id = "ubnd-xa"
"#,
        vi: r#"
lỗi[missing-key]: thiếu mục bắt buộc “name”
 --> content/_data/units.toml:1:1
  |
1 | [[unit]]
  | ^^^^^^^^
  |
  = cách sửa: thêm: name = "Ủy ban nhân dân xã"
"#,
        en: r#"
error[missing-key]: the required key “name” is missing
 --> content/_data/units.toml:1:1
  |
1 | [[unit]]
  | ^^^^^^^^
  |
  = help: add: name = "Ủy ban nhân dân xã"
"#,
    },
    Case {
        code: "missing-key",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
source = {url = "https://example.vn"}
+++
"#,
        vi: r#"
lỗi[missing-key]: thiếu mục bắt buộc “name”
 --> content/thong-bao.md:3:10
  |
3 | source = {url = "https://example.vn"}
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: thêm: name = "Cổng TTĐT thành phố"
"#,
        en: r#"
error[missing-key]: the required key “name” is missing
 --> content/thong-bao.md:3:10
  |
3 | source = {url = "https://example.vn"}
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: add: name = "Cổng TTĐT thành phố"
"#,
    },
    Case {
        code: "bad-date",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
date = 2026-02-30
+++
"#,
        vi: r#"
lỗi[bad-date]: ngày không hợp lệ: “2026-02-30”
 --> content/thong-bao.md:3:8
  |
3 | date = 2026-02-30
  |        ^^^^^^^^^^
  |
  = cách sửa: không có ngày này trong lịch; xem lại ngày và tháng
"#,
        en: r#"
error[bad-date]: not a valid date: “2026-02-30”
 --> content/thong-bao.md:3:8
  |
3 | date = 2026-02-30
  |        ^^^^^^^^^^
  |
  = help: the calendar has no such day; check day and month
"#,
    },
    Case {
        code: "bad-date",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
date = 21/11/2026
+++
"#,
        vi: r#"
lỗi[bad-date]: ngày không hợp lệ: “21/11/2026”
 --> content/thong-bao.md:3:8
  |
3 | date = 21/11/2026
  |        ^^^^^^^^^^
  |
  = cách sửa: viết: date = 2026-11-21
"#,
        en: r#"
error[bad-date]: not a valid date: “21/11/2026”
 --> content/thong-bao.md:3:8
  |
3 | date = 21/11/2026
  |        ^^^^^^^^^^
  |
  = help: write: date = 2026-11-21
"#,
    },
    Case {
        code: "bad-date",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
date = "31/11/2026"
+++
"#,
        vi: r#"
lỗi[bad-date]: ngày không hợp lệ: “31/11/2026”
 --> content/thong-bao.md:3:8
  |
3 | date = "31/11/2026"
  |        ^^^^^^^^^^^^
  |
  = cách sửa: không có ngày này trong lịch; xem lại ngày và tháng
"#,
        en: r#"
error[bad-date]: not a valid date: “31/11/2026”
 --> content/thong-bao.md:3:8
  |
3 | date = "31/11/2026"
  |        ^^^^^^^^^^^^
  |
  = help: the calendar has no such day; check day and month
"#,
    },
    Case {
        code: "bad-date",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
date = 2026-1-5
+++
"#,
        vi: r#"
lỗi[bad-date]: ngày không hợp lệ: “2026-1-5”
 --> content/thong-bao.md:3:8
  |
3 | date = 2026-1-5
  |        ^^^^^^^^
  |
  = cách sửa: viết: date = 2026-01-05
"#,
        en: r#"
error[bad-date]: not a valid date: “2026-1-5”
 --> content/thong-bao.md:3:8
  |
3 | date = 2026-1-5
  |        ^^^^^^^^
  |
  = help: write: date = 2026-01-05
"#,
    },
    Case {
        code: "bad-date",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
date = ngày 21 tháng 11 năm 2026
+++
"#,
        vi: r#"
lỗi[bad-date]: ngày không hợp lệ: “ngày 21 tháng 11 năm 2026”
 --> content/thong-bao.md:3:8
  |
3 | date = ngày 21 tháng 11 năm 2026
  |        ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: date = 2026-11-21
"#,
        en: r#"
error[bad-date]: not a valid date: “ngày 21 tháng 11 năm 2026”
 --> content/thong-bao.md:3:8
  |
3 | date = ngày 21 tháng 11 năm 2026
  |        ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: date = 2026-11-21
"#,
    },
    Case {
        code: "bad-date",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
date = 2026-11-21 8:00
+++
"#,
        vi: r#"
lỗi[bad-date]: ngày không hợp lệ: “2026-11-21 8:00”
 --> content/thong-bao.md:3:8
  |
3 | date = 2026-11-21 8:00
  |        ^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: date = 2026-11-21T08:00:00
"#,
        en: r#"
error[bad-date]: not a valid date: “2026-11-21 8:00”
 --> content/thong-bao.md:3:8
  |
3 | date = 2026-11-21 8:00
  |        ^^^^^^^^^^^^^^^
  |
  = help: write: date = 2026-11-21T08:00:00
"#,
    },
    Case {
        code: "bad-date",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
date = 08:30:00
+++
"#,
        vi: r#"
lỗi[bad-date]: ngày không hợp lệ: “08:30:00”
 --> content/thong-bao.md:3:8
  |
3 | date = 08:30:00
  |        ^^^^^^^^
  |
  = cách sửa: viết năm-tháng-ngày, ví dụ: 2026-11-21
"#,
        en: r#"
error[bad-date]: not a valid date: “08:30:00”
 --> content/thong-bao.md:3:8
  |
3 | date = 08:30:00
  |        ^^^^^^^^
  |
  = help: write year-month-day, for example: 2026-11-21
"#,
    },
    Case {
        code: "mixed-tones",
        site: r#"
-- content/van-hoa.md --
+++
title = "Văn hoá và Thuỷ lợi"
+++
Phát triển văn hóa, bảo vệ thủy lợi ở Hoà Bình.

Ủy quyền làm `khoẻ`, nâng cao sức khoẻ, xoá nghèo, tọa đàm.
"#,
        vi: r#"
cảnh báo[mixed-tones]: “khoẻ” đặt dấu thanh khác phần lớn các chữ trong bài (còn 1 chữ nữa như vậy)
 --> content/van-hoa.md:6:35
  |
6 | Ủy quyền làm `khoẻ`, nâng cao sức khoẻ, xoá nghèo, tọa đàm.
  |                                   ^^^^
  |
  = cách sửa: viết “khỏe”; tên riêng thì giữ nguyên cách viết của người mang tên
"#,
        en: r#"
warning[mixed-tones]: the tone mark of “khoẻ” stands elsewhere than in most words of the text (1 more)
 --> content/van-hoa.md:6:35
  |
6 | Ủy quyền làm `khoẻ`, nâng cao sức khoẻ, xoá nghèo, tọa đàm.
  |                                   ^^^^
  |
  = help: write “khỏe”; names keep their owner's spelling
"#,
    },
    Case {
        code: "tone-style",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
[check]
tones = "kiểu mới"
-- content/van-hoa.md --
+++
title = "Văn hoá"
+++
Phát triển văn hóa ở Hòa Bình, nâng cao sức khoẻ.
"#,
        vi: r#"
cảnh báo[tone-style]: “hóa” đặt dấu thanh khác cách đã chọn cho cổng (còn 0 chữ nữa như vậy)
 --> content/van-hoa.md:4:16
  |
4 | Phát triển văn hóa ở Hòa Bình, nâng cao sức khoẻ.
  |                ^^^
  |
  = cách sửa: viết “hoá”; tên riêng thì giữ nguyên cách viết của người mang tên
"#,
        en: r#"
warning[tone-style]: the tone mark of “hóa” stands elsewhere than the site wants it (0 more)
 --> content/van-hoa.md:4:16
  |
4 | Phát triển văn hóa ở Hòa Bình, nâng cao sức khoẻ.
  |                ^^^
  |
  = help: write “hoá”; names keep their owner's spelling
"#,
    },
    Case {
        code: "bad-year-day",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
[report]
deadlines = ["15/6", "31/6"]
"#,
        vi: r#"
lỗi[bad-year-day]: không có ngày “31/6” trong năm
 --> site.toml:3:22
  |
3 | deadlines = ["15/6", "31/6"]
  |                      ^^^^^^
  |
  = cách sửa: ví dụ: deadlines = ["15/6", "15/12"]
"#,
        en: r#"
error[bad-year-day]: no year has the day “31/6”
 --> site.toml:3:22
  |
3 | deadlines = ["15/6", "31/6"]
  |                      ^^^^^^
  |
  = help: for example: deadlines = ["15/6", "15/12"]
"#,
    },
    Case {
        code: "bad-year-day",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
[report]
holidays = ["2/9", "17/02/2026", "30/2"]
"#,
        vi: r#"
lỗi[bad-year-day]: không có ngày “30/2” trong năm
 --> site.toml:3:34
  |
3 | holidays = ["2/9", "17/02/2026", "30/2"]
  |                                  ^^^^^^
  |
  = cách sửa: ví dụ: holidays = ["2/9", "17/02/2026"]
"#,
        en: r#"
error[bad-year-day]: no year has the day “30/2”
 --> site.toml:3:34
  |
3 | holidays = ["2/9", "17/02/2026", "30/2"]
  |                                  ^^^^^^
  |
  = help: for example: holidays = ["2/9", "17/02/2026"]
"#,
    },
    Case {
        code: "unknown-term",
        site: r#"
-- content/_data/units.toml --
[[unit]]
id = "ubnd-xa"
name = "UBND xã"
-- content/_data/activities.toml --
[[activity]]
date = 2026-10-10
form = "phát thanh"
title = "Ngày Chuyển đổi số"
unit = "ubn-xa"
"#,
        vi: r#"
lỗi[unknown-term]: không có mã “ubn-xa” trong content/_data/units.toml
 --> content/_data/activities.toml:5:8
  |
5 | unit = "ubn-xa"
  |        ^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “ubnd-xa”?
"#,
        en: r#"
error[unknown-term]: there is no id “ubn-xa” in content/_data/units.toml
 --> content/_data/activities.toml:5:8
  |
5 | unit = "ubn-xa"
  |        ^^^^^^^^
  |
  = help: did you mean “ubnd-xa”?
"#,
    },
    Case {
        code: "bad-choice",
        site: r#"
-- content/tin-tuc.md --
+++
title = "Tin tức"
channels = ["zalo", {name = "phây búc"}]
+++
"#,
        vi: r#"
lỗi[bad-choice]: “phây búc” không dùng được cho “name”
 --> content/tin-tuc.md:3:29
  |
3 | channels = ["zalo", {name = "phây búc"}]
  |                             ^^^^^^^^^^
  |
  = cách sửa: dùng được: facebook, zalo, youtube, tiktok, truyen-thanh, thu-dien-tu, ban-tin, bang-tin
"#,
        en: r#"
error[bad-choice]: “phây búc” cannot be used for “name”
 --> content/tin-tuc.md:3:29
  |
3 | channels = ["zalo", {name = "phây búc"}]
  |                             ^^^^^^^^^^
  |
  = help: known: facebook, zalo, youtube, tiktok, truyen-thanh, thu-dien-tu, ban-tin, bang-tin
"#,
    },
    Case {
        code: "bad-choice",
        site: r#"
-- content/tin-tuc/_index.md --
+++
title = "Tin tức"
layout = "tabel"
+++
"#,
        vi: r#"
lỗi[bad-choice]: “tabel” không dùng được cho “layout”
 --> content/tin-tuc/_index.md:3:10
  |
3 | layout = "tabel"
  |          ^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “table”?
"#,
        en: r#"
error[bad-choice]: “tabel” cannot be used for “layout”
 --> content/tin-tuc/_index.md:3:10
  |
3 | layout = "tabel"
  |          ^^^^^^^
  |
  = help: did you mean “table”?
"#,
    },
    Case {
        code: "bad-choice",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
review = {status = "rồi"}
+++
"#,
        vi: r#"
lỗi[bad-choice]: “rồi” không dùng được cho “status”
 --> content/thong-bao.md:3:20
  |
3 | review = {status = "rồi"}
  |                    ^^^^^
  |
  = cách sửa: dùng được: nhap, cho-duyet, da-duyet, go
"#,
        en: r#"
error[bad-choice]: “rồi” cannot be used for “status”
 --> content/thong-bao.md:3:20
  |
3 | review = {status = "rồi"}
  |                    ^^^^^
  |
  = help: known: nhap, cho-duyet, da-duyet, go
"#,
    },
    Case {
        code: "out-of-range",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
nq57_tasks = [1, 8]
+++
"#,
        vi: r#"
lỗi[out-of-range]: “nq57_tasks” phải từ 1 đến 7
 --> content/thong-bao.md:3:18
  |
3 | nq57_tasks = [1, 8]
  |                  ^
  |
  = cách sửa: ví dụ: nq57_tasks = [1, 5]
"#,
        en: r#"
error[out-of-range]: “nq57_tasks” must be from 1 to 7
 --> content/thong-bao.md:3:18
  |
3 | nq57_tasks = [1, 8]
  |                  ^
  |
  = help: for example: nq57_tasks = [1, 5]
"#,
    },
    Case {
        code: "updated-before-date",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
date = 2026-11-20
updated = 2026-11-02
+++
"#,
        vi: r#"
cảnh báo[updated-before-date]: ngày cập nhật sớm hơn ngày đăng
 --> content/thong-bao.md:4:11
  |
4 | updated = 2026-11-02
  |           ^^^^^^^^^^
  |
  = cách sửa: sửa “updated” thành ngày sửa bài gần nhất, hoặc bỏ dòng này
"#,
        en: r#"
warning[updated-before-date]: the update is earlier than the date
 --> content/thong-bao.md:4:11
  |
4 | updated = 2026-11-02
  |           ^^^^^^^^^^
  |
  = help: change “updated” to the day of the last change, or remove the line
"#,
    },
    Case {
        code: "expires-before-date",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
date = 2026-11-20
expires = 2026-10-31
+++
"#,
        vi: r#"
lỗi[expires-before-date]: bài hết hạn trước khi được đăng
 --> content/thong-bao.md:4:11
  |
4 | expires = 2026-10-31
  |           ^^^^^^^^^^
  |
  = cách sửa: sửa “expires” thành một ngày sau “date”
"#,
        en: r#"
error[expires-before-date]: the page expires before it appears
 --> content/thong-bao.md:4:11
  |
4 | expires = 2026-10-31
  |           ^^^^^^^^^^
  |
  = help: change “expires” to a day after “date”
"#,
    },
    Case {
        code: "unknown-kind",
        site: r#"
-- content/nghi-quyet.md --
+++
title = "Nghị quyết 57"
kind = "documnet"
symbol = "57-NQ/TW"
issuer = "Bộ Chính trị"
+++
"#,
        vi: r#"
lỗi[unknown-kind]: không có kiểu bài “documnet”
 --> content/nghi-quyet.md:3:8
  |
3 | kind = "documnet"
  |        ^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “document”?
"#,
        en: r#"
error[unknown-kind]: there is no kind “documnet”
 --> content/nghi-quyet.md:3:8
  |
3 | kind = "documnet"
  |        ^^^^^^^^^^
  |
  = help: did you mean “document”?
"#,
    },
    Case {
        code: "unknown-kind",
        site: r#"
-- content/tin-tuc/_index.md --
+++
title = "Tin tức"
child_kind = "tin"
+++
-- content/tin-tuc/hop.md --
+++
title = "Họp thôn"
symbol = "5/TB-UBND"
+++
"#,
        vi: r#"
lỗi[unknown-kind]: không có kiểu bài “tin”
 --> content/tin-tuc/_index.md:3:14
  |
3 | child_kind = "tin"
  |              ^^^^^
  |
  = cách sửa: dùng được: article, page, document, infographic, event, campaign, guide, question, correction, video, model, reprint
"#,
        en: r#"
error[unknown-kind]: there is no kind “tin”
 --> content/tin-tuc/_index.md:3:14
  |
3 | child_kind = "tin"
  |              ^^^^^
  |
  = help: known: article, page, document, infographic, event, campaign, guide, question, correction, video, model, reprint
"#,
    },
    Case {
        code: "unknown-term",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
topics = ["dat-dai", "chuyen-doi-soo"]
+++
-- content/_data/topics.toml --
[[topic]]
id = "chuyen-doi-so"
name = "Chuyển đổi số"

[[topic]]
id = "dat-dai"
name = "Đất đai"
"#,
        vi: r#"
lỗi[unknown-term]: không có mã “chuyen-doi-soo” trong content/_data/topics.toml
 --> content/thong-bao.md:3:22
  |
3 | topics = ["dat-dai", "chuyen-doi-soo"]
  |                      ^^^^^^^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “chuyen-doi-so”?
"#,
        en: r#"
error[unknown-term]: there is no id “chuyen-doi-soo” in content/_data/topics.toml
 --> content/thong-bao.md:3:22
  |
3 | topics = ["dat-dai", "chuyen-doi-soo"]
  |                      ^^^^^^^^^^^^^^^^
  |
  = help: did you mean “chuyen-doi-so”?
"#,
    },
    Case {
        code: "unknown-term",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
topics = ["dat-dai", "Chuyển đổi số"]
+++
-- content/_data/topics.toml --
[[topic]]
id = "chuyen-doi-so"
name = "Chuyển đổi số"

[[topic]]
id = "dat-dai"
name = "Đất đai"
"#,
        vi: r#"
lỗi[unknown-term]: không có mã “Chuyển đổi số” trong content/_data/topics.toml
 --> content/thong-bao.md:3:22
  |
3 | topics = ["dat-dai", "Chuyển đổi số"]
  |                      ^^^^^^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “chuyen-doi-so”?
"#,
        en: r#"
error[unknown-term]: there is no id “Chuyển đổi số” in content/_data/topics.toml
 --> content/thong-bao.md:3:22
  |
3 | topics = ["dat-dai", "Chuyển đổi số"]
  |                      ^^^^^^^^^^^^^^^
  |
  = help: did you mean “chuyen-doi-so”?
"#,
    },
    Case {
        code: "unknown-term",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
topics = ["dat-dai", "y-te"]
+++
-- content/_data/topics.toml --
[[topic]]
id = "chuyen-doi-so"
name = "Chuyển đổi số"

[[topic]]
id = "dat-dai"
name = "Đất đai"
"#,
        vi: r#"
lỗi[unknown-term]: không có mã “y-te” trong content/_data/topics.toml
 --> content/thong-bao.md:3:22
  |
3 | topics = ["dat-dai", "y-te"]
  |                      ^^^^^^
  |
  = cách sửa: dùng được: chuyen-doi-so, dat-dai
  = cách sửa: sửa mã, hoặc thêm một mục mới vào content/_data/topics.toml
"#,
        en: r#"
error[unknown-term]: there is no id “y-te” in content/_data/topics.toml
 --> content/thong-bao.md:3:22
  |
3 | topics = ["dat-dai", "y-te"]
  |                      ^^^^^^
  |
  = help: known: chuyen-doi-so, dat-dai
  = help: mend the id, or add an entry to content/_data/topics.toml
"#,
    },
    Case {
        code: "unknown-term",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
unit = "ubnd"
+++
-- content/_data/units.toml --
[[unit]]
id = "ubnd-xa"
name = "Ủy ban nhân dân xã"
"#,
        vi: r#"
lỗi[unknown-term]: không có mã “ubnd” trong content/_data/units.toml
 --> content/thong-bao.md:3:8
  |
3 | unit = "ubnd"
  |        ^^^^^^
  |
  = cách sửa: dùng được: ubnd-xa
  = cách sửa: sửa mã, hoặc thêm một mục mới vào content/_data/units.toml
"#,
        en: r#"
error[unknown-term]: there is no id “ubnd” in content/_data/units.toml
 --> content/thong-bao.md:3:8
  |
3 | unit = "ubnd"
  |        ^^^^^^
  |
  = help: known: ubnd-xa
  = help: mend the id, or add an entry to content/_data/units.toml
"#,
    },
    Case {
        code: "near-tag",
        site: r#"
-- content/bai-1.md --
+++
title = "Bài 1"
tags = ["chuyển đổi số"]
+++
-- content/bai-2.md --
+++
title = "Bài 2"
tags = ["chuyển đổi số"]
+++
-- content/bai-3.md --
+++
title = "Bài 3"
tags = ["chuyển đổi số"]
+++
-- content/bai-4.md --
+++
title = "Bài 4"
tags = ["chuyễn đổi sô"]
+++
-- content/bai-5.md --
+++
title = "Bài 5"
tags = ["chuyển đổ số"]
+++
"#,
        vi: r#"
cảnh báo[near-tag]: thẻ “chuyển đổ số” gần giống thẻ “chuyển đổi số” đã dùng ở 4 bài khác
 --> content/bai-5.md:3:9
  |
3 | tags = ["chuyển đổ số"]
  |         ^^^^^^^^^^^^^^
  |
  = cách sửa: dùng cùng một cách viết để các bài vào cùng một thẻ
"#,
        en: r#"
warning[near-tag]: the tag “chuyển đổ số” is nearly the tag “chuyển đổi số” used by 4 other pages
 --> content/bai-5.md:3:9
  |
3 | tags = ["chuyển đổ số"]
  |         ^^^^^^^^^^^^^^
  |
  = help: spell it the same way so that the pages share one tag
"#,
    },
    Case {
        code: "empty-slug",
        site: r#"
-- content/!!!.md --
+++
title = "Thông báo"
+++
"#,
        vi: r#"
lỗi[empty-slug]: không tạo được địa chỉ trang từ “!!!”
 --> content/!!!.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: đặt slug = "dia-chi-khong-dau" trong phần đầu bài
"#,
        en: r#"
error[empty-slug]: no address can be made from “!!!”
 --> content/!!!.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: set slug = "plain-address" in the front matter
"#,
    },
    Case {
        code: "empty-slug",
        site: r#"
-- content/???/_index.md --
+++
title = "Hỏi đáp"
+++
"#,
        vi: r#"
lỗi[empty-slug]: không tạo được địa chỉ trang từ “???”
 --> content/???/_index.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: đặt slug = "dia-chi-khong-dau" trong phần đầu bài
"#,
        en: r#"
error[empty-slug]: no address can be made from “???”
 --> content/???/_index.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: set slug = "plain-address" in the front matter
"#,
    },
    Case {
        code: "empty-slug",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
tags = ["đất đai", "?"]
+++
"#,
        vi: r#"
lỗi[empty-slug]: không tạo được địa chỉ trang từ “?”
 --> content/thong-bao.md:3:20
  |
3 | tags = ["đất đai", "?"]
  |                    ^^^
  |
  = cách sửa: đặt tên có ít nhất một chữ cái hoặc chữ số
"#,
        en: r#"
error[empty-slug]: no address can be made from “?”
 --> content/thong-bao.md:3:20
  |
3 | tags = ["đất đai", "?"]
  |                    ^^^
  |
  = help: give a name with at least one letter or digit
"#,
    },
    Case {
        code: "empty-slug",
        site: r#"
-- content/_data/topics.toml --
[[topic]]
id = "?"
name = "Hỏi"
"#,
        vi: r#"
lỗi[empty-slug]: không tạo được địa chỉ trang từ “?”
 --> content/_data/topics.toml:2:6
  |
2 | id = "?"
  |      ^^^
  |
  = cách sửa: đặt tên có ít nhất một chữ cái hoặc chữ số
"#,
        en: r#"
error[empty-slug]: no address can be made from “?”
 --> content/_data/topics.toml:2:6
  |
2 | id = "?"
  |      ^^^
  |
  = help: give a name with at least one letter or digit
"#,
    },
    Case {
        code: "slug-not-plain",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
slug = "Thông báo 1"
+++
"#,
        vi: r#"
lỗi[slug-not-plain]: địa chỉ “Thông báo 1” có ký tự không dùng được
 --> content/thong-bao.md:3:8
  |
3 | slug = "Thông báo 1"
  |        ^^^^^^^^^^^^^
  |
  = cách sửa: viết: slug = "thong-bao-1"
"#,
        en: r#"
error[slug-not-plain]: the address “Thông báo 1” has characters that cannot be used
 --> content/thong-bao.md:3:8
  |
3 | slug = "Thông báo 1"
  |        ^^^^^^^^^^^^^
  |
  = help: write: slug = "thong-bao-1"
"#,
    },
    Case {
        code: "slug-not-plain",
        site: r#"
-- content/tin-tuc/_index.md --
+++
title = "Tin tức"
slug = "Tin Tức"
+++
"#,
        vi: r#"
lỗi[slug-not-plain]: địa chỉ “Tin Tức” có ký tự không dùng được
 --> content/tin-tuc/_index.md:3:8
  |
3 | slug = "Tin Tức"
  |        ^^^^^^^^^
  |
  = cách sửa: viết: slug = "tin-tuc"
"#,
        en: r#"
error[slug-not-plain]: the address “Tin Tức” has characters that cannot be used
 --> content/tin-tuc/_index.md:3:8
  |
3 | slug = "Tin Tức"
  |        ^^^^^^^^^
  |
  = help: write: slug = "tin-tuc"
"#,
    },
    Case {
        code: "windows-name",
        site: r#"
-- content/hop.md --
+++
title = "Con"
slug = "con"
+++
"#,
        vi: r#"
cảnh báo[windows-name]: địa chỉ /con/ có tên “con” mà Windows dành cho thiết bị: máy Windows không dựng được cổng này
 --> content/hop.md:3:8
  |
3 | slug = "con"
  |        ^^^^^
  |
  = cách sửa: đổi slug, tên tệp hoặc tên thẻ cho khác đi, ví dụ: slug = "con-2"
"#,
        en: r#"
warning[windows-name]: the address /con/ has the name “con”, which Windows keeps for a device: no Windows machine can build this site
 --> content/hop.md:3:8
  |
3 | slug = "con"
  |        ^^^^^
  |
  = help: change the slug, the file's name or the tag's, for example: slug = "con-2"
"#,
    },
    Case {
        code: "duplicate-url",
        site: r#"
-- content/hop.md --
+++
title = "Họp thôn"
+++
-- content/hop-thon.md --
+++
title = "Họp thôn lần hai"
slug = "hop"
+++
"#,
        vi: r#"
lỗi[duplicate-url]: địa chỉ /hop/ đã có trang hoặc tệp khác dùng
 --> content/hop.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: đặt slug khác cho một trong hai, hoặc đổi tên tệp
xem thêm: trang hoặc tệp kia ở đây
 --> content/hop-thon.md:3:8
  |
3 | slug = "hop"
  |        ^^^^^
"#,
        en: r#"
error[duplicate-url]: the address /hop/ is used by another page or file
 --> content/hop.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: give one of them another slug, or rename a file
note: the other page or file is here
 --> content/hop-thon.md:3:8
  |
3 | slug = "hop"
  |        ^^^^^
"#,
    },
    Case {
        code: "duplicate-url",
        site: r#"
-- content/Tin tức/_index.md --
+++
title = "Tin tức"
+++
-- content/tin-tuc/_index.md --
+++
title = "Tin xã"
+++
"#,
        vi: r#"
lỗi[duplicate-url]: địa chỉ /tin-tuc/ đã có trang hoặc tệp khác dùng
 --> content/tin-tuc/_index.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: đặt slug khác cho một trong hai, hoặc đổi tên tệp
xem thêm: trang hoặc tệp kia ở đây
 --> content/Tin tức/_index.md:1:1
  |
1 | +++
  | ^^^
"#,
        en: r#"
error[duplicate-url]: the address /tin-tuc/ is used by another page or file
 --> content/tin-tuc/_index.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: give one of them another slug, or rename a file
note: the other page or file is here
 --> content/Tin tức/_index.md:1:1
  |
1 | +++
  | ^^^
"#,
    },
    Case {
        code: "duplicate-url",
        site: r#"
-- content/hop.md --
+++
title = "Họp thôn"
+++
-- content/hop-thon.md --
+++
title = "Họp thôn lần hai"
aliases = ["/hop-cu/", "/hop/"]
+++
"#,
        vi: r#"
lỗi[duplicate-url]: địa chỉ /hop/ đã có trang hoặc tệp khác dùng
 --> content/hop-thon.md:3:24
  |
3 | aliases = ["/hop-cu/", "/hop/"]
  |                        ^^^^^^^
  |
  = cách sửa: bỏ địa chỉ cũ này, hoặc đổi địa chỉ của trang kia
xem thêm: trang hoặc tệp kia ở đây
 --> content/hop.md:1:1
  |
1 | +++
  | ^^^
"#,
        en: r#"
error[duplicate-url]: the address /hop/ is used by another page or file
 --> content/hop-thon.md:3:24
  |
3 | aliases = ["/hop-cu/", "/hop/"]
  |                        ^^^^^^^
  |
  = help: remove this alias, or change the address of the other page
note: the other page or file is here
 --> content/hop.md:1:1
  |
1 | +++
  | ^^^
"#,
    },
    Case {
        code: "duplicate-url",
        site: r#"
-- content/hop.md --
+++
title = "Họp thôn"
+++
-- static/hop/index.html --
<p>Họp</p>
"#,
        vi: r#"
lỗi[duplicate-url]: địa chỉ /hop/ đã có trang hoặc tệp khác dùng
 --> content/hop.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: đặt slug khác cho một trong hai, hoặc đổi tên tệp
xem thêm: trang hoặc tệp kia ở đây
 --> static/hop/index.html
"#,
        en: r#"
error[duplicate-url]: the address /hop/ is used by another page or file
 --> content/hop.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: give one of them another slug, or rename a file
note: the other page or file is here
 --> static/hop/index.html
"#,
    },
    Case {
        code: "duplicate-url",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
[Sơ đồ cũ](<Sơ đồ.svg>)
[Sơ đồ](so-do.svg)
-- content/so-do.svg --
<svg width="1" height="1"></svg>
-- content/Sơ đồ.svg --
<svg width="2" height="2"></svg>
"#,
        vi: r#"
lỗi[duplicate-url]: địa chỉ /so-do.svg đã có trang hoặc tệp khác dùng
 --> content/a.md:5:9
  |
5 | [Sơ đồ](so-do.svg)
  |         ^^^^^^^^^
  |
  = cách sửa: đổi tên một trong hai tệp
xem thêm: tệp kia ở đây
 --> content/Sơ đồ.svg
"#,
        en: r#"
error[duplicate-url]: the address /so-do.svg is used by another page or file
 --> content/a.md:5:9
  |
5 | [Sơ đồ](so-do.svg)
  |         ^^^^^^^^^
  |
  = help: rename one of the two files
note: the other file is here
 --> content/Sơ đồ.svg
"#,
    },
    Case {
        code: "reserved-url",
        site: r#"
-- content/chu-de.md --
+++
title = "Chủ đề"
+++
"#,
        vi: r#"
lỗi[reserved-url]: địa chỉ /chu-de/ dành cho trang do chương trình tạo
 --> content/chu-de.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: đặt slug khác trong phần đầu bài, hoặc đổi tên tệp, thư mục
"#,
        en: r#"
error[reserved-url]: the address /chu-de/ is taken by a page that the program makes
 --> content/chu-de.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: set another slug in the front matter, or rename the file or folder
"#,
    },
    Case {
        code: "reserved-url",
        site: r#"
-- content/tim-kiem/_index.md --
+++
title = "Tìm kiếm"
+++
"#,
        vi: r#"
lỗi[reserved-url]: địa chỉ /tim-kiem/ dành cho trang do chương trình tạo
 --> content/tim-kiem/_index.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: đặt slug khác trong phần đầu bài, hoặc đổi tên tệp, thư mục
"#,
        en: r#"
error[reserved-url]: the address /tim-kiem/ is taken by a page that the program makes
 --> content/tim-kiem/_index.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: set another slug in the front matter, or rename the file or folder
"#,
    },
    Case {
        code: "reserved-url",
        site: r#"
-- content/du-lieu/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
cảnh báo[missing-index]: chuyên mục “du-lieu” chưa có tệp _index.md; tên thư mục được dùng làm tên chuyên mục
--> content/du-lieu/_index.md
 = cách sửa: tạo tệp content/du-lieu/_index.md có ba dòng: +++ rồi title = "Tên chuyên mục" rồi +++

lỗi[reserved-url]: địa chỉ /du-lieu/ dành cho trang do chương trình tạo
--> content/du-lieu/_index.md
 = cách sửa: đặt slug khác trong phần đầu bài, hoặc đổi tên tệp, thư mục
"#,
        en: r#"
warning[missing-index]: the section “du-lieu” has no _index.md; the folder's name is used as its title
--> content/du-lieu/_index.md
 = help: make the file content/du-lieu/_index.md with three lines: +++ then title = "Section title" then +++

error[reserved-url]: the address /du-lieu/ is taken by a page that the program makes
--> content/du-lieu/_index.md
 = help: set another slug in the front matter, or rename the file or folder
"#,
    },
    Case {
        code: "bad-alias",
        site: r#"
-- content/hop.md --
+++
title = "Họp thôn"
aliases = ["/hop-cu/", "../hop"]
+++
"#,
        vi: r#"
lỗi[bad-alias]: địa chỉ cũ “../hop” không hợp lệ
 --> content/hop.md:3:24
  |
3 | aliases = ["/hop-cu/", "../hop"]
  |                        ^^^^^^^^
  |
  = cách sửa: viết như: aliases = ["/tin-tuc/ten-cu/"]
"#,
        en: r#"
error[bad-alias]: the alias “../hop” is not valid
 --> content/hop.md:3:24
  |
3 | aliases = ["/hop-cu/", "../hop"]
  |                        ^^^^^^^^
  |
  = help: write: aliases = ["/tin-tuc/old-name/"]
"#,
    },
    Case {
        code: "broken-link",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xem [thông báo](thong-bap.md) và [tin](tin-tuc/khac.md).
-- content/thong-bao.md --
+++
title = "Thông báo"
+++
"#,
        vi: r#"
lỗi[broken-link]: liên kết hỏng: không có trang hay tệp “thong-bap.md”
 --> content/a.md:4:17
  |
4 | Xem [thông báo](thong-bap.md) và [tin](tin-tuc/khac.md).
  |                 ^^^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “thong-bao.md”?

lỗi[broken-link]: liên kết hỏng: không có trang hay tệp “tin-tuc/khac.md”
 --> content/a.md:4:40
  |
4 | Xem [thông báo](thong-bap.md) và [tin](tin-tuc/khac.md).
  |                                        ^^^^^^^^^^^^^^^
  |
  = cách sửa: xem lại tên tệp; đường dẫn tính từ thư mục của bài này (../van-ban/ten-bai.md) hoặc từ gốc (/van-ban/ten-bai/)
"#,
        en: r#"
error[broken-link]: broken link: there is no page or file “thong-bap.md”
 --> content/a.md:4:17
  |
4 | Xem [thông báo](thong-bap.md) và [tin](tin-tuc/khac.md).
  |                 ^^^^^^^^^^^^
  |
  = help: did you mean “thong-bao.md”?

error[broken-link]: broken link: there is no page or file “tin-tuc/khac.md”
 --> content/a.md:4:40
  |
4 | Xem [thông báo](thong-bap.md) và [tin](tin-tuc/khac.md).
  |                                        ^^^^^^^^^^^^^^^
  |
  = help: check the file's name; a path counts from this page's folder (../documents/page.md) or from the root (/documents/page/)
"#,
    },
    Case {
        code: "broken-link",
        site: r#"
-- content/tin-tuc/_index.md --
+++
title = "Tin tức"
+++
Xem [thông báo](thong-bao.md), [mẫu đơn](/mau-don.pdf), [giới thiệu](/gioi-thieu) và [ngoài](../../../a.md).
-- content/van-ban/_index.md --
+++
title = "Văn bản"
+++
-- content/van-ban/thong-bao.md --
+++
title = "Thông báo"
+++
-- static/mau-don.docx --
x
"#,
        vi: r#"
lỗi[broken-link]: liên kết hỏng: không có trang hay tệp “thong-bao.md”
 --> content/tin-tuc/_index.md:4:17
  |
4 | Xem [thông báo](thong-bao.md), [mẫu đơn](/mau-don.pdf), [giới thiệu](/gioi-thieu) và [ngoài](../../../a.md).
  |                 ^^^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “../van-ban/thong-bao.md”?

lỗi[broken-link]: liên kết hỏng: không có trang hay tệp “/mau-don.pdf”
 --> content/tin-tuc/_index.md:4:42
  |
4 | Xem [thông báo](thong-bao.md), [mẫu đơn](/mau-don.pdf), [giới thiệu](/gioi-thieu) và [ngoài](../../../a.md).
  |                                          ^^^^^^^^^^^^
  |
  = cách sửa: xem lại tên tệp; đường dẫn tính từ thư mục của bài này (../van-ban/ten-bai.md) hoặc từ gốc (/van-ban/ten-bai/)

lỗi[broken-link]: liên kết hỏng: không có trang hay tệp “/gioi-thieu”
 --> content/tin-tuc/_index.md:4:70
  |
4 | Xem [thông báo](thong-bao.md), [mẫu đơn](/mau-don.pdf), [giới thiệu](/gioi-thieu) và [ngoài](../../../a.md).
  |                                                                      ^^^^^^^^^^^
  |
  = cách sửa: xem lại tên tệp; đường dẫn tính từ thư mục của bài này (../van-ban/ten-bai.md) hoặc từ gốc (/van-ban/ten-bai/)

lỗi[broken-link]: liên kết hỏng: không có trang hay tệp “../../../a.md”
 --> content/tin-tuc/_index.md:4:94
  |
4 | Xem [thông báo](thong-bao.md), [mẫu đơn](/mau-don.pdf), [giới thiệu](/gioi-thieu) và [ngoài](../../../a.md).
  |                                                                                              ^^^^^^^^^^^^^
  |
  = cách sửa: xem lại tên tệp; đường dẫn tính từ thư mục của bài này (../van-ban/ten-bai.md) hoặc từ gốc (/van-ban/ten-bai/)
"#,
        en: r#"
error[broken-link]: broken link: there is no page or file “thong-bao.md”
 --> content/tin-tuc/_index.md:4:17
  |
4 | Xem [thông báo](thong-bao.md), [mẫu đơn](/mau-don.pdf), [giới thiệu](/gioi-thieu) và [ngoài](../../../a.md).
  |                 ^^^^^^^^^^^^
  |
  = help: did you mean “../van-ban/thong-bao.md”?

error[broken-link]: broken link: there is no page or file “/mau-don.pdf”
 --> content/tin-tuc/_index.md:4:42
  |
4 | Xem [thông báo](thong-bao.md), [mẫu đơn](/mau-don.pdf), [giới thiệu](/gioi-thieu) và [ngoài](../../../a.md).
  |                                          ^^^^^^^^^^^^
  |
  = help: check the file's name; a path counts from this page's folder (../documents/page.md) or from the root (/documents/page/)

error[broken-link]: broken link: there is no page or file “/gioi-thieu”
 --> content/tin-tuc/_index.md:4:70
  |
4 | Xem [thông báo](thong-bao.md), [mẫu đơn](/mau-don.pdf), [giới thiệu](/gioi-thieu) và [ngoài](../../../a.md).
  |                                                                      ^^^^^^^^^^^
  |
  = help: check the file's name; a path counts from this page's folder (../documents/page.md) or from the root (/documents/page/)

error[broken-link]: broken link: there is no page or file “../../../a.md”
 --> content/tin-tuc/_index.md:4:94
  |
4 | Xem [thông báo](thong-bao.md), [mẫu đơn](/mau-don.pdf), [giới thiệu](/gioi-thieu) và [ngoài](../../../a.md).
  |                                                                                              ^^^^^^^^^^^^^
  |
  = help: check the file's name; a path counts from this page's folder (../documents/page.md) or from the root (/documents/page/)
"#,
    },
    Case {
        code: "broken-link",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"

[[menu]]
title = "Tin tức"
url = "/tin-tcu/"
-- content/tin-tuc/_index.md --
+++
title = "Tin tức"
+++
"#,
        vi: r#"
lỗi[broken-link]: liên kết hỏng: không có trang hay tệp “/tin-tcu/”
 --> site.toml:5:7
  |
5 | url = "/tin-tcu/"
  |       ^^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “/tin-tuc/”?
"#,
        en: r#"
error[broken-link]: broken link: there is no page or file “/tin-tcu/”
 --> site.toml:5:7
  |
5 | url = "/tin-tcu/"
  |       ^^^^^^^^^^^
  |
  = help: did you mean “/tin-tuc/”?
"#,
    },
    Case {
        code: "broken-anchor",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xem [liên hệ](thong-bao.md#lien-hẹ) và [dưới đây](#cuoi).

## Cuối bài
-- content/thong-bao.md --
+++
title = "Thông báo"
+++
## Liên hệ
"#,
        vi: r#"
lỗi[broken-anchor]: trang “content/thong-bao.md” không có tiêu đề nào mang tên “#lien-hẹ”
 --> content/a.md:4:15
  |
4 | Xem [liên hệ](thong-bao.md#lien-hẹ) và [dưới đây](#cuoi).
  |               ^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “#lien-he”?

lỗi[broken-anchor]: trang “content/a.md” không có tiêu đề nào mang tên “#cuoi”
 --> content/a.md:4:51
  |
4 | Xem [liên hệ](thong-bao.md#lien-hẹ) và [dưới đây](#cuoi).
  |                                                   ^^^^^
  |
  = cách sửa: dùng được: #cuoi-bai
  = cách sửa: sửa phần sau dấu # của liên kết, hoặc bỏ “#cuoi”
"#,
        en: r#"
error[broken-anchor]: the page “content/thong-bao.md” has no heading “#lien-hẹ”
 --> content/a.md:4:15
  |
4 | Xem [liên hệ](thong-bao.md#lien-hẹ) và [dưới đây](#cuoi).
  |               ^^^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean “#lien-he”?

error[broken-anchor]: the page “content/a.md” has no heading “#cuoi”
 --> content/a.md:4:51
  |
4 | Xem [liên hệ](thong-bao.md#lien-hẹ) và [dưới đây](#cuoi).
  |                                                   ^^^^^
  |
  = help: known: #cuoi-bai
  = help: mend what follows the # of the link, or remove “#cuoi”
"#,
    },
    Case {
        code: "broken-anchor",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xem [liên hệ](thong-bao.md#lien-he).
-- content/thong-bao.md --
+++
title = "Thông báo"
+++
"#,
        vi: r#"
lỗi[broken-anchor]: trang “content/thong-bao.md” không có tiêu đề nào mang tên “#lien-he”
 --> content/a.md:4:15
  |
4 | Xem [liên hệ](thong-bao.md#lien-he).
  |               ^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: sửa phần sau dấu # của liên kết, hoặc bỏ “#lien-he”
"#,
        en: r#"
error[broken-anchor]: the page “content/thong-bao.md” has no heading “#lien-he”
 --> content/a.md:4:15
  |
4 | Xem [liên hệ](thong-bao.md#lien-he).
  |               ^^^^^^^^^^^^^^^^^^^^
  |
  = help: mend what follows the # of the link, or remove “#lien-he”
"#,
    },
    Case {
        code: "link-to-hidden",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xem [thông báo](thong-bao.md).
-- content/thong-bao.md --
+++
title = "Thông báo"
draft = true
+++
"#,
        vi: r#"
lỗi[link-to-hidden]: trang “thong-bao.md” hiện không được đăng nên liên kết này sẽ hỏng
 --> content/a.md:4:17
  |
4 | Xem [thông báo](thong-bao.md).
  |                 ^^^^^^^^^^^^
  |
  = cách sửa: bỏ liên kết này, hoặc cho đăng trang kia
xem thêm: trang kia ở đây: bản nháp
 --> content/thong-bao.md
"#,
        en: r#"
error[link-to-hidden]: the page “thong-bao.md” is not published, so this link would be broken
 --> content/a.md:4:17
  |
4 | Xem [thông báo](thong-bao.md).
  |                 ^^^^^^^^^^^^
  |
  = help: remove the link, or publish the other page
note: the other page is here: draft
 --> content/thong-bao.md
"#,
    },
    Case {
        code: "link-to-hidden",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xem [thông báo](/thong-bao/).
-- content/thong-bao.md --
+++
title = "Thông báo"
date = 2026-12-01
+++
"#,
        vi: r#"
lỗi[link-to-hidden]: trang “/thong-bao/” hiện không được đăng nên liên kết này sẽ hỏng
 --> content/a.md:4:17
  |
4 | Xem [thông báo](/thong-bao/).
  |                 ^^^^^^^^^^^
  |
  = cách sửa: bỏ liên kết này, hoặc cho đăng trang kia
xem thêm: trang kia ở đây: hẹn đăng 01/12/2026
 --> content/thong-bao.md
"#,
        en: r#"
error[link-to-hidden]: the page “/thong-bao/” is not published, so this link would be broken
 --> content/a.md:4:17
  |
4 | Xem [thông báo](/thong-bao/).
  |                 ^^^^^^^^^^^
  |
  = help: remove the link, or publish the other page
note: the other page is here: to appear on 01/12/2026
 --> content/thong-bao.md
"#,
    },
    Case {
        code: "unsafe-link",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
[Bấm vào đây](javascript:alert(1)) hoặc <a href="data:text/html,x">đây</a>.
"#,
        vi: r#"
lỗi[unsafe-link]: liên kết “javascript:alert(1)” không an toàn
 --> content/a.md:4:15
  |
4 | [Bấm vào đây](javascript:alert(1)) hoặc <a href="data:text/html,x">đây</a>.
  |               ^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: chỉ dùng địa chỉ https:, http:, mailto:, tel:, sms: hoặc đường dẫn trong trang

lỗi[unsafe-link]: liên kết “data:text/html,x” không an toàn
 --> content/a.md:4:41
  |
4 | [Bấm vào đây](javascript:alert(1)) hoặc <a href="data:text/html,x">đây</a>.
  |                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: chỉ dùng địa chỉ https:, http:, mailto:, tel:, sms: hoặc đường dẫn trong trang
"#,
        en: r#"
error[unsafe-link]: the link “javascript:alert(1)” is not safe
 --> content/a.md:4:15
  |
4 | [Bấm vào đây](javascript:alert(1)) hoặc <a href="data:text/html,x">đây</a>.
  |               ^^^^^^^^^^^^^^^^^^^
  |
  = help: use only https:, http:, mailto:, tel:, sms: or a path within the site

error[unsafe-link]: the link “data:text/html,x” is not safe
 --> content/a.md:4:41
  |
4 | [Bấm vào đây](javascript:alert(1)) hoặc <a href="data:text/html,x">đây</a>.
  |                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: use only https:, http:, mailto:, tel:, sms: or a path within the site
"#,
    },
    Case {
        code: "broken-image",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Họp thôn](hop.JPG)
-- content/hop.jpg --
x
"#,
        vi: r#"
lỗi[broken-image]: không có tệp ảnh “hop.JPG”
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.JPG)
  |             ^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “hop.jpg”?
"#,
        en: r#"
error[broken-image]: there is no picture “hop.JPG”
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.JPG)
  |             ^^^^^^^
  |
  = help: did you mean “hop.jpg”?
"#,
    },
    Case {
        code: "broken-image",
        site: r#"
-- content/a.md --
+++
title = "Bài"
image = "hop.jpg"
image_alt = "Họp thôn"
+++
"#,
        vi: r#"
lỗi[broken-image]: không có tệp ảnh “hop.jpg”
 --> content/a.md:3:9
  |
3 | image = "hop.jpg"
  |         ^^^^^^^^^
  |
  = cách sửa: đặt ảnh cạnh bài viết hoặc trong thư mục static/, và viết đúng tên, cả chữ hoa, chữ thường
"#,
        en: r#"
error[broken-image]: there is no picture “hop.jpg”
 --> content/a.md:3:9
  |
3 | image = "hop.jpg"
  |         ^^^^^^^^^
  |
  = help: put the picture beside the article or in static/, and spell its name exactly
"#,
    },
    Case {
        code: "remote-image",
        site: r#"
-- content/a.md --
+++
title = "Bài"
image = "https://example.vn/b.jpg"
image_alt = "Họp thôn"
+++
![Họp thôn](https://example.vn/a.jpg)
"#,
        vi: r#"
lỗi[remote-image]: ảnh lấy từ trang khác: https://example.vn/b.jpg
 --> content/a.md:3:9
  |
3 | image = "https://example.vn/b.jpg"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: tải ảnh về, đặt cạnh bài viết (và ghi nguồn): trang của xã không được gọi sang trang khác

lỗi[remote-image]: ảnh lấy từ trang khác: https://example.vn/a.jpg
 --> content/a.md:6:13
  |
6 | ![Họp thôn](https://example.vn/a.jpg)
  |             ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: tải ảnh về, đặt cạnh bài viết (và ghi nguồn): trang của xã không được gọi sang trang khác
"#,
        en: r#"
error[remote-image]: the picture comes from another site: https://example.vn/b.jpg
 --> content/a.md:3:9
  |
3 | image = "https://example.vn/b.jpg"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: download it and put it beside the article (and credit it): a state page must not call other sites

error[remote-image]: the picture comes from another site: https://example.vn/a.jpg
 --> content/a.md:6:13
  |
6 | ![Họp thôn](https://example.vn/a.jpg)
  |             ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: download it and put it beside the article (and credit it): a state page must not call other sites
"#,
    },
    Case {
        code: "remote-image",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![][anh]

[anh]: //example.vn/a.jpg
"#,
        vi: r#"
lỗi[remote-image]: ảnh lấy từ trang khác: //example.vn/a.jpg
 --> content/a.md:4:1
  |
4 | ![][anh]
  | ^^^^^^^^
  |
  = cách sửa: tải ảnh về, đặt cạnh bài viết (và ghi nguồn): trang của xã không được gọi sang trang khác

lỗi[missing-alt]: ảnh chưa có mô tả cho người không nhìn thấy
 --> content/a.md:4:1
  |
4 | ![][anh]
  | ^^^^^^^^
  |
  = cách sửa: viết điều ảnh cho thấy vào ngoặc vuông: ![Người dân làm thủ tục tại bộ phận một cửa](//example.vn/a.jpg)
"#,
        en: r#"
error[remote-image]: the picture comes from another site: //example.vn/a.jpg
 --> content/a.md:4:1
  |
4 | ![][anh]
  | ^^^^^^^^
  |
  = help: download it and put it beside the article (and credit it): a state page must not call other sites

error[missing-alt]: the picture has no description for people who cannot see it
 --> content/a.md:4:1
  |
4 | ![][anh]
  | ^^^^^^^^
  |
  = help: say what it shows in the brackets: ![Residents at the one-stop office](//example.vn/a.jpg)
"#,
    },
    Case {
        code: "bad-image",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Họp thôn](hop.jpg)
-- content/hop.jpg --
Đây không phải là ảnh.
"#,
        vi: r#"
lỗi[bad-image]: tệp ảnh “hop.jpg” hỏng hoặc không phải ảnh
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.jpg)
  |             ^^^^^^^
  |
  = cách sửa: mở ảnh bằng chương trình xem ảnh và lưu lại thành JPEG hoặc PNG
"#,
        en: r#"
error[bad-image]: the file “hop.jpg” is broken or not a picture
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.jpg)
  |             ^^^^^^^
  |
  = help: open it in a picture viewer and save it as JPEG or PNG
"#,
    },
    Case {
        code: "bad-image",
        site: r#"
-- content/a.md --
+++
title = "Bài"
image = "giay-moi.docx"
image_alt = "Giấy mời họp"
+++
![Giấy mời](giay-moi.docx)
-- content/b.md --
+++
title = "Bài khác"
image = "so-do.svg"
image_alt = "Sơ đồ"
+++
-- content/c.md --
+++
title = "Bài thứ ba"
image = "/hop.png"
image_alt = "Họp thôn"
+++
-- content/giay-moi.docx --
PK
-- content/so-do.svg --
<?xml version="1.0"?>
<!-- Sơ đồ bộ máy -->
<svg></svg>
-- static/hop.png as latin-1 --
PNG
"#,
        vi: r#"
lỗi[bad-image]: tệp ảnh “giay-moi.docx” hỏng hoặc không phải ảnh
 --> content/a.md:3:9
  |
3 | image = "giay-moi.docx"
  |         ^^^^^^^^^^^^^^^
  |
  = cách sửa: mở ảnh bằng chương trình xem ảnh và lưu lại thành JPEG hoặc PNG

lỗi[bad-image]: tệp ảnh “giay-moi.docx” hỏng hoặc không phải ảnh
 --> content/a.md:6:13
  |
6 | ![Giấy mời](giay-moi.docx)
  |             ^^^^^^^^^^^^^
  |
  = cách sửa: mở ảnh bằng chương trình xem ảnh và lưu lại thành JPEG hoặc PNG

lỗi[bad-image]: tệp ảnh “/hop.png” hỏng hoặc không phải ảnh
 --> content/c.md:3:9
  |
3 | image = "/hop.png"
  |         ^^^^^^^^^^
  |
  = cách sửa: mở ảnh bằng chương trình xem ảnh và lưu lại thành JPEG hoặc PNG
"#,
        en: r#"
error[bad-image]: the file “giay-moi.docx” is broken or not a picture
 --> content/a.md:3:9
  |
3 | image = "giay-moi.docx"
  |         ^^^^^^^^^^^^^^^
  |
  = help: open it in a picture viewer and save it as JPEG or PNG

error[bad-image]: the file “giay-moi.docx” is broken or not a picture
 --> content/a.md:6:13
  |
6 | ![Giấy mời](giay-moi.docx)
  |             ^^^^^^^^^^^^^
  |
  = help: open it in a picture viewer and save it as JPEG or PNG

error[bad-image]: the file “/hop.png” is broken or not a picture
 --> content/c.md:3:9
  |
3 | image = "/hop.png"
  |         ^^^^^^^^^^
  |
  = help: open it in a picture viewer and save it as JPEG or PNG
"#,
    },
    Case {
        code: "missing-alt",
        site: r#"
-- content/thong-bao.md --
+++
title = "Thông báo"
image = "hop.svg"
+++
-- content/hop.svg --
<svg width="10" height="10"></svg>
"#,
        vi: r#"
lỗi[missing-alt]: ảnh chưa có mô tả cho người không nhìn thấy
 --> content/thong-bao.md:3:9
  |
3 | image = "hop.svg"
  |         ^^^^^^^^^
  |
  = cách sửa: thêm: image_alt = "Người dân làm thủ tục"
"#,
        en: r#"
error[missing-alt]: the picture has no description for people who cannot see it
 --> content/thong-bao.md:3:9
  |
3 | image = "hop.svg"
  |         ^^^^^^^^^
  |
  = help: add: image_alt = "Người dân làm thủ tục"
"#,
    },
    Case {
        code: "missing-alt",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![](hop.svg)
-- content/hop.svg --
<svg width="10" height="10"></svg>
"#,
        vi: r#"
lỗi[missing-alt]: ảnh chưa có mô tả cho người không nhìn thấy
 --> content/a.md:4:1
  |
4 | ![](hop.svg)
  | ^^^^^^^^^^^^
  |
  = cách sửa: viết điều ảnh cho thấy vào ngoặc vuông: ![Người dân làm thủ tục tại bộ phận một cửa](hop.svg)
"#,
        en: r#"
error[missing-alt]: the picture has no description for people who cannot see it
 --> content/a.md:4:1
  |
4 | ![](hop.svg)
  | ^^^^^^^^^^^^
  |
  = help: say what it shows in the brackets: ![Residents at the one-stop office](hop.svg)
"#,
    },
    Case {
        code: "bad-audio",
        site: r#"
-- content/a.md --
+++
title = "Bài"
audio = "doc.mp3"
+++
-- content/doc.mp3 --
RIFF....WAVEfmt
-- content/b.md --
+++
title = "Bài hai"
audio = "doc.wma"
+++
-- content/doc.wma --
ID3
"#,
        vi: r#"
lỗi[bad-audio]: tệp “doc.mp3” không phải âm thanh MP3 hoặc M4A
 --> content/a.md:3:9
  |
3 | audio = "doc.mp3"
  |         ^^^^^^^^^
  |
  = cách sửa: mở tệp bằng chương trình ghi âm, lưu lại thành MP3: mọi điện thoại đều nghe được

lỗi[bad-audio]: tệp “doc.wma” không phải âm thanh MP3 hoặc M4A
 --> content/b.md:3:9
  |
3 | audio = "doc.wma"
  |         ^^^^^^^^^
  |
  = cách sửa: mở tệp bằng chương trình ghi âm, lưu lại thành MP3: mọi điện thoại đều nghe được
"#,
        en: r#"
error[bad-audio]: the file “doc.mp3” is no MP3 or M4A sound
 --> content/a.md:3:9
  |
3 | audio = "doc.mp3"
  |         ^^^^^^^^^
  |
  = help: open it in a sound recorder and save it as MP3, which every phone plays

error[bad-audio]: the file “doc.wma” is no MP3 or M4A sound
 --> content/b.md:3:9
  |
3 | audio = "doc.wma"
  |         ^^^^^^^^^
  |
  = help: open it in a sound recorder and save it as MP3, which every phone plays
"#,
    },
    Case {
        code: "remote-audio",
        site: r#"
-- content/a.md --
+++
title = "Bài"
audio = "https://example.vn/doc.mp3"
+++
"#,
        vi: r#"
lỗi[remote-audio]: âm thanh lấy từ trang khác: https://example.vn/doc.mp3
 --> content/a.md:3:9
  |
3 | audio = "https://example.vn/doc.mp3"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: tải tệp âm thanh về, đặt cạnh bài viết: trang của xã không được gọi sang trang khác
"#,
        en: r#"
error[remote-audio]: the sound comes from another site: https://example.vn/doc.mp3
 --> content/a.md:3:9
  |
3 | audio = "https://example.vn/doc.mp3"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: download the sound and put it beside the page: a state page must not call other sites
"#,
    },
    Case {
        code: "missing-file",
        site: r#"
-- content/a.md --
+++
title = "Bài"
audio = "bai-doc.mp3"
+++
-- content/bai_doc.mp3 --
ID3
"#,
        vi: r#"
lỗi[missing-file]: không có tệp “bai-doc.mp3”
 --> content/a.md:3:9
  |
3 | audio = "bai-doc.mp3"
  |         ^^^^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “bai_doc.mp3”?
"#,
        en: r#"
error[missing-file]: there is no file “bai-doc.mp3”
 --> content/a.md:3:9
  |
3 | audio = "bai-doc.mp3"
  |         ^^^^^^^^^^^^^
  |
  = help: did you mean “bai_doc.mp3”?
"#,
    },
    Case {
        code: "broken-link",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
offline = ["/lien-h/"]
-- content/lien-he.md --
+++
title = "Liên hệ"
+++
"#,
        vi: r#"
lỗi[broken-link]: liên kết hỏng: không có trang hay tệp “/lien-h/”
 --> site.toml:2:12
  |
2 | offline = ["/lien-h/"]
  |            ^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “/lien-he/”?
"#,
        en: r#"
error[broken-link]: broken link: there is no page or file “/lien-h/”
 --> site.toml:2:12
  |
2 | offline = ["/lien-h/"]
  |            ^^^^^^^^^^
  |
  = help: did you mean “/lien-he/”?
"#,
    },
    Case {
        code: "weak-alt",
        site: r#"
-- content/a.md --
+++
title = "Bài"
image = "hop.svg"
image_alt = "Hình ảnh"
+++
![hop](hop.svg)
-- content/hop.svg --
<svg width="10" height="10"></svg>
"#,
        vi: r#"
cảnh báo[weak-alt]: lời tả “Hình ảnh” không cho biết ảnh có gì
 --> content/a.md:4:13
  |
4 | image_alt = "Hình ảnh"
  |             ^^^^^^^^^^
  |
  = cách sửa: viết: image_alt = "Người dân làm thủ tục"

cảnh báo[weak-alt]: lời tả “hop” không cho biết ảnh có gì
 --> content/a.md:6:1
  |
6 | ![hop](hop.svg)
  | ^^^^^^^^^^^^^^^
  |
  = cách sửa: viết điều ảnh cho thấy vào ngoặc vuông: ![Người dân làm thủ tục tại bộ phận một cửa](hop.svg)
"#,
        en: r#"
warning[weak-alt]: the description “Hình ảnh” does not say what the picture shows
 --> content/a.md:4:13
  |
4 | image_alt = "Hình ảnh"
  |             ^^^^^^^^^^
  |
  = help: write: image_alt = "Người dân làm thủ tục"

warning[weak-alt]: the description “hop” does not say what the picture shows
 --> content/a.md:6:1
  |
6 | ![hop](hop.svg)
  | ^^^^^^^^^^^^^^^
  |
  = help: say what it shows in the brackets: ![Residents at the one-stop office](hop.svg)
"#,
    },
    Case {
        code: "decorative-alt",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Hàng cây](cay.svg){decorative}
-- content/cay.svg --
<svg width="10" height="10"></svg>
"#,
        vi: r#"
lỗi[decorative-alt]: ảnh ghi là để trang trí mà vẫn có lời tả
 --> content/a.md:4:1
  |
4 | ![Hàng cây](cay.svg){decorative}
  | ^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xóa lời tả trong ngoặc vuông nếu ảnh chỉ để trang trí; nếu không thì xóa {decorative}
"#,
        en: r#"
error[decorative-alt]: the picture is marked as decorative and is described all the same
 --> content/a.md:4:1
  |
4 | ![Hàng cây](cay.svg){decorative}
  | ^^^^^^^^^^^^^^^^^^^^
  |
  = help: delete the description in the brackets if the picture only decorates; else delete {decorative}
"#,
    },
    Case {
        code: "unknown-image-attribute",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Hàng cây](cay.svg){credti="Lê Văn B" rong=80%}
-- content/cay.svg --
<svg width="10" height="10"></svg>
"#,
        vi: r#"
lỗi[unknown-image-attribute]: ảnh không có thuộc tính “credti”
 --> content/a.md:4:22
  |
4 | ![Hàng cây](cay.svg){credti="Lê Văn B" rong=80%}
  |                      ^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “credit”?

lỗi[unknown-image-attribute]: ảnh không có thuộc tính “rong”
 --> content/a.md:4:40
  |
4 | ![Hàng cây](cay.svg){credti="Lê Văn B" rong=80%}
  |                                        ^^^^
  |
  = cách sửa: viết liền sau ảnh, trên cùng một dòng: {credit="Nguyễn Văn A"} hoặc {decorative}
"#,
        en: r#"
error[unknown-image-attribute]: a picture has no attribute “credti”
 --> content/a.md:4:22
  |
4 | ![Hàng cây](cay.svg){credti="Lê Văn B" rong=80%}
  |                      ^^^^^^
  |
  = help: did you mean “credit”?

error[unknown-image-attribute]: a picture has no attribute “rong”
 --> content/a.md:4:40
  |
4 | ![Hàng cây](cay.svg){credti="Lê Văn B" rong=80%}
  |                                        ^^^^
  |
  = help: write directly behind the picture, on one line: {credit="Name"} or {decorative}
"#,
    },
    Case {
        code: "empty-image-attribute",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Hàng cây](cay.svg){credit=""}
-- content/cay.svg --
<svg width="10" height="10"></svg>
"#,
        vi: r#"
lỗi[empty-image-attribute]: thuộc tính “credit” của ảnh chưa có nội dung
 --> content/a.md:4:22
  |
4 | ![Hàng cây](cay.svg){credit=""}
  |                      ^^^^^^
  |
  = cách sửa: viết liền sau ảnh, trên cùng một dòng: {credit="Nguyễn Văn A"} hoặc {decorative}
"#,
        en: r#"
error[empty-image-attribute]: the picture's attribute “credit” has no value
 --> content/a.md:4:22
  |
4 | ![Hàng cây](cay.svg){credit=""}
  |                      ^^^^^^
  |
  = help: write directly behind the picture, on one line: {credit="Name"} or {decorative}
"#,
    },
    Case {
        code: "unclosed-image-attributes",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Hàng cây](cay.svg){credit="Lê Văn B
-- content/cay.svg --
<svg width="10" height="10"></svg>
"#,
        vi: r#"
lỗi[unclosed-image-attributes]: phần { } ngay sau ảnh viết chưa đúng
 --> content/a.md:4:21
  |
4 | ![Hàng cây](cay.svg){credit="Lê Văn B
  |                     ^
  |
  = cách sửa: viết liền sau ảnh, trên cùng một dòng: {credit="Nguyễn Văn A"} hoặc {decorative}
"#,
        en: r#"
error[unclosed-image-attributes]: the { } behind the picture is not well written
 --> content/a.md:4:21
  |
4 | ![Hàng cây](cay.svg){credit="Lê Văn B
  |                     ^
  |
  = help: write directly behind the picture, on one line: {credit="Name"} or {decorative}
"#,
    },
    Case {
        code: "inline-caption",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Hàng cây ![Hàng cây](cay.svg "Trồng năm 2024") bên đường.
-- content/cay.svg --
<svg width="10" height="10"></svg>
"#,
        vi: r#"
cảnh báo[inline-caption]: chú thích của ảnh không hiện ra: ảnh không đứng riêng một đoạn
 --> content/a.md:4:10
  |
4 | Hàng cây ![Hàng cây](cay.svg "Trồng năm 2024") bên đường.
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: để một dòng trống trước và sau ảnh
"#,
        en: r#"
warning[inline-caption]: the picture's caption does not show: the picture does not stand alone in its paragraph
 --> content/a.md:4:10
  |
4 | Hàng cây ![Hàng cây](cay.svg "Trồng năm 2024") bên đường.
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: leave an empty line before and after the picture
"#,
    },
    Case {
        code: "empty-image",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Họp thôn](hop.jpg)
-- content/hop.jpg --
"#,
        vi: r#"
lỗi[empty-image]: tệp ảnh “hop.jpg” trống, không có gì bên trong
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.jpg)
  |             ^^^^^^^
  |
  = cách sửa: chép lại ảnh từ máy ảnh hoặc điện thoại; có lẽ lần trước chép hay tải chưa xong
"#,
        en: r#"
error[empty-image]: the picture “hop.jpg” is an empty file
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.jpg)
  |             ^^^^^^^
  |
  = help: copy the picture again from the camera or phone; the last copy or download was probably cut short
"#,
    },
    Case {
        code: "image-format",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Họp thôn](hop.psd)
-- content/hop.psd --
8BPS...............................
"#,
        vi: r#"
lỗi[image-format]: ảnh “hop.psd” ở dạng PSD, chưa dùng được trên trang
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.psd)
  |             ^^^^^^^
  |
  = cách sửa: mở ảnh bằng chương trình xem ảnh và lưu lại thành JPEG hoặc PNG
"#,
        en: r#"
error[image-format]: the picture “hop.psd” is of the kind PSD, which cannot be used
 --> content/a.md:4:13
  |
4 | ![Họp thôn](hop.psd)
  |             ^^^^^^^
  |
  = help: open it in a picture viewer and save it as JPEG or PNG
"#,
    },
    Case {
        code: "image-extension",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Họp thôn](hop.png)
-- content/hop.png --
<svg width="10" height="10"></svg>
"#,
        vi: r#"
cảnh báo[image-extension]: tên tệp ghi là .png nhưng bên trong là ảnh SVG; trang vẫn dùng đúng
--> content/hop.png
 = cách sửa: đổi đuôi tên tệp thành .svg, và sửa tên trong bài
"#,
        en: r#"
warning[image-extension]: the name says .png but the content is SVG; the site uses it as such
--> content/hop.png
 = help: change the end of the name to .svg, and mend the name in the text
"#,
    },
    Case {
        code: "svg-script",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Sơ đồ](so-do.svg)
-- content/so-do.svg --
<svg width="10" height="10">
  <script>alert(1)</script>
</svg>
"#,
        vi: r#"
lỗi[svg-script]: bản vẽ SVG có mã chạy được: script
 --> content/so-do.svg:2:4
  |
2 |   <script>alert(1)</script>
  |    ^^^^^^
  |
  = cách sửa: chỉ dùng bản vẽ từ nguồn tin cậy; mở bằng chương trình vẽ và lưu lại thành SVG thuần (Plain SVG), hoặc xuất thành PNG
"#,
        en: r#"
error[svg-script]: the SVG drawing has something that runs: script
 --> content/so-do.svg:2:4
  |
2 |   <script>alert(1)</script>
  |    ^^^^^^
  |
  = help: use only drawings from a source that you trust; open it in a drawing program and save it as Plain SVG, or export it as PNG
"#,
    },
    Case {
        code: "svg-handler",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Sơ đồ](so-do.svg)
-- content/so-do.svg --
<svg width="10" height="10"><g onclick="alert(1)"/></svg>
"#,
        vi: r#"
lỗi[svg-handler]: bản vẽ SVG có thuộc tính chạy mã: onclick
 --> content/so-do.svg:1:32
  |
1 | <svg width="10" height="10"><g onclick="alert(1)"/></svg>
  |                                ^^^^^^^
  |
  = cách sửa: chỉ dùng bản vẽ từ nguồn tin cậy; mở bằng chương trình vẽ và lưu lại thành SVG thuần (Plain SVG), hoặc xuất thành PNG
"#,
        en: r#"
error[svg-handler]: the SVG drawing has an attribute that runs code: onclick
 --> content/so-do.svg:1:32
  |
1 | <svg width="10" height="10"><g onclick="alert(1)"/></svg>
  |                                ^^^^^^^
  |
  = help: use only drawings from a source that you trust; open it in a drawing program and save it as Plain SVG, or export it as PNG
"#,
    },
    Case {
        code: "svg-outside",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
![Sơ đồ](so-do.svg)
-- content/so-do.svg --
<svg width="10" height="10">
  <image href="https://example.com/nen.png"/>
  <rect style="fill: url(https://example.com/mau.svg#a)"/>
</svg>
"#,
        vi: r#"
lỗi[svg-outside]: bản vẽ SVG lấy thêm từ nơi khác: https://example.com/nen.png
 --> content/so-do.svg:2:10
  |
2 |   <image href="https://example.com/nen.png"/>
  |          ^^^^
  |
  = cách sửa: chỉ dùng bản vẽ từ nguồn tin cậy; mở bằng chương trình vẽ và lưu lại thành SVG thuần (Plain SVG), hoặc xuất thành PNG

lỗi[svg-outside]: bản vẽ SVG lấy thêm từ nơi khác: https://example.com/mau.svg#a
 --> content/so-do.svg:3:9
  |
3 |   <rect style="fill: url(https://example.com/mau.svg#a)"/>
  |         ^^^^^
  |
  = cách sửa: chỉ dùng bản vẽ từ nguồn tin cậy; mở bằng chương trình vẽ và lưu lại thành SVG thuần (Plain SVG), hoặc xuất thành PNG
"#,
        en: r#"
error[svg-outside]: the SVG drawing fetches something from elsewhere: https://example.com/nen.png
 --> content/so-do.svg:2:10
  |
2 |   <image href="https://example.com/nen.png"/>
  |          ^^^^
  |
  = help: use only drawings from a source that you trust; open it in a drawing program and save it as Plain SVG, or export it as PNG

error[svg-outside]: the SVG drawing fetches something from elsewhere: https://example.com/mau.svg#a
 --> content/so-do.svg:3:9
  |
3 |   <rect style="fill: url(https://example.com/mau.svg#a)"/>
  |         ^^^^^
  |
  = help: use only drawings from a source that you trust; open it in a drawing program and save it as Plain SVG, or export it as PNG
"#,
    },
    Case {
        code: "missing-file",
        site: r#"
-- content/nq.md --
+++
title = "Nghị quyết 57"
kind = "document"
files = ["nghi-quyet.pdf", "phu-luc.pdf"]
+++
-- content/nghi-quyet-57.pdf --
x
"#,
        vi: r#"
lỗi[missing-file]: không có tệp “nghi-quyet.pdf”
 --> content/nq.md:4:10
  |
4 | files = ["nghi-quyet.pdf", "phu-luc.pdf"]
  |          ^^^^^^^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “nghi-quyet-57.pdf”?

lỗi[missing-file]: không có tệp “phu-luc.pdf”
 --> content/nq.md:4:28
  |
4 | files = ["nghi-quyet.pdf", "phu-luc.pdf"]
  |                            ^^^^^^^^^^^^^
  |
  = cách sửa: đặt tệp cạnh bài viết hoặc trong thư mục static/
"#,
        en: r#"
error[missing-file]: there is no file “nghi-quyet.pdf”
 --> content/nq.md:4:10
  |
4 | files = ["nghi-quyet.pdf", "phu-luc.pdf"]
  |          ^^^^^^^^^^^^^^^^
  |
  = help: did you mean “nghi-quyet-57.pdf”?

error[missing-file]: there is no file “phu-luc.pdf”
 --> content/nq.md:4:28
  |
4 | files = ["nghi-quyet.pdf", "phu-luc.pdf"]
  |                            ^^^^^^^^^^^^^
  |
  = help: put the file beside the page or in static/
"#,
    },
    Case {
        code: "unknown-document",
        site: r#"
-- content/chuyen-trang/_index.md --
+++
title = "Nghị quyết 57"
layout = "minisite"
documents = ["75-NQ/TW"]
+++
-- content/nq.md --
+++
title = "Nghị quyết 57"
kind = "document"
symbol = "57-NQ/TW"
type = "Nghị quyết"
issuer = "Bộ Chính trị"
issued = 2024-12-22
+++
"#,
        vi: r#"
lỗi[unknown-document]: cổng chưa có văn bản số “75-NQ/TW”
 --> content/chuyen-trang/_index.md:4:14
  |
4 | documents = ["75-NQ/TW"]
  |              ^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “57-NQ/TW”?
"#,
        en: r#"
error[unknown-document]: the site has no document “75-NQ/TW”
 --> content/chuyen-trang/_index.md:4:14
  |
4 | documents = ["75-NQ/TW"]
  |              ^^^^^^^^^^
  |
  = help: did you mean “57-NQ/TW”?
"#,
    },
    Case {
        code: "unknown-document",
        site: r#"
-- content/cu.md --
+++
title = "Nghị quyết cũ"
kind = "document"
replaced_by = "3/NQ-CP"
+++
-- content/nq.md --
+++
title = "Nghị quyết 57"
kind = "document"
symbol = "57-NQ/TW"
type = "Nghị quyết"
issuer = "Bộ Chính trị"
issued = 2024-12-22
+++
"#,
        vi: r#"
lỗi[unknown-document]: cổng chưa có văn bản số “3/NQ-CP”
 --> content/cu.md:4:15
  |
4 | replaced_by = "3/NQ-CP"
  |               ^^^^^^^^^
  |
  = cách sửa: sửa số, ký hiệu, hoặc thêm trang cho văn bản đó: trangxa moi document "Tên văn bản"
"#,
        en: r#"
error[unknown-document]: the site has no document “3/NQ-CP”
 --> content/cu.md:4:15
  |
4 | replaced_by = "3/NQ-CP"
  |               ^^^^^^^^^
  |
  = help: mend the symbol, or add a page for that document: trangxa new document "Title"
"#,
    },
    Case {
        code: "unsafe-html",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xem bản đồ:

<iframe src="https://maps.example/x"></iframe>

<script>alert(1)</script>
"#,
        vi: r#"
lỗi[unsafe-html]: không dùng được mã HTML <iframe> trong bài
 --> content/a.md:6:1
  |
6 | <iframe src="https://maps.example/x"></iframe>
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xóa đoạn mã này; nếu thật cần, người quản trị thêm tệp vào markdown.raw_html trong site.toml

lỗi[unsafe-html]: không dùng được mã HTML <script> trong bài
 --> content/a.md:8:1
  |
8 | <script>alert(1)</script>
  | ^^^^^^^^
  |
  = cách sửa: xóa đoạn mã này; nếu thật cần, người quản trị thêm tệp vào markdown.raw_html trong site.toml
"#,
        en: r#"
error[unsafe-html]: the HTML <iframe> cannot be used in a text
 --> content/a.md:6:1
  |
6 | <iframe src="https://maps.example/x"></iframe>
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: delete it; if it is really needed, the administrator lists the file under markdown.raw_html in site.toml

error[unsafe-html]: the HTML <script> cannot be used in a text
 --> content/a.md:8:1
  |
8 | <script>alert(1)</script>
  | ^^^^^^^^
  |
  = help: delete it; if it is really needed, the administrator lists the file under markdown.raw_html in site.toml
"#,
    },
    Case {
        code: "unsafe-attribute",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Một <b onclick="x()">nút</b>.
"#,
        vi: r#"
lỗi[unsafe-attribute]: không dùng được thuộc tính HTML onclick
 --> content/a.md:4:5
  |
4 | Một <b onclick="x()">nút</b>.
  |     ^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xóa đoạn mã này; nếu thật cần, người quản trị thêm tệp vào markdown.raw_html trong site.toml
"#,
        en: r#"
error[unsafe-attribute]: the HTML attribute onclick cannot be used
 --> content/a.md:4:5
  |
4 | Một <b onclick="x()">nút</b>.
  |     ^^^^^^^^^^^^^^^^^
  |
  = help: delete it; if it is really needed, the administrator lists the file under markdown.raw_html in site.toml
"#,
    },
    Case {
        code: "hidden-text",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
<div style="display: none">
vay tiền nhanh
</div>
"#,
        vi: r#"
lỗi[hidden-text]: đoạn này bị ẩn (style="display: none"); trang của cơ quan nhà nước không được có chữ ẩn
 --> content/a.md:4:1
  |
4 | <div style="display: none">
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xóa đoạn mã này; nếu thật cần, người quản trị thêm tệp vào markdown.raw_html trong site.toml
"#,
        en: r#"
error[hidden-text]: this text is hidden (style="display: none"); a state page must not have hidden text
 --> content/a.md:4:1
  |
4 | <div style="display: none">
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: delete it; if it is really needed, the administrator lists the file under markdown.raw_html in site.toml
"#,
    },
    Case {
        code: "unclosed-html",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
<details>
<summary>Xem thêm</summary>

Nội dung.
"#,
        vi: r#"
lỗi[unclosed-html]: thẻ HTML <details> mở mà không đóng
 --> content/a.md:4:1
  |
4 | <details>
  | ^^^^^^^^^
  |
  = cách sửa: thêm </details>, hoặc xóa <details>
"#,
        en: r#"
error[unclosed-html]: the HTML <details> is opened and not closed
 --> content/a.md:4:1
  |
4 | <details>
  | ^^^^^^^^^
  |
  = help: add </details>, or delete <details>
"#,
    },
    Case {
        code: "stray-html",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Nội dung.</div>
"#,
        vi: r#"
lỗi[stray-html]: thẻ đóng </div> không có thẻ mở
 --> content/a.md:4:10
  |
4 | Nội dung.</div>
  |          ^^^^^^
  |
  = cách sửa: xóa </div>
"#,
        en: r#"
error[stray-html]: the closing </div> has no opening tag
 --> content/a.md:4:10
  |
4 | Nội dung.</div>
  |          ^^^^^^
  |
  = help: delete </div>
"#,
    },
    Case {
        code: "unknown-block",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: con-sô so="80%" nhan="dịch vụ công"
:::
"#,
        vi: r#"
lỗi[unknown-block]: không có khối “con-sô”
 --> content/a.md:4:5
  |
4 | ::: con-sô so="80%" nhan="dịch vụ công"
  |     ^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “con-so”?
"#,
        en: r#"
error[unknown-block]: there is no block “con-sô”
 --> content/a.md:4:5
  |
4 | ::: con-sô so="80%" nhan="dịch vụ công"
  |     ^^^^^^
  |
  = help: did you mean “con-so”?
"#,
    },
    Case {
        code: "unknown-block",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: hinh-anh ten="a"
:::
"#,
        vi: r#"
lỗi[unknown-block]: không có khối “hinh-anh”
 --> content/a.md:4:5
  |
4 | ::: hinh-anh ten="a"
  |     ^^^^^^^^
  |
  = cách sửa: dùng được: con-so, bieu-do, dong-thoi-gian, cac-buoc, so-sanh, bieu-tuong, tien-do, ban-do, bang, trich-dan, hoi-dap
"#,
        en: r#"
error[unknown-block]: there is no block “hinh-anh”
 --> content/a.md:4:5
  |
4 | ::: hinh-anh ten="a"
  |     ^^^^^^^^
  |
  = help: known: con-so, bieu-do, dong-thoi-gian, cac-buoc, so-sanh, bieu-tuong, tien-do, ban-do, bang, trich-dan, hoi-dap
"#,
    },
    Case {
        code: "unclosed-block",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: con-so so="80%" nhan="dịch vụ công"

Nội dung.
"#,
        vi: r#"
lỗi[unclosed-block]: khối “::: con-so” không có dòng ::: kết thúc
 --> content/a.md:4:1
  |
4 | ::: con-so so="80%" nhan="dịch vụ công"
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: thêm một dòng chỉ có ::: sau khối
"#,
        en: r#"
error[unclosed-block]: the block “::: con-so” has no closing :::
 --> content/a.md:4:1
  |
4 | ::: con-so so="80%" nhan="dịch vụ công"
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: add a line with only ::: after the block
"#,
    },
    Case {
        code: "unclosed-block",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
- mục một

::: con-so so="80%" nhan="dịch vụ công"

- mục hai

  :::
"#,
        vi: r#"
lỗi[unclosed-block]: khối “::: con-so” không có dòng ::: kết thúc
 --> content/a.md:6:1
  |
6 | ::: con-so so="80%" nhan="dịch vụ công"
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: thêm một dòng chỉ có ::: sau khối
"#,
        en: r#"
error[unclosed-block]: the block “::: con-so” has no closing :::
 --> content/a.md:6:1
  |
6 | ::: con-so so="80%" nhan="dịch vụ công"
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: add a line with only ::: after the block
"#,
    },
    Case {
        code: "stray-block-end",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Nội dung.

:::
"#,
        vi: r#"
lỗi[stray-block-end]: dòng ::: này không đóng khối nào
 --> content/a.md:6:1
  |
6 | :::
  | ^^^
  |
  = cách sửa: xóa dòng này, hoặc viết tên khối sau dấu :::
"#,
        en: r#"
error[stray-block-end]: this ::: closes no block
 --> content/a.md:6:1
  |
6 | :::
  | ^^^
  |
  = help: delete the line, or write a block's name after :::
"#,
    },
    Case {
        code: "bad-block-argument",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: con-so so=80% nhan="dịch vụ công"
:::
"#,
        vi: r#"
lỗi[bad-block-argument]: tham số của khối viết sai: so=80%
 --> content/a.md:4:12
  |
4 | ::: con-so so=80% nhan="dịch vụ công"
  |            ^^^^^^
  |
  = cách sửa: viết: so="80%"
"#,
        en: r#"
error[bad-block-argument]: an argument of the block is not well written: so=80%
 --> content/a.md:4:12
  |
4 | ::: con-so so=80% nhan="dịch vụ công"
  |            ^^^^^^
  |
  = help: write: so="80%"
"#,
    },
    Case {
        code: "bad-block-argument",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: con-so so="80%" nhan="dịch vụ công
:::

::: con-so 80%
:::
"#,
        vi: r#"
lỗi[bad-block-argument]: tham số của khối viết sai: nhan="dịch vụ công
 --> content/a.md:4:21
  |
4 | ::: con-so so="80%" nhan="dịch vụ công
  |                     ^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: nhan="dịch vụ công"

lỗi[bad-block-argument]: tham số của khối viết sai: 80%
 --> content/a.md:7:12
  |
7 | ::: con-so 80%
  |            ^^^
  |
  = cách sửa: viết: ::: con-so so="…" nhan="…"
"#,
        en: r#"
error[bad-block-argument]: an argument of the block is not well written: nhan="dịch vụ công
 --> content/a.md:4:21
  |
4 | ::: con-so so="80%" nhan="dịch vụ công
  |                     ^^^^^^^^^^^^^^^^^^
  |
  = help: write: nhan="dịch vụ công"

error[bad-block-argument]: an argument of the block is not well written: 80%
 --> content/a.md:7:12
  |
7 | ::: con-so 80%
  |            ^^^
  |
  = help: write: ::: con-so so="…" nhan="…"
"#,
    },
    Case {
        code: "bad-block-argument",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: con-so so="80%" nhan=dịch vụ công ky="2026"
:::
"#,
        vi: r#"
lỗi[bad-block-argument]: tham số của khối viết sai: nhan=dịch vụ công
 --> content/a.md:4:21
  |
4 | ::: con-so so="80%" nhan=dịch vụ công ky="2026"
  |                     ^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: nhan="dịch vụ công"
"#,
        en: r#"
error[bad-block-argument]: an argument of the block is not well written: nhan=dịch vụ công
 --> content/a.md:4:21
  |
4 | ::: con-so so="80%" nhan=dịch vụ công ky="2026"
  |                     ^^^^^^^^^^^^^^^^^
  |
  = help: write: nhan="dịch vụ công"
"#,
    },
    Case {
        code: "argument-quotes",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: con-so so="80%” nhan="“Một cửa” ở xã"
:::

::: con-so so=“80%” nhan="phong trào “Bình dân học vụ số”
:::
"#,
        vi: r#"
lỗi[argument-quotes]: “so” mở bằng dấu " mà đóng bằng dấu ”: hai dấu ngoặc phải cùng loại
 --> content/a.md:4:15
  |
4 | ::: con-so so="80%” nhan="“Một cửa” ở xã"
  |               ^^^^^
  |
  = cách sửa: viết: so="80%"

lỗi[argument-quotes]: “nhan” mở bằng dấu " mà đóng bằng dấu ”: hai dấu ngoặc phải cùng loại
 --> content/a.md:7:26
  |
7 | ::: con-so so=“80%” nhan="phong trào “Bình dân học vụ số”
  |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: nhan="phong trào “Bình dân học vụ số”"
"#,
        en: r#"
error[argument-quotes]: “so” opens with " but closes with ”: both quotes must be of one kind
 --> content/a.md:4:15
  |
4 | ::: con-so so="80%” nhan="“Một cửa” ở xã"
  |               ^^^^^
  |
  = help: write: so="80%"

error[argument-quotes]: “nhan” opens with " but closes with ”: both quotes must be of one kind
 --> content/a.md:7:26
  |
7 | ::: con-so so=“80%” nhan="phong trào “Bình dân học vụ số”
  |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: nhan="phong trào “Bình dân học vụ số”"
"#,
    },
    Case {
        code: "unknown-block-argument",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: con-so so="80%" nhn="dịch vụ công"
:::
"#,
        vi: r#"
lỗi[unknown-block-argument]: khối “con-so” không có tham số “nhn”
 --> content/a.md:4:21
  |
4 | ::: con-so so="80%" nhn="dịch vụ công"
  |                     ^^^
  |
  = cách sửa: có phải bạn muốn viết “nhan”?
"#,
        en: r#"
error[unknown-block-argument]: the block “con-so” has no argument “nhn”
 --> content/a.md:4:21
  |
4 | ::: con-so so="80%" nhn="dịch vụ công"
  |                     ^^^
  |
  = help: did you mean “nhan”?
"#,
    },
    Case {
        code: "unknown-block-argument",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: con-so so="80%" nhan="dịch vụ công" mau-sac="đỏ"
:::
"#,
        vi: r#"
lỗi[unknown-block-argument]: khối “con-so” không có tham số “mau-sac”
 --> content/a.md:4:41
  |
4 | ::: con-so so="80%" nhan="dịch vụ công" mau-sac="đỏ"
  |                                         ^^^^^^^
  |
  = cách sửa: dùng được: so, nhan, nguon, ky
"#,
        en: r#"
error[unknown-block-argument]: the block “con-so” has no argument “mau-sac”
 --> content/a.md:4:41
  |
4 | ::: con-so so="80%" nhan="dịch vụ công" mau-sac="đỏ"
  |                                         ^^^^^^^
  |
  = help: known: so, nhan, nguon, ky
"#,
    },
    Case {
        code: "missing-block-argument",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: con-so so="80%"
:::
"#,
        vi: r#"
lỗi[missing-block-argument]: khối “con-so” thiếu tham số “nhan”
 --> content/a.md:4:1
  |
4 | ::: con-so so="80%"
  | ^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: ::: con-so so="…" nhan="…"
"#,
        en: r#"
error[missing-block-argument]: the block “con-so” lacks the argument “nhan”
 --> content/a.md:4:1
  |
4 | ::: con-so so="80%"
  | ^^^^^^^^^^^^^^^^^^^
  |
  = help: write: ::: con-so so="…" nhan="…"
"#,
    },
    Case {
        code: "unused-footnote",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Nội dung.

[^1]: Theo báo cáo năm 2025.
"#,
        vi: r#"
cảnh báo[unused-footnote]: chú thích [^1] không được nhắc tới trong bài
 --> content/a.md:6:1
  |
6 | [^1]: Theo báo cáo năm 2025.
  | ^^^^^
  |
  = cách sửa: thêm [^1] vào chỗ cần chú thích, hoặc xóa dòng này
"#,
        en: r#"
warning[unused-footnote]: the footnote [^1] is never referred to
 --> content/a.md:6:1
  |
6 | [^1]: Theo báo cáo năm 2025.
  | ^^^^^
  |
  = help: put [^1] where it belongs, or delete the line
"#,
    },
    Case {
        code: "missing-footnote",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Đạt 80% hồ sơ[^1], tăng 5%[^2].

[^2]: Theo báo cáo năm 2025.
"#,
        vi: r#"
cảnh báo[missing-footnote]: bài không có chú thích nào tên “[^1]”; người đọc sẽ thấy nguyên dấu này
 --> content/a.md:4:14
  |
4 | Đạt 80% hồ sơ[^1], tăng 5%[^2].
  |              ^^^^
  |
  = cách sửa: thêm dòng “[^1]: nội dung chú thích” vào cuối bài, hoặc xóa dấu này
"#,
        en: r#"
warning[missing-footnote]: there is no footnote “[^1]”; readers see the mark as it is
 --> content/a.md:4:14
  |
4 | Đạt 80% hồ sơ[^1], tăng 5%[^2].
  |              ^^^^
  |
  = help: put a line “[^1]: text of the footnote” at the end, or delete the mark
"#,
    },
    Case {
        code: "missing-footnote",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
::: con-so so="80%" nhan="hồ sơ"
:::

| Năm | Hồ sơ |
|---|---|
| 2025 | 80%[^bao-cao] |

[^báo-cáo-1]: Theo báo cáo quý I.
[^nguồn]: Theo phòng Văn hóa.

Đạt 80%[^nguon1].
"#,
        vi: r#"
cảnh báo[missing-footnote]: bài không có chú thích nào tên “[^bao-cao]”; người đọc sẽ thấy nguyên dấu này
 --> content/a.md:9:13
  |
9 | | 2025 | 80%[^bao-cao] |
  |             ^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “[^báo-cáo-1]”?

cảnh báo[missing-footnote]: bài không có chú thích nào tên “[^nguon1]”; người đọc sẽ thấy nguyên dấu này
  --> content/a.md:14:8
   |
14 | Đạt 80%[^nguon1].
   |        ^^^^^^^^^
   |
   = cách sửa: có phải bạn muốn viết “[^nguồn]”?
"#,
        en: r#"
warning[missing-footnote]: there is no footnote “[^bao-cao]”; readers see the mark as it is
 --> content/a.md:9:13
  |
9 | | 2025 | 80%[^bao-cao] |
  |             ^^^^^^^^^^
  |
  = help: did you mean “[^báo-cáo-1]”?

warning[missing-footnote]: there is no footnote “[^nguon1]”; readers see the mark as it is
  --> content/a.md:14:8
   |
14 | Đạt 80%[^nguon1].
   |        ^^^^^^^^^
   |
   = help: did you mean “[^nguồn]”?
"#,
    },
    Case {
        code: "literal-stars",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Đây là **“quan trọng”**nhé bà con.
"#,
        vi: r#"
cảnh báo[literal-stars]: dấu ** ở đây không tạo được chữ đậm
 --> content/a.md:4:8
  |
4 | Đây là **“quan trọng”**nhé bà con.
  |        ^^
  |
  = cách sửa: thêm dấu cách sau ** đóng (hoặc trước ** mở), như: **Kết luận:** nội dung; dấu ** thừa thì xóa
"#,
        en: r#"
warning[literal-stars]: these ** do not make bold text
 --> content/a.md:4:8
  |
4 | Đây là **“quan trọng”**nhé bà con.
  |        ^^
  |
  = help: put a space after the closing ** (or before the opening one), as in **Note:** text; delete a ** that is alone
"#,
    },
    Case {
        code: "heading-one",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
# Thông báo

Nội dung.
"#,
        vi: r#"
cảnh báo[heading-one]: trong bài không dùng tiêu đề cấp 1 (#): tên bài đã là tiêu đề cấp 1
 --> content/a.md:4:1
  |
4 | # Thông báo
  | ^
  |
  = cách sửa: đổi # thành ##
"#,
        en: r#"
warning[heading-one]: no level-1 heading (#) in a text: the page's title is one
 --> content/a.md:4:1
  |
4 | # Thông báo
  | ^
  |
  = help: change # to ##
"#,
    },
    Case {
        code: "heading-one",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Thông báo
=========

Nội dung.
"#,
        vi: r#"
cảnh báo[heading-one]: trong bài không dùng tiêu đề cấp 1 (#): tên bài đã là tiêu đề cấp 1
 --> content/a.md:4:1
  |
4 | Thông báo
  | ^^^^^^^^^
  |
  = cách sửa: viết ## ở đầu dòng này và xóa dòng === bên dưới
"#,
        en: r#"
warning[heading-one]: no level-1 heading (#) in a text: the page's title is one
 --> content/a.md:4:1
  |
4 | Thông báo
  | ^^^^^^^^^
  |
  = help: write ## before this line and delete the === below it
"#,
    },
    Case {
        code: "heading-skip",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
## Một

#### Hai

##### Ba
"#,
        vi: r#"
lỗi[heading-skip]: tiêu đề nhảy từ cấp 2 xuống cấp 4
 --> content/a.md:6:1
  |
6 | #### Hai
  | ^^^^
  |
  = cách sửa: dùng ### thay cho ####
"#,
        en: r#"
error[heading-skip]: the headings jump from level 2 to level 4
 --> content/a.md:6:1
  |
6 | #### Hai
  | ^^^^
  |
  = help: use ### in place of ####
"#,
    },
    Case {
        code: "doubled-word",
        site: r#"
-- content/a.md --
+++
title = "Bài"
description = "Giới thiệu các chuyên đề về khoa học, công nghệ và chuyển đổi số."
+++
Xây dựng chuyên đề về về khoa học, `về về` và từ từ nâng cao chất lượng.
"#,
        vi: r#"
cảnh báo[doubled-word]: viết hai lần liền “về”
 --> content/a.md:5:20
  |
5 | Xây dựng chuyên đề về về khoa học, `về về` và từ từ nâng cao chất lượng.
  |                    ^^^^^
  |
  = cách sửa: xóa một chữ “về”
"#,
        en: r#"
warning[doubled-word]: “về” stands twice
 --> content/a.md:5:20
  |
5 | Xây dựng chuyên đề về về khoa học, `về về` và từ từ nâng cao chất lượng.
  |                    ^^^^^
  |
  = help: delete one “về”
"#,
    },
    Case {
        code: "space-before-mark",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Họp tại **nhà văn hóa** , lúc 8 giờ... và tệp .pdf
"#,
        vi: r#"
cảnh báo[space-before-mark]: thừa dấu cách trước dấu “,”
 --> content/a.md:4:24
  |
4 | Họp tại **nhà văn hóa** , lúc 8 giờ... và tệp .pdf
  |                        ^^
  |
  = cách sửa: viết dấu “,” liền ngay sau chữ
"#,
        en: r#"
warning[space-before-mark]: there is a space before “,”
 --> content/a.md:4:24
  |
4 | Họp tại **nhà văn hóa** , lúc 8 giờ... và tệp .pdf
  |                        ^^
  |
  = help: put “,” right after the word
"#,
    },
    Case {
        code: "doubled-mark",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Các thôn,, xóm, v.v...
"#,
        vi: r#"
cảnh báo[doubled-mark]: dấu câu gõ hai lần: “,,”
 --> content/a.md:4:9
  |
4 | Các thôn,, xóm, v.v...
  |         ^^
  |
  = cách sửa: giữ một dấu; dấu ba chấm thì viết đủ ba chấm
"#,
        en: r#"
warning[doubled-mark]: a mark stands twice: “,,”
 --> content/a.md:4:9
  |
4 | Các thôn,, xóm, v.v...
  |         ^^
  |
  = help: keep one of them; an ellipsis has three dots
"#,
    },
    Case {
        code: "mixed-quotes",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Phong trào “Bình dân học vụ số" và "Ngày hội".
"#,
        vi: r#"
cảnh báo[mixed-quotes]: đoạn trích mở bằng “ mà đóng bằng "
 --> content/a.md:4:31
  |
4 | Phong trào “Bình dân học vụ số" và "Ngày hội".
  |                               ^
  |
  = cách sửa: đổi dấu " này thành ”
"#,
        en: r#"
warning[mixed-quotes]: the quotation opens with “ and closes with "
 --> content/a.md:4:31
  |
4 | Phong trào “Bình dân học vụ số" và "Ngày hội".
  |                               ^
  |
  = help: change this " to ”
"#,
    },
    Case {
        code: "stray-quote",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
“Đoạn một của lời trích

đoạn hai hết lời.”

Phong trào Bình dân học vụ số”.
"#,
        vi: r#"
cảnh báo[stray-quote]: dấu ” này không có dấu “ mở trước nó
 --> content/a.md:8:30
  |
8 | Phong trào Bình dân học vụ số”.
  |                              ^
  |
  = cách sửa: thêm “ vào đầu đoạn trích, hoặc xóa dấu này
"#,
        en: r#"
warning[stray-quote]: this ” has no opening “ before it
 --> content/a.md:8:30
  |
8 | Phong trào Bình dân học vụ số”.
  |                              ^
  |
  = help: put a “ where the quotation begins, or delete the mark
"#,
    },
    Case {
        code: "invisible-character",
        site: "
-- content/a.md --
+++
title = \"Bài\"
+++
Khoa\u{200B} học và công\u{AD}nghệ.
",
        vi: "
cảnh báo[invisible-character]: có ký tự không nhìn thấy (U+200B) lẫn trong chữ; người tìm kiếm sẽ không tìm ra chữ này
 --> content/a.md:4:5
  |
4 | Khoa\u{200B} học và công\u{AD}nghệ.
  |     ^
  |
  = cách sửa: xóa rồi gõ lại chữ ở chỗ này; lỗi thường theo vào khi chép từ Word, Zalo hoặc trang web khác

cảnh báo[invisible-character]: có ký tự không nhìn thấy (U+00AD) lẫn trong chữ; người tìm kiếm sẽ không tìm ra chữ này
 --> content/a.md:4:18
  |
4 | Khoa\u{200B} học và công\u{AD}nghệ.
  |                 ^
  |
  = cách sửa: xóa rồi gõ lại chữ ở chỗ này; lỗi thường theo vào khi chép từ Word, Zalo hoặc trang web khác
",
        en: "
warning[invisible-character]: there is an invisible character (U+200B) in the text; searches will not find the word
 --> content/a.md:4:5
  |
4 | Khoa\u{200B} học và công\u{AD}nghệ.
  |     ^
  |
  = help: delete and type this place anew; it usually comes in with text copied from Word, Zalo or another site

warning[invisible-character]: there is an invisible character (U+00AD) in the text; searches will not find the word
 --> content/a.md:4:18
  |
4 | Khoa\u{200B} học và công\u{AD}nghệ.
  |                 ^
  |
  = help: delete and type this place anew; it usually comes in with text copied from Word, Zalo or another site
",
    },
    Case {
        code: "foreign-letter",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xã Bình Chуơng và góc α.
"#,
        vi: r#"
cảnh báo[foreign-letter]: trong “Chуơng” có con chữ “у” của tiếng nước khác, chỉ trông giống chữ Việt
 --> content/a.md:4:9
  |
4 | Xã Bình Chуơng và góc α.
  |         ^^^^^^
  |
  = cách sửa: xóa rồi gõ lại chữ ở chỗ này; lỗi thường theo vào khi chép từ Word, Zalo hoặc trang web khác
"#,
        en: r#"
warning[foreign-letter]: in “Chуơng” the letter “у” is of another alphabet and only looks like ours
 --> content/a.md:4:9
  |
4 | Xã Bình Chуơng và góc α.
  |         ^^^^^^
  |
  = help: delete and type this place anew; it usually comes in with text copied from Word, Zalo or another site
"#,
    },
    Case {
        code: "number-style",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Đạt 2.5% và 1,234,567 đồng; WCAG 2.0; 2.000 tỷ.
"#,
        vi: r#"
cảnh báo[number-style]: số “2.5” viết theo kiểu Anh; người Việt đọc thành số khác
 --> content/a.md:4:5
  |
4 | Đạt 2.5% và 1,234,567 đồng; WCAG 2.0; 2.000 tỷ.
  |     ^^^
  |
  = cách sửa: viết: 2,5

cảnh báo[number-style]: số “1,234,567” viết theo kiểu Anh; người Việt đọc thành số khác
 --> content/a.md:4:13
  |
4 | Đạt 2.5% và 1,234,567 đồng; WCAG 2.0; 2.000 tỷ.
  |             ^^^^^^^^^
  |
  = cách sửa: viết: 1.234.567
"#,
        en: r#"
warning[number-style]: the number “2.5” is written the English way; Vietnamese readers take it for another
 --> content/a.md:4:5
  |
4 | Đạt 2.5% và 1,234,567 đồng; WCAG 2.0; 2.000 tỷ.
  |     ^^^
  |
  = help: write: 2,5

warning[number-style]: the number “1,234,567” is written the English way; Vietnamese readers take it for another
 --> content/a.md:4:13
  |
4 | Đạt 2.5% và 1,234,567 đồng; WCAG 2.0; 2.000 tỷ.
  |             ^^^^^^^^^
  |
  = help: write: 1.234.567
"#,
    },
    Case {
        code: "english-text",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
The portal is a service of the commune for its residents and visitors.

<div lang="en">

The portal is a service of the commune for its residents and visitors.

</div>

<span lang="en">The portal is a service of the commune for its residents.</span>
"#,
        vi: r#"
cảnh báo[english-text]: đoạn này viết bằng tiếng Anh mà chưa đánh dấu; máy đọc màn hình sẽ đọc như tiếng Việt
 --> content/a.md:4:1
  |
4 | The portal is a service of the commune for its residents and visitors.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: thêm dòng <div lang="en"> trước đoạn và dòng </div> sau đoạn, giữa chúng và đoạn để một dòng trống; hoặc dịch ra tiếng Việt
"#,
        en: r#"
warning[english-text]: this paragraph is English and not marked so; screen readers will read it as Vietnamese
 --> content/a.md:4:1
  |
4 | The portal is a service of the commune for its residents and visitors.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: put a line <div lang="en"> before it and a line </div> after it, each parted from it by an empty line; or translate it
"#,
    },
    Case {
        code: "empty-link",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xem [](/).
"#,
        vi: r#"
lỗi[empty-link]: liên kết không có chữ nào để bấm vào
 --> content/a.md:4:5
  |
4 | Xem [](/).
  |     ^^^^^
  |
  = cách sửa: viết tên trang hoặc việc cần làm vào chữ của liên kết, ví dụ: [Mẫu đơn đăng ký](/)
"#,
        en: r#"
error[empty-link]: the link has no text to click
 --> content/a.md:4:5
  |
4 | Xem [](/).
  |     ^^^^^
  |
  = help: write the page's name or what to do as the link's text, for example: [Application form](/)
"#,
    },
    Case {
        code: "vague-link",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Mẫu đơn xem [tại đây](/), [*Xem thêm…*](/) hoặc [trang chủ](/).
"#,
        vi: r#"
cảnh báo[vague-link]: chữ “tại đây” của liên kết không cho biết sẽ dẫn đến đâu
 --> content/a.md:4:13
  |
4 | Mẫu đơn xem [tại đây](/), [*Xem thêm…*](/) hoặc [trang chủ](/).
  |             ^^^^^^^^^^^^
  |
  = cách sửa: viết tên trang hoặc việc cần làm vào chữ của liên kết, ví dụ: [Mẫu đơn đăng ký](/)

cảnh báo[vague-link]: chữ “Xem thêm…” của liên kết không cho biết sẽ dẫn đến đâu
 --> content/a.md:4:27
  |
4 | Mẫu đơn xem [tại đây](/), [*Xem thêm…*](/) hoặc [trang chủ](/).
  |                           ^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết tên trang hoặc việc cần làm vào chữ của liên kết, ví dụ: [Mẫu đơn đăng ký](/)
"#,
        en: r#"
warning[vague-link]: the link's text “tại đây” does not say where it leads
 --> content/a.md:4:13
  |
4 | Mẫu đơn xem [tại đây](/), [*Xem thêm…*](/) hoặc [trang chủ](/).
  |             ^^^^^^^^^^^^
  |
  = help: write the page's name or what to do as the link's text, for example: [Application form](/)

warning[vague-link]: the link's text “Xem thêm…” does not say where it leads
 --> content/a.md:4:27
  |
4 | Mẫu đơn xem [tại đây](/), [*Xem thêm…*](/) hoặc [trang chủ](/).
  |                           ^^^^^^^^^^^^^^^^
  |
  = help: write the page's name or what to do as the link's text, for example: [Application form](/)
"#,
    },
    Case {
        code: "bare-url",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Học tại <https://binhdanhocvuso.gov.vn/khoa-hoc>.
"#,
        vi: r#"
cảnh báo[bare-url]: liên kết để nguyên địa chỉ web: https://binhdanhocvuso.gov.vn/khoa-hoc
 --> content/a.md:4:9
  |
4 | Học tại <https://binhdanhocvuso.gov.vn/khoa-hoc>.
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết tên trang hoặc việc cần làm vào chữ của liên kết, ví dụ: [Mẫu đơn đăng ký](https://binhdanhocvuso.gov.vn/khoa-hoc)
"#,
        en: r#"
warning[bare-url]: the link shows a bare web address: https://binhdanhocvuso.gov.vn/khoa-hoc
 --> content/a.md:4:9
  |
4 | Học tại <https://binhdanhocvuso.gov.vn/khoa-hoc>.
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write the page's name or what to do as the link's text, for example: [Application form](https://binhdanhocvuso.gov.vn/khoa-hoc)
"#,
    },
    Case {
        code: "insecure-link",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xem [trang của tỉnh](http://example.vn/a).
"#,
        vi: r#"
cảnh báo[insecure-link]: liên kết dùng http:, đường truyền không được bảo vệ: http://example.vn/a
 --> content/a.md:4:22
  |
4 | Xem [trang của tỉnh](http://example.vn/a).
  |                      ^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: thử mở trang ấy bằng https:; mở được thì sửa thành https://example.vn/a
"#,
        en: r#"
warning[insecure-link]: the link uses http:, which is not protected: http://example.vn/a
 --> content/a.md:4:22
  |
4 | Xem [trang của tỉnh](http://example.vn/a).
  |                      ^^^^^^^^^^^^^^^^^^^
  |
  = help: try the page with https:; if it opens, change the link to https://example.vn/a
"#,
    },
    Case {
        code: "symbol-style",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Kế hoạch số 06 - KH/ĐU và Nghị quyết 57- NQ/TW.
"#,
        vi: r#"
cảnh báo[symbol-style]: số, ký hiệu văn bản viết chưa đúng cách: “06 - KH/ĐU”
 --> content/a.md:4:13
  |
4 | Kế hoạch số 06 - KH/ĐU và Nghị quyết 57- NQ/TW.
  |             ^^^^^^^^^^
  |
  = cách sửa: viết: 06-KH/ĐU

cảnh báo[symbol-style]: số, ký hiệu văn bản viết chưa đúng cách: “57- NQ/TW”
 --> content/a.md:4:38
  |
4 | Kế hoạch số 06 - KH/ĐU và Nghị quyết 57- NQ/TW.
  |                                      ^^^^^^^^^
  |
  = cách sửa: viết: 57-NQ/TW
"#,
        en: r#"
warning[symbol-style]: the document's symbol is not well written: “06 - KH/ĐU”
 --> content/a.md:4:13
  |
4 | Kế hoạch số 06 - KH/ĐU và Nghị quyết 57- NQ/TW.
  |             ^^^^^^^^^^
  |
  = help: write: 06-KH/ĐU

warning[symbol-style]: the document's symbol is not well written: “57- NQ/TW”
 --> content/a.md:4:38
  |
4 | Kế hoạch số 06 - KH/ĐU và Nghị quyết 57- NQ/TW.
  |                                      ^^^^^^^^^
  |
  = help: write: 57-NQ/TW
"#,
    },
    Case {
        code: "symbol-order",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Nghị quyết số 03-NQ/CP và Nghị quyết số 57/NQ-TW.
"#,
        vi: r#"
cảnh báo[symbol-order]: số, ký hiệu “03-NQ/CP” lẫn cách viết của văn bản Đảng với văn bản của cơ quan nhà nước
 --> content/a.md:4:15
  |
4 | Nghị quyết số 03-NQ/CP và Nghị quyết số 57/NQ-TW.
  |               ^^^^^^^^
  |
  = cách sửa: viết: 03/NQ-CP

cảnh báo[symbol-order]: số, ký hiệu “57/NQ-TW” lẫn cách viết của văn bản Đảng với văn bản của cơ quan nhà nước
 --> content/a.md:4:41
  |
4 | Nghị quyết số 03-NQ/CP và Nghị quyết số 57/NQ-TW.
  |                                         ^^^^^^^^
  |
  = cách sửa: viết: 57-NQ/TW
"#,
        en: r#"
warning[symbol-order]: the symbol “03-NQ/CP” mixes the ways of the Party and of the State
 --> content/a.md:4:15
  |
4 | Nghị quyết số 03-NQ/CP và Nghị quyết số 57/NQ-TW.
  |               ^^^^^^^^
  |
  = help: write: 03/NQ-CP

warning[symbol-order]: the symbol “57/NQ-TW” mixes the ways of the Party and of the State
 --> content/a.md:4:41
  |
4 | Nghị quyết số 03-NQ/CP và Nghị quyết số 57/NQ-TW.
  |                                         ^^^^^^^^
  |
  = help: write: 57-NQ/TW
"#,
    },
    Case {
        code: "date-style",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Kế hoạch số 192/KH-UBND ngày 08/08/2025 và Kế hoạch số 06-KH/ĐU ngày 25/7/2025.
"#,
        vi: r#"
cảnh báo[date-style]: ngày của văn bản 192/KH-UBND viết chưa đúng cách: 08/08/2025
 --> content/a.md:4:25
  |
4 | Kế hoạch số 192/KH-UBND ngày 08/08/2025 và Kế hoạch số 06-KH/ĐU ngày 25/7/2025.
  |                         ^^^^^^^^^^^^^^^
  |
  = cách sửa: ngày nhỏ hơn 10 và tháng 1, 2 có số 0 ở trước, tháng khác thì không: 08/8/2025
"#,
        en: r#"
warning[date-style]: the date of 192/KH-UBND is not well written: 08/08/2025
 --> content/a.md:4:25
  |
4 | Kế hoạch số 192/KH-UBND ngày 08/08/2025 và Kế hoạch số 06-KH/ĐU ngày 25/7/2025.
  |                         ^^^^^^^^^^^^^^^
  |
  = help: days below 10 and the months 1 and 2 have a zero in front, other months have not: 08/8/2025
"#,
    },
    Case {
        code: "table-without-header",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
|  |  |
|--|--|
| Thôn Một | 120 |

<table><tr><td>Thôn Hai</td></tr></table>

<table><tr><th>Thôn</th></tr><tr><td>Thôn Ba</td></tr></table>
"#,
        vi: r#"
lỗi[table-without-header]: bảng không có tên cột; người dùng máy đọc màn hình không biết mỗi ô là gì
 --> content/a.md:4:1
  |
4 | |  |  |
  | ^^^^^^^
  |
  = cách sửa: viết tên cột vào hàng đầu của bảng

lỗi[table-without-header]: bảng không có tên cột; người dùng máy đọc màn hình không biết mỗi ô là gì
 --> content/a.md:8:1
  |
8 | <table><tr><td>Thôn Hai</td></tr></table>
  | ^^^^^^^
  |
  = cách sửa: viết tên cột vào hàng đầu của bảng bằng <th>…</th> thay cho <td>…</td>
"#,
        en: r#"
error[table-without-header]: the table has no column headings; people with a screen reader cannot tell what a cell is
 --> content/a.md:4:1
  |
4 | |  |  |
  | ^^^^^^^
  |
  = help: write the names of the columns into its first row

error[table-without-header]: the table has no column headings; people with a screen reader cannot tell what a cell is
 --> content/a.md:8:1
  |
8 | <table><tr><td>Thôn Hai</td></tr></table>
  | ^^^^^^^
  |
  = help: write the names of the columns into its first row with <th>…</th> in place of <td>…</td>
"#,
    },
    Case {
        code: "personal-id",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Ông A, số CCCD 030094001234.
"#,
        vi: r#"
lỗi[personal-id]: có số căn cước hoặc chứng minh nhân dân của một người; trang công khai không được đăng số này
 --> content/a.md:4:16
  |
4 | Ông A, số CCCD 030094001234.
  |                ^^^^^^^^^^^^
  |
  = cách sửa: xóa số này; nếu đây không phải là giấy tờ của ai, thêm nó vào contacts trong bảng [check] của site.toml
"#,
        en: r#"
error[personal-id]: there is the number of somebody's identity card; a public page must not have it
 --> content/a.md:4:16
  |
4 | Ông A, số CCCD 030094001234.
  |                ^^^^^^^^^^^^
  |
  = help: delete it; if it is nobody's, add it to contacts in the table [check] of site.toml
"#,
    },
    Case {
        code: "personal-contact",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"

[organization]
phone = "0912.345.678"

[check]
contacts = ["vanthu.xa@gmail.com"]
-- content/a.md --
+++
title = "Bài"
+++
Gọi 0912 345 678 hoặc 0387 654 321, thư <vanthu.xa@gmail.com>, anva@gmail.com.
"#,
        vi: r#"
cảnh báo[personal-contact]: “0387 654 321” giống số điện thoại, hộp thư hoặc tài khoản riêng của một người
 --> content/a.md:4:23
  |
4 | Gọi 0912 345 678 hoặc 0387 654 321, thư <vanthu.xa@gmail.com>, anva@gmail.com.
  |                       ^^^^^^^^^^^^
  |
  = cách sửa: xóa đi; nếu là liên hệ chính thức, thêm vào site.toml: [check] rồi contacts = ["0387 654 321"]

cảnh báo[personal-contact]: “anva@gmail.com” giống số điện thoại, hộp thư hoặc tài khoản riêng của một người
 --> content/a.md:4:64
  |
4 | Gọi 0912 345 678 hoặc 0387 654 321, thư <vanthu.xa@gmail.com>, anva@gmail.com.
  |                                                                ^^^^^^^^^^^^^^
  |
  = cách sửa: xóa đi; nếu là liên hệ chính thức, thêm vào site.toml: [check] rồi contacts = ["anva@gmail.com"]
"#,
        en: r#"
warning[personal-contact]: “0387 654 321” looks like somebody's own telephone, mail address or account
 --> content/a.md:4:23
  |
4 | Gọi 0912 345 678 hoặc 0387 654 321, thư <vanthu.xa@gmail.com>, anva@gmail.com.
  |                       ^^^^^^^^^^^^
  |
  = help: delete it; if it is an official contact, add to site.toml: [check], then contacts = ["0387 654 321"]

warning[personal-contact]: “anva@gmail.com” looks like somebody's own telephone, mail address or account
 --> content/a.md:4:64
  |
4 | Gọi 0912 345 678 hoặc 0387 654 321, thư <vanthu.xa@gmail.com>, anva@gmail.com.
  |                                                                ^^^^^^^^^^^^^^
  |
  = help: delete it; if it is an official contact, add to site.toml: [check], then contacts = ["anva@gmail.com"]
"#,
    },
    Case {
        code: "people-list",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
| Họ và tên | Năm sinh |
|--|--|
| Nguyễn Văn A | 1990 |
"#,
        vi: r#"
lỗi[people-list]: bảng này giống danh sách người dân: có cột “Họ và tên” và cột “Năm sinh”
 --> content/a.md:4:1
  |
4 | | Họ và tên | Năm sinh |
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: bỏ cột riêng tư hoặc cả bảng; nếu phải công khai theo quy định, thêm vào site.toml: [check] rồi people_lists = ["content/a.md"]
"#,
        en: r#"
error[people-list]: this table looks like a list of residents: it has the columns “Họ và tên” and “Năm sinh”
 --> content/a.md:4:1
  |
4 | | Họ và tên | Năm sinh |
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: remove the private column or the table; if the law wants it public, add to site.toml: [check], then people_lists = ["content/a.md"]
"#,
    },
    Case {
        code: "capital-title",
        site: r#"
-- content/a.md --
+++
title = "THÔNG BÁO LỊCH TIẾP CÔNG DÂN"
description = "Lịch tiếp công dân của của xã."
+++
"#,
        vi: r#"
cảnh báo[capital-title]: tên bài viết toàn chữ in hoa, khó đọc và máy đọc màn hình dễ đọc sai
 --> content/a.md:2:9
  |
2 | title = "THÔNG BÁO LỊCH TIẾP CÔNG DÂN"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết như một câu: chỉ in hoa chữ đầu câu và tên riêng

cảnh báo[doubled-word]: viết hai lần liền “của”
 --> content/a.md:3:15
  |
3 | description = "Lịch tiếp công dân của của xã."
  |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xóa một chữ “của”
"#,
        en: r#"
warning[capital-title]: the title is in capitals throughout, which is hard to read
 --> content/a.md:2:9
  |
2 | title = "THÔNG BÁO LỊCH TIẾP CÔNG DÂN"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write it as a sentence: capitals only at the start and in names

warning[doubled-word]: “của” stands twice
 --> content/a.md:3:15
  |
3 | description = "Lịch tiếp công dân của của xã."
  |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: delete one “của”
"#,
    },
    Case {
        code: "disguised-file",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xem [kế hoạch](ke-hoach.pdf) và [biểu mẫu](/mau.pdf).
-- content/ke-hoach.pdf --
<html><p>Kế hoạch</p></html>
-- static/mau.pdf --
%PDF-1.7
-- static/cu.docx --
%PDF-1.7
"#,
        vi: r#"
lỗi[disguised-file]: tệp “ke-hoach.pdf” không phải loại mà đuôi tên nói
 --> content/a.md:4:16
  |
4 | Xem [kế hoạch](ke-hoach.pdf) và [biểu mẫu](/mau.pdf).
  |                ^^^^^^^^^^^^
  |
  = cách sửa: mở tệp gốc và lưu lại thành PDF, không chỉ đổi đuôi tên

lỗi[disguised-file]: tệp “cu.docx” không phải loại mà đuôi tên nói
--> static/cu.docx
 = cách sửa: mở tệp gốc và lưu lại thành DOCX, không chỉ đổi đuôi tên
"#,
        en: r#"
error[disguised-file]: the file “ke-hoach.pdf” is not of the kind that its name says
 --> content/a.md:4:16
  |
4 | Xem [kế hoạch](ke-hoach.pdf) và [biểu mẫu](/mau.pdf).
  |                ^^^^^^^^^^^^
  |
  = help: open the original and save it as PDF; do not only rename it

error[disguised-file]: the file “cu.docx” is not of the kind that its name says
--> static/cu.docx
 = help: open the original and save it as DOCX; do not only rename it
"#,
    },
    Case {
        code: "harmful-file",
        site: "
-- content/a.md --
+++
title = \"Bài\"
+++
Xem [biểu mẫu](mau-don.docm).
-- content/mau-don.docm --
PK\u{3}\u{4}
",
        vi: r#"
lỗi[harmful-file]: không được đăng loại tệp này: “mau-don.docm” (chương trình hoặc tệp có macro)
 --> content/a.md:4:16
  |
4 | Xem [biểu mẫu](mau-don.docm).
  |                ^^^^^^^^^^^^
  |
  = cách sửa: xuất thành PDF (hoặc lưu thành tệp không có macro) rồi đính kèm tệp đó
"#,
        en: r#"
error[harmful-file]: a file of this kind must not be published: “mau-don.docm” (a program, or a file with macros)
 --> content/a.md:4:16
  |
4 | Xem [biểu mẫu](mau-don.docm).
  |                ^^^^^^^^^^^^
  |
  = help: save it as PDF (or as a file without macros) and attach that
"#,
    },
    Case {
        code: "file-with-macros",
        site: "
-- content/a.md --
+++
title = \"Bài\"
+++
Xem [biểu mẫu](mau-don.docx).
-- content/mau-don.docx --
PK\u{3}\u{4}word/vbaProject.bin
",
        vi: r#"
lỗi[file-with-macros]: tệp “mau-don.docx” có macro, có thể mang mã độc
 --> content/a.md:4:16
  |
4 | Xem [biểu mẫu](mau-don.docx).
  |                ^^^^^^^^^^^^
  |
  = cách sửa: xuất thành PDF (hoặc lưu thành tệp không có macro) rồi đính kèm tệp đó
"#,
        en: r#"
error[file-with-macros]: the file “mau-don.docx” has macros, which may do harm
 --> content/a.md:4:16
  |
4 | Xem [biểu mẫu](mau-don.docx).
  |                ^^^^^^^^^^^^
  |
  = help: save it as PDF (or as a file without macros) and attach that
"#,
    },
    Case {
        code: "media-without-words",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"

[markdown]
raw_html = ["content/phim.md"]
-- content/phim.md --
+++
title = "Phim"
+++
<video src="a.mp4" controls></video>

<video src="b.mp4" controls><track kind="captions" src="b.vtt"></video>

<audio src="c.mp3" controls aria-describedby="loi"></audio>
"#,
        vi: r#"
lỗi[media-without-words]: <video> không có phụ đề hay bản chữ; người khiếm thính không biết nội dung
 --> content/phim.md:4:1
  |
4 | <video src="a.mp4" controls></video>
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: thêm <track kind="captions" src="…"> vào trong thẻ, hoặc aria-describedby trỏ tới id của đoạn tóm tắt bằng chữ
"#,
        en: r#"
error[media-without-words]: <video> has no captions or transcript; deaf people cannot know what it says
 --> content/phim.md:4:1
  |
4 | <video src="a.mp4" controls></video>
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: put a <track kind="captions" src="…"> into it, or an aria-describedby with the id of a summary in words
"#,
    },
    Case {
        code: "moving-content",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"

[markdown]
raw_html = ["content/phim.md"]
-- content/phim.md --
+++
title = "Phim"
+++
<marquee>Chào mừng</marquee>

<video src="b.mp4" autoplay><track kind="captions" src="b.vtt"></video>
"#,
        vi: r#"
lỗi[moving-content]: <marquee> tự chạy; trang của cơ quan nhà nước không được có chữ nhấp nháy, chữ chạy hay phim tự phát
 --> content/phim.md:4:1
  |
4 | <marquee>Chào mừng</marquee>
  | ^^^^^^^^^
  |
  = cách sửa: bỏ autoplay, hoặc thay chữ chạy bằng một đoạn chữ thường

lỗi[moving-content]: <video> tự chạy; trang của cơ quan nhà nước không được có chữ nhấp nháy, chữ chạy hay phim tự phát
 --> content/phim.md:6:1
  |
6 | <video src="b.mp4" autoplay><track kind="captions" src="b.vtt"></video>
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: bỏ autoplay, hoặc thay chữ chạy bằng một đoạn chữ thường
"#,
        en: r#"
error[moving-content]: <marquee> moves by itself; a state page must not blink, scroll or play by itself
 --> content/phim.md:4:1
  |
4 | <marquee>Chào mừng</marquee>
  | ^^^^^^^^^
  |
  = help: remove autoplay, or write a plain paragraph in place of moving text

error[moving-content]: <video> moves by itself; a state page must not blink, scroll or play by itself
 --> content/phim.md:6:1
  |
6 | <video src="b.mp4" autoplay><track kind="captions" src="b.vtt"></video>
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: remove autoplay, or write a plain paragraph in place of moving text
"#,
    },
    Case {
        code: "third-party",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
theme = "xa"

[check]
hosts = ["ban-do.example.vn"]
-- static/them.css --
@import "https://fonts.example.com/css";
body { background: url(nen.png) }
-- themes/xa/theme.toml --
extends = "cong-xa"
-- themes/xa/static/xa.css --
@font-face { src: url(//fonts.example.com/a.woff2) }
-- themes/xa/templates/partials/after.html --
<script src="https://cdn.example.com/a.js"></script>
<script src="https://ban-do.example.vn/a.js"></script>
<a href="https://example.com/">một trang khác</a>
"#,
        vi: r#"
lỗi[third-party]: trang sẽ tự gọi sang trang khác: https://fonts.example.com/css
 --> static/them.css:1:10
  |
1 | @import "https://fonts.example.com/css";
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: chép tệp ấy vào thư mục static/ và dùng bản đó: trang của xã không để trang khác theo dõi người đọc
  = cách sửa: nếu bắt buộc phải dùng, thêm vào site.toml: [check] rồi hosts = ["fonts.example.com"]

lỗi[third-party]: trang sẽ tự gọi sang trang khác: //fonts.example.com/a.woff2
 --> themes/xa/static/xa.css:1:23
  |
1 | @font-face { src: url(//fonts.example.com/a.woff2) }
  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: chép tệp ấy vào thư mục static/ và dùng bản đó: trang của xã không để trang khác theo dõi người đọc
  = cách sửa: nếu bắt buộc phải dùng, thêm vào site.toml: [check] rồi hosts = ["fonts.example.com"]

lỗi[third-party]: trang sẽ tự gọi sang trang khác: https://cdn.example.com/a.js
 --> themes/xa/templates/partials/after.html:1:14
  |
1 | <script src="https://cdn.example.com/a.js"></script>
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: chép tệp ấy vào thư mục static/ và dùng bản đó: trang của xã không để trang khác theo dõi người đọc
  = cách sửa: nếu bắt buộc phải dùng, thêm vào site.toml: [check] rồi hosts = ["cdn.example.com"]
"#,
        en: r#"
error[third-party]: the page would call another site by itself: https://fonts.example.com/css
 --> static/them.css:1:10
  |
1 | @import "https://fonts.example.com/css";
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: copy the file into static/ and use that: a state page lets nobody else watch its readers
  = help: if it must be, add to site.toml: [check], then hosts = ["fonts.example.com"]

error[third-party]: the page would call another site by itself: //fonts.example.com/a.woff2
 --> themes/xa/static/xa.css:1:23
  |
1 | @font-face { src: url(//fonts.example.com/a.woff2) }
  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: copy the file into static/ and use that: a state page lets nobody else watch its readers
  = help: if it must be, add to site.toml: [check], then hosts = ["fonts.example.com"]

error[third-party]: the page would call another site by itself: https://cdn.example.com/a.js
 --> themes/xa/templates/partials/after.html:1:14
  |
1 | <script src="https://cdn.example.com/a.js"></script>
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: copy the file into static/ and use that: a state page lets nobody else watch its readers
  = help: if it must be, add to site.toml: [check], then hosts = ["cdn.example.com"]
"#,
    },
    Case {
        code: "measuring-host",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"

[organization]
head_html = "<script src=\"https://do.example.com/a.js\"></script><script src=\"https://do.example.gov.vn/a.js\"></script>"
"#,
        vi: r#"
cảnh báo[measuring-host]: mã đo lường gọi tới máy chủ không phải của Nhà nước: do.example.com
 --> site.toml:4:13
  |
4 | head_html = "<script src=\"https://do.example.com/a.js\"></script><script src=\"https://do.example.gov.vn/a.js\"></script>"
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: nếu bắt buộc phải dùng, thêm vào site.toml: [check] rồi hosts = ["do.example.com"]
"#,
        en: r#"
warning[measuring-host]: the measuring snippet calls a host that is not the State's: do.example.com
 --> site.toml:4:13
  |
4 | head_html = "<script src=\"https://do.example.com/a.js\"></script><script src=\"https://do.example.gov.vn/a.js\"></script>"
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: if it must be, add to site.toml: [check], then hosts = ["do.example.com"]
"#,
    },
    Case {
        code: "low-contrast",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
theme = "xa"
-- themes/xa/theme.toml --
extends = "cong-xa"

[[contrast]]
text = "vang"
on = "do"
-- themes/xa/static/xa.css --
:root { --do: #da251d; --vang: #ff0; }
@media (prefers-color-scheme: dark) {
  :root { --vang: #ffcd00; }
}
"#,
        vi: r#"
lỗi[low-contrast]: màu chữ --vang không đủ rõ trên nền --do: tương phản 3,28:1, cần ít nhất 4,5:1
 --> themes/xa/static/xa.css:3:11
  |
3 |   :root { --vang: #ffcd00; }
  |           ^^^^^^^^^^^^^^^
  |
  = cách sửa: chọn màu chữ đậm hơn trên nền nhạt, hoặc nhạt hơn trên nền đậm
"#,
        en: r#"
error[low-contrast]: the text colour --vang is not clear enough on --do: contrast 3,28:1, at least 4.5:1 is needed
 --> themes/xa/static/xa.css:3:11
  |
3 |   :root { --vang: #ffcd00; }
  |           ^^^^^^^^^^^^^^^
  |
  = help: take a darker text on a light ground, or a lighter one on a dark ground
"#,
    },
    Case {
        code: "replaced-document",
        site: r#"
-- content/van-ban/_index.md --
+++
title = "Văn bản"
child_kind = "document"
+++
-- content/van-ban/cu.md --
+++
title = "Nghị định cũ"
symbol = "42/2022/NĐ-CP"
expired = 2026-07-01
replaced_by = "224/2026/NĐ-CP"
+++
-- content/van-ban/moi.md --
+++
title = "Nghị định mới"
symbol = "224/2026/NĐ-CP"
+++
-- content/a.md --
+++
title = "Bài"
date = 2026-07-15
+++
Theo Nghị định số 42/2022/NĐ-CP, xã công khai thông tin.
-- content/b.md --
+++
title = "Bài biết văn bản mới"
date = 2026-07-15
+++
Nghị định số 224/2026/NĐ-CP thay thế Nghị định số 42/2022/NĐ-CP.
-- content/c.md --
+++
title = "Bài cũ"
date = 2025-07-15
+++
Theo Nghị định số 42/2022/NĐ-CP, xã công khai thông tin.
"#,
        vi: r#"
cảnh báo[replaced-document]: văn bản 42/2022/NĐ-CP đã bị 224/2026/NĐ-CP thay thế, hết hiệu lực từ 01/07/2026
 --> content/a.md:5:19
  |
5 | Theo Nghị định số 42/2022/NĐ-CP, xã công khai thông tin.
  |                   ^^^^^^^^^^^^^
  |
  = cách sửa: dẫn 224/2026/NĐ-CP thay cho văn bản cũ, hoặc nói rõ văn bản cũ đã được 224/2026/NĐ-CP thay thế
xem thêm: văn bản ghi ở đây
 --> content/van-ban/cu.md:3:10
  |
3 | symbol = "42/2022/NĐ-CP"
  |          ^^^^^^^^^^^^^^^
"#,
        en: r#"
warning[replaced-document]: 42/2022/NĐ-CP was replaced by 224/2026/NĐ-CP and has no effect since 01/07/2026
 --> content/a.md:5:19
  |
5 | Theo Nghị định số 42/2022/NĐ-CP, xã công khai thông tin.
  |                   ^^^^^^^^^^^^^
  |
  = help: cite 224/2026/NĐ-CP in its place, or say that 224/2026/NĐ-CP has replaced it
note: the document is recorded here
 --> content/van-ban/cu.md:3:10
  |
3 | symbol = "42/2022/NĐ-CP"
  |          ^^^^^^^^^^^^^^^
"#,
    },
    Case {
        code: "large-file",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"

[check]
attachment_mb = 1
-- static/so-lieu.csv as many --
thôn
"#,
        vi: r#"
cảnh báo[large-file]: tệp “so-lieu.csv” quá lớn để tải bằng điện thoại: 1,7 MB (nên dưới 1 MB)
--> static/so-lieu.csv
 = cách sửa: nén tệp hoặc chia thành nhiều phần; giới hạn đặt ở attachment_mb trong bảng [check] của site.toml
"#,
        en: r#"
warning[large-file]: the file “so-lieu.csv” is too large for a telephone: 1,7 MB (keep it below 1 MB)
--> static/so-lieu.csv
 = help: make it smaller or split it; the limit is attachment_mb in the table [check] of site.toml
"#,
    },
    Case {
        code: "scanned-pdf",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Xem [kế hoạch](ke-hoach.pdf).
-- content/ke-hoach.pdf --
%PDF-1.4
<< /Type /XObject /Subtype /Image >>
"#,
        vi: r#"
cảnh báo[scanned-pdf]: tệp “ke-hoach.pdf” chỉ gồm ảnh chụp, không có chữ; máy đọc màn hình và tìm kiếm không đọc được
 --> content/a.md:4:16
  |
4 | Xem [kế hoạch](ke-hoach.pdf).
  |                ^^^^^^^^^^^^
  |
  = cách sửa: xuất PDF từ tệp Word gốc; nếu chỉ có bản giấy, chép nội dung chính vào bài hoặc nhận dạng chữ (OCR)
"#,
        en: r#"
warning[scanned-pdf]: the file “ke-hoach.pdf” is only pictures of pages and has no text; screen readers and searches cannot read it
 --> content/a.md:4:16
  |
4 | Xem [kế hoạch](ke-hoach.pdf).
  |                ^^^^^^^^^^^^
  |
  = help: save the PDF from the original text; if there is only paper, write its content into the page or recognise the text (OCR)
"#,
    },
    Case {
        code: "wrong-weekday",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Họp lúc 8 giờ, thứ Sáu, ngày 21/11/2026 tại nhà văn hóa.
"#,
        vi: r#"
lỗi[wrong-weekday]: 21/11/2026 không phải là Thứ Sáu
 --> content/a.md:4:16
  |
4 | Họp lúc 8 giờ, thứ Sáu, ngày 21/11/2026 tại nhà văn hóa.
  |                ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: ngày 21/11/2026 là Thứ Bảy
"#,
        en: r#"
error[wrong-weekday]: 21/11/2026 is not “Thứ Sáu”
 --> content/a.md:4:16
  |
4 | Họp lúc 8 giờ, thứ Sáu, ngày 21/11/2026 tại nhà văn hóa.
  |                ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: 21/11/2026 is “Thứ Bảy”
"#,
    },
    Case {
        code: "impossible-date",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Hạn nộp: ngày 31/11/2026. Khai mạc thứ Hai, 30/02/2026.
"#,
        vi: r#"
lỗi[impossible-date]: không có ngày “31/11/2026”
 --> content/a.md:4:15
  |
4 | Hạn nộp: ngày 31/11/2026. Khai mạc thứ Hai, 30/02/2026.
  |               ^^^^^^^^^^
  |
  = cách sửa: xem lại ngày, tháng trong văn bản gốc

lỗi[impossible-date]: không có ngày “thứ Hai, 30/02/2026”
 --> content/a.md:4:36
  |
4 | Hạn nộp: ngày 31/11/2026. Khai mạc thứ Hai, 30/02/2026.
  |                                    ^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xem lại ngày, tháng trong văn bản gốc
"#,
        en: r#"
error[impossible-date]: there is no day “31/11/2026”
 --> content/a.md:4:15
  |
4 | Hạn nộp: ngày 31/11/2026. Khai mạc thứ Hai, 30/02/2026.
  |               ^^^^^^^^^^
  |
  = help: check the day and month in the original

error[impossible-date]: there is no day “thứ Hai, 30/02/2026”
 --> content/a.md:4:36
  |
4 | Hạn nộp: ngày 31/11/2026. Khai mạc thứ Hai, 30/02/2026.
  |                                    ^^^^^^^^^^^^^^^^^^^
  |
  = help: check the day and month in the original
"#,
    },
    Case {
        code: "citation-date",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Theo Nghị quyết số 57-NQ/TW ngày 20/12/2024 của Bộ Chính trị.
-- content/nq.md --
+++
title = "Nghị quyết 57"
kind = "document"
symbol = "57-NQ/TW"
type = "Nghị quyết"
issuer = "Bộ Chính trị"
issued = 2024-12-22
+++
"#,
        vi: r#"
lỗi[citation-date]: ngày của văn bản 57-NQ/TW ghi sai: 20/12/2024
 --> content/a.md:4:29
  |
4 | Theo Nghị quyết số 57-NQ/TW ngày 20/12/2024 của Bộ Chính trị.
  |                             ^^^^^^^^^^^^^^^
  |
  = cách sửa: 57-NQ/TW ban hành ngày 22/12/2024
xem thêm: văn bản ghi ở đây
 --> content/nq.md:4:10
  |
4 | symbol = "57-NQ/TW"
  |          ^^^^^^^^^^
"#,
        en: r#"
error[citation-date]: the date given for 57-NQ/TW is wrong: 20/12/2024
 --> content/a.md:4:29
  |
4 | Theo Nghị quyết số 57-NQ/TW ngày 20/12/2024 của Bộ Chính trị.
  |                             ^^^^^^^^^^^^^^^
  |
  = help: 57-NQ/TW was issued on 22/12/2024
note: the document is recorded here
 --> content/nq.md:4:10
  |
4 | symbol = "57-NQ/TW"
  |          ^^^^^^^^^^
"#,
    },
    Case {
        code: "citation-issuer",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Ban Bí thư.
-- content/nq.md --
+++
title = "Nghị quyết 57"
kind = "document"
symbol = "57-NQ/TW"
type = "Nghị quyết"
issuer = "Bộ Chính trị"
issued = 2024-12-22
+++
"#,
        vi: r#"
lỗi[citation-issuer]: cơ quan ban hành văn bản 57-NQ/TW ghi sai: Ban Bí thư
 --> content/a.md:4:49
  |
4 | Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Ban Bí thư.
  |                                                 ^^^^^^^^^^
  |
  = cách sửa: 57-NQ/TW do Bộ Chính trị ban hành
xem thêm: văn bản ghi ở đây
 --> content/nq.md:4:10
  |
4 | symbol = "57-NQ/TW"
  |          ^^^^^^^^^^
"#,
        en: r#"
error[citation-issuer]: the issuer given for 57-NQ/TW is wrong: Ban Bí thư
 --> content/a.md:4:49
  |
4 | Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Ban Bí thư.
  |                                                 ^^^^^^^^^^
  |
  = help: 57-NQ/TW was issued by Bộ Chính trị
note: the document is recorded here
 --> content/nq.md:4:10
  |
4 | symbol = "57-NQ/TW"
  |          ^^^^^^^^^^
"#,
    },
    Case {
        code: "citation-type",
        site: r#"
-- content/a.md --
+++
title = "Bài"
+++
Theo Chỉ thị số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.
-- content/nq.md --
+++
title = "Nghị quyết 57"
kind = "document"
symbol = "57-NQ/TW"
type = "Nghị quyết"
issuer = "Bộ Chính trị"
issued = 2024-12-22
+++
"#,
        vi: r#"
lỗi[citation-type]: loại của văn bản 57-NQ/TW ghi sai: Chỉ thị
 --> content/a.md:4:6
  |
4 | Theo Chỉ thị số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.
  |      ^^^^^^^
  |
  = cách sửa: 57-NQ/TW là Nghị quyết
xem thêm: văn bản ghi ở đây
 --> content/nq.md:4:10
  |
4 | symbol = "57-NQ/TW"
  |          ^^^^^^^^^^
"#,
        en: r#"
error[citation-type]: the type given for 57-NQ/TW is wrong: Chỉ thị
 --> content/a.md:4:6
  |
4 | Theo Chỉ thị số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.
  |      ^^^^^^^
  |
  = help: 57-NQ/TW is a “Nghị quyết”
note: the document is recorded here
 --> content/nq.md:4:10
  |
4 | symbol = "57-NQ/TW"
  |          ^^^^^^^^^^
"#,
    },
    Case {
        code: "duplicate-symbol",
        site: r#"
-- content/nq.md --
+++
title = "Nghị quyết 57"
kind = "document"
symbol = "57-NQ/TW"
type = "Nghị quyết"
issuer = "Bộ Chính trị"
issued = 2024-12-22
+++
-- content/nq-57.md --
+++
title = "Nghị quyết về khoa học"
kind = "document"
symbol = "57-NQ/TW"
type = "Nghị quyết"
issuer = "Bộ Chính trị"
issued = 2024-12-22
+++
"#,
        vi: r#"
lỗi[duplicate-symbol]: hai văn bản cùng số, ký hiệu “57-NQ/TW”
 --> content/nq.md:4:10
  |
4 | symbol = "57-NQ/TW"
  |          ^^^^^^^^^^
  |
  = cách sửa: giữ một trang cho mỗi văn bản, hoặc ghi cả năm: 12/2026/QĐ-UBND
xem thêm: văn bản ghi ở đây
 --> content/nq-57.md:4:10
  |
4 | symbol = "57-NQ/TW"
  |          ^^^^^^^^^^
"#,
        en: r#"
error[duplicate-symbol]: two documents have the symbol “57-NQ/TW”
 --> content/nq.md:4:10
  |
4 | symbol = "57-NQ/TW"
  |          ^^^^^^^^^^
  |
  = help: keep one page per document, or give the year: 12/2026/QĐ-UBND
note: the document is recorded here
 --> content/nq-57.md:4:10
  |
4 | symbol = "57-NQ/TW"
  |          ^^^^^^^^^^
"#,
    },
    Case {
        code: "date-order",
        site: r#"
-- content/nq.md --
+++
title = "Nghị quyết 57"
kind = "document"
issued = 2024-12-22
effective = 2024-12-02
+++
"#,
        vi: r#"
lỗi[date-order]: “effective” sớm hơn “issued”
 --> content/nq.md:5:13
  |
5 | effective = 2024-12-02
  |             ^^^^^^^^^^
  |
  = cách sửa: xem lại hai ngày này trong văn bản
"#,
        en: r#"
error[date-order]: “effective” is earlier than “issued”
 --> content/nq.md:5:13
  |
5 | effective = 2024-12-02
  |             ^^^^^^^^^^
  |
  = help: check both dates in the document
"#,
    },
    Case {
        code: "switch-only-here",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
[publish.chinh-thuc]
type = "ftps"
host = "may-chu.example.vn"
user = "xa"
path = "public_html"
switch = true
"#,
        vi: r#"
lỗi[switch-only-here]: switch = true chỉ dùng được với type = "sftp" hoặc type = "folder", và path phải có tên thư mục
 --> site.toml:7:10
  |
7 | switch = true
  |          ^^^^
  |
  = cách sửa: xóa dòng switch, hoặc sửa type và path
"#,
        en: r#"
error[switch-only-here]: switch = true is for type = "sftp" or type = "folder", and path must name a folder
 --> site.toml:7:10
  |
7 | switch = true
  |          ^^^^
  |
  = help: delete the line switch, or mend type and path
"#,
    },
    Case {
        code: "publish-without-name",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
[publish]
password = "bi-mat"
type = "sftp"
host = "may-chu.example.vn"
"#,
        vi: r#"
lỗi[publish-without-name]: phần [publish] thiếu tên của nơi đăng
 --> site.toml:4:1
  |
4 | type = "sftp"
  | ^^^^
  |
  = cách sửa: viết [publish.chinh-thuc] thay cho [publish]; có nhiều nơi thì thêm default = true vào nơi hay đăng nhất
"#,
        en: r#"
error[publish-without-name]: the section [publish] lacks the name of the place
 --> site.toml:4:1
  |
4 | type = "sftp"
  | ^^^^
  |
  = help: write [publish.live] in place of [publish]; where there are several places, add default = true to the usual one
"#,
    },
    Case {
        code: "secret-in-settings",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
[publish.chinh-thuc]
type = "sftp"
host = "may-chu.example.vn"
user = "xa"
password = "bi-mat"
"#,
        vi: r#"
lỗi[secret-in-settings]: [publish.chinh-thuc] có “password”: mật khẩu không được ghi trong site.toml
--> site.toml
 = cách sửa: xóa dòng đó và đổi mật khẩu; khi đăng, chương trình sẽ hỏi, hoặc đọc từ biến môi trường TRANGXA_PASSWORD_CHINH_THUC
"#,
        en: r#"
error[secret-in-settings]: [publish.chinh-thuc] has “password”: a password must not stand in site.toml
--> site.toml
 = help: delete the line and change the password; it is asked for when publishing, or read from the environment variable TRANGXA_PASSWORD_CHINH_THUC
"#,
    },
    Case {
        code: "bad-base-url",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
base_url = "laikhe.haiphong.gov.vn"
"#,
        vi: r#"
lỗi[bad-base-url]: base_url “laikhe.haiphong.gov.vn” không phải là địa chỉ web
 --> site.toml:2:12
  |
2 | base_url = "laikhe.haiphong.gov.vn"
  |            ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: base_url = "https://laikhe.haiphong.gov.vn"
"#,
        en: r#"
error[bad-base-url]: base_url “laikhe.haiphong.gov.vn” is not a web address
 --> site.toml:2:12
  |
2 | base_url = "laikhe.haiphong.gov.vn"
  |            ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: base_url = "https://laikhe.haiphong.gov.vn"
"#,
    },
    Case {
        code: "bad-base-url",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
base_url = "https://lai khe.vn"
"#,
        vi: r#"
lỗi[bad-base-url]: base_url “https://lai khe.vn” không phải là địa chỉ web
 --> site.toml:2:12
  |
2 | base_url = "https://lai khe.vn"
  |            ^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết như: base_url = "https://tenxa.tinh.gov.vn"
"#,
        en: r#"
error[bad-base-url]: base_url “https://lai khe.vn” is not a web address
 --> site.toml:2:12
  |
2 | base_url = "https://lai khe.vn"
  |            ^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: base_url = "https://commune.province.gov.vn"
"#,
    },
    Case {
        code: "unknown-theme",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
theme = "cong-xã"
"#,
        vi: r#"
lỗi[unknown-theme]: không có giao diện “cong-xã”
 --> site.toml:2:9
  |
2 | theme = "cong-xã"
  |         ^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “cong-xa”?
"#,
        en: r#"
error[unknown-theme]: there is no theme “cong-xã”
 --> site.toml:2:9
  |
2 | theme = "cong-xã"
  |         ^^^^^^^^^
  |
  = help: did you mean “cong-xa”?
"#,
    },
    Case {
        code: "unknown-theme",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
theme = "xanh"
-- themes/xanh/theme.toml --
extends = "cong-x"
"#,
        vi: r#"
lỗi[unknown-theme]: không có giao diện “cong-x”
 --> themes/xanh/theme.toml:1:11
  |
1 | extends = "cong-x"
  |           ^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “cong-xa”?
"#,
        en: r#"
error[unknown-theme]: there is no theme “cong-x”
 --> themes/xanh/theme.toml:1:11
  |
1 | extends = "cong-x"
  |           ^^^^^^^^
  |
  = help: did you mean “cong-xa”?
"#,
    },
    Case {
        code: "unknown-theme",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
theme = "xanh-la"
"#,
        vi: r#"
lỗi[unknown-theme]: không có giao diện “xanh-la”
 --> site.toml:2:9
  |
2 | theme = "xanh-la"
  |         ^^^^^^^^^
  |
  = cách sửa: đặt giao diện vào themes/xanh-la/ hoặc dùng theme = "cong-xa"
"#,
        en: r#"
error[unknown-theme]: there is no theme “xanh-la”
 --> site.toml:2:9
  |
2 | theme = "xanh-la"
  |         ^^^^^^^^^
  |
  = help: put it in themes/xanh-la/ or use theme = "cong-xa"
"#,
    },
    Case {
        code: "theme-loop",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
theme = "xanh"
-- themes/xanh/theme.toml --
extends = "do"
-- themes/do/theme.toml --
extends = "xanh"
"#,
        vi: r#"
lỗi[theme-loop]: các giao diện kế thừa lẫn nhau thành vòng: xanh → do → xanh
 --> themes/do/theme.toml:1:11
  |
1 | extends = "xanh"
  |           ^^^^^^
  |
  = cách sửa: sửa hoặc xóa dòng này để không giao diện nào kế thừa lại chính nó
"#,
        en: r#"
error[theme-loop]: the themes extend each other in a loop: xanh → do → xanh
 --> themes/do/theme.toml:1:11
  |
1 | extends = "xanh"
  |           ^^^^^^
  |
  = help: change or delete this line so that no theme extends itself
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% if page.title %}
{{ page.title }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: thẻ {% if %} không có {% endif %}
 --> themes/cong-xa/templates/article.html:1:1
  |
1 | {% if page.title %}
  | ^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: {% if %} has no {% endif %}
 --> themes/cong-xa/templates/article.html:1:1
  |
1 | {% if page.title %}
  | ^^^^^^^^^^^^^^^^^^^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
<h1>{{ page.title }</h1>
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: không được có “}” ở đây
 --> themes/cong-xa/templates/article.html:1:19
  |
1 | <h1>{{ page.title }</h1>
  |                   ^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: there must be no “}” here
 --> themes/cong-xa/templates/article.html:1:19
  |
1 | <h1>{{ page.title }</h1>
  |                   ^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
<h1>{{ page.title | date_log }}</h1>
{{ lates() }}
{% if page is strng %}{% endif %}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: không có bộ lọc “date_log”
 --> themes/cong-xa/templates/article.html:1:21
  |
1 | <h1>{{ page.title | date_log }}</h1>
  |                     ^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “date_long”?

lỗi[template-syntax]: mẫu giao diện viết sai: không có hàm “lates”
 --> themes/cong-xa/templates/article.html:2:4
  |
2 | {{ lates() }}
  |    ^^^^^
  |
  = cách sửa: có phải bạn muốn viết “latest”?

lỗi[template-syntax]: mẫu giao diện viết sai: không có phép thử “strng”
 --> themes/cong-xa/templates/article.html:3:15
  |
3 | {% if page is strng %}{% endif %}
  |               ^^^^^
  |
  = cách sửa: có phải bạn muốn viết “string”?
"#,
        en: r#"
error[template-syntax]: the template is not well written: there is no filter “date_log”
 --> themes/cong-xa/templates/article.html:1:21
  |
1 | <h1>{{ page.title | date_log }}</h1>
  |                     ^^^^^^^^
  |
  = help: did you mean “date_long”?

error[template-syntax]: the template is not well written: there is no function “lates”
 --> themes/cong-xa/templates/article.html:2:4
  |
2 | {{ lates() }}
  |    ^^^^^
  |
  = help: did you mean “latest”?

error[template-syntax]: the template is not well written: there is no test “strng”
 --> themes/cong-xa/templates/article.html:3:15
  |
3 | {% if page is strng %}{% endif %}
  |               ^^^^^
  |
  = help: did you mean “string”?
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% extends "bas.html" %}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: không có mẫu “bas.html”
 --> themes/cong-xa/templates/article.html:1:13
  |
1 | {% extends "bas.html" %}
  |             ^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “base.html”?
"#,
        en: r#"
error[template-syntax]: the template is not well written: there is no template “bas.html”
 --> themes/cong-xa/templates/article.html:1:13
  |
1 | {% extends "bas.html" %}
  |             ^^^^^^^^
  |
  = help: did you mean “base.html”?
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% include "partials/foter.html" %}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: không có mẫu “partials/foter.html”
 --> themes/cong-xa/templates/article.html:1:13
  |
1 | {% include "partials/foter.html" %}
  |             ^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “partials/footer.html”?
"#,
        en: r#"
error[template-syntax]: the template is not well written: there is no template “partials/foter.html”
 --> themes/cong-xa/templates/article.html:1:13
  |
1 | {% include "partials/foter.html" %}
  |             ^^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean “partials/footer.html”?
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% extends "base.html" %}
{% block man %}x{% endblock %}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: mẫu gốc không có khối “man”
 --> themes/cong-xa/templates/article.html:2:10
  |
2 | {% block man %}x{% endblock %}
  |          ^^^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: the template that is extended has no block “man”
 --> themes/cong-xa/templates/article.html:2:10
  |
2 | {% block man %}x{% endblock %}
  |          ^^^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% fi page %}x{% endif %}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: không có thẻ “fi”, hoặc thẻ không được đứng ở đây
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {% fi page %}x{% endif %}
  |    ^^
  |
  = cách sửa: có phải bạn muốn viết “if”?
"#,
        en: r#"
error[template-syntax]: the template is not well written: there is no tag “fi”, or it cannot stand here
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {% fi page %}x{% endif %}
  |    ^^
  |
  = help: did you mean “if”?
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ page.title + }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: không được có “}}” ở đây
 --> themes/cong-xa/templates/article.html:1:17
  |
1 | {{ page.title + }}
  |                 ^^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: there must be no “}}” here
 --> themes/cong-xa/templates/article.html:1:17
  |
1 | {{ page.title + }}
  |                 ^^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ "chữ }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: chữ mở bằng " mà không đóng
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ "chữ }}
  |    ^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: the text opens with " and does not close
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ "chữ }}
  |    ^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% for p in items %}{{ p.title }}{% endif %}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: không có thẻ “endif”, hoặc thẻ không được đứng ở đây
 --> themes/cong-xa/templates/article.html:1:37
  |
1 | {% for p in items %}{{ p.title }}{% endif %}
  |                                     ^^^^^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: there is no tag “endif”, or it cannot stand here
 --> themes/cong-xa/templates/article.html:1:37
  |
1 | {% for p in items %}{{ p.title }}{% endif %}
  |                                     ^^^^^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/base.html --
{{ extra_x }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: thiếu khối mà các mẫu khác cần: band, main, title
--> themes/cong-xa/templates/base.html
 = cách sửa: thêm vào mẫu: {% block tên %}{% endblock %}, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: blocks that other templates need are missing: band, main, title
--> themes/cong-xa/templates/base.html
 = help: add to the template: {% block name %}{% endblock %}, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% if page %}x
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: thẻ {% if %} không có {% endif %}
 --> themes/cong-xa/templates/article.html:1:1
  |
1 | {% if page %}x
  | ^^^^^^^^^^^^^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: {% if %} has no {% endif %}
 --> themes/cong-xa/templates/article.html:1:1
  |
1 | {% if page %}x
  | ^^^^^^^^^^^^^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% block x %}{{ page.title }
-- themes/cong-xa/templates/page.html --
{{ page.title | titel }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: không được có “}” ở đây
 --> themes/cong-xa/templates/article.html:1:28
  |
1 | {% block x %}{{ page.title }
  |                            ^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện

lỗi[template-syntax]: mẫu giao diện viết sai: không có bộ lọc “titel”
 --> themes/cong-xa/templates/page.html:1:17
  |
1 | {{ page.title | titel }}
  |                 ^^^^^
  |
  = cách sửa: có phải bạn muốn viết “title”?
"#,
        en: r#"
error[template-syntax]: the template is not well written: there must be no “}” here
 --> themes/cong-xa/templates/article.html:1:28
  |
1 | {% block x %}{{ page.title }
  |                            ^
  |
  = help: check this line, or delete the file to use the theme's own

error[template-syntax]: the template is not well written: there is no filter “titel”
 --> themes/cong-xa/templates/page.html:1:17
  |
1 | {{ page.title | titel }}
  |                 ^^^^^
  |
  = help: did you mean “title”?
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ page.title | replace(from="a" to="b") }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: không được có “to” ở đây
 --> themes/cong-xa/templates/article.html:1:34
  |
1 | {{ page.title | replace(from="a" to="b") }}
  |                                  ^^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: there must be no “to” here
 --> themes/cong-xa/templates/article.html:1:34
  |
1 | {{ page.title | replace(from="a" to="b") }}
  |                                  ^^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% block x %}{% endblock %}
{% block x %}{% endblock %}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: khối “x” viết hai lần
 --> themes/cong-xa/templates/article.html:2:10
  |
2 | {% block x %}{% endblock %}
  |          ^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: the block “x” stands twice
 --> themes/cong-xa/templates/article.html:2:10
  |
2 | {% block x %}{% endblock %}
  |          ^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% extends "base.html" %}chữ ở ngoài
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: trong mẫu có extends, nội dung phải nằm trong khối (block)
 --> themes/cong-xa/templates/article.html:1:26
  |
1 | {% extends "base.html" %}chữ ở ngoài
  |                          ^^^^^^^^^^^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: in a template that extends another, text must stand in a block
 --> themes/cong-xa/templates/article.html:1:26
  |
1 | {% extends "base.html" %}chữ ở ngoài
  |                          ^^^^^^^^^^^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "template-syntax",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% extends "article.html" %}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-syntax]: mẫu giao diện viết sai: các mẫu gọi lẫn nhau thành vòng: “cong-xa/article.html”
 --> themes/cong-xa/templates/article.html:1:1
  |
1 | {% extends "article.html" %}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xem lại dòng này, hoặc xóa tệp để dùng mẫu gốc của giao diện
"#,
        en: r#"
error[template-syntax]: the template is not well written: templates call each other in a loop: “cong-xa/article.html”
 --> themes/cong-xa/templates/article.html:1:1
  |
1 | {% extends "article.html" %}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: check this line, or delete the file to use the theme's own
"#,
    },
    Case {
        code: "broken-drawing",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
base_url = "https://xamau.example.vn"
-- themes/cong-xa/templates/card.svg --
<svg><g>{{ card.title }}</svg>
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[broken-drawing]: mẫu vẽ card.svg không cho ra một hình SVG đúng: expected 'g' tag, not 'svg' at 1:26
--> content/_index.md
 = cách sửa: sửa mẫu này trong thư mục templates/ của giao diện
xem thêm: mẫu dừng ở đây; còn 1 trang khác cũng hỏng vì chỗ này
--> themes/cong-xa/templates/card.svg
"#,
        en: r#"
error[broken-drawing]: the drawing card.svg does not give a well-formed SVG: expected 'g' tag, not 'svg' at 1:26
--> content/_index.md
 = help: mend the template in the templates/ folder of the theme
note: the template stopped here; 1 more pages stop at this place
--> themes/cong-xa/templates/card.svg
"#,
    },
    Case {
        code: "poster-text",
        site: r#"
-- content/a.md --
+++
title = "Đồ họa"
kind = "infographic"
image = "/a.svg"
image_alt = "Đồ họa"
source = {name = "Báo cáo"}
+++
Ngắn quá.
-- static/a.svg --
<svg width="9" height="9"></svg>
"#,
        vi: r#"
lỗi[poster-text]: đồ họa là ảnh làm sẵn mà phần chữ chỉ có 2 từ (cần ít nhất 40): người không xem được ảnh sẽ không biết nội dung
 --> content/a.md:4:9
  |
4 | image = "/a.svg"
  |         ^^^^^^^^
  |
  = cách sửa: viết lại bằng chữ, dưới phần đầu bài, mọi số liệu và lời trong ảnh
"#,
        en: r#"
error[poster-text]: the infographic is a picture and its text has only 2 words (at least 40): who cannot see the picture does not learn what it says
 --> content/a.md:4:9
  |
4 | image = "/a.svg"
  |         ^^^^^^^^
  |
  = help: write below the front matter, in words, all figures and texts of the picture
"#,
    },
    Case {
        code: "poster-source",
        site: r#"
-- content/a.md --
+++
title = "Đồ họa"
kind = "infographic"
+++
Chữ.
"#,
        vi: r#"
cảnh báo[poster-source]: đồ họa chưa ghi nguồn số liệu
 --> content/a.md:1:1
  |
1 | +++
  | ^^^
  |
  = cách sửa: thêm: source = {name = "Nghị quyết số 57-NQ/TW"}
"#,
        en: r#"
warning[poster-source]: the infographic does not say where its figures come from
 --> content/a.md:1:1
  |
1 | +++
  | ^^^
  |
  = help: add: source = {name = "Nghị quyết số 57-NQ/TW"}
"#,
    },
    Case {
        code: "bad-size",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã"
images = {zalo = "1280"}
"#,
        vi: r#"
lỗi[bad-size]: kích thước ảnh “1280” viết sai
 --> site.toml:2:18
  |
2 | images = {zalo = "1280"}
  |                  ^^^^^^
  |
  = cách sửa: viết như: zalo = "1280x720" (rộng x cao, mỗi chiều từ 200 đến 4000 điểm ảnh)
"#,
        en: r#"
error[bad-size]: “1280” is not the size of a picture
 --> site.toml:2:18
  |
2 | images = {zalo = "1280"}
  |                  ^^^^^^
  |
  = help: write: zalo = "1280x720" (width x height, each from 200 to 4000 pixels)
"#,
    },
    Case {
        code: "card-glyph",
        site: r#"
-- site.toml --
title = "Cổng thông tin xã ☎"
base_url = "https://xamau.example.vn"
-- content/a.md --
+++
title = "Xong ✓ rồi ✈"
+++
"#,
        vi: r#"
cảnh báo[card-glyph]: ảnh chia sẻ không vẽ được “✈”, “✓” trong tên nên bỏ qua
 --> content/a.md:2:9
  |
2 | title = "Xong ✓ rồi ✈"
  |         ^^^^^^^^^^^^^^
  |
  = cách sửa: bỏ ký tự này khỏi tên; không bỏ cũng được, trang vẫn hiện đủ, chỉ ảnh chia sẻ là thiếu

cảnh báo[card-glyph]: ảnh chia sẻ không vẽ được “☎” trong tên nên bỏ qua
--> site.toml
 = cách sửa: bỏ ký tự này khỏi tên; không bỏ cũng được, trang vẫn hiện đủ, chỉ ảnh chia sẻ là thiếu
"#,
        en: r#"
warning[card-glyph]: the social card cannot show “✈”, “✓” of the title and leaves it out
 --> content/a.md:2:9
  |
2 | title = "Xong ✓ rồi ✈"
  |         ^^^^^^^^^^^^^^
  |
  = help: take it out of the title, or leave it: the page shows all of it, only the social card does not

warning[card-glyph]: the social card cannot show “☎” of the title and leaves it out
--> site.toml
 = help: take it out of the title, or leave it: the page shows all of it, only the social card does not
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ partial(template="partials/chung.html", ten=page.title) }}
-- themes/cong-xa/templates/partials/chung.html --
{{ ten }} {{ page.date }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: không có biến nào tên “page”
 --> content/a.md
  = cách sửa: dùng được: root, site, ten
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/partials/chung.html:1:14
  |
1 | {{ ten }} {{ page.date }}
  |              ^^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: there is no variable “page”
 --> content/a.md
  = help: known: root, site, ten
note: the template stopped here
 --> themes/cong-xa/templates/partials/chung.html:1:14
  |
1 | {{ ten }} {{ page.date }}
  |              ^^^^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ partial(template="partials/foter.html") }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: không có mẫu “partials/foter.html”
 --> content/a.md
  = cách sửa: có phải bạn muốn viết “partials/footer.html”?
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ partial(template="partials/foter.html") }}
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: there is no template “partials/foter.html”
 --> content/a.md
  = help: did you mean “partials/footer.html”?
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ partial(template="partials/foter.html") }}
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ partial(template="partials/chung.html") }}
-- themes/cong-xa/templates/partials/chung.html --
{{ partial(template="partials/chung.html", lan=2) }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: các mẫu gọi lẫn nhau thành vòng: “partials/chung.html”
 --> content/a.md
  = cách sửa: tên mà mẫu được dùng có trong docs/templates.md
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/partials/chung.html:1:4
  |
1 | {{ partial(template="partials/chung.html", lan=2) }}
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: templates call each other in a loop: “partials/chung.html”
 --> content/a.md
  = help: the names that a template may use are in docs/templates.md
note: the template stopped here
 --> themes/cong-xa/templates/partials/chung.html:1:4
  |
1 | {{ partial(template="partials/chung.html", lan=2) }}
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
<h1>{{ pag.title }}</h1>
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: không có biến nào tên “pag”
 --> content/a.md
  = cách sửa: có phải bạn muốn viết “page”?
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:8
  |
1 | <h1>{{ pag.title }}</h1>
  |        ^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: there is no variable “pag”
 --> content/a.md
  = help: did you mean “page”?
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:8
  |
1 | <h1>{{ pag.title }}</h1>
  |        ^^^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
<h1>{{ page.titel }}</h1>
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: không có trường nào tên “titel”
 --> content/a.md
  = cách sửa: có phải bạn muốn viết “title”?
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:13
  |
1 | <h1>{{ page.titel }}</h1>
  |             ^^^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: there is no field “titel”
 --> content/a.md
  = help: did you mean “title”?
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:13
  |
1 | <h1>{{ page.titel }}</h1>
  |             ^^^^^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% for x in page.title %}{{ x }}{% endfor %}{{ page.title | date_short }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: ngày không hợp lệ: “Bài”
 --> content/a.md
  = cách sửa: tên mà mẫu được dùng có trong docs/templates.md
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:61
  |
1 | {% for x in page.title %}{{ x }}{% endfor %}{{ page.title | date_short }}
  |                                                             ^^^^^^^^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: not a valid date: “Bài”
 --> content/a.md
  = help: the names that a template may use are in docs/templates.md
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:61
  |
1 | {% for x in page.title %}{{ x }}{% endfor %}{{ page.title | date_short }}
  |                                                             ^^^^^^^^^^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ page.title + 1 }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: hai giá trị không cùng kiểu hoặc không phải là số
 --> content/a.md
  = cách sửa: tên mà mẫu được dùng có trong docs/templates.md
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ page.title + 1 }}
  |    ^^^^^^^^^^^^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: the two values are not of one type or not numbers
 --> content/a.md
  = help: the names that a template may use are in docs/templates.md
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ page.title + 1 }}
  |    ^^^^^^^^^^^^^^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ asset() }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: thiếu tham số “file”
 --> content/a.md
  = cách sửa: tên mà mẫu được dùng có trong docs/templates.md
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ asset() }}
  |    ^^^^^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: the argument “file” is missing
 --> content/a.md
  = help: the names that a template may use are in docs/templates.md
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ asset() }}
  |    ^^^^^^^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ 5 | upper }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: giá trị không đúng kiểu
 --> content/a.md
  = cách sửa: tên mà mẫu được dùng có trong docs/templates.md
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ 5 | upper }}
  |    ^
"#,
        en: r#"
error[template-failed]: this page cannot be made: the value is not of the right type
 --> content/a.md
  = help: the names that a template may use are in docs/templates.md
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ 5 | upper }}
  |    ^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ page.titel }}
-- content/a.md --
+++
title = "Bài"
+++
-- content/b.md --
+++
title = "Bài"
+++
-- content/c.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: không có trường nào tên “titel”
 --> content/a.md
  = cách sửa: có phải bạn muốn viết “title”?
xem thêm: mẫu dừng ở đây; còn 2 trang khác cũng hỏng vì chỗ này
 --> themes/cong-xa/templates/article.html:1:9
  |
1 | {{ page.titel }}
  |         ^^^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: there is no field “titel”
 --> content/a.md
  = help: did you mean “title”?
note: the template stopped here; 2 more pages stop at this place
 --> themes/cong-xa/templates/article.html:1:9
  |
1 | {{ page.titel }}
  |         ^^^^^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
{% for x in page.minutes %}{{ x }}{% endfor %}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: không lặp (for) được trên giá trị kiểu u64
 --> content/a.md
  = cách sửa: tên mà mẫu được dùng có trong docs/templates.md
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:13
  |
1 | {% for x in page.minutes %}{{ x }}{% endfor %}
  |             ^^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: a for cannot go over a value of the type u64
 --> content/a.md
  = help: the names that a template may use are in docs/templates.md
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:13
  |
1 | {% for x in page.minutes %}{{ x }}{% endfor %}
  |             ^^^^
"#,
    },
    Case {
        code: "template-failed",
        site: r#"
-- themes/cong-xa/templates/article.html --
{{ throw(message="dừng") }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[template-failed]: không dựng được trang này: Tera báo: dừng
 --> content/a.md
  = cách sửa: tên mà mẫu được dùng có trong docs/templates.md
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ throw(message="dừng") }}
  |    ^^^^^^^^^^^^^^^^^^^^^
"#,
        en: r#"
error[template-failed]: this page cannot be made: Tera says: dừng
 --> content/a.md
  = help: the names that a template may use are in docs/templates.md
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ throw(message="dừng") }}
  |    ^^^^^^^^^^^^^^^^^^^^^
"#,
    },
    Case {
        code: "unknown-asset",
        site: r#"
-- themes/cong-xa/templates/article.html --
<link href="{{ root }}{{ asset(file='css/styl.css') }}">
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[unknown-asset]: giao diện không có tệp static/css/styl.css
 --> content/a.md
  = cách sửa: đặt tệp vào thư mục static/ của giao diện, hoặc sửa tên
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:26
  |
1 | <link href="{{ root }}{{ asset(file='css/styl.css') }}">
  |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        en: r#"
error[unknown-asset]: the theme has no file static/css/styl.css
 --> content/a.md
  = help: put the file into the static/ folder of the theme, or mend the name
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:26
  |
1 | <link href="{{ root }}{{ asset(file='css/styl.css') }}">
  |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
    },
    Case {
        code: "unknown-asset",
        site: r#"
-- themes/cong-xa/static/css/them.css --
b {}
-- themes/cong-xa/templates/article.html --
{{ asset(file="css/the.css") }}
-- content/a.md --
+++
title = "Bài"
+++
"#,
        vi: r#"
lỗi[unknown-asset]: giao diện không có tệp static/css/the.css
 --> content/a.md
  = cách sửa: có phải bạn muốn viết “css/them.css”?
xem thêm: mẫu dừng ở đây
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ asset(file="css/the.css") }}
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        en: r#"
error[unknown-asset]: the theme has no file static/css/the.css
 --> content/a.md
  = help: did you mean “css/them.css”?
note: the template stopped here
 --> themes/cong-xa/templates/article.html:1:4
  |
1 | {{ asset(file="css/the.css") }}
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
    },
    Case {
        code: "missing-home",
        site: r#"
-- no content/_index.md --
-- content/gioi-thieu.md --
+++
title = "Giới thiệu"
+++
"#,
        vi: r#"
cảnh báo[missing-home]: chưa có tệp content/_index.md cho trang chủ; tạm lấy tên cổng làm tên trang chủ
--> content/_index.md
 = cách sửa: tạo tệp content/_index.md có ba dòng: +++ rồi title = "Tên trang chủ" rồi +++, sau đó viết vài dòng giới thiệu
"#,
        en: r#"
warning[missing-home]: there is no content/_index.md for the home page; the site's title is used for now
--> content/_index.md
 = help: make content/_index.md with three lines: +++ then title = "Title" then +++, and a few lines below
"#,
    },
];
