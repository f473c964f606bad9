//! What is asked of v11, and what is saved.

use std::collections::BTreeSet;
use std::path::PathBuf;

use domain::catalogue::EntityKind;
use domain::import::{ProblemCode, Scope, Severity};
use serde_json::{Value, json};
use sources::stub::{Content, Fault, Stub, When};

use super::records::id;
use super::{codes, fetch, files, full, ids, since, v11};

fn names(name: &str) -> Value {
    json!([{ "language": "fi", "value": name, "type": "Name" }])
}

fn service(number: usize) -> Value {
    json!({
        "id": id('s', number),
        "generalDescriptionId": id('g', 0),
        "serviceNames": names(&format!("Palvelu {number}")),
        "areaType": "LimitedType",
        "areas": [{ "type": "WellbeingServiceCounties", "code": "02",
                    "municipalities": [{ "code": "858", "name": [] }] }],
        "serviceChannels": [{ "serviceChannel": { "id": id('c', number), "name": "Sivu" } }],
        "organizations": [
            { "roleType": "Responsible", "organization": { "id": id('o', 1), "name": "Kunta" } },
            { "roleType": "Producer", "organization": null },
        ],
        "serviceCollections": [{ "id": id('k', 0), "name": [] }],
        "modified": "2026-11-01T08:00:00.1234567",
    })
}

fn named(kind: char, number: usize, field: &str) -> Value {
    json!({ "id": id(kind, number), field: names("Nimi"), "modified": "2026-11-01T08:00:00" })
}

/// So many services of a county (02), each with a channel of its own, on pages of fifty.
pub fn town(services: usize) -> Content {
    let channel = |number| {
        let mut channel = named('c', number, "serviceChannelNames");
        channel["organizationId"] = json!(id('o', 2));
        channel
    };
    let mut part = named('o', 1, "organizationNames");
    part["parentOrganizationId"] = json!(id('o', 0));
    let organisations =
        [named('o', 0, "organizationNames"), part, named('o', 2, "organizationNames")];
    let mut content = Content::default()
        .with("services", (0..services).map(service))
        .with("service_channels", (0..services).map(channel))
        .with("organizations", organisations)
        .with("general_descriptions", [named('g', 0, "names"), named('g', 1, "names")])
        .with("service_collections", [named('k', 0, "serviceCollectionNames")]);
    content.page_size = Some(50);
    content
}

fn county() -> Scope {
    Scope::County("02".to_owned())
}

fn numbers(kind: char, numbers: impl IntoIterator<Item = usize>) -> BTreeSet<String> {
    numbers.into_iter().map(|number| id(kind, number)).collect()
}

#[tokio::test]
async fn a_county_has_its_services_and_all_that_they_point_to() {
    let stub = Stub::serve(town(120)).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v11(&stub), &full(county()), place.path()).await.unwrap();
    assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest);
    assert_eq!(ids(place.path(), "services"), numbers('s', 0..120));
    assert_eq!(ids(place.path(), "service_channels"), numbers('c', 0..120));
    assert_eq!(ids(place.path(), "organizations"), numbers('o', 0..3));
    assert_eq!(ids(place.path(), "general_descriptions"), numbers('g', [0]));
    assert_eq!(ids(place.path(), "service_collections"), numbers('k', [0]));
    for asked in stub.asked() {
        assert!(!asked.headers.contains_key("authorization"));
        assert!(!asked.headers.contains_key("x-api-key"));
        let guids = asked.value("guids").unwrap_or_default();
        assert!(guids.split(',').count() <= 50, "{}", asked.address);
    }
}

#[tokio::test]
async fn everything_is_had_by_ids_without_those_that_have_no_name() {
    let mut content = town(120);
    content.record_mut("services", &id('s', 5)).unwrap()["serviceNames"] = json!([]);
    let stub = Stub::serve(content).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v11(&stub), &full(Scope::All), place.path()).await.unwrap();
    assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest);
    assert_eq!(ids(place.path(), "services"), numbers('s', (0..120).filter(|it| *it != 5)));
    assert_eq!(ids(place.path(), "general_descriptions"), numbers('g', 0..2));
    assert!(!stub.asked().iter().any(|asked| asked.address.contains(&id('s', 5))));
}

#[tokio::test]
async fn a_poisoned_id_is_found_by_halving_and_reported_and_the_rest_comes() {
    let mut content = town(120);
    content.poison = [id('c', 3), id('c', 77)].into();
    let stub = Stub::serve(content).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v11(&stub), &full(county()), place.path()).await.unwrap();
    let rest = (0..120).filter(|number| ![3, 77].contains(number));
    assert_eq!(ids(place.path(), "service_channels"), numbers('c', rest));
    let problems = &fetched.manifest.problems;
    let reported: BTreeSet<_> = problems.iter().filter_map(|problem| problem.id.clone()).collect();
    assert_eq!(reported, numbers('c', [3, 77]));
    assert!(problems.iter().all(|problem| problem.kind == Some(EntityKind::Channel)));
    assert!(!fetched.manifest.lists["channels"].complete);
    assert!(fetched.manifest.lists["services"].complete);
    assert!(fetched.requests < 60, "{}", fetched.requests);
}

