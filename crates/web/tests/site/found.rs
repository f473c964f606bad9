//! What search engines and link previews are told: the list of addresses, robots, Open Graph, JSON-LD.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::catalogue::{EntityId, EntityKind};
use roxmltree::Document;
use serde_json::Value;
use web::WebConfig;

use crate::town::{GONE, HOSTILE, LIBRARY, STORIES, SWIMMING, TOWN, Town};

const SITE: &str = "https://tarjotin.example";

/// The town with an address of its own.
pub async fn public_town() -> Town {
    let base_url = Some(format!("{SITE}/"));
    Town::configured(WebConfig { base_url, ..WebConfig::default() }).await
}

/// The texts of the elements of a name.
fn texts<'a>(document: &'a Document<'_>, name: &str) -> Vec<&'a str> {
    let named = document.descendants().filter(|node| node.tag_name().name() == name);
    named.filter_map(|node| node.text()).collect()
}

/// The data of a page, as a program reads them.
fn data(page: &str) -> Value {
    let block = page.split("<script type=\"application/ld+json\">").nth(1).unwrap();
    serde_json::from_str(block.split("</script>").next().unwrap()).unwrap()
}

#[tokio::test]
async fn every_address_of_the_sitemap_is_whole_leads_to_a_page_and_names_its_languages() {
    let town = public_town().await;
    let index = town.get("/sitemap.xml").await;
    assert_eq!(index.headers[header::CONTENT_TYPE], "application/xml; charset=utf-8");
    let index = Document::parse(&index.body).unwrap();
    let parts = texts(&index, "loc");
    assert_eq!(parts.len(), 3, "pages, services, organisations: {parts:?}");
    let mut addresses = Vec::new();
    for part in parts {
        let body = town.get(part.strip_prefix(SITE).unwrap()).await.body;
        let part = Document::parse(&body).unwrap();
        for url in part.descendants().filter(|node| node.tag_name().name() == "url") {
            let location = url.children().find(|node| node.tag_name().name() == "loc").unwrap();
            let own = location.text().unwrap().to_owned();
            let alternates: Vec<&str> =
                url.children().filter_map(|node| node.attribute("href")).collect();
            assert_eq!(alternates.len(), 4, "three languages, and the one of all others: {own}");
            assert!(alternates.contains(&own.as_str()), "{own} is one of its own languages");
            addresses.push(own);
        }
    }
    for address in &addresses {
        let path = address.strip_prefix(SITE).unwrap();
        let page = town.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.body.contains("content=\"noindex\""), "{path} is not to be kept");
        let canonical = format!("rel=\"canonical\" href=\"{}\"", address.replace('&', "&#38;"));
        assert!(page.body.contains(&canonical), "{path} calls itself otherwise");
    }
    for offered in [LIBRARY, STORIES, TOWN, "/sv/sok?tema=motion"] {
        assert!(addresses.iter().any(|one| one.contains(offered)), "{offered}");
    }
    assert!(!addresses.iter().any(|one| one.contains(GONE)), "what is gone is not listed");
}

#[tokio::test]
async fn a_services_address_says_when_its_description_changed() {
    let town = public_town().await;
    let body = town.get("/sitemap/services-1.xml").await.body;
    let part = Document::parse(&body).unwrap();
    let dates = texts(&part, "lastmod");
    assert_eq!(dates.len(), 4 * 3, "each service in each language");
    assert!(dates.iter().all(|date| *date == "2026-11-24"), "{dates:?}");
}

