//! Workshops and clinics in the browser: what the coordinator does with them.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::town::{Answer, Town};
use crate::visitor::{Visitor, between, location};

/// The list, an event's first word, and the coordinator's list, by language.
const PAGES: [(&str, &str); 3] = [
    ("/fi/tapahtumat", "/fi/koordinaattori/tapahtumat"),
    ("/sv/evenemang", "/sv/koordinator/evenemang"),
    ("/en/events", "/en/coordinator/events"),
];
/// Where one takes part from afar.
pub const MEETING: &str = "https://kokous.example/tyopaja";

fn form<'a>(day: &'a str, capacity: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("kind", "workshop"),
        ("title-fi", "PTV-työpaja <b>"),
        ("title-sv", "SDL-workshop"),
        ("description-fi", "Kuvaamme yhdessä."),
        ("day", day),
        ("starts", "09:00"),
        ("ends", "11:00"),
        ("place", "Kaupungintalo"),
        ("remote", MEETING),
        ("capacity", capacity),
        ("closes", ""),
    ]
}

/// Makes an event of 10 December with so many places, and gives its id.
pub async fn made(coordinator: &mut Visitor<'_>, capacity: &str) -> String {
    let sent = form("2026-12-10", capacity);
    let answer = coordinator.send("/fi/koordinaattori/tapahtumat/uusi", &sent).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    location(&answer).rsplit('/').next().unwrap().to_owned()
}

pub async fn registers(town: &Town, event: &str, name: &str) -> Answer {
    let fields = [("name", name), ("organisation", "Yhdistys ry"), ("email", "a@b.example")];
    Visitor::new(town).send(&format!("/fi/tapahtumat/{event}"), &fields).await
}

/// The address of the page that a new registration leads to.
pub async fn registered(town: &Town, event: &str, name: &str) -> String {
    let answer = registers(town, event, name).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    location(&answer)
}

#[tokio::test]
async fn an_event_is_made_in_a_form_and_shown_to_everybody_in_each_language() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let id = made(&mut coordinator, "20").await;
    for (list, staff) in PAGES {
        let page = town.get(list).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(&format!("href=\"{list}/{id}\"")), "{}", page.body);
        assert!(!page.body.contains("noindex"), "search engines may find it");
        let event = town.get(&format!("{list}/{id}")).await.body;
        assert!(event.contains("Kaupungintalo") && !event.contains('⟦'), "{event}");
        assert!(!event.contains(MEETING), "the meeting is for those who registered");
        assert!(!event.contains("<b>"), "{event}");
        let managed = coordinator.get(&format!("{staff}/{id}")).await.body;
        assert!(managed.contains(MEETING) && !managed.contains('⟦'), "{managed}");
        assert_eq!(town.get(staff).await.status, StatusCode::SEE_OTHER, "to the sign-in");
        let listed = coordinator.get(staff).await.body;
        assert!(listed.contains(&format!("{staff}/{id}")) && !listed.contains('⟦'), "{listed}");
    }
    let swedish = town.get(&format!("/sv/evenemang/{id}")).await.body;
    assert!(swedish.contains("SDL-workshop") && swedish.contains("10.12.2026 kl. 9–11"));
}

#[tokio::test]
async fn what_must_be_mended_is_said_at_its_field_and_nothing_is_lost() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let mut sent = form("31.2.2026", "0");
    sent[1].1 = "";
    sent[2].1 = "";
    sent[6].1 = "08:00";
    let page = coordinator.send("/fi/koordinaattori/tapahtumat/uusi", &sent).await;
    assert_eq!(page.status, StatusCode::OK);
    for field in ["title-fi", "day", "ends", "capacity"] {
        assert!(page.body.contains(&format!("href=\"#{field}\"")), "{field}: {}", page.body);
        assert!(page.body.contains(&format!("id=\"{field}-error\"")), "{field}");
    }
    assert!(page.body.contains("value=\"31.2.2026\"") && page.body.contains("Kuvaamme yhdessä."));
    assert!(page.body.contains("<title>Virhe:"));
    assert!(town.get("/fi/tapahtumat").await.body.contains("ei ole nyt yhtään tapahtumaa"));
}

