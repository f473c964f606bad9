//! `tarjotin import`: reads descriptions into the catalogue, once.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use app::import::Order;
use app::sources::{SavedPages, Source as PtvSource};
use domain::import::{Mode, Outcome, Report, Scope, Severity};

use crate::configuration::{Configuration, PtvVersion};
use crate::{progress, wiring};

/// Where descriptions are read from.
#[derive(Debug, clap::Subcommand)]
pub enum Source {
    /// From PTV, the Finnish Service Catalogue.
    Ptv(Arguments),
}

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("what").required(true).multiple(true)
    .args(["county", "municipality", "organisation", "all", "from"])))]
pub struct Arguments {
    /// A wellbeing services county, by its two-digit code.
    #[arg(long, value_name = "CODE", group = "scope")]
    county: Option<String>,
    /// A municipality, by its three-digit code.
    #[arg(long, value_name = "CODE", group = "scope")]
    municipality: Option<String>,
    /// An organisation, by its id.
    #[arg(long, value_name = "GUID", group = "scope")]
    organisation: Option<String>,
    /// Everything.
    #[arg(long, group = "scope")]
    all: bool,
    /// Reads a folder of saved pages or arrays instead of the network.
    #[arg(long, value_name = "FOLDER")]
    from: Option<PathBuf>,
    /// The version of PTV's API.
    #[arg(long, value_enum, value_name = "VERSION")]
    api: Option<PtvVersion>,
    /// Reads what changed since the last good run, not everything.
    #[arg(long)]
    incremental: bool,
    /// Writes the report into a file, as JSON.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Removes even more than a tenth at once, for this reason.
    #[arg(long, value_name = "REASON")]
    accept_drop: Option<String>,
}

impl Arguments {
    fn scope(&self) -> anyhow::Result<Scope> {
        if let Some(code) = &self.county {
            return scope_of_county(code);
        }
        if let Some(code) = &self.municipality {
            return scope_of_municipality(code);
        }
        if let Some(id) = &self.organisation {
            return scope_of_organisation(id);
        }
        Ok(Scope::All)
    }
}

/// The scope of a county, if there is such a one.
pub fn scope_of_county(code: &str) -> anyhow::Result<Scope> {
    match domain::reference::county(code) {
        Some(county) => Ok(Scope::County(county.code.to_owned())),
        None => bail!(
            "there is no wellbeing services county {code:?}: the codes are 01–23, 90 Helsinki, 91 Åland"
        ),
    }
}

/// The scope of a municipality, if there is such a one.
pub fn scope_of_municipality(code: &str) -> anyhow::Result<Scope> {
    match domain::reference::municipality(code) {
        Some(municipality) => Ok(Scope::Municipality(municipality.code.to_owned())),
        None => bail!(
            "there is no municipality {code:?}: a code has three digits, e.g. 529 for Naantali"
        ),
    }
}

/// The scope of an organisation.
pub fn scope_of_organisation(id: &str) -> anyhow::Result<Scope> {
    match domain::catalogue::EntityId::from_guid(id) {
        Some(id) => Ok(Scope::Organisation(id.to_string())),
        None => bail!("{id:?} is no id of an organisation: PTV's ids are GUIDs"),
    }
}

/// Imports, and says how it went.
pub async fn run(mut configuration: Configuration, source: Source) -> anyhow::Result<ExitCode> {
    let Source::Ptv(arguments) = source;
    if let Some(version) = arguments.api {
        configuration.ptv.version = version;
    }
    let scope = arguments.scope()?;
    let source: Box<dyn PtvSource> = match &arguments.from {
        Some(folder) => {
            holds_pages(folder)?;
            Box::new(SavedPages::new(folder))
        }
        None => wiring::ptv(&configuration.ptv)?,
    };
    let order = Order {
        scope,
        mode: if arguments.incremental { Mode::Incremental } else { Mode::Full },
        accept_drop: arguments.accept_drop.clone(),
        pages: wiring::pages(&configuration),
    };
    if let Some(file) = &arguments.report {
        may_be_written(file)?;
    }
    let app = wiring::open(&configuration).await?;
    app::import::wait_for_place(&app, |until| {
        eprintln!(
            "Another import is under way, or was killed: in that case this one begins by itself at \
             {}",
            until.strftime("%H:%M:%S UTC")
        );
    })
    .await?;
    let progress = progress::for_standard_error();
    let report = app::import::from_source(&app, source.as_ref(), &order, progress.as_ref()).await?;
    // The import stands, whatever comes of what follows.
    print_report(&report);
    if report.generation.is_some()
        && let Err(error) = app::index::bring_up(&app, &wiring::snapshot(&configuration)).await
    {
        eprintln!("The search index was not made, which the next serve does: {error}");
    }
    // So that the database is one file again, and not one with its journal beside it.
    app.database().close().await;
    if let Some(file) = &arguments.report {
        write_report(&report, file)?;
    }
    Ok(match report.outcome {
        Outcome::Complete => ExitCode::SUCCESS,
        Outcome::Partial => ExitCode::from(1),
        Outcome::Failed | Outcome::Running => ExitCode::from(2),
    })
}

