//! Registering for workshops and clinics without an account, and one's own page; with events and without.

use app::coordinator::{Coordinator, Password};
use app::event::Registering;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::Language;
use domain::event::{EventDraft, EventFacts, RegistrantDraft};
use web::{Module, WebConfig};

use crate::events::{MEETING, made, registered, registers};
use crate::town::{Town, access};
use crate::visitor::{Visitor, location};

/// Who may, at the command line.
pub fn aino() -> Coordinator {
    Coordinator::operator(domain::coordinator::CoordinatorName::take("Aino").unwrap())
}

/// A clinic of 10 December.
pub fn clinic() -> EventFacts {
    let draft = EventDraft {
        kind: "clinic".into(),
        title: vec![(Language::Fi, "Klinikka".into())],
        day: "10.12.2026".into(),
        starts: "9".into(),
        ends: "10".into(),
        place: "Talo".into(),
        ..EventDraft::default()
    };
    draft.validate().unwrap()
}

#[tokio::test]
async fn one_registers_without_an_account_and_holds_the_key_to_ones_own_page() {
    let town = Town::with_coordinator().await;
    let id = made(&mut Visitor::coordinator(&town).await, "1").await;
    let own = registered(&town, &id, "Eka <i>").await;
    assert!(own.starts_with("/fi/ilmoittautuminen/"), "{own}");
    let page = town.get(&own).await;
    assert!(page.body.contains("Olet ilmoittautunut") && page.body.contains(MEETING));
    assert!(!page.body.contains("<i>") && page.body.contains("noindex"));
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(page.headers[header::REFERRER_POLICY], "same-origin");
    assert!(page.body.contains("viimeistään 9.1.2027"), "{}", page.body);
    assert!(!page.headers.contains_key(header::SET_COOKIE));

    town.set_clock("2026-11-24T12:00:00Z");
    let late = registered(&town, &id, "Toka").await;
    let waiting = town.get(&late).await.body;
    assert!(waiting.contains("Olet jonossa") && waiting.contains("sijalla 1"), "{waiting}");
    assert!(!waiting.contains(MEETING), "one who waits does not join");

    let left = Visitor::new(&town).send(&own, &[]).await;
    assert_eq!(location(&left), "/fi/ilmoittautuminen-peruttu");
    assert_eq!(town.get(&own).await.status, StatusCode::NOT_FOUND);
    assert!(town.get(&late).await.body.contains("Olet ilmoittautunut"), "the next moved up");
    let withdrawn = town.get("/fi/ilmoittautuminen-peruttu").await.body;
    assert!(withdrawn.contains("Tietosi on poistettu"));
}

#[tokio::test]
async fn who_registers_in_a_burst_keeps_what_they_wrote_and_is_asked_to_wait() {
    let town = Town::with_coordinator().await;
    let id = made(&mut Visitor::coordinator(&town).await, "").await;
    for _ in 0..app::event::MOST_A_MINUTE_OF_AN_EVENT {
        registered(&town, &id, "Eka").await;
    }
    let sent = [("name", "Toka"), ("organisation", "Seura"), ("email", "a@b.example")];
    let page = Visitor::new(&town).send(&format!("/fi/tapahtumat/{id}"), &sent).await;
    assert!(page.body.contains("Odota minuutti") && page.body.contains("value=\"Toka\""));
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.headers[header::RETRY_AFTER], "60");
    assert!(!page.body.contains("aria-invalid") && !page.body.contains("href=\"#name\""));
    town.set_clock("2026-11-24T08:01:01Z");
    registered(&town, &id, "Toka").await;
}

#[tokio::test]
async fn the_form_tells_until_when_what_is_kept_and_refuses_what_nobody_asked_for() {
    let town = Town::with_coordinator().await;
    let id = made(&mut Visitor::coordinator(&town).await, "").await;
    let path = format!("/fi/tapahtumat/{id}");
    assert!(town.get(&path).await.body.contains("poistetaan viimeistään 9.1.2027"));
    for (name, organisation, email, field) in [
        ("", "Yhdistys", "a@b.example", "name"),
        ("Eka 131052-308T", "Yhdistys", "a@b.example", "name"),
        ("Eka", "", "a@b.example", "organisation"),
        ("Eka", "Yhdistys", "a@b", "email"),
    ] {
        let sent = [("name", name), ("organisation", organisation), ("email", email)];
        let page = Visitor::new(&town).send(&path, &sent).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(&format!("href=\"#{field}\"")), "{field}: {}", page.body);
        assert!(page.body.contains(&format!("value=\"{organisation}\"")), "nothing is lost");
    }
    let sent = [("name", "a"), ("organisation", "b"), ("email", "c@d.fi"), ("homepage", "x")];
    let machine = Visitor::new(&town).send(&path, &sent).await;
    assert_eq!(location(&machine), "/fi/tapahtumat");
    let mut coordinator = Visitor::coordinator(&town).await;
    let managed = coordinator.get(&format!("/fi/koordinaattori/tapahtumat/{id}")).await.body;
    assert!(managed.contains("0 ilmoittautunutta"), "{managed}");
}

