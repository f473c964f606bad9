//! Counties with sites of their own in one process.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use domain::reference::county;
use domain::{Language, Localized};
use web::{Face, Logo, Palette, Tones, WebConfig};

use crate::town::{Answer, LIBRARY, TOWN, Town};
use crate::visitor::{between, location};

fn palette() -> Palette {
    let tones = |colours: [&str; 6]| {
        let [brand, on_brand, link, link_hover, on_link, accent] =
            colours.map(|colour| colour.parse().unwrap());
        Tones { brand, on_brand, link, link_hover, on_link, accent }
    };
    Palette::new(
        tones(["#00597a", "#ffffff", "#00597a", "#003a50", "#ffffff", "#b3541e"]),
        tones(["#0e3a4c", "#ffffff", "#8cd6f2", "#c8ecf9", "#0b1a28", "#ffa271"]),
    )
}

fn face(host: &str, name: &str, code: &str) -> Face {
    Face {
        hosts: vec![host.to_owned()],
        name: Localized::new(Language::Fi, name),
        county: county(code),
        ..Face::default()
    }
}

/// The south-west with all that a face may have, and the far north, in Finnish only.
async fn two_counties() -> Town {
    let south = Face {
        logo: Some(Logo::new(b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()).unwrap()),
        palette: Some(palette()),
        heading: Localized::new(Language::Fi, "Hyvinvointia <läheltä>"),
        ..face("etela.example", "Etelän tarjotin", "05")
    };
    let north = Face {
        languages: vec![Language::Fi],
        ..face("pohjoinen.example", "Pohjoisen tarjotin", "21")
    };
    let config = |face| WebConfig { face, ..WebConfig::default() };
    Town::of_sites(vec![config(south), config(north)]).await
}

async fn get(town: &Town, host: &str, path: &str) -> Answer {
    town.ask(Request::get(path).header("host", host).body(Body::empty()).unwrap()).await
}

/// The address after `start` in a page.
fn address<'a>(page: &'a str, start: &str) -> &'a str {
    let place = page.find(start).unwrap_or_else(|| panic!("no {start} in the page"));
    page[place..].split('"').next().unwrap()
}

#[tokio::test]
async fn each_host_has_its_countys_name_and_other_hosts_the_first() {
    let town = two_counties().await;
    for (host, name) in [
        ("etela.example", "Etelän tarjotin"),
        ("POHJOINEN.example:443", "Pohjoisen tarjotin"),
        ("127.0.0.1:8080", "Etelän tarjotin"),
    ] {
        let page = get(&town, host, "/fi/").await.body;
        assert!(page.contains(name), "{host}");
        let missing = get(&town, host, "/fi/ei-ole").await;
        assert!(missing.status == StatusCode::NOT_FOUND && missing.body.contains(name), "{host}");
    }
}

#[tokio::test]
async fn a_county_shows_its_own_services_and_no_others() {
    let town = two_counties().await;
    let south = get(&town, "etela.example", "/fi/haku?q=kirjasto").await.body;
    assert!(south.contains(LIBRARY));
    let north = get(&town, "pohjoinen.example", "/fi/haku?q=kirjasto").await.body;
    assert!(!north.contains(LIBRARY));
    let boxes = get(&town, "pohjoinen.example", "/fi/").await.body;
    assert!(!boxes.contains("value=\"529\""), "Naantali is not in the north");
    for (host, has) in [("etela.example", true), ("pohjoinen.example", false)] {
        let suggested = get(&town, host, "/api/v1/suggestions?q=kirjast").await;
        assert_eq!(suggested.status, StatusCode::OK);
        assert_eq!(suggested.body.contains("\"service\""), has, "{host}: {}", suggested.body);
    }
}

