//! The municipalities' borders: shapes by code, and a revision that rises when they are replaced.

use crate::Error;
use crate::database::{Row, Transaction, Value};

/// Which borders these are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// It rises with every replacement; 0 before the first.
    pub revision: i64,
    /// A print of all shapes; empty before the first.
    pub print: String,
    /// Whose they are, as maps name it.
    pub source: String,
}

/// Which borders the database has.
pub async fn state(transaction: &mut Transaction) -> Result<State, Error> {
    let row = transaction
        .row("SELECT revision, print, source FROM border_state WHERE id = 1", vec![])
        .await?
        .ok_or_else(|| Error::Corrupt("the state of the borders is missing".into()))?;
    let text = |place| row.text(place).map(str::to_owned);
    Ok(State { revision: row.integer(0)?, print: text(1)?, source: text(2)? })
}

/// Every municipality's code and shape, in order of code.
pub async fn list(transaction: &mut Transaction) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let rows = transaction.rows("SELECT code, shape FROM border ORDER BY code", vec![]).await?;
    let border = |row: &Row| Ok((row.text(0)?.to_owned(), row.bytes(1)?.to_owned()));
    rows.iter().map(border).collect()
}

/// Puts these borders in the place of all others, unless they have the print of those; says whether it
/// did. Whoever replaces them does it alone until the end of the transaction.
pub async fn replace(
    transaction: &mut Transaction,
    print: &str,
    source: &str,
    borders: &[(String, Vec<u8>)],
) -> Result<bool, Error> {
    let raised = transaction
        .run(
            "UPDATE border_state SET revision = revision + 1, print = $1, source = $2 WHERE id = 1 AND print <> $1",
            vec![print.into(), source.into()],
        )
        .await?;
    if raised == 0 {
        return Ok(false);
    }
    transaction.run("DELETE FROM border", vec![]).await?;
    for (code, shape) in borders {
        transaction
            .run(
                "INSERT INTO border (code, shape) VALUES ($1, $2)",
                vec![code.as_str().into(), Value::Bytes(Some(shape.clone()))],
            )
            .await?;
    }
    Ok(true)
}
