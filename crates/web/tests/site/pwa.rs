//! The site as an application of the visitor's own device: manifest, icons, worker, the page without a
//! network, what may be kept of a list, and taking it all away.

use axum::http::StatusCode;
use domain::{Language, Localized};
use serde_json::{Value, json};
use web::{CrisisNumber, Face, Logo, WebConfig};

use crate::town::{Answer, LIBRARY, SWIMMING, Town};
use crate::visitor::{Visitor, between, location};

const LOGO: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><path d='M0 0h4v4H0z'/></svg>";
/// A help line for those who were beaten.
const SHELTER: &str = "50000000-0000-4000-8000-000000000077";

async fn town_of(face: Face) -> Town {
    Town::configured(WebConfig { face, ..WebConfig::default() }).await
}

async fn manifest(town: &Town, language: &str) -> Value {
    let answer = town.get(&format!("/{language}/app.webmanifest")).await;
    assert_eq!(answer.headers["content-type"], "application/manifest+json");
    serde_json::from_str(&answer.body).unwrap()
}

/// What the worker was told of the site.
fn told(worker: &Answer) -> Value {
    serde_json::from_str(between(&worker.body, "const SITE=", ";")).unwrap()
}

/// The town with a service that one may need to leave at once.
async fn with_shelter() -> Town {
    let all: Vec<Value> = serde_json::from_str(include_str!("town.json")).unwrap();
    let mut shelter = all.into_iter().find(|one| one["document"]["id"] == SWIMMING).unwrap();
    shelter["document"]["id"] = json!(SHELTER);
    shelter["document"]["classification"]["service_classes"] = json!(["P5.7"]);
    Town::with(json!([shelter])).await
}

#[tokio::test]
async fn each_page_names_the_manifest_of_its_language_and_screens_and_widgets_none() {
    let town = Town::new().await;
    for (path, manifest) in [
        ("/fi/", Some("/fi/app.webmanifest")),
        ("/sv/om", Some("/sv/app.webmanifest")),
        ("/en/none", Some("/en/app.webmanifest")),
        ("/fi/naytto", None),
        ("/fi/upotus", None),
    ] {
        let page = town.get(path).await.body;
        let link = manifest.map(|path| format!("<link rel=\"manifest\" href=\"{path}\">"));
        assert!(link.as_ref().is_none_or(|link| page.contains(link)), "{path}");
        assert_eq!(page.contains("rel=\"manifest\""), manifest.is_some(), "{path}");
        assert_eq!(page.contains("/assets/offline."), manifest.is_some(), "{path}");
    }
}

#[tokio::test]
async fn the_manifest_has_the_countys_names_in_its_language_and_starts_there() {
    let mut name = Localized::new(Language::Fi, "Etelän palvelutarjotin");
    name.insert(Language::Sv, "Söderns servicebricka");
    let short_name = Localized::new(Language::Fi, "Etelä");
    let town = town_of(Face { name, short_name, ..Face::default() }).await;
    let finnish = manifest(&town, "fi").await;
    assert_eq!(finnish["name"], "Etelän palvelutarjotin");
    assert_eq!(finnish["short_name"], "Etelä");
    let swedish = manifest(&town, "sv").await;
    assert_eq!(swedish["name"], "Söderns servicebricka");
    assert_eq!(swedish["short_name"], "Servicebricka", "the site's own");
    for (manifest, language, list) in
        [(&finnish, "fi", "/fi/oma-lista"), (&swedish, "sv", "/sv/min-lista")]
    {
        assert_eq!(manifest["lang"], language);
        assert_eq!(manifest["start_url"], format!("/{language}/"));
        assert_eq!(manifest["scope"], "/");
        assert_eq!(manifest["display"], "standalone");
        assert_eq!(manifest["theme_color"], "#0a3a6e");
        assert_eq!(manifest["shortcuts"][0]["url"], list);
        for shortcut in manifest["shortcuts"].as_array().unwrap() {
            let page = town.get(shortcut["url"].as_str().unwrap()).await;
            assert_eq!(page.status, StatusCode::OK, "{shortcut}");
        }
    }
}

