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
