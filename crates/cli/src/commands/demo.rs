//! `tarjotin demo`: everything at once, with a demonstration county.

use std::process::ExitCode;

use anyhow::Context;
use app::coordinator::Password;
use app::import::Order;
use app::sources::SavedPages;
use app::{App, demonstration};
use domain::import::{Mode, Scope};
use web::WebConfig;

use super::serve;
use crate::configuration::Configuration;
use crate::{coordinators, progress, wiring};

/// The seed of the demonstration county that everybody sees.
const SEED: u64 = 1;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "demo")]
pub struct Arguments {
    #[command(flatten)]
    serve: serve::Arguments,
    /// How many services the county has.
    #[arg(long, default_value_t = demonstration::Size::default().services, value_name = "NUMBER")]
    services: usize,
}

/// Fills an empty database with the county, and serves it.
pub async fn run(
    mut configuration: Configuration,
    arguments: Arguments,
) -> anyhow::Result<ExitCode> {
    arguments.serve.apply(&mut configuration);
    wiring::log();
    let app = wiring::open(&configuration).await?;
    if app::catalogue::is_empty(&app).await? {
        println!("Filling {} with a demonstration county", configuration.database);
        fill(&app, &configuration, arguments.services).await?;
    }
    serve::serve(app, configuration, let_in).await
}

/// Lets the coordinator in with a password of this run, where the configuration has none.
fn let_in(configuration: &Configuration, sites: &mut [WebConfig]) -> anyhow::Result<()> {
    if sites.iter().all(|site| site.access.is_some()) {
        return Ok(());
    }
    let (plain, password) = Password::make()?;
    println!("The coordinator signs in at /fi/kirjaudu with the password {plain}");
    coordinators::open_the_rest(configuration, sites, &password)
}

/// The county goes through the very import that production uses.
async fn fill(app: &App, configuration: &Configuration, services: usize) -> anyhow::Result<()> {
    let folder = configuration.data.join("demonstration");
    demonstration::write(&folder, demonstration::Size { services }, SEED)
        .with_context(|| format!("cannot write into {}", folder.display()))?;
    let order = Order {
        scope: Scope::All,
        mode: Mode::Full,
        accept_drop: None,
        pages: wiring::pages(configuration),
    };
    let progress = progress::for_standard_error();
    let report =
        app::import::from_source(app, &SavedPages::new(&folder), &order, progress.as_ref()).await?;
    super::import::print_report(&report);
    std::fs::remove_dir_all(&folder)
        .with_context(|| format!("cannot remove {}", folder.display()))?;
    Ok(())
}
