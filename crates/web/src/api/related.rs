//! Services that go with a service.

use app::catalogue::{Found, RelatedReason, RelatedSearch, RelatedService};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Language;
use domain::catalogue::EntityKind;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer;
use super::model::ServiceItem;
use super::services::language;
use crate::Site;
use crate::fault::{Fault, Problem};
use crate::pages::entity_id;

/// The most services in one answer.
const LIMIT: usize = 20;

/// In which language, and how many.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Parameters {
    /// The language whose texts are preferred and in which needs are called: `fi`, `sv` or `en`.
    lang: Option<String>,
    /// How many to give.
    #[serde(default = "default_limit")]
    #[param(minimum = 1, maximum = 20, default = 4)]
    limit: usize,
}

const fn default_limit() -> usize {
    4
}

/// Services that go with a service, the best first.
#[derive(Serialize, ToSchema)]
pub(super) struct RelatedAnswer {
    /// The services; none when none fits.
    items: Vec<RelatedItem>,
}

/// A service that goes with another.
#[derive(Serialize, ToSchema)]
struct RelatedItem {
    /// The service.
    service: ServiceItem,
    /// Why it is offered.
    reason: RelatedReasonAnswer,
}

/// Why a service is offered beside another.
#[derive(Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum RelatedReasonAnswer {
    /// Lists hold both.
    UsedTogether {
        /// How many.
        lists: u32,
    },
    /// Both answer a need.
    SharedNeed {
        /// What it is called.
        need: String,
    },
    /// Both are about something.
    SharedWord {
        /// Its base form.
        word: String,
    },
    /// Both have a service class.
    SharedClass {
        /// Its code.
        code: String,
    },
    /// Both are for a target group.
    SharedGroup {
        /// Its code.
        code: String,
    },
    /// They are near in meaning.
    NearInMeaning,
    /// It is of another theme, and goes with the service by what they have in common.
    OtherTheme {
        /// The theme's id.
        theme: String,
        /// What they have in common.
        #[schema(no_recursion)]
        shared: Box<RelatedReasonAnswer>,
    },
}

impl From<&RelatedReason> for RelatedReasonAnswer {
    fn from(reason: &RelatedReason) -> Self {
        match reason {
            RelatedReason::UsedTogether { lists } => Self::UsedTogether { lists: *lists },
            RelatedReason::SharedNeed { need } => Self::SharedNeed { need: (*need).to_owned() },
            RelatedReason::SharedWord { word } => Self::SharedWord { word: word.clone() },
            RelatedReason::SharedClass { code } => Self::SharedClass { code: code.clone() },
            RelatedReason::SharedGroup { code } => Self::SharedGroup { code: (*code).to_owned() },
            RelatedReason::NearInMeaning => Self::NearInMeaning,
            RelatedReason::OtherTheme { theme, shared } => Self::OtherTheme {
                theme: (*theme).to_owned(),
                shared: Box::new(Self::from(shared.as_ref())),
            },
        }
    }
}

impl From<&RelatedService> for RelatedItem {
    fn from(one: &RelatedService) -> Self {
        Self { service: ServiceItem::from(&one.summary), reason: (&one.reason).into() }
    }
}

/// Gives services that go with a service.
#[utoipa::path(
    get,
    path = "/api/v1/services/{id}/related",
    operation_id = "getRelatedServices",
    tag = "services",
    params(("id" = String, Path, description = "PTV's id of the service"), Parameters),
    responses(
        (status = 200, description = "The services, each with the reason", body = RelatedAnswer),
        (status = 400, description = "A parameter has no meaning", body = Problem,
         content_type = "application/problem+json"),
        (status = 404, description = "There is no such service", body = Problem,
         content_type = "application/problem+json"),
        (status = 410, description = "It is no longer offered", body = Problem,
         content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(site): State<Site>,
    Path(id): Path<String>,
    Query(Parameters { lang, limit }): Query<Parameters>,
) -> Result<Response, Fault> {
    if limit == 0 || limit > LIMIT {
        return Err(Fault::BadRequest("limit must be 1 to 20"));
    }
    let language = lang.map_or(Ok(Language::Fi), |code| language(&code))?;
    let search = RelatedSearch { id: &entity_id(&id)?, language, county: site.county(), limit };
    match app::catalogue::related(&site.app, &search).await? {
        Found::Offered(related) => {
            answer(&RelatedAnswer { items: related.iter().map(RelatedItem::from).collect() })
        }
        Found::Gone(names) => Err(Fault::Gone(EntityKind::Service, names)),
    }
}
