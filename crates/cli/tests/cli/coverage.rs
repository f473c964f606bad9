//! `coverage`: what counties look at, on the command line.

use std::collections::BTreeMap;

use crate::Place;

const COUNTY: &str = "county = \"05\"\nhosts = [\"varha.example\"]\n\
     name = { fi = \"Varha\", sv = \"Varha\", en = \"Varha\" }\n";

fn configured(place: &Place, coverage: &str) {
    std::fs::write(place.file("varha.toml"), format!("{COUNTY}{coverage}")).unwrap();
    std::fs::write(place.file("tarjotin.toml"), "counties = [\"varha.toml\"]\n").unwrap();
}

fn rows(place: &Place, arguments: &[&str]) -> Vec<BTreeMap<String, String>> {
    let table = place.well(arguments);
    let mut lines = table.lines().map(|line| line.split(',').map(str::to_owned));
    let names: Vec<String> = lines.next().unwrap().collect();
    lines.map(|cells| names.iter().cloned().zip(cells).collect()).collect()
}

#[test]
fn a_countys_coverage_is_a_table_and_the_same_as_objects() {
    let place = Place::new();
    place.pages(120);
    place.import();
    let rows = rows(&place, &["coverage", "--county", "05", "--csv"]);
    let all =
        |row: &&BTreeMap<String, String>| row["provider"] == "all" && row["language"] == "all";
    // 27 municipalities, and four further rows, each of eight themes, all together and no theme.
    assert_eq!(rows.iter().filter(all).count(), 31 * 10);
    assert!(rows.iter().any(|row| row["municipality"] == "529" && row["services"] != "0"));
    let objects = place.well(&["coverage", "--county", "05", "--json"]);
    assert_eq!(objects.lines().count(), rows.len());
    let sum = |numbers: &mut dyn Iterator<Item = u64>| numbers.sum::<u64>();
    let of_objects = objects.lines().map(|line| {
        serde_json::from_str::<serde_json::Value>(line).unwrap()["services"].as_u64().unwrap()
    });
    let of_rows = rows.iter().map(|row| row["services"].parse::<u64>().unwrap());
    assert_eq!(sum(&mut of_objects.into_iter()), sum(&mut of_rows.into_iter()));
}

#[test]
fn goals_of_the_countys_file_are_told_with_what_is_missing() {
    let place = Place::new();
    place.pages(30);
    place.import();
    configured(&place, "[[coverage.goals]]\nat_least = 1000\nmunicipalities = [\"529\"]\n");
    let told = place.well(&["--config", "tarjotin.toml", "coverage"]);
    assert!(told.contains("Goals that are not met: 8"), "{told}");
    assert!(told.contains("Naantali, culture: ") && told.contains(" of 1000, "), "{told}");
}

#[test]
fn a_county_must_be_known_and_something_imported() {
    let place = Place::new();
    assert!(place.well(&["coverage", "--county", "05"]).contains("import first"));
    assert_eq!(place.run(&["coverage"]).status.code(), Some(2), "no county is configured");
    assert_eq!(place.run(&["coverage", "--county", "99"]).status.code(), Some(2));
}
