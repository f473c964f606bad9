//! The worklist and its history.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::catalogue::EntityId;
use domain::task::{Deed, Task, TaskAbout, TaskEvent, TaskState, Watch};
use jiff::Timestamp;

use crate::Error;
use crate::catalogue::{MANY, id_of, kind_of, places};
use crate::database::{Row, Transaction, Value, dialect};

/// The columns of a task.
macro_rules! columns {
    () => {
        "t.id, t.subject_kind, t.subject, t.kind, t.entity, t.rule, t.language, t.field, t.feedback, t.watch, \
         t.print, t.organisation, t.county, t.owner, t.state, t.due, t.created, t.changed"
    };
}

/// What a task is one of: there is no second one from the same.
#[must_use]
pub fn source(task: &Task) -> String {
    match &task.about {
        TaskAbout::Finding { kind, entity, rule, language, field } => {
            format!("finding {kind} {entity} {rule} {language} {field}")
        }
        TaskAbout::Report { feedback, .. } => format!("report {feedback}"),
    }
}

/// Adds a task, and gives its id, or that of the one that is there from the same.
pub async fn insert(transaction: &mut Transaction, task: &Task) -> Result<String, Error> {
    let source = source(task);
    let text = |text: Option<&str>| Value::from(text.unwrap_or_default());
    let mut values: Vec<Value> = vec![
        task.id.clone().into(),
        source.clone().into(),
        text(task.subject.as_ref().map(|(kind, _)| kind.name())),
        text(task.subject.as_ref().map(|(_, id)| id.as_str())),
    ];
    values.extend(match &task.about {
        TaskAbout::Finding { kind, entity, rule, language, field } => [
            kind.name().into(),
            entity.as_str().into(),
            rule.clone().into(),
            language.clone().into(),
            field.clone().into(),
            text(None),
            text(None),
            text(None),
        ],
        TaskAbout::Report { feedback, watched } => [
            text(None),
            text(None),
            text(None),
            text(None),
            text(None),
            feedback.clone().into(),
            text(watched.as_ref().map(|(watch, _)| watch.name())),
            text(watched.as_ref().map(|(_, print)| print.as_str())),
        ],
    });
    values.extend([
        text(task.organisation.as_ref().map(EntityId::as_str)),
        text(task.county.as_deref()),
        task.owner.clone().into(),
        task.state.name().into(),
        task.due.map_or_else(String::new, |due| due.to_string()).into(),
        task.created.into(),
        task.changed.into(),
    ]);
    transaction
        .run(
            "INSERT INTO task (id, source, subject_kind, subject, kind, entity, rule, language, field, \
             feedback, watch, print, organisation, county, owner, state, due, created, changed) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) \
             ON CONFLICT (source) DO NOTHING",
            values,
        )
        .await?;
    let row = transaction
        .row("SELECT id FROM task WHERE source = $1", vec![source.into()])
        .await?
        .ok_or_else(|| Error::Conflict("a task went while it was made".into()))?;
    Ok(row.text(0)?.to_owned())
}

/// The task of an id.
pub async fn get(transaction: &mut Transaction, id: &str) -> Result<Option<Task>, Error> {
    let sql = concat!("SELECT ", columns!(), " FROM task t WHERE t.id = $1");
    let row = transaction.row(sql, vec![id.into()]).await?;
    row.as_ref().map(task).transpose()
}

/// The same for a change of it: whoever else would change it waits until this transaction is over.
pub async fn get_to_change(transaction: &mut Transaction, id: &str) -> Result<Option<Task>, Error> {
    let sql = dialect!(
        transaction,
        sqlite: concat!("SELECT ", columns!(), " FROM task t WHERE t.id = $1"),
        postgres: concat!("SELECT ", columns!(), " FROM task t WHERE t.id = $1 FOR UPDATE"),
    );
    let row = transaction.row(sql, vec![id.into()]).await?;
    row.as_ref().map(task).transpose()
}

/// Which tasks are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The code of the county; none for all.
    pub county: Option<String>,
    /// The organisation; none for all.
    pub organisation: Option<EntityId>,
    /// The state; none for all that are not done.
    pub state: Option<TaskState>,
}

impl Choice {
    fn values(&self) -> Vec<Value> {
        vec![
            self.county.clone().into(),
            self.organisation.as_ref().map(|id| id.as_str().to_owned()).into(),
            self.state.map(|state| state.name().to_owned()).into(),
        ]
    }
}

