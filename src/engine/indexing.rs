//! The search's index in the making: trays that are known from earlier builds, and those that must be gathered.
//!
//! In goes a segment, out comes its index. All threads that need the index take part in gathering its trays, and no
//! thread waits for one that could wait for it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

use crate::diag::Diagnostic;
use crate::fingerprint::Fingerprint;
use crate::search::Segment;
use crate::search::index::Index;
use crate::search::tray::Tray;

/// The trays of the places on the shelf: for each its first page, the tray's key and the tray.
pub(super) type Trays = BTreeMap<usize, (Fingerprint, Arc<Tray>)>;

/// The newest tray of each place; a memo and all its builds have one in common.
#[derive(Default)]
pub(super) struct Known(Mutex<Trays>);

impl Known {
    /// Trays that an earlier program kept.
    pub fn new(trays: Trays) -> Self {
        Self(Mutex::new(trays))
    }

    fn trays(&self) -> MutexGuard<'_, Trays> {
        self.0
            .lock()
            .expect("no thread panics while it holds the lock")
    }

    /// Those that the segments have.
    pub fn of(&self, segments: &[Arc<Segment>]) -> Trays {
        let trays = self.trays();
        let places = segments.iter().flat_map(|segment| segment.places());
        places
            .filter_map(|(start, key)| {
                Some((
                    start,
                    trays.get(&start).filter(|known| known.0 == key)?.clone(),
                ))
            })
            .collect()
    }

    fn get(&self, start: usize, key: Fingerprint) -> Option<Arc<Tray>> {
        let trays = self.trays();
        let (_, tray) = trays.get(&start).filter(|known| known.0 == key)?;
        Some(Arc::clone(tray))
    }

    fn put(&self, start: usize, key: Fingerprint, tray: &Arc<Tray>) {
        self.trays().insert(start, (key, Arc::clone(tray)));
    }
}

type Tried<T> = OnceLock<Result<T, Box<Diagnostic>>>;

/// The index of a segment, made when it is first asked for.
#[derive(Default)]
pub(super) struct Indexing {
    /// The next tray that nobody has in hand.
    next: AtomicUsize,
    trays: OnceLock<Vec<Tried<Arc<Tray>>>>,
    index: Tried<Index>,
}

impl Indexing {
    /// The index; `gather` makes the n-th tray of the segment when it is not known.
    pub fn index(
        &self,
        segment: &Segment,
        known: &Known,
        gather: impl Fn(usize) -> Result<Tray, Box<Diagnostic>>,
    ) -> Result<&Index, Box<Diagnostic>> {
        let tray = |n: usize, (start, key)| match known.get(start, key) {
            Some(tray) => Ok(tray),
            None => {
                let tray = Arc::new(gather(n)?);
                known.put(start, key, &tray);
                Ok(tray)
            }
        };
        let places: Vec<(usize, Fingerprint)> = segment.places().collect();
        let trays = self
            .trays
            .get_or_init(|| places.iter().map(|_| OnceLock::new()).collect());
        if self.index.get().is_none() {
            loop {
                let n = self.next.fetch_add(1, Ordering::Relaxed);
                let Some(place) = places.get(n) else { break };
                trays[n].get_or_init(|| tray(n, *place));
            }
        }
        let index = self.index.get_or_init(|| {
            let all = trays.iter().enumerate().map(|(n, cell)| {
                // Here a thread waits for those that another has in hand.
                cell.get_or_init(|| tray(n, places[n])).clone()
            });
            Ok(Index::new(segment, all.collect::<Result<_, _>>()?))
        });
        index.as_ref().map_err(Clone::clone)
    }
}
