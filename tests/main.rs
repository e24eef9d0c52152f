//! The integration tests: whole small sites, visible in the test.

mod cards;
mod cli;
mod commonmark;
mod contract;
mod diagnostics;
mod engine;
mod folder;
mod handbook;
mod infographic;
mod kinds;
mod kit;
mod law;
mod layering;
mod photos;
mod pictures;
mod preview;
mod publish;
mod report;
mod search;
mod site;
mod spoken;
mod studio;
mod tables;
mod watch;
