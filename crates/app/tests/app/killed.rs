//! Imports that end before their end: stopped, dropped, or with another one under way.

use std::sync::Arc;
use std::sync::mpsc;

use app::import::{Unread, run};
use app::{App, Error};
use domain::catalogue::EntityKind::{Organisation, Service};
use domain::import::{Mode, Outcome, Problem, ProblemCode, Severity};
use store::catalogue::{Change, generation as generation_of, get};

use crate::source::*;

/// What the catalogue becomes when nothing goes wrong: a first state, and a second after changes.
fn second() -> Source {
    let mut records = town(300);
    records.retain(|record| record.entity.id() != service_id(7));
    records.extend((301..=420).map(|number| service(number, "Uusi")));
    for (number, record) in records.iter_mut().enumerate() {
        if record.entity.kind() == Service && number % 3 == 0 {
            let changed = format!("Muuttunut {number}");
            let id = record.entity.id();
            let mut document = service_document(1, &changed);
            document["id"] = serde_json::json!(id);
            *record = crate::source::record(Service, &document);
        }
    }
    Source::whole(records)
}

/// Imports, and drops the import when so many items have been given and the writer has got so far
/// as it has.
async fn killed_after(app: &App, source: Source, items: usize) {
    let reached = Arc::new(tokio::sync::Notify::new());
    let (tell, (gone, ended)) = (reached.clone(), mpsc::channel::<()>());
    let read = move |sink: &mut dyn sources::Sink| {
        for (number, item) in source.items.into_iter().enumerate() {
            if number == items {
                tell.notify_one();
                // Held here until the import is dropped, as a process that is killed.
                let _dropped = ended.recv();
                return Err(Unread::Stopped);
            }
            give(item, sink)?;
        }
        tell.notify_one();
        Ok(source.completeness)
    };
    tokio::select! {
        biased;
        () = reached.notified() => {}
        _ = run(app, options(Mode::Full), read) => {}
    }
    drop(gone);
}

#[tokio::test]
async fn a_killed_import_leaves_readers_alone_and_the_next_ends_as_a_clean_one() {
    for (clean, killed) in apps().await.into_iter().zip(apps().await) {
        for app in [&clean, &killed] {
            import(app, Source::whole(town(300))).await;
            app.set_clock(minute(1));
        }
        let published = store::testing::published(killed.database()).await.unwrap();
        let length = second().items.len();
        for kill in [0, 1, 199, 350, 777, 1_000, length - 1] {
            killed_after(&killed, second(), kill).await;
            let now = store::testing::published(killed.database()).await.unwrap();
            assert_eq!(now, published, "killed after {kill} items");
            // The lease of a killed run ends by itself. Times are not part of the comparison then.
            killed.set_clock(minute(1).max(killed.now()) + jiff::SignedDuration::from_secs(31));
        }
        import(&clean, second()).await;
        let report = import(&killed, second()).await;
        assert_eq!(report.outcome, Outcome::Complete);
        assert_eq!(
            store::testing::timeless(killed.database()).await.unwrap(),
            store::testing::timeless(clean.database()).await.unwrap()
        );
        let before = contents(&killed).await;
        import(&killed, second()).await;
        assert_eq!(contents(&killed).await, before);
    }
}

#[tokio::test]
async fn what_a_killed_run_found_and_the_next_does_not_is_never_seen() {
    for app in apps().await {
        import(&app, Source::whole(town(10))).await;
        app.set_clock(minute(1));
        let with_strangers =
            Source::part((1..=600).map(|number| service(1_000 + number, "Ei koskaan")));
        killed_after(&app, with_strangers, 599).await;
        app.set_clock(minute(3));
        import(&app, Source::whole(town(10))).await;
        let mut reading = app.database().begin().await.unwrap();
        assert!(get(&mut reading, Service, &service_id(1_001)).await.unwrap().is_none());
        assert!(!contents(&app).await.iter().any(|line| line.contains("Ei koskaan")));
    }
}

#[tokio::test]
async fn another_feeds_import_discards_what_a_killed_one_left() {
    for app in apps().await {
        let first = Source::part((1..=600).map(|number| service(number, "Jäänyt")));
        killed_after(&app, first, 599).await;
        app.set_clock(minute(3));
        let other = app::import::Options { feed: "ptv:county:17".into(), ..options(Mode::Full) };
        import_as(&app, other, Source::whole(town(1))).await.unwrap();
        assert!(!contents(&app).await.iter().any(|line| line.contains("Jäänyt")));
    }
}