#[tokio::test]
async fn who_came_is_marked_and_becomes_a_partner_without_persons() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let id = made(&mut coordinator, "").await;
    let own = registered(&town, &id, "Eka Henkilö").await;
    let code = own.rsplit('/').next().unwrap();
    let staff = format!("/fi/koordinaattori/tapahtumat/{id}");
    let page = coordinator.get(&staff).await.body;
    assert!(page.contains("Eka Henkilö") && page.contains("mailto:?bcc=a@b.example"), "{page}");
    let sent = |organisation, others| {
        [
            ("deed", "attendance"),
            ("code", code),
            ("came", code),
            ("organisation", organisation),
            ("others", others),
        ]
    };
    let refused = coordinator.send(&staff, &sent("", "Seurakunta\n040 123 4567")).await;
    assert_eq!(refused.status, StatusCode::OK);
    assert!(refused.body.contains("href=\"#others\"") && refused.body.contains("040 123 4567"));
    assert!(refused.body.contains("href=\"#organisation-1\""));
    let taken = coordinator.send(&staff, &sent("Yhdistys ry", "Seurakunta\n\nSeurakunta")).await;
    assert_eq!(location(&taken), staff);
    let page = coordinator.get(&staff).await.body;
    assert!(page.contains("Osallistuneet on merkitty 24.11.2026"), "{page}");
    let took_part = page.split("Osallistuneet toimijat").nth(1).unwrap();
    assert!(took_part.contains("Seurakunta") && took_part.contains("2 henkilöä"), "{took_part}");
    let partners = coordinator.get("/fi/koordinaattori/toimijat").await.body;
    assert!(partners.contains("Yhdistys ry") && !partners.contains("Eka Henkilö"), "{partners}");
    let removed = [("deed", "remove-registration"), ("code", code)];
    coordinator.send(&staff, &removed).await;
    assert_eq!(town.get(&own).await.status, StatusCode::NOT_FOUND);
}

