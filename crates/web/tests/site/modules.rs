//! The parts of a site that a county switches off, and its own texts.

use axum::http::StatusCode;
use domain::{Language, Localized};
use web::{Face, Module, WebConfig};

use crate::town::{LIBRARY, PLACE, Town};
use crate::visitor::Visitor;

/// What each part adds: its addresses, and what of them is seen on other pages.
const PARTS: [(Module, &[&str], &[&str]); 8] = [
    (
        Module::Sharing,
        &["/fi/oma-lista/jaa", "/sv/min-lista/delad/ABCDE23455", "/en/l/ABCDE23455/list.pdf"],
        &["/oma-lista/jaa", "id=\"give\"", "#give", "jakaa listan", "Kun jaat listan"],
    ),
    (
        Module::Feedback,
        &["/fi/palaute", "/sv/respons/tack", "/en/how-feedback-changed-things"],
        &["/fi/palaute", "/fi/nain-palautteesi-vaikutti", "Kun annat palautetta"],
    ),
    (Module::Widget, &["/fi/upotus", "/sv/badda-in", "/en/widget"], &["/fi/upota"]),
    (Module::Screen, &["/fi/naytto", "/sv/skarm", "/en/screen"], &["/fi/naytto"]),
    (Module::Map, &[], &["id=\"view-map\"", "map__drawing", "class=\"map"]),
    (
        Module::Feeds,
        &["/fi/syotteet", "/sv/floden/nya", "/en/feeds/new"],
        &["/fi/syotteet", "application/atom+xml", "yötteistä", "yötteinä"],
    ),
    (
        Module::Events,
        &["/fi/tapahtumat", "/sv/evenemang", "/en/events", "/fi/koordinaattori/tapahtumat"],
        &["/fi/tapahtumat", "Kun ilmoittaudut", "ilmoittautumissivullasi"],
    ),
    (
        Module::DescriptionHelper,
        &["/fi/kirjoita-kuvaus", "/sv/skriv-beskrivning", "/en/write-a-description"],
        &["/fi/kirjoita-kuvaus"],
    ),
];

async fn town(off: Vec<Module>) -> Town {
    let face = Face { off, ..Face::default() };
    let base_url = Some("https://tarjotin.example".to_owned());
    Town::with_coordinator_on(WebConfig { face, base_url, ..WebConfig::default() }).await
}

/// All that a visitor with a list sees.
async fn everything(town: &Town) -> String {
    let mut visitor = Visitor::new(town);
    visitor.press("add", LIBRARY, "/fi/").await;
    let mut seen = String::new();
    for path in [
        "/fi/",
        "/fi/haku?q=kirjasto&nakyma=kartta",
        "/fi/haku",
        "/fi/oma-lista",
        "/fi/kayttoohje",
        "/fi/tietosuoja",
        "/fi/tietoa",
        "/fi/digituki",
        "/fi/miksi-palvelu-puuttuu",
        "/sitemap/pages.xml",
        "/robots.txt",
        &format!("/fi/palvelu/{LIBRARY}"),
        &format!("/fi/kanava/{PLACE}"),
    ] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        seen.push_str(&answer.body);
    }
    seen.push_str(&Visitor::new(town).get("/fi/oma-lista").await.body);
    seen
}

#[tokio::test]
async fn a_part_that_is_on_is_there_and_is_linked() {
    let town = town(Vec::new()).await;
    let seen = everything(&town).await;
    for (module, addresses, marks) in PARTS {
        for path in addresses {
            let status = town.get(path).await.status;
            let is_there = status != StatusCode::NOT_FOUND || path.contains("ABCDE23455");
            assert!(is_there, "{path}");
        }
        let found = marks.iter().filter(|mark| seen.contains(**mark)).count();
        assert!(found > 0, "{module:?}: nothing that could vanish");
    }
}

