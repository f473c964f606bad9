//! Which services there are: each kind in so many municipalities, by an organisation that works
//! with it; then, for larger sizes, groups in the villages, terms of the year and numbered groups.
//!
//! The plan holds what is countable; a service is worked out from its number when it is written.

use std::collections::BTreeSet;

use super::content::{Content, District, Municipality, Venue};
use super::kinds::Kind;
use super::localized::{Language, Languages, Text};
use super::organisation::Organisation;
use super::random::Dice;
use super::template::Facts;

/// All that is countable.
#[derive(Debug)]
pub struct Plan<'a> {
    /// The texts.
    pub content: &'a Content,
    /// How many services.
    pub services: usize,
    /// The county's dice.
    pub dice: Dice,
    /// Its organisations.
    pub organisations: Vec<Organisation>,
    /// A kind and a municipality (none: the whole county), each once.
    base: Vec<Offer>,
    /// Those of `base` that there can be many of.
    repeated: Vec<Offer>,
    /// The venues that are needed: a municipality and a venue, by position.
    pub venues: Vec<(usize, usize)>,
    /// The languages that each organisation is published in: its own and those of its services.
    pub published: Vec<Languages>,
}

#[derive(Debug, Clone)]
struct Offer {
    kind: usize,
    municipality: Option<usize>,
    /// The organisations that may provide it, by position.
    providers: Vec<usize>,
}

/// A service, before it is written.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// Its number.
    pub number: usize,
    /// What kind it is.
    pub kind: &'a Kind,
    /// The position of its municipality.
    pub municipality: Option<usize>,
    /// The district, where it is one of many.
    pub district: Option<&'a District>,
    /// Half-years from autumn 2026, where it is one of many in the district.
    pub term: Option<usize>,
    /// The number of the group, from 2.
    pub group: Option<usize>,
    /// Who is responsible.
    pub organisation: &'a Organisation,
    /// Its position.
    pub keeper: usize,
    /// Its dice.
    pub dice: Dice,
}

/// The half-years that larger sizes go through.
const TERMS: usize = 6;

impl<'a> Plan<'a> {
    /// Plans a county of so many services.
    pub fn new(content: &'a Content, services: usize, seed: u64) -> Self {
        let dice = Dice::new(seed);
        let organisations = super::organisation::plan(content, services, dice);
        let base = offers(content, &organisations, dice);
        let repeats = |offer: &Offer| content.kinds[offer.kind].field("repeats") == "yes";
        let mut plan = Self {
            content,
            services,
            dice,
            organisations,
            repeated: base.iter().filter(|offer| repeats(offer)).cloned().collect(),
            base,
            venues: Vec::new(),
            published: Vec::new(),
        };
        let needed: BTreeSet<_> =
            plan.planned().filter_map(|service| plan.venue_of(&service)).collect();
        plan.venues = needed.into_iter().collect();
        plan.published = plan.published();
        plan
    }

    /// PTV takes a service only in languages that its organisation is published in.
    fn published(&self) -> Vec<Languages> {
        let own = |organisation: &Organisation| organisation.languages.iter().collect::<Vec<_>>();
        let mut written: Vec<Vec<Language>> = self.organisations.iter().map(own).collect();
        for service in self.planned() {
            for language in self.languages(&service).iter() {
                if !written[service.keeper].contains(&language) {
                    written[service.keeper].push(language);
                }
            }
        }
        written.iter().map(|languages| Languages::new(languages)).collect()
    }

    /// All services, in order.
    pub fn planned(&self) -> impl Iterator<Item = Planned<'_>> + Clone + '_ {
        (0..self.services).map(|number| self.service(number))
    }

