mod manifest;

use std::collections::BTreeMap;
use std::fs;

use domain::catalogue::EntityId;
use domain::import::{ProblemCode, Severity};
use serde_json::{Value, json};

use super::*;
use crate::record::{Fingerprint, Item};

/// Takes everything and remembers it, as an importer's catalogue would.
#[derive(Debug, Default)]
struct Catalogue {
    known: BTreeMap<(EntityKind, EntityId), Fingerprint>,
    items: Vec<Item>,
    limit: Option<usize>,
}

impl Sink for Catalogue {
    fn has(&self, kind: EntityKind, id: &EntityId, fingerprint: Fingerprint) -> bool {
        self.known.get(&(kind, id.clone())) == Some(&fingerprint)
    }

    fn take(&mut self, item: Item) -> Result<(), Stopped> {
        if self.limit.is_some_and(|limit| self.items.len() >= limit) {
            return Err(Stopped);
        }
        if let Item::Record(record) = &item {
            self.known.insert((record.entity.kind(), record.entity.id()), record.fingerprint);
        }
        self.items.push(item);
        Ok(())
    }
}

impl Catalogue {
    /// How many records were read, unchanged, gone and refused.
    fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for item in &self.items {
            match item {
                Item::Record(_) => counts[0] += 1,
                Item::Unchanged { .. } => counts[1] += 1,
                Item::Gone { .. } => counts[2] += 1,
                Item::Refused(..) => counts[3] += 1,
                Item::Problem(_) => {}
            }
        }
        counts
    }

    /// What is wrong with files and lists: the code and where.
    fn failures(&self) -> Vec<(ProblemCode, String)> {
        let mut failures = Vec::new();
        for item in &self.items {
            if let Item::Problem(problem) = item {
                assert_eq!(problem.severity, Severity::Failed);
                failures.push((problem.code, problem.location.clone().unwrap_or_default()));
            }
        }
        failures
    }
}

/// A directory with the files, and the reading of it.
struct Saved(tempfile::TempDir);

impl Saved {
    fn new(files: &[(&str, &str)]) -> Self {
        let saved = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            saved.write(name, text.as_bytes());
        }
        saved
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn read_into(&self, catalogue: &mut Catalogue) -> BTreeSet<EntityKind> {
        catalogue.items.clear();
        read_directory(self.0.path(), catalogue).unwrap().complete
    }

    fn read(&self) -> (Catalogue, BTreeSet<EntityKind>) {
        let mut catalogue = Catalogue::default();
        let complete = self.read_into(&mut catalogue);
        (catalogue, complete)
    }
}

fn organisation(number: u32) -> Value {
    json!({
        "contentId": format!("0a1b2c3d-0000-4000-8000-{number:012}"),
        "organizationType": "Municipality",
        "area": {"areaType": "LimitedArea", "municipalities": ["853"]},
        "languageVersions": {"fi": {"name": format!("Kunta {number} äö")}},
    })
}

fn page(number: u32, pages: u32, total: usize, items: &[Value]) -> String {
    json!({"page": number, "pageSize": 2, "totalItems": total, "totalPages": pages, "items": items})
        .to_string()
}

