//! The demonstration county is what PTV would give, whole, and enough of everything.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::Language;
use domain::reference::{themes, themes_of};
use serde_json::Value;
use sources::demonstration::{Size, Summary, write};

use crate::fetch::schema::{description, faults};

struct County {
    summary: Summary,
    lists: BTreeMap<&'static str, Vec<Value>>,
}

const LISTS: [(&str, &str); 7] = [
    ("services", "ServiceResponse"),
    ("service_channels", "ChannelResponse"),
    ("organizations", "OrganizationResponse"),
    ("general_descriptions", "GeneralDescriptionResponse"),
    ("connections", "ConnectionResponse"),
    ("service_collections", "ServiceCollectionResponse"),
    ("ontology_terms", "OntologyTerm"),
];

fn county() -> County {
    let place = tempfile::tempdir().unwrap();
    let summary = write(place.path(), Size::default(), 1).unwrap();
    let lists = LISTS.map(|(list, _)| (list, records(place.path(), list)));
    County { summary, lists: lists.into() }
}

fn records(directory: &Path, list: &str) -> Vec<Value> {
    let mut records = Vec::new();
    for page in 1.. {
        let Ok(text) = std::fs::read(directory.join(format!("{list}-{page:04}.json"))) else {
            break;
        };
        let page: Value = serde_json::from_slice(&text).unwrap();
        records.extend(page["items"].as_array().unwrap().iter().cloned());
        assert!(page["items"].as_array().unwrap().len() <= 100);
    }
    records
}

impl County {
    fn list(&self, name: &str) -> &[Value] {
        &self.lists[name]
    }

    fn ids(&self, name: &str) -> BTreeSet<&str> {
        let ids = self.list(name).iter().map(|record| record["contentId"].as_str().unwrap());
        let unique: BTreeSet<_> = ids.collect();
        assert_eq!(unique.len(), self.list(name).len(), "{name} repeat an id");
        unique
    }
}

/// The texts that are longer than PTV lets an editor write.
fn too_long(all: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(most) = schema.get("x-write-maxLength").and_then(Value::as_u64) {
        let texts = value.as_object().map_or_else(|| vec![value], |texts| texts.values().collect());
        let long = texts.into_iter().filter_map(Value::as_str);
        let long = long.filter(|text| text.chars().count() as u64 > most);
        found.extend(long.map(|text| format!("{at}: {text}")));
    }
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let target = all.pointer(reference.trim_start_matches('#')).unwrap();
        found.extend(too_long(all, target, value, at));
    }
    for word in ["anyOf", "oneOf"] {
        let choices = schema.get(word).and_then(Value::as_array).into_iter().flatten();
        for choice in choices.filter(|choice| faults(all, choice, value, at).is_empty()) {
            found.extend(too_long(all, choice, value, at));
        }
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        if let Some(schema) = schema.pointer(&format!("/properties/{name}")) {
            found.extend(too_long(all, schema, value, &format!("{at}.{name}")));
        }
    }
    if let Some(schema) = schema.get("items") {
        let items = value.as_array().into_iter().flatten();
        found.extend(items.flat_map(|item| too_long(all, schema, item, at)));
    }
    found
}

#[test]
fn every_record_is_as_v12_describes_it_and_no_longer_than_ptv_allows() {
    let Some(all) = description() else {
        println!("skipped: ptv/v12-schemas.json is not on this machine");
        return;
    };
    let county = county();
    for (list, schema) in LISTS {
        let schema = all.pointer(&format!("/components/schemas/{schema}")).unwrap();
        for record in county.list(list) {
            let faults = faults(&all, schema, record, list);
            assert!(faults.is_empty(), "{faults:?} in {record}");
            let long = too_long(&all, schema, record, list);
            assert!(long.is_empty(), "{long:?}");
        }
    }
}

#[test]
fn every_id_that_is_referred_to_is_there() {
    let county = county();
    let (services, channels) = (county.ids("services"), county.ids("service_channels"));
    let organisations = county.ids("organizations");
    let descriptions = county.ids("general_descriptions");
    let terms: BTreeSet<_> =
        county.list("ontology_terms").iter().map(|term| term["uri"].as_str().unwrap()).collect();
    let keepers = ["services", "service_channels", "general_descriptions", "service_collections"];
    for record in keepers.iter().flat_map(|list| county.list(list)) {
        assert!(
            organisations.contains(record["organizationContentId"].as_str().unwrap()),
            "{record}"
        );
    }
    for organisation in county.list("organizations") {
        let parent = organisation["parentOrganizationContentId"].as_str();
        assert!(parent.is_none_or(|parent| organisations.contains(parent)), "{organisation}");
    }
    for service in county.list("services") {
        let base = service["generalDescriptionContentId"].as_str();
        assert!(base.is_none_or(|base| descriptions.contains(base)), "{service}");
        for term in service["ontologyTerms"].as_array().unwrap() {
            assert!(terms.contains(term.as_str().unwrap()), "{term}");
        }
    }
    let (mut joined, mut reached) = (BTreeSet::new(), BTreeSet::new());
    for connection in county.list("connections") {
        joined.insert(connection["serviceContentId"].as_str().unwrap());
        reached.insert(connection["channelContentId"].as_str().unwrap());
    }
    assert_eq!(joined, services, "every service has a channel");
    assert!(reached.is_subset(&channels));
    for collection in county.list("service_collections") {
        for item in collection["items"].as_array().unwrap() {
            let known = if item["itemType"] == "Service" { &services } else { &channels };
            assert!(known.contains(item["contentId"].as_str().unwrap()), "{item}");
        }
    }
}

