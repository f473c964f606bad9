//! A channel as a card on a service's page, and as the channel's own page.

use app::catalogue::ConnectedChannel;
use domain::catalogue::{Channel, ChannelKind, ChannelTexts, Connection, ServiceHours};
use domain::reference::spoken_language;
use domain::{Language, Localized};
use jiff::civil::{Date, DateTime};

use super::address::AddressLines;
use super::contact::{Contacts, OutLink, links, out};
use super::hours::Hours;
use super::opening::Opening;
use super::text::{Rich, Text, charge, version};
use crate::address::Address as PageAddress;
use crate::texts::Texts;

/// A channel, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChannelCard {
    /// For links within the page.
    pub(crate) anchor: String,
    pub(crate) href: String,
    pub(crate) kind: ChannelKind,
    pub(crate) kind_name: String,
    pub(crate) name: Text,
    pub(crate) summary: Option<Text>,
    pub(crate) description: Option<Rich>,
    /// What the connection says of the service in this channel.
    pub(crate) notes: Vec<Rich>,
    pub(crate) price: Option<Text>,
    /// Where the online service, web page or form is.
    pub(crate) targets: Vec<OutLink>,
    pub(crate) attachments: Vec<OutLink>,
    pub(crate) contacts: Vec<Contacts>,
    pub(crate) addresses: Vec<AddressLines>,
    pub(crate) hours: Hours,
    pub(crate) languages: Vec<String>,
    pub(crate) requires_identification: bool,
    pub(crate) signatures: Option<usize>,
    pub(crate) form_identifier: Option<Text>,
    pub(crate) accessibility: Option<String>,
}

impl ChannelCard {
    /// The channel as a service has it.
    pub(crate) fn connected(one: &ConnectedChannel, today: Date, t: Texts) -> Self {
        let mut card = Self::new(&one.channel, today, t);
        card.connect(&one.connection, today, t);
        card
    }

    /// The channel by itself.
    pub(crate) fn new(channel: &Channel, today: Date, t: Texts) -> Self {
        let name = Text::best_or(&channel.names(), t, "name-missing");
        let text = |pick: fn(&ChannelTexts) -> &Option<String>| -> Localized {
            let picked = channel.texts.iter();
            picked.filter_map(|(language, texts)| Some((*language, pick(texts).clone()?))).collect()
        };
        let has_contact = |texts: &ChannelTexts| !texts.contact.is_empty();
        let contact = version(&channel.texts, t.0, has_contact);
        Self {
            anchor: format!("k-{}", channel.id),
            href: PageAddress::Channel(channel.id.clone()).path(t.0),
            kind: channel.kind.clone(),
            kind_name: kind_name(&channel.kind, t),
            summary: Text::best(&text(|texts| &texts.summary), t.0),
            description: Rich::best(&text(|texts| &texts.description), t.0),
            notes: Vec::new(),
            price: None,
            targets: targets(channel, &name, t.0),
            attachments: version(&channel.texts, t.0, |texts| !texts.attachments.is_empty())
                .map(|(language, texts)| links(&texts.attachments, language, t.0))
                .unwrap_or_default(),
            contacts: contact
                .map(|(language, texts)| Contacts::new(&texts.contact, language, t))
                .into_iter()
                .collect(),
            addresses: channel
                .addresses
                .iter()
                .filter_map(|one| AddressLines::new(one, t))
                .collect(),
            hours: Hours::new(&channel.hours, today, t),
            languages: languages(&channel.languages, t.0),
            requires_identification: channel.requires_identification == Some(true),
            signatures: channel
                .required_signatures
                .and_then(|count| usize::try_from(count).ok())
                .filter(|count| *count > 0),
            form_identifier: Text::best(&text(|texts| &texts.form_identifier), t.0),
            accessibility: version(&channel.texts, t.0, |texts| texts.accessibility.is_some())
                .and_then(|(_, texts)| {
                    t.find("accessibility", texts.accessibility.as_ref()?.code())
                })
                .map(std::borrow::Cow::into_owned),
            name,
        }
    }

    /// The same, for a page that is for this moment: with whether it is open now.
    pub(crate) fn at(
        self,
        channel: &Channel,
        connection: Option<&Connection>,
        now: DateTime,
        t: Texts,
    ) -> Self {
        let own = connection.map(|one| &one.hours).filter(|own| **own != ServiceHours::default());
        let opening = Opening::at(own.unwrap_or(&channel.hours), now);
        let opening = opening.filter(|_| !self.hours.is_always_open);
        let now = opening.map(|opening| opening.sentence(now, t));
        Self { hours: Hours { now, ..self.hours }, ..self }
    }

    /// Puts what the connection says before what the channel says.
    fn connect(&mut self, connection: &Connection, today: Date, t: Texts) {
        if connection.hours != ServiceHours::default() {
            self.hours = Hours::new(&connection.hours, today, t);
        }
        let addresses: Vec<AddressLines> =
            connection.addresses.iter().filter_map(|one| AddressLines::new(one, t)).collect();
        if !addresses.is_empty() {
            self.addresses = addresses;
        }
        if let Some((language, texts)) =
            version(&connection.texts, t.0, |texts| !texts.contact.is_empty())
        {
            let before = Contacts::new(&texts.contact, language, t);
            for own in &mut self.contacts {
                own.leave_out(&before);
            }
            self.contacts.insert(0, before);
        }
        let described = version(&connection.texts, t.0, |texts| texts.description.is_some());
        if let Some((language, texts)) = described
            && let Some(words) = &texts.description
        {
            self.notes.push(Rich::new(language, words, t.0));
        }
        let priced = version(&connection.texts, t.0, |texts| texts.charge_information.is_some());
        self.price = priced
            .and_then(|(language, texts)| {
                Some(Text::new(language, texts.charge_information.as_ref()?, t.0))
            })
            .or_else(|| connection.charge.as_ref().map(|known| Text::own(charge(known, t))));
    }

    pub(crate) fn is_place(&self) -> bool {
        self.kind == ChannelKind::ServiceLocation
    }

    /// Where to go, on one line.
    pub(crate) fn visiting_address(&self) -> Option<String> {
        let visiting = self.addresses.iter().find(|one| one.purpose.is_none())?;
        Some(visiting.one_line())
    }
}

fn kind_name(kind: &ChannelKind, t: Texts) -> String {
    t.find("channel", kind.code()).unwrap_or_else(|| t.get("channel-other")).into_owned()
}

/// Where the channel itself is on the web: its addresses and the form's files.
fn targets(channel: &Channel, name: &Text, reader: Language) -> Vec<OutLink> {
    let has_target =
        |texts: &ChannelTexts| !texts.web_addresses.is_empty() || !texts.form_files.is_empty();
    let Some((language, texts)) = version(&channel.texts, reader, has_target) else {
        return Vec::new();
    };
    let pages =
        texts.web_addresses.iter().filter_map(|link| out(link, Some(name), language, reader));
    let files = texts.form_files.iter().filter_map(|file| {
        let mut link = out(&file.link, Some(name), language, reader)?;
        if !file.format.is_empty() {
            link.name.value = format!("{} ({})", link.name.value, file.format.to_uppercase());
        }
        Some(link)
    });
    pages.chain(files).collect()
}

/// The names of the languages of these codes; a code that we do not know as it is.
pub(crate) fn languages(codes: &[String], reader: Language) -> Vec<String> {
    codes
        .iter()
        .map(|code| {
            spoken_language(code)
                .map_or_else(|| code.clone(), |known| known.name(reader).to_owned())
        })
        .collect()
}
