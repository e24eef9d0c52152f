//! Mistakes in the keys of kinds of pages.

use super::cases::Case;

/// Every case.
pub const CASES: &[Case] = &[
    Case {
        code: "unknown-campaign",
        site: r##"
-- content/a.md --
+++
title = "Tin"
campaign = "thang-soo"
+++
-- content/thang-so.md --
+++
title = "Tháng số"
kind = "campaign"
start = 2026-10-01
+++
"##,
        vi: r##"
lỗi[unknown-campaign]: không có chiến dịch “thang-soo”
 --> content/a.md:3:12
  |
3 | campaign = "thang-soo"
  |            ^^^^^^^^^^^
  |
  = cách sửa: có phải bạn muốn viết “thang-so”?
"##,
        en: r##"
error[unknown-campaign]: there is no campaign “thang-soo”
 --> content/a.md:3:12
  |
3 | campaign = "thang-soo"
  |            ^^^^^^^^^^^
  |
  = help: did you mean “thang-so”?
"##,
    },
    Case {
        code: "unknown-campaign",
        site: r##"
-- content/a.md --
+++
title = "Tin"
campaign = "mua-xuan"
+++
"##,
        vi: r##"
lỗi[unknown-campaign]: không có chiến dịch “mua-xuan”
 --> content/a.md:3:12
  |
3 | campaign = "mua-xuan"
  |            ^^^^^^^^^^
  |
  = cách sửa: ghi phần cuối trong địa chỉ của trang chiến dịch, hoặc tạo trang: trangxa moi campaign "Tên chiến dịch"
"##,
        en: r##"
error[unknown-campaign]: there is no campaign “mua-xuan”
 --> content/a.md:3:12
  |
3 | campaign = "mua-xuan"
  |            ^^^^^^^^^^
  |
  = help: give the last part of the campaign page's address, or make the page: trangxa new campaign "Title"
"##,
    },
    Case {
        code: "many-pinned",
        site: r##"
-- content/a.md --
+++
title = "Tháng số"
kind = "campaign"
start = 2026-10-01
pinned = ["b.md", "b.md", "b.md", "b.md", "b.md", "b.md", "b.md"]
+++
-- content/b.md --
+++
title = "Tin"
+++
"##,
        vi: r##"
lỗi[many-pinned]: chỉ ghim được nhiều nhất 6 bài
 --> content/a.md:5:10
  |
5 | pinned = ["b.md", "b.md", "b.md", "b.md", "b.md", "b.md", "b.md"]
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: giữ lại 6 bài quan trọng nhất; các bài khác vẫn tự hiện bên dưới
"##,
        en: r##"
error[many-pinned]: at most 6 pages can be pinned
 --> content/a.md:5:10
  |
5 | pinned = ["b.md", "b.md", "b.md", "b.md", "b.md", "b.md", "b.md"]
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: keep the 6 that matter most; the others still appear below by themselves
"##,
    },
    Case {
        code: "campaign-without-result",
        site: r##"
-- content/a.md --
+++
title = "Tháng số"
kind = "campaign"
start = 2026-10-01
end = 2026-10-10
+++
"##,
        vi: r##"
cảnh báo[campaign-without-result]: chiến dịch đã kết thúc mà chưa ghi kết quả
 --> content/a.md:2:9
  |
2 | title = "Tháng số"
  |         ^^^^^^^^^^
  |
  = cách sửa: thêm result = "…" vào phần đầu bài: đã làm được gì, bao nhiêu người tham gia
"##,
        en: r##"
warning[campaign-without-result]: the campaign is over and has no result
 --> content/a.md:2:9
  |
2 | title = "Tháng số"
  |         ^^^^^^^^^^
  |
  = help: add result = "…": what was done, and by how many
"##,
    },
    Case {
        code: "date-order",
        site: r##"
-- content/a.md --
+++
title = "Họp"
kind = "event"
start = 2026-12-02
end = 2026-12-01
+++
"##,
        vi: r##"
lỗi[date-order]: “end” sớm hơn “start”
 --> content/a.md:5:7
  |
5 | end = 2026-12-01
  |       ^^^^^^^^^^
  |
  = cách sửa: sửa “end” hoặc “start” cho đúng thứ tự
"##,
        en: r##"
error[date-order]: “end” is earlier than “start”
 --> content/a.md:5:7
  |
5 | end = 2026-12-01
  |       ^^^^^^^^^^
  |
  = help: mend “end” or “start” so that they are in order
"##,
    },
    Case {
        code: "bad-year-day",
        site: r##"
-- content/_data/days.toml --
[[day]]
id = "cds"
name = "Ngày"
date = "31/4"
"##,
        vi: r##"
lỗi[bad-year-day]: không có ngày “31/4” trong năm
 --> content/_data/days.toml:4:8
  |
4 | date = "31/4"
  |        ^^^^^^
  |
  = cách sửa: ghi ngày rồi đến tháng: date = "10/10"
"##,
        en: r##"
error[bad-year-day]: no year has the day “31/4”
 --> content/_data/days.toml:4:8
  |
4 | date = "31/4"
  |        ^^^^^^
  |
  = help: write the day, then the month: date = "10/10"
"##,
    },
    Case {
        code: "guide-without-steps",
        site: r##"
-- content/a.md --
+++
title = "Nộp hồ sơ"
kind = "guide"
+++
Mở rồi nộp.
"##,
        vi: r##"
cảnh báo[guide-without-steps]: bài hướng dẫn chưa chia thành các bước
 --> content/a.md:2:9
  |
2 | title = "Nộp hồ sơ"
  |         ^^^^^^^^^^^
  |
  = cách sửa: mở đầu mỗi bước bằng một dòng như: ## Mở ứng dụng; số thứ tự tự hiện
"##,
        en: r##"
warning[guide-without-steps]: the guide has no steps
 --> content/a.md:2:9
  |
2 | title = "Nộp hồ sơ"
  |         ^^^^^^^^^^^
  |
  = help: begin every step with a line such as: ## Open the app; the numbers appear by themselves
"##,
    },
    Case {
        code: "answer-without-date",
        site: r##"
-- content/a.md --
+++
title = "Hỏi"
kind = "question"
question = "Khi nào?"
received = 2026-11-20
+++
Tháng sau.
"##,
        vi: r##"
lỗi[answer-without-date]: ý kiến đã có lời trả lời mà chưa ghi ngày trả lời
 --> content/a.md:5:12
  |
5 | received = 2026-11-20
  |            ^^^^^^^^^^
  |
  = cách sửa: thêm vào phần đầu bài: answered = 2026-11-21
"##,
        en: r##"
error[answer-without-date]: the opinion has an answer but no day of the answer
 --> content/a.md:5:12
  |
5 | received = 2026-11-20
  |            ^^^^^^^^^^
  |
  = help: add to the front matter: answered = 2026-11-21
"##,
    },
    Case {
        code: "answer-without-text",
        site: r##"
-- content/a.md --
+++
title = "Hỏi"
kind = "question"
question = "Khi nào?"
received = 2026-11-02
answered = 2026-11-10
+++
"##,
        vi: r##"
lỗi[answer-without-text]: đã ghi ngày trả lời mà chưa có lời trả lời
 --> content/a.md:6:12
  |
6 | answered = 2026-11-10
  |            ^^^^^^^^^^
  |
  = cách sửa: viết lời trả lời dưới phần đầu bài, hoặc bỏ dòng answered
"##,
        en: r##"
error[answer-without-text]: there is a day of the answer but no answer
 --> content/a.md:6:12
  |
6 | answered = 2026-11-10
  |            ^^^^^^^^^^
  |
  = help: write the answer below the front matter, or remove the line answered
"##,
    },
    Case {
        code: "answer-without-unit",
        site: r##"
-- content/a.md --
+++
title = "Hỏi"
kind = "question"
question = "Khi nào?"
received = 2026-11-02
answered = 2026-11-10
+++
Tháng sau.
"##,
        vi: r##"
lỗi[answer-without-unit]: lời trả lời chưa ghi đơn vị trả lời
 --> content/a.md:6:12
  |
6 | answered = 2026-11-10
  |            ^^^^^^^^^^
  |
  = cách sửa: thêm unit = "mã đơn vị" (mã trong content/_data/units.toml)
"##,
        en: r##"
error[answer-without-unit]: the answer does not say which unit gives it
 --> content/a.md:6:12
  |
6 | answered = 2026-11-10
  |            ^^^^^^^^^^
  |
  = help: add unit = "id" (an id of content/_data/units.toml)
"##,
    },
    Case {
        code: "unanswered-question",
        site: r##"
-- content/a.md --
+++
title = "Hỏi"
kind = "question"
question = "Khi nào?"
received = 2026-10-02
+++
"##,
        vi: r##"
cảnh báo[unanswered-question]: ý kiến chưa được trả lời sau 50 ngày (hạn 15 ngày)
 --> content/a.md:4:12
  |
4 | question = "Khi nào?"
  |            ^^^^^^^^^^
  |
  = cách sửa: nhắc đơn vị trả lời; hạn đặt ở answer_days trong bảng [check] của site.toml
"##,
        en: r##"
warning[unanswered-question]: the opinion has waited 50 days for an answer (the limit is 15 days)
 --> content/a.md:4:12
  |
4 | question = "Khi nào?"
  |            ^^^^^^^^^^
  |
  = help: remind the unit; the limit is answer_days in the table [check] of site.toml
"##,
    },
    Case {
        code: "personal-contact",
        site: r##"
-- content/a.md --
+++
title = "Hỏi"
kind = "question"
question = "Gọi tôi số 0912345678."
received = 2026-11-20
+++
"##,
        vi: r##"
cảnh báo[personal-contact]: “0912345678” giống số điện thoại, hộp thư hoặc tài khoản riêng của một người
 --> content/a.md:4:12
  |
4 | question = "Gọi tôi số 0912345678."
  |            ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xóa đi; nếu là liên hệ chính thức, thêm vào site.toml: [check] rồi contacts = ["0912345678"]
"##,
        en: r##"
warning[personal-contact]: “0912345678” looks like somebody's own telephone, mail address or account
 --> content/a.md:4:12
  |
4 | question = "Gọi tôi số 0912345678."
  |            ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: delete it; if it is an official contact, add to site.toml: [check], then contacts = ["0912345678"]
"##,
    },
    Case {
        code: "correction-without-source",
        site: r##"
-- content/a.md --
+++
title = "Đúng"
kind = "correction"
claim = "Sai"
fact = "Đúng"
+++
"##,
        vi: r##"
lỗi[correction-without-source]: thông tin đúng phải có nguồn
 --> content/a.md:2:9
  |
2 | title = "Đúng"
  |         ^^^^^^
  |
  = cách sửa: thêm vào phần đầu bài: source = {name = "Tên cơ quan hoặc văn bản", url = "https://…"}
"##,
        en: r##"
error[correction-without-source]: a correction must have a source
 --> content/a.md:2:9
  |
2 | title = "Đúng"
  |         ^^^^^^
  |
  = help: add to the front matter: source = {name = "Name", url = "https://…"}
"##,
    },
    Case {
        code: "page-needed",
        site: r##"
-- content/a.md --
+++
title = "Đúng"
kind = "correction"
claim = "Sai"
fact = "Đúng"
source = {name = "UBND xã"}
corrects = "/"
+++
"##,
        vi: r##"
lỗi[page-needed]: “/” không phải là một bài trên cổng
 --> content/a.md:7:12
  |
7 | corrects = "/"
  |            ^^^
  |
  = cách sửa: ghi địa chỉ một bài của cổng, ví dụ /tin-tuc/bai-viet/
"##,
        en: r##"
error[page-needed]: “/” is no page of this site
 --> content/a.md:7:12
  |
7 | corrects = "/"
  |            ^^^
  |
  = help: give the address of a page, such as /tin-tuc/bai-viet/
"##,
    },
    Case {
        code: "reprint-without-source",
        site: r##"
-- content/a.md --
+++
title = "Tin tỉnh"
kind = "reprint"
+++
"##,
        vi: r##"
lỗi[reprint-without-source]: tin dẫn lại phải ghi tên và địa chỉ của bài gốc
 --> content/a.md:2:9
  |
2 | title = "Tin tỉnh"
  |         ^^^^^^^^^^
  |
  = cách sửa: thêm vào phần đầu bài: source = {name = "Tên cổng", url = "https://…", date = 2026-11-21}
"##,
        en: r##"
error[reprint-without-source]: news taken over must give the name and the address of the original
 --> content/a.md:2:9
  |
2 | title = "Tin tỉnh"
  |         ^^^^^^^^^^
  |
  = help: add to the front matter: source = {name = "Name", url = "https://…", date = 2026-11-21}
"##,
    },
    Case {
        code: "reprint-without-source",
        site: r##"
-- content/a.md --
+++
title = "Tin tỉnh"
kind = "reprint"
source = {name = "Cổng tỉnh"}
+++
"##,
        vi: r##"
lỗi[reprint-without-source]: tin dẫn lại phải ghi tên và địa chỉ của bài gốc
 --> content/a.md:4:10
  |
4 | source = {name = "Cổng tỉnh"}
  |          ^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: thêm vào phần đầu bài: source = {name = "Tên cổng", url = "https://…", date = 2026-11-21}
"##,
        en: r##"
error[reprint-without-source]: news taken over must give the name and the address of the original
 --> content/a.md:4:10
  |
4 | source = {name = "Cổng tỉnh"}
  |          ^^^^^^^^^^^^^^^^^^^^
  |
  = help: add to the front matter: source = {name = "Name", url = "https://…", date = 2026-11-21}
"##,
    },
    Case {
        code: "video-without-file",
        site: r##"
-- content/a.md --
+++
title = "Phim"
kind = "video"
+++
"##,
        vi: r##"
lỗi[video-without-file]: chưa có tệp video hoặc địa chỉ xem
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = cách sửa: thêm file = "ten-tep.mp4" (tệp đặt cạnh bài) hoặc url = "https://…"

lỗi[video-without-picture]: video chưa có ảnh đại diện
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = cách sửa: thêm image = "anh.jpg" và image_alt: ảnh hiện trước khi người xem bấm

lỗi[video-without-words]: video chưa có phụ đề hay bản tóm tắt bằng chữ; người khiếm thính không biết nội dung
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = cách sửa: thêm captions = "ten-tep.vtt", hoặc viết tóm tắt nội dung vào bài (từ 20 chữ)
"##,
        en: r##"
error[video-without-file]: there is neither a file nor an address of the video
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = help: add file = "name.mp4" (a file beside the page) or url = "https://…"

error[video-without-picture]: the video has no picture
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = help: add image = "picture.jpg" and image_alt: it is shown before the visitor clicks

error[video-without-words]: the video has neither captions nor a summary; deaf people cannot know what it says
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = help: add captions = "name.vtt", or write what it says into the page (20 words or more)
"##,
    },
    Case {
        code: "video-without-picture",
        site: r##"
-- content/a.md --
+++
title = "Phim"
kind = "video"
url = "https://www.youtube.com/watch?v=a"
+++
"##,
        vi: r##"
lỗi[video-without-picture]: video chưa có ảnh đại diện
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = cách sửa: thêm image = "anh.jpg" và image_alt: ảnh hiện trước khi người xem bấm

lỗi[video-without-words]: video chưa có phụ đề hay bản tóm tắt bằng chữ; người khiếm thính không biết nội dung
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = cách sửa: thêm captions = "ten-tep.vtt", hoặc viết tóm tắt nội dung vào bài (từ 20 chữ)
"##,
        en: r##"
error[video-without-picture]: the video has no picture
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = help: add image = "picture.jpg" and image_alt: it is shown before the visitor clicks

error[video-without-words]: the video has neither captions nor a summary; deaf people cannot know what it says
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = help: add captions = "name.vtt", or write what it says into the page (20 words or more)
"##,
    },
    Case {
        code: "video-without-words",
        site: r##"
-- content/a.md --
+++
title = "Phim"
kind = "video"
url = "https://www.youtube.com/watch?v=a"
image = "/a.svg"
image_alt = "Sân đình"
+++
-- static/a.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="32" height="18"></svg>
"##,
        vi: r##"
lỗi[video-without-words]: video chưa có phụ đề hay bản tóm tắt bằng chữ; người khiếm thính không biết nội dung
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = cách sửa: thêm captions = "ten-tep.vtt", hoặc viết tóm tắt nội dung vào bài (từ 20 chữ)
"##,
        en: r##"
error[video-without-words]: the video has neither captions nor a summary; deaf people cannot know what it says
 --> content/a.md:2:9
  |
2 | title = "Phim"
  |         ^^^^^^
  |
  = help: add captions = "name.vtt", or write what it says into the page (20 words or more)
"##,
    },
    Case {
        code: "video-captions-form",
        site: r##"
-- content/a.md --
+++
title = "Phim"
kind = "video"
file = "/a.mp4"
captions = "/a.srt"
image = "/a.svg"
image_alt = "Sân đình"
+++
Bà con thôn Một kể chuyện học dùng dịch vụ công trực tuyến trên điện thoại, mỗi tối một việc, cả nhà cùng làm theo.
-- static/a.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="32" height="18"></svg>
-- static/a.mp4 --
ftyp
-- static/a.srt --
1
"##,
        vi: r##"
lỗi[video-captions-form]: trình duyệt không đọc được phụ đề “/a.srt”; tên tệp phải có đuôi .vtt
 --> content/a.md:5:12
  |
5 | captions = "/a.srt"
  |            ^^^^^^^^
  |
  = cách sửa: tệp .srt: mở bằng Notepad, thêm dòng đầu WEBVTT và một dòng trống, đổi dấu phẩy trong giờ thành dấu chấm (00:00:03,000 thành 00:00:03.000), lưu thành tệp .vtt
"##,
        en: r##"
error[video-captions-form]: browsers cannot read the captions “/a.srt”; the file's name must end in .vtt
 --> content/a.md:5:12
  |
5 | captions = "/a.srt"
  |            ^^^^^^^^
  |
  = help: an .srt file: open it in a text editor, put WEBVTT and an empty line at the top, turn the commas in the times into full stops (00:00:03,000 into 00:00:03.000), save it as .vtt
"##,
    },
    Case {
        code: "video-form",
        site: r##"
-- content/a.md --
+++
title = "Phim"
kind = "video"
file = "/a.wmv"
image = "/a.svg"
image_alt = "Sân đình"
+++
Bà con thôn Một kể chuyện học dùng dịch vụ công trực tuyến trên điện thoại, mỗi tối một việc, cả nhà cùng làm theo.
-- static/a.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="32" height="18"></svg>
-- static/a.wmv --
wmv
"##,
        vi: r##"
cảnh báo[video-form]: nhiều trình duyệt không phát được tệp video “/a.wmv”
 --> content/a.md:4:8
  |
4 | file = "/a.wmv"
  |        ^^^^^^^^
  |
  = cách sửa: lưu lại thành .mp4 (H.264), ví dụ bằng Clipchamp có sẵn trong Windows 11
"##,
        en: r##"
warning[video-form]: many browsers cannot play the video file “/a.wmv”
 --> content/a.md:4:8
  |
4 | file = "/a.wmv"
  |        ^^^^^^^^
  |
  = help: save it as .mp4 (H.264), for example with Clipchamp, which comes with Windows 11
"##,
    },
    Case {
        code: "no-web-address",
        site: r##"
-- content/a.md --
+++
title = "A"
source = {name = "Báo tỉnh", url = "baotinh.vn/tin"}
+++
"##,
        vi: r##"
lỗi[no-web-address]: “baotinh.vn/tin” chưa phải là một địa chỉ web đầy đủ
 --> content/a.md:3:36
  |
3 | source = {name = "Báo tỉnh", url = "baotinh.vn/tin"}
  |                                    ^^^^^^^^^^^^^^^^
  |
  = cách sửa: chép nguyên địa chỉ trên thanh địa chỉ của trình duyệt, bắt đầu bằng https://
"##,
        en: r##"
error[no-web-address]: “baotinh.vn/tin” is not a whole web address
 --> content/a.md:3:36
  |
3 | source = {name = "Báo tỉnh", url = "baotinh.vn/tin"}
  |                                    ^^^^^^^^^^^^^^^^
  |
  = help: copy the whole address from the browser's address bar; it begins with https://
"##,
    },
    Case {
        code: "unexplained-abbreviation",
        site: r##"
-- content/a.md --
+++
title = "Tháng CĐS"
kind = "campaign"
start = 2026-12-01
slogans = ["Đổi mới sáng tạo (ĐMST)", "Đẩy mạnh ĐMST!"]
+++
"##,
        vi: r##"
cảnh báo[unexplained-abbreviation]: chữ viết tắt “CĐS” đứng một mình, nhiều người không biết là gì
 --> content/a.md:2:9
  |
2 | title = "Tháng CĐS"
  |         ^^^^^^^^^^^
  |
  = cách sửa: viết: chuyển đổi số

cảnh báo[unexplained-abbreviation]: chữ viết tắt “ĐMST” đứng một mình, nhiều người không biết là gì
 --> content/a.md:5:39
  |
5 | slogans = ["Đổi mới sáng tạo (ĐMST)", "Đẩy mạnh ĐMST!"]
  |                                       ^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: đổi mới sáng tạo
"##,
        en: r##"
warning[unexplained-abbreviation]: the abbreviation “CĐS” stands alone, and many do not know it
 --> content/a.md:2:9
  |
2 | title = "Tháng CĐS"
  |         ^^^^^^^^^^^
  |
  = help: write: chuyển đổi số

warning[unexplained-abbreviation]: the abbreviation “ĐMST” stands alone, and many do not know it
 --> content/a.md:5:39
  |
5 | slogans = ["Đổi mới sáng tạo (ĐMST)", "Đẩy mạnh ĐMST!"]
  |                                       ^^^^^^^^^^^^^^^^
  |
  = help: write: đổi mới sáng tạo
"##,
    },
    Case {
        code: "former-name",
        site: r##"
-- content/a.md --
+++
title = "Hội thi"
kind = "event"
start = 2026-12-01
place = "Nhà văn hóa huyện Kim Thành, tầng 2"
+++
-- content/b.md --
+++
title = "Tháng số"
kind = "campaign"
start = 2026-12-01
programme = [{date = 2026-12-01, text = "Họp", place = "Sở Thông tin và Truyền thông"}]
+++
"##,
        vi: r##"
cảnh báo[former-name]: “huyện Kim Thành” là tên cũ, nay không còn
 --> content/a.md:5:9
  |
5 | place = "Nhà văn hóa huyện Kim Thành, tầng 2"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã: ghi tên xã, phường hiện nay; cần nhắc tên cũ thì thêm chữ “cũ”

cảnh báo[former-name]: “Sở Thông tin và Truyền thông” là tên cũ, nay không còn
 --> content/b.md:5:56
  |
5 | programme = [{date = 2026-12-01, text = "Họp", place = "Sở Thông tin và Truyền thông"}]
  |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: viết: Sở Khoa học và Công nghệ
"##,
        en: r##"
warning[former-name]: “huyện Kim Thành” is a name of the past
 --> content/a.md:5:9
  |
5 | place = "Nhà văn hóa huyện Kim Thành, tầng 2"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: since 01/7/2025 there are provinces and communes only: write the commune's name of today; to speak of the past, add “cũ”

warning[former-name]: “Sở Thông tin và Truyền thông” is a name of the past
 --> content/b.md:5:56
  |
5 | programme = [{date = 2026-12-01, text = "Họp", place = "Sở Thông tin và Truyền thông"}]
  |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write: Sở Khoa học và Công nghệ
"##,
    },
    Case {
        code: "same-title",
        site: r##"
-- content/a.md --
+++
title = "Họp thôn"
kind = "event"
start = 2026-12-01T08:00:00
+++
-- content/b.md --
+++
title = "Họp Thôn"
kind = "event"
start = 2026-12-01T19:00:00
+++
-- content/c.md --
+++
title = "Họp thôn"
kind = "event"
start = 2026-12-08T08:00:00
+++
"##,
        vi: r##"
cảnh báo[same-title]: hai trang cùng kiểu, cùng tên “Họp Thôn”, cùng ngày
 --> content/b.md:2:9
  |
2 | title = "Họp Thôn"
  |         ^^^^^^^^^^
  |
  = cách sửa: nếu ghi hai lần thì xóa một tệp; nếu là hai việc khác nhau thì đặt tên cho phân biệt được
xem thêm: tên ấy đã có ở đây
 --> content/a.md:2:9
  |
2 | title = "Họp thôn"
  |         ^^^^^^^^^^
"##,
        en: r##"
warning[same-title]: two pages of one kind have the title “Họp Thôn” and the same day
 --> content/b.md:2:9
  |
2 | title = "Họp Thôn"
  |         ^^^^^^^^^^
  |
  = help: if it was written twice, remove one file; if these are two things, name them apart
note: that title is here, too
 --> content/a.md:2:9
  |
2 | title = "Họp thôn"
  |         ^^^^^^^^^^
"##,
    },
    Case {
        code: "empty-section",
        site: r##"
-- site.toml --
title = "Cổng thông tin xã"
menu = [
    {title = "A", url = "/a/"},
    {title = "Khác", url = "/b/", children = [{title = "C", url = "/c/"}, {title = "D", url = "/d/"}]},
]
-- content/a/_index.md --
+++
title = "Mô hình"
+++
-- content/ngoai-thuc-don/_index.md --
+++
title = "Chưa cần"
+++
-- content/b/_index.md --
+++
title = "Video"
+++
Mục này đăng video.
-- content/c/_index.md --
+++
title = "Lịch"
layout = "calendar"
+++
-- content/d/_index.md --
+++
title = "Chờ"
+++
-- content/d/tin.md --
+++
title = "Tin"
draft = true
+++
"##,
        vi: r##"
cảnh báo[empty-section]: thực đơn dẫn tới chuyên mục này, mà mục chưa có bài nào và chưa có lời giới thiệu
 --> content/a/_index.md:2:9
  |
2 | title = "Mô hình"
  |         ^^^^^^^^^
  |
  = cách sửa: viết vài câu giới thiệu trong _index.md, hoặc cất thư mục này đi đến khi có bài
"##,
        en: r##"
warning[empty-section]: the menu leads to this section, which has no page and no text of its own
 --> content/a/_index.md:2:9
  |
2 | title = "Mô hình"
  |         ^^^^^^^^^
  |
  = help: write a few words in its _index.md, or put the folder away until it has a page
"##,
    },
    Case {
        code: "gambling-link",
        site: r##"
-- content/a.md --
+++
title = "Bài"
+++
Xem [nhà cấi ũy tín](https://abc.example/), [kết quả](https://vip.kubet77.example/x), [Cảnh báo tài xỉu](https://bao.example/a).
"##,
        vi: r##"
cảnh báo[gambling-link]: liên kết “nhà cấi ũy tín” giống như dẫn tới trang cờ bạc: abc.example
 --> content/a.md:4:5
  |
4 | Xem [nhà cấi ũy tín](https://abc.example/), [kết quả](https://vip.kubet77.example/x), [Cảnh báo tài xỉu](https://bao.example/a).
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xóa liên kết này; nếu không phải do mình viết thì có người đã sửa tệp: đổi mật khẩu và xem lại cả bài

cảnh báo[gambling-link]: liên kết “kết quả” giống như dẫn tới trang cờ bạc: vip.kubet77.example
 --> content/a.md:4:45
  |
4 | Xem [nhà cấi ũy tín](https://abc.example/), [kết quả](https://vip.kubet77.example/x), [Cảnh báo tài xỉu](https://bao.example/a).
  |                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = cách sửa: xóa liên kết này; nếu không phải do mình viết thì có người đã sửa tệp: đổi mật khẩu và xem lại cả bài
"##,
        en: r##"
warning[gambling-link]: the link “nhà cấi ũy tín” seems to lead to gambling: abc.example
 --> content/a.md:4:5
  |
4 | Xem [nhà cấi ũy tín](https://abc.example/), [kết quả](https://vip.kubet77.example/x), [Cảnh báo tài xỉu](https://bao.example/a).
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: remove it; if you did not write it, somebody else changed the file: change passwords and read the whole text

warning[gambling-link]: the link “kết quả” seems to lead to gambling: vip.kubet77.example
 --> content/a.md:4:45
  |
4 | Xem [nhà cấi ũy tín](https://abc.example/), [kết quả](https://vip.kubet77.example/x), [Cảnh báo tài xỉu](https://bao.example/a).
  |                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: remove it; if you did not write it, somebody else changed the file: change passwords and read the whole text
"##,
    },
];
