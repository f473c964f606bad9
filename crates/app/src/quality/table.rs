//! Findings as rows of a table.

use domain::Language;
use domain::catalogue::{EntityId, EntityKind};
use quality::{Evidence, Field, Finding, Severity};
use serde::Serialize;

use crate::Error;
use crate::sheet::harmless;

/// A finding as a row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The rule's id.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The kind of entity.
    pub entity: EntityKind,
    /// The entity's id.
    pub id: EntityId,
    /// The language version; none when it is about the whole.
    pub language: Option<Language>,
    /// The field.
    pub field: Field,
    /// The words found and where they stand, or what is not right.
    pub evidence: Vec<Evidence>,
}

impl Row {
    pub(super) fn new(entity: EntityKind, id: &EntityId, finding: Finding) -> Self {
        Self {
            rule: finding.rule.id,
            severity: finding.rule.severity,
            entity,
            id: id.clone(),
            language: finding.language,
            field: finding.field,
            evidence: finding.evidence,
        }
    }
}

/// Rows as CSV, with the line of names before them where that is asked for. What a spreadsheet would take for a formula
/// gets an apostrophe before it.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn csv(rows: &[Row], with_names: bool) -> Result<String, Error> {
    let fault = |error: &dyn std::fmt::Display| Error::Internal(format!("a CSV table: {error}"));
    let mut table = csv::Writer::from_writer(Vec::new());
    if with_names {
        table
            .write_record(["rule", "severity", "entity", "id", "language", "field", "evidence"])
            .map_err(|error| fault(&error))?;
    }
    for row in rows {
        let words: Vec<&str> = row.evidence.iter().map(|it| it.words.as_str()).collect();
        let evidence = harmless(&words.join(" | "));
        let language = row.language.map_or("", Language::code);
        table
            .write_record([
                row.rule,
                row.severity.code(),
                row.entity.name(),
                row.id.as_str(),
                language,
                row.field.code(),
                &evidence,
            ])
            .map_err(|error| fault(&error))?;
    }
    let bytes = table.into_inner().map_err(|error| fault(&error))?;
    String::from_utf8(bytes).map_err(|error| fault(&error))
}
