//! Every field accounted for: `fields.tsv` says of each path where it goes, and here it is held to
//! the real data. A path that the table lacks fails, and so does a row that the data does not bear
//! out: every value of a stored path must be found in a document of its record, or be reported.

use std::collections::{BTreeMap, BTreeSet};

use domain::Language;
use domain::catalogue::EntityKind;
use domain::import::{Problem, ProblemCode};
use serde_json::{Map, Value};

use super::support::{Real, items, problems, real_records};
use crate::record::Item;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    Stored,
    Derived,
    LeftOut,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub kind: &'static str,
    pub path: &'static str,
    pub is_met: bool,
    pub fate: Fate,
    pub written: &'static str,
}

/// The row of a path: its own, or else one for all that is below a field.
fn row_of<'a>(table: &'a [Row], kind: EntityKind, path: &str) -> Option<&'a Row> {
    let of_kind = || table.iter().filter(|row| row.kind == kind.name());
    of_kind().find(|row| row.path == path).or_else(|| {
        of_kind()
            .find(|row| row.path.strip_suffix('*').is_some_and(|start| path.starts_with(start)))
    })
}

/// The table.
pub fn table() -> Vec<Row> {
    include_str!("fields.tsv")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.starts_with("kind\t"))
        .map(|line| {
            let [kind, path, met, fate, written, _where] =
                line.split('\t').collect::<Vec<_>>().try_into().expect("six columns");
            let fate = match fate {
                "stored" => Fate::Stored,
                "derived" => Fate::Derived,
                "left_out" => Fate::LeftOut,
                other => panic!("fate {other}"),
            };
            let is_met = match met {
                "data" => true,
                "contract" => false,
                other => panic!("met {other}"),
            };
            Row { kind, path, is_met, fate, written }
        })
        .collect()
}

/// A value that is no list and no object, and is not null or blank.
struct Leaf<'a> {
    /// With `[]` for positions.
    path: String,
    /// With the positions, as problems name it.
    concrete: String,
    value: &'a Value,
    /// The objects that it is in, from the record.
    within: Vec<&'a Map<String, Value>>,
}

fn leaves<'a>(record: &'a Value, found: &mut Vec<Leaf<'a>>) {
    fn walk<'a>(
        value: &'a Value,
        (path, concrete): (String, String),
        within: &mut Vec<&'a Map<String, Value>>,
        found: &mut Vec<Leaf<'a>>,
    ) {
        match value {
            Value::Object(fields) => {
                within.push(fields);
                for (name, value) in fields {
                    let dot = if path.is_empty() { "" } else { "." };
                    let names = (format!("{path}{dot}{name}"), format!("{concrete}{dot}{name}"));
                    walk(value, names, within, found);
                }
                within.pop();
            }
            Value::Array(items) => {
                for (position, value) in items.iter().enumerate() {
                    let names = (format!("{path}[]"), format!("{concrete}[{position}]"));
                    walk(value, names, within, found);
                }
            }
            Value::Null => {}
            Value::String(text) if text.trim().is_empty() => {}
            _ => found.push(Leaf { path, concrete, value, within: within.clone() }),
        }
    }
    walk(record, (String::new(), String::new()), &mut Vec::new(), found);
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), |text| text.trim().to_owned())
}

