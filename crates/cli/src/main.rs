//! `tarjotin`: the binary. Reads the configuration, wires the parts together and runs one command.

mod commands;
mod configuration;
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
    /// Copies the database into a new file while it is in use (SQLite).
    Backup(commands::backup::Arguments),
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
    let mut configuration = Configuration::read(arguments.config.as_deref())?;
    if let Some(database) = arguments.database {
        configuration.database = database;
    }
    if let Some(data) = arguments.data {
        configuration.data = data;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match arguments.command {
            Command::Serve(serve) => commands::serve::run(configuration, serve).await,
            Command::Demo(demo) => commands::demo::run(configuration, demo).await,
            Command::Import { source } => commands::import::run(configuration, source).await,
            Command::Demonstration(arguments) => commands::demonstration::run(&arguments),
            Command::Backup(arguments) => commands::backup::run(configuration, arguments).await,
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
