use geo::Point;
use sources::stub::{PIXEL, TileAnswer, TileStub};

use super::*;

/// A layer of the south-west, its service, and the folder.
struct Map {
    layer: Layer,
    service: TileStub,
    folder: tempfile::TempDir,
}

/// A tile of Turku's.
fn turku() -> Tile {
    Tile::at(12, 1539, 3277).unwrap()
}

fn now(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

impl Map {
    /// The files that are kept.
    fn kept(&self) -> usize {
        let own = std::fs::read_dir(self.folder.path()).unwrap().next().unwrap().unwrap();
        std::fs::read_dir(own.path()).unwrap().count()
    }

    async fn new() -> Self {
        let (service, folder) = (TileStub::serve().await.unwrap(), tempfile::tempdir().unwrap());
        let layer = Self::layer(&service, &folder);
        Self { layer, service, folder }
    }

    fn layer(service: &TileStub, folder: &tempfile::TempDir) -> Layer {
        let source = TileSource::new(&service.template(), Some("s3cret")).unwrap();
        let low = Point { east: 180_000, north: 6_640_000 };
        let area = Bounds { low, high: Point { east: 340_000, north: 6_800_000 } };
        Layer::open(source, 4..=12, area, folder.path(), 1 << 20).unwrap()
    }

    fn says(&self, cache_control: &str) {
        let headers = format!("Cache-Control: {cache_control}\r\n");
        self.service.answer_with(TileAnswer { headers, ..TileAnswer::default() });
    }

    fn fails_with(&self, status: u16, body: &[u8]) {
        let (headers, body) = (String::new(), body.to_vec());
        self.service.answer_with(TileAnswer { status, headers, body });
    }
}

#[tokio::test]
async fn a_tile_is_asked_for_once_and_kept_as_long_as_its_service_says() {
    let map = Map::new().await;
    map.says("max-age=600");
    let first = map.layer.picture(turku(), now(0)).await.unwrap();
    assert_eq!((first.bytes.as_slice(), first.kind), (PIXEL, PictureKind::Png));
    assert_eq!(first.good_for.as_secs(), 600);
    let second = map.layer.picture(turku(), now(599)).await.unwrap();
    assert_eq!(second.good_for.as_secs(), 1);
    assert_eq!(map.service.asked().len(), 1);
    map.layer.picture(turku(), now(600)).await.unwrap();
    assert_eq!(map.service.asked().len(), 2, "it has grown old");
    let again = Map::layer(&map.service, &map.folder);
    again.picture(turku(), now(700)).await.unwrap();
    assert_eq!(map.service.asked().len(), 2, "it is there after a new start");
}

#[tokio::test]
async fn the_service_is_asked_by_its_address_with_the_key_and_learns_nothing_else() {
    let map = Map::new().await;
    map.layer.picture(turku(), now(0)).await.unwrap();
    let [asked] = map.service.asked().try_into().unwrap();
    assert_eq!(asked.address, "/12/3277/1539.png?api-key=s3cret");
    let names: Vec<&str> = asked.headers.keys().map(String::as_str).collect();
    assert!(
        names
            .iter()
            .all(|name| matches!(*name, "accept" | "accept-encoding" | "host" | "user-agent"))
    );
}

#[tokio::test]
async fn what_may_not_be_kept_is_asked_for_each_time() {
    let map = Map::new().await;
    map.says("no-store");
    for count in 1..=2 {
        let picture = map.layer.picture(turku(), now(0)).await.unwrap();
        assert!(picture.good_for.is_zero());
        assert_eq!(map.service.asked().len(), count);
    }
    assert_eq!(map.kept(), 0);
}

#[tokio::test]
async fn only_tiles_of_the_area_and_the_zooms_are_asked_for() {
    let map = Map::new().await;
    let at = |zoom, column, row| Tile::at(zoom, column, row).unwrap();
    for outside in [at(3, 3, 6), at(13, 3078, 6554), at(12, 0, 0), at(12, 1900, 3277)] {
        assert_eq!(
            map.layer.picture(outside, now(0)).await,
            Err(NoPicture::Outside),
            "{outside:?}"
        );
    }
    assert!(map.service.asked().is_empty());
    assert!(map.layer.picture(at(4, 6, 12), now(0)).await.is_ok());
}

#[tokio::test]
async fn many_who_want_a_tile_cause_one_request() {
    let map = Map::new().await;
    map.service.hold();
    let layer = map.layer.clone();
    let wants = (0..20).map(|_| {
        let layer = layer.clone();
        tokio::spawn(async move { layer.picture(turku(), now(0)).await })
    });
    let wants: Vec<_> = wants.collect();
    map.service.until_asked(1).await;
    map.service.release(20);
    for want in wants {
        assert!(want.await.unwrap().is_ok());
    }
    assert_eq!(map.service.asked().len(), 1);
    assert!(map.layer.0.doors.lock().unwrap().is_empty(), "nobody stands there any longer");
}

#[tokio::test]
async fn few_tiles_are_asked_for_at_once_and_few_wait() {
    let map = Map::new().await;
    map.service.hold();
    let layer = Arc::new(map.layer.clone());
    let tiles = (0..80).map(|number| Tile::at(12, 1500 + number, 3277).unwrap());
    let mut wants: Vec<_> = tiles
        .map(|tile| {
            let layer = Arc::clone(&layer);
            tokio::spawn(async move { layer.picture(tile, now(0)).await })
        })
        .collect();
    map.service.until_asked(AT_ONCE).await;
    // Those beyond who may wait are told so at once, while nothing was answered yet.
    let mut refused = 0;
    while refused < 80 - WAITING {
        tokio::task::yield_now().await;
        let (done, rest): (Vec<_>, Vec<_>) =
            wants.into_iter().partition(tokio::task::JoinHandle::is_finished);
        wants = rest;
        for want in done {
            assert_eq!(want.await.unwrap(), Err(NoPicture::NotNow));
            refused += 1;
        }
    }
    assert_eq!((refused, map.service.asked().len()), (80 - WAITING, AT_ONCE));
    map.service.release(80);
    for want in wants {
        assert!(want.await.unwrap().is_ok());
    }
}

#[tokio::test]
async fn a_service_that_fails_is_left_in_peace_for_a_while() {
    let map = Map::new().await;
    map.fails_with(503, b"busy");
    let other = Tile::at(12, 1540, 3277).unwrap();
    for tile in [turku(), turku(), other] {
        assert_eq!(map.layer.picture(tile, now(0)).await, Err(NoPicture::NotNow));
    }
    assert_eq!(map.service.asked().len(), 1);
    map.service.answer_with(TileAnswer::default());
    assert!(map.layer.picture(turku(), now(14)).await.is_err());
    assert!(map.layer.picture(turku(), now(15)).await.is_ok());
}

#[tokio::test]
async fn a_service_that_is_gone_leaves_the_tiles_that_have_grown_old() {
    let Map { layer, service, folder: _folder } = Map::new().await;
    let headers = "Cache-Control: max-age=60\r\n".to_owned();
    service.answer_with(TileAnswer { headers, ..TileAnswer::default() });
    layer.picture(turku(), now(0)).await.unwrap();
    drop(service);
    let old = layer.picture(turku(), now(3600)).await.unwrap();
    assert_eq!((old.bytes.as_slice(), old.good_for), (PIXEL, Duration::ZERO));
    let other = Tile::at(12, 1540, 3277).unwrap();
    assert_eq!(layer.picture(other, now(3600)).await, Err(NoPicture::NotNow));
}

#[tokio::test]
async fn what_is_no_picture_too_large_or_elsewhere_is_not_taken() {
    let map = Map::new().await;
    let mut large = PIXEL.to_vec();
    large.resize(600 * 1024, 0);
    for (column, (status, body)) in (1_539..).zip([
        (200, &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..]),
        (200, b""),
        (200, &large),
        (204, b""),
        (404, PIXEL),
        (302, b""),
    ]) {
        map.fails_with(status, body);
        let tile = Tile::at(12, column, 3277).unwrap();
        assert_eq!(map.layer.picture(tile, now(0)).await, Err(NoPicture::NotNow), "{status}");
    }
    assert_eq!(map.service.asked().len(), 6, "one tile that is bad tells nothing of the service");
    assert_eq!(map.kept(), 0);
}

#[tokio::test]
async fn another_service_begins_anew() {
    let map = Map::new().await;
    map.layer.picture(turku(), now(0)).await.unwrap();
    let other = TileStub::serve().await.unwrap();
    let layer = Map::layer(&other, &map.folder);
    layer.picture(turku(), now(0)).await.unwrap();
    assert_eq!((other.asked().len(), map.kept()), (1, 1), "what was kept of the first is gone");
}

#[tokio::test]
async fn a_tile_that_its_service_lacks_is_not_asked_for_again_soon_and_others_are() {
    let map = Map::new().await;
    map.fails_with(404, b"");
    for seconds in [0, 1, 899] {
        assert_eq!(map.layer.picture(turku(), now(seconds)).await, Err(NoPicture::NotNow));
    }
    assert_eq!(map.service.asked().len(), 1);
    map.service.answer_with(TileAnswer::default());
    assert!(map.layer.picture(Tile::at(12, 1540, 3277).unwrap(), now(899)).await.is_ok());
    assert!(map.layer.picture(turku(), now(900)).await.is_ok(), "it may have come by now");
}
