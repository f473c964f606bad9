//! A disk that takes no more.

use std::process::{Command, Output};

use crate::serve::Server;
use crate::{Place, count};

/// Runs the binary with no file allowed to grow beyond so many bytes, as on a disk that is full:
/// writing fails with an error, and the process lives to say so.
fn run_within(place: &Place, bytes: u64, arguments: &[&str]) -> Output {
    let blocks = bytes / 512;
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_tarjotin")]).args(arguments);
    command.current_dir(place.file("."));
    command.env_remove("TARJOTIN_CONFIG").env_remove("TARJOTIN_DATABASE");
    command.output().unwrap()
}

/// What readers have.
fn served(place: &Place) -> String {
    let server = Server::start(place, &["serve", "--listen", "127.0.0.1:0"]);
    let (status, list) = server.get("/api/v1/services?limit=100");
    assert_eq!(status, 200);
    assert_eq!(server.end(), Some(0));
    list
}

#[test]
fn an_import_onto_a_full_disk_says_so_and_leaves_the_catalogue_as_it_was() {
    let place = Place::new();
    place.pages(60);
    place.import();
    let before = served(&place);

    std::fs::remove_dir_all(place.file("pages")).unwrap();
    place.pages(600);
    let import = ["import", "ptv", "--from", "pages", "--report", "report.json"];
    let length = std::fs::metadata(place.file("data/tarjotin.db")).unwrap().len();
    for room in [4_096, 100_000, 400_000] {
        let output = run_within(&place, length + room, &import);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{room}: {told}");
        assert!(told.contains("full") && told.contains("as it was"), "{room}: {told}");
        assert_eq!(served(&place), before, "{room}");
    }

    let report = place.import();
    assert_eq!(report["outcome"], "complete");
    assert_eq!(count(&report, "services", "refused"), 0);
    assert_eq!(count(&place.import(), "services", "unchanged"), 600);
}
