//! Pictures in the engine: looks at their files, and the making of all renditions of one source at a time, so that it is
//! decoded once and no more pictures are in memory than there are threads.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{
    Build, Content, Doing, Effort, Failure, Memo, Record, Sink, remember_stamp, unreadable,
};
use crate::diag::{Diagnostic, Msg};
use crate::fingerprint::Fingerprint;
use crate::image::{self, Base, Flaw, Format, Looked, Rendition, Undecodable};
use crate::parse::Doc;
use crate::plan::Entry;
use crate::site::{self, Looks};
use crate::source::{File, Snapshot};

/// Sources with more pixels are decoded one after the other.
const LARGE: u64 = 40_000_000;

/// Looks at all pictures that docs name, unless the memo knows them.
pub(super) fn look(snapshot: &Snapshot, docs: &[Arc<Doc>], memo: &mut Memo) -> Looks {
    let files = site::pictures(snapshot, docs);
    let known = &memo.pictures;
    let looks: Vec<(Option<Fingerprint>, Looked)> =
        files.par_iter().map(|file| look_at(file, known)).collect();
    let mut kept = BTreeMap::new();
    let mut all = Looks::new();
    for (file, (content, look)) in files.into_iter().zip(looks) {
        if let Some(content) = content {
            kept.insert(content, look.clone());
            memo.learned |=
                memo.stamps.get(&*file.path).map(|(_, content)| *content) != Some(content);
            remember_stamp(&mut memo.stamps, file, content, snapshot.taken);
        }
        all.insert(Arc::clone(&file.path), look);
    }
    memo.learned |= !kept.keys().eq(memo.pictures.keys());
    memo.pictures = kept;
    all
}

/// What is in a file, and its fingerprint when all of it was read now or before.
fn look_at(file: &File, known: &BTreeMap<Fingerprint, Looked>) -> (Option<Fingerprint>, Looked) {
    if file.len > image::MAX_BYTES {
        return (None, Err(Flaw::Heavy(file.len)));
    }
    if let Some(content) = file.known
        && let Some(look) = known.get(&content)
    {
        return (Some(content), look.clone());
    }
    // A file that cannot be read is as good as none, and is looked at again every time.
    let Ok(bytes) = file.read() else {
        return (None, Err(Flaw::NoPicture));
    };
    let content = Fingerprint::of_bytes(&bytes);
    let look = known
        .get(&content)
        .cloned()
        .unwrap_or_else(|| image::look(&bytes));
    (Some(content), look)
}

/// All that is made from one source.
struct Family<'b> {
    file: &'b File,
    renditions: Vec<(&'b String, &'b Rendition)>,
}

/// A picture that is there and whether it was before; or why it is not.
type Outcome = Result<(Record, bool), Failure>;

/// Makes all pictures of a site that the sink does not have. Gives an outcome for each, save what the sink does not want.
pub(super) fn make<'b>(
    build: &'b Build,
    known: &BTreeMap<String, Record>,
    sink: &impl Sink,
) -> Vec<(&'b String, Outcome)> {
    if sink.effort() == Effort::Leave {
        return Vec::new();
    }
    let mut families: BTreeMap<Fingerprint, Family<'b>> = BTreeMap::new();
    for (path, entry) in build.plan.files.iter() {
        if let Entry::Picture(picture) = entry {
            let (file, rendition) = &**picture;
            let family = families.entry(rendition.source).or_insert_with(|| Family {
                file,
                renditions: Vec::new(),
            });
            family.renditions.push((path, rendition));
        }
    }
    let total = families
        .values()
        .map(|family| family.renditions.len())
        .sum();
    let done = AtomicUsize::new(0);
    let make = |family: &Family<'b>| {
        let outcomes = family.make(known, sink);
        let made = family.renditions.len();
        sink.progress(
            Doing::Pictures,
            done.fetch_add(made, Ordering::Relaxed) + made,
            total,
        );
        outcomes
    };
    let (large, small): (Vec<_>, Vec<_>) = families
        .values()
        .partition(|family| build.pixels(family.file) > LARGE);
    let mut outcomes: Vec<(&String, Outcome)> = small
        .par_iter()
        .flat_map_iter(|family| make(family))
        .collect();
    outcomes.extend(large.into_iter().flat_map(make));
    outcomes
}

impl Build {
    fn pixels(&self, file: &File) -> u64 {
        match self.site.looks.get(&file.path) {
            Some(Ok(picture)) => u64::from(picture.width) * u64::from(picture.height),
            _ => 0,
        }
    }
}

