//! Lists that are given: their address, their code, their end.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::Language;
use domain::catalogue::EntityId;
use domain::my_list::ServiceList;
use domain::shared_list::{Code, SharedList};
use jiff::SignedDuration;
use web::WebConfig;

use crate::pages::assert_is_a_page;
use crate::town::{Answer, GONE, LIBRARY, STORIES, SWIMMING, Town};
use crate::visitor::{Visitor, between, listed, location};

/// A visitor with three services on the list.
async fn giver(town: &Town) -> Visitor<'_> {
    let mut visitor = Visitor::new(town);
    for id in [SWIMMING, LIBRARY, STORIES] {
        visitor.press("add", id, "/").await;
    }
    visitor
}

/// Gives the list, and says under which code.
async fn give(visitor: &mut Visitor<'_>, fields: &[(&str, &str)]) -> String {
    let answer = visitor.send("/fi/oma-lista/jaa", fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let place = location(&answer);
    place.strip_prefix("/fi/oma-lista/jaettu/").unwrap_or_else(|| panic!("{place}")).to_owned()
}

const SWEDISH: [(&str, &str); 3] =
    [("language", "sv"), ("validity", "month"), ("note", "Börja med biblioteket.\nVälkommen!")];

#[tokio::test]
async fn a_given_list_is_read_in_the_receivers_language_and_in_the_others() {
    let town = Town::new().await;
    let mut giver = giver(&town).await;
    let code = give(&mut giver, &SWEDISH).await;
    let mut receiver = Visitor::new(&town);
    let answer = receiver.get(&format!("/l/{code}")).await;
    assert_is_a_page("sv", "/l/", &answer);
    let page = &answer.body;
    for told in [
        "En lista till dig",
        "3 tjänster har valts ut åt dig.",
        "Börja med biblioteket.\nVälkommen!",
        "till och med 24.12.2026",
        "tel:+35824345444",
        "Bibliotekets tjänster",
        "I dag 24.11.: 10–16.30",
        &format!("href=\"/fi/l/{code}\""),
        &format!("href=\"/en/l/{code}\""),
        "name=\"robots\" content=\"noindex\"",
    ] {
        assert!(page.contains(told), "{told}");
    }
    let at = |text: &str| page.find(text).unwrap();
    assert!(at("Uimahalli") < at("Bibliotekets") && at("Bibliotekets") < at("sagostund"));
    assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin");
    let english = receiver.get(&format!("/en/l/{code}")).await;
    assert_is_a_page("en", "/en/l/", &english);
    assert!(english.body.contains("until 24 December 2026"));
    assert!(english.body.contains("<p lang=\"sv\">Börja"), "the message is in its own language");
    let typed = format!("/l/{}-{}", code[..5].to_lowercase(), &code[5..]);
    assert_eq!(receiver.get(&typed).await.status, StatusCode::OK, "{typed}");
}

#[tokio::test]
async fn nothing_is_stored_of_a_given_list_but_what_it_is() {
    let town = Town::new().await;
    let mut giver = giver(&town).await;
    let code = give(&mut giver, &SWEDISH).await;
    let rows = town.shared_lists().await;
    let (created, expires) = (1_795_507_200_000_000_i64, 1_798_149_600_000_000_i64);
    let row = format!(
        "{code}|{SWIMMING} {LIBRARY} {STORIES}|Börja med biblioteket.\nVälkommen!|sv {created} {expires}"
    );
    assert_eq!(rows, [row]);
}

/// How many points of the picture a square of a QR code is wide.
const SCALE: usize = 4;

/// The text of the QR code that a page draws.
fn read_back(page: &str) -> String {
    let svg = between(page, "<svg class=\"qr\"", "</svg>");
    let size: usize = between(svg, "viewBox=\"0 0 ", " ").parse().unwrap();
    let mut dark = vec![vec![false; size]; size];
    let path = between(svg, "fill=\"#000\" d=\"", "\"");
    for run in path.split('M').skip(1) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let length = rest.split('v').next().unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        for square in &mut dark[y][x..x + length.parse::<usize>().unwrap()] {
            *square = true;
        }
    }
    for edge in [0, 3, size - 4, size - 1] {
        assert!(dark[edge].iter().all(|square| !square), "the quiet zone");
        assert!(dark.iter().all(|line| !line[edge]), "the quiet zone");
    }
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, |x, y| {
            if dark[y / SCALE][x / SCALE] { 0 } else { 255 }
        });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[tokio::test]
