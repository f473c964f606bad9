//! The coordinator's sign-in: who is let in, for how long, and what others are answered.

use app::coordinator::Password;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use web::WebConfig;

use crate::town::{Town, access, password};
use crate::visitor::{Visitor, between, location};

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

/// Three counties: two with a password each, which is given with them, and one without.
async fn three_counties() -> (Town, [String; 2]) {
    let config = |code: &str, host: &str| {
        let mut config = WebConfig::default();
        config.face.hosts = vec![host.to_owned()];
        config.face.county = domain::reference::county(code);
        config
    };
    let mut configs =
        [("05", "a.example"), ("02", "b.example"), ("21", "c.example")].map(|(c, h)| config(c, h));
    let passwords = [0, 1].map(|place| {
        let (plain, password) = Password::make().unwrap();
        let config = &mut configs[place];
        config.access = Some(access(config, password));
        plain
    });
    (Town::of_sites(configs.into()).await, passwords)
}

async fn sign_in(visitor: &mut Visitor<'_>, password: &str) -> StatusCode {
    visitor.send("/fi/kirjaudu", &[("name", "Aino"), ("password", password)]).await.status
}

#[tokio::test]
async fn a_countys_password_opens_its_own_site_alone() {
    let (town, [a, b]) = three_counties().await;
    for (host, password, status) in [
        ("a.example", &a, StatusCode::SEE_OTHER),
        ("a.example", &b, StatusCode::OK),
        ("b.example", &b, StatusCode::SEE_OTHER),
        ("b.example", &a, StatusCode::OK),
        ("c.example", &a, StatusCode::NOT_FOUND),
    ] {
        let mut visitor = Visitor::at(&town, host);
        assert_eq!(sign_in(&mut visitor, password).await, status, "{host}");
        assert_eq!(visitor.cookie.is_some(), status == StatusCode::SEE_OTHER, "{host}");
    }
}

