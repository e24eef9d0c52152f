//! The output folder on disk: only what changed is written, only what is ours is removed, and a build that is killed
//! leaves every file whole. The real binary, in folders of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use crate::site::{Place, files_below};

/// Path → bytes of every file in a folder, save what we keep there about it.
type Files = BTreeMap<String, Vec<u8>>;

impl Place {
    /// The program, about to run on 21/11/2026.
    fn today(&self, args: &[&str]) -> Command {
        let mut command = self.command("", args);
        command.args(["--today", "2026-11-21"]);
        command
    }

    /// Status, standard output, standard error.
    fn answer(&self, args: &[&str]) -> (i32, String, String) {
        let output = self.today(args).output().expect("the program runs");
        let text = |bytes: &[u8]| {
            String::from_utf8_lossy(bytes).replace(&self.dir.path().display().to_string(), "DIR")
        };
        (
            output.status.code().expect("nobody killed it"),
            text(&output.stdout),
            text(&output.stderr),
        )
    }

    /// Builds and gives what it did: (new, changed, removed, unchanged).
    fn build(&self) -> [u64; 4] {
        let (status, out, err) = self.answer(&["build", "--json"]);
        assert_eq!((status, err.as_str()), (0, ""), "{out}");
        let result = out.lines().last().expect("a result");
        ["new", "changed", "removed", "unchanged"].map(|key| {
            let at = result
                .find(&format!("\"{key}\":"))
                .expect("the key is there")
                + key.len()
                + 3;
            result[at..]
                .split([',', '}'])
                .next()
                .and_then(|n| n.parse().ok())
                .expect("a number")
        })
    }

    /// What a clean build gives.
    fn clean(&self) -> Files {
        let out = tempfile::tempdir().expect("a temporary folder");
        let target = out.path().join("sach");
        let (status, _, err) = self.answer(&["build", "--out", &target.display().to_string()]);
        assert_eq!((status, err.as_str()), (0, ""));
        files_below(&target)
    }

    fn public(&self) -> Files {
        files_below(&self.path("public"))
    }
}

/// What tells whether a file was touched: time and, on Unix, inode.
fn touched(folder: &Path) -> BTreeMap<String, (SystemTime, u64)> {
    let inode = |metadata: &fs::Metadata| {
        #[cfg(unix)]
        return std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        return metadata.len();
    };
    let look = |path: &String| {
        let metadata = fs::metadata(folder.join(path)).expect("it is there");
        (metadata.modified().expect("a time"), inode(&metadata))
    };
    files_below(folder)
        .into_keys()
        .map(|path| (path.clone(), look(&path)))
        .collect()
}

/// The paths that are not the same in both.
fn differing<V: PartialEq>(a: &BTreeMap<String, V>, b: &BTreeMap<String, V>) -> Vec<String> {
    let paths: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    paths
        .into_iter()
        .filter(|path| a.get(*path) != b.get(*path))
        .cloned()
        .collect()
}

/// The paths but those of the search: its index, and its page, which has the index's key.
fn without_search(mut paths: Vec<String>) -> Vec<String> {
    paths.retain(|path| !path.starts_with("du-lieu/tim/") && path != "tim-kiem/index.html");
    paths
}

const SITE: &str = "title = \"Xã An Lạc\"\nbase_url = \"https://anlac.example.vn\"\n";
const HOME: &str = "+++\ntitle = \"Trang chủ\"\n+++\n";

fn article(title: &str, date: &str, body: &str) -> String {
    format!("+++\ntitle = \"{title}\"\ndate = {date}\n+++\n{body}\n")
}

/// A home page, a section with two articles, a section in it with one, a file that is copied.
fn small() -> Place {
    Place::with(&[
        ("site.toml", SITE),
        ("content/_index.md", HOME),
        (
            "content/tin-tuc/_index.md",
            "+++\ntitle = \"Tin tức\"\n+++\n",
        ),
        (
            "content/tin-tuc/hop.md",
            &article("Họp", "2026-11-20", "Nội dung."),
        ),
        (
            "content/tin-tuc/le.md",
            &article("Lễ", "2026-11-19", "Nội dung."),
        ),
        (
            "content/tin-tuc/thon/_index.md",
            "+++\ntitle = \"Thôn\"\n+++\n",
        ),
        (
            "content/tin-tuc/thon/duong.md",
            &article("Đường", "2026-11-18", "Nội dung."),
        ),
        ("static/tep/mau.txt", "mẫu"),
    ])
}

