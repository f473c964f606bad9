//! `quality`: what providers and counties run on descriptions.

use crate::Place;

#[test]
fn findings_are_a_table_and_errors_fail_the_command() {
    let place = Place::new();
    place.pages(30);
    place.import();
    let table = place.run(&["quality", "--csv"]);
    let rows = String::from_utf8(table.stdout).unwrap();
    let mut lines = rows.lines();
    assert_eq!(lines.next(), Some("rule,severity,entity,id,language,field,evidence"));
    let has_errors = lines.any(|line| line.split(',').nth(1) == Some("E"));
    assert_eq!(table.status.code(), Some(i32::from(has_errors)));
    let objects = String::from_utf8(place.run(&["quality", "--json"]).stdout).unwrap();
    assert_eq!(objects.lines().count(), rows.lines().count() - 1);
    for line in objects.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(row["rule"].is_string() && row["id"].is_string(), "{line}");
    }
    let nobody = "00000000-0000-4000-8000-000000000001";
    assert_eq!(place.run(&["quality", "--organisation", nobody]).status.code(), Some(2));
    assert_eq!(place.run(&["quality", "--organisation", "x"]).status.code(), Some(2));
}

#[test]
fn channels_connections_and_organisations_are_checked_with_the_services() {
    let place = Place::new();
    place.pages(30);
    place.import();
    let summary = String::from_utf8(place.run(&["quality"]).stdout).unwrap();
    let first = summary.lines().next().unwrap_or_default();
    for kind in ["30 services", " channels", " connections", " organisations"] {
        assert!(first.contains(kind), "{first}");
    }
    let table = String::from_utf8(place.run(&["quality", "--csv"]).stdout).unwrap();
    let kinds: std::collections::BTreeSet<&str> =
        table.lines().skip(1).filter_map(|line| line.split(',').nth(2)).collect();
    assert!(kinds.contains("service") && kinds.contains("channel"), "{kinds:?}");
}

#[test]
fn evidence_in_json_has_its_place_in_the_text() {
    let place = Place::new();
    place.pages(30);
    place.import();
    let objects = String::from_utf8(place.run(&["quality", "--json"]).stdout).unwrap();
    let rows = objects.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let evidence: Vec<serde_json::Value> =
        rows.flat_map(|row| row["evidence"].as_array().cloned().unwrap_or_default()).collect();
    let placed = evidence.iter().filter(|it| it["place"].is_object());
    assert!(placed.clone().count() > 0);
    for it in placed {
        let length = it["place"]["end"].as_u64().unwrap() - it["place"]["start"].as_u64().unwrap();
        assert_eq!(it["words"].as_str().unwrap().chars().count() as u64, length, "{it}");
    }
}

#[test]
fn the_rules_are_listed_with_why_some_are_off() {
    let place = Place::new();
    let rules = place.well(&["quality", "--rules"]);
    assert!(rules.contains("T12") && rules.contains("S20b") && rules.contains("channel"));
    let off = rules.lines().filter(|line| line.contains(" off ") && !line.starts_with(' ')).count();
    assert_eq!(rules.matches("off by default: ").count(), off);
    assert_eq!(place.run(&["quality", "--rules", "--json"]).status.code(), Some(2));
}

#[test]
fn an_empty_catalogue_says_so() {
    assert!(Place::new().well(&["quality"]).contains("import first"));
}

#[test]
fn a_countys_file_switches_rules_off() {
    let place = Place::new();
    place.pages(30);
    place.import();
    let rules = |arguments: &[&str]| {
        let table = String::from_utf8(place.run(arguments).stdout).unwrap();
        let rule = |line: &str| line.split(',').next().unwrap_or_default().to_owned();
        table.lines().skip(1).map(rule).collect::<std::collections::BTreeSet<_>>()
    };
    let before = rules(&["quality", "--csv"]);
    let off = before.first().expect("the demonstration county has findings").clone();
    let file = format!(
        "county = \"05\"\nhosts = [\"varha.example\"]\nname = {{ fi = \"Varha\", sv = \"Varha\", en = \"Varha\" }}\n\
         [quality]\noff = [\"{off}\"]\n"
    );
    std::fs::write(place.file("varha.toml"), file).unwrap();
    std::fs::write(place.file("tarjotin.toml"), "counties = [\"varha.toml\"]\n").unwrap();
    let after = rules(&["--config", "tarjotin.toml", "quality", "--csv"]);
    assert!(!after.contains(&off) && after.len() + 1 == before.len(), "{before:?} {after:?}");
    assert_eq!(
        place.run(&["--config", "tarjotin.toml", "quality", "--county", "06"]).status.code(),
        Some(2)
    );
}
