//! Bad input of the classes C (identity) and D (references) of what a source may send, as far as
//! the import itself must stand it. What a record is like within is the reading's.

use domain::catalogue::EntityKind::{
    Channel, Collection, Connection, OntologyTerm, Organisation, Service,
};
use domain::import::{Outcome, ProblemCode};
use serde_json::{Value, json};
use sources::Record;
use store::catalogue::{Change, Connected};

use crate::source::*;

fn dated(number: u32, name: &str, modified: &str) -> Record {
    let mut document = service_document(number, name);
    document["modified"] = json!(modified);
    record(Service, &document)
}

async fn name_of(app: &app::App, number: u32) -> String {
    let found = stored(app, Service, &service_id(number)).await.unwrap();
    let document: Value = serde_json::from_str(&found.document).unwrap();
    document["texts"]["fi"]["name"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_same_record_twice_counts_once() {
    for app in apps().await {
        let twice = town(2).into_iter().chain(town(2));
        let report = import(&app, Source::whole(twice)).await;
        assert_eq!(tally(&report, Service), [2, 2, 0, 0, 0, 0]);
        assert!(report.problems.is_empty(), "{:?}", report.problems);
    }
}

#[tokio::test]
async fn of_two_copies_the_newer_counts_in_whatever_order_and_however_often() {
    let (old, new) = ("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
    for app in apps().await {
        for newer_first in [true, false, true] {
            let mut copies = vec![dated(1, "Vanha", old), dated(1, "Uusi", new)];
            if newer_first {
                copies.reverse();
            }
            let report =
                import(&app, Source::whole(town(1).into_iter().take(1).chain(copies))).await;
            assert_eq!(problems(&report, ProblemCode::ConflictingCopies).len(), 1);
            assert_eq!(report.outcome, Outcome::Complete);
            assert_eq!(name_of(&app, 1).await, "Uusi");
            assert_eq!(report.kinds["services"].read, 1);
        }
        assert_eq!(generation(&app).await, 1, "the second and third import changed nothing");
        assert_eq!(changes(&app, Service, &service_id(1)).await, [Change::New]);
    }
}

#[tokio::test]
async fn of_three_copies_one_row_is_left() {
    for app in apps().await {
        import(&app, Source::whole([organisation(1, None), dated(1, "A", "2026-01-01T00:00:00Z")]))
            .await;
        let copies = [
            organisation(1, None),
            dated(1, "B", "2025-01-01T00:00:00Z"),
            dated(1, "C", "2026-03-01T00:00:00Z"),
            dated(1, "A", "2026-01-01T00:00:00Z"),
        ];
        let report = import(&app, Source::whole(copies)).await;
        assert_eq!(problems(&report, ProblemCode::ConflictingCopies).len(), 2);
        assert_eq!(name_of(&app, 1).await, "C");
        assert_eq!(changes(&app, Service, &service_id(1)).await, [Change::New, Change::Changed]);
        // And back to what the catalogue has: the copy that was staged is taken away again.
        let copies = [
            organisation(1, None),
            dated(1, "B", "2026-01-01T00:00:00Z"),
            dated(1, "C", "2026-03-01T00:00:00Z"),
        ];
        let before = contents(&app).await;
        import(&app, Source::whole(copies)).await;
        assert_eq!(contents(&app).await, before);
    }
}

#[tokio::test]
async fn an_id_of_two_kinds_is_two_entities() {
    for app in apps().await {
        let mut document = channel_document(1);
        document["id"] = json!(service_id(1));
        let both = [organisation(1, None), record(Channel, &document), service(1, "Sama tunnus")];
        let report = import(&app, Source::whole(both)).await;
        assert!(report.problems.is_empty());
        assert!(stored(&app, Service, &service_id(1)).await.is_some());
        assert!(stored(&app, Channel, &service_id(1)).await.is_some());
    }
}

#[tokio::test]
async fn a_term_whose_parents_come_in_another_order_is_the_same_term() {
    let term = |parents: Value| {
        record(
            OntologyTerm,
            &json!({"id": "http://www.yso.fi/onto/koko/p1", "names": {"fi": "uinti"},
                    "parents": parents}),
        )
    };
    for app in apps().await {
        let (one, other) =
            (term(json!(["http://a", "http://b"])), term(json!(["http://b", "http://a"])));
        let report = import(&app, Source::whole([one, other])).await;
        assert_eq!(tally(&report, OntologyTerm), [1, 1, 0, 0, 0, 0]);
        assert!(report.problems.is_empty());
    }
}

#[tokio::test]
async fn a_term_is_not_exchanged_for_one_that_says_less() {
    let term = |names: Value| {
        record(OntologyTerm, &json!({"id": "http://www.yso.fi/onto/koko/p1", "names": names}))
    };
    for app in apps().await {
        let full = json!({"fi": "uinti", "sv": "simning"});
        import(&app, Source::whole([term(full)])).await;
        let before = contents(&app).await;
        let report = import(&app, Source::whole([term(json!({"fi": "uinti"}))])).await;
        assert_eq!(tally(&report, OntologyTerm), [1, 0, 0, 1, 0, 0]);
        assert_eq!(contents(&app).await, before);
        let renamed = json!({"fi": "uiminen", "sv": "simning"});
        let report = import(&app, Source::whole([term(renamed)])).await;
        assert_eq!(tally(&report, OntologyTerm), [1, 0, 1, 0, 0, 0]);
    }
}

#[tokio::test]
async fn a_connection_without_one_of_its_sides_is_refused_by_name() {
    for app in apps().await {
        let records = town(1)
            .into_iter()
            .chain([connection(1, 9, "Ei kanavaa"), connection(9, 1, "Ei palvelua")]);
        let report = import(&app, Source::whole(records)).await;
        assert_eq!(tally(&report, Connection), [3, 1, 0, 0, 0, 2]);
        let missing = problems(&report, ProblemCode::ReferenceMissing);
        assert_eq!(missing[0].id.as_deref(), Some(connection_id(1, 9).as_str()));
        assert_eq!(missing[0].field.as_deref(), Some("channel"));
        assert_eq!(missing[0].found.as_deref(), Some(channel_id(9).as_str()));
        assert_eq!(missing[1].field.as_deref(), Some("service"));
    }
}

#[tokio::test]
async fn a_connection_to_what_goes_in_the_same_run_is_refused() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        let mut rest = town(2);
        rest.retain(|record| record.entity.id() != channel_id(2));
        rest.push(connection(1, 2, "Uusi ovi"));
        let report = import(&app, Source::whole(rest)).await;
        assert_eq!(tally(&report, Connection), [3, 0, 0, 2, 1, 1]);
        assert!(stored(&app, Connection, &connection_id(1, 2)).await.is_none());
        assert!(stored(&app, Connection, &connection_id(2, 2)).await.unwrap().gone.is_some());
    }
}

#[tokio::test]
async fn what_points_to_something_missing_is_kept_with_a_warning() {
    for app in apps().await {
        let mut document = service_document(1, "Orpo");
        document["general_description"] = json!(id('d', 1));
        let collection = json!({
            "id": id('b', 1), "texts": {"fi": {"name": "Kokonaisuus"}},
            "items": [{"kind": "service", "id": service_id(1)},
                      {"kind": "channel", "id": channel_id(8)},
                      {"kind": "service", "id": id('b', 1)}],
        });
        let records = [
            organisation(2, Some(7)),
            record(Channel, &channel_document(1)),
            record(Service, &document),
            record(Collection, &collection),
        ];
        let report = import(&app, Source::whole(records)).await;
        assert_eq!(report.outcome, Outcome::Complete);
        let fields: Vec<_> = problems(&report, ProblemCode::ReferenceMissing)
            .iter()
            .map(|problem| (problem.kind.unwrap(), problem.field.as_deref().unwrap()))
            .collect();
        assert_eq!(
            fields,
            [
                (Channel, "organisation"),
                (Service, "organisation"),
                (Service, "generalDescription"),
                (Collection, "items"),
                (Organisation, "parent"),
            ]
        );
        assert_eq!(problems(&report, ProblemCode::ReferenceCycle).len(), 1);
        for (kind, id) in [
            (Organisation, organisation_id(2)),
            (Channel, channel_id(1)),
            (Service, service_id(1)),
            (Collection, id('b', 1)),
        ] {
            assert!(stored(&app, kind, &id).await.is_some(), "{kind} {id}");
        }
    }
}

#[tokio::test]
async fn organisations_in_a_ring_lose_one_edge_once() {
    for app in apps().await {
        let ring = || {
            Source::whole([
                organisation(1, Some(2)),
                organisation(2, Some(3)),
                organisation(3, Some(1)),
                organisation(4, Some(4)),
                organisation(5, Some(3)),
            ])
        };
        let report = import(&app, ring()).await;
        let cut: Vec<_> = problems(&report, ProblemCode::ReferenceCycle)
            .iter()
            .map(|problem| problem.id.clone().unwrap())
            .collect();
        assert_eq!(cut, [organisation_id(1).to_string(), organisation_id(4).to_string()]);
        let owner = async |number| {
            stored(&app, Organisation, &organisation_id(number)).await.unwrap().owner
        };
        assert_eq!(owner(1).await, None);
        assert_eq!(owner(2).await, Some(organisation_id(3)));
        assert_eq!(owner(3).await, Some(organisation_id(1)));
        assert_eq!(owner(4).await, None);
        let before = contents(&app).await;
        import(&app, ring()).await;
        assert_eq!(contents(&app).await, before);
    }
}

#[tokio::test]
async fn a_chain_of_a_thousand_organisations_is_taken() {
    for app in apps().await {
        let chain = (1..=1_000).map(|number| organisation(number, Some(number + 1)));
        let report = import(&app, Source::whole(chain.chain([organisation(1_001, None)]))).await;
        assert!(report.problems.is_empty(), "{:?}", report.problems.first());
        assert_eq!(tally(&report, Organisation)[1], 1_001);
    }
}

#[tokio::test]
async fn a_service_with_very_many_channels_is_taken() {
    for app in apps().await {
        let mut records = vec![organisation(1, None), service(1, "Neuvonta")];
        records.extend((1..=1_500).map(channel));
        records.extend((1..=1_500).map(|number| connection(1, number, "Ovi")));
        let report = import(&app, Source::whole(records)).await;
        assert_eq!(tally(&report, Connection), [1_500, 1_500, 0, 0, 0, 0]);
        let mut reading = app.database().begin().await.unwrap();
        let owner = service_id(1);
        let page = store::catalogue::by_owner(&mut reading, Connection, &owner, None, 60).await;
        assert_eq!(page.unwrap().len(), 60);
    }
}

/// The channels of many services come in one question, and no service takes more than its share and the one
/// that is asked for besides.
#[tokio::test]
async fn the_first_channels_of_many_services_are_those_that_each_has_first() {
    for app in apps().await {
        let mut records = vec![organisation(1, None)];
        records.extend((1..=70).map(|number| service(number, "Neuvonta")));
        records.extend((1..=9).map(channel));
        let connected = (1..=70_u32).flat_map(|one| (1..=one % 10).map(move |to| (one, to)));
        records.extend(connected.map(|(one, to)| connection(one, to, "Ovi")));
        import(&app, Source::whole(records)).await;
        let mut reading = app.database().begin().await.unwrap();
        let services: Vec<_> = (1..=70).rev().map(service_id).collect();
        let also: Vec<_> = services.iter().map(|id| (id.clone(), 7)).collect();
        let mut expected = Vec::new();
        for id in services.iter().rev() {
            let all = store::catalogue::by_owner(&mut reading, Connection, id, None, 9).await;
            let asked = (1..).zip(all.unwrap()).filter(|(place, _)| *place <= 4 || *place == 7);
            for (place, one) in asked {
                let to = one.target.unwrap();
                let led = store::catalogue::get(&mut reading, Channel, &to).await.unwrap();
                let channel = led.unwrap().document;
                let service = id.clone();
                expected.push(Connected { service, place, connection: one.document, channel });
            }
        }
        let found = store::catalogue::connected(&mut reading, &services, 4, &also).await.unwrap();
        assert_eq!(found, expected);
    }
}

/// The same bad content, in the same order, into both databases.
#[tokio::test]
async fn both_databases_end_in_the_same_state() {
    let mut states = Vec::new();
    for app in apps().await {
        let mut records = town(30);
        records.extend([
            dated(3, "Toisin", "2026-01-01T00:00:00Z"),
            connection(1, 99, "Ei kanavaa"),
            organisation(2, Some(3)),
            organisation(3, Some(2)),
            service(40, "Ääkköset, emoji 🏊 ja \"lainaus\" 'yksin' \\ %_"),
        ]);
        import(&app, Source::whole(records.clone())).await;
        app.set_clock(minute(1));
        records.retain(|record| record.entity.id() != service_id(5));
        records.push(service(6, "Muuttunut"));
        import(&app, Source::whole(records)).await;
        states.push(contents(&app).await);
    }
    if let [sqlite, postgres] = &states[..] {
        assert_eq!(sqlite, postgres);
    }
}