fn pages() -> [(&'static str, String); 2] {
    [
        ("organizations-0001.json", page(1, 2, 3, &[organisation(1), organisation(2)])),
        ("organizations-0002.json", page(2, 2, 3, &[organisation(3)])),
    ]
}

const ORGANISATIONS: [EntityKind; 1] = [EntityKind::Organisation];

#[test]
fn all_pages_of_a_list_make_it_complete() {
    let [first, second] = pages();
    let saved = Saved::new(&[(first.0, &first.1), (second.0, &second.1)]);
    let (catalogue, complete) = saved.read();
    assert_eq!(catalogue.counts(), [3, 0, 0, 0]);
    assert_eq!(catalogue.failures(), []);
    assert_eq!(complete, BTreeSet::from(ORGANISATIONS));
}

#[test]
fn a_second_reading_finds_everything_unchanged() {
    let [first, second] = pages();
    let saved = Saved::new(&[(first.0, &first.1), (second.0, &second.1)]);
    let (mut catalogue, _) = saved.read();
    saved.read_into(&mut catalogue);
    assert_eq!(catalogue.counts(), [0, 3, 0, 0]);
}

#[test]
fn a_record_that_stands_on_two_pages_is_read_once() {
    let first = page(1, 2, 3, &[organisation(1), organisation(2)]);
    let second = page(2, 2, 3, &[organisation(2), organisation(3)]);
    let saved = Saved::new(&[("organizations-1.json", &first), ("organizations-2.json", &second)]);
    let (catalogue, complete) = saved.read();
    assert_eq!(catalogue.counts(), [3, 1, 0, 0]);
    assert_eq!(complete, BTreeSet::from(ORGANISATIONS));
}

#[test]
fn a_missing_page_or_record_leaves_the_list_incomplete() {
    let [first, second] = pages();
    let short = page(2, 2, 3, &[organisation(2)]);
    let moved = page(2, 2, 4, &[organisation(3)]);
    for files in [
        vec![(first.0, first.1.as_str())],
        vec![(second.0, second.1.as_str())],
        vec![(first.0, first.1.as_str()), (second.0, short.as_str())],
        vec![(first.0, first.1.as_str()), (second.0, moved.as_str())],
    ] {
        let (catalogue, complete) = Saved::new(&files).read();
        let expected = (ProblemCode::ListIncomplete, "organisations".to_owned());
        assert_eq!(catalogue.failures(), [expected], "{files:?}");
        assert!(complete.is_empty(), "{files:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_a_problem_and_the_others_go_on() {
    let good = json!([organisation(1)]).to_string();
    let latin1: Vec<u8> =
        good.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    let utf16: Vec<u8> = "\u{feff}[]".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let unmarked_utf16: Vec<u8> = "[ ]".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let cut = page(1, 1, 1, &[organisation(2)]);
    let faults: [&[u8]; 15] = [
        b"",
        b"  \n\t ",
        b"<!DOCTYPE html><title>Login</title>",
        b"null",
        b"\"text\"",
        b"{}",
        b"{\"title\": \"Not found\", \"status\": 404}",
        b"{\"items\": 5}",
        b"{\"items\": [{\"contentId\": 'x'}]}",
        b"{\"items\": [NaN]}",
        b"{\"items\": [1,]}",
        &cut.as_bytes()[..cut.len() / 2],
        &latin1,
        &utf16,
        &unmarked_utf16,
    ];
    for fault in faults {
        let saved = Saved::new(&[("organizations-0001.json", &good)]);
        saved.write("organizations-0002.json", fault);
        saved.write("services.json", b"[]");
        let (catalogue, complete) = saved.read();
        let shown = String::from_utf8_lossy(fault);
        let expected = (ProblemCode::PageUnreadable, "organizations-0002.json".to_owned());
        assert_eq!(catalogue.failures(), [expected], "{shown}");
        assert_eq!(catalogue.counts()[0], 1, "{shown}");
        assert_eq!(complete, BTreeSet::from([EntityKind::Service]), "{shown}");
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    for text in [json!([organisation(1)]).to_string(), page(1, 1, 1, &[organisation(1)])] {
        let saved = Saved::new(&[("organisations.json", &format!("\u{feff}{text}"))]);
        let (catalogue, complete) = saved.read();
        assert_eq!((catalogue.counts(), complete.len()), ([1, 0, 0, 0], 1));
    }
}

#[test]
fn a_bad_record_is_refused_alone() {
    let deep = format!("{{\"contentId\": {}1{}}}", "[".repeat(10_000), "]".repeat(10_000));
    for bad in [
        r#"{"contentId": "0a1b2c3d-0000-4000-8000-000000000009", "oid": "\ud800"}"#,
        r#"{"contentId": "0a1b2c3d-0000-4000-8000-000000000009", "oid": 1e400}"#,
        r#"{"contentId": "0a1b2c3d-0000-4000-8000-000000000009"}"#,
        r#"{"contentId": "529"}"#,
        r#"{"organizationType": "State"}"#,
        "null",
        "[1]",
        "\"text\"",
        &deep,
    ] {
        let good = organisation(1);
        for text in [
            format!("[{good}, {bad}]"),
            format!(r#"{{"page":1,"totalItems":2,"totalPages":1,"items":[{good}, {bad}]}}"#),
        ] {
            let (catalogue, complete) = Saved::new(&[("organizations.json", &text)]).read();
            let shown = &bad[..bad.len().min(80)];
            assert_eq!(catalogue.counts(), [1, 0, 0, 1], "{shown}");
            assert_eq!(catalogue.failures(), [], "{shown}");
            // One that has an id can be known by it; one that has none may be any.
            assert_eq!(complete.is_empty(), !bad.contains("0009"), "{shown}");
        }
    }
}

#[test]
fn what_stands_between_the_elements_of_an_array_is_the_files_fault() {
    for text in ["[{} {}]", "[{\"contentId\":", "[,]", "[] x"] {
        let saved = Saved::new(&[("organizations.json", text)]);
        let (catalogue, complete) = saved.read();
        assert_eq!(catalogue.failures().len(), 1, "{text}");
        assert!(complete.is_empty(), "{text}");
    }
}

#[test]
fn lists_are_read_in_the_order_in_which_they_point_to_each_other() {
    let terms = json!([{"uri": "http://www.yso.fi/onto/koko/p1", "name": {"fi": "uinti"}}]);
    let collections = json!([{
        "contentId": "0a1b2c3d-0000-4000-8000-000000000077",
        "languageVersions": {"fi": {"name": "Kokonaisuus"}},
    }]);
    let saved = Saved::new(&[
        ("collections.json", &collections.to_string()),
        ("organizations/b.json", &json!([organisation(2)]).to_string()),
        ("organizations/a.json", &json!([organisation(1)]).to_string()),
        ("ontology-terms.json", &terms.to_string()),
        ("notes.json", "not a list"),
        ("notes.txt", "not a list"),
    ]);
    let (catalogue, complete) = saved.read();
    let locations: Vec<_> = catalogue
        .items
        .iter()
        .map(|item| match item {
            Item::Record(record) => record.location.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected =
        ["ontology-terms.json", "organizations/a.json", "organizations/b.json", "collections.json"];
    assert_eq!(locations, expected);
    assert_eq!(complete.len(), 3);
}

#[test]
fn an_archived_list_says_what_is_gone_unless_it_came_back() {
    let id = |number: u32| json!({"contentId": organisation(number)["contentId"]});
    let archived = page(1, 1, 2, &[id(1), id(8)]);
    let saved = Saved::new(&[
        ("organizations.json", &json!([organisation(1)]).to_string()),
        ("organizations-archived-0001.json", &archived),
        ("connections-archived.json", &archived),
    ]);
    let (catalogue, complete) = saved.read();
    assert_eq!(catalogue.counts(), [1, 0, 1, 0]);
    assert_eq!(complete, BTreeSet::from(ORGANISATIONS));
}

#[test]
fn an_importer_that_wants_no_more_ends_the_reading() {
    let [first, second] = pages();
    let saved = Saved::new(&[(first.0, &first.1), (second.0, &second.1)]);
    let mut catalogue = Catalogue { limit: Some(2), ..Catalogue::default() };
    let end = read_directory(saved.0.path(), &mut catalogue);
    assert!(matches!(end, Err(ReadError::Stopped(Stopped))));
    assert_eq!(catalogue.items.len(), 2);
}

#[test]
fn an_empty_directory_has_nothing_complete_and_a_missing_one_is_an_error() {
    let (catalogue, complete) = Saved::new(&[]).read();
    assert!(catalogue.items.is_empty() && complete.is_empty());
    let missing = std::path::Path::new("/nonexistent/tarjotin");
    let end = read_directory(missing, &mut Catalogue::default());
    assert!(matches!(end, Err(ReadError::Directory { .. })));
}

#[test]
fn the_demonstration_county_is_read_without_a_word() {
    let directory = tempfile::tempdir().unwrap();
    let size = crate::demonstration::Size { services: 120 };
    let written = crate::demonstration::write(directory.path(), size, 7).unwrap();
    let mut catalogue = Catalogue::default();
    let complete = read_directory(directory.path(), &mut catalogue).unwrap().complete;
    assert_eq!(complete, BTreeSet::from(EntityKind::ALL));
    for item in &catalogue.items {
        let Item::Record(record) = item else { panic!("{item:?}") };
        assert!(record.problems.is_empty(), "{:#?}", record.problems);
    }
    let services = catalogue.known.keys().filter(|(kind, _)| *kind == EntityKind::Service);
    assert_eq!(services.count(), written.services);
}

#[test]
fn a_page_has_its_limit_and_an_array_has_none() {
    let blanks = " ".repeat(33 * 1024 * 1024);
    let (one, two) = (organisation(1), organisation(2));
    let page = format!("{{\"items\": [{one}], {blanks} \"totalItems\": 1, \"totalPages\": 1}}");
    let (catalogue, complete) = Saved::new(&[("organizations.json", &page)]).read();
    assert_eq!(catalogue.failures()[0].0, ProblemCode::PageUnreadable);
    assert!(complete.is_empty());
    let array = format!("[{one}, {blanks} {two}]");
    let (catalogue, complete) = Saved::new(&[("organizations.json", &array)]).read();
    assert_eq!((catalogue.counts(), complete.len()), ([2, 0, 0, 0], 1));
}

#[test]
fn a_record_of_a_thousand_faults_does_not_tell_them_all() {
    let mut record = organisation(1);
    for number in 0..3_000 {
        record[format!("field{number}")] = json!(number);
    }
    let saved = Saved::new(&[("organizations.json", &json!([record]).to_string())]);
    let (catalogue, _) = saved.read();
    let [Item::Record(record)] = catalogue.items.as_slice() else { panic!() };
    assert_eq!(record.problems.len(), crate::reading::PROBLEM_LIMIT);
}

#[test]
fn the_real_services_are_read_from_plain_arrays() {
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let directory = shared.join("ptv/data/derived-v11");
    if !directory.is_dir() {
        println!("skipped: {} is not there", directory.display());
        return;
    }
    let mut catalogue = Catalogue::default();
    let complete = read_directory(&directory, &mut catalogue).unwrap().complete;
    let count = |kind| catalogue.known.keys().filter(|(known, _)| *known == kind).count();
    assert_eq!((count(EntityKind::Service), count(EntityKind::Channel)), (446, 998));
    assert_eq!(catalogue.failures(), []);
    assert_eq!(catalogue.counts()[3], 0, "none is refused");
    // v11's connections are within its services.
    assert!(count(EntityKind::Connection) > 0 && complete.contains(&EntityKind::Connection));
}
