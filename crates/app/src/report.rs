//! The reports of imports, for the operators' pages.

use domain::import::Report;
use jiff::Timestamp;
use store::import::{get, list};

use crate::{App, Error};

/// The reports of the runs that began before an instant (or all), the last one first.
pub async fn reports(
    app: &App,
    before: Option<Timestamp>,
    limit: u32,
) -> Result<Vec<Report>, Error> {
    let mut transaction = app.database().begin().await?;
    Ok(list(&mut transaction, before, limit).await?)
}

/// The report of one run.
pub async fn report(app: &App, run: &str) -> Result<Report, Error> {
    let mut transaction = app.database().begin().await?;
    get(&mut transaction, run).await?.ok_or(Error::NotFound)
}
