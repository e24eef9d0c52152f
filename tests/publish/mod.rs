//! Publishing against hosts that fail: a visitor never sees a broken site, and the next publish mends everything.

mod host;
mod passwords;
mod program;
mod turns;
mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use trangxa::moment::Moment;
use trangxa::publish::changes::{folders_of, is_page};
use trangxa::publish::lock::Owner;
use trangxa::publish::manifest::{File, Files, Hash, Manifest, Stage};
use trangxa::publish::survey::{MANIFEST, Remembered};
use trangxa::publish::target::Target;
use trangxa::publish::transfer::{Contents, Journal, Means};
use trangxa::publish::verify::{Findings, verify};
use trangxa::publish::{self, Allowed, Done, Stop, Wish};

use self::host::{Disk, FAULTS, Fault, Host, Watch, crawl, watch};
use self::turns::{InTurn, Turns};

/// A site's files with their contents.
#[derive(Clone, Default)]
struct Site {
    contents: BTreeMap<Hash, Vec<u8>>,
    files: Files,
}

impl Site {
    /// A page or a part that leads to others.
    fn put(&mut self, path: &str, text: &str, leads_to: &[String]) {
        let mut bytes = format!("{text}\n");
        for path in leads_to {
            bytes += &format!("→ {path}\n");
        }
        bytes += "end\n";
        let stage = match path {
            "index.html" => Stage::Home,
            "rss.xml" => Stage::Feed,
            path if path.ends_with(".css") => Stage::Asset,
            path if !is_page(path) => Stage::File,
            "tin/index.html" => Stage::List,
            path if path.starts_with("tin/trang/") => Stage::List,
            _ => Stage::Page,
        };
        let file = File {
            hash: Hash::of(bytes.as_bytes()),
            size: bytes.len() as u64,
            stage,
        };
        self.files.insert(path.to_owned(), file);
        self.contents.insert(file.hash, bytes.into_bytes());
    }

    /// A portal of `pages` articles, each leading to the next, in lists of twenty. In its second version one article is
    /// new, one is changed in place by a text of the same length, and one is gone; in its third, the styles have another
    /// name besides, and every page with them.
    fn portal(pages: usize, version: usize) -> Self {
        let mut site = Self::default();
        let gone = (version > 1).then_some(pages / 2);
        let last = if version > 1 { pages + 1 } else { pages };
        let numbers: Vec<usize> = (0..last).filter(|n| Some(*n) != gone).collect();
        let style = format!("site.{}.css", version / 3);
        let article = |n: usize| format!("tin/{n:03}/index.html");
        site.put(&style, "p {}", &[]);
        site.put("anh/cong.jpg", "ảnh", &[]);
        for (i, n) in numbers.iter().enumerate() {
            let next = numbers.get(i + 1).copied();
            let photo = format!("tin/{n:03}/anh.jpg");
            site.put(&photo, "ảnh", &[]);
            let text = if *n == 3 {
                format!("Bản {}", version.min(2))
            } else {
                "Bài".to_owned()
            };
            let mut leads_to = vec![style.clone(), photo];
            leads_to.extend(next.map(article));
            site.put(&article(*n), &text, &leads_to);
        }
        let lists = numbers.chunks(20).enumerate().map(|(i, part)| {
            let path = if i == 0 {
                "tin/index.html".to_owned()
            } else {
                format!("tin/trang/{i}/index.html")
            };
            let leads_to: Vec<String> = part.iter().map(|n| article(*n)).collect();
            (path, leads_to)
        });
        let lists: Vec<(String, Vec<String>)> = lists.collect();
        for (path, leads_to) in &lists {
            site.put(path, "Danh sách", leads_to);
        }
        let mut leads_to: Vec<String> = lists.into_iter().map(|(path, _)| path).collect();
        leads_to.extend([style, "anh/cong.jpg".to_owned(), "rss.xml".to_owned()]);
        site.put("index.html", "Trang chủ", &leads_to);
        let newest: Vec<String> = numbers.iter().rev().take(5).map(|n| article(*n)).collect();
        site.put("rss.xml", "Tin", &newest);
        site
    }
}