#[test]
fn a_second_build_writes_nothing() {
    let place = small();
    let [new, changed, removed, unchanged] = place.build();
    let before = touched(&place.path("public"));
    assert_eq!(
        [new, changed, removed, unchanged],
        [before.len() as u64, 0, 0, 0]
    );
    for _ in 0..2 {
        assert_eq!(place.build(), [0, 0, 0, new]);
        assert_eq!(touched(&place.path("public")), before);
    }
    // Nor does a source that was saved again with the same content.
    place.write(
        "content/tin-tuc/hop.md",
        &article("Họp", "2026-11-20", "Nội dung."),
    );
    assert_eq!(place.build(), [0, 0, 0, new]);
    assert_eq!(touched(&place.path("public")), before);
    assert_eq!(place.public(), place.clean());
}

#[test]
fn one_edit_touches_exactly_the_files_that_change() {
    let place = small();
    let [all, ..] = place.build();
    let before = touched(&place.path("public"));
    // Beyond the summary, which lists show too.
    let long =
        "Một câu dài hơn hai trăm chữ cái, để phần đầu bài không đổi khi phần cuối bài đổi. "
            .repeat(4);
    place.write(
        "content/tin-tuc/hop.md",
        &article("Họp", "2026-11-20", &long),
    );
    place.build();
    let between = touched(&place.path("public"));
    place.write(
        "content/tin-tuc/hop.md",
        &article("Họp", "2026-11-20", &(long + "Thêm.")),
    );
    let [.., unchanged] = place.build();
    let after = touched(&place.path("public"));
    assert_eq!(differing(&between, &after).len() as u64 + unchanged, all);
    assert_eq!(
        without_search(differing(&between, &after)),
        ["tin-tuc/hop/index.html"]
    );
    // A summary shows in lists, in feeds and on the home page, and nowhere else.
    assert_eq!(
        without_search(differing(&before, &between)),
        [
            "atom.xml",
            "du-lieu/tin-bai.json",
            "feed.json",
            "index.html",
            "rss.xml",
            "tin-tuc/atom.xml",
            "tin-tuc/feed.json",
            "tin-tuc/hop/index.html",
            "tin-tuc/index.html",
            "tin-tuc/rss.xml",
        ]
    );
    assert_eq!(place.public(), place.clean());
}

#[test]
fn what_leaves_the_content_leaves_the_site_with_its_empty_folders() {
    let place = small();
    place.build();
    assert!(place.has("public/tin-tuc/thon/duong/index.html") && place.has("public/tep/mau.txt"));
    fs::remove_file(place.path("content/tin-tuc/thon/duong.md")).expect("removed");
    // The page and its social card.
    assert_eq!(place.build()[2], 2);
    assert!(!place.has("public/tin-tuc/thon/duong") && place.has("public/tin-tuc/thon/index.html"));
    fs::remove_dir_all(place.path("content/tin-tuc")).expect("removed");
    fs::remove_dir_all(place.path("static")).expect("removed");
    place.build();
    assert!(!place.has("public/tin-tuc") && !place.has("public/tep"));
    assert_eq!(place.public(), place.clean());
}

#[test]
fn foreign_files_and_folders_are_kept() {
    let place = small();
    // The folder was there with somebody's files before the first build.
    place.write("public/google123.html", "mã xác nhận");
    place.write("public/cu/trang.html", "trang cũ");
    fs::create_dir_all(place.path("public/trong")).expect("a folder");
    place.build();
    place.write("public/tin-tuc/thon/duong/cua-toi.txt", "của tôi");
    place.build();
    fs::remove_dir_all(place.path("content/tin-tuc")).expect("removed");
    place.build();
    let mut expected = place.clean();
    expected.insert("google123.html".to_owned(), "mã xác nhận".into());
    expected.insert("cu/trang.html".to_owned(), "trang cũ".into());
    expected.insert(
        "tin-tuc/thon/duong/cua-toi.txt".to_owned(),
        "của tôi".into(),
    );
    assert_eq!(place.public(), expected);
    assert!(place.has("public/trong"));
}

#[test]
fn a_file_of_ours_that_somebody_changed_is_not_removed() {
    let place = small();
    place.build();
    place.write("public/tin-tuc/le/index.html", "sửa tay");
    fs::remove_file(place.path("content/tin-tuc/le.md")).expect("removed");
    place.build();
    assert_eq!(place.read("public/tin-tuc/le/index.html"), "sửa tay");
}

