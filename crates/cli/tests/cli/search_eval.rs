//! `search eval`, on an invented corpus and on the judged set.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::Place;

/// The figures below which the search must not fall.
const FLOORS: &str = include_str!("search-floors.toml");

impl Place {
    /// Services named after what they are, and a query for each of them.
    fn judged(&self) {
        let names =
            ["Uimahalli", "Kirjasto", "Neuvola", "Luistelurata", "Hammashoitola", "Nuorisotila"];
        let numbered = || names.iter().enumerate();
        let services = numbered().map(|(number, name)| {
            json!({ "id": format!("s{number}"), "scope": "national", "names": { "fi": name } })
        });
        let answerable = numbered().map(|(number, name)| {
            json!({
                "qid": format!("q{number}"), "query": name, "lang": "fi", "kind": "name",
                "judgments": { format!("s{number}"): 3 },
            })
        });
        let unanswerable = json!({
            "qid": "q9", "query": "zyxwvut", "lang": "fi", "kind": "no_answer", "judgments": {},
        });
        let corpus: Vec<String> = services.map(|line| line.to_string() + "\n").collect();
        let queries: Vec<String> =
            answerable.chain([unanswerable]).map(|line| line.to_string() + "\n").collect();
        std::fs::write(self.file("corpus.jsonl"), corpus.concat()).unwrap();
        std::fs::write(self.file("queries.jsonl"), queries.concat()).unwrap();
    }

    fn eval(&self, more: &[&str]) -> std::process::Output {
        let own = ["search", "eval", "--corpus", "corpus.jsonl", "--queries", "queries.jsonl"];
        self.run(&[&own, more].concat())
    }
}

