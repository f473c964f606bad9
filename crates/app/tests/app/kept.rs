//! What lists show of services, read once for as long as an index is the one that readers have.

use app::App;
use app::catalogue::{Search, search, search_widened};
use app::index::{open, refresh};
use domain::Language;
use domain::catalogue::EntityKind::{Organisation, Service};
use serde_json::json;

use crate::source::*;

async fn names(app: &App, words: &str) -> Vec<String> {
    let asked = Search { words: words.to_owned(), limit: 10, ..Search::default() };
    let found = search(app, &asked).await.unwrap().services;
    let name = |names: &domain::Localized| names.best(Language::Fi).unwrap().1.to_owned();
    found.iter().map(|found| name(&found.summary.service.names())).collect()
}

fn hall(name: &str) -> Source {
    Source::whole([organisation(1, None), channel(1), service(1, name), connection(1, 1, "Ovi A")])
}

#[tokio::test]
async fn what_is_kept_says_what_was_read() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        let owner = json!({
            "id": organisation_id(1), "kind": "Municipality",
            "texts": {"fi": {"name": "Naantalin kaupunki"}},
            "area": {"kind": "limited", "municipalities": ["529"]},
        });
        let others = (1..=8).map(|number| service(number, &format!("Uimahalli {number}")));
        let around = [record(Organisation, &owner), channel(1), channel(2)];
        let connected =
            [connection(1, 1, "Ovi A"), connection(1, 2, "Ovi B"), connection(2, 1, "")];
        import(&app, Source::whole(around.into_iter().chain(others).chain(connected))).await;
        open(&app, &file).await.unwrap();
        for municipality in [None, Some("529"), Some("853")] {
            let words = "uimahalli".to_owned();
            let asked = Search { words, municipality, limit: 5, ..Search::default() };
            let read = search_widened(&app, &asked).await.unwrap();
            let kept = search_widened(&app, &asked).await.unwrap();
            assert_eq!(read, kept);
            assert!(municipality == Some("853") || !read.services.is_empty());
        }
    }
}

#[tokio::test]
async fn a_changed_service_is_shown_as_it_is_as_soon_as_the_index_follows() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        import(&app, hall("Uimahalli Aalto")).await;
        open(&app, &file).await.unwrap();
        assert_eq!(names(&app, "uimahalli").await, ["Uimahalli Aalto"]);
        import(&app, hall("Uimahalli Lumme")).await;
        assert_eq!(names(&app, "uimahalli").await, ["Uimahalli Aalto"], "of one generation, whole");
        refresh(&app, &file).await.unwrap();
        assert_eq!(names(&app, "uimahalli").await, ["Uimahalli Lumme"]);
    }
}

#[tokio::test]
async fn a_service_that_has_gone_is_shown_no_more_as_soon_as_the_index_follows() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        import(&app, hall("Uimahalli Aalto")).await;
        open(&app, &file).await.unwrap();
        assert_eq!(names(&app, "uimahalli").await.len(), 1);
        let gone = sources::Item::Gone { kind: Service, id: service_id(1) };
        import(&app, Source::part([]).with(gone)).await;
        refresh(&app, &file).await.unwrap();
        assert!(names(&app, "uimahalli").await.is_empty());
    }
}

#[tokio::test]
async fn lists_bring_no_long_texts() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        let mut document = service_document(1, "Uimahalli");
        let long = "Halli on auki joka päivä.";
        document["texts"]["fi"]["description"] = json!(long);
        document["texts"]["fi"]["summary"] = json!("Uintia.");
        import(&app, Source::whole([organisation(1, None), record(Service, &document)])).await;
        open(&app, &file).await.unwrap();
        for _ in 0..2 {
            let asked = Search { limit: 5, ..Search::default() };
            let found = search(&app, &asked).await.unwrap().services.remove(0).summary;
            let texts = &found.service.texts[&Language::Fi];
            assert_eq!((texts.summary.as_deref(), &texts.description), (Some("Uintia."), &None));
        }
    }
}
