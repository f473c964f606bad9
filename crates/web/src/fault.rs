//! What a request can end in when it does not end in what was asked: one list for pages and API.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::Localized;
use domain::catalogue::EntityKind;
use serde::Serialize;

use crate::frame::Frame;
use crate::guard::ONLY_TO_US;
use crate::pages::error::ErrorPage;
use crate::render;
use crate::staff::{self, Typed};

/// After how many seconds it is worth asking again.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("5");
/// The same where a minute's number is full.
const RETRY_IN_A_MINUTE: HeaderValue = HeaderValue::from_static("60");
/// The same where a day's number is full: an hour.
const RETRY_LATER: HeaderValue = HeaderValue::from_static("3600");

/// In a response's extensions: it says itself, in a page of its own, why it is not what was asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SaysItself;

/// The page of a form that is worth sending again in a minute, with what was written still in it.
pub(crate) fn again_in_a_minute(page: Response) -> Response {
    again(page, RETRY_IN_A_MINUTE)
}

/// The page of a form that is taken again when a day's number is no longer full, with what was written still in it.
pub(crate) fn again_later(page: Response) -> Response {
    again(page, RETRY_LATER)
}

fn again(mut page: Response, after: HeaderValue) -> Response {
    *page.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    page.headers_mut().insert(header::RETRY_AFTER, after);
    page.extensions_mut().insert(SaysItself);
    page
}

/// Why the request was not answered. It travels in the response's extensions to the guard, which
/// knows the language and makes the page or the problem document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There is nothing at the address.
    NotFound,
    /// A thing of this kind was here, under these names, and is no longer offered.
    Gone(EntityKind, Localized),
    /// There is no shared list under the code; or there was one, until it expired.
    NoList {
        /// Whether there was one.
        has_expired: bool,
    },
    /// A provider's link leads nowhere: unknown, expired or revoked, which is not told apart.
    NoProviderLink,
    /// The request has no meaning; the text says why, in English, for the API.
    BadRequest(&'static str),
    /// The method is not one for this address.
    MethodNotAllowed,
    /// Whoever asks may not.
    Forbidden,
    /// This site has no sign-in.
    NoSignIn,
    /// Who sent a form of the coordinator's is not signed in, or no longer; with what they typed, unless it is too large.
    SignedOut(Option<Typed>),
    /// A form was sent from another site's page.
    ForeignForm,
    /// The database or the time ran out.
    Unavailable,
    /// As many are being answered as the machine can do at once.
    Busy,
    /// As many lists were given as in a day.
    ManyLists,
    /// A list has more to say than fits on a leaflet.
    LongList,
    /// A fault of ours; the text is logged.
    Internal(String),
}

impl Fault {
    pub(crate) const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound
            | Self::NoSignIn
            | Self::NoProviderLink
            | Self::NoList { has_expired: false } => StatusCode::NOT_FOUND,
            Self::Gone(..) | Self::NoList { has_expired: true } => StatusCode::GONE,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::LongList => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Forbidden | Self::SignedOut(_) | Self::ForeignForm => StatusCode::FORBIDDEN,
            Self::Unavailable | Self::Busy | Self::ManyLists => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What a bare status of the framework's means.
    pub(crate) fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            status if status.is_client_error() => {
                Self::BadRequest("the request was not understood")
            }
            status if status.is_server_error() => Self::Internal(status.to_string()),
            _ => return None,
        })
    }

    /// The fault's stable word: the end of the API's problem type, the start of the pages' keys.
    pub(crate) const fn word(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Gone(..) => "gone",
            Self::NoList { .. } => "no-list",
            Self::NoProviderLink => "no-provider-link",
            Self::BadRequest(_) | Self::MethodNotAllowed => "bad-request",
            Self::Forbidden => "forbidden",
            Self::NoSignIn => "no-sign-in",
            Self::SignedOut(_) => "signed-out",
            Self::ForeignForm => "foreign-form",
            Self::Unavailable => "unavailable",
            Self::Busy => "busy",
            Self::ManyLists => "many-lists",
            Self::LongList => "long-list",
            Self::Internal(_) => "internal",
        }
    }

    /// The fault as a page with ways onward.
    pub(crate) fn page(&self, frame: Frame, request_id: &str) -> Response {
        let mut response = match self {
            Self::SignedOut(Some(typed)) => staff::with_typed(frame, typed.clone()),
            _ => render(&ErrorPage::new(frame, self, request_id)),
        };
        self.head(&mut response);
        response
    }

    /// Gives a response the fault's status, and the headers that belong to it: of what passes by itself,
    /// the word when to try again.
    pub(crate) fn head(&self, response: &mut Response) {
        *response.status_mut() = self.status();
        if self.status() == StatusCode::SERVICE_UNAVAILABLE {
            let later = if *self == Self::ManyLists { RETRY_LATER } else { RETRY_AFTER };
            response.headers_mut().insert(header::RETRY_AFTER, later);
        }
        if *self == Self::NoProviderLink {
            *response = crate::pages::provider::secret(std::mem::take(response));
        }
        if matches!(self, Self::NoList { .. }) {
            // The code may be one letter from a right one.
            response.headers_mut().insert(header::REFERRER_POLICY, ONLY_TO_US);
        }
    }

    /// The fault as a problem document (RFC 9457).
    pub(crate) fn problem(&self, request_id: &str) -> Response {
        let status = self.status();
        let problem = Problem {
            r#type: format!("/api/v1/problems/{}", self.word()),
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            status: status.as_u16(),
            detail: match self {
                Self::BadRequest(reason) => Some((*reason).to_owned()),
                _ => None,
            },
            request_id: request_id.to_owned(),
        };
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = Response::new(Body::from(body));
        self.head(&mut response);
        let json = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        response
    }
}

/// A problem document (RFC 9457).
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Problem {
    /// What kind of problem it is.
    r#type: String,
    /// The status in words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What is wrong with the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// The request's id, to be named when reporting the problem.
    request_id: String,
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<app::Error> for Fault {
    fn from(error: app::Error) -> Self {
        match error {
            app::Error::NotFound => Self::NotFound,
            app::Error::Forbidden => Self::Forbidden,
            app::Error::Unavailable(reason) => {
                tracing::warn!(reason, "unavailable");
                Self::Unavailable
            }
            app::Error::TooMuch(reason) => {
                tracing::warn!(reason, "too much at once");
                Self::Busy
            }
            other => Self::Internal(other.to_string()),
        }
    }
}
