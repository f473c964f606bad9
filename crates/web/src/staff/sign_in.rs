//! Signing in and out.

use std::borrow::Cow;

use app::coordinator::{SignIn, sign_in, sign_out};
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::coordinator::{CoordinatorName, MOST_CHARACTERS, NameRefusal};

use super::extract::{cookie, coordinator, line, way_back};
use super::typed::Typed;
use crate::address::Address;
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::texts::Texts;
use crate::{Site, render};

/// The form.
#[derive(Template)]
#[template(path = "staff/sign-in.html")]
struct SignInPage {
    frame: Frame,
    name: String,
    most_characters: usize,
    /// Where it leads when they are in.
    back: String,
    /// The form that they sent without being in.
    typed: Option<Typed>,
    /// What became of what they sent.
    notice: Option<Cow<'static, str>>,
    heading: Cow<'static, str>,
    error: Option<FormError>,
}

/// What is to be mended, and in which field.
struct FormError {
    field: &'static str,
    text: String,
}

/// `GET /fi/kirjaudu`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    headers: HeaderMap,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    site.access()?;
    let frame = site.frame(language).around(Address::SignIn);
    let back = field(&parameters, "return").to_owned();
    if coordinator(&site, &headers).is_some() {
        let staff = Address::Staff.path(language);
        return Ok(Redirect::to(way_back(&back, &staff)).into_response());
    }
    Ok(render(&SignInPage::new(frame, "", &back, None, None)))
}

/// `POST /fi/kirjaudu`.
pub(super) async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    headers: HeaderMap,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let access = site.access()?;
    let (written, back, typed) = (field(&sent, "name"), field(&sent, "return"), Typed::sent(&sent));
    let t = Texts(language);
    let tried = match CoordinatorName::take(written) {
        Err(why) => Err(FormError::of_name(why, t)),
        Ok(name) => {
            let password = field(&sent, "password").trim().to_owned();
            match sign_in(&site.app, access, name, password, line(&headers)).await? {
                SignIn::In(line) => Ok(line),
                SignIn::Wrong => Err(FormError::of_password("sign-in-wrong", t)),
                SignIn::TooOften => Err(FormError::of_password("sign-in-too-often", t)),
            }
        }
    };
    match tried {
        Ok(line) => {
            let staff = Address::Staff.path(language);
            let mut response = match typed {
                Some(typed) => typed.page(site.frame(language).around(Address::SignIn)),
                None => Redirect::to(way_back(back, &staff)).into_response(),
            };
            let cookie = cookie(&site, &line).map(|cookie| (header::SET_COOKIE, cookie));
            response.headers_mut().extend(cookie);
            Ok(response)
        }
        Err(error) => {
            let frame = site.frame(language).around(Address::SignIn);
            Ok(render(&SignInPage::new(frame, written, back, typed, Some(error))))
        }
    }
}

/// `POST /fi/kirjaudu-ulos`.
pub(super) async fn leave(
    State(site): State<Site>,
    Reader(language): Reader,
    headers: HeaderMap,
) -> Response {
    let mut response = Redirect::to(&Address::Home.path(language)).into_response();
    let access = site.config.access.as_ref();
    let ended = line(&headers).and_then(|line| sign_out(access?, line));
    let cookie = cookie(&site, &ended.unwrap_or_default());
    response.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
    response
}

/// The page for one whose form came without a session: it goes along with the sign-in. Where it was a button's press
/// alone, they are led back to its page, to see what they press.
pub(crate) fn with_typed(frame: Frame, typed: Typed) -> Response {
    let frame = frame.around(Address::SignIn);
    let page = if typed.is_press() {
        let notice = Some(frame.t.get("sign-in-pressed"));
        let heading = frame.t.get("signed-out-title");
        let page = SignInPage::new(frame, "", typed.page_of_press(), None, None);
        SignInPage { notice, heading, ..page }
    } else {
        SignInPage::new(frame, "", "", Some(typed), None)
    };
    let mut response = render(&page);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn field<'a>(pairs: &'a [(String, String)], wanted: &str) -> &'a str {
    pairs.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str())
}

impl FormError {
    fn of_name(why: NameRefusal, t: Texts) -> Self {
        let text = match why {
            NameRefusal::Missing => t.get("sign-in-no-name"),
            NameRefusal::TooLong => t.count("sign-in-long-name", MOST_CHARACTERS),
        };
        Self { field: "name", text: text.into_owned() }
    }

    fn of_password(key: &str, t: Texts) -> Self {
        Self { field: "password", text: t.get(key).into_owned() }
    }
}

impl SignInPage {
    fn new(
        frame: Frame,
        name: &str,
        back: &str,
        typed: Option<Typed>,
        error: Option<FormError>,
    ) -> Self {
        let heading = if typed.is_some() { "signed-out-title" } else { "sign-in-heading" };
        Self {
            name: name.to_owned(),
            notice: typed.as_ref().map(|_| frame.t.get("sign-in-kept")),
            heading: frame.t.get(heading),
            typed,
            most_characters: MOST_CHARACTERS,
            back: back.to_owned(),
            error,
            frame,
        }
    }

    /// What is wrong in a field.
    fn error_of(&self, field: &str) -> Option<&str> {
        self.error.as_ref().filter(|error| error.field == field).map(|error| error.text.as_str())
    }
}
