//! The staff's list: taught, taken back, brought in and out as a table, and followed by every node.
//!
//! Every change is one transaction that raises the list's revision and leaves a line of history with
//! who did it and when. A node looks at the revision twice a second and then gives its readers the
//! list of that revision ([`follow`]).

mod table;

use std::collections::BTreeMap;
use std::time::Duration;

use domain::catalogue::{EntityId, EntityKind};
use domain::search_list::{Change, ChangeKind, Draft, Entry, EntryKey, MOST_ENTRIES, Refusal};
use jiff::Timestamp;
use search::StaffList;
use store::{Transaction, catalogue, search_list as rows};

pub use self::table::export;
use crate::{App, Error};

/// How often a running program looks whether the list has moved.
const LOOK: Duration = Duration::from_millis(500);
/// How many lines' faults are told at once.
const FAULTS_TOLD: usize = 20;

/// What became of a table's entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many were new.
    pub added: usize,
    /// How many took the place of one with the same phrase and target.
    pub replaced: usize,
    /// How many were there already, to the letter.
    pub unchanged: usize,
    /// How many were taken away, since the table does not have them.
    pub removed: usize,
    /// The services that entries name and the catalogue does not offer.
    pub unknown_services: Vec<String>,
}

/// Adds an entry.
///
/// # Errors
/// When it cannot hold, when one of the same phrase and target is there, or the list is full.
pub async fn add(app: &App, draft: &Draft) -> Result<Entry, Error> {
    let entry = draft.validate(app.now()).map_err(|refusal| Error::Refused(refusal.to_string()))?;
    let (added, author, now) = (entry.clone(), entry.author.clone(), app.now());
    write(app, move |on| {
        Box::pin(async move {
            let mut history = Changes::begin(on, author, now).await?;
            if let Some(known) = rows::get(on, &added.key()).await? {
                return Err(Error::Conflict(format!(
                    "there is a {} of {:?} to {:?} already, by {}: remove it first",
                    known.kind, known.phrase, known.target, known.author
                )));
            }
            has_room(rows::count(on).await?)?;
            rows::upsert(on, &added).await?;
            history.note(on, ChangeKind::Added, added).await
        })
    })
    .await?;
    Ok(entry)
}

/// Takes an entry away, and gives it.
///
/// # Errors
/// When there is none of that language, phrase and target.
pub async fn remove(app: &App, key: EntryKey, author: &str) -> Result<Entry, Error> {
    let (author, now) = (named(author)?, app.now());
    write(app, move |on| {
        Box::pin(async move {
            let mut history = Changes::begin(on, author, now).await?;
            let entry = rows::get(on, &key).await?.ok_or(Error::NotFound)?;
            rows::delete(on, &key).await?;
            history.note(on, ChangeKind::Removed, entry.clone()).await?;
            Ok(entry)
        })
    })
    .await
}

/// The list, in order of phrase.
pub async fn list(app: &App) -> Result<Vec<Entry>, Error> {
    Ok(rows::list(&mut app.database().begin().await?).await?)
}

/// The last changes, the last one first.
pub async fn history(app: &App, limit: u32) -> Result<Vec<Change>, Error> {
    Ok(rows::history(&mut app.database().begin().await?, limit).await?)
}

/// Brings in the entries of a table (CSV): all of them, or none when a line is wrong. Lines without an
/// author or a date are the importer's, of now.
///
/// # Errors
/// When a line cannot be read or cannot hold; the text names each with its number.
pub async fn import(
    app: &App,
    table: &[u8],
    author: &str,
    replaces_all: bool,
) -> Result<Imported, Error> {
    let author = named(author)?;
    let now = app.now();
    let entries = entries(table, &author, now)?;
    write(app, move |on| {
        Box::pin(async move {
            let mut history = Changes::begin(on, author, now).await?;
            let known = rows::list(on).await?;
            let mut known: BTreeMap<EntryKey, Entry> =
                known.into_iter().map(|entry| (entry.key(), entry)).collect();
            let unknown_services = unknown(on, &entries).await?;
            let mut outcome = Imported { unknown_services, ..Imported::default() };
            for entry in entries {
                let change = match known.remove(&entry.key()) {
                    Some(same) if same == entry => {
                        outcome.unchanged += 1;
                        continue;
                    }
                    Some(_) => {
                        outcome.replaced += 1;
                        ChangeKind::Replaced
                    }
                    None => {
                        outcome.added += 1;
                        ChangeKind::Added
                    }
                };
                rows::upsert(on, &entry).await?;
                history.note(on, change, entry).await?;
            }
            if replaces_all {
                outcome.removed = known.len();
                for (key, entry) in known {
                    rows::delete(on, &key).await?;
                    history.note(on, ChangeKind::Removed, entry).await?;
                }
            }
            has_room(rows::count(on).await?.saturating_sub(1))?;
            Ok(outcome)
        })
    })
    .await
}