/// Everything that stands in a document: texts, numbers and the keys of maps.
fn written_in(document: &Value, found: &mut BTreeSet<String>) {
    match document {
        Value::Object(fields) => {
            for (name, value) in fields {
                found.insert(name.clone());
                written_in(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| written_in(item, found)),
        Value::Null => {}
        other => {
            found.insert(text(other));
        }
    }
}

/// The words of v11's enumerations, with our own for them.
const WORDS: [(&str, &str); 24] = [
    ("LimitedType", "limited"),
    ("Nationwide", "whole_country"),
    ("PermitOrObligation", "PermitOrOtherObligation"),
    ("Chargeable", "Charged"),
    ("FreeOfCharge", "Free"),
    ("SelfProducedServices", "SelfProduced"),
    ("ProcuredServices", "Procured"),
    ("Other", "OtherProvision"),
    ("EChannel", "EService"),
    ("Location", "Visiting"),
    ("Phone", "Telephone"),
    ("Charged", "Charged"),
    ("PubliclyFunded", "PubliclyFunded"),
    ("MarketFunded", "MarketFunded"),
    ("Service", "Service"),
    ("WebPage", "WebPage"),
    ("PrintableForm", "PrintableForm"),
    ("ServiceLocation", "ServiceLocation"),
    ("Postal", "Postal"),
    ("Visiting", "Visiting"),
    ("Municipality", "Municipality"),
    ("State", "State"),
    ("Sms", "Sms"),
    ("Fax", "Fax"),
];

/// How a value is written in our documents, by the table's column `as`.
fn as_written(leaf: &Leaf, written: &str) -> Vec<String> {
    let text = text(leaf.value);
    match written {
        "url" if !text.starts_with("http") => vec![format!("https://{text}")],
        "text" | "language" | "bool" | "phone" | "email" | "url" | "time" => vec![text],
        "word" if leaf.path.ends_with("honeNumbers[].type") => vec![text],
        "word" => {
            let ours = WORDS.iter().find(|(theirs, _)| *theirs == text);
            vec![ours.unwrap_or_else(|| panic!("{}: {text}", leaf.path)).1.to_owned()]
        }
        "lower" | "guid" => vec![text.to_lowercase()],
        "uris" => text.split(';').map(str::to_owned).collect(),
        "code_of_uri" => vec![text.rsplit('/').next().unwrap().to_owned()],
        "instant" => vec![instant(&text)],
        "date" => vec![text[..10].to_owned()],
        "number" => {
            vec![Value::from((text.parse::<f64>().unwrap() * 1e3).round() / 1e3).to_string()]
        }
        other => panic!("as {other}"),
    }
}

/// Whether the value is among what stands in the documents. Metres may be rounded to millimetres.
fn is_written(leaf: &Leaf, how: &str, written: &BTreeSet<String>) -> bool {
    if how == "number" {
        let metres: f64 = text(leaf.value).parse().unwrap();
        let mut numbers = written.iter().filter_map(|text| text.parse::<f64>().ok());
        return numbers.any(|number| (number - metres).abs() < 0.001);
    }
    as_written(leaf, how).iter().all(|text| written.contains(text))
}

/// An instant in UTC, without the zeros that end its decimals.
fn instant(text: &str) -> String {
    let (seconds, decimals) = text.split_once('.').unwrap_or((text, ""));
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{seconds}{point}{decimals}Z")
}

/// Why a value of a stored path need not be in a document.
fn excuse(leaf: &Leaf) -> Option<&'static str> {
    let parent = leaf.within.last()?;
    let said = |name: &str| {
        parent.get(name).is_some_and(|value| !text(value).is_empty() && !value.is_null())
    };
    if let Some(language) = parent.get("language").and_then(Value::as_str)
        && Language::from_code(language).is_none()
    {
        return Some("an ontology term's name in a language that content cannot have");
    }
    let name = leaf.path.rsplit('.').next().unwrap_or_default();
    let carriers = ["value", "url", "number"];
    if parent.contains_key("language")
        && carriers.iter().any(|carrier| parent.contains_key(*carrier))
        && !carriers.iter().any(|carrier| said(carrier))
        && matches!(name, "language" | "type" | "serviceChargeType" | "prefixNumber")
    {
        return Some("of an item without a value");
    }
    if matches!(name, "latitude" | "longitude")
        && let Some(state) = parent.get("coordinateState").and_then(Value::as_str)
        && !matches!(state, "Ok" | "EnteredByUser")
    {
        return Some("of a point that PTV's geocoder did not find");
    }
    let area = leaf.within.iter().rev().find(|object| object.contains_key("municipalities"));
    if leaf.path.ends_with("areas[].municipalities[].code")
        && area.is_some_and(|area| area["type"] == "Region")
    {
        return Some("of a region: the reference tables open it");
    }
    None
}

/// Whether a problem names the value's place, or something that it is a part of.
fn is_reported(leaf: &Leaf, problems: &[Problem]) -> bool {
    problems.iter().any(|problem| {
        let field = problem.field.as_deref().unwrap_or_default();
        let rest = leaf.concrete.strip_prefix(field);
        !field.is_empty()
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    })
}

/// What was counted of a path.
#[derive(Default)]
struct Met {
    values: BTreeSet<String>,
    found: usize,
    excused: usize,
    reported: usize,
    missing: Vec<String>,
}

struct Survey {
    paths: BTreeMap<(EntityKind, String), Met>,
    excuses: BTreeMap<&'static str, usize>,
    unknown_fields: Vec<String>,
    unexplained: BTreeSet<(EntityKind, String)>,
}

fn survey(records: &[Real], table: &[Row]) -> Survey {
    let mut survey = Survey {
        paths: BTreeMap::new(),
        excuses: BTreeMap::new(),
        unknown_fields: Vec::new(),
        unexplained: BTreeSet::new(),
    };
    for record in records {
        let items = items(record.kind, &record.value.to_string());
        let problems = problems(&items);
        survey.unknown_fields.extend(
            problems
                .iter()
                .filter(|problem| problem.code == ProblemCode::FieldUnknown)
                .filter_map(|problem| problem.field.clone()),
        );
        let mut written = BTreeSet::new();
        for item in &items {
            let Item::Record(read) = item else { panic!("{item:?}") };
            let document = read.entity.to_document().unwrap();
            written_in(&serde_json::from_str(&document).unwrap(), &mut written);
        }
        let mut leaves = Vec::new();
        self::leaves(&record.value, &mut leaves);
        for leaf in &leaves {
            let Some(row) = row_of(table, record.kind, &leaf.path) else {
                survey.unexplained.insert((record.kind, leaf.path.clone()));
                continue;
            };
            let met = survey.paths.entry((record.kind, leaf.path.clone())).or_default();
            met.values.insert(text(leaf.value));
            if row.fate != Fate::Stored {
                continue;
            }
            if let Some(excuse) = excuse(leaf) {
                *survey.excuses.entry(excuse).or_default() += 1;
                met.excused += 1;
            } else if is_written(leaf, row.written, &written) {
                met.found += 1;
            } else if is_reported(leaf, &problems) {
                met.reported += 1;
            } else {
                met.missing.push(format!("{} {}", leaf.concrete, leaf.value));
            }
        }
    }
    survey
}

#[test]
fn every_path_of_the_real_data_is_in_the_table_and_every_stored_value_in_a_document() {
    let Some(records) = real_records() else { return };
    let table = table();
    let survey = survey(&records, &table);

    assert!(survey.unexplained.is_empty(), "not in the table: {:#?}", survey.unexplained);
    assert!(survey.unknown_fields.is_empty(), "not read: {:#?}", survey.unknown_fields);
    let lost: Vec<_> = survey
        .paths
        .iter()
        .filter(|(_, met)| !met.missing.is_empty())
        .map(|(path, met)| (path, met.missing.len(), &met.missing[..met.missing.len().min(3)]))
        .collect();
    assert!(lost.is_empty(), "neither stored nor reported: {lost:#?}");
    for row in &table {
        let met: Vec<_> = survey
            .paths
            .iter()
            .filter(|((kind, path), _)| row_of(&table, *kind, path) == Some(row))
            .collect();
        assert_eq!(!met.is_empty(), row.is_met, "{row:?}");
        if row.is_met && row.fate == Fate::Stored {
            assert!(met.iter().any(|(_, met)| met.found + met.excused > 0), "never found: {row:?}");
        }
    }
    print_totals(&table, &survey, records.len());
}

fn print_totals(table: &[Row], survey: &Survey, records: usize) {
    for is_met in [true, false] {
        let count =
            |fate| table.iter().filter(|row| row.is_met == is_met && row.fate == fate).count();
        println!(
            "{}: {} stored, {} derived, {} left out",
            if is_met { "met in the data" } else { "in the contract alone" },
            count(Fate::Stored),
            count(Fate::Derived),
            count(Fate::LeftOut),
        );
    }
    let found: usize = survey.paths.values().map(|met| met.found).sum();
    let reported: usize = survey.paths.values().map(|met| met.reported).sum();
    let distinct: usize = survey.paths.values().map(|met| met.values.len()).sum();
    println!("{records} records, {} paths, {distinct} distinct values", survey.paths.len());
    println!("values of stored paths: {found} found, {reported} reported");
    println!("excused: {:#?}", survey.excuses);
}
