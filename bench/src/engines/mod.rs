//! The engines: ours and its peers, each set up as somebody who knows it would.
//!
//! All are given the same services and the same queries; each answers with the first hits and, beside
//! them, how many of all hits there are of each theme and in each municipality.

mod ours;
mod postgresql;
mod sqlite;
mod tantivy;
mod xapian;

use std::time::Duration;

use anyhow::{Result, bail};
use domain::Language;
use rustix::time::{ClockId, clock_gettime};
use search::{Coverage, Document, Field};

use crate::words::Words;

/// The engines by name, ours first: each text understood anew, and those remembered that were asked for
/// before.
pub const NAMES: [&str; 6] =
    ["tarjotin", "tarjotin again", "tantivy", "SQLite FTS5", "Xapian", "PostgreSQL"];

/// What somebody asks.
#[derive(Debug, Clone)]
pub struct Question {
    /// The words.
    pub text: String,
    /// The language that they are in.
    pub language: Language,
}

/// What an engine answers.
#[derive(Debug, Default)]
pub struct Answer {
    /// The services found, the best first.
    pub ids: Vec<String>,
    /// How many themes and municipalities were counted.
    pub counts: usize,
}

/// An engine with an index of services.
pub trait Engine {
    /// Somebody who searches: one for each thread.
    fn searcher(&self) -> Result<Box<dyn Searcher + Send>>;

    /// The size of the index in bytes.
    fn size(&self) -> Result<u64>;

    /// Whether the memory of this process is the engine's.
    fn is_in_this_process(&self) -> bool {
        true
    }

    /// What else is to be said of it, after it was built.
    fn notes(&self) -> Result<Vec<String>> {
        Ok(Vec::new())
    }
}

/// Somebody who searches.
pub trait Searcher {
    /// The first so many services for a question.
    fn search(&mut self, question: &Question, limit: usize) -> Result<Answer>;

    /// The processor time that the searches of this one have taken so far, wherever they ran.
    fn processor_time(&mut self) -> Result<Duration> {
        Ok(thread_time())
    }
}

/// Builds an engine's index; gives it with the time that the engine took.
pub fn build(
    name: &str,
    words: &Words,
    services: impl Iterator<Item = Document>,
) -> Result<(Box<dyn Engine>, Duration)> {
    fn boxed<T: Engine + 'static>((engine, time): (T, Duration)) -> (Box<dyn Engine>, Duration) {
        (Box::new(engine), time)
    }
    Ok(match name {
        "tarjotin" => boxed(ours::Ours::build(words, services)),
        "tarjotin again" => {
            let (ours, time) = ours::Ours::build(words, services);
            boxed((ours.remembering(), time))
        }
        "tantivy" => boxed(tantivy::Tantivy::build(words, services)?),
        "SQLite FTS5" => boxed(sqlite::Sqlite::build(services)?),
        "Xapian" => boxed(xapian::Xapian::build(services)?),
        "PostgreSQL" => boxed(postgresql::Postgres::build(services)?),
        _ => bail!("there is no engine {name:?}"),
    })
}

/// The processor time of this thread.
pub fn thread_time() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap_or_default()
}

/// Texts in the groups that peers weigh: names, labels, summaries, all else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Name,
    Label,
    Summary,
    Rest,
}

impl Group {
    const ALL: [Self; 4] = [Self::Name, Self::Label, Self::Summary, Self::Rest];

    const fn of(field: Field) -> Self {
        match field {
            Field::Name => Self::Name,
            Field::AlternativeName
            | Field::Organisation
            | Field::Term
            | Field::Class
            | Field::ChannelName
            | Field::Keyword => Self::Label,
            Field::Summary => Self::Summary,
            Field::TargetGroup | Field::Description | Field::Instructions => Self::Rest,
        }
    }

    /// The texts of a group, in these languages, one after another.
    fn text(self, document: &Document, languages: &[Language]) -> String {
        let texts = document.texts.iter().filter(|(field, language, _)| {
            Self::of(*field) == self && languages.contains(language)
        });
        texts.map(|(.., text)| text.as_str()).collect::<Vec<_>>().join("\n")
    }
}

/// The numbers of the municipalities of a service's limited area, and 0 for the whole country.
fn places(document: &Document) -> Vec<u16> {
    match &document.coverage {
        Coverage::Municipalities(codes) => {
            codes.iter().filter_map(|code| code.parse().ok()).collect()
        }
        Coverage::All | Coverage::AllExceptAland => vec![0],
    }
}
