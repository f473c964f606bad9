//! Class C of the bad inputs: paging and identity.

use domain::import::{ProblemCode, Scope};
use serde_json::{Value, json};
use sources::fetch::Fetched;
use sources::stub::{Content, Fault, Stub, When};

use super::records::{id, town};
use super::{codes, fetch, full, ids, v11, v12};

const SECOND: &str = "municipalitiesMatch=any&page=2";
const FIRST: &str = "municipalitiesMatch=any&page=1";

struct Tried {
    fetched: Fetched,
    place: tempfile::TempDir,
    /// How often the services' page with the fault was asked for.
    asked: usize,
}

async fn try_with(part: &str, times: usize, fault: Fault) -> Tried {
    let stub = Stub::serve(town(25)).await.unwrap();
    stub.fault(When::First(times, part.to_owned()), fault);
    let place = tempfile::tempdir().unwrap();
    let request = full(Scope::Municipality("529".into()));
    let fetched = fetch(&v12(&stub), &request, place.path()).await.unwrap();
    let asked = stub.asked().iter().filter(|asked| asked.address.contains(part)).count();
    Tried { fetched, place, asked }
}

fn page(total: i64, pages: i64, items: &[Value]) -> Fault {
    let page = json!({
        "page": 2, "pageSize": 10, "totalItems": total, "totalPages": pages, "items": items,
    });
    Fault::Body(page.to_string().into_bytes())
}

#[tokio::test]
async fn a_list_that_moves_once_is_read_again() {
    let first_ten = &town(25).list("services")[..10].to_vec();
    let cases = [
        ("null in the middle", SECOND, Fault::NullItems),
        ("null first page", FIRST, Fault::NullItems),
        ("grows", SECOND, Fault::Moved(1)),
        ("shrinks", SECOND, Fault::Moved(-1)),
        ("the same records on two pages", SECOND, page(25, 3, first_ten)),
        ("a record missing", SECOND, page(25, 3, &first_ten[..9])),
    ];
    for (name, part, fault) in cases {
        let tried = try_with(part, 1, fault).await;
        assert!(tried.fetched.manifest.is_whole(), "{name}: {:?}", tried.fetched.manifest);
        assert_eq!(tried.asked, 2, "{name}");
        assert_eq!(ids(tried.place.path(), "services").len(), 25, "{name}");
    }
}

#[tokio::test]
async fn a_list_that_never_stands_still_is_incomplete_after_three_readings() {
    for (name, fault) in [("null", Fault::NullItems), ("grows", Fault::Moved(3))] {
        let tried = try_with(SECOND, usize::MAX, fault).await;
        let manifest = &tried.fetched.manifest;
        assert_eq!(codes(&manifest.problems), [ProblemCode::ListIncomplete].into(), "{name}");
        assert!(!manifest.lists["services"].complete, "{name}");
        assert_eq!(tried.asked, 3, "{name}");
        // What came is there all the same.
        assert!(ids(tried.place.path(), "services").len() >= 15, "{name}");
    }
}

#[tokio::test]
async fn a_count_of_pages_that_cannot_be_is_not_believed() {
    let first_ten = &town(25).list("services")[..10].to_vec();
    for pages in [-1, 0, 1, i64::from(i32::MAX) + 1, i64::MAX] {
        let tried = try_with(FIRST, usize::MAX, page(25, pages, first_ten)).await;
        let manifest = &tried.fetched.manifest;
        assert!(!manifest.lists["services"].complete, "{pages}");
        assert!(codes(&manifest.problems).contains(&ProblemCode::ListIncomplete), "{pages}");
        assert!(tried.asked <= 3, "{pages}");
    }
}

#[tokio::test]
async fn an_empty_list_is_empty_and_complete_and_that_is_for_the_importer_to_doubt() {
    let stub = Stub::serve(Content::default()).await.unwrap();
    let scope = Scope::Municipality("529".into());
    for source in [&v11(&stub) as &dyn sources::fetch::Source, &v12(&stub)] {
        let place = tempfile::tempdir().unwrap();
        let fetched = fetch(source, &full(scope.clone()), place.path()).await.unwrap();
        assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest);
        assert_eq!(fetched.manifest.lists["services"].total, Some(0));
    }
}

#[tokio::test]
async fn a_county_that_does_not_exist_is_refused_and_not_empty() {
    let stub = Stub::serve(town(3)).await.unwrap();
    for source in [&v11(&stub) as &dyn sources::fetch::Source, &v12(&stub)] {
        let place = tempfile::tempdir().unwrap();
        let request = full(Scope::County("99".into()));
        let error = fetch(source, &request, place.path()).await.unwrap_err();
        assert!(error.to_string().contains("no area: ptv:county:99"), "{error}");
    }
    assert!(stub.asked().is_empty());
}

#[tokio::test]
async fn ids_in_any_spelling_are_followed_and_what_is_no_id_is_not_asked_for() {
    let mut content = town(4);
    let connections = content.records.get_mut("connections").unwrap();
    connections[0]["channelContentId"] = json!(id('c', 0).to_uppercase());
    connections[1]["channelContentId"] = json!(format!("{{{}}}", id('c', 1)));
    connections[2]["channelContentId"] = json!("../../../etc/passwd");
    connections[3]["channelContentId"] = json!("00000000-0000-0000-0000-000000000000");
    let stub = Stub::serve(content).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let request = full(Scope::Municipality("529".into()));
    fetch(&v12(&stub), &request, place.path()).await.unwrap();
    let asked: Vec<String> = stub
        .asked()
        .iter()
        .filter_map(|asked| {
            asked.path().strip_prefix("/api/v12/service-channel/").map(str::to_owned)
        })
        .collect();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert_eq!(ids(place.path(), "service_channels"), [id('c', 0), id('c', 1)].into());
}

#[tokio::test]
async fn organisations_that_are_each_others_parents_are_read_once() {
    let mut content = town(2);
    let organisation = |number| id('o', number);
    content.record_mut("organizations", &organisation(0)).unwrap()["parentOrganizationContentId"] =
        json!(organisation(1));
    let stub = Stub::serve(content).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let request = full(Scope::Municipality("529".into()));
    let fetched = fetch(&v12(&stub), &request, place.path()).await.unwrap();
    assert!(fetched.manifest.is_whole());
    let asked = stub.asked();
    let of = |number| {
        let path = format!("/api/v12/organization/{}", organisation(number));
        asked.iter().filter(|asked| asked.path() == path).count()
    };
    assert_eq!([of(0), of(1), of(2)], [1, 1, 1]);
}

#[tokio::test]
async fn records_too_deep_to_look_into_and_bad_characters_do_not_cost_their_page() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let body = format!(
        "\u{FEFF}{{\"page\":1,\"pageSize\":10,\"totalItems\":2,\"totalPages\":1,\"items\":\
         [{{\"contentId\":\"{}\",\"deep\":{deep}}},{{\"contentId\":\"{}\",\"name\":\"",
        id('s', 0),
        id('s', 1)
    );
    let body = [body.as_bytes(), b"\xE4\"}]}"].concat();
    let tried = try_with(FIRST, usize::MAX, Fault::Body(body.clone())).await;
    assert!(tried.fetched.manifest.lists["services"].complete, "{:?}", tried.fetched.manifest);
    let saved = std::fs::read(tried.place.path().join("services-0001.json"));
    let others = std::fs::read(tried.place.path().join("services-0002.json"));
    let third = std::fs::read(tried.place.path().join("services-0003.json"));
    // As it came, byte for byte.
    assert!([saved, others, third].iter().flatten().any(|bytes| *bytes == body));
}
