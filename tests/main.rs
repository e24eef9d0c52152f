//! The integration tests: whole small sites, visible in the test.

mod diagnostics;
