//! How good the search is: an index of a corpus of services that is in no database, and a set of
//! judged queries run on it.
//!
//! A corpus goes through the same code as the catalogue on its way into the index, so that what is
//! measured is what people get. The figures themselves are [`search::evaluation`]'s.

mod corpus;
mod lines;
mod queries;
#[cfg(test)]
mod tests;

use std::path::Path;

use search::{Index, MatchKind, Query};

pub use self::corpus::Corpus;
pub use self::queries::read_queries;
use crate::Error;

pub use search::evaluation::{
    Comparison, Difference, Group, GroupFigures, JudgedQuery, Mean, Measure, QueryFigures, Report,
    Run, compare, report,
};

/// Asks the index every query, as a person who reads the query's language would. A query that is
/// told that nothing fits is not in the run.
#[must_use]
pub fn run(index: &Index, queries: &[JudgedQuery]) -> Run {
    let mut run = Run::default();
    for judged in queries {
        let query = Query {
            text: judged.text.clone(),
            language: Some(judged.language),
            limit: Run::DEPTH,
            ..Query::default()
        };
        let found = index.search(&query);
        if found.match_kind != MatchKind::Nothing {
            run.insert(judged.id.as_str(), found.hits.into_iter().map(|hit| hit.id));
        }
    }
    run
}

/// Reads a run from its file.
pub fn read_run(file: &Path) -> Result<Run, Error> {
    let text = lines::read(file)?;
    Run::read(&text).map_err(|error| Error::Refused(format!("{}: {error}", file.display())))
}
