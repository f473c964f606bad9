//! Workshops and clinics: what everybody is told of them, and what the coordinator does with them.

pub mod attendance;
pub mod effect;
mod forget;
mod register;

use domain::event::{
    Event, EventFacts, EventProblem, FileKind, MOST_MATERIALS, Material, MaterialContent,
    MaterialRefusal,
};
use jiff::Timestamp;
use jiff::civil::DateTime;
use store::Transaction;
use store::event::{self as rows, material, registration};

pub use forget::{delete_old, forget_old};
pub use register::{
    MOST_A_MINUTE, MOST_A_MINUTE_OF_AN_EVENT, MOST_WAITING, Own, Registering, keeps_registrations,
    own, register, withdraw,
};

use crate::coordinator::Coordinator;
use crate::schedule::finnish_time;
use crate::{App, Error};

/// How many events that are over are listed.
const PAST: u32 = 200;

/// An event with what one may know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct EventDetails {
    /// The event.
    pub event: Event,
    /// What goes with it.
    pub materials: Vec<Material>,
    /// How many registered.
    pub registered: usize,
}

/// The civil time in Finland.
fn now(app: &App) -> DateTime {
    finnish_time(app.now()).datetime()
}

/// When an event begins and when it ends.
///
/// # Errors
/// When its day has no such instants: never of one that a calendar knows.
pub fn span(event: &Event) -> Result<(Timestamp, Timestamp), Error> {
    let zone = finnish_time(event.changed).time_zone().clone();
    let at = |time| {
        let at = event.facts.day.to_datetime(time).to_zoned(zone.clone());
        at.map(|at| at.timestamp()).map_err(|error| Error::Internal(error.to_string()))
    };
    Ok((at(event.facts.starts)?, at(event.facts.ends)?))
}

/// A county's events that are not over, in their order.
pub async fn coming(app: &App, county: Option<&str>) -> Result<Vec<Event>, Error> {
    let now = now(app);
    let mut events = rows::since(&mut app.database().begin().await?, county, now.date()).await?;
    events.retain(|event| !event.is_over(now));
    Ok(events)
}

/// A county's event.
///
/// # Errors
/// When there is none of that id.
pub async fn details(app: &App, county: Option<&str>, id: &str) -> Result<EventDetails, Error> {
    let mut reading = app.database().begin().await?;
    let event = rows::get(&mut reading, county, id).await?.ok_or(Error::NotFound)?;
    Ok(EventDetails {
        materials: material::by_event(&mut reading, id).await?,
        registered: registration::count(&mut reading, id).await?,
        event,
    })
}

/// A file of a county's event: its name, its kind and its content.
///
/// # Errors
/// When there is none.
pub async fn file(
    app: &App,
    county: Option<&str>,
    event: &str,
    id: &str,
) -> Result<(String, FileKind, Vec<u8>), Error> {
    let mut reading = app.database().begin().await?;
    rows::get(&mut reading, county, event).await?.ok_or(Error::NotFound)?;
    match material::file(&mut reading, event, id).await? {
        Some((Material { name, content: MaterialContent::File(kind), .. }, bytes)) => {
            Ok((name, kind, bytes))
        }
        _ => Err(Error::NotFound),
    }
}

/// An event in the coordinator's list.
#[derive(Debug, Clone, PartialEq)]
pub struct EventLine {
    /// The event.
    pub event: Event,
    /// How many registered.
    pub registered: usize,
    /// How many partners took part.
    pub partners: usize,
}

/// A county's events: those to come in their order, and those that are over, the last first.
pub async fn list(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
) -> Result<(Vec<EventLine>, Vec<EventLine>), Error> {
    let mut reading = app.database().begin().await?;
    let now = now(app);
    let today = rows::since(&mut reading, county, now.date()).await?;
    let (mut past, coming): (Vec<Event>, Vec<Event>) =
        today.into_iter().partition(|event| event.is_over(now));
    past.reverse();
    past.extend(rows::before(&mut reading, county, now.date(), PAST).await?);
    Ok((lines(&mut reading, coming).await?, lines(&mut reading, past).await?))
}

