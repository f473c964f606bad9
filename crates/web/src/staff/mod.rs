//! The coordinator's pages: who is let in, and what each of them has around it.

mod coverage;
mod dashboard;
mod events;
mod extract;
mod frame;
mod labels;
mod links;
mod partners;
mod quality;
mod sign_in;
mod tasks;
mod typed;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use domain::Language;

pub(crate) use extract::{SignedIn, coordinator, forgotten};
pub(crate) use frame::{StaffFrame, StaffPage};
pub(crate) use sign_in::with_typed;
pub(crate) use typed::Typed;

use crate::Site;
use crate::address::Word;
use crate::face::Module;

/// Every page of the coordinator in a language.
pub(crate) fn routes(site: &Site, language: Language) -> Router<Site> {
    let path = |word: Word| word.path(language);
    let sign_in = get(sign_in::page).post(sign_in::take);
    own(site, language)
        .route_layer(from_fn_with_state(site.clone(), typed::keep))
        .route(&path(Word::SignIn), sign_in.layer(DefaultBodyLimit::max(typed::WITH_SIGN_IN)))
        .route(&path(Word::SignOut), post(sign_in::leave))
        .route_layer(from_fn(unkept))
}

/// The pages of those who have signed in.
fn own(site: &Site, language: Language) -> Router<Site> {
    let path = |word: Word| word.path(language);
    let events = if site.has(Module::Events) { events::routes(language) } else { Router::new() };
    Router::new()
        .route(&path(Word::Coverage), get(coverage::page))
        .route(&format!("{}/{{file}}", path(Word::Coverage)), get(coverage::file))
        .route(&format!("{}/{{place}}/{{theme}}", path(Word::Coverage)), get(coverage::cell))
        .route(
            &format!("{}/{{place}}/{{theme}}/{{file}}", path(Word::Coverage)),
            get(coverage::cell_file),
        )
        .route(&path(Word::Quality), get(quality::page))
        .route(&format!("{}/{{file}}", path(Word::Quality)), get(quality::file))
        .route(&path(Word::Findings), get(quality::findings::page))
        .route(&format!("{}/{{file}}", path(Word::Findings)), get(quality::findings::file))
        .route(
            &format!("{}/{{kind}}/{{id}}", path(Word::Described)),
            get(quality::description::page),
        )
        .route(&path(Word::Tasks), get(tasks::page).post(tasks::make))
        .route(
            &format!("{}/{{id}}", path(Word::Tasks)),
            get(tasks::one::page).post(tasks::one::take),
        )
        .merge(dashboard::routes(language))
        .merge(links::routes(language))
        .merge(events)
        .merge(partners::routes(language))
}

/// Runs around these pages: nobody keeps what only the coordinator may see.
async fn unkept(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
