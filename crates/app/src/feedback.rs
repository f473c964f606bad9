//! Feedback: taken, read by the staff, and forgotten when it is old.

use std::time::Duration;

use domain::Language;
use domain::catalogue::EntityId;
use domain::feedback::{Feedback, ReplyAddress, Told};
use jiff::{Span, Timestamp, ToSpan};
use store::feedback as rows;

use crate::coordinator::Coordinator;
use crate::schedule::finnish_time;
use crate::{App, Error};

/// How much is taken on a county's site in a day: a flood must not fill the disk, nor another county's day.
const MOST_A_DAY: i64 = 2_000;
/// How much in a minute: a burst must not use up the day.
const MOST_A_MINUTE: i64 = 20;
/// How much in a minute of one service: more than one person's is not written so fast.
const MOST_A_MINUTE_OF_A_SERVICE: i64 = 5;
/// How long it is kept, in months.
const KEPT: i32 = 24;
/// How long it is kept where an answer goes that was not given, in months.
const REPLY_KEPT: i32 = 6;
/// How often what is old is looked for.
const LOOK: Duration = Duration::from_hours(1);

/// What is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The service that it is about; none for the site.
    pub about: Option<EntityId>,
    /// The code of the county whose site it is.
    pub county: Option<&'static str>,
    /// What is told.
    pub told: Told,
    /// The reader's language.
    pub language: Language,
    /// Where they want to be told what became of it.
    pub reply: Option<ReplyAddress>,
}

/// What became of what was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is kept.
    Kept,
    /// As much came as in a minute: it is worth sending again soon.
    FullForAMinute,
    /// As much came as in a day.
    FullForADay,
}

/// Keeps feedback, unless too much of it came.
///
/// # Errors
/// When the database is not there.
pub async fn give(app: &App, given: Given) -> Result<Outcome, Error> {
    let Given { about, county, told, language, reply } = given;
    let (id, created, county) = (app.new_id(), app.now(), county.map(str::to_owned));
    let feedback = Feedback { id, about, county, told, language, created };
    let until = finnish_time(created).checked_add(REPLY_KEPT.months());
    let until = until.map_or(created, |until| until.timestamp());
    let ago = |span: Span| created.checked_sub(span).unwrap_or(Timestamp::MIN);
    let since = (ago(24.hours()), ago(1.minute()));
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let (county, about) = (feedback.county.as_deref(), feedback.about.as_ref());
                let before = rows::given(on, county, about, since).await?;
                let of_service = if about.is_some() { before.of_subject } else { 0 };
                if before.long >= MOST_A_DAY {
                    return Ok(Outcome::FullForADay);
                }
                if before.short >= MOST_A_MINUTE || of_service >= MOST_A_MINUTE_OF_A_SERVICE {
                    return Ok(Outcome::FullForAMinute);
                }
                rows::insert(on, &feedback).await?;
                if let Some(reply) = reply {
                    rows::insert_reply(on, &feedback.id, reply.as_str(), until).await?;
                }
                Ok(Outcome::Kept)
            })
        })
        .await
}

/// What was given on a county's site, or on any, in the last days, today included, the newest first.
///
/// # Errors
/// When the database is not there.
pub async fn list(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    days: u16,
) -> Result<Vec<Feedback>, Error> {
    let now = finnish_time(app.now());
    let first = now.checked_sub((i32::from(days.max(1)) - 1).days());
    let from =
        first.and_then(|day| day.start_of_day()).map_or(Timestamp::MIN, |day| day.timestamp());
    let mut given = rows::since(&mut app.database().begin().await?, from).await?;
    given.retain(|one| county.is_none() || one.county.as_deref() == county);
    Ok(given)
}

/// Deletes the one of an id; says whether there was one.
pub async fn delete(app: &App, id: &str) -> Result<bool, Error> {
    let id = id.to_owned();
    let deleted: Result<u64, Error> = app
        .database()
        .write(move |on| Box::pin(async move { Ok(rows::delete(on, &id).await?) }))
        .await;
    Ok(deleted? > 0)
}

/// Deletes what is older than two years, and says how many.
pub async fn delete_old(app: &App) -> Result<u64, Error> {
    let oldest = finnish_time(app.now()).checked_sub(KEPT.months());
    let oldest = oldest.map_or(Timestamp::MIN, |oldest| oldest.timestamp());
    let now = app.now();
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let deleted = rows::delete_before(on, oldest).await?;
                rows::delete_old_replies(on, now).await?;
                Ok(deleted)
            })
        })
        .await
}

/// Deletes what is old, now and from then on.
pub async fn forget_old(app: App) {
    loop {
        match delete_old(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "old feedback is deleted"),
            Err(error) => tracing::warn!("old feedback could not be deleted: {error}"),
        }
        tokio::time::sleep(LOOK).await;
    }
}

#[cfg(test)]
mod tests {
    use domain::coordinator::CoordinatorName;
    use domain::feedback::FeedbackKind;
    use store::Database;
    use store::testing::databases;

    use super::*;

    /// An app on an empty catalogue: half past eleven in the evening in Finland.
    fn app(database: &Database) -> App {
        App::fixed(database.clone(), "2026-11-24T21:30:00Z".parse().unwrap())
    }

