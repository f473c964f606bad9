//! The subject as values: types, invariants and decisions that a county's officer could read.
//!
//! No I/O, no clock and no randomness: what the time is and which id is next comes from the caller.

#![warn(missing_docs)]

pub mod campaign;
pub mod catalogue;
mod chance;
pub mod colour;
pub mod coordinator;
pub mod coverage;
pub mod description;
pub mod event;
pub mod feedback;
pub mod import;
pub mod journey;
pub mod language;
pub mod my_list;
pub mod partner;
pub mod personal_data;
pub mod provider_link;
pub mod reference;
pub mod search_gap;
pub mod search_list;
pub mod shared_list;
pub mod task;
mod written;

pub use colour::Colour;
pub use language::{Language, Localized};
