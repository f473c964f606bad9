//! What a municipality puts into a page of its own: the search box, or a few services. It is the only
//! page that another site may frame, and only a site that the county named. It sets no cookie, and its
//! links open in a tab of their own.

pub(crate) mod builder;

use std::borrow::Cow;

use app::catalogue::{Found, Search, ServiceDetails, ServiceSummary};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::Language;
use domain::shared_list::SharedList;

use crate::address::{Address, SearchAddress, WidgetAddress, Word};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::framing::framed;
use crate::kept_pages::may_be_kept;
use crate::language::Reader;
use crate::pages::error::words_of;
use crate::pages::my_list::give::there;
use crate::pages::search_box::SearchBox;
use crate::pages::shared_list::{private, until};
use crate::texts::Texts;
use crate::view::crisis::CrisisHelp;
use crate::view::leave::unkept_if;
use crate::view::opening::end_of_day;
use crate::view::text::Text;
use crate::{Site, render};

/// How many services are shown.
const SHOWN: usize = 10;

/// The widget.
#[derive(Template)]
#[template(path = "widget.html")]
struct WidgetPage {
    frame: Frame,
    heading: String,
    /// Without services the box is all there is.
    search_box: SearchBox,
    services: Option<Services>,
    /// Emergency help, where somebody may be in danger.
    crisis: Vec<CrisisHelp>,
}

/// A fault, as the page around the widget goes on showing it.
#[derive(Template)]
#[template(path = "widget-fault.html")]
struct FaultPage {
    frame: Frame,
    heading: Cow<'static, str>,
    explanation: Cow<'static, str>,
}

/// A fault in the widget's own look, for those who may frame it: an unframed page would leave a hole in
/// theirs.
pub(crate) fn fault(site: &Site, language: Language, fault: &Fault) -> Response {
    let frame = site.frame(language);
    let (heading, explanation) = words_of(fault, frame.t);
    let mut page = render(&FaultPage { frame, heading, explanation });
    fault.head(&mut page);
    framed(page, &site.config.face.may_frame)
}

/// The services of a widget.
struct Services {
    lines: Vec<Line>,
    /// What is said where there are none.
    nothing: String,
    /// Where all of them are.
    all: String,
    total: usize,
    /// Until when a list is there.
    until: Option<String>,
    /// Whether the words that they were found by tell of danger.
    is_crisis: bool,
    /// Whether one of them is about what others must not know.
    is_discreet: bool,
}

/// A service.
struct Line {
    href: String,
    name: Text,
    organisation: Option<Text>,
    summary: Option<Text>,
}

/// `GET /fi/upotus?teema=liikunta`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let address = WidgetAddress::read(&parameters);
    let t = Texts(language);
    let services = match (WidgetAddress::unknown(&parameters), &address.list) {
        (Some(what), _) => Some(Services::none(t.name("widget-unknown", what).into_owned(), t)),
        (None, Some(code)) => Some(match there(&site, code.as_str()).await {
            Ok(list) => Services::of_list(&site, &list, t).await?,
            // The page around it goes on living when the list has expired: it says so, in the frame.
            Err(Fault::NoList { .. }) => Services::none(t.get("widget-list-gone").into_owned(), t),
            Err(fault) => return Err(fault),
        }),
        (None, None) if address.has_services() => {
            Some(Services::found(&site, &address.search, t).await?)
        }
        (None, None) => None,
    };
    let frame = site.frame(language).around(Address::Widget(address.clone()));
    let is_discreet = services.as_ref().is_some_and(|services| services.is_discreet);
    let is_crisis = services.as_ref().is_some_and(|services| services.is_crisis);
    let page = render(&WidgetPage {
        heading: heading(&address, t),
        search_box: SearchBox::new(&site, &address.search, language),
        crisis: if is_crisis { frame.emergency_help() } else { Vec::new() },
        services,
        frame,
    });
    let page = match (&address.list, is_discreet) {
        (Some(_), _) => unkept_if(is_discreet, private(page)),
        (None, true) => unkept_if(true, page),
        // Nobody searches here: that nothing is found is the same for everybody, and not counted.
        (None, false) => may_be_kept(page, end_of_day(site.now())),
    };
    Ok(framed(page, &site.config.face.may_frame))
}

