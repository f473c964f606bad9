//! Any text is a query, and its answer is well formed.

use std::sync::LazyLock;

use domain::Language::{Fi, Sv};
use proptest::prelude::*;

use super::{ids, index, plain, service};
use crate::plan::QUERY_LIMIT;
use crate::{Field, Hits, Index, MatchKind, Query};

fn town() -> &'static Index {
    static TOWN: LazyLock<Index> = LazyLock::new(|| {
        index(
            plain(),
            &[
                service("library", "Kirjasto").with(Field::Name, Sv, "Bibliotek"),
                service("pool", "Uimahalli").in_municipalities(&["529"]),
                service("debts", "Talous- ja velkaneuvonta"),
                service("deaf", "Tulkkaus 🦻 viittomakielellä").with(Field::Term, Fi, "مترجم"),
            ],
        )
    });
    &TOWN
}

/// What every answer keeps to, whatever was asked.
fn check(query: &Query, hits: &Hits) {
    assert!(hits.total <= town().len());
    assert_eq!(hits.hits.len(), hits.total.saturating_sub(query.offset).min(query.limit));
    assert!(hits.hits.windows(2).all(|pair| pair[0].score >= pair[1].score), "{query:?}");
    for hit in &hits.hits {
        assert!(hit.score.is_finite() && hit.score >= 0.0, "{query:?} {hit:?}");
    }
    assert!(!hits.confidence.is_nan(), "{query:?}");
    if hits.total == 0 {
        assert_eq!(hits.match_kind, MatchKind::Nothing, "{query:?}");
    }
    if hits.match_kind == MatchKind::Everything {
        assert_eq!(hits.total, town().len(), "{query:?}");
    }
    assert!(hits.facets.nationwide <= town().len());
}

fn answer(text: &str) -> Hits {
    let query = Query { with_reasons: true, ..Query::new(text) };
    let hits = town().search(&query);
    check(&query, &hits);
    hits
}

#[test]
fn what_other_searches_take_for_syntax_is_text() {
    let plain = ids(&answer("kirjasto"));
    for text in ["\"kirjasto\"", "+kirjasto", "kirjasto*", "(kirjasto", "kirjasto:", "%kirjasto%"] {
        assert_eq!(ids(&answer(text)), plain, "{text}");
    }
    for text in ["name:* OR 1=1; --", "'; DROP TABLE x", "\\", "<script>", "a AND NOT b", "~2^3"] {
        answer(text);
    }
}

#[test]
fn a_megabyte_is_read_as_far_as_its_beginning() {
    for unit in ["kirjasto ", "ä", "a-", "\u{202e}", "🦻 ", "x\u{308}", "\u{0}", "velat'", "1:"]
    {
        let long = unit.repeat((1 << 20) / unit.len() + 1);
        let beginning: String = long.chars().take(QUERY_LIMIT).collect();
        assert_eq!(answer(&long), answer(&beginning), "{unit:?}");
    }
}

#[test]
fn strange_letters_are_letters() {
    for text in ["مترجم", "\u{202e}مترجم\u{202c}", "مترجم\u{200d}"] {
        assert_eq!(ids(&answer(text))[0], "deaf", "{text}");
    }
    for text in ["\u{feff}kirjasto", "kir\u{ad}jasto", "kirjasto\u{0}", "\u{7}kirjasto\u{1b}[0m"] {
        assert_eq!(ids(&answer(text))[0], "library", "{text:?}");
    }
    for text in ["🦻", "\u{d7ff}\u{e000}", "\u{10ffff}", "İİİ", "ßẞ", "ﬁﬁ", "𝕜𝕚𝕣𝕛𝕒", "１２３"]
    {
        answer(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_text_is_answered(text in any::<String>(), more in ".{0,200}") {
        answer(&text);
        answer(&more);
    }

    #[test]
    fn any_words_and_signs_are_answered(
        pieces in prop::collection::vec(
            prop_oneof![
                prop::sample::select(&[
                    "kirjasto", "velat", "uima", "halli", "Naantalissa", "bibliotek", "ja", "k",
                    "\"", "'", "-", ":", " ", "\u{308}", "\u{ad}", "\u{0}", "\u{202e}", "🦻",
                    "*", "(", "\\", "%", "\n", "\u{1}",
                ][..]).prop_map(str::to_owned),
                "\\PC{0,6}",
            ],
            0..24,
        ),
        offset in 0_usize..6,
        limit in 0_usize..6,
    ) {
        let query = Query { offset, limit, with_reasons: true, ..Query::new(pieces.concat()) };
        check(&query, &town().search(&query));
    }

    #[test]
    fn damaged_bytes_are_answered(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
    ) {
        let mut bytes = "Mistä apua velkoihin Naantalissa, bibliotek 🦻 e-kirja".as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        answer(&String::from_utf8_lossy(&bytes));
    }
}
