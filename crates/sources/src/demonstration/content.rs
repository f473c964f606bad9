//! The texts of `content/`, read.

use super::DemonstrationError;
use super::kinds::{Kind, read_kinds};
use super::localized::{Language, Languages, Text};

/// All that the county is made of.
#[derive(Debug)]
pub struct Content {
    /// The municipalities, by their names.
    pub municipalities: Vec<Municipality>,
    /// The organisations that are named by hand.
    pub organisations: Vec<NamedOrganisation>,
    /// Names by which more associations are made.
    pub patterns: Vec<NamedOrganisation>,
    /// Places that many services share.
    pub venues: Vec<Venue>,
    /// Ontology terms.
    pub terms: Vec<Term>,
    /// The kinds of service.
    pub kinds: Vec<Kind>,
    /// Paragraphs that tell how things are done at a place.
    pub paragraphs: Vec<Paragraph>,
}

/// A name with its cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceName {
    /// As a heading has it.
    pub name: Text,
    /// Of it: "Naantalin", "Nådendals", "Naantali".
    pub of: Text,
    /// In it: "Naantalissa", "i Nådendal", "in Naantali".
    pub within: Text,
}

/// A district or a village, or the middle of a municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct District {
    /// Its name.
    pub name: PlaceName,
    /// The postal code.
    pub postal_code: String,
    /// EPSG:3067, metres.
    pub easting: f64,
    /// EPSG:3067, metres.
    pub northing: f64,
}

/// A municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Municipality {
    /// Statistics Finland's code.
    pub code: String,
    /// The middle of it.
    pub centre: District,
    /// Its languages.
    pub languages: Languages,
    /// Whether it calls itself a town.
    pub is_town: bool,
    /// Its districts and villages; at least one.
    pub districts: Vec<District>,
}

impl Municipality {
    /// The name as it stands in addresses of the web.
    pub fn host(&self) -> String {
        host(&self.centre.name.name.fi)
    }
}

/// A name as it stands in addresses of the web.
pub fn host(name: &str) -> String {
    let plain = name.to_lowercase().replace(['ä', 'å'], "a").replace('ö', "o");
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// An organisation that is named in `organisations.txt`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedOrganisation {
    /// region, unit, association, club, company, state, pattern.
    pub form: String,
    /// Its name.
    pub name: Text,
    /// The code of its municipality; none for the whole county.
    pub home: Option<String>,
    /// What it works with.
    pub subjects: Vec<String>,
    /// What it does, in a sentence.
    pub summary: Text,
}

/// A place that many services share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Venue {
    /// The word by which kinds name it.
    pub id: String,
    /// Whose it is.
    pub owner: String,
    /// The pattern of its hours.
    pub hours: String,
    /// Its street.
    pub street: Text,
    /// Its name, as a template.
    pub name: Text,
    /// What it is.
    pub summary: Text,
}

/// A term of the KOKO ontology.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its address.
    pub uri: String,
    /// Its name.
    pub name: Text,
}

/// A law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// The word by which kinds name it.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The number in the statute book, as "1301/2014".
    pub number: String,
}

/// A paragraph for services of some providers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Whose services.
    pub provider: String,
    /// The text, as a template.
    pub text: Text,
}

/// A line of a file: its number and its parts between bars with spaces around them.
struct Row<'a> {
    file: &'static str,
    line: usize,
    parts: Vec<&'a str>,
}

impl Row<'_> {
    fn part(&self, position: usize) -> Result<&str, DemonstrationError> {
        let missing = || self.fault(format!("part {} is missing", position + 1));
        self.parts.get(position).copied().ok_or_else(missing)
    }

    fn number(&self, position: usize) -> Result<f64, DemonstrationError> {
        let part = self.part(position)?;
        part.parse().map_err(|_| self.fault(format!("{part} is no number")))
    }

    fn text(&self, fi: usize, sv: usize) -> Result<Text, DemonstrationError> {
        Ok(Text::new(self.part(fi)?, self.part(sv)?, ""))
    }

    fn fault(&self, fault: String) -> DemonstrationError {
        DemonstrationError::Content { file: self.file, line: self.line, fault }
    }
}

/// The lines that say something: no comments, no empty ones.
fn rows(file: &'static str, text: &'static str) -> impl Iterator<Item = (Row<'static>, bool)> {
    text.lines().enumerate().filter_map(move |(position, line)| {
        if line.trim().is_empty() || line.starts_with('#') {
            return None;
        }
        let parts = line.split(" | ").map(str::trim).collect();
        Some((Row { file, line: position + 1, parts }, line.starts_with(' ')))
    })
}

