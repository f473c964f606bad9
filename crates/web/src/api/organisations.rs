//! Organisations, one by one.

use app::catalogue::Found;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Language;
use domain::catalogue::EntityKind;
use serde::Deserialize;
use utoipa::IntoParams;

use super::answer;
use super::model::{OrganisationAnswer, Reference};
use super::services::{check_page, default_limit, language};
use crate::Site;
use crate::fault::{Fault, Problem};
use crate::pages::entity_id;

/// Which of its services are given.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Parameters {
    /// The language by whose names the services are ordered: `fi`, `sv` or `en`.
    lang: Option<String>,
    /// How many services to pass over.
    #[serde(default)]
    offset: usize,
    /// How many services to give.
    #[serde(default = "default_limit")]
    #[param(minimum = 1, maximum = 100, default = 20)]
    limit: usize,
}

/// Gives an organisation with its services.
#[utoipa::path(
    get,
    path = "/api/v1/organisations/{id}",
    operation_id = "getOrganisation",
    tag = "organisations",
    params(("id" = String, Path, description = "PTV's id of the organisation"), Parameters),
    responses(
        (status = 200, description = "The organisation", body = OrganisationAnswer),
        (status = 404, description = "There is no such organisation", body = Problem,
         content_type = "application/problem+json"),
        (status = 410, description = "It is no longer there", body = Problem,
         content_type = "application/problem+json"),
    )
)]
pub(super) async fn one(
    State(site): State<Site>,
    Path(id): Path<String>,
    Query(Parameters { lang, offset, limit }): Query<Parameters>,
) -> Result<Response, Fault> {
    check_page(offset, limit)?;
    let id = entity_id(&id)?;
    let language = lang.map_or(Ok(Language::Fi), |code| language(&code))?;
    let found = app::catalogue::organisation(&site.app, &id, language, offset, limit).await?;
    let details = match found {
        Found::Offered(details) => details,
        Found::Gone(names) => return Err(Fault::Gone(EntityKind::Organisation, names)),
    };
    answer(&OrganisationAnswer {
        organisation: &details.organisation,
        parent: details.parent.as_ref().map(Reference::from),
        parts: details.parts.iter().map(Reference::from).collect(),
        total: details.total,
        offset,
        limit,
        services: details.services.iter().map(Reference::from).collect(),
    })
}
