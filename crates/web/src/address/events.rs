//! The addresses of workshops and clinics, of registering for them, and of what the coordinator does with them and with
//! partners.

use domain::Language;
use domain::event::RegistrationCode;

/// The place of an id in the paths of routes.
const ID: &str = "{id}";
/// The place of a second one.
const OTHER: &str = "{other}";

/// A page of these, in any language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EventAddress {
    /// The events to come.
    List,
    /// An event, where one registers.
    One(String),
    /// The event for a calendar.
    Calendar(String),
    /// A file of the event.
    File(String, String),
    /// One's own registration.
    Own(String),
    /// The event for the calendar of one who registered.
    OwnCalendar(String),
    /// The page that says that one has withdrawn.
    Withdrawn,
    /// The coordinator's events.
    Staff,
    /// The coordinator's page of an event.
    StaffOne(String),
    /// The form of a new event.
    New,
    /// The form of an event that there is.
    Edit(String),
    /// Where materials are sent to.
    Materials(String),
    /// What followed an event, or all of them.
    Effect(Option<String>),
    /// The same as a file of this name.
    EffectTable(Option<String>, String),
    /// The coordinator's partners.
    Partners,
    /// The same as a file of this name.
    PartnersTable(String),
    /// A partner on its way.
    Partner(String),
}

/// The words of these addresses in a language.
struct Words {
    events: &'static str,
    calendar: &'static str,
    files: &'static str,
    registration: &'static str,
    withdrawn: &'static str,
    coordinator: &'static str,
    new: &'static str,
    edit: &'static str,
    effect: &'static str,
    partners: &'static str,
    tables: &'static str,
}

const fn words(language: Language) -> Words {
    match language {
        Language::Sv => Words {
            events: "evenemang",
            calendar: "kalender.ics",
            files: "material",
            registration: "anmalan",
            withdrawn: "anmalan-aterkallad",
            coordinator: "koordinator",
            new: "nytt",
            edit: "redigera",
            effect: "effekt",
            partners: "aktorer",
            tables: "tabeller",
        },
        Language::En => Words {
            events: "events",
            calendar: "calendar.ics",
            files: "materials",
            registration: "registration",
            withdrawn: "registration-withdrawn",
            coordinator: "coordinator",
            new: "new",
            edit: "edit",
            effect: "effect",
            partners: "partners",
            tables: "tables",
        },
        _ => Words {
            events: "tapahtumat",
            calendar: "kalenteri.ics",
            files: "aineisto",
            registration: "ilmoittautuminen",
            withdrawn: "ilmoittautuminen-peruttu",
            coordinator: "koordinaattori",
            new: "uusi",
            edit: "muokkaa",
            effect: "vaikutus",
            partners: "toimijat",
            tables: "taulukot",
        },
    }
}

impl EventAddress {
    /// The address in a language, from the slash on.
    pub(crate) fn path(&self, language: Language) -> String {
        let word = words(language);
        let own = format!("/{language}/{}", word.events);
        let staff = format!("/{language}/{}", word.coordinator);
        let staff_events = format!("{staff}/{}", word.events);
        match self {
            Self::List => own,
            Self::One(id) => format!("{own}/{id}"),
            Self::Calendar(id) => format!("{own}/{id}/{}", word.calendar),
            Self::File(id, file) => format!("{own}/{id}/{}/{file}", word.files),
            Self::Own(code) => format!("/{language}/{}/{code}", word.registration),
            Self::OwnCalendar(code) => {
                format!("/{language}/{}/{code}/{}", word.registration, word.calendar)
            }
            Self::Withdrawn => format!("/{language}/{}", word.withdrawn),
            Self::Staff => staff_events,
            Self::StaffOne(id) => format!("{staff_events}/{id}"),
            Self::New => format!("{staff_events}/{}", word.new),
            Self::Edit(id) => format!("{staff_events}/{id}/{}", word.edit),
            Self::Materials(id) => format!("{staff_events}/{id}/{}", word.files),
            Self::Effect(Some(id)) => format!("{staff_events}/{id}/{}", word.effect),
            Self::Effect(None) => format!("{staff}/{}", word.effect),
            Self::EffectTable(id, file) => {
                format!("{}/{file}", Self::Effect(id.clone()).path(language))
            }
            Self::Partners => format!("{staff}/{}", word.partners),
            Self::PartnersTable(file) => {
                format!("{staff}/{}/{}/{file}", word.partners, word.tables)
            }
            Self::Partner(id) => format!("{staff}/{}/{id}", word.partners),
        }
    }

    /// The key to one's own registration.
    pub(crate) fn own(code: &RegistrationCode) -> Self {
        Self::Own(code.to_string())
    }

    /// The paths of an event's routes hold its id in this place.
    pub(crate) fn id() -> String {
        ID.to_owned()
    }

    /// The paths of files' routes hold their name in this place.
    pub(crate) fn other() -> String {
        OTHER.to_owned()
    }

    /// Whether search engines may keep what is there.
    pub(crate) const fn is_public(&self) -> bool {
        matches!(self, Self::List | Self::One(_))
    }

    /// Whether it is there for events; partners, and who registered, are there without them.
    pub(crate) const fn is_of_events(&self) -> bool {
        !matches!(
            self,
            Self::Partners
                | Self::PartnersTable(_)
                | Self::Partner(_)
                | Self::Own(_)
                | Self::OwnCalendar(_)
                | Self::Withdrawn
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coordinators_pages_are_below_the_first_of_them() {
        for (language, first) in [
            (Language::Fi, "/fi/koordinaattori"),
            (Language::Sv, "/sv/koordinator"),
            (Language::En, "/en/coordinator"),
        ] {
            assert_eq!(crate::address::Word::Staff.path(language), first);
            for address in [EventAddress::Staff, EventAddress::Effect(None), EventAddress::Partners]
            {
                let path = address.path(language);
                assert!(path.starts_with(&format!("{first}/")), "{path}");
            }
        }
    }
}
