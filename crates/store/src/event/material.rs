//! What goes with events: links and small files.

use domain::event::{FileKind, Material, MaterialContent};

use crate::Error;
use crate::database::{Row, Transaction, Value};

/// Keeps a material of an event; a file with its content.
pub async fn insert(
    transaction: &mut Transaction,
    event: &str,
    material: &Material,
    content: Option<Vec<u8>>,
) -> Result<(), Error> {
    let (link, ending) = match &material.content {
        MaterialContent::Link(link) => (Some(link.clone()), ""),
        MaterialContent::File(kind) => (None, kind.ending),
    };
    transaction
        .run(
            "INSERT INTO event_material (id, event, name, link, ending, content) \
             VALUES ($1, $2, $3, $4, $5, $6)",
            vec![
                material.id.as_str().into(),
                event.into(),
                material.name.as_str().into(),
                link.into(),
                ending.into(),
                Value::Bytes(content),
            ],
        )
        .await
        .map(drop)
}

/// An event's materials in the order in which they came, without the files' content.
pub async fn by_event(transaction: &mut Transaction, event: &str) -> Result<Vec<Material>, Error> {
    let rows = transaction
        .rows(
            "SELECT id, name, link, ending FROM event_material WHERE event = $1 ORDER BY id",
            vec![event.into()],
        )
        .await?;
    rows.iter().map(material).collect()
}

/// A file of an event with its content.
pub async fn file(
    transaction: &mut Transaction,
    event: &str,
    id: &str,
) -> Result<Option<(Material, Vec<u8>)>, Error> {
    let row = transaction
        .row(
            "SELECT id, name, link, ending, content FROM event_material \
             WHERE id = $1 AND event = $2 AND content IS NOT NULL",
            vec![id.into(), event.into()],
        )
        .await?;
    row.map(|row| Ok((material(&row)?, row.bytes(4)?.to_vec()))).transpose()
}

/// Deletes a material of an event; says how many there were.
pub async fn delete(transaction: &mut Transaction, event: &str, id: &str) -> Result<u64, Error> {
    transaction
        .run(
            "DELETE FROM event_material WHERE id = $1 AND event = $2",
            vec![id.into(), event.into()],
        )
        .await
}

fn material(row: &Row) -> Result<Material, Error> {
    let ending = row.text(3)?;
    let kind = || {
        let kind = FileKind::ALL.iter().find(|kind| kind.ending == ending).copied();
        kind.ok_or_else(|| Error::corrupt("a kind of file", ending))
    };
    let content = match row.optional_text(2)? {
        Some(link) => MaterialContent::Link(link.to_owned()),
        None => MaterialContent::File(kind()?),
    };
    Ok(Material { id: row.text(0)?.to_owned(), name: row.text(1)?.to_owned(), content })
}
