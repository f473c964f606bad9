//! A digest in words, in the language of its link.

use std::fmt::Write as _;

use domain::provider_link::{DigestRhythm, ProviderLink};
use domain::task::Watch;
use domain::{Language, Localized};

use super::view::Reported;
use crate::reach::Mending;

/// What there is to tell.
pub(super) struct Told {
    pub(super) names: Localized,
    pub(super) reports: Vec<Reported>,
    pub(super) findings: Vec<Mending>,
    pub(super) total: usize,
}

/// What letters say in a language.
struct Words {
    hello: &'static str,
    subject: &'static str,
    reports: &'static str,
    report_end: &'static str,
    findings: &'static str,
    mend: &'static str,
    more: &'static str,
    page: &'static str,
    secret: &'static str,
    weekly: &'static str,
    monthly: &'static str,
    end: &'static str,
    nameless: &'static str,
}

const fn words(language: Language) -> Words {
    match language {
        Language::Sv => Words {
            hello: "Hej!",
            subject: "Att rätta i era tjänstebeskrivningar",
            reports: "Invånare har meddelat att följande är fel:",
            report_end: "Invånaren får veta när ni har rättat uppgiften i källan.",
            findings: "De viktigaste sakerna att rätta, de som når flest invånare först:",
            mend: "Så här:",
            more: "Antal saker att rätta sammanlagt:",
            page: "Se alla, bekräfta att beskrivningar stämmer och läs hur ni rättar:",
            secret: "Länken är bara till för er. Den som har länken ser sidan, så ge den inte till utomstående.",
            weekly: "Vi skickar det här högst en gång i veckan och bara när det finns något att rätta.",
            monthly: "Vi skickar det här högst en gång i månaden och bara när det finns något att rätta.",
            end: "Avsluta utskicken:",
            nameless: "Namn saknas",
        },
        Language::En => Words {
            hello: "Hello,",
            subject: "What to mend in your service descriptions",
            reports: "Residents have told us that this is wrong:",
            report_end: "They are told when you have put it right in the source.",
            findings: "The most important things to mend, those that reach most residents first:",
            mend: "How:",
            more: "Things to mend in all:",
            page: "See all of them, confirm descriptions that are right, and read how to mend them:",
            secret: "The link is for you alone. Whoever has it sees the page, so do not pass it on to outsiders.",
            weekly: "We send this at most once a week, and only when there is something to mend.",
            monthly: "We send this at most once a month, and only when there is something to mend.",
            end: "Stop these messages:",
            nameless: "No name",
        },
        _ => Words {
            hello: "Hei!",
            subject: "Korjattavaa palvelukuvauksissanne",
            reports: "Asukkaat ovat kertoneet, että nämä tiedot ovat väärin:",
            report_end: "Asukas saa tiedon, kun olette korjanneet asian lähteessä.",
            findings: "Tärkeimmät korjattavat, eniten asukkaita koskevat ensin:",
            mend: "Näin:",
            more: "Korjattavia yhteensä:",
            page: "Katsokaa kaikki, vahvistakaa oikeat kuvaukset ja lukekaa korjausohjeet:",
            secret: "Linkki on vain teille. Sivun näkee jokainen, jolla on linkki, joten älkää antako sitä ulkopuolisille.",
            weekly: "Lähetämme tämän enintään kerran viikossa ja vain, kun korjattavaa on.",
            monthly: "Lähetämme tämän enintään kerran kuukaudessa ja vain, kun korjattavaa on.",
            end: "Lopettakaa viestit:",
            nameless: "Nimi puuttuu",
        },
    }
}

const fn watched(watch: Option<Watch>, language: Language) -> &'static str {
    match (watch, language) {
        (Some(Watch::Phones), Language::Sv) => "telefonnummer",
        (Some(Watch::Phones), Language::En) => "telephone number",
        (Some(Watch::Phones), _) => "puhelinnumero",
        (Some(Watch::Hours), Language::Sv) => "servicetider",
        (Some(Watch::Hours), Language::En) => "service hours",
        (Some(Watch::Hours), _) => "palveluajat",
        (Some(Watch::Addresses), Language::Sv) => "adress",
        (Some(Watch::Addresses), Language::En) => "address",
        (Some(Watch::Addresses), _) => "osoite",
        (Some(Watch::Texts), Language::Sv) => "texter",
        (Some(Watch::Texts), Language::En) => "texts",
        (Some(Watch::Texts), _) => "tekstit",
        (_, Language::Sv) => "något i beskrivningen",
        (_, Language::En) => "something in the description",
        (_, _) => "jokin kuvauksessa",
    }
}

/// The letter's subject and text.
pub(super) fn letter(
    link: &ProviderLink,
    told: &Told,
    page: &str,
    unsubscribe: &str,
) -> (String, String) {
    let (language, say) = (link.language, words(link.language));
    let name = |names: &Localized| {
        names.best(language).map_or_else(|| say.nameless.to_owned(), |(_, name)| one_line(name))
    };
    let mut body = format!("{}\n\n{}\n", say.hello, name(&told.names));
    // Writing to a String cannot fail.
    if !told.reports.is_empty() {
        let _ = writeln!(body, "\n{}", say.reports);
        for one in &told.reports {
            let _ = writeln!(body, "- {}: {}", name(&one.names), watched(one.watch, language));
        }
        let _ = writeln!(body, "{}", say.report_end);
    }
    if !told.findings.is_empty() {
        let _ = writeln!(body, "\n{}", say.findings);
        for (number, one) in told.findings.iter().enumerate() {
            let rule = one.finding.rule;
            let _ = writeln!(
                body,
                "{}. {}: {}\n   {} {}",
                number + 1,
                name(&one.finding.names),
                rule.name(language),
                say.mend,
                rule.mend(language)
            );
        }
        let _ = writeln!(body, "{} {}", say.more, told.total);
    }
    let often = if link.rhythm == DigestRhythm::Monthly { say.monthly } else { say.weekly };
    let _ = write!(
        body,
        "\n{}\n{page}\n\n{}\n\n{often}\n{} {unsubscribe}\n",
        say.page, say.secret, say.end
    );
    (format!("{}: {}", say.subject, name(&told.names)), body)
}

/// A name on one line: what a source wrote must not break out of its place in a letter.
fn one_line(text: &str) -> String {
    let plain = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
