//! The one test binary: whole small sites go in, whole outputs come out. One module for each thing that is held to.

mod site;

mod engine;
mod law;
mod layering;
