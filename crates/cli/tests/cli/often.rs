//! Imports one after the other in a program that lives on, as `serve` does by schedule.

use std::path::Path;

use app::import::{Order, from_source};
use app::sources::{SavedPages, Silent};
use app::words::Words;
use app::{App, Database};
use domain::import::{Mode, Outcome, Scope};

use crate::Place;

/// The memory that this process holds, in KiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// The bytes of the database, of its journal and of the index's files.
fn on_disk(place: &Place) -> u64 {
    let names = crate::names(&place.file("data"));
    let sizes = names.iter().map(|name| place.file("data").join(name).metadata().unwrap().len());
    sizes.sum()
}

async fn import(app: &App, pages: &Path, snapshot: &Path) {
    let order = Order {
        scope: Scope::All,
        mode: Mode::Full,
        accept_drop: None,
        pages: pages.join("unused"),
    };
    let report = from_source(app, &SavedPages::new(pages), &order, &Silent).await.unwrap();
    assert_eq!(report.outcome, Outcome::Complete);
    app::index::refresh(app, snapshot).await.unwrap();
}

/// The first ten find their own size; the next hundred add their reports and nothing else.
#[tokio::test]
async fn a_hundred_imports_in_a_row_take_neither_memory_nor_disk() {
    let place = Place::new();
    place.pages(60);
    std::fs::create_dir(place.file("data")).unwrap();
    let address = format!("sqlite:{}", place.file("data/tarjotin.db").display());
    let app = App::new(Database::open(&address).await.unwrap(), Words::by_endings());
    let (pages, snapshot) = (place.file("pages"), place.file("data/index.snapshot"));
    for _ in 0..10 {
        import(&app, &pages, &snapshot).await;
    }
    let (memory, disk) = (resident(), on_disk(&place));
    for _ in 0..100 {
        import(&app, &pages, &snapshot).await;
    }
    let (more_memory, more_disk) =
        (resident().saturating_sub(memory), on_disk(&place).saturating_sub(disk));
    // A report is some kilobytes; the journal goes up to four megabytes before it begins anew.
    assert!(more_disk < 6_000_000, "{more_disk} bytes more on disk");
    assert!(more_memory < 40_000, "{more_memory} KiB more in memory");
}
