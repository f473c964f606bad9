//! Results that many ask for are made once and kept, for as long as they are true.

use axum::body::Body;
use axum::http::{Request, header};

use crate::town::{GONE, LIBRARY, Town};

const SEARCH: &str = "/fi/haku?q=lakkautettu";

async fn asked_with(
    town: &Town,
    path: &str,
    name: header::HeaderName,
    value: &str,
) -> axum::http::HeaderMap {
    let request = Request::get(path).header(name, value).body(Body::empty()).unwrap();
    town.ask(request).await.headers
}

async fn names_it(town: &Town, path: &str) -> bool {
    town.get(path).await.body.contains(GONE)
}

#[tokio::test]
async fn a_page_is_kept_for_its_day_and_no_longer() {
    let town = Town::before_a_service_goes().await;
    town.set_clock("2026-11-24T08:00:10Z");
    assert!(names_it(&town, SEARCH).await);
    town.lose_a_service().await;
    town.set_clock("2026-11-24T21:59:59Z");
    assert!(names_it(&town, SEARCH).await, "made again within its day");
    town.set_clock("2026-11-24T22:00:00Z");
    assert!(!names_it(&town, SEARCH).await, "kept beyond midnight in Finland");
}

#[tokio::test]
async fn a_page_goes_with_the_catalogue_that_it_was_made_from() {
    let town = Town::before_a_service_goes().await;
    assert!(names_it(&town, SEARCH).await);
    town.lose_a_service().await;
    assert!(names_it(&town, SEARCH).await);
    town.let_the_index_follow().await;
    assert!(!names_it(&town, SEARCH).await);
}

#[tokio::test]
async fn another_address_or_a_readers_own_list_is_answered_anew() {
    let town = Town::before_a_service_goes().await;
    assert!(names_it(&town, SEARCH).await);
    town.lose_a_service().await;
    assert!(!names_it(&town, "/fi/haku?q=lakkautettu&sivu=1").await);
    let cookie = Request::get(SEARCH).header(header::COOKIE, "tarjotin-list=1.x");
    assert!(!town.ask(cookie.body(Body::empty()).unwrap()).await.body.contains(GONE));
    assert!(names_it(&town, SEARCH).await);
}

#[tokio::test]
async fn a_packed_page_is_not_given_to_who_cannot_unpack_it() {
    let town = Town::new().await;
    for _ in 0..2 {
        let packed = asked_with(&town, "/fi/haku", header::ACCEPT_ENCODING, "gzip").await;
        assert_eq!(packed[header::CONTENT_ENCODING], "gzip");
        let plain = town.get("/fi/haku").await;
        assert!(!plain.headers.contains_key(header::CONTENT_ENCODING));
        assert!(plain.body.contains("</html>"));
    }
}

#[tokio::test]
async fn what_a_browser_is_asked_to_remember_is_asked_of_each() {
    let town = Town::new().await;
    let path = "/fi/haku?q=kirjasto&kunta=529";
    for _ in 0..2 {
        let new = town.get(path).await.headers;
        assert!(new[header::SET_COOKIE].to_str().unwrap().starts_with("kunta=529"));
        let same = asked_with(&town, path, header::COOKIE, "kunta=529").await;
        assert!(!same.contains_key(header::SET_COOKIE));
        let other = asked_with(&town, path, header::COOKIE, "kunta=853").await;
        assert!(other.contains_key(header::SET_COOKIE));
    }
}

#[tokio::test]
async fn easier_words_and_larger_letters_are_pages_of_their_own() {
    let town = Town::new().await;
    let ordinary = town.get("/fi/haku").await.body;
    for _ in 0..2 {
        for chosen in ["ease=easy", "ease=large"] {
            let request = Request::get("/fi/haku").header(header::COOKIE, chosen);
            let page = town.ask(request.body(Body::empty()).unwrap()).await.body;
            assert_ne!(page, ordinary, "{chosen}");
        }
        assert_eq!(town.get("/fi/haku").await.body, ordinary);
    }
}

