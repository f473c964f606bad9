//! A search: what is asked of the index, and what a list of results shows, loaded.

use domain::catalogue::ChannelKind;
use domain::reference::{Municipality, Need, municipality, needs, neighbours, themes};
use domain::search_gap::{Gap, GapKind};
use search::{FacetCode, Hit, Hits, Index, MatchKind, Query, Reach, Themes};

use super::summaries::{Told, summaries};
use super::{FoundService, Results, Search, ServiceSummary, Widened, ids_of, nearness};
use crate::{App, Error, search_gap};

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
    let afar = if is_widened { Afar::of(app, index, search, &hits) } else { None };
    let all: Vec<&Hit> = hits.hits.iter().chain(afar.iter().flat_map(Afar::hits)).collect();
    let ids = ids_of(all.iter().map(|hit| hit.id.as_str()));
    let told = Told::of(&all, index, from.and_then(nearness::middle));
    let mut summaries = summaries(app, &published.kept, &ids, &told).await?;
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

/// The services of hits, in their order, with the reasons.
fn with_reasons(summaries: &mut Vec<ServiceSummary>, hits: &Hits) -> Vec<FoundService> {
    let found = hits.hits.iter().filter_map(|hit| {
        let place = summaries.iter().position(|one| one.id.as_str() == hit.id)?;
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
    fn of(app: &App, index: &Index, search: &Search, hits: &Hits) -> Option<Self> {
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
            let found = index.search_with(&asked, &app.staff_list());
            if found.match_kind == MatchKind::Nothing { Hits::default() } else { found }
        };
        let mut remote = look(Reach::Elsewhere, true, LOOKED_AT);
        remote.hits.retain(|hit| !index.has_channel(hit, ChannelKind::ServiceLocation.code()));
        remote.hits.truncate(FROM_AFAR);
        Some(Self { here, own, neighbours: look(Reach::Neighbours, false, FROM_AFAR), remote })
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
            remote: found(&self.remote),
        }
    }
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
