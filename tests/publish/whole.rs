//! A site that is switched as a whole: whatever fails on the way, visitors see all of the old one or all of the new one.

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use trangxa::publish::target::Target;
use trangxa::publish::whole::Whole;
use trangxa::publish::{Done, Stop};

use super::host::{Disk, Fault, Host, Watch};
use super::{Machine, Mutex, Site, at_every_call, difference, foreign};

/// The folder that the web server shows.
const SHOWN: &str = "cong";

/// A host on which nothing was published, but where others have files beside the site.
fn bare() -> Disk {
    let mut disk = Disk::default();
    disk.put("khac.txt", b"cua nguoi khac");
    disk
}

fn publish(machine: &mut Machine, host: &Host, site: &Site) -> Result<Option<Done>, Stop> {
    machine.contents.extend(site.contents.clone());
    let whole = Whole::new(Box::new(host), SHOWN.to_owned());
    let done = machine.try_publish(&whole, &site.files, &|_| ())?;
    if let Some(done) = &done {
        machine.heard(done);
    }
    Ok(done)
}

/// What others put among our files by the name that the web server shows.
fn with_foreign(host: &Host) {
    host.change(|disk| {
        let foreign = foreign();
        disk.folders
            .insert(disk.real(&format!("{SHOWN}/.well-known")).into());
        for path in foreign.paths() {
            let bytes = foreign.get(path).expect("it is there");
            disk.put(&format!("{SHOWN}/{path}"), bytes);
        }
    });
}

/// Looks whether visitors see one of these sites, whole.
fn sees_one_of(sites: &[&Site]) -> Arc<Watch> {
    let sites: Vec<Site> = sites.iter().map(|site| (*site).clone()).collect();
    Watch::new(move |disk| {
        let seen = disk.seen_at(SHOWN);
        let is = |site: &Site| {
            let files = site.files.iter();
            files.clone().count() > 0
                && files
                    .clone()
                    .all(|(path, file)| seen.get(path) == Some(&*site.contents[&file.hash]))
                && seen.paths().all(|path| {
                    site.files.contains_key(path) || foreign().has(path) || path.starts_with('.')
                })
        };
        let is_bare = seen.paths().next().is_none() && sites.len() == 1;
        (!is_bare && !sites.iter().any(is)).then(|| "visitors see neither site".to_owned())
    })
}

/// A machine and a host on which `site` was published, if any.
fn start(site: Option<&Site>, looks: &Arc<Watch>) -> (Machine, Host) {
    let mut machine = Machine::named("a");
    let host = Host::new(bare(), 1, &Watch::nothing());
    if let Some(site) = site {
        publish(&mut machine, &host, site).expect("nothing goes wrong");
        with_foreign(&host);
    }
    let host = Host::new(host.disk(), 1, looks);
    // Its earlier publishes had other names.
    machine.runs = AtomicUsize::new(100);
    (machine, host)
}

/// Lets every `step`th call go wrong in every way; then the next publish must come to the same end.
fn fails_everywhere(before: Option<&Site>, after: &Site, step: usize) {
    let sites: Vec<&Site> = before.into_iter().chain([after]).collect();
    let looks = sees_one_of(&sites);
    let (machine, host) = start(before, &looks);
    let (disk, last) = (host.disk(), machine.remembered().last);
    let begin = || {
        let machine = Machine {
            last: Mutex::new(last.clone()),
            runs: AtomicUsize::new(100),
            ..Machine::named("a")
        };
        (machine, Host::new(disk.clone(), 1, &looks))
    };
    let (mut machine, host) = begin();
    publish(&mut machine, &host, after).expect("nothing goes wrong");
    let calls = host.calls();
    let wrong = |fault: Fault, n: usize| {
        let (mut machine, host) = begin();
        host.fail(n, fault);
        let first = publish(&mut machine, &host, after);
        host.mend();
        if let Err(stop) = publish(&mut machine, &host, after) {
            return Some(format!("after {first:?}, the next stops: {stop:?}"));
        }
        let seen = host.disk().seen_at(SHOWN);
        let end = before.map_or_else(
            || difference_without_foreign(&seen, after),
            |_| difference(&seen, after),
        );
        end.or_else(|| host.seen().first().cloned())
    };
    at_every_call(calls, step, &wrong);
}

fn difference_without_foreign(seen: &Disk, site: &Site) -> Option<String> {
    let mut seen = seen.clone();
    let foreign = foreign();
    seen.folders.extend(foreign.folders.iter().cloned());
    for path in foreign.paths() {
        seen.put(path, foreign.get(path).expect("it is there"));
    }
    difference(&seen, site)
}

