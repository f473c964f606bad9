//! Maps: of results and of places, with borders and without, in three languages and without JavaScript,
//! since the server draws them.

use serde_json::{Value, json};

use crate::town::{LIBRARY, PLACE, STORIES, Town};

/// The square around Naantali and the one beside it.
const BORDERS: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"kunta":"529"},"geometry":{"type":"Polygon","coordinates":[[[21.8,60.4],[22.1,60.4],[22.1,60.6],[21.8,60.6],[21.8,60.4]]]}},
    {"type":"Feature","properties":{"kunta":"853"},"geometry":{"type":"Polygon","coordinates":[[[22.1,60.4],[22.4,60.4],[22.4,60.6],[22.1,60.6],[22.1,60.4]]]}}]}"#;

/// The town's entity of an id, as its file writes it.
fn entity(id: &str) -> Value {
    let all: Vec<Value> = serde_json::from_str(include_str!("town.json")).unwrap();
    all.into_iter().find(|one| one["document"]["id"] == id).unwrap()
}

/// The town whose library is on the map.
async fn located() -> Town {
    let mut place = entity(PLACE);
    for address in place["document"]["addresses"].as_array_mut().unwrap() {
        address["coordinate"] = json!({"easting": 226_500.0, "northing": 6_714_300.0,
            "latitude": 60.469, "longitude": 22.025, "source": "User"});
    }
    Town::with(json!([place])).await
}

async fn with_borders(town: &Town) {
    let loaded = app::borders::load(town.app(), BORDERS.as_bytes(), "Maanmittauslaitos", &[]);
    assert_eq!(loaded.await.unwrap().municipalities, 2);
}

/// The map of a page, and that it is well-formed.
fn drawing(page: &str) -> &str {
    let start = page.find("<svg class=\"map__drawing\"").expect("a map");
    let end = start + page[start..].find("</svg>").unwrap() + "</svg>".len();
    let drawing = &page[start..end];
    roxmltree::Document::parse(drawing).expect("well-formed");
    drawing
}

#[tokio::test]
async fn the_list_comes_first_and_leads_to_a_map_that_keeps_the_search() {
    let town = located().await;
    let list = town.get("/fi/haku?q=kirjasto&kunta=529").await.body;
    assert!(!list.contains("map__drawing"));
    assert!(
        list.contains("href=\"/fi/haku?q=kirjasto&#38;kunta=529&#38;nakyma=kartta\""),
        "{list}"
    );
    let map = town.get("/fi/haku?q=kirjasto&kunta=529&nakyma=kartta").await.body;
    assert!(map.contains("href=\"/fi/haku?q=kirjasto&#38;kunta=529\""), "back to the list");
    assert!(
        map.contains("<input type=\"hidden\" form=\"search\" name=\"nakyma\" value=\"kartta\">")
    );
    assert!(
        map.contains("hreflang=\"sv\"")
            && map.contains("/sv/sok?q=kirjasto&#38;kommun=529&#38;vy=karta")
    );
}

#[tokio::test]
async fn each_mark_leads_to_the_item_of_the_list_with_its_number() {
    let town = located().await;
    for (path, anchor, name) in [
        ("/fi/haku?q=kirjasto&nakyma=kartta", "tulos-1", "1. Kirjaston palvelut"),
        ("/sv/sok?q=bibliotek&vy=karta", "resultat-1", "1. Bibliotekets tjänster"),
        ("/en/search?q=library&view=map", "result-1", "1. Kirjaston palvelut"),
    ] {
        let page = town.get(path).await.body;
        let drawing = drawing(&page);
        assert!(
            drawing.contains(&format!("href=\"#{anchor}\" aria-label=\"{name}\"")),
            "{drawing}"
        );
        assert!(page.contains(&format!("<li class=\"result\" id=\"{anchor}\">")), "{page}");
        assert!(drawing.contains("role=\"group\" aria-labelledby=\"results-map-title\""));
        assert!(!page.contains(" style="), "the policy forbids styles within the page");
    }
}

#[tokio::test]
async fn municipalities_are_points_until_borders_are_loaded_and_lead_to_their_search() {
    let town = located().await;
    let path = "/fi/haku?q=kirjasto&nakyma=kartta";
    let page = town.get(path).await.body;
    assert!(page.contains("Kaaviokartta") && !page.contains("Kuntarajat"), "{page}");
    assert!(!drawing(&page).contains("map__land") && drawing(&page).contains("map__centre"));
    with_borders(&town).await;
    let page = town.get(path).await.body;
    let drawing = drawing(&page);
    assert!(page.contains("Kuntarajat: Maanmittauslaitos."), "{page}");
    assert!(drawing.contains("class=\"map__land\""), "{drawing}");
    let link =
        "href=\"/fi/haku?q=kirjasto&#38;kunta=529&#38;nakyma=kartta\" aria-label=\"Naantali: ";
    assert!(drawing.contains(link), "{drawing}");
}