/// Whether a path is a widget's, or what somebody wrote for one: nothing of its visitor is read there or
/// kept.
pub(crate) fn is_at(path: &str) -> bool {
    let mut languages = Language::INTERFACE.into_iter();
    languages.any(|language| {
        let own = Word::Widget.path(language);
        path.strip_prefix(&own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// What a widget shows, in a few words.
fn heading(address: &WidgetAddress, t: Texts) -> String {
    let search = &address.search;
    let place = search.municipality.map(|place| place.name(t.0));
    let about = match (&address.list, search.theme) {
        (Some(_), _) => return t.get("widget-list").into_owned(),
        _ if !search.words.is_empty() => Some(search.words.as_str()),
        (None, Some(theme)) => Some(theme.name(t.0)),
        (None, None) => None,
    };
    match (about, place) {
        (Some(about), Some(place)) => format!("{about}, {place}"),
        (Some(about), None) => about.to_owned(),
        (None, Some(place)) => t.name("widget-search-in", place).into_owned(),
        (None, None) => t.get("widget-search").into_owned(),
    }
}

impl Services {
    async fn found(site: &Site, address: &SearchAddress, t: Texts) -> Result<Self, Fault> {
        // Nobody searches here: without a reader's language the search counts nothing in vain.
        let search = Search {
            county: site.county_of(address),
            language: None,
            limit: SHOWN,
            ..address.query(t.0)
        };
        let results = app::catalogue::search(&site.app, &search).await?;
        let fitting = || results.services.iter().filter(|_| results.fits());
        let is_discreet = fitting().any(|found| found.summary.is_discreet);
        Ok(Self {
            lines: fitting().map(|found| Line::found(&found.summary, t)).collect(),
            all: address.path(t.0),
            nothing: t.get("widget-nothing").into_owned(),
            total: if results.fits() { results.total } else { 0 },
            until: None,
            is_crisis: results.is_crisis,
            is_discreet: is_discreet || results.is_crisis,
        })
    }

    /// Of what is not there, with the sentence that says so.
    fn none(nothing: String, t: Texts) -> Self {
        Self {
            lines: Vec::new(),
            nothing,
            all: SearchAddress::default().path(t.0),
            total: 0,
            until: None,
            is_crisis: false,
            is_discreet: false,
        }
    }

    async fn of_list(site: &Site, list: &SharedList, t: Texts) -> Result<Self, Fault> {
        let listed = app::catalogue::services(&site.app, list.services.ids()).await?;
        let offered: Vec<&ServiceDetails> = listed
            .iter()
            .filter_map(|one| match &one.found {
                Some(Found::Offered(details)) => Some(details),
                _ => None,
            })
            .collect();
        let is_discreet = offered.iter().any(|one| one.is_discreet());
        Ok(Self {
            total: offered.len(),
            nothing: t.get("widget-nothing").into_owned(),
            lines: offered.into_iter().map(|details| Line::listed(details, t)).collect(),
            all: Address::Shared(list.code.clone()).path(t.0),
            until: Some(until(list, t.0)),
            is_crisis: false,
            is_discreet,
        })
    }
}

impl Line {
    fn found(one: &ServiceSummary, t: Texts) -> Self {
        Self {
            href: Address::Service(one.id.clone()).path(t.0),
            name: Text::best_or(&one.names, t, "name-missing"),
            organisation: Text::best(&one.organisation_names, t.0),
            summary: Text::best(&one.summary, t.0),
        }
    }

    fn listed(details: &ServiceDetails, t: Texts) -> Self {
        let service = &details.service;
        let owner = service.organisation.as_ref().and_then(|id| details.organisations.get(id));
        Self {
            href: Address::Service(service.id.clone()).path(t.0),
            name: Text::best_or(&service.names(), t, "name-missing"),
            organisation: owner.and_then(|names| Text::best(names, t.0)),
            summary: Text::best(&service.text(|texts| texts.summary.as_ref()), t.0),
        }
    }
}
