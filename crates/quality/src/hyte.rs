//! What keeps a service of wellbeing (*hyte*) from those who look for it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use domain::Language;
use domain::reference::{Theme, is_for_residents, needs, themes, themes_of};
use finnish::Memory;

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::text::Text;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "HYTE1" Warning [Service] "Tarmoa" outside_themes;
    "HYTE2" Warning [Service] "Tarmoa" not_for_residents;
    "HYTE5" Warning [Service] "PTV terms" many_keywords;
];

/// The service classes of free time: peers and volunteers, culture, sports, youth. In other classes a name tells too little
/// of the theme.
const FREE_TIME: [&str; 4] = ["P4.12", "P25.", "P27.", "P28."];

/// The words by which services of a theme are named, and the themes of the classes that such services have.
static NAMES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut names: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
    for need in needs() {
        let is_free_time = |class: &&str| FREE_TIME.iter().any(|area| class.starts_with(area));
        let is_of_theme = |class: &&str| themes().iter().any(|theme| theme.has_class(class));
        let is_sure = |class: &&str| is_free_time(class) && is_of_theme(class);
        if need.classes.is_empty() || !need.classes.iter().all(is_sure) {
            continue;
        }
        for word in need.finds.iter().filter(|word| !word.contains(' ')) {
            names.entry(word).or_default().extend(&need.classes);
        }
    }
    names
});

fn outside_themes(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let (Some(about), Some(memory)) = (case.service(), case.subject.words) else { return };
    let classification = about.service.classification_with(about.description);
    let shown = themes_of(&classification.service_classes, &classification.target_groups);
    if !shown.is_empty() || !is_for_residents(&classification.target_groups) {
        return;
    }
    let Some(name) = case.text(Field::Name, Language::Fi) else { return };
    let places = name.words().iter().filter(|place| is_of_theme(name, place, memory));
    found.places(name, places.cloned().collect());
}

fn is_of_theme(name: &Text<'_>, place: &Range<usize>, memory: &Memory) -> bool {
    let analyses = memory.analyse(&name.text[place.clone()]);
    analyses.iter().any(|analysis| NAMES.contains_key(analysis.base_form.as_str()))
}

fn not_for_residents(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    let classification = about.service.classification_with(about.description);
    let of_class: Vec<&Theme> = themes_of(&classification.service_classes, &[]);
    if !of_class.is_empty() && !is_for_residents(&classification.target_groups) {
        found.field(Field::TargetGroups, None, classification.target_groups);
    }
}

/// How many keywords describe the contents of a service, by the vocabulary of PTV.
const KEYWORDS: usize = 10;

fn many_keywords(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    for (language, texts) in &about.service.texts {
        let said = || texts.keywords.iter().filter(|keyword| !keyword.trim().is_empty());
        if said().count() > KEYWORDS {
            found.field(Field::Keywords, Some(*language), said().skip(KEYWORDS).cloned());
        }
    }
}
