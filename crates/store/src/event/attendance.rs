//! Which partners took part in events, and how their organisations' descriptions grew.

use domain::catalogue::EntityId;
use domain::event::Attendance;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::Error;
use crate::catalogue::id_of;
use crate::database::{Row, Transaction};

/// Says anew which partners took part in an event.
pub async fn replace(
    transaction: &mut Transaction,
    event: &str,
    attendances: &[Attendance],
) -> Result<(), Error> {
    transaction.run("DELETE FROM event_attendance WHERE event = $1", vec![event.into()]).await?;
    for attendance in attendances {
        transaction
            .run(
                "INSERT INTO event_attendance (event, partner, participants) VALUES ($1, $2, $3)",
                vec![
                    event.into(),
                    attendance.partner.as_str().into(),
                    i64::from(attendance.participants).into(),
                ],
            )
            .await?;
    }
    Ok(())
}

/// Who took part in an event, in order of the partners' ids.
pub async fn by_event(
    transaction: &mut Transaction,
    event: &str,
) -> Result<Vec<Attendance>, Error> {
    let rows = transaction
        .rows(
            "SELECT partner, participants FROM event_attendance WHERE event = $1 ORDER BY partner",
            vec![event.into()],
        )
        .await?;
    let attendance = |row: &Row| {
        let participants = u32::try_from(row.integer(1)?);
        Ok(Attendance {
            partner: row.text(0)?.to_owned(),
            participants: participants.map_err(|error| Error::corrupt("a number", error))?,
        })
    };
    rows.iter().map(attendance).collect()
}

/// The events in which a partner took part, with their days, the last first.
pub async fn events_of(transaction: &mut Transaction, partner: &str) -> Result<Vec<String>, Error> {
    let rows = transaction
        .rows(
            "SELECT e.id FROM event_attendance a JOIN event e ON e.id = a.event \
             WHERE a.partner = $1 ORDER BY e.day DESC, e.id",
            vec![partner.into()],
        )
        .await?;
    rows.iter().map(|row| Ok(row.text(0)?.to_owned())).collect()
}

/// A partner's part in an event, as the comparison needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TookPart {
    /// The event.
    pub event: String,
    /// The event's day.
    pub day: Date,
    /// The partner.
    pub partner: String,
    /// The organisation that it is, where the catalogue has it.
    pub organisation: Option<EntityId>,
}

/// Who took part in a county's events that were not cancelled, in the events' order.
pub async fn of_county(
    transaction: &mut Transaction,
    county: Option<&str>,
) -> Result<Vec<TookPart>, Error> {
    let rows = transaction
        .rows(
            "SELECT e.id, e.day, p.id, p.organisation FROM event_attendance a \
             JOIN event e ON e.id = a.event JOIN partner p ON p.id = a.partner \
             WHERE e.county = $1 AND e.cancelled = 0 ORDER BY e.day, e.starts, e.id, p.id",
            vec![county.unwrap_or_default().into()],
        )
        .await?;
    let took_part = |row: &Row| {
        Ok(TookPart {
            event: row.text(0)?.to_owned(),
            day: row.text(1)?.parse().map_err(|error| Error::corrupt("a day", error))?,
            partner: row.text(2)?.to_owned(),
            organisation: row.optional_text(3)?.map(id_of).transpose()?,
        })
    };
    rows.iter().map(took_part).collect()
}

/// By how much the number of services of each organisation changed with each import, in order of organisation and
/// time. A service counts to the organisation that is responsible for it now, or was when it went.
pub async fn growth(
    transaction: &mut Transaction,
) -> Result<Vec<(EntityId, Timestamp, i64)>, Error> {
    let rows = transaction
        .rows(
            "SELECT e.owner, v.seen, \
             CAST(SUM(CASE v.change WHEN 'gone' THEN -1 ELSE 1 END) AS BIGINT) \
             FROM entity_version v JOIN entity e ON e.kind = v.kind AND e.id = v.id \
             WHERE v.kind = 'service' AND v.change <> 'changed' AND e.owner IS NOT NULL \
             GROUP BY e.owner, v.seen ORDER BY e.owner, v.seen",
            vec![],
        )
        .await?;
    rows.iter().map(|row| Ok((id_of(row.text(0)?)?, row.instant(1)?, row.integer(2)?))).collect()
}

/// When the catalogue was first published; none of an empty one.
pub async fn known_since(transaction: &mut Transaction) -> Result<Option<Timestamp>, Error> {
    let sql = "SELECT MIN(seen) FROM entity_version";
    transaction.row(sql, vec![]).await?.map_or(Ok(None), |row| row.optional_instant(0))
}
