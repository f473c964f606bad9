//! The visitor's own list: gathered, ordered, kept by the visitor alone.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use web::WebConfig;

use crate::pages::assert_is_a_page;
use crate::town::{GONE, HOSTILE, LIBRARY, STORIES, SWIMMING, Town};
use crate::visitor::{Visitor, between, listed};

const SEARCH: &str = "/fi/haku?q=kirjasto";

#[tokio::test]
async fn services_are_added_from_results_and_from_their_pages_and_the_bar_counts_them() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    let before = visitor.get(SEARCH).await.body;
    assert!(before.contains("Oma lista (0)"));
    assert!(before.contains(&format!("name=\"add\" value=\"{LIBRARY}\"")));
    let back = visitor.press("add", LIBRARY, SEARCH).await;
    assert_eq!(back, format!("{SEARCH}#l-{LIBRARY}"));
    let after = visitor.get(&back).await.body;
    assert!(after.contains("Oma lista (1)"));
    assert!(after.contains(&format!("name=\"remove\" value=\"{LIBRARY}\"")));
    assert!(after.contains(&format!("id=\"l-{LIBRARY}\"")), "where it leads is on the page");
    let status = between(&after, "data-list=\"notice\"", "</div>");
    assert!(status.contains("Lisätty listallesi:") && status.contains("Kirjaston palvelut"));
    let again = visitor.get(SEARCH).await.body;
    assert!(!again.contains("Lisätty listallesi:"), "it is told once");
    let page = visitor.get(&format!("/sv/tjanst/{SWIMMING}")).await.body;
    assert!(page.contains("Min lista (1)") && page.contains("Lägg till på listan"));
    visitor.press("add", SWIMMING, "/fi/").await;
    visitor.press("add", SWIMMING, "/fi/").await;
    let list = visitor.get("/en/my-list").await.body;
    assert_eq!(listed(&list), [LIBRARY, SWIMMING]);
    assert!(list.contains("My list (2)"));
}

#[tokio::test]
async fn a_listed_service_tells_its_next_step_with_the_phone_first() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", LIBRARY, "/").await;
    let answer = visitor.get("/fi/oma-lista").await;
    assert_is_a_page("fi", "/fi/oma-lista", &answer);
    let item = between(&answer.body, "class=\"listed__item\"", "</li></ol>");
    let at = |text: &str| item.find(text).unwrap_or_else(|| panic!("{text} is not there: {item}"));
    assert!(at("tel:+35824345444") < at("Kirjastokortin"));
    assert!(at("Kirjastokortin") < at("Tullikatu 11"));
    assert!(at("Tullikatu 11") < at("Tänään 24.11.: 10–16.30"));
    assert!(at("Tänään") < at("https://verkko.kirjasto.example/"));
    at("Naantalin kaupunki");
    let swedish = visitor.get("/sv/min-lista").await.body;
    assert!(
        swedish.contains("Bibliotekets tjänster") && swedish.contains("I dag 24.11.: 10–16.30")
    );
}

#[tokio::test]
async fn services_are_ordered_removed_and_brought_back() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    for id in [LIBRARY, SWIMMING, STORIES] {
        visitor.press("add", id, "/").await;
    }
    let first = visitor.get("/fi/oma-lista").await.body;
    assert!(!first.contains(&format!("name=\"up\" value=\"{LIBRARY}\"")), "the first cannot rise");
    assert!(!first.contains(&format!("name=\"down\" value=\"{STORIES}\"")), "the last cannot sink");
    let back = visitor.press("up", STORIES, "/fi/oma-lista").await;
    assert_eq!(back, format!("/fi/oma-lista#l-{STORIES}"));
    assert_eq!(listed(&visitor.get(&back).await.body), [LIBRARY, STORIES, SWIMMING]);
    visitor.press("down", LIBRARY, "/fi/oma-lista").await;
    visitor.press("remove", LIBRARY, "/fi/oma-lista").await;
    let removed = visitor.get("/fi/oma-lista").await.body;
    assert_eq!(listed(&removed), [STORIES, SWIMMING]);
    assert!(removed.contains("Poistettu listaltasi: <strong>Kirjaston palvelut</strong>"));
    let undo = between(&removed, "name=\"restore\" value=\"", "\"");
    visitor.press("restore", undo, "/fi/oma-lista").await;
    let restored = visitor.get("/fi/oma-lista").await.body;
    assert_eq!(listed(&restored), [STORIES, LIBRARY, SWIMMING]);
}

