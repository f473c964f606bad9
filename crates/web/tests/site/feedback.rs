//! Feedback: the form, what is refused and why, the thanks, and what it changed.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::{Language, Localized};
use web::{Face, FeedbackChange, WebConfig};

use crate::town::{GONE, HOSTILE, LIBRARY, SWIMMING, Town};
use crate::visitor::{Visitor, location};

const FORMS: [&str; 3] = ["/fi/palaute", "/sv/respons", "/en/feedback"];

#[tokio::test]
async fn feedback_on_a_service_is_kept_and_thanked_for_and_the_thanks_lead_back() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    let service = visitor.get(&format!("/fi/palvelu/{LIBRARY}")).await.body;
    let form = format!("/fi/palaute?palvelu={LIBRARY}");
    assert!(service.contains(&format!("href=\"{form}\"")), "{service}");
    let page = visitor.get(&form).await.body;
    assert!(page.contains(&format!("name=\"service\" value=\"{LIBRARY}\"")), "{page}");
    let fields = [("service", LIBRARY), ("kind", "wrong"), ("words", "Ajat ovat <b>vanhat</b>.")];
    let answer = visitor.send("/fi/palaute", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(!answer.headers.contains_key(header::SET_COOKIE));
    let thanks = visitor.get(&location(&answer)).await.body;
    assert!(thanks.contains("Kiitos palautteesta"));
    assert!(thanks.contains(&format!("href=\"/fi/palvelu/{LIBRARY}\"")), "{thanks}");
    let kept = town.feedback().await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].about.as_ref().map(ToString::to_string).as_deref(), Some(LIBRARY));
    assert_eq!(kept[0].told.words(), Some("Ajat ovat <b>vanhat</b>."));
    assert_eq!(kept[0].language, Language::Fi);
}

#[tokio::test]
async fn what_is_missing_or_personal_is_said_where_it_is_and_nothing_is_lost_or_kept() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    let long = "a".repeat(2_001);
    for (kind, words, told, field) in [
        ("", "Hej", "Välj vad du vill berätta.", "kind-wrong"),
        ("other", "Hej", "Välj vad du vill berätta.", "kind-wrong"),
        ("wish", " ", "Skriv vad som är fel", "words"),
        ("wish", long.as_str(), "Förkorta den.", "words"),
        ("helped", "Tack! 131052-308T", "en personbeteckning", "words"),
        ("wrong", "Ring 040 123 4567", "ett telefonnummer", "words"),
        ("wish", "Svara till maja@post.example", "en e-postadress", "words"),
    ] {
        let fields = [("service", SWIMMING), ("kind", kind), ("words", words)];
        let answer = visitor.send("/sv/respons", &fields).await;
        assert_eq!(answer.status, StatusCode::OK, "{words}");
        let page = answer.body;
        assert!(page.contains(told), "{told}: {page}");
        assert!(page.contains(&format!("href=\"#{field}\"")), "{told}");
        assert!(page.contains(&format!("id=\"{field}\"")), "{told}");
        assert!(page.contains("<title>Fel: "), "{told}");
        assert!(page.contains(words.trim()), "what was written is there: {words}");
        assert!(page.contains(&format!("name=\"service\" value=\"{SWIMMING}\"")));
        let is_chosen = page.contains(&format!("value=\"{kind}\" checked"));
        assert_eq!(is_chosen, ["wish", "helped", "wrong"].contains(&kind), "{kind}");
    }
    assert_eq!(town.feedback().await, []);
}

