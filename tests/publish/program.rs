//! The program itself: publishing to a folder, going back, looking, and never telling a password.

use std::fs;
use std::io::{BufRead as _, BufReader, Cursor, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::photos::{self, Notes};

/// A site with one article that is published to the folder `may-chu` beside it.
fn site(way: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join("cong").join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a new folder");
        fs::write(path, text).expect("a new file");
    };
    write(
        "site.toml",
        &format!("title = \"Xã An Lạc\"\nlanguage = \"vi\"\n\n[publish.thu]\n{way}"),
    );
    write(
        "content/tin-tuc/_index.md",
        "+++\ntitle = \"Tin tức\"\n+++\n",
    );
    write(
        "content/tin-tuc/hop.md",
        "+++\ntitle = \"Họp thôn\"\ndate = 2026-11-20\n+++\nNội dung.\n",
    );
    folder
}

const FOLDER: &str = "type = \"folder\"\npath = \"../may-chu\"\n";
const PASSWORD: &str = "mat-khau-7f3a";

fn trangxa(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trangxa"))
        .args(args)
        .args(["--today", "2026-11-22"])
        .current_dir(folder.join("cong"))
        .env("TRANGXA_PASSWORD_THU", PASSWORD)
        .output()
        .expect("the program runs")
}

fn text(output: &Output) -> String {
    [&*output.stdout, &*output.stderr]
        .map(String::from_utf8_lossy)
        .concat()
}

/// What a folder holds, without what is ours alone.
fn pages(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name();
    let files = files.into_iter().filter_map(Result::ok);
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).expect("it is below");
            let bytes = fs::read(entry.path()).expect("it can be read");
            (name.to_string_lossy().into_owned(), bytes)
        })
        .filter(|(name, _)| !name.starts_with(".trangxa"))
        .collect()
}

#[test]
fn the_release_before_is_gone_back_to_and_forward_again() {
    let folder = site(FOLDER);
    let (root, host) = (folder.path(), folder.path().join("may-chu"));
    let article = root.join("cong/content/tin-tuc/moi.md");
    let publish = |args: &[&str]| {
        let output = trangxa(root, &[&["publish"], args].concat());
        assert!(output.status.success(), "{}", text(&output));
        pages(&host)
    };
    let first = publish(&[]);
    fs::write(
        &article,
        "+++\ntitle = \"Tin mới\"\ndate = 2026-11-21\n+++\nNội dung.\n",
    )
    .expect("a new file");
    let second = publish(&[]);
    assert_ne!(first, second);
    assert_eq!(publish(&["--rollback"]), first);
    assert_eq!(publish(&["--rollback", "1"]), second);
    assert_eq!(publish(&["--rollback", "3"]), first);
    let output = trangxa(root, &["publish", "--rollback", "9"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output).contains("[no-release]"), "{}", text(&output));
}

#[test]
fn a_page_that_somebody_changed_is_named_and_put_back() {
    let folder = site(FOLDER);
    let (root, host) = (folder.path(), folder.path().join("may-chu"));
    let output = trangxa(root, &["publish", "--verify"]);
    assert!(
        text(&output).contains("[never-published]"),
        "{}",
        text(&output)
    );
    assert!(trangxa(root, &["publish"]).status.success());
    let published = pages(&host);
    fs::write(host.join("tin-tuc/hop/index.html"), "casino").expect("it can be written");
    let output = trangxa(root, &["publish", "--verify"]);
    assert_eq!(output.status.code(), Some(1));
    let named = "tệp tin-tuc/hop/index.html trên máy chủ đã bị sửa";
    assert!(text(&output).contains(named), "{}", text(&output));
    assert!(trangxa(root, &["publish", "--repair"]).status.success());
    assert_eq!(pages(&host), published);
    assert!(trangxa(root, &["publish", "--verify"]).status.success());
}

#[test]
fn a_host_is_tried_out_and_nothing_is_left_there() {
    let folder = site(FOLDER);
    let output = trangxa(folder.path(), &["publish", "--test"]);
    assert!(output.status.success(), "{}", text(&output));
    assert_eq!(pages(&folder.path().join("may-chu")), Vec::new());
}

