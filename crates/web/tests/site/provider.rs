//! The provider's own view, the coordinator's page of links, and the end of digests.

use app::coordinator::Coordinator;
use app::provider::{LinkDraft, make};
use app::quality::{Settings, Standards, refresh};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::Language;
use domain::catalogue::EntityId;
use domain::coordinator::CoordinatorName;
use domain::provider_link::{DigestRhythm, LinkValidity};
use jiff::ToSpan;
use web::{Contact, WebConfig};

use crate::town::{Answer, LIBRARY, TOWN, Town};
use crate::visitor::{Visitor, between, location};

/// The words of a language: the view, its descriptions, the coordinator's page of links.
const PAGES: [(&str, &str, &str); 3] = [
    ("/fi/toimija", "kuvaukset", "/fi/koordinaattori/laatu/toimijan-linkki"),
    ("/sv/aktor", "beskrivningar", "/sv/koordinator/kvalitet/aktorens-lank"),
    ("/en/provider", "descriptions", "/en/coordinator/quality/provider-link"),
];

async fn town() -> Town {
    let contact = Contact {
        name: domain::Localized::new(Language::Fi, "Varhan hyte-palvelut"),
        email: Some("hyte@varha.example".to_owned()),
        phone: None,
    };
    let base_url = Some("https://tarjotin.example".to_owned());
    let config =
        WebConfig { answers: true, contact: Some(contact), base_url, ..WebConfig::default() };
    let town = Town::with_coordinator_on(config).await;
    refresh(town.app(), &Standards::of_all(Settings::default())).await.unwrap();
    town
}

/// The key of a new link to the town's descriptions.
async fn key(town: &Town) -> String {
    let aino = Coordinator::operator(CoordinatorName::take("Aino").unwrap());
    let draft = LinkDraft {
        language: Language::Fi,
        validity: LinkValidity::Month,
        email: String::new(),
        rhythm: DigestRhythm::Never,
    };
    let town_id = EntityId::from_guid(TOWN).unwrap();
    let made = make(town.app(), &aino, None, &town_id, draft).await.unwrap().unwrap();
    made.key.as_str().to_owned()
}

fn is_secret(answer: &Answer) {
    assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin");
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(answer.headers["x-robots-tag"], "noindex");
    assert!(answer.body.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!answer.body.contains('⟦'), "{}", answer.body);
}