#[tokio::test]
async fn a_session_of_one_county_is_none_on_the_site_of_another() {
    let (town, [a, _]) = three_counties().await;
    let mut coordinator = Visitor::at(&town, "a.example");
    sign_in(&mut coordinator, &a).await;
    for (host, read, written) in [
        ("a.example", StatusCode::OK, StatusCode::OK),
        ("b.example", StatusCode::SEE_OTHER, StatusCode::FORBIDDEN),
        ("c.example", StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
    ] {
        let mut other = Visitor::at(&town, host);
        other.cookie.clone_from(&coordinator.cookie);
        let week = other.get("/fi/koordinaattori").await.status;
        assert_eq!(week, read, "{host}");
        let event = other.send("/fi/koordinaattori/tapahtumat/uusi", &[("kind", "clinic")]).await;
        assert_eq!(event.status, written, "{host}");
        let imports = other.get("/fi/yllapito/tuonnit").await.status;
        assert_eq!(imports == StatusCode::OK, host == "a.example", "{host}: {imports}");
    }
}

#[tokio::test]
async fn what_a_countys_coordinator_makes_is_not_there_for_another_countys() {
    let (town, [a, b]) = three_counties().await;
    let told = [("kind", "wish"), ("words", "Lisää aikoja")];
    Visitor::at(&town, "a.example").send("/fi/palaute", &told).await;
    let [mut own, mut other] = ["a.example", "b.example"].map(|host| Visitor::at(&town, host));
    sign_in(&mut own, &a).await;
    sign_in(&mut other, &b).await;
    let week = own.get("/fi/koordinaattori").await.body;
    let report = between(&week, "name=\"feedback\" value=\"", "\"").to_owned();
    let (tasks, made) = ("/fi/koordinaattori/tehtavat", [("feedback", report.as_str())]);
    assert_eq!(other.send(tasks, &made).await.status, StatusCode::NOT_FOUND);
    let task = location(&own.send(tasks, &made).await);
    let partners = "/fi/koordinaattori/toimijat";
    let partner = location(&own.send(partners, &[("name", "Kylätalo")]).await);
    let event = [
        ("kind", "clinic"),
        ("title-fi", "Klinikka"),
        ("day", "10.12.2026"),
        ("starts", "9"),
        ("ends", "10"),
        ("place", "Talo"),
    ];
    let event = location(&own.send("/fi/koordinaattori/tapahtumat/uusi", &event).await);
    for page in [task, partner, event] {
        assert_eq!(own.get(&page).await.status, StatusCode::OK, "{page}");
        assert_eq!(other.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    for list in [tasks, partners, "/fi/koordinaattori/tapahtumat", "/fi/koordinaattori"] {
        let shown = other.get(list).await.body;
        for of_another in ["Lisää aikoja", "Kylätalo", "Klinikka"] {
            assert!(!shown.contains(of_another), "{list}: {of_another}");
        }
    }
}

/// The hidden fields of the form of a page that goes to an address.
fn hidden(page: &str, action: &str) -> Vec<(String, String)> {
    let form = between(page, &format!("action=\"{action}\" method=\"post\">"), "</form>");
    let fields = form.split("<input type=\"hidden\" name=\"").skip(1);
    let read = |field: &str| {
        let (name, rest) = field.split_once("\" value=\"").unwrap();
        let value = rest.split_once("\">").unwrap().0;
        let plain = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#38;", "&")];
        let value = plain.iter().fold(value.to_owned(), |text, (from, to)| text.replace(from, to));
        (name.to_owned(), value)
    };
    fields.map(read).collect()
}

fn as_sent(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Of which page a kept form is and what is in it; and that nothing leads away from it by the way.
fn assert_says_what_is_kept(page: &str) {
    let kept = between(page, "id=\"typed\"", "</section>");
    assert!(kept.contains("Toimijat") && kept.contains(">Toimija</dt>"), "its label: {kept}");
    assert!(kept.contains("Kylä &#38; &#34;talo&#34; &#60;b&#62;</dd>"), "{kept}");
    assert!(!page.contains("hreflang=\"sv\"") && !page.contains("class=\"ease\""), "{page}");
}

#[tokio::test]
async fn who_only_pressed_a_button_is_led_back_to_its_page_and_nothing_is_sent_for_them() {
    let town = Town::with_coordinator().await;
    let sent = [("subject", "1"), ("kind", "service"), ("language", "fi"), ("field", "name")];
    let mut visitor = Visitor::new(&town);
    for (path, sent) in [
        ("/fi/koordinaattori/tehtavat", &sent[..]),
        ("/fi/koordinaattori/toimijat/x", &[("deed", "remove")][..]),
        ("/fi/koordinaattori/tehtavat", &[("feedback", "1"), ("watch", "phones")][..]),
    ] {
        let answer = visitor.send(path, sent).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(answer.body.contains("eikä mitään muutettu"), "{path}: {}", answer.body);
        let fields = hidden(&answer.body, "/fi/kirjaudu");
        assert_eq!(fields, [("return".to_owned(), path.to_owned())]);
    }
    let request = Request::post("/fi/koordinaattori/tehtavat")
        .header("sec-fetch-site", "same-origin")
        .header(header::REFERER, "https://tarjotin.example/fi/koordinaattori/korjaukset?sivu=2")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("subject=1&kind=service"));
    let page = town.ask(request.unwrap()).await.body;
    let back = hidden(&page, "/fi/kirjaudu").remove(0).1;
    assert_eq!(back, "/fi/koordinaattori/korjaukset?sivu=2", "the page of the button");
}

#[tokio::test]
async fn what_was_typed_before_the_session_ended_is_sent_after_signing_in_again() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    town.set_clock("2026-11-24T18:00:00Z");
    let partners = "/fi/koordinaattori/toimijat";
    let name = "Kylä & \"talo\" <b>";
    let answer = coordinator.send(partners, &[("name", name)]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert!(answer.body.contains("kirjoittamasi on tallessa"), "{}", answer.body);
    assert!(!answer.body.contains("<b>"));
    assert!(answer.body.contains("<title>Et ole enää kirjautunut"), "{}", answer.body);
    assert_eq!(answer.body.matches("role=\"alert\"").count(), 1);
    assert_says_what_is_kept(&answer.body);

    let mut fields = hidden(&answer.body, "/fi/kirjaudu");
    fields.extend([("name", "Aino"), ("password", "väärä")].map(|(n, v)| (n.into(), v.into())));
    let wrong = coordinator.send("/fi/kirjaudu", &as_sent(&fields)).await.body;
    assert!(wrong.contains("Salasana on väärä."));
    assert_eq!(wrong.matches("role=\"alert\"").count(), 1);
    let mut fields = hidden(&wrong, "/fi/kirjaudu");
    fields.extend([("name", "Aino"), ("password", password())].map(|(n, v)| (n.into(), v.into())));
    let signed_in = coordinator.send("/fi/kirjaudu", &as_sent(&fields)).await;
    assert_eq!(signed_in.status, StatusCode::OK, "{}", signed_in.body);
    assert_eq!(signed_in.headers[header::CACHE_CONTROL], "no-store");

    assert_says_what_is_kept(&signed_in.body);
    let fields = hidden(&signed_in.body, partners);
    assert_eq!(fields, [("name".to_owned(), name.to_owned())], "and not the password");
    let made = coordinator.send(partners, &as_sent(&fields)).await;
    let page = coordinator.get(&location(&made)).await;
    assert!(page.body.contains("Kylä &#38; &#34;talo&#34;"), "{}", page.body);
}

#[tokio::test]
async fn a_form_that_is_too_large_to_be_kept_says_so_when_the_session_has_ended() {
    let town = Town::with_coordinator().await;
    let long = "a".repeat(30_000);
    let answer = Visitor::new(&town).send("/en/coordinator/tasks", &[("note", &long)]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("too long to keep"), "{}", answer.body);
    let file = Request::post("/sv/koordinator/evenemang/x/material")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let answer = town.ask(file.body(Body::from("--x--")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("innehöll en fil"), "{}", answer.body);
}

#[tokio::test]
async fn what_was_typed_is_sent_to_no_other_site() {
    let town = Town::with_coordinator().await;
    for again in ["https://evil.example/", "//evil.example"] {
        let fields = [("name", "Aino"), ("password", password()), ("again", again)];
        let answer = Visitor::new(&town).send("/fi/kirjaudu", &fields).await;
        assert_eq!(location(&answer), "/fi/koordinaattori", "{again}");
    }
}
