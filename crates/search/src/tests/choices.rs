//! Choices judged and counted naively: each document by itself, from what it was given as.

use std::collections::{BTreeMap, BTreeSet};

use domain::reference;

use crate::{Coverage, Document, FacetCode, Facets, Query, Reach};

/// A kind of choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    Place,
    Theme,
    Class,
    TargetGroup,
    LifeEvent,
    Provider,
    Language,
    Channel,
    Free,
    Remote,
    Organisation,
}

/// Whether the document's own area has the municipality.
pub fn covers(document: &Document, code: &str) -> bool {
    matches!(&document.coverage, Coverage::Municipalities(codes) if codes.contains(code))
}

fn reaches(document: &Document, county: &str) -> bool {
    counties(document).contains(county)
}

fn counties(document: &Document) -> BTreeSet<&'static str> {
    let Coverage::Municipalities(codes) = &document.coverage else { return BTreeSet::new() };
    codes.iter().filter_map(|code| reference::municipality(code)).map(|one| one.county).collect()
}

/// Whether it is offered in the whole country, or nearly.
pub fn is_nationwide(document: &Document) -> bool {
    !matches!(document.coverage, Coverage::Municipalities(_))
}

/// The choices of a query that a document does not fit.
pub fn misfits(document: &Document, query: &Query) -> BTreeSet<Choice> {
    let code = query.municipality.as_deref();
    let county = query.county.as_deref();
    let county_of = code.and_then(reference::municipality).map(|one| one.county);
    let is_aland = |county: Option<&str>| county == Some(reference::ALAND_COUNTY);
    let near = code.map(reference::neighbours).unwrap_or_default();
    let is_near = || near.iter().any(|one| covers(document, one));
    let is_here = || code.is_none_or(|code| covers(document, code));
    let is_within = || county.is_none_or(|county| reaches(document, county));
    let reach = if code.is_some() { query.reach } else { Reach::Here };
    let is_had = match (&document.coverage, reach) {
        (Coverage::All, Reach::Here) => true,
        (Coverage::AllExceptAland, Reach::Here) => !is_aland(county_of) && !is_aland(county),
        (Coverage::Municipalities(_), Reach::Here) => is_here() && is_within(),
        (Coverage::Municipalities(_), Reach::Neighbours) => !is_here() && is_near() && is_within(),
        (Coverage::Municipalities(_), Reach::Elsewhere) => !is_here() && !is_near() && is_within(),
        (Coverage::All | Coverage::AllExceptAland, _) => false,
    };
    let any = |asked: &[String], own: &[String]| {
        asked.is_empty() || asked.iter().any(|one| own.contains(one))
    };
    let provider: Vec<String> = document.provider_kind.iter().cloned().collect();
    let fits = [
        (Choice::Place, is_had),
        (Choice::Theme, query.themes.is_empty() || query.themes.meets(document.themes)),
        (Choice::Class, any(&query.classes, &document.classes)),
        (Choice::TargetGroup, any(&query.target_groups, &document.target_groups)),
        (Choice::LifeEvent, any(&query.life_events, &document.life_events)),
        (Choice::Provider, any(&query.provider_kinds, &provider)),
        (Choice::Language, any(&query.languages, &document.languages)),
        (Choice::Channel, any(&query.channel_kinds, &document.channel_kinds)),
        (Choice::Free, document.is_free || !query.is_free),
        (Choice::Remote, document.is_remote || !query.is_remote),
        (
            Choice::Organisation,
            query.organisation.is_none() || query.organisation == document.organisation,
        ),
    ];
    fits.into_iter().filter(|(_, fits)| !fits).map(|(choice, _)| choice).collect()
}

/// Whether the document is had in the place that is asked for, and only other choices leave it out.
pub fn is_narrowed_away(document: &Document, query: &Query) -> bool {
    let misfits = misfits(document, query);
    !misfits.is_empty() && !misfits.contains(&Choice::Place)
}

/// How often each value occurs, in order of value.
fn counts<T: Ord>(values: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

/// The counts: those of a kind leave its own choice out of account.
pub fn facets(documents: &[&Document], query: &Query) -> Facets {
    let fitting = |but: Choice| {
        let fits = move |document: &&Document| {
            misfits(document, query).into_iter().all(|choice| choice == but)
        };
        documents.iter().copied().filter(fits)
    };
    let each = |but: Choice, values: fn(&Document) -> Vec<String>| {
        let values = fitting(but).flat_map(|document| BTreeSet::from_iter(values(document)));
        counts(values.map(FacetCode::from))
    };
    Facets {
        themes: counts(fitting(Choice::Theme).flat_map(|document| document.themes.iter())),
        municipalities: each(Choice::Place, |document| match &document.coverage {
            Coverage::Municipalities(codes) => codes.iter().cloned().collect(),
            _ => Vec::new(),
        }),
        nationwide: fitting(Choice::Place).filter(|document| is_nationwide(document)).count(),
        counties: each(Choice::Place, |document| {
            counties(document).into_iter().map(str::to_owned).collect()
        }),
        provider_kinds: each(Choice::Provider, |document| {
            document.provider_kind.iter().cloned().collect()
        }),
        classes: each(Choice::Class, |document| document.classes.clone()),
        target_groups: each(Choice::TargetGroup, |document| document.target_groups.clone()),
        life_events: each(Choice::LifeEvent, |document| document.life_events.clone()),
        languages: each(Choice::Language, |document| document.languages.clone()),
        channel_kinds: each(Choice::Channel, |document| document.channel_kinds.clone()),
        free: fitting(Choice::Free).filter(|document| document.is_free).count(),
        remote: fitting(Choice::Remote).filter(|document| document.is_remote).count(),
    }
}

/// Whether a place is asked for and the document's own area is of it.
pub fn is_local(document: &Document, query: &Query) -> bool {
    let (code, county) = (query.municipality.as_deref(), query.county.as_deref());
    (code.is_some() || county.is_some())
        && misfits(document, query).iter().all(|choice| *choice != Choice::Place)
        && !is_nationwide(document)
}
