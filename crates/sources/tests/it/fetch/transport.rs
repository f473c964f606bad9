//! Class A of the bad inputs: what goes wrong on the way.

use std::sync::Arc;
use std::time::Duration;

use domain::import::{ProblemCode, Scope};
use sources::fetch::{FetchError, Fetched, Limits, PtvV12};
use sources::stub::{Fault, Stub, When};

use super::records::{id, town};
use super::{KEY, Noted, client, codes, fetch, full, ids, limits};

/// A fetch of a town of 25 services on pages of ten from a stand-in with a fault.
struct Tried {
    outcome: Result<Fetched, FetchError>,
    place: tempfile::TempDir,
    waits: Vec<u64>,
    asked: usize,
}

impl Tried {
    fn fetched(&self) -> &Fetched {
        self.outcome.as_ref().unwrap()
    }

    fn services(&self) -> usize {
        ids(self.place.path(), "services").len()
    }

    fn is_complete(&self, list: &str) -> bool {
        self.fetched().manifest.lists[list].complete
    }
}

async fn try_with(limits: Limits, when: When, fault: Fault) -> Tried {
    let stub = Stub::serve(town(25)).await.unwrap();
    stub.fault(when, fault);
    try_at(limits, &stub, &stub.base()).await
}

async fn try_at(limits: Limits, stub: &Stub, base: &str) -> Tried {
    let waiting = Arc::<Noted>::default();
    let source = PtvV12::new(client(limits, &waiting), base, KEY).unwrap();
    let place = tempfile::tempdir().unwrap();
    let outcome = fetch(&source, &full(Scope::Municipality("529".into())), place.path()).await;
    Tried { outcome, place, waits: waiting.seconds(), asked: stub.asked().len() }
}

/// The second page of the services of the municipality itself.
const SECOND: &str = "municipalitiesMatch=any&page=2";

fn status(code: u16) -> Fault {
    Fault::Status(code, None)
}

#[tokio::test]
async fn a_fault_that_passes_costs_a_wait_and_nothing_else() {
    let cases = [
        ("A2 429", status(429)),
        ("A3 500 once", status(500)),
        ("A4 502", status(502)),
        ("A4 503", status(503)),
        ("A4 504", status(504)),
        ("A5 a maintenance page", Fault::Maintenance),
        ("A9 cut at 0", Fault::CutAt(0)),
        ("A9 cut at 1", Fault::CutAt(1)),
        ("A9 cut in the middle", Fault::CutAt(4000)),
        ("A9 cut before the last", Fault::CutBeforeEnd),
        ("A10 promises more", Fault::WrongLength(5)),
        ("A10 promises less", Fault::WrongLength(-5)),
        ("A10 a bad chunk", Fault::BadChunk),
        ("A10 packed and cut", Fault::CutPack),
        ("an empty body", Fault::Body(Vec::new())),
        ("broken JSON once", Fault::Body(b"{\"items\":[}".to_vec())),
    ];
    for (name, fault) in cases {
        let when = When::First(1, SECOND.to_owned());
        let tried = try_with(limits(), when, fault).await;
        assert!(tried.fetched().manifest.is_whole(), "{name}: {:?}", tried.fetched().manifest);
        assert_eq!(tried.services(), 25, "{name}");
        assert_eq!(tried.waits, [1], "{name}");
        assert_eq!(tried.fetched().requests, tried.asked as u64, "{name}");
    }
}

#[tokio::test]
async fn a8_a_source_that_keeps_us_waiting_is_left_and_asked_again() {
    let quick =
        Limits { idle: Duration::from_millis(500), total: Duration::from_secs(1), ..limits() };
    let cases = [
        ("one byte at a time", Fault::Slow(100)),
        ("silence after the head", Fault::SilentBody),
        ("silence", Fault::Silent),
    ];
    for (name, fault) in cases {
        let when = When::First(1, SECOND.to_owned());
        let tried = try_with(quick.clone(), when, fault).await;
        assert!(tried.fetched().manifest.is_whole(), "{name}: {:?}", tried.fetched().manifest);
        assert_eq!(tried.services(), 25, "{name}");
        // On a busy machine other answers may be late too.
        assert!(!tried.waits.is_empty(), "{name}");
    }
}

