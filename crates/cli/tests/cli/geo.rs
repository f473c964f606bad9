//! `geo load`: the municipalities' borders as operators load them.

use crate::Place;

const TWO: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"kunta":"853"},"geometry":{"type":"Polygon","coordinates":[[[22.0,60.4],[22.4,60.4],[22.4,60.6],[22.0,60.6],[22.0,60.4]]]}},
    {"type":"Feature","properties":{"kunta":"529"},"geometry":{"type":"Polygon","coordinates":[[[21.8,60.4],[22.0,60.4],[22.0,60.6],[21.8,60.6],[21.8,60.4]]]}}]}"#;

#[test]
fn borders_are_loaded_once_and_again_without_writing_and_doctor_knows() {
    let place = Place::new();
    let doctor = || String::from_utf8(place.run(&["doctor"]).stdout).unwrap();
    std::fs::write(place.file("borders.json"), TWO).unwrap();
    let said = place.well(&["geo", "load", "borders.json"]);
    assert!(said.contains("borders of 2 municipalities are loaded, of 8 points"), "{said}");
    assert!(said.contains("306 municipalities of today are not in it"), "{said}");
    let said = place.well(&["geo", "load", "borders.json"]);
    assert!(said.contains("nothing was written"), "{said}");
    assert!(doctor().contains("Maps have the borders of 2 municipalities"), "{}", doctor());
}

#[test]
fn a_file_that_is_not_taken_says_why_and_leaves_what_was() {
    let place = Place::new();
    let refused = |name: &str, text: &str| {
        std::fs::write(place.file(name), text).unwrap();
        let output = place.run(&["geo", "load", name]);
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    let told = refused("list.csv", "kunta;nimi");
    assert!(
        told.contains("list.csv is not taken") && told.contains("GeoJSON or TopoJSON"),
        "{told}"
    );
    let told = refused("sea.json", &TWO.replace("kunta", "name"));
    assert!(told.contains("no feature has a municipality's code"), "{told}");
    let told = refused("mercator.json", &TWO.replace("22.4,60.6", "2493556,8510000"));
    assert!(told.contains("municipality 853") && told.contains("EPSG:3067"), "{told}");
    let doctor = String::from_utf8(place.run(&["doctor"]).stdout).unwrap();
    assert!(doctor.contains("No borders of municipalities are loaded"), "{doctor}");
    let output = place.run(&["geo", "load", "missing.json"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("cannot read missing.json"));
}

#[test]
fn a_file_without_the_countys_municipalities_is_refused() {
    let place = Place::new();
    std::fs::write(place.file("varha.toml"), "county = \"05\"\nhosts = [\"varha.example\"]\nname = { fi = \"Varha\", sv = \"Varha\", en = \"Varha\" }\n").unwrap();
    std::fs::write(place.file("tarjotin.toml"), "counties = [\"varha.toml\"]\n").unwrap();
    std::fs::write(place.file("borders.json"), TWO).unwrap();
    let output = place.run(&["--config", "tarjotin.toml", "geo", "load", "borders.json"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("lacks municipalities of the configured counties"), "{told}");
    assert!(told.contains("and 17 more"), "{told}");
}
