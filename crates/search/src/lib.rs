//! The search index in memory; the only crate that knows how it lies there.
//!
//! Documents go in through an [`IndexBuilder`]; what comes out is an immutable [`Index`] of one
//! generation of the catalogue, which any number of readers search at once. It can be saved to a
//! snapshot file and loaded again; it can be thrown away at any time and rebuilt from the database.
//!
//! Where to look: [`words`](analyse) decides what a word is, `weights` holds every number that ranking
//! knows, `search` finds and ranks, `snapshot` writes and reads the file.

mod builder;
mod document;
mod documents;
mod index;
#[cfg(test)]
mod oracle;
mod places;
mod postings;
mod query;
mod search;
mod selection;
mod snapshot;
mod terms;
#[cfg(test)]
mod tests;
mod weights;
mod words;

pub use builder::IndexBuilder;
pub use document::{Coverage, Document, Field, Themes};
pub use index::Index;
pub use query::{Facets, Hit, Hits, MatchKind, Query};
pub use snapshot::SnapshotError;
pub use words::{Word, analyse};
