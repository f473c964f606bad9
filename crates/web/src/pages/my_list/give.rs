//! Giving the list: the form, and the page that shows the address to give.

use app::shared_list::{Found, Gift, give, read};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Language;
use domain::personal_data::PersonalData;
use domain::shared_list::{Code, MOST_CHARACTERS, Note, NoteRefusal, SharedList, Validity};

use crate::address::{Address, Word, percent_encoded};
use crate::face::Module;
use crate::fault::Fault;
use crate::frame::{Frame, own_name};
use crate::language::Reader;
use crate::pages::shared_list::{Leaflet, private, until};
use crate::texts::Texts;
use crate::view::leave::{Leave, unkept_if};
use crate::view::qr::Qr;
use crate::visit;
use crate::{Site, render};

/// The form with what was chosen and written in it.
pub(crate) struct GiveForm {
    pub(crate) action: String,
    pub(crate) languages: Vec<Choice>,
    pub(crate) validities: Vec<Choice>,
    pub(crate) note: String,
    pub(crate) most_characters: usize,
    /// Why the note is not taken, and how to mend it.
    pub(crate) error: Option<String>,
}

/// Something to choose.
pub(crate) struct Choice {
    pub(crate) value: &'static str,
    pub(crate) name: String,
    pub(crate) is_chosen: bool,
}

/// What was chosen and written.
struct Given {
    language: Language,
    validity: Validity,
    note: String,
}

impl Given {
    /// Reads the form; where nothing known is chosen, it is the reader's language and a month.
    fn read(fields: &[(String, String)], frame: &Frame) -> Self {
        let field = |wanted: &str| {
            let found = fields.iter().find(|(name, _)| name == wanted);
            found.map_or("", |(_, value)| value.as_str())
        };
        let language = Language::from_code(field("language"))
            .filter(|language| frame.offered().any(|offered| offered == *language));
        Self {
            language: language.unwrap_or(frame.language),
            validity: Validity::from_name(field("validity")).unwrap_or_default(),
            note: field("note").to_owned(),
        }
    }
}

impl GiveForm {
    /// The form as it is at first.
    pub(super) fn new(frame: &Frame) -> Self {
        Self::filled(&Given::read(&[], frame), None, frame)
    }

    fn filled(given: &Given, error: Option<String>, frame: &Frame) -> Self {
        let t = frame.t;
        let languages = frame.offered().map(|language| Choice {
            value: language.code(),
            name: own_name(language).to_owned(),
            is_chosen: language == given.language,
        });
        let validities = Validity::ALL.into_iter().map(|validity| Choice {
            value: validity.name(),
            name: t.find("give-validity", validity.name()).unwrap_or_default().into_owned(),
            is_chosen: validity == given.validity,
        });
        Self {
            action: Word::Give.path(t.0),
            languages: languages.collect(),
            validities: validities.collect(),
            note: given.note.clone(),
            most_characters: MOST_CHARACTERS,
            error,
        }
    }
}

/// Why a note is not taken and how to mend it, in words.
fn refusal(refusal: NoteRefusal, t: Texts) -> String {
    let text = match refusal {
        NoteRefusal::TooLong(length) => t.count_of_most("give-too-long", length, MOST_CHARACTERS),
        NoteRefusal::Personal(PersonalData::IdentityCode) => t.get("give-identity-code"),
        NoteRefusal::Personal(PersonalData::Phone) => t.get("give-phone"),
        NoteRefusal::Personal(PersonalData::Email) => t.get("give-email"),
    };
    text.into_owned()
}

