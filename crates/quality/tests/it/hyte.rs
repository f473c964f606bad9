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
        (Sv, "Mer information om servicen får du av seniorerna i september."),
        (Sv, "Sedan finns hallen bakom segelföreningens semesterby."),
        (Sv, "Fritidsbyråns personal svarar på frågor."),
        (Fi, "Lisätietoja antaa vapaa-aikatoimisto."),
        (Fi, "Seuraavat hallit ovat keskustassa."),
        (En, "The seats seem signposted and mappable."),
    ] {
        assert!(found(&["P27.1"], text), "{text:?}");
    }
    for text in [
        (Fi, "Reitit ovat vapaasti käytettävissä."),
        (Fi, "Varaa vuoro verkossa."),
        (Fi, "Hakuaika on helmikuussa."),
        (En, "Payment at the desk."),
        (Fi, "Tarkista jäätilanne ennen lähtöä."),
        (Fi, "Ilmoittaudu ryhmään."),
        (Sv, "Boka tur på nätet."),
        (En, "Book a court online."),
        (Sv, "Se öppettiderna på nätet."),
        (Sv, "Bokningsläget kan du se i kalendern."),
        (Sv, "Till grupperna kan man söka fortgående."),
        (Sv, "Lederna är fria att använda."),
        (En, "See the map."),
        (Fi, "Lisätietoja aukioloajoista verkkosivuilta."),
        (Sv, "Mer om tidtabellerna på webbsidorna."),
        (Fi, "Liikuntaneuvojalle voi soittaa."),
        (Sv, "Badstränderna finns i stadens karttjänst."),
        (En, "Call the hall."),
        (Fi, " "),
    ] {
        assert!(!found(&["P27.2"], text), "{text:?}");
    }
    assert!(!found(&["P25.1"], (Fi, "Hallit ovat keskustassa.")), "no sports");
}

#[test]
fn sports_descriptions_that_do_not_say_who_it_is_for() {
    use Language::{En, Fi, Sv};
    let found = |rule: &str, class: &str, (language, text): (Language, &str)| {
        let description = Some(text.to_owned());
        let mut service =
            service(language, ServiceTexts { description, ..ServiceTexts::default() });
        service.classification.service_classes = vec![class.to_owned()];
        !of(rule, &subject(&service)).is_empty()
    };
    let vague = [
        (Fi, "Kunnassa on kaksi urheilukenttää ja jäähalli."),
        (Fi, "Kaupungissa on paljon erilaisia mahdollisuuksia liikunnan parissa."),
        (Fi, "Reittejä on yhteensä 40 kilometriä, ja ne on valaistu."),
        (Fi, "Vapaa-aikatoimi hoitaa kenttien kunnossapidon."),
        (Sv, "I staden finns många olika möjligheter att utöva idrott."),
        (Sv, "Planerna sköts av stadens personal."),
        (En, "There are four halls with three fields each."),
    ];
    for text in vague {
        assert!(found("HYTE4", "P27.1", text), "{text:?}");
        assert!(!found("HYTE4", "P25.1", text), "no sports: {text:?}");
    }
    for text in [
        (Fi, "Kentät ovat kaikkien käytössä."),
        (Sv, "Träningen sker med ledare."),
        (Fi, "Reitit sopivat aloittelijalle ja kokeneelle hiihtäjälle."),
        (Fi, "Ryhmissä jumpataan ohjaajan johdolla."),
        (Sv, "Lederna passar barn och vuxna."),
        (Sv, "Du kan träna på egen hand."),
        (En, "The pool is open to everyone."),
        (En, "Guided groups for beginners."),
        (Fi, " "),
    ] {
        assert!(!found("HYTE4", "P27.2", text), "{text:?}");
    }
}

#[test]
fn more_keywords_than_ten() {
    use Language::{En, Fi, Sv};
    let beyond = |language, count: usize, blank: usize| {
        let keywords = (0..count).map(|one| format!("sana {one}"));
        let keywords = keywords.chain(std::iter::repeat_n(" ".to_owned(), blank)).collect();
        let service = service(language, ServiceTexts { keywords, ..ServiceTexts::default() });
        let found = of("HYTE5", &subject(&service));
        found.iter().map(|it| it.evidence.len()).sum::<usize>()
    };
    for (language, count, blank, expected) in [
        (Fi, 11, 0, 1),
        (Sv, 11, 0, 1),
        (En, 11, 0, 1),
        (Fi, 12, 3, 2),
        (Sv, 20, 0, 10),
        (Fi, 40, 0, 30),
        (Fi, 0, 0, 0),
        (Fi, 1, 0, 0),
        (Sv, 5, 0, 0),
        (En, 9, 0, 0),
        (Fi, 10, 0, 0),
        (Sv, 10, 2, 0),
        (Fi, 0, 11, 0),
    ] {
        assert_eq!(beyond(language, count, blank), expected, "{count} {blank}");
    }
}