async fn the_address_is_shown_read_out_drawn_and_sent_in_the_receivers_language() {
    for (base_url, origin) in [
        (None, "http://tarjotin.example"),
        (Some("https://palvelut.example/"), "https://palvelut.example"),
    ] {
        let base_url = base_url.map(str::to_owned);
        let town = Town::configured(WebConfig { base_url, ..WebConfig::default() }).await;
        let mut giver = giver(&town).await;
        let code = give(&mut giver, &SWEDISH).await;
        let answer = giver.get(&format!("/fi/oma-lista/jaettu/{code}")).await;
        assert_is_a_page("fi", "/fi/oma-lista/jaettu", &answer);
        let (page, address) = (&answer.body, format!("{origin}/l/{code}"));
        assert_eq!(read_back(page), address);
        let svg = between(page, "<svg class=\"qr\"", ">");
        assert!(svg.contains("role=\"img\" aria-label=\"QR-koodi, joka avaa listan\""));
        let host = origin.split_once("://").unwrap().1;
        assert!(page.contains(&format!(
            "<a class=\"govuk-link\" href=\"/l/{code}\">{host}<wbr>/l/{code}</a>"
        )));
        assert!(page.contains(&format!("data-copy=\"{address}\"")) && page.contains("Svenska"));
        let sent = address.replace(':', "%3A").replace('/', "%2F");
        for (kind, begins) in [
            (
                "mailto:",
                "mailto:?subject=En%20lista%20%C3%B6ver%20tj%C3%A4nster%20till%20dig&#38;body=Hej%21%20Jag",
            ),
            ("sms:", "sms:?&#38;body=Hej%21%20Jag"),
        ] {
            let link = between(page, &format!("href=\"{kind}"), "\"");
            let link = format!("{kind}{link}");
            assert!(link.starts_with(begins), "{link}");
            assert!(
                link.contains(&sent) && link.contains("24.12.2026") && !link.contains('+'),
                "{link}"
            );
        }
        assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin");
        let shared = giver.get(&format!("/l/{code}")).await.body;
        assert_eq!(read_back(&shared), address, "on paper");
    }
}

