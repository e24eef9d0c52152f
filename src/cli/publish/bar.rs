//! The line that tells how far a publish is, for a person who watches.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::{Voice, is_watched};
use crate::diag::{Lang, Msg, Text};
use crate::publish::transfer::Step;
use crate::vi;

/// The line that tells how far it is, for a person who watches.
pub(super) struct Bar {
    bar: ProgressBar,
    lang: Lang,
    started: Mutex<Option<Instant>>,
}

impl Bar {
    pub(super) fn new(voice: Voice) -> Self {
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

    pub(super) fn tell(&self, step: Step) {
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

    pub(super) fn clear(&self) {
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
