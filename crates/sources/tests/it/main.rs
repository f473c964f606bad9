//! The crate's tests that need a server or real records.

mod fetch;