#[tokio::test]
async fn the_sitemap_is_sent_once_for_a_generation_and_not_without_the_sites_address() {
    let town = public_town().await;
    for path in ["/sitemap.xml", "/sitemap/pages.xml", "/sitemap/services-1.xml"] {
        let tag = town.get(path).await.headers[header::ETAG].clone();
        let again = Request::get(path).header(header::IF_NONE_MATCH, tag);
        let again = town.ask(again.body(Body::empty()).unwrap()).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
    }
    for path in [
        "/sitemap/services-2.xml",
        "/sitemap/services-0.xml",
        "/sitemap/x-1.xml",
        "/sitemap/services-1",
        "/sitemap/services--1.xml",
    ] {
        assert_eq!(town.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(Town::new().await.get("/sitemap.xml").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_catalogue_is_cut_without_a_gap_an_overlap_or_an_empty_end() {
    let town = Town::new().await;
    for (size, expected) in [(1, 4), (2, 2), (3, 2), (4, 1), (9, 1)] {
        let kinds = [EntityKind::Service];
        let listing = app::catalogue::listing(town.app(), &kinds, size).await.unwrap();
        let stretches = &listing.stretches[0].1;
        assert_eq!(stretches.len(), expected, "by {size}");
        let mut walked = Vec::new();
        for stretch in stretches {
            let page = app::catalogue::dates(town.app(), kinds[0], stretch.after.as_ref(), 9);
            let page = page.await.unwrap();
            walked.extend(page.into_iter().map(|one| one.id).filter(|id| stretch.reaches(id)));
        }
        let ids: Vec<&str> = walked.iter().map(EntityId::as_str).collect();
        assert_eq!(ids, [LIBRARY, SWIMMING, STORIES, HOSTILE], "by {size}");
    }
    let none = app::catalogue::listing(town.app(), &[EntityKind::Collection], 2).await.unwrap();
    assert!(none.stretches[0].1.is_empty());
}

#[tokio::test]
async fn robots_are_told_what_not_to_read_and_where_the_addresses_are() {
    let robots = public_town().await.get("/robots.txt").await;
    assert!(robots.headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/plain"));
    for line in [
        "User-agent: *",
        "Disallow: /fi/haku?",
        "Allow: /fi/haku?teema=",
        "Disallow: /fi/haku?teema=*&",
        "Disallow: /sv/underhall/importer",
        "Disallow: /en/my-list",
        "Disallow: /l/",
    ] {
        assert!(robots.body.lines().any(|one| one == line), "{line}: {}", robots.body);
    }
    assert!(robots.body.ends_with(&format!("Sitemap: {SITE}/sitemap.xml\n")));
    assert!(!Town::new().await.get("/robots.txt").await.body.contains("Sitemap"));
}

#[tokio::test]
async fn a_shared_link_shows_name_summary_language_and_picture() {
    let town = public_town().await;
    let page = town.get(&format!("/sv/tjanst/{LIBRARY}")).await.body;
    for told in [
        "property=\"og:title\" content=\"Bibliotekets tjänster\"",
        "property=\"og:description\" content=\"Låna, läs och delta. Biblioteket i Nådendal är öppet för alla.\"",
        "name=\"description\" content=\"Låna, läs",
        "property=\"og:locale\" content=\"sv_FI\"",
        "property=\"og:locale:alternate\" content=\"fi_FI\"",
        &format!("property=\"og:url\" content=\"{SITE}/sv/tjanst/{LIBRARY}\""),
    ] {
        assert!(page.contains(told), "{told}");
    }
    let image = page.split("og:image\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    let image = town.get(image.strip_prefix(SITE).unwrap()).await;
    assert_eq!(
        (image.status, &image.headers[header::CONTENT_TYPE]),
        (StatusCode::OK, &"image/png".parse().unwrap())
    );
    let private = Town::new().await.get(&format!("/sv/tjanst/{LIBRARY}")).await.body;
    assert!(!private.contains("og:image") && !private.contains("og:url"), "no half addresses");
}

#[tokio::test]
async fn a_services_page_carries_its_facts_as_data() {
    let town = public_town().await;
    let service = data(&town.get(&format!("/fi/palvelu/{LIBRARY}")).await.body);
    assert_eq!(service["@context"], "https://schema.org");
    assert_eq!(service["@type"], "GovernmentService");
    assert_eq!(service["url"], format!("{SITE}/fi/palvelu/{LIBRARY}"));
    assert_eq!(service["name"], "Kirjaston palvelut");
    assert_eq!(service["alternateName"], "Pääkirjasto");
    assert_eq!(service["provider"]["@type"], "GovernmentOrganization");
    assert_eq!(service["provider"]["name"], "Naantalin kaupunki");
    assert_eq!(service["areaServed"]["name"], "Naantali");
    assert_eq!(service["offers"]["price"], 0);
    assert!(service["audience"]["audienceType"].is_string());
    let channels = service["availableChannel"].as_array().unwrap();
    assert_eq!(channels[1]["serviceUrl"], "https://verkko.kirjasto.example/");
    let place = &channels[0]["serviceLocation"];
    assert_eq!(place["telephone"], "+35824345444");
    assert_eq!(place["address"]["streetAddress"], "Tullikatu 11");
    assert_eq!(place["address"]["postalCode"], "21100");
    let week = place["openingHoursSpecification"].as_array().unwrap();
    assert_eq!(week.len(), 2, "Saturday is by appointment, which the vocabulary cannot say");
    assert_eq!((&week[0]["dayOfWeek"], &week[0]["closes"]), (&"Monday".into(), &"19:00".into()));
    let special = place["specialOpeningHoursSpecification"].as_array().unwrap();
    let on = |date: &str| special.iter().find(|day| day["validFrom"] == date).unwrap();
    assert_eq!(
        (&on("2026-12-02")["opens"], &on("2026-12-02")["closes"]),
        (&"00:00".into(), &"00:00".into())
    );
    assert_eq!(on("2026-12-24")["closes"], "12:00");
}

#[tokio::test]
async fn an_associations_service_is_not_called_the_governments() {
    let town = public_town().await;
    let service = data(&town.get(&format!("/fi/palvelu/{SWIMMING}")).await.body);
    assert_eq!(service["@type"], "Service");
    assert_eq!(service["provider"]["@type"], "Organization");
    assert_eq!(service["offers"]["description"], "Kertalippu 6 €.");
    assert_eq!(service["availableChannel"][0]["servicePhone"]["telephone"], "+358401234567");
    let nationwide = data(&town.get(&format!("/fi/palvelu/{STORIES}")).await.body);
    assert_eq!(nationwide["areaServed"]["@type"], "Country");
}

#[tokio::test]
async fn an_organisations_page_carries_its_facts_as_data() {
    let town = public_town().await;
    let organisation = data(&town.get(&format!("/fi/organisaatio/{TOWN}")).await.body);
    assert_eq!(organisation["@type"], "GovernmentOrganization");
    assert_eq!(organisation["name"], "Naantalin kaupunki");
    assert_eq!(organisation["url"], "https://www.naantali.example/");
    assert_eq!(organisation["identifier"]["value"], "0135457-2");
    assert_eq!(organisation["address"]["addressLocality"], "NAANTALI");
    assert_eq!(organisation["email"], "neuvonta@naantali.example");
}

#[tokio::test]
async fn no_hostile_text_gets_out_of_the_data_or_the_head() {
    let town = public_town().await;
    let page = town.get(&format!("/fi/palvelu/{HOSTILE}")).await.body;
    let service = data(&page);
    assert_eq!(service["name"], "</title><script>alert('name')</script>", "as it was written");
    let head = page.split("</head>").next().unwrap();
    let ends = head.matches("</script>").count();
    assert_eq!(ends, head.matches("<script").count());
    assert_eq!(head.matches("<title>").count(), 1);
    for harm in ["<script>", "<img", "onerror=alert", "javascript:", "data:text"] {
        let within = head.replace("&#60;", "").contains(harm);
        assert!(!within || harm == "onerror=alert", "the head has {harm}");
    }
    let urls: Vec<&str> = page.split("serviceUrl").skip(1).collect();
    assert!(urls.is_empty(), "only web addresses are told: {urls:?}");
}

#[tokio::test]
async fn those_of_another_language_are_led_to_the_usual_one() {
    let town = public_town().await;
    let page = town.get("/sv/om").await.body;
    assert!(page.contains("hreflang=\"x-default\" href=\"https://tarjotin.example/fi/tietoa\""));
    let home = town.get("/en/").await.body;
    assert!(
        home.contains("hreflang=\"x-default\" href=\"https://tarjotin.example/\""),
        "it chooses"
    );
    assert!(!town.get("/fi/oma-lista").await.body.contains("x-default"));
}
