//! Pages that somebody saved, and progress.

use std::sync::Mutex;

use domain::import::Scope;
use sources::fetch::{Format, SavedPages, Source, discard};
use sources::progress::Progress;
use sources::stub::Stub;

use super::records::town;
use super::{fetch, full, v12};

#[tokio::test]
async fn saved_pages_are_where_they_are_and_need_no_fetching() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("services.json"), "[]").unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let source = SavedPages::new(place.path());
    let fetched = fetch(&source, &full(Scope::All), elsewhere.path()).await.unwrap();
    assert_eq!(fetched.directory, place.path());
    assert_eq!(fetched.manifest.format, Format::Saved);
    assert!(fetched.manifest.lists.is_empty());

    let nowhere = SavedPages::new(place.path().join("none"));
    let error = fetch(&nowhere, &full(Scope::All), elsewhere.path()).await.unwrap_err();
    assert!(error.to_string().contains("none"), "{error}");
}

#[tokio::test]
async fn pages_that_were_fetched_can_be_read_as_saved_with_what_is_known_of_them() {
    let stub = Stub::serve(town(12)).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let request = full(Scope::All);
    let fetched = fetch(&v12(&stub), &request, place.path()).await.unwrap();
    let saved = fetch(&SavedPages::new(place.path()), &request, place.path()).await.unwrap();
    assert_eq!(saved.manifest, fetched.manifest);
    discard(place.path()).unwrap();
    discard(place.path()).unwrap();
    assert!(!place.path().exists());
}

#[derive(Default)]
struct Told(Mutex<Vec<String>>);

impl Progress for Told {
    fn start(&self, list: &str, _total: Option<u64>) {
        self.0.lock().unwrap().push(format!("start {list}"));
    }
    fn advance(&self, list: &str, done: u64, total: Option<u64>) {
        assert!(total.is_none_or(|total| done <= total), "{list}: {done} of {total:?}");
    }
    fn finish(&self, list: &str) {
        self.0.lock().unwrap().push(format!("finish {list}"));
    }
}

#[tokio::test]
async fn progress_starts_and_finishes_each_list_in_turn() {
    let stub = Stub::serve(town(25)).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let told = Told::default();
    let request = full(Scope::Municipality("529".into()));
    v12(&stub).fetch(&request, place.path(), &told).await.unwrap();
    let told = told.0.into_inner().unwrap();
    assert_eq!(told[..2], ["start services", "finish services"]);
    assert!(told.chunks(2).all(|pair| pair[0].replace("start", "finish") == pair[1]), "{told:?}");
}
