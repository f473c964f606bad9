//! Reading the catalogue as it was last published.
//!
//! Lists show what is offered now, in order of id, so many at a time after a cursor; [`get`] and
//! [`many`] also find what is gone, so that a page can say so.
//!
//! Limits are cast: SQLite looks into a bare `LIMIT $n` as it plans, and so plans the statement anew
//! each time that it is run.

mod around;
mod changes;
mod documents;
mod moved;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::Localized;
use domain::catalogue::{ChannelKind, EntityId, EntityKind};
use jiff::Timestamp;

use crate::Error;
use crate::database::{Row, Transaction, Value};

pub(crate) use around::padded;
pub use around::{Named, connections_of, named, services_of_channels};
pub use changes::{Dated, dated, lately_changed, place_after};
pub use documents::{Connected, connected, documents};
pub use moved::{has_moved, moved_services};

/// An entity as the catalogue has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    pub id: EntityId,
    /// Its version, from 1.
    pub version: i64,
    /// The names by which lists show it.
    pub names: Localized,
    /// Its document: [`domain::catalogue::Entity::from_document`] reads it.
    pub document: String,
    /// What it hangs on ([`domain::catalogue::Entity::owner`]).
    pub owner: Option<EntityId>,
    /// What it points to ([`domain::catalogue::Entity::target`]).
    pub target: Option<EntityId>,
    /// When an import first saw it.
    pub first_seen: Timestamp,
    /// When an import last saw it change.
    pub changed: Timestamp,
    /// Since when it is no longer offered.
    pub gone: Option<Timestamp>,
    /// The generation of the catalogue in which it last changed.
    pub generation: i64,
}

/// What an import made of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It was not there before.
    New,
    /// It was there in another version.
    Changed,
    /// No source has it any more.
    Gone,
    /// It was gone, and is there again.
    Back,
}

impl Change {
    /// Every change.
    pub const ALL: [Self; 4] = [Self::New, Self::Changed, Self::Gone, Self::Back];

    /// The change's name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Gone => "gone",
            Self::Back => "back",
        }
    }

    pub(crate) fn from_name(name: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|change| change.name() == name)
            .ok_or_else(|| Error::corrupt("a change", name))
    }
}

/// A version of an entity, as its history lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its number, from 1.
    pub version: i64,
    /// What had become of the entity.
    pub change: Change,
    /// The run of the import that saw it.
    pub run: String,
    /// When that run began.
    pub seen: Timestamp,
    /// The document; of a gone one the last.
    pub document: String,
}

/// The columns of [`Stored`], of the published version.
macro_rules! stored {
    ($rest:literal) => {
        concat!(
            "SELECT e.kind, e.id, e.version, e.names, c.document, e.owner, e.target, \
             e.first_seen, e.changed, e.gone, e.generation FROM entity e \
             JOIN content c ON c.number = e.content ",
            $rest
        )
    };
}

/// An entity, gone or not.
pub async fn get(
    transaction: &mut Transaction,
    kind: EntityKind,
    id: &EntityId,
) -> Result<Option<Stored>, Error> {
    let row = transaction
        .row(
            stored!("WHERE e.kind = $1 AND e.id = $2"),
            vec![kind.name().into(), id.as_str().into()],
        )
        .await?;
    row.as_ref().map(stored).transpose()
}

/// How many ids [`many`] asks for at once: one statement of a constant length.
pub(crate) const MANY: usize = 64;

