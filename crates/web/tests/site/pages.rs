//! Every page in every language, and what each must tell.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;
use web::WebConfig;

use crate::town::{Answer, GONE, LIBRARY, PLACE, RUN, STORIES, SWIMMING, TOWN, Town};

/// The path words of the languages: search, service, channel, organisation, imports, about,
/// accessibility, report.
const WORDS: [(&str, [&str; 8]); 3] = [
    (
        "fi",
        [
            "haku",
            "palvelu",
            "kanava",
            "organisaatio",
            "yllapito/tuonnit",
            "tietoa",
            "saavutettavuus",
            "ilmoita-puute",
        ],
    ),
    (
        "sv",
        [
            "sok",
            "tjanst",
            "kanal",
            "organisation",
            "underhall/importer",
            "om",
            "tillganglighet",
            "anmal-brist",
        ],
    ),
    (
        "en",
        [
            "search",
            "service",
            "channel",
            "organisation",
            "admin/imports",
            "about",
            "accessibility",
            "report-gap",
        ],
    ),
];

/// Every address that should be answered with a page, and its language.
pub fn every_page() -> Vec<(&'static str, String)> {
    let mut pages = Vec::new();
    for (
        language,
        [search, service, channel, organisation, imports, about, accessibility, report],
    ) in WORDS
    {
        let paths = [
            String::new(),
            search.to_owned(),
            format!("{search}?q=kirjasto+Naantali"),
            format!("{search}?q=qqqxxyy"),
            format!(
                "{search}?q=uimahalli&municipality=704&sort=name&only=free&for=KR1.2&language=fi"
            ),
            format!("{search}?municipality=529&theme=culture"),
            report.to_owned(),
            format!("{search}?theme=exercise&municipality=529"),
            format!("{service}/{LIBRARY}"),
            format!("{service}/{SWIMMING}"),
            format!("{service}/{STORIES}"),
            format!("{channel}/{PLACE}"),
            format!("{organisation}/{TOWN}"),
            imports.to_owned(),
            format!("{imports}/{RUN}"),
            format!("{imports}/{RUN}?code=link_refused&page=2"),
            about.to_owned(),
            accessibility.to_owned(),
        ];
        pages.extend(
            paths
                .into_iter()
                .chain(own_words(language))
                .map(|path| (language, format!("/{language}/{path}"))),
        );
    }
    for (language, path) in [("fi", "oma-lista"), ("sv", "min-lista"), ("en", "my-list")] {
        pages.push((language, format!("/{language}/{path}")));
    }
    pages
}

/// The pages of the site's own words, and of what it offers beside the catalogue.
fn own_words(language: &str) -> Vec<String> {
    let words: [&str; 6] = match language {
        "sv" => [
            "dataskydd",
            "anvandarguide",
            "varfor-saknas-tjansten",
            "digitalt-stod",
            "floden",
            "skarm?seis=1",
        ],
        "en" => [
            "privacy",
            "guide",
            "why-a-service-is-missing",
            "digital-help",
            "feeds",
            "screen?still=1",
        ],
        _ => [
            "tietosuoja",
            "kayttoohje",
            "miksi-palvelu-puuttuu",
            "digituki",
            "syotteet",
            "naytto?seis=1",
        ],
    };
    words.map(str::to_owned).into()
}

/// What holds for every page, also an error page.
pub fn assert_is_a_page(language: &str, path: &str, answer: &Answer) {
    let body = &answer.body;
    assert_eq!(body.matches("<h1").count(), 1, "{path}: one h1");
    assert!(body.contains(&format!("<html lang=\"{language}\"")), "{path}: its language");
    let title = body.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
    assert!(title.is_some_and(|title| title.contains("Tarjotin")), "{path}: a title");
    assert!(!body.contains('⟦'), "{path}: a text is missing");
    // A lobby's screen has nobody who could call from it, and no foot.
    let is_screen = body.contains("govuk-template screen");
    let foot = body.split("<footer class=\"site-footer\"").nth(1);
    let foot = foot.unwrap_or(if is_screen { "tel:112 tel:116117" } else { "" });
    for number in ["tel:112", "tel:116117"] {
        assert!(foot.contains(number), "{path}: {number} is at the foot");
    }
    assert!(!body.contains("href=\"\""), "{path}: an empty link");
    assert!(!body.contains("style="), "{path}: the policy forbids styles in the page");
    for script in body.split("<script").skip(1) {
        let own = " type=\"module\" src=\"/assets/";
        let is_file = script.starts_with(own) && script.contains("\"></script>");
        let data = script.strip_prefix(" type=\"application/ld+json\">");
        let is_data = data.is_some_and(|data| data.find('<') == data.find("</script>"));
        assert!(is_file || is_data, "{path}: the policy forbids scripts in the page");
    }
    for header in ["content-security-policy", "x-content-type-options", "referrer-policy"] {
        assert!(answer.headers.contains_key(header), "{path}: {header}");
    }
}

