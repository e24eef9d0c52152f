//! `preview`: shows the site in the browser until somebody stops it, and says in the terminal how it stands.

use std::collections::BTreeSet;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use clap::ArgMatches;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::broadcast::error::RecvError;

use super::{MISTAKES, Place, Voice, is_watched};
use crate::diag::{Args, Diagnostic, Msg};
use crate::preview::events::Said;
use crate::preview::phone::{self, Link, Trouble, World};
use crate::preview::running::{self, Left};
use crate::preview::server::{Server, Setup};
use crate::preview::studio::{News, Studio, View};
use crate::preview::times::{Histogram, Times};
use crate::preview::{Showing, editor, follow};
use crate::watch::Watcher;
use crate::{source, sync};

/// The port, when nobody asks for another.
const PORT: u16 = 5757;
/// How many ports after it are tried before the system chooses.
const TRIES: u16 = 50;
/// How many problems are printed at once; the page of all problems has the rest.
const NAMED: usize = 10;

pub(super) fn run(matches: &ArgMatches, place: &Place) -> u8 {
    let voice = place.voice;
    let temp = std::env::temp_dir();
    let opens = !matches.get_flag("no-open") && has_display();
    let id = match running::id(&place.root) {
        Ok(id) => id,
        Err(error) => return cannot_serve(voice, &error),
    };
    if let Some((port, page)) = running::find(&temp, &id) {
        let address = address(port);
        voice.say(Msg::UiPreviewRunning, &[&address]);
        voice.result(&serde_json::json!({"type": "preview", "address": address, "running": true}));
        if opens {
            let _ = open_browser(voice, format!("{address}{page}")).join();
        }
        return 0;
    }
    let wanted = matches.get_one::<u16>("port").copied();
    let listener = match bind(wanted) {
        Ok(listener) => listener,
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            let port = wanted.unwrap_or(PORT);
            let taken = Diagnostic::new(Msg::PortTaken, "", None, &[&port])
                .help(Msg::HelpPort, &[&port.wrapping_add(1).max(1_024)]);
            voice.report(&[taken], &|_| None);
            return MISTAKES;
        }
        Err(error) => return cannot_serve(voice, &error),
    };
    let today = matches.get_one::<String>("today");
    let today = today.map(|_| place.options.now);
    // Before the first look, so that nothing falls between.
    let (watcher, wakes) = Watcher::start(&place.root);
    // What the last build wrote down spares reading every photo again.
    let state = sync::load(&place.root.join("public"), sync::tool());
    let site = match Studio::open(&place.root, voice.lang, today, state.memo) {
        Ok(site) => Arc::new(site),
        Err(error) => return cannot_serve(voice, &error),
    };
    let followed = Arc::clone(&site);
    let follower = std::thread::Builder::new().name("follow".to_owned());
    if let Err(error) = follower.spawn(move || follow::follow(&followed, &wakes)) {
        return cannot_serve(voice, &error);
    }
    if !watcher.is_immediate() {
        voice.say(Msg::UiSweeps, &[]);
    }
    let asked = Asked {
        opens,
        shares: matches.get_flag("phone"),
        measures: matches.get_flag("measure"),
    };
    match show(site, listener, id, &temp, asked, voice) {
        Ok(()) => 0,
        Err(error) => cannot_serve(voice, &error),
    }
}

/// What the command line asks for.
#[derive(Clone, Copy)]
struct Asked {
    opens: bool,
    shares: bool,
    measures: bool,
}

/// Shows a site at a port until somebody stops it.
fn show(
    site: Arc<dyn Showing>,
    listener: TcpListener,
    id: String,
    temp: &Path,
    asked: Asked,
    voice: Voice,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let command = std::env::var(editor::VARIABLE).ok();
    let setup = Setup {
        lang: voice.lang,
        id: id.clone(),
        open: Box::new(move |file, line, column| {
            editor::open(command.as_deref(), file, line, column)
        }),
        world: World {
            address: phone::private_address,
            now: Arc::new(source::now),
            lasts: phone::LASTS,
        },
    };
    let server = Server::new(Arc::clone(&site), setup)?;
    let runtime = runtime()?;
    // Without it a second start makes a second preview, which is no harm.
    let left = Left::new(temp, &id, port).ok();
    let result = runtime.block_on(async {
        let mut said = server.said();
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let stop = stop()?;
        let serving = {
            let server = server.clone();
            tokio::spawn(async move { server.run(listener, stop).await })
        };
        let mut teller = Teller::new(Arc::clone(&site), address(port), asked.measures, voice);
        teller.begin();
        if asked.opens {
            open_browser(voice, format!("{}{}", address(port), site.first_page()));
        }
        if asked.shares {
            teller.before_sharing();
            if let Err(trouble) = server.share() {
                teller.trouble(&trouble);
            }
        }
        let telling = async {
            loop {
                match said.recv().await {
                    Ok(said) => teller.tell(said),
                    Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => std::future::pending().await,
                }
            }
        };
        let result = tokio::select! {
            result = serving => result.map_err(io::Error::other).flatten(),
            () = telling => Ok(()),
        };
        teller.end();
        result
    });
    drop(left);
    runtime.shutdown_background();
    result
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
}

fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}/")
}

/// A listener on loopback: at the wanted port and no other, or else at the first that is free.
fn bind(wanted: Option<u16>) -> io::Result<TcpListener> {
    let at = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match wanted {
        Some(port) => at(port),
        None => (PORT..PORT + TRIES)
            .find_map(|port| at(port).ok())
            .map_or_else(|| at(0), Ok),
    }
}

/// Comes when somebody wants the program to stop. Listens from the call on.
#[cfg(unix)]
fn stop() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hangup = signal(SignalKind::hangup())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hangup.recv() => {}
        }
    })
}

/// Comes when somebody wants the program to stop. Listens from the call on.
#[cfg(windows)]
fn stop() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close, ctrl_shutdown};
    let (mut interrupt, mut pause) = (ctrl_c()?, ctrl_break()?);
    let (mut close, mut shutdown) = (ctrl_close()?, ctrl_shutdown()?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = pause.recv() => {}
            _ = close.recv() => {}
            _ = shutdown.recv() => {}
        }
    })
}

/// Whether there is a browser that somebody could see.
fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let desktop = ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"];
    let is_desktop = cfg!(any(windows, target_os = "macos")) || desktop.into_iter().any(is_set);
    is_desktop && !is_set("CI")
}

/// Opens the browser, which may take its time.
fn open_browser(voice: Voice, url: String) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        if webbrowser::open(&url).is_err() && !voice.json {
            err!("{}", voice.text(Msg::UiPreviewOpen, &[&url]));
        }
    })
}

fn cannot_serve(voice: Voice, error: &io::Error) -> u8 {
    let label = Msg::LabelError.text(voice.lang);
    err!("{label}: {}", voice.text(Msg::CannotServe, &[error]));
    err!("  {}", Msg::HelpServe.text(voice.lang));
    MISTAKES
}

/// Says in the terminal how the site stands: one line that changes when a person watches, else a line for each state.
struct Teller {
    site: Arc<dyn Showing>,
    address: String,
    voice: Voice,
    bar: ProgressBar,
    /// The problems that were printed.
    told: BTreeSet<String>,
    problems: Option<u64>,
    times: Option<Times>,
}

