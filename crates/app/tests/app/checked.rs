//! Findings are kept up with the catalogue, and only what may say something else is checked again.

use app::App;
use app::quality::{Refreshed, Settings, Standards, refresh};
use domain::catalogue::EntityKind;
use domain::import::Mode;
use serde_json::json;
use sources::{Item, Record};
use store::quality::{self as rows, Finding, Scope};
use store::testing::refuse_checks_of_services;

use crate::source::*;

fn standards() -> Standards {
    Standards::of_all(Settings::default())
}

async fn check(app: &App) -> Refreshed {
    refresh(app, &standards()).await.unwrap()
}

async fn change(app: &App, minutes: i64, records: impl IntoIterator<Item = Record>) {
    app.set_clock(minute(minutes));
    import_as(app, options(Mode::Incremental), Source::part(records)).await.unwrap();
}

async fn findings(app: &App, subject: &domain::catalogue::EntityId) -> Vec<Finding> {
    rows::of_subject(&mut app.database().begin().await.unwrap(), subject).await.unwrap()
}

async fn has(app: &App, subject: &domain::catalogue::EntityId, rule: &str) -> bool {
    findings(app, subject).await.iter().any(|one| one.place.rule == rule)
}

fn described(number: u32, summary: &str) -> Record {
    let mut document = service_document(number, &format!("Palvelu {number}"));
    document["texts"]["fi"]["summary"] = json!(summary);
    record(EntityKind::Service, &document)
}

#[tokio::test]
async fn after_an_incremental_import_only_what_changed_is_checked_again() {
    for app in apps().await {
        import(&app, Source::whole(town(5))).await;
        assert_eq!(check(&app).await, Refreshed { looked_at: 11, checked: 11 });
        assert_eq!(check(&app).await, Refreshed::default(), "nothing moved");
        change(&app, 1, [described(2, "Tiivistelmä")]).await;
        assert_eq!(check(&app).await.checked, 1, "one service");
        change(&app, 2, [connection(3, 3, "Ovi B")]).await;
        assert_eq!(check(&app).await.checked, 1, "the service of the connection");
        let document = json!({
            "id": organisation_id(1), "kind": "Municipality", "municipality": "853",
            "texts": {"fi": {"name": "Kunta 1"}},
        });
        change(&app, 3, [record(EntityKind::Organisation, &document)]).await;
        assert_eq!(check(&app).await.checked, 11, "all that read the organisation");
    }
}

#[tokio::test]
async fn a_name_that_is_there_twice_concerns_those_that_bear_it_and_no_other() {
    for app in apps().await {
        import(&app, Source::whole(town(4))).await;
        check(&app).await;
        change(&app, 1, [service(2, "Palvelu 1")]).await;
        assert_eq!(check(&app).await.checked, 2, "the renamed one and the one of the same name");
    }
}

#[tokio::test]
async fn a_finding_is_kept_since_it_came_until_it_is_mended_and_comes_back() {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        check(&app).await;
        let (id, rule) = (service_id(1), "S1");
        let first = findings(&app, &id).await;
        let Some(one) = first.first().cloned() else {
            panic!("a service without texts has findings")
        };
        let rule =
            if first.iter().any(|it| it.place.rule == rule) { rule } else { &one.place.rule };
        assert!(has(&app, &id, rule).await);
        assert!(first.iter().all(|it| it.since == minute(0) && it.gone.is_none()));
        app.set_clock(minute(1));
        let gone = Item::Gone { kind: EntityKind::Service, id: id.clone() };
        import_as(&app, options(Mode::Incremental), Source::part([]).with(gone)).await.unwrap();
        check(&app).await;
        assert_eq!(findings(&app, &id).await, [], "what is gone has no findings");
        change(&app, 2, [service(1, "Palvelu 1")]).await;
        check(&app).await;
        let again = findings(&app, &id).await;
        assert!(again.iter().any(|it| it.place.rule == rule && it.since == minute(2)), "{again:?}");
    }
}

#[tokio::test]
async fn other_settings_and_another_day_check_what_they_concern() {
    for app in apps().await {
        let mut document = service_document(1, "Palvelu 1");
        document["modified"] = json!("2026-01-20T10:00:00Z");
        let mut records = town(2);
        records.retain(|one| one.entity.id() != service_id(1));
        records.push(record(EntityKind::Service, &document));
        import(&app, Source::whole(records)).await;
        check(&app).await;
        let strict = Settings { name_length: 3, ..Settings::default() };
        let strict = Standards::of_all(strict);
        assert_eq!(refresh(&app, &strict).await.unwrap().checked, 5);
        assert_eq!(check(&app).await.checked, 5, "and back");
        app.set_clock("2027-01-18T10:00:00Z".parse().unwrap());
        assert_eq!(check(&app).await, Refreshed { looked_at: 5, checked: 0 }, "a day like others");
        app.set_clock("2027-01-21T10:00:00Z".parse().unwrap());
        assert_eq!(check(&app).await.checked, 1, "a date in it passes");
        app.set_clock("2027-01-24T10:00:00Z".parse().unwrap());
        check(&app).await;
        assert_eq!(check(&app).await, Refreshed::default());
    }
}

