//! The rules of channels: addresses, numbers, hours, accessibility; of names that are there twice.

use std::collections::BTreeMap;

use domain::catalogue::{
    AccessibilityLevel, Address, AddressKind, AddressUse, Channel, ChannelKind, ChannelTexts,
    Charge, Connection, Coordinate, CoordinateSource, EntityId, HoursPeriod, HoursRule, Link,
    OpeningStatus, OpeningTime, OrganisationKind, Phone, PhoneKind, Repetition, ServiceHours,
    ServiceTexts, Weekday,
};
use domain::{Language, Localized};
use jiff::civil::{Date, date, time};
use quality::{About, AboutChannel, Bearer, Finding, NamesInUse, Subject};

use crate::structure::organisation;
use crate::{about, of, service, subject};

fn channel(kind: ChannelKind) -> Channel {
    let texts = ChannelTexts { name: "Palvelupiste".to_owned(), ..ChannelTexts::default() };
    Channel {
        id: EntityId::new("c").unwrap(),
        kind,
        organisation: None,
        permission: None,
        texts: [(Language::Fi, texts)].into(),
        area: None,
        languages: vec![],
        hours: ServiceHours::default(),
        addresses: vec![],
        requires_identification: None,
        required_signatures: None,
        ontology_terms: vec![],
        oid: None,
        modified: None,
    }
}

fn found(rule: &str, channel: &Channel) -> Vec<Finding> {
    of(rule, &about(About::Channel(AboutChannel { channel, services: Some(1) })))
}

fn is_found(rule: &str, kind: ChannelKind, change: impl FnOnce(&mut Channel)) -> bool {
    let mut channel = channel(kind);
    change(&mut channel);
    !found(rule, &channel).is_empty()
}

fn address(kind: AddressKind) -> Address {
    Address {
        street: Localized::new(Language::Fi, "Kauppakatu"),
        number: Some("5".to_owned()),
        postal_code: Some("20100".to_owned()),
        coordinate: Some(Coordinate {
            easting: 240_000.0,
            northing: 6_710_000.0,
            latitude: 60.45,
            longitude: 22.27,
            source: CoordinateSource::User,
        }),
        ..Address::new(AddressUse::Visiting, kind)
    }
}

#[test]
fn a_channel_without_a_service() {
    for kind in ChannelKind::KNOWN {
        let channel = channel(kind.clone());
        let with = |services| about(About::Channel(AboutChannel { channel: &channel, services }));
        assert_eq!(of("S9b", &with(Some(0))).len(), 1, "{kind:?}");
        assert!(of("S9b", &with(Some(1))).is_empty() && of("S9b", &with(None)).is_empty());
    }
}

#[test]
fn places_whose_address_leads_nobody_there() {
    use ChannelKind::{ServiceLocation, Telephone, WebPage};
    type Change = fn(&mut Address);
    let bad: [Change; 5] = [
        |it| it.street = Localized::default(),
        |it| it.number = None,
        |it| it.postal_code = None,
        |it| it.coordinate = None,
        |it| it.kind = AddressKind::Place,
    ];
    for (at, change) in bad.into_iter().enumerate() {
        let mut address = address(AddressKind::Street);
        change(&mut address);
        assert!(is_found("S14", ServiceLocation, |it| it.addresses = vec![address]), "{at}");
    }
    assert!(is_found("S14", ServiceLocation, |_| ()), "none at all");
    let letters = Address { purpose: AddressUse::Postal, ..address(AddressKind::Street) };
    assert!(is_found("S14", ServiceLocation, |it| it.addresses = vec![letters.clone()]));
    let whole = || address(AddressKind::Street);
    for good in [vec![whole()], vec![whole(), whole()], vec![letters, whole()]] {
        assert!(!is_found("S14", ServiceLocation, |it| it.addresses = good));
    }
    let abroad = address(AddressKind::Foreign);
    assert!(!is_found("S14", ServiceLocation, |it| it.addresses = vec![abroad]));
    assert!(!is_found("S14", Telephone, |_| ()) && !is_found("S14", WebPage, |_| ()));
    let mut channel = channel(ServiceLocation);
    channel.addresses = vec![Address { postal_code: None, ..whole() }];
    assert_eq!(found("S14", &channel)[0].evidence[0].words, "Kauppakatu 5", "what there is of it");
}

