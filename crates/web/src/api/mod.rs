//! The open API, version 1: the catalogue in our own model, for anybody to read.
//!
//! Names and texts are objects by language (`{"fi": "…", "sv": "…"}`). Fields are added within the
//! version, never taken away or given another meaning. Faults are problem documents (RFC 9457).

mod codes;
mod model;
mod organisations;
mod related;
mod search;
mod services;
mod suggestions;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Site;
use crate::fault::{Fault, Problem};

/// What stands at the head of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Tarjotin",
        description = "The services that support wellbeing, as the service tray shows them. \
                       The descriptions come from the Finnish Service Catalogue (Suomi.fi \
                       Palvelutietovaranto, CC0). Open to all, without a key.",
        license(name = "EUPL-1.2", url = "https://eupl.eu/1.2/en/")
    ),
    components(schemas(Problem)),
    tags(
        (name = "services", description = "Services"),
        (name = "organisations", description = "Organisations"),
        (name = "codes", description = "Code lists")
    )
)]
struct Head;

/// How long an answer may be kept, in seconds: the catalogue changes a few times a day.
const KEPT: &str = "public, max-age=300";

/// The API's routes, and the document that describes them.
pub(crate) fn routes() -> Router<Site> {
    let (router, document) = described();
    let written = serde_json::to_string(&document).unwrap_or_default();
    router
        .route("/api/v1/openapi.json", get(move || async move { openapi(written.clone()) }))
        .route("/api/{*rest}", get(|| async { Fault::NotFound }))
}

fn described() -> (Router<Site>, Document) {
    OpenApiRouter::with_openapi(Head::openapi())
        .routes(routes!(services::list))
        .routes(routes!(services::one))
        .routes(routes!(related::list))
        .routes(routes!(suggestions::list))
        .routes(routes!(organisations::one))
        .routes(routes!(codes::list))
        .split_for_parts()
}

fn openapi(written: String) -> Response {
    let json = HeaderValue::from_static("application/json");
    let kept = HeaderValue::from_static(KEPT);
    ([(header::CONTENT_TYPE, json), (header::CACHE_CONTROL, kept)], written).into_response()
}

/// An answer that may be kept for a while.
fn answer<T: Serialize>(value: &T) -> Result<Response, Fault> {
    let body = serde_json::to_vec(value).map_err(|error| Fault::Internal(error.to_string()))?;
    let json = HeaderValue::from_static("application/json");
    let kept = HeaderValue::from_static(KEPT);
    Ok(([(header::CONTENT_TYPE, json), (header::CACHE_CONTROL, kept)], body).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_openapi_document_is_as_it_was_agreed() {
        let mut document = serde_json::to_value(described().1).unwrap();
        document["info"]["version"] = "of the release".into();
        insta::assert_json_snapshot!(document);
    }

    #[test]
    fn every_operation_has_an_id_of_its_own() {
        let document = serde_json::to_value(described().1).unwrap();
        let paths = document["paths"].as_object().unwrap();
        let ids: Vec<&str> = paths
            .values()
            .flat_map(|path| path.as_object().unwrap().values())
            .map(|operation| operation["operationId"].as_str().unwrap())
            .collect();
        let different: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(different.len(), ids.len(), "{ids:?}");
    }
}
