//! Visits by campaigns' addresses, counted in memory and written in groups.

use app::campaign::{Counter, visits};
use domain::campaign::Campaigns;
use jiff::ToSpan;

use crate::source::*;

fn counter() -> Counter {
    let targets = [("fb1".to_owned(), "/fi/".to_owned()), ("poster".to_owned(), "/sv/".to_owned())];
    Counter::new(Campaigns::new(targets).unwrap())
}

#[tokio::test]
async fn visits_are_counted_by_code_and_day_once_each_however_often_they_are_written() {
    for app in apps().await {
        let counter = counter();
        for code in ["fb1", "FB1", "poster", "made-up", "fb1"] {
            counter.count(&app, code);
        }
        assert!(visits(&app, 30).await.unwrap().is_empty(), "nothing is written yet");
        counter.write(&app).await.unwrap();
        counter.write(&app).await.unwrap();
        app.set_clock(app.now().checked_add(24.hours()).unwrap());
        counter.clone().count(&app, "fb1");
        counter.write(&app).await.unwrap();
        let told = visits(&app, 30).await.unwrap();
        let told: Vec<(&str, i64)> =
            told.iter().map(|one| (one.code.as_str(), one.count)).collect();
        assert_eq!(told, [("fb1", 3), ("fb1", 1), ("poster", 1)]);
        assert_eq!(visits(&app, 1).await.unwrap().len(), 1, "today's alone");
    }
}

#[tokio::test]
async fn visits_of_longer_ago_than_two_years_are_forgotten() {
    for app in apps().await {
        let counter = counter();
        counter.count(&app, "fb1");
        counter.write(&app).await.unwrap();
        app.set_clock(app.now().checked_add((24 * 733).hours()).unwrap());
        counter.count(&app, "poster");
        counter.write(&app).await.unwrap();
        let told = visits(&app, u16::MAX).await.unwrap();
        assert_eq!(told.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["poster"]);
    }
}