fn phone(number: &str, charge: Option<Charge>, words: [&str; 2]) -> Phone {
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Phone {
        kind: PhoneKind::Phone,
        dial_code: None,
        number: number.to_owned(),
        charge,
        charge_description: text(words[0]),
        additional_information: text(words[1]),
    }
}

#[test]
fn telephone_channels_and_their_numbers() {
    use ChannelKind::Telephone;
    let extra = || Some(Charge::ExtraCharge);
    // Numbers, whether one is missing or its price, whether they cannot be told apart.
    let cases = [
        (vec![], true, false),
        (vec![phone("kysy", None, ["", ""])], true, false),
        (vec![phone("", None, ["", ""])], true, false),
        (vec![phone("0600 1", extra(), ["", ""])], true, false),
        (vec![phone("0600 1", extra(), [" ", "Neuvonta"])], true, false),
        (vec![phone("0600 1", Some(Charge::Other("x".to_owned())), ["", ""])], true, false),
        (vec![phone("0600 1", extra(), ["2 €/min", ""])], false, false),
        (vec![phone("02 1", None, ["", ""])], false, false),
        (vec![phone("02 1", Some(Charge::Charged), ["", ""])], false, false),
        (vec![phone("02 1", Some(Charge::Free), ["", ""])], false, false),
        (vec![phone("02 1", None, ["", ""]), phone("02 2", None, ["", ""])], false, true),
        (vec![phone("02 1", None, ["", ""]), phone("02 2", None, ["", " "])], false, true),
        (vec![phone("1", None, ["x", ""]), phone("2", None, ["y", ""])], false, true),
        (vec![phone("1", None, ["", "A"]), phone("2", None, ["", ""])], false, false),
        (vec![phone("1", None, ["", "A"]), phone("2", None, ["", "B"])], false, false),
    ];
    for (at, (phones, is_missing, is_alike)) in cases.into_iter().enumerate() {
        let with = |rule, phones| {
            is_found(rule, Telephone, |it| {
                it.texts.entry(Language::Fi).or_default().contact.phones = phones;
            })
        };
        assert_eq!(with("S15", phones.clone()), is_missing, "{at}");
        assert_eq!(with("S15b", phones), is_alike, "{at}");
    }
    let three = || ["1", "2", "3"].map(|number| phone(number, None, ["", ""])).to_vec();
    let with_fax = || {
        let fax = Phone { kind: PhoneKind::Fax, ..phone("9", None, ["", ""]) };
        vec![phone("1", None, ["", ""]), fax]
    };
    let set = |it: &mut Channel, phones| {
        it.texts.entry(Language::Sv).or_default().contact.phones = phones;
    };
    assert!(is_found("S15b", Telephone, |it| set(it, three())), "in each language version");
    assert!(!is_found("S15b", Telephone, |it| set(it, with_fax())), "a fax is told apart");
    assert!(!is_found("S15b", ChannelKind::WebPage, |it| set(it, three())));
    assert!(!is_found("S15", ChannelKind::WebPage, |_| ()));
}

fn at(start: (i8, i8), end: (i8, i8)) -> OpeningTime {
    OpeningTime {
        start: time(start.0, start.1, 0, 0),
        end: time(end.0, end.1, 0, 0),
        status: OpeningStatus::Open,
        repetition: Repetition::Weekly,
        additional_information: Localized::default(),
    }
}

fn period(dates: [Option<Date>; 2], rule: HoursRule) -> HoursPeriod {
    HoursPeriod {
        from: dates[0],
        to: dates[1],
        rule,
        heading: Localized::default(),
        additional_information: Localized::default(),
    }
}

