//! Rows in and out of SQLite and PostgreSQL; the only crate that contains SQL.
//!
//! [`Database`] is the narrow seam that knows that there are two databases. Above it lies a module
//! of free functions per subject, transaction first; each is one statement in the subset that both
//! databases speak, and where they really differ there is a visible `dialect!`.
//!
//! Ids are text. An instant is a whole number of microseconds since 1970 in UTC: both databases
//! keep it without loss, compare it without a parser and sort it by an ordinary index. A civil day
//! would be ISO text. Structured leftovers are JSON text and never asked about inside.

pub mod border;
pub mod campaign;
pub mod catalogue;
pub mod coverage;
pub mod database;
mod error;
pub mod event;
pub mod feedback;
pub mod import;
pub mod journey;
pub mod mail;
pub mod partner;
pub mod provider;
pub mod quality;
pub mod search_gap;
pub mod search_list;
pub mod shared_list;
pub mod task;
#[cfg(feature = "testing")]
pub mod testing;

pub use database::{Database, Transaction};
pub use error::Error;
