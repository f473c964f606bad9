//! What moved since a generation, as far as services are found by it.

use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;
use store::catalogue::{Change, has_moved, moved_services};
use store::import::publish::{Membership, publish};
use store::import::staging::{self, Run, Staged};
use store::testing::databases;
use store::{Database, Error};

use EntityKind::{Channel, Connection, GeneralDescription, OntologyTerm, Organisation, Service};

/// An entity: its kind, its id, what it hangs on, what it points to.
type Row = (EntityKind, &'static str, Option<&'static str>, Option<&'static str>);

/// Publishes a generation in which these are new or have changed.
async fn published(database: &Database, version: i64, rows: &'static [Row]) -> i64 {
    let run = Run {
        id: format!("run-{version}"),
        feed: "ptv:all".into(),
        source: "ptv".into(),
        started: Timestamp::from_second(version).unwrap(),
    };
    let published: Result<Option<i64>, Error> = database
        .write(move |on| {
            Box::pin(async move {
                let first = staging::next_number(on).await?;
                let staged = rows.iter().zip(first..).map(|(row, at)| staged(*row, at, version));
                staging::insert(on, &run, staged.collect()).await?;
                publish(on, &run, &Membership::default()).await
            })
        })
        .await;
    published.unwrap().unwrap()
}

fn staged((kind, id, owner, target): Row, number: i64, version: i64) -> Staged {
    let print = [u8::try_from(version).unwrap(); 16];
    let entity = |id: &str| EntityId::new(id).unwrap();
    Staged {
        number,
        kind,
        id: entity(id),
        version,
        change: if version == 1 { Change::New } else { Change::Changed },
        owner: owner.map(entity),
        target: target.map(entity),
        names: "{}".into(),
        modified: None,
        raw_print: print,
        document_print: print,
        document: "{}".into(),
        raw: vec![0],
        feeds: "ptv:all".into(),
    }
}

/// Services a and b of o, c of p; b is described by g; a has the channels k and l, c has l.
const TOWN: &[Row] = &[
    (Organisation, "o", None, None),
    (Organisation, "p", None, None),
    (GeneralDescription, "g", None, None),
    (OntologyTerm, "t", None, None),
    (Channel, "k", Some("o"), None),
    (Channel, "l", Some("o"), None),
    (Service, "a", Some("o"), None),
    (Service, "b", Some("o"), Some("g")),
    (Service, "c", Some("p"), None),
    (Connection, "a~k", Some("a"), Some("k")),
    (Connection, "a~l", Some("a"), Some("l")),
    (Connection, "c~l", Some("c"), Some("l")),
];

#[tokio::test]
async fn what_is_around_a_service_moves_it() {
    let cases: [(&'static [Row], &[&str]); 7] = [
        (&[(Service, "c", Some("p"), None)], &["c"]),
        (&[(Connection, "a~k", Some("a"), Some("k"))], &["a"]),
        (&[(Channel, "l", Some("o"), None)], &["a", "c"]),
        (&[(GeneralDescription, "g", None, None)], &["b"]),
        (&[(Organisation, "o", None, None)], &["a", "b"]),
        (&[(OntologyTerm, "t", None, None)], &[]),
        (&[(Channel, "k", Some("o"), None), (Service, "b", Some("o"), Some("g"))], &["a", "b"]),
    ];
    for database in databases().await.unwrap() {
        let mut since = published(&database, 1, TOWN).await;
        for ((rows, expected), version) in cases.into_iter().zip(2..) {
            let next = published(&database, version, rows).await;
            let mut reading = database.begin().await.unwrap();
            let moved = moved_services(&mut reading, since).await.unwrap();
            let moved: Vec<&str> = moved.iter().map(EntityId::as_str).collect();
            assert_eq!(moved, expected, "{rows:?}");
            let has_term = has_moved(&mut reading, OntologyTerm, since).await.unwrap();
            assert_eq!(has_term, rows[0].0 == OntologyTerm);
            assert!(moved_services(&mut reading, next).await.unwrap().is_empty());
            since = next;
        }
        let mut reading = database.begin().await.unwrap();
        assert_eq!(moved_services(&mut reading, 0).await.unwrap().len(), 3, "of all generations");
    }
}
