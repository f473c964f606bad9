//! The description helper: a form in which one writes a description, with what the rules of quality find in it, what
//! may be chosen, and the description in PTV's forms. Nothing of it is kept, and nothing is sent to PTV.

use app::description::{Choices, check, choices, v11, v12};
use app::quality::{Finding, Settings, Severity};
use askama::Template;
use axum::body::Body;
use axum::extract::{Form, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::Language;
use domain::catalogue::EntityId;
use domain::description::{Description, Written};
use domain::reference::{municipalities, service_classes, target_groups};

use crate::address::Address;
use crate::fault::Fault;
use crate::found::preview::Preview;
use crate::frame::{Frame, own_name};
use crate::language::Reader;
use crate::texts::Texts;
use crate::view::text::{Text, alphabetical};
use crate::{Site, render};

/// The examples, by what stands for them in the keys of their texts: one for each kind of place for sports that LIPAS tells
/// apart (ball fields and local places share one), and a meeting place.
const EXAMPLES: [&str; 27] = [
    "trails",
    "fields",
    "ice",
    "swimming",
    "gym",
    "nature",
    "hiking",
    "athletics",
    "golf",
    "halls",
    "indoor",
    "rink",
    "bowling",
    "beach",
    "slopes",
    "snow",
    "jumping",
    "orienteering",
    "skiing",
    "climbing",
    "shooting",
    "boating",
    "flying",
    "motor",
    "horses",
    "dogs",
    "meeting",
];
/// How many words of a finding are shown.
const EVIDENCE_SHOWN: usize = 5;

/// Texts at their longest, in three languages and as browsers send them.
pub(crate) const BODY_LIMIT: usize = 512 * 1024;

/// The page.
#[derive(Template)]
#[template(path = "description-helper.html")]
struct HelperPage {
    frame: Frame,
    preview: Preview,
    action: String,
    languages: Vec<LanguageFields>,
    /// As it was written, and whether it is no id.
    organisation: String,
    is_no_id: bool,
    municipalities: Vec<ListOption>,
    classes: Vec<Tick>,
    terms: Vec<Tick>,
    groups: Vec<Tick>,
    all_classes: Vec<ListOption>,
    all_groups: Vec<ListOption>,
    /// Whether something was written.
    is_written: bool,
    findings: Vec<FindingCard>,
    errors: usize,
    examples: Vec<Example>,
    /// The description as one text.
    text: String,
}

/// The fields of a language.
struct LanguageFields {
    code: &'static str,
    name: &'static str,
    is_open: bool,
    written: Written,
}

/// An option of a list.
struct ListOption {
    value: &'static str,
    name: String,
    is_chosen: bool,
}

/// A box to tick.
struct Tick {
    value: String,
    name: Text,
    is_chosen: bool,
}

/// Something that the rules found.
struct FindingCard {
    rule: &'static str,
    name: &'static str,
    field: String,
    language: Option<&'static str>,
    /// The field to go to.
    href: Option<String>,
    is_error: bool,
    evidence: Vec<String>,
    mend: &'static str,
}

/// An example of a description.
struct Example {
    name: String,
    summary: String,
    description: String,
    instructions: String,
}

/// `GET /fi/kirjoita-kuvaus`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
) -> Result<Response, Fault> {
    Ok(render(&HelperPage::new(&site, language, &Description::default(), "").await?))
}

/// `POST /fi/kirjoita-kuvaus`.
pub(crate) async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let description = read(&sent);
    let wanted = if description.is_empty() { "" } else { first(&sent, "take") };
    let draft = match wanted {
        "v12" => Some(v12(&description)),
        "v11" => Some(v11(&description)),
        _ => None,
    };
    let mut response = if let Some(draft) = draft {
        let text = serde_json::to_string_pretty(&draft)
            .map_err(|error| Fault::Internal(error.to_string()))?;
        let mut response = Body::from(text).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let saved = format!("attachment; filename=\"ptv-{wanted}.json\"");
        let saved = HeaderValue::try_from(saved).ok();
        headers.extend(saved.map(|saved| (header::CONTENT_DISPOSITION, saved)));
        response
    } else {
        let organisation = first(&sent, "organisation");
        render(&HelperPage::new(&site, language, &description, organisation).await?)
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// The first value of a field.
fn first<'a>(sent: &'a [(String, String)], wanted: &str) -> &'a str {
    sent.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.trim())
}

/// What was written and chosen.
fn read(sent: &[(String, String)]) -> Description {
    let all = |wanted: &str| -> Vec<String> {
        let own = sent.iter().filter(|(name, value)| name == wanted && !value.is_empty());
        own.map(|(_, value)| value.clone()).collect()
    };
    let one = |wanted: &str| first(sent, wanted).to_owned();
    let written = |language: Language| {
        let text = |field: &str| one(&format!("{field}-{language}"));
        let written = Written {
            name: text("name"),
            summary: text("summary"),
            description: text("description"),
            instructions: text("instructions"),
        };
        (language, written)
    };
    Description {
        written: Language::INTERFACE.map(written).into(),
        classes: all("class"),
        terms: all("term"),
        groups: all("group"),
        organisation: EntityId::from_guid(&one("organisation")),
        municipality: Some(one("municipality")).filter(|code| !code.is_empty()),
    }
}

