//! Health: whether the process lives, and whether it can serve.

use axum::extract::State;
use axum::http::StatusCode;

use crate::Site;

/// `GET /healthz`: the process answers.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the database answers too.
pub(crate) async fn ready(State(site): State<Site>) -> Result<&'static str, StatusCode> {
    match site.app.database().begin().await {
        Ok(_) => Ok("ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            Err(StatusCode::SERVICE_UNAVAILABLE)
        }
    }
}