impl Teller {
    fn new(site: Arc<dyn Showing>, address: String, measures: bool, voice: Voice) -> Self {
        let bar = if voice.json || !is_watched() {
            ProgressBar::hidden()
        } else {
            ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())
        };
        let style = ProgressStyle::with_template("{wide_msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        Self {
            site,
            address,
            voice,
            bar,
            told: BTreeSet::new(),
            problems: None,
            times: measures.then(Times::default),
        }
    }

    /// A line above the one that changes.
    fn line(&self, text: &str) {
        if !self.voice.json {
            self.bar.suspend(|| err!("{text}"));
        }
    }

    fn say(&self, msg: Msg, args: Args<'_>) {
        self.line(&self.voice.text(msg, args));
    }

    fn begin(&mut self) {
        self.say(Msg::UiPreview, &[&self.address]);
        self.voice
            .result(&serde_json::json!({"type": "preview", "address": self.address}));
        let news = self.site.news().borrow().clone();
        self.news(&news);
    }

    fn tell(&mut self, said: Said) {
        match said {
            Said::News(news) => {
                if let Some(times) = &mut self.times {
                    times.served(&news);
                }
                self.news(&news);
            }
            Said::Phone(Some(link)) => self.sharing(&link),
            Said::Phone(None) => self.say(Msg::UiPhoneOver, &[]),
            Said::Painted { build, at } => {
                let took = self.times.as_mut().and_then(|t| t.painted(build, at));
                if let Some(took) = took {
                    self.say(Msg::UiTook, &[&Msg::UiPainted, &took]);
                    let result = serde_json::json!({"type": "painted", "build": build, "ms": took});
                    self.voice.result(&result);
                }
            }
        }
    }

    fn news(&mut self, news: &News) {
        if self.problems != Some(news.problems) {
            self.problems = Some(news.problems);
            self.report();
        }
        let (errors, warnings) = (news.errors, news.warnings);
        self.voice.result(&serde_json::json!({
            "type": "state", "build": news.build, "errors": errors, "warnings": warnings,
            "seconds": news.took.as_secs_f64(),
        }));
        let state = match (news.build, errors) {
            (0, _) => Msg::UiStateBuilding,
            (_, 0) => Msg::UiStateFine,
            _ => Msg::UiStateErrors,
        };
        let time = source::now().local().strftime("%H:%M:%S").to_string();
        let mut line = self.voice.text(
            Msg::UiStatus,
            &[
                &state,
                &time,
                &news.took.as_millis(),
                &errors,
                &warnings,
                &self.address,
            ],
        );
        if let Some((title, when)) = self.site.facts(View::Editor, "").next {
            line += " · ";
            line += &self.voice.text(Msg::UiStatusNext, &[&title, &when]);
        }
        if self.bar.is_hidden() {
            self.line(&line);
        } else {
            self.bar.set_message(line);
            self.bar.tick();
        }
    }

    /// Prints the problems that were not there before.
    fn report(&mut self) {
        let Voice { lang, json } = self.voice;
        let all = self.site.report(lang, json);
        let new: Vec<&String> = all
            .iter()
            .filter(|text| !self.told.contains(*text))
            .collect();
        for text in new.iter().take(if json { new.len() } else { NAMED }) {
            if json {
                out!("{text}");
            } else {
                self.line(&format!("{text}\n"));
            }
        }
        if new.len() > NAMED {
            let list = format!("{}.trangxa/", self.address);
            self.say(Msg::UiPreviewMore, &[&(new.len() - NAMED), &list]);
        }
        self.told = all.into_iter().collect();
    }

    fn before_sharing(&self) {
        self.say(Msg::UiPhoneBefore, &[]);
    }

    fn sharing(&self, link: &Link) {
        self.line(&phone::qr_blocks(&link.url));
        self.say(Msg::UiPhone, &[&link.url, &link.until]);
        let result = serde_json::json!({"type": "phone", "url": link.url, "until": link.until});
        self.voice.result(&result);
    }

    fn trouble(&self, trouble: &Trouble) {
        match trouble {
            Trouble::NoNetwork => self.say(Msg::PhoneNoNetwork, &[]),
            Trouble::System(error) => self.say(Msg::PhoneFailed, &[error]),
        }
    }

    fn end(&self) {
        self.bar.finish_and_clear();
        for times in self.times.iter() {
            let measured = [
                ("served", Msg::UiServed, &times.served),
                ("painted", Msg::UiPainted, &times.painted),
            ];
            for (what, title, histogram) in measured {
                self.histogram(what, title, histogram);
            }
        }
        self.say(Msg::UiPreviewStopped, &[]);
    }

    fn histogram(&self, what: &str, title: Msg, histogram: &Histogram) {
        let within = |percent| histogram.within(percent);
        let (Some(half), Some(most), Some(longest)) = (within(50), within(95), within(100)) else {
            return;
        };
        let count = histogram.count();
        self.say(Msg::UiMeasured, &[&title, &count, &half, &most, &longest]);
        for bar in histogram.bars() {
            self.line(&bar);
        }
        self.voice.result(&serde_json::json!({
            "type": "measured", "what": what, "count": count, "p50": half, "p95": most, "max": longest,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_was_asked_for_is_taken_or_nothing() {
        let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = other.local_addr().expect("bound").port();
        let refused = bind(Some(port)).expect_err("it is in use");
        assert_eq!(refused.kind(), io::ErrorKind::AddrInUse);
        drop(other);
        let listener = bind(Some(port)).expect("it is free");
        assert_eq!(listener.local_addr().expect("bound").port(), port);
    }

    #[test]
    fn without_a_wish_the_next_free_port_is_taken() {
        let [one, other] = [bind(None), bind(None)].map(|listener| {
            let address = listener.and_then(|listener| {
                let address = listener.local_addr()?;
                Ok((listener, address))
            });
            address.expect("there is a free port")
        });
        assert!(one.1.ip().is_loopback());
        assert_ne!(one.1.port(), other.1.port());
    }
}
