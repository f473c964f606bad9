//! PTV Open API v11's records.

use domain::catalogue::EntityKind;
use domain::import::{Problem, ProblemCode, Severity};

use super::Emit;
use crate::record::{Item, Stopped};

/// Reads one record of v11.
///
/// # Errors
/// When the taker wants no more.
pub fn read_record(
    kind: EntityKind,
    raw: &str,
    location: &str,
    emit: &mut Emit,
) -> Result<(), Stopped> {
    let problem = Problem::new(Severity::Refused, ProblemCode::IdMissing);
    emit(Item::Refused(kind, problem.read_from(location).found(raw)))
}
