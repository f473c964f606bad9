//! The worklist's pages, and the address that a visitor may leave for the answer.

use app::quality::{Settings, Standards, refresh};
use axum::http::{StatusCode, header};
use web::WebConfig;

use crate::town::{LIBRARY, Town};
use crate::visitor::{Visitor, between, location};

/// The pages of a language: the worklist, the findings of a description, this week.
const PAGES: [(&str, &str, &str); 3] = [
    ("/fi/koordinaattori/tehtavat", "/fi/koordinaattori/laatu/kuvaus", "/fi/koordinaattori"),
    ("/sv/koordinator/uppgifter", "/sv/koordinator/kvalitet/beskrivning", "/sv/koordinator"),
    ("/en/coordinator/tasks", "/en/coordinator/quality/description", "/en/coordinator"),
];

async fn town() -> Town {
    let town = Town::with_coordinator_on(WebConfig { answers: true, ..WebConfig::default() }).await;
    refresh(town.app(), &Standards::of_all(Settings::default())).await.unwrap();
    town
}

/// The fields of the first form that makes a task.
fn form(page: &str) -> Vec<(String, String)> {
    let form = page.split("<form").find(|form| form.contains("name=\"rule\"")).unwrap();
    form.split("<input type=\"hidden\" name=\"")
        .skip(1)
        .map(|field| {
            let (name, rest) = field.split_once('"').unwrap();
            (name.to_owned(), between(rest, "value=\"", "\"").to_owned())
        })
        .collect()
}

#[tokio::test]
async fn a_finding_becomes_a_task_that_the_description_leads_to() {
    for (tasks, descriptions, _) in PAGES {
        let town = town().await;
        let mut aino = Visitor::coordinator(&town).await;
        let path = format!("{descriptions}/service/{LIBRARY}");
        let fields = form(&aino.get(&path).await.body);
        let pairs: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let made = aino.send(tasks, &pairs).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        let task = location(&made);
        assert!(aino.get(&path).await.body.contains(&format!("href=\"{task}\"")));
        let page = aino.get(&task).await;
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
        assert!(page.body.contains("Aino") && !page.body.contains('⟦'), "{}", page.body);
        let list = aino.get(tasks).await.body;
        assert!(list.contains(&format!("href=\"{task}\"")) && !list.contains('⟦'), "{list}");
        let seen = between(&page.body, "name=\"seen\" value=\"", "\"");
        let change = [
            ("seen", seen),
            ("owner", "Kirjasto <b>"),
            ("state", "sent"),
            ("due", "2026-11-01"),
            ("note", "Hei"),
        ];
        town.set_clock("2026-11-24T12:00:00Z");
        assert_eq!(aino.send(&task, &change).await.status, StatusCode::SEE_OTHER);
        let page = aino.get(&task).await.body;
        assert!(page.contains("Kirjasto &#60;b&#62;") && page.contains("value=\"2026-11-01\""));
        assert!(aino.get(tasks).await.body.contains("govuk-tag--problem"), "it is late");
        let late = aino.send(&task, &change).await.body;
        assert!(late.contains("href=\"#history\"") && !late.contains('⟦'), "{late}");
        assert!(late.contains("value=\"2026-11-01\"") && late.contains("Hei</textarea>"));
    }
}

#[tokio::test]
async fn what_cannot_be_saved_is_said_and_stays_in_the_form() {
    let town = town().await;
    let mut aino = Visitor::coordinator(&town).await;
    let page = aino.get(&format!("/fi/koordinaattori/laatu/kuvaus/service/{LIBRARY}")).await.body;
    let fields = form(&page);
    let pairs: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let task = location(&aino.send("/fi/koordinaattori/tehtavat", &pairs).await);
    for (due, note, told) in
        [("huomenna", "Hei", "Kirjoita päivä"), ("", "Asiakas 131052-308T", "henkilötunnus")]
    {
        let change = [("owner", "Turku"), ("state", "sent"), ("due", due), ("note", note)];
        let page = aino.send(&task, &change).await.body;
        assert!(page.contains(told) && page.contains("<title>Virhe: "), "{page}");
        assert!(page.contains(note) && page.contains("value=\"Turku\""), "nothing is lost");
    }
    assert!(!aino.get(&task).await.body.contains("Uusi tila"));
    let odd =
        [("subject", "x"), ("kind", "service"), ("entity", "y"), ("rule", "T1"), ("field", "name")];
    let answer = aino.send("/fi/koordinaattori/tehtavat", &odd).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(aino.get("/fi/koordinaattori/tehtavat/nothing").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_report_becomes_a_task_and_its_address_is_asked_only_where_mail_is_sent() {
    let town = town().await;
    let form = format!("/fi/palaute?palvelu={LIBRARY}");
    assert!(town.get(&form).await.body.contains("name=\"email\""));
    let without = Town::with_coordinator().await;
    assert!(!without.get(&form).await.body.contains("name=\"email\""));
    let mut visitor = Visitor::new(&town);
    let told = |email| {
        [("service", LIBRARY), ("kind", "wrong"), ("words", "Väärä numero"), ("email", email)]
    };
    let page = visitor.send("/fi/palaute", &told("aino@")).await.body;
    assert!(page.contains("Tarkista sähköpostiosoite.") && page.contains("value=\"aino@\""));
    assert!(page.contains("href=\"#email\"") && page.contains("id=\"email\""));
    let words = [("kind", "wish"), ("words", "Kirjoita: aino@example.fi"), ("email", "")];
    let page = visitor.send("/fi/palaute", &words).await.body;
    assert!(page.contains("Poista se tekstistä."), "{page}");
    let sent = visitor.send("/fi/palaute", &told("aino@example.fi")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let mut aino = Visitor::coordinator(&town).await;
    let week = aino.get("/fi/koordinaattori").await.body;
    assert!(week.contains("name=\"watch\"") && !week.contains("aino@example.fi"), "{week}");
    let id = between(&week, "name=\"feedback\" value=\"", "\"").to_owned();
    let make = [("feedback", id.as_str()), ("watch", "phones")];
    let task = location(&aino.send("/fi/koordinaattori/tehtavat", &make).await);
    let page = aino.get(&task).await.body;
    assert!(page.contains("Väärä numero") && page.contains("name=\"answer\""), "{page}");
    assert!(!page.contains("aino@example.fi"), "nobody sees the address");
    assert!(aino.get("/fi/koordinaattori").await.body.contains(&format!("href=\"{task}\"")));
}

#[tokio::test]
async fn who_is_no_longer_signed_in_changes_nothing_and_is_told_so() {
    let town = town().await;
    let mut aino = Visitor::coordinator(&town).await;
    town.set_clock("2026-11-24T20:00:00Z");
    let answer = aino.send("/fi/koordinaattori/tehtavat", &[("feedback", "x")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("eikä mitään muutettu"), "{}", answer.body);
    for (tasks, ..) in PAGES {
        assert_eq!(town.get(tasks).await.status, StatusCode::SEE_OTHER);
    }
}