/// Gives readers the list as it is, if it has moved.
pub async fn refresh(app: &App) -> Result<(), Error> {
    let mut reading = app.database().begin().await?;
    let revision = rows::revision(&mut reading).await?;
    if revision != app.staff_list().revision() {
        app.publish_staff_list(StaffList::new(revision, rows::list(&mut reading).await?));
    }
    Ok(())
}

/// Follows the list for ever.
pub async fn follow(app: App) {
    loop {
        if let Err(error) = refresh(&app).await {
            tracing::warn!("the search could not follow the staff's list: {error}");
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// The changes of one transaction, as they come.
struct Changes {
    revision: i64,
    place: i64,
    author: String,
    now: Timestamp,
}

impl Changes {
    async fn begin(on: &mut Transaction, author: String, now: Timestamp) -> Result<Self, Error> {
        Ok(Self { revision: rows::raise_revision(on).await?, place: 0, author, now })
    }

    async fn note(
        &mut self,
        on: &mut Transaction,
        kind: ChangeKind,
        entry: Entry,
    ) -> Result<(), Error> {
        self.place += 1;
        let change = Change {
            revision: self.revision,
            changed: self.now,
            changer: self.author.clone(),
            kind,
            entry,
        };
        Ok(rows::insert_change(on, self.place, &change).await?)
    }
}

/// Writes, and lets this node's readers see it at once.
async fn write<T, F>(app: &App, work: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a mut Transaction) -> store::database::Work<'a, T, Error> + Send + 'static,
{
    let done = app.database().write(work).await?;
    refresh(app).await?;
    Ok(done)
}

/// Whoever changes the list has a name.
fn named(author: &str) -> Result<String, Error> {
    match author.trim() {
        "" => Err(Error::Refused(Refusal::Author.to_string())),
        author => Ok(author.chars().filter(|letter| !letter.is_control()).take(100).collect()),
    }
}

fn has_room(entries: i64) -> Result<(), Error> {
    if usize::try_from(entries).is_ok_and(|entries| entries < MOST_ENTRIES) {
        return Ok(());
    }
    Err(Error::Refused(format!(
        "the list would have more than {MOST_ENTRIES} entries: remove some that are no longer needed"
    )))
}

/// The entries of a table, or the faults of its lines.
fn entries(table: &[u8], importer: &str, now: Timestamp) -> Result<Vec<Entry>, Error> {
    let mut lines: BTreeMap<EntryKey, u64> = BTreeMap::new();
    let mut entries = Vec::new();
    let mut faults = Vec::new();
    for (line, row) in table::read(table)? {
        let entry = row.and_then(|row| row.entry(importer, now)).and_then(|entry| {
            match lines.insert(entry.key(), line) {
                Some(first) => Err(format!("line {first} has the same phrase and target")),
                None => Ok(entry),
            }
        });
        match entry {
            Ok(entry) => entries.push(entry),
            Err(fault) => faults.push(format!("line {line}: {fault}")),
        }
    }
    if faults.is_empty() {
        return Ok(entries);
    }
    let more = faults.len().saturating_sub(FAULTS_TOLD);
    faults.truncate(FAULTS_TOLD);
    if more > 0 {
        faults.push(format!("and {more} lines more"));
    }
    Err(Error::Refused(format!("nothing was imported, since\n  {}", faults.join("\n  "))))
}

/// The services that entries name and the catalogue does not offer.
async fn unknown(on: &mut Transaction, entries: &[Entry]) -> Result<Vec<String>, Error> {
    let named = entries.iter().filter(|entry| entry.kind.is_of_a_service());
    let ids: Vec<EntityId> =
        named.filter_map(|entry| EntityId::new(entry.target.as_str()).ok()).collect();
    let offered: std::collections::BTreeSet<EntityId> =
        catalogue::many(on, EntityKind::Service, &ids)
            .await?
            .into_iter()
            .filter(|stored| stored.gone.is_none())
            .map(|stored| stored.id)
            .collect();
    Ok(ids.into_iter().filter(|id| !offered.contains(id)).map(String::from).collect())
}
