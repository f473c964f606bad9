//! `tarjotin campaigns`: how many came by each campaign's address.

use std::collections::BTreeMap;
use std::process::ExitCode;

use app::campaign::{Visits, visits};

use crate::configuration::Configuration;
use crate::wiring;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "campaigns")]
pub struct Arguments {
    /// Of how many days, today included.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=732))]
    days: u16,
    /// Each day on a line of its own, as CSV.
    #[arg(long)]
    csv: bool,
}

/// Prints them.
pub async fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let app = wiring::open(configuration).await?;
    let visits = visits(&app, arguments.days).await?;
    app.database().close().await;
    if arguments.csv {
        println!("code,day,visits");
        for one in &visits {
            println!("{},{},{}", one.code, one.day, one.count);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let lines = lines(configuration, &visits)?;
    if lines.is_empty() {
        println!(
            "No campaigns are configured, and none were visited in the last {} days. Name them under \
             [campaigns]: code = \"/fi/haku?teema=liikunta\"",
            arguments.days
        );
    }
    for line in lines {
        println!("{line}");
    }
    Ok(ExitCode::SUCCESS)
}

/// A line for each campaign that is configured or was visited.
fn lines(configuration: &Configuration, visits: &[Visits]) -> anyhow::Result<Vec<String>> {
    let campaigns = configuration.campaigns()?;
    let mut counts: BTreeMap<&str, (i64, &str)> =
        campaigns.iter().map(|(code, target)| (code, (0, target))).collect();
    for one in visits {
        counts.entry(&one.code).or_insert((0, "(no longer configured)")).0 += one.count;
    }
    let lines =
        counts.iter().map(|(code, (count, target))| format!("{count:>7}  {code:20}  {target}"));
    Ok(lines.collect())
}