#[test]
fn a_foreign_file_in_our_way_is_an_error_and_nothing_is_written() {
    for (foreign, shown) in [
        (
            "public/tin-tuc/hop/index.html",
            "public/tin-tuc/hop/index.html",
        ),
        // A folder where a file should go, and a file where a folder should.
        (
            "public/tin-tuc/hop/index.html/a.txt",
            "public/tin-tuc/hop/index.html",
        ),
        ("public/tin-tuc", "public/tin-tuc"),
    ] {
        let place = small();
        place.write(foreign, "của tôi");
        let (status, out, err) = place.answer(&["build", "--lang", "en"]);
        assert_eq!((status, out.as_str()), (1, ""), "{foreign}");
        assert_eq!(
            err,
            format!(
                "error[foreign-file]: DIR/{shown} is there and was not made by trangxa; it is not overwritten\n |\n = help: \
                 move it away, or choose another folder: --out FOLDER\n\n1 errors and 0 warnings; nothing was written. Mend \
                 the errors above and run again.\n"
            )
        );
        let foreign = foreign.strip_prefix("public/").expect("it lies there");
        assert_eq!(
            place.public(),
            Files::from([(foreign.to_owned(), "của tôi".into())])
        );
        assert!(!place.has("public/.trangxa-new") && !place.has("public/.trangxa-state"));
    }
    // An empty folder is somebody's too.
    let place = small();
    fs::create_dir_all(place.path("public/tin-tuc/hop/index.html")).expect("a folder");
    let (status, _, err) = place.answer(&["build"]);
    assert_eq!((status, err.contains("[foreign-file]")), (1, true), "{err}");
    assert_eq!(place.public(), Files::new());
}