/// The entities of these ids, gone or not, each once, in the order asked; unknown ones are left out.
pub async fn many(
    transaction: &mut Transaction,
    kind: EntityKind,
    ids: &[EntityId],
) -> Result<Vec<Stored>, Error> {
    static SQL: LazyLock<String> =
        LazyLock::new(|| format!("{} ({})", stored!("WHERE e.kind = $1 AND e.id IN"), places(2)));
    let mut found: BTreeMap<EntityId, Stored> = BTreeMap::new();
    for chunk in ids.chunks(MANY) {
        let mut values: Vec<Value> = vec![kind.name().into()];
        values.extend(chunk.iter().map(|id| Value::from(id.as_str())));
        // The last chunk is filled up with absent ids, which match nothing.
        values.resize(MANY + 1, Value::Text(None));
        for row in transaction.rows(SQL.as_str(), values).await? {
            let stored = stored(&row)?;
            found.insert(stored.id.clone(), stored);
        }
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// `$first, $first+1, …`: a place for each of [`MANY`] ids.
pub(crate) fn places(first: usize) -> String {
    let places: Vec<String> = (first..first + MANY).map(|place| format!("${place}")).collect();
    places.join(", ")
}

/// What hangs on an owner and is offered: its services, its channels, a service's connections.
pub async fn by_owner(
    transaction: &mut Transaction,
    kind: EntityKind,
    owner: &EntityId,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Stored>, Error> {
    let rows = transaction
        .rows(
            stored!(
                "WHERE e.kind = $1 AND e.owner = $2 AND e.gone IS NULL AND e.id > $3 \
                 ORDER BY e.id LIMIT CAST($4 AS BIGINT)"
            ),
            vec![kind.name().into(), owner.as_str().into(), cursor(after), i64::from(limit).into()],
        )
        .await?;
    rows.iter().map(stored).collect()
}

/// What points to a target and is offered: a channel's connections, a general description's
/// services.
pub async fn by_target(
    transaction: &mut Transaction,
    kind: EntityKind,
    target: &EntityId,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Stored>, Error> {
    let rows = transaction
        .rows(
            stored!(
                "WHERE e.kind = $1 AND e.target = $2 AND e.gone IS NULL AND e.id > $3 \
                 ORDER BY e.id LIMIT CAST($4 AS BIGINT)"
            ),
            vec![
                kind.name().into(),
                target.as_str().into(),
                cursor(after),
                i64::from(limit).into(),
            ],
        )
        .await?;
    rows.iter().map(stored).collect()
}

/// All of a kind that is offered.
pub async fn list(
    transaction: &mut Transaction,
    kind: EntityKind,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Stored>, Error> {
    let rows = transaction
        .rows(
            stored!("WHERE e.kind = $1 AND e.gone IS NULL AND e.id > $2 ORDER BY e.id LIMIT CAST($3 AS BIGINT)"),
            vec![kind.name().into(), cursor(after), i64::from(limit).into()],
        )
        .await?;
    rows.iter().map(stored).collect()
}

/// The names of all of a kind that is offered, without documents.
pub async fn names(
    transaction: &mut Transaction,
    kind: EntityKind,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<(EntityId, Localized)>, Error> {
    let rows = transaction
        .rows(
            "SELECT id, names FROM entity WHERE kind = $1 AND gone IS NULL AND id > $2 \
             ORDER BY id LIMIT CAST($3 AS BIGINT)",
            vec![kind.name().into(), cursor(after), i64::from(limit).into()],
        )
        .await?;
    rows.iter().map(|row| Ok((id_of(row.text(0)?)?, names_of(row.text(1)?)?))).collect()
}

/// What a link to an entity needs of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its id.
    pub id: EntityId,
    /// Its names.
    pub names: Localized,
    /// What it hangs on ([`domain::catalogue::Entity::owner`]).
    pub owner: Option<EntityId>,
}

/// Those of these ids that are offered, each once, in the order asked, without their documents.
pub async fn heads(
    transaction: &mut Transaction,
    kind: EntityKind,
    ids: &[EntityId],
) -> Result<Vec<Head>, Error> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT id, names, owner FROM entity WHERE kind = $1 AND gone IS NULL AND id IN ({})",
            places(2)
        )
    });
    let mut found: BTreeMap<EntityId, Head> = BTreeMap::new();
    for chunk in ids.chunks(MANY) {
        let mut values: Vec<Value> = vec![kind.name().into()];
        values.extend(chunk.iter().map(|id| Value::from(id.as_str())));
        values.resize(MANY + 1, Value::Text(None));
        for row in transaction.rows(SQL.as_str(), values).await? {
            let owner = row.optional_text(2)?.map(id_of).transpose()?;
            let head = Head { id: id_of(row.text(0)?)?, names: names_of(row.text(1)?)?, owner };
            found.insert(head.id.clone(), head);
        }
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// What lists and the search know of a channel without reading its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelHead {
    /// The service that one gets through it.
    pub service: EntityId,
    /// Its names.
    pub names: Localized,
    /// Its kind; none when the document begins otherwise than ours do.
    pub kind: Option<ChannelKind>,
}

/// The channels through which one gets each of these services, in order of the services, and of each
/// in the order of its connections' ids.
pub async fn channel_heads(
    transaction: &mut Transaction,
    services: &[EntityId],
) -> Result<Vec<ChannelHead>, Error> {
    // A channel's document begins with its id and its kind.
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT c.owner, e.names, c.id, SUBSTR(d.document, 1, 160) FROM entity c \
             JOIN entity e ON e.kind = 'channel' AND e.id = c.target AND e.gone IS NULL \
             JOIN content d ON d.number = e.content \
             WHERE c.kind = 'connection' AND c.gone IS NULL AND c.owner IN ({})",
            places(1)
        )
    });
    let mut heads = Vec::new();
    for chunk in services.chunks(MANY) {
        let mut values: Vec<Value> = chunk.iter().map(|id| Value::from(id.as_str())).collect();
        values.resize(MANY, Value::Text(None));
        for row in transaction.rows(SQL.as_str(), values).await? {
            let service = id_of(row.text(0)?)?;
            let head = ChannelHead {
                service,
                names: names_of(row.text(1)?)?,
                kind: kind_of_head(row.text(3)?),
            };
            heads.push((row.text(2)?.to_owned(), head));
        }
    }
    // Sorted here: asked to sort, SQLite walks through all connections in order instead.
    heads.sort_by(|one, other| (&one.1.service, &one.0).cmp(&(&other.1.service, &other.0)));
    Ok(heads.into_iter().map(|(_, head)| head).collect())
}

