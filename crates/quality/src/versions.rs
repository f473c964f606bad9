//! What every description has, whatever it describes: whole language versions, a name of its own, an age.

use domain::Language;
use domain::catalogue::EntityKind;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::finding::Found;
use crate::names::Bearer;
use crate::rule::rules;
use crate::subject::{About, Case};
use crate::text::Text;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "S1" Error [Service] "PTV validators" no_whole_version;
    "S2" Error [Service Channel Organisation] "PTV validators, DVV" missing_texts;
    "S3" Error [Service Channel Organisation] "PTV validators, field help" summary_is_name;
    "S11" Error [Service Channel] "PTV validators" organisation_language;
    "S12" Error [Service Channel] "PTV validators, DVV" same_name;
    "S19" Warning [Service Channel Organisation] "DVV, yearly review" stale;
];

impl Case<'_> {
    /// The languages of the texts, in order.
    fn languages(&self) -> Vec<Language> {
        match &self.subject.about {
            About::Service(about) => about.service.texts.keys().copied().collect(),
            About::Channel(about) => about.channel.texts.keys().copied().collect(),
            About::Connection(connection) => connection.texts.keys().copied().collect(),
            About::Organisation(organisation) => organisation.texts.keys().copied().collect(),
        }
    }

    /// The fields of name, summary and description that have no text in a language.
    fn missing(&self, language: Language) -> impl Iterator<Item = Field> {
        // PTV asks for no summary of an organisation.
        let is_organisation = self.subject.about.kind() == EntityKind::Organisation;
        let inherits_description = self
            .service()
            .is_some_and(|about| about.inherits(language, |texts| texts.description.as_ref()));
        [Field::Name, Field::Summary, Field::Description].into_iter().filter(move |field| {
            let has = self.text(*field, language).is_some_and(|text| !text.text.trim().is_empty());
            let is_optional = match field {
                Field::Summary => is_organisation,
                Field::Description => inherits_description,
                _ => false,
            };
            !has && !is_optional
        })
    }
}

fn no_whole_version(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let is_whole = |language: &Language| case.missing(*language).next().is_none();
    if !case.languages().iter().any(is_whole) {
        found.field(Field::Name, None, []);
    }
}

fn missing_texts(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for language in case.languages() {
        for field in case.missing(language) {
            found.field(field, Some(language), []);
        }
    }
}

fn summary_is_name(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let plain = |text: &Text<'_>| text.text.trim().trim_end_matches('.').to_lowercase();
    for summary in case.field(Field::Summary).filter(|text| !text.text.trim().is_empty()) {
        let name = case.text(Field::Name, summary.language);
        if name.is_some_and(|name| plain(name) == plain(summary)) {
            found.places(summary, Vec::from([0..summary.text.len()]));
        }
    }
}

fn organisation_language(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(organisation) = case.subject.organisation else { return };
    for language in case.languages() {
        if !organisation.texts.contains_key(&language) {
            found.field(Field::Organisation, Some(language), []);
        }
    }
}

fn same_name(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let (Some(names), Some(organisation)) = (case.subject.names, case.subject.organisation) else {
        return;
    };
    for name in case.field(Field::Name) {
        let count = |bearer| names.count(&organisation.id, bearer, name.language, name.text);
        let is_used = match &case.subject.about {
            About::Service(_) => count(Bearer::Service) > 1,
            About::Channel(about) => {
                count(Bearer::Channel(&about.channel.kind)) > 1 || count(Bearer::Service) > 0
            }
            _ => false,
        };
        if is_used {
            found.places(name, Vec::from([0..name.text.len()]));
        }
    }
}

fn modified(about: &About<'_>) -> Option<Timestamp> {
    match about {
        About::Service(about) => about.service.modified,
        About::Channel(about) => about.channel.modified,
        About::Connection(connection) => connection.modified,
        About::Organisation(organisation) => organisation.modified,
    }
}

fn stale(case: &Case<'_>, settings: &Settings, found: &mut Found<'_>) {
    let Some(modified) = modified(&case.subject.about) else { return };
    let date = modified.to_zoned(TimeZone::UTC).date();
    let days = date.until(case.subject.today).map_or(0, |span| span.get_days());
    if days > settings.review_days {
        found.field(Field::Modified, None, [date.to_string()]);
    }
}
