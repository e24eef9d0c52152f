//! Pictures for the preview: each is made when a browser asks for it. What is decoded is kept for the other sizes of the
//! same photo, and what is made for the next look at the page; both within bounds.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};

use crate::diag::Diagnostic;
use crate::engine::pictures;
use crate::fingerprint::Fingerprint;
use crate::image::{Base, Rendition};
use crate::source::File;

/// What is kept may take so many bytes: some four decoded photos, and the pictures of a few long pages.
const ROOM_FOR_BASES: usize = 32 << 20;
const ROOM_FOR_PRINTS: usize = 32 << 20;

/// Makes pictures on demand. Shared by the server's threads; a build never waits for it.
#[derive(Default)]
pub struct Darkroom {
    /// Held while a photo is decoded, so that there is one at a time in memory, and each is decoded once.
    bases: Mutex<Shelf<Fingerprint, Base>>,
    prints: Mutex<Shelf<Fingerprint, [u8]>>,
}

/// The last things that were put on it, as far as there is room.
struct Shelf<K, T: ?Sized> {
    things: VecDeque<(K, usize, Arc<T>)>,
    weight: usize,
}

impl<K, T: ?Sized> Default for Shelf<K, T> {
    fn default() -> Self {
        Self {
            things: VecDeque::new(),
            weight: 0,
        }
    }
}

impl<K: PartialEq, T: ?Sized> Shelf<K, T> {
    fn find(&self, key: &K) -> Option<Arc<T>> {
        let found = self.things.iter().find(|(known, ..)| known == key);
        found.map(|(.., thing)| Arc::clone(thing))
    }

    /// Puts a thing on it, and throws away the oldest until there is room; the newest always stays.
    fn put(&mut self, key: K, weight: usize, thing: &Arc<T>, room: usize) {
        self.things.push_back((key, weight, Arc::clone(thing)));
        self.weight += weight;
        while self.weight > room && self.things.len() > 1 {
            if let Some((_, weight, _)) = self.things.pop_front() {
                self.weight -= weight;
            }
        }
    }
}

impl Darkroom {
    /// The bytes of a rendition of a file.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn make(&self, file: &File, rendition: &Rendition) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        let key = rendition.key();
        if let Some(print) = lock(&self.prints).find(&key) {
            return Ok(print);
        }
        let (bytes, base) = if rendition.is_decoded() {
            (Vec::new(), Some(self.base(file, rendition)?))
        } else {
            (pictures::source_bytes(file, rendition)?.into_owned(), None)
        };
        let print: Arc<[u8]> = pictures::print(file, &bytes, base.as_deref(), rendition)?.into();
        lock(&self.prints).put(key, print.len(), &print, ROOM_FOR_PRINTS);
        Ok(print)
    }

    fn base(&self, file: &File, rendition: &Rendition) -> Result<Arc<Base>, Box<Diagnostic>> {
        let key = Fingerprint::of(&(rendition.source, rendition.base));
        let mut bases = lock(&self.bases);
        if let Some(base) = bases.find(&key) {
            return Ok(base);
        }
        let bytes = pictures::source_bytes(file, rendition)?;
        let base = Arc::new(pictures::base(file, &bytes, rendition)?);
        bases.put(key, base.weight(), &base, ROOM_FOR_BASES);
        Ok(base)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What a panic may have left behind is whole: things are put on a shelf at once.
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shelf_keeps_the_newest_within_its_room() {
        let mut shelf: Shelf<u8, str> = Shelf::default();
        for (key, thing) in [(1, "một"), (2, "hai"), (3, "ba")] {
            shelf.put(key, 4, &thing.into(), 8);
        }
        let there = [1, 2, 3].map(|key| shelf.find(&key).is_some());
        assert_eq!((there, shelf.weight), ([false, true, true], 8));
        shelf.put(4, 100, &"bốn".into(), 8);
        assert_eq!(
            (shelf.find(&4).as_deref(), shelf.weight),
            (Some("bốn"), 100)
        );
    }
}
