//! Use cases and transactions: load, decide, save, announce. What an import makes of what was
//! read; what a page needs, loaded.
//!
//! Everything that a use case needs from outside is in [`App`]: the database, the index, the clock,
//! the ids.

#![warn(missing_docs)]

mod background;
pub mod borders;
pub mod campaign;
pub mod catalogue;
mod chance;
mod context;
pub mod coordinator;
pub mod coverage;
pub mod description;
mod error;
pub mod evaluation;
pub mod event;
pub mod feedback;
mod hex;
pub mod import;
pub mod index;
pub mod journey;
mod key_file;
pub mod mail;
pub mod my_list;
pub mod partner;
pub mod provider;
pub mod quality;
pub mod reach;
pub mod report;
pub mod schedule;
pub mod search_gap;
pub mod search_list;
pub mod shared_list;
pub mod sheet;
pub mod task;
pub mod tiles;
pub mod words;

pub use ::search;
pub use ::sources::demonstration;
pub use context::{App, Clock, Ids};
pub use error::Error;
pub use store::Database;
pub use store::database::SCHEMA;

/// What the binary needs to name of the sources.
pub mod sources {
    pub use ::sources::fetch::{Client, PtvV11, PtvV12, SavedPages, Source};
    pub use ::sources::progress::{Progress, Silent};
    pub use ::sources::tiles::{PictureKind, TemplateError, TileSource};
}
