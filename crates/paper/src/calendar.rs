//! What somebody takes into their own calendar (iCalendar, RFC 5545): one entry in a file.

use icalendar::{Calendar, Component as _, EventLike as _, EventStatus, Property};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// An entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// What it is known by from one file to the next.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What else there is to say.
    pub description: String,
    /// Where it is.
    pub place: Option<String>,
    /// The page that tells of it.
    pub address: Option<String>,
    /// When it begins.
    pub starts: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// Whether it does not take place.
    pub is_cancelled: bool,
    /// When what it says was changed.
    pub changed: Timestamp,
}

/// The file with an entry. Times are in UTC, which every calendar shows in its own.
#[must_use]
pub fn calendar(entry: &CalendarEntry) -> String {
    let mut event = icalendar::Event::new();
    event.uid(&entry.id).summary(&plain(&entry.title));
    event.append_property(Property::new("DTSTAMP", utc(entry.changed)));
    event.append_property(Property::new("LAST-MODIFIED", utc(entry.changed)));
    event.append_property(Property::new("DTSTART", utc(entry.starts)));
    event.append_property(Property::new("DTEND", utc(entry.ends)));
    // Of two files with one id, calendars keep the one with the greater number.
    event.append_property(Property::new("SEQUENCE", entry.changed.as_second().to_string()));
    if !entry.description.is_empty() {
        event.description(&plain(&entry.description));
    }
    if let Some(place) = &entry.place {
        event.location(&plain(place));
    }
    if let Some(address) = &entry.address {
        event.url(&plain(address));
    }
    let status = if entry.is_cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed };
    event.status(status);
    let mut calendar = Calendar::empty();
    for (name, value) in
        [("VERSION", "2.0"), ("PRODID", "-//Tarjotin//FI"), ("CALSCALE", "GREGORIAN")]
    {
        calendar.append_property(Property::new(name, value));
    }
    calendar.push(event.done()).to_string()
}

/// A text with one kind of line end, which the library escapes, and without other control characters, which it lets be.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect()
}

fn utc(instant: Timestamp) -> String {
    instant.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> CalendarEntry {
        CalendarEntry {
            id: "e@tarjotin.example".into(),
            title: "Työpaja; kuvaukset, kanavat".into(),
            description: format!("Ota mukaan:\nkone\\nNEVENT\r\n{}", "ä".repeat(100)),
            place: Some("Kaupungintalo, Naantali".into()),
            address: Some("https://tarjotin.example/fi/tapahtumat/e".into()),
            starts: "2026-12-10T07:00:00Z".parse().unwrap(),
            ends: "2026-12-10T09:00:00Z".parse().unwrap(),
            is_cancelled: false,
            changed: "2026-11-24T07:00:00Z".parse().unwrap(),
        }
    }

    fn unfolded(entry: &CalendarEntry) -> Vec<String> {
        calendar(entry).replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn an_entry_has_what_a_calendar_needs_in_utc() {
        let lines = unfolded(&entry());
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "UID:e@tarjotin.example",
            "DTSTAMP:20261124T070000Z",
            "DTSTART:20261210T070000Z",
            "DTEND:20261210T090000Z",
            "STATUS:CONFIRMED",
            "SUMMARY:Työpaja\\; kuvaukset\\, kanavat",
            "LOCATION:Kaupungintalo\\, Naantali",
            "URL:https://tarjotin.example/fi/tapahtumat/e",
            "END:VCALENDAR",
        ] {
            assert_eq!(lines.iter().filter(|one| *one == line).count(), 1, "{line} in {lines:#?}");
        }
        for name in ["DTSTAMP", "UID"] {
            let has = lines.iter().filter(|line| line.starts_with(&format!("{name}:"))).count();
            assert_eq!(has, 1, "{name}");
        }
        let cancelled = unfolded(&CalendarEntry { is_cancelled: true, ..entry() });
        assert!(cancelled.contains(&"STATUS:CANCELLED".to_owned()));
    }

    #[test]
    fn no_line_is_longer_than_calendars_read_and_no_text_makes_lines_of_its_own() {
        let file = calendar(&entry());
        assert!(file.ends_with("\r\n"));
        for line in file.trim_end().split("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
        }
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 1);
        let described = unfolded(&entry()).into_iter().find(|line| line.starts_with("DESCRIPTION"));
        assert!(described.unwrap().starts_with("DESCRIPTION:Ota mukaan:\\nkone"));
    }
}
