//! The municipalities' borders, replaced as a whole.

use store::border::{list, replace, state};
use store::testing::databases;
use store::{Database, Error};

async fn put(database: &Database, print: &'static str, borders: &[(&str, &[u8])]) -> bool {
    let borders: Vec<(String, Vec<u8>)> =
        borders.iter().map(|(code, shape)| ((*code).to_owned(), shape.to_vec())).collect();
    let replaced: Result<bool, Error> = database
        .write(move |on| Box::pin(async move { replace(on, print, "somebody", &borders).await }))
        .await;
    replaced.unwrap()
}

#[tokio::test]
async fn borders_take_the_place_of_all_others_and_the_same_again_writes_nothing() {
    for database in databases().await.unwrap() {
        let now = state(&mut database.begin().await.unwrap()).await.unwrap();
        assert_eq!((now.revision, now.print.as_str()), (0, ""));
        assert!(put(&database, "one", &[("853", b"\x00\xff"), ("529", b"")]).await);
        let all = list(&mut database.begin().await.unwrap()).await.unwrap();
        assert_eq!(all, [("529".to_owned(), vec![]), ("853".to_owned(), vec![0, 255])]);
        assert!(!put(&database, "one", &[("005", b"other")]).await);
        assert_eq!(list(&mut database.begin().await.unwrap()).await.unwrap(), all);
        assert!(put(&database, "two", &[("005", b"other")]).await);
        let all = list(&mut database.begin().await.unwrap()).await.unwrap();
        assert_eq!(all, [("005".to_owned(), b"other".to_vec())]);
        let now = state(&mut database.begin().await.unwrap()).await.unwrap();
        assert_eq!((now.revision, now.print.as_str()), (2, "two"));
        assert_eq!(now.source, "somebody");
    }
}

#[tokio::test]
async fn a_replacement_that_fails_leaves_what_was() {
    for database in databases().await.unwrap() {
        assert!(put(&database, "one", &[("853", b"a")]).await);
        let twice = vec![("005".to_owned(), vec![1]), ("005".to_owned(), vec![2])];
        let failed: Result<bool, Error> = database
            .write(move |on| Box::pin(async move { replace(on, "two", "else", &twice).await }))
            .await;
        assert!(failed.is_err());
        let all = list(&mut database.begin().await.unwrap()).await.unwrap();
        assert_eq!(all, [("853".to_owned(), b"a".to_vec())]);
        assert_eq!(state(&mut database.begin().await.unwrap()).await.unwrap().revision, 1);
    }
}