#[tokio::test]
async fn each_icon_of_the_manifest_is_a_picture_of_its_size() {
    let logo = Logo::new(LOGO.as_bytes().to_vec()).unwrap();
    for face in [Face::default(), Face { logo: Some(logo), ..Face::default() }] {
        let town = town_of(face).await;
        let manifest = manifest(&town, "fi").await;
        let icons = manifest["icons"].as_array().unwrap();
        let purposes: Vec<&str> =
            icons.iter().map(|icon| icon["purpose"].as_str().unwrap()).collect();
        assert_eq!(purposes, ["any", "any", "maskable", "maskable"]);
        for icon in icons {
            let picture = town.get(icon["src"].as_str().unwrap()).await;
            assert_eq!(picture.headers["content-type"], icon["type"].as_str().unwrap());
            assert!(picture.headers["cache-control"].to_str().unwrap().contains("immutable"));
            assert_eq!(&picture.bytes[..8], b"\x89PNG\r\n\x1a\n");
            // Width and height stand in the first chunk.
            let side =
                |at: usize| u32::from_be_bytes(picture.bytes[at..at + 4].try_into().unwrap());
            assert_eq!(icon["sizes"], format!("{}x{}", side(16), side(20)));
        }
    }
}

#[tokio::test]
async fn the_worker_knows_what_the_page_without_a_network_is_made_of() {
    let town = Town::new().await;
    let worker = town.get("/sw.js").await;
    assert_eq!(worker.headers["content-type"], "text/javascript; charset=utf-8");
    assert_eq!(worker.headers["cache-control"], "no-cache");
    let told = told(&worker);
    let assets: Vec<&str> =
        told["assets"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    for asset in &assets {
        assert_eq!(town.get(asset).await.status, StatusCode::OK, "{asset}");
    }
    for language in ["fi", "sv", "en"] {
        let page = town.get(told["offline"][language].as_str().unwrap()).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(&format!("<html lang=\"{language}\"")));
        for address in page.body.split("/assets/").skip(1) {
            let path = format!("/assets/{}", address.split('"').next().unwrap());
            assert!(assets.contains(&path.as_str()), "{path} is not kept");
        }
    }
    assert_eq!(told["lists"], json!(["/fi/oma-lista", "/sv/min-lista", "/en/my-list"]));
    assert_eq!(told["apart"], json!(["/fi/naytto", "/sv/skarm", "/en/screen"]));
}

#[tokio::test]
async fn the_worker_of_other_looks_or_numbers_is_of_another_version() {
    let version = async |face| {
        let town = town_of(face).await;
        told(&town.get("/sw.js").await)["version"].as_str().unwrap().to_owned()
    };
    let usual = version(Face::default()).await;
    assert_eq!(version(Face::default()).await, usual, "the same for the same");
    let logo = Some(Logo::new(LOGO.as_bytes().to_vec()).unwrap());
    let crisis_numbers = vec![own_number()];
    for face in [Face { logo, ..Face::default() }, Face { crisis_numbers, ..Face::default() }] {
        assert_ne!(version(face).await, usual);
    }
}

fn own_number() -> CrisisNumber {
    let mut name = Localized::new(Language::Fi, "Kriisipäivystys <etelä>");
    name.insert(Language::Sv, "Krisjouren");
    CrisisNumber {
        name,
        when: Localized::new(Language::Fi, "Soita, jos olet kriisissä."),
        number: "02 313 0000".to_owned(),
    }
}

#[tokio::test]
async fn without_a_network_the_numbers_to_call_are_there_with_the_countys_own() {
    let town = town_of(Face { crisis_numbers: vec![own_number()], ..Face::default() }).await;
    for (path, name) in [
        ("/fi/ei-yhteytta", "Kriisipäivystys &#60;etelä&#62;"),
        ("/sv/ingen-anslutning", "Krisjouren"),
        // The foot of every page and the answer to words of danger have it too.
        ("/fi/", "Kriisipäivystys &#60;etelä&#62; 02 313 0000"),
        ("/fi/haku?q=haluan+kuolla", "Soita, jos olet kriisissä."),
    ] {
        let page = town.get(path).await.body;
        for part in ["tel:112\"", "tel:116117\"", "tel:023130000\"", name] {
            assert!(page.contains(part), "{path}: {part}");
        }
    }
}