macro_rules! chosen {
    ([$($before:tt)+], $after:literal) => {
        concat!(
            $($before)+,
            " FROM task t WHERE ($1 IS NULL OR t.county = $1) \
             AND ($2 IS NULL OR t.organisation = $2) AND (t.state = $3 \
             OR ($3 IS NULL AND t.state IN ('open', 'sent', 'promised'))) ",
            $after
        )
    };
}

/// How many fit a choice.
pub async fn count(transaction: &mut Transaction, choice: &Choice) -> Result<i64, Error> {
    let row = transaction.row(chosen!(["SELECT COUNT(*)"], ""), choice.values()).await?;
    row.map_or(Ok(0), |row| row.integer(0))
}

/// A page of those that fit, by organisation, what is due first before the rest.
pub async fn list(
    transaction: &mut Transaction,
    choice: &Choice,
    offset: u32,
    limit: u32,
) -> Result<Vec<Task>, Error> {
    let mut values = choice.values();
    values.extend([i64::from(limit).into(), i64::from(offset).into()]);
    let rows = transaction
        .rows(
            chosen!(
                ["SELECT ", columns!()],
                "ORDER BY t.organisation, CASE WHEN t.due = '' THEN 1 ELSE 0 END, t.due, t.created, t.id \
                 LIMIT CAST($4 AS BIGINT) OFFSET CAST($5 AS BIGINT)"
            ),
            values,
        )
        .await?;
    rows.iter().map(task).collect()
}

/// What was reported of an organisation's services and is not done, the oldest first.
pub async fn reports_of(
    transaction: &mut Transaction,
    organisation: &EntityId,
    limit: u32,
) -> Result<Vec<Task>, Error> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM task t WHERE t.organisation = $1 AND t.feedback <> '' \
         AND t.state IN ('open', 'sent', 'promised') ORDER BY t.created, t.id \
         LIMIT CAST($2 AS BIGINT)"
    );
    let values = vec![organisation.as_str().into(), i64::from(limit).into()];
    let rows = transaction.rows(sql, values).await?;
    rows.iter().map(task).collect()
}

/// The ids of the tasks from these sources, by source.
pub async fn by_sources(
    transaction: &mut Transaction,
    sources: &[String],
) -> Result<HashMap<String, String>, Error> {
    static SQL: LazyLock<String> =
        LazyLock::new(|| format!("SELECT source, id FROM task WHERE source IN ({})", places(1)));
    let mut found = HashMap::new();
    for chunk in sources.chunks(MANY) {
        let mut values: Vec<Value> = chunk.iter().map(|one| Value::from(one.as_str())).collect();
        values.resize(MANY, Value::Text(None));
        for row in transaction.rows(SQL.as_str(), values).await? {
            found.insert(row.text(0)?.to_owned(), row.text(1)?.to_owned());
        }
    }
    Ok(found)
}

/// Keeps how a task stands.
pub async fn update(transaction: &mut Transaction, task: &Task) -> Result<(), Error> {
    transaction
        .run(
            "UPDATE task SET owner = $2, state = $3, due = $4, changed = $5 WHERE id = $1",
            vec![
                task.id.clone().into(),
                task.owner.clone().into(),
                task.state.name().into(),
                task.due.map_or_else(String::new, |due| due.to_string()).into(),
                task.changed.into(),
            ],
        )
        .await
        .map(drop)
}

/// The tasks from findings that stand otherwise than the findings: not done though the finding is gone, or fixed though it
/// is there; each with whether it is there.
pub async fn moved_findings(transaction: &mut Transaction) -> Result<Vec<(Task, bool)>, Error> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        ", CAST(CASE WHEN f.gone IS NULL THEN 1 ELSE 0 END AS BIGINT) FROM task t \
         JOIN quality_finding f ON f.subject = t.subject AND f.kind = t.kind AND f.id = t.entity \
         AND f.rule = t.rule AND f.language = t.language AND f.field = t.field \
         WHERE t.rule <> '' AND ((f.gone IS NOT NULL AND t.state IN ('open', 'sent', 'promised')) \
         OR (f.gone IS NULL AND t.state = 'fixed')) ORDER BY t.id"
    );
    let rows = transaction.rows(sql, vec![]).await?;
    rows.iter().map(|row| Ok((task(row)?, row.integer(18)? == 1))).collect()
}

