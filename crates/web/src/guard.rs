//! What holds for every request: a time limit, an id, the error pages, the headers, the log line.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::Site;
use crate::ease::Ease;
use crate::face::Module;
use crate::fault::{Fault, SaysItself};
use crate::framing::{self, MayBeFramed};
use crate::language;
use crate::pages::widget;

/// Only what we serve ourselves; no script within a page, and none that makes markup out of text. The one trusted type
/// is the address of the worker behind the pages (`ui/scripts/offline.mjs`).
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; \
     style-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types worker";

/// The type of a page.
pub(crate) const PAGE: &str = "text/html; charset=utf-8";

/// The referrer policy of a page whose address is a key: to no other site is it told, but to ours; without it, browsers would not say either that our
/// forms are sent from our own page.
pub(crate) const ONLY_TO_US: HeaderValue = HeaderValue::from_static("same-origin");

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Runs around every route.
pub(crate) async fn guard(State(site): State<Site>, request: Request, next: Next) -> Response {
    Ease::of(request.headers()).around(answer(site, request, next)).await
}

async fn answer(site: Site, request: Request, next: Next) -> Response {
    let (started, request_id) = (Instant::now(), site.app.new_id());
    let path = request.uri().path();
    let is_api = path.starts_with("/api/");
    let is_widget = site.has(Module::Widget) && widget::is_at(path);
    let language = language::of_path(path)
        .or_else(|| language::preferred(request.headers()))
        .filter(|language| site.config.face.languages.contains(language))
        .unwrap_or_else(|| site.config.face.usual_language());
    let route = request.extensions().get::<MatchedPath>().map(|route| route.as_str().to_owned());
    let method = request.method().clone();

    let answer = tokio::time::timeout(site.config.time_limit, next.run(request)).await;
    let mut response = answer.unwrap_or_else(|_| Fault::Unavailable.into_response());
    let fault = response.extensions_mut().remove::<Fault>();
    let says_itself = response.extensions_mut().remove::<SaysItself>().is_some();
    let of_status = || Fault::of_status(response.status()).filter(|_| !says_itself);
    if let Some(fault) = fault.or_else(of_status) {
        if let Fault::Internal(reason) = &fault {
            tracing::error!(request_id, reason, "a request failed");
        }
        response = if is_api {
            fault.problem(&request_id)
        } else if is_widget {
            widget::fault(&site, language, &fault)
        } else {
            fault.page(site.frame(language), &request_id)
        };
    }
    let may_be_framed = response.extensions_mut().remove::<MayBeFramed>().is_some();
    add_headers(response.headers_mut(), is_api);
    if may_be_framed {
        framing::without_older(response.headers_mut());
    }
    // No address, no query, no user agent: they would tell who looked for what.
    tracing::info!(
        request_id,
        %method,
        route = route.as_deref().unwrap_or("none"),
        status = response.status().as_u16(),
        milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "answered"
    );
    response
}

/// Runs around the pages and the API, but not around the assets and the health checks: when more
/// comes than the machine can do, the rest is told so at once, so that what is under way is answered
/// in good time and the memory has a bound.
pub(crate) async fn take_turn(
    State(site): State<Site>,
    request: Request,
    next: Next,
) -> Result<Response, Fault> {
    let _turn = site.turns.try_acquire().map_err(|_| Fault::Busy)?;
    Ok(next.run(request).await)
}

fn add_headers(headers: &mut HeaderMap, is_api: bool) {
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    if is_api {
        let anybody = HeaderValue::from_static("*");
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, anybody);
        let open = HeaderValue::from_static("cross-origin");
        headers.insert(HeaderName::from_static("cross-origin-resource-policy"), open);
    }
}

/// What is answered when a handler panics.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
pub(crate) fn panicked(payload: Box<dyn std::any::Any + Send>) -> Response {
    let reason = payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("a panic");
    Fault::Internal(reason.to_owned()).into_response()
}
