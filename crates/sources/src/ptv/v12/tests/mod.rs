mod bad_inputs;
mod good;
mod hours;
mod mutations;
mod schema;

use domain::import::ProblemCode;
use serde_json::Value;

use super::*;

/// Reads a record that must be taken.
fn taken(kind: EntityKind, value: &Value) -> Record {
    read(kind, &value.to_string(), "here").unwrap()
}

/// The codes of what is wrong with a record: of its warnings, or of why it is refused.
fn codes(kind: EntityKind, raw: &str) -> Vec<ProblemCode> {
    match read(kind, raw, "here") {
        Ok(record) => record.problems.iter().map(|problem| problem.code).collect(),
        Err(problem) => vec![problem.code],
    }
}