#[test]
fn a_foreign_file_that_is_byte_for_byte_ours_is_taken_for_ours() {
    let place = small();
    let clean = place.clean();
    let html = String::from_utf8(clean["tin-tuc/hop/index.html"].clone()).expect("UTF-8");
    place.write("public/tin-tuc/hop/index.html", &html);
    let before = touched(&place.path("public"));
    place.build();
    assert_eq!(
        touched(&place.path("public"))["tin-tuc/hop/index.html"],
        before["tin-tuc/hop/index.html"]
    );
    assert_eq!(place.public(), clean);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_that_is_not_ours() {
    let place = small();
    place.write("ngoai/index.html", "của tôi");
    fs::create_dir_all(place.path("public/tin-tuc/hop")).expect("a folder");
    std::os::unix::fs::symlink(
        place.path("ngoai/index.html"),
        place.path("public/tin-tuc/hop/index.html"),
    )
    .expect("a link");
    let (status, _, err) = place.answer(&["build"]);
    assert_eq!((status, err.contains("[foreign-file]")), (1, true), "{err}");
    assert_eq!(place.read("ngoai/index.html"), "của tôi");
}

#[test]
fn without_its_state_the_next_build_takes_over_what_matches() {
    let whole = |place: &Place| fs::read(place.path("public/.trangxa-state")).expect("a state");
    for spoil in [
        &(|_: &[u8]| None) as &dyn Fn(&[u8]) -> Option<Vec<u8>>,
        &|_| Some(Vec::new()),
        &|state| Some(state[..state.len() / 2].to_vec()),
        &|state| {
            Some(
                state
                    .iter()
                    .enumerate()
                    .map(|(i, b)| if i == state.len() / 2 { !b } else { *b })
                    .collect(),
            )
        },
        &|_| Some(b"kh\xF4ng ph\x00i".repeat(100)),
    ] {
        let place = small();
        let [all, ..] = place.build();
        let before = touched(&place.path("public"));
        match spoil(&whole(&place)) {
            None => fs::remove_file(place.path("public/.trangxa-state")).expect("removed"),
            Some(bytes) => fs::write(place.path("public/.trangxa-state"), bytes).expect("written"),
        }
        assert_eq!(place.build(), [0, 0, 0, all]);
        assert_eq!(touched(&place.path("public")), before);
        // What was taken over is ours again.
        fs::remove_file(place.path("content/tin-tuc/le.md")).expect("removed");
        place.build();
        assert_eq!(place.public(), place.clean());
    }
}

#[test]
fn what_somebody_did_to_our_files_is_mended() {
    let place = small();
    let [all, ..] = place.build();
    let good = place.public();
    // Another content, another content of the same length, no content, no file, no folder.
    place.write("public/index.html", "phá");
    let same_length = "x".repeat(good["tin-tuc/hop/index.html"].len());
    place.write("public/tin-tuc/hop/index.html", &same_length);
    place.write("public/rss.xml", "");
    fs::remove_file(place.path("public/sitemap.xml")).expect("removed");
    fs::remove_dir_all(place.path("public/tin-tuc/le")).expect("removed");
    assert_eq!(place.build(), [0, 5, 0, all - 5]);
    assert_eq!(place.public(), good);
    // Touched, but the same.
    place.write(
        "public/robots.txt",
        &String::from_utf8_lossy(&good["robots.txt"]),
    );
    assert_eq!(place.build(), [0, 0, 0, all]);
    // All of it.
    fs::remove_dir_all(place.path("public")).expect("removed");
    assert_eq!(place.build(), [all, 0, 0, 0]);
    assert_eq!(place.public(), good);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let place = small();
    place.write("static/lich", "tệp không đuôi");
    place.build();
    assert!(place.path("public/lich").is_file());
    fs::remove_file(place.path("static/lich")).expect("removed");
    place.write(
        "content/lich.md",
        &article("Lịch", "2026-11-01", "Nội dung."),
    );
    place.build();
    assert_eq!(place.public(), place.clean());
    assert!(place.path("public/lich/index.html").is_file());
    fs::remove_file(place.path("content/lich.md")).expect("removed");
    place.write("static/lich", "tệp không đuôi");
    place.build();
    assert_eq!(place.public(), place.clean());
    assert!(place.path("public/lich").is_file());
}

#[test]
fn an_empty_folder_that_is_there_stays_the_same_folder() {
    let place = small();
    fs::create_dir(place.path("public")).expect("a folder");
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
        // As an administrator gives a folder to the web server.
        fs::set_permissions(place.path("public"), fs::Permissions::from_mode(0o2775)).expect("set");
        let before = fs::metadata(place.path("public")).expect("it is there");
        place.build();
        let after = fs::metadata(place.path("public")).expect("it is there");
        assert_eq!((after.ino(), after.mode()), (before.ino(), before.mode()));
        // The same through a link.
        fs::create_dir(place.path("that")).expect("a folder");
        std::os::unix::fs::symlink(place.path("that"), place.path("lien-ket")).expect("a link");
        assert_eq!(place.answer(&["build", "--out", "lien-ket"]).0, 0);
        assert!(place.path("lien-ket").is_symlink());
        assert_eq!(files_below(&place.path("that")), place.clean());
    }
    place.build();
    assert_eq!(place.public(), place.clean());
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_gives_a_clear_message_and_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let place = small();
    place.build();
    let before = touched(&place.path("public"));
    place.write("site.toml", &SITE.replace("An Lạc", "Đổi"));
    let mode = |path: &str, mode: u32| {
        fs::set_permissions(place.path(path), fs::Permissions::from_mode(mode)).expect("set");
    };
    mode("", 0o755);
    // The superuser may write everywhere: then somebody else runs a copy of the program.
    let program = place.path("trangxa");
    fs::copy(env!("CARGO_BIN_EXE_trangxa"), &program).expect("copied");
    mode("public", 0o555);
    let is_root = fs::write(place.path("public/.thu"), "").is_ok();
    if is_root {
        fs::remove_file(place.path("public/.thu")).expect("removed");
    }
    let run = |args: &[&str]| {
        let mut command = Command::new(&program);
        command
            .current_dir(place.dir.path())
            .env_remove("TRANGXA_LANG")
            .args(args);
        if is_root {
            command.uid(65_534).gid(65_534);
        }
        let output = command.output().expect("the program runs");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "");
        let err = String::from_utf8_lossy(&output.stderr)
            .replace(&place.dir.path().display().to_string(), "DIR");
        (output.status.code(), err)
    };
    let message = |folder: &str| {
        format!(
            "lỗi[cannot-write]: không ghi được {folder} (Permission denied (os error 13))\n |\n = cách sửa: kiểm tra ổ đĩa \
             còn chỗ và thư mục cho phép ghi, rồi chạy lại; trang cũ vẫn nguyên vẹn\n\n"
        )
    };
    assert_eq!(run(&["build"]), (Some(1), message("DIR/public")));
    // A folder that cannot be made.
    assert_eq!(
        run(&["build", "--out", "public/moi"]),
        (Some(1), message("public/moi"))
    );
    mode("public", 0o755);
    assert_eq!(touched(&place.path("public")), before);
}

