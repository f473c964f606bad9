//! What is asked of v12, and what is saved.

use std::collections::BTreeSet;

use domain::catalogue::EntityKind;
use domain::import::{ProblemCode, Scope, Severity};
use serde_json::json;
use sources::stub::Stub;

use super::records::{self, PUBLISHED, id, limited, service, town};
use super::{KEY, codes, fetch, files, full, ids, since, v12};

fn numbers(kind: char, numbers: impl IntoIterator<Item = usize>) -> BTreeSet<String> {
    numbers.into_iter().map(|number| id(kind, number)).collect()
}

#[tokio::test]
async fn a_municipality_has_its_services_and_all_that_they_point_to_and_no_more() {
    let mut content = town(25);
    let elsewhere = [
        service(100, &limited("091")),
        service(101, &json!({ "areaType": "WholeCountry" })),
        service(102, &json!({ "areaType": "WholeCountryExceptAland" })),
        service(
            103,
            &json!({ "areaType": "LimitedArea", "municipalities": [], "regions": ["02"],
                             "wellbeingServicesCounties": [] }),
        ),
    ];
    content.records.get_mut("services").unwrap().extend(elsewhere);
    let stub = Stub::serve(content).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let fetched =
        fetch(&v12(&stub), &full(Scope::Municipality("529".into())), place.path()).await.unwrap();

    assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest);
    assert_eq!(ids(place.path(), "services"), numbers('s', (0..25).chain(101..104)));
    assert_eq!(ids(place.path(), "service_channels"), numbers('c', 0..25));
    assert_eq!(ids(place.path(), "organizations"), numbers('o', 0..3));
    assert_eq!(ids(place.path(), "general_descriptions"), numbers('g', 0..1));
    assert_eq!(ids(place.path(), "service_collections"), numbers('k', 0..1));
    assert!(files(place.path(), "service_collections")[0].contains("itemType"));
    assert_eq!(ids(place.path(), "connections").len(), 25);
    assert_eq!(ids(place.path(), "ontology_terms").len(), 1);
    assert_eq!(fetched.manifest.connections_read.len(), 28);
}

#[tokio::test]
async fn a_county_asks_for_its_areas_with_match_any_at_most_twenty_at_once() {
    let stub = Stub::serve(town(3)).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    fetch(&v12(&stub), &full(Scope::County("18".into())), place.path()).await.unwrap();
    let asked = stub.asked();
    let searches: Vec<_> =
        asked.iter().filter(|it| it.path().ends_with("/service/search")).collect();
    let municipalities: Vec<_> =
        searches.iter().filter(|it| !it.values("municipalities").is_empty()).collect();
    assert!(!municipalities.is_empty());
    for asked in &municipalities {
        assert!(asked.values("municipalities").len() <= 20);
        assert_eq!(asked.value("municipalitiesMatch").as_deref(), Some("any"));
        assert_eq!(asked.value("areaType").as_deref(), Some("LimitedArea"));
    }
    let kinds: BTreeSet<_> = searches.iter().filter_map(|it| it.value("areaType")).collect();
    assert_eq!(kinds.len(), 3, "{kinds:?}");
}

#[tokio::test]
async fn every_question_has_the_key_and_says_who_asks_and_nothing_saved_has_the_key() {
    let stub = Stub::serve(town(5)).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    fetch(&v12(&stub), &full(Scope::All), place.path()).await.unwrap();
    for asked in stub.asked() {
        assert_eq!(asked.headers.get("x-api-key").map(String::as_str), Some(KEY));
        assert!(asked.headers["user-agent"].starts_with("tarjotin/0.1"), "{asked:?}");
        assert!(!asked.address.contains(KEY));
    }
    for list in ["services", "organizations"] {
        assert!(!files(place.path(), list).concat().contains(KEY));
    }
}

#[tokio::test]
async fn everything_is_had_by_searches_and_only_collections_by_id() {
    let stub = Stub::serve(town(25)).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v12(&stub), &full(Scope::All), place.path()).await.unwrap();
    assert!(fetched.manifest.is_whole());
    assert_eq!(ids(place.path(), "service_channels"), numbers('c', (0..25).chain([9999])));
    assert_eq!(ids(place.path(), "organizations"), numbers('o', [0, 1, 2, 9]));
    assert_eq!(ids(place.path(), "general_descriptions"), numbers('g', 0..2));
    let asked = stub.asked();
    let by_id = asked.iter().filter(|it| it.path().split('/').count() == 5);
    let by_id = by_id.filter(|it| !it.path().ends_with("search"));
    assert!(by_id.clone().all(|it| it.path().contains("service-collection")));
    assert_eq!(by_id.count(), 1);
}