/// The kind that stands in the beginning of a channel's document.
fn kind_of_head(head: &str) -> Option<ChannelKind> {
    let (_, rest) = head.split_once("\"kind\":\"")?;
    let (code, _) = rest.split_once('"')?;
    Some(ChannelKind::from_code(code))
}

/// Every published version of an entity, the oldest first.
pub async fn history(
    transaction: &mut Transaction,
    kind: EntityKind,
    id: &EntityId,
) -> Result<Vec<Version>, Error> {
    let rows = transaction
        .rows(
            "SELECT v.version, v.change, v.run, v.seen, c.document FROM entity_version v \
             JOIN content c ON c.number = v.content \
             WHERE v.kind = $1 AND v.id = $2 ORDER BY v.version",
            vec![kind.name().into(), id.as_str().into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Version {
                version: row.integer(0)?,
                change: Change::from_name(row.text(1)?)?,
                run: row.text(2)?.to_owned(),
                seen: row.instant(3)?,
                document: row.text(4)?.to_owned(),
            })
        })
        .collect()
}

/// The raw record of a version, compressed as the import wrote it; of a gone one the last.
pub async fn raw(
    transaction: &mut Transaction,
    kind: EntityKind,
    id: &EntityId,
    version: i64,
) -> Result<Option<Vec<u8>>, Error> {
    let row = transaction
        .row(
            "SELECT c.raw FROM entity_version v JOIN content c ON c.number = v.content \
             WHERE v.kind = $1 AND v.id = $2 AND v.version = $3",
            vec![kind.name().into(), id.as_str().into(), version.into()],
        )
        .await?;
    row.map(|row| Ok(row.bytes(0)?.to_vec())).transpose()
}

/// How many of each kind are offered; kinds without any are left out.
pub async fn counts(transaction: &mut Transaction) -> Result<BTreeMap<EntityKind, u64>, Error> {
    let rows = transaction
        .rows("SELECT kind, COUNT(*) FROM entity WHERE gone IS NULL GROUP BY kind", vec![])
        .await?;
    rows.iter()
        .map(|row| {
            let count = u64::try_from(row.integer(1)?).unwrap_or_default();
            Ok((kind_of(row.text(0)?)?, count))
        })
        .collect()
}

/// The number of the catalogue's last published state; 0 of an empty one.
pub async fn generation(transaction: &mut Transaction) -> Result<i64, Error> {
    transaction
        .row("SELECT generation FROM catalogue_state WHERE id = 1", vec![])
        .await?
        .ok_or_else(|| Error::Corrupt("the catalogue's state is missing".into()))?
        .integer(0)
}

/// Every id sorts after the empty text.
pub(crate) fn cursor(after: Option<&EntityId>) -> Value {
    after.map_or("", EntityId::as_str).into()
}

fn stored(row: &Row) -> Result<Stored, Error> {
    Ok(Stored {
        kind: kind_of(row.text(0)?)?,
        id: id_of(row.text(1)?)?,
        version: row.integer(2)?,
        names: serde_json::from_str(row.text(3)?)
            .map_err(|error| Error::corrupt("names", error))?,
        document: row.text(4)?.to_owned(),
        owner: row.optional_text(5)?.map(id_of).transpose()?,
        target: row.optional_text(6)?.map(id_of).transpose()?,
        first_seen: row.instant(7)?,
        changed: row.instant(8)?,
        gone: row.optional_instant(9)?,
        generation: row.integer(10)?,
    })
}

pub(crate) fn names_of(text: &str) -> Result<Localized, Error> {
    serde_json::from_str(text).map_err(|error| Error::corrupt("names", error))
}

pub(crate) fn kind_of(name: &str) -> Result<EntityKind, Error> {
    EntityKind::from_name(name).ok_or_else(|| Error::corrupt("a kind", name))
}

pub(crate) fn id_of(text: &str) -> Result<EntityId, Error> {
    EntityId::new(text).map_err(|error| Error::corrupt("an id", error))
}
