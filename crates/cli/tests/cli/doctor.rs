//! `doctor`: what is right and what is wrong is told, and nothing is changed.

use crate::Place;

/// The dictionary of the machine is none of these tests' business.
fn told(place: &Place, arguments: &[&str]) -> (Option<i32>, String) {
    let output = place.run(arguments);
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn an_empty_folder_is_told_what_to_begin_with_and_stays_empty() {
    let place = Place::new();
    let (code, said) = told(&place, &["doctor"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("WRONG  There is no database data/tarjotin.db yet."), "{said}");
    assert!(said.contains("tarjotin import ptv"), "{said}");
    assert!(place.files().is_empty());
}

#[test]
fn an_installation_after_its_import_is_right_but_for_the_dictionary() {
    let place = Place::new();
    place.pages(20);
    place.import();
    let (code, said) = told(&place, &["doctor"]);
    let wrong: Vec<&str> = said.lines().filter(|line| line.starts_with("WRONG")).collect();
    assert!(
        wrong.iter().all(|line| line.contains("dictionary") || line.contains("disk")),
        "{said}"
    );
    assert_eq!(code, Some(i32::from(!wrong.is_empty())), "{said}");
    for right in
        ["read and written", "was complete", "fits the catalogue: 20 services", "data can be"]
    {
        assert!(
            said.lines().any(|line| line.starts_with("right") && line.contains(right)),
            "{right}: {said}"
        );
    }
}

#[test]
fn a_missing_dictionary_a_damaged_index_and_a_failed_import_are_told_with_how_to_mend() {
    let place = Place::new();
    place.pages(20);
    place.import();
    std::fs::write(place.file("data/index.snapshot"), "x".repeat(999)).unwrap();
    std::fs::write(place.file("data/gaps.key"), "short").unwrap();
    std::fs::write(place.file("data/lists.key"), "short").unwrap();
    let (code, said) = told(&place, &["doctor"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("index.snapshot"), "{said}");
    assert!(said.contains("gaps.key: it is not 32 bytes long"), "{said}");
    assert!(said.contains("lists.key: it is not 32 bytes long"), "{said}");
}

#[test]
fn an_old_schema_and_a_newer_one_are_told() {
    for (number, told_of) in [(1_i64, "start serve"), (999, "newer program")] {
        let place = Place::new();
        place.pages(20);
        place.import();
        set_schema(&place.file("data/tarjotin.db"), number);
        let (code, said) = told(&place, &["doctor"]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(told_of) && said.contains(&number.to_string()), "{said}");
    }
}

/// Makes a database say that it is of this schema.
fn set_schema(file: &std::path::Path, number: i64) {
    let address = format!("sqlite:{}", file.display());
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let database = store::Database::open(&address).await.unwrap();
        let written: Result<u64, store::Error> = database
            .write(move |transaction| {
                Box::pin(async move {
                    transaction.run("DELETE FROM schema_migration", vec![]).await?;
                    let sql = "INSERT INTO schema_migration (number) VALUES ($1)";
                    transaction.run(sql, vec![number.into()]).await
                })
            })
            .await;
        assert_eq!(written.unwrap(), 1);
        database.close().await;
    });
}

#[test]
fn a_wrong_configuration_is_told_and_nothing_else() {
    let place = Place::new();
    std::fs::write(place.file("wrong.toml"), "databse = 'x'\n").unwrap();
    let (code, said) = told(&place, &["--config", "wrong.toml", "doctor"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("wrong.toml") && said.contains("databse"), "{said}");

    std::fs::write(
        place.file("open.toml"),
        "listen = '0.0.0.0:80'\nadmin_pages = true\n[[imports]]\ncounty = '99'\n",
    )
    .unwrap();
    let (code, said) = told(&place, &["--config", "open.toml", "doctor"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("open to everybody") && said.contains("cannot run"), "{said}");
}

#[test]
fn a_folder_that_cannot_be_written_and_a_file_that_is_no_database_are_named() {
    let place = Place::new();
    std::fs::create_dir(place.file("data")).unwrap();
    std::fs::write(place.file("data/tarjotin.db"), "no database ".repeat(500)).unwrap();
    let (code, said) = told(&place, &["--data", "data/tarjotin.db", "doctor"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("The folder data/tarjotin.db cannot be written"), "{said}");
    assert!(said.contains("not an SQLite database"), "{said}");
}