impl<'b> Family<'b> {
    fn make(
        &self,
        known: &BTreeMap<String, Record>,
        sink: &impl Sink,
    ) -> Vec<(&'b String, Outcome)> {
        let mut outcomes = Vec::with_capacity(self.renditions.len());
        let mut missing = Vec::new();
        for (path, rendition) in &self.renditions {
            match is_there(path, rendition, known, sink) {
                Some(record) => outcomes.push((*path, Ok((record, true)))),
                None => missing.push((*path, *rendition)),
            }
        }
        let Some((first, _)) = missing.first().copied() else {
            return outcomes;
        };
        // One source is broken once, whatever was to be made from it.
        match self.make_missing(&missing, sink) {
            Ok(made) => outcomes.extend(made),
            Err(failure) => outcomes.push((first, Err(failure))),
        }
        outcomes
    }

    fn make_missing(
        &self,
        missing: &[(&'b String, &Rendition)],
        sink: &impl Sink,
    ) -> Result<Vec<(&'b String, Outcome)>, Failure> {
        if !sink.goes_on() {
            return Err(Failure::Machine(std::io::ErrorKind::Interrupted.into()));
        }
        let bytes = source_bytes(self.file, missing[0].1)?;
        let is_decoded = |(_, rendition): &&(&String, &Rendition)| rendition.is_decoded();
        let base = match missing.iter().find(is_decoded) {
            Some((_, rendition)) => Some(base(self.file, &bytes, rendition)?),
            None => None,
        };
        let mut made = Vec::with_capacity(missing.len());
        for (path, rendition) in missing {
            if sink.effort() == Effort::Try && rendition.is_decoded() {
                continue; // what could be broken has been decoded
            }
            let bytes = print(self.file, &bytes, base.as_ref(), rendition)?;
            if sink.effort() == Effort::Try {
                continue;
            }
            let record = Record {
                key: rendition.key(),
                asked: Vec::new(),
                content: Fingerprint::of_bytes(&bytes),
            };
            if !sink.has(path, record.content) {
                sink.put(path, record.content, &Content::Bytes(&bytes))?;
            }
            made.push((*path, Ok((record, false))));
        }
        Ok(made)
    }
}

/// The record of a picture that the sink has.
fn is_there(
    path: &str,
    rendition: &Rendition,
    known: &BTreeMap<String, Record>,
    sink: &impl Sink,
) -> Option<Record> {
    let key = rendition.key();
    let known = known.get(path).filter(|record| record.key == key);
    if let Some(record) = known.filter(|record| sink.has(path, record.content)) {
        return Some(record.clone());
    }
    let content = sink.named(path).filter(|_| rendition.is_named())?;
    Some(Record {
        key,
        asked: Vec::new(),
        content,
    })
}

/// The bytes of the file that a rendition is made from.
///
/// # Errors
/// When they cannot be read, or are not those that the rendition was planned for.
pub fn source_bytes<'f>(
    file: &'f File,
    rendition: &Rendition,
) -> Result<std::borrow::Cow<'f, [u8]>, Box<Diagnostic>> {
    let bytes = file
        .read()
        .map_err(|error| Box::new(unreadable(file, &error)))?;
    if Fingerprint::of_bytes(&bytes) == rendition.source {
        return Ok(bytes);
    }
    let changed = Diagnostic::new(Msg::FileChanged, &file.path, None, &[]);
    Err(Box::new(changed.help(Msg::HelpFileChanged, &[])))
}

/// A source decoded, for all its renditions.
///
/// # Errors
/// When it is broken.
pub fn base(file: &File, bytes: &[u8], rendition: &Rendition) -> Result<Base, Box<Diagnostic>> {
    Base::new(bytes, rendition).map_err(|error| Box::new(broken(file, rendition, error)))
}

/// The bytes of a rendition; `base` is the decoded source, where that is needed.
///
/// # Errors
/// When the source is broken.
pub fn print(
    file: &File,
    bytes: &[u8],
    base: Option<&Base>,
    rendition: &Rendition,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    match base.filter(|_| rendition.is_decoded()) {
        Some(base) => Ok(base.print(rendition)),
        None => image::undecoded(bytes, rendition)
            .map_err(|error| Box::new(broken(file, rendition, error))),
    }
}

fn broken(file: &File, rendition: &Rendition, _: Undecodable) -> Diagnostic {
    let help = if rendition.format == Format::Heic {
        Msg::HelpHeic
    } else {
        Msg::HelpCopyImage
    };
    Diagnostic::new(Msg::BrokenPixels, &file.path, None, &[]).help(help, &[])
}
