//! The integration tests: whole small sites, visible in the test.

mod cli;
mod commonmark;
mod contract;
mod diagnostics;
mod engine;
mod folder;
mod handbook;
mod law;
mod layering;
mod preview;
mod publish;
mod site;
mod studio;
mod watch;
