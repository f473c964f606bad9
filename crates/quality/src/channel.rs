//! What a channel must have: an address, numbers, hours, a word about accessibility.

use std::collections::BTreeMap;

use domain::catalogue::{
    AccessibilityLevel, Address, AddressKind, AddressUse, Channel, ChannelKind, Charge,
    HoursPeriod, HoursRule, Link, OpeningTime, PhoneKind, ServiceHours, Weekday,
};
use jiff::civil::{Date, Time};

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::{About, Case};
use crate::words::host;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "S9b" Error [Channel] "vslj.fi, DVV" no_services;
    "S14" Error [Channel] "DVV, PTV validators" address;
    "S15" Error [Channel] "PTV validators, DVV" numbers;
    "S15b" Warning [Channel] "DVV" numbers_alike;
    "S16" Error [Channel Connection] "PTV validators" impossible_hours;
    "S17" Warning [Channel] "DVV" no_hours;
    "S17b" Warning [Channel Connection] "DVV" past_hours;
    "S17c" Warning [Channel Connection] "DVV" bare_exceptions;
    "S20" Error [Channel] "DVV" accessibility;
    "S20b" Error [Channel] "DVV" sign_in;
];

impl Case<'_> {
    fn channel_of_kind(&self, kinds: &[ChannelKind]) -> Option<&Channel> {
        self.channel().map(|about| about.channel).filter(|channel| kinds.contains(&channel.kind))
    }

    fn hours(&self) -> Option<&ServiceHours> {
        match &self.subject.about {
            About::Channel(about) => Some(&about.channel.hours),
            About::Connection(connection) => Some(&connection.hours),
            _ => None,
        }
    }
}

fn no_services(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    if case.channel().is_some_and(|about| about.services == Some(0)) {
        found.field(Field::Services, None, []);
    }
}

fn address(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(channel) = case.channel_of_kind(&[ChannelKind::ServiceLocation]) else { return };
    let visited = channel.addresses.iter().filter(|it| it.purpose == AddressUse::Visiting);
    let faults: Vec<String> = visited.clone().filter_map(fault).collect();
    if visited.count() == 0 || !faults.is_empty() {
        found.field(Field::Addresses, None, faults);
    }
}

/// What is there of an address that does not lead anybody to the place; none of one that does.
fn fault(address: &Address) -> Option<String> {
    let has_point = address.coordinate.is_some();
    let is_whole = match address.kind {
        AddressKind::Street => {
            !address.street.is_empty()
                && address.number.is_some()
                && address.postal_code.is_some()
                && has_point
        }
        AddressKind::Foreign => true,
        _ => false,
    };
    let word = |text: &domain::Localized| text.iter().next().map(|(_, text)| text.to_owned());
    let parts = [
        word(&address.street).or_else(|| word(&address.text)),
        address.number.clone(),
        address.postal_code.clone(),
        word(&address.post_office),
    ];
    let shown: Vec<String> = parts.into_iter().flatten().collect();
    (!is_whole).then(|| shown.join(" "))
}

fn numbers(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(channel) = case.channel_of_kind(&[ChannelKind::Telephone]) else { return };
    for (language, texts) in &channel.texts {
        let phones = &texts.contact.phones;
        let has_number = phones.iter().any(|phone| phone.dialled().is_some());
        // "Other" is PTV's word for a price that only words tell.
        let unpriced = phones.iter().filter(|phone| {
            matches!(phone.charge, Some(Charge::ExtraCharge | Charge::Other(_)))
                && phone.charge_description.as_ref().is_none_or(|text| text.trim().is_empty())
        });
        let unpriced: Vec<String> = unpriced.map(|phone| phone.number.clone()).collect();
        if !has_number || !unpriced.is_empty() {
            found.field(Field::Phones, Some(*language), unpriced);
        }
    }
}

fn numbers_alike(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(channel) = case.channel_of_kind(&[ChannelKind::Telephone]) else { return };
    for (language, texts) in &channel.texts {
        let phones = texts.contact.phones.iter().filter(|phone| phone.kind == PhoneKind::Phone);
        let phones: Vec<_> = phones.collect();
        let untold = phones.iter().filter(|phone| {
            phone.additional_information.as_ref().is_none_or(|text| text.trim().is_empty())
        });
        let untold: Vec<String> = untold.map(|phone| phone.number.clone()).collect();
        // One number without a word is the main one.
        if phones.len() > 1 && untold.len() > 1 {
            found.field(Field::Phones, Some(*language), untold);
        }
    }
}

