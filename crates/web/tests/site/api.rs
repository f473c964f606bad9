//! The open API: its answers are snapshots, its faults are problem documents.

use axum::http::{StatusCode, header};
use serde_json::Value;

use crate::town::{Answer, GONE, LIBRARY, TOWN, Town};

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
async fn pages_are_not_open_to_other_sites() {
    let town = Town::new().await;
    let answer = town.get("/fi/").await;
    assert!(!answer.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
}