#[test]
fn two_sites_side_by_side_do_not_disturb_each_other() {
    let place = Place::with(&[
        ("mot/site.toml", "title = \"Một\"\n"),
        ("mot/content/_index.md", HOME),
        ("mot/content/a.md", &article("A", "2026-01-01", "Một.")),
        ("hai/site.toml", "title = \"Hai\"\n"),
        ("hai/content/_index.md", HOME),
        ("hai/content/b.md", &article("B", "2026-01-01", "Hai.")),
    ]);
    let build = |site: &str, out: &str| {
        place
            .today(&["build", "--root", site, "--out", out])
            .stdout(Stdio::null())
            .spawn()
    };
    // Into neighbouring folders at the same time, one inside the other's, and one after the other.
    for (one, two) in [
        ("web/mot", "web/hai"),
        ("ca/hai", "ca/mot"),
        ("ca/hai", "ca/mot"),
    ] {
        let children = [build("mot", one), build("hai", two)];
        for child in children {
            assert!(child.expect("it runs").wait().expect("it ends").success());
        }
        assert!(place.has(&format!("{one}/a/index.html")) && !place.has(&format!("{one}/b")));
        assert!(place.has(&format!("{two}/b/index.html")) && !place.has(&format!("{two}/a")));
    }
    let ends = |child: std::io::Result<Child>| {
        assert!(child.expect("it runs").wait().expect("it ends").success())
    };
    ends(build("mot", "chung"));
    ends(build("hai", "chung/hai"));
    let (one, two) = (
        files_below(&place.path("chung")),
        files_below(&place.path("chung/hai")),
    );
    ends(build("mot", "chung"));
    ends(build("hai", "chung/hai"));
    assert_eq!(
        (
            files_below(&place.path("chung")),
            files_below(&place.path("chung/hai"))
        ),
        (one, two)
    );
}

// Killing

/// A generator of numbers that are the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }
}

/// How many builds to kill; `TRANGXA_KILLS=500 cargo test --release kill` looks longer, with other moments.
fn kills(usual: u64) -> u64 {
    std::env::var("TRANGXA_KILLS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(usual)
}

/// Waits until something is to be seen or a second has passed.
fn wait_for(mut seen: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    while !seen() {
        if start.elapsed() > Duration::from_secs(1) {
            return false;
        }
        std::thread::yield_now();
    }
    true
}

/// Kills a build after the wait (SIGKILL on Unix); says whether it was still running.
fn kill(mut child: Child, wait: impl FnOnce(&mut Child)) -> bool {
    wait(&mut child);
    let running = child.try_wait().expect("it can be asked").is_none();
    let _ = child.kill();
    child.wait().expect("it ends");
    running
}

/// A site of some hundred pages that has every page another content, other pages, and pages that are gone, by `title`.
fn big(title: &str) -> Place {
    let place = Place::with(&[("site.toml", SITE), ("content/_index.md", HOME)]);
    change(&place, title);
    place
}

fn change(place: &Place, title: &str) {
    // Without social cards: to draw two hundred of them in each round would take minutes.
    let settings = SITE.replace("An Lạc", title);
    place.write(
        "site.toml",
        &format!("images = {{cards = false}}\n{settings}"),
    );
    let _ = fs::remove_dir_all(place.path("content/tin-tuc"));
    place.write(
        "content/tin-tuc/_index.md",
        "+++\ntitle = \"Tin tức\"\n+++\n",
    );
    for n in 0..200 {
        let own = if n % 8 == 0 {
            format!("{}-", title.to_lowercase())
        } else {
            String::new()
        };
        let text = article(
            &format!("Bài {n}"),
            &format!("2026-0{}-01", n % 9 + 1),
            &format!("Nội dung {n}."),
        );
        place.write(&format!("content/tin-tuc/{own}bai-{n}.md"), &text);
    }
    // Of one a folder, of the other a file.
    let _ = fs::remove_dir_all(place.path("static"));
    place.write(
        if title == "A" {
            "static/kho"
        } else {
            "static/kho/tep"
        },
        title,
    );
}

fn nothing_temporary_is_left(place: &Place) {
    let names = |folder: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(place.path(folder)).expect("a folder");
        entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect()
    };
    assert_eq!(
        names(""),
        ["content", "public", "site.toml", "static"]
            .map(str::to_owned)
            .into()
    );
    let hidden: Vec<String> = names("public")
        .into_iter()
        .filter(|name| name.starts_with('.'))
        .collect();
    assert_eq!(hidden, [".trangxa-state"]);
}