#[cfg(unix)]
#[test]
fn a_site_that_is_switched_as_a_whole_is_gone_back_to_as_a_whole() {
    let folder = site(&format!("{FOLDER}switch = true\n"));
    let (root, host) = (folder.path(), folder.path().join("may-chu"));
    let publish = |args: &[&str]| {
        let output = trangxa(root, &[&["publish"], args].concat());
        assert!(output.status.success(), "{}", text(&output));
        let shown = fs::read_link(&host).expect("it is a link");
        (shown.to_string_lossy().into_owned(), pages(&host))
    };
    let unproven = "Chưa biết thu có đổi được cả cổng trong một bước không";
    let look = || text(&trangxa(root, &["publish", "--dry-run"]));
    assert!(look().contains(unproven), "{}", look());
    assert!(!host.exists(), "nothing was written");
    let (shown, empty) = publish(&["--test"]);
    assert!(!look().contains(unproven), "{}", look());
    assert_eq!((&*shown, empty.len()), ("may-chu.trangxa/000001", 0));
    let (shown, first) = publish(&[]);
    assert_eq!(shown, "may-chu.trangxa/000002");
    fs::write(host.join(".htaccess"), "Options -Indexes\n").expect("it can be written");
    fs::remove_file(root.join("cong/content/tin-tuc/hop.md")).expect("it is there");
    let (shown, second) = publish(&[]);
    assert_eq!(shown, "may-chu.trangxa/000003");
    assert_eq!(
        second
            .iter()
            .find(|(name, _)| name.ends_with("hop/index.html")),
        None
    );
    let (shown, third) = publish(&["--rollback"]);
    assert_eq!(shown, "may-chu.trangxa/000004");
    let ours = third.into_iter().filter(|(name, _)| name != ".htaccess");
    assert_eq!(ours.collect::<Vec<_>>(), first);
    publish(&["--verify"]);
    let held = fs::read_dir(root.join("may-chu.trangxa")).expect("it is there");
    assert_eq!(held.count(), 3, "releases that are kept");
}

#[test]
fn an_archive_holds_the_whole_site_and_the_same_site_gives_the_same_bytes() {
    let folder = site("type = \"zip\"\npath = \"../cong-xa.zip\"\n");
    let root = folder.path();
    let name = "tep/Thông báo.txt";
    fs::create_dir_all(root.join("cong/static/tep")).expect("a new folder");
    fs::write(root.join("cong/static").join(name), "Họp dân\n").expect("a new file");
    let pack = || {
        let output = trangxa(root, &["publish"]);
        assert!(output.status.success(), "{}", text(&output));
        assert!(
            text(&output).contains("Đã ghi tệp nén"),
            "{}",
            text(&output)
        );
        fs::read(root.join("cong-xa.zip")).expect("it is there")
    };
    let archive = pack();
    assert_eq!(pack(), archive);
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).expect("it is whole");
    let mut packed: Vec<(String, Vec<u8>)> = (0..archive.len())
        .map(|n| {
            let mut file = archive.by_index(n).expect("it is there");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it is whole");
            let name = file.name().expect("it is text").into_owned();
            (name, bytes)
        })
        .collect();
    packed.sort();
    let mut built = pages(&root.join("cong/public"));
    built.sort();
    assert_eq!(packed, built);
    assert!(packed.iter().any(|(path, _)| path == name));
}

