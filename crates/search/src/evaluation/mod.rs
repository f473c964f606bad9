//! How good the search is, measured on judged queries: figures of a run, their means by kind of
//! query with intervals, and the comparison of two runs. Pure: files are read and searches run
//! elsewhere.
//!
//! The figures are defined as in the outside scorer of the judged set (`eval.py` beside it), so that
//! either may check the other.

mod bootstrap;
mod compare;
mod judged;
mod metrics;
mod report;
mod run;

pub use bootstrap::Mean;
pub use compare::{Comparison, Difference, GroupDifferences, compare};
pub use judged::{Grade, JudgedQuery};
pub use metrics::{Figures, Measure, score};
pub use report::{Group, GroupFigures, QueryFigures, Report, report};
pub use run::{Run, RunError};