impl HelperPage {
    async fn new(
        site: &Site,
        language: Language,
        description: &Description,
        organisation: &str,
    ) -> Result<Self, Fault> {
        let frame = site.frame(language).around(Address::Describe);
        let t = frame.t;
        let is_written = !description.is_empty();
        let (findings, offered) = if is_written {
            (find(site, description).await?, choices(&site.app, description).await?)
        } else {
            (Vec::new(), Choices::default())
        };
        let code = |one: &app::description::Choice<&'static domain::reference::CodeItem>| Tick {
            value: one.of.code.to_owned(),
            name: Text::own(one.of.name(t.0)),
            is_chosen: one.is_chosen,
        };
        let term = |one: &app::description::Choice<(EntityId, domain::Localized)>| Tick {
            value: one.of.0.as_str().to_owned(),
            name: Text::best_or(&one.of.1, t, "name-missing"),
            is_chosen: one.is_chosen,
        };
        let list = |item: &'static domain::reference::CodeItem| ListOption {
            value: item.code,
            name: item.name(t.0).to_owned(),
            is_chosen: false,
        };
        Ok(Self {
            preview: Preview::new(&frame, t.get("describe-heading"))
                .described(t.get("describe-lead")),
            action: Address::Describe.path(language),
            languages: fields(language, description),
            organisation: organisation.to_owned(),
            is_no_id: !organisation.is_empty() && description.organisation.is_none(),
            municipalities: places(description, t),
            classes: offered.classes.iter().map(code).collect(),
            terms: offered.terms.iter().map(term).collect(),
            groups: offered.groups.iter().map(code).collect(),
            all_classes: service_classes()
                .all()
                .iter()
                .filter(|one| one.parent.is_some())
                .map(list)
                .collect(),
            all_groups: target_groups().all().iter().map(list).collect(),
            is_written,
            errors: findings.iter().filter(|one| one.rule.severity == Severity::Error).count(),
            findings: findings.iter().map(|one| FindingCard::new(one, t)).collect(),
            examples: EXAMPLES.map(|id| Example::new(id, t)).into(),
            text: text(description, t),
            frame,
        })
    }
}

/// What the rules find: on a thread of its own, since words take time.
async fn find(site: &Site, description: &Description) -> Result<Vec<Finding>, Fault> {
    let (app, description) = (site.app.clone(), description.clone());
    let settings: Settings = site.config.quality.clone();
    tokio::task::spawn_blocking(move || check(&app, &settings, &description))
        .await
        .map_err(|error| Fault::Internal(error.to_string()))
}

fn fields(reader: Language, description: &Description) -> Vec<LanguageFields> {
    let others = Language::INTERFACE.into_iter().filter(|language| *language != reader);
    let of = |language: Language| {
        let written = description.written.get(&language).cloned().unwrap_or_default();
        LanguageFields {
            code: language.code(),
            name: own_name(language),
            is_open: language == reader || !written.is_empty(),
            written,
        }
    };
    [reader].into_iter().chain(others).map(of).collect()
}

fn places(description: &Description, t: Texts) -> Vec<ListOption> {
    let option = |one: &'static domain::reference::Municipality| ListOption {
        value: one.code,
        name: one.name(t.0).to_owned(),
        is_chosen: description.municipality.as_deref() == Some(one.code),
    };
    let mut options: Vec<ListOption> = municipalities().iter().map(option).collect();
    options.sort_by_cached_key(|option| alphabetical(&option.name));
    options
}

/// The description as one text, to be pasted field by field.
fn text(description: &Description, t: Texts) -> String {
    let keys = ["name", "summary", "description", "user-instructions"];
    let mut lines: Vec<String> = Vec::new();
    for (language, written) in description.written.iter().filter(|(_, written)| !written.is_empty())
    {
        for (key, value) in keys.into_iter().zip(written.texts()) {
            let value = value.trim();
            if !value.is_empty() {
                let field = t.find("quality-field", key).unwrap_or_default();
                lines.push(format!("{field} ({language})\n{value}\n"));
            }
        }
    }
    lines.join("\n")
}

impl FindingCard {
    fn new(finding: &Finding, t: Texts) -> Self {
        let code = finding.field.code();
        let field = match code {
            "user_instructions" => Some("instructions"),
            "name" | "summary" | "description" => Some(code),
            _ => None,
        };
        let href =
            field.zip(finding.language).map(|(field, language)| format!("#{field}-{language}"));
        let words = finding.evidence.iter().take(EVIDENCE_SHOWN).map(|one| one.words.clone());
        Self {
            rule: finding.rule.id,
            name: finding.rule.name(t.0),
            field: t
                .find("quality-field", &code.replace('_', "-"))
                .unwrap_or_default()
                .into_owned(),
            language: finding.language.map(own_name),
            href,
            is_error: finding.rule.severity == Severity::Error,
            evidence: words.collect(),
            mend: finding.rule.mend(t.0),
        }
    }
}

impl Example {
    fn new(id: &str, t: Texts) -> Self {
        let text = |part: &str| {
            t.find("example", &format!("{id}-{part}")).unwrap_or_default().into_owned()
        };
        Self {
            name: text("name"),
            summary: text("summary"),
            description: text("description"),
            instructions: text("instructions"),
        }
    }
}
