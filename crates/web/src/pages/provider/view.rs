//! What a provider is to mend, in order of worth, with the exact place; what residents reported and searched for; and where
//! the digests go.

use std::borrow::Cow;

use app::provider::{LinkRefusal, Reported, View, set_digest, view};
use app::quality::Severity;
use app::reach::Mending;
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::catalogue::EntityKind;
use domain::coverage::Demand;
use domain::provider_link::DigestRhythm;
use domain::reference::municipality;
use jiff::SignedDuration;

use super::{let_in, secret};
use crate::address::{Address, ProviderAddress, SearchAddress};
use crate::fault::Fault;
use crate::frame::{Frame, own_name};
use crate::language::Reader;
use crate::pages::information::ContactCard;
use crate::texts::Texts;
use crate::view::form::{Field, Sent};
use crate::view::paging::Paging;
use crate::view::text::{Text, date, finnish_date, lang_of, tenths};
use crate::{Site, render};

/// How many findings a page has.
const PAGE_SIZE: usize = 20;
/// The parameter by which the page says that what was chosen of digests is kept.
const SAVED: &str = "saved";
/// How many pieces of evidence a finding shows.
const EVIDENCE_SHOWN: usize = 5;

/// The page.
#[derive(Template)]
#[template(path = "provider/view.html")]
struct ViewPage {
    frame: Frame,
    name: Text,
    score: Option<String>,
    until: String,
    descriptions: String,
    reports: Vec<ReportRow>,
    findings: Vec<MendingCard>,
    total: usize,
    paging: Paging,
    demand: Vec<DemandRow>,
    digest: DigestForm,
    /// Whether mail can be sent from here.
    has_mail: bool,
    contact: ContactCard,
}

/// What a resident reported.
struct ReportRow {
    what: Cow<'static, str>,
    service: Text,
    href: String,
    since: String,
}

/// Something to mend.
struct MendingCard {
    name: &'static str,
    severity: Cow<'static, str>,
    is_error: bool,
    description: Text,
    href: String,
    evidence: Vec<String>,
    /// The language that the evidence is in, where it is not the page's.
    lang: Option<&'static str>,
    why: &'static str,
    mend: &'static str,
    /// Where in PTV.
    place: String,
    /// How many it reaches.
    reach: Option<String>,
}

/// What was searched for.
struct DemandRow {
    text: String,
    lang: Option<&'static str>,
    place: String,
    count: u64,
}

/// Where digests go.
pub(super) struct DigestForm {
    action: String,
    email: Field,
    rhythms: Vec<RhythmChoice>,
    errors: Vec<(String, String)>,
    /// That what was chosen is kept.
    saved: Option<Cow<'static, str>>,
}

/// How often.
pub(crate) struct RhythmChoice {
    pub(crate) value: &'static str,
    pub(crate) name: Cow<'static, str>,
    pub(crate) is_chosen: bool,
}

/// `GET /fi/toimija/{key}`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(key): Path<String>,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (provider, _) = let_in(&site, &key).await?;
    let (email, rhythm) = (provider.link().email.clone(), provider.link().rhythm);
    let t = Texts(language);
    let page = SearchAddress::read(&parameters).page;
    let is_saved = parameters.iter().any(|(name, _)| name == SAVED);
    let saved = is_saved.then(|| t.find("digest-saved", rhythm.name()).unwrap_or_default());
    let form = |action| DigestForm { saved, ..DigestForm::new(action, email, rhythm, None, t) };
    show(&site, language, &key, page, form).await
}

/// `POST /fi/toimija/{key}/kooste`.
pub(super) async fn take_digest(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(key): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (provider, own) = let_in(&site, &key).await?;
    let sent = Sent(sent);
    let email = sent.field("email").to_owned();
    let rhythm = DigestRhythm::from_name(sent.field("rhythm")).unwrap_or_default();
    match set_digest(&site.app, &provider, &email, rhythm).await? {
        Ok(()) => {
            let back = ProviderAddress::View(own, 1).path(language);
            Ok(secret(Redirect::to(&format!("{back}?{SAVED}=1#digest")).into_response()))
        }
        Err(refusal) => {
            let t = Texts(language);
            let form = |action| DigestForm::new(action, email, rhythm, Some(refusal), t);
            let mut page = show(&site, language, &key, 1, form).await?;
            // The page is whole: it must not become the one for a request that was not understood.
            *page.status_mut() = StatusCode::OK;
            Ok(page)
        }
    }
}

