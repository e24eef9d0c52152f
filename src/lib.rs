//! trangxa makes the information portal of a Vietnamese commune from a folder of Markdown.
//!
//! ```text
//! Snapshot ─parse─► Docs ─assemble─► Site ─plan─► PageSet ─render─► files ─sync─► public/
//!  (read)         (per file)        (whole)     (jobs as data)   (on demand)
//! ```
//!
//! Data flows one way. `source` reads the folder, `parse` turns each file into a `Doc` that knows no other, `site` puts
//! the docs together and resolves what leads from one to another, `plan` decides every file as a `Job` that holds all
//! it is made from, `render` and `feed` make the bytes, `sync` brings a folder to the new state. `engine` runs it all
//! and remembers what has not changed. From top to bottom of this file, a module uses only modules above it; a test
//! holds the code to that. `docs/architecture.md` tells more.

pub mod vi;

pub mod fingerprint;
pub mod moment;
pub mod moving;

pub mod calendar;
pub mod csv;

pub mod draw;

pub mod messages;

pub mod diag;

pub mod source;

pub mod emblem;
pub mod outreach;
pub mod table;

pub mod chart;

pub mod parse;

pub mod image;

pub mod config;

pub mod kinds;
pub mod taxonomy;

pub mod figure;

pub mod poster;

pub mod views;

pub mod offline;

pub mod site;

pub mod search;

pub mod job;

pub mod feed;
pub mod structured;

pub mod query;

pub mod theme;

pub mod render;

pub mod plan;

pub mod engine;

pub mod kit;

pub mod elsewhere;

pub mod report;

pub mod sync;

pub mod watch;

pub mod preview;

pub mod publish;

pub mod cli;
