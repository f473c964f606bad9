//! What holds of every cleaner, whatever the text.

use proptest::prelude::*;

use super::testing::cleaned;
use super::*;

/// Texts that come near to what the cleaners look for.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zåäö0-9.:/?#@%\\\\ ]{0,40}",
        "(https?://|www\\.|mailto:|//)?[a-zä0-9.@-]{0,20}(:[0-9]{0,6})?(/.{0,10})?",
        "[+(]?[0-9() ./+-]{0,30}[a-z]{0,3}",
        "[0-9]{1,4}[-:][0-9]{1,2}([-:T][0-9:.,Z+]{0,20})?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn a_link_is_a_web_link_and_stays_one(text in texts()) {
        let (link, problems) = cleaned(|path, reading| url(&text, path, reading));
        prop_assert_eq!(link.is_none(), !problems.is_empty());
        if let Some(link) = link {
            let lower = link.to_ascii_lowercase();
            prop_assert!(lower.starts_with("https://") || lower.starts_with("http://"));
            prop_assert!(!link.contains(|c: char| c.is_control() || c.is_whitespace()));
            let (again, _) = cleaned(|path, reading| url(&link, path, reading));
            prop_assert_eq!(again, Some(link));
        }
    }

    #[test]
    fn an_address_has_one_at_sign_and_stays_as_it_is(text in texts()) {
        let (address, problems) = cleaned(|path, reading| email(&text, path, reading));
        prop_assert_eq!(address.is_none(), !problems.is_empty());
        if let Some(address) = address {
            prop_assert_eq!(address.matches('@').count(), 1);
            let (again, _) = cleaned(|path, reading| email(&address, path, reading));
            prop_assert_eq!(again, Some(address));
        }
    }

    #[test]
    fn a_number_has_3_to_20_digits_and_stays_as_it_is(text in texts()) {
        let (number, problems) = cleaned(|path, reading| phone_number(&text, path, reading));
        prop_assert!(number.is_some() || !problems.is_empty());
        if let Some(number) = number {
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            prop_assert!((3..=20).contains(&digits), "{number}");
            let (again, problems) = cleaned(|path, reading| phone_number(&number, path, reading));
            prop_assert_eq!((again, problems), (Some(number), vec![]));
        }
    }

    #[test]
    fn what_is_no_time_or_code_is_reported(text in texts()) {
        let (read, problems) = cleaned(|path, reading| date(&text, path, reading));
        prop_assert_eq!(read.is_none(), !problems.is_empty());
        let (read, problems) = cleaned(|path, reading| time(&text, path, reading));
        prop_assert_eq!(read.is_none(), !problems.is_empty());
        let (read, problems) = cleaned(|path, reading| timestamp(&text, path, reading));
        prop_assert_eq!(read.is_none(), !problems.is_empty());
        let (read, problems) = cleaned(|path, reading| postal_code(&text, false, path, reading));
        prop_assert_eq!(read.is_none(), !problems.is_empty());
        let (read, problems) = cleaned(|path, reading| guid(&text, path, reading));
        prop_assert_eq!(read.is_none(), !problems.is_empty());
        let (read, problems) = cleaned(|path, reading| municipality(&text, path, reading));
        prop_assert!(read.is_some() || !problems.is_empty());
    }

    #[test]
    fn a_point_is_in_finland_or_none(easting in any::<f64>(), northing in any::<f64>()) {
        use domain::catalogue::CoordinateSource::User;
        let (point, problems) =
            cleaned(|path, reading| coordinate(easting, northing, User, path, reading));
        prop_assert!(point.is_some() || !problems.is_empty());
    }

    #[test]
    fn every_point_within_the_limits_has_degrees_near_finland(
        easting in 43_500.0..=765_000.0,
        northing in 6_522_000.0..=7_796_000.0,
    ) {
        use domain::catalogue::CoordinateSource::User;
        let (point, problems) =
            cleaned(|path, reading| coordinate(easting, northing, User, path, reading));
        let point = point.unwrap();
        prop_assert!((58.0..71.0).contains(&point.latitude), "{point:?}");
        let back = serde_json::from_str(&serde_json::to_string(&point).unwrap()).unwrap();
        prop_assert_eq!(&point, &back);
        prop_assert!((15.0..36.0).contains(&point.longitude), "{point:?}");
        prop_assert!(problems.is_empty());
    }
}
