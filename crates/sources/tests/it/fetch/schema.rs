//! The stand-in's answers as v12 are what v12's own description says.

use std::fs;
use std::path::PathBuf;

use domain::import::Scope;
use serde_json::Value;
use sources::demonstration;
use sources::stub::{Content, Stub};

use super::{fetch, full, records, since, v12};

/// The description, where this machine has it.
pub fn description() -> Option<Value> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(|| beside.into(), PathBuf::from);
    let text = fs::read_to_string(shared.join("ptv/v12-schemas.json")).ok()?;
    serde_json::from_str(&text).ok()
}

/// What is wrong with a value, by the parts of JSON Schema that the description uses.
pub fn faults(all: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let target = all.pointer(reference.trim_start_matches('#')).expect("a known schema");
        found.extend(faults(all, target, value, at));
    }
    if let Some(types) = schema.get("type") {
        let is = |name: &Value| match name.as_str() {
            Some("object") => value.is_object(),
            Some("array") => value.is_array(),
            Some("string") => value.is_string(),
            Some("integer") => value.is_i64() || value.is_u64(),
            Some("number") => value.is_number(),
            Some("boolean") => value.is_boolean(),
            Some("null") => value.is_null(),
            other => panic!("unknown type {other:?}"),
        };
        if !types.as_array().map_or_else(|| is(types), |types| types.iter().any(is)) {
            found.push(format!("{at}: not {types}"));
        }
    }
    if let Some(allowed) = schema.get("enum").and_then(Value::as_array)
        && !allowed.contains(value)
    {
        found.push(format!("{at}: {value} is not one of {allowed:?}"));
    }
    for (word, least, most) in [("anyOf", 1, usize::MAX), ("oneOf", 1, 1)] {
        if let Some(choices) = schema.get(word).and_then(Value::as_array) {
            let fits = |choice: &&Value| faults(all, choice, value, at).is_empty();
            let count = choices.iter().filter(fits).count();
            if !(least..=most).contains(&count) {
                found.push(format!("{at}: fits {count} of {word}"));
            }
        }
    }
    found.extend(faults_of_object(all, schema, value, at));
    found.extend(faults_of_array(all, schema, value, at));
    found
}

fn faults_of_object(all: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let Some(fields) = value.as_object() else { return Vec::new() };
    let mut found = Vec::new();
    for required in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
        if !fields.contains_key(required.as_str().unwrap()) {
            found.push(format!("{at}: without {required}"));
        }
    }
    let known = schema.get("properties").and_then(Value::as_object);
    for (name, value) in fields {
        match known.and_then(|known| known.get(name)) {
            Some(schema) => found.extend(faults(all, schema, value, &format!("{at}.{name}"))),
            None if schema.get("additionalProperties") == Some(&Value::Bool(false)) => {
                found.push(format!("{at}: unknown {name}"));
            }
            None => {}
        }
    }
    found
}

fn faults_of_array(all: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let Some(items) = value.as_array() else { return Vec::new() };
    let mut found = Vec::new();
    let count = |name: &str| schema.get(name).and_then(Value::as_u64);
    let length = items.len() as u64;
    if count("minItems").is_some_and(|least| length < least)
        || count("maxItems").is_some_and(|most| length > most)
    {
        found.push(format!("{at}: {length} items"));
    }
    if let Some(schema) = schema.get("items") {
        for (position, item) in items.iter().enumerate() {
            found.extend(faults(all, schema, item, &format!("{at}[{position}]")));
        }
    }
    found
}

/// The address's name in the description, with its parts that vary as variables.
fn described<'d>(all: &'d Value, path: &str) -> Option<&'d Value> {
    let paths = all.get("paths")?.as_object()?;
    paths.get(path).or_else(|| {
        let fits = |template: &str| {
            let (parts, of_path) = (template.split('/'), path.split('/'));
            parts.clone().count() == of_path.clone().count()
                && parts.zip(of_path).all(|(part, own)| part.starts_with('{') || part == own)
        };
        paths.iter().find(|(template, _)| fits(template)).map(|(_, described)| described)
    })
}

#[tokio::test]
async fn every_answer_of_the_stand_in_is_as_v12_describes_it_and_every_question_too() {
    let Some(all) = description() else {
        println!("skipped: ptv/v12-schemas.json is not on this machine");
        return;
    };
    let mut content = records::town(25);
    content.archived.push(("services".into(), records::id('s', 99), records::PUBLISHED.into()));
    check(&all, content, 40).await;

    let written = tempfile::tempdir().unwrap();
    demonstration::write(written.path(), demonstration::Size { services: 60 }, 7).unwrap();
    check(&all, Content::from_directory(written.path()).unwrap(), 60).await;
}

/// Fetches from a stand-in with this content, and holds each question and answer to the description.
async fn check(all: &Value, content: Content, least: usize) {
    let stub = Stub::serve(content).await.unwrap();
    for request in [
        full(Scope::Municipality("529".to_owned())),
        full(Scope::All),
        since(Scope::County("02".to_owned()), "2026-10-01T00:00:00Z", &[]),
    ] {
        let place = tempfile::tempdir().unwrap();
        let fetched = fetch(&v12(&stub), &request, place.path()).await.unwrap();
        assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest.problems);
    }
    let http = reqwest::Client::new();
    let asked = stub.asked();
    assert!(asked.len() > least, "{}", asked.len());
    for asked in asked {
        let described = described(all, asked.path()).unwrap_or_else(|| panic!("{asked:?}"));
        let parameters = described.pointer("/get/parameters").or(described.get("parameters"));
        let names: Vec<&str> = parameters
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .map(|parameter| {
                let reference = parameter.get("$ref").and_then(Value::as_str).unwrap();
                let parameter = all.pointer(reference.trim_start_matches('#')).unwrap();
                parameter.get("name").and_then(Value::as_str).unwrap()
            })
            .collect();
        let query = asked.address.split_once('?').map_or("", |(_, query)| query);
        for name in query.split('&').filter_map(|pair| Some(pair.split_once('=')?.0)) {
            assert!(names.contains(&name), "{name} in {}", asked.address);
        }
        let address = format!("{}{}", stub.base(), asked.address);
        let answer = http.get(address).header("x-api-key", "k").send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let body: Value = serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap();
        let path = "/get/responses/200/content/application~1json/schema";
        let faults = faults(all, described.pointer(path).unwrap(), &body, "");
        assert!(faults.is_empty(), "{}: {faults:?}", asked.address);
    }
}
