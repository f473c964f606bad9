//! The private links of an organisation: made, shown once, renewed and revoked.

use std::borrow::Cow;

use app::provider::{LinkDraft, LinkRefusal, Made, links, make, renew, revoke};
use app::quality::{Choice, findings, is_own};
use askama::Template;
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::catalogue::EntityId;
use domain::provider_link::{DigestRhythm, LinkValidity, ProviderLink};
use domain::{Language, Localized};
use jiff::{SignedDuration, Timestamp};

use super::{SignedIn, StaffFrame, StaffPage};
use crate::address::{Address, FindingsAddress, ProviderAddress};
use crate::fault::Fault;
use crate::frame::{Frame, own_name};
use crate::guard::ONLY_TO_US;
use crate::language::Reader;
use crate::pages::entity_id;
use crate::pages::provider::{RhythmChoice, email_field, refusal_text, rhythms};
use crate::texts::Texts;
use crate::view::form::{Field, Sent};
use crate::view::text::{Text, date, finnish_date};
use crate::{Site, render};

/// The routes of a language.
pub(super) fn routes(language: Language) -> Router<Site> {
    let [_, _, _, _, path] = ProviderAddress::routes(language);
    Router::new().route(&path, get(page).post(take))
}

/// The page.
#[derive(Template)]
#[template(path = "staff/links.html")]
struct LinksPage {
    frame: Frame,
    staff: StaffFrame,
    name: Text,
    up: String,
    links: Vec<LinkRow>,
    /// The address of the link that was just made.
    made: Option<String>,
    errors: Vec<(String, String)>,
    languages: Vec<Offered>,
    validities: Vec<Offered>,
    email: Field,
    rhythms: Vec<RhythmChoice>,
    /// Whether mail can be sent from here.
    has_mail: bool,
}

/// A value to choose: what is sent, what it says, whether it is chosen.
struct Offered {
    value: String,
    name: Cow<'static, str>,
    is_chosen: bool,
}

/// A link.
struct LinkRow {
    id: String,
    made: String,
    state: String,
    is_revoked: bool,
    digest: String,
}

/// What the form says.
struct Filled {
    draft: LinkDraft,
    refusal: Option<LinkRefusal>,
    made: Option<String>,
}

/// `GET /fi/koordinaattori/laatu/toimijan-linkki/{organisation}`.
async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    signed_in: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    show(&site, language, signed_in, &entity_id(&id)?, None).await
}

/// `POST /fi/koordinaattori/laatu/toimijan-linkki/{organisation}`.
async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (organisation, sent) = (entity_id(&id)?, Sent(sent));
    let validity = LinkValidity::of_days(sent.field("validity")).unwrap_or_default();
    let (app, county) = (&site.app, site.county());
    if sent.has("renew") {
        renew(app, &coordinator, county, sent.field("renew"), validity).await?;
    } else if sent.has("revoke") {
        revoke(app, &coordinator, county, sent.field("revoke")).await?;
    } else {
        let draft = LinkDraft {
            language: Language::from_code(sent.field("language"))
                .filter(|language| site.config.face.languages.contains(language))
                .unwrap_or(language),
            validity,
            email: sent.field("email").to_owned(),
            rhythm: DigestRhythm::from_name(sent.field("rhythm")).unwrap_or_default(),
        };
        let filled = match make(app, &coordinator, county, &organisation, draft.clone()).await? {
            Ok(Made { link, key }) => {
                let path = ProviderAddress::View(key, 1).path(link.language);
                let made = Some(format!("{}{path}", site.origin(&headers)));
                Filled { draft: LinkDraft { email: String::new(), ..draft }, refusal: None, made }
            }
            Err(refusal) => Filled { draft, refusal: Some(refusal), made: None },
        };
        let signed_in = SignedIn(coordinator);
        // The key is on the page: no other site is told of it.
        let mut page = show(&site, language, signed_in, &organisation, Some(filled)).await?;
        page.headers_mut().insert(header::REFERRER_POLICY, ONLY_TO_US);
        return Ok(page);
    }
    let back = ProviderAddress::Links(organisation).path(language);
    Ok(Redirect::to(&back).into_response())
}

