//! The results of a search: how they fit, why each is there, and what is offered where nothing fits.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::search_gap::GapKind;

use crate::town::{GONE, LIBRARY, STORIES, SWIMMING, Town};

/// The path words of search and report, by language.
const WORDS: [(&str, &str, &str); 3] =
    [("fi", "haku", "ilmoita-puute"), ("sv", "sok", "anmal-brist"), ("en", "search", "report-gap")];

/// A report of a missing service, sent from a page of this site.
fn report(path: &str, form: &str, from: &str) -> Request<Body> {
    Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", from)
        .body(Body::from(form.to_owned()))
        .unwrap()
}

#[tokio::test]
async fn where_all_words_fit_the_page_says_so_and_why_each_result_is_there() {
    let town = Town::new().await;
    for (path, fit, why) in [
        (
            "/fi/haku?q=uimahalli",
            "vastaavat koko hakuasi",
            "Hakusana ”uimahalli” on palvelun tiedoissa",
        ),
        ("/sv/sok?q=bibliotek", "motsvarar hela din sökning", "Sökordet ”bibliotek” finns"),
        ("/en/search?q=uimahalli", "match everything you wrote", "Your word “uimahalli” is in"),
    ] {
        let page = town.get(path).await.body;
        assert!(page.contains(fit), "{path}: {fit}");
        let details =
            page.split("result__why").nth(1).and_then(|rest| rest.split("</details>").next());
        assert!(details.is_some_and(|details| details.contains(why)), "{path}: {details:?}");
        assert!(!page.contains("class=\"report\""), "{path}: nothing to report");
    }
}

#[tokio::test]
async fn where_most_words_fit_the_page_says_that_not_all_do() {
    let town = Town::new().await;
    for (path, said) in [
        ("/fi/haku?q=uimahalli+jalkapallo", "Mikään palvelu ei vastaa kaikkia hakusanojasi."),
        ("/sv/sok?q=uimahalli+jalkapallo", "Ingen tjänst motsvarar alla dina sökord."),
        ("/en/search?q=uimahalli+jalkapallo", "No service matches all of your words."),
    ] {
        let page = town.get(path).await.body;
        assert!(page.contains(said) && page.contains(SWIMMING), "{path}");
    }
}

#[tokio::test]
async fn a_need_is_understood_and_named_in_the_readers_language() {
    let town = Town::new().await;
    for (path, said) in [
        ("/fi/haku?q=%C3%A4%C3%A4nikirjat", "Tulkitsimme, että kyse on tästä: kirjasto."),
        ("/sv/sok?q=ljudb%C3%B6cker", "Vi tolkade sökningen så att det gäller: bibliotek."),
        ("/en/search?q=audiobooks", "We understood that this is about: library."),
    ] {
        let page = town.get(path).await.body;
        assert!(page.contains(said), "{path}");
        assert!(page.contains(LIBRARY), "{path}");
    }
}

#[tokio::test]
async fn where_nothing_fits_the_page_says_so_and_what_is_near_stands_apart() {
    let town = Town::new().await;
    for (language, search, report) in WORDS {
        let nothing = town.get(&format!("/{language}/{search}?q=qqqxxyy&kunta=529")).await.body;
        assert!(nothing.contains(&format!("action=\"/{language}/{report}\" method=\"post\"")));
        assert!(nothing.contains("name=\"q\" value=\"qqqxxyy\""), "{language}: the words go along");
        assert!(nothing.contains("value=\"529\">"), "{language}: the municipality goes along");
        let without = format!("href=\"/{language}/{search}?q=qqqxxyy&#38;");
        assert!(nothing.contains(&without), "{language}: the way without the municipality");
        assert!(!nothing.contains("near-heading"), "{language}: nothing is near");
        assert!(!nothing.contains("id=\"filters\""), "{language}: no filters");
    }
    let near = town.get("/fi/haku?q=lentokentt%C3%A4+kirjasto").await.body;
    let apart = near.split("id=\"near-heading\"").nth(1).unwrap_or_default();
    assert!(near.contains("Emme löytäneet hakuusi sopivaa palvelua"));
    assert!(apart.contains("Nämä eivät ole sitä, mitä hait") && apart.contains(LIBRARY));
}

#[tokio::test]
async fn where_only_the_place_has_nothing_the_neighbours_that_have_are_offered() {
    let town = Town::new().await;
    // The swimming hall is for Raisio and its neighbours, not for Rusko between them.
    let page = town.get("/fi/haku?q=uimahalli&kunta=704").await.body;
    assert!(page.contains("Emme löytäneet hakuusi sopivaa palvelua"));
    let apart = page.split("id=\"neighbours-heading\">").nth(1).unwrap_or_default();
    assert!(apart.starts_with("Naapurikuntien palvelut"), "{page}");
    assert!(apart.contains(SWIMMING) && !apart.contains(LIBRARY), "{apart}");
    // Where the place is only understood from the words, nothing is narrowed by it.
    let words = town.get("/fi/haku?q=uimahalli+Rusko").await.body;
    assert!(words.contains(SWIMMING) && !words.contains("neighbours-heading"));
}

