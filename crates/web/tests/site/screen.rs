//! A lobby's screen.

use axum::http::StatusCode;

use crate::found::public_town;
use crate::town::{GONE, LIBRARY, STORIES, Town};

/// The address of the next service's screen.
fn next(page: &str) -> String {
    page.split("data-next=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&")
}

#[tokio::test]
async fn the_services_of_a_theme_go_round_and_begin_anew() {
    let town = public_town().await;
    for start in ["/fi/naytto?teema=kulttuuri", "/sv/skarm?tema=kultur", "/en/screen?theme=culture"]
    {
        let (mut path, mut names) = (start.to_owned(), Vec::new());
        for _ in 0..3 {
            let answer = town.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let heading = answer.body.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap();
            names.push(heading.to_owned());
            assert!(
                answer.body.contains("http-equiv=\"refresh\""),
                "it goes on without JavaScript"
            );
            assert!(answer.body.contains(" d=\"M4 4h7"), "a code with its corner");
            path = next(&answer.body);
        }
        assert_ne!(names[0], names[1], "{start}");
        assert_eq!(names[0], names[2], "{start}: two services, then the first again");
    }
}

#[tokio::test]
async fn services_that_are_named_go_round_in_their_order_and_a_gone_one_stops_nothing() {
    let town = Town::new().await;
    let path = format!("/fi/naytto?palvelut={STORIES},{GONE},nonsense,{LIBRARY}");
    let first = town.get(&path).await.body;
    assert!(first.contains("Svenskspråkig sagostund") && first.contains("1 / 4"));
    assert!(!first.contains("<svg"), "without the site's address there is no code");
    let second = town.get(&next(&first)).await;
    assert_eq!(second.status, StatusCode::OK);
    let third = town.get(&next(&second.body)).await.body;
    let fourth = town.get(&next(&third)).await.body;
    assert!(fourth.contains("Kirjaston palvelut") && fourth.contains("02 434 5444"));
    assert!(town.get(&next(&fourth)).await.body.contains("1 / 4"), "and from the beginning");
}

#[tokio::test]
async fn a_screen_can_stand_still_and_says_when_there_is_nothing() {
    let town = Town::new().await;
    let still = town.get("/fi/naytto?seis=1").await.body;
    assert!(!still.contains("http-equiv") && !still.contains("/assets/screen."));
    assert!(still.contains("Jatka esitystä"));
    let nothing = town.get("/sv/skarm?kommun=091&tema=motion").await;
    assert_eq!(nothing.status, StatusCode::OK);
    assert!(nothing.body.contains("Det finns inga tjänster"));
}
