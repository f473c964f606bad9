//! Real records of PTV v11, from pages that were saved, through the reading into the database.

use std::path::{Path, PathBuf};

use app::App;
use app::import::{Completeness, Unread, run};
use domain::catalogue::EntityKind::{Channel, Connection, Service};
use domain::import::{Mode, Outcome, Report};
use sources::directory::read_directory;

use crate::source::*;

pub fn saved_pages() -> Option<PathBuf> {
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(
        || Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")).to_owned(),
        PathBuf::from,
    );
    let pages = shared.join("ptv/data/derived-v11");
    pages.is_dir().then_some(pages)
}

async fn import_pages(app: &App, directory: &Path) -> Report {
    let directory = directory.to_owned();
    run(app, options(Mode::Full), move |sink| match read_directory(&directory, sink) {
        Ok(read) => Ok(Completeness { kinds: read.complete, ..Completeness::default() }),
        Err(_) => Err(Unread::Stopped),
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn real_records_come_in_once_and_a_change_of_one_changes_one() {
    let Some(pages) = saved_pages() else {
        println!("skipped: no saved pages of PTV here");
        return;
    };
    let changed = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(&pages).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            std::fs::copy(&path, changed.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    let services = changed.path().join("services.json");
    let mut records: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&services).unwrap()).unwrap();
    let name = &mut records[0]["serviceNames"][0]["value"];
    assert!(name.is_string());
    *name = serde_json::json!("Aivan toinen nimi");
    std::fs::write(&services, records.to_string()).unwrap();

    for app in apps().await {
        let report = import_pages(&app, &pages).await;
        assert_eq!(report.outcome, Outcome::Complete);
        assert_eq!(tally(&report, Service)[..2], [446, 446]);
        assert_eq!(tally(&report, Channel)[..2], [998, 998]);
        let connections = tally(&report, Connection);
        assert!(connections[1] > 500, "{connections:?}");

        let before = contents(&app).await;
        app.set_clock(minute(1));
        let report = import_pages(&app, &pages).await;
        assert_eq!(contents(&app).await, before);
        assert_eq!(tally(&report, Service), [446, 0, 0, 446, 0, 0]);
        assert_eq!(tally(&report, Connection)[3], connections[1]);

        let report = import_pages(&app, changed.path()).await;
        assert_eq!(tally(&report, Service), [446, 0, 1, 445, 0, 0]);
        assert_eq!(tally(&report, Connection)[4], 0);
    }
}

/// Each rule's findings on real descriptions of 2018; prints the table.
#[tokio::test]
async fn real_services_are_checked_by_every_rule() {
    let Some(pages) = saved_pages() else {
        println!("skipped: no saved pages of PTV here");
        return;
    };
    let app = App::new(app::Database::open("sqlite::memory:").await.unwrap(), words());
    import_pages(&app, &pages).await;
    let mut rows = Vec::new();
    let take = |batch| -> Result<(), app::Error> {
        rows.extend::<Vec<app::quality::Row>>(batch);
        Ok(())
    };
    let settings = app::quality::Settings::default();
    let checked = app::quality::check_catalogue(&app, &settings, None, take).await.unwrap();
    assert_eq!((checked.services, checked.channels), (446, 998));
    for rule in app::quality::rules() {
        let hits: Vec<_> = rows.iter().filter(|row| row.rule == rule.id).collect();
        println!("HIT {} {} {}", rule.id, rule.severity.code(), hits.len());
        for row in hits.iter().step_by(hits.len() / 12 + 1) {
            let words: Vec<&str> = row.evidence.iter().map(|it| it.words.as_str()).collect();
            let words: String = words.join(" | ").chars().take(110).collect();
            println!("  {} {:?} {words}", row.field.code(), row.language);
        }
    }
    let of_services: Vec<_> =
        rows.iter().filter(|row| row.entity == domain::catalogue::EntityKind::Service).collect();
    let count = |rule: &str| of_services.iter().filter(|row| row.rule == rule).count();
    assert_eq!(count("S9"), 6, "services without a channel");
    assert_eq!(count("S3"), 4, "summaries that repeat the name, two of them with a full stop");
    assert!(count("T12") > 0 && count("T6") < rows.len());
}

fn words() -> app::words::Words {
    app::words::Words::installed(None).unwrap()
}
