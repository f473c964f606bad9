//! A search: what is asked of the index, and what a list of results shows, loaded.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::Localized;
use domain::catalogue::{ChannelKind, Entity, EntityId, EntityKind, GeneralDescription, Service};
use domain::reference::{Municipality, Need, municipality, needs, neighbours, themes};
use domain::search_gap::{Gap, GapKind};
use search::{FacetCode, Hit, Hits, Index, MatchKind, Query, Reach, Themes};
use store::Transaction;
use store::catalogue::{Connected, connected, documents, heads};

use super::kept::{
    Shared, channel_without_long_texts, description_without_long_texts, service_without_long_texts,
};
use super::{
    ConnectedChannel, FoundService, Kept, Results, Search, ServiceSummary, Widened, ids_of,
    in_order, nearness, read_document as read,
};
use crate::{App, Error, search_gap};

/// The most channels that are looked at for a line in a list of results.
const CHANNELS_PER_RESULT: u32 = 4;
/// From so many services of its own a municipality has enough.
const ENOUGH_OF_ITS_OWN: usize = 5;
/// How many services are offered from further away, of each kind.
const FROM_AFAR: usize = 3;
/// How many of those that one gets by phone or online are looked at: most have a place to go to as well.
const LOOKED_AT: usize = 12;

/// Searches the index and loads what a list of results shows. A service that has gone since the
/// index was built is left out.
pub async fn search(app: &App, search: &Search) -> Result<Results, Error> {
    find(app, search, false).await
}

/// Searches as [`search`], and looks further where the municipality has little of its own.
pub async fn search_widened(app: &App, search: &Search) -> Result<Results, Error> {
    find(app, search, true).await
}

async fn find(app: &App, asked: &Search, is_widened: bool) -> Result<Results, Error> {
    let postal = nearness::postal_word(&asked.words);
    let search = &*nearness::in_postal_place(asked, postal.as_ref());
    let published = app.published();
    let index = &*published.index;
    let mut hits = index.search_with(&query_of(search), &app.staff_list());
    let from = nearness::origin(search, &hits);
    if nearness::is_asked_anew(search, from) {
        let query = Query { from: from.and_then(nearness::middle), ..query_of(search) };
        hits = index.search_with(&query, &app.staff_list());
    }
    if hits.match_kind == MatchKind::Nothing {
        count_in_vain(app, search);
    }
    let afar = if is_widened { Afar::of(app, search, &hits) } else { None };
    let all: Vec<&Hit> = hits.hits.iter().chain(afar.iter().flat_map(Afar::hits)).collect();
    let ids = ids_of(all.iter().map(|hit| hit.id.as_str()));
    let told = Told::of(&all, index, from.and_then(nearness::middle));
    let mut summaries = kept_or_read(app, &published.kept, &ids, &told).await?;
    let mut found = |hits: &Hits| with_reasons(&mut summaries, hits);
    let services = found(&hits);
    let widened = afar.map(|afar| afar.widened(&mut found));
    let theme = |(number, count): &(u8, usize)| Some((themes().get(usize::from(*number))?, *count));
    let place = |(code, count): &(FacetCode, usize)| Some((municipality(code)?, *count));
    let understood = hits.place.as_deref().and_then(municipality);
    let themes = hits.facets.themes.iter().filter_map(theme).collect();
    let municipalities: Vec<(&'static Municipality, usize)> =
        hits.facets.municipalities.iter().filter_map(place).collect();
    Ok(Results {
        neighbours: neighbours_with(search, &hits, understood, &municipalities),
        services,
        widened,
        total: hits.total,
        match_kind: hits.match_kind,
        needs: needs_of(&hits),
        is_crisis: hits.is_crisis,
        place: understood,
        postal,
        from,
        themes,
        municipalities,
        nationwide: hits.facets.nationwide,
        facets: hits.facets,
    })
}

/// What lists show of these services: as it is kept, or else read and kept. A page of services that were
/// shown before asks nothing of the database.
async fn kept_or_read(
    app: &App,
    kept: &Kept,
    ids: &[EntityId],
    told: &Told<'_>,
) -> Result<Vec<ServiceSummary>, Error> {
    let mut found = Vec::with_capacity(ids.len());
    let mut missing = Vec::new();
    for id in ids {
        match kept.summary(id, told.nearest(id))? {
            Some(summary) => found.push(summary),
            None => missing.push(id.clone()),
        }
    }
    if missing.is_empty() {
        return Ok(found);
    }
    let mut transaction = app.database().begin().await?;
    let mut services = Vec::with_capacity(missing.len());
    for (id, document) in documents(&mut transaction, EntityKind::Service, &missing).await? {
        if let Entity::Service(service) = read(EntityKind::Service, &id, &document)? {
            services.push(*service);
        }
    }
    for summary in summaries(&mut transaction, kept, services, told).await? {
        kept.keep(&summary, told.nearest(&summary.service.id))?;
        found.push(summary);
    }
    Ok(found)
}

/// What the index tells of services that were found, for what a list shows of them.
#[derive(Default)]
pub(super) struct Told<'a> {
    /// Those that are offered in the whole country.
    nationwide: BTreeSet<&'a str>,
    /// Which of a service's connections its nearest place is, by id, where it is known from where.
    nearest: BTreeMap<&'a str, u32>,
}

