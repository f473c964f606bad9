//! Street and postal addresses, and what the accessibility register says of the entrances.

use domain::catalogue::{Address, AddressKind, AddressUse, Entrance};
use domain::reference::{country, municipality};

use super::text::Text;
use crate::texts::Texts;

/// An address, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AddressLines {
    /// What it is for, where it is not the visiting address.
    pub(crate) purpose: Option<String>,
    pub(crate) lines: Vec<Text>,
    pub(crate) note: Option<Text>,
    pub(crate) entrances: Vec<EntranceLines>,
}

/// What is known of getting in: headings with their sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EntranceLines {
    pub(crate) name: Option<Text>,
    pub(crate) groups: Vec<(Option<Text>, Vec<Text>)>,
}

impl AddressLines {
    /// The address, unless there is nothing in it.
    pub(crate) fn new(address: &Address, t: Texts) -> Option<Self> {
        let mut lines = Vec::new();
        lines.extend(Text::best(&address.recipient, t.0));
        lines.extend(first_line(address, t));
        lines.extend(post_line(address, t));
        lines.extend(country_line(address, t));
        let purpose = match address.purpose {
            AddressUse::Postal => Some(t.get("address-postal").into_owned()),
            AddressUse::Delivery => Some(t.get("address-delivery").into_owned()),
            _ => None,
        };
        let entrances = address.entrances.iter().map(|one| EntranceLines::new(one, t)).collect();
        let note = Text::best(&address.additional_information, t.0);
        (!lines.is_empty() || note.is_some()).then_some(Self { purpose, lines, note, entrances })
    }

    /// The address on one line.
    pub(crate) fn one_line(&self) -> String {
        self.lines.iter().map(|line| line.value.as_str()).collect::<Vec<_>>().join(", ")
    }
}

fn first_line(address: &Address, t: Texts) -> Option<Text> {
    match address.kind {
        AddressKind::PostOfficeBox => Text::best(&address.post_office_box, t.0),
        AddressKind::Foreign | AddressKind::Directions | AddressKind::Place => {
            Text::best(&address.text, t.0).or_else(|| street(address, t))
        }
        _ => street(address, t),
    }
}

fn street(address: &Address, t: Texts) -> Option<Text> {
    let mut line = Text::best(&address.street, t.0)?;
    if let Some(number) = &address.number {
        line.value = format!("{} {number}", line.value);
    }
    Some(line)
}

fn post_line(address: &Address, t: Texts) -> Option<Text> {
    let office = Text::best(&address.post_office, t.0).or_else(|| {
        let code = address.municipality.as_deref()?;
        Some(Text::own(municipality(code)?.name(t.0)))
    });
    match (&address.postal_code, office) {
        (Some(code), Some(office)) => {
            Some(Text { value: format!("{code} {}", office.value), ..office })
        }
        (Some(code), None) => Some(Text::own(code.as_str())),
        (None, office) => office,
    }
}

/// The country of an address abroad; its code where we have no name for it.
fn country_line(address: &Address, t: Texts) -> Option<Text> {
    let code = address.country.as_deref().filter(|code| *code != "FI")?;
    Some(Text::own(country(code).map_or(code, |country| country.name(t.0))))
}

impl EntranceLines {
    fn new(entrance: &Entrance, t: Texts) -> Self {
        let groups = entrance.sentences.iter().map(|(heading, sentences)| {
            let sentences = sentences.iter().filter_map(|one| Text::best(one, t.0)).collect();
            (Text::best(heading, t.0), sentences)
        });
        Self { name: Text::best(&entrance.name, t.0), groups: groups.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Language, Localized};

    #[test]
    fn a_street_address_has_its_number_code_and_post_office() {
        let mut address = Address::new(AddressUse::Visiting, AddressKind::Street);
        address.street = Localized::new(Language::Fi, "Satamakatu");
        address.number = Some("1".to_owned());
        address.postal_code = Some("21100".to_owned());
        address.post_office = Localized::new(Language::Fi, "Naantali");
        let shown = AddressLines::new(&address, Texts(Language::Fi));
        assert_eq!(
            shown.map(|shown| shown.one_line()).as_deref(),
            Some("Satamakatu 1, 21100 Naantali")
        );
    }

    #[test]
    fn an_address_abroad_ends_with_its_country() {
        let mut address = Address::new(AddressUse::Postal, AddressKind::Foreign);
        address.text = Localized::new(Language::Fi, "Storgatan 1, 111 00 Stockholm");
        for (code, country) in [("SE", "Ruotsi"), ("QQ", "QQ")] {
            address.country = Some(code.to_owned());
            let shown = AddressLines::new(&address, Texts(Language::Fi)).unwrap();
            assert_eq!(shown.one_line(), format!("Storgatan 1, 111 00 Stockholm, {country}"));
        }
    }

    #[test]
    fn an_empty_address_is_not_shown() {
        let address = Address::new(AddressUse::Postal, AddressKind::Street);
        assert_eq!(AddressLines::new(&address, Texts(Language::Fi)), None);
    }
}
