//! What the pages and the API show of the catalogue, loaded.
//!
//! One function per page: it reads what the page needs in one go and decides nothing about how it
//! looks. Lists are bounded, so that no entity, however large, makes a page without end.

mod ahead;
mod around;
mod details;
mod kept;
mod listed;
mod listing;
mod nearness;
mod recent;
mod related;
mod results;
mod summaries;
mod summary;

use domain::Language;
use domain::catalogue::{Entity, EntityId, EntityKind, GeneralDescription, Organisation, Service};
use domain::reference::{CodeItem, Municipality, life_events, municipality, target_groups, themes};
use search::Query;
use store::Transaction;
use store::catalogue::{Stored, by_owner, by_target, get, many};

pub use ahead::{follow, keep_ahead};
pub use details::{
    ChannelDetails, ConnectedChannel, Found, FoundService, Named, OrganisationDetails, Overview,
    RelatedLink, RelatedService, Results, Search, ServiceDetails, Widened,
};
pub(crate) use kept::Kept;
pub use listed::{ListedService, service_names, services};
pub use listing::{Among, IdRange, Listing, county_organisations, dates, listing};
pub use nearness::PostalWord;
pub use recent::{RecentService, lately_changed};
pub use related::{RelatedSearch, related, related_links};
pub use results::{search, search_widened};
pub use search::{
    FacetCode, Facets, MatchKind, Reason, RelatedReason, Sort, Suggestion, SuggestionKind, Way,
    need_name,
};
pub use store::catalogue::Dated;
pub use summary::{ChannelSummary, ServiceSummary};

use crate::{App, Error};
use around::details_of;

/// The most channels that a service's page shows; a service may have thousands.
pub const CHANNELS_SHOWN: u32 = 60;
/// The most parts that an organisation's page names, and the most services that a channel's does.
pub const NAMES_SHOWN: u32 = 200;

/// Whether nothing was ever published.
///
/// # Errors
/// When the database is not there.
pub async fn is_empty(app: &App) -> Result<bool, Error> {
    let mut transaction = app.database().begin().await?;
    Ok(store::catalogue::generation(&mut transaction).await? == 0)
}

/// A service with all that its page shows.
pub async fn service(app: &App, id: &EntityId) -> Result<Found<ServiceDetails>, Error> {
    let mut transaction = app.database().begin().await?;
    let stored = get(&mut transaction, EntityKind::Service, id).await?.ok_or(Error::NotFound)?;
    let found = details_of(&mut transaction, vec![stored]).await?;
    found.into_iter().next().map(|(_, found)| found).ok_or(Error::NotFound)
}

/// An organisation with a page of its services.
pub async fn organisation(
    app: &App,
    id: &EntityId,
    language: Language,
    offset: usize,
    limit: usize,
) -> Result<Found<OrganisationDetails>, Error> {
    let mut transaction = app.database().begin().await?;
    let stored =
        get(&mut transaction, EntityKind::Organisation, id).await?.ok_or(Error::NotFound)?;
    if stored.gone.is_some() {
        return Ok(Found::Gone(stored.names));
    }
    let organisation = read_organisation(&stored)?;
    let parent = match &organisation.parent {
        Some(parent) => named(&mut transaction, EntityKind::Organisation, parent).await?,
        None => None,
    };
    let parts = by_owner(&mut transaction, EntityKind::Organisation, id, None, NAMES_SHOWN).await?;
    let mut parts: Vec<Named> = parts.into_iter().map(Named::from).collect();
    sort_by_name(&mut parts, language);
    let hits = app.index().by_organisation(id.as_str(), Some(language), offset, limit);
    let ids = ids_of(hits.hits.iter().map(|hit| hit.id.as_str()));
    let services = offered(&mut transaction, EntityKind::Service, &ids).await?;
    let is_discreet = are_discreet(&mut transaction, &services).await?;
    let services = services.into_iter().map(Named::from).collect();
    Ok(Found::Offered(OrganisationDetails {
        is_discreet,
        organisation,
        parent,
        parts,
        services,
        total: hits.total,
    }))
}

/// A channel with the services that one gets through it.
pub async fn channel(
    app: &App,
    id: &EntityId,
    language: Language,
) -> Result<Found<ChannelDetails>, Error> {
    let mut transaction = app.database().begin().await?;
    let stored = get(&mut transaction, EntityKind::Channel, id).await?.ok_or(Error::NotFound)?;
    if stored.gone.is_some() {
        return Ok(Found::Gone(stored.names));
    }
    let Entity::Channel(channel) = read(&stored)? else { return Err(mixed_up(&stored)) };
    let organisation = match &channel.organisation {
        Some(owner) => named(&mut transaction, EntityKind::Organisation, owner).await?,
        None => None,
    };
    let connections =
        by_target(&mut transaction, EntityKind::Connection, id, None, NAMES_SHOWN).await?;
    let ids: Vec<EntityId> = connections.into_iter().filter_map(|stored| stored.owner).collect();
    let services = offered(&mut transaction, EntityKind::Service, &ids).await?;
    let is_discreet = are_discreet(&mut transaction, &services).await?;
    let mut services: Vec<Named> = services.into_iter().map(Named::from).collect();
    sort_by_name(&mut services, language);
    Ok(Found::Offered(ChannelDetails { channel: *channel, organisation, services, is_discreet }))
}

