use domain::catalogue::EntityId;
use domain::shared_list::CODE_LENGTH;
use store::Database;
use store::testing::databases;

use super::*;

/// An app on an empty catalogue, in November.
fn app(database: &Database) -> App {
    App::fixed(database.clone(), "2026-11-24T21:30:00Z".parse().unwrap())
}

fn code(number: u8) -> Code {
    Code::of_chance([number; CODE_LENGTH])
}

/// A list of one service, which no catalogue needs to know.
fn gift(validity: Validity) -> Gift {
    let services = ServiceList::of([EntityId::new("a").unwrap()]);
    let note = Note::take("Hei").unwrap();
    Gift { services, note, language: Language::Sv, validity }
}

fn set(app: &App, instant: &str) {
    app.set_clock(instant.parse().unwrap());
}

#[tokio::test]
async fn a_list_is_there_to_the_end_of_its_last_day_in_finland_and_then_gone() {
    for database in databases().await.unwrap() {
        let app = app(&database);
        keep(&app, gift(Validity::Day), vec![code(1)]).await.unwrap();
        set(&app, "2026-11-25T21:59:59Z");
        assert!(matches!(read(&app, &code(1)).await, Ok(Found::There(_))));
        assert_eq!(delete_expired(&app).await.unwrap(), 0);
        set(&app, "2026-11-25T22:00:00Z");
        assert!(matches!(read(&app, &code(1)).await, Ok(Found::Expired)));
        assert_eq!(delete_expired(&app).await.unwrap(), 1);
        assert!(matches!(read(&app, &code(1)).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn a_code_that_is_taken_is_passed_over_and_no_list_is_lost() {
    for database in databases().await.unwrap() {
        let app = app(&database);
        let first = keep(&app, gift(Validity::Day), vec![code(1)]).await.unwrap();
        let second = keep(&app, gift(Validity::Year), vec![code(1), code(1), code(2)]).await;
        assert_eq!(second.unwrap().code, code(2));
        let third = keep(&app, gift(Validity::Year), vec![code(1), code(2)]).await;
        assert!(matches!(third, Err(Error::Internal(_))));
        assert_eq!(read(&app, &code(1)).await.unwrap(), Found::There(first));
    }
}

#[tokio::test]
async fn an_expired_code_may_be_given_again() {
    for database in databases().await.unwrap() {
        let app = app(&database);
        keep(&app, gift(Validity::Day), vec![code(1)]).await.unwrap();
        set(&app, "2026-12-01T00:00:00Z");
        let again = keep(&app, gift(Validity::Week), vec![code(1)]).await.unwrap();
        assert_eq!(read(&app, &code(1)).await.unwrap(), Found::There(again));
    }
}

#[tokio::test]
async fn nothing_is_kept_of_a_list_but_what_it_is() {
    for database in databases().await.unwrap() {
        let app = app(&database);
        keep(&app, gift(Validity::Day), vec![code(1)]).await.unwrap();
        let mut on = app.database().begin().await.unwrap();
        let (created, expires) = (1_795_555_800_000_000_i64, 1_795_644_000_000_000_i64);
        let row = format!("{}|a|Hei|sv {created} {expires}", code(1));
        assert_eq!(rows::everything(&mut on).await.unwrap(), [row]);
    }
}

#[tokio::test]
async fn an_empty_list_and_one_of_unknown_services_are_not_given() {
    for database in databases().await.unwrap() {
        let app = app(&database);
        for services in [ServiceList::default(), ServiceList::of([EntityId::new("x").unwrap()])] {
            let gift = Gift { services, ..gift(Validity::Month) };
            assert!(matches!(give(&app, gift).await, Err(Error::Refused(_))));
        }
    }
}

#[tokio::test]
async fn a_right_code_is_read_however_many_wrong_ones_are_tried() {
    for database in databases().await.unwrap() {
        let app = app(&database);
        keep(&app, gift(Validity::Year), vec![code(1)]).await.unwrap();
        for _ in 0..300 {
            assert!(matches!(read(&app, &code(2)).await, Err(Error::NotFound)));
        }
        assert!(matches!(read(&app, &code(1)).await, Ok(Found::There(_))));
    }
}

#[tokio::test]
async fn so_many_lists_are_given_in_a_day_and_on_the_next_day_others() {
    for database in databases().await.unwrap() {
        let app = app(&database);
        let (created, expires) = (app.now(), end(app.now(), Validity::Year).unwrap());
        let Gift { services, note, language, .. } = gift(Validity::Year);
        let filled: Result<(), Error> = app
            .database()
            .write(move |on| {
                Box::pin(async move {
                    for number in 0..MOST_A_DAY {
                        let mut chance = [0; CODE_LENGTH];
                        for (place, byte) in chance.iter_mut().take(3).enumerate() {
                            *byte = u8::try_from(number >> (5 * place) & 31).unwrap();
                        }
                        let (code, services) = (Code::of_chance(chance), services.clone());
                        let note = note.clone();
                        let list = SharedList { code, services, note, language, created, expires };
                        assert!(rows::insert(on, &list).await?);
                    }
                    Ok(())
                })
            })
            .await;
        filled.unwrap();
        let another = || keep(&app, gift(Validity::Day), vec![code(31)]);
        assert!(matches!(another().await, Err(Error::TooMuch(_))));
        assert!(matches!(read(&app, &code(0)).await, Ok(Found::There(_))), "reading goes on");
        set(&app, "2026-11-25T21:30:01Z");
        assert!(another().await.is_ok());
    }
}

#[test]
fn no_two_of_many_codes_are_the_same() {
    let codes: std::collections::BTreeSet<Code> =
        (0..10_000).map(|_| new_code().unwrap()).collect();
    // Of 2⁵⁰ codes, two of ten thousand are the same once in twenty million times.
    assert_eq!(codes.len(), 10_000);
}

#[tokio::test]
async fn a_list_that_is_taken_back_is_gone_at_once_and_no_other_with_it() {
    for database in databases().await.unwrap() {
        let app = app(&database);
        let kept = keep(&app, gift(Validity::Day), vec![code(1)]).await.unwrap();
        keep(&app, gift(Validity::Year), vec![code(2)]).await.unwrap();
        assert!(withdraw(&app, &code(2)).await.unwrap());
        assert!(matches!(read(&app, &code(2)).await, Err(Error::NotFound)));
        assert!(!withdraw(&app, &code(2)).await.unwrap(), "it is gone already");
        assert_eq!(read(&app, &code(1)).await.unwrap(), Found::There(kept));
    }
}
