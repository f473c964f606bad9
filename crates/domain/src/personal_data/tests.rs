use proptest::prelude::*;

use super::{PersonalData, find};

const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
const SIGNS: [char; 13] = ['+', '-', 'Y', 'X', 'W', 'V', 'U', 'A', 'B', 'C', 'D', 'E', 'F'];

fn code(day: u32, month: u32, year: u32, sign: char, individual: u32) -> String {
    let number = (day * 10_000 + month * 100 + year) * 1000 + individual;
    let check = char::from(CHECKS[(number % 31) as usize]);
    format!("{day:02}{month:02}{year:02}{sign}{individual:03}{check}")
}

prop_compose! {
    fn any_code()(day in 1..=28u32, month in 1..=12u32, year in 0..=99u32,
                  sign in prop::sample::select(SIGNS.to_vec()), individual in 2..=999u32) -> String {
        code(day, month, year, sign, individual)
    }
}

proptest! {
    #[test]
    fn every_identity_code_is_found_in_any_text(before in ".*", code in any_code(), after in ".*") {
        let text = format!("{before}{code}{after}");
        prop_assert_eq!(find(&text), Some(PersonalData::IdentityCode), "{}", text);
    }

    #[test]
    fn an_identity_code_is_found_in_small_letters_and_with_spaces_anywhere(
        code in any_code(),
        spaces in prop::collection::vec(prop::sample::select(vec!["", "", " ", "  ", "\u{a0}", "\n"]), 11),
    ) {
        let mut spaced = String::new();
        for (letter, space) in code.to_lowercase().chars().zip(&spaces) {
            spaced.push(letter);
            spaced.push_str(space);
        }
        prop_assert_eq!(find(&format!("Tunnus {spaced}.")), Some(PersonalData::IdentityCode), "{}", spaced);
    }

    #[test]
    fn every_mobile_number_is_found_however_it_is_grouped(
        prefix in prop::sample::select(vec!["040", "041", "044", "045", "046", "050", "+358 40", "+358(0)50", "00358 44", "358 40"]),
        number in 1_000_000..=9_999_999u32,
        mark in prop::sample::select(vec!["", " ", "-", " - ", ".", "\u{a0}", "\u{2013}"]),
        cut in 2..=4usize,
    ) {
        let number = number.to_string();
        let (head, tail) = number.split_at(cut);
        let text = format!("Soita {prefix}{mark}{head}{mark}{tail} illalla");
        prop_assert_eq!(find(&text), Some(PersonalData::Phone), "{}", text);
        let bare = format!("{prefix}{mark}{head}{mark}{tail}");
        prop_assert_eq!(find(&bare), Some(PersonalData::Phone), "{}", bare);
    }

    #[test]
    fn dates_hours_prices_and_house_numbers_are_nobodys(
        day in 1..=31u32, month in 1..=12u32, year in 2024..=2031u32,
        from in 0..=23u32, to in 1..=24u32, minute in 0..=59u32,
        house in 1..=199u32, flat in 1..=99u32, euros in 0..=999u32, cents in 0..=99u32,
    ) {
        for text in [
            format!("Kotikatu {house} A {flat}, klo {from:02}.{minute:02}–{to:02}.00"),
            format!("Avoinna {from:02}-{to:02}, liput {euros},{cents:02} €"),
            format!("{day:02}.{month:02}.{year} klo {from:02}.{minute:02}"),
            format!("{day}.{month}. klo {from}–{to}, hinta {euros} €"),
            format!("{day:02}.{month:02}.–{day:02}.{month:02}.{year}"),
            format!("{day:02}.{month:02}.{year} - {day:02}.{month:02}.{year}"),
            format!("{day:02}/{month:02}/{year} {from:02}:{minute:02}-{to:02}:00"),
            format!("{year}-{month:02}-{day:02}, {euros}.{cents:02} €"),
            format!("ma–pe {from:02}{minute:02}-{to:02}00, Storgatan {house} B {flat}"),
            format!("20100 Turku, {house} {flat}"),
            format!("Hinta {euros} 000 € vuodessa, bussi {house}"),
        ] {
            prop_assert_eq!(find(&text), None, "{}", text);
        }
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>()) {
        let _ = find(&text);
        let _ = find(&text.repeat(3));
    }
}

