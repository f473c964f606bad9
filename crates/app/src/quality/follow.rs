//! Findings kept up with the catalogue: after each import, as a program starts, when settings or rules have changed and
//! as a day begins, what may say something else is looked at, and what does read something else is checked again.
//! One node does it at a time.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::catalogue::{EntityId, EntityKind};
use jiff::{SignedDuration, Timestamp};
use store::Transaction;
use store::catalogue::{generation, list, many};
use store::quality::{self as rows, State};
use tokio::sync::mpsc;

use super::batch::{Batch, Outcome};
use super::{CHUNK, KINDS, Round, Standards, standing, today};
use crate::index::let_it_follow;
use crate::task::{Now, settle};
use crate::{App, Error};

/// How often a running program looks whether something is to be checked.
const LOOK: Duration = Duration::from_secs(1);
/// How long a node has its turn unless it says so again, which it does with each batch.
const TURN: SignedDuration = SignedDuration::from_mins(2);
/// How many batches that are read may wait for their check.
const AHEAD: usize = 1;
/// How many batches that are checked may wait to be kept, and are then kept at once: what they change in the same page
/// of the database is written once.
const TOGETHER: usize = 4;

/// What a round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// How many organisations, channels and services were looked at.
    pub looked_at: usize,
    /// How many of them were checked, since what their check reads had changed.
    pub checked: usize,
}

