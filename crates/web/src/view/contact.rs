//! Phones, e-mail addresses and links.

use domain::Language;
use domain::catalogue::{Charge, Contact, Email, Link, Phone, PhoneKind};

use super::text::{Text, charge};
use crate::address::encoded;
use crate::texts::Texts;

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PhoneLink {
    /// The number as people read it.
    pub(crate) shown: String,
    /// The `tel:` or `sms:` link; none for a fax or where there is no digit.
    pub(crate) href: Option<String>,
    /// Text message or fax, where it is one.
    pub(crate) kind: Option<String>,
    /// Whose it is and what it costs.
    pub(crate) notes: Vec<Text>,
}

/// A link that leads out of the site, or a mail link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutLink {
    pub(crate) href: String,
    pub(crate) name: Text,
    pub(crate) note: Option<Text>,
}

/// How to reach somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Contacts {
    pub(crate) phones: Vec<PhoneLink>,
    pub(crate) emails: Vec<OutLink>,
    pub(crate) links: Vec<OutLink>,
}

impl Contacts {
    /// A contact that is in a language, for a reader.
    pub(crate) fn new(contact: &Contact, language: Language, t: Texts) -> Self {
        Self {
            phones: contact.phones.iter().map(|phone| PhoneLink::new(phone, language, t)).collect(),
            emails: contact.emails.iter().filter_map(|mail| email(mail, language, t.0)).collect(),
            links: links(&contact.web_pages, language, t.0),
        }
    }

    /// Leaves out what another contact, shown with this one, says already.
    pub(crate) fn leave_out(&mut self, said: &Self) {
        self.phones.retain(|phone| said.phones.iter().all(|one| one.shown != phone.shown));
        self.emails.retain(|mail| said.emails.iter().all(|one| one.href != mail.href));
        self.links.retain(|link| said.links.iter().all(|one| one.href != link.href));
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.phones.is_empty() && self.emails.is_empty() && self.links.is_empty()
    }
}

impl PhoneLink {
    pub(crate) fn new(phone: &Phone, language: Language, t: Texts) -> Self {
        let scheme = match phone.kind {
            PhoneKind::Sms => Some("sms"),
            PhoneKind::Fax => None,
            _ => Some("tel"),
        };
        let mut notes: Vec<Text> = phone
            .additional_information
            .iter()
            .map(|note| Text::new(language, note, t.0))
            .collect();
        match (&phone.charge_description, &phone.charge) {
            (Some(words), _) => notes.push(Text::new(language, words, t.0)),
            (None, Some(known)) => notes.push(Text::own(call_charge(known, t))),
            (None, None) => {}
        }
        let kind = match phone.kind {
            PhoneKind::Sms => Some(t.get("phone-sms").into_owned()),
            PhoneKind::Fax => Some(t.get("phone-fax").into_owned()),
            _ => None,
        };
        Self {
            shown: shown(phone),
            href: scheme.zip(phone.dialled()).map(|(scheme, number)| format!("{scheme}:{number}")),
            kind,
            notes,
        }
    }
}

fn call_charge(known: &Charge, t: Texts) -> String {
    t.find("call", known.code()).unwrap_or_else(|| charge(known, t)).into_owned()
}

/// The number as it is read out in Finland: +358 numbers with their zero, others with their code.
fn shown(phone: &Phone) -> String {
    let number = phone.number.trim();
    match phone.dial_code.as_deref() {
        Some("+358") if number.starts_with('0') => grouped(number),
        Some("+358") => grouped(&format!("0{number}")),
        Some(code) => format!("{code} {number}"),
        None => number.to_owned(),
    }
}

/// A Finnish number that was written in one piece, in the groups that people say: 02 555 3624,
/// 040 123 4567. A number with groups of its own is left as it is.
fn grouped(number: &str) -> String {
    let is_plain = number.len() > 6 && number.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain {
        return number.to_owned();
    }
    let area = match number.as_bytes() {
        [b'0', b'8', b'0', b'0', ..] => 4,
        [b'0', b'4', ..]
        | [b'0', b'1' | b'2' | b'3' | b'5' | b'7', b'0', ..]
        | [b'0', b'2', b'9', ..] => 3,
        _ => 2,
    };
    let (area, rest) = number.split_at(area);
    match rest.len() {
        0..=4 => format!("{area} {rest}"),
        _ => format!("{area} {} {}", &rest[..3], &rest[3..]),
    }
}

