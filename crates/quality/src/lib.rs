//! The rules that a service's description is checked by: what is wrong, where in the text, why it matters and
//! how it is mended.
//!
//! Each rule is one [`Rule`] with a check of its own; [`check`] runs those that the county has switched on. The
//! rules are PTV's own validators, its text check and DVV's guidance; [`Rule::source`] says which.

#![warn(missing_docs)]

mod copied;
mod finnish_text;
mod lengths;
mod patterns;
mod rule;
mod score;
mod structure;
mod style;
mod subject;
mod words;

pub use rule::{Field, Finding, Rule, Settings, Severity, UnknownRule};
pub use score::{FULL_SCORE, score};
pub use subject::Subject;

use rule::Found;

/// Every rule, grouped by subject.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        lengths::RULES,
        structure::RULES,
        patterns::RULES,
        style::RULES,
        copied::RULES,
        finnish_text::RULES,
    ]
    .into_iter()
    .flatten()
}

/// What the rules that are switched on find in a service, in the order of [`rules`].
#[must_use]
pub fn check(subject: &Subject<'_>, settings: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules().filter(|rule| settings.has_on(rule)) {
        (rule.check)(subject, settings, &mut Found { rule, findings: &mut findings });
    }
    findings
}
