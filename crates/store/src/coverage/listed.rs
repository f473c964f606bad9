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
    let rows = transaction
        .rows(
            "SELECT DISTINCT p.service, e.names, COALESCE(o.names, '{}'), p.provider, p.themes, \
             p.languages FROM coverage_place p \
             JOIN entity e ON e.kind = 'service' AND e.id = p.service \
             LEFT JOIN entity o ON o.kind = 'organisation' AND o.id = e.owner \
             WHERE p.county = $1 AND p.municipality >= $2 AND p.municipality <= $3 \
             AND p.reach = $4 AND p.ended IS NULL AND p.service > $5 AND p.provider LIKE $6 \
             AND ' ' || p.themes || ' ' LIKE $7 AND ' ' || p.languages || ' ' LIKE $8 \
             ORDER BY p.service LIMIT CAST($9 AS BIGINT)",
            vec![
                county.into(),
                municipality.unwrap_or_default().into(),
                // Codes are digits: all of them sort before a letter.
                municipality.unwrap_or("z").into(),
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
