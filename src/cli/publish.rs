//! `publish`: builds the site and brings a host to the same state; or goes back to an earlier release, or only looks.

mod bar;
mod inspect;
mod person;
mod report;
mod way;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Instant;

use clap::ArgMatches;
use serde_json::json;

use self::bar::Bar;
use super::{MISTAKES, Place, build};
use crate::config::{self, Config, Destination};
use crate::diag::{Args, Diagnostic, Msg};
use crate::fingerprint::Fingerprint;
use crate::plan::Entry;
use crate::publish::certificate;
use crate::publish::changes::{Changes, is_page};
use crate::publish::credentials::Secret;
use crate::publish::gate;
use crate::publish::lock::Owner;
use crate::publish::manifest::{Files, Stage};
use crate::publish::releases::Store;
use crate::publish::survey::Remembered;
use crate::publish::target::Target;
use crate::publish::transfer::{Contents as _, Means, Step};
use crate::publish::visit;
use crate::publish::{self, Allowed, Stop, Wish, zip};
use crate::{parse, source, vi};

pub(super) fn run(matches: &ArgMatches, place: &Place) -> u8 {
    match try_run(matches, place) {
        Ok(status) => status,
        Err(diagnostics) => {
            place.voice.report(&diagnostics, &|path| {
                let bytes = std::fs::read(place.root.join(path)).ok()?;
                Some(Cow::Owned(parse::decode(&bytes)?.text.into_owned()))
            });
            if !diagnostics.is_empty() {
                place.voice.result(&json!({"type": "result", "ok": false}));
            }
            MISTAKES
        }
    }
}

/// What keeps a command from going on; nothing if it has been said already.
type Mistakes = Vec<Diagnostic>;

/// A destination, with what is known of it and the way there.
struct Desk<'a> {
    place: &'a Place,
    config: &'a Config,
    destination: &'a Destination,
    store: Store,
    remembered: Remembered,
    target: Box<dyn Target>,
    /// The password that it takes, if any.
    secret: Option<Arc<Secret>>,
    bar: Bar,
}

/// What is to be on the host.
struct Edition {
    files: Files,
    /// The titles of the articles by their files.
    titles: BTreeMap<String, String>,
}

fn try_run(matches: &ArgMatches, place: &Place) -> Result<u8, Mistakes> {
    let config = read_config(place)?;
    let destination = choose(&config, matches.get_one::<String>("target"))?;
    let host_key = matches.get_one::<String>("host-key").cloned();
    let store = Store::new(&place.root);
    let way = way::way_to(place, destination, host_key)?;
    let desk = Desk {
        place,
        config: &config,
        destination,
        remembered: store.remembered(&destination.name),
        store,
        target: way.target,
        secret: way.secret,
        bar: Bar::new(place.voice),
    };
    if matches.get_flag("forget-password") {
        return desk.forget_password();
    }
    let status = if desk.way() == "zip" {
        desk.pack(matches)
    } else if matches.get_flag("test") {
        desk.test()
    } else if matches.get_flag("verify") {
        desk.verify()
    } else {
        desk.publish(matches)
    }?;
    // At the very end: a person who goes away leaves nothing undone.
    if let Some(secret) = &desk.secret {
        person::keep(secret, desk.name(), place.voice);
    }
    Ok(status)
}

