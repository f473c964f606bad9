//! What the index is told of a service.

use std::collections::BTreeSet;

use domain::Language;
use domain::catalogue::Area;

/// A service as the search sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The entity's id, given back in hits. Adding an id twice finds it twice.
    pub id: String,
    /// The id of the organisation that is responsible.
    pub organisation: Option<String>,
    /// Its texts, in any order; a field may occur many times in a language (terms, channel names).
    /// The first [`Field::Name`] of a language is the name that lists are ordered by.
    pub texts: Vec<(Field, Language, String)>,
    /// Where it is offered.
    pub coverage: Coverage,
    /// The hyte themes that it belongs to.
    pub themes: Themes,
    /// Codes of its service classes, e.g. `P4.12`.
    pub classes: Vec<String>,
    /// Codes of the target groups.
    pub target_groups: Vec<String>,
    /// Codes of the life events that it is for.
    pub life_events: Vec<String>,
    /// The kind of provider, as `OrganisationKind::code` writes it.
    pub provider_kind: Option<String>,
    /// Codes of the languages that it is given in.
    pub languages: Vec<String>,
    /// Whether it costs nothing.
    pub is_free: bool,
    /// The kinds of channel through which one gets it, as `ChannelKind::code` writes them.
    pub channel_kinds: Vec<String>,
    /// Whether one can get it without going anywhere.
    pub is_remote: bool,
    /// The places where one gets it.
    pub places: Vec<Spot>,
}

/// A place where one gets a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Metres east (ETRS-TM35FIN).
    pub east: u32,
    /// Metres north.
    pub north: u32,
    /// Which of the service's channels it is, as whoever adds the document counts them.
    pub channel: u32,
}

/// What a text is in the service. The weights are in one table, `weights`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The service's name.
    Name,
    /// Another name of it.
    AlternativeName,
    /// The name of an organisation that is responsible or produces it.
    Organisation,
    /// An ontology term's label.
    Term,
    /// A service class's or a theme's name.
    Class,
    /// A target group's or a life event's name.
    TargetGroup,
    /// The name of a channel through which one gets it.
    ChannelName,
    /// A free keyword.
    Keyword,
    /// The summary, its own or the general description's.
    Summary,
    /// The description, its own or the general description's.
    Description,
    /// What to do, on what terms, what it costs, and other text.
    Instructions,
}

/// Where a service is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Coverage {
    /// In the whole country.
    All,
    /// In the whole country but Åland.
    AllExceptAland,
    /// In these municipalities, by code; empty when nobody knows where.
    Municipalities(BTreeSet<String>),
}

impl Default for Coverage {
    fn default() -> Self {
        Self::Municipalities(BTreeSet::new())
    }
}

impl From<&Area> for Coverage {
    fn from(area: &Area) -> Self {
        match area {
            Area::WholeCountry => Self::All,
            Area::WholeCountryExceptAland => Self::AllExceptAland,
            Area::Limited { .. } | Area::Other { .. } => {
                Self::Municipalities(area.municipalities().into_iter().map(str::to_owned).collect())
            }
        }
    }
}

/// A set of themes, by their numbers 0–15.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Themes(u16);

impl Themes {
    /// How many themes there is room for.
    pub const LIMIT: u8 = 16;

    /// Adds a theme; numbers from [`Themes::LIMIT`] on are not themes and add nothing.
    pub fn insert(&mut self, theme: u8) {
        if theme < Self::LIMIT {
            self.0 |= 1 << theme;
        }
    }

    /// Whether the theme is in the set.
    #[must_use]
    pub const fn contains(self, theme: u8) -> bool {
        theme < Self::LIMIT && self.0 & (1 << theme) != 0
    }

    /// Whether the sets have a theme in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is no theme in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The themes in order.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..Self::LIMIT).filter(move |theme| self.contains(*theme))
    }
}

impl FromIterator<u8> for Themes {
    fn from_iter<I: IntoIterator<Item = u8>>(numbers: I) -> Self {
        let mut themes = Self::default();
        for theme in numbers {
            themes.insert(theme);
        }
        themes
    }
}