#[test]
fn identity_codes_are_found_as_people_write_them() {
    for text in [
        "131052-308T",
        "Asiakkaan tunnus on 131052–308t",
        "131052 - 308 T",
        "13 10 52 - 308 T",
        "13.10.52-308T",
        "13.10.1952-308T",
        "131052308T",
        "131052 308T",
        "１３１０５２-３０８Ｔ",
        "131052\u{200b}-308T",
        "hetu:131052-308T,puh",
        // The last letter is a slip; it still tells who it is.
        "131052-308U",
        "Hän on 131052A308U.",
    ] {
        assert_eq!(find(text), Some(PersonalData::IdentityCode), "{text:?}");
    }
}

#[test]
fn telephone_numbers_are_found_as_people_write_them() {
    for text in [
        "040 123 4567",
        "0401234567",
        "040-1234567",
        "040.123.4567",
        "+358 40 1234567",
        "+358(0)401234567",
        "00358401234567",
        "(02) 434 5111",
        "02 4345111",
        "09-123 4567",
        "Puh. 434 5111",
        "puhelin: 12345",
        "tfn 018-25 000",
        "ring mig på 0457 123 456",
        "Kotikatu 5 040 1234567",
        "klo 9.00–15.00 040 1234567",
        "40 123 4567",
        "401234567",
        "٠٤٠ ١٢٣ ٤٥٦٧",
        "+46 70 123 45 67",
        "0800 98811",
        // The digits of a right identity code too, without its sign.
        "0405256556",
        "040525 6556",
    ] {
        assert_eq!(find(text), Some(PersonalData::Phone), "{text:?}");
    }
}

#[test]
fn ordinary_texts_pass() {
    for text in [
        "",
        "Mene ensin kirjastoon, sitten uimahalliin.",
        "Ensi tiistaina 1.12. klo 10, Tullikatu 11, 2. kerros, huone 204.",
        "Avoinna ma–pe 9.00–15.30, la 10–14.",
        "Öppet 08–16, stängt 24.12.2026–6.1.2027.",
        "Open 09:00-17:30. Ticket 6.50 €, ten tickets 50 €.",
        "Aukioloajat 0900-1500",
        "Hätätilanteessa soita 112, muuten 116117 tai 116 123.",
        "Soita klo 8.00–12.00 välillä.",
        "Bussit 220 ja 1; 20100 Turku ja 21100 Naantali.",
        "Y-tunnus 0135457-2",
        "Mannerheimintie 5, 00100 Helsinki",
        "Maksu 100–150 €/kk, 1 200 000 asukasta.",
        "Ryhmään mahtuu 12. Ensimmäinen kerta 03.02.2027 klo 17.30-19.00.",
    ] {
        assert_eq!(find(text), None, "{text:?}");
    }
}

#[test]
fn a_long_text_takes_no_longer_than_its_length() {
    let began = std::time::Instant::now();
    for part in
        ["1 ", "1+", "+", "1", "0 ", "112 ", "1:", "a 1 ", "puh", "1-a", "12.1.", "1   ", "010101-"]
    {
        std::hint::black_box(find(&part.repeat(64_000 / part.len())));
    }
    // Less than a second on a slow machine; where the time grows with the square of the length, minutes.
    assert!(began.elapsed() < std::time::Duration::from_secs(20), "{:?}", began.elapsed());
}

#[test]
fn a_number_is_found_when_its_digits_stand_one_by_one() {
    for text in [
        "+3 5 8 4 0 1 2 3 4 5 6 7",
        "04 0 1 2 3 4 5 6 7 8 9",
        "003 5 8 4 0 1 2 3 4 5 6 7",
        "358 4 0 1 2 3 4 5 6 7",
        "puhelinnumeroni:     1 2 3 4 5 6 7 8 9",
        "Soita 1 2 3 4 5",
    ] {
        assert_eq!(find(text), Some(PersonalData::Phone), "{text:?}");
    }
    assert_eq!(find("xpuhelinnumeroni 1 2 3 4 5"), None);
}

#[test]
fn e_mail_addresses_are_found_also_with_the_sign_written_out() {
    for text in [
        "Vastaa: matti.meikalainen@posti.example",
        "MATTI@SUB.POSTI.FI.",
        "matti @ posti.fi",
        "matti(at)posti.fi",
        "matti (ät) posti.fi",
        "matti [at] posti.fi",
        "matti＠posti．fi",
        "mailto:äiti@koti.fi?subject=hei",
    ] {
        assert_eq!(find(text), Some(PersonalData::Email), "{text}");
    }
    for text in [
        "Seuraa tiliä @tarjotin.fi",
        "Verkossa www.turku.fi on kaikki",
        "klo 9 @ kirjasto",
        "a@b",
        "5 kpl @ 3.50 euroa",
        "(at) posti.fi",
    ] {
        assert_eq!(find(text), None, "{text}");
    }
}
