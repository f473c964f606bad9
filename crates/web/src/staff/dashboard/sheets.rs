//! The first page's lists as tables to take along.

use app::coverage::Corner;
use app::coverage::values::ThemeChoice;
use app::quality::{Dashboard, StaleDescription, StaleOwner};
use app::reach::Mending;
use app::sheet::{Sheet, Value};
use domain::Localized;
use domain::catalogue::EntityKind;

use super::corners::near;
use super::week::Figures;
use crate::staff::coverage::words;
use crate::staff::quality::sheets::{findings, names};
use crate::texts::Texts;
use crate::view::text::finnish_date;

/// The week's figures.
pub(super) fn week(found: &Dashboard, feedback: usize, t: Texts) -> Sheet {
    let Figures(figures) = Figures::new(found, feedback, t);
    Sheet {
        name: t.get("dashboard-week").into_owned(),
        columns: names(&["dashboard-what", "dashboard-number"], t),
        rows: figures
            .into_iter()
            .map(|(what, figure)| vec![what.into_owned().into(), figure.value()])
            .collect(),
        note: (!found.is_counted).then(|| t.get("quality-counting").into_owned()),
    }
}

/// The mendings worth most, of so many findings: with whom they reach, what they are worth and how they are mended.
pub(super) fn mendings(found: &[Mending], total: usize, t: Texts) -> Sheet {
    let kept: Vec<_> = found.iter().map(|one| one.finding.clone()).collect();
    let mut sheet = findings(&kept, kept.len(), t);
    sheet.name = t.get("dashboard-mendings").into_owned();
    sheet.columns.extend(names(&["dashboard-reach", "dashboard-worth", "dashboard-mend"], t));
    for (row, one) in sheet.rows.iter_mut().zip(found) {
        let mend = one.finding.rule.mend(t.0);
        row.extend([one.reach.into(), one.worth().into(), mend.into()]);
    }
    let cut = || t.count_of_most("dashboard-mendings-cut", found.len(), total).into_owned();
    sheet.note = (found.len() < total).then(cut);
    sheet
}

/// The empty corners of the map.
pub(super) fn corners(found: &[Corner], t: Texts) -> Sheet {
    let row = |one: &Corner| {
        vec![
            Value::from(one.municipality.name(t.0)),
            Value::from(one.municipality.code),
            Value::from(words::theme(ThemeChoice::One(one.theme), t)),
            Value::count(one.inhabitants.map(u64::from)),
            Value::count(one.goal),
            Value::from(one.regional),
            Value::from(near(&one.near, usize::MAX, t.0)),
        ]
    };
    let columns = [
        "coverage-column-place",
        "coverage-column-code",
        "filters-theme",
        "dashboard-inhabitants",
        "coverage-column-goal",
        "coverage-place-regional",
        "dashboard-near",
    ];
    Sheet {
        name: t.get("dashboard-corners").into_owned(),
        columns: names(&columns, t),
        rows: found.iter().map(row).collect(),
        note: None,
    }
}

/// The organisations with stale descriptions.
pub(super) fn stale_owners(found: &[StaleOwner], t: Texts) -> Sheet {
    let count = |count: usize| Value::from(u64::try_from(count).unwrap_or(u64::MAX));
    let row = |one: &StaleOwner| {
        vec![
            best(&one.names, t),
            Value::from(one.id.as_ref().map(ToString::to_string)),
            count(one.stale),
            Value::count(u64::try_from(one.descriptions).ok()),
            Value::from(finnish_date(one.oldest).to_string()),
        ]
    };
    let columns = [
        "quality-organisation",
        "quality-id",
        "dashboard-stale-count",
        "quality-count",
        "dashboard-oldest",
    ];
    Sheet {
        name: t.get("dashboard-stale").into_owned(),
        columns: names(&columns, t),
        rows: found.iter().map(row).collect(),
        note: None,
    }
}

/// The stale descriptions of an organisation.
pub(super) fn stale_descriptions(found: &[StaleDescription], t: Texts) -> Sheet {
    let row = |one: &StaleDescription| {
        vec![
            best(&one.names, t),
            Value::from(kind(one.kind, t)),
            Value::from(one.id.to_string()),
            Value::from(finnish_date(one.modified).to_string()),
        ]
    };
    let columns = ["quality-description", "dashboard-kind", "quality-id", "dashboard-last-changed"];
    Sheet {
        name: t.get("dashboard-stale").into_owned(),
        columns: names(&columns, t),
        rows: found.iter().map(row).collect(),
        note: None,
    }
}

/// What a kind of description is called.
pub(super) fn kind(kind: EntityKind, t: Texts) -> String {
    t.find("dashboard-kind", kind.name()).unwrap_or_default().into_owned()
}

fn best(names: &Localized, t: Texts) -> Value {
    Value::from(names.best(t.0).map(|(_, name)| name.to_owned()))
}
