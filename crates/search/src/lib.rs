//! The search index in memory; the only crate that knows how it lies there.
//!
//! Documents go in through an [`IndexBuilder`]; what comes out is an immutable [`Index`] of one
//! generation of the catalogue, which any number of readers search at once. It can be saved to a
//! snapshot file and loaded again; it can be thrown away at any time and rebuilt from the database.
//!
//! Where to look: [`words`](analyse) decides what a word is, `weights` holds every number that ranking
//! knows, `search` finds and ranks, `snapshot` writes and reads the file.

mod analysis;
mod answers;
mod board;
mod builder;
mod common;
mod county;
mod distance;
mod document;
mod documents;
mod draft;
pub mod evaluation;
mod explain;
mod index;
mod known;
mod labels;
mod lexicon;
mod marks;
mod phrases;
mod places;
mod plan;
mod plans;
mod postings;
mod query;
mod related;
mod search;
mod selection;
mod snapshot;
mod spellings;
mod staff;
mod suggestions;
mod swedish;
mod taught;
mod terms;
#[cfg(test)]
mod tests;
mod update;
mod vectors;
mod weights;
mod words;

pub use builder::IndexBuilder;
pub use document::{Coverage, Document, Field, Spot, Themes};
pub use explain::{ExplainedWord, Explanation};
pub use index::Index;
pub use lexicon::Lexicon;
pub use plan::Way;
pub use query::{FacetCode, Facets, Hit, Hits, MatchKind, Query, Reach, Reason, Sort};
pub use related::{CoUse, Related, RelatedQuery, RelatedReason};
pub use snapshot::SnapshotError;
pub use staff::{ServiceRule, StaffList, Synonym};
pub use suggestions::{Suggestion, SuggestionKind, need_name};
pub use vectors::{VectorsError, WordVectors};
pub use words::{Word, analyse};
