//! Findings: of the county or of an organisation, those worth most first, chosen by rule, severity and language.

use std::borrow::Cow;

use app::coordinator::Coordinator;
use app::quality::{Kept, findings as load, is_counted};
use app::sheet::Sheet;
use app::task::of_findings;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Language;

use super::{
    FILE_ROWS, File, Points, RuleRow, files, of_organisation, rule_rows, severity, sheets,
    uncounted,
};
use crate::address::{Address, FindingsAddress, ProviderAddress, Word, finding_names};
use crate::fault::Fault;
use crate::frame::{Frame, own_name};
use crate::language::Reader;
use crate::staff::{SignedIn, StaffFrame, StaffPage};
use crate::texts::Texts;
use crate::view::paging::Paging;
use crate::view::text::{Text, date, finnish_date};
use crate::{Site, render};

/// How many findings a page has.
const PAGE_SIZE: u32 = 50;
/// How many pieces of evidence a finding shows in a list.
const EVIDENCE_SHOWN: usize = 5;

/// The page.
#[derive(Template)]
#[template(path = "staff/findings.html")]
struct FindingsPage {
    frame: Frame,
    staff: StaffFrame,
    /// Whether it is a page of the whole, and nothing was counted yet.
    is_uncounted: bool,
    heading: Text,
    /// Where the points of all are.
    up: String,
    /// The chosen organisation's points.
    points: Option<Points>,
    /// The chosen organisation's id, for the form.
    organisation: Option<String>,
    /// Where its provider's links are.
    links: Option<String>,
    action: String,
    names: [&'static str; 4],
    rules: Vec<RuleRow>,
    severities: Vec<Choice>,
    languages: Vec<Choice>,
    /// Without rule, severity and language; none where none is chosen.
    everything: Option<String>,
    findings: Vec<FindingRow>,
    total: usize,
    paging: Paging,
    files: Vec<File>,
}

/// A value to choose.
struct Choice {
    value: &'static str,
    name: Cow<'static, str>,
    is_chosen: bool,
}

/// A finding.
pub(in crate::staff) struct FindingRow {
    pub(in crate::staff) rule: &'static str,
    pub(in crate::staff) name: &'static str,
    pub(in crate::staff) severity: Cow<'static, str>,
    pub(in crate::staff) is_error: bool,
    pub(in crate::staff) field: Cow<'static, str>,
    pub(in crate::staff) language: Option<&'static str>,
    pub(in crate::staff) evidence: Vec<String>,
    pub(in crate::staff) since: String,
    /// The description that it is in, and where that is shown with it.
    pub(in crate::staff) description: Text,
    pub(in crate::staff) href: String,
    /// Who is responsible, and where all of theirs are.
    pub(in crate::staff) owner: Option<(Text, String)>,
    pub(in crate::staff) why: &'static str,
    pub(in crate::staff) mend: &'static str,
    /// Its task, or else what makes one of it.
    pub(in crate::staff) task: TaskLink,
}

/// A finding's task.
pub(in crate::staff) enum TaskLink {
    /// Where it is.
    There(String),
    /// There is none: where the form is sent, and its fields.
    Make(String, Vec<(&'static str, String)>),
}

/// The rows of findings.
pub(in crate::staff) async fn rows(
    site: &Site,
    coordinator: &Coordinator,
    found: &[Kept],
    t: Texts,
) -> Result<Vec<FindingRow>, Fault> {
    let tasks = of_findings(&site.app, coordinator, found).await?;
    Ok(found.iter().zip(tasks).map(|(one, task)| FindingRow::new(one, task, t)).collect())
}

/// `GET /fi/koordinaattori/laatu/havainnot`.
pub(in crate::staff) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let chosen = FindingsAddress::read(&parameters);
    let offset = u32::try_from(chosen.page - 1).unwrap_or(0).saturating_mul(PAGE_SIZE);
    let choice = chosen.choice(site.county());
    let is_uncounted = choice.owner.is_none() && !is_counted(&site.app);
    let found = load(&site.app, &coordinator, &choice, (offset, PAGE_SIZE)).await?;
    let address = Address::Findings(chosen.clone());
    let (frame, staff) =
        StaffFrame::new(&site, language, &coordinator, StaffPage::Quality, address);
    let t = frame.t;
    let heading = match &found.organisation {
        Some(names) => Text::best_or(names, t, "name-missing"),
        None => Text::own(t.get("findings-heading")),
    };
    let points = found.organisation.as_ref().map(|_| {
        Points::new(&found.score, &found.history, site.app.now(), t, |name| {
            chosen.file(name, language)
        })
    });
    let is_narrow = chosen.rule.is_some() || chosen.severity.is_some() || chosen.language.is_some();
    let whole = FindingsAddress { organisation: chosen.organisation.clone(), ..Default::default() };
    Ok(render(&FindingsPage {
        is_uncounted,
        heading,
        up: Address::Quality(1).path(language),
        points,
        organisation: chosen.organisation.as_ref().map(ToString::to_string),
        links: chosen.organisation.clone().map(|id| ProviderAddress::Links(id).path(language)),
        action: FindingsAddress::default().path(language),
        names: finding_names(language),
        rules: rule_rows(&found.rules, &chosen, t),
        severities: severities(&chosen, t),
        languages: languages(&chosen),
        everything: is_narrow.then(|| whole.path(language)),
        findings: rows(&site, &coordinator, &found.findings, t).await?,
        total: found.total,
        paging: Paging::new(found.total, PAGE_SIZE as usize, chosen.page, |page| {
            FindingsAddress { page, ..chosen.clone() }.path(language)
        }),
        files: files("findings", t, |name| chosen.file(name, language)),
        frame,
        staff,
    }))
}

/// `GET /fi/koordinaattori/laatu/havainnot/findings.csv`, and the other files.
pub(in crate::staff) async fn file(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(file): Path<String>,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let choice = FindingsAddress::read(&parameters).choice(site.county());
    let t = Texts(language);
    let note = uncounted(&site, t).filter(|_| choice.owner.is_none());
    let found = load(&site.app, &coordinator, &choice, (0, FILE_ROWS)).await?;
    match file.rsplit_once('.') {
        Some(("findings", form)) => {
            let sheet = sheets::findings(&found.findings, found.total, t);
            let note = note.or_else(|| sheet.note.clone());
            sheets::answer(Sheet { note, ..sheet }, "findings", form).await
        }
        Some(("history", form)) => {
            sheets::answer(sheets::history(&found.history, t), "history", form).await
        }
        _ => Err(Fault::NotFound),
    }
}

fn severities(chosen: &FindingsAddress, t: Texts) -> Vec<Choice> {
    let choice = |value: &'static str| Choice {
        value,
        name: severity(value, t),
        is_chosen: chosen.severity.as_deref() == Some(value),
    };
    ["E", "W", "H"].map(choice).into()
}

fn languages(chosen: &FindingsAddress) -> Vec<Choice> {
    let choice = |language: Language| Choice {
        value: language.code(),
        name: own_name(language).into(),
        is_chosen: chosen.language.as_deref() == Some(language.code()),
    };
    Language::INTERFACE.map(choice).into()
}

impl TaskLink {
    fn new(one: &Kept, task: Option<String>, t: Texts) -> Self {
        if let Some(id) = task {
            return Self::There(Address::Task(id).path(t.0));
        }
        let fields = [
            ("subject", one.subject.to_string()),
            ("kind", one.kind.name().to_owned()),
            ("entity", one.id.to_string()),
            ("rule", one.rule.id.to_owned()),
            ("language", one.language.map_or("", Language::code).to_owned()),
            ("field", one.field.code().to_owned()),
        ];
        Self::Make(Word::Tasks.path(t.0), fields.into())
    }
}

impl FindingRow {
    fn new(one: &Kept, task: Option<String>, t: Texts) -> Self {
        let words = one.evidence.iter().take(EVIDENCE_SHOWN).map(|it| it.words.clone());
        let owner = one.owner.as_ref().map(|id| {
            (Text::best_or(&one.owner_names, t, "name-missing"), of_organisation(id, t.0))
        });
        let described = Address::Described(one.subject_kind(), one.subject.clone());
        Self {
            rule: one.rule.id,
            name: one.rule.name(t.0),
            severity: severity(one.rule.severity.code(), t),
            is_error: one.rule.severity == app::quality::Severity::Error,
            field: t.find("quality-field", &one.field.code().replace('_', "-")).unwrap_or_default(),
            language: one.language.map(own_name),
            evidence: words.collect(),
            since: date(finnish_date(one.since), t.0),
            description: Text::best_or(&one.names, t, "name-missing"),
            href: described.path(t.0),
            owner,
            why: one.rule.why(t.0),
            mend: one.rule.mend(t.0),
            task: TaskLink::new(one, task, t),
        }
    }
}