#[tokio::test]
async fn a_missing_service_is_reported_by_one_press_and_thanked_for() {
    let town = Town::new().await;
    for (language, _, path) in WORDS {
        let path = format!("/{language}/{path}");
        let answer = town.ask(report(&path, "q=avantouinti&kunta=529", "same-origin")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{language}");
        assert_eq!(answer.headers[header::LOCATION], path.as_str());
        assert_eq!(town.get(&path).await.status, StatusCode::OK, "{language}");
    }
    let reported: i64 = town
        .gaps()
        .await
        .iter()
        .filter(|gap| gap.kind == GapKind::Reported && gap.municipality.is_none())
        .map(|gap| gap.count)
        .sum();
    assert_eq!(reported, 3);
}

#[tokio::test]
async fn a_report_from_another_sites_page_is_refused_and_not_counted() {
    let town = Town::new().await;
    for (language, _, path) in WORDS {
        let path = format!("/{language}/{path}");
        for from in ["cross-site", "same-site", "none"] {
            let answer = town.ask(report(&path, "q=x", from)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {from}");
            assert!(answer.body.contains("<h1"), "{path}: said on a page");
        }
    }
    assert!(town.gaps().await.is_empty());
}

#[tokio::test]
async fn emergency_help_comes_first_where_the_words_tell_of_danger() {
    let town = Town::new().await;
    for (path, heading) in [
        ("/fi/haku?q=haluan+kuolla", "Tarvitsetko apua heti?"),
        ("/sv/sok?q=jag+vill+d%C3%B6", "Behöver du hjälp genast?"),
        ("/en/search?q=i+want+to+die", "Do you need help right now?"),
    ] {
        let page = town.get(path).await.body;
        let main = page.split("<main").nth(1).unwrap_or_default();
        let crisis = main.find(heading).unwrap_or_else(|| panic!("{path}: no emergency help"));
        assert!(crisis < main.find("<form").unwrap(), "{path}: it comes first");
        assert!(
            main.contains("aria-labelledby=\"crisis-heading\"")
                && main.contains("href=\"tel:112\""),
            "{path}"
        );
        assert!(main.contains("href=\"tel:116117\""), "{path}");
    }
    let calm = town.get("/fi/haku?q=kirjasto").await.body;
    assert!(!calm.split("</main>").next().unwrap_or_default().contains("tel:112"));
}

#[tokio::test]
async fn a_service_described_in_another_language_says_so_among_the_results() {
    let town = Town::new().await;
    let page = town.get("/sv/sok?q=simhall").await.body;
    let card = page.split(SWIMMING).nth(1).and_then(|rest| rest.split("</li>").next());
    assert!(card.is_some_and(|card| card.contains("Beskrivningen är på finska.")), "{card:?}");
    let own = town.get("/fi/haku?q=uimahalli").await.body;
    assert!(!own.contains("Kuvaus on "));
}

#[tokio::test]
async fn a_service_that_went_after_the_index_was_built_is_not_among_the_results() {
    let town = Town::before_the_index_follows().await;
    let page = town.get("/fi/haku?q=lakkautettu").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains(GONE));
    let api = town.get("/api/v1/services?q=lakkautettu").await.body;
    assert!(!api.contains(GONE), "{api}");
}

#[tokio::test]
async fn a_services_page_offers_related_ones_with_reasons_and_none_where_none_fits() {
    let town = Town::new().await;
    for (path, heading) in [
        (format!("/fi/palvelu/{STORIES}"), "Sinua voivat kiinnostaa myös"),
        (format!("/sv/tjanst/{STORIES}"), "Du kanske också är intresserad av"),
        (format!("/en/service/{STORIES}"), "You may also be interested in"),
    ] {
        let page = town.get(&path).await.body;
        let related = page.split("id=\"related-heading\">").nth(1).unwrap_or_default();
        let related = related.split("</section>").next().unwrap_or_default();
        assert!(related.starts_with(heading), "{path}");
        assert!(
            related.contains(LIBRARY) && related.contains("class=\"small\""),
            "{path}: {related}"
        );
    }
    let town = Town::before_the_index_is_built().await;
    let alone = town.get(&format!("/fi/palvelu/{STORIES}")).await.body;
    assert!(alone.contains("Svenskspråkig sagostund") && !alone.contains("related-heading"));
}

#[tokio::test]
async fn a_postal_code_is_understood_as_a_place_wherever_it_is_written_or_said_not_to_be_known() {
    let town = Town::new().await;
    let alone = town.get("/fi/haku?q=21100").await.body;
    assert!(alone.contains("Postinumero 21100 kuuluu kuntaan Naantali."), "{alone}");
    assert!(alone.contains(LIBRARY), "what is there is shown");
    let among = town.get("/sv/sok?q=bibliotek+21100").await.body;
    assert!(
        among.contains("Postnumret 21100 hör till kommunen Nådendal.") && among.contains(LIBRARY)
    );
    let boxed = town.get("/en/search?municipality=21100").await.body;
    assert!(boxed.contains("value=\"529\" selected"), "{boxed}");
    let other = town.get("/fi/haku?q=kirjasto+20100&kunta=529").await.body;
    assert!(
        other.contains("Postinumero 20100 kuuluu kuntaan Turku. Näytämme kuitenkin valitsemasi")
    );
    let same = town.get("/fi/haku?q=kirjasto+21100&kunta=529").await.body;
    assert!(!same.contains("Postinumero"), "nothing that the reader does not know");
    for path in ["/fi/haku?q=00001", "/fi/haku?q=kirjasto+00001"] {
        let unknown = town.get(path).await.body;
        assert!(unknown.contains("Emme tunne postinumeroa 00001."), "{path}");
    }
    let nonsense = town.get("/fi/haku?kunta=%3Cb%3EAtlantis").await.body;
    assert!(nonsense.contains("Emme tunne kuntaa ”&#60;b&#62;Atlantis”."), "{nonsense}");
    assert!(!town.get("/fi/haku?kunta=").await.body.contains("Emme tunne"));
}
