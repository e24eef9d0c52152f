//! Several publishers at once whose calls come in an order that a number decides: the same number, the same order.

use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

use trangxa::publish::target::{Connection, Failure, Stat, Target};

/// How long a call takes by the clock of these tests.
const CALL: Duration = Duration::from_millis(20);

/// Whose turn it is, of two.
pub struct Turns {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    turn: usize,
    /// When each may go on; nothing when it has left.
    ready: [Option<Duration>; 2],
    now: Duration,
    chance: u64,
}

impl Turns {
    pub fn new(seed: u64) -> Self {
        let state = State {
            turn: 0,
            ready: [Some(Duration::ZERO); 2],
            now: Duration::ZERO,
            chance: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
        };
        Self {
            state: Mutex::new(state),
            changed: Condvar::new(),
        }
    }

    fn wait(&self, who: usize) -> MutexGuard<'_, State> {
        let state = self.state.lock().expect("no thread panicked");
        self.changed
            .wait_while(state, |state| state.turn != who)
            .expect("no thread panicked")
    }

    fn pass_on(&self, mut state: MutexGuard<'_, State>) {
        state.next();
        drop(state);
        self.changed.notify_all();
    }

    /// Waits by the clock of these tests; the other goes on meanwhile.
    pub fn pause(&self, who: usize, time: Duration) {
        let mut state = self.wait(who);
        state.ready[who] = Some(state.now + time);
        self.pass_on(state);
    }

    /// Takes no turn any more.
    pub fn leave(&self, who: usize) {
        let mut state = self.wait(who);
        state.ready[who] = None;
        self.pass_on(state);
    }
}

impl State {
    /// Chance decides among those who do not wait; when all wait, the clock goes on.
    fn next(&mut self) {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        let first = (self.chance >> 32) as usize % 2;
        let when = |who: usize| self.ready[who].map(|ready| ready.max(self.now));
        let next = [first, 1 - first]
            .into_iter()
            .filter_map(|who| Some((when(who)?, who)))
            .min_by_key(|(when, _)| *when);
        if let Some((when, who)) = next {
            self.now = when;
            self.turn = who;
        }
    }
}

/// A host for one of them.
pub struct InTurn<'a> {
    host: &'a dyn Target,
    turns: &'a Turns,
    who: usize,
}

impl<'a> InTurn<'a> {
    pub fn new(host: &'a dyn Target, turns: &'a Turns, who: usize) -> Self {
        Self { host, turns, who }
    }
}

impl Target for InTurn<'_> {
    fn connect(&self) -> Result<Box<dyn Connection + '_>, Failure> {
        Ok(Box::new(Line {
            line: self.host.connect()?,
            turns: self.turns,
            who: self.who,
        }))
    }
}

struct Line<'a> {
    line: Box<dyn Connection + 'a>,
    turns: &'a Turns,
    who: usize,
}

impl Line<'_> {
    fn call<T>(&mut self, call: impl FnOnce(&mut dyn Connection) -> T) -> T {
        let mut state = self.turns.wait(self.who);
        let result = call(&mut *self.line);
        state.now += CALL;
        self.turns.pass_on(state);
        result
    }
}

impl Connection for Line<'_> {
    fn list(&mut self, folder: &str) -> Result<Vec<(String, Stat)>, Failure> {
        self.call(|line| line.list(folder))
    }

    fn stat(&mut self, path: &str) -> Result<Option<Stat>, Failure> {
        self.call(|line| line.stat(path))
    }

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.call(|line| line.read(path))
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.call(|line| line.write(path, bytes))
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), Failure> {
        self.call(|line| line.rename(from, to))
    }

    fn remove(&mut self, path: &str) -> Result<(), Failure> {
        self.call(|line| line.remove(path))
    }

    fn make_folder(&mut self, path: &str) -> Result<bool, Failure> {
        self.call(|line| line.make_folder(path))
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), Failure> {
        self.call(|line| line.remove_folder(path))
    }
}