fn impossible_hours(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(hours) = case.hours() else { return };
    let mut faults = Vec::new();
    for period in &hours.periods {
        if let (Some(from), Some(to)) = (period.from, period.to)
            && to < from
        {
            faults.push(format!("{from}–{to}"));
        }
        if let HoursRule::Weekly { days } | HoursRule::Exception { days } = &period.rule {
            faults.extend(days.values().flat_map(|times| impossible_times(times)));
        }
    }
    if !faults.is_empty() {
        found.field(Field::Hours, None, faults);
    }
}

/// Times of a day that take no time, or that begin before the one before has ended in the same weeks.
fn impossible_times(times: &[OpeningTime]) -> Vec<String> {
    let told = |time: &OpeningTime| {
        format!("{}–{}", time.start.strftime("%-H.%M"), time.end.strftime("%-H.%M"))
    };
    let empty =
        times.iter().filter(|time| time.start == time.end && time.start != Time::midnight());
    let overlapping = times.windows(2).filter(|pair| {
        let ends_later = pair[0].end > pair[0].start && pair[0].end > pair[1].start;
        ends_later && pair[0].repetition == pair[1].repetition
    });
    let overlapping = overlapping.map(|pair| format!("{}, {}", told(&pair[0]), told(&pair[1])));
    empty.map(told).chain(overlapping).collect()
}

fn no_hours(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(channel) = case.channel_of_kind(&[ChannelKind::ServiceLocation]) else { return };
    if channel.hours.is_empty() {
        found.field(Field::Hours, None, []);
    }
}

const fn is_ordinary(rule: &HoursRule) -> bool {
    !matches!(rule, HoursRule::Exception { .. } | HoursRule::Closed)
}

fn past_hours(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(hours) = case.hours() else { return };
    let ordinary = hours.periods.iter().filter(|period| is_ordinary(&period.rule));
    let ends: Option<Vec<Date>> = ordinary.map(|period| period.to).collect();
    // One that has no end holds.
    let Some(last) = ends.and_then(|ends| ends.into_iter().max()) else { return };
    if last < case.subject.today {
        found.field(Field::Hours, None, [last.to_string()]);
    }
}

fn bare_exceptions(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(hours) = case.hours() else { return };
    let today = case.subject.today;
    // What is over is not worth mending.
    let bare = hours.periods.iter().filter(|period| {
        !is_ordinary(&period.rule)
            && period.to.is_none_or(|to| to >= today)
            && (period.from.is_none() || (period.heading.is_empty() && says_nothing(period)))
    });
    let dates: Vec<String> =
        bare.map(|period| period.from.map_or_else(String::new, |from| from.to_string())).collect();
    if !dates.is_empty() {
        found.field(Field::Hours, None, dates);
    }
}

fn says_nothing(period: &HoursPeriod) -> bool {
    let is_silent = |days: &BTreeMap<Weekday, Vec<OpeningTime>>| {
        days.values().flatten().all(|time| time.additional_information.is_empty())
    };
    period.additional_information.is_empty()
        && match &period.rule {
            HoursRule::Exception { days } => is_silent(days),
            _ => true,
        }
}

fn accessibility(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let online = [ChannelKind::EService, ChannelKind::WebPage];
    let Some(channel) = case.channel_of_kind(&online) else { return };
    for (language, texts) in &channel.texts {
        if matches!(texts.accessibility, None | Some(AccessibilityLevel::Unknown)) {
            found.field(Field::Accessibility, Some(*language), []);
        }
    }
}

/// The page of the nation's shared identification.
const SIGN_IN: &str = "tunnistautuminen.suomi.fi";

fn sign_in(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(channel) = case.channel().map(|about| about.channel) else { return };
    for (language, texts) in &channel.texts {
        let is_sign_in = |link: &&Link| host(&link.url).eq_ignore_ascii_case(SIGN_IN);
        let links = texts.web_addresses.iter().chain(&texts.contact.web_pages).filter(is_sign_in);
        let links: Vec<String> = links.map(|link| link.url.clone()).collect();
        if !links.is_empty() {
            found.field(Field::WebAddresses, Some(*language), links);
        }
    }
}
