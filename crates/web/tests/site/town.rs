//! A small town: a few entities of every kind, one of them hostile, imported and indexed, and its
//! site without a socket.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use app::App;
use app::coordinator::{Access, Coordinator, Password};
use app::import::{Completeness, Options, Unread, run};
use app::search_gap::{Total, report};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use domain::catalogue::{Entity, EntityKind};
use domain::coordinator::CoordinatorName;
use domain::import::{Mode, Problem, ProblemCode, Severity};
use jiff::Timestamp;
use sources::{Fingerprint, Item, Record, Sink};
use store::Database;
use tower::ServiceExt;
use web::WebConfig;

/// The library: with a general description, in Finnish and Swedish.
pub const LIBRARY: &str = "50000000-0000-4000-8000-000000000001";
/// The swimming hall: in Finnish only.
pub const SWIMMING: &str = "50000000-0000-4000-8000-000000000002";
/// The story hour: in Swedish only.
pub const STORIES: &str = "50000000-0000-4000-8000-000000000003";
/// The one whose every text is hostile.
pub const HOSTILE: &str = "50000000-0000-4000-8000-000000000004";
/// The one that is gone.
pub const GONE: &str = "50000000-0000-4000-8000-000000000005";
/// The town.
pub const TOWN: &str = "a0000000-0000-4000-8000-000000000001";
/// The library's place.
pub const PLACE: &str = "c0000000-0000-4000-8000-000000000001";
/// The hostile channel.
pub const HOSTILE_CHANNEL: &str = "c0000000-0000-4000-8000-000000000005";
/// The first import's run.
pub const RUN: &str = "00000000-0000-7000-8000-000000000001";

/// The coordinator's password, and what it is recognised by.
static PASSWORD: LazyLock<(String, Password)> = LazyLock::new(|| Password::make().unwrap());

/// The coordinator's password.
pub fn password() -> &'static str {
    &PASSWORD.0
}

/// What lets the coordinator of a site in by a password.
pub fn access(config: &WebConfig, password: Password) -> Access {
    Access::with_key(password, config.face.county.map(|county| county.code), [5; 32])
}

/// The town's site.
pub struct Town {
    site: Router,
    app: App,
}

/// An answer, read.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    /// The body as it came: a file is no text.
    pub bytes: Vec<u8>,
}

impl Town {
    /// The town on a Tuesday in November, with the operators' pages open.
    pub async fn new() -> Self {
        Self::configured(WebConfig { admin_pages: true, ..WebConfig::default() }).await
    }

    /// The town whose coordinator can sign in.
    pub async fn with_coordinator() -> Self {
        Self::with_coordinator_on(WebConfig::default()).await
    }

    /// The same with another configuration.
    pub async fn with_coordinator_on(mut config: WebConfig) -> Self {
        config.access = Some(access(&config, PASSWORD.1.clone()));
        Self::configured(config).await
    }

    /// The town with another configuration.
    pub async fn configured(config: WebConfig) -> Self {
        Self::of(app().await, config)
    }

    /// The town with more entities, as its file writes them.
    pub async fn with(more: serde_json::Value) -> Self {
        Self::with_configured(more, WebConfig::default()).await
    }

    /// The same with another configuration.
    pub async fn with_configured(more: serde_json::Value, config: WebConfig) -> Self {
        let app = imported().await;
        let more: Vec<serde_json::Value> = serde_json::from_value(more).unwrap();
        let completeness = Completeness::default();
        let read = move |sink: &mut dyn Sink| take(sink, more).map(|()| completeness);
        run(&app, options(None), read).await.unwrap();
        app.publish_index(app::index::build(&app).await.unwrap());
        Self::of(app, config)
    }

    /// The feedback that was kept today.
    pub async fn feedback(&self) -> Vec<domain::feedback::Feedback> {
        let reader = CoordinatorName::take("Aino").unwrap();
        let reader = Coordinator::operator(reader);
        app::feedback::list(&self.app, &reader, None, 1).await.unwrap()
    }

    /// The town before a service goes.
    pub async fn before_a_service_goes() -> Self {
        let app = imported().await;
        app.publish_index(app::index::build(&app).await.unwrap());
        Self::of(app, WebConfig::default())
    }

    /// The town just after a service has gone, while the search still knows it.
    pub async fn before_the_index_follows() -> Self {
        let town = Self::before_a_service_goes().await;
        town.lose_a_service().await;
        town
    }

    /// A service goes; the search still knows it, and nothing is kept of what it found.
    pub async fn lose_a_service(&self) {
        self.lose_what_was_found().await;
        self.app.publish_index(self.app.index());
    }

