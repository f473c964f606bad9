//! Reading findings.

use domain::catalogue::EntityId;

use super::{Finding, finding, finding_columns};
use crate::Error;
use crate::database::{Transaction, Value};

/// Which findings are asked for; what is none is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The code of the county where the organisation is at home.
    pub county: Option<String>,
    /// The organisation that is responsible.
    pub owner: Option<EntityId>,
    /// The rule's id.
    pub rule: Option<String>,
    /// The severity's letter.
    pub severity: Option<String>,
    /// The code of the language version; "" for what is about the whole.
    pub language: Option<String>,
}

impl Choice {
    fn values(&self) -> Vec<Value> {
        vec![
            self.county.clone().into(),
            self.owner.as_ref().map(|id| id.as_str().to_owned()).into(),
            self.rule.clone().into(),
            self.severity.clone().into(),
            self.language.clone().into(),
        ]
    }
}

/// Those that are open and fit a choice: of an organisation by the index of its own, or of all. Gives the SQL of either.
macro_rules! chosen {
    ($choice:expr, [$($before:tt)+], $after:literal) => {
        if $choice.owner.is_some() {
            chosen!(@ [$($before)+], "f.owner = $2", $after)
        } else {
            chosen!(@ [$($before)+], "$2 IS NULL", $after)
        }
    };
    (@ [$($before:tt)+], $owner:literal, $after:literal) => {
        concat!(
            $($before)+,
            " FROM quality_finding f WHERE f.gone IS NULL AND ($1 IS NULL OR f.county = $1) AND ",
            $owner,
            " AND ($3 IS NULL OR f.rule = $3) \
             AND ($4 IS NULL OR f.severity = $4) AND ($5 IS NULL OR f.language = $5) ",
            $after
        )
    };
}

/// How many findings fit a choice.
pub async fn count(transaction: &mut Transaction, choice: &Choice) -> Result<i64, Error> {
    let sql = chosen!(choice, ["SELECT COUNT(*)"], "");
    let row = transaction.row(sql, choice.values()).await?;
    row.map_or(Ok(0), |row| row.integer(0))
}

/// A page of those that fit, errors before warnings, by organisation and description.
pub async fn list(
    transaction: &mut Transaction,
    choice: &Choice,
    offset: u32,
    limit: u32,
) -> Result<Vec<Finding>, Error> {
    let mut values = choice.values();
    values.extend([i64::from(limit).into(), i64::from(offset).into()]);
    let sql = chosen!(
        choice,
        ["SELECT ", finding_columns!()],
        "ORDER BY CASE f.severity WHEN 'E' THEN 0 WHEN 'W' THEN 1 ELSE 2 END, f.rule, f.owner, \
         f.subject, f.id, f.language, f.field LIMIT CAST($6 AS BIGINT) OFFSET CAST($7 AS BIGINT)"
    );
    transaction.rows(sql, values).await?.iter().map(finding).collect()
}

/// A page of one rule's that fit, by organisation and description. What is chosen beside the rule, the county and the
/// language version is not looked at.
pub async fn of_rule(
    transaction: &mut Transaction,
    rule: &str,
    choice: &Choice,
    offset: i64,
    limit: i64,
) -> Result<Vec<Finding>, Error> {
    let sql = concat!(
        "SELECT ",
        finding_columns!(),
        " FROM quality_finding f WHERE f.gone IS NULL AND f.rule = $1 \
         AND ($2 IS NULL OR f.county = $2) AND ($3 IS NULL OR f.language = $3) \
         ORDER BY f.owner, f.subject, f.id, f.language, f.field \
         LIMIT CAST($4 AS BIGINT) OFFSET CAST($5 AS BIGINT)"
    );
    let values = vec![
        rule.into(),
        choice.county.clone().into(),
        choice.language.clone().into(),
        limit.into(),
        offset.into(),
    ];
    transaction.rows(sql, values).await?.iter().map(finding).collect()
}

/// Every open finding of an organisation's descriptions.
pub async fn open_of_organisation(
    transaction: &mut Transaction,
    owner: &EntityId,
) -> Result<Vec<Finding>, Error> {
    let choice = Choice { owner: Some(owner.clone()), ..Choice::default() };
    list(transaction, &choice, 0, u32::MAX).await
}

/// Every open finding of one that was checked, its connections' with it.
pub async fn of_subject(
    transaction: &mut Transaction,
    subject: &EntityId,
) -> Result<Vec<Finding>, Error> {
    let sql = concat!(
        "SELECT ",
        finding_columns!(),
        " FROM quality_finding f WHERE f.subject = $1 AND f.gone IS NULL ",
        "ORDER BY CASE f.severity WHEN 'E' THEN 0 WHEN 'W' THEN 1 ELSE 2 END, f.rule, f.id, f.language, f.field"
    );
    let rows = transaction.rows(sql, vec![subject.as_str().into()]).await?;
    rows.iter().map(finding).collect()
}

/// How often a rule found something, in how many descriptions of how many organisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The rule's id.
    pub rule: String,
    /// The severity's letter.
    pub severity: String,
    /// How many findings.
    pub findings: i64,
    /// In how many descriptions.
    pub descriptions: i64,
    /// Of how many organisations.
    pub organisations: i64,
}

/// The rules that found something that fits a choice, the most severe and most frequent first.
pub async fn by_rule(
    transaction: &mut Transaction,
    choice: &Choice,
) -> Result<Vec<Counted>, Error> {
    let sql = chosen!(
        choice,
        ["SELECT f.rule, f.severity, COUNT(*), COUNT(DISTINCT f.subject), COUNT(DISTINCT f.owner)"],
        "GROUP BY f.rule, f.severity \
         ORDER BY CASE f.severity WHEN 'E' THEN 0 WHEN 'W' THEN 1 ELSE 2 END, 3 DESC, f.rule"
    );
    let rows = transaction.rows(sql, choice.values()).await?;
    rows.iter()
        .map(|row| {
            Ok(Counted {
                rule: row.text(0)?.to_owned(),
                severity: row.text(1)?.to_owned(),
                findings: row.integer(2)?,
                descriptions: row.integer(3)?,
                organisations: row.integer(4)?,
            })
        })
        .collect()
}
