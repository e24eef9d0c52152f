//! What the program itself says: about the disk, about its arguments, and in which form.

use std::path::Path;
use std::process::{Command, Output};

use super::small_site;

/// A site on disk, what is done to it, and what the program says then, with the site's folder written as `SITE`.
pub struct Run {
    /// The code that the run is about.
    pub code: &'static str,
    /// The site; see `small_site`.
    pub site: &'static str,
    /// What is done to its folder before.
    pub prepare: fn(&Path),
    /// The arguments.
    pub args: &'static [&'static str],
    /// All of standard error in Vietnamese.
    pub vi: &'static str,
    /// All of standard error in English.
    pub en: &'static str,
}

const ONE_PAGE: &str = "
-- content/hop-thon.md --
+++
title = \"Họp thôn\"
+++
-- content/tin-tuc/_index.md --
+++
title = \"Tin tức\"
+++
";

fn nothing(_: &Path) {}

fn link(target: &str, at: &Path) {
    #[cfg(unix)]
    std::os::unix::fs::symlink(target, at).expect("a new link");
    #[cfg(windows)]
    std::os::windows::fs::symlink_file(target, at).expect("a new link");
}

/// The runs.
const TWO_PLACES: &str = r#"
-- site.toml --
title = "Xã An Lạc"
[publish.chinh-thuc]
type = "folder"
path = "may-chu"
[publish.chay-thu]
type = "folder"
path = "chay-thu"
max_file_mb = 1
"#;