/// `POST /fi/oma-lista/jaa`: makes the shared list, then leads to its address.
pub(crate) async fn take(
    State(site): State<Site>,
    Reader(reader): Reader,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let frame = site.frame(reader).around(Address::MyList);
    let given = Given::read(&fields, &frame);
    let note = match Note::take(&given.note) {
        Ok(note) => note,
        Err(why) => {
            let form = GiveForm::filled(&given, Some(refusal(why, frame.t)), &frame);
            return super::with_form(&site, frame, form).await;
        }
    };
    let Given { language, validity, .. } = given;
    let services = visit::current().kept.list.clone();
    match give(&site.app, Gift { services, note, language, validity }).await {
        Ok(list) => Ok(Redirect::to(&Address::Given(list.code).path(reader)).into_response()),
        // Nothing to give: the list's page says how to begin.
        Err(app::Error::Refused(_)) => Ok(to_list(Reader(reader)).await.into_response()),
        Err(app::Error::TooMuch(reason)) => {
            tracing::warn!(reason, "a list was not given");
            Err(Fault::ManyLists)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /fi/oma-lista/jaa`: there is only the list's page to see.
pub(crate) async fn to_list(Reader(reader): Reader) -> Redirect {
    Redirect::to(&Address::MyList.path(reader))
}

/// The page with the address to give.
#[derive(Template)]
#[template(path = "given.html")]
struct GivenPage {
    frame: Frame,
    leave: Option<Leave>,
    /// The whole address, as it is given.
    address: String,
    /// Its parts as they are read out: the site without what browsers add by themselves, and the rest.
    host: String,
    path: String,
    qr: Option<Qr>,
    mail: String,
    message: String,
    until: String,
    language: &'static str,
    count: usize,
    /// What the receiver reads, and what is printed.
    leaflet: Leaflet,
    /// The same as a PDF.
    pdf: String,
    /// The leaflet's language, where it is not the page's.
    leaflet_language: Option<&'static str>,
}

/// `GET /fi/oma-lista/jaettu/{code}`.
pub(crate) async fn given(
    State(site): State<Site>,
    Reader(reader): Reader,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let list = there(&site, &code).await?;
    let frame = site.frame(reader).around(Address::Given(list.code.clone()));
    let origin = site.origin(&headers);
    let leaflet = Leaflet::of(&site, &list, list.language, &origin).await?;
    let is_discreet = leaflet.is_discreet;
    let leave = Leave::if_needed(is_discreet, &site.config.leave, reader);
    let page = private(render(&GivenPage::new(frame, leave, &list, (&origin, leaflet))));
    Ok(unkept_if(is_discreet, page))
}

/// The shared list of a code that somebody typed or followed.
pub(crate) async fn there(site: &Site, code: &str) -> Result<SharedList, Fault> {
    let code = Code::read(code).filter(|_| site.has(Module::Sharing));
    let code = code.ok_or(Fault::NoList { has_expired: false })?;
    match read(&site.app, &code).await {
        Ok(Found::There(list)) => Ok(list),
        Ok(Found::Expired) => Err(Fault::NoList { has_expired: true }),
        Err(app::Error::NotFound) => Err(Fault::NoList { has_expired: false }),
        Err(error) => Err(error.into()),
    }
}

impl GivenPage {
    fn new(
        frame: Frame,
        leave: Option<Leave>,
        list: &SharedList,
        (origin, leaflet): (&str, Leaflet),
    ) -> Self {
        let path = Address::short(&list.code);
        let address = format!("{origin}{path}");
        // What is sent is in the receiver's language.
        let receiver = Texts(list.language);
        let body = receiver
            .with("given-message", &[("address", &address), ("date", &until(list, list.language))]);
        // Another county's list may be in a language that this site has no addresses in.
        let paper = frame.offered().find(|offered| *offered == list.language);
        let paper = paper.unwrap_or(frame.language);
        let subject = percent_encoded(&receiver.get("given-subject"));
        let body = percent_encoded(&body);
        Self {
            host: origin.split_once("://").map_or(origin, |(_, host)| host).to_owned(),
            qr: Qr::new(&address),
            mail: format!("mailto:?subject={subject}&body={body}"),
            // With both marks, Android's and Apple's programs find the words.
            message: format!("sms:?&body={body}"),
            until: until(list, frame.language),
            language: own_name(list.language),
            count: list.services.len(),
            leaflet,
            pdf: Address::Leaflet(Some(list.code.clone())).path(paper),
            leaflet_language: (list.language != frame.language).then(|| list.language.code()),
            address,
            path,
            leave,
            frame,
        }
    }
}