#[tokio::test]
async fn a_part_that_is_off_is_nowhere_and_the_others_stay() {
    for (module, addresses, marks) in PARTS {
        let town = town(vec![module]).await;
        let seen = everything(&town).await;
        for path in addresses {
            let answer = town.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(!answer.body.contains("no-list"), "{path}");
        }
        for mark in marks {
            let place = seen.find(mark).map(|at| &seen[at.saturating_sub(90)..at + mark.len()]);
            assert_eq!(place, None, "{module:?}");
        }
        for (other, _, others) in PARTS.iter().filter(|(other, ..)| *other != module) {
            assert!(others.iter().any(|mark| seen.contains(mark)), "{other:?} without {module:?}");
        }
    }
}

#[tokio::test]
async fn where_nobody_makes_events_no_page_leads_to_them_and_who_registered_is_still_heard() {
    let base_url = Some("https://tarjotin.example".to_owned());
    let town = Town::configured(WebConfig { base_url, ..WebConfig::default() }).await;
    let seen = everything(&town).await;
    for mark in ["/fi/tapahtumat", "Kun ilmoittaudut"] {
        assert!(!seen.contains(mark), "{mark}");
    }
    assert_eq!(town.get("/fi/ilmoittautuminen-peruttu").await.status, StatusCode::OK);
}

#[tokio::test]
async fn without_events_the_coordinators_other_pages_stay_and_do_not_lead_to_them() {
    let town = town(vec![Module::Events]).await;
    let mut coordinator = Visitor::coordinator(&town).await;
    for page in ["/fi/koordinaattori", "/fi/koordinaattori/toimijat"] {
        let answer = coordinator.get(page).await;
        assert_eq!(answer.status, StatusCode::OK, "{page}");
        assert!(!answer.body.contains("/fi/koordinaattori/tapahtumat"), "{page}");
    }
}

#[tokio::test]
async fn without_sharing_a_list_is_still_printed_and_no_code_is_read() {
    let town = town(vec![Module::Sharing]).await;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", LIBRARY, "/fi/").await;
    let own = visitor.get("/fi/oma-lista").await.body;
    assert!(own.contains("href=\"/fi/oma-lista/lista.pdf\"") && own.contains("data-print"));
    assert_eq!(town.get("/l/ABCDE23455").await.status, StatusCode::NOT_FOUND);
    assert!(!town.get("/fi/upota").await.body.contains("name=\"lista\""));
    let widget = town.get("/fi/upotus?lista=ABCDE23455").await.body;
    assert!(widget.contains("Tämä lista ei ole enää luettavissa"), "{widget}");
}

#[tokio::test]
async fn a_countys_own_texts_stand_where_they_are_looked_for_and_are_washed() {
    let text = |text: &str| Localized::new(Language::Fi, text);
    let face = Face {
        languages: vec![Language::Fi],
        about: text("Palvelua ylläpitää **Etelän** hyvinvointialue.<script>alert(1)</script>"),
        help: text("Soita [02 123 4567](tel:021234567)."),
        privacy: text("Rekisterinpitäjä on [alue](mailto:tieto@etela.example)."),
        ..Face::default()
    };
    let town = Town::configured(WebConfig { face, ..WebConfig::default() }).await;
    let about = town.get("/fi/tietoa").await.body;
    assert!(about.contains("<strong>Etelän</strong>") && !about.contains("<script>alert"));
    for path in ["/fi/kayttoohje", "/fi/digituki", "/fi/haku?q=qqqxxyy"] {
        let page = town.get(path).await.body;
        assert!(page.contains("Kysy neuvoa") && page.contains("href=\"tel:021234567\""), "{path}");
    }
    let privacy = town.get("/fi/tietosuoja").await.body;
    assert!(privacy.contains("Kuka vastaa tietosuojasta?"));
    assert!(privacy.contains("href=\"mailto:tieto@etela.example\""));
    let silent = Town::new().await;
    for path in ["/fi/kayttoohje", "/fi/tietosuoja", "/fi/haku?q=qqqxxyy"] {
        let page = silent.get(path).await.body;
        assert!(!page.contains("Kysy neuvoa") && !page.contains("Kuka vastaa tietosuojasta?"));
    }
}