#[tokio::test]
async fn a_gateway_that_gives_up_on_large_batches_gets_small_ones() {
    let stub = Stub::serve(town(50)).await.unwrap();
    let large = ids_of_channels(50);
    stub.fault(When::Path(large), Fault::Status(504, None));
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v11(&stub), &full(county()), place.path()).await.unwrap();
    assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest);
    assert_eq!(ids(place.path(), "service_channels"), numbers('c', 0..50));
}

/// So many channels' ids as a question has them.
fn ids_of_channels(count: usize) -> String {
    numbers('c', 0..count).into_iter().collect::<Vec<_>>().join(",")
}

#[tokio::test]
async fn an_id_that_a_batch_leaves_out_is_asked_for_again_and_then_reported() {
    let mut content = town(60);
    content.dropped = [id('c', 7)].into();
    let stub = Stub::serve(content).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v11(&stub), &full(county()), place.path()).await.unwrap();
    let problems = &fetched.manifest.problems;
    assert_eq!(codes(problems), [ProblemCode::RecordMissing].into());
    assert_eq!(problems[0].severity, Severity::Refused);
    assert_eq!(problems[0].id.as_deref(), Some(id('c', 7).as_str()));
    assert!(fetched.manifest.is_whole());

    // In the list, not in the batch, and back.
    let stub = Stub::serve(town(60)).await.unwrap();
    let batch = "/ServiceChannel/list?".to_owned();
    stub.fault(When::First(2, batch), Fault::Body(b"[]".to_vec()));
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v11(&stub), &full(county()), place.path()).await.unwrap();
    assert!(fetched.manifest.problems.is_empty(), "{:?}", fetched.manifest.problems);
    assert_eq!(ids(place.path(), "service_channels"), numbers('c', 0..60));
}

#[tokio::test]
async fn null_pages_are_read_again_and_the_end_of_a_list_is_its_page_count() {
    let stub = Stub::serve(town(120)).await.unwrap();
    stub.fault(When::First(1, "page=2".to_owned()), Fault::NullItems);
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v11(&stub), &full(county()), place.path()).await.unwrap();
    assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest);
    assert_eq!(ids(place.path(), "services"), numbers('s', 0..120));
    assert!(!stub.asked().iter().any(|asked| asked.address.contains("page=4")));
}

#[tokio::test]
async fn changes_are_read_by_date_and_what_went_is_listed() {
    let stub = Stub::serve(town(20)).await.unwrap();
    let later = "2026-11-20T08:00:00";
    stub.change(|content| {
        content.record_mut("services", &id('s', 2)).unwrap()["modified"] = json!(later);
        content.record_mut("service_channels", &id('c', 4)).unwrap()["modified"] = json!(later);
        content.record_mut("general_descriptions", &id('g', 1)).unwrap()["modified"] = json!(later);
        content.archived.push(("services".into(), id('s', 30), later.into()));
        content.withdrawn.push(("services".into(), id('s', 31), later.into()));
        content.archived.push(("services".into(), id('s', 32), "2026-01-01T00:00:00".into()));
    });
    let mut known: Vec<_> = (0..20).map(|number| (EntityKind::Service, id('s', number))).collect();
    known.extend((0..20).map(|number| (EntityKind::Channel, id('c', number))));
    known.extend((0..3).map(|number| (EntityKind::Organisation, id('o', number))));
    known.push((EntityKind::GeneralDescription, id('g', 0)));
    known.push((EntityKind::Collection, id('k', 0)));
    let known: Vec<_> = known.iter().map(|(kind, id)| (*kind, id.as_str())).collect();
    let request = since(county(), "2026-11-20T08:00:00Z", &known);
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v11(&stub), &request, place.path()).await.unwrap();
    assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest);
    assert_eq!(ids(place.path(), "services"), numbers('s', [2]));
    assert_eq!(ids(place.path(), "service_channels"), numbers('c', [4]));
    assert_eq!(ids(place.path(), "general_descriptions"), BTreeSet::new());
    assert_eq!(ids(place.path(), "services-archived"), numbers('s', [30, 31]));
    assert_eq!(fetched.manifest.connections_read, numbers('s', [2]));
}

#[tokio::test]
async fn the_real_records_come_through_with_null_pages_gateways_that_give_up_and_dropped_ids() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(|| beside.into(), PathBuf::from);
    let Ok(content) = Content::from_directory(&shared.join("ptv/data/derived-v11")) else {
        println!("skipped: ptv/data/derived-v11 is not on this machine");
        return;
    };
    let all: Vec<BTreeSet<String>> = ["services", "service_channels"]
        .map(|list| {
            let records = content.list(list).iter();
            records.filter_map(|record| record["id"].as_str().map(str::to_owned)).collect()
        })
        .into();
    let stub = Stub::serve(content).await.unwrap();
    stub.fault(When::First(1, "/Service?page=1".to_owned()), Fault::NullItems);
    stub.fault(When::First(2, "/ServiceChannel/list?".to_owned()), Fault::Status(504, None));
    stub.fault(When::First(1, "/serviceWithGD/list".to_owned()), Fault::CutAt(50_000));
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v11(&stub), &full(Scope::All), place.path()).await.unwrap();
    assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest);
    assert_eq!(ids(place.path(), "services"), all[0]);
    assert_eq!(ids(place.path(), "service_channels"), all[1]);
    assert_eq!(ids(place.path(), "general_descriptions").len(), 458);
    assert!(files(place.path(), "services").len() >= 9);
}
