//! Whether a service is of the right size: one thing that a reader looks for by one name.

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::text::Text;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T23" Human [Service] "DVV, Suomidigi" several_in_one
        off "only a person can tell: of the names that list three things about half are one service";
];

fn several_in_one(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for name in case.field(Field::Name) {
        if items(name) >= 3 {
            found.places(name, Vec::from([0..name.text.len()]));
        }
    }
}

/// How many things a name lists: "hoito, ohjaus ja neuvonta" has three.
fn items(name: &Text<'_>) -> usize {
    const AND: [&str; 9] = ["ja", "sekä", "tai", "och", "samt", "eller", "and", "or", "&"];
    let words = name.text.split_whitespace();
    1 + words.filter(|word| word.ends_with(',') || AND.contains(word)).count()
}