impl Desk<'_> {
    fn name(&self) -> &str {
        &self.destination.name
    }

    /// How it is sent.
    fn way(&self) -> &str {
        self.destination.fields.text("type").unwrap_or_default()
    }

    /// Does something with the host; again with another password if the one that the system kept is no longer right.
    fn with<T>(&self, work: impl Fn(Means<'_>) -> Result<T, Stop>) -> Result<T, Mistakes> {
        let journal = self.store.journal(self.name());
        let means = Means {
            target: &*self.target,
            contents: &self.store,
            pause: &std::thread::sleep,
            tell: &|step: Step| self.bar.tell(step),
            journal: &journal,
        };
        let work = || {
            let result = work(means);
            self.bar.clear();
            result
        };
        let Some(secret) = &self.secret else {
            return work().map_err(|stop| vec![stop.diagnostic(self.name())]);
        };
        secret.at_the_door(work).map_err(|stop| {
            let diagnostic = stop.diagnostic(self.name());
            vec![if stop.is_login() && secret.is_kept() {
                diagnostic.help(Msg::HelpKeptPassword, &[&self.name()])
            } else {
                diagnostic
            }]
        })
    }

    /// Has the system forget the password that it keeps.
    fn forget_password(&self) -> Result<u8, Mistakes> {
        let forgotten = match &self.secret {
            None => false,
            Some(secret) => secret.forget().map_err(|error| {
                let args: Args<'_> = &[&self.name(), &error];
                let diagnostic = Diagnostic::new(Msg::PasswordNotForgotten, "", None, args);
                vec![diagnostic.help(Msg::HelpPasswordNotForgotten, &[])]
            })?,
        };
        let msg = if forgotten {
            Msg::UiPasswordForgotten
        } else {
            Msg::UiNoPasswordKept
        };
        let voice = self.place.voice;
        voice.say(msg, &[&self.name()]);
        voice.result(&json!({
            "type": "result", "ok": true, "target": self.name(), "forgotten": forgotten,
        }));
        Ok(0)
    }

    fn publish(&self, matches: &ArgMatches) -> Result<u8, Mistakes> {
        let started = Instant::now();
        let flag = |name: &str| matches.get_flag(name);
        let back = matches.get_one::<u8>("rollback");
        let edition = self.edition(back)?;
        let damaged = if flag("repair") {
            self.damaged()?
        } else {
            BTreeSet::new()
        };
        let wish = Wish {
            files: &edition.files,
            damaged: &damaged,
            remembered: &self.remembered,
            me: owner(self.store.machine(self.name(), &chance)),
            run: chance(),
            allowed: Allowed {
                // What is gone back to was looked at when it was published.
                removals: flag("allow-removals") || back.is_some(),
                foreign: flag("take-over"),
                others: flag("over-others"),
            },
        };
        if flag("dry-run") {
            let forecast = self.with(|means| publish::forecast(means, &wish))?;
            return Ok(self.foretell(&forecast, wish.allowed, flag("list")));
        }
        let alone = self.store.alone(self.name());
        let _alone = alone
            .map_err(|error| unkept(self.place, &error))?
            .ok_or_else(|| vec![Stop::Locked(None).diagnostic(self.name())])?;
        let Some(done) = self.with(|means| publish::publish(means, &wish))? else {
            self.report_nothing();
            return Ok(0);
        };
        self.store
            .keep(self.name(), &done.manifest)
            .map_err(|error| unkept(self.place, &error))?;
        self.report(&done, started.elapsed(), flag("list"));
        let is_seen = self.visit(&edition, &done, &wish.run);
        self.card(&edition, &done);
        Ok(if is_seen { 0 } else { MISTAKES })
    }

    /// Writes the whole site into one archive: there is no host to look at.
    fn pack(&self, matches: &ArgMatches) -> Result<u8, Mistakes> {
        let started = Instant::now();
        let edition = self.edition(matches.get_one::<u8>("rollback"))?;
        let changes = Changes::new(&edition.files, &BTreeMap::new());
        let only_looks = ["dry-run", "test", "verify"];
        if only_looks.iter().any(|flag| matches.get_flag(flag)) {
            self.foretell_changes(&changes, true, matches.get_flag("list"));
            return Ok(0);
        }
        let path = self.destination.fields.text("path").unwrap_or_default();
        let path = self.place.root.join(path);
        zip::pack(&path, &edition.files, &self.store).map_err(|error| {
            let diagnostic =
                Diagnostic::new(Msg::CannotWrite, "", None, &[&path.display(), &error]);
            vec![diagnostic.help(Msg::HelpCannotWrite, &[])]
        })?;
        let packed = (Msg::UiPacked, &path.display() as &dyn std::fmt::Display);
        let time = started.elapsed();
        let result = self.report_changes(&changes, packed, time, matches.get_flag("list"));
        self.place.voice.result(&result);
        Ok(0)
    }

    /// What is wished: the release some publishes ago, or the site as it is now.
    fn edition(&self, back: Option<&u8>) -> Result<Edition, Mistakes> {
        match back {
            Some(back) => self.release(usize::from(*back)),
            None => self.build(),
        }
    }

    /// The site as it is now.
    fn build(&self) -> Result<Edition, Mistakes> {
        built_files(
            self.place,
            self.config,
            self.destination,
            &self.store,
            &self.remembered,
        )
    }

    /// What was published some publishes ago.
    fn release(&self, back: usize) -> Result<Edition, Mistakes> {
        let mut releases = self.store.releases(self.name());
        if back >= releases.len() {
            let older = releases.len().saturating_sub(1);
            let diagnostic = Diagnostic::new(Msg::NoRelease, "", None, &[&back, &older]);
            return Err(vec![diagnostic.help(Msg::HelpNoRelease, &[])]);
        }
        let release = releases.swap_remove(back);
        let when = vi::date::to_the_minute(release.at.local());
        let files = release.files.len();
        self.place.voice.say(Msg::UiRollback, &[&when, &files]);
        Ok(Edition {
            files: release.files,
            titles: BTreeMap::new(),
        })
    }

    /// The public address, if visitors can reach this place. A folder may be a stick in a drawer.
    fn address(&self) -> Option<&str> {
        let own = self.destination.fields.text("url");
        let is_folder = self.way() == "folder";
        own.or(Some(&*self.config.base_url).filter(|url| !is_folder && !url.is_empty()))
    }

    /// Looks at the site as a visitor does. False when visitors cannot get it.
    fn visit(&self, edition: &Edition, done: &publish::Done, run: &str) -> bool {
        let Some(base) = self.address() else {
            return true;
        };
        let voice = self.place.voice;
        let certificate = judge_certificate(base);
        let has_expired = certificate.as_ref().is_some_and(Diagnostic::is_error);
        let mut found = Vec::from_iter(certificate);
        if !has_expired {
            let paths = visit::worth_a_look(&edition.files, &done.changes);
            let differing = visit::visit(base, &paths, &edition.files, run, &visit::ask());
            if differing.is_empty() {
                voice.say(Msg::UiVisited, &[&paths.len(), &base]);
            }
            found.extend(differing);
        }
        voice.report(&found, &|_| None);
        !has_expired
    }
}

