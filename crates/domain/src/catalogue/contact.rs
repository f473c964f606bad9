//! Phones, e-mail addresses and links.

use serde::{Deserialize, Serialize};

use super::code::{Charge, coded};

coded! {
    /// What a number is for.
    PhoneKind {
        /// Speech.
        Phone = "Phone",
        /// Text messages.
        Sms = "Sms",
        /// Fax.
        Fax = "Fax",
    }
}

/// A phone number, in one language version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// What it is for.
    pub kind: PhoneKind,
    /// The country's dial code with its plus, e.g. "+358"; none for a Finnish service number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dial_code: Option<String>,
    /// The number as the source wrote it, spaces cleaned.
    pub number: String,
    /// What a call costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charge: Option<Charge>,
    /// What a call costs, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charge_description: Option<String>,
    /// Whose number it is, or when it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additional_information: Option<String>,
}

impl Phone {
    /// The number for a `tel:` link (RFC 3966): digits, with the dial code and without the national
    /// prefix 0 where there is a dial code. `None` when there is no digit in it.
    #[must_use]
    pub fn dialled(&self) -> Option<String> {
        let digits: String = self.number.chars().filter(char::is_ascii_digit).collect();
        if digits.is_empty() {
            return None;
        }
        if self.number.trim_start().starts_with('+') {
            return Some(format!("+{digits}"));
        }
        Some(match &self.dial_code {
            Some(code) => format!("{code}{}", digits.strip_prefix('0').unwrap_or(&digits)),
            None => digits,
        })
    }
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email {
    /// The address.
    pub address: String,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A link to a page or a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The address: http or https only.
    pub url: String,
    /// The link's text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What is behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additional_information: Option<String>,
}

/// How to reach somebody, in one language version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Phone, text-message and fax numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// E-mail addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<Email>,
    /// Web pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub web_pages: Vec<Link>,
}

impl Contact {
    /// Whether there is no way to reach anybody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.phones.is_empty() && self.emails.is_empty() && self.web_pages.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(dial_code: Option<&str>, number: &str) -> Phone {
        Phone {
            kind: PhoneKind::Phone,
            dial_code: dial_code.map(str::to_owned),
            number: number.to_owned(),
            charge: None,
            charge_description: None,
            additional_information: None,
        }
    }

    #[test]
    fn a_dialled_number_has_its_dial_code_and_no_national_prefix() {
        for (dial_code, number, dialled) in [
            (Some("+358"), "02 123 4567", Some("+35821234567")),
            (Some("+358"), "21234567", Some("+35821234567")),
            (None, "0600 123", Some("0600123")),
            (None, "+358 40 123", Some("+35840123")),
            (None, "ask", None),
        ] {
            assert_eq!(phone(dial_code, number).dialled().as_deref(), dialled, "{number}");
        }
    }
}
