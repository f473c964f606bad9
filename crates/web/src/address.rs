//! The addresses of the pages: language first, the rest in that language's own words. This is the
//! one table of them; the routes and every link are made from it.

mod choice;
mod chosen;
mod coverage;
mod dashboard;
mod events;
mod provider;
mod quality;
mod search;
mod tasks;
mod widget;

use std::fmt::Write as _;

use domain::Language;
use domain::catalogue::{EntityId, EntityKind};
use domain::reference::{Municipality, municipality, municipality_by_name, postal_code};
use domain::shared_list::Code;

use crate::face::Module;
use crate::view::paging::LAST_PAGE;
pub(crate) use choice::{Choice, ChoiceKind, FREE};
pub(crate) use search::{ParameterNames, SearchAddress, WORDS_LIMIT};

pub(crate) use dashboard::{DashboardAddress, read_county_and_page};
pub(crate) use events::EventAddress;
pub(crate) use provider::ProviderAddress;
pub(crate) use widget::WidgetAddress;

pub(crate) use chosen::{FeedAddress, ScreenAddress};
pub(crate) use coverage::{
    Beside, CoverageAddress, CoverageTable, TableForm, read_file, read_theme,
};
pub(crate) use quality::{FindingsAddress, names as finding_names};
pub(crate) use tasks::{TasksAddress, names as task_names};

/// The word or words of a kind of page in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Search,
    Report,
    Service,
    Channel,
    Organisation,
    Imports,
    About,
    Accessibility,
    Privacy,
    WhyMissing,
    Guide,
    DigitalHelp,
    Feeds,
    Feed,
    Ease,
    Screen,
    MyList,
    Give,
    Given,
    Shared,
    Leaflet,
    Widget,
    WidgetBuilder,
    Feedback,
    FeedbackThanks,
    FeedbackEffects,
    SignIn,
    SignOut,
    Staff,
    Manifest,
    Offline,
    Forget,
    Forgotten,
    Describe,
    Coverage,
    Quality,
    Findings,
    Described,
    Tasks,
}

