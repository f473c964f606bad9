//! Services with all that their pages show: one of them or a whole list, in a handful of statements.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::{
    Entity, EntityId, EntityKind, GeneralDescription, OntologyTerm, Organisation, Service,
};
use store::Transaction;
use store::catalogue::{Connected, Stored, connected, documents, many};

use super::summaries::channels_of;
use super::{
    CHANNELS_SHOWN, Found, NAMES_SHOWN, ServiceDetails, ids_of, read, read_document,
    read_organisation, read_service,
};
use crate::Error;

/// What was stored of services, with all that their pages show.
pub(super) async fn details_of(
    transaction: &mut Transaction,
    stored: Vec<Stored>,
) -> Result<Vec<(EntityId, Found<ServiceDetails>)>, Error> {
    let mut found = Vec::with_capacity(stored.len());
    let mut services = Vec::with_capacity(stored.len());
    for one in stored {
        if one.gone.is_some() {
            found.push((one.id, Found::Gone(one.names)));
        } else {
            services.push(read_service(&one)?);
        }
    }
    let around = Around::load(transaction, &services).await?;
    for service in services {
        found.push((service.id.clone(), Found::Offered(around.details(service)?)));
    }
    Ok(found)
}

/// What services point to.
struct Around {
    descriptions: BTreeMap<EntityId, GeneralDescription>,
    /// In order of the services' ids.
    connected: Vec<Connected>,
    organisations: BTreeMap<EntityId, (domain::Localized, Organisation)>,
    terms: BTreeMap<EntityId, OntologyTerm>,
}

impl Around {
    /// Asks for each kind of thing once.
    async fn load(transaction: &mut Transaction, services: &[Service]) -> Result<Self, Error> {
        let kind = EntityKind::GeneralDescription;
        let shared = each(services.iter().filter_map(|one| one.general_description.clone()));
        let mut descriptions = BTreeMap::new();
        for (id, document) in documents(transaction, kind, &shared).await? {
            if let Entity::GeneralDescription(description) = read_document(kind, &id, &document)? {
                descriptions.insert(id, *description);
            }
        }
        let ids: Vec<EntityId> = services.iter().map(|service| service.id.clone()).collect();
        let connected = connected(transaction, &ids, CHANNELS_SHOWN + 1, &[]).await?;
        let named = each(services.iter().flat_map(organisations_of));
        let mut organisations = BTreeMap::new();
        for stored in many(transaction, EntityKind::Organisation, &named).await? {
            if stored.gone.is_none() {
                let organisation = read_organisation(&stored)?;
                organisations.insert(stored.id, (stored.names, organisation));
            }
        }
        let terms_of = |service: &Service| {
            let shared = service.general_description.as_ref();
            terms_of(service, shared.and_then(|id| descriptions.get(id)))
        };
        let labels = each(services.iter().flat_map(terms_of));
        let mut terms = BTreeMap::new();
        for stored in many(transaction, EntityKind::OntologyTerm, &labels).await? {
            if let Entity::OntologyTerm(term) = read(&stored)? {
                terms.insert(stored.id, term);
            }
        }
        Ok(Self { descriptions, connected, organisations, terms })
    }

    fn details(&self, service: Service) -> Result<ServiceDetails, Error> {
        let shared = service.general_description.as_ref();
        let description = shared.and_then(|id| self.descriptions.get(id)).cloned();
        let start = self.connected.partition_point(|one| one.service < service.id);
        let end = self.connected.partition_point(|one| one.service <= service.id);
        let connected = &self.connected[start..end];
        let (shown, more) =
            connected.split_at(connected.partition_point(|one| one.place <= CHANNELS_SHOWN));
        let known = |id: EntityId| Some((self.organisations.get(&id)?.0.clone(), id));
        let organisations = organisations_of(&service).into_iter().filter_map(known);
        let responsible = service.organisation.as_ref().and_then(|id| self.organisations.get(id));
        let terms = terms_of(&service, description.as_ref());
        Ok(ServiceDetails {
            channels: channels_of(shown)?.into_iter().map(|(_, one)| one).collect(),
            has_more_channels: !more.is_empty(),
            organisations: organisations.map(|(names, id)| (id, names)).collect(),
            provider_kind: responsible.map(|(_, organisation)| organisation.kind.clone()),
            terms: terms.iter().filter_map(|id| self.terms.get(id)).cloned().collect(),
            description,
            service,
        })
    }
}

/// Each id once.
fn each(ids: impl Iterator<Item = EntityId>) -> Vec<EntityId> {
    ids.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The organisations that a service names.
fn organisations_of(service: &Service) -> Vec<EntityId> {
    service
        .organisation
        .iter()
        .chain(&service.other_organisations)
        .chain(service.producers.iter().filter_map(|producer| producer.organisation.as_ref()))
        .take(NAMES_SHOWN as usize)
        .cloned()
        .collect()
}

/// The ontology terms of a service, in its order.
fn terms_of(service: &Service, description: Option<&GeneralDescription>) -> Vec<EntityId> {
    let uris = service.classification_with(description).ontology_terms;
    ids_of(uris.iter().take(NAMES_SHOWN as usize).map(String::as_str))
}