    fn aino() -> Coordinator {
        Coordinator::operator(CoordinatorName::take("Aino").unwrap())
    }

    fn given(words: &str) -> Given {
        Given {
            about: Some(EntityId::new("a").unwrap()),
            county: Some("05"),
            told: Told::take(Some(FeedbackKind::Wish), words).unwrap(),
            language: Language::Sv,
            reply: None,
        }
    }

    #[tokio::test]
    async fn feedback_is_listed_by_finnish_days_and_deleted_by_its_id() {
        for database in databases().await.unwrap() {
            let app = app(&database);
            give(&app, given("Fler tider")).await.unwrap();
            let listed = list(&app, &aino(), None, 1).await.unwrap();
            let [one] = listed.as_slice() else { panic!("{listed:?}") };
            assert_eq!((one.told.words(), one.language), (Some("Fler tider"), Language::Sv));
            assert_eq!((one.county.as_deref(), one.created), (Some("05"), app.now()));
            assert_eq!(list(&app, &aino(), Some("05"), 1).await.unwrap(), listed);
            assert_eq!(list(&app, &aino(), Some("02"), 1).await.unwrap(), [], "another county's");
            app.set_clock("2026-11-24T22:00:00Z".parse().unwrap());
            assert_eq!(list(&app, &aino(), None, 1).await.unwrap(), [], "it was given yesterday");
            assert_eq!(list(&app, &aino(), None, 2).await.unwrap(), listed);
            assert!(delete(&app, &one.id).await.unwrap());
            assert!(!delete(&app, &one.id).await.unwrap());
            assert_eq!(list(&app, &aino(), None, 2).await.unwrap(), []);
        }
    }

    #[tokio::test]
    async fn feedback_is_forgotten_after_two_years() {
        for database in databases().await.unwrap() {
            let app = app(&database);
            give(&app, given("Fler tider")).await.unwrap();
            app.set_clock("2028-11-24T21:30:00Z".parse().unwrap());
            assert_eq!(delete_old(&app).await.unwrap(), 0);
            app.set_clock("2028-11-24T21:30:01Z".parse().unwrap());
            assert_eq!(delete_old(&app).await.unwrap(), 1);
        }
    }

    /// Gives so much, of services in turn, in minutes of their own; what became of the last.
    async fn give_slowly(app: &App, count: i64, from: &str, county: &'static str) -> Outcome {
        let from: Timestamp = from.parse().unwrap();
        let mut outcome = Outcome::Kept;
        for number in 0..count {
            // A minute later to the second is within the minute still.
            let seconds = 61 * (number / MOST_A_MINUTE);
            app.set_clock(from.checked_add(seconds.seconds()).unwrap());
            let about = EntityId::new(format!("s{}", number % MOST_A_MINUTE)).ok();
            let one = Given { about, county: Some(county), ..given("Hej") };
            outcome = give(app, one).await.unwrap();
        }
        outcome
    }

    #[tokio::test]
    async fn so_much_is_taken_of_a_service_and_of_a_county_in_a_minute() {
        for database in databases().await.unwrap() {
            let app = app(&database);
            let of = |about: &str, county| Given {
                about: EntityId::new(about).ok(),
                county: Some(county),
                ..given("Hej")
            };
            for _ in 0..MOST_A_MINUTE_OF_A_SERVICE {
                assert_eq!(give(&app, of("a", "05")).await.unwrap(), Outcome::Kept);
            }
            assert_eq!(give(&app, of("a", "05")).await.unwrap(), Outcome::FullForAMinute);
            assert_eq!(give(&app, of("b", "05")).await.unwrap(), Outcome::Kept, "another service");
            assert_eq!(give(&app, of("a", "02")).await.unwrap(), Outcome::Kept, "another county");
            for number in MOST_A_MINUTE_OF_A_SERVICE + 1..MOST_A_MINUTE {
                let outcome = give(&app, of(&format!("c{number}"), "05")).await.unwrap();
                assert_eq!(outcome, Outcome::Kept, "{number}");
            }
            assert_eq!(give(&app, of("d", "05")).await.unwrap(), Outcome::FullForAMinute);
            app.set_clock("2026-11-24T21:31:01Z".parse().unwrap());
            assert_eq!(give(&app, of("a", "05")).await.unwrap(), Outcome::Kept, "a minute later");
        }
    }

    #[tokio::test]
    async fn so_much_is_taken_of_a_county_in_a_day_and_another_countys_day_is_its_own() {
        for database in databases().await.unwrap() {
            let app = app(&database);
            let last = give_slowly(&app, MOST_A_DAY, "2026-11-24T01:00:00Z", "05").await;
            assert_eq!(last, Outcome::Kept);
            app.set_clock("2026-11-24T21:30:00Z".parse().unwrap());
            assert_eq!(give(&app, given("Hej")).await.unwrap(), Outcome::FullForADay);
            let other = Given { county: Some("02"), ..given("Hej") };
            assert_eq!(give(&app, other).await.unwrap(), Outcome::Kept);
            app.set_clock("2026-11-25T21:30:01Z".parse().unwrap());
            assert_eq!(give(&app, given("Hej")).await.unwrap(), Outcome::Kept);
        }
    }
}
