//! What changed since the last good run: records published since, records archived, and connections
//! that went.

use std::collections::BTreeSet;

use domain::catalogue::{EntityId, EntityKind};
use domain::import::Scope;

use super::follow::Found;
use super::{ask, path_of, search, text};
use crate::fetch::files;
use crate::fetch::pages::INDEX;
use crate::fetch::run::{End, Run};
use crate::fetch::scan;

/// The kinds whose archived records have ids of their own.
const ARCHIVED: [EntityKind; 5] = [
    EntityKind::Service,
    EntityKind::Channel,
    EntityKind::Organisation,
    EntityKind::GeneralDescription,
    EntityKind::Collection,
];

impl Run<'_> {
    /// The lists of what was archived.
    pub(super) async fn archived(&self) -> Result<(), End> {
        for kind in ARCHIVED {
            let list = format!("{}-archived", files(kind));
            self.archived_of(kind, &list).await?;
        }
        Ok(())
    }

    async fn archived_of(&self, kind: EntityKind, list: &str) -> Result<u64, End> {
        let since = self.since().unwrap_or(self.request.started);
        let asked = format!("/api/v12/{}/archived?archivedAtOrAfter={since}", path_of(kind));
        Ok(self.list(&ask(kind, list, asked)).await?.total)
    }

    /// The connections of changed services, and of those that have a changed connection. An archived
    /// connection's id is no connection's: when there is one, all connections are read.
    pub(super) async fn changed_connections(&self, found: &mut Found) -> Result<(), End> {
        let kind = EntityKind::Connection;
        let index = format!("{INDEX}{}", files(kind));
        let mut services = found.services.clone();
        let listed = search(self, kind, &index, "").await?;
        let known = self.known(EntityKind::Service);
        let all = self.request.scope == Scope::All;
        self.look_at(&listed, |item| {
            let service = scan::value(item).and_then(|it| scan::guid(&it, "serviceContentId"));
            services.extend(service.filter(|service| all || known.contains(service)));
        })?;
        if self.archived_of(kind, &format!("{index}-archived")).await? > 0 {
            services.extend(known);
        }
        let services: Vec<String> = services.into_iter().collect();
        let complete = self.connections_of(&services, found).await?;
        self.finish(kind, files(kind), complete && listed.complete, None)?;
        Ok(())
    }

    /// The channels that changed.
    pub(super) async fn changed_channels(&self, found: &mut Found) -> Result<(), End> {
        self.changed(EntityKind::Channel, found).await
    }

    /// The organisations and general descriptions that changed.
    pub(super) async fn changed_others(&self, found: &mut Found) -> Result<(), End> {
        self.changed(EntityKind::Organisation, found).await?;
        self.changed(EntityKind::GeneralDescription, found).await
    }

    /// What changed of a kind in all of Finland, of which the feed's is kept.
    async fn changed(&self, kind: EntityKind, found: &mut Found) -> Result<(), End> {
        if self.request.scope == Scope::All {
            let listed = search(self, kind, files(kind), "").await?;
            self.look_at(&listed, |item| found.record(kind, item))?;
            found.whole.insert(kind, listed.complete);
            return Ok(());
        }
        let index = format!("{INDEX}{}", files(kind));
        let listed = search(self, kind, &index, "").await?;
        let known = self.known(kind);
        let mut kept = Vec::new();
        self.look_at(&listed, |item| {
            let id = super::id_of(item);
            let refers = id.as_ref().is_some_and(|id| found.refers_to(kind, id));
            if refers || id.is_some_and(|id| known.contains(&id)) {
                kept.push(item.to_owned());
            }
        })?;
        for item in &kept {
            found.record(kind, item);
        }
        found.whole.insert(kind, listed.complete);
        if !kept.is_empty() {
            let body = format!("[{}]", kept.join(","));
            self.save_derived(files(kind), &format!("changed {kind}"), body.as_bytes())?;
        }
        Ok(())
    }

    /// The ids of a kind that the feed has.
    pub(super) fn known(&self, kind: EntityKind) -> BTreeSet<String> {
        let known = self.request.known.iter().filter(|(of, _)| *of == kind);
        known.map(|(_, id)| id.as_str().to_owned()).collect()
    }

    /// Of these ids, those that the feed does not have; in a full fetch, all.
    pub(super) fn unknown(&self, kind: EntityKind, mut ids: Vec<String>) -> Vec<String> {
        if self.since().is_some() {
            let known = &self.request.known;
            let is_known =
                |id: &String| EntityId::new(id).is_ok_and(|id| known.contains(&(kind, id)));
            ids.retain(|id| !is_known(id));
        }
        ids
    }

    /// Whether a collection that a search gave is of the fetch.
    pub(super) fn wants_collection(&self, item: &str, found: &Found) -> bool {
        if self.request.scope == Scope::All || self.since().is_none() {
            return true;
        }
        let Some(collection) = scan::value(item) else { return false };
        let id = text(&collection, "contentId").and_then(|id| EntityId::from_guid(&id));
        let owner = scan::guid(&collection, "organizationContentId");
        let known_owner = owner.is_some_and(|owner| {
            found.organisations.contains(&owner)
                || EntityId::new(owner)
                    .is_ok_and(|id| self.request.known.contains(&(EntityKind::Organisation, id)))
        });
        known_owner
            || id.is_some_and(|id| self.request.known.contains(&(EntityKind::Collection, id)))
    }
}

impl Found {
    fn refers_to(&self, kind: EntityKind, id: &str) -> bool {
        match kind {
            EntityKind::Channel => self.channels.contains(id),
            EntityKind::Organisation => self.organisations.contains(id),
            EntityKind::GeneralDescription => self.general_descriptions.contains(id),
            _ => false,
        }
    }
}
