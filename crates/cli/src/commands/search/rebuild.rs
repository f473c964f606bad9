//! `tarjotin search rebuild`: the search index built anew, whatever the snapshot file holds.

use std::process::ExitCode;

use crate::configuration::Configuration;
use crate::wiring;

/// Builds it and puts it into the file.
pub async fn run(configuration: &Configuration) -> anyhow::Result<ExitCode> {
    let app = wiring::open(configuration).await?;
    let snapshot = wiring::snapshot(configuration);
    app::index::rebuild(&app, &snapshot).await?;
    let index = app.index();
    println!(
        "Built the search index of {} services (generation {}, {} MB) into {}",
        index.len(),
        index.generation(),
        index.memory_bytes() / 1_000_000,
        snapshot.display()
    );
    app.database().close().await;
    Ok(ExitCode::SUCCESS)
}
