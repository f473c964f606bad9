//! the search index in memory; the only crate that knows how it lies there