/// A machine that publishes: what it remembers, and the contents of all sites it ever had.
#[derive(Default)]
struct Machine {
    name: String,
    contents: BTreeMap<Hash, Vec<u8>>,
    last: Mutex<Option<Manifest>>,
    journal: Mutex<Option<(String, BTreeMap<String, Hash>)>>,
    runs: AtomicUsize,
    allowed: Allowed,
    damaged: BTreeSet<String>,
}

impl Contents for Machine {
    fn content(&self, hash: Hash) -> io::Result<Vec<u8>> {
        self.contents
            .get(&hash)
            .cloned()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Journal for Machine {
    fn begin(&self, run: &str, carried: &BTreeMap<String, Hash>) {
        *self.journal.lock().expect("no thread panicked") = Some((run.to_owned(), carried.clone()));
    }

    fn learn(&self, manifest: &Manifest) {
        *self.last.lock().expect("no thread panicked") = Some(manifest.clone());
    }

    fn note(&self, path: &str, hash: Hash) {
        if let Some((_, confirmed)) = &mut *self.journal.lock().expect("no thread panicked") {
            confirmed.insert(path.to_owned(), hash);
        }
    }
}

impl Machine {
    fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    fn owner(&self) -> Owner {
        let now = Moment::from_unix(1_795_000_000);
        Owner {
            who: self.name.clone(),
            since: now,
            renewed: now,
            token: format!("token-{}", self.name),
        }
    }

    fn publish(&mut self, host: &Host, site: &Site) -> Result<Option<Done>, Stop> {
        self.contents.extend(site.contents.clone());
        let done = self.try_publish(host, &site.files, &|_| ())?;
        if let Some(done) = &done {
            self.heard(done);
        }
        Ok(done)
    }

    /// Remembers what it published.
    fn heard(&mut self, done: &Done) {
        *self.last.get_mut().expect("no thread panicked") = Some(done.manifest.clone());
        *self.journal.get_mut().expect("no thread panicked") = None;
    }

    fn remembered(&self) -> Remembered {
        Remembered {
            last: self.last.lock().expect("no thread panicked").clone(),
            journal: self.journal.lock().expect("no thread panicked").clone(),
        }
    }

    fn means<'a>(
        &'a self,
        host: &'a dyn Target,
        pause: &'a (dyn Fn(Duration) + Sync),
    ) -> Means<'a> {
        Means {
            target: host,
            contents: self,
            pause,
            tell: &|_| (),
            journal: self,
        }
    }

    fn verify(&self, host: &Host) -> Result<Option<Findings>, Stop> {
        verify(self.means(host, &|_| ()), &self.remembered())
    }

    fn try_publish(
        &self,
        host: &dyn Target,
        files: &Files,
        pause: &(dyn Fn(Duration) + Sync),
    ) -> Result<Option<Done>, Stop> {
        let run = self.runs.fetch_add(1, Ordering::Relaxed);
        let remembered = self.remembered();
        let wish = Wish {
            files,
            damaged: &self.damaged,
            remembered: &remembered,
            me: self.owner(),
            run: format!("{}-{run}", self.name),
            allowed: self.allowed,
        };
        publish::publish(self.means(host, pause), &wish)
    }
}

/// The files that are not ours.
fn foreign() -> Disk {
    let mut disk = Disk::default();
    disk.folders.insert(".well-known".into());
    for path in [".htaccess", ".well-known/acme", "cu.php"] {
        disk.put(path, b"cua nguoi khac");
    }
    disk
}

/// What a host should hold after a publish of `site`: the site, what is not ours, and the manifest.
fn difference(disk: &Disk, site: &Site) -> Option<String> {
    let Some(manifest) = disk.get(MANIFEST) else {
        return Some("there is no manifest".to_owned());
    };
    let manifest: Option<Manifest> = publish::manifest::read(manifest);
    if manifest.is_none_or(|manifest| manifest.files != site.files) {
        return Some("the manifest is another".to_owned());
    }
    let foreign = foreign();
    let wanted = |path: &str| match site.files.get(path) {
        Some(file) => Some(&*site.contents[&file.hash]),
        None => foreign.get(path),
    };
    let odd = disk
        .paths()
        .find(|path| *path != MANIFEST && wanted(path) != disk.get(path));
    let mut needed = site.files.keys().map(|path| &**path).chain(foreign.paths());
    let missing = needed.find(|path| !disk.has(path));
    let folders = folders_of(site.files.keys());
    let folder = disk
        .folders
        .iter()
        .find(|folder| !folders.contains(&***folder) && !foreign.folders.contains(*folder));
    odd.map(|path| format!("{path} should not be there, or is another"))
        .or_else(|| missing.map(|path| format!("{path} is missing")))
        .or_else(|| folder.map(|folder| format!("the folder {folder} was left")))
}