#[tokio::test]
async fn a_provider_sees_what_to_mend_and_where_and_nobody_is_told_the_address() {
    let town = town().await;
    let key = key(&town).await;
    for (view, descriptions, _) in PAGES {
        let page = town.get(&format!("{view}/{key}")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        is_secret(&page);
        assert!(page.body.matches("class=\"staff__card finding\"").count() > 3, "{}", page.body);
        assert!(page.body.contains("(PTV) ›") || page.body.contains("(SDL) ›"), "{}", page.body);
        let page = town.get(&format!("{view}/{key}/{descriptions}")).await;
        is_secret(&page);
        assert!(page.body.contains(&format!("palvelu/{LIBRARY}")) || view != "/fi/toimija");
        assert!(!page.body.contains("<script>alert"), "{}", page.body);
    }
}

#[tokio::test]
async fn a_link_that_is_unknown_expired_or_revoked_says_whom_to_ask_and_not_which() {
    let town = town().await;
    let own = key(&town).await;
    let page = town.get(&format!("/fi/toimija/{own}")).await;
    assert_eq!(page.status, StatusCode::OK);
    town.app().set_clock(town.app().now().checked_add((24 * 40).hours()).unwrap());
    let expired = town.get(&format!("/fi/toimija/{own}")).await;
    let unknown = town.get(&format!("/fi/toimija/{}", "0".repeat(26))).await;
    let odd = town.get("/fi/toimija/x").await;
    for answer in [&expired, &unknown, &odd] {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        is_secret(answer);
        assert!(answer.body.contains("hyte@varha.example"), "{}", answer.body);
        let said = between(&answer.body, "<main", "</main>");
        assert_eq!(said, between(&unknown.body, "<main", "</main>"));
    }
}

#[tokio::test]
async fn one_press_says_that_a_description_is_right_and_its_public_page_says_when() {
    let town = town().await;
    let key = key(&town).await;
    let mut provider = Visitor::new(&town);
    let path = format!("/fi/toimija/{key}/kuvaukset");
    let page = provider.get(&path).await.body;
    let generation = between(&page, "name=\"generation\" value=\"", "\"").to_owned();
    let public = format!("/fi/palvelu/{LIBRARY}");
    assert!(!provider.get(&public).await.body.contains("Tarjoaja vahvisti oikeaksi"));
    let stale = [("confirm", LIBRARY), ("generation", "0")];
    let changed = location(&provider.send(&path, &stale).await);
    assert!(provider.get(&changed).await.body.contains("Kuvaus ehti muuttua"));
    let sent = [("confirm", LIBRARY), ("generation", generation.as_str())];
    let answer = provider.send(&path, &sent).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(location(&answer), format!("{path}#s-{LIBRARY}"));
    assert!(provider.get(&public).await.body.contains("Tarjoaja vahvisti oikeaksi 2"));
    provider.send(&path, &[("take-back", LIBRARY)]).await;
    assert!(!provider.get(&public).await.body.contains("Tarjoaja vahvisti oikeaksi"));
}

#[tokio::test]
async fn the_coordinator_makes_a_link_that_is_shown_once_and_revokes_it() {
    for (view, _, links) in PAGES {
        let town = town().await;
        let path = format!("{links}/{TOWN}");
        assert_eq!(town.get(&path).await.status, StatusCode::SEE_OTHER, "it is the coordinator's");
        let mut aino = Visitor::coordinator(&town).await;
        let page = aino.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        assert!(!page.body.contains('⟦'), "{}", page.body);
        let wrong = [("validity", "30"), ("language", "fi"), ("email", "x"), ("rhythm", "weekly")];
        let answer = aino.send(&path, &wrong).await.body;
        assert!(answer.contains("govuk-error-summary") && answer.contains("value=\"x\""));
        let language = &view[1..3];
        let right = [
            ("validity", "30"),
            ("language", language),
            ("email", "toimija@example.fi"),
            ("rhythm", "weekly"),
        ];
        let answer = aino.send(&path, &right).await;
        assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin");
        let address = between(&answer.body, "made-link\" href=\"", "\"").to_owned();
        let opened = address.split_once("tarjotin.example").unwrap().1.to_owned();
        assert!(opened.starts_with(view), "{opened}");
        assert_eq!(town.get(&opened).await.status, StatusCode::OK);
        let page = aino.get(&path).await.body;
        let key = opened.rsplit('/').next().unwrap();
        assert!(!page.contains(key) && page.contains("toimija@example.fi"), "{page}");
        let id = between(&page, "name=\"revoke\" value=\"", "\"").to_owned();
        assert_eq!(aino.send(&path, &[("revoke", &id)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(town.get(&opened).await.status, StatusCode::NOT_FOUND);
        let page = aino.get(&path).await.body;
        assert!(!page.contains("toimija@example.fi"), "the address goes with the link");
    }
}

#[tokio::test]
async fn the_page_of_links_leads_up_to_a_page_that_is_there_wherever_the_organisation_is_at_home() {
    // One of the town's services is had in the whole country, and so in Uusimaa.
    let face = web::Face { county: domain::reference::county("02"), ..web::Face::default() };
    let config = WebConfig { face, ..WebConfig::default() };
    let town = Town::with_coordinator_on(config).await;
    let mut aino = Visitor::coordinator(&town).await;
    for (_, _, links) in PAGES {
        let page = aino.get(&format!("{links}/{TOWN}")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let up =
            between(&page.body, "break-words\"><a class=\"govuk-link\" href=\"", "\"").to_owned();
        assert_eq!(aino.get(&up).await.status, StatusCode::OK, "{up}");
    }
}

#[tokio::test]
async fn a_provider_says_where_digests_go() {
    let town = town().await;
    let key = key(&town).await;
    let mut provider = Visitor::new(&town);
    let digest = format!("/fi/toimija/{key}/kooste");
    let wrong = provider.send(&digest, &[("email", ""), ("rhythm", "weekly")]).await;
    assert_eq!(wrong.status, StatusCode::OK);
    assert!(wrong.body.contains("Kirjoittakaa sähköpostiosoite"), "{}", wrong.body);
    let right = provider.send(&digest, &[("email", "a@b.example"), ("rhythm", "monthly")]).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    let said = "role=\"status\">Tallennettu. Kooste lähetetään enintään kerran kuukaudessa.";
    let page = provider.get(&location(&right)).await.body;
    assert!(page.contains(said), "{page}");
    let page = provider.get(&format!("/fi/toimija/{key}")).await.body;
    assert!(page.contains("value=\"a@b.example\"") && !page.contains(said), "{page}");
    assert!(page.contains("<option value=\"monthly\" selected>"));
}

#[tokio::test]
async fn a_mail_program_ends_digests_by_one_request_and_looking_at_the_page_does_not() {
    let town = town().await;
    let unknown = format!("/fi/lopeta-kooste/{}", "0".repeat(26));
    let page = town.get(&unknown).await;
    assert_eq!(page.status, StatusCode::OK, "a program that follows links ends nothing");
    is_secret(&page);
    // As mail programs send it: from no page of ours (RFC 8058).
    let request = Request::post(&unknown)
        .header(header::HOST, "tarjotin.example")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("List-Unsubscribe=One-Click"))
        .unwrap();
    let answer = town.ask(request).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "it is taken, and the key is unknown");
}
