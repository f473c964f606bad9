//! The coordinator's first page and the lists that it begins.

use app::quality::{Settings, Standards, refresh};
use axum::http::{StatusCode, header};
use domain::reference::county;
use web::{Face, WebConfig};

use crate::town::{LIBRARY, TOWN, Town};
use crate::visitor::{Visitor, between};

/// The first page, and its lists, in each language.
const PAGES: [(&str, [&str; 3], &str); 3] = [
    ("/fi/koordinaattori", ["korjaukset", "aukot", "vanhentuneet"], "taulukot"),
    ("/sv/koordinator", ["korrigeringar", "luckor", "foraldrade"], "tabeller"),
    ("/en/coordinator", ["fixes", "gaps", "stale"], "tables"),
];

/// The town in Varsinais-Suomi, checked, where what is not changed for a day is stale.
async fn town() -> Town {
    let face = Face { county: county("05"), ..Face::default() };
    let town = Town::with_coordinator_on(WebConfig { face, ..WebConfig::default() }).await;
    app::coverage::refresh(town.app()).await.unwrap();
    let impatient = Settings { review_days: 1, ..Settings::default() };
    refresh(town.app(), &Standards::of_all(impatient)).await.unwrap();
    town
}

#[tokio::test]
async fn every_list_is_the_coordinators_alone_and_has_its_texts_in_each_language() {
    let town = town().await;
    for (first, lists, tables) in PAGES {
        let own = format!("{first}/{}/{TOWN}", lists[2]);
        let lists = lists.map(|list| format!("{first}/{list}"));
        let names = ["fixes", "gaps", "stale"];
        let files =
            lists.iter().zip(names).map(|(list, name)| format!("{list}/{tables}/{name}.csv"));
        let mut paths: Vec<String> = files.collect();
        paths.extend(lists);
        paths.extend([
            first.to_owned(),
            own.clone(),
            format!("{own}/{tables}/stale.xlsx"),
            format!("{first}/{tables}/week.csv"),
        ]);
        for path in paths {
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
async fn the_first_page_leads_to_findings_to_the_map_and_to_stale_descriptions() {
    let town = town().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = coordinator.get("/fi/koordinaattori").await.body;
    let mendings = between(&page, "id=\"mendings\"", "</section>");
    assert!(mendings.contains("Koskee "), "{mendings}");
    let description = between(mendings, "href=\"", "\"").to_owned();
    assert!(description.starts_with("/fi/koordinaattori/laatu/kuvaus/"), "{description}");
    assert_eq!(coordinator.get(&description).await.status, StatusCode::OK);
    let corners = between(&page, "id=\"corners\"", "</section>");
    let cell = between(corners.split("<tbody").nth(1).unwrap(), "href=\"", "\"").to_owned();
    assert!(cell.starts_with("/fi/koordinaattori/kattavuus/853/"), "the largest first: {cell}");
    assert_eq!(coordinator.get(&cell).await.status, StatusCode::OK);
    let stale = between(&page, "id=\"stale\"", "</section>");
    let own = format!("/fi/koordinaattori/vanhentuneet/{TOWN}");
    assert!(stale.contains(&format!("href=\"{own}\"")), "{stale}");
    let listed = coordinator.get(&own).await.body;
    let library = format!("href=\"/fi/koordinaattori/laatu/kuvaus/service/{LIBRARY}\"");
    assert!(listed.contains(&library), "{listed}");
}

#[tokio::test]
async fn the_lists_are_paged_and_a_page_beyond_the_last_is_the_last() {
    let town = town().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let rows = |page: &str| page.split("<tbody").nth(1).map_or(0, |it| it.matches("<tr").count());
    let first = coordinator.get("/en/coordinator/gaps").await.body;
    assert_eq!(rows(&first), 50);
    assert!(first.contains("href=\"/en/coordinator/gaps?page=2\""), "{first}");
    let second = coordinator.get("/en/coordinator/gaps?page=2").await.body;
    assert!(rows(&second) > 0);
    let beyond = coordinator.get("/en/coordinator/gaps?page=400").await;
    assert_eq!(beyond.status, StatusCode::OK);
    assert!(rows(&beyond.body) > 0 && !beyond.body.contains("There are no gaps"));
    assert!(beyond.body.contains("rel=\"prev\"") && !beyond.body.contains("rel=\"next\""));
    for (list, told, denied) in [
        ("fixes", "most valuable fix", "No finding is in a description"),
        ("stale", "Oldest change", "There are no outdated descriptions"),
        (format!("stale/{TOWN}").as_str(), "outdated description", "No outdated descriptions"),
    ] {
        let page = coordinator.get(&format!("/en/coordinator/{list}?page=9")).await.body;
        assert!(page.contains(told) && !page.contains(denied), "{list}: {page}");
    }
    let csv = coordinator.get("/en/coordinator/gaps/tables/gaps.csv?page=2").await.body;
    assert!(csv.lines().count() > 100, "a file has the whole list: {}", csv.lines().count());
}

#[tokio::test]
async fn before_anything_was_counted_the_first_page_says_so_in_each_list() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = coordinator.get("/en/coordinator").await.body;
    let counting = "are being checked and counted";
    for id in ["week", "mendings", "stale"] {
        let section = between(&page, &format!("id=\"{id}\""), "</section>");
        assert!(section.contains(counting), "{id}: {section}");
    }
    assert!(page.contains("There are no gaps"), "{page}");
    assert!(!page.contains("No finding is in a description"), "{page}");
    assert!(!page.contains("fixes.csv"), "an empty list has no file");
    for path in [
        "fixes",
        "stale",
        "quality",
        "quality/findings",
        "fixes/tables/fixes.csv",
        "stale/tables/stale.csv",
        "quality/organisations.csv",
        "tables/week.csv",
    ] {
        let answer = coordinator.get(&format!("/en/coordinator/{path}")).await.body;
        assert!(answer.contains(counting), "{path}: {answer}");
    }
}

#[tokio::test]
async fn the_weeks_table_has_numbers_to_calculate_with_and_a_list_shows_its_ranks() {
    let town = town().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let csv = coordinator.get("/fi/koordinaattori/taulukot/week.csv").await.body;
    let points = csv.lines().nth(1).unwrap().rsplit(',').next().unwrap();
    assert!(points.parse::<f64>().is_ok(), "{csv}");
    let page = coordinator.get("/fi/koordinaattori/korjaukset").await.body;
    assert!(page.contains("<ol class=\"plain-list\" start=\"1\">"), "{page}");
    assert!(page.contains("<h3 class=\"finding__name\">2. "), "{page}");
}

#[tokio::test]
async fn the_limit_is_said_where_there_is_one_and_else_that_each_county_has_its_own() {
    let town = Town::with_coordinator().await;
    let patient = Settings { review_days: 900, ..Settings::default() };
    refresh(town.app(), &Standards::of_counties([("05", patient)])).await.unwrap();
    let mut coordinator = Visitor::coordinator(&town).await;
    for path in ["/en/coordinator".to_owned(), format!("/en/coordinator/stale/{TOWN}")] {
        let page = coordinator.get(&path).await.body;
        assert!(page.contains("longer than its county allows"), "{path}: {page}");
    }
    let town = Town::with_coordinator().await;
    refresh(town.app(), &Standards::of_all(Settings::default())).await.unwrap();
    let page = Visitor::coordinator(&town).await.get("/en/coordinator/stale").await.body;
    assert!(!page.contains("its county allows") && page.contains(" days."), "{page}");
}

#[tokio::test]
async fn tables_say_what_the_lists_say_and_no_cell_is_a_formula() {
    let town = town().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let path = "/en/coordinator/fixes/tables/fixes";
    let csv = coordinator.get(&format!("{path}.csv")).await.body;
    assert!(csv.lines().next().unwrap().contains("How to fix it"), "{csv}");
    assert!(csv.contains(LIBRARY), "{csv}");
    assert!(!csv.lines().any(|line| line.contains(",=") || line.starts_with('=')), "{csv}");
    let workbook = coordinator.get(&format!("{path}.xlsx")).await;
    assert!(workbook.bytes.starts_with(b"PK\x03\x04"));
    for odd in ["fixes.exe", "other.csv", "fixes"] {
        let answer = coordinator.get(&format!("/en/coordinator/fixes/tables/{odd}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{odd}");
    }
    let absent = "/en/coordinator/stale/50000000-0000-4000-8000-00000000dead";
    assert_eq!(coordinator.get(absent).await.status, StatusCode::NOT_FOUND);
    assert_eq!(coordinator.get("/en/coordinator/stale/x").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn another_countys_organisation_is_not_found_on_its_pages_or_in_its_files() {
    let site = |code| {
        let face = Face { county: county(code), ..Face::default() };
        Town::with_coordinator_on(WebConfig { face, ..WebConfig::default() })
    };
    for (code, status) in [("05", StatusCode::OK), ("02", StatusCode::NOT_FOUND)] {
        let town = site(code).await;
        refresh(town.app(), &Standards::of_all(Settings::default())).await.unwrap();
        let mut coordinator = Visitor::coordinator(&town).await;
        for path in [
            format!("stale/{TOWN}"),
            format!("stale/{TOWN}/tables/stale.csv"),
            format!("stale/{TOWN}/tables/stale.xlsx"),
            format!("quality/findings?organisation={TOWN}"),
            format!("quality/findings/findings.csv?organisation={TOWN}"),
            format!("quality/findings/findings.xlsx?organisation={TOWN}"),
            format!("quality/findings/history.csv?organisation={TOWN}"),
        ] {
            let answer = coordinator.get(&format!("/en/coordinator/{path}")).await;
            assert_eq!(answer.status, status, "{code} {path}");
        }
        // Its description is common to all, and leads to no page that is not there.
        let described = format!("/en/coordinator/quality/description/service/{LIBRARY}");
        let page = coordinator.get(&described).await;
        assert_eq!(page.status, StatusCode::OK);
        let is_led = page.body.contains(&format!("findings?organisation={TOWN}"));
        assert_eq!(is_led, status == StatusCode::OK, "{code}: {}", page.body);
    }
}
