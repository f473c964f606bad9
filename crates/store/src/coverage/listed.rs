//! The services behind a count.

use domain::Localized;
use domain::catalogue::EntityId;
use domain::coverage::{LanguageSet, ProviderKind, Reach, Selection, ThemeChoice, ThemeSet};
use domain::reference::themes;

use super::provider_of;
use crate::Error;
use crate::catalogue::{cursor, id_of, names_of};
use crate::database::{Row, Transaction};

/// Which services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked<'a> {
    /// How far they reach.
    pub reach: Reach,
    /// The county's code; empty of what is national or nowhere.
    pub county: &'a str,
    /// The municipality's code; none for all of the county.
    pub municipality: Option<&'a str>,
    /// What else must hold.
    pub selection: Selection,
}

/// A service of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: EntityId,
    /// Its names.
    pub names: Localized,
    /// The names of the organisation that is responsible.
    pub organisation: Localized,
    /// The kind of that organisation.
    pub provider: ProviderKind,
    /// Its themes.
    pub themes: ThemeSet,
    /// Its languages.
    pub languages: LanguageSet,
}

/// The services that are counted today, each once, in order of id, so many after one.
pub async fn services(
    transaction: &mut Transaction,
    asked: Asked<'_>,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Listed>, Error> {
    let Asked { reach, county, municipality, selection } = asked;
    // Either by an index of its own, in whose order the services come.
    macro_rules! listed {
        ($municipality:literal) => {
            concat!(
                "SELECT DISTINCT p.service, e.names, COALESCE(o.names, '{}'), p.provider, p.themes, \
                 p.languages FROM coverage_place p \
                 JOIN entity e ON e.kind = 'service' AND e.id = p.service \
                 LEFT JOIN entity o ON o.kind = 'organisation' AND o.id = e.owner \
                 WHERE p.county = $1 AND ",
                $municipality,
                " AND p.reach = $3 AND p.ended IS NULL AND p.service > $4 AND p.provider LIKE $5 \
                 AND ' ' || p.themes || ' ' LIKE $6 AND ' ' || p.languages || ' ' LIKE $7 \
                 ORDER BY p.service LIMIT CAST($8 AS BIGINT)"
            )
        };
    }
    let sql = match municipality {
        Some(_) => listed!("p.municipality = $2"),
        None => listed!("$2 IS NULL"),
    };
    let rows = transaction
        .rows(
            sql,
            vec![
                county.into(),
                municipality.map(str::to_owned).into(),
                reach.code().into(),
                cursor(after),
                selection.provider.map_or("%", ProviderKind::code).into(),
                theme_pattern(selection.theme).into(),
                selection
                    .language
                    .map_or("%".to_owned(), |one| format!("% {} %", one.code()))
                    .into(),
                i64::from(limit).into(),
            ],
        )
        .await?;
    rows.iter().map(listed).collect()
}

/// What a row's themes, with a blank before and behind them, must look like.
fn theme_pattern(choice: ThemeChoice) -> String {
    match choice {
        ThemeChoice::Any => "%".to_owned(),
        ThemeChoice::One(place) => {
            format!("% {} %", themes().get(place).map_or("?", |theme| theme.id))
        }
        ThemeChoice::Some => "% _% %".to_owned(),
        ThemeChoice::None => "  ".to_owned(),
    }
}

fn listed(row: &Row) -> Result<Listed, Error> {
    Ok(Listed {
        id: id_of(row.text(0)?)?,
        names: names_of(row.text(1)?)?,
        organisation: names_of(row.text(2)?)?,
        provider: provider_of(row.text(3)?)?,
        themes: ThemeSet::from_text(row.text(4)?),
        languages: LanguageSet::from_text(row.text(5)?),
    })
}
