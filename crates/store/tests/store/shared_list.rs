//! Shared lists, kept and forgotten.

use domain::Language;
use domain::catalogue::EntityId;
use domain::my_list::ServiceList;
use domain::shared_list::{Code, Note, SharedList};
use jiff::Timestamp;
use store::testing::databases;
use store::{Database, Error, shared_list};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn list(code: &str, created: i64, expires: i64) -> SharedList {
    let ids = ["b", "c-1", "a"].map(|id| EntityId::new(id).unwrap());
    SharedList {
        code: Code::read(code).unwrap(),
        services: ServiceList::of(ids),
        note: Note::take("Hei!\n'; DROP TABLE shared_list; --").unwrap(),
        language: Language::Sv,
        created: at(created),
        expires: at(expires),
    }
}

async fn insert(database: &Database, list: SharedList) -> bool {
    let inserted: Result<bool, Error> = database
        .write(move |on| Box::pin(async move { shared_list::insert(on, &list).await }))
        .await;
    inserted.unwrap()
}

async fn get(database: &Database, code: &str) -> Option<SharedList> {
    let code = Code::read(code).unwrap();
    shared_list::get(&mut database.begin().await.unwrap(), &code).await.unwrap()
}

#[tokio::test]
async fn a_list_comes_back_as_it_was_kept() {
    for database in databases().await.unwrap() {
        let kept = list("ABCDE23455", 10, 20);
        assert!(insert(&database, kept.clone()).await);
        assert_eq!(get(&database, "ABCDE23455").await, Some(kept));
        let bare = SharedList { note: None, language: Language::En, ..list("ABCDE23456", 10, 20) };
        assert!(insert(&database, bare.clone()).await);
        assert_eq!(get(&database, "ABCDE23456").await, Some(bare));
        assert_eq!(get(&database, "ABCDE23457").await, None);
    }
}

#[tokio::test]
async fn a_code_is_given_once() {
    for database in databases().await.unwrap() {
        let first = list("ABCDE23455", 10, 20);
        assert!(insert(&database, first.clone()).await);
        let second = SharedList { note: None, ..list("ABCDE23455", 11, 21) };
        assert!(!insert(&database, second).await);
        assert_eq!(get(&database, "ABCDE23455").await, Some(first));
    }
}

#[tokio::test]
async fn what_has_expired_is_deleted_and_nothing_else() {
    for database in databases().await.unwrap() {
        for (code, created, expires) in
            [("ABCDE23455", 10, 20), ("ABCDE23456", 11, 21), ("ABCDE23457", 12, 22)]
        {
            assert!(insert(&database, list(code, created, expires)).await);
        }
        let count = async |since| {
            let mut on = database.begin().await.unwrap();
            shared_list::count_since(&mut on, at(since)).await.unwrap()
        };
        assert_eq!((count(0).await, count(11).await, count(13).await), (3, 2, 0));
        let delete = async |now| {
            let deleted: Result<u64, Error> = database
                .write(move |on| {
                    Box::pin(async move { shared_list::delete_expired(on, at(now)).await })
                })
                .await;
            deleted.unwrap()
        };
        assert_eq!(delete(19).await, 0);
        assert_eq!(delete(21).await, 2);
        assert_eq!(get(&database, "ABCDE23456").await, None);
        assert!(get(&database, "ABCDE23457").await.is_some());
        let rows = shared_list::everything(&mut database.begin().await.unwrap()).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert!(rows[0].starts_with("ABCDE23457|b c-1 a|Hei!"), "{rows:?}");
    }
}
