//! More requests than the machine can do.

use std::time::Duration;

use axum::http::{StatusCode, header};
use web::WebConfig;

use crate::town::{LIBRARY, Town};
use crate::visitor::Visitor;

async fn town_for(at_once: usize) -> Town {
    Town::configured(WebConfig { at_once, ..WebConfig::default() }).await
}

#[tokio::test]
async fn who_comes_beyond_the_limit_is_told_in_three_languages_when_to_come_again() {
    let town = town_for(0).await;
    for (language, title) in [
        ("fi", "Sivustolla on nyt ruuhkaa"),
        ("sv", "Webbplatsen är hårt belastad just nu"),
        ("en", "The site is busy right now"),
    ] {
        let answer = town.get(&format!("/{language}/")).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(answer.headers[header::RETRY_AFTER], "5");
        assert!(answer.body.contains(title), "{}", answer.body);
    }
    let answer = town.get("/api/v1/services").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers[header::RETRY_AFTER], "5");
    assert!(answer.body.contains("/api/v1/problems/busy"), "{}", answer.body);
}

#[tokio::test]
async fn health_and_assets_are_answered_however_busy_it_is() {
    let town = town_for(0).await;
    assert_eq!(town.get("/healthz").await.status, StatusCode::OK);
    assert_eq!(town.get("/readyz").await.status, StatusCode::OK);
    let busy = town.get("/fi/").await.body;
    let asset = busy.split("href=\"/assets/").nth(1).and_then(|rest| rest.split('"').next());
    assert_eq!(town.get(&format!("/assets/{}", asset.unwrap())).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_turn_is_given_back_when_the_page_is_made() {
    let town = town_for(1).await;
    let page = format!("/fi/palvelu/{LIBRARY}");
    let get = || async { town.get(&page).await.status };
    for _ in 0..2 {
        // The first waits for the database now and then, and meanwhile the others come.
        let (first, others) = tokio::join!(get(), async {
            let all = tokio::join!(get(), get(), get(), get(), get(), get(), get(), get());
            [all.0, all.1, all.2, all.3, all.4, all.5, all.6, all.7]
        });
        assert_eq!(first, StatusCode::OK);
        assert!(others.contains(&StatusCode::SERVICE_UNAVAILABLE), "{others:?}");
    }
    assert_eq!(town.get("/fi/none").await.status, StatusCode::NOT_FOUND);
    assert_eq!(town.get(&page).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_list_with_a_notice_waits_for_the_database_no_longer_than_any_page() {
    let time_limit = Duration::from_millis(300);
    let town = Town::configured(WebConfig { time_limit, ..WebConfig::default() }).await;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", LIBRARY, "/").await;
    let mut held = Vec::new();
    // All connections that readers have, until there is none left.
    while let Ok(Ok(one)) =
        tokio::time::timeout(Duration::from_millis(100), town.app().database().begin()).await
    {
        held.push(one);
        assert!(held.len() < 100, "there is no end of connections");
    }
    let asked = |path| {
        let mut visitor = Visitor { cookie: visitor.cookie.clone(), ..Visitor::new(&town) };
        // Shorter than a reader waits for a connection.
        tokio::time::timeout(Duration::from_secs(5), async move { visitor.get(path).await })
    };
    let page = asked("/fi/tietosuoja").await.expect("the time limit holds");
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.body.contains("list-bar"), "what is said of the fault has the list all the same");
    let health = asked("/healthz").await.expect("nothing of a list is needed");
    assert_eq!(health.status, StatusCode::OK);
    drop(held);
    let named = asked("/fi/tietosuoja").await.unwrap();
    assert_eq!(named.status, StatusCode::OK);
    assert!(named.body.contains("Kirjaston palvelut"), "{}", named.body);
}