#[tokio::test]
async fn an_organisation_has_its_own_services() {
    let mut content = town(3);
    content.record_mut("services", &id('s', 2)).unwrap()["organizationContentId"] =
        json!(id('o', 9));
    let stub = Stub::serve(content).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let request = full(Scope::Organisation(id('o', 9)));
    fetch(&v12(&stub), &request, place.path()).await.unwrap();
    assert_eq!(ids(place.path(), "services"), numbers('s', [2]));
}

#[tokio::test]
async fn changes_are_what_was_published_since_and_of_the_feed() {
    let stub = Stub::serve(town(25)).await.unwrap();
    let later = "2026-11-20T08:00:00Z";
    stub.change(|content| {
        let mut touch = |list: &str, id: String| {
            content.record_mut(list, &id).unwrap()["publishedAt"] = json!(later);
        };
        touch("services", id('s', 3));
        // A channel of the feed, and one that is not.
        touch("service_channels", id('c', 7));
        touch("service_channels", id('c', 9999));
        touch("organizations", id('o', 9));
        // A connection of a service that did not change itself.
        let connections = content.records.get_mut("connections").unwrap();
        connections[8]["publishedAt"] = json!(later);
        content.remove("services", &id('s', 20));
        content.archived.push(("services".into(), id('s', 20), later.into()));
    });
    let mut known: Vec<(EntityKind, String)> = Vec::new();
    known.extend((0..25).map(|number| (EntityKind::Service, id('s', number))));
    known.extend((0..25).map(|number| (EntityKind::Channel, id('c', number))));
    known.extend((0..3).map(|number| (EntityKind::Organisation, id('o', number))));
    known.push((EntityKind::GeneralDescription, id('g', 0)));
    known.push((EntityKind::OntologyTerm, records::TERM.to_owned()));
    let known: Vec<_> = known.iter().map(|(kind, id)| (*kind, id.as_str())).collect();
    let request = since(Scope::Municipality("529".into()), "2026-11-10T00:00:00Z", &known);
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v12(&stub), &request, place.path()).await.unwrap();

    assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest);
    assert_eq!(ids(place.path(), "services"), numbers('s', [3]));
    assert_eq!(ids(place.path(), "service_channels"), numbers('c', [7]));
    assert_eq!(ids(place.path(), "organizations"), BTreeSet::new());
    assert_eq!(ids(place.path(), "services-archived"), numbers('s', [20]));
    assert_eq!(fetched.manifest.connections_read, numbers('s', [3, 8]));
    assert_eq!(ids(place.path(), "connections").len(), 2);
}

#[tokio::test]
async fn an_archived_connection_whose_id_is_no_connections_has_all_connections_read_again() {
    let stub = Stub::serve(town(25)).await.unwrap();
    stub.change(|content| {
        content.records.get_mut("connections").unwrap().remove(4);
        content.archived.push(("connections".into(), id('x', 1), "2026-11-20T08:00:00Z".into()));
    });
    let known: Vec<_> = (0..25).map(|number| id('s', number)).collect();
    let known: Vec<_> = known.iter().map(|id| (EntityKind::Service, id.as_str())).collect();
    let request = since(Scope::Municipality("529".into()), "2026-11-10T00:00:00Z", &known);
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v12(&stub), &request, place.path()).await.unwrap();
    assert_eq!(fetched.manifest.connections_read.len(), 25);
    assert_eq!(ids(place.path(), "connections").len(), 24);
}

#[tokio::test]
async fn a_record_that_is_named_and_not_given_is_noted_and_in_a_change_run_gone() {
    let mut content = town(3);
    content.remove("service_channels", &id('c', 1));
    content.not_published.insert(id('c', 1));
    let stub = Stub::serve(content).await.unwrap();
    let scope = Scope::Municipality("529".into());

    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v12(&stub), &full(scope.clone()), place.path()).await.unwrap();
    let problems = &fetched.manifest.problems;
    assert_eq!(codes(problems), [ProblemCode::RecordMissing].into());
    assert_eq!(problems[0].id.as_deref(), Some(id('c', 1).as_str()));
    assert_eq!(problems[0].found.as_deref(), Some("NotPublished"));
    assert_eq!(problems[0].severity, Severity::Warning);
    assert!(fetched.manifest.is_whole());

    // Without the word that it is not published, it may be there all the same.
    stub.change(|content| content.not_published.clear());
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v12(&stub), &full(scope.clone()), place.path()).await.unwrap();
    assert_eq!(fetched.manifest.problems[0].severity, Severity::Refused);
    stub.change(|content| content.not_published = [id('c', 1)].into());

    let place = tempfile::tempdir().unwrap();
    let request = since(scope, PUBLISHED, &[]);
    fetch(&v12(&stub), &request, place.path()).await.unwrap();
    assert_eq!(ids(place.path(), "service_channels-archived"), numbers('c', [1]));
}
