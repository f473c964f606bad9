//! The pictures under maps: by our own address, from a service on the loopback.

use app::sources::TileSource;
use app::tiles::Layer;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use domain::{Language, Localized};
use serde_json::{Value, json};
use sources::stub::{PIXEL, TileAnswer, TileStub};
use web::{MapTiles, WebConfig};

use crate::town::{Answer, PLACE, Town};

/// The town with pictures under its maps.
struct Pictured {
    town: Town,
    service: TileStub,
    _folder: tempfile::TempDir,
}

impl Pictured {
    async fn new() -> Self {
        let (service, folder) = (TileStub::serve().await.unwrap(), tempfile::tempdir().unwrap());
        let source = TileSource::new(&service.template(), Some("s3cret")).unwrap();
        let county = domain::reference::county("05");
        let area = web::map_area(county).unwrap();
        let layer = Layer::open(source, 2..=12, area, folder.path(), 1 << 20).unwrap();
        let mut attribution = Localized::new(Language::Fi, "Taustakartta: Maanmittauslaitos");
        attribution.insert(Language::Sv, "Bakgrundskarta: <Lantmäteriverket>");
        let attribution_link = "https://maps.example/licence".to_owned();
        let tiles = Some(MapTiles { layer, attribution, attribution_link });
        let config = WebConfig { tiles, ..WebConfig::default() };
        let town = Town::with_configured(json!([located()]), config).await;
        Self { town, service, _folder: folder }
    }

    /// The addresses of the pictures of a page's map.
    async fn pictures(&self, path: &str) -> Vec<String> {
        let page = self.town.get(path).await.body;
        let addresses = page.split("<image href=\"").skip(1);
        addresses.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    }
}

/// The library's place, on the map.
fn located() -> Value {
    let all: Vec<Value> = serde_json::from_str(include_str!("town.json")).unwrap();
    let mut place = all.into_iter().find(|one| one["document"]["id"] == PLACE).unwrap();
    for address in place["document"]["addresses"].as_array_mut().unwrap() {
        address["coordinate"] = json!({"easting": 226_500.0, "northing": 6_714_300.0,
            "latitude": 60.469, "longitude": 22.025, "source": "User"});
    }
    place
}

fn is_clear(answer: &Answer) -> bool {
    answer.status == StatusCode::OK && answer.bytes.len() < 100 && answer.bytes != PIXEL
}

#[tokio::test]
async fn maps_have_pictures_under_them_with_their_maker_named() {
    let pictured = Pictured::new().await;
    for (path, whose) in [
        (format!("/fi/kanava/{PLACE}"), "Taustakartta: Maanmittauslaitos</a>"),
        (format!("/sv/kanal/{PLACE}"), "Bakgrundskarta: &#60;Lantmäteriverket&#62;</a>"),
        ("/en/search?q=library&view=map".to_owned(), "<p class=\"small map__note\" lang=\"fi\"><a"),
    ] {
        let page = pictured.town.get(&path).await.body;
        let pictures = pictured.pictures(&path).await;
        assert!((1..=48).contains(&pictures.len()), "{path}: {}", pictures.len());
        assert!(page.contains(whose), "{path}: {page}");
        assert!(page.contains("href=\"https://maps.example/licence\""), "{path}");
        assert!(!page.contains("s3cret") && !page.contains("map-schematic"), "{path}");
        for picture in pictures {
            let answer = pictured.town.get(&picture).await;
            assert_eq!((answer.status, answer.bytes.as_slice()), (StatusCode::OK, PIXEL));
            assert_eq!(answer.headers["content-type"], "image/png");
        }
    }
}

