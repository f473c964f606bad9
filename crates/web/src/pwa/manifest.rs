//! The manifest: how the site is installed as an application, in one language.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::icon::Icon;
use crate::Site;
use crate::address::{Address, SearchAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;

/// What stands behind the pages while they load.
const GROUND: &str = "#ffffff";

/// The members of a web application's manifest that we use (W3C).
#[derive(Serialize)]
struct Manifest {
    id: String,
    name: String,
    short_name: String,
    description: String,
    lang: &'static str,
    dir: &'static str,
    start_url: String,
    scope: &'static str,
    display: &'static str,
    theme_color: String,
    background_color: &'static str,
    icons: Vec<Picture>,
    shortcuts: Vec<Shortcut>,
}

/// An icon.
#[derive(Serialize)]
struct Picture {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
}

/// A page that the icon's menu leads to.
#[derive(Serialize)]
struct Shortcut {
    name: String,
    url: String,
}

/// `GET /fi/app.webmanifest`.
pub(super) async fn manifest(
    State(site): State<Site>,
    Reader(language): Reader,
) -> Result<Response, Fault> {
    let manifest = Manifest::new(&site.frame(language), &site);
    let written =
        serde_json::to_string(&manifest).map_err(|error| Fault::Internal(error.to_string()))?;
    let kind = HeaderValue::from_static("application/manifest+json");
    Ok(([(header::CONTENT_TYPE, kind)], written).into_response())
}

impl Manifest {
    fn new(frame: &Frame, site: &Site) -> Self {
        let (face, language, t) = (&site.config.face, frame.language, frame.t);
        let short_name = face.short_name.get(language);
        Self {
            // Who installed it in one language keeps that; another is another application.
            id: frame.home(),
            name: frame.site_name.clone(),
            short_name: short_name.map_or_else(|| t.get("app-name").into_owned(), str::to_owned),
            description: t.get("home-description").into_owned(),
            lang: language.code(),
            dir: "ltr",
            start_url: frame.home(),
            // The languages lead to each other.
            scope: "/",
            display: "standalone",
            theme_color: face.band().0,
            background_color: GROUND,
            icons: site.pwa.icons.iter().map(Picture::of).collect(),
            shortcuts: vec![
                Shortcut {
                    name: t.get("list-mine").into_owned(),
                    url: Address::MyList.path(language),
                },
                Shortcut {
                    name: t.get("header-search").into_owned(),
                    url: SearchAddress::default().path(language),
                },
            ],
        }
    }
}

impl Picture {
    fn of(icon: &Icon) -> Self {
        Self {
            src: icon.path.clone(),
            sizes: format!("{0}x{0}", icon.side),
            kind: "image/png",
            purpose: icon.purpose.name(),
        }
    }
}
