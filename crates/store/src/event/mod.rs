//! Workshops and clinics, with what goes with them: materials, registrations, and who took part.

pub mod attendance;
pub mod material;
pub mod registration;

use domain::Localized;
use domain::event::{Event, EventFacts, EventKind};
use jiff::Timestamp;
use jiff::civil::{Date, Time};

use crate::Error;
use crate::database::{Row, Transaction, Value, dialect};

/// Keeps an event, or what was changed of it.
pub async fn upsert(transaction: &mut Transaction, event: &Event) -> Result<(), Error> {
    let facts = &event.facts;
    transaction
        .run(
            "INSERT INTO event (id, county, kind, title, description, day, starts, ends, place, \
             remote, capacity, closes, cancelled, attendance_marked, author, changed) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
             ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, \
             description = excluded.description, day = excluded.day, starts = excluded.starts, \
             ends = excluded.ends, place = excluded.place, remote = excluded.remote, \
             capacity = excluded.capacity, closes = excluded.closes, \
             cancelled = excluded.cancelled, attendance_marked = excluded.attendance_marked, \
             author = excluded.author, changed = excluded.changed",
            vec![
                event.id.as_str().into(),
                event.county.as_deref().unwrap_or_default().into(),
                facts.kind.name().into(),
                json(&facts.title)?,
                json(&facts.description)?,
                facts.day.to_string().into(),
                facts.starts.to_string().into(),
                facts.ends.to_string().into(),
                facts.place.clone().into(),
                facts.remote.clone().into(),
                facts.capacity.map(i64::from).into(),
                facts.closes.to_string().into(),
                i64::from(event.is_cancelled).into(),
                event.attendance_marked.into(),
                event.author.as_str().into(),
                event.changed.into(),
            ],
        )
        .await
        .map(drop)
}

/// The columns of [`Event`].
macro_rules! event {
    ($rest:literal) => {
        concat!(
            "SELECT id, county, kind, title, description, day, starts, ends, place, remote, \
             capacity, closes, cancelled, attendance_marked, author, changed FROM event ",
            $rest
        )
    };
}

/// A county's event of an id.
pub async fn get(
    transaction: &mut Transaction,
    county: Option<&str>,
    id: &str,
) -> Result<Option<Event>, Error> {
    let values = vec![id.into(), county.unwrap_or_default().into()];
    let row = transaction.row(event!("WHERE id = $1 AND county = $2"), values).await?;
    row.as_ref().map(event).transpose()
}

/// The same for a change of it: whoever else would change it, or register for it, waits until this transaction is over.
pub async fn get_to_change(
    transaction: &mut Transaction,
    county: Option<&str>,
    id: &str,
) -> Result<Option<Event>, Error> {
    let sql = dialect!(
        transaction,
        sqlite: event!("WHERE id = $1 AND county = $2"),
        postgres: event!("WHERE id = $1 AND county = $2 FOR UPDATE"),
    );
    let values = vec![id.into(), county.unwrap_or_default().into()];
    let row = transaction.row(sql, values).await?;
    row.as_ref().map(event).transpose()
}

/// A county's events from a day on, in their order.
pub async fn since(
    transaction: &mut Transaction,
    county: Option<&str>,
    day: Date,
) -> Result<Vec<Event>, Error> {
    let rows = transaction
        .rows(
            event!("WHERE county = $1 AND day >= $2 ORDER BY day, starts, id"),
            vec![county.unwrap_or_default().into(), day.to_string().into()],
        )
        .await?;
    rows.iter().map(event).collect()
}

/// A county's events before a day, the last first, so many.
pub async fn before(
    transaction: &mut Transaction,
    county: Option<&str>,
    day: Date,
    limit: u32,
) -> Result<Vec<Event>, Error> {
    let rows = transaction
        .rows(
            event!(
                "WHERE county = $1 AND day < $2 ORDER BY day DESC, starts DESC, id DESC \
                 LIMIT CAST($3 AS BIGINT)"
            ),
            vec![
                county.unwrap_or_default().into(),
                day.to_string().into(),
                i64::from(limit).into(),
            ],
        )
        .await?;
    rows.iter().map(event).collect()
}

/// The events to a day whose registrations are still there, of all counties.
pub async fn with_registrations_until(
    transaction: &mut Transaction,
    day: Date,
) -> Result<Vec<Event>, Error> {
    let rows = transaction
        .rows(
            event!(
                "WHERE day <= $1 AND id IN (SELECT event FROM event_registration) ORDER BY day, id"
            ),
            vec![day.to_string().into()],
        )
        .await?;
    rows.iter().map(event).collect()
}

fn json(texts: &Localized) -> Result<Value, Error> {
    let text = serde_json::to_string(texts).map_err(|error| Error::corrupt("texts", error))?;
    Ok(text.into())
}

fn event(row: &Row) -> Result<Event, Error> {
    let county = row.text(1)?;
    let kind = row.text(2)?;
    let capacity = row.optional_integer(10)?.map(u32::try_from).transpose();
    let attendance_marked: Option<Timestamp> = row.optional_instant(13)?;
    Ok(Event {
        id: row.text(0)?.to_owned(),
        county: (!county.is_empty()).then(|| county.to_owned()),
        facts: EventFacts {
            kind: EventKind::from_name(kind).ok_or_else(|| Error::corrupt("a kind", kind))?,
            title: localized(row.text(3)?)?,
            description: localized(row.text(4)?)?,
            day: day(row.text(5)?)?,
            starts: time(row.text(6)?)?,
            ends: time(row.text(7)?)?,
            place: row.optional_text(8)?.map(str::to_owned),
            remote: row.optional_text(9)?.map(str::to_owned),
            capacity: capacity.map_err(|error| Error::corrupt("a capacity", error))?,
            closes: day(row.text(11)?)?,
        },
        is_cancelled: row.integer(12)? != 0,
        attendance_marked,
        author: row.text(14)?.to_owned(),
        changed: row.instant(15)?,
    })
}

fn localized(text: &str) -> Result<Localized, Error> {
    serde_json::from_str(text).map_err(|error| Error::corrupt("texts", error))
}

fn day(text: &str) -> Result<Date, Error> {
    text.parse().map_err(|error| Error::corrupt("a day", error))
}

fn time(text: &str) -> Result<Time, Error> {
    text.parse().map_err(|error| Error::corrupt("a time of day", error))
}
