//! The visitor's own list: its page, and the one address to which every button of a list goes.

mod card;
pub(crate) mod give;

use app::catalogue::ListedService;
use app::my_list::{Deed, Kept, ids};
use askama::Template;
use axum::extract::{Form, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use domain::catalogue::EntityId;
use domain::my_list::Move;

use crate::address::Address;
use crate::face::Module;
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pwa::may_be_kept_offline;
use crate::view::leave::{Leave, is_unkept, unkept_if};
use crate::view::text::moment;
use crate::visit::{self, local};
use crate::{Site, render};

pub(crate) use card::ListedCard;
use give::GiveForm;

/// The list.
#[derive(Template)]
#[template(path = "my-list.html")]
struct MyListPage {
    frame: Frame,
    cards: Vec<ListedCard>,
    leave: Option<Leave>,
    give: GiveForm,
    /// Whether lists can be given.
    has_sharing: bool,
    /// What a copy of the page says of itself where there is no network.
    offline_note: String,
    /// The list as a PDF.
    pdf: String,
}

/// `GET /fi/oma-lista`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
) -> Result<Response, Fault> {
    let frame = site.frame(language).around(Address::MyList);
    let form = GiveForm::new(&frame);
    let page = with_form(&site, frame, form).await?;
    let has_services = !visit::current().kept.list.ids().is_empty();
    Ok(if has_services && !is_unkept(&page) { may_be_kept_offline(page) } else { page })
}

/// The list's page around a form to give it, filled in or not.
async fn with_form(site: &Site, frame: Frame, give: GiveForm) -> Result<Response, Fault> {
    let list = &visit::current().kept.list;
    let services = app::catalogue::services(&site.app, list.ids()).await?;
    let cards = ListedCard::all(&services, site.today(), frame.t);
    let pdf = Address::Leaflet(None).path(frame.language);
    let is_discreet = services.iter().any(ListedService::is_discreet);
    let leave = Leave::if_needed(is_discreet, &site.config.leave, frame.language);
    let seen = moment(site.app.now(), frame.language);
    let offline_note = frame.t.name("offline-note", seen).into_owned();
    let has_sharing = site.has(Module::Sharing);
    let page = render(&MyListPage { frame, cards, leave, give, has_sharing, offline_note, pdf });
    Ok(unkept_if(is_discreet, page))
}

/// `POST /fi/oma-lista`: does what the pressed button says, then leads back to where it was pressed.
pub(crate) async fn change(
    State(site): State<Site>,
    Reader(language): Reader,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let field = |wanted: &str| {
        let found = fields.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str())
    };
    let mut kept = visit::current().kept.clone();
    let deed = fields.iter().find_map(|(name, value)| deed(name, value));
    let place = deed.as_ref().and_then(Deed::service).map(|id| format!("#l-{id}"));
    kept.change = None;
    if let Some(deed) = deed {
        kept.apply(deed);
    }
    let own = Address::MyList.path(language);
    let back = field("return").and_then(local).unwrap_or(&own);
    kept_at(&site, &kept, &format!("{back}{}", place.unwrap_or_default()))
}

/// Lets the visitor keep a list and leads on.
pub(crate) fn kept_at(site: &Site, kept: &Kept, address: &str) -> Response {
    let mut response = Redirect::to(address).into_response();
    let cookie = visit::cookie(site, kept);
    response.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
    response
}

/// What a button of the list's form asks for.
fn deed(name: &str, value: &str) -> Option<Deed> {
    let id = || EntityId::new(value).ok();
    match name {
        "add" => id().map(Deed::Add),
        "up" => id().map(|id| Deed::Move(id, Move::Up)),
        "down" => id().map(|id| Deed::Move(id, Move::Down)),
        "remove" => Some(Deed::Remove(ids(value))),
        "restore" => {
            let (place, row) = value.split_once('.')?;
            Some(Deed::Restore(place.parse().ok()?, ids(row)))
        }
        "clear" => Some(Deed::Clear),
        _ => None,
    }
}