/// A machine and a host from which many publishes begin.
struct Start {
    disk: Disk,
    last: Option<Manifest>,
    looks: Arc<Watch>,
}

impl Start {
    /// Where `site` was published; without one, where nothing was.
    fn after(site: Option<&Site>) -> Self {
        let mut machine = Machine::named("a");
        let host = Host::new(foreign(), 1, &Watch::nothing());
        if let Some(site) = site {
            machine.publish(&host, site).expect("nothing goes wrong");
        }
        Self {
            disk: host.disk(),
            last: machine.last.into_inner().expect("no thread panicked"),
            looks: Watch::new(watch),
        }
    }

    fn begin(&self, connections: usize) -> (Machine, Host) {
        let machine = Machine {
            last: Mutex::new(self.last.clone()),
            // Its earlier publishes had other names.
            runs: AtomicUsize::new(100),
            ..Machine::named("a")
        };
        let host = Host::new(self.disk.clone(), connections, &self.looks);
        (machine, host)
    }

    /// How many calls a publish of `site` takes when nothing goes wrong.
    fn calls(&self, site: &Site) -> usize {
        let (mut machine, host) = self.begin(1);
        machine.publish(&host, site).expect("nothing goes wrong");
        host.calls()
    }
}

/// A machine and a host on which it has published the first version.
fn published(pages: usize, connections: usize) -> (Machine, Host) {
    Start::after(Some(&Site::portal(pages, 1))).begin(connections)
}

/// Lets every `step`th call go wrong in every way; then the next publish must come to the same end.
fn fails_everywhere(before: Option<&Site>, after: &Site, connections: usize, step: usize) {
    let start = Start::after(before);
    let calls = start.calls(after);
    let wrong = |fault: Fault, n: usize| {
        let (mut machine, host) = start.begin(connections);
        host.fail(n, fault);
        let first = machine.publish(&host, after);
        host.mend();
        if let Err(stop) = machine.publish(&host, after) {
            return Some(format!("after {first:?}, the next stops: {stop:?}"));
        }
        let difference = difference(&host.disk(), after);
        let difference = difference.map(|difference| format!("in the end, {difference}"));
        difference.or_else(|| host.seen().first().cloned())
    };
    at_every_call(calls, step, &wrong);
}

/// Asks what comes of every `step`th of some calls and the two after them going wrong in every way, other calls for each
/// way: it must be nothing.
fn at_every_call(
    calls: usize,
    step: usize,
    wrong: &(impl Fn(Fault, usize) -> Option<String> + Sync),
) {
    let wrongs = |i: usize, fault: Fault| {
        let all = (i % step..calls + 3).step_by(step);
        let told = all.filter_map(|n| Some(format!("{fault:?} at {n}: {}", wrong(fault, n)?)));
        told.collect::<Vec<_>>()
    };
    let wrongs: Vec<String> = std::thread::scope(|scope| {
        let wrongs = &wrongs;
        let threads: Vec<_> = FAULTS
            .iter()
            .enumerate()
            .map(|(i, fault)| scope.spawn(move || wrongs(i, *fault)))
            .collect();
        let found = threads.into_iter().map(|thread| thread.join());
        found.flat_map(|found| found.expect("no panic")).collect()
    });
    let some: Vec<String> = wrongs.iter().take(10).cloned().collect();
    assert!(
        wrongs.is_empty(),
        "{} of them, such as\n{}",
        wrongs.len(),
        some.join("\n")
    );
}

#[test]
fn an_update_that_fails_at_any_call_never_shows_a_broken_site_and_the_next_ends_identical() {
    fails_everywhere(Some(&Site::portal(200, 1)), &Site::portal(200, 2), 1, 1);
}

