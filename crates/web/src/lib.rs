//! HTTP: parse, call `app`, render; nothing else.
//!
//! [`router`] makes the whole site: pages in Finnish, Swedish and English under `/fi`, `/sv` and
//! `/en`, the open API under `/api/v1`, the assets, and the health checks. The addresses come from
//! one table (`address`), the texts from `locales/`, the looks from `ui/`.

mod address;
mod api;
mod assets;
mod config;
mod cookies;
mod ease;
mod face;
mod fault;
mod found;
mod frame;
mod framing;
mod guard;
mod health;
mod hosts;
mod kept_pages;
mod language;
mod origin;
mod overview;
mod pages;
mod pwa;
mod remembered_place;
mod serve;
mod staff;
mod texts;
mod tiles;
mod view;
mod visit;

use std::sync::Arc;

use app::App;
use app::borders::Borders;
use app::catalogue::Overview;
use app::coordinator::Access;
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::Language;
use domain::reference::Municipality;
use jiff::civil::{Date, DateTime};
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::CompressionLevel;

use address::SearchAddress;
use app::schedule::finnish_time;
pub use config::{Contact, LeavePages, MapTiles, WebConfig};
pub use face::{
    CrisisNumber, Face, FeedbackChange, FramingSite, FramingSiteError, Logo, LogoError, Module,
    Palette, Tones,
};
use fault::Fault;
use frame::Frame;
use overview::Remembered;
pub use pages::provider::ProviderPages;
pub use serve::serve;
use view::map::Ground;
pub use view::map::map_area;
use view::text::finnish_date;

/// No page takes more than a form's few fields.
const BODY_LIMIT: usize = 64 * 1024;

/// What every handler has: the use cases and the operator's choices. Cheap to clone.
#[derive(Clone)]
struct Site {
    app: App,
    config: Arc<WebConfig>,
    remembered: Remembered,
    /// How the list of all addresses is cut.
    cuts: found::Cuts,
    /// What was found for feeds.
    kept_feeds: found::KeptFeeds,
    /// What installing it takes, and what is there without a network.
    pwa: pwa::Pwa,
    /// Pages that are the same for everybody.
    kept_pages: kept_pages::KeptPages,
    /// One for each page or answer that may be made at once.
    turns: Arc<Semaphore>,
}

impl Site {
    /// The frame of a page in a language.
    fn frame(&self, language: Language) -> Frame {
        Frame::new(language, &self.config)
    }

    /// Whether letters with links to the site can go out from here.
    fn sends_digests(&self) -> bool {
        self.config.answers && self.config.site_address().is_some()
    }

    /// Whether a part of the site is there.
    fn has(&self, module: Module) -> bool {
        self.config.face.has(module)
    }

    /// The civil date in Finland.
    fn today(&self) -> Date {
        finnish_date(self.app.now())
    }