/// Keeps findings up with the catalogue for ever.
pub async fn follow(app: App, standards: Standards) {
    loop {
        let_it_follow(&app).await;
        match refresh(&app, &standards).await {
            Ok(Refreshed { looked_at: 0, .. }) => {}
            Ok(done) => tracing::info!(done.looked_at, done.checked, "descriptions were checked"),
            Err(error) => tracing::warn!("descriptions could not be checked: {error}"),
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Checks what has to be checked, unless another node does, and gives readers what is counted of the last check: after a
/// start also before the check, which may take long, and whatever the check says.
///
/// # Errors
/// When the database is not there, or a document cannot be read.
pub async fn refresh(app: &App, standards: &Standards) -> Result<Refreshed, Error> {
    if !standing::is_counted(app) {
        standing::refresh(app, standards).await?;
    }
    let done = check(app, standards).await;
    standing::refresh(app, standards).await?;
    done
}

async fn check(app: &App, standards: &Standards) -> Result<Refreshed, Error> {
    let wanted = |generation| State {
        generation,
        standards: standards.print(app),
        day: today(app).to_string(),
    };
    let mut reading = app.database().begin().await?;
    let before = rows::state(&mut reading).await?;
    if before == wanted(generation(&mut reading).await?) {
        return Ok(Refreshed::default());
    }
    drop(reading);
    let holder = app.new_id();
    if !take(app, &holder).await? {
        return Ok(Refreshed::default());
    }
    let done = work(app, standards, &holder, &wanted).await;
    write(app, move |on| Box::pin(async move { Ok(rows::release(on, &holder).await?) })).await?;
    done
}

async fn take(app: &App, holder: &str) -> Result<bool, Error> {
    let (holder, now) = (holder.to_owned(), app.now());
    let until = now.checked_add(TURN).unwrap_or(now);
    write(app, move |on| Box::pin(async move { Ok(rows::take(on, &holder, now, until).await?) }))
        .await
}

async fn work(
    app: &App,
    standards: &Standards,
    holder: &str,
    wanted: &impl Fn(i64) -> State,
) -> Result<Refreshed, Error> {
    // One transaction: all that is read is of one generation.
    let mut reading = app.database().begin().await?;
    let before = rows::state(&mut reading).await?;
    let after = wanted(generation(&mut reading).await?);
    let round = Round::begin(app, standards, &mut reading).await?;
    let is_whole = before.standards != after.standards || before.day != after.day;
    // While one batch is kept, the next are checked, and those after them are read.
    let (batches, mut to_check) = mpsc::channel(AHEAD);
    let (outcomes, to_keep) = mpsc::channel(TOGETHER);
    let read = read(reading, before.generation, is_whole, batches);
    let check = async move {
        while let Some(batch) = to_check.recv().await {
            if outcomes.send(round.outcome(batch).await?).await.is_err() {
                break;
            }
        }
        Ok(())
    };
    let ((), (), done) = tokio::try_join!(read, check, keep(app, holder, to_keep))?;
    let now = Now::of(app);
    write_in_turn(app, holder, move |on, at| {
        Box::pin(async move {
            rows::keep_history(on, at).await?;
            settle(on, &now).await?;
            Ok(rows::set_state(on, &after).await?)
        })
    })
    .await?;
    Ok(done)
}

/// Reads what is to be looked at: everything, or what may have moved since a generation.
async fn read(
    mut reading: Transaction,
    since: i64,
    is_whole: bool,
    batches: mpsc::Sender<Batch>,
) -> Result<(), Error> {
    if is_whole {
        for kind in KINDS {
            let mut last = None;
            loop {
                let chunk = list(&mut reading, kind, last.as_ref(), CHUNK).await?;
                let Some(end) = chunk.last() else { break };
                last = Some(end.id.clone());
                let batch = Batch::read(&mut reading, kind, chunk).await?;
                if batches.send(batch).await.is_err() {
                    return Ok(());
                }
            }
        }
    }
    if since < 0 {
        return Ok(());
    }
    let mut of_kind: BTreeMap<EntityKind, Vec<EntityId>> = BTreeMap::new();
    for (kind, id) in rows::touched(&mut reading, since).await? {
        of_kind.entry(kind).or_default().push(id);
    }
    for (kind, ids) in of_kind {
        for ids in ids.chunks(CHUNK as usize) {
            let mut chunk = many(&mut reading, kind, ids).await?;
            // What is offered was looked at above.
            chunk.retain(|stored| !is_whole || stored.gone.is_some());
            let batch = Batch::read(&mut reading, kind, chunk).await?;
            if batches.send(batch).await.is_err() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Keeps what the checks say as it comes; what has come meanwhile is kept together.
async fn keep(
    app: &App,
    holder: &str,
    mut outcomes: mpsc::Receiver<Outcome>,
) -> Result<Refreshed, Error> {
    let mut done = Refreshed::default();
    let mut waiting = Vec::with_capacity(TOGETHER);
    while outcomes.recv_many(&mut waiting, TOGETHER).await > 0 {
        let mut outcome = Outcome::default();
        waiting.drain(..).for_each(|one| outcome.add(one));
        done.looked_at += outcome.looked_at;
        done.checked += outcome.checked();
        write_in_turn(app, holder, move |on, now| {
            Box::pin(async move { Ok(outcome.keep(on, now).await?) })
        })
        .await?;
    }
    Ok(done)
}

/// Writes while this node has its turn, which that prolongs: in one transaction, so that no two nodes write.
async fn write_in_turn<F>(app: &App, holder: &str, work: F) -> Result<(), Error>
where
    F: for<'a> FnOnce(&'a mut Transaction, Timestamp) -> store::database::Work<'a, (), Error>
        + Send
        + 'static,
{
    let (holder, now) = (holder.to_owned(), app.now());
    let until = now.checked_add(TURN).unwrap_or(now);
    write(app, move |on| {
        Box::pin(async move {
            if !rows::take(on, &holder, now, until).await? {
                let why = "another node checks the descriptions by now";
                return Err(Error::Conflict(why.to_owned()));
            }
            work(on, now).await
        })
    })
    .await
}

async fn write<T, F>(app: &App, work: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a mut Transaction) -> store::database::Work<'a, T, Error> + Send + 'static,
{
    app.database().write(work).await
}

#[cfg(test)]
mod tests {
    use store::testing::databases;

    use super::*;

    #[tokio::test]
    async fn a_node_whose_turn_another_has_taken_writes_nothing_more() {
        for database in databases().await.unwrap() {
            let slow = App::fixed(database.clone(), Timestamp::UNIX_EPOCH);
            let other = App::fixed(database, Timestamp::UNIX_EPOCH + TURN);
            assert!(take(&slow, "slow").await.unwrap());
            assert!(!take(&slow, "other").await.unwrap(), "its turn is not over");
            assert!(take(&other, "other").await.unwrap());
            let late = finish(&slow, "slow", 1).await;
            assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
            finish(&other, "other", 2).await.unwrap();
            let state = rows::state(&mut slow.database().begin().await.unwrap()).await;
            assert_eq!(state.unwrap().generation, 2);
        }
    }

    /// Keeps that a generation was checked.
    async fn finish(app: &App, holder: &str, generation: i64) -> Result<(), Error> {
        let state = State { generation, standards: String::new(), day: String::new() };
        write_in_turn(app, holder, move |on, _| {
            Box::pin(async move { Ok(rows::set_state(on, &state).await?) })
        })
        .await
    }
}
