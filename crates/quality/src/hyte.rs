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
    "HYTE3" Human [Service] "LIPAS guidance" vague_sports;
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

/// The classes of places and groups for sports and the outdoors.
const SPORTS: [&str; 3] = ["P27", "P27.1", "P27.2"];

fn vague_sports(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    let classes = about.service.classification_with(about.description).service_classes;
    if !classes.iter().any(|class| SPORTS.contains(&class.as_str())) {
        return;
    }
    for text in case.field(Field::UserInstructions).filter(|text| !text.text.trim().is_empty()) {
        // How one gets in, how one books, where one looks first: beginnings of words.
        let told: &[&str] = match text.language {
            Language::Fi => &[
                "vapaa",
                "avoin",
                "avoimia",
                "omatoim",
                "maksut",
                "ilmai",
                "vara",
                "ilmoittau",
                "lip",
                "osta",
                "maksa",
                "hae",
                "haku",
                "haetaan",
                "tarkista",
                "katso",
                "tutustu",
                "kartta",
                "seuraa",
                "osallistu",
                "liity",
                "jäsen",
                "soit",
            ],
            Language::Sv => &[
                "fri", "fritt", "öpp", "avgift", "gratis", "bok", "reserv", "anmäl", "biljett",
                "köp", "betal", "ansök", "kontroll", "koll", "se", "bekanta", "kart", "följ",
                "delta", "medlem", "ring",
            ],
            Language::En => &[
                "free", "open", "book", "reserv", "regist", "sign", "ticket", "buy", "pay",
                "apply", "check", "see", "map", "follow", "join", "member", "call", "phone",
            ],
            _ => continue,
        };
        let says = |place: &Range<usize>| {
            let word = text.text[place.clone()].to_lowercase();
            told.iter().any(|beginning| word.starts_with(beginning))
        };
        if !text.words().iter().any(says) {
            found.field(Field::UserInstructions, Some(text.language), []);
        }
    }
}
