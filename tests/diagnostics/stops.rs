//! What is said when a publish stops because of the host: every reason, word for word.

use trangxa::diag::{self, Diagnostic, Lang, Msg};
use trangxa::moment::Moment;
use trangxa::publish::Stop;
use trangxa::publish::lock::Owner;
use trangxa::publish::target::{Failure, Reason, Trouble};

fn said(diagnostic: &Diagnostic) -> [String; 2] {
    [Lang::Vi, Lang::En].map(|lang| diag::terminal(diagnostic, lang, false, &|_| None))
}

fn failed(trouble: Trouble) -> Stop {
    Stop::Failed(Some("a.html".to_owned()), Failure::new(trouble, "553"))
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Every stop that is not said by the program in `program`, with its code.
pub const CODES: &[&str] = &[
    "host-lost",
    "host-slow",
    "host-busy",
    "host-refused",
    "host-full",
    "host-untrue",
    "host-login",
    "not-published",
    "host-locked",
    "host-locked-now",
    "taken-over",
    "foreign-on-host",
    "host-obstacle",
    "removes-much",
    "others-published",
    "manifest-lost",
    "host-key-unknown",
    "host-key-changed",
    "insecure-host",
    "no-release",
    "never-published",
    "changed-on-host",
    "missing-on-host",
    "strange-on-host",
    "visit-silent",
    "certificate-expired",
    "certificate-ends",
    "visit-stale",
    "visit-differs",
    "visit-no-404",
    "wrong-folder",
    "no-switch",
    "switch-taken",
    "password-not-kept",
    "password-not-forgotten",
];

#[test]
fn every_reason_why_a_publish_stops_is_told_with_what_to_do() {
    let owner = Owner {
        who: "PC-VAN-HOA".to_owned(),
        since: Moment::from_unix(1_795_000_000),
        renewed: Moment::from_unix(1_795_000_000),
        token: "x".to_owned(),
    };
    let stops = [
        failed(Trouble::Lost),
        failed(Trouble::Slow),
        failed(Trouble::Busy),
        failed(Trouble::Refused),
        failed(Trouble::Full),
        failed(Trouble::Untrue),
        failed(Trouble::Login),
        failed(Trouble::Here),
        Stop::Locked(Some(owner)),
        Stop::Locked(None),
        Stop::TakenOver,
        Stop::Foreign(names(&["1", "2", "3", "4", "5", "6", "7"])),
        Stop::Obstacles(names(&["tin"])),
        Stop::RemovesMuch(21, 100),
        Stop::Unknown(names(&["tin/hop/index.html"])),
    ];
    let all: Vec<Diagnostic> = stops
        .iter()
        .map(|stop| stop.diagnostic("chinh-thuc"))
        .collect();
    let codes: Vec<&str> = all.iter().map(|one| one.text.msg.code()).collect();
    assert_eq!(codes, CODES[..codes.len()]);
    let [vi, en]: [String; 2] = std::array::from_fn(|lang| {
        let texts = all.iter().map(|one| said(one)[lang].clone());
        texts.collect::<Vec<_>>().join("\n")
    });
    assert_eq!(vi, VI.trim(), "\n{vi}");
    assert_eq!(en, EN.trim(), "\n{en}");
}

#[test]
fn what_a_host_says_in_english_is_told_in_plain_words_first() {
    let told = |reason: Reason, said: &str| {
        let failure = Failure::new(Trouble::Refused, said).because(Some(reason));
        let stop = Stop::Failed(Some("tin/a.html".to_owned()), failure);
        let first = |text: &String| text.lines().next().unwrap_or_default().to_owned();
        self::said(&stop.diagnostic("chinh-thuc"))
            .each_ref()
            .map(first)
    };
    let cases = [
        (
            told(Reason::Denied, "550 Permission denied."),
            [
                "lỗi[host-refused]: chinh-thuc không cho làm việc này (tài khoản không có quyền ở chỗ này; nguyên văn: 550 Permission denied., ở tệp tin/a.html)",
                "error[host-refused]: chinh-thuc refuses (the account has no right to, here; in its words: 550 Permission denied., at the file tin/a.html)",
            ],
        ),
        (
            told(Reason::Missing, "No such file"),
            [
                "lỗi[host-refused]: chinh-thuc không cho làm việc này (chỗ này không có trên máy chủ; nguyên văn: No such file, ở tệp tin/a.html)",
                "error[host-refused]: chinh-thuc refuses (nothing is there on the host; in its words: No such file, at the file tin/a.html)",
            ],
        ),
        (
            told(Reason::DeniedOrMissing, "550 Failed to open file."),
            [
                "lỗi[host-refused]: chinh-thuc không cho làm việc này (chỗ này không có, hoặc tài khoản không có quyền; nguyên văn: 550 Failed to open file., ở tệp tin/a.html)",
                "error[host-refused]: chinh-thuc refuses (nothing is there, or the account has no right to; in its words: 550 Failed to open file., at the file tin/a.html)",
            ],
        ),
        (
            told(Reason::Name, "553 Could not create file."),
            [
                "lỗi[host-refused]: chinh-thuc không cho làm việc này (máy chủ không nhận tên tệp này, hoặc tài khoản không có quyền ghi ở đó; nguyên văn: 553 Could not create file., ở tệp tin/a.html)",
                "error[host-refused]: chinh-thuc refuses (the host does not take this name, or the account may not write there; in its words: 553 Could not create file., at the file tin/a.html)",
            ],
        ),
        (
            told(Reason::Unsaid, "Failure"),
            [
                "lỗi[host-refused]: chinh-thuc không cho làm việc này (máy chủ không nói vì sao, thường là hết chỗ chứa hoặc quá hạn mức; nguyên văn: Failure, ở tệp tin/a.html)",
                "error[host-refused]: chinh-thuc refuses (the host does not say why; often there is no room left, or no quota; in its words: Failure, at the file tin/a.html)",
            ],
        ),
        (
            told(Reason::Held, "os error 32"),
            [
                "lỗi[host-refused]: chinh-thuc không cho làm việc này (chương trình khác đang mở tệp này; nguyên văn: os error 32, ở tệp tin/a.html)",
                "error[host-refused]: chinh-thuc refuses (another program has the file open; in its words: os error 32, at the file tin/a.html)",
            ],
        ),
    ];
    for (told, expected) in cases {
        assert_eq!(told, expected);
    }
}

#[test]
fn a_changed_key_is_told_in_three_sentences_with_both_fingerprints() {
    let about = |msg: Msg, args: diag::Args<'_>| Diagnostic::new(msg, "", None, args);
    let changed = about(Msg::HostKeyChanged, &[&"h", &"SHA256:a", &"SHA256:b"])
        .help(Msg::HelpHostKeyChanged, &[&".trangxa/known-hosts"]);
    assert_eq!(
        said(&changed)[0].lines().next(),
        Some(
            "lỗi[host-key-changed]: máy chủ h đưa ra khóa khác lần trước. Có thể đơn vị quản lý đã đổi máy chủ, \
             cũng có thể có kẻ giả làm máy chủ để lấy mật khẩu. Chương trình đã dừng, chưa gửi mật khẩu hay tệp \
             nào. Khóa cũ: SHA256:a. Khóa mới: SHA256:b"
        )
    );
}

#[test]
fn what_a_look_at_the_host_finds_is_told_with_what_to_do() {
    let rows: &[(Msg, Msg, diag::Args<'_>)] = &[
        (Msg::NoRelease, Msg::HelpNoRelease, &[&"3", &"1"]),
        (
            Msg::NeverPublished,
            Msg::HelpNeverPublished,
            &[&"chinh-thuc"],
        ),
        (
            Msg::ChangedOnHost,
            Msg::HelpChangedOnHost,
            &[&"tin/a/index.html"],
        ),
        (
            Msg::MissingOnHost,
            Msg::HelpMissingOnHost,
            &[&"tin/a/anh.jpg"],
        ),
        (
            Msg::StrangeOnHost,
            Msg::HelpStrangeOnHost,
            &[&"tin/a/b.php"],
        ),
        (
            Msg::VisitSilent,
            Msg::HelpVisitSilent,
            &[&"https://a.example/", &"no route"],
        ),
        (
            Msg::CertificateExpired,
            Msg::HelpCertificateExpired,
            &[&"a.example", &"01/11/2026"],
        ),
        (
            Msg::CertificateEnds,
            Msg::HelpCertificateEnds,
            &[&"a.example", &"01/12/2026", &"9"],
        ),
        (
            Msg::VisitStale,
            Msg::HelpVisitStale,
            &[&"https://a.example/", &"200"],
        ),
        (
            Msg::VisitDiffers,
            Msg::HelpVisitDiffers,
            &[&"https://a.example/", &"404"],
        ),
        (Msg::VisitNoNotFound, Msg::HelpVisitNoNotFound, &[&"200"]),
        (
            Msg::WrongFolder,
            Msg::HelpWrongFolder,
            &[&"https://a.example/trangxa-thu-1/thu.txt", &"404"],
        ),
        (Msg::NoSwitch, Msg::HelpNoSwitch, &[&"symlink"]),
        (Msg::SwitchTaken, Msg::HelpSwitchTaken, &[&"public_html"]),
        (
            Msg::PasswordNotKept,
            Msg::HelpPasswordNotKept,
            &[&"error 1312"],
        ),
        (
            Msg::PasswordNotForgotten,
            Msg::HelpPasswordNotForgotten,
            &[&"chinh-thuc", &"error 1312"],
        ),
    ];
    let told = rows
        .iter()
        .map(|(msg, help, args)| said(&Diagnostic::new(*msg, "", None, args).help(*help, args)));
    let (vi, en): (Vec<String>, Vec<String>) = told.map(|[vi, en]| (vi, en)).unzip();
    assert_eq!(vi.join("\n"), FOUND_VI.trim());
    assert_eq!(en.join("\n"), FOUND_EN.trim());
}

const FOUND_VI: &str = r#"
lỗi[no-release]: máy này không giữ bản đăng cách đây 3 lần (đang giữ 1 bản cũ)
 |
 = cách sửa: chọn số nhỏ hơn nếu có bản cũ; máy đã đăng giữ 10 bản gần nhất, và chỉ có bản cũ từ lần đăng thứ hai
lỗi[never-published]: chinh-thuc chưa có gì do trangxa đăng
 |
 = cách sửa: đăng trước đã: trangxa dang
lỗi[changed-on-host]: tệp tin/a/index.html trên máy chủ đã bị sửa, không còn như lúc đăng
 |
 = cách sửa: có thể máy chủ bị xâm nhập: đổi mật khẩu, báo đơn vị quản lý máy chủ, rồi đăng lại tệp đúng bằng --repair
lỗi[missing-on-host]: tệp tin/a/anh.jpg không còn trên máy chủ
 |
 = cách sửa: đăng lại tệp bằng --repair
cảnh báo[strange-on-host]: tệp tin/a/b.php trên máy chủ không phải do trangxa gửi
 |
 = cách sửa: nếu đơn vị không đặt tệp này ở đó thì xóa nó và báo đơn vị quản lý máy chủ
cảnh báo[visit-silent]: đã đăng nhưng không mở được https://a.example/ (no route)
 |
 = cách sửa: mở thử địa chỉ bằng điện thoại; nếu không được, báo đơn vị quản lý máy chủ (tên miền, chứng thư số)
lỗi[certificate-expired]: chứng thư số của a.example đã hết hạn ngày 01/11/2026: trình duyệt chặn người đọc
 |
 = cách sửa: bài đã ở trên máy chủ; báo ngay đơn vị quản lý máy chủ gia hạn chứng thư số
cảnh báo[certificate-ends]: chứng thư số của a.example hết hạn ngày 01/12/2026, còn 9 ngày
 |
 = cách sửa: báo đơn vị quản lý máy chủ gia hạn trước ngày đó; hết hạn thì trình duyệt chặn người đọc
cảnh báo[visit-stale]: https://a.example/ vẫn hiện bản cũ vì bộ nhớ đệm
 |
 = cách sửa: chờ vài phút; nếu vẫn vậy, đề nghị đơn vị quản lý máy chủ xóa bộ nhớ đệm
cảnh báo[visit-differs]: https://a.example/ không cho ra tệp vừa gửi (mã 404)
 |
 = cách sửa: có thể mục path chưa đúng thư mục web; thử bằng trangxa dang --test
cảnh báo[visit-no-404]: địa chỉ không có trên cổng được trả lời mã 200 thay vì 404
 |
 = cách sửa: đề nghị đơn vị quản lý máy chủ cho hiện tệp 404.html với mã 404
lỗi[wrong-folder]: đã ghi được tệp thử, nhưng không thấy nó ở https://a.example/trangxa-thu-1/thu.txt (404)
 |
 = cách sửa: mục path chưa đúng thư mục web (thường là public_html, www hoặc htdocs), hoặc url, base_url chưa đúng
lỗi[no-switch]: máy chủ này không đổi được cả cổng trong một bước (symlink)
 |
 = cách sửa: xóa dòng switch trong site.toml: cổng vẫn được đăng an toàn, từng tệp một; hoặc đề nghị đơn vị quản lý máy chủ cho phép liên kết tượng trưng (symlink)
lỗi[switch-taken]: để đổi cả cổng trong một bước, public_html trên máy chủ phải là thư mục trống hoặc chưa có; hiện ở đó đã có tệp
 |
 = cách sửa: trên máy chủ, đổi tên public_html thành tên khác rồi đăng lại; hoặc xóa dòng switch trong site.toml
cảnh báo[password-not-kept]: Windows không nhớ được mật khẩu (error 1312)
 |
 = cách sửa: việc đăng không bị ảnh hưởng; lần sau chương trình hỏi lại mật khẩu
lỗi[password-not-forgotten]: không xóa được mật khẩu mà Windows đang nhớ cho chinh-thuc (error 1312)
 |
 = cách sửa: mở Credential Manager của Windows, chọn Windows Credentials rồi xóa dòng bắt đầu bằng trangxa:
"#;

const FOUND_EN: &str = r#"
error[no-release]: this machine does not keep the release 3 publishes back (it keeps 1 older ones)
 |
 = help: choose a smaller number if there are any; the machine that published keeps the last 10, and has older ones from the second publish on
error[never-published]: nothing was published to chinh-thuc by trangxa
 |
 = help: publish first: trangxa publish
error[changed-on-host]: the file tin/a/index.html on the host was changed since it was published
 |
 = help: somebody may have broken in: change the password, tell those who run the host, then put the right file back with --repair
error[missing-on-host]: the file tin/a/anh.jpg is gone from the host
 |
 = help: put it back with --repair
warning[strange-on-host]: the file tin/a/b.php on the host was not put there by trangxa
 |
 = help: if you did not put it there, remove it and tell those who run the host
warning[visit-silent]: published, but https://a.example/ cannot be opened (no route)
 |
 = help: open it with a telephone; if that fails, tell those who run the host (domain, certificate)
error[certificate-expired]: the certificate of a.example ended on 01/11/2026: browsers keep visitors out
 |
 = help: what was published is on the host; ask those who run it to renew the certificate at once
warning[certificate-ends]: the certificate of a.example ends on 01/12/2026, in 9 days
 |
 = help: ask those who run the host to renew it before; then browsers would keep visitors out
warning[visit-stale]: https://a.example/ still shows an old copy from a cache
 |
 = help: wait some minutes; if it stays so, ask those who run the host to clear the cache
warning[visit-differs]: https://a.example/ does not give the file that was sent (status 404)
 |
 = help: path may not be the folder of the web server; try trangxa publish --test
warning[visit-no-404]: an address that does not exist is answered with 200 instead of 404
 |
 = help: ask those who run the host to show the file 404.html with the status 404
error[wrong-folder]: the probe file was written, but it is not seen at https://a.example/trangxa-thu-1/thu.txt (404)
 |
 = help: path is not the folder of the web server (often public_html, www or htdocs), or url or base_url is not right
error[no-switch]: this host cannot switch the whole site at once (symlink)
 |
 = help: delete the line switch in site.toml: the site is then published safely, file by file; or ask those who run the host to allow symbolic links
error[switch-taken]: to switch the whole site at once, public_html on the host must be an empty folder or not be there; it holds files
 |
 = help: rename public_html on the host, then publish again; or delete the line switch in site.toml
warning[password-not-kept]: Windows cannot keep the password (error 1312)
 |
 = help: publishing is not touched by this; you will be asked for the password again next time
error[password-not-forgotten]: the password that Windows keeps for chinh-thuc cannot be removed (error 1312)
 |
 = help: open the Credential Manager of Windows, choose Windows Credentials and remove the line that begins with trangxa:
"#;

const VI: &str = r#"
lỗi[host-lost]: mất kết nối với chinh-thuc (553, ở tệp a.html)
 |
 = cách sửa: kiểm tra mạng và tên máy chủ rồi chạy lại; phần đã gửi không phải gửi lại, cổng đang chạy vẫn nguyên vẹn
lỗi[host-slow]: chinh-thuc không trả lời (553, ở tệp a.html)
 |
 = cách sửa: kiểm tra mạng và tên máy chủ rồi chạy lại; phần đã gửi không phải gửi lại, cổng đang chạy vẫn nguyên vẹn
lỗi[host-busy]: chinh-thuc đang bận hoặc không nhận thêm kết nối (553, ở tệp a.html)
 |
 = cách sửa: chờ vài phút rồi chạy lại, hoặc ghi connections = 1 trong site.toml
lỗi[host-refused]: chinh-thuc không cho làm việc này (553, ở tệp a.html)
 |
 = cách sửa: kiểm tra mục path trong site.toml và quyền ghi của tài khoản trên máy chủ
lỗi[host-full]: chinh-thuc hết chỗ chứa (553, ở tệp a.html)
 |
 = cách sửa: xóa bớt tệp cũ trên máy chủ hoặc xin thêm dung lượng, rồi chạy lại
lỗi[host-untrue]: chinh-thuc báo đã nhận nhưng tệp không đúng (553, ở tệp a.html)
 |
 = cách sửa: chạy lại; nếu vẫn vậy, báo cho đơn vị quản lý máy chủ
lỗi[host-login]: chinh-thuc không nhận tên đăng nhập hoặc mật khẩu (553, ở tệp a.html)
 |
 = cách sửa: kiểm tra user trong site.toml và mật khẩu (hoặc tệp khóa)
lỗi[not-published]: không đọc được trên máy này tệp cần gửi (553, ở tệp a.html)
 |
 = cách sửa: đóng chương trình đang giữ tệp, kiểm tra quyền truy cập rồi làm lại
lỗi[host-locked]: máy PC-VAN-HOA đang đăng lên đây từ 18:06, 18/11/2026
 |
 = cách sửa: chờ máy kia đăng xong rồi chạy lại; nếu máy kia đã tắt, sau 30 phút sẽ đăng được
lỗi[host-locked-now]: một máy khác vừa bắt đầu đăng lên đây
 |
 = cách sửa: chờ máy kia đăng xong rồi chạy lại; nếu máy kia đã tắt, sau 30 phút sẽ đăng được
lỗi[taken-over]: trong lúc máy này tạm dừng, một máy khác đã đăng lên đây
 |
 = cách sửa: chạy lại lệnh để xem máy kia đã đăng những gì
lỗi[foreign-on-host]: trên máy chủ đã có 7 tệp không do trangxa gửi, trùng chỗ với tệp của cổng: 1, 2, 3, 4, 5 và 2 mục khác
 |
 = cách sửa: xem lại mục path; nếu đúng là thay cổng cũ bằng cổng này, chạy lại với --take-over
lỗi[host-obstacle]: trên máy chủ, tin chắn chỗ của tệp cần gửi và không do trangxa tạo
 |
 = cách sửa: đổi tên hoặc xóa nó trên máy chủ rồi chạy lại
lỗi[removes-much]: lần đăng này sẽ xóa 21 trong 100 tệp trên máy chủ
 |
 = cách sửa: xem lại bằng --dry-run --list; nếu đúng ý, chạy lại với --allow-removals
lỗi[others-published]: máy kia đã đăng 1 bài bạn chưa có: tin/hop/index.html
 |
 = cách sửa: chép thư mục bài viết từ máy kia về rồi đăng lại; nếu muốn bỏ các bài đó, chạy lại với --over-others
"#;

const EN: &str = r#"
error[host-lost]: the connection to chinh-thuc is lost (553, at the file a.html)
 |
 = help: check the network and the host's name and run again; what was sent need not be sent again, and the live site is whole
error[host-slow]: chinh-thuc does not answer (553, at the file a.html)
 |
 = help: check the network and the host's name and run again; what was sent need not be sent again, and the live site is whole
error[host-busy]: chinh-thuc is busy or takes no more connections (553, at the file a.html)
 |
 = help: wait some minutes and run again, or write connections = 1 in site.toml
error[host-refused]: chinh-thuc refuses (553, at the file a.html)
 |
 = help: check path in site.toml and whether the account may write on the host
error[host-full]: chinh-thuc has no room left (553, at the file a.html)
 |
 = help: remove old files on the host or ask for more room, then run again
error[host-untrue]: chinh-thuc said that it had the file, and the file is not right (553, at the file a.html)
 |
 = help: run again; if it stays so, tell those who run the host
error[host-login]: chinh-thuc does not accept the name or the password (553, at the file a.html)
 |
 = help: check user in site.toml and the password (or the key file)
error[not-published]: a file to be sent cannot be read on this machine (553, at the file a.html)
 |
 = help: close the program that holds the file, check its permissions and try again
error[host-locked]: PC-VAN-HOA is publishing here since 18:06, 18/11/2026
 |
 = help: wait until it is done and run again; if that machine is off, you can publish after 30 minutes
error[host-locked-now]: another machine has just begun to publish here
 |
 = help: wait until it is done and run again; if that machine is off, you can publish after 30 minutes
error[taken-over]: while this machine paused, another has published here
 |
 = help: run again to see what it has published
error[foreign-on-host]: the host has 7 files in the places of ours that trangxa did not put there: 1, 2, 3, 4, 5 and 2 more
 |
 = help: check path; if this site shall replace the old one, run again with --take-over
error[host-obstacle]: on the host, tin stands where a file of ours must be, and trangxa did not make it
 |
 = help: rename or remove it on the host, then run again
error[removes-much]: this would remove 21 of 100 files on the host
 |
 = help: look with --dry-run --list; if it is meant, run again with --allow-removals
error[others-published]: another machine has published 1 pages that you do not have: tin/hop/index.html
 |
 = help: copy the texts from that machine and publish again; to drop those pages, run again with --over-others
"#;