#[test]
fn a_change_of_every_page_that_fails_is_as_harmless() {
    fails_everywhere(Some(&Site::portal(8, 1)), &Site::portal(8, 3), 1, 1);
    fails_everywhere(Some(&Site::portal(200, 1)), &Site::portal(200, 3), 1, 97);
}

#[test]
fn a_first_publish_that_fails_never_shows_a_broken_site_and_the_next_ends_identical() {
    fails_everywhere(None, &Site::portal(6, 1), 1, 1);
    fails_everywhere(None, &Site::portal(200, 1), 1, 193);
}

#[test]
fn several_lines_at_a_time_fail_as_harmlessly() {
    fails_everywhere(Some(&Site::portal(30, 1)), &Site::portal(30, 3), 3, 7);
}

#[test]
fn a_publish_of_nothing_new_writes_nothing() {
    let (mut machine, host) = published(200, 2);
    let (calls, writes) = (host.calls(), host.writes());
    assert!(matches!(
        machine.publish(&host, &Site::portal(200, 1)),
        Ok(None)
    ));
    assert_eq!((host.calls() - calls, host.writes() - writes), (3, 0));
}

#[test]
fn a_publish_that_was_cut_off_goes_on_where_it_was() {
    let site = Site::portal(200, 1);
    let mut machine = Machine::named("a");
    let host = Host::new(foreign(), 1, &Watch::new(watch));
    host.fail(1_000, Fault::Dead);
    assert!(machine.publish(&host, &site).is_err());
    host.mend();
    let disk = host.disk();
    let there = disk
        .paths()
        .filter(|path| site.files.contains_key(*path))
        .count();
    assert!(there > 100, "{there}");
    let done = machine
        .publish(&host, &site)
        .expect("the host is mended")
        .expect("there was something to do");
    // The file that was on its way may be there and not be noted.
    assert!(
        site.files.len() - there - done.changes.put.len() <= 1,
        "{} of {there}",
        done.changes.put.len()
    );
    assert_eq!(difference(&host.disk(), &site), None);
}

#[test]
fn a_version_written_while_a_publish_was_cut_off_is_what_comes_out() {
    let first = Site::portal(20, 1);
    let start = Start::after(Some(&first));
    let second = Site::portal(20, 3);
    // The new article and its photo are gone again, another is edited.
    let mut third = first;
    third.put("tin/007/index.html", "Sửa sau", &["site.0.css".to_owned()]);
    for n in 0..start.calls(&second) {
        let (mut machine, host) = start.begin(1);
        host.fail(n, Fault::Dead);
        let _ = machine.publish(&host, &second);
        host.mend();
        machine.publish(&host, &third).expect("the host is mended");
        assert_eq!(difference(&host.disk(), &third), None, "after {n} calls");
        assert_eq!(host.seen(), Vec::<String>::new(), "after {n} calls");
    }
}

#[test]
fn files_of_somebody_else_are_not_replaced_unless_allowed() {
    let mut disk = foreign();
    disk.put("index.html", b"cong cu\nend\n");
    let host = Host::new(disk, 1, &Watch::nothing());
    let mut machine = Machine::named("a");
    let site = Site::portal(5, 1);
    let stop = machine
        .publish(&host, &site)
        .expect_err("the old site is there");
    assert_eq!(stop, Stop::Foreign(vec!["index.html".to_owned()]));
    assert_eq!(host.disk().paths().count(), 4, "nothing was written");
    machine.allowed.foreign = true;
    machine.publish(&host, &site).expect("is allowed");
    assert_eq!(difference(&host.disk(), &site), None);
}

#[test]
fn a_host_without_its_manifest_is_looked_at_and_what_is_right_is_not_sent_again() {
    let (mut machine, host) = published(50, 1);
    host.change(|disk| {
        disk.take(MANIFEST);
        disk.put("tin/004/index.html", b"Bi sua\nend\n");
    });
    let site = Site::portal(50, 1);
    let done = machine
        .publish(&host, &site)
        .expect("it can")
        .expect("there is something to do");
    let put: Vec<&str> = done.changes.put.iter().map(|put| &*put.path).collect();
    assert_eq!(put, ["tin/004/index.html"]);
    assert_eq!(difference(&host.disk(), &site), None);
    assert_eq!(done.manifest.generation, 2);
}

