//! A service's texts with the general description's behind them.

use std::borrow::Cow;

use app::catalogue::ServiceDetails;
use domain::catalogue::{GeneralDescriptionTexts, ServiceTexts};
use domain::{Language, Localized};

use crate::texts::Texts;
use crate::view::contact::{OutLink, links};
use crate::view::fold::fold;
use crate::view::text::{Rich, Text, version};

/// A part of the description under its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) heading: Cow<'static, str>,
    /// The general description's words first, then the service's own.
    pub(super) texts: Vec<Rich>,
    /// What of them folds.
    pub(super) folded: Vec<Rich>,
}

/// The texts, read for one reader.
pub(super) struct ServiceText<'a> {
    details: &'a ServiceDetails,
    reader: Language,
}

/// Which text of a service's or a general description's.
type Pick = fn(&ServiceTexts) -> Option<&String>;

impl<'a> ServiceText<'a> {
    pub(super) const fn new(details: &'a ServiceDetails, reader: Language) -> Self {
        Self { details, reader }
    }

    fn own(&self, pick: Pick) -> Localized {
        self.details.service.text(pick)
    }

    fn shared(&self, pick: Pick) -> Localized {
        let description = self.details.description.as_ref();
        description.map(|shared| shared.text(|texts| pick(&texts.common))).unwrap_or_default()
    }

    /// The service's own short text, or else the general description's.
    pub(super) fn plain(&self, pick: Pick) -> Option<Text> {
        Text::best(&self.own(pick), self.reader)
            .or_else(|| Text::best(&self.shared(pick), self.reader))
    }

    /// The service's own long text, or else the general description's.
    pub(super) fn rich(&self, pick: Pick) -> Option<Rich> {
        Rich::best(&self.own(pick), self.reader)
            .or_else(|| Rich::best(&self.shared(pick), self.reader))
    }

    /// The general description's text and the service's own after it.
    fn both(&self, pick: Pick) -> Vec<Rich> {
        let (shared, own) = (self.shared(pick), self.own(pick));
        let (shared, own) = (shared.best(self.reader), own.best(self.reader));
        // Some write the general description's words out before their own.
        let shared = shared.filter(|(_, words)| {
            own.is_none_or(|(_, own)| !own.trim_start().starts_with(words.trim()))
        });
        let rich = |(language, words)| Rich::new(language, words, self.reader);
        shared.into_iter().chain(own).map(rich).collect()
    }

    /// The general description's background, then what the service says of itself.
    fn description(&self) -> Vec<Rich> {
        let background = self.details.description.as_ref().and_then(|shared| {
            let pick = |texts: &GeneralDescriptionTexts| texts.background_description.clone();
            let picked: Localized = shared
                .texts
                .iter()
                .filter_map(|(language, texts)| Some((*language, pick(texts)?)))
                .collect();
            Rich::best(&picked, self.reader)
        });
        let mut texts: Vec<Rich> =
            background.into_iter().chain(self.both(|texts| texts.description.as_ref())).collect();
        texts.dedup();
        texts
    }

    /// The parts of the description that have something in them.
    pub(super) fn sections(&self, t: Texts) -> Vec<Section> {
        let parts: [(&str, Vec<Rich>); 7] = [
            ("section-description", self.description()),
            ("section-conditions", self.both(|texts| texts.conditions.as_ref())),
            ("section-price", self.both(|texts| texts.charge_information.as_ref())),
            ("section-processing-time", self.both(|texts| texts.processing_time.as_ref())),
            ("section-deadline", self.both(|texts| texts.deadline.as_ref())),
            ("section-validity", self.both(|texts| texts.validity_time.as_ref())),
            ("section-kind", self.both(|texts| texts.kind_information.as_ref())),
        ];
        parts
            .into_iter()
            .filter(|(_, texts)| !texts.is_empty())
            .map(|(key, texts)| {
                let (texts, folded) = fold(texts);
                Section { heading: t.get(key), texts, folded }
            })
            .collect()
    }

    /// The laws, the service's own and the general description's.
    pub(super) fn legislation(&self) -> Vec<OutLink> {
        let own = version(&self.details.service.texts, self.reader, |texts| {
            !texts.legislation.is_empty()
        });
        let own = own.map(|(language, texts)| (language, &texts.legislation));
        let shared = self.details.description.as_ref().and_then(|shared| {
            let has_law = |texts: &GeneralDescriptionTexts| !texts.common.legislation.is_empty();
            let (language, texts) = version(&shared.texts, self.reader, has_law)?;
            Some((language, &texts.common.legislation))
        });
        let mut laws: Vec<OutLink> = Vec::new();
        for (language, list) in own.into_iter().chain(shared) {
            for law in list {
                let name = Text::new(language, &law.name, self.reader);
                let href = law.url.as_deref().filter(|url| url.starts_with("http"));
                let href = href.unwrap_or_default().to_owned();
                if laws.iter().all(|known| known.name.value != name.value) {
                    laws.push(OutLink { href, name, note: None });
                }
            }
        }
        laws
    }

    /// What is said of the service voucher.
    pub(super) fn voucher(&self) -> (Option<Rich>, Vec<OutLink>) {
        let found =
            version(&self.details.service.texts, self.reader, |texts| texts.voucher.is_some());
        let Some((language, Some(voucher))) =
            found.map(|(language, texts)| (language, texts.voucher.as_ref()))
        else {
            return (None, Vec::new());
        };
        let words = voucher.additional_information.as_ref();
        let words = words.map(|words| Rich::new(language, words, self.reader));
        (words, links(&voucher.links, language, self.reader))
    }
}
