//! The rules that descriptions are checked by: what is wrong, where in the text, why it matters and how it is mended.
//!
//! Each rule is one [`Rule`] with a check of its own; [`check`] runs those that hold on a [`Subject`]: a service, a
//! channel, a connection or an organisation. The rules are PTV's own validators, its text check and DVV's guidance;
//! [`Rule::source`] says which. What they say stands in `texts.tsv`.

#![warn(missing_docs)]

mod channel;
mod copied;
mod field;
mod finding;
mod grammar;
mod hyte;
mod lengths;
mod names;
mod opening;
mod patterns;
mod people;
mod place_names;
mod rule;
mod score;
mod service;
mod settings;
mod size;
mod spelling;
mod sports;
mod style;
mod subject;
mod summary;
mod text;
mod texts;
mod verbs;
mod versions;
mod words;

pub use field::Field;
pub use finding::{Evidence, Finding, Piece, marked};
pub use names::{Bearer, NamesInUse};
pub use rule::{Rule, Severity};
pub use score::{FULL_SCORE, explanation, score};
pub use settings::{Settings, UnknownRule};
pub use subject::{About, AboutChannel, AboutService, Subject};

use finding::Found;
use subject::Case;

/// Every rule, grouped by subject.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        lengths::RULES,
        versions::RULES,
        service::RULES,
        channel::RULES,
        patterns::RULES,
        style::RULES,
        copied::RULES,
        summary::RULES,
        grammar::RULES,
        spelling::RULES,
        verbs::RULES,
        opening::RULES,
        people::RULES,
        place_names::RULES,
        size::RULES,
        hyte::RULES,
        sports::RULES,
    ]
    .into_iter()
    .flatten()
}

/// The rule of an id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

/// What the rules that hold find, in the order of [`rules`].
#[must_use]
pub fn check(subject: &Subject<'_>, settings: &Settings) -> Vec<Finding> {
    let (case, kind) = (Case::new(subject), subject.about.kind());
    let mut findings = Vec::new();
    for rule in rules().filter(|rule| rule.kinds.contains(&kind) && settings.has_on(rule)) {
        (rule.check)(&case, settings, &mut Found { rule, findings: &mut findings });
    }
    findings
}

/// Every text of what is looked at, in the order of languages and fields.
#[must_use]
pub fn texts<'a>(about: &About<'a>) -> Vec<(Field, domain::Language, &'a str)> {
    let texts = text::texts_of(about).into_iter();
    texts.map(|text| (text.field, text.language, text.text)).collect()
}