#[test]
fn a_first_build_that_is_killed_leaves_all_or_nothing_and_the_next_one_mends_it() {
    let place = big("A");
    let clean = place.clean();
    let rounds = kills(8);
    let mut dice = Dice(rounds);
    let (mut killed, mut began) = (0, 0);
    for round in 0..rounds {
        let empty_folder = round % 2 == 1;
        if empty_folder {
            fs::create_dir(place.path("public")).expect("a folder");
        }
        let child = place
            .today(&["build"])
            .stdout(Stdio::null())
            .spawn()
            .expect("it runs");
        let staging = [
            place.path(".public.trangxa-new"),
            place.path("public/.trangxa-new"),
        ];
        let running = kill(child, |child| {
            let mut ended = || child.try_wait().expect("it can be asked").is_some();
            wait_for(|| staging.iter().any(|folder| folder.exists()) || ended());
            if round % 4 < 2 {
                // Until it moves what it has made into place.
                wait_for(|| {
                    place.path("public/.trangxa-pending").exists()
                        || place.has("public/index.html")
                        || ended()
                });
            } else {
                std::thread::sleep(Duration::from_millis(dice.below(150)));
            }
            let most = 32 << dice.below(8);
            std::thread::sleep(Duration::from_micros(dice.below(most)));
        });
        killed += u64::from(running);
        let public = place.public();
        began += u64::from(!public.is_empty() || staging.iter().any(|folder| folder.exists()));
        for (path, bytes) in &public {
            assert!(
                clean.get(path) == Some(bytes),
                "{path} is torn in round {round}"
            );
        }
        assert!(
            empty_folder || public.is_empty() || public == clean,
            "a part of the site in round {round}"
        );
        place.build();
        assert!(
            place.public() == clean,
            "{:?}",
            differing(&place.public(), &clean)
        );
        nothing_temporary_is_left(&place);
        fs::remove_dir_all(place.path("public")).expect("removed");
    }
    assert!(
        killed > 0 && began > 0,
        "of {rounds} builds {killed} were killed, {began} had begun"
    );
}

#[test]
fn a_build_that_is_killed_at_any_moment_leaves_every_file_whole_and_the_next_one_mends_the_rest() {
    let place = big("A");
    let mut whole = Vec::new();
    for title in ["A", "B"] {
        change(&place, title);
        whole.push(place.clean());
    }
    change(&place, "A");
    place.build();
    let rounds = kills(24);
    let mut dice = Dice(rounds);
    let (mut killed, mut mixed) = (0, 0);
    for round in 0..rounds {
        let which = usize::try_from(dice.below(2)).expect("0 or 1");
        change(&place, ["A", "B"][which]);
        let child = place
            .today(&["build"])
            .stdout(Stdio::null())
            .spawn()
            .expect("it runs");
        let pending = place.path("public/.trangxa-pending");
        let before = fs::metadata(&pending).and_then(|m| m.modified()).ok();
        let running = kill(child, |child| {
            if dice.below(4) == 0 {
                std::thread::sleep(Duration::from_millis(dice.below(400)));
                return;
            }
            // The moment in which files are moved into place is short: wait for it, then for some of it.
            let mut ended = || child.try_wait().expect("it can be asked").is_some();
            wait_for(|| {
                fs::metadata(&pending).and_then(|m| m.modified()).ok() != before || ended()
            });
            let most = 32 << dice.below(8);
            std::thread::sleep(Duration::from_micros(dice.below(most)));
        });
        killed += u64::from(running);
        let public = place.public();
        for (path, bytes) in &public {
            let known = whole.iter().any(|files| files.get(path) == Some(bytes));
            assert!(known, "{path} is torn in round {round}");
        }
        // What stands in both is there at every moment.
        for path in whole[0].keys().filter(|path| whole[1].contains_key(*path)) {
            assert!(
                public.contains_key(path),
                "{path} is missing in round {round}"
            );
        }
        mixed += u64::from(!whole.contains(&public));
        if dice.below(3) == 0 {
            let which = usize::try_from(dice.below(2)).expect("0 or 1");
            change(&place, ["A", "B"][which]);
            place.build();
            assert!(
                place.public() == whole[which],
                "{:?}",
                differing(&place.public(), &whole[which])
            );
            nothing_temporary_is_left(&place);
        }
    }
    assert!(
        killed > 0 && mixed > 0,
        "of {rounds} builds {killed} were killed, {mixed} while moving"
    );
}
