use super::*;

fn read_ok(kind: EntityKind, raw: &str) -> Record {
    read(kind, raw, "here").unwrap()
}

#[test]
fn a_term_is_read_with_its_names() {
    let raw = r#"{"uri": "http://www.yso.fi/onto/koko/p1", "name": {"fi": "uinti"}, "isValid": true,
        "type": "yso", "parentUris": ["http://www.yso.fi/onto/koko/p2"]}"#;
    let record = read_ok(EntityKind::OntologyTerm, raw);
    assert!(record.problems.is_empty(), "{:?}", record.problems);
    assert_eq!(record.entity.names().get(domain::Language::Fi), Some("uinti"));
}
