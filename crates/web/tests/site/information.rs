//! The pages of the site's own words.

use domain::{Language, Localized};
use web::{Contact, WebConfig};

use crate::town::{SWIMMING, Town};

const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];

/// The main part of a page.
async fn main_of(town: &Town, path: &str) -> String {
    let page = town.get(path).await.body;
    page.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap().to_owned()
}

#[tokio::test]
async fn the_pages_of_our_own_words_have_sections_in_order_and_ways_onward() {
    let town = Town::new().await;
    for words in [
        ["tietoa", "om", "about"],
        ["tietosuoja", "dataskydd", "privacy"],
        ["kayttoohje", "anvandarguide", "guide"],
        ["miksi-palvelu-puuttuu", "varfor-saknas-tjansten", "why-a-service-is-missing"],
        ["saavutettavuus", "tillganglighet", "accessibility"],
    ] {
        for (language, word) in LANGUAGES.into_iter().zip(words) {
            let main = main_of(&town, &format!("/{language}/{word}")).await;
            assert!(main.matches("<h2").count() >= 5, "{word}");
            assert!(!main.contains("<h3"), "{word}");
            assert!(main.contains("id=\"contact\""), "{word}: whom to ask");
        }
    }
}

#[tokio::test]
async fn the_accessibility_statement_says_what_the_law_asks_for() {
    let contact = Contact {
        name: Localized::new(Language::Fi, "Lounaan hyvinvointialue, viestintä"),
        email: Some("palaute@lounas.example".to_owned()),
        phone: Some("02 123 4567".to_owned()),
    };
    let town = Town::configured(WebConfig { contact: Some(contact), ..WebConfig::default() }).await;
    for (path, told) in [
        ("/fi/saavutettavuus", ["306/2019", "14 päivän", "Traficom", "WCAG 3.1.2", "26.11.2026"]),
        ("/sv/tillganglighet", ["306/2019", "14 dagar", "Traficom", "WCAG 3.1.2", "26.11.2026"]),
        (
            "/en/accessibility",
            ["306/2019", "14 days", "Traficom", "WCAG 3.1.2", "26 November 2026"],
        ),
    ] {
        let main = main_of(&town, path).await;
        for told in told.into_iter().chain([
            "Lounaan hyvinvointialue, viestintä",
            "href=\"mailto:palaute@lounas.example\"",
            "href=\"tel:021234567\"",
        ]) {
            assert!(main.contains(told), "{path}: {told}");
        }
    }
}

#[tokio::test]
async fn where_nobody_is_named_the_pages_say_so() {
    let main = main_of(&Town::new().await, "/fi/saavutettavuus").await;
    assert!(main.contains("ei ole vielä ilmoittanut yhteystietojaan"));
}

#[tokio::test]
async fn what_the_privacy_page_says_of_cookies_is_true() {
    let town = Town::new().await;
    for path in
        ["/fi/", "/fi/haku?q=kirjasto", &format!("/fi/palvelu/{SWIMMING}"), "/fi/tietosuoja"]
    {
        assert!(!town.get(path).await.headers.contains_key("set-cookie"), "{path}");
    }
}

#[tokio::test]
async fn digital_help_advises_and_counts_no_search_in_vain() {
    let town = Town::new().await;
    for (path, search) in [
        ("/fi/digituki", "/fi/haku?q=digituki"),
        ("/sv/digitalt-stod", "/sv/sok?q=digitalt+st%C3%B6d"),
        ("/en/digital-help", "/en/search?q=digital+support"),
    ] {
        let main = main_of(&town, path).await;
        assert!(main.contains(&format!("href=\"{search}\"")), "{path}");
        assert!(main.matches("<h2").count() == 5, "{path}");
    }
    assert!(town.gaps().await.is_empty());
}
