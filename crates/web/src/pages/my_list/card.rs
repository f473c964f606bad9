//! A service on a list: what to do next first.

use std::borrow::Cow;

use app::catalogue::{Found, ListedService, ServiceDetails};
use jiff::civil::Date;

use crate::address::Address;
use crate::pages::service::{NextStep, summary};
use crate::texts::Texts;
use crate::view::text::{Text, day_and_month, other_language};

/// A service on a list.
pub(crate) struct ListedCard {
    pub(crate) id: String,
    pub(crate) name: Text,
    pub(crate) is_first: bool,
    pub(crate) is_last: bool,
    /// Its description; none of a service that is gone.
    pub(crate) offered: Option<OfferedCard>,
}

/// A service on a list that is still offered.
pub(crate) struct OfferedCard {
    pub(crate) href: String,
    pub(crate) organisation: Option<Text>,
    /// That it is not described in the reader's language, in words.
    pub(crate) described_in: Option<Cow<'static, str>>,
    pub(crate) summary: Option<Text>,
    pub(crate) next: NextStep,
}

impl ListedCard {
    /// The cards of a list, in its order.
    pub(crate) fn all(services: &[ListedService], today: Date, t: Texts) -> Vec<Self> {
        let last = services.len().saturating_sub(1);
        services
            .iter()
            .enumerate()
            .map(|(place, one)| Self {
                id: one.id.to_string(),
                name: name(one, t),
                is_first: place == 0,
                is_last: place == last,
                offered: match &one.found {
                    Some(Found::Offered(details)) => Some(OfferedCard::new(details, today, t)),
                    _ => None,
                },
            })
            .collect()
    }
}

fn name(one: &ListedService, t: Texts) -> Text {
    match &one.found {
        Some(Found::Offered(details)) => Text::best_or(&details.service.names(), t, "name-missing"),
        Some(Found::Gone(names)) => Text::best_or(names, t, "name-missing"),
        None => Text::own(t.get("list-unknown")),
    }
}

impl OfferedCard {
    fn new(details: &ServiceDetails, today: Date, t: Texts) -> Self {
        let service = &details.service;
        let organisation = service.organisation.as_ref();
        let mut next = NextStep::of(details, today, t);
        for place in &mut next.places {
            place.today = place.today.take().map(|hours| hours_today(&hours, today, t));
        }
        Self {
            href: Address::Service(service.id.clone()).path(t.0),
            organisation: organisation
                .and_then(|id| Text::best(details.organisations.get(id)?, t.0)),
            described_in: other_language(&service.names(), t.0)
                .and_then(|language| t.find("described-in", language.code())),
            summary: summary(details, t),
            next,
        }
    }
}

/// Today's hours with the date, so that they are true on paper tomorrow too.
fn hours_today(hours: &str, today: Date, t: Texts) -> String {
    t.with("list-today", &[("date", &day_and_month(today, t.0)), ("hours", hours)]).into_owned()
}