/// Finds out before the import that there is something to read.
fn holds_pages(folder: &Path) -> anyhow::Result<()> {
    if !folder.is_dir() {
        bail!("{} is no folder", folder.display());
    }
    let mut entries = std::fs::read_dir(folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    let is_page = |path: &Path| path.extension().is_some_and(|extension| extension == "json");
    if !entries.any(|entry| entry.is_ok_and(|entry| is_page(&entry.path()))) {
        bail!("{} holds no saved pages: not one file ends in .json", folder.display());
    }
    Ok(())
}

/// Finds out before the import that the report will have nowhere to go.
fn may_be_written(file: &Path) -> anyhow::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if file.is_dir() || folder.is_some_and(|folder| !folder.is_dir()) {
        bail!("the report cannot be written to {}: no such folder", file.display());
    }
    Ok(())
}

fn write_report(report: &Report, file: &Path) -> anyhow::Result<()> {
    let text = serde_json::to_string_pretty(report)?;
    std::fs::write(file, text + "\n")
        .with_context(|| format!("the report cannot be written to {}", file.display()))
}

/// How many problems are printed; the report in the database and in the file has more.
const PRINTED: usize = 20;

/// Prints what became of the records, and the worst of the problems.
pub fn print_report(report: &Report) {
    println!(
        "{:22}{:>9}{:>9}{:>9}{:>11}{:>9}{:>9}",
        "", "read", "new", "changed", "unchanged", "gone", "refused"
    );
    for (kind, counts) in &report.kinds {
        println!(
            "{:22}{:>9}{:>9}{:>9}{:>11}{:>9}{:>9}",
            kind.replace('_', " "),
            counts.read,
            counts.new,
            counts.changed,
            counts.unchanged,
            counts.gone,
            counts.refused
        );
    }
    if !report.problem_counts.is_empty() {
        println!("problems:");
        for (code, count) in &report.problem_counts {
            println!("  {count:>7} {}", code_name(*code));
        }
    }
    let mut worst: Vec<_> =
        report.problems.iter().filter(|problem| problem.severity != Severity::Warning).collect();
    worst.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    for problem in worst.iter().take(PRINTED) {
        println!("  {problem}");
    }
    if worst.len() > PRINTED {
        println!("  … and {} more: see the report", worst.len() - PRINTED);
    }
    let outcome = match report.outcome {
        Outcome::Complete => "complete",
        Outcome::Partial => {
            "partial: what was read is in, nothing was removed of what could not be read"
        }
        Outcome::Failed | Outcome::Running => "failed: the catalogue is as it was",
    };
    println!("run {}: {outcome}", report.run);
}

fn code_name(code: domain::import::ProblemCode) -> String {
    match serde_json::to_value(code) {
        Ok(serde_json::Value::String(name)) => name,
        _ => format!("{code:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_an_existing_place_or_an_id() {
        assert_eq!(scope_of_county("02").unwrap(), Scope::County("02".to_owned()));
        assert!(scope_of_county("99").is_err());
        assert_eq!(scope_of_municipality("91").unwrap(), Scope::Municipality("091".to_owned()));
        assert!(scope_of_municipality("000").is_err());
        assert!(scope_of_organisation("not a guid").is_err());
    }

    #[test]
    fn a_problems_code_is_printed_as_the_report_has_it() {
        assert_eq!(code_name(domain::import::ProblemCode::ValueUnknown), "value_unknown");
    }
}
