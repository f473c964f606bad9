//! Partners on their way to good descriptions, in the browser.

use axum::http::StatusCode;
use domain::Language;
use domain::journey::{JourneyPlan, Step};
use domain::partner::PartnerName;
use web::{Module, WebConfig};

use crate::registering::{aino, clinic};
use crate::town::{TOWN, Town};
use crate::visitor::{Visitor, between, location};

async fn added(coordinator: &mut Visitor<'_>, name: &str) -> String {
    let answer = coordinator.send("/fi/koordinaattori/toimijat", &[("name", name)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    location(&answer)
}

#[tokio::test]
async fn partners_are_the_coordinators_alone_in_each_language() {
    let town = Town::with_coordinator().await;
    let page = added(&mut Visitor::coordinator(&town).await, "Yhdistys <b>").await;
    let id = page.rsplit('/').next().unwrap();
    for path in
        ["/fi/koordinaattori/toimijat", "/sv/koordinator/aktorer", "/en/coordinator/partners"]
    {
        let of_partner = format!("{path}/{id}");
        for path in [path, of_partner.as_str()] {
            assert_eq!(town.get(path).await.status, StatusCode::SEE_OTHER, "{path}");
            let shown = Visitor::coordinator(&town).await.get(path).await;
            assert_eq!(shown.status, StatusCode::OK, "{path}");
            assert!(shown.body.contains("Yhdistys") && !shown.body.contains("<b>"), "{path}");
            assert!(!shown.body.contains('⟦'), "{path}: {}", shown.body);
        }
    }
}

#[tokio::test]
async fn a_step_is_marked_with_state_day_and_note_and_its_history_says_by_whom() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = added(&mut coordinator, "Yhdistys").await;
    let sent = |day, note| {
        [
            ("deed", "journey"),
            ("state-contact", "done"),
            ("day-contact", day),
            ("note-contact", note),
        ]
    };
    let refused = coordinator.send(&page, &sent("eilen", "Soitettu 040 123 4567")).await;
    assert_eq!(refused.status, StatusCode::OK);
    for field in ["day-contact", "note-contact"] {
        assert!(refused.body.contains(&format!("href=\"#{field}\"")), "{}", refused.body);
    }
    assert!(refused.body.contains("value=\"eilen\"") && refused.body.contains("040 123 4567"));
    assert!(refused.body.contains("value=\"done\" selected"), "the choice is not lost");
    let taken = coordinator.send(&page, &sent("20.11.2026", "Soitettu")).await;
    assert_eq!(location(&taken), page);
    let shown = coordinator.get(&page).await.body;
    assert!(shown.contains("value=\"2026-11-20\"") && shown.contains("Merkinnyt Aino 24.11.2026"));
    assert!(shown.contains("1 / 9"), "{shown}");
    let history = between(&shown, "Merkintöjen historia", "</details>");
    assert!(history.contains("Aino") && history.contains("20.11.2026. Soitettu"), "{history}");
    let list = coordinator.get("/fi/koordinaattori/toimijat").await.body;
    assert!(list.contains("Johto sitoutunut ja vastuuhenkilö sovittu"), "{list}");
    let table = coordinator.get("/fi/koordinaattori/toimijat/taulukot/partners.csv").await.body;
    assert!(table.lines().nth(1).unwrap().starts_with("Yhdistys,1,9,"), "{table}");
}

#[tokio::test]
async fn a_partner_is_tied_to_its_organisation_by_choosing_it_from_those_found() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = added(&mut coordinator, "Kaupungin hyte").await;
    assert!(coordinator.get(&page).await.body.contains("ei ole yhdistetty"));
    let found = coordinator.get(&format!("{page}?q=naantali")).await.body;
    assert!(found.contains(&format!("value=\"{TOWN}\"")), "{found}");
    let sent = [("deed", "details"), ("name", "Naantali"), ("organisation", TOWN)];
    assert_eq!(location(&coordinator.send(&page, &sent).await), page);
    let shown = coordinator.get(&page).await.body;
    assert!(shown.contains(&format!("href=\"/fi/organisaatio/{TOWN}\"")), "{shown}");
    assert!(shown.contains("julkaistu"), "{shown}");
    added(&mut coordinator, "Toinen").await;
    let taken = [("deed", "details"), ("name", "toinen"), ("organisation", "")];
    let refused = coordinator.send(&page, &taken).await;
    assert!(refused.body.contains("Tämänniminen toimija on jo olemassa."), "{}", refused.body);
}

#[tokio::test]
async fn a_partner_added_by_mistake_is_removed_and_one_without_a_name_is_not_added() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = added(&mut coordinator, "Vahinko").await;
    let removed = coordinator.send(&page, &[("deed", "remove")]).await;
    assert_eq!(location(&removed), "/fi/koordinaattori/toimijat");
    assert_eq!(coordinator.get(&page).await.status, StatusCode::NOT_FOUND);
    let refused = coordinator.send("/fi/koordinaattori/toimijat", &[("name", " ")]).await;
    assert!(refused.body.contains("Kirjoita toimijan nimi."), "{}", refused.body);
}

#[tokio::test]
async fn where_events_are_switched_off_those_of_a_partner_are_named_and_not_linked() {
    let mut config = WebConfig::default();
    config.face.off = vec![Module::Events];
    let town = Town::with_coordinator_on(config).await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = added(&mut coordinator, "Yhdistys").await;
    let sent = [("deed", "details"), ("name", ""), ("organisation", "")];
    let refused = coordinator.send(&page, &sent).await.body;
    assert!(!refused.contains("id=\"events\""), "there are none: {refused}");
    let id = app::event::add(town.app(), &aino(), None, clinic()).await.unwrap();
    let came = vec![PartnerName::take("Yhdistys").unwrap()];
    let app = town.app();
    app::event::attendance::mark(app, &aino(), None, &id, vec![], came).await.unwrap();
    let shown = coordinator.get(&page).await.body;
    assert!(shown.contains("Klinikka"), "{shown}");
    assert!(!shown.contains("/fi/koordinaattori/tapahtumat"), "{shown}");
    let kept = coordinator.send(&page, &[("deed", "remove")]).await.body;
    assert!(kept.contains("href=\"#events\"") && kept.contains("id=\"events\""), "{kept}");
}

#[tokio::test]
async fn a_county_names_its_own_steps() {
    let step = Step {
        code: "visit".into(),
        name: domain::Localized::new(Language::Fi, "Kävimme kylässä"),
    };
    let mut config = WebConfig::default();
    config.face.journey = JourneyPlan::new(vec![step]).unwrap();
    let town = Town::with_coordinator_on(config).await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = added(&mut coordinator, "Yhdistys").await;
    let shown = coordinator.get(&page).await.body;
    assert!(shown.contains("Kävimme kylässä") && !shown.contains("state-contact"), "{shown}");
}
