//! What lists show of services, kept beside the index that finds them: read once for as long as that index
//! is the one that readers have, and gone with it. Bounded in bytes. It holds what is in the catalogue and
//! nothing of who asked; what depends on the time is worked out of it for each page.
//!
//! It is kept packed: the maps by language that a service is read into take ten times the memory of its
//! packed text, and to unpack it costs little beside reading it from the database.

use std::sync::Arc;

use domain::Localized;
use domain::catalogue::{
    Channel, ChannelTexts, Connection, ConnectionTexts, Contact, EntityId, GeneralDescription,
    GeneralDescriptionTexts, Service, ServiceTexts,
};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::{ConnectedChannel, ServiceSummary};
use crate::Error;

/// The most that is kept of services, in bytes.
const MOST_OF_SERVICES: u64 = 32 * 1024 * 1024;
/// What a service usually takes, in bytes.
const USUAL_SERVICE: u64 = 2 * 1024;
/// The most that is kept of general descriptions, in bytes. Many services share one, so they are not packed.
const MOST_OF_DESCRIPTIONS: u64 = 4 * 1024 * 1024;
/// What a general description usually takes, in bytes: mostly room for texts in further languages.
const USUAL_DESCRIPTION: u64 = 8 * 1024;
/// What an entry takes beside its value, about, in bytes.
const ENTRY: u64 = 160;

/// What is kept of services and of the general descriptions that they stand on.
#[derive(Debug)]
pub(crate) struct Kept {
    /// By id and by which of its places is told first.
    services: Cache<(EntityId, Option<u32>), Packed, ByBytes>,
    /// By id; none of one that the catalogue does not have.
    descriptions: Cache<EntityId, Shared, ByBytes>,
}

/// A summary but for its general description, as JSON that is compressed.
#[derive(Debug, Clone)]
struct Packed {
    json: Arc<[u8]>,
    is_nationwide: bool,
}

/// A general description that services share; none where the catalogue does not have it.
#[derive(Debug, Clone)]
pub(super) struct Shared(pub(super) Option<Arc<GeneralDescription>>);

/// What a packed summary is made of.
type Parts<S, N, C> = (S, N, Vec<C>);

/// Values weigh what they hold, about.
#[derive(Debug, Clone)]
struct ByBytes;

impl Weighter<(EntityId, Option<u32>), Packed> for ByBytes {
    fn weight(&self, _: &(EntityId, Option<u32>), packed: &Packed) -> u64 {
        ENTRY + u64::try_from(packed.json.len()).unwrap_or(u64::MAX - ENTRY)
    }
}

impl Weighter<EntityId, Shared> for ByBytes {
    fn weight(&self, _: &EntityId, description: &Shared) -> u64 {
        ENTRY + description.0.as_ref().map_or(0, |_| USUAL_DESCRIPTION)
    }
}

impl Default for Kept {
    fn default() -> Self {
        let about = |most, usual| usize::try_from(most / usual).unwrap_or_default();
        let services = about(MOST_OF_SERVICES, USUAL_SERVICE);
        let descriptions = about(MOST_OF_DESCRIPTIONS, USUAL_DESCRIPTION);
        Self {
            services: Cache::with_weighter(services, MOST_OF_SERVICES, ByBytes),
            descriptions: Cache::with_weighter(descriptions, MOST_OF_DESCRIPTIONS, ByBytes),
        }
    }
}

impl Kept {
    /// What is kept of a service; none where it or its general description must be read.
    pub(super) fn summary(
        &self,
        id: &EntityId,
        nearest: Option<u32>,
    ) -> Result<Option<ServiceSummary>, Error> {
        let Some(packed) = self.services.get(&(id.clone(), nearest)) else { return Ok(None) };
        let json = lz4_flex::decompress_size_prepended(&packed.json)
            .map_err(|error| unusable(id, &error))?;
        let (service, organisation, channels): Parts<Service, Localized, (Connection, Channel)> =
            serde_json::from_slice(&json).map_err(|error| unusable(id, &error))?;
        let description = match service.general_description.as_ref() {
            Some(shared) => match self.descriptions.get(shared) {
                Some(Shared(known)) => known,
                None => return Ok(None),
            },
            None => None,
        };
        let connected = |(connection, channel)| ConnectedChannel { connection, channel };
        Ok(Some(ServiceSummary {
            service,
            description,
            organisation,
            channels: channels.into_iter().map(connected).collect(),
            is_nationwide: packed.is_nationwide,
        }))
    }

