//! Following the folder: from wakes to looks of the studio, and between them what can wait.
//!
//! One thread, and nothing else, changes the studio's state. A file that may be half-written is looked at again before
//! it is believed (see `watch::Doubts`); pages that nobody looks at are made when nothing else is to be done, to find
//! the mistakes that only show then.

use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use super::studio::Studio;
use crate::source::{self, Snapshot, Stamps};
use crate::watch::{Doubts, Verdict, Wake, Wakes};

/// How long nothing must have happened before pages that nobody looks at are made.
const QUIET: Duration = Duration::from_millis(400);

/// Follows the folder until the watcher is gone.
pub fn follow(studio: &Studio, wakes: &Wakes) {
    let (mut pending, mut doubts) = (Wake::default(), Doubts::default());
    let mut again: Option<Duration> = None;
    let mut is_checked = false;
    loop {
        let until_change = studio.next_change().map(|at| at.since(source::now()));
        let wait = match (again, is_checked) {
            (Some(after), _) => Some(after),
            (None, false) => Some(QUIET),
            (None, true) => until_change,
        };
        let woken = match wait {
            Some(wait) => wakes.recv_timeout(wait),
            None => wakes.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match woken {
            Ok(wake) => pending.join(wake),
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) if again.is_some() => {}
            Err(RecvTimeoutError::Timeout) if !is_checked => {
                is_checked = studio.check(|| !wakes.is_waiting());
                continue;
            }
            Err(RecvTimeoutError::Timeout) => pending.join(Wake::sweep()),
        }
        let before = studio.number();
        let look = |previous: &Snapshot, options, stamps: &Stamps| {
            wakes.look(&pending, previous, options, stamps)
        };
        match studio.look(&pending, look, Some(&mut doubts)) {
            Ok(Verdict::LookAgain(after)) => again = Some(after),
            // A folder that cannot be listed now (a drive that is asleep) is looked at again like one that is not whole.
            Err(_) => again = Some(Duration::from_secs(1)),
            Ok(Verdict::Believe) => {
                (pending, doubts, again) = (Wake::default(), Doubts::default(), None);
                is_checked &= studio.number() == before;
            }
        }
    }
}
