//! What the rules of quality found: kept up with the catalogue ([`keep`]), read ([`findings`], [`scores`]), and counted over
//! the whole catalogue ([`standing`]).

mod findings;
mod keep;
mod scores;
mod standing;

use domain::Language;
use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;

use crate::Error;
use crate::catalogue::{id_of, kind_of};
use crate::database::Row;

pub use findings::{
    Choice, Counted, by_rule, count, list, of_rule, of_subject, open_of_organisation,
};
pub use keep::{
    Checked, State, checked_prints, forget, insert_findings, mark_gone, open_findings, put_checked,
    release, set_state, state, take, touched, update_finding,
};
pub use scores::{
    Point, Scope, Score, history, is_of_county, keep_history, municipalities, now,
    organisation_history,
};
pub use standing::{
    Changes, Faulty, InLanguage, Unchanged, by_county_and_rule, by_language, changes, faulty,
    owners, unchanged, unchanged_of,
};

/// A finding as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// The severity's letter.
    pub severity: String,
    /// The organisation that is responsible.
    pub owner: Option<EntityId>,
    /// The code of the county where that is at home.
    pub county: Option<String>,
    /// The words found, as JSON.
    pub evidence: String,
    /// Since when it is there.
    pub since: Timestamp,
    /// Since when it is gone.
    pub gone: Option<Timestamp>,
}

/// Where a finding stands: what makes it the same one at the next check.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// What was checked: of a connection the service.
    pub subject: EntityId,
    /// The kind of what it is in.
    pub kind: EntityKind,
    /// The id of what it is in.
    pub id: EntityId,
    /// The rule's id.
    pub rule: String,
    /// The language version; none when it is about the whole.
    pub language: Option<Language>,
    /// The field's name in tables.
    pub field: String,
}

/// The columns of [`Finding`].
macro_rules! finding_columns {
    () => {
        "f.subject, f.kind, f.id, f.rule, f.language, f.field, f.severity, f.owner, f.county, f.evidence, \
         f.since, f.gone"
    };
}
pub(crate) use finding_columns;

fn finding(row: &Row) -> Result<Finding, Error> {
    let language = match row.text(4)? {
        "" => None,
        code => Some(Language::from_code(code).ok_or_else(|| Error::corrupt("a language", code))?),
    };
    Ok(Finding {
        place: Place {
            subject: id_of(row.text(0)?)?,
            kind: kind_of(row.text(1)?)?,
            id: id_of(row.text(2)?)?,
            rule: row.text(3)?.to_owned(),
            language,
            field: row.text(5)?.to_owned(),
        },
        severity: row.text(6)?.to_owned(),
        owner: optional_id(row.text(7)?)?,
        county: unless_empty(row.text(8)?),
        evidence: row.text(9)?.to_owned(),
        since: row.instant(10)?,
        gone: row.optional_instant(11)?,
    })
}

fn unless_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn optional_id(text: &str) -> Result<Option<EntityId>, Error> {
    if text.is_empty() { Ok(None) } else { id_of(text).map(Some) }
}
