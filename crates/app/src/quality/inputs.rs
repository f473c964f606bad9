//! What a check reads, as a print: where it is the one of the last check, checking again would say the same.

use std::collections::{BTreeMap, HashMap};

use ::quality::Bearer;
use domain::Language;
use domain::catalogue::{ChannelKind, EntityId, EntityKind, Organisation};
use domain::reference::{Municipality, municipality};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use store::Transaction;
use store::catalogue::{Stored, connections_of, services_of_channels};

use super::{Around, Round};
use crate::Error;
use crate::index::read;

/// How many organisations above one are looked at for its home.
const MOST_PARENTS: usize = 10;

/// What every document that is checked begins with.
#[derive(Deserialize)]
pub(super) struct Head {
    kind: Option<String>,
    #[serde(default)]
    organisation: Option<EntityId>,
    #[serde(default)]
    general_description: Option<EntityId>,
    texts: BTreeMap<Language, Name>,
}

#[derive(Deserialize)]
struct Name {
    #[serde(default)]
    name: String,
}

impl Head {
    pub(super) fn of(stored: &Stored) -> Result<Self, Error> {
        read(stored)
    }

    /// The language versions.
    pub(super) fn languages(&self) -> impl Iterator<Item = Language> {
        self.texts.keys().copied()
    }

    /// The organisation that is responsible; of an organisation itself.
    pub(super) fn owner(&self, stored: &Stored) -> Option<EntityId> {
        match stored.kind {
            EntityKind::Organisation => Some(stored.id.clone()),
            _ => self.organisation.clone(),
        }
    }
}

#[derive(Deserialize)]
struct OfService {
    service: EntityId,
}

impl Around {
    /// Where an organisation is at home: its own municipality, or that of its address, or of one above it.
    pub(super) fn home(&self, organisation: Option<&EntityId>) -> Option<&'static Municipality> {
        let mut next = organisation;
        for _ in 0..MOST_PARENTS {
            let organisation = self.organisations.get(next?)?;
            if let Some(home) = own_home(organisation) {
                return Some(home);
            }
            next = organisation.parent.as_ref();
        }
        None
    }
}

fn own_home(organisation: &Organisation) -> Option<&'static Municipality> {
    let of_address =
        || organisation.addresses.iter().find_map(|address| address.municipality.as_deref());
    organisation.municipality.as_deref().or_else(of_address).and_then(municipality)
}

impl Round {
    /// The prints of what checking these would read, in their order.
    pub(super) async fn prints(
        &self,
        reading: &mut Transaction,
        entities: &[Stored],
    ) -> Result<Vec<[u8; 16]>, Error> {
        let of_kind = |kind: EntityKind| -> Vec<EntityId> {
            let of_kind = entities.iter().filter(|entity| entity.kind == kind);
            of_kind.map(|entity| entity.id.clone()).collect()
        };
        let services = services_of_channels(reading, &of_kind(EntityKind::Channel)).await?;
        let mut connections: HashMap<EntityId, Vec<String>> = HashMap::new();
        for document in connections_of(reading, &of_kind(EntityKind::Service)).await? {
            let of: OfService = serde_json::from_str(&document)
                .map_err(|error| Error::Internal(format!("a connection's document: {error}")))?;
            connections.entry(of.service).or_default().push(document);
        }
        entities
            .iter()
            .map(|entity| {
                let mut connected = connections.remove(&entity.id).unwrap_or_default();
                connected.sort_unstable();
                let services = services.get(&entity.id).copied().unwrap_or(0);
                self.0.print(entity, services, &connected)
            })
            .collect()
    }
}

impl Around {
    fn print(
        &self,
        entity: &Stored,
        services: usize,
        connections: &[String],
    ) -> Result<[u8; 16], Error> {
        let head = Head::of(entity)?;
        let owner = head.owner(entity);
        let home = self.home(owner.as_ref());
        let mut print = Sha256::new();
        let mut take = |part: &[u8]| {
            print.update((part.len() as u64).to_le_bytes());
            print.update(part);
        };
        take(format!("{:?}", self.standards.of(home)).as_bytes());
        take(home.map_or("", |home| home.code).as_bytes());
        take(entity.document.as_bytes());
        take(&document(owner.as_ref().and_then(|id| self.organisations.get(id)))?);
        let description = head.general_description.as_ref();
        take(&document(description.and_then(|id| self.descriptions.get(id)))?);
        take(&services.to_le_bytes());
        for connection in connections {
            take(connection.as_bytes());
        }
        if let Some(owner) = owner {
            let kind = head.kind.as_deref().map(ChannelKind::from_code);
            let bearer = match (&kind, entity.kind) {
                (Some(kind), EntityKind::Channel) => Bearer::Channel(kind),
                _ => Bearer::Service,
            };
            for (language, name) in &head.texts {
                let count = self.names.count(&owner, bearer, *language, &name.name);
                take(&count.to_le_bytes());
            }
        }
        let review = self.standards.of(home).review_days;
        take(&self.passed(&entity.document, 0).to_le_bytes());
        // The day of an instant depends on where one is.
        for days in review - 1..=review + 1 {
            take(&self.passed(&entity.document, days).to_le_bytes());
        }
        let print = print.finalize();
        print[..16].try_into().map_err(|_| Error::Internal("a print has 16 bytes".to_owned()))
    }

    /// How many of the dates that a document names were more than so many days ago: what changes in a check as time
    /// goes by.
    fn passed(&self, document: &str, days: i32) -> u32 {
        let Ok(limit) = self.today.checked_sub(days.days()) else { return 0 };
        let bytes = document.as_bytes();
        let dates = bytes.windows(11).filter(|part| part[0] == b'"' && part[5] == b'-');
        let dates = dates.filter_map(|part| std::str::from_utf8(&part[1..]).ok()?.parse().ok());
        u32::try_from(dates.filter(|date: &Date| *date < limit).count()).unwrap_or(u32::MAX)
    }
}

/// What was read of something that is pointed to.
fn document(of: Option<&impl serde::Serialize>) -> Result<Vec<u8>, Error> {
    let Some(of) = of else { return Ok(Vec::new()) };
    serde_json::to_vec(of).map_err(|error| Error::Internal(format!("a document: {error}")))
}
