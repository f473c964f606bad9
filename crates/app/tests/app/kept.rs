//! What lists show of services, read once for as long as an index is the one that readers have.

use app::App;
use app::catalogue::{Search, keep_ahead, search, search_widened};
use app::index::{open, refresh};
use domain::Language;
use domain::catalogue::EntityKind::{Organisation, Service};
use serde_json::json;

use crate::source::*;

async fn names(app: &App, words: &str) -> Vec<String> {
    let asked = Search { words: words.to_owned(), limit: 10, ..Search::default() };
    let found = search(app, &asked).await.unwrap().services;
    let name = |names: &domain::Localized| names.best(Language::Fi).unwrap().1.to_owned();
    found.iter().map(|found| name(&found.summary.names)).collect()
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
async fn what_is_read_ahead_is_what_would_have_been_read() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        let others = (1..=8).map(|number| service(number, &format!("Uimahalli {number}")));
        let around = [organisation(1, None), channel(1), channel(2)];
        let connected =
            [connection(1, 1, "Ovi A"), connection(1, 2, "Ovi B"), connection(2, 1, "")];
        import(&app, Source::whole(around.into_iter().chain(others).chain(connected))).await;
        open(&app, &file).await.unwrap();
        let asked = Search { words: "uimahalli".to_owned(), limit: 10, ..Search::default() };
        let read = search(&app, &asked).await.unwrap();
        app.publish_index(app.index());
        keep_ahead(&app).await.unwrap();
        assert_eq!(search(&app, &asked).await.unwrap(), read);
        assert_eq!(read.services.len(), 8);
    }
}

#[tokio::test]
async fn what_was_read_ahead_is_not_asked_of_the_database_again() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        import(&app, hall("Uimahalli Aalto")).await;
        open(&app, &file).await.unwrap();
        keep_ahead(&app).await.unwrap();
        import(&app, hall("Uimahalli Lumme")).await;
        assert_eq!(names(&app, "uimahalli").await, ["Uimahalli Aalto"]);
    }
}

#[tokio::test]
async fn nothing_is_read_ahead_of_a_later_catalogue_than_the_indexs() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        import(&app, hall("Uimahalli Aalto")).await;
        open(&app, &file).await.unwrap();
        import(&app, hall("Uimahalli Lumme")).await;
        keep_ahead(&app).await.unwrap();
        import(&app, hall("Uimahalli Meri")).await;
        assert_eq!(names(&app, "uimahalli").await, ["Uimahalli Meri"]);
    }
}

#[tokio::test]
async fn what_is_kept_of_other_services_outlasts_an_update_of_the_index() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        let services = (1..=120).map(|number| service(number, &format!("Uimahalli {number}")));
        import(&app, Source::whole([organisation(1, None)].into_iter().chain(services))).await;
        open(&app, &file).await.unwrap();
        keep_ahead(&app).await.unwrap();
        import(&app, Source::part([service(1, "Kylpylä Aalto")])).await;
        refresh(&app, &file).await.unwrap();
        assert_eq!(names(&app, "kylpylä aalto").await[0], "Kylpylä Aalto");
        import(&app, Source::part([service(2, "Kirjasto Lumme")])).await;
        assert_eq!(names(&app, "uimahalli 2").await[0], "Uimahalli 2");
    }
}
