//! Taking a list back before its time is over: whoever gave it asks those who run the site.

use domain::shared_list::Code;
use store::shared_list as rows;

use crate::{App, Error};

/// Deletes the list of a code; says whether there was one.
///
/// # Errors
/// When the database is not there.
pub async fn withdraw(app: &App, code: &Code) -> Result<bool, Error> {
    let code = code.clone();
    let deleted: Result<u64, Error> = app
        .database()
        .write(move |on| Box::pin(async move { Ok(rows::delete(on, &code).await?) }))
        .await;
    Ok(deleted? > 0)
}
