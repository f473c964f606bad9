//! A lobby's screen: one service at a time in large letters, with a code to take it along; the next one
//! comes by itself.
//!
//! Each service is a page of its own that leads to the next, so that nothing grows however long the
//! screen is on. The script goes on only when the next page is there: without the network the last one
//! stays.

use app::catalogue::{Found, Search, ServiceDetails};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::catalogue::EntityId;
use jiff::civil::Date;

use crate::address::{Address, ScreenAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::view::channel::ChannelCard;
use crate::view::contact::PhoneLink;
use crate::view::qr::Qr;
use crate::view::text::Text;
use crate::{Site, render};

/// How long a service is shown, in seconds.
const SHOWN: u32 = 25;
/// How many services go round.
const ROUND: usize = 500;

/// The screen.
#[derive(Template)]
#[template(path = "screen.html")]
struct ScreenPage {
    frame: Frame,
    /// What the services have in common.
    about: Option<&'static str>,
    service: Option<Shown>,
    /// Which of how many this is.
    number: usize,
    total: usize,
    /// The next service's screen.
    next: String,
    seconds: u32,
    is_still: bool,
    /// This screen standing still, or going on.
    other: String,
}

/// A service as the screen shows it.
struct Shown {
    name: Text,
    organisation: Option<Text>,
    summary: Option<Text>,
    phone: Option<PhoneLink>,
    place: Option<(Text, Option<String>, Option<String>)>,
    qr: Option<Qr>,
    href: String,
}

/// `GET /fi/naytto?teema=liikunta`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let address = ScreenAddress::read(&parameters);
    let (total, id) = chosen(&site, &address).await?;
    let details = match &id {
        Some(id) => match app::catalogue::service(&site.app, id).await {
            Ok(Found::Offered(details)) => Some(details),
            // It went since the list was made, or was never there: the next one comes all the same.
            Ok(Found::Gone(_)) | Err(app::Error::NotFound) => None,
            Err(error) => return Err(error.into()),
        },
        None => None,
    };
    let number = address.place(total);
    let frame = site.frame(language).around(Address::Screen(address.clone()));
    let today = site.today();
    Ok(render(&ScreenPage {
        about: address.theme.map(|theme| theme.name(language)),
        service: details.as_ref().map(|details| Shown::new(details, &frame, today)),
        number: number + 1,
        total,
        next: ScreenAddress { number: number + 2, ..address.clone() }.path(language),
        seconds: SHOWN,
        is_still: address.is_still,
        other: ScreenAddress { is_still: !address.is_still, number: number + 1, ..address.clone() }
            .path(language),
        frame,
    }))
}

/// How many services go round, and the one whose turn it is.
async fn chosen(site: &Site, address: &ScreenAddress) -> Result<(usize, Option<EntityId>), Fault> {
    if !address.ids.is_empty() {
        let total = address.ids.len();
        return Ok((total, address.ids.get(address.place(total)).cloned()));
    }
    let search = |offset| Search {
        theme: address.theme,
        municipality: address.municipality.map(|place| place.code),
        county: site.county().filter(|_| address.municipality.is_none()),
        offset,
        limit: 1,
        ..Search::default()
    };
    let at = async |offset| app::catalogue::search(&site.app, &search(offset)).await;
    let first = at(address.number.saturating_sub(1).min(ROUND - 1)).await?;
    let total = first.total.min(ROUND);
    let results = if address.place(total) + 1 == address.number { first } else { at(0).await? };
    Ok((total, results.services.first().map(|found| found.summary.id.clone())))
}

impl Shown {
    fn new(details: &ServiceDetails, frame: &Frame, today: Date) -> Self {
        let (t, reader, service) = (frame.t, frame.language, &details.service);
        let href = Address::Service(service.id.clone()).path(reader);
        let cards: Vec<ChannelCard> =
            details.channels.iter().map(|one| ChannelCard::connected(one, today, t)).collect();
        let phones = cards.iter().flat_map(|card| &card.contacts).flat_map(|one| &one.phones);
        let place = cards.iter().find(|card| card.is_place());
        let owner = service.organisation.as_ref().and_then(|id| details.organisations.get(id));
        Self {
            name: Text::best_or(&service.names(), t, "name-missing"),
            organisation: owner.and_then(|names| Text::best(names, reader)),
            summary: Text::best(&service.text(|texts| texts.summary.as_ref()), reader),
            phone: phones.into_iter().find(|phone| phone.href.is_some()).cloned(),
            place: place.map(|card| {
                let hours = card.hours.today().map(str::to_owned);
                (card.name.clone(), card.visiting_address(), hours)
            }),
            // A code must hold a whole address.
            qr: frame.public(&href).and_then(|whole| Qr::new(&whole)),
            href,
        }
    }
}
