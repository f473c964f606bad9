//! What was typed into a form that came after the session's end: it goes with the sign-in page, and comes back from there
//! to be sent again. Nothing of it is kept here, and no address or log has it.

use std::borrow::Cow;

use askama::Template;
use axum::extract::{Form, FromRequest, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;

use super::StaffPage;
use super::extract::coordinator;
use super::labels::{self, label};
use crate::address::Address;
use crate::fault::Fault;
use crate::frame::Frame;
use crate::texts::Texts;
use crate::{BODY_LIMIT, Site, render, visit};

/// The field that names where the form goes.
const AGAIN: &str = "again";
/// What the names of its own fields begin with on the sign-in page.
const PREFIX: &str = "typed-";
/// The fields of which nobody writes or sees the value: what buttons say, and what goes along hidden.
const UNSEEN: [&str; 12] = [
    "came", "code", "deed", "entity", "feedback", "field", "material", "renew", "revoke", "rule",
    "seen", "subject",
];
/// The choices that stand beside a button.
const BESIDE: [&str; 4] = ["kind", "language", "validity", "watch"];
/// The largest form of the sign-in page: the largest form that it may bring along, whose fields have longer names here.
pub(super) const WITH_SIGN_IN: usize = 4 * BODY_LIMIT;

/// A form that was not taken.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Typed {
    /// Where it goes.
    again: String,
    /// The page on which it was, where the browser said so.
    from: Option<String>,
    /// The names and values of its fields.
    fields: Vec<(String, String)>,
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Typed")
    }
}

/// Runs around the forms of the coordinator's pages: one that comes without a session is not taken, and not lost either,
/// unless it is too large or has a file.
pub(super) async fn keep(
    State(site): State<Site>,
    request: Request,
    next: Next,
) -> Result<Response, Fault> {
    let is_taken = request.method().is_safe()
        || site.config.access.is_none()
        || coordinator(&site, request.headers()).is_some();
    if is_taken {
        return Ok(next.run(request).await);
    }
    let again = visit::local(request.uri().path()).map(str::to_owned);
    let from = referring(request.headers());
    let form = Form::<Vec<(String, String)>>::from_request(request, &site).await;
    let typed = again.zip(form.ok()).map(|(again, Form(fields))| Typed { again, from, fields });
    Err(Fault::SignedOut(typed))
}

/// The page of ours from which a form comes; forms of others come no further than the door.
fn referring(headers: &HeaderMap) -> Option<String> {
    let (_, rest) = headers.get(header::REFERER)?.to_str().ok()?.split_once("://")?;
    visit::local(&rest[rest.find('/')?..]).map(str::to_owned)
}

impl Typed {
    /// What the sign-in page brought along.
    pub(super) fn sent(sent: &[(String, String)]) -> Option<Self> {
        let (_, again) = sent.iter().find(|(name, _)| name == AGAIN)?;
        let own = |(name, value): &(String, String)| {
            Some((name.strip_prefix(PREFIX)?.to_owned(), value.clone()))
        };
        let fields = sent.iter().filter_map(own).collect();
        Some(Self { again: visit::local(again)?.to_owned(), from: None, fields })
    }

    /// Whether it is a button's press alone: nothing in it would be lost.
    pub(super) fn is_press(&self) -> bool {
        // A form for one finding or report, or with a button's own deed, has choices beside the button at most.
        self.seen().all(|(name, _)| BESIDE.contains(&name)) && self.fields.iter().any(is_unseen)
    }

    /// The page to go back to in order to press again.
    pub(super) fn page_of_press(&self) -> &str {
        self.from.as_deref().unwrap_or(&self.again)
    }

    /// What was written and chosen: names and values.
    fn seen(&self) -> impl Iterator<Item = (&str, &str)> {
        let seen = self.fields.iter().filter(|one| !is_unseen(one) && !one.1.is_empty());
        seen.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The same as the form's page says it: labels and words.
    pub(super) fn told(&self, t: Texts) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        let page = StaffPage::of(&self.again, t.0);
        self.seen().map(move |(name, value)| (label(page, name, t), labels::value(name, value, t)))
    }

    /// The page that it is of, as the navigation names it.
    pub(super) fn name(&self, t: Texts) -> Option<Cow<'static, str>> {
        Some(StaffPage::of(&self.again, t.0)?.name(t))
    }

    /// The fields with which the sign-in page brings it along.
    pub(super) fn hidden(&self) -> Vec<(String, &str)> {
        let fields = self.fields.iter();
        let named = fields.map(|(name, value)| (format!("{PREFIX}{name}"), value.as_str()));
        std::iter::once((AGAIN.to_owned(), self.again.as_str())).chain(named).collect()
    }

    /// The page from which it is sent again.
    pub(super) fn page(self, frame: Frame) -> Response {
        render(&TypedPage { staff: Address::Staff.path(frame.language), typed: self, frame })
    }
}

fn is_unseen((name, _): &(String, String)) -> bool {
    UNSEEN.contains(&name.as_str())
}

/// The page from which a form is sent again.
#[derive(Template)]
#[template(path = "staff/typed.html")]
struct TypedPage {
    frame: Frame,
    typed: Typed,
    /// Where one goes who does not send it.
    staff: String,
}
