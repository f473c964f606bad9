//! A text of what is checked, cut into words and understood once.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use domain::Language;
use domain::catalogue::{ChannelTexts, ConnectionTexts, OrganisationTexts, ServiceTexts};
use finnish::{Analysis, Memory};

use crate::subject::About;
use crate::{Field, words};

/// A text in a field and a language.
pub(crate) struct Text<'a> {
    pub(crate) field: Field,
    pub(crate) language: Language,
    pub(crate) text: &'a str,
    words: OnceCell<Vec<Range<usize>>>,
    sentences: OnceCell<Vec<Range<usize>>>,
    analyses: OnceCell<Vec<Arc<[Analysis]>>>,
}

impl<'a> Text<'a> {
    fn new(field: Field, language: Language, text: &'a str) -> Self {
        let (words, sentences) = (OnceCell::new(), OnceCell::new());
        Self { field, language, text, words, sentences, analyses: OnceCell::new() }
    }

    /// Whether it is read as running text.
    pub(crate) fn is_running(&self) -> bool {
        use Field as F;
        matches!(self.field, F::Summary | F::Description | F::UserInstructions | F::Conditions)
    }

    /// The words, without the punctuation around them.
    pub(crate) fn words(&self) -> &[Range<usize>] {
        self.words.get_or_init(|| words::words(self.text))
    }

    /// The words within a place.
    pub(crate) fn words_in(&self, place: &Range<usize>) -> &[Range<usize>] {
        let words = self.words();
        let first = words.partition_point(|word| word.start < place.start);
        let last = words.partition_point(|word| word.start < place.end);
        &words[first..last]
    }

    /// The sentences.
    pub(crate) fn sentences(&self) -> &[Range<usize>] {
        self.sentences.get_or_init(|| words::sentences(self.text))
    }

    /// What each of the words may be in Finnish, as it is written.
    pub(crate) fn analyses(&self, memory: &Memory) -> &[Arc<[Analysis]>] {
        let analyse = |place: &Range<usize>| memory.analyse(&self.text[place.clone()]);
        self.analyses.get_or_init(|| self.words().iter().map(analyse).collect())
    }
}

/// The texts of what is looked at, by language.
pub(crate) fn texts_of<'a>(about: &About<'a>) -> Vec<Text<'a>> {
    match about {
        About::Service(about) => laid_out(&about.service.texts, of_service),
        About::Channel(about) => laid_out(&about.channel.texts, of_channel),
        About::Connection(connection) => laid_out(&connection.texts, of_connection),
        About::Organisation(organisation) => laid_out(&organisation.texts, of_organisation),
    }
}

type Fields<'a> = Vec<(Field, Option<&'a str>)>;

fn laid_out<'a, T>(
    versions: &'a std::collections::BTreeMap<Language, T>,
    fields: fn(&'a T) -> Fields<'a>,
) -> Vec<Text<'a>> {
    let of_version = |(language, version): (&Language, &'a T)| {
        let language = *language;
        let texts = fields(version).into_iter();
        texts.filter_map(move |(field, text)| Some(Text::new(field, language, text?)))
    };
    versions.iter().flat_map(of_version).collect()
}

fn of_service(texts: &ServiceTexts) -> Fields<'_> {
    vec![
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

fn of_channel(texts: &ChannelTexts) -> Fields<'_> {
    vec![
        (Field::Name, Some(texts.name.as_str())),
        (Field::AlternativeName, texts.alternative_name.as_deref()),
        (Field::Summary, texts.summary.as_deref()),
        (Field::Description, texts.description.as_deref()),
    ]
}

fn of_connection(texts: &ConnectionTexts) -> Fields<'_> {
    vec![
        (Field::Description, texts.description.as_deref()),
        (Field::ChargeInformation, texts.charge_information.as_deref()),
    ]
}

fn of_organisation(texts: &OrganisationTexts) -> Fields<'_> {
    vec![
        (Field::Name, Some(texts.name.as_str())),
        (Field::AlternativeName, texts.alternative_name.as_deref()),
        (Field::Summary, texts.summary.as_deref()),
        (Field::Description, texts.description.as_deref()),
    ]
}
