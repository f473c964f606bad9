//! A fetch that is killed goes on where it stopped.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use domain::import::Scope;
use sources::fetch::{Limits, PtvV11, PtvV12, Source};
use sources::stub::{Content, Fault, Stub, When};

use super::records::town;
use super::{KEY, Noted, client, fetch, files, full, ids, limits, v11};

const LISTS: [&str; 6] = [
    "services",
    "service_channels",
    "connections",
    "organizations",
    "general_descriptions",
    "service_collections",
];

fn all_ids(directory: &Path) -> Vec<std::collections::BTreeSet<String>> {
    LISTS.iter().map(|list| ids(directory, list)).collect()
}

/// Kills a fetch while each of its questions is under way, goes on, and counts what was asked.
async fn kill_at_every_question(
    content: &Content,
    scope: Scope,
    source: impl Fn(&Stub) -> Box<dyn Source>,
) {
    let stub = Stub::serve(content.clone()).await.unwrap();
    let undisturbed = tempfile::tempdir().unwrap();
    let mut request = full(scope);
    fetch(&*source(&stub), &request, undisturbed.path()).await.unwrap();
    let questions = stub.asked().len();
    assert!(questions > 10, "{questions}");

    for killed in 1..=questions {
        let stub = Stub::serve(content.clone()).await.unwrap();
        stub.fault(When::Request(killed), Fault::Silent);
        let place = tempfile::tempdir().unwrap();
        let source = source(&stub);
        request.started = "2026-11-24T03:00:00Z".parse().unwrap();
        tokio::select! {
            outcome = fetch(&*source, &request, place.path()) => panic!("{killed}: {outcome:?}"),
            () = stub.until_asked(killed) => {}
        }
        request.started = "2026-11-24T20:00:00Z".parse().unwrap();
        let fetched = fetch(&*source, &request, place.path()).await.unwrap();
        assert!(fetched.manifest.is_whole(), "{killed}: {:?}", fetched.manifest);
        assert_eq!(fetched.manifest.started.to_string(), "2026-11-24T03:00:00Z");
        assert_eq!(all_ids(place.path()), all_ids(undisturbed.path()), "{killed}");

        let asked = stub.asked();
        let cut_off = asked[killed - 1].address.clone();
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for asked in asked {
            *times.entry(asked.address).or_default() += 1;
        }
        assert_eq!(times.remove(&cut_off), Some(2), "{killed}");
        assert!(times.values().all(|times| *times == 1), "{killed}: {times:?}");
    }
}

fn one_at_a_time() -> Limits {
    Limits { at_once: 1, ..limits() }
}

#[tokio::test]
async fn v12_killed_at_any_question_asks_for_no_page_twice() {
    let mut content = town(12);
    content.page_size = Some(5);
    kill_at_every_question(&content, Scope::Municipality("529".into()), |stub| {
        let client = client(one_at_a_time(), &Arc::<Noted>::default());
        Box::new(PtvV12::new(client, &stub.base(), KEY).unwrap())
    })
    .await;
}

#[tokio::test]
async fn v11_killed_at_any_question_asks_for_no_page_twice() {
    let content = super::v11::town(120);
    kill_at_every_question(&content, Scope::County("02".into()), |stub| {
        let client = client(one_at_a_time(), &Arc::<Noted>::default());
        Box::new(PtvV11::new(client, &stub.base()).unwrap())
    })
    .await;
}

#[tokio::test]
async fn four_at_once_killed_midway_end_with_the_same_pages() {
    let content = town(60);
    let stub = Stub::serve(content).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let request = full(Scope::Municipality("529".into()));
    for killed in [3, 9, 20, 45] {
        let source = super::v12(&stub);
        tokio::select! {
            _ = fetch(&source, &request, place.path()) => {}
            () = stub.until_asked(killed) => {}
        }
    }
    let fetched = fetch(&super::v12(&stub), &request, place.path()).await.unwrap();
    assert!(fetched.manifest.is_whole());
    for (list, count) in [("services", 60), ("service_channels", 60), ("connections", 60)] {
        assert_eq!(ids(place.path(), list).len(), count, "{list}");
        assert!(files(place.path(), list).iter().all(|text| text.len() > 2));
    }
}

#[tokio::test]
async fn a_page_that_failed_is_asked_again_by_the_next_run_and_only_that_page() {
    let stub = Stub::serve(super::v11::town(120)).await.unwrap();
    let request = full(Scope::County("02".into()));
    let place = tempfile::tempdir().unwrap();
    let part = "code/02?includeWholeCountry=true&serviceWithGD=true&showHeader=true&page=2";
    stub.fault(When::Path(part.to_owned()), Fault::Status(400, None));
    let first = fetch(&v11(&stub), &request, place.path()).await.unwrap();
    assert!(!first.manifest.is_whole());
    stub.mend();
    stub.forget_asked();
    let second = fetch(&v11(&stub), &request, place.path()).await.unwrap();
    assert!(second.manifest.is_whole(), "{:?}", second.manifest);
    let again: Vec<_> = stub.asked().into_iter().map(|asked| asked.address).collect();
    assert!(again.iter().filter(|it| it.contains("/Service/list/")).count() == 1, "{again:?}");
    assert_eq!(ids(place.path(), "services").len(), 120);
}

#[tokio::test]
async fn a_directory_that_cannot_be_written_is_an_error_that_names_it() {
    let stub = Stub::serve(town(1)).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let blocked = place.path().join("file");
    std::fs::write(&blocked, "").unwrap();
    let outcome = fetch(&super::v12(&stub), &full(Scope::All), &blocked).await;
    assert!(outcome.unwrap_err().to_string().contains("file"), "no name");
    assert!(stub.asked().is_empty());
}