#[tokio::test]
async fn each_county_has_its_own_settings_where_its_organisations_are_at_home() {
    for app in apps().await {
        let document = json!({
            "id": organisation_id(1), "kind": "Municipality", "municipality": "853",
            "texts": {"fi": {"name": "Turku"}},
        });
        let mut records = town(1);
        records.retain(|one| one.entity.id() != organisation_id(1));
        records.push(record(EntityKind::Organisation, &document));
        import(&app, Source::whole(records)).await;
        let long_names = || Settings { name_length: 3, ..Settings::default() };
        let of = |county| Standards::of_counties([(county, long_names())]);
        refresh(&app, &of("02")).await.unwrap();
        assert!(!has(&app, &service_id(1), "L1").await);
        refresh(&app, &of("05")).await.unwrap();
        let county = findings(&app, &service_id(1)).await[0].county.clone();
        let county = county.unwrap();
        let code = domain::reference::county(&county).unwrap().code;
        refresh(&app, &of(code)).await.unwrap();
        assert!(has(&app, &service_id(1), "L1").await, "of county {county}");
    }
}

#[tokio::test]
async fn points_are_kept_over_time_whenever_a_check_moves_them() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        check(&app).await;
        change(&app, 1, [described(1, "Kirjasto lainaa kirjoja kaikille.")]).await;
        check(&app).await;
        change(&app, 2, [connection(2, 2, "Ovi A")]).await;
        check(&app).await;
        let mut on = app.database().begin().await.unwrap();
        for scope in [Scope::All, Scope::Organisation(organisation_id(1))] {
            let points = rows::history(&mut on, &scope, 99).await.unwrap();
            assert_eq!(points.first().unwrap().at, minute(0));
            assert_eq!(points.last().unwrap().score, rows::now(&mut on, &scope).await.unwrap());
            assert!(points.windows(2).all(|two| two[0].score != two[1].score), "{points:?}");
        }
        let listed = rows::owners(&mut on).await.unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].2.descriptions, 5);
    }
}

#[tokio::test]
async fn what_a_killed_check_did_is_not_done_again() {
    for app in apps().await {
        import(&app, Source::whole(town(3))).await;
        check(&app).await;
        // As if the node had been killed before it kept that it had done everything.
        let undone: Result<(), store::Error> = app
            .database()
            .write(|on| {
                Box::pin(async move {
                    let state = rows::State { generation: 0, ..rows::state(on).await? };
                    rows::set_state(on, &state).await
                })
            })
            .await;
        undone.unwrap();
        let done = check(&app).await;
        assert_eq!((done.looked_at, done.checked), (7, 0));
    }
}

#[tokio::test]
async fn one_node_checks_at_a_time_and_another_takes_the_turn_of_one_that_died() {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        let (now, until) = (minute(0), minute(2));
        let taken: Result<bool, store::Error> = app
            .database()
            .write(move |on| Box::pin(async move { rows::take(on, "other", now, until).await }))
            .await;
        assert!(taken.unwrap());
        assert_eq!(check(&app).await, Refreshed::default(), "another has its turn");
        app.set_clock(minute(2));
        assert_eq!(check(&app).await.checked, 3);
    }
}

#[tokio::test]
async fn two_nodes_that_begin_at_once_check_everything_once() {
    for app in apps().await {
        import(&app, Source::whole(town(40))).await;
        let other = App::fixed(app.database().clone(), minute(0));
        // Each counts its own ids, and takes its turn by one that the other must not have.
        std::iter::repeat_with(|| other.new_id()).take(1_000).for_each(drop);
        let standards = standards();
        let (one, two) = tokio::join!(refresh(&app, &standards), refresh(&other, &standards));
        assert_eq!(one.unwrap().checked + two.unwrap().checked, 81);
        assert_eq!(check(&other).await, Refreshed::default(), "nothing is left");
    }
}

#[tokio::test]
async fn the_round_after_one_whose_write_failed_finishes_everything() {
    /// So many that the services come in a later write than the first of them.
    const CHANNELS: u32 = 4 * 512;
    for app in apps().await {
        let mut records = vec![organisation(1, None)];
        records.extend((1..=CHANNELS).map(channel));
        records.extend((1..=2).map(|number| service(number, &format!("Palvelu {number}"))));
        import(&app, Source::whole(records)).await;
        refuse_checks_of_services(app.database(), true).await.unwrap();
        refresh(&app, &standards()).await.unwrap_err();
        let has_print = async |kind, id| {
            let mut on = app.database().begin().await.unwrap();
            !rows::checked_prints(&mut on, kind, &[id]).await.unwrap().is_empty()
        };
        assert!(has_print(EntityKind::Organisation, organisation_id(1)).await, "it came first");
        assert!(!has_print(EntityKind::Service, service_id(1)).await);
        assert!(!has(&app, &service_id(1), "S1").await);

        refuse_checks_of_services(app.database(), false).await.unwrap();
        let done = check(&app).await;
        assert_eq!(done.looked_at, CHANNELS as usize + 3);
        assert!((2..=CHANNELS as usize + 2).contains(&done.checked), "{done:?}");
        assert!(has_print(EntityKind::Service, service_id(1)).await);
        assert!(has(&app, &service_id(1), "S1").await);
        assert_eq!(check(&app).await, Refreshed::default(), "nothing is left");
    }
}
