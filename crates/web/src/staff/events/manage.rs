//! An event as the coordinator sees it: who registered, who came, what goes with it.

use std::collections::{HashMap, HashSet};

use app::coordinator::Coordinator;
use app::event::MOST_WAITING;
use app::event::attendance::{Participants, Tick, mark, participants, remove_registration};
use app::event::{details, remove_material, set_cancelled};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Language;
use domain::event::{
    FileKind, LARGEST_FILE, MOST_PLACES, Material, Registration, RegistrationCode, Seat,
};
use domain::partner::{MOST_CHARACTERS, PartnerName};

use super::super::{SignedIn, StaffFrame, StaffPage};
use super::registered;
use crate::address::{Address, EventAddress, percent_encoded};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::event::card::{EventCard, MaterialLink};
use crate::texts::Texts;
use crate::view::form::{Field, Sent};
use crate::view::text::{date, finnish_date, moment};
use crate::{Site, render};

/// The largest form: who came to an event of as many places as there may be, and of those who wait. Of each there are
/// two codes and the name of an organisation, a letter of which has up to six bytes in a form.
pub(super) const BODY_LIMIT: usize = (MOST_PLACES as usize + MOST_WAITING)
    * (2 * RegistrationCode::LENGTH + 6 * MOST_CHARACTERS + "code=&organisation=&came=&".len());

/// The page.
#[derive(Template)]
#[template(path = "staff/event.html")]
struct ManagePage {
    frame: Frame,
    staff: StaffFrame,
    card: EventCard,
    remote: Option<String>,
    edit: String,
    effect: String,
    count: String,
    forgotten: String,
    /// A letter to all who registered, each of whom sees only their own address.
    mailto: Option<String>,
    /// Whether it is marked who came.
    marked: String,
    registrations: Vec<RegistrationLine>,
    others: Field,
    /// Address, name and number.
    partners: Vec<(String, String, String)>,
    materials: Vec<MaterialLink>,
    materials_action: String,
    material_fields: Vec<Field>,
    file_hint: String,
    accept: String,
    errors: Vec<(String, String)>,
}

/// One who registered.
struct RegistrationLine {
    number: usize,
    code: String,
    name: String,
    organisation: String,
    email: String,
    created: String,
    waiting: Option<String>,
    is_ticked: bool,
    has_error: bool,
}

/// What a form that was not taken brought; it is shown again.
#[derive(Default)]
pub(super) struct Refused {
    pub(super) errors: Vec<(String, String)>,
    pub(super) others: Option<String>,
    pub(super) material: (String, String),
    pub(super) attendance: Option<Sent>,
}

/// `GET /fi/koordinaattori/tapahtumat/{id}`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    show(&site, language, &coordinator, &id, Refused::default()).await
}

/// `POST /fi/koordinaattori/tapahtumat/{id}`.
pub(super) async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (app, county, sent) = (&site.app, site.county(), Sent(sent));
    match sent.field("deed") {
        "cancel" => set_cancelled(app, &coordinator, county, &id, true).await?,
        "restore" => set_cancelled(app, &coordinator, county, &id, false).await?,
        "remove-material" => {
            remove_material(app, &coordinator, county, &id, sent.field("material")).await?;
        }
        "remove-registration" => {
            let code = RegistrationCode::read(sent.field("code")).ok_or(Fault::NotFound)?;
            remove_registration(app, &coordinator, county, &id, &code).await?;
        }
        "attendance" => match attendance(&sent, Texts(language)) {
            Ok((ticks, others)) => mark(app, &coordinator, county, &id, ticks, others).await?,
            Err(errors) => {
                let others = Some(sent.field("others").to_owned());
                let refused =
                    Refused { errors, others, attendance: Some(sent), ..Refused::default() };
                return show(&site, language, &coordinator, &id, refused).await;
            }
        },
        _ => return Err(Fault::BadRequest("the form has no deed that is known")),
    }
    Ok(Redirect::to(&EventAddress::StaffOne(id).path(language)).into_response())
}

type Attendances = (Vec<Tick>, Vec<PartnerName>);

/// Reads who came: the code and the organisation of each who registered, in the same order; the codes that are
/// ticked; and the others, a line for each participant.
fn attendance(sent: &Sent, t: Texts) -> Result<Attendances, Vec<(String, String)>> {
    let (mut ticks, mut errors) = (Vec::new(), Vec::new());
    for (place, (code, organisation, came)) in rows(sent).into_iter().enumerate() {
        let Some(code) = RegistrationCode::read(code) else { continue };
        match PartnerName::take(organisation) {
            Ok(organisation) => ticks.push(Tick { code, organisation, came }),
            Err(_) => errors.push((
                format!("organisation-{}", place + 1),
                t.get("partner-bad-name").into_owned(),
            )),
        }
    }
    let lines = sent.field("others").lines().filter(|line| !line.trim().is_empty());
    let others: Result<Vec<PartnerName>, _> = lines.map(PartnerName::take).collect();
    match others {
        Ok(others) if errors.is_empty() => Ok((ticks, others)),
        Ok(_) => Err(errors),
        Err(_) => {
            errors.push(("others".to_owned(), t.get("partner-bad-name").into_owned()));
            Err(errors)
        }
    }
}

