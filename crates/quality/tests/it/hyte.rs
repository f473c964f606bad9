//! The rules of wellbeing services.

use domain::Language;
use domain::catalogue::{Classification, ServiceTexts};

use crate::{of, service, subject};

fn is_found(rule: &str, classes: &[&str], groups: &[&str], instructions: (Language, &str)) -> bool {
    let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    let (language, instructions) = instructions;
    let texts = ServiceTexts {
        user_instructions: Some(instructions.to_owned()),
        ..ServiceTexts::default()
    };
    let mut service = service(language, texts);
    service.classification = Classification {
        service_classes: owned(classes),
        target_groups: owned(groups),
        ..Classification::default()
    };
    !of(rule, &subject(&service)).is_empty()
}

#[test]
fn target_groups_that_keep_a_service_out_of_the_themes() {
    let found =
        |classes: &[&str], groups: &[&str]| is_found("HYTE2", classes, groups, (Language::Fi, ""));
    for (classes, groups) in [
        (&["P27.1"][..], &["KR2"][..]),
        (&["P27.1"], &["KR3"]),
        (&["P25.1"], &["KR2", "KR2.3"]),
        (&["P27.2", "P1.1"], &["KR2", "KR3"]),
        (&["P4.12"], &["KR3"]),
        (&["P5.17"], &["KR2.1"]),
    ] {
        assert!(found(classes, groups), "{classes:?} {groups:?}");
    }
    for (classes, groups) in [
        (&["P27.1"][..], &["KR1"][..]),
        (&["P27.1"], &["KR1.2"]),
        (&["P27.1"], &[]),
        (&["P25.1"], &["KR2", "KR1"]),
        (&["P14.1"], &["KR2"]),
        (&[], &["KR2"]),
    ] {
        assert!(!found(classes, groups), "{classes:?} {groups:?}");
    }
}

#[test]
fn sports_instructions_that_leave_questions_open() {
    use Language::{En, Fi, Sv};
    let found = |classes: &[&str], text: (Language, &str)| is_found("HYTE3", classes, &[], text);
    for text in [
        (Fi, "Hallit ovat keskustassa."),
        (Fi, "Lisätietoja liikuntatoimistosta."),
        (Fi, "Kentät sijaitsevat koulujen pihoilla."),
        (Sv, "Hallarna ligger i centrum."),
        (Sv, "Mer information på byrån."),
        (En, "The halls are in the centre."),
    ] {
        assert!(found(&["P27.1"], text), "{text:?}");
    }
    for text in [
        (Fi, "Reitit ovat vapaasti käytettävissä."),
        (Fi, "Varaa vuoro verkossa."),
        (Fi, "Tarkista jäätilanne ennen lähtöä."),
        (Fi, "Ilmoittaudu ryhmään."),
        (Sv, "Boka tur på nätet."),
        (En, "Book a court online."),
        (Fi, "Liikuntaneuvojalle voi soittaa."),
        (Sv, "Badstränderna finns i stadens karttjänst."),
        (En, "Call the hall."),
        (Fi, " "),
    ] {
        assert!(!found(&["P27.2"], text), "{text:?}");
    }
    assert!(!found(&["P25.1"], (Fi, "Hallit ovat keskustassa.")), "no sports");
}
