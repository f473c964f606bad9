//! The worker behind the pages (`ui/worker/sw.mjs`), with what it needs to know of the site.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::Language;
use serde::Serialize;

use super::offline::OfflinePage;
use crate::Site;
use crate::address::{Address, Word};
use crate::assets;
use crate::config::WebConfig;
use crate::face::fingerprint;

/// The script, which begins with the name `SITE`.
const SCRIPT: &str = include!(concat!(env!("OUT_DIR"), "/worker.rs"));

/// What pages without a network are made of.
const FILES: [&str; 6] =
    ["site.css", "font-latin.woff2", "list.js", "copy.js", "offline.js", "icon.svg"];

/// What the worker knows of the site.
#[derive(Serialize)]
struct Told<'a> {
    /// Another one for other files or another page: then all is kept anew, and the old goes.
    version: String,
    assets: &'a [String],
    /// The page without a network, by language.
    offline: BTreeMap<&'static str, String>,
    usual: &'static str,
    /// Where the visitor's own list is.
    lists: Vec<String>,
    /// What the worker leaves alone: screens, which wait for the network by themselves.
    apart: Vec<String>,
}

/// The script of a site's worker.
pub(super) fn script(config: &Arc<WebConfig>) -> String {
    let face = &config.face;
    let in_all =
        |path: &dyn Fn(Language) -> String| face.languages.iter().copied().map(path).collect();
    let mut assets: Vec<String> = FILES.map(|name| assets::path(name).to_owned()).into();
    assets.extend(face.stylesheet_path().map(str::to_owned));
    assets.extend(face.logo_path().map(str::to_owned));
    let languages = face.languages.iter();
    let offline: BTreeMap<_, _> =
        languages.map(|one| (one.code(), Address::Offline.path(*one))).collect();
    let mut shown = assets.join("\n");
    for language in &face.languages {
        // A page that cannot be written is told of where it is asked for.
        shown.push_str(&OfflinePage::new(config, *language).render().unwrap_or_default());
    }
    let told = Told {
        version: fingerprint(shown.as_bytes()),
        assets: &assets,
        offline,
        usual: face.usual_language().code(),
        lists: in_all(&|language| Address::MyList.path(language)),
        apart: in_all(&|language| Word::Screen.path(language)),
    };
    // Texts and lists only: they can be written.
    let told = serde_json::to_string(&told).unwrap_or_default();
    format!("const SITE={told};{SCRIPT}")
}

/// `GET /sw.js`.
pub(crate) async fn serve(State(site): State<Site>) -> Response {
    let kind = HeaderValue::from_static("text/javascript; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], site.pwa.script.to_string()).into_response()
}
