//! The coordinator's partners: the list, and the page of each with its way to good descriptions.

mod page;

use app::partner::{PartnerLine, add};
use app::sheet::{Sheet, Value};
use askama::Template;
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::Language;
use domain::partner::{MOST_CHARACTERS, PartnerName, PartnerNameRefusal};

use super::events::effect::files;
use super::quality::sheets::answer;
use super::{SignedIn, StaffFrame, StaffPage};
use crate::address::{Address, EventAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::texts::Texts;
use crate::view::form::{Field, Sent};
use crate::view::text::{Text, date, finnish_date};
use crate::{Site, render};

/// The pages of partners in a language.
pub(super) fn routes(language: Language) -> Router<Site> {
    use EventAddress as At;
    let path = |address: EventAddress| address.path(language);
    Router::new()
        .route(&path(At::Partners), get(list).post(take))
        .route(&path(At::PartnersTable(EventAddress::other())), get(table))
        .route(&path(At::Partner(EventAddress::id())), get(page::page).post(page::take))
}

/// The list.
#[derive(Template)]
#[template(path = "staff/partners.html")]
struct ListPage {
    frame: Frame,
    staff: StaffFrame,
    field: Field,
    errors: Vec<(String, String)>,
    lines: Vec<Line>,
    files: Vec<(String, String)>,
}

struct Line {
    href: String,
    name: String,
    progress: String,
    next: Text,
    descriptions: String,
    last: String,
}

/// `GET /fi/koordinaattori/toimijat`.
async fn list(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
) -> Result<Response, Fault> {
    show(&site, language, &coordinator, "", vec![]).await
}

/// `POST /fi/koordinaattori/toimijat`: adds one, and leads to its page.
async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let sent = Sent(sent);
    match PartnerName::take(sent.field("name")) {
        Ok(name) => {
            let id = add(&site.app, &coordinator, site.county(), name).await?;
            Ok(Redirect::to(&EventAddress::Partner(id).path(language)).into_response())
        }
        Err(why) => {
            let errors = vec![("name".to_owned(), told(why, Texts(language)))];
            show(&site, language, &coordinator, sent.field("name"), errors).await
        }
    }
}

/// `GET /fi/koordinaattori/toimijat/taulukot/{file}`.
async fn table(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(file): Path<String>,
) -> Result<Response, Fault> {
    let form = file.strip_prefix("partners.").ok_or(Fault::NotFound)?;
    let t = Texts(language);
    let plan = &site.config.face.journey;
    let lines = app::partner::list(&site.app, &coordinator, site.county(), plan).await?;
    let columns = [
        "partner-name",
        "partner-done",
        "partner-steps",
        "partner-next",
        "partner-descriptions",
        "partner-last",
    ];
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let row = |line: &PartnerLine| {
        let shown = Line::new(line, t);
        vec![
            Value::from(shown.name),
            Value::from(count(line.progress.0)),
            Value::from(count(line.progress.1)),
            Value::from(shown.next.value),
            Value::count(line.descriptions.map(count)),
            Value::from(line.last.as_ref().map(|_| shown.last)),
        ]
    };
    let sheet = Sheet {
        name: t.get("partners-heading").into_owned(),
        columns: columns.map(|key| t.get(key).into_owned()).into(),
        rows: lines.iter().map(row).collect(),
        note: None,
    };
    answer(sheet, "partners", form).await
}

async fn show(
    site: &Site,
    language: Language,
    coordinator: &app::coordinator::Coordinator,
    name: &str,
    errors: Vec<(String, String)>,
) -> Result<Response, Fault> {
    let address = Address::Events(EventAddress::Partners);
    let (frame, staff) = StaffFrame::new(site, language, coordinator, StaffPage::Partners, address);
    let t = frame.t;
    let plan = &site.config.face.journey;
    let lines = app::partner::list(&site.app, coordinator, site.county(), plan).await?;
    Ok(render(&ListPage {
        field: Field::new("name", t.get("partner-new"), name)
            .hint(t.get("partner-new-hint"))
            .with_error(&errors),
        errors,
        lines: lines.iter().map(|line| Line::new(line, t)).collect(),
        files: files(t, |form| EventAddress::PartnersTable(format!("partners.{form}"))),
        frame,
        staff,
    }))
}

impl Line {
    fn new(line: &PartnerLine, t: Texts) -> Self {
        let (done, all) = line.progress;
        let next = line.next.as_ref();
        let nothing = || Text::own(t.get("journey-done"));
        Self {
            href: EventAddress::Partner(line.partner.id.clone()).path(t.0),
            name: line.partner.name.as_str().to_owned(),
            progress: t.count_of_most("journey-progress", done, all).into_owned(),
            next: next.and_then(|name| Text::best(name, t.0)).unwrap_or_else(nothing),
            descriptions: line
                .descriptions
                .map_or_else(|| "–".to_owned(), |count| count.to_string()),
            last: line.last.as_ref().map_or_else(
                || "–".to_owned(),
                |marked| format!("{} {}", date(finnish_date(marked.at), t.0), marked.author),
            ),
        }
    }
}

/// Why a name is not taken, in words.
fn told(why: PartnerNameRefusal, t: Texts) -> String {
    let text = match why {
        PartnerNameRefusal::Missing => t.get("partner-no-name"),
        PartnerNameRefusal::TooLong => t.count("form-too-long", MOST_CHARACTERS),
        PartnerNameRefusal::Personal => t.get("form-personal"),
    };
    text.into_owned()
}