fn paths(paths: &[&str]) -> BTreeSet<String> {
    paths.iter().map(|path| (*path).to_owned()).collect()
}

#[test]
fn what_somebody_changed_on_the_host_is_found_and_only_that_is_put_again() {
    let site = Site::portal(50, 1);
    let (mut machine, host) = published(50, 2);
    let found = machine.verify(&host).expect("nothing goes wrong");
    let untouched = Findings {
        compared: site.files.len(),
        ..Findings::default()
    };
    assert_eq!(found, Some(untouched.clone()));
    host.change(|disk| {
        // As long as the page was.
        disk.put("tin/004/index.html", &[b'x'; 61]);
        disk.take("tin/005/anh.jpg");
        disk.put("tin/006/casino.html", b"xx");
        // Whoever can do this can do that.
        let mut manifest: Manifest =
            publish::manifest::read(disk.get(MANIFEST).expect("it is there")).expect("it is whole");
        let mut file = manifest.files["tin/004/index.html"];
        file.hash = Hash::of(&[b'x'; 61]);
        manifest.files.insert("tin/004/index.html".to_owned(), file);
        disk.put(MANIFEST, &publish::manifest::write(&manifest));
    });
    let found = machine.verify(&host).expect("nothing goes wrong");
    let found = found.expect("a site was published");
    assert_eq!(
        found,
        Findings {
            changed: paths(&["tin/004/index.html"]),
            missing: paths(&["tin/005/anh.jpg"]),
            strange: paths(&["tin/006/casino.html"]),
            ..untouched
        }
    );
    machine.damaged = found.damaged();
    let done = machine
        .publish(&host, &site)
        .expect("it can")
        .expect("there is something to do");
    let put: BTreeSet<String> = done.changes.put.into_iter().map(|put| put.path).collect();
    assert_eq!(put, found.damaged());
    host.change(|disk| {
        disk.take("tin/006/casino.html");
    });
    assert_eq!(difference(&host.disk(), &site), None);
}

#[test]
fn a_host_to_which_nothing_was_published_has_nothing_to_compare() {
    let host = Host::new(foreign(), 1, &Watch::nothing());
    assert_eq!(Machine::named("a").verify(&host), Ok(None));
}

#[test]
fn another_machine_adopts_a_site_that_is_as_its_own() {
    let (_, host) = published(50, 1);
    host.change(|disk| {
        disk.take(MANIFEST);
    });
    let mut other = Machine::named("b");
    let site = Site::portal(50, 1);
    let done = other
        .publish(&host, &site)
        .expect("it can")
        .expect("there is something to do");
    assert_eq!(
        (done.changes.put.len(), done.adopted),
        (0, site.files.len())
    );
    assert_eq!(difference(&host.disk(), &site), None);
}

#[test]
fn what_another_machine_published_is_not_lost_unless_allowed() {
    let (mut a, host) = published(20, 1);
    let mut b = Machine::named("b");
    let last = a.last.lock().expect("no thread panicked").clone();
    *b.last.get_mut().expect("no thread panicked") = last;
    let style = ["site.0.css".to_owned()];
    let mut theirs = Site::portal(20, 1);
    theirs.put("tin/003/index.html", "Bài a đã sửa", &style);
    theirs.put("tin/cua-a/index.html", "Bài của a", &style);
    a.publish(&host, &theirs).expect("nothing goes wrong");
    // b still has the first version and has written an article of its own.
    let mut mine = Site::portal(20, 1);
    mine.put("tin/cua-b/index.html", "Bài của b", &style);
    let stop = b
        .publish(&host, &mine)
        .expect_err("it would undo an edit and drop an article");
    let lost = ["tin/003/index.html", "tin/cua-a/index.html"];
    assert_eq!(stop, Stop::Unknown(lost.map(str::to_owned).to_vec()));
    assert_eq!(difference(&host.disk(), &theirs), None);
    b.allowed.others = true;
    b.publish(&host, &mine).expect("is allowed");
    assert_eq!(difference(&host.disk(), &mine), None);
}

