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
        let mut on = database.begin().await.unwrap();
        assert_eq!(feedback::count_since(&mut on, at(15)).await.unwrap(), 2);
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
