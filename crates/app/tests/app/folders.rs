//! What an operator may give as a folder: nothing in it, a part of a copy, a fetch that was killed.

use std::fs;
use std::path::Path;

use app::App;
use app::import::{Order, from_source};
use domain::catalogue::EntityKind;
use domain::import::{Mode, Outcome, Problem, ProblemCode, Report, Scope, Severity};
use sources::demonstration::{Size, write};
use sources::fetch::SavedPages;
use sources::progress::Silent;

use crate::source::*;

/// A demonstration county, written out.
fn county() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), Size { services: 240 }, 1).unwrap();
    folder
}

async fn import_from(app: &App, folder: &Path) -> Report {
    let order = Order {
        scope: Scope::All,
        mode: Mode::Full,
        accept_drop: None,
        pages: folder.join("unused"),
    };
    from_source(app, &SavedPages::new(folder), &order, &Silent).await.unwrap()
}

fn failures(report: &Report) -> Vec<&Problem> {
    report.problems.iter().filter(|problem| problem.severity == Severity::Failed).collect()
}

fn gone(report: &Report) -> u64 {
    report.kinds.values().map(|counts| counts.gone).sum()
}

/// When the feed's last good run began: incremental reads look from there.
async fn last_good(app: &App) -> Option<jiff::Timestamp> {
    app::schedule::last_runs(app, "ptv:all").await.unwrap().any
}

#[tokio::test]
async fn a_folder_without_lists_is_a_failed_run_and_no_good_one() {
    for app in apps().await {
        let nothing = tempfile::tempdir().unwrap();
        fs::write(nothing.path().join("readme.txt"), "not here").unwrap();
        let report = import_from(&app, nothing.path()).await;
        assert_eq!(report.outcome, Outcome::Failed);
        assert_eq!(failures(&report)[0].code, ProblemCode::PageUnreadable);
        assert_eq!(last_good(&app).await, None);
    }
}

#[tokio::test]
async fn a_file_that_is_lost_of_fetched_pages_removes_nothing() {
    for app in apps().await {
        let county = county();
        assert_eq!(import_from(&app, county.path()).await.outcome, Outcome::Complete);
        let (before, good) = (contents(&app).await, last_good(&app).await);
        assert!(good.is_some());
        for file in ["services-0002.json", "connections-0001.json", "service_channels-0001.json"] {
            let path = county.path().join(file);
            let text = fs::read(&path).unwrap();
            fs::remove_file(&path).unwrap();
            let report = import_from(&app, county.path()).await;
            assert_eq!(report.outcome, Outcome::Partial, "{file}");
            assert_eq!(gone(&report), 0, "{file}");
            assert_eq!(failures(&report)[0].code, ProblemCode::ListIncomplete, "{file}");
            assert_eq!(contents(&app).await, before, "{file}");
            fs::write(&path, text).unwrap();
        }
        assert_eq!(import_from(&app, county.path()).await.outcome, Outcome::Complete);
    }
}

#[tokio::test]
async fn what_stands_in_a_file_s_place_removes_nothing() {
    let whole = county();
    let services = fs::read_to_string(whole.path().join("services-0002.json")).unwrap();
    let half = &services[..services.floor_char_boundary(services.len() / 2)];
    for app in apps().await {
        let county = county();
        import_from(&app, county.path()).await;
        let before = contents(&app).await;
        for text in ["", " ", "<html>Kirjaudu</html>", "null", "{}", "\"services\"", half] {
            for file in ["services-0002.json", "connections-0001.json"] {
                let path = county.path().join(file);
                let kept = fs::read(&path).unwrap();
                fs::write(&path, text).unwrap();
                let report = import_from(&app, county.path()).await;
                assert_eq!(report.outcome, Outcome::Partial, "{file} {text:.20}");
                assert_eq!(failures(&report)[0].code, ProblemCode::PageUnreadable, "{file}");
                assert_eq!(contents(&app).await, before, "{file} {text:.20}");
                fs::write(&path, kept).unwrap();
            }
        }
    }
}

#[tokio::test]
async fn pages_of_a_fetch_that_was_killed_remove_nothing_and_are_no_good_run() {
    for app in apps().await {
        let county = county();
        let manifest = county.path().join("manifest.json");
        let text = fs::read_to_string(&manifest).unwrap();
        let killed = text.replace("\"ended\": true", "\"ended\": false");
        assert_ne!(text, killed);
        fs::write(&manifest, killed).unwrap();
        let report = import_from(&app, county.path()).await;
        assert_eq!(report.outcome, Outcome::Partial);
        assert_eq!(counts(&report, EntityKind::Service).new, 240, "what is there is in");
        assert_eq!(last_good(&app).await, None);

        fs::write(&manifest, &text[..text.len() / 2]).unwrap();
        let before = contents(&app).await;
        let order = Order {
            scope: Scope::All,
            mode: Mode::Full,
            accept_drop: None,
            pages: county.path().join("unused"),
        };
        let source = SavedPages::new(county.path());
        let refusal = from_source(&app, &source, &order, &Silent).await.unwrap_err();
        assert!(refusal.to_string().contains("manifest.json"), "{refusal}");
        assert_eq!(contents(&app).await, before);
    }
}

#[tokio::test]
async fn a_hundred_imports_in_a_row_leave_nothing_behind_but_their_reports() {
    let county = county();
    for app in apps().await {
        import_from(&app, county.path()).await;
        let before = contents(&app).await;
        for _ in 0..100 {
            assert_eq!(import_from(&app, county.path()).await.generation, None);
        }
        assert_eq!(contents(&app).await, before);
    }
}
