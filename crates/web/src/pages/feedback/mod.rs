//! Feedback: the form, of a service or of the site, and the thanks. Nobody is asked who they are.

pub(crate) mod effects;

use app::catalogue::Found;
use app::feedback::{Given, Outcome, give};
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::catalogue::{EntityId, EntityKind};
use domain::feedback::{FeedbackKind, FeedbackRefusal, MOST_CHARACTERS, ReplyAddress, Told};
use domain::personal_data::PersonalData;

use crate::address::Address;
use crate::fault::{Fault, again_in_a_minute, again_later};
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::entity_id;
use crate::pages::information::ContactCard;
use crate::texts::Texts;
use crate::view::leave::{Leave, unkept_if};
use crate::view::text::Text;
use crate::{Site, render};

/// The form.
#[derive(Template)]
#[template(path = "feedback.html")]
struct FeedbackPage {
    frame: Frame,
    preview: Preview,
    /// The way out, where the service is one that others must not know of.
    leave: Option<Leave>,
    action: String,
    subject: Option<Subject>,
    kinds: Vec<Choice>,
    words: String,
    /// The address for the answer, where answers are sent.
    email: Option<String>,
    most_characters: usize,
    error: Option<FormError>,
    contact: ContactCard,
}

/// The service that it is about.
struct Subject {
    id: EntityId,
    name: Text,
    href: String,
    is_discreet: bool,
}

/// A kind to choose.
struct Choice {
    value: &'static str,
    name: String,
    is_chosen: bool,
}

/// What is to be mended, and in which field.
struct FormError {
    field: &'static str,
    text: String,
}

/// What the form brings.
#[derive(Debug, Default)]
struct Fields {
    service: Option<EntityId>,
    kind: Option<FeedbackKind>,
    words: String,
    /// Where they want the answer.
    email: String,
    /// Whether the field is filled that no person sees.
    is_of_a_machine: bool,
}

/// `GET /fi/palaute?palvelu=ID`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let fields = Fields { service: service(&parameters)?, ..Fields::default() };
    let subject = Subject::find(&site, fields.service.as_ref(), Texts(language)).await?;
    let frame = site.frame(language).around(Address::Feedback(fields.service.clone()));
    Ok(form(&site, frame, &fields, subject, None))
}

/// `POST /fi/palaute`: keeps it, then leads to the thanks, so that going back and forth sends nothing anew.
pub(crate) async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let t = Texts(language);
    let fields = Fields::read(&sent);
    let subject = match Subject::find(&site, fields.service.as_ref(), t).await {
        // What was written must not go with the service that it was about.
        Err(Fault::Gone(..) | Fault::NotFound) => return Ok(without_service(&site, fields, t)),
        found => found?,
    };
    let told = Told::take(fields.kind, &fields.words);
    let reply = if site.config.answers { fields.email.as_str() } else { "" };
    let both = told.and_then(|told| Ok((told, ReplyAddress::take(reply)?)));
    let taken = match both {
        // A machine is thanked like anybody, and learns nothing.
        _ if fields.is_of_a_machine => Ok(()),
        Err(why) => Err(FormError::new(why, t)),
        Ok((told, reply)) => {
            let about = fields.service.clone();
            let given = Given { about, county: site.county(), told, language, reply };
            match give(&site.app, given).await? {
                Outcome::Kept => Ok(()),
                full => {
                    tracing::warn!(?full, "feedback was not taken");
                    let frame =
                        site.frame(language).around(Address::Feedback(fields.service.clone()));
                    let error = FormError::of_flood(full, t);
                    let page = form(&site, frame, &fields, subject, Some(error));
                    let is_short = full == Outcome::FullForAMinute;
                    return Ok(if is_short { again_in_a_minute(page) } else { again_later(page) });
                }
            }
        }
    };
    let Err(error) = taken else {
        let thanks = Address::FeedbackThanks(fields.service).path(language);
        return Ok(Redirect::to(&thanks).into_response());
    };
    let frame = site.frame(language).around(Address::Feedback(fields.service.clone()));
    Ok(form(&site, frame, &fields, subject, Some(error)))
}

/// The form with all that was written, for what was about a service that is no longer there: it can be sent
/// as feedback on the site.
fn without_service(site: &Site, fields: Fields, t: Texts) -> Response {
    let frame = site.frame(t.0).around(Address::Feedback(None));
    let text = t.get("feedback-service-gone").into_owned();
    let fields = Fields { service: None, ..fields };
    form(site, frame, &fields, None, Some(FormError { field: "words", text }))
}

/// The thanks.
#[derive(Template)]
#[template(path = "feedback-thanks.html")]
struct ThanksPage {
    frame: Frame,
    leave: Option<Leave>,
    /// The service's page.
    service: Option<String>,
    /// How feedback changed things.
    effects: String,
}