#[tokio::test]
async fn a_map_without_a_layer_has_neither_pictures_nor_their_address() {
    let town = Town::with(json!([located()])).await;
    let page = town.get(&format!("/fi/kanava/{PLACE}")).await.body;
    assert!(page.contains("map__drawing") && !page.contains("<image"));
    assert_eq!(town.get("/tiles/12/1539/3277").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_picture_is_kept_by_us_and_by_browsers_as_its_service_says() {
    let pictured = Pictured::new().await;
    let headers = "Cache-Control: max-age=600\r\nSet-Cookie: a=b\r\nX-Secret: c\r\n".to_owned();
    pictured.service.answer_with(TileAnswer { headers, ..TileAnswer::default() });
    for _ in 0..3 {
        let answer = pictured.town.get("/tiles/12/1539/3277").await;
        assert_eq!(answer.headers["cache-control"], "public, max-age=600");
        assert!(
            !answer.headers.contains_key("set-cookie") && !answer.headers.contains_key("x-secret")
        );
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    }
    assert_eq!(pictured.service.asked().len(), 1);
    let long = "Cache-Control: max-age=31536000\r\n".to_owned();
    pictured.service.answer_with(TileAnswer { headers: long, ..TileAnswer::default() });
    let answer = pictured.town.get("/tiles/12/1540/3277").await;
    assert_eq!(
        answer.headers["cache-control"], "public, max-age=86400",
        "another layer is seen in a day"
    );
}

#[tokio::test]
async fn nothing_of_a_visitor_goes_to_the_service() {
    let pictured = Pictured::new().await;
    let request = Request::get("/tiles/12/1539/3277?user=9")
        .header("cookie", "tarjotin-list=x")
        .header("user-agent", "Visitor/1.0")
        .header("referer", "https://tarjotin.example/fi/palvelu/x")
        .header("accept-language", "sv")
        .header("x-forwarded-for", "192.0.2.7");
    pictured.town.ask(request.body(Body::empty()).unwrap()).await;
    let [asked] = pictured.service.asked().try_into().unwrap();
    assert_eq!(asked.address, "/12/3277/1539.png?api-key=s3cret");
    let told = format!("{:?}", asked.headers);
    for own in ["Visitor", "tarjotin-list", "palvelu", "192.0.2.7", "accept-language"] {
        assert!(!told.contains(own), "{own}: {told}");
    }
}

#[tokio::test]
async fn it_is_no_way_to_other_addresses() {
    let pictured = Pictured::new().await;
    for (path, status) in [
        ("/tiles/12/0/0", StatusCode::NOT_FOUND),
        ("/tiles/1/0/0", StatusCode::NOT_FOUND),
        ("/tiles/13/3078/6554", StatusCode::NOT_FOUND),
        ("/tiles/12/4096/3277", StatusCode::NOT_FOUND),
        ("/tiles/12/1539/-1", StatusCode::BAD_REQUEST),
        ("/tiles/12/1539/3277.png", StatusCode::BAD_REQUEST),
        ("/tiles/12/1539/..%2F..%2Fsecret", StatusCode::BAD_REQUEST),
        ("/tiles/256/1/1", StatusCode::BAD_REQUEST),
        ("/tiles/12/99999999999/1", StatusCode::BAD_REQUEST),
        ("/tiles/12/1539", StatusCode::NOT_FOUND),
        ("/tiles/http:%2F%2Fevil.example/1/1", StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(pictured.town.get(path).await.status, status, "{path}");
    }
    assert!(pictured.service.asked().is_empty());
}

#[tokio::test]
async fn when_the_service_fails_a_clear_picture_stands_in_for_a_short_while() {
    let pictured = Pictured::new().await;
    let html = TileAnswer { body: b"<html>s3cret</html>".to_vec(), ..TileAnswer::default() };
    pictured.service.answer_with(html);
    let answer = pictured.town.get("/tiles/12/1539/3277").await;
    assert!(is_clear(&answer), "{}", answer.body);
    assert_eq!(answer.headers["content-type"], "image/png");
    assert_eq!(answer.headers["cache-control"], "public, max-age=30");
    let Pictured { town, service, _folder } = pictured;
    drop(service);
    assert!(is_clear(&town.get("/tiles/12/1540/3277").await));
    let page = town.get(&format!("/fi/kanava/{PLACE}")).await;
    assert!(page.status == StatusCode::OK && page.body.contains("map__mark"));
}
