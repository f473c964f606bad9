//! Feedback, kept and forgotten.

use domain::Language;
use domain::catalogue::EntityId;
use domain::feedback::{Feedback, FeedbackKind, Told};
use jiff::Timestamp;
use store::testing::databases;
use store::{Database, Error, feedback};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn given(id: &str, second: i64) -> Feedback {
    let words = "Aukioloajat ovat vanhat.\n'; DROP TABLE feedback; --";
    Feedback {
        id: id.to_owned(),
        about: Some(EntityId::new("a").unwrap()),
        county: Some("05".to_owned()),
        told: Told::take(Some(FeedbackKind::Wrong), words).unwrap(),
        language: Language::Sv,
        created: at(second),
    }
}

async fn insert(database: &Database, one: Feedback) {
    let inserted: Result<(), Error> =
        database.write(move |on| Box::pin(async move { feedback::insert(on, &one).await })).await;
    inserted.unwrap();
}

async fn since(database: &Database, second: i64) -> Vec<Feedback> {
    feedback::since(&mut database.begin().await.unwrap(), at(second)).await.unwrap()
}

#[tokio::test]
async fn feedback_comes_back_as_it_was_given_the_newest_first() {
    for database in databases().await.unwrap() {
        let bare = Feedback {
            about: None,
            county: None,
            told: Told::take(Some(FeedbackKind::Helped), "").unwrap(),
            language: Language::Fi,
            ..given("2", 20)
        };
        for one in [given("1", 10), bare.clone(), given("3", 15)] {
            insert(&database, one).await;
        }
        assert_eq!(since(&database, 0).await, [bare.clone(), given("3", 15), given("1", 10)]);
        assert_eq!(since(&database, 16).await, [bare]);
    }
}

#[tokio::test]
async fn what_was_given_is_counted_by_county_time_and_subject() {
    for database in databases().await.unwrap() {
        let about = |id: &str| EntityId::new(id).ok();
        for (id, second, subject, county) in [
            ("1", 10, about("a"), Some("05")),
            ("2", 20, about("a"), Some("05")),
            ("3", 21, about("b"), Some("05")),
            ("4", 22, None, Some("05")),
            ("5", 23, about("a"), Some("02")),
            ("6", 24, about("a"), None),
        ] {
            let county = county.map(str::to_owned);
            insert(&database, Feedback { about: subject, county, ..given(id, second) }).await;
        }
        let mut on = database.begin().await.unwrap();
        let a = about("a");
        for (county, subject, from, counted) in [
            (Some("05"), a.as_ref(), (10, 20), (4, 3, 1)),
            (Some("05"), a.as_ref(), (11, 11), (3, 3, 1)),
            (Some("05"), None, (0, 0), (4, 4, 1)),
            (Some("02"), a.as_ref(), (0, 24), (1, 0, 0)),
            (None, a.as_ref(), (0, 0), (1, 1, 1)),
        ] {
            let since = (at(from.0), at(from.1));
            let found = feedback::given(&mut on, county, subject, since).await.unwrap();
            assert_eq!((found.long, found.short, found.of_subject), counted, "{county:?} {from:?}");
        }
    }
}

#[tokio::test]
async fn what_is_old_or_named_is_deleted_and_nothing_else() {
    for database in databases().await.unwrap() {
        for (id, second) in [("1", 10), ("2", 20), ("3", 30)] {
            insert(&database, given(id, second)).await;
        }
        let deleted: Result<(u64, u64, u64), Error> = database
            .write(move |on| {
                Box::pin(async move {
                    Ok((
                        feedback::delete_before(on, at(20)).await?,
                        feedback::delete(on, "3").await?,
                        feedback::delete(on, "3").await?,
                    ))
                })
            })
            .await;
        assert_eq!(deleted.unwrap(), (1, 1, 0));
        assert_eq!(since(&database, 0).await, [given("2", 20)]);
    }
}