#[tokio::test]
async fn a_fault_that_stays_costs_its_page_and_the_lists_claim_to_be_complete() {
    let (failed, unreadable) = (ProblemCode::SourceFailed, ProblemCode::PageUnreadable);
    let elsewhere = Stub::serve(town(1)).await.unwrap();
    let cases = [
        ("A2 429", status(429), 5, failed),
        ("A3 500", status(500), 2, failed),
        ("A4 504 with HTML", status(504), 5, failed),
        ("A5 a login page", Fault::Maintenance, 5, failed),
        ("A7 to another host", Fault::Redirect(elsewhere.base()), 1, failed),
        ("A7 to a file", Fault::Redirect("file:///etc/passwd".to_owned()), 1, failed),
        ("A8 an endless body", Fault::Endless, 1, failed),
        ("A9 cut", Fault::CutAt(4000), 5, failed),
        ("A10 a bomb", Fault::Bomb(64 << 20), 1, failed),
        ("no JSON", Fault::Body(b"hello".to_vec()), 2, unreadable),
        ("400", status(400), 1, failed),
        ("not a list", Fault::Body(b"{\"items\":7}".to_vec()), 1, unreadable),
    ];
    for (name, fault, tries, code) in cases {
        let when = When::Path(SECOND.to_owned());
        let tried = try_with(limits(), when, fault).await;
        let manifest = &tried.fetched().manifest;
        assert_eq!(codes(&manifest.problems), [code].into(), "{name}: {:?}", manifest.problems);
        assert!(!manifest.is_whole(), "{name}");
        assert!(manifest.lists.values().all(|list| !list.complete), "{name}");
        assert_eq!(tried.services(), 15, "{name}");
        assert_eq!(tried.waits.len(), tries - 1, "{name}");
        let location = manifest.problems[0].location.as_deref().unwrap();
        assert!(location.contains("/api/v12/service/search?"), "{name}: {location}");
        assert!(!format!("{manifest:?}").contains(KEY), "{name}");
    }
    assert!(elsewhere.asked().is_empty());
}

#[tokio::test]
async fn a1_nobody_there_or_no_tls_there_fails_after_all_tries() {
    let stub = Stub::serve(town(1)).await.unwrap();
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = nobody.local_addr().unwrap().port();
    drop(nobody);
    let plain = stub.base().replace("http:", "https:");
    for base in [format!("http://127.0.0.1:{port}"), plain] {
        let tried = try_at(limits(), &stub, &base).await;
        let Err(FetchError::Source { problem }) = &tried.outcome else {
            panic!("{base}: {:?}", tried.outcome);
        };
        assert_eq!(problem.code, ProblemCode::SourceFailed);
        assert!(problem.found.as_deref().unwrap().starts_with("cannot connect"), "{problem:?}");
        // Three questions in a row, four waits each.
        assert_eq!(tried.waits, [1, 2, 4, 8].repeat(3), "{base}");
    }
}

#[tokio::test]
async fn a2_retry_after_is_honoured_up_to_a_cap_beyond_which_the_run_ends_cleanly() {
    let after = |value: &str| Fault::Status(429, Some(value.to_owned()));
    let when = || When::First(1, SECOND.to_owned());
    for (value, waited) in [("7", 7), ("0", 1), ("-5", 1), ("soon", 1), ("120", 120)] {
        let tried = try_with(limits(), when(), after(value)).await;
        assert!(tried.fetched().manifest.is_whole(), "{value}");
        assert_eq!(tried.waits, [waited], "{value}");
    }
    let date = "Tue, 24 Nov 2026 03:01:00 GMT";
    let tried = try_with(limits(), when(), after(date)).await;
    assert!((50..=60).contains(&tried.waits[0]), "{:?}", tried.waits);

    for value in ["121", "86400", "Wed, 25 Nov 2026 03:01:00 GMT"] {
        let tried = try_with(limits(), when(), after(value)).await;
        let manifest = &tried.fetched().manifest;
        assert!(tried.waits.is_empty(), "{value}");
        assert!(manifest.lists.values().all(|list| !list.complete), "{value}");
        let found = manifest.problems[0].found.as_deref().unwrap();
        assert!(found.starts_with("answered 429, asks to wait"), "{found}");
    }
}

