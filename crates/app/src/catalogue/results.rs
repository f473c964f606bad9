//! A search: what is asked of the index, and what a list of results shows, loaded.

use std::collections::{BTreeMap, BTreeSet};

use domain::Localized;
use domain::catalogue::{Entity, EntityId, EntityKind, Service};
use domain::reference::{Municipality, Need, municipality, needs, neighbours, themes};
use domain::search_gap::{Gap, GapKind};
use search::{FacetCode, Hits, MatchKind, Query, Themes};
use store::Transaction;
use store::catalogue::by_owner;

use super::{
    FoundService, Results, Search, ServiceSummary, channels, connected, ids_of, offered, read,
    read_service,
};
use crate::{App, Error, search_gap};

/// The most channels that are looked at for a line in a list of results.
const CHANNELS_PER_RESULT: u32 = 4;

/// Searches the index and loads what a list of results shows. A service that has gone since the
/// index was built is left out.
pub async fn search(app: &App, search: &Search) -> Result<Results, Error> {
    let hits = app.index().search_with(&query_of(search), &app.staff_list());
    if hits.match_kind == MatchKind::Nothing {
        count_in_vain(app, search);
    }
    let mut transaction = app.database().begin().await?;
    let ids = ids_of(hits.hits.iter().map(|hit| hit.id.as_str()));
    let nationwide: BTreeSet<&str> =
        hits.hits.iter().filter(|hit| hit.is_nationwide).map(|hit| hit.id.as_str()).collect();
    let mut services = Vec::with_capacity(ids.len());
    for stored in offered(&mut transaction, EntityKind::Service, &ids).await? {
        services.push(read_service(&stored)?);
    }
    let summaries = summaries(&mut transaction, services, &nationwide).await?;
    let theme = |(number, count): &(u8, usize)| Some((themes().get(usize::from(*number))?, *count));
    let place = |(code, count): &(FacetCode, usize)| Some((municipality(code)?, *count));
    let understood = hits.place.as_deref().and_then(municipality);
    let themes = hits.facets.themes.iter().filter_map(theme).collect();
    let municipalities: Vec<(&'static Municipality, usize)> =
        hits.facets.municipalities.iter().filter_map(place).collect();
    Ok(Results {
        neighbours: neighbours_with(search, &hits, understood, &municipalities),
        services: with_reasons(summaries, &hits),
        total: hits.total,
        match_kind: hits.match_kind,
        needs: needs_of(&hits),
        is_crisis: hits.is_crisis,
        place: understood,
        themes,
        municipalities,
        nationwide: hits.facets.nationwide,
        facets: hits.facets,
    })
}

/// The services with the reasons of their hits.
fn with_reasons(summaries: Vec<ServiceSummary>, hits: &Hits) -> Vec<FoundService> {
    let found = summaries.into_iter().map(|summary| {
        let hit = hits.hits.iter().find(|hit| hit.id == summary.service.id.as_str());
        FoundService { reasons: hit.map(|hit| hit.reasons.clone()).unwrap_or_default(), summary }
    });
    found.collect()
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
        languages: search.languages.clone(),
        channel_kinds: search.channel_kinds.clone(),
        provider_kinds: search.provider_kinds.clone(),
        is_free: search.is_free,
        is_remote: search.is_remote,
        organisation: search.organisation.as_ref().map(ToString::to_string),
        language: search.language,
        with_reasons: search.with_reasons,
        offset: search.offset,
        limit: search.limit,
    }
}

/// What lists show of services: each kind of entity is asked for once, not once for each service.
pub(super) async fn summaries(
    transaction: &mut Transaction,
    services: Vec<Service>,
    nationwide: &BTreeSet<&str>,
) -> Result<Vec<ServiceSummary>, Error> {
    let ids = |pick: fn(&Service) -> Option<&EntityId>| -> Vec<EntityId> {
        services.iter().filter_map(pick).cloned().collect::<BTreeSet<_>>().into_iter().collect()
    };
    let owners = ids(|service| service.organisation.as_ref());
    let organisations: BTreeMap<EntityId, Localized> =
        offered(transaction, EntityKind::Organisation, &owners)
            .await?
            .into_iter()
            .map(|stored| (stored.id, stored.names))
            .collect();
    let shared = ids(|service| service.general_description.as_ref());
    let mut descriptions = BTreeMap::new();
    for stored in offered(transaction, EntityKind::GeneralDescription, &shared).await? {
        if let Entity::GeneralDescription(description) = read(&stored)? {
            descriptions.insert(stored.id, *description);
        }
    }
    let mut connections = Vec::with_capacity(services.len());
    for service in &services {
        let some =
            by_owner(transaction, EntityKind::Connection, &service.id, None, CHANNELS_PER_RESULT);
        connections.push(some.await?);
    }
    let channels = channels(transaction, connections.iter().flatten()).await?;
    let mut summaries = Vec::with_capacity(services.len());
    for (service, connections) in services.into_iter().zip(connections) {
        let organisation = service.organisation.as_ref().and_then(|id| organisations.get(id));
        let description = service.general_description.as_ref().and_then(|id| descriptions.get(id));
        summaries.push(ServiceSummary {
            description: description.cloned(),
            organisation: organisation.cloned().unwrap_or_default(),
            channels: connected(&connections, &channels)?,
            is_nationwide: nationwide.contains(service.id.as_str()),
            service,
        });
    }
    Ok(summaries)
}