/// `GET /fi/palaute/kiitos`.
pub(crate) async fn thanks(
    State(site): State<Site>,
    Reader(language): Reader,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let about = service(&parameters)?;
    let address = Address::FeedbackThanks(about.clone());
    // What it was about may be gone by now: thanks are due all the same.
    let subject = Subject::find(&site, about.as_ref(), Texts(language)).await.ok().flatten();
    let is_discreet = subject.is_some_and(|subject| subject.is_discreet);
    let page = render(&ThanksPage {
        frame: site.frame(language).around(address),
        leave: Leave::if_needed(is_discreet, &site.config.leave, language),
        service: about.map(|id| Address::Service(id).path(language)),
        effects: Address::FeedbackEffects.path(language),
    });
    Ok(unkept_if(is_discreet, page))
}

/// The service in an address or a form, in any language's word.
fn service(pairs: &[(String, String)]) -> Result<Option<EntityId>, Fault> {
    let found = pairs.iter().find(|(name, value)| {
        matches!(name.as_str(), "palvelu" | "tjanst" | "service") && !value.is_empty()
    });
    found.map(|(_, id)| entity_id(id)).transpose()
}

fn form(
    site: &Site,
    frame: Frame,
    fields: &Fields,
    subject: Option<Subject>,
    error: Option<FormError>,
) -> Response {
    let t = frame.t;
    let is_discreet = subject.as_ref().is_some_and(|subject| subject.is_discreet);
    let kinds = FeedbackKind::ALL.into_iter().map(|kind| Choice {
        value: kind.name(),
        name: t.find("feedback-kind", kind.name()).unwrap_or_default().into_owned(),
        is_chosen: fields.kind == Some(kind),
    });
    let page = render(&FeedbackPage {
        preview: Preview::new(&frame, t.get("feedback-heading")).described(t.get("feedback-lead")),
        leave: Leave::if_needed(is_discreet, &site.config.leave, t.0),
        action: Address::Feedback(None).path(t.0),
        kinds: kinds.collect(),
        words: fields.words.clone(),
        email: site.config.answers.then(|| fields.email.clone()),
        most_characters: MOST_CHARACTERS,
        contact: ContactCard::of(site),
        subject,
        error,
        frame,
    });
    unkept_if(is_discreet, page)
}

impl Fields {
    /// Reads the form; an id that can be none is left out.
    fn read(sent: &[(String, String)]) -> Self {
        let field = |wanted: &str| {
            let found = sent.iter().find(|(name, _)| name == wanted);
            found.map_or("", |(_, value)| value.as_str())
        };
        Self {
            service: service(sent).ok().flatten(),
            kind: FeedbackKind::from_name(field("kind")),
            words: field("words").to_owned(),
            email: field("email").to_owned(),
            is_of_a_machine: !field("homepage").is_empty(),
        }
    }
}

impl Subject {
    async fn find(site: &Site, id: Option<&EntityId>, t: Texts) -> Result<Option<Self>, Fault> {
        let Some(id) = id else { return Ok(None) };
        match app::catalogue::service(&site.app, id).await? {
            Found::Offered(details) => Ok(Some(Self {
                id: id.clone(),
                name: Text::best_or(&details.service.names(), t, "name-missing"),
                href: Address::Service(id.clone()).path(t.0),
                is_discreet: details.is_discreet(),
            })),
            Found::Gone(names) => Err(Fault::Gone(EntityKind::Service, names)),
        }
    }
}

impl FormError {
    fn new(why: FeedbackRefusal, t: Texts) -> Self {
        let field = match why {
            FeedbackRefusal::NoKind => "kind-wrong",
            FeedbackRefusal::NoAddress => "email",
            _ => "words",
        };
        let text = match why {
            FeedbackRefusal::NoKind => t.get("feedback-no-kind"),
            FeedbackRefusal::NoWords => t.get("feedback-no-words"),
            FeedbackRefusal::TooLong(length) => t.count("feedback-too-long", length),
            FeedbackRefusal::NoAddress => t.get("feedback-no-address"),
            FeedbackRefusal::Personal(PersonalData::IdentityCode) => {
                t.get("feedback-identity-code")
            }
            FeedbackRefusal::Personal(PersonalData::Phone) => t.get("feedback-phone"),
            FeedbackRefusal::Personal(PersonalData::Email) => t.get("feedback-email-in-words"),
        };
        Self { field, text: text.into_owned() }
    }

    fn of_flood(full: Outcome, t: Texts) -> Self {
        let text = match full {
            Outcome::FullForAMinute => t.get("feedback-full-minute"),
            _ => t.get("feedback-full"),
        };
        Self { field: "words", text: text.into_owned() }
    }

    /// Whether it is in a field.
    fn is_of(&self, field: &str) -> bool {
        self.field == field
    }
}

impl FeedbackPage {
    /// What is wrong with the kind.
    fn kind_error(&self) -> Option<&str> {
        self.error
            .as_ref()
            .filter(|error| error.is_of("kind-wrong"))
            .map(|error| error.text.as_str())
    }

    /// What is wrong with the address for the answer.
    fn email_error(&self) -> Option<&str> {
        self.error.as_ref().filter(|error| error.is_of("email")).map(|error| error.text.as_str())
    }

    /// What is wrong with the words.
    fn words_error(&self) -> Option<&str> {
        self.error.as_ref().filter(|error| error.is_of("words")).map(|error| error.text.as_str())
    }
}