pub const RUNS: &[Run] = &[
    Run {
        code: "link-outside",
        site: ONE_PAGE,
        prepare: |root| link("/etc/hostname", &root.join("content/ngoai.md")),
        args: &["check"],
        vi: r#"
lỗi[link-outside]: lối tắt (symlink) dẫn ra ngoài thư mục của trang: /etc/hostname
--> content/ngoai.md
 = cách sửa: chép tệp vào thư mục của trang thay cho lối tắt
"#,
        en: r#"
error[link-outside]: the symbolic link leaves the site's folder: /etc/hostname
--> content/ngoai.md
 = help: copy the file into the site's folder instead of linking to it
"#,
    },
    Run {
        code: "link-loop",
        site: ONE_PAGE,
        prepare: |root| link("../content", &root.join("content/vong")),
        args: &["check"],
        vi: r#"
lỗi[link-loop]: lối tắt (symlink) dẫn vòng lại chính nó
--> content/vong
 = cách sửa: xóa lối tắt này
"#,
        en: r#"
error[link-loop]: the symbolic link leads back to itself
--> content/vong
 = help: delete this link
"#,
    },
    Run {
        code: "link-loop",
        site: ONE_PAGE,
        prepare: |root| link("vong.md", &root.join("content/vong.md")),
        args: &["check"],
        vi: r#"
lỗi[link-loop]: lối tắt (symlink) dẫn vòng lại chính nó
--> content/vong.md
 = cách sửa: xóa lối tắt này
"#,
        en: r#"
error[link-loop]: the symbolic link leads back to itself
--> content/vong.md
 = help: delete this link
"#,
    },
    Run {
        code: "dangling-link",
        site: ONE_PAGE,
        prepare: |root| link("da-xoa.md", &root.join("content/loi-tat.md")),
        args: &["check"],
        vi: r#"
lỗi[dangling-link]: lối tắt (symlink) dẫn tới tệp không còn: da-xoa.md
--> content/loi-tat.md
 = cách sửa: xóa lối tắt này, hoặc chép tệp vào đây thay cho nó
"#,
        en: r#"
error[dangling-link]: the symbolic link leads to a file that is not there: da-xoa.md
--> content/loi-tat.md
 = help: delete this link, or put the file here in its place
"#,
    },
    Run {
        code: "foreign-file",
        site: ONE_PAGE,
        prepare: |root| {
            std::fs::create_dir(root.join("public")).expect("a new folder");
            std::fs::write(root.join("public/index.html"), "cũ").expect("a new file");
        },
        args: &["build"],
        vi: r#"
lỗi[foreign-file]: SITE/public/index.html có sẵn và không do trangxa tạo; không ghi đè
 |
 = cách sửa: chuyển tệp đó đi nơi khác, hoặc chọn thư mục khác: --out THU-MUC

Có 1 lỗi và 0 cảnh báo; chưa ghi gì. Sửa các lỗi trên rồi chạy lại.
"#,
        en: r#"
error[foreign-file]: SITE/public/index.html is there and was not made by trangxa; it is not overwritten
 |
 = help: move it away, or choose another folder: --out FOLDER

1 errors and 0 warnings; nothing was written. Mend the errors above and run again.
"#,
    },
    Run {
        code: "cannot-write",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["build", "--out", "SITE/site.toml/public"],
        vi: r#"
lỗi[cannot-write]: không ghi được SITE/site.toml/public (Not a directory (os error 20))
 |
 = cách sửa: kiểm tra ổ đĩa còn chỗ và thư mục cho phép ghi, rồi chạy lại; trang cũ vẫn nguyên vẹn
"#,
        en: r#"
error[cannot-write]: SITE/site.toml/public cannot be written (Not a directory (os error 20))
 |
 = help: check free space and permissions, then run again; the old site is whole
"#,
    },
    Run {
        code: "out-in-sources",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["build", "--out", "SITE/content/ket-qua"],
        vi: r#"
lỗi[out-in-sources]: thư mục kết quả SITE/content/ket-qua nằm trong thư mục nguồn
 |
 = cách sửa: chọn thư mục khác, ví dụ: --out public
"#,
        en: r#"
error[out-in-sources]: the output folder SITE/content/ket-qua lies inside the sources
 |
 = help: choose another folder, for example: --out public
"#,
    },
    Run {
        code: "folder-not-empty",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["init", "SITE"],
        vi: r#"
lỗi[folder-not-empty]: thư mục SITE đã có tệp
 |
 = cách sửa: chọn một thư mục mới
"#,
        en: r#"
error[folder-not-empty]: the folder SITE is not empty
 |
 = help: choose a new folder
"#,
    },
    Run {
        code: "file-exists",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["new", "article", "Họp thôn"],
        vi: r#"
lỗi[file-exists]: đã có tệp content/hop-thon.md
 |
 = cách sửa: đặt tên bài khác, hoặc sửa tệp đã có
"#,
        en: r#"
error[file-exists]: the file content/hop-thon.md exists already
 |
 = help: use another title, or edit that file
"#,
    },
    Run {
        code: "unknown-section",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["new", "article", "Họp thôn", "--in", "tin-tcu"],
        vi: r#"
lỗi[unknown-section]: không có chuyên mục “tin-tcu”
 |
 = cách sửa: có phải bạn muốn viết “tin-tuc”?
"#,
        en: r#"
error[unknown-section]: there is no section “tin-tcu”
 |
 = help: did you mean “tin-tuc”?
"#,
    },
    Run {
        code: "unknown-section",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["new", "article", "Họp thôn", "--in", "van-ban"],
        vi: r#"
lỗi[unknown-section]: không có chuyên mục “van-ban”
 |
 = cách sửa: dùng được: tin-tuc
"#,
        en: r#"
error[unknown-section]: there is no section “van-ban”
 |
 = help: known: tin-tuc
"#,
    },
    Run {
        code: "unknown-kind",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["new", "artcle", "Họp thôn"],
        vi: r#"
lỗi[unknown-kind]: không có kiểu bài “artcle”
 |
 = cách sửa: có phải bạn muốn viết “article”?
"#,
        en: r#"
error[unknown-kind]: there is no kind “artcle”
 |
 = help: did you mean “article”?
"#,
    },
    Run {
        code: "unknown-kind",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["new", "tin", "Họp thôn"],
        vi: r#"
lỗi[unknown-kind]: không có kiểu bài “tin”
 |
 = cách sửa: dùng được: article, page, document, infographic, event, campaign, guide, question, correction, video, model, reprint
"#,
        en: r#"
error[unknown-kind]: there is no kind “tin”
 |
 = help: known: article, page, document, infographic, event, campaign, guide, question, correction, video, model, reprint
"#,
    },
    Run {
        code: "empty-slug",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["new", "article", "???"],
        vi: r#"
lỗi[empty-slug]: không tạo được địa chỉ trang từ “???”
 |
 = cách sửa: đặt tên có ít nhất một chữ cái hoặc chữ số
"#,
        en: r#"
error[empty-slug]: no address can be made from “???”
 |
 = help: give a name with at least one letter or digit
"#,
    },
    Run {
        code: "no-destination",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["publish"],
        vi: r#"
lỗi[no-destination]: chưa nói đăng lên đâu: site.toml chưa có mục [publish.…]
--> site.toml
 = cách sửa: thêm vào site.toml, ví dụ: [publish.chinh-thuc] rồi type = "sftp", host = "…", user = "…", path = "public_html"
"#,
        en: r#"
error[no-destination]: nothing says where to publish: site.toml has no [publish.…]
--> site.toml
 = help: add to site.toml, for example: [publish.live], then type = "sftp", host = "…", user = "…", path = "public_html"
"#,
    },
    Run {
        code: "unknown-destination",
        site: TWO_PLACES,
        prepare: nothing,
        args: &["publish", "chinh-thc"],
        vi: r#"
lỗi[unknown-destination]: không có nơi đăng “chinh-thc”
--> site.toml
 = cách sửa: có phải bạn muốn viết “chinh-thuc”?
"#,
        en: r#"
error[unknown-destination]: there is no place to publish to called “chinh-thc”
--> site.toml
 = help: did you mean “chinh-thuc”?
"#,
    },
    Run {
        code: "which-destination",
        site: TWO_PLACES,
        prepare: nothing,
        args: &["publish"],
        vi: r#"
lỗi[which-destination]: có nhiều nơi đăng, chưa rõ đăng lên nơi nào
--> site.toml
 = cách sửa: gõ tên nơi đăng (chinh-thuc, chay-thu), hoặc ghi default = true ở một nơi trong site.toml
"#,
        en: r#"
error[which-destination]: there are several places to publish to, and none is the default
--> site.toml
 = help: name one (chinh-thuc, chay-thu), or write default = true in one of them in site.toml
"#,
    },
    Run {
        code: "private-file",
        site: TWO_PLACES,
        prepare: |root| {
            std::fs::create_dir(root.join("static")).expect("a new folder");
            std::fs::write(root.join("static/may-chu.pem"), "khóa").expect("a new file");
        },
        args: &["publish", "chay-thu"],
        vi: r#"
lỗi[private-file]: tệp may-chu.pem không được đưa lên mạng: đây là tệp khóa hoặc mật khẩu
 |
 = cách sửa: chuyển tệp ra khỏi content/ và static/
"#,
        en: r#"
error[private-file]: the file may-chu.pem must not be published: it is a key or a password file
 |
 = help: move the file out of content/ and static/
"#,
    },
    Run {
        code: "too-large",
        site: TWO_PLACES,
        prepare: |root| {
            std::fs::create_dir(root.join("static")).expect("a new folder");
            std::fs::write(root.join("static/phim.mp4"), vec![0; 3 << 20]).expect("a new file");
        },
        args: &["publish", "chay-thu"],
        vi: r#"
lỗi[too-large]: tệp phim.mp4 quá lớn để đăng: 3 MB (tối đa 1 MB)
 |
 = cách sửa: nén hoặc chia nhỏ tệp; hoặc ghi max_file_mb trong [publish.chay-thu]
"#,
        en: r#"
error[too-large]: the file phim.mp4 is too large to publish: 3 MB (at most 1 MB)
 |
 = help: make it smaller or split it; or write max_file_mb in [publish.chay-thu]
"#,
    },
    Run {
        code: "missing-site",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["build", "--root", "SITE/content"],
        vi: r#"
lỗi[missing-site]: không tìm thấy site.toml ở SITE/content hay các thư mục bên trên
 |
 = cách sửa: tạo trang mới: trangxa tao TEN-THU-MUC, hoặc chỉ thư mục: --root THU-MUC
"#,
        en: r#"
error[missing-site]: no site.toml in SITE/content or above it
 |
 = help: make a new site: trangxa init FOLDER, or name its folder: --root FOLDER
"#,
    },
    Run {
        code: "bad-base-url",
        site: ONE_PAGE,
        prepare: nothing,
        args: &["build", "--base-url", "laikhe.haiphong.gov.vn"],
        vi: r#"
lỗi[bad-base-url]: base_url “laikhe.haiphong.gov.vn” không phải là địa chỉ web
 |
 = cách sửa: viết: https://laikhe.haiphong.gov.vn

Có 1 lỗi và 0 cảnh báo; chưa ghi gì. Sửa các lỗi trên rồi chạy lại.
"#,
        en: r#"
error[bad-base-url]: base_url “laikhe.haiphong.gov.vn” is not a web address
 |
 = help: write: https://laikhe.haiphong.gov.vn

1 errors and 0 warnings; nothing was written. Mend the errors above and run again.
"#,
    },
    Run {
        code: "kit-unknown-page",
        site: r#"
-- content/tin.md --
+++
title = "Tin"
+++
Bài.
"#,
        prepare: nothing,
        args: &["kit", "content/tim.md"],
        vi: r#"
lỗi[kit-unknown-page]: không có bài nào ở “content/tim.md”
 |
 = cách sửa: có phải bạn muốn viết “content/tin.md”?
"#,
        en: r#"
error[kit-unknown-page]: there is no page at “content/tim.md”
 |
 = help: did you mean “content/tin.md”?
"#,
    },
    Run {
        code: "kit-unknown-page",
        site: r#"
-- content/tin.md --
+++
title = "Tin"
+++
Bài.
"#,
        prepare: nothing,
        args: &["kit", "/khong-co-bai-nao/"],
        vi: r#"
lỗi[kit-unknown-page]: không có bài nào ở “/khong-co-bai-nao/”
 |
 = cách sửa: viết đường dẫn của tệp, ví dụ content/tin-tuc/bai-viet.md, hoặc địa chỉ của bài, ví dụ /tin-tuc/bai-viet/
"#,
        en: r#"
error[kit-unknown-page]: there is no page at “/khong-co-bai-nao/”
 |
 = help: give the path of the file, such as content/tin-tuc/bai-viet.md, or the page's address, such as /tin-tuc/bai-viet/
"#,
    },
    Run {
        code: "kit-unknown-page",
        site: r#"
-- content/tin-tuc/ngay-hoi.md --
+++
title = "Ngày hội"
+++
Bài.
"#,
        prepare: nothing,
        args: &["kit", "/tin-tuc/ngay-hoii/"],
        vi: r#"
lỗi[kit-unknown-page]: không có bài nào ở “/tin-tuc/ngay-hoii/”
 |
 = cách sửa: có phải bạn muốn viết “/tin-tuc/ngay-hoi/”?
"#,
        en: r#"
error[kit-unknown-page]: there is no page at “/tin-tuc/ngay-hoii/”
 |
 = help: did you mean “/tin-tuc/ngay-hoi/”?
"#,
    },
    Run {
        code: "kit-unknown-page",
        site: r#"
-- content/tin-tuc/ngay-hoi.md --
+++
title = "Ngày hội"
+++
Bài.
"#,
        prepare: nothing,
        args: &["kit", "ngay-hoj.md"],
        vi: r#"
lỗi[kit-unknown-page]: không có bài nào ở “ngay-hoj.md”
 |
 = cách sửa: có phải bạn muốn viết “content/tin-tuc/ngay-hoi.md”?
"#,
        en: r#"
error[kit-unknown-page]: there is no page at “ngay-hoj.md”
 |
 = help: did you mean “content/tin-tuc/ngay-hoi.md”?
"#,
    },
    Run {
        code: "kit-hidden-page",
        site: r#"
-- content/tin.md --
+++
title = "Tin"
draft = true
+++
Bài.
"#,
        prepare: nothing,
        args: &["kit", "tin.md"],
        vi: r#"
lỗi[kit-hidden-page]: bài “Tin” chưa hiện với người đọc: bản nháp
--> content/tin.md
 = cách sửa: đăng bài trước rồi làm bộ tài liệu; muốn làm thử thì thêm --drafts
"#,
        en: r#"
error[kit-hidden-page]: the page “Tin” is not shown to readers: draft
--> content/tin.md
 = help: publish the page first; to try it out, add --drafts
"#,
    },
    Run {
        code: "kit-no-address",
        site: r#"
-- content/tin.md --
+++
title = "Tin"
+++
Bài.
"#,
        prepare: nothing,
        args: &["kit", "tin.md"],
        vi: r#"
cảnh báo[kit-no-address]: trang chưa có địa chỉ web, nên bài chia sẻ không có đường dẫn, bản in không có mã QR
--> content/tin.md
 = cách sửa: điền base_url trong site.toml, hoặc thêm --base-url https://…
"#,
        en: r#"
warning[kit-no-address]: the site has no web address, so that share texts have no link and prints no QR code
--> content/tin.md
 = help: set base_url in site.toml, or add --base-url https://…
"#,
    },
    Run {
        code: "radio-abbreviation",
        site: r#"
-- content/tin.md --
+++
title = "Tin"
+++
Hỏi TTPV.
"#,
        prepare: nothing,
        args: &["kit", "tin.md", "--base-url", "https://x.vn"],
        vi: r#"
cảnh báo[radio-abbreviation]: bản phát thanh: không rõ “TTPV” viết tắt chữ gì, tạm đọc là “tê tê pê vê”
 --> content/tin.md:4:5
  |
4 | Hỏi TTPV.
  |     ^^^^
  |
  = cách sửa: trong bài, viết đủ chữ ở lần đầu rồi đến “(TTPV)”; hoặc thêm vào words của bảng [radio] trong site.toml
"#,
        en: r#"
warning[radio-abbreviation]: broadcast: nobody knows what “TTPV” stands for; it is read “tê tê pê vê”
 --> content/tin.md:4:5
  |
4 | Hỏi TTPV.
  |     ^^^^
  |
  = help: in the text, write it out the first time with “(TTPV)” behind it; or add it to words of [radio] in site.toml
"#,
    },
    Run {
        code: "radio-day-or-share",
        site: r#"
-- content/tin.md --
+++
title = "Tin"
+++
Chia 1/2 cho thôn.
"#,
        prepare: nothing,
        args: &["kit", "tin.md", "--base-url", "https://x.vn"],
        vi: r#"
cảnh báo[radio-day-or-share]: bản phát thanh: “1/2” được đọc là “ngày mồng một tháng hai”, có thể lại là một phần
 --> content/tin.md:4:6
  |
4 | Chia 1/2 cho thôn.
  |      ^^^
  |
  = cách sửa: nếu là ngày, viết “ngày 1/2”; nếu là một phần, viết bằng chữ
"#,
        en: r#"
warning[radio-day-or-share]: broadcast: “1/2” is read “ngày mồng một tháng hai”, and may be a share
 --> content/tin.md:4:6
  |
4 | Chia 1/2 cho thôn.
  |      ^^^
  |
  = help: for a day, write “ngày 1/2”; for a share, write it in words
"#,
    },
    Run {
        code: "radio-address",
        site: r#"
-- content/tin.md --
+++
title = "Tin"
+++
Vào xa.gov.vn nhé.
"#,
        prepare: nothing,
        args: &["kit", "tin.md", "--base-url", "https://x.vn"],
        vi: r#"
cảnh báo[radio-address]: bản phát thanh: không đọc địa chỉ “xa.gov.vn” vì người nghe không ghi kịp, thay bằng “địa chỉ đăng trên trang thông tin”
 --> content/tin.md:4:5
  |
4 | Vào xa.gov.vn nhé.
  |     ^^^^^^^^^
  |
  = cách sửa: nghe lại câu có chữ này trong phat-thanh.txt và sửa cho xuôi tai
"#,
        en: r#"
warning[radio-address]: broadcast: the address “xa.gov.vn” is not read, because nobody can note it down; “địa chỉ đăng trên trang thông tin” stands in its place
 --> content/tin.md:4:5
  |
4 | Vào xa.gov.vn nhé.
  |     ^^^^^^^^^
  |
  = help: read the sentence in phat-thanh.txt aloud and mend it if need be
"#,
    },
    Run {
        code: "radio-long-sentence",
        site: r#"
-- content/tin.md --
+++
title = "Tin"
+++
Bà con nhớ mang theo giấy tờ và đến nhà văn hóa thôn thật đúng giờ để được cán bộ xã hướng dẫn cài đặt và dùng thử ngay.
"#,
        prepare: nothing,
        args: &["kit", "tin.md", "--base-url", "https://x.vn"],
        vi: r#"
cảnh báo[radio-long-sentence]: bản phát thanh: câu dài 29 chữ: “Bà con nhớ mang theo giấy tờ và đến nhà văn hóa thôn thật đúng giờ để được cán bộ xã hướng dẫn cài đặt và dùng thử ngay.”
--> content/tin.md
 = cách sửa: tách thành các câu không quá 25 chữ để người nghe theo kịp
"#,
        en: r#"
warning[radio-long-sentence]: broadcast: a sentence has 29 words: “Bà con nhớ mang theo giấy tờ và đến nhà văn hóa thôn thật đúng giờ để được cán bộ xã hướng dẫn cài đặt và dùng thử ngay.”
--> content/tin.md
 = help: part it into sentences of at most 25 words, so that listeners can follow
"#,
    },
    Run {
        code: "radio-unheard",
        site: r#"
-- content/tin.md --
+++
title = "Tin"
+++
Như hình dưới.
"#,
        prepare: nothing,
        args: &["kit", "tin.md", "--base-url", "https://x.vn"],
        vi: r#"
cảnh báo[radio-unheard]: bản phát thanh: đã bỏ câu nói về hình, bảng hoặc chỗ bấm: “Như hình dưới.”
 --> content/tin.md:4:1
  |
4 | Như hình dưới.
  | ^^^^^^^^^^^^^^
  |
  = cách sửa: nếu người nghe cần ý này, viết thêm một câu nghe là hiểu
"#,
        en: r#"
warning[radio-unheard]: broadcast: a sentence about a picture, a table or a click was left out: “Như hình dưới.”
 --> content/tin.md:4:1
  |
4 | Như hình dưới.
  | ^^^^^^^^^^^^^^
  |
  = help: if listeners need it, write a sentence that is understood by ear
"#,
    },
    Run {
        code: "radio-table",
        site: r#"
-- content/tin.md --
+++
title = "Tin"
+++
| A | B |
|---|---|
| x | y |
"#,
        prepare: nothing,
        args: &["kit", "tin.md", "--base-url", "https://x.vn"],
        vi: r#"
cảnh báo[radio-table]: bản phát thanh: đã bỏ bảng (1 bảng) vì không đọc trên loa được
--> content/tin.md
 = cách sửa: chọn một, hai con số quan trọng trong bảng và viết thành câu trong bài
"#,
        en: r#"
warning[radio-table]: broadcast: tables (1) were left out, because they cannot be read aloud
--> content/tin.md
 = help: take one or two figures of it and say them in a sentence of the text
"#,
    },
];

/// Runs the program in the site's folder.
pub fn run(root: &Path, args: &[&str], lang: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trangxa"));
    let args = args
        .iter()
        .map(|arg| arg.replace("SITE", &root.to_string_lossy()));
    command
        .args(args)
        .arg("--today")
        .arg("2026-11-21")
        .current_dir(root);
    command
        .env("TRANGXA_LANG", lang)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE");
    command.output().expect("the program can be run")
}

/// A stream of the program with the site's folder written as `SITE`.
pub fn words(stream: &[u8], root: &Path) -> String {
    String::from_utf8_lossy(stream).replace(&*root.to_string_lossy(), "SITE")
}

/// The site of a run on disk, in a folder that goes away with the value.
pub fn on_disk(site: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    small_site::write(site, folder.path());
    folder
}