    /// Keeps what was read of a service.
    pub(super) fn keep(&self, one: &ServiceSummary, nearest: Option<u32>) -> Result<(), Error> {
        let channels = one.channels.iter().map(|one| (&one.connection, &one.channel)).collect();
        let parts: Parts<_, _, _> = (&one.service, &one.organisation, channels);
        let id = &one.service.id;
        let json = serde_json::to_vec(&parts).map_err(|error| unusable(id, &error))?;
        let json = lz4_flex::compress_prepend_size(&json).into();
        let packed = Packed { json, is_nationwide: one.is_nationwide };
        self.services.insert((id.clone(), nearest), packed);
        Ok(())
    }

    /// What is known of a general description: that there is none, or itself.
    pub(super) fn description(&self, id: &EntityId) -> Option<Shared> {
        self.descriptions.get(id)
    }

    /// Keeps what was read of a general description, or that there is none.
    pub(super) fn keep_description(
        &self,
        id: &EntityId,
        description: Option<&Arc<GeneralDescription>>,
    ) {
        self.descriptions.insert(id.clone(), Shared(description.cloned()));
    }
}

fn unusable(id: &EntityId, error: &impl std::fmt::Display) -> Error {
    Error::Internal(format!("what is kept of the service {id}: {error}"))
}

/// What lists do not show of a service, left out: long texts are most of it.
pub(super) fn service_without_long_texts(service: &mut Service) {
    for texts in service.texts.values_mut() {
        *texts = without_long_texts(std::mem::take(texts));
    }
    service.classification.ontology_terms = Vec::new();
    service.classification.industrial_classes = Vec::new();
    service.producers = Vec::new();
}

/// What lists do not show of a general description, left out.
pub(super) fn description_without_long_texts(description: &mut GeneralDescription) {
    for texts in description.texts.values_mut() {
        let common = without_long_texts(std::mem::take(&mut texts.common));
        *texts = GeneralDescriptionTexts { common, ..GeneralDescriptionTexts::default() };
    }
    description.classification.ontology_terms = Vec::new();
    description.classification.industrial_classes = Vec::new();
}

/// The name, the summary and the keywords stay: by these it is known whether a service is discreet.
fn without_long_texts(texts: ServiceTexts) -> ServiceTexts {
    ServiceTexts {
        name: texts.name,
        alternative_name: texts.alternative_name,
        summary: texts.summary,
        keywords: texts.keywords,
        ..ServiceTexts::default()
    }
}

/// What lists do not show of a channel and its connection, left out: where it is, its hours and its phones
/// stay.
pub(super) fn channel_without_long_texts(one: ConnectedChannel) -> ConnectedChannel {
    let ConnectedChannel { mut connection, mut channel } = one;
    for texts in channel.texts.values_mut() {
        let (name, contact) = (std::mem::take(&mut texts.name), std::mem::take(&mut texts.contact));
        *texts = ChannelTexts { name, contact: only_phones(contact), ..ChannelTexts::default() };
    }
    channel.ontology_terms = Vec::new();
    for texts in connection.texts.values_mut() {
        let contact = only_phones(std::mem::take(&mut texts.contact));
        *texts = ConnectionTexts { contact, ..ConnectionTexts::default() };
    }
    ConnectedChannel { connection, channel }
}

fn only_phones(contact: Contact) -> Contact {
    Contact { phones: contact.phones, ..Contact::default() }
}
