//! Map tiles of somebody's service, one at a time: a picture of a known kind and size, or why there is none.
//!
//! The address may hold a key. It is in no text of ours: neither in an error nor in what debugging shows.

use std::fmt;
use std::time::Duration;

use geo::Tile;
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use reqwest::header::{CACHE_CONTROL, EXPIRES, HeaderMap};
use reqwest::{Response, StatusCode, Url, redirect};
use sha2::{Digest, Sha256};

/// The largest tile, in bytes.
const LARGEST: usize = 512 * 1024;
/// How long connecting, and all of a question, may take.
const CONNECT: Duration = Duration::from_secs(2);
const TOTAL: Duration = Duration::from_secs(6);
/// How long a tile is good of which nothing is said.
const USUALLY: Duration = Duration::from_hours(24);

/// A service of tiles in Finland's grid.
#[derive(Clone)]
pub struct TileSource {
    /// Tells services apart.
    print: String,
    template: String,
    http: reqwest::Client,
}

/// A tile as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchedTile {
    /// The picture.
    pub bytes: Vec<u8>,
    /// How long it is good; none where nobody may keep it.
    pub good_for: Option<Duration>,
}

/// A kind of picture that a tile may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
}

/// Why an address is none of tiles.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A part of it is missing.
    #[error("the address of the tiles has no {0}")]
    Missing(&'static str),
    /// It has a place for a key, and there is none, or the other way round.
    #[error("the address of the tiles has {{key}} where a key file is named, and only there")]
    Key,
    /// It is no web address.
    #[error("the address of the tiles must begin with https:// (or http:// on this machine)")]
    Address,
    /// The HTTP client cannot be made.
    #[error("the HTTP client cannot be made")]
    Client,
}

/// Why there is no tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TileFailure {
    /// It cannot be reached, or not in time.
    #[error("the service of the tiles cannot be reached")]
    Unreachable,
    /// It answers with something else than success.
    #[error("the service of the tiles answers {0}")]
    Answered(u16),
    /// What it answers with is too large.
    #[error("a tile is larger than {LARGEST} bytes")]
    TooLarge,
    /// What it answers with is no picture of a known kind.
    #[error("a tile is neither a PNG nor a JPEG nor a WebP picture")]
    NoPicture,
}

impl PictureKind {
    /// The kind of a picture by its first bytes; what the service calls it does not count.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            _ => None,
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }
}

impl fmt::Debug for TileSource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TileSource").finish_non_exhaustive()
    }
}

