//! Which pages others may frame: none but the widget, and it only where the county named the site.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use crate::face::FramingSite;
use crate::guard::CONTENT_SECURITY_POLICY;

/// Lets the named sites, and our own page that shows it beforehand, frame a page. The older header that
/// says the same cannot name several sites; so it is left out, which [`without_older`] does.
pub(crate) fn framed(mut page: Response, sites: &[FramingSite]) -> Response {
    let mut ancestors = "frame-ancestors 'self'".to_owned();
    for site in sites {
        ancestors.push(' ');
        ancestors.push_str(site.source());
    }
    let policy = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", &ancestors);
    say(&mut page, &policy);
    page.extensions_mut().insert(MayBeFramed);
    page
}

/// Lets a page show the widget in a frame.
pub(crate) fn with_frames(mut page: Response) -> Response {
    say(&mut page, &format!("{CONTENT_SECURITY_POLICY}; frame-src 'self'"));
    page
}

/// The mark of a page that others may frame.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MayBeFramed;

/// Takes away the header that forbids every frame.
pub(crate) fn without_older(headers: &mut HeaderMap) {
    headers.remove(header::X_FRAME_OPTIONS);
}

fn say(page: &mut Response, policy: &str) {
    // Sites are letters, digits and a few signs only: a value that is none would leave the strictest.
    if let Ok(policy) = HeaderValue::from_str(policy) {
        page.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}
