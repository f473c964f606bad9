//! `tarjotin backup`: a copy of the database, taken while it is in use.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;

use crate::configuration::Configuration;
use crate::wiring;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The file to write; it must not exist.
    file: PathBuf,
}

/// Copies the database.
pub async fn run(configuration: Configuration, arguments: Arguments) -> anyhow::Result<ExitCode> {
    if let Some(file) = wiring::database_file(&configuration)
        && !file.exists()
    {
        bail!("there is no database {}", file.display());
    }
    let app = wiring::open(&configuration).await?;
    let bytes = app.database().back_up(&arguments.file).await?;
    println!("{} bytes in {}", bytes, arguments.file.display());
    Ok(ExitCode::SUCCESS)
}
