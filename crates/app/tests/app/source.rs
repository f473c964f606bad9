//! A source that gives what a test wrote down.

use std::collections::{BTreeSet, HashSet};

use app::import::{Completeness, Options, Unread, run};
use app::{App, Error};
use domain::catalogue::{Entity, EntityId, EntityKind};
use domain::import::{Counts, Mode, Problem, ProblemCode, Report};
use jiff::Timestamp;
use serde_json::{Value, json};
use sources::{Fingerprint, Item, Record, Sink};
use store::Database;
use store::catalogue::{Change, Stored, Version};

pub const COUNTY: &str = "ptv:county:02";

/// A GUID by a letter and a number, e.g. `a0000007-…`.
pub fn id(letter: char, number: u32) -> EntityId {
    EntityId::from_guid(&format!("{letter}{number:07}-0000-4000-8000-000000000000")).unwrap()
}

pub fn organisation_id(number: u32) -> EntityId {
    id('a', number)
}

pub fn channel_id(number: u32) -> EntityId {
    id('c', number)
}

pub fn service_id(number: u32) -> EntityId {
    id('e', number)
}

pub fn connection_id(service: u32, channel: u32) -> EntityId {
    EntityId::of_connection(&service_id(service), &channel_id(channel))
}

/// A record whose raw text is its document with a mark of its own.
pub fn record(kind: EntityKind, document: &Value) -> Record {
    marked(kind, document, "")
}

/// A record whose raw text differs by a mark and whose document does not.
pub fn marked(kind: EntityKind, document: &Value, mark: &str) -> Record {
    let entity = Entity::from_document(kind, &document.to_string()).unwrap();
    let raw = format!("{{\"raw\":{document},\"mark\":\"{mark}\"}}");
    let fingerprint = Fingerprint::of_raw(&raw);
    Record { entity, raw, fingerprint, location: "test.json".to_owned(), problems: vec![] }
}

pub fn organisation(number: u32, parent: Option<u32>) -> Record {
    let mut document = json!({
        "id": organisation_id(number), "kind": "Municipality",
        "texts": {"fi": {"name": format!("Kunta {number}")}},
    });
    if let Some(parent) = parent {
        document["parent"] = json!(organisation_id(parent));
    }
    record(EntityKind::Organisation, &document)
}

pub fn channel(number: u32) -> Record {
    record(EntityKind::Channel, &channel_document(number))
}

pub fn channel_document(number: u32) -> Value {
    json!({
        "id": channel_id(number), "kind": "ServiceLocation", "organisation": organisation_id(1),
        "texts": {"fi": {"name": format!("Paikka {number}")}},
    })
}

pub fn service(number: u32, name: &str) -> Record {
    record(EntityKind::Service, &service_document(number, name))
}

pub fn service_document(number: u32, name: &str) -> Value {
    json!({
        "id": service_id(number), "kind": "Service", "organisation": organisation_id(1),
        "texts": {"fi": {"name": name}},
    })
}

pub fn connection(service: u32, channel: u32, description: &str) -> Record {
    record(
        EntityKind::Connection,
        &json!({
            "service": service_id(service), "channel": channel_id(channel),
            "texts": {"fi": {"description": description}},
        }),
    )
}

/// An organisation, so many services and channels, and a connection of each.
pub fn town(size: u32) -> Vec<Record> {
    let mut records = vec![organisation(1, None)];
    records.extend((1..=size).map(channel));
    records.extend((1..=size).map(|number| service(number, &format!("Palvelu {number}"))));
    records.extend((1..=size).map(|number| connection(number, number, "Ovi A")));
    records
}

/// What a source gives: records as a reader would, passing over those that the importer has.
#[derive(Clone)]
pub struct Source {
    pub items: Vec<Item>,
    pub completeness: Completeness,
}

impl Source {
    /// All of everything.
    pub fn whole(records: impl IntoIterator<Item = Record>) -> Self {
        let completeness = Completeness {
            kinds: BTreeSet::from(EntityKind::ALL),
            connections_read: HashSet::new(),
        };
        Self { items: items(records), completeness }
    }

    /// Some of it.
    pub fn part(records: impl IntoIterator<Item = Record>) -> Self {
        Self { items: items(records), completeness: Completeness::default() }
    }

    pub fn with(mut self, item: Item) -> Self {
        self.items.push(item);
        self
    }

    pub fn read(self, sink: &mut dyn Sink) -> Result<Completeness, Unread> {
        for item in self.items {
            give(item, sink)?;
        }
        Ok(self.completeness)
    }
}

fn items(records: impl IntoIterator<Item = Record>) -> Vec<Item> {
    records.into_iter().map(|record| Item::Record(Box::new(record))).collect()
}

/// Gives one item, as unchanged when the importer has its raw text.
pub fn give(item: Item, sink: &mut dyn Sink) -> Result<(), Unread> {
    let item = match item {
        Item::Record(record)
            if sink.has(record.entity.kind(), &record.entity.id(), record.fingerprint) =>
        {
            Item::Unchanged { kind: record.entity.kind(), id: record.entity.id() }
        }
        other => other,
    };
    Ok(sink.take(item)?)
}

pub fn options(mode: Mode) -> Options {
    Options {
        feed: COUNTY.to_owned(),
        mode,
        source: "test".to_owned(),
        started: None,
        accept_drop: None,
        problems: vec![],
    }
}

pub fn minute(number: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + number * 60).unwrap()
}

/// An app with an empty database of each kind.
pub async fn apps() -> Vec<App> {
    let databases = store::testing::databases().await.unwrap();
    databases.into_iter().map(|database: Database| App::fixed(database, minute(0))).collect()
}

pub async fn import(app: &App, source: Source) -> Report {
    import_as(app, options(Mode::Full), source).await.unwrap()
}

pub async fn import_as(app: &App, options: Options, source: Source) -> Result<Report, Error> {
    run(app, options, move |sink| source.read(sink)).await
}

pub fn counts(report: &Report, kind: EntityKind) -> Counts {
    report.kinds[kind.plural()]
}

/// `[read, new, changed, unchanged, gone, refused]`
pub fn tally(report: &Report, kind: EntityKind) -> [u64; 6] {
    let counts = counts(report, kind);
    [counts.read, counts.new, counts.changed, counts.unchanged, counts.gone, counts.refused]
}

pub fn problems(report: &Report, code: ProblemCode) -> Vec<&Problem> {
    report.problems.iter().filter(|problem| problem.code == code).collect()
}

pub async fn stored(app: &App, kind: EntityKind, id: &EntityId) -> Option<Stored> {
    let mut reading = app.database().begin().await.unwrap();
    store::catalogue::get(&mut reading, kind, id).await.unwrap()
}

pub async fn history(app: &App, kind: EntityKind, id: &EntityId) -> Vec<Version> {
    let mut reading = app.database().begin().await.unwrap();
    store::catalogue::history(&mut reading, kind, id).await.unwrap()
}

pub async fn changes(app: &App, kind: EntityKind, id: &EntityId) -> Vec<Change> {
    history(app, kind, id).await.into_iter().map(|version| version.change).collect()
}

pub async fn generation(app: &App) -> i64 {
    let mut reading = app.database().begin().await.unwrap();
    store::catalogue::generation(&mut reading).await.unwrap()
}

pub async fn contents(app: &App) -> Vec<String> {
    store::testing::contents(app.database()).await.unwrap()
}