#[tokio::test]
async fn a_list_expires_and_an_unknown_code_is_told_in_plain_words() {
    let town = Town::new().await;
    let mut giver = giver(&town).await;
    let code = give(&mut giver, &[("language", "fi"), ("validity", "day")]).await;
    town.set_clock("2026-11-25T21:59:00Z");
    assert_eq!(giver.get(&format!("/l/{code}")).await.status, StatusCode::OK);
    town.set_clock("2026-11-25T22:00:00Z");
    let told = |answer: &Answer, words: &str| {
        assert!(answer.body.contains(words), "{}", answer.body);
        assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin");
        assert!(answer.body.contains("noindex") && !answer.body.contains("Kirjaston palvelut"));
    };
    let expired = giver.get(&format!("/fi/l/{code}")).await;
    assert_eq!(expired.status, StatusCode::GONE);
    assert_is_a_page("fi", "/fi/l/", &expired);
    told(&expired, "Tätä listaa ei löydy");
    for (path, status, words) in [
        ("/sv/l/ABCDE23456", StatusCode::NOT_FOUND, "Listan hittades inte"),
        ("/l/ABCDE23456", StatusCode::NOT_FOUND, "Tätä listaa ei löydy"),
        ("/en/l/%3Cscript%3E", StatusCode::NOT_FOUND, "This list cannot be found"),
        ("/fi/oma-lista/jaettu/x", StatusCode::NOT_FOUND, "Tätä listaa ei löydy"),
    ] {
        let answer = giver.get(path).await;
        assert_eq!(answer.status, status, "{path}");
        told(&answer, words);
    }
    // The next list that is given takes the expired one out of the database.
    give(&mut giver, &[]).await;
    assert_eq!(town.shared_lists().await.len(), 1);
    assert_eq!(giver.get(&format!("/fi/l/{code}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_note_that_tells_who_somebody_is_is_refused_and_nothing_that_was_typed_is_lost() {
    let town = Town::new().await;
    let mut giver = giver(&town).await;
    let long = "ä".repeat(501);
    for (note, why) in [
        ("Hei & tervetuloa!\n131052-308T", "Viestissä näyttää olevan henkilötunnus."),
        ("Soita <minulle> 040 123 4567", "Viestissä näyttää olevan puhelinnumero."),
        (long.as_str(), "Viestissä on 501 merkkiä."),
    ] {
        let fields = [("language", "en"), ("validity", "year"), ("note", note)];
        let answer = giver.send("/fi/oma-lista/jaa", &fields).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_is_a_page("fi", "/fi/oma-lista/jaa", &answer);
        let page = &answer.body;
        assert!(page.contains("<title>Virhe: ") && page.matches(why).count() == 2, "{why}");
        let escaped = note.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;");
        let typed = between(page, "<textarea", "</textarea>");
        assert!(typed.ends_with(&format!(">\n{escaped}")), "{typed}");
        assert!(typed.contains("aria-invalid=\"true\"") && typed.contains("note-error"));
        assert!(page.contains("value=\"en\" lang=\"en\" selected"));
        assert!(page.contains("value=\"year\" selected"));
        assert_eq!(listed(page), [SWIMMING, LIBRARY, STORIES]);
        assert!(town.shared_lists().await.is_empty(), "nothing of it is stored");
    }
}

#[tokio::test]
async fn a_shared_list_becomes_ones_own_and_can_be_given_back() {
    let town = Town::new().await;
    let mut giver = giver(&town).await;
    let code = give(&mut giver, &SWEDISH).await;
    let mut receiver = Visitor::new(&town);
    let shared = receiver.get(&format!("/l/{code}")).await.body;
    assert!(shared.contains("Gör till min lista"));
    assert!(shared.contains(&format!("action=\"/sv/l/{code}\"")));
    let answer = receiver.send(&format!("/sv/l/{code}"), &[]).await;
    assert_eq!(
        (answer.status, location(&answer).as_str()),
        (StatusCode::SEE_OTHER, "/sv/min-lista")
    );
    let own = receiver.get("/sv/min-lista").await.body;
    assert_eq!(listed(&own), [SWIMMING, LIBRARY, STORIES]);
    assert!(own.contains("3 tjänster har lagts till på din lista."));
    let undo =
        between(&own, "class=\"list-bar__undo\" form=\"list-form\" name=\"remove\" value=\"", "\"");
    receiver.press("remove", undo, "/").await;
    assert!(listed(&receiver.get("/sv/min-lista").await.body).is_empty());

    let mut other = Visitor::new(&town);
    other.press("add", LIBRARY, "/").await;
    assert!(other.get(&format!("/l/{code}")).await.body.contains("Lägg till på min lista"));
    other.send(&format!("/sv/l/{code}"), &[]).await;
    assert_eq!(listed(&other.get("/sv/min-lista").await.body), [LIBRARY, SWIMMING, STORIES]);
}

#[tokio::test]
async fn an_empty_list_is_not_given_and_odd_choices_are_the_usual_ones() {
    let town = Town::new().await;
    let mut nobody = Visitor::new(&town);
    let answer = nobody.send("/sv/min-lista/dela", &[]).await;
    assert_eq!(location(&answer), "/sv/min-lista");
    assert_eq!(location(&nobody.get("/sv/min-lista/dela").await), "/sv/min-lista");
    let mut visitor = Visitor::new(&town);
    visitor.press("add", GONE, "/").await;
    visitor.press("add", "nobodys", "/").await;
    let fields = [("language", "se"), ("validity", "ever"), ("note", "  ")];
    let code = give(&mut visitor, &fields).await;
    let page = visitor.get(&format!("/l/{code}")).await.body;
    assert!(page.contains("<html lang=\"fi\"") && page.contains("24.12.2026"));
    assert!(page.contains("Lakkautettu palvelu") && !page.contains("Tuntematon palvelu"));
    assert!(!page.contains("note-heading"), "no message, no heading of one");
}

#[tokio::test]
async fn a_right_code_is_read_while_somebody_tries_wrong_ones() {
    let town = Town::new().await;
    let mut giver = giver(&town).await;
    let code = give(&mut giver, &[]).await;
    assert_eq!(code.len(), 10, "fifty bits of chance keep it from being guessed");
    let mut visitor = Visitor::new(&town);
    for _ in 0..150 {
        assert_eq!(visitor.get("/l/ZZZZZZZZZZ").await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(visitor.get(&format!("/l/{code}")).await.status, StatusCode::OK);
}

/// Keeps as many lists as are given in a day.
async fn fill(town: &Town) {
    let now = town.app().now();
    let list = move |number: usize| SharedList {
        code: Code::of_chance(std::array::from_fn(|place| {
            u8::try_from(number >> (3 * place) & 7).unwrap()
        })),
        services: ServiceList::of([EntityId::new(LIBRARY).unwrap()]),
        note: None,
        language: Language::Fi,
        created: now,
        expires: now + SignedDuration::from_hours(240),
    };
    let filled: Result<(), store::Error> = town
        .app()
        .database()
        .write(move |on| {
            Box::pin(async move {
                for number in 0..10_000 {
                    assert!(store::shared_list::insert(on, &list(number)).await?);
                }
                Ok(())
            })
        })
        .await;
    filled.unwrap();
}

#[tokio::test]
async fn who_gives_a_list_after_too_many_is_told_when_to_come_again_and_lists_are_still_read() {
    let town = Town::new().await;
    let mut giver = giver(&town).await;
    let code = give(&mut giver, &[]).await;
    fill(&town).await;
    for (path, title) in [
        ("/fi/oma-lista/jaa", "Listoja ei voi nyt jakaa"),
        ("/sv/min-lista/dela", "Det går inte att dela listor just nu"),
        ("/en/my-list/share", "Lists cannot be shared right now"),
    ] {
        let answer = giver.send(path, &[]).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert_eq!(answer.headers[header::RETRY_AFTER], "3600");
        assert!(answer.body.contains(title), "{}", answer.body);
    }
    assert_eq!(giver.get(&format!("/l/{code}")).await.status, StatusCode::OK);
    town.set_clock("2026-11-25T08:00:01Z");
    give(&mut giver, &[]).await;
}

#[tokio::test]
async fn forms_on_a_shared_list_are_sent_by_browsers_that_only_say_their_origin() {
    let town = Town::new().await;
    let mut giver = giver(&town).await;
    let code = give(&mut giver, &SWEDISH).await;
    let shared = giver.get(&format!("/l/{code}")).await;
    // Under `no-referrer` such a browser would send `Origin: null`.
    assert_eq!(shared.headers[header::REFERRER_POLICY], "same-origin");
    for (origin, status) in [
        ("http://tarjotin.example", StatusCode::SEE_OTHER),
        ("null", StatusCode::FORBIDDEN),
        ("http://evil.example", StatusCode::FORBIDDEN),
    ] {
        let request = Request::post(format!("/sv/l/{code}"))
            .header(header::HOST, "tarjotin.example")
            .header(header::ORIGIN, origin)
            .body(Body::empty())
            .unwrap();
        assert_eq!(town.ask(request).await.status, status, "{origin}");
    }
}
