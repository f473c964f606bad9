//! What a manifest says of the files beside it.

use super::*;

#[test]
fn a_manifest_says_what_is_complete() {
    let [first, _] = pages();
    for (mode, listed, expected) in
        [("full", true, 1), ("full", false, 0), ("incremental", true, 0)]
    {
        let manifest = json!({
            "format": "v12", "host": "example.fi", "feed": "ptv:all", "mode": mode,
            "started": "2026-11-24T00:00:00Z", "ended": true,
            "lists": {"organisations": {"complete": listed, "pages": 1}},
        });
        let saved = Saved::new(&[(first.0, &first.1), ("manifest.json", &manifest.to_string())]);
        let (catalogue, complete) = saved.read();
        assert_eq!(catalogue.failures(), []);
        assert_eq!(complete.len(), expected, "{mode} {listed}");
    }
}

#[test]
fn a_file_that_was_fetched_and_is_lost_leaves_the_list_incomplete() {
    let [first, second] = pages();
    let manifest = json!({
        "format": "v12", "host": "example.fi", "feed": "ptv:all", "mode": "full",
        "started": "2026-11-24T00:00:00Z", "ended": true,
        "lists": {"organisations": {"complete": true, "pages": 2}},
    });
    let manifest = ("manifest.json", manifest.to_string());
    let half = Saved::new(&[(first.0, &first.1), (manifest.0, &manifest.1)]);
    let (catalogue, complete) = half.read();
    let expected = [(ProblemCode::ListIncomplete, "organisations".to_owned())];
    assert_eq!((catalogue.failures(), complete.len()), (expected.to_vec(), 0));
    let whole =
        Saved::new(&[(first.0, &first.1), (second.0, &second.1), (manifest.0, &manifest.1)]);
    assert_eq!(whole.read().1, BTreeSet::from(ORGANISATIONS));
}

#[test]
fn a_broken_manifest_is_an_error_since_nobody_knows_what_the_pages_are() {
    let [first, _] = pages();
    let saved = Saved::new(&[(first.0, &first.1), ("manifest.json", "{\"format\": \"v12\"")]);
    let end = read_directory(saved.0.path(), &mut Catalogue::default());
    assert!(matches!(end, Err(ReadError::Manifest(_))));
}

#[test]
fn a_connection_without_sides_leaves_no_connection_to_go() {
    let broken = json!({"serviceContentId": "not a guid", "channelContentId": 7}).to_string();
    let saved = Saved::new(&[("connections.json", &format!("[{broken}]"))]);
    let read = read_directory(saved.0.path(), &mut Catalogue::default()).unwrap();
    assert_eq!(read.broken, BTreeSet::from([EntityKind::Connection]));
    assert!(read.complete.is_empty());
}