    /// A service goes; the search still knows it, and what it found.
    pub async fn lose_what_was_found(&self) {
        drop_one(&self.app).await;
    }

    /// The search takes the catalogue as it is.
    pub async fn let_the_index_follow(&self) {
        self.app.publish_index(app::index::build(&self.app).await.unwrap());
    }

    /// The town while the search knows nothing yet.
    pub async fn before_the_index_is_built() -> Self {
        Self::of(imported().await, WebConfig::default())
    }

    fn of(app: App, mut config: WebConfig) -> Self {
        if config.face.hosts.is_empty() {
            config.face.hosts.push("tarjotin.example".to_owned());
        }
        Self { site: web::router(app.clone(), config), app }
    }

    /// The town on the sites of several counties.
    pub async fn of_sites(configs: Vec<WebConfig>) -> Self {
        let app = app().await;
        Self { site: web::sites(&app, configs), app }
    }

    /// What is counted of searches in vain.
    pub async fn gaps(&self) -> Vec<Total> {
        report(&self.app, 1, 100).await.unwrap()
    }

    /// The use cases.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Sets the clock.
    pub fn set_clock(&self, now: &str) {
        self.app.set_clock(now.parse().unwrap());
    }

    /// All that lies in the table of shared lists.
    pub async fn shared_lists(&self) -> Vec<String> {
        let mut on = self.app.database().begin().await.unwrap();
        store::shared_list::everything(&mut on).await.unwrap()
    }

    /// What is at an address.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// What a request is answered with.
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.site.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 16 << 20).await.unwrap();
        let bytes = bytes.to_vec();
        let body = String::from_utf8(bytes.clone()).unwrap_or_default();
        Answer { status: parts.status, headers: parts.headers, body, bytes }
    }
}

/// The town's catalogue, imported twice: the second time one service is no longer there.
pub async fn app() -> App {
    let app = imported().await;
    drop_one(&app).await;
    app.publish_index(app::index::build(&app).await.unwrap());
    app
}

/// The first import.
async fn imported() -> App {
    let now: Timestamp = "2026-11-24T08:00:00Z".parse().unwrap();
    let app = App::fixed(Database::open("sqlite::memory:").await.unwrap(), now);
    run(&app, options(None), |sink| read(sink, None)).await.unwrap();
    app
}

/// The second import, without a service.
async fn drop_one(app: &App) {
    let reason = Some("the town is small".to_owned());
    run(app, options(reason), |sink| read(sink, Some(GONE))).await.unwrap();
}

fn options(accept_drop: Option<String>) -> Options {
    Options {
        feed: "ptv:municipality:529".to_owned(),
        mode: Mode::Full,
        source: "town".to_owned(),
        started: None,
        accept_drop,
        problems: Vec::new(),
    }
}

/// Reads the town's entities but one, and meets a few problems.
fn read(sink: &mut dyn Sink, but: Option<&str>) -> Result<Completeness, Unread> {
    let town: Vec<serde_json::Value> = serde_json::from_str(include_str!("town.json")).unwrap();
    let is_there = |one: &serde_json::Value| but.is_none_or(|but| one["document"]["id"] != but);
    take(sink, town.into_iter().filter(is_there).collect())?;
    for number in 0..60 {
        let problem = Problem::new(Severity::Warning, ProblemCode::LinkRefused)
            .of(EntityKind::Channel, &format!("channel-{number}"))
            .at("webPages[0].url")
            .found("javascript:alert(1)");
        sink.take(Item::Problem(problem))?;
    }
    let problem = Problem::new(Severity::Refused, ProblemCode::NameMissing)
        .of(EntityKind::Service, "<script>")
        .found("<b>");
    sink.take(Item::Refused(EntityKind::Service, problem))?;
    let kinds: BTreeSet<EntityKind> = EntityKind::ALL.into_iter().collect();
    Ok(Completeness { kinds, ..Completeness::default() })
}

/// Takes entities as the town's file writes them.
fn take(sink: &mut dyn Sink, entities: Vec<serde_json::Value>) -> Result<(), Unread> {
    for one in entities {
        let document = one["document"].to_string();
        let kind = EntityKind::from_name(one["kind"].as_str().unwrap()).unwrap();
        let entity = Entity::from_document(kind, &document).unwrap();
        let fingerprint = Fingerprint::of_raw(&document);
        let location = "town.json".to_owned();
        let record = Record { entity, raw: document, fingerprint, location, problems: Vec::new() };
        sink.take(Item::Record(Box::new(record)))?;
    }
    Ok(())
}