#[tokio::test]
async fn a_service_and_a_place_have_a_map_of_where_they_are() {
    let town = located().await;
    with_borders(&town).await;
    for path in [format!("/fi/palvelu/{LIBRARY}"), format!("/sv/kanal/{PLACE}")] {
        let page = town.get(&path).await.body;
        let drawing = drawing(&page);
        assert_eq!(drawing.matches("class=\"map__mark\"").count(), 1, "{drawing}");
        assert!(drawing.contains("map__heart"), "one place has no number");
        assert!(drawing.contains("map__land--here"), "its municipality stands out");
        let target = if path.contains("kanal") { "place".to_owned() } else { format!("k-{PLACE}") };
        assert!(drawing.contains(&format!("href=\"#{target}\"")), "{drawing}");
        assert!(page.contains(&format!("id=\"{target}\"")), "{page}");
    }
}

#[tokio::test]
async fn where_nobody_says_where_a_place_is_the_page_says_so() {
    let town = Town::new().await;
    for path in [format!("/fi/palvelu/{LIBRARY}"), format!("/fi/kanava/{PLACE}")] {
        let page = town.get(&path).await.body;
        assert!(page.contains("Paikan sijaintia ei ole ilmoitettu"), "{path} {page}");
        assert!(!page.contains("map__drawing"));
    }
    let page = town.get("/fi/haku?q=kirjasto&nakyma=kartta").await.body;
    assert!(
        page.contains("ei ole käyntipaikkaa, tai paikan sijaintia ei ole ilmoitettu"),
        "{page}"
    );
}

#[tokio::test]
async fn where_nothing_fits_there_is_no_map() {
    let page = located().await.get("/fi/haku?q=qqqxxyy&nakyma=kartta").await.body;
    assert!(!page.contains("map__drawing") && !page.contains("id=\"view-map\""));
}

#[tokio::test]
async fn a_hostile_name_stays_a_text_in_the_drawing() {
    let mut place = entity(PLACE);
    place["document"]["texts"]["fi"]["name"] = json!("</title><script>alert(1)</script>\"'");
    for address in place["document"]["addresses"].as_array_mut().unwrap() {
        address["coordinate"] = json!({"easting": 226_500.0, "northing": 6_714_300.0,
            "latitude": 60.469, "longitude": 22.025, "source": "User"});
    }
    let town = Town::with(json!([place])).await;
    let page = town.get(&format!("/fi/kanava/{PLACE}")).await.body;
    assert!(drawing(&page).contains("map__mark") && !page.contains("<script>alert"), "{page}");
}

#[tokio::test]
async fn results_are_ordered_by_distance_only_where_the_search_names_a_place() {
    let town = located().await;
    let without = town.get("/fi/haku?q=naantali").await.body;
    let nowhere = town.get("/fi/haku?jarjestys=etaisyys").await.body;
    assert!(!nowhere.contains("sort-distance") && !nowhere.contains("Lähin paikka"), "{nowhere}");
    assert!(!without.contains("Etäisyydet on laskettu"));
    for (path, link, from, near, last) in [
        (
            "/fi/haku?kunta=529&jarjestys=etaisyys",
            "/fi/haku?kunta=529&#38;jarjestys=etaisyys",
            "kunnan keskipisteestä (Naantali)",
            "Lähin paikka ",
            "Ei käyntipaikkaa, jonka sijainti tiedetään",
        ),
        (
            "/sv/sok?kommun=529&ordning=avstand",
            "/sv/sok?kommun=529&#38;ordning=avstand",
            "från kommunens mittpunkt (Nådendal)",
            "Närmaste plats ",
            "Inget besöksställe med känt läge",
        ),
        (
            "/en/search?municipality=529&sort=distance",
            "/en/search?municipality=529&#38;sort=distance",
            "centre of the municipality (Naantali)",
            "Nearest place ",
            "No place to visit whose location is known",
        ),
    ] {
        let page = town.get(path).await.body;
        assert!(
            page.contains(&format!("id=\"sort-distance\" href=\"{link}\" aria-current=\"true\"")),
            "{page}"
        );
        assert!(page.contains(from), "{page}");
        let (first, then) = (page.find(near).unwrap(), page.find(last).unwrap());
        assert!(first < then, "what has no place comes last");
        assert!(page[..first].contains(LIBRARY), "the library is the one with a place");
    }
}

