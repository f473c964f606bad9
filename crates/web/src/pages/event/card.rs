//! An event as every page shows it.

use std::borrow::Cow;

use domain::event::{Event, Material, MaterialContent, NotOpen};
use jiff::civil::DateTime;

use crate::address::EventAddress;
use crate::texts::Texts;
use crate::view::hours::clock;
use crate::view::text::{Text, date, lang_of};

/// What is told of an event.
pub(crate) struct EventCard {
    pub(crate) kind: Cow<'static, str>,
    pub(crate) title: Text,
    pub(crate) when: String,
    pub(crate) place: Option<String>,
    pub(crate) is_remote: bool,
    pub(crate) is_cancelled: bool,
    /// The public page.
    pub(crate) href: String,
    /// The coordinator's page.
    pub(crate) staff: String,
}

/// A material to take.
pub(crate) struct MaterialLink {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) href: String,
    /// The kind of a file; none for what is elsewhere.
    pub(crate) kind: Option<String>,
}

impl EventCard {
    pub(crate) fn new(event: &Event, t: Texts) -> Self {
        let facts = &event.facts;
        Self {
            kind: t.find("event-kind", facts.kind.name()).unwrap_or_default(),
            title: Text::best_or(&facts.title, t, "name-missing"),
            when: when(event, t),
            place: facts.place.clone(),
            is_remote: facts.remote.is_some(),
            is_cancelled: event.is_cancelled,
            href: EventAddress::One(event.id.clone()).path(t.0),
            staff: EventAddress::StaffOne(event.id.clone()).path(t.0),
        }
    }
}

impl MaterialLink {
    pub(crate) fn all(event: &str, materials: &[Material], t: Texts) -> Vec<Self> {
        let link = |material: &Material| {
            let (href, kind) = match &material.content {
                MaterialContent::Link(link) => (link.clone(), None),
                MaterialContent::File(kind) => {
                    let address = EventAddress::File(event.to_owned(), material.id.clone());
                    (address.path(t.0), Some(kind.ending.to_uppercase()))
                }
            };
            Self { id: material.id.clone(), name: material.name.clone(), href, kind }
        };
        materials.iter().map(link).collect()
    }
}

/// The day and the times of an event in words.
pub(crate) fn when(event: &Event, t: Texts) -> String {
    let facts = &event.facts;
    let (starts, ends) = (clock(facts.starts, false, t.0), clock(facts.ends, true, t.0));
    let day = date(facts.day, t.0);
    t.with("event-when", &[("day", &day), ("starts", &starts), ("ends", &ends)]).into_owned()
}

/// What an event's description says, in the best language there is.
pub(crate) fn description(event: &Event, t: Texts) -> Option<Text> {
    let (language, text) = event.facts.description.best(t.0)?;
    Some(Text { lang: lang_of(language, t.0), value: text.to_owned() })
}

/// Why one cannot register, in words; none while one can.
pub(crate) fn not_open(event: &Event, now: DateTime, t: Texts) -> Option<Cow<'static, str>> {
    event.may_register(now).err().map(|why| reason(why, t))
}

/// A reason in words.
pub(crate) fn reason(why: NotOpen, t: Texts) -> Cow<'static, str> {
    t.get(match why {
        NotOpen::Cancelled => "event-cancelled",
        NotOpen::Begun => "event-begun",
        NotOpen::Closed => "event-closed",
    })
}
