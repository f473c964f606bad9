//! How words are inflected, by Voikko's dictionary.

use finnish::{Case, Form, Mood, Person, VerbForm};

use super::dictionary;

fn is_any(word: &str, is: impl Fn(&Form) -> bool) -> Option<bool> {
    Some(dictionary()?.forms(word).iter().any(is))
}

#[test]
fn a_finite_verb_has_a_mood_and_a_person() {
    use Mood::{Conditional, Imperative, Indicative};
    for (word, mood, person) in [
        ("haetaan", Indicative, Person::Passive),
        ("myönnettiin", Indicative, Person::Passive),
        ("lähetettäisiin", Conditional, Person::Passive),
        ("hae", Imperative, Person::Second),
        ("ilmoita", Imperative, Person::Second),
        ("voit", Indicative, Person::Second),
        ("hakee", Indicative, Person::Third),
        ("hakisimme", Conditional, Person::First),
    ] {
        let verb = Some(VerbForm::Finite(mood, person));
        let Some(is_found) = is_any(word, |form| form.verb == verb) else { return };
        assert!(is_found, "{word}: {:?}", dictionary().map(|it| it.forms(word)));
    }
}

#[test]
fn a_verb_that_is_not_finite_has_its_form_and_a_case() {
    use VerbForm as V;
    for (word, verb, case, has_possessive) in [
        ("saapuessasi", V::SecondInfinitive, None, true),
        ("tultuaan", V::PastPassiveParticiple, Some(Case::Partitive), true),
        ("tarkoitettu", V::PastPassiveParticiple, Some(Case::Nominative), false),
        ("haettavaa", V::PresentPassiveParticiple, Some(Case::Partitive), false),
        ("tulevan", V::PresentParticiple, Some(Case::Genitive), false),
        ("hakemalla", V::ThirdInfinitive, Some(Case::Adessive), false),
        ("asumisestaan", V::VerbalNoun, Some(Case::Elative), true),
        ("kannattaa", V::FirstInfinitive, None, false),
    ] {
        let is = |form: &Form| {
            (form.verb, form.has_possessive) == (Some(verb), has_possessive)
                && case.is_none_or(|case| form.case == Some(case))
        };
        let Some(is_found) = is_any(word, is) else { return };
        assert!(is_found, "{word}: {:?}", dictionary().map(|it| it.forms(word)));
    }
}

#[test]
fn a_noun_has_a_case_and_a_number_and_of_a_compound_those_of_its_last_part() {
    for (word, base_form, case, is_plural) in [
        ("kirjaston", "kirjasto", Case::Genitive, false),
        ("kirjastot", "kirjasto", Case::Nominative, true),
        ("kunnissa", "kunta", Case::Inessive, true),
        ("kotiin", "koti", Case::Illative, false),
        ("lastenhoidosta", "lastenhoito", Case::Elative, false),
        ("asiakkaaksi", "asiakas", Case::Translative, false),
    ] {
        let is = |form: &Form| {
            form.base_form == base_form
                && form.case == Some(case)
                && form.is_plural == is_plural
                && form.verb.is_none()
        };
        let Some(is_found) = is_any(word, is) else { return };
        assert!(is_found, "{word}: {:?}", dictionary().map(|it| it.forms(word)));
    }
}

#[test]
fn an_unknown_word_has_no_form() {
    let Some(dictionary) = dictionary() else { return };
    for word in ["kirjjasto", "", "123 4", &"a".repeat(2000)] {
        assert!(dictionary.forms(word).is_empty(), "{word}");
    }
}