#[tokio::test]
async fn a_cleared_list_says_how_to_begin_and_comes_back_whole() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    for id in [LIBRARY, SWIMMING] {
        visitor.press("add", id, "/").await;
    }
    visitor.press("clear", "all", "/sv/min-lista").await;
    let empty = visitor.get("/sv/min-lista").await;
    assert_is_a_page("sv", "/sv/min-lista", &empty);
    assert!(empty.body.contains("Det finns inga tjänster på din lista ännu."));
    assert!(
        empty.body.contains("2 tjänster har tagits bort.") && !empty.body.contains("id=\"give\"")
    );
    let undo = between(&empty.body, "name=\"restore\" value=\"", "\"").to_owned();
    visitor.press("restore", &undo, "/sv/min-lista").await;
    assert_eq!(listed(&visitor.get("/sv/min-lista").await.body), [LIBRARY, SWIMMING]);
    visitor.press("clear", "all", "/").await;
    visitor.get("/fi/").await;
    assert_eq!(visitor.cookie, None, "an empty list leaves nothing behind");
}

#[tokio::test]
async fn a_service_that_is_gone_is_named_and_an_unknown_one_can_be_removed() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    for id in [GONE, "nobodys", LIBRARY] {
        visitor.press("add", id, "/").await;
    }
    let list = visitor.get("/fi/oma-lista").await.body;
    assert_eq!(listed(&list), [GONE, "nobodys", LIBRARY]);
    assert!(list.contains("Lakkautettu palvelu") && list.contains("Tuntematon palvelu"));
    assert_eq!(list.matches("Tätä palvelua ei enää tarjota.").count(), 2);
    assert!(!list.contains(&format!("/fi/palvelu/{GONE}")), "there is nothing to lead to");
    visitor.press("remove", GONE, "/fi/oma-lista").await;
    visitor.press("remove", "nobodys", "/fi/oma-lista").await;
    assert_eq!(listed(&visitor.get("/fi/oma-lista").await.body), [LIBRARY]);
}

#[tokio::test]
async fn hostile_texts_on_a_list_are_text() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", HOSTILE, "/").await;
    let page = visitor.get("/fi/oma-lista").await.body;
    let body = page.split("<body").nth(1).unwrap();
    for harm in ["<script", "<img", "<iframe", "<b>", "<svg onload", "javascript:"] {
        assert!(!body.contains(harm), "{harm}");
    }
}

#[tokio::test]
async fn a_list_holds_thirty_services_and_then_says_that_it_is_full() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    for number in 0..30 {
        visitor.press("add", &format!("50000000-0000-4000-8000-{number:012}"), "/").await;
    }
    visitor.press("add", "one-more", "/fi/").await;
    let page = visitor.get("/fi/").await.body;
    assert!(page.contains("Oma lista (30)") && page.contains("Listallesi ei mahdu enempää"));
    assert!(visitor.cookie.as_ref().is_some_and(|cookie| cookie.len() < 4_000));
}