/// A form with a file, as a browser sends it.
async fn sends_file(
    coordinator: &Visitor<'_>,
    path: &str,
    (name, link): (&str, &str),
    file: &str,
    content: &[u8],
) -> Answer {
    let mut body = Vec::new();
    for (field, value) in [("material-name", name), ("material-link", link)] {
        let part =
            format!("--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    let part = format!(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    body.extend(part.into_bytes());
    body.extend(content);
    body.extend(b"\r\n--b--\r\n");
    let request = Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, coordinator.cookie.clone().unwrap())
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
    coordinator.town.ask(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn files_and_links_go_with_an_event_and_what_is_no_document_is_refused() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let id = made(&mut coordinator, "").await;
    let staff = format!("/fi/koordinaattori/tapahtumat/{id}");
    let path = format!("{staff}/aineisto");
    // Larger than any other form may be.
    let large = vec![7; 200_000];
    let taken = sends_file(&coordinator, &path, ("Diat, osa 1", ""), "diat.pdf", &large).await;
    assert_eq!(location(&taken), format!("{staff}#materials"), "{}", taken.body);
    let link = ("Ohje", "https://dvv.example/ohje");
    sends_file(&coordinator, &path, link, "", b"").await;
    let page = town.get(&format!("/fi/tapahtumat/{id}")).await.body;
    assert!(page.contains("href=\"https://dvv.example/ohje\" rel=\"external noopener\""), "{page}");
    let file = between(&page, &format!("href=\"/fi/tapahtumat/{id}/aineisto/"), "\"");
    let answer = town.get(&format!("/fi/tapahtumat/{id}/aineisto/{file}")).await;
    assert_eq!(answer.bytes, large);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/pdf");
    let disposition = answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert!(disposition.starts_with("attachment;"), "{disposition}");
    assert!(disposition.contains("filename*=UTF-8''Diat%2C%20osa%201.pdf"), "{disposition}");
    for (named, file, content, told) in [
        (("", ""), "sivu.html", &b"<script>"[..], "Tällaista tiedostoa ei oteta vastaan"),
        (("", ""), "", &b""[..], "Anna joko verkko-osoite tai tiedosto"),
        (("Ohje", "javascript:alert(1)"), "", &b""[..], "Sen alussa pitää olla https://"),
        (("", ""), "a.pdf", &vec![0; 5_000_001][..], "Tiedosto on liian suuri"),
    ] {
        let refused = sends_file(&coordinator, &path, named, file, content).await;
        assert_eq!(refused.status, StatusCode::OK);
        assert!(refused.body.contains(told), "{told}: {}", refused.body);
    }
    let gone = [("deed", "remove-material"), ("material", file)];
    coordinator.send(&staff, &gone).await;
    let answer = town.get(&format!("/fi/tapahtumat/{id}/aineisto/{file}")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_followed_is_told_honestly_and_of_few_nothing_but_that_they_are_few() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let id = made(&mut coordinator, "").await;
    let staff = format!("/fi/koordinaattori/tapahtumat/{id}");
    coordinator.send(&staff, &[("deed", "attendance"), ("others", "Yhdistys\nSeurakunta")]).await;
    town.set_clock("2026-12-31T12:00:00Z");
    for path in [format!("{staff}/vaikutus"), "/fi/koordinaattori/vaikutus".to_owned()] {
        let mut coordinator = Visitor::coordinator(&town).await;
        let page = coordinator.get(&path).await.body;
        assert!(page.contains("Tämä on vertailu, ei todiste.") && !page.contains('⟦'), "{page}");
        assert!(page.contains("alle 5") && page.contains("Lukuja ei voi näyttää"), "{page}");
        let table = coordinator.get(&format!("{path}/effect.csv")).await;
        let first = table.body.lines().nth(1).unwrap();
        assert!(first.starts_with("Ennen tapahtumaa,,"), "{}", table.body);
        assert_eq!(coordinator.get(&format!("{path}/effect.xlsx")).await.status, StatusCode::OK);
        assert_eq!(coordinator.get(&format!("{path}/x")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn bars_and_table_say_the_same_of_five_or_more() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let id = made(&mut coordinator, "").await;
    let staff = format!("/fi/koordinaattori/tapahtumat/{id}");
    let others = "A\nB\nC\nD\nE";
    coordinator.send(&staff, &[("deed", "attendance"), ("others", others)]).await;
    town.set_clock("2027-01-11T12:00:00Z");
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = coordinator.get(&format!("{staff}/vaikutus")).await.body;
    assert!(page.contains("role=\"img\""), "{page}");
    assert!(page.contains("5 puuttuu palveluluettelosta"), "{page}");
    let row = between(&page, "1 kuukausi tapahtuman jälkeen</th>", "</tr>");
    assert!(row.contains(">5<") && row.contains(">0,0 (±0,0)<"), "{row}");
}

#[tokio::test]
async fn who_came_of_many_is_marked_in_one_form() {
    let town = Town::with_coordinator().await;
    let id = made(&mut Visitor::coordinator(&town).await, "200").await;
    let organisation = "ä".repeat(120);
    let (mut codes, day) = (Vec::new(), town.app().now());
    for minute in 0..150 {
        town.app()
            .set_clock(day.checked_add(jiff::SignedDuration::from_secs(minute * 10)).unwrap());
        let draft = domain::event::RegistrantDraft {
            name: "Eka".into(),
            organisation: organisation.clone(),
            email: "a@b.example".into(),
        };
        let (who, fi) = (draft.validate().unwrap(), domain::Language::Fi);
        match app::event::register(town.app(), None, &id, who, fi).await.unwrap() {
            app::event::Registering::Done(code) => codes.push(code.to_string()),
            other => panic!("{other:?}"),
        }
    }
    let mut sent = vec![("deed", "attendance"), ("others", "")];
    for code in &codes {
        sent.extend([("code", code.as_str()), ("organisation", organisation.as_str())]);
    }
    sent.extend(codes.iter().skip(50).map(|code| ("came", code.as_str())));
    let staff = format!("/fi/koordinaattori/tapahtumat/{id}");
    let mut coordinator = Visitor::coordinator(&town).await;
    let answer = coordinator.send(&staff, &sent).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = coordinator.get(&staff).await.body;
    assert_eq!(page.matches(" checked>").count(), 100);
    let too_long = "x".repeat(121);
    sent[1].1 = &too_long;
    let page = coordinator.send(&staff, &sent[..sent.len() - 1]).await.body;
    assert_eq!(page.matches(" checked>").count(), 99, "shown as it was sent: {page}");
}
