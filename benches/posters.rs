//! How long the pages, pictures and prints of infographics take, each on one core and without a memo.
//!
//! `cargo bench --bench posters -- FOLDER` with the folder of a site; `--profile profiling` compiles faster. The time is
//! that of the thread on its core where the system tells it, so that other work does not count.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use trangxa::engine::{self, Memo};
use trangxa::moment::Moment;
use trangxa::source::{self, Options, Stamps};

/// How long each file is made again and again: the system's clock of a thread is coarse.
const LONG: Duration = Duration::from_millis(500);

fn main() {
    let folder = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    let folder = folder.unwrap_or_else(|| ".".to_owned());
    let options = Options {
        drafts: true,
        ..Options::at(Moment::from_unix(0))
    };
    let snapshot = source::scan(Path::new(&folder), options, &Stamps::default());
    let snapshot = Arc::new(snapshot.expect("the folder can be read"));
    let build = engine::build(&snapshot, &mut Memo::default());
    let files = &build.plan.files;
    let page_of = |path: &str| {
        let folder = path.strip_suffix(".pdf").or(path.strip_suffix("0.png"));
        let page = format!("{}/index.html", folder?.rsplit_once('/')?.0);
        files.contains_key(&page).then_some(page)
    };
    let posters = files.keys().filter(|path| page_of(path).is_some());
    let mut pages: Vec<String> = posters.clone().filter_map(|path| page_of(path)).collect();
    pages.dedup();
    for path in pages.into_iter().chain(posters.cloned()) {
        let (mut runs, mut bytes) = (0_u32, 0);
        let (start, wall) = (Clock::now(), Instant::now());
        while runs == 0 || wall.elapsed() < LONG {
            let made = build.file(&path).expect("it is planned");
            bytes = made.expect("it can be made").len();
            runs += 1;
        }
        let time = start.milliseconds() / f64::from(runs);
        println!("{time:8.2} ms {:8} KB  {path}", bytes / 1024);
    }
}

/// The time of this thread on its core, else that of the wall.
struct Clock {
    wall: Instant,
    core: Option<u64>,
}

impl Clock {
    fn now() -> Self {
        Self {
            wall: Instant::now(),
            core: on_core(),
        }
    }

    fn milliseconds(&self) -> f64 {
        let core = self.core.zip(on_core());
        core.map_or_else(
            || self.wall.elapsed().as_secs_f64() * 1e3,
            |(from, to)| (to - from) as f64 / 1e6,
        )
    }
}

/// Nanoseconds that this thread was on a core, as Linux tells.
fn on_core() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok()
}
