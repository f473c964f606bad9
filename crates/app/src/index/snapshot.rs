//! The index's file, and beside it the id of the run that published its generation and the print of the
//! words it was made with: a file of another database may be of the same generation, but never of the
//! same run, and an index made with another dictionary finds other words.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use search::Index;

use crate::{App, Error, background};

fn mark(snapshot: &Path) -> PathBuf {
    let mut name = snapshot.file_name().map_or_else(OsString::new, ToOwned::to_owned);
    name.push(".run");
    snapshot.with_file_name(name)
}

/// Whether an index from the file is of this database.
pub(super) async fn is_of(app: &App, index: &Index, snapshot: &Path) -> Result<bool, Error> {
    let marked = fs::read_to_string(mark(snapshot)).unwrap_or_default();
    Ok(publisher(app, index).await?.is_some_and(|run| written(app, &run) == marked))
}

/// Whether the file is of the catalogue as it is, as far as its mark tells.
pub(super) async fn is_current(app: &App, snapshot: &Path) -> Result<bool, Error> {
    let mut reading = app.database().begin().await?;
    let generation = store::catalogue::generation(&mut reading).await?;
    let run = store::import::publisher(&mut reading, generation).await?;
    let marked = fs::read_to_string(mark(snapshot)).unwrap_or_default();
    Ok(run.is_some_and(|run| written(app, &run) == marked))
}

/// Keeps the app's index in the file. The mark goes first and comes last: a file without its mark
/// is not used.
pub(super) async fn save(app: &App, snapshot: &Path) -> Result<(), Error> {
    let index = app.index();
    let run = publisher(app, &index).await?.unwrap_or_default();
    let written = written(app, &run);
    let (mark, snapshot) = (mark(snapshot), snapshot.to_owned());
    let failed = |error: &dyn std::error::Error| Error::Unavailable(error.to_string());
    background::run(move || {
        match fs::remove_file(&mark) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(&error)),
            _ => {}
        }
        index.save(&snapshot).map_err(|error| failed(&error))?;
        fs::write(&mark, written).map_err(|error| failed(&error))
    })
    .await?
}

/// What the mark says of an index that a run published, made with the app's words.
fn written(app: &App, run: &str) -> String {
    format!("{run}\n{}\n", app.words().print())
}

async fn publisher(app: &App, index: &Index) -> Result<Option<String>, Error> {
    let mut reading = app.database().begin().await?;
    Ok(store::import::publisher(&mut reading, index.generation()).await?)
}
