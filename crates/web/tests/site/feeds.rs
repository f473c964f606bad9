//! The feeds of new and changed services.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use roxmltree::Document;

use crate::found::public_town;
use crate::town::{HOSTILE, LIBRARY, STORIES, SWIMMING, Town};

const FEEDS: [(&str, &str); 3] =
    [("fi", "/fi/syotteet/uudet"), ("sv", "/sv/floden/nya"), ("en", "/en/feeds/new")];

/// An entry: id, title with its language, link, summary.
struct Entry {
    id: String,
    title: String,
    lang: Option<String>,
    link: String,
    updated: String,
}

fn child<'a>(node: roxmltree::Node<'a, 'a>, name: &str) -> Option<roxmltree::Node<'a, 'a>> {
    node.children().find(|one| one.tag_name().name() == name)
}

/// Reads a feed as a reader of feeds does, and checks what every feed must have (RFC 4287, 4.1).
fn read(body: &str) -> (String, String, Vec<Entry>) {
    let document = Document::parse(body).unwrap();
    let feed = document.root_element();
    assert_eq!(feed.tag_name().namespace(), Some("http://www.w3.org/2005/Atom"));
    let text =
        |node, name| child(node, name).and_then(|one| one.text()).unwrap_or_default().to_owned();
    for required in ["id", "title", "updated", "author"] {
        assert!(child(feed, required).is_some(), "{required}");
    }
    let entries = feed.children().filter(|node| node.tag_name().name() == "entry").map(|entry| {
        let title = child(entry, "title").unwrap();
        let lang = title.attribute(("http://www.w3.org/XML/1998/namespace", "lang"));
        Entry {
            id: text(entry, "id"),
            title: title.text().unwrap_or_default().to_owned(),
            lang: lang.map(str::to_owned),
            link: child(entry, "link").unwrap().attribute("href").unwrap().to_owned(),
            updated: text(entry, "updated"),
        }
    });
    (text(feed, "id"), text(feed, "title"), entries.collect())
}

#[tokio::test]
async fn a_feed_in_each_language_names_the_services_and_leads_to_them() {
    let town = public_town().await;
    let mut ids = BTreeSet::new();
    for (language, path) in FEEDS {
        let answer = town.get(path).await;
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/atom+xml; charset=utf-8");
        let (id, _, entries) = read(&answer.body);
        ids.insert(id);
        assert_eq!(entries.len(), 4, "{path}");
        for entry in entries {
            assert!(entry.id.starts_with("urn:uuid:") && ids.insert(entry.id), "{path}");
            assert_eq!(entry.updated, "2026-11-24T08:00:00Z");
            let link = entry.link.strip_prefix("https://tarjotin.example").unwrap();
            assert!(link.starts_with(&format!("/{language}/")), "{link}");
            assert_eq!(town.get(link).await.status, StatusCode::OK, "{link}");
        }
    }
    let (_, _, finnish) = read(&town.get("/fi/syotteet/uudet").await.body);
    let stories = finnish.iter().find(|entry| entry.link.contains(STORIES)).unwrap();
    assert_eq!(
        (stories.title.as_str(), stories.lang.as_deref()),
        ("Svenskspråkig sagostund", Some("sv"))
    );
    let hostile = finnish.iter().find(|entry| entry.link.contains(HOSTILE)).unwrap();
    assert_eq!(hostile.title, "</title><script>alert('name')</script>", "a text is a text");
}

#[tokio::test]
async fn a_feed_is_of_a_theme_a_municipality_or_both() {
    let town = public_town().await;
    let linked = async |query: &str| {
        let (_, title, entries) =
            read(&town.get(&format!("/fi/syotteet/uudet?{query}")).await.body);
        let known = [LIBRARY, SWIMMING, STORIES, HOSTILE];
        let has = |id: &&str| entries.iter().any(|entry| entry.link.contains(*id));
        (title, known.into_iter().filter(has).collect::<Vec<_>>())
    };
    let (title, exercise) = linked("teema=liikunta").await;
    assert_eq!(
        (title.as_str(), exercise),
        ("Uudet ja muuttuneet palvelut: Liikunta", vec![SWIMMING])
    );
    let (_, naantali) = linked("kunta=529").await;
    assert_eq!(naantali, [LIBRARY, SWIMMING], "what is meant for the town in particular");
    let (title, both) = linked("teema=kulttuuri&kunta=529").await;
    assert!(title.ends_with(", Naantali"), "{title}");
    assert_eq!(both, [LIBRARY]);
    let (_, none) = linked("kunta=091&teema=liikunta").await;
    assert!(none.is_empty());
}

#[tokio::test]
async fn a_feed_that_one_has_is_not_sent_again_until_the_catalogue_changes() {
    let town = Town::new().await;
    for (_, path) in FEEDS {
        let tag = town.get(path).await.headers[header::ETAG].clone();
        let ask = |tag: &str| {
            Request::get(path).header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap()
        };
        let same = town.ask(ask(tag.to_str().unwrap())).await;
        assert_eq!((same.status, same.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
        assert_eq!(town.ask(ask("W/\"older\"")).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_feed_without_the_sites_address_is_the_same_feed() {
    let (public, private) = (public_town().await, Town::new().await);
    let ids = |body: &str| {
        let (id, _, entries) = read(body);
        (id, entries.into_iter().map(|entry| entry.id).collect::<Vec<_>>())
    };
    let path = "/fi/syotteet/uudet";
    assert_eq!(ids(&public.get(path).await.body), ids(&private.get(path).await.body));
}

#[tokio::test]
async fn pages_tell_of_their_feed() {
    let town = Town::new().await;
    for (page, feed) in [
        ("/fi/", "/fi/syotteet/uudet"),
        ("/sv/sok?tema=motion", "/sv/floden/nya?tema=motion"),
        ("/en/search?municipality=529", "/en/feeds/new?municipality=529"),
        (
            "/fi/syotteet?kunta=529&teema=liikunta",
            "/fi/syotteet/uudet?kunta=529&#38;teema=liikunta",
        ),
    ] {
        let body = town.get(page).await.body;
        let told = "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"";
        let link = body.split(told).nth(1).unwrap_or_else(|| panic!("{page} tells of none"));
        assert!(
            link.split('>').next().unwrap().contains(&format!("href=\"{feed}\"")),
            "{page}: {link}"
        );
    }
    let words = town.get("/fi/haku?q=kirjasto").await.body;
    assert!(!words.contains("application/atom+xml"), "a search by words has none");
}
