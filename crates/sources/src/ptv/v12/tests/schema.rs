//! Every property of v12's own schemas is read, or left out on purpose.
//!
//! From the schemas a record is made that has every property, in each of its variants. Reading it
//! must meet nothing unknown and nothing wrong; every text in it must stand in the entity; and a
//! property that is added anywhere must be noticed.

use std::path::PathBuf;

use serde_json::{Map, json};

use super::*;

/// The schema of one record of each kind.
const RECORDS: [(&str, EntityKind); 8] = [
    ("ServiceResponse", EntityKind::Service),
    ("ChannelResponse", EntityKind::Channel),
    ("OrganizationResponse", EntityKind::Organisation),
    ("GeneralDescriptionResponse", EntityKind::GeneralDescription),
    ("ServiceCollectionResponse", EntityKind::Collection),
    ("ServiceCollectionListingResponse", EntityKind::Collection),
    ("ConnectionResponse", EntityKind::Connection),
    ("OntologyTerm", EntityKind::OntologyTerm),
];

/// What else the API answers with, and why it is no record of the catalogue.
const NOT_RECORDS: [(&str, &str); 12] = [
    ("HealthyResponseType", "tells only that the server runs"),
    ("TargetGroupsResponse", "built in as a reference table"),
    ("LifeEventsResponse", "built in as a reference table"),
    ("IndustrialClassesResponse", "built in as a reference table"),
    ("ServiceClassesResponse", "built in as a reference table"),
    ("LanguageCodeResponse", "built in as a reference table"),
    ("CountryCodeResponse", "built in as a reference table"),
    ("MunicipalityCodeResponse", "built in as a reference table"),
    ("RegionCodeResponse", "built in as a reference table"),
    ("WellbeingServicesCountyCodeResponse", "built in as a reference table"),
    ("PostalCodeResponse", "built in as a reference table"),
    ("OrganizationHierarchyResponse", "each organisation names its parent itself"),
];
/// Read by the directory: a page of removed ids.
const ARCHIVED: &str = "ArchivedEntitiesResponse";

/// The fields whose value may be any of these, where the schema only says "string".
const CODES: [(&str, &str); 10] = [
    ("postalCode", "20100"),
    ("municipalities", "853"),
    ("regions", "02"),
    ("wellbeingServicesCounties", "02"),
    ("countryCode", "SE"),
    ("serviceClasses", "P27.1"),
    ("targetGroups", "KR1"),
    ("lifeEvents", "KE8"),
    ("industrialClasses", "http://uri.suomi.fi/codelist/jhs/toimiala_1_20080101/code/88999"),
    ("dialCode", "+358"),
];

fn schemas() -> Option<Value> {
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let path = shared.join("ptv/v12-schemas.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

/// Makes records from schemas. Where a schema has variants, the maker's number picks one, except in
/// lists, which get them all.
struct Maker<'a> {
    schemas: &'a Map<String, Value>,
    pick: usize,
    made: usize,
}

impl Maker<'_> {
    fn variants<'s>(&'s self, schema: &'s Value) -> Vec<&'s Value> {
        if let Some(name) = schema["$ref"].as_str() {
            return self.variants(&self.schemas[name.rsplit('/').next().unwrap()]);
        }
        match schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
            Some(variants) => variants
                .iter()
                .filter(|variant| variant["type"] != "null")
                .flat_map(|variant| self.variants(variant))
                .collect(),
            None => vec![schema],
        }
    }

    fn make(&mut self, schema: &Value, name: &str) -> Value {
        let variants: Vec<Value> = self.variants(schema).into_iter().cloned().collect();
        self.make_one(&variants[self.pick % variants.len()], name)
    }

    fn make_one(&mut self, schema: &Value, name: &str) -> Value {
        self.made += 1;
        if let Some(values) = schema["enum"].as_array() {
            return values[self.pick % values.len()].clone();
        }
        let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str());
        match kind.unwrap_or("object") {
            "object" => self.object(schema),
            "array" => {
                let variants: Vec<Value> =
                    self.variants(&schema["items"]).into_iter().cloned().collect();
                variants.iter().map(|variant| self.make_one(variant, name)).collect()
            }
            "boolean" => json!(true),
            "integer" => json!(if name == "years" { 2026 } else { 2 }),
            "number" => json!(if name == "easting" { 239_400.5 } else { 6_711_200.25 }),
            _ => json!(self.text(schema, name)),
        }
    }

    fn object(&mut self, schema: &Value) -> Value {
        let properties = schema["properties"].as_object().cloned().unwrap_or_default();
        properties.iter().map(|(name, schema)| (name.clone(), self.make(schema, name))).collect()
    }

    fn text(&self, schema: &Value, name: &str) -> String {
        let number = self.made;
        if let Some((_, code)) = CODES.iter().find(|(field, _)| *field == name) {
            return (*code).to_owned();
        }
        match schema["format"].as_str().or(schema["x-format"].as_str()) {
            Some("uuid") => format!("00000000-0000-4000-8000-{number:012}"),
            Some("date-time") => "2026-01-02T03:04:05.678Z".to_owned(),
            Some("date") if name == "toDate" => "2026-12-31".to_owned(),
            Some("date") => "2026-01-01".to_owned(),
            Some("hh:mm") if name == "end" || name == "toTime" => "16:00".to_owned(),
            Some("hh:mm") => "08:00".to_owned(),
            Some("uri") => format!("http://www.yso.fi/onto/koko/p{number}_"),
            _ if name == "url" => format!("https://t{number}.example.fi/"),
            _ if name == "email" => format!("t{number}_@example.fi"),
            _ if name == "number" => format!("02 1{number:07}"),
            _ => format!("Text {number}_"),
        }
    }
}

