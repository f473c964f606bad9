//! The use cases, each on both databases, with what a source might give written out by hand.

#![expect(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

mod campaign;
mod checked;
mod coverage;
mod dashboard;
mod events;
mod folders;
mod incremental;
mod indexed;
mod kept;
mod killed;
mod network;
mod oddities;
mod provider;
mod published;
mod real;
mod search_gap;
mod search_list;
mod shared_list;
mod smtp;
mod source;
mod task;
