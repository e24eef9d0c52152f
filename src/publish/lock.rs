//! One publisher at a time: a folder on the host that only one can make.
//!
//! The folder holds a note with its owner. A lock whose owner has not renewed it for half an hour is stale; whoever
//! takes it over makes a folder in it that is named after the old owner's token, which again only one can do, and then
//! puts a note of its own in the place of the old. Whoever holds a lock looks at it again before the publish is
//! finished: an owner who slept too long finds that somebody else has taken over.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::manifest;
use super::target::{Connection, Failure};
use super::transfer::remove_empty;
use crate::moment::Moment;

/// The folder on the host.
pub const FOLDER: &str = ".trangxa-lock";
const NOTE: &str = ".trangxa-lock/owner.json";
/// The token of a lock whose owner never wrote a note.
const NOBODY: &str = "nobody";
/// Seconds after which a lock that was not renewed is stale.
const STALE: u64 = 30 * 60;

/// Who holds a lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The machine, as people call it.
    pub who: String,
    /// When the publish began.
    pub since: Moment,
    /// When the lock was last renewed.
    pub renewed: Moment,
    /// A name that no other publisher has: a machine's own lock, left by a publish that was cut off, is its own again.
    pub token: String,
}

impl Owner {
    /// The same owner some time later.
    #[must_use]
    pub fn renewed_after(&self, time: Duration) -> Self {
        Self {
            renewed: self.renewed.after(time),
            ..self.clone()
        }
    }
}

/// What became of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The lock is ours.
    Ours,
    /// Somebody else has it. Nobody is known when its owner has just made it.
    Theirs(Option<Owner>),
}

/// Takes the lock, unless another holds it. `later` tells whether a lock without an owner has been seen for long enough
/// that its maker must be gone.
///
/// # Errors
/// When the host fails.
pub fn take(line: &mut dyn Connection, me: &Owner, later: bool) -> Result<Taken, Failure> {
    if line.make_folder(FOLDER)? {
        write(line, me)?;
        return confirm(line, me, NOBODY);
    }
    let owner = owner(line)?;
    match owner {
        Some(owner) if owner.token == me.token => {
            write(line, me)?;
            confirm(line, me, &me.token)
        }
        Some(owner) if me.renewed.since(owner.renewed).as_secs() > STALE => {
            take_over(line, me, Some(&owner))
        }
        None if later => take_over(line, me, None),
        owner => Ok(Taken::Theirs(owner)),
    }
}

fn take_over(
    line: &mut dyn Connection,
    me: &Owner,
    stale: Option<&Owner>,
) -> Result<Taken, Failure> {
    let token = stale.map_or(NOBODY, |owner| &owner.token);
    let claim = format!("{FOLDER}/after-{token}");
    if !line.make_folder(&claim)? {
        return Ok(Taken::Theirs(owner(line)?));
    }
    // Whoever has renewed the lock since has looked, or will look, for this claim.
    let now = owner(line)?;
    if now.as_ref() != stale {
        line.remove_folder(&claim)?;
        return Ok(Taken::Theirs(now));
    }
    write(line, me)?;
    confirm(line, me, &me.token)
}

/// Looks whether the note is ours and nobody has claimed to come after `token`.
fn confirm(line: &mut dyn Connection, me: &Owner, token: &str) -> Result<Taken, Failure> {
    let claim = format!("after-{token}");
    let claimed = line.list(FOLDER)?.iter().any(|(name, _)| *name == claim);
    let owner = owner(line)?;
    let is_ours = owner.as_ref().is_some_and(|owner| owner.token == me.token);
    Ok(if is_ours && !claimed {
        Taken::Ours
    } else {
        Taken::Theirs(owner)
    })
}

/// Whether the lock is still ours.
///
/// # Errors
/// When the host fails.
pub fn holds(line: &mut dyn Connection, me: &Owner) -> Result<bool, Failure> {
    Ok(confirm(line, me, &me.token)? == Taken::Ours)
}

/// Tells the others that this publish goes on.
///
/// # Errors
/// When the host fails.
pub fn renew(line: &mut dyn Connection, me: &Owner) -> Result<bool, Failure> {
    if !holds(line, me)? {
        return Ok(false);
    }
    write(line, me)?;
    holds(line, me)
}

/// Gives the lock back.
///
/// # Errors
/// When the host fails; then the lock becomes stale by itself.
pub fn give_back(line: &mut dyn Connection, me: &Owner) -> Result<(), Failure> {
    // Without a note it is what an earlier try of this left; whoever has just made it will notice and make it again.
    if owner(line)?.is_some_and(|owner| owner.token != me.token) {
        return Ok(());
    }
    for (name, _) in line.list(FOLDER)? {
        if name.starts_with("after-") {
            line.remove_folder(&format!("{FOLDER}/{name}"))?;
        }
    }
    line.remove(NOTE)?;
    remove_empty(line, FOLDER)
}

/// Whether something of an earlier publish is to be cleared away: this one's own lock, or one that nobody has.
///
/// # Errors
/// When the host fails.
pub fn is_left(line: &mut dyn Connection, me: &Owner) -> Result<bool, Failure> {
    if line.stat(FOLDER)?.is_none() {
        return Ok(false);
    }
    Ok(owner(line)?.is_none_or(|owner| owner.token == me.token))
}

/// Who holds the lock; nobody when it has no note.
///
/// # Errors
/// When the host fails.
pub fn owner(line: &mut dyn Connection) -> Result<Option<Owner>, Failure> {
    Ok(line.read(NOTE)?.and_then(|bytes| manifest::read(&bytes)))
}

fn write(line: &mut dyn Connection, me: &Owner) -> Result<(), Failure> {
    line.write(NOTE, &manifest::write(me))
}