#[test]
fn a_publish_that_never_heard_of_its_end_is_not_taken_for_somebody_elses() {
    let (mut machine, host) = published(20, 1);
    let mut second = Site::portal(20, 1);
    second.put("tin/moi/index.html", "Bài mới", &["site.0.css".to_owned()]);
    machine.contents.extend(second.contents.clone());
    let done = machine.try_publish(&host, &second.files, &|_| ());
    assert!(matches!(done, Ok(Some(_))), "{done:?}");
    // The power went before the machine noted that. Then the new article was taken back.
    let first = Site::portal(20, 1);
    machine
        .publish(&host, &first)
        .expect("it was its own article");
    assert_eq!(difference(&host.disk(), &first), None);
}

#[test]
fn many_removals_need_a_word() {
    let (mut machine, host) = published(200, 1);
    let small = Site::portal(150, 1);
    let stop = machine
        .publish(&host, &small)
        .expect_err("a quarter would go");
    assert_eq!(stop, Stop::RemovesMuch(102, 414));
    machine.allowed.removals = true;
    machine.publish(&host, &small).expect("is allowed");
    assert_eq!(difference(&host.disk(), &small), None);
}

#[test]
fn of_two_who_publish_at_once_exactly_one_wins_and_the_other_is_told_who() {
    let site = Site::portal(8, 1);
    let looks = Watch::new(watch);
    for seed in 0..100 {
        let host = Host::new(foreign(), 1, &looks);
        let turns = Turns::new(seed);
        let both = ["a", "b"].map(|name| Machine {
            contents: site.contents.clone(),
            ..Machine::named(name)
        });
        let results = std::thread::scope(|scope| {
            let (host, site, turns) = (&host, &site, &turns);
            let threads = [0, 1].map(|who| {
                let machine = &both[who];
                scope.spawn(move || {
                    let one = InTurn::new(host, turns, who);
                    let pause = |time| turns.pause(who, time);
                    let result = machine.try_publish(&one, &site.files, &pause);
                    turns.leave(who);
                    result
                })
            });
            threads.map(|thread| thread.join().expect("no panic"))
        });
        let won = |result: &&Result<Option<Done>, Stop>| matches!(result, Ok(Some(_)));
        let done = results.iter().filter(won).count();
        assert_eq!(done, 1, "seed {seed}: {results:?}");
        for (result, other) in results.iter().zip(["b", "a"]) {
            match result {
                Ok(_) => {} // the winner, or who came when it was done
                Err(Stop::Locked(Some(owner))) => assert_eq!(owner.who, other),
                Err(stop) => panic!("seed {seed}: {stop:?}"),
            }
        }
        assert_eq!(difference(&host.disk(), &site), None, "seed {seed}");
        assert_eq!(host.seen(), Vec::<String>::new(), "seed {seed}");
    }
}

#[test]
fn a_lock_that_nobody_renews_is_taken_over_after_half_an_hour() {
    let site = Site::portal(3, 1);
    let host = Host::new(foreign(), 1, &Watch::new(watch));
    let locked = |minutes: i64| {
        let then = Moment::from_unix(1_795_000_000 - minutes * 60);
        let owner = Owner {
            who: "máy cũ".to_owned(),
            since: then,
            renewed: then,
            token: "cu".to_owned(),
        };
        host.change(|disk| {
            disk.folders.insert(".trangxa-lock".into());
            let note = publish::manifest::write(&owner);
            disk.put(".trangxa-lock/owner.json", &note);
        });
        owner
    };
    let mut machine = Machine::named("a");
    let owner = locked(29);
    assert_eq!(
        machine.publish(&host, &site).err(),
        Some(Stop::Locked(Some(owner)))
    );
    locked(31);
    assert!(matches!(machine.publish(&host, &site), Ok(Some(_))));
    assert_eq!(difference(&host.disk(), &site), None);
}

#[test]
fn the_crawler_of_these_tests_finds_what_is_missing() {
    let site = Site::portal(5, 1);
    let mut disk = Disk::default();
    for (path, file) in &site.files {
        disk.put(path, &site.contents[&file.hash]);
    }
    assert_eq!(crawl(&disk), None);
    disk.take("tin/002/anh.jpg");
    assert_eq!(crawl(&disk), Some("tin/002/anh.jpg is missing".to_owned()));
}