#[tokio::test]
async fn a_postal_code_or_a_name_among_the_words_says_from_where() {
    let town = located().await;
    for words in ["kirjasto+21100", "kirjasto+naantali"] {
        let page = town.get(&format!("/fi/haku?q={words}&jarjestys=etaisyys")).await.body;
        assert!(page.contains("kunnan keskipisteestä (Naantali)"), "{words} {page}");
    }
}

#[tokio::test]
async fn the_api_orders_by_distance_and_says_from_where_and_how_far() {
    let town = located().await;
    let ask = async |query: &str| -> Value {
        serde_json::from_str(&town.get(&format!("/api/v1/services?{query}")).await.body).unwrap()
    };
    let near = ask("municipality=529&sort=distance").await;
    assert_eq!(near["from"], "529");
    let items = near["items"].as_array().unwrap();
    assert_eq!(items[0]["id"], LIBRARY, "the one with a place");
    assert!(items[0]["distance"].as_u64().unwrap() < 20_000, "{near}");
    assert!(items.last().unwrap()["distance"].is_null(), "what has no place comes last");
    let nowhere = ask("sort=distance").await;
    let by_fit = ask("sort=fit").await;
    assert_eq!(nowhere["items"], by_fit["items"], "as by fit where no place is named");
    assert!(nowhere["from"].is_null() && by_fit["items"][0]["distance"].is_null());
}

/// The town whose story hour is had at five libraries in Helsinki and, named last, in one of Naantali.
async fn with_many_places() -> Town {
    let place = |number: usize| {
        let is_near = number == 5;
        let (easting, northing) =
            if is_near { (226_500.0, 6_714_300.0) } else { (385_600.0, 6_672_000.0) };
        let (latitude, longitude) = if is_near { (60.469, 22.025) } else { (60.17, 24.94) };
        let times = json!([{"start": "09:00:00", "end": "15:00:00", "status": "Open",
            "repetition": "Weekly"}]);
        let days = if is_near { json!({"thursday": times}) } else { json!({"friday": times}) };
        json!({"kind": "channel", "document": {
            "id": format!("c0000000-0000-4000-8000-0000000000f{number}"),
            "kind": "ServiceLocation",
            "texts": {"sv": {"name": format!("Bibliotek {number}")}},
            "addresses": [{"purpose": "Visiting", "kind": "Street",
                "street": {"sv": if is_near { "Biblioteksgränd" } else { "Berggatan" }},
                "number": number.to_string(), "municipality": if is_near { "529" } else { "091" },
                "coordinate": {"easting": easting, "northing": northing, "latitude": latitude,
                    "longitude": longitude, "source": "User"}}],
            "hours": {"periods": [{"rule": {"kind": "weekly", "days": days}}]},
        }})
    };
    let connection = |number: usize| {
        json!({"kind": "connection", "document": {"service": STORIES, "position": number,
            "channel": format!("c0000000-0000-4000-8000-0000000000f{number}")}})
    };
    let all: Vec<Value> = (0..6).map(place).chain((0..6).map(connection)).collect();
    Town::with(Value::Array(all)).await
}

#[tokio::test]
async fn a_card_and_the_map_show_the_nearest_of_many_places_and_when_it_opens() {
    let town = with_many_places().await;
    for query in ["kommun=529", "q=sagostund+n%C3%A5dendal"] {
        let near = town.get(&format!("/sv/sok?{query}")).await.body;
        assert!(near.contains("Biblioteksgränd 5") && !near.contains("Berggatan"), "{near}");
        assert!(near.contains("Öppnar på torsdag kl. 9–15"), "{near}");
    }
    let map = town.get("/sv/sok?kommun=529&vy=karta").await.body;
    assert_eq!(drawing(&map).matches("class=\"map__mark\"").count(), 1, "within Naantali");
    let far = town.get("/sv/sok?q=sagostund").await.body;
    assert!(far.contains("Berggatan 0"), "the first where it is not known from where: {far}");
}

#[tokio::test]
async fn what_the_points_of_a_map_lead_to_is_listed_beside_it_by_name() {
    let town = located().await;
    let page = town.get("/fi/haku?q=kirjasto&nakyma=kartta").await.body;
    let list = page.split("map__towns").nth(1).unwrap().split("</details>").next().unwrap();
    let points: Vec<&str> = drawing(&page)
        .split("class=\"map__to\" href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(!points.is_empty());
    for point in points {
        assert!(list.contains(&format!("href=\"{point}\"")), "{point}: {list}");
    }
}