#[test]
fn what_is_nobodys_business_never_leaves() {
    let folder = site(FOLDER);
    let (root, host) = (folder.path(), folder.path().join("may-chu"));
    let write = |path: &str, bytes: &[u8]| {
        fs::write(root.join("cong").join(path), bytes).expect("a new file");
    };
    fs::create_dir(root.join("cong/static")).expect("a new folder");
    let place = Notes {
        place: true,
        ..Notes::default()
    };
    let photo = photos::with_notes(&photos::jpeg(40, 30), place);
    write("static/.env", b"MAT_KHAU=1");
    write("static/~$bao-cao.docx", b"x");
    write(
        "content/tin-tuc/nhap.md",
        b"+++\ntitle = \"Nh\"\ndate = 2026-11-20\ndraft = true\n+++\n",
    );
    write(
        "content/tin-tuc/hen.md",
        b"+++\ntitle = \"Hen\"\ndate = 2026-12-20\n+++\n",
    );
    for (path, bytes) in [("static/goc.jpg", &*photo), ("static/may-chu.ppk", b"x")] {
        write(path, bytes);
        let output = trangxa(root, &["publish"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            text(&output).contains("[private-file]"),
            "{}",
            text(&output)
        );
        assert!(!host.exists(), "nothing was sent");
        fs::remove_file(root.join("cong").join(path)).expect("it is there");
    }
    assert!(trangxa(root, &["publish"]).status.success());
    let sent: Vec<String> = pages(&host).into_iter().map(|(path, _)| path).collect();
    let private = ["env", "~", "nhap", "hen/"];
    let found = |path: &&String| private.iter().any(|name| path.contains(name));
    assert_eq!(sent.iter().find(found), None);
    assert!(sent.contains(&"tin-tuc/hop/index.html".to_owned()));
}

/// A host that does not accept a password and repeats it.
fn repeats_passwords(listener: &TcpListener) {
    let answer = |stream: TcpStream| -> std::io::Result<()> {
        let mut out = stream.try_clone()?;
        out.write_all(b"220 ready\r\n")?;
        for line in BufReader::new(stream).lines() {
            let line = line?;
            let said = match line.split_once(' ') {
                Some(("USER", _)) => "331 password?".to_owned(),
                Some(("PASS", password)) => format!("530 {password} is wrong"),
                _ => "502 no".to_owned(),
            };
            out.write_all(format!("{said}\r\n").as_bytes())?;
        }
        Ok(())
    };
    // A line that is cut is the end of the talk.
    listener.incoming().flatten().for_each(|stream| {
        let _ = answer(stream);
    });
}

#[test]
fn settings_that_an_editor_saved_as_utf_16_or_with_a_mark_are_read() {
    let folder = site(FOLDER);
    let path = folder.path().join("cong/site.toml");
    let text = fs::read_to_string(&path).expect("it is there");
    let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [text.into_bytes(), utf_16] {
        fs::write(&path, bytes).expect("it can be written");
        let output = trangxa(folder.path(), &["publish", "--dry-run"]);
        assert!(output.status.success(), "{}", self::text(&output));
    }
}

#[cfg(not(windows))]
#[test]
fn there_is_nothing_to_forget_where_the_system_keeps_no_passwords() {
    let folder = site("type = \"ftps\"\nhost = \"127.0.0.1\"\nport = 9\nuser = \"xa\"\n");
    for flag in ["--forget-password", "--quen-mat-khau"] {
        let output = trangxa(folder.path(), &["publish", flag]);
        assert_eq!(text(&output), "Máy này không nhớ mật khẩu nào cho thu.\n");
        assert!(output.status.success());
    }
    let output = trangxa(folder.path(), &["publish", "--forget-password", "--json"]);
    assert_eq!(
        text(&output),
        "{\"type\":\"result\",\"ok\":true,\"target\":\"thu\",\"forgotten\":false}\n"
    );
}

#[test]
fn a_password_is_in_no_file_and_in_nothing_that_is_said() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = listener.local_addr().expect("it is bound").port();
    std::thread::spawn(move || repeats_passwords(&listener));
    let folder = site(&format!(
        "type = \"ftps\"\ninsecure = true\nhost = \"127.0.0.1\"\nport = {port}\nuser = \"xa\"\n"
    ));
    for args in [
        &["publish"][..],
        &["publish", "--json"],
        &["publish", "--test"],
    ] {
        let output = trangxa(folder.path(), args);
        let said = text(&output);
        assert!(said.contains("host-login"), "{said}");
        assert!(!said.contains(PASSWORD), "{said}");
    }
    for entry in walkdir::WalkDir::new(folder.path()).into_iter().flatten() {
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).expect("it can be read");
            let found = bytes
                .windows(PASSWORD.len())
                .any(|part| part == PASSWORD.as_bytes());
            assert!(!found, "{}", entry.path().display());
        }
    }
}