#[test]
fn a_switch_that_fails_at_any_call_shows_all_of_the_old_site_or_all_of_the_new() {
    fails_everywhere(Some(&Site::portal(5, 1)), &Site::portal(5, 3), 1);
    fails_everywhere(Some(&Site::portal(60, 1)), &Site::portal(60, 3), 61);
}

#[test]
fn a_first_switch_that_fails_at_any_call_shows_nothing_or_all_of_the_site() {
    fails_everywhere(None, &Site::portal(4, 1), 1);
}

#[test]
fn the_host_keeps_three_releases_and_the_files_of_others_go_along() {
    let (mut machine, host) = start(Some(&Site::portal(5, 1)), &Watch::nothing());
    for version in [2, 3, 2, 3, 2] {
        publish(&mut machine, &host, &Site::portal(5, version)).expect("nothing goes wrong");
    }
    let disk = host.disk();
    assert_eq!(difference(&disk.seen_at(SHOWN), &Site::portal(5, 2)), None);
    let top: Vec<&str> = disk.folders.iter().map(|path| &**path).collect();
    let releases: Vec<&str> = top
        .into_iter()
        .filter(|path| path.matches('/').count() < 2 && path.starts_with("cong"))
        .collect();
    assert_eq!(
        releases,
        [
            "cong.trangxa",
            "cong.trangxa/000004",
            "cong.trangxa/000005",
            "cong.trangxa/000006"
        ]
    );
    assert_eq!(disk.get("khac.txt"), Some(&b"cua nguoi khac"[..]));
}

#[test]
fn a_switch_that_was_cut_off_goes_on_where_it_was() {
    let site = Site::portal(100, 1);
    let (mut machine, host) = start(None, &Watch::nothing());
    host.fail(600, Fault::Dead);
    publish(&mut machine, &host, &site).expect_err("the host is dead");
    host.mend();
    let done = publish(&mut machine, &host, &site).expect("the host is mended");
    let put = done.expect("there was something to do").changes.put.len();
    assert!(put < site.files.len() - 50, "{put} of {}", site.files.len());
    assert_eq!(
        difference_without_foreign(&host.disk().seen_at(SHOWN), &site),
        None
    );
}

#[test]
fn a_folder_that_holds_files_is_not_replaced_by_a_link() {
    let mut disk = bare();
    disk.folders.insert(SHOWN.into());
    disk.put("cong/index.html", b"cong cu");
    let host = Host::new(disk.clone(), 1, &Watch::nothing());
    let mut machine = Machine {
        allowed: trangxa::publish::Allowed {
            foreign: true,
            ..Default::default()
        },
        ..Machine::named("a")
    };
    let stop = publish(&mut machine, &host, &Site::portal(3, 1)).expect_err("files are there");
    let said = stop.diagnostic("thu");
    assert_eq!(said.text.msg.code(), "switch-taken");
    let after = host.disk();
    assert!(after.paths().eq(disk.paths()), "nothing was written");
    assert_eq!(after.folders, disk.folders);
}

/// A host that has no links.
struct Plain<'a>(&'a Host);

impl Target for Plain<'_> {
    fn connect(
        &self,
    ) -> Result<Box<dyn trangxa::publish::target::Connection + '_>, trangxa::publish::target::Failure>
    {
        self.0.connect_without_links()
    }
}

#[test]
fn a_host_without_links_is_refused_before_anything_is_sent() {
    let host = Host::new(bare(), 1, &Watch::nothing());
    let whole = Whole::new(Box::new(Plain(&host)), SHOWN.to_owned());
    let machine = Machine::named("a");
    let stop = machine.try_publish(&whole, &Site::portal(3, 1).files, &|_| ());
    let said = stop.expect_err("it cannot").diagnostic("thu");
    assert_eq!(said.text.msg.code(), "no-switch");
    let line = whole.connect().expect("it lets us in").is_proven();
    let said = Stop::from(line.expect_err("it cannot")).diagnostic("thu");
    assert_eq!(said.text.msg.code(), "no-switch");
    assert!(host.disk().paths().eq(["khac.txt"]));
}

#[test]
fn whether_a_host_can_switch_is_known_once_it_has() {
    let is_proven = |host: &Host| {
        let whole = Whole::new(Box::new(host), SHOWN.to_owned());
        whole.connect().expect("it lets us in").is_proven()
    };
    let (mut machine, host) = start(None, &Watch::nothing());
    assert_eq!(is_proven(&host), Ok(false));
    publish(&mut machine, &host, &Site::portal(3, 1)).expect("nothing goes wrong");
    assert_eq!(is_proven(&host), Ok(true));
}
