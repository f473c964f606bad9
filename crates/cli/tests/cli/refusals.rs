//! What cannot be done is refused in one sentence, before anything is written.

use crate::Place;

/// The sentence on standard error of a command that is refused, after which nothing is there that
/// was not there before.
fn refusal(place: &Place, arguments: &[&str]) -> String {
    let before = place.files();
    let output = place.run(arguments);
    let sentence = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {sentence}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    assert_eq!(place.files(), before, "{arguments:?}: {sentence}");
    sentence
}

#[track_caller]
fn assert_refused(arguments: &[&str], names: &str) {
    let sentence = refusal(&Place::new(), arguments);
    assert_eq!(sentence.lines().count(), 1, "{sentence}");
    assert!(sentence.starts_with("tarjotin: ") && sentence.contains(names), "{sentence}");
}

#[test]
fn a_place_that_does_not_exist_is_refused_by_its_code() {
    assert_refused(&["import", "ptv", "--county", "99"], "county \"99\"");
    assert_refused(&["import", "ptv", "--municipality", "000"], "municipality \"000\"");
    assert_refused(&["import", "ptv", "--organisation", "Naantali"], "\"Naantali\"");
}

#[test]
fn version_12_without_a_key_says_where_the_key_goes() {
    assert_refused(&["import", "ptv", "--county", "02"], "key_file");
}

#[test]
fn a_folder_that_is_missing_is_named() {
    assert_refused(&["import", "ptv", "--from", "nowhere"], "nowhere");
}

#[test]
fn a_folder_without_pages_is_named() {
    let place = Place::new();
    std::fs::create_dir(place.file("photographs")).unwrap();
    let sentence = refusal(&place, &["import", "ptv", "--from", "photographs"]);
    assert!(sentence.contains("photographs holds no saved pages"), "{sentence}");
}

#[test]
fn a_report_that_could_not_be_written_is_refused_before_the_import() {
    let place = Place::new();
    place.pages(20);
    let report = ["import", "ptv", "--from", "pages", "--report", "nowhere/report.json"];
    assert!(refusal(&place, &report).contains("nowhere/report.json"));
}

#[test]
fn a_configuration_with_a_fault_is_named() {
    assert_refused(&["--config", "nowhere.toml", "serve"], "nowhere.toml");
    let place = Place::new();
    std::fs::write(place.file("wrong.toml"), "databse = 'x'\n").unwrap();
    let sentence = refusal(&place, &["--config", "wrong.toml", "serve"]);
    assert!(sentence.contains("wrong.toml") && sentence.contains("databse"), "{sentence}");
}

#[test]
fn a_database_address_of_neither_kind_is_refused() {
    assert_refused(&["--database", "mysql:x", "serve"], "sqlite:");
}

#[test]
fn a_wrong_option_is_named_with_the_way_to_help() {
    for arguments in [
        &["import", "ptv", "--all", "--bogus"][..],
        &["import", "ptv"],
        &["import", "ptv", "--county", "02", "--all"],
        &["serve", "--listen", "everywhere"],
        &["bogus"],
    ] {
        let text = refusal(&Place::new(), arguments);
        assert!(text.starts_with("error: ") && text.contains("--help"), "{text}");
    }
}

#[test]
fn a_database_of_a_newer_version_is_left_alone() {
    let place = Place::new();
    place.pages(20);
    place.import();
    let number = newer(&place.file("data/tarjotin.db"));
    for arguments in
        [&["serve", "--listen", "127.0.0.1:0"][..], &["import", "ptv", "--from", "pages"]]
    {
        let sentence = refusal(&place, arguments);
        assert_eq!(sentence.lines().count(), 1, "{sentence}");
        assert!(sentence.contains("newer") && sentence.contains(&number), "{sentence}");
    }
}

/// Gives the database the number of a schema to come, as a later version would; says which.
fn newer(file: &std::path::Path) -> String {
    let address = format!("sqlite:{}", file.display());
    let number = 999_i64;
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let database = store::Database::open(&address).await.unwrap();
        let written: Result<u64, store::Error> = database
            .write(move |transaction| {
                Box::pin(async move {
                    transaction
                        .run(
                            "INSERT INTO schema_migration (number) VALUES ($1)",
                            vec![number.into()],
                        )
                        .await
                })
            })
            .await;
        assert_eq!(written.unwrap(), 1);
        database.close().await;
    });
    number.to_string()
}

#[test]
fn a_backup_of_a_database_that_is_not_there_makes_none() {
    assert_refused(&["backup", "copy.db"], "there is no database");
}
