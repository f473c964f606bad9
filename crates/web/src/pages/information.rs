//! The pages of the site's own words: what it is, how it is used, what it stores, why a service is not
//! here, and how accessible it is.

mod statement;

use std::borrow::Cow;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::address::{Address, EventAddress, FeedAddress, Word};
use crate::config::Contact;
use crate::face::Module;
use crate::fault::Fault;
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::language::Reader;
use crate::view::contact::telephone_address;
use crate::view::markdown;
use crate::view::text::Text;
use crate::{Site, render};

pub(crate) use statement::accessibility;

/// A page of the site's own words.
#[derive(Template)]
#[template(path = "information.html")]
struct InformationPage {
    frame: Frame,
    preview: Preview,
    heading: String,
    lead: String,
    sections: Vec<Section>,
    /// Who answers for the site, where the page is one on which to ask.
    contact: ContactCard,
    /// Where one asks that the browser keep nothing of ours; on the page that tells what it keeps.
    forget: Option<String>,
    /// Where there is more.
    more: Vec<MoreLink>,
}

/// A part of the page; its text is ours and already HTML.
struct Section {
    heading: String,
    html: String,
}

/// Whom to ask, if that is configured.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::pages) struct ContactCard(pub(in crate::pages) Option<Contact>);

/// A link to another page of ours.
struct MoreLink {
    href: String,
    name: String,
}

impl ContactCard {
    pub(in crate::pages) fn of(site: &Site) -> Self {
        Self(site.config.contact.clone())
    }

    /// The same, of the site that a frame is of.
    pub(in crate::pages) fn around(frame: &Frame) -> Self {
        Self(frame.contact().cloned())
    }

    /// Its name in the page's language, or the nearest that there is.
    pub(in crate::pages) fn named(&self, frame: &Frame) -> Option<Text> {
        Text::best(&self.0.as_ref()?.name, frame.language)
    }

    /// The number for a `tel:` link.
    pub(in crate::pages) fn dialled(&self) -> String {
        let phone = self.0.as_ref().and_then(|contact| contact.phone.as_deref());
        telephone_address(phone.unwrap_or_default())
    }
}

impl InformationPage {
    /// The page with a section of the county's own, where it wrote one: before the others, or after them.
    fn with_own(mut self, heading: String, html: Option<String>, is_first: bool) -> Self {
        let place = if is_first { 0 } else { self.sections.len() };
        self.sections.splice(place..place, html.map(|html| Section { heading, html }));
        self
    }

    /// The page whose keys begin with a subject: heading, lead, and sections by number.
    fn new(site: &Site, frame: Frame, subject: &str, more: &[Address]) -> Self {
        Self::telling_of(site, frame, subject, more, None)
    }

    /// The same, telling of one more part of the site though that is not there.
    fn telling_of(
        site: &Site,
        frame: Frame,
        subject: &str,
        more: &[Address],
        besides: Option<Module>,
    ) -> Self {
        let who = frame.responsible();
        let text = |part: &str| frame.t.find_named(subject, part, &who).map(Cow::into_owned);
        let section = |number: usize| {
            let mut written = text(&number.to_string())?;
            // What is true only where a part of the site is there.
            let is_told = |module: &Module| frame.has(*module) || besides == Some(*module);
            for module in Module::ALL.into_iter().filter(is_told) {
                if let Some(more) = text(&format!("{number}-{}", module.name())) {
                    written.push_str("\n\n");
                    written.push_str(&more);
                }
            }
            let html = markdown::html(&written);
            Some(Section { heading: text(&format!("{number}-heading"))?, html })
        };
        let more = more.iter().filter(|address| frame.serves(address));
        let heading = text("heading").unwrap_or_default();
        let lead = text("lead").unwrap_or_default();
        Self {
            preview: Preview::new(&frame, &heading).described(&lead),
            sections: (1..).map_while(section).collect(),
            contact: ContactCard::of(site),
            forget: None,
            more: more.map(|address| MoreLink::new(address, &frame)).collect(),
            heading,
            lead,
            frame,
        }
    }
}

impl MoreLink {
    fn new(address: &Address, frame: &Frame) -> Self {
        let name = match address {
            Address::About => frame.t.get("footer-about"),
            Address::Guide => frame.t.get("footer-guide"),
            Address::Privacy => frame.t.get("footer-privacy"),
            Address::WhyMissing => frame.t.get("footer-why-missing"),
            Address::Describe => frame.t.get("describe-link"),
            Address::DigitalHelp => frame.t.get("footer-digital-help"),
            Address::Feeds(_) => frame.t.get("feeds-heading"),
            Address::Accessibility => frame.t.get("footer-accessibility"),
            Address::FeedbackEffects => frame.t.get("footer-feedback-effects"),
            Address::Events(_) => frame.t.get("events-heading"),
            _ => frame.t.get("error-to-home"),
        };
        Self { href: address.path(frame.language), name: name.into_owned() }
    }
}

/// `GET /fi/tietoa`.
pub(crate) async fn about(State(site): State<Site>, Reader(language): Reader) -> Response {
    let frame = site.frame(language).around(Address::About);
    let feeds = Address::Feeds(FeedAddress::default());
    let more = [Address::Guide, Address::Privacy, feeds, Address::FeedbackEffects];
    let (name, own) = (frame.site_name.clone(), frame.about());
    render(&InformationPage::new(&site, frame, "about", &more).with_own(name, own, true))
}

/// `GET /fi/tietosuoja`.
pub(crate) async fn privacy(
    State(site): State<Site>,
    Reader(language): Reader,
) -> Result<Response, Fault> {
    let frame = site.frame(language).around(Address::Privacy);
    let more = [Address::About, Address::Accessibility];
    let heading = frame.t.get("information-privacy-own").into_owned();
    let own = frame.privacy();
    // Who registered reads what is kept of them, as long as it is.
    let is_kept = app::event::keeps_registrations(&site.app, site.county()).await?;
    let besides = is_kept.then_some(Module::Events);
    let page = InformationPage::telling_of(&site, frame, "privacy", &more, besides)
        .with_own(heading, own, false);
    Ok(render(&InformationPage { forget: Some(Word::Forget.path(language)), ..page }))
}

/// `GET /fi/kayttoohje`.
pub(crate) async fn guide(State(site): State<Site>, Reader(language): Reader) -> Response {
    let frame = site.frame(language).around(Address::Guide);
    let feeds = Address::Feeds(FeedAddress::default());
    let more = [Address::DigitalHelp, Address::Privacy, feeds];
    let heading = frame.t.get("help-heading").into_owned();
    let own = frame.help();
    render(&InformationPage::new(&site, frame, "guide", &more).with_own(heading, own, false))
}

/// `GET /fi/miksi-palvelu-puuttuu`.
pub(crate) async fn why_missing(State(site): State<Site>, Reader(language): Reader) -> Response {
    let frame = site.frame(language).around(Address::WhyMissing);
    let events = Address::Events(EventAddress::List);
    let more = [Address::Describe, events, Address::About, Address::Guide];
    render(&InformationPage::new(&site, frame, "why-missing", &more))
}
