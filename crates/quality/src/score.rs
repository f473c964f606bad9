//! The score of a description: a number that its writer can predict.

use std::collections::BTreeSet;

use domain::Language;

use crate::{Finding, Severity};

/// The score of a description in which nothing was found.
pub const FULL_SCORE: u32 = 100;

/// The score of one language version, 0–100.
///
/// It begins at 100. Each rule that found an error takes 10, each rule that found something to look at takes 3, however
/// many places it found; what only a person can tell takes nothing. What is about the service as a whole (classes,
/// channels) counts in every language version. It does not go below 0.
#[must_use]
pub fn score(findings: &[Finding], language: Language) -> u32 {
    let broken: BTreeSet<(&str, Severity)> = findings
        .iter()
        .filter(|finding| finding.language.is_none_or(|of| of == language))
        .map(|finding| (finding.rule.id, finding.rule.severity))
        .collect();
    let taken: u32 = broken
        .iter()
        .map(|(_, severity)| match severity {
            Severity::Error => 10,
            Severity::Warning => 3,
            Severity::Human => 0,
        })
        .sum();
    FULL_SCORE.saturating_sub(taken)
}
