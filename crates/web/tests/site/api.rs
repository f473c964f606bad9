//! The open API: its answers are snapshots, its faults are problem documents.

use axum::http::{StatusCode, header};
use serde_json::Value;

use crate::town::{Answer, GONE, LIBRARY, STORIES, SWIMMING, TOWN, Town};

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|error| panic!("{error}: {}", answer.body))
}

#[tokio::test]
async fn the_answers_are_as_they_were_agreed() {
    let town = Town::new().await;
    for (name, path) in [
        ("services", "/api/v1/services?q=kirjasto&municipality=529&limit=2".to_owned()),
        ("service", format!("/api/v1/services/{LIBRARY}")),
        ("organisation", format!("/api/v1/organisations/{TOWN}?limit=1&offset=1")),
        ("explained", "/api/v1/services?q=uimahallissa&explain=true&lang=fi".to_owned()),
        ("related", format!("/api/v1/services/{STORIES}/related?lang=sv")),
        ("suggestions", "/api/v1/suggestions?q=uimah&lang=fi&limit=3".to_owned()),
        ("themes", "/api/v1/codes/themes".to_owned()),
        ("counties", "/api/v1/codes/counties".to_owned()),
    ] {
        let answer = town.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/json", "{path}");
        assert_eq!(answer.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{path}");
        insta::assert_json_snapshot!(name, json(&answer));
    }
}

#[tokio::test]
async fn every_code_list_has_codes_with_names_in_three_languages() {
    let town = Town::new().await;
    for list in [
        "municipalities",
        "counties",
        "regions",
        "service-classes",
        "target-groups",
        "life-events",
        "industrial-classes",
        "languages",
        "themes",
    ] {
        let answer = json(&town.get(&format!("/api/v1/codes/{list}")).await);
        let items = answer["items"].as_array().unwrap();
        assert!(items.len() > 7, "{list}");
        for item in items {
            for language in ["fi", "sv", "en"] {
                let name = item["name"][language].as_str().unwrap_or_default();
                assert!(!name.is_empty(), "{list} {item} {language}");
            }
        }
    }
}

#[tokio::test]
async fn faults_are_problem_documents() {
    let town = Town::new().await;
    for (path, status) in [
        ("/api/v1/services/none".to_owned(), 404),
        (format!("/api/v1/services/{GONE}"), 410),
        ("/api/v1/services?limit=0".to_owned(), 400),
        ("/api/v1/services?limit=x".to_owned(), 400),
        ("/api/v1/services?offset=1000000".to_owned(), 400),
        ("/api/v1/services?theme=none".to_owned(), 400),
        ("/api/v1/services?municipality=999".to_owned(), 400),
        ("/api/v1/services?lang=xx".to_owned(), 400),
        ("/api/v1/services?county=99".to_owned(), 400),
        ("/api/v1/services?class=P25.1,none".to_owned(), 400),
        ("/api/v1/services?target_group=".to_owned(), 400),
        ("/api/v1/services?provider=Robot".to_owned(), 400),
        ("/api/v1/services?service_language=xyz".to_owned(), 400),
        ("/api/v1/services?channel=Pigeon".to_owned(), 400),
        ("/api/v1/services?free=perhaps".to_owned(), 400),
        ("/api/v1/services?explain=1".to_owned(), 400),
        (format!("/api/v1/services?class={}P25.1", "P25.1,".repeat(50)), 400),
        ("/api/v1/services/none/related".to_owned(), 404),
        (format!("/api/v1/services/{GONE}/related"), 410),
        (format!("/api/v1/services/{LIBRARY}/related?limit=21"), 400),
        (format!("/api/v1/services/{LIBRARY}/related?lang=de"), 400),
        ("/api/v1/suggestions?q=a&limit=0".to_owned(), 400),
        ("/api/v1/suggestions?q=a&lang=de".to_owned(), 400),
        (format!("/api/v1/suggestions?q={}", "a".repeat(201)), 400),
        (format!("/api/v1/services?q={}", "a".repeat(201)), 400),
        ("/api/v1/codes/none".to_owned(), 404),
        ("/api/v2/services".to_owned(), 404),
    ] {
        let answer = town.get(&path).await;
        let problem = json(&answer);
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert_eq!(problem["status"], status, "{path}");
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json", "{path}");
        assert!(problem["request_id"].is_string() && problem["type"].is_string(), "{path}");
    }
}

#[tokio::test]
async fn every_filter_keeps_what_fits_it_and_leaves_out_the_rest() {
    let town = Town::new().await;
    for (filter, found, left_out) in [
        ("county=5", SWIMMING, GONE),
        ("county=02", STORIES, SWIMMING),
        ("class=P27.1,P27.2", SWIMMING, LIBRARY),
        ("target_group=KR1.2", SWIMMING, STORIES),
        ("provider=Organisation,Company", SWIMMING, LIBRARY),
        ("service_language=sv", STORIES, SWIMMING),
        ("free=true", LIBRARY, SWIMMING),
        ("remote=true", SWIMMING, STORIES),
        ("channel=ServiceLocation", LIBRARY, SWIMMING),
    ] {
        let answer = town.get(&format!("/api/v1/services?{filter}")).await.body;
        assert!(answer.contains(found), "{filter}: {answer}");
        assert!(!answer.contains(left_out), "{filter}: {answer}");
    }
}

#[tokio::test]
async fn an_answer_tells_whether_anything_fits_and_whether_somebody_is_in_danger() {
    let town = Town::new().await;
    let ask = async |words: &str| json(&town.get(&format!("/api/v1/services?q={words}")).await);
    let fits = ask("uimahalli").await;
    assert_eq!((&fits["match"], &fits["fits"]), (&"all_words".into(), &true.into()));
    assert!(fits["items"][0]["reasons"].is_null(), "not asked for");
    let nothing = ask("qqqxxyy").await;
    assert_eq!((&nothing["match"], &nothing["fits"]), (&"nothing".into(), &false.into()));
    assert_eq!(ask("haluan+kuolla").await["crisis"], true);
    assert_eq!(ask("").await["match"], "everything");
}

#[tokio::test]
async fn suggestions_may_be_kept_for_a_minute_and_any_text_is_answered() {
    let town = Town::new().await;
    for text in ["uima", "%22%3E%3Cscript%3E", "%00%0A", "%F0%9F%8E%88", "", "%D9%85%D8%B1"] {
        let answer = town.get(&format!("/api/v1/suggestions?q={text}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{text}");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "public, max-age=60");
        assert!(json(&answer)["items"].is_array(), "{text}");
    }
}

#[tokio::test]
async fn pages_are_not_open_to_other_sites() {
    let town = Town::new().await;
    let answer = town.get("/fi/").await;
    assert!(!answer.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
}