fn weekly(times: Vec<OpeningTime>) -> HoursRule {
    HoursRule::Weekly { days: BTreeMap::from([(Weekday::Monday, times)]) }
}

fn has(rule: &str, periods: Vec<HoursPeriod>) -> bool {
    let hours = ServiceHours { periods, holidays: vec![] };
    let connection = Connection {
        service: EntityId::new("s").unwrap(),
        channel: EntityId::new("c").unwrap(),
        position: 0,
        charge: None,
        hours: hours.clone(),
        addresses: vec![],
        texts: BTreeMap::new(),
        modified: None,
    };
    let of_connection = !of(rule, &about(About::Connection(&connection))).is_empty();
    let of_channel = is_found(rule, ChannelKind::ServiceLocation, |it| it.hours = hours);
    assert_eq!(of_connection, of_channel, "a connection's hours are checked like a channel's");
    of_channel
}

const ALWAYS: [Option<Date>; 2] = [None, None];

#[test]
fn hours_that_cannot_be() {
    let day = |day| Some(date(2026, 12, day));
    let open = || vec![at((8, 0), (16, 0))];
    for (case, dates, times) in [
        ("ends before it begins", [day(9), day(8)], open()),
        ("a year before", [day(9), Some(date(2025, 12, 9))], open()),
        ("takes no time", ALWAYS, vec![at((8, 0), (8, 0))]),
        ("the second takes none", ALWAYS, vec![at((8, 0), (9, 0)), at((12, 30), (12, 30))]),
        ("overlap", ALWAYS, vec![at((8, 0), (12, 0)), at((11, 0), (16, 0))]),
        ("the same twice", ALWAYS, vec![at((8, 0), (12, 0)), at((8, 0), (12, 0))]),
    ] {
        assert!(has("S16", vec![period(dates, weekly(times))]), "{case}");
    }
    let odd = OpeningTime { repetition: Repetition::OddWeeks, ..at((9, 0), (13, 0)) };
    for (case, dates, times) in [
        ("ordinary", ALWAYS, open()),
        ("a break", ALWAYS, vec![at((8, 0), (11, 0)), at((12, 0), (16, 0))]),
        ("on end", ALWAYS, vec![at((8, 0), (12, 0)), at((12, 0), (16, 0))]),
        ("over midnight", ALWAYS, vec![at((20, 0), (2, 0))]),
        ("all day", ALWAYS, vec![at((0, 0), (0, 0))]),
        ("one day", [day(9), day(9)], open()),
        ("in other weeks", ALWAYS, vec![at((8, 0), (12, 0)), odd]),
    ] {
        assert!(!has("S16", vec![period(dates, weekly(times))]), "{case}");
    }
}

#[test]
fn places_without_hours() {
    let set = |it: &mut Channel, rule| it.hours.periods = vec![period(ALWAYS, rule)];
    for language in Language::ALL {
        let change = |it: &mut Channel| drop(it.texts.insert(language, ChannelTexts::default()));
        assert!(is_found("S17", ChannelKind::ServiceLocation, change));
    }
    let kinds = ChannelKind::KNOWN.iter().filter(|kind| **kind != ChannelKind::ServiceLocation);
    for kind in kinds {
        assert!(!is_found("S17", kind.clone(), |_| ()), "{kind:?}");
    }
    let place = ChannelKind::ServiceLocation;
    let always = HoursRule::AlwaysOpen { status: OpeningStatus::OpenOnReservation };
    assert!(!is_found("S17", place.clone(), |it| set(it, always)));
    assert!(!is_found("S17", place, |it| set(it, weekly(vec![at((8, 0), (16, 0))]))));
}