#[tokio::test]
async fn a_forged_a_damaged_and_an_old_cookie_are_an_empty_list() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", LIBRARY, "/").await;
    let right = visitor.cookie.clone().unwrap();
    assert!(visitor.get("/fi/").await.body.contains("Oma lista (1)"));
    let (name, value) = right.split_once('=').unwrap();
    let forged = value.replace(LIBRARY, SWIMMING);
    assert_ne!(forged, value);
    let shortened = &value[..value.len() - 1];
    let unsigned = format!("1:{LIBRARY}::");
    let long = "a".repeat(6_000);
    for line in [&forged, shortened, &unsigned, &long, "", "1", "%00", "\u{7f}"] {
        visitor.cookie = Some(format!("{name}={line}"));
        for path in ["/fi/", "/fi/oma-lista", SEARCH] {
            let request = Request::get(path);
            let Ok(cookie) = header::HeaderValue::try_from(format!("{name}={line}")) else {
                continue;
            };
            let request = request.header(header::COOKIE, cookie).body(Body::empty()).unwrap();
            let answer = town.ask(request).await;
            assert_eq!(answer.status, StatusCode::OK, "{path} with {line}");
            assert!(answer.body.contains("Oma lista (0)"), "{path} with {line}");
        }
    }
}

#[tokio::test]
async fn the_cookie_is_the_visitors_alone_and_only_there_when_there_is_a_list() {
    for (base_url, is_secure) in [(None, false), (Some("https://tarjotin.example"), true)] {
        let base_url = base_url.map(str::to_owned);
        let town = Town::configured(WebConfig { base_url, ..WebConfig::default() }).await;
        let mut visitor = Visitor::new(&town);
        for path in ["/fi/", SEARCH, "/fi/oma-lista"] {
            let answer = visitor.get(path).await;
            assert!(!answer.headers.contains_key(header::SET_COOKIE), "{path}");
        }
        let fields = [("return", "/fi/"), ("add", LIBRARY)];
        let answer = visitor.send("/fi/oma-lista", &fields).await;
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        for attribute in ["; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age="] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
        assert_eq!(cookie.contains("; Secure"), is_secure, "{cookie}");
        assert!(!cookie.contains("Domain"), "{cookie}");
        let page = visitor.get("/fi/").await;
        assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-cache");
        assert!(page.headers.get_all(header::VARY).iter().any(|vary| vary == "cookie"));
    }
}

#[tokio::test]
async fn a_button_leads_back_to_our_own_pages_only() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    for (from, back) in [
        ("/fi/haku?q=a+b&kunta=529", "/fi/haku?q=a+b&kunta=529"),
        ("https://evil.example/", "/fi/oma-lista"),
        ("//evil.example", "/fi/oma-lista"),
        ("/\\evil.example", "/fi/oma-lista"),
        ("javascript:alert(1)", "/fi/oma-lista"),
        ("/fi/\r\nset-cookie: a=b", "/fi/oma-lista"),
        ("", "/fi/oma-lista"),
    ] {
        let place = visitor.press("add", LIBRARY, from).await;
        assert_eq!(place, format!("{back}#l-{LIBRARY}"), "{from:?}");
    }
    let bare = visitor.send("/fi/oma-lista", &[]).await;
    assert_eq!(bare.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn another_sites_page_cannot_change_a_list() {
    let town = Town::new().await;
    for path in ["/fi/oma-lista", "/fi/oma-lista/jaa", "/fi/l/ABCDE23456"] {
        let request = Request::post(path)
            .header("sec-fetch-site", "cross-site")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(format!("add={LIBRARY}")))
            .unwrap();
        let answer = town.ask(request).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "{path}");
    }
}

#[tokio::test]
async fn an_odd_form_is_no_error() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", LIBRARY, "/").await;
    for (name, value) in [
        ("add", ""),
        ("add", "a;b"),
        ("add", "\u{0}"),
        ("remove", "...."),
        ("restore", "99999999999999999999.x"),
        ("restore", "18446744073709551615.x"),
        ("restore", "x"),
        ("up", "nobodys"),
        ("down", "ä"),
        ("other", "x"),
    ] {
        visitor.press(name, value, "/fi/").await;
        assert_eq!(visitor.get("/fi/oma-lista").await.status, StatusCode::OK, "{name} {value:?}");
    }
    assert!(listed(&visitor.get("/fi/oma-lista").await.body).contains(&LIBRARY));
}
