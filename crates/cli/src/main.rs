//! `tarjotin`: the binary. Reads the configuration, wires the parts together and runs one command.

mod commands;
mod configuration;
mod coordinators;
mod county_file;
mod map_tiles;
mod progress;
mod schedule;
mod wiring;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::configuration::Configuration;

/// The service tray: services of municipalities, organisations, parishes and the county, found.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
struct Arguments {
    /// The configuration, a TOML file.
    #[arg(long, global = true, env = "TARJOTIN_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// The database: sqlite:PATH or postgres://USER@HOST/NAME.
    #[arg(
        long,
        global = true,
        env = "TARJOTIN_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    database: Option<String>,
    /// The folder for the index's snapshot and the pages of imports under way.
    #[arg(long, global = true, value_name = "FOLDER")]
    data: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the site and the API, and imports by schedule.
    Serve(commands::serve::Arguments),
    /// Fills the database with a demonstration county, if it is empty, and serves it.
    Demo(commands::demo::Arguments),
    /// Reads descriptions into the catalogue.
    Import {
        #[command(subcommand)]
        source: commands::import::Source,
    },
    /// Writes a demonstration county in PTV's own format, for an import to read.
    Demonstration(commands::demonstration::Arguments),
    /// Looks at the installation, and says what is right, what is wrong, and how to mend it.
    Doctor,
    /// Copies the database into a new file while it is in use (SQLite).
    Backup(commands::backup::Arguments),
    /// Tells how many came by each campaign's address.
    Campaigns(commands::campaigns::Arguments),
    /// Shows the feedback that visitors gave, or deletes some.
    Feedback(commands::feedback::Arguments),
    /// Makes the password with which the coordinator signs in.
    CoordinatorPassword(commands::coordinator_password::Arguments),
    /// Takes back a list that somebody shared.
    Lists(commands::lists::Arguments),
    /// Makes private links to organisations' own descriptions, and renews and revokes them.
    ProviderLink(commands::provider_link::Arguments),
    /// Loads the municipalities' borders for the maps.
    Geo(commands::geo::Arguments),
    /// Checks the descriptions by the rules of quality; fails where there are errors.
    Quality(commands::quality::Arguments),
    /// Tells which services are offered where, by whom and in which languages, beside the county's goals.
    Coverage(commands::coverage::Arguments),
    /// Looks at the search from the inside, and teaches it.
    Search {
        #[command(subcommand)]
        what: commands::search::Command,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("tarjotin: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let configuration =
        Configuration::read(arguments.config.as_deref()).map(|read| Configuration {
            database: arguments.database.unwrap_or(read.database),
            data: arguments.data.unwrap_or(read.data),
            ..read
        });
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match arguments.command {
            // A wrong configuration is one of the things that it tells.
            Command::Doctor => commands::doctor::run(configuration, arguments.config).await,
            Command::Serve(serve) => commands::serve::run(configuration?, serve).await,
            Command::Demo(demo) => commands::demo::run(configuration?, demo).await,
            Command::Import { source } => commands::import::run(configuration?, source).await,
            Command::Demonstration(arguments) => commands::demonstration::run(&arguments),
            Command::Backup(arguments) => commands::backup::run(configuration?, arguments).await,
            Command::Campaigns(campaigns) => {
                commands::campaigns::run(&configuration?, &campaigns).await
            }
            Command::Feedback(feedback) => {
                commands::feedback::run(&configuration?, &feedback).await
            }
            Command::CoordinatorPassword(arguments) => {
                commands::coordinator_password::run(&arguments)
            }
            Command::Lists(lists) => commands::lists::run(&configuration?, &lists).await,
            Command::ProviderLink(link) => {
                commands::provider_link::run(&configuration?, &link).await
            }
            Command::Geo(arguments) => commands::geo::run(&configuration?, &arguments).await,
            Command::Quality(quality) => commands::quality::run(&configuration?, &quality).await,
            Command::Coverage(coverage) => {
                commands::coverage::run(&configuration?, &coverage).await
            }
            Command::Search { what } => commands::search::run(&configuration?, what).await,
        }
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_does_not_contradict_itself() {
        super::Arguments::command().debug_assert();
    }
}
