//! PTV Open API v12: six searches, records by id, and lists of what was archived.

mod changes;
mod follow;
mod questions;

use std::path::Path;

use domain::catalogue::EntityKind;
use domain::import::Scope;
use futures_util::future::BoxFuture;
use serde_json::Value;

use super::address::{self, AddressError};
use super::list::{Ask, Listed, Paging};
use super::run::{End, Place, Run, Setting, host};
use super::scan;
use super::{Client, FetchError, FetchRequest, Fetched, Format, Source};
use crate::progress::Progress;
use follow::Found;

/// PTV Open API v12.
#[derive(Clone)]
pub struct PtvV12 {
    client: Client,
    place: Place,
}

impl PtvV12 {
    /// The host that PTV's production runs at.
    pub const PRODUCTION: &str = "https://api-gw.palvelutietovaranto.suomi.fi";

    /// The API at a host, asked with a key.
    ///
    /// # Errors
    /// When the address or the key cannot be used.
    pub fn new(client: Client, base: &str, key: &str) -> Result<Self, AddressError> {
        Ok(Self { client, place: address::place(base, Some(key))? })
    }
}

impl Source for PtvV12 {
    fn name(&self) -> String {
        host(&self.place.base)
    }

    fn fetch<'a>(
        &'a self,
        request: &'a FetchRequest,
        directory: &'a Path,
        progress: &'a dyn Progress,
    ) -> BoxFuture<'a, Result<Fetched, FetchError>> {
        Box::pin(async move {
            let setting = Setting {
                client: &self.client,
                place: &self.place,
                format: Format::V12,
                request,
                directory,
                progress,
            };
            let run = Run::begin(&setting, &EntityKind::ALL)?;
            let outcome = fetch(&run).await;
            run.end(directory, outcome)
        })
    }
}

/// The name of a kind in addresses.
fn path_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Service => "service",
        EntityKind::Channel => "service-channel",
        EntityKind::Organisation => "organization",
        EntityKind::GeneralDescription => "general-description",
        EntityKind::Collection => "service-collection",
        EntityKind::Connection => "connection",
        EntityKind::OntologyTerm => "ontology-terms",
    }
}

async fn fetch(run: &Run<'_>) -> Result<(), End> {
    run.must_be_somewhere()?;
    let mut found = Found::default();
    let changes = run.since().is_some();
    services(run, &mut found).await?;
    if changes {
        run.archived().await?;
        run.changed_connections(&mut found).await?;
        run.changed_channels(&mut found).await?;
        run.changed_others(&mut found).await?;
    } else if run.request.scope == Scope::All {
        for kind in [EntityKind::Connection, EntityKind::Channel, EntityKind::Organisation] {
            whole(run, kind, &mut found).await?;
        }
        whole(run, EntityKind::GeneralDescription, &mut found).await?;
    } else {
        run.connections_of_services(&mut found).await?;
    }
    run.channels_of_connections(&mut found).await?;
    run.organisations_referred_to(&mut found).await?;
    run.general_descriptions_referred_to(&mut found).await?;
    run.collections(&mut found).await?;
    run.ontology_terms(&mut found).await
}

/// The services of the scope; in an incremental fetch, those that changed.
async fn services(run: &Run<'_>, found: &mut Found) -> Result<(), End> {
    let kind = EntityKind::Service;
    run.progress.start(super::files(kind), None);
    let (mut complete, mut total) = (true, 0);
    for filter in questions::services(&run.request.scope) {
        let listed = search(run, kind, super::files(kind), &filter).await?;
        run.look_at(&listed, |item| found.service(item))?;
        complete &= listed.complete;
        total += listed.total;
    }
    // The areas' lists overlap; what was found is counted once.
    let total = if found.services.is_empty() { total } else { found.services.len() as u64 };
    run.finish(kind, super::files(kind), complete, Some(total))?;
    found.services_complete = complete;
    run.progress.finish(super::files(kind));
    Ok(())
}

/// Everything of a kind.
async fn whole(run: &Run<'_>, kind: EntityKind, found: &mut Found) -> Result<(), End> {
    let files = super::files(kind);
    run.progress.start(files, None);
    let listed = search(run, kind, files, "").await?;
    run.look_at(&listed, |item| found.record(kind, item))?;
    if kind == EntityKind::Connection && listed.complete {
        run.connections_read(found.services.iter().cloned());
    }
    found.whole.insert(kind, listed.complete);
    run.finish(kind, files, listed.complete, Some(listed.total))?;
    run.progress.finish(files);
    Ok(())
}

/// A search by a filter (`&name=value…`), of what changed where the fetch is incremental.
async fn search(run: &Run<'_>, kind: EntityKind, files: &str, filter: &str) -> Result<Listed, End> {
    let changed = run.since().map(|since| format!("&publishedAtOrAfter={since}"));
    let filter = format!("{}{filter}", changed.unwrap_or_default());
    let asked = format!("/api/v12/{}/search", path_of(kind));
    run.list(&ask(kind, files, with_filter(asked, &filter))).await
}

fn with_filter(mut asked: String, filter: &str) -> String {
    if let Some(filter) = filter.strip_prefix('&') {
        asked.push('?');
        asked.push_str(filter);
    }
    asked
}

fn ask(kind: EntityKind, files: &str, asked: String) -> Ask<'_> {
    Ask { kind, files, asked, paging: Paging::V12, is_part: false }
}

impl Run<'_> {
    /// Since when changes are wanted; none when all is.
    fn since(&self) -> Option<jiff::Timestamp> {
        self.request.changed_since()
    }
}

/// A field of a record as text.
fn text(record: &Value, field: &str) -> Option<String> {
    Some(record.get(field)?.as_str()?.to_owned())
}

fn id_of(item: &str) -> Option<String> {
    scan::guid(&scan::value(item)?, "contentId")
}
