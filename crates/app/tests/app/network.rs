//! PTV over HTTP into the catalogue: what comes over the network is what saved pages give, whatever
//! the network does on the way.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::App;
use app::import::{Order, from_source};
use domain::catalogue::EntityKind;
use domain::import::{Mode, Outcome, ProblemCode, Report, Scope};
use futures_util::future::BoxFuture;
use sources::fetch::{Client, Limits, PtvV11, PtvV12, SavedPages, Source, Waiting};
use sources::progress::Silent;
use sources::stub::{Content, Fault, Stub, When};

use crate::real::saved_pages;
use crate::source::{apps, minute};

/// The kinds whose documents must come out the same.
const KINDS: [EntityKind; 6] = [
    EntityKind::OntologyTerm,
    EntityKind::Organisation,
    EntityKind::GeneralDescription,
    EntityKind::Channel,
    EntityKind::Service,
    EntityKind::Connection,
];

/// Waits no time.
struct NoWaiting;

impl Waiting for NoWaiting {
    fn pause(&self, _duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::task::yield_now())
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}

fn client() -> Client {
    Client::with(Limits::default(), Arc::new(NoWaiting), None).unwrap()
}

fn v11(stub: &Stub) -> PtvV11 {
    PtvV11::new(client(), &stub.base()).unwrap()
}

async fn import(app: &App, source: &dyn Source, mode: Mode, pages: &Path) -> Report {
    let order = Order { scope: Scope::All, mode, accept_drop: None, pages: pages.to_owned() };
    from_source(app, source, &order, &Silent).await.unwrap()
}

type Documents = BTreeMap<(EntityKind, String), String>;

/// Every document that is offered, by kind and id.
async fn documents(app: &App) -> Documents {
    let mut reading = app.database().begin().await.unwrap();
    let mut documents = BTreeMap::new();
    for kind in KINDS {
        let mut after = None;
        loop {
            let page =
                store::catalogue::list(&mut reading, kind, after.as_ref(), 500).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(last.id.clone());
            documents
                .extend(page.into_iter().map(|one| ((kind, one.id.to_string()), one.document)));
        }
    }
    documents
}

/// Whatever came over the network is as on disk, and nothing of these kinds was left out.
fn assert_same(network: &Documents, disk: &Documents, whole: &[EntityKind]) {
    for (key, document) in network {
        assert_eq!(disk.get(key), Some(document), "{key:?}");
    }
    let left_out: Vec<_> =
        disk.keys().filter(|key| whole.contains(&key.0) && !network.contains_key(*key)).collect();
    assert!(left_out.is_empty(), "{left_out:?}");
}

fn real_content(pages: &Path) -> Content {
    let mut content = Content::from_directory(pages).unwrap();
    content.page_size = Some(50);
    content
}

#[tokio::test]
async fn real_records_over_v11_are_the_saved_ones_in_spite_of_504s_and_null_pages() {
    let Some(pages) = saved_pages() else {
        println!("skipped: no saved pages of PTV here");
        return;
    };
    for (over_network, from_disk) in apps().await.into_iter().zip(apps().await) {
        let folder = tempfile::tempdir().unwrap();
        import(&from_disk, &SavedPages::new(&pages), Mode::Full, folder.path()).await;
        let stub = Stub::serve(real_content(&pages)).await.unwrap();
        stub.fault(When::Request(2), Fault::Status(504, None));
        stub.fault(When::First(2, "ServiceChannel/list".into()), Fault::Status(504, None));
        stub.fault(When::First(1, "Organization/list".into()), Fault::CutAt(100));

        let report = import(&over_network, &v11(&stub), Mode::Full, folder.path()).await;

        let (network, disk) = (documents(&over_network).await, documents(&from_disk).await);
        let services =
            |all: &Documents| all.keys().filter(|(kind, _)| *kind == EntityKind::Service).count();
        assert_eq!(services(&network), 446, "{:?}", report.problems);
        // Channels, organisations and general descriptions come by what services point to.
        assert_same(&network, &disk, &[EntityKind::Service, EntityKind::Connection]);
    }
}