impl Word {
    #[expect(clippy::too_many_lines, reason = "one table, a line a word")]
    pub(crate) const fn of(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Search, Language::Sv) => "sok",
            (Self::Search, Language::En) => "search",
            (Self::Search, _) => "haku",
            (Self::Report, Language::Sv) => "anmal-brist",
            (Self::Report, Language::En) => "report-gap",
            (Self::Report, _) => "ilmoita-puute",
            (Self::Service, Language::Sv) => "tjanst",
            (Self::Service, Language::En) => "service",
            (Self::Service, _) => "palvelu",
            (Self::Channel, Language::Sv) => "kanal",
            (Self::Channel, Language::En) => "channel",
            (Self::Channel, _) => "kanava",
            (Self::Organisation, Language::Sv | Language::En) => "organisation",
            (Self::Organisation, _) => "organisaatio",
            (Self::Imports, Language::Sv) => "underhall/importer",
            (Self::Imports, Language::En) => "admin/imports",
            (Self::Imports, _) => "yllapito/tuonnit",
            (Self::About, Language::Sv) => "om",
            (Self::About, Language::En) => "about",
            (Self::About, _) => "tietoa",
            (Self::Accessibility, Language::Sv) => "tillganglighet",
            (Self::Accessibility, Language::En) => "accessibility",
            (Self::Accessibility, _) => "saavutettavuus",
            (Self::Privacy, Language::Sv) => "dataskydd",
            (Self::Privacy, Language::En) => "privacy",
            (Self::Privacy, _) => "tietosuoja",
            (Self::WhyMissing, Language::Sv) => "varfor-saknas-tjansten",
            (Self::WhyMissing, Language::En) => "why-a-service-is-missing",
            (Self::WhyMissing, _) => "miksi-palvelu-puuttuu",
            (Self::Guide, Language::Sv) => "anvandarguide",
            (Self::Guide, Language::En) => "guide",
            (Self::Guide, _) => "kayttoohje",
            (Self::DigitalHelp, Language::Sv) => "digitalt-stod",
            (Self::DigitalHelp, Language::En) => "digital-help",
            (Self::DigitalHelp, _) => "digituki",
            (Self::Feeds, Language::Sv) => "floden",
            (Self::Feeds, Language::En) => "feeds",
            (Self::Feeds, _) => "syotteet",
            (Self::Feed, Language::Sv) => "floden/nya",
            (Self::Feed, Language::En) => "feeds/new",
            (Self::Feed, _) => "syotteet/uudet",
            (Self::Ease, Language::Sv) => "visningssatt",
            (Self::Ease, Language::En) => "display",
            (Self::Ease, _) => "esitystapa",
            (Self::Screen, Language::Sv) => "skarm",
            (Self::Screen, Language::En) => "screen",
            (Self::Screen, _) => "naytto",
            (Self::MyList, Language::Sv) => "min-lista",
            (Self::MyList, Language::En) => "my-list",
            (Self::MyList, _) => "oma-lista",
            (Self::Give, Language::Sv) => "min-lista/dela",
            (Self::Give, Language::En) => "my-list/share",
            (Self::Give, _) => "oma-lista/jaa",
            (Self::Given, Language::Sv) => "min-lista/delad",
            (Self::Given, Language::En) => "my-list/shared",
            (Self::Given, _) => "oma-lista/jaettu",
            // As short as in the address without a language, which is read out and typed.
            (Self::Shared, _) => "l",
            // The name of the file too.
            (Self::Leaflet, Language::En) => "list.pdf",
            (Self::Leaflet, _) => "lista.pdf",
            (Self::Widget, Language::Sv) => "inbaddat",
            (Self::Widget, Language::En) => "widget",
            (Self::Widget, _) => "upotus",
            (Self::WidgetBuilder, Language::Sv) => "badda-in",
            (Self::WidgetBuilder, Language::En) => "embed",
            (Self::WidgetBuilder, _) => "upota",
            (Self::Feedback, Language::Sv) => "respons",
            (Self::Feedback, Language::En) => "feedback",
            (Self::Feedback, _) => "palaute",
            (Self::FeedbackThanks, Language::Sv) => "respons/tack",
            (Self::FeedbackThanks, Language::En) => "feedback/thanks",
            (Self::FeedbackThanks, _) => "palaute/kiitos",
            (Self::FeedbackEffects, Language::Sv) => "sa-paverkade-din-respons",
            (Self::FeedbackEffects, Language::En) => "how-feedback-changed-things",
            (Self::FeedbackEffects, _) => "nain-palautteesi-vaikutti",
            (Self::SignIn, Language::Sv) => "logga-in",
            (Self::SignIn, Language::En) => "sign-in",
            (Self::SignIn, _) => "kirjaudu",
            (Self::SignOut, Language::Sv) => "logga-ut",
            (Self::SignOut, Language::En) => "sign-out",
            (Self::SignOut, _) => "kirjaudu-ulos",
            (Self::Staff, Language::Sv) => "koordinator",
            (Self::Staff, Language::En) => "coordinator",
            (Self::Staff, _) => "koordinaattori",
            // Read by browsers alone.
            (Self::Manifest, _) => "app.webmanifest",
            (Self::Offline, Language::Sv) => "ingen-anslutning",
            (Self::Offline, Language::En) => "offline",
            (Self::Offline, _) => "ei-yhteytta",
            (Self::Forget, Language::Sv) => "dataskydd/radera",
            (Self::Forget, Language::En) => "privacy/delete",
            (Self::Forget, _) => "tietosuoja/poista",
            (Self::Forgotten, Language::Sv) => "dataskydd/raderat",
            (Self::Forgotten, Language::En) => "privacy/deleted",
            (Self::Forgotten, _) => "tietosuoja/poistettu",
            (Self::Describe, Language::Sv) => "skriv-beskrivning",
            (Self::Describe, Language::En) => "write-a-description",
            (Self::Describe, _) => "kirjoita-kuvaus",
            (Self::Coverage, Language::Sv) => "koordinator/tackning",
            (Self::Coverage, Language::En) => "coordinator/coverage",
            (Self::Coverage, _) => "koordinaattori/kattavuus",
            (Self::Quality, Language::Sv) => "koordinator/kvalitet",
            (Self::Quality, Language::En) => "coordinator/quality",
            (Self::Quality, _) => "koordinaattori/laatu",
            (Self::Findings, Language::Sv) => "koordinator/kvalitet/fynd",
            (Self::Findings, Language::En) => "coordinator/quality/findings",
            (Self::Findings, _) => "koordinaattori/laatu/havainnot",
            (Self::Tasks, Language::Sv) => "koordinator/uppgifter",
            (Self::Tasks, Language::En) => "coordinator/tasks",
            (Self::Tasks, _) => "koordinaattori/tehtavat",
            (Self::Described, Language::Sv) => "koordinator/kvalitet/beskrivning",
            (Self::Described, Language::En) => "coordinator/quality/description",
            (Self::Described, _) => "koordinaattori/laatu/kuvaus",
        }
    }

    /// The route's path in a language.
    pub(crate) fn path(self, language: Language) -> String {
        format!("/{language}/{}", self.of(language))
    }
}

