//! `tarjotin demonstration`: a demonstration county in PTV's own format.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use app::demonstration;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The folder to write the pages in.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// How many services.
    #[arg(long, default_value_t = demonstration::Size::default().services, value_name = "NUMBER")]
    services: usize,
    /// The number from which all chance comes: the same one gives the same county.
    #[arg(long, default_value_t = 1, value_name = "NUMBER")]
    seed: u64,
}

/// Writes the county.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let size = demonstration::Size { services: arguments.services };
    let summary = demonstration::write(&arguments.out, size, arguments.seed)
        .with_context(|| format!("cannot write into {}", arguments.out.display()))?;
    println!(
        "{} services, {} channels, {} connections of {} organisations in {}",
        summary.services,
        summary.channels,
        summary.connections,
        summary.organisations,
        arguments.out.display()
    );
    Ok(ExitCode::SUCCESS)
}
