//! Why a service is shown, in the reader's words.

use app::catalogue::{Reason, RelatedReason, Way, need_name};
use domain::reference::{needs, service_class, target_group, theme};

use crate::texts::Texts;

/// Why a service was found: a sentence for each word, none of them twice.
pub(crate) fn why_found(reasons: &[Reason], t: Texts) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for reason in reasons {
        let sentence = found(reason, t);
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

fn found(reason: &Reason, t: Texts) -> String {
    let key = match reason.way {
        Way::Exact => "reason-exact",
        Way::Inflected => "reason-inflected",
        Way::Mended => "reason-mended",
        Way::Begun => "reason-begun",
        Way::Joined => "reason-joined",
        Way::Derived => "reason-derived",
        Way::Taught => "reason-taught",
        Way::Part => "reason-part",
        Way::Need => return t.name("reason-need", need(&reason.by, t)).into_owned(),
    };
    t.with(key, &[("word", &reason.word), ("by", &reason.by)]).into_owned()
}

/// What the reader calls a need of this Finnish name.
fn need(name: &str, t: Texts) -> &str {
    needs().iter().find(|need| need.name == name).map_or(name, |need| need_name(need, t.0))
}

/// Why a service is offered beside another.
pub(crate) fn why_related(reason: &RelatedReason, t: Texts) -> String {
    let named = |key: &'static str, name: &str| t.name(key, name).into_owned();
    match reason {
        RelatedReason::UsedTogether { lists } => {
            t.count("related-together", usize::try_from(*lists).unwrap_or(usize::MAX)).into_owned()
        }
        RelatedReason::SharedNeed { need } => named("related-need", need),
        RelatedReason::SharedWord { word } => named("related-word", word),
        RelatedReason::SharedClass { code } => {
            named("related-class", service_class(code).map_or(code, |class| class.name(t.0)))
        }
        RelatedReason::SharedGroup { code } => {
            named("related-group", target_group(code).map_or(code, |group| group.name(t.0)))
        }
        RelatedReason::NearInMeaning => t.get("related-meaning").into_owned(),
        RelatedReason::OtherTheme { theme: id, shared } => {
            let name = theme(id).map_or(*id, |theme| theme.name(t.0));
            let shared = why_related(shared, t);
            t.with("related-other-theme", &[("theme", name), ("reason", &shared)]).into_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;

    const WAYS: [Way; 8] = [
        Way::Exact,
        Way::Inflected,
        Way::Mended,
        Way::Begun,
        Way::Joined,
        Way::Derived,
        Way::Part,
        Way::Need,
    ];

    #[test]
    fn every_way_is_said_in_its_own_words_in_every_language() {
        let reasons = WAYS.map(|way| Reason { word: "uimaan".into(), way, by: "uida".into() });
        for language in Language::INTERFACE {
            let sentences = why_found(&reasons, Texts(language));
            assert_eq!(sentences.len(), WAYS.len(), "{language}: {sentences:?}");
            assert!(sentences.iter().all(|one| one.contains("uida") || one.contains("uimaan")));
            assert!(sentences.iter().all(|one| !one.contains('⟦') && !one.contains('{')));
        }
    }

    #[test]
    fn what_several_words_say_alike_is_said_once() {
        let reason = |word: &str| Reason { word: word.into(), way: Way::Need, by: "x".into() };
        let said = why_found(&[reason("olen"), reason("yksin")], Texts(Language::Fi));
        assert_eq!(said.len(), 1, "{said:?}");
    }

    #[test]
    fn a_related_services_reason_is_said_in_the_readers_language() {
        let shared = Box::new(RelatedReason::SharedClass { code: "P27".into() });
        let reason = RelatedReason::OtherTheme { theme: "exercise", shared };
        for (language, theme) in
            [(Language::Fi, "Liikunta"), (Language::Sv, "Motion"), (Language::En, "xercise")]
        {
            let said = why_related(&reason, Texts(language));
            assert!(said.contains(theme) && !said.contains("P27"), "{said}");
        }
        let lists = RelatedReason::UsedTogether { lists: 5 };
        assert!(why_related(&lists, Texts(Language::En)).contains('5'));
    }
}