/// A page, in any language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Address {
    Home,
    Search(SearchAddress),
    /// Where a missing service is reported, and the thanks for it.
    Report,
    Service(EntityId),
    Channel(EntityId),
    Organisation(EntityId, usize),
    Imports,
    Import(String),
    About,
    Accessibility,
    Privacy,
    /// For providers: why a service is not here.
    WhyMissing,
    Guide,
    DigitalHelp,
    /// The feeds there are.
    Feeds(FeedAddress),
    /// A lobby's screen.
    Screen(ScreenAddress),
    /// The visitor's own list.
    MyList,
    /// Where the address of a list that was just shared is shown.
    Given(Code),
    /// A shared list.
    Shared(Code),
    /// A list on paper: a shared one, or else the visitor's own.
    Leaflet(Option<Code>),
    /// What other sites show in a frame.
    Widget(WidgetAddress),
    /// Where one makes it.
    WidgetBuilder(WidgetAddress),
    /// Where one tells of a service, or of the site.
    Feedback(Option<EntityId>),
    /// The thanks for it.
    FeedbackThanks(Option<EntityId>),
    /// What was changed because of it.
    FeedbackEffects,
    /// For providers: where one writes a description.
    Describe,
    /// Where the coordinator signs in.
    SignIn,
    /// The first of the coordinator's pages.
    Staff,
    /// What that shows the beginning of.
    Dashboard(DashboardAddress),
    /// What the browser shows where there is no network.
    Offline,
    /// That the browser keeps nothing of ours any longer.
    Forgotten,
    /// Workshops and clinics, and those who take part in them.
    Events(EventAddress),
    /// A provider's own view, and the links to it.
    Provider(ProviderAddress),
    /// What is offered where.
    Coverage(CoverageAddress),
    /// The points of the county, and a page of its organisations.
    Quality(usize),
    /// What the rules of quality found.
    Findings(FindingsAddress),
    /// A description with what they found in it.
    Described(EntityKind, EntityId),
    /// The worklist.
    Tasks(TasksAddress),
    /// A task.
    Task(String),
}

impl Address {
    /// The pages that are there whatever the catalogue has.
    pub(crate) const LASTING: [Self; 12] = [
        Self::Home,
        Self::About,
        Self::Guide,
        Self::DigitalHelp,
        Self::WhyMissing,
        Self::Describe,
        Self::Privacy,
        Self::Accessibility,
        Self::Feeds(FeedAddress { theme: None, municipality: None }),
        Self::Feedback(None),
        Self::FeedbackEffects,
        Self::Events(EventAddress::List),
    ];

    /// The address in a language, from the slash on.
    pub(crate) fn path(&self, language: Language) -> String {
        let names = ParameterNames::of(language);
        match self {
            Self::Home => format!("/{language}/"),
            Self::Search(search) => search.path(language),
            Self::Report => Word::Report.path(language),
            Self::Service(id) => format!("{}/{id}", Word::Service.path(language)),
            Self::Channel(id) => format!("{}/{id}", Word::Channel.path(language)),
            Self::Organisation(id, page) => {
                let path = format!("{}/{id}", Word::Organisation.path(language));
                if *page > 1 { format!("{path}?{}={page}", names.page) } else { path }
            }
            Self::Imports => Word::Imports.path(language),
            Self::Import(run) => format!("{}/{run}", Word::Imports.path(language)),
            Self::About => Word::About.path(language),
            Self::Accessibility => Word::Accessibility.path(language),
            Self::Privacy => Word::Privacy.path(language),
            Self::WhyMissing => Word::WhyMissing.path(language),
            Self::Guide => Word::Guide.path(language),
            Self::DigitalHelp => Word::DigitalHelp.path(language),
            Self::Screen(screen) => screen.path(language),
            Self::Feeds(chosen) => chosen.on(Word::Feeds, language),
            Self::MyList => Word::MyList.path(language),
            Self::Given(code) => format!("{}/{code}", Word::Given.path(language)),
            Self::Shared(code) => format!("{}/{code}", Word::Shared.path(language)),
            Self::Leaflet(code) => {
                let list = code.clone().map_or(Self::MyList, Self::Shared);
                format!("{}/{}", list.path(language), Word::Leaflet.of(language))
            }
            Self::Widget(widget) => widget.path(language),
            Self::WidgetBuilder(widget) => widget.on(Word::WidgetBuilder, language),
            Self::Feedback(about) => of_service(Word::Feedback, about.as_ref(), language),
            Self::FeedbackThanks(about) => {
                of_service(Word::FeedbackThanks, about.as_ref(), language)
            }
            Self::FeedbackEffects => Word::FeedbackEffects.path(language),
            Self::Describe => Word::Describe.path(language),
            Self::SignIn => Word::SignIn.path(language),
            Self::Staff => Word::Staff.path(language),
            Self::Dashboard(address) => address.path(language),
            Self::Offline => Word::Offline.path(language),
            Self::Forgotten => Word::Forgotten.path(language),
            Self::Events(address) => address.path(language),
            Self::Provider(address) => address.path(language),
            Self::Coverage(coverage) => coverage.path(language),
            Self::Quality(page) => {
                let path = Word::Quality.path(language);
                if *page > 1 { format!("{path}?{}={page}", names.page) } else { path }
            }
            Self::Findings(findings) => findings.path(language),
            Self::Described(kind, id) => quality::described(*kind, id, language),
            Self::Tasks(tasks) => tasks.path(language),
            Self::Task(id) => format!("{}/{id}", Word::Tasks.path(language)),
        }
    }