    /// The code of the county whose services are shown.
    fn county(&self) -> Option<&'static str> {
        self.config.face.county.map(|county| county.code)
    }

    /// What lets the coordinator in; where there is none nobody may.
    fn access(&self) -> Result<&Access, Fault> {
        self.config.access.as_ref().ok_or(Fault::NoSignIn)
    }

    /// What maps are drawn on.
    fn ground<'a>(&'a self, borders: &'a Borders) -> Ground<'a> {
        Ground { borders, tiles: self.config.tiles.as_ref() }
    }

    /// The civil date and time in Finland.
    fn now(&self) -> DateTime {
        finnish_time(self.app.now()).datetime()
    }

    /// The code of the county that a search is narrowed to: the one that it names, or else the site's,
    /// unless it names a municipality, wherever that is.
    fn county_of(&self, search: &SearchAddress) -> Option<&'static str> {
        let own = || self.county().filter(|_| search.municipality.is_none());
        search.county.map(|county| county.code).or_else(own)
    }

    /// The catalogue as a whole.
    fn overview(&self) -> Arc<Overview> {
        self.overview_in(None)
    }

    /// What one has of the catalogue in a municipality, or all of it.
    fn overview_in(&self, place: Option<&'static Municipality>) -> Arc<Overview> {
        self.remembered.get(&self.app, self.county(), place)
    }

    /// Whether the public reaches the site over HTTPS: then its cookies go no other way.
    fn is_secure(&self) -> bool {
        self.config.base_url.as_deref().is_some_and(|url| url.starts_with("https:"))
    }

    /// The site's address in public, without a slash at the end: as it is configured, or else as the
    /// request names it, where that is a host of the site's or this machine. What else a request names
    /// could lead whoever is given the address to a stranger.
    fn origin(&self, headers: &HeaderMap) -> String {
        let own = &self.config.face.hosts;
        let named = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let is_ours = |name: &String| own.contains(name) || hosts::is_this_machine(name);
        let named = named.filter(|_| hosts::host(headers).as_ref().is_some_and(is_ours));
        match (self.config.site_address(), named.or(own.first().map(String::as_str))) {
            (Some(address), _) => address.to_owned(),
            (None, Some(host)) => format!("http://{host}"),
            (None, None) => String::new(),
        }
    }

    /// Lets only those pass who may see the operators' pages: the coordinator, or everybody where the
    /// configuration says so.
    fn admin(&self, headers: &HeaderMap) -> Result<(), Fault> {
        let may = self.config.admin_pages || staff::coordinator(self, headers).is_some();
        if may { Ok(()) } else { Err(Fault::Forbidden) }
    }
}

/// The sites of several counties, ready to serve: each under the host names of its face, the first
/// under all others.
pub fn sites(app: &App, configs: Vec<WebConfig>) -> Router {
    let at_once = configs.iter().map(|config| config.at_once).max().unwrap_or_default();
    let turns = Arc::new(Semaphore::new(at_once));
    let cuts = found::Cuts::default();
    hosts::by_host(configs.into_iter().map(|config| {
        let hosts = config.face.hosts.clone();
        (hosts, site(app.clone(), config, Arc::clone(&turns), cuts.clone()))
    }))
}

/// The whole site, ready to serve.
pub fn router(app: App, config: WebConfig) -> Router {
    let turns = Arc::new(Semaphore::new(config.at_once));
    site(app, config, turns, found::Cuts::default())
}

/// A site that shares its turns, and how the catalogue is cut, with the others of the process.
fn site(app: App, config: WebConfig, turns: Arc<Semaphore>, cuts: found::Cuts) -> Router {
    let config = Arc::new(config);
    let site = Site {
        app,
        pwa: pwa::Pwa::new(&config),
        config,
        remembered: Remembered::default(),
        cuts,
        kept_feeds: found::KeptFeeds::default(),
        kept_pages: kept_pages::KeptPages::default(),
        turns,
    };
    // Low enough that packing a page costs less than making it.
    let compression = CompressionLayer::new().quality(CompressionLevel::Precise(3));
    let languages = site.config.face.languages.iter().copied();
    let staff =
        languages.map(|language| staff::routes(&site, language)).fold(Router::new(), Router::merge);
    pages::routes(&site.config.face)
        .merge(staff)
        .route_layer(from_fn_with_state(site.clone(), visit::name))
        .route_layer(from_fn(origin::only_own_forms))
        .merge(pages::provider::one_press(&site.config.face))
        .merge(api::routes())
        .merge(found::routes(&site.config.face))
        .merge(pwa::routes(&site.config.face))
        .route_layer(from_fn_with_state(site.clone(), guard::take_turn))
        .route("/assets/{name}", get(assets::serve))
        .route(tiles::ROUTE, get(tiles::serve))
        .route("/sw.js", get(pwa::serve_worker))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .layer(CatchPanicLayer::custom(guard::panicked))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(from_fn_with_state(site.clone(), guard::guard))
        .layer(from_fn_with_state(site.clone(), visit::carry))
        .layer(compression)
        .layer(from_fn_with_state(site.clone(), kept_pages::answer))
        .with_state(site)
}

/// A template as a page. A template that cannot be written is a fault of ours.
fn render(page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => {
            let mut response = Response::new(Body::from(html));
            let kind = HeaderValue::from_static(guard::PAGE);
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
            response
        }
        Err(error) => Fault::Internal(error.to_string()).into_response(),
    }
}
