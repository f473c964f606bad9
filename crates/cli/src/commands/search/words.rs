//! `tarjotin search words`: the staff's list, from the command line and as a table.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use app::search_list::{self, Imported};
use app::{App, Error};
use domain::Language;
use domain::search_list::{Draft, Entry, EntryKey};

use crate::configuration::Configuration;
use crate::wiring;

/// How many services that the catalogue does not offer are named.
const NAMED: usize = 10;

/// What to do with the list.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Prints the list.
    List,
    /// Adds an entry.
    Add {
        /// What it does: synonym, replacement, exclusion, promotion.
        kind: String,
        /// What people write.
        phrase: String,
        /// The words to search for, or the id of the service.
        target: String,
        /// The phrase's language: fi, sv, en. Any, if it is not given.
        #[arg(long, default_value = "")]
        language: String,
        /// Why, for colleagues.
        #[arg(long, default_value = "")]
        note: String,
        #[command(flatten)]
        by: By,
    },
    /// Takes an entry away.
    Remove {
        /// The entry's phrase.
        phrase: String,
        /// The entry's target.
        target: String,
        /// The entry's language, if it has one.
        #[arg(long)]
        language: Option<String>,
        #[command(flatten)]
        by: By,
    },
    /// Writes the list into a table (CSV).
    Export {
        /// The file; it is written over.
        file: PathBuf,
    },
    /// Reads entries from a table (CSV): all of them, or none if a line is wrong.
    Import {
        /// The file: columns kind, language, phrase, target, note, author, date, named in its first line.
        file: PathBuf,
        /// Takes away the entries that the file does not have.
        #[arg(long)]
        replace: bool,
        #[command(flatten)]
        by: By,
    },
    /// Prints who changed what when, the last change first.
    History {
        /// How many changes.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
}

/// Who changes the list.
#[derive(Debug, clap::Args)]
pub struct By {
    /// Who does it, as the history and colleagues shall know.
    #[arg(long, value_name = "NAME", env = "TARJOTIN_AUTHOR")]
    author: String,
}

/// Does it.
pub async fn run(configuration: &Configuration, command: Command) -> anyhow::Result<ExitCode> {
    let app = wiring::open(configuration).await?;
    let done = perform(&app, command).await;
    app.database().close().await;
    done?;
    Ok(ExitCode::SUCCESS)
}

async fn perform(app: &App, command: Command) -> anyhow::Result<()> {
    match command {
        Command::List => {
            for entry in search_list::list(app).await? {
                println!("{}", line(&entry));
            }
        }
        Command::Add { kind, phrase, target, language, note, by } => {
            let draft = Draft { kind, language, phrase, target, note, author: by.author };
            println!("added: {}", line(&search_list::add(app, &draft).await?));
        }
        Command::Remove { phrase, target, language, by } => {
            let key = key(&phrase, target, language.as_deref())?;
            let removed = search_list::remove(app, key, &by.author).await.map_err(|error| {
                match error {
                    Error::NotFound => anyhow::anyhow!(
                        "there is no entry of this phrase, target and language: see tarjotin search \
                         words list"
                    ),
                    other => other.into(),
                }
            })?;
            println!("removed: {}", line(&removed));
        }
        Command::Export { file } => {
            let table = search_list::export(app).await?;
            std::fs::write(&file, &table)
                .with_context(|| format!("the list cannot be written to {}", file.display()))?;
            println!("{} entries in {}", search_list::list(app).await?.len(), file.display());
        }
        Command::Import { file, replace, by } => {
            let table = std::fs::read(&file)
                .with_context(|| format!("the list {} cannot be read", file.display()))?;
            let imported = search_list::import(app, &table, &by.author, replace)
                .await
                .with_context(|| format!("the list {} is not right", file.display()))?;
            print_import(&imported);
        }
        Command::History { limit } => {
            for change in search_list::history(app, limit).await? {
                println!(
                    "{} {} by {}: {}",
                    change.changed.strftime("%Y-%m-%d %H:%M UTC"),
                    change.kind.name(),
                    change.changer,
                    line(&change.entry)
                );
            }
        }
    }
    Ok(())
}

/// The key of an entry as an operator names it.
fn key(phrase: &str, target: String, language: Option<&str>) -> anyhow::Result<EntryKey> {
    let language = language
        .map(|code| {
            Language::from_code(code)
                .with_context(|| format!("{code:?} is no language: write fi, sv or en"))
        })
        .transpose()?;
    let words: Vec<&str> = phrase.split_whitespace().collect();
    Ok(EntryKey { language, phrase: words.join(" ").to_lowercase(), target })
}

fn line(entry: &Entry) -> String {
    let language = entry.language.map_or("any", Language::code);
    let note = if entry.note.is_empty() { String::new() } else { format!(" ({})", entry.note) };
    format!(
        "{} [{language}] {} → {}{note}, {}, {}",
        entry.kind,
        entry.phrase,
        entry.target,
        entry.author,
        entry.added.strftime("%Y-%m-%d")
    )
}

fn print_import(imported: &Imported) {
    println!(
        "{} added, {} replaced, {} unchanged, {} removed",
        imported.added, imported.replaced, imported.unchanged, imported.removed
    );
    let unknown = &imported.unknown_services;
    if !unknown.is_empty() {
        let named = &unknown[..unknown.len().min(NAMED)];
        println!(
            "The catalogue does not offer {} of the services that entries name: {}",
            unknown.len(),
            named.join(", ")
        );
    }
}