#[tokio::test]
async fn a_kept_page_has_the_headers_that_it_was_made_with() {
    let town = Town::new().await;
    let made = town.get("/fi/haku?q=kirjasto").await;
    let kept = town.get("/fi/haku?q=kirjasto").await;
    assert_eq!(made.headers, kept.headers);
    assert!(kept.headers.contains_key(header::CONTENT_SECURITY_POLICY));
}

#[tokio::test]
async fn what_was_shown_of_a_service_stays_until_the_search_follows_the_catalogue() {
    let town = Town::before_a_service_goes().await;
    assert!(names_it(&town, SEARCH).await);
    town.lose_what_was_found().await;
    assert!(names_it(&town, "/fi/haku?q=lakkautettu&sivu=1").await, "a whole generation");
    town.let_the_index_follow().await;
    assert!(!names_it(&town, "/fi/haku?q=lakkautettu&sivu=1").await);
    assert!(!names_it(&town, SEARCH).await);
}

#[tokio::test]
async fn what_was_shown_of_a_service_does_not_stop_its_clock() {
    let town = Town::new().await;
    let path = "/fi/haku?q=kirjasto+Naantali";
    let is_open = async || town.get(path).await.body.contains("Auki nyt, klo 16.30 asti");
    assert!(is_open().await);
    town.set_clock("2026-11-24T14:29:59Z");
    assert!(is_open().await);
    town.set_clock("2026-11-24T14:30:00Z");
    assert!(!is_open().await);
}

#[tokio::test]
async fn a_page_that_asks_to_forget_a_municipality_is_kept_for_those_who_remember_the_same() {
    let town = Town::before_a_service_goes().await;
    let remembering = async |place: &str| {
        let asked = Request::get("/fi/haku?q=lakkautettu&kunta=").header(header::COOKIE, place);
        let page = town.ask(asked.body(Body::empty()).unwrap()).await;
        (page.body.contains(GONE), page.headers.contains_key(header::SET_COOKIE))
    };
    assert_eq!(remembering("kunta=853").await, (true, true));
    town.lose_a_service().await;
    assert_eq!(remembering("kunta=853").await, (true, true), "made again");
    assert_eq!(remembering("kunta=529").await, (false, true), "somebody else's page");
    assert_eq!(remembering("").await, (false, false), "there is nothing to forget");
}

#[tokio::test]
async fn each_search_in_vain_is_counted_and_none_is_kept() {
    let town = Town::new().await;
    let in_vain = async || {
        town.get("/fi/haku?q=kvanttifysiikka").await;
        tokio::task::yield_now().await;
    };
    for _ in 0..5 {
        in_vain().await;
    }
    let counted = async || town.gaps().await.iter().map(|gap| gap.count).max();
    // What counts does not hold up the answer.
    let mut tries = 0;
    while counted().await != Some(5) {
        tries += 1;
        assert!(tries < 10_000, "counted: {:?}", counted().await);
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn what_one_countys_site_keeps_is_not_shown_on_anothers() {
    let face = |host: &str, code| web::Face {
        hosts: vec![host.to_owned()],
        county: domain::reference::county(code),
        ..web::Face::default()
    };
    let config = |face| web::WebConfig { face, ..web::WebConfig::default() };
    let sites = [face("etela.example", "05"), face("pohjoinen.example", "21")].map(config);
    let town = Town::of_sites(sites.into()).await;
    for _ in 0..2 {
        for (host, has) in [("etela.example", true), ("pohjoinen.example", false)] {
            let asked = Request::get("/fi/haku?q=kirjasto").header(header::HOST, host);
            let page = town.ask(asked.body(Body::empty()).unwrap()).await.body;
            assert_eq!(page.contains(LIBRARY), has, "{host}");
        }
    }
}
