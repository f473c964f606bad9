//! Campaigns' addresses: counted, and dropped on the way.

use app::campaign::{Counter, visits};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::campaign::Campaigns;
use web::WebConfig;

use crate::town::{LIBRARY, Town};
use crate::visitor::Visitor;

async fn town() -> (Town, Counter) {
    let targets = [("fb1".to_owned(), "/fi/haku?teema=liikunta".to_owned())];
    let campaigns = Counter::new(Campaigns::new(targets).unwrap());
    let config = WebConfig { campaigns: campaigns.clone(), ..WebConfig::default() };
    (Town::configured(config).await, campaigns)
}

async fn counted(town: &Town, campaigns: &Counter) -> i64 {
    campaigns.write(town.app()).await.unwrap();
    visits(town.app(), 1).await.unwrap().iter().map(|one| one.count).sum()
}

#[tokio::test]
async fn a_visit_is_counted_and_led_on_to_an_address_without_the_code() {
    let (town, campaigns) = town().await;
    for path in ["/k/fb1", "/k/FB1"] {
        let answer = town.get(path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(answer.headers[header::LOCATION], "/fi/haku?teema=liikunta");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
        // Nor does the browser of a visitor with a list keep it: that visit counts too.
        let mut visitor = Visitor::new(&town);
        visitor.press("add", LIBRARY, "/").await;
        let listed = visitor.get(path).await;
        assert_eq!(listed.headers[header::CACHE_CONTROL], "no-store");
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
        assert_eq!(town.get("/fi/haku?teema=liikunta").await.status, StatusCode::OK);
    }
    assert_eq!(counted(&town, &campaigns).await, 4);
}

#[tokio::test]
async fn a_code_that_is_none_leads_home_and_is_not_counted() {
    let (town, campaigns) = town().await;
    for path in ["/k/none", "/k/%2F%2Fevil.example", "/k/%FF"] {
        let answer = town.get(path).await;
        let home = answer.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        assert!(home.as_deref() == Some("/") || answer.status.is_client_error(), "{path}");
    }
    assert_eq!(counted(&town, &campaigns).await, 0);
}

#[tokio::test]
async fn a_program_that_looks_ahead_is_no_visit() {
    let (town, campaigns) = town().await;
    let ahead = Request::get("/k/fb1").header("sec-purpose", "prefetch;prerender");
    town.ask(ahead.body(Body::empty()).unwrap()).await;
    town.ask(Request::head("/k/fb1").body(Body::empty()).unwrap()).await;
    assert_eq!(counted(&town, &campaigns).await, 0);
}
