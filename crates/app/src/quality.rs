//! Checking descriptions: the whole catalogue, or an organisation's, in batches.

use std::collections::HashMap;

use ::quality::{Subject, check};
use domain::Language;
use domain::catalogue::{EntityId, EntityKind, GeneralDescription, Organisation, Service};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use store::Transaction;
use store::catalogue::{channel_heads, list};

pub use ::quality::{Field, Finding, Rule, Settings, Severity, UnknownRule, rules, score};

use crate::{App, Error};

/// How many services are read and checked at once.
const CHUNK: u32 = 512;

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
    /// The words found, or what is not right.
    pub evidence: Vec<String>,
}

/// What services point to.
#[derive(Default)]
struct Around {
    organisations: HashMap<EntityId, Organisation>,
    descriptions: HashMap<EntityId, GeneralDescription>,
}

impl Around {
    async fn load(reading: &mut Transaction) -> Result<Self, Error> {
        Ok(Self {
            organisations: all(reading, EntityKind::Organisation).await?,
            descriptions: all(reading, EntityKind::GeneralDescription).await?,
        })
    }
}

async fn all<T: serde::de::DeserializeOwned>(
    reading: &mut Transaction,
    kind: EntityKind,
) -> Result<HashMap<EntityId, T>, Error> {
    let (mut found, mut after) = (HashMap::new(), None);
    loop {
        let chunk = list(reading, kind, after.as_ref(), CHUNK).await?;
        let Some(last) = chunk.last() else { return Ok(found) };
        after = Some(last.id.clone());
        for stored in chunk {
            found.insert(stored.id.clone(), crate::index::read(&stored)?);
        }
    }
}

/// Checks the catalogue's services, or an organisation's, and gives the rows of each batch in the order of the
/// services' ids. Everything is of one generation of the catalogue.
///
/// # Errors
/// When the database is not there, when nobody knows the organisation, or when `take` fails.
pub async fn check_catalogue<E: From<Error>>(
    app: &App,
    settings: &Settings,
    organisation: Option<&EntityId>,
    mut take: impl FnMut(Vec<Row>) -> Result<(), E>,
) -> Result<usize, E> {
    let mut reading = app.database().begin().await.map_err(Error::from)?;
    let around = std::sync::Arc::new(Around::load(&mut reading).await?);
    if organisation.is_some_and(|id| !around.organisations.contains_key(id)) {
        return Err(Error::NotFound.into());
    }
    let today = app.now().to_zoned(TimeZone::UTC).date();
    let (mut after, mut checked) = (None, 0);
    loop {
        let chunk = list(&mut reading, EntityKind::Service, after.as_ref(), CHUNK)
            .await
            .map_err(Error::from)?;
        let Some(last) = chunk.last() else { return Ok(checked) };
        after = Some(last.id.clone());
        let mut services = Vec::new();
        for stored in &chunk {
            let service: Service = crate::index::read(stored)?;
            if organisation.is_none() || service.organisation.as_ref() == organisation {
                services.push(service);
            }
        }
        let ids: Vec<EntityId> = services.iter().map(|service| service.id.clone()).collect();
        let mut channels: HashMap<EntityId, usize> = HashMap::new();
        for head in channel_heads(&mut reading, &ids).await.map_err(Error::from)? {
            *channels.entry(head.service).or_default() += 1;
        }
        checked += services.len();
        let work = Batch { services, channels, today };
        let (app, settings, around) = (app.clone(), settings.clone(), around.clone());
        // Words take time: not on a thread that answers requests.
        let rows = tokio::task::spawn_blocking(move || work.check(&app, &settings, &around))
            .await
            .map_err(|error| Error::Internal(format!("checking: {error}")))?;
        take(rows)?;
    }
}

struct Batch {
    services: Vec<Service>,
    channels: HashMap<EntityId, usize>,
    today: Date,
}

impl Batch {
    fn check(&self, app: &App, settings: &Settings, around: &Around) -> Vec<Row> {
        let mut rows = Vec::new();
        for service in &self.services {
            let subject = Subject {
                service,
                description: service
                    .general_description
                    .as_ref()
                    .and_then(|id| around.descriptions.get(id)),
                organisation: service
                    .organisation
                    .as_ref()
                    .and_then(|id| around.organisations.get(id)),
                channels: Some(self.channels.get(&service.id).copied().unwrap_or(0)),
                today: self.today,
                words: app.words().finnish().map(AsRef::as_ref),
            };
            rows.extend(check(&subject, settings).into_iter().map(|finding| Row {
                rule: finding.rule.id,
                severity: finding.rule.severity,
                entity: EntityKind::Service,
                id: service.id.clone(),
                language: finding.language,
                field: finding.field,
                evidence: finding.evidence,
            }));
        }
        rows
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
        let evidence = row.evidence.join(" | ");
        let evidence = match evidence.chars().next() {
            Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{evidence}"),
            _ => evidence,
        };
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
