//! The coordinator's sign-in: who is let in, for how long, and what others are answered.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use web::WebConfig;

use crate::town::{Town, password};
use crate::visitor::{Visitor, location};

/// The coordinator's pages with the address of signing in, by language.
const PAGES: [(&str, &str, &str); 3] = [
    ("/fi/koordinaattori", "/fi/kirjaudu", "/fi/kirjaudu-ulos"),
    ("/sv/koordinator", "/sv/logga-in", "/sv/logga-ut"),
    ("/en/coordinator", "/en/sign-in", "/en/sign-out"),
];

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_the_sign_in_and_back_from_there() {
    let town = Town::with_coordinator().await;
    for (page, sign_in, _) in PAGES {
        let answer = town.get(page).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
        let form = location(&answer);
        assert_eq!(form, format!("{sign_in}?return={}", page.replace('/', "%2F")));
        let mut visitor = Visitor::new(&town);
        let shown = visitor.get(&form).await;
        assert!(shown.body.contains(&format!("name=\"return\" value=\"{page}\"")));
        assert!(shown.body.contains("<meta name=\"robots\" content=\"noindex\">"));
        assert_eq!(shown.headers[header::CACHE_CONTROL], "no-store");
        let fields = [("name", "Aino"), ("password", password()), ("return", page)];
        let answer = visitor.send(sign_in, &fields).await;
        assert_eq!(location(&answer), page);
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let shown = visitor.get(page).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert!(shown.body.contains("Aino"));
        assert!(shown.body.contains("<meta name=\"robots\" content=\"noindex\">"));
        assert_eq!(shown.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(location(&visitor.get(&form).await), page, "signed in already");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_the_password_is_never_sent_back() {
    let town = Town::with_coordinator().await;
    let long = "a".repeat(61);
    for (name, tried, told, field) in [
        ("", password(), "Kirjoita nimesi.", "name"),
        (long.as_str(), password(), "Nimi on liian pitkä.", "name"),
        ("Aino", "salasana&1", "Salasana on väärä.", "password"),
        ("Aino", "", "Salasana on väärä.", "password"),
    ] {
        let mut visitor = Visitor::new(&town);
        let fields = [("name", name), ("password", tried), ("return", "/fi/koordinaattori")];
        let answer = visitor.send("/fi/kirjaudu", &fields).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains(told), "{told}: {}", answer.body);
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{told}");
        assert!(answer.body.contains("<title>Virhe: "));
        assert!(answer.body.contains("name=\"return\" value=\"/fi/koordinaattori\""));
        assert!(!answer.body.contains(password()) && !answer.body.contains("salasana&"));
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
    }
}

#[tokio::test]
async fn a_flood_of_attempts_is_told_to_wait() {
    let town = Town::with_coordinator().await;
    let fields = [("name", "Aino"), ("password", "x")];
    let mut answers = Vec::new();
    for _ in 0..12 {
        answers.push(Visitor::new(&town).send("/en/sign-in", &fields).await.body);
    }
    assert!(answers[0].contains("The password is wrong."));
    assert!(answers[11].contains("Wait a minute"), "{}", answers[11]);
}

#[tokio::test]
async fn nobody_is_led_to_another_site_from_the_sign_in() {
    let town = Town::with_coordinator().await;
    for back in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
        let fields = [("name", "Aino"), ("password", password()), ("return", back)];
        let answer = Visitor::new(&town).send("/sv/logga-in", &fields).await;
        assert_eq!(location(&answer), "/sv/koordinator", "{back}");
    }
}

#[tokio::test]
async fn a_session_ends_after_ten_hours_and_by_signing_out() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let answer = coordinator.send("/fi/kirjaudu-ulos", &[]).await;
    assert_eq!(location(&answer), "/fi/");
    assert!(location(&coordinator.get("/fi/koordinaattori").await).starts_with("/fi/kirjaudu?"));
    let mut coordinator = Visitor::coordinator(&town).await;
    town.set_clock("2026-11-24T17:59:59Z");
    assert_eq!(coordinator.get("/fi/koordinaattori").await.status, StatusCode::OK);
    town.set_clock("2026-11-24T18:00:00Z");
    assert_eq!(coordinator.get("/fi/koordinaattori").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn without_a_password_the_pages_say_that_they_are_not_switched_on() {
    let town = Town::new().await;
    for (page, sign_in, _) in PAGES {
        for path in [page, sign_in] {
            let answer = town.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    let page = town.get("/fi/koordinaattori").await.body;
    assert!(page.contains("Koordinaattorin sivut eivät ole käytössä"), "{page}");
    let fields = [("name", "Aino"), ("password", "")];
    let answer = Visitor::new(&town).send("/fi/kirjaudu", &fields).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn another_sites_form_signs_nobody_in_or_out() {
    let town = Town::with_coordinator().await;
    for (_, sign_in, sign_out) in PAGES {
        for path in [sign_in, sign_out] {
            let request = Request::post(path)
                .header("sec-fetch-site", "cross-site")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::from(format!("name=Aino&password={}", password())));
            let answer = town.ask(request.unwrap()).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
            assert!(!answer.headers.contains_key(header::SET_COOKIE));
        }
    }
}

#[tokio::test]
async fn the_coordinator_sees_the_import_reports_that_others_do_not() {
    let town = Town::with_coordinator_on(WebConfig::default()).await;
    assert_eq!(town.get("/fi/yllapito/tuonnit").await.status, StatusCode::FORBIDDEN);
    let mut coordinator = Visitor::coordinator(&town).await;
    assert_eq!(coordinator.get("/fi/yllapito/tuonnit").await.status, StatusCode::OK);
}

#[tokio::test]
async fn this_week_shows_what_visitors_told_and_escapes_it() {
    let town = Town::with_coordinator().await;
    let told = [("kind", "wish"), ("words", "Lisää <b>aikoja</b>")];
    Visitor::new(&town).send("/sv/respons", &told).await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = coordinator.get("/fi/koordinaattori").await.body;
    assert!(page.contains("1 palaute."), "{page}");
    assert!(page.contains("lang=\"sv\">Lisää &#60;b&#62;aikoja"), "{page}");
    town.set_clock("2026-12-01T08:00:00Z");
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = coordinator.get("/fi/koordinaattori").await.body;
    assert!(page.contains("Palautetta ei ole tullut."), "{page}");
}
