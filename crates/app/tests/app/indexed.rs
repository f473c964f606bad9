//! The search index beside the catalogue.

use std::sync::Arc;

use app::App;
use app::index::{SnapshotState, bring_up, build, examine, follow, let_it_follow, open, refresh};
use domain::catalogue::EntityKind::{Channel, Organisation, Service};
use search::Query;
use serde_json::json;

use crate::source::*;

fn found(app: &App, words: &str) -> Vec<String> {
    let query = Query { text: words.to_owned(), limit: 10, ..Query::default() };
    app.index().search(&query).hits.into_iter().map(|hit| hit.id).collect()
}

fn swimming() -> Source {
    let hall = json!({
        "id": organisation_id(1), "kind": "Municipality",
        "texts": {"fi": {"name": "Naantalin kaupunki"}},
        "area": {"kind": "limited", "municipalities": ["529"]},
    });
    Source::whole([
        record(Organisation, &hall),
        channel(1),
        service(1, "Uimahalli"),
        service(2, "Kirjasto"),
        connection(2, 1, "Ovi A"),
    ])
}

#[tokio::test]
async fn a_service_is_found_by_its_own_words_and_those_around_it() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        open(&app, &file).await.unwrap();
        assert!(app.index().is_empty());
        import(&app, swimming()).await;
        refresh(&app, &file).await.unwrap();
        assert_eq!(app.index().generation(), 1);
        assert_eq!(found(&app, "uimahalli"), [service_id(1).to_string()]);
        assert_eq!(found(&app, "paikka"), [service_id(2).to_string()], "by its channel's name");
        assert_eq!(found(&app, "naantalin kaupunki").len(), 2, "by the organisation's name");
        let here = Query { municipality: Some("529".into()), limit: 9, ..Query::default() };
        assert_eq!(app.index().search(&here).total, 2, "where its organisation works");
    }
}

#[tokio::test]
async fn what_counts_an_import_waits_until_readers_find_it() {
    for app in apps().await {
        import(&app, swimming()).await;
        let happened = std::sync::Mutex::new(Vec::new());
        let counting = async {
            let_it_follow(&app).await;
            happened.lock().unwrap().push("counted");
        };
        let following = async {
            let index = build(&app).await.unwrap();
            happened.lock().unwrap().push("found");
            app.publish_index(index);
        };
        tokio::join!(counting, following);
        assert_eq!(*happened.lock().unwrap(), ["found", "counted"]);
    }
}

#[tokio::test]
async fn an_import_leaves_the_file_to_a_program_that_serves_beside_it() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        open(&app, &file).await.unwrap();
        let serving = tokio::spawn(follow(app.clone(), file.clone()));
        let beside = App::fixed(app.database().clone(), app.now());
        import(&beside, swimming()).await;
        bring_up(&beside, &file).await.unwrap();
        assert!(beside.index().is_empty(), "made once more");
        assert_eq!(examine(&beside, &file).await.unwrap(), SnapshotState::Fits(2));
        serving.abort();
    }
}

#[tokio::test]
async fn an_import_beside_which_nobody_serves_brings_the_file_up_itself() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        import(&app, swimming()).await;
        bring_up(&app, &file).await.unwrap();
        assert_eq!(examine(&app, &file).await.unwrap(), SnapshotState::Fits(2));
    }
}

