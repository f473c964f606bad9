//! Tasks after an import: closed by themselves where it shows the fault gone, opened again where it is back.

use std::fmt::Write as _;

use domain::catalogue::EntityId;
use domain::catalogue::EntityKind;
use domain::task::{Task, TaskAbout, Watch};
use sha2::{Digest, Sha256};
use store::Transaction;
use store::catalogue::{connected, documents};
use store::task as rows;

use super::{Now, come};
use crate::hex;

/// How many channels of a service are looked at.
const CHANNELS: u32 = 500;

/// Lets the tasks follow what the last check found and what is described now.
pub(crate) async fn settle(on: &mut Transaction, now: &Now) -> Result<usize, store::Error> {
    let mut moved = 0;
    for (task, is_there) in rows::moved_findings(on).await? {
        moved += usize::from(follow(on, now, task, is_there).await?);
    }
    for task in rows::watched(on).await? {
        let TaskAbout::Report { watched: Some((watch, before)), .. } = &task.about else {
            continue;
        };
        let Some((_, service)) = &task.subject else { continue };
        let is_there = print(on, service, *watch).await? == *before;
        moved += usize::from(follow(on, now, task, is_there).await?);
    }
    Ok(moved)
}

async fn follow(
    on: &mut Transaction,
    now: &Now,
    task: Task,
    is_there: bool,
) -> Result<bool, store::Error> {
    let Some(state) = task.state.after_import(is_there) else { return Ok(false) };
    come(on, now, task, state, None, "").await?;
    Ok(true)
}

/// A print of what is watched of a service, its connections and its channels with it; of nothing where it is gone.
pub(super) async fn print(
    on: &mut Transaction,
    service: &EntityId,
    watch: Watch,
) -> Result<String, store::Error> {
    let ids = std::slice::from_ref(service);
    let mut read: Vec<String> = Vec::new();
    for (_, document) in documents(on, EntityKind::Service, ids).await? {
        read.push(document);
    }
    for one in connected(on, ids, CHANNELS, &[]).await? {
        read.extend([one.connection, one.channel]);
    }
    let mut seen = String::new();
    for document in &read {
        let value: serde_json::Value = serde_json::from_str(document).unwrap_or_default();
        match watch {
            Watch::Anything => {
                // Writing to a String cannot fail.
                let _ = writeln!(seen, "{value}");
            }
            Watch::Phones => gather(&value, "phones", &mut seen),
            Watch::Hours => gather(&value, "hours", &mut seen),
            Watch::Addresses => gather(&value, "addresses", &mut seen),
            Watch::Texts => gather(&value, "texts", &mut seen),
        }
    }
    Ok(hex::written(&Sha256::digest(seen.as_bytes())[..16]))
}

/// Everything that stands under a name, however deep.
fn gather(value: &serde_json::Value, name: &str, seen: &mut String) {
    match value {
        serde_json::Value::Object(fields) => {
            for (key, inner) in fields {
                if key == name {
                    let _ = writeln!(seen, "{inner}");
                } else {
                    gather(inner, name, seen);
                }
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| gather(item, name, seen)),
        _ => {}
    }
}