#[tokio::test]
async fn a6_no_entry_ends_the_run_at_once_and_nothing_claims_to_be_complete() {
    for code in [401, 403] {
        let alone = Limits { at_once: 1, ..limits() };
        let tried = try_with(alone, When::From(7), status(code)).await;
        let manifest = &tried.fetched().manifest;
        assert_eq!(tried.asked, 7);
        assert!(tried.waits.is_empty());
        assert!(manifest.ended && !manifest.is_whole());
        assert_eq!(manifest.problems.len(), 1);
        assert_eq!(manifest.problems[0].found, Some(format!("answered {code}")));
        assert!(!tried.is_complete("channels"));
        assert_eq!(tried.services(), 25);
    }
    let tried = try_with(limits(), When::From(1), status(401)).await;
    assert!(matches!(tried.outcome, Err(FetchError::Source { .. })));
}

#[tokio::test]
async fn a5_maintenance_all_along_is_a_failure_and_not_an_empty_catalogue() {
    let tried = try_with(limits(), When::From(1), Fault::Maintenance).await;
    let Err(error) = &tried.outcome else { panic!("{:?}", tried.outcome) };
    assert!(error.to_string().contains("content type text/html"), "{error}");
    assert_eq!(tried.services(), 0);
}

#[tokio::test]
async fn a_run_that_takes_too_long_ends_with_what_it_has() {
    let short = Limits { run: Duration::ZERO, ..limits() };
    let tried = try_with(short, When::From(999), status(500)).await;
    let Err(error) = &tried.outcome else { panic!("{:?}", tried.outcome) };
    assert!(error.to_string().contains("took too long"), "{error}");
    assert_eq!(tried.asked, 0);
}

#[tokio::test]
async fn a_source_that_dies_midway_is_not_asked_a_thousand_times() {
    let alone = Limits { at_once: 1, ..limits() };
    let tried = try_with(alone, When::From(9), status(503)).await;
    assert_eq!(tried.asked, 8 + 3 * 5);
    assert!(tried.is_complete("services"));
    assert!(!tried.is_complete("channels"));
}

#[tokio::test]
async fn a_record_that_fails_by_its_id_makes_its_list_incomplete_and_the_rest_comes() {
    let when = When::Path(format!("/service-channel/{}", id('c', 3)));
    let tried = try_with(limits(), when, status(500)).await;
    assert_eq!(ids(tried.place.path(), "service_channels").len(), 24);
    assert!(!tried.is_complete("channels"));
    assert!(tried.is_complete("services") && tried.is_complete("organisations"));
}

#[tokio::test]
async fn no_more_than_four_questions_are_under_way() {
    let stub = Stub::serve(town(60)).await.unwrap();
    stub.fault(When::Path("/service-channel/".to_owned()), Fault::Silent);
    let waiting = Arc::<Noted>::default();
    let short = Limits { total: Duration::from_secs(3), tries: 1, ..limits() };
    let source = PtvV12::new(client(short, &waiting), &stub.base(), KEY).unwrap();
    let place = tempfile::tempdir().unwrap();
    let request = full(Scope::Municipality("529".into()));
    fetch(&source, &request, place.path()).await.unwrap();
    // Four silent ones, of which the third to fail ends the run before a fifth is asked, or just
    // after.
    let silent = stub.asked().iter().filter(|it| it.path().contains("/service-channel/")).count();
    assert!((4..=7).contains(&silent), "{silent}");
}
