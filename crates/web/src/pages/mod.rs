//! The pages: each module holds one page's handler, its view and its template's sample.

mod campaign;
mod channel;
mod description;
mod digital_help;
mod ease;
pub(crate) mod error;
pub(crate) mod event;
mod feedback;
mod feeds;
mod forget;
mod home;
pub(crate) mod imports;
mod information;
mod leaflet;
mod my_list;
mod organisation;
pub(crate) mod provider;
mod report;
mod screen;
mod search;
mod search_box;
mod service;
mod shared_list;
pub(crate) mod widget;

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::HeaderMap;
use axum::response::Redirect;
use axum::routing::{get, post};
use domain::Language;
use domain::catalogue::EntityId;

use crate::address::{Address, EventAddress, Word};
use crate::face::{Face, Module};
use crate::fault::Fault;
use crate::{Site, language};

/// Every page in every language of the site.
pub(crate) fn routes(face: &Face) -> Router<Site> {
    let mut router =
        Router::new().route("/", get(choose_language)).route("/k/{code}", get(campaign::visit));
    if face.has(Module::Sharing) {
        router = router.route("/l/{code}", get(shared_list::short));
    }
    for language in face.languages.iter().copied() {
        router = with_registrations(of_every_site(router, language), language)
            .merge(provider::routes(language));
        for module in Module::ALL.into_iter().filter(|module| face.has(*module)) {
            router = of_module(router, module, language);
        }
    }
    router
}

/// A path of a word with a part that changes.
fn path_of(word: Word, part: &str, language: Language) -> String {
    format!("{}/{{{part}}}", word.path(language))
}

/// What every site has in a language.
fn of_every_site(router: Router<Site>, language: Language) -> Router<Site> {
    let path = |word: Word| word.path(language);
    let path_of = |word, part| path_of(word, part, language);
    router
        .route(&format!("/{language}"), get(to_home))
        .route(&Address::Home.path(language), get(home::page))
        .route(&path(Word::Search), get(search::page))
        .route(&path(Word::Report), get(report::thanks).post(report::take))
        .route(&path_of(Word::Service, "id"), get(service::page))
        .route(&path_of(Word::Channel, "id"), get(channel::page))
        .route(&path_of(Word::Organisation, "id"), get(organisation::page))
        .route(&path(Word::Imports), get(imports::list))
        .route(&path_of(Word::Imports, "run"), get(imports::one))
        .route(&path(Word::About), get(information::about))
        .route(&path(Word::DigitalHelp), get(digital_help::page))
        .route(&path(Word::Ease), post(ease::choose))
        .route(&path(Word::Privacy), get(information::privacy))
        .route(&path(Word::Forget), post(forget::forget))
        .route(&path(Word::Forgotten), get(forget::forgotten))
        .route(&path(Word::Guide), get(information::guide))
        .route(&path(Word::WhyMissing), get(information::why_missing))
        .route(&path(Word::Accessibility), get(information::accessibility))
        .route(&path(Word::MyList), get(my_list::page).post(my_list::change))
        .route(&Address::Leaflet(None).path(language), get(leaflet::own))
}

/// What a part of the site adds in a language.
fn of_module(router: Router<Site>, module: Module, language: Language) -> Router<Site> {
    let path = |word: Word| word.path(language);
    let path_of = |word, part| path_of(word, part, language);
    match module {
        Module::Sharing => {
            let leaflet =
                format!("{}/{}", path_of(Word::Shared, "code"), Word::Leaflet.of(language));
            router
                .route(&path(Word::Give), get(my_list::give::to_list).post(my_list::give::take))
                .route(&path_of(Word::Given, "code"), get(my_list::give::given))
                .route(
                    &path_of(Word::Shared, "code"),
                    get(shared_list::page).post(shared_list::take),
                )
                .route(&leaflet, get(leaflet::shared))
        }
        Module::Feedback => router
            .route(&path(Word::Feedback), get(feedback::page).post(feedback::take))
            .route(&path(Word::FeedbackThanks), get(feedback::thanks))
            .route(&path(Word::FeedbackEffects), get(feedback::effects::page)),
        Module::Widget => router
            .route(&path(Word::Widget), get(widget::page))
            .route(&path(Word::WidgetBuilder), get(widget::builder::page)),
        Module::Screen => router.route(&path(Word::Screen), get(screen::page)),
        Module::Feeds => router.route(&path(Word::Feeds), get(feeds::page)),
        // Maps are on other pages.
        Module::Map => router,
        Module::Events => with_events(router, language),
        Module::DescriptionHelper => router.route(
            &path(Word::Describe),
            get(description::page)
                .post(description::take)
                .layer(DefaultBodyLimit::max(description::BODY_LIMIT)),
        ),
    }
}

/// Workshops and clinics, and registering for them.
fn with_events(router: Router<Site>, language: Language) -> Router<Site> {
    use EventAddress as At;
    let (id, other) = (EventAddress::id, EventAddress::other);
    let path = |address: EventAddress| address.path(language);
    router
        .route(&path(At::List), get(event::list))
        .route(&path(At::One(id())), get(event::page).post(event::register))
        .route(&path(At::Calendar(id())), get(event::calendar::of_event))
        .route(&path(At::File(id(), other())), get(event::file))
}

/// One's own registration, and the way out of it: who registered is kept, whether or not there are events any longer.
fn with_registrations(router: Router<Site>, language: Language) -> Router<Site> {
    use EventAddress as At;
    let path = |address: EventAddress| address.path(language);
    router
        .route(&path(At::Own(At::id())), get(event::own::page).post(event::own::withdraw))
        .route(&path(At::OwnCalendar(At::id())), get(event::calendar::own))
        .route(&path(At::Withdrawn), get(event::own::withdrawn))
}

/// `GET /`: to the home page in the browser's language.
async fn choose_language(State(site): State<Site>, headers: HeaderMap) -> Redirect {
    let face = &site.config.face;
    let preferred = language::preferred(&headers).filter(|one| face.languages.contains(one));
    let language = preferred.unwrap_or(face.usual_language());
    Redirect::to(&Address::Home.path(language))
}

/// `GET /fi`: to the address with its slash.
async fn to_home(language::Reader(language): language::Reader) -> Redirect {
    Redirect::permanent(&Address::Home.path(language))
}

/// The id in an address; what cannot be one names nothing.
pub(crate) fn entity_id(id: &str) -> Result<EntityId, Fault> {
    EntityId::new(id.to_lowercase()).map_err(|_| Fault::NotFound)
}
