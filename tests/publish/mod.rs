//! Publishing against hosts that fail: a visitor never sees a broken site, and the next publish mends everything.

mod host;

use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use trangxa::moment::Moment;
use trangxa::publish::changes::is_page;
use trangxa::publish::lock::Owner;
use trangxa::publish::manifest::{File, Files, Hash, Manifest, Stage};
use trangxa::publish::survey::Remembered;
use trangxa::publish::transfer::{Contents, Journal, Means};
use trangxa::publish::{self, Allowed, Done, Stop, Wish};

use self::host::{Disk, FAULTS, Fault, Host, crawl, watch};

/// A site's files with their contents.
#[derive(Clone, Default)]
struct Site(BTreeMap<String, Vec<u8>>);

impl Site {
    /// A page or a part that leads to others.
    fn put(&mut self, path: &str, text: &str, leads_to: &[String]) {
        let mut bytes = format!("{text}\n");
        for path in leads_to {
            bytes += &format!("→ {path}\n");
        }
        bytes += "end\n";
        self.0.insert(path.to_owned(), bytes.into_bytes());
    }

    /// A portal of `pages` articles, each leading to the next, in lists of twenty. In its second version one article is
    /// new, one is changed in place by a text of the same length, one is gone, and the styles have another name.
    fn portal(pages: usize, version: usize) -> Self {
        let mut site = Self::default();
        let gone = (version == 2).then_some(pages / 2);
        let last = if version == 2 { pages + 1 } else { pages };
        let numbers: Vec<usize> = (0..last).filter(|n| Some(*n) != gone).collect();
        let style = format!("site.{version}.css");
        let article = |n: usize| format!("tin/{n:03}/index.html");
        site.put(&style, "p {}", &[]);
        site.put("anh/cong.jpg", "ảnh", &[]);
        for (i, n) in numbers.iter().enumerate() {
            let next = numbers.get(i + 1).copied();
            let photo = format!("tin/{n:03}/anh.jpg");
            site.put(&photo, "ảnh", &[]);
            let text = if *n == 3 {
                format!("Bản {version}")
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

    fn files(&self) -> Files {
        let stage = |path: &str| match path {
            "index.html" => Stage::Home,
            "rss.xml" => Stage::Feed,
            path if path.ends_with(".css") => Stage::Asset,
            path if !is_page(path) => Stage::File,
            "tin/index.html" => Stage::List,
            path if path.starts_with("tin/trang/") => Stage::List,
            _ => Stage::Page,
        };
        let file = |(path, bytes): (&String, &Vec<u8>)| {
            let file = File {
                hash: Hash::of(bytes),
                size: bytes.len() as u64,
                stage: stage(path),
            };
            (path.clone(), file)
        };
        self.0.iter().map(file).collect()
    }
}

/// A machine that publishes: what it remembers, and the contents of all sites it ever had.
#[derive(Default)]
struct Machine {
    name: String,
    contents: BTreeMap<Hash, Vec<u8>>,
    last: Option<Manifest>,
    journal: Mutex<Option<(String, BTreeMap<String, Hash>)>>,
    runs: AtomicUsize,
    allowed: Allowed,
    /// How long a pause lasts in the test.
    patience: Duration,
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
        let contents = site
            .0
            .values()
            .map(|bytes| (Hash::of(bytes), bytes.clone()));
        self.contents.extend(contents);
        let done = self.try_publish(host, &site.files())?;
        if let Some(done) = &done {
            self.last = Some(done.manifest.clone());
            *self.journal.lock().expect("no thread panicked") = None;
        }
        Ok(done)
    }

    fn try_publish(&self, host: &Host, files: &Files) -> Result<Option<Done>, Stop> {
        let run = self.runs.fetch_add(1, Ordering::Relaxed);
        let remembered = Remembered {
            last: self.last.clone(),
            journal: self.journal.lock().expect("no thread panicked").clone(),
        };
        let wish = Wish {
            files,
            remembered: &remembered,
            me: self.owner(),
            run: format!("{}-{run}", self.name),
            allowed: self.allowed,
        };
        let means = Means {
            target: host,
            contents: self,
            pause: &|_| std::thread::sleep(self.patience),
            tell: &|_| (),
            journal: self,
        };
        publish::publish(means, &wish)
    }
}

/// The files that are not ours.
fn foreign() -> Disk {
    let mut disk = Disk::default();
    disk.folders.insert(".well-known".to_owned());
    for path in [".htaccess", ".well-known/acme", "cu.php"] {
        disk.files
            .insert(path.to_owned(), b"cua nguoi khac".to_vec());
    }
    disk
}

/// What a host should hold after a publish of `site`: the site, what is not ours, and the manifest.
fn difference(disk: &Disk, site: &Site) -> Option<String> {
    let mut wanted = site.0.clone();
    wanted.extend(foreign().files);
    let mut there = disk.files.clone();
    let Some(manifest) = there.remove(".trangxa-manifest.json") else {
        return Some("there is no manifest".to_owned());
    };
    let manifest: Option<Manifest> = publish::manifest::read(&manifest);
    if manifest.is_none_or(|manifest| manifest.files != site.files()) {
        return Some("the manifest is another".to_owned());
    }
    let odd = there
        .keys()
        .find(|path| wanted.get(*path) != there.get(*path));
    let missing = wanted.keys().find(|path| !there.contains_key(*path));
    let folder = disk.folders.iter().find(|folder| {
        let below = format!("{folder}/");
        !wanted.keys().any(|path| path.starts_with(&below))
    });
    odd.map(|path| format!("{path} should not be there, or is another"))
        .or_else(|| missing.map(|path| format!("{path} is missing")))
        .or_else(|| folder.map(|folder| format!("the folder {folder} was left")))
}

/// A machine and a host on which it has published the first version.
fn published(pages: usize, connections: usize) -> (Machine, Host) {
    let mut machine = Machine::named("a");
    let host = Host::new(foreign(), connections, watch);
    let done = machine.publish(&host, &Site::portal(pages, 1));
    assert!(matches!(done, Ok(Some(_))), "{done:?}");
    (machine, host)
}

/// Lets every `step`th call go wrong in every way; then the next publish must come to the same end.
fn fails_everywhere(before: Option<&Site>, after: &Site, connections: usize, step: usize) {
    let mut machine = Machine::named("a");
    let host = Host::new(foreign(), 1, |_| None);
    if let Some(before) = before {
        machine.publish(&host, before).expect("nothing goes wrong");
    }
    let (disk, last) = (host.disk(), machine.last);
    let start = || {
        let mut machine = Machine::named("a");
        machine.last = last.clone();
        (machine, Host::new(disk.clone(), connections, watch))
    };
    let (mut machine, host) = start();
    machine.publish(&host, after).expect("nothing goes wrong");
    let calls = host.calls();
    let mut wrong = Vec::new();
    for fault in FAULTS {
        for n in (0..calls + 3).step_by(step) {
            let (mut machine, host) = start();
            host.fail(n, *fault);
            let first = machine.publish(&host, after);
            host.mend();
            let second = machine.publish(&host, after);
            let seen = host.seen();
            if let Err(stop) = second {
                wrong.push(format!(
                    "{fault:?} at {n}: after {first:?}, the next stops: {stop:?}"
                ));
            } else if let Some(difference) = difference(&host.disk(), after) {
                wrong.push(format!("{fault:?} at {n}: in the end, {difference}"));
            } else if let Some(seen) = seen.first() {
                wrong.push(format!("{fault:?} at {n}: {seen}"));
            }
        }
    }
    let some: Vec<String> = wrong.iter().take(10).cloned().collect();
    assert!(
        wrong.is_empty(),
        "{} of them, such as\n{}",
        wrong.len(),
        some.join("\n")
    );
}

#[test]
fn an_update_that_fails_at_any_call_never_shows_a_broken_site_and_the_next_ends_identical() {
    fails_everywhere(Some(&Site::portal(200, 1)), &Site::portal(200, 2), 1, 1);
}

#[test]
fn a_first_publish_that_fails_never_shows_a_broken_site_and_the_next_ends_identical() {
    fails_everywhere(None, &Site::portal(10, 1), 1, 1);
    fails_everywhere(None, &Site::portal(200, 1), 1, 97);
}

#[test]
fn several_lines_at_a_time_fail_as_harmlessly() {
    fails_everywhere(Some(&Site::portal(60, 1)), &Site::portal(60, 2), 3, 5);
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
    let host = Host::new(foreign(), 1, watch);
    host.fail(1_000, Fault::Dead);
    assert!(machine.publish(&host, &site).is_err());
    host.mend();
    let there = host
        .disk()
        .files
        .keys()
        .filter(|path| site.0.contains_key(*path))
        .count();
    assert!(there > 100, "{there}");
    let done = machine
        .publish(&host, &site)
        .expect("the host is mended")
        .expect("there was something to do");
    // The file that was on its way may be there and not be noted.
    assert!(
        site.0.len() - there - done.changes.put.len() <= 1,
        "{} of {there}",
        done.changes.put.len()
    );
    assert_eq!(difference(&host.disk(), &site), None);
}

#[test]
fn a_version_written_while_a_publish_was_cut_off_is_what_comes_out() {
    let host_calls = {
        let (mut machine, host) = published(40, 1);
        let before = host.calls();
        machine
            .publish(&host, &Site::portal(40, 2))
            .expect("nothing goes wrong");
        host.calls() - before
    };
    // The new article and its photo are gone again, another is edited.
    let mut third = Site::portal(40, 1);
    third.put("tin/007/index.html", "Sửa sau", &["site.1.css".to_owned()]);
    for n in 0..host_calls {
        let (mut machine, host) = published(40, 1);
        host.fail(n, Fault::Dead);
        let _ = machine.publish(&host, &Site::portal(40, 2));
        host.mend();
        machine.publish(&host, &third).expect("the host is mended");
        assert_eq!(difference(&host.disk(), &third), None, "after {n} calls");
        assert_eq!(host.seen(), Vec::<String>::new(), "after {n} calls");
    }
}

#[test]
fn files_of_somebody_else_are_not_replaced_unless_allowed() {
    let mut disk = foreign();
    disk.files
        .insert("index.html".to_owned(), b"cong cu\nend\n".to_vec());
    let host = Host::new(disk, 1, |_| None);
    let mut machine = Machine::named("a");
    let site = Site::portal(5, 1);
    let stop = machine
        .publish(&host, &site)
        .expect_err("the old site is there");
    assert_eq!(stop, Stop::Foreign(vec!["index.html".to_owned()]));
    assert_eq!(host.disk().files.len(), 4, "nothing was written");
    machine.allowed.foreign = true;
    machine.publish(&host, &site).expect("is allowed");
    assert_eq!(difference(&host.disk(), &site), None);
}

#[test]
fn a_host_without_its_manifest_is_looked_at_and_what_is_right_is_not_sent_again() {
    let (mut machine, host) = published(50, 1);
    host.change(|disk| {
        disk.files.remove(".trangxa-manifest.json");
        disk.files
            .insert("tin/004/index.html".to_owned(), b"Bi sua\nend\n".to_vec());
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

#[test]
fn another_machine_adopts_a_site_that_is_as_its_own() {
    let (_, host) = published(50, 1);
    host.change(|disk| {
        disk.files.remove(".trangxa-manifest.json");
    });
    let mut other = Machine::named("b");
    let site = Site::portal(50, 1);
    let done = other
        .publish(&host, &site)
        .expect("it can")
        .expect("there is something to do");
    assert_eq!((done.changes.put.len(), done.adopted), (0, site.0.len()));
    assert_eq!(difference(&host.disk(), &site), None);
}

#[test]
fn what_another_machine_published_is_not_lost_unless_allowed() {
    let (mut a, host) = published(20, 1);
    let mut b = Machine::named("b");
    b.last = a.last.clone();
    a.publish(&host, &Site::portal(20, 2))
        .expect("nothing goes wrong");
    // b still has the first version and has written an article of its own.
    let mut mine = Site::portal(20, 1);
    mine.put("tin/cua-b/index.html", "Bài", &["site.1.css".to_owned()]);
    let stop = b
        .publish(&host, &mine)
        .expect_err("it would undo an edit and drop an article");
    let lost = [
        "tin/003/index.html",
        "tin/009/index.html",
        "tin/020/index.html",
    ];
    assert_eq!(stop, Stop::Unknown(lost.map(str::to_owned).to_vec()));
    assert_eq!(difference(&host.disk(), &Site::portal(20, 2)), None);
    b.allowed.others = true;
    b.publish(&host, &mine).expect("is allowed");
    assert_eq!(difference(&host.disk(), &mine), None);
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
    for round in 0..100 {
        let host = Host::new(foreign(), 1, watch);
        let barrier = std::sync::Barrier::new(2);
        let both = ["a", "b"].map(|name| {
            let mut machine = Machine::named(name);
            machine.contents.extend(
                site.0
                    .values()
                    .map(|bytes| (Hash::of(bytes), bytes.clone())),
            );
            machine
        });
        let results = std::thread::scope(|scope| {
            let (host, site, barrier) = (&host, &site, &barrier);
            let start = |machine| {
                scope.spawn(move || {
                    barrier.wait();
                    Machine::try_publish(machine, host, &site.files())
                })
            };
            let threads = both.each_ref().map(start);
            threads.map(|thread| thread.join().expect("no panic"))
        });
        let done = results
            .iter()
            .filter(|result| matches!(result, Ok(Some(_))))
            .count();
        assert_eq!(done, 1, "round {round}: {results:?}");
        for (result, other) in results.iter().zip(["b", "a"]) {
            match result {
                Ok(_) => {} // the winner, or who came when it was done
                Err(Stop::Locked(Some(owner))) => assert_eq!(owner.who, other),
                Err(stop) => panic!("round {round}: {stop:?}"),
            }
        }
        assert_eq!(difference(&host.disk(), &site), None, "round {round}");
        assert_eq!(host.seen(), Vec::<String>::new(), "round {round}");
    }
}

#[test]
fn a_lock_that_nobody_renews_is_taken_over_after_half_an_hour() {
    let site = Site::portal(3, 1);
    let host = Host::new(foreign(), 1, watch);
    let locked = |minutes: i64| {
        let then = Moment::from_unix(1_795_000_000 - minutes * 60);
        let owner = Owner {
            who: "máy cũ".to_owned(),
            since: then,
            renewed: then,
            token: "cu".to_owned(),
        };
        host.change(|disk| {
            disk.folders.insert(".trangxa-lock".to_owned());
            let note = publish::manifest::write(&owner);
            disk.files
                .insert(".trangxa-lock/owner.json".to_owned(), note);
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
    let mut disk = Disk {
        files: Site::portal(5, 1).0,
        ..Disk::default()
    };
    assert_eq!(crawl(&disk), None);
    disk.files.remove("tin/002/anh.jpg");
    assert_eq!(crawl(&disk), Some("tin/002/anh.jpg is missing".to_owned()));
}