async fn show(
    site: &Site,
    language: Language,
    SignedIn(coordinator): SignedIn,
    organisation: &EntityId,
    filled: Option<Filled>,
) -> Result<Response, Fault> {
    let found = links(&site.app, &coordinator, site.county(), organisation).await?;
    let choice = Choice { owner: Some(organisation.clone()), ..Choice::default() };
    let names = findings(&site.app, &coordinator, &choice, (0, 0)).await?.organisation;
    let names = names.unwrap_or_default();
    let address = Address::Provider(ProviderAddress::Links(organisation.clone()));
    let (frame, staff) = StaffFrame::new(site, language, &coordinator, StaffPage::Quality, address);
    let t = frame.t;
    let Filled { draft, refusal, made } = filled.unwrap_or_else(|| Filled {
        draft: LinkDraft {
            language: usual(&names, &site.config.face.languages, language),
            validity: LinkValidity::default(),
            email: String::new(),
            rhythm: if site.config.answers { DigestRhythm::Weekly } else { DigestRhythm::Never },
        },
        refusal: None,
        made: None,
    });
    let error = refusal.map(|refusal| refusal_text(refusal, t));
    // Findings are seen in the county where an organisation is at home; what it offers, wherever it does.
    let up = if is_own(&site.app, site.county(), organisation).await? {
        FindingsAddress { organisation: Some(organisation.clone()), ..Default::default() }
            .path(language)
    } else {
        Address::Organisation(organisation.clone(), 1).path(language)
    };
    let validity = |one: LinkValidity| Offered {
        value: one.days().to_string(),
        name: t.count("links-days", usize::try_from(one.days()).unwrap_or(0)),
        is_chosen: one == draft.validity,
    };
    let languages = site.config.face.languages.iter().map(|one| Offered {
        value: one.code().to_owned(),
        name: own_name(*one).into(),
        is_chosen: *one == draft.language,
    });
    Ok(render(&LinksPage {
        name: Text::best_or(&names, t, "name-missing"),
        up,
        links: found.iter().map(|one| LinkRow::new(one, site.app.now(), t)).collect(),
        made,
        errors: error.iter().map(|text| ("email".to_owned(), text.clone())).collect(),
        languages: languages.collect(),
        validities: LinkValidity::ALL.map(validity).into(),
        email: email_field(draft.email, error, t),
        rhythms: rhythms(draft.rhythm, t),
        has_mail: site.sends_digests(),
        frame,
        staff,
    }))
}

/// The organisation's own language: the first of the site's in which it has a name.
fn usual(names: &Localized, offered: &[Language], reader: Language) -> Language {
    offered.iter().copied().find(|language| names.get(*language).is_some()).unwrap_or(reader)
}

impl LinkRow {
    fn new(one: &ProviderLink, now: Timestamp, t: Texts) -> Self {
        let day = |at: Timestamp| date(finnish_date(at), t.0);
        let last = one.expires.checked_sub(SignedDuration::from_secs(1)).unwrap_or(one.expires);
        let state = match one.revoked {
            Some(at) => t.name("links-revoked", day(at)),
            None if one.is_open(now) => t.name("links-open", day(last)),
            None => t.name("links-expired", day(last)),
        };
        let rhythm = t.find("digest-rhythm", one.rhythm.name()).unwrap_or_default();
        let mut digest = match one.email.as_str() {
            "" => t.get("links-no-digest").into_owned(),
            email => format!("{email}: {rhythm}"),
        };
        if let Some(at) = one.digest_sent {
            digest = format!("{digest} · {}", t.name("links-digest-sent", day(at)));
        }
        let made = [("name", one.author.as_str()), ("day", &day(one.created))];
        Self {
            id: one.id.clone(),
            made: t.with("links-made-by", &made).into_owned(),
            state: state.into_owned(),
            is_revoked: one.revoked.is_some(),
            digest,
        }
    }
}
