//! A channel: a place, an online service, a phone service, a form or a web page, by itself.

use app::catalogue::{ChannelDetails, Found};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::catalogue::EntityKind;
use jiff::civil::DateTime;

use crate::address::Address;
use crate::face::Module;
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::entity_id;
use crate::pages::organisation::EntityLink;
use crate::view::channel::ChannelCard;
use crate::view::leave::{Leave, unkept_if};
use crate::view::map::PlaceMap;
use crate::view::text::{date, finnish_date};
use crate::{Site, render};

/// A channel's page.
#[derive(Template)]
#[template(path = "channel.html")]
struct ChannelPage {
    frame: Frame,
    /// The way out, where somebody may be in danger.
    leave: Option<Leave>,
    card: ChannelCard,
    map: Option<PlaceMap>,
    organisation: Option<EntityLink>,
    services: Vec<EntityLink>,
    changed: Option<String>,
    id: String,
}

/// `GET /fi/kanava/{id}`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = entity_id(&id)?;
    match app::catalogue::channel(&site.app, &id, language).await? {
        Found::Offered(details) => {
            let frame = site.frame(language).around(Address::Channel(id));
            let is_needed = details.is_discreet;
            let leave = Leave::if_needed(is_needed, &site.config.leave, language);
            let borders = site.app.borders();
            let map = site
                .has(Module::Map)
                .then(|| PlaceMap::of_channel(&details.channel, site.ground(&borders), frame.t))
                .flatten();
            let page = ChannelPage::new(frame, &details, site.now());
            let page = ChannelPage { leave, map, ..page };
            Ok(unkept_if(is_needed, render(&page)))
        }
        Found::Gone(names) => Err(Fault::Gone(EntityKind::Channel, names)),
    }
}

impl ChannelPage {
    fn new(frame: Frame, details: &ChannelDetails, now: DateTime) -> Self {
        let channel = &details.channel;
        Self {
            leave: None,
            card: ChannelCard::new(channel, now.date(), frame.t).at(channel, None, now, frame.t),
            map: None,
            organisation: details
                .organisation
                .as_ref()
                .map(|one| EntityLink::new(one, EntityKind::Organisation, &frame)),
            services: details
                .services
                .iter()
                .map(|one| EntityLink::new(one, EntityKind::Service, &frame))
                .collect(),
            changed: channel.modified.map(|instant| date(finnish_date(instant), frame.language)),
            id: channel.id.to_string(),
            frame,
        }
    }
}