#[tokio::test]
async fn the_file_serves_the_next_start_and_only_its_own_database() {
    for (app, other) in apps().await.into_iter().zip(apps().await) {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        assert_eq!(examine(&app, &file).await.unwrap(), SnapshotState::Missing);
        import(&app, swimming()).await;
        open(&app, &file).await.unwrap();
        assert_eq!(examine(&app, &file).await.unwrap(), SnapshotState::Fits(2));

        let restarted = App::new(app.database().clone(), app.words().clone());
        open(&restarted, &file).await.unwrap();
        assert_eq!(found(&restarted, "uimahalli").len(), 1);

        // Behind the catalogue it serves all the same, until it is refreshed.
        import(&app, Source::whole([organisation(1, None), service(3, "Uimaranta")])).await;
        assert_eq!(examine(&app, &file).await.unwrap(), SnapshotState::Behind);
        let restarted = App::new(app.database().clone(), app.words().clone());
        open(&restarted, &file).await.unwrap();
        assert_eq!(restarted.index().generation(), 1);
        refresh(&restarted, &file).await.unwrap();
        assert_eq!(found(&restarted, "uimaranta").len(), 1);
        let left = found(&restarted, "uimahalli");
        assert!(!left.contains(&service_id(1).to_string()), "{left:?}");

        // Another database of the same generation; its runs have ids of their own.
        let _counted_on = other.new_id();
        import(&other, Source::whole([organisation(1, None), service(1, "Jäähalli")])).await;
        import(&other, Source::whole([organisation(1, None), service(1, "Kylpylä")])).await;
        assert_eq!(examine(&other, &file).await.unwrap(), SnapshotState::Foreign);
        open(&other, &file).await.unwrap();
        assert_eq!(found(&other, "kylpylä").len(), 1);

        std::fs::write(&file, "damaged").unwrap();
        let damaged = examine(&app, &file).await.unwrap();
        assert!(matches!(damaged, SnapshotState::Unusable(_)), "{damaged:?}");
        open(&app, &file).await.unwrap();
        assert_eq!(found(&app, "uimaranta").len(), 1);
    }
}

#[tokio::test]
async fn a_gone_service_is_not_found() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        import(&app, swimming()).await;
        open(&app, &file).await.unwrap();
        let gone = sources::Item::Gone { kind: Service, id: service_id(1) };
        import(&app, Source::part([]).with(gone)).await;
        refresh(&app, &file).await.unwrap();
        assert!(found(&app, "uimahalli").is_empty());
    }
}

/// So many services that a few changes are a small part of them.
const MANY: u32 = 120;

#[tokio::test]
async fn what_an_import_touched_is_followed_without_learning_all_anew() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        import(&app, Source::whole(town(MANY))).await;
        open(&app, &file).await.unwrap();
        let learnt = app.index().word_vectors();

        let mut harbour = channel_document(2);
        harbour["texts"]["fi"]["name"] = json!("Satama");
        let gone = sources::Item::Gone { kind: Service, id: service_id(5) };
        let changes = [
            service(1, "Uimahalli"),
            service(MANY + 1, "Kirjasto"),
            record(Channel, &harbour),
            connection(4, 3, "Ovi B"),
        ];
        import(&app, Source::part(changes).with(gone)).await;
        refresh(&app, &file).await.unwrap();
        assert_eq!(app.index().generation(), 2);
        assert_eq!(found(&app, "uimahalli"), [service_id(1).to_string()]);
        assert_eq!(found(&app, "kirjasto"), [service_id(MANY + 1).to_string()]);
        assert_eq!(found(&app, "satama"), [service_id(2).to_string()], "by its channel's name");
        assert!(Arc::ptr_eq(&app.index().word_vectors(), &learnt), "it was built whole");
        let whole = build(&app).await.unwrap();
        for words in ["palvelu 3", "paikka 3", "palvelu 5", "kunta", "kirjasto uimahalli"] {
            let query = Query { text: words.to_owned(), limit: 200, ..Query::default() };
            let (found, expected) = (app.index().search(&query), whole.search(&query));
            assert_eq!(found.total, expected.total, "{words}");
            assert_eq!(found.facets, expected.facets, "{words}");
        }
        assert_eq!(examine(&app, &file).await.unwrap(), SnapshotState::Fits(MANY as usize));
    }
}

#[tokio::test]
async fn a_name_that_services_mention_is_followed_wherever_it_is_mentioned() {
    for app in apps().await {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("index");
        let mut produced = service_document(1, "Hieronta");
        produced["producers"] =
            json!([{"provision": "PurchaseServices", "organisation": organisation_id(2)}]);
        let records = town(MANY).into_iter().chain([organisation(2, None)]);
        import(&app, Source::whole(records)).await;
        import(&app, Source::part([record(Service, &produced)])).await;
        open(&app, &file).await.unwrap();
        let mut company = json!({"id": organisation_id(2), "kind": "Company"});
        company["texts"] = json!({"fi": {"name": "Hierojat Oy"}});
        import(&app, Source::part([record(Organisation, &company)])).await;
        refresh(&app, &file).await.unwrap();
        assert_eq!(found(&app, "hierojat"), [service_id(1).to_string()]);
    }
}