    /// The service of a number.
    pub fn service(&self, number: usize) -> Planned<'_> {
        let (offer, round) = match number.checked_sub(self.base.len()) {
            None => (&self.base[number], None),
            Some(beyond) => {
                let many = self.repeated.len();
                (&self.repeated[beyond % many], Some(beyond / many))
            }
        };
        let dice = self.dice.of("service", number as u64);
        let kind = &self.content.kinds[offer.kind];
        let keeper = dice.pick("provider", &offer.providers).copied().unwrap_or_default();
        let districts =
            offer.municipality.map_or(&[][..], |at| &self.content.municipalities[at].districts);
        let places = districts.len().max(1);
        let lap = round.map(|round| round / places);
        Planned {
            number,
            kind,
            municipality: offer.municipality,
            district: round.and_then(|round| districts.get(round % places)),
            term: lap.filter(|lap| *lap > 0).map(|lap| (lap - 1) % TERMS),
            group: lap.filter(|lap| *lap > TERMS).map(|lap| (lap - 1) / TERMS + 1),
            organisation: &self.organisations[keeper],
            keeper,
            dice,
        }
    }

    /// The venue that a service needs: its municipality and the venue.
    pub fn venue_of(&self, service: &Planned) -> Option<(usize, usize)> {
        let wanted = service.kind.field("venue");
        let venue = self.content.venues.iter().position(|venue| venue.id == wanted)?;
        let anywhere = || service.dice.roll("municipality", self.content.municipalities.len());
        Some((service.municipality.unwrap_or_else(anywhere), venue))
    }

    /// A municipality by position.
    pub fn municipality(&self, position: usize) -> &'a Municipality {
        &self.content.municipalities[position]
    }

    /// A venue by position.
    pub fn venue(&self, position: usize) -> &'a Venue {
        &self.content.venues[position]
    }

    /// What is true of a service.
    pub fn facts<'b>(&'b self, service: &Planned<'b>, name: &'b str) -> Facts<'b> {
        let municipality = service.municipality.map(|at| self.municipality(at));
        let elsewhere = municipality.and_then(|it| service.dice.pick("district", &it.districts));
        Facts {
            municipality: municipality.map(|it| &it.centre.name),
            district: service.district.or(elsewhere).map(|it| &it.name),
            organisation: &service.organisation.name,
            service: name,
            dice: service.dice,
        }
    }

    /// The languages that a service is described in.
    pub fn languages(&self, service: &Planned) -> Languages {
        let mut spoken = service.organisation.languages.iter().collect::<Vec<_>>();
        let bilingual = service
            .municipality
            .is_none_or(|at| self.municipality(at).languages.iter().count() > 1);
        let generous = if bilingual { 60 } else { 9 };
        if service.organisation.languages.has(Language::Fi)
            && service.dice.chance("swedish", generous)
        {
            spoken.push(Language::Sv);
        }
        let english = match service.kind.field("english") {
            "always" => 100,
            _ if service.municipality.is_none() => 70,
            _ if bilingual => 30,
            _ => 6,
        };
        if service.dice.chance("english", english) {
            spoken.push(Language::En);
        }
        Languages::new(&spoken).also_in(&service.kind.languages())
    }

    /// The name of a service.
    pub fn name(&self, service: &Planned, language: Language) -> String {
        let names = service.kind.text(language, "name").unwrap_or_default();
        let names = names.split(" / ").collect::<Vec<_>>();
        let template = service.dice.pick("name", &names).copied().unwrap_or_default();
        let mut name = self.facts(service, "").fill(template, language);
        if let Some(district) = service.district {
            name = format!("{name}, {}", district.name.name.get(language));
        }
        if let Some(term) = service.term {
            name = format!("{name}, {}", term_name(term, language));
        }
        if let Some(group) = service.group {
            let word = Text::new("ryhmä", "grupp", "group");
            name = format!("{name}, {} {group}", word.get(language));
        }
        name
    }
}

fn term_name(term: usize, language: Language) -> String {
    let is_spring = term.is_multiple_of(2);
    let season = if is_spring {
        Text::new("kevät", "våren", "spring")
    } else {
        Text::new("syksy", "hösten", "autumn")
    };
    format!("{} {}", season.get(language), 2027 + term / 2)
}

/// Each kind in as many municipalities as it says: those that it names, then chance.
fn offers(content: &Content, organisations: &[Organisation], dice: Dice) -> Vec<Offer> {
    let mut offers = Vec::new();
    for (position, kind) in content.kinds.iter().enumerate() {
        let offer = |municipality| Offer {
            kind: position,
            municipality,
            providers: providers(organisations, kind, municipality),
        };
        if kind.spread() == 0 {
            offers.push(offer(None));
        }
        let must = kind.words("must");
        let rank = |at: &usize| {
            let code = content.municipalities[*at].code.as_str();
            // Larger municipalities have more districts, and more services.
            let size = content.municipalities[*at].districts.len() + 1;
            let chance = dice.of(&kind.id, *at as u64).roll("rank", 1_000_000) / size;
            (!must.contains(&code), chance)
        };
        let wanted = Language::from_code(kind.field("language"));
        let speaks = |at: &usize| {
            let spoken = &content.municipalities[*at].languages;
            wanted.is_none_or(|language| spoken.has(language))
        };
        let mut places = (0..content.municipalities.len()).filter(speaks).collect::<Vec<_>>();
        places.sort_by_key(rank);
        offers.extend(places.into_iter().take(kind.spread()).map(|at| offer(Some(at))));
    }
    offers
}

/// The organisations that may provide a kind in a municipality: its own, or those that work with
/// the subject there; the county itself where nobody else does.
fn providers(
    organisations: &[Organisation],
    kind: &Kind,
    municipality: Option<usize>,
) -> Vec<usize> {
    let wanted = kind.provider();
    let written = kind.languages();
    let works = |organisation: &Organisation| {
        let speaks = organisation.languages.iter().any(|language| written.has(language));
        let near = organisation.municipality.is_none() || organisation.municipality == municipality;
        let fits = match wanted {
            "municipality" | "parish" => {
                organisation.form == wanted && organisation.municipality == municipality
            }
            subject => near && organisation.subjects.iter().any(|own| own == subject),
        };
        // Those that work in Swedish alone work where it is spoken.
        let swedish = kind.field("language") == "sv"
            || !organisation.subjects.iter().any(|it| it == "svenska");
        fits && speaks && swedish
    };
    let all = organisations.iter().enumerate().filter(|(_, it)| works(it));
    let all = all.map(|(at, _)| at).collect::<Vec<_>>();
    if all.is_empty() { vec![0] } else { all }
}