#[test]
fn hours_that_are_over() {
    // Today is 26 November 2026.
    let open = || weekly(vec![at((8, 0), (16, 0))]);
    let until = |end: Date| period([None, Some(end)], open());
    for over in [
        vec![until(date(2026, 11, 25))],
        vec![until(date(2018, 1, 1))],
        vec![until(date(2026, 1, 1)), until(date(2026, 6, 1))],
        vec![period([Some(date(2026, 1, 1)), Some(date(2026, 2, 1))], open())],
        vec![until(date(2026, 5, 1)), period([None, Some(date(2026, 12, 24))], HoursRule::Closed)],
        vec![period(
            [None, Some(date(2020, 1, 1))],
            HoursRule::AlwaysOpen { status: OpeningStatus::Open },
        )],
    ] {
        assert!(has("S17b", over.clone()), "{over:?}");
    }
    for holds in [
        vec![],
        vec![until(date(2026, 11, 26))],
        vec![until(date(2027, 1, 1))],
        vec![period(ALWAYS, open())],
        vec![until(date(2026, 1, 1)), period([Some(date(2026, 1, 2)), None], open())],
        vec![until(date(2026, 1, 1)), until(date(2026, 12, 31))],
        vec![period([None, Some(date(2026, 1, 6))], HoursRule::Closed)],
    ] {
        assert!(!has("S17b", holds.clone()), "{holds:?}");
    }
}

#[test]
fn exceptions_without_a_date_or_a_heading() {
    let exception =
        |times| HoursRule::Exception { days: BTreeMap::from([(Weekday::Monday, times)]) };
    let dates = [Some(date(2026, 12, 24)), Some(date(2026, 12, 26))];
    let named = |period: HoursPeriod| HoursPeriod {
        heading: Localized::new(Language::Fi, "Joulu"),
        ..period
    };
    for bare in [
        period(dates, HoursRule::Closed),
        period(ALWAYS, HoursRule::Closed),
        named(period(ALWAYS, HoursRule::Closed)),
        period(dates, exception(vec![])),
        period([dates[0], None], exception(vec![at((8, 0), (12, 0))])),
        named(period([None, dates[1]], HoursRule::Closed)),
    ] {
        assert!(has("S17c", vec![bare.clone()]), "{bare:?}");
    }
    let told = OpeningTime {
        additional_information: Localized::new(Language::Fi, "Jouluna"),
        ..at((8, 0), (12, 0))
    };
    let informed = HoursPeriod {
        additional_information: Localized::new(Language::Fi, "Jouluna"),
        ..period(dates, HoursRule::Closed)
    };
    for good in [
        named(period(dates, HoursRule::Closed)),
        named(period([dates[0], None], HoursRule::Closed)),
        informed,
        period(dates, exception(vec![told])),
        period(ALWAYS, weekly(vec![at((8, 0), (16, 0))])),
        period([Some(date(2025, 12, 24)), Some(date(2025, 12, 26))], HoursRule::Closed),
    ] {
        assert!(!has("S17c", vec![good.clone()]), "{good:?}");
    }
}

#[test]
fn accessibility_that_nobody_tells() {
    use AccessibilityLevel::{FullyCompliant, NonCompliant, PartiallyCompliant, Unknown};
    use ChannelKind::{EService, PrintableForm, ServiceLocation, Telephone, WebPage};
    let with = |kind: ChannelKind, level: Option<AccessibilityLevel>| {
        is_found("S20", kind, |it| {
            it.texts.entry(Language::Sv).or_default().accessibility.clone_from(&level);
            it.texts.entry(Language::Fi).or_default().accessibility = Some(FullyCompliant);
        })
    };
    for kind in [EService, WebPage] {
        assert!(with(kind.clone(), None) && with(kind.clone(), Some(Unknown)));
        assert!(is_found("S20", kind.clone(), |_| ()));
        for level in [FullyCompliant, PartiallyCompliant, NonCompliant] {
            assert!(!with(kind.clone(), Some(level)));
        }
    }
    for kind in [Telephone, PrintableForm, ServiceLocation] {
        assert!(!with(kind, None));
    }
}

