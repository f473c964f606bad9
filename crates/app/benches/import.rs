//! How long an import takes, and how much memory, without the reading of files: a made-up source of
//! 100,000 services, 120,000 channels and 150,000 connections into an SQLite file, twice.
//!
//! `cargo bench -p app --bench import [-- SERVICES]`

use std::collections::BTreeSet;
use std::time::Instant;

use app::import::{Completeness, Options, Unread, run};
use app::{App, Database};
use domain::catalogue::{Entity, EntityId, EntityKind};
use domain::import::Mode;
use serde_json::{Value, json};
use sources::{Fingerprint, Item, Record, Sink};

/// So many words of Finnish-like text: about the length of a real description.
fn text(seed: u32, words: u32) -> String {
    let parts =
        ["palve", "kunta", "hyvin", "liiku", "neuvo", "ohja", "tuki", "asu", "perhe", "työ"];
    let ends = ["lu", "lla", "vointi", "nta", "nnan", "uksen", "ja", "minen", "ssa", "t"];
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    let mut next = |length: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % length
    };
    let mut text = String::new();
    for _ in 0..words {
        text.push_str(parts[next(parts.len())]);
        text.push_str(ends[next(ends.len())]);
        text.push(' ');
    }
    text
}

fn id(kind: u32, number: u32) -> EntityId {
    let mixed = number.wrapping_mul(2_654_435_761);
    let guid = format!("{mixed:08x}-{kind:04x}-4000-8000-{number:012x}");
    EntityId::from_guid(&guid).unwrap_or_else(|| unreachable!("it is a GUID"))
}

fn give(kind: EntityKind, document: &Value, sink: &mut dyn Sink) -> Result<(), Unread> {
    let raw = document.to_string() + &" ".repeat(200);
    let fingerprint = Fingerprint::of_raw(&raw);
    let id = match kind {
        EntityKind::Connection => {
            let part = |name: &str| document[name].as_str().and_then(EntityId::from_guid);
            part("service")
                .zip(part("channel"))
                .map(|(one, two)| EntityId::of_connection(&one, &two))
        }
        _ => document["id"].as_str().and_then(EntityId::from_guid),
    };
    if let Some(id) = id
        && sink.has(kind, &id, fingerprint)
    {
        return Ok(sink.take(Item::Unchanged { kind, id })?);
    }
    let Ok(entity) = Entity::from_document(kind, &raw) else { return Err(Unread::Stopped) };
    let record =
        Record { entity, raw, fingerprint, location: "made up".into(), problems: Vec::new() };
    Ok(sink.take(Item::Record(Box::new(record)))?)
}

fn read(services: u32, sink: &mut dyn Sink) -> Result<Completeness, Unread> {
    let organisations = services / 50 + 1;
    for number in 0..organisations {
        let texts = json!({"fi": {"name": text(number, 3)}});
        let document = json!({"id": id(1, number), "kind": "Municipality", "texts": texts});
        give(EntityKind::Organisation, &document, sink)?;
    }
    let channels = services + services / 5;
    for number in 0..channels {
        let texts = json!({
            "fi": {"name": text(number, 3), "description": text(number, 60)},
            "sv": {"name": text(number + 7, 3), "description": text(number + 7, 60)},
        });
        let document = json!({"id": id(2, number), "kind": "ServiceLocation",
            "organisation": id(1, number % organisations), "texts": texts});
        give(EntityKind::Channel, &document, sink)?;
    }
    for number in 0..services {
        let texts = json!({
            "fi": {"name": text(number, 3), "summary": text(number, 15), "description": text(number, 130)},
            "sv": {"name": text(number + 9, 3), "summary": text(number + 9, 15),
                   "description": text(number + 9, 130)},
        });
        let document = json!({"id": id(3, number), "kind": "Service",
            "organisation": id(1, number % organisations), "texts": texts});
        give(EntityKind::Service, &document, sink)?;
    }
    for number in 0..services + services / 2 {
        let document = json!({"service": id(3, number % services), "channel": id(2, number % channels),
            "texts": {"fi": {"description": text(number, 20)}}});
        give(EntityKind::Connection, &document, sink)?;
    }
    let kinds = BTreeSet::from(EntityKind::ALL);
    Ok(Completeness { kinds, ..Completeness::default() })
}

/// A line of the kernel's account of this process, in MB.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let value = status.lines().find_map(|one| one.strip_prefix(line));
    let kilobytes = value.and_then(|value| value.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let asked = std::env::args().find_map(|argument| argument.parse().ok());
    let services: u32 = asked.unwrap_or(100_000);
    let directory = tempfile::tempdir()?;
    let path = directory.path().join("catalogue.sqlite");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let app = App::new(Database::open(&format!("sqlite:{}", path.display())).await?);
        for round in ["first", "second"] {
            let options = Options {
                feed: "ptv:all".into(),
                mode: Mode::Full,
                source: "made up".into(),
                started: None,
                accept_drop: None,
                problems: Vec::new(),
            };
            let begun = Instant::now();
            let report = run(&app, options, move |sink| read(services, sink)).await?;
            println!(
                "{round} import: {:.1} s, {} services, outcome {:?}, generation {:?}, peak {} MB, \
                 now {} MB, file {} MB",
                begun.elapsed().as_secs_f64(),
                report.kinds["services"].read,
                report.outcome,
                report.generation,
                memory("VmHWM"),
                memory("VmRSS"),
                std::fs::metadata(&path)?.len() >> 20,
            );
        }
        let begun = Instant::now();
        app::index::refresh(&app, &directory.path().join("index")).await?;
        println!(
            "search index: {:.1} s, {} documents, peak {} MB, now {} MB",
            begun.elapsed().as_secs_f64(),
            app.index().len(),
            memory("VmHWM"),
            memory("VmRSS"),
        );
        Ok(())
    })
}
