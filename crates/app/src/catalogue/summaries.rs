//! What lists show of services, loaded: as it is kept, or else read.

use std::collections::{BTreeMap, BTreeSet};

use domain::Localized;
use domain::catalogue::{Entity, EntityId, EntityKind, GeneralDescription, Service};
use search::{Hit, Index};
use store::Transaction;
use store::catalogue::{Connected, connected, documents, heads};

use super::kept::Packed;
use super::{ChannelSummary, ConnectedChannel, Kept, ServiceSummary, read_document as read};
use crate::{App, Error};

/// The first few channels of a service are looked at for a line in a list.
pub(super) const CHANNELS_LISTED: u32 = 4;

/// What the index tells of services that were found, for what a list shows of them.
#[derive(Default)]
pub(super) struct Told<'a> {
    /// Those that are offered in the whole country.
    nationwide: BTreeSet<&'a str>,
    /// Which of a service's connections its nearest place is, by id, where it is known from where.
    nearest: BTreeMap<&'a str, u32>,
}

impl<'a> Told<'a> {
    pub(super) fn of(hits: &[&'a Hit], index: &Index, from: Option<(u32, u32)>) -> Self {
        let nationwide = hits.iter().filter(|hit| hit.is_nationwide).map(|hit| hit.id.as_str());
        let nearest = hits.iter().filter_map(|hit| {
            let id = hit.id.as_str();
            Some((id, index.nearest_channel(id, from?)?))
        });
        Self { nationwide: nationwide.collect(), nearest: nearest.collect() }
    }

    /// Which of a service's connections its nearest place is.
    fn nearest(&self, id: &EntityId) -> Option<u32> {
        self.nearest.get(id.as_str()).copied()
    }

    /// The same, where it is not among the first few.
    fn further(&self, id: &EntityId) -> Option<u32> {
        self.nearest(id).filter(|place| *place > CHANNELS_LISTED)
    }

    /// A summary with what the index tells of it.
    fn add_to(&self, summary: ServiceSummary) -> ServiceSummary {
        let is_nationwide = self.nationwide.contains(summary.id.as_str());
        let nearest = self.nearest(&summary.id);
        ServiceSummary { is_nationwide, ..summary }.with_first(nearest)
    }
}

/// What lists show of these services: as it is kept, or else read and kept. A page of services that were
/// shown before asks nothing of the database. One that has gone is left out.
pub(super) async fn summaries(
    app: &App,
    kept: &Kept,
    ids: &[EntityId],
    told: &Told<'_>,
) -> Result<Vec<ServiceSummary>, Error> {
    // Unpacked they take ten times the memory: many may wait for the database at once.
    let mut packed = Vec::with_capacity(ids.len());
    let mut missing = Vec::new();
    for id in ids {
        match kept.get(id, told.further(id)) {
            Some(one) => packed.push((id, one)),
            None => missing.push(id.clone()),
        }
    }
    let mut found = Vec::with_capacity(ids.len());
    if !missing.is_empty() {
        let mut transaction = app.database().begin().await?;
        for summary in read_summaries(&mut transaction, &missing, told).await? {
            kept.keep(summary.id.clone(), told.further(&summary.id), Packed::new(&summary)?);
            found.push(told.add_to(summary));
        }
    }
    for (id, one) in packed {
        found.push(told.add_to(one.unpacked(id)?));
    }
    Ok(found)
}

/// Each kind of entity is asked for once, not once for each service.
async fn read_summaries(
    transaction: &mut Transaction,
    ids: &[EntityId],
    told: &Told<'_>,
) -> Result<Vec<ServiceSummary>, Error> {
    let services = services_of(documents(transaction, EntityKind::Service, ids).await?)?;
    let of_all = |pick: fn(&Service) -> Option<&EntityId>| -> Vec<EntityId> {
        services.iter().filter_map(pick).cloned().collect::<BTreeSet<_>>().into_iter().collect()
    };
    let owners = of_all(|service| service.organisation.as_ref());
    let owners = heads(transaction, EntityKind::Organisation, &owners).await?;
    let shared = of_all(|service| service.general_description.as_ref());
    let kind = EntityKind::GeneralDescription;
    let mut descriptions = BTreeMap::new();
    for (id, document) in documents(transaction, kind, &shared).await? {
        if let Entity::GeneralDescription(description) = read(kind, &id, &document)? {
            descriptions.insert(id, *description);
        }
    }
    let around = Around {
        organisations: owners.into_iter().map(|head| (head.id, head.names)).collect(),
        descriptions,
    };
    let further = ids.iter().filter_map(|id| Some((id.clone(), told.further(id)?)));
    let further: Vec<(EntityId, u32)> = further.collect();
    let connected = connected(transaction, ids, CHANNELS_LISTED, &further).await?;
    around.summaries(services, &connected)
}

/// Services from their documents.
pub(super) fn services_of(documents: Vec<(EntityId, String)>) -> Result<Vec<Service>, Error> {
    let mut services = Vec::with_capacity(documents.len());
    for (id, document) in documents {
        if let Entity::Service(service) = read(EntityKind::Service, &id, &document)? {
            services.push(*service);
        }
    }
    Ok(services)
}

/// What lists show of services beside their own.
#[derive(Default)]
pub(super) struct Around {
    /// Names of the responsible organisations.
    pub(super) organisations: BTreeMap<EntityId, Localized>,
    /// General descriptions.
    pub(super) descriptions: BTreeMap<EntityId, GeneralDescription>,
}

impl Around {
    /// What lists show of services, whose channels are given in order of the services' ids.
    pub(super) fn summaries(
        &self,
        services: Vec<Service>,
        connected: &[Connected],
    ) -> Result<Vec<ServiceSummary>, Error> {
        let mut summaries = Vec::with_capacity(services.len());
        for service in services {
            let start = connected.partition_point(|one| one.service < service.id);
            let end = connected.partition_point(|one| one.service <= service.id);
            let owner = service.organisation.as_ref();
            let names = owner.and_then(|id| self.organisations.get(id)).cloned();
            let shared = service.general_description.as_ref();
            let description = shared.and_then(|id| self.descriptions.get(id));
            let channels = channels_of(&connected[start..end])?.into_iter();
            summaries.push(ServiceSummary {
                channels: channels.map(|(place, one)| ChannelSummary::new(place, one)).collect(),
                ..ServiceSummary::new(service, description, names.unwrap_or_default())
            });
        }
        Ok(summaries)
    }
}

/// A service's channels in the source's order, each with its place among the connections.
pub(super) fn channels_of(connected: &[Connected]) -> Result<Vec<(u32, ConnectedChannel)>, Error> {
    let mut channels = Vec::with_capacity(connected.len());
    for one in connected {
        let connection = read(EntityKind::Connection, &one.service, &one.connection)?;
        let channel = read(EntityKind::Channel, &one.service, &one.channel)?;
        if let (Entity::Connection(connection), Entity::Channel(channel)) = (connection, channel) {
            let both = ConnectedChannel { connection: *connection, channel: *channel };
            channels.push((one.place, both));
        }
    }
    channels.sort_by_key(|(_, one)| one.connection.position);
    Ok(channels)
}