/// What is to be said about the certificate at an address. Where nobody shows one, the visit says what is wrong.
fn judge_certificate(base: &str) -> Option<Diagnostic> {
    let (host, port) = certificate::host_of(base)?;
    let ends = certificate::ask(host, port).ok()?;
    certificate::judge(host, ends, source::now())
}

fn read_config(place: &Place) -> Result<Config, Mistakes> {
    let bytes = std::fs::read(place.root.join(config::FILE)).map_err(|error| {
        let diagnostic = Diagnostic::new(Msg::UnreadableFile, config::FILE, None, &[&error]);
        vec![diagnostic.help(Msg::HelpUnreadable, &[])]
    })?;
    let mut found = Vec::new();
    let Some(text) = parse::text(&bytes, config::FILE, &mut found) else {
        return Err(found);
    };
    let config = config::parse(&text, &place.options, &mut found);
    if found.iter().any(Diagnostic::is_error) {
        return Err(found);
    }
    Ok(config)
}

/// The destination of a name; without one the default, or the only one.
fn choose<'c>(config: &'c Config, name: Option<&String>) -> Result<&'c Destination, Mistakes> {
    let all = &config.destinations;
    let names = || all.iter().map(|destination| &*destination.name);
    if all.is_empty() {
        let diagnostic = Diagnostic::new(Msg::NoDestination, config::FILE, None, &[]);
        return Err(vec![diagnostic.help(Msg::HelpNoDestination, &[])]);
    }
    let known = || names().collect::<Vec<_>>().join(", ");
    let Some(name) = name else {
        let default = all
            .iter()
            .find(|destination| destination.fields.flag("default"));
        let only = all.first().filter(|_| all.len() == 1);
        return default.or(only).ok_or_else(|| {
            let diagnostic = Diagnostic::new(Msg::WhichDestination, config::FILE, None, &[]);
            vec![diagnostic.help(Msg::HelpWhichDestination, &[&known()])]
        });
    };
    let found = all.iter().find(|destination| destination.name == *name);
    found.ok_or_else(|| {
        let diagnostic = Diagnostic::new(Msg::UnknownDestination, config::FILE, None, &[name]);
        vec![match vi::near::nearest(name, names()) {
            near @ Some(_) => diagnostic.near(near),
            None => diagnostic.help(Msg::KnownNames, &[&known()]),
        }]
    })
}

