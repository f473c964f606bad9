//! Fetching, against the stand-in for PTV.

mod identity;
mod read;
mod records;
mod resume;
mod saved;
pub mod schema;
mod transport;
mod v11;
mod v12;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::catalogue::{EntityId, EntityKind};
use domain::import::{Mode, Problem, ProblemCode, Scope};
use futures_util::future::BoxFuture;
use sources::fetch::{
    Client, FetchError, FetchRequest, Fetched, Limits, PtvV11, PtvV12, Source, Waiting,
};
use sources::progress::Silent;
use sources::stub::Stub;

/// The key that must never be seen anywhere.
const KEY: &str = "s3cret-key";

/// Waits that are noted and not waited.
#[derive(Default)]
struct Noted(Mutex<Vec<Duration>>);

impl Waiting for Noted {
    fn pause(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.lock().unwrap().push(duration);
        Box::pin(tokio::task::yield_now())
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}

impl Noted {
    fn seconds(&self) -> Vec<u64> {
        self.0.lock().unwrap().iter().map(Duration::as_secs).collect()
    }
}

/// Limits under which nothing takes long. What a test does not wait for is as in production.
fn limits() -> Limits {
    Limits {
        connect: Duration::from_secs(5),
        idle: Duration::from_secs(10),
        total: Duration::from_secs(20),
        body: 1_000_000,
        ..Limits::default()
    }
}

fn client(limits: Limits, waiting: &Arc<Noted>) -> Client {
    let waiting: Arc<dyn Waiting> = waiting.clone();
    Client::with(limits, waiting, Some("ylläpito@example.org")).unwrap()
}

fn v12(stub: &Stub) -> PtvV12 {
    PtvV12::new(client(limits(), &Arc::default()), &stub.base(), KEY).unwrap()
}

fn v11(stub: &Stub) -> PtvV11 {
    PtvV11::new(client(limits(), &Arc::default()), &stub.base()).unwrap()
}

fn full(scope: Scope) -> FetchRequest {
    FetchRequest {
        scope,
        mode: Mode::Full,
        since: None,
        started: "2026-11-24T03:00:00Z".parse().unwrap(),
        known: BTreeSet::new(),
    }
}

fn since(scope: Scope, since: &str, known: &[(EntityKind, &str)]) -> FetchRequest {
    let known = known.iter().map(|(kind, id)| (*kind, EntityId::new(*id).unwrap())).collect();
    let since = Some(since.parse().unwrap());
    FetchRequest { mode: Mode::Incremental, since, known, ..full(scope) }
}

async fn fetch(
    source: &dyn Source,
    request: &FetchRequest,
    directory: &Path,
) -> Result<Fetched, FetchError> {
    source.fetch(request, directory, &Silent).await
}

/// The records of a list that the directory has, by id, however many pages they are on.
fn ids(directory: &Path, list: &str) -> BTreeSet<String> {
    files(directory, list).iter().flat_map(|text| ids_in(text)).collect()
}

fn ids_in(text: &str) -> Vec<String> {
    let page: serde_json::Value = serde_json::from_str(text).unwrap();
    let items = page.get("items").or(page.get("itemList")).unwrap_or(&page);
    let id = |item: &serde_json::Value| {
        let one = |name: &str| item.get(name).and_then(|id| id.as_str()).map(str::to_owned);
        let pair = one("serviceContentId").zip(one("channelContentId"));
        one("contentId").or(one("id")).or(one("uri")).or(pair.map(|(a, b)| format!("{a}~{b}")))
    };
    items.as_array().into_iter().flatten().filter_map(id).collect()
}

/// The texts of the files of a list.
fn files(directory: &Path, list: &str) -> Vec<String> {
    let entries = std::fs::read_dir(directory).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let of_list = |name: &String| {
        let rest = name.strip_prefix(list).and_then(|rest| rest.strip_prefix('-'));
        rest.is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_digit()))
    };
    names
        .filter(of_list)
        .map(|name| std::fs::read_to_string(directory.join(name)).unwrap())
        .collect()
}

fn codes(problems: &[Problem]) -> BTreeSet<ProblemCode> {
    problems.iter().map(|problem| problem.code).collect()
}
