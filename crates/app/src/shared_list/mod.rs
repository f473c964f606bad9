//! Lists given to somebody: made under a code of chance, read by it, and gone when their time is over.

mod withdraw;

use std::time::Duration;

use domain::Language;
use domain::my_list::ServiceList;
use domain::shared_list::{Code, Note, SharedList, Validity};
use jiff::{Timestamp, ToSpan};
use store::shared_list as rows;

pub use withdraw::withdraw;

use crate::schedule::finnish_time;
use crate::{App, Error, catalogue, chance};

/// How many lists are given in a day: a flood of made-up ones must not fill the disk.
const MOST_A_DAY: i64 = 10_000;
/// How many codes are tried; of ten thousand lists, the second is needed once in a hundred billion times.
const TRIES: usize = 4;
/// How often what has expired is looked for.
const LOOK: Duration = Duration::from_mins(10);

/// What is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gift {
    /// The services in order.
    pub services: ServiceList,
    /// A word to them.
    pub note: Option<Note>,
    /// The receiver's language.
    pub language: Language,
    /// How long it is there.
    pub validity: Validity,
}

/// A list that was looked for by its code and is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It may be read.
    There(SharedList),
    /// Its time is over.
    Expired,
}

/// Gives a list: keeps those of its services that the catalogue knows, under a new code.
///
/// # Errors
/// When no service is left ([`Error::Refused`]), or too many lists were given in a day
/// ([`Error::TooMuch`]).
pub async fn give(app: &App, gift: Gift) -> Result<SharedList, Error> {
    let codes: Result<Vec<Code>, Error> = (0..TRIES).map(|_| new_code()).collect();
    let services = known(app, gift.services).await?;
    keep(app, Gift { services, ..gift }, codes?).await
}

fn new_code() -> Result<Code, Error> {
    Ok(Code::of_chance(chance::bytes()?))
}

/// Keeps a list under the first of these codes that is free.
async fn keep(app: &App, gift: Gift, codes: Vec<Code>) -> Result<SharedList, Error> {
    let (created, expires) = (app.now(), end(app.now(), gift.validity)?);
    let Gift { services, note, language, .. } = gift;
    app.database()
        .write(move |on| {
            Box::pin(async move {
                rows::delete_expired(on, created).await?;
                let day_ago = created.checked_sub(24.hours()).unwrap_or(Timestamp::MIN);
                if rows::count_since(on, day_ago).await? >= MOST_A_DAY {
                    return Err(Error::TooMuch("as many lists were given as in a day".to_owned()));
                }
                for code in codes {
                    let (services, note) = (services.clone(), note.clone());
                    let list = SharedList { code, services, note, language, created, expires };
                    if rows::insert(on, &list).await? {
                        return Ok(list);
                    }
                }
                Err(Error::Internal("no code of a shared list was free".to_owned()))
            })
        })
        .await
}

/// The services of a list that the catalogue knows, gone or not.
async fn known(app: &App, services: ServiceList) -> Result<ServiceList, Error> {
    let names = catalogue::service_names(app, services.ids()).await?;
    let known = services.ids().iter().filter(|id| names.contains_key(id));
    let known = ServiceList::of(known.cloned());
    if known.is_empty() {
        return Err(Error::Refused("there is no service on the list".to_owned()));
    }
    Ok(known)
}

/// The end of the last day, Finnish time.
fn end(now: Timestamp, validity: Validity) -> Result<Timestamp, Error> {
    let now = finnish_time(now);
    let last_day = validity.last_day(now.date());
    let after = last_day.tomorrow().and_then(|day| day.to_zoned(now.time_zone().clone()));
    after.map(|end| end.timestamp()).map_err(|error| Error::Internal(error.to_string()))
}

/// The list of a code. Nobody is turned away for the wrong codes of others: a code is too long to be
/// found by trying.
///
/// # Errors
/// When there is none ([`Error::NotFound`]).
pub async fn read(app: &App, code: &Code) -> Result<Found, Error> {
    let now = app.now();
    match rows::get(&mut app.database().begin().await?, code).await? {
        Some(list) if list.has_expired(now) => Ok(Found::Expired),
        Some(list) => Ok(Found::There(list)),
        None => Err(Error::NotFound),
    }
}

/// Deletes the lists whose time is over, and says how many.
pub async fn delete_expired(app: &App) -> Result<u64, Error> {
    let now = app.now();
    app.database()
        .write(move |on| Box::pin(async move { Ok(rows::delete_expired(on, now).await?) }))
        .await
}

/// Deletes what has expired, now and from then on.
pub async fn forget_expired(app: App) {
    loop {
        match delete_expired(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "shared lists expired"),
            Err(error) => tracing::warn!("expired lists could not be deleted: {error}"),
        }
        tokio::time::sleep(LOOK).await;
    }
}

#[cfg(test)]
mod tests;
