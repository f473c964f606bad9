//! The store's tests, each on both databases.

#![expect(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

mod border;
mod changes;
mod coverage;
mod events;
mod feedback;
mod moved;
mod opening;
mod partners;
mod quality;
mod shared_list;
mod statements;
