//! PTV Open API v11: lists of an area, ids of all else, and records by many ids at once.
//!
//! A 500 is no sign that PTV is down: one record that it stumbles over spoils the whole batch, so a
//! batch that fails is halved until the record is alone. Never an `Authorization` header: a bad one
//! is a 500 too.

mod batches;
mod follow;

use std::collections::BTreeSet;
use std::path::Path;

use domain::catalogue::EntityKind;
use domain::import::Scope;
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};

use super::address::{self, AddressError};
use super::areas::Areas;
use super::list::{Ask, Listed, Paging};
use super::pages::INDEX;
use super::run::{End, Place, Run, Setting, host};
use super::{Client, FetchError, FetchRequest, Fetched, Format, Source, files, scan};
use crate::progress::Progress;
use follow::Found;

/// The kinds that v11 has; connections come inside services, terms inside records.
const KINDS: [EntityKind; 5] = [
    EntityKind::Service,
    EntityKind::Channel,
    EntityKind::Organisation,
    EntityKind::GeneralDescription,
    EntityKind::Collection,
];

/// PTV Open API v11.
#[derive(Clone)]
pub struct PtvV11 {
    client: Client,
    place: Place,
}

impl PtvV11 {
    /// The host that PTV's production runs at.
    pub const PRODUCTION: &str = "https://api.palvelutietovaranto.suomi.fi";

    /// The API at a host.
    ///
    /// # Errors
    /// When the address cannot be used.
    pub fn new(client: Client, base: &str) -> Result<Self, AddressError> {
        Ok(Self { client, place: address::place(base, None)? })
    }
}

impl Source for PtvV11 {
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
                format: Format::V11,
                request,
                directory,
                progress,
            };
            let mut kinds = KINDS.to_vec();
            kinds.push(EntityKind::Connection);
            let run = Run::begin(&setting, &kinds)?;
            let outcome = fetch(&run).await;
            run.end(directory, outcome)
        })
    }
}

/// The name of a kind in addresses.
fn path_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Channel => "ServiceChannel",
        EntityKind::Organisation => "Organization",
        EntityKind::GeneralDescription => "GeneralDescription",
        EntityKind::Collection => "ServiceCollection",
        _ => "Service",
    }
}

async fn fetch(run: &Run<'_>) -> Result<(), End> {
    run.must_be_somewhere()?;
    let mut found = Found::default();
    match (&run.request.scope, changed_since(run)) {
        (Scope::All, None) => {
            for kind in KINDS {
                run.named(kind, "", &mut found, |_| true).await?;
            }
            run.services_named(&mut found).await?;
        }
        (_, None) => run.services_listed(&mut found).await?,
        (_, Some(since)) => {
            changes(run, since, &mut found).await?;
            run.services_named(&mut found).await?;
        }
    }
    run.follow(&mut found).await
}

/// `date`'s form: UTC without a zone. It means later than, so a second is taken off.
fn changed_since(run: &Run<'_>) -> Option<String> {
    let since = run.request.changed_since()?;
    let since = since.checked_sub(SignedDuration::from_secs(1)).unwrap_or(Timestamp::MIN);
    Some(since.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}

/// Which records changed or went.
async fn changes(run: &Run<'_>, since: String, found: &mut Found) -> Result<(), End> {
    let filter = format!("?date={since}");
    let all = run.request.scope == Scope::All;
    for kind in KINDS {
        let known: BTreeSet<&str> = run
            .request
            .known
            .iter()
            .filter(|(of, _)| *of == kind)
            .map(|(_, id)| id.as_str())
            .collect();
        run.named(kind, &filter, found, |id| all || known.contains(id)).await?;
    }
    if let Scope::Organisation(_) = run.request.scope {
        run.services_listed(found).await?;
    }
    for (position, (area, code)) in areas(&run.request.scope).into_iter().enumerate() {
        let whole = position == 0;
        let asked = format!(
            "/api/v11/Service/area/{area}/code/{code}?includeWholeCountry={whole}&date={since}"
        );
        run.named_in(EntityKind::Service, asked, found, |_| true).await?;
    }
    for kind in [EntityKind::Service, EntityKind::Channel, EntityKind::Organisation] {
        let list = format!("{}-archived", files(kind));
        for status in ["Archived", "Withdrawn"] {
            let asked = format!("/api/v11/{}{filter}&status={status}", path_of(kind));
            run.list(&ask(kind, &list, asked)).await?;
        }
    }
    Ok(())
}

/// The areas of a scope under v11's names, the widest first.
fn areas(scope: &Scope) -> Vec<(&'static str, String)> {
    let areas = Areas::of(scope).unwrap_or_default();
    let municipalities = areas.municipalities.into_iter().map(|code| ("Municipality", code));
    // A municipality's list has what its region and its county offer.
    match scope {
        Scope::County(_) => {
            let counties =
                areas.counties.into_iter().map(|code| ("WellbeingServiceCounties", code));
            counties.chain(municipalities).collect()
        }
        _ => municipalities.collect(),
    }
}

fn ask(kind: EntityKind, list: &str, asked: String) -> Ask<'_> {
    Ask { kind, files: list, asked, paging: Paging::V11, is_part: false }
}

impl Run<'_> {
    /// The ids of all of a kind that a filter lets through, from a list of ids and names. What has
    /// no name in any language is published in none.
    async fn named(
        &self,
        kind: EntityKind,
        filter: &str,
        found: &mut Found,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<(), End> {
        self.named_in(kind, format!("/api/v11/{}{filter}", path_of(kind)), found, wanted).await
    }

    async fn named_in(
        &self,
        kind: EntityKind,
        asked: String,
        found: &mut Found,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<(), End> {
        let index = format!("{INDEX}{}", files(kind));
        let listed: Listed = self.list(&ask(kind, &index, asked)).await?;
        let ids = found.named.entry(kind).or_default();
        self.look_at(&listed, |item| {
            let Some(item) = scan::value(item) else { return };
            if item.get("name").is_some_and(|name| !name.is_null()) {
                ids.extend(scan::guid(&item, "id").filter(|id| wanted(id)));
            }
        })?;
        if !listed.complete {
            found.incomplete.insert(kind);
        }
        Ok(())
    }

    /// The services of the scope, in full from their lists.
    async fn services_listed(&self, found: &mut Found) -> Result<(), End> {
        let kind = EntityKind::Service;
        let with = "serviceWithGD=true&showHeader=true";
        let mut asked: Vec<String> = Vec::new();
        if let Scope::Organisation(id) = &self.request.scope {
            asked.push(format!("/api/v11/Service/list/organization?organizationId={id}&{with}"));
        }
        for (position, (area, code)) in areas(&self.request.scope).into_iter().enumerate() {
            let whole = position == 0;
            let place = format!("/api/v11/Service/list/area/{area}/code/{code}");
            asked.push(format!("{place}?includeWholeCountry={whole}&{with}"));
        }
        self.progress.start(files(kind), None);
        for asked in asked {
            let listed = self.list(&ask(kind, files(kind), asked)).await?;
            self.look_at(&listed, |item| found.service(item))?;
            if !listed.complete {
                found.incomplete.insert(kind);
            }
        }
        self.progress.finish(files(kind));
        Ok(())
    }

    /// The services whose ids were found.
    async fn services_named(&self, found: &mut Found) -> Result<(), End> {
        let kind = EntityKind::Service;
        let mut ids = found.named.remove(&kind).unwrap_or_default();
        ids.retain(|id| !found.services.contains(id));
        self.by_ids(kind, &ids, found).await
    }
}
