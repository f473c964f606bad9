//! Who registered, and who came: ticked by the coordinator, and kept as partners with numbers.

use std::collections::{BTreeMap, BTreeSet};

use domain::event::{Attendance, Event, Registration, RegistrationCode, Seat};
use domain::partner::PartnerName;
use store::Transaction;
use store::event::{self as rows, attendance, registration};
use store::partner;

use crate::coordinator::Coordinator;
use crate::partner::{Known, ensure};
use crate::{App, Error};

/// Who registered for an event, and who took part.
#[derive(Debug, Clone, PartialEq)]
pub struct Participants {
    /// The event.
    pub event: Event,
    /// Those who registered, in their order, until what is kept of them goes.
    pub registrations: Vec<(Registration, Seat)>,
    /// The partners that took part, with how many.
    pub partners: Vec<(domain::partner::Partner, u32)>,
    /// The names of those that took part beside the ticked registrations, once for each participant.
    pub others: Vec<String>,
}

/// The participants of a county's event.
///
/// # Errors
/// When there is none of that id.
pub async fn participants(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    event: &str,
) -> Result<Participants, Error> {
    let mut reading = app.database().begin().await?;
    let event = rows::get(&mut reading, county, event).await?.ok_or(Error::NotFound)?;
    let registrations = registration::by_event(&mut reading, &event.id).await?;
    let mut ticked: BTreeMap<String, u32> = BTreeMap::new();
    for one in registrations.iter().filter(|one| one.came) {
        *ticked.entry(one.registrant.organisation.key()).or_default() += 1;
    }
    let (mut partners, mut others) = (Vec::new(), Vec::new());
    for Attendance { partner: id, participants } in
        attendance::by_event(&mut reading, &event.id).await?
    {
        let Some(partner) = partner::get(&mut reading, county, &id).await? else { continue };
        let of_ticks = ticked.get(&partner.name.key()).copied().unwrap_or(0);
        for _ in of_ticks..participants {
            others.push(partner.name.as_str().to_owned());
        }
        partners.push((partner, participants));
    }
    partners.sort_by_cached_key(|(partner, _)| partner.name.key());
    others.sort_by_cached_key(|name| name.to_lowercase());
    let seated = |(place, one)| (one, Seat::of(place, event.facts.capacity));
    let registrations = registrations.into_iter().enumerate().map(seated).collect();
    Ok(Participants { event, registrations, partners, others })
}

/// What was ticked of a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Whose.
    pub code: RegistrationCode,
    /// From where they came, with its spelling mended.
    pub organisation: PartnerName,
    /// Whether they came.
    pub came: bool,
}

/// Marks who came to an event: those ticked among the registered, and others by the names of their organisations,
/// once for each participant. What was marked before is replaced.
///
/// # Errors
/// When the county has no such event.
pub async fn mark(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    event: &str,
    ticks: Vec<Tick>,
    others: Vec<PartnerName>,
) -> Result<(), Error> {
    let known = Known::load(app).await?;
    let (event, county) = (event.to_owned(), county.map(str::to_owned));
    let (app, author) = (app.clone(), coordinator.name().to_owned());
    app.clone()
        .database()
        .write(move |on| {
            Box::pin(async move {
                let county = county.as_deref();
                let event =
                    rows::get_to_change(on, county, &event).await?.ok_or(Error::NotFound)?;
                let registered = registration::by_event(on, &event.id).await?;
                let registered: BTreeSet<RegistrationCode> =
                    registered.into_iter().map(|one| one.code).collect();
                let mut came = others;
                for tick in ticks {
                    // One who withdrew meanwhile is not there any more.
                    if registered.contains(&tick.code) {
                        registration::mark(on, &tick.code, &tick.organisation, tick.came).await?;
                        came.extend(tick.came.then_some(tick.organisation));
                    }
                }
                keep(on, &app, &event, &known, came).await?;
                let marked = Event {
                    attendance_marked: Some(app.now()),
                    author,
                    changed: app.now(),
                    ..event
                };
                Ok(rows::upsert(on, &marked).await?)
            })
        })
        .await
}

/// Keeps that these partners took part, each as often as it is named.
pub(super) async fn keep(
    on: &mut Transaction,
    app: &App,
    event: &Event,
    known: &Known,
    came: Vec<PartnerName>,
) -> Result<(), Error> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for name in came {
        let partner = ensure(on, app, event.county.as_deref(), known, name).await?;
        *counts.entry(partner).or_default() += 1;
    }
    let attendances: Vec<Attendance> = counts
        .into_iter()
        .map(|(partner, participants)| Attendance { partner, participants })
        .collect();
    Ok(attendance::replace(on, &event.id, &attendances).await?)
}

/// Takes a registration away, with all that is kept of it: one that is there twice, or was told to be.
///
/// # Errors
/// When the county has no such event, or the event no such registration.
pub async fn remove_registration(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    event: &str,
    code: &RegistrationCode,
) -> Result<(), Error> {
    let (event, county, code) = (event.to_owned(), county.map(str::to_owned), code.clone());
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let event =
                    rows::get(on, county.as_deref(), &event).await?.ok_or(Error::NotFound)?;
                let one = registration::get(on, &code).await?.ok_or(Error::NotFound)?;
                if one.event != event.id {
                    return Err(Error::NotFound);
                }
                registration::delete(on, &code).await?;
                Ok(())
            })
        })
        .await
}