/// The tasks from reports whose descriptions are watched, unless they were left.
pub async fn watched(transaction: &mut Transaction) -> Result<Vec<Task>, Error> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM task t WHERE t.watch <> '' AND t.state <> 'left' ORDER BY t.id"
    );
    let rows = transaction.rows(sql, vec![]).await?;
    rows.iter().map(task).collect()
}

/// Adds to a task's history.
pub async fn insert_event(
    transaction: &mut Transaction,
    id: &str,
    event: &TaskEvent,
) -> Result<(), Error> {
    let (kind, text) = match &event.deed {
        Deed::Made => ("made", String::new()),
        Deed::Came(state) => ("state", state.name().to_owned()),
        Deed::Given(owner) => ("owner", owner.clone()),
        Deed::Dated(due) => ("due", due.map_or_else(String::new, |due| due.to_string())),
        Deed::Noted(note) => ("note", note.clone()),
        Deed::Told(answer) => ("told", answer.clone()),
        Deed::Unreached => ("unreached", String::new()),
    };
    transaction
        .run(
            "INSERT INTO task_event (task, number, at, who, kind, text) \
             SELECT $1, COALESCE(MAX(number), 0) + 1, CAST($2 AS BIGINT), $3, $4, $5 \
             FROM task_event WHERE task = $1",
            vec![
                id.into(),
                event.at.into(),
                event.who.as_deref().unwrap_or_default().into(),
                kind.into(),
                text.into(),
            ],
        )
        .await
        .map(drop)
}

/// A task's history, the oldest first.
pub async fn history(transaction: &mut Transaction, id: &str) -> Result<Vec<TaskEvent>, Error> {
    let rows = transaction
        .rows(
            "SELECT at, who, kind, text FROM task_event WHERE task = $1 ORDER BY number",
            vec![id.into()],
        )
        .await?;
    rows.iter().map(event).collect()
}

fn event(row: &Row) -> Result<TaskEvent, Error> {
    let text = row.text(3)?;
    let deed = match row.text(2)? {
        "made" => Deed::Made,
        "state" => Deed::Came(state(text)?),
        "owner" => Deed::Given(text.to_owned()),
        "due" => Deed::Dated(day(text)?),
        "note" => Deed::Noted(text.to_owned()),
        "told" => Deed::Told(text.to_owned()),
        "unreached" => Deed::Unreached,
        other => return Err(Error::corrupt("a deed", other)),
    };
    let who = row.text(1)?;
    Ok(TaskEvent { at: at(row, 0)?, who: (!who.is_empty()).then(|| who.to_owned()), deed })
}

fn at(row: &Row, place: usize) -> Result<Timestamp, Error> {
    row.instant(place)
}

fn state(name: &str) -> Result<TaskState, Error> {
    TaskState::from_name(name).ok_or_else(|| Error::corrupt("a state", name))
}

fn day(text: &str) -> Result<Option<jiff::civil::Date>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|error| Error::corrupt("a day", error))
}

fn task(row: &Row) -> Result<Task, Error> {
    let unless_empty = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let feedback = row.text(8)?;
    let about = if feedback.is_empty() {
        TaskAbout::Finding {
            kind: kind_of(row.text(3)?)?,
            entity: id_of(row.text(4)?)?,
            rule: row.text(5)?.to_owned(),
            language: row.text(6)?.to_owned(),
            field: row.text(7)?.to_owned(),
        }
    } else {
        let watched = Watch::from_name(row.text(9)?);
        let print = row.text(10)?.to_owned();
        TaskAbout::Report {
            feedback: feedback.to_owned(),
            watched: watched.map(|watch| (watch, print)),
        }
    };
    let subject = match row.text(1)? {
        "" => None,
        kind => Some((kind_of(kind)?, id_of(row.text(2)?)?)),
    };
    Ok(Task {
        id: row.text(0)?.to_owned(),
        about,
        subject,
        organisation: unless_empty(row.text(11)?).map(|id| id_of(&id)).transpose()?,
        county: unless_empty(row.text(12)?),
        owner: row.text(13)?.to_owned(),
        state: state(row.text(14)?)?,
        due: day(row.text(15)?)?,
        created: at(row, 16)?,
        changed: at(row, 17)?,
    })
}
