//! `search words` and `search gaps`: the staff's list as operators handle it.

use crate::Place;

#[test]
fn a_list_goes_out_and_comes_back_and_its_history_says_who_did_what() {
    let place = Place::new();
    let said = place.well(&[
        "search",
        "words",
        "add",
        "synonym",
        "Lekuri",
        "lääkäri",
        "--language",
        "fi",
        "--note",
        "murretta",
        "--author",
        "Maija",
    ]);
    assert!(said.contains("synonym [fi] lekuri → lääkäri (murretta), Maija"), "{said}");
    place.well(&["search", "words", "export", "list.csv"]);
    let table = std::fs::read_to_string(place.file("list.csv")).unwrap();
    assert!(table.starts_with("kind,language,phrase,target,note,author,date\nsynonym,fi,lekuri,"));

    place.well(&[
        "search",
        "words",
        "remove",
        "lekuri",
        "lääkäri",
        "--language",
        "fi",
        "--author",
        "K",
    ]);
    assert_eq!(place.well(&["search", "words", "list"]), "");
    let said = place.well(&["search", "words", "import", "list.csv", "--replace", "--author", "K"]);
    assert_eq!(said, "1 added, 0 replaced, 0 unchanged, 0 removed\n");
    place.well(&["search", "words", "export", "again.csv"]);
    assert_eq!(std::fs::read_to_string(place.file("again.csv")).unwrap(), table);
    let history = place.well(&["search", "words", "history"]);
    let told: Vec<&str> = history.lines().map(|line| line.split(':').nth(1).unwrap()).collect();
    assert_eq!(told.len(), 3, "{history}");
    assert!(history.lines().nth(1).unwrap().contains("removed by K"), "{history}");
}

#[test]
fn a_table_with_a_fault_is_refused_by_file_and_line() {
    let place = Place::new();
    std::fs::write(place.file("list.csv"), "kind,phrase,target\nsynonym,a,b\nsynonym,a,a\n")
        .unwrap();
    let output = place.run(&["search", "words", "import", "list.csv", "--author", "K"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains("list.csv") && told.contains("line 3: the target is the phrase"),
        "{told}"
    );
    assert_eq!(place.well(&["search", "words", "list"]), "");
}

#[test]
fn whoever_changes_the_list_must_be_named() {
    let output = Place::new().run(&["search", "words", "add", "synonym", "a", "b"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("--author"));
}

#[test]
fn without_searches_in_vain_the_report_says_so() {
    let said = Place::new().well(&["search", "gaps", "--weeks", "2"]);
    assert!(
        said.starts_with("Nothing is known of searches in vain in the last 2 weeks."),
        "{said}"
    );
}

#[test]
fn a_word_list_with_a_fault_is_refused_by_file_and_line() {
    let place = Place::new();
    std::fs::write(place.file("words.txt"), "hyte = nalle\nuni apnea\n").unwrap();
    std::fs::write(place.file("own.toml"), "[search]\nwords = 'words.txt'\n").unwrap();
    let output = place.run(&["--config", "own.toml", "serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("words.txt") && told.contains("line 2"), "{told}");
}