impl TileSource {
    /// A service by the template of its addresses, with `{z}`, `{x}` and `{y}` for zoom, column and row, and
    /// `{key}` where a key goes.
    ///
    /// # Errors
    /// When the template is none, or is not one for the key.
    pub fn new(template: &str, key: Option<&str>) -> Result<Self, TemplateError> {
        for part in ["{z}", "{x}", "{y}"] {
            if !template.contains(part) {
                return Err(TemplateError::Missing(part));
            }
        }
        if template.contains("{key}") != key.is_some() {
            return Err(TemplateError::Key);
        }
        let first = Sha256::digest(template).first_chunk().copied().unwrap_or_default();
        let print = format!("{:016x}", u64::from_be_bytes(first));
        let template = template.replace("{key}", key.unwrap_or_default());
        let address = Url::parse(&template.replace(['{', '}'], "")).ok();
        let is_taken = address.is_some_and(|address| match address.scheme() {
            "https" => true,
            "http" => matches!(address.host_str(), Some("127.0.0.1" | "localhost" | "[::1]")),
            _ => false,
        });
        if !is_taken {
            return Err(TemplateError::Address);
        }
        let http = reqwest::Client::builder()
            .user_agent(concat!("tarjotin/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(TOTAL)
            .build()
            .map_err(|_| TemplateError::Client)?;
        Ok(Self { print, template, http })
    }

    /// A short name for what is kept of this service, of which the address is not seen.
    #[must_use]
    pub fn print(&self) -> &str {
        &self.print
    }

    /// Asks for a tile, once. Nothing of who looks at the map goes with it.
    ///
    /// # Errors
    /// When there is no tile to be had.
    pub async fn fetch(&self, tile: Tile, now: Timestamp) -> Result<FetchedTile, TileFailure> {
        let address = self
            .template
            .replace("{z}", &tile.zoom.to_string())
            .replace("{x}", &tile.column.to_string())
            .replace("{y}", &tile.row.to_string());
        // The errors of the client name the address, and so the key: none is passed on.
        let answer = self.http.get(address).send().await.map_err(|_| TileFailure::Unreachable)?;
        if answer.status() != StatusCode::OK {
            return Err(TileFailure::Answered(answer.status().as_u16()));
        }
        let good_for = good_for(answer.headers(), now);
        let bytes = body(answer).await?;
        if PictureKind::of(&bytes).is_none() {
            return Err(TileFailure::NoPicture);
        }
        Ok(FetchedTile { bytes, good_for })
    }
}

/// The body, up to the limit.
async fn body(mut answer: Response) -> Result<Vec<u8>, TileFailure> {
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|_| TileFailure::Unreachable)? {
        if body.len() + chunk.len() > LARGEST {
            return Err(TileFailure::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// How long an answer may be kept by a cache that many share (RFC 9111); none where it may not.
fn good_for(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let said = headers.get_all(CACHE_CONTROL).iter().filter_map(|value| value.to_str().ok());
    let said: Vec<String> = said
        .flat_map(|line| line.split(','))
        .map(|directive| directive.trim().to_ascii_lowercase())
        .collect();
    let has = |name: &str| said.iter().any(|directive| directive == name);
    if has("no-store") || has("private") || has("no-cache") {
        return None;
    }
    let seconds = |name: &str| {
        let mut values = said.iter().filter_map(|directive| directive.strip_prefix(name));
        values.find_map(|value| value.trim_matches('"').parse().ok()).map(Duration::from_secs)
    };
    let by_age = seconds("s-maxage=").or_else(|| seconds("max-age="));
    let by_date = || {
        let date = headers.get(EXPIRES)?.to_str().ok()?;
        // What is no date is past (RFC 9111, 5.3).
        let until = rfc2822::DateTimeParser::new().parse_timestamp(date).unwrap_or(now);
        Some(Duration::try_from(until.duration_since(now)).unwrap_or_default())
    };
    let good = by_age.or_else(by_date).unwrap_or(USUALLY);
    (!good.is_zero()).then_some(good)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_all_its_parts_and_is_reached_safely() {
        let new = |template, key| TileSource::new(template, key).map(|_| ());
        let whole = "https://tiles.example/{z}/{y}/{x}.png";
        assert_eq!(new(whole, None), Ok(()));
        assert_eq!(new("https://tiles.example/{z}/{y}/{x}.png?api-key={key}", Some("k")), Ok(()));
        assert_eq!(new("http://127.0.0.1:8000/{z}/{x}/{y}", None), Ok(()));
        for (template, key, error) in [
            ("https://tiles.example/{z}/{y}.png", None, TemplateError::Missing("{x}")),
            (whole, Some("k"), TemplateError::Key),
            ("https://tiles.example/{z}/{y}/{x}?{key}", None, TemplateError::Key),
            ("http://tiles.example/{z}/{y}/{x}", None, TemplateError::Address),
            ("file:///{z}/{y}/{x}", None, TemplateError::Address),
            ("/{z}/{y}/{x}", None, TemplateError::Address),
        ] {
            assert_eq!(new(template, key), Err(error), "{template}");
        }
    }

    #[test]
    fn a_key_is_not_in_what_debugging_shows() {
        let source = TileSource::new("https://a.example/{z}/{y}/{x}?k={key}", Some("s3cret"));
        assert!(!format!("{:?}", source.unwrap()).contains("s3cret"));
    }

    #[test]
    fn a_picture_is_known_by_its_first_bytes() {
        for (bytes, kind) in [
            (b"\x89PNG\r\n\x1a\n....".as_slice(), Some(PictureKind::Png)),
            (b"\xff\xd8\xff\xe0", Some(PictureKind::Jpeg)),
            (b"RIFF....WEBPVP8 ", Some(PictureKind::Webp)),
            (b"RIFF....WAVE", None),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
            (b"", None),
        ] {
            assert_eq!(PictureKind::of(bytes), kind);
        }
    }

    #[test]
    fn what_the_service_says_of_keeping_holds() {
        let now: Timestamp = "2026-11-24T03:30:00Z".parse().unwrap();
        let day = Some(USUALLY);
        for (name, value, expected) in [
            ("x-nothing", "", day),
            ("cache-control", "public, max-age=600", Some(Duration::from_mins(10))),
            ("cache-control", "max-age=600, s-maxage=60", Some(Duration::from_mins(1))),
            ("cache-control", "max-age=0", None),
            ("cache-control", "No-Store", None),
            ("cache-control", "private, max-age=600", None),
            ("expires", "Tue, 24 Nov 2026 03:31:00 GMT", Some(Duration::from_mins(1))),
            ("expires", "Tue, 24 Nov 2026 03:29:00 GMT", None),
            ("expires", "0", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, value.parse().unwrap());
            assert_eq!(good_for(&headers, now), expected, "{name}: {value}");
        }
    }
}
