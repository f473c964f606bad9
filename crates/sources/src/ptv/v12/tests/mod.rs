mod schema;

use domain::import::ProblemCode;
use serde_json::Value;

use super::*;

/// Reads a record that must be taken.
fn taken(kind: EntityKind, value: &Value) -> Record {
    read(kind, &value.to_string(), "here").unwrap()
}
