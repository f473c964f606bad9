//! The accessibility statement that the law asks for (306/2019), made from `docs/accessibility.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::Language;
use jiff::civil::Date;
use serde::Deserialize;

use super::ContactCard;
use crate::address::Address;
use crate::fault::Fault;
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::language::Reader;
use crate::view::contact::telephone_address;
use crate::view::text::date;
use crate::{Site, render};

const FILE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/accessibility.toml"));

/// What is known of the site's accessibility; an error of the file is told by a test.
static STATEMENT: LazyLock<Result<Statement, String>> =
    LazyLock::new(|| toml::from_str(FILE).map_err(|error| error.to_string()));

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    status: Status,
    assessed: Assessed,
    written: Date,
    updated: Date,
    tested: Date,
    #[serde(default)]
    gaps: Vec<Gap>,
    authority: BTreeMap<String, Authority>,
}

/// How far the requirements are met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    Fully,
    Partly,
    Not,
}

/// By whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Assessed {
    Own,
    External,
}

/// Something that is not accessible, in the three languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gap {
    /// Numbers of WCAG's criteria.
    criteria: Vec<String>,
    fi: String,
    sv: String,
    en: String,
}

/// Who supervises.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Authority {
    name: String,
    unit: Option<String>,
    web: String,
    email: String,
    phone: String,
}

impl Gap {
    fn text(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::En => &self.en,
            _ => &self.fi,
        }
    }
}

/// The page.
#[derive(Template)]
#[template(path = "statement.html")]
struct StatementPage {
    frame: Frame,
    preview: Preview,
    lead: String,
    level: String,
    /// Each with its criteria, which may be none.
    gaps: Vec<(&'static str, Option<String>)>,
    assessed: String,
    tested: String,
    contact: ContactCard,
    authority: &'static Authority,
    authority_phone: String,
}

/// `GET /fi/saavutettavuus`.
pub(crate) async fn accessibility(
    State(site): State<Site>,
    Reader(language): Reader,
) -> Result<Response, Fault> {
    let statement = STATEMENT.as_ref().map_err(|error| Fault::Internal(error.clone()))?;
    let authority = statement.authority.get(language.code());
    let missing = || Fault::Internal("no authority in the accessibility statement".to_owned());
    let authority = authority.ok_or_else(missing)?;
    let frame = site.frame(language).around(Address::Accessibility);
    Ok(render(&StatementPage::new(&site, frame, statement, authority)))
}

impl StatementPage {
    fn new(
        site: &Site,
        frame: Frame,
        statement: &'static Statement,
        authority: &'static Authority,
    ) -> Self {
        let (t, language) = (frame.t, frame.language);
        let day = |day: Date| date(day, language);
        let lead = t.with(
            "statement-lead",
            &[
                ("name", &frame.site_name),
                ("written", &day(statement.written)),
                ("updated", &day(statement.updated)),
            ],
        );
        let level = match statement.status {
            Status::Fully => t.get("statement-level-fully"),
            Status::Partly => t.get("statement-level-partly"),
            Status::Not => t.get("statement-level-not"),
        };
        let assessed = match statement.assessed {
            Assessed::Own => t.get("statement-assessed-own"),
            Assessed::External => t.get("statement-assessed-external"),
        };
        let criteria = |gap: &Gap| {
            let named = || t.name("statement-criterion", gap.criteria.join(", ")).into_owned();
            (!gap.criteria.is_empty()).then(named)
        };
        Self {
            preview: Preview::new(&frame, t.get("statement-heading")).described(lead.as_ref()),
            lead: lead.into_owned(),
            level: level.into_owned(),
            gaps: statement.gaps.iter().map(|gap| (gap.text(language), criteria(gap))).collect(),
            assessed: assessed.into_owned(),
            tested: t.name("statement-tested", day(statement.tested)).into_owned(),
            contact: ContactCard::of(site),
            authority,
            authority_phone: telephone_address(&authority.phone),
            frame,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_statement_holds_together_in_every_language() {
        let statement = STATEMENT.as_ref().unwrap();
        assert_eq!(statement.gaps.is_empty(), statement.status == Status::Fully);
        assert!(statement.written <= statement.updated, "it is updated after it is written");
        for language in Language::INTERFACE {
            let authority = &statement.authority[language.code()];
            assert!(authority.web.starts_with("https://") && authority.email.contains('@'));
            for gap in &statement.gaps {
                assert!(gap.text(language).ends_with('.'), "{language}: {gap:?}");
            }
        }
    }
}