#[tokio::test]
async fn that_something_helped_needs_no_words() {
    let town = Town::new().await;
    for form in FORMS {
        let answer = Visitor::new(&town).send(form, &[("kind", "helped"), ("words", "")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{form}");
        assert_eq!(town.get(&location(&answer)).await.status, StatusCode::OK);
    }
    let kept = town.feedback().await;
    assert_eq!(kept.len(), 3);
    assert!(kept.iter().all(|one| one.about.is_none() && one.told.words().is_none()));
}

#[tokio::test]
async fn a_machine_that_fills_every_field_is_thanked_and_nothing_is_kept() {
    let town = Town::new().await;
    let fields = [("kind", "wish"), ("words", "Buy"), ("homepage", "https://evil.example")];
    let answer = Visitor::new(&town).send("/en/feedback", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(town.feedback().await, []);
}

#[tokio::test]
async fn another_sites_form_is_not_taken() {
    let town = Town::new().await;
    let request = Request::post("/fi/palaute")
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("kind=helped"));
    assert_eq!(town.ask(request.unwrap()).await.status, StatusCode::FORBIDDEN);
    assert_eq!(town.feedback().await, []);
}

#[tokio::test]
async fn there_is_a_form_for_every_service_that_is_there_and_for_no_other() {
    let town = Town::new().await;
    let absent = "50000000-0000-4000-8000-00000000dead";
    for (id, status) in [
        (HOSTILE, StatusCode::OK),
        (GONE, StatusCode::GONE),
        (absent, StatusCode::NOT_FOUND),
        ("%3Cb%3E", StatusCode::NOT_FOUND),
    ] {
        let answer = town.get(&format!("/sv/respons?tjanst={id}")).await;
        assert_eq!(answer.status, status, "{id}");
        assert!(!answer.body.contains("<script>alert"), "{id}");
    }
}

#[tokio::test]
async fn words_are_not_lost_with_the_service_that_they_were_about() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    for id in [GONE, "50000000-0000-4000-8000-00000000dead"] {
        let fields = [("service", id), ("kind", "wish"), ("words", "Tulkaa <takaisin>")];
        let page = visitor.send("/fi/palaute", &fields).await;
        assert_eq!(page.status, StatusCode::OK, "{id}");
        assert!(page.body.contains("ei enää ole palvelutarjottimella"), "{}", page.body);
        assert!(page.body.contains("Tulkaa &#60;takaisin&#62;</textarea>"), "{}", page.body);
        assert!(page.body.contains("value=\"wish\" checked"));
        assert!(!page.body.contains("name=\"service\""), "sent again it is about the site");
    }
    assert_eq!(town.feedback().await, []);
    let again = [("kind", "wish"), ("words", "Tulkaa <takaisin>")];
    assert_eq!(visitor.send("/fi/palaute", &again).await.status, StatusCode::SEE_OTHER);
    assert_eq!(town.feedback().await.len(), 1);
}

#[tokio::test]
async fn a_flood_is_told_to_wait_and_its_words_stay_on_the_page() {
    let town = Town::new().await;
    let mut visitor = Visitor::new(&town);
    let fields = [("service", LIBRARY), ("kind", "wish"), ("words", "Fler böcker")];
    for _ in 0..5 {
        assert_eq!(visitor.send("/sv/respons", &fields).await.status, StatusCode::SEE_OTHER);
    }
    let answer = visitor.send("/sv/respons", &fields).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers["retry-after"], "60");
    let full = answer.body;
    assert!(full.contains("Vänta en minut") && full.contains("Fler böcker</textarea>"), "{full}");
    assert_eq!(town.feedback().await.len(), 5);
}

#[tokio::test]
async fn the_page_about_privacy_says_whose_feedback_it_is() {
    let face = Face { county: domain::reference::county("05"), ..Face::default() };
    let town = Town::configured(WebConfig { face, ..WebConfig::default() }).await;
    let page = town.get("/fi/tietosuoja").await.body;
    assert!(page.contains("Palautteen saa tämän sivuston ylläpito: Varsinais-Suomen"), "{page}");
}

#[tokio::test]
async fn what_feedback_changed_is_told_the_newest_first_in_the_language_that_there_is() {
    let change = |day: &str, said: &str, done: &str| FeedbackChange {
        day: day.parse().unwrap(),
        said: Localized::new(Language::Fi, said),
        done: Localized::new(Language::Fi, done),
    };
    let feedback_changes =
        vec![change("2026-10-02", "Eka", "Tehty <i>"), change("2026-11-20", "Toka", "Tehty")];
    let face = Face { feedback_changes, ..Face::default() };
    let town = Town::configured(WebConfig { face, ..WebConfig::default() }).await;
    let page = town.get("/fi/nain-palautteesi-vaikutti").await.body;
    assert!(page.find("20.11.2026").unwrap() < page.find("2.10.2026").unwrap());
    assert!(page.contains("Tehty &#60;i&#62;"), "{page}");
    let swedish = town.get("/sv/sa-paverkade-din-respons").await.body;
    assert!(swedish.contains("<span lang=\"fi\">Toka</span>"), "{swedish}");
    let empty = Town::new().await.get("/en/how-feedback-changed-things").await.body;
    assert!(empty.contains("There are no changes here yet."));
    assert!(empty.contains("href=\"/en/feedback\""));
}
