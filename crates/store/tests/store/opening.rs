//! Opening: addresses, files that are not ours, schemas of another time.

use store::database::{SCHEMA, Transaction};
use store::testing::{databases, postgres_address};
use store::{Database, Error, catalogue};

/// Runs one statement as a write.
async fn run(database: &Database, sql: &'static str) -> Result<u64, Error> {
    database.write(move |transaction: &mut Transaction| transaction.run(sql, vec![])).await
}

#[tokio::test]
async fn a_new_database_is_empty_and_of_generation_zero() {
    for database in databases().await.unwrap() {
        let mut reading = database.begin().await.unwrap();
        assert_eq!(catalogue::generation(&mut reading).await.unwrap(), 0);
        assert!(catalogue::counts(&mut reading).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_database_opens_again_and_one_from_the_future_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let file = format!("sqlite:{}", directory.path().join("catalogue.sqlite").display());
    for address in [Some(file), postgres_address().await.unwrap()].into_iter().flatten() {
        Database::open(&address).await.unwrap().close().await;
        let database = Database::open(&address).await.unwrap();
        run(&database, "INSERT INTO schema_migration (number) VALUES (9999)").await.unwrap();
        database.close().await;
        let error = Database::open(&address).await.unwrap_err();
        let Error::Schema(text) = &error else { panic!("{error}") };
        assert!(text.contains("newer") && text.contains("9999"), "{text}");
        assert!(text.contains(&SCHEMA.to_string()), "{text}");
    }
}

#[tokio::test]
async fn looking_at_a_database_changes_nothing_in_it() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("catalogue.sqlite");
    std::fs::write(&path, "").unwrap();
    let file = format!("sqlite:{}", path.display());
    for address in [Some(file), postgres_address().await.unwrap()].into_iter().flatten() {
        for _ in 0..2 {
            assert_eq!(Database::look(&address).await.unwrap(), None);
        }
        let database = Database::open(&address).await.unwrap();
        database.try_writing().await.unwrap();
        assert_eq!(catalogue::generation(&mut database.begin().await.unwrap()).await.unwrap(), 0);
        database.close().await;
        assert_eq!(Database::look(&address).await.unwrap(), Some(SCHEMA));
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_without_repeating_it() {
    for address in ["", "sqlite:", "mysql://root:secret@host/x", "catalogue.sqlite"] {
        let error = Database::open(address).await.unwrap_err();
        assert!(matches!(error, Error::Address(_)), "{address}: {error}");
        assert!(!error.to_string().contains("secret"));
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_in_words() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("notes.txt");
    std::fs::write(&path, "not a database, and long enough to be read as a header ".repeat(50))
        .unwrap();
    let error = Database::open(&format!("sqlite:{}", path.display())).await.unwrap_err();
    assert!(error.to_string().contains("not an SQLite database"), "{error}");
    assert!(error.to_string().contains("notes.txt"), "{error}");
}

#[tokio::test]
async fn another_programs_database_is_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("other.sqlite");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    sqlx::raw_sql("CREATE TABLE song (name TEXT)").execute(&pool).await.unwrap();
    pool.close().await;
    let error = Database::open(&format!("sqlite:{}", path.display())).await.unwrap_err();
    assert!(error.to_string().contains("another program's"), "{error}");
    let error = Database::look(&format!("sqlite:{}", path.display())).await.unwrap_err();
    assert!(error.to_string().contains("another program's"), "{error}");
}

#[tokio::test]
async fn a_directory_that_is_not_there_is_named() {
    let error = Database::open("sqlite:/nowhere/at/all.sqlite").await.unwrap_err();
    assert!(error.to_string().contains("/nowhere/at/all.sqlite"), "{error}");
    assert!(error.to_string().contains("directory"), "{error}");
}

#[tokio::test]
async fn a_text_with_nul_is_refused_by_both() {
    for database in databases().await.unwrap() {
        let write = database.write(|transaction: &mut Transaction| {
            transaction.run(
                "INSERT INTO import_lease (id, holder, until) VALUES (1, $1, 0)",
                vec!["a\0b".into()],
            )
        });
        assert!(matches!(write.await, Err(Error::Unstorable(_))));
    }
}

#[tokio::test]
async fn a_write_that_fails_does_not_fail_those_beside_it() {
    for database in databases().await.unwrap() {
        let good = "UPDATE catalogue_state SET generation = generation + 1";
        let bad = "INSERT INTO catalogue_state (id, generation) VALUES (1, 5)";
        let (one, two, three) =
            tokio::join!(run(&database, good), run(&database, bad), run(&database, good),);
        assert_eq!((one, three), (Ok(1), Ok(1)));
        assert!(matches!(two, Err(Error::Conflict(_))), "{two:?}");
        let mut reading = database.begin().await.unwrap();
        assert_eq!(catalogue::generation(&mut reading).await.unwrap(), 2);
    }
}

#[tokio::test]
async fn a_write_that_panics_does_not_end_the_writer() {
    let database = Database::open("sqlite::memory:").await.unwrap();
    let fault: Result<(), Error> =
        database.write(|_: &mut Transaction| Box::pin(async { panic!("on purpose") })).await;
    assert!(matches!(fault, Err(Error::Unavailable(_))), "{fault:?}");
    assert_eq!(run(&database, "UPDATE catalogue_state SET generation = 3").await, Ok(1));
}

/// SQLite itself is told how large its file may become: what it then says is what it says of a disk
/// that is full, and it gives up the whole transaction of itself.
#[tokio::test]
async fn a_disk_that_is_full_costs_the_write_that_found_it_so_and_no_later_one() {
    let database = Database::open("sqlite::memory:").await.unwrap();
    let before = store::testing::contents(&database).await.unwrap();
    run(&database, "PRAGMA max_page_count = 60").await.unwrap();
    let large = "INSERT INTO content (number, document, raw) \
                 VALUES (1, '', CAST(randomblob(1000000) AS BLOB))";
    let small = "UPDATE import_lease SET until = 0";
    let (one, two) = tokio::join!(run(&database, small), run(&database, large));
    assert_eq!(two, Err(Error::Unavailable("the disk is full".into())));
    // It shared the transaction that is lost, and is told so.
    assert!(one.is_ok() || matches!(one, Err(Error::Unavailable(_))), "{one:?}");
    assert_eq!(store::testing::contents(&database).await.unwrap(), before);
    run(&database, "PRAGMA max_page_count = 1000000").await.unwrap();
    assert_eq!(run(&database, large).await, Ok(1));
}

#[tokio::test]
async fn a_reader_sees_one_moment() {
    for database in databases().await.unwrap() {
        let mut reading = database.begin().await.unwrap();
        assert_eq!(catalogue::generation(&mut reading).await.unwrap(), 0);
        run(&database, "UPDATE catalogue_state SET generation = 7").await.unwrap();
        assert_eq!(catalogue::generation(&mut reading).await.unwrap(), 0);
        drop(reading);
        let mut later = database.begin().await.unwrap();
        assert_eq!(catalogue::generation(&mut later).await.unwrap(), 7);
    }
}

#[tokio::test]
async fn a_database_that_another_program_holds_is_said_to_be_held() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("held.sqlite");
    let address = format!("sqlite:{}", path.display());
    let database = Database::open(&address).await.unwrap();
    // Another program, which does not wait as ours would.
    let options = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(&path)
        .busy_timeout(std::time::Duration::ZERO);
    let other = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let written: Result<u64, Error> = database
        .write(|transaction: &mut Transaction| {
            Box::pin(async move {
                let refused = other.begin_with("BEGIN IMMEDIATE").await.map(drop);
                let error = Error::from(refused.unwrap_err());
                assert!(error.to_string().contains("locked"), "{error}");
                transaction.run("UPDATE catalogue_state SET generation = 1", vec![]).await
            })
        })
        .await;
    assert_eq!(written, Ok(1));
}
