//! The queries that engines are timed with: the judged ones, and more made of names of services.

use std::collections::HashMap;

use domain::Language;
use search::evaluation::JudgedQuery;
use search::{Document, Field};

use crate::dice::Dice;
use crate::engines::Question;
use crate::words::Words;

/// How many are made of names.
const MADE: usize = 200;
/// A word of a name that says something has at least so many letters.
const LETTERS: usize = 4;

/// The queries in an order of chance.
pub fn questions(judged: &[JudgedQuery], services: &[Document], words: &Words) -> Vec<Question> {
    let of_set = judged.iter();
    let of_set = of_set.map(|it| Question { text: it.text.clone(), language: it.language });
    let mut questions: Vec<Question> = of_set.collect();
    let finnish = services.iter().flat_map(|service| &service.texts);
    let finnish = finnish.filter(|(_, language, _)| *language == Language::Fi);
    let forms = words.forms(finnish.map(|(.., text)| text.as_str()));
    let mut dice = Dice::new(MADE);
    let mut tries = 0;
    while questions.len() < judged.len() + MADE && tries < 100 * MADE {
        tries += 1;
        let service = dice.of(services);
        questions.extend(of_name(service, &forms, words, &mut dice));
    }
    dice.shuffle(&mut questions);
    questions
}

/// One to three words of a name of a service; every other one in other forms than the name has.
fn of_name(
    service: &Document,
    forms: &HashMap<String, Vec<String>>,
    words: &Words,
    dice: &mut Dice,
) -> Option<Question> {
    let names: Vec<_> = service.texts.iter().filter(|(field, ..)| *field == Field::Name).collect();
    let (_, language, name) = *names.get(dice.below(names.len().max(1)))?;
    let mut named: Vec<String> = search::analyse(name).into_iter().map(|it| it.surface).collect();
    named.retain(|word| word.chars().count() >= LETTERS);
    let first = dice.below(named.len().max(1));
    let count = 1 + dice.below(3);
    let mut asked: Vec<String> = named.into_iter().skip(first).take(count).collect();
    if *language == Language::Fi && dice.below(2) == 0 {
        for word in &mut asked {
            let base = words.terms(Language::Fi, word).whole.swap_remove(0);
            if let Some(others) = forms.get(&base) {
                word.clone_from(dice.of(others));
            }
        }
    }
    (!asked.is_empty()).then(|| Question { text: asked.join(" "), language: *language })
}
