//! Who registered for events; kept for a bounded time.

use domain::Language;
use domain::event::{Event, Registrant, Registration, RegistrationCode};
use domain::partner::PartnerName;
use jiff::Timestamp;

use crate::Error;
use crate::database::{Row, Transaction};

/// Keeps a registration, unless another one has its code; says whether it did.
pub async fn insert(
    transaction: &mut Transaction,
    registration: &Registration,
) -> Result<bool, Error> {
    let inserted = transaction
        .run(
            "INSERT INTO event_registration (code, event, name, organisation, email, language, \
             created, came) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (code) DO NOTHING",
            vec![
                registration.code.as_str().into(),
                registration.event.as_str().into(),
                registration.registrant.name.as_str().into(),
                registration.registrant.organisation.as_str().into(),
                registration.registrant.email.as_str().into(),
                registration.language.code().into(),
                registration.created.into(),
                i64::from(registration.came).into(),
            ],
        )
        .await?;
    Ok(inserted == 1)
}

/// The registration of a code.
pub async fn get(
    transaction: &mut Transaction,
    code: &RegistrationCode,
) -> Result<Option<Registration>, Error> {
    let row = transaction
        .row(
            "SELECT code, event, name, organisation, email, language, created, came \
             FROM event_registration WHERE code = $1",
            vec![code.as_str().into()],
        )
        .await?;
    row.as_ref().map(registration).transpose()
}

/// An event's registrations in the order in which they came.
pub async fn by_event(
    transaction: &mut Transaction,
    event: &str,
) -> Result<Vec<Registration>, Error> {
    let rows = transaction
        .rows(
            "SELECT code, event, name, organisation, email, language, created, came \
             FROM event_registration WHERE event = $1 ORDER BY created, code",
            vec![event.into()],
        )
        .await?;
    rows.iter().map(registration).collect()
}

/// How many registered for an event.
pub async fn count(transaction: &mut Transaction, event: &str) -> Result<usize, Error> {
    let row = transaction
        .row("SELECT COUNT(*) FROM event_registration WHERE event = $1", vec![event.into()])
        .await?;
    let count = row.map_or(Ok(0), |row| row.integer(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// How many registrations for a county's events are kept.
pub async fn count_of_county(
    transaction: &mut Transaction,
    county: Option<&str>,
) -> Result<i64, Error> {
    let row = transaction
        .row(
            "SELECT COUNT(*) FROM event_registration r JOIN event e ON e.id = r.event \
             WHERE e.county = $1",
            vec![county.unwrap_or_default().into()],
        )
        .await?;
    row.map_or(Ok(0), |row| row.integer(0))
}

/// How many registered since an instant and are still there: for an event, and for all of its county's.
pub async fn since(
    transaction: &mut Transaction,
    event: &Event,
    since: Timestamp,
) -> Result<(i64, i64), Error> {
    let row = transaction
        .row(
            "SELECT COUNT(CASE WHEN r.event = $1 THEN 1 END), COUNT(*) FROM event_registration r \
             JOIN event e ON e.id = r.event WHERE e.county = $2 AND r.created >= $3",
            vec![
                event.id.as_str().into(),
                event.county.as_deref().unwrap_or_default().into(),
                since.into(),
            ],
        )
        .await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.integer(0)?, row.integer(1)?)))
}

/// Says of a registration from where they came and whether they did.
pub async fn mark(
    transaction: &mut Transaction,
    code: &RegistrationCode,
    organisation: &PartnerName,
    came: bool,
) -> Result<(), Error> {
    transaction
        .run(
            "UPDATE event_registration SET organisation = $2, came = $3 WHERE code = $1",
            vec![code.as_str().into(), organisation.as_str().into(), i64::from(came).into()],
        )
        .await
        .map(drop)
}

/// Deletes the registration of a code; says how many there were.
pub async fn delete(transaction: &mut Transaction, code: &RegistrationCode) -> Result<u64, Error> {
    let values = vec![code.as_str().into()];
    transaction.run("DELETE FROM event_registration WHERE code = $1", values).await
}

/// Deletes all registrations of an event, and says how many.
pub async fn delete_of(transaction: &mut Transaction, event: &str) -> Result<u64, Error> {
    let values = vec![event.into()];
    transaction.run("DELETE FROM event_registration WHERE event = $1", values).await
}

fn registration(row: &Row) -> Result<Registration, Error> {
    let (code, language) = (row.text(0)?, row.text(5)?);
    Ok(Registration {
        code: RegistrationCode::read(code)
            .ok_or_else(|| Error::corrupt("a registration's code", code))?,
        event: row.text(1)?.to_owned(),
        registrant: Registrant {
            name: row.text(2)?.to_owned(),
            organisation: PartnerName::kept(row.text(3)?),
            email: row.text(4)?.to_owned(),
        },
        language: Language::from_code(language)
            .ok_or_else(|| Error::corrupt("a language", language))?,
        created: row.instant(6)?,
        came: row.integer(7)? != 0,
    })
}
