//! What a page that is open in a browser hears: from news of the studio to server-sent events.
//!
//! Each connection waits for what was said and then looks at its own page: an `update` is sent only when that page's
//! bytes are others. Nothing is polled. Who reads slowly hears of several states at once.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::Event;
use futures_util::{Stream, stream};
use serde_json::{Value, json};
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::{broadcast, watch};

use super::front::Front;
use super::phone::Link;
use super::studio::{Facts, News, View};
use crate::fingerprint::Fingerprint;

/// The first event of a connection.
const HELLO: &str = "hello";
/// How long a browser waits before it connects again.
const RETRY: Duration = Duration::from_millis(500);

/// What the parts of the preview say to whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A new state is there.
    News(Arc<News>),
    /// Sharing with a phone began or ended.
    Phone(Option<Link>),
    /// A browser has painted a state.
    Painted {
        /// The number of the state.
        build: u64,
        /// Milliseconds since 1970.
        at: u64,
    },
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its name.
    pub name: &'static str,
    /// Its data.
    pub data: Value,
}

impl Message {
    fn new(name: &'static str, data: Value) -> Self {
        Self { name, data }
    }
}

/// Who listens, and to what.
#[derive(Clone, Debug)]
pub struct Ear {
    /// The path of the page that is open.
    pub page: String,
    /// How it is seen.
    pub view: View,
    /// Whether problems, facts, saved pages and sharing are told too.
    pub hears_all: bool,
}

/// How the page was when it was last looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    found: bool,
    print: Fingerprint,
}

/// One connection.
struct Listener {
    front: Arc<Front>,
    ear: Ear,
    said: broadcast::Receiver<Said>,
    over: watch::Receiver<bool>,
    look: Look,
    facts: Facts,
    problems: u64,
    waiting: VecDeque<Message>,
    /// The state whose facts were not looked at yet: that can wait until the rest is told.
    unasked: Option<u64>,
}

/// What was said since the listener last looked.
#[derive(Default)]
struct Heard {
    news: Option<Arc<News>>,
    files: Vec<String>,
    saved: Vec<String>,
    phone: Option<Option<Link>>,
    missed: bool,
}

impl Heard {
    fn add(&mut self, said: Said) {
        match said {
            Said::News(news) => {
                self.files.extend(news.files.iter().cloned());
                self.saved.extend(news.saved.iter().cloned());
                self.news = Some(news);
            }
            Said::Phone(link) => self.phone = Some(link),
            Said::Painted { .. } => {}
        }
    }
}

impl Listener {
    async fn begin(front: Arc<Front>, ear: Ear, sharing: Option<Link>) -> Option<Self> {
        // In this order nothing falls between the first look and the first news.
        let said = front.said.subscribe();
        let news = front.site.news().borrow().clone();
        let look = look(&front, &ear).await?;
        let facts = facts(&front, &ear).await?;
        let mut waiting = VecDeque::from([Message::new(HELLO, json!({"build": news.build}))]);
        waiting.extend(sharing.map(|link| phone(Some(&link))));
        Some(Self {
            over: front.over.subscribe(),
            front,
            ear,
            said,
            look,
            facts,
            problems: news.problems,
            waiting,
            unasked: None,
        })
    }

    /// Waits for what is said next, and all else that was said by then. Nothing when the server stops.
    async fn hear(&mut self) -> Option<Heard> {
        let mut heard = Heard::default();
        let first = tokio::select! {
            biased;
            _ = self.over.wait_for(|over| *over) => return None,
            said = self.said.recv() => said,
        };
        match first {
            Ok(said) => heard.add(said),
            Err(RecvError::Lagged(_)) => heard.missed = true,
            Err(RecvError::Closed) => return None,
        }
        loop {
            match self.said.try_recv() {
                Ok(said) => heard.add(said),
                Err(TryRecvError::Lagged(_)) => heard.missed = true,
                Err(TryRecvError::Empty | TryRecvError::Closed) => return Some(heard),
            }
        }
    }

    /// Hears, looks, and puts into `waiting` what is to be told.
    async fn turn(&mut self) -> Option<()> {
        let heard = self.hear().await?;
        if let Some(news) = &heard.news {
            let build = news.build;
            let before = self.look;
            self.look = look(&self.front, &self.ear).await?;
            let is_gone = before.found && !self.look.found;
            if self.look != before || heard.missed {
                let name = if is_gone { "gone" } else { "update" };
                self.tell(name, json!({"build": build}));
            }
            if !heard.files.is_empty() {
                self.tell("files", json!({"build": build, "paths": heard.files}));
            }
            if self.ear.hears_all {
                if news.problems != self.problems {
                    self.problems = news.problems;
                    let (errors, warnings) = (news.errors, news.warnings);
                    let data = json!({"build": build, "errors": errors, "warnings": warnings});
                    self.tell("problems", data);
                }
                self.unasked = Some(build);
                // Who saved the page that is open wants to stay there.
                if !heard.saved.contains(&self.ear.page)
                    && let Some(path) = heard.saved.last()
                {
                    self.tell("follow", json!({"build": build, "path": path}));
                }
            }
        }
        if let Some(link) = heard.phone
            && self.ear.hears_all
        {
            self.waiting.push_back(phone(link.as_ref()));
        }
        Some(())
    }

    fn tell(&mut self, name: &'static str, data: Value) {
        self.waiting.push_back(Message::new(name, data));
    }

    async fn next(&mut self) -> Option<Message> {
        while self.waiting.is_empty() {
            match self.unasked.take() {
                Some(build) => {
                    let now = facts(&self.front, &self.ear).await?;
                    if now != self.facts {
                        self.facts = now;
                        self.tell("facts", json!({"build": build}));
                    }
                }
                None => self.turn().await?,
            }
        }
        self.waiting.pop_front()
    }
}

async fn look(front: &Arc<Front>, ear: &Ear) -> Option<Look> {
    let Ear { page, view, .. } = ear.clone();
    front
        .ask(move |front| {
            let served = front.serve(view, &page);
            Look {
                found: served.found,
                print: Fingerprint::of_bytes(&served.bytes),
            }
        })
        .await
        .ok()
}

/// The facts of the page, whatever the state's number; none for who does not hear of them.
async fn facts(front: &Arc<Front>, ear: &Ear) -> Option<Facts> {
    if !ear.hears_all {
        return Some(Facts::default());
    }
    let Ear { page, view, .. } = ear.clone();
    let facts = front.ask(move |front| Facts {
        build: 0,
        ..front.site.facts(view, &page)
    });
    facts.await.ok()
}

fn phone(link: Option<&Link>) -> Message {
    Message::new(
        "phone",
        link.map_or(Value::Null, |l| json!({"until": l.until})),
    )
}

/// The events of one connection; they end when the server stops. `sharing` is what is shared with a phone just now.
pub async fn stream(
    front: Arc<Front>,
    ear: Ear,
    sharing: Option<Link>,
) -> impl Stream<Item = Result<Event, Infallible>> + Send {
    let listener = Listener::begin(front, ear, sharing).await;
    stream::unfold(listener, |listener| async {
        let mut listener = listener?;
        let message = listener.next().await?;
        let event = Event::default()
            .event(message.name)
            .data(message.data.to_string());
        let event = if message.name == HELLO {
            event.retry(RETRY)
        } else {
            event
        };
        Some((Ok(event), Some(listener)))
    })
}
