//! What of a v12 record is left out of the catalogue on purpose. It stays in the raw record.

use crate::reading::Object;

/// A field that is left out, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The field's name.
    pub field: &'static str,
    /// Why nobody needs it.
    pub reason: &'static str,
}

/// When the record was moved over.
pub const MIGRATED_AT: LeftOut = LeftOut {
    field: "migratedAt",
    reason: "when PTV moved the record between its own systems; says nothing of the service",
};
/// Who wrote the address.
pub const ADDRESS_SOURCE: LeftOut = LeftOut {
    field: "addressSource",
    reason: "whether Posti's register or a person wrote the street; the address reads the same",
};
/// Whether a term is still in use.
pub const IS_VALID: LeftOut = LeftOut {
    field: "isValid",
    reason: "services point to withdrawn terms too, and their names must still be shown",
};

/// All that is left out.
pub const ALL: [LeftOut; 3] = [MIGRATED_AT, ADDRESS_SOURCE, IS_VALID];

impl LeftOut {
    /// Takes the field from a record.
    pub fn from(self, object: &mut Object) {
        object.leave_out(self.field);
    }
}
