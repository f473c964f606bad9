//! The pictures under maps, by our own address: so the service that makes them learns nothing of who looks
//! at which map, and its key stays with us.

use std::time::Duration;

use app::tiles::NoPicture;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use geo::Tile;

use crate::Site;

/// The longest that a browser keeps a tile: another layer is seen everywhere after it.
const LONGEST: Duration = Duration::from_hours(24);
/// How long it keeps the one that stands for a tile that is not to be had now.
const SOON: Duration = Duration::from_secs(30);
/// One pixel through which the map's own ground is seen.
const CLEAR: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x04\0\0\0\xb5\x1c\x0c\x02\0\0\0\x0bIDATx\xdac``\0\0\0\x03\0\x01+\tM\x84\0\0\0\0IEND\xaeB`\x82";

/// Where the tiles are.
pub(crate) const ROUTE: &str = "/tiles/{zoom}/{column}/{row}";
/// The beginning of their addresses.
pub(crate) const FOLDER: &str = "/tiles/";

/// A tile's address.
pub(crate) fn path(tile: Tile) -> String {
    format!("{FOLDER}{}/{}/{}", tile.zoom, tile.column, tile.row)
}

/// `GET /tiles/{zoom}/{column}/{row}`.
pub(crate) async fn serve(
    State(site): State<Site>,
    Path((zoom, column, row)): Path<(u8, u32, u32)>,
) -> Response {
    let (Some(tiles), Some(tile)) = (&site.config.tiles, Tile::at(zoom, column, row)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match tiles.layer.picture(tile, site.app.now()).await {
        Ok(one) => picture(one.bytes, one.kind.media_type(), one.good_for.min(LONGEST)),
        Err(NoPicture::NotNow) => picture(CLEAR, "image/png", SOON),
        Err(NoPicture::Outside) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn picture(bytes: impl Into<Body>, kind: &'static str, good_for: Duration) -> Response {
    let mut response = Response::new(bytes.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    // What is not good for any time is asked for anew each time, as all that says nothing of it.
    if !good_for.is_zero()
        && let Ok(kept) = HeaderValue::try_from(format!("public, max-age={}", good_for.as_secs()))
    {
        headers.insert(header::CACHE_CONTROL, kept);
    }
    response
}