async fn show(
    site: &Site,
    language: domain::Language,
    key: &str,
    page: usize,
    form: impl FnOnce(String) -> DigestForm,
) -> Result<Response, Fault> {
    let (provider, key) = let_in(site, key).await?;
    let offset = (page - 1) * PAGE_SIZE;
    // An organisation that is gone has no page; its link tells no more than any other that leads nowhere.
    let found = match view(&site.app, &provider, (offset, PAGE_SIZE)).await {
        Err(app::Error::NotFound) => return Err(Fault::NoProviderLink),
        found => found?,
    };
    let at = |page| ProviderAddress::View(key.clone(), page);
    let frame = site.frame(language).around(Address::Provider(at(page)));
    let t = frame.t;
    let View { names, score, reports, findings, total, demand } = found;
    let last = provider.link().expires.checked_sub(SignedDuration::from_secs(1));
    let last = last.unwrap_or(provider.link().expires);
    Ok(secret(render(&ViewPage {
        name: Text::best_or(&names, t, "name-missing"),
        score: score.tenths().map(|number| tenths(number, language)),
        until: t.name("provider-until", date(finnish_date(last), language)).into_owned(),
        descriptions: ProviderAddress::Descriptions(key.clone(), 1).path(language),
        reports: reports.iter().map(|one| ReportRow::new(one, t)).collect(),
        findings: findings.iter().map(|one| MendingCard::new(one, t)).collect(),
        total,
        paging: Paging::new(total, PAGE_SIZE, page, |page| at(page).path(language)),
        demand: demand.iter().map(|one| DemandRow::new(one, t)).collect(),
        digest: form(ProviderAddress::digest(&key, language)),
        has_mail: site.sends_digests(),
        contact: ContactCard::of(site),
        frame,
    })))
}

impl ReportRow {
    fn new(one: &Reported, t: Texts) -> Self {
        let watch = one.watch.unwrap_or(domain::task::Watch::Anything);
        Self {
            what: t.find("task-watch", watch.name()).unwrap_or_default(),
            service: Text::best_or(&one.names, t, "name-missing"),
            href: Address::Service(one.service.clone()).path(t.0),
            since: date(finnish_date(one.since), t.0),
        }
    }
}

impl MendingCard {
    fn new(one: &Mending, t: Texts) -> Self {
        let finding = &one.finding;
        let (rule, id) = (finding.rule, finding.subject.clone());
        let address = match finding.subject_kind() {
            EntityKind::Organisation => Address::Organisation(id, 1),
            EntityKind::Channel => Address::Channel(id),
            _ => Address::Service(id),
        };
        let field =
            t.find("quality-field", &finding.field.code().replace('_', "-")).unwrap_or_default();
        let description = Text::best_or(&finding.names, t, "name-missing");
        let version = finding
            .language
            .map_or_else(|| t.get("mend-every-version"), |language| own_name(language).into());
        let values =
            [("name", description.value.as_str()), ("version", &version), ("field", &field)];
        let place = match finding.kind {
            EntityKind::Organisation => t.with("mend-in-organisation", &values),
            EntityKind::Channel => t.with("mend-in-channel", &values),
            EntityKind::Connection => t.with("mend-in-connection", &values),
            _ => t.with("mend-in-service", &values),
        };
        let reach = usize::try_from(one.reach).unwrap_or(0);
        Self {
            name: rule.name(t.0),
            severity: t
                .find("quality-severity", &rule.severity.code().to_lowercase())
                .unwrap_or_default(),
            is_error: rule.severity == Severity::Error,
            place: place.into_owned(),
            href: address.path(t.0),
            evidence: finding
                .evidence
                .iter()
                .take(EVIDENCE_SHOWN)
                .map(|it| it.words.clone())
                .collect(),
            lang: finding.language.and_then(|language| lang_of(language, t.0)),
            why: rule.why(t.0),
            mend: rule.mend(t.0),
            reach: (reach > 0).then(|| t.count("mend-reach", reach).into_owned()),
            description,
        }
    }
}

impl DemandRow {
    fn new(one: &Demand, t: Texts) -> Self {
        let place = one.municipality.as_deref().and_then(municipality);
        Self {
            text: one.text.clone(),
            lang: lang_of(one.language, t.0),
            place: place.map_or_else(
                || t.get("provider-searched-anywhere").into_owned(),
                |place| place.name(t.0).to_owned(),
            ),
            count: one.count,
        }
    }
}

impl DigestForm {
    fn new(
        action: String,
        email: String,
        rhythm: DigestRhythm,
        refusal: Option<LinkRefusal>,
        t: Texts,
    ) -> Self {
        let error = refusal.map(|refusal| refusal_text(refusal, t));
        Self {
            action,
            errors: error.iter().map(|text| ("email".to_owned(), text.clone())).collect(),
            email: email_field(email, error, t),
            rhythms: rhythms(rhythm, t),
            saved: None,
        }
    }
}

/// The field for the address.
pub(crate) fn email_field(value: String, error: Option<String>, t: Texts) -> Field {
    let field = Field::new("email", t.get("digest-email"), value)
        .hint(t.get("digest-email-hint"))
        .kind("email");
    Field { error, autocomplete: "email", ..field }
}

/// How often a digest may go, with the chosen one.
pub(crate) fn rhythms(chosen: DigestRhythm, t: Texts) -> Vec<RhythmChoice> {
    let choice = |rhythm: DigestRhythm| RhythmChoice {
        value: rhythm.name(),
        name: t.find("digest-rhythm", rhythm.name()).unwrap_or_default(),
        is_chosen: rhythm == chosen,
    };
    DigestRhythm::ALL.map(choice).into()
}

/// What must be mended.
pub(crate) fn refusal_text(refusal: LinkRefusal, t: Texts) -> String {
    let key = match refusal {
        LinkRefusal::NoAddress => "digest-no-address",
        LinkRefusal::MissingAddress => "digest-missing-address",
        LinkRefusal::TooMany => "links-too-many",
    };
    t.get(key).into_owned()
}
