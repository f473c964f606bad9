//! What is checked: a service with what stands around it.

use domain::Language;
use domain::catalogue::{GeneralDescription, Organisation, Service, ServiceTexts};
use finnish::Memory;
use jiff::civil::Date;

use crate::Field;

/// A service, and what its rules need to know besides.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The service.
    pub service: &'a Service,
    /// Its general description, where it stands on one.
    pub description: Option<&'a GeneralDescription>,
    /// Who is responsible, where that is published.
    pub organisation: Option<&'a Organisation>,
    /// How many channels it has; none when that is not known.
    pub channels: Option<usize>,
    /// Today.
    pub today: Date,
    /// The Finnish words; without them the rules that need them find nothing.
    pub words: Option<&'a Memory>,
}

/// A text of a service.
type Text<'a> = (Field, Language, &'a str);

impl<'a> Subject<'a> {
    /// Every text of the service's own, by language.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Text<'a>> + use<'a> {
        self.service.texts.iter().flat_map(|(language, texts)| {
            fields(texts).into_iter().filter_map(|(field, text)| Some((field, *language, text?)))
        })
    }

    /// The texts that readers read as running text: summary, description, instructions, conditions.
    pub(crate) fn running_texts(&self) -> impl Iterator<Item = Text<'a>> + use<'a> {
        self.texts().filter(|(field, ..)| {
            use Field as F;
            matches!(field, F::Summary | F::Description | F::UserInstructions | F::Conditions)
        })
    }

    /// Whether the general description has a text in a language.
    pub(crate) fn inherits(
        &self,
        language: Language,
        pick: fn(&ServiceTexts) -> Option<&String>,
    ) -> bool {
        let texts = self.description.and_then(|description| description.texts.get(&language));
        texts.is_some_and(|texts| pick(&texts.common).is_some_and(|text| !text.trim().is_empty()))
    }
}

fn fields(texts: &ServiceTexts) -> [(Field, Option<&str>); 10] {
    [
        (Field::Name, Some(texts.name.as_str())),
        (Field::AlternativeName, texts.alternative_name.as_deref()),
        (Field::Summary, texts.summary.as_deref()),
        (Field::Description, texts.description.as_deref()),
        (Field::UserInstructions, texts.user_instructions.as_deref()),
        (Field::Conditions, texts.conditions.as_deref()),
        (Field::ChargeInformation, texts.charge_information.as_deref()),
        (Field::ProcessingTime, texts.processing_time.as_deref()),
        (Field::Deadline, texts.deadline.as_deref()),
        (Field::ValidityTime, texts.validity_time.as_deref()),
    ]
}