impl Content {
    /// Reads the built-in texts.
    pub fn read() -> Result<Self, DemonstrationError> {
        let (organisations, patterns) = read_organisations()?;
        let terms = read_terms()?;
        let laws = read_laws()?;
        Ok(Self {
            municipalities: read_municipalities()?,
            organisations,
            patterns,
            venues: read_venues()?,
            kinds: read_kinds(&terms, &laws)?,
            terms,
            paragraphs: read_paragraphs()?,
        })
    }
}

fn read_municipalities() -> Result<Vec<Municipality>, DemonstrationError> {
    let text = include_str!("content/municipalities.txt");
    let mut municipalities: Vec<Municipality> = Vec::new();
    for (row, indented) in rows("municipalities.txt", text) {
        if indented {
            let name = PlaceName {
                name: row.text(0, 3)?,
                of: row.text(1, 3)?,
                within: Text::new(row.part(2)?, row.part(4)?, &format!("in {}", row.part(0)?)),
            };
            let district = read_district(&row, name, 5)?;
            if let Some(municipality) = municipalities.last_mut() {
                municipality.districts.push(district);
            }
            continue;
        }
        let name = PlaceName {
            name: row.text(1, 4)?,
            of: row.text(2, 5)?,
            within: Text::new(row.part(3)?, row.part(6)?, &format!("in {}", row.part(1)?)),
        };
        let mut name = name;
        name.of.en.clone_from(&name.name.fi);
        let spoken = row.part(7)?.split(' ').filter_map(Language::from_code).collect::<Vec<_>>();
        municipalities.push(Municipality {
            code: row.part(0)?.to_owned(),
            languages: Languages::new(&spoken),
            is_town: row.part(8)? == "kaupunki",
            centre: District {
                name,
                postal_code: row.part(11)?.to_owned(),
                easting: row.number(9)?,
                northing: row.number(10)?,
            },
            districts: Vec::new(),
        });
    }
    Ok(municipalities)
}

fn read_district(
    row: &Row,
    mut name: PlaceName,
    at: usize,
) -> Result<District, DemonstrationError> {
    name.of.en.clone_from(&name.name.fi);
    Ok(District {
        name,
        postal_code: row.part(at)?.to_owned(),
        easting: row.number(at + 1)?,
        northing: row.number(at + 2)?,
    })
}

type Organisations = (Vec<NamedOrganisation>, Vec<NamedOrganisation>);

fn read_organisations() -> Result<Organisations, DemonstrationError> {
    let text = include_str!("content/organisations.txt");
    let mut all = Vec::new();
    for (row, _) in rows("organisations.txt", text) {
        let form = row.part(0)?.to_owned();
        let is_pattern = form == "pattern";
        let (home, subjects, summary) = if is_pattern {
            (None, row.part(3)?, Text::default())
        } else {
            let home = Some(row.part(3)?.to_owned()).filter(|home| home != "*");
            (home, row.part(4)?, row.text(5, 6)?)
        };
        let subjects = subjects.split(' ').map(str::to_owned).collect();
        all.push(NamedOrganisation { form, name: row.text(1, 2)?, home, subjects, summary });
    }
    Ok(all.into_iter().partition(|organisation| organisation.form != "pattern"))
}

fn read_venues() -> Result<Vec<Venue>, DemonstrationError> {
    let read = |(row, _): (Row, bool)| {
        Ok(Venue {
            id: row.part(0)?.to_owned(),
            owner: row.part(1)?.to_owned(),
            hours: row.part(2)?.to_owned(),
            street: row.text(3, 4)?,
            name: Text::new(row.part(5)?, row.part(6)?, row.part(7)?),
            summary: Text::new(row.part(8)?, row.part(9)?, row.part(10)?),
        })
    };
    rows("venues.txt", include_str!("content/venues.txt")).map(read).collect()
}

fn read_terms() -> Result<Vec<Term>, DemonstrationError> {
    let read = |(row, _): (Row, bool)| {
        Ok(Term {
            uri: format!("http://www.yso.fi/onto/koko/{}", row.part(0)?),
            name: Text::new(row.part(1)?, row.part(2)?, row.part(3)?),
        })
    };
    rows("terms.txt", include_str!("content/terms.txt")).map(read).collect()
}

fn read_laws() -> Result<Vec<Law>, DemonstrationError> {
    let read = |(row, _): (Row, bool)| {
        Ok(Law {
            id: row.part(0)?.to_owned(),
            number: row.part(1)?.to_owned(),
            name: row.text(2, 3)?,
        })
    };
    rows("laws.txt", include_str!("content/laws.txt")).map(read).collect()
}

fn read_paragraphs() -> Result<Vec<Paragraph>, DemonstrationError> {
    let read = |(row, _): (Row, bool)| {
        Ok(Paragraph {
            provider: row.part(0)?.to_owned(),
            text: Text::new(row.part(1)?, row.part(2)?, row.part(3)?),
        })
    };
    rows("paragraphs.txt", include_str!("content/paragraphs.txt")).map(read).collect()
}
