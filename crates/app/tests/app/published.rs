//! What a run publishes, and what it leaves alone.

use domain::catalogue::EntityKind::{Channel, Connection, Service};
use domain::import::{Mode, Outcome, ProblemCode};
use sources::Item;
use store::catalogue::Change;

use crate::source::*;

#[tokio::test]
async fn a_first_import_is_all_new_and_readers_find_it() {
    for app in apps().await {
        let report = import(&app, Source::whole(town(3))).await;
        assert_eq!(report.outcome, Outcome::Complete);
        assert_eq!(report.generation, Some(1));
        assert_eq!(tally(&report, Service), [3, 3, 0, 0, 0, 0]);
        assert_eq!(tally(&report, Connection), [3, 3, 0, 0, 0, 0]);

        let found = stored(&app, Service, &service_id(2)).await.unwrap();
        assert_eq!(found.owner, Some(organisation_id(1)));
        assert_eq!((found.version, found.generation, found.gone), (1, 1, None));
        assert_eq!((found.first_seen, found.changed), (minute(0), minute(0)));
        assert!(found.document.contains("Palvelu 2"));

        let mut reading = app.database().begin().await.unwrap();
        let counts = store::catalogue::counts(&mut reading).await.unwrap();
        assert_eq!(counts[&Channel], 3);
        let of_channel =
            store::catalogue::by_target(&mut reading, Connection, &channel_id(3), None, 9).await;
        assert_eq!(of_channel.unwrap()[0].id, connection_id(3, 3));
        let after = service_id(1);
        let listed = store::catalogue::list(&mut reading, Service, Some(&after), 1).await.unwrap();
        assert_eq!(listed[0].id, service_id(2));
        let asked = [service_id(3), service_id(99), service_id(1)];
        let many = store::catalogue::many(&mut reading, Service, &asked).await.unwrap();
        let ids: Vec<_> = many.into_iter().map(|stored| stored.id).collect();
        assert_eq!(ids, [service_id(3), service_id(1)]);
        let kept = store::import::get(&mut reading, &report.run).await.unwrap().unwrap();
        assert_eq!(kept, report);
    }
}

#[tokio::test]
async fn the_raw_record_is_kept_as_it_came() {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        let mut reading = app.database().begin().await.unwrap();
        let raw = store::catalogue::raw(&mut reading, Service, &service_id(1), 1).await.unwrap();
        let raw = lz4_flex::decompress_size_prepended(&raw.unwrap()).unwrap();
        assert_eq!(String::from_utf8(raw).unwrap(), service(1, "Palvelu 1").raw);
    }
}

#[tokio::test]
async fn a_second_import_without_changes_writes_nothing() {
    for app in apps().await {
        import(&app, Source::whole(town(5))).await;
        let before = contents(&app).await;
        app.set_clock(minute(1));
        let report = import(&app, Source::whole(town(5))).await;
        assert_eq!(report.outcome, Outcome::Complete);
        assert_eq!(report.generation, None);
        assert_eq!(tally(&report, Service), [5, 0, 0, 5, 0, 0]);
        assert_eq!(contents(&app).await, before);
    }
}

#[tokio::test]
async fn another_raw_text_with_the_same_meaning_writes_nothing() {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        let before = contents(&app).await;
        let mut again = town(1);
        again[2] = marked(Service, &service_document(1, "Palvelu 1"), "another order of fields");
        let report = import(&app, Source::whole(again)).await;
        assert_eq!(tally(&report, Service), [1, 0, 0, 1, 0, 0]);
        assert_eq!(contents(&app).await, before);
    }
}

#[tokio::test]
async fn what_changes_goes_and_comes_back_has_a_history() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        app.set_clock(minute(1));
        let mut changed = town(2);
        changed[3] = service(1, "Uimahalli");
        let report = import(&app, Source::whole(changed)).await;
        assert_eq!(tally(&report, Service), [2, 0, 1, 1, 0, 0]);
        let found = stored(&app, Service, &service_id(1)).await.unwrap();
        assert_eq!((found.version, found.first_seen, found.changed), (2, minute(0), minute(1)));

        app.set_clock(minute(2));
        let without: Vec<_> =
            town(2).into_iter().filter(|record| record.entity.id() != service_id(1)).collect();
        // The source still names a connection of the service that it no longer has.
        let report = import(&app, Source::whole(without)).await;
        assert_eq!(tally(&report, Service), [1, 0, 0, 1, 1, 0]);
        assert_eq!(tally(&report, Connection)[4], 1);
        let gone = stored(&app, Service, &service_id(1)).await.unwrap();
        assert_eq!((gone.gone, gone.version), (Some(minute(2)), 3));
        assert!(gone.document.contains("Uimahalli"));

        app.set_clock(minute(3));
        let report = import(&app, Source::whole(town(2))).await;
        assert_eq!(tally(&report, Service), [2, 1, 0, 1, 0, 0]);
        let back = stored(&app, Service, &service_id(1)).await.unwrap();
        assert_eq!((back.gone, back.first_seen), (None, minute(0)));
        assert_eq!(
            changes(&app, Service, &service_id(1)).await,
            [Change::New, Change::Changed, Change::Gone, Change::Back]
        );
        assert_eq!(
            changes(&app, Connection, &connection_id(1, 1)).await,
            [Change::New, Change::Gone, Change::Back]
        );
    }
}

