//! What a page of the coverage looks at: the county, what was counted, the goals, and what is chosen.

use std::sync::Arc;

use app::coverage::Extent;
use app::coverage::values::{CoverageSettings, Demand, Reach, Selection, ThemeChoice};
use app::coverage::{Cell, Coverage, cell};
use domain::Language;
use domain::reference::{County, counties};

use crate::Site;
use crate::address::CoverageAddress;
use crate::fault::Fault;
use crate::texts::Texts;

/// Over how many weeks demand is told.
pub(in crate::staff) const WEEKS: u16 = 26;

/// What a page looks at.
pub(in crate::staff) struct Scene {
    pub(in crate::staff) county: &'static County,
    pub(in crate::staff) coverage: Arc<Coverage>,
    pub(in crate::staff) settings: CoverageSettings,
    pub(in crate::staff) address: CoverageAddress,
    pub(in crate::staff) t: Texts,
    /// Whether the county can be chosen: the site is of all.
    pub(in crate::staff) is_chosen: bool,
}

impl Scene {
    pub(in crate::staff) fn new(site: &Site, language: Language, address: CoverageAddress) -> Self {
        let coverage = site.app.coverage();
        let own = site.config.face.county;
        let county = own.or(address.county).unwrap_or_else(|| fullest(&coverage));
        let county_in_address =
            own.is_none().then_some(county).filter(|_| address.county.is_some());
        Self {
            county,
            coverage,
            settings: site.config.coverage.clone(),
            address: CoverageAddress { county: county_in_address, ..address },
            t: Texts(language),
            is_chosen: own.is_none(),
        }
    }

    /// The same, of a cell.
    pub(in crate::staff) fn of_cell(self, of: Extent, theme: ThemeChoice) -> Self {
        Self { address: CoverageAddress { cell: Some((of, theme)), ..self.address }, ..self }
    }

    /// What is counted of these themes.
    pub(in crate::staff) const fn selection(&self, theme: ThemeChoice) -> Selection {
        Selection { theme, provider: self.address.provider, language: self.address.language }
    }

    /// The cell that is looked at; of the whole table the one of all local services.
    pub(in crate::staff) fn looked_at(&self) -> (Extent, ThemeChoice) {
        self.address.cell.unwrap_or((Extent::Local, ThemeChoice::Some))
    }

    /// A cell of what is chosen.
    pub(in crate::staff) fn cell(&self, of: Extent, theme: ThemeChoice) -> Cell {
        cell(&self.coverage, &self.settings, self.county, of, self.selection(theme))
    }

    /// What was asked for, of the themes and in the municipality that are looked at.
    pub(in crate::staff) async fn demand(&self, site: &Site) -> Result<Vec<Demand>, Fault> {
        let (of, theme) = self.looked_at();
        let place = match of {
            Extent::Municipality(one) => Some(one.code),
            _ => None,
        };
        let mut demand = app::coverage::demand(&site.app, self.county, WEEKS).await?;
        demand.retain(|one| {
            let is_of_theme = match theme {
                ThemeChoice::One(number) => one.themes.contains(number),
                ThemeChoice::None => one.themes.is_empty(),
                ThemeChoice::Some | ThemeChoice::Any => true,
            };
            one.municipality.as_deref() == place && is_of_theme
        });
        Ok(demand)
    }
}

/// The county with the most local services: where nothing is counted, the first.
fn fullest(coverage: &Coverage) -> &'static County {
    let count = |county: &&County| {
        coverage.now().in_county(county.code, Reach::Local, Selection::default())
    };
    let first = &counties()[0];
    counties()
        .iter()
        .fold(first, |best, county| if count(&county) > count(&best) { county } else { best })
}