/// The group of all residents: who is one of its groups is named by that.
const RESIDENTS: &str = "KR1";

/// The catalogue as a whole, or what of it one has in a county or a municipality: how many services
/// there are, and of what.
pub fn overview(app: &App, county: Option<&str>, place: Option<&Municipality>) -> Overview {
    let asked = Query {
        municipality: place.map(|place| place.code.to_owned()),
        county: county.filter(|_| place.is_none()).map(str::to_owned),
        limit: 0,
        ..Query::default()
    };
    let hits = app.index().search(&asked);
    let is_within = |place: &&Municipality| county.is_none_or(|county| county == place.county);
    let counted = &hits.facets.themes;
    let count = |number: usize| {
        let found = counted.iter().find(|(theme, _)| usize::from(*theme) == number);
        found.map_or(0, |(_, count)| *count)
    };
    Overview {
        total: hits.total,
        themes: themes().iter().enumerate().map(|(number, theme)| (theme, count(number))).collect(),
        target_groups: some_of(target_groups().children(RESIDENTS), &hits.facets.target_groups),
        life_events: some_of(life_events().all().iter(), &hits.facets.life_events),
        municipalities: hits
            .facets
            .municipalities
            .iter()
            .filter_map(|(code, _)| municipality(code))
            .filter(is_within)
            .collect(),
    }
}

/// The codes that are counted, in the order of their list.
fn some_of(
    codes: impl Iterator<Item = &'static CodeItem>,
    counted: &[(FacetCode, usize)],
) -> Vec<(&'static CodeItem, usize)> {
    let count = |item: &CodeItem| counted.iter().find(|(code, _)| *code == item.code);
    codes.filter_map(|item| Some((item, count(item)?.1))).collect()
}

/// Whether there are services, and each is one whose reader may need to leave the page at once: a place or
/// an organisation that is there for such alone says as much as they do. One that has others too, as a
/// town hall has, says nothing.
async fn are_discreet(transaction: &mut Transaction, services: &[Stored]) -> Result<bool, Error> {
    for stored in services {
        let service = read_service(stored)?;
        let is_discreet = service.is_discreet(None)
            || service.is_discreet(description_of(transaction, &service).await?.as_ref());
        if !is_discreet {
            return Ok(false);
        }
    }
    Ok(!services.is_empty())
}

/// Those of these ids that are offered.
async fn offered(
    transaction: &mut Transaction,
    kind: EntityKind,
    ids: &[EntityId],
) -> Result<Vec<Stored>, Error> {
    let found = many(transaction, kind, ids).await?;
    Ok(found.into_iter().filter(|stored| stored.gone.is_none()).collect())
}

async fn description_of(
    transaction: &mut Transaction,
    service: &Service,
) -> Result<Option<GeneralDescription>, Error> {
    let Some(id) = &service.general_description else { return Ok(None) };
    match get(transaction, EntityKind::GeneralDescription, id).await? {
        Some(stored) if stored.gone.is_none() => match read(&stored)? {
            Entity::GeneralDescription(description) => Ok(Some(*description)),
            _ => Err(mixed_up(&stored)),
        },
        _ => Ok(None),
    }
}

/// The names of an entity that is offered.
async fn named(
    transaction: &mut Transaction,
    kind: EntityKind,
    id: &EntityId,
) -> Result<Option<Named>, Error> {
    let stored = get(transaction, kind, id).await?;
    Ok(stored.filter(|stored| stored.gone.is_none()).map(Named::from))
}

impl From<Stored> for Named {
    fn from(stored: Stored) -> Self {
        Self { id: stored.id, names: stored.names }
    }
}

fn ids_of<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<EntityId> {
    ids.filter_map(|id| EntityId::new(id).ok()).collect()
}

fn sort_by_name(list: &mut [Named], language: Language) {
    list.sort_by_cached_key(|one| {
        one.names.best(language).map(|(_, name)| name.to_lowercase()).unwrap_or_default()
    });
}

fn read(stored: &Stored) -> Result<Entity, Error> {
    read_document(stored.kind, &stored.id, &stored.document)
}

fn read_document(kind: EntityKind, id: &EntityId, document: &str) -> Result<Entity, Error> {
    Entity::from_document(kind, document)
        .map_err(|error| Error::Internal(format!("the document of {kind} {id}: {error}")))
}

fn read_service(stored: &Stored) -> Result<Service, Error> {
    match read(stored)? {
        Entity::Service(service) => Ok(*service),
        _ => Err(mixed_up(stored)),
    }
}

fn read_organisation(stored: &Stored) -> Result<Organisation, Error> {
    match read(stored)? {
        Entity::Organisation(organisation) => Ok(*organisation),
        _ => Err(mixed_up(stored)),
    }
}

fn mixed_up(stored: &Stored) -> Error {
    Error::Internal(format!("{} {} has another kind's document", stored.kind, stored.id))
}