#[tokio::test]
async fn what_one_feed_drops_stays_while_another_has_it() {
    for app in apps().await {
        let all = domain::import::Mode::Full;
        let other = || app::import::Options { feed: "ptv:county:17".into(), ..options(all) };
        import(&app, Source::whole(town(2))).await;
        import_as(&app, other(), Source::whole(town(2))).await.unwrap();
        let before = stored(&app, Service, &service_id(1)).await;
        let report = import(&app, Source::whole([])).await;
        assert_eq!(tally(&report, Service), [0; 6]);
        assert_eq!(stored(&app, Service, &service_id(1)).await, before);
        let report = import_as(&app, other(), Source::whole([])).await.unwrap();
        assert_eq!(tally(&report, Service)[4], 2);
        assert!(stored(&app, Service, &service_id(1)).await.unwrap().gone.is_some());
    }
}

#[tokio::test]
async fn absence_removes_only_after_a_complete_reading() {
    for app in apps().await {
        import(&app, Source::whole(town(3))).await;
        let before = contents(&app).await;
        import(&app, Source::part(town(1))).await;
        assert_eq!(contents(&app).await, before);
        import_as(&app, options(Mode::Incremental), Source::whole([])).await.unwrap();
        assert_eq!(contents(&app).await, before);
    }
}

#[tokio::test]
async fn a_refused_record_leaves_what_the_catalogue_has() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        let before = contents(&app).await;
        let mut rest = town(2);
        // The service and, as in v11, its connections with it.
        rest.retain(|record| ![service_id(1), connection_id(1, 1)].contains(&record.entity.id()));
        let problem = domain::import::Problem::new(
            domain::import::Severity::Refused,
            ProblemCode::NameMissing,
        );
        let refused = Item::Refused(Service, problem.of(Service, service_id(1).as_str()));
        let report = import(&app, Source::whole(rest).with(refused)).await;
        assert_eq!(tally(&report, Service), [2, 0, 0, 1, 0, 1]);
        assert_eq!(contents(&app).await, before);
    }
}

#[tokio::test]
async fn a_connection_that_does_not_say_to_what_leaves_those_of_its_service() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        let before = contents(&app).await;
        let mut rest = town(2);
        rest.retain(|record| record.entity.id() != connection_id(1, 1));
        let problem = domain::import::Problem::new(
            domain::import::Severity::Refused,
            ProblemCode::ReferenceMissing,
        );
        let id = format!("{}~", service_id(1));
        let refused = Item::Refused(Connection, problem.of(Connection, &id));
        let report = import(&app, Source::whole(rest.clone()).with(refused)).await;
        assert_eq!(tally(&report, Connection), [2, 0, 0, 1, 0, 1]);
        assert_eq!(contents(&app).await, before);
        let report = import(&app, Source::whole(rest)).await;
        assert_eq!(tally(&report, Connection)[4], 1, "without the doubt it goes");
    }
}

#[tokio::test]
async fn what_hangs_on_the_withdrawn_does_not_call_the_guard() {
    for app in apps().await {
        import(&app, Source::whole(town(50))).await;
        let withdrawn = (1..=30).map(|number| Item::Gone { kind: Service, id: service_id(number) });
        let mut source = Source::part([]);
        source.items.extend(withdrawn);
        let report = import_as(&app, options(Mode::Incremental), source).await.unwrap();
        assert_eq!(report.outcome, Outcome::Complete, "{:?}", report.problems);
        assert_eq!(tally(&report, Service)[4], 30);
        assert_eq!(tally(&report, Connection)[4], 30);
    }
}

#[tokio::test]
async fn the_guard_stops_a_large_drop_until_somebody_accepts_it() {
    for app in apps().await {
        import(&app, Source::whole(town(50))).await;
        let before = contents(&app).await;
        let report = import(&app, Source::whole(town(25))).await;
        assert_eq!(report.outcome, Outcome::Partial);
        let guarded = problems(&report, ProblemCode::DropGuarded);
        assert_eq!(guarded.len(), 3, "channels, services and connections");
        assert_eq!(guarded[0].found.as_deref(), Some("25 of 50"));
        assert_eq!(contents(&app).await, before);

        let reason = Some("the county left the pilot".to_owned());
        let accepted = app::import::Options { accept_drop: reason.clone(), ..options(Mode::Full) };
        let report = import_as(&app, accepted, Source::whole(town(25))).await.unwrap();
        assert_eq!(report.outcome, Outcome::Complete);
        assert_eq!(report.accepted_drop, reason);
        assert_eq!(tally(&report, Service), [25, 0, 0, 25, 25, 0]);
    }
}
