//! Visits by campaigns' addresses: counts by code and day.

use jiff::civil::Date;

use crate::Error;
use crate::database::Transaction;

/// The visits of a code on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visits {
    /// The code.
    pub code: String,
    /// The day, in Finland.
    pub day: Date,
    /// How many.
    pub count: i64,
}

/// Adds visits to those of their code and day.
pub async fn add(transaction: &mut Transaction, visits: &Visits) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO campaign_visit (code, day, count) VALUES ($1, $2, $3) \
             ON CONFLICT (code, day) DO UPDATE SET count = campaign_visit.count + excluded.count",
            vec![visits.code.as_str().into(), visits.day.to_string().into(), visits.count.into()],
        )
        .await?;
    Ok(())
}

/// The visits from a day on, by code and day.
pub async fn list(transaction: &mut Transaction, from: Date) -> Result<Vec<Visits>, Error> {
    let rows = transaction
        .rows(
            "SELECT code, day, count FROM campaign_visit WHERE day >= $1 ORDER BY code, day",
            vec![from.to_string().into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let day = row.text(1)?.parse().map_err(|error| Error::corrupt("a day", error))?;
            Ok(Visits { code: row.text(0)?.to_owned(), day, count: row.integer(2)? })
        })
        .collect()
}

/// Forgets the visits before a day; says how many rows went.
pub async fn forget(transaction: &mut Transaction, before: Date) -> Result<u64, Error> {
    transaction
        .run("DELETE FROM campaign_visit WHERE day < $1", vec![before.to_string().into()])
        .await
}
