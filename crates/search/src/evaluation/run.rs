//! A run: what a search gave for each query, as text that the outside scorer reads too.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::metrics::DEPTH;

/// The results of queries by the query's id, best first. A query without results is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run(BTreeMap<String, Vec<String>>);

/// A line of a run's text is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: expected query id, service id and rank with tabs between them, got {text:?}")]
pub struct RunError {
    /// The line, from 1.
    pub line: usize,
    /// How it begins.
    pub text: String,
}

impl Run {
    /// How many results of a query a run holds.
    pub const DEPTH: usize = DEPTH;

    /// Adds a query's results, best first: the first [`Run::DEPTH`], each service once.
    pub fn insert(
        &mut self,
        query: impl Into<String>,
        results: impl IntoIterator<Item = impl Into<String>>,
    ) {
        let mut seen = BTreeSet::new();
        let results: Vec<String> = results
            .into_iter()
            .map(Into::into)
            .filter(|service: &String| seen.insert(service.clone()))
            .take(Self::DEPTH)
            .collect();
        if !results.is_empty() {
            self.0.insert(query.into(), results);
        }
    }

    /// The results of a query; none for a query that is not in the run.
    #[must_use]
    pub fn results(&self, query: &str) -> &[String] {
        self.0.get(query).map_or(&[], Vec::as_slice)
    }

    /// The ids of the queries that have results.
    pub fn queries(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Reads what [`Run`] writes, and what other tools do: lines of query id, service id and rank,
    /// with tabs between them. Ranks only order a query's results, further columns say nothing to
    /// us, and neither do blank lines and those that begin with `#`.
    ///
    /// # Errors
    /// When a line is something else.
    pub fn read(text: &str) -> Result<Self, RunError> {
        let mut rows: BTreeMap<&str, Vec<(f64, &str)>> = BTreeMap::new();
        for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let (query, service, rank) = columns(line).ok_or_else(|| RunError {
                line: number + 1,
                text: line.chars().take(80).collect(),
            })?;
            rows.entry(query).or_default().push((rank, service));
        }
        let mut run = Self::default();
        for (query, mut results) in rows {
            results.sort_by(|(one, _), (other, _)| one.total_cmp(other));
            run.insert(query, results.into_iter().map(|(_, service)| service));
        }
        Ok(run)
    }
}

fn columns(line: &str) -> Option<(&str, &str, f64)> {
    let mut columns = line.split('\t').map(str::trim);
    let (query, service, rank) = (columns.next()?, columns.next()?, columns.next()?);
    Some((query, service, rank.parse().ok().filter(|rank: &f64| !rank.is_nan())?))
}

impl fmt::Display for Run {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (query, results) in &self.0 {
            for (number, service) in results.iter().enumerate() {
                writeln!(formatter, "{query}\t{service}\t{}", number + 1)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranks_order_results_and_gaps_comments_and_further_columns_do_no_harm() {
        let run = Run::read("# a run\nq1\tb\t7\tx\nq1\ta\t2.5\n\nq2\tc\t1\r\n").unwrap();
        assert_eq!(run.results("q1"), ["a", "b"]);
        assert_eq!(run.results("q2"), ["c"]);
        assert!(run.results("q3").is_empty());
    }

    #[test]
    fn a_service_listed_twice_counts_where_it_stands_first() {
        let run = Run::read("q1\ta\t1\nq1\tb\t2\nq1\ta\t3\n").unwrap();
        assert_eq!(run.results("q1"), ["a", "b"]);
    }

    #[test]
    fn a_line_that_is_none_is_named() {
        let error = Run::read("q1\ta\t1\nq1\ta\n").unwrap_err();
        assert_eq!(error, RunError { line: 2, text: "q1\ta".to_owned() });
        assert_eq!(Run::read("q1\ta\tfirst").unwrap_err().line, 1);
        assert_eq!(Run::read("q1\ta\tnan").unwrap_err().line, 1);
    }

    #[test]
    fn a_query_without_results_is_left_out_and_no_more_than_fifty_are_kept() {
        let mut run = Run::default();
        run.insert("q1", Vec::<String>::new());
        run.insert("q2", (0..60).map(|number| format!("s{number}")));
        assert_eq!(run.queries().collect::<Vec<_>>(), ["q2"]);
        assert_eq!(run.results("q2").len(), Run::DEPTH);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            results in proptest::collection::btree_map(
                "q[0-9]{1,3}",
                proptest::collection::vec("[a-f]{1,3}", 0..70),
                0..6,
            ),
        ) {
            let mut run = Run::default();
            for (query, services) in results {
                run.insert(query, services);
            }
            prop_assert_eq!(Run::read(&run.to_string()).unwrap(), run);
        }
    }
}
