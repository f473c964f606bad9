//! The coordinator's pages about quality: points, findings, and a description with the findings in its texts.

use app::quality::{Settings, Standards, refresh};
use axum::http::{StatusCode, header};

use crate::town::{HOSTILE, LIBRARY, SWIMMING, TOWN, Town};
use crate::visitor::Visitor;

/// The town, checked.
async fn checked() -> Town {
    let town = Town::with_coordinator().await;
    refresh(town.app(), &Standards::of_all(Settings::default())).await.unwrap();
    town
}

const PAGES: [(&str, &str, &str, &str); 3] = [
    ("fi", "/fi/koordinaattori/laatu", "havainnot", "kuvaus"),
    ("sv", "/sv/koordinator/kvalitet", "fynd", "beskrivning"),
    ("en", "/en/coordinator/quality", "findings", "description"),
];

#[tokio::test]
async fn every_page_about_quality_is_the_coordinators_alone() {
    let town = checked().await;
    for (_, quality, findings, description) in PAGES {
        for path in [
            quality.to_owned(),
            format!("{quality}/organisations.csv"),
            format!("{quality}/{findings}"),
            format!("{quality}/{findings}/findings.xlsx"),
            format!("{quality}/{description}/service/{LIBRARY}"),
        ] {
            assert_eq!(town.get(&path).await.status, StatusCode::SEE_OTHER, "{path}");
            let answer = Visitor::coordinator(&town).await.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
            assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store", "{path}");
            assert!(!answer.body.contains('⟦'), "{path}: {}", answer.body);
            assert!(!answer.body.contains("<script>alert"), "{path}");
        }
    }
}

#[tokio::test]
async fn the_points_lead_to_an_organisations_findings_and_these_to_a_description() {
    let town = checked().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = coordinator.get("/fi/koordinaattori/laatu").await.body;
    let organisation = format!("/fi/koordinaattori/laatu/havainnot?organisaatio={TOWN}");
    assert!(page.contains(&format!("href=\"{organisation}\"")), "{page}");
    assert!(page.contains("/ 100 pistettä"));
    let findings = coordinator.get(&organisation).await.body;
    let description = format!("/fi/koordinaattori/laatu/kuvaus/service/{LIBRARY}");
    assert!(findings.contains(&format!("href=\"{description}\"")), "{findings}");
    let described = coordinator.get(&description).await.body;
    assert!(described.contains("Näin asukas näkee sen"), "{described}");
}

#[tokio::test]
async fn findings_are_chosen_by_rule_severity_and_language_in_the_address() {
    let town = checked().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let all = coordinator.get("/en/coordinator/quality/findings").await.body;
    let count = |page: &str| page.matches("class=\"staff__card finding\"").count();
    assert!(count(&all) > 3, "{all}");
    let errors = coordinator.get("/en/coordinator/quality/findings?severity=E").await.body;
    assert!(count(&errors) > 0 && count(&errors) < count(&all));
    assert_eq!(errors.matches("govuk-tag--problem").count(), count(&errors));
    assert!(errors.contains("<option value=\"E\" selected>"));
    let swedish = coordinator.get("/en/coordinator/quality/findings?language=sv").await.body;
    assert!(count(&swedish) < count(&all));
    let nothing = coordinator.get("/en/coordinator/quality/findings?language=sms").await.body;
    assert!(nothing.contains("No findings") || count(&nothing) == count(&all), "{nothing}");
    let odd =
        coordinator.get("/en/coordinator/quality/findings?rule=%3Cb%3E&severity=X&page=x").await;
    assert_eq!(count(&odd.body), count(&all), "what cannot be chosen is not");
}

#[tokio::test]
async fn words_are_marked_where_they_stand_in_a_text() {
    let town = Town::with_coordinator().await;
    let strict = Settings { sentence_words: 1, ..Settings::default() };
    refresh(town.app(), &Standards::of_all(strict)).await.unwrap();
    let mut coordinator = Visitor::coordinator(&town).await;
    let mut marked = 0;
    for id in [LIBRARY, SWIMMING, HOSTILE] {
        let path = format!("/sv/koordinator/kvalitet/beskrivning/service/{id}");
        let page = coordinator.get(&path).await.body;
        marked += page.matches("<mark>").count();
        assert!(!page.contains("<script>alert"), "{page}");
    }
    assert!(marked > 0, "no text has a mark");
}

#[tokio::test]
async fn tables_come_as_csv_and_as_workbooks() {
    let town = checked().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    for name in ["organisations", "history", "findings/history", "findings/findings"] {
        let path = format!("/en/coordinator/quality/{name}");
        let csv = coordinator.get(&format!("{path}.csv")).await;
        assert_eq!(csv.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
        assert!(csv.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("attachment"));
        assert!(csv.body.lines().count() > 1, "{path}: {}", csv.body);
        let workbook = coordinator.get(&format!("{path}.xlsx")).await;
        assert!(workbook.bytes.starts_with(b"PK\x03\x04"), "{path}");
        assert_eq!(coordinator.get(&format!("{path}.exe")).await.status, StatusCode::NOT_FOUND);
    }
    let findings = coordinator.get("/en/coordinator/quality/findings/findings.csv").await.body;
    assert!(
        !findings.lines().any(|line| line.contains(",=") || line.starts_with('=')),
        "{findings}"
    );
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let town = checked().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let absent = "50000000-0000-4000-8000-00000000dead";
    for path in [
        format!("kuvaus/service/{absent}"),
        format!("kuvaus/connection/{LIBRARY}"),
        format!("kuvaus/nothing/{LIBRARY}"),
        format!("havainnot?organisaatio={absent}"),
        "nothing.csv".to_owned(),
    ] {
        let answer = coordinator.get(&format!("/fi/koordinaattori/laatu/{path}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}