#[tokio::test]
async fn every_page_in_every_language_is_whole() {
    let town = Town::new().await;
    for (language, path) in every_page() {
        let answer = town.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_is_a_page(language, &path, &answer);
    }
}

#[tokio::test]
async fn no_link_within_the_site_is_broken() {
    let town = Town::new().await;
    for (_, path) in every_page() {
        for link in town.get(&path).await.body.split("href=\"").skip(1) {
            let link = link.split('"').next().unwrap_or_default().replace("&#38;", "&");
            if link.starts_with('/') && link != "/api/v1/openapi.json" {
                // Whose language is none of ours is led on by what the browser asks for.
                let expected = if link == "/" { StatusCode::SEE_OTHER } else { StatusCode::OK };
                assert_eq!(town.get(&link).await.status, expected, "{path} → {link}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_not_there_and_what_is_gone_are_told_with_a_way_onward() {
    let town = Town::new().await;
    for (language, words) in WORDS {
        let service = words[1];
        for (path, status, search) in [
            (format!("/{language}/none"), StatusCode::NOT_FOUND, words[0]),
            (format!("/{language}/{service}/{TOWN}"), StatusCode::NOT_FOUND, words[0]),
            (format!("/{language}/{service}/%3Cb%3E"), StatusCode::NOT_FOUND, words[0]),
            (format!("/{language}/{service}/{GONE}"), StatusCode::GONE, words[0]),
            (format!("/{language}/{}/none", words[4]), StatusCode::NOT_FOUND, words[0]),
        ] {
            let answer = town.get(&path).await;
            assert_eq!(answer.status, status, "{path}");
            assert_is_a_page(language, &path, &answer);
            assert!(answer.body.contains(&format!("href=\"/{language}/{search}\"")), "{path}");
        }
    }
    let gone = town.get(&format!("/sv/tjanst/{GONE}")).await.body;
    assert!(gone.contains("Indragen tjänst") && gone.contains("finns inte längre"));
}

#[tokio::test]
async fn the_operators_pages_are_closed_unless_configured() {
    let town = Town::configured(WebConfig::default()).await;
    for path in ["/fi/yllapito/tuonnit", "/sv/underhall/importer", "/en/admin/imports/x"] {
        assert_eq!(town.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn the_address_without_a_language_leads_to_the_browsers() {
    let town = Town::new().await;
    let ask = |accepted: &str| {
        Request::get("/").header(header::ACCEPT_LANGUAGE, accepted).body(Body::empty()).unwrap()
    };
    for (accepted, home) in [("sv-FI,fi;q=0.5", "/sv/"), ("de", "/fi/"), ("en", "/en/")] {
        let answer = town.ask(ask(accepted)).await;
        assert!(answer.status.is_redirection(), "{accepted}");
        assert_eq!(answer.headers[header::LOCATION], home, "{accepted}");
    }
}

#[tokio::test]
async fn a_long_text_folds_under_its_heading_and_the_next_step_never_does() {
    let paragraphs = ["Jaamme tietoa ja tukea arjen pulmiin. "; 12].map(|words| words.repeat(5));
    let (id, text) = ("50000000-0000-4000-8000-000000000009", paragraphs.join("\n\n"));
    let texts = json!({"fi": {
        "name": "Neuvonta", "summary": "Saat neuvoja.", "description": text, "user_instructions": text,
    }});
    let service = json!({"id": id, "kind": "Service", "organisation": TOWN, "texts": texts});
    let town = Town::with(json!([{"kind": "service", "document": service}])).await;
    let page = town.get(&format!("/fi/palvelu/{id}")).await.body;
    let (step, rest) = page.split_once("Mistä on kyse</h2>").expect("both parts");
    let (shown, folded) = rest.split_once("<details").expect("a fold");
    let told = |part: &str| part.matches("<p>Jaamme tietoa").count();
    assert_eq!([told(step), told(shown), told(folded)], [12, 5, 7]);
    assert!(
        folded.contains(
            r#"Lue koko teksti<span class="govuk-visually-hidden">: Mistä on kyse</span>"#
        )
    );
}

#[tokio::test]
async fn a_services_page_begins_with_the_next_step_and_tells_the_rest() {
    let town = Town::new().await;
    let page = town.get(&format!("/fi/palvelu/{LIBRARY}")).await.body;
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is not on the page"));
    assert!(at("Näin pääset alkuun") < at("Mistä on kyse"));
    assert!(at("<strong>Kirjastokortin</strong>") < at("Mistä on kyse"));
    assert!(at("Kunnan tehtävänä") < at("Kirjastossa voit lainata"));
    assert!(at("Kirjastossa voit lainata") < at("<li>lainata kirjoja</li>"));
    for told in [
        "href=\"tel:+35824345444\"",
        "02 434 5444",
        "Tullikatu 11",
        "21100 NAANTALI",
        "10–16.30",
        "10–14 ajanvarauksella",
        "1.–3.12.: suljettu",
        "24.12. jouluaatto: 10–12",
        "Ovi avautuu automaattisesti.",
        "Edellyttää vahvaa tunnistautumista.",
        "Laki yleisistä kirjastoista",
        "Naantalin kirjasto (itse tuotettu)",
        "Maksuton",
        "kirjastot",
        "Suomi.fi-palvelutietovaranto",
        "Tietoja muutettu viimeksi 4.5.2026",
        LIBRARY,
        "Svenska",
    ] {
        at(told);
    }
}

#[tokio::test]
async fn a_missing_translation_is_said_and_the_text_carries_its_language() {
    let town = Town::new().await;
    let finnish = town.get(&format!("/fi/palvelu/{STORIES}")).await.body;
    assert!(finnish.contains("Kuvaus on ruotsiksi."));
    assert!(finnish.contains("<span lang=\"sv\">Svenskspråkig sagostund</span>"));
    let swedish = town.get(&format!("/sv/tjanst/{STORIES}")).await.body;
    assert!(!swedish.contains("Beskrivningen är på"));
    assert!(swedish.contains("break-words\">Svenskspråkig sagostund</h1>"));
}

#[tokio::test]
async fn a_search_finds_filters_and_says_when_it_finds_nothing() {
    let town = Town::new().await;
    let found = town.get("/fi/haku?q=kirjasto+Naantali").await.body;
    assert!(found.contains("Kirjaston palvelut"), "by word and place");
    assert!(found.contains("paikkakunnalta Naantali"), "the place is told");
    let theme = town.get("/sv/sok?tema=motion").await.body;
    assert!(theme.contains("Uimahalli ja vesijumppa") && !theme.contains("Bibliotekets"));
    assert!(theme.contains("id=\"chip-theme\" href=\"/sv/sok\""), "the filter can be taken away");
    let place = town.get("/en/search?municipality=680").await.body;
    assert!(place.contains("Uimahalli") && !place.contains("Kirjaston palvelut"));
    let nothing = town.get("/fi/haku?q=qqqxxyy").await.body;
    assert!(nothing.contains("Emme löytäneet hakuusi sopivaa palvelua"));
    let beyond = town.get("/fi/haku?sivu=400").await;
    assert_eq!(beyond.status, StatusCode::OK);
}

#[tokio::test]
async fn the_report_of_an_import_can_be_read_filtered_and_paged() {
    let town = Town::new().await;
    let all = town.get(&format!("/fi/yllapito/tuonnit/{RUN}")).await.body;
    assert!(all.contains("Linkki ei kelpaa") && all.contains("Nimi puuttuu kaikilla kielillä"));
    assert!(all.contains("code=link_refused"));
    let second = format!("/fi/yllapito/tuonnit/{RUN}?code=link_refused&page=2");
    let second = town.get(&second).await.body;
    assert!(second.contains("channel-59") && !second.contains("channel-49<"));
}

#[tokio::test]
async fn canonical_addresses_carry_the_sites_own_where_it_is_known() {
    let base_url = Some("https://tarjotin.example/".to_owned());
    let town = Town::configured(WebConfig { base_url, ..WebConfig::default() }).await;
    let page = town.get(&format!("/fi/palvelu/{LIBRARY}")).await.body;
    let swedish = format!("hreflang=\"sv\" href=\"https://tarjotin.example/sv/tjanst/{LIBRARY}\"");
    assert!(page.contains(&swedish));
    assert!(page.contains(&format!(
        "rel=\"canonical\" href=\"https://tarjotin.example/fi/palvelu/{LIBRARY}\""
    )));
}

#[tokio::test]
async fn other_methods_and_long_or_odd_addresses_are_refused_without_harm() {
    let town = Town::new().await;
    let own = Request::post("/fi/haku").header("sec-fetch-site", "same-origin");
    let post = own.body(Body::from("x")).unwrap();
    assert_eq!(town.ask(post).await.status, StatusCode::METHOD_NOT_ALLOWED);
    let long = format!("/fi/haku?q={}", "%C3%A4".repeat(2_000));
    assert_eq!(town.get(&long).await.status, StatusCode::OK);
    for odd in ["/fi/haku?q=%FF%00&q=a&kunta=%FF", "/fi/haku?=&&==", "/fi/palvelu/%FF"] {
        let status = town.get(odd).await.status;
        assert!(status.is_success() || status.is_client_error(), "{odd}: {status}");
    }
}

#[tokio::test]
async fn health_is_told() {
    let town = Town::new().await;
    assert_eq!(town.get("/healthz").await.body, "ok\n");
    assert_eq!(town.get("/readyz").await.body, "ready\n");
}

#[tokio::test]
async fn the_first_page_with_all_it_needs_is_at_most_sixty_kilobytes() {
    let town = Town::new().await;
    let ask = |path: &str| {
        Request::get(path).header(header::ACCEPT_ENCODING, "br").body(Body::empty()).unwrap()
    };
    let page = town.get("/fi/").await.body;
    let mut sum = length(&town.ask(ask("/fi/")).await);
    for asset in page.split("=\"/assets/").skip(1) {
        let path = format!("/assets/{}", asset.split('"').next().unwrap_or_default());
        sum += length(&town.ask(ask(&path)).await);
    }
    assert!((20_000..60_000).contains(&sum), "{sum} bytes");
}

/// The length of a packed answer, as its header tells it or as it is.
fn length(answer: &Answer) -> usize {
    let told = answer.headers.get(header::CONTENT_LENGTH).and_then(|one| one.to_str().ok());
    told.and_then(|length| length.parse().ok()).unwrap_or(6_000)
}

#[tokio::test]
async fn a_service_and_its_place_say_whether_one_can_go_there_now() {
    let town = Town::new().await;
    let pages = [format!("/fi/palvelu/{LIBRARY}"), format!("/fi/kanava/{PLACE}")];
    for (clock, said) in [
        ("2026-11-24T09:00:00Z", "Auki nyt, klo 16.30 asti"),
        ("2026-11-24T14:30:00Z", "Avautuu lauantaina klo 10–14 (ajanvarauksella)"),
        // The first days of December are an exception, and the holiday is not forgotten.
        ("2026-12-06T10:00:00Z", "Avautuu huomenna klo 10–19"),
    ] {
        town.set_clock(clock);
        for page in &pages {
            let body = town.get(page).await.body;
            assert!(body.contains(said), "{page} at {clock}: {body}");
        }
    }
    let first = town.get(&pages[0]).await.body;
    let next_step = &first[first.find("next-step").unwrap()..first.find("<table").unwrap()];
    assert!(next_step.contains("Avautuu huomenna klo 10–19"), "{next_step}");
}
