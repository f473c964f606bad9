//! Registering for an event and withdrawing from it, without an account.

use domain::Language;
use domain::event::{Event, NotOpen, Registrant, Registration, RegistrationCode, Seat};
use jiff::{Timestamp, ToSpan};
use store::Transaction;
use store::event::{self as rows, registration};

use super::now;
use crate::{App, Error, chance};

/// How many wait for a place at most, or register where there is no limit: a flood must not fill the disk.
pub const MOST_WAITING: usize = 500;
/// How many register on a county's site in a minute at most: a burst must not fill every list before somebody looks.
pub const MOST_A_MINUTE: i64 = 60;
/// How many for one event: who is told of it by a letter to many comes over minutes.
pub const MOST_A_MINUTE_OF_AN_EVENT: i64 = 20;

/// How registering ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Registering {
    /// With the key to one's own registration.
    Done(RegistrationCode),
    /// One cannot register.
    NotOpen(NotOpen),
    /// Too many wait already.
    TooMany,
    /// As many came as in a minute: it is worth sending again soon.
    FullForAMinute,
}

/// Registers for a county's event. Who comes after the last place waits.
///
/// # Errors
/// When there is no such event.
pub async fn register(
    app: &App,
    county: Option<&str>,
    event: &str,
    registrant: Registrant,
    language: Language,
) -> Result<Registering, Error> {
    let registration = Registration {
        code: RegistrationCode::of_chance(chance::bytes()?),
        event: event.to_owned(),
        registrant,
        language,
        created: app.now(),
        came: false,
    };
    let (county, now) = (county.map(str::to_owned), now(app));
    let a_minute_ago = registration.created.checked_sub(1.minute()).unwrap_or(Timestamp::MIN);
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let event = rows::get_to_change(on, county.as_deref(), &registration.event).await?;
                let event = event.ok_or(Error::NotFound)?;
                if let Err(why) = event.may_register(now) {
                    return Ok(Registering::NotOpen(why));
                }
                let most = event.facts.capacity.map_or(MOST_WAITING, |count| {
                    usize::try_from(count).unwrap_or(usize::MAX).saturating_add(MOST_WAITING)
                });
                if registration::count(on, &event.id).await? >= most {
                    return Ok(Registering::TooMany);
                }
                let (of_event, of_county) = registration::since(on, &event, a_minute_ago).await?;
                if of_event >= MOST_A_MINUTE_OF_AN_EVENT || of_county >= MOST_A_MINUTE {
                    return Ok(Registering::FullForAMinute);
                }
                if !registration::insert(on, &registration).await? {
                    return Err(Error::Internal("the code of a registration is taken".to_owned()));
                }
                Ok(Registering::Done(registration.code))
            })
        })
        .await
}

/// Whether something is kept of people who registered for a county's events.
///
/// # Errors
/// When the database is not there.
pub async fn keeps_registrations(app: &App, county: Option<&str>) -> Result<bool, Error> {
    let mut reading = app.database().begin().await?;
    Ok(registration::count_of_county(&mut reading, county).await? > 0)
}

/// One's own registration.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// The event.
    pub event: Event,
    /// What is kept.
    pub registration: Registration,
    /// Whether there is a place.
    pub seat: Seat,
}

/// The registration of a code, for a county's event.
///
/// # Errors
/// When there is none, or no longer.
pub async fn own(app: &App, county: Option<&str>, code: &RegistrationCode) -> Result<Own, Error> {
    of_code(&mut app.database().begin().await?, county, code).await
}

async fn of_code(
    reading: &mut Transaction,
    county: Option<&str>,
    code: &RegistrationCode,
) -> Result<Own, Error> {
    let registration = registration::get(reading, code).await?.ok_or(Error::NotFound)?;
    let event = rows::get(reading, county, &registration.event).await?.ok_or(Error::NotFound)?;
    let all = registration::by_event(reading, &event.id).await?;
    let place = all.iter().position(|one| one.code == *code).ok_or(Error::NotFound)?;
    let seat = Seat::of(place, event.facts.capacity);
    Ok(Own { event, registration, seat })
}

/// Withdraws: deletes what is kept at once, and lets the next one up. Gives the event.
///
/// # Errors
/// When there is no such registration, or no longer.
pub async fn withdraw(
    app: &App,
    county: Option<&str>,
    code: &RegistrationCode,
) -> Result<Event, Error> {
    let (county, code) = (county.map(str::to_owned), code.clone());
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let own = of_code(on, county.as_deref(), &code).await?;
                registration::delete(on, &code).await?;
                Ok(own.event)
            })
        })
        .await
}