#[test]
fn there_is_enough_of_everything() {
    let county = county();
    assert_eq!(county.summary.services, 1_240);
    assert!(county.summary.organisations >= 150, "{:?}", county.summary);
    assert!(county.summary.general_descriptions >= 12, "{:?}", county.summary);
    assert!(county.summary.collections >= 20, "{:?}", county.summary);
    let texts = |list: &Value, field: &str| {
        let codes = list[field].as_array().unwrap().iter();
        codes.map(|code| code.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let mut of_theme = BTreeMap::new();
    let mut of_municipality = BTreeMap::new();
    let (mut summaries, mut different) = (0, BTreeSet::new());
    for service in county.list("services") {
        for theme in themes_of(&texts(service, "serviceClasses"), &texts(service, "targetGroups")) {
            *of_theme.entry(theme.slug(Language::Fi)).or_insert(0) += 1;
        }
        for code in texts(&service["area"], "municipalities") {
            *of_municipality.entry(code).or_insert(0) += 1;
        }
        for version in service["languageVersions"].as_object().unwrap().values() {
            if let Some(summary) = version["summary"].as_str() {
                summaries += 1;
                different.insert(summary);
            }
        }
    }
    assert_eq!(of_theme.len(), themes().len(), "{of_theme:?}");
    assert!(of_theme.values().all(|count| *count >= 60), "{of_theme:?}");
    assert_eq!(of_municipality.len(), 27);
    assert!(of_municipality.values().all(|count| *count >= 20), "{of_municipality:?}");
    assert!(different.len() * 10 >= summaries * 6, "{} of {summaries}", different.len());
    let kinds: BTreeSet<_> = county
        .list("service_channels")
        .iter()
        .map(|channel| channel["serviceChannelType"].as_str().unwrap())
        .collect();
    assert_eq!(kinds.len(), 5, "{kinds:?}");
}

#[test]
fn every_way_to_write_a_number_or_an_address_is_there() {
    let county = county();
    let has = |list: &str, path: &str, field: &str, value: &str| {
        county.list(list).iter().any(|record| {
            let versions = record["languageVersions"].as_object().unwrap().values();
            let lists = versions.map(|version| &version[path]).chain(record.pointer(path));
            let mut items = lists.filter_map(Value::as_array).flatten();
            items.any(|item| item[field].as_str().is_some_and(|found| found.starts_with(value)))
        })
    };
    assert!(has("service_channels", "phoneNumbers", "type", "InternationalPhone"));
    assert!(has("service_channels", "phoneNumbers", "type", "Sms"));
    assert!(has("service_channels", "contactFaxNumbers", "type", "Fax"));
    assert!(has("service_channels", "/location/streetAddresses", "postalCode", "2"));
    assert!(has("service_channels", "/deliveryAddresses", "deliveryAddressType", "PostOfficeBox"));
    assert!(has("organizations", "/contactAddresses/postOfficeBoxAddresses", "postalCode", "2"));
    assert!(has("organizations", "/contactAddresses/foreignAddresses", "countryCode", ""));
}

#[test]
fn what_a_visitor_looks_for_is_there() {
    let county = county();
    let has = |language: &str, municipality: &str, words: &[&str]| {
        county.list("services").iter().any(|service| {
            let version = service["languageVersions"][language].to_string().to_lowercase();
            let area = service["area"]["municipalities"].as_array().unwrap();
            area.iter().any(|code| code == municipality)
                && words.iter().all(|word| version.contains(word))
        })
    };
    assert!(has("fi", "529", &["kirjasto"]), "kirjasto Naantali");
    assert!(has("fi", "853", &["uimahalli"]), "uimahalli");
    assert!(has("sv", "445", &["bibliotek"]), "bibliotek");
    assert!(has("fi", "680", &["laul", "senior"]), "a singing group in Raisio");
    assert!(has("fi", "680", &["ystäväpalvelu"]), "friend service");
    assert!(has("fi", "853", &["velkaneuvonta"]), "debt counselling");
}

#[test]
fn no_text_is_left_unfilled() {
    let county = county();
    for list in
        ["services", "service_channels", "connections", "organizations", "service_collections"]
    {
        for record in county.list(list) {
            let texts = record["languageVersions"].as_object().unwrap().values();
            for text in texts.flat_map(|version| version.as_object().unwrap().values()) {
                let left = text.as_str().is_some_and(|text| text.contains(['{', '}', '[', ']']));
                assert!(!left, "{text}");
            }
        }
    }
}
