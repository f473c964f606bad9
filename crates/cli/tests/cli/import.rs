//! `import`, `demonstration` and `backup`.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::{Place, count};

/// The counts of each kind that the issue names.
const KINDS: [&str; 5] =
    ["services", "channels", "organisations", "general_descriptions", "collections"];
const COUNTS: [&str; 6] = ["read", "new", "changed", "unchanged", "gone", "refused"];

#[test]
fn a_report_counts_each_kind_and_lists_the_problems() {
    let place = Place::new();
    place.pages(60);
    let report = place.import();
    assert_eq!(report["outcome"], "complete");
    assert!(report["problems"].is_array());
    for kind in KINDS {
        for name in COUNTS {
            count(&report, kind, name);
        }
    }
    assert_eq!(count(&report, "services", "read"), 60);
    assert_eq!(count(&report, "services", "new"), 60);
    assert!(count(&report, "channels", "new") > 0);
}

#[test]
fn a_second_import_finds_all_unchanged() {
    let place = Place::new();
    place.pages(60);
    let (first, second) = (place.import(), place.import());
    for kind in KINDS {
        assert_eq!(count(&second, kind, "unchanged"), count(&first, kind, "new"), "{kind}");
        for name in ["new", "changed", "gone", "refused"] {
            assert_eq!(count(&second, kind, name), 0, "{kind} {name}");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_county_and_another_gives_another() {
    let place = Place::new();
    let pages = |folder: &str, seed: &str| {
        place.well(&["demonstration", "--out", folder, "--services", "20", "--seed", seed]);
        let read = |name| std::fs::read(place.file(folder).join(name)).unwrap();
        crate::names(&place.file(folder)).into_iter().map(read).collect::<Vec<_>>()
    };
    let first = pages("first", "7");
    assert!(!first.is_empty());
    assert_eq!(first, pages("again", "7"));
    assert_ne!(first, pages("other", "8"));
}

#[test]
fn what_is_partly_read_removes_nothing_and_ends_with_1() {
    let place = Place::new();
    place.pages(20);
    place.import();
    let page = place.file("pages/services-0001.json");
    let whole = std::fs::read_to_string(&page).unwrap();
    std::fs::write(&page, &whole[..whole.len() / 2]).unwrap();
    let output = place.run(&["import", "ptv", "--from", "pages", "--report", "report.json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(place.file("report.json")).unwrap()).unwrap();
    assert_eq!(report["outcome"], "partial");
    assert_eq!(count(&report, "services", "gone"), 0);
}

#[test]
fn a_backup_is_a_database_with_the_same_content() {
    let place = Place::new();
    place.pages(20);
    place.import();
    let said = place.well(&["backup", "copy.db"]);
    assert!(said.contains("copy.db"), "{said}");
    let again = place.run(&["backup", "copy.db"]);
    assert_eq!(again.status.code(), Some(2), "a copy is never overwritten");
    place.well(&[
        "--database",
        "sqlite:copy.db",
        "import",
        "ptv",
        "--from",
        "pages",
        "--report",
        "report.json",
    ]);
    let report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(place.file("report.json")).unwrap()).unwrap();
    assert_eq!(count(&report, "services", "unchanged"), 20);
}

/// The one killed is stopped while it reads; the next one waits until its place is free, which
/// takes some seconds, and says that it waits.
#[test]
fn a_killed_import_begun_again_ends_complete() {
    let place = Place::new();
    place.pages(2_000);
    let mut killed = place
        .command(&["import", "ptv", "--from", "pages"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // The tables alone are smaller than this: records are being staged.
    let journal = place.file("data/tarjotin.db-wal");
    while std::fs::metadata(&journal).map_or(0, |journal| journal.len()) < 800_000 {
        assert!(killed.try_wait().unwrap().is_none(), "it was over before it was killed");
        std::thread::yield_now();
    }
    killed.kill().unwrap();
    assert!(!killed.wait().unwrap().success(), "it was over before it was killed");

    let begun = Instant::now();
    let output = place.run(&["import", "ptv", "--from", "pages", "--report", "report.json"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    assert!(told.contains("was killed"), "{told}");
    assert!(begun.elapsed() < Duration::from_mins(1), "{told}");
    let report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(place.file("report.json")).unwrap()).unwrap();
    assert_eq!(report["outcome"], "complete");
    assert_eq!(count(&report, "services", "new"), 2_000);
    assert_eq!(count(&place.import(), "services", "unchanged"), 2_000);
}