#[tokio::test]
async fn a_cancelled_event_says_so_and_takes_nobody_until_it_is_held_after_all() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let id = made(&mut coordinator, "").await;
    let own = registered(&town, &id, "Eka").await;
    let staff = format!("/fi/koordinaattori/tapahtumat/{id}");
    coordinator.send(&staff, &[("deed", "cancel")]).await;
    let public = format!("/fi/tapahtumat/{id}");
    let page = town.get(&public).await.body;
    assert!(page.contains("Tapahtuma on peruttu") && !page.contains("name=\"email\""), "{page}");
    assert!(town.get(&own).await.body.contains("Tapahtuma on peruttu"));
    let refused = registers(&town, &id, "Toka").await;
    assert!(refused.body.contains("Tapahtuma on peruttu"));
    coordinator.send(&staff, &[("deed", "restore")]).await;
    assert!(town.get(&public).await.body.contains("name=\"email\""));
}

#[tokio::test]
async fn an_event_goes_into_a_calendar_and_the_meeting_only_into_that_of_one_who_registered() {
    let town = Town::with_coordinator().await;
    let id = made(&mut Visitor::coordinator(&town).await, "").await;
    let own = registered(&town, &id, "Eka").await;
    let public = town.get(&format!("/fi/tapahtumat/{id}/kalenteri.ics")).await;
    assert_eq!(public.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    assert!(public.body.contains("DTSTART:20261210T070000Z"), "{}", public.body);
    assert!(!public.body.replace("\r\n ", "").contains(MEETING));
    let private = town.get(&format!("{own}/kalenteri.ics")).await;
    assert!(private.body.replace("\r\n ", "").contains(&format!("URL:{MEETING}")));
}

#[tokio::test]
async fn events_of_one_county_are_not_on_the_site_of_another() {
    let county = |code: &str, host: &str| {
        let mut config = WebConfig::default();
        config.face.hosts = vec![host.to_owned()];
        config.face.county = domain::reference::county(code);
        config
    };
    let town = Town::of_sites(vec![county("05", "a.example"), county("02", "b.example")]).await;
    let id = app::event::add(town.app(), &aino(), Some("05"), clinic()).await.unwrap();
    for (host, status) in [("a.example", StatusCode::OK), ("b.example", StatusCode::NOT_FOUND)] {
        let request = Request::get(format!("/fi/tapahtumat/{id}")).header(header::HOST, host);
        let answer = town.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, status, "{host}");
    }
}

/// The sites of one county on the same rows: with events, without them, and with events that nobody can look after.
async fn with_and_without() -> Town {
    let config = |host: &str, off: Vec<Module>| {
        let mut config = WebConfig::default();
        config.face.hosts = vec![host.to_owned()];
        config.face.county = domain::reference::county("05");
        config.face.off = off;
        config
    };
    let mut with = config("a.example", vec![]);
    with.access = Some(access(&with, Password::make().unwrap().1));
    let without = config("b.example", vec![Module::Events]);
    Town::of_sites(vec![with, without, config("c.example", vec![])]).await
}

#[tokio::test]
async fn who_registered_sees_it_and_withdraws_where_events_are_switched_off() {
    let town = with_and_without().await;
    let id = app::event::add(town.app(), &aino(), Some("05"), clinic()).await.unwrap();
    let draft =
        RegistrantDraft { name: "Eka".into(), organisation: "Y".into(), email: "a@b.fi".into() };
    let (who, fi) = (draft.validate().unwrap(), Language::Fi);
    let Registering::Done(code) =
        app::event::register(town.app(), Some("05"), &id, who, fi).await.unwrap()
    else {
        panic!("it is open")
    };
    let mut visitor = Visitor::at(&town, "b.example");
    for path in ["/fi/tapahtumat".to_owned(), format!("/fi/tapahtumat/{id}")] {
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let own = format!("/fi/ilmoittautuminen/{code}");
    assert!(visitor.get(&own).await.body.contains("Olet ilmoittautunut"));
    assert!(visitor.get("/fi/tietosuoja").await.body.contains("Kun ilmoittaudut"));
    assert_eq!(location(&visitor.send(&own, &[]).await), "/fi/ilmoittautuminen-peruttu");
    let withdrawn = visitor.get("/fi/ilmoittautuminen-peruttu").await.body;
    assert!(withdrawn.contains("Tietosi on poistettu") && !withdrawn.contains("/fi/tapahtumat"));
    let privacy = visitor.get("/fi/tietosuoja").await.body;
    assert!(!privacy.contains("Kun ilmoittaudut"), "nothing is kept any longer");
}

#[tokio::test]
async fn nobody_registers_where_no_coordinator_can_see_it() {
    let town = with_and_without().await;
    let id = app::event::add(town.app(), &aino(), Some("05"), clinic()).await.unwrap();
    let path = format!("/fi/tapahtumat/{id}");
    let sent = [("name", "Eka"), ("organisation", "Seura"), ("email", "a@b.example")];
    let mut visitor = Visitor::at(&town, "c.example");
    let page = visitor.get(&path).await.body;
    assert!(page.contains("Ilmoittautuminen on päättynyt.") && !page.contains("name=\"email\""));
    let refused = visitor.send(&path, &sent).await;
    assert_eq!(refused.status, StatusCode::OK, "{}", refused.body);
    let taken = Visitor::at(&town, "a.example").send(&path, &sent).await;
    assert!(location(&taken).starts_with("/fi/ilmoittautuminen/"));
}
