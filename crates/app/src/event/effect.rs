//! What followed events: loaded from the history of the catalogue and of the scores, and compared in `domain`.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::EntityId;
use domain::event::{Attended, Effect, Event, History, Point, Reached};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use store::Transaction;
use store::event as rows;
use store::event::attendance::{TookPart, growth, known_since, of_county};
use store::quality::organisation_history;

use crate::catalogue::county_organisations;
use crate::coordinator::Coordinator;
use crate::schedule::finnish_time;
use crate::{App, Error};

/// What followed an event, or all of a county's.
#[derive(Debug, Clone, PartialEq)]
pub struct Followed {
    /// The event, where it is one.
    pub event: Option<Event>,
    /// The figures.
    pub effect: Effect,
    /// How many partners took part.
    pub partners: usize,
    /// How many of them the catalogue does not have; they count with no descriptions.
    pub unknown: usize,
    /// How many organisations took part in no event, with which they are compared.
    pub others: usize,
    /// Since when the catalogue is known.
    pub since: Option<Timestamp>,
}

/// What followed a county's event, or all of its events: then each partner is looked at from its first one.
///
/// # Errors
/// When there is no such event.
pub async fn effect(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    event: Option<&str>,
) -> Result<Followed, Error> {
    let mut reading = app.database().begin().await?;
    let event = match event {
        Some(id) => Some(rows::get(&mut reading, county, id).await?.ok_or(Error::NotFound)?),
        None => None,
    };
    let all = of_county(&mut reading, county).await?;
    let history = history(&mut reading).await?;
    let mut others = organisations(app, county, &history);
    for one in all.iter().filter_map(|one| one.organisation.as_ref()) {
        others.remove(one);
    }
    let looked_at = first_parts(&all, event.as_ref().map(|event| event.id.as_str()));
    let now = app.now();
    let came: Vec<Attended> = looked_at
        .iter()
        .map(|part| {
            Ok(Attended { organisation: organisation(part)?, reached: reached(part.day, now) })
        })
        .collect::<Result<_, Error>>()?;
    Ok(Followed {
        event,
        effect: Effect::of(&history, &came, &others),
        partners: came.len(),
        unknown: looked_at.iter().filter(|part| part.organisation.is_none()).count(),
        others: others.len(),
        since: history.since,
    })
}

/// The parts in one event; without one, each partner's first of all.
fn first_parts<'a>(all: &'a [TookPart], event: Option<&str>) -> Vec<&'a TookPart> {
    let mut seen = BTreeSet::new();
    all.iter()
        .filter(|part| event.is_none_or(|event| part.event == event))
        .filter(|part| seen.insert(&part.partner))
        .collect()
}

/// The organisation that a partner is. One that the catalogue does not have is looked for under its own id, and so has
/// no descriptions.
fn organisation(part: &TookPart) -> Result<EntityId, Error> {
    let own = || EntityId::new(part.partner.clone());
    part.organisation
        .clone()
        .map_or_else(own, Ok)
        .map_err(|error| Error::Internal(format!("a partner's id: {error}")))
}

/// When the points of an event are: before its day begins, and as the day ends so many months later. Those that are
/// still to come are none.
fn reached(day: Date, now: Timestamp) -> Reached {
    let zone = finnish_time(now).time_zone().clone();
    Point::ALL.map(|point| {
        let day = match point {
            Point::Before => Some(day),
            Point::Months(months) => {
                day.checked_add(i32::from(months).months()).and_then(Date::tomorrow).ok()
            }
        };
        let at = day.and_then(|day| day.to_zoned(zone.clone()).ok()).map(|day| day.timestamp());
        at.filter(|at| *at <= now)
    })
}

async fn history(reading: &mut Transaction) -> Result<History, Error> {
    let mut descriptions: BTreeMap<EntityId, Vec<(Timestamp, i64)>> = BTreeMap::new();
    for (organisation, at, change) in growth(reading).await? {
        descriptions.entry(organisation).or_default().push((at, change));
    }
    let mut scores: BTreeMap<EntityId, Vec<(Timestamp, f64)>> = BTreeMap::new();
    for (organisation, at, tenths) in organisation_history(reading).await? {
        scores.entry(organisation).or_default().push((at, f64::from(tenths) / 10.0));
    }
    Ok(History { since: known_since(reading).await?, descriptions, scores })
}

/// The organisations with which those who came are compared: on a county's site those responsible for a service
/// there, without one all that ever were for one.
fn organisations(app: &App, county: Option<&str>, history: &History) -> BTreeSet<EntityId> {
    match county {
        Some(county) => county_organisations(app, county),
        None => history.descriptions.keys().cloned().collect(),
    }
}
