//! Easier words, larger letters, and the way out of a page.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use web::{LeavePages, WebConfig};

use crate::town::{Answer, LIBRARY, PLACE, TOWN, Town};
use crate::visitor::{Visitor, location};

const WORDS: [(&str, &str); 3] = [("fi", "esitystapa"), ("sv", "visningssatt"), ("en", "display")];

async fn choose(town: &Town, path: &str, body: &str, cookie: &str) -> Answer {
    let request = Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, cookie);
    town.ask(request.body(Body::from(body.to_owned())).unwrap()).await
}

async fn with_cookie(town: &Town, path: &str, cookie: &str) -> Answer {
    town.ask(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn easier_words_are_chosen_by_a_form_kept_in_a_cookie_and_given_back() {
    let town = Town::new().await;
    for (language, word) in WORDS {
        let path = format!("/{language}/{word}");
        let ordinary = town.get(&format!("/{language}/")).await;
        let answer = choose(&town, &path, "easy=on&back=%2Ffi%2Fhaku%3Fq%3Da", "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.headers[header::LOCATION], "/fi/haku?q=a");
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap().to_owned();
        assert!(cookie.starts_with("ease=easy;") && cookie.contains("HttpOnly"), "{cookie}");
        let easy = with_cookie(&town, &format!("/{language}/"), "ease=easy").await;
        let heading = |page: &str| {
            page.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap().to_owned()
        };
        assert_ne!(heading(&easy.body), heading(&ordinary.body), "{language}");
        let vary: Vec<_> = easy.headers.get_all(header::VARY).iter().collect();
        assert!(vary.iter().any(|one| *one == "cookie"), "no cache mixes them up: {vary:?}");
        let off = choose(&town, &path, "easy=off", "ease=easy").await;
        assert!(off.headers[header::SET_COOKIE].to_str().unwrap().contains("Max-Age=0"));
        assert_eq!(off.headers[header::LOCATION], format!("/{language}/").as_str());
    }
}

#[tokio::test]
async fn larger_letters_stay_with_easier_words() {
    let town = Town::new().await;
    let answer = choose(&town, "/fi/esitystapa", "large=on&back=/fi/", "a=b; ease=easy").await;
    assert!(answer.headers[header::SET_COOKIE].to_str().unwrap().starts_with("ease=easy-large;"));
    let page = with_cookie(&town, "/fi/", "ease=easy-large").await.body;
    assert!(page.contains("class=\"govuk-template is-large\""));
    assert!(
        page.contains("Palauta tavallinen tekstikoko")
            && page.contains("Näytä tavallisella kielellä")
    );
    assert!(!town.get("/fi/").await.body.contains("is-large"));
}

#[tokio::test]
async fn a_choice_leads_back_to_the_longest_search_that_there_may_be() {
    let town = Town::new().await;
    let words = "%C3%A4".repeat(200);
    let back = format!("large=on&back=/fi/haku?q={}", words.replace('%', "%25"));
    let answer = choose(&town, "/fi/esitystapa", &back, "").await;
    assert_eq!(answer.headers[header::LOCATION], format!("/fi/haku?q={words}").as_str());
}

#[tokio::test]
async fn a_choice_leads_to_no_other_site_and_is_not_taken_from_one() {
    let town = Town::new().await;
    for back in ["//evil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example", ""] {
        let answer = choose(&town, "/fi/esitystapa", &format!("easy=on&back={back}"), "").await;
        assert_eq!(answer.headers[header::LOCATION], "/fi/", "{back}");
    }
    let foreign = Request::post("/fi/esitystapa").header("sec-fetch-site", "cross-site");
    let foreign = town.ask(foreign.body(Body::from("easy=on")).unwrap()).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    assert!(!foreign.headers.contains_key(header::SET_COOKIE));
}

#[tokio::test]
async fn the_cookie_is_only_sent_over_https_where_the_site_is() {
    let base_url = Some("https://tarjotin.example".to_owned());
    let town = Town::configured(WebConfig { base_url, ..WebConfig::default() }).await;
    let answer = choose(&town, "/fi/esitystapa", "large=on", "").await;
    assert!(answer.headers[header::SET_COOKIE].to_str().unwrap().ends_with("; Secure"));
}

#[tokio::test]
async fn a_search_in_danger_offers_a_way_out_that_is_not_kept() {
    let leave = LeavePages { sv: "https://www.vader.example".to_owned(), ..LeavePages::default() };
    let town = Town::configured(WebConfig { leave, ..WebConfig::default() }).await;
    for (path, leads_to, name) in [
        ("/fi/haku?q=haluan+kuolla", "https://www.yle.fi", "Poistu sivulta nopeasti"),
        ("/sv/sok?q=jag+vill+d%C3%B6", "https://www.vader.example", "Lämna sidan snabbt"),
        ("/en/search?q=i+want+to+die", "https://www.yle.fi", "Leave this page quickly"),
    ] {
        let answer = town.get(path).await;
        let link = answer.body.split("id=\"leave\"").nth(1).unwrap().split("</a>").next().unwrap();
        assert!(link.contains(&format!("href=\"{leads_to}\"")) && link.contains(name), "{link}");
        assert!(link.contains("noreferrer"), "the other site learns nothing: {link}");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store", "{path}");
        assert!(answer.body.contains("/assets/leave."), "{path}");
    }
    for path in ["/fi/haku?q=kirjasto", &format!("/fi/palvelu/{LIBRARY}")] {
        let calm = town.get(path).await;
        assert!(!calm.body.contains("id=\"leave\"") && !calm.body.contains("/assets/leave."));
        assert_eq!(calm.headers[header::CACHE_CONTROL], "no-cache");
    }
}

#[tokio::test]
async fn a_search_in_danger_is_not_kept_for_a_visitor_with_a_list_either() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", LIBRARY, "/").await;
    let crisis = visitor.get("/fi/haku?q=haluan+kuolla").await;
    assert_eq!(crisis.headers[header::CACHE_CONTROL], "no-store");
    let calm = visitor.get("/fi/haku?q=kirjasto").await;
    assert_eq!(calm.headers[header::CACHE_CONTROL], "private, no-cache");
}

#[tokio::test]
async fn a_discreet_services_page_offers_a_way_out_and_is_not_kept() {
    let shelter = "50000000-0000-4000-8000-000000000009";
    let town = Town::with(serde_json::json!([{"kind": "service", "document": {
        "id": shelter, "kind": "Service", "texts": {"fi": {"name": "Turvakoti"}},
        "classification": {"service_classes": ["P3.6"]}, "area": {"kind": "whole_country"}
    }}]))
    .await;
    let answer = town.get(&format!("/fi/palvelu/{shelter}")).await;
    let main = answer.body.split("<main").nth(1).unwrap();
    let button = main.find("Poistu sivulta nopeasti").unwrap();
    assert!(button < main.find("<h1").unwrap(), "it comes first");
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    let mut visitor = Visitor::new(&town);
    visitor.press("add", shelter, "/").await;
    let listed = visitor.get(&format!("/fi/palvelu/{shelter}")).await;
    assert!(listed.body.contains("Poistu sivulta nopeasti"));
    assert_eq!(listed.headers[header::CACHE_CONTROL], "no-store", "with it on the list");
    let given = visitor
        .send("/fi/oma-lista/jaa", &[("language", "sv"), ("validity", "week"), ("note", "")]);
    let given = location(&given.await);
    let code = given.rsplit('/').next().unwrap();
    for path in ["/fi/oma-lista", &given, &format!("/fi/l/{code}")] {
        let list = visitor.get(path).await;
        assert!(list.body.contains("Poistu sivulta nopeasti"), "{path}");
        assert_eq!(list.headers[header::CACHE_CONTROL], "no-store", "{path}");
    }
    let leaflet = visitor.get("/fi/oma-lista/lista.pdf").await;
    assert!(leaflet.bytes.starts_with(b"%PDF"), "{}", leaflet.status);
    assert_eq!(leaflet.headers[header::CACHE_CONTROL], "no-store", "nor is the leaflet kept");
}

#[tokio::test]
async fn what_is_there_for_discreet_services_alone_is_as_discreet_and_a_town_is_not() {
    let (shelter, helper, door) = (
        "50000000-0000-4000-8000-000000000009",
        "a0000000-0000-4000-8000-000000000009",
        "c0000000-0000-4000-8000-000000000009",
    );
    let town = Town::with(serde_json::json!([
        {"kind": "organisation", "document": {
            "id": helper, "kind": "Organization", "texts": {"fi": {"name": "Ensi- ja turvakotiyhdistys"}}
        }},
        {"kind": "channel", "document": {
            "id": door, "kind": "ServiceLocation", "organisation": helper, "texts": {"fi": {"name": "Ovi"}}
        }},
        {"kind": "service", "document": {
            "id": shelter, "kind": "Service", "organisation": helper,
            "texts": {"fi": {"name": "Turvakoti"}}, "area": {"kind": "whole_country"}
        }},
        {"kind": "connection", "document": {"service": shelter, "channel": door, "position": 0, "texts": {}}},
        {"kind": "service", "document": {
            "id": "50000000-0000-4000-8000-00000000000a", "kind": "Service", "organisation": TOWN,
            "texts": {"fi": {"name": "Päihdepalvelut"}}, "classification": {"service_classes": ["P5.7"]},
            "area": {"kind": "whole_country"}
        }}
    ]))
    .await;
    for path in [
        format!("/fi/organisaatio/{helper}"),
        format!("/fi/kanava/{door}"),
        "/fi/haku?q=p%C3%A4ihdepalvelut".to_owned(),
        format!("/fi/palaute/kiitos?palvelu={shelter}"),
    ] {
        let answer = town.get(&path).await;
        assert!(answer.body.contains("Poistu sivulta nopeasti"), "{path}");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store", "{path}");
    }
    for path in [format!("/fi/organisaatio/{TOWN}"), format!("/fi/kanava/{PLACE}")] {
        let answer = town.get(&path).await;
        assert!(!answer.body.contains("Poistu sivulta nopeasti"), "{path}");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-cache", "{path}");
    }
}