#[tokio::test]
async fn only_one_import_is_under_way_at_a_time() {
    for app in apps().await {
        let meanwhile = app.clone();
        let begun = Arc::new(tokio::sync::Notify::new());
        let (tell, (go_on, wait)) = (begun.clone(), mpsc::channel::<()>());
        let first = tokio::spawn(async move {
            run(&meanwhile, options(Mode::Full), move |sink| {
                tell.notify_one();
                let _told = wait.recv();
                Source::whole(town(1)).read(sink)
            })
            .await
        });
        begun.notified().await;
        let second = import_as(&app, options(Mode::Full), Source::whole([])).await;
        let Err(Error::Conflict(text)) = &second else { panic!("{second:?}") };
        assert!(text.contains("another import is under way"), "{text}");
        drop(go_on);
        assert_eq!(first.await.unwrap().unwrap().outcome, Outcome::Complete);
        // Its place is free again at once.
        import(&app, Source::whole(town(1))).await;
    }
}

/// Somebody else has the importer's place from now on.
async fn take_place(app: &App, now: jiff::Timestamp) {
    let taken: Result<_, store::Error> = app
        .database()
        .write(move |transaction| {
            Box::pin(async move {
                store::import::take_lease(transaction, "another", now, minute(99)).await
            })
        })
        .await;
    assert_eq!(taken.unwrap(), Ok(()));
}

#[tokio::test]
async fn a_run_that_lost_its_place_publishes_nothing() {
    for app in apps().await {
        let thief = app.clone();
        let stolen = run(&app, options(Mode::Full), move |sink| {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            // Its time is over and somebody else is at it.
            thief.set_clock(minute(9));
            runtime.block_on(take_place(&thief, minute(9)));
            Source::whole(town(1)).read(sink)
        })
        .await;
        assert!(matches!(stolen, Err(Error::Conflict(_))), "{stolen:?}");
        let mut reading = app.database().begin().await.unwrap();
        assert_eq!(generation_of(&mut reading).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_source_that_cannot_be_read_publishes_nothing_and_says_so() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        let before = contents(&app).await;
        let report = run(&app, options(Mode::Full), |sink| {
            give(sources::Item::Record(Box::new(service(1, "Puolikas"))), sink)?;
            let problem = Problem::new(Severity::Failed, ProblemCode::PageUnreadable);
            Err(Unread::Failed(Box::new(problem.read_from("services.json"))))
        })
        .await
        .unwrap();
        assert_eq!(report.outcome, Outcome::Failed);
        assert_eq!(report.generation, None);
        let kept =
            store::import::get(&mut app.database().begin().await.unwrap(), &report.run).await;
        assert_eq!(kept.unwrap().unwrap().outcome, Outcome::Failed);
        let published = |lines: &[String]| {
            lines.iter().filter(|line| !line.contains("Puolikas")).cloned().collect::<Vec<_>>()
        };
        assert_eq!(published(&contents(&app).await), before);
        assert_eq!(changes(&app, Service, &service_id(1)).await, [Change::New]);
        import(&app, Source::whole(town(2))).await;
        assert_eq!(contents(&app).await, before);
    }
}

#[tokio::test]
async fn a_reading_that_panics_ends_the_run_as_failed() {
    for app in apps().await {
        let report = run(&app, options(Mode::Full), |_| panic!("on purpose")).await;
        assert!(matches!(report, Err(Error::Internal(_))), "{report:?}");
        let mut reading = app.database().begin().await.unwrap();
        let last = store::import::list(&mut reading, None, 1).await.unwrap().remove(0);
        assert_eq!(last.outcome, Outcome::Failed);
        drop(reading);
        let report = import(&app, Source::whole(town(1))).await;
        assert_eq!(tally(&report, Organisation), [1, 1, 0, 0, 0, 0]);
    }
}

#[tokio::test]
async fn the_place_of_a_killed_import_is_waited_for_and_that_of_a_living_one_is_not() {
    for app in apps().await {
        app::import::wait_for_place(&app, |_| panic!("it is free")).await.unwrap();
        killed_after(&app, Source::whole(town(1)), 1).await;
        let over = |until: jiff::Timestamp| app.set_clock(until);
        app::import::wait_for_place(&app, over).await.unwrap();

        killed_after(&app, Source::whole(town(1)), 1).await;
        let (tell, told) = tokio::sync::oneshot::channel();
        let waiting = app::import::wait_for_place(&app, |until| tell.send(until).unwrap());
        let living = async {
            let until = told.await.unwrap();
            take_place(&app, until).await;
        };
        let (waited, ()) = tokio::join!(waiting, living);
        assert!(matches!(waited, Err(Error::Conflict(_))), "{waited:?}");
    }
}