#[tokio::test]
async fn a_county_tells_search_engines_of_its_own_services_and_their_organisations() {
    let site = |host: &str, code| WebConfig {
        face: face(host, "Tarjotin", code),
        base_url: Some(format!("https://{host}/")),
        ..WebConfig::default()
    };
    let town =
        Town::of_sites(vec![site("etela.example", "05"), site("pohjoinen.example", "21")]).await;
    for (host, has) in [("etela.example", true), ("pohjoinen.example", false)] {
        let services = get(&town, host, "/sitemap/services-1.xml").await.body;
        assert_eq!(services.contains(LIBRARY), has, "{host}");
        assert!(services.ends_with("</urlset>\n"), "{host}: the list is whole");
        // One of the town's services may be had in the whole country.
        let organisations = get(&town, host, "/sitemap/organisations-1.xml").await.body;
        assert!(organisations.contains(TOWN), "{host}");
    }
}

#[tokio::test]
async fn a_countys_colours_logo_and_greeting_are_on_its_pages_only() {
    let town = two_counties().await;
    let south = get(&town, "etela.example", "/fi/").await.body;
    assert!(south.contains("Hyvinvointia &#60;läheltä&#62;"), "the county's own words, escaped");
    let css = get(&town, "etela.example", address(&south, "/assets/face.")).await;
    assert_eq!(css.headers["content-type"], "text/css; charset=utf-8");
    assert!(css.body.contains("--site-band:#00597a") && css.body.contains("--site-band:#0e3a4c"));
    let logo = get(&town, "etela.example", address(&south, "/assets/logo.")).await;
    assert_eq!(logo.headers["content-type"], "image/svg+xml");
    assert!(
        logo.headers["content-security-policy"].to_str().unwrap().contains("default-src 'none'")
    );
    let north = get(&town, "pohjoinen.example", "/fi/").await.body;
    assert!(!north.contains("/assets/face.") && !north.contains("/assets/logo."));
    let elsewhere = address(&south, "/assets/face.").to_owned();
    assert_eq!(get(&town, "pohjoinen.example", &elsewhere).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_county_speaks_the_languages_that_it_chose() {
    let town = two_counties().await;
    let north = get(&town, "pohjoinen.example", "/fi/").await.body;
    assert!(!north.contains("/sv/") && !north.contains("hreflang=\"sv\""));
    let swedish = get(&town, "pohjoinen.example", "/sv/").await;
    assert_eq!(swedish.status, StatusCode::NOT_FOUND);
    assert!(swedish.body.contains("lang=\"fi\""), "the fault is told in a language of the site");
    let chosen = Request::get("/").header("host", "pohjoinen.example");
    let chosen = chosen.header("accept-language", "sv").body(Body::empty()).unwrap();
    assert_eq!(town.ask(chosen).await.headers["location"], "/fi/");
}

#[tokio::test]
async fn a_list_is_given_in_a_language_that_the_county_has_and_read_in_one() {
    let town = two_counties().await;
    let send = |host, path: &str, body: String, cookie: &str| {
        let request = Request::post(path)
            .header("host", host)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", cookie);
        town.ask(request.body(Body::from(body)).unwrap())
    };
    let added = send("pohjoinen.example", "/fi/oma-lista", format!("add={LIBRARY}"), "").await;
    let cookie = added.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap();
    let own = Request::get("/fi/oma-lista").header("host", "pohjoinen.example");
    let own = town.ask(own.header("cookie", cookie).body(Body::empty()).unwrap()).await.body;
    let offered = between(&own, "name=\"language\"", "</select>");
    assert!(offered.contains("value=\"fi\"") && offered.matches("<option").count() == 1);
    for (host, language) in [("pohjoinen.example", "fi"), ("etela.example", "sv")] {
        let body = "language=sv&validity=month".to_owned();
        let given = send(host, "/fi/oma-lista/jaa", body, cookie).await;
        let code = location(&given).rsplit('/').next().unwrap().to_owned();
        let read = get(&town, host, &format!("/l/{code}")).await.body;
        assert!(read.contains(&format!("<html lang=\"{language}\"")), "{host}");
        // One code holds on the hosts of all counties.
        let north = get(&town, "pohjoinen.example", &format!("/l/{code}")).await;
        assert_eq!(north.status, StatusCode::OK);
        assert!(north.body.contains("<html lang=\"fi\"") && !north.body.contains("/sv/"));
    }
}