#[test]
fn addresses_that_lead_to_the_sign_in_page() {
    for (url, is_wrong) in [
        ("https://tunnistautuminen.suomi.fi", true),
        ("https://tunnistautuminen.suomi.fi/", true),
        ("http://tunnistautuminen.suomi.fi/sivut/info", true),
        ("https://TUNNISTAUTUMINEN.suomi.fi/a", true),
        ("https://tunnistautuminen.suomi.fi:443/a", true),
        ("https://tunnistautuminen.suomi.fi?entityId=x", true),
        ("https://www.suomi.fi/tunnistautuminen", false),
        ("https://asiointi.kunta.fi/?next=tunnistautuminen.suomi.fi", false),
        ("https://tunnistautuminen.suomi.fi.kunta.fi/", false),
        ("https://suomi.fi", false),
        ("https://www.kunta.fi/kirjaudu", false),
        ("https://eitunnistautuminen.suomi.fi", false),
    ] {
        let link = Link { url: url.to_owned(), name: None, additional_information: None };
        let found = is_found("S20b", ChannelKind::EService, |it| {
            it.texts.entry(Language::Fi).or_default().web_addresses = vec![link];
        });
        assert_eq!(found, is_wrong, "{url}");
    }
}

#[test]
fn names_that_are_there_twice() {
    let own = organisation(OrganisationKind::Municipality, &[Language::Fi]);
    let other = EntityId::new("other").unwrap();
    let is_twice = |more: &[(&EntityId, Bearer<'_>, Language, &str)]| {
        let mut names = NamesInUse::default();
        let each = [(&own.id, Bearer::Service, Language::Fi, "Perheneuvola")];
        for (organisation, bearer, language, name) in each.iter().chain(more) {
            names.add(organisation, *bearer, *language, name);
        }
        let texts = ServiceTexts { name: "Perheneuvola".to_owned(), ..ServiceTexts::default() };
        let service = service(Language::Fi, texts);
        let with = Subject { organisation: Some(&own), names: Some(&names), ..subject(&service) };
        !of("S12", &with).is_empty()
    };
    let page = Bearer::Channel(&ChannelKind::WebPage);
    for name in ["Perheneuvola", "perheneuvola", "PERHENEUVOLA", " Perheneuvola "] {
        assert!(is_twice(&[(&own.id, Bearer::Service, Language::Fi, name)]), "{name}");
    }
    for (organisation, bearer, language, name) in [
        (&other, Bearer::Service, Language::Fi, "Perheneuvola"),
        (&own.id, page, Language::Fi, "Perheneuvola"),
        (&own.id, Bearer::Service, Language::Sv, "Perheneuvola"),
        (&own.id, Bearer::Service, Language::Fi, "Perheneuvolat"),
        (&own.id, Bearer::Service, Language::Fi, "Perhe neuvola"),
        (&own.id, Bearer::Service, Language::Fi, ""),
    ] {
        assert!(!is_twice(&[(organisation, bearer, language, name)]), "{language} {name}");
    }
}

#[test]
fn a_channel_named_like_another_of_its_kind_or_like_a_service() {
    let own = organisation(OrganisationKind::Municipality, &[Language::Fi]);
    let found = |bearers: &[Bearer<'_>]| {
        let mut names = NamesInUse::default();
        for bearer in bearers {
            names.add(&own.id, *bearer, Language::Fi, "Palvelupiste");
        }
        let channel = channel(ChannelKind::WebPage);
        let about = about(About::Channel(AboutChannel { channel: &channel, services: None }));
        !of("S12", &Subject { organisation: Some(&own), names: Some(&names), ..about }).is_empty()
    };
    let page = Bearer::Channel(&ChannelKind::WebPage);
    let place = Bearer::Channel(&ChannelKind::ServiceLocation);
    assert!(found(&[page, page]) && found(&[page, Bearer::Service]) && found(&[Bearer::Service]));
    assert!(!found(&[page]) && !found(&[page, place]) && !found(&[page, place, place]));
}