async fn lines(reading: &mut Transaction, events: Vec<Event>) -> Result<Vec<EventLine>, Error> {
    let mut lines = Vec::with_capacity(events.len());
    for event in events {
        lines.push(EventLine {
            registered: registration::count(reading, &event.id).await?,
            partners: rows::attendance::by_event(reading, &event.id).await?.len(),
            event,
        });
    }
    Ok(lines)
}

/// Makes an event, and gives its id.
pub async fn add(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    facts: EventFacts,
) -> Result<String, Error> {
    let event = Event {
        id: app.new_id(),
        county: county.map(str::to_owned),
        facts,
        is_cancelled: false,
        attendance_marked: None,
        author: coordinator.name().to_owned(),
        changed: app.now(),
    };
    let id = event.id.clone();
    let written: Result<(), Error> = app
        .database()
        .write(move |on| Box::pin(async move { Ok(rows::upsert(on, &event).await?) }))
        .await;
    written.map(|()| id)
}

/// Changes what is told of an event. Where people have registered it cannot be moved to a day that is over: what is
/// kept of them would be deleted at once, by a slip of the pen.
///
/// # Errors
/// When there is none of that id. Within, when its new day is over.
pub async fn change(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    id: &str,
    facts: EventFacts,
) -> Result<Result<(), EventProblem>, Error> {
    let today = now(app).date();
    alter(app, coordinator, county, id, move |event, registered| {
        if registered > 0 && facts.day < today && facts.day != event.facts.day {
            return Err(EventProblem::DayOver);
        }
        event.facts = facts;
        Ok(())
    })
    .await
}

/// Says that an event does not take place, or that it does after all.
///
/// # Errors
/// When there is none of that id.
pub async fn set_cancelled(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    id: &str,
    is_cancelled: bool,
) -> Result<(), Error> {
    alter(app, coordinator, county, id, move |event, _| event.is_cancelled = is_cancelled).await
}

/// Changes an event, given also how many registered.
async fn alter<T: Send + 'static>(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    id: &str,
    change: impl FnOnce(&mut Event, usize) -> T + Send + 'static,
) -> Result<T, Error> {
    let (id, county) = (id.to_owned(), county.map(str::to_owned));
    let (author, changed) = (coordinator.name().to_owned(), app.now());
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let mut event = rows::get_to_change(on, county.as_deref(), &id)
                    .await?
                    .ok_or(Error::NotFound)?;
                let registered = registration::count(on, &id).await?;
                let before = event.clone();
                let outcome = change(&mut event, registered);
                if event != before {
                    rows::upsert(on, &Event { author, changed, ..event }).await?;
                }
                Ok(outcome)
            })
        })
        .await
}

/// Puts a link with an event, or a file with its content.
///
/// # Errors
/// When there is none of that id. Within, when it has too many already.
pub async fn add_material(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    event: &str,
    name: String,
    content: MaterialContent,
    bytes: Option<Vec<u8>>,
) -> Result<Result<(), MaterialRefusal>, Error> {
    let (event, county) = (event.to_owned(), county.map(str::to_owned));
    let added = Material { id: app.new_id(), name, content };
    app.database()
        .write(move |on| {
            Box::pin(async move {
                rows::get_to_change(on, county.as_deref(), &event).await?.ok_or(Error::NotFound)?;
                if material::by_event(on, &event).await?.len() >= MOST_MATERIALS {
                    return Ok(Err(MaterialRefusal::TooMany));
                }
                material::insert(on, &event, &added, bytes).await?;
                Ok(Ok(()))
            })
        })
        .await
}

/// Takes a material away from an event.
///
/// # Errors
/// When there is none of that id.
pub async fn remove_material(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    event: &str,
    id: &str,
) -> Result<(), Error> {
    let (event, county, id) = (event.to_owned(), county.map(str::to_owned), id.to_owned());
    app.database()
        .write(move |on| {
            Box::pin(async move {
                rows::get(on, county.as_deref(), &event).await?.ok_or(Error::NotFound)?;
                match material::delete(on, &event, &id).await? {
                    0 => Err(Error::NotFound),
                    _ => Ok(()),
                }
            })
        })
        .await
}