#[tokio::test]
async fn records_that_a_batch_drops_are_reported_and_come_with_the_next_run() {
    let Some(pages) = saved_pages() else {
        println!("skipped: no saved pages of PTV here");
        return;
    };
    for app in apps().await {
        let folder = tempfile::tempdir().unwrap();
        let mut content = real_content(&pages);
        let dropped: Vec<String> = content.list("services")[..3]
            .iter()
            .map(|service| service["id"].as_str().unwrap().to_owned())
            .collect();
        let channels: Vec<String> = content.list("service_channels")[..5]
            .iter()
            .map(|channel| channel["id"].as_str().unwrap().to_owned())
            .collect();
        content.dropped.extend(dropped.iter().cloned());
        let stub = Stub::serve(content).await.unwrap();

        let report = import(&app, &v11(&stub), Mode::Full, folder.path()).await;

        assert_eq!(report.kinds["services"].read, 446);
        assert_eq!(report.kinds["services"].refused, 3);
        let named = report
            .problems
            .iter()
            .filter(|problem| problem.code == ProblemCode::RecordMissing)
            .filter_map(|problem| problem.id.clone())
            .filter(|id| dropped.contains(id))
            .count();
        assert_eq!(named, 3, "{:?}", report.problems);

        stub.change(|content| content.dropped.clear());
        app.set_clock(minute(60 * 48));
        let report = import(&app, &v11(&stub), Mode::Full, folder.path()).await;
        assert_eq!(report.kinds["services"].new, 3);
        assert_eq!(report.kinds["services"].unchanged, 443);

        stub.change(|content| content.dropped.extend(dropped.into_iter().chain(channels)));
        app.set_clock(minute(60 * 96));
        let before = documents(&app).await;
        let report = import(&app, &v11(&stub), Mode::Full, folder.path()).await;
        assert_eq!(report.kinds["services"].refused, 3);
        assert!(report.kinds.values().all(|counts| counts.gone == 0), "{:?}", report.kinds);
        let after = documents(&app).await;
        for (key, document) in &before {
            assert_eq!(after.get(key), Some(document), "{key:?}");
        }
        assert_eq!(after.len(), before.len(), "what was there stays");
    }
}

#[tokio::test]
async fn the_demonstration_over_v12_is_the_written_one_and_a_second_run_changes_nothing() {
    let written = tempfile::tempdir().unwrap();
    let size = sources::demonstration::Size { services: 150 };
    sources::demonstration::write(written.path(), size, 1).unwrap();
    for (over_network, from_disk) in apps().await.into_iter().zip(apps().await) {
        let folder = tempfile::tempdir().unwrap();
        let saved = SavedPages::new(written.path());
        let report = import(&from_disk, &saved, Mode::Full, folder.path()).await;
        assert_eq!(report.outcome, Outcome::Complete, "{:?}", report.problems);
        let stub = Stub::serve(Content::from_directory(written.path()).unwrap()).await.unwrap();
        let v12 = PtvV12::new(client(), &stub.base(), "a-key").unwrap();

        let report = import(&over_network, &v12, Mode::Full, folder.path()).await;
        assert_eq!(report.outcome, Outcome::Complete, "{:?}", report.problems);
        // Of the ontology only the terms that something uses are asked for.
        let (network, disk) = (documents(&over_network).await, documents(&from_disk).await);
        assert_same(&network, &disk, &KINDS[1..]);

        let again = import(&over_network, &v12, Mode::Full, folder.path()).await;
        assert_eq!(again.generation, None, "nothing is published when nothing changed");
        assert!(again.kinds.values().all(|counts| counts.new + counts.changed + counts.gone == 0));
    }
}

#[tokio::test]
async fn a_day_s_changes_over_v12_come_in_and_what_was_archived_goes() {
    let written = tempfile::tempdir().unwrap();
    let size = sources::demonstration::Size { services: 150 };
    sources::demonstration::write(written.path(), size, 1).unwrap();
    for app in apps().await {
        let folder = tempfile::tempdir().unwrap();
        let stub = Stub::serve(Content::from_directory(written.path()).unwrap()).await.unwrap();
        let v12 = PtvV12::new(client(), &stub.base(), "a-key").unwrap();
        import(&app, &v12, Mode::Full, folder.path()).await;

        let soon = minute(10).to_string();
        stub.change(|content| {
            let changed = content.list("services")[0]["contentId"].as_str().unwrap().to_owned();
            let archived = content.list("services")[1]["contentId"].as_str().unwrap().to_owned();
            let service = content.record_mut("services", &changed).unwrap();
            let texts = service["languageVersions"].as_object_mut().unwrap();
            texts.values_mut().next().unwrap()["name"] = "Aivan uusi nimi".into();
            service["publishedAt"] = soon.clone().into();
            content.remove("services", &archived);
            content.archived.push(("services".into(), archived, soon.clone()));
        });
        app.set_clock(minute(20));
        let report = import(&app, &v12, Mode::Incremental, folder.path()).await;

        assert_eq!(report.mode, Mode::Incremental);
        assert_eq!(report.kinds["services"].changed, 1, "{:?}", report.problems);
        assert_eq!(report.kinds["services"].gone, 1, "{:?}", report.problems);
    }
}
