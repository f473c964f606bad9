//! What is checked: a service, a channel, a connection or an organisation, with what stands around it.

use domain::Language;
use domain::catalogue::{
    Channel, Connection, EntityKind, GeneralDescription, Organisation, Service, ServiceTexts,
};
use finnish::Memory;
use jiff::civil::Date;

use crate::text::{Text, texts_of};
use crate::{Field, NamesInUse};

/// A service with what it points to.
#[derive(Clone, Copy)]
pub struct AboutService<'a> {
    /// The service.
    pub service: &'a Service,
    /// Its general description, where it stands on one.
    pub description: Option<&'a GeneralDescription>,
    /// How many channels it has; none when that is not known.
    pub channels: Option<usize>,
}

/// A channel with what points to it.
#[derive(Clone, Copy)]
pub struct AboutChannel<'a> {
    /// The channel.
    pub channel: &'a Channel,
    /// How many services it has; none when that is not known.
    pub services: Option<usize>,
}

/// What is looked at.
#[derive(Clone, Copy)]
pub enum About<'a> {
    /// A service.
    Service(AboutService<'a>),
    /// A channel.
    Channel(AboutChannel<'a>),
    /// A connection: what is said of a service in one of its channels.
    Connection(&'a Connection),
    /// An organisation.
    Organisation(&'a Organisation),
}

impl About<'_> {
    /// The kind of what is looked at.
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        match self {
            Self::Service(_) => EntityKind::Service,
            Self::Channel(_) => EntityKind::Channel,
            Self::Connection(_) => EntityKind::Connection,
            Self::Organisation(_) => EntityKind::Organisation,
        }
    }
}

/// What is checked, and what its rules need to know besides.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// What is looked at.
    pub about: About<'a>,
    /// Who is responsible for it, where that is published.
    pub organisation: Option<&'a Organisation>,
    /// What else has which name; without them the rule that needs them finds nothing.
    pub names: Option<&'a NamesInUse>,
    /// Today.
    pub today: Date,
    /// The Finnish words; without them the rules that need them find nothing.
    pub words: Option<&'a Memory>,
}

/// A subject whose texts are laid out: each is cut into words and understood once, for all rules.
pub(crate) struct Case<'a> {
    pub(crate) subject: &'a Subject<'a>,
    texts: Vec<Text<'a>>,
}

impl<'a> Case<'a> {
    pub(crate) fn new(subject: &'a Subject<'a>) -> Self {
        Self { subject, texts: texts_of(&subject.about) }
    }

    /// Every text, by language.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text<'a>> {
        self.texts.iter()
    }

    /// The texts that readers read as running text: summary, description, instructions, conditions.
    pub(crate) fn running_texts(&self) -> impl Iterator<Item = &Text<'a>> {
        self.texts().filter(|text| text.is_running())
    }

    /// The texts of a field, by language.
    pub(crate) fn field(&self, field: Field) -> impl Iterator<Item = &Text<'a>> {
        self.texts().filter(move |text| text.field == field)
    }

    /// A text.
    pub(crate) fn text(&self, field: Field, language: Language) -> Option<&Text<'a>> {
        self.field(field).find(|text| text.language == language)
    }

    pub(crate) fn service(&self) -> Option<&'a AboutService<'a>> {
        match &self.subject.about {
            About::Service(about) => Some(about),
            _ => None,
        }
    }

    pub(crate) fn channel(&self) -> Option<&'a AboutChannel<'a>> {
        match &self.subject.about {
            About::Channel(about) => Some(about),
            _ => None,
        }
    }
}

impl AboutService<'_> {
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
