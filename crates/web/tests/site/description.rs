//! The description helper: findings, suggestions and PTV's forms of what somebody writes, and nothing kept of it.

use axum::http::{StatusCode, header};
use serde_json::Value;

use crate::town::Town;
use crate::visitor::{Visitor, between};

const PAGES: [&str; 3] =
    ["/fi/kirjoita-kuvaus", "/sv/skriv-beskrivning", "/en/write-a-description"];

const WRITTEN: [(&str, &str); 4] = [
    ("name-fi", "Uimahalli"),
    ("summary-fi", "Uimahalli"),
    ("description-fi", "Uimahallissa voit uida. Kirjoita halli@example.fi tai soita 040 123 4567."),
    ("municipality", "529"),
];

#[tokio::test]
async fn the_empty_page_says_to_write_first_and_shows_examples() {
    let town = Town::new().await;
    for page in PAGES {
        let shown = town.get(page).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert!(!shown.body.contains('⟦'), "{page}: a text is missing");
        assert!(!shown.body.contains("describe__finding\""), "{page}: nothing is wrong yet");
        let examples = between(&shown.body, "id=\"examples-heading\"", "</section>");
        assert_eq!(examples.matches("<details").count(), 27, "{page}");
        assert!(shown.body.contains("describe."), "its script");
    }
    let home = town.get("/fi/").await.body;
    assert!(!home.contains("describe."), "the script is loaded on its page alone");
}

#[tokio::test]
async fn no_rule_of_text_finds_anything_in_the_examples() {
    let town = Town::new().await;
    for page in PAGES {
        let shown = town.get(page).await.body;
        let language = &page[1..3];
        let examples = between(&shown, "id=\"examples-heading\"", "</section>");
        for example in examples.split("<details").skip(1) {
            let mut parts = example.split("</h3><p>").skip(1);
            let mut part = || parts.next().and_then(|it| it.split("</p>").next()).unwrap();
            let texts = [
                ("name", between(example, "summary-text\">", "</span>")),
                ("summary", part()),
                ("description", part()),
                ("instructions", part()),
            ];
            let fields = texts.map(|(field, text)| (format!("{field}-{language}"), text));
            let mut fields: Vec<(&str, &str)> =
                fields.iter().map(|(field, text)| (field.as_str(), *text)).collect();
            fields.extend([("class", "P27.1"), ("group", "KR1")]);
            let answer = Visitor::new(&town).send(page, &fields).await.body;
            let findings = between(&answer, "id=\"findings\"", "</section>");
            let of_text = format!("-{language}\"");
            assert!(!findings.contains(&of_text), "{}: {findings}", texts[0].1);
        }
    }
}

#[tokio::test]
async fn findings_stand_beside_what_was_written() {
    let town = Town::new().await;
    for page in PAGES {
        let shown = Visitor::new(&town).send(page, &WRITTEN).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert_eq!(shown.headers[header::CACHE_CONTROL], "no-store");
        assert!(!shown.headers.contains_key(header::SET_COOKIE));
        let findings = between(&shown.body, "id=\"findings\"", "</section>");
        assert!(findings.contains("<q>halli@example.fi</q>"), "{page}: {findings}");
        assert!(findings.contains("href=\"#summary-fi\""), "the summary is the name: {findings}");
        assert!(shown.body.contains("value=\"Uimahalli\""), "what was written is still there");
        assert!(shown.body.contains("value=\"529\" selected"));
        assert!(!shown.body.contains('⟦'), "{page}: a text is missing");
        let text = between(&shown.body, "id=\"text\"", "</textarea>");
        assert!(text.contains("Uimahalli") && text.contains("Uimahallissa voit uida."));
    }
}

#[tokio::test]
async fn the_text_suggests_classes_and_what_is_chosen_stays() {
    let town = Town::new().await;
    let fields: Vec<(&str, &str)> =
        WRITTEN.into_iter().chain([("class", "P25.1"), ("class", "")]).collect();
    let page = Visitor::new(&town).send(PAGES[0], &fields).await.body;
    let choices = between(&page, "id=\"choices\"", "class=\"choose\"");
    assert!(choices.contains("value=\"P25.1\" checked"), "{choices}");
    assert!(choices.contains("value=\"P27.1\">"), "swimming is exercise: {choices}");
}

#[tokio::test]
async fn a_description_goes_along_in_ptvs_forms() {
    let town = Town::new().await;
    for (form, name) in [("v12", "languageVersions"), ("v11", "serviceNames")] {
        let fields: Vec<(&str, &str)> = WRITTEN.into_iter().chain([("take", form)]).collect();
        let answer = Visitor::new(&town).send(PAGES[1], &fields).await;
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/json");
        let saved = answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert_eq!(saved, format!("attachment; filename=\"ptv-{form}.json\""));
        let draft: Value = serde_json::from_str(&answer.body).unwrap();
        assert!(draft[name].to_string().contains("Uimahalli"), "{form}");
    }
    let nothing = Visitor::new(&town).send(PAGES[0], &[("take", "v12")]).await;
    assert!(nothing.body.contains("Kirjoita ensin jotain."), "an empty one does not");
}

#[tokio::test]
async fn hostile_texts_are_only_texts() {
    let town = Town::new().await;
    let hostile = "</textarea><script>alert(1)</script>\u{0}\"'";
    let fields = [
        ("name-fi", hostile),
        ("description-sv", hostile),
        ("class", hostile),
        ("term", hostile),
        ("organisation", hostile),
        ("municipality", hostile),
    ];
    let page = Visitor::new(&town).send(PAGES[0], &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("<script>alert"), "{}", page.body);
}

#[tokio::test]
async fn nothing_that_was_written_is_lost() {
    let town = Town::new().await;
    let long = "Uimahallissa voit uida. ".repeat(800);
    let fields = [
        ("description-fi", long.as_str()),
        ("description-sv", long.as_str()),
        ("description-en", long.as_str()),
        ("organisation", "Naantali"),
    ];
    let page = Visitor::new(&town).send(PAGES[0], &fields).await;
    assert_eq!(page.status, StatusCode::OK, "what is too long for PTV is told and kept");
    assert!(page.body.matches(long.trim()).count() >= 3);
    assert!(
        page.body.contains("value=\"Naantali\"") && page.body.contains("Tunniste ei ole oikea.")
    );
}