/// Every record that the schemas allow, with all of its properties.
fn records(document: &Value) -> Vec<(EntityKind, Value)> {
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let mut records = Vec::new();
    for (name, kind) in RECORDS {
        for pick in 0..6 {
            let mut maker = Maker { schemas, pick, made: 0 };
            let variants: Vec<Value> =
                maker.variants(&schemas[name]).into_iter().cloned().collect();
            for variant in &variants {
                records.push((kind, maker.make_one(variant, name)));
            }
        }
    }
    records
}

#[test]
fn every_answer_of_the_api_is_read_or_left_out_with_a_reason() {
    let Some(document) = schemas() else { return };
    let components = &document["components"]["schemas"];
    let mut unexplained = Vec::new();
    for (path, operation) in document["paths"].as_object().unwrap() {
        let content = &operation["get"]["responses"]["200"]["content"];
        let schema = content.as_object().and_then(|types| types.values().next()).unwrap();
        let Some(name) = schema["schema"]["$ref"].as_str() else {
            continue;
        };
        let name = name.rsplit('/').next().unwrap();
        let item = &components[name]["properties"]["items"]["items"]["$ref"];
        let record = item.as_str().map_or(name, |item| item.rsplit('/').next().unwrap());
        let explained = RECORDS.iter().any(|(known, _)| *known == record || *known == name)
            || NOT_RECORDS.iter().any(|(known, _)| *known == name)
            || name == ARCHIVED;
        if !explained {
            unexplained.push((path, name));
        }
    }
    assert!(unexplained.is_empty(), "{unexplained:?}");
}

#[test]
fn a_record_with_every_property_is_read_without_a_word() {
    let Some(document) = schemas() else { return };
    for (kind, value) in records(&document) {
        let record = taken(kind, &value);
        assert!(record.problems.is_empty(), "{kind}: {:#?}\n{value:#}", record.problems);
    }
}

#[test]
fn every_text_of_a_record_stands_in_the_entity() {
    let Some(document) = schemas() else { return };
    for (kind, value) in records(&document) {
        let record = taken(kind, &value).entity.to_document().unwrap();
        let mut texts = Vec::new();
        collect_texts(&value, &mut texts);
        assert!(texts.len() > 2, "{value}");
        for text in texts {
            assert!(record.contains(&text), "{kind}: {text} is lost\n{value:#}\n{record}");
        }
    }
}

/// The texts that the maker numbered, but for the ones of fields that are left out.
fn collect_texts(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| left_out::ALL.iter().all(|left_out| left_out.field != *name))
            .for_each(|(_, value)| collect_texts(value, texts)),
        Value::Array(items) => items.iter().for_each(|item| collect_texts(item, texts)),
        Value::String(text)
            if ["Text ", "https://t", "http://www.yso.fi", "00000000-", "02 1"]
                .iter()
                .any(|start| text.starts_with(start))
                || text.contains("_@") =>
        {
            texts.push(text.clone());
        }
        _ => {}
    }
}

#[test]
fn a_property_that_is_new_is_noticed_wherever_it_stands() {
    let Some(document) = schemas() else { return };
    for (kind, mut value) in records(&document) {
        let mut added = Vec::new();
        add_news(&mut value, "", &mut added);
        let record = taken(kind, &value);
        let mut noticed: Vec<String> = record
            .problems
            .iter()
            .filter(|problem| {
                matches!(problem.code, ProblemCode::FieldUnknown | ProblemCode::LanguageUnknown)
            })
            .filter_map(|problem| problem.field.clone())
            .collect();
        noticed.sort();
        added.sort();
        assert_eq!(noticed, added, "{kind}");
        assert_eq!(record.problems.len(), added.len(), "{:#?}", record.problems);
    }
}

fn add_news(value: &mut Value, path: &str, added: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                if left_out::ALL.iter().all(|left_out| left_out.field != name) {
                    let dot = if path.is_empty() { "" } else { "." };
                    add_news(value, &format!("{path}{dot}{name}"), added);
                }
            }
            fields.insert("news".to_owned(), json!("x"));
            let dot = if path.is_empty() { "" } else { "." };
            added.push(format!("{path}{dot}news"));
        }
        Value::Array(items) => {
            for (position, item) in items.iter_mut().enumerate() {
                add_news(item, &format!("{path}[{position}]"), added);
            }
        }
        _ => {}
    }
}

#[test]
fn what_is_left_out_is_in_the_schemas_and_has_a_reason() {
    let Some(document) = schemas() else { return };
    let text = document["components"]["schemas"].to_string();
    for left_out in left_out::ALL {
        assert!(text.contains(&format!("\"{}\":", left_out.field)), "{left_out:?}");
        assert!(left_out.reason.len() > 20, "{left_out:?}");
    }
}
