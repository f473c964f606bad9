//! What was marked of partners' steps to good descriptions.

use domain::journey::{Mark, Marked, StepNote, StepState};

use crate::Error;
use crate::database::{Row, Transaction};

/// Adds a mark under an id of its own.
pub async fn insert(
    transaction: &mut Transaction,
    id: &str,
    partner: &str,
    marked: &Marked,
) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO journey_mark (id, partner, step, state, day, note, author, at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            vec![
                id.into(),
                partner.into(),
                marked.step.as_str().into(),
                marked.mark.state.name().into(),
                marked.mark.day.map(|day| day.to_string()).into(),
                marked.mark.note.as_str().into(),
                marked.author.as_str().into(),
                marked.at.into(),
            ],
        )
        .await
        .map(drop)
}

/// A partner's marks, the oldest first.
pub async fn by_partner(
    transaction: &mut Transaction,
    partner: &str,
) -> Result<Vec<Marked>, Error> {
    let rows = transaction
        .rows(
            "SELECT step, state, day, note, author, at FROM journey_mark \
             WHERE partner = $1 ORDER BY at, id",
            vec![partner.into()],
        )
        .await?;
    rows.iter().map(|row| marked(row, 0)).collect()
}

/// The marks of a county's partners with the partners' ids, the oldest first.
pub async fn of_county(
    transaction: &mut Transaction,
    county: Option<&str>,
) -> Result<Vec<(String, Marked)>, Error> {
    let rows = transaction
        .rows(
            "SELECT m.partner, m.step, m.state, m.day, m.note, m.author, m.at FROM journey_mark m \
             JOIN partner p ON p.id = m.partner WHERE p.county = $1 ORDER BY m.at, m.id",
            vec![county.unwrap_or_default().into()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), marked(row, 1)?))).collect()
}

/// Deletes what was marked of a partner.
pub async fn delete(transaction: &mut Transaction, partner: &str) -> Result<(), Error> {
    let values = vec![partner.into()];
    transaction.run("DELETE FROM journey_mark WHERE partner = $1", values).await.map(drop)
}

fn marked(row: &Row, first: usize) -> Result<Marked, Error> {
    let state = row.text(first + 1)?;
    let day = row.optional_text(first + 2)?.map(str::parse).transpose();
    Ok(Marked {
        step: row.text(first)?.to_owned(),
        mark: Mark {
            state: StepState::from_name(state)
                .ok_or_else(|| Error::corrupt("a step's state", state))?,
            day: day.map_err(|error| Error::corrupt("a day", error))?,
            note: StepNote::kept(row.text(first + 3)?),
        },
        author: row.text(first + 4)?.to_owned(),
        at: row.instant(first + 5)?,
    })
}
