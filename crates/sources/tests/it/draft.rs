//! Drafts for PTV fit PTV's own schemas, and our reading of v12 reads them back.

use std::path::{Path, PathBuf};

use domain::Language;
use domain::catalogue::{Entity, Service};
use domain::description::{Description, Written};
use serde_json::Value;
use sources::Item;
use sources::ptv::{draft, v12};

fn service() -> Service {
    let written = |name: &str| Written {
        name: name.to_owned(),
        summary: "Laula yhdessä muiden kanssa.".to_owned(),
        description: "Kuorossa laulat muiden kanssa.\n\n* joka viikko".to_owned(),
        instructions: "Tule mukaan harjoituksiin.".to_owned(),
    };
    let empty = Written { name: "Choir".to_owned(), ..Written::default() };
    Description {
        written: [
            (Language::Fi, written("Kuoro")),
            (Language::Sv, written("Kör")),
            (Language::En, empty),
        ]
        .into(),
        classes: vec!["P25.1".into(), "P4.12".into()],
        terms: vec!["http://www.yso.fi/onto/koko/p33125".into()],
        groups: vec!["KR1.2".into()],
        organisation: None,
        municipality: Some("529".into()),
    }
    .service()
}

fn schemas(file: &str, at: &[&str]) -> Option<Value> {
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(
        || Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")).to_owned(),
        PathBuf::from,
    );
    let text = std::fs::read_to_string(shared.join("ptv").join(file)).ok();
    if text.is_none() {
        println!("skipped: no schemas of PTV here");
    }
    let all: Value = serde_json::from_str(&text?).unwrap();
    Some(at.iter().fold(&all, |value, key| &value[*key]).clone())
}

/// What of a value a schema does not allow.
fn faults(value: &Value, schema: &Value, schemas: &[&Value], path: &str) -> Vec<String> {
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.rsplit('/').next()) {
        let found = schemas.iter().map(|all| &all[name]).find(|found| found.is_object());
        return faults(value, found.unwrap_or_else(|| panic!("no schema {name}")), schemas, path);
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[key].as_array() {
            let fits = |one: &&Value| faults(value, one, schemas, path).is_empty();
            let has_one = choices.iter().any(|one| fits(&one));
            return if has_one { vec![] } else { vec![format!("{path}: none of {key}")] };
        }
    }
    if value.is_null() && schema["nullable"] == true {
        return vec![];
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    let is = |kind: &&str| match *kind {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "boolean" => value.is_boolean(),
        "integer" | "number" => value.is_number(),
        _ => false,
    };
    if !kinds.is_empty() && !kinds.iter().any(is) {
        return vec![format!("{path}: {value} is no {kinds:?}")];
    }
    let mut found = Vec::new();
    if let Some(allowed) = schema["enum"].as_array()
        && !allowed.contains(value)
    {
        found.push(format!("{path}: {value} is none of the values"));
    }
    if let (Some(text), true) = (value.as_str(), schema["format"] == "uuid")
        && uuid::Uuid::try_parse(text).is_err()
    {
        found.push(format!("{path}: {text} is no id"));
    }
    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(faults(item, &schema["items"], schemas, &format!("{path}[{number}]")));
    }
    if let Some(fields) = value.as_object() {
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(name) {
                found.push(format!("{path}.{name} is missing"));
            }
        }
        for (name, field) in fields {
            let known = &schema["properties"][name];
            if known.is_null() {
                found.push(format!("{path}.{name} is unknown"));
            } else {
                found.extend(faults(field, known, schemas, &format!("{path}.{name}")));
            }
        }
    }
    found
}

#[test]
fn a_draft_fits_the_schema_of_v12() {
    let Some(all) = schemas("v12-schemas.json", &["components", "schemas"]) else { return };
    let draft = draft::v12(&service());
    let none = Vec::<String>::new();
    assert_eq!(faults(&draft, &all["ServiceTypeServiceResponse"], &[&all], "service"), none);
    let mut wrong = draft;
    wrong["serviceLanguages"] = serde_json::json!(["xx"]);
    wrong["languageVersions"]["fi"]["more"] = Value::Null;
    assert_eq!(faults(&wrong, &all["ServiceTypeServiceResponse"], &[&all], "service").len(), 2);
}

#[test]
fn a_draft_fits_what_v11_takes() {
    let Some(writing) = schemas("v11-write-schemas.json", &["schemas"]) else { return };
    let reading = schemas("v11-schemas.json", &["components", "schemas"]).unwrap();
    let draft = draft::v11(&service());
    let none = Vec::<String>::new();
    let found = faults(&draft, &writing["V9VmOpenApiServiceIn"], &[&writing, &reading], "service");
    assert_eq!(found, none);
    let mut wrong = draft;
    wrong.as_object_mut().unwrap().remove("areaType");
    wrong["serviceNames"][0]["value"] = Value::Null;
    let found = faults(&wrong, &writing["V9VmOpenApiServiceIn"], &[&writing, &reading], "service");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_draft_is_read_back_as_what_was_written() {
    let mut service = service();
    // A source's record has an id.
    let id = "0a1b2c3d-0000-4000-8000-00000000000f";
    service.id = domain::catalogue::EntityId::from_guid(id).unwrap();
    service.organisation = Some(service.id.clone());
    let raw = draft::v12(&service).to_string();
    let mut read = Vec::new();
    let mut emit = |item: Item| {
        read.push(item);
        Ok(())
    };
    let kind = domain::catalogue::EntityKind::Service;
    v12::read_record(kind, &raw, "draft.json", &mut emit).unwrap();
    let [Item::Record(record)] = read.as_slice() else { panic!("{read:?}") };
    let Entity::Service(read) = &record.entity else { panic!("no service") };
    assert_eq!(read.texts, service.texts);
    assert_eq!(read.classification, service.classification);
    assert_eq!((&read.area, &read.languages), (&service.area, &service.languages));
}
