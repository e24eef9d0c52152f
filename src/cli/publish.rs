//! `publish`: builds the site and brings a host to the same state.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use clap::ArgMatches;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;

use super::{MISTAKES, Place, Voice, build, is_watched};
use crate::config::{self, Config, Destination};
use crate::diag::{Diagnostic, Lang, Msg, Text};
use crate::fingerprint::Fingerprint;
use crate::plan::Entry;
use crate::publish::changes::{Changes, Counts, is_page};
use crate::publish::credentials::Secret;
use crate::publish::folder::Folder;
use crate::publish::ftps::{Ftps, Protection};
use crate::publish::gate;
use crate::publish::lock::Owner;
use crate::publish::manifest::{Files, Stage};
use crate::publish::releases::Store;
use crate::publish::s3::S3;
use crate::publish::sftp::{Sftp, SftpTarget};
use crate::publish::survey::Remembered;
use crate::publish::target::Target;
use crate::publish::tls::Pins;
use crate::publish::transfer::{Contents as _, Means, Step};
use crate::publish::{self, Allowed, Done, Prospect, Stop, Wish, zip};
use crate::{source, vi};

pub(super) fn run(matches: &ArgMatches, place: &Place) -> u8 {
    match try_run(matches, place) {
        Ok(status) => status,
        Err(diagnostics) => {
            place.voice.report(&diagnostics, &|path| {
                std::fs::read_to_string(place.root.join(path))
                    .ok()
                    .map(Cow::Owned)
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

fn try_run(matches: &ArgMatches, place: &Place) -> Result<u8, Mistakes> {
    let started = Instant::now();
    let config = read_config(place)?;
    let destination = choose(&config, matches.get_one::<String>("target"))?;
    let store = Store::new(&place.root);
    let remembered = store.remembered(&destination.name);
    let files = built_files(place, &config, destination, &store, &remembered)?;
    if destination.fields.text("type") == Some("zip") {
        return pack(
            place,
            destination,
            &files,
            &store,
            matches.get_flag("dry-run"),
        );
    }
    let host_key = matches.get_one::<String>("host-key").cloned();
    let target = target_of(place, destination, host_key)?;
    let voice = place.voice;
    let bar = Bar::new(voice);
    let tell = |step: Step| bar.tell(step);
    let flag = |name: &str| matches.get_flag(name);
    let wish = Wish {
        files: &files,
        remembered: &remembered,
        me: owner(store.machine(&destination.name, &chance)),
        run: chance(),
        allowed: Allowed {
            removals: flag("allow-removals"),
            foreign: flag("take-over"),
            others: flag("over-others"),
        },
    };
    let means = Means {
        target: &*target,
        contents: &store,
        pause: &std::thread::sleep,
        tell: &tell,
        journal: &store.journal(&destination.name),
    };
    let stopped = |stop: Stop| {
        bar.clear();
        vec![stop.diagnostic(&destination.name)]
    };
    if flag("dry-run") {
        let prospect = publish::prospect(means, &wish).map_err(stopped)?;
        bar.clear();
        return foretell(voice, destination, &prospect, wish.allowed, flag("list"));
    }
    let _alone = store
        .alone(&destination.name)
        .map_err(|error| unkept(place, &error))?
        .ok_or_else(|| stopped(Stop::Locked(None)))?;
    let done = publish::publish(means, &wish).map_err(stopped)?;
    bar.clear();
    let Some(done) = done else {
        voice.say(Msg::UiNothingToPublish, &[&destination.name]);
        voice.result(&json!({"type": "result", "ok": true, "target": destination.name, "put": 0, "removed": 0}));
        return Ok(0);
    };
    store
        .keep(&destination.name, &done.manifest)
        .map_err(|error| unkept(place, &error))?;
    report(voice, destination, &done, started.elapsed(), flag("list"));
    Ok(0)
}

/// Writes the whole site into one archive: there is no host to look at.
fn pack(
    place: &Place,
    destination: &Destination,
    files: &Files,
    store: &Store,
    dry_run: bool,
) -> Result<u8, Mistakes> {
    let started = Instant::now();
    let voice = place.voice;
    let changes = Changes::new(files, &BTreeMap::new());
    let words = words(&changes, voice.lang);
    let mut result = result(destination, &changes);
    if dry_run {
        result["dry_run"] = true.into();
        voice.say(Msg::UiPublishPlan, &[&destination.name, &words]);
    } else {
        let path = place
            .root
            .join(destination.fields.text("path").unwrap_or_default());
        zip::pack(&path, files, store).map_err(|error| {
            let diagnostic =
                Diagnostic::new(Msg::CannotWrite, "", None, &[&path.display(), &error]);
            vec![diagnostic.help(Msg::HelpCannotWrite, &[])]
        })?;
        let time = build::seconds(started.elapsed(), voice.lang);
        voice.say(Msg::UiPublished, &[&destination.name, &words, &time]);
    }
    voice.result(&result);
    Ok(0)
}

fn read_config(place: &Place) -> Result<Config, Mistakes> {
    let text = std::fs::read_to_string(place.root.join(config::FILE)).map_err(|error| {
        vec![Diagnostic::new(
            Msg::UnreadableFile,
            config::FILE,
            None,
            &[&error],
        )]
    })?;
    let mut found = Vec::new();
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
) -> Result<Files, Mistakes> {
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
        Ok(files)
    } else {
        Err(kept)
    }
}

fn stage_of(path: &str, entry: Option<&Entry>) -> Stage {
    match entry {
        Some(Entry::Item(_) | Entry::Redirect { .. }) => Stage::Page,
        Some(Entry::Asset(_)) => Stage::Asset,
        Some(Entry::Copy(_)) => Stage::File,
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

fn target_of(
    place: &Place,
    destination: &Destination,
    host_key: Option<String>,
) -> Result<Box<dyn Target>, Mistakes> {
    let Destination { name, fields } = destination;
    let text = |key: &str| fields.text(key).unwrap_or_default().to_owned();
    let connections = fields
        .int("connections")
        .and_then(|n| usize::try_from(n).ok());
    let port = fields.int("port").and_then(|n| u16::try_from(n).ok());
    let store = place.root.join(publish::releases::FOLDER);
    let lang = place.voice.lang;
    let trust = |host: &str| -> Box<dyn Fn(&str) -> bool + Send + Sync> {
        let (host, given) = (host.to_owned(), host_key.clone());
        Box::new(move |key| match &given {
            Some(given) => given == key,
            None => ask(&Text::new(Msg::UiTrust, &[&host, &key]).show(lang))
                .is_some_and(|answer| YES.contains(&&*answer.to_lowercase())),
        })
    };
    let way = fields.text("type").unwrap_or_default();
    if fields.flag("insecure") && ["ftps", "s3"].contains(&way) {
        let warning = Diagnostic::new(Msg::Insecure, "", None, &[name, &text("host")]);
        let warning = warning.help(Msg::HelpInsecure, &[]);
        place.voice.report(&[warning], &|_| None);
    }
    Ok(match way {
        "sftp" => {
            let host = text("host");
            let way = Sftp {
                port: port.unwrap_or(22),
                user: text("user"),
                path: text("path"),
                key: fields.text("key").map(|path| place.root.join(path)),
                secret: secret(lang, name, &text("user"), &host),
                known_hosts: store.join("known-hosts"),
                trust: trust(&host),
                connections: connections.unwrap_or(4),
                host,
            };
            let target = SftpTarget::new(way).map_err(|error| unkept(place, &error))?;
            Box::new(target)
        }
        "ftps" => {
            let host = text("host");
            let (protection, usual_port) = if fields.flag("insecure") {
                (Protection::Nothing, 21)
            } else if fields.flag("implicit") {
                (Protection::Implicit, 990)
            } else {
                (Protection::Explicit, 21)
            };
            let port = port.unwrap_or(usual_port);
            Box::new(Ftps {
                user: text("user"),
                path: text("path"),
                secret: secret(lang, name, &text("user"), &host),
                protection,
                pins: Pins {
                    file: store.join("known-certificates"),
                    host: format!("{host}:{port}"),
                    trust: trust(&host),
                },
                connections: connections.unwrap_or(1),
                port,
                host,
            })
        }
        "s3" => {
            let host = text("host");
            let scheme = if fields.flag("insecure") {
                "http"
            } else {
                "https"
            };
            let port = port.map_or_else(String::new, |port| format!(":{port}"));
            Box::new(S3 {
                endpoint: format!("{scheme}://{host}{port}"),
                region: fields.text("region").unwrap_or("us-east-1").to_owned(),
                bucket: text("bucket"),
                path: text("path"),
                user: text("user"),
                secret: secret(lang, name, &text("user"), &host),
                connections: connections.unwrap_or(4),
            })
        }
        _ => Box::new(Folder::new(place.root.join(text("path")))),
    })
}

/// What people type to say yes.
const YES: &[&str] = &["co", "có", "yes", "y"];

/// The password of a destination: from the environment, else from the person.
fn secret(lang: Lang, name: &str, user: &str, host: &str) -> Secret {
    let variables = [
        config::password_variable(name),
        "TRANGXA_PASSWORD".to_owned(),
    ];
    let question = Text::new(Msg::UiPassword, &[&user, &host]).show(lang);
    Secret::new(move || {
        variables
            .iter()
            .find_map(|name| std::env::var(name).ok())
            .or_else(|| ask(&question))
    })
}

/// Asks the person in front of the screen; nobody is there when the input is no terminal. A plain line is read, so that
/// typing Vietnamese works.
fn ask(question: &str) -> Option<String> {
    if !std::io::stdin().is_terminal() {
        return None;
    }
    anstream::eprint!("{question}");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).ok()?;
    Some(line.trim_end_matches(['\r', '\n']).to_owned()).filter(|line| !line.is_empty())
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

/// Says what a publish would do.
fn foretell(
    voice: Voice,
    destination: &Destination,
    prospect: &Prospect,
    allowed: Allowed,
    list: bool,
) -> Result<u8, Mistakes> {
    let changes = &prospect.changes;
    if prospect.seen.lost {
        voice.report(
            &[Diagnostic::new(Msg::ManifestLost, "", None, &[])],
            &|_| None,
        );
    }
    if changes.is_empty() {
        voice.say(Msg::UiNothingToPublish, &[&destination.name]);
    } else {
        let words = words(changes, voice.lang);
        voice.say(Msg::UiPublishPlan, &[&destination.name, &words]);
    }
    if list {
        list_changes(voice, changes);
    }
    let stop = prospect.stop(allowed);
    let mut result = result(destination, changes);
    result["dry_run"] = true.into();
    result["ok"] = stop.is_none().into();
    if let Some(stop) = stop {
        voice.report(&[stop.diagnostic(&destination.name)], &|_| None);
        voice.result(&result);
        return Ok(MISTAKES);
    }
    voice.result(&result);
    Ok(0)
}

/// Says what a publish did.
fn report(voice: Voice, destination: &Destination, done: &Done, time: Duration, list: bool) {
    if list {
        list_changes(voice, &done.changes);
    }
    if done.adopted > 0 {
        voice.say(Msg::UiAdopted, &[&done.adopted]);
    }
    let words = words(&done.changes, voice.lang);
    let time_words = build::seconds(time, voice.lang);
    voice.say(Msg::UiPublished, &[&destination.name, &words, &time_words]);
    let mut result = result(destination, &done.changes);
    result["generation"] = done.manifest.generation.into();
    result["adopted"] = done.adopted.into();
    result["seconds"] = time.as_secs_f64().into();
    voice.result(&result);
}

fn result(destination: &Destination, changes: &Changes) -> serde_json::Value {
    let counts = changes.counts();
    json!({
        "type": "result", "ok": true, "target": destination.name,
        "new_articles": counts.new_pages, "changed_pages": counts.changed_pages, "removed_pages": counts.removed_pages,
        "put": changes.put.len(), "removed": changes.removed().count(), "unchanged": changes.unchanged,
        "bytes": counts.bytes,
    })
}

fn list_changes(voice: Voice, changes: &Changes) {
    let puts = changes.put.iter().map(|put| {
        let (sign, action) = if put.replaces.is_some() {
            ('~', "replace")
        } else {
            ('+', "put")
        };
        (sign, action, &put.path)
    });
    let removed = changes.removed().map(|path| ('-', "remove", path));
    for (sign, action, path) in puts.chain(removed) {
        voice.result(&json!({"type": "change", "action": action, "path": path}));
        if !voice.json {
            out!("  {sign} {path}");
        }
    }
}

/// `1 bài mới, 3 trang đổi, 0 xóa, 420 KB`.
fn words(changes: &Changes, lang: Lang) -> String {
    let Counts {
        new_pages,
        changed_pages,
        new_lists,
        removed_pages,
        other_files,
        other_removed,
        bytes,
    } = changes.counts();
    let size = vi::number::file_size(bytes);
    let words = Text::new(
        Msg::UiCounts,
        &[&new_pages, &changed_pages, &removed_pages, &size],
    );
    let others = new_lists + other_files;
    if others + other_removed == 0 {
        return words.show(lang);
    }
    Text::new(Msg::UiCountsOther, &[&words, &others, &other_removed]).show(lang)
}

/// The line that tells how far it is, for a person who watches.
struct Bar {
    bar: ProgressBar,
    lang: Lang,
    started: Mutex<Option<Instant>>,
}

impl Bar {
    fn new(voice: Voice) -> Self {
        let bar = if voice.json || !is_watched() {
            ProgressBar::hidden()
        } else {
            ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())
        };
        let style = ProgressStyle::with_template("{msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self {
            bar,
            lang: voice.lang,
            started: Mutex::new(None),
        }
    }

    fn tell(&self, step: Step) {
        let text = match step {
            Step::Sent {
                done,
                total,
                bytes,
                all,
            } => {
                let mut started = self
                    .started
                    .lock()
                    .expect("no thread panics while it holds the lock");
                let time = started.get_or_insert_with(Instant::now).elapsed();
                let left = remaining(time, (done, total), (bytes, all));
                let left = left.map_or_else(
                    || Text::new(Msg::Verbatim, &[&""]),
                    |left| Text::new(Msg::UiRemaining, &[&left]),
                );
                let sizes = [bytes, all].map(vi::number::file_size);
                Text::new(
                    Msg::UiSending,
                    &[&done, &total, &sizes[0], &sizes[1], &left],
                )
            }
            Step::Compared(done, total) => Text::new(Msg::UiComparing, &[&done, &total]),
            Step::Again(pause) => Text::new(Msg::UiAgain, &[&pause.as_secs().max(1)]),
        };
        self.bar.set_message(text.show(self.lang));
        self.bar.tick();
    }

    fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

/// How long the rest takes if it goes on as until now. A file costs time of its own, as much as some bytes.
fn remaining(
    time: Duration,
    (done, total): (usize, usize),
    (bytes, all): (u64, u64),
) -> Option<Text> {
    const FILE: f64 = 20_000.0;
    let work = |files: usize, bytes: u64| files as f64 * FILE + bytes as f64;
    let (behind, whole) = (work(done, bytes), work(total, all));
    if time < Duration::from_secs(2) || behind <= 0.0 {
        return None;
    }
    let seconds = (time.as_secs_f64() * (whole - behind) / behind).ceil();
    Some(if seconds < 90.0 {
        Text::new(Msg::UiSeconds, &[&seconds])
    } else {
        Text::new(Msg::UiMinutes, &[&(seconds / 60.0).ceil()])
    })
}
