//! Services, searched and one by one.

use app::catalogue::{Found, MatchKind, Reason, Sort};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Language;
use domain::catalogue::EntityKind;

use super::answer;
use super::model::{ChannelAnswer, Reference, ServiceAnswer, ServiceItem, ServicePage, texts};
use super::search::{FacetAnswer, Parameters, ReasonAnswer, needs};
use crate::Site;
use crate::fault::{Fault, Problem};
use crate::pages::entity_id;

/// The most services in one answer.
pub(super) const LIMIT: usize = 100;
/// The furthest that a list can be paged.
pub(super) const OFFSET_LIMIT: usize = 100_000;

pub(super) const fn default_limit() -> usize {
    20
}

/// Refuses a page that is too long or too far.
pub(super) const fn check_page(offset: usize, limit: usize) -> Result<(), Fault> {
    if limit == 0 || limit > LIMIT {
        return Err(Fault::BadRequest("limit must be 1 to 100"));
    }
    if offset > OFFSET_LIMIT {
        return Err(Fault::BadRequest("offset must be at most 100000: narrow the search"));
    }
    Ok(())
}

/// One of the interface's languages.
pub(super) fn language(code: &str) -> Result<Language, Fault> {
    let known = Language::from_code(code).filter(|known| Language::INTERFACE.contains(known));
    known.ok_or(Fault::BadRequest("lang must be fi, sv or en"))
}

/// Searches services.
#[utoipa::path(
    get,
    path = "/api/v1/services",
    operation_id = "searchServices",
    tag = "services",
    params(Parameters),
    responses(
        (status = 200, description = "A page of services", body = ServicePage),
        (status = 400, description = "A parameter has no meaning", body = Problem,
         content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(site): State<Site>,
    Query(parameters): Query<Parameters>,
) -> Result<Response, Fault> {
    let search = parameters.search()?;
    let explained = |reasons: &[Reason]| {
        search.with_reasons.then(|| reasons.iter().map(ReasonAnswer::from).collect())
    };
    let is_by_distance = search.sort == Sort::Distance;
    let results = app::catalogue::search(&site.app, &search).await?;
    answer(&ServicePage {
        total: results.total,
        offset: search.offset,
        limit: search.limit,
        widened: results.match_kind == MatchKind::MostWords,
        r#match: results.match_kind.into(),
        fits: results.fits(),
        needs: needs(&results),
        crisis: results.is_crisis,
        place: results.place.map(|place| place.code),
        from: results.from.filter(|_| is_by_distance).map(|place| place.code),
        items: results
            .services
            .iter()
            .map(|one| {
                let item = ServiceItem::from(&one.summary).found_by(explained(&one.reasons));
                item.at(one.distance.filter(|_| is_by_distance))
            })
            .collect(),
        themes: results.themes.iter().map(|(theme, count)| (theme.id, *count)).collect(),
        facets: FacetAnswer::from(&results.facets),
    })
}

/// Gives a service with its channels.
#[utoipa::path(
    get,
    path = "/api/v1/services/{id}",
    operation_id = "getService",
    tag = "services",
    params(("id" = String, Path, description = "PTV's id of the service")),
    responses(
        (status = 200, description = "The service", body = ServiceAnswer),
        (status = 404, description = "There is no such service", body = Problem,
         content_type = "application/problem+json"),
        (status = 410, description = "It is no longer offered", body = Problem,
         content_type = "application/problem+json"),
    )
)]
pub(super) async fn one(
    State(site): State<Site>,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let details = match app::catalogue::service(&site.app, &entity_id(&id)?).await? {
        Found::Offered(details) => details,
        Found::Gone(names) => return Err(Fault::Gone(EntityKind::Service, names)),
    };
    let organisations = details.organisations.iter();
    let channels = details.channels.iter();
    answer(&ServiceAnswer {
        service: &details.service,
        general_description: details.description.as_ref(),
        organisations: organisations
            .map(|(id, names)| Reference { id: id.to_string(), name: texts(names) })
            .collect(),
        channels: channels
            .map(|one| ChannelAnswer { channel: &one.channel, connection: &one.connection })
            .collect(),
        more_channels: details.has_more_channels,
    })
}