/// Builds the site and takes its files into the store, unless something in them must not leave.
fn built_files(
    place: &Place,
    config: &Config,
    destination: &Destination,
    store: &Store,
    remembered: &Remembered,
) -> Result<Edition, Mistakes> {
    let mut place = Place {
        root: place.root.clone(),
        options: place.options.clone(),
        voice: place.voice,
    };
    let mut out = place.root.join("public");
    let url = destination
        .fields
        .text("url")
        .map(|url| url.trim_end_matches('/'));
    if let Some(url) = url.filter(|url| *url != config.base_url) {
        place.options.base_url = Some(url.to_owned());
        out = store.out(&destination.name);
    }
    // What is wrong with the texts has been said by the build.
    let built = build::build_into(&place, &out).map_err(|_| Vec::new())?;
    let stage_of = |path: &str| {
        let entry = built.build.plan.files.get(path);
        stage_of(path, entry)
    };
    let files = store
        .take_in(&out, &built.made.contents, &stage_of)
        .map_err(|error| unkept(&place, &error))?;
    let titles = titles(&built);
    std::mem::forget(built);
    let there = remembered.last.as_ref().map(|last| &last.files);
    let new: Files = files
        .iter()
        .filter(|(path, file)| there.and_then(|there| there.get(*path)) != Some(file))
        .map(|(path, file)| (path.clone(), *file))
        .collect();
    let kept = gate::judge(&new, destination, &|hash| store.content(hash))
        .map_err(|error| unkept(&place, &error))?;
    if kept.is_empty() {
        Ok(Edition { files, titles })
    } else {
        Err(kept)
    }
}

fn titles(built: &build::Built) -> BTreeMap<String, String> {
    let title = |(path, entry): (&String, &Entry)| match entry {
        Entry::Item(page) => {
            let title = &built.build.site.pages[*page].title;
            Some((path.clone(), title.to_string()))
        }
        _ => None,
    };
    built.build.plan.files.iter().filter_map(title).collect()
}

fn stage_of(path: &str, entry: Option<&Entry>) -> Stage {
    match entry {
        Some(Entry::Item(_) | Entry::Redirect(_)) => Stage::Page,
        Some(Entry::Asset(_)) => Stage::Asset,
        Some(Entry::Copy(_) | Entry::Picture(_) | Entry::Card(_)) => Stage::File,
        Some(Entry::Table(..) | Entry::SectionTable(..)) => Stage::File,
        Some(Entry::Piece(_) | Entry::Offline) => Stage::Feed,
        _ if path == "index.html" => Stage::Home,
        _ if is_page(path) => Stage::List,
        _ if [".xml", ".json", ".txt"]
            .iter()
            .any(|end| path.ends_with(end)) =>
        {
            Stage::Feed
        }
        _ => Stage::File,
    }
}

/// This machine as a publisher. `machine` is its own name for this site and destination.
fn owner(machine: Option<String>) -> Owner {
    let names = ["TRANGXA_NAME", "COMPUTERNAME", "HOSTNAME"];
    let named = names.iter().find_map(|name| std::env::var(name).ok());
    let named = named.or_else(|| std::fs::read_to_string("/etc/hostname").ok());
    let who = named.map_or_else(|| "?".to_owned(), |name| name.trim().to_owned());
    let now = source::now();
    // Two machines may share the site's folder.
    let token = format!(
        "{}-{}",
        machine.unwrap_or_else(chance),
        Fingerprint::of(&who).short()
    );
    Owner {
        who,
        since: now,
        renewed: now,
        token,
    }
}

/// A name that nothing else has.
fn chance() -> String {
    let mut bytes = [0; 8];
    // Without the system's chance the clock is as good a name.
    if getrandom::fill(&mut bytes).is_err() {
        bytes = source::nanos().to_le_bytes();
    }
    format!("{:016x}", u64::from_le_bytes(bytes))
}

fn unkept(place: &Place, error: &std::io::Error) -> Mistakes {
    let folder = place.root.join(publish::releases::FOLDER);
    let diagnostic = Diagnostic::new(Msg::CannotWrite, "", None, &[&folder.display(), error]);
    vec![diagnostic.help(Msg::HelpCannotWrite, &[])]
}
