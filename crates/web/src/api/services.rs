//! Services, searched and one by one.

use app::catalogue::{Fit, Found, Search};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Language;
use domain::catalogue::{EntityId, EntityKind};
use domain::reference::{municipality, theme};
use serde::Deserialize;
use utoipa::IntoParams;

use super::answer;
use super::model::{ChannelAnswer, Reference, ServiceAnswer, ServiceItem, ServicePage, texts};
use crate::Site;
use crate::address::WORDS_LIMIT;
use crate::fault::{Fault, Problem};
use crate::pages::entity_id;

/// The most services in one answer.
pub(super) const LIMIT: usize = 100;
/// The furthest that a list can be paged.
pub(super) const OFFSET_LIMIT: usize = 100_000;

/// What is looked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Parameters {
    /// Words, at most 200 characters; without them everything is listed in order of name.
    #[serde(default)]
    q: String,
    /// A municipality's code, e.g. 529: services for people there.
    municipality: Option<String>,
    /// A theme's id, e.g. `exercise` (see `/api/v1/codes/themes`).
    theme: Option<String>,
    /// The id of the responsible organisation.
    organisation: Option<String>,
    /// The language whose texts are preferred: `fi`, `sv` or `en`.
    lang: Option<String>,
    /// How many to pass over.
    #[serde(default)]
    #[param(maximum = 100_000)]
    offset: usize,
    /// How many to give.
    #[serde(default = "default_limit")]
    #[param(minimum = 1, maximum = 100, default = 20)]
    limit: usize,
}

pub(super) const fn default_limit() -> usize {
    20
}

impl Parameters {
    fn search(self) -> Result<Search, Fault> {
        if self.q.chars().count() > WORDS_LIMIT {
            return Err(Fault::BadRequest("q must have at most 200 characters"));
        }
        check_page(self.offset, self.limit)?;
        let unknown_place = Fault::BadRequest("municipality must be a municipality's code");
        let unknown_theme = Fault::BadRequest("theme must be a theme's id");
        let no_id = Fault::BadRequest("organisation must be an id");
        Ok(Search {
            words: self.q,
            municipality: self
                .municipality
                .map(|code| municipality(&code).map(|place| place.code).ok_or(unknown_place))
                .transpose()?,
            theme: self.theme.map(|id| theme(&id).ok_or(unknown_theme)).transpose()?,
            organisation: self
                .organisation
                .map(|id| EntityId::new(id.to_lowercase()).map_err(|_| no_id))
                .transpose()?,
            language: self.lang.map(|code| language(&code)).transpose()?,
            offset: self.offset,
            limit: self.limit,
        })
    }
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
    let results = app::catalogue::search(&site.app, &search).await?;
    answer(&ServicePage {
        total: results.total,
        offset: search.offset,
        limit: search.limit,
        widened: results.fit == Fit::Widened,
        place: results.place.map(|place| place.code),
        items: results.services.iter().map(ServiceItem::from).collect(),
        themes: results.themes.iter().map(|(theme, count)| (theme.id, *count)).collect(),
    })
}

/// Gives a service with its channels.
#[utoipa::path(
    get,
    path = "/api/v1/services/{id}",
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
