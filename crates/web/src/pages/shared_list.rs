//! A list that somebody was given: read by its code, in the receiver's language.

use app::catalogue::ListedService;
use app::my_list::Deed;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use domain::Language;
use domain::shared_list::{Note, SharedList};
use jiff::SignedDuration;

use crate::address::Address;
use crate::fault::Fault;
use crate::frame::Frame;
use crate::guard::ONLY_TO_US;
use crate::language::Reader;
use crate::pages::my_list::give::there;
use crate::pages::my_list::{ListedCard, kept_at};
use crate::texts::Texts;
use crate::view::leave::{Leave, unkept_if};
use crate::view::qr::Qr;
use crate::view::text::{date, finnish_date};
use crate::visit;
use crate::{Site, render};

/// A shared list.
#[derive(Template)]
#[template(path = "shared-list.html")]
struct SharedListPage {
    frame: Frame,
    leave: Option<Leave>,
    leaflet: Leaflet,
    /// The list as a PDF.
    pdf: String,
    /// Where the list is taken as one's own.
    action: String,
    /// Whether there is something on the visitor's own list already.
    has_own: bool,
}

/// A shared list as its receiver reads it, on the screen and on paper.
pub(crate) struct Leaflet {
    pub(crate) t: Texts,
    /// Whether one of its services is discreet.
    pub(crate) is_discreet: bool,
    pub(crate) cards: Vec<ListedCard>,
    pub(crate) note: Option<String>,
    /// The language that the note may be in, where it is not the leaflet's.
    pub(crate) note_language: Option<&'static str>,
    pub(crate) until: String,
    pub(crate) created: String,
    pub(crate) address: String,
    pub(crate) qr: Option<Qr>,
}

impl Leaflet {
    /// The leaflet of a list in a language, with its address at a site.
    pub(crate) async fn of(
        site: &Site,
        list: &SharedList,
        language: Language,
        origin: &str,
    ) -> Result<Self, Fault> {
        let t = Texts(language);
        let services = app::catalogue::services(&site.app, list.services.ids()).await?;
        let address = format!("{origin}{}", Address::short(&list.code));
        Ok(Self {
            is_discreet: services.iter().any(ListedService::is_discreet),
            cards: ListedCard::all(&services, site.today(), t),
            note: list.note.as_ref().map(|note: &Note| note.as_str().to_owned()),
            note_language: (list.language != language).then(|| list.language.code()),
            until: until(list, language),
            created: date(finnish_date(list.created), language),
            // A path alone leads nowhere from paper.
            qr: Qr::new(&address).filter(|_| !origin.is_empty()),
            address,
            t,
        })
    }
}

/// `GET /l/{code}`: in the receiver's language, where the site has it; another county's may have more.
pub(crate) async fn short(
    State(site): State<Site>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let list = there(&site, &code).await?;
    let face = &site.config.face;
    let language = Some(list.language).filter(|language| face.languages.contains(language));
    let language = language.unwrap_or_else(|| face.usual_language());
    show(&site, list, language, &headers).await
}

/// `GET /sv/l/{code}`: in the language of the address.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    show(&site, there(&site, &code).await?, language, &headers).await
}

/// `POST /sv/l/{code}`: puts its services on the visitor's own list.
pub(crate) async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(code): Path<String>,
) -> Result<Response, Fault> {
    let list = there(&site, &code).await?;
    let mut kept = visit::current().kept.clone();
    kept.apply(Deed::Take(list.services.ids().to_vec()));
    Ok(kept_at(&site, &kept, &Address::MyList.path(language)))
}

async fn show(
    site: &Site,
    list: SharedList,
    language: Language,
    headers: &HeaderMap,
) -> Result<Response, Fault> {
    let frame = site.frame(language).around(Address::Shared(list.code.clone()));
    let leaflet = Leaflet::of(site, &list, language, &site.origin(headers)).await?;
    let pdf = Address::Leaflet(Some(list.code.clone())).path(language);
    let action = Address::Shared(list.code).path(language);
    let has_own = frame.list.count > 0;
    let is_discreet = leaflet.is_discreet;
    let leave = Leave::if_needed(is_discreet, &site.config.leave, language);
    let page = private(render(&SharedListPage { frame, leave, leaflet, pdf, action, has_own }));
    Ok(unkept_if(is_discreet, page))
}

/// The last day of a list, in words.
pub(crate) fn until(list: &SharedList, language: Language) -> String {
    // It expires as that day ends, which is the first moment of the next.
    let end = list.expires.checked_sub(SignedDuration::from_secs(1)).unwrap_or(list.expires);
    date(finnish_date(end), language)
}

/// A page whose address is the key to it: nobody else is told the address, and no one keeps the page.
pub(crate) fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, ONLY_TO_US);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}
