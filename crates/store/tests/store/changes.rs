//! The order in which the catalogue is walked through, by id and by what changed last.

use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;
use store::catalogue::{Change, dated, lately_changed, place_after};
use store::import::publish::{Membership, publish};
use store::import::staging::{self, Run, Staged};
use store::testing::databases;
use store::{Database, Error};

const KIND: EntityKind = EntityKind::Service;

/// Publishes a run that began at a second and saw these ids new, or another version of them.
async fn publish_run(database: &Database, second: i64, version: i64, ids: &'static [&'static str]) {
    let run = Run {
        id: format!("run-{second}"),
        feed: "ptv:all".into(),
        source: "ptv".into(),
        started: Timestamp::from_second(second).unwrap(),
    };
    let published: Result<Option<i64>, Error> = database
        .write(move |on| {
            Box::pin(async move {
                let first = staging::next_number(on).await?;
                let staged =
                    ids.iter().zip(first..).map(|(id, number)| staged(id, number, version));
                staging::insert(on, &run, staged.collect()).await?;
                publish(on, &run, &Membership::default()).await
            })
        })
        .await;
    assert!(published.unwrap().is_some());
}

fn staged(id: &str, number: i64, version: i64) -> Staged {
    let print = [u8::try_from(version).unwrap(); 16];
    Staged {
        number,
        kind: KIND,
        id: EntityId::new(id).unwrap(),
        version,
        change: if version == 1 { Change::New } else { Change::Changed },
        owner: None,
        target: None,
        names: "{}".into(),
        modified: None,
        raw_print: print,
        document_print: print,
        document: "{}".into(),
        raw: vec![0],
        feeds: "ptv:all".into(),
    }
}

async fn town(database: &Database) {
    publish_run(database, 10, 1, &["a", "b", "c", "d"]).await;
    publish_run(database, 20, 2, &["b", "d"]).await;
    publish_run(database, 30, 1, &["e"]).await;
}

#[tokio::test]
async fn what_changed_last_comes_first_and_pages_join_without_a_gap() {
    for database in databases().await.unwrap() {
        town(&database).await;
        let mut reading = database.begin().await.unwrap();
        let mut walked = Vec::new();
        loop {
            let page = lately_changed(&mut reading, KIND, walked.last(), 2).await.unwrap();
            if page.is_empty() {
                break;
            }
            walked.extend(page);
        }
        let ids: Vec<&str> = walked.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["e", "d", "b", "c", "a"]);
        let seconds = |at: Timestamp| at.as_second();
        assert_eq!((seconds(walked[1].first_seen), seconds(walked[1].changed)), (10, 20));
    }
}

#[tokio::test]
async fn a_list_is_cut_at_the_ids_that_are_so_many_places_on() {
    for database in databases().await.unwrap() {
        town(&database).await;
        let mut reading = database.begin().await.unwrap();
        let second = place_after(&mut reading, KIND, None, 2).await.unwrap();
        assert_eq!(second.as_ref().map(EntityId::as_str), Some("b"));
        let fourth = place_after(&mut reading, KIND, second.as_ref(), 2).await.unwrap();
        assert_eq!(fourth.as_ref().map(EntityId::as_str), Some("d"));
        assert_eq!(place_after(&mut reading, KIND, fourth.as_ref(), 2).await.unwrap(), None);
        let rest = dated(&mut reading, KIND, second.as_ref(), 9).await.unwrap();
        assert_eq!(rest.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["c", "d", "e"]);
        assert_eq!(rest[1].changed.as_second(), 20);
    }
}
