//! A missing service is reported: one press of a button, without any text of one's own.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::{Redirect, Response};
use domain::search_gap::{Gap, GapKind};

use crate::address::{Address, SearchAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::{Site, render};

/// The thanks for a report.
#[derive(Template)]
#[template(path = "report.html")]
struct ThanksPage {
    frame: Frame,
}

/// `POST /fi/ilmoita-puute`: counts the search that found nothing, then leads to the thanks, so that
/// going back and forth reports nothing anew.
pub(crate) async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Redirect, Fault> {
    let search = SearchAddress::read(&fields);
    let gap = Gap {
        kind: GapKind::Reported,
        text: &search.words,
        language,
        municipality: search.municipality,
    };
    app::search_gap::record(&site.app, &gap).await?;
    Ok(Redirect::to(&Address::Report.path(language)))
}

/// `GET /fi/ilmoita-puute`.
pub(crate) async fn thanks(State(site): State<Site>, Reader(language): Reader) -> Response {
    render(&ThanksPage { frame: site.frame(language).around(Address::Report) })
}
