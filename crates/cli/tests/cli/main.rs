//! The command line as operators meet it: the real binary, on a folder of its own.

#![expect(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

mod campaigns;
mod coverage;
mod doctor;
mod feedback;
mod full;
mod geo;
mod import;
mod often;
mod provider_link;
mod quality;
mod refusals;
mod search_eval;
mod search_words;
mod serve;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder in which the binary runs, so that nothing that it writes goes elsewhere.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The binary with arguments, started in the folder and knowing nothing of ours.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tarjotin"));
        command.args(arguments).current_dir(self.0.path());
        command.env_remove("TARJOTIN_CONFIG").env_remove("TARJOTIN_DATABASE");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that must go well, and gives what it printed.
    fn well(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// A demonstration county in a folder named `pages`.
    fn pages(&self, services: usize) {
        self.well(&["demonstration", "--out", "pages", "--services", &services.to_string()]);
    }

    /// Imports the pages, and gives the report that it wrote.
    fn import(&self) -> serde_json::Value {
        self.well(&["import", "ptv", "--from", "pages", "--report", "report.json"]);
        serde_json::from_slice(&std::fs::read(self.file("report.json")).unwrap()).unwrap()
    }

    /// The names of what lies in the folder.
    fn files(&self) -> Vec<String> {
        names(self.0.path())
    }
}

/// A number of a report.
fn count(report: &serde_json::Value, kind: &str, name: &str) -> u64 {
    report[kind][name].as_u64().unwrap_or_else(|| panic!("{kind} {name}: {report}"))
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
