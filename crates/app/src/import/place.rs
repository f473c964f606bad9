//! The one place that an importer has, as the next one finds it: free, held, or left by one that was
//! killed.

use std::time::Duration;

use jiff::Timestamp;

use crate::{App, Error};

/// How often it is looked whether the place is free by now.
const LOOK: Duration = Duration::from_millis(500);

/// Waits for the place of an importer that was killed: it is free when its time is over.
///
/// `waiting` is told once, when there is something to wait for, until when at the latest. An importer
/// that lives shows it by prolonging its time: then there is nothing to wait for.
///
/// # Errors
/// [`Error::Conflict`] while another import is under way; [`Error::Unavailable`] when the database
/// is.
pub async fn wait_for_place(app: &App, waiting: impl FnOnce(Timestamp)) -> Result<(), Error> {
    let held = || async {
        let mut reading = app.database().begin().await?;
        let lease = store::import::lease(&mut reading).await?;
        Ok::<_, Error>(lease.filter(|lease| app.now() < lease.until))
    };
    let Some(first) = held().await? else { return Ok(()) };
    waiting(first.until);
    while let Some(lease) = held().await? {
        if lease != first {
            return Err(Error::Conflict(format!(
                "another import is under way (run {})",
                lease.holder
            )));
        }
        tokio::time::sleep(LOOK).await;
    }
    Ok(())
}