    /// Where those are led whose language the site does not have: to the page in its usual one; to the
    /// home page by the address that looks at what the browser asks for.
    pub(crate) fn default_path(&self, usual: Language) -> String {
        if *self == Self::Home { "/".to_owned() } else { self.path(usual) }
    }

    /// The shortest address of a shared list: it shows the list in the receiver's language.
    pub(crate) fn short(code: &Code) -> String {
        format!("/l/{code}")
    }

    /// The part of the site that it belongs to, where a county may do without that.
    pub(crate) const fn module(&self) -> Option<Module> {
        match self {
            Self::Given(_) | Self::Shared(_) | Self::Leaflet(Some(_)) => Some(Module::Sharing),
            Self::Feedback(_) | Self::FeedbackThanks(_) | Self::FeedbackEffects => {
                Some(Module::Feedback)
            }
            Self::Widget(_) | Self::WidgetBuilder(_) => Some(Module::Widget),
            Self::Screen(_) => Some(Module::Screen),
            Self::Feeds(_) => Some(Module::Feeds),
            Self::Events(address) if address.is_of_events() => Some(Module::Events),
            Self::Describe => Some(Module::DescriptionHelper),
            _ => None,
        }
    }

    /// Whether search engines may keep what is there.
    pub(crate) const fn is_public(&self) -> bool {
        if let Self::Events(address) = self {
            return address.is_public();
        }
        !matches!(
            self,
            Self::Search(_)
                | Self::Report
                | Self::Screen(_)
                | Self::Imports
                | Self::Import(_)
                | Self::MyList
                | Self::Given(_)
                | Self::Shared(_)
                | Self::Leaflet(_)
                | Self::Widget(_)
                | Self::WidgetBuilder(_)
                | Self::Feedback(Some(_))
                | Self::FeedbackThanks(_)
                | Self::SignIn
                | Self::Staff
                | Self::Dashboard(_)
                | Self::Offline
                | Self::Forgotten
                | Self::Provider(_)
                | Self::Coverage(_)
                | Self::Quality(_)
                | Self::Findings(_)
                | Self::Described(..)
                | Self::Tasks(_)
                | Self::Task(_)
        )
    }
}

/// A page's address, with the service that it is about.
fn of_service(word: Word, about: Option<&EntityId>, language: Language) -> String {
    let own = word.path(language);
    about.map_or_else(|| own.clone(), |id| format!("{own}?{}={id}", Word::Service.of(language)))
}

/// The municipality that somebody means: by its code, a postal code or its name.
pub(crate) fn place_named(text: &str) -> Option<&'static Municipality> {
    let text = text.trim();
    let of_postal = || municipality(postal_code(text)?.municipality);
    municipality(text).or_else(of_postal).or_else(|| municipality_by_name(text))
}

/// A page's number, from 1 to the last that is served.
pub(crate) fn page_number(text: &str) -> usize {
    text.parse().unwrap_or(1).clamp(1, LAST_PAGE)
}

/// The text in a query string: everything but letters, digits and `-._~` as percent signs.
pub(crate) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

/// The text in an address of another kind than the web's, where a plus is no space.
pub(crate) fn percent_encoded(text: &str) -> String {
    encoded(text).replace('+', "%20")
}
