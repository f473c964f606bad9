//! The coordinator's pages of coverage: the table, what is behind its counts, and the tables to take along.

use axum::http::{StatusCode, header};
use domain::coverage::CoverageSettings;
use domain::reference::county;
use serde_json::json;
use web::{Face, WebConfig};

use crate::town::{Answer, Town};
use crate::visitor::{Visitor, between};

const PAGES: [&str; 3] =
    ["/fi/koordinaattori/kattavuus", "/sv/koordinator/tackning", "/en/coordinator/coverage"];

/// The town in Varsinais-Suomi, whose county has a goal of one service of each theme in Naantali.
async fn town() -> Town {
    let coverage: CoverageSettings = serde_json::from_value(json!({
        "goals": [{"at_least": 1, "municipalities": ["529"]}],
    }))
    .unwrap();
    let face = Face { county: county("05"), ..Face::default() };
    let town =
        Town::with_coordinator_on(WebConfig { face, coverage, ..WebConfig::default() }).await;
    app::coverage::refresh(town.app()).await.unwrap();
    town
}

fn cells(page: &str, place: &str) -> Vec<String> {
    let row = between(page, &format!("<th scope=\"row\">{place}</th>"), "</tr>");
    row.split("<td ").skip(1).map(|cell| between(cell, "\">", "</td>").to_owned()).collect()
}

fn text(html: &str) -> String {
    let mut told = String::new();
    let mut is_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            letter if !is_tag => told.push(letter),
            _ => {}
        }
    }
    told.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn only_the_coordinator_sees_the_coverage() {
    let town = town().await;
    for page in PAGES {
        for path in ["", "/coverage.csv", "/529/kulttuuri", "/529/kulttuuri/services.xlsx"] {
            let answer = town.get(&format!("{page}{path}")).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{page}{path}");
        }
    }
}

#[tokio::test]
async fn the_countys_own_inhabitants_are_shown_with_their_day_and_where_they_lack() {
    let day = jiff::civil::date(2025, 12, 31);
    let table = "municipality,population\n529,500\n";
    let coverage = CoverageSettings {
        population: Some(domain::coverage::Population::read(table, day).unwrap()),
        ..CoverageSettings::default()
    };
    let face = Face { county: county("05"), ..Face::default() };
    let town =
        Town::with_coordinator_on(WebConfig { face, coverage, ..WebConfig::default() }).await;
    app::coverage::refresh(town.app()).await.unwrap();
    let mut coordinator = Visitor::coordinator(&town).await;
    let built_in = self::town().await;
    let mut other = Visitor::coordinator(&built_in).await;
    for (page, naantali, day, unknown) in [
        (PAGES[0], "Naantali", "31.12.2025", "asukasluku puuttuu"),
        (PAGES[1], "Nådendal", "31.12.2025", "invånarantal saknas"),
        (PAGES[2], "Naantali", "31 December 2025", "population not known"),
    ] {
        let start = coordinator.get(page).await.body;
        let select = between(&start, "id=\"beside\"", ">");
        let shown = format!("{page}?{}=per-thousand", between(select, "name=\"", "\""));
        let own = coordinator.get(&shown).await.body;
        assert!(text(&own).contains(day), "{shown}: {}", text(&own));
        assert!(own.contains(unknown) && !own.contains('⟦'), "{shown}");
        assert!(!cells(&own, naantali).concat().contains(unknown), "{shown}");
        let sheet = coordinator.get(&format!("{page}/coverage.csv")).await.body;
        assert!(sheet.lines().next().unwrap().contains(day), "{sheet}");
        let built_in = other.get(&shown).await.body;
        assert!(text(&built_in).contains("2022") && !built_in.contains(unknown), "{shown}");
    }
}

#[tokio::test]
async fn the_table_tells_counts_and_goals_in_words() {
    let town = town().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    for (page, met, missed) in [
        (PAGES[0], "täyttyy", "puuttuu 1"),
        (PAGES[1], "nås", "1 saknas"),
        (PAGES[2], "met", "1 missing"),
    ] {
        let shown = coordinator.get(page).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert_eq!(shown.headers[header::CACHE_CONTROL], "no-store");
        let name = if page.starts_with("/sv") { "Nådendal" } else { "Naantali" };
        let naantali: Vec<String> =
            cells(&shown.body, name).iter().map(|cell| text(cell)).collect();
        assert_eq!(naantali.len(), 10);
        let all = naantali[..8].join("; ");
        assert!(all.contains(met) && all.contains(missed), "{page}: {all}");
        assert!(!shown.body.contains('⟦'), "{page}: a text is missing");
    }
    let page = coordinator.get(PAGES[0]).await.body;
    assert!(page.contains("Missä tavoite ei täyty"));
    assert!(page.contains("Tavoitteita on 8. Niistä täyttyy "), "{}", text(&page));
}

#[tokio::test]
async fn municipalities_stand_in_the_order_of_the_alphabet() {
    let town = town().await;
    let page = Visitor::coordinator(&town).await.get(PAGES[0]).await.body;
    let at = |name: &str| page.find(&format!(">{name}</th>")).unwrap_or_else(|| panic!("{name}"));
    assert!(at("Kaarina") < at("Kemiönsaari") && at("Kemiönsaari") < at("Koski Tl"));
    assert!(at("Paimio") < at("Parainen") && at("Parainen") < at("Pyhäranta"));
}

