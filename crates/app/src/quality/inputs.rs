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

use super::Around;
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

/// Something that descriptions point to.
pub(super) struct Pointed<T> {
    /// What was read of it.
    pub(super) is: T,
    /// A print of its document.
    print: [u8; 32],
}

impl<T: serde::de::DeserializeOwned> Pointed<T> {
    pub(super) fn read(stored: &Stored) -> Result<Self, Error> {
        Ok(Self { is: read(stored)?, print: Sha256::digest(stored.document.as_bytes()).into() })
    }
}

/// What a check of some entities reads beside them and what stands around the whole catalogue.
pub(super) struct Inputs {
    services: HashMap<EntityId, usize>,
    connections: HashMap<EntityId, Vec<String>>,
}

impl Inputs {
    pub(super) async fn read(
        reading: &mut Transaction,
        entities: &[Stored],
    ) -> Result<Self, Error> {
        let of_kind = |kind: EntityKind| -> Vec<EntityId> {
            let of_kind = entities.iter().filter(|entity| entity.kind == kind);
            of_kind.map(|entity| entity.id.clone()).collect()
        };
        let services = services_of_channels(reading, &of_kind(EntityKind::Channel)).await?;
        let mut connections: HashMap<EntityId, Vec<String>> = HashMap::new();
        for (service, document) in connections_of(reading, &of_kind(EntityKind::Service)).await? {
            connections.entry(service).or_default().push(document);
        }
        // They come in no order.
        for documents in connections.values_mut() {
            documents.sort_unstable();
        }
        Ok(Self { services, connections })
    }

    /// How many services a channel has.
    pub(super) fn services(&self, channel: &EntityId) -> usize {
        self.services.get(channel).copied().unwrap_or(0)
    }

    /// The documents of a service's connections, in an order that is always the same.
    pub(super) fn connections(&self, service: &EntityId) -> &[String] {
        self.connections.get(service).map_or(&[], Vec::as_slice)
    }
}

impl Around {
    /// Where an organisation is at home: its own municipality, or that of its address, or of one above it.
    pub(super) fn home(&self, organisation: Option<&EntityId>) -> Option<&'static Municipality> {
        let mut next = organisation;
        for _ in 0..MOST_PARENTS {
            let organisation = &self.organisations.get(next?)?.is;
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

impl Around {
    /// The print of what checking an entity would read.
    pub(super) fn print(&self, entity: &Stored, head: &Head, inputs: &Inputs) -> [u8; 16] {
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
        let owned_by = owner.as_ref().and_then(|id| self.organisations.get(id));
        take(owned_by.map_or(&[], |organisation| &organisation.print[..]));
        let description = head.general_description.as_ref();
        let description = description.and_then(|id| self.descriptions.get(id));
        take(description.map_or(&[], |description| &description.print[..]));
        take(&inputs.services(&entity.id).to_le_bytes());
        for connection in inputs.connections(&entity.id) {
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
        let dates = dates(&entity.document);
        // The day of an instant depends on where one is.
        for days in std::iter::once(0).chain(review - 1..=review + 1) {
            take(&self.passed(&dates, days).to_le_bytes());
        }
        let mut first = [0; 16];
        first.copy_from_slice(&print.finalize()[..16]);
        first
    }

    /// How many dates were more than so many days ago: what changes in a check as time goes by.
    fn passed(&self, dates: &[Date], days: i32) -> u32 {
        let Ok(limit) = self.today.checked_sub(days.days()) else { return 0 };
        u32::try_from(dates.iter().filter(|date| **date < limit).count()).unwrap_or(u32::MAX)
    }
}

/// The dates that a document names.
fn dates(document: &str) -> Vec<Date> {
    let bytes = document.as_bytes();
    let dates = bytes.windows(11).filter(|part| part[0] == b'"' && part[5] == b'-');
    dates.filter_map(|part| std::str::from_utf8(&part[1..]).ok()?.parse().ok()).collect()
}