fn email(email: &Email, language: Language, reader: Language) -> Option<OutLink> {
    let address = email.address.trim();
    let (name, host) = address.split_once('@')?;
    if address.chars().any(|character| character.is_whitespace() || character.is_control()) {
        return None;
    }
    Some(OutLink {
        href: format!("mailto:{}@{}", encoded(name), encoded(host)),
        name: Text::own(address),
        note: email.description.as_ref().map(|words| Text::new(language, words, reader)),
    })
}

/// The links that can be followed: http and https only.
pub(crate) fn links(links: &[Link], language: Language, reader: Language) -> Vec<OutLink> {
    links.iter().filter_map(|link| out(link, None, language, reader)).collect()
}

/// One link under its own name, or the given one, or its host's.
pub(crate) fn out(
    link: &Link,
    fallback: Option<&Text>,
    language: Language,
    reader: Language,
) -> Option<OutLink> {
    let url = link.url.trim();
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let name = link.name.as_ref().filter(|name| !name.trim().is_empty());
    let name = name.map(|name| Text::new(language, name, reader));
    Some(OutLink {
        href: url.to_owned(),
        name: name.or_else(|| fallback.cloned()).unwrap_or_else(|| Text::own(host)),
        note: link.additional_information.as_ref().map(|note| Text::new(language, note, reader)),
    })
}

/// A number as it is written, for a `tel:` link.
pub(crate) fn telephone_address(written: &str) -> String {
    written.chars().filter(|one| one.is_ascii_digit() || *one == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINNISH: Texts = Texts(Language::Fi);

    fn phone(kind: PhoneKind, dial_code: Option<&str>, number: &str) -> Phone {
        Phone {
            kind,
            dial_code: dial_code.map(str::to_owned),
            number: number.to_owned(),
            charge: Some(Charge::Free),
            charge_description: None,
            additional_information: None,
        }
    }

    #[test]
    fn a_number_is_read_with_its_zero_and_dialled_with_its_code() {
        let link = PhoneLink::new(
            &phone(PhoneKind::Phone, Some("+358"), "2 123 4567"),
            Language::Fi,
            FINNISH,
        );
        assert_eq!(link.shown, "02 123 4567");
        assert_eq!(link.href.as_deref(), Some("tel:+35821234567"));
        let fax = PhoneLink::new(&phone(PhoneKind::Fax, None, "02 1"), Language::Fi, FINNISH);
        assert_eq!(fax.href, None);
    }

    #[test]
    fn a_number_in_one_piece_is_grouped_as_people_say_it() {
        for (number, shown) in [
            ("025553624", "02 555 3624"),
            ("0401234567", "040 123 4567"),
            ("0451234567", "045 123 4567"),
            ("0295000000", "029 500 0000"),
            ("080012345", "0800 123 45"),
            ("02 555 36 24", "02 555 36 24"),
            ("0100100", "010 0100"),
        ] {
            assert_eq!(grouped(number), shown);
        }
    }

    #[test]
    fn what_was_said_already_is_not_said_twice() {
        let contact = |number: &str| Contact {
            phones: vec![phone(PhoneKind::Phone, Some("+358"), number)],
            emails: vec![Email { address: "a@b.fi".to_owned(), description: None }],
            ..Contact::default()
        };
        let said = Contacts::new(&contact("2 1"), Language::Fi, FINNISH);
        let mut more = Contacts::new(&contact("2 2"), Language::Fi, FINNISH);
        more.leave_out(&said);
        assert_eq!((more.phones.len(), more.emails.len()), (1, 0));
        more.leave_out(&Contacts::new(&contact("2 2"), Language::Fi, FINNISH));
        assert!(more.is_empty());
    }

    #[test]
    fn only_web_addresses_become_links() {
        let link =
            |url: &str| Link { url: url.to_owned(), name: None, additional_information: None };
        let urls = ["https://a.fi/x", "javascript:alert(1)", "//evil.example", "data:text/html,x"];
        let shown = links(&urls.map(link), Language::Fi, Language::Fi);
        assert_eq!(shown.len(), 1);
        assert_eq!(shown[0].name.value, "a.fi");
    }

    #[test]
    fn a_mail_link_carries_nothing_but_the_address() {
        let mail = |address: &str| Email { address: address.to_owned(), description: None };
        let shown = |address| email(&mail(address), Language::Fi, Language::Fi).map(|one| one.href);
        assert_eq!(shown("a.b@c.fi").as_deref(), Some("mailto:a.b@c.fi"));
        assert_eq!(shown("a?bcc=x@c.fi").as_deref(), Some("mailto:a%3Fbcc%3Dx@c.fi"));
        assert_eq!(shown("a b@c.fi"), None);
        assert_eq!(shown("nobody"), None);
    }
}
