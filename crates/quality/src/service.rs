//! What a service must have besides its texts: PTV's own validators and DVV's guidance.

use domain::Language;
use domain::catalogue::{Area, Charge, OrganisationKind, ServiceTexts};
use domain::reference::municipality_exact;

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::{AboutService, Case};
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "S4" Error [Service] "PTV, mandatory since 3 March 2026" no_instructions;
    "S5" Error [Service] "PTV validators, DVV" service_classes;
    "S6" Error [Service] "PTV validators" ontology_terms;
    "S7" Error [Service] "PTV validators" target_groups;
    "S8" Warning [Service] "DVV, field help, Tarmoa" many_groups;
    "S9" Error [Service] "DVV" no_channels;
    "S10" Warning [Service] "PTV validators, DVV" too_wide;
    "S10b" Error [Service] "PTV validators" nowhere;
    "S13" Error [Service] "PTV validators" no_languages;
    "S18" Warning [Service] "DVV" no_charge_information;
    "S21" Error [Service] "DVV" law_links;
];

impl AboutService<'_> {
    /// The languages in which neither the service nor its general description has a text.
    fn without(
        &self,
        pick: fn(&ServiceTexts) -> Option<&String>,
    ) -> impl Iterator<Item = Language> {
        let is_blank =
            move |texts: &ServiceTexts| pick(texts).is_none_or(|text| text.trim().is_empty());
        let blank = self.service.texts.iter().filter(move |(_, texts)| is_blank(texts));
        blank.map(|(language, _)| *language).filter(move |language| !self.inherits(*language, pick))
    }
}

fn no_instructions(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    for language in about.without(|texts| texts.user_instructions.as_ref()) {
        found.field(Field::UserInstructions, Some(language), []);
    }
}

fn service_classes(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    let classes = about.service.classification_with(about.description).service_classes;
    if !(1..=4).contains(&classes.len()) || !classes.iter().any(|class| class.contains('.')) {
        found.field(Field::ServiceClasses, None, classes);
    }
}

fn ontology_terms(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    let count = about.service.classification_with(about.description).ontology_terms.len();
    if !(1..=10).contains(&count) {
        found.field(Field::OntologyTerms, None, [count.to_string()]);
    }
}

fn target_groups(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    let classification = about.service.classification_with(about.description);
    let groups = &classification.target_groups;
    let has = |code: &str| groups.iter().any(|group| group == code);
    let has_under = |code: &str| groups.iter().any(|group| group.starts_with(code));
    let is_vague_business = has("KR2") && !has_under("KR2.");
    let is_without_citizens = !classification.life_events.is_empty() && !has_under("KR1");
    let is_without_business = !classification.industrial_classes.is_empty() && !has_under("KR2");
    if groups.is_empty() || is_vague_business || is_without_citizens || is_without_business {
        found.field(Field::TargetGroups, None, classification.target_groups);
    }
}

fn many_groups(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    let groups = about.service.classification_with(about.description).target_groups;
    let narrow: Vec<String> =
        groups.into_iter().filter(|group| group.starts_with("KR1.")).collect();
    if narrow.len() >= 3 {
        found.field(Field::TargetGroups, None, narrow);
    }
}

fn no_channels(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    if case.service().is_some_and(|about| about.channels == Some(0)) {
        found.field(Field::Channels, None, []);
    }
}

fn too_wide(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let (Some(about), Some(organisation)) = (case.service(), case.subject.organisation) else {
        return;
    };
    let Some(area) = &about.service.area else { return };
    let is_municipality = organisation.kind == OrganisationKind::Municipality;
    if is_municipality && area.is_nationwide() {
        found.field(Field::Area, None, []);
    } else if !is_municipality
        && let Some(beyond) = organisation.area.as_ref().and_then(|own| beyond(area, own))
    {
        found.field(Field::Area, None, beyond);
    }
}

/// The municipalities of an area that are not in an organisation's own, by their names, or nothing where it is the
/// country that is wider; none where it is not wider, or cannot be compared.
fn beyond(area: &Area, own: &Area) -> Option<Vec<String>> {
    match (area, own) {
        (Area::WholeCountry, Area::WholeCountryExceptAland) => Some(Vec::new()),
        (Area::WholeCountry | Area::WholeCountryExceptAland, Area::Limited { .. }) => {
            is_known(own).then(Vec::new)
        }
        (Area::Limited { .. }, own) if is_known(own) => {
            let all = area.municipalities();
            let outside = all.into_iter().filter(|code| !own.covers(code));
            let names: Vec<String> = outside
                .filter_map(municipality_exact)
                .map(|one| one.name(Language::Fi).to_owned())
                .collect();
            (!names.is_empty()).then_some(names)
        }
        _ => None,
    }
}

/// Whether it is known of every municipality whether an area covers it.
fn is_known(area: &Area) -> bool {
    match area {
        Area::WholeCountry | Area::WholeCountryExceptAland => true,
        Area::Limited { others, .. } => {
            !area.municipalities().is_empty()
                && others.iter().all(|other| !other.municipalities.is_empty())
        }
        Area::Other { .. } => false,
    }
}

fn nowhere(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let area = case.service().and_then(|about| about.service.area.as_ref());
    let is_empty = area.is_some_and(|area| match area {
        Area::Limited { municipalities, regions, counties, others } => {
            municipalities.is_empty()
                && regions.is_empty()
                && counties.is_empty()
                && others.is_empty()
        }
        _ => false,
    });
    if is_empty {
        found.field(Field::Area, None, []);
    }
}

fn no_languages(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    if case.service().is_some_and(|about| about.service.languages.is_empty()) {
        found.field(Field::Languages, None, []);
    }
}

fn no_charge_information(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    if about.service.charge_with(about.description) != Some(Charge::Charged) {
        return;
    }
    for language in about.without(|texts| texts.charge_information.as_ref()) {
        found.field(Field::ChargeInformation, Some(language), []);
    }
}

fn law_links(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    for (language, texts) in &about.service.texts {
        let links = texts.legislation.iter().filter_map(|law| law.url.as_deref());
        let wrong: Vec<String> = links.filter(|url| !is_finlex(url)).map(str::to_owned).collect();
        if !wrong.is_empty() {
            found.field(Field::Legislation, Some(*language), wrong);
        }
    }
}

fn is_finlex(url: &str) -> bool {
    let host = crate::words::host(url).to_ascii_lowercase();
    host == "finlex.fi" || host.ends_with(".finlex.fi")
}