impl<'a> Told<'a> {
    fn of(hits: &[&'a Hit], index: &Index, from: Option<(u32, u32)>) -> Self {
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
}

/// The services of hits, in their order, with the reasons.
fn with_reasons(summaries: &mut Vec<ServiceSummary>, hits: &Hits) -> Vec<FoundService> {
    let found = hits.hits.iter().filter_map(|hit| {
        let place = summaries.iter().position(|one| one.service.id.as_str() == hit.id)?;
        let summary = summaries.swap_remove(place);
        Some(FoundService { summary, distance: hit.distance, reasons: hit.reasons.clone() })
    });
    found.collect()
}

/// What was found further away than in the municipality.
struct Afar {
    here: &'static Municipality,
    own: usize,
    neighbours: Hits,
    remote: Hits,
}

impl Afar {
    /// Looks further, when the search asks for something and its municipality has few services of its
    /// own that fit: a search of the index among the neighbours, and one among what is remote.
    fn of(app: &App, search: &Search, hits: &Hits) -> Option<Self> {
        let here = search.municipality.and_then(municipality)?;
        let counted = hits.facets.municipalities.iter();
        let own = counted.filter(|(code, _)| *code == here.code).map(|(_, count)| *count).sum();
        let says_something = !search.words.trim().is_empty() || search.is_filtered();
        let has_enough = own >= ENOUGH_OF_ITS_OWN && hits.match_kind != MatchKind::Nothing;
        if search.offset > 0 || !says_something || has_enough {
            return None;
        }
        let look = |reach, is_remote, limit| {
            let asked = Query {
                reach,
                is_remote: is_remote || search.is_remote,
                without_facets: true,
                limit,
                ..query_of(search)
            };
            let found = app.index().search_with(&asked, &app.staff_list());
            if found.match_kind == MatchKind::Nothing { Hits::default() } else { found }
        };
        Some(Self {
            here,
            own,
            neighbours: look(Reach::Neighbours, false, FROM_AFAR),
            remote: look(Reach::Elsewhere, true, LOOKED_AT),
        })
    }

    fn hits(&self) -> impl Iterator<Item = &Hit> {
        self.neighbours.hits.iter().chain(&self.remote.hits)
    }

    /// What the page shows of it, with what was loaded.
    fn widened(self, found: &mut impl FnMut(&Hits) -> Vec<FoundService>) -> Widened {
        Widened {
            here: self.here,
            own: self.own,
            of_neighbours: self.neighbours.total,
            neighbours: found(&self.neighbours),
            remote: found(&self.remote)
                .into_iter()
                .filter(|found| !has_place(&found.summary))
                .take(FROM_AFAR)
                .collect(),
        }
    }
}

/// Whether there is a place to go to for it, as far as a list looks.
fn has_place(one: &ServiceSummary) -> bool {
    let mut kinds = one.channels.iter().map(|connected| &connected.channel.kind);
    kinds.any(|kind| *kind == ChannelKind::ServiceLocation)
}

/// The needs that the words speak of, the surest first.
fn needs_of(hits: &Hits) -> Vec<&'static Need> {
    let named = |name: &&'static str| needs().iter().find(|need| need.name == *name);
    hits.needs.iter().filter_map(named).collect()
}

/// Where nothing is found in a municipality and the words fit a service elsewhere: the neighbours
/// that have some, and how many.
fn neighbours_with(
    search: &Search,
    hits: &Hits,
    understood: Option<&'static Municipality>,
    counted: &[(&'static Municipality, usize)],
) -> Vec<(&'static Municipality, usize)> {
    let here = search.municipality.and_then(municipality).or(understood);
    let Some(here) = here.filter(|_| hits.total == 0 && hits.confidence >= 0.0) else {
        return Vec::new();
    };
    let near = neighbours(here.code);
    counted.iter().filter(|(place, _)| near.contains(&place.code)).copied().collect()
}

/// Counts a reader's search that found nothing, beside the answer, which does not wait for it. What
/// another filter than the municipality left empty is no gap.
fn count_in_vain(app: &App, search: &Search) {
    let is_first = search.offset == 0;
    let Some(language) = search.language.filter(|_| is_first && !search.is_filtered()) else {
        return;
    };
    let (app, text) = (app.clone(), search.words.clone());
    let municipality = search.municipality.and_then(municipality);
    tokio::spawn(async move {
        let gap = Gap { kind: GapKind::Empty, text: &text, language, municipality };
        if let Err(error) = search_gap::record(&app, &gap).await {
            tracing::warn!("a search in vain was not counted: {error}");
        }
    });
}

pub(super) fn query_of(search: &Search) -> Query {
    let mut chosen = Themes::default();
    let number = search.theme.and_then(|theme| themes().iter().position(|one| one.id == theme.id));
    if let Some(number) = number.and_then(|number| u8::try_from(number).ok()) {
        chosen.insert(number);
    }
    Query {
        text: search.words.clone(),
        municipality: search.municipality.map(str::to_owned),
        county: search.county.map(str::to_owned),
        themes: chosen,
        classes: search.classes.clone(),
        target_groups: search.target_groups.clone(),
        life_events: search.life_events.clone(),
        languages: search.languages.clone(),
        channel_kinds: search.channel_kinds.clone(),
        provider_kinds: search.provider_kinds.clone(),
        is_free: search.is_free,
        is_remote: search.is_remote,
        organisation: search.organisation.as_ref().map(ToString::to_string),
        language: search.language,
        reach: Reach::Here,
        from: search.municipality.and_then(municipality).and_then(nearness::middle),
        sort: search.sort,
        with_reasons: search.with_reasons,
        without_facets: false,
        offset: search.offset,
        limit: search.limit,
    }
}

/// What lists show of services: each kind of entity is asked for once, not once for each service.
pub(super) async fn summaries(
    transaction: &mut Transaction,
    kept: &Kept,
    services: Vec<Service>,
    told: &Told<'_>,
) -> Result<Vec<ServiceSummary>, Error> {
    let ids = |pick: fn(&Service) -> Option<&EntityId>| -> Vec<EntityId> {
        services.iter().filter_map(pick).cloned().collect::<BTreeSet<_>>().into_iter().collect()
    };
    let owners = ids(|service| service.organisation.as_ref());
    let organisations: BTreeMap<EntityId, Localized> =
        heads(transaction, EntityKind::Organisation, &owners)
            .await?
            .into_iter()
            .map(|head| (head.id, head.names))
            .collect();
    let shared = ids(|service| service.general_description.as_ref());
    let descriptions = descriptions(transaction, kept, shared).await?;
    let ids: Vec<EntityId> = services.iter().map(|service| service.id.clone()).collect();
    let nearest: Vec<(EntityId, u32)> =
        ids.iter().filter_map(|id| Some((id.clone(), told.nearest(id)?))).collect();
    let connected = connected(transaction, &ids, CHANNELS_PER_RESULT, &nearest).await?;
    let mut summaries = Vec::with_capacity(services.len());
    for mut service in services {
        let start = connected.partition_point(|one| one.service < service.id);
        let end = connected.partition_point(|one| one.service <= service.id);
        let organisation = service.organisation.as_ref().and_then(|id| organisations.get(id));
        let description = service.general_description.as_ref().and_then(|id| descriptions.get(id));
        service_without_long_texts(&mut service);
        summaries.push(ServiceSummary {
            description: description.cloned(),
            organisation: organisation.cloned().unwrap_or_default(),
            channels: channels_of(&connected[start..end], told.nearest(&service.id))?
                .into_iter()
                .map(channel_without_long_texts)
                .collect(),
            is_nationwide: told.nationwide.contains(service.id.as_str()),
            service,
        });
    }
    Ok(summaries)
}

/// These general descriptions, as far as the catalogue has them: as they are kept, or else read and kept.
async fn descriptions(
    transaction: &mut Transaction,
    kept: &Kept,
    ids: Vec<EntityId>,
) -> Result<BTreeMap<EntityId, Arc<GeneralDescription>>, Error> {
    let mut found = BTreeMap::new();
    let mut missing = Vec::new();
    for id in ids {
        match kept.description(&id) {
            Some(Shared(known)) => found.extend(known.map(|description| (id, description))),
            None => missing.push(id),
        }
    }
    let kind = EntityKind::GeneralDescription;
    for (id, document) in documents(transaction, kind, &missing).await? {
        if let Entity::GeneralDescription(mut description) = read(kind, &id, &document)? {
            description_without_long_texts(&mut description);
            found.insert(id, Arc::from(description));
        }
    }
    for id in &missing {
        kept.keep_description(id, found.get(id));
    }
    Ok(found)
}

/// A service's channels, in the source's order, but the nearest place before the others.
pub(super) fn channels_of(
    connected: &[Connected],
    nearest: Option<u32>,
) -> Result<Vec<ConnectedChannel>, Error> {
    let mut channels = Vec::with_capacity(connected.len());
    let (first, others): (Vec<&Connected>, Vec<&Connected>) =
        connected.iter().partition(|one| Some(one.place) == nearest);
    for one in others {
        channels.extend(read_one(one)?);
    }
    let mut channels = in_order(channels);
    for one in first {
        channels.splice(0..0, read_one(one)?);
    }
    Ok(channels)
}

fn read_one(one: &Connected) -> Result<Option<ConnectedChannel>, Error> {
    let connection = read(EntityKind::Connection, &one.service, &one.connection)?;
    let channel = read(EntityKind::Channel, &one.service, &one.channel)?;
    Ok(match (connection, channel) {
        (Entity::Connection(connection), Entity::Channel(channel)) => {
            Some(ConnectedChannel { connection: *connection, channel: *channel })
        }
        _ => None,
    })
}
