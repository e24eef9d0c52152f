//! Watching: what `rescan` finds is what `scan` finds, and following the wakes leads there however files are saved.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;
use trangxa::diag::Diagnostic;
use trangxa::fingerprint::Fingerprint;
use trangxa::moment::Moment;
use trangxa::source::{self, Options, Snapshot, Stamp, Stamps};
use trangxa::watch::{Wake, Wakes, Watcher};

fn options() -> Options {
    Options::at(Moment::default())
}

fn at(root: &Path, path: &str) -> PathBuf {
    root.join(path)
}

/// Writes a file, and its folder if need be.
fn write(root: &Path, path: &str, text: &str) {
    let path = at(root, path);
    fs::create_dir_all(path.parent().expect("it is below the root")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// A small site with room for edits.
fn small_site(root: &Path) {
    write(root, "site.toml", "title = \"Xã\"\n");
    for n in 0..5 {
        write(root, &format!("content/tin-tuc/{n}.md"), "cũ");
        write(root, &format!("content/thong-bao/bai-{n}/index.md"), "cũ");
    }
    write(root, "content/_index.md", "cũ");
    write(root, "static/anh/a.jpg", "ảnh");
    write(root, "themes/nho/theme.toml", "");
    write(root, "public/index.html", "");
}

/// All that a snapshot says, with the texts.
#[derive(Debug, PartialEq)]
struct Facts {
    files: BTreeMap<String, (u64, Option<Stamp>, Option<Fingerprint>, Vec<u8>)>,
    diagnostics: Vec<Diagnostic>,
}

fn facts(snapshot: &Snapshot) -> Facts {
    let files = snapshot.files.iter().map(|(path, file)| {
        assert_eq!(*path, file.path);
        let bytes = file.read().unwrap_or_default().into_owned();
        let facts = (file.len, file.stamp(), file.known, bytes);
        (path.to_string(), facts)
    });
    let mut diagnostics = snapshot.diagnostics.clone();
    diagnostics.sort();
    Facts {
        files: files.collect(),
        diagnostics,
    }
}

mod rescan {
    use super::*;

    /// Numbers that look random and are the same in every run.
    struct Random(u64);

    impl Random {
        fn below(&mut self, n: usize) -> usize {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(self.0 >> 33).expect("31 bits") % n
        }

        fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
            of[self.below(of.len())]
        }
    }

    const FOLDERS: &[&str] = &[
        "content",
        "content/tin-tuc",
        "content/thong-bao",
        "content/thong-bao/bai-1",
        "content/Tin-tuc",
        "content/tin tư\u{301}c",
        "content/tin tứ\u{63}",
        "content/.git",
        "static/anh",
        "themes/nho/templates",
        "public",
    ];
    const NAMES: &[&str] = &[
        "0.md",
        "1.md",
        "bai.md",
        "Bai.md",
        "túi.md",
        "tu\u{301}i.md",
        "~$bai.docx",
        "x.tmp",
        "site.toml",
        "moi",
    ];

    /// An edit of the folder, and the places that a watcher would name.
    fn edit(root: &Path, random: &mut Random) -> Vec<PathBuf> {
        let any = |random: &mut Random| PathBuf::from(random.one(FOLDERS)).join(random.one(NAMES));
        let place = any(random);
        let path = root.join(&place);
        let parent = path.parent().expect("it is below the root").to_owned();
        // A new folder is named by its topmost new part, as a system's events do.
        let topmost = |place: &Path| {
            let new = place
                .ancestors()
                .filter(|above| !above.as_os_str().is_empty())
                .take_while(|above| root.join(above).symlink_metadata().is_err());
            new.last().unwrap_or(place).to_owned()
        };
        let touched = topmost(&place);
        let folder = PathBuf::from(random.one(FOLDERS));
        match random.below(12) {
            0..5 => {
                let _ = fs::create_dir_all(&parent);
                let text = random.one(&["", "một", "hai", "bài dài hơn"]);
                if fs::write(&path, text).is_ok() && random.below(2) == 0 {
                    // As old as others, and so settled: only size and event tell.
                    let file = fs::File::options().write(true).open(&path).expect("a file");
                    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
                    file.set_modified(old).expect("a time");
                }
                vec![touched]
            }
            5..7 => {
                let _ = fs::remove_file(&path);
                vec![place]
            }
            7 => {
                let _ = fs::remove_dir_all(root.join(&folder));
                vec![folder]
            }
            8..10 => {
                let (from, to) = if random.below(2) == 0 {
                    (folder, PathBuf::from(random.one(FOLDERS)))
                } else {
                    (place, any(random))
                };
                let touched = topmost(&to);
                let _ = fs::create_dir_all(root.join(&to).parent().expect("below the root"));
                let _ = fs::rename(root.join(&from), root.join(&to));
                vec![from, to, touched]
            }
            10 => {
                let _ = fs::create_dir_all(&parent);
                let _ = fs::remove_file(&path);
                let target = random.one(&["0.md", "nowhere", "../tin-tuc", "/", "..", "moi"]);
                #[cfg(unix)]
                let _ = std::os::unix::fs::symlink(target, &path);
                #[cfg(not(unix))]
                let _ = target;
                vec![touched]
            }
            _ => {
                // Whatever is unusual goes, or soon all looks are at everything.
                for odd in ["content", "static", "themes"] {
                    let _ = fs::remove_dir_all(root.join(odd));
                }
                small_site(root);
                vec![
                    "content".into(),
                    "static".into(),
                    "themes".into(),
                    "site.toml".into(),
                ]
            }
        }
    }

    /// What a build would remember.
    fn remember(stamps: &mut Stamps, snapshot: &Snapshot) {
        stamps.clear();
        for file in snapshot.files.values() {
            let stamp = file
                .stamp()
                .filter(|stamp| stamp.is_settled(snapshot.taken));
            if let (Some(stamp), Ok(content)) = (stamp, file.fingerprint()) {
                stamps.insert(file.path.to_string(), (stamp, content));
            }
        }
    }

    #[test]
    fn a_look_at_what_changed_finds_what_a_look_at_everything_finds() {
        for seed in 0..60 {
            let mut random = Random(seed);
            let folder = TempDir::new().expect("a folder");
            let root = folder.path();
            small_site(root);
            let mut stamps = Stamps::new();
            let mut snapshot = source::scan(root, options(), &stamps).expect("it is there");
            for step in 0..40 {
                if random.below(2) == 0 {
                    remember(&mut stamps, &snapshot);
                }
                let mut changed = BTreeSet::new();
                for _ in 0..1 + random.below(3) {
                    changed.extend(edit(root, &mut random));
                }
                let rescanned =
                    source::rescan(&snapshot, root, &changed, options(), &stamps).expect("there");
                let scanned = source::scan(root, options(), &stamps).expect("it is there");
                let mut right = facts(&scanned);
                for file in scanned.at(&changed) {
                    right.files.get_mut(&*file.path).expect("it is there").2 = None;
                }
                assert_eq!(
                    facts(&rescanned),
                    right,
                    "seed {seed}, step {step}: {changed:?}"
                );
                for (path, file) in &rescanned.files {
                    if let Some(known) = file.known {
                        let bytes = file.read().expect("it is there");
                        assert_eq!(known, Fingerprint::of_bytes(&bytes), "{path}");
                    }
                }
                snapshot = rescanned;
            }
        }
    }

    #[test]
    fn a_file_that_an_event_names_is_not_trusted_though_it_looks_as_before() {
        let folder = TempDir::new().expect("a folder");
        let root = folder.path();
        small_site(root);
        let path = "content/tin-tuc/1.md";
        let old = SystemTime::now() - Duration::from_secs(3_600);
        let save = |text: &str| {
            write(root, path, text);
            let file = fs::File::options().write(true).open(at(root, path));
            file.and_then(|file| file.set_modified(old))
                .expect("a time");
        };
        save("một");
        let first = source::scan(root, options(), &Stamps::new()).expect("it is there");
        let mut stamps = Stamps::new();
        remember(&mut stamps, &first);
        save("mốt");
        let changed = BTreeSet::from([PathBuf::from(path)]);
        let next = source::rescan(&first, root, &changed, options(), &stamps).expect("there");
        assert_eq!(next.files[path].stamp(), first.files[path].stamp());
        assert_eq!(next.files[path].known, None);
        let everything = Wake {
            paths: changed,
            everything: true,
        };
        let next = everything
            .look(root, &first, options(), &stamps)
            .expect("there");
        assert_eq!(next.files[path].known, None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_an_editor_leaves_behind_is_no_mistake() {
        let folder = TempDir::new().expect("a folder");
        small_site(folder.path());
        let lock = at(folder.path(), "content/tin-tuc/.#1.md");
        std::os::unix::fs::symlink("can-bo@may-1.2345", lock).expect("a link");
        let snapshot = source::scan(folder.path(), options(), &Stamps::new()).expect("there");
        assert_eq!(snapshot.diagnostics, []);
    }

    #[test]
    fn a_folder_behind_a_link_that_leads_out_of_the_site_is_not_read() {
        let (folder, outside) = (TempDir::new().expect("one"), TempDir::new().expect("two"));
        small_site(folder.path());
        write(outside.path(), "bi-mat.md", "x");
        #[cfg(unix)]
        std::os::unix::fs::symlink(outside.path(), at(folder.path(), "content/ngoai"))
            .expect("a link");
        let snapshot = source::scan(folder.path(), options(), &Stamps::new()).expect("there");
        assert!(snapshot.below("content/ngoai").next().is_none());
        assert_eq!(snapshot.diagnostics.len(), usize::from(cfg!(unix)));
    }
}

/// A site that is watched, and what following the wakes says of it.
struct Followed {
    folder: TempDir,
    watcher: Watcher,
    wakes: Wakes,
    snapshot: Snapshot,
    /// Every path that a wake named since the last time that all was seen.
    named: BTreeSet<PathBuf>,
}

/// Longer than anything takes, and shorter than the time between two sweeps.
const DEADLINE: Duration = Duration::from_secs(8);

impl Followed {
    fn new() -> Self {
        Self::by(Watcher::start)
    }

    fn by(start: impl Fn(&Path) -> (Watcher, Wakes)) -> Self {
        let folder = TempDir::new().expect("a folder");
        small_site(folder.path());
        let (watcher, wakes) = start(folder.path());
        let snapshot = source::scan(folder.path(), options(), &Stamps::new());
        let mut followed = Self {
            snapshot: snapshot.expect("it is there"),
            folder,
            watcher,
            wakes,
            named: BTreeSet::new(),
        };
        // What was written before may still be told of.
        while followed.follow(Duration::from_millis(20)) {}
        followed.named.clear();
        followed
    }

    fn root(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    fn at(&self, path: &str) -> PathBuf {
        at(self.folder.path(), path)
    }

    fn write(&self, path: &str, text: &str) {
        write(self.folder.path(), path, text);
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.at(from), self.at(to)).expect("a rename");
    }

    /// Waits for a wake and looks again.
    fn follow(&mut self, longest: Duration) -> bool {
        let Ok(wake) = self.wakes.recv_timeout(longest) else {
            return false;
        };
        self.snapshot = self
            .wakes
            .look(&wake, &self.snapshot, options(), &Stamps::new())
            .expect("it is there");
        self.named.extend(wake.paths);
        true
    }

    /// Follows the wakes until all is seen, and says which paths they named.
    #[track_caller]
    fn settles(&mut self) -> Vec<String> {
        let begun = Instant::now();
        loop {
            let scanned = source::scan(&self.root(), options(), &Stamps::new()).expect("there");
            let (seen, right) = (facts(&self.snapshot), facts(&scanned));
            if seen == right && !self.named.is_empty() {
                let named = std::mem::take(&mut self.named);
                return named
                    .iter()
                    .map(|path| path.to_str().expect("UTF-8").replace('\\', "/"))
                    .collect();
            }
            if begun.elapsed() > DEADLINE {
                assert_eq!(seen, right, "not seen in time");
                panic!("there was no wake");
            }
            self.follow(Duration::from_millis(50));
        }
    }
}

#[test]
fn a_plain_write_is_seen() {
    let mut site = Followed::new();
    site.write("content/tin-tuc/1.md", "mới");
    assert_eq!(site.settles(), ["content/tin-tuc/1.md"]);
    site.write("site.toml", "title = \"Xã mới\"\n");
    assert_eq!(site.settles(), ["site.toml"]);
    site.write("themes/nho/theme.toml", "name = \"nho\"\n");
    assert_eq!(site.settles(), ["themes/nho/theme.toml"]);
    site.write("static/anh/a.jpg", "ảnh khác");
    assert_eq!(site.settles(), ["static/anh/a.jpg"]);
}

#[test]
fn a_write_in_two_steps_is_seen_whole() {
    let mut site = Followed::new();
    let mut file = fs::File::create(site.at("content/tin-tuc/1.md")).expect("a file");
    sleep(Duration::from_millis(30));
    site.follow(DEADLINE);
    file.write_all("nửa đầu, ".as_bytes()).expect("a write");
    file.flush().expect("a write");
    sleep(Duration::from_millis(30));
    file.write_all("nửa sau".as_bytes()).expect("a write");
    drop(file);
    site.settles();
    let text = site.snapshot.files["content/tin-tuc/1.md"].read();
    assert_eq!(text.expect("it is there"), "nửa đầu, nửa sau".as_bytes());
}

#[test]
fn an_atomic_save_is_one_path() {
    let mut site = Followed::new();
    for n in 0..20 {
        site.write("content/tin-tuc/.1.md.tmp", &format!("lần {n}"));
        site.rename("content/tin-tuc/.1.md.tmp", "content/tin-tuc/1.md");
        assert_eq!(site.settles(), ["content/tin-tuc/1.md"]);
    }
}

#[test]
fn a_save_that_moves_the_old_file_away_is_seen() {
    let mut site = Followed::new();
    for n in 0..20 {
        // vim: the old file becomes the backup, and goes when the new one is written.
        site.rename("content/tin-tuc/1.md", "content/tin-tuc/1.md~");
        site.write("content/tin-tuc/1.md", &format!("lần {n}"));
        fs::remove_file(site.at("content/tin-tuc/1.md~")).expect("it is there");
        assert_eq!(site.settles(), ["content/tin-tuc/1.md"]);
        // Word: a lock, the new text aside, the old one aside, the new one in its place.
        site.write("static/~$kế hoạch.docx", "ai");
        site.write("static/~WRD0001.tmp", &format!("văn bản {n}"));
        if n > 0 {
            site.rename("static/kế hoạch.docx", "static/~WRL0002.tmp");
        }
        site.rename("static/~WRD0001.tmp", "static/kế hoạch.docx");
        let _ = fs::remove_file(site.at("static/~WRL0002.tmp"));
        fs::remove_file(site.at("static/~$kế hoạch.docx")).expect("it is there");
        assert_eq!(site.settles(), ["static/kế hoạch.docx"]);
    }
}

#[test]
fn a_new_folder_with_a_file_at_once_is_seen() {
    let mut site = Followed::new();
    for n in 0..20 {
        site.write(&format!("content/moi-{n}/sau/nua/bai.md"), "x");
        site.settles();
        // And what is written there later.
        site.write(&format!("content/moi-{n}/sau/nua/bai.md"), "xx");
        site.settles();
    }
}

#[test]
fn a_renamed_folder_is_seen_with_all_in_it() {
    let mut site = Followed::new();
    site.rename("content/thong-bao", "content/thong-bao-cu");
    site.settles();
    site.write("content/thong-bao-cu/bai-1/index.md", "mới");
    site.settles();
    site.rename("content/thong-bao-cu", "content/thong-bao");
    site.write("content/thong-bao/bai-1/index.md", "mới hơn");
    site.settles();
    fs::remove_dir_all(site.at("content/thong-bao")).expect("it is there");
    site.settles();
    assert!(site.snapshot.below("content/thong-bao/").next().is_none());
}

#[test]
fn a_folder_of_the_site_may_go_and_come_back() {
    let mut site = Followed::new();
    for _ in 0..5 {
        fs::remove_dir_all(site.at("content")).expect("it is there");
        site.settles();
        site.write("content/tin-tuc/1.md", "mới");
        site.settles();
        site.write("content/tin-tuc/1.md", "mới hơn");
        site.settles();
        site.rename("content", "cu");
        site.settles();
        site.rename("cu", "content");
        site.settles();
        site.write("content/tin-tuc/2.md", "mới");
        site.settles();
    }
}

#[test]
fn a_file_that_is_deleted_and_made_again_is_seen() {
    let mut site = Followed::new();
    for n in 0..20 {
        fs::remove_file(site.at("content/tin-tuc/1.md")).expect("it is there");
        if n % 2 == 0 {
            site.settles();
        }
        site.write("content/tin-tuc/1.md", &format!("lần {n}"));
        site.settles();
    }
}

#[test]
fn two_hundred_photos_at_once_are_seen() {
    let mut site = Followed::new();
    for n in 0..200 {
        site.write(&format!("static/anh/IMG_{n:04}.JPG"), &"x".repeat(20_000));
    }
    site.settles();
    assert_eq!(site.snapshot.below("static/anh/IMG").count(), 200);
    // As a folder that came from elsewhere.
    let elsewhere = site.at("tai-ve");
    for n in 0..200 {
        write(&elsewhere, &format!("{n}.jpg"), "x");
    }
    site.rename("tai-ve", "static/anh/tai-ve");
    site.settles();
    assert_eq!(site.snapshot.below("static/anh/tai-ve/").count(), 200);
    site.write("static/anh/tai-ve/7.jpg", "mới");
    site.settles();
}

#[test]
fn names_in_nfd_are_seen_as_nfc() {
    let mut site = Followed::new();
    site.write("content/tin-tuc/A\u{309}nh sa\u{300}n.md", "x");
    site.settles();
    assert!(
        site.snapshot
            .files
            .contains_key("content/tin-tuc/Ảnh sàn.md")
    );
    site.write("content/tin-tuc/A\u{309}nh sa\u{300}n.md", "xx");
    site.settles();
    site.rename(
        "content/tin-tuc/A\u{309}nh sa\u{300}n.md",
        "content/tin-tuc/Ảnh sàn.md",
    );
    site.settles();
    assert_eq!(site.snapshot.diagnostics, []);
}

#[test]
fn a_file_that_is_changed_while_others_storm_is_seen() {
    let mut site = Followed::new();
    for round in 0..10 {
        for n in 0..300 {
            site.write(&format!("content/tin-tuc/{}.md", n % 7), &"x".repeat(n));
            site.write(&format!("content/dot-{round}/{n}/index.md"), "x");
        }
        site.write("content/tin-tuc/0.md", &format!("cuối {round}"));
        fs::remove_dir_all(site.at(&format!("content/dot-{round}"))).expect("it is there");
    }
    site.settles();
}

#[test]
fn junk_and_what_is_not_a_source_wake_nobody() {
    let mut site = Followed::new();
    for n in 0..50 {
        site.write(&format!("public/{n}/index.html"), "x");
        site.write("public/.trangxa-new/1", "x");
        site.write("content/~$bai.docx", "x");
        site.write("content/bai.md.tmp", "x");
        site.write("static/Thumbs.db", "x");
        site.write("static/desktop.ini", "x");
        site.write("content/.DS_Store", "x");
        site.write("content/.git/index", "x");
        site.write("ghi-chu.txt", "x");
    }
    // Reading is none of it either.
    let _ = facts(&source::scan(&site.root(), options(), &Stamps::new()).expect("there"));
    assert!(!site.follow(Duration::from_millis(300)), "{:?}", site.named);
    site.write("content/_index.md", "mới");
    assert_eq!(site.settles(), ["content/_index.md"]);
}

#[test]
fn without_events_sweeps_find_what_changed() {
    let site = Followed::by(Watcher::sweeping);
    assert!(!site.watcher.is_immediate());
    site.write("content/tin-tuc/1.md", "mới");
    site.write("content/moi/sau/bai.md", "mới");
    let wake = site.wakes.recv_timeout(DEADLINE).expect("a sweep");
    assert_eq!(wake, Wake::sweep());
    let next = site
        .wakes
        .look(&wake, &site.snapshot, options(), &Stamps::new())
        .expect("it is there");
    let changed: Vec<String> = wake
        .changed(&site.snapshot, &next)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(changed, ["content/moi/sau/bai.md", "content/tin-tuc/1.md"]);
}

#[test]
fn a_watcher_that_is_dropped_ends_its_wakes() {
    let site = Followed::new();
    let Followed { watcher, wakes, .. } = site;
    drop(watcher);
    while wakes.recv().is_ok() {}
}
