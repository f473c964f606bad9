//! The rows of coverage.

use domain::catalogue::EntityId;
use domain::coverage::{LanguageSet, Place, ProviderKind, Reach, Span, Spread, Supply, ThemeSet};
use jiff::Timestamp;
use store::coverage::{State, advance, clear, delete, insert, state, steps};
use store::testing::databases;
use store::{Database, Error};

fn second(number: i64) -> Timestamp {
    Timestamp::from_second(number).unwrap()
}

fn service(letter: &str) -> EntityId {
    EntityId::new(letter).unwrap()
}

fn span(
    since: i64,
    until: Option<i64>,
    places: &[(Reach, &'static str, &'static str)],
) -> Span<Supply> {
    let value = Supply {
        provider: ProviderKind::Parish,
        themes: ThemeSet::from_text("culture"),
        languages: LanguageSet::from_text("fi sv"),
        places: places
            .iter()
            .map(|&(reach, county, municipality)| Spread { reach, county, municipality })
            .collect(),
    };
    Span { since: second(since), until: until.map(second), value }
}

/// Two services in Naantali, one of them also in Raisio and gone at 7; one of the whole county.
async fn fill(database: &Database) {
    let local = Reach::Local;
    let both = [(local, "05", "529"), (local, "05", "680")];
    let rows = vec![
        (service("a"), vec![span(1, Some(7), &both)]),
        (service("b"), vec![span(3, None, &both[..1])]),
        (service("c"), vec![span(3, None, &[(Reach::Regional, "05", "")])]),
        (service("d"), vec![span(3, None, &[(Reach::National, "", "")])]),
    ];
    let written: Result<(), Error> =
        database.write(|on| Box::pin(async move { insert(on, &rows).await })).await;
    written.unwrap();
}

async fn told(database: &Database) -> Vec<(i64, String, i64)> {
    let place = |place: Place| match place {
        Place::Municipality(code) | Place::County(code) => code,
        Place::Beyond => String::new(),
    };
    let mut reading = database.begin().await.unwrap();
    let steps = steps(&mut reading).await.unwrap();
    let mut told: Vec<_> = steps
        .into_iter()
        .map(|step| (step.at.as_second(), place(step.place), step.change))
        .collect();
    told.sort();
    told
}

#[tokio::test]
async fn steps_count_each_service_once_in_each_place() {
    for database in databases().await.unwrap() {
        fill(&database).await;
        let all: Vec<(i64, String, i64)> = [
            (1, "05", 1),
            (1, "529", 1),
            (1, "680", 1),
            (3, "", 1),
            (3, "05", 1),
            (3, "05", 1),
            (3, "529", 1),
            (7, "05", -1),
            (7, "529", -1),
            (7, "680", -1),
        ]
        .map(|(at, place, change)| (at, place.to_owned(), change))
        .into();
        assert_eq!(told(&database).await, all, "local and regional ones of a county apart");
    }
}

#[tokio::test]
async fn rows_go_service_by_service_or_all_at_once() {
    for database in databases().await.unwrap() {
        fill(&database).await;
        let written: Result<(), Error> =
            database.write(|on| Box::pin(async move { delete(on, &service("a")).await })).await;
        written.unwrap();
        assert_eq!(told(&database).await.len(), 4);
        let written: Result<(), Error> = database.write(|on| Box::pin(clear(on))).await;
        written.unwrap();
        assert!(told(&database).await.is_empty());
    }
}

#[tokio::test]
async fn more_rows_than_one_statement_takes_go_in() {
    for database in databases().await.unwrap() {
        let local = [(Reach::Local, "05", "529")];
        let rows: Vec<_> = (0..95)
            .map(|number| (service(&format!("s{number}")), vec![span(1, None, &local)]))
            .collect();
        let written: Result<(), Error> =
            database.write(|on| Box::pin(async move { insert(on, &rows).await })).await;
        written.unwrap();
        assert_eq!(told(&database).await, [(1, "05".into(), 95), (1, "529".into(), 95)]);
    }
}

#[tokio::test]
async fn who_comes_second_changes_nothing() {
    for database in databases().await.unwrap() {
        let to = |generation, print: &str| State { generation, print: print.to_owned() };
        let step = |from: State, to: State| {
            let database = database.clone();
            async move {
                let is_ours: Result<bool, Error> = database
                    .write(|on| Box::pin(async move { advance(on, &from, &to).await }))
                    .await;
                is_ours.unwrap()
            }
        };
        assert!(step(State::default(), to(1, "x")).await);
        assert!(!step(State::default(), to(1, "x")).await);
        assert!(!step(to(1, "y"), to(2, "y")).await);
        assert!(step(to(1, "x"), to(2, "y")).await);
        let mut reading = database.begin().await.unwrap();
        assert_eq!(state(&mut reading).await.unwrap(), to(2, "y"));
    }
}
