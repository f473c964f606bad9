//! The crate's tests that need a server or real records.
#![expect(clippy::unwrap_used, reason = "what a test's tools cannot do fails the test")]

mod demonstration;
mod draft;
mod fetch;
