//! Kinds of provider (*tuottajatyyppi*) as counties plan by them.

use crate::catalogue::OrganisationKind;
use crate::language::Localized;

/// The kind of provider that is responsible for a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProviderKind {
    /// A municipality (*kunta*).
    Municipality,
    /// An association or foundation (*järjestö*).
    Organisation,
    /// A parish or a union of parishes (*seurakunta*).
    Parish,
    /// A wellbeing services county or another regional body (*hyvinvointialue*).
    County,
    /// A company (*yritys*).
    Company,
    /// The state (*valtio*).
    State,
    /// Not known: the source does not publish the organisation, or its kind is a new one.
    Unknown,
}

impl ProviderKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Municipality,
        Self::Organisation,
        Self::Parish,
        Self::County,
        Self::Company,
        Self::State,
        Self::Unknown,
    ];

    /// The kind's code in the database, in tables and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Organisation => "organisation",
            Self::Parish => "parish",
            Self::County => "county",
            Self::Company => "company",
            Self::State => "state",
            Self::Unknown => "unknown",
        }
    }

    /// Reads [`ProviderKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The kind of an organisation of PTV's kind. PTV has no kind for parishes: whether it is part of one, its
    /// own and its parents' names say ([`is_parish`]).
    #[must_use]
    pub const fn of(kind: &OrganisationKind, is_of_parish: bool) -> Self {
        match kind {
            OrganisationKind::Organisation | OrganisationKind::Regional if is_of_parish => {
                Self::Parish
            }
            OrganisationKind::State => Self::State,
            OrganisationKind::Municipality => Self::Municipality,
            OrganisationKind::Regional => Self::County,
            OrganisationKind::Organisation => Self::Organisation,
            OrganisationKind::Company => Self::Company,
            OrganisationKind::Other(_) => Self::Unknown,
        }
    }
}

/// How the last word of a parish's name ends, in Finnish, Swedish and English.
const PARISH: [&str; 9] = [
    "seurakunta",
    "seurakunnat",
    "seurakuntayhtymä",
    "församling",
    "församlingen",
    "församlingar",
    "samfällighet",
    "parish",
    "parishes",
];

/// Whether a name in any language is a parish's: one of its words is, or ends as, a word for it.
#[must_use]
pub fn is_parish(names: &Localized) -> bool {
    names.iter().any(|(_, name)| {
        name.to_lowercase()
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| PARISH.iter().any(|end| word.ends_with(end)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn every_kind_is_read_from_its_code() {
        for kind in ProviderKind::ALL {
            assert_eq!(ProviderKind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(ProviderKind::from_code("church"), None);
    }

    #[test]
    fn a_parish_is_known_by_its_name() {
        for (language, name, expected) in [
            (Language::Fi, "Naantalin seurakunta", true),
            (Language::Fi, "Turun ja Kaarinan seurakuntayhtymä", true),
            (Language::Fi, "Raision helluntaiseurakunta", true),
            (Language::Sv, "Åbo svenska församling", true),
            (Language::Sv, "Kyrkliga samfälligheten i Esbo: Samfällighet", true),
            (Language::En, "Parish of Raisio", true),
            (Language::Fi, "Seurakuntaopisto", false),
            (Language::Fi, "Turun kaupunki", false),
            (Language::Fi, "Kirkkokuoron ystävät ry", false),
        ] {
            assert_eq!(is_parish(&Localized::new(language, name)), expected, "{name}");
        }
    }

    #[test]
    fn ptvs_kinds_become_ours_and_only_associations_and_regional_bodies_can_be_parishes() {
        use OrganisationKind as Kind;
        for (kind, plain, of_parish) in [
            (Kind::Organisation, ProviderKind::Organisation, ProviderKind::Parish),
            (Kind::Regional, ProviderKind::County, ProviderKind::Parish),
            (Kind::Municipality, ProviderKind::Municipality, ProviderKind::Municipality),
            (Kind::Company, ProviderKind::Company, ProviderKind::Company),
            (Kind::State, ProviderKind::State, ProviderKind::State),
            (Kind::Other("Moon".into()), ProviderKind::Unknown, ProviderKind::Unknown),
        ] {
            assert_eq!(ProviderKind::of(&kind, false), plain);
            assert_eq!(ProviderKind::of(&kind, true), of_parish);
        }
    }
}
