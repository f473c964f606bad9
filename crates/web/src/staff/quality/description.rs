//! A description with the findings marked where they stand in its texts.

use std::borrow::Cow;

use app::quality::{Described, Evidence, Field, FieldText, Kept, described, is_own, marked};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::catalogue::{EntityId, EntityKind};

use super::findings::{FindingRow, TaskLink, rows};
use super::of_organisation;
use crate::address::Address;
use crate::fault::Fault;
use crate::frame::{Frame, own_name};
use crate::language::Reader;
use crate::pages::entity_id;
use crate::staff::{SignedIn, StaffFrame, StaffPage};
use crate::texts::Texts;
use crate::view::text::{Text, lang_of};
use crate::{Site, render};

/// The page.
#[derive(Template)]
#[template(path = "staff/description.html")]
struct DescriptionPage {
    frame: Frame,
    staff: StaffFrame,
    name: Text,
    /// The description's own page.
    page: String,
    /// Who is responsible, and where their findings are, unless these are another county's.
    owner: Option<(Text, Option<String>)>,
    findings: Vec<FindingRow>,
    texts: Vec<MarkedText>,
}

/// A text with what was found in it.
struct MarkedText {
    heading: String,
    language: &'static str,
    lang: Option<&'static str>,
    pieces: Vec<Piece>,
    /// The rules that found something here.
    found: Vec<(&'static str, &'static str)>,
}

/// A stretch of a text.
struct Piece {
    text: String,
    is_marked: bool,
}

/// `GET /fi/koordinaattori/laatu/kuvaus/{kind}/{id}`.
pub(in crate::staff) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path((kind, id)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let kind = EntityKind::from_name(&kind).ok_or(Fault::NotFound)?;
    let id = entity_id(&id)?;
    let found = described(&site.app, &coordinator, kind, &id).await?;
    let address = Address::Described(kind, id.clone());
    let (frame, staff) =
        StaffFrame::new(&site, language, &coordinator, StaffPage::Quality, address);
    let t = frame.t;
    let is_ours = match &found.owner {
        Some((id, _)) => is_own(&site.app, site.county(), id).await?,
        None => false,
    };
    let owner = found.owner.as_ref();
    Ok(render(&DescriptionPage {
        name: Text::best_or(&found.names, t, "name-missing"),
        page: own_page(kind, id).path(language),
        owner: owner.map(|(id, names)| {
            let href = is_ours.then(|| of_organisation(id, language));
            (Text::best_or(names, t, "name-missing"), href)
        }),
        findings: rows(&site, &coordinator, &found.findings, t).await?,
        texts: found.texts.iter().map(|text| MarkedText::new(text, &found, t)).collect(),
        frame,
        staff,
    }))
}

fn own_page(kind: EntityKind, id: EntityId) -> Address {
    match kind {
        EntityKind::Organisation => Address::Organisation(id, 1),
        EntityKind::Channel => Address::Channel(id),
        _ => Address::Service(id),
    }
}

impl MarkedText {
    fn new(text: &FieldText, described: &Described, t: Texts) -> Self {
        let is_here = |one: &&Kept| {
            one.kind == text.kind
                && one.id == text.id
                && one.field == text.field
                && one.language == Some(text.language)
        };
        let here: Vec<&Kept> = described.findings.iter().filter(is_here).collect();
        let evidence: Vec<Evidence> = here.iter().flat_map(|one| one.evidence.clone()).collect();
        let pieces = marked(&text.text, &evidence).into_iter();
        let of_connection = text.kind == EntityKind::Connection;
        Self {
            heading: if of_connection {
                t.name("description-of-connection", field(text.field, t)).into_owned()
            } else {
                field(text.field, t).into_owned()
            },
            language: own_name(text.language),
            lang: lang_of(text.language, t.0),
            pieces: pieces
                .map(|piece| Piece { text: piece.text.to_owned(), is_marked: piece.is_marked })
                .collect(),
            found: here.iter().map(|one| (one.rule.id, one.rule.name(t.0))).collect(),
        }
    }
}

fn field(field: Field, t: Texts) -> Cow<'static, str> {
    t.find("quality-field", &field.code().replace('_', "-")).unwrap_or_default()
}