#[tokio::test]
async fn the_page_without_a_network_has_nothing_of_its_reader() {
    let town = Town::new().await;
    let strangers = town.get("/fi/ei-yhteytta").await.body;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", LIBRARY, "/fi/").await;
    assert_eq!(visitor.get("/fi/ei-yhteytta").await.body, strangers);
    assert!(!strangers.contains("<form") && !strangers.contains("list-bar"));
}

#[tokio::test]
async fn only_the_page_of_a_list_with_services_may_be_kept() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    let may_be_kept = |answer: &Answer| answer.headers.contains_key("x-keep-offline");
    assert!(!may_be_kept(&visitor.get("/fi/oma-lista").await), "an empty one");
    visitor.press("add", LIBRARY, "/fi/").await;
    for path in ["/fi/oma-lista", "/sv/min-lista", "/en/my-list"] {
        let list = visitor.get(path).await;
        assert!(may_be_kept(&list), "{path}");
        assert!(list.body.contains("24.11.2026 10.00") || list.body.contains("24 November 2026"));
    }
    let given = visitor.send("/fi/oma-lista/jaa", &[("language", "fi")]).await;
    let given = location(&given);
    let code = given.rsplit('/').next().unwrap().to_owned();
    let service = format!("/fi/palvelu/{LIBRARY}");
    for path in ["/fi/", "/fi/haku?q=kirjasto", &service, &given, &format!("/fi/l/{code}")] {
        assert!(!may_be_kept(&visitor.get(path).await), "{path}");
    }
    // A form that is to be mended has what somebody wrote.
    let mended = visitor.send("/fi/oma-lista/jaa", &[("note", "131052-308T")]).await;
    assert!(mended.status == StatusCode::OK && !may_be_kept(&mended));
}

#[tokio::test]
async fn a_list_with_a_discreet_service_may_not_be_kept() {
    let town = with_shelter().await;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", LIBRARY, "/fi/").await;
    visitor.press("add", SHELTER, "/fi/").await;
    let list = visitor.get("/fi/oma-lista").await;
    assert!(list.body.contains("id=\"leave\""), "{}", list.body);
    assert!(!list.headers.contains_key("x-keep-offline"));
    assert_eq!(list.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn all_that_a_browser_keeps_is_taken_away_by_one_press() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", LIBRARY, "/fi/").await;
    for (privacy, action, after) in [
        ("/fi/tietosuoja", "/fi/tietosuoja/poista", "/fi/tietosuoja/poistettu"),
        ("/sv/dataskydd", "/sv/dataskydd/radera", "/sv/dataskydd/raderat"),
        ("/en/privacy", "/en/privacy/delete", "/en/privacy/deleted"),
    ] {
        let page = visitor.get(privacy).await.body;
        assert!(page.contains(&format!("<form method=\"post\" action=\"{action}\">")), "{page}");
        let done = visitor.send(action, &[]).await;
        assert_eq!(location(&done), after);
        assert_eq!(done.headers["clear-site-data"], "\"cache\", \"storage\"");
        let gone: Vec<&str> =
            done.headers.get_all("set-cookie").iter().map(|one| one.to_str().unwrap()).collect();
        assert_eq!(gone.len(), 4);
        for name in ["tarjotin-list=;", "kunta=;", "tarjotin-coordinator=;", "ease=;"] {
            let is_gone = |cookie: &&&str| cookie.starts_with(name) && cookie.contains("Max-Age=0");
            assert!(gone.iter().any(|cookie| is_gone(&cookie)), "{name} {gone:?}");
        }
        assert_eq!(town.get(after).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn only_our_own_page_takes_it_away() {
    let town = Town::new().await;
    let request = axum::http::Request::post("/fi/tietosuoja/poista")
        .header("sec-fetch-site", "cross-site")
        .body(axum::body::Body::empty());
    let refused = town.ask(request.unwrap()).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(!refused.headers.contains_key("clear-site-data"));
}