#[tokio::test]
async fn a_count_leads_to_as_many_services() {
    let town = town().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    for page in PAGES {
        let table = coordinator.get(page).await.body;
        let name = if page.starts_with("/sv") { "Nådendal" } else { "Naantali" };
        let mut looked_at = 0;
        for cell in cells(&table, name) {
            let count: usize =
                between(&cell, ">", "</a>").split('>').next_back().unwrap().parse().unwrap();
            let href = between(&cell, "href=\"", "\"").replace("&#38;", "&");
            let shown = coordinator.get(&href).await;
            assert_eq!(shown.status, StatusCode::OK, "{href}");
            let listed = between(&shown.body, "id=\"listed\"", "</section>");
            assert_eq!(listed.matches("staff__card").count(), count, "{href}");
            assert!(!shown.body.contains('⟦'), "{href}: a text is missing");
            looked_at += count;
        }
        assert!(looked_at > 2, "{page}");
    }
}

#[tokio::test]
async fn what_is_chosen_stays_in_every_address() {
    let town = town().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let chosen = "?jarjestaja=municipality&kieli=sv&nayta=first";
    let page = coordinator.get(&format!("{}{chosen}", PAGES[0])).await.body;
    assert!(page.contains("<option value=\"sv\" selected>"));
    assert!(page.contains("<option value=\"first\" selected>"));
    let escaped = chosen.replace('&', "&#38;");
    for rest in ["/529/kulttuuri", "/coverage.csv", "/growth.xlsx"] {
        assert!(page.contains(&format!("{rest}{escaped}")), "{rest}: {page}");
    }
    let swedish = "/sv/koordinator/tackning?anordnare=municipality&#38;sprak=sv&#38;visa=first";
    assert!(page.contains(swedish), "the other language has the same choice");
}

/// The rows of a table in which no value has a comma.
fn told(answer: &Answer) -> Vec<Vec<String>> {
    answer.body.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[tokio::test]
async fn every_table_can_be_taken_along() {
    let town = town().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    for path in ["coverage", "coverage-lines", "growth", "demand"] {
        for (form, kind) in [("csv", "text/csv"), ("xlsx", "spreadsheetml")] {
            let answer = coordinator.get(&format!("{}/{path}.{form}", PAGES[2])).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}.{form}");
            assert!(answer.headers[header::CONTENT_TYPE].to_str().unwrap().contains(kind));
            let saved = answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
            assert_eq!(saved, format!("attachment; filename=\"{path}.{form}\""));
            assert!(form == "csv" || answer.bytes.starts_with(b"PK"));
        }
    }
    let counts = coordinator.get(&format!("{}/coverage.csv", PAGES[2])).await;
    assert_eq!(counts.body.lines().count(), 31 * 10 + 1);
    let services = coordinator.get(&format!("{}/529/all/services.csv", PAGES[2])).await;
    let all = told(&counts).into_iter().find(|row| row[1] == "529" && row[2] == "All themes");
    let listed = services.body.matches("50000000-0000-4000").count();
    assert_eq!(listed.to_string(), all.unwrap()[3], "each with its id");
    for path in ["x.csv", "coverage.pdf", "529/x", "529/all/x.csv", "837/all", "x/all"] {
        let answer = coordinator.get(&format!("{}/{path}", PAGES[2])).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn demand_stands_beside_supply_only_from_its_fifth_time() {
    let town = town().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let search = |times: usize, words: &'static str| {
        let town = &town;
        async move {
            for _ in 0..times {
                let gap = domain::search_gap::Gap {
                    kind: domain::search_gap::GapKind::Empty,
                    text: words,
                    language: domain::Language::Fi,
                    municipality: domain::reference::municipality("529"),
                };
                app::search_gap::record(town.app(), &gap).await.unwrap();
            }
        }
    };
    search(4, "keilailu").await;
    search(6, "kuntosali").await;
    for path in ["", "/529/liikunta"] {
        let page = coordinator.get(&format!("{}{path}", PAGES[0])).await.body;
        let demand = text(between(&page, "id=\"demand\"", "</section>"));
        assert!(demand.contains("kuntosali") && demand.contains(" 6 "), "{path}: {demand}");
        assert!(!page.contains("keilailu"), "{path}");
    }
    let other = coordinator.get(&format!("{}/529/kulttuuri", PAGES[0])).await.body;
    assert!(!other.contains("kuntosali"), "another theme");
}

#[tokio::test]
async fn before_anything_is_counted_the_page_says_so() {
    let town = Town::with_coordinator().await;
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = coordinator.get(PAGES[0]).await.body;
    assert!(page.contains("Kattavuutta ei ole vielä laskettu."));
    let cell = coordinator.get(&format!("{}/529/kulttuuri?alue=05", PAGES[0])).await;
    assert_eq!(cell.status, StatusCode::OK);
}

#[tokio::test]
async fn a_site_of_all_counties_lets_one_be_chosen() {
    let town = Town::with_coordinator().await;
    app::coverage::refresh(town.app()).await.unwrap();
    let mut coordinator = Visitor::coordinator(&town).await;
    let page = coordinator.get(PAGES[0]).await.body;
    assert!(page.contains("<option value=\"05\" selected>"), "the county with most services");
    let page = coordinator.get(&format!("{}?alue=14", PAGES[0])).await.body;
    assert!(page.contains("<option value=\"14\" selected>") && page.contains("alue=14"));
}