fn printed(output: &std::process::Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_table_by_kind_is_printed_and_the_run_written_without_what_found_nothing() {
    let place = Place::new();
    place.judged();
    let output = place.eval(&["--run", "run.tsv", "--per-query"]);
    assert!(output.status.success(), "{output:?}");
    let table = printed(&output);
    for line in [
        "ALL answerable     6  1.000 1.000–1.000   ",
        "name               6  1.000 1.000–1.000   ",
        "no_answer          1  –                   –                   –                   1.000 ",
        "q0    name         1.000   1.000     3           Uimahalli → Uimahalli",
        "q9    no_answer    –       –                     zyxwvut → nothing",
    ] {
        assert!(table.lines().any(|each| each.starts_with(line)), "{line:?} is not in\n{table}");
    }
    let run = std::fs::read_to_string(place.file("run.tsv")).unwrap();
    assert_eq!(run.lines().count(), 6, "{run}");
    assert!(run.starts_with("q0\ts0\t1\n") && !run.contains("q9"), "{run}");
}

#[test]
fn a_real_drop_against_an_earlier_run_ends_with_1_and_a_rise_does_not() {
    let place = Place::new();
    place.judged();
    std::fs::write(place.file("worse.tsv"), "q0\ts0\t1\n").unwrap();
    let rise = place.eval(&["--against", "worse.tsv", "--run", "now.tsv"]);
    assert_eq!(rise.status.code(), Some(0), "{rise:?}");
    assert!(printed(&rise).contains("rise"), "{rise:?}");
    assert!(!printed(&rise).contains("no_answer          1  zero"), "it is as it was: {rise:?}");
    let same = place.eval(&["--against", "now.tsv"]);
    assert!(same.status.success() && printed(&same).contains("No real drop."), "{same:?}");

    // Services that are not found by what they were found by before.
    let corpus = std::fs::read_to_string(place.file("corpus.jsonl")).unwrap();
    std::fs::write(place.file("corpus.jsonl"), corpus.replace("\"fi\":\"", "\"fi\":\"Qq")).unwrap();
    let drop = place.eval(&["--against", "now.tsv", "--json"]);
    assert_eq!(drop.status.code(), Some(1), "{drop:?}");
    let told: Value = serde_json::from_slice(&drop.stdout).unwrap();
    assert_eq!(told["comparison"]["dropped"], true, "{told}");
    assert_eq!(told["comparison"]["groups"][0]["differences"][0]["mean"], -1.0, "{told}");
}

#[test]
fn a_line_that_cannot_be_read_is_refused_by_file_line_and_reason() {
    let place = Place::new();
    place.judged();
    let corpus = std::fs::read_to_string(place.file("corpus.jsonl")).unwrap();
    std::fs::write(place.file("corpus.jsonl"), corpus + "{\"id\":\"s7\"}\n").unwrap();
    let output = place.eval(&[]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let sentence = String::from_utf8(output.stderr).unwrap();
    assert!(sentence.contains("corpus.jsonl line 7: missing field"), "{sentence}");
}

/// The judged set, where it is at hand.
fn judged_set() -> Option<PathBuf> {
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(
        || Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")).to_owned(),
        PathBuf::from,
    );
    let folder = shared.join("search");
    folder.join("corpus.jsonl").is_file().then_some(folder)
}

/// What the command tells of the judged set, after writing the run into `run.tsv`.
fn measured(place: &Place, folder: &Path) -> Value {
    let (corpus, queries) = (folder.join("corpus.jsonl"), folder.join("golden.jsonl"));
    let told = place.well(&[
        "search",
        "eval",
        "--corpus",
        corpus.to_str().unwrap(),
        "--queries",
        queries.to_str().unwrap(),
        "--run",
        "run.tsv",
        "--json",
    ]);
    serde_json::from_str(&told).unwrap()
}

fn mean(told: &Value, group: &str, measure: &str) -> Option<f64> {
    let groups = told["groups"].as_array().unwrap();
    let figures = groups.iter().find(|each| each["group"] == group);
    figures.unwrap_or_else(|| panic!("there is no group {group:?}"))[measure]["mean"].as_f64()
}

#[test]
fn the_judged_set_is_answered_no_worse_than_the_floors_say() {
    let Some(folder) = judged_set() else {
        println!("skipped: no judged set here");
        return;
    };
    let told = measured(&Place::new(), &folder);
    let floors: toml::Table = FLOORS.parse().unwrap();
    let mut below = Vec::new();
    for (group, floors) in &floors {
        for (measure, floor) in floors.as_table().unwrap() {
            let floor = floor.as_float().unwrap();
            let figure = mean(&told, group, measure).unwrap();
            println!("{group}: {measure} is {figure:.3}, the floor {floor:.3}");
            if figure < floor {
                below.push(format!("{group}: {measure} is {figure:.3}, below {floor:.3}"));
            }
        }
    }
    assert!(!floors.is_empty());
    assert!(below.is_empty(), "{below:#?}");
}

#[test]
fn the_outside_scorer_gives_the_written_run_the_same_figures() {
    let Some(folder) = judged_set() else {
        println!("skipped: no judged set here");
        return;
    };
    let place = Place::new();
    let told = measured(&place, &folder);
    let run = place.file("run.tsv");
    let asked =
        Command::new("python3").arg(folder.join("eval.py")).arg(&run).arg("--json").output();
    let Ok(output) = asked else {
        println!("skipped: no python3 here");
        return;
    };
    assert!(output.status.success(), "{output:?}");
    let scored: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = scored["table"].as_array().unwrap();
    assert_eq!(rows.len(), told["groups"].as_array().unwrap().len());
    for row in rows {
        let group = row["group"].as_str().unwrap();
        for measure in ["ndcg@10", "recall@50", "success@3", "zero", "holes@10", "results"] {
            match (mean(&told, group, measure), row[measure].as_f64()) {
                (Some(ours), Some(theirs)) => {
                    assert!((ours - theirs).abs() < 1e-9, "{group} {measure}: {ours} {theirs}");
                }
                (ours, theirs) => assert_eq!(ours, theirs, "{group} {measure}"),
            }
        }
    }
}