/// What a form of attendance says of each who registered: their code, their organisation, and whether they came.
fn rows(sent: &Sent) -> Vec<(&str, &str, bool)> {
    let all = |wanted: &'static str| {
        sent.0.iter().filter(move |(name, _)| name == wanted).map(|(_, value)| value.as_str())
    };
    let came: HashSet<&str> = all("came").collect();
    let rows = all("code").zip(all("organisation"));
    rows.map(|(code, organisation)| (code, organisation, came.contains(code))).collect()
}

/// The page, with what of a form must be mended.
pub(super) async fn show(
    site: &Site,
    language: Language,
    coordinator: &Coordinator,
    id: &str,
    refused: Refused,
) -> Result<Response, Fault> {
    let address = Address::Events(EventAddress::StaffOne(id.to_owned()));
    let frames = StaffFrame::new(site, language, coordinator, StaffPage::Events, address);
    let shown = participants(&site.app, coordinator, site.county(), id).await?;
    let materials = details(&site.app, site.county(), id).await?.materials;
    Ok(render(&ManagePage::new(frames, &shown, &materials, refused)))
}

impl ManagePage {
    fn new(
        (frame, staff): (Frame, StaffFrame),
        shown: &Participants,
        materials: &[Material],
        refused: Refused,
    ) -> Self {
        let (t, event) = (frame.t, &shown.event);
        let at = |address: EventAddress| address.path(t.0);
        let partner = |(partner, count): &(domain::partner::Partner, u32)| {
            let count = usize::try_from(*count).unwrap_or(usize::MAX);
            (
                at(EventAddress::Partner(partner.id.clone())),
                partner.name.as_str().to_owned(),
                t.count("staff-participants-count", count).into_owned(),
            )
        };
        let others = refused.others.clone().unwrap_or_else(|| shown.others.join("\n"));
        let endings: Vec<String> =
            FileKind::ALL.iter().map(|kind| format!(".{}", kind.ending)).collect();
        let (name, link) = &refused.material;
        let field = |id: &str, key: &str, value: &str| {
            Field::new(id, t.get(key), value).with_error(&refused.errors)
        };
        Self {
            card: EventCard::new(event, t),
            remote: event.facts.remote.clone(),
            edit: at(EventAddress::Edit(event.id.clone())),
            effect: at(EventAddress::Effect(Some(event.id.clone()))),
            count: registered(shown.registrations.len(), event.facts.capacity, t),
            forgotten: t.name("staff-kept", date(event.forgotten_by(), t.0)).into_owned(),
            mailto: mailto(shown),
            marked: marked(shown, t),
            registrations: lines(shown, &refused, t),
            others: field("others", "staff-others", &others)
                .rows(4)
                .hint(t.get("staff-others-hint")),
            partners: shown.partners.iter().map(partner).collect(),
            materials: MaterialLink::all(&event.id, materials, t),
            materials_action: at(EventAddress::Materials(event.id.clone())),
            material_fields: vec![
                field("material-name", "material-name", name),
                field("material-link", "material-link", link).kind("url"),
            ],
            file_hint: t
                .with(
                    "material-file-hint",
                    &[
                        ("kinds", &endings.join(", ")),
                        ("most", &(LARGEST_FILE / 1_000_000).to_string()),
                    ],
                )
                .into_owned(),
            accept: endings.join(","),
            errors: refused.errors,
            frame,
            staff,
        }
    }
}

fn lines(shown: &Participants, refused: &Refused, t: Texts) -> Vec<RegistrationLine> {
    let is_marked = shown.event.attendance_marked.is_some();
    // A form that was refused is shown as it was sent, as far as those who registered are still the same.
    let sent = refused.attendance.iter().flat_map(rows);
    let sent: HashMap<&str, (&str, bool)> =
        sent.map(|(code, organisation, came)| (code, (organisation, came))).collect();
    let wrong: HashSet<&str> = refused.errors.iter().map(|(id, _)| id.as_str()).collect();
    let line = |(place, (one, seat)): (usize, &(Registration, Seat))| {
        let number = place + 1;
        let code = one.code.to_string();
        // Those who have a place are ticked until it is marked who came.
        let is_ticked = if is_marked { one.came } else { *seat == Seat::Taken };
        let (organisation, is_ticked) = match sent.get(code.as_str()) {
            Some((organisation, came)) => ((*organisation).to_owned(), *came),
            None => (one.registrant.organisation.as_str().to_owned(), is_ticked),
        };
        RegistrationLine {
            number,
            name: one.registrant.name.clone(),
            organisation,
            email: one.registrant.email.clone(),
            created: moment(one.created, t.0),
            waiting: match seat {
                Seat::Waiting(place) => Some(t.count("staff-waiting", *place).into_owned()),
                Seat::Taken => None,
            },
            is_ticked,
            has_error: wrong.contains(format!("organisation-{number}").as_str()),
            code,
        }
    };
    shown.registrations.iter().enumerate().map(line).collect()
}

fn mailto(shown: &Participants) -> Option<String> {
    let all: Vec<String> = shown
        .registrations
        .iter()
        .map(|(one, _)| percent_encoded(&one.registrant.email).replace("%40", "@"))
        .collect();
    (!all.is_empty()).then(|| format!("mailto:?bcc={}", all.join(",")))
}

/// Whether it is marked who came, in words.
fn marked(shown: &Participants, t: Texts) -> String {
    match shown.event.attendance_marked {
        Some(at) => t.name("staff-marked", date(finnish_date(at), t.0)).into_owned(),
        None if shown.registrations.is_empty() && !shown.partners.is_empty() => {
            t.get("staff-counted-as-registered").into_owned()
        }
        None => t.get("staff-not-marked").into_owned(),
    }
}
